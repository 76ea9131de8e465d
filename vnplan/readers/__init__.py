"""A file's bytes to its text, as a person would copy it out.

What a file is, its bytes tell, not its name. Each kind has a module of its own here, loaded
when it is first needed, whose ``read`` takes the bytes, the file's name for messages and the
``Wish``; it gives a ``Reading`` or raises ``UnreadableFile``.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from importlib import import_module

from vnplan.errors import UnreadableFile
from vnplan.readers.kinds import kind_of
from vnplan.readers.limits import LIMITS, Limits
from vnplan.readers.reading import Ocr, Reading, Wish
from vnplan.readers.unicode import read_data
from vnplan.records import Source

# kind -> the module that reads it
READERS = {
    "txt": "vnplan.readers.txt",
    "pdf": "vnplan.readers.pdf",
    "image": "vnplan.readers.image",
    "html": "vnplan.readers.html",
    "mht": "vnplan.readers.mht",
    "docx": "vnplan.readers.docx",
    "ole": "vnplan.readers.office",
    "rtf": "vnplan.readers.office",
    "odt": "vnplan.readers.office",
}
WITH_ENCODING = ("txt", "html")
BY_OFFICE = tuple(kind for kind, module in READERS.items() if module == "vnplan.readers.office")


def read_file(
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    ocr: Ocr = "auto",
    limits: Limits = LIMITS,
) -> tuple[str, Source]:
    """The text of a file and where it came from; raises ``UnreadableFile``.

    ``encoding`` is forced on text that names none itself; ``ocr`` says which pages are
    recognized from their image: those without text (``auto``), ``always`` all, ``never`` any.
    """
    data = read_data(path, most=limits.size)
    return read_bytes(data, name=os.fspath(path), encoding=encoding, ocr=ocr, limits=limits)


def read_bytes(
    data: bytes,
    *,
    name: str,
    encoding: str | None = None,
    ocr: Ocr = "auto",
    limits: Limits = LIMITS,
) -> tuple[str, Source]:
    """The text of a file's bytes and where they came from, as ``read_file``."""
    if len(data) > limits.size:
        raise UnreadableFile(name, "file_too_large", most=limits.size >> 20)
    kind = kind_of(data)
    if kind not in READERS:
        raise UnreadableFile(name, f"file_{kind}")
    if encoding is not None and kind not in WITH_ENCODING:
        from vnplan.readers.encodings import decode_forced

        decode_forced(b"", encoding, name)  # a wrong name is told whatever the file is
    read = import_module(READERS[kind]).read
    return with_source(read(data, name, Wish(encoding, ocr, limits)), data, name, limits)


def read_by_office(
    files: Sequence[tuple[str, bytes]], *, ocr: Ocr = "auto", limits: Limits = LIMITS
) -> list[tuple[str, Source] | UnreadableFile]:
    """What ``read_bytes`` gives for files ``BY_OFFICE`` (names and bytes), or the error of each.

    LibreOffice is started once for many, which takes a fraction of the time.
    """
    from vnplan.readers.office import read_many

    found: list[tuple[str, Source] | UnreadableFile] = []
    readings = read_many(files, Wish(None, ocr, limits))
    for (name, data), reading in zip(files, readings, strict=True):
        try:
            if isinstance(reading, UnreadableFile):
                raise reading
            found.append(with_source(reading, data, name, limits))
        except UnreadableFile as error:
            found.append(error)
    return found


def with_source(reading: Reading, data: bytes, name: str, limits: Limits) -> tuple[str, Source]:
    """The text that was read and where it came from; raises ``UnreadableFile`` for too much."""
    if len(reading.text) > limits.text:
        raise UnreadableFile(name, "file_too_long", most=limits.text)
    return reading.text, Source(
        # a name that is no UTF-8 could not be written to JSON
        name=os.fsencode(os.path.basename(name)).decode("utf-8", "replace"),
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=reading.media_type,
        encoding=reading.encoding,
        pages=len(reading.page_starts) or None,
        page_starts=reading.page_starts,
        page_confidence=reading.page_confidence,
        doubts=reading.doubts,
    )

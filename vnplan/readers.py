"""A file's bytes to its text; this version reads plain text in Unicode.

What is not plain text is told by its first bytes, whatever the file is called.
"""

from __future__ import annotations

import codecs
import hashlib
import os

from vnplan.errors import UnreadableFile
from vnplan.records import Source

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# first bytes -> the key of what we call such a file
FIRST_BYTES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),  # .docx, .xlsx, .odt
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),  # .doc, .xls
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
)


def read_file(path: str | os.PathLike[str]) -> tuple[str, Source]:
    """The text of a file and where it came from; raises ``UnreadableFile``.

    Text is UTF-8, or UTF-16 with a byte order mark; line ends stay as they are.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except IsADirectoryError:
        raise UnreadableFile(path, "file_folder") from None
    except FileNotFoundError:
        raise UnreadableFile(path, "file_missing") from None
    except PermissionError:
        raise UnreadableFile(path, "file_denied") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableFile(
            path, "file_broken", found=getattr(error, "strerror", None) or str(error)
        ) from error
    return read_bytes(data, name=os.fspath(path))


def read_bytes(data: bytes, *, name: str) -> tuple[str, Source]:
    """The text of a file's bytes and where they came from; raises ``UnreadableFile``."""
    encoding = next((codec for mark, codec in BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    kind = next((kind for first, kind in FIRST_BYTES if data.startswith(first)), None)
    if kind:
        raise UnreadableFile(name, f"file_{kind}")
    if encoding == "utf-8" and mostly_binary(data):
        raise UnreadableFile(name, "file_binary")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        # the codec may have taken the mark off before it counted
        offset = len(data) - len(error.object) + error.start
        found = f"0x{data[offset]:02X}"
        raise UnreadableFile(
            name, "file_undecodable", found=found, offset=offset, encoding=encoding
        ) from None
    return text, Source(
        # a name that is no UTF-8 could not be written to JSON
        name=os.fsencode(os.path.basename(name)).decode("utf-8", "replace"),
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        encoding=encoding,
    )


def mostly_binary(data: bytes) -> bool:
    """Whether zero bytes say that this is no text of one byte a character."""
    return data.count(0) * 20 > len(data)

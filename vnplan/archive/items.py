"""One file to read, wherever its bytes lie: ``Item``, and its bytes."""

from __future__ import annotations

import os
import threading
from typing import BinaryIO, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from vnplan.errors import UnreadableFile
from vnplan.folder import trouble
from vnplan.readers.kinds import BROKEN_ZIP, begins_package, kind_of
from vnplan.readers.unicode import read_data

URL = "://"
CHUNK = 1 << 20
# bzip2 and LZMA inflate whatever they are given at once, up to 20,000 times
SMALL_CHUNK = 1 << 12


class Item(NamedTuple):
    """One file to read: ``path`` names it in the archive, ``file`` says where its bytes lie."""

    path: str  # as it is shown, unique in a run: shelf/2024/a.docx, a member: shelf/old.zip/b.doc
    file: str  # the file, by its full path, or URL to open; an archive for what is its member
    member: str | None = None  # name inside a zip
    offset: int | None = None  # where its bytes begin in a tar; in a zip, of a name that repeats
    size: int | None = None  # in bytes, if known
    mtime: float | None = None  # of the file, or of the archive that holds it
    problem: str | None = None  # where the way already ended: then nothing is to be read
    details: dict[str, str | int] = {}  # noqa: RUF012 - never written to

    def failed(self, problem: str, details: dict[str, str | int] | None = None) -> Item:
        """The item as one that cannot be read; ``problem`` is a key of the messages."""
        return self._replace(problem=problem, details=details or {})


def read_item(item: Item, most: int) -> bytes:
    """The bytes of an item, if it has no more than ``most``; raises ``UnreadableFile``.

    The archive last read from stays open, a member in the midst of 100,000 costs no more than
    the first.
    """
    try:
        if item.problem is not None:
            raise UnreadableFile(item.path, item.problem, **item.details)
        if item.member is None and item.offset is None and URL not in item.file:
            return read_data(item.file, most=most)
        if item.size is not None and item.size > most:
            raise too_large(item, most)
        if URL in item.file:
            return read_remote(item, most)
        data = read_in_zip(item, most) if item.member is not None else read_in_tar(item)
    except UnreadableFile as error:
        raise UnreadableFile(item.path, error.problem, **error.details) from error
    except OSError as error:
        problem, details = trouble(error)
        raise UnreadableFile(item.path, problem, **details) from error
    if kind_of(data) in ("zip", "archive") and not begins_package(data):
        raise UnreadableFile(item.path, "file_archive")  # within another
    return data


def too_large(item: Item, most: int) -> UnreadableFile:
    """The error of an item with more bytes than are read."""
    return UnreadableFile(item.path, "file_too_large", most=most >> 20)


def read_remote(item: Item, most: int) -> bytes:
    """The bytes behind a URL."""
    try:
        import fsspec

        with fsspec.open(item.file, "rb") as file:
            data: bytes = file.read(most + 1)
    except OSError:
        raise
    except Exception as error:  # each store has errors of its own
        raise UnreadableFile(item.path, "file_broken", found=message_of(error)) from error
    if len(data) > most:
        raise too_large(item, most)
    return data


def read_in_zip(item: Item, most: int) -> bytes:
    """The bytes of a zip's member, inflated no further than ``most`` and a chunk."""
    try:
        archive, repeated = open_zip(item)
        info = archive.getinfo(item.member or "") if item.offset is None else repeated[item.offset]
        step = CHUNK if info.compress_type in (ZIP_STORED, ZIP_DEFLATED) else SMALL_CHUNK
        chunks, left = [], most
        with archive.open(info) as file:
            while chunk := file.read(step):
                chunks.append(chunk)
                left -= len(chunk)
                if left < 0:
                    raise too_large(item, most)
        return b"".join(chunks)
    except KeyError:  # another archive of that name than the one that was listed
        raise UnreadableFile(item.path, "file_missing") from None
    except BROKEN_ZIP as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise UnreadableFile(item.path, "file_broken", found=message_of(error)) from error


def read_in_tar(item: Item) -> bytes:
    """The bytes of a tar's member."""
    file = open_tar(item)
    file.seek(item.offset or 0)
    data = file.read(item.size or 0)
    if len(data) != item.size:
        raise UnreadableFile(item.path, "file_broken", found="unexpected end of data")
    return data


def message_of(error: Exception) -> str:
    """What an error says, in one line."""
    return " ".join(str(error).split()) or type(error).__name__


# ---------------------------------------------------------------- what stays open


class Held(threading.local):
    """The archive that this thread read from last; ``key`` says which, and in which process."""

    key: tuple[str, float | None, int] | None = None
    zip: ZipFile | None = None
    repeated: dict[int, ZipInfo]
    tar: BinaryIO | None = None


HELD = Held()


def forget_open() -> None:
    """Close the archive that ``read_item`` keeps open."""
    for file in (HELD.zip, HELD.tar):
        if file is not None:
            file.close()
    HELD.key = HELD.zip = HELD.tar = None


def hold(item: Item) -> None:
    """Let go of any other archive than the item's."""
    # a forked process would share the place in an open file with its parent
    key = item.file, item.mtime, os.getpid()
    if key != HELD.key:
        forget_open()
        HELD.key = key


def open_zip(item: Item) -> tuple[ZipFile, dict[int, ZipInfo]]:
    """The zip that holds an item, and by their place the members whose name comes again."""
    hold(item)
    if HELD.zip is None:
        HELD.zip = ZipFile(item.file)
        HELD.repeated = repeated_in(HELD.zip)
    return HELD.zip, HELD.repeated


def repeated_in(archive: ZipFile) -> dict[int, ZipInfo]:
    """The members that their name does not find, since a later one has it, by their place."""
    last = archive.NameToInfo
    return {
        info.header_offset: info for info in archive.filelist if last[info.filename] is not info
    }


def open_tar(item: Item) -> BinaryIO:
    """The tar that holds an item."""
    hold(item)
    if HELD.tar is None:
        HELD.tar = open(item.file, "rb")  # noqa: SIM115 - forget_open closes it
    return HELD.tar

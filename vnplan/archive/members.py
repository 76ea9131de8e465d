"""What an archive holds, each member an item; a compressed tar is unpacked for that, once."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import lzma
import os
import stat
import tarfile
import zlib
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile, ZipInfo

from vnplan.archive.items import URL, Item, message_of, repeated_in
from vnplan.errors import UnreadableFile
from vnplan.folder import is_hidden, printed, trouble
from vnplan.readers.kinds import (
    BROKEN_ZIP,
    begins_package,
    is_package,
    is_tar,
    kind_by_first_bytes,
)
from vnplan.readers.packed import CHUNK, ENCRYPTED, MOST_RATIO, overlap

GIGA = 1 << 30
MOST_UNPACKED = 64 * GIGA  # of a compressed tar
UNSUSPECTED = GIGA  # unpacks to what is no larger may be packed as well as it likes
MOST_HEADER = 1 << 20  # bytes; a member's long name has some hundred
UTF8_NAME = 0x800  # of a zip member's flags

Unpacker = Callable[[str, str], IO[bytes]]
UNPACKERS: tuple[tuple[bytes, Any], ...] = (
    (b"\x1f\x8b\x08", gzip.open),
    (b"\xfd7zXZ\0", lzma.open),
    (b"BZh", bz2.open),
)
BROKEN_STREAM = (EOFError, OSError, ValueError, zlib.error, lzma.LZMAError)
BROKEN_TAR = (
    tarfile.TarError,
    EOFError,
    OSError,
    ValueError,
    ArithmeticError,
    LookupError,
    RecursionError,
)
# control characters would steer a terminal, or break a list of paths
CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd")


def shown(path: str) -> str:
    """A path as people see it, whatever bytes it has."""
    return printed(path).translate(CONTROLS)


def opened(item: Item, spool: Path, aside: Counter[str]) -> Iterator[Item]:
    """The item, or what it holds where its bytes are a zip's or a tar's.

    What of an archive cannot be listed is told by the archive as an item with a problem.
    """
    if item.problem is not None or URL in item.file:
        yield item
        return
    try:
        with open(item.file, "rb") as file:
            first = file.read(tarfile.BLOCKSIZE)
    except OSError as error:
        yield item.failed(*trouble(error))
        return
    if kind_by_first_bytes(first) == "zip" and not begins_package(first):
        yield from in_zip(item, aside)
    elif is_tar(first):
        found = yield from in_tar(item, item.file, aside)
        if found is not None:
            yield item.failed("file_broken", {"found": found})
    else:
        unpack = next((unpack for mark, unpack in UNPACKERS if first.startswith(mark)), None)
        if unpack is not None and is_tar(beginning(item.file, unpack)):
            yield from in_packed_tar(item, unpack, spool, aside)
        else:
            yield item


def member_path(item: Item, name: str, aside: Counter[str]) -> str | None:
    """How a member is shown, None for one that folders would not show."""
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if any(is_hidden(part) for part in parts if part != ".."):
        aside["hidden"] += 1
        return None
    return f"{item.path}/{shown('/'.join(parts))}"


# ---------------------------------------------------------------- zip


def in_zip(item: Item, aside: Counter[str]) -> Iterator[Item]:
    """The members of a zip; the item itself if it is a package, which is one document."""
    try:
        with ZipFile(item.file) as archive:
            members, package = archive.filelist, is_package(archive.NameToInfo)
            bomb, repeated = overlap(archive), repeated_in(archive)
    except BROKEN_ZIP as error:
        found = message_of(error)
        if isinstance(error, OSError) and error.errno is not None:
            yield item.failed(*trouble(error))
        else:
            yield item.failed("file_broken", {"found": found})
        return
    if package:
        yield item
    elif bomb:
        yield item.failed("file_bomb")
    else:
        for info in members:
            member = in_zip_as(item, info, info.header_offset in repeated, aside)
            if member is not None:
                yield member


def in_zip_as(item: Item, info: ZipInfo, repeated: bool, aside: Counter[str]) -> Item | None:
    """A zip's member as an item, None where there is nothing to read."""
    name = name_of(info).replace("\\", "/")  # as some programs of Windows write it
    mode = info.external_attr >> 16
    if name.endswith("/") or stat.S_ISDIR(mode):
        aside["folders"] += 1
        return None
    path = member_path(item, name, aside)
    if path is None:
        return None
    if stat.S_ISLNK(mode):
        aside["links"] += 1
        return None
    member = item._replace(
        path=path,
        member=info.filename,
        offset=info.header_offset if repeated else None,
        size=info.file_size,
    )
    return member.failed("file_encrypted") if info.flag_bits & ENCRYPTED else member


def name_of(info: ZipInfo) -> str:
    """A member's name; many programs write UTF-8 without saying so."""
    if not info.flag_bits & UTF8_NAME:
        try:
            return info.filename.encode("cp437").decode("utf-8")
        except ValueError:  # in a code page of its time
            pass
    return info.filename


# ---------------------------------------------------------------- tar


class Headers(io.FileIO):
    """A tar read header by header; one that claims to be huge is damage, not memory."""

    def read(self, size: int | None = -1, /) -> bytes:
        """As of any file, but bounded."""
        if size is None or not 0 <= size <= MOST_HEADER:
            raise tarfile.ReadError(f"a header of {size} bytes")
        return super().read(size) or b""


def in_tar(item: Item, place: str, aside: Counter[str]) -> Generator[Item, None, str | None]:
    """The members of a tar, then what was wrong with it, if anything.

    ``place`` is where it lies uncompressed.
    """
    try:
        with (
            Headers(place) as file,
            tarfile.open(fileobj=file, mode="r:", encoding="utf-8") as tar,
        ):
            before = 0
            while (info := tar.next()) is not None:
                tar.members = []  # type: ignore[attr-defined]  # it would keep them all
                if info.offset_data <= before or info.size < 0:
                    return "members overlap"  # or lead back, for ever
                before = info.offset_data
                member = in_tar_as(item, place, info, aside)
                if member is not None:
                    yield member
            file.seek(tar.offset)  # tarfile takes any header that it cannot read for the end
            if file.read(tarfile.BLOCKSIZE) != bytes(tarfile.BLOCKSIZE):
                return "unexpected end of data"
    except BROKEN_TAR as error:
        return message_of(error)
    return None


def in_tar_as(item: Item, place: str, info: tarfile.TarInfo, aside: Counter[str]) -> Item | None:
    """A tar's member as an item, None where there is nothing to read."""
    if info.isdir():
        aside["folders"] += 1
        return None
    path = member_path(item, info.name, aside)
    if path is None:
        return None
    if not info.isreg():
        # a hard link's bytes are those of an earlier member
        aside["links" if info.issym() or info.islnk() else "special"] += 1
        return None
    member = item._replace(path=path, file=place, offset=info.offset_data, size=info.size)
    # its bytes lie in pieces, as no document's do
    return member.failed("file_broken", {"found": "sparse"}) if info.issparse() else member


def beginning(file: str, unpack: Unpacker) -> bytes:
    """The first bytes of a compressed file, none where it is broken."""
    try:
        with unpack(file, "rb") as packed:
            return packed.read(tarfile.BLOCKSIZE)
    except BROKEN_STREAM:
        return b""


def in_packed_tar(item: Item, unpack: Unpacker, spool: Path, aside: Counter[str]) -> Iterator[Item]:
    """The members of a compressed tar, as they lie in the spool."""
    try:
        place, torn = unpacked(item, unpack, spool)
    except UnreadableFile as error:
        yield item.failed(error.problem, error.details)
        return
    except OSError as error:  # no room is left, for one
        yield item.failed(*trouble(error))
        return
    found = yield from in_tar(item, os.fspath(place), aside)
    if torn or found:
        yield item.failed("file_broken", {"found": torn or found or ""})


def unpacked(item: Item, unpack: Unpacker, spool: Path) -> tuple[Path, str | None]:
    """Where a compressed tar lies uncompressed, and what tore it off, if anything.

    One that an earlier run unpacked to its end is taken as it is. Raises ``UnreadableFile`` for a
    bomb.
    """
    told = f"{item.file}\0{item.size}\0{item.mtime}"
    mark = hashlib.sha256(os.fsencode(told)).hexdigest()
    whole = (spool / f"{mark}.tar").absolute()
    if whole.exists():
        return whole, None
    spool.mkdir(parents=True, exist_ok=True)
    part = whole.with_suffix(".part")
    try:
        with open(part, "wb") as out, unpack(item.file, "rb") as packed:
            torn = copy(item, packed, out)
        # of a torn one another run shall say so, too
        place = whole.with_suffix(".torn") if torn else whole
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
    return place, torn


def copy(item: Item, packed: IO[bytes], out: IO[bytes]) -> str | None:
    """None when all was unpacked, else what tore it off; raises ``UnreadableFile`` for a bomb."""
    count = 0
    while True:
        try:
            chunk = packed.read(CHUNK)
        except BROKEN_STREAM as error:
            return message_of(error)
        if not chunk:
            return None
        count += len(chunk)
        if count > MOST_UNPACKED:
            raise UnreadableFile(item.path, "file_unpacks", most=MOST_UNPACKED >> 20)
        if count > UNSUSPECTED and count > MOST_RATIO * (item.size or 1):
            raise UnreadableFile(item.path, "file_bomb")
        out.write(chunk)

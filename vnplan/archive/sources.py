"""What an archivist names to items, one for each file: folders, patterns, archives, lists, URLs.

Nothing stops the way: what does not exist or cannot be opened is an item that says so. Items come
as they are found, in the same order every time.
"""

from __future__ import annotations

import codecs
import glob
import hashlib
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Any, BinaryIO, NamedTuple

from vnplan.archive.items import URL, Item, forget_open, message_of, read_item
from vnplan.archive.members import opened, shown
from vnplan.folder import as_found, find_files, is_hidden, trouble

__all__ = ["Item", "find_items", "forget_open", "read_item"]

LIST = "-"
LIST_CHUNK = 1 << 16  # longer than any path: the first has the sign that ends paths
LOST = "\ufffd"
# ftp://user:secret@host/shelf
PASSWORD = re.compile(r"(?<=://)[^/@:]*:[^/@]*@")
WHEN = ("mtime", "LastModified", "last_modified", "updated", "created")  # as stores name it


def find_items(
    sources: Iterable[str],
    *,
    spool: Path,
    aside: Counter[str],
    skip: Collection[Path] = (),
) -> Iterator[Item]:
    """The files of all sources, archives opened, each file once.

    A source is a folder, a pattern (``shelf/**/*.docx``), a zip or tar archive, any other file,
    ``-`` for a list of paths on standard input, or a URL that fsspec knows. Compressed tars are
    unpacked into ``spool``. ``aside`` counts what was left out. Folders in ``skip`` are not
    entered.
    """
    named = list(sources)
    search = Search(aside, frozenset(os.path.realpath(folder) for folder in (*skip, spool)))
    groups = files_of_each(named, search)
    once = len(named) == 1 and named[0] != LIST
    files = (item for group in groups for item in group) if once else without_repeats(groups)
    return with_own_paths(item for file in files for item in opened(file, spool, aside))


class Search(NamedTuple):
    """What goes along on the way: what was left out, and folders (real paths) not to enter."""

    aside: Counter[str]
    apart: frozenset[str]

    def leaves_out(self, real: str) -> bool:
        """Whether a real path lies in a folder that is not entered."""
        return any(real == folder or real.startswith(f"{folder}/") for folder in self.apart)


def files_of_each(named: Sequence[str], search: Search) -> Iterator[Iterator[Item]]:
    """The files of each source, and of each path of a list."""
    for source in named:
        if source == LIST:
            for path in listed(sys.stdin.buffer):
                yield files_of(path, search, pattern=False)
        else:
            yield files_of(source, search)


def listed(stream: BinaryIO) -> Iterator[str]:
    """The paths of a list, one a line, or each ended by a NUL (``find … -print0``)."""
    rest = stream.read(LIST_CHUNK).removeprefix(codecs.BOM_UTF8)
    end = b"\0" if b"\0" in rest else b"\n"
    more = True
    while more:
        *paths, rest = rest.split(end)
        chunk = stream.read(LIST_CHUNK)
        more = bool(chunk)
        for path in paths if more else (*paths, rest):
            path = path if end == b"\0" else path.removesuffix(b"\r")
            if path:
                yield os.fsdecode(path)
        rest += chunk


def files_of(source: str, search: Search, *, pattern: bool = True) -> Iterator[Item]:
    """The files of one source, archives unopened; ``pattern`` is false for what names one path."""
    if URL in source:
        return in_store(source, search)
    if os.path.isdir(source):
        return in_folder(source, search)
    if os.path.lexists(source) or not pattern or not glob.has_magic(source):
        return plain_file(source, search)
    return or_missing(source, in_pattern(source, search))


def or_missing(source: str, items: Iterator[Item]) -> Iterator[Item]:
    """The items, or one that says that there are none."""
    item = None
    for item in items:
        yield item
    if item is None:
        yield Item(shown(source), source, problem="file_missing")


# ---------------------------------------------------------------- the disk


def plain_file(source: str, search: Search) -> Iterator[Item]:
    """A file that was named itself, be it hidden."""
    item = Item(shown(str(PurePath(source))) if source else "", full(source))
    if search.leaves_out(os.path.realpath(item.file)):
        return
    try:
        found = as_found(source, os.stat(source))
        yield item._replace(size=found.size, mtime=found.mtime, problem=found.problem)
    except OSError as error:
        yield item.failed(*trouble(error))


def in_folder(top: str, search: Search, pattern: Sequence[str] | None = None) -> Iterator[Item]:
    """The files below a folder, those that fit the parts of a pattern."""
    real = os.path.realpath(top)
    if search.leaves_out(real):
        return

    def enter(below: str) -> bool:
        if os.path.join(real, below) in search.apart:
            return False
        return pattern is None or fits(below.split("/"), pattern, begin=True)

    before, place = prefix_of(top), prefix_of(full(top))
    for path, size, mtime, problem, details in find_files(Path(top), search.aside, enter=enter):
        # of a folder that could not be opened nobody knows what it holds
        if pattern is None or path.endswith("/") or fits(path.split("/"), pattern):
            path = path.lstrip("/")  # of the top itself
            item = Item(shown(before + path) or "./", place + path, size=size, mtime=mtime)
            yield item.failed(problem, details) if problem else item


def full(path: str) -> str:
    """The full path of a file; ``..`` stays, which behind a link is another folder."""
    return str(PurePath(os.getcwd(), path))


def prefix_of(folder: str) -> str:
    """What stands before the names in a folder: ``shelf/`` for ``./shelf/``, nothing for ``.``."""
    folder = str(PurePath(folder))
    return "" if folder == "." else folder if folder.endswith("/") else f"{folder}/"


def in_pattern(source: str, search: Search) -> Iterator[Item]:
    """The files that a pattern names, and those in folders that it names, as a shell has it."""
    before, parts = split_pattern(PurePath(source).parts)
    top = os.path.join(*before) if before else "."
    if os.path.isdir(top):
        yield from in_folder(top, search, parts)


def split_pattern(parts: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """The folders that a pattern begins with, and the rest of its parts."""
    first = next(at for at, part in enumerate(parts) if glob.has_magic(part))
    rest: list[str] = []
    for part in parts[first:]:
        if part != "**" or rest[-1:] != ["**"]:  # twice says no more than once, and takes long
            rest.append(part)
    return parts[:first], rest


def fits(names: Sequence[str], parts: Sequence[str], *, begin: bool = False) -> bool:
    """Whether a path, or a folder that it is in, fits a pattern; with ``begin``, whether
    something below it could."""
    if not parts:
        return True
    if not names:
        return begin
    if parts[0] == "**":
        return fits(names, parts[1:], begin=begin) or fits(names[1:], parts, begin=begin)
    return fnmatchcase(names[0], parts[0]) and fits(names[1:], parts[1:], begin=begin)


# ---------------------------------------------------------------- other stores


def in_store(source: str, search: Search) -> Iterator[Item]:
    """The files behind a URL: one, a folder's, or those that fit a pattern."""
    item = Item(shown(PASSWORD.sub("", source)), source)
    try:
        from fsspec.core import url_to_fs

        scheme, _, rest = source.partition(URL)
        parts = rest.split("/")
        if any(map(glob.has_magic, parts)) and not url_to_fs(source)[0].exists(source):
            top, pattern = split_pattern(parts)
            top_url = scheme + URL + "/".join(top)
            yield from or_missing(source, in_remote_folder(top_url, search, pattern))
            return
        store, path = url_to_fs(source)
        told = store.info(path)
        if told["type"] == "directory":
            yield from in_remote_folder(source, search)
        else:
            yield as_remote_item(source, told)
    except OSError as error:
        yield item.failed(*trouble(error))
    except Exception as error:  # each store has errors of its own, and may not be installed
        yield item.failed("file_broken", {"found": message_of(error)})


def in_remote_folder(
    source: str, search: Search, pattern: Sequence[str] | None = None
) -> Iterator[Item]:
    """The files below a folder of a store, in order of their names as on disk."""
    from fsspec.core import url_to_fs

    store, top = url_to_fs(source)
    before = source if source.endswith(URL) else f"{source.rstrip('/')}/"
    stack = [""]
    while stack:
        below = stack.pop()
        folder = f"{top.rstrip('/')}/{below}".rstrip("/") if below else top
        try:
            inside = sorted(store.ls(folder, detail=True), key=lambda told: str(told["name"]))
        except OSError as error:
            url = before + below
            yield Item(shown(PASSWORD.sub("", url)), url).failed(*trouble(error))
            continue
        folders: list[str] = []
        for told in inside:
            name = told["name"].rstrip("/").rpartition("/")[2]
            if told["name"].strip("/") == folder.strip("/"):
                continue  # the mark that some stores keep for a folder
            path = f"{below}/{name}" if below else name
            if is_hidden(name):
                search.aside["hidden"] += 1
            elif told.get("islink") and told["type"] != "file":
                search.aside["links"] += 1
            elif told["type"] == "directory":
                if pattern is None or fits(path.split("/"), pattern, begin=True):
                    folders.append(path)
            elif pattern is None or fits(path.split("/"), pattern):
                yield as_remote_item(before + path, told)
        stack += reversed(folders)


def as_remote_item(url: str, told: dict[str, Any]) -> Item:
    """A file of a store by what that tells of it."""
    when = next((told[key] for key in WHEN if told.get(key) is not None), None)
    mtime = when.timestamp() if isinstance(when, datetime) else when
    return Item(
        shown(PASSWORD.sub("", url)),
        url,
        size=told.get("size"),
        mtime=float(mtime) if isinstance(mtime, (int, float)) else None,
        problem=None if told["type"] == "file" else "file_special",
    )


# ---------------------------------------------------------------- each once


def without_repeats(groups: Iterable[Iterator[Item]]) -> Iterator[Item]:
    """The items of all groups, those that an earlier group gave by any path left out."""
    real_path = real_paths()
    earlier: set[int] = set()
    for group in groups:
        here: list[int] = []
        for item in group:
            mark = mark_of(real_path(item.file))
            if mark not in earlier:
                here.append(mark)
                yield item
        earlier.update(here)


def real_paths() -> Callable[[str], str]:
    """A function for the real path of a file, quick for one in the folder of the last."""
    last = real = ""

    def real_path(file: str) -> str:
        nonlocal last, real
        folder, name = os.path.split(file)
        if URL in file:
            return file
        if name in ("", "..") or os.path.islink(file):
            return os.path.realpath(file)
        if folder != last:
            last, real = folder, os.path.realpath(folder)
        return os.path.join(real, name)

    return real_path


def with_own_paths(items: Iterable[Item]) -> Iterator[Item]:
    """The items, a path that comes again with a number: ``b.doc#2``.

    Only names of other bytes, and those inside one archive, can come again.
    """
    lost: dict[int, int] = {}  # mark of a path -> how often it came
    inside: dict[int, int] = {}
    archive = ""
    for item in items:
        if item.member is None and item.offset is None and LOST not in item.path:
            yield item
            continue
        if item.file != archive:
            archive, inside = item.file, {}
        known = lost if LOST in item.path else inside
        first, path = mark_of(item.path), item.path
        while (mark := mark_of(path)) in known:
            known[first] += 1
            path = f"{item.path}#{known[first]}"
        known[mark] = 1
        yield item._replace(path=path) if path is not item.path else item


def mark_of(path: str) -> int:
    """A number for a path that takes less room; no two paths of an archive have the same."""
    return int.from_bytes(hashlib.blake2b(os.fsencode(path), digest_size=16).digest())

"""Which files of an archive are gone from the shelf: they were under its sources, and are no more.

An unmounted disk looks like a shelf whose files were all taken away. So a file is gone only where
its folder, or the first above it that is there, still has other files; else it is out of reach, and
so is what lies where something could not be read, or where a disk may have been mounted.
"""

from __future__ import annotations

import glob
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from vnplan.archive.items import URL, Item
from vnplan.archive.members import shown
from vnplan.archive.sources import LIST, LOST, PASSWORD, fits, prefix_of, split_pattern

HERE = "."
MISSING = "file_missing"


class Gone(NamedTuple):
    """Known files that were not found: those that are gone, and those out of reach."""

    files: tuple[str, ...]
    out_of_reach: tuple[str, ...]


class Root(NamedTuple):
    """A source as the beginning of paths in the archive; ``pattern`` is of what stands behind."""

    path: str
    pattern: tuple[str, ...] | None = None

    def has(self, path: str) -> bool:
        """Whether a path of the archive lies under the source."""
        if self.path == HERE:
            if path.startswith(("/", "../")) or URL in path:
                return False
            rest = path
        else:
            before = self.path if self.path.endswith("/") else f"{self.path}/"
            if not path.startswith(before):
                return path == self.path and self.pattern is None
            rest = path[len(before) :]
        return self.pattern is None or fits(rest.split("/"), self.pattern)


def find_gone(known: Iterable[str], sources: Iterable[str], items: Iterable[Item]) -> Gone:
    """The known files under the sources that are not among the items found there.

    What a list on standard input names is never missed, for nobody can tell what it named before.
    """
    roots = Roots(root_of(source) for source in sources if source != LIST)
    found: set[str] = set()
    occupied: dict[Root, set[str]] = defaultdict(set)  # folders and archives not empty
    unread: set[str] = set()
    for item in items:
        found.add(item.path)
        if item.problem is not None:
            unread.add(item.path.rstrip("/"))
        if item.problem == MISSING:  # a source, or what vanished meanwhile: nothing is seen
            continue
        for root in roots.of(item.path):
            for folder in above(item.path):
                if folder in occupied[root]:
                    break
                occupied[root].add(folder)
    reach = {root: Reach(root.path, occupied[root], unread) for root in roots}
    gone: list[str] = []
    away: list[str] = []
    for path in known:
        mine = [] if path in found else list(roots.of(path))
        if not mine:
            continue
        place = path.rstrip("/")
        if place not in unread and any(place in occupied[root] for root in mine):
            gone.append(path)  # trouble with a folder or an archive, once
        elif URL in path or LOST in path or not is_there(path):
            told = any(reach[root].tells(path) for root in mine)
            (gone if told else away).append(path)
        # else it was left aside: it is hidden, or behind a link
    return Gone(tuple(gone), tuple(away))


class Roots:
    """The sources of a run, found by the paths that lie under them."""

    def __init__(self, roots: Iterable[Root]) -> None:
        every = dict.fromkeys(roots)
        self.folders = {root.path: root for root in every if root.pattern is None}
        self.patterns = [root for root in every if root.pattern is not None]

    def __iter__(self) -> Iterator[Root]:
        return iter((*self.folders.values(), *self.patterns))

    def of(self, path: str) -> Iterator[Root]:
        """Those that a path lies under."""
        for place in (path, *above(path)):
            root = self.folders.get(place)
            if root is not None and root.has(path):
                yield root
        yield from (root for root in self.patterns if root.has(path))


def root_of(source: str) -> Root:
    """A source as its files' paths begin; as ``sources.files_of`` reads it."""
    if URL in source:
        source = PASSWORD.sub("", source)
        scheme, _, rest = source.partition(URL)
        parts = rest.rstrip("/").split("/")
        if not any(map(glob.has_magic, parts)):
            return Root(shown(source.rstrip("/")))
        top, pattern = split_pattern(parts)
        return Root(shown(scheme + URL + "/".join(top)), tuple(pattern))
    if os.path.lexists(source) or not glob.has_magic(source):
        return Root(shown(prefix_of(source).rstrip("/") or (HERE if source[:1] != "/" else "/")))
    top, pattern = split_pattern(PurePath(source).parts)
    return Root(shown(os.path.join(*top)) if top else HERE, tuple(pattern))


def above(path: str) -> Iterator[str]:
    """The folders that a path lies in, the nearest first."""
    path = path.rstrip("/")
    while "/" in path.strip("/"):
        path = path.rpartition("/")[0]
        yield path
    yield "/" if path.startswith("/") else HERE


def is_there(path: str) -> bool:
    """Whether something has a path; where nobody can tell, it may have."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


class Reach:
    """Where a source can be seen as it is."""

    def __init__(self, root: str, occupied: set[str], unread: set[str]) -> None:
        self.root = root
        self.occupied = occupied
        self.unread = unread
        self.known: dict[str, bool] = {}

    def tells(self, path: str) -> bool:
        """Whether a path that is not there must have been taken away."""
        if path == self.root or path in self.unread or LOST in path:
            return False
        return self.shows(next(above(path)))

    def shows(self, folder: str) -> bool:
        """Whether what is no more in a folder must have been taken away, or the folder itself."""
        if folder not in self.known:
            self.known[folder] = self._shows(folder)
        return self.known[folder]

    def _shows(self, folder: str) -> bool:
        if folder in self.unread:
            return False
        # of a store nobody can tell a folder that was emptied from one that is not mounted
        if URL in folder or is_there(folder):
            return folder in self.occupied and not self.unread.intersection(above(folder))
        if folder in (self.root, HERE, "/"):
            return False  # the source itself is gone
        over = next(above(folder))
        return self.shows(over) and not has_mounts(over)


def has_mounts(folder: str) -> bool:
    """Whether disks are mounted in a folder: one that is not may be the next to come back."""
    try:
        with os.scandir(folder) as inside:
            return any(entry.is_dir() and os.path.ismount(entry.path) for entry in inside)
    except NotADirectoryError:  # an archive
        return False
    except OSError:
        return True

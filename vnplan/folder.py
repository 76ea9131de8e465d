"""The files of a folder and of all folders below it, what is hidden or leads elsewhere left out."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

# beside names with a dot: the locks of Word, what Windows and macOS put into folders and archives
HIDDEN_STARTS = (".", "~$")
HIDDEN_NAMES = frozenset(("thumbs.db", "desktop.ini", "__macosx"))


class Found(NamedTuple):
    """A file met on the way, ``problem`` where the way already ended; a folder ends in ``/``."""

    path: str
    size: int | None = None
    mtime: float | None = None
    problem: str | None = None
    details: dict[str, str | int] = {}  # noqa: RUF012 - never written to


def find_files(
    top: Path, aside: Counter[str], *, enter: Callable[[str], bool] = lambda below: True
) -> Iterator[Found]:
    """The files of a folder, then those of the folders in it, in order of their names.

    ``aside`` counts what was left out: hidden files and folders, and links to folders. ``enter``
    says of a folder below, by its path from the top, whether to look into it.
    """
    stack = [""]
    while stack:
        below = stack.pop()
        folder = os.fspath(top / below)
        try:
            names = sorted(os.listdir(folder))  # no more than names: there may be 100,000
        except OSError as error:
            yield Found(f"{below}/", None, None, *trouble(error))
            continue
        folders: list[str] = []
        for name in names:
            path = f"{below}/{name}" if below else name
            if is_hidden(name):
                aside["hidden"] += 1
                continue
            try:
                told, is_link = look(os.path.join(folder, name))
            except OSError as error:
                yield Found(path, None, None, *trouble(error))
                continue
            if not stat.S_ISDIR(told.st_mode):
                yield as_found(path, told)
            elif is_link:
                aside["links"] += 1  # a loop, or a way out of the folder
            elif enter(path):
                folders.append(path)
        stack += reversed(folders)


def look(place: str) -> tuple[os.stat_result, bool]:
    """What the file system tells of a file, and whether a link led to it."""
    told = os.lstat(place)
    is_link = stat.S_ISLNK(told.st_mode)
    return (os.stat(place) if is_link else told), is_link


def as_found(path: str, told: os.stat_result) -> Found:
    """A file with its size; a device or pipe, which may have no end, is trouble."""
    if not stat.S_ISREG(told.st_mode):
        return Found(path, problem="file_special")
    return Found(path, told.st_size, told.st_mtime)


def is_hidden(name: str) -> bool:
    """Whether a name is one that folders do not show."""
    return name.startswith(HIDDEN_STARTS) or name.lower() in HIDDEN_NAMES


def trouble(error: OSError) -> tuple[str, dict[str, str | int]]:
    """The message of an error of the file system."""
    if isinstance(error, FileNotFoundError):
        return "file_missing", {}
    if isinstance(error, PermissionError):
        return "file_denied", {}
    if isinstance(error, IsADirectoryError):
        return "file_folder", {}
    return "file_broken", {"found": error.strerror or str(error)}


def printed(path: str) -> str:
    """A path that can be written to JSON, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")

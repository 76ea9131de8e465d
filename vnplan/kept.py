"""What is made of words and patterns at every start, kept beside Python's ``.pyc`` files.

Making trees of some 300 word lists and compiling as many patterns takes half the time of a short
command, reading them back a small part of it. A compiled pattern is kept as what ``re`` hands to
its engine, which checks it. Whatever is wrong with what was kept, missing or of another Python,
it is made anew.
"""

from __future__ import annotations

import importlib.util
import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from typing import Any

MAKERS = ("kept.py", "patterns.py", "views.py", "lexicon/letters.py")  # by which trees are made


def versions() -> tuple[tuple[int, int], ...]:
    """The sizes and times of what makes trees and patterns; raises OSError."""
    folder = os.path.dirname(__file__)
    found = [os.stat(os.path.join(folder, *name.split("/"))) for name in MAKERS]
    return tuple((one.st_size, one.st_mtime_ns) for one in found)


try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]

    STAMP: tuple[Any, ...] | None = (
        sys.version,
        _sre.MAGIC,
        _sre.CODESIZE,
        array("I").itemsize,
        versions(),
    )
except (ImportError, AttributeError, OSError):  # not CPython 3.11 or later, or not in files
    STAMP = None

# a pattern's source, flags, code, number of groups, groups by name and names by group
Code = tuple[str, int, bytes, int, dict[str, int], tuple[str | None, ...]]
Shelf = dict[tuple[str, int], Any]
MOST = 5000  # things; more are left from earlier versions of ours

_trees: Shelf = {}
_patterns: Shelf = {}
_new = False


def tree(words: str, kind: int, make: Callable[[str, int], str]) -> str:
    """What ``make`` makes of words, from what is kept if it is there."""
    global _new
    found = _trees.get((words, kind))
    if not isinstance(found, str):
        _new = True
        found = _trees[words, kind] = make(words, kind)
    return found


def compiled(source: str, flags: int, make: Callable[[str], str]) -> re.Pattern[str]:
    """The compiled pattern of what ``make`` makes of a source, from what is kept if it is there."""
    global _new
    flags = int(flags)  # a RegexFlag cannot be kept
    if STAMP is None:
        return re.compile(make(source), flags)
    try:
        return as_pattern(_patterns[source, flags])
    except (KeyError, RuntimeError, TypeError, ValueError, OverflowError):
        pass  # not there, or nothing that the engine can run
    try:
        code = as_code(make(source), flags)
        pattern = as_pattern(code)
    except (AttributeError, RuntimeError, TypeError, ValueError):  # re has changed within
        return re.compile(make(source), flags)
    _patterns[source, flags] = code
    _new = True
    return pattern


def as_code(source: str, flags: int) -> Code:
    """What ``re`` makes of a pattern before its engine takes it."""
    parsed = _parser.parse(source, flags)
    code = array("I", _compiler._code(parsed, flags))
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    flags = int(flags | state.flags)
    return source, flags, code.tobytes(), state.groups - 1, state.groupdict, tuple(names)


def as_pattern(code: Code) -> re.Pattern[str]:
    """The pattern; raises RuntimeError for what the engine cannot run."""
    source, flags, packed, groups, by_name, names = code
    numbers = array("I")
    numbers.frombytes(packed)
    pattern: re.Pattern[str] = _sre.compile(source, flags, numbers.tolist(), groups, by_name, names)
    return pattern


# ---------------------------------------------------------------- the file


def kept_path() -> str:
    """The file, in Python's own folder of compiled modules; raises NotImplementedError."""
    return importlib.util.cache_from_source(__file__).removesuffix(".pyc") + ".data"


def read_kept() -> None:
    """Take what an earlier run of this Python kept, if there is anything."""
    try:
        with open(kept_path(), "rb") as file:
            stamp, trees, patterns = marshal.load(file)
        if stamp == STAMP and isinstance(trees, dict) and isinstance(patterns, dict):
            _trees.update(trees)
            _patterns.update(patterns)
    except (OSError, EOFError, ValueError, TypeError, NotImplementedError):
        pass


def keep() -> None:
    """Write what was made for the runs to come, where Python may write modules too."""
    if STAMP is None or not _new or sys.dont_write_bytecode:
        return
    beside = ""
    try:
        path = kept_path()
        if len(_trees) + len(_patterns) > MOST:
            os.remove(path)  # the next run begins anew
            return
        os.makedirs(os.path.dirname(path), exist_ok=True)
        beside = f"{path}.{os.getpid()}"
        with open(beside, "wb") as file:
            marshal.dump((STAMP, _trees, _patterns), file)
        os.replace(beside, path)
    except (OSError, ValueError, NotImplementedError):
        # a folder that we may not write, a full disk, or no folder of compiled modules
        with suppress(OSError):
            os.remove(beside)


read_kept()

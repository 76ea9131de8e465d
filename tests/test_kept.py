"""What one command spares the next: kept patterns are the same, and bad ones are made anew."""

from __future__ import annotations

import marshal
import re
from pathlib import Path

import pytest
from conftest import Command

from vnplan import kept

SOURCES = [
    (r"\d{1,3}(?P<sign>[/.-])\d{4}", 0),
    (r"(?i:kế\s+hoạch|báo\s+cáo)(?!\w)", re.MULTILINE),
    (r"  ngày [ ] (?P<day>\d+) # thứ mấy", re.VERBOSE),
    (r"(?P<a>x)|(?P<b>y)(?:z|\Z)[ ]{0,80}+", re.IGNORECASE),
]
needs_cpython = pytest.mark.skipif(kept.STAMP is None, reason="patterns are kept by CPython alone")


@needs_cpython
@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_pattern_that_was_kept_is_the_one_that_re_compiles(source: str, flags: int) -> None:
    code = marshal.loads(marshal.dumps(kept.as_code(source, int(flags))))
    pattern = kept.as_pattern(code)
    assert pattern == re.compile(source, flags)
    assert pattern.groupindex == re.compile(source, flags).groupindex


@needs_cpython
@pytest.mark.parametrize("broken", [(), ("x", 0, b"abcd" * 3, 0, {}, (None,)), "x", None])
def test_what_the_engine_cannot_run_is_compiled_anew(broken: object) -> None:
    source = "nothing else is written like this"
    kept._patterns[source, 0] = broken
    try:
        assert kept.compiled(source, 0, str).search(f"… {source}") is not None
    finally:
        del kept._patterns[source, 0]


def test_words_become_a_tree_once() -> None:
    made: list[str] = []

    def make(words: str, kind: int) -> str:
        made.append(words)
        return words.replace("\0", "|")

    assert kept.tree("only\0here", 7, make) == kept.tree("only\0here", 7, make) == "only|here"
    assert made == ["only\0here"]


@needs_cpython
def test_the_second_command_finds_what_the_first_left(
    vnplan: Command, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "compiled"
    environ = {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
    first = vnplan("diff", *pair, **environ)
    [path] = folder.rglob("kept.*.data")
    stamp, trees, patterns = marshal.loads(path.read_bytes())
    assert stamp == kept.STAMP
    assert len(trees) > 100 < len(patterns)
    written = path.stat().st_mtime_ns
    assert vnplan("diff", *pair, **environ).stdout == first.stdout
    assert path.stat().st_mtime_ns == written  # nothing new, nothing written


@needs_cpython
@pytest.mark.parametrize(
    "left", [b"", b"no marshal", marshal.dumps(("another Python", {}, {})), marshal.dumps((1, 2))]
)
def test_a_broken_file_is_replaced(
    vnplan: Command, pair: tuple[Path, Path], tmp_path: Path, left: bytes
) -> None:
    folder = tmp_path / "compiled"
    environ = {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
    first = vnplan("outline", pair[0], **environ)
    [path] = folder.rglob("kept.*.data")
    path.write_bytes(left)
    again = vnplan("outline", pair[0], **environ)
    assert (again.returncode, again.stdout, again.stderr) == (0, first.stdout, b"")
    assert marshal.loads(path.read_bytes())[0] == kept.STAMP


def test_nothing_is_written_where_python_writes_no_modules(
    vnplan: Command, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "compiled"
    environ = {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    assert vnplan("outline", pair[0], **environ).returncode == 0
    assert not list(tmp_path.rglob("kept.*"))

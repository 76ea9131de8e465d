"""What is loaded when: the package costs nothing, and no command loads guests it does not use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, clean_environment

HEAVY = {"spacy", "underthesea", "sklearn", "pandas"}
MATRICES = {"numpy", "scipy"}


def loaded(*command: str) -> set[str]:
    """The top-level modules that a command imports, as Python itself tells."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", *command],
        env=clean_environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    ).stderr
    lines = [line for line in told.splitlines() if line.startswith("import time:")]
    assert len(lines) > 20, told
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize(
    "command",
    [
        ["-c", "import vnplan; vnplan.__version__; dir(vnplan)"],
        ["-m", "vnplan", "--help"],
        ["-m", "vnplan", "--version"],
        ["-m", "vnplan", "diff", "--help"],
        ["-m", "vnplan", "diff", "only-one.txt"],
    ],
)
def test_nothing_is_loaded_before_it_is_needed(command: list[str]) -> None:
    assert not loaded(*command) & (HEAVY | MATRICES | {"pydantic", "regex", "rich"})


def test_records_need_pydantic_alone() -> None:
    modules = loaded("-c", "from vnplan import Plan")
    assert "pydantic" in modules
    assert not modules & (HEAVY | MATRICES | {"regex", "rich"})


def test_parsing_loads_no_heavy_guest(pair: tuple[Path, Path]) -> None:
    modules = loaded("-m", "vnplan", "parse", str(pair[0]))
    assert "pydantic" in modules
    assert not modules & (HEAVY | MATRICES | {"rich"})


def test_an_outline_loads_no_heavy_guest(pair: tuple[Path, Path]) -> None:
    assert not loaded("-m", "vnplan", "outline", str(pair[0])) & (HEAVY | MATRICES | {"rich"})


def test_a_difference_loads_neither_spacy_nor_pandas(pair: tuple[Path, Path]) -> None:
    modules = loaded("-m", "vnplan", "diff", *map(str, pair))
    assert not modules & {"spacy", "pandas", "rich", "yaml"}

"""The examples of docs/developers.md, run one after the other, and the archive as a dataset."""

from __future__ import annotations

import ast
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from conftest import ROOT
from test_readme import write_files

import vnplan
from vnplan.archive.extract import extract
from vnplan.archive.tables import TABLES

PAGE = (ROOT / "docs" / "developers.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^## (?P<title>[^\n]+)$|^```python\n(?P<body>.*?)^```$", re.M | re.S)
TITLES = ["The library", "spaCy", "pandas", "scikit-learn", "Hugging Face datasets"]
without_datasets = pytest.mark.skipif(
    find_spec("datasets") is None, reason="datasets is not installed: make test installs it"
)


def programs() -> dict[str, list[str]]:
    """Title of a section -> its blocks of Python."""
    found: dict[str, list[str]] = {}
    for match in EXAMPLE.finditer(PAGE):
        if match["title"]:
            found[match["title"]] = []
        else:
            found[list(found)[-1]].append(match["body"])
    return found


def play(body: str, names: dict[str, Any]) -> None:
    """Run a block; where a comment stands below a bare expression, it shows its value."""
    lines = body.splitlines()
    for node in ast.parse(body).body:
        end = node.end_lineno or 0
        below = [line for line in lines[end:] if line]
        shown = [line[2:] for line in below[: next_code(below)]]
        if isinstance(node, ast.Expr) and shown and lines[end : end + 1] == [f"# {shown[0]}"]:
            value = eval(compile(ast.Expression(node.value), "developers.md", "eval"), names)
            assert show(value) == "\n".join(shown), shown
        else:
            exec(compile(ast.Module([node], []), "developers.md", "exec"), names)


def next_code(lines: list[str]) -> int:
    """How many of the first lines are comments."""
    return next((i for i, line in enumerate(lines) if not line.startswith("# ")), len(lines))


def show(value: object) -> str:
    """A value as the page shows it."""
    if isinstance(value, pd.DataFrame):
        return value.to_string(float_format="{:.2f}".format)
    return repr(value)


@pytest.fixture
def datasets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The library, that keeps what it copies in a folder of the test and asks nobody."""
    library = pytest.importorskip("datasets")
    monkeypatch.setattr(library.config, "HF_DATASETS_CACHE", tmp_path / "cache")
    monkeypatch.setattr(library.config, "HF_HUB_OFFLINE", True)
    return library


def test_the_page_has_its_examples() -> None:
    assert [title for title, blocks in programs().items() if blocks] == TITLES


@pytest.mark.slow
def test_examples_up_to_datasets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for title in TITLES[:-1]:
        for body in programs()[title]:
            play(body, names)
    assert "tủ sách" in names["html"]


@without_datasets
def test_an_archive_is_a_dataset_as_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, datasets: Any
) -> None:
    write_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for body in programs()[TITLES[-1]]:
        play(body, names)
    plans = [vnplan.read(name) for name in ("tinh.txt", "huyen.txt")]
    texts = {duty.text for plan in plans for duty in plan.obligations}
    assert set(names["duties"]["text"]) == texts


@without_datasets
def test_every_table_is_a_dataset(tmp_path: Path, datasets: Any) -> None:
    extract(
        [str(ROOT / "corpora" / "pccc-xa-truong" / "*.txt")], str(tmp_path / "archive"), workers=1
    )
    tables = datasets.load_dataset(
        "parquet",
        data_files={"plans": str(tmp_path / "archive" / "plans" / "*.parquet")},
    )
    for row in tables["plans"]:
        plan = vnplan.Plan.model_validate_json(row["record"])
        assert plan.number is not None and row["number"] == plan.number.text
    for table, columns in TABLES.items():
        files = sorted((tmp_path / "archive" / table).glob("*.parquet"))
        assert files, table
        rows = datasets.load_dataset(
            "parquet", data_files=list(map(str, files)), split="train", streaming=True
        )
        assert rows.column_names == [column.name for column in columns]
        assert next(iter(rows))["path"].endswith(".txt")

"""What docs/archive.md says of the tables, and the questions that it asks of them."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest
from conftest import ROOT

from vnplan.archive.extract import extract
from vnplan.archive.tables import as_markdown

PAGE = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"^```sql\n(.*?)^```$", PAGE, re.M | re.S)

PLAN = """UBND XÃ AN KHÊ
Số: {serial}/KH-UBND
An Khê, ngày 05 tháng 3 năm 2023

KẾ HOẠCH
Trồng cây xanh năm 2023

Thực hiện Quyết định số 1315/QĐ-TTg ngày 01/02/2022 của Thủ tướng Chính phủ về trồng cây.

I. NỘI DUNG
1. Công chức văn hóa xã chủ trì phát động{due}.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive of two plans and an empty file."""
    folder = tmp_path_factory.mktemp("docs")
    shelf = folder / "shelf"
    shelf.mkdir()
    (shelf / "1.txt").write_text(PLAN.format(serial=1, due=" trước ngày 15/6/2023"), "utf-8")
    (shelf / "2.txt").write_text(PLAN.format(serial=2, due=""), "utf-8")
    (shelf / "3.txt").write_text("", "utf-8")
    result = extract([str(shelf)], str(folder / "archive"), workers=1)
    assert (result.files, result.plans) == (3, 2)
    return folder


def asked(question: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    monkeypatch.chdir(folder)
    return duckdb.sql(question).fetchall()


def test_there_are_three_questions() -> None:
    assert len(QUESTIONS) == 3


def test_what_is_due(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [(issuer, due, who, text)] = asked(QUESTIONS[0], folder, monkeypatch)
    assert (issuer, due, who) == ("UBND xã An Khê", "2023-06-15", ["Công chức văn hóa xã"])
    assert str(text).endswith("trước ngày 15/6/2023.")


def test_what_stands_on_a_decision(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(QUESTIONS[1], folder, monkeypatch) == [(2023, "commune", 2, 1)]


def test_what_has_no_record(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [(problem, message, count, first)] = asked(QUESTIONS[2], folder, monkeypatch)
    assert (problem, message, count) == ("file_empty", "is empty", 1)
    assert str(first).endswith("shelf/3.txt")


def test_the_page_shows_the_tables_as_they_are() -> None:
    """When they change: ``as_markdown()`` is what stands at the end of the page."""
    assert PAGE.endswith(as_markdown())

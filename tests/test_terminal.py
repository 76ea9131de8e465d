"""The page of a difference on terminals of any width, whatever letters the documents have."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pytest
from conftest import ROOT
from samples import DIFF, HUYEN, PLAN, TINH

import vnplan as library
from vnplan.records import DiffItem, Evidence, PlanDiff
from vnplan.report.table import as_table
from vnplan.report.text import as_text, columns_of, wrapped

WIDTHS = (40, 60, 80, 120, 200)
NFD = unicodedata.normalize("NFD", "Tổ chức ngày hội đọc sách cho học sinh các trường trung học.")
COLUMNS = {
    "Kế hoạch → “một” – 100%": 23,
    unicodedata.normalize("NFD", "Kế hoạch"): 8,
    "計画": 4,
    "ｋｅ": 4,
    "한국": 4,
    unicodedata.normalize("NFD", "한국"): 4,
    "a\u200bb\ufeff": 2,
    "📚!": 3,
    "": 0,
}


@cache
def difference(name: str) -> PlanDiff:
    """A big difference, and the smallest."""
    if name == "tiny":
        return library.diff(library.parse(TINH), library.parse(HUYEN))
    folder = ROOT / "corpora" / "pccc-xa-truong"
    return library.diff(folder / "parent.txt", folder / "child.txt")


def saying(text: str, section: str = "I.1") -> PlanDiff:
    said = Evidence(text=text, span=(0, 9), section=section)
    item = DiffItem(id="d1", kind="obligation", status="missing", parent=said, score=1)
    return DIFF.model_copy(update={"items": (item,)})


def uncoloured(page: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", page)


@pytest.mark.parametrize(("words", "columns"), COLUMNS.items())
def test_columns_that_words_take(words: str, columns: int) -> None:
    assert columns_of(words) == columns


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["big", "tiny"])
def test_a_difference_in_any_width(name: str, width: int, lang: str) -> None:
    diff = difference(name)
    page = as_text(diff, lang=lang, width=width, everything=True)
    assert max(map(columns_of, page.splitlines())) <= width
    assert uncoloured(as_text(diff, lang=lang, width=width, everything=True, colour=True)) == page
    assert not any(line != line.rstrip() for line in page.splitlines())
    flowing = " ".join(page.split())
    for item in diff.items:
        if item.kind != "legal_basis":  # of which the page has a sentence of its own
            said = (item.parent, *item.child) if item.parent else item.child
            assert all(words.text in flowing for words in said)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_summary_line_in_colour_and_once_more_below_a_long_page(width: int) -> None:
    page = as_text(difference("big"), width=width, colour=True)
    assert "\x1b[1;31m8 missing\x1b[0m" in page and "\x1b[1;33m2 partial\x1b[0m" in page
    said = "42 duties of the parent: 8 missing, 2 partial, 3 altered, 7 not applicable, 22 covered."
    flowing = " ".join(uncoloured(page).split())
    assert flowing.count(said) == 2 and flowing.endswith(said)
    tiny = " ".join(as_text(difference("tiny"), width=width).split())
    assert tiny.count("2 duties of the parent: 1 missing, 1 covered.") == 1


def test_no_count_is_parted_from_its_status() -> None:
    page = as_text(difference("big"), width=40, lang="vi")
    assert "8 thiếu, 2 đáp ứng một phần,\n3 bị thay đổi, 7 không thuộc phạm vi,\n" in page
    assert "\u00a0" not in page


@pytest.mark.parametrize("width", WIDTHS)
def test_composed_and_decomposed_letters_break_lines_alike(width: int) -> None:
    page = as_text(saying(NFD * 9), width=width)
    assert unicodedata.normalize("NFC", page) == as_text(
        saying(unicodedata.normalize("NFC", NFD * 9)), width=width
    )
    assert max(map(columns_of, page.splitlines())) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "long", ["x" * 500, "計画書" * 100, "📚" * 200, NFD.replace(" ", "") * 9, "a\u0301" * 300]
)
def test_a_word_longer_than_a_line_is_cut_between_letters(long: str, width: int) -> None:
    page = as_text(saying(f"Xem {long} nhé", section="計" * 30), width=width)
    lines = page.splitlines()
    assert max(map(columns_of, lines)) <= width
    assert not any(unicodedata.combining(line.strip()[0]) for line in lines if line.strip())
    assert long in page.replace("\n", "").replace(" ", "")


def test_words_that_fit_exactly() -> None:
    twenty = "x" * 20
    assert list(wrapped("- ", f"{twenty} {twenty} y", 22)) == [
        f"- {twenty}",
        f"  {twenty}",
        "  y",
    ]
    assert list(wrapped("- ", "", 22)) == ["- "]


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_document_steers_the_terminal(width: int, lang: str) -> None:
    evil = "\x1b]0;t\x07\x1b[2J\x9b31m \u202egnort\u202c \u2066x\u2069 \r\n\x08\x7f \u2028 đỏ"
    page = as_text(saying(evil, section=evil), width=width, lang=lang)
    table = as_table(
        PLAN.model_copy(update={"title": evil + "計" * 200}), width=width, lang=lang, colour=False
    )
    for told in (page, table):
        assert "đỏ" in told
        assert all(char == "\n" or unicodedata.category(char)[0] != "C" for char in told)
        assert max(map(columns_of, told.splitlines())) <= width


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_plan_as_tables_in_any_width(width: int, lang: str) -> None:
    plan = library.read(ROOT / "corpora" / "pccc-xa-truong" / "parent.txt")
    page = as_table(plan, lang=lang, width=width)
    assert max(map(columns_of, page.splitlines())) <= width
    assert uncoloured(as_table(plan, lang=lang, width=width, colour=True)).split() == page.split()
    for duty in plan.obligations:
        assert duty.text.split()[0] in page

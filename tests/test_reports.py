"""The faces of the records: what stands on the page, how wide it is, in which language."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from samples import DIFF, PLAN

from vnplan.compare.mixed_up import MESSAGES
from vnplan.lexicon.messages import DOUBTS_VIETNAMESE
from vnplan.records import (
    Date,
    DiffItem,
    DiffSummary,
    Doubt,
    DutyKind,
    Evidence,
    Plan,
    PlanDiff,
    PlanRef,
    Status,
)
from vnplan.report.table import as_table
from vnplan.report.text import as_text, day, printable

NOTHING = PlanDiff(
    parent=PlanRef(),
    child=PlanRef(),
    summary=DiffSummary(thresholds=DIFF.summary.thresholds),
)

PAGE = """\
Parent  12/KH-UBND, of 05/01/2026, UBND tỉnh Hưng Giang
        Đọc sách mỗi ngày
Child   so.txt
        (no title)
        cites 12/KH-UBND

5 duties of the parent: 1 missing, 1 partial, 1 altered, 1 undetermined,
1 not applicable.
The child's own: 1
1 answer is uncertain and marked with ?

MISSING (1)

    II.1.1  Mỗi xã mở một tủ sách thiếu nhi tại nhà văn hóa.

PARTIAL (1)

  ? II.1.2  Kiểm kê sách; tu bổ sách hỏng.
  → III.a   Kiểm kê sách.
            not there: tu bổ sách hỏng

ALTERED (1)

    IV.2    [award] Bằng khen của Chủ tịch UBND tỉnh
  → V       Giấy khen của Giám đốc Sở
            authority: Chủ tịch UBND tỉnh → Giám đốc Sở (another authority)
            deadline: 30/6/2026 → nothing (dropped)

UNDETERMINED (1)

    III.2   [phase] Giai đoạn 2

NOT APPLICABLE (1)

    V.3     Sở Tài chính bố trí kinh phí.
            reason: Sở Tài chính

ADDED (1)

  + II.4    Thi kể chuyện theo sách.
"""


def test_the_page_of_a_difference() -> None:
    assert as_text(DIFF) == PAGE


def duty(words: str, status: Status, score: float, kind: DutyKind = "obligation") -> DiffItem:
    said = Evidence(text=words, span=(0, 9), section="I", score=score)
    child = () if status == "missing" else (said,)
    return DiffItem(id="", kind=kind, status=status, score=1, parent=said, child=child)


def page_of(*items: DiffItem, everything: bool = False) -> str:
    return as_text(DIFF.model_copy(update={"items": items}), everything=everything)


def test_what_is_covered_is_listed_on_demand() -> None:
    sure, unsure = duty("Trồng cây.", "covered", 0.9), duty("Tưới cây.", "covered", 0.4)
    page = page_of(sure, unsure, everything=True)
    assert "COVERED (2)\n\n    I  Trồng cây.\n  → I  Trồng cây.\n\n  ? I  Tưới cây." in page


def test_what_may_be_covered_wrongly_is_always_listed() -> None:
    sure, unsure = duty("Trồng cây.", "covered", 0.9), duty("Tưới cây.", "covered", 0.4)
    page = page_of(sure, unsure)
    assert "COVERED (1 of 2, the uncertain ones)\n\n  ? I  Tưới cây." in page
    assert "Trồng cây." not in page
    assert "COVERED" not in page_of(sure)


def test_a_stage_and_the_duty_of_the_same_words_are_told_once() -> None:
    both = [duty("Ra quân.", "missing", 0.9, kind) for kind in ("phase", "obligation")]
    page = page_of(*both)
    assert page.count("Ra quân.") == 1
    assert "[phase, obligation] Ra quân." in page
    assert page_of(both[1], both[1]).count("Ra quân.") == 2  # said twice by the parent


def test_an_added_row_holds_its_cells() -> None:
    row = Evidence(text="Tháng 3 | Vẽ tranh.", span=(50, 69), section="IV")
    cell = Evidence(text="Vẽ tranh.", span=(60, 69), section="IV")
    items = [
        DiffItem(id="", kind=kind, status="added", child=(words,), score=1)
        for kind, words in (("phase", row), ("obligation", cell))
    ]
    page = page_of(*items)
    assert "+ IV  [phase, obligation] Tháng 3 | Vẽ tranh." in page
    assert page.count("Vẽ tranh.") == 1
    assert page_of(items[0], DIFF.items[-1]).count("+") == 2


@pytest.mark.parametrize("code", MESSAGES)
def test_the_wrong_two_files_are_wondered_at(code: str) -> None:
    doubt = Doubt(code=code, message=MESSAGES[code])
    strange = DIFF.model_copy(update={"doubts": (doubt,)})
    assert "are these the right" not in as_text(DIFF)
    assert MESSAGES[code] in as_text(strange, width=400)
    told = as_text(strange, lang="vi", width=400)
    assert "đã chọn đúng hai tệp" in told and "right" not in told


def test_the_page_in_vietnamese_says_nothing_in_english() -> None:
    page = as_text(DIFF, lang="vi", everything=True)
    assert "THIẾU (1)" in page
    assert "thẩm quyền: Chủ tịch UBND tỉnh → Giám đốc Sở (thẩm quyền khác)" in page
    for word in ("missing", "MISSING", "Parent", "another", "not there", "award"):
        assert word not in page


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [40, 80, 140])
def test_lines_keep_to_the_width_and_lose_no_word(width: int, lang: str) -> None:
    page = as_text(DIFF, lang=lang, width=width)
    assert max(map(len, page.splitlines())) <= width
    assert not any(line != line.rstrip() for line in page.splitlines())
    flowing = " ".join(page.split())
    for item in DIFF.items:
        if item.parent and item.status != "covered":
            assert item.parent.text in flowing


def test_colours_change_nothing_but_colours() -> None:
    coloured = as_text(DIFF, colour=True)
    assert "\x1b[1;31mMISSING (1)\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == PAGE


def test_a_path_too_long_for_the_gutter_has_a_line_of_its_own() -> None:
    where = "III.2.2.1.đ#2.12"
    item = DiffItem(
        id="1",
        kind="obligation",
        status="missing",
        score=1,
        parent=Evidence(text="Trồng cây.", span=(0, 10), section=where),
    )
    page = as_text(NOTHING.model_copy(update={"items": (item,)}))
    assert f"    {where}\n                  Trồng cây." in page


def test_a_parent_without_duties_is_said_to_have_none() -> None:
    assert "nothing could be compared" in as_text(NOTHING)
    cited = NOTHING.model_copy(update={"items": DIFF.items[:1]})  # the citation is no duty
    assert "nothing could be compared" in as_text(cited)
    assert "Nothing is missing" not in as_text(NOTHING)


def test_when_nothing_is_missing_it_is_said() -> None:
    page = page_of(duty("Tưới cây.", "not_applicable", 0.9), duty("Trồng cây.", "covered", 0.9))
    assert "2 duties of the parent: 1 not applicable, 1 covered.\nNothing is missing" in page


def test_nothing_is_not_said_to_be_missing_where_something_could_not_be_told() -> None:
    page = page_of(duty("Trồng cây.", "covered", 0.9), duty("Tưới cây.", "undetermined", 0.5))
    assert "Nothing is missing" not in page


def test_a_document_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b[2Jb\x07\u202ec\n d") == "a\ufffd[2Jb\ufffd\ufffdc d"
    evil = DIFF.items[1].model_copy(
        update={"parent": Evidence(text="tủ \x1b]0;x\x07 sách", span=(0, 9))}
    )
    assert "\x1b" not in as_text(NOTHING.model_copy(update={"items": (evil,)}))
    assert "\x1b" not in as_table(PLAN.model_copy(update={"title": "\x1b[31mđỏ"}))


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (Date(year=2026, month=2, day=1, text=""), "01/02/2026"),
        (Date(year=2026, month=6, day=30, text=""), "30/6/2026"),
        (Date(year=2026, month=12, text=""), "12/2026"),
        (Date(year=2026, quarter=3, text=""), "Q3/2026"),
        (Date(month=11, day=25, text=""), "25/11"),
        (Date(text="cuối năm học"), "cuối năm học"),
    ],
)
def test_dates_as_documents_write_them(date: Date, written: str) -> None:
    assert day(date) == written


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_plan_as_tables(width: int, lang: str) -> None:
    page = as_table(PLAN, lang=lang, width=width)
    assert max(map(len, page.splitlines())) <= width
    flowing = " ".join(page.split())
    assert "Đọc sách mỗi ngày [bản 2]" in flowing  # brackets are words, not markup
    assert "07/KH-SVH" in flowing and "01/02/2026" in flowing
    assert ("Nhiệm vụ (2)" if lang == "vi" else "Obligations (2)") in page
    assert "30/6/2026" in flowing and "I.1#2" in flowing


def test_an_empty_plan_has_no_tables() -> None:
    assert as_table(Plan()).split() == ["Kind", "other", "document"]


def test_tables_in_colour() -> None:
    assert "\x1b[1m" in as_table(PLAN, colour=True)
    assert "\x1b" not in as_table(PLAN)


def test_every_doubt_is_told_in_vietnamese() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "vnplan").rglob("*.py"))
    codes = {code for source in sources for code in re.findall(r'code="(\w+)"', source)}
    assert codes | set(MESSAGES) == set(DOUBTS_VIETNAMESE)


def test_a_doubt_shows_the_words_that_it_is_about() -> None:
    doubt = Doubt(code="draft", message="it is a draft", span=(0, 7))
    plan = PLAN.model_copy(update={"text": "DỰ THẢO\nTrồng cây", "doubts": (doubt,)})
    for lang, told in (("vi", "văn bản là dự thảo"), ("en", "it is a draft")):
        page = as_table(plan, lang=lang)
        assert told in page and "DỰ THẢO" in page
    other = doubt.model_copy(update={"code": "of_a_later_version"})
    assert "it is a draft" in as_table(plan.model_copy(update={"doubts": (other,)}), lang="vi")


def test_a_narrow_page_breaks_no_word() -> None:
    page = as_table(PLAN, width=40, lang="vi")
    for duty in PLAN.obligations:
        assert duty.text in " ".join(page.split())
    assert max(map(len, page.splitlines())) <= 40


def test_every_doubt_is_documented() -> None:
    pages = (ROOT / "docs" / name for name in ("records.md", "judgement.md"))
    page = "".join(path.read_text(encoding="utf-8") for path in pages)
    assert [code for code in DOUBTS_VIETNAMESE if f"`{code}`" not in page] == []

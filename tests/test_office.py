"""What officers open: workbooks, Word files and calendars, read back and held to the records."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from datetime import date as Day
from functools import cache
from pathlib import Path
from typing import Any

import docx
import icalendar
import openpyxl
import pytest
from conftest import ROOT, Command
from dateutil.rrule import rrulestr
from samples import HUYEN_HEAD, TINH_HEAD

import vnplan
from vnplan.language import say
from vnplan.records import DiffItem, Plan, Waiver
from vnplan.report.calendar import as_calendar
from vnplan.report.compared import Compared
from vnplan.report.letter import as_letter
from vnplan.report.sheet import STATUSES, as_matrix_workbook, as_workbook
from vnplan.report.text import GRAVE, counted, printable
from vnplan.report.word import as_report

PARENT = f"""{TINH_HEAD}\
1. Mở tủ sách tại 100% nhà văn hóa xã trước ngày 30/6/2024.
2. Kiểm kê sách tại thư viện các xã; thay thế kệ, tủ đã hư hỏng.
3. Tổ chức ngày hội đọc sách cho học sinh trong tháng 4 năm 2024.
4. Sở Tài chính bố trí kinh phí mua sách cho thư viện tỉnh.
"""
CHILD = f"""{HUYEN_HEAD}\
1. Các xã mở tủ sách tại 100% nhà văn hóa trước ngày 31/8/2024.
2. Kiểm kê toàn bộ sách tại thư viện các xã.
3. Bán thanh lý máy in và xe đẩy đã cũ.
"""
FORMULA = '=HYPERLINK("http://xau.example/?a=1";"mở tủ sách")'


def compared(parent: str, child: str, name: str = "huyen.txt") -> Compared:
    plans = vnplan.parse(parent), vnplan.parse(child)
    return Compared(vnplan.diff(*plans), *plans, "tinh.txt", name)


@cache
def little() -> Compared:
    return compared(PARENT, CHILD)


@cache
def corpus(name: str) -> Compared:
    folder = ROOT / "corpora" / name
    texts = ((folder / side).read_text(encoding="utf-8") for side in ("parent.txt", "child.txt"))
    return compared(*texts)


def with_items(pair: Compared, change: dict[str, dict[str, Any]]) -> Compared:
    """The pair with fields of some items set anew."""
    items = tuple(item.model_copy(update=change.get(item.id, {})) for item in pair.result.items)
    return pair._replace(result=pair.result.model_copy(update={"items": items}))


def waived(by: str) -> dict[str, Any]:
    waiver = Waiver(duty="0" * 12, decision="accept", by=by, why="để năm sau", state="active")
    return {"waiver": waiver}


# ---------------------------------------------------------------- workbooks


def book_of(made: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(made))


def table(sheet: Any) -> list[dict[str, Any]]:
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "name", ["pccc-xa-truong", "thien-tai-tinh-so", "nong-thon-moi-tinh-huyen"]
)
def test_a_workbook_read_back_has_the_statuses_of_the_json(name: str, lang: str) -> None:
    pair = corpus(name)
    book = book_of(as_workbook([pair], lang=lang))
    status_of = {say(lang, status): status for status in STATUSES}
    assert len(status_of) == len(STATUSES)  # the words tell the statuses apart
    told = {
        row[say(lang, "column_id")]: status_of[row[say(lang, "column_status")]]
        for sheet in (say(lang, "sheet_duties"), say(lang, "sheet_added"))
        for row in table(book[sheet])
    }
    result = json.loads(pair.result.to_json())
    assert told == {item["id"]: item["status"] for item in result["items"]}


@pytest.mark.parametrize("name", ["pccc-xa-truong", "thang-cong-nhan-ldld-cdcs"])
def test_the_totals_are_those_of_the_json(name: str) -> None:
    pair = corpus(name)
    sheet = book_of(as_workbook([pair], lang="en"))["Totals"]
    told = {row[0]: row[1:5] for row in sheet.iter_rows(values_only=True) if row[0]}
    for status in STATUSES:
        head = say("en", status).capitalize()
        of = [item for item in pair.result.items if item.status == status]
        assert told[head][2] == getattr(pair.result.summary, status) == len(of)
        assert told[head][0] == sum(item.kind != "legal_basis" for item in of)
    assert told["Sum"][2] == len(pair.result.items)


def test_a_pair_has_both_sides_words_and_what_changed() -> None:
    rows = {row["Id"]: row for row in table(book_of(as_workbook([little()], lang="en"))["Duties"])}
    [altered] = [row for row in rows.values() if row["Status"] == "altered"]
    assert altered["Section"] == "I.1"
    assert altered["The parent asks"].endswith("trước ngày 30/6/2024.")
    assert altered["The child says"].startswith("I.1: Các xã mở tủ sách")
    assert altered["What changed"].startswith("deadline: trước ngày 30/6/2024 →")
    [partial] = [row for row in rows.values() if row["Status"] == "partial"]
    assert partial["Not there"] == "thay thế kệ, tủ đã hư hỏng"
    assert "Decision" not in partial  # no column without a decision


def test_what_was_accepted_keeps_its_status_and_says_who_decided() -> None:
    [missing] = [item for item in little().result.items if item.status == "missing"]
    pair = with_items(little(), {missing.id: waived("Phạm Thị Thu")})
    book = book_of(as_workbook([pair], lang="en"))
    [row] = [row for row in table(book["Duties"]) if row["Id"] == missing.id]
    assert (row["Status"], row["Decision"][:24]) == ("missing", "missing; accepted by Phạm"[:24])
    told = {row[0]: row[1:5] for row in book["Totals"].iter_rows(values_only=True) if row[0]}
    assert told["Missing"] == (1, 0, 1, 1)


def test_filters_frozen_headings_and_the_printed_page() -> None:
    for made in (as_workbook([little()]), as_matrix_workbook([little()])):
        for sheet in book_of(made).worksheets:
            assert sheet.page_setup.orientation == "landscape"
            assert "&P" in sheet.oddFooter.right.text
            if sheet.title != "Totals":
                assert sheet.auto_filter.ref.startswith("A1:")
                assert sheet.freeze_panes is not None
                assert sheet.print_title_rows == "$1:$1"


def test_a_matrix_has_a_column_for_each_child_with_its_sentence_as_a_comment() -> None:
    other = CHILD.replace("PHÚ LÂM", "TÂN HÒA").replace("Phú Lâm", "Tân Hòa")
    family = [little(), compared(PARENT, other.replace("31/8/2024", "30/6/2024"), "tan-hoa.txt")]
    book = book_of(as_workbook(family, lang="vi"))
    sheet = book["Bảng đối chiếu"]
    heads = [cell.value for cell in sheet[1]]
    places = [heads.index(f"UBND huyện {name}") for name in ("Phú Lâm", "Tân Hòa")]
    assert "31/KH-UBND" in sheet.cell(1, places[0] + 1).comment.text
    rows = {row[heads.index("Mã")].value: row for row in sheet.iter_rows(min_row=2)}
    for place, pair in zip(places, family, strict=True):
        items = [item for item in pair.result.items if item.parent]
        assert set(rows) == {item.id for item in items}
        for item in items:
            cell = rows[item.id][place]
            assert cell.value == say("vi", item.status)
            for words in item.child:
                assert printable(words.text) in cell.comment.text
            open_ = item.status == "undetermined"
            assert (cell.comment is None) == (not item.child and not item.reason and not open_)
    unanswered = [row[heads.index("Chưa đáp ứng đủ")].value for row in rows.values()]
    assert unanswered == sorted(unanswered, reverse=True)


def test_an_undetermined_cell_says_why() -> None:
    pair = compared(PARENT.replace("Số: 12/KH-UBND\n", ""), CHILD)
    [sheet, *_] = book_of(as_matrix_workbook([pair], lang="en"))
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "undetermined"]
    assert cells and all("A person has to compare" in cell.comment.text for cell in cells)


def test_the_totals_of_a_matrix_are_those_of_each_child() -> None:
    family = [little(), compared(PARENT, PARENT.replace("12/KH", "13/KH"), "khac.txt")]
    rows = book_of(as_workbook(family, lang="en"))["Totals"].iter_rows(values_only=True)
    told = {row[10 + 0] or row[-1]: row for row in rows if row[-1] in ("huyen.txt", "khac.txt")}
    assert len(told) == len(family)
    for row, pair in zip(told.values(), family, strict=True):
        assert row[1:9] == tuple(counted(pair.result).values())
        [ground] = [item for item in pair.result.items if item.kind == "legal_basis"]
        assert row[9] == say("en", ground.status)


def test_children_called_alike_are_told_apart_and_sixty_have_names_upright() -> None:
    family = [little()._replace(child_path=f"ban-{n}.txt") for n in range(60)]
    sheet = book_of(as_matrix_workbook(family, lang="vi")).worksheets[0]
    names = [cell.value for cell in sheet[1] if "Phú Lâm" in str(cell.value)]
    assert names[:2] == [f"UBND huyện Phú Lâm (31/KH-UBND) (ban-{n}.txt)" for n in (0, 1)]
    assert len(set(names)) == 60
    assert sheet[1][-1].alignment.textRotation == 90
    assert len(sheet.col_breaks.brk) == 5  # ten beside one another, the duties before each ten
    assert sheet.print_title_cols == "$A:$F"


def test_several_parents_have_a_sheet_each() -> None:
    second = compared(PARENT.replace("12/KH", "14/KH"), CHILD)._replace(parent_path="hai.txt")
    titles = book_of(as_workbook([little(), second], lang="en")).sheetnames
    assert titles == ["Matrix", "Totals", "Added", "Matrix (2)", "Totals (2)", "Added (2)"]


@pytest.mark.parametrize("words", [FORMULA, "+1+cmd|' /C calc'!A0", "-2+3 việc", "@SUM(1)"])
def test_no_cell_is_a_formula(words: str) -> None:
    pair = little()
    first = next(item for item in pair.result.items if item.kind == "obligation")
    assert first.parent is not None
    said = first.parent.model_copy(update={"text": words})
    pair = with_items(pair, {first.id: {"parent": said, "child": (said,), "reason": words}})
    for made in (as_workbook([pair]), as_matrix_workbook([pair])):
        cells = [cell for sheet in book_of(made) for row in sheet.iter_rows() for cell in row]
        assert words in [cell.value for cell in cells]
        assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}
        assert not any(cell.hyperlink for cell in cells)


def test_control_characters_and_what_xml_cannot_hold_are_marked() -> None:
    pair = little()
    first = next(item for item in pair.result.items if item.kind == "obligation")
    assert first.parent is not None
    words = "Kiểm\x00\x1b[31m kê\uffff \ud800 _x0041_ <b>&amp"
    said = first.parent.model_copy(update={"text": words})
    pair = with_items(pair, {first.id: {"parent": said, "status": "missing", "child": ()}})
    shown = "Kiểm��[31m kê� � _x0041_ <b>&amp"
    assert shown in str(list(book_of(as_workbook([pair]))["Duties"].values))
    assert shown in words_of(as_report([pair]))
    assert shown in words_of(as_letter([pair]))


def test_words_too_long_for_a_row_go_on_in_a_sheet_of_their_own() -> None:
    pair = little()
    first = next(item for item in pair.result.items if item.kind == "obligation")
    assert first.parent is not None
    words = " ".join(f"nhóm {n} đọc sách ngoài trời" for n in range(2000))
    said = first.parent.model_copy(update={"text": words})
    book = book_of(as_workbook([with_items(pair, {first.id: {"parent": said}})], lang="en"))
    [row] = [row for row in table(book["Duties"]) if row["Id"] == first.id]
    assert row["The parent asks"].endswith("… [goes on in the sheet Full texts]")
    assert " ".join(row["Words"] for row in table(book["Full texts"])) == words
    heights = [one.height for sheet in book for one in sheet.row_dimensions.values()]
    assert max(height for height in heights if height) <= 409  # Excel takes no more


# ---------------------------------------------------------------- Word


def words_of(made: bytes) -> str:
    document = docx.Document(io.BytesIO(made))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([p.text for p in document.paragraphs] + [cell.text for cell in cells])


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_report_quotes_both_sides_and_counts_as_the_json(lang: str) -> None:
    pair = corpus("thien-tai-tinh-so")
    made = as_report([pair], lang=lang)
    words = words_of(made)
    for item in pair.result.items:
        if item.status in (*GRAVE, "not_applicable") and item.kind != "legal_basis":
            assert item.parent is not None and printable(item.parent.text) in words
            assert all(printable(said.text) in words for said in item.child)
            assert all(act in words for act in item.missing_acts)
    counts = docx.Document(io.BytesIO(made)).tables[1]
    told = {row.cells[0].text: row.cells[3].text for row in counts.rows[1:]}
    summary = {status: getattr(pair.result.summary, status) for status in STATUSES}
    shown = {say(lang, status): str(count) for status, count in summary.items() if count}
    assert {head.lower(): n for head, n in told.items()} == shown


def test_a_report_has_numbered_pages_of_a4() -> None:
    document = docx.Document(io.BytesIO(as_report([little()])))
    [section] = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert " NUMPAGES " in section.footer._element.xml


def test_a_letter_asks_for_just_the_gaps_of_one_office() -> None:
    pair = little()
    words = words_of(as_letter([pair], lang="en"))  # Vietnamese, whatever is spoken
    for said in (
        "Kính gửi: Ủy ban nhân dân huyện Phú Lâm.",
        "V/v bổ sung, hoàn thiện nội dung triển khai Kế hoạch số 12/KH-UBND ngày 05/01/2024",
        "Ủy ban nhân dân tỉnh Hưng Giang đã ban hành Kế hoạch số 12/KH-UBND ngày 05/01/2024 về "
        "phát triển văn hóa đọc năm 2024.",
        "1.1. Mục I.3: “Tổ chức ngày hội đọc sách cho học sinh trong tháng 4 năm 2024”.",
        "Chưa có: “thay thế kệ, tủ đã hư hỏng”.",
        "Kế hoạch của đơn vị (mục I.1) ghi: “Các xã mở tủ sách",
        "Thay đổi: thời hạn: trước ngày 30/6/2024 → trước ngày 31/8/2024 (muộn hơn).",
        "trước ngày …… tháng …… năm ……",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: ……/……-……",
        "TỈNH HƯNG GIANG",
        "- Lưu: VT",
    ):
        assert said in words, said
    for foreign in ("Sở Tài chính", "máy in", "Nội dung chưa đủ căn cứ"):  # no gap of this child
        assert foreign not in words


def test_a_letter_has_the_form_of_decree_30() -> None:
    document = docx.Document(io.BytesIO(as_letter([little()])))
    [section] = document.sections
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(edge.mm) for edge in edges] == [20, 20, 30, 15]
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.styles["Normal"].font.size.pt == 14
    assert section.different_first_page_header_footer  # the first page has no number
    assert " PAGE " in section.header._element.xml
    assert "<w:tblBorders>" not in document.tables[0]._tbl.xml
    assert document.tables[0].style.name == "Normal Table"


def test_a_letter_leaves_out_what_was_accepted_and_with_no_gap_asks_for_nothing() -> None:
    owed = [item for item in little().result.items if item.status in GRAVE]
    one = words_of(as_letter([with_items(little(), {owed[0].id: waived("Thu")})]))
    assert owed[0].parent is not None and owed[1].parent is not None
    assert owed[0].parent.text.rstrip(".") not in one
    assert owed[1].parent.text.rstrip(".") in one
    none = words_of(as_letter([with_items(little(), {item.id: waived("Thu") for item in owed})]))
    assert "Không lập công văn đôn đốc." in none
    assert "Kính gửi" not in none and "đề nghị" not in none.lower()


CLOSINGS = [  # the sentence that closes a plan, and its acts
    ("Trên đây là Kế hoạch đọc sách, yêu cầu các xã nghiêm túc thực hiện.", True),
    ("Nhận được Kế hoạch này, đề nghị các đơn vị khẩn trương triển khai thực hiện./.", True),
    ("Yêu cầu Thủ trưởng các ngành nghiêm túc tổ chức thực hiện Kế hoạch này./.", True),
    # what is asked for beside it is a duty
    ("Trên đây là Kế hoạch đọc sách, yêu cầu các xã báo cáo kết quả trước ngày 30/6/2024.", False),
    ("Yêu cầu các xã nghiêm túc thực hiện; vướng mắc báo cáo Sở Tài chính./.", False),
    ("Đề nghị các xã thực hiện nghiêm chế độ báo cáo hằng tháng./.", False),
    ("Yêu cầu các đơn vị nghiêm túc thực hiện.", False),  # of what stands before it, perhaps
]


@pytest.mark.parametrize(("words", "general"), CLOSINGS)
def test_a_letter_does_not_ask_for_the_sentence_that_closes_a_plan(
    words: str, general: bool
) -> None:
    pair = compared(f"{PARENT}{words}\n", CHILD)
    [item] = [one for one in pair.result.items if one.parent and one.parent.text == words]
    found = {one.id: one.model_copy(update={"status": "missing"}) for one in [item]}
    items = tuple(found.get(one.id, one) for one in pair.result.items)
    pair = pair._replace(result=pair.result.model_copy(update={"items": items}))
    document = docx.Document(io.BytesIO(as_letter([pair])))
    told = [comment.text for comment in document.comments]
    assert (words.rstrip("./") not in words_of(as_letter([pair]))) == general
    assert any(words.rstrip("./") in one for one in told) == general
    assert "Tổ chức ngày hội đọc sách" in words_of(as_letter([pair]))


def test_a_letter_about_nothing_but_the_closing_asks_for_nothing() -> None:
    closing = "Trên đây là Kế hoạch đọc sách, yêu cầu các xã nghiêm túc thực hiện./."
    pair = compared(f"{PARENT}{closing}\n", f"{CHILD}\n")
    items = [
        item.model_copy(
            update={
                "status": "missing" if item.parent and item.parent.text == closing else "covered"
            }
        )
        for item in pair.result.items
        if item.parent
    ]
    pair = pair._replace(result=pair.result.model_copy(update={"items": tuple(items)}))
    document = docx.Document(io.BytesIO(as_letter([pair])))
    assert "Không lập công văn" in words_of(as_letter([pair]))
    assert ["câu kết chung" in comment.text for comment in document.comments] == [True]


def test_a_letter_without_duties_asks_for_nothing() -> None:
    pair = compared("KẾ HOẠCH\nCủa ai không rõ\n", CHILD)
    assert "không có gì để đối chiếu" in words_of(as_letter([pair]))


def test_a_letter_marks_for_the_officer_what_is_uncertain() -> None:
    pair = corpus("thien-tai-tinh-so")
    limits = pair.result.summary.thresholds
    doubtful = [
        item
        for item in pair.result.items
        if item.status in GRAVE
        and item.child
        and limits.review <= max(said.score or 0 for said in item.child) < limits.sure
    ]
    document = docx.Document(io.BytesIO(as_letter([pair])))
    assert len(list(document.comments)) == len(doubtful) > 0


def test_a_letter_about_a_wrong_citation_and_a_plan_that_came_with_a_decision() -> None:
    pair = corpus("pccc-xa-truong")
    words = words_of(as_letter([pair]))
    assert "viện dẫn chưa đúng Kế hoạch số 76/KH-UBND ngày 20/10/2025" in words
    decided = pair._replace(parent=pair.parent.model_copy(update={"kind": "decision_with_plan"}))
    words = words_of(as_letter([decided]))
    assert "Kế hoạch ban hành kèm theo Quyết định số 76/KH-UBND" in words


# ---------------------------------------------------------------- calendars

PLAN = """\
ỦY BAN NHÂN DÂN TỈNH HƯNG GIANG
Số: 12/KH-UBND
Hưng Giang, ngày 10 tháng 01 năm 2024
KẾ HOẠCH
Phát triển văn hóa đọc {years}
I. NHIỆM VỤ
1. {duty}
2. Kiểm kê sách tại thư viện các xã; thay thế kệ, tủ đã hư hỏng.
3. Sở Tài chính bố trí kinh phí mua sách cho thư viện tỉnh.
"""
# the duty -> the first days of its event
EXAMPLES = [
    ("Mở tủ sách tại các xã trước ngày 30/6/2024.", ["2024-06-30"]),
    ("Tổ chức ngày hội đọc sách trong tháng 4 năm 2024.", ["2024-04-30"]),
    ("Kiểm kê sách trong quý II năm 2024.", ["2024-06-30"]),
    ("Thư viện tỉnh số hóa tài liệu trong năm 2024.", ["2024-12-31"]),
    ("Báo cáo kết quả trước ngày 10 tháng 6.", ["2024-06-10"]),
    ("Báo cáo kết quả trước ngày 05 tháng 01.", ["2025-01-05"]),  # the next after the plan
    ("Các xã báo cáo ngày 15 hằng tháng.", ["2024-01-15", "2024-02-15", "2024-03-15"]),
    ("Các xã báo cáo trước ngày 30 hằng tháng.", ["2024-01-30", "2024-02-29", "2024-03-30"]),
    ("Các xã báo cáo hằng tháng.", ["2024-01-31", "2024-02-29", "2024-03-31"]),
    (
        "Các xã báo cáo trước ngày 20 của tháng cuối quý.",
        ["2024-03-20", "2024-06-20", "2024-09-20"],
    ),
    ("Tổng kết trước ngày 25/11 hàng năm.", ["2024-11-25", "2025-11-25", "2026-11-25"]),
    ("Gửi báo cáo trước 16 giờ thứ Hai hằng tuần.", ["2024-01-15", "2024-01-22", "2024-01-29"]),
    ("Trực tại thư viện hằng ngày.", ["2024-01-10", "2024-01-11", "2024-01-12"]),
]
DUE = dict(EXAMPLES)


def events(plan: Plan, lang: str = "vi", name: str = "VEVENT") -> list[Any]:
    return icalendar.Calendar.from_ical(as_calendar(plan, lang=lang)).walk(name)


def plan_of(duty: str, years: str = "trên địa bàn tỉnh") -> Plan:
    return vnplan.parse(PLAN.format(duty=duty, years=years))


def first_days(event: Any, most: int = 3) -> list[str]:
    start: Day = event["dtstart"].dt
    if "rrule" not in event:
        return [start.isoformat()]
    told = event["rrule"].to_ical().decode()
    rule = rrulestr(told, dtstart=Day_at(start))
    return [found.date().isoformat() for found, _ in zip(rule, range(most), strict=False)]


def Day_at(day: Day) -> Any:
    from datetime import datetime

    return datetime(day.year, day.month, day.day)


@pytest.mark.parametrize("duty", DUE)
def test_days_of_a_duty(duty: str) -> None:
    [event] = events(plan_of(duty))
    assert first_days(event) == DUE[duty]
    assert (event["dtend"].dt - event["dtstart"].dt).days == 1
    assert duty in event["description"] and "12/KH-UBND" in event["description"]


def test_a_recurring_duty_ends_with_the_years_that_the_title_names() -> None:
    [event] = events(plan_of("Các xã báo cáo ngày 15 hằng tháng.", "năm 2024"))
    days = first_days(event, most=99)
    assert (len(days), days[-1]) == (12, "2024-12-15")
    [event] = events(plan_of("Tổng kết trước ngày 25/11 hàng năm.", "giai đoạn 2024 - 2026"))
    assert first_days(event, most=99) == ["2024-11-25", "2025-11-25", "2026-11-25"]


def test_two_reports_of_a_year_come_once_a_year_each() -> None:
    duty = "Báo cáo kết quả định kỳ 6 tháng một lần, trước ngày 15/6 và 15/12."
    found = [first_days(event, most=2) for event in events(plan_of(duty))]
    assert found == [["2024-06-15", "2025-06-15"], ["2024-12-15", "2025-12-15"]]


def test_the_last_day_of_a_period_is_said_to_be_one() -> None:
    [event] = events(plan_of("Tổ chức ngày hội đọc sách trong tháng 4 năm 2024."))
    assert str(event["summary"]).endswith("(trong tháng 4 năm 2024, tính đến ngày cuối)")


def test_a_deadline_without_a_day_is_a_task_that_says_so() -> None:
    plan = plan_of("Báo cáo nhanh trong vòng 24 giờ kể từ khi xảy ra sự cố.")
    assert not events(plan)
    [task] = events(plan, name="VTODO")
    assert "due" not in task and "trong vòng 24 giờ" in task["summary"]
    assert say("vi", "ics_undated") in task["description"]


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("corpora/*/parent.txt")), ids=lambda p: p.parent.name
)
def test_no_time_of_a_plan_is_lost_and_none_is_named_twice(path: Path) -> None:
    plan = vnplan.read(path)
    made = as_calendar(plan)
    assert made == as_calendar(vnplan.read(path))  # the same each time
    assert made.endswith("END:VCALENDAR\r\n")
    calendar = icalendar.Calendar.from_ical(made)
    parts = [*calendar.walk("VEVENT"), *calendar.walk("VTODO")]
    assert len({str(part["uid"]) for part in parts}) == len(parts)
    told = Counter(part.categories[0] for part in parts)
    assert told["phase"] == len(plan.phases)
    assert told["deadline"] >= len(plan.deadlines)
    summaries = [" ".join(str(part["summary"]).split()) for part in parts]
    for due in plan.deadlines:
        assert any(printable(due.text) in summary for summary in summaries), due
    for part in calendar.walk("VEVENT"):
        assert part["dtend"].dt > part["dtstart"].dt
        # a rule begins with its first day
        assert first_days(part, most=1) == [part["dtstart"].dt.isoformat()]


def test_phases_last_from_their_first_to_their_last_day() -> None:
    plan = vnplan.read(ROOT / "corpora" / "thien-tai-tinh-so" / "parent.txt")
    phases = [event for event in events(plan, "en") if event.categories == ["phase"]]
    assert [(e["dtstart"].dt.isoformat(), e["dtend"].dt.isoformat()) for e in phases] == [
        ("2023-05-05", "2023-07-01"),
        ("2023-07-01", "2023-12-01"),
        ("2023-12-01", "2024-01-01"),
    ]


def test_a_plan_without_times_makes_an_empty_calendar_that_says_so() -> None:
    calendar = icalendar.Calendar.from_ical(as_calendar(Plan(), lang="en"))
    assert not calendar.walk("VEVENT")
    assert calendar["x-wr-caldesc"] == say("en", "ics_nothing")


# ---------------------------------------------------------------- the command


def test_the_command_writes_files(vnplan: Command, tmp_path: Path, pair: Sequence[Path]) -> None:
    for number, form in enumerate(("xlsx", "docx", "cong-van")):
        out = tmp_path / f"{number}.bin"
        done = vnplan("diff", *pair, "--format", form, "-o", out)
        assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
        assert out.read_bytes()[:2] == b"PK"
    done = vnplan("parse", pair[0], "--format", "ics")
    assert done.returncode == 0 and done.stdout.startswith(b"BEGIN:VCALENDAR\r\n")


def test_the_command_writes_the_matrix_of_a_folder(vnplan: Command, tmp_path: Path) -> None:
    (tmp_path / "tinh.txt").write_text(PARENT, encoding="utf-8")
    (tmp_path / "con").mkdir()
    for name in ("a", "b"):
        (tmp_path / "con" / f"{name}.txt").write_text(CHILD, encoding="utf-8")
    done = vnplan("matrix", "tinh.txt", "con", "--format", "xlsx", "-o", "bang.xlsx")
    assert done.returncode == 1, done.stderr
    told = json.loads(vnplan("matrix", "tinh.txt", "con", "--format", "json").stdout)
    rows = table(openpyxl.load_workbook(tmp_path / "bang.xlsx")["Matrix"])
    places = [head for head in rows[0] if "(a.txt)" in str(head) or "(b.txt)" in str(head)]
    assert [row["Id"] for row in rows] == [row["id"] for row in told["rows"]]
    for row, said in zip(rows, told["rows"], strict=True):
        words = {say("en", status): status for status in STATUSES}
        assert [words[row[place]] for place in places] == said["statuses"]


def test_a_report_is_of_one_pair_and_the_help_says_what_the_formats_are(
    vnplan: Command, pair: Sequence[Path]
) -> None:
    done = vnplan("diff", *pair, pair[1], "--format", "docx", "-o", "x.docx")
    assert done.returncode == 2 and b"one at a time" in done.stderr
    told = " ".join(vnplan("diff", "--help", "--lang", "vi").stdout.decode().split())
    assert "cong-van: dự thảo công văn" in told and "xlsx: bảng tính Excel" in told


# ---------------------------------------------------------------- as an office program has them


def in_pdf(made: bytes, name: str, folder: Path) -> str:
    """The words of a file as LibreOffice prints it."""
    import pypdfium2

    (folder / name).write_bytes(made)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, folder / name], check=False, capture_output=True, timeout=240)
    printed = (folder / name).with_suffix(".pdf")
    if not printed.exists():
        pytest.skip("this LibreOffice has no filter for it (libreoffice-calc-nogui)")
    pages = pypdfium2.PdfDocument(printed)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["pair.xlsx", "matrix.xlsx", "report.docx", "letter.docx"])
def test_libreoffice_prints_them_whole(name: str, tmp_path: Path) -> None:
    make = {
        "pair.xlsx": as_workbook,
        "matrix.xlsx": as_matrix_workbook,
        "report.docx": as_report,
        "letter.docx": as_letter,
    }[name]
    pair = corpus("pccc-xa-truong")
    page = "".join(in_pdf(make([pair], lang="vi"), name, tmp_path).split())

    def shown(item: DiffItem) -> str:
        assert item.parent is not None
        return "".join(printable(item.parent.text).rstrip("./;, ").split())

    gaps = [item for item in pair.result.items if item.status in GRAVE and item.parent]
    assert [item.id for item in gaps if shown(item) not in page] == []

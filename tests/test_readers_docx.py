"""Word documents: what a person would copy out of Word, and files that mean harm."""

from __future__ import annotations

import struct
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from conftest import SHARED
from word_files import (
    LINES,
    RULED,
    SPACES,
    abstract,
    item,
    lvl,
    num,
    p,
    r,
    start_at,
    table,
    tc,
    tr,
    word_file,
    zip_file,
)

from vnplan import UnreadableFile, parse
from vnplan.readers import docx, read_bytes
from vnplan.readers.limits import Limits
from vnplan.readers.numbering import as_number
from vnplan.readers.packed import refuse_document_type
from vnplan.views import normalize


def text_of(data: bytes, **limits: int) -> str:
    return read_bytes(data, name="plan.docx", limits=Limits(**limits))[0]


def doubts(body: str) -> dict[str, str]:
    _, source = read_bytes(word_file(body), name="plan.docx")
    return {doubt.code: doubt.message for doubt in source.doubts}


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in text_of(word_file(body, **parts)).split("\n") if line]


def problem(data: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableFile) as caught:
        text_of(data, **limits)
    assert "{" not in caught.value.tell("vi")
    return caught.value.problem


# ---------------------------------------------------------------- numbering

NUMBERING = (
    abstract(
        1,
        lvl(0, "upperRoman", "%1."),
        lvl(1, "decimal", "%2."),
        lvl(2, "decimal", "%1.%2.%3.", more="<w:isLgl/>"),
        lvl(3, "lowerLetter", "%4)", more='<w:lvlRestart w:val="0"/>'),
        lvl(4, "bullet", "\uf0b7", more='<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'),
    )
    + abstract(2, lvl(0, "bullet", "-"), lvl(1, "bullet", "+"))
    + abstract(
        3,
        lvl(0, "none", "Phần chung", more='<w:suff w:val="space"/>'),
        lvl(1, "decimal", "%1.%2", more='<w:suff w:val="nothing"/>'),
    )
    + abstract(4, lvl(0, "decimalZero", "%1"))
    + abstract(
        5,
        lvl(0, "decimal", "Điều %1.", more='<w:pStyle w:val="Article"/>'),
        lvl(1, "decimal", "%2.", more='<w:pStyle w:val="Clause"/>'),
    )
    + '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="House"/></w:abstractNum>'
    + abstract(
        7,
        '<w:styleLink w:val="House"/>',
        lvl(0, "lowerLetter", "%1)", start=4),
        lvl(1, "lowerRoman", "%2.", start=None),
    )
    + '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
    'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
    '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum>'
    + "".join(num(i, i) for i in range(1, 9))
    + num(21, 1, start_at(1, 5))
    + num(22, 1)
    + num(23, 7, '<w:lvlOverride w:ilvl="0">' + lvl(0, "upperLetter", "%1/") + "</w:lvlOverride>")
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Article"><w:name w:val="Article"/><w:pPr><w:numPr>'
    '<w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>'
    '<w:basedOn w:val="Article"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quiet"><w:name w:val="Quiet"/>'
    '<w:basedOn w:val="Article"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="House"><w:name w:val="House"/><w:pPr><w:numPr>'
    '<w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
)


def styled(text: str, style: str) -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>')


# paragraph -> what Word shows
EVERY_KIND = [
    (item("mục đích", 1), "I. mục đích"),
    (item("mục tiêu", 1, 1), "1. mục tiêu"),
    (item("ý một", 1, 2), "1.1.1. ý một"),  # legal: no Roman numbers
    (item("điểm", 1, 3), "a) điểm"),
    (item("dấu", 1, 4), "• dấu"),
    (item("yêu cầu", 1, 1), "2. yêu cầu"),
    (item("điểm nữa", 1, 3), "b) điểm nữa"),  # lvlRestart 0: goes on
    (item("nhiệm vụ", 1), "II. nhiệm vụ"),
    (item("việc", 22, 1), "1. việc"),  # another list of the same abstract one
    (item("việc năm", 21, 1), "5. việc năm"),  # startOverride
    (item("việc sáu", 21, 1), "6. việc sáu"),  # … once only
    (item("gạch", 2), "- gạch"),
    (item("chung", 3), "Phần chung chung"),  # numFmt none keeps its words
    (item("liền", 3, 1), ".1liền"),  # suff nothing, and a number that is none
    (item("hàng", 4), "01 hàng"),
    (styled("phạm vi", "Article"), "Điều 1. phạm vi"),
    (styled("khoản", "Clause"), "1. khoản"),  # bound by its style, list of the style below
    (styled("lời dẫn", "Quiet"), "lời dẫn"),  # numId 0
    (item("nhà", 6, None), "d) nhà"),  # numStyleLink, begins at 4
    (item("con", 6, 1), "0. con"),  # without w:start the first number is 0
    (item("hoa", 23), "E/ hoa"),  # an override of the whole level, counted on
    (item("ba chữ số", 8), "[001] ba chữ số"),
    (item("ngoài", 99), "ngoài"),  # no such list
    (table(tr(item("", 4), "việc"), tr(item("", 4), "khác"), tr(item("", 4), "nữa")), "02"),
]


def test_every_kind_of_list_is_labelled_as_word_shows_it() -> None:
    found = lines("".join(body for body, _ in EVERY_KIND), numbering=NUMBERING, styles=STYLES)
    assert found[: len(EVERY_KIND) - 1] == [shown for _, shown in EVERY_KIND[:-1]]
    assert found[-3:] == ["| 02 | việc |", "| 03 | khác |", "| 04 | nữa |"]


NUMBERS = [
    (4, "upperRoman", "IV"),
    (1999, "lowerRoman", "mcmxcix"),
    (26, "lowerLetter", "z"),
    (28, "upperLetter", "BB"),
    (7, "decimalZero", "07"),
    (21, "vietnameseCounting", "hai mươi mốt"),
    (15, "cardinalText", "Mười lăm"),
    (1, "ordinalText", "Thứ nhất"),
    (3, "ordinal", "3"),
    (0, "upperRoman", "0"),
    (10**9, "lowerRoman", "1000000000"),  # and no thousand million letters
    (10**9, "lowerLetter", "1000000000"),
]


@pytest.mark.parametrize(("count", "kind", "shown"), NUMBERS)
def test_numbers_are_written_as_word_writes_them(count: int, kind: str, shown: str) -> None:
    assert as_number(count, kind) == shown


def test_a_level_begins_anew_behind_the_level_that_it_names() -> None:
    more = '<w:lvlRestart w:val="1"/>'
    numbering = abstract(
        1, lvl(0, "decimal", "%1."), lvl(1, "decimal", "%2."), lvl(2, "decimal", "%3)", more=more)
    ) + num(1, 1)
    depths = [0, 1, 2, 1, 2, 0, 2]
    found = lines("".join(item("x", 1, depth) for depth in depths), numbering=numbering)
    assert found == ["1. x", "1. x", "1) x", "2. x", "2) x", "2. x", "1) x"]


def test_labels_in_an_old_font_are_decoded() -> None:
    font = '<w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr>'
    numbering = abstract(1, lvl(0, "decimal", "§iÒu %1.", more=font)) + num(1, 1)
    assert lines(item("Phạm vi", 1), numbering=numbering) == ["ĐIỀU 1. Phạm vi"]


def test_pictures_before_items_become_bullets() -> None:
    wingdings = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    courier = '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/></w:rPr>'
    signs = [("\uf0d8", wingdings), ("\uf046", wingdings), ("o", courier), ("\u2013", "")]
    for (sign, font), shown in zip(signs, "➢•○-", strict=True):
        numbering = abstract(1, lvl(0, "bullet", sign, more=font)) + num(1, 1)
        assert lines(item("việc", 1), numbering=numbering) == [f"{shown} việc"]


def test_an_empty_item_counts_and_shows_its_number() -> None:
    numbering = abstract(1, lvl(0, "decimal", "%1.")) + num(1, 1)
    assert lines(item("", 1) + item("hai", 1), numbering=numbering) == ["1.", "2. hai"]


# ---------------------------------------------------------------- changes and what is hidden

DELETED = '<w:del w:id="1"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
MARK_DELETED = '<w:rPr><w:del w:id="2"/></w:rPr>'
SHOWN = [
    (p("bản ", inside=f'{DELETED}<w:ins w:id="3">{r("mới")}</w:ins>'), ["bản mới"]),
    (
        p("a", inside=f"<w:moveFrom>{r('đi')}</w:moveFrom><w:moveTo>{r('đến')}</w:moveTo>"),
        ["ađến"],
    ),
    (p("một ", MARK_DELETED) + p("hai"), ["một hai"]),
    (p("", MARK_DELETED, inside=DELETED) + p("còn"), ["còn"]),
    (p("thấy", inside=r(" ẩn", "<w:vanish/>") + r(" nữa", '<w:vanish w:val="0"/>')), ["thấy nữa"]),
    (p("trên", inside=r(inside="<w:br/>") + r("dưới")), ["trên", "dưới"]),
    (p("a", inside=r(inside="<w:noBreakHyphen/>") + r("b\u00adc")), ["a-bc"]),
    (p("1.", inside=r(inside="<w:tab/>") + r("Mục đích")), ["1. Mục đích"]),
    (p("TỈNH A", inside=r(inside="<w:tab/>" * 3) + r("CỘNG")), ["TỈNH A    CỘNG"]),
    (p("chữ hoa", inside=r(" đậm", "<w:caps/>")), ["chữ hoa ĐẬM"]),
    (p("x", inside=r(inside='<w:sym w:font="Wingdings" w:char="F0E0"/>')), ["x→"]),
    (p("x", inside=r(inside='<w:sym w:font=".VnTime" w:char="00D5"/>')), ["xế"]),
    (p("x", inside=r(inside='<w:sym w:font="Symbol" w:char="D800"/>')), ["x"]),
    (p("e\u0302\u0301"), ["ế"]),
    ("<w:sdt><w:sdtPr/><w:sdtContent>" + p("trong ô") + "</w:sdtContent></w:sdt>", ["trong ô"]),
    (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('mục lục')}</w:sdtContent></w:sdt>",
        [],
    ),
    (
        p(
            "ngày ",
            inside="<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + r("Bấm vào đây")
            + "</w:sdtContent></w:sdt>",
        ),
        ["ngày"],
    ),
    (p("", inside=f'<w:hyperlink r:id="x">{r("liên kết")}</w:hyperlink>'), ["liên kết"]),
    (p("", inside=f"<w:smartTag>{r('thẻ')}</w:smartTag>"), ["thẻ"]),
]


@pytest.mark.parametrize(("body", "expected"), SHOWN)
def test_what_word_shows(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_deleted_items_are_not_counted() -> None:
    numbering = abstract(1, lvl(0, "decimal", "%1.")) + num(1, 1)
    gone = item("", 1, properties="").replace("</w:pPr>", f"{MARK_DELETED}</w:pPr>")
    body = item("một", 1) + gone + item("hai", 1)
    assert lines(body, numbering=numbering) == ["1. một", "2. hai"]


def sign(kind: str) -> str:
    return r(inside=f'<w:fldChar w:fldCharType="{kind}"/>')


def field(instruction: str, result: str) -> str:
    return (
        sign("begin")
        + r(inside=f"<w:instrText>{instruction}</w:instrText>")
        + sign("separate")
        + result
        + sign("end")
    )


def test_of_fields_only_the_result_is_shown() -> None:
    nested = field(
        f" IF </w:instrText></w:r>{field('PAGE', r('9'))}<w:r><w:instrText>", r("kết quả")
    )
    assert lines(p("", inside=nested)) == ["kết quả"]
    assert lines(p("", inside=f'<w:fldSimple w:instr="DATE">{r("5/3")}</w:fldSimple>')) == ["5/3"]


def test_a_table_of_contents_is_furniture() -> None:
    contents = sign("begin") + r(inside="<w:instrText> TOC \\o </w:instrText>") + sign("separate")
    body = p("", inside=contents + r("I. Mục đích 1")) + p("II. Yêu cầu 2")
    assert lines(body + p("", inside=sign("end")) + p("I. Mục đích")) == ["I. Mục đích"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    assert lines(p("", inside=sign("begin") + r("còn đây")) + p("và đây")) == ["còn đây", "và đây"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('DỰ THẢO')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    assert lines(p("Số: 5/KH", inside=r(inside=both))) == ["Số: 5/KH", "DỰ THẢO"]


def test_notes_stand_behind_their_paragraph() -> None:
    notes = (
        f'<w:footnote w:id="-1" w:type="separator">{p("x")}</w:footnote>'
        f'<w:footnote w:id="2">{p("theo Luật A")}</w:footnote>'
    )
    body = p("học tập", inside=r(inside='<w:footnoteReference w:id="2"/>') + r(" suốt đời"))
    assert lines(body + p("sau"), footnotes=notes) == [
        "học tập[1] suốt đời",
        "[1] theo Luật A",
        "sau",
    ]


# ---------------------------------------------------------------- letterheads and tables

NATION = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc")
NO_LINES = ""


@pytest.mark.parametrize("borders", [NO_LINES, RULED])
def test_a_letterhead_is_two_blocks(borders: str) -> None:
    head = table(
        tr(tc(p("UBND XÃ A") + p("TRƯỜNG B")), tc(NATION)),
        tr("Số: 5/KH-TB", "A, ngày 05 tháng 3 năm 2025"),
        borders=borders,
    )
    assert text_of(word_file(head + p("KẾ HOẠCH"))).split("\n") == [
        "UBND XÃ A",
        "TRƯỜNG B",
        "Số: 5/KH-TB",
        "",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "A, ngày 05 tháng 3 năm 2025",
        "",
        "KẾ HOẠCH",
        "",
    ]


def test_the_end_of_a_document_is_two_blocks() -> None:
    end = table(
        tr(tc(p("Nơi nhận:") + p("- Sở A;") + p("- Lưu: VT.")), tc(p("CHỦ TỊCH") + p("Lê B")))
    )
    assert lines(end) == ["Nơi nhận:", "- Sở A;", "- Lưu: VT.", "CHỦ TỊCH", "Lê B"]


def test_those_who_sign_a_joint_plan_stand_each_with_the_office() -> None:
    end = table(tr("CHỦ TỊCH", "BÍ THƯ"), tr("Lê B", "Trần C"), borders=NO_LINES)
    assert lines(end) == ["CHỦ TỊCH", "Lê B", "BÍ THƯ", "Trần C"]


def test_a_form_without_lines_is_read_row_by_row() -> None:
    form = table(tr("Sinh ngày:", "Dân tộc:"), tr("Số:", "Nơi cấp:"), borders=NO_LINES)
    assert lines(form) == ["Sinh ngày:    Dân tộc:", "Số:    Nơi cấp:"]


def test_a_ruled_table_is_rows() -> None:
    rows = [tr("Việc", "Ai"), tr(tc(p("Mua") + p("hoa")), "Sở A | B")]
    assert lines(table(*rows)) == ["| Việc | Ai |", "| Mua\u2028hoa | Sở A / B |"]


def test_rows_without_lines_are_rows_where_they_are_filled() -> None:
    rows = [tr(f"việc {i}", f"phòng {i}", f"tháng {i}") for i in range(1, 6)]
    assert lines(table(*rows, borders=NO_LINES))[4] == "| việc 5 | phòng 5 | tháng 5 |"
    counted = [tr("TT", "Việc"), tr("1", "Mua hoa")]
    assert lines(table(*counted, borders=NO_LINES)) == ["| TT | Việc |", "| 1 | Mua hoa |"]


def test_lines_may_come_from_the_style_or_the_cells() -> None:
    style = (
        f'<w:style w:type="table" w:styleId="Grid"><w:tblPr>{RULED}</w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="Mine"><w:basedOn w:val="Grid"/></w:style>'
    )
    body = table(tr("a", "b"), borders='<w:tblStyle w:val="Mine"/>')
    assert lines(body, styles=style) == ["| a | b |"]
    left = tc("a", '<w:tcBorders><w:right w:val="single"/></w:tcBorders>')
    assert lines(table(tr(left, "b"), borders=NO_LINES)) == ["| a | b |"]
    white = tc("a", '<w:tcBorders><w:right w:val="single" w:color="FFFFFF"/></w:tcBorders>')
    assert lines(table(tr(white, "b"), borders=NO_LINES)) == ["a    b"]


DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_a_cell_beside_several_tasks_is_said_of_each() -> None:
    rows = [
        tr("1", "việc một", tc("Sở A", DOWN)),
        tr("2", "việc hai", tc("", ON)),
    ]
    assert lines(table(*rows)) == ["| 1 | việc một | Sở A |", "| 2 | việc hai | Sở A |"]


def test_a_row_that_goes_on_says_only_what_is_new() -> None:
    rows = [
        tr(tc("1", DOWN), tc("việc", DOWN), "Sở A"),
        tr(tc("", ON), tc("", ON), "Sở B"),
    ]
    assert lines(table(*rows)) == ["| 1 | việc | Sở A |", "| | | Sở B |"]


def test_a_head_of_two_rows_is_one() -> None:
    rows = [
        tr(tc("TT", DOWN), tc("Việc", DOWN), tc("Thời gian", '<w:gridSpan w:val="2"/>')),
        tr(tc("", ON), tc("", ON), "Bắt đầu", "Kết thúc"),
        tr("1", "Mua hoa", "1/3", "2/3"),
    ]
    assert lines(table(*rows))[0] == "| TT | Việc | Thời gian Bắt đầu | Thời gian Kết thúc |"


def test_frames_and_tables_in_tables() -> None:
    inner = table(tr("a", "b"))
    assert lines(table(tr(tc(p("I. MỤC ĐÍCH") + p("ý") + inner + p(""))))) == [
        "I. MỤC ĐÍCH",
        "ý",
        "| a | b |",
    ]
    assert lines(table(tr("TT", tc(inner + p("sau"))))) == ["| TT | a, b\u2028sau |"]


def test_deleted_rows_are_gone() -> None:
    rows = [tr("a", "b"), tr("c", "d", properties='<w:del w:id="1"/>')]
    assert lines(table(*rows)) == ["| a | b |"]


def section(kind: str, title: str = "") -> str:
    return f'<w:sectPr><w:headerReference w:type="{kind}" r:id="header"/>{title}</w:sectPr>'


def test_a_letterhead_in_the_first_header_is_read_and_other_headers_are_not() -> None:
    head = table(tr(tc(p("UBND XÃ A")), tc(NATION)), borders=NO_LINES)
    body = p("KẾ HOẠCH") + section("first", "<w:titlePg/>")
    assert lines(body, header=head)[0] == "UBND XÃ A"
    assert lines(p("KẾ HOẠCH") + section("default"), header=p("Trang 2")) == ["KẾ HOẠCH"]
    assert (
        lines(NATION + section("default"), header=NATION).count("Độc lập - Tự do - Hạnh phúc") == 1
    )


def test_a_title_of_two_centred_paragraphs_stays_together() -> None:
    centre = '<w:jc w:val="center"/>'
    title = "Tuyên truyền, phổ biến pháp luật về an toàn giao thông trên địa bàn xã"
    body = p("KẾ HOẠCH", centre) + p(title, centre) + p("năm 2025", centre)
    text = text_of(word_file(body + p(f"Căn cứ Luật Giao thông {'x' * 60};")))
    assert f"KẾ HOẠCH\n{title}\nnăm 2025\n\nCăn cứ" in text


def test_a_plan_of_word_is_the_plan_of_its_text() -> None:
    numbering = abstract(1, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2.")) + num(1, 1)
    duty = "Phòng B chủ trì lập danh sách trẻ em chưa biết bơi, gửi trường trước ngày 30/4/2025."
    body = (
        table(
            tr(tc(p("UBND XÃ A")), tc(NATION)), tr("Số: 5/KH-UBND", "A, ngày 05 tháng 3 năm 2025")
        )
        + p("KẾ HOẠCH")
        + p("Phòng, chống đuối nước năm 2025")
        + item("NHIỆM VỤ", 1)
        + item(duty, 1, 1)
    )
    plan = parse(text_of(word_file(body, numbering=numbering)))
    assert plan.number is not None and plan.number.text == "5/KH-UBND"
    assert plan.title == "Phòng, chống đuối nước năm 2025"
    assert [section.label for section in plan.sections] == ["I"]
    assert plan.sections[0].children[0].label == "1"
    assert plan.obligations[0].text == duty


# ---------------------------------------------------------------- fonts from before Unicode


def test_runs_in_old_fonts_are_decoded_in_their_case() -> None:
    body = p(
        "KÕ ho¹ch ", font=".VnTime", inside=r("kÕ ho¹ch", font=".VnTimeH") + r(" Kế", font="Arial")
    )
    assert lines(body) == ["Kế hoạch KẾ HOẠCH Kế"]
    assert lines(p("Keá hoa", font="VNI-Times", inside=r("ïch", font="VNI-Times"))) == ["Kế hoạch"]


def test_the_font_may_come_from_a_style_or_the_defaults() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
    style = f'<w:style w:type="paragraph" w:default="1" w:styleId="N">{fonts}</w:style>'
    defaults = f"<w:docDefaults><w:rPrDefault>{fonts}</w:rPrDefault></w:docDefaults>"
    theme = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    for styles in (style, defaults):
        assert lines(p("n­íc"), styles=styles) == ["nước"]
        assert lines(p("", inside=r("Kế", theme)), styles=styles) == ["Kế"]


def test_a_soft_hyphen_is_a_letter_only_where_it_makes_a_word() -> None:
    assert lines(p("n­­íc ­Bé ­ n­íc", font=".VnTime")) == ["nước Bộ  nước"]


# ---------------------------------------------------------------- files that mean harm

DOCUMENT = f"<w:document {SPACES}><w:body>{{}}</w:body></w:document>"


def package(document: str | bytes, **members: str | bytes) -> bytes:
    return zip_file({"word/document.xml": document} | members)


def test_entities_are_refused_in_any_part_and_encoding() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + DOCUMENT.format("&b;")
    outside = '<!DOCTYPE w SYSTEM "http://127.0.0.1/x.dtd">' + DOCUMENT.format("")
    assert problem(package(bomb)) == "file_entities"
    assert problem(package(outside)) == "file_entities"
    assert problem(package(bomb.encode("utf-16"))) == "file_entities"
    assert problem(package(DOCUMENT.format(""), **{"_rels/.rels": bomb})) == "file_entities"


def test_deep_xml_is_refused() -> None:
    for depth in (250, 10_000):
        deep = DOCUMENT.format("<w:sdtContent>" * depth + "</w:sdtContent>" * depth)
        assert problem(package(deep)) == "file_nested"
    tables = "<w:tbl><w:tr><w:tc>" * 40 + p("sâu") + "</w:tc></w:tr></w:tbl>" * 40
    assert "sâu" in text_of(package(DOCUMENT.format(tables)))


def test_zip_bombs_are_refused_by_what_really_comes_out() -> None:
    zeros = zip_file({"word/document.xml": b" " * (40 << 20)})
    assert problem(zeros) == "file_bomb"
    large = DOCUMENT.format(p("x" * 100) * 20_000)
    assert problem(package(large), unpacked=1 << 20) == "file_unpacks"
    marks = DOCUMENT.format("<w:p/>" * 6_000_001)
    start = time.perf_counter()
    assert problem(package(marks)) == "file_bomb"
    assert time.perf_counter() - start < 10


def test_members_that_share_bytes_are_a_bomb() -> None:
    data = bytearray(package(DOCUMENT.format(""), other=b"x" * 5000))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 42, 0)  # the last member's header is the first one's
    assert problem(bytes(data)) == "file_bomb"


def test_many_members_are_a_bomb() -> None:
    members: dict[str, str | bytes] = {f"a{i}": "" for i in range(10_001)}
    assert problem(zip_file({"word/document.xml": ""} | members)) == "file_bomb"


def test_names_that_lead_elsewhere_lead_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    body = DOCUMENT.format(p("yên"))
    data = package(body, **{"../../ngoai.txt": "x", "/tmp/vnplan-ngoai.txt": "x"})
    assert text_of(data) == "yên\n"
    assert not list(tmp_path.iterdir()) and not Path("/tmp/vnplan-ngoai.txt").exists()


def test_broken_packages_say_what_is_wrong() -> None:
    whole = word_file(p("văn bản " * 200))
    at = whole.find(b"word/document.xml") + 60
    spoiled = whole[:at] + bytes(20) + whole[at + 20 :]
    assert problem(whole[: len(whole) // 2]) == "file_zip"
    assert problem(spoiled) == "file_package"
    assert problem(package("<w:document")) == "file_part"
    assert problem(package("")) == "file_part"
    assert problem(package(f"<w:document {SPACES}/>")) == "file_without"
    assert problem(zip_file({"xyz": ""})) == "file_zip"


def renamed(data: bytes, old: str, new: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return zip_file(
        {
            name.replace(old, new): inside.replace(old.encode(), new.encode())
            for name, inside in members.items()
        }
    )


@pytest.mark.parametrize("new", ["document2.xml", "Plan.xml"])
def test_the_document_may_have_any_name_in_its_package(new: str) -> None:
    data = renamed(word_file(p("Kế hoạch")), "document.xml", new)
    assert text_of(data) == "Kế hoạch\n"


def test_a_package_of_other_parts_is_no_document() -> None:
    data = renamed(word_file(p("a")), "document.xml", "other.xml")
    assert problem(renamed(data, "wordprocessingml.document.main", "x")) == "file_zip"
    assert problem(zip_file({"[Content_Types].xml": "<Types/>", "a": "b"})) == "file_zip"


def test_a_package_with_a_password_is_told() -> None:
    data = bytearray(package(DOCUMENT.format("")))
    for at in (data.find(b"PK\x03\x04") + 6, data.find(b"PK\x01\x02") + 8):
        data[at] |= 1
    assert problem(bytes(data)) == "file_encrypted"


def test_a_method_of_packing_that_no_office_program_uses_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", DOCUMENT.format(""))
    assert problem(file.getvalue()) == "file_package"


def test_the_strict_form_of_the_standard_is_read() -> None:
    strict = word_file(item("việc", 1), numbering=abstract(1, lvl(0, "decimal", "%1.")) + num(1, 1))
    with zipfile.ZipFile(BytesIO(strict)) as archive:
        members: dict[str, str | bytes] = {
            name: archive.read(name)
            .replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            .replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            for name in archive.namelist()
        }
    assert text_of(zip_file(members)) == "1. việc\n"


@pytest.mark.shared
def test_a_real_plan_reads_as_its_text_does() -> None:
    data = (SHARED / "corpora/real/originals/truong-phat-bang.docx").read_bytes()
    text, source = read_bytes(data, name="plan.docx")
    plan = parse(text)
    assert source.media_type is not None and source.media_type.endswith("document")
    assert [section.label for section in plan.sections] == ["1", "2", "3", "4"]
    assert len(plan.obligations) == 23
    assert plan.signatory is not None and plan.signatory.position == "PHÓ TRƯỞNG KHOA"


def test_what_is_said_again_and_again_stays_small_and_quick() -> None:
    many = 20_000
    numbering = abstract(1, lvl(0, "decimal", "x" * 100_000 + "%1")) + num(1, 1)
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{i + 1}"/></w:style>'
        for i in range(many)
    )
    bands = "".join(
        f'<w:style w:type="table" w:styleId="t{i}"><w:basedOn w:val="t{i + 1}"/>'
        + f"<w:tblStylePr><w:tcPr><w:tcBorders>{LINES}</w:tcBorders></w:tcPr></w:tblStylePr>" * 50
        + "</w:style>"
        for i in range(20)
    )
    note = f'<w:footnote w:id="2">{p("x" * 100_000)}</w:footnote>'
    again = r(inside='<w:footnoteReference w:id="2"/>')
    bodies = [
        (item("a", 1) * 1000, {"numbering": numbering}),
        (styled("a", "s0") * many, {"styles": chain}),
        (p("", inside=again * many), {"footnotes": note}),
        (p("", inside=r("a") * many), {}),
        (p("", inside=sign("begin") * many + r("a") + sign("end") * many), {}),
        (p(" " * 1_000_000 + "a"), {}),
        (p("a" * 1_000_000 + " n­íc", font=".VnTime"), {}),
        (table(tr("a", "b"), borders='<w:tblStyle w:val="t0"/>') * 2000, {"styles": bands}),
        (table(tr(tc("x" * 100_000, DOWN), "a"), tr(tc("", ON), "b") * 1000), {}),
    ]
    for body, parts in bodies:
        start = time.perf_counter()
        text = text_of(word_file(body, **parts))
        assert len(text) < 1_200_000
        assert time.perf_counter() - start < 20


def test_a_long_token_before_the_document_is_read_once() -> None:
    comment = b"<!--%s-->" % (b"x" * (16 << 20))
    start = time.perf_counter()
    refuse_document_type(comment + b"<a/>", "plan.docx", "word/document.xml")
    with pytest.raises(UnreadableFile) as caught:
        refuse_document_type(comment + b"<!DOCTYPE a><a/>", "plan.docx", "word/document.xml")
    assert caught.value.problem == "file_entities"
    assert time.perf_counter() - start < 5


def test_what_is_small_only_because_it_repeats_itself_is_a_bomb() -> None:
    start = time.perf_counter()
    assert problem(word_file("<w:p/>" * 2_500_000)) == "file_bomb"
    assert problem(word_file("<w:p><w:r/></w:p>" * 280_000 + p("x" * 9))) == "file_bomb"
    assert time.perf_counter() - start < 8


def test_more_paragraphs_than_any_plan_has_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(lines(p("a") * 60)) == 60
    monkeypatch.setattr(docx, "MOST_READ", 100)
    assert problem(word_file(p("a") * 60)) == "file_bomb"


def unfilled(inside: str, switch: str = "") -> str:
    return (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr{switch}/></w:sdtPr>"
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def test_what_waits_to_be_filled_in_is_not_read() -> None:
    asks = "Click or tap here to enter text."
    cell = tr(tc(unfilled(p(asks))), "b")
    body = p("Kế hoạch", inside=unfilled(r(asks))) + unfilled(p(asks)) + table(cell)
    assert lines(body) == ["Kế hoạch", "| | b |"]
    assert lines(unfilled(p("Sở A"), ' w:val="0"')) == ["Sở A"]


def test_signs_that_cannot_be_seen_are_none_and_lines_end_in_one_way() -> None:
    symbols = "".join(f'<w:sym w:char="{code}"/>' for code in ("000D", "0000", "0007", "D800"))
    numbering = abstract(1, lvl(0, "decimal", "%1.&#13;&#9;")) + num(1, 1)
    body = p("a&#13;b") + p("c", inside=r(inside=symbols) + r("d")) + item("e", 1)
    unescaped = (part.replace("&amp;", "&") for part in (body, numbering))
    text = text_of(word_file(next(unescaped), numbering=next(unescaped)))
    assert text == normalize(text)
    assert [line for line in text.split("\n") if line] == ["a b", "cd", "1. e"]


# ---------------------------------------------------------------- tables that say strange things


def test_a_cell_that_goes_on_from_nothing_keeps_its_words() -> None:
    body = table(tr(tc("Sở A", ON), "việc một"), tr(tc("", ON), "việc hai"))
    assert lines(body) == ["| Sở A | việc một |", "| | việc hai |"]
    body = table(tr(tc("Sở A", DOWN), "một"), tr("Sở B", "hai"), tr(tc("Sở C", ON), "ba"))
    assert lines(body)[-1] == "| Sở C | ba |"
    body = table(tr(tc("Sở A", DOWN), "một"), tr(tc("thừa", ON), "hai"))
    assert "thừa" not in text_of(word_file(body))


def test_a_cell_over_more_columns_than_there_are_drops_none() -> None:
    wide = tc("a", '<w:gridSpan w:val="100"/>')
    assert lines(table(tr(wide, "b", "c"), tr("d", "e", "f"))) == ["| a | b | c |", "| d | e | f |"]
    assert lines(table(tr("1", "2"), tr("d", wide))) == ["| 1 | 2 |", "| d | a |"]
    late = tr("a", "b", properties='<w:gridBefore w:val="100"/>')
    assert "| a | b |" in text_of(word_file(table(tr("1", "2"), late)))


def test_cells_beyond_the_columns_that_word_has_stand_in_the_last() -> None:
    row = lines(table(tr(*(f"v{i}" for i in range(70))), tr(*("x" * 70))))[0]
    assert [f"v{i}" for i in range(70)] == row.replace("\u2028", " ").replace("|", " ").split()


HEAD = tr("Tên báo cáo", "Nơi nhận", "Thời hạn")


def test_a_ruled_table_with_a_column_of_recipients_is_rows() -> None:
    body = table(HEAD, tr("Báo cáo quý", "Sở A", "Ngày 15"), tr("Báo cáo năm", "Sở B", "Ngày 20"))
    assert lines(body) == [
        "| Tên báo cáo | Nơi nhận | Thời hạn |",
        "| Báo cáo quý | Sở A | Ngày 15 |",
        "| Báo cáo năm | Sở B | Ngày 20 |",
    ]
    closing = tc(p("Nơi nhận:") + p("- Như trên;")), tc(p("GIÁM ĐỐC"))
    assert "|" not in text_of(word_file(table(tr(*closing))))
    assert "|" not in text_of(word_file(table(tr(*closing), tr("", "Trần Văn A"), borders="")))


# ---------------------------------------------------------------- much made of little


def test_a_text_may_be_so_long_and_no_longer() -> None:
    data = word_file(p("x" * 99))
    assert text_of(data, text=100) == "x" * 99 + "\n"
    assert problem(data, text=99) == "file_too_long"
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(b"x" * 200, name="plan.txt", limits=Limits(text=150))
    assert "150" in caught.value.tell("vi") and "150" in caught.value.tell("en")


def test_what_labels_and_tables_make_is_counted_before_it_is_made() -> None:
    numbering = abstract(1, lvl(0, "upperLetter", "%1" * 100, start=2600)) + num(1, 1)
    assert all(len(line) < 250 for line in lines(item("a", 1) * 9, numbering=numbering))
    again = tr("a", *[tc("x" * 500, DOWN)] * 60), *[tr("b", *[tc("", ON)] * 60)] * 100
    start = time.perf_counter()
    assert problem(word_file(table(*again)), text=1_000_000) == "file_too_long"
    inner = table(*again[:20])
    assert problem(word_file(table(tr(*[tc(inner + p())] * 12))), text=1_000_000) == "file_too_long"
    assert time.perf_counter() - start < 20


# ---------------------------------------------------------------- what is shown and not read

IMAGE = (
    '<w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'r:embed="i"/></w:drawing>'
)


def test_a_document_of_pasted_scans_says_that_it_has_no_text() -> None:
    scans = p("", inside=r(inside=IMAGE)) * 3
    assert "images (3)" in doubts(scans + p("Trang 1"))["image_without_text"]
    assert doubts(scans + p("Kế hoạch phòng, chống thiên tai năm 2025. " * 5)) == {}
    assert doubts(p("")) == {}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<w:altChunk r:id="c"/>', "altChunk"),
        (p("a", inside='<w:subDoc r:id="c"/>'), "subDoc"),
        (p("a", inside=field(" AUTONUM ", "")), "AUTONUM"),
        (p("a", inside=sign("begin") + r(inside="<w:instrText>listnum </w:instrText>")
        + sign("end")), "LISTNUM"),
        (p("a", inside='<w:fldSimple w:instr=" AUTONUMLGL "/>'), "AUTONUMLGL"),
        (p("a", inside=r(inside='<w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/'
        'drawingml/2006/diagram"/></w:drawing>')), "SmartArt"),
        (p("a", inside=r(inside='<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:'
        'office"/></w:object>')), "embedded"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_told(body: str, told: str) -> None:
    assert told in doubts(body)["part_not_read"]
    assert doubts(p("a", inside=field(" PAGE ", "1"))) == {}


def test_words_drawn_as_a_picture_are_read() -> None:
    art = '<w:pict><v:shape><v:textpath on="t" string="KẾ&#10;HOẠCH"/></v:shape></w:pict>'
    assert lines(p("Số: 5/KH", inside=r(inside=art))) == ["Số: 5/KH", "KẾ", "HOẠCH"]


def test_a_form_without_words_does_not_hide_the_one_that_has_them() -> None:
    box = f"<w:pict><v:textbox><w:txbxContent>{p('DỰ THẢO')}</w:txbxContent></v:textbox></w:pict>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wpg">{IMAGE}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert lines(p("Số: 5/KH", inside=r(inside=both))) == ["Số: 5/KH", "DỰ THẢO"]

"""PDFs to text: what a person would copy out of their pages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from conftest import SHARED
from pdfs import PdfPage, paragraph, write_pdf

from vnplan import UnreadableFile
from vnplan.readers import ocr, read_bytes, read_file
from vnplan.readers.pdf_layout import read_sheets
from vnplan.readers.pdf_lines import Rule, Sheet, Word
from vnplan.readers.pdf_words import Glyph, find_words
from vnplan.readers.reading import Ocr
from vnplan.records import Source


def words_at(x: float, base: float, text: str, size: float = 14, bold: bool = False) -> list[Word]:
    """Words on a line, each letter half as wide as large; two blanks or more make a gap."""
    words: list[Word] = []
    for match in re.finditer(r"\S+", text):
        left = x + match.start() * size / 2
        words.append(Word(match[0], left, left + len(match[0]) * size / 2, base, size, bold))
    return words


def sheet_of(*lines: tuple[float, str], top: float = 100, rules: tuple[Rule, ...] = ()) -> Sheet:
    """A page with lines that begin somewhere, 18 points apart."""
    words = [w for n, (x, text) in enumerate(lines) for w in words_at(x, top + 18 * n, text)]
    return Sheet(595, 842, tuple(words), rules)


def text_of(*sheets: Sheet) -> str:
    return read_sheets(sheets)[0]


def read_pdf(*pages: PdfPage, ocr: Ocr = "never", **options: str) -> tuple[str, Source]:
    return read_bytes(write_pdf(pages, **options), name="plan.pdf", ocr=ocr)


# ---------------------------------------------------------------- lines to paragraphs

FULL = "các thôn quét dọn đường làng và khơi thông cống rãnh vào sáng thứ"  # to the margin
INDENTED = "Các thôn quét dọn đường làng, khơi thông cống rãnh và nhổ cỏ"
LEFT, IN = 85.0, 120.0  # the margin, and where first lines begin

PARAGRAPHS = [
    # a line that ends at the margin goes on
    ([(IN, INDENTED), (LEFT, FULL), (LEFT, "bảy hằng tuần.")], [3]),
    # a short line ends its paragraph
    ([(LEFT, FULL), (LEFT, "bảy hằng tuần."), (LEFT, FULL), (LEFT, "bảy.")], [2, 2]),
    # an indented line begins one, though the line above is full
    ([(IN, INDENTED), (LEFT, FULL), (IN, INDENTED), (LEFT, FULL)], [2, 2]),
    # a number at the margin is no label where labels are indented
    ([(IN, f"1. {INDENTED[:-3]}"), (LEFT, f"5. {FULL[:-3]}"), (LEFT, "bảy.")], [3]),
    # labels at the margin, one below the other
    ([(LEFT, f"- {FULL[2:]}"), (LEFT, f"- {FULL[2:]}"), (LEFT, "bảy.")], [1, 2]),
    # a list whose lines hang behind their label
    ([(LEFT, f"-  {FULL[3:]}"), (LEFT + 21, "bảy hằng tuần."), (LEFT, "- Tưới cây.")], [2, 1]),
    # a title over two lines stays one, what follows it does not join
    ([(284, "KẾ HOẠCH"), (92, FULL[:-2]), (267, "bảy hằng tuần"), (IN, INDENTED)], [1, 2, 1]),
]


@pytest.mark.parametrize(("lines", "counts"), PARAGRAPHS)
def test_lines_are_joined_by_where_they_stand(
    lines: list[tuple[float, str]], counts: list[int]
) -> None:
    # the rest of the page tells the margins
    body = [(IN, INDENTED), (LEFT, FULL), (LEFT, FULL), (LEFT, "hết.")] * 4
    text = text_of(sheet_of(*lines, *body))
    expected: list[str] = []
    rest = [" ".join(words.split()) for _, words in lines]
    for count in counts:
        expected.append(" ".join(rest[:count]))
        rest = rest[count:]
    assert [line for line in text.split("\n") if line][: len(counts)] == expected


def test_no_blank_behind_the_hyphen_at_which_a_line_was_broken() -> None:
    broken = f"{FULL[:-9]} 12/QĐ-"
    assert "12/QĐ-UBND nhé." in text_of(sheet_of((LEFT, FULL), (LEFT, broken), (LEFT, "UBND nhé.")))


def test_lines_far_apart_are_paragraphs_of_their_own() -> None:
    lines = sheet_of((LEFT, FULL), (LEFT, FULL), (LEFT, FULL), (LEFT, "hết."))
    far = tuple(word._replace(base=word.base + 200) for word in lines.words)
    assert text_of(lines._replace(words=lines.words + far)).count("\n") == 1


def test_a_raised_figure_stays_raised_and_with_its_word() -> None:
    words = [
        *words_at(85, 100, "rộng 120 m"),
        Word("2", 156, 160, 95, 8),
        *words_at(165, 100, "đất"),
    ]
    assert text_of(Sheet(595, 842, tuple(words))) == "rộng 120 m² đất"


# ---------------------------------------------------------------- pages


def test_a_paragraph_runs_over_the_end_of_a_page() -> None:
    first = sheet_of(*[(IN, INDENTED), (LEFT, FULL), (LEFT, FULL)] * 3)
    second = sheet_of((LEFT, "bảy hằng tuần."), (IN, INDENTED), (LEFT, FULL))
    number = Sheet(595, 842, tuple(words_at(290, 40, "2")))
    second = second._replace(words=number.words + second.words)
    text, starts = read_sheets([first, second])
    assert "vào sáng thứ bảy hằng tuần.\n" in text
    assert text[starts[1] :].startswith("bảy hằng tuần.")
    source = Source(page_starts=starts)
    assert (source.page_at(starts[1] - 1), source.page_at(starts[1])) == (1, 2)


NUMBERS = ["2", "- 2 -", "Trang 2", "2/3", "– 2 –"]


@pytest.mark.parametrize("shown", NUMBERS)
def test_page_numbers_are_dropped(shown: str) -> None:
    pages = []
    for n in (1, 2, 3):
        words = words_at(290, 800, shown.replace("2", str(n), 1))
        page = sheet_of((LEFT, f"Việc thứ {['một', 'hai', 'ba'][n - 1]}."))
        pages.append(page._replace(words=page.words + tuple(words)))
    assert text_of(*pages) == "Việc thứ một.\nViệc thứ hai.\nViệc thứ ba."


def test_running_heads_are_dropped_and_numbers_in_the_text_are_not() -> None:
    def page(n: int) -> Sheet:
        head = words_at(85, 40, "Kế hoạch trồng cây của xã")
        body = sheet_of((LEFT, f"Thôn {n} trồng số cây là:"), (LEFT, str(40 + n)), (LEFT, "cây."))
        return body._replace(words=tuple(head) + body.words)

    text = text_of(*map(page, (1, 2, 3)))
    assert "của xã" not in text
    assert [str(40 + n) in text for n in (1, 2, 3)] == [True] * 3


def test_a_page_without_words_still_begins_somewhere() -> None:
    empty = Sheet(595, 842, ())
    assert read_sheets([empty, sheet_of((LEFT, "Hết.")), empty]) == ("Hết.", (0, 0, 4))
    assert read_sheets([]) == ("", ())


def test_a_note_at_the_foot_does_not_part_a_paragraph_that_runs_on() -> None:
    first = sheet_of(*[(IN, INDENTED), (LEFT, FULL), (LEFT, FULL)] * 4)
    note = words_at(85, 760, "1 Theo sổ của thôn.", 10)
    second = sheet_of((LEFT, "bảy hằng tuần."), (IN, INDENTED))
    text, starts = read_sheets([first._replace(words=first.words + tuple(note)), second])
    assert "vào sáng thứ bảy hằng tuần.\n" in text
    assert text.index("1 Theo sổ của thôn.") < starts[1]


# ---------------------------------------------------------------- columns and tables


def letterhead(page: PdfPage) -> None:
    for n, (left, right) in enumerate(
        [
            ("UBND HUYỆN PHÚ LÂM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("PHÒNG VĂN HÓA", "Độc lập - Tự do - Hạnh phúc"),
            ("Số: 9/KH-PVH", "Phú Lâm, ngày 02 tháng 3 năm 2024"),
        ]
    ):
        page.centre(170, 60 + 18 * n, left, 12)
        page.centre(415, 60 + 18 * n, right, 12)
    page.centre(312, 140, "KẾ HOẠCH")
    page.centre(312, 158, "Mở lớp vẽ tranh hè năm 2024")


CLOSING = [
    ("Nơi nhận:", "KT. TRƯỞNG PHÒNG"),
    ("- Như trên;", "PHÓ TRƯỞNG PHÒNG"),
    ("- Các trường;", ""),
    ("- Lưu: VT.", ""),
    ("", ""),
    ("", "Lò Văn Pản"),
]


def test_letterhead_and_closing_block_come_column_by_column() -> None:
    page = PdfPage()
    letterhead(page)
    y = paragraph(page, 190, f"1. {INDENTED} {FULL} bảy hằng tuần và báo cáo kết quả./.")
    for n, (left, right) in enumerate(CLOSING):
        if left:
            page.write(85, y + 20 + 16 * n, left, 11)
        if right:
            page.centre(420, y + 20 + 16 * n, right, 13)
    text, source = read_pdf(page)
    assert [line for line in text.split("\n") if line] == [
        "UBND HUYỆN PHÚ LÂM",
        "PHÒNG VĂN HÓA",
        "Số: 9/KH-PVH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Phú Lâm, ngày 02 tháng 3 năm 2024",
        "KẾ HOẠCH",
        "Mở lớp vẽ tranh hè năm 2024",
        f"1. {INDENTED} {FULL} bảy hằng tuần và báo cáo kết quả./.",
        "Nơi nhận:",
        "- Như trên;",
        "- Các trường;",
        "- Lưu: VT.",
        "KT. TRƯỞNG PHÒNG",
        "PHÓ TRƯỞNG PHÒNG",
        "Lò Văn Pản",
    ]
    assert (source.media_type, source.pages, source.doubts) == ("application/pdf", 1, ())


def test_columns_whose_lines_stand_at_different_heights() -> None:
    words: list[Word] = []
    for n, line in enumerate(["Nơi nhận:", "- Như trên;", "- Lưu: VT."]):
        words += words_at(85, 100 + 14 * n, line, 11)
    for n, line in enumerate(["TRƯỞNG PHÒNG", "Lò Văn Pản"]):
        words += words_at(384 + 7 * n, 106 + 60 * n, line, 14)
    lines = [line for line in text_of(Sheet(595, 842, tuple(words))).split("\n") if line]
    assert lines == ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TRƯỞNG PHÒNG", "Lò Văn Pản"]


def test_a_letterhead_whose_first_line_nearly_touches_the_motto() -> None:
    words: list[Word] = []
    for n, line in enumerate(["SỞ VĂN HÓA VÀ THỂ THAO AN", "GIANG", "TRUNG TÂM VĂN HÓA"]):
        words += words_at(60, 100 + 18 * n, line, 12)
    for n, line in ((0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (2, "Độc lập - Tự do - Hạnh phúc")):
        words += words_at(220 + 20 * n, 100 + 18 * n, line, 12)
    lines = [line for line in text_of(Sheet(595, 842, tuple(words))).split("\n") if line]
    assert lines == [
        "SỞ VĂN HÓA VÀ THỂ THAO AN GIANG",
        "TRUNG TÂM VĂN HÓA",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]


def centred(text: str, base: float, bold: bool = False) -> list[Word]:
    return words_at(297 - len(text) * 3.5, base, text, bold=bold)


SHORT = ["I. NHIỆM VỤ", "1. Mượn phòng và bàn ghế.", "2. Mua giấy, màu.", "3. Mời họa sĩ."]


def test_a_short_plan_without_a_full_line_keeps_its_lines_apart() -> None:
    words = centred("KẾ HOẠCH", 100, True) + centred("Mở lớp vẽ hè năm 2024", 118, True)
    for n, line in enumerate(SHORT):
        words += words_at(LEFT, 136 + 18 * n, line)
    lines = [line for line in text_of(Sheet(595, 842, tuple(words))).split("\n") if line]
    assert lines == ["KẾ HOẠCH", "Mở lớp vẽ hè năm 2024", *SHORT]


def test_a_bold_title_from_margin_to_margin_takes_in_no_paragraph() -> None:
    title = "Mở lớp vẽ tranh hè năm 2024 cho học sinh các trường trong xã"
    ground = "Căn cứ lịch học, tổ dân phố lập kế hoạch này để các trường cùng"
    words = centred("KẾ HOẠCH", 100, True) + words_at(LEFT + 4, 118, title, bold=True)
    for n, line in enumerate((ground, "làm theo.", *SHORT)):
        words += words_at(LEFT, 136 + 18 * n, line)
    lines = [line for line in text_of(Sheet(595, 842, tuple(words))).split("\n") if line]
    assert lines == ["KẾ HOẠCH", title, f"{ground} làm theo.", *SHORT]


def test_a_letterhead_with_nothing_but_a_day_on_its_right() -> None:
    page = PdfPage()
    for n, line in enumerate(["HUYỆN ỦY PHÚ LÂM", "ĐẢNG ỦY XÃ AN KHÊ", "Số 9-KH/ĐU"]):
        page.centre(170, 60 + 18 * n, line)
    page.centre(420, 60, "An Khê, ngày 02 tháng 3")
    page.centre(312, 140, "KẾ HOẠCH TRỒNG CÂY NĂM 2024")
    lines = [line for line in read_pdf(page)[0].split("\n") if line]
    assert lines == [
        "HUYỆN ỦY PHÚ LÂM",
        "ĐẢNG ỦY XÃ AN KHÊ",
        "Số 9-KH/ĐU",
        "An Khê, ngày 02 tháng 3",
        "KẾ HOẠCH TRỒNG CÂY NĂM 2024",
    ]


XS, TOP = (80.0, 120.0, 330.0, 540.0), 90.0


def table(heights: list[float], cells: list[list[list[str]]], top: float = TOP) -> Sheet:
    """A ruled table: the lines of each cell of each row."""
    ys = [top]
    for height in heights:
        ys.append(ys[-1] + height)
    rules = [Rule(XS[0], y, XS[-1], y) for y in ys] + [Rule(x, ys[0], x, ys[-1]) for x in XS]
    words: list[Word] = []
    for y, row in zip(ys, cells, strict=False):
        for x, lines in zip(XS, row, strict=False):
            for n, line in enumerate(lines):
                words += words_at(x + 5, y + 16 + 16 * n, line, 12)
    return Sheet(595, 842, tuple(words), tuple(rules))


def test_a_ruled_table_comes_row_by_row_with_the_lines_of_a_cell_joined() -> None:
    sheet = table(
        [20, 40, 40],
        [
            [["TT"], ["Việc"], ["Ai làm"]],
            [["1"], ["Quét sân và tưới", "cây"], ["Lớp trưởng"]],
            [["2"], ["Nhổ cỏ"], []],
        ],
    )
    assert text_of(sheet) == (
        "| TT | Việc | Ai làm |\n| 1 | Quét sân và tưới cây | Lớp trưởng |\n| 2 | Nhổ cỏ |  |"
    )


def test_a_row_that_the_end_of_the_page_cut_is_one() -> None:
    first = table([20, 40], [[["TT"], ["Việc"], ["Hạn"]], [["1"], ["Quét sân"], ["trước ngày"]]])
    second = table([20, 20], [[[], [], ["20/10"]], [["2"], ["Nhổ cỏ"], []]])
    assert text_of(first, second).split("\n")[1:] == [
        "| 1 | Quét sân | trước ngày 20/10 |",
        "| 2 | Nhổ cỏ |  |",
    ]


def test_a_frame_is_no_table() -> None:
    box = (Rule(80, 80, 540, 80), Rule(80, 140, 540, 140), Rule(80, 80, 80, 140))
    sheet = sheet_of((LEFT, FULL), (LEFT, "bảy."), rules=(*box, Rule(540, 80, 540, 140)))
    assert text_of(sheet) == f"{FULL} bảy."


def test_a_table_without_lines_is_told_by_its_columns() -> None:
    rows = [
        "7h30        Đón khách",
        "8h00        Chào cờ",
        "8h15        Trao quà",
        "9h00        Về",
    ]
    sheet = sheet_of(*((LEFT, row) for row in rows))
    assert text_of(sheet).split("\n") == [
        "| 7h30 | Đón khách |",
        "| 8h00 | Chào cờ |",
        "| 8h15 | Trao quà |",
        "| 9h00 | Về |",
    ]


LISTS = ["-     Quét sân trường", "-     Tưới cây", "-     Nhổ cỏ", "-     Cắt tỉa hàng rào"]


def test_a_list_with_wide_gaps_behind_its_labels_is_no_table() -> None:
    assert text_of(sheet_of(*((LEFT, row) for row in LISTS))).split("\n") == [
        " ".join(row.split()) for row in LISTS
    ]


def test_labels_that_a_scan_spoiled_are_no_column() -> None:
    rows = ["HI.         Quét sân trường", "TV.         Tưới cây", "VY.         Nhổ cỏ"]
    found = text_of(sheet_of(*((LEFT, row) for row in rows))).split("\n")
    assert found == ["HI.  Quét sân trường", "TV.  Tưới cây", "VY.  Nhổ cỏ"]


def test_a_number_and_a_day_far_apart_on_a_line_alone_are_two_columns() -> None:
    row = (LEFT, "Số: 9/KH-PVH                    Ngày 02")
    assert text_of(sheet_of(row)).split("\n") == ["Số: 9/KH-PVH", "", "Ngày 02"]


# ---------------------------------------------------------------- letters to words


def glyphs(x: float, text: str, base: float = 100.0) -> list[Glyph]:
    return [Glyph(c, x + 7 * n, x + 7 * (n + 1), base, 14, "Times") for n, c in enumerate(text)]


def words_told(glyphs: list[Glyph]) -> list[str]:
    return [word[0] for word in find_words(glyphs)]


def test_letters_are_read_where_they_stand_whatever_order_they_come_in() -> None:
    # two fonts: the file has the letters of the first, then those of the second
    assert words_told(glyphs(0, "UBND T") + glyphs(49, "NH") + glyphs(42, "Ỉ")) == ["UBND", "TỈNH"]


def test_bold_by_drawing_twice_is_read_once() -> None:
    twice = [glyph for g in glyphs(0, "KẾ") for glyph in (g, g._replace(x0=g.x0 + 0.3))]
    assert words_told(twice) == ["KẾ"]


def test_letters_set_wide_apart_are_words() -> None:
    wide = [
        Glyph(c, 11 * n, 11 * n + 7, 100, 14, "T") for n, c in enumerate("KẾ  HOẠCH") if c != " "
    ]
    assert words_told(wide) == ["KẾ", "HOẠCH"]


def test_a_page_that_is_turned_reads_upright() -> None:
    page = PdfPage(rotate=90)
    page.write(100, 300, "Trồng cây ở sân trường.")
    page.write(100, 330, "Tưới cây.")
    assert read_pdf(page)[0] == "Trồng cây ở sân trường.\nTưới cây."


def test_fonts_from_before_unicode_are_decoded() -> None:
    page = PdfPage()
    page.write(85, 100, "KÕ ho¹ch trång c©y", font=".VnTime")
    page.write(85, 130, "uû ban", font=".VnTimeH")
    assert read_pdf(page)[0] == "Kế hoạch trồng cây\nUỶ BAN"


# ---------------------------------------------------------------- what cannot be read


def test_a_password_is_told_and_an_empty_one_does_not_matter() -> None:
    page = PdfPage()
    page.write(85, 100, "Trồng cây.")
    assert read_pdf(page, password="")[0] == "Trồng cây."
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(page, password="secret")
    assert caught.value.problem == "pdf_locked"


LOST = "Thtyc hien Chiro'ng trinh hanh dOng quOc gia vi tre em, cac tinh to chirc tuyen truyen "


def test_a_text_layer_that_lost_its_letters_is_told() -> None:
    page = PdfPage()
    y = 80.0
    for _ in range(4):
        y = paragraph(page, y, LOST * 3)
    text, source = read_pdf(page)
    assert [doubt.code for doubt in source.doubts] == ["broken_text_layer"]
    assert source.doubts[0].span == (0, len(text))
    assert "--ocr always" in source.doubts[0].message


def scanned() -> PdfPage:
    from PIL import Image

    return PdfPage(image=Image.new("RGB", (200, 280), "white"))


def test_pages_without_text_are_named_where_they_are_not_recognized() -> None:
    page = PdfPage()
    page.write(85, 100, "Trồng cây.")
    text, source = read_pdf(page, scanned(), page, scanned())
    assert text.count("Trồng cây.") == 2
    assert [doubt.code for doubt in source.doubts] == ["page_without_text"]
    assert "pages 2 and 4" in source.doubts[0].message


def test_a_scan_needs_tesseract_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(scanned(), ocr="auto")
    assert caught.value.problem == "ocr_missing"
    assert ocr.PACKAGES in str(caught.value) and ocr.PACKAGES in caught.value.tell("vi")
    page = PdfPage()
    page.write(85, 100, "Trồng cây.")
    text, source = read_pdf(page, scanned(), ocr="auto")
    assert text == "Trồng cây."
    assert ocr.PACKAGES in source.doubts[0].message
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(scanned(), ocr="never")
    assert caught.value.problem == "ocr_not_wanted"


# ---------------------------------------------------------------- real documents


def marked_words(text: str) -> Counter[str]:
    """Words with how many letters in them carry a diacritic, capitals or not."""
    count: Counter[str] = Counter()
    for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).casefold()):
        count[word] += sum(len(unicodedata.normalize("NFD", c)) > 1 or c == "đ" for c in word)
    return count


@pytest.mark.shared
def test_diacritics_of_real_documents_in_fonts_from_before_unicode() -> None:
    files = sorted((SHARED / "corpora" / "legacy").glob("*.pdf"))
    assert len(files) == 2
    for file in files:
        wanted = marked_words(file.with_suffix(".txt").read_text("utf-8"))
        lost = wanted - marked_words(read_file(file)[0])
        assert lost.total() <= 0.015 * wanted.total(), lost


@pytest.mark.shared
def test_the_number_and_day_of_a_digital_signature_are_read() -> None:
    folder = SHARED / "corpora" / "real" / "originals"
    for file in sorted(folder.glob("hvm-*.pdf")):
        text, source = read_file(file)
        assert re.search(r"Số: \d{4} /", text) and re.search(r"ngày \d\d tháng 11", text)
        assert source.pages == 2 and source.doubts == ()

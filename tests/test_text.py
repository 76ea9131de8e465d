"""The views of a text: equal in length, one offset for all, wrapped lines joined again."""

from __future__ import annotations

import pytest

from vnplan.patterns import any_of, pattern
from vnplan.text import Wrap, find_lines, find_wrap, mark_furniture, read_text
from vnplan.views import clean, folded, lowered, normalize, plain_signs, spelled

# ---------------------------------------------------------------- normalisation

NORMALIZED = [
    ("to\u0302\u0309 chu\u031b\u0301c", "tổ chức"),  # NFD, as macOS types it
    ("Hoạt động\r\nhè\r2026", "Hoạt động\nhè\n2026"),
    ("mất chữ \ud800 này", "mất chữ \ufffd này"),
    ("\tcột\u00a0hai  ", "\tcột\u00a0hai  "),  # otherwise untouched
    ("“Đọc sách” – 2026", "“Đọc sách” – 2026"),
    ("hoà, uỷ", "hoà, uỷ"),  # tone marks stay as printed
    ("", ""),
]


@pytest.mark.parametrize(("read", "expected"), NORMALIZED)
def test_normalize(read: str, expected: str) -> None:
    assert normalize(read) == expected
    assert normalize(expected) == expected


def test_spaces_are_collapsed() -> None:
    assert clean(" Trạm y tế\n\n  xã\u00a0Bình\tAn ") == "Trạm y tế xã Bình An"


# ---------------------------------------------------------------- the views

PLAIN = [
    ("2023–2030", "2023-2030"),
    ("2023 — 2030", "2023 - 2030"),
    ("−5", "-5"),
    ("“bốn tại chỗ”", '"bốn tại chỗ"'),
    ("«xanh»", '"xanh"'),
    ("Ðà Lạt", "Đà Lạt"),  # typed with the Icelandic letter
    ("trang\u000chai", "trang hai"),
    ("số\u00a07", "số 7"),
]
LOWERED = [
    ("HOÀ BÌNH", "hòa bình"),
    ("Thuỷ lợi", "thủy lợi"),
    ("khoẻ", "khỏe"),
    ("TRƯỜNG MẦM NON", "trường mầm non"),
    ("ĐẮK LẮK", "đắk lắk"),
]
FOLDED = [
    ("TỔ CHỨC THỰC HIỆN", "to chuc thuc hien"),
    ("Đường sắt", "duong sat"),
    ("Uỷ ban", "uy ban"),
    ("ỷ lại", "y lai"),
]


@pytest.mark.parametrize(("read", "expected"), PLAIN)
def test_signs_of_one_family_are_one(read: str, expected: str) -> None:
    assert plain_signs(read) == expected


def test_i_for_y_is_spelled_as_the_lexicon_spells_it() -> None:
    assert spelled("QUĨ, Quí, qui định") == lowered("quỹ, quý, quy định")
    assert spelled("quà, kĩ thuật") == lowered("quà, kĩ thuật")


@pytest.mark.parametrize(("read", "expected"), LOWERED)
def test_lower_case_has_one_style_of_tone_marks(read: str, expected: str) -> None:
    assert lowered(read) == expected


@pytest.mark.parametrize(("read", "expected"), FOLDED)
def test_folded_has_no_marks(read: str, expected: str) -> None:
    assert folded(read) == expected


STRANGE = [
    "",
    "\n\n",
    "İSTANBUL",  # its lower case is longer
    "ﬁ ß ŉ ǰ ΐ ΑΣ",
    "क\u093c\u0958",  # NFC makes two of one
    "e\u0301\u0302\u0303\u0309",
    "\u00ad\u200b\ufeff",
    "𝐊𝐄̂́ 🎉",
    "\x0b\x0c\x1c\x85\u2028Kế hoạch",
    "**__##** *** | | |",
    "I.\nI.\nI.",
    "Cơ sở\n\n2\n\ncách mạng",
]


@pytest.mark.parametrize("text", STRANGE)
def test_views_are_of_one_length(text: str) -> None:
    page = read_text(text)
    assert page.text == normalize(text)
    assert len(page.text) == len(page.work) == len(page.low) == len(page.bare)


def test_an_offset_holds_in_all_views() -> None:
    page = read_text("I. MỤC TIÊU\n- Giữ gìn vệ sinh – “Ngày thứ Bảy\nxanh” tại phường Hoà An.\n")
    at = page.bare.index("hoa an")
    assert page.low[at : at + 6] == "hòa an"
    assert page.text[at : at + 6] == "Hoà An"
    assert page.words((page.low.index("ngày"), at + 6)) == "Ngày thứ Bảy xanh” tại phường Hoà An"


def test_any_of_takes_the_longest_word_in_either_style() -> None:
    rooms = pattern(any_of(("phòng", "phòng ban", "hoà giải")))
    found = rooms.match(lowered("PHÒNG  \n BAN"))
    assert found is not None and found.group() == "phòng  \n ban"
    assert rooms.match(lowered("hòa giải"))
    assert rooms.match(lowered("hoà giải"))
    assert not rooms.match(lowered("hoa giải"))
    assert pattern(any_of(("hoà giải",), bare=True)).match(folded("Hòa giải"))


# ---------------------------------------------------------------- page furniture


def furniture(text: str) -> list[str]:
    """The lines of a text that are furniture."""
    signs = plain_signs(text)
    lines = mark_furniture(signs, find_lines(signs))
    return [text[line.start : line.end] for line in lines if line.furniture is not None]


PAGE_NUMBERS = ["2", "17", "- 3 -", "– 4 –", "Trang 3/10", "trang 5", "3/10", "Page 2", "TRANG 12"]
NO_PAGE_NUMBERS = [
    "08",  # a row's number in a table
    "0",
    "1.",
    "2025",  # a wrapped year
    "1.500",
    "II",
    "a)",
    "50%",
    "Trang phục",
    "Trang 3 của Phụ lục",
    "5 người",
    "số 4",
]


@pytest.mark.parametrize("line", PAGE_NUMBERS)
def test_page_numbers(line: str) -> None:
    assert furniture(f"Các khoa phòng rà soát\n{line}\nnhân sự trực.") == [line]


@pytest.mark.parametrize("line", NO_PAGE_NUMBERS)
def test_no_page_numbers(line: str) -> None:
    assert furniture(f"Các khoa phòng rà soát\n{line}\nnhân sự trực.") == []


def test_a_column_of_figures_is_no_run_of_page_numbers() -> None:
    assert furniture("Số ghế\n12\n15\n20\nTổng") == []


@pytest.mark.parametrize("line", ["______", "-----", "* * *", "— — —", "......", "═══════"])
def test_rules_are_furniture(line: str) -> None:
    assert furniture(f"SỞ Y TẾ\n{line}\nKẾ HOẠCH") == [line]


@pytest.mark.parametrize("line", ["---o0o---", "- A -", "./.xong", "1 + 1"])
def test_a_line_with_a_word_is_no_rule(line: str) -> None:
    assert furniture(f"SỞ Y TẾ\n{line}\nKẾ HOẠCH") == []


def test_a_running_head_stands_beside_three_page_numbers() -> None:
    page = "Kế hoạch diễn tập 2026\n{}\nĐội {} trực tại bến.\n"
    text = "".join(page.format(i, i) for i in range(1, 5))
    assert furniture(text).count("Kế hoạch diễn tập 2026") == 4
    twice = "".join(page.format(i, i) for i in range(1, 3))
    assert "Kế hoạch diễn tập 2026" not in furniture(twice)


def test_a_heading_that_repeats_is_no_running_head() -> None:
    text = "Thành phần\nĐội một.\nThành phần\nĐội hai.\nThành phần\nĐội ba.\n"
    assert furniture(text) == []


def test_a_stamp_that_a_scan_took_for_letters() -> None:
    stamp = "nnninnsnnunnnnnnnnnnnnnnng"
    assert furniture(f"Nội dung\n{stamp}\nkết thúc") == [stamp]
    for address in ("https://congdichvu.example/trang-chu-cua-chung-toi.html", "Đ" * 20):
        assert furniture(f"Nội dung\n{address}\nkết thúc") == []


# ---------------------------------------------------------------- paragraphs

WRAPPED = """\
I. YÊU CẦU
1. Công tác trực cứu nạn được duy trì suốt ngày đêm tại các
bến thuyền, có sổ ghi chép rõ ràng và người ký nhận ca trực
đầy đủ theo mẫu.
2. Phương tiện được kiểm tra trước khi ra khơi, lập biên bản
có chữ ký của chủ thuyền và người kiểm tra.
"""


def paragraphs(text: str) -> list[str]:
    page = read_text(text)
    return [page.words((p.start, p.end)) for p in page.paragraphs]


def test_hard_wraps_are_joined() -> None:
    assert paragraphs(WRAPPED) == [
        "I. YÊU CẦU",
        "1. Công tác trực cứu nạn được duy trì suốt ngày đêm tại các bến thuyền, có sổ ghi chép "
        "rõ ràng và người ký nhận ca trực đầy đủ theo mẫu.",
        "2. Phương tiện được kiểm tra trước khi ra khơi, lập biên bản có chữ ký của chủ thuyền và "
        "người kiểm tra.",
    ]


def test_the_working_view_keeps_line_ends_only_between_paragraphs() -> None:
    page = read_text(WRAPPED)
    assert page.work.rstrip().count("\n") == 2
    assert page.text.rstrip().count("\n") == 5


UNWRAPPED = (
    "Một dòng ngắn có hơn ba mươi ký tự.\n"
    + "Một đoạn văn dài " * 20
    + "\n"
    + "Đoạn văn khác còn dài hơn nữa " * 30
    + "\nVà một đoạn thứ ba cũng trên ba mươi ký tự, không ngắt."
)
# as a scan or a PDF has them: a word more would have found room in the second line
LOOSE = """\
Công tác trực cứu nạn được duy trì suốt ngày đêm tại các bến
thuyền, có sổ ghi chép rõ ràng và người ký nhận
ca trực đầy đủ theo mẫu, kèm ảnh chụp và giờ chụp của máy
do thuyền trưởng giữ.
"""
# two lines of a title, and paragraphs that were never cut
TITLE_IN_TWO = "Về việc trồng cây chắn sóng ven biển trên địa bàn xã\nnăm 2026\n" + UNWRAPPED


def wrap_of(text: str) -> Wrap | None:
    return find_wrap(text, find_lines(text))


def test_the_width_of_hard_wraps() -> None:
    assert wrap_of(WRAPPED) == Wrap(60, strict=True)
    assert wrap_of(LOOSE) == Wrap(60, strict=False)
    for text in (UNWRAPPED, TITLE_IN_TWO, "Hai dòng thôi\nthì chưa biết"):
        assert wrap_of(text) is None
    assert read_text(WRAPPED).wrapped and not read_text(UNWRAPPED).wrapped


# a last line that is nearly as long as the lines that were cut, and what stands below it
LAST_LINES = """\
1. Các thôn trồng cây ở hai bên đường liên thôn, chăm sóc và rào giữ đến khi
cây bén rễ, thay những cây đã chết.
2. Kế toán xã chi trả tiền cây giống theo biên bản nghiệm thu của từng thôn,
không chi trả cho cây trồng ngoài danh mục{}
{}
"""
ENDED = [
    (" của xã hằng năm.", "Yêu cầu các thôn nghiêm túc làm theo./."),
    (" của xã hằng năm.", "Các thôn gửi báo cáo về xã trước ngày 15/11."),
    (" đã duyệt cho năm.", "Mỗi thôn cử một người ghi sổ."),
]


@pytest.mark.parametrize(("last", "below"), ENDED)
@pytest.mark.parametrize("head", ["", "XÃ BÌNH AN\n\nSố: 5/KH-UBND\n\nKẾ HOẠCH\n\nTrồng cây\n\n"])
def test_a_line_with_room_for_a_word_ends_its_paragraph(head: str, last: str, below: str) -> None:
    found = paragraphs(head + LAST_LINES.format(last, below))
    assert found[-1] == below


def test_a_sentence_that_ends_where_a_line_does_is_not_the_last_of_its_paragraph() -> None:
    text = (
        "1. Các thôn trồng cây ở hai bên đường liên thôn, chăm sóc và rào giữ đến khi\n"
        "cây bén rễ, thay những cây đã chết.\n\n"
        "2. Kế toán xã chi trả tiền cây giống theo biên bản nghiệm thu của từng thôn.\n"
        "Không chi trả cho cây trồng ngoài danh mục đã duyệt.\n\n"
        "3. Văn phòng theo dõi.\n"
    )
    assert paragraphs(text)[1].endswith(
        "từng thôn. Không chi trả cho cây trồng ngoài danh mục đã duyệt."
    )


def test_lines_of_one_length_are_no_wraps_where_each_ends_a_sentence() -> None:
    lines = [
        "1. Trồng cây hai bên đường ở các thôn trước ngày 30 tháng 6.",
        "2. Chăm sóc cây đã trồng và thống kê cây sống vào cuối năm.",
        "3. Văn phòng tổng hợp kết quả, báo cáo huyện hằng năm.",
        "Yêu cầu các thôn nghiêm túc thực hiện Kế hoạch này./.",
    ]
    assert paragraphs("KẾ HOẠCH\n\nTrồng cây\n\n" + "\n".join(lines))[2:] == lines


PAGE_BREAKS = [
    "cập nhật sổ sức khoẻ\n\n2\n\ncủa học sinh bán trú.",
    "cập nhật sổ sức khoẻ\n\n- 2 -\n\ncủa học sinh bán trú.",
    "cập nhật sổ sức khoẻ\n2\ncủa học sinh bán trú.",
    "cập nhật sổ sức khoẻ\n\ncủa học sinh bán trú.",
    "cập nhật sổ sức khoẻ\n\x0ccủa học sinh bán trú.",
    "cập nhật sổ sức khoẻ\n\n\n\nTrang 2/5\n\n\ncủa học sinh bán trú.",
]


@pytest.mark.parametrize("broken", PAGE_BREAKS)
def test_a_sentence_cut_by_a_page_break_is_joined(broken: str) -> None:
    whole = "Nhân viên y tế trường cập nhật sổ sức khoẻ của học sinh bán trú."
    assert paragraphs(f"1. Nhân viên y tế trường {broken}\n") == [f"1. {whole}"]


SEPARATE = [
    ("Lễ phát động tại sân vận động.", "Thời gian: 7 giờ 30."),
    ("Lễ phát động tại sân vận động.", "a) Thành phần tham dự"),
    ("Lễ phát động tại sân vận động", "- Thành phần tham dự"),
    ("Lễ phát động tại sân vận động", "I. THÀNH PHẦN"),
    ("Trồng 500 cây keo./.", "Nơi nhận:"),
    ("Trồng 500 cây keo./.", "KT. HIỆU TRƯỞNG"),
    ("Số cây mỗi lớp trồng", "Nơi nhận:"),
]


@pytest.mark.parametrize(("first", "second"), SEPARATE)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_paragraphs_that_stay_apart(first: str, second: str, between: str) -> None:
    assert paragraphs(f"{first}{between}{second}\n") == [first, second]


HALF_LINE = """\
1. Thành phần dự hội nghị gồm đại diện Ủy ban Mặt trận, Hội
Nông dân, Hội Phụ nữ, Công đoàn, {}
- {} và các trường học trên
địa bàn huyện, trong đó mỗi đơn vị cử một người.
2. Ban Tổ chức gửi giấy mời và tài liệu cho các đại biểu dự
họp, chậm nhất là hai ngày trước khi khai mạc hội nghị.
"""
HALVES = [
    ("các tàu tuyến Hà Nội", "Hải Phòng"),
    ("đội kỹ thuật sân bay Cam Ranh", "Nha Trang"),
    ("cụm dân cư Thuận Hoà", "Phú Xuân"),
    pytest.param(
        "Sở Lao động",
        "Thương binh và Xã hội",
        marks=pytest.mark.xfail(
            strict=True, reason="the word before the dash must have a capital or be a number"
        ),
    ),
]


@pytest.mark.parametrize(("before", "behind"), HALVES)
def test_a_name_wrapped_at_its_dash_is_no_item(before: str, behind: str) -> None:
    found = paragraphs(HALF_LINE.format(before, behind))
    assert [p[:7] for p in found] == ["1. Thàn", "2. Ban "]
    assert f"{before} - {behind}" in found[0]


ITEMS = [
    ("Trung tâm Văn hoá;", "Trạm Y tế phường"),
    ("Công an xã Hà Nội:", "Trạm Y tế phường"),
    ("và các khách mời", "Trạm Y tế: bác sĩ trực"),
]


@pytest.mark.parametrize(("before", "behind"), ITEMS)
def test_a_bullet_in_wrapped_text_is_an_item(before: str, behind: str) -> None:
    found = paragraphs(HALF_LINE.format(before, behind))
    assert [p[:7] for p in found] == ["1. Thàn", f"- {behind[:5]}", "2. Ban "]


CUT_NUMBERS = [
    ("theo các tiêu chí nêu tại Mục", "III. của Kế hoạch này trong", 1),
    ("gửi về huyện kèm Tờ trình số", "21/TTr-HND của Hội đúng hạn", 1),
    ("của cả năm học 2023", "- 2024, cùng kế hoạch của năm", 1),
    ("đúng hạn, chậm nhất trong quý", "IV. của năm và gửi về huyện", 1),
    # a sentence that ends, and a heading without an end mark
    ("theo các tiêu chí nêu tại Mục 2.", "III. Kinh phí lấy từ ngân sách", 2),
    ("gồm nhà cửa, chuồng trại, quân số", "- Lập danh sách rồi gửi về xã", 2),
    ("về kết quả vệ sinh của cả năm", "2. Lập danh sách rồi gửi về xã", 2),
    ("gồm các bước và cách làm của tổ", "2. Lập danh sách rồi gửi về xã", 2),
]


@pytest.mark.parametrize(("before", "behind", "count"), CUT_NUMBERS)
def test_a_number_that_its_line_left_for_the_next(before: str, behind: str, count: int) -> None:
    lines = [f"1. Mỗi thôn chấm điểm từng hộ {before}", f"{behind} và nhận xét của từng tổ."]
    found = paragraphs("\n".join([*lines, "3. Trưởng thôn ký vào biên bản rồi gửi về xã ngay."]))
    assert len(found) == count + 1


# whatever the width, and although nothing else was cut
CUT_ANYWHERE = [
    ("Trồng cây chắn gió ở bờ ao, xong trong quý", "IV năm 2025."),
    ("Trồng cây chắn gió ở bờ ao, xong trong quý", "II/2025."),
    ("b) Trồng cây chắn gió ở bờ ao, chậm nhất ngày 20 tháng 9 năm", "2023."),
    ("Trồng cây chắn gió ở bờ ao, chậm nhất ngày", "28 tháng 10 năm 2023."),
    ("Trồng cây chắn gió ở bờ ao theo Điều", "5 của Quy chế."),
    ("Trồng cây chắn gió ở bờ ao giai đoạn 2022", "- 2025"),
    ("TRỒNG CÂY CHẮN GIÓ GIAI ĐOẠN 2022", "- 2025"),
    ("Khi có cây đổ, đề nghị các thôn báo ngay về", "Văn phòng UBND xã để tổng hợp./."),
    ("Cây giống lấy ở vườn ươm của Hạt Kiểm lâm và", "Hội Làm vườn."),
]
NOT_CUT = [
    ("Nhiệm vụ trọng tâm trong quý", "Trồng cây chắn gió ở bờ ao."),
    ("Nhiệm vụ trọng tâm trong quý", "I. THÁNG MỘT"),
    ("Nhiệm vụ trọng tâm hằng năm", "1. Trồng cây chắn gió ở bờ ao."),
    ("Số cây đã trồng năm 2022", "- 2025: 300 cây"),
    ("Số cây đã trồng năm 2022", "- 2021 và các năm trước"),
    ("Số cây đã trồng năm 2022", "- Bờ ao: 300 cây"),
    ("Xong trong giai đoạn 2022.", "- 2025 cây chắn gió"),
    ("Khi đi và khi về", "Các em đi hàng một."),  # a heading
    ("Những mặt còn hạn chế, những khuyết điểm và tồn tại", "Cây chết nhiều."),
    ("TRÁCH NHIỆM CỦA CÁC THÔN VÀ CỦA CÁC HỘ GIA ĐÌNH VỀ", "Các thôn trồng cây."),
]


@pytest.mark.parametrize(("before", "behind"), CUT_ANYWHERE)
def test_what_cannot_end_a_line_goes_on_in_the_next(before: str, behind: str) -> None:
    text = f"KẾ HOẠCH\n{before}\n{behind}\nc) Chăm cây.\n"
    assert paragraphs(text) == ["KẾ HOẠCH", f"{before} {behind}", "c) Chăm cây."]


@pytest.mark.parametrize(("before", "behind"), NOT_CUT)
def test_what_may_end_a_line_does(before: str, behind: str) -> None:
    text = f"KẾ HOẠCH\n{before}\n{behind}\nc) Chăm cây.\n"
    assert paragraphs(text) == ["KẾ HOẠCH", before, behind, "c) Chăm cây."]


STRICT = """\
1. Tổ kiểm tra đi từng hộ có lò sấy, ghi biên bản và hướng dẫn chủ hộ cách dùng
bình chữa cháy.
2. Chủ hộ dọn rơm rạ quanh lò, giữ lối đi thông thoáng và treo bảng nhắc ngay ở
cửa kho.
{}
{}
"""
# nothing but the width tells: the next word had no room, or it had
AT_FULL_LINES = [
    (
        "Trong mùa sấy, nếu thấy chập điện thì các hộ dân phải báo ngay cho Văn phòng",
        "UBND xã biết.",
        1,
    ),
    ("Trong mùa sấy, nếu thấy chập điện thì các hộ gọi Văn phòng", "UBND xã nhận tin.", 2),
]


@pytest.mark.parametrize(("last", "below", "count"), AT_FULL_LINES)
def test_a_name_that_a_full_line_cuts(last: str, below: str, count: int) -> None:
    assert len(paragraphs(STRICT.format(last, below))) == 2 + count


CROWDED = """\
ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ MƯỜNG LÁT                            Độc lập - Tự do - Hạnh phúc
Số: 57/KH-UBND                     Mường Lát, ngày 08 tháng 8 năm 2025
KẾ HOẠCH
Tiêm phòng vắc xin cho đàn trâu, bò trên địa bàn xã Mường Lát đợt hai
Căn cứ Luật Thú y; Căn cứ Nghị quyết của Hội đồng nhân dân xã về phát
triển chăn nuôi, Ủy ban nhân dân xã xây dựng Kế hoạch như sau:
"""


def test_a_crowded_head_is_taken_apart() -> None:
    found = paragraphs(CROWDED)
    assert [p[:9] for p in found] == [
        "ỦY BAN NH", "XÃ MƯỜNG ", "Số: 57/KH", "KẾ HOẠCH", "Tiêm phòn", "Căn cứ Lu",
    ]  # fmt: skip


def test_wide_gaps_below_the_head_part_nothing() -> None:
    text = CROWDED + "1. Thôn    Bản Mới    giữ đàn trâu, bò ở nhà trong ba ngày trước khi\n" * 2
    assert paragraphs(text + "tiêm    để cán bộ thú y đến tận chuồng.")[-1].endswith("tận chuồng.")


# ---------------------------------------------------------------- markdown

MARKDOWN = [
    ("**Mục đích**", "Mục đích"),
    ("## Mục đích", "Mục đích"),
    ("*Mục đích*", "Mục đích"),
    ("***Mục đích***", "Mục đích"),
    ("Phát động **Tháng Thanh niên**.", "Phát động Tháng Thanh niên."),
    ("hố rộng 3*4 m", "hố rộng 3*4 m"),
    ("làm thêm giờ (*)", "làm thêm giờ (*)"),
    ("(**khẩn**)", "(khẩn)"),
    ("ký tên ______ ngày", "ký tên ngày"),
    ("tệp ke_hoach_2026", "tệp ke_hoach_2026"),
    ("đường dây #1 và số 2", "đường dây #1 và số 2"),
]


@pytest.mark.parametrize(("read", "expected"), MARKDOWN)
def test_markdown_is_off_the_words(read: str, expected: str) -> None:
    page = read_text(read)
    assert page.words((0, len(read))) == expected
    assert page.text == read


# ---------------------------------------------------------------- words of a span


def test_words_leave_out_furniture_and_keep_signs_as_printed() -> None:
    page = read_text("Tổ thẩm định “hồ sơ –\n\n7\n\ngói thầu” làm việc **độc lập**.\n")
    assert page.words((0, len(page.text))) == "Tổ thẩm định “hồ sơ – gói thầu” làm việc độc lập."


def test_lines_know_their_columns() -> None:
    [first, second] = find_lines("   UBND XÃ\n\nSố 5\n")
    assert (first.start, first.end, first.column, first.width) == (3, 10, 3, 10)
    assert (first.blank_before, second.blank_before) == (True, True)
    assert (second.start, second.end) == (12, 16)


ROWS = "| TT | Nhiệm vụ | Chủ trì |\n| 1 | Vớt rác\n"


def test_rows_of_a_table_stay_apart() -> None:
    page = read_text("TT | Nhiệm vụ | Chủ trì\n1 | Vớt bèo | Đội 1\n2 | Nạo mương | Đội 2\n")
    assert [p.row for p in page.paragraphs] == [True, True, True]
    assert [p.marker for p in page.paragraphs] == [None, None, None]
    assert all(p.row for p in read_text(ROWS).paragraphs)

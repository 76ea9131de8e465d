"""The label or bullet that a line could have: what each rule takes, and what it refuses."""

from __future__ import annotations

import pytest

from vnplan.markers import Marker, as_roman, label_ordinal, letter_ordinal, read_marker, roman_value
from vnplan.views import plain_signs


def marker_of(line: str) -> Marker | None:
    return read_marker(plain_signs(line), 0, len(line))


# the line, and its style, label, ordinal and words
EXAMPLES = [
    # Phần, Chương, Mục, Điều, Phụ lục
    ("Phần I", "part", "I", 1, ""),
    ("PHẦN THỨ NHẤT", "part", "THỨ NHẤT", 1, ""),
    ("Phần thứ hai. Nhiệm vụ", "part", "thứ hai", 2, "Nhiệm vụ"),
    ("PHẦN II: GIẢI PHÁP", "part", "II", 2, "GIẢI PHÁP"),
    ("Phần B. THUỶ SẢN", "part", "B", 2, "THUỶ SẢN"),
    ("Chương III", "chapter", "III", 3, ""),
    ("CHƯƠNG IV. ĐÀO TẠO", "chapter", "IV", 4, "ĐÀO TẠO"),
    ("Mục 2. Lâm sinh", "section", "2", 2, "Lâm sinh"),
    ("Điều 1. Ban hành kèm theo Quyết định này", "article", "1", 1, "Ban hành kèm theo"),
    ("Điều 12: Hiệu lực", "article", "12", 12, "Hiệu lực"),
    ("PHỤ LỤC II", "appendix", "II", 2, ""),
    ("Phụ lục số 01", "appendix", "01", 1, ""),
    ("Phụ lục 3: Biểu mẫu", "appendix", "3", 3, "Biểu mẫu"),
    ("PHỤ LỤC", "appendix", "", 0, ""),
    # Roman
    ("I. MỤC TIÊU", "roman", "I", 1, "MỤC TIÊU"),
    ("II- Nội dung", "roman", "II", 2, "Nội dung"),
    ("II – Nội dung", "roman", "II", 2, "Nội dung"),
    ("III.NỘI DUNG", "roman", "III", 3, "NỘI DUNG"),
    ("IV/ Kinh phí", "roman", "IV", 4, "Kinh phí"),
    ("V) Kinh phí", "roman", "V", 5, "Kinh phí"),
    ("VI: Kinh phí", "roman", "VI", 6, "Kinh phí"),
    ("VII KINH PHÍ", "roman", "VII", 7, "KINH PHÍ"),
    ("IX. “Ngày thứ Bảy tình nguyện”", "roman", "IX", 9, "“Ngày thứ Bảy"),
    ("XIV.", "roman", "XIV", 14, ""),
    ("**I. MỤC TIÊU**", "roman", "I", 1, "MỤC TIÊU"),
    ("## II. Nội dung", "roman", "II", 2, "Nội dung"),
    ("### **III. Giải pháp**", "roman", "III", 3, "Giải pháp"),
    ("**IV.** GIẢI PHÁP", "roman", "IV", 4, "GIẢI PHÁP"),
    ("**V.**", "roman", "V", 5, ""),
    # capital letters above them
    ("A. ĐÁNH GIÁ NĂM HỌC", "upper", "A", 1, "ĐÁNH GIÁ NĂM HỌC"),
    ("B- PHƯƠNG HƯỚNG", "upper", "B", 2, "PHƯƠNG HƯỚNG"),
    ("Đ. KINH PHÍ", "upper", "Đ", 5, "KINH PHÍ"),
    # numbers
    ("1. Mục đích", "number", "1", 1, "Mục đích"),
    ("2.Sơ tuyển", "number", "2", 2, "Sơ tuyển"),
    ("3) Chung kết", "number)", "3", 3, "Chung kết"),
    ("4/ Trao giải", "number", "4", 4, "Trao giải"),
    ("5, Tổng duyệt", "number", "5", 5, "Tổng duyệt"),
    ("6- Bế mạc", "number", "6", 6, "Bế mạc"),
    ("2- Ở bến phà", "number", "2", 2, "Ở bến phà"),
    ("3 - Ý thức người lái đò", "number", "3", 3, "Ý thức người lái đò"),
    ("7: Hậu cần", "number", "7", 7, "Hậu cần"),
    ("12. đưa đón đại biểu", "number", "12", 12, "đưa đón đại biểu"),
    ("03. Hậu cần", "number", "03", 3, "Hậu cần"),
    ("**1. Tập huấn:**", "number", "1", 1, "Tập huấn"),
    ("**1.** Tập huấn", "number", "1", 1, "Tập huấn"),
    ("(1) Sáng", "(number)", "1", 1, "Sáng"),
    ("(12): Chiều", "(number)", "12", 12, "Chiều"),
    # numbers of what is counted by name
    ("Nhiệm vụ 1: Trồng rừng", "counted", "1", 1, "Trồng rừng"),
    ("NHIỆM VỤ 2. TRỒNG RỪNG", "counted", "2", 2, "TRỒNG RỪNG"),
    ("**Mục tiêu 3:** 100% thôn có điện", "counted", "3", 3, "100% thôn có điện"),
    ("Giải pháp 04 - Tập huấn", "counted", "04", 4, "Tập huấn"),
    # decimals
    ("1.1. Trồng rừng", "decimal", "1.1", 1, "Trồng rừng"),
    ("2.3 Nuôi tôm", "decimal", "2.3", 3, "Nuôi tôm"),
    ("2.3.4. Nuôi cá", "decimal", "2.3.4", 4, "Nuôi cá"),
    ("3.10) Khai thác", "decimal", "3.10", 10, "Khai thác"),
    ("**1.2.** Nuôi tôm", "decimal", "1.2", 2, "Nuôi tôm"),
    ("1.2.“Giờ Trái Đất”", "decimal", "1.2", 2, "“Giờ"),
    # letters
    ("a) Hộ nghèo", "letter", "a", 1, "Hộ nghèo"),
    ("đ) hộ cận nghèo", "letter", "đ", 5, "hộ cận nghèo"),
    ("b. Hộ khá", "letter", "b", 2, "Hộ khá"),
    ("c/ Hộ giàu", "letter", "c", 3, "Hộ giàu"),
    ("d- Hộ mới", "letter", "d", 4, "Hộ mới"),
    ("- a) Hộ nghèo", "letter", "a", 1, "Hộ nghèo"),
    ("(a) Hộ nghèo", "(letter)", "a", 1, "Hộ nghèo"),
    ("**a)** Hộ nghèo", "letter", "a", 1, "Hộ nghèo"),
    # bullets
    ("- Quét dọn", "bullet", "-", 0, "Quét dọn"),
    ("– Quét dọn", "bullet", "-", 0, "Quét dọn"),
    ("— Quét dọn", "bullet", "-", 0, "Quét dọn"),
    ("-Quét dọn", "bullet", "-", 0, "Quét dọn"),
    ("+ Quét dọn", "bullet", "+", 0, "Quét dọn"),
    ("* Quét dọn", "bullet", "*", 0, "Quét dọn"),
    ("*Quét dọn", "bullet", "*", 0, "Quét dọn"),
    ("*** Quét dọn", "bullet", "*", 0, "Quét dọn"),
    ("• Quét dọn", "bullet", "•", 0, "Quét dọn"),
    ("\uf0b7 Quét dọn", "bullet", "\uf0b7", 0, "Quét dọn"),
    ("➢ Quét dọn", "bullet", "➢", 0, "Quét dọn"),
    ("- “Sạch làng, tốt ruộng”", "bullet", "-", 0, "“Sạch"),
    ("- 05 xe rác", "bullet", "-", 0, "05 xe rác"),
]


@pytest.mark.parametrize(("line", "style", "label", "ordinal", "words"), EXAMPLES)
def test_takes(line: str, style: str, label: str, ordinal: int, words: str) -> None:
    marker = marker_of(line)
    assert marker is not None
    assert (marker.style, marker.label, marker.ordinal) == (style, label, ordinal)
    if style != "bullet":
        assert plain_signs(line)[marker.start : marker.end].strip().endswith(plain_signs(label))
    if words:
        assert line[marker.words :].startswith(words)
    else:
        assert marker.words == len(line)
    assert not marker.damaged


REFUSED = [
    "Mục đích",
    "Mục tiêu của phong trào",
    "Nhiệm vụ 1 của Kế hoạch này",
    "Mục tiêu 1.500 tỷ đồng",
    "Nội dung: 1. Tập huấn",
    "Phần thưởng gồm",
    "Phần mềm quản lý",
    "Phần lớn hộ dân",
    "Chương trình hè",
    "Điều kiện tham gia",
    "Điều chỉnh quy hoạch",
    "Điều 7 của Luật này quy định",
    "Phụ lục II kèm theo Kế hoạch này",
    "Phần trăm hộ nghèo",
    "PHỤ LỤCA",
    "2025 tiếp tục mở rộng",
    "2025.",
    "20/10/2025 khai mạc",
    "08h00 tập trung",
    "15 tháng 8 năm 2026",
    "12-CT/TU của Tỉnh uỷ",
    "1.500.000 đồng",
    "2.5 tỷ đồng",
    "28.10.2026 nghiệm thu",
    "50% số hộ",
    "100 hộ dân",
    "3/4 số hộ",
    "5 - A và 5 - B",
    "9-Ở",
    "(2 người)",
    "(sau đây gọi là Đội)",
    "(Kèm theo Kế hoạch)",
    "a lô",
    "e ngại",
    "Quý I - II/2026",
    "Khoá XVI",
    "IT là ngành mới",
    "-5 độ C",
    "Đ/c Chủ tịch",
    "…",
    "“Xanh - sạch”",
    "Tổ 4. Thành viên",
    "TP. Vinh",
    "Hộ nghèo a) và b)",
    "XXXXXX",
    "0. Không",
    "IIII. Bốn",
    "VX. Sai",
]


@pytest.mark.parametrize("line", REFUSED)
def test_refuses(line: str) -> None:
    marker = marker_of(line)
    assert marker is None or marker.damaged


# what a scan makes of I, V and X; which number is meant the outline finds out
DAMAGED = [
    "1I. NỘI DUNG",
    "HI. ĐỐI TƯỢNG",
    "lI. NỘI DUNG",
    "VIIIL Kinh phí",
    "Y. Kinh phí",
    "I1. Ý",
]
NOT_DAMAGED = ["11. Nội dung", "1. Nội dung", "T. Hà", "L. Hồ", "Hội. Đoàn"]


@pytest.mark.parametrize("line", DAMAGED)
def test_damaged_roman(line: str) -> None:
    marker = marker_of(line)
    assert marker is not None and marker.damaged and marker.style == "roman"
    assert marker.ordinal == 0


@pytest.mark.parametrize("line", NOT_DAMAGED)
def test_no_damaged_roman(line: str) -> None:
    marker = marker_of(line)
    assert marker is None or not marker.damaged


# bullets and labels behind the specks of a scan
STRAY = [
    ("__- Bố trí", "bullet", "Bố trí"),
    ("' - Bố trí", "bullet", "Bố trí"),
    (".. Bố trí xe", "bullet", "Bố trí xe"),
    ("_I. BỐ TRÍ", "roman", "BỐ TRÍ"),
    ("'1. Bố trí", "number", "Bố trí"),
]


@pytest.mark.parametrize(("line", "style", "words"), STRAY)
def test_stray_signs_before_a_label(line: str, style: str, words: str) -> None:
    marker = marker_of(line)
    assert marker is not None
    assert (marker.style, line[marker.words :]) == (style, words)


@pytest.mark.parametrize("line", ['"Bố trí xe" là khẩu hiệu', "'Xanh'", "_", "..."])
def test_no_label_behind_stray_signs(line: str) -> None:
    assert marker_of(line) is None


def test_a_label_is_read_where_the_line_begins() -> None:
    text = "Nội dung\n   a) Hộ nghèo\n"
    marker = read_marker(text, 12, len(text) - 1)
    assert marker is not None
    assert text[marker.start : marker.end] == "a"
    assert text[marker.words :] == "Hộ nghèo\n"


# a closing mark that leaves little doubt
FIRM = ["I. Kinh phí", "1. Kinh phí", "a) Kinh phí", "Điều 1. Kinh phí"]
LOOSE = ["VII KINH PHÍ", "5, Kinh phí", "a. Kinh phí", "A. KINH PHÍ", "125. Kinh phí"]


@pytest.mark.parametrize(("line", "firm"), [(x, True) for x in FIRM] + [(x, False) for x in LOOSE])
def test_firm_labels(line: str, firm: bool) -> None:
    marker = marker_of(line)
    assert marker is not None and marker.firm == firm


# ---------------------------------------------------------------- alphabets and numerals


def test_roman_numbers_there_and_back() -> None:
    for value in range(1, 100):
        assert roman_value(as_roman(value)) == value
    assert as_roman(0) == as_roman(100) == ""


@pytest.mark.parametrize("label", ["", "IIII", "VX", "IC", "A", "i", "1", "IVI", "VV"])
def test_what_is_no_roman_number(label: str) -> None:
    assert roman_value(label) == 0


def test_letters_follow_the_vietnamese_alphabet() -> None:
    order = "abcdđeghiklmnopqrstuvxy"
    assert [letter_ordinal(letter) for letter in order] == list(range(1, len(order) + 1))
    assert letter_ordinal("Đ") == letter_ordinal("đ") == letter_ordinal("d") + 1
    assert letter_ordinal("w") == letter_ordinal("v")  # w is no letter of it
    assert letter_ordinal("!") == 0  # that a scan took for a numeral


@pytest.mark.parametrize(
    ("label", "place"),
    [("III", 3), ("12", 12), ("thứ hai", 2), ("THỨ MƯỜI", 10), ("B", 2), ("IV", 4), ("", 0)],
)
def test_the_place_that_a_label_names(label: str, place: int) -> None:
    assert label_ordinal(label) == place

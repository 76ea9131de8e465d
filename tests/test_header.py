"""The head of a document: number, place and date, title, issuing body, preamble."""

from __future__ import annotations

import pytest

from vnplan.plan import parse
from vnplan.records import Plan

LETTERHEAD = """\
UBND TỈNH HƯNG GIANG
SỞ DU LỊCH

{number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

{date}

KẾ HOẠCH
{title}

{preamble}

I. NHIỆM VỤ
1. Lập bản đồ các điểm dừng chân.
"""


def plan_with(
    number: str = "Số: 5/KH-SDL",
    date: str = "Hưng Giang, ngày 02 tháng 3 năm 2018",
    title: str = "Đón khách mùa lễ hội năm 2018",
    preamble: str = "Căn cứ Luật Du lịch;",
) -> Plan:
    return parse(LETTERHEAD.format(number=number, date=date, title=title, preamble=preamble))


# ---------------------------------------------------------------- number

NUMBERS = [
    ("Số: 04/KH-SDL", "04/KH-SDL", "04", "KH-SDL"),
    ("Số 04/KH-SDL", "04/KH-SDL", "04", "KH-SDL"),
    ("SỐ: 1234/KH-UBND", "1234/KH-UBND", "1234", "KH-UBND"),
    ("Số:      /KH-SDL", "/KH-SDL", None, "KH-SDL"),
    ("Số: …../KH-SDL", "/KH-SDL", None, "KH-SDL"),
    ("Số: ......./KH-SDL", "/KH-SDL", None, "KH-SDL"),
    ("Số: KH-SDL", "/KH-SDL", None, "KH-SDL"),
    ("Số: 447     /KH-UBND", "447/KH-UBND", "447", "KH-UBND"),
    ("Số: 62/KH- UBND", "62/KH-UBND", "62", "KH-UBND"),
    ("Số: 62/ KH - UBND", "62/KH-UBND", "62", "KH-UBND"),
    ("Số:1254 /KH-BXD", "1254/KH-BXD", "1254", "KH-BXD"),
    ("Số: 15/KH–UBND", "15/KH-UBND", "15", "KH-UBND"),
    ("Số: 9/KH-SYT-CĐN", "9/KH-SYT-CĐN", "9", "KH-SYT-CĐN"),
    ("Số: 21/KHLT-SDL-CAT", "21/KHLT-SDL-CAT", "21", "KHLT-SDL-CAT"),
    ("Số: 12a/KH-THNS", "12a/KH-THNS", "12a", "KH-THNS"),
    ("Số: 15/KH-GD&ĐT", "15/KH-GD&ĐT", "15", "KH-GD&ĐT"),
    ("Số 07 -KH/BTG", "07-KH/BTG", "07", "KH/BTG"),
    ("Số: 1238-KH/ĐUB", "1238-KH/ĐUB", "1238", "KH/ĐUB"),
    ("*\nSố 31-KH/CB", "31-KH/CB", "31", "KH/CB"),
    ("Số: 33/KH-\nUBND", "33/KH-UBND", "33", "KH-UBND"),
    ("**Số: 04/KH-SDL**", "04/KH-SDL", "04", "KH-SDL"),
    ("Số:@%(/KH-SDL", "/KH-SDL", None, "KH-SDL"),  # illegible: as good as blank
]


@pytest.mark.parametrize(("line", "text", "serial", "symbol"), NUMBERS)
def test_numbers(line: str, text: str, serial: str | None, symbol: str) -> None:
    number = plan_with(number=line).number
    assert number is not None
    assert (number.text, number.serial, number.symbol) == (text, serial, symbol)


NO_NUMBERS = [
    "",
    "Hỏa tốc",
    "Số lượng: 05 bản",
    "Số điện thoại: KH-02",
    "Số: Kế hoạch",
    "Sổ tay",
    "(Dự thảo)",
]


@pytest.mark.parametrize("line", NO_NUMBERS)
def test_no_number(line: str) -> None:
    assert plan_with(number=line).number is None


@pytest.mark.parametrize(
    "preamble",
    [
        "Thực hiện Kế hoạch số 8/KH-BVHTTDL ngày 01/02/2018;",
        "Số: 9/KH-UBND là kế hoạch của tỉnh mà Sở thực hiện;",
    ],
)
def test_the_number_of_a_ground_is_not_the_plan_s_own(preamble: str) -> None:
    assert plan_with(number="", preamble=preamble).number is None


def test_the_number_of_the_decision_above_the_plan_is_not_read_from_its_attachment_line() -> None:
    title = "Đón khách mùa lễ hội\n(Kèm theo Quyết định số 15/QĐ-UBND ngày 3/2/2018)"
    plan = plan_with(number="", title=title)
    assert plan.number is None
    assert plan.title == "Đón khách mùa lễ hội"


# ---------------------------------------------------------------- place and date

DATES = [
    ("Hưng Giang, ngày 05 tháng 01 năm 2024", "Hưng Giang", (2024, 1, 5)),
    ("Hưng Giang, ngày 05/01/2024", "Hưng Giang", (2024, 1, 5)),
    ("Hưng Giang , ngày 5 tháng 1 năm 2024", "Hưng Giang", (2024, 1, 5)),
    ("Hưng Giang, ngày     tháng 3 năm 2024", "Hưng Giang", (2024, 3, None)),
    ("Hưng Giang, ngày … tháng … năm 2024", "Hưng Giang", (2024, None, None)),
    ("Hưng Giang, ngày .... tháng 12 năm 2011", "Hưng Giang", (2011, 12, None)),
    ("Hưng Giang, ngày    tháng    năm", "Hưng Giang", (None, None, None)),
    ("Hưng Giang, ngày 7 tháng 10 năm 20 24", "Hưng Giang", (2024, 10, 7)),
    ("Hưng Giang, ngày 1 2 tháng 10 năm 2024", "Hưng Giang", (2024, 10, 12)),
    ("Huế, ngày 30 tháng 4 năm 1999", "Huế", (1999, 4, 30)),
    ("Thành phố Nà Sản, ngày 09 tháng 8 năm 2007", "Thành phố Nà Sản", (2007, 8, 9)),
    ("TP. Nà Sản, ngày 09 tháng 8 năm 2007", "TP. Nà Sản", (2007, 8, 9)),
    ("TP Nà Sản, ngày 09 tháng 8 năm 2007", "TP Nà Sản", (2007, 8, 9)),
    ("Phan Hoà - Tháp Bạc, ngày 09 tháng 8 năm 2007", "Phan Hoà - Tháp Bạc", (2007, 8, 9)),
    ("A Lưới, ngày 09 tháng 8 năm 2007", "A Lưới", (2007, 8, 9)),
    ("Ea Kly, ngày 09 tháng 8 năm 2007", "Ea Kly", (2007, 8, 9)),
    ("M’Đrắk, ngày 09 tháng 8 năm 2007", "M’Đrắk", (2007, 8, 9)),
    ("*Hưng Giang, ngày 05 tháng 01 năm 2024*", "Hưng Giang", (2024, 1, 5)),
    ("Hưng Giang, Ngày 05 Tháng 01 Năm 2024", "Hưng Giang", (2024, 1, 5)),
    ("Hưng Giang, ngày 31 tháng 13 năm 2024", "Hưng Giang", (2024, None, 31)),
]


@pytest.mark.parametrize(("line", "place", "parts"), DATES)
def test_place_and_date(line: str, place: str, parts: tuple[int | None, ...]) -> None:
    plan = plan_with(date=line)
    assert plan.place == place
    assert plan.date is not None
    assert (plan.date.year, plan.date.month, plan.date.day) == parts
    assert plan.date.quarter is None


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Ngày 05 tháng 01 năm 2018", (2018, 1, 5)),
        ("ngày     tháng     năm 2018", (2018, None, None)),
        ("(Ngày 5/1/2018)", (2018, 1, 5)),
    ],
)
def test_a_date_without_a_place(line: str, parts: tuple[int | None, ...]) -> None:
    plan = plan_with(date=line)
    assert plan.place is None and plan.date is not None
    assert (plan.date.year, plan.date.month, plan.date.day) == parts


NO_DATES = [
    "",
    "Hưng Giang",
    "Ngày hội đọc sách",
    "Tháng 3 năm 2018",
    "Ngày 05 tháng 01 năm 2018, Sở họp bàn",
]


@pytest.mark.parametrize("line", NO_DATES)
def test_the_first_date_of_the_preamble_is_the_parent_s(line: str) -> None:
    plan = plan_with(
        date=line,
        preamble="Thực hiện Nghị quyết của Hội đồng, ngày 05 tháng 01 năm 2018;",
    )
    assert plan.date is None and plan.place is None


# ---------------------------------------------------------------- columns on one line

COLUMNS = [
    "UBND TỈNH HƯNG GIANG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "    SỞ DU LỊCH                  Độc lập - Tự do - Hạnh phúc\n"
    "  Số: 5/KH-SDL              Hưng Giang, ngày 02 tháng 3 năm 2018\n",
    "UBND TỈNH HƯNG GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "SỞ DU LỊCH Độc lập - Tự do - Hạnh phúc\n"
    "Số: 5/KH-SDL Hưng Giang, ngày 02 tháng 3 năm 2018\n",
    "UBND TỈNH HƯNG GIANG\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "SỞ DU LỊCH\tĐộc lập – Tự do – Hạnh phúc\n_______\t_________\n"
    "Số: 5/KH-SDL\tHưng Giang, ngày 02 tháng 3 năm 2018\n",
    "UBND TỈNH HƯNG GIANG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "SỞ DU LỊCH | Độc lập - Tự do - Hạnh phúc\n"
    "Số: 5/KH-SDL | Hưng Giang, ngày 02 tháng 3 năm 2018\n",
]


@pytest.mark.parametrize("head", COLUMNS)
def test_a_letterhead_in_two_columns(head: str) -> None:
    plan = parse(f"{head}\nKẾ HOẠCH\nĐón khách mùa lễ hội\n\nI. NHIỆM VỤ\n1. Lập bản đồ.\n")
    assert plan.number is not None and plan.number.text == "5/KH-SDL"
    assert plan.place == "Hưng Giang"
    assert plan.date is not None and plan.date.day == 2
    assert plan.title == "Đón khách mùa lễ hội"
    assert plan.issuing_body is not None
    assert plan.issuing_body.name.casefold() == "sở du lịch tỉnh hưng giang"
    assert (plan.issuing_body.superior or "").casefold() == "ubnd tỉnh hưng giang"
    assert plan.issuing_body.level == "department"


NARROW = """\
{head}
Số: 15/KH-{symbol}
Phú Lâm, ngày 05 tháng 9 năm 2024
KẾ HOẠCH
Tổ chức Tuần lễ học tập năm 2024
I. MỤC ĐÍCH
1. Nâng cao nhận thức của cán bộ,
giáo viên, nhân viên và học sinh về
ý nghĩa của việc đọc sách.
II. NHIỆM VỤ
1. Mở tủ sách tại các lớp trước ngày
30/9/2024, giao giáo viên chủ nhiệm
vận động phụ huynh góp sách cho
tủ sách của lớp mình.
"""


@pytest.mark.parametrize(
    ("head", "symbol"),
    [
        ("TRƯỜNG TRUNG HỌC CƠ SỞ NGUYỄN TRÃI", "THCS"),
        ("UBND XÃ PHÚ LÂM\nTRƯỜNG TRUNG HỌC CƠ SỞ PHÚ LÂM", "THCSPL"),
        ("BỆNH VIỆN ĐA KHOA KHU VỰC PHÚ LÂM", "BV"),
        ("SỞ Y TẾ", "SYT"),
    ],
)
def test_a_letterhead_as_wide_as_wrapped_lines(head: str, symbol: str) -> None:
    plan = parse(NARROW.format(head=head, symbol=symbol))
    assert plan.number is not None and plan.number.text == f"15/KH-{symbol}"
    assert plan.date is not None and plan.date.day == 5
    assert plan.title == "Tổ chức Tuần lễ học tập năm 2024"
    assert plan.issuing_body is not None
    assert plan.issuing_body.name.casefold() == head.rpartition("\n")[2].casefold()
    assert len(plan.obligations) == 1


def test_a_body_whose_name_goes_on_below_is_one() -> None:
    head = "TRƯỜNG TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC\nPHỔ THÔNG PHÚ LÂM"
    plan = parse(NARROW.format(head=head, symbol="THPL"))
    assert plan.issuing_body is not None
    assert plan.issuing_body.name.casefold() == " ".join(head.split()).casefold()


# ---------------------------------------------------------------- title


@pytest.mark.parametrize(
    "duty",
    [
        "Mở tủ sách tại các lớp trước ngày 30/9/2024.",
        "- Mở tủ sách tại các lớp trước ngày 30/9/2024.",
        "1. Mở tủ sách tại các lớp trước ngày 30/9/2024.",
    ],
)
def test_a_title_beside_the_type_above_one_duty(duty: str) -> None:
    head = "UBND XÃ PHÚ LÂM\nSố: 15/KH-UBND\n"
    plan = parse(f"{head}KẾ HOẠCH PHÁT TRIỂN VĂN HÓA ĐỌC NĂM 2024\n{duty}\n")
    assert (plan.kind, plan.title) == ("plan", "PHÁT TRIỂN VĂN HÓA ĐỌC NĂM 2024")
    below = parse(f"{head}KẾ HOẠCH PHÁT TRIỂN VĂN HÓA ĐỌC\nNĂM 2024\n{duty}\n")
    assert below.title == "PHÁT TRIỂN VĂN HÓA ĐỌC NĂM 2024"


ONE_TITLE = "Tổ chức Ngày hội Văn hoá các dân tộc năm 2009"
TITLES = [
    ("Tổ chức Ngày hội Văn hoá các dân tộc năm 2009", ONE_TITLE),
    ("Tổ chức Ngày hội Văn hoá\ncác dân tộc năm 2009", ONE_TITLE),
    ("**Tổ chức Ngày hội Văn hoá các dân tộc năm 2009**", ONE_TITLE),
    ("TỔ CHỨC NGÀY HỘI VĂN HOÁ\nCÁC DÂN TỘC NĂM 2009", ONE_TITLE.upper()),
    ("Về việc phát động “Tuần lễ\náo dài”", "Về việc phát động “Tuần lễ áo dài”"),
    (
        "Thực hiện phong trào “Mỗi tuần\nmột cuốn sách” tại Thư viện tỉnh",
        "Thực hiện phong trào “Mỗi tuần một cuốn sách” tại Thư viện tỉnh",
    ),
    (
        "Triển khai Đề án số hoá di sản giai đoạn 2021-2025",
        "Triển khai Đề án số hoá di sản giai đoạn 2021-2025",
    ),
    (f"{ONE_TITLE}\n________", ONE_TITLE),
    (f"{ONE_TITLE}\n(Kèm theo Quyết định số 8/QĐ-SDL)", ONE_TITLE),
]


@pytest.mark.parametrize(("lines", "title"), TITLES)
@pytest.mark.parametrize(
    "preamble",
    [
        "Căn cứ Luật Du lịch;",
        "Thực hiện Kế hoạch số 4/KH-UBND ngày 2/2/2009 của UBND tỉnh; Sở ban hành Kế hoạch:",
        "Nhằm thu hút du khách, Sở Du lịch ban hành Kế hoạch như sau:",
    ],
    ids=["căn cứ", "thực hiện", "nhằm"],
)
def test_titles(lines: str, title: str, preamble: str) -> None:
    assert plan_with(title=lines, preamble=preamble).title == title


TYPES_OF_TITLE = [
    ("KẾ HOẠCH\nTổ chức hội chợ", "Tổ chức hội chợ"),
    ("**KẾ HOẠCH**\n**Tổ chức hội chợ**", "Tổ chức hội chợ"),
    ("# KẾ HOẠCH\n## Tổ chức hội chợ", "Tổ chức hội chợ"),
    ("K Ế  H O Ạ C H\nTổ chức hội chợ", "Tổ chức hội chợ"),
    ("KÉ HOẠCH\nTổ chức hội chợ", "Tổ chức hội chợ"),
    ("KẾ HOẠCH PHỐI HỢP\nTổ chức hội chợ", "Tổ chức hội chợ"),
    ("KẾ HOẠCH TỔ CHỨC HỘI CHỢ", "TỔ CHỨC HỘI CHỢ"),
    ("KẾ HOẠCH\n\nTổ chức hội chợ\n\nnăm 2013", "Tổ chức hội chợ năm 2013"),
]


@pytest.mark.parametrize(("lines", "title"), TYPES_OF_TITLE)
def test_the_type_line_is_no_part_of_the_title(lines: str, title: str) -> None:
    plan = parse(f"SỞ CÔNG THƯƠNG\n\n{lines}\n\nI. NHIỆM VỤ\n1. Dựng gian hàng.\n")
    assert plan.title == title
    assert plan.kind == "plan"


# ---------------------------------------------------------------- issuing body

BODIES = [
    ("ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "Ủy ban nhân dân xã Bình An", None, "commune"),
    (
        "UBND TỈNH HƯNG GIANG\nSỞ Y TẾ",
        "Sở Y tế tỉnh Hưng Giang",
        "UBND tỉnh Hưng Giang",
        "department",
    ),
    ("BỘ Y TẾ\nCỤC PHÒNG BỆNH", "Cục Phòng bệnh", "Bộ Y tế", "ministry"),
    ("BỘ XÂY DỰNG", "Bộ Xây dựng", None, "ministry"),
    (
        "PHÒNG GD&ĐT HUYỆN NÀ HỲ\nTRƯỜNG TIỂU HỌC NÀ SẢN",
        "Trường Tiểu học Nà Sản",
        "Phòng GD&ĐT huyện Nà Hỳ",
        "unit",
    ),
    (
        "SỞ Y TẾ HƯNG GIANG\nBỆNH VIỆN ĐA KHOA\nKHU VỰC PHÚ AN",
        "Bệnh viện Đa khoa khu vực Phú An",
        "Sở Y tế Hưng Giang",
        "unit",
    ),
    (
        "TÒA ÁN NHÂN DÂN TỐI CAO\nTÒA ÁN NHÂN DÂN\nTỈNH HƯNG GIANG",
        "Tòa án nhân dân tỉnh Hưng Giang",
        "Tòa án nhân dân tối cao",
        "province",
    ),
    (
        "UBND QUẬN LONG HẢI\nPHÒNG NỘI VỤ",
        "Phòng Nội vụ quận Long Hải",
        "UBND quận Long Hải",
        "district",
    ),
    (
        "ĐẢNG BỘ XÃ NÀ HỲ\nCHI BỘ TRƯỜNG THCS NÀ HỲ",
        "Chi bộ Trường THCS Nà Hỳ",
        "Đảng bộ xã Nà Hỳ",
        "unit",
    ),
    (
        "TỔNG CÔNG TY CẤP NƯỚC\nCÔNG TY CẤP NƯỚC HƯNG GIANG",
        "Công ty Cấp nước Hưng Giang",
        "Tổng công ty Cấp nước",
        "unit",
    ),
]


@pytest.mark.parametrize(("head", "name", "superior", "level"), BODIES)
def test_issuing_bodies(head: str, name: str, superior: str | None, level: str) -> None:
    plan = parse(
        f"{head}\n\nSố: 3/KH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "KẾ HOẠCH\nTiết kiệm điện năm 2012\n\nI. NHIỆM VỤ\n1. Thay bóng đèn.\n"
    )
    body = plan.issuing_body
    assert body is not None
    assert body.name.casefold() == name.casefold()
    assert (body.superior or "").casefold() == (superior or "").casefold()
    assert body.level == level


def test_the_name_is_in_the_case_of_the_preamble() -> None:
    plan = plan_with(preamble="Sở Du lịch tỉnh Hưng Giang ban hành Kế hoạch như sau:")
    assert plan.issuing_body is not None
    assert plan.issuing_body.name == "Sở Du lịch tỉnh Hưng Giang"


def test_without_a_letterhead_the_preamble_tells_the_issuer() -> None:
    plan = parse(
        "KẾ HOẠCH\nTrồng cây\n\nThực hiện Kế hoạch số 8/KH-UBND của UBND huyện Nà Hỳ; "
        "Trường Tiểu học Nà Sản xây dựng Kế hoạch như sau:\n\nI. NHIỆM VỤ\n1. Trồng 20 cây.\n"
    )
    assert plan.issuing_body is not None
    assert plan.issuing_body.name == "Trường Tiểu học Nà Sản"
    # who issued the parent is no superior
    assert plan.issuing_body.superior is None


def test_nothing_is_invented() -> None:
    plan = parse("KẾ HOẠCH\nTrồng cây\n\nI. NHIỆM VỤ\n1. Trồng 20 cây.\n")
    assert (plan.number, plan.place, plan.date, plan.issuing_body) == (None, None, None, None)
    assert plan.signatory is None and plan.recipients == ()
    assert plan.title == "Trồng cây"


# ---------------------------------------------------------------- preamble

PREAMBLES = [
    ("Căn cứ Luật Du lịch ngày 19/6/2017;", 1),
    ("Căn cứ Luật Du lịch;\n\nCăn cứ Nghị định số 168/2017/NĐ-CP;", 2),
    ("Căn cứ Luật Du lịch; Quyết định số 4/QĐ-UBND; Công văn số 5/SNV-VP;", 3),
    ("Nhằm thu hút du khách, Sở ban hành Kế hoạch:", 0),
]


@pytest.mark.parametrize(("preamble", "count"), PREAMBLES)
def test_the_preamble_gives_the_grounds(preamble: str, count: int) -> None:
    assert len(plan_with(preamble=preamble).legal_bases) == count


def test_spans_of_the_head_are_evidence() -> None:
    plan = plan_with()
    assert plan.text is not None
    assert plan.number is not None and plan.number.span is not None
    assert plan.text[slice(*plan.number.span)] == "5/KH-SDL"
    assert plan.issuing_body is not None and plan.issuing_body.span is not None
    assert plan.text[slice(*plan.issuing_body.span)] == "SỞ DU LỊCH"


SPECKS = [
    ("0\nKẾ HOẠCH\nTrồng cây năm 2024", ["0"]),
    ("0\na0QUYETDINH", ["0"]),
    ("A\na0QUYETDINH", ["A"]),
    ("KEHOACH\na", ["a"]),
    ("KẾ HOẠCH\nTrồng cây năm 2024", []),
    ("K Ế  H O Ạ C H\nTrồng cây năm 2024", []),
    ("QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH ĐÔNG HẢI\nVề việc ban hành quy chế", []),
]


@pytest.mark.parametrize(("text", "specks"), SPECKS)
def test_a_stray_sign_beside_the_type_is_listed(text: str, specks: list[str]) -> None:
    plan = parse(text)
    assert plan.text is not None
    assert [plan.text[start:end] for start, end in plan.unclaimed] == specks

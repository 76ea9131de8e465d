"""Tables of every make: printed in columns, flattened to lines, parted by tabs or bars."""

from __future__ import annotations

import pytest

from vnplan.grid import column_of
from vnplan.layout import lay_out
from vnplan.lexicon.tables import COLUMNS
from vnplan.plan import explain, parse
from vnplan.records import Obligation, Plan
from vnplan.views import folded

HEAD = "KẾ HOẠCH\nChăm sóc vườn quốc gia năm 2025\n\n"


def plan_of(table: str, heading: str = "PHÂN CÔNG THỰC HIỆN") -> Plan:
    """The record of a plan with one section of duties and a table in it."""
    return parse(f"{HEAD}I. {heading}\n\n{table}\n\nII. KINH PHÍ\n- Trích từ ngân sách năm 2025.\n")


def rows_of(table: str, heading: str = "PHÂN CÔNG THỰC HIỆN") -> list[Obligation]:
    """The duties of a table, those of the other section left out."""
    return [duty for duty in plan_of(table, heading).obligations if duty.section == "I"]


def told(duty: Obligation) -> tuple[str, list[str], str | None]:
    """What a row says: its task, who with the part in front, and until when."""
    who = [f"{actor.part}: {actor.name}" for actor in duty.actors]
    return duty.text, who, duty.deadline.text if duty.deadline else duty.recurrence


# ---------------------------------------------------------------- printed in columns

MIDDLE = """\
 TT         Nội dung công việc            Người phụ trách                Ghi chú
                                                                 Nộp danh sách trước ngày
       Kiểm đếm đàn voọc tại khu          Anh Nghĩa
 01                                                              20/3/2025 về Trạm; mang
       bảo tồn phía bắc                   Chị Thoa
                                                                 theo ống nhòm
 02    Phát quang đường tuần tra          Tổ cơ động             Dài 12 km
                                          Đội kiểm lâm số 2,
 03    Tháo bẫy thú                       Tổ cơ động,
                                          Anh Thịnh
"""
TOP = """\
STT              Nhiệm vụ                  Chủ trì         Phối hợp       Thời gian hoàn
                                                                              thành
1     Trồng dặm cây bản địa trên diện  Trạm Đá Bạc     Đoàn Thanh niên Trước ngày
      tích bị sạt lở                                   xã              30/6/2025
2     Lắp 15 biển cấm săn bắt tại các  Phòng Kỹ thuật                  Quý II
      lối mòn vào rừng

                                       4

STT              Nhiệm vụ                  Chủ trì         Phối hợp       Thời gian hoàn
                                                                              thành
3     Báo cáo kết quả tuần tra         Các trạm        Phòng Kỹ thuật  Hằng tháng
"""
BARE = """\
           Nội dung                     Đơn vị thực hiện        Thời hạn
Đo độ mặn nước hồ tại ba điểm           Tổ quan trắc       Tháng 4/2025
quan trắc cố định
                                        Tổ quan trắc;
Vớt bèo ở lòng hồ                                          Tháng 5/2025
                                        Đội thuyền
Thả cá giống                            Đội thuyền         10/6/2025
"""
CROWDED = """\
TT           Công việc           Phụ trách           Sản phẩm
1    Đánh số các cây cổ thụ ven Cô Lan     Danh sách cây
     đường mòn
2    In tờ rơi giới thiệu vườn  Phòng Truyền thông Tờ rơi
3    Chụp ảnh các loài lan rừng Nhóm Khảo sát Bộ ảnh
     quý hiếm
"""
GROUPS = """\
STT        Nội dung               Thực hiện       Thời gian
        I. Trước mùa mưa
1     Nạo vét rãnh thoát nước   Tổ bảo vệ       Tháng 4/2025
2     Gia cố mái nhà kho        Tổ bảo vệ       Tháng 4/2025
        II. Trong mùa mưa
3     Trực 24/24 giờ            Các trạm        Tháng 7/2025
"""
LEADS = """\
TT     Nội dung                    Phân công                      Kết quả
1      Lập hồ sơ cây di sản        Phòng Kỹ thuật (chủ trì),      Hồ sơ
                                   Trạm Đá Bạc (phối hợp)
2      Treo biển tên cây           Chủ trì: Trạm Đá Bạc;          Biển tên
                                   Phối hợp: Đoàn xã
3      Tưới cây non                -nt-                           Nhật ký
"""
UNALIGNED = """\
STT Nội dung công việc   Đơn vị chủ trì   Thời gian
1   Mua cây giống    Hội Nông dân    Trước 15/3/2025
2   Trồng cây dọc đường   Đoàn Thanh niên   Trước 30/3/2025
"""

PRINTED = [
    (
        MIDDLE,
        [
            (
                "Kiểm đếm đàn voọc tại khu bảo tồn phía bắc",
                ["agent: Anh Nghĩa", "agent: Chị Thoa"],
                "trước ngày 20/3/2025",
            ),
            ("Phát quang đường tuần tra", ["agent: Tổ cơ động"], None),
            (
                "Tháo bẫy thú",
                ["agent: Đội kiểm lâm số 2", "agent: Tổ cơ động", "agent: Anh Thịnh"],
                None,
            ),
        ],
    ),
    (
        TOP,
        [
            (
                "Trồng dặm cây bản địa trên diện tích bị sạt lở",
                ["lead: Trạm Đá Bạc", "support: Đoàn Thanh niên xã"],
                "Trước ngày 30/6/2025",
            ),
            (
                "Lắp 15 biển cấm săn bắt tại các lối mòn vào rừng",
                ["lead: Phòng Kỹ thuật"],
                "Quý II",
            ),
            (
                "Báo cáo kết quả tuần tra",
                ["lead: Các trạm", "support: Phòng Kỹ thuật"],
                "monthly",
            ),
        ],
    ),
    (
        BARE,
        [
            (
                "Đo độ mặn nước hồ tại ba điểm quan trắc cố định",
                ["agent: Tổ quan trắc"],
                "Tháng 4/2025",
            ),
            ("Vớt bèo ở lòng hồ", ["agent: Tổ quan trắc", "agent: Đội thuyền"], "Tháng 5/2025"),
            ("Thả cá giống", ["agent: Đội thuyền"], "10/6/2025"),
        ],
    ),
    (
        CROWDED,
        [
            ("Đánh số các cây cổ thụ ven đường mòn", ["agent: Cô Lan"], None),
            ("In tờ rơi giới thiệu vườn", ["agent: Phòng Truyền thông"], None),
            ("Chụp ảnh các loài lan rừng quý hiếm", ["agent: Nhóm Khảo sát"], None),
        ],
    ),
    (
        GROUPS,
        [
            ("Nạo vét rãnh thoát nước", ["agent: Tổ bảo vệ"], "Tháng 4/2025"),
            ("Gia cố mái nhà kho", ["agent: Tổ bảo vệ"], "Tháng 4/2025"),
            ("Trực 24/24 giờ", ["agent: Các trạm"], "Tháng 7/2025"),
        ],
    ),
    (
        LEADS,
        [
            ("Lập hồ sơ cây di sản", ["lead: Phòng Kỹ thuật", "support: Trạm Đá Bạc"], None),
            ("Treo biển tên cây", ["lead: Trạm Đá Bạc", "support: Đoàn xã"], None),
            ("Tưới cây non", ["lead: Trạm Đá Bạc", "support: Đoàn xã"], None),
        ],
    ),
    (
        UNALIGNED,
        [
            ("Mua cây giống", ["lead: Hội Nông dân"], "Trước 15/3/2025"),
            ("Trồng cây dọc đường", ["lead: Đoàn Thanh niên"], "Trước 30/3/2025"),
        ],
    ),
]
NAMES = ["middle", "top", "bare", "crowded", "groups", "leads", "unaligned"]


@pytest.mark.parametrize(("table", "expected"), PRINTED, ids=NAMES)
def test_a_printed_table_gives_a_duty_for_each_row(
    table: str, expected: list[tuple[str, list[str], str | None]]
) -> None:
    assert [told(duty) for duty in rows_of(table)] == expected


@pytest.mark.parametrize("table", [table for table, _ in PRINTED], ids=NAMES)
def test_the_span_of_a_row_runs_from_its_first_word_to_its_last(table: str) -> None:
    plan = plan_of(table)
    assert plan.text is not None
    for duty in plan.obligations:
        start, end = duty.span
        words, within = duty.text.split(), iter(plan.text[start:end].split())
        assert plan.text[start:end].startswith(words[0])
        assert plan.text[start:end].endswith(words[-1])
        assert all(word in within for word in words)


@pytest.mark.parametrize("table", [table for table, _ in PRINTED], ids=NAMES)
def test_nothing_of_a_printed_table_is_lost(table: str) -> None:
    text = HEAD + "I. NHIỆM VỤ\n\n" + table
    laid = lay_out(text)
    assert laid is not None
    assert sorted(laid.text.replace("|", " ").split()) == sorted(text.split())
    plan = parse(text)
    assert plan.text == text
    [section] = plan.sections
    assert text[: section.span[1]].rstrip() == text.rstrip()
    shown = section.text.replace("|", " ").split()
    assert sorted(shown + ["4"] * ("  4\n" in table)) == sorted(table.split())


def test_products_stand_in_their_column() -> None:
    assert [duty.products for duty in rows_of(CROWDED)] == [
        ("Danh sách cây",),
        ("Tờ rơi",),
        ("Bộ ảnh",),
    ]


def test_a_deadline_in_a_note_is_one_and_has_its_place() -> None:
    plan = plan_of(MIDDLE)
    assert plan.text is not None
    [deadline] = plan.deadlines
    assert deadline.text == "trước ngày 20/3/2025"
    start, end = deadline.span
    assert plan.text[start:end].split()[0] == "trước"
    assert plan.text[start:end].split()[-1] == "20/3/2025"


def test_the_page_number_inside_a_table_stays_the_pages() -> None:
    plan = plan_of(TOP)
    assert plan.text is not None
    assert "4" in [plan.text[a:b] for a, b in plan.unclaimed]


def test_rows_behind_a_page_break_stand_behind_its_head() -> None:
    laid = lay_out(HEAD + TOP)
    assert laid is not None
    assert [line.split()[:3] for line in laid.text.split("\n")[-6:]] == [
        ["|", "2", "|"],
        ["4"],
        ["|", "STT", "Nhiệm"],
        ["|", "thành", "|"],
        ["|", "3", "|"],
        [],
    ]


def test_every_line_of_a_table_has_a_reason() -> None:
    text = HEAD + "I. NHIỆM VỤ\n\n" + MIDDLE
    rows = explain(text)
    lines = text.split("\n")
    assert [number for number, _, _ in rows] == [n for n, w in enumerate(lines, 1) if w.strip()]
    reasons = {words: reason for _, reason, words in rows}
    assert "row of a table" in reasons["bảo tồn phía bắc                   Chị Thoa"]


# ---------------------------------------------------------------- flattened to lines

TABS = (
    "TT\tNội dung\tPhụ trách\tThời gian\n1\tSơn lại cổng\tTổ bảo vệ\tTháng 2/2025\n2\tThay đèn\t\t"
)
TWO = "Công việc | Người thực hiện\nSơn lại cổng | Tổ bảo vệ\nThay đèn | Anh Nghĩa"
DRAWN = """\
| TT | Nhiệm vụ     | Chủ trì   | Thời hạn     |
|----|--------------|-----------|--------------|
| 1  | Sơn lại cổng | Tổ bảo vệ | Tháng 2/2025 |
|    | và hàng rào  |           |              |
| 2  | Thay đèn     |           |              |"""
BESIDE = """\
| Nội dung | Đơn vị chủ trì | Thời hạn |
|---|---|---|
| Sơn lại cổng | Tổ bảo vệ | Trước ngày 15/2/2025 |
| | và đội điện | |
| Thay đèn | Phòng Kỹ thuật | Tháng 3/2025 |"""
CELLS = (
    "STT\nNội dung\nĐơn vị thực hiện\nThời gian\n"
    "1\nSơn lại cổng\nTổ bảo vệ\nTháng 2/2025\n"
    "2\nThay đèn\nTổ điện\nTháng 3/2025"
)

FLAT = [
    (
        TABS,
        [("Sơn lại cổng", ["agent: Tổ bảo vệ"], "Tháng 2/2025"), ("Thay đèn", [], None)],
    ),
    (
        TWO,
        [("Sơn lại cổng", ["agent: Tổ bảo vệ"], None), ("Thay đèn", ["agent: Anh Nghĩa"], None)],
    ),
    (
        DRAWN,
        [
            ("Sơn lại cổng và hàng rào", ["lead: Tổ bảo vệ"], "Tháng 2/2025"),
            ("Thay đèn", [], None),
        ],
    ),
    (
        BESIDE,
        [
            ("Sơn lại cổng", ["lead: Tổ bảo vệ", "lead: đội điện"], "Trước ngày 15/2/2025"),
            ("Thay đèn", ["lead: Phòng Kỹ thuật"], "Tháng 3/2025"),
        ],
    ),
    (
        CELLS,
        [
            ("Sơn lại cổng", ["agent: Tổ bảo vệ"], "Tháng 2/2025"),
            ("Thay đèn", ["agent: Tổ điện"], "Tháng 3/2025"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("table", "expected"), FLAT, ids=["tabs", "two columns", "drawn", "beside", "one line a cell"]
)
def test_a_flattened_table_gives_a_duty_for_each_row(
    table: str, expected: list[tuple[str, list[str], str | None]]
) -> None:
    assert [told(duty) for duty in rows_of(table)] == expected


SCHEDULE = """\
STT Đơn vị được kiểm tra Thời gian kiểm
tra
1 Trạm Đá Bạc Sáng ngày 05/3/2025
2 Trạm Suối Vàng và các chốt trực thuộc Từ 06/3/2025 đến 08/3/2025
ml Vườn ươm số 1 Ngày 10/3/2025
"""


def test_the_rows_of_a_schedule_are_phases_and_no_duties() -> None:
    plan = plan_of(SCHEDULE, "LỊCH KIỂM TRA")
    assert [duty.section for duty in plan.obligations] == ["II"]
    assert [(phase.name, phase.start and phase.start.day) for phase in plan.phases] == [
        ("Trạm Đá Bạc", 5),
        ("Trạm Suối Vàng và các chốt trực thuộc", 6),
        ("Vườn ươm số 1", 10),
    ]
    assert plan.text is not None
    assert [plan.text[slice(*phase.span)] for phase in plan.phases] == [
        "Trạm Đá Bạc Sáng ngày 05/3/2025",
        "Trạm Suối Vàng và các chốt trực thuộc Từ 06/3/2025 đến 08/3/2025",
        "Vườn ươm số 1 Ngày 10/3/2025",
    ]


# ---------------------------------------------------------------- no duties

PROGRAMME = """\
   Thời gian               Nội dung                       Người thực hiện
7h30 – 8h00     Đón tiếp đại biểu               Tổ lễ tân
                Báo cáo kết quả mười năm trồng
8h00 – 8h40                                     Phòng Kỹ thuật
                rừng
8h40 – 9h00     Tặng hoa các gia đình tình nguyện Ban Giám đốc
"""
PRICES = """\
TT     Nội dung              Số lượng    Đơn giá      Thành tiền
1      Cuốc bàn              20          85.000       1.700.000
2      Ủng cao su            15          120.000      1.800.000
"""
PEOPLE = """\
STT    Họ và tên             Chức vụ                Nhiệm vụ
1      Lò Thị Pánh           Phó Giám đốc           Trưởng ban
2      Đèo Văn Chướng        Trưởng phòng           Phó Trưởng ban
"""
HEADLESS = """\
1      Trạm Đá Bạc           12           340
2      Trạm Suối Vàng        9            275
3      Trạm Cổng Trời        7            198
"""
UNTOLD = """\
STT Nội dung Đơn vị thực hiện Kết quả
1 Lắp camera ở cổng chính Tổ bảo vệ Đã xong phần móng
2 Đo đạc lại ranh giới Trạm Đá Bạc Còn hai điểm
3 Sửa nhà trực Trạm Suối Vàng Chưa làm
"""
NO_DUTIES = {
    "a programme by the clock": PROGRAMME,
    "a price list": PRICES,
    "a list of people": PEOPLE,
    "numbers without a head": HEADLESS,
    "columns that cannot be told apart": UNTOLD,
}


@pytest.mark.parametrize("table", NO_DUTIES.values(), ids=NO_DUTIES)
def test_rows_that_tell_no_tasks_are_no_duties(table: str) -> None:
    plan = plan_of(table)
    assert [duty.section for duty in plan.obligations] == ["II"]
    assert [section.label for section in plan.sections] == ["I", "II"]
    assert plan.sections[0].children == ()


@pytest.mark.parametrize("table", [PRICES, PEOPLE, HEADLESS, UNTOLD])
def test_a_table_that_nobody_understood_is_listed(table: str) -> None:
    plan = plan_of(table)
    assert plan.text is not None
    [doubt] = [doubt for doubt in plan.doubts if doubt.code == "unread_table"]
    assert doubt.span is not None
    start, end = doubt.span
    assert plan.text[start:end].split() == table.split()
    listed = "\n".join(plan.text[a:b] for a, b in plan.unclaimed)
    assert set(table.split()) <= set(listed.split())


def test_a_programme_is_understood_and_not_listed() -> None:
    plan = plan_of(PROGRAMME, "CHƯƠNG TRÌNH")
    assert plan.text is not None
    assert not plan.phases and not plan.deadlines
    assert "unread_table" not in [doubt.code for doubt in plan.doubts]
    assert not [1 for a, b in plan.unclaimed if "đại biểu" in plan.text[a:b]]


def test_the_ruins_of_a_scanned_table_are_listed() -> None:
    lines = []
    for n in range(1, 15):
        lines += [f"Rà soát hồ sơ khu rừng số {n}, báo cáo |_ Trạm Đá Bạc", "lãnh đạo Vườn"]
    plan = plan_of("\n".join(lines))
    assert [duty.text for duty in plan.obligations] == ["Trích từ ngân sách năm 2025."]
    assert "unread_table" in [doubt.code for doubt in plan.doubts]


REFUSED = [
    # a numbered list with a wide gap behind its labels
    "1.     Tưới cây mỗi sáng.\n2.     Tỉa cành khô.\n3.     Quét lá.",
    "Thời gian: 8h00     Địa điểm: Hội trường",
    "Chi cục Kiểm lâm     Độc lập – Tự do – Hạnh phúc\nSố: 12/KH-CCKL     Ngày 05 tháng 3",
    "- Lưu: VT.                 GIÁM ĐỐC",
    "các nội dung     và     thời gian     thực hiện do Trạm quyết định",
    "TT Tỉnh ủy và thời gian còn lại",
    "- Mua   cây giống.\n- Trồng cây   dọc đường.",
    # drawn, and each row on a line
    "| TT | Việc | Thời hạn |\n|----|------|----|\n| 1 | Sơn cổng | |\n| | Thay đèn | Tháng 3 |",
    "| | và hàng rào | |",  # goes on with nothing
    "Bài viết dự thi: tối đa 1.500 từ | ảnh: 05 tấm",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_table(text: str) -> None:
    assert lay_out(f"{HEAD}I. NHIỆM VỤ\n{text}\n") is None


def test_letterhead_and_closing_are_no_tables() -> None:
    text = (
        "SỞ NÔNG NGHIỆP           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "VƯỜN QUỐC GIA              Độc lập - Tự do - Hạnh phúc\n"
        "Số: 8/KH-VQG             Đá Bạc, ngày 03 tháng 01 năm 2025\n"
        f"{HEAD}I. NHIỆM VỤ\n- Tưới cây mỗi sáng./.\n\n"
        "Nơi nhận:                         GIÁM ĐỐC\n- Các trạm;\n- Lưu: VT.\n"
        "                                  Lò Thị Pánh\n"
    )
    assert lay_out(text) is None


# ---------------------------------------------------------------- heads of columns

HEADS = [
    ("Nội dung công việc", "task"),
    ("NHIỆM VỤ", "task"),
    ("Đơn vị chủ trì thực hiện", "lead"),
    ("Cán bộ, giáo viên phụ trách", "agent"),
    ("Đơn vị phối hợp", "support"),
    ("Thời gian kiểm tra, đánh giá", "time"),
    ("Tên đơn vị", "body"),
    ("Đơn vị tính", "amount"),
    ("Thành tiền (đồng)", "price"),
    ("STT", "count"),
]
NO_HEADS = ["Ngày hội đọc sách", "Tháng thanh niên", "Điểm tối đa", "Trường hợp đặc biệt", "Hòa"]


@pytest.mark.parametrize(("head", "kind"), HEADS)
def test_what_a_column_is_for(head: str, kind: str) -> None:
    assert column_of(folded(head)) == kind


@pytest.mark.parametrize("head", NO_HEADS)
def test_what_names_no_column(head: str) -> None:
    assert column_of(folded(head)) is None


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_head_in_the_lexicon_names_its_column(kind: str) -> None:
    assert {column_of(folded(name)) for name in COLUMNS[kind]} == {kind}

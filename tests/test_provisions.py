"""Provisions: leaves of the outline, lead-ins, lists of things, attribute lines, rows of tables."""

from __future__ import annotations

import pytest

from vnplan.extract.provisions import find_provisions
from vnplan.outline import read_outline
from vnplan.plan import parse
from vnplan.records import Obligation
from vnplan.text import read_text


def duties(body: str, heading: str = "NHIỆM VỤ") -> tuple[Obligation, ...]:
    return parse(f"KẾ HOẠCH\nChăm sóc cây xanh đô thị\n\nI. {heading}\n{body}\n").obligations


def texts(body: str, heading: str = "NHIỆM VỤ") -> list[str]:
    return [duty.text for duty in duties(body, heading)]


# ---------------------------------------------------------------- one for each leaf

LEAVES = [
    ("- Tưới cây mỗi sáng.\n- Tỉa cành khô.", ["Tưới cây mỗi sáng.", "Tỉa cành khô."]),
    ("1. Tưới cây mỗi sáng.\n2. Tỉa cành khô.", ["Tưới cây mỗi sáng.", "Tỉa cành khô."]),
    ("a) Tưới cây mỗi sáng;\nb) Tỉa cành khô.", ["Tưới cây mỗi sáng;", "Tỉa cành khô."]),
    ("(1) Tưới cây mỗi sáng;\n(2) Tỉa cành khô.", ["Tưới cây mỗi sáng;", "Tỉa cành khô."]),
    ("Tổ bảo vệ tưới cây mỗi sáng.", ["Tổ bảo vệ tưới cây mỗi sáng."]),
    (
        "Tổ bảo vệ tưới cây mỗi sáng.\n\nĐội kỹ thuật tỉa cành khô.",
        ["Tổ bảo vệ tưới cây mỗi sáng.", "Đội kỹ thuật tỉa cành khô."],
    ),
    (
        "1. Vườn hoa\n- Tưới cây mỗi sáng.\n2. Đường phố\na) Tỉa cành khô.\nb) Quét lá.",
        ["Tưới cây mỗi sáng.", "Tỉa cành khô.", "Quét lá."],
    ),
    (
        "- Chăm sóc vườn hoa:\n+ Tưới cây mỗi sáng.\n+ Bón phân mỗi quý.\n- Tỉa cành khô.",
        ["Tưới cây mỗi sáng.", "Bón phân mỗi quý.", "Tỉa cành khô."],
    ),
    (
        "- Tưới cây mỗi sáng; bón phân mỗi quý; nhổ cỏ dại.",
        ["Tưới cây mỗi sáng; bón phân mỗi quý; nhổ cỏ dại."],
    ),
    (
        "**1. Vườn hoa:** Tưới cây mỗi sáng.\n**2. Đường phố:** Tỉa cành khô.",
        ["Tưới cây mỗi sáng.", "Tỉa cành khô."],
    ),
    (
        "- Rà soát cây già cỗi trên các tuyến\n\n3\n\nphố cổ và thay thế dần.",
        ["Rà soát cây già cỗi trên các tuyến phố cổ và thay thế dần."],
    ),
]


@pytest.mark.parametrize(("body", "expected"), LEAVES)
def test_each_leaf_is_a_duty(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_duties_are_numbered_in_order() -> None:
    found = duties("- Tưới cây mỗi sáng.\n- Tỉa cành khô.\n- Quét lá.")
    assert [duty.id for duty in found] == ["o1", "o2", "o3"]
    assert [duty.span for duty in found] == sorted(duty.span for duty in found)


# ---------------------------------------------------------------- lead-ins

LEAD_INS = [
    (
        "Đội kỹ thuật thực hiện các việc sau:\n- Tưới cây mỗi sáng;\n- Tỉa cành khô.",
        ["Tưới cây mỗi sáng;", "Tỉa cành khô."],
    ),
    (
        "1. Đội kỹ thuật có nhiệm vụ:\na) Tưới cây mỗi sáng;\nb) Tỉa cành khô.",
        ["Tưới cây mỗi sáng;", "Tỉa cành khô."],
    ),
    (
        "- Giao Đội kỹ thuật:\n+ Tưới cây mỗi sáng;\n+ Tỉa cành khô.",
        ["Tưới cây mỗi sáng;", "Tỉa cành khô."],
    ),
    (
        "- Giao Đội kỹ thuật:\n+ Tưới cây mỗi sáng;\n+ Tỉa cành khô.\n- Quét lá trước 6 giờ.",
        ["Tưới cây mỗi sáng;", "Tỉa cành khô.", "Quét lá trước 6 giờ."],
    ),
]


@pytest.mark.parametrize(("body", "expected"), LEAD_INS)
def test_a_lead_in_is_no_duty_but_its_items_are(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize("body", [x[0] for x in LEAD_INS])
def test_the_actors_of_a_lead_in_pass_to_its_items(body: str) -> None:
    for duty in duties(body):
        names = [actor.name for actor in duty.actors]
        assert names == ([] if duty.text.startswith("Quét") else ["Đội kỹ thuật"])


# ---------------------------------------------------------------- lists of things

THINGS = [
    (
        "Hồ sơ đề nghị chặt hạ cây gửi về Phòng Quản lý đô thị gồm:\n- Đơn của chủ hộ;\n"
        "- Ảnh hiện trạng;\n- Sơ đồ vị trí cây.",
        "Hồ sơ đề nghị chặt hạ cây gửi về Phòng Quản lý đô thị gồm: Đơn của chủ hộ; "
        "Ảnh hiện trạng; Sơ đồ vị trí cây.",
    ),
    (
        "- Đội kỹ thuật chuẩn bị đầy đủ dụng cụ làm vườn, bao gồm:\n"
        "+ Kéo cắt cành;\n+ Thang nhôm;\n+ Ủng cao su.",
        "Đội kỹ thuật chuẩn bị đầy đủ dụng cụ làm vườn, bao gồm: Kéo cắt cành; Thang nhôm; "
        "Ủng cao su.",
    ),
]


@pytest.mark.parametrize(("body", "expected"), THINGS)
def test_a_list_of_things_belongs_to_its_lead_in(body: str, expected: str) -> None:
    [duty] = duties(body)
    assert duty.text == expected


def test_the_span_of_a_list_runs_to_its_last_item() -> None:
    body = THINGS[0][0]
    plan = parse(f"KẾ HOẠCH\nCây xanh\n\nI. NHIỆM VỤ\n{body}\n")
    assert plan.text is not None
    [duty] = plan.obligations
    assert plan.text[slice(*duty.span)] == body


CONTINUED = [
    (
        "- Tưới cây mỗi sáng;\nriêng ngày mưa thì nghỉ.",
        ["Tưới cây mỗi sáng; riêng ngày mưa thì nghỉ."],
    ),
    (
        "- Trồng mới 200 cây sấu trên trục chính;\n\nRiêng đường ven hồ trồng bằng lăng.",
        ["Trồng mới 200 cây sấu trên trục chính; Riêng đường ven hồ trồng bằng lăng."],
    ),
]


@pytest.mark.parametrize(("body", "expected"), CONTINUED)
def test_a_paragraph_after_a_semicolon_continues(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


# ---------------------------------------------------------------- sub-headings

SUBHEADINGS = [
    (
        "Buổi sáng:\n- Tưới cây mỗi ngày.\nBuổi chiều:\n- Tỉa cành khô.",
        ["Tưới cây mỗi ngày.", "Tỉa cành khô."],
    ),
    (
        "* Nhiệm vụ trọng tâm\n- Tưới cây mỗi ngày.\n- Tỉa cành khô.",
        ["Tưới cây mỗi ngày.", "Tỉa cành khô."],
    ),
    (
        "Nội dung công việc\n- Tưới cây mỗi ngày.\n- Tỉa cành khô.",
        ["Tưới cây mỗi ngày.", "Tỉa cành khô."],
    ),
    (
        "Mùa khô\n- Tưới cây mỗi ngày.\nMùa mưa\n\nChống cây non cho khỏi đổ.",
        ["Tưới cây mỗi ngày.", "Chống cây non cho khỏi đổ."],
    ),
]


@pytest.mark.parametrize(("body", "expected"), SUBHEADINGS)
def test_an_unlabelled_heading_is_no_duty(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize("heading", ["NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN"])
def test_what_stands_below_the_name_of_a_body_is_for_that_body(heading: str) -> None:
    found = duties(
        "Công an phường\n\nTưới cây mỗi sáng; báo cây gãy cành về phường.\n"
        "**Phòng Kinh tế**\n- Mua phân bón.\n- Công ty Cây xanh giao cây giống.\n"
        "Tổ phục vụ\n- Gánh nước.\nTrường Mầm non số 2\n- Trồng hàng rào.\n",
        heading,
    )
    assert [(duty.text, [actor.name for actor in duty.actors]) for duty in found] == [
        ("Tưới cây mỗi sáng; báo cây gãy cành về phường.", ["Công an phường"]),
        ("Mua phân bón.", ["Phòng Kinh tế"]),
        ("Công ty Cây xanh giao cây giống.", ["Công ty Cây xanh"]),
        ("Gánh nước.", ["Tổ phục vụ"]),
        ("Trồng hàng rào.", ["Trường Mầm non số 2"]),
    ]


NO_SUBHEADINGS = [
    "Các tổ tưới cây mỗi sáng\n- Tỉa cành khô.",  # it directs
    "Tưới cây\n- Tỉa cành khô.",
    "Vườn hoa 19 tháng 8\n- Tỉa cành khô.",  # a number
    "Vườn hoa trung tâm.\n- Tỉa cành khô.",  # an end mark
    "Vườn hoa trung tâm\n\nQuảng trường",  # nothing that it could be the heading of
]


@pytest.mark.parametrize("body", NO_SUBHEADINGS)
def test_a_line_that_heads_nothing_or_directs_is_no_heading(body: str) -> None:
    assert texts(body)[0] == body.split("\n")[0]


# ---------------------------------------------------------------- attribute lines

# lines under a duty, and its actors, deadline, recurrence and products
ATTRIBUTES = [
    ("Đơn vị chủ trì: Đội kỹ thuật.", [("Đội kỹ thuật", "lead")], None, None, ()),
    ("Cơ quan chủ trì: Phòng Kinh tế.", [("Phòng Kinh tế", "lead")], None, None, ()),
    ("Bộ phận chủ trì: Văn phòng", [("Văn phòng", "lead")], None, None, ()),
    ("Chủ trì: Đội kỹ thuật", [("Đội kỹ thuật", "lead")], None, None, ()),
    (
        "Đơn vị chủ trì: Đội kỹ thuật; Phòng Kinh tế.",
        [("Đội kỹ thuật", "lead"), ("Phòng Kinh tế", "lead")],
        None,
        None,
        (),
    ),
    (
        "Đơn vị chủ trì: Đội kỹ thuật.\nĐơn vị phối hợp: Công an phường, Hội Phụ nữ.",
        [("Đội kỹ thuật", "lead"), ("Công an phường", "support"), ("Hội Phụ nữ", "support")],
        None,
        None,
        (),
    ),
    ("Đơn vị thực hiện: Đội kỹ thuật.", [("Đội kỹ thuật", "agent")], None, None, ()),
    ("Người phụ trách: Chị Hà", [("Chị Hà", "agent")], None, None, ()),
    ("Bộ phận phối hợp: Ban Quản lý chợ", [("Ban Quản lý chợ", "support")], None, None, ()),
    ("Thời gian thực hiện: tháng 3 năm 2025.", [], (2025, 3, None, None), None, ()),
    ("Thời gian: trước ngày 20/11/2025.", [], (2025, 11, 20, None), None, ()),
    ("Thời gian hoàn thành: Quý IV/2025", [], (2025, None, None, 4), None, ()),
    ("Thời hạn: 15/6/2025", [], (2025, 6, 15, None), None, ()),
    ("Thời gian thực hiện: Hằng năm.", [], None, "annual", ()),
    ("Thời gian thực hiện: hàng tháng", [], None, "monthly", ()),
    ("Thời gian thực hiện: từ tháng 3 đến tháng 9 năm 2025", [], None, None, ()),
    ("Sản phẩm: Báo cáo kiểm đếm cây.", [], None, None, ("Báo cáo kiểm đếm cây",)),
    ("Sản phẩm: Sổ cây; bản đồ số.", [], None, None, ("Sổ cây", "bản đồ số")),
    ("Kinh phí: Ngân sách phường.", [], None, None, ()),
    ("Địa điểm: Vườn hoa Trung tâm.", [], None, None, ()),
]


@pytest.mark.parametrize("bullet", ["- ", "+ ", ""], ids=["dash", "plus", "none"])
@pytest.mark.parametrize(("lines", "actors", "deadline", "recurrence", "products"), ATTRIBUTES)
def test_attribute_lines(
    lines: str,
    actors: list[tuple[str, str]],
    deadline: tuple[int | None, ...] | None,
    recurrence: str | None,
    products: tuple[str, ...],
    bullet: str,
) -> None:
    body = f"1. Kiểm đếm cây cổ thụ trên địa bàn.\n{bullet}" + lines.replace("\n", f"\n{bullet}")
    [duty] = duties(f"{body}\n2. Tỉa cành khô.")[:1]
    assert duty.text == "Kiểm đếm cây cổ thụ trên địa bàn."
    assert [(actor.name, actor.part) for actor in duty.actors] == actors
    date = duty.deadline
    found = (date.year, date.month, date.day, date.quarter) if date else None
    assert found == deadline
    assert duty.recurrence == recurrence
    assert duty.products == products


def test_the_doer_that_a_duty_names_stays_beside_those_who_support_it() -> None:
    [duty] = duties("- Đội kỹ thuật kiểm đếm cây cổ thụ.\n+ Phối hợp: Công an phường.")
    assert [(actor.name, actor.part) for actor in duty.actors] == [
        ("Đội kỹ thuật", "agent"),
        ("Công an phường", "support"),
    ]


def test_attribute_lines_are_no_duties() -> None:
    lines = "\n".join(f"- {line}" for line in ATTRIBUTES[5][0].split("\n"))
    assert texts(f"1. Kiểm đếm cây.\n{lines}\n2. Tỉa cành khô.") == [
        "Kiểm đếm cây.",
        "Tỉa cành khô.",
    ]


def test_a_heading_with_nothing_but_attribute_lines_is_the_duty() -> None:
    found = duties(
        "1. Kiểm đếm cây cổ thụ\n- Đơn vị chủ trì: Đội kỹ thuật.\n- Thời gian: Quý I năm 2025.\n"
        "2. Lập bản đồ cây\n- Đơn vị chủ trì: Phòng Kinh tế.\n"
    )
    assert [(duty.section, duty.text) for duty in found] == [
        ("I.1", "Kiểm đếm cây cổ thụ"),
        ("I.2", "Lập bản đồ cây"),
    ]
    assert [duty.actors[0].name for duty in found] == ["Đội kỹ thuật", "Phòng Kinh tế"]


NO_ATTRIBUTES = [
    "Thời gian qua các tổ tưới cây chưa đều; các tổ phải lập lịch tưới.",
    "Kinh phí do các hộ tự nguyện đóng góp phải được niêm yết.",
]


@pytest.mark.parametrize("line", NO_ATTRIBUTES)
def test_a_sentence_is_no_attribute_line(line: str) -> None:
    assert texts(f"- Tưới cây mỗi sáng.\n- {line}") == ["Tưới cây mỗi sáng.", line]


HEADINGS_OF_ATTRIBUTES = [
    "1. Thời gian, địa điểm\n- Thời gian: 8h00 ngày 20/3/2025.\n- Địa điểm: Vườn hoa Trung tâm.",
    "1. Địa điểm\n- Địa điểm: Vườn hoa Trung tâm.",
    "1. Thành phần\n- Thành phần: Đội kỹ thuật, Hội Phụ nữ.",
]


@pytest.mark.parametrize("body", HEADINGS_OF_ATTRIBUTES)
def test_a_heading_that_itself_names_attributes_is_no_duty(body: str) -> None:
    assert texts(body) == []


def test_thanh_phan_names_no_actors() -> None:
    [duty] = duties("1. Họp giao ban tổ cây xanh.\n- Thành phần: Đội kỹ thuật, Hội Phụ nữ.")
    assert duty.actors == ()


# ---------------------------------------------------------------- tables

TABLE = """\
TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành | Sản phẩm
1 | Kiểm đếm cây cổ thụ | Đội kỹ thuật | Công an phường | Tháng 3/2025 | Sổ cây
2 | Lập bản đồ cây | Phòng Kinh tế | | Trước ngày 30/6/2025 | Bản đồ số; tệp dữ liệu
3 | Tưới cây bồn hoa | Tổ dân phố số 7 | Hội Phụ nữ | Hằng ngày |
"""


def test_each_row_of_a_task_table_is_a_duty() -> None:
    plan = parse(f"KẾ HOẠCH\nCây xanh\n\nI. NHIỆM VỤ\n{TABLE}\n")
    found = plan.obligations
    assert plan.text is not None
    assert [duty.text for duty in found] == [
        "Kiểm đếm cây cổ thụ",
        "Lập bản đồ cây",
        "Tưới cây bồn hoa",
    ]
    for duty in found:
        assert plan.text[slice(*duty.span)] == duty.text
    assert [[(a.name, a.part) for a in duty.actors] for duty in found] == [
        [("Đội kỹ thuật", "lead"), ("Công an phường", "support")],
        [("Phòng Kinh tế", "lead")],
        [("Tổ dân phố số 7", "lead"), ("Hội Phụ nữ", "support")],
    ]
    dates = [duty.deadline for duty in found]
    assert [(d.month, d.day) if d else None for d in dates] == [(3, None), (6, 30), None]
    assert [duty.recurrence for duty in found] == [None, None, "daily"]
    assert [duty.products for duty in found] == [
        ("Sổ cây",),
        ("Bản đồ số", "tệp dữ liệu"),
        (),
    ]


def test_a_table_drawn_on_both_sides() -> None:
    drawn = "\n".join(f"| {row} |" for row in TABLE.strip().split("\n"))
    assert texts(drawn) == texts(TABLE)


def test_the_head_of_a_table_is_no_duty() -> None:
    assert "Nhiệm vụ" not in texts(TABLE)


def test_a_table_with_one_column_of_who_acts() -> None:
    found = duties(
        "STT | Nội dung | Người thực hiện\n1 | Mua phân bón | Chị Hà\n2 | Thuê xe | Anh Nam"
    )
    assert [duty.text for duty in found] == ["Mua phân bón", "Thuê xe"]
    assert [[(a.name, a.part) for a in duty.actors] for duty in found] == [
        [("Chị Hà", "agent")],
        [("Anh Nam", "agent")],
    ]


OTHER_TABLES = [
    "TT | Họ và tên | Chức vụ\n1 | Lò Văn Pản | Tổ trưởng\n2 | Vàng Thị Mỷ | Tổ viên",
    "TT | Vật tư | Số lượng | Đơn giá\n1 | Phân NPK | 20 bao | 500.000",
]


@pytest.mark.parametrize("table", OTHER_TABLES)
def test_a_table_of_other_things_gives_no_duties(table: str) -> None:
    assert texts(table) == []


# ---------------------------------------------------------------- what surrounds a provision


def test_provisions_know_their_surroundings() -> None:
    page = read_text(
        "KẾ HOẠCH\nCây xanh\n\nI. NHIỆM VỤ\n* Nhiệm vụ trọng tâm\n- Đội kỹ thuật:\n+ Tưới cây.\n"
        "+ Tỉa cành.\n"
    )
    found = find_provisions(page, read_outline(page))
    told = [
        (
            provision.words(page),
            page.words(provision.lead_in) if provision.lead_in else None,
            page.words(provision.subheading) if provision.subheading else None,
        )
        for provision in found
        if not provision.leads
    ]
    assert told == [
        ("Tưới cây.", "Đội kỹ thuật:", "Nhiệm vụ trọng tâm"),
        ("Tỉa cành.", "Đội kỹ thuật:", "Nhiệm vụ trọng tâm"),
    ]


def test_rules_between_rows_say_which_lines_are_one() -> None:
    plan = parse(
        "KẾ HOẠCH\nSửa đường thôn\n\nI. NHIỆM VỤ\n"
        "+----+----------------------+------------+--------------+\n"
        "|STT | Nhiệm vụ             | Chủ trì    | Thời gian    |\n"
        "+----+----------------------+------------+--------------+\n"
        "| 1  | Đo đạc đường theo    | Thôn Thượng| Trước        |\n"
        "|    | Quy hoạch của xã     |            | 30/6/2024    |\n"
        "+----+----------------------+------------+--------------+\n"
        "| 2  | Đổ bê tông           | Thôn Hạ    | Tháng 9/2024 |\n"
        "+----+----------------------+------------+--------------+\n"
    )
    assert [duty.text for duty in plan.obligations] == [
        "Đo đạc đường theo Quy hoạch của xã",
        "Đổ bê tông",
    ]
    first = plan.obligations[0]
    assert [actor.name for actor in first.actors] == ["Thôn Thượng"]
    assert first.deadline is not None and (first.deadline.month, first.deadline.day) == (6, 30)

"""Forms of reward that a plan names: what, by whom, on what occasion, for whom."""

from __future__ import annotations

import pytest

from vnplan.plan import parse
from vnplan.records import Plan


def plan_of(body: str, heading: str = "KHEN THƯỞNG") -> Plan:
    return parse(f"KẾ HOẠCH\nThi đua dạy tốt, học tốt\n\nI. {heading}\n{body}\n")


def awards(body: str, heading: str = "KHEN THƯỞNG") -> list[tuple[str, str | None]]:
    return [(award.form, award.authority) for award in plan_of(body, heading).awards]


# ---------------------------------------------------------------- form and authority

LISTED = [
    (
        "- Bằng khen của Thủ tướng Chính phủ.",
        [("Bằng khen", "Thủ tướng Chính phủ")],
    ),
    ("- Giấy khen của Hiệu trưởng;", [("Giấy khen", "Hiệu trưởng")]),
    (
        "- Bằng khen của Chủ tịch UBND tỉnh cho 10 tập thể, 20 cá nhân.",
        [("Bằng khen", "Chủ tịch UBND tỉnh")],
    ),
    (
        "- Giấy khen của Giám đốc Sở Văn hoá, Thể thao và Du lịch đối với cá nhân.",
        [("Giấy khen", "Giám đốc Sở Văn hoá, Thể thao và Du lịch")],
    ),
    (
        "- Giấy khen của Hiệu trưởng và tiền thưởng kèm theo.",
        [("Giấy khen", "Hiệu trưởng"), ("tiền thưởng", None)],
    ),
    ("- Cờ thi đua của Chính phủ.", [("Cờ thi đua của Chính phủ", None)]),
    ("- Huân chương Lao động hạng Ba.", [("Huân chương Lao động", None)]),
    ("- Kỷ niệm chương “Vì sự nghiệp giáo dục”.", [("Kỷ niệm chương", None)]),
    ("- Tiền thưởng: 1.000.000 đồng cho mỗi tập thể.", [("Tiền thưởng", None)]),
    (
        "- Bằng khen của Bộ trưởng Bộ Giáo dục và Đào tạo;\n- Giấy khen của Giám đốc Sở.",
        [("Bằng khen", "Bộ trưởng Bộ Giáo dục và Đào tạo"), ("Giấy khen", "Giám đốc Sở")],
    ),
    # prizes of a contest
    (
        "- Gồm 01 giải nhất, 02 giải nhì, 03 giải ba và 05 giải khuyến khích.",
        [("giải nhất", None), ("giải nhì", None), ("giải ba", None), ("giải khuyến khích", None)],
    ),
    ("- 01 giải Nhất: 2.000.000 đồng.", [("giải Nhất", None)]),
    (
        "- Cờ và 2.500.000 đồng tiền thưởng cho lớp dẫn đầu.",
        [("Cờ", None), ("tiền thưởng", None)],
    ),
    ("- 01 giải Nhất: cờ và 2.500.000 đồng tiền thưởng.", [("giải Nhất", None)]),
    (
        "1. Nhà trường lựa và trao 01 giải Nhất (cờ luân lưu), 02 giải Nhì (mỗi giải 500.000 đồng) "
        "và 03 giải Ba cho các tổ. Tổ nào cũng được nhận quà lưu niệm; lớp nào cũng được trao Cờ.",
        [
            ("giải Nhất", None),
            ("giải Nhì", None),
            ("giải Ba", None),
            ("quà lưu niệm", None),
            ("Cờ", None),
        ],
    ),
    ("1. Học viên học đủ buổi được cấp giấy chứng nhận.", [("giấy chứng nhận", None)]),
    ("- 02 giải Tiết mục dân ca hay, mỗi giải 300.000 đồng.", [("giải Tiết mục dân ca hay", None)]),
]


@pytest.mark.parametrize(("body", "expected"), LISTED)
def test_forms(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert awards(body) == expected


PROPOSED = [
    (
        "1. Sở Giáo dục đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho các trường xuất sắc.",
        [("Bằng khen", "Chủ tịch UBND tỉnh")],
    ),
    (
        "1. Hội đồng trường xét tặng Giấy khen của Hiệu trưởng cho giáo viên giỏi.",
        [("Giấy khen", "Hiệu trưởng")],
    ),
    (
        "1. Chi bộ chọn đảng viên đi đầu, đề nghị Huyện uỷ xét tặng Giấy khen.",
        [("Giấy khen", "Huyện uỷ")],
    ),
    (
        "1. Thầy cô hai năm liền được Giám đốc Sở trao tặng Bằng khen.",
        [("Bằng khen", "Giám đốc Sở")],
    ),
    ("1. Trưởng khối nào dẫn đầu sẽ được tặng Giấy khen.", [("Giấy khen", None)]),
]


def test_what_a_form_of_two_stands_for() -> None:
    found = plan_of("- Cờ và 2.500.000 đồng tiền thưởng cho lớp dẫn đầu.").awards
    assert [award.text for award in found] == [
        "Cờ",
        "2.500.000 đồng tiền thưởng cho lớp dẫn đầu",
    ]


@pytest.mark.parametrize(("body", "expected"), PROPOSED)
@pytest.mark.parametrize("heading", ["KHEN THƯỞNG", "TỔ CHỨC THỰC HIỆN"])
def test_an_award_granted_or_proposed_in_running_text(
    body: str, expected: list[tuple[str, str | None]], heading: str
) -> None:
    assert awards(body, heading) == expected


def test_a_list_of_what_is_given_holds_awards_wherever_it_stands() -> None:
    plan = parse(
        "KẾ HOẠCH\nThi đua nuôi ong\n\nI. NHIỆM VỤ\n1. Đóng thêm thùng ong.\n"
        "2. Hợp tác xã đề nghị cấp trên tặng:\n- Bằng khen của Chủ tịch UBND tỉnh.\n"
        "- Giấy khen của Giám đốc Sở Nông nghiệp.\n"
    )
    assert [(a.form, a.authority) for a in plan.awards] == [
        ("Bằng khen", "Chủ tịch UBND tỉnh"),
        ("Giấy khen", "Giám đốc Sở Nông nghiệp"),
    ]
    assert [duty.text for duty in plan.obligations] == ["Đóng thêm thùng ong."]


def test_to_propose_an_award_and_nothing_else_is_no_duty() -> None:
    award = "Đề nghị Giám đốc Sở tặng Giấy khen cho 02 trường."
    plan = plan_of(f"- {award}")
    assert [(a.form, a.authority) for a in plan.awards] == [("Giấy khen", "Giám đốc Sở")]
    assert plan.obligations == ()
    for body, heading in (
        (f"- {award}", "TỔ CHỨC THỰC HIỆN"),
        (f"- {award[:-1]} trước ngày 20/11.", "KHEN THƯỞNG"),
        (f"- {award[:-1]}; gửi hồ sơ về Phòng Giáo dục.", "KHEN THƯỞNG"),
        ("- Đề nghị Giám đốc Sở xem xét, khen thưởng 02 trường.", "KHEN THƯỞNG"),
    ):
        assert len(plan_of(body, heading).obligations) == 1


REFUSED = [
    "- Tuyên truyền Luật Thi đua, khen thưởng.",
    "- Hội đồng Thi đua - Khen thưởng họp xét.",
    "- Treo cờ, băng rôn trước cổng trường.",
    "- Văn phòng cấp giấy chứng nhận tốt nghiệp tạm thời.",
    "- Lớp trưởng trao quà cho bạn nghèo.",
    "- Đoàn viên dự lễ kỷ niệm 40 năm thành lập trường.",
]


@pytest.mark.parametrize("body", REFUSED)
def test_no_award(body: str) -> None:
    assert awards(body, "NHIỆM VỤ") == []


def test_a_standard_that_names_a_form_is_no_award() -> None:
    plan = plan_of(
        "1. Tiêu chuẩn khen thưởng\n- Cá nhân đã được tặng Giấy khen trong năm trước liền kề.\n"
    )
    assert plan.awards == ()
    assert len(plan.criteria) == 1


# ---------------------------------------------------------------- occasion

OCCASIONS = [
    ("1. Khen thưởng hằng năm\n- Giấy khen của Hiệu trưởng.", "annual"),
    ("1. Khen thưởng hàng năm\n- Giấy khen của Hiệu trưởng.", "annual"),
    ("1. Khen thưởng sơ kết\n- Giấy khen của Hiệu trưởng.", "interim"),
    ("1. Khen thưởng tổng kết\n- Giấy khen của Hiệu trưởng.", "final"),
    ("1. Khen thưởng sơ kết, tổng kết\n- Giấy khen của Hiệu trưởng.", "interim+final"),
    ("1. Khen thưởng đột xuất\n- Giấy khen của Hiệu trưởng.", "ad_hoc"),
    ("1. Hình thức\n- Giấy khen của Hiệu trưởng.", None),
    ("1. Khen thưởng tổng kết\n- Giấy khen của Hiệu trưởng khi sơ kết phong trào.", "interim"),
    ("1. Hình thức\n- Giấy khen của Hiệu trưởng nhân dịp tổng kết năm.", "annual"),
    ("1. Hình thức\n- Giấy khen của Hiệu trưởng khi tổng kết năm học.", "annual"),
    ("1. Hình thức\n- Giấy khen của Hiệu trưởng khi tổng kết năm học 2027.", "final"),
    ("1. Hình thức\n- Giấy khen của Hiệu trưởng khi tổng kết 5 năm.", "final"),
    ("1. Tổng kết năm 2028\na) Hình thức\n- Giấy khen của Hiệu trưởng.", "final"),
]


@pytest.mark.parametrize(("body", "occasion"), OCCASIONS)
def test_occasions(body: str, occasion: str | None) -> None:
    [award] = plan_of(body).awards
    assert award.occasion == occasion


# ---------------------------------------------------------------- audience

AUDIENCES = [
    ("1. Đối với tập thể\n- Giấy khen của Hiệu trưởng.", "collective"),
    ("1. Đối với cá nhân\n- Giấy khen của Hiệu trưởng.", "individual"),
    ("1. Hình thức\n- Giấy khen của Hiệu trưởng cho tập thể.", "collective"),
    ("1. Hình thức\n- Giấy khen của Hiệu trưởng cho tập thể và cá nhân.", "all"),
    ("1. Hình thức\n- Giấy khen của Hiệu trưởng đối với học sinh.", "individual"),
    ("1. Hình thức\n- Giấy khen của Hiệu trưởng: 02 tập thể, 05 cá nhân.", "all"),
    ("1. Hình thức\n- Giấy khen của Hiệu trưởng: tập thể dẫn đầu ký.", None),
    ("1. Hình thức\n- Giấy khen của Hiệu trưởng.", None),
]


@pytest.mark.parametrize(("body", "audience"), AUDIENCES)
def test_audiences(body: str, audience: str | None) -> None:
    [award] = plan_of(body).awards
    assert award.audience == audience


def test_one_award_for_each_line() -> None:
    plan = plan_of(
        "1. Tập thể\n- Bằng khen của Chủ tịch UBND tỉnh;\n- Giấy khen của Giám đốc Sở.\n"
        "2. Cá nhân\n- Bằng khen của Chủ tịch UBND tỉnh.\n"
    )
    assert plan.text is not None
    assert [(a.form, a.audience, a.section) for a in plan.awards] == [
        ("Bằng khen", "collective", "I.1"),
        ("Giấy khen", "collective", "I.1"),
        ("Bằng khen", "individual", "I.2"),
    ]
    for award in plan.awards:
        assert plan.text[slice(*award.span)] == award.text
        assert award.form in award.text


def test_no_blank_before_a_semicolon_is_part_of_an_award() -> None:
    [award] = parse("1. Tặng Giấy khen ; thưởng tiền").awards
    assert award.text == "Tặng Giấy khen"
    assert award.span == (3, 17)

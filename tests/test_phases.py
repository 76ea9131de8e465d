"""Stages and dated steps of the timetable."""

from __future__ import annotations

import pytest

from vnplan.plan import parse
from vnplan.records import Date, Plan


def plan_of(body: str, heading: str = "TIẾN ĐỘ THỰC HIỆN") -> Plan:
    return parse(f"KẾ HOẠCH\nKhôi phục rừng ngập mặn\n\nI. {heading}\n{body}\n")


def day(date: Date | None) -> tuple[int | None, ...] | None:
    return (date.year, date.month, date.day, date.quarter) if date else None


def year(value: int) -> tuple[int | None, ...]:
    return (value, None, None, None)


def month(value: int, number: int) -> tuple[int | None, ...]:
    return (value, number, None, None)


def on(value: int, number: int, at: int) -> tuple[int | None, ...]:
    return (value, number, at, None)


# the item, and the phase's name, start and end
STEPS = [
    (
        "1. Giai đoạn 1 (từ năm 2021 đến năm 2023): Trồng 50 ha đước.",
        ("Giai đoạn 1", year(2021), year(2023)),
    ),
    (
        "1. Giai đoạn 1 (2021 - 2023): Trồng 50 ha đước.",
        ("Giai đoạn 1", year(2021), year(2023)),
    ),
    (
        "- Giai đoạn 2 (từ tháng 01/2024 đến tháng 12/2025): Chăm sóc rừng.",
        ("Giai đoạn 2", month(2024, 1), month(2025, 12)),
    ),
    (
        "- Đợt 1 (từ ngày 01/3/2024 đến ngày 15/3/2024): Gieo hạt.",
        ("Đợt 1", on(2024, 3, 1), on(2024, 3, 15)),
    ),
    (
        "- Từ ngày 01/8/2024 đến hết ngày 03/8/2024: Cắm mốc bãi triều.",
        ("Cắm mốc bãi triều", on(2024, 8, 1), on(2024, 8, 3)),
    ),
    (
        "- Tháng 9/2024: Nghiệm thu cây giống.",
        ("Nghiệm thu cây giống", month(2024, 9), month(2024, 9)),
    ),
    (  # a numbered time is a heading, and the words behind it are the step's all the same
        "1. Tháng 9 và tháng 10 năm 2024: Nghiệm thu cây giống; quyết toán.",
        ("Nghiệm thu cây giống", month(2024, 9), month(2024, 10)),
    ),
    (
        "1. Năm 2024 (từ tháng 3 đến tháng 5): Ươm cây mắm.",
        ("Ươm cây mắm", month(2024, 3), month(2024, 5)),
    ),
    (
        "- Ngày 22/5/2024: Phát động ngày đa dạng sinh học.",
        ("Phát động ngày đa dạng sinh học", on(2024, 5, 22), on(2024, 5, 22)),
    ),
    (
        "- Quý IV năm 2025: Tổng kết dự án.",
        ("Tổng kết dự án", (2025, None, None, 4), (2025, None, None, 4)),
    ),
    (
        "- Sơ kết: tháng 6 năm 2025.",
        ("Sơ kết", month(2025, 6), month(2025, 6)),
    ),
]


@pytest.mark.parametrize(("line", "expected"), STEPS)
def test_steps(line: str, expected: tuple[str, object, object]) -> None:
    plan = plan_of(line)
    [phase] = plan.phases
    assert (phase.name, day(phase.start), day(phase.end)) == expected
    assert plan.text is not None
    assert plan.text[slice(*phase.span)] == phase.text
    assert phase.text in line


def test_a_stage_covers_the_whole_item_that_describes_it() -> None:
    plan = plan_of(
        "1. Giai đoạn 1 (2021 - 2023)\n- Trồng 50 ha đước;\n- Lập trạm bảo vệ.\n"
        "2. Giai đoạn 2 (2024 - 2025)\n- Chăm sóc rừng.\n"
    )
    assert [(p.name, p.section) for p in plan.phases] == [
        ("Giai đoạn 1", "I.1"),
        ("Giai đoạn 2", "I.2"),
    ]
    first = plan.phases[0]
    assert plan.text is not None
    assert plan.text[slice(*first.span)].startswith("Giai đoạn 1")
    assert plan.text[slice(*first.span)].endswith("Lập trạm bảo vệ.")
    assert first.text == "Giai đoạn 1 (2021 - 2023) Trồng 50 ha đước; Lập trạm bảo vệ."


REFUSED = [
    "- Hoàn thành trồng rừng trước ngày 30/6/2024.",  # a deadline
    "- Chậm nhất ngày 05/7/2024 các xã gửi báo cáo.",
    "- 8h00: Đón tiếp đại biểu.",  # an agenda
    "- Địa điểm: Bãi triều xã Hải An.",
    "- Các xã rà soát diện tích đất bãi bồi.",
    "- Giai đoạn tiếp theo do tỉnh quyết định.",
]


@pytest.mark.parametrize("line", REFUSED)
def test_no_phase(line: str) -> None:
    assert plan_of(line).phases == ()


def test_a_lead_in_that_sums_up_the_stages_is_none() -> None:
    plan = plan_of(
        "Kế hoạch thực hiện từ năm 2021 đến năm 2025, chia làm hai giai đoạn:\n"
        "- Giai đoạn 1 (2021 - 2023): Trồng rừng.\n- Giai đoạn 2 (2024 - 2025): Chăm sóc rừng.\n"
    )
    assert [p.name for p in plan.phases] == ["Giai đoạn 1", "Giai đoạn 2"]


def test_the_time_of_an_event() -> None:
    plan = plan_of(
        "- Thời gian: 8h30 ngày 20/11/2024.\n- Địa điểm: Nhà văn hoá xã Hải An.",
        "THỜI GIAN, ĐỊA ĐIỂM",
    )
    [phase] = plan.phases
    assert day(phase.start) == on(2024, 11, 20) == day(phase.end)
    assert plan.deadlines == ()


def test_a_step_is_no_deadline_as_well() -> None:
    plan = plan_of("- Từ ngày 01/8/2024 đến ngày 03/8/2024: Cắm mốc bãi triều.")
    assert len(plan.phases) == 1
    assert plan.deadlines == ()


def test_a_date_inside_the_paragraph_of_a_stage_is_a_deadline_only() -> None:
    plan = plan_of(
        "1. Giai đoạn 1 (2021 - 2023): Trồng rừng; các xã báo cáo trước ngày 15/12/2021.\n"
    )
    assert [p.name for p in plan.phases] == ["Giai đoạn 1"]
    assert [d.text for d in plan.deadlines] == ["trước ngày 15/12/2021"]


TABLE = """\
TT | Nội dung | Thời gian | Đơn vị thực hiện
1 | Khảo sát bãi triều | 01/3 - 15/3/2024 | Hạt Kiểm lâm
2 | Ươm cây giống | Tháng 4/2024 | Trạm khuyến nông
"""


def test_dated_rows_are_phases() -> None:
    plan = plan_of(TABLE)
    assert [(p.name, day(p.start), day(p.end)) for p in plan.phases] == [
        ("Khảo sát bãi triều", on(2024, 3, 1), on(2024, 3, 15)),
        ("Ươm cây giống", month(2024, 4), month(2024, 4)),
    ]

"""What counts as a changed value, and to what effect."""

from __future__ import annotations

import pytest
from compare_plans import Draft, day

from vnplan.compare.units import Unit, find_units
from vnplan.compare.values import (
    compare_days,
    compare_periods,
    compare_values,
    days_in,
    is_lax,
)
from vnplan.records import Date, Phase, Recurrence


def unit(words: str, *times: Date) -> Unit:
    """A duty with its times, which stand in its words or in an attribute line."""
    return find_units(Draft().duty(words, by=times[0] if times else None).plan())[0]


def effects(asked: Unit, *said: Unit) -> list[tuple[str, str]]:
    return [(change.field, change.effect) for change in compare_values(asked, said)]


JUNE = day(2026, 6, 30, "trước ngày 30/6/2026")
SEPTEMBER = day(2026, 9, 30, "trước ngày 30/9/2026")
SECOND_QUARTER = Date(year=2026, quarter=2, text="trong quý II năm 2026")

DAYS = [
    (JUNE, SEPTEMBER, -1),
    (SEPTEMBER, JUNE, 1),
    (JUNE, day(2026, 6, 30, "ngày 30 tháng 6 năm 2026"), 0),
    (JUNE, SECOND_QUARTER, 0),  # the last day of June is that of the quarter
    (day(None, 6, 30, "30/6"), JUNE, 0),
    (day(None, 6, 25, "25/6"), JUNE, -1),
    (day(2026, 6, None, "tháng 6/2026"), SECOND_QUARTER, 0),
    (day(None, None, 20, "ngày 20"), day(None, None, 25, "ngày 25"), -1),
    (day(2026, None, None, "năm 2026"), day(2026, 12, 31, "31/12/2026"), 0),
    (day(None, None, 20, "ngày 20"), day(2026, None, None, "năm 2026"), None),
    (None, JUNE, None),
]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Họp ngày 17/5/2025 và ngày 02 tháng 9.", [(2025, 5, 17), (None, 9, 2)]),
        ("Theo Kế hoạch số 12/KH-UBND ngày 05/01/2025, họp ngày 7/2/2025.", [(2025, 2, 7)]),
        ("Số liệu tính đến 01/01/2025.", []),
        ("Họp tháng 4 năm 2025.", []),
        ("Tỷ lệ 7/13/2025.", []),
    ],
)
def test_days_in_words(words: str, days: list[tuple[int | None, int, int]]) -> None:
    assert [(day.year, day.month, day.day) for day in days_in(words)] == days


@pytest.mark.parametrize(("one", "two", "order"), DAYS)
def test_days_are_compared_by_the_parts_they_share(
    one: Date | None, two: Date | None, order: int | None
) -> None:
    assert compare_days(one, two) == order
    assert compare_days(two, one) == (None if order is None else -order)


@pytest.mark.parametrize(
    ("by", "found"),
    [
        (SEPTEMBER, [("deadline", "later")]),
        (day(2026, 5, 31, "trong tháng 5"), [("deadline", "earlier")]),
        (JUNE, []),
    ],
)
def test_deadlines(by: Date, found: list[tuple[str, str]]) -> None:
    asked = unit(f"Nộp hồ sơ {JUNE.text}.", JUNE)
    assert effects(asked, unit(f"Nộp hồ sơ {by.text}.", by)) == found
    assert effects(asked, unit("Nộp hồ sơ.", by)) == found  # in an attribute line


def test_a_deadline_that_nobody_keeps_is_dropped() -> None:
    assert effects(unit(f"Nộp hồ sơ {JUNE.text}.", JUNE), unit("Nộp hồ sơ.")) == [
        ("deadline", "dropped")
    ]


def test_a_day_in_time_keeps_a_deadline_that_is_not_said_again() -> None:
    asked = unit(f"Tổ chức hội sách {JUNE.text}.", JUNE)
    assert effects(asked, unit("Ngày 21/4/2026, khai mạc hội sách tại sân trường.")) == []
    assert effects(asked, unit("Sáng 17 tháng 6, khai mạc hội sách.")) == []
    assert effects(asked, unit("Khai mạc hội sách ngày 30/6/2026.")) == []
    for words in (
        "Ngày 21/8/2026, khai mạc hội sách.",
        "Tổ chức hội sách theo Kế hoạch số 12/KH-UBND ngày 05/01/2026.",
        "Tổ chức hội sách, số bạn đọc tính đến ngày 01/01/2026.",
    ):
        assert effects(asked, unit(words)) == [("deadline", "dropped")]


def test_of_two_deadlines_the_one_that_nobody_keeps_is_dropped() -> None:
    words = f"Sơ kết {JUNE.text}, tổng kết {SEPTEMBER.text}."
    one, two = unit(words, JUNE), unit(words, SEPTEMBER)
    asked = one._replace(deadlines=one.deadlines + two.deadlines)
    assert effects(asked, unit(f"Sơ kết {JUNE.text}.", JUNE)) == [("deadline", "dropped")]
    assert effects(asked, asked) == []


def test_an_inner_deadline_beside_the_parents_own_changes_nothing() -> None:
    asked = unit(f"Nộp hồ sơ {JUNE.text}.", JUNE)
    inner = unit("Các tổ gửi văn phòng trước ngày 20/6.", day(2026, 6, 20, "trước ngày 20/6"))
    assert effects(asked, inner, asked) == []


def test_the_words_of_a_change_are_those_of_the_plans() -> None:
    change = compare_values(
        unit(f"Nộp hồ sơ {JUNE.text}.", JUNE), [unit(f"Nộp {SEPTEMBER.text}.", SEPTEMBER)]
    )[0]
    assert (change.from_, change.to) == (JUNE.text, SEPTEMBER.text)


AMOUNTS = [
    ("Tặng sách cho 80% trường học.", "Tặng sách cho 60% trường học.", ["target lower"]),
    ("Tặng sách cho 80% trường học.", "Tặng sách cho 95% trường học.", ["target higher"]),
    ("Tặng sách cho 80% trường học.", "Tặng sách cho trường học.", ["target dropped"]),
    ("Tặng sách cho 100% trường học.", "Tặng sách cho toàn bộ trường học.", []),
    ("Cử ít nhất 90% thủ thư dự lớp.", "Cử toàn bộ thủ thư dự lớp.", ["target higher"]),
    ("Cử ít nhất 90% thủ thư dự lớp.", "Cử các thủ thư dự lớp.", ["target dropped"]),
    # the child is but one of the bodies
    ("100% trường học lập tủ sách lưu động.", "Lập tủ sách lưu động.", []),
    ("Kiểm tra 100% thư viện xã.", "Kiểm tra một số thư viện xã.", ["target dropped"]),
    ("100% học sinh có thẻ thư viện.", "Làm thẻ thư viện.", ["target dropped"]),
    # how long somebody took part is no term
    ("Cá nhân đọc sách từ 60 ngày trở lên.", "Cá nhân đọc từ 30 ngày trở lên.", ["target lower"]),
    ("Mở cửa 5 ngày, phục vụ từ 2 tuổi trở lên.", "Phục vụ từ 2 tuổi trở lên.", []),
    ("Lập tổ trực ít nhất 10 người.", "Lập tổ trực gồm 08 đồng chí.", ["target lower"]),
    ("Cử 01 cán bộ làm đầu mối.", "Cử cán bộ làm đầu mối.", []),
    ("Cử 01 lãnh đạo và 02 cán bộ.", "Cử 01 phó phòng và 02 chuyên viên.", []),
    ("Báo cáo không quá 03 trang.", "Báo cáo không quá 05 trang.", ["target loosened"]),
    ("Mở 20 buổi đọc sách.", "Mở 10 buổi đọc sách.", ["target lower"]),
    ("Mở 02 buổi mỗi tuần.", "Mở 02 buổi mỗi tuần tại thư viện.", []),
    ("Họp hằng tuần.", "Họp mỗi tháng một lần.", ["recurrence loosened"]),
    ("Họp mỗi tháng một lần.", "Họp hằng tuần.", ["recurrence higher"]),
    ("Họp hằng quý.", "Họp khi cần.", ["recurrence dropped"]),
    ("Họp mỗi quý một lần.", "Họp hằng quý.", []),
    ("Nộp báo cáo hằng năm.", "Nộp báo cáo.", []),
    ("Báo tin trong vòng 24 giờ.", "Báo tin trong vòng 48 giờ.", ["deadline later"]),
    ("Báo tin trong vòng 24 giờ.", "Báo tin ngay.", ["deadline dropped"]),
    # of two terms the nearer one is meant, and one ahead is none behind
    ("Báo tin trong vòng 24 giờ.", "Xử lý trong vòng 30 ngày; báo tin trong vòng 12 giờ.",
     ["deadline earlier"]),
    ("Gửi chậm nhất 25 ngày trước ngày họp.", "Gửi trong vòng 25 ngày.", ["deadline dropped"]),
    # of two totals the one of the same unit and size is meant
    ("Toàn xã trồng 6.000 cây; mỗi trường trồng tối thiểu 50 cây bóng mát.",
     "Trồng 40 cây bàng.", ["target dropped", "target lower"]),
    ("Cấp 300 thẻ và 20 tủ sách.", "Cấp 20 thẻ và 300 tủ sách.", ["target lower", "target higher"]),
    ("Gửi chậm nhất 25 ngày trước ngày họp.", "Gửi chậm nhất 10 ngày trước ngày họp.",
     ["deadline later"]),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "said", "found"), AMOUNTS)
def test_amounts(asked: str, said: str, found: list[str]) -> None:
    assert [" ".join(change) for change in effects(unit(asked), unit(said))] == found
    assert effects(unit(asked), unit(asked)) == []


@pytest.mark.parametrize(("recurrence", "found"), [("monthly", []), ("annual", ["loosened"])])
def test_a_frequency_in_another_cell_counts(recurrence: Recurrence, found: list[str]) -> None:
    plan = Draft().duty("Tự kiểm tra kho sách.").plan()
    row = plan.obligations[0].model_copy(update={"recurrence": recurrence})
    said = find_units(plan.model_copy(update={"obligations": (row,)}))[0]
    changes = compare_values(unit("Tự kiểm tra kho sách mỗi tháng một lần."), [said])
    assert [change.effect for change in changes] == found


def test_a_frequency_is_told_once() -> None:
    plan = Draft().duty("Kiểm tra kho sách mỗi tháng một lần.").plan()
    row = plan.obligations[0].model_copy(update={"recurrence": "monthly"})
    asked = find_units(plan.model_copy(update={"obligations": (row,)}))[0]
    changes = compare_values(asked, [unit("Kiểm tra kho sách 2 tháng một lần.")])
    assert [(c.from_, c.to) for c in changes] == [("mỗi tháng một lần", "2 tháng một lần")]


def test_the_childs_own_date_answers_for_its_plan_alone() -> None:
    asked = unit(f"Xây dựng kế hoạch của trường; nộp báo cáo {JUNE.text}.", JUNE)
    issued = day(2026, 1, 26, "26/01/2026")
    said = unit(f"Nộp báo cáo {SEPTEMBER.text}.", SEPTEMBER)
    changes = compare_values(asked, [said], owed=asked.acts[1:], issued=issued)
    assert [change.effect for change in changes] == ["later"]
    assert compare_values(asked, [said], issued=issued) == ()  # its deadline is the plan's


def test_only_laxer_values_are_alarms() -> None:
    asked = unit("Tặng sách cho 80% trường học.")
    assert is_lax(compare_values(asked, [unit("Tặng sách cho 60% trường học.")]))
    assert not is_lax(compare_values(asked, [unit("Tặng sách cho 90% trường học.")]))
    assert not is_lax([])


def stage(start: Date, end: Date) -> Phase:
    return Phase(name="Đợt 1", start=start, end=end, text="Đợt 1", span=(0, 5), section="")


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (JUNE, SEPTEMBER, []),
        (JUNE, day(2026, 10, 31, "tháng 10"), ["later"]),
        (JUNE, day(2026, 8, 31, "tháng 8"), ["shifted"]),
        (day(2026, 7, 1, "01/7"), SEPTEMBER, ["shifted"]),
    ],
)
def test_periods(start: Date, end: Date, found: list[str]) -> None:
    changes = compare_periods(stage(JUNE, SEPTEMBER), stage(start, end))
    assert [change.effect for change in changes] == found
    assert is_lax(changes) == bool(found)

"""Times, deadlines and recurrences: how plans say them, and what only looks like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import page_of

from vnplan.extract.dates import (
    Time,
    find_deadlines,
    find_times,
    read_period,
    read_recurrence,
)
from vnplan.plan import parse
from vnplan.records import Date

Parts = tuple[int | None, int | None, int | None, int | None]  # year, month, day, quarter


def parts(date: Date | None) -> Parts | None:
    return None if date is None else (date.year, date.month, date.day, date.quarter)


def year(y: int) -> Parts:
    return (y, None, None, None)


def month(y: int | None, m: int) -> Parts:
    return (y, m, None, None)


def quarter(y: int | None, q: int) -> Parts:
    return (y, None, None, q)


def day(y: int | None, m: int | None, d: int) -> Parts:
    return (y, m, d, None)


def times_in(text: str) -> list[Time]:
    return find_times(page_of(text), 0, len(text))


# ---------------------------------------------------------------- single times

# the text, what of it is the time, and its date
SINGLE = [
    ("Hà Tĩnh, ngày 08 tháng 02 năm 2022", "ngày 08 tháng 02 năm 2022", day(2022, 2, 8)),
    ("ngày    tháng 7 năm 2013", "ngày    tháng 7 năm 2013", month(2013, 7)),
    ("ngày ... tháng ... năm 2021", "ngày ... tháng ... năm 2021", year(2021)),
    ("ngày …/…/2023 của Sở", "ngày …/…/2023", year(2023)),
    ("ngày   /9/2023 của Sở", "ngày   /9/2023", month(2023, 9)),
    ("ngày 2l tháng 8 năm 2019", "ngày 2l tháng 8 năm 2019", month(2019, 8)),  # scanned
    ("họp 14/09/2021 tại trụ sở", "14/09/2021", day(2021, 9, 14)),
    ("vào 3.6.2018.", "3.6.2018", day(2018, 6, 3)),
    ("(17-04-2015)", "17-04-2015", day(2015, 4, 17)),
    ("18 /7/2020", "18 /7/2020", day(2020, 7, 18)),
    ("ngày 9/3/21", "ngày 9/3/21", day(2021, 3, 9)),
    ("ngày 28/02", "ngày 28/02", day(None, 2, 28)),
    ("ngày 29/02", "ngày 29/02", day(None, 2, 29)),
    ("ngày 12 tháng 5", "ngày 12 tháng 5", day(None, 5, 12)),
    ("tháng 8 năm 2026", "tháng 8 năm 2026", month(2026, 8)),
    ("Tháng 4/2025", "Tháng 4/2025", month(2025, 4)),
    ("tháng ba năm 2019", "tháng ba năm 2019", month(2019, 3)),
    ("rằm tháng giêng", "tháng giêng", month(None, 1)),
    ("tháng chạp", "tháng chạp", month(None, 12)),
    ("ngày mồng một tháng ba", "ngày mồng một tháng ba", day(None, 3, 1)),
    ("mùng 10 tháng 3", "mùng 10 tháng 3", day(None, 3, 10)),
    ("ngày mùng năm tháng năm năm 2020", "ngày mùng năm tháng năm năm 2020", day(2020, 5, 5)),
    ("quý III năm 2027", "quý III năm 2027", quarter(2027, 3)),
    ("Quý II/2019", "Quý II/2019", quarter(2019, 2)),
    ("quý 1 năm 2020", "quý 1 năm 2020", quarter(2020, 1)),
    ("quý tư năm 2020", "quý tư năm 2020", quarter(2020, 4)),
    ("quí IV năm 2008", "quí IV năm 2008", quarter(2008, 4)),
    ("Quý IV", "Quý IV", quarter(None, 4)),
    ("năm 2031", "năm 2031", year(2031)),
    ("năm 20 24", "năm 20 24", year(2024)),  # split by a scan
    ("hạ tuần tháng 5 năm 2023", "hạ tuần tháng 5 năm 2023", month(2023, 5)),
    ("cuối năm 2026", "cuối năm 2026", year(2026)),
    ("6 tháng đầu năm 2025", "6 tháng đầu năm 2025", year(2025)),
    ("tuần thứ 2 tháng 9/2024", "tuần thứ 2 tháng 9/2024", month(2024, 9)),
    ("tuần cuối cùng, tháng 9/2024", "tuần cuối cùng, tháng 9/2024", month(2024, 9)),
    ("Chiều ngày 02/6/2022", "Chiều ngày 02/6/2022", day(2022, 6, 2)),
    ("từ 8h00 đến 11h30 ngày 05/5/2022", "ngày 05/5/2022", day(2022, 5, 5)),
    ("trước 15/12", "15/12", day(None, 12, 15)),
    ("hạn chót 6/2025;", "6/2025", month(2025, 6)),
]


@pytest.mark.parametrize(("text", "words", "expected"), SINGLE)
def test_single_times(text: str, words: str, expected: Parts) -> None:
    (found,) = times_in(text)
    assert text[slice(*found.span)] == words
    assert parts(found.date) == expected
    assert found.end is None and not found.open_start and not found.open_end


NO_TIMES = [
    "hoàn thành 5/6 chỉ tiêu",
    "đạt từ 3/4 tổng số phiếu trở lên",
    "trước 5/6 chỉ tiêu",
    "Nghị quyết số 30/2016/NQ-HĐND",
    "Nghị định số 98/2023/NĐ-CP",
    "ngày 32/01/2024",
    "ngày 31/02/2024",
    "ngày 15/13/2024",
    "mỗi tháng một lần",
    "trong tháng một số đơn vị chưa nộp",
    "vì trong tháng hai bên họp 3 lần",
    "06 tháng 1 lần",
    "ngày 25",
    "ngày thứ 25",
    "quý vị đại biểu",
    "quí khách",
    "1.500.000 đồng",
    "trụ sở tại đường 3/2, Quận 10",
    "danh nhân (1292 - 1370)",
    "từ 2000 học sinh",
    "7h30",
    "máy KH-2024",
    "I. MỤC ĐÍCH",
    "1. Nội dung 2. Giải pháp",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert times_in(text) == []


# ---------------------------------------------------------------- windows and lists

WINDOWS = [
    ("từ ngày 03/9/2018 đến ngày 30/9/2018", day(2018, 9, 3), day(2018, 9, 30)),
    ("Từ ngày 11 - 19/8/2021", day(2021, 8, 11), day(2021, 8, 19)),
    ("Chấm bài: 03 - 06/4/2022", day(2022, 4, 3), day(2022, 4, 6)),
    ("ngày 06 đến 15 tháng 11 năm 2019", day(2019, 11, 6), day(2019, 11, 15)),
    ("từ 01/8 đến hết 03/8", day(None, 8, 1), day(None, 8, 3)),
    ("- 10/5 - 14/5: thu bài", day(None, 5, 10), day(None, 5, 14)),
    ("từ 7h ngày 06/12 đến 17h ngày 08/12/2024", day(2024, 12, 6), day(2024, 12, 8)),
    ("từ ngày 25/12 đến 05/01/2025", day(2024, 12, 25), day(2025, 1, 5)),
    ("từ tháng 4 đến tháng 6 năm 2023", month(2023, 4), month(2023, 6)),
    ("tháng 4 - 6/2023", month(2023, 4), month(2023, 6)),
    ("tháng 4 - 6 năm 2023", month(2023, 4), month(2023, 6)),
    ("Quý I - II/2022", quarter(2022, 1), quarter(2022, 2)),
    ("từ Quý III năm 2021 đến năm 2025", quarter(2021, 3), year(2025)),
    ("từ ngày 12/8 đến hết năm 2025", day(2025, 8, 12), year(2025)),
    ("năm học 2021 - 2022", year(2021), year(2022)),
    ("từ 2026 - 2028", year(2026), year(2028)),
    ("từ năm 2021 đến năm 2025", year(2021), year(2025)),
    ("giai đoạn 2026-2030", year(2026), year(2030)),
    ("kế hoạch 5 năm 2021 - 2025", year(2021), year(2025)),
    ("13/3/2020 (thứ Sáu) - 15/3/2020", day(2020, 3, 13), day(2020, 3, 15)),
]


@pytest.mark.parametrize(("text", "start", "end"), WINDOWS)
def test_windows_are_one_time(text: str, start: Parts, end: Parts) -> None:
    (found,) = times_in(text)
    assert (parts(found.date), parts(found.end)) == (start, end)


def test_the_parts_of_a_window_keep_their_words() -> None:
    (found,) = times_in("Nhận bài: 03 - 06/4/2022,")
    assert found.end is not None
    assert (found.date.text, found.end.text) == ("03", "06/4/2022")


def test_a_window_may_be_open() -> None:
    (since,) = times_in("thực hiện từ quý I năm 2026.")
    assert since.open_end and since.end is None and parts(since.date) == quarter(2026, 1)
    (until,) = times_in("duy trì đến năm 2035.")
    assert until.open_start and parts(until.date) == year(2035)


LISTS = [
    ("ngày 11 và 12/10/2024", [day(2024, 10, 11), day(2024, 10, 12)]),
    ("ngày 5, 6 và 7/3/2022", [day(2022, 3, 5), day(2022, 3, 6), day(2022, 3, 7)]),
    ("quý II và quý III năm 2023", [quarter(2023, 2), quarter(2023, 3)]),
    ("Quí I và quí II năm 2007", [quarter(2007, 1), quarter(2007, 2)]),
    ("quý I, II năm 2023", [quarter(2023, 1), quarter(2023, 2)]),
    ("tháng 6 và tháng 12 năm 2023", [month(2023, 6), month(2023, 12)]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_list_shares_what_its_last_one_says(text: str, expected: list[Parts]) -> None:
    assert [parts(found.date) for found in times_in(text)] == expected


# ---------------------------------------------------------------- deadlines

# the provision, and its deadlines: text, date, recurrence
DEADLINES = [
    (
        "tiêm trong tháng 4 và tháng 5 năm 2026",
        [
            ("trong tháng 4", (2026, 4, None, None), None),
            ("tháng 5 năm 2026", (2026, 5, None, None), None),
        ],
    ),
    (
        "phấn đấu đến hết năm 2027 có 90% hộ dùng nước sạch",
        [("đến hết năm 2027", (2027, None, None, None), None)],
    ),
    ("gửi báo cáo trước ngày 30/6/2026.", [("trước ngày 30/6/2026", day(2026, 6, 30), None)]),
    ("xong trước 30/4/2025", [("trước 30/4/2025", day(2025, 4, 30), None)]),
    (
        "nộp trước 17 giờ 00 phút, ngày 05/8/2023",
        [("trước 17 giờ 00 phút, ngày 05/8/2023", day(2023, 8, 5), None)],
    ),
    (
        "quyết định trước ngày\n          12.3.2019",
        [("trước ngày 12.3.2019", day(2019, 3, 12), None)],
    ),
    ("chậm nhất ngày 15/12 để", [("chậm nhất ngày 15/12", day(None, 12, 15), None)]),
    (
        "chậm nhất là ngày mồng năm tháng tư",
        [("chậm nhất là ngày mồng năm tháng tư", day(None, 4, 5), None)],
    ),
    ("hạn chót 20/9/2019", [("hạn chót 20/9/2019", day(2019, 9, 20), None)]),
    ("gửi tin bài, hạn cuối 14/8/2026", [("hạn cuối 14/8/2026", day(2026, 8, 14), None)]),
    ("Hạn chót nhận tranh: 09/6/2026", [("09/6/2026", day(2026, 6, 9), None)]),
    (
        "Hạn chót nhận tranh: 16h30 ngày 09/6/2026",
        [("16h30 ngày 09/6/2026", day(2026, 6, 9), None)],
    ),
    (
        "Thời hạn gửi tác phẩm về Ban Giám khảo: 07/11/2026",
        [("07/11/2026", day(2026, 11, 7), None)],
    ),
    ("Thời hạn nhận đơn: 07/11", [("07/11", day(None, 11, 7), None)]),
    (
        "hoàn thành lát gạch hết quý III/2026",
        [("hết quý III/2026", quarter(2026, 3), None)],
    ),
    (
        "gửi số liệu quý trước 10/4, số liệu năm trước 12/12 về Chi cục",
        [
            ("trước 10/4", day(None, 4, 10), None),
            ("trước 12/12", day(None, 12, 12), None),
        ],
    ),
    (
        "hoàn thành trong quý II năm 2026",
        [("trong quý II năm 2026", quarter(2026, 2), None)],
    ),
    ("sơ kết vào năm 2028", [("vào năm 2028", year(2028), None)]),
    ("hoàn thành Quý I/2026", [("Quý I/2026", quarter(2026, 1), None)]),
    ("đến hết năm 2025 phải hoàn thành", [("đến hết năm 2025", year(2025), None)]),
    ("trong năm học 2025 - 2026", [("trong năm học 2025 - 2026", year(2026), None)]),
    ("xong trước mùa mưa năm 2026", [("trước mùa mưa năm 2026", year(2026), None)]),
    (
        "báo cáo trước ngày 20 tháng 10 hằng năm theo quy định",
        [("trước ngày 20 tháng 10 hằng năm", day(None, 10, 20), "annual")],
    ),
    (
        "trước ngày 25 hằng tháng",
        [("trước ngày 25 hằng tháng", day(None, None, 25), "monthly")],
    ),
    (
        "trước ngày 10 của tháng cuối quý",
        [("trước ngày 10 của tháng cuối quý", day(None, None, 10), "quarterly")],
    ),
    (
        "trước ngày 05 tháng sau",
        [("trước ngày 05 tháng sau", day(None, None, 5), "monthly")],
    ),
    (
        "Định kỳ ngày 18 hàng tháng họp giao ban",
        [("Định kỳ ngày 18 hàng tháng", day(None, None, 18), "monthly")],
    ),
    ("xét vào dịp tổng kết hàng năm", [("vào dịp tổng kết hàng năm", None, "annual")]),
    ("họp vào cuối mỗi quý", [("vào cuối mỗi quý", None, "quarterly")]),
    ("họp vào cuối mỗi quí", [("vào cuối mỗi quí", None, "quarterly")]),
    (
        "trước ngày 10 tháng 5 và ngày 10 tháng 11 hằng năm",
        [
            ("trước ngày 10 tháng 5", day(None, 5, 10), "annual"),
            ("ngày 10 tháng 11 hằng năm", day(None, 11, 10), "annual"),
        ],
    ),
    (
        "Báo cáo hằng tháng về xã trước ngày 25; báo cáo năm trước ngày 10/12/2025",
        [
            ("trước ngày 25", day(None, None, 25), "monthly"),
            ("trước ngày 10/12/2025", day(2025, 12, 10), None),
        ],
    ),
    (
        "định kỳ 6 tháng (trước ngày 15/6), hằng năm (trước ngày 15/12)",
        [
            ("trước ngày 15/6", day(None, 6, 15), "semiannual"),
            ("trước ngày 15/12", day(None, 12, 15), "annual"),
        ],
    ),
    (
        "Thời gian thực hiện: tháng 3 năm 2025",
        [("tháng 3 năm 2025", month(2025, 3), None)],
    ),
    ("Thời hạn nộp hồ sơ: Trước ngày 01/9/2026", [("Trước ngày 01/9/2026", day(2026, 9, 1), None)]),
    ("Thời gian: Quý II/2025", [("Quý II/2025", quarter(2025, 2), None)]),
    (
        "Thời gian hoàn thành: Quý IV năm 2024 và các năm tiếp theo.",
        [("Quý IV năm 2024 và các năm tiếp theo", quarter(2024, 4), None)],
    ),
    (
        "có mặt tại sân trường lúc 6h30 thứ hai ngày 05/9/2022",
        [("lúc 6h30 thứ hai ngày 05/9/2022", day(2022, 9, 5), None)],
    ),
    (
        "trình chậm nhất 20 ngày trước ngày khai mạc, kèm",
        [("chậm nhất 20 ngày trước ngày khai mạc", None, None)],
    ),
    (
        "gửi giấy mời trước 03 ngày làm việc so với ngày họp",
        [("trước 03 ngày làm việc", None, None)],
    ),
    (
        "nộp sản phẩm trong tuần đầu tháng 9/2024",
        [("trong tuần đầu tháng 9/2024", month(2024, 9), None)],
    ),
    (
        "xong trong tuần thứ ba của tháng 4 năm 2025",
        [("trong tuần thứ ba của tháng 4 năm 2025", month(2025, 4), None)],
    ),
    ("chốt số liệu trước 17 giờ hằng ngày", [("trước 17 giờ hằng ngày", None, "daily")]),
    (
        "gửi bảng chấm công vào sáng thứ Hai hằng tuần",
        [("vào sáng thứ Hai hằng tuần", None, "weekly")],
    ),
    (
        "đăng ký lịch trước 14 giờ 30 thứ Năm hằng tuần",
        [("trước 14 giờ 30 thứ Năm hằng tuần", None, "weekly")],
    ),
    ("nạo vét xong trước mùa mưa hằng năm", [("trước mùa mưa hằng năm", None, "annual")]),
    (
        "chốt sổ trước 16 giờ ngày 25 hằng tháng",
        [("trước 16 giờ ngày 25 hằng tháng", day(None, None, 25), "monthly")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DEADLINES)
def test_deadlines(text: str, expected: list[tuple[str, Parts | None, str | None]]) -> None:
    page = page_of(text)
    found = find_deadlines(page, 0, len(text), "II.1")
    assert [(d.text, parts(d.date), d.recurrence) for d in found] == expected
    for deadline in found:
        assert deadline.section == "II.1"
        assert " ".join(text[slice(*deadline.span)].split()) == deadline.text


@pytest.mark.parametrize(
    ("item", "deadline"),
    [
        ("Hạn chót nhận tranh: 16h30 ngày 09/6/2026", "16h30 ngày 09/6/2026"),
        ("Hạn cuối: 09/6/2026.", "09/6/2026"),
        ("Thời hạn gửi tác phẩm về Ban Giám khảo: quý II/2026", "quý II/2026"),
        ("Thời hạn nhận đơn: trước ngày 09 tháng 6 năm 2026", "trước ngày 09 tháng 6 năm 2026"),
    ],
)
def test_an_item_that_is_nothing_but_a_limit_is_a_duty(item: str, deadline: str) -> None:
    plan = parse(f"KẾ HOẠCH\nThi vẽ\nI. NHIỆM VỤ\n1. {item}\n2. Chấm tranh.\n")
    assert [duty.text for duty in plan.obligations] == [item, "Chấm tranh."]
    assert [found.text.removeprefix("Hạn cuối: ") for found in plan.deadlines] == [deadline]
    assert not plan.phases


def test_a_window_of_the_timetable_stays_a_step() -> None:
    item = "Thời hạn nhận đơn: từ ngày 01/6 đến ngày 09/6/2026"
    plan = parse(f"KẾ HOẠCH\nThi vẽ\nI. NHIỆM VỤ\n1. {item}\n2. Chấm tranh.\n")
    assert [step.name for step in plan.phases] == ["Thời hạn nhận đơn"]
    assert not plan.deadlines


NO_DEADLINES = [
    "thực hiện từ năm 2023 đến năm 2030",
    "mở cửa thư viện đến năm 2030 cho nhân dân",
    "sau khi có hướng dẫn của Bộ Y tế",
    "Thời gian: 8h30 ngày 20/11/2024",
    "Thời gian dự kiến: thượng tuần tháng 8 năm 2023",
    "Lễ khai mạc lúc 8h00 ngày 20/11/2024",
    "Thời gian thực hiện: từ quý II/2026",
    "khắc phục các điểm đã xuất hiện trong năm 2025",
    "bảo đảm nguồn nước trong năm 2026 và các năm tiếp theo",
    "có tối thiểu 02 sáng kiến trong năm",
    "Kỷ niệm ngày 20/11 hằng năm",
    "kế hoạch công tác hằng năm",
    "không quá 03 tập thể",
    "chịu trách nhiệm trước Chủ tịch",
    "theo Quyết định số 12/QĐ-SYT ngày 03/4/2023 của Sở",
    "chi 5/6 khoản",
    "So với năm trước 12/12 thôn có nhà văn hóa",
    "So với năm trước, 12/12 tăng",
    "đã hoàn thành lát gạch hết quý III/2026",
    "dùng kinh phí còn lại hết năm 2026",
    "Thời hạn nhận đơn: từ ngày 01/11",
    "Thời gian thi đấu: 8h ngày 09/6/2026",
    "họp mỗi tháng một lần, kiểm tra 2 lần/năm",
    "trực tại cống trong mùa mưa hằng năm",
    "so với 3 ngày trước 5 hộ giảm",
]


@pytest.mark.parametrize("text", NO_DEADLINES)
def test_what_is_no_deadline(text: str) -> None:
    assert find_deadlines(page_of(text), 0, len(text), "I") == []


def test_the_times_of_a_citation_are_no_deadlines() -> None:
    text = "thực hiện Công văn số 8/SYT-NV về tiêm chủng xong trước ngày 30/6/2022; báo cáo."
    page = page_of(text)
    assert len(find_deadlines(page, 0, len(text), "")) == 1
    assert find_deadlines(page, 0, len(text), "", cited=[(10, text.index(";"))]) == []


# ---------------------------------------------------------------- recurrences

RECURRENCES = [
    ("hàng ngày", "daily"),
    ("trực ban hằng ngày", "daily"),
    ("hằng tuần", "weekly"),
    ("mỗi tháng", "monthly"),
    ("mỗi tháng ít nhất 01 lần", "monthly"),
    ("ngày 15 hằng tháng", "monthly"),
    ("hằng quý", "quarterly"),
    ("định kỳ hằng quý", "quarterly"),
    ("1 lần/quý", "quarterly"),
    ("3 tháng một lần", "quarterly"),
    ("định kỳ 6 tháng", "semiannual"),
    ("06 tháng một lần", "semiannual"),
    ("6 tháng/lần", "semiannual"),
    ("2 lần/năm", "semiannual"),
    ("mỗi năm 02 lần", "semiannual"),
    ("hai lần một năm", "semiannual"),
    ("01 lần/06 tháng", "semiannual"),
    ("mỗi học kỳ", "semiannual"),
    ("Hàng năm", "annual"),
    ("từng năm", "annual"),
    ("hội nghị thường niên", "annual"),
    ("hàng hóa", None),
    ("trong 6 tháng", None),
    ("02 lần", None),
    ("5 năm một lần", None),  # the record has no word for it
    ("định kỳ kiểm tra", None),
]


@pytest.mark.parametrize(("text", "expected"), RECURRENCES)
def test_recurrences(text: str, expected: str | None) -> None:
    assert read_recurrence(page_of(text), 0, len(text)) == expected


# ---------------------------------------------------------------- periods of stages

PERIODS = [
    ("Giai đoạn 1 (từ 2023 - 2025): phát động", (year(2023), year(2025))),
    ("Ngày 16/11/2018: họp tổ", (day(2018, 11, 16), day(2018, 11, 16))),
    ("Tổng kết trong năm 2027.", (year(2027), year(2027))),
    ("từ Quý I năm 2024 đến năm 2030", (quarter(2024, 1), year(2030))),
    ("thực hiện từ quý I năm 2024. Khen thưởng", (quarter(2024, 1), None)),
    ("thực hiện đến hết tháng 6 năm 2024", (None, month(2024, 6))),
    ("ngày 11, 12 và 13/10/2024", (day(2024, 10, 11), day(2024, 10, 13))),
    ("Sơ kết giai đoạn 2021 - 2023 trong quý I năm 2024", (quarter(2024, 1), quarter(2024, 1))),
    ("Giai đoạn 2021 - 2023: khảo sát", (year(2021), year(2023))),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_periods(text: str, expected: tuple[Parts | None, Parts | None]) -> None:
    found = read_period(page_of(text), 0, len(text))
    assert found is not None
    assert (parts(found[0]), parts(found[1])) == expected


def test_a_stage_without_a_time_has_no_period() -> None:
    text = "Giai đoạn 2: nhân rộng mô hình"
    assert read_period(page_of(text), 0, len(text)) is None


# ---------------------------------------------------------------- laws that hold for any string

PIECES = [
    "ngày ", "tháng ", "năm ", "quý ", "từ ", "đến ", "trước ", "mồng ", "hằng ", "trong ",
    "12", "2024", "/", "-", ".", " ", ",", "và ", "ii ", "\n", "(", ")", "h", "lần", "mỗi ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_spans_are_in_order_and_give_back_their_words(pieces: list[str]) -> None:
    text = "".join(pieces)
    page = page_of(text)
    last = 0
    times = find_times(page, 0, len(page.text))
    assert find_times(page, 0, len(page.text)) == times
    for found in times:
        assert last <= found.span[0] < found.span[1]
        last = found.span[1]
    for deadline in find_deadlines(page, 0, len(page.text), ""):
        assert page.words(deadline.span) == deadline.text != ""
    read_period(page, 0, len(page.text))


@pytest.mark.parametrize("piece", ["1 2 3/4 5/6/2024 ", "ngày 1, ", "1234567890", "từ ngày đến "])
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        page = page_of(text)
        begin = time.process_time()
        find_deadlines(page, 0, len(text), "")
        return time.process_time() - begin

    seconds(1_000)
    assert seconds(80_000) < 20 * seconds(10_000) + 0.3


# ---------------------------------------------------------------- days that no calendar has

IMPOSSIBLE = [
    ("Trạm Y tế báo cáo trước ngày 31/11/2024.", "31/11/2024"),
    ("Trạm Y tế báo cáo trước 31/6.", "31/6"),
]


@pytest.mark.parametrize(("duty", "expected"), IMPOSSIBLE)
def test_an_impossible_day_of_a_duty_is_a_doubt(duty: str, expected: str) -> None:
    plan = parse(f"KẾ HOẠCH\nTiêm chủng\nI. NHIỆM VỤ\n1. {duty}\n")
    [doubt] = [doubt for doubt in plan.doubts if doubt.code == "impossible_date"]
    assert plan.text is not None and doubt.span is not None
    assert plan.text[slice(*doubt.span)] == expected


@pytest.mark.parametrize("duty", ["Trạm Y tế đạt 31/6 chỉ tiêu.", "Báo cáo trước ngày 29/02."])
def test_other_numbers_are_no_impossible_days(duty: str) -> None:
    plan = parse(f"KẾ HOẠCH\nTiêm chủng\nI. NHIỆM VỤ\n1. {duty}\n")
    assert "impossible_date" not in [doubt.code for doubt in plan.doubts]


def test_an_impossible_day_of_issue_is_a_doubt() -> None:
    plan = parse("UBND XÃ BÌNH AN\nBình An, ngày 31 tháng 02 năm 2024\nKẾ HOẠCH\nTiêm chủng\n")
    assert "impossible_date" in [doubt.code for doubt in plan.doubts]

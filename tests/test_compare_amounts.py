"""Quantities, rates and terms as provisions write them."""

from __future__ import annotations

import time

import pytest

from vnplan.compare.amounts import read_amounts

QUANTITIES = [
    ("Tối thiểu 90% cán bộ biết bơi.", [(90, "%", "least", "Tối thiểu 90%")]),
    ("tỷ lệ lấp đầy từ 70 % trở lên", [(70, "%", "least", "từ 70 %")]),
    ("sẵn sàng 99,9% thời gian", [(99.9, "%", "least", "99,9%")]),
    ("hiến từ 200 m2 đất", [(200, "m2", "least", "từ 200 m2")]),
    ("góp 50 triệu đồng", [(50e6, "đồng", "least", "50 triệu đồng")]),
    ("chi 1,5 tỷ đồng", [(1.5e9, "đồng", "least", "1,5 tỷ đồng")]),
    ("đón 1.500 lượt người", [(1500, "person", "least", "1.500 lượt người")]),
    ("tổ trực có ít nhất 10 người", [(10, "person", "least", "ít nhất 10 người")]),
    ("tổ trực gồm 08 đồng chí", [(8, "person", "least", "08 đồng chí")]),
    ("phát biểu không quá 03 trang", [(3, "trang", "most", "không quá 03 trang")]),
    ("tập ít nhất 31 phút trước ngày 5/8", [(31, "phút", "least", "ít nhất 31 phút")]),
    ("buổi học có thời lượng 45 phút", [(45, "phút", "least", "45 phút")]),
    ("nuôi tối thiểu 25 ngày", [(25, "ngày", "least", "tối thiểu 25 ngày")]),
    (
        "mỗi xã có 02 vườn mẫu và 01 chợ sạch",
        [(2, "vườn mẫu", "least", "02 vườn mẫu"), (1, "chợ sạch", "least", "01 chợ sạch")],
    ),
]
NO_QUANTITIES = [
    "trước ngày 15 tháng 3 năm 2026",
    "Kế hoạch số 12 về trồng cây",
    "Kế hoạch số 12/KH-UBND",
    "giai đoạn 2021 - 2025 của tỉnh",
    "theo TCVN ISO 9001:2015 tại cơ quan",
    "nêu tại điểm 2 mục này",
    "dịch vụ công mức độ 4 của sở",
    "cài ứng dụng “Cứu nạn 114 khẩn cấp” trên máy",
    "mỗi năm 02 lần",
    "trong vòng 24 giờ",
    "khai mạc từ 7 giờ 30 phút",
    "trẻ em trên 6 tháng tuổi",
    "ít nhất 02 lần trong năm",
    "tối đa 03 phút",  # a term
]


@pytest.mark.parametrize(("words", "found"), QUANTITIES)
def test_quantities(words: str, found: list[tuple[float, str, str, str]]) -> None:
    read = read_amounts(words).quantities
    assert [(one.value, one.unit, one.sense, one.text) for one in read] == found
    assert all(words[slice(*one.span)] == one.text for one in read)


@pytest.mark.parametrize("words", NO_QUANTITIES)
def test_numbers_that_only_name_are_no_quantities(words: str) -> None:
    assert read_amounts(words).quantities == ()


RATES = [
    ("họp hằng tuần", [52]),
    ("báo cáo hàng tháng", [12]),
    ("mỗi quý một lần", [4]),
    ("mỗi tháng ít nhất 01 lần", [12]),
    ("mỗi tuần 02 buổi", [104]),
    ("ít nhất 02 lần trong năm", [2]),
    ("02 lần/năm", [2]),
    ("03 buổi mỗi tuần", [156]),
    ("định kỳ 06 tháng một lần", [2]),
    ("02 năm một lần", [0.5]),
    ("đăng 02 tin, bài/tháng", [12]),
    ("gửi báo cáo quý cho sở", [4]),
    ("ngày 20 của tháng cuối quý", [4]),
    ("họp hằng tháng, hằng năm tổng kết", [12, 1]),
]
NO_RATES = ["trong tháng 3 năm 2026", "quý I năm 2026", "6 tháng đầu năm", "Tháng hành động"]


@pytest.mark.parametrize(("words", "a_year"), RATES)
def test_rates(words: str, a_year: list[float]) -> None:
    assert [rate.a_year for rate in read_amounts(words).rates] == a_year


@pytest.mark.parametrize("words", NO_RATES)
def test_times_that_come_once_are_no_rates(words: str) -> None:
    assert read_amounts(words).rates == ()


TERMS = [
    ("báo ngay trong vòng 24 giờ kể từ khi phát hiện", [(1, False)]),
    ("trả lời trong thời hạn 15 ngày làm việc", [(15, False)]),
    ("gửi chậm nhất 25 ngày trước ngày họp", [(25, True)]),
    ("rút ngắn xuống còn 07 ngày", [(7, False)]),
]
NO_TERMS = ["báo cáo 6 tháng", "trước ngày 15 tháng 3", "sau ngày 02 tháng 9"]


@pytest.mark.parametrize(("words", "terms"), TERMS)
def test_terms(words: str, terms: list[tuple[float, bool]]) -> None:
    assert [(term.days, term.ahead) for term in read_amounts(words).terms] == terms


@pytest.mark.parametrize("words", NO_TERMS)
def test_days_of_the_calendar_are_no_terms(words: str) -> None:
    assert read_amounts(words).terms == ()


@pytest.mark.parametrize(
    "piece", ["1 ", "12 tháng ", "mỗi ", "“", "02 lần ", "mỗi tuần ", "5 bò; "]
)
def test_a_long_line_is_read_in_no_time(piece: str) -> None:
    start = time.perf_counter()
    read_amounts(piece * (200_000 // len(piece)))
    assert time.perf_counter() - start < 10

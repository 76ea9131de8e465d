"""The sentence that closes a plan, and the child's own as its answer."""

from __future__ import annotations

import pytest
from samples import HUYEN_HEAD, TINH_HEAD

import vnplan
from vnplan.closings import asks_no_more, closes

NO_MORE = [
    ("Trên đây là Kế hoạch, đề nghị các xã thực hiện", "thực hiện"),
    (
        "Các phòng nghiêm túc triển khai thực hiện Kế hoạch này./.",
        "nghiêm túc triển khai thực hiện",
    ),
    ("Yêu cầu các trường khẩn trương\ntổ chức thực hiện./.", "khẩn trương\ntổ chức thực hiện"),
]
MORE = [
    ("Các phòng nghiêm túc triển khai thực hiện Kế hoạch này;", "nghiêm túc triển khai thực hiện"),
    ("Các xã nghiêm túc thực hiện chế độ báo cáo./.", "nghiêm túc thực hiện chế độ báo cáo"),
    ("Các xã mua đủ thuốc trong tháng 5./.", "mua đủ thuốc trong tháng 5"),
    ("Kính đề nghị quan tâm, phối hợp./.", "quan tâm, phối hợp"),
]


@pytest.mark.parametrize(("words", "act"), NO_MORE)
def test_what_asks_no_more_than_to_carry_out(words: str, act: str) -> None:
    assert closes(words) and asks_no_more(words, [act])


@pytest.mark.parametrize(("words", "act"), MORE)
def test_what_asks_for_more_or_does_not_close(words: str, act: str) -> None:
    assert not asks_no_more(words, [act])


def test_two_acts_are_more() -> None:
    words = "Các xã nghiêm túc thực hiện; vướng mắc báo cáo Sở./."
    assert not asks_no_more(words, ["nghiêm túc thực hiện", "vướng mắc báo cáo Sở"])


PARENT = f"""{TINH_HEAD}\
1. Mở tủ sách tại 100% nhà văn hóa xã.
2. Tổ chức ngày hội đọc sách cho học sinh.

Trên đây là Kế hoạch phát triển văn hóa đọc năm 2024, yêu cầu các sở, ngành, UBND các huyện \
nghiêm túc triển khai thực hiện./.
"""
DUTIES = (
    "1. Các xã mở tủ sách tại 100% nhà văn hóa.\n2. Ngày hội đọc sách cho học sinh do các xã mở.\n"
)


def status_of_closing(closing: str) -> str:
    result = vnplan.diff(PARENT, f"{HUYEN_HEAD}{DUTIES}\n{closing}\n")
    [item] = [item for item in result.items if item.parent and "Trên đây" in item.parent.text]
    return item.status


@pytest.mark.parametrize(
    "closing",
    [
        "Đề nghị các xã, các thôn làm đúng Kế hoạch này./.",
        "Phòng Văn hóa, các xã tổ chức thực hiện tốt các nội dung trên./.",
    ],
)
def test_a_closing_answers_a_closing_in_other_words(closing: str) -> None:
    assert status_of_closing(closing) == "covered"


@pytest.mark.parametrize(
    "closing",
    [
        "3. Các xã tổ chức thanh lý máy in trước ngày 15/5/2024./.",  # a duty that ends the plan
        "3. Các xã thanh lý máy in, xe đẩy đã cũ./.",
        "",
    ],
)
def test_a_duty_at_the_end_answers_no_closing(closing: str) -> None:
    assert status_of_closing(closing) == "missing"

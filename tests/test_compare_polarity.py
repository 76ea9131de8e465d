"""Answers that say the opposite of what was asked."""

from __future__ import annotations

import pytest
from compare_plans import plan_of

from vnplan.compare import compare
from vnplan.compare.polarity import compare_polarity

REVERSED = [
    (
        "Không thuê người ngoài trông kho sách quý.",
        "Thuê người ngoài trông kho sách quý.",
        ("Không thuê người ngoài trông", "Thuê người ngoài trông"),
    ),
    (
        "Nghiêm cấm đốt rơm ngoài đồng.",
        "Cho phép đốt rơm ngoài đồng.",
        ("cấm đốt rơm ngoài đồng", "đốt rơm ngoài đồng"),
    ),
    (
        "Mở cửa kho vào chủ nhật.",
        "Thủ thư không mở cửa kho vào chủ nhật.",
        ("Mở cửa kho vào", "không mở cửa kho vào"),
    ),
]
KEPT = [
    ("Không được để sách ngoài hiên; giữ kho khô ráo.", "Sách mới để ngoài hiên."),
    ("Không thuê người ngoài trông kho.", "Tuyệt đối không thuê người ngoài trông kho."),
    ("Không có thẻ bạn đọc nào bị mất.", "Không để thẻ bạn đọc thất lạc."),
    ("Nộp báo cáo không quá 5 ngày sau khi họp.", "Nộp báo cáo trong 5 ngày, quá 5 ngày thì phạt."),
    ("Tránh phô trương, hình thức.", "Tránh hình thức, lãng phí."),
    ("Sử dụng túi giấy khi đi chợ.", "Đi chợ không sử dụng túi ni lông, dùng túi giấy."),
    ("Không chỉ cho mượn sách mà còn kể chuyện.", "Chỉ cho mượn sách vào buổi sáng."),
    ("Đốt rác đúng chỗ; không đốt rác ngoài đồng.", "Đốt rác đúng chỗ."),
]


@pytest.mark.parametrize(("asked", "said", "words"), REVERSED)
def test_the_opposite_is_told(asked: str, said: str, words: tuple[str, str]) -> None:
    [change] = compare_polarity(asked, [said])
    told = (change.field, change.from_, change.to, change.effect)
    assert told == ("act", *words, "dropped")


@pytest.mark.parametrize(("asked", "said"), KEPT)
def test_what_is_no_opposite(asked: str, said: str) -> None:
    assert list(compare_polarity(asked, [said])) == []
    assert list(compare_polarity(asked, [asked])) == []


def test_a_duty_turned_round_is_altered() -> None:
    others = ("Lập sổ theo dõi bạn đọc.", "Trao quà cho em nhỏ vùng cao.")
    asked, said, _ = REVERSED[0]
    diff = compare(plan_of(asked, *others), plan_of(said, *others))
    [item] = [item for item in diff.items if item.parent and item.parent.text == asked]
    assert item.status == "altered"
    assert (diff.summary.covered, diff.summary.missing) == (2, 0)

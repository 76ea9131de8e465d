"""Sections whose headings say nothing: what they are for by a learned guess."""

from __future__ import annotations

import pytest

from vnplan.plan import parse

HEAD = "KẾ HOẠCH\nTrồng cây năm 2025\n\nI. MỤC ĐÍCH\nTăng diện tích cây xanh.\n"


def test_a_damaged_heading_is_known_by_its_letters_and_items() -> None:
    items = ["Mua cây giống.", "Trồng cây dọc đường.", "Phát động trồng cây."]
    plan = parse(f"{HEAD}II. NHIEMVU\n1. {items[0]}\n2. {items[1]}\n3. {items[2]}\n")
    assert [duty.text for duty in plan.obligations] == items


PREAMBLE = "KẾ HOẠCH\nDạy bơi năm 2025\n\nPhòng xây dựng Kế hoạch như sau:\n"
REST = "2. Tập huấn cho giáo viên trước ngày 31/5/2025.\n3. Ký cam kết với phụ huynh.\n"


@pytest.mark.parametrize(
    "duty",
    [
        "Các trường mầm non tập múa dân gian vào thứ sáu hằng tuần.",
        "Các trường dạy bơi cho học sinh.",
        "Các trường tiểu học phải dạy bơi.",
        "Các trường học tổ chức tuyên truyền về an toàn.",
        "Đẩy mạnh tuyên truyền trong nhân dân.",
        "Tham mưu biểu dương tập thể, cá nhân.",
        "Đề xuất khen thưởng tập thể, cá nhân.",
    ],
)
def test_a_sentence_that_directs_is_no_audience_and_no_purpose(duty: str) -> None:
    plan = parse(f"{PREAMBLE}1. {duty}\n{REST}")
    assert not plan.criteria
    assert duty in [found.text for found in plan.obligations]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Học sinh các trường mầm non, tiểu học, THCS.", "audience"),
        ("Cá nhân đạt từ 90 điểm trở lên.", "award"),
        ("Nhằm nâng cao nhận thức của giáo viên.", "purpose"),
    ],
)
def test_a_list_of_bodies_and_an_aim_direct_nobody(words: str, role: str) -> None:
    plan = parse(f"{PREAMBLE}1. {words}\n{REST}")
    assert plan.sections[0].role == role
    assert words not in [found.text for found in plan.obligations]


def test_a_sentence_over_items_that_mentions_a_role_does_not_name_it() -> None:
    items = "- Lập danh sách trước ngày 15/4/2025.\n- Mời huấn luyện viên.\n"
    plan = parse(f"{PREAMBLE}1. Các xã rà soát đối tượng chưa biết bơi\n{items}{REST}")
    assert [found.text for found in plan.obligations][:2] == [
        "Lập danh sách trước ngày 15/4/2025.",
        "Mời huấn luyện viên.",
    ]
    named = parse(f"{PREAMBLE}1. Đối tượng tham gia\n- Trẻ em từ 6 tuổi.\n{REST}")
    assert named.sections[0].role == "audience"

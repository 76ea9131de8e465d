"""Quantities that a provision asks to reach; limits, dates and numbers of papers are none."""

from __future__ import annotations

import pytest

from vnplan.extract.targets import find_targets
from vnplan.plan import parse
from vnplan.text import read_text


def targets_of(words: str) -> list[tuple[str, float | None, str | None]]:
    page = read_text(words)
    return [(t.text, t.value, t.unit) for t in find_targets(page, 0, len(page.text))]


EXAMPLES = [
    ("Vận động đến 100% hộ dân phân loại rác.", [("100% hộ dân", 100, "%")]),
    (
        "Phấn đấu đến 100% công chức, viên chức, người lao động sử dụng túi vải.",
        [("100% công chức, viên chức, người lao động", 100, "%")],
    ),
    ("Từ 85% hộ trở lên có hố rác.", [("85% hộ", 85, "%")]),
    ("Ít nhất 90% đảng viên ký cam kết.", [("90% đảng viên", 90, "%")]),
    ("Tỷ lệ thu gom đạt 97,5%.", [("97,5%", 97.5, "%")]),
    ("Tối thiểu 02 buổi tập huấn mỗi quý.", [("02 buổi tập huấn", 2, "buổi")]),
    ("Mỗi xã trồng ít nhất 1.500 cây xanh.", [("1.500 cây xanh", 1500, "cây")]),
    ("Mỗi trường có tối thiểu 01 điểm đổi rác.", [("01 điểm đổi rác", 1, "điểm")]),
    ("Thu gom không dưới 300 tấn nhựa.", [("300 tấn nhựa", 300, "tấn")]),
    (
        "100% thôn có tổ thu gom; 80% hộ ủ phân.",
        [("100% thôn", 100, "%"), ("80% hộ ủ phân", 80, "%")],
    ),
    ("90 % bệnh viện xử lý rác y tế.", [("90 % bệnh viện", 90, "%")]),
    ("Phát tin ít nhất 31 phút trước ngày 20/11.", [("31 phút", 31, "phút")]),
    ("Tập huấn ít nhất 02 lớp tại các xã.", [("02 lớp", 2, "lớp")]),
    ("Tập huấn ít nhất 02 lớp cắt tỉa cây cảnh.", [("02 lớp cắt tỉa cây cảnh", 2, "lớp")]),
    # the unit is a whole word, as printed
    ("Mỗi chợ có ít nhất 01 mô hình ủ phân.", [("01 mô hình ủ phân", 1, "mô hình")]),
    ("Ít nhất 20 hoạ sĩ vẽ tranh cổ động.", [("20 hoạ sĩ vẽ tranh cổ động", 20, "hoạ sĩ")]),
    ("Ít nhất 20 đoàn viên nhặt rác.", [("20 đoàn viên nhặt rác", 20, "đoàn viên")]),
    ("Ít nhất 05 tuyên truyền viên.", [("05 tuyên truyền viên", 5, "tuyên truyền viên")]),
    ("Ít nhất 04 CLB sống xanh.", [("04 CLB sống xanh", 4, "CLB")]),
    # a stretch of numbers is led by the lower one
    ("Mỗi tổ nộp từ 3 đến 5 tranh vẽ.", [("3 đến 5 tranh vẽ", 3, "tranh vẽ")]),
    ("Đạt 60 - 70% hộ ủ phân.", [("60 - 70% hộ ủ phân", 60, "%")]),
    (
        "Từ 2 - 4 gian hàng, ít nhất 90 món.",
        [("2 - 4 gian hàng", 2, "gian hàng"), ("90 món", 90, "món")],
    ),
    # what is brought forth
    ("Trồng mới 3.000 cây bần, làm cỏ bờ bao.", [("3.000 cây bần", 3000, "cây")]),
    ("Trồng 90 cây bần, mở 02 lớp.", [("90 cây bần", 90, "cây"), ("02 lớp", 2, "lớp")]),
    ("Mở 06 lớp; kết nạp 90 hội viên.", [("06 lớp", 6, "lớp"), ("90 hội viên", 90, "hội viên")]),
    # a row of those that are meant, and what is none of it
    (
        "100% bến xe, chợ, bến đò và khu du lịch ký cam kết.",
        [("100% bến xe, chợ, bến đò và khu du lịch", 100, "%")],
    ),
    ("100% bến xe, chợ và nhắc nhở người bán.", [("100% bến xe, chợ", 100, "%")]),
    ("100% bến xe và chợ.", [("100% bến xe", 100, "%")]),
    ("100% số thôn, ấp, nhất là ấp ven kênh.", [("100% số thôn, ấp", 100, "%")]),
    ("Tỷ lệ đạt trên 85%, rác nhựa còn lại được đốt.", [("85%", 85, "%")]),
]
REFUSED = [
    "Mỗi bài thuyết trình tối đa 03 phút.",
    "Không quá 10% số hộ đốt rác.",
    "Dưới 5% số hộ chưa có hố rác.",
    "Thực hiện Quyết định số 1200/QĐ-UBND.",
    "Hoàn thành trước ngày 30 tháng 6.",
    "Sơ kết vào 15/7/2026.",
    "Triển khai trong năm 2026.",
    "Thu gom rác tại 12 thôn.",
    "Đào tạo 03 tháng tại huyện.",
    "Trồng trước 30/4, mở rộng 02 vườn ươm.",
    "Đạt từ 3 trở lên.",
    "Người từ 15 đến 60 tuổi.",
    "Theo Điều 15 của Luật.",
    "Hội nghị lúc 8 giờ 30 phút.",
    "Giai đoạn 2021 - 2025.",
    "",
]


@pytest.mark.parametrize(("words", "expected"), EXAMPLES)
def test_targets(words: str, expected: list[tuple[str, float, str]]) -> None:
    assert targets_of(words) == expected


@pytest.mark.parametrize("words", REFUSED)
def test_no_targets(words: str) -> None:
    assert targets_of(words) == []


def test_targets_of_a_duty() -> None:
    [duty] = parse(
        "KẾ HOẠCH\nRác thải nhựa\n\nI. NHIỆM VỤ\n- Các chợ phấn đấu 70% quầy hàng dùng túi giấy.\n"
    ).obligations
    assert [(t.text, t.value, t.unit) for t in duty.targets] == [("70% quầy hàng", 70, "%")]


def test_a_quota_of_awards_is_no_target() -> None:
    plan = parse(
        "KẾ HOẠCH\nRác thải nhựa\n\nI. KHEN THƯỞNG\n"
        "- Mỗi khối đề nghị khen thưởng không quá 20% số đơn vị, gửi hồ sơ về Sở.\n"
    )
    assert [duty.targets for duty in plan.obligations] in ([()], [])

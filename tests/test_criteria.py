"""Standards for being rewarded, and whom they are for."""

from __future__ import annotations

import pytest

from vnplan.plan import parse
from vnplan.records import Plan


def plan_of(body: str) -> Plan:
    return parse(f"KẾ HOẠCH\nPhong trào thi đua “Ruộng sạch, làng xanh”\n\n{body}\n")


def criteria(body: str) -> list[tuple[str | None, str]]:
    return [(c.audience, c.text) for c in plan_of(body).criteria]


# ---------------------------------------------------------------- where they stand

EXAMPLES = [
    (
        "I. TIÊU CHÍ THI ĐUA\n1. Đối với tập thể\n- Không để rác tồn đọng quá hai ngày.\n"
        "- Có mô hình ủ phân hữu cơ.\n2. Đối với cá nhân\n- Tham gia đủ các buổi lao động.\n",
        [
            ("collective", "Không để rác tồn đọng quá hai ngày."),
            ("collective", "Có mô hình ủ phân hữu cơ."),
            ("individual", "Tham gia đủ các buổi lao động."),
        ],
    ),
    (
        "I. TIÊU CHÍ\n- Tập thể không để rác tồn đọng quá hai ngày.\n"
        "- Cá nhân tham gia đủ các buổi lao động.\n",
        [
            ("collective", "Tập thể không để rác tồn đọng quá hai ngày."),
            ("individual", "Cá nhân tham gia đủ các buổi lao động."),
        ],
    ),
    (
        "I. TIÊU CHÍ\n1. Tập thể, cá nhân\n- Đi đầu trong phân loại rác tại nguồn.\n",
        [("all", "Đi đầu trong phân loại rác tại nguồn.")],
    ),
    (  # whom to commend, under an award's heading
        "I. KHEN THƯỞNG\n1. Hợp tác xã đề nghị cấp trên xét khen:\n"
        "- Tổ trồng lúa ủ hết rơm rạ làm phân bón ruộng.\n"
        "- Cá nhân thu gom 100 kg vỏ thuốc trừ sâu trở lên.\n2. Hình thức\n- Giấy khen.\n",
        [
            ("collective", "Tổ trồng lúa ủ hết rơm rạ làm phân bón ruộng."),
            ("individual", "Cá nhân thu gom 100 kg vỏ thuốc trừ sâu trở lên."),
        ],
    ),
    (  # nobody is named
        "I. TIÊU CHÍ CHẤM\n- Mô hình ủ phân chạy được: 60 điểm;\n- Làm bằng vật liệu cũ.\n",
        [(None, "Mô hình ủ phân chạy được: 60 điểm;"), (None, "Làm bằng vật liệu cũ.")],
    ),
    (  # points behind the words, and a lead-in that only sums them up
        "I. CÁCH CHẤM ĐIỂM\nTổng điểm tối đa của mỗi xóm là 100 điểm, gồm:\n"
        "1. Đường sạch: 60 điểm; còn rác ven đường trừ 05 điểm.\n2. Vườn đẹp: 40 điểm.\n",
        [
            (None, "Đường sạch: 60 điểm; còn rác ven đường trừ 05 điểm."),
            (None, "Vườn đẹp: 40 điểm."),
        ],
    ),
    (
        "I. CHẤM ĐIỂM, XẾP LOẠI CÁC PHÒNG\n- Phòng làm việc sạch: tối đa 30 điểm.\n",
        [("collective", "Phòng làm việc sạch: tối đa 30 điểm.")],
    ),
    (  # whom it is for and what is asked, in one line; a list of names is neither
        "I. TIÊU CHÍ\n- Tập thể: thu gom hết rác trong ngày.\n- Cá nhân: Các tổ viên tổ rác.\n",
        [("collective", "Tập thể: thu gom hết rác trong ngày.")],
    ),
    (
        "I. TIÊU CHÍ\na) Đối với hộ gia đình\n- Có hố rác và vườn rau sạch.\n",
        [("individual", "Có hố rác và vườn rau sạch.")],
    ),
    (
        "I. KHEN THƯỞNG\n1. Tiêu chuẩn khen thưởng\na) Đối với tập thể\n"
        "- Được xếp loại tốt hai năm liền.\nb) Đối với cá nhân\n- Có sáng kiến được áp dụng.\n"
        "2. Hình thức khen thưởng\n- Giấy khen của Chủ tịch UBND xã.\n",
        [
            ("collective", "Được xếp loại tốt hai năm liền."),
            ("individual", "Có sáng kiến được áp dụng."),
        ],
    ),
    (  # rows of a table of points; its head, its groups and its sum are none
        "I. TIÊU CHÍ CHẤM ĐIỂM\nTT | Nội dung | Điểm\nI | Đường làng | 60\n"
        "1 | Có hoa hai bên đường | 35\n2 | Rãnh thông | 25 điểm\nII | Vườn nhà | 40\n"
        "1 | Vườn của hộ gia đình không cỏ dại | tối đa 40\n| Tổng cộng | 100\n",
        [
            (None, "Có hoa hai bên đường"),
            (None, "Rãnh thông"),
            (None, "Vườn của hộ gia đình không cỏ dại"),
        ],
    ),
    (
        "I. CƠ CẤU ĐIỂM\nRuộng | Bờ ruộng sạch cỏ | 5,5 | 2 |\n"
        "Ruộng | Mương không đọng rác | 4,5 | | xã chấm\n",
        [(None, "Bờ ruộng sạch cỏ"), (None, "Mương không đọng rác")],
    ),
    (
        "I. BIỂU ĐIỂM\n| Đường làng có hoa | 10 - 15 |\n| Vườn không cỏ dại | 5đ |\n",
        [(None, "Đường làng có hoa"), (None, "Vườn không cỏ dại")],
    ),
    (
        "I. TIÊU CHUẨN, THANG ĐIỂM\nTT | Tiêu chuẩn | Điểm\n1 | Bếp sạch | 30\n2 | Đủ nước | 30\n",
        [(None, "Bếp sạch"), (None, "Đủ nước")],
    ),
    (  # whom it is for, on lines without a label
        "I. KHEN THƯỞNG\n1. Tiêu chuẩn khen thưởng\nĐối với tập thể\n"
        "- Được xếp loại tốt hai năm liền.\nĐối với cá nhân\n- Có sáng kiến được áp dụng.\n",
        [
            ("collective", "Được xếp loại tốt hai năm liền."),
            ("individual", "Có sáng kiến được áp dụng."),
        ],
    ),
    (
        "I. TIÊU CHUẨN KHEN THƯỞNG\n"
        "Tập thể được xếp loại tốt trong phong trào và đạt các tiêu chuẩn sau:\n"
        "- Không có hộ đốt rơm rạ ngoài đồng.\n- Thu gom hết vỏ thuốc trừ sâu.\n",
        [
            (
                "collective",
                "Tập thể được xếp loại tốt trong phong trào và đạt các tiêu chuẩn sau:",
            ),
            ("collective", "Không có hộ đốt rơm rạ ngoài đồng."),
            ("collective", "Thu gom hết vỏ thuốc trừ sâu."),
        ],
    ),
]


@pytest.mark.parametrize(("body", "expected"), EXAMPLES)
def test_criteria(body: str, expected: list[tuple[str | None, str]]) -> None:
    assert criteria(body) == expected


def test_a_standard_is_no_duty() -> None:
    for body, _ in EXAMPLES:
        plan = plan_of(body)
        assert not {duty.text for duty in plan.obligations} & {c.text for c in plan.criteria}


def test_spans_and_sections() -> None:
    plan = plan_of(EXAMPLES[0][0])
    assert plan.text is not None
    for criterion in plan.criteria:
        assert plan.text[slice(*criterion.span)] == criterion.text
    assert [c.section for c in plan.criteria] == ["I.1", "I.1", "I.2"]


REFUSED = [
    "I. NHIỆM VỤ\n1. Không để rác tồn đọng quá hai ngày.\n",
    "I. YÊU CẦU\n- Bình xét phải công khai, đúng tiêu chuẩn.\n",
    "I. KHEN THƯỞNG\n- Giấy khen của Chủ tịch UBND xã.\n",
    "I. KHEN THƯỞNG\n1. Hồ sơ\n- Các thôn gửi hồ sơ đề nghị khen thưởng về UBND xã.\n",
    "I. KHEN THƯỞNG\n1. Tiêu chuẩn khen thưởng\nHồ sơ của tập thể\n- Bản thành tích hai trang.\n",
    # other tables than those of points
    "I. GIẢI THƯỞNG\n1 | Giải gian bếp đẹp | 02\n2 | Giải món ngon | 03\n",
    "I. NHIỆM VỤ\n1 | Dọn rãnh thoát nước | 10\n2 | Phát quang bờ ao | 20\n",
    "I. TIÊU CHÍ\nTT | Thôn | Số hộ | Rãnh\n1 | Đoài | xa | 20\n2 | Bắc | gần | rộng\n",
    "I. TIÊU CHÍ\n1 | Đường làng có hoa | 10\n",
    "I. TIÊU CHÍ\n1 | 20 | Đường làng\n2 | 30 | Vườn nhà\n",
    "I. TIÊU CHÍ\n",
    "I. TIÊU CHÍ\nTập thể:\nCá nhân:\n",
    "I. THỜI GIAN\n- Tháng 11/2023: Bình xét theo tiêu chí.\n",
]


@pytest.mark.parametrize("body", REFUSED)
def test_no_criteria(body: str) -> None:
    assert criteria(body) == []

"""Tables that were printed in columns, labels inside a line, headings that say nothing."""

from __future__ import annotations

import pytest

import vnplan
from vnplan.records import Plan

HEADER = """ỦY BAN NHÂN DÂN
XÃ AN LẠC
Số: 12/KH-UBND
An Lạc, ngày 05 tháng 3 năm 2025

KẾ HOẠCH
Trồng cây năm 2025

I. MỤC ĐÍCH
Tăng diện tích cây xanh.
"""
COLUMNS = """II. NHIỆM VỤ
STT Nội dung công việc   Đơn vị chủ trì   Thời gian
1   Mua cây giống    Hội Nông dân    Trước 15/3/2025
2   Trồng cây dọc đường   Đoàn Thanh niên   Trước 30/3/2025
"""
TABS = """II. NHIỆM VỤ
STT\tNội dung\tĐơn vị chủ trì\tThời gian
1\tMua cây giống\tHội Nông dân\tTrước 15/3/2025
2\tTrồng cây dọc đường\tĐoàn Thanh niên\tTrước 30/3/2025
"""


def read(body: str) -> Plan:
    return vnplan.parse(HEADER + body)


@pytest.mark.parametrize("table", [COLUMNS, TABS])
def test_a_row_of_a_table_is_a_duty(table: str) -> None:
    plan = read(table)
    assert [duty.text for duty in plan.obligations] == ["Mua cây giống", "Trồng cây dọc đường"]
    assert [[actor.name for actor in duty.actors] for duty in plan.obligations] == [
        ["Hội Nông dân"],
        ["Đoàn Thanh niên"],
    ]
    assert [duty.deadline and duty.deadline.day for duty in plan.obligations] == [15, 30]
    for duty in plan.obligations:
        assert plan.text[slice(*duty.span)] == duty.text


def test_wide_gaps_in_sentences_are_no_table() -> None:
    plan = read("II. NHIỆM VỤ\n- Mua   cây giống.\n- Trồng cây   dọc đường.\n")
    assert [duty.text for duty in plan.obligations] == ["Mua cây giống.", "Trồng cây dọc đường."]
    assert all(not duty.actors for duty in plan.obligations)


def test_labels_inside_a_line() -> None:
    plan = read(
        "II. NHIỆM VỤ 1. Mua cây giống. 2. Trồng cây dọc đường. "
        "III. TỔ CHỨC THỰC HIỆN 1. Đoàn Thanh niên tưới cây. 2. Hội Nông dân báo cáo.\n"
    )
    assert [duty.text for duty in plan.obligations] == [
        "Mua cây giống.",
        "Trồng cây dọc đường.",
        "Đoàn Thanh niên tưới cây.",
        "Hội Nông dân báo cáo.",
    ]


def test_a_number_behind_a_cited_thing_is_no_label() -> None:
    words = "Trồng cây theo quy định tại Điều 5 và khoản 2. Cây trồng phải còn sống."
    [duty] = read(f"II. NHIỆM VỤ\n- {words}\n").obligations
    assert duty.text == words


def test_a_damaged_heading_is_known_by_its_letters_and_items() -> None:
    plan = read(
        "II. NHIEMVU\n1. Mua cây giống.\n2. Trồng cây dọc đường.\n3. Phát động trồng cây.\n"
    )
    assert [duty.text for duty in plan.obligations] == [
        "Mua cây giống.",
        "Trồng cây dọc đường.",
        "Phát động trồng cây.",
    ]

"""Sections whose headings say nothing: what they are for by a learned guess."""

from __future__ import annotations

from vnplan.plan import parse

HEAD = "KẾ HOẠCH\nTrồng cây năm 2025\n\nI. MỤC ĐÍCH\nTăng diện tích cây xanh.\n"


def test_a_damaged_heading_is_known_by_its_letters_and_items() -> None:
    items = ["Mua cây giống.", "Trồng cây dọc đường.", "Phát động trồng cây."]
    plan = parse(f"{HEAD}II. NHIEMVU\n1. {items[0]}\n2. {items[1]}\n3. {items[2]}\n")
    assert [duty.text for duty in plan.obligations] == items

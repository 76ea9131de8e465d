"""The closing block: recipients, and who signed for whom, in one column or two."""

from __future__ import annotations

import pytest

from vnplan.plan import parse
from vnplan.records import Plan

BODY = """\
KẾ HOẠCH
Nạo vét kênh mương năm 2015

I. NHIỆM VỤ
1. Nạo vét kênh N3.
2. Đắp bờ vùng./.

"""


def closed(block: str) -> Plan:
    return parse(BODY + block)


def recipients(plan: Plan) -> list[tuple[str, str | None]]:
    return [(r.name, r.note) for r in plan.recipients]


# ---------------------------------------------------------------- recipients

RECIPIENTS = [
    ("- UBND huyện;", ("UBND huyện", None)),
    ("- UBND huyện (để b/c);", ("UBND huyện", "để b/c")),
    ("- UBND huyện (b/c)", ("UBND huyện", "b/c")),
    ("- Như Điều 3;", ("Như Điều 3", None)),
    ("- Các thôn, xóm (t/h);", ("Các thôn, xóm", "t/h")),
    ("- TT. Đảng uỷ, HĐND xã;", ("TT. Đảng uỷ, HĐND xã", None)),
    ("– Ban Giám hiệu;", ("Ban Giám hiệu", None)),
    ("+ Tổ chuyên môn;", ("Tổ chuyên môn", None)),
    ("-Công đoàn trường;", ("Công đoàn trường", None)),
    ("- Website trường (để đăng tải) ;", ("Website trường", "để đăng tải")),
    ("- Phòng GD&ĐT (Tổ phổ thông), các trường;", ("Phòng GD&ĐT (Tổ phổ thông), các trường", None)),
    ("- **Chi uỷ**;", ("Chi uỷ", None)),
]


@pytest.mark.parametrize(("line", "expected"), RECIPIENTS)
def test_recipients(line: str, expected: tuple[str, str | None]) -> None:
    plan = closed(f"Nơi nhận:\n{line}\n- Lưu: VT, KT.\n\nCHỦ TỊCH\n\nVàng Thị Mỷ\n")
    assert recipients(plan) == [expected, ("Lưu: VT, KT", None)]
    assert plan.text is not None and plan.recipients[0].span is not None
    assert plan.text[slice(*plan.recipients[0].span)].startswith(expected[0][:3])


HEADS = [
    "Nơi nhận:",
    "NƠI NHẬN:",
    "**Nơi nhận:**",
    "*Nơi nhận:*",
    "Nơi nhận",
    "- Nơi nhận:",
    "Nơi nhận :",
]


@pytest.mark.parametrize("head", HEADS)
def test_how_the_list_is_headed(head: str) -> None:
    plan = closed(f"{head}\n- UBND huyện;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nVàng Thị Mỷ\n")
    assert recipients(plan) == [("UBND huyện", None), ("Lưu: VT", None)]


def test_a_wrapped_recipient() -> None:
    plan = closed(
        "Nơi nhận:\n- Trạm Thuỷ nông cụm số 4 và các\nhợp tác xã dùng nước (để\nphối hợp);\n"
        "- Lưu: VT.\n\nCHỦ TỊCH\n\nVàng Thị Mỷ\n"
    )
    assert recipients(plan) == [
        ("Trạm Thuỷ nông cụm số 4 và các hợp tác xã dùng nước", "để phối hợp"),
        ("Lưu: VT", None),
    ]


def test_a_list_in_the_body_is_no_list_of_recipients() -> None:
    plan = parse(
        "KẾ HOẠCH\nPhát quà\n\nI. NƠI NHẬN QUÀ\n- Nhà văn hoá thôn.\n- Trạm y tế.\nII. KINH PHÍ\n"
    )
    assert plan.recipients == ()
    assert [path for path, _ in plan.walk()] == ["I", "II"]


def test_without_a_list() -> None:
    plan = closed("HIỆU TRƯỞNG\n\nVàng Thị Mỷ\n")
    assert plan.recipients == ()
    assert plan.signatory is not None and plan.signatory.name == "Vàng Thị Mỷ"


# ---------------------------------------------------------------- who signed

# the lines above the name, and position, code and text of the line that says for whom
SIGNED = [
    ("CHỦ TỊCH", "CHỦ TỊCH", None, None),
    ("HIỆU TRƯỞNG", "HIỆU TRƯỞNG", None, None),
    ("GIÁM ĐỐC", "GIÁM ĐỐC", None, None),
    ("CHÁNH ÁN", "CHÁNH ÁN", None, None),
    ("VIỆN TRƯỞNG", "VIỆN TRƯỞNG", None, None),
    ("BÍ THƯ", "BÍ THƯ", None, None),
    ("BỘ TRƯỞNG", "BỘ TRƯỞNG", None, None),
    ("TRƯỞNG TRẠM", "TRƯỞNG TRẠM", None, None),
    ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "KT.", "KT. GIÁM ĐỐC"),
    ("KT.GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "KT.", "KT.GIÁM ĐỐC"),
    ("KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "KT.", "KT. HIỆU TRƯỞNG"),
    ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "CHỦ TỊCH", "TM.", "TM. ỦY BAN NHÂN DÂN"),
    ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG", "TL.", "TL. CHỦ TỊCH"),
    ("TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG", "TRƯỞNG PHÒNG", "TUQ.", "TUQ. GIÁM ĐỐC"),
    ("Q. GIÁM ĐỐC", "GIÁM ĐỐC", "Q.", "Q. GIÁM ĐỐC"),
    ("TM. BAN CHẤP HÀNH\nPHÓ BÍ THƯ", "PHÓ BÍ THƯ", "TM.", "TM. BAN CHẤP HÀNH"),
    ("TM. HỘI ĐỒNG\nCHỦ TỊCH HỘI ĐỒNG", "CHỦ TỊCH HỘI ĐỒNG", "TM.", "TM. HỘI ĐỒNG"),
    ("T/M BAN THƯỜNG VỤ\nBÍ THƯ", "BÍ THƯ", "TM.", "T/M BAN THƯỜNG VỤ"),
    ("TM/ ĐẢNG ỦY\nBÍ THƯ", "BÍ THƯ", "TM.", "TM/ ĐẢNG ỦY"),
    ("K/T GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "KT.", "K/T GIÁM ĐỐC"),
    ("**KT. GIÁM ĐỐC**\n**PHÓ GIÁM ĐỐC**", "PHÓ GIÁM ĐỐC", "KT.", "KT. GIÁM ĐỐC"),
]


@pytest.mark.parametrize(("lines", "position", "code", "text"), SIGNED)
@pytest.mark.parametrize("listed", [True, False], ids=["recipients first", "signature alone"])
def test_who_signed(
    lines: str, position: str, code: str | None, text: str | None, listed: bool
) -> None:
    before = "Nơi nhận:\n- UBND huyện;\n- Lưu: VT.\n\n" if listed else ""
    signatory = closed(f"{before}{lines}\n\n\nVàng Thị Mỷ\n").signatory
    assert signatory is not None
    assert signatory.name == "Vàng Thị Mỷ"
    assert signatory.position == position
    found = signatory.on_behalf
    assert (found.code if found else None, found.text if found else None) == (code, text)


NAMES = [
    "Vàng Thị Mỷ",
    "Lò Văn Pản",
    "Nguyễn Hoà",
    "H’Hen Niê",
    "Y Thu",
    "Tôn Nữ Thị Như Quỳnh",
    "A Lăng Bông",
    "Y Hơn Êdăm",
    "Sùng A Pẩu",
    "Điểu K’Rua",
    "Ksor H'Blơi",
    "Rơ Ô Kíp",
    "Tô Minh Ý",
    "NGUYỄN VĂN HOÀ",
    "Nguyễn-Lê Ngọc Anh",
    "Đoàn Thị Mỷ",
    "Đoàn Quang Pản",
    "ĐOÀN VĂN PẢN",
    "Hội Thị Mỷ",
]


@pytest.mark.parametrize("name", NAMES)
def test_names(name: str) -> None:
    signatory = closed(f"Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n(Đã ký)\n\n{name}\n").signatory
    assert signatory is not None and signatory.name == name


@pytest.mark.parametrize("line", ["Đoàn Thanh Niên", "Hội Văn Nghệ", "ĐOÀN KIỂM TRA"])
def test_a_body_is_no_name(line: str) -> None:
    signatory = closed(f"Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n{line}\n").signatory
    assert signatory is not None and signatory.name is None


@pytest.mark.parametrize(
    "rank", ["TS.", "ThS. BS.", "Bs. CKII.", "BSCKI.", "PGS.TS.", "Trung tá", "Đại tá,"]
)
def test_titles_before_a_name(rank: str) -> None:
    signatory = closed(f"Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n{rank} Vàng Thị Mỷ\n").signatory
    assert signatory is not None and signatory.name == "Vàng Thị Mỷ"


def test_a_name_left_blank() -> None:
    signatory = closed("Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n").signatory
    assert signatory is not None
    assert (signatory.position, signatory.name) == ("GIÁM ĐỐC", None)


# ---------------------------------------------------------------- columns on one line

COLUMNS = [
    "Nơi nhận:                              KT. CHỦ TỊCH\n"
    "- UBND huyện (b/c);                    PHÓ CHỦ TỊCH\n"
    "- Các thôn;\n"
    "- Lưu: VT.\n\n"
    "                                       Vàng Thị Mỷ\n",
    "Nơi nhận: KT. CHỦ TỊCH\n"
    "- UBND huyện (b/c); PHÓ CHỦ TỊCH\n"
    "- Các thôn;\n"
    "- Lưu: VT.\n"
    "Vàng Thị Mỷ\n",
    "Nơi nhận: | KT. CHỦ TỊCH\n- UBND huyện (b/c); | PHÓ CHỦ TỊCH\n- Các thôn; |\n"
    "- Lưu: VT. | Vàng Thị Mỷ\n",
    "Nơi nhận:\tKT. CHỦ TỊCH\n- UBND huyện (b/c);\tPHÓ CHỦ TỊCH\n- Các thôn;\n- Lưu: VT.\n"
    "\tVàng Thị Mỷ\n",
    "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nVàng Thị Mỷ\n\nNơi nhận:\n- UBND huyện (b/c);\n- Các thôn;\n"
    "- Lưu: VT.\n",
    "Nơi nhận:\n- UBND huyện (b/c);\n- Các thôn;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n"
    "Vàng Thị Mỷ\n",
]


@pytest.mark.parametrize(
    "block", COLUMNS, ids=["gap", "blank", "cells", "tab", "signature first", "list first"]
)
def test_layouts(block: str) -> None:
    plan = closed(block)
    assert recipients(plan) == [("UBND huyện", "b/c"), ("Các thôn", None), ("Lưu: VT", None)]
    signatory = plan.signatory
    assert signatory is not None
    assert (signatory.position, signatory.name) == ("PHÓ CHỦ TỊCH", "Vàng Thị Mỷ")
    assert signatory.on_behalf is not None
    assert (signatory.on_behalf.code, signatory.on_behalf.text) == ("KT.", "KT. CHỦ TỊCH")


# ---------------------------------------------------------------- what ends the body

WITHOUT_MARK = BODY.replace("./.", ".")


def test_the_block_begins_without_an_end_mark_too() -> None:
    plan = parse(f"{WITHOUT_MARK}Nơi nhận:\n- UBND huyện;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nVàng Thị Mỷ\n")
    assert recipients(plan) == [("UBND huyện", None), ("Lưu: VT", None)]
    assert [path for path, _ in plan.walk()] == ["I", "I.1", "I.2"]
    assert [duty.text for duty in plan.obligations] == ["Nạo vét kênh N3.", "Đắp bờ vùng."]


def test_a_heading_that_names_a_position_is_no_signature() -> None:
    plan = parse(
        "KẾ HOẠCH\nTrực hè\n\nI. PHÂN CÔNG\n1. Trực ban.\n\nHIỆU TRƯỞNG VÀ CÁC PHÓ HIỆU TRƯỞNG\n\n"
        "2. Trực tối.\nII. KINH PHÍ\n1. Quỹ lớp.\n"
    )
    assert [path for path, _ in plan.walk()] == ["I", "I.1", "I.2", "II", "II.1"]
    assert plan.signatory is None


def test_the_closing_block_states_no_duties() -> None:
    plan = closed(
        "Nơi nhận:\n- Trạm Thuỷ nông (để thực hiện);\n- Lưu: VT.\n\nCHỦ TỊCH\n\nVàng Thị Mỷ\n"
    )
    assert [duty.section for duty in plan.obligations] == ["I.1", "I.2"]


def test_the_signatory_of_a_decision_signs_once() -> None:
    plan = parse(
        "QUYẾT ĐỊNH\nBan hành Kế hoạch nạo vét\n\nĐiều 1. Ban hành Kế hoạch nạo vét.\n"
        "Điều 2. Các thôn thi hành./.\n\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\nCHỦ TỊCH\n\n"
        "Vàng Thị Mỷ\n\nKẾ HOẠCH\nNạo vét\n(Kèm theo Quyết định số 2/QĐ-UBND)\n\nI. NHIỆM VỤ\n"
        "1. Nạo vét kênh.\n"
    )
    assert recipients(plan) == [("Như Điều 2", None), ("Lưu: VT", None)]
    assert plan.signatory is not None and plan.signatory.name == "Vàng Thị Mỷ"


def test_who_approves_comes_behind_who_signs() -> None:
    plan = closed(
        "PHÊ DUYỆT CỦA BAN GIÁM ĐỐC                    TRƯỞNG PHÒNG\n"
        "        PHÓ GIÁM ĐỐC\n\n\n"
        "Lò Văn Pản                                    Vàng Thị Mỷ\n"
    )
    assert plan.signatory is not None
    assert (plan.signatory.name, plan.signatory.position) == ("Vàng Thị Mỷ", "TRƯỞNG PHÒNG")
    assert [one.name for one in plan.signatories] == ["Vàng Thị Mỷ", "Lò Văn Pản"]


def test_a_deputy_in_small_letters() -> None:
    plan = closed(
        "Nơi gửi:                         T/M UBND HUYỆN\n"
        "- UBND tỉnh                          K/T Chủ tịch\n"
        "- Lưu VP                             Phó chủ tịch\n\n\n"
        "                                      Vàng Thị Mỷ\n"
    )
    assert plan.signatory is not None
    assert plan.signatory.name == "Vàng Thị Mỷ"
    assert plan.signatory.position == "Phó chủ tịch"
    assert [one.name for one in plan.recipients] == ["UBND tỉnh", "Lưu VP"]


@pytest.mark.parametrize("words", ["Đoàn-Minh", "Đoàn’Bảy", "Hội.An", "Đoàn"])
def test_a_surname_that_bodies_have_too_may_stand_alone(words: str) -> None:
    plan = closed(f"KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n{words}\n")
    assert plan.signatory is not None and plan.signatory.position == "PHÓ GIÁM ĐỐC"


def test_a_name_right_below_a_position_is_no_end_of_an_open_recipient() -> None:
    """As Word writes a closing table out: its left cell, then its right one without a gap."""
    plan = closed("Nơi nhận:\n- Ban Giám hiệu;\n- VP. TN\nPHÓ TRƯỞNG KHOA\nLê Văn Tám\n")
    assert recipients(plan) == [("Ban Giám hiệu", None), ("VP. TN", None)]
    assert plan.signatory is not None
    assert (plan.signatory.position, plan.signatory.name) == ("PHÓ TRƯỞNG KHOA", "Lê Văn Tám")

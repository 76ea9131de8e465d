"""Plans, decisions with their plans, letters with a draft, articles, and what is none of them."""

from __future__ import annotations

import pytest

from vnplan.plan import parse

HEAD = """\
UBND TỈNH HƯNG GIANG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ DU LỊCH                    Độc lập - Tự do - Hạnh phúc
Số: 45/{symbol}                 Hưng Giang, ngày 02 tháng 3 năm 2018

"""
LETTER = (
    HEAD.format(symbol="SDL-VP")
    + """\
V/v góp ý dự thảo Kế hoạch đón khách

Kính gửi: Các sở, ban, ngành tỉnh

Thực hiện Công văn số 12/VP-KGVX ngày 01/3/2018 của Văn phòng UBND tỉnh, Sở Du lịch đề nghị:
1. Gửi góp ý trước ngày 10/3/2018.
2. Không gửi coi như đồng ý./.

Nơi nhận:
- Như trên;
- Lưu: VT.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Lò Văn Pản

"""
)
DRAFT = """\
DỰ THẢO

ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HƯNG GIANG                    Độc lập - Tự do - Hạnh phúc
Số:      /KH-UBND                 Hưng Giang, ngày      tháng 3 năm 2018

KẾ HOẠCH
Đón khách mùa lễ hội năm 2018

Căn cứ Luật Du lịch;

I. NHIỆM VỤ
1. Sở Du lịch lập bản đồ các điểm dừng chân.
2. Các huyện dọn vệ sinh./.

Nơi nhận:
- UBND các huyện;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Vàng Thị Mỷ
"""


def test_a_letter_with_a_draft_is_the_draft_s_plan() -> None:
    plan = parse(LETTER + DRAFT)
    assert plan.kind == "plan"
    assert plan.number is not None
    assert (plan.number.text, plan.number.serial) == ("/KH-UBND", None)
    assert plan.date is not None and (plan.date.month, plan.date.day) == (3, None)
    assert plan.title == "Đón khách mùa lễ hội năm 2018"
    assert plan.issuing_body is not None
    assert plan.issuing_body.name == "Ủy ban nhân dân tỉnh Hưng Giang"
    assert plan.signatory is not None and plan.signatory.name == "Vàng Thị Mỷ"
    assert [r.name for r in plan.recipients] == ["UBND các huyện", "Lưu: VT"]
    assert [c.text for c in plan.legal_bases] == ["Luật Du lịch"]
    assert [path for path, _ in plan.walk()] == ["I", "I.1", "I.2"]
    assert "draft" in [d.code for d in plan.doubts]
    assert plan.text is not None
    unclaimed = [plan.text[a:b] for a, b in plan.unclaimed]
    assert "Kính gửi: Các sở, ban, ngành tỉnh" in unclaimed  # the letter is nobody's, but listed


def test_a_draft_that_does_not_say_so_but_has_no_number_yet() -> None:
    plan = parse(LETTER + DRAFT.removeprefix("DỰ THẢO\n\n"))
    assert plan.kind == "plan" and plan.title == "Đón khách mùa lễ hội năm 2018"
    assert "draft" in [d.code for d in plan.doubts]


def test_blanks_alone_tell_no_draft() -> None:
    plan = parse(DRAFT.removeprefix("DỰ THẢO\n\n"))  # issued and stamped plans lose both, too
    assert plan.kind == "plan" and plan.number is not None and plan.number.serial is None
    assert "draft" not in [d.code for d in plan.doubts]


def test_a_letter_alone_is_no_plan() -> None:
    letter = parse(LETTER)
    assert letter.kind == "other"
    assert letter.number is not None and letter.number.text == "45/SDL-VP"
    assert letter.issuing_body is not None
    assert letter.issuing_body.name == "Sở Du lịch tỉnh Hưng Giang"


DRAFTS = ["DỰ THẢO\n\n", "(Dự thảo)\n\n", "DỰ THẢO LẦN 2\n\n"]


@pytest.mark.parametrize("mark", DRAFTS)
def test_a_draft_leaves_a_doubt(mark: str) -> None:
    plan = parse(mark + DRAFT.removeprefix("DỰ THẢO\n\n"))
    assert plan.kind == "plan"
    assert [d.code for d in plan.doubts if d.code == "draft"] == ["draft"]


NO_DRAFTS = [
    "Căn cứ Công văn số 5/SDL-VP về việc góp ý dự thảo Kế hoạch;",
    "Sở Du lịch đã lấy ý kiến về dự thảo và ban hành Kế hoạch như sau:",
]


@pytest.mark.parametrize("words", NO_DRAFTS)
def test_a_draft_that_is_only_spoken_of(words: str) -> None:
    plan = parse(
        f"{HEAD.format(symbol='KH-SDL')}KẾ HOẠCH\nĐón "
        f"khách\n\n{words}\n\nI. NHIỆM VỤ\n1. Quét sân.\n"
    )
    assert "draft" not in [d.code for d in plan.doubts]


ATTACHED = """\
QUYẾT ĐỊNH
Ban hành Kế hoạch đón khách mùa lễ hội

GIÁM ĐỐC SỞ DU LỊCH

Căn cứ Luật Du lịch;
Theo đề nghị của Chánh Văn phòng Sở,

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch đón khách mùa lễ hội.
Điều 2. Chánh Văn phòng Sở thi hành Quyết định này./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

GIÁM ĐỐC

Lò Văn Pản

KẾ HOẠCH
Đón khách mùa lễ hội
(Kèm theo Quyết định số 45/QĐ-SDL ngày 02 tháng 3 năm 2018)

I. NHIỆM VỤ
1. Các huyện dọn vệ sinh.
"""


def test_a_decision_with_its_plan() -> None:
    plan = parse(HEAD.format(symbol="QĐ-SDL") + ATTACHED)
    assert plan.kind == "decision_with_plan"
    assert plan.number is not None and plan.number.text == "45/QĐ-SDL"
    assert [c.text for c in plan.legal_bases] == ["Luật Du lịch"]  # the decision's
    assert [duty.text for duty in plan.obligations][-1] == "Các huyện dọn vệ sinh."
    assert plan.issuing_body is not None
    assert plan.issuing_body.name == "Sở Du lịch tỉnh Hưng Giang"
    assert plan.signatory is not None and plan.signatory.name == "Lò Văn Pản"
    assert [d.code for d in plan.doubts if d.code.startswith("issuer")] == []


KINDS = [
    ("KẾ HOẠCH\nĐón khách\n\nI. NHIỆM VỤ\n1. Quét sân.\n", "plan"),
    ("- TT . s! ) KẾ HOẠCH\nĐón khách\n\nI. NHIỆM VỤ\n1. Quét sân.\n", "plan"),
    ("KẾ    HOẠ   H\nđón khách\n\nI. NHIỆM VỤ\n1. Quét sân.\n", "plan"),
    ("THÔNG TƯ\nVề vệ sinh\n\nĐiều 1. Quét sân.\n", "other"),
    ("NGHỊ QUYẾT\nVề vệ sinh\n\nĐiều 1. Quét sân.\n", "other"),
    ("QUYẾT ĐỊNH\nVề việc thưởng\n\nĐiều 1. Thưởng ông A.\n", "other"),
    ("Nghị định của Chính phủ số 7/1999/NĐ-CP\n\nĐiều 1. Quét sân.\n", "other"),
    ("Kính gửi: Sở Du lịch\n\nĐề nghị Sở:\n1. Quét sân.\n2. Tưới cây.\n", "other"),
    (
        "Ngày 3/2/2018, Sở Du lịch ban hành Kế hoạch số 45/KH-SDL đón khách.\n\n1. Quét sân.\n",
        "article",
    ),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(text: str, kind: str) -> None:
    assert parse(text).kind == kind


def test_a_type_of_lost_capitals_is_read_where_the_country_s_name_has_lost_them_too() -> None:
    text = (
        "sở du lịch          Cộng hoà xã hội chủ nghĩa Việt nam\n"
        "Số: 45/1999/KH-SDL\n\nkế hoạch\n\nĐón khách mùa lễ hội\n\nI. Nhiệm vụ\n1. Quét sân.\n"
    )
    plan = parse(text)
    assert (plan.kind, plan.title) == ("plan", "Đón khách mùa lễ hội")
    assert plan.number is not None
    assert (plan.number.text, plan.number.serial) == ("45/1999/KH-SDL", "45")
    assert parse("Trồng cây\n\nkế hoạch\n\nĐón khách\n\n1. Quét sân.\n").title is None

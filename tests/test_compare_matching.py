"""How the citation of the parent, awards and stages are matched."""

from __future__ import annotations

import pytest
from compare_plans import FEBRUARY, JANUARY, Draft, day

from vnplan.compare.applies import read_bearer
from vnplan.compare.grounds import judge_ground, read_identity
from vnplan.compare.phases import match_phases
from vnplan.compare.rewards import match_awards
from vnplan.compare.units import find_units
from vnplan.compare.verdict import Verdict
from vnplan.records import Award, Citation, Date, Number, Plan

PARENT = Draft("Phát triển văn hóa đọc năm 2026").plan(number="76/KH-UBND", date=JANUARY)
TITLE = "phát triển văn hóa đọc năm 2026"


def ground(parent: Plan, *cited: tuple[str, Date | None, str | None]) -> Verdict:
    draft = Draft("Đọc sách ở trường")
    for number, date, title in cited:
        draft.cite(number, date, title)
    return judge_ground(read_identity(parent), parent, draft.plan(number="3/KH-TV"))


@pytest.mark.parametrize(
    ("number", "date", "title", "status", "effects"),
    [
        ("76/KH-UBND", JANUARY, None, "covered", []),
        ("76 /KH- UBND", None, None, "covered", []),
        ("076/KH-UBND", JANUARY, None, "covered", []),
        ("76/KH-UBND", FEBRUARY, None, "altered", ["other_date"]),
        ("67/KH-UBND", JANUARY, None, "altered", ["other_number"]),
        ("67/KH-UBND", FEBRUARY, TITLE, "altered", ["other_number"]),
        ("67/KH-UBND", FEBRUARY, "trồng cây ven đường", "missing", []),
        ("76/QĐ-UBND", JANUARY, None, "missing", []),
    ],
)
def test_how_the_parent_is_cited(
    number: str, date: Date | None, title: str | None, status: str, effects: list[str]
) -> None:
    verdict = ground(PARENT, ("189/KH-BTL", FEBRUARY, "diễn tập"), (number, date, title))
    assert verdict.status == status
    assert [change.effect for change in verdict.changes] == effects
    assert bool(verdict.child) == (status != "missing")


def test_the_right_number_is_taken_before_a_slip() -> None:
    verdict = ground(PARENT, ("67/KH-UBND", JANUARY, TITLE), ("76/KH-UBND", JANUARY, None))
    assert verdict.status == "covered"


def test_a_plan_without_a_number_is_known_by_its_decision() -> None:
    text = "KẾ HOẠCH\n(Kèm theo Quyết định số 5/QĐ-BVH ngày 05/01/2026)\n"
    start = text.index("Quyết định")
    decision = Citation(
        type="Quyết định",
        number="5/QĐ-BVH",
        date=JANUARY,
        text=text[start:-2],
        span=(start, len(text) - 2),
    )
    parent = Plan(text=text, title="Văn hóa đọc", citations=(decision,))
    identity = read_identity(parent)
    assert (identity.number, identity.text) == ("5/QĐ-BVH", decision.text)
    assert ground(parent, ("5/QĐ-BVH", JANUARY, None)).status == "covered"
    assert ground(parent, ("6/QĐ-BVH", FEBRUARY, None)).status == "missing"
    elsewhere = parent.model_copy(update={"text": text.replace("Kèm theo", "Thi hành")})
    assert read_identity(elsewhere).number is None


def test_a_blank_number_cannot_be_told_missing() -> None:
    blank = PARENT.model_copy(update={"number": Number(text="/KH-UBND", symbol="KH-UBND")})
    assert ground(blank, ("9/KH-BTL", FEBRUARY, None)).status == "undetermined"
    assert ground(blank, ("9/KH-UBND", JANUARY, TITLE)).status == "covered"


# ---------------------------------------------------------------- awards


def awards(*said: tuple[str, str | None]) -> list[Award]:
    draft = Draft()
    for form, authority in said:
        draft.award(form, authority)
    return list(draft.plan().awards)


OWN = read_bearer(Draft().plan(issuer="Cục Bản đồ", level="ministry"))


@pytest.mark.parametrize(
    ("asked", "said", "effect"),
    [
        (("Bằng khen", "Bộ trưởng"), ("Bằng khen", "Bộ trưởng"), None),
        (("Bằng khen", "Bộ trưởng"), ("Bằng khen", "Bộ trưởng Bộ Y tế"), None),
        (("Bằng khen", "Chủ tịch UBND tỉnh"), ("Bằng khen", "Chủ tịch Ủy ban nhân dân tỉnh"), None),
        (("Giấy khen", "Thủ trưởng đơn vị"), ("Giấy khen", "Cục trưởng"), None),
        (("Giấy khen", "Giám đốc Sở"), ("Giấy khen", "Trưởng thôn"), "other_authority"),
        (("Cờ thi đua", "Bộ trưởng"), ("Bằng khen", "Bộ trưởng"), "other_form"),
        (("Cờ thi đua", "Bộ trưởng"), ("Giấy khen", "Trưởng thôn"), "none"),
    ],
)
def test_which_award_answers_which(
    asked: tuple[str, str], said: tuple[str, str], effect: str | None
) -> None:
    (found,) = match_awards(awards(asked), awards(said), OWN)
    if effect == "none":
        assert found is None
    else:
        assert found is not None
        assert [change.effect for change in found.changes] == ([effect] if effect else [])


def test_an_award_answers_once_and_the_same_before_the_like() -> None:
    asked = awards(("Giấy khen", "Trưởng thôn"), ("Giấy khen", "Giám đốc Sở"))
    found = match_awards(asked, awards(("Giấy khen", "Giám đốc Sở")), None)
    assert [reward and reward.child for reward in found] == [None, 0]


def test_occasions_are_not_mixed() -> None:
    asked, said = awards(("Bằng khen", "Bộ trưởng")), awards(("Bằng khen", "Bộ trưởng"))
    yearly = [asked[0].model_copy(update={"occasion": "annual"})]
    final = [said[0].model_copy(update={"occasion": "final"})]
    both = [said[0].model_copy(update={"occasion": "interim+final"})]
    assert match_awards(yearly, final, None) == [None]
    assert match_awards(final, both, None) != [None]


# ---------------------------------------------------------------- stages


def test_stages_are_matched_by_name_then_by_period() -> None:
    march = day(2026, 3, 31, "tháng 3")
    asked = Draft().phase("Giai đoạn 1", JANUARY, FEBRUARY).phase("Sơ kết", FEBRUARY, march)
    said = Draft().phase("Họp giữa kỳ", FEBRUARY, march).phase("GIAI ĐOẠN 1", JANUARY, march)
    assert match_phases(asked.plan().phases, said.plan().phases) == [1, 0]
    other = Draft().phase("Giai đoạn 2", JANUARY, march)
    assert match_phases(asked.plan().phases, other.plan().phases) == [None, None]


def test_stages_without_a_common_name_are_matched_by_their_words() -> None:
    april, may, june = (day(2026, n, 1, f"01/{n}/2026") for n in (4, 5, 6))
    asked = Draft().phase("Giai đoạn 2: đọc thử truyện tranh", april, may)
    said = Draft().phase("Đọc thử truyện tranh", april, june)
    other = Draft().phase("Đọc thử báo tường", april, june)
    assert match_phases(asked.plan().phases, said.plan().phases) == [0]
    assert match_phases(asked.plan().phases, other.plan().phases) == [None]


def test_an_award_without_an_authority_asks_for_none() -> None:
    asked = Draft().award("Giấy khen", None).plan()
    said = Draft().award("Giấy khen", "Hiệu trưởng").plan()
    [reward] = match_awards(asked.awards, said.awards, None)
    assert reward is not None and reward.changes == ()
    [other] = match_awards(said.awards, asked.awards, None)
    assert other is not None and [c.effect for c in other.changes] == ["other_authority"]


def test_a_duty_that_gives_an_award_is_no_second_duty() -> None:
    draft = Draft().head("KHEN THƯỞNG", "award")
    draft.duty("Chủ tịch UBND xã tặng Giấy khen.", kind="award")
    draft.duty("Nộp hồ sơ khen thưởng về Văn phòng.", kind="award")
    plan = draft.plan()
    span = plan.obligations[0].span
    award = Award(form="Giấy khen", text=plan.obligations[0].text, span=span, section="1")
    kinds = [unit.kind for unit in find_units(plan.model_copy(update={"awards": (award,)}))]
    assert kinds == ["award", "obligation"]


def test_the_same_number_of_another_body_is_another_plan() -> None:
    when = day(2026, 1, 12, "12/01/2026")
    asked = Draft().duty("Lập sổ.").plan(number="12/KH-UBND", date=when, issuer="UBND tỉnh A")
    said = Draft().duty("Lập sổ ngay.").plan(number="12/KH-UBND", date=when, issuer="UBND xã B")
    assert judge_ground(read_identity(asked), asked, said).status == "missing"
    same = said.model_copy(update={"issuing_body": asked.issuing_body})
    found = judge_ground(read_identity(asked), asked, same)
    assert found.status == "covered"
    assert same.text is not None

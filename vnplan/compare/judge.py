"""What became of a duty: its status, what proves it, and how sure that is.

Alignment proposes, judging proves: act by act and value by value. Two thresholds part the
answered from the missing; between them a person should look.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from vnplan.compare.align import Link
from vnplan.compare.polarity import compare_polarity
from vnplan.compare.similar import Likeness
from vnplan.compare.units import Unit, holds, where
from vnplan.compare.values import compare_periods, compare_values, is_lax
from vnplan.compare.verdict import Verdict
from vnplan.lexicon.duties import (
    A_PLAN,
    BEFORE_NO_NAME,
    CONDITIONS,
    DRAW_UP,
    NAMED_THINGS,
    OF_ONES_OWN,
)
from vnplan.lexicon.verbs import AND_WORDS
from vnplan.patterns import any_of, pattern
from vnplan.records import (
    Act,
    Change,
    Date,
    Evidence,
    Phase,
    Plan,
    Status,
    Thresholds,
)
from vnplan.views import lowered

# From an even chance on a unit is an answer. On our pairs, each judged by weights of others,
# .3 to .6 find what is not fully answered equally well by F2 (.80); the lower, the more duties are
# overlooked, the higher, the more are thought missing that are answered in free words.
THRESHOLDS = Thresholds(review=0.5, sure=0.75)

# An act counts as missing if so little of its words stands in the answers while another act
# of the same duty is answered nearly in its own words: a loose paraphrase proves nothing.
ACT_LOST = 0.18
ACT_CLEAR = 0.35
MEMBER_CLEAR = 0.3  # of the members of a row that are kept

# A further unit of the child's is an answer too if it has so much more of an act's words
# than the answers before it.
MORE_OF_ACT = 0.10

# Characters of a child for one unit read: real plans have 150 to 950.
FEWEST_UNITS = 3000

# Of the words of a duty to have a plan so many stand in the title of the plan that is meant.
SAME_MATTER = 0.1

FEW_WORDS = 7  # syllables: of "đưa lên mạng" nothing need stand in its answer
MERE_TIME = 3  # words of an act beside its time, such as "hoàn thành" and a preposition


class Itself(NamedTuple):
    """The child as an answer: its title, and the date by which it was issued."""

    title: str
    evidence: Evidence | None
    issued: Date | None

    def may_be_meant(self, duty: Unit, likeness: Likeness) -> bool:
        """Whether a duty to have a plan can mean this one: it names no other matter."""
        if OWN_PLAN.search(lowered(duty.text)):
            return True
        acts = [act.text for act in duty.acts if draws_up_plan(act.text)] or [duty.text]
        return bool(likeness.coverage(acts, [self.title]).max() >= SAME_MATTER)


def judge_duty(
    duty: Unit,
    links: Sequence[Link],
    answers: Sequence[Unit],
    likeness: Likeness,
    *,
    itself: Itself,
    thresholds: Thresholds,
) -> Verdict:
    """What became of a duty that is the child's, by the links that alignment proposed."""
    own = draws_up_plan(duty.text) and itself.may_be_meant(duty, likeness)
    owed = [act for act in duty.acts if not (own and draws_up_plan(act.text))]
    found = find_answers(duty, owed, links, answers, likeness, thresholds=thresholds)
    if not found and not (own and not owed):
        nearest = links[0].sureness if links else 0.0
        return Verdict("missing", round(1 - nearest / 2, 3))
    units = [answers[link.child] for link in found]
    shown = tuple(unit.evidence(link.sureness) for unit, link in zip(units, found, strict=True))
    if own and not shown and itself.evidence:
        shown = (itself.evidence,)
    lost = lost_acts(duty, owed, units, likeness)
    changes = (
        *compare_values(duty, units, lost=lost, owed=owed, issued=itself.issued if own else None),
        *compare_polarity(duty.text, [unit.text for unit in units]),
        *_changed_periods(duty, units),
    )
    status: Status = "partial" if lost else "altered" if is_lax(changes) else "covered"
    score = (1 + found[0].sureness) / 2 if found else 0.75
    return Verdict(status, round(score, 3), shown, tuple(act.text for act in lost), changes)


def _changed_periods(duty: Unit, answers: Sequence[Unit]) -> tuple[Change, ...]:
    """The change of a stage's period in the stage that answers it."""
    stages = [answer.item for answer in answers if isinstance(answer.item, Phase)]
    if not isinstance(duty.item, Phase) or not stages:
        return ()
    return compare_periods(duty.item, stages[0])


def judge_award(answer: Unit | None, changes: tuple[Change, ...]) -> Verdict:
    """What became of an award, by the child's award that was matched to it."""
    if answer is None:
        return Verdict("missing", 0.9)
    status: Status = "altered" if is_lax(changes) else "covered"
    return Verdict(status, 0.8 if changes else 0.95, (answer.evidence(1.0),), changes=changes)


def judge_phase(duty: Phase, answer: Unit) -> Verdict:
    """What became of a stage, by the child's stage of the same name or period."""
    assert isinstance(answer.item, Phase)
    changes = compare_periods(duty, answer.item)
    return Verdict("altered" if changes else "covered", 0.9, (answer.evidence(1.0),), (), changes)


def read_itself(child: Plan) -> Itself:
    """The child as the answer to the duty to have a plan: its title where it stands."""
    title = child.title or ""
    span = where(child, title) or (child.number and child.number.span)
    shown = Evidence(text=title, span=span, score=1.0) if span else None
    return Itself(title, shown, child.date)


def read_badly(child: Plan, answers: Sequence[Unit]) -> bool:
    """Whether so little was read of the child that what is not found may yet be there."""
    if not answers or len(child.doubts) > len(answers) or is_garbled(child):
        return True
    return len(child.text or "") > FEWEST_UNITS * len(answers)


def is_garbled(plan: Plan) -> bool:
    """Whether the letters of a text were lost on the way: its words are none to compare."""
    return any(doubt.code == "broken_text" for doubt in plan.doubts)


def find_answers(
    duty: Unit,
    owed: Sequence[Act],
    links: Sequence[Link],
    answers: Sequence[Unit],
    likeness: Likeness,
    *,
    thresholds: Thresholds,
) -> list[Link]:
    """The links that are answers: the first if it holds, others that add to an act."""
    if not links or not is_answer(links[0], duty, answers[links[0].child], thresholds=thresholds):
        return []
    found = list(links[:1])
    said = answers[links[0].child].text
    acts = [act.text for act in owed]
    for link in links[1:]:
        words = answers[link.child].text
        shares = likeness.coverage(acts, [said, words]).tolist()
        if any(new >= max(ACT_CLEAR, old + MORE_OF_ACT) for old, new in shares):
            found.append(link)
            said = f"{said} {words}"
    return found


def is_answer(link: Link, duty: Unit, answer: Unit, *, thresholds: Thresholds) -> bool:
    """Whether a link is an answer: surely, or in the zone of review with nothing against it.

    Against it is another name: who is to install one application has not installed the other.
    A stage that no stage answers is answered by a provision only surely.
    """
    if link.sureness < thresholds.review or other_names(duty.text, answer.text):
        return False
    return link.sureness >= thresholds.sure or duty.kind != "phase"


def other_names(asked: str, said: str) -> bool:
    """Whether both name something of one kind, and no two of the names share half their words.

    Names are quoted, in code, or stand behind what is named: ``Quỹ``, ``Luật``, ``Cuộc thi``.
    """
    names, others = names_in(asked), names_in(said)
    return any(
        not any(
            2 * len(one & two) >= min(len(one), len(two)) for one in names[k] for two in others[k]
        )
        for k in names.keys() & others.keys()
    )


@lru_cache(maxsize=4096)  # one unit is an answer to many duties
def names_in(text: str) -> Mapping[str, tuple[frozenset[str], ...]]:
    """The names in the words by what is named, each as the set of its words."""
    found: dict[str, tuple[frozenset[str], ...]] = {}
    low = lowered(text)
    named = (m for m in NAMED_THING.finditer(low) if text[m.start("name")].isupper())
    for match in (*NAME.finditer(text), *named):
        kind = match.groupdict().get("kind") or ""
        words = frozenset(WORD.findall(low, *match.span("name")))
        found[kind] = (*found.get(kind, ()), words)
    return found


def lost_acts(
    duty: Unit, owed: Sequence[Act], answers: Sequence[Unit], likeness: Likeness
) -> tuple[Act, ...]:
    """The acts of a duty that its answers leave out; never all of them."""
    owed = [act for act in owed if is_telling(act, duty)]
    if not owed or not answers:
        return ()
    said = " ".join(answer.text for answer in answers)
    if len(owed) < 2:
        return lost_members(owed[0], duty, said, likeness)
    covered = [float(row[0]) for row in likeness.coverage([act.text for act in owed], [said])]
    if max(covered) < ACT_CLEAR:
        return ()
    return tuple(act for act, share in zip(owed, covered, strict=True) if share < ACT_LOST)


def lost_members(act: Act, duty: Unit, said: str, likeness: Likeness) -> tuple[Act, ...]:
    """The members of an act's row of things that its answer leaves out; a time is none.

    ``Trang bị máy hút ẩm, giá kệ và hệ thống báo cháy`` answered by ``Mua giá kệ, máy hút ẩm``:
    only where the others are answered in their own words.
    """
    times = [time.text for time in duty.deadlines]
    members = [
        part for part in MEMBER_END.split(act.text) if part.strip() and not is_by_when(part, times)
    ]
    if len(members) < 3 or any(len(part.split()) < 2 for part in members):
        return ()
    covered = [float(row[0]) for row in likeness.coverage(members, [said])]
    lost = [
        part
        for i, (part, share) in enumerate(zip(members, covered, strict=True))
        if i and share < ACT_LOST and len(part.split()) > 2  # the first holds the verb
    ]
    kept = [share for share in covered if share >= MEMBER_CLEAR]
    if not lost or len(lost) + len(kept) < len(members) or len(lost) >= len(kept):
        return ()
    found = []
    for part in lost:
        start = act.span[0] + act.text.find(part)
        found.append(Act(text=part.strip(" .;"), span=(start, start + len(part))))
    return tuple(found)


MEMBER_END = pattern(rf",\s+|\s+{any_of(AND_WORDS)}\s+")


def is_telling(act: Act, duty: Unit) -> bool:
    """Whether an act has words enough to be looked for, and more than a time or a condition."""
    if len(act.text.split()) < FEW_WORDS or CONDITION.match(lowered(act.text)):
        return False
    return not is_mere_time(act, duty)


def is_mere_time(act: Act, duty: Unit) -> bool:
    """Whether an act only says by when: ``hoàn thành trước ngày 15 tháng 11``."""
    return is_by_when(
        act.text, [time.text for time in duty.deadlines if holds(act.span, time.span)]
    )


def is_by_when(words: str, times: Sequence[str]) -> bool:
    """Whether words are hardly more than times that are within them."""
    inside = [time for time in times if time and time in words]
    count = len(words.split()) - sum(len(time.split()) for time in inside)
    return bool(inside) and count <= MERE_TIME


def draws_up_plan(words: str) -> bool:
    """Whether an act is to have a plan of one's own, which the child itself answers."""
    return PLAN_TO_DRAW_UP.search(lowered(words)) is not None


# Xây dựng kế hoạch của trường    Ban hành kế hoạch chuyển đổi số của cơ quan
# not: tham mưu Bộ trưởng kế hoạch tinh giản biên chế    gửi kế hoạch về Văn phòng
DRAWING_UP = rf"\b{any_of(DRAW_UP)}\s(?:\w+\s){{0,2}}{any_of((A_PLAN,))}"
PLAN_TO_DRAW_UP = pattern(rf"{DRAWING_UP}\b")
# not: xây dựng kế hoạch đào tạo nghề
OWN_PLAN = pattern(rf"{DRAWING_UP}(?:$|[,.;]|\s{any_of(OF_ONES_OWN)}\b)")

# Khi xảy ra sự cố    nếu có vướng mắc    not: khiếu nại
CONDITION = pattern(rf"{any_of(CONDITIONS)}\b")

WORD = pattern(r"\w+")

# “Báo cháy 114”    VNeID    ISO/IEC 17025    9001:2015    not: UBND, PCCC, 100%
NAME = pattern(
    r"""
    (?P<name>
    [“"][^“”"]{2,60}[”"]
    | \b\p{Lu}\p{Ll}*\p{Lu}\w*\p{Ll}\w*\b
    | \b\d{4,}:\d{4}\b | \b\p{Lu}{2,}/\p{Lu}{2,}\s\d+\b
    )
    """,
    re.VERBOSE,
)

# Quỹ | Bảo trợ trẻ em    Luật | Thư viện    not: quỹ hội, Luật sư, Quỹ của Hội
NOT_BEHIND = "".join(rf"(?<!\b{lowered(word)} )" for word in BEFORE_NO_NAME)
NAMED_THING = pattern(
    rf"\b{NOT_BEHIND}(?P<kind>{any_of(NAMED_THINGS)})\s(?P<name>\w+(?:,?\s\w+){{0,3}})"
)

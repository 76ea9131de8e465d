"""Whether somebody seems to have taken the wrong two files, or the right two the wrong way round.

A child that cites the parent is in its place, whatever else is odd about the two.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.compare.applies import spelled_out
from vnplan.compare.grounds import is_itself, is_surely_cited
from vnplan.records import Date, DiffItem, Doubt, Plan, Status, days_of

CITED: tuple[Status, ...] = ("covered", "altered")
FEWEST_TO_TELL = 3  # duties by which strangers are known

RIGHT_FILES = "are these the right two files, the superior's first?"
# code -> what is said of the two; in Vietnamese, vnplan/lexicon/messages.py says it
MESSAGES = {
    "same_plan": f"Both files are the same plan: {RIGHT_FILES}",
    "parent_cites_child": "The parent cites the child, and not the child the parent: "
    f"{RIGHT_FILES}",
    "child_is_superior": "The child does not cite the parent, and its issuer stands above the "
    f"parent's: {RIGHT_FILES}",
    "child_is_older": "The child does not cite the parent, and was issued before it: "
    f"{RIGHT_FILES}",
    "strangers": "The child does not cite the parent and answers next to nothing of it: "
    f"{RIGHT_FILES}",
}
# levels of which one is surely below another; a unit may belong to any
RANKS = {
    "central": 0,
    "ministry": 0,
    "province": 1,
    "department": 1,
    "district": 2,
    "commune": 3,
}


def find_mix_up(
    parent: Plan, child: Plan, ground: Status, items: Sequence[DiffItem]
) -> tuple[Doubt, ...]:
    """One doubt about the choice of the two files, or none; ``ground`` is how the child cites."""
    code = mixed_up(parent, child, ground, items)
    return (Doubt(code=code, message=MESSAGES[code]),) if code else ()


def mixed_up(parent: Plan, child: Plan, ground: Status, items: Sequence[DiffItem]) -> str | None:
    """What is odd about the choice of the two files, the surest first."""
    if is_itself(parent, child):
        return "same_plan"
    # a child's citation with a slip in it may mean another plan of that series; a number without
    # its day may be that of another body's plan
    if ground != "covered" and is_surely_cited(child, by=parent):
        return "parent_cites_child"
    if ground in CITED:
        return None
    if stands_above(child, parent):
        return "child_is_superior"
    if are_strangers(items):
        return "strangers"
    return "child_is_older" if is_older(child.date, parent.date) else None


def stands_above(one: Plan, other: Plan) -> bool:
    """Whether the body of a plan is the superior of the other's, by its letterhead or its level."""
    body, below = one.issuing_body, other.issuing_body
    if body is None or below is None:
        return False
    if below.superior and spelled_out(below.superior) == spelled_out(body.name):
        return True
    ranks = [RANKS.get(issuer.level or "") for issuer in (body, below)]
    return ranks[0] is not None and ranks[1] is not None and ranks[0] < ranks[1]


def is_older(one: Date | None, other: Date | None) -> bool:
    """Whether a date, as far as it is known, is surely before another."""
    days = [days_of(date) if date is not None else None for date in (one, other)]
    return days[0] is not None and days[1] is not None and days[0][1] < days[1][0]


def are_strangers(items: Sequence[DiffItem]) -> bool:
    """Whether a child that does not cite the parent answers next to nothing of it."""
    asked = [
        item
        for item in items
        if item.parent and item.kind != "legal_basis" and item.status != "not_applicable"
    ]
    missing = sum(item.status == "missing" for item in asked)
    return len(asked) >= FEWEST_TO_TELL and 3 * missing >= 2 * len(asked)

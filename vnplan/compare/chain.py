"""What becomes of a plan's duties on their way down through three or more levels.

Each plan is compared with the one above it and with the top. A duty is followed through the
units that answer it; where there are none, or these are lost, the top itself is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import get_args

from vnplan.compare import THRESHOLDS, compare
from vnplan.compare.grounds import is_itself
from vnplan.compare.units import Unit, find_units
from vnplan.compare.values import compare_values
from vnplan.records import (
    UNANSWERED,
    ChainRow,
    ChainStep,
    Change,
    DiffItem,
    Evidence,
    Fate,
    Plan,
    PlanChain,
    PlanDiff,
    Span,
    Status,
    Thresholds,
)

FATES: tuple[Fate, ...] = get_args(Fate)
GRAVEST: tuple[Status, ...] = (
    "missing",
    "partial",
    "altered",
    "undetermined",
    "covered",
    "not_applicable",
)
ANSWERED: tuple[Status, ...] = ("covered", "altered", "partial")
Way = tuple[ChainStep, ...]


def compare_chain(plans: Sequence[Plan], *, thresholds: Thresholds | None = None) -> PlanChain:
    """What became of each duty of the first plan in each of those below it, in their order.

    Raises ``ValueError`` for fewer than three plans.
    """
    if len(plans) < 3:
        raise ValueError(f"a chain needs three plans or more, the highest first, not {len(plans)}")
    limits = thresholds or THRESHOLDS
    top, *below = plans
    straight = [compare(top, plan, thresholds=limits) for plan in below]
    columns = [[item for item in diff.items if item.parent is not None] for diff in straight]
    duties = {(unit.kind, unit.span): unit for unit in find_units(top)}
    ways: list[Way] = [(as_step(item),) for item in columns[0]]
    for (above, plan), column in zip(pairwise(below), columns[1:], strict=True):
        between = compare(above, plan, thresholds=limits)
        units = {unit.span: unit for unit in find_units(plan)}
        carried = Counter(
            span
            for span, _ in {
                (words.span, item.parent)
                for item, way in zip(column, ways, strict=True)
                for words in way[-1].answers
            }
        )
        for place, item in enumerate(column):
            if item.kind == "legal_basis":
                again = is_itself(above, plan) and item.status == "missing"
                ways[place] = (*ways[place], cited(item, None if again else between))
                continue
            way, said = ways[place], spans_of(ways[place][-1].answers)
            shared = any(carried[span] > 1 for span in said)
            step = settle(way, followed(between, item, said), item, shared=shared)
            if not step.direct and item.parent is not None:
                duty = duties.get((item.kind, item.parent.span))
                step = step.model_copy(update={"from_top": drift(duty, step, item, units)})
            ways[place] = (*way, step)
    rows = [as_row(item, way) for item, way in zip(columns[0], ways, strict=True)]
    return PlanChain(
        plans=(straight[0].parent, *(diff.child for diff in straight)),
        thresholds=limits,
        rows=tuple(sorted(rows, key=lambda row: FATES.index(row.fate))),
    )


def cited(direct: DiffItem, between: PlanDiff | None) -> ChainStep:
    """How a level cites the plan above it; one that does not may cite the top itself instead.

    ``between`` is None where the plan above is the same plan and does not cite the top.
    """
    if between is not None:
        above = next(item for item in between.items if item.kind == "legal_basis")
        if above.status == "covered" or direct.status != "covered":
            return as_step(above).model_copy(update={"from_top": ()})
    return as_step(direct, direct=True)


def followed(diff: PlanDiff, duty: DiffItem, answers: set[Span]) -> list[DiffItem]:
    """What the next level makes of the units that answer a duty, of its own kind if there are."""
    found = [(item, item.parent.span) for item in diff.items if item.parent]
    same = {span for item, span in found if item.kind == duty.kind}
    return [i for i, span in found if span in answers and (i.kind == duty.kind or span not in same)]


def settle(way: Way, items: Sequence[DiffItem], direct: DiffItem, *, shared: bool) -> ChainStep:
    """The step after a way: through the units that answer the duty there, or from the top.

    The units above may say more than the duty. What is not there may be theirs alone, and where
    one of them is ``shared`` with another duty, what is not there or changed may be of either:
    the top then tells.
    """
    straight = as_step(direct, direct=True)
    step = combined(items) if items else straight
    kinds = (step.status, direct.status)
    if step.status == "undetermined":
        return straight
    if step.status in ("missing", "not_applicable"):
        return straight if direct.status in ANSWERED else step
    if shared and (step.status == "partial" or kinds == ("altered", "covered")):
        return straight
    if spans_of(step.answers) & spans_of(direct.child):
        if kinds in (("partial", "covered"), ("partial", "altered")):
            return straight
        whole = all(one.status == "covered" for one in way)
        if whole and kinds == ("covered", "altered"):  # at each level too little to be told
            return straight
    return step


def as_step(item: DiffItem, *, direct: bool = False) -> ChainStep:
    """What the comparison with the top itself says of a level."""
    return ChainStep(
        status=item.status,
        direct=direct,
        answers=item.child,
        missing_acts=item.missing_acts,
        changes=item.changes,
        from_top=item.changes,
        reason=item.reason,
    )


def combined(items: Sequence[DiffItem]) -> ChainStep:
    """What a level makes of the units above it that answer a duty together: the gravest.

    A unit that is somebody else's is left aside while another is not. Where some are missing
    and some answered, the duty is answered in part, and what is missing are its lost acts.
    """
    owed = [item for item in items if item.status != "not_applicable"] or items
    status = min((item.status for item in owed), key=GRAVEST.index)
    lost = [item.parent.text for item in owed if item.status == "missing" and item.parent]
    some = any(item.status in ANSWERED for item in owed)
    return ChainStep(
        status="partial" if lost and some else status,
        answers=tuple({words.span: words for item in owed for words in item.child}.values()),
        missing_acts=(*(lost if some else ()), *(a for item in owed for a in item.missing_acts)),
        changes=tuple(dict.fromkeys(change for item in owed for change in item.changes)),
        reason=owed[0].reason,
    )


def drift(
    duty: Unit | None, step: ChainStep, direct: DiffItem, units: Mapping[Span, Unit]
) -> tuple[Change, ...]:
    """What changed between the top and the answers of a level, whatever lay between.

    Answers that are too far from the top's words to be found from there have their values
    compared none the less; one that is not among them may stand elsewhere.
    """
    answers = spans_of(step.answers)
    if answers & spans_of(direct.child):
        return direct.changes
    said = [units[span] for span in sorted(answers & units.keys())]
    changes = compare_values(duty, said) if duty and said else ()
    return tuple(change for change in changes if change.effect != "dropped")


def as_row(duty: DiffItem, way: Way) -> ChainRow:
    """A duty with its way down and what became of it in all."""
    assert duty.parent is not None
    faults = (level for level, step in enumerate(way, 1) if step.status in UNANSWERED)
    worst = min((step.status for step in way), key=GRAVEST.index)
    found = {"missing": "restored" if way[-1].status in ANSWERED else "lost"}.get(worst, worst)
    [fate] = (fate for fate in FATES if fate == found)
    return ChainRow(
        id=duty.id,
        kind=duty.kind,
        parent=duty.parent,
        steps=way,
        fate=fate,
        broken_at=next(faults, None),
    )


def spans_of(words: Iterable[Evidence]) -> set[Span]:
    """Where words stand."""
    return {one.span for one in words}

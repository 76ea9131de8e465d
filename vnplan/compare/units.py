"""What is compared: the duties of a plan, one for each provision, award, criterion and phase.

The same reading serves both sides: a parent's unit is a duty, a child's may answer one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain
from typing import NamedTuple

from vnplan.records import (
    Act,
    Actor,
    Award,
    Criterion,
    Deadline,
    DutyKind,
    Evidence,
    Obligation,
    Phase,
    Plan,
    Span,
)


class Unit(NamedTuple):
    """One duty, or one answer, with all that the comparison asks about it.

    ``headings`` are the titles above it, the nearest first. ``acts`` has at least one
    element; ``deadlines`` are the times within its span and that of its attribute lines.
    """

    kind: DutyKind
    text: str
    span: Span
    section: str
    headings: tuple[str, ...]
    acts: tuple[Act, ...]
    actors: tuple[Actor, ...]
    deadlines: tuple[Deadline, ...]
    item: Obligation | Criterion | Phase | Award

    def holds(self, other: Unit) -> bool:
        """Whether another unit of the same plan stands within this one."""
        return holds(self.span, other.span)

    def evidence(self, score: float | None = None) -> Evidence:
        """Its words, as they are shown in the difference."""
        return Evidence(text=self.text, span=self.span, section=self.section, score=score)


def holds(one: Span, other: Span) -> bool:
    """Whether a stretch of a text has another of the same text within it."""
    return one[0] <= other[0] and other[1] <= one[1]


def find_units(plan: Plan) -> list[Unit]:
    """The units of a plan in document order; a phase stands before the duty within it."""
    headings = _headings(plan)
    deadlines = sorted(plan.deadlines, key=lambda deadline: deadline.span)
    starts = [deadline.span[0] for deadline in deadlines]

    def within(span: Span) -> tuple[Deadline, ...]:
        inside = deadlines[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        return tuple(deadline for deadline in inside if deadline.span[1] <= span[1])

    def as_unit(kind: DutyKind, item: Obligation | Criterion | Phase | Award) -> Unit:
        duty = item if isinstance(item, Obligation) else None
        times = within(item.span) if not isinstance(item, Phase) else ()
        return Unit(
            kind=kind,
            text=item.text,
            span=item.span,
            section=item.section,
            headings=headings.get(item.section, ()),
            acts=(duty.acts if duty else ()) or (Act(text=item.text, span=item.span),),
            actors=duty.actors if duty else (),
            deadlines=times + _attributed(duty, times),
            item=item,
        )

    awarded = [award.span for award in plan.awards]

    def is_award(duty: Obligation) -> bool:
        """Whether a duty under the awards is nothing but to give one of them."""
        if duty.kind != "award" or duty.deadline is not None or len(duty.acts) > 1:
            return False
        return any(holds(duty.span, span) for span in awarded)

    units = chain(
        (as_unit("phase", phase) for phase in plan.phases),
        (
            as_unit("target" if duty.kind == "target" else "obligation", duty)
            for duty in plan.obligations
            if not is_award(duty)
        ),
        (as_unit("criterion", criterion) for criterion in plan.criteria),
        (as_unit("award", award) for award in plan.awards),
    )
    return sorted(units, key=lambda unit: unit.span[0])


def _attributed(duty: Obligation | None, times: tuple[Deadline, ...]) -> tuple[Deadline, ...]:
    """The time that an attribute line, a lead-in or a cell of the row gives to a duty."""
    if duty is None:
        return ()
    date = None if duty.deadline in {time.date for time in times} else duty.deadline
    recurrence = None if duty.recurrence in {t.recurrence for t in times} else duty.recurrence
    if date is None and recurrence is None:
        return ()
    return (
        Deadline(
            text=date.text if date else "",
            date=date,
            recurrence=recurrence,
            span=duty.span,
            section=duty.section,
        ),
    )


def _headings(plan: Plan) -> dict[str, tuple[str, ...]]:
    """For each path of labels the titles above what stands there, the nearest first."""
    above: dict[str, tuple[str, ...]] = {"": ()}
    stack: list[tuple[str, tuple[str, ...]]] = []
    for path, section in plan.walk():
        while stack and not path.startswith(stack[-1][0] + "."):
            stack.pop()
        titles = stack[-1][1] if stack else ()
        if section.title:
            titles = (section.title, *titles)
        stack.append((path, titles))
        above.setdefault(path, titles)
    return above


def where(plan: Plan, words: str | None) -> Span | None:
    """The first place of the words in the plan's text, whatever blanks part them."""
    if not words or not plan.text:
        return None
    match = re.search(r"\s+".join(map(re.escape, words.split())), plan.text)
    return match.span() if match else None

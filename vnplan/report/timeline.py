"""The deadlines of duties and of their answers, on one axis of time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date as Day
from datetime import timedelta
from typing import NamedTuple

from vnplan.records import Date, DiffItem, Evidence, Plan, Recurrence, Span, days_of
from vnplan.report.text import day


class Due(NamedTuple):
    """A time as the document says it, with the first and the last day that it may mean.

    Both are None where the time has no place on an axis: without a year, or again and again.
    """

    text: str
    first: Day | None = None
    last: Day | None = None
    recurrence: Recurrence | None = None

    @property
    def until(self) -> Day | None:
        """Where it ends on an axis: a day is a point there, all else lasts its last day out."""
        if self.last is None or self.first == self.last:
            return self.last
        return self.last + timedelta(days=1)


class Times(NamedTuple):
    """An item with what is due on each side; ``number`` is its place in the difference, from 1."""

    number: int
    item: DiffItem
    parent: tuple[Due, ...]
    child: tuple[Due, ...]

    @property
    def dated(self) -> bool:
        """Whether any of it has a place on the axis."""
        return any(due.first for due in (*self.parent, *self.child))


class Tick(NamedTuple):
    """A mark of the axis: its place from 0 to 1, and its name."""

    at: float
    name: str


class Axis(NamedTuple):
    """A stretch of time from a first day to the day after the last."""

    first: Day
    end: Day
    ticks: tuple[Tick, ...]

    def at(self, moment: Day) -> float:
        """The place of a day's morning, from 0 to 1."""
        return (moment - self.first).days / (self.end - self.first).days


STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months from tick to tick
MOST_TICKS = 6


def times(items: Sequence[DiffItem], parent: Plan, child: Plan) -> list[Times]:
    """Of each item that says when something is due, what is due when; the earliest first."""
    above, below = Calendar(parent), Calendar(child)
    rows = []
    for number, item in enumerate(items, 1):
        if item.kind == "legal_basis":
            continue
        asked = above.of(item, item.parent) if item.parent else ()
        answered = tuple(
            dict.fromkeys(due for words in item.child for due in below.of(item, words))
        )
        if asked or answered:
            rows.append(Times(number, item, asked, answered))
    return sorted(rows, key=earliest)


def earliest(row: Times) -> tuple[Day, int]:
    """By what rows are ordered: the first day of the parent's, else of the child's."""
    days = [due.first for due in row.parent if due.first] or [
        due.first for due in row.child if due.first
    ]
    return min(days, default=Day.max), row.number


class Calendar:
    """The times that a plan names, to be asked for by the words that they stand in."""

    def __init__(self, plan: Plan) -> None:
        self.deadlines = sorted(plan.deadlines, key=lambda deadline: deadline.span)
        self.starts = [deadline.span[0] for deadline in self.deadlines]
        self.phases = {phase.span: phase for phase in plan.phases}
        self.duties = {duty.span: duty for duty in plan.obligations}

    def of(self, item: DiffItem, words: Evidence) -> tuple[Due, ...]:
        """What is due in these words: a stage's own time, else the deadlines that they hold."""
        phase = self.phases.get(words.span)
        if item.kind == "phase" and phase is not None and (phase.start or phase.end):
            return (stretch(phase.start, phase.end),)
        held = tuple(self.held(words.span))
        duty = self.duties.get(words.span)
        if not held and duty is not None and (duty.deadline or duty.recurrence):
            date = duty.deadline
            held = (moment(date.text if date else "", date, duty.recurrence),)
        return tuple(dict.fromkeys(held))

    def held(self, span: Span) -> Iterator[Due]:
        """The deadlines inside a span."""
        for deadline in self.deadlines[bisect_left(self.starts, span[0]) :]:
            if deadline.span[0] >= span[1]:
                break
            if deadline.span[1] <= span[1]:
                yield moment(deadline.text, deadline.date, deadline.recurrence)


def moment(text: str, date: Date | None, recurrence: Recurrence | None = None) -> Due:
    """One time; a day that the calendar does not have has no place on the axis."""
    days = days_of(date) if date and recurrence is None else None
    first, last = days or (None, None)
    return Due(text or (date.text if date else ""), first, last, recurrence)


def stretch(start: Date | None, end: Date | None) -> Due:
    """A stage from its start to its end, as far as either is known."""
    text = " – ".join(dict.fromkeys(day(date) for date in (start, end) if date))
    known = [days for date in (start, end) if date and (days := days_of(date))]
    if not known or known[-1][1] < known[0][0]:
        return Due(text)
    return Due(text, known[0][0], known[-1][1])


def later(first: Day, months: int) -> Day:
    """The first of a month so many months after another first."""
    years, month = divmod(first.month - 1 + months, 12)
    return Day(first.year + years, month + 1, 1)


def axis(rows: Sequence[Times]) -> Axis | None:
    """An axis that all dated rows fit on, with a handful of ticks; None without any."""
    dues = [due for row in rows for due in (*row.parent, *row.child)]
    firsts = [due.first for due in dues if due.first]
    lasts = [due.last for due in dues if due.last]
    if not firsts or not lasts:
        return None
    first, last = min(firsts), max(lasts)
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    step = next((step for step in STEPS if months <= step * (MOST_TICKS - 1)), STEPS[-1])
    try:
        marks = [aligned(first, step)]
        while marks[-1] <= last:
            marks.append(later(marks[-1], step))
    except (ValueError, OverflowError):  # the last years of the calendar
        return None
    plain = Axis(marks[0], marks[-1], ())
    by_year = step % 12 == 0
    return plain._replace(
        ticks=tuple(
            Tick(plain.at(mark), str(mark.year) if by_year else f"{mark.month}/{mark.year}")
            for mark in marks
        )
    )


def aligned(moment: Day, step: int) -> Day:
    """The last first of a month at or before a day that is a whole number of steps into an era."""
    months = 12 * moment.year + moment.month - 1
    months -= months % step
    return Day(max(months // 12, 1), months % 12 + 1, 1)

"""The times of a plan as a calendar (iCalendar, RFC 5545): deadlines, recurring duties, phases."""

from __future__ import annotations

import re
import textwrap
import unicodedata
import uuid
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from datetime import date as Day
from typing import TYPE_CHECKING, NamedTuple

from vnplan.language import say
from vnplan.lexicon.dates import NEXT_QUARTER, WEEK, WEEKDAYS
from vnplan.records import (
    LAST_YEAR,
    Date,
    Deadline,
    Obligation,
    Phase,
    Plan,
    Recurrence,
    days_of,
    walk_sections,
)
from vnplan.report.text import day, printable

if TYPE_CHECKING:
    from icalendar import Component

LONGEST_SUMMARY = 90
ALARM = timedelta(hours=-64)  # at eight in the morning, three days before
RARE = ("monthly", "quarterly", "semiannual", "annual")  # what an alarm is no nuisance for
STEPS = {"monthly": 1, "quarterly": 3, "semiannual": 6, "annual": 12}  # in months
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FRIDAY = 4  # of a weekly duty that names no day
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NAMESPACE = uuid.UUID("6f1c2f0e-5a44-5d0b-9d2b-1f6a3c0b7e11")  # of our own; UIDs hang on it

Rule = Mapping[str, object]


class Entry(NamedTuple):
    """A line of the calendar: what, when, and what else is told of it.

    ``start`` and ``end`` are its first and last day, None where the words name none that a
    calendar has. ``whole`` says that ``end`` is the last day of a month, quarter or year.
    """

    kind: str
    words: str
    when: str
    section: str
    actors: tuple[str, ...] = ()
    start: Day | None = None
    end: Day | None = None
    whole: bool = False
    recurrence: Recurrence | None = None
    rule: Rule | None = None


def as_calendar(plan: Plan, *, lang: str = "en") -> str:
    """The plan's times as the text of an .ics file, the same each time it is made.

    Events last whole days. What has no day that a calendar knows is a task (VTODO) without one.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//vnplan//vnplan//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    name = ", ".join(part for part in (number_of(plan), printable(plan.title or "")) if part)
    made.add("x-wr-calname", name or say(lang, "untitled"))
    found = list(entries(plan))
    told = " ".join(line for line in (source(plan, lang),) if line)
    made.add("x-wr-caldesc", told if found else say(lang, "ics_nothing"))
    stamp = datetime.combine(begins(plan) or Day(1970, 1, 1), datetime.min.time(), UTC)
    seen: Counter[str] = Counter()
    for entry in found:
        name = uid(plan, entry)
        seen[name] += 1
        part = component(entry, plan, lang)
        part.add("uid", f"{name}{'' if seen[name] == 1 else f'-{seen[name]}'}@vnplan")
        part.add("dtstamp", stamp)
        made.add_component(part)
    return str(made.to_ical(), "utf-8")


# ---------------------------------------------------------------- what the plan says


def entries(plan: Plan) -> Iterator[Entry]:
    """The phases, then the deadlines with their duties, then what recurs without a date."""
    base, until = begins(plan), ends(plan)
    for phase in plan.phases:
        yield of_phase(phase, base)
    owners = {place: owner(due, plan) for place, due in enumerate(plan.deadlines)}
    dated: dict[str, list[Entry]] = {}
    for place, due in enumerate(plan.deadlines):
        duty = owners[place]
        same = [
            other
            for other, one in owners.items()
            if duty is not None and one is duty and plan.deadlines[other].recurrence
        ]
        entry = of_deadline(due, duty, plan, base, until, alone=len(same) < 2)
        if duty is not None:
            dated.setdefault(duty.id, []).append(entry)
        yield entry
    for duty in plan.obligations:
        yield from of_duty(duty, dated.get(duty.id, []), plan, base, until)


def of_phase(phase: Phase, base: Day | None) -> Entry:
    """A phase with its first and last day; of one that is known in part, that part."""
    start = days(phase.start, base) if phase.start else None
    end = days(phase.end, start[0] if start else base) if phase.end else None
    start, end = start or end, end or start
    named = [printable(date.text) for date in (phase.start, phase.end) if date]
    return Entry(
        "phase",
        printable(phase.name or phase.text),
        " - ".join(dict.fromkeys(named)),
        phase.section,
        start=start[0] if start else None,
        end=max(end[1], start[0]) if start and end else None,
    )


def of_deadline(
    due: Deadline,
    duty: Obligation | None,
    plan: Plan,
    base: Day | None,
    until: Day | None,
    *,
    alone: bool,
) -> Entry:
    """A deadline with the words of its duty; ``alone`` if no other of the duty recurs too."""
    entry = Entry(
        "deadline",
        printable(duty.text) if duty else around(due, plan),
        printable(due.text),
        due.section,
        who(duty),
        recurrence=due.recurrence,
    )
    if due.recurrence is not None:
        found = repeated(due.recurrence, due.date, due.text, base, until, alone=alone)
        return (
            entry if found is None else entry._replace(start=found[0], end=found[0], rule=found[1])
        )
    return dated_entry(entry, due.date, base)


def of_duty(
    duty: Obligation, told: Sequence[Entry], plan: Plan, base: Day | None, until: Day | None
) -> Iterator[Entry]:
    """What a duty's own date and recurrence say beyond the deadlines that stand in it."""
    words = printable(duty.text)
    if duty.deadline is not None and not told and not in_phase(duty, plan, base):
        entry = Entry("deadline", words, printable(duty.deadline.text), duty.section, who(duty))
        if duty.recurrence is not None:
            found = repeated(duty.recurrence, duty.deadline, duty.text, base, until, alone=True)
            entry = entry._replace(recurrence=duty.recurrence)
            if found is not None:
                entry = entry._replace(start=found[0], end=found[0], rule=found[1])
            yield entry
            return
        entry = dated_entry(entry, duty.deadline, base)
        told = [entry]
        yield entry
    if duty.recurrence is None or any(entry.recurrence == duty.recurrence for entry in told):
        return
    if duty.recurrence == "annual" and any(entry.end for entry in told):
        return  # at least once a year, by 31 July 2023: the date says when
    entry = Entry("recurrence", words, "", duty.section, who(duty), recurrence=duty.recurrence)
    found = repeated(duty.recurrence, None, duty.text, base, until, alone=True)
    yield entry if found is None else entry._replace(start=found[0], end=found[0], rule=found[1])


def dated_entry(entry: Entry, date: Date | None, base: Day | None) -> Entry:
    """The entry on the last day that the date allows."""
    found = date and days(date, base)
    if not found or date is None:
        return entry
    return entry._replace(start=found[1], end=found[1], whole=date.day is None)


def owner(due: Deadline, plan: Plan) -> Obligation | None:
    """The duty that a deadline stands in, or that names it from another cell of its table."""
    start, end = due.span
    around = [duty for duty in plan.obligations if duty.span[0] <= start and end <= duty.span[1]]
    if around:
        return min(around, key=lambda duty: duty.span[1] - duty.span[0])
    said = [
        duty
        for duty in plan.obligations
        if duty.section == due.section and duty.deadline and duty.deadline.text in due.text
    ]
    return min(said, key=lambda duty: abs(duty.span[1] - start), default=None)


def in_phase(duty: Obligation, plan: Plan, base: Day | None) -> bool:
    """Whether a phase of the same words tells the duty's date already."""
    due = duty.deadline and days(duty.deadline, base)
    for phase in plan.phases:
        last = phase.end or phase.start
        meets = phase.span[0] < duty.span[1] and duty.span[0] < phase.span[1]
        if meets and due and last and days(last, base) == due:
            return True
    return False


def around(due: Deadline, plan: Plan) -> str:
    """The line that a deadline of no duty stands on, else the heading of its section."""
    if plan.text is not None:
        start = plan.text.rfind("\n", 0, due.span[0]) + 1
        end = plan.text.find("\n", due.span[1])
        return printable(plan.text[start : end if end >= 0 else None])
    for path, _, section in walk_sections(plan.sections):
        if path == due.section:
            return printable(section.title or section.text)
    return printable(due.text)


def who(duty: Obligation | None) -> tuple[str, ...]:
    """Who must act."""
    return tuple(printable(actor.name) for actor in duty.actors) if duty else ()


# ---------------------------------------------------------------- days


def begins(plan: Plan) -> Day | None:
    """The day from which the plan's recurring duties count: its date, as far as it is known.

    Without one, the first day of the year that its title or its earliest deadline names.
    """
    if plan.date is not None and plan.date.year is not None:
        whole = days_of(plan.date)
        if whole is not None:
            return whole[0]
    years = sorted(map(int, YEAR.findall(plan.title or "")))
    years += sorted(due.date.year for due in plan.deadlines if due.date and due.date.year)
    return Day(years[0], 1, 1) if years and 1 <= years[0] <= LAST_YEAR else None


def ends(plan: Plan) -> Day | None:
    """The last day of the last year that the plan's title names."""
    years = sorted(map(int, YEAR.findall(plan.title or "")))
    return Day(years[-1], 12, 31) if years else None


def days(date: Date, base: Day | None) -> tuple[Day, Day] | None:
    """The first and the last day of a date; of one without a year, the next after ``base``."""
    if date.year is not None:
        return days_of(date)
    if base is None:
        return None
    for year in range(base.year, base.year + 9):  # 29 February may be eight years away
        found = days_of(date, year)
        if found is not None and found[1] >= base:
            return found
    return None


def repeated(
    recurrence: Recurrence,
    date: Date | None,
    words: str,
    base: Day | None,
    until: Day | None,
    *,
    alone: bool,
) -> tuple[Day, Rule] | None:
    """The first day of what recurs, and its rule; None where nothing says when it begins.

    ``words`` may name a day of the week, or the month of a quarter. Where nothing names a day,
    it is the last of the period: of the month, of the quarter; Friday of the week.
    """
    moment = date and days(date, base)
    if moment and date and date.year is not None and (base is None or recurrence in STEPS):
        base = moment[1]
    if base is None:
        return None
    low = unicodedata.normalize("NFC", words).lower()
    rule: dict[str, object]
    if recurrence in ("daily", "weekly"):
        rule = {"FREQ": recurrence.upper()}
        first = base
        if recurrence == "weekly":
            weekday = next((n for name, n in NAMED_DAYS if name.search(low)), FRIDAY)
            first = base + timedelta((weekday - base.weekday()) % 7)
            rule["BYDAY"] = CODES[weekday]
        if moment and moment[1] >= first:
            until = moment[1]
    elif moment and (recurrence == "annual" or not alone):  # each of two reports of a year
        first = moment[1]
        rule = {"FREQ": "YEARLY"}
        if date and date.day is None and first.month == 2:
            rule |= {"BYMONTH": 2, "BYMONTHDAY": -1}
    else:
        step = STEPS[recurrence]
        last = date.day if date else None
        rule = {"FREQ": "MONTHLY", "INTERVAL": step} if step < 12 else {"FREQ": "YEARLY"}
        if moment:
            first = moment[1]
        else:
            opens = any(name in low for name in NEXT_QUARTER) and recurrence == "quarterly"
            first = next_end(base, step, last, 1 if opens else 0)
        if step < 12:
            rule |= month_day(last)
    # a plan of one year that says each year means the years after it, too
    if until is not None and until >= first and (recurrence != "annual" or until.year > first.year):
        rule["UNTIL"] = until
    return first, rule


# "tuần thứ hai" is the second week, and no Monday
NAMED_DAYS = [
    (re.compile(rf"(?<!{WEEK[0]} ){name}(?!\w)"), place % 6 if place < 12 else 6)
    for place, name in enumerate(WEEKDAYS)
]


def next_end(base: Day, step: int, last: int | None, rest: int) -> Day:
    """The next such day of a month that ends a period of ``step`` months, or opens the next."""
    year, month = base.year, base.month
    while True:
        if month % step == (rest if step > 1 else 0):
            length = monthrange(year, month)[1]
            found = Day(year, month, min(last or length, length))
            if found >= base:
                return found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def month_day(last: int | None) -> dict[str, object]:
    """The day of a month as a rule says it; the last where the month has no such day."""
    if last is None or last > 30:
        return {"BYMONTHDAY": -1}
    if last > 28:
        return {"BYMONTHDAY": list(range(28, last + 1)), "BYSETPOS": -1}
    return {"BYMONTHDAY": last}


# ---------------------------------------------------------------- how it is written


def component(entry: Entry, plan: Plan, lang: str) -> Component:
    """The event of an entry, or a task where it has no day."""
    from icalendar import Alarm, Event, Todo

    made: Component = Todo() if entry.start is None else Event()
    summary = headline(entry, lang)
    made.add("summary", summary)
    made.add("description", "\n".join(description(entry, plan, lang)))
    made.add("categories", [say(lang, f"ics_{entry.kind}")])
    if entry.start is None or entry.end is None:
        return made
    made.add("dtstart", entry.start)
    made.add("dtend", entry.end + timedelta(1))  # the day after the last
    made.add("transp", "TRANSPARENT")  # nobody is busy all day
    if entry.rule is not None:
        made.add("rrule", dict(entry.rule))
    if entry.kind != "phase" and entry.recurrence in (None, *RARE):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", ALARM)
        made.add_component(alarm)
    return made


def headline(entry: Entry, lang: str) -> str:
    """What is due, and when in the plan's own words."""
    words = textwrap.shorten(entry.words, LONGEST_SUMMARY, placeholder=" …")
    when = entry.when or (entry.recurrence and say(lang, entry.recurrence)) or ""
    if entry.kind == "phase":
        return words
    if entry.whole:
        when = say(lang, "ics_last_day", when=when)
    return f"{words} ({when})" if when else words


def description(entry: Entry, plan: Plan, lang: str) -> Iterator[str]:
    """The duty in full, who, when, where in which plan."""
    yield entry.words
    every = say(lang, entry.recurrence) if entry.recurrence else ""
    told = {
        "column_actors": "; ".join(entry.actors),
        "column_deadline": "; ".join(part for part in (entry.when, every) if part),
        "column_section": printable(entry.section),
        "ics_plan": source(plan, lang),
        "title": printable(plan.title or ""),
    }
    for key, words in told.items():
        if words:
            yield f"{say(lang, key)}: {words}"
    if entry.start is None:
        yield say(lang, "ics_undated")


def source(plan: Plan, lang: str) -> str:
    """Which plan it is: its number, date and body, else its file."""
    date = plan.date and say(lang, "of_date", date=day(plan.date))
    body = plan.issuing_body and printable(plan.issuing_body.name)
    told = ", ".join(part for part in (number_of(plan), date, body) if part)
    return told or printable(plan.source.name or "")


def number_of(plan: Plan) -> str:
    """The plan's number, or nothing."""
    return printable(plan.number.text) if plan.number else ""


def uid(plan: Plan, entry: Entry) -> str:
    """What names an entry for good: made of the plan's number, the words and the time."""
    body = plan.issuing_body.name if plan.issuing_body else ""
    said = (number_of(plan), body, entry.kind, entry.words, entry.when)
    return str(uuid.uuid5(NAMESPACE, "\n".join(" ".join(part.split()).lower() for part in said)))

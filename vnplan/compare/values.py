"""What the child made of the values of a duty: its times, frequencies, quantities, period.

A stricter value is told, a laxer one is an alarm (``is_lax``). A value counts as kept when
any of the child's answers has it, for a child may put an inner deadline before the parent's.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence

from vnplan.compare.amounts import Quantity, Rate, read_amounts
from vnplan.compare.applies import names_bodies
from vnplan.compare.similar import DAY as DAY_OF_MONTH
from vnplan.compare.units import Unit, holds
from vnplan.lexicon.quantities import (
    COUNTED_UP_TO,
    DAY_WORDS,
    RECURRENCES,
    WHOLE,
    WITHOUT_EXCEPTION,
)
from vnplan.patterns import any_of, pattern
from vnplan.records import Act, Change, Date, Deadline, Effect, Phase
from vnplan.views import lowered

LAX: frozenset[Effect] = frozenset(
    {
        "later",
        "lower",
        "dropped",
        "loosened",
        "shifted",
        "other_form",
        "other_authority",
        "other_number",
        "other_date",
    }
)
LEAP_YEAR = 2000
DAY = 2  # the place of the day in a moment
Moment = tuple[int | None, int | None, int | None]


def is_lax(changes: Iterable[Change]) -> bool:
    """Whether a change among these makes the duty altered."""
    return any(change.effect in LAX for change in changes)


def compare_values(
    duty: Unit,
    answers: Sequence[Unit],
    *,
    lost: Sequence[Act] = (),
    owed: Sequence[Act] = (),
    issued: Date | None = None,
) -> tuple[Change, ...]:
    """The changes of a duty's values in its answers, those of lost acts left out.

    ``issued`` is the child's own date, where the child itself answers the duty, all of it but
    the acts that are still ``owed``.
    """
    asked = _words(duty, lost)
    said = [answer.text for answer in answers]
    times = [time for answer in answers for time in answer.deadlines]
    dated = _dated(duty, lost)
    own = [time for time in dated if issued is not None and not _inside(time, owed)]
    return (
        *_changed_times([time for time in dated if time not in own], times, None, said),
        *_changed_times(own, times, issued, said),
        *_changed_terms(asked, said),
        *_changed_rates(_rates(duty, asked), [r for a in answers for r in _rates(a, [a.text])]),
        *_changed_quantities(asked, said),
    )


def compare_periods(one: Phase, two: Phase) -> tuple[Change, ...]:
    """The change of a stage's period: a later end, or else a start or end that is shifted."""
    ends = compare_days(two.end, one.end)
    starts = compare_days(two.start, one.start)
    if not ends and not starts:
        return ()
    effect: Effect = "later" if (ends or 0) > 0 else "shifted"
    return (Change(field="period", from_=_period(one), to=_period(two), effect=effect),)


# ---------------------------------------------------------------- times


def _changed_times(
    asked: Sequence[Deadline], said: Sequence[Deadline], issued: Date | None, words: Sequence[str]
) -> Iterator[Change]:
    """For each time asked that no answer has, the change to the nearest time left over.

    A day in the words of an answer on which something is done in time keeps a deadline, too.
    """
    days = [day for text in words for day in days_in(text)]
    kept = [d for d in asked if any(compare_days(t.date, d.date) == 0 for t in said)]
    spare = [
        t
        for t in said
        if t.date is not None and not any(compare_days(t.date, d.date) == 0 for d in asked)
    ]
    for deadline in asked:
        if deadline in kept or in_time(issued, deadline.date):
            continue
        comparable = [t for t in spare if compare_days(t.date, deadline.date) is not None]
        if comparable:
            nearest = min(comparable, key=lambda t: _distance(t.date, deadline.date))
            spare.remove(nearest)
            later = (compare_days(nearest.date, deadline.date) or 0) > 0
            effect: Effect = "later" if later else "earlier"
            yield Change(field="deadline", from_=deadline.text, to=nearest.text, effect=effect)
        elif compare_days(issued, deadline.date) is not None:
            assert issued is not None
            yield Change(field="deadline", from_=deadline.text, to=issued.text, effect="later")
        elif any(in_time(day, deadline.date) for day in days if not keeps(day, kept)):
            continue
        else:
            yield Change(field="deadline", from_=deadline.text, to=None, effect="dropped")


def keeps(day: Date, deadlines: Sequence[Deadline]) -> bool:
    """Whether a day is that of one of the deadlines."""
    return any(compare_days(day, deadline.date) == 0 for deadline in deadlines)


def in_time(day: Date | None, deadline: Date | None) -> bool:
    """Whether a day is known to be no later than a deadline."""
    order = compare_days(day, deadline)
    return order is not None and order <= 0


def days_in(text: str) -> list[Date]:
    """The days in the words that have their month, but for those of documents cited.

    ``17/5/2025``, ``ngày 02 tháng 9``; not ``Kế hoạch số 12/KH-UBND ngày 05/01/2025``
    """
    low = lowered(text)
    return [
        Date(
            year=int(match["year"]) if match["year"] else None,
            month=int(match["month"]),
            day=int(match["day"]),
            text=match.group(),
        )
        for match in DAY_OF_MONTH.finditer(low)
        if 1 <= int(match["month"]) <= 12 and not is_of_document(low, match.start())
    ]


def is_of_document(low: str, at: int) -> bool:
    """Whether the day that begins there is that of the document or count named before it."""
    return OF_DOCUMENT.search(low, max(0, at - NUMBER_LENGTH), at) is not None


def compare_days(one: Date | None, two: Date | None) -> int | None:
    """-1, 0 or 1 as the first ends before, with or after the second.

    Only the parts that both have are compared; None if there are none.
    """
    if one is None or two is None:
        return None
    a, b = _moment(one), _moment(two)
    first = next((i for i in range(3) if a[i] is not None and b[i] is not None), None)
    if first is None or (first == DAY and a[:DAY] != b[:DAY]):
        return None  # trước ngày 28 (of any month) and ngày 05 tháng 4
    for x, y in zip(a[first:], b[first:], strict=True):
        if x is None or y is None:
            break
        if x != y:
            return 1 if x > y else -1
    return 0


def _moment(date: Date) -> Moment:
    """Year, month and day of the last day of a date, a day without a month as it is."""
    month, day = date.month, date.day
    if date.quarter is not None and month is None:
        month = 3 * date.quarter
    if month is None and day is None and date.year is not None:
        month = 12
    if month is not None and day is None:
        day = monthrange(date.year or LEAP_YEAR, month)[1]
    return date.year, month, day


def _distance(one: Date | None, two: Date | None) -> int:
    if one is None or two is None:
        return 0
    days = 0
    for size, x, y in zip((372, 31, 1), _moment(one), _moment(two), strict=True):
        if x is not None and y is not None:
            days += size * (x - y)
    return abs(days)


def _period(phase: Phase) -> str | None:
    texts = [date.text for date in (phase.start, phase.end) if date is not None]
    return " - ".join(dict.fromkeys(texts)) or None


def _dated(duty: Unit, lost: Sequence[Act]) -> list[Deadline]:
    return [time for time in duty.deadlines if time.date is not None and not _inside(time, lost)]


def _inside(time: Deadline, acts: Sequence[Act]) -> bool:
    """Whether a time stands in the words of one of the acts."""
    return any(holds(act.span, time.span) for act in acts)


# ---------------------------------------------------------------- terms, rates, quantities


def _changed_terms(asked: Sequence[str], said: Sequence[str]) -> Iterator[Change]:
    """``trong vòng 24 giờ`` made ``48 giờ``, ``25 ngày trước`` made ``10 ngày trước``."""
    offered = [term for words in said for term in read_amounts(words).terms]
    for term in (term for words in asked for term in read_amounts(words).terms):
        alike = [other for other in offered if other.ahead == term.ahead]
        if not alike:
            yield Change(field="deadline", from_=term.text, to=None, effect="dropped")
            continue
        nearest = min(alike, key=lambda other: abs(other.days - term.days))
        if nearest.days == term.days:
            continue
        later = (nearest.days > term.days) != term.ahead
        effect: Effect = "later" if later else "earlier"
        yield Change(field="deadline", from_=term.text, to=nearest.text, effect=effect)


def _changed_rates(asked: Sequence[Rate], said: Sequence[Rate]) -> Iterator[Change]:
    """``hằng tuần`` made ``mỗi tháng một lần``; once a year may go unsaid in a year's plan."""
    for rate in asked:
        if any(_equal(rate.a_year, other.a_year) for other in said):
            continue
        if said:
            most = max(said, key=lambda other: other.a_year)
            effect: Effect = "higher" if most.a_year > rate.a_year else "loosened"
            yield Change(field="recurrence", from_=rate.text, to=most.text, effect=effect)
        elif rate.a_year > 1:
            yield Change(field="recurrence", from_=rate.text, to=None, effect="dropped")


def _changed_quantities(asked: Sequence[str], said: Sequence[str]) -> Iterator[Change]:
    """``từ 70% trở lên`` made ``60%``; ``100%`` may be said in words, ``01`` go unsaid."""
    wanted = [quantity for words in asked for quantity in read_amounts(words).quantities]
    offered = [quantity for words in said for quantity in read_amounts(words).quantities]
    whole = any(ALL_OF_THEM.search(lowered(words)) for words in said)
    every = [match.group() for words in said for match in EVERY_SINGLE.finditer(lowered(words))]
    kept, spare = _kept(wanted, offered)
    left = [quantity for quantity in wanted if quantity not in kept]
    pairs = [(q, o) for q in left for o in spare if _same_unit(q, o)]
    meant: dict[Quantity, Quantity] = {}
    for quantity, other in sorted(pairs, key=_apart):
        if quantity not in meant and other not in meant.values():
            meant[quantity] = other
    for quantity in left:
        if quantity in meant:
            yield _changed_quantity(quantity, meant[quantity])
        elif every and quantity.unit == "%" and quantity.value < 100:
            yield Change(field="target", from_=quantity.text, to=every[0], effect="higher")
        elif quantity.value == 100 and (whole or any(map(names_bodies, behind(quantity, asked)))):
            continue
        elif quantity.value != 1:
            yield Change(field="target", from_=quantity.text, to=None, effect="dropped")


def behind(quantity: Quantity, asked: Sequence[str]) -> Iterator[str]:
    """What stands behind a quantity that begins the words: who acts, not on whom."""
    for words in asked:
        if quantity.span[0] == 0 and words[slice(*quantity.span)] == quantity.text:
            yield words[quantity.span[1] :]


def _apart(pair: tuple[Quantity, Quantity]) -> tuple[bool, float]:
    """How far two quantities are from meaning the same: by their units, then how many times."""
    one, two = pair
    times = max(one.value, two.value) / max(min(one.value, two.value), 0.01)
    return one.unit != two.unit, times


def _kept(
    wanted: Sequence[Quantity], offered: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """The quantities asked that an answer has, and those of the answers that none asks for.

    One of another unit counts where none of its own is left: ``300 cuốn``, ``300 quyển sách``.
    """
    kept: list[Quantity] = []
    spare = list(offered)
    for quantity in wanted:
        same = [o for o in spare if _equal(o.value, quantity.value) and _same_unit(o, quantity)]
        if same:
            kept.append(quantity)
            spare.remove(same[0])
    for quantity in (q for q in wanted if q not in kept):
        same = [o for o in spare if _equal(o.value, quantity.value) and _same_scale(o, quantity)]
        if same and not any(_same_unit(o, quantity) for o in spare):
            kept.append(quantity)
            spare.remove(same[0])
    again = [q for q in wanted if any(_equal(q.value, o.value) and _same_scale(o, q) for o in kept)]
    return again, spare


def _changed_quantity(quantity: Quantity, other: Quantity) -> Change:
    more = other.value > quantity.value
    effect: Effect = "higher" if more else "lower"
    if quantity.sense == "most":  # tối đa 03 phút: more of it is laxer, less stricter
        effect = "loosened" if more else "higher"
    return Change(field="target", from_=quantity.text, to=other.text, effect=effect)


def _same_scale(one: Quantity, two: Quantity) -> bool:
    return (one.unit == "%") == (two.unit == "%")


def _same_unit(one: Quantity, two: Quantity) -> bool:
    return one.unit.split()[0] == two.unit.split()[0]


def _equal(one: float, two: float) -> bool:
    return abs(one - two) <= 0.01 * max(abs(one), abs(two))


def _rates(unit: Unit, words: Sequence[str]) -> list[Rate]:
    """The rates in the words, and that of an attribute line or another cell of the row."""
    found = [rate for text in words for rate in read_amounts(text).rates]
    if found:  # what the record says of them came from the same words
        return found
    outside = [time for time in unit.deadlines if time.span == unit.span and time.recurrence]
    return [Rate(float(RECURRENCES[time.recurrence or ""]), time.text, (0, 0)) for time in outside]


def _words(duty: Unit, lost: Sequence[Act]) -> list[str]:
    """The words of a duty that are not lost."""
    if not lost:
        return [duty.text]
    return [act.text for act in duty.acts if act not in lost]


ALL_OF_THEM = pattern(rf"\b{any_of(WHOLE)}\b")
EVERY_SINGLE = pattern(rf"\b{any_of(WITHOUT_EXCEPTION)}\b")
NUMBER_LENGTH = 60  # characters: the number of a document and the words before its date
# 12/KH-UBND ngày | 05/01/2025    số liệu tính đến | 01/01/2025
OF_DOCUMENT = pattern(
    rf"(?:/[^\W\d][\w/-]*|\b{any_of(COUNTED_UP_TO)})\s+(?:{any_of(DAY_WORDS)}\s+)?$"
)

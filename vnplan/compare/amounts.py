"""How much, how often and how soon: the quantities, rates and terms in a stretch of words.

Numbers that only name a thing (``ngày 15``, ``Kế hoạch số 12``, ``ISO 9001:2015``) or stand
within quotes are none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from vnplan.lexicon.quantities import (
    AT_LEAST,
    AT_MOST,
    BEFORE,
    DAYS,
    EVERY,
    LASTING,
    NAMED_BY_NUMBER,
    NUMBER_WORDS,
    OCCURRENCES,
    ONE_TIME,
    PER,
    PERIODIC_THINGS,
    PERIODS,
    PERSONS,
    SCALES,
    TERM_WORDS,
    UNITS_ALONE,
    UPWARDS,
)
from vnplan.patterns import any_of, pattern
from vnplan.views import lowered

Sense = Literal["least", "most"]


class Quantity(NamedTuple):
    """A number of things: ``unit`` is ``%``, ``person`` or the syllables that follow.

    ``span`` is into the string read, ``text`` its words with the limit in front of them.
    """

    value: float
    unit: str
    sense: Sense
    text: str
    span: tuple[int, int]


class Rate(NamedTuple):
    """How many times a year (tần suất): ``định kỳ 06 tháng một lần`` is 2."""

    a_year: float
    text: str
    span: tuple[int, int]


class Term(NamedTuple):
    """A length of time in days: at most so long after, or (``ahead``) at least so long before."""

    days: float
    ahead: bool
    text: str
    span: tuple[int, int]


COUNT = rf"(?:\d{{1,4}}|{any_of(NUMBER_WORDS)})"
PERIOD = any_of(PERIODS)
OCCURRENCE = any_of(OCCURRENCES)
LIMIT = any_of((*AT_LEAST, *AT_MOST))

# 90% hồ sơ    200 m2 đất    58 triệu đồng/năm    1.500 lượt người
# not: 12/KH-UBND    9001:2015    2021 - 2025 (a year)
QUANTITY = pattern(
    r"""
    (?<![\w.,/:-]) (?!(?:19|20)\d\d\s\D)
    (?P<value>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,9}(?:,\d+)?)
    (?:\s?(?P<percent>%)|\s(?P<unit>m2|\p{L}+(?:\s\p{L}+)?))
    """,
    re.VERBOSE,
)

# trong vòng 24 giờ    chậm nhất 25 ngày trước ngày có hiệu lực    not: báo cáo 6 tháng
TERM = pattern(
    rf"""
    \b{any_of(TERM_WORDS)}\s
    (?P<value>\d{{1,4}})\s(?P<unit>{any_of(DAYS)})\b
    (?P<ahead>\s{any_of((BEFORE,))}\b)?
    """,
    re.VERBOSE,
)

# mỗi tháng ít nhất 01 lần    mỗi tuần 02 buổi    hằng quý    báo cáo quý
EVERY_PERIOD = pattern(
    rf"""
    \b(?:{any_of(EVERY)}|{any_of(PERIODIC_THINGS)})\s(?P<period>{PERIOD})\b
    (?:\s(?:{LIMIT}\s)?(?P<count>{COUNT})\s{OCCURRENCE}\b)?
    """,
    re.VERBOSE,
)

# ít nhất 02 lần trong năm    02 lần/năm    02 buổi mỗi tuần
TIMES_PER = pattern(
    rf"""
    \b(?P<count>{COUNT})\s{OCCURRENCE}
    (?:\s?/\s?|\s{any_of(PER)}\s)(?:{any_of(PER)}\s)?(?P<period>{PERIOD})\b
    """,
    re.VERBOSE,
)

# định kỳ 06 tháng một lần    2 năm một lần    6 tháng/lần
ONCE_IN = pattern(
    rf"\b(?P<length>{COUNT})\s(?P<period>{PERIOD})(?:\s?/\s?|\s{COUNT}\s){OCCURRENCE}\b"
)

# 02 tin, bài/tháng    not: 12/KH
SLASH_PERIOD = pattern(rf"(?<=\p{{L}})/(?P<period>{PERIOD})\b")

# ngày tham gia trở lên    not: ngày, từ 2 năm trở lên
OR_MORE = pattern(rf"\w+(?:\s[^,;.\d]{{1,30}}?)?\s{any_of(UPWARDS)}\b")

QUOTED = pattern(r"[“\"«][^“”\"»]{0,80}[”\"»]")

COUNTED = {lowered(word): number for word, number in NUMBER_WORDS.items()}
TIMES_A_YEAR = {lowered(word): times for word, times in PERIODS.items()}
LENGTH_IN_DAYS = {lowered(word): days for word, days in DAYS.items()}
SCALE = {lowered(word): times for word, times in SCALES.items()}
NOT_COUNTED = (lowered(ONE_TIME), *LENGTH_IN_DAYS, *TIMES_A_YEAR)
NAMING = tuple(lowered(word) + " " for word in NAMED_BY_NUMBER)
LEAST = tuple(lowered(word) + " " for word in AT_LEAST)
MOST = tuple(lowered(word) + " " for word in AT_MOST)
LASTS = tuple(lowered(word) + " " for word in LASTING)
PEOPLE = tuple(map(lowered, PERSONS))
PEOPLE_OF_TWO = tuple(word for word in PEOPLE if " " in word)
WHOLE_UNITS = frozenset(map(lowered, UNITS_ALONE))


class Amounts(NamedTuple):
    """All that a stretch of words says of how much, how often and how soon, in order."""

    quantities: tuple[Quantity, ...]
    rates: tuple[Rate, ...]
    terms: tuple[Term, ...]


@lru_cache(maxsize=4096)  # one unit is an answer to many duties
def read_amounts(text: str) -> Amounts:
    """The quantities, rates and terms in clean words; no number counts twice."""
    low = lowered(text)
    taken = bytearray(len(low))  # 1 where a letter belongs to what was found before
    rates = tuple(sorted(_find_rates(text, low, taken), key=lambda rate: rate.span))
    terms = tuple(_find_terms(text, low))
    for start, end in (*(term.span for term in terms), *(m.span() for m in QUOTED.finditer(low))):
        taken[start:end] = bytes([1]) * (end - start)
    return Amounts(tuple(_find_quantities(text, low, taken)), rates, terms)


def _find_quantities(text: str, low: str, taken: bytearray) -> Iterator[Quantity]:
    for match in QUANTITY.finditer(low):
        start = match.start()
        unit = match["percent"] or match["unit"]
        first, _, rest = unit.partition(" ")
        if taken[start] or low.endswith(NAMING, 0, start):
            continue
        if first in NOT_COUNTED and not (
            first in LENGTH_IN_DAYS
            and (low.endswith(LASTS, 0, start) or OR_MORE.match(low, match.start("unit")))
        ):
            continue  # not: trong 6 tháng    yes: ít nhất 30 phút, từ 6 tháng trở lên
        value = float(match["value"].replace(".", "").replace(",", "."))
        end = match.end()
        if rest and first in WHOLE_UNITS and not unit.startswith(PEOPLE_OF_TWO):
            unit, end = first, end - len(unit) + len(first)  # 40 cây | bóng mát
        if first in SCALE:
            value, unit = value * SCALE[first], rest or first
        elif unit.startswith(PEOPLE):
            unit = "person"
        most = next((word for word in MOST if low.endswith(word, 0, start)), "")
        least = next((word for word in LEAST if low.endswith(word, 0, start)), "")
        span = (start - len(most or least), end)
        yield Quantity(value, unit, "most" if most else "least", text[slice(*span)], span)


def _find_rates(text: str, low: str, taken: bytearray) -> Iterator[Rate]:
    """The rates by the order of the rules; what one has found is marked as taken."""
    for rule in (ONCE_IN, TIMES_PER, EVERY_PERIOD, SLASH_PERIOD):
        for match in rule.finditer(low):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = bytes([1]) * (end - start)
            said = match.groupdict()
            a_year = TIMES_A_YEAR[match["period"]] * _count(said.get("count"))
            a_year /= _count(said.get("length"))
            yield Rate(a_year, text[start:end], (start, end))


def _find_terms(text: str, low: str) -> list[Term]:
    return [
        Term(
            int(match["value"]) * LENGTH_IN_DAYS[match["unit"]],
            match["ahead"] is not None,
            text[match.start() : match.end()],
            match.span(),
        )
        for match in TERM.finditer(low)
    ]


def _count(words: str | None) -> float:
    return float(COUNTED.get(words) or int(words) or 1) if words else 1.0

"""Times, windows, deadlines and recurrences in a stretch of a page.

A time is read in two steps: every part of a date that stands in the window
(``ngày 06``, ``15/11/2017``, ``tháng 4``), and then what neighbours make of one another
(``Từ ngày 06 - 15/11/2017`` lends the 6th its month and year). Short forms that could be
anything (``5/6``, ``2023``) count only where a neighbour or a preposition vouches for them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple, cast

from vnplan.lexicon import dates as lexicon
from vnplan.patterns import any_of, pattern
from vnplan.records import Date, Deadline, Recurrence, Span
from vnplan.text import Page
from vnplan.views import clean, lowered

Match = re.Match[str]


class Time(NamedTuple):
    """A time expression: its span, its date, and its end where it is a window.

    ``open_end`` is set for a window without end (``từ quý I năm 2024``), ``open_start`` for
    one without a start (``đến năm 2030``), whose ``date`` is then the end.
    """

    span: Span
    date: Date
    end: Date | None = None
    open_start: bool = False
    open_end: bool = False


def just_before(rule: re.Pattern[str], text: str, start: int, here: int) -> Match | None:
    """What a pattern that ends in ``\\Z`` takes right before ``here``, 160 characters at most."""
    return rule.search(text, max(start, here - 160), here)


# ---------------------------------------------------------------- the parts of a date

B = "[ ]{0,80}+"  # a line end inside a paragraph can be as wide as its indentation
GAP = "[ .\u2026_]{0,80}+"  # a blank that nobody filled in
D = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
M = r"(?:1[0-2]|0?[1-9])(?!\d)"
Y = r"(?:19|20)[ ]?\d{2}(?!\d)"
DAY, MONTH, YEAR = any_of(lexicon.DAY), any_of(lexicon.MONTH), any_of(lexicon.YEAR)
TIMES = any_of(lexicon.TIMES)
DAY_FIRST = any_of(lexicon.DAY_FIRST)
SEVERAL = rf"(?!{B}{TIMES}(?!\w))"  # 06 tháng 1 lần
MONTH_NAME = rf"{any_of(lexicon.MONTH_NAMES)}(?!\w|[ ]*\d){SEVERAL}"
BEFORE_YEAR = rf"(?={B}{YEAR}{B}\d)"
ITS_YEAR = rf"(?:(?:[ ,]{{0,9}}{YEAR}|[ ]?[/.-]){GAP}(?P<year>{Y}))?"
IN_QUARTER = rf"(?:(?:[ ,]{{0,9}}{YEAR}|[ ]?[/.-]|[ ,]){B}(?P<year>{Y}))?"
ALL_OF_IT = r"(?![/\d\w]|-[^\W\d])"  # not: 30/2016/NQ-HĐND

# Each part has a name of its own and one pattern; a trailing _ marks a second place of a value.
# most numbers are no days: what follows must link the day to a date
GOES_ON = rf"(?=[ ]{{0,80}}(?:[-,]|{any_of((*lexicon.UNTIL, *lexicon.AND))}(?!\w)))"
PART_PATTERNS: dict[str, str] = {
    # takes: ngày 05 tháng 01 năm 2024    ngày    tháng 12 năm 2011    mùng 3 tháng giêng
    # not:   ngày 05 tháng sau
    "worded": rf"""(?:{DAY}{GAP})?
        (?: (?:{DAY_FIRST}{B})? (?P<day>{D}|{any_of(lexicon.DAY_NAMES)}) {GAP} )?
        {MONTH}{GAP}
        (?: (?P<month>{M}|{MONTH_NAME}) {SEVERAL} {ITS_YEAR} | {YEAR}{GAP}(?P<year_>{Y}) )""",
    # takes: ngày 2l tháng 3 năm 2017 (an illegible day)
    "illegible": rf"""{DAY}[ ]?[^\s,;.]{{1,4}}[ ]?
        {MONTH}{GAP}(?P<month>{M}){GAP}{YEAR}{GAP}(?P<year>{Y})""",
    # takes: 29/12/2023    ngày 28.10.2016    05-10-2020    25 /10/2020
    "slashed": rf"""(?:{DAY}{B})? (?P<day>{D})[ ]{{0,3}}(?P<sign>[/.-])[ ]{{0,3}}(?P<month>{M})
        [ ]{{0,3}}(?P=sign)[ ]{{0,3}}(?P<year>{Y}){ALL_OF_IT}""",
    # takes: ngày 1/2/24    not: 1/2/24
    "short_year": rf"{DAY}{B}(?P<day>{D})/(?P<month>{M})/(?P<year>\d\d){ALL_OF_IT}",
    # takes: ngày …/…/2024    ngày   /3/2024
    "unfilled": rf"{DAY}{GAP}/{GAP}(?:(?P<month>{M}){GAP})?/{B}(?P<year>{Y})(?!/)",
    # takes: ngày 15/12
    "day_month": rf"{DAY}{B}(?P<day>{D})[/.](?P<month>{M})(?![/.]?\d)",
    # takes: ngày 25 (which something must vouch for)
    "day_only": rf"{DAY}{B}(?P<day>{D})(?![/.]?\w)",
    # takes: tháng 3 năm 2025    tháng 11/2020    tháng chạp    tháng ba năm 2025
    # not:   06 tháng một lần    trong tháng một số đơn vị
    "month": rf"""{MONTH}{GAP} (?: (?P<month>{M}){SEVERAL}
        | (?P<month_>{any_of(lexicon.SURE_MONTH_NAMES)}(?!\w) | {MONTH_NAME}{BEFORE_YEAR}) )
        {ITS_YEAR}""",
    # takes: tháng      năm 2011
    "blank_month": rf"{MONTH}{GAP}{YEAR}{GAP}(?P<year>{Y})",
    # takes: quý I năm 2024    Quý IV/2024    quý 3 năm 2025    not: quý vị
    "quarter": rf"""{any_of(lexicon.QUARTER)}{B}
        (?: (?P<quarter>(?:iv|i{{1,3}}|[1-4])(?!\w))
          | (?P<quarter_>{any_of(lexicon.QUARTER_NAMES)}){BEFORE_YEAR} ) {IN_QUARTER}""",
    # takes: năm 2025    năm học 2024 (- 2025)    not: năm 20 tuổi
    "year": rf"(?:{any_of(lexicon.LONG_YEAR)}{B}|{YEAR}{GAP})(?P<year>{Y})(?![/\w])",
    # what counts only where something vouches for it: 15 tháng 11    15/12    12/2027    II
    "loose_worded": rf"(?P<day>{D}){B}{MONTH}{B}(?P<month>{M}){SEVERAL}{ITS_YEAR}",
    "loose_day_month": rf"(?P<day>{D})/(?P<month>{M})(?![/.]?\w)",
    "loose_month": rf"(?P<month>{M})/(?P<year>(?:19|20)\d\d){ALL_OF_IT}",
    "loose_month_worded": rf"(?P<month>{M}){B}{YEAR}{B}(?P<year>{Y})",
    "loose_year": rf"(?P<year>(?:19|20)\d\d)(?![.,]\d){ALL_OF_IT}",
    "loose_day": rf"(?P<day>{D})(?![.,]\d){ALL_OF_IT}{GOES_ON}",
    "loose_quarter": rf"(?P<quarter>iv|i{{1,3}})(?!\w){IN_QUARTER}",
}
PARTS = {name: pattern(source, re.VERBOSE) for name, source in PART_PATTERNS.items()}
# which of them may begin with a word, tried in this order
BEHIND_WORD = {
    **dict.fromkeys(
        map(lowered, (*lexicon.DAY, *lexicon.DAY_FIRST)),
        ("worded", "slashed", "short_year", "unfilled", "day_month", "day_only", "illegible"),
    ),
    **dict.fromkeys(map(lowered, lexicon.MONTH), ("month", "blank_month")),
    **dict.fromkeys(map(lowered, lexicon.QUARTER), ("quarter",)),
    **dict.fromkeys(map(lowered, (*lexicon.YEAR, *lexicon.LONG_YEAR)), ("year",)),
    **dict.fromkeys(("i", "ii", "iii", "iv"), ("loose_quarter",)),
}
# and which with one or two digits: by what follows them, for most are followed by nothing that a
# date goes on with
SLASHED = ("slashed", "loose_day_month", "loose_month")
BEHIND_SHORT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("/", SLASHED),
    **dict.fromkeys(".", ("slashed",)),
    **dict.fromkeys("-", ("slashed", "loose_day")),
    **dict.fromkeys((",", *map(lowered, (*lexicon.UNTIL, *lexicon.AND))), ("loose_day",)),
    **dict.fromkeys(map(lowered, lexicon.MONTH), ("loose_worded",)),
    **dict.fromkeys(map(lowered, lexicon.YEAR), ("loose_month_worded",)),
}
GOING_ON = any_of((*lexicon.MONTH, *lexicon.YEAR, *lexicon.UNTIL, *lexicon.AND))
AFTER_SHORT = pattern(rf"[ ]{{0,80}}([-/.,]|{GOING_ON})")
NOT_BEFORE = frozenset("/.,_")  # what no number of a date stands behind
SLASHES = frozenset(("slashed", "short_year", "unfilled", "day_month"))
# where a part may begin: three patterns, because each by itself skips what it cannot begin with;
# the words are looked for by their first syllables
FIRST_SYLLABLES = tuple(sorted({lowered(word).split()[0] for word in lexicon.FIRST_WORDS}))
DIGITS = pattern("|".join(rf"{digit}\d*" for digit in range(10)))
FIRST_WORD = pattern(rf"{any_of(lexicon.FIRST_WORDS)}(?![^\W\d])")
ROMAN = pattern(r"i(?<!\wi)(?:i{0,2}|v)(?!\w)")
MONTH_AND_BEFORE = pattern(
    rf"(?<!\w){MONTH}[ ]\d{{1,2}}[ ]?(?:[-,]|{any_of((*lexicon.UNTIL, *lexicon.AND))})[ ]?\Z"
)


@dataclass(slots=True)
class Part:
    """A part of a date, and whether anything vouches for it yet."""

    kind: str
    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    quarter: int | None
    sure: bool
    date_start: int

    @property
    def grain(self) -> str:
        """What it is a date of: ``day``, ``month``, ``quarter`` or ``year``."""
        if self.day is not None:
            return "day"
        if self.quarter is not None:
            return "quarter"
        return "month" if self.month is not None else "year"


DAYS = {lowered(name): number for name, number in lexicon.DAY_NAMES.items()}
MONTHS = {lowered(name): number for name, number in lexicon.MONTH_NAMES.items()}
QUARTERS = {lowered(name): number for name, number in lexicon.QUARTER_NAMES.items()}


def find_parts(low: str) -> tuple[list[Part], list[Part]]:
    """The parts of dates in the low view of a page, and those of no calendar by themselves."""
    parts: list[Part] = []
    impossible: list[Part] = []
    here = 0
    beginnings = [*DIGITS.finditer(low), *ROMAN.finditer(low)]
    for syllable in FIRST_SYLLABLES:
        words = (FIRST_WORD.match(low, at) for at in places(low, syllable))
        beginnings += filter(None, words)
    for beginning in sorted(beginnings, key=re.Match.start):
        begin = beginning.start()
        before = low[begin - 1 : begin]  # a look behind in the pattern would be far slower
        if begin < here or before.isalnum():
            continue
        part = part_at(low, beginning, len(low))
        if part is not None:
            here = part.end
            (parts if in_calendar(part) else impossible).append(part)
    return parts, impossible


def parts_between(page: Page, start: int, stop: int) -> list[Part]:
    """The parts of dates that lie in a window; the whole page is searched once."""
    found = page.memo.get("parts of dates")
    if found is None:
        parts, page.memo["impossible dates"] = find_parts(page.low)
        lend_in_lists(page.low, parts)
        found = page.memo["parts of dates"] = ([part.start for part in parts], parts)
    starts, parts = found
    first = bisect_left(starts, start)
    if first == len(starts) or starts[first] >= stop:
        return []
    inside = parts[first : bisect_left(starts, stop)]
    return inside if inside[-1].end <= stop else [part for part in inside if part.end <= stop]


def impossible_dates(page: Page) -> list[Span]:
    """Where the page names a day that no calendar has: ``trước ngày 31/11/2024``."""
    parts_between(page, 0, 0)
    return [
        (part.date_start, part.end)
        for part in page.memo["impossible dates"]
        if part.sure or vouched(page.low, part, 0, len(page.low))
    ]


def part_at(low: str, beginning: Match, stop: int) -> Part | None:
    """The part of a date that has such a beginning, in a calendar or not."""
    here, end = beginning.span()
    if low[here].isdecimal():
        kinds: tuple[str, ...] = ("loose_year",)
        if end - here <= 2:
            after = AFTER_SHORT.match(low, end, stop)
            if after is None:
                return None
            kinds = BEHIND_SHORT[clean(after[1])]
        elif end - here != 4:
            return None
        before = low[here - 1 : here]
        if before in NOT_BEFORE or (before == "-" and low[here - 2 : here - 1].isalpha()):
            return None  # KH-2024
    else:
        kinds = BEHIND_WORD[clean(beginning.group())]
    for kind in kinds:
        match = PARTS[kind].match(low, here, stop)
        if match is None:
            continue
        if kind == "loose_month_worded" and not just_before(MONTH_AND_BEFORE, low, 0, here):
            continue  # kế hoạch 5 năm 2021 - 2025
        if kind == "loose_worded" and not just_before(LINK_BEFORE, low, 0, here):
            continue  # đợt 2 tháng 9/2024
        return as_part(kind, match)
    return None


def as_part(kind: str, match: Match) -> Part:
    """The part of a date that was matched."""
    read = {name.rstrip("_"): value for name, value in match.groupdict().items() if value}
    first, end = match.span()
    if kind in SLASHES:
        first = min(match.start(name) for name in ("year", "month", "day") if name in read)
    return Part(
        kind,
        match.start(),
        end,
        as_year(read.get("year")),
        as_number(read.get("month"), MONTHS),
        as_number(read.get("day"), DAYS),
        as_number(read.get("quarter"), QUARTERS),
        not kind.startswith("loose") and kind != "day_only",
        first,
    )


def as_number(read: str | None, names: dict[str, int]) -> int | None:
    """A number in digits or by its name."""
    if read is None:
        return None
    return int(read) if read.isdecimal() else names[clean(read)]


def as_year(read: str | None) -> int | None:
    """A year in four digits; of two digits, those of this century up to 50."""
    if read is None:
        return None
    year = int(read.replace(" ", ""))
    if year < 100:
        return year + (2000 if year <= 50 else 1900)
    return year


def in_calendar(part: Part) -> bool:
    """Whether the month has such a day (29/02 needs no year to be right)."""
    if part.day is None or part.month is None:
        return True
    return part.day <= monthrange(part.year or 2000, part.month)[1]


# ---------------------------------------------------------------- what stands before a part

CLOCK = (
    rf"\d{{1,2}}[ ]?{any_of(lexicon.CLOCK_HOUR)}(?:[ ]?\d{{2}})?"
    rf"(?:[ ]?{any_of(lexicon.CLOCK_MINUTE)})?(?!\w)"
)
AT = rf"(?:(?:{CLOCK}|{any_of(lexicon.WEEKDAYS)}(?!\w))[ ,]{{1,9}}){{0,3}}"  # 7h00 thứ bảy
TERM = rf"{any_of(lexicon.TERM)}[ ](?:i{{1,3}}|[1-3])"
WEEK = rf"(?:{any_of(lexicon.WEEK)}[ ]\d|{any_of(lexicon.WEEKS)}(?:[ ]{any_of(lexicon.OF)})?)"
HALF = rf"\d{{1,2}}[ ]{MONTH}[ ]{any_of(lexicon.HALVES)}"
OF_WHOLE = rf"(?:{HALF}|{TERM}|{WEEK}|{any_of(lexicon.PARTS)})[ ,]{{1,9}}"

# takes: trung tuần, tuần thứ 2, học kỳ I, 6 tháng đầu
OF_WHOLE_BEFORE = pattern(rf"(?<!\w){OF_WHOLE}\Z")
OF_WHOLE_WORDS = (*lexicon.HALVES, *lexicon.WEEKS, *lexicon.OF, *lexicon.PARTS)
OF_WHOLE_ENDS = ("i", *sorted({lowered(word).split()[-1] for word in OF_WHOLE_WORDS}))
# takes: hạn cuối (20/3)    not: hạn cuối (tháng 6)
LIMITS_IN_PART = [word for word in lexicon.LIMITS if word.endswith(lexicon.PARTS)]
LIMIT_IN_PART = pattern(rf"(?<!\w){any_of(LIMITS_IN_PART)}[ ]{{1,9}}\Z")
BY_DAY = pattern(rf"\d|{DAY}(?!\w)")
FROM_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.FROM)}[ :]{{1,9}}{AT}\Z")
UNTIL_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.UNTIL)}[ ]{{1,9}}{AT}\Z")
# from hour to hour of one day: từ 7h00 đến 12h00 ngày 06/12
HOURS_BEFORE = pattern(rf"{CLOCK}[ ,]{{1,9}}\Z")
STAGE_BEFORE = pattern(rf"(?<!\w){any_of((*lexicon.STAGE, *lexicon.FROM))}[ ]{{1,9}}\Z")
# takes: Giai đoạn 1 (2021 - 2023)    Giai đoạn II: 2021 - 2023
NUMBERED_STAGE_BEFORE = pattern(
    rf"(?<!\w){any_of(lexicon.STAGE)}[ ](?:\d{{1,2}}|[ivx]{{1,4}})[ ]{{0,3}}[(:][ ]{{0,3}}\Z"
)
LED_BEFORE = pattern(
    r"(?<!\w)"
    + any_of(
        (*lexicon.FROM, *lexicon.UNTIL, *lexicon.LIMITS, *lexicon.LIMIT_LINKS, *lexicon.WITHIN)
    )
    + rf"[ :]{{1,9}}{AT}\Z"
)
LINK_BEFORE = pattern(
    r"(?:[,-]|(?<!\w)"
    + any_of((*lexicon.FROM, *lexicon.UNTIL, *lexicon.LIMITS, *lexicon.LIMIT_LINKS))
    + rf"|(?<!\w){any_of((*lexicon.WITHIN, *lexicon.AND))})[ ]{{0,9}}{AT}\Z"
)
# takes: Hạn chót nộp bài: 17h    Thời hạn gửi bài về Ban Tổ chức:
LIMIT_LABEL_BEFORE = pattern(
    rf"(?<!\w){any_of(lexicon.LIMIT_LABELS)}(?:[ ]\w{{1,12}}){{0,8}}[ ]?:[ ]{{0,9}}(?P<at>{AT})\Z"
)
OPENING_BEFORE = pattern(r"(?:[:(|\n]|^)[ +-]{0,9}\Z")  # Nộp bài: 01/8 - 05/8
# behind 15/12 or 6/2025; anything else makes it a fraction (trước 5/6 chỉ tiêu)
SHORT_AFTER = pattern(rf"[ ]*+(?:[^\w%]|\Z|{any_of(lexicon.AFTER_SHORT_DATE)}(?!\w))")

# ---------------------------------------------------------------- what joins two parts

NOTE = r"(?:[ ]?\([^()\n]{0,24}\))?"  # (thứ Sáu)
RANGE = pattern(
    rf"{NOTE}[ ,]{{0,80}}(?:-|{any_of(lexicon.UNTIL)}(?!\w))[ ]{{0,80}}{AT}(?:{OF_WHOLE})?"
)
LIST = pattern(rf"{NOTE}[ ]{{0,80}}(?:,|{any_of(lexicon.AND)}(?!\w))[ ]{{0,80}}(?:{OF_WHOLE})?")
LONGEST_JOIN = 120


def find_times(page: Page, start: int, stop: int) -> list[Time]:
    """The time expressions of ``[start, stop)`` in order, windows whole, none overlapping.

    A lone day (``ngày 25``), a fraction (``5/6 chỉ tiêu``) and a document's number are none.
    """
    return [time for time in read_times(page, start, stop) if not lone(time)]


def first_time(page: Page, start: int, stop: int) -> Time | None:
    """The first of the time expressions of ``[start, stop)``."""
    return next((time for time in read_times(page, start, stop) if not lone(time)), None)


def read_times(page: Page, start: int, stop: int) -> Sequence[Time]:
    """The time expressions, and also the days without their months (``ngày 25``)."""
    parts = parts_between(page, start, stop)
    if not parts:
        return ()
    known: dict[Span, list[Time]] = page.memo.setdefault("times", {})
    if (start, stop) not in known:  # asked for by deadlines, duties and steps
        known[start, stop] = list(times_of(page, parts, start, stop))
    return known[start, stop]


def times_of(page: Page, parts: Sequence[Part], start: int, stop: int) -> Iterator[Time]:
    """What the parts of dates in ``[start, stop)`` are the times of."""
    low = page.low
    i = 0
    while i < len(parts):
        first = parts[i]
        second = parts[i + 1] if i + 1 < len(parts) else None
        pair = as_pair(low, first, second, start) if second is not None else None
        if pair is not None:
            yield as_window(page, *pair, start)
            i += 2
            continue
        if first.sure or first.kind == "day_only" or vouched(low, first, start, stop):
            yield as_single(page, first, start)
        i += 1


def joined(low: str, rule: re.Pattern[str], first: Part, second: Part) -> bool:
    """Whether nothing but a connection stands between two parts."""
    if second.start - first.end > LONGEST_JOIN:
        return False
    return rule.fullmatch(low, first.end, second.start) is not None


def lend_in_lists(low: str, parts: list[Part]) -> None:
    """Give the members of a list what its last one says for all.

    ``ngày 11 và 12/10/2024``, ``quý II, quý III năm 2024``, ``ngày 01/6 và 01/12``.
    """
    linked = [
        first.grain == second.grain and joined(low, LIST, first, second)
        for first, second in pairwise(parts)
    ]
    for i in range(len(linked) - 1, -1, -1):
        if linked[i]:
            first, second = parts[i], parts[i + 1]
            if first.kind in ("day_only", "loose_day"):
                first.month = second.month
            if first.month is not None or first.grain == "quarter":
                first.year = first.year if first.year is not None else second.year
            first.sure = first.sure or (first.kind == "day_only" and first.month is not None)
    for i, is_linked in enumerate(linked):
        second = parts[i + 1]
        if is_linked and parts[i].sure:
            second.sure = second.sure or second.month is not None or second.quarter is not None


def vouched(low: str, part: Part, start: int, stop: int) -> bool:
    """Whether a preposition makes a date of a short form (``trước 15/12``, ``đến 2030``)."""
    if part.kind not in ("loose_day_month", "loose_month", "loose_year", "loose_worded"):
        return False
    if not SHORT_AFTER.match(low, part.end, stop):
        return False
    if part.kind == "loose_year" and low[part.end : part.end + 1] == " ":
        return False  # đến 2000 học sinh
    if just_before(LIMIT_LABEL_BEFORE, low, start, part.start):
        return True  # Thời hạn nộp hồ sơ: 15/9
    return just_before(LED_BEFORE, low, start, part.start) is not None


def as_pair(low: str, first: Part, second: Part, start: int) -> tuple[Part, Part] | None:
    """Two parts as the start and the end of one window, the first with what it borrows."""
    if not joined(low, RANGE, first, second):
        return None
    if first.grain == "quarter" and second.kind == "loose_month" and (second.month or 5) <= 4:
        second = replace(second, quarter=second.month, month=None)  # quý 1 - 2/2023
    same = first.grain == second.grain
    month = second.month if first.grain == "day" and first.month is None else first.month
    if first.grain == "day" and (month is None or second.grain == "month"):
        return None  # từ ngày 10 đến ngày 15 hằng tháng
    if not (same or second.grain == "year" or (first.sure and second.sure)):
        return None
    if not window_vouched(low, first, second, start):
        return None
    year = first.year
    if year is None and second.year is not None:
        past = same and later(first, month, second)  # từ 25/12 đến 05/01/2025
        year = second.year - 1 if past else second.year
    lent = replace(first, year=year, month=month)
    return (lent, second) if in_calendar(lent) else None


def window_vouched(low: str, first: Part, second: Part, start: int) -> bool:
    """Whether either part, or what stands before them, says that they are times."""
    if first.kind != "loose_year" and (first.sure or second.sure or first.kind == "day_only"):
        return True
    if just_before(STAGE_BEFORE, low, start, first.start):
        return True
    if just_before(NUMBERED_STAGE_BEFORE, low, start, first.start):
        return True
    short = first.kind == second.kind == "loose_day_month"
    return short and just_before(OPENING_BEFORE, low, start, first.start) is not None


def later(first: Part, month: int | None, second: Part) -> bool:
    """Whether the first part, in the year of the second, would lie behind it."""
    mine = (first.quarter or 0, month or 0, first.day or 0)
    return mine > (second.quarter or 0, second.month or 0, second.day or 0)


def as_window(page: Page, first: Part, second: Part, start: int) -> Time:
    """The window from one part to another."""
    head = whole_start(page.low, start, first.start)
    tail = whole_start(page.low, first.end, second.start)
    whole = lead_start(FROM_BEFORE, page.low, start, head)
    return Time((whole, second.end), as_date(page, first, head), as_date(page, second, tail))


def as_single(page: Page, part: Part, start: int) -> Time:
    """One time, its part of the day or year and the word before it included."""
    low = page.low
    head = whole_start(low, start, part.start)
    since = lead_start(FROM_BEFORE, low, start, head)
    until = lead_start(UNTIL_BEFORE, low, start, head)
    if until < head and just_before(HOURS_BEFORE, low, start, until):
        until = head
    return Time(
        (min(since, until), part.end),
        as_date(page, part, head),
        open_start=until < head,
        open_end=since < head,
    )


def lead_start(rule: re.Pattern[str], low: str, start: int, here: int) -> int:
    """Where the words begin that a pattern takes right before ``here``, else ``here``."""
    match = just_before(rule, low, start, here)
    return match.start() if match else here


def whole_start(low: str, start: int, here: int) -> int:
    """Where the words begin that tell which part of a time is meant (``cuối``), else ``here``."""
    before = low[max(start, here - 20) : here].rstrip(" ,")
    if not before.endswith(OF_WHOLE_ENDS) and not before[-1:].isdecimal():
        return here  # nearly always, and told in a fifth of the time
    head = lead_start(OF_WHOLE_BEFORE, low, start, here)
    if head < here and BY_DAY.match(low, here) and just_before(LIMIT_IN_PART, low, start, here):
        return here
    return head


def as_date(page: Page, part: Part, start: int) -> Date:
    """The date of a part, with its words from ``start`` on."""
    return Date(
        year=part.year,
        month=part.month,
        day=part.day,
        quarter=part.quarter,
        text=page.words((start, part.end)),
    )


def date_at(page: Page, here: int, stop: int) -> tuple[Date, Span] | None:
    """The single date that begins exactly at ``here``, and its span; null where none does.

    A slashed date is without its ``ngày``; a year may stand bare (``417/QĐ-BXD 2031``).
    """
    if here >= stop:
        return None
    matches = (rule.match(page.low, here, stop) for rule in (DIGITS, FIRST_WORD, ROMAN))
    beginning = next(filter(None, matches), None)
    part = part_at(page.low, beginning, stop) if beginning is not None else None
    if part is None or not in_calendar(part):
        return None
    if part.kind in ("loose_day", "loose_quarter", "day_only"):
        return None
    return as_date(page, part, part.date_start), (part.start, part.end)


# ---------------------------------------------------------------- recurrences

UNIT = any_of(lexicon.UNITS)
EVERY = any_of(lexicon.EVERY)
COUNT = rf"(?:\d{{1,2}}|{any_of(lexicon.COUNTS)})"
# takes: hằng quý    mỗi năm ít nhất 02 lần    định kỳ 6 tháng    06 tháng một lần    2 lần/năm
# not:   hàng hóa    trong 6 tháng    02 lần
RECURRING = pattern(
    rf"""(?<!\w) (?:
    {EVERY}[ ]{{1,9}}(?P<unit>{UNIT})(?!\w)
      (?: [ ]{{1,9}}(?:{any_of(lexicon.AT_LEAST)}[ ]{{1,9}}){{0,2}}
          (?P<times>{COUNT})[ ]{{1,9}}{TIMES}(?!\w) )?
  | {any_of(lexicon.REGULARLY)}[ ]{{1,9}}(?:(?P<count>{COUNT})[ ]{{1,9}})?
      (?P<unit_>{UNIT})(?!\w)(?![ ]{{1,9}}\d)
  | (?P<count_>{COUNT})[ ]{{1,9}}(?P<unit__>{UNIT})
      (?: (?:[ ]?[/,][ ]?|[ ]{{1,9}}){any_of(lexicon.ONCE)}(?!\w) | [ ]?/[ ]?{TIMES}(?!\w) )
  | (?P<times_>{COUNT})[ ]{{1,9}}{TIMES}[ ]{{0,9}}{any_of(lexicon.PER)}[ ]{{0,9}}
      (?:(?P<count__>{COUNT})[ ]{{1,9}})?(?P<unit___>{UNIT})(?!\w)
  | (?P<yearly>{any_of(lexicon.YEARLY)}(?!\w)) )""",
    re.VERBOSE,
)


def last_syllables(words: Iterable[str]) -> tuple[str, ...]:
    """The last syllables of words, of which one stands wherever one of the words does.

    A word that begins with another needs no syllable of its own.
    """
    low = {lowered(word) for word in words}
    shortest = (word for word in low if not any(word.startswith(f"{other} ") for other in low))
    return tuple(sorted({word.split()[-1] for word in shortest}))


def holds_any(page: Page, syllables: tuple[str, ...], start: int, stop: int) -> bool:
    """Whether one of the syllables stands in a stretch; the page is searched once.

    Plain searches for syllables take a tenth of the time of one for a pattern of rare phrases.
    """
    found: list[int] | None = page.memo.get(syllables)
    if found is None:
        found = page.memo[syllables] = sorted(
            at for syllable in syllables for at in places(page.low, syllable)
        )
    at = bisect_left(found, start)
    return at < len(found) and found[at] < stop


def places(low: str, syllable: str) -> Iterator[int]:
    """Where a syllable stands, be it inside a longer one."""
    at = low.find(syllable)
    while at >= 0:
        yield at
        at = low.find(syllable, at + 1)


# every alternative of the pattern above holds one of these
MAY_RECUR = last_syllables(
    (*lexicon.EVERY, *lexicon.REGULARLY, *lexicon.TIMES, *lexicon.ONCE, *lexicon.YEARLY)
)
BY_MONTHS: dict[float, Recurrence] = {
    1: "monthly",
    3: "quarterly",
    6: "semiannual",
    12: "annual",
}
UNIT_NAMES = {lowered(name): cast(Recurrence, value) for name, value in lexicon.UNITS.items()}
UNIT_MONTHS = {lowered(name): value for name, value in lexicon.UNIT_MONTHS.items()}
COUNT_NAMES = {lowered(name): value for name, value in lexicon.COUNTS.items()}


def read_recurrence(page: Page, start: int, stop: int) -> Recurrence | None:
    """How often a thing recurs by the words of a stretch.

    The first that says so counts; what the record has no word for (every two months, every
    five years) is null.
    """
    if not holds_any(page, MAY_RECUR, start, stop):
        return None
    for match in RECURRING.finditer(page.low, start, stop):
        found = recurrence_of(match)
        if found:
            return found
    return None


def recurrence_of(match: Match) -> Recurrence | None:
    """What one match of ``RECURRING`` says."""
    if match["yearly"]:
        return "annual"
    read = {name.rstrip("_"): value for name, value in match.groupdict().items() if value}
    unit = clean(read["unit"])
    count = as_number(read.get("count", "1"), COUNT_NAMES) or 1
    times = as_number(read.get("times", "1"), COUNT_NAMES) or 1
    months = UNIT_MONTHS.get(unit)
    found = None if months is None else BY_MONTHS.get(months * count / times)
    return found or (UNIT_NAMES[unit] if count == 1 else None)


# ---------------------------------------------------------------- deadlines

LINK = rf"(?:\s{{1,9}}{any_of(lexicon.LIMIT_LINKS)}(?!\w)){{0,2}}"
HAPPENING = rf"(?:[ ]{any_of(lexicon.HAPPENINGS)}(?:[ ]\w{{1,12}}){{0,4}})?"
# takes: trước    chậm nhất là 17 giờ 00    hạn chót    trước mùa mưa    trước ngày + line end
LIMIT_BEFORE = pattern(
    rf"(?<!\w){any_of(lexicon.LIMITS)}(?!\w){LINK}{HAPPENING}(?:\s{{1,9}}{DAY})?"
    rf"[:,]?\s{{1,120}}{AT}\Z"
)
COMPARED_BEFORE = pattern(
    rf"(?<!\w){any_of(lexicon.COMPARING)}[ ]{any_of(lexicon.YEAR_BEFORE)}[ ,]{{1,9}}\Z"
)
WITHIN_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.WITHIN)}[ ]{{1,80}}{AT}\Z")
HOUR_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.AT_HOUR)}[ ]{{1,80}}{AT}\Z")
DONE_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.DONE)}[ ]{{1,80}}\Z")
END_OF_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.END_OF)}[ ]{{1,80}}\Z")
IS_DONE = pattern(rf"(?<!\w)(?P<already>{any_of(lexicon.ALREADY)}[ ])?{any_of(lexicon.DONE)}(?!\w)")
DONE_AFTER = pattern(
    rf"[ ,]{{1,9}}(?:{any_of(lexicon.MUST)}[ ]{{1,9}}){{0,2}}{any_of(lexicon.DONE)}(?!\w)"
)
REGULAR_BEFORE = pattern(
    rf"(?<!\w){any_of((*lexicon.PERIODICALLY, *lexicon.WITHIN, *lexicon.EVERY))}"
    rf"(?:[ ]{any_of(lexicon.WITHIN)})?[ ]{{1,9}}\Z"
)
# takes: Thời gian thực hiện:    Thời hạn nộp hồ sơ:
LABEL_BEFORE = pattern(
    rf"(?<!\w)(?P<label>{any_of(lexicon.DUE_LABELS)}(?:[ ]\w{{1,12}}){{0,5}})[ ]?:[ ]{{0,9}}\Z"
)
BARE_LABEL = pattern(any_of(lexicon.BARE_LABELS))
EVENT_LABEL = pattern(any_of(lexicon.EVENT_LABELS))
PRESENCE = pattern(rf"(?<!\w){any_of(lexicon.PRESENCE)}(?!\w)")
PAST_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.PAST)}(?:[ ]\w{{1,12}}){{0,4}}[ ]{{1,9}}\Z")
ONWARD = pattern(rf"[ ,]{{0,9}}{any_of(lexicon.ONWARD)}(?!\w)")
STARTS_WINDOW = pattern(rf"{any_of(lexicon.FROM)}(?!\w)")
# takes: hàng năm    của tháng cuối quý    tháng sau
TAIL = pattern(
    rf"""[ ,]{{0,9}} (?:{any_of(lexicon.OF)}[ ]{{1,9}})? (?:
      (?P<every>{EVERY}[ ]{{1,9}}(?P<unit>{UNIT}))
    | (?P<quarter>{any_of(lexicon.MONTHS_OF_QUARTER)})
    | (?P<month>{any_of(lexicon.NEXT_MONTH)}) )(?!\w)""",
    re.VERBOSE,
)
NUMBER = r"\d{1,3}(?:[ ]?\([^()\n]{1,20}\))?[ ]{1,9}"
# takes: chậm nhất 25 ngày trước ngày văn bản có hiệu lực    not: tối đa 25 ngày làm việc
COUNTED = pattern(
    rf"""(?<!\w){any_of(lexicon.COUNTED_LIMITS)}
    (?:[ ]{{1,9}}{any_of(lexicon.COUNTED_LINKS)}){{0,2}}[ ]{{1,9}}
    {NUMBER}{any_of(lexicon.COUNTED_UNITS)}
    [ ,]{{1,9}}{any_of(lexicon.COUNTED_FROM)}(?!\w)[^.;,:()\n]{{0,120}}""",
    re.VERBOSE,
)
# takes: trước 05 ngày làm việc    not: trước 5 ngày 10/5
AHEAD = pattern(
    rf"(?<!\w){any_of(lexicon.COUNTED_AHEAD)}[ ]{{1,9}}{NUMBER}{any_of(lexicon.DAYS_AHEAD)}"
    r"(?!\w|[ ]{1,9}\d)"
)
# takes: vào dịp tổng kết hàng năm    trước 16 giờ thứ Sáu hằng tuần    trước mùa mưa hằng năm
# not:   kế hoạch công tác hàng năm    trước 16 giờ ngày 25 hằng tháng (a date)
MOMENTS = (*lexicon.OCCASIONS, *lexicon.PARTS, *lexicon.WEEKDAYS)
NOT_WITHIN = "".join(rf"(?<!{'[ ]'.join(lowered(word).split())}[ ])" for word in lexicon.WITHIN)
OCCASION = pattern(
    rf"""(?<!\w){any_of((*lexicon.WITHIN, *lexicon.LIMITS))}{LINK}[ ]{{1,9}}
    (?: {CLOCK} | (?:{DAY}[ ])?{any_of(MOMENTS)}(?!\w)
      | {NOT_WITHIN}{any_of(lexicon.HAPPENINGS)}(?!\w) )
    (?:[ ]{{1,9}}(?!{EVERY}[ ]|{DAY}[ ]{{1,9}}\d)\w{{1,12}}){{0,6}}
    [ ]{{1,9}}{EVERY}[ ]{{1,9}}(?P<unit>{UNIT})(?!\w)""",
    re.VERBOSE,
)


# what each of these patterns holds
SYLLABLES = (
    (COUNTED, last_syllables(lexicon.COUNTED_LIMITS)),
    (AHEAD, last_syllables(lexicon.COUNTED_AHEAD)),
    (OCCASION, last_syllables(lexicon.EVERY)),
)


def find_deadlines(
    page: Page, start: int, stop: int, section: str, *, cited: Sequence[Span] = ()
) -> list[Deadline]:
    """The times of ``[start, stop)`` by which something is due, in order.

    ``cited`` are the sorted spans of citations, whose own times are none; neither are the
    ends of running periods. Whether a time is a heading's or a step of the timetable is for
    the caller to say.
    """
    found: list[Deadline] = []
    for rule, syllables in SYLLABLES:
        if holds_any(page, syllables, start, stop):
            for match in rule.finditer(page.low, start, stop):
                every = UNIT_NAMES[clean(match["unit"])] if rule is OCCASION else None
                end = match.start() + len(match.group().rstrip())
                found.append(as_deadline(page, (match.start(), end), None, every, section))
    if not found and not parts_between(page, start, stop):
        return found
    taken = [deadline.span for deadline in found]
    if cited:
        taken += spans_in(cited, start, stop)
    taken.sort()
    before: Time | None = None
    for time in read_times(page, start, stop):
        head = None
        if not overlaps(taken, time.span):
            head = due_from(page.low, time, before, start, stop)
        before = None
        if head is not None:
            found.append(due(page, (head, time.span[1]), time, start, stop, section))
            before = time
    found.sort(key=lambda deadline: deadline.span)
    return agreed(page.low, found)


def due_from(low: str, time: Time, before: Time | None, start: int, stop: int) -> int | None:
    """Where the deadline begins whose time this is, null where it is none.

    ``before`` is the time of the deadline right before this time, if there is one.
    """
    here, end = time.span
    if time.open_end or STARTS_WINDOW.match(low, here, end):
        return None
    for rule in DUE_RULES:
        head = rule(low, time, start, stop)
        if head is not None:
            return head
    if before is not None and LIST.fullmatch(low, before.span[1], here):
        month = time.date.month is not None and before.date.day is None
        if time.date.day or month:
            return here  # trước ngày 10 tháng 5 và ngày 10 tháng 11; trong tháng 4 và tháng 5
    return None


def limited(low: str, time: Time, start: int, stop: int) -> int | None:
    """Trước ngày 31/12, chậm nhất là quý II, hạn chót 13/10; not: so với năm trước 20/11."""
    match = just_before(LIMIT_BEFORE, low, start, time.span[0])
    if match is None or just_before(COMPARED_BEFORE, low, start, match.end()):
        return None
    return match.start()


def within(low: str, time: Time, start: int, stop: int) -> int | None:
    """Trong quý II năm 2024, vào năm 2030; not what lies behind (đã xuất hiện trong năm 2025)."""
    here, end = time.span
    match = just_before(WITHIN_BEFORE, low, start, here)
    if match is None or time.open_start or ONWARD.match(low, end, stop):
        return None
    if lone(time) and not TAIL.match(low, end, stop) and not clause_recurrence(low, start, here):
        return None
    head = match.start()
    done_then = just_before(DONE_BEFORE, low, start, head)
    return None if not done_then and just_before(PAST_BEFORE, low, start, head) else head


def done(low: str, time: Time, start: int, stop: int) -> int | None:
    """Hoàn thành quý II/2025; hoàn thành rà soát hết quý II; đến hết năm 2025 hoàn thành."""
    here, end = time.span
    if just_before(DONE_BEFORE, low, start, here):
        return here
    last = just_before(END_OF_BEFORE, low, start, here)
    if last is not None:
        said = IS_DONE.search(low, clause_start(low, start, here), last.start())
        due_then = DONE_AFTER.match(low, end, stop) if said is None else not said["already"]
        return last.start() if due_then else None
    return here if time.open_start and DONE_AFTER.match(low, end, stop) else None


def present(low: str, time: Time, start: int, stop: int) -> int | None:
    """Có mặt tại hội trường lúc 7h00 ngày 29/10; not the hour of the event itself."""
    match = just_before(HOUR_BEFORE, low, start, time.span[0])
    if match is None:
        return None
    head = match.start()
    return head if PRESENCE.search(low, clause_start(low, start, head), head) else None


def labelled(low: str, time: Time, start: int, stop: int) -> int | None:
    """Thời gian thực hiện: tháng 3 năm 2025; not an event's own day (Thời gian: 20/11/2024)."""
    limit = just_before(LIMIT_LABEL_BEFORE, low, start, time.span[0])
    if limit is not None:
        return None if lone(time) else limit.start("at")
    match = just_before(LABEL_BEFORE, low, start, time.span[0])
    if match is None or lone(time) or EVENT_LABEL.fullmatch(match["label"]):
        return None
    bare = BARE_LABEL.fullmatch(match["label"]) is not None
    return None if bare and time.date.day is not None else time.span[0]


def regular(low: str, time: Time, start: int, stop: int) -> int | None:
    """Ngày 20 hằng tháng; not a feast (Ngày 20/11 hằng năm)."""
    here, end = time.span
    tail = TAIL.match(low, end, stop)
    if tail is None or time.date.day is None:
        return None
    match = just_before(REGULAR_BEFORE, low, start, here)
    if match is not None:
        return match.start()
    return here if lone(time) and not tail["month"] else None


def until_at_head(low: str, time: Time, start: int, stop: int) -> int | None:
    """Đến năm 2030, giảm 20% …; phấn đấu đến hết năm 2030 có ….

    Not the end of a period: trong cả nước đến năm 2030.
    """
    here, end = time.span
    if not time.open_start:
        return None
    before = " ".join(low[max(start, here - 40) : here].split())
    opens = not before and low[end : end + 1] == ","
    return here if opens or before.endswith(STRIVING) else None


STRIVING = tuple(map(lowered, lexicon.STRIVING))
DUE_RULES = (limited, within, done, present, labelled, regular, until_at_head)


def lone(time: Time) -> bool:
    """Whether it is a day without its month."""
    return time.date.day is not None and time.date.month is None


def clause_start(low: str, start: int, here: int) -> int:
    """Where the clause begins in which ``here`` stands, 400 characters back at most."""
    floor = max(start, here - 400)
    return max(floor, *(low.rfind(mark, floor, here) + 1 for mark in (";", "\n", ". ")))


def clause_recurrence(low: str, start: int, here: int) -> Recurrence | None:
    """What the clause says last before ``here`` of how often it is due.

    ``định kỳ 6 tháng (trước ngày 15/6), hằng năm (trước ngày 15/12)``
    """
    found = None
    for match in RECURRING.finditer(low, clause_start(low, start, here), here):
        found = recurrence_of(match) or found
    return found


def due(page: Page, span: Span, time: Time, start: int, stop: int, section: str) -> Deadline:
    """The deadline of a time, with what follows of its recurrence."""
    low = page.low
    head, end = span
    tail = TAIL.match(low, end, stop)
    recurrence: Recurrence | None = None
    if tail and (tail["every"] or tail["quarter"] or lone(time)):
        end = tail.end()
        if tail["every"]:
            recurrence = UNIT_NAMES[clean(tail["unit"])]
        else:
            recurrence = "quarterly" if tail["quarter"] else "monthly"
    elif (time.end or time.date).year is None:
        recurrence = clause_recurrence(low, start, head)
    onward = ONWARD.match(low, end, stop)
    if onward:
        end = onward.end()  # Quý IV năm 2024 và các năm tiếp theo
    return as_deadline(page, (head, end), time.end or time.date, recurrence, section)


def as_deadline(
    page: Page, span: Span, date: Date | None, recurrence: Recurrence | None, section: str
) -> Deadline:
    """The deadline of a span."""
    text = page.words(span)
    if date is not None:
        date = Date(year=date.year, month=date.month, day=date.day, quarter=date.quarter, text=text)
    return Deadline(text=text, date=date, recurrence=recurrence, span=span, section=section)


def agreed(low: str, found: list[Deadline]) -> list[Deadline]:
    """The deadlines, the first of a pair with the recurrence that the second one names.

    ``trước ngày 10 tháng 5 và ngày 10 tháng 11 hằng năm``
    """
    for i in range(len(found) - 2, -1, -1):
        first, second = found[i], found[i + 1]
        dated = first.date is not None and first.date.year is None
        if first.recurrence is None and second.recurrence is not None and dated:
            if second.span[0] - first.span[1] > LONGEST_JOIN:
                continue
            if LIST.fullmatch(low, first.span[1], second.span[0]):
                found[i] = first.model_copy(update={"recurrence": second.recurrence})
    return found


# ---------------------------------------------------------------- the period of a stage

STAGE_NAME_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.STAGE)}[ ]{{1,9}}\Z")


def read_period(
    page: Page, start: int, stop: int, *, cited: Sequence[Span] = ()
) -> tuple[Date | None, Date | None] | None:
    """The start and the end of the first window or single date of a stage, null without one.

    A single date is both; a window may lack its end (``từ quý I năm 2024``) or its start.
    The years that name a stage (``sơ kết giai đoạn 2023 - 2025``) count where nothing else does.
    ``cited`` are the sorted spans of citations, whose times are none of the stage's.
    """
    spans = spans_in(cited, start, stop)
    times = [t for t in find_times(page, start, stop) if not overlaps(spans, t.span)]
    if not times:
        return None
    named = [
        just_before(STAGE_NAME_BEFORE, page.low, start, time.span[0]) is not None for time in times
    ]
    i = named.index(False) if False in named else 0
    time = times[i]
    if time.end is None and i + 1 < len(times) and is_inside(page, time, times[i + 1]):
        time = of_year(times[i + 1], time.date.year)
    if time.open_start:
        return None, time.date
    if time.end is not None or time.open_end:
        return time.date, time.end
    last = time
    for following in times[i + 1 :]:
        near = following.span[0] - last.span[1] <= LONGEST_JOIN
        if not near or following.end is not None:
            break
        if not LIST.fullmatch(page.low, last.span[1], following.span[0]):
            break
        last = following  # ngày 11, 12 và 13/10/2024
    return time.date, last.date


# Năm 2025 | (từ | tháng 9 đến tháng 12)
OPENING_WITHIN = pattern(rf"\s?\(\s?(?:{any_of((*lexicon.FROM, *lexicon.STAGE))}\s)?")


def is_inside(page: Page, whole: Time, part: Time) -> bool:
    """Whether a window in parentheses says which part of the year before them is meant."""
    if part.end is None or whole.date.year is None or whole.date.month or whole.date.quarter:
        return False
    between = page.low[whole.span[1] : part.span[0]]
    return OPENING_WITHIN.fullmatch(between) is not None


def of_year(time: Time, year: int | None) -> Time:
    """The window with the year where it says none."""
    start = time.date if time.date.year else time.date.model_copy(update={"year": year})
    end = time.end
    if end is not None and not end.year:
        end = end.model_copy(update={"year": year})
    return time._replace(date=start, end=end)


def spans_in(spans: Sequence[Span], start: int, stop: int) -> Sequence[Span]:
    """Those of the sorted spans that lie in ``[start, stop)``."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    return spans[first : bisect_left(spans, stop, key=lambda span: span[0])]


def overlaps(spans: Sequence[Span], span: Span) -> bool:
    """Whether a span shares a character with one of the sorted spans."""
    first = bisect_right(spans, span[0], key=lambda other: other[1])
    return first < len(spans) and spans[first][0] < span[1]

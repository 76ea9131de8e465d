"""Quantities that a provision asks to reach."""

from __future__ import annotations

import re

from vnplan.lexicon import targets as lexicon
from vnplan.lexicon.quantities import DAYS
from vnplan.lexicon.verbs import ACTION_VERBS
from vnplan.patterns import any_of, pattern
from vnplan.records import Target
from vnplan.text import Page

NUMBER = r"\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,6})?|\d{1,12}(?:,\d{1,6})?"
FLOOR = any_of((*lexicon.FLOORS, *lexicon.BRINGING_FORTH))
CEILING = any_of(lexicon.CEILINGS)
STOPS = any_of(lexicon.STOPS)
WORDS = r"(?:\s+\p{L}+|,\s\p{Ll}+)"
# takes: 100% công chức    từ 98% hồ sơ trở lên    ít nhất 02 lần    từ 3 đến 5 bài    trồng 90 cây
# not:   tối đa 03 phút (a limit)    Quyết định số 12    ngày 10/10
TARGET = pattern(
    rf"""(?<![\d./,-])(?P<value>{NUMBER})(?:\s*(?:-|{lexicon.UP_TO})\s*(?:{NUMBER})(?=[\s%]))?
    (?![\d/]|-\p{{L}})\s*
    (?:(?P<percent>%)|(?<=\s)(?P<unit>\p{{Ll}}+(?:\s\p{{Ll}}+)?))(?P<rest>{WORDS}{{0,9}})""",
    re.VERBOSE,
)
FLOORED_DIGIT = pattern(rf"\b{FLOOR}\s+\d")
FLOORED = pattern(rf"\b{FLOOR}\s+$")
BROUGHT_FORTH = pattern(rf"\b{any_of(lexicon.BRINGING_FORTH)}\s+$")
CEILED = pattern(rf"{CEILING}\s*$")
ACTION = pattern(rf"(?P<whose>\s*\w[^;.]{{0,120}}?)\s{any_of(ACTION_VERBS)}\b")
VERB = pattern(rf"{any_of(ACTION_VERBS)}\b")
AFTER_UNIT = pattern(rf"\s(?:{STOPS}|{any_of(lexicon.AFTER_UNITS)}|{any_of(lexicon.NO_UNITS)})\b")
STOP = pattern(rf"\s(?:{STOPS})\b")
LAST_OF_ROW = pattern(rf"\s{lexicon.AND}\s+(?P<last>\p{{L}}+{WORDS}{{0,11}})")
CLAUSE = pattern(rf",\s(?={any_of((*ACTION_VERBS, *lexicon.BRINGING_FORTH, *lexicon.FLOORS))}\b)")
DATED = pattern(rf"{any_of(lexicon.DATE_WORDS)}\s*$")
NO_UNIT = pattern(rf"{any_of(lexicon.NO_UNITS)}\b")
ALONE = pattern(rf"{any_of(lexicon.UNITS_ALONE)}\b")
OF_MORE = pattern(rf"{any_of(lexicon.UNITS_OF_MORE)}\b")
TIME = pattern(rf"{any_of(DAYS)}\b")


def unit_end(page: Page, match: re.Match[str]) -> int:
    """Where the word ends that names what is counted: 40 cây | bóng mát, 02 mô hình | mới."""
    start, end = match.span("unit")
    known = OF_MORE.match(page.low, start, match.end()) or ALONE.match(page.low, start, end)
    if known is not None:
        return known.end()
    first = start + len(match["unit"].split()[0])
    short = page.work[start:first].isupper() or page.work[first + 1 : end][:1].isupper()
    return first if short or AFTER_UNIT.match(page.low, first) else end  # 06 CLB | vẽ tranh


def find_targets(page: Page, start: int, end: int) -> tuple[Target, ...]:
    """The quantities to reach in a stretch; limits and the numbers of papers are none.

    A number counts where it is a percentage, or where a word like ``ít nhất`` leads it, or one
    that says what is brought forth (``trồng``, ``mở``).
    """
    found: list[Target] = []
    if page.low.find("%", start, end) < 0 and FLOORED_DIGIT.search(page.low, start, end) is None:
        return ()
    for match in TARGET.finditer(page.low, start, end):
        at = match.start()
        before = max(start, at - 24)
        floored = FLOORED.search(page.low, before, at) is not None
        if not floored and CEILED.search(page.low, max(start, at - 20), at):
            continue  # không dưới is no dưới
        if match["percent"] is None and not (floored and is_counted(page, match, before)):
            continue
        if DATED.search(page.low, max(start, match.start("value") - 8), match.start("value")):
            continue
        counted = match.end("percent") if match["percent"] else unit_end(page, match)
        unit = "%" if match["percent"] else page.words((match.start("unit"), counted))
        found.append(
            Target(
                text=page.words((at, target_end(page, match, counted, end))).rstrip(" ,;."),
                value=float(match["value"].replace(".", "").replace(",", ".")),
                unit=unit,
            )
        )
    return tuple(found)


def is_counted(page: Page, match: re.Match[str], before: int) -> bool:
    """Whether a thing stands behind a number; ``đào tạo 03 tháng`` brings no months forth."""
    unit = match.start("unit")
    if NO_UNIT.match(page.low, unit):
        return False
    return not (
        TIME.match(page.low, unit) and BROUGHT_FORTH.search(page.low, before, match.start())
    )


def target_end(page: Page, match: re.Match[str], counted: int, end: int) -> int:
    """Where the words of a quantity end: before a verb, or a word that says when, where, how."""
    stop = match.end()
    if match["percent"] and match["rest"].startswith(","):  # đạt 85%, còn lại …
        return counted
    cut = STOP.search(page.low, counted, stop)
    row = LAST_OF_ROW.match(page.low, cut.start(), end) if cut is not None else None
    stop = cut.start() if cut is not None else stop
    if match["percent"] is None:
        clause = CLAUSE.search(page.low, counted, stop)  # 90 cây, | làm cỏ
        return clause.start() if clause is not None else stop
    action = ACTION.search(page.low, counted, stop)  # 100% hộ dân | phân loại rác
    if action is not None:
        return action.end("whose")
    if row is None or "," not in page.low[counted:stop] or VERB.match(page.low, row.start("last")):
        return stop
    last = row.span("last")  # 100% chợ, bến xe và cơ sở lưu trú | ký cam kết
    ends = (STOP.search(page.low, *last), ACTION.search(page.low, last[0] - 1, last[1]))
    where = [ends[0].start()] if ends[0] is not None else []
    where += [ends[1].end("whose")] if ends[1] is not None else []
    return min(where, default=stop)

"""Quantities that a provision asks to reach."""

from __future__ import annotations

import re

from vnplan.lexicon import targets as lexicon
from vnplan.lexicon.verbs import ACTION_VERBS
from vnplan.patterns import any_of, pattern
from vnplan.records import Target
from vnplan.text import Page

NUMBER = r"\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,6})?|\d{1,12}(?:,\d{1,6})?"
FLOOR = any_of(lexicon.FLOORS)
CEILING = any_of(lexicon.CEILINGS)
STOPS = any_of(lexicon.STOPS)
# takes: 100% công chức    từ 98% hồ sơ trở lên    ít nhất 02 lần    tối thiểu 01 bộ dụng cụ
# not:   tối đa 03 phút (a limit)    Quyết định số 12    ngày 10/10
TARGET = pattern(
    rf"""(?<![\d./,-])(?P<value>{NUMBER})(?![\d/]|-\p{{L}})\s*
    (?:(?P<percent>%)|(?<=\s)(?P<unit>\p{{Ll}}+(?:\s\p{{Ll}}+)?))(?P<rest>(?:\s+\p{{L}}+|,\s\p{{Ll}}+){{0,9}})""",
    re.VERBOSE,
)
FLOORED_DIGIT = pattern(rf"\b{FLOOR}\s+\d")
FLOORED = pattern(rf"\b{FLOOR}\s+$")
CEILED = pattern(rf"{CEILING}\s*$")
ACTION = pattern(rf"(?P<whose>\s*\w[^;.]{{0,120}}?)\s{any_of(ACTION_VERBS)}\b")
STOP = pattern(rf"\s(?:{STOPS})\b")
DATED = pattern(rf"{any_of(lexicon.DATE_WORDS)}\s*$")


def first_word(match: re.Match[str]) -> int:
    """Where the first syllable of a quantity's unit ends: 31 phút | trước ngày 5/8."""
    return match.start("unit") + len(match["unit"].split()[0])


def find_targets(page: Page, start: int, end: int) -> tuple[Target, ...]:
    """The quantities to reach in a stretch; limits and the numbers of papers are none.

    A number counts where it is a percentage, or where a word like ``ít nhất`` leads it.
    """
    found: list[Target] = []
    if page.low.find("%", start, end) < 0 and FLOORED_DIGIT.search(page.low, start, end) is None:
        return ()
    for match in TARGET.finditer(page.low, start, end):
        at = match.start()
        floored = FLOORED.search(page.low, max(start, at - 24), at) is not None
        if not floored and CEILED.search(page.low, max(start, at - 20), at):
            continue  # không dưới is no dưới
        if match["percent"] is None and not floored:
            continue
        if DATED.search(page.low, max(start, match.start("value") - 8), match.start("value")):
            continue
        stop = match.end()
        counted = match.end("percent") if match["percent"] else first_word(match)
        cut = STOP.search(page.low, counted, stop)
        stop = cut.start() if cut is not None else stop
        if match["percent"]:  # 100% hộ dân | phân loại rác
            cut = ACTION.search(page.low, match.end("percent"), stop)
            stop = cut.end("whose") if cut is not None else stop
        unit = "%" if match["percent"] else match["unit"].split()[0]
        found.append(
            Target(
                text=page.words((at, stop)).rstrip(" ,;."),
                value=float(match["value"].replace(".", "").replace(",", ".")),
                unit=unit,
            )
        )
    return tuple(found)

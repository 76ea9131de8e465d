"""Whether two names are surely of two bodies, by the territories that they belong to.

Names are shortened, left out and misread by scanners: what may be one body is taken for one.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from vnplan.gazetteer import is_central_city, is_province, predecessors, successors, written
from vnplan.lexicon.bodies import ABBREVIATIONS, COMMITTEES, TERRITORY_LEVELS, UNIT_IN_WORD
from vnplan.lexicon.duties import COMMITTEE
from vnplan.patterns import any_of, pattern
from vnplan.views import clean, folded, lowered

ALIKE = 0.6  # of two names' letters, which a scanner may have misread


class Place(NamedTuple):
    """A body's territory: its level, its name or "", and whether the body governs it."""

    level: str
    name: str
    governed: bool


def are_surely_two(one: str, other: str) -> bool:
    """Whether two names of bodies are of two territories that cannot be taken for one another.

    ``UBND tỉnh Hà Nam`` and ``Chủ tịch UBND tỉnh Nam Định``, ``UBND huyện``; not ``UBND tỉnh``.
    """
    first, second = read_place(one), read_place(other)
    if first is None or second is None:
        return False
    levels = {first.level, second.level}
    if levels != {CITY}:
        levels = {_level_of(first), _level_of(second)}
    if len(levels) == 1:
        return _are_two_names(first.name, second.name)
    if CITY in levels and "commune" not in levels:  # a city that is not named may be of any
        return False
    return first.governed and second.governed


def read_place(body: str) -> Place | None:
    """The first territory in a body's name, None where it names none."""
    words = clean(body)
    unit = UNIT.search(lowered(words))
    if unit is None:
        return None
    name = NAME.match(words, unit.end())
    level = LEVELS[clean(unit["unit"])]
    return Place(level, clean(name.group()) if name else "", unit["governing"] is not None)


def _level_of(place: Place) -> str:
    """The level of a territory; a city's by its name."""
    if place.level != CITY or not place.name:
        return place.level
    return "province" if is_central_city(place.name) else "district"


def _are_two_names(one: str, other: str) -> bool:
    """Whether neither name may be a short form, beginning, misreading or heir of the other."""
    known = [lowered(name) for name in (one, other)]
    if all(map(is_province, known)):
        first, second = (f"{COMMITTEE} {written(name)}" for name in known)
        heirs = (first, *successors(first), *predecessors(first))
        return lowered(second) not in map(lowered, heirs)
    syllables = [folded(name).replace("-", " ").split() for name in (one, other)]
    count = min(map(len, syllables))
    a, b = ("".join(filter(str.isalnum, "".join(names[:count]))) for names in syllables)
    whole = ["".join(filter(str.isalnum, "".join(names))) for names in syllables]
    if min(len(a), len(b)) < 2 and not (a + b).isdecimal():  # tỉnh A
        return False
    if _is_within(whole[0], whole[1]) or _is_within(whole[1], whole[0]):
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() < ALIKE


def _is_within(letters: str, of: str) -> bool:
    """Whether letters stand in another name in their order: ``brvt``."""
    signs = iter(of)
    return all(letter in signs for letter in letters)


CITY = "city"
LEVELS = {lowered(unit): level for unit, level in TERRITORY_LEVELS.items()}
LEVELS |= {
    short: LEVELS[lowered(full)] for short, full in ABBREVIATIONS.items() if lowered(full) in LEVELS
}
GOVERNING = [
    *COMMITTEES,
    *(short for short, full in ABBREVIATIONS.items() if full in COMMITTEES),
]
# takes: UBND tỉnh    Phòng Nội vụ huyện    TP.HCM    not: Thương binh và Xã hội
UNIT = pattern(
    rf"(?<!\w)(?P<governing>{any_of(GOVERNING)}\s)?"
    rf"(?!{any_of(UNIT_IN_WORD)}(?!\w))(?<!\w)(?P<unit>{any_of(LEVELS)})(?!\w)[.]?\s*"
)
NAME = pattern(r"(?:\p{Lu}[\p{L}\d'’]*|\d+)(?:[ ]?[-–]?[ ]?\p{Lu}[\p{L}'’]*)*")

"""Whether two names mean one body, and which body governs another, by their names alone.

Names come from letterheads, citations and people's lists: in capitals, shortened (``UBND``),
without their province (``UBND tỉnh``), behind their head's position, or as they were before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from vnplan.archive.shortened import written_out
from vnplan.extract.bodies import read_level, spelled_out, territory
from vnplan.extract.issuer import POSITION, initials
from vnplan.gazetteer import known_name, last_province, predecessors, successors
from vnplan.lexicon import bodies as lexicon
from vnplan.lexicon.aliases import LEFT_OUT
from vnplan.patterns import any_of, pattern
from vnplan.records import Level
from vnplan.views import clean, folded, lowered, plain_signs

Likeness = Literal["same", "partial", "unknown", "other"]
RANKS: dict[str | None, int] = {level: rank for rank, level in enumerate(get_args(Level))}
UNIT_WORDS = rf"(?!{any_of(lexicon.NO_TERRITORY)}(?!\w)){any_of(lexicon.TERRITORIES)}(?!\w)"
# takes: xã Bình An    not: xã hội, Long Xá
UNIT = pattern(rf"(?<!\w){UNIT_WORDS}")
# takes: UBND tỉnh
BARE_UNIT = pattern(rf"\s({any_of(lexicon.TERRITORIES)})$")
# the same in names that somebody typed without any marks
UNIT_OF_BARE = pattern(folded(UNIT.pattern))
BARE_UNIT_OF_BARE = pattern(folded(BARE_UNIT.pattern))
WORD = re.compile(r"\w+")
# takes: " và Hạ tầng", " - Kế hoạch"    not: ", huyện Nà Hỳ"
MORE = pattern(rf"\s(?:-|{any_of(LEFT_OUT)})\s")
COUNTRY = folded(lexicon.COUNTRY)
KNOWN = 100_000  # names that are remembered, and pairs of them


class Name(NamedTuple):
    """A body's name without marks and positions.

    ``unit`` and ``place`` are its own territory, ``above`` those that this lies in; ``UBND
    tỉnh`` has a unit without a place. ``core`` is the whole without the territories' words.
    """

    full: str
    core: str
    head: str
    unit: str
    place: str
    above: str
    raw: str
    level: str | None


@lru_cache(maxsize=KNOWN)
def read_name(words: str) -> Name:
    """The parts of a body's name."""
    low = clean(spelled_out(written_out(words)))
    position = POSITION.match(low)
    if position is not None and position.end() < len(low):
        low = low[position.end() :]
    bare = low.isascii()
    units, last = (UNIT_OF_BARE, BARE_UNIT_OF_BARE) if bare else (UNIT, BARE_UNIT)
    first = units.search(low)
    own = low[first.start() :] if bare and first else territory(low) or ""
    head = low[: len(low) - len(own)] if own else low
    place, _, above = own.partition(",")
    unit = units.match(place)
    of_unit = unit.group() if unit else ""
    alone = last.search(low)
    if alone is not None:  # UBND tỉnh
        head, of_unit, place = low[: alone.start()], alone.group(1), ""
    return Name(
        full=_plain(low),
        core=_plain(units.sub(" ", low)),
        head=_plain(head),
        unit=_plain(of_unit),
        place=_plain(place.removeprefix(of_unit)),
        above=_plain(above),
        raw=low,
        level=read_level(low),
    )


def _plain(words: str) -> str:
    return " ".join(WORD.findall(folded(words)))


def spelled_alike(one: str, other: str) -> bool:
    """Whether two names have the same words but for marks and short forms such as ``UBND``."""
    return _plain(spelled_out(plain_signs(one))) == _plain(spelled_out(plain_signs(other)))


@lru_cache(maxsize=KNOWN)
def likeness(one: str, other: str) -> Likeness:
    """Whether two names are of one body: ``same``, or ``other`` where they cannot be.

    ``partial``: one leaves out what the other says of its place. ``unknown``: nobody can tell.
    """
    a, b = read_name(one), read_name(other)
    if not a.full or not b.full:
        return "unknown"
    told = _by_words(a, b)
    if told in ("same", "partial"):
        return told
    return "same" if _renamed(a, b) else told


def _by_words(a: Name, b: Name) -> Likeness:
    if a.full == b.full:
        return "same"
    if a.core == b.core and (not a.unit or not b.unit or a.unit == b.unit):
        return "same"
    if a.head == b.head:
        if a.unit != b.unit and a.unit and b.unit:
            return "other"
        if not a.place or not b.place:
            return "partial"
        if a.place != b.place or (a.above and b.above and not _one_in_other(a.above, b.above)):
            return "other"
        return "same" if bool(a.above) == bool(b.above) else "partial"
    short, long = sorted((a, b), key=lambda name: len(name.core))
    if f"{long.core} ".startswith(f"{short.core} "):
        return "other" if _goes_on(short, long) else "partial"  # Sở Y tế, Sở Y tế An Khánh
    if _abbreviated(a, b):
        return "same"
    if a.level and b.level and a.level != b.level:
        return "other"
    return "other" if a.head.split(" ")[0] == b.head.split(" ")[0] else "unknown"


def _goes_on(short: Name, long: Name) -> bool:
    """Whether what one name has more is no place: Phòng Kinh tế, Phòng Kinh tế và Hạ tầng."""
    known = folded(known_name(long.core) or "").removesuffix(COUNTRY)
    if len(_plain(known)) > len(short.core):
        return True
    return MORE.match(long.raw, len(short.raw)) is not None


def _one_in_other(one: str, other: str) -> bool:
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _abbreviated(a: Name, b: Name) -> bool:
    """Trường THCS Nguyễn Trãi, Trường Trung học cơ sở Nguyễn Trãi."""
    one, other = a.full.split(" "), b.full.split(" ")
    if len(one) == len(other) or one[0] != other[0] or one[-1] != other[-1]:
        return False
    short, long = sorted((a, b), key=lambda name: len(name.full))
    letters = "".join(word[0] for word in long.full.split(" "))
    spelled = {initials(words) for words in (short.full, _short_in_capitals(short.full))}
    return len(letters) > 3 and letters in spelled


def _short_in_capitals(full: str) -> str:
    """A name with what has no vowel in capitals, for those are short forms: ``THCS``."""
    return " ".join(word if re.search("[aeiouy]", word) else word.upper() for word in full.split())


def _renamed(a: Name, b: Name) -> bool:
    """Whether one body carries on the work of the other under another name."""
    for one, other in ((a, b), (b, a)):
        for name in _carrying_on(one.raw):
            if _by_words(read_name(name), other) == "same":
                return True
    return False


@lru_cache(maxsize=KNOWN)
def _carrying_on(raw: str) -> tuple[str, ...]:
    return (*successors(raw)[:1], *predecessors(raw))


# ---------------------------------------------------------------- who governs whom


@lru_cache(maxsize=KNOWN)
def governs(upper: str, lower: str, superior: str | None) -> bool | None:
    """Whether a body stands over another, whose ``superior`` its letterhead may name.

    None where the names do not tell.
    """
    over, under = read_name(upper), read_name(lower)
    if superior is not None:
        told = likeness(superior, upper)
        if told == "same":
            return True
        if told == "partial" and _within(over, under, superior):
            return True
    if not is_higher(over.level, under.level):
        return None
    if _within(over, under, superior):
        return True
    return False if _elsewhere(over, under, superior) else None


def is_higher(upper: str | None, lower: str | None) -> bool | None:
    """Whether a level stands over another; None where one is not known."""
    if upper not in RANKS or lower not in RANKS:
        return None
    return RANKS[upper] < RANKS[lower]


def place_of(name: str) -> str:
    """What in a body's name says where it is, without marks and unit: ``lam son``, else ""."""
    read = read_name(name)
    if read.place:
        return read.place
    known = known_name(read.core)
    return read.core[len(known) :].strip() if known else ""


def _within(over: Name, under: Name, superior: str | None) -> bool:
    """Whether the place of the upper body stands in the names of the lower one or its superior."""
    place = place_of(over.raw)
    if not place:
        return False
    above = read_name(superior).full if superior else ""
    if under.place == place and under.unit and over.unit and under.unit != over.unit:
        return f" {place} " in f" {under.above} {above} "  # xã Bình An in huyện Bình An
    return f" {place} " in f" {under.full} " or f" {place} " in f" {above} "


def _elsewhere(over: Name, under: Name, superior: str | None) -> bool:
    """Whether the lower body is known to lie in another territory of the upper one's kind."""
    mine, its = last_province(over.raw), last_province(superior or "") or last_province(under.raw)
    if mine is not None and its is not None:
        return mine != its and not _joined(mine, its)
    return any(
        unit == over.unit and over.place not in ("", place)
        for name in (under.raw, superior or "")
        for unit, place in territories(lowered(name))
    )


def territories(low: str) -> list[tuple[str, str]]:
    """The units in a name in lower case, with their places: xã A, huyện B."""
    found = list(UNIT.finditer(low))
    ends = [*(match.start() for match in found[1:]), len(low)]
    parts = zip(found, ends, strict=False)
    named = ((_plain(m.group()), _plain(low[m.end() : end])) for m, end in parts)
    return [(unit, place) for unit, place in named if place]


def _joined(one: str, other: str) -> bool:
    """Whether one province went up in the other."""
    committee = lexicon.ABBREVIATIONS["ubnd"]
    return likeness(f"{committee} {one}", f"{committee} {other}") == "same"

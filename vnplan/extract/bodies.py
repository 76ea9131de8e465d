"""Bodies and their levels; names taken out of capitals and completed from the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from vnplan.gazetteer import (
    is_central_city,
    known_name,
    last_province,
    national_level,
    province_at,
    recased,
)
from vnplan.lexicon import bodies
from vnplan.outline import capitals_lost
from vnplan.patterns import any_of, pattern
from vnplan.records import Level, Span
from vnplan.text import Page
from vnplan.views import clean, folded, lowered, plain_signs

# ---------------------------------------------------------------- heads and levels

LEVELS: dict[str, Level] = {lowered(name): level for name, level in bodies.LEVELS.items()}  # type: ignore[misc]
AT_EVERY_LEVEL: dict[str, tuple[Level, Level | None]] = {
    lowered(name): levels  # type: ignore[misc]
    for name, levels in bodies.AT_EVERY_LEVEL.items()
}
HEAD = pattern(rf"{any_of([*bodies.LEVELS, *bodies.AT_EVERY_LEVEL])}(?!\w)")
NO_HEAD = pattern(rf"{any_of(bodies.NO_HEADS)}(?!\w)")
ABBREVIATION = pattern(rf"(?<!\w){any_of(bodies.ABBREVIATIONS)}(?=\s)")
FULL = {lowered(short): lowered(full) for short, full in bodies.ABBREVIATIONS.items()}
TERRITORY_LEVELS = {lowered(unit): level for unit, level in bodies.TERRITORY_LEVELS.items()}
# takes: tỉnh Hà Nam    xã Bình An    not: Thành ủy
UNIT = pattern(
    rf"(?<!\w)(?!{any_of(bodies.NO_UNITS)}(?!\w))(?P<unit>{any_of(bodies.TERRITORY_LEVELS)})(?!\w)"
)
OF_A_CITY = frozenset(map(lowered, bodies.OF_A_CITY))
CITY_UNIT = pattern(
    any_of(
        word
        for word in (*TERRITORY_LEVELS, *FULL)
        if TERRITORY_LEVELS.get(FULL.get(word, word)) == "city"
    )
)
PARTY_HEADS = frozenset(map(lowered, bodies.PARTY_HEADS))
WORDS_TO_UNIT = tuple(map(lowered, bodies.WORDS_TO_UNIT))
OF_TERRITORIES = tuple(map(lowered, bodies.OF_TERRITORIES))
IN_WORD = pattern(rf"{any_of(bodies.UNIT_IN_WORD)}(?!\w)")
# takes: xã Hội Sơn    not: xã hội, XÃ HỘI, Thương binh và xã Hội
NAMED_UNIT = pattern(r"\p{Ll}+[ ]\p{Lu}\p{Ll}+[ ]\p{Lu}")


def spelled_out(name: str) -> str:
    """A name in lower case with the short forms of its kind written out."""
    return lowered(spelled(name))


def spelled(name: str) -> str:
    """A name with the short forms of its kind written out, otherwise in the case that it has."""
    words = f"{clean(name)} "
    pieces, at = [], 0
    for short in ABBREVIATION.finditer(lowered(words)):
        pieces += [words[at : short.start()], FULL[clean(short.group())]]
        at = short.end()
    return ("".join(pieces) + words[at:]).strip()


def is_in_word(words: str, low: str, at: int) -> bool:
    """Whether a territory's word is part of another (``xã hội``, ``hợp tác xã``), not of a name.

    Capitals tell the commune Hội Sơn; where all are capitals, what stands before it does.
    """
    if any(low.startswith(word, max(0, at - word.rfind(" ") - 1)) for word in WORDS_TO_UNIT):
        return True
    if IN_WORD.match(low, at) is None or NAMED_UNIT.match(words, at) is not None:
        return False
    return not spelled_out(words[:at]).endswith(OF_TERRITORIES)


def find_unit(words: str, at: int = 0) -> re.Match[str] | None:
    """The first territory's word of a name that is written out, None where there is none."""
    low = lowered(words)
    units = UNIT.finditer(low, at)
    return next((unit for unit in units if not is_in_word(words, low, unit.start())), None)


def read_level(name: str, on: str | None = None) -> Level | None:
    """The level of a body, told by how its name begins; None where no beginning is known.

    ``on`` is the day (ISO, or its beginning): Huế stood under a province before 2025.
    """
    words = spelled(name)
    low = lowered(words)
    known = national_level(low)
    if known is not None:
        return known  # type: ignore[return-value]
    match = HEAD.match(low)
    if match is None:  # SƠ TAI CHÌNH of a scan
        damaged = known_name(folded(low))
        if damaged is not None and not low.startswith(lowered(damaged)):
            return read_level(damaged + words[len(damaged) :], on)
    if match is None or NO_HEAD.match(low):
        return None
    head = clean(match.group())
    if head in PARTY_HEADS and starts_body(low[match.end() :].strip()):
        return read_level(words[match.end() :].strip(), on)
    if head in OF_A_CITY:
        place = low[match.end() :].strip()
        unit = CITY_UNIT.match(place)  # Thành ủy TP.HCM
        return city_level(place[unit.end() if unit else 0 :].strip(), on)
    if head not in AT_EVERY_LEVEL:
        return LEVELS.get(head)
    of_province, of_none = AT_EVERY_LEVEL[head]
    unit = find_unit(words, match.end())
    if unit is None:
        if province_at(low, match.end()):  # Hội Nông dân Hà Nam
            return of_province
        return of_none
    level = TERRITORY_LEVELS[clean(unit["unit"])]
    if level == "city":
        level = city_level(low[unit.end() :].strip(), on)
    return of_province if level == "province" else level  # type: ignore[return-value]


def city_level(words: str, on: str | None) -> Level:
    """The level of a city whose name words begin with; one without a name is of the centre."""
    place = words.partition(",")[0].strip()
    return "province" if not place or is_central_city(place, on) else "district"


def tells_level(name: str) -> bool:
    """Whether a name itself tells its level: its kind has but one, or a territory stands behind.

    ``Bảo hiểm xã hội huyện Nà Hỳ``, ``Huyện ủy Nà Hỳ``; not: ``Phòng Tổng hợp``.
    """
    words = spelled(name)
    match = HEAD.match(lowered(words))
    if match is None:
        return False
    return clean(match.group()) in LEVELS or find_unit(words, match.end()) is not None


def starts_body(low: str) -> bool:
    """Whether lower-cased words begin like a body's name."""
    if HEAD.match(low) is None:
        low = ABBREVIATION.sub(lambda m: FULL[clean(m.group())], low[:60] + " ")
    return HEAD.match(low) is not None and NO_HEAD.match(low) is None


def starts_known_body(bare: str) -> bool:
    """Whether folded words begin with a body's known name, whatever a scan made of its marks."""
    return known_name(" ".join(bare[:120].split())) is not None


# ---------------------------------------------------------------- names as the document has them


class Running:
    """The whole text with single blanks, and two views of it; paragraphs are parted by ``¶``."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.work = single_blanks(page.work)
        self.low = single_blanks(page.low)

    @cached_property
    def bare(self) -> str:
        """The text without diacritics, which is asked for less often."""
        return single_blanks(self.page.bare)


def single_blanks(view: str) -> str:
    """A view of the page in one line."""
    return GAPS.sub(" ", view.replace("\n", " \xb6 ")).strip()


GAPS = re.compile("  +")


def running(page: Page) -> Running:
    """The page in one line, for finding names that a line end or a wide gap cuts."""
    found: Running | None = page.memo.get("running")
    if found is None:
        found = page.memo["running"] = Running(page)
    return found


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where whole words stand in a text."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            yield at
        at = text.find(words, end)


def as_written(page: Page, name: str) -> str:
    """A name in capitals in the case in which the document writes it elsewhere.

    A name whose marks a scan damaged in the capitals is taken as the document writes it most
    often. Where it never does, kinds of bodies and territories that are known are written as
    usual; else the capitals stay.
    """
    if not name.isupper() and not (capitals_lost(page) and name[:1].islower()):
        return name
    text, words = running(page), clean(name)
    signs = plain_signs(words)
    for damaged in (False, True):
        sought = folded(signs) if damaged else lowered(signs)
        if len(sought) < 6 or (damaged and " " not in sought):
            break
        view = text.bare if damaged else text.low
        found = Counter(
            text.work[at : at + len(sought)]
            for at in occurrences(view, sought)
            if text.work[at].isupper() and not text.work[at : at + len(sought)].isupper()
        )
        kept = [(count, -i, form) for i, (form, count) in enumerate(found.items())]
        if kept:
            return max(kept)[2] if damaged else next(iter(found))
    return recased(words, bodies.TERRITORIES) or words


COUNTRY = lowered(bodies.COUNTRY)
TERRITORY = any_of(bodies.TERRITORIES)
PROPER = (
    r"(?:\p{Lu}[\p{L}'\u2019]*(?:[ ]?-[ ]?\p{Lu}[\p{L}]*|[ ]\p{Lu}[\p{L}'\u2019]*){0,4}"
    r"|\d{1,2}(?!\d))"
)
# takes: " tỉnh Hà Nam"    " Phường 1"    not: " tỉnh bạn"
PLACE = pattern(rf"[ ](?P<unit>(?i:{TERRITORY}))[ ](?P<name>{PROPER})")
# takes: ", huyện Nà Hỳ"    " thuộc tỉnh Hà Nam"
PLACE_ABOVE = pattern(
    rf"(?:,[ ]|[ ](?:{any_of(bodies.UNDER)}[ ])?)(?P<unit>(?i:{TERRITORY}))[ ](?P<name>{PROPER})"
)
RANKS = {"province": 0, "city": 1, "district": 2, "commune": 3}


def unit_rank(unit: str) -> int:
    """How high a territory stands, 0 for a province; a city may be one or under one."""
    return RANKS[TERRITORY_LEVELS[lowered(clean(unit))]]


def complete(page: Page, name: str) -> str:
    """The fullest form of a body's name in the document: with the territory behind it.

    ``Sở Y tế`` of a text that says ``Sở Y tế tỉnh Hà Nam``, ``UBND phường 1`` of one that says
    ``phường 1, thành phố Vĩnh Khê``.
    """
    text = running(page)
    country = f"{lowered(clean(name))} {COUNTRY}"
    if national_level(country) is not None and country in text.low:
        return f"{clean(name)} {bodies.COUNTRY}"
    own = territory(name)
    if own is None:
        low = lowered(clean(name))
        found: Counter[str] = Counter()
        for at in occurrences(text.low, low):
            place = PLACE.match(text.work, at + len(low))
            if place is not None and not text.work.startswith(low.upper(), at):
                found[text.work[place.start() + 1 : place_end(text, place)]] += 1
        if not found:
            return name
        name = f"{name} {found.most_common(1)[0][0]}"
        own = territory(name)
    if own is None or "," in own or not (own[:1].islower() or own[:1].isupper()):
        return name
    place = OWN_PLACE.match(lowered(own))
    if place is None or unit_rank(place["unit"]) == 0:
        return name
    above: Counter[str] = Counter()
    for at in occurrences(text.low, lowered(own)):
        higher = PLACE_ABOVE.match(text.work, at + len(own))
        if higher is not None and unit_rank(higher["unit"]) < unit_rank(place["unit"]):
            end = place_end(text, higher)
            above[text.work[higher.start() : end]] += 1
    if above:
        name += above.most_common(1)[0][0]
    return name if name.isupper() else small_territory(name)


def small_territory(name: str) -> str:
    """A name whose last territory was found in capitals, with that in small letters."""
    head, comma, last = name.rpartition(", ")
    if not comma or not last.isupper():
        return name
    return f"{head}, {recased(last, bodies.TERRITORIES) or last}"


def place_end(text: Running, place: re.Match[str]) -> int:
    """Where a territory's name ends: a province's where the known one does."""
    known = province_at(text.low, place.start("name") - 1)
    return known or place.end("name")


OWN_PLACE = pattern(rf"(?P<unit>{TERRITORY})\s")
IN_TERRITORY = pattern(rf"(?<!\w)(?!{any_of(bodies.NO_TERRITORY)}(?!\w)){TERRITORY}[ ]\S")


def territory(name: str) -> str | None:
    """The territory that a body's name ends with (``tỉnh Hà Nam``), None where it has none."""
    words = clean(name)
    low = lowered(words)
    places = (place.start() for place in IN_TERRITORY.finditer(low))
    return next((words[at:] for at in places if not is_in_word(words, low, at)), None)


def are_of_two_places(one: str, other: str) -> bool:
    """Whether two bodies' names tell of two territories: of two levels, or of other names.

    ``UBND tỉnh`` and ``UBND huyện Nà Hỳ``; not ``UBND tỉnh`` and ``UBND tỉnh Hưng Giang``.
    """
    first, second = own_place(one), own_place(other)
    if first is None or second is None:
        return False
    if first[0] != second[0]:
        return True
    return any(a != b for a, b in zip(first[1].split(), second[1].split(), strict=False))


def own_place(name: str) -> tuple[str, str] | None:
    """The level of the territory that a body belongs to, and its name, "" where it is not told."""
    words = spelled(name)
    unit = find_unit(words)
    if unit is None:
        return None
    place = OWN_NAME.match(words, unit.end())
    return TERRITORY_LEVELS[clean(unit["unit"])], folded(place["name"]) if place else ""


OWN_NAME = pattern(rf"[ ](?P<name>{PROPER})")


def province_of(name: str) -> str | None:
    """The province whose name a body's name ends with, with its unit; None where there is none."""
    return last_province(clean(name))


def has_territory(name: str) -> bool:
    """Whether a body's name says what territory it belongs to, with its unit or without."""
    return territory(name) is not None or province_of(name) is not None


# ---------------------------------------------------------------- the issuer of a preamble


class Stated(NamedTuple):
    """Where a preamble names the issuer, and the body above it (``thuộc Sở Y tế``)."""

    body: Span
    superior: Span | None


def issuer_in_preamble(page: Page, paragraphs: list[Span]) -> Stated | None:
    """Where the preamble names the body that issues the plan (``Sở X ban hành Kế hoạch …``).

    The last one that begins a clause, in the last paragraph that has one.
    """
    for start, end in reversed(paragraphs):
        found = None
        match = ISSUER.search(page.low, start, end)
        while match is not None:
            before = page.low[max(start, match.start() - 8) : match.start()].rstrip()
            clause = not before or before[-1] in '.;,:)"'
            if clause or (found is None and not OF_ANOTHER.search(before)):
                found = match.span("body")
            match = ISSUER.search(page.low, match.start() + 1, end)
        if found is not None:
            under = UNDER.search(page.low, *found)
            if under is not None and starts_body(page.low[under.end() : found[1]]):
                return Stated((found[0], under.start()), (under.end(), found[1]))
            return Stated(found, None)
    return None


UNDER = pattern(rf"\s+{any_of(bodies.UNDER)}\s+")
OF_ANOTHER = pattern(rf"(?<!\w){any_of(bodies.OF_ANOTHER)}$")
# takes: …; Sở Tư pháp ban hành Kế hoạch    Viện kiểm sát nhân dân tỉnh X xây dựng Kế hoạch
# not: Bộ trưởng ban hành Quyết định
ISSUER = pattern(
    rf"""\b(?P<body>{any_of([*bodies.LEVELS, *bodies.AT_EVERY_LEVEL, *bodies.ABBREVIATIONS])}
         \b[^;:.\n"()]{{0,100}}?)\s+
    (?:{any_of(bodies.ISSUING_VERBS)}\s+)+(?:[^;.\n]{{0,200}}?\s)??{any_of(bodies.ISSUED)}\b""",
    re.VERBOSE,
)

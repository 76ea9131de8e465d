"""Bodies and their levels; names taken out of capitals and completed from the document."""

from __future__ import annotations

import re

from vnplan.lexicon import bodies
from vnplan.patterns import any_of, pattern
from vnplan.records import Level, Span
from vnplan.text import Page
from vnplan.views import clean, lowered

LEVELS: dict[str, Level] = {lowered(name): level for name, level in bodies.LEVELS.items()}  # type: ignore[misc]
HEAD = pattern(rf"{any_of([*bodies.LEVELS, *bodies.COUNCILS])}\b")
ABBREVIATION = pattern(rf"\b{any_of(bodies.ABBREVIATIONS)}(?=\s)")
FULL = {lowered(short): lowered(full) for short, full in bodies.ABBREVIATIONS.items()}
CENTRAL_CITY = pattern(any_of(bodies.CENTRAL_CITIES))

CITY_WORD = lowered(bodies.CITY)
UNDER_DISTRICT = pattern(rf"\s{any_of(bodies.DISTRICT_TERRITORIES)}\s")


def read_level(name: str) -> Level | None:
    """The level of a body, told by how its name begins; None where no beginning is known."""
    low = ABBREVIATION.sub(lambda m: FULL[clean(m.group())], lowered(clean(name)) + " ").strip()
    match = HEAD.match(low)
    if match is None:
        return None
    head = clean(match.group())
    level = LEVELS.get(head)
    if head.endswith(CITY_WORD) and level == "province" and not CENTRAL_CITY.search(low):
        return "district"
    if level == "department" and UNDER_DISTRICT.search(low):
        return "district"
    return level


def starts_body(low: str) -> bool:
    """Whether lower-cased words begin like a body's name."""
    return HEAD.match(ABBREVIATION.sub(lambda m: FULL[clean(m.group())], low + " ")) is not None


def as_written(page: Page, name: str, start: int = 0) -> str:
    """A name in capitals in the case in which the document writes it elsewhere.

    Where it does not, a known head goes to lower case (``Ủy ban nhân dân``) and the name of
    the territory to initials (``tỉnh Hưng Giang``); else the capitals stay. Only the case is
    ever changed.
    """
    if not name.isupper():
        return name
    low = lowered(clean(name))
    found = pattern(r"\s+".join(map(re.escape, low.split())))
    for match in found.finditer(page.low, start):
        written = page.words(match.span())
        if not written.isupper() and written[0].isupper():
            return written
    place = IN_TERRITORY.search(low)
    if place is None:
        return name
    head = clean(name)[: place.start()].strip()
    unit = place["unit"]
    where = clean(name)[place.start() + len(unit) :].strip()
    if head and head.isupper():
        known = HEAD.match(lowered(head))
        if known is None or known.end() != len(head):
            return name
        head = head.capitalize()
    return f"{head} {unit} {where.title()}".strip()


TERRITORY = any_of(bodies.TERRITORIES)
PROPER = r"\p{Lu}[\p{L}\d]*(?:[ -]+\p{Lu}[\p{L}\d]*){0,4}"


def complete(page: Page, name: str) -> str:
    """The fullest form of a body's name in the document: with the territory behind it."""
    found = pattern(
        r"\s+".join(map(re.escape, clean(name).split())) + rf"\s+(?i:{TERRITORY})\s+{PROPER}"
    )
    match = found.search(page.work)
    return page.words(match.span()) if match is not None else name


IN_TERRITORY = pattern(rf"\b(?P<place>(?P<unit>{TERRITORY})\s+\S.*)$")


def territory(name: str) -> str | None:
    """The territory that a body's name ends with (``tỉnh Hà Nam``), None where it has none."""
    match = IN_TERRITORY.search(lowered(clean(name)))
    return clean(name)[match.start() :] if match is not None else None


def has_territory(name: str) -> bool:
    """Whether a body's name says what territory it belongs to."""
    return IN_TERRITORY.search(lowered(clean(name))) is not None


def issuer_in_preamble(page: Page, paragraphs: list[Span]) -> Span | None:
    """Where the preamble names the body that issues the plan (``Sở X ban hành Kế hoạch …``).

    The last one that begins a clause, in the last paragraph that has one.
    """
    for start, end in reversed(paragraphs):
        found = None
        match = ISSUER.search(page.low, start, end)
        while match is not None:
            before = page.low[max(start, match.start() - 3) : match.start()].rstrip()
            if not before or before[-1] in '.;,:)"' or found is None:
                found = match.span("body")
            match = ISSUER.search(page.low, match.start() + 1, end)
        if found is not None:
            return found
    return None


# takes: …; Sở Tư pháp ban hành Kế hoạch    Viện kiểm sát nhân dân tỉnh X xây dựng Kế hoạch
# not: Bộ trưởng ban hành Quyết định
ISSUER = pattern(
    rf"""\b(?P<body>{any_of([*bodies.LEVELS, *bodies.ABBREVIATIONS])}\b[^;:.\n"()]{{0,100}}?)\s+
    (?:{any_of(bodies.ISSUING_VERBS)}\s+)+(?:[^;.\n]{{0,200}}?\s)??{any_of(bodies.ISSUED)}\b""",
    re.VERBOSE,
)

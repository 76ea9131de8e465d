"""What is known of bodies whatever document names them: how they are written, who followed whom.

The facts are dated data in ``vnplan.lexicon.gazetteer``. Names are found whatever their case
and their style of tone marks.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from vnplan.lexicon import gazetteer as facts
from vnplan.views import clean, folded, lowered, plain_signs

EVER = "9999"
VOWEL = re.compile("[aeiouy]")


def successors(name: str, *, on: date | None = None) -> tuple[str, ...]:
    """The bodies that carry on a body's work on a day, the main one first; () if it still does.

    ``Sở Kế hoạch và Đầu tư tỉnh Sóc Trăng`` is ``Sở Tài chính thành phố Cần Thơ`` from 01/7/2025.
    Without ``on``, as far as the tables know. Bodies below a province that went with their
    district have none.
    """
    day = on.isoformat() if on is not None else EVER
    head, place = parted(name)
    heads = followed(head, _became(), day)
    places = followed(place, _joined(), day) if place else ()
    if not heads and not places:
        return ()
    return tuple(_together(h, p) for h in heads or (head,) for p in places or (place,))


def predecessors(name: str, *, on: date | None = None) -> tuple[str, ...]:
    """The bodies whose main successor a body is on a day, in both parts of its name.

    ``Sở Nội vụ thành phố Cần Thơ`` took over ``Sở Nội vụ tỉnh Hậu Giang`` and more.
    """
    day = on.isoformat() if on is not None else EVER
    head, place = parted(name)
    heads = [head, *_before(head, _became(), day)]
    places = [place, *_before(place, _joined(), day)] if place else [place]
    return tuple(_together(h, p) for h in heads for p in places if (h, p) != (head, place))


def followed(name: str, table: dict[str, tuple[str, tuple[str, ...]]], day: str) -> tuple[str, ...]:
    """What a name became by a day, over several changes; () where nothing changed."""
    since, then = table.get(lowered(name), (EVER, ()))
    if not then or since > day:
        return ()
    found: list[str] = []
    for one in then:
        found += followed(one, table, day) or (one,)
    return tuple(dict.fromkeys(found))


def _before(name: str, table: dict[str, tuple[str, tuple[str, ...]]], day: str) -> list[str]:
    """The names whose first successor is this one, over several changes."""
    low = lowered(name)
    found: list[str] = []
    for old, (since, then) in table.items():
        if since <= day and lowered(then[0]) == low:
            found += [written(old), *_before(old, table, day)]
    return found


def parted(name: str) -> tuple[str, str]:
    """A name's head and the province it belongs to, "" where it has none.

    ``Sở Y tế Sóc Trăng`` gives ``Sở Y tế`` and ``tỉnh Sóc Trăng``, which is how a province stands
    in the tables. What belongs to a district or commune of the province is left whole.
    """
    words = clean(name).replace(",", "").split(" ")
    low = lowered(" ".join(words)).split(" ")
    for count in range(min(6, len(low) - 1), 0, -1):
        place = _units().get(" ".join(low[-count:]))
        if place is None or " ".join(low[:-count]) not in _of_provinces():
            continue
        return " ".join(words[:-count]), place
    return clean(name), ""


def _together(head: str, place: str) -> str:
    """Head and province as one name; the party's committee of a city is called otherwise."""
    if place.startswith(facts.CITY):
        for of_province, of_city in facts.OF_CITIES.items():
            at = lowered(head).find(lowered(of_province))
            if at >= 0:
                head = head[:at] + of_city + head[at + len(of_province) :]
    short = lowered(head).endswith(facts.WITHOUT_UNIT)
    unit, _, rest = place.partition(" ")
    if short and place:
        place = rest if unit == facts.PROVINCE else place.removeprefix(facts.CITY + " ")
    return f"{head} {place}".strip()


@cache
def _became() -> dict[str, tuple[str, tuple[str, ...]]]:
    return {lowered(old): (since, then) for old, since, then, _ in facts.BECAME}


@cache
def _joined() -> dict[str, tuple[str, tuple[str, ...]]]:
    return {lowered(old): (since, (new,)) for old, new, since, _ in facts.PROVINCES_JOINED}


@cache
def _of_provinces() -> frozenset[str]:
    """How names of bodies begin of which each province has its own."""
    names = (*facts.OF_EVERY_PROVINCE, *(name for name, *_ in facts.DEPARTMENTS))
    return frozenset(map(lowered, names))


@cache
def _units() -> dict[str, str]:
    """A province's name, with and without its unit -> with it, as the tables have it."""
    units: dict[str, str] = {}
    for name, unit, *_ in facts.PROVINCES:
        units.setdefault(lowered(name), f"{unit} {name}")
        units[lowered(f"{unit} {name}")] = f"{unit} {name}"
    for other, name in facts.SPELLINGS.items():
        known = units[lowered(name)]
        units[lowered(other)] = known
        units[lowered(f"{known.removesuffix(name)}{other}")] = known
    return units


# ---------------------------------------------------------------- provinces


def is_central_city(place: str, on: str | None = None) -> bool:
    """Whether a city stands under the centre on a day (ISO, or its beginning)."""
    since = _central_cities().get(lowered(clean(place)))
    return since is not None and (on is None or on >= since[: len(on)])


def province_at(low: str, at: int) -> int:
    """Where a province's name ends that stands behind a blank at ``at``, 0 where none does.

    ``low`` is in lower case with single blanks.
    """
    words = low[at : at + 40].split(" ", 7)[1:7]
    for count in range(len(words), 0, -1):
        run = " ".join(words[:count]).rstrip(',.;:)"')
        if run in _units():
            return at + 1 + len(run)
    return 0


def is_province(low: str) -> bool:
    """Whether lower-cased words are a province's name, with its unit or without."""
    return low in _units()


def last_province(name: str) -> str | None:
    """The province with whose name a name ends, as it is written, with its unit."""
    low = lowered(name).split(" ")
    for count in range(min(6, len(low) - 1), 0, -1):
        place = _units().get(" ".join(low[-count:]))
        if place is not None:
            return place
    return None


@cache
def _central_cities() -> dict[str, str]:
    cities = {
        lowered(name): since or ""
        for name, unit, since, *_ in facts.PROVINCES
        if unit == facts.CITY
    }
    return cities | {
        lowered(other): cities[lowered(name)]
        for other, name in facts.SPELLINGS.items()
        if lowered(name) in cities
    }


# ---------------------------------------------------------------- names and symbols


@cache
def _known() -> dict[str, str]:
    """Names and beginnings of names in lower case -> as they are written."""
    names = [name for name, *_ in facts.NATIONAL]
    names += [name for name, *_ in facts.DEPARTMENTS]
    names += [name for name, *_ in facts.BECAME]
    return {lowered(name): name for name in (*names, *facts.KINDS)}


@cache
def _known_bare() -> dict[str, str]:
    """The names of two words and more, without diacritics -> as they are written."""
    return {folded(low): name for low, name in _known().items() if " " in low}


def existed(name: str, on: str | None) -> bool:
    """Whether a national body or a kind of department existed on a day (ISO, or its beginning).

    Bodies of which no table knows always did.
    """
    if on is None:
        return True
    spans = _spans().get(lowered(name), ())
    return not spans or any((a or "") <= on <= (b or EVER) for a, b in spans)


@cache
def _spans() -> dict[str, tuple[tuple[str | None, str | None], ...]]:
    spans: dict[str, tuple[tuple[str | None, str | None], ...]] = {}
    national = ((name, since, until) for name, _, _, since, until, _ in facts.NATIONAL)
    departments = ((name, since, until) for name, _, since, until, _ in facts.DEPARTMENTS)
    for name, since, until in (*national, *departments):
        spans[lowered(name)] = (*spans.get(lowered(name), ()), (since, until))
    return spans


@cache
def national_level(name: str) -> str | None:
    """The level of a body of the centre, by its whole name; None where it is none."""
    return _national().get(lowered(clean(name)))


@cache
def _national() -> dict[str, str]:
    return {lowered(name): level for name, level, *_ in facts.NATIONAL}


def known_name(bare: str) -> str | None:
    """The known name of a body that folded words begin with, as it is written.

    ``so y te tinh ha nam`` begins with Sở Y tế; damaged diacritics do not matter.
    """
    words = bare.split(" ", 12)[:12]
    for count in range(len(words), 1, -1):
        known = _known_bare().get(" ".join(words[:count]))
        if known is not None:
            return known
    return None


@cache
def bodies_of(symbol: str) -> tuple[str, ...]:
    """The names, or their beginnings, that a word of a symbol may stand for, in lower case."""
    return _symbols().get(symbol.casefold(), ())


@cache
def _symbols() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    national = ((name, symbols) for name, _, symbols, *_ in facts.NATIONAL)
    departments = ((name, symbols) for name, symbols, *_ in facts.DEPARTMENTS)
    for name, symbols in (*national, *departments):
        for symbol in symbols:
            found.setdefault(symbol.casefold(), []).append(lowered(name))
    for symbol, names in facts.SYMBOLS.items():
        found.setdefault(symbol.casefold(), []).extend(map(lowered, names))
    return {symbol: tuple(dict.fromkeys(names)) for symbol, names in found.items()}


def written(low: str) -> str:
    """A known name as it is written, any other as it is given."""
    return _known().get(low) or _units().get(low) or low


def recased(name: str, territories: tuple[str, ...]) -> str | None:
    """A name in capitals as it is written, None where its words are not known well enough.

    Known kinds are written as the tables have them, what stands behind a school, a
    committee or a territory's word as a name of its own. Only the case is ever changed.
    """
    words = clean(name).split(" ")
    low = lowered(" ".join(words)).split(" ")
    bare = folded(" ".join(words)).split(" ")
    units, kinds, small = _in_syllables(territories), _known(), _small()
    done: list[str] = []
    proper = False  # whether words that are not known may be taken for a name
    at = 0
    while at < len(words):
        unit = next((u for u in units if low[at : at + len(u)] == u), None)
        if unit is None and bare[at] == folded(facts.PROVINCE) and at + 1 < len(low):
            unit = low[at : at + 1] if _place(low, at + 1) else None  # UBND TÍNH HÀ NAM
        count = next(
            (n for n in range(len(low) - at, 0, -1) if " ".join(low[at : at + n]) in kinds), 0
        )
        short = low[at].strip(",.;").upper()
        if unit is not None and (done or (at + len(unit) < len(words) and not count)):
            done += low[at : at + len(unit)]
            at, proper = at + len(unit), True
        elif count and not (proper and count == 1 and done):
            shape = kinds[" ".join(low[at : at + count])].split(" ")
            done += [as_shaped(w, s) for w, s in zip(words[at : at + count], shape, strict=True)]
            proper = " ".join(low[at : at + count]) not in _functional()
            at += count
        elif short in facts.ACRONYMS or not VOWEL.search(bare[at]):
            done.append(words[at])
            proper = proper or low[0] in _before_acronyms()  # TRƯỜNG TH&THCS NÀ SẢN
            at += 1
        elif low[at] in small and done:
            done.append(low[at])
            at += 1
        elif plain_signs(words[at][0]) == '"' or (not proper and _place(low, at) is None):
            return None
        else:
            done.append(as_name(words[at]))
            at += 1
    return " ".join(done)


@cache
def _in_syllables(territories: tuple[str, ...]) -> list[list[str]]:
    """Words for territories in lower case, those of the most syllables first."""
    return sorted((unit.split(" ") for unit in map(lowered, territories)), key=len, reverse=True)


@cache
def _small() -> frozenset[str]:
    """Words that a name has in small letters."""
    return frozenset(map(lowered, facts.SMALL))


def _place(low: list[str], at: int) -> str | None:
    """The province whose name the rest of the words is."""
    return _units().get(" ".join(low[at:]))


@cache
def _before_acronyms() -> frozenset[str]:
    """Heads behind which short forms of a school's kind stand."""
    return frozenset(map(lowered, facts.BEFORE_ACRONYMS))


@cache
def _functional() -> frozenset[str]:
    """Kinds behind which words tell what the body does, which nobody can write by rule."""
    return frozenset(map(lowered, facts.FUNCTIONAL))


def as_shaped(word: str, shape: str) -> str:
    """A word with capitals where its shape has them."""
    if len(word) != len(shape):
        return word
    return "".join(
        c.upper() if s.isupper() else c.lower() for c, s in zip(word, shape, strict=True)
    )


def as_name(word: str) -> str:
    """A word of a name: ``BÀ``, ``H'HEN``, ``NGUYỄN-LÊ`` with small letters behind the first."""
    if any(c.isdigit() for c in word):
        return word
    return "".join(
        c.upper() if i == 0 or not word[i - 1].isalpha() else c.lower() for i, c in enumerate(word)
    )

"""What names mean that people's lists shorten: ``Sở GD&ĐT``, ``PGDĐT``, ``UBND TP. Vinh``.

A short form is told by the letters of the names that the gazetteer knows. What may be two of
them (``Sở VHTT``) has two readings, and nobody is asked to choose.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vnplan.gazetteer import VOWEL, bodies_of, existed, is_central_city
from vnplan.lexicon import gazetteer as facts
from vnplan.lexicon.aliases import LEFT_OUT
from vnplan.lexicon.bodies import ABBREVIATIONS, NO_TERRITORY, TERRITORIES
from vnplan.patterns import any_of, pattern
from vnplan.views import clean, folded, lowered, plain_signs

WORD = re.compile(r"[^\W_]+")
SMALL = frozenset(map(folded, LEFT_OUT))
FEWEST = 2  # words that letters stand for
LETTER = any_of(short for short in facts.SHORT_UNITS if len(short) == 1)
LETTERS = any_of(short for short in facts.SHORT_UNITS if len(short) > 1)
SHORT = rf"(?i:(?P<long>{LETTERS})(?:\.[ ]?|[ ])|(?P<letter>{LETTER})(?:\.[ ]?|(?=\d)))"
# takes: UBND TP. Vinh    CA TT Nam Đàn    UBND P.5    UBND Q1    not: CA P Hòa, TT Y tế
SHORT_UNIT = pattern(rf"(?<=[ ,]){SHORT}(?=\p{{Lu}}|\d)")
# takes: TP. Vinh    h. nam dan    P. Nội vụ    Q1    not: P Hòa, TTr tỉnh
SHORT_FIRST = pattern(rf"{SHORT}(?!{any_of(TERRITORIES)}(?!\w))(?=\w)")
PART = pattern(rf",|\s{any_of(TERRITORIES)}(?!\w)")  # where another territory begins
COMMITTEE = ABBREVIATIONS["ubnd"]
# takes: huyện Nam Đàn    huyen nam dan    not: UBND huyện, xã hội
OWN_UNIT = pattern(rf"(?!{any_of(NO_TERRITORY)}(?!\w)){any_of(TERRITORIES)}\s\w")
OWN_UNIT_OF_BARE = pattern(folded(OWN_UNIT.pattern))  # typed without any marks
UNIT = pattern(rf"\s(?P<unit>{any_of(TERRITORIES)})(?!\w)(?:\s(?P<name>[^,]+))?")


class Known(NamedTuple):
    """A name by which a short form may be told."""

    words: tuple[str, ...]  # without marks
    name: str
    leads: bool  # whether its first word may be left out: THCS Lê Lợi


def readings(name: str, on: str | None = None) -> tuple[tuple[str, ...], ...]:
    """What a name may be in full, of each body the ways in which it is written.

    A name that is not shortened, or of which nothing is known, is itself. ``on`` is a day (ISO, or
    its beginning): of bodies with the same letters only those are meant that there were.
    """
    words = clean(plain_signs(name))
    found = beginnings(words)
    end = max((end for end, _ in found), default=0)
    first = SHORT_FIRST.match(words)
    if not found or (first and end <= first.end()):  # TT Nam Đàn: no more than Trung tâm is told
        return of_territory(words)
    rest = with_units(words[end:])
    names = [known for at, known in found if at == end]
    names = [known for known in names if may_have(known, rest)] or names
    names = [known for known in names if existed(known, on)] or names
    names = [known for known in names if has_symbol(known, words[:end])] or names
    groups: dict[tuple[str, ...], list[str]] = {}
    for known in names:
        full = facts.ALSO_CALLED.get(known, known)
        groups.setdefault(without_small(full), []).append(f"{full}{rest}")
    return tuple(tuple(dict.fromkeys(group)) for group in groups.values())


def written_out(name: str) -> str:
    """The name in full, where only one body can be meant; else as it is."""
    meant = readings(name)
    return meant[0][0] if len(meant) == 1 else clean(plain_signs(name))


# ---------------------------------------------------------------- heads


@cache
def known_names() -> tuple[Known, ...]:
    """The names of two words and more, none of them shortened itself."""
    names = (
        *(name for name, *_ in facts.DEPARTMENTS),
        *(name for name, *_ in facts.NATIONAL),
        *facts.KINDS,
        *facts.OF_EVERY_PROVINCE,
        *facts.SHORTENED,
        *facts.ALSO_CALLED,
    )
    found: dict[str, Known] = {}
    for name in names:
        words = tuple(WORD.findall(folded(name)))
        alone = name in facts.ALSO_CALLED and len(words) == 1
        if alone or (len(words) > 1 and not any(map(is_acronym, WORD.findall(name)))):
            found[lowered(name)] = Known(words, name, words[0] in LEADS and len(words) > 2)
    return tuple(found.values())


HEADS = frozenset(facts.SHORT_HEADS.values())
LEADS = frozenset(map(folded, facts.BEFORE_ACRONYMS))


def is_acronym(word: str) -> bool:
    """Whether a word of a name is a short form: UBND, in a name that is not in capitals."""
    return len(word) > 1 and word.isupper()


def without_small(name: str) -> tuple[str, ...]:
    """The words of a name; with ``và`` or a dash it is one body's."""
    return tuple(word for word in WORD.findall(folded(name)) if word not in SMALL)


def beginnings(words: str) -> list[tuple[int, str]]:
    """The known names that the beginning of a name shortens, and where in it that ends."""
    met = list(WORD.finditer(words))[:16]
    tokens = [folded(word.group()) for word in met]
    short = [is_short(word.group(), words) for word in met]
    if not any(short) and not ALSO_CALLED.match(folded(words)):
        return []
    found: list[tuple[int, str]] = []
    for known in known_names():
        starts = [known.words, known.words[1:]] if known.leads and short[0] else [known.words]
        for full in starts:
            if full[0][0] == tokens[0][0]:
                ends = spelled_by(tokens, short, full)
                found += [(met[end - 1].end(), known.name) for end in ends]
    return found


ALSO_CALLED = pattern(rf"{any_of(facts.ALSO_CALLED, bare=True)}(?!\w)")


def is_short(word: str, name: str) -> bool:
    """Whether a word of a name may be the first letters of several."""
    if word.isdecimal() or len(word) < FEWEST:
        return False
    if not VOWEL.search(folded(word)) or word.upper() in facts.ACRONYMS:
        return True
    if name.isupper():
        return bool(bodies_of(word))
    return word.isupper()


def spelled_by(tokens: list[str], short: list[bool], full: tuple[str, ...]) -> set[int]:
    """After how many tokens all words of a name are told, in each way in which they can be."""
    places = {(0, 0)}
    ends: set[int] = set()
    while places:
        at, word = places.pop()
        if word == len(full):
            ends.add(at)
            continue
        if full[word] in SMALL and word:
            places.add((at, word + 1))
        if at == len(tokens):
            continue
        if tokens[at] == full[word]:
            places.add((at + 1, word + 1))
        if short[at]:
            places |= {(at + 1, end) for end in by_letters(tokens[at], full, word)}
    return ends


def by_letters(letters: str, full: tuple[str, ...], first: int) -> set[int]:
    """After which words of a name their first letters are used up."""
    places = {first}
    for letter in letters:
        places |= {at + 1 for at in places if at < len(full) and full[at] in SMALL}
        places = {at + 1 for at in places if at < len(full) and full[at][0] == letter}
    return {end for end in places if end - first >= FEWEST}


def may_have(known: str, rest: str) -> bool:
    """Whether a body is one of the territory that stands behind it, or could be."""
    units = facts.ONLY_OF.get(known)
    unit = UNIT.match(lowered(rest))
    if units is None or unit is None:
        return True
    word, name = clean(unit["unit"]), unit["name"]
    if word == facts.CITY and name:  # the cities under the centre are as provinces
        central = is_central_city(name)
        return (units[0] == facts.PROVINCE) == central
    return word in units


def has_symbol(known: str, short: str) -> bool:
    """Whether a short form has the letters of a body's symbol: Sở NV is SNV, the Sở Ngoại vụ SNgV.

    Of bodies that a territory tells apart the symbol says nothing.
    """
    letters = "".join(
        word if is_short(word, short) else word[0]
        for word in WORD.findall(short)
        if folded(word) not in SMALL
    )
    return known not in facts.ONLY_OF and lowered(known) in bodies_of(letters)


# ---------------------------------------------------------------- territories


def of_territory(words: str) -> tuple[tuple[str, ...], ...]:
    """What a name may be that shortens no known one: ``H. Nam Đàn`` is its committee's.

    ``P.`` and ``TT`` may be a body's own first word, too: before the name of a known one they are.
    """
    short = SHORT_FIRST.match(words)
    if short is None:
        return (committee(with_units(words)),)
    letters, rest = lowered(short["long"] or short["letter"]), with_units(words[short.end() :])
    unit = committee(f"{facts.SHORT_UNITS[letters]} {rest}")
    if letters not in facts.SHORT_HEADS or rest[0].isdigit():
        return (unit,)
    body = f"{facts.SHORT_HEADS[letters]} {rest}"
    if begins_known(body):
        return readings(body)
    own = PART.split(rest, maxsplit=1)[0].split()
    if own[0].islower() or (len(own) > 1 and all(map(str.isupper, own))):
        return (unit, (body,))  # nothing tells a place from what a body does
    small = any(word[0].islower() for word in own)  # P. Hành chính, no P. Bến Thủy
    return ((body, *unit) if small else (*unit, body),)


def committee(name: str) -> tuple[str, ...]:
    """A name, and where it is a territory's that of its committee."""
    own = OWN_UNIT_OF_BARE if name.isascii() else OWN_UNIT
    return (name, f"{COMMITTEE} {name}") if own.match(lowered(name)) else (name,)


def begins_known(name: str) -> bool:
    """Whether a name begins with that of a body that is known, shortened or not."""
    words = without_small(name)
    plain = ((known.name, without_small(known.name)) for known in known_names())
    return bool(beginnings(name)) or any(
        words[: len(known)] == known and full not in HEADS for full, known in plain
    )


def with_units(words: str) -> str:
    """A name with the words of its territories in full: ``UBND TP. Vinh``."""

    def full(short: re.Match[str]) -> str:
        return f"{facts.SHORT_UNITS[lowered(short['long'] or short['letter'])]} "

    return SHORT_UNIT.sub(full, words)

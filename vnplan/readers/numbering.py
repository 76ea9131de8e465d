"""Labels of Word's automatic numbering, as Word shows them (ISO/IEC 29500-1, 17.9).

``read_numbering`` turns the part ``numbering.xml`` into a ``Numbering``, which is asked for the
label of each numbered paragraph in the order of the document and counts as it answers. Counters
belong to the abstract list, so that several lists made from one go on counting together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from vnplan.lexicon import symbols
from vnplan.readers.wordml import Element, child, children, is_on, number, value, w

LEVELS = 9
LONGEST_LABEL = 200  # signs
MOST_DIGITS = 9
PLACE = re.compile(r"%([1-9])")
BROKEN_LINE = re.compile(r"[\t\r\n]+")  # lvlText="%1.&#13;", which Word shows as a blank
PADDED = re.compile(r"\s*(0*)1\s*,")  # w:format="001, 002, 003, ..."


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered.

    ``start`` is its first number, ``kind`` the ``numFmt``, ``text`` the ``lvlText`` (``%1.%2``),
    ``suffix`` what parts label and text, ``restart`` the level behind which it begins anew (None:
    any higher one, 0: none), ``legal`` that all its numbers are shown as decimal, ``digits`` the
    least number of digits, ``style`` the paragraph style that is bound to it.
    """

    start: int = 0
    kind: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    digits: int = 1
    style: str = ""
    looks: Element | None = None  # rPr: the label's font


@dataclass(slots=True)
class ListMade:
    """A list made from an abstract one: what it changes (``w:num``)."""

    abstract: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Label:
    """A label as shown, with what stands between it and the paragraph's text."""

    text: str
    gap: str
    level: Level


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, abstracts: dict[str, dict[int, Level]], made: dict[str, ListMade]) -> None:
        self.abstracts, self.made = abstracts, made
        self.counts: dict[str, dict[int, int]] = {}  # by abstract list and level
        self.begun: set[tuple[str, int]] = set()  # overrides of a start, used up

    def level(self, list_id: str, depth: int) -> Level | None:
        """How a level of a list is numbered, None where there is no such level."""
        made = self.made.get(list_id)
        if made is None:
            return None
        return made.levels.get(depth) or self.abstracts.get(made.abstract, {}).get(depth)

    def depth_of_style(self, list_id: str, style: str) -> int | None:
        """The level of a list to which a paragraph style is bound."""
        levels = (self.level(list_id, depth) for depth in range(LEVELS))
        bound = (i for i, level in enumerate(levels) if level is not None and level.style == style)
        return next(bound, None)

    def next_label(self, list_id: str, depth: int) -> Label | None:
        """The label of the next paragraph at a level of a list, counted; None for no list."""
        level = self.level(list_id, depth)
        if level is None:
            return None
        self.count(list_id, depth, level)
        text = self.shown(list_id, level)
        gap = "" if level.suffix == "nothing" or text.endswith(" ") else " "
        return Label(text, gap, level)

    def count(self, list_id: str, depth: int, level: Level) -> None:
        """Counts a paragraph: its own level goes on, deeper ones begin anew."""
        made = self.made[list_id]
        counts = self.counts.setdefault(made.abstract, {})
        if depth in made.starts and (list_id, depth) not in self.begun:
            self.begun.add((list_id, depth))
            counts[depth] = made.starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in range(depth + 1, LEVELS):
            below = self.level(list_id, deeper)
            if below is None or below.restart is None or depth < below.restart:
                counts.pop(deeper, None)

    def shown(self, list_id: str, level: Level) -> str:
        """The label's text, the numbers in their places."""
        if level.kind == "bullet":
            return level.text
        counts = self.counts[self.made[list_id].abstract]

        def put(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            of = self.level(list_id, at)
            if of is None or of.kind in ("bullet", "none"):
                return ""
            count = counts.get(at, self.first(list_id, at, of))
            kind = "decimal" if level.legal else of.kind
            return as_number(count, kind, 1 if level.legal else of.digits)

        return PLACE.sub(put, level.text)[:LONGEST_LABEL]

    def first(self, list_id: str, depth: int, level: Level) -> int:
        """The number that a level would begin with."""
        return self.made[list_id].starts.get(depth, level.start)


# ---------------------------------------------------------------- reading the part


def read_numbering(root: Element | None, list_of_style: Callable[[str], str | None]) -> Numbering:
    """The lists that a part ``numbering.xml`` defines, none for None.

    ``list_of_style`` gives the list of a numbering style, by which lists link to one another.
    """
    if root is None:
        return Numbering({}, {})
    abstracts: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}  # abstract list -> numbering style whose list it stands for
    for element in children(root, "abstractNum"):
        name = element.get(w("abstractNumId"), "")
        abstracts[name] = dict(read_levels(element))
        link = value(child(element, "numStyleLink"))
        if link:
            links[name] = link
    made = {element.get(w("numId"), ""): read_made(element) for element in children(root, "num")}
    for one in made.values():
        one.abstract = linked(one.abstract, links, made, list_of_style)
    return Numbering(abstracts, made)


def linked(
    abstract: str,
    links: dict[str, str],
    made: dict[str, ListMade],
    list_of_style: Callable[[str], str | None],
) -> str:
    """The abstract list that one stands for at the end of its links to styles."""
    seen: set[str] = set()
    while abstract in links and abstract not in seen:
        seen.add(abstract)
        other = made.get(list_of_style(links[abstract]) or "")
        if other is None:
            break
        abstract = other.abstract
    return abstract


def read_made(element: Element) -> ListMade:
    """A ``w:num`` with its overrides."""
    made = ListMade(value(child(element, "abstractNumId")) or "")
    for override in children(element, "lvlOverride"):
        depth = number(override.get(w("ilvl")))
        if depth is None or not 0 <= depth < LEVELS:
            continue
        made.levels.update((depth, level) for _, level in read_levels(override))
        start = number(value(child(override, "startOverride")))
        if start is not None:
            made.starts[depth] = start
    return made


def read_levels(element: Element) -> Iterator[tuple[int, Level]]:
    """The levels (``w:lvl``) of an abstract list or an override."""
    for lvl in children(element, "lvl"):
        depth = number(lvl.get(w("ilvl")))
        if depth is not None and 0 <= depth < LEVELS:
            yield depth, read_level(lvl)


def read_level(lvl: Element) -> Level:
    """One ``w:lvl``."""
    kind, digits = read_kind(lvl)
    return Level(
        start=number(value(child(lvl, "start"))) or 0,
        kind=kind,
        text=BROKEN_LINE.sub(" ", (value(child(lvl, "lvlText")) or "")[:LONGEST_LABEL]),
        suffix=value(child(lvl, "suff")) or "tab",
        restart=number(value(child(lvl, "lvlRestart"))),
        legal=is_on(child(lvl, "isLgl")) is True,
        digits=digits,
        style=value(child(lvl, "pStyle")) or "",
        looks=child(lvl, "rPr"),
    )


def read_kind(lvl: Element) -> tuple[str, int]:
    """The number format of a level and its least digits.

    ``001, 002, …`` is a format of its own, in a choice beside the one for older programs.
    """
    formats = [child(lvl, "numFmt"), *lvl.iter(w("numFmt"))]
    for found in formats:
        if found is None:
            continue
        padded = PADDED.match(found.get(w("format"), ""))
        if value(found) == "custom" and padded:
            return "decimal", min(len(padded[1]) + 1, MOST_DIGITS)
        if value(found) not in (None, "custom"):
            return str(value(found)), 1
    return "decimal", 1


# ---------------------------------------------------------------- numbers as shown

ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
MOST_ROMAN = 32_767  # Word counts no further
FOOTNOTE_SIGNS = "*†‡§"


def as_number(count: int, kind: str, digits: int = 1) -> str:
    """A number in a format of Word, in Arabic figures where the format is none of ours."""
    if kind in WRITTEN and 0 < count <= MOST_ROMAN:
        return WRITTEN[kind](count)
    return str(count).zfill(digits)


def roman(count: int) -> str:
    """``XIV`` for 14."""
    shown = ""
    for size, sign in ROMAN:
        shown += sign * (count // size)
        count %= size
    return shown


def letters(count: int) -> str:
    """``C`` for 3, ``CC`` for 29: behind Z the letters are doubled."""
    return chr(ord("A") + (count - 1) % 26) * min((count - 1) // 26 + 1, 100)


def in_words(count: int) -> str:
    """``hai mươi mốt`` for 21; figures from 100 on."""
    tens, ones = divmod(count, 10)
    if tens == 0:
        return symbols.DIGITS[ones]
    if tens > 9:
        return str(count)
    lead = symbols.TEN if tens == 1 else f"{symbols.DIGITS[tens]} {symbols.TENS}"
    if ones == 0:
        return lead
    if tens == 1:
        return f"{lead} {symbols.FIVE_BEHIND_TEN if ones == 5 else symbols.DIGITS[ones]}"
    return f"{lead} {symbols.LAST_DIGITS.get(ones, symbols.DIGITS[ones])}"


def ordinal_words(count: int) -> str:
    """``thứ hai`` for 2."""
    return f"{symbols.ORDINAL_LEAD} {symbols.ORDINAL_WORDS.get(count, in_words(count))}"


WRITTEN: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02}",
    "upperRoman": roman,
    "lowerRoman": lambda count: roman(count).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda count: letters(count).lower(),
    "cardinalText": lambda count: in_words(count).capitalize(),
    "ordinalText": lambda count: ordinal_words(count).capitalize(),
    "vietnameseCounting": in_words,
    "numberInDash": lambda count: f"- {count} -",
    "decimalEnclosedParen": lambda count: f"({count})",
    "decimalEnclosedFullstop": lambda count: f"{count}.",
    "hex": lambda count: f"{count:X}",
    "chicago": lambda count: FOOTNOTE_SIGNS[(count - 1) % 4] * min((count - 1) // 4 + 1, 100),
}  # what is missing, ordinal among it, is shown in figures: Vietnamese adds nothing to them

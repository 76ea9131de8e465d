"""Which automatic list gives each label of a paper: its family, level, and where it restarts.

A word processor counts; it does not print what somebody typed. So a label is given to a list
only where the list's own count comes to just that label: ``1.`` after ``2.`` needs a restart,
``đ)`` no list of Word has, and it stays typed, with ``e)`` a restart at 5.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from papers.paper import Label, Paper, Table, Words

Format = Literal["upperRoman", "decimal", "decimalZero", "lowerLetter", "upperLetter", "bullet"]
FORMATS: dict[str, Format] = {
    "part": "upperRoman",
    "chapter": "upperRoman",
    "section": "decimal",
    "article": "decimal",
    "roman": "upperRoman",
    "upper": "upperLetter",
    "number": "decimal",
    "number)": "decimal",
    "(number)": "decimal",
    "counted": "decimal",
    "decimal": "decimal",
    "letter": "lowerLetter",
    "(letter)": "lowerLetter",
    "bullet": "bullet",
}
LATIN = "abcdefghijklmnopqrstuvwxyz"
# the order in which levels of one outline lie below one another
OUTLINE = ("roman", "number", "decimal", "decimal3", "letter")


@dataclass(slots=True)
class Level:
    """One level of a list: how it counts and how its label is written (``%1.%2.``)."""

    format: Format
    text: str
    legal: bool = False


@dataclass(slots=True)
class Family:
    """A list of one or more levels; a level that is not needed has no text."""

    levels: list[Level]
    styled: bool = False  # bound to the styles of headings


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in a list; ``start`` where the level begins anew there."""

    family: int
    level: int
    start: int | None = None


@dataclass(slots=True)
class Lists:
    """The lists of a paper, and the place of each numbered paragraph, by its identity."""

    families: list[Family] = field(default_factory=list)
    places: dict[int, Place] = field(default_factory=dict)

    def place(self, words: Words) -> Place | None:
        """The place of a paragraph, None where its label stays typed."""
        return self.places.get(id(words))


def number(value: int, format: Format) -> str:
    """A count as a list writes it."""
    if format == "decimalZero":
        return f"{value:02d}"
    if format == "upperRoman":
        return roman(value)
    if format in ("lowerLetter", "upperLetter"):
        letter = LATIN[(value - 1) % 26] * ((value - 1) // 26 + 1)
        return letter if format == "lowerLetter" else letter.upper()
    return str(value)


def roman(value: int) -> str:
    """A Roman number."""
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    written = ""
    for worth, sign in signs:
        while value >= worth:
            written += sign
            value -= worth
    return written


def value_of(label: str, format: Format) -> int | None:
    """The count that a list writes as this label, None where none does."""
    values = range(1, 100)
    return next((value for value in values if number(value, format) == label), None)


def find_lists(paper: Paper, *, outline: bool, legal: bool = True, latin: bool = False) -> Lists:
    """The lists of a paper: its headings in one of many levels if they fit, else each its own.

    ``legal`` is whether the format can count ``2.1`` below ``II``, as OpenDocument cannot.
    ``latin`` leaves labels typed whose words (``Điều 1.``) LibreOffice's writer of RTF would lose.
    """
    lists = Lists()
    labelled = [
        words
        for words in paper.words()
        if words.label is not None and (not latin or words.label.printed.isascii())
    ]
    rest = labelled
    if outline and fits_outline(labelled):
        rest = give_outline(labelled, lists)
    give_families(rest, lists, legal=legal)
    for block in paper.blocks:
        if isinstance(block, Table) and block.lines:
            number_rows(block, lists)
    return lists


# ---------------------------------------------------------------- one list of many levels


def kind_of(label: Label) -> str:
    """The level of the outline that a label belongs to."""
    if label.style == "decimal" and label.label.count(".") > 1:
        return "decimal3"
    return label.style


def pattern_of(label: Label) -> str:
    """How a label is written, its count aside: ``- %)``."""
    return label.printed.replace(label.label, "%", 1)


def fits_outline(labelled: list[Words]) -> bool:
    """Whether one list of many levels counts to all the headings of a paper."""
    return _outline(labelled) is not None


def _outline(labelled: list[Words]) -> dict[str, str] | None:
    """The pattern of each level, None where the count goes astray."""
    patterns: dict[str, str] = {}
    counts = [0] * len(OUTLINE)
    for words in labelled:
        label = words.label
        if label is None or kind_of(label) not in OUTLINE:
            continue
        kind = kind_of(label)
        if patterns.setdefault(kind, pattern_of(label)) != pattern_of(label):
            return None
        level = OUTLINE.index(kind)
        counts[level] += 1
        counts[level + 1 :] = [0] * (len(OUTLINE) - level - 1)
        if not all(counts[: level + 1][i] for i in needed(kind)):
            return None
        if label.label != shown(kind, counts):
            return None
    return patterns if len(patterns) > 1 else None


def needed(kind: str) -> tuple[int, ...]:
    """The levels whose counts a label shows."""
    return {"decimal": (1, 2), "decimal3": (1, 2, 3)}.get(kind, (OUTLINE.index(kind),))


def shown(kind: str, counts: list[int]) -> str:
    """The label that the list gives."""
    format = FORMATS["decimal" if kind == "decimal3" else kind]
    return ".".join(number(counts[i], format) for i in needed(kind))


def give_outline(labelled: list[Words], lists: Lists) -> list[Words]:
    """Places all headings in one list; gives the paragraphs left for others."""
    patterns = _outline(labelled) or {}
    levels = []
    for kind in OUTLINE:
        count = ".".join(f"%{i + 1}" for i in needed(kind))
        text = patterns[kind].replace("%", count, 1) if kind in patterns else ""
        levels.append(Level(FORMATS["decimal" if kind == "decimal3" else kind], text))
    lists.families.append(Family(levels, styled=True))
    rest = []
    for words in labelled:
        kind = kind_of(words.label) if words.label is not None else ""
        if kind in OUTLINE:
            lists.places[id(words)] = Place(0, OUTLINE.index(kind))
        else:
            rest.append(words)
    return rest


# ---------------------------------------------------------------- a list for each kind of label


@dataclass(slots=True)
class Counting:
    """A family at work: its index, the counts of its levels."""

    family: int
    counts: list[int]


def give_families(labelled: list[Words], lists: Lists, *, legal: bool) -> None:
    """Places each paragraph in the list of its kind of label, beginning anew where it must."""
    known: dict[tuple[str, str], Counting] = {}
    last: Counting | None = None  # what a decimal label goes on with
    for words in labelled:
        label = words.label
        if label is None:
            continue
        if label.style == "decimal":
            if last is not None:
                place = decimal_place(label, last, lists, legal=legal)
                if place is not None:
                    lists.places[id(words)] = place
            continue
        format = FORMATS.get(label.style)
        if format is None:
            continue
        value = 1 if format == "bullet" else value_of(label.label, format)
        if value is None:
            continue
        key = (format, pattern_of(label))
        if key not in known:
            text = label.printed if format == "bullet" else pattern_of(label).replace("%", "%1", 1)
            lists.families.append(Family([Level(format, text)]))
            known[key] = Counting(len(lists.families) - 1, [0])
        counting = known[key]
        fresh = format != "bullet" and value != counting.counts[0] + 1
        counting.counts = [value]
        lists.places[id(words)] = Place(counting.family, 0, value if fresh else None)
        if label.style in ("number", "roman"):
            last = counting


def decimal_place(label: Label, above: Counting, lists: Lists, *, legal: bool) -> Place | None:
    """The place of ``2.1`` below ``2``, or below ``II`` by legal numbering; None for others."""
    parts = [int(part) for part in label.label.split(".")]
    depth = len(parts) - 1
    if parts[:-1] != above.counts[:depth] or len(above.counts) < depth:
        return None
    counts = [*above.counts[:depth], (above.counts[depth] if depth < len(above.counts) else 0) + 1]
    if counts != parts:
        return None
    levels = lists.families[above.family].levels
    text = pattern_of(label).replace("%", ".".join(f"%{i + 1}" for i in range(depth + 1)), 1)
    by_law = levels[0].format != "decimal"
    if by_law and not legal:
        return None
    if len(levels) == depth:
        levels.append(Level("decimal", text, by_law))
    elif levels[depth].text != text:
        return None
    above.counts = counts
    return Place(above.family, depth)


# ---------------------------------------------------------------- numbers of rows


def number_rows(table: Table, lists: Lists) -> None:
    """Gives the first column's numbers to a list where they count from one."""
    cells = [row[0][0] for row in table.rows[1:] if len(row) == table.width and len(row[0]) == 1]
    texts = [cell.text.strip() for cell in cells]
    makes: tuple[tuple[Format, str, Callable[[int], str]], ...] = (
        ("decimal", "%1", str),
        ("decimal", "%1.", lambda n: f"{n}."),
        ("decimalZero", "%1", lambda n: f"{n:02d}"),
    )
    for format, text, make in makes:
        if len(texts) > 1 and texts == [make(n) for n in range(1, len(texts) + 1)]:
            lists.families.append(Family([Level(format, text)]))
            for n, cell in enumerate(cells, 1):
                cell.label = Label(make(n), "number", str(n), n)
                cell.runs = []
                lists.places[id(cell)] = Place(len(lists.families) - 1, 0)
            return

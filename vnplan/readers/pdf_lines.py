"""Words with their places, and the lines that they stand on.

Coordinates run from the upper left corner of the page, in points; a line's place is its baseline.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Word(NamedTuple):
    """A word where it stands; ``size`` is that of its letters, ``bold`` their weight if known."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False

    @property
    def middle(self) -> float:
        """Half way from left to right."""
        return (self.x0 + self.x1) / 2

    @property
    def height(self) -> float:
        """Where the middle of its small letters is."""
        return self.base - self.size / 4


class Rule(NamedTuple):
    """A drawn line, level or upright."""

    x0: float
    y0: float
    x1: float
    y1: float


class Sheet(NamedTuple):
    """A page's words and drawn lines."""

    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()


class Line(NamedTuple):
    """Words on one line, and the column that it stands in.

    ``block`` numbers the columns and tables of a page, 0 is its running text. ``loose``: its
    column keeps its lines apart, as a letterhead does.
    """

    words: tuple[Word, ...]
    left: float = 0.0
    right: float = 0.0
    block: int = 0
    loose: bool = False

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words)

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return sizes(self.words)

    @property
    def bold(self) -> bool:
        """Whether most of its words are bold."""
        return 2 * sum(word.bold for word in self.words) > len(self.words)

    @property
    def base(self) -> float:
        """The baseline of most of its words."""
        return median(word.base for word in self.words)


class Row(NamedTuple):
    """A row of a table: the words of its cells, where its columns begin, and its ``block``."""

    cells: tuple[str, ...]
    edges: tuple[float, ...]
    base: float
    block: int


Piece = Line | Row


def sizes(words: Iterable[Word]) -> float:
    """The size that most letters of the words have."""
    count: Counter[float] = Counter()
    for word in words:
        count[round(word.size * 2) / 2] += len(word.text)
    return max(count, key=lambda size: count[size]) or 1.0


def ordered_words(sheet: Sheet) -> list[Word]:
    """The words that hold something, from the top down."""
    words = (
        word._replace(text=unicodedata.normalize("NFC", word.text))
        for word in sheet.words
        if word.text.strip() and is_on(sheet, word)
    )
    return sorted(words, key=lambda word: (word.base, word.x0))


def is_on(sheet: Sheet, word: Word) -> bool:
    """Whether a word stands on the page, where somebody could see it."""
    across = 0 <= word.middle <= sheet.width and 0 <= word.x1 - word.x0 <= 2 * sheet.width
    return across and 0 <= word.base <= sheet.height + word.size and 0 < word.size < sheet.height


def find_lines(words: list[Word]) -> list[Line]:
    """The words in lines, from the top down, from left to right."""
    lines: list[list[Word]] = []
    for word in words:
        home = None
        for line in reversed(lines[-4:]):
            first = line[0]
            if abs(word.height - first.height) < 0.45 * min(word.size, first.size) or (
                is_raised(word, line) and abs(word.height - first.height) < 0.6 * first.size
            ):
                home = line
                break
        if home is None:
            lines.append([word])
        else:
            if word.size > 1.3 * home[0].size:  # a line tells its place by its large words
                home.insert(0, word)
            else:
                home.append(word)
    made = [Line(tuple(sorted(line, key=lambda word: word.x0))) for line in lines]
    return sorted(made, key=lambda line: line.base)


def is_raised(word: Word, line: Sequence[Word]) -> bool:
    """Whether a word is small beside a word of the line that it touches."""
    return any(
        word.size < 0.8 * other.size
        and min(abs(word.x0 - other.x1), abs(other.x0 - word.x1)) < 0.35 * other.size
        for other in line
    )


LOST = 0.9  # of the size, from which a gap in a line is more than a blank
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def text_of(words: Sequence[Word]) -> str:
    """The words of a line as text; small raised figures are raised there too."""
    out = [words[0].text]
    size = sizes(words)
    gaps = [word.x0 - before.x1 for before, word in pairwise(words)]
    wide = max(LOST * size, 2.5 * median(gaps) if len(gaps) > 3 else 0.0)
    label = LABEL.fullmatch(words[0].text) is not None
    for n, (before, word) in enumerate(pairwise(words)):
        text = word.text
        raised = word.size < 0.8 * size and word.base < before.base - 0.12 * size
        if raised and text.isdigit():
            text = text.translate(RAISED)
        same = abs(word.base - before.base) < 0.05 * size
        gap = word.x0 - before.x1
        blank = " "
        if not same and gap < 0.12 * size:
            blank = ""
        elif gap > wide and not (label and n == 0):
            blank = "  "  # a gap stays one: letters may have been lost there
        out.append(blank + text)
    return "".join(out)


# takes: 1.    a)    II.    -    2.1.    3-    not: Số:    01 lần    II
LABEL = re.compile(
    r"(?:[-–—+*•●▪■□o]|\(?(?:[A-ZĐa-zđ]|(?:\d{1,3}\.){0,5}\d{1,3}|[IVXL]{1,6})[.)/-])"
)


def has_label(line: Line) -> bool:
    """Whether a line begins with what could be a label."""
    return LABEL.fullmatch(line.words[0].text) is not None


def cell_text(words: list[Word]) -> str:
    """The words of a cell on one line."""
    lines = find_lines(sorted(words, key=lambda word: (word.base, word.x0)))
    out = ""
    for line in lines:
        out = joined(out, text_of(line.words))
    return out


# takes: QĐ-    vào/    not: -    (a dash that stands alone)
CUT_BEHIND = re.compile(r"\w[-/]$")


def joined(before: str, after: str) -> str:
    """Two lines as one; no blank where a line was broken behind a hyphen or a slash."""
    return before + ("" if not before or CUT_BEHIND.search(before) else " ") + after

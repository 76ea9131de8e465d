"""The lines of a page as a browser shows them: labels of lists, tables, fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from vnplan.readers.docx import bullet, lines_of
from vnplan.readers.html_article import INLINE
from vnplan.readers.html_fonts import Fonts
from vnplan.readers.numbering import letters, roman
from vnplan.readers.tables import GAP, MOST_COLUMNS, SIDES, Cell, Piece, Table, set_out_table
from vnplan.readers.wordml import Element, is_symbol_font

SPACE = re.compile(r"[ \t\n\r\f]+")
NUMBER = re.compile(r"\s*([+-]?\d{1,6})")
PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")  # <br><br>
ALIGN = re.compile(r"text-align\s*:\s*(\w+)", re.IGNORECASE)
LONG_HEADING = 200
LIST_TYPE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
IS_LABEL = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
IS_TAB = re.compile(r"mso-tab-count", re.IGNORECASE)
DELETED = frozenset(("del",))
# what browsers call a list's labels -> what we write
TYPES = {
    "1": "1",
    "a": "a",
    "A": "A",
    "i": "i",
    "I": "I",
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
}
BULLETS = ("- ", "+ ")  # a list of bullets, and one inside it
# a bullet or dash that was typed inside an item, too
TYPED_BULLET = re.compile(r"\s*[-\u2010-\u2015+*\u2022\u25cf\u25aa\uf0b7]\s")
MOST_ROWS = 1000  # that one cell goes down over
MOST_CELLS = 100_000  # that go on into further rows
DRAWN = re.compile(r"\b(?:solid|dotted|dashed|double|ridge|groove|inset|outset)\b", re.IGNORECASE)
BORDER = re.compile(r"(?<![\w-])border(?P<side>-(?:left|right|top|bottom))?\s*:(?P<what>[^;]*)")


@dataclass(slots=True)
class Listing:
    """A list that is open: its kind, the number of its next item and the step to the next."""

    kind: str
    count: int = 1
    step: int = 1
    bullet: str = ""


@dataclass(slots=True)
class Grid:
    """A table that is open: its rows, and the cells that go on into rows to come."""

    borders: dict[str, bool]
    rows: list[list[Cell]] = field(default_factory=list)
    below: dict[int, tuple[int, int]] = field(default_factory=dict)  # column -> rows left, span
    column: int = 0
    cells: int = 0  # of those that go on


@dataclass(slots=True)
class Story:
    """The lines of the page or of one cell, and the paragraph that is open."""

    pieces: list[Piece] = field(default_factory=list)
    runs: list[tuple[str | None, str]] = field(default_factory=list)
    label: str = ""
    lists: list[Listing] = field(default_factory=list)


class Walk:
    """A walk through a page in order."""

    def __init__(self, fonts: Fonts) -> None:
        self.of_fonts = fonts
        self.stories = [Story()]
        self.grids: list[Grid] = []
        self.fonts: list[str | None] = [None]
        self.centred = [False]
        self.pre = 0
        self.deleted = 0

    @property
    def story(self) -> Story:
        """Where lines are put now."""
        return self.stories[-1]

    def pieces(self, root: Element) -> list[Piece]:
        """The lines of an element."""
        from lxml import etree

        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                self.enter(element)
                self.put(element.text)
            else:
                self.leave(element)
                if element is not root:
                    self.put(element.tail)
        self.flush()
        return self.story.pieces

    # ------------------------------------------------------------ elements

    def enter(self, element: Element) -> None:
        """Opens an element."""
        tag = element.tag
        style = element.get("style") or ""
        self.fonts.append(self.of_fonts.font_of(element) or self.fonts[-1])
        self.pre += tag == "pre" or PRE.search(style) is not None
        self.deleted += tag in DELETED
        if tag == "br":
            self.story.runs.append((None, "\n"))
        elif tag not in INLINE:
            self.flush()
        self.centred.append(is_centred(element, style, self.centred[-1]))
        if tag in ("ol", "ul", "dir"):
            self.story.lists.append(self.listing(element, style))
        elif tag == "li":
            self.item(element, style)
        elif tag == "table":
            self.grids.append(Grid(borders_of_table(element)))
        elif self.grids and tag == "tr":
            self.row()
        elif self.grids and tag in ("td", "th"):
            self.stories.append(Story())

    def leave(self, element: Element) -> None:
        """Closes an element."""
        tag = element.tag
        style = element.get("style") or ""
        if IS_LABEL.search(style):  # 1.&nbsp;&nbsp;&nbsp;
            runs = self.story.runs
            while runs and not runs[-1][1].strip():
                runs.pop()
            runs.append((None, "\t"))
        elif tag == "span" and IS_TAB.search(style):
            self.story.runs.append((None, "\t"))
        if tag not in INLINE and tag != "br":
            self.flush()
        if tag in ("ol", "ul", "dir") and self.story.lists:
            self.story.lists.pop()
            self.story.label = ""
        elif tag == "li":
            self.story.label = ""
        elif tag == "table" and self.grids:
            self.table(self.grids.pop())
        elif self.grids and tag in ("td", "th") and len(self.stories) > 1:
            self.cell(element, style)
        self.fonts.pop()
        self.centred.pop()
        self.pre -= tag == "pre" or PRE.search(style) is not None
        self.deleted -= tag in DELETED

    # ------------------------------------------------------------ words

    def put(self, text: str | None) -> None:
        """Puts text behind what the paragraph has."""
        if not text or self.deleted:
            return
        if not self.pre:
            text = SPACE.sub(" ", text)
            runs = self.story.runs
            if text[0] == " " and (not runs or runs[-1][1][-1] in " \n\t"):
                text = text[1:]
        if text:
            self.story.runs.append((self.fonts[-1], text))

    def flush(self) -> None:
        """Ends the paragraph that is open."""
        story = self.story
        text = self.shown(story.runs)
        story.runs = []
        if not text.strip():
            return
        if story.label and not has_label(text, story.label):
            text = story.label + text.lstrip()
        lines = [
            line for part in EMPTY_LINES.split(text.strip()) for line in (GAP, *lines_of(part))
        ][1:]
        if self.centred[-1] and not story.label and len(text) <= LONG_HEADING:
            lines = [Piece(line.text, "layout") if line.text else line for line in lines]
        story.label = ""
        story.pieces += lines

    def shown(self, runs: list[tuple[str | None, str]]) -> str:
        """The text of runs, those of one font behind one another as one."""
        parts: list[tuple[str | None, str]] = []
        for font, group in groupby(runs, key=itemgetter(0)):
            text = "".join(text for _, text in group)
            if font is not None and is_symbol_font(font) and len(text.strip()) == 1:
                parts.append((None, text.replace(text.strip(), bullet(text.strip(), font))))
            else:
                parts.append((font, text))
        text = "".join(self.of_fonts.shown(text, font) for font, text in parts)
        return text.replace("\u00a0", " ")

    # ------------------------------------------------------------ lists

    def listing(self, element: Element, style: str) -> Listing:
        """The list that an element opens."""
        own = LIST_TYPE.search(style)
        kind = own[1].lower() if own else (element.get("type") or "").strip()
        if element.tag != "ol" and TYPES.get(kind) in (None, "1"):
            depth = sum(bool(each.bullet) for each in self.story.lists)
            return Listing("", bullet=BULLETS[min(depth, len(BULLETS) - 1)])
        kind = TYPES.get(kind, "1")
        items = sum(inside.tag == "li" for inside in element)
        turned = element.get("reversed") is not None
        count = whole(element.get("start"), items if turned else 1)
        return Listing(kind, count, -1 if turned else 1)

    def item(self, element: Element, style: str) -> None:
        """Counts an item and keeps its label for its first words."""
        lists = self.story.lists
        listing = lists[-1] if lists else Listing("", bullet=BULLETS[0])
        if self.story.label:  # an item that has only a list inside it
            self.story.pieces.append(Piece(self.story.label.strip()))
        listing.count = whole(element.get("value"), listing.count)
        own = LIST_TYPE.search(style)
        if own and own[1].lower() == "none":
            self.story.label = ""
        elif listing.bullet:
            self.story.label = listing.bullet
        else:
            self.story.label = label_of(listing.kind, listing.count)
        listing.count += listing.step

    # ------------------------------------------------------------ tables

    def row(self) -> None:
        """Opens a row, with the cells that come down into it."""
        grid = self.grids[-1]
        grid.rows.append([])
        grid.column = 0

    def cell(self, element: Element, style: str) -> None:
        """Closes a cell."""
        pieces = self.stories.pop().pieces
        grid = self.grids[-1]
        if not grid.rows:
            self.row()
        self.come_down()
        span = max(1, min(whole(element.get("colspan"), 1), MOST_COLUMNS - grid.column))
        down = max(1, min(whole(element.get("rowspan"), 1), MOST_ROWS))
        if grid.column >= MOST_COLUMNS:  # more cells than any office has: nothing is lost
            grid.rows[-1][-1].pieces.extend(pieces)
            return
        borders = grid.borders | borders_of(style)
        if element.tag == "th":
            borders = dict.fromkeys(SIDES, True)
        grid.rows[-1].append(Cell(grid.column, span, False, down > 1, borders, pieces))
        if down > 1:
            grid.below[grid.column] = (down, span)
        grid.column += span

    def come_down(self) -> None:
        """Puts cells of rows above into the open row where they go on."""
        grid = self.grids[-1]
        row = grid.rows[-1]
        if grid.cells > MOST_CELLS:
            grid.below.clear()
        while grid.column < MOST_COLUMNS and grid.column in grid.below:
            column = grid.column
            left, span = grid.below[column]
            row.append(Cell(column, span, True, False, dict(grid.borders)))
            if left <= 2:
                del grid.below[column]
            else:
                grid.below[column] = (left - 1, span)
            grid.column += span
            grid.cells += 1

    def table(self, grid: Grid) -> None:
        """Puts the lines of a table that was closed."""
        rows = [row for row in grid.rows if row]
        ends = [cell.column + cell.span for row in rows for cell in row]
        self.story.pieces += set_out_table(Table(rows, max(ends, default=0), grid.borders))
        self.story.pieces.append(GAP)


def is_centred(element: Element, style: str, above: bool) -> bool:
    """Whether lines in an element are centred."""
    told = ALIGN.search(style)
    asked = (told[1] if told else element.get("align") or "").lower()
    if element.tag == "center" or (asked and element.tag != "table"):
        return element.tag == "center" or asked == "center"
    return above and element.tag not in ("td", "th", "li")


def whole(number: str | None, other: int) -> int:
    """A whole number, or the other one where it is none."""
    found = NUMBER.match(number or "")
    return int(found[1]) if found else other


def label_of(kind: str, count: int) -> str:
    """The label of an item as Vietnamese documents print it: ``I. ``, ``1. ``, ``a) ``."""
    if not kind:
        return ""
    if kind == "1" or not 0 < count < 4000:
        return f"{count}. "
    sign = letters(count) if kind in "aA" else roman(count)
    return f"{sign.lower()}) " if kind == "a" else f"{sign if kind.isupper() else sign.lower()}. "


def has_label(text: str, label: str) -> bool:
    """Whether an item begins with its label, or a bullet of its own, typed."""
    if label in BULLETS:
        return TYPED_BULLET.match(text) is not None
    return text.lstrip().startswith(label.strip())


def borders_of_table(element: Element) -> dict[str, bool]:
    """Whether lines are drawn between the cells of a table."""
    drawn = whole(element.get("border"), 0) > 0 or element.get("border") == ""
    drawn = drawn or "border" in (element.get("class") or "").lower()
    rules = (element.get("rules") or "").lower()
    drawn = (drawn and rules != "none") or rules in ("all", "rows", "cols", "groups")
    return dict.fromkeys(SIDES, drawn)


def borders_of(style: str) -> dict[str, bool]:
    """The borders that the style of a cell speaks of."""
    found: dict[str, bool] = {}
    for border in BORDER.finditer(style.lower()):
        drawn = DRAWN.search(border["what"]) is not None
        sides = (border["side"][1:],) if border["side"] else SIDES
        found |= dict.fromkeys(sides, drawn)
    return found

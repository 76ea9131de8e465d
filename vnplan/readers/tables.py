"""Tables of a Word document: rows of cells on a line each, or the blocks of a layout.

A letterhead and the end of a document stand in tables without lines, whose columns are read one
after the other; what is ruled, or filled like a form of rows, is read row by row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

from vnplan.lexicon import header, headings
from vnplan.lexicon.tables import COLUMNS
from vnplan.patterns import any_of, pattern
from vnplan.readers.wordml import Element, Styles, child, children, number, value, w
from vnplan.views import folded, plain_signs

LINE_END = "\u2028"  # inside a cell: a line that was ended on purpose
MOST_COLUMNS = 63  # as Word has them
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
OTHER_NAMES = {"start": "left", "end": "right"}
WHITE = ("ffffff", "white")


class Piece(NamedTuple):
    """A line of text and what it is: of the body, of a layout, or a row of a table.

    ``gap`` is a line left empty. ``centred`` lines of the body belong together: a title of two.
    """

    text: str
    kind: Literal["body", "layout", "row", "gap"] = "body"
    centred: bool = False


GAP = Piece("", "gap")


@dataclass(slots=True)
class Cell:
    """A cell: where it begins and how many columns it has, whether it goes on from above."""

    column: int
    span: int
    goes_on: bool
    begins_merge: bool
    borders: dict[str, bool]
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines of the cell behind one another."""
        return LINE_END.join(flat_lines(self.pieces))


class Table(NamedTuple):
    """The rows of a table, its number of columns and the borders that it has itself."""

    rows: list[list[Cell]]
    columns: int
    borders: dict[str, bool]


def read_table(
    element: Element, styles: Styles, read_cell: Callable[[Element], list[Piece]]
) -> Table:
    """The table of a ``w:tbl``; deleted rows and cells are none."""
    properties = child(element, "tblPr")
    borders = borders_of_style(styles, value(child(properties, "tblStyle")))
    borders |= read_borders(child(properties, "tblBorders"))
    shown = [row for row in find_inside(element, "tr") if child(child(row, "trPr"), "del") is None]
    width = width_of(element, shown)
    rows: list[list[Cell]] = []
    above = frozenset[int]()  # the columns of cells that may go on
    for row in shown:
        exceptions = read_borders(child(child(row, "tblPrEx"), "tblBorders"))
        rows.append(list(read_cells(row, width, above, borders | exceptions, read_cell)))
        above = frozenset(cell.column for cell in rows[-1] if cell.begins_merge or cell.goes_on)
    ends = [cell.column + cell.span for row in rows for cell in row]
    return Table(rows, max(ends, default=0), borders)


def borders_of_style(styles: Styles, name: str | None) -> dict[str, bool]:
    """The borders that a style gives its tables, read once for all of them."""
    if name not in styles.borders:
        borders: dict[str, bool] = {}
        for _, style in styles.chain(name):
            borders = read_borders(child(child(style, "tblPr"), "tblBorders")) | borders
            for part in children(style, "tblStylePr"):  # lines of heads and bands only
                borders = read_borders(child(child(part, "tcPr"), "tcBorders")) | borders
        styles.borders[name] = borders
    return dict(styles.borders[name])


def width_of(element: Element, rows: list[Element]) -> int:
    """How many columns a table has: those of its grid, or more where a row has more cells."""
    grid = child(element, "tblGrid")
    if grid is None:
        return MOST_COLUMNS
    columns = sum(1 for _ in children(grid, "gridCol"))
    cells = (sum(1 for _ in find_inside(row, "tc")) for row in rows)
    return max(1, min(max(columns, *cells, 0), MOST_COLUMNS))


def find_inside(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for inside in element.iterchildren():
        if inside.tag == w(name):
            yield inside
        elif inside.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")):
            yield from find_inside(inside, name)


def read_cells(
    row: Element,
    width: int,
    above: frozenset[int],
    borders: dict[str, bool],
    read_cell: Callable[[Element], list[Piece]],
) -> Iterator[Cell]:
    """The cells of a row of a table so many columns wide; those of ``above`` may go on in it."""
    cells = [cell for cell in find_inside(row, "tc") if not is_deleted(cell)]
    before = number(value(child(child(row, "trPr"), "gridBefore"))) or 0
    column = max(0, min(before, width - len(cells)))
    last: Cell | None = None
    for i, cell in enumerate(cells, 1):
        properties = child(cell, "tcPr")
        if last is not None and column >= MOST_COLUMNS:  # more than Word has: nothing is lost
            last.pieces += read_cell(cell)
            continue
        span = number(value(child(properties, "gridSpan"))) or 1
        span = max(1, min(span, width - column - (len(cells) - i)))
        merge = child(properties, "vMerge")
        begins = value(merge) == "restart"
        own = borders | read_borders(child(properties, "tcBorders"))
        goes_on = merge is not None and not begins
        made = Cell(column, span, goes_on, begins, own)
        if not goes_on or column not in above:
            made.pieces = read_cell(cell)
            # what goes on from nothing is there itself; Word shows it so
            made.goes_on, made.begins_merge = goes_on and not made.text, begins or goes_on
        if last is not None:
            yield last
        last = made
        column += span
    if last is not None:
        yield last


def is_deleted(cell: Element) -> bool:
    """Whether a tracked change takes a cell away."""
    return child(child(cell, "tcPr"), "cellDel") is not None


def read_borders(element: Element | None) -> dict[str, bool]:
    """Whether each side of a border that something is said of can be seen."""
    if element is None:
        return {}
    found: dict[str, bool] = {}
    for side in element.iterchildren():
        name = side.tag.rpartition("}")[2]
        name = OTHER_NAMES.get(name, name)
        if name in SIDES:
            drawn = value(side) not in (None, "nil", "none")
            found[name] = drawn and side.get(w("color"), "").lower() not in WHITE
    return found


# ---------------------------------------------------------------- what a table is

NATIONAL = pattern(any_of((*headings.MOTTO, *header.PARTY_MOTTO), bare=True))
RECIPIENTS = pattern(rf"\W{{0,3}}{any_of(headings.RECIPIENTS, bare=True)}\b")
COUNT = pattern(rf"\W*{any_of(COLUMNS['count'], bare=True)}\W*$")
MOST_LAYOUT_ROWS = 12  # a letterhead with a row for each of its lines
FEW_ROWS = 3
LONGEST_AGAIN = 500  # signs of a cell that is said of several rows


def is_layout(table: Table) -> bool:
    """Whether a table only puts blocks beside one another: letterhead, signatures, a frame."""
    if table.columns <= 1 or all(len(row) <= 1 for row in table.rows):
        return True
    first = next((cell.text for row in table.rows for cell in row if cell.text), "")
    if COUNT.match(folded(plain_signs(first))):
        return False
    few = len(table.rows) <= MOST_LAYOUT_ROWS
    if few and any(begins_so(NATIONAL, cell) for cell in cells_of(table)):
        return True
    if (
        is_ruled(table) and len(table.rows) > 1
    ):  # may have a column of recipients: who reports go to
        return False
    if few and any(begins_so(RECIPIENTS, cell) for cell in cells_of(table)):
        return True
    if is_ruled(table):
        return False
    return len(table.rows) <= FEW_ROWS or not is_filled(table)


def cells_of(table: Table) -> Iterator[Cell]:
    """All cells in order."""
    for row in table.rows:
        yield from row


def frames_document(cell: Cell) -> bool:
    """Whether a cell belongs to a letterhead or begins the list of recipients."""
    return begins_so(RECIPIENTS, cell) or begins_so(NATIONAL, cell)


def begins_so(words: re.Pattern[str], cell: Cell) -> bool:
    """Whether one of a cell's first lines begins in a way."""
    lines = (folded(plain_signs(line)) for line in flat_lines(cell.pieces)[:4])
    return any(words.match(line) for line in lines)


def is_ruled(table: Table) -> bool:
    """Whether most edges between cells that stand beside one another, or above, are drawn."""
    beside = [
        left.borders.get("right", left.borders.get("insideV", False))
        or right.borders.get("left", right.borders.get("insideV", False))
        for row in table.rows
        for left, right in pairwise(row)
    ]
    above = [
        cell.borders.get("bottom", cell.borders.get("insideH", False))
        for row in table.rows[:-1]
        for cell in row
    ]
    return sum(beside) * 2 > len(beside) or (len(table.rows) > 2 and sum(above) * 2 > len(above))


def is_filled(table: Table) -> bool:
    """Whether nearly every row has something in nearly all of its cells: rows of data."""
    full = sum(sum(bool(cell.text) for cell in row) * 4 >= len(row) * 3 for row in table.rows)
    return full * 4 >= len(table.rows) * 3


# ---------------------------------------------------------------- set out


COLUMNS_APART = "    "


def set_out_table(table: Table) -> Iterator[Piece]:
    """The lines of a table: blocks one after the other, lines in columns, or a row each."""
    if not is_layout(table):
        yield from set_out_rows(table)
        return
    for rows in beside_one_another(table):
        full = [cell for row in rows for cell in row if cell.text]
        yield GAP
        if len(rows) == 1 and len(full) <= 1:
            for cell in rows[0]:
                yield from as_layout(cell.pieces, lone=table.columns == 1)
        elif any(is_block(cell) for cell in full):
            yield from set_out_columns(rows)
        else:
            yield from set_out_lines(rows)
    yield GAP


def beside_one_another(table: Table) -> Iterator[list[list[Cell]]]:
    """The rows of a layout in groups; a row with words across all columns stands alone."""
    group: list[list[Cell]] = []
    for row in table.rows:
        full = [cell for cell in row if cell.text]
        if full and len(full) == 1 and (len(row) == 1 or not group):
            if group:
                yield group
            yield [row]
            group = []
        elif full:
            group.append(row)
    if group:
        yield group


def is_block(cell: Cell) -> bool:
    """Whether a cell is read downwards, with what stands below it: a letterhead, a signature."""
    lines = flat_lines(cell.pieces)
    return frames_document(cell) or bool(lines and lines[0].isupper() and len(lines[0]) > 3)


def set_out_columns(rows: list[list[Cell]]) -> Iterator[Piece]:
    """The columns from left to right, each downwards."""
    for column in sorted({cell.column for row in rows for cell in row}):
        yield GAP
        for row in rows:
            for cell in row:
                if cell.column == column:
                    yield from as_layout(cell.pieces, lone=False)


def set_out_lines(rows: list[list[Cell]]) -> Iterator[Piece]:
    """The rows of a form, ``Dân tộc:    Quốc tịch:``; cells of several lines one by one."""
    for row in rows:
        lines = [flat_lines(cell.pieces) for cell in row]
        if all(len(cell) <= 1 for cell in lines):
            words = COLUMNS_APART.join(cell[0] for cell in lines if cell)
            yield Piece(words, "layout")
        else:
            for cell in row:
                yield from as_layout(cell.pieces, lone=False)


def as_layout(pieces: Sequence[Piece], *, lone: bool) -> Iterator[Piece]:
    """The lines of a cell; those of a frame round ordinary text stay of the body."""
    for piece in pieces:
        yield Piece(piece.text, "layout") if piece.kind == "body" and not lone else piece


def set_out_rows(table: Table) -> Iterator[Piece]:
    """The rows, a head of several rows made one."""
    yield GAP
    rows = table.rows
    head = rows_of_head(rows)
    if head > 1:
        yield as_row(joined_head(rows[:head], table.columns))
        rows = rows[head:]
    last: dict[int, str] = {}  # what stands in each column, for cells that go on
    for row in rows:
        anew = not (row and row[0].goes_on)
        words = [""] * table.columns
        for cell in row:
            if not cell.goes_on:
                words[cell.column] = cell.text
                last[cell.column] = cell.text if len(cell.text) <= LONGEST_AGAIN else ""
            elif anew:  # a cell beside several tasks is said of each
                words[cell.column] = last.get(cell.column, "")
        if any(words):
            yield as_row(words)
    yield GAP


def rows_of_head(rows: list[list[Cell]]) -> int:
    """How many rows the head has: the cell of the first column reaches down over all of them."""
    if not rows or not rows[0] or not rows[0][0].begins_merge:
        return 1
    if all(cell.span == 1 for cell in rows[0]):
        return 1
    count = 1
    while count < len(rows) and rows[count] and rows[count][0].goes_on:
        count += 1
    return count if count < len(rows) and count <= 3 else 1


def joined_head(rows: list[list[Cell]], columns: int) -> list[str]:
    """One name for each column, those that stand above it first."""
    names: list[list[str]] = [[] for _ in range(columns)]
    for row in rows:
        for cell in row:
            if cell.text:
                span = cell.span if len(cell.text) <= LONGEST_AGAIN else 1
                for column in range(cell.column, cell.column + span):
                    names[column].append(cell.text)
    return [" ".join(parts) for parts in names]


def as_row(words: Sequence[str]) -> Piece:
    """A row on one line."""
    cells = (f" {cell} " if cell else " " for cell in words)
    return Piece(f"|{'|'.join(cells)}|", "row")


def flat_lines(pieces: Sequence[Piece]) -> list[str]:
    """The lines of a cell without bars, the cells of a table inside it parted by commas."""
    lines: list[str] = []
    for piece in pieces:
        words = piece.text
        if piece.kind == "row":
            words = ", ".join(filter(None, (cell.strip() for cell in words.split("|"))))
        words = words.replace("|", "/").strip()
        if words:
            lines.append(words)
    return lines

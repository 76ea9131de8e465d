"""A text whose printed tables are laid out one line a row, and the way back from it.

The cells of a row that share its lines are put behind one another, ``| 01 | Mua hoa | Văn
phòng |``, so that what reads paragraphs and rows reads tables that were printed in columns
too. What was found is then put where it stands in the text as read: the span of a cell runs
from its first word to its last, whatever stands between them on its lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vnplan.flat import (
    read_cells,
    read_drawn,
    read_headless,
    read_lines,
    read_ruins,
    read_tabs,
    read_two_columns,
)
from vnplan.grid import LONE_NUMBER, Grid, Row, Sheet, fits, read_grid
from vnplan.lexicon import tables
from vnplan.records import AnyRecord, Plan, Record, Span
from vnplan.views import lowered

LINE_END = "\u2028"  # inside a cell: a line that was ended on purpose, as between two names


@dataclass(frozen=True, slots=True)
class Stretch:
    """Signs of the laid-out text from ``at`` on, and where they stand in the text as read.

    Those of one cell have the same ``cell``, those of one row the same ``row``; both are 0
    outside all tables.
    """

    at: int
    start: int
    end: int
    row: int = 0
    cell: int = 0


class Layout:
    """A text with its tables laid out in rows: ``text``, and where its signs were read."""

    def __init__(self, text: str, stretches: list[Stretch]) -> None:
        self.text = text
        self.stretches = stretches
        self._at = [stretch.at for stretch in stretches]

    def place(self, at: int) -> int:
        """Which stretch a sign of ``text`` belongs to, the one before it if it is of none."""
        return max(0, bisect_right(self._at, at) - 1)

    def origin(self, span: Span) -> Span:
        """Where the words of a span of ``text`` stand in the text as read.

        Inside a cell from the first to the last of them; beyond it all that the rows take
        that it begins and ends in.
        """
        start, end = span
        first, last = self.place(start), self.place(max(start, end - 1))
        a, b = self.stretches[first], self.stretches[last]
        if first < last and start >= a.at + a.end - a.start:  # between two cells
            first, a = first + 1, self.stretches[first + 1]
        low = min(a.start + max(0, start - a.at), a.end)
        high = b.start + min(max(start, end - 1) - b.at + (end > start), b.end - b.start)
        if a.cell != b.cell:
            low = min([low, *(s.start for s in self.row_from(first, 1, last))])
            high = max([high, *(s.end for s in self.row_from(last, -1, first))])
        return low, max(low, high)

    def row_from(self, i: int, step: int, until: int) -> Iterator[Stretch]:
        """The other stretches of the same row, from one on, no further than another."""
        row = self.stretches[i].row
        while row and i != until:
            i += step
            if self.stretches[i].row != row:
                return
            yield self.stretches[i]

    def restored(self, plan: Plan, text: str) -> Plan:
        """The record with its spans in the text as read."""
        unclaimed = tuple(sorted(map(self.origin, plan.unclaimed)))
        return self.moved(plan).model_copy(update={"text": text, "unclaimed": unclaimed})

    def moved(self, record: AnyRecord) -> AnyRecord:
        """A record with its own spans and those of all records in it put back."""
        changed: dict[str, Any] = {}
        for name, value in record.__dict__.items():
            if name in ("span", "label_span"):
                changed[name] = self.origin(value) if value is not None else None
            elif isinstance(value, Record):
                changed[name] = self.moved(value)
            elif isinstance(value, tuple) and value and isinstance(value[0], Record):
                changed[name] = tuple(map(self.moved, value))
        return record.model_copy(update=changed) if changed else record


def lay_out(text: str) -> Layout | None:
    """The text with its printed tables in rows, None where it has none."""
    lines = text.split("\n")
    heads = [i for i, line in enumerate(lines) if line and may_be_head(line)]
    if not heads:
        return None
    sheet = Sheet(text)
    writer = Writer(text)
    done = 0
    for i in heads:
        if i < done:
            continue
        for reader in DRAWN_READERS if is_row(lines[i]) else READERS:
            grid = reader(sheet, i)
            if grid is not None and grid.first >= done:
                writer.write(sheet, grid)
                done = grid.stop
                break
    return writer.finished() if done else None


def may_be_head(line: str) -> bool:
    """Whether a line has words parted by several blanks, or begins like a head: cheaply told."""
    words = line.strip()
    if "  " in words or "\t" in words or "|" in words:
        return True
    return words[:1] in COUNT_LETTERS and words[:8].lower().startswith(COUNT_WORDS)


def is_row(line: str) -> bool:
    """Whether a line is a row of a table as it stands: bars around or between its cells."""
    return line.lstrip()[:1] == "|" or line.count(" | ") > 1


COUNT_WORDS = tuple(lowered(word) for word in tables.COLUMNS["count"])
COUNT_LETTERS = frozenset(word[0] for word in (*COUNT_WORDS, *map(str.upper, COUNT_WORDS)))


class Writer:
    """Builds the laid-out text from the text as read, table by table."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.stretches: list[Stretch] = []
        self.length = 0
        self.done = 0  # how far the text as read is written
        self.rows = 0
        self.cells = 0

    def copy(self, start: int, end: int, row: int = 0, cell: int = 0) -> None:
        """Write signs of the text as read."""
        if end > start:
            self.stretches.append(Stretch(self.length, start, end, row, cell))
            words = self.text[start:end]
            self.add(words.replace("|", " ") if row else words)

    def add(self, signs: str) -> None:
        """Write signs that are not in the text."""
        self.pieces.append(signs)
        self.length += len(signs)

    def write(self, sheet: Sheet, grid: Grid) -> None:
        """Write the text up to a table, then its rows, a line each, and what lies between."""
        self.copy(self.done, sheet.starts[grid.first])
        aside = list(grid.aside)
        for row in (*grid.head, *grid.rows):
            start = min((p.start for cell in row.cells for p in cell), default=0)
            while aside and sheet.starts[aside[0]] < start:
                self.write_aside(sheet, aside.pop(0))
            self.write_row(sheet, row, grid.widths)
            end = max((p.end for cell in row.cells for p in cell), default=0)
            while aside and sheet.starts[aside[0]] < end:
                self.write_aside(sheet, aside.pop(0))
        for i in aside:
            self.write_aside(sheet, i)
        last = grid.stop - 1
        self.done = min(sheet.starts[last] + len(sheet.lines[last]) + 1, len(self.text))

    def write_row(self, sheet: Sheet, row: Row, widths: Sequence[int]) -> None:
        """Write a row: its cells in the order of columns, bars before, between and behind."""
        self.rows += 1
        self.add("|")
        for k, cell in enumerate(row.cells):
            self.cells += 1
            self.add(" ")
            for i, piece in enumerate(cell):
                if i:
                    before = sheet.words(cell[i - 1])
                    ended = fits(before, sheet.words(piece), widths[k])
                    self.add(LINE_END if ended else " ")
                self.copy(piece.start, piece.end, self.rows, self.cells)
            self.add(" |")
        self.add("\n")

    def write_aside(self, sheet: Sheet, i: int) -> None:
        """Write a line that stands between the rows: a page number, or the head as one cell."""
        start = sheet.starts[i]
        end = start + len(sheet.lines[i])
        if LONE_NUMBER.fullmatch(sheet.lines[i].strip()):
            self.copy(start, end)
        else:
            self.add("| ")
            self.copy(start, end)
            self.add(" |")
        self.add("\n")

    def finished(self) -> Layout:
        """The whole text laid out."""
        self.copy(self.done, len(self.text))
        return Layout("".join(self.pieces), self.stretches)


DRAWN_READERS = (read_drawn,)
READERS = (
    read_tabs,
    read_two_columns,
    read_grid,
    read_lines,
    read_cells,
    read_headless,
    read_ruins,
)

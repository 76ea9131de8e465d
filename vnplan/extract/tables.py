"""Rows of tables: which columns tell what is to be done, by whom and until when.

A table stands in the page one line a row, its cells parted by bars; what was printed in
columns is laid out so by ``vnplan.layout``. The first rows name the columns. A table of
tasks gives a duty for each row, a schedule of bodies and days a step for each; a programme by
the clock gives neither, and of a table that is not understood nothing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Literal

from vnplan.extract.actors import NAME_START, named
from vnplan.extract.dates import find_times
from vnplan.grid import column_of, names_columns
from vnplan.layout import LINE_END
from vnplan.lexicon import phases, tables
from vnplan.lexicon.verbs import AND_WORDS
from vnplan.outline import Block, Node, Outline
from vnplan.patterns import any_of, pattern
from vnplan.records import Actor, Part, Span
from vnplan.text import Page

RowKind = Literal["head", "title", "task", "entry", "more", "agenda", "standard", "unread"]

BAR = pattern(r"\|")
WORD = pattern(r"\p{L}{2}|\d")
LETTER = pattern(r"\p{L}")
# takes: 14h00 - 14h05    7 giờ 30    not: 14/05
CLOCK = pattern(rf"\W{{0,3}}\d{{1,2}}\s*(?:[hg:]|{any_of(phases.HOUR)})\s?\d{{0,2}}\b")
DITTO = pattern(rf"\W*{any_of(tables.DITTO)}\W*$")
ROMAN_OR_LETTER = pattern(r"[IVX]{1,5}\b|\p{Lu}\b")
WHO = ("lead", "agent", "support")
TELLING = (*WHO, "time", "product", "place", "note")  # what a column beside the task may tell


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row and what it is: ``cells`` are those that say something, by the kind of column."""

    block: Block
    kind: RowKind
    cells: dict[str, Span]


def read_rows(page: Page, node: Node) -> dict[int, TableRow]:
    """The rows of all tables directly under a section, by where their blocks begin."""
    known: dict[int, dict[int, TableRow]] = page.memo.setdefault("rows", {})
    found = known.get(id(node))
    if found is None:
        found = known[id(node)] = {}
        for is_table, blocks in groupby(node.blocks, key=attrgetter("row")):
            if is_table:
                run = list(blocks)
                rows = read_points(page, run) if node.role in ("criteria", "award") else []
                if node.role == "award" and not any(row.kind == "head" for row in rows):
                    rows = []  # 1 | Giải nhất | 02
                found |= {row.block.start: row for row in rows or read_table(page, run)}
    return found


def unread_tables(page: Page, outline: Outline) -> list[list[Block]]:
    """The runs of rows that nothing was taken from, in order."""
    found: list[list[Block]] = []
    for node in outline.walk():
        rows = read_rows(page, node)
        if not rows:
            continue
        for unread, run in groupby(rows.values(), key=lambda row: row.kind == "unread"):
            if unread:
                found.append([row.block for row in run])
    return found


def read_table(page: Page, blocks: list[Block]) -> list[TableRow]:
    """The rows of one table in order; all are unread where none tells anything."""
    rows = list(rows_of(page, blocks))
    if any(row.kind in ("task", "entry", "agenda") for row in rows):
        return rows
    return [TableRow(row.block, "unread", {}) for row in rows]


# takes: 10    2,5    10 - 15    Tối đa 20 điểm    10đ    not: 10 ngày
POINTS = pattern(
    rf"(?:{any_of(tables.AT_MOST)}\s+)?[-+]?\d{{1,3}}(?:[.,]\d{{1,2}})?(?:\s*-\s*\d{{1,3}})?"
    rf"\s*(?:{any_of(tables.POINT_WORDS)})?\.?"
)
COUNT = pattern(r"\W*(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|\p{L})\W*")
TOTAL = pattern(rf"\W*{any_of(tables.TOTALS)}\b")
POINTS_NAMED = pattern(rf"\b{any_of(tables.POINT_WORDS)}\b")


def read_points(page: Page, blocks: list[Block]) -> list[TableRow]:
    """The rows of a table of standards and their points, ``[]`` where it is another table.

    ``1 | Bếp ăn sạch | 20``: two such rows at least, and beside them only a head, sums and the
    names of groups, which have numbers of their own make.
    """
    rows = [points_row(page, block, first=block is blocks[0]) for block in blocks]
    standards = [row for row in rows if row.kind == "standard"]
    if len(standards) < 2 or any(row.kind == "unread" for row in rows):
        return []
    groups = [row for row in standards if names_group(page, row)]
    if len(groups) == len(standards):
        return rows
    return [TableRow(row.block, "title", {}) if row in groups else row for row in rows]


def names_group(page: Page, row: TableRow) -> bool:
    """Whether a row is counted by a Roman number or a capital letter."""
    number = row.cells.get("count")
    return number is not None and ROMAN_OR_LETTER.match(page.work, *number) is not None


def points_row(page: Page, block: Block, *, first: bool) -> TableRow:
    """One row of a table of points; ``first`` may be its head."""
    cells = [cell for cell in cells_of(page, block.start, block.end) if cell[1] > cell[0]]
    counted = len(cells) > 1 and COUNT.fullmatch(page.work, *cells[0]) is not None
    count = {"count": cells.pop(0)} if counted else {}
    points = [POINTS.fullmatch(page.low, *cell) is not None for cell in cells]
    if not all(points) and TOTAL.match(page.low, *cells[points.index(False)]):
        return TableRow(block, "title", {})
    if not any(points):
        named = first and any(POINTS_NAMED.search(page.low, *cell) for cell in cells[1:])
        return TableRow(block, "head" if named else "title" if len(cells) == 1 else "unread", {})
    at = points.index(True)
    if not 1 <= at <= 2 or points[at:].count(False) > 1:
        return TableRow(block, "unread", {})
    return TableRow(block, "standard", {**count, "standard": cells[at - 1]})


def rows_of(page: Page, blocks: list[Block]) -> Iterator[TableRow]:
    """The rows of tables in order; those above the head are titles if a head follows."""
    columns: list[str] | None = None
    above: list[Block] = []
    last: TableRow | None = None
    for block in blocks:
        cells = cells_of(page, block.start, block.end)
        names = [column_of(page.bare[a:b]) for a, b in cells]
        if names_columns(names) and (columns is None or names_again(names, columns)):
            columns = purposes(names)
            yield from (TableRow(b, "title" if columns else "unread", {}) for b in above)
            above = []
            yield TableRow(block, "head" if columns else "unread", {})
            continue
        if columns is None:
            above.append(block)
            continue
        last = read_row(page, block, cells, columns, last)
        yield last
    yield from (TableRow(block, "unread", {}) for block in above)


def names_again(names: list[str | None], columns: list[str]) -> bool:
    """Whether a row repeats the head: most of its cells name the same columns."""
    same = sum(a == b for a, b in zip(names, columns, strict=False) if a is not None)
    return same * 2 > len(columns)


def purposes(names: list[str | None]) -> list[str]:
    """What each column tells, ``[]`` where a table tells neither tasks nor the days of bodies.

    A head that no word is known of is that of the task where none else is, and it stands
    first. Beside a task, a column of bodies tells who acts.
    """
    if "price" in names or "office" in names:
        return []
    telling = any(name in TELLING for name in names)
    columns = [name or "note" for name in names]
    if "task" not in names and "body" not in names:
        unknown = next((i for i, name in enumerate(names) if name is None), None)
        if unknown is None or unknown > 2 or not telling:
            return []
        columns[unknown] = "task"
    if "task" not in columns:
        return columns if "time" in columns else []
    if not telling and "body" not in names:
        return []
    if not any(who in columns for who in WHO):
        columns = ["agent" if name == "body" else name for name in columns]
    return columns


def read_row(
    page: Page, block: Block, cells: list[Span], columns: list[str], last: TableRow | None
) -> TableRow:
    """One row below the head."""
    full = [cell for cell in cells if WORD.search(page.work, *cell)]
    if len(cells) == 1 or not full:
        return TableRow(block, "title", {})
    if len(cells) != len(columns):
        return TableRow(block, "unread", {})
    named: dict[str, Span] = {}
    for kind, cell in zip(columns, cells, strict=True):
        if cell[1] > cell[0]:
            if last is not None and kind in last.cells and DITTO.match(page.low, *cell):
                cell = last.cells[kind]
            named.setdefault(kind, cell)
    number = named.pop("count", None)
    if "time" in named and is_clock_time(page, named["time"]):
        return TableRow(block, "agenda", named)
    if number is None and "count" in columns and last is not None and last.kind in ("task", "more"):
        first = page.work[min(cell[0] for cell in named.values())]
        if first.islower() or "task" not in named:
            return TableRow(block, "more", named)
    key = "task" if "task" in columns else "body"
    if key not in named:
        return TableRow(block, "unread", {})
    lone = not any(kind in named for kind in columns if kind not in (key, "count", "note"))
    if lone and number is not None and ROMAN_OR_LETTER.match(page.work, *number):
        return TableRow(block, "title", {})
    if lone and number is None and "count" in columns:
        return TableRow(block, "title", {})
    return TableRow(block, "task" if key == "task" else "entry", named)


def is_clock_time(page: Page, cell: Span) -> bool:
    """Whether a cell names an hour and no day: the row is one of a programme."""
    return CLOCK.match(page.low, *cell) is not None and not find_times(page, *cell)


def cells_of(page: Page, start: int, end: int) -> list[Span]:
    """The spans of a row's cells; an empty cell is one, too."""
    bars = [match.start() for match in BAR.finditer(page.work, start, end)]
    if bars and bars[0] == start:  # | drawn | on both sides |
        start = bars.pop(0) + 1
        if bars and bars[-1] == end - 1:
            end = bars.pop()
    edges = zip([start, *(bar + 1 for bar in bars)], [*bars, end], strict=True)
    return [trim(page, *edge) for edge in edges]


def trim(page: Page, start: int, end: int) -> Span:
    """A span without white space at its ends."""
    while start < end and page.work[start].isspace():
        start += 1
    while end > start and page.work[end - 1].isspace():
        end -= 1
    return start, end


# ---------------------------------------------------------------- who acts

# takes: C. Hà    T.Bách    Đ/c Lan    not: Khoa học và Thông tin
PERSON = pattern(r"\p{Lu}{1,2}\.[ ]?\p{Lu}|\d")
AND = pattern(rf"\s+{any_of(AND_WORDS)}\s+")
LEADING = pattern(rf"(?:[-+,;&\u2022*]\s*|{any_of(AND_WORDS)}\s+)+")


def names_in(page: Page, cell: Span) -> Iterator[Span]:
    """The names of those who act, from a cell that holds nothing else.

    Parted by lines that were ended on purpose, by ``;`` and ``+``, before a person's initial
    and a number, and by commas where no name of a body can go on behind them, as none does
    behind ``(chủ trì),``.
    """
    start, end = cell
    at = start
    depth = 0
    i = start
    while i < end:
        sign = page.work[i]
        depth += (sign == "(") - (sign == ")")
        if depth <= 0 and (page.text[i] == LINE_END or sign in ",;+" or sign.isspace()):
            behind = next_name(page, at, i, end)
            if behind is not None:
                yield from name_at(page, at, i)
                at = i = behind
                continue
        i += 1
    yield from name_at(page, at, end)


def next_name(page: Page, start: int, i: int, end: int) -> int | None:
    """Where the name behind a parting sign at ``i`` begins, None where nothing is parted."""
    sign = page.work[i]
    if page.text[i] == LINE_END or sign in ";+":
        return i + 1
    if sign == ",":
        at = i + 1
        while at < end and page.work[at].isspace():
            at += 1
        if at >= end or page.text[at] == LINE_END:
            return at
        if PERSON.match(page.work, at, end):
            return at
        whole = page.work[i - 1] == ")" or NAME_START.match(page.low, start, i) is None
        return at if page.work[at].isupper() and whole else None
    conjunction = AND.match(page.low, i, end)
    if conjunction is not None and PERSON.match(page.work, conjunction.end(), end):
        return conjunction.end()
    return None


def name_at(page: Page, start: int, end: int) -> Iterator[Span]:
    """The span of a name without bullets and ``và`` before it, if anything is left."""
    start, end = trim(page, start, end)
    lead = LEADING.match(page.low, start, end)
    if lead is not None:
        start = lead.end()
    if LETTER.search(page.work, start, end):
        yield start, end


# takes: Chủ trì: Phòng A    not: Phòng A
LEADS = pattern(rf"{any_of(tables.COLUMNS['lead'])}\s*:\s*")
SUPPORTS = pattern(rf"{any_of(tables.COLUMNS['support'])}\s*:\s*")
# takes: Phòng A (chủ trì)    Phòng A chủ trì    not: Phòng chủ trì hội nghị
LED_BEHIND = pattern(rf"\s*[(-]?\s*{any_of(tables.LEADING_BEHIND)}\s*\)?[\s.,;]*$")
SUPPORTED_BEHIND = pattern(rf"\s*[(-]?\s*{any_of(tables.SUPPORTING_BEHIND)}\s*\)?[\s.,;]*$")
TOLD: tuple[tuple[re.Pattern[str], re.Pattern[str], Part], ...] = (
    (LEADS, LED_BEHIND, "lead"),
    (SUPPORTS, SUPPORTED_BEHIND, "support"),
)


def actors_in(page: Page, cell: Span, part: Part) -> list[Actor]:
    """The actors of a cell, in the part of its column or in the one that it tells itself."""
    found: list[Actor] = []
    for name in names_in(page, cell):
        (start, end), own = name, part
        for before, behind, told in TOLD:
            first = before.match(page.low, start, end)
            last = behind.search(page.low, start + 1, end)
            if first is not None and first.end() < end:
                start, own = first.end(), told
            if last is not None:
                end, own = last.start(), told
        found += named(page, (start, end), own)
    return found

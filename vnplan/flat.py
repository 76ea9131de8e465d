"""Tables whose columns are lost: parted by tabs, one line a row, or one line a cell.

They begin with a head that names columns. What is found has the form of a table printed in
columns (``vnplan.grid``). Rows whose cells cannot be told apart are given as one cell, so
that nobody takes them for sentences.
"""

from __future__ import annotations

from itertools import pairwise

from vnplan.grid import (
    COLUMN_OF,
    NAME_IN_HEAD,
    NUMBER_FIRST,
    RECIPIENTS,
    TITLE,
    Grid,
    Piece,
    Row,
    Sheet,
    column_of,
    names_columns,
)
from vnplan.lexicon import tables
from vnplan.patterns import any_of, pattern
from vnplan.views import folded, lowered

LONGEST_ROW = 6  # lines
FEWEST_ROWS = 2


def line_piece(sheet: Sheet, i: int) -> Piece:
    """The words of line ``i`` as one piece."""
    line = sheet.lines[i]
    words = line.strip()
    left = len(line) - len(line.lstrip())
    return Piece(
        sheet.starts[i] + left, sheet.starts[i] + left + len(words), left, left + len(words)
    )


def as_grid(sheet: Sheet, first: int, stop: int, head: Row, rows: list[Row]) -> Grid:
    """The table of rows whose lines no column limits."""
    return Grid(first, stop, (head,), tuple(rows), (10_000,) * max(1, len(head.cells)))


# ---------------------------------------------------------------- tabs


def read_tabs(sheet: Sheet, i: int) -> Grid | None:
    """The table whose cells are parted by tabs, its head on line ``i``."""
    cells = tab_cells(sheet, i)
    count = len(cells)
    if not names_columns([column_of(folded(" ".join(map(sheet.words, c)))) for c in cells]):
        return None
    rows: list[Row] = []
    stop = i + 1
    for j in range(i + 1, len(sheet.lines)):
        found = tab_cells(sheet, j)
        if len(found) < 2:
            if sheet.is_blank(j) and j == stop:
                continue
            break
        found += [()] * (count - len(found))
        extra = tuple(piece for cell in found[count:] for piece in cell)
        rows.append(Row((*found[: count - 1], (*found[count - 1], *extra))))
        stop = j + 1
    return as_grid(sheet, i, stop, Row(tuple(cells)), rows) if rows else None


def tab_cells(sheet: Sheet, i: int) -> list[tuple[Piece, ...]]:
    """The cells of a line that tabs part, one where there is no tab."""
    cells: list[tuple[Piece, ...]] = []
    at = 0
    for words in sheet.raw[i].split("\t"):
        inner = words.strip()
        left = at + len(words) - len(words.lstrip())
        start = sheet.starts[i] + left
        piece = Piece(start, start + len(inner), left, left + len(inner))
        cells.append((piece,) if inner else ())
        at += len(words) + 1
    return cells


# ---------------------------------------------------------------- bars

BETWEEN = pattern(r"\S ?(?:\||\|_) ?\S")
FEWEST_BARS = 12
NEAR = 12  # lines from one bar to the next


def read_two_columns(sheet: Sheet, i: int) -> Grid | None:
    """The table of two columns with one bar a line, its head on line ``i``.

    With two bars or more a line is a row without being told.
    """
    cells = bar_cells(sheet, i)
    if len(cells) != 2 or not names_columns([column_of(folded(sheet.words(c))) for c in cells]):
        return None
    rows: list[Row] = []
    stop = i + 1
    while stop < len(sheet.lines) and len(cells := bar_cells(sheet, stop)) == 2:
        rows.append(Row(tuple((cell,) if cell.end > cell.start else () for cell in cells)))
        stop += 1
    head = Row(tuple((cell,) for cell in bar_cells(sheet, i)))
    return as_grid(sheet, i, stop, head, rows) if rows else None


def read_drawn(sheet: Sheet, i: int) -> Grid | None:
    """The row of a drawn table, bars on both sides of each line, that goes on in line ``i``."""
    lines = [drawn_cells(sheet, i - 1)] if i and goes_on_in_row(sheet, i) else []
    if not lines or not any(map(str.isalnum, sheet.lines[i - 1])):  # not: |---|---|
        return None
    stop = i
    while stop < len(sheet.lines) and goes_on_in_row(sheet, stop):
        cells = drawn_cells(sheet, stop)
        if len(cells) != len(lines[0]):
            break
        lines.append(cells)
        stop += 1
    if stop == i:
        return None
    columns = list(zip(*lines, strict=True))
    widths = tuple(max(cell.right - cell.left for cell in column) - 2 for column in columns)
    full = ([trimmed_blanks(sheet, cell) for cell in column] for column in columns)
    row = Row(tuple(tuple(cell for cell in column if cell.end > cell.start) for column in full))
    return Grid(i - 1, stop, (), (row,), widths)


# takes: |   | và hàng rào |   |    not: | 2 | và hàng rào |   |    |   | Thay đèn |   |
def goes_on_below(line: str) -> bool:
    """Whether a line of a drawn table goes on with the row above: no first cell, small letters."""
    words = line.strip()
    rest = words.lstrip("| ")
    return (
        rest[:1].islower() and words[-1] == "|" and words.count("|", 0, len(words) - len(rest)) > 1
    )


RULE = pattern(r"\s*\+(?:[-=]{2,}\+)+\s*")  # +----+-----+


def goes_on_in_row(sheet: Sheet, i: int) -> bool:
    """Whether a line goes on with the row above: as its words say, or with no rule between."""
    if goes_on_below(sheet.lines[i]):
        return True
    first = i
    while first >= max(0, i - HIGHEST_ROW) and sheet.lines[first].lstrip()[:1] == "|":
        first -= 1
    return i - 1 > first >= 0 and RULE.fullmatch(sheet.lines[first]) is not None


HIGHEST_ROW = 60  # lines


def drawn_cells(sheet: Sheet, i: int) -> list[Piece]:
    """The stretches of a line between its bars, with the blanks around their words."""
    return bar_stretches(sheet, i)[1:-1]


def bar_cells(sheet: Sheet, i: int) -> list[Piece]:
    """The words of a line that bars part, without the blanks around them."""
    return [trimmed_blanks(sheet, piece) for piece in bar_stretches(sheet, i)]


def bar_stretches(sheet: Sheet, i: int) -> list[Piece]:
    """The stretches of a line that bars part."""
    line = line_piece(sheet, i)
    words = sheet.words(line)
    edges = [-1, *(at for at, sign in enumerate(words) if sign == "|"), len(words)]
    return [line.part(a + 1, b) for a, b in pairwise(edges)]


def trimmed_blanks(sheet: Sheet, piece: Piece) -> Piece:
    """A piece without blanks at its ends."""
    words = sheet.words(piece)
    a = len(words) - len(words.lstrip())
    return piece.part(a, max(a, len(words.rstrip())))


def read_ruins(sheet: Sheet, i: int) -> Grid | None:
    """The lines of a scanned table whose ruled lines left bars here and there, each one cell.

    A table whose rows stand one line each is none: there most bars are two on a line.
    """
    bars, rows, stop = 0, 0, i
    j = i
    while j < len(sheet.lines) and j - stop <= NEAR:
        line = sheet.lines[j]
        if RECIPIENTS.match(folded(line[:24])):
            break
        if "|" in line:
            rows += line.lstrip()[:1] == "|" or line.count(" | ") > 1
            if BETWEEN.search(line):
                bars += 1
                stop = j + 1
        j += 1
    if bars < FEWEST_BARS or rows * 2 > bars or not BETWEEN.search(sheet.lines[i]):
        return None
    limit = stop + LONGEST_ROW
    while stop < limit and not sheet.is_blank(stop) and sheet.lines[stop].lstrip()[:1].islower():
        stop += 1  # the last cell goes on
    lines = (line_piece(sheet, j) for j in range(i, stop) if not sheet.is_blank(j))
    return Grid(i, stop, (), tuple(Row(((piece,),), True) for piece in lines), (0,))


# ---------------------------------------------------------------- one line a row

TIME = rf"(?:[\d./:-]*\d[\d./:-]*(?:[hg]\d{{0,2}})?|i{{1,3}}|iv|-|{any_of(tables.TIME_WORDS)})"
# takes: Ngày 20 - 21/11/2017    Chiều ngày 24/11    Quý II    not: Bệnh viện đa khoa
TIME_AT_END = pattern(rf"(?:(?<=\s)|^){TIME}(?:[\s,;()]{{1,3}}{TIME})*[\s.;,)|'\"]*$")
FIRST_OF_TIME = pattern(rf"\b{any_of(tables.FIRST_TIME_WORDS)}\b")
# takes: 1    02.    mì (a number that a scan misread)    not: Sở
STRAY_NUMBER = pattern(r"[^\w\s]{0,2}(?:\d{1,3}|[^\W\d_]{1,3})[.)|]{0,2}\s+(?=\p{Lu})")
DAY = pattern(rf"\d[/.-]\d|{any_of(tables.DAY_WORDS)}\s+[\div]")  # not: lúc 8h
OPENING = "\"'|(-. "


def read_lines(sheet: Sheet, i: int) -> Grid | None:
    """The table with its head on line ``i`` and a row on each of the next, or on a few."""
    found = flat_head(sheet, i)
    if found is None:
        return None
    head, kinds, first = found
    timed = kinds[-1] == "time" and len(kinds) <= 2 + (kinds[0] == "count")
    rows, stop = rows_to_time(sheet, first, len(kinds)) if timed else ([], first)
    if len(rows) < FEWEST_ROWS + 1:
        rows, stop = numbered_rows(sheet, first) if kinds[0] == "count" else ([], first)
    return as_grid(sheet, i, stop, head, rows) if len(rows) >= FEWEST_ROWS else None


def flat_head(sheet: Sheet, i: int) -> tuple[Row, list[str | None], int] | None:
    """The head, the kinds of its columns and the line behind it: ``STT Đơn vị Thời gian``."""
    piece = line_piece(sheet, i)
    words = sheet.words(piece)
    bare = folded(words)
    begins = [m.start() for m in NAME_IN_HEAD.finditer(bare) if words[m.start()].isupper()]
    if len(begins) < 2 or begins[0] != 0 or any(mark in words for mark in ".;:"):
        return None
    cells = [piece.part(a, b) for a, b in pairwise([*begins, len(words)])]
    kinds = [column_of(folded(sheet.words(cell))) for cell in cells]
    if not names_columns(kinds) or len(kinds) < 2 + (kinds[0] == "count"):
        return None
    last: tuple[Piece, ...] = (cells[-1],)
    stop = i + 1
    if not sheet.is_blank(stop):  # the head goes on: … kiểm tra, / đánh giá
        more = line_piece(sheet, stop)
        if sheet.words(more)[0].islower() and more.end - more.start <= 40:
            last = (*last, more)
            stop += 1
    return Row((*((cell,) for cell in cells[:-1]), last)), kinds, stop


def rows_to_time(sheet: Sheet, first: int, columns: int) -> tuple[list[Row], int]:
    """Rows that end in a time each, with a number before them where there are three columns."""
    rows: list[Row] = []
    stop = i = first
    pieces: list[Piece] = []
    while i < len(sheet.lines) and len(pieces) < LONGEST_ROW:
        if sheet.is_blank(i):
            if pieces or i - stop > 1:
                break
            i += 1
            continue
        piece = line_piece(sheet, i)
        words = sheet.words(piece)
        at = time_at(words)
        if at is None and not pieces and TITLE.match(words):  # II. KINH PHÍ
            break
        i += 1
        if at is None:
            pieces.append(piece)
            continue
        time = trimmed(sheet, piece.part(at, piece.right - piece.left))
        if at:
            pieces.append(piece.part(0, at))
        if not pieces:
            break
        number: tuple[Piece, ...] = ()
        lead = STRAY_NUMBER.match(sheet.words(pieces[0]))
        if columns > 2 and lead is not None:
            number = (pieces[0].part(0, lead.end()),)
            pieces[0] = pieces[0].part(lead.end(), pieces[0].right - pieces[0].left)
        body = tuple(trimmed(sheet, one) for one in pieces)
        if not sheet.words(body[0])[:1].isupper():
            break
        rows.append(Row((number, body, (time,))[3 - columns :]))
        stop, pieces = i, []
    return rows, stop


def time_at(words: str) -> int | None:
    """Where the time begins that words end in, None where they end otherwise."""
    low = lowered(words)
    found = TIME_AT_END.search(low, max(0, len(low) - 60))
    if found is None or DAY.search(found.group()) is None:
        return None
    capital = [
        m.start() for m in FIRST_OF_TIME.finditer(low, found.start()) if words[m.start()].isupper()
    ]
    return capital[-1] if capital else found.start()


def trimmed(sheet: Sheet, piece: Piece) -> Piece:
    """A piece without the signs that a scan or a ruled line leaves at its ends."""
    words = sheet.words(piece)
    a = len(words) - len(words.lstrip(OPENING))
    b = len(words.rstrip("|'\" "))
    return piece.part(a, max(a, b))


def numbered_rows(sheet: Sheet, first: int) -> tuple[list[Row], int]:
    """Rows that begin with 1, 2, 3 …, each as one cell: what belongs to which column is lost."""
    rows: list[list[Piece]] = []
    stop = first
    for i in range(first, len(sheet.lines)):
        if sheet.is_blank(i):
            if i > stop + 1:
                break
            continue
        piece = line_piece(sheet, i)
        number = NUMBER_FIRST.match(sheet.words(piece))
        digits = "".join(filter(str.isdigit, number.group())) if number is not None else ""
        if digits and int(digits) == len(rows) + 1:
            rows.append([piece])
        elif rows and i == stop and len(rows[-1]) < LONGEST_ROW:
            rows[-1].append(piece)
        else:
            break
        stop = i + 1
    return [Row((tuple(row),), True) for row in rows], stop


# ---------------------------------------------------------------- one line a cell


def read_cells(sheet: Sheet, i: int) -> Grid | None:
    """The table with a line for each cell: heads from line ``i`` on, then 1, its cells, 2 …"""
    heads: list[Piece] = []
    at = i
    while len(heads) < 10:
        at = next_line(sheet, at)
        if at < 0:
            return None
        piece = line_piece(sheet, at)
        words = sheet.words(piece)
        if words.strip(".) ").isdigit():
            break
        if len(words) > 60 or (column_of(folded(words)) is None and len(heads) != 1):
            return None
        heads.append(piece)
        at += 1
    kinds = (
        [COLUMN_OF.get(folded(sheet.words(heads[0]))), *("" for _ in heads[1:])] if heads else []
    )
    if len(kinds) < 3 or kinds[0] != "count":
        return None
    rows: list[Row] = []
    stop = at
    while True:
        at = next_line(sheet, stop)
        if at < 0 or sheet.lines[at].strip(" .)").lstrip("0") != str(len(rows) + 1):
            break
        cells: list[tuple[Piece, ...]] = []
        while at >= 0 and len(cells) < len(heads):
            cells.append((line_piece(sheet, at),))
            stop = at + 1
            at = next_line(sheet, stop)
        rows.append(Row((*cells, *((),) * (len(heads) - len(cells)))))
    head = Row(tuple((piece,) for piece in heads))
    return as_grid(sheet, i, stop, head, rows) if len(rows) >= FEWEST_ROWS else None


def next_line(sheet: Sheet, i: int) -> int:
    """The next line that holds something, one blank line passed over; -1 where there is none."""
    if i < len(sheet.lines) and sheet.is_blank(i):
        i += 1
    return i if i < len(sheet.lines) and not sheet.is_blank(i) else -1


# ---------------------------------------------------------------- without a head


def read_headless(sheet: Sheet, i: int) -> Grid | None:
    """The lines from ``i`` on that begin with 1, 2, 3 … and have words in two columns more.

    Nothing tells what the columns are for: each line is a row of one cell.
    """
    rows, stop = 0, i
    left = sheet.pieces(i)[0].left if not sheet.is_blank(i) else 0
    for j in range(i, len(sheet.lines)):
        if sheet.is_blank(j):
            if j > stop + 1:
                break
            continue
        pieces = sheet.pieces(j)
        number = sheet.words(pieces[0]).strip(".)").lstrip("0")
        if len(pieces) > 2 and number == str(rows + 1) and abs(pieces[0].left - left) <= 2:
            rows += 1
        elif not rows or pieces[0].left <= left + 1 or j > stop + 1:
            break
        stop = j + 1
    if rows < FEWEST_ROWS + 1:
        return None
    lines = (line_piece(sheet, j) for j in range(i, stop) if not sheet.is_blank(j))
    return Grid(i, stop, (), tuple(Row(((piece,),), True) for piece in lines), (0,))

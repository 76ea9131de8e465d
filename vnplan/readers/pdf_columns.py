"""What stands in columns: letterheads, closing blocks, and tables without lines.

Columns are told by the white between them alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from vnplan.readers.pdf_lines import (
    LABEL,
    Line,
    Piece,
    Row,
    Sheet,
    Word,
    cell_text,
    find_lines,
    ordered_words,
)
from vnplan.readers.pdf_tables import Grid, find_grids, rows_of_grid

WIDE_GAP = 1.5  # of the letters' size: a gap that tells columns
THIN_GAP = 0.6  # one that may part them beside lines that tell it

MOST_LINES = 1000  # of one page; more are no plan's
FAR_GAP = 4.0  # one that tells them in a line alone


class Gap(NamedTuple):
    """White space between the words of a line."""

    x0: float
    x1: float


def find_pieces(lines: list[Line], grids: list[Grid]) -> Iterator[Piece]:
    """The lines and rows of a page in the order in which they are read."""
    if not lines:
        return
    inside: dict[int, list[Word]] = {}
    outside: list[Line] = []
    for line in lines:
        rest: list[Word] = []
        for word in line.words:
            home = next((n for n, grid in enumerate(grids) if grid.holds(word)), None)
            if home is None:
                rest.append(word)
            else:
                inside.setdefault(home, []).append(word)
        if rest:
            outside.append(Line(tuple(rest)))
    tops = [(grids[n].ys[0], n) for n in sorted(inside, key=lambda n: grids[n].ys[0])]
    start, block = 0, 1
    for top, n in [*tops, (float("inf"), -1)]:
        stop = start
        while stop < len(outside) and outside[stop].base < top + outside[stop].size / 2:
            stop += 1
        for piece in find_columns(outside[start:stop], block):
            block = max(block, piece.block + 1)
            yield piece
        start = stop
        if n >= 0:
            yield from rows_of_grid(grids[n], inside[n], block)
            block += 1


def column_zones(sheet: Sheet) -> list[tuple[float, float, float]]:
    """The stretches of a page in two columns that are no table: top, foot, where they part."""
    grids = find_grids(sheet.rules)
    words = [word for word in ordered_words(sheet) if not any(g.holds(word) for g in grids)]
    lines = find_lines(words)
    zones: list[tuple[float, float, float]] = []
    i = 0
    while i < len(lines):
        found = region_at(lines, i)
        if found is None:
            i += 1
            continue
        stop, gap = found
        size = max(line.size for line in lines[i:stop])
        above = lines[i - 1].base + 0.35 * lines[i - 1].size if i else 0.0
        below = lines[stop].base - lines[stop].size if stop < len(lines) else sheet.height
        top = max(above, lines[i].base - 2 * size)
        foot = max(lines[stop - 1].base, min(below, lines[stop - 1].base + size))
        middle = (gap.x0 + gap.x1) / 2
        if not is_table(lines[i:stop], *parts(lines[i:stop], middle), middle):
            zones.append((top, foot, middle))
        i = stop
    return zones


def parts(lines: list[Line], middle: float) -> tuple[list[Line], list[Line]]:
    """The left and the right parts of lines."""
    left = [side for line in lines if (side := part(line, middle, right=False)) is not None]
    right = [side for line in lines if (side := part(line, middle, right=True)) is not None]
    return left, right


def find_columns(lines: list[Line], block: int) -> Iterator[Piece]:
    """Lines with those in columns put column after column; ``block`` numbers what is found."""
    i = 0
    while i < len(lines):
        found = region_at(lines, i) if len(lines) <= MOST_LINES else None
        if found is None:
            yield lines[i]
            i += 1
            continue
        stop, gap = found
        for piece in pieces_of_region(lines[i:stop], gap, block):
            yield piece
            block = max(block, piece.block + 1)
        i = stop


def gaps_of(line: Line) -> list[Gap]:
    """The gaps of a line that may part columns."""
    found: list[Gap] = []
    end = line.words[0].x1
    for n, word in enumerate(line.words[1:], 1):
        label = n == 1 and LABEL.fullmatch(line.words[0].text) is not None
        if word.x0 - end >= THIN_GAP * word.size and not label:
            found.append(Gap(end, word.x0))
        end = max(end, word.x1)
    return found


def gaps_below(lines: list[Line], n: int) -> Iterator[Gap]:
    """The gap between a line and the next, which stand beside one another: nearer than two
    lines of one column could, for their columns have lines at different heights."""
    if n + 1 == len(lines):
        return
    left, right = sorted(lines[n : n + 2], key=lambda line: line.x0)
    if abs(left.base - right.base) < 0.9 * min(left.size, right.size) and left.x1 < right.x0:
        yield Gap(left.x1, right.x0)


def region_at(lines: list[Line], i: int) -> tuple[int, Gap] | None:
    """Where the columns that begin at a line end, and the gap between them; None without any."""
    # the first line may stand on one side only: look for the gap in it or just below
    for seed in range(i, min(i + 3, len(lines))):
        found = [
            region
            for gap in (*gaps_of(lines[seed]), *gaps_below(lines, seed))
            if gap.x1 - gap.x0 >= WIDE_GAP * lines[seed].size
            and (region := grown(lines, i, seed, gap)) is not None
        ]
        if found:
            return max(found, key=lambda region: (region[0], region[1].x1 - region[1].x0))
        if seed + 1 < len(lines) and not close(lines[seed], lines[seed + 1], APART):
            break
    return None


def grown(lines: list[Line], first: int, seed: int, gap: Gap) -> tuple[int, Gap] | None:
    """The region of columns parted by a gap that a line tells, None where there is none."""
    narrowed: Gap | None = gap
    beside = False
    for line in lines[first:seed]:  # above: on the right side only, or below words on both
        beside = beside or line.x0 < gap.x0 < gap.x1 < line.x1
        if narrowed is None or not (beside or line.x0 >= gap.x1 - line.size):
            return None
        narrowed = narrow(line, narrowed)
    if narrowed is None:
        return None
    both, right_only, stop, gap = 1, seed - first, seed + 1, narrowed
    middle = (gap.x0 + gap.x1) / 2
    lowest = sides_of(lines[seed], middle)
    while stop < len(lines):
        line = lines[stop]
        narrowed = narrow(line, gap)
        if narrowed is None:
            break
        if line.x1 <= narrowed.x0:
            if not close(lowest["left"], line, APART) or is_title(line, lowest["left"], lines):
                break
            lowest["left"] = line
        elif line.x0 >= narrowed.x1:
            if is_title(line, lowest["right"], lines):
                break
            right_only += 1
            lowest["right"] = line
        else:
            if not close(lines[stop - 1], line, 4.0):
                break
            both += 1
            lowest = sides_of(line, middle)
        gap = narrowed
        stop += 1
    wide = gap.x1 - gap.x0 >= FAR_GAP * lines[seed].size
    left, _ = parts(lines[first:stop], (gap.x0 + gap.x1) / 2)
    if all(len(side.words) == 1 and is_like_label(side.words[0].text) for side in left):
        return None
    # a letterhead with a day on its right and nothing more
    centred = len(left) > 1 and spread(left) < 0.5 * lines[seed].size
    return (stop, gap) if both + right_only >= 2 or wide or centred else None


def spread(lines: Sequence[Line]) -> float:
    """By how much the middles of lines differ."""
    middles = [(line.x0 + line.x1) / 2 for line in lines]
    return max(middles) - min(middles)


APART = 2.6  # times their size, as far as paragraphs of one column may be
SHORT_LABEL = 5  # letters


def is_like_label(word: str) -> bool:
    """Whether a word may be a label that a scan spoiled (``HI.``); not: ``7h30``."""
    if LABEL.fullmatch(word):
        return True
    return len(word) <= SHORT_LABEL and not any(char.isdigit() for char in word)


def sides_of(line: Line, middle: float) -> dict[str, Line]:
    """The left and the right part of a line."""
    left, right = part(line, middle, right=False), part(line, middle, right=True)
    return {"left": left or line, "right": right or line}


def is_title(line: Line, above: Line, lines: list[Line]) -> bool:
    """Whether a line below columns is centred on the page, and not below the line above it."""
    centre = (min(one.x0 for one in lines) + max(one.x1 for one in lines)) / 2
    middle, other = (line.x0 + line.x1) / 2, (above.x0 + above.x1) / 2
    return abs(middle - centre) < 1.5 * line.size < 3 * line.size < abs(middle - other)


def close(above: Line, below: Line, most: float) -> bool:
    """Whether two lines are no further apart than so many times their size."""
    return below.base - above.base <= most * max(above.size, below.size)


def narrow(line: Line, gap: Gap) -> Gap | None:
    """The part of a gap that a line leaves white, None where it leaves too little."""
    best: Gap | None = None
    start = gap.x0
    for word in line.words:
        if word.x1 <= gap.x0 or word.x0 >= gap.x1:
            continue
        if best is None or word.x0 - start > best.x1 - best.x0:
            best = Gap(start, max(start, word.x0))
        start = max(start, word.x1)
    if best is None or gap.x1 - start > best.x1 - best.x0:
        best = Gap(min(start, gap.x1), gap.x1)
    return best if best.x1 - best.x0 >= THIN_GAP * line.size else None


def pieces_of_region(lines: list[Line], gap: Gap, block: int) -> Iterator[Piece]:
    """The pieces of lines in columns: rows where they are a table's, else block after block."""
    middle = (gap.x0 + gap.x1) / 2
    left, right = parts(lines, middle)
    if is_table(lines, left, right, middle):
        yield from rows_of_columns(lines, block)
        return
    yield from as_block(left, block)
    yield from as_block(right, block + 1)


def part(line: Line, middle: float, *, right: bool) -> Line | None:
    """The words of a line on one side of a place."""
    words = tuple(word for word in line.words if (word.middle > middle) == right)
    return Line(words) if words else None


def flush(lines: Sequence[Line]) -> float:
    """The share of lines that begin at one place."""
    if not lines:
        return 0.0
    starts = sorted(line.x0 for line in lines)
    near = 0.25 * lines[0].size
    best = max(sum(start <= other <= start + near for other in starts) for start in starts)
    return best / len(lines)


def is_centred_column(lines: Sequence[Line]) -> bool:
    """Whether the middles of lines agree better than their beginnings."""
    starts = [line.x0 for line in lines]
    return spread(lines) <= max(starts) - min(starts)


def is_table(lines: list[Line], left: list[Line], right: list[Line], middle: float) -> bool:
    """Whether lines in columns are the rows of a table without lines.

    Its columns are flush left and most of its rows have both; a letterhead is centred, and
    where text runs on in columns most of its lines are full.
    """
    both = [line for line in lines if line.x0 < middle < line.x1]
    if len(both) < 3 or len(both) < 0.5 * len(lines):
        return False
    if min(flush(left), flush(right)) < 0.75 or is_centred_column(right):
        return False
    ends = [max(line.x1 for line in side) for side in (left, right)]
    full = sum(
        line.x1 > end - 3 * line.size
        for side, end in zip((left, right), ends, strict=True)
        for line in side
    )
    return full < 0.6 * (len(left) + len(right)) or len(both) < 6


def rows_of_columns(lines: list[Line], block: int) -> Iterator[Row]:
    """The rows of a table without lines, its columns told by the white between them."""
    edges = column_edges(lines)
    cells: list[list[Word]] = [[] for _ in edges]
    base = lines[0].base

    def row() -> Row:
        return Row(tuple(map(cell_text, cells)), tuple(edges), base, block)

    for n, line in enumerate(lines):
        parts: list[list[Word]] = [[] for _ in edges]
        for word in line.words:
            parts[max(0, sum(1 for edge in edges if edge <= word.middle) - 1)].append(word)
        filled = sum(map(bool, parts))
        if n and parts[0] and (filled > 1 or filled == len(edges)):
            yield row()
            cells, base = [[] for _ in edges], line.base
        for cell, words in zip(cells, parts, strict=True):
            cell += words
    yield row()


def column_edges(lines: list[Line]) -> list[float]:
    """Where the columns of lines begin: behind white that nearly all of them leave."""
    step = 2.0
    left = min(line.x0 for line in lines)
    width = int((max(line.x1 for line in lines) - left) / step) + 1
    filled = [0] * (width + 1)
    for line in lines:
        for word in line.words:
            for n in range(int((word.x0 - left) / step), int((word.x1 - left) / step) + 1):
                filled[min(n, width)] += 1
    size = median(line.size for line in lines)
    edges, run = [left - 1], 0
    for n, count in enumerate(filled):
        if count <= 0.1 * len(lines):
            run += 1
            continue
        if run * step >= THIN_GAP * size and n > run:
            edges.append(left + (n - 1) * step)
        run = 0
    return edges


def as_block(lines: list[Line], block: int) -> Iterator[Line]:
    """The lines of a column, each with the column's edges."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    loose = is_centred_column(lines) or flush(lines) < 0.7
    for line in lines:
        yield Line(line.words, left, right, block, loose)

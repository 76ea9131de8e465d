"""Words with their places to the text that a person would copy out of the pages.

Lines become paragraphs by where they stand; page numbers and running heads are dropped; what stands
in columns comes column by column, and tables come row by row. Nothing here knows what the words
mean. Coordinates run from the upper left corner; a line's place is its baseline.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from vnplan.lexicon.marks import PAGE_WORDS


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
    """A row of a table: the words of its cells, and where its columns begin and end."""

    cells: tuple[str, ...]
    edges: tuple[float, ...]
    base: float
    table: int


Piece = Line | Row


def sizes(words: Iterable[Word]) -> float:
    """The size that most letters of the words have."""
    count: Counter[float] = Counter()
    for word in words:
        count[round(word.size * 2) / 2] += len(word.text)
    return max(count, key=lambda size: count[size]) or 1.0


# ---------------------------------------------------------------- the text


def read_sheets(sheets: Sequence[Sheet]) -> tuple[str, tuple[int, ...]]:
    """The text of pages, and the offsets where they begin in it."""
    pages = [find_lines(ordered_words(sheet)) for sheet in sheets]
    grids = [find_grids(sheet.rules) for sheet in sheets]
    dropped = find_furniture(sheets, pages, grids)
    kept = [
        [line for i, line in enumerate(lines) if i not in gone]
        for lines, gone in zip(pages, dropped, strict=True)
    ]
    pieces = [
        list(find_pieces(sheet, lines, found))
        for sheet, lines, found in zip(sheets, kept, grids, strict=True)
    ]
    return as_text(with_margins(pieces, [sheet.width for sheet in sheets]))


def ordered_words(sheet: Sheet) -> list[Word]:
    """The words that hold something, from the top down."""
    words = (
        word._replace(text=unicodedata.normalize("NFC", word.text))
        for word in sheet.words
        if word.text.strip() and word.x1 >= word.x0
    )
    return sorted(words, key=lambda word: (word.base, word.x0))


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
        # a gap stays one: letters may have been lost there
        blank = (
            ""
            if not same and gap < 0.12 * size
            else "  "
            if gap > wide and not (label and n == 0)
            else " "
        )
        out.append(blank + text)
    return "".join(out)


# ---------------------------------------------------------------- page numbers, running heads

EDGE = 0.13  # of the page's height, where page numbers and running heads stand
# takes: 2    - 3 -    Trang 3/10    3/10    not: 08 (a row of a table)    1.
PAGE_NUMBER = re.compile(
    rf"[-–—\s]*(?:(?:{'|'.join(map(re.escape, PAGE_WORDS))})\.?\s*)?(?P<number>[1-9]\d{{0,3}})"
    r"(?:\s*/\s*\d{1,4})?[-–—\s]*",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")


def find_furniture(
    sheets: Sequence[Sheet], pages: Sequence[list[Line]], grids: Sequence[list[Grid]]
) -> list[set[int]]:
    """For each page, which of its lines are page numbers or running heads."""
    numbers: list[list[tuple[int, int]]] = []  # of each page: line, number
    heads: Counter[tuple[bool, str]] = Counter()
    told: list[list[tuple[int, tuple[bool, str]]]] = []
    for sheet, lines, tables in zip(sheets, pages, grids, strict=True):
        numbers.append([])
        told.append([])
        for i in edge_lines(sheet, lines, tables):
            words = text_of(lines[i].words)
            number = PAGE_NUMBER.fullmatch(words)
            if number is not None:
                numbers[-1].append((i, int(number["number"])))
            elif len(words) <= 120:
                low = lines[i].base > sheet.height / 2
                told[-1].append((i, (low, DIGITS.sub("#", words))))
        heads.update({key for _, key in told[-1]})
    shifts = Counter(n - page for page, found in enumerate(numbers) for _, n in found)
    shift = max(shifts, key=lambda one: (shifts[one], one == 1)) if shifts else 0
    gone = []
    for page, found in enumerate(numbers):
        lone = {i for i, n in found if n - page == shift}
        again = {i for i, key in told[page] if heads[key] >= max(3, 0.4 * len(sheets))}
        gone.append(lone | again)
    return gone


def edge_lines(sheet: Sheet, lines: list[Line], tables: list[Grid]) -> list[int]:
    """The first and last lines of a page that stand near its edge, outside of its tables."""
    near: list[int] = []
    for indices in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        top = indices.step > 0
        for count, i in enumerate(indices):
            base = lines[i].base
            far = base > EDGE * sheet.height if top else base < (1 - EDGE) * sheet.height
            if far or count > 2 or any(grid.holds(lines[i].words[0]) for grid in tables):
                break
            near.append(i)
    return sorted(set(near))


# ---------------------------------------------------------------- tables with drawn lines

NEAR = 3.0  # points, by which drawn lines may miss one another


class Grid(NamedTuple):
    """Drawn lines that make cells: where columns and rows part, and the place of each cell.

    ``owner`` maps column and row to those of the cell's upper left corner.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: dict[tuple[int, int], tuple[int, int]]

    def holds(self, word: Word) -> bool:
        """Whether a word stands in it."""
        return self.xs[0] < word.middle < self.xs[-1] and self.ys[0] < word.height < self.ys[-1]

    def cell_of(self, word: Word) -> tuple[int, int]:
        """The column and row of the cell that a word stands in."""
        column = sum(1 for x in self.xs[1:-1] if x <= word.middle)
        row = sum(1 for y in self.ys[1:-1] if y <= word.height)
        return self.owner[column, row]


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables whose lines are drawn, from the top down."""
    level = merged([rule for rule in rules if rule.y0 == rule.y1 and rule.x1 - rule.x0 > 2])
    upright = merged([rule for rule in rules if rule.x0 == rule.x1 and rule.y1 - rule.y0 > 2])
    grids = [grid for parts in connected(level, upright) if (grid := as_grid(*parts)) is not None]
    return sorted(grids, key=lambda grid: grid.ys[0])


def merged(rules: list[Rule]) -> list[Rule]:
    """Lines in one another's continuation as one."""
    level = bool(rules) and rules[0].y0 == rules[0].y1
    turned = [rule if level else Rule(rule.y0, rule.x0, rule.y1, rule.x1) for rule in rules]
    turned.sort(key=lambda rule: (round(rule.y0 / 2), rule.x0))
    out: list[Rule] = []
    for rule in turned:
        last = out[-1] if out else None
        if last is not None and abs(last.y0 - rule.y0) <= 2 and rule.x0 <= last.x1 + NEAR:
            out[-1] = Rule(last.x0, last.y0, max(last.x1, rule.x1), last.y0)
        else:
            out.append(rule)
    return out if level else [Rule(rule.y0, rule.x0, rule.y1, rule.x1) for rule in out]


MOST_RULES = 600  # of one page; more is a drawing


def connected(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines in groups that meet."""
    if len(level) + len(upright) > MOST_RULES:
        return
    waiting = set(range(len(upright)))
    free = set(range(len(level)))
    while waiting:
        ups, levels = {waiting.pop()}, set[int]()
        fresh = list(ups)
        while fresh:
            v = upright[fresh.pop()]
            for h in [h for h in free if meet(level[h], v)]:
                free.discard(h)
                levels.add(h)
                more = {u for u in waiting if meet(level[h], upright[u])}
                waiting -= more
                ups |= more
                fresh += more
        yield [level[h] for h in levels], [upright[v] for v in ups]


def meet(level: Rule, upright: Rule) -> bool:
    """Whether two lines touch or cross."""
    return (
        level.x0 - NEAR <= upright.x0 <= level.x1 + NEAR
        and upright.y0 - NEAR <= level.y0 <= upright.y1 + NEAR
    )


def as_grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    """The cells that lines make, None where there are not two columns."""
    xs = places([rule.x0 for rule in upright])
    ys = places([rule.y0 for rule in level])
    if len(xs) < 3 or len(ys) < 2:
        return None
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            middle_x = (xs[column] + xs[column + 1]) / 2
            middle_y = (ys[row] + ys[row + 1]) / 2
            own = (column, row)
            if column and not any(
                abs(v.x0 - xs[column]) <= NEAR and v.y0 <= middle_y <= v.y1 for v in upright
            ):
                own = owner[column - 1, row]
            elif row and not any(
                abs(h.y0 - ys[row]) <= NEAR and h.x0 <= middle_x <= h.x1 for h in level
            ):
                own = owner[column, row - 1]
            owner[column, row] = own
    return Grid(tuple(xs), tuple(ys), owner)


def places(values: list[float]) -> list[float]:
    """The places in order, those near one another as one."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > NEAR:
            out.append(value)
    return out


def rows_of_grid(grid: Grid, words: list[Word], table: int) -> Iterator[Row]:
    """The rows of a table with their cells' words; rows without words are left out."""
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        cells.setdefault(grid.cell_of(word), []).append(word)
    columns = sorted({column for column, _ in grid.owner.values()})
    for row in range(len(grid.ys) - 1):
        texts = tuple(cell_text(cells.get((column, row), [])) for column in columns)
        if any(texts):
            edges = tuple(grid.xs[column] for column in columns)
            yield Row(texts, edges, grid.ys[row], table)


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


# ---------------------------------------------------------------- columns

WIDE_GAP = 1.5  # of the letters' size: a gap that tells columns
THIN_GAP = 0.6  # one that may part them beside lines that tell it
# takes: 1.    a)    II.    -    2.1.    Điều 5 (not its words)    not: Số:
LABEL = re.compile(
    r"(?:[-–—+*•●▪■□o]|\(?[A-ZĐa-zđ][.)/]|\(?(?:\d{1,3}\.){0,5}\d{1,3}[.)/]?|[IVXL]{1,6}[.)/]?)"
)


FAR_GAP = 4.0  # one that tells them in a line alone


class Gap(NamedTuple):
    """White space between the words of a line."""

    x0: float
    x1: float


def find_pieces(sheet: Sheet, lines: list[Line], grids: list[Grid]) -> Iterator[Piece]:
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
            block = max(block, piece.block + 1 if isinstance(piece, Line) else piece.table + 1)
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
        found = region_at(lines, i)
        if found is None:
            yield lines[i]
            i += 1
            continue
        stop, gap = found
        for piece in pieces_of_region(lines[i:stop], gap, block):
            yield piece
            block = max(block, (piece.block if isinstance(piece, Line) else piece.table) + 1)
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


def region_at(lines: list[Line], i: int) -> tuple[int, Gap] | None:
    """Where the columns that begin at a line end, and the gap between them; None without any."""
    # the first line may stand on one side only: look for the gap in it or just below
    for seed in range(i, min(i + 3, len(lines))):
        found = [
            region
            for gap in gaps_of(lines[seed])
            if gap.x1 - gap.x0 >= WIDE_GAP * lines[seed].size
            and (region := grown(lines, i, seed, gap)) is not None
        ]
        if found:
            return max(found, key=lambda region: (region[0], region[1].x1 - region[1].x0))
        if seed + 1 < len(lines) and not close(lines[seed], lines[seed + 1], 2.2):
            break
    return None


def grown(lines: list[Line], first: int, seed: int, gap: Gap) -> tuple[int, Gap] | None:
    """The region of columns parted by a gap that a line tells, None where there is none."""
    narrowed: Gap | None = gap
    for line in lines[first:seed]:  # above: on the right side only
        if line.x0 < gap.x1 - line.size or narrowed is None:
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
            if not close(lowest["left"], line, 1.9) or is_title(line, lowest["left"], lines):
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
    if are_labels(lines[first:stop], (gap.x0 + gap.x1) / 2):
        return None
    return (stop, gap) if both + right_only >= 2 or wide else None


SHORT_LABEL = 5  # letters


def are_labels(lines: list[Line], middle: float) -> bool:
    """Whether what stands left of a gap are labels, as a list's, and no column of words."""
    left = [side for line in lines if (side := part(line, middle, right=False)) is not None]
    return all(len(side.words) == 1 and is_like_label(side.words[0].text) for side in left)


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
    middles = [(line.x0 + line.x1) / 2 for line in lines]
    starts = [line.x0 for line in lines]
    return max(middles) - min(middles) <= max(starts) - min(starts)


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


def rows_of_columns(lines: list[Line], table: int) -> Iterator[Row]:
    """The rows of a table without lines, its columns told by the white between them."""
    edges = column_edges(lines)
    cells: list[list[Word]] = [[] for _ in edges]
    base = lines[0].base

    def row() -> Row:
        return Row(tuple(map(cell_text, cells)), tuple(edges), base, table)

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


# ---------------------------------------------------------------- paragraphs


FEW_LINES = 15  # on a page, that tell no margins of their own


def with_margins(pages: list[list[Piece]], widths: list[float]) -> list[list[Piece]]:
    """The pieces, those of the running text with the margins of their page."""
    flows = [
        [line for line in page if isinstance(line, Line) and line.block == 0] for page in pages
    ]
    every = [line for flow in flows for line in flow]
    of_all = margins(every)
    out: list[list[Piece]] = []
    for page, own, width in zip(pages, flows, widths, strict=True):
        left, right = margins(own) if len(own) >= FEW_LINES else of_all
        if own and len(own) < FEW_LINES:  # a page may lie askew in the scanner
            left = min(left, min(line.x0 for line in own))
            right = max(right, max(line.x1 for line in own))
        if len(every) < FEW_LINES:  # which may all be short: the page has two margins alike
            right = max(right, width - left)
        cells = cells_of(page, left, right)
        out.append(
            [
                line
                if isinstance(line, Row)
                else Line(line.words, *cells.get(line.block, (left, right)), line.block, line.loose)
                for line in page
            ]
        )
    return out


def cells_of(page: list[Piece], left: float, right: float) -> dict[int, tuple[float, float]]:
    """Where the columns of a page begin and end, those centred as far as the margins allow."""
    columns: dict[int, list[Line]] = {}
    for line in page:
        if isinstance(line, Line) and line.block:
            columns.setdefault(line.block, []).append(line)
    cells: dict[int, tuple[float, float]] = {}
    for block, lines in columns.items():
        cells[block] = lines[0].left, lines[0].right
        if lines[0].loose:
            middle = median((line.x0 + line.x1) / 2 for line in lines)
            margin = middle - left if middle < (left + right) / 2 else right - middle
            half = max(margin, *(max(middle - line.x0, line.x1 - middle) for line in lines))
            cells[block] = middle - half, middle + half
    return cells


def margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Where most of the lines that are furthest out begin and end."""
    if not lines:
        return 0.0, 0.0
    enough = max(2, len(lines) // 20)
    starts = sorted(line.x0 for line in lines)
    ends = sorted((line.x1 for line in lines), reverse=True)
    left = agreed(starts, enough)
    right = -agreed([-end for end in ends], enough)
    return left, right


def agreed(values: list[float], enough: int) -> float:
    """The first of rising values beside which enough others stand, else the first."""
    for n, value in enumerate(values):
        if n + enough <= len(values) and values[n + enough - 1] - value <= 4:
            return value
    return values[0]


def as_text(pages: list[list[Piece]]) -> tuple[str, tuple[int, ...]]:
    """The text of the pieces, paragraphs on lines of their own, and where the pages begin."""
    leading = usual_leading(pages)
    paragraphs: list[list[tuple[int, Piece]]] = []
    for number, page in enumerate(pages):
        body, notes = without_notes(page)
        for piece in body:
            last = paragraphs[-1] if paragraphs else None
            if last is not None and continues(last, piece, number, leading):
                last.append((number, piece))
            else:
                paragraphs.append([(number, piece)])
        if notes:
            at = len(paragraphs)
            if runs_on(paragraphs, pages, number, leading):
                at -= 1
            paragraphs[at:at] = as_notes(notes, number, leading)
    return written(paragraphs, len(pages))


def written(paragraphs: list[list[tuple[int, Piece]]], count: int) -> tuple[str, tuple[int, ...]]:
    """The paragraphs as text, and where each of so many pages begins in it."""
    out: list[str] = []
    starts: list[int] = []
    length = 0
    for n, paragraph in enumerate(paragraphs):
        if n:
            ends = "\n\n" if stands_apart(paragraphs[n - 1][-1], paragraph[0]) else "\n"
            out.append(ends)
            length += len(ends)
        if isinstance(paragraph[0][1], Row):
            while len(starts) <= paragraph[0][0]:
                starts.append(length)
            words = row_text([piece for _, piece in paragraph if isinstance(piece, Row)])
            out.append(words)
            length += len(words)
            continue
        for i, (page, piece) in enumerate(paragraph):
            assert isinstance(piece, Line)
            words = text_of(piece.words)
            blank = joined(out[-1], "")[len(out[-1]) :] if i else ""
            while len(starts) <= page:
                starts.append(length + len(blank))
            words = blank + words
            out.append(words)
            length += len(words)
    while len(starts) < count:
        starts.append(length)
    return "".join(out), tuple(starts)


def stands_apart(before: tuple[int, Piece], after: tuple[int, Piece]) -> bool:
    """Whether a blank line parts two pieces: columns, and what stands far apart in them."""
    (page, above), (next_page, below) = before, after
    if isinstance(above, Row) or isinstance(below, Row):
        return False
    if above.block != below.block:
        return True
    far = page == next_page and below.base - above.base > 2.5 * max(above.size, below.size)
    return above.loose and far


def row_text(rows: list[Row]) -> str:
    """A row as ``| a | b |``; further rows continue its cells on the next page."""
    cells = [
        " ".join(row.cells[n] for row in rows if row.cells[n]) for n in range(len(rows[0].cells))
    ]
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def usual_leading(pages: list[list[Piece]]) -> float:
    """The distance of lines, in times their size, that is usual."""
    steps: Counter[int] = Counter()
    for page in pages:
        for a, b in pairwise(page):
            if isinstance(a, Line) and isinstance(b, Line) and a.block == b.block == 0:
                steps[round(20 * (b.base - a.base) / max(a.size, b.size))] += 1
    likely = {step: count for step, count in steps.items() if 16 <= step <= 60}
    return max(likely, key=lambda step: likely[step]) / 20 if likely else 1.3


def continues(paragraph: list[tuple[int, Piece]], piece: Piece, page: int, leading: float) -> bool:
    """Whether a piece continues the paragraph before it."""
    before_page, before = paragraph[-1]
    if isinstance(before, Row) or isinstance(piece, Row):
        return (
            isinstance(before, Row)
            and isinstance(piece, Row)
            and before_page != page
            and is_rest_of_row(before, piece)
        )
    if before.block and piece.block and before.block != piece.block and before_page == page:
        return False
    if before.loose and piece.loose and before_page == page:
        return is_rest_of_line(before, piece, leading)
    if before.loose or piece.loose or bool(before.block) != bool(piece.block):
        return False
    if before_page != page and (before.block or piece.block):
        return False
    first = paragraph[0][1]
    assert isinstance(first, Line)
    return line_continues(first, before, piece, leading, page != before_page, len(paragraph))


def is_rest_of_row(before: Row, row: Row) -> bool:
    """Whether a row is the rest of one that the page's end cut."""
    same = len(before.edges) == len(row.edges) and all(
        abs(a - b) <= NEAR for a, b in zip(before.edges, row.edges, strict=True)
    )
    return same and not row.cells[0] and bool(before.cells[0])


def is_rest_of_line(before: Line, line: Line, leading: float) -> bool:
    """Whether a line of a letterhead is the last word of the one above, which was full.

    More words than one are rather a line of its own: the body below its superior.
    """
    if len(line.words) > 1 and not starts_small(line):
        return False
    if before.bold != line.bold or line.base - before.base > 1.3 * leading * before.size:
        return False
    told = [text_of(one.words) for one in (before, line)]
    capitals = [text.isupper() for text in told]
    same = capitals[0] == capitals[1] or told[1].isdigit()
    return same and is_full(before, line, slack=1.5)  # a cell has margins of its own


INDENT = 0.8  # of the size, by which an indented line stands further in


def line_continues(
    first: Line, before: Line, line: Line, leading: float, new_page: bool, count: int
) -> bool:
    """Whether a line continues the paragraph that a line ends and ``first`` begins."""
    size = max(before.size, line.size)
    if abs(before.size - line.size) > 0.13 * size:
        return False
    # places from each line's own margin: the pages of a book have several
    shift = before.left - line.left if new_page else 0.0
    x0 = line.x0 + shift
    if not is_full(before, line):
        return False
    far = not new_page and line.base - before.base > 1.22 * leading * size
    small = starts_small(line)
    if far and not (small and line.base - before.base < 1.6 * leading * size):
        return False
    if is_centred(line) and (is_centred(before) or is_first_of_title(before, line, count)):
        return True
    indented = x0 > before.left + INDENT * size
    label = has_label(line)
    if abs(x0 - before.x0) <= 0.4 * size:
        if count == 1 and label and has_label(before):
            return False
        if count > 1 or not indented:
            return not (label and not indented and ends_sentence(before))
        # under the first line and indented like it: another first line, or a block set in
        return small and not label
    if x0 > before.x0:
        hangs = count == 1 and abs(x0 - after_label(first)) <= 0.5 * size
        return hangs and not label
    if count == 1:
        return not (label and indented and ends_sentence(before))
    return False


def is_first_of_title(before: Line, line: Line, count: int) -> bool:
    """Whether a line from margin to margin may go on in one that is centred."""
    white = before.x0 - before.left - (before.right - before.x1)
    same = before.bold == line.bold and abs(white) < 1.5 * before.size
    return count == 1 and same and not ends_sentence(before)


def is_full(before: Line, line: Line, *, slack: float = 0.3) -> bool:
    """Whether the first word of a line would not have fitted at the end of the one before."""
    word = line.words[0]
    more = 0.22 * word.size + (word.x1 - word.x0)
    room = before.right - before.x1
    if is_centred(before):
        room += max(0.0, before.x0 - before.left)
    return more > room - slack * word.size


def is_centred(line: Line) -> bool:
    """Whether a line has as much white to its left as to its right, and not little."""
    left, right = line.x0 - line.left, line.right - line.x1
    return min(left, right) > 1.2 * line.size and abs(left - right) < 1.5 * line.size


def has_label(line: Line) -> bool:
    """Whether a line begins with what could be a label."""
    return LABEL.fullmatch(line.words[0].text) is not None


def after_label(line: Line) -> float:
    """Where the words behind a line's label begin, its own beginning without one."""
    return line.words[1].x0 if has_label(line) and len(line.words) > 1 else line.x0


def starts_small(line: Line) -> bool:
    """Whether a line begins with a small letter."""
    return line.words[0].text[:1].islower()


def ends_sentence(line: Line) -> bool:
    """Whether a line ends with an end mark."""
    return line.words[-1].text.rstrip("\"”')]}")[-1:] in tuple(".;:!?…")


# ---------------------------------------------------------------- notes at the foot


def without_notes(page: list[Piece]) -> tuple[list[Piece], list[Line]]:
    """A page's pieces without the notes at its foot, and these."""
    lines = [piece for piece in page if isinstance(piece, Line) and piece.block == 0]
    if len(lines) < 8:
        return page, []
    body = median(line.size for line in lines)
    at = len(page)
    begin = at
    while at and isinstance(page[at - 1], Line) and is_small(page[at - 1], body):
        at -= 1
        if starts_note(page[at]):
            begin = at
    notes = [piece for piece in page[begin:] if isinstance(piece, Line)]
    return page[:begin], notes


def is_small(piece: Piece, body: float) -> bool:
    """Whether a piece is a line of the running text in smaller letters than the body's."""
    return isinstance(piece, Line) and piece.block == 0 and piece.size <= 0.88 * body


def starts_note(piece: Piece) -> bool:
    """Whether a line begins with a raised figure or a star, or a figure alone."""
    if not isinstance(piece, Line):
        return False
    first = piece.words[0]
    return first.text.strip("()[]*").isdigit() or first.text.startswith("*")


def as_notes(notes: list[Line], page: int, leading: float) -> list[list[tuple[int, Piece]]]:
    """The notes of a page as paragraphs."""
    out: list[list[tuple[int, Piece]]] = []
    for line in notes:
        if out and not starts_note(line):
            out[-1].append((page, line))
        else:
            out.append([(page, line)])
    return out


def runs_on(
    paragraphs: list[list[tuple[int, Piece]]], pages: list[list[Piece]], page: int, leading: float
) -> bool:
    """Whether the last paragraph of a page goes on on the next."""
    if not paragraphs or page + 1 >= len(pages) or not pages[page + 1]:
        return False
    return continues(paragraphs[-1], pages[page + 1][0], page + 1, leading)

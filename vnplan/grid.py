"""Tables that are printed in columns: the lines they take, their columns, rows and cells.

What a converter leaves of a printed table is lines whose words stand below one another,
parted by runs of blanks. The cells of a row share its lines, each with as many as it needs,
and the number of the row may stand before the middle one. Columns are told by the words of
the head and by the places that the fewest words of the body cross, rows by their numbers
and by cells that begin anew. What the columns mean is for ``vnplan.extract.tables``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vnplan.lexicon import bodies, headings, tables
from vnplan.patterns import any_of, pattern
from vnplan.views import folded, lowered, plain_signs

WHO = ("lead", "agent", "support", "body")
MOST_COLUMNS = 14
MOST_BLANK_LINES = 6  # a page break inside a table

COLUMN_OF = {
    " ".join(folded(name).split()): kind for kind, names in tables.COLUMNS.items() for name in names
}
WHOLE_HEADS = {" ".join(folded(name).split()) for name in tables.WHOLE_HEADS}
FIRST_IN_HEAD = pattern(rf"{any_of(set(COLUMN_OF) - WHOLE_HEADS, bare=True)}\b")
LAST_IN_HEAD = pattern(rf"\b(?P<name>{any_of(tables.LAST_IN_HEADS, bare=True)})\W*$")
NAME_IN_HEAD = pattern(rf"\b{any_of(COLUMN_OF, bare=True)}\b")
HEAD_WORDS = frozenset(
    word for name in (*COLUMN_OF, *map(folded, tables.HEAD_WORDS)) for word in name.split()
)
RECIPIENTS = pattern(rf"\W{{0,3}}{any_of(headings.RECIPIENTS, bare=True)}\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a cell on one line: ``[start, end)`` of the text, columns ``left`` to ``right``."""

    start: int
    end: int
    left: int
    right: int

    def part(self, a: int, b: int) -> Piece:
        """The signs ``[a, b)`` of the piece."""
        return Piece(self.start + a, self.start + b, self.left + a, self.left + b)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, each with its pieces from top to bottom; a heading has one cell."""

    cells: tuple[tuple[Piece, ...], ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on the lines ``[first, stop)``: its head and its rows.

    Before the head may stand rows with one cell: what stands above several columns.
    ``widths`` tell how many signs a line of each column holds at most; ``aside`` are the
    lines between the rows that are the page's, its number and the head once more.
    """

    first: int
    stop: int
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    aside: tuple[int, ...] = ()


class Sheet:
    """The lines of a text with plain signs, and the pieces that runs of blanks part.

    ``raw`` are the lines as read, in which a tab is no blank.
    """

    def __init__(self, text: str) -> None:
        self.raw = text.split("\n")
        self.signs = plain_signs(text)
        self.lines = self.signs.split("\n")
        self.starts: list[int] = []
        at = 0
        for line in self.lines:
            self.starts.append(at)
            at += len(line) + 1
        self._pieces: dict[int, list[Piece]] = {}

    def pieces(self, i: int) -> list[Piece]:
        """The words of line ``i``, cut where two blanks or more stand."""
        found = self._pieces.get(i)
        if found is None:
            start = self.starts[i]
            found = self._pieces[i] = [
                Piece(start + m.start(), start + m.end(), *m.span())
                for m in SEGMENT.finditer(self.lines[i])
            ]
        return found

    def words(self, piece: Piece) -> str:
        """The words of a piece."""
        return self.signs[piece.start : piece.end]

    def is_blank(self, i: int) -> bool:
        """Whether line ``i`` holds nothing or is none."""
        return not 0 <= i < len(self.lines) or not self.pieces(i)


# a bullet is one piece with its words:  -     Bố trí phòng họp
SEGMENT = re.compile(r"(?:[-+*\u2022] {2,8}(?=[^ \n]))?[^ \n]+(?: [^ \n]+)*")


def column_of(bare: str) -> str | None:
    """What a column is for, by its head in the folded view: ``task``, ``lead``, ``time`` …

    A head is known as a whole, by its first words (``Thời gian kiểm tra, đánh giá``) or by
    its last ones (``Cán bộ, giáo viên phụ trách``); None where it is not.
    """
    head = " ".join(bare.split()).strip(" .:*|'")
    if len(head) > 80:
        return None
    kind = COLUMN_OF.get(head)
    if kind is not None:
        return kind
    first = FIRST_IN_HEAD.match(head)
    if first is not None:
        return COLUMN_OF[" ".join(first.group().split())]
    last = LAST_IN_HEAD.search(head)
    return COLUMN_OF[" ".join(last["name"].split())] if last is not None else None


def names_columns(kinds: Sequence[str | None]) -> bool:
    """Whether heads of columns make the head of a table: two are known, or one is a count."""
    if not 2 <= len(kinds) <= MOST_COLUMNS:
        return False
    known = {kind for kind in kinds if kind is not None}
    return len(known) >= 2 or (kinds[0] == "count" and len(kinds) >= 3)


def read_grid(sheet: Sheet, i: int) -> Grid | None:
    """The table whose head line ``i`` belongs to, None where there is none."""
    head = read_head(sheet, i)
    if head is None:
        return None
    stop, body, aside = find_body(sheet, head)
    if not body:
        return None
    head = with_count(sheet, head, body)
    edges = find_edges(head, [piece for j in body for piece in sheet.pieces(j)])
    lines = [place(sheet, j, edges, head.kinds[0] == "count") for j in body]
    part_crowded(sheet, lines, head, edges)
    count = len(head.cells)
    widths = tuple(
        max((p.right - p.left for line in lines for p in line.cells.get(k, ())), default=0)
        for k in range(count)
    )
    ranges = find_rows(sheet, lines, head, widths)
    rows = tuple(
        Row(
            tuple(
                tuple(p for line in lines[a:b] for p in line.cells.get(k, ()))
                for k in range(1 if lines[a].heading else count)
            ),
            lines[a].heading,
        )
        for a, b in ranges
    )
    over = tuple(Row(((piece,),), True) for piece in head.over)
    heads = (*over, Row(tuple(map(tuple, head.cells))))
    return Grid(head.first, stop, heads, rows, widths, tuple(aside))


# ---------------------------------------------------------------- the head


@dataclass(slots=True)
class Head:
    """The head of a table on the lines ``[first, stop)``: a cell and its place for each column.

    ``over`` is what stands above several columns, and numbers of the columns.
    """

    first: int
    stop: int
    cells: list[list[Piece]]
    spans: list[tuple[int, int]]
    kinds: list[str | None]
    over: list[Piece]

    def crossed(self, piece: Piece) -> int:
        """Below how many of the heads a piece stands with two signs or more."""
        return sum(min(piece.right, b) - max(piece.left, a) >= 2 for a, b in self.spans)


# takes: TT    Nội dung    Chủ trì    not: Nơi nhận:    Số: 12    Hà Nội, ngày
NO_HEAD = pattern(r"\d|[.;:!?]$")
OF_COLUMN = pattern(r"\(?(?:\d{1,2}|[a-z])\)?")  # (1)   (2)   (3) below the heads


def read_head(sheet: Sheet, i: int) -> Head | None:
    """The head of a table that line ``i`` belongs to, with the lines above and below it."""
    base = heads_of(sheet, i)
    if any(NO_HEAD.search(sheet.words(piece)) for piece in base):
        return None
    if not names_columns([column_of(folded(sheet.words(piece))) for piece in base]):
        return None
    first, stop = i, i + 1
    while i - first < 3 and goes_on(sheet, first - 1, base[0].right):
        first -= 1
    while stop - i < 4 and goes_on(sheet, stop, -1):
        stop += 1
    by_line = [heads_of(sheet, j) for j in range(first, stop)]
    base = max((by_line[i - first], *by_line), key=len)
    cells = [[piece] for piece in base]
    over: list[Piece] = []
    for piece in (p for pieces in by_line if pieces is not base for p in pieces):
        below = [cell for cell in cells if overlap(piece, cell[0]) > 0]
        if len(below) == 1:
            below[0].append(piece)
        elif not below:
            cells.append([piece])
        else:
            over.append(piece)
    for cell in cells:
        cell.sort(key=lambda piece: piece.start)
    cells.sort(key=lambda cell: min(piece.left for piece in cell))
    if numbers_columns(sheet, stop, len(cells)):
        over += sheet.pieces(stop)
        stop += 1
    spans = [(min(p.left for p in cell), max(p.right for p in cell)) for cell in cells]
    kinds = [column_of(folded(" ".join(map(sheet.words, cell)))) for cell in cells]
    return Head(first, stop, cells, spans, kinds, over) if names_columns(kinds) else None


def heads_of(sheet: Sheet, i: int) -> list[Piece]:
    """The heads on a line; what a single blank parts may be two: ``Chủ trì Thời gian``."""
    found: list[Piece] = []
    for piece in sheet.pieces(i):
        words = sheet.words(piece)
        bare = folded(words)
        names = [m.span() for m in NAME_IN_HEAD.finditer(bare)]
        tile = bool(names) and names[0][0] == 0 and names[-1][1] == len(bare)
        if (
            bare in COLUMN_OF
            or not tile
            or any(
                words[b:c] != " " or not words[c].isupper() for (_, b), (c, _) in pairwise(names)
            )
        ):
            found.append(piece)
        else:
            found += [piece.part(a, b) for a, b in names]
    return found


def goes_on(sheet: Sheet, i: int, beyond: int) -> bool:
    """Whether line ``i`` holds but words of heads; a lone piece stands behind ``beyond``."""
    if sheet.is_blank(i):
        return False
    pieces = sheet.pieces(i)
    if len(pieces) == 1 and pieces[0].left < beyond:
        return False
    bare = " ".join(folded(sheet.words(piece)) for piece in pieces)
    return all(word in HEAD_WORDS for word in SPLIT.sub(" ", bare).split())


SPLIT = pattern(r"[,/()]")


def numbers_columns(sheet: Sheet, i: int, count: int) -> bool:
    """Whether line ``i`` gives each of the columns a number or letter."""
    if sheet.is_blank(i) or len(sheet.pieces(i)) != count:
        return False
    return all(OF_COLUMN.fullmatch(sheet.words(piece)) for piece in sheet.pieces(i))


def overlap(piece: Piece, other: Piece) -> int:
    """How many signs two pieces share of the width of the page."""
    return min(piece.right, other.right) - max(piece.left, other.left)


def with_count(sheet: Sheet, head: Head, body: list[int]) -> Head:
    """The head with a column without words before the others, where numbers stand there."""
    if head.kinds[0] == "count":
        return head
    limit = head.spans[0][0]
    firsts = [sheet.pieces(j)[0] for j in body]
    numbers = [p for p in firsts if p.right <= limit and NUMBER.fullmatch(sheet.words(p))]
    if len(numbers) < 2:
        return head
    span = (min(p.left for p in numbers), max(p.right for p in numbers))
    return replace(
        head, cells=[[], *head.cells], spans=[span, *head.spans], kinds=["count", *head.kinds]
    )


# takes: 01    3.    II    a)    2.1    not: 2026    14h00
NUMBER = pattern(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|\p{Lu}|[a-zđ])[.)/]{0,2}")
NUMBER_FIRST = pattern(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,5})[.)/]{0,2} (?=\S)")


# ---------------------------------------------------------------- the lines of the body


def find_body(sheet: Sheet, head: Head) -> tuple[int, list[int], list[int]]:
    """The line behind a table, the lines of its rows, and those of the page between them.

    A table ends with its last line in two columns and the lines that go on with one of its
    cells; what comes before that and crosses the columns is a heading inside it.
    """
    again = [sheet.lines[j].split() for j in range(head.first, head.stop)]
    body: list[int] = []
    aside: list[int] = []
    last, blanks, crossing = -1, 0, 0
    i = head.stop
    while i < len(sheet.lines) and blanks <= MOST_BLANK_LINES:
        if sheet.is_blank(i):
            blanks += 1
            i += 1
            continue
        pieces = sheet.pieces(i)
        if sheet.lines[i].split() == again[0]:
            aside += range(i, i + len(again))
            i += len(again)
            continue
        if RECIPIENTS.match(folded(sheet.words(pieces[0])[:24])):
            break
        if is_page_number(sheet, i, head):
            aside.append(i)
        else:
            if in_columns(sheet, i, head, crowded=last >= 0 and not blanks):
                last = i
            wide = len(pieces) == 1 and head.crossed(pieces[0]) > 1
            crossing = crossing + 1 if wide else 0
            stops = crossing > 1 or (crossing and blanks)
            if stops and not any(in_columns(sheet, j, head) for j in range(i + 1, i + 4)):
                break
            body.append(i)
        blanks = 0
        i += 1
    if last < 0:
        return head.stop, [], []
    stop = last + 1
    left = {sheet.pieces(j)[0].left for j in body if j <= last}
    while not sheet.is_blank(stop) and belongs(sheet, stop, head, left):
        stop += 1
    return stop, [j for j in body if j < stop], [j for j in aside if j < stop]


def in_columns(sheet: Sheet, i: int, head: Head, *, crowded: bool = False) -> bool:
    """Whether line ``i`` has pieces in two columns at least and none that crosses any.

    The first piece of a ``crowded`` line may hold words of two columns.
    """
    if sheet.is_blank(i):
        return False
    pieces = sheet.pieces(i)
    if len(pieces) > 1 and head.kinds[0] == "count" and pieces[0].right <= head.spans[0][1] + 2:
        crowded = NUMBER.fullmatch(sheet.words(pieces[0])) is not None
        return crowded or all(head.crossed(piece) <= 1 for piece in pieces)
    return len(pieces) > 1 and all(head.crossed(piece) <= 1 for piece in pieces[crowded:])


def belongs(sheet: Sheet, i: int, head: Head, left: set[int]) -> bool:
    """Whether a line right below the last full one goes on with a cell of it.

    A lone line before a blank one may be a row that leaves no room between its columns.
    """
    [first, *others] = sheet.pieces(i)
    if others:
        return False
    if head.crossed(first) <= 1:
        return first.left >= head.spans[0][0] or first.left in left
    words = sheet.words(first)
    return sheet.is_blank(i + 1) and first.left in left and words[-1] not in ".;:!?"


LONE_NUMBER = pattern(r"(?:- ?)?[1-9]\d{0,2}(?: ?-)?")  # 2    - 3 -


def is_page_number(sheet: Sheet, i: int, head: Head) -> bool:
    """Whether a line beside a blank one holds a number only, not in the first column."""
    pieces = sheet.pieces(i)
    return (
        len(pieces) == 1
        and pieces[0].left > head.spans[0][1] + 4
        and LONE_NUMBER.fullmatch(sheet.words(pieces[0])) is not None
        and (sheet.is_blank(i - 1) or sheet.is_blank(i + 1))
    )


# ---------------------------------------------------------------- columns


def find_edges(head: Head, pieces: list[Piece]) -> list[int]:
    """Where each column but the first begins: between two heads, where fewest pieces cross.

    Of the places that equally few cross, the one where most pieces begin.
    """
    change = Counter(piece.left + 1 for piece in pieces)
    change.subtract(piece.right for piece in pieces)
    crossed: list[int] = []
    now = 0
    for at in range(max(piece.right for piece in pieces) + 1):
        now += change[at]
        crossed.append(now)
    begins = Counter(piece.left for piece in pieces)
    edges: list[int] = []
    for (left, _), (behind, _) in pairwise(head.spans):
        first = max(left, edges[-1] if edges else 0) + 1
        edges.append(
            min(
                range(first, max(behind, first) + 1),
                key=lambda at: (crossed[at] if at < len(crossed) else 0, -begins[at], -at),
            )
        )
    return edges


@dataclass(slots=True)
class Placed:
    """A line of a table: its pieces by column; ``heading`` where one crosses the columns."""

    cells: dict[int, list[Piece]]
    blank_before: bool
    heading: bool = False


# takes: I. Công tác chuẩn bị    B. Giai đoạn 2    not: T. Đình Toàn
TITLE = pattern(r"(?:[IVX]{1,5}|[A-E])[.)/]\s*\p{Lu}\p{L}+\s\p{L}")


def place(sheet: Sheet, i: int, edges: list[int], counted: bool) -> Placed:
    """A line with its pieces in their columns; a lone title stands over all of them."""
    pieces = sheet.pieces(i)
    blank = sheet.is_blank(i - 1)
    if len(pieces) == 1:
        words, left, right = sheet.words(pieces[0]), pieces[0].left, pieces[0].right
        over = sum(left < edge < right - 1 for edge in edges)
        number = NUMBER_FIRST.match(words)
        before = counted and left + 3 < edges[0] and number is None
        title = bisect_right(edges, left) <= 1 and TITLE.match(words) is not None
        if title or (over and before) or (over > 1 and words.isupper()):
            return Placed({0: pieces}, blank, True)
    cells: dict[int, list[Piece]] = {}
    for piece in pieces:
        k = bisect_right(edges, piece.left)
        number = NUMBER_FIRST.match(sheet.words(piece)) if k == 0 and counted else None
        if number is not None and piece.right > edges[0]:  # 1 Rà soát hồ sơ
            cells.setdefault(0, []).append(piece.part(0, number.end() - 1))
            piece, k = piece.part(number.end(), piece.right - piece.left), 1
        cells.setdefault(k, []).append(piece)
    return Placed(cells, blank)


def part_crowded(sheet: Sheet, lines: list[Placed], head: Head, edges: list[int]) -> None:
    """Cut the pieces in which a single blank parts two columns.

    A column that is full leaves no more than one blank before the next: what reaches
    further right than its other lines do holds words of the next column too. Words that
    are pushed to the right push those behind them.
    """
    usual = 0  # where the column usually begins
    for k, edge in enumerate(edges):
        behind = [line.cells[k + 1][0].left for line in lines if k + 1 in line.cells]
        here = [line.cells[k][0].left for line in lines if k in line.cells and not line.heading]
        usual = Counter(here).most_common(1)[0][0] if here else usual
        if not behind:
            continue
        begins = Counter(behind).most_common(1)[0][0]
        ends = [
            line.cells[k][-1].right
            for line in lines
            if k in line.cells and not line.heading and line.cells[k][-1].right < begins
        ]
        limit = max(ends, default=begins - 1)
        begins = max(begins, limit + 1)
        for line, below in zip(lines, [*lines[1:], Placed({}, True)], strict=True):
            if line.heading or k not in line.cells or k + 1 in line.cells:
                continue
            piece = line.cells[k][-1]
            if piece.right <= max(limit + 1, edge):
                continue
            pushed = max(0, line.cells[k][0].left - usual) - piece.left
            at = best_cut(
                sheet.words(piece),
                sheet.words(below.cells[k][0]) if k in below.cells else "",
                (limit + pushed, begins + pushed),
                (head.kinds[k], head.kinds[k + 1]),
                sure=piece.right > begins + 12,
            )
            if at is not None:
                line.cells[k][-1] = piece.part(0, at)
                line.cells[k + 1] = [piece.part(at + 1, piece.right - piece.left)]


def best_cut(
    words: str,
    next_line: str,
    edge: tuple[int, int],
    kinds: tuple[str | None, str | None],
    *,
    sure: bool,
) -> int | None:
    """The blank at which words of two columns are best parted, None where none is good.

    The first column is known to reach as far as the ``edge``'s first place, the second to
    begin at its other; ``kinds`` tell what they are for. What goes on in the next line left
    no room for its first word. If it is ``sure`` that there are two, the best place is taken,
    good or not.
    """
    ends, begins = edge
    best = (1e9 if sure else 5.0, -1)
    low = lowered(words)
    goes = next_line[:1].islower()
    at = words.find(" ", max(1, min(ends, begins - 1) - 8))
    while 0 < at < begins + 12:
        before, behind = words[:at], words[at + 1 :]
        cost = float(max(ends - at, (at + 1 - begins) / 2, 0))
        if INITIAL.search(before) or (is_open(before) and not goes):
            cost += 6
        elif kinds[0] in WHO and " " not in before and NAME.fullmatch(low[:at]):
            cost += 6  # Phòng | Truyền thông
        elif before.endswith((")", ".", ";")):
            cost -= 4
        cost += 5 * (not starts_anew(behind))
        cost += 6 * (goes and fits(before, next_line, ends))
        cost -= 4 * begins_like(kinds[1], low[at + 1 :], behind)
        best = min(best, (cost, at))
        at = words.find(" ", at + 1)
    return best[1] if best[1] > 0 else None


def begins_like(kind: str | None, low: str, words: str) -> bool:
    """Whether words begin as those of a column do: a name where bodies stand, a time."""
    if kind in WHO:
        return PERSON.match(words) is not None or (
            words[0].isupper() and NAME.match(low) is not None
        )
    return kind == "time" and TIME.match(low) is not None


NAME = pattern(
    rf"(?:{any_of(bodies.QUANTIFIERS)}\s)?{any_of((*bodies.ACTOR_HEADS, *bodies.PERSON_HEADS))}\b"
)
PERSON = pattern(r"\p{Lu}{1,2}\. ?\p{Lu}")  # C. Hà
TIME = pattern(rf"\d{{1,2}}[/.hg:-]\d|{any_of(tables.FIRST_TIME_WORDS)}\b")
INITIAL = pattern(r"(?:^|\W)\p{Lu}\.$|(?:^|\s)\d+$")  # C. Hà    4 học sinh
OPEN_END = pattern(
    rf"(?:[,&/+(-]|\b(?:{any_of(tables.OPEN_WORDS)}|(?P<number>{any_of(tables.BEFORE_NUMBERS)})))$"
)


def is_open(words: str, behind: str = "1") -> bool:
    """Whether a line of a cell goes on in the next: ``… bảo quản lễ phục và``.

    After ``tháng`` and its like only a number goes on.
    """
    if words.count("(") > words.count(")"):
        return True
    end = OPEN_END.search(lowered(words[-12:]))
    return end is not None and (end["number"] is None or not behind[0].isalpha())


def starts_anew(words: str) -> bool:
    """Whether words can begin a cell: no small letter, no closing sign."""
    return not words[0].islower() and words[0] not in ").,;:"


# ---------------------------------------------------------------- rows


def find_rows(
    sheet: Sheet, lines: list[Placed], head: Head, widths: Sequence[int]
) -> list[tuple[int, int]]:
    """The ranges of lines that are a row each; a heading inside the table is one too."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for i, line in enumerate([*lines, None]):
        if line is not None and not line.heading:
            continue
        if i > start:
            rows = Rows(sheet, lines, start, i, head, widths)
            begins = [*rows.begins(), i]
            ranges += pairwise(begins)
        if line is not None:
            ranges.append((i, i + 1))
        start = i + 1
    return ranges


class Rows:
    """The lines ``[start, stop)`` of a table, and where its rows may begin."""

    def __init__(
        self,
        sheet: Sheet,
        lines: list[Placed],
        start: int,
        stop: int,
        head: Head,
        widths: Sequence[int],
    ) -> None:
        self.lines, self.start, self.stop, self.widths = lines, start, stop, widths
        self.count = len(head.cells)
        self.kinds = head.kinds
        self.first: list[list[str]] = []  # by line and column: the words on it, "" for none
        for line in lines[start:stop]:
            self.first.append(
                [" ".join(map(sheet.words, line.cells.get(k, ()))) for k in range(self.count)]
            )
        self.next: list[list[str]] = []
        words = [""] * self.count
        for row in reversed(self.first):
            words = [a or b for a, b in zip(row, words, strict=True)]
            self.next.append(words)
        self.next.reverse()

    def begins(self) -> list[int]:
        """The lines with which rows begin, the first among them."""
        numbers = self.numbers()
        anchors = [(i, i) for i in numbers] if numbers else self.cell_lines()
        if not anchors:
            return [self.start]
        top = anchors[0][0] == 0 and self.on_top([i for i, _ in anchors])
        begins = [0]
        for (here, end), (there, _) in pairwise(anchors):
            first = begins[-1]
            last = self.words_before(first, here + 1)
            best, best_score = there, -1e9
            for i in range(here + 1, there + 1):
                off = there - i if top else abs(first + i - 1 - here - end) / 2
                score = self.break_score(i, last) - 0.6 * off
                if score > best_score:
                    best, best_score = i, score
                last = self.with_line(last, i)
            begins.append(best)
        return [self.start + i for i in begins]

    def numbers(self) -> list[int]:
        """The lines with the number of a row, or with its time where that stands first."""
        if self.kinds[0] == "count":
            return [i for i, row in enumerate(self.first) if NUMBER.fullmatch(row[0])]
        if self.kinds[0] != "time":
            return []
        found: list[int] = []
        before = ""
        for i, row in enumerate(self.first):
            if row[0]:
                if starts_anew(row[0]) and not is_open(before, row[0]):
                    found.append(i)
                before = row[0]
        return found

    def cell_lines(self) -> list[tuple[int, int]]:
        """The first and last lines of the cells of the task, for rows without numbers.

        A cell ends with a line that is not full or ends a sentence, if the next begins anew,
        or where other columns begin anew too; what has nothing beside it belongs to the row
        above it.
        """
        key = self.kinds.index("task") if "task" in self.kinds else 0
        found: list[tuple[int, int]] = []
        last = [""] * self.count
        beside = True  # whether the row has words in another column
        for i, row in enumerate(self.first):
            if row[key]:
                others = [
                    self.pair_score(last[k], row[k], k)
                    for k in range(self.count)
                    if k != key and row[k]
                ]
                own = self.pair_score(last[key], row[key], key)
                agreed = bool(others) and min(others) > 0
                blank = self.lines[self.start + i].blank_before
                ended = own >= 1 and row[key][0] not in "-+\u2022" and beside
                if not found or (own > 0 and (agreed or blank or ended)):
                    found.append((i, i))
                    beside = False
                else:
                    found[-1] = (found[-1][0], i)
            beside = beside or any(words for k, words in enumerate(row) if k != key)
            last = self.with_line(last, i)
        return found

    def on_top(self, anchors: list[int]) -> bool:
        """Whether the numbers stand before the first lines of their rows."""
        fit = 0
        last = [""] * self.count
        at = 0
        for i in anchors:
            while at < i:
                last = self.with_line(last, at)
                at += 1
            row = self.first[i][1:]
            fit += any(row) and all(
                starts_anew(words) and not is_open(before, words)
                for words, before in zip(row, last[1:], strict=True)
                if words
            )
        return fit * 5 >= len(anchors) * 4

    def words_before(self, first: int, i: int) -> list[str]:
        """The last words of each column on the lines ``[first, i)``."""
        last = [""] * self.count
        for j in range(first, i):
            last = self.with_line(last, j)
        return last

    def with_line(self, last: list[str], i: int) -> list[str]:
        """The last words of each column, those of line ``i`` among them."""
        return [a or b for a, b in zip(self.first[i], last, strict=True)]

    def break_score(self, i: int, last: list[str]) -> float:
        """How well a row can begin with line ``i``, the last words before it being ``last``."""
        score = 2.0 * self.lines[self.start + i].blank_before
        for k in range(self.kinds[0] == "count", self.count):
            if last[k] and self.next[i][k]:
                score += self.pair_score(last[k], self.next[i][k], k)
        return score

    def pair_score(self, before: str, behind: str, k: int) -> float:
        """How well a cell can end with ``before`` and the next begin with ``behind``."""
        if not starts_anew(behind):
            return -3
        if not before:
            return 1
        if is_open(before, behind):
            return -3
        if before.endswith(";") and self.kinds[k] in WHO:
            return 0  # Tổ quan trắc; / Đội thuyền
        if before.endswith((".", ";")):
            return 2
        return 1 if fits(before, behind, self.widths[k]) else 0.9


def fits(before: str, behind: str, width: int) -> bool:
    """Whether the next word would have stood on the line before: the line was ended on purpose."""
    return len(before) + 1 + len(behind.split(" ", 1)[0]) <= width

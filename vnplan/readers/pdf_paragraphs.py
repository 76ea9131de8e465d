"""Lines to paragraphs, by where they stand; and the text that these make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from vnplan.readers.pdf_lines import Line, Piece, Row, has_label, joined, text_of
from vnplan.readers.pdf_tables import NEAR

FEW_LINES = 15  # on a page, that tell no margins of their own
FEW_FULL = 4  # lines that end at one place, by which it is the margin and no chance


def with_margins(pages: list[list[Piece]], widths: list[float]) -> list[list[Piece]]:
    """The pieces, those of the running text with the margins of their page."""
    flows = [
        [line for line in page if isinstance(line, Line) and line.block == 0] for page in pages
    ]
    every = [line for flow in flows for line in flow]
    of_all = margins(every)
    out: list[list[Piece]] = []
    for page, own, width in zip(pages, flows, widths, strict=True):
        told = margins(own) if len(own) >= FEW_LINES else of_all
        left, right = told.left, told.right
        if own and len(own) < FEW_LINES:  # a page may lie askew in the scanner
            left = min(left, min(line.x0 for line in own))
            right = max(right, max(line.x1 for line in own))
        if not told.sure:  # all lines may be short: the page has two margins alike, or the left
            furthest = (line.x1 for line in page if isinstance(line, Line))  # is the wider one
            left = min([left, *(line.x0 for line in own)])
            right = max(right, width - left, *furthest)
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


class Margins(NamedTuple):
    """Where running text begins and ends; ``sure`` where enough lines end there."""

    left: float
    right: float
    sure: bool


def margins(lines: Sequence[Line]) -> Margins:
    """Where most of the lines that are furthest out begin and end."""
    if not lines:
        return Margins(0.0, 0.0, False)
    enough = max(2, len(lines) // 20)
    starts = sorted(line.x0 for line in lines)
    ends = sorted((line.x1 for line in lines), reverse=True)
    left = agreed(starts, enough)
    right = -agreed([-end for end in ends], enough)
    full = sum(abs(end - right) <= 4 for end in ends)
    return Margins(left, right, full >= max(FEW_FULL, len(lines) // 8))


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
            paragraphs[at:at] = as_notes(notes, number)
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
    if above.block == 0 and is_centred(above) and not is_centred(below):
        return True  # the title is over
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
    if before.bold and not line.bold and count == 1 and not starts_small(line):
        return False  # a title or heading from margin to margin
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
        return hangs and not (label and ends_sentence(before))
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


def as_notes(notes: list[Line], page: int) -> list[list[tuple[int, Piece]]]:
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

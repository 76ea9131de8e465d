"""Words with their places to the text that a person would copy out of the pages.

Lines become paragraphs by where they stand; page numbers and running heads are dropped; what stands
in columns comes column by column, and tables come row by row. Nothing here knows what the words
mean.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from vnplan.lexicon.marks import PAGE_WORDS
from vnplan.readers.pdf_columns import find_pieces
from vnplan.readers.pdf_lines import Line, Sheet, find_lines, ordered_words, text_of
from vnplan.readers.pdf_paragraphs import as_text, with_margins
from vnplan.readers.pdf_tables import Grid, find_grids


def read_sheets(sheets: Sequence[Sheet]) -> tuple[str, tuple[int, ...]]:
    """The text of pages, and the offsets where they begin in it."""
    pages = [find_lines(ordered_words(sheet)) for sheet in sheets]
    grids = [find_grids(sheet.rules) for sheet in sheets]
    dropped = find_furniture(sheets, pages, grids)
    kept = [
        [line for i, line in enumerate(lines) if i not in gone]
        for lines, gone in zip(pages, dropped, strict=True)
    ]
    pieces = [list(find_pieces(lines, found)) for lines, found in zip(kept, grids, strict=True)]
    return as_text(with_margins(pieces, [sheet.width for sheet in sheets]))


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

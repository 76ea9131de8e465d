"""A document's text as paragraphs, cut where the evidence of items begins and ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from vnplan.records import Plan, Span, walk_sections
from vnplan.report.text import UNPRINTABLE


class Highlight(NamedTuple):
    """Words to be shown as evidence: of which item, how grave (0 first), known on the page as."""

    start: int
    end: int
    rank: int
    item: int
    anchor: str = ""


class Piece(NamedTuple):
    """Words of one paragraph that lie under the same highlights, the gravest of them first.

    ``begins`` are those whose first words these are.
    """

    text: str
    under: tuple[Highlight, ...] = ()
    begins: tuple[Highlight, ...] = ()

    @property
    def items(self) -> str:
        """The numbers of the items, parted by blanks."""
        return " ".join(str(mark.item) for mark in self.under)


class Paragraph(NamedTuple):
    """A line that is not blank; ``depth`` is that of its section, ``heads`` if it begins a part."""

    pieces: tuple[Piece, ...]
    depth: int
    heads: bool


MOST_AT_ONCE = 8  # highlights that a piece names; more over the same words help nobody
LONGEST_HEADING = 200
SHOWN = UNPRINTABLE | dict.fromkeys((*range(0x09, 0x0E), *range(0x1C, 0x20), 0x85), " ")


def shown(words: str) -> str:
    """The words with a blank for each white space, and nothing that steers a page."""
    return words if words.isprintable() else words.translate(SHOWN)


def within(span: Span | None, text: str | None) -> bool:
    """Whether a span says where in the text something visible stands."""
    if span is None or not text or not 0 <= span[0] < span[1] <= len(text):
        return False
    return bool(text[span[0] : span[1]].strip())


def paragraphs(plan: Plan, highlights: Iterable[Highlight]) -> Iterator[Paragraph]:
    """The lines of the plan's text in order, each cut into pieces.

    Highlights may overlap and run over several lines; each must be ``within`` the text.
    """
    text = plan.text or ""
    waiting = sorted(tightened(text, mark) for mark in highlights)
    waiting.reverse()
    depths = {section.label_span[0]: depth for _, depth, section in walk_sections(plan.sections)}
    begins = sorted(depths)
    active: list[Highlight] = []
    depth = offset = 0
    for line in text.splitlines(keepends=True):
        start = offset + len(line) - len(line.lstrip())
        end = offset + len(line.rstrip())
        at = bisect_left(begins, offset)
        offset += len(line)
        if start >= end:
            continue
        opens = at < len(begins) and begins[at] < end
        depth = depths[begins[at]] if opens else depth
        coming = []
        while waiting and waiting[-1].start < end:
            coming.append(waiting.pop())
        active = [mark for mark in active if mark.end > start]
        pieces = tuple(cut(text, start, end, active, coming))
        active += coming
        heads = opens and depth == 0 and end - start <= LONGEST_HEADING
        yield Paragraph(pieces, depth, heads)


def tightened(text: str, mark: Highlight) -> Highlight:
    """The highlight from its first visible letter on."""
    words = text[mark.start : mark.end]
    return mark._replace(start=mark.start + len(words) - len(words.lstrip()))


def cut(
    text: str, start: int, end: int, active: Sequence[Highlight], coming: Sequence[Highlight]
) -> Iterator[Piece]:
    """The words from start to end, cut where a highlight begins or ends.

    ``active`` begin before them, ``coming`` in them, in order.
    """
    marks = [*active, *coming]
    edges = {start, end, *(mark.start for mark in coming), *(m.end for m in marks if m.end < end)}
    points = sorted(edges)
    over = list(active)
    entering = list(reversed(coming))
    for left, right in pairwise(points):
        over = [mark for mark in over if mark.end > left]
        begins = []
        while entering and entering[-1].start == left:
            begins.append(entering.pop())
        over += begins
        gravest = sorted(over, key=lambda mark: (mark.rank, mark.item))[:MOST_AT_ONCE]
        yield Piece(shown(text[left:right]), tuple(gravest), tuple(begins))


def found_in(words: str, sought: Mapping[str, int]) -> Iterator[Highlight]:
    """Where strings stand in an item's words, each at its first place; they have their rank."""
    for needle, rank in sought.items():
        at = words.find(needle) if needle else -1
        if at >= 0:
            yield Highlight(at, at + len(needle), rank, rank)

"""Which of the child's units may answer which of the parent's: candidates, best first.

Retrieval proposes. A child's unit may answer several duties (merged) and several units one
duty (split), so that no one-to-one assignment is made: it put five links in a hundred wrong
on our pairs. Instead each likeness is measured against those of its rivals on both sides
(local scaling), which keeps a unit that is a little like everything from answering it all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from vnplan.compare.similar import Likeness
from vnplan.compare.units import Unit

if TYPE_CHECKING:
    from vnplan.compare.similar import Matrix

RIVALS = 3  # nearest neighbours that a likeness is measured against

# Likeness of the nearest headings helps to choose among answers (the answer ranked first
# rises from .94 to .97 at .1 and .98 at .2), but is no proof that there is one.
HEADING_WEIGHT = 0.15

# Of two equals the one that stands at about the same place is taken: a plan repeats itself.
ORDER_WEIGHT = 0.01

IMPOSSIBLE = -2.0  # below any cosine

# kinds of the child's units that may answer a kind of duty
ANSWERED_BY = {
    "obligation": ("obligation", "target", "phase"),
    "target": ("obligation", "target", "phase"),
    "criterion": ("criterion",),
    "phase": ("phase", "obligation"),
}


class Link(NamedTuple):
    """A child's unit as the answer to a duty.

    ``likeness`` is that of the two texts; ``rival`` the greatest likeness of the child's
    unit to another duty.
    """

    child: int
    likeness: float
    rival: float


class Alignment(NamedTuple):
    """The links of each duty, the best first, and how near each answer comes to any duty."""

    links: tuple[tuple[Link, ...], ...]
    reach: tuple[float, ...]
    likeness: Likeness


def align(duties: Sequence[Unit], answers: Sequence[Unit]) -> Alignment:
    """The links from duties to answers.

    The first link of a duty is its nearest unit, however far; behind it stand the units that
    are the first of no duty and nearer to this one than to any other.
    """
    likeness = Likeness([duty.text for duty in duties], [answer.text for answer in answers])
    if not duties or not answers:
        return Alignment(tuple(() for _ in duties), tuple(0.0 for _ in answers), likeness)
    import numpy as np

    alike = likeness.cosines()
    for row, duty in enumerate(duties):
        kinds = ANSWERED_BY.get(duty.kind, ())
        alike[row, [answer.kind not in kinds for answer in answers]] = IMPOSSIBLE
    placed = alike + HEADING_WEIGHT * _same_place(duties, answers)
    placed -= ORDER_WEIGHT * _out_of_order(duties, answers)
    placed[alike == IMPOSSIBLE] = IMPOSSIBLE
    scaled = _scaled(placed)
    first = scaled.argmax(axis=1).tolist()
    best_duty = scaled.argmax(axis=0).tolist()
    padded = np.vstack([np.zeros((2, len(answers))), alike])
    second, greatest = np.sort(padded, axis=0)[-2:]

    def link(row: int, column: int) -> Link:
        value = float(alike[row, column])
        rival = second[column] if value >= greatest[column] else greatest[column]
        return Link(column, value, float(rival))

    taken = set(first)
    links = []
    for row, main in enumerate(first):
        by_likeness = np.argsort(-alike[row], kind="stable").tolist()
        others = [
            column
            for column in by_likeness
            if column not in taken and best_duty[column] == row and alike[row, column] > 0
        ]
        found = [main] if alike[row, main] > IMPOSSIBLE else []
        links.append(tuple(link(row, column) for column in found + others))
    return Alignment(tuple(links), tuple(greatest.tolist()), likeness)


def _same_place(duties: Sequence[Unit], answers: Sequence[Unit]) -> Matrix:
    """How alike the nearest headings are, 0 where there is none."""
    above = [[next(iter(unit.headings), "") for unit in units] for units in (duties, answers)]
    return Likeness(*above).cosines()


def _out_of_order(duties: Sequence[Unit], answers: Sequence[Unit]) -> Matrix:
    """How far apart a duty and an answer stand, as shares of their plans, 0 to 1."""
    import numpy as np

    rows, columns = (
        np.array([unit.span[0] for unit in units]) / max(1, *(unit.span[1] for unit in units))
        for units in (duties, answers)
    )
    apart: Matrix = np.abs(rows[:, None] - columns[None, :])
    return apart


def _scaled(alike: Matrix) -> Matrix:
    """Twice the likeness less the mean of the greatest ones of its row and its column."""
    import numpy as np

    rows = np.sort(np.maximum(alike, 0.0), axis=1)[:, -RIVALS:].mean(axis=1, keepdims=True)
    columns = np.sort(np.maximum(alike, 0.0), axis=0)[-RIVALS:].mean(axis=0, keepdims=True)
    scaled: Matrix = np.round(2 * alike - rows - columns, 4)
    return scaled

"""Which of the child's units may answer which of the parent's, and how surely.

Retrieval proposes. A child's unit may answer several duties (merged) and several units one
duty (split), so that no one-to-one assignment is made. Instead each likeness is measured
against those of its rivals on both sides (local scaling), which keeps a unit that is a little
like everything from answering it all, and a unit is the likelier where the nearest units of the
duty's neighbours stand.
How surely a unit answers is then judged by evidence whose weights were learned from pairs
(``models/train_judge.py``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from vnplan.compare.similar import Likeness
from vnplan.compare.units import Unit
from vnplan.compare.vectors import Meaning, blended, combined
from vnplan.trained import load

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vnplan.compare.similar import Matrix

    Places = NDArray[np.intp]

RIVALS = 3  # nearest neighbours that a likeness is measured against

# Likeness of the nearest headings, and where the nearest units of the neighbours stand, help to
# choose: of the answers in our pairs .930 stand first without either, .953 with both.
HEADING_WEIGHT = 0.15
NEIGHBOUR_WEIGHT = 0.2

# Of two equals the one that stands at about the same place is taken: a plan repeats itself.
ORDER_WEIGHT = 0.01

VERBATIM = 0.85  # a unit so like one duty says that duty and nothing else
OTHER_KIND = 0.1  # a criterion is rather answered by a criterion
IMPOSSIBLE = -2.0  # below any likeness

# kinds of the child's units that may answer a kind of duty
ANSWERED_BY = {
    "obligation": ("obligation", "target", "phase"),
    "target": ("obligation", "target", "phase"),
    "criterion": ("criterion", "obligation", "target"),
    "phase": ("phase", "obligation"),
}

# What tells whether a unit is an answer, in the order of the weights in models/judge.json
EVIDENCE = (
    "means",  # how alike all in all, by the means of their words
    "neighbours",  # how many more than by chance of the duty's have their nearest beside it
    "first",  # whether the unit suits no other duty better
    "rest",  # how alike the words of the duty that the unit lacks are to the unit, by their mean
    "longer",  # than the duty, on a logarithmic scale: many words are seldom alike by chance
)


class Link(NamedTuple):
    """A child's unit as the answer to a duty, and how surely it is one, 0 to 1."""

    child: int
    sureness: float


class Alignment(NamedTuple):
    """The links of each duty, the best first, and how near each answer comes to any duty."""

    links: tuple[tuple[Link, ...], ...]
    reach: tuple[float, ...]
    likeness: Likeness


class Evidence(NamedTuple):
    """What speaks for each unit as the answer to each duty: matrices of duties by answers.

    ``choice`` ranks the units of a duty; ``values`` are those of ``EVIDENCE``, along the last
    axis.
    """

    likeness: Matrix
    choice: Matrix
    values: Matrix
    wording: Likeness


def align(
    duties: Sequence[Unit],
    answers: Sequence[Unit],
    learned: Mapping[str, Any] | None = None,
    *,
    likely: float,
) -> Alignment:
    """The links from duties to answers, judged by the weights ``learned``, or those installed.

    The first link of a duty is its likeliest unit, however unlike; behind it stand the units
    that are no other duty's first and ``likely`` answer, and that answer this duty rather than
    any other.
    """
    if not duties or not answers:
        wording = Likeness([duty.text for duty in duties], [answer.text for answer in answers])
        return Alignment(tuple(() for _ in duties), tuple(0.0 for _ in answers), wording)
    import numpy as np

    found = weigh(duties, answers)
    surely = sureness(found.values, learned or judge())
    first = found.choice.argmax(axis=1).tolist()
    best_duty = found.choice.argmax(axis=0).tolist()
    taken = {column for row, column in enumerate(first) if surely[row, column] >= likely}
    links = []
    for row, main in enumerate(first):
        others = [
            column
            for column in np.argsort(-found.likeness[row], kind="stable").tolist()
            if column not in taken and best_duty[column] == row and found.likeness[row, column] > 0
        ]
        columns = ([main] if found.likeness[row, main] > IMPOSSIBLE else []) + others
        links.append(tuple(Link(column, float(surely[row, column])) for column in columns))
    reach = np.maximum(found.likeness.max(axis=0), 0.0)
    return Alignment(tuple(links), tuple(reach.tolist()), found.wording)


def weigh(duties: Sequence[Unit], answers: Sequence[Unit]) -> Evidence:
    """The evidence for each unit as the answer to each duty; neither side is empty.

    A unit of several acts may answer several duties: each of its acts competes by itself.
    """
    import numpy as np

    pieces = [(column, text) for column, unit in enumerate(answers) for text in pieces_of(unit)]
    columns = np.array([column for column, _ in pieces])
    texts = [text for _, text in pieces]
    asked = [duty.text for duty in duties]
    answered, returned, means, rest, longer = Meaning(asked, texts).measures()
    wording = Likeness(asked, texts)
    likeness = blended(combined(answered, returned, means), wording.cosines())
    unlike = np.zeros_like(likeness)
    kinds = [answers[column].kind for column, _ in pieces]
    for row, duty in enumerate(duties):
        fitting = ANSWERED_BY.get(duty.kind, ())
        likeness[row, [kind not in fitting for kind in kinds]] = IMPOSSIBLE
        unlike[row] = [(duty.kind == "criterion") != (kind == "criterion") for kind in kinds]
    starts = np.flatnonzero(np.diff(columns, prepend=-1))  # where the whole of each unit stands
    verbatim = np.maximum(likeness, likeness[:, starts][:, columns])
    likeness[(verbatim.max(axis=0) >= VERBATIM) & (verbatim < VERBATIM)] = IMPOSSIBLE
    placed = likeness + HEADING_WEIGHT * _same_place(duties, answers)[:, columns]
    placed -= ORDER_WEIGHT * _out_of_order(duties, answers)[:, columns] + OTHER_KIND * unlike
    placed[likeness == IMPOSSIBLE] = IMPOSSIBLE
    ranked = _scaled(placed)
    nearest = columns[ranked.argmax(axis=1)].tolist()
    neighbours = _neighbours(nearest, duties, answers)[:, columns]
    choice = np.round(ranked + NEIGHBOUR_WEIGHT * neighbours, 4)
    first = np.zeros_like(ranked)
    first[choice.argmax(axis=0), np.arange(len(pieces))] = 1.0
    longer = longer[:, starts][:, columns]
    values = np.stack((means, neighbours, first, rest, longer), axis=-1)
    best = _best_in(choice, starts)
    rows = np.arange(len(duties))[:, None]
    values = np.round(values[rows, best], 4)
    return Evidence(likeness[rows, best], choice[rows, best], values, wording)


def pieces_of(unit: Unit) -> list[str]:
    """The words of a unit, and those of each of its acts if it has several."""
    acts = [act.text for act in unit.acts if len(act.text.split()) >= FEWEST_WORDS]
    return [unit.text, *acts] if len(unit.acts) > 1 else [unit.text]


FEWEST_WORDS = 4


# where no models are installed: by hand, after what was learned
PRIOR = {"weights": [6.0, 0.8, 3.0, 1.6, 1.4], "bias": -6.6}


def judge() -> Mapping[str, Any]:
    """The weights of the evidence, as they were learned; by hand where no models are installed."""
    learned = load("judge")
    if learned is None or tuple(learned["evidence"]) != EVIDENCE:
        return PRIOR
    return learned


def sureness(values: Matrix, learned: Mapping[str, Any]) -> Matrix:
    """The chance that a unit with such evidence is an answer, 0 to 1, to four decimals."""
    import numpy as np

    total = values @ np.array(learned["weights"]) + learned["bias"]
    chance: Matrix = np.round(1 / (1 + np.exp(-total)), 4)
    return chance


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


def _neighbours(nearest: Sequence[int], duties: Sequence[Unit], answers: Sequence[Unit]) -> Matrix:
    """By how much more of the duties beside a duty have their nearest beside a unit than chance.

    Beside it stand the items of the same section; by chance as many as the child has of its
    units there. 0 where the duty has no others beside it, or all units stand in one section.
    """
    import numpy as np

    asked, said = (
        [unit.section.rpartition(".")[0] for unit in units] for units in (duties, answers)
    )
    places = {section: place for place, section in enumerate(dict.fromkeys(said))}
    where = np.array([places[section] for section in said])
    usual = np.bincount(where) / len(where)
    counts: dict[str, Matrix] = {section: np.zeros(len(places)) for section in dict.fromkeys(asked)}
    for section, column in zip(asked, nearest, strict=True):
        counts[section][where[column]] += 1
    shares = np.zeros((len(duties), len(answers)))
    for row, (section, column) in enumerate(zip(asked, nearest, strict=True)):
        others = counts[section].copy()
        others[where[column]] -= 1
        if others.sum():
            shares[row] = (others / others.sum() - usual)[where]
    return shares


def _best_in(choice: Matrix, starts: Places) -> Places:
    """For each row the column of the greatest value within each group of columns."""
    import numpy as np

    groups = np.split(choice, starts[1:], axis=1)
    return np.stack(
        [start + group.argmax(axis=1) for start, group in zip(starts, groups, strict=True)], axis=1
    )

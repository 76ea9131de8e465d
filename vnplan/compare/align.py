"""Which of the child's units may answer which of the parent's, and how surely.

Retrieval proposes. A child's unit may answer several duties (merged) and several units one
duty (split), so that no one-to-one assignment is made: it put five links in a hundred wrong
on our pairs. Instead each likeness is measured against those of its rivals on both sides
(local scaling), which keeps a unit that is a little like everything from answering it all,
and a unit is the likelier where the neighbours of the duty are answered.
How surely a unit answers is then judged by evidence whose weights were learned from pairs
(``models/train_judge.py``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from vnplan.compare.similar import Likeness
from vnplan.compare.units import Unit
from vnplan.compare.vectors import Meaning, blended
from vnplan.trained import load

if TYPE_CHECKING:
    from vnplan.compare.similar import Matrix

RIVALS = 3  # nearest neighbours that a likeness is measured against

# Likeness of the nearest headings and answered neighbours help to choose among answers: of
# 239 in our pairs .941 stand first without either, .962 with both, and a half or the double
# of these weights loses at most one in a hundred.
HEADING_WEIGHT = 0.15
NEIGHBOUR_WEIGHT = 0.2

# Of two equals the one that stands at about the same place is taken: a plan repeats itself.
ORDER_WEIGHT = 0.01

LIKELY = 0.5  # from here on a unit is rather an answer than none
VERBATIM = 0.9  # a unit so like one duty says that duty and nothing else
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
    "answered",  # how much of the duty the unit says, by meaning
    "means",  # how alike all in all
    "ahead",  # of the other units, for this duty
    "before",  # of the other duties, for this unit
    "ranked",  # the likeness against its rivals
    "neighbours",  # how many of the duty's are answered beside the unit
    "first",  # whether the unit suits no other duty better
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
    duties: Sequence[Unit], answers: Sequence[Unit], learned: Mapping[str, Any] | None = None
) -> Alignment:
    """The links from duties to answers, judged by the weights ``learned``, or those installed.

    The first link of a duty is its likeliest unit, however unlike; behind it stand the units
    that are the first of no duty and likelier to answer this one than any other.
    """
    if not duties or not answers:
        wording = Likeness([duty.text for duty in duties], [answer.text for answer in answers])
        return Alignment(tuple(() for _ in duties), tuple(0.0 for _ in answers), wording)
    import numpy as np

    found = weigh(duties, answers)
    surely = sureness(found.values, learned or judge())
    first = found.choice.argmax(axis=1).tolist()
    best_duty = found.choice.argmax(axis=0).tolist()
    taken = {column for row, column in enumerate(first) if surely[row, column] >= LIKELY}
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
    meaning = Meaning(asked, texts)
    answered, _, means = meaning.measures()
    wording = Likeness(asked, texts)
    likeness = blended(meaning.likeness(), wording.cosines())
    unlike = np.zeros_like(likeness)
    for row, duty in enumerate(duties):
        kinds = ANSWERED_BY.get(duty.kind, ())
        likeness[row, [answers[column].kind not in kinds for column in columns]] = IMPOSSIBLE
        unlike[row] = [
            (duty.kind == "criterion") != (answers[column].kind == "criterion")
            for column in columns
        ]
    verbatim = np.array([likeness[:, columns == c].max(axis=1) for c in range(len(answers))]).T
    taken = (verbatim.max(axis=0) >= VERBATIM) & (verbatim < VERBATIM)
    likeness[taken[:, columns]] = IMPOSSIBLE
    placed = likeness + HEADING_WEIGHT * _same_place(duties, answers)[:, columns]
    placed -= ORDER_WEIGHT * _out_of_order(duties, answers)[:, columns] + OTHER_KIND * unlike
    placed[likeness == IMPOSSIBLE] = IMPOSSIBLE
    ranked = _scaled(placed)
    nearest = columns[ranked.argmax(axis=1)].tolist()
    neighbours = _neighbours(nearest, duties, answers)[:, columns]
    choice = np.round(ranked + NEIGHBOUR_WEIGHT * neighbours, 4)
    first = np.zeros_like(ranked)
    first[choice.argmax(axis=0), np.arange(len(pieces))] = 1.0
    values = np.stack(
        (answered, means, _lead(placed, 1, columns), _lead(placed, 0), ranked, neighbours, first),
        axis=-1,
    )
    best = np.stack(
        [
            np.flatnonzero(columns == column)[choice[:, columns == column].argmax(axis=1)]
            for column in range(len(answers))
        ],
        axis=1,
    )
    rows = np.arange(len(duties))[:, None]
    values = np.round(values[rows, best], 4)
    return Evidence(likeness[rows, best], choice[rows, best], values, wording)


def pieces_of(unit: Unit) -> list[str]:
    """The words of a unit, and those of each of its acts if it has several."""
    acts = [act.text for act in unit.acts if len(act.text.split()) >= FEWEST_WORDS]
    return [unit.text, *acts] if len(unit.acts) > 1 else [unit.text]


FEWEST_WORDS = 4


def judge() -> Mapping[str, Any]:
    """The weights of the evidence, as they were learned."""
    learned = load("judge")
    assert learned is not None and tuple(learned["evidence"]) == EVIDENCE, "no models installed"
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
    """For each duty and answer the share of the duties beside it whose nearest stands there.

    Beside it stand the items of the same section; 0 where there are no others.
    """
    import numpy as np

    asked, said = (
        [unit.section.rpartition(".")[0] for unit in units] for units in (duties, answers)
    )
    places = {section: place for place, section in enumerate(dict.fromkeys(said))}
    where = np.array([places[section] for section in said])
    counts: dict[str, Matrix] = {section: np.zeros(len(places)) for section in dict.fromkeys(asked)}
    for section, column in zip(asked, nearest, strict=True):
        counts[section][where[column]] += 1
    shares = np.zeros((len(duties), len(answers)))
    for row, (section, column) in enumerate(zip(asked, nearest, strict=True)):
        others = counts[section].copy()
        others[where[column]] -= 1
        if others.sum():
            shares[row] = (others / others.sum())[where]
    return shares


def _lead(alike: Matrix, axis: int, groups: Matrix | None = None) -> Matrix:
    """By how much a likeness exceeds the greatest other one of its row (1) or column (0).

    Along a row columns of one group are no others of each other.
    """
    import numpy as np

    positive = np.maximum(alike, 0.0)
    if axis == 0 or groups is None:
        low = np.zeros((1, alike.shape[1]) if axis == 0 else (alike.shape[0], 1))
        ordered = np.sort(np.concatenate([low, low, positive], axis=axis), axis=axis)
        second, greatest = (ordered.take([at], axis=axis) for at in (-2, -1))
        return positive - np.where(alike >= greatest, second, greatest)
    lead = np.empty_like(positive)
    for group in np.unique(groups):
        inside = groups == group
        others = positive[:, ~inside].max(axis=1, initial=0.0)
        lead[:, inside] = positive[:, inside] - others[:, None]
    return lead

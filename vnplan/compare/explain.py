"""Why a duty has the status that it has."""

from __future__ import annotations

from collections.abc import Container, Sequence

from vnplan.compare import compare, settle, without_stages
from vnplan.compare.align import EVIDENCE, IMPOSSIBLE, judge, sureness, weigh
from vnplan.compare.similar import WORD
from vnplan.compare.units import Unit, find_units
from vnplan.records import Candidate, DiffItem, Explanation, Plan, Thresholds
from vnplan.views import lowered

MOST_CANDIDATES = 5


def explain(
    parent: Plan, child: Plan, identity: str, *, thresholds: Thresholds | None = None
) -> Explanation:
    """Why the duty with that id (``d7``) has its status, or the first of that section (``II.1``).

    Raises ``KeyError`` where the difference of the two plans has no such item.
    """
    result = compare(parent, child, thresholds=thresholds)
    name = identity.strip().lower()
    named = (one for one in result.items if name and name in names_of(one))
    item = next(named, None)
    if item is None:
        raise KeyError(identity)
    limits = result.summary.thresholds
    candidates: tuple[Candidate, ...] = ()
    duties, answers = find_units(parent), find_units(child)
    settled = settle(duties, answers, parent, child)
    rest = [duty for place, duty in enumerate(duties) if place not in settled]
    free = without_stages(answers)
    row = next(
        (
            place
            for place, duty in enumerate(rest)
            if item.parent is not None and (duty.kind, duty.span) == (item.kind, item.parent.span)
        ),
        None,
    )
    if row is not None and free:
        candidates = find_candidates(rest, free, row)
    best = candidates[0].score if candidates else 0.0
    decided = "sure" if best >= limits.sure else "review" if best >= limits.review else "below"
    if item.kind == "legal_basis":
        decided = "settled"
    elif item.status in ("added", "undetermined"):
        decided = "added" if item.status == "added" else "unreadable"
    elif row is None or item.status == "not_applicable":
        decided = "settled"
    elif item.status == "missing" and decided != "below":
        decided = "refused"
    elif item.status != "missing" and decided == "below":
        decided = "itself"
    return Explanation.model_validate(
        {"item": item, "decided": decided, "candidates": candidates, "thresholds": limits}
    )


def names_of(item: DiffItem) -> tuple[str, ...]:
    """What an item may be called by: its id, the section of the duty."""
    return (item.id, item.parent.section.lower()) if item.parent is not None else (item.id,)


def find_candidates(
    duties: Sequence[Unit], answers: Sequence[Unit], row: int
) -> tuple[Candidate, ...]:
    """The likeliest answers of one of the duties, in the order in which they are preferred."""
    found = weigh(duties, answers)
    chances = sureness(found.values, judge())
    said = set(WORD.findall(lowered(duties[row].text)))
    candidates = []
    for column in (-found.choice[row]).argsort(kind="stable")[:MOST_CANDIDATES].tolist():
        if found.likeness[row, column] <= IMPOSSIBLE:
            continue
        unit = answers[column]
        candidates.append(
            Candidate(
                text=unit.text,
                span=unit.span,
                section=unit.section,
                score=float(chances[row, column]),
                evidence=dict(zip(EVIDENCE, found.values[row, column].tolist(), strict=True)),
                shared=shared_words(unit.text, said),
            )
        )
    return tuple(candidates)


def shared_words(text: str, said: Container[str]) -> tuple[str, ...]:
    """The words of a text that are among those said, in order, each once."""
    words = dict.fromkeys(WORD.findall(text.lower()))
    return tuple(word for word in words if lowered(word) in said)

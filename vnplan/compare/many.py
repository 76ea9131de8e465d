"""One parent against many children, and one child under several parents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from vnplan.compare import compare
from vnplan.records import (
    UNANSWERED,
    MatrixChild,
    MatrixRow,
    Plan,
    PlanDiff,
    PlanMatrix,
    Span,
)


def as_matrix(diffs: Sequence[PlanDiff], drafts: Collection[int] = ()) -> PlanMatrix:
    """The matrix of the differences of one parent with its children, at least one.

    ``drafts`` are the places of those that are no more; what they answer is shown, not counted.
    Raises ``ValueError`` where there is none, or where they are not all of one parent.
    """
    if not diffs:
        raise ValueError("a matrix needs at least one difference")
    items = [[item for item in diff.items if item.parent is not None] for diff in diffs]
    duties = [(item.id, item.kind, item.parent) for item in items[0]]
    if any([(item.id, item.kind, item.parent) for item in other] != duties for other in items):
        raise ValueError("the differences are not all of one parent")
    rows = []
    for place, (identity, kind, words) in enumerate(duties):
        assert words is not None
        statuses = tuple(column[place].status for column in items)
        excused = tuple(column[place].excused for column in items)
        told = enumerate(zip(statuses, excused, strict=True))
        owed = (status for at, (status, spared) in told if not spared and at not in drafts)
        row = MatrixRow(
            id=identity,
            kind=kind,
            parent=words,
            statuses=statuses,
            excused=excused,
            unanswered=sum(status in UNANSWERED for status in owed),
        )
        rows.append(row)
    return PlanMatrix(
        parent=diffs[0].parent,
        children=tuple(
            MatrixChild(plan=diff.child, summary=diff.summary, draft=at in drafts)
            for at, diff in enumerate(diffs)
        ),
        rows=tuple(sorted(rows, key=lambda row: -row.unanswered)),
    )


def compare_with_parents(parents: Iterable[Plan], child: Plan) -> list[PlanDiff]:
    """The difference of a child with each of its parents.

    What the child has for the sake of one parent is not ``added`` under another.
    """
    diffs = [compare(parent, child) for parent in parents]
    answers = [_answers(diff) for diff in diffs]
    return [
        _without(diff, set().union(*answers[:place], *answers[place + 1 :]))
        for place, diff in enumerate(diffs)
    ]


def _answers(diff: PlanDiff) -> set[Span]:
    """Where the child answers a duty of the parent's."""
    return {words.span for item in diff.items if item.status != "added" for words in item.child}


def _without(diff: PlanDiff, answers: set[Span]) -> PlanDiff:
    """The difference without added items that answer somebody else, numbered anew."""
    kept = [
        item
        for item in diff.items
        if item.status != "added" or not any(words.span in answers for words in item.child)
    ]
    if len(kept) == len(diff.items):
        return diff
    added = Counter(item.status for item in kept)["added"]
    return diff.model_copy(
        update={
            "items": tuple(
                item.model_copy(update={"id": f"d{number}"}) for number, item in enumerate(kept, 1)
            ),
            "summary": diff.summary.model_copy(update={"added": added}),
        }
    )

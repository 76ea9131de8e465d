"""Which stage of the child's timetable answers which of the parent's: by name, then by period."""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.compare.values import compare_periods
from vnplan.records import Phase
from vnplan.views import clean, lowered


def match_phases(parents: Sequence[Phase], children: Sequence[Phase]) -> list[int | None]:
    """For each stage of the parent's the place of the child's that answers it, each used once.

    The same name decides (``Giai đoạn 1``), then the very same period.
    """
    answers: list[int | None] = [None] * len(parents)
    free = list(range(len(children)))
    for fits in (_same_name, _same_period):
        for place, phase in enumerate(parents):
            if answers[place] is None:
                found = next((j for j in free if fits(phase, children[j])), None)
                if found is not None:
                    free.remove(found)
                    answers[place] = found
    return answers


def _same_name(one: Phase, two: Phase) -> bool:
    name = lowered(clean(one.name))
    return bool(name) and name == lowered(clean(two.name))


def _same_period(one: Phase, two: Phase) -> bool:
    dated = one.start is not None and one.end is not None
    return (
        dated and (two.start is not None or two.end is not None) and not compare_periods(one, two)
    )

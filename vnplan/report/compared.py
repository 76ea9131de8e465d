"""What a face of a difference is made of."""

from __future__ import annotations

from typing import NamedTuple

from vnplan.records import Plan, PlanDiff


class Compared(NamedTuple):
    """A difference with the two records and the files that they were read from, as named."""

    result: PlanDiff
    parent: Plan
    child: Plan
    parent_path: str
    child_path: str

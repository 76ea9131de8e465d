"""What became of a parent's duties since an earlier comparison."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from vnplan.errors import UnreadableFile
from vnplan.fingerprint import with_fingerprints
from vnplan.gold import read_record
from vnplan.records import SCHEMA_VERSION, DiffItem, PlanDiff, Since, Status

Course = Literal["worse", "better", "changed", "unchanged"]

# the graver, the more is left to do
GRAVITY: dict[Status, int] = {
    "covered": 0,
    "not_applicable": 0,
    "undetermined": 1,
    "altered": 2,
    "partial": 3,
    "missing": 4,
}
STRICTER = ("earlier", "higher")  # effects of a change that nobody has to mend


def read_earlier(path: Path) -> PlanDiff:
    """The difference that ``vnplan diff --format json`` once wrote to a file.

    Raises ``UnreadableFile`` for anything else.
    """
    record = read_record(path)
    version = record.get("schema_version", SCHEMA_VERSION)
    if version != SCHEMA_VERSION:
        raise UnreadableFile(path, "since_version", found=version, expected=SCHEMA_VERSION)
    try:
        return PlanDiff.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise UnreadableFile(path, "since_record", found=f"{where}: {first['msg']}") from None


def add_since(diff: PlanDiff, earlier: PlanDiff) -> PlanDiff:
    """The difference with what became of each duty since an earlier one of the same plans.

    A duty is known again by its fingerprint. What only the child has is left out.
    """
    asked = [item for item in with_fingerprints(earlier.items) if item.parent is not None]
    known = {item.fingerprint: item for item in asked}
    found: dict[str, list[str]] = {name: [] for name in Since.model_fields if name != "before"}
    same = set()
    items = with_fingerprints(diff.items)
    for item in items:
        if item.parent is None:
            continue
        before = known.pop(item.fingerprint, None)
        course = "new" if before is None else course_of(before, item)
        found[course].append(item.id)
        if course == "unchanged":
            same.add(item.fingerprint)
    found["gone"] = [item.id for item in known.values()]
    since = Since.model_validate(
        {**found, "before": tuple(item for item in asked if item.fingerprint not in same)}
    )
    return diff.model_copy(update={"items": items, "since": since})


def course_of(before: DiffItem, now: DiffItem) -> Course:
    """What became of one duty: by its status, then by what is left to mend.

    A duty that is no longer the child's, that could not be judged any more or that somebody
    excused is not answered any better. One whose excuse is over is worse.
    """
    if before.excused != now.excused and GRAVITY[now.status]:
        return "changed" if now.excused else "worse"
    if before.status == now.status:
        return course_of_faults(before, now)
    if GRAVITY[now.status] > GRAVITY[before.status]:
        return "worse"
    mended = GRAVITY[now.status] < GRAVITY[before.status]
    return "better" if mended and now.status not in NOT_MENDED else "changed"


NOT_MENDED: tuple[Status, ...] = ("not_applicable", "undetermined")


def course_of_faults(before: DiffItem, now: DiffItem) -> Course:
    """What became of a duty whose status is the same."""
    old, new = faults(before), faults(now)
    if new != old:
        return "worse" if new > old else "better" if new < old else "changed"
    same = (before.changes, before.reason) == (now.changes, now.reason)
    return "unchanged" if same else "changed"


def faults(item: DiffItem) -> set[Hashable]:
    """What there is to mend: the acts that are not there, the values that are laxer."""
    return {*item.missing_acts} | {one for one in item.changes if one.effect not in STRICTER}

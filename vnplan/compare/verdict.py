"""What became of one duty, before it is numbered."""

from __future__ import annotations

from typing import NamedTuple

from vnplan.records import Change, DiffItem, DutyKind, Evidence, Status


class Verdict(NamedTuple):
    """The status of a duty with its proof; ``child`` are the answers shown."""

    status: Status
    score: float
    child: tuple[Evidence, ...] = ()
    missing_acts: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    reason: str | None = None

    def in_doubt(self) -> Verdict:
        """The same, but nothing is missing: a side was read too badly to tell."""
        found = tuple(change for change in self.changes if change.to is not None)
        if self.status == "altered" and found:
            return self._replace(changes=found)
        if self.status not in ("missing", "partial", "altered"):
            return self
        return self._replace(status="undetermined", score=0.5, missing_acts=(), changes=())

    def item(self, kind: DutyKind, parent: Evidence) -> DiffItem:
        """The item of the difference that tells it, not yet numbered."""
        return DiffItem(
            id="",
            kind=kind,
            status=self.status,
            parent=parent,
            child=self.child,
            score=self.score,
            missing_acts=self.missing_acts,
            changes=self.changes,
            reason=self.reason,
        )

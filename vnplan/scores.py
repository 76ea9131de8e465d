"""The nouns of an evaluation: what was counted, what it comes to, and what went wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import Field

from vnplan.records import Record

SCALARS = (
    "kind",
    "number.text",
    "number.serial",
    "number.symbol",
    "place",
    "date.year",
    "date.month",
    "date.day",
    "date.quarter",
    "title",
    "issuing_body.name",
    "issuing_body.superior",
    "issuing_body.level",
    "signatory.name",
    "signatory.position",
)
LISTS = (
    "legal_bases",
    "citations",
    "sections",
    "phases",
    "deadlines",
    "criteria",
    "awards",
    "obligations",
    "recipients",
)
FIELDS = SCALARS + LISTS

Points = tuple[float, float]  # won, and how many there were to win
NO_POINTS = (0.0, 0.0)


class Mistake(Record):
    """Something that gold and prediction do not share, in words.

    ``missed`` and ``extra`` are items that only one side has, ``differs`` is a value: a
    scalar field's, or an ``attribute`` of the pair that ``item`` tells.
    """

    kind: Literal["missed", "extra", "differs"]
    item: str = ""
    attribute: str | None = None
    gold: str | None = None
    pred: str | None = None


class Tally(Record):
    """Counts of one field: what gold has, what was predicted, and how many of them match.

    ``points`` are those that each attribute won, and how many there were to win. A figure
    of nothing at all is None.
    """

    gold: int = 0
    pred: int = 0
    matched: int = 0
    points: dict[str, Points] = Field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()

    @property
    def precision(self) -> float | None:
        """The share of the predicted that gold has too."""
        return ratio(self.matched, self.pred)

    @property
    def recall(self) -> float | None:
        """The share of gold that was predicted."""
        return ratio(self.matched, self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return ratio(2 * self.matched, self.gold + self.pred)

    @property
    def attributes(self) -> dict[str, float | None]:
        """The share of its points that each attribute won."""
        return {name: ratio(won, out_of) for name, (won, out_of) in self.points.items()}

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            gold=self.gold + other.gold,
            pred=self.pred + other.pred,
            matched=self.matched + other.matched,
            points=added(self.points, other.points),
            mistakes=self.mistakes + other.mistakes,
        )

    def figures(self) -> dict[str, Any]:
        """Counts, precision, recall, F1 and attributes, as plain values."""
        return {
            "gold": self.gold,
            "pred": self.pred,
            "matched": self.matched,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "attributes": self.attributes,
        }


class Scores(Record):
    """The tally of each field, of one document or of several: ``sum(scores, Scores())``.

    A macro F1 is the mean over the fields that have an F1: those that gold or prediction
    says anything of.
    """

    fields: dict[str, Tally] = Field(default_factory=dict)

    @property
    def macro_f1(self) -> float | None:
        """The mean F1 of all fields."""
        return mean_f1(self.fields.values())

    @property
    def macro_f1_scalars(self) -> float | None:
        """The mean F1 of the fields that hold one value."""
        return mean_f1(self.fields[name] for name in SCALARS if name in self.fields)

    @property
    def macro_f1_lists(self) -> float | None:
        """The mean F1 of the fields that hold items."""
        return mean_f1(self.fields[name] for name in LISTS if name in self.fields)

    def __add__(self, other: Scores) -> Scores:
        fields = dict(self.fields)
        for name, tally in other.fields.items():
            fields[name] = fields.get(name, Tally()) + tally
        return Scores(fields=fields)

    def figures(self) -> dict[str, Any]:
        """The figures of each field under ``fields``, and the three macro F1."""
        return {
            "fields": {name: tally.figures() for name, tally in self.fields.items()},
            "macro_f1_scalars": self.macro_f1_scalars,
            "macro_f1_lists": self.macro_f1_lists,
            "macro_f1": self.macro_f1,
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """The figures as JSON; the mistakes are left out."""
        return json.dumps(self.figures(), ensure_ascii=False, indent=indent)

    def rows(self) -> list[dict[str, Any]]:
        """A flat dictionary for each field, ready for ``pandas.DataFrame``."""
        rows = []
        for name, tally in self.fields.items():
            figures = tally.figures()
            attributes = figures.pop("attributes")
            rows.append({"field": name, **figures, **attributes})
        return rows


def ratio(part: float, whole: float) -> float | None:
    """The share, None of nothing."""
    return part / whole if whole else None


def mean_f1(tallies: Iterable[Tally]) -> float | None:
    """The mean F1 of those that have one, None where none has."""
    values = [tally.f1 for tally in tallies if tally.f1 is not None]
    return ratio(sum(values), len(values))


def added(points: Mapping[str, Points], more: Mapping[str, Points]) -> dict[str, Points]:
    """The points of both, attribute by attribute."""
    total = dict(points)
    for name, (won, out_of) in more.items():
        before = total.get(name, NO_POINTS)
        total[name] = (before[0] + won, before[1] + out_of)
    return total

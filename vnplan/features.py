"""Plans as numbers for scikit-learn: ``PlanFeatures``, a transformer as any in a ``Pipeline``.

What is counted is what a record says, not its words; beside a vectorizer of words it stands in a
``FeatureUnion``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from vnplan import parse
from vnplan.records import (
    Audience,
    Date,
    Level,
    Occasion,
    Part,
    Plan,
    PlanKind,
    Recurrence,
    Role,
)

Values = Mapping[str, float]


class PlanFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Numbers of each plan; a plan is its text or its record (``Plan``).

    ``groups`` are those of ``GROUPS`` that are wanted, all by default: ``level`` and ``kind`` tell
    outright what a model may have to guess. A column is named by its group and what it counts,
    ``sections_award``. Forms of award and types of cited documents are columns if at least
    ``least`` of the plans that ``fit`` saw have them.
    """

    def __init__(self, *, groups: Sequence[str] | None = None, least: int = 1) -> None:
        self.groups = groups
        self.least = least

    def fit(self, X: Iterable[str | Plan], y: object = None) -> PlanFeatures:
        """Learns which forms of award and which types of cited documents there are.

        Raises ``ValueError`` for a group that there is none of, and where there is no plan.
        """
        self._learn(map(self._values, records(X)))
        return self

    def fit_transform(self, X: Iterable[str | Plan], y: object = None, **params: Any) -> Any:
        """The same as ``fit`` and ``transform``; each text is read once."""
        values = [self._values(plan) for plan in records(X)]
        self._learn(values)
        return self._array(values)

    def transform(self, X: Iterable[str | Plan]) -> Any:
        """A row of numbers for each plan."""
        check_is_fitted(self)
        return self._array([self._values(plan) for plan in records(X)])

    def get_feature_names_out(self, input_features: object = None) -> Any:
        """The names of the columns."""
        check_is_fitted(self)
        return np.array(self.feature_names_, dtype=object)

    def _wanted(self) -> Sequence[str]:
        return tuple(GROUPS) if self.groups is None else self.groups

    def _values(self, plan: Plan) -> Values:
        return {
            f"{group}_{name}": value
            for group in self._wanted()
            for name, value in count_group(group, plan).items()
        }

    def _learn(self, values: Iterable[Values]) -> None:
        always = list(self._values(Plan()))
        seen = Counter(name for found in values for name in found)
        if not seen and always:
            raise ValueError("no plan to learn from: X has 0 sample(s), at least 1 is required")
        new = sorted(name for name in seen.keys() - set(always) if seen[name] >= self.least)
        self.feature_names_ = [*always, *new]

    def _array(self, values: Sequence[Values]) -> Any:
        rows = [[found.get(name, 0.0) for name in self.feature_names_] for found in values]
        return np.array(rows, dtype=np.float64).reshape(len(rows), len(self.feature_names_))

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.no_validation = True  # of shapes: a plan is a text
        return tags


def records(X: Iterable[str | Plan]) -> Iterator[Plan]:
    """The records of texts; raises ``TypeError`` for what is no row of texts or records."""
    if isinstance(X, (str, Plan)) or getattr(X, "ndim", 1) != 1:
        raise TypeError(f"a list of plans is expected, not {type(X).__name__}")
    return (x if isinstance(x, Plan) else parse(x) for x in X)


def count_group(group: str, plan: Plan) -> Values:
    """The values of one group; raises ``ValueError`` if there is no such group."""
    if group not in GROUPS:
        raise ValueError(f"no group {group!r}; choose from {', '.join(GROUPS)}")
    return GROUPS[group](plan)


# ---------------------------------------------------------------- what is counted


def counted(kinds: object, found: Iterable[str | None]) -> dict[str, float]:
    """How often each word of a closed list was found, in the order of the list."""
    often = Counter(found)
    return {str(kind): float(often[kind]) for kind in get_args(kinds)}


def share(part: float, whole: float) -> float:
    """A part of a whole, 0 of nothing."""
    return part / whole if whole else 0.0


def of_kind(plan: Plan) -> Values:
    """What the document is, one of them 1."""
    return counted(PlanKind, [plan.kind])


def of_level(plan: Plan) -> Values:
    """The level of the issuing body, one of them 1; all 0 where it is not known."""
    body = plan.issuing_body
    return counted(Level, [body.level if body else None])


def of_sections(plan: Plan) -> Values:
    """Sections by what they are for, how many in all, and how deep they go."""
    walked = list(plan.walk())
    depth = max((path.count(".") + 1 for path, _ in walked), default=0)
    roles = counted(Role, (section.role for _, section in walked))
    return {**roles, "count": float(len(walked)), "depth": float(depth)}


def of_obligations(plan: Plan) -> Values:
    """Obligations by the role of their section, their acts, and how many have what."""
    duties = plan.obligations
    return {
        **counted(Role, (duty.kind for duty in duties)),
        "count": float(len(duties)),
        "acts": float(sum(len(duty.acts) for duty in duties)),
        "with_actor": share(sum(bool(duty.actors) for duty in duties), len(duties)),
        "with_deadline": share(sum(duty.deadline is not None for duty in duties), len(duties)),
        "with_target": share(sum(bool(duty.targets) for duty in duties), len(duties)),
        "with_product": share(sum(bool(duty.products) for duty in duties), len(duties)),
    }


def of_actors(plan: Plan) -> Values:
    """Who must act by their part, and how many names there are."""
    actors = [actor for duty in plan.obligations for actor in duty.actors]
    names = {actor.name for actor in actors}
    return {**counted(Part, (actor.part for actor in actors)), "names": float(len(names))}


def of_deadlines(plan: Plan) -> Values:
    """Deadlines by quarter of the year and by recurrence, and how many in all."""
    often = Counter(quarter_of(deadline.date) for deadline in plan.deadlines)
    return {
        **{f"q{quarter}": float(often[quarter]) for quarter in (1, 2, 3, 4)},
        **counted(Recurrence, (deadline.recurrence for deadline in plan.deadlines)),
        "count": float(len(plan.deadlines)),
    }


def quarter_of(date: Date | None) -> int | None:
    """The quarter of a date, as far as it is known."""
    if date is None or date.month is None:
        return date.quarter if date is not None else None
    return (date.month + 2) // 3


def of_targets(plan: Plan) -> Values:
    """Quantities to reach: all, those in percent, and those of all there is."""
    targets = [target for duty in plan.obligations for target in duty.targets]
    percents = [target.value for target in targets if target.unit == "%"]
    return {
        "count": float(len(targets)),
        "percent": float(len(percents)),
        "hundred_percent": float(percents.count(100)),
    }


def of_criteria(plan: Plan) -> Values:
    """Standards for being rewarded, by whom they are for."""
    return {
        **counted(Audience, (criterion.audience for criterion in plan.criteria)),
        "count": float(len(plan.criteria)),
    }


def of_awards(plan: Plan) -> Values:
    """Awards by form, by occasion and by whom they are for."""
    return {
        **counted(Occasion, (award.occasion for award in plan.awards)),
        **counted(Audience, (award.audience for award in plan.awards)),
        "count": float(len(plan.awards)),
        **by_word(award.form for award in plan.awards),
    }


def of_citations(plan: Plan) -> Values:
    """Cited documents by type, and how many of them are legal bases."""
    return {
        "count": float(len(plan.citations)),
        "legal_bases": float(len(plan.legal_bases)),
        **by_word(citation.type for citation in plan.citations),
    }


def by_word(found: Iterable[str]) -> dict[str, float]:
    """How often each word was found."""
    return {word: float(count) for word, count in Counter(found).items()}


def of_recipients(plan: Plan) -> Values:
    """How many recipients, and how many who sign."""
    return {
        "count": float(len(plan.recipients)),
        "signatories": float(len(plan.signatories) or (plan.signatory is not None)),
    }


def of_phases(plan: Plan) -> Values:
    """How many stages the timetable has."""
    return {"count": float(len(plan.phases))}


def of_length(plan: Plan) -> Values:
    """How long the text is, in characters, words and lines, and how long a duty."""
    text = plan.text or ""
    duties = [len(duty.text) for duty in plan.obligations]
    return {
        "characters": float(len(text)),
        "syllables": float(len(text.split())),
        "lines": float(sum(1 for line in text.split("\n") if line.strip())),
        "of_obligation": share(sum(duties), len(duties)),
    }


def of_doubts(plan: Plan) -> Values:
    """How much was read with doubt, or not at all: the share of the text that no field has."""
    unread = sum(end - start for start, end in plan.unclaimed)
    return {
        "count": float(len(plan.doubts)),
        "unclaimed": share(unread, len(plan.text or "")),
    }


GROUPS: dict[str, Callable[[Plan], Values]] = {
    "kind": of_kind,
    "level": of_level,
    "sections": of_sections,
    "obligations": of_obligations,
    "actors": of_actors,
    "deadlines": of_deadlines,
    "targets": of_targets,
    "criteria": of_criteria,
    "awards": of_awards,
    "citations": of_citations,
    "recipients": of_recipients,
    "phases": of_phases,
    "length": of_length,
    "doubts": of_doubts,
}

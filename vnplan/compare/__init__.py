"""The difference of two plans: pair, align, judge.

``compare`` reads like this: the parent's duties and the child's units are found, those that
are another body's set aside, awards and stages matched by what they are, the rest aligned
with what may answer them, and each judged. Only records are read, never a document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from vnplan.closings import asks_no_more, closes, has_it_carried_out
from vnplan.compare.align import align
from vnplan.compare.applies import Bearer, read_bearer, reason_against
from vnplan.compare.grounds import judge_ground, read_identity
from vnplan.compare.judge import (
    THRESHOLDS,
    is_garbled,
    judge_award,
    judge_duty,
    judge_phase,
    read_badly,
    read_itself,
)
from vnplan.compare.mixed_up import find_mix_up
from vnplan.compare.phases import match_phases
from vnplan.compare.rewards import match_awards
from vnplan.compare.similar import Likeness
from vnplan.compare.subject import find_subject
from vnplan.compare.units import Unit, find_units
from vnplan.compare.verdict import Verdict
from vnplan.fingerprint import sha256_of, with_fingerprints
from vnplan.records import (
    Award,
    DiffItem,
    DiffSummary,
    Obligation,
    Phase,
    Plan,
    PlanDiff,
    PlanRef,
    Span,
    Thresholds,
)

__all__ = ["THRESHOLDS", "compare"]

SAME_WORDS = 0.75  # cosine of wordings; of what the readers gave to others none comes near it

Verdicts = dict[int, Verdict]  # by the place of the duty among the parent's


def compare(
    parent: Plan,
    child: Plan,
    *,
    thresholds: Thresholds | None = None,
    learned: Mapping[str, Any] | None = None,
) -> PlanDiff:
    """What the child's plan makes of each duty of the parent's, then the child's own.

    Items are numbered ``d1``, ``d2`` … : how the child cites the parent, the duties in the
    parent's order, what is added in the child's. The same two plans always give the same
    difference, to the byte. ``learned`` are weights of the judge (``models/judge.json``) to
    be used instead of those installed.
    """
    limits = thresholds or THRESHOLDS
    duties, answers = find_units(parent), find_units(child)
    verdicts = settle(duties, answers, parent, child)
    rest = [place for place in range(len(duties)) if place not in verdicts]
    free = without_stages(answers)
    aligned = align([duties[place] for place in rest], free, learned, likely=limits.review)
    itself = read_itself(child)
    for place, links in zip(rest, aligned.links, strict=True):
        verdicts[place] = judge_duty(
            duties[place], links, free, aligned.likeness, itself=itself, thresholds=limits
        )
    verdicts |= _judge_closing(duties, answers, verdicts)

    known = read_identity(parent)
    ground = judge_ground(known, parent, child)
    cited = ground.status
    subject = None
    if is_garbled(parent) or read_badly(child, answers):
        ground = ground.in_doubt()
        verdicts = {place: verdict.in_doubt() for place, verdict in verdicts.items()}
    elif ground.status in ("covered", "altered"):
        subject = find_subject(parent, child, duties, verdicts)
        verdicts |= dict.fromkeys(subject.outside, subject.verdict()) if subject else {}
    reach = {unit.span: near for unit, near in zip(free, aligned.reach, strict=True)}
    items = (
        ground.item("legal_basis", known.evidence()),
        *(verdicts[place].item(duty.kind, duty.evidence()) for place, duty in enumerate(duties)),
        *_added(answers, verdicts, reach),
    )
    numbered = tuple(
        item.model_copy(update={"id": f"d{number}"})
        for number, item in enumerate(with_fingerprints(items), 1)
    )
    return PlanDiff(
        parent=_reference(parent),
        child=_reference(child),
        summary=_summary(numbered, limits),
        items=numbered,
        subject=subject.words if subject else None,
        doubts=find_mix_up(parent, child, cited, numbered),
    )


def settle(duties: Sequence[Unit], answers: Sequence[Unit], parent: Plan, child: Plan) -> Verdicts:
    """The duties that need no alignment: those of others, awards, stages of one name or time."""
    bearer = read_bearer(child, parent)
    verdicts = _set_aside(duties, answers, parent, bearer)
    verdicts |= _judge_awards(duties, answers, bearer)
    return _judge_phases(duties, answers) | verdicts


def _judge_closing(duties: Sequence[Unit], answers: Sequence[Unit], verdicts: Verdicts) -> Verdicts:
    """The sentence by which the parent is to be carried out, answered by the child's own.

    Only where it would be missing: the alignment knows nothing of what such sentences are for.
    """
    asked, said = (
        max(
            (place for place, unit in enumerate(units) if unit.kind == "obligation"),
            key=lambda place: units[place].span,
            default=None,
        )
        for units in (duties, answers)
    )
    if asked is None or said is None or verdicts[asked].status != "missing":
        return {}
    duty, answer = duties[asked], answers[said]
    if not asks_no_more(duty.text, [act.text for act in duty.acts]):
        return {}
    if not closes(answer.text) or answer.deadlines:
        return {}
    if not has_it_carried_out([act.text for act in answer.acts]):
        return {}
    return {asked: Verdict("covered", 1.0, (answer.evidence(1.0),))}


def _set_aside(
    duties: Sequence[Unit], answers: Sequence[Unit], parent: Plan, bearer: Bearer | None
) -> Verdicts:
    """The duties that are somebody else's, and the stages that hold nothing but such.

    Awards are everybody's, and what the child says in nearly the same words is its own.
    """
    issuer = read_bearer(parent)
    reasons = {
        place: reason_against(duty, issuer, bearer)
        for place, duty in enumerate(duties)
        if duty.kind not in ("award", "phase")
    }
    others = [place for place, reason in reasons.items() if reason is not None]
    said = Likeness([duties[place].text for place in others], [unit.text for unit in answers])
    if others and answers:
        for place, nearest in zip(others, said.cosines().max(axis=1).tolist(), strict=True):
            if nearest >= SAME_WORDS:
                reasons[place] = None
    for place, stage in enumerate(duties):
        if stage.kind == "phase":
            inside = {reason for other, reason in reasons.items() if stage.holds(duties[other])}
            if inside and None not in inside:
                reasons[place] = min(filter(None, inside))
    return {
        place: Verdict("not_applicable", 0.9, reason=reason)
        for place, reason in reasons.items()
        if reason is not None
    }


def _judge_awards(
    duties: Sequence[Unit], answers: Sequence[Unit], bearer: Bearer | None
) -> Verdicts:
    """All awards: matched by form, authority and occasion."""
    asked = [(place, duty.item) for place, duty in enumerate(duties) if duty.kind == "award"]
    said = [unit for unit in answers if unit.kind == "award"]
    found = match_awards(
        [item for _, item in asked if isinstance(item, Award)],
        [unit.item for unit in said if isinstance(unit.item, Award)],
        bearer,
    )
    return {
        place: judge_award(said[reward.child] if reward else None, reward.changes if reward else ())
        for (place, _), reward in zip(asked, found, strict=True)
    }


def _judge_phases(duties: Sequence[Unit], answers: Sequence[Unit]) -> Verdicts:
    """The stages that have one of the same name or period beside them."""
    asked = [(place, duty.item) for place, duty in enumerate(duties)]
    stages = [(place, item) for place, item in asked if isinstance(item, Phase)]
    said = [(unit, unit.item) for unit in answers if isinstance(unit.item, Phase)]
    found = match_phases([phase for _, phase in stages], [phase for _, phase in said])
    return {
        place: judge_phase(phase, said[other][0])
        for (place, phase), other in zip(stages, found, strict=True)
        if other is not None
    }


def without_stages(answers: Sequence[Unit]) -> list[Unit]:
    """The units that may answer by their words.

    A stage whose words are a duty is none, nor one that has no words but its name and time.
    """
    provisions = [unit for unit in answers if isinstance(unit.item, Obligation)]
    return [
        unit
        for unit in answers
        if unit.kind != "award"
        and not (
            isinstance(unit.item, Phase)
            and (says_only_when(unit.item) or any(unit.holds(one) for one in provisions))
        )
    ]


def says_only_when(phase: Phase) -> bool:
    """Whether a stage has next to no words beside its name and its period."""
    times = {date.text for date in (phase.start, phase.end) if date is not None}
    return len(phase.text) - len(phase.name) - sum(map(len, times)) <= 24


def _added(
    answers: Sequence[Unit], verdicts: Verdicts, reach: Mapping[Span, float]
) -> list[DiffItem]:
    """What only the child has, the surer the less it is like any duty."""
    used = {one.span for verdict in verdicts.values() for one in verdict.child}
    return [
        DiffItem(
            id="",
            kind=unit.kind,
            status="added",
            child=(unit.evidence(),),
            score=round(1 - reach.get(unit.span, 0.5) / 2, 3),
        )
        for unit in answers
        if unit.span not in used
        and (
            unit.kind == "award"
            or unit.span in reach
            or (isinstance(unit.item, Phase) and says_only_when(unit.item))
        )
    ]


def _summary(items: Sequence[DiffItem], limits: Thresholds) -> DiffSummary:
    counts: dict[str, object] = dict(Counter(item.status for item in items))
    return DiffSummary.model_validate(counts | {"thresholds": limits})


def _reference(plan: Plan) -> PlanRef:
    return PlanRef(
        name=plan.source.name,
        sha256=plan.source.sha256,
        number=plan.number.text if plan.number else None,
        date=plan.date,
        title=plan.title,
        issuing_body=plan.issuing_body.name if plan.issuing_body else None,
        words_sha256=sha256_of(plan.text) if plan.text is not None else None,
    )

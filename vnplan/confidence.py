"""How sure each part of a record is: how often a reading with such evidence turned out right.

The evidence is what the parser knows anyway, as numbers from 0 to 1; the weights come from
``models/train_confidence.py``, which fits them to the annotated plans.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate
from operator import mul
from typing import Any, Literal, NamedTuple

from vnplan.broken import MOST_IN_SOUND_TEXT, is_broken
from vnplan.extract.acts import START_VERB
from vnplan.extract.provisions import Provision
from vnplan.outline import Node, Outline
from vnplan.patterns import pattern
from vnplan.records import (
    AnyRecord,
    Citation,
    Confidence,
    Date,
    Doubt,
    IssuingBody,
    Number,
    Obligation,
    Plan,
    Record,
    Role,
    Signatory,
    Span,
)
from vnplan.text import Page
from vnplan.trained import load
from vnplan.views import folded

Kind = Literal[
    "obligation", "citation", "number", "place", "date", "title", "issuing_body", "signatory"
]
Values = tuple[float, ...]  # of the evidence, in the order of its names
LOW = 0.5  # below it a person should look
ISSUER_DOUBTS = frozenset(("issuer_disagrees", "issuer_from_symbol"))
LEAST, MOST = 0.01, 0.99  # nothing that a program reads is certain

SOUND = 0.03  # the share of broken words that names and loans alone make up
# takes: 417/QĐ-BXD    31-CT/TW    45/2031/NĐ-CP    not: 4Z7/QĐ-BXD    417/QĐ
WELL_FORMED = pattern(
    r"\d{1,6}[a-zđ]?(?:/\d{4})?[/-]\p{Lu}[\p{Lu}a-zđ]{0,6}\d{0,2}(?:[/-][\p{Lu}\p{Ll}\d&.]+){1,3}"
)

# what every reading shares: how the whole text was read
WHOLE = ("page_damage", "page_damaged", "untyped")
ROLES: tuple[Role, ...] = (
    "requirement",
    "target",
    "content",
    "solution",
    "timeline",
    "award",
    "implementation",
    "funding",
    "reporting",
)
EVIDENCE: dict[Kind, tuple[str, ...]] = {
    "obligation": (
        *WHOLE,
        "own_damage",
        "verb_first",
        "actor",
        "several_acts",
        "short",
        "long",
        "unended",
        "lower_first",
        "labelled_words",
        "times",
        *ROLES,
        "other_kind",
        "closing",
        "row",
        "head",
        "item",
        "under_lead_in",
        "in_parts",
        "inherited_role",
        "guessed_role",
        "silent_role",
        "damaged_label",
    ),
    "citation": (
        *WHOLE,
        "own_damage",
        "no_number",
        "odd_number",
        "no_date",
        "no_issuer",
        "no_title",
        "base",
    ),
    "number": (*WHOLE, "no_serial", "odd_number", "fits_issuer"),
    "place": (*WHOLE, "own_damage", "in_issuer", "several_words"),
    "date": (*WHOLE, "blanks", "before_cited"),
    "title": (*WHOLE, "own_damage", "short", "long", "odd_end"),
    "issuing_body": (
        *WHOLE,
        "own_damage",
        "no_level",
        "superior",
        "fits_number",
        "named_again",
        "disputed",
    ),
    "signatory": (*WHOLE, "no_name", "no_position", "odd_name", "on_behalf"),
}
ROLE_VALUES: dict[Role, Values] = {
    role: tuple(float(role == other) for other in ROLES) for role in ROLES
}
NO_ROLE = (0.0,) * len(ROLES)


class Reading(NamedTuple):
    """A part of a record as it was read: what it is, its value, where it stands, its evidence."""

    kind: Kind
    value: Record | str
    span: Span | None
    evidence: Values


class Surroundings:
    """What holds for all the readings of one document.

    ``share`` is that of broken words; ``spans`` tells where place, date and title stand.
    """

    def __init__(
        self,
        page: Page,
        outline: Outline,
        provisions: Iterable[Provision],
        plan: Plan,
        share: float,
        spans: Mapping[str, Span] | None = None,
    ) -> None:
        self.page = page
        self.plan = plan
        self.spans = spans or {}
        extent = min(1.0, max(0.0, share - SOUND) / (MOST_IN_SOUND_TEXT - SOUND))
        self.whole = (share, extent, float(outline.type_line is None))
        self.damaged = {id(node) for node in outline.damaged}
        self.sections: dict[int, Values] = {}
        self.provisions = {provision.start: provision for provision in provisions}
        self.body = folded(plan.issuing_body.name) if plan.issuing_body is not None else ""

    def section(self, node: Node) -> Values:
        """The evidence of a section, which all its duties share."""
        found = self.sections.get(id(node))
        if found is None:
            found = self.sections[id(node)] = section_evidence(self, node)
        return found

    def damage(self, words: str) -> float:
        """The share of broken words; not looked for in a sound text."""
        if not self.whole[1]:
            return 0.0
        told = [broken for word in words.split() if (broken := is_broken(word)) is not None]
        return sum(told) / len(told) if told else 0.0

    def symbol_fits(self) -> float:
        """1 where the number's symbol begins with the initials of the issuing body."""
        symbol = self.plan.number.symbol if self.plan.number is not None else None
        short = "".join(filter(str.isalpha, folded((symbol or "").rpartition("-")[2])))
        initials = "".join(word[0] for word in self.body.split())
        return float(bool(short) and initials.startswith(short[:3]))


# ---------------------------------------------------------------- evidence


def obligation_evidence(about: Surroundings, duty: Obligation) -> Values:
    """Evidence that a provision is a duty, of its kind and with its bounds."""
    page, work = about.page, about.page.work
    start, end = duty.span
    size = end - start
    return (
        *about.whole,
        about.damage(work[start : start + 120 if size > 120 else end]) if about.whole[1] else 0.0,
        START_VERB.match(page.low, start, end) is not None,
        bool(duty.actors),
        len(duty.acts) > 1,
        1.0 - size / 60 if size < 60 else 0.0,
        size / 800 if size < 800 else 1.0,
        work[end - 1] not in ".;:",
        work[start].islower(),
        work.find(":", start, start + 40 if size > 40 else end) > 0,
        duty.deadline is not None or duty.recurrence is not None,
        *ROLE_VALUES.get(duty.kind, NO_ROLE),
        *provision_evidence(about, about.provisions.get(start), duty.kind),
    )


def provision_evidence(about: Surroundings, provision: Provision | None, kind: Role) -> Values:
    """What the outline says of a duty: its form, how its role was found, damage to labels."""
    if provision is None:
        return (0.0,) * 11
    return (
        kind != provision.role,
        provision.closing,
        bool(provision.cells),
        provision.head,
        provision.level > 0,
        provision.lead_in is not None,
        bool(provision.parts),
        *about.section(provision.node),
    )


def section_evidence(about: Surroundings, node: Node) -> Values:
    """How far above a heading names the role, else how it was guessed; damage to labels."""
    at: Node | None = node
    top, steps, damaged = node, 0, False
    while at is not None:
        damaged = damaged or id(at) in about.damaged
        if at.named_role:
            return (min(steps, 3) / 3, 0.0, 0.0, damaged)
        steps, top, at = steps + 1, at, at.parent
    if top.guess is not None:
        return (0.0, 1.0 - top.guess, 0.0, damaged)
    return (0.0, 0.0, top.kind != "appendix", damaged)


def citation_evidence(about: Surroundings, citation: Citation) -> Values:
    """Evidence that a document is cited by this type and number, or type and title."""
    number = citation.number
    start, end = citation.span
    return (
        *about.whole,
        about.damage(about.page.work[start : min(end, start + 200)]),
        number is None,
        number is not None and WELL_FORMED.fullmatch(number) is None,
        number is not None and citation.date is None,
        number is not None and citation.issuer is None,
        citation.title is None,
        citation.relation is not None,
    )


def number_evidence(about: Surroundings, number: Number) -> Values:
    """Evidence that the number is the document's own and read whole."""
    return (
        *about.whole,
        number.serial is None,
        number.serial is not None and WELL_FORMED.fullmatch(number.text) is None,
        about.symbol_fits(),
    )


def place_evidence(about: Surroundings, place: str) -> Values:
    """Evidence for the place of issue: its spelling, and whether the issuer names it."""
    return (
        *about.whole,
        about.damage(place),
        folded(place) in about.body,
        min(1.0, max(0, len(place.split()) - 2) / 3),
    )


def date_evidence(about: Surroundings, date: Date) -> Values:
    """Evidence for the date of issue: its parts, and that nothing cited is later."""
    cited = [c.date.year for c in about.plan.citations if c.date is not None and c.date.year]
    return (
        *about.whole,
        sum(part is None for part in (date.year, date.month, date.day)) / 3,
        date.year is not None and max(cited, default=0) > date.year,
    )


def title_evidence(about: Surroundings, title: str) -> Values:
    """Evidence that the title is whole and nothing but the title."""
    words = len(title.split())
    return (
        *about.whole,
        about.damage(title),
        words < 4,
        min(1.0, words / 60),
        not (title[-1].isalnum() or title[-1] in ')"\u201d'),
    )


def body_evidence(about: Surroundings, body: IssuingBody) -> Values:
    """Evidence for the issuing body: spelling, level, that number and text name it again."""
    return (
        *about.whole,
        about.damage(body.name),
        body.level is None,
        body.superior is not None,
        about.symbol_fits(),
        about.page.bare.count(about.body) > 1,
        any(doubt.code in ISSUER_DOUBTS for doubt in about.plan.doubts),
    )


def signatory_evidence(about: Surroundings, signatory: Signatory) -> Values:
    """Evidence for who signed: name and position there, and a name of two to four words."""
    return (
        *about.whole,
        signatory.name is None,
        signatory.position is None,
        len((signatory.name or "").split()) not in (0, 2, 3, 4),
        signatory.on_behalf is not None,
    )


def readings(about: Surroundings) -> Iterator[Reading]:
    """All parts of a record that carry a confidence, with their evidence."""
    plan = about.plan
    for duty in plan.obligations:
        yield Reading("obligation", duty, duty.span, obligation_evidence(about, duty))
    for citation in (*plan.citations, *plan.legal_bases):
        yield Reading("citation", citation, citation.span, citation_evidence(about, citation))
    if (number := plan.number) is not None:
        yield Reading("number", number, number.span, number_evidence(about, number))
    if plan.place:
        span = about.spans.get("place")
        yield Reading("place", plan.place, span, place_evidence(about, plan.place))
    if plan.date is not None:
        span = about.spans.get("date")
        yield Reading("date", plan.date, span, date_evidence(about, plan.date))
    if plan.title:
        span = about.spans.get("title")
        yield Reading("title", plan.title, span, title_evidence(about, plan.title))
    if (body := plan.issuing_body) is not None:
        yield Reading("issuing_body", body, body.span, body_evidence(about, body))
    if (signatory := plan.signatory) is not None:
        yield Reading("signatory", signatory, signatory.span, signatory_evidence(about, signatory))


# ---------------------------------------------------------------- confidence


@cache
def tables() -> Mapping[str, Mapping[str, Any]] | None:
    """Kind -> its table; None where there are none, or they are of other evidence than ours."""
    model = load("confidence")
    if (
        model is None
        or {kind: tuple(table["evidence"]) for kind, table in model["tables"].items()} != EVIDENCE
    ):
        return None
    by_kind: Mapping[str, Mapping[str, Any]] = model["tables"]
    return by_kind


def confidence(table: Mapping[str, Any], evidence: Values) -> float:
    """The share of right readings with such evidence, 0 to 1, in hundredths."""
    total = table["bias"] + sum(map(mul, table["weights"], evidence))
    share = 1.0 / (1.0 + math.exp(-total))
    if not LEAST < share < MOST:
        return MOST if share > LOW else LEAST
    return round(share, 2)


def with_confidence(
    page: Page,
    outline: Outline,
    provisions: Iterable[Provision],
    plan: Plan,
    broken: float,
    spans: Mapping[str, Span],
) -> Plan:
    """The plan with a confidence for each duty, citation and scalar, and a doubt for a low one.

    ``broken`` is the share of broken words, ``spans`` tells where place, date and title
    stand. Without the trained tables the plan stays as it is.
    """
    by_kind = tables()
    if by_kind is None:
        return plan
    about = Surroundings(page, outline, provisions, plan, broken, spans)
    found = list(readings(about))
    values = [confidence(by_kind[reading.kind], reading.evidence) for reading in found]
    doubts = {
        (reading.kind, reading.span): doubt_of(reading, value, by_kind[reading.kind])
        for reading, value in zip(found, values, strict=True)
        if value < LOW
    }
    ends = list(accumulate(map(len, (plan.obligations, plan.citations, plan.legal_bases))))
    sure = {found[i].kind: values[i] for i in range(ends[-1], len(found))}
    update: dict[str, Any] = {
        "obligations": with_values(plan.obligations, values),
        "citations": with_values(plan.citations, values[ends[0] :]),
        "legal_bases": with_values(plan.legal_bases, values[ends[1] :]),
        "confidence": Confidence(
            place=sure.get("place"), date=sure.get("date"), title=sure.get("title")
        ),
        "doubts": (*plan.doubts, *doubts.values()),
    }
    for name in ("number", "issuing_body", "signatory"):
        if name in sure:
            update[name] = with_value(getattr(plan, name), sure[name])
    if plan.issuing_bodies:
        table = by_kind["issuing_body"]
        update["issuing_bodies"] = tuple(
            with_value(body, confidence(table, body_evidence(about, body)))
            for body in plan.issuing_bodies
        )
    if plan.signatories:
        table = by_kind["signatory"]
        update["signatories"] = tuple(
            with_value(signatory, confidence(table, signatory_evidence(about, signatory)))
            for signatory in plan.signatories
        )
    return plan.model_copy(update=update)


def with_value(record: AnyRecord, value: float) -> AnyRecord:
    """A record with its confidence."""
    return record.model_copy(update={"confidence": value})


def with_values(records: Iterable[AnyRecord], values: Iterable[float]) -> tuple[AnyRecord, ...]:
    """The records, each with its confidence."""
    # there may be more values than records: those of other kinds
    return tuple([with_value(r, v) for r, v in zip(records, values, strict=False)])


# what a person reads of the evidence that told against a reading, or that was missing
REASONS = {
    "page_damage": "the text is damaged",
    "page_damaged": "the text is damaged",
    "own_damage": "its words are damaged",
    "untyped": "no line says what the document is",
    "verb_first": "it begins with no verb",
    "actor": "nobody is named to act",
    "short": "it is short",
    "long": "it is long",
    "unended": "it has no end mark",
    "lower_first": "it begins in mid-sentence",
    "labelled_words": "it begins like a labelled value",
    "other_kind": "its section states something else",
    "closing": "it stands in the closing paragraph",
    "head": "it could be a heading",
    "in_parts": "its parts could be duties of their own",
    "inherited_role": "its heading names no role",
    "guessed_role": "what its section is for was guessed",
    "silent_role": "no heading says what its section is for",
    "damaged_label": "a label above it is damaged",
    "no_number": "it has no number",
    "odd_number": "its number has an odd form",
    "no_date": "it has no date",
    "no_issuer": "it has no issuer",
    "no_title": "it has no title",
    "no_serial": "it has no serial",
    "fits_issuer": "its symbol does not fit the issuing body",
    "in_issuer": "the issuing body does not name it",
    "blanks": "parts of it are blank",
    "before_cited": "a document that is cited is later",
    "odd_end": "it ends oddly",
    "no_level": "its level is unknown",
    "fits_number": "the number's symbol does not fit it",
    "named_again": "the text does not name it again",
    "disputed": "letterhead, number and text disagree",
    "no_name": "it has no name",
    "no_position": "it has no position",
    "odd_name": "the name has an odd form",
}


def doubt_of(reading: Reading, value: float, table: Mapping[str, Any]) -> Doubt:
    """A doubt that names the part, how sure it is and what told most against it."""
    name = reading.kind.replace("_", " ")
    if isinstance(reading.value, Obligation):
        name = f"{name} {reading.value.id}"
    reason = REASONS.get(against(reading, table), "such readings are often wrong")
    message = f"{name} is right with a probability of {value:.2f}: {reason}"
    return Doubt(code="low_confidence", message=message, span=reading.span)


def against(reading: Reading, table: Mapping[str, Any]) -> str:
    """The name of the evidence that took most from the confidence, beside what is usual."""
    rows = zip(
        EVIDENCE[reading.kind], table["weights"], reading.evidence, table["usual"], strict=True
    )
    return min(rows, key=lambda row: row[1] * (row[2] - row[3]))[0]

"""Whether the child's preamble cites the parent (căn cứ), and by the right number and date."""

from __future__ import annotations

from typing import NamedTuple

from vnplan.compare.units import where
from vnplan.compare.verdict import Verdict
from vnplan.compare.whose import are_surely_two
from vnplan.lexicon.duties import DECISION, WITH_DECISION
from vnplan.records import Change, Citation, Date, Evidence, Plan, Span, iso
from vnplan.views import clean, folded, lowered, number_key

SAME_TITLE = 0.5  # of the title's syllables; a date or number typed wrongly spares the title
SURE_TITLE = 0.8  # where there is nothing but the title to go by
NOWHERE = (0, 0)  # the span of what stands nowhere in the text
NEAR_WORDS = 40
NEAR_TOP = 3000  # characters in which "(Kèm theo Quyết định số …)" stands


class Identity(NamedTuple):
    """What the parent is known by: its number or that of the decision that promulgates it."""

    text: str
    span: Span
    number: str | None
    date: Date | None
    title: str | None
    issuers: tuple[str, ...] = ()

    def evidence(self, score: float | None = None) -> Evidence:
        """Its words, as they are shown in the difference."""
        return Evidence(text=self.text, span=self.span, score=score)


def judge_ground(known: Identity, parent: Plan, child: Plan) -> Verdict:
    """How the child cites the parent; undetermined where the parent has no number to cite."""
    if is_itself(parent, child):
        return Verdict("covered", 1.0, (read_identity(child).evidence(1.0),))
    bases = [cited for cited in child.legal_bases if not is_anothers(known, cited)]
    for citation in bases:
        if known.number and number_key(citation.number) == number_key(known.number):
            return _cited(citation, _changed_date(known, citation), 0.95)
    for citation in bases:
        if _is_slip(known, citation):
            return _cited(citation, _changed_number(known, citation), 0.85)
    if known.number is None and (parent.number is None or child.legal_bases):
        return Verdict("undetermined", 0.5)
    return Verdict("missing", 0.9 if child.legal_bases else 0.6)


def is_surely_cited(plan: Plan, by: Plan) -> bool:
    """Whether another plan has the plan's number and day among its grounds."""
    known = read_identity(plan)
    return known.number is not None and any(
        number_key(citation.number) == number_key(known.number)
        and not is_anothers(known, citation)
        and _days_differ(known.date, citation.date) is False
        for citation in by.legal_bases
    )


def is_anothers(known: Identity, citation: Citation) -> bool:
    """Whether the citation names an issuer that is surely none of the parent's."""
    named = citation.issuer
    if named is None or not known.issuers:
        return False
    return all(are_surely_two(named, issuer) for issuer in known.issuers)


def read_identity(plan: Plan) -> Identity:
    """The plan's own number, else that of the decision it comes with, else its title alone."""
    number = plan.number
    bodies = (plan.issuing_body, *plan.issuing_bodies)
    issuers = tuple(dict.fromkeys(body.name for body in bodies if body is not None))
    if number is not None and number.serial:
        span = number.span or where(plan, number.text) or NOWHERE
        return Identity(number.text, span, number.text, plan.date, plan.title, issuers)
    for cited in plan.citations:
        if _promulgates(cited, plan):
            named = (cited.issuer,) if cited.issuer else ()
            return Identity(cited.text, cited.span, cited.number, cited.date, plan.title, named)
    words = number.text if number else plan.title or ""
    span = (number and number.span) or where(plan, words) or NOWHERE
    return Identity(words, span, None, plan.date, plan.title, issuers)


def _promulgates(cited: Citation, plan: Plan) -> bool:
    """Whether a decision is the one that a plan says to come with: ``(Kèm theo Quyết định …)``."""
    start = cited.span[0]
    if cited.type != DECISION or cited.number is None or start >= NEAR_TOP:
        return False
    if cited in plan.legal_bases:
        return False
    if plan.text is None:
        return True
    before = lowered(plan.text[max(0, start - NEAR_WORDS) : start])
    return lowered(WITH_DECISION) in clean(before)


def is_itself(parent: Plan, child: Plan) -> bool:
    """Whether a plan stands beside itself: it has no need to cite itself."""
    numbers = [number_key(plan.number.text) if plan.number else "" for plan in (parent, child)]
    if parent.text is not None and parent.text == child.text:
        return True
    same = bool(numbers[0]) and numbers[0] == numbers[1]
    bodies = [
        folded(plan.issuing_body.name) if plan.issuing_body else "" for plan in (parent, child)
    ]
    return same and bodies[0] == bodies[1] and _days_differ(parent.date, child.date) is False


def _cited(citation: Citation, change: Change | None, score: float) -> Verdict:
    cited = Evidence(text=citation.text, span=citation.span, score=score)
    changes = (change,) if change else ()
    return Verdict("altered" if change else "covered", score, (cited,), changes=changes)


def _is_slip(known: Identity, citation: Citation) -> bool:
    """Whether a citation means the parent although the number is another or is not given.

    76/KH-UBND cited as 67/KH-UBND: the symbol, and the date or the title, are right.
    """
    likeness = _title_likeness(known.title, citation.title or citation.text)
    differ = _days_differ(known.date, citation.date)
    if citation.number is None:
        return likeness >= SURE_TITLE and differ is not True
    same_symbol = _symbol(citation.number) == _symbol(known.number or known.text)
    return same_symbol and (differ is False or likeness >= SAME_TITLE)


def _changed_number(known: Identity, citation: Citation) -> Change | None:
    if citation.number is None or known.number is None:
        return None
    return Change(field="number", from_=known.number, to=citation.number, effect="other_number")


def _changed_date(known: Identity, citation: Citation) -> Change | None:
    if not _days_differ(known.date, citation.date):
        return None
    assert known.date is not None and citation.date is not None
    return Change(field="date", from_=iso(known.date), to=iso(citation.date), effect="other_date")


def _days_differ(one: Date | None, two: Date | None) -> bool | None:
    """Whether two dates contradict each other; None if they share no part."""
    if one is None or two is None:
        return None
    parts = [
        (a, b)
        for a, b in ((one.year, two.year), (one.month, two.month), (one.day, two.day))
        if a is not None and b is not None
    ]
    return any(a != b for a, b in parts) if parts else None


def _symbol(number: str) -> str:
    """What numbers of one body and type share: ``/khubnd``, ``-ct/tw``."""
    return number_key(number).lstrip("0123456789")


def _title_likeness(one: str | None, two: str | None) -> float:
    """The share of the shorter title's syllables that the other has."""
    words = [set(lowered(clean(title or "")).split()) for title in (one, two)]
    shorter, longer = sorted(words, key=len)
    return len(shorter & longer) / len(shorter) if shorter else 0.0

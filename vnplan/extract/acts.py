"""The single acts that a provision asks for."""

from __future__ import annotations

from dataclasses import dataclass

from vnplan.lexicon import verbs as lexicon
from vnplan.patterns import any_of, pattern
from vnplan.records import Act, Span
from vnplan.text import Page

VERBS = any_of(lexicon.ACTION_VERBS)
ADVERBS = any_of(lexicon.ADVERBS)
PURPOSE = any_of(lexicon.PURPOSE_WORDS)
# takes: ; …    . Tăng cường    not: TP. Hồ Chí Minh (an abbreviation before the stop)
STOP = pattern(r";|\.(?:\.\.)?(?=\s+\p{Lu})")
BEFORE_STOP = pattern(r"[\p{Ll}\d\")%.]")
# takes: …, phát huy    … và báo cáo    not: …, để phát huy
JOINT = pattern(
    rf"{any_of((',', *lexicon.AND_WORDS))}(?:(?<=,)|(?=\s))\s*(?:{any_of(lexicon.AND_WORDS)}\s+)?"
    rf"(?=(?:{ADVERBS}\s+){{0,2}}{VERBS}\b)"
)
VERB_RUN = pattern(
    rf"(?:(?:{ADVERBS}\s+){{0,3}}{VERBS}\b(?:\s*,\s*|\s+{any_of(lexicon.AND_WORDS)}\s+|\s+)?)+"
)
# what a provision begins with that tells somebody to do something
START_VERB = pattern(rf"(?:{ADVERBS}\s+){{0,3}}{VERBS}\b")
LOOK_BACK = 500  # signs; a clause is rarely longer
IN_PURPOSE = pattern(rf"[\s,]{PURPOSE}\s[^;]*$")


def find_acts(page: Page, start: int, end: int) -> tuple[Act, ...]:
    """The acts of the clause ``[start, end)``, in order, each with its span.

    Clauses are parted by ``;`` and sentence ends, coordinated verbs only where each has an
    object of its own; what follows ``để``, ``nhằm`` or ``góp phần`` stays with its act.
    """
    acts: list[Act] = []
    for a, b in clauses(page, start, end):
        for c, d in coordinated(page, a, b):
            act = as_act(page, c, d)
            if act is not None:
                acts.append(act)
    return tuple(acts)


def clauses(page: Page, start: int, end: int) -> list[Span]:
    """The stretches between semicolons and sentence ends, outside parentheses and quotes."""
    spans: list[Span] = []
    at = start
    brackets = Brackets(page.work, start)
    for match in STOP.finditer(page.work, start, end):
        if match.group() != ";" and not BEFORE_STOP.match(page.work, match.start() - 1):
            continue
        if brackets.enclose(match.start()):
            continue
        spans.append((at, match.start()))
        at = match.end()
        brackets = Brackets(page.work, at)
    spans.append((at, end))
    return spans


@dataclass(slots=True)
class Brackets:
    """The parentheses and quotes opened since ``at``; asked for places further and further on."""

    work: str
    at: int
    parentheses: int = 0
    quotes: int = 0

    def enclose(self, place: int) -> bool:
        """Whether a place stands inside them."""
        passed = self.work[self.at : place]
        self.parentheses += passed.count("(") - passed.count(")")
        self.quotes += passed.count('"')
        self.at = place
        return self.parentheses > 0 or self.quotes % 2 == 1


def coordinated(page: Page, start: int, end: int) -> list[Span]:
    """A clause cut before each verb whose predecessor already has its object."""
    spans: list[Span] = []
    at = start
    brackets = Brackets(page.work, start)
    for match in JOINT.finditer(page.low, start, end):
        joint = match.start()
        if page.low[joint] != ",":
            joint -= 1  # the blank before the conjunction
            if joint < start or not page.low[joint].isspace():
                continue
        if brackets.enclose(joint):
            continue
        if not has_object(page, at, joint):
            continue
        opens = OPENING.match(page.low, match.end(), end) is not None
        near = max(at, joint - LOOK_BACK)
        if not opens and IN_PURPOSE.search(page.low, skip_space(page, near, end) + 1, joint):
            continue
        if names_a_thing(page, near, joint, match.end(), end):
            continue
        if not has_object(page, match.end(), end):
            continue
        spans.append((at, joint))
        at = match.end()
        brackets = Brackets(page.work, at)
    spans.append((at, end))
    return spans


def names_a_thing(page: Page, start: int, joint: int, verb: int, end: int) -> bool:
    """Whether the verb behind a comma or ``và`` is part of a noun phrase before it.

    ``công tác kiểm tra, giám sát``, ``trong việc thúc đẩy … và xây dựng …``
    """
    if page.work[verb].isupper():
        return True
    if NOUN_TAIL.match(page.low, verb, end) is not None:
        return True
    if page.low[joint] == ",":
        return NOUN_LIKE.match(page.low, verb, end) is not None
    return NOUN_LEAD.search(page.low, start, joint) is not None


OPENING = pattern(rf"{any_of(lexicon.OPENING_ADVERBS)}\b")
NOUN_LIKE = pattern(rf"(?:{ADVERBS}\s+){{0,2}}{any_of(lexicon.NOUN_LIKE_VERBS)}\b")
NOUN_TAIL = pattern(rf"{VERBS}\s+{any_of(lexicon.NOUN_TAILS)}\b")
NOUN_LEAD = pattern(rf"\s{any_of(lexicon.NOUN_LEADS)}\s")


def has_object(page: Page, start: int, end: int) -> bool:
    """Whether verbs are followed by at least two more syllables, not too far away."""
    end = min(end, start + LOOK_BACK)
    run = VERB_RUN.match(page.low, skip_space(page, start, end), end)
    rest = page.low[run.end() : end] if run is not None else page.low[start:end]
    return len(rest.split()) >= 2


def skip_space(page: Page, start: int, end: int) -> int:
    """The first place from ``start`` that is no white space."""
    while start < end and page.work[start].isspace():
        start += 1
    return start


def as_act(page: Page, start: int, end: int) -> Act | None:
    """An act without end marks, None where nothing is left."""
    start = skip_space(page, start, end)
    while end > start and (page.work[end - 1].isspace() or page.work[end - 1] in ".;:,/"):
        end -= 1
    while start < end and page.work[start] in "-+*,;: ":
        start += 1
    if start >= end or not (
        page.work[start].isalnum() or any(c.isalnum() for c in page.work[start:end])
    ):
        return None
    return Act(text=page.words((start, end)), span=(start, end))

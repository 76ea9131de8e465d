"""Whether an answer says the opposite: what the parent forbids allowed, what it asks forbidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vnplan.lexicon.duties import NEGATIONS, NO_NEGATION_BEFORE, PASSED_OVER
from vnplan.patterns import pattern
from vnplan.records import Change
from vnplan.views import lowered

WORD = pattern(r"\w+")
CLAUSE = pattern(r"[^.;:]+")
NEGATION = frozenset(map(lowered, NEGATIONS))
LIMITS = frozenset(map(lowered, NO_NEGATION_BEFORE))
PASSED = frozenset(map(lowered, PASSED_OVER))
Run = tuple[str, ...]
# syllables: of verb and object (không sử dụng túi ni lông), fewer where the clause ends
LONGEST, SHORTEST = 4, 3


class Said(NamedTuple):
    """The runs of neighbouring syllables that a text affirms and denies, and their words."""

    affirmed: dict[Run, str]
    denied: dict[Run, str]


def compare_polarity(asked: str, said: Sequence[str]) -> Iterator[Change]:
    """``Không thuê đơn vị ngoài`` made ``Thuê đơn vị ngoài``, and the other way round."""
    low = lowered(" ".join((asked, *said)))
    if not any(word in low for word in NEGATION):
        return
    duty = read_said(asked)
    for answer in map(read_said, said):
        for theirs, ours in (
            (duty.denied, answer.affirmed.keys() - answer.denied.keys() - duty.affirmed.keys()),
            (duty.affirmed, answer.denied.keys() - answer.affirmed.keys() - duty.denied.keys()),
        ):
            found = next((run for run in theirs if run in ours), None)
            if found is not None:
                words = answer.affirmed.get(found) or answer.denied[found]
                yield Change(field="act", from_=theirs[found], to=words, effect="dropped")
                return


def read_said(text: str) -> Said:
    """What a text affirms and what it denies: the syllables right behind a negation.

    What follows them in the clause is left open: ``tránh phô trương, hình thức``.
    """
    affirmed: dict[Run, str] = {}
    denied: dict[Run, str] = {}
    for clause in CLAUSE.finditer(text):
        words = list(WORD.finditer(lowered(clause.group())))
        syllables = [word.group() for word in words]
        end = next((i for i in range(len(words)) if negates(syllables, i)), len(words))
        for i in range(end):
            for stop in range(i + SHORTEST, min(i + LONGEST, end) + 1):
                span = slice(words[i].start(), words[stop - 1].end())
                affirmed.setdefault(tuple(syllables[i:stop]), clause.group()[span])
        at = behind(syllables, end)
        stop = min(at + LONGEST, len(words))
        if stop - at >= SHORTEST:
            span = slice(words[end].start(), words[stop - 1].end())
            denied.setdefault(tuple(syllables[at:stop]), clause.group()[span])
    return Said(affirmed, denied)


def negates(syllables: Sequence[str], i: int) -> bool:
    """Whether a syllable turns what follows to its opposite: not ``không quá 5 ngày``."""
    at = behind(syllables, i)
    return syllables[i] in NEGATION and at < len(syllables) and syllables[at] not in LIMITS


def behind(syllables: Sequence[str], i: int) -> int:
    """The place of the first syllable that a negation denies."""
    at = i + 1
    while at < len(syllables) and syllables[at] in PASSED:
        at += 1
    return at

"""Which stage of the child's timetable answers which of the parent's: by name, then by period."""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.compare.values import compare_periods
from vnplan.lexicon.dates import FROM, STAGE, UNTIL
from vnplan.patterns import pattern
from vnplan.records import Phase
from vnplan.views import clean, lowered


def match_phases(parents: Sequence[Phase], children: Sequence[Phase]) -> list[int | None]:
    """For each stage of the parent's the place of the child's that answers it, each used once.

    The same name decides (``Giai đoạn 1``), then the very same period, then the same words
    beside name and time (``Giai đoạn 2: Ra quân trồng cây``, ``Ra quân trồng cây``).
    """
    answers: list[int | None] = [None] * len(parents)
    free = list(range(len(children)))
    for fits in (_same_name, _same_period, _same_words):
        for place, phase in enumerate(parents):
            if answers[place] is None:
                found = next((j for j in free if fits(phase, children[j])), None)
                if found is not None:
                    free.remove(found)
                    answers[place] = found
    return answers


def _same_name(one: Phase, two: Phase) -> bool:
    name = lowered(clean(one.name))
    return bool(name) and name == lowered(clean(two.name))


def _same_words(one: Phase, two: Phase) -> bool:
    """Whether the words of the one stand in the other, all of them but one of six."""
    shorter, longer = sorted((_words(one), _words(two)), key=len)
    return len(shorter) >= FEWEST_WORDS and 6 * len(shorter & longer) >= 5 * len(shorter)


def _words(phase: Phase) -> set[str]:
    """The syllables of a stage without its times and those that name any stage."""
    text = phase.text
    for date in (phase.start, phase.end):
        if date is not None:
            text = text.replace(date.text, " ")
    return {word for word in WORD.findall(lowered(text)) if word not in OF_ANY_STAGE}


def _same_period(one: Phase, two: Phase) -> bool:
    dated = one.start is not None and one.end is not None
    return (
        dated and (two.start is not None or two.end is not None) and not compare_periods(one, two)
    )


FEWEST_WORDS = 3  # of two syllables alone nobody knows a stage
WORD = pattern(r"[^\W\d]{2,}")
# Giai đoạn 2 (từ … đến …)
OF_ANY_STAGE = frozenset(
    word for phrase in (*STAGE, *FROM, *UNTIL) for word in lowered(phrase).split()
)

"""What titles are about, and whether a child's may be about all that its parent's is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vnplan.compare.similar import WORD
from vnplan.lexicon.events import (
    CAMPAIGNS,
    EVENTS,
    FOR_SOMEBODY,
    JOINING,
    MATTER_ENDS,
    NO_EVENTS,
    OTHERS_TOO,
    TITLE_OPENINGS,
    VAGUE,
)
from vnplan.patterns import any_of, pattern
from vnplan.records import Plan
from vnplan.views import clean, folded, lowered

OF_MATTER = 0.5  # with so much of the parent's matter in its title a child is about all of it
SAME_HEADING = 0.75  # of the syllables of a heading and a title, both together
FEWEST_SYLLABLES = 3


class Title(NamedTuple):
    """A title without its opening: the words, the kind of event, the syllables of its matter."""

    words: str
    event: str
    syllables: tuple[str, ...]


def read_title(plan: Plan, *, for_whom: bool = True) -> Title:
    """What a plan's title is about: no opening, no time or place, no words that tell nothing.

    Without ``for_whom`` nor for whom it is.
    """
    words = clean(plan.title or "")
    opening = OPENING.match(lowered(words))
    words = words[opening.end() if opening else 0 :].strip(SIGNS)
    low = lowered(words)
    match = EVENT.match(low)
    event = match.group() if match else ""
    matter = MATTER_END.split(low[len(event) :], maxsplit=1)[0]
    if not for_whom:
        matter = FOR_WHOM.split(matter, maxsplit=1)[0]
    issuer = plan.issuing_body.name if plan.issuing_body else ""
    place = names_of(words) & names_of(issuer)
    kept = [w for w in words_of(VAGUE_WORDS.sub(" ", matter)) if not w.isdigit()]
    if not words.isupper():
        kept = [word for word in kept if word not in place]
    return Title(words, event, tuple(kept))


def names_of(words: str) -> set[str]:
    """The syllables that begin with a capital, in lower case and one style of tone marks."""
    return {lowered(word) for word in WORD.findall(words) if word[0].isupper()}


def is_whole(parent: Title, child: Title) -> bool:
    """Whether a child's title may mean all that the parent's does, or more than one thing."""
    if parent.event and (parent.event not in SPANS or child.event in ("", *SPANS)):
        return True  # an event itself, or a campaign under another name
    if MORE.search(lowered(child.words)[len(child.event) :]) is not None:
        return True
    matter = set(parent.syllables)
    if not matter or share(matter, child.syllables) >= OF_MATTER:
        return True
    if runs(parent.syllables) & runs(child.syllables) or shortened(parent.words, child.words):
        return True
    return len(set(child.syllables) - matter) < 2


def is_same(title: Title, heading: str) -> bool:
    """Whether a title says what a heading says."""
    mine, its = set(title.syllables), set(words_of(VAGUE_WORDS.sub(" ", lowered(heading))))
    return len(mine) >= FEWEST_SYLLABLES and len(mine & its) >= SAME_HEADING * len(mine | its)


def runs(syllables: Sequence[str]) -> set[tuple[str, ...]]:
    """Three neighbours each: what a title repeats of a longer one, ``bình đẳng giới``."""
    return set(zip(syllables, syllables[1:], syllables[2:], strict=False))


def shortened(one: str, other: str) -> bool:
    """Whether one title has the first letters of words of the other: ``PCCC``."""
    return any(
        word.isupper() and len(word) > 2 and folded(word) in "".join(w[0] for w in words_of(b))
        for a, b in ((one, folded(other)), (other, folded(one)))
        if not a.isupper()
        for word in WORD.findall(a)
    )


def words_of(text: str) -> list[str]:
    """The syllables of a text, in lower case."""
    words: list[str] = WORD.findall(lowered(text))
    return words


def share(words: Iterable[str], found: Iterable[str]) -> float:
    """How many of the words are among those found, 0 to 1."""
    asked = set(words)
    return len(asked.intersection(found)) / len(asked) if asked else 0.0


SIGNS = " .,;:-“”\"'"
SPANS = frozenset(map(lowered, CAMPAIGNS))
NO_EVENT = rf"(?!{any_of(NO_EVENTS)}\b)"
# Kế hoạch tổ chức | Hội thi kể chuyện theo sách    not: tổ chức bộ máy
OPENING = pattern(rf"(?:{any_of(TITLE_OPENINGS)}[\s:]{{1,2}}){{0,6}}")
EVENT = pattern(rf"{NO_EVENT}{any_of(EVENTS)}\b")
EVENT_WORD = pattern(rf"\b{NO_EVENT}{any_of(EVENTS)}\b")
# Hội thi nấu ăn | năm 2024
MATTER_END = pattern(rf"\b{any_of(MATTER_ENDS)}\b")
VAGUE_WORDS = pattern(rf"\b{any_of(VAGUE)}\b")
FOR_WHOM = pattern(rf"\b{any_of(FOR_SOMEBODY)}\b")
# Hội thi nấu ăn và các hoạt động chào mừng; Ngày hội đọc sách, Hội thi vẽ tranh
MORE = pattern(
    rf"\b{any_of(OTHERS_TOO)}\b|(?:[,;]|\b{any_of(JOINING)})\s{NO_EVENT}{any_of(EVENTS)}\b"
)

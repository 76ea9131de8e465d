"""What a child is about that plans one event under a wide parent, and which duties are not.

To excuse a duty wrongly is worse than to ask for it in vain. So all must hold: the child cites
the parent; its title names an event, or what one heading of the parent says, and not the
parent's own matter; the parent has several topics, and names the subject under one or few of
them; and the child answers hardly anything elsewhere. Then what was found missing under the
other topics is not its matter, unless it may be meant for any event or for this body by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from vnplan.compare.applies import EACH_WORDS, read_bearer, spelled_out
from vnplan.compare.judge import THRESHOLDS
from vnplan.compare.titles import (
    EVENT_WORD,
    SPANS,
    Title,
    is_same,
    is_whole,
    read_title,
    share,
    words_of,
)
from vnplan.compare.units import Unit
from vnplan.compare.verdict import Verdict
from vnplan.lexicon.events import ANY_EVENT, EVENTS, HOLDING, ONLY_ABOUT
from vnplan.patterns import any_of, pattern
from vnplan.records import Plan, Role
from vnplan.views import clean, lowered

FEWEST_TOPICS = 4  # of a wide parent
OF_TOPICS = 1 / 3  # a subject under more of the topics is the parent's own matter
OF_SUBJECT = 0.5  # a provision with so many of the subject's words names it
ELSEWHERE = 0.2  # a child that answers more of the other topics is not about one event
NOTHING_NEAR = 0.8  # how surely missing a duty is with nothing much like it in the child
SURELY_FOUND = (1 + THRESHOLDS.sure) / 2  # the score of what a link answers that is sure
SURENESS = 0.7  # the titles are compared, not what the authors meant

CONTENT: frozenset[Role] = frozenset(("content", "target"))
GENERAL: frozenset[Role] = frozenset(("requirement", "funding", "implementation", "reporting"))

Pair = tuple[str, str]


class Subject(NamedTuple):
    """What the child is about, in its own words, and the places of the duties that are not."""

    words: str
    outside: tuple[int, ...]

    def verdict(self) -> Verdict:
        """What becomes of the duties outside."""
        return Verdict("not_applicable", SURENESS, reason=ONLY_ABOUT.format(self.words))


def find_subject(
    parent: Plan, child: Plan, duties: Sequence[Unit], verdicts: Mapping[int, Verdict]
) -> Subject | None:
    """The one event or topic that the child is about, or None where it may be about all.

    ``verdicts`` are what became of the duties so far; the child is known to cite the parent.
    """
    whole, part = read_title(parent), read_title(child, for_whom=False)
    if is_whole(whole, part):
        return None
    topics = find_topics(parent, duties)
    wide = len({topic for place, topic in topics.items() if duties[place].kind != "target"})
    most = OF_TOPICS * wide
    said = {place: words_in(duties[place]) for place in topics}
    pairs = find_rare(pairwise(part.syllables), said, topics, most=most)
    own = set(part.syllables).difference(whole.syllables)
    named = {
        topics[place]
        for place, words in said.items()
        if pairs.intersection(pairwise(words)) and share(own, words) >= OF_SUBJECT
    }
    if wide < FEWEST_TOPICS or not 0 < len(named) <= most:
        return None
    inside = [duties[place] for place, topic in topics.items() if topic in named]
    if not any(asks_for(part, duty) for duty in inside):
        return None
    others = [place for place, topic in topics.items() if topic not in named]
    if sum(is_answered(verdicts[place]) for place in others) > ELSEWHERE * len(others):
        return None
    bearer = read_bearer(child)
    count = Counter(topics.values())

    def goes_on(place: int) -> bool:
        """Whether a duty of a list without topics stands behind one that names the subject."""
        before = topics.get(place - 1)
        return before in named and count[before] == count[topics[place]] == 1

    outside = tuple(
        place
        for place in others
        if verdicts[place].status == "missing"
        and verdicts[place].score >= NOTHING_NEAR
        and not pairs.intersection(pairwise(said[place]))
        and not goes_on(place)
        and not is_for_any(duties[place], part.event)
        and not (bearer and bearer.name in names_in(duties[place]))
    )
    return Subject(part.words, outside) if outside else None


def find_topics(parent: Plan, duties: Sequence[Unit]) -> dict[int, str]:
    """For the places of duties of content the path of their topic.

    It is the highest section with no more than half of them, else that of the duty alone.
    """
    roles = {path: section.role for path, section in parent.walk()}
    paths = {}
    for place, unit in enumerate(duties):
        steps = list(accumulate(unit.section.split("."), "{}.{}".format))
        first, *below = [roles.get(step, "other") for step in steps]
        if first in CONTENT and not GENERAL.intersection(below):
            paths[place] = steps
    counts = Counter(step for steps in paths.values() for step in steps)
    return {
        place: next(
            (step for step in steps if 2 * counts[step] <= len(paths)),
            f"{steps[-1]}@{place}",
        )
        for place, steps in paths.items()
    }


def find_rare(
    pairs: Iterable[Pair],
    said: Mapping[int, Sequence[str]],
    topics: Mapping[int, str],
    *,
    most: float,
) -> set[Pair]:
    """The pairs of neighbouring syllables that stand under so many topics at most."""
    asked = set(pairs)
    found = {(pair, topics[at]) for at in said for pair in asked.intersection(pairwise(said[at]))}
    times = Counter(pair for pair, _ in found)
    return {pair for pair in asked if times[pair] <= most}


def asks_for(title: Title, duty: Unit) -> bool:
    """Whether a duty may be the one to hold the event, or stands below a heading that is the title.

    A campaign may be all that the parent wants under a new name, if nobody asks to hold it.
    """
    if not title.event:
        return any(is_same(title, heading) for heading in duty.headings)
    return title.event not in SPANS or is_held(title.event, duty.text)


def is_answered(verdict: Verdict) -> bool:
    """Whether something of a duty was found with hardly a doubt."""
    return bool(verdict.child) and verdict.score >= SURELY_FOUND


def is_for_any(duty: Unit, event: str) -> bool:
    """Whether a duty may be meant for any event, and so for the child's: ``Mỗi hội thi …``."""
    low = lowered(clean(duty.text))
    found = {match.group() for match in EVENT_WORD.finditer(low)}
    return FOR_ANY.search(low) is not None or (event in found and not is_held(event, low))


def is_held(event: str, words: str) -> bool:
    """Whether words are about holding such an event, this one or another."""
    low = lowered(clean(words))
    heads = (low[: match.start()] for match in EVENT_WORD.finditer(low) if match.group() == event)
    return any(HELD.search(head) is not None for head in heads)


def words_in(duty: Unit) -> list[str]:
    """The syllables of a duty and of the headings above it."""
    return words_of(" ".join((*duty.headings, duty.text)))


def names_in(duty: Unit) -> str:
    """All words of a duty that may name a body."""
    return spelled_out("; ".join((duty.text, *duty.headings, *(a.name for a in duty.actors))))


# Mỗi hội thi có quy chế; báo cáo kết quả    not: tổ chức hội thi
FOR_ANY = pattern(rf"\b(?:{any_of(ANY_EVENT)}|{any_of(EACH_WORDS)}\s{any_of(EVENTS)})\b")
HELD = pattern(rf"\b{any_of(HOLDING)}\s(?:\d+\s)?$")

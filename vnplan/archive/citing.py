"""Which plan of an archive a citation means.

A number such as ``12/KH-UBND`` is that of hundreds of plans. Which one is meant is told by date,
issuer and title, by who governs the body that cites it, and where these leave it open by the places
that the citing text names.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from vnplan.archive.copies import PLANS, WORD, syllables, text_of, title_key, unpacked
from vnplan.archive.names import governs, is_higher, likeness, place_of, read_name
from vnplan.compare.grounds import NEAR_TOP, SURE_TITLE
from vnplan.lexicon.duties import DECISION, WITH_DECISION
from vnplan.views import clean, folded, number_key

if TYPE_CHECKING:
    import sqlite3

Day = tuple[int, int, int]  # year, month and day, 0 for what is not known

# what speaks for a plan that a citation may mean; together they must reach ENOUGH
NUMBER, SLIP, BLANK = 2.0, -1.0, 0.5  # the same number; another one; its own is blank
DAY, PART_OF_DAY, OTHER_DAY = 2.0, 0.5, -1.0
ISSUER, PART_OF_ISSUER = 2.5, 1.0  # the same; UBND tỉnh
ISSUER_BELOW = 2.25  # UBND huyện Nà Hỳ, which lies in a province that is not named
TITLE, SAME_TITLE = 3.0, 1.0  # times the likeness of the titles, less one; word for word
OVER, NOT_OVER = 1.0, -2.0  # whether its issuer governs that of the plan that cites it
NAMED = 1.5  # the citing text names its place
SAME_YEAR = 0.5
ENOUGH, MAYBE, AHEAD = 4.5, 3.0, 1.0  # to be taken; to be told; before the next one
MOST_TOLD = 5  # of the plans that may be meant
FEWEST_SYLLABLES = 4  # shorter titles say little
REMEMBERED = 5_000  # citations, many siblings have the same
BEFORE = 80  # signs before a number in which a text says what it is cited for


class Known(NamedTuple):
    """A plan as far as citations may name it;"""

    id: int
    number: str
    day: Day
    title: str
    issuer: str
    superior: str | None
    level: str | None

    @property
    def serial(self) -> bool:
        """Whether it has a number that is not blank."""
        return self.number[:1].isdigit()


class Cited(NamedTuple):
    """A citation as far as it tells which plan is meant."""

    type: str
    number: str
    day: Day
    issuer: str
    title: str


class Candidate(NamedTuple):
    """A plan that a citation may mean, and what speaks for it whoever cites it."""

    plan: int
    score: float
    relative: bool  # the issuer is given without its place: UBND tỉnh


class Tie(NamedTuple):
    """A plan that another carries out."""

    parent: int
    certainty: float


class Shelf:
    """The plans of an archive, found by what citations tell of them."""

    def __init__(self, db: sqlite3.Connection, node: dict[int, int]) -> None:
        self.db = db
        self.node = node
        self.called = list(called(db, node))
        decision = {plan: key for plan, _, key in self.called}
        self.plans: dict[int, Known] = {}
        self.by_number: defaultdict[str, list[int]] = defaultdict(list)
        self.by_day: defaultdict[tuple[str, Day], list[int]] = defaultdict(list)
        self.undated: defaultdict[str, list[int]] = defaultdict(list)
        self.by_body: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self.by_symbol: defaultdict[tuple[str, Day], list[int]] = defaultdict(list)
        self.blank: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        self.by_issuer: defaultdict[str, list[int]] = defaultdict(list)
        self.by_title: defaultdict[str, list[int]] = defaultdict(list)
        for plan in read_known(db, decision):
            if node.get(plan.id, plan.id) != plan.id:
                continue
            self.plans[plan.id] = plan
            if plan.serial:
                self.by_number[plan.number].append(plan.id)
                if all(plan.day):
                    self.by_day[plan.number, plan.day].append(plan.id)
                else:
                    self.undated[plan.number].append(plan.id)
                self.by_body[plan.number, body_key(plan.issuer)].append(plan.id)
                self.by_symbol[symbol_key(plan.number), plan.day].append(plan.id)
            elif plan.number:
                self.blank[plan.number, plan.day[0]].append(plan.id)
            self.by_issuer[body_key(plan.issuer)].append(plan.id)
            self.by_title[plan.title].append(plan.id)
        self.candidates = lru_cache(maxsize=REMEMBERED)(self._candidates)

    def words(self, plan: int) -> str:
        """The text of a plan, folded and with single blanks."""
        return clean(folded(text_of(self.db, plan)))

    def meant(self, cited: Cited, child: Known, plan: int) -> tuple[list[Tie], list[Tie]]:
        """The plan above that a citation means, or those that it may mean; none, most often.

        ``plan`` is the file that cites, a copy of ``child`` or ``child`` itself.
        """
        told = [
            (one, self.beside(one, cited, child))
            for one in self.candidates(cited)
            if one.plan != child.id and not is_later(self.plans[one.plan].day, child.day)
        ]
        scores = {one.plan: score for one, score in told if score >= MAYBE}
        if not scores:
            return [], []
        best, ahead = ranked(scores)
        if len(scores) > 1 and ahead < AHEAD:
            for other in self.named_in(plan, scores):
                scores[other] += NAMED
            best, ahead = ranked(scores)
        if len(scores) > 1 and ahead < AHEAD:
            likely = sorted(scores, key=lambda other: (-scores[other], other))[:MOST_TOLD]
            above = [other for other in likely if is_above(self.plans[other], child)]
            if len(above) != 1:
                return [], [Tie(other, certainty(scores[other])) for other in above]
            best = above[0]
        if not is_above(self.plans[best], child):
            return [], []
        tie = [Tie(best, certainty(scores[best]))]
        return (tie, []) if scores[best] >= ENOUGH else ([], tie)

    def beside(self, one: Candidate, cited: Cited, child: Known) -> float:
        """What speaks for a plan where this child cites it."""
        plan = self.plans[one.plan]
        over = governs(plan.issuer, child.issuer, child.superior) if plan.issuer else None
        score = one.score
        if over is not None:
            score += OVER if over else NOT_OVER
        if over and one.relative:
            score += ISSUER - PART_OF_ISSUER
        if not cited.day[0] and plan.day[0] and plan.day[0] == child.day[0]:
            score += SAME_YEAR
        return score

    def named_in(self, plan: int, likely: Iterable[int]) -> list[int]:
        """The plans whose issuers' places a text names."""
        words = f" {' '.join(WORD.findall(self.words(plan)))} "
        places = {one: place_of(self.plans[one].issuer) for one in likely}
        return [one for one, place in places.items() if place and f" {place} " in words]

    def _candidates(self, cited: Cited) -> tuple[Candidate, ...]:
        """The plans that a citation may mean, whoever cites it."""
        if cited.number[:1].isdigit():
            same = self.weighed(self.numbered(cited), cited, NUMBER)
            if not same and not all(cited.day):  # a body that is named otherwise, or not at all
                same = self.weighed(self.by_number.get(cited.number, ()), cited, NUMBER)
            if same:
                return same
            symbol = symbol_key(cited.number)
            slips: tuple[Candidate, ...] = ()
            if all(cited.day):
                slips = self.weighed(self.by_symbol.get((symbol, cited.day), ()), cited, SLIP)
            drafts = [p for year in {cited.day[0], 0} for p in self.blank.get((symbol, year), ())]
            return slips or self.weighed(drafts, cited, BLANK)
        if cited.number:  # the citation's own number is blank
            drafts = [
                p for year in {cited.day[0], 0} for p in self.blank.get((cited.number, year), ())
            ]
            issued = self.by_symbol.get((cited.number, cited.day), ())
            return self.weighed([*drafts, *issued], cited, BLANK)
        by_name = self.by_issuer.get(body_key(cited.issuer), ()) if cited.issuer else ()
        some = {*by_name, *self.by_title.get(cited.title, ())} if cited.title else set()
        return self.weighed(sorted(some), cited, 0.0)

    def numbered(self, cited: Cited) -> list[int]:
        """The plans of a citation's number that are its body's, or of its day if that is known."""
        found = {*self.by_body.get((cited.number, body_key(cited.issuer)), ())}
        if all(cited.day):
            found.update(self.by_day.get((cited.number, cited.day), ()))
            found.update(self.undated.get(cited.number, ()))
        return sorted(found)

    def weighed(self, plans: Sequence[int], cited: Cited, number: float) -> tuple[Candidate, ...]:
        """Those of the plans that nothing in a citation contradicts."""
        found = []
        for id in plans:
            plan = self.plans[id]
            other_day = differ(cited.day, plan.day)
            if other_day and (number != NUMBER or cited.day[0] != plan.day[0]):
                continue
            by_name = likeness(cited.issuer, plan.issuer) if cited.issuer else "unknown"
            if by_name == "other":
                continue
            alike = title_share(cited.title, plan.title)
            sure = alike is not None and alike >= SURE_TITLE
            if number != NUMBER and not sure:
                continue
            score = number + (0.0 if alike is None else TITLE * alike - 1)
            if sure and f" {cited.title}".endswith(f" {plan.title}"):
                score += SAME_TITLE
            if other_day:  # typed wrongly: that spares the rest
                if not sure or by_name != "same":
                    continue
                score += OTHER_DAY
            elif cited.day[2] and cited.day == plan.day:
                score += DAY
            elif cited.day[0] and plan.day[0]:
                score += PART_OF_DAY
            relative = False
            if by_name == "same" or (
                by_name == "partial" and of_one_place(cited.issuer, plan.issuer)
            ):
                score += ISSUER if by_name == "same" else ISSUER_BELOW
            elif by_name == "partial":
                score, relative = score + PART_OF_ISSUER, True
            found.append(Candidate(id, score, relative))
        return tuple(found)


def of_one_place(one: str, other: str) -> bool:
    """Whether two names say the same place, though one leaves out where this lies."""
    return bool(read_name(one).place) and read_name(one).place == read_name(other).place


def body_key(name: str) -> str:
    """A body's name with its own place, but not those that this lies in."""
    read = read_name(name)
    return f"{read.head} {read.place}" if read.place else read.core


def symbol_key(key: str) -> str:
    """What the keys of numbers of one body and type share: ``/khubnd``."""
    return key.lstrip("0123456789")


def ranked(scores: dict[int, float]) -> tuple[int, float]:
    """The plan that most speaks for, and how far it is ahead of the next."""
    first, *rest = sorted(scores, key=lambda plan: (-scores[plan], plan))
    return first, scores[first] - scores[rest[0]] if rest else scores[first]


def certainty(score: float) -> float:
    """What speaks for a plan as a number from 0 to 1."""
    return round(1 - math.exp2(-max(score, 0.0) / 2), 2)


def read_known(db: sqlite3.Connection, decision: dict[int, str]) -> Iterator[Known]:
    """The plans of the index in the order of their ids."""
    columns = "id, number, date, title, issuer, issuer_superior, level"
    kinds = ", ".join("?" * len(PLANS))
    for id, number, date, title, issuer, superior, level in db.execute(
        f"SELECT {columns} FROM plans WHERE kind IN ({kinds}) ORDER BY id", PLANS
    ):
        key = decision.get(id) or number_key(number)
        yield Known(id, key, day_of(date), title_key(title), issuer or "", superior, level)


def called(db: sqlite3.Connection, node: dict[int, int]) -> Iterator[tuple[int, str, str]]:
    """The plans without a number of their own, with that of the decision that they come with."""
    for plan, number, text in db.execute(
        "SELECT p.id, c.number, t.text FROM plans p JOIN citations c ON c.plan = p.id"
        " JOIN texts t ON t.plan = p.id WHERE p.serial IS NULL AND c.type = ?"
        " AND c.number IS NOT NULL AND NOT c.basis ORDER BY p.id, c.rowid",
        (DECISION,),
    ):
        words = clean(folded(unpacked(text)[:NEAR_TOP]))
        if is_said_before(words, number, (WITH_DECISION,)):
            yield node.get(plan, plan), number, number_key(number)


def is_said_before(words: str, number: str, phrases: Iterable[str]) -> bool:
    """Whether a text, folded, says one of the phrases before some mention of a number."""
    sought = clean(folded(number))
    if not sought:
        return False
    # not: 112/KH-UBND for 12/KH-UBND
    for match in re.finditer(rf"(?<!\d){re.escape(sought)}", words):
        before = words[max(0, match.start() - BEFORE) : match.start()]
        if any(folded(phrase) in before for phrase in phrases):
            return True
    return False


def differ(one: Day, other: Day) -> bool:
    """Whether two days contradict each other in what is known of both."""
    return any(a and b and a != b for a, b in zip(one, other, strict=True))


def is_later(one: Day, other: Day) -> bool:
    """Whether a day is later than another, as far as both are known."""
    for a, b in zip(one, other, strict=True):
        if not a or not b:
            return False
        if a != b:
            return a > b
    return False


def title_share(one: str, other: str) -> float | None:
    """The share of the shorter title's syllables that the other has; None where one has none.

    Titles of other years are not alike.
    """
    if not one or not other:
        return None
    mine, its = years_of(one), years_of(other)
    if mine and its and mine.isdisjoint(its):
        return 0.0
    shorter, longer = sorted((syllables(one), syllables(other)), key=len)
    share = len(shorter & longer) / len(shorter)
    return share * min(1.0, len(shorter) / FEWEST_SYLLABLES)


@lru_cache(maxsize=REMEMBERED)
def years_of(title: str) -> frozenset[str]:
    """The years that a title names."""
    return frozenset(YEAR.findall(title))


YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_above(plan: Known, child: Known) -> bool:
    """Whether a plan may be one that another body's carries out: by level, or as it governs it."""
    if plan.issuer and child.issuer and likeness(plan.issuer, child.issuer) == "same":
        return False
    if plan.issuer and governs(plan.issuer, child.issuer, child.superior):
        return True
    return is_higher(plan.level, child.level) is not False


# ---------------------------------------------------------------- days

DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def day_of(date: str | None) -> Day:
    """Year, month and day of an ISO date as far as it goes, 0 for what is not known."""
    match = DATE.match(date or "")
    if match is None:
        return (0, 0, 0)
    year, month, day = (int(part or 0) for part in match.groups())
    return (year, month, day)

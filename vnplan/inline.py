"""Labels inside a line: a plan, or a part of one, that was flattened to a paragraph.

``… như sau: I. MỤC TIÊU 1. Nâng cao … 2. Tăng cường … II. NHIỆM VỤ 1. …``: one label alone
may be the end of a sentence or a citation. Believed is a list, each label the successor of
the one before, with a sentence or a heading before it. Nothing is moved: what is told is
where a line is to be read as if it ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vnplan.lexicon import headings, marks
from vnplan.markers import letter_ordinal, roman_value
from vnplan.patterns import any_of, pattern
from vnplan.views import lowered

# how high a list stands; a label closes the lists below it
RANKS = {"upper": 0, "roman": 1, "number": 2, "decimal": 3, "number)": 4, "letter": 5}
LONGEST_TITLE = 160
LONGEST_LABEL = 11

# takes: I. MỤC    2/ Lập    a) rà soát    not: 12.5    lúc 8h.
CLOSE = pattern(r"[.)/](?:(?=\p{Lu}| [\p{Lu}\"(])|(?<=\))(?= \p{Ll}))")
LABEL = pattern(
    r"(?P<roman>[IVX]{1,5})|(?P<upper>[A-H])|(?P<number>\d{1,2})"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})|(?P<letter>[a-zđ])"
)
# what the number behind it belongs to: khoản | 2.    trong quý | I.    not: Phụ lục. | 1.
NUMBERED = pattern(rf"\b{any_of((*marks.NUMBERED_THINGS, *marks.NUMBERED_TIMES))}\s*$")
# behind a number that is no label: tại Điều 5. | 1.    not: trong quý I. | 2.
CITED = pattern(rf"\b{any_of(marks.NUMBERED_THINGS)}\s[\divxa-zđ./]{{1,9}}\s*$")
# the label of a whole line: Nhiệm vụ | 1. Trồng    not: I. NHIỆM VỤ | 1. Trồng
COUNTED = pattern(rf"(?:^|\n)[ *#]*{any_of(marks.COUNTED)}\s$")
# takes: …; - Tổ chức    not: giai đoạn 2021 - 2025
BULLET = pattern(r"(?<=[.;:]) (?=[-+\u2022] ?\p{Lu})")
RECIPIENTS = pattern(rf"(?<=[./]) (?={any_of(headings.RECIPIENTS)}\s*:)", re.IGNORECASE)
# takes: MỤC TIÊU | Nâng cao nhận thức    NHIỆM VỤ | - Các thôn    MỤC ĐÍCH - YÊU CẦU | Nâng cao
# not: UBND xã
CAPITALS = pattern(r"(?:[\p{Lu}\d,()-]+ ){2,12}(?<! - )(?=(?:[-+\u2022] ?)?\p{Lu}\p{Ll})")
MARKS = " *#-+\u2022:;.,'\"`_|~^"  # a scan's specks among them
ENDS = frozenset('.;:!?\u2026)"')


class Candidate(NamedTuple):
    """What could be a label: the style of its list, its place in it, and where it stands.

    ``leads`` is set for the first words of a line.
    """

    style: str
    ordinal: int
    label: str
    start: int
    words: int
    leads: bool

    @property
    def rank(self) -> int:
        """How high its list stands, 0 the highest."""
        return RANKS[self.style]


def find_inline(signs: str) -> list[int]:
    """Where labels and bullets inside a line begin, in order; mostly nowhere."""
    found = list(find_labels(signs))
    if all(leads_line(signs, start) for _, start, _ in found):
        return []
    candidates = list(as_candidates(signs, found))
    if all(candidate.leads for candidate in candidates):
        return []
    reader = Reader(signs, candidates)
    labels = [candidate for i, candidate in enumerate(candidates) if reader.takes(i)]
    cuts: list[int] = []
    done = -1
    for label in labels:
        if label.leads:
            continue
        cuts.append(label.start)
        if label.start > done:
            done = line_end(signs, label.start)
            cuts += [match.end() for match in BULLET.finditer(signs, label.start, done)]
            cuts += [match.end() for match in RECIPIENTS.finditer(signs, label.start, done)]
    if cuts:
        titles = (CAPITALS.match(signs, c.words) for c in labels if c.style in ("roman", "upper"))
        cuts += [title.end() for title in titles if title is not None]
    return sorted(set(cuts))


def find_labels(signs: str) -> Iterator[tuple[re.Match[str], int, str]]:
    """Whatever has a label's form: the match of its letters, where it begins, and its sign."""
    for close in CLOSE.finditer(signs):
        at = close.start()
        low = at - LONGEST_LABEL if at > LONGEST_LABEL else 0
        start = max(signs.rfind(" ", low, at), signs.rfind("\n", low, at)) + 1
        if start == 0 and low > 0:
            continue
        match = LABEL.fullmatch(signs, start, at)
        if match is not None:
            yield match, start, close.group()


def as_candidates(
    signs: str, found: Iterable[tuple[re.Match[str], int, str]]
) -> Iterator[Candidate]:
    """Whatever looks like a label before a capital, or a letter before words."""
    for match, start, sign in found:
        style, label, at = match.lastgroup or "", match.group(), match.end()
        if style == "number" and sign == ")":
            style = "number)"
        if style == "letter" and sign != ")":
            continue
        ordinal = ordinal_of(style, label)
        if ordinal:
            words = at + 1 + (signs[at + 1 : at + 2] == " ")
            yield Candidate(style, ordinal, label, start, words, leads_line(signs, start))


def leads_line(signs: str, at: int) -> bool:
    """Whether nothing but marks stands before a place on its line."""
    if not at or signs[at - 1] == "\n":
        return True
    low = max(0, at - 40)
    first = signs.rfind("\n", low, at)
    return (first >= 0 or low == 0) and not signs[max(first + 1, low) : at].strip(MARKS)


def ordinal_of(style: str, label: str) -> int:
    """The place of a label in its list, 0 where it has none."""
    if style == "roman":
        return roman_value(label)
    if style in ("upper", "letter"):
        return letter_ordinal(label)
    return int(label.rpartition(".")[2])


def line_end(signs: str, at: int) -> int:
    """Where the line ends that a place stands on."""
    end = signs.find("\n", at)
    return end if end >= 0 else len(signs)


class Reader:
    """The candidates of a text in order, and the lists that are open as they are read."""

    def __init__(self, signs: str, candidates: list[Candidate]) -> None:
        self.signs = signs
        self.candidates = candidates
        self.lists: dict[str, Candidate] = {}  # the last label of each open list
        self.above: Candidate | None = None  # the label before, of whatever list
        self.cut_until = -1  # the end of the line that was last cut
        self.seen_until = -1  # the end of the line that was last looked at
        self.row = False  # whether that line is a row of a table
        self.next_of: list[Candidate | None] = [None] * len(candidates)
        last: dict[str, Candidate] = {}
        for i in range(len(candidates) - 1, -1, -1):
            here = candidates[i]
            self.next_of[i] = last.get(here.style)
            if here.leads or not self.is_numbered(here):
                last[here.style] = here

    def takes(self, i: int) -> bool:
        """Whether the next candidate is a label; if so the lists below its own are closed."""
        here = self.candidates[i]
        if not here.leads:
            if not self.is_label(here, self.next_of[i]):
                return False
            if here.start > self.cut_until:
                self.cut_until = line_end(self.signs, here.start)
        rank = here.rank
        self.lists = {style: c for style, c in self.lists.items() if RANKS[style] < rank}
        self.lists[here.style] = self.above = here
        return True

    def is_numbered(self, here: Candidate) -> bool:
        """Whether a candidate is the number of what stands before it: ``trong Quý I.``"""
        return NUMBERED.search(self.before(here)) is not None

    def before(self, here: Candidate) -> str:
        """What stands before a candidate, in small letters."""
        return lowered(self.signs[max(0, here.start - 40) : here.start])

    def see_line(self, at: int) -> None:
        """Find out whether the line that a place stands on is a row of a table."""
        start, self.seen_until = self.signs.rfind("\n", 0, at) + 1, line_end(self.signs, at)
        self.row = (
            self.signs[start : start + 40].lstrip()[:1] == "|"
            or self.signs.count(" | ", start, self.seen_until) > 1
        )

    def is_label(self, here: Candidate, following: Candidate | None) -> bool:
        """Whether a candidate inside a line is a label of a list."""
        if here.start > self.seen_until:
            self.see_line(here.start)
        if self.row:
            return False
        last = self.lists.get(here.style)
        goes_on = last is not None and follows(last, here)
        if here.style == "number" and COUNTED.search(self.before(here)):
            return False
        if self.is_numbered(here) or (CITED.search(self.before(here)) and not goes_on):
            return False
        if here.style in ("number)", "letter") and here.start > self.cut_until:
            return False  # an enumeration inside a sentence
        if goes_on:
            return self.ended(here)
        if here.style == "decimal":
            number = self.lists.get("number")
            return (
                number is not None
                and here.label == f"{number.label}.1"
                and (self.ended(here) or self.below_title(here))
            )
        if here.ordinal != 1:
            return False
        if self.below_title(here):
            return True
        return self.ended(here) and following is not None and follows(here, following)

    def ended(self, here: Candidate) -> bool:
        """Whether a sentence ends before a candidate."""
        before = self.signs[max(0, here.start - 4) : here.start].rstrip()
        return before[-1:] in ENDS

    def below_title(self, here: Candidate) -> bool:
        """Whether nothing but the heading of a higher list stands between its label and this."""
        above = self.above
        if above is None or above.rank >= here.rank:
            return False
        if here.start - above.words > LONGEST_TITLE:
            return False
        words = self.signs[above.words : here.start].strip(" :")
        if len(words) < 3 or "\n\n" in words:
            return False
        return words.isupper() or (len(words.split()) <= 14 and not ENDS & set(words))


def follows(before: Candidate, here: Candidate) -> bool:
    """Whether a label is the next of another's list."""
    if here.style == "decimal" and before.label.rpartition(".")[0] != here.label.rpartition(".")[0]:
        return False
    return here.ordinal == before.ordinal + 1

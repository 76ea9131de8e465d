"""The way of duties down through the levels, as a page for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import get_args

from vnplan.language import say
from vnplan.records import ChainRow, ChainStep, Evidence, Fate, PlanChain
from vnplan.report.matrix import SIGNS, name_of
from vnplan.report.text import PLAIN, printable, told_change, wrapped

WIDEST_PATH = 12


def as_page(chain: PlanChain, *, lang: str = "en", width: int = 80) -> str:
    """The plans, numbered from the top, with their counts; then the duties, lost ones first.

    Under each duty stands a line for each level, with its number. Lines are at most ``width``
    columns wide. What is covered everywhere is only counted, unless a person should look.
    """
    return "\n".join(PageOfChain(chain, lang, max(width, 40)).lines()) + "\n"


def duties(chain: PlanChain) -> list[ChainRow]:
    """The rows but that of the top's citation, which is no duty."""
    return [row for row in chain.rows if row.kind != "legal_basis"]


class PageOfChain:
    """One chain on its way to lines: the language, the width and the gutter are set once."""

    def __init__(self, chain: PlanChain, lang: str, width: int) -> None:
        self.chain, self.lang, self.width, self.rows = chain, lang, width, duties(chain)
        said = [words for row in self.rows for step in row.steps for words in step.answers]
        paths = [words.section for words in (*said, *(row.parent for row in self.rows))]
        self.path = min(max(map(len, paths), default=0), WIDEST_PATH)
        self.margin = " " * (self.path + 8)

    def lines(self) -> Iterator[str]:
        """The plans, the counts, then the duties by their fate."""
        for level in range(len(self.chain.plans)):
            yield from self.plan(level)
        yield ""
        counts = Counter(row.fate for row in self.rows)
        parts = ", ".join(f"{counts[f]} {say(self.lang, f)}" for f in get_args(Fate) if counts[f])
        head = "duties_of_top" if len(self.rows) > 1 else "one_duty_of_top"
        told = say(self.lang, head, count=len(self.rows)) + f": {parts}."
        yield from wrapped("", told if parts else say(self.lang, "no_duty_of_parent"), self.width)
        for fate in get_args(Fate):
            shown = [row for row in self.rows if row.fate == fate]
            if fate == "covered":
                shown = [row for row in shown if any(map(self.uncertain, row.steps))]
            if shown:
                some = say(self.lang, "so_many_of", some=len(shown), all=counts[fate])
                count = len(shown) if len(shown) == counts[fate] else some
                yield from ("", f"{say(self.lang, fate).upper()} ({count})")
            for _, same in groupby(shown, lambda row: (row.parent, row.steps)):
                yield ""
                yield from self.row(list(same))

    def plan(self, level: int) -> Iterator[str]:
        """A plan with its number in the chain, what it makes of the duties, whom it cites."""
        counts: Counter[str] = Counter(row.steps[level - 1].status for row in self.rows if level)
        told = ", ".join(f"{counts[s]} {say(self.lang, s)}" for s in SIGNS if counts[s])
        words = name_of(self.chain.plans[level], self.lang) + (f": {told}" if told else "")
        yield from wrapped(f"{level}  ", words, self.width)
        for row in self.chain.rows:
            if row.kind == "legal_basis" and level:
                step = row.steps[level - 1]
                number = self.chain.plans[0 if step.direct else level - 1].number
                cited = say(self.lang, f"cited_{step.status}", number=printable(number or ""))
                notes = [told_change(change, self.lang) for change in step.changes]
                for note in [cited, *notes] if number else []:
                    yield from wrapped("   ", note, self.width)

    def row(self, same: Sequence[ChainRow]) -> Iterator[str]:
        """A duty and its way; ``same`` are rows of several kinds that say the same."""
        row = same[0]
        kinds = ", ".join(say(self.lang, one.kind) for one in same)
        yield from self.place("0", row.parent, "" if row.kind in PLAIN else f"[{kinds}] ")
        told = [change for step in row.steps for change in step.changes]
        for level, step in enumerate(row.steps, 1):
            yield from self.step(level, step)
            for change in step.from_top:
                if change not in told:
                    words = say(self.lang, "from_top", level=level)
                    yield from self.note(words, told_change(change, self.lang))

    def step(self, level: int, step: ChainStep) -> Iterator[str]:
        """The status at a level, its answers, what is not there, what changed and why."""
        told = [step.status, "straight"] if step.direct and step.answers else [step.status]
        head, mark = f"{level}", f"[{', '.join(say(self.lang, one) for one in told)}] "
        if self.uncertain(step):
            head += "?"
        for words in step.answers or [Evidence(text="", span=(0, 0))]:
            yield from self.place(head, words, mark)
            head = mark = ""
        for act in step.missing_acts:
            yield from self.note(say(self.lang, "missing_acts"), printable(act))
        for change in step.changes:
            yield from wrapped(self.margin, told_change(change, self.lang), self.width)
        if step.reason:
            yield from self.note(say(self.lang, "reason"), printable(step.reason))

    def place(self, head: str, words: Evidence, mark: str) -> Iterator[str]:
        """A level and a path in the gutter, the words beside it."""
        path = printable(words.section)
        gutter = f"  {head:<3} {path:<{self.path}}  "
        if len(gutter) > len(self.margin):  # a path too long for it has a line of its own
            yield gutter.rstrip()
            gutter = self.margin
        for line in wrapped(gutter, mark + printable(words.text), self.width):
            yield line.rstrip()

    def note(self, name: str, words: str) -> Iterator[str]:
        """Words under an answer, behind what they are."""
        yield from wrapped(self.margin, f"{name}: {words}", self.width)

    def uncertain(self, step: ChainStep) -> bool:
        """Whether the best answer lies in the zone that a person should review."""
        scores = [words.score for words in step.answers if words.score is not None]
        return bool(scores) and max(scores) < self.chain.thresholds.sure

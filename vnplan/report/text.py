"""A difference as a page for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from vnplan.language import say
from vnplan.records import Change, Date, DiffItem, Evidence, PlanDiff, PlanRef, Status

# what somebody must look at, the gravest first
GRAVE: tuple[Status, ...] = ("missing", "partial", "altered", "undetermined")
# what is covered is only counted unless all is asked for
ORDER: tuple[Status, ...] = (*GRAVE, "not_applicable", "covered", "added")
COLOURS: dict[str, str] = {
    "missing": "1;31",  # red
    "partial": "1;33",  # yellow
    "altered": "1;35",  # magenta
    "undetermined": "1;36",  # cyan
    "not_applicable": "1;90",  # grey
    "covered": "1;32",  # green
    "added": "1;34",  # blue
    "quiet": "90",
    "strong": "1",
}
# a document's words must not steer the terminal: escapes, and marks that turn the line round
UNPRINTABLE = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
)
WIDEST_GUTTER = 16


def as_text(
    diff: PlanDiff,
    *,
    lang: str = "en",
    width: int = 80,
    colour: bool = False,
    everything: bool = False,
) -> str:
    """The difference as lines of at most ``width`` columns, the gravest items first.

    Covered duties are counted, and listed where ``everything`` is asked for. With
    ``colour``, the lines carry ANSI escapes.
    """
    return "\n".join(PageOfText(diff, lang, max(width, 40), colour).lines(everything)) + "\n"


def printable(words: str) -> str:
    """The words on one line, without anything that would steer a terminal."""
    return " ".join(words.split()).translate(UNPRINTABLE)


def wrapped(head: str, words: str, width: int) -> Iterator[str]:
    """Words in lines behind a head, the further ones as far in."""
    for line in textwrap.wrap(words, max(width - len(head), 20), break_on_hyphens=False) or [""]:
        yield head + line
        head = " " * len(head)


class PageOfText:
    """One difference on its way to lines: the language, the width and the gutter are set once."""

    def __init__(self, diff: PlanDiff, lang: str, width: int, colour: bool) -> None:
        self.diff, self.lang, self.width, self.colour = diff, lang, width, colour
        paths = [evidence.section for item in diff.items for evidence in places(item)]
        self.margin = 2 + max(len(say(lang, name)) for name in ("parent", "child"))
        self.gutter = min(4 + max(map(len, paths), default=0), WIDEST_GUTTER) + 2

    def lines(self, everything: bool) -> Iterator[str]:
        """The headline, the counts, then the items by status."""
        yield from self.headline("parent", self.diff.parent)
        yield from self.headline("child", self.diff.child)
        yield from self.ground()
        yield ""
        yield from self.counts()
        for status in ORDER:
            items = [item for item in duties(self.diff) if item.status == status]
            shown = items
            if status == "covered" and not everything:  # a person has to see what may be wrong
                shown = [item for item in items if self.uncertain(item)]
            if shown:
                some = len(shown) < len(items)
                count = say(self.lang, "so_many_of", some=len(shown), all=len(items))
                yield ""
                head = f"{say(self.lang, status).upper()} ({count if some else len(items)})"
                yield self.paint(head, status)
                for same in together(shown):
                    yield ""
                    yield from self.item(same)

    def ground(self) -> Iterator[str]:
        """Whether the child cites the parent, and what is wrong about it."""
        for item in self.diff.items:
            if item.kind != "legal_basis" or item.parent is None or not item.parent.text:
                continue
            number = printable(item.parent.text)
            style = "quiet" if item.status == "covered" else item.status
            cited = say(self.lang, f"cited_{item.status}", number=number)
            yield from self.note(cited, style, self.margin)
            for change in item.changes:
                yield from self.note(self.change(change), "altered", self.margin)

    def headline(self, side: str, ref: PlanRef) -> Iterator[str]:
        """Which plan stands on a side: number, date, body; then its title."""
        date = ref.date and say(self.lang, "of_date", date=day(ref.date))
        who = ", ".join(
            printable(part) for part in (ref.number, date, ref.issuing_body) if part
        ) or printable(ref.name or "")
        title = printable(ref.title or "") or say(self.lang, "untitled")
        for count, line in enumerate(
            [line for part in (who, title) if part for line in self.wrap(part, self.margin)]
        ):
            head = say(self.lang, side) if count == 0 else ""
            yield self.paint(f"{head:<{self.margin}}", "strong") + line

    def counts(self) -> Iterator[str]:
        """How many duties there are and what became of them."""
        counted = {
            status: sum(item.status == status for item in duties(self.diff)) for status in ORDER
        }
        added = counted.pop("added")
        total = sum(counted.values())
        if not has_duties(self.diff):
            yield from self.wrap(say(self.lang, "no_duty_of_parent"), 0)
        else:
            parts = [f"{n} {say(self.lang, status)}" for status, n in counted.items() if n]
            head = say(
                self.lang, "duties_of_parent" if total > 1 else "one_duty_of_parent", count=total
            )
            yield from self.wrap(f"{head}: {', '.join(parts)}.", 0)
            if not any(counted[status] for status in GRAVE):
                yield say(self.lang, "nothing_missing")
        if is_strange(self.diff):
            yield from self.wrap(say(self.lang, "strangers"), 0)
        if added:
            yield say(self.lang, "own_of_child", count=added)
        doubtful = sum(map(self.uncertain, duties(self.diff)))
        if doubtful:
            yield say(self.lang, "to_review" if doubtful > 1 else "one_to_review", count=doubtful)

    def item(self, same: Sequence[DiffItem]) -> Iterator[str]:
        """The parent's words, the child's answer, what is not there and what changed.

        ``same`` are items of several kinds that say the same of the same words.
        """
        item = same[0]
        kinds = [say(self.lang, one.kind) for one in same]
        plain = item.kind in ("obligation", "target")
        kind = "" if plain else f"[{', '.join(dict.fromkeys(kinds))}] "
        mark = "?" if self.uncertain(item) else ""
        if item.parent:
            yield from self.place(mark, item.parent, kind, "strong")
        for answer in item.child:
            yield from self.place("→" if item.parent else "+", answer, "" if item.parent else kind)
        for act in item.missing_acts:
            yield from self.note(f"{say(self.lang, 'missing_acts')}: {printable(act)}", "missing")
        for change in item.changes:
            yield from self.note(self.change(change), "altered")
        if item.reason:
            yield from self.note(f"{say(self.lang, 'reason')}: {printable(item.reason)}", "quiet")

    def place(self, mark: str, words: Evidence, kind: str, style: str = "quiet") -> Iterator[str]:
        """A mark and a path in the gutter, the words beside it."""
        head = f"{mark:>3} {printable(words.section)}"
        if len(head) + 2 > self.gutter:  # a path too long for the gutter has a line of its own
            yield self.paint(head, style)
            head = ""
        for line in self.wrap(kind + printable(words.text), self.gutter):
            yield self.paint(f"{head:<{self.gutter}}", style) + line
            head = ""

    def note(self, words: str, style: str, margin: int | None = None) -> Iterator[str]:
        """Words under an item, or behind another margin, in colour."""
        margin = self.gutter if margin is None else margin
        for line in self.wrap(words, margin):
            yield " " * margin + self.paint(line, style)

    def change(self, change: Change) -> str:
        """``deadline: before → after (later)``."""
        before, after = (
            printable(value) if value else say(self.lang, "no_value")
            for value in (change.from_, change.to)
        )
        field = say(self.lang, change.field).lower()
        return f"{field}: {before} → {after} ({say(self.lang, change.effect)})"

    def uncertain(self, item: DiffItem) -> bool:
        """Whether the best answer lies in the zone that a person should review."""
        scores = [answer.score for answer in item.child if answer.score is not None]
        limits = self.diff.summary.thresholds
        return bool(item.parent and scores and limits.review <= max(scores) < limits.sure)

    def wrap(self, words: str, margin: int) -> list[str]:
        """The words in lines that leave room for a margin."""
        width = self.width - margin
        return textwrap.wrap(words, width, break_on_hyphens=False) or [""]

    def paint(self, words: str, style: str) -> str:
        """The words in a colour, where colours are wanted."""
        return f"\x1b[{COLOURS[style]}m{words}\x1b[0m" if self.colour and words.strip() else words


def duties(diff: PlanDiff) -> list[DiffItem]:
    """The items but that of the parent's citation, which is no duty."""
    return [item for item in diff.items if item.kind != "legal_basis"]


def has_duties(diff: PlanDiff) -> bool:
    """Whether the parent asks for anything, beyond that its plan be cited."""
    return any(item.parent for item in duties(diff))


def is_strange(diff: PlanDiff) -> bool:
    """Whether two plans seem to have nothing to do with each other: the wrong file was taken."""
    cited = any(i.kind == "legal_basis" and i.status in ("covered", "altered") for i in diff.items)
    asked = [item for item in duties(diff) if item.parent and item.status != "not_applicable"]
    missing = sum(item.status == "missing" for item in asked)
    return not cited and len(asked) >= FEWEST_TO_TELL and 3 * missing >= 2 * len(asked)


FEWEST_TO_TELL = 3


def together(items: Iterable[DiffItem]) -> Iterator[list[DiffItem]]:
    """The items in order, a stage and the duty of the very same words as one."""
    same: list[DiffItem] = []
    for item in items:
        if same and (item.kind == same[0].kind or not says_the_same(same[0], item)):
            yield same
            same = []
        same.append(item)
    if same:
        yield same


def says_the_same(one: DiffItem, other: DiffItem) -> bool:
    """Whether all that is shown of two items is the same, or added words hold the other's."""
    if one.status == other.status == "added":
        (a, b), (c, d) = one.child[0].span, other.child[0].span
        return a <= c and d <= b
    return said_by(one) == said_by(other)


def said_by(item: DiffItem) -> tuple[object, ...]:
    """All that is shown of an item but its kind."""
    places_of = [(place.text, place.section) for place in places(item)]
    return (places_of, item.missing_acts, item.changes, item.reason)


def places(item: DiffItem) -> tuple[Evidence, ...]:
    """All the places of both plans that an item speaks of."""
    return (item.parent, *item.child) if item.parent else item.child


def day(date: Date) -> str:
    """A date as Vietnamese documents write it, ``01/7/2024``: months 3 to 12 without a zero."""
    parts = []
    if date.day is not None:
        parts.append(f"{date.day:02d}")
    if date.month is not None:
        parts.append(f"{date.month:02d}" if date.month < 3 else str(date.month))
    if date.quarter is not None and not parts:
        parts.append(f"Q{date.quarter}")
    if date.year is not None:
        parts.append(str(date.year))
    return "/".join(parts) or printable(date.text)

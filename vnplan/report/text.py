"""A difference as a page for the terminal."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vnplan.language import say, say_doubt

if TYPE_CHECKING:  # a page without records need not load pydantic
    from vnplan.records import (
        Change,
        Date,
        DiffItem,
        DutyKind,
        Evidence,
        PlanDiff,
        PlanRef,
        Since,
        Status,
        Waiver,
    )

# what somebody must look at, the gravest first
GRAVE: tuple[Status, ...] = ("missing", "partial", "altered", "undetermined")
ACCEPTED = "accepted"  # grave, but somebody decided that it may be so
PLAIN: tuple[DutyKind, ...] = ("obligation", "target")  # kinds that nobody need be told of
# what is covered is only counted unless all is asked for
ORDER: tuple[str, ...] = (*GRAVE, ACCEPTED, "not_applicable", "covered", "added")
COLOURS: dict[str, str] = {
    "missing": "1;31",  # red
    "partial": "1;33",  # yellow
    "altered": "1;35",  # magenta
    "undetermined": "1;36",  # cyan
    "accepted": "1;90",  # grey
    "not_applicable": "1;90",
    "covered": "1;32",  # green
    "added": "1;34",  # blue
    "quiet": "90",
    "strong": "1",
}
# what became of duties since an earlier comparison, the gravest first, and in which colour
COURSES = {
    "worse": "missing",
    "better": "covered",
    "changed": "altered",
    "new": "added",
    "gone": "not_applicable",
}
# a document's words must not steer the terminal: escapes, and marks that turn the line round;
# and what XML cannot hold must not break a Word or Excel file
UNPRINTABLE = dict.fromkeys(
    (
        *(*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
        *(*range(0xD800, 0xE000), 0xFFFE, 0xFFFF),
    ),
    "\ufffd",
)
UNBROKEN = "\u00a0"  # a blank that keeps two of our words on one line; documents' have none left
WIDEST_GUTTER = 16
LONG = 40  # lines, more than a screen: below so many the counts are said again
# takes: what stands in one column a sign    not: marks over letters, East Asian letters
NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2190-\u21ff]*"
)


def as_text(
    diff: PlanDiff,
    *,
    lang: str = "en",
    width: int = 80,
    colour: bool = False,
    everything: bool = False,
    ids: bool = False,
) -> str:
    """The difference as lines of at most ``width`` columns, the gravest items first.

    Covered duties are counted, and listed where ``everything`` is asked for. With ``ids`` each
    duty has its number beside it. With ``colour``, the lines carry ANSI escapes.
    """
    page = PageOfText(diff, lang, max(width, 40), colour, ids)
    return "\n".join(page.lines(everything)) + "\n"


def printable(words: str) -> str:
    """The words on one line, without anything that would steer a terminal."""
    line = " ".join(words.split())
    return line if line.isprintable() else line.translate(UNPRINTABLE)


def told_change(change: Change, lang: str) -> str:
    """``deadline: before → after (later)``."""
    before, after = (
        printable(value) if value else say(lang, "no_value") for value in (change.from_, change.to)
    )
    field = say(lang, change.field).lower()
    return f"{field}: {before} → {after} ({say(lang, change.effect)})"


def notes(item: DiffItem, lang: str) -> list[str]:
    """What is not there, what changed and why, each in some words."""
    told = [f"{say(lang, 'missing_acts')}: {printable(act)}" for act in item.missing_acts]
    told += [told_change(change, lang) for change in item.changes]
    if item.reason:
        told.append(f"{say(lang, 'reason')}: {printable(item.reason)}")
    return told


def waiver_told(waiver: Waiver, lang: str) -> str:
    """Who decided what, until when, and why."""
    until = ""
    if waiver.until is not None:
        from vnplan.records import Date

        year, month, last = waiver.until.timetuple()[:3]
        date = day(Date(year=year, month=month, day=last, text=""))
        until = say(lang, "waiver_until", date=date)
    by, why = printable(waiver.by), printable(waiver.why)
    return say(lang, f"waiver_{waiver.decision}", by=by, until=until, why=why)


def shortened(words: str, most: int) -> str:
    """The words, or as many signs of them as there may be with a mark of what was cut off."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def columns_of(words: str) -> int:
    """How many columns of a terminal the words take."""
    return len(words) if NARROW.fullmatch(words) else sum(map(columns_of_sign, words))


def columns_of_sign(sign: str) -> int:
    """Two for an East Asian letter, none for a mark over a letter or an invisible sign."""
    if unicodedata.category(sign) in ("Mn", "Me", "Cf") or 0x1160 <= ord(sign) <= 0x11FF:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def wrapped(head: str, words: str, width: int) -> Iterator[str]:
    """Words in lines behind a head, the further ones as far in."""
    margin = columns_of(head)
    for line in broken(words, max(width - margin, 20)):
        yield head + line.replace(UNBROKEN, " ")
        head = " " * margin


def broken(words: str, width: int) -> Iterator[str]:
    """The words in lines of a width; one that is longer than a line is cut."""
    line, left = "", width
    for word in words.split(" "):
        long = columns_of(word)
        if line and long < left:
            line, left = f"{line} {word}", left - long - 1
            continue
        if line:
            yield line
        while long > width:
            cut = fitting(word, width)
            yield word[:cut]
            word = word[cut:]
            long = columns_of(word)
        line, left = word, width - long
    yield line


def fitting(word: str, width: int) -> int:
    """How many signs of a word fit into a width, those that take no column with their letter."""
    for at, sign in enumerate(word):
        width -= columns_of_sign(sign)
        if width < 0:
            return at
    return len(word)


class PageOfText:
    """One difference on its way to lines: the language, the width and the gutter are set once."""

    def __init__(self, diff: PlanDiff, lang: str, width: int, colour: bool, ids: bool) -> None:
        self.diff, self.lang, self.width, self.colour, self.ids = diff, lang, width, colour, ids
        paths = [printable(place.section) for item in diff.items for place in places(item)]
        self.margin = 2 + max(len(say(lang, name)) for name in ("parent", "child"))
        self.gutter = min(4 + max(map(columns_of, paths), default=0), WIDEST_GUTTER) + 2

    def lines(self, everything: bool) -> Iterator[str]:
        """The headline, what changed since, the counts, then the items by status."""
        yield from self.headline("parent", self.diff.parent)
        yield from self.headline("child", self.diff.child)
        yield from self.ground()
        if self.diff.subject:
            words = say(self.lang, "only_about", subject=printable(self.diff.subject))
            yield from self.note(words, "not_applicable", self.margin)
        yield ""
        if self.diff.since is not None:
            yield from self.courses(self.diff.since)
            yield ""
        yield from self.counts()
        yield from self.unused()
        listed = list(self.listing(everything))
        yield from listed
        if len(listed) > LONG and has_duties(self.diff):
            yield ""
            yield from self.totals()

    def listing(self, everything: bool) -> Iterator[str]:
        """The items by status, the gravest first."""
        for status in ORDER:
            items = [item for item in duties(self.diff) if standing(item) == status]
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
            head = f"[{item.id}] " if self.ids else ""
            yield from self.note(head + cited, style, self.margin)
            for change in item.changes:
                yield from self.note(told_change(change, self.lang), "altered", self.margin)
            yield from self.decision(item, self.margin)

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
            yield self.paint(padded(head, self.margin), "strong") + line

    def counts(self) -> Iterator[str]:
        """How many duties there are and what became of them."""
        counts = counted(self.diff)
        if not has_duties(self.diff):
            yield from self.wrap(say(self.lang, "no_duty_of_parent"), 0)
        else:
            yield from self.totals()
            if not any(counts[status] for status in GRAVE):
                key = "nothing_else_missing" if counts[ACCEPTED] else "nothing_missing"
                yield from self.wrap(say(self.lang, key), 0)
        for line in doubts_told(self.diff, self.lang):
            yield from self.wrap(line, 0)
        if counts["added"]:
            yield from self.wrap(say(self.lang, "own_of_child", count=counts["added"]), 0)
        doubtful = sum(map(self.uncertain, duties(self.diff)))
        if doubtful:
            key = "to_review" if doubtful > 1 else "one_to_review"
            yield from self.wrap(say(self.lang, key, count=doubtful), 0)

    def totals(self) -> Iterator[str]:
        """The counts by status in one line, or as many as it takes."""
        counts = counted(self.diff)
        del counts["added"]
        told = {f"{n} {say(self.lang, status)}": status for status, n in counts.items() if n}
        total = sum(counts.values())
        key = "duties_of_parent" if total > 1 else "one_duty_of_parent"
        whole = ", ".join(part.replace(" ", UNBROKEN) for part in told)
        for line in self.wrap(f"{say(self.lang, key, count=total)}: {whole}.", 0):
            for part, status in told.items():
                line = re.sub(rf"(?<!\d){re.escape(part)}", self.paint(part, status), line)
            yield line

    def unused(self) -> Iterator[str]:
        """The decisions about duties that the parent does not have."""
        others: Counter[str] = Counter()
        for waiver in self.diff.unused_waivers:
            if waiver.state == "elsewhere":
                others[printable(waiver.parent or "")] += 1
                continue
            by, text = printable(waiver.by), printable(waiver.text or "")
            line = say(self.lang, "waiver_stale", by=by, duty=waiver.duty, text=text)
            yield from self.note(line, "altered", 0)
        for parent, count in others.items():
            line = say(self.lang, "waivers_elsewhere", parent=parent, count=count)
            yield from self.note(line, "quiet", 0)

    def courses(self, since: Since) -> Iterator[str]:
        """What became of the duties since an earlier comparison: the counts, then which."""
        unchanged = {item.id for item in duties(self.diff)}.intersection(since.unchanged)
        counted = {course: len(getattr(since, course)) for course in COURSES}
        if not any(counted.values()):
            yield from self.wrap(say(self.lang, "nothing_changed"), 0)
            return
        counted["unchanged"] = len(unchanged)
        parts = [f"{n} {say(self.lang, course)}" for course, n in counted.items() if n]
        yield from self.wrap(say(self.lang, "since", parts=", ".join(parts)), 0)
        now = {item.id: item for item in self.diff.items}
        gone = {item.id: item for item in since.before}
        before = {item.fingerprint: item for item in since.before}
        for course, style in COURSES.items():
            known = gone if course == "gone" else now
            items = [known[name] for name in getattr(since, course) if name in known]
            if items:
                yield ""
                yield self.paint(f"{say(self.lang, course).upper()} ({len(items)})", style)
            for same in together_in_words(items):
                yield ""
                yield from self.course(same, before.get(same[0].fingerprint))

    def course(self, same: Sequence[DiffItem], before: DiffItem | None) -> Iterator[str]:
        """A duty with its status then and now; ``same`` as in ``item``."""
        item = same[0]
        if item.parent is None:
            return
        yield from self.place("", item.parent, self.names(same), "strong")
        told = [standing(one) for one in (before, item) if one is not None]
        words = [say(self.lang, status) for status in dict.fromkeys(told)]
        yield from self.note(" → ".join(words), told[-1])

    def names(self, same: Sequence[DiffItem]) -> str:
        """In brackets the numbers of items, where they are asked for, and their kinds."""
        said = [item.id for item in same if self.ids and item.parent]
        if same[0].kind not in PLAIN:
            said += [say(self.lang, item.kind) for item in same]
        return f"[{', '.join(dict.fromkeys(said))}] " if said else ""

    def decision(self, item: DiffItem, margin: int | None = None) -> Iterator[str]:
        """Who decided what about an item, and why; then what speaks against it now."""
        waiver = item.waiver
        if waiver is None:
            return
        words = waiver_told(waiver, self.lang)
        if standing(item) == ACCEPTED:  # the heading does not say its status
            words = f"{say(self.lang, item.status)}; {words}"
        yield from self.note(words, "quiet", margin)
        if not item.excused:
            yield from self.note(say(self.lang, f"waiver_{waiver.state}"), "altered", margin)

    def item(self, same: Sequence[DiffItem]) -> Iterator[str]:
        """The parent's words, the child's answer, what is not there and what changed.

        ``same`` are items of several kinds that say the same of the same words.
        """
        item = same[0]
        kind = self.names(same)
        mark = "?" if self.uncertain(item) else ""
        if item.parent:
            yield from self.place(mark, item.parent, kind, "strong")
        for answer in item.child:
            yield from self.place("→" if item.parent else "+", answer, "" if item.parent else kind)
        for act in item.missing_acts:
            yield from self.note(f"{say(self.lang, 'missing_acts')}: {printable(act)}", "missing")
        for change in item.changes:
            yield from self.note(told_change(change, self.lang), "altered")
        if item.reason:
            yield from self.note(f"{say(self.lang, 'reason')}: {printable(item.reason)}", "quiet")
        yield from self.decision(item)

    def place(self, mark: str, words: Evidence, kind: str, style: str = "quiet") -> Iterator[str]:
        """A mark and a path in the gutter, the words beside it."""
        head = f"{mark:>3} {printable(words.section)}"
        if (
            columns_of(head) + 2 > self.gutter
        ):  # a path too long for the gutter has a line of its own
            for line in wrapped(f"{mark:>3} ", printable(words.section), self.width):
                yield self.paint(line, style)
            head = ""
        for line in self.wrap(kind + printable(words.text), self.gutter):
            yield self.paint(padded(head, self.gutter), style) + line
            head = ""

    def note(self, words: str, style: str, margin: int | None = None) -> Iterator[str]:
        """Words under an item, or behind another margin, in colour."""
        margin = self.gutter if margin is None else margin
        for line in self.wrap(words, margin):
            yield " " * margin + self.paint(line, style)

    def uncertain(self, item: DiffItem) -> bool:
        """Whether the best answer lies in the zone that a person should review."""
        scores = [answer.score for answer in item.child if answer.score is not None]
        limits = self.diff.summary.thresholds
        return bool(item.parent and scores and limits.review <= max(scores) < limits.sure)

    def wrap(self, words: str, margin: int) -> list[str]:
        """The words in lines that leave room for a margin."""
        return list(wrapped("", words, self.width - margin))

    def paint(self, words: str, style: str) -> str:
        """The words in a colour, where colours are wanted."""
        return f"\x1b[{COLOURS[style]}m{words}\x1b[0m" if self.colour and words.strip() else words


def padded(words: str, width: int) -> str:
    """The words with blanks up to a width."""
    return words + " " * (width - columns_of(words))


def counted(diff: PlanDiff) -> dict[str, int]:
    """How many items stand how, in the order of a page; the parent's citation is none of them."""
    counts = Counter(map(standing, duties(diff)))
    return {status: counts[status] for status in ORDER}


def duties(diff: PlanDiff) -> list[DiffItem]:
    """The items but that of the parent's citation, which is no duty."""
    return [item for item in diff.items if item.kind != "legal_basis"]


def standing(item: DiffItem) -> str:
    """The status of an item, or ``accepted`` where somebody decided that it may stay so."""
    return standing_of(item.status, item.excused)


def standing_of(status: Status, excused: bool) -> str:
    """The same, by the status and whether a decision holds."""
    return ACCEPTED if excused and status in GRAVE else status


def has_duties(diff: PlanDiff) -> bool:
    """Whether the parent asks for anything, beyond that its plan be cited."""
    return any(item.parent for item in duties(diff))


def doubts_told(diff: PlanDiff, lang: str) -> list[str]:
    """Why these may not be the right two files, a sentence each."""
    return [printable(say_doubt(lang, doubt.code, doubt.message)) for doubt in diff.doubts]


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


def together_in_words(items: Iterable[DiffItem]) -> list[list[DiffItem]]:
    """The items in order, those of the same words, place and standing as one."""
    same: dict[tuple[object, ...], list[DiffItem]] = {}
    for item in items:
        said = item.parent and (item.parent.text, item.parent.section)
        same.setdefault((said, standing(item)), []).append(item)
    return list(same.values())


def says_the_same(one: DiffItem, other: DiffItem) -> bool:
    """Whether all that is shown of two items is the same, or added words hold the other's."""
    if one.status == other.status == "added":
        (a, b), (c, d) = one.child[0].span, other.child[0].span
        return a <= c and d <= b
    return said_by(one) == said_by(other)


def said_by(item: DiffItem) -> tuple[object, ...]:
    """All that is shown of an item but its kind."""
    places_of = [(place.text, place.section) for place in places(item)]
    waiver = item.waiver and item.waiver.model_copy(update={"duty": ""})
    return (places_of, item.missing_acts, item.changes, item.reason, waiver)


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

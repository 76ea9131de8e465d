"""A difference as one web page: no network, both languages, filters, and the texts side by side."""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vnplan.language import LANGUAGES, say, say_doubt
from vnplan.records import DiffItem, Doubt, Evidence, Plan, PlanRef, Section, Since, Span
from vnplan.report.compared import Compared
from vnplan.report.highlight import Highlight, Paragraph, Piece, cut, found_in, paragraphs, within
from vnplan.report.text import (
    COURSES,
    ORDER,
    PageOfText,
    day,
    printable,
    standing,
)
from vnplan.report.timeline import Axis, Due, Times, axis, times

if TYPE_CHECKING:
    from markupsafe import Markup

PAGE = Path(__file__).with_name("page")
WHOLE_LINE = 1_000_000  # columns: a browser breaks lines itself
SHORT = 90  # letters of a duty where it is only named
RANK = {status: rank for rank, status in enumerate(ORDER)}
# what is marked in the words of an item, by the ranks of these highlights
LACKING, BEFORE, AFTER = range(3)
MARKS = ("lacking", "before", "after")


class Place(NamedTuple):
    """Words of a plan: cut into pieces, and where they stand."""

    pieces: tuple[Piece, ...]
    section: str
    span: Span
    page: int | None
    anchor: str | None


class Entry(NamedTuple):
    """An item as it is shown; ``number`` is its place in the difference, from 1."""

    number: int
    item: DiffItem
    status: str
    uncertain: bool
    parent: Place | None
    child: tuple[Place, ...]
    decision: tuple[Markup, ...]

    def places(self) -> Iterator[tuple[str, Place]]:
        """All its places, each with its side."""
        if self.parent:
            yield "parent", self.parent
        for place in self.child:
            yield "child", place

    @property
    def id(self) -> str:
        """By what people name it."""
        return printable(self.item.id) or str(self.number)

    @property
    def words(self) -> str:
        """The duty in short, or the child's own words."""
        said = self.item.parent or self.item.child[0]
        return in_short(printable(said.text))


class Share(NamedTuple):
    """How many duties of a section have a status, and the stretch of its bar in per cent."""

    status: str
    total: int
    start: float
    width: float


class Bar(NamedTuple):
    """What became of the duties of a section; ``label`` is None for the whole plan."""

    label: str | None
    title: str
    total: int
    shares: tuple[Share, ...]


class Stroke(NamedTuple):
    """A time on the axis, in per cent."""

    side: str
    start: float
    end: float


def as_html(compared: Sequence[Compared], *, lang: str) -> str:
    """The difference of one pair as a page that needs no other file; ``lang`` is shown first."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    (pair,) = compared
    page = PageOfDifference(pair)
    style, script = (read(name) for name in ("report.css", "report.js"))
    room = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return room.get_template("report.html").render(
        page=page,
        diff=pair.result,
        lang=lang,
        languages=LANGUAGES,
        titles={lang: page.title(lang) for lang in LANGUAGES},
        say=page.say,
        words=page.words,
        order=ORDER,
        marks=MARKS,
        printable=printable,
        day=day,
        style=Markup(style),
        script=Markup(script),
        style_hash=allowed(style),
        script_hash=allowed(script),
    )


def read(name: str) -> str:
    """A file of the page."""
    return (PAGE / name).read_text(encoding="utf-8")


def allowed(source: str) -> str:
    """By what a Content-Security-Policy lets this script or style run, and no other."""
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


class Words(dict[str, "Markup"]):
    """Messages by their key, in both languages; each is made when it is first asked for."""

    def __missing__(self, key: str) -> Markup:
        self[key] = made = in_both(lambda lang: say(lang, key))
        return made


class PageOfDifference:
    """What the page says about one pair, in the order in which it is shown."""

    def __init__(self, pair: Compared) -> None:
        self.pair, self.diff = pair, pair.result
        self.plans = {"parent": pair.parent, "child": pair.child}
        self.words = Words()
        self.pages = {
            lang: PageOfText(self.diff, lang, WHOLE_LINE, colour=False, ids=False)
            for lang in LANGUAGES
        }
        self.entries = [self.entry(number, item) for number, item in enumerate(self.diff.items, 1)]
        self.by_id = {entry.item.id: entry for entry in self.entries}
        self.duties = [entry for entry in self.entries if entry.item.kind != "legal_basis"]
        self.grounds = [
            entry
            for entry in self.entries
            if entry.item.kind == "legal_basis" and entry.item.parent and entry.item.parent.text
        ]
        self.times = times(self.diff.items, pair.parent, pair.child)
        self.axis: Axis | None = axis(self.times)

    # ------------------------------------------------------------ words in both languages

    def say(self, key: str, **details: object) -> Markup:
        """A message with details in both languages, of which the page shows one."""
        return in_both(lambda lang: say(lang, key, **details))

    def told(self, tell: Callable[[PageOfText], Iterable[str]]) -> tuple[Markup, ...]:
        """Lines of the page for the terminal, in both languages."""
        lines = {lang: [line.strip() for line in tell(page)] for lang, page in self.pages.items()}
        return tuple(
            in_both(dict(zip(lines, line, strict=True)).__getitem__)
            for line in zip(*lines.values(), strict=True)
        )

    def title(self, lang: str) -> str:
        """The name of the page: which child beside which parent."""
        names = {
            name: printable(ref.number or ref.title or ref.name or say(lang, name))
            for name, ref in (("parent", self.diff.parent), ("child", self.diff.child))
        }
        return say(lang, "page_title", **names)

    @property
    def counts(self) -> tuple[Markup, ...]:
        """How many duties there are and what became of them, a sentence each."""
        return self.told(PageOfText.counts)

    @property
    def unused(self) -> tuple[Markup, ...]:
        """The decisions about duties that the parent does not have."""
        return self.told(PageOfText.unused)

    # ------------------------------------------------------------ the items

    def entry(self, number: int, item: DiffItem) -> Entry:
        """An item with its words marked and its places known."""
        page = self.pages[LANGUAGES[0]]
        lacking = dict.fromkeys(map(printable, item.missing_acts), LACKING)
        before = {printable(change.from_): BEFORE for change in item.changes if change.from_}
        after = {printable(change.to): AFTER for change in item.changes if change.to}
        return Entry(
            number,
            item,
            standing(item),
            page.uncertain(item),
            self.place("parent", f"p{number}", item.parent, lacking | before)
            if item.parent
            else None,
            tuple(
                self.place("child", f"c{number}-{count}", words, after)
                for count, words in enumerate(item.child, 1)
            ),
            self.told(lambda page: page.decision(item)) if item.waiver else (),
        )

    def place(self, side: str, anchor: str, words: Evidence, sought: dict[str, int]) -> Place:
        """Words of a side with what is sought in them marked."""
        plan, text = self.plans[side], printable(words.text)
        marks = sorted(found_in(text, sought))
        there = self.has_texts and within(words.span, plan.text)
        return Place(
            tuple(cut(text, 0, len(text), (), marks)) if text else (),
            printable(words.section),
            words.span,
            plan.page_at(words.span[0]) if there else None,
            anchor if there else None,
        )

    def groups(self) -> Iterator[tuple[str, list[Entry]]]:
        """The items by status, the gravest first."""
        for status in ORDER:
            entries = [entry for entry in self.duties if entry.status == status]
            if entries:
                yield status, entries

    def statuses(self) -> Counter[str]:
        """How many items have each status."""
        return Counter(entry.status for entry in self.duties)

    def kinds(self) -> Sequence[tuple[str, int]]:
        """How many items there are of each kind, the most frequent first."""
        return Counter(entry.item.kind for entry in self.duties).most_common()

    def uncertain(self) -> int:
        """How many answers a person should review."""
        return sum(entry.uncertain for entry in self.duties)

    # ------------------------------------------------------------ how much is covered where

    def bars(self) -> list[Bar]:
        """What became of the parent's duties, all together, then by its parts."""
        parts = top_sections(self.pair.parent)
        starts = [section.label_span[0] for section in parts]
        found: dict[int, list[str]] = {}
        for entry in self.duties:
            if entry.item.parent:
                at = bisect_right(starts, entry.item.parent.span[0]) - 1
                found.setdefault(at, []).append(entry.status)
        every = [status for statuses in found.values() for status in statuses]
        rows = [bar(None, "", every)] if every else []
        for at, statuses in sorted(found.items()):
            if at < 0 and len(found) > 1:
                rows.append(bar("", "", statuses))
            elif at >= 0:
                section = parts[at]
                title = in_short(printable(section.title or section.text.partition("\n")[0]))
                rows.append(bar(printable(section.label), title, statuses))
        return rows

    # ------------------------------------------------------------ since an earlier comparison

    def courses(self, since: Since) -> Iterator[tuple[str, str, list[tuple[DiffItem, str]]]]:
        """What became of duties: the course, its style, the items with their earlier status."""
        gone = {item.id: item for item in since.before}
        before = {item.fingerprint: item for item in since.before}
        now = {item.id: item for item in self.diff.items}
        for course, style in COURSES.items():
            known = gone if course == "gone" else now
            items = [known[name] for name in getattr(since, course) if name in known]
            rows = []
            for item in items:
                earlier = before.get(item.fingerprint)
                rows.append((item, standing(earlier) if earlier and course != "gone" else ""))
            if rows:
                yield course, style, rows

    # ------------------------------------------------------------ when what is due

    def rows(self, dated: bool) -> list[Times]:
        """The rows that stand on the axis, or those that do not."""
        return [row for row in self.times if (row.dated and self.axis is not None) is dated]

    def strokes(self, row: Times) -> list[Stroke]:
        """The times of a row on the axis."""
        assert self.axis is not None
        return [
            Stroke(side, percent(self.axis.at(due.first)), percent(self.axis.at(due.until)))
            for side, dues in (("parent", row.parent), ("child", row.child))
            for due in dues
            if due.first and due.until
        ]

    def effects(self, row: Times) -> list[str]:
        """To what effect the child altered the times of a row."""
        changed = ("deadline", "period", "recurrence")
        found = (change.effect for change in row.item.changes if change.field in changed)
        return list(dict.fromkeys(found))

    def of_time(self, row: Times) -> Entry:
        """The item that a row of the timeline speaks of."""
        return self.entries[row.number - 1]

    def often(self, due: Due) -> Markup | None:
        """How often something is due, where the document's words do not say it so."""
        words = due.text
        if not due.recurrence or any(say(lang, due.recurrence) in words for lang in LANGUAGES):
            return None
        return self.words[due.recurrence]

    # ------------------------------------------------------------ the texts, and what is doubted

    @property
    def has_texts(self) -> bool:
        """Whether both plans carry their text."""
        return bool(self.pair.parent.text and self.pair.child.text)

    def text(self, side: str) -> Iterator[Paragraph]:
        """The plan of a side with the evidence of the items marked."""
        plan = self.plans[side]
        marks = []
        for entry in self.entries:
            for where, place in entry.places():
                if where == side and place.anchor:
                    rank = RANK[entry.status]
                    marks.append(Highlight(*place.span, rank, entry.number, place.anchor))
        return paragraphs(plan, marks)

    def doubts(self) -> list[tuple[str, list[tuple[Markup, str]]]]:
        """What was read without certainty in each plan, and the words that it is about."""
        found = []
        for side, plan in self.plans.items():
            rows = [(told_doubt(doubt), about(plan, doubt)) for doubt in plan.doubts]
            if rows:
                found.append((side, rows))
        return found

    def sides(self) -> tuple[tuple[str, PlanRef, str], ...]:
        """The two plans, with the files that they were read from."""
        return (
            ("parent", self.diff.parent, self.pair.parent_path),
            ("child", self.diff.child, self.pair.child_path),
        )


def in_both(tell: Callable[[str], str]) -> Markup:
    """Words in both languages, escaped; once only where they are the same."""
    from markupsafe import Markup

    words = {lang: tell(lang) for lang in LANGUAGES}
    if len(set(words.values())) == 1:
        return Markup("{}").format(words[LANGUAGES[0]])
    return Markup("").join(
        Markup('<i lang="{}">{}</i>').format(lang, said) for lang, said in words.items()
    )


def told_doubt(doubt: Doubt) -> Markup:
    """What a doubt says."""
    return in_both(lambda lang: printable(say_doubt(lang, doubt.code, doubt.message)))


def about(plan: Plan, doubt: Doubt) -> str:
    """The words that a doubt is about, in short."""
    words = printable(plan.text[slice(*doubt.span)]) if plan.text and doubt.span else ""
    return in_short(words)


def in_short(words: str) -> str:
    """The first of the words, whole ones."""
    return words if len(words) <= SHORT else f"{words[:SHORT].rsplit(' ', 1)[0]} …"


def top_sections(plan: Plan) -> tuple[Section, ...]:
    """The parts of a plan; those of its only part where it has but one."""
    parts = plan.sections
    while len(parts) == 1 and parts[0].children:
        parts = parts[0].children
    return parts


def bar(label: str | None, title: str, statuses: Sequence[str]) -> Bar:
    """A bar of so many duties, its stretches in the order of the statuses."""
    counted = Counter(statuses)
    shares, start = [], 0
    for status in ORDER:
        count = counted[status]
        if count:
            whole = len(statuses)
            shares.append(Share(status, count, percent(start / whole), percent(count / whole)))
            start += count
    return Bar(label, title, len(statuses), tuple(shares))


def percent(share: float) -> float:
    """A share in per cent, as fine as a screen shows."""
    return round(100 * share, 3)

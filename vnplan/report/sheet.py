"""Differences as an Excel workbook: of one pair, or of one parent with many children.

A status stands in its cell as the message of that status, the same word everywhere, so that a
program that reads the workbook back finds the statuses of the JSON by their words.
"""

from __future__ import annotations

import io
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from vnplan.language import say
from vnplan.lexicon.bodies import SHORT_IN_TABLES
from vnplan.records import UNANSWERED, DiffItem, Evidence, Plan, PlanRef, Status
from vnplan.report.compared import Compared
from vnplan.report.matrix import name_of
from vnplan.report.text import (
    ORDER,
    PageOfText,
    counted,
    day,
    duties,
    printable,
    standing,
    told_change,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# standing -> colours of the cell and of its words
FILLS: Mapping[str, tuple[str, str]] = {
    "missing": ("#FFC7CE", "#9C0006"),
    "partial": ("#FFEB9C", "#7F4F00"),
    "altered": ("#E4DFEC", "#5B3A86"),
    "undetermined": ("#DAEEF3", "#1F6377"),
    "accepted": ("#E2E2E2", "#404040"),
    "not_applicable": ("#EDEDED", "#595959"),
    "covered": ("#C6EFCE", "#006100"),
    "added": ("#DDEBF7", "#1F4E78"),
}
STATUSES: tuple[Status, ...] = tuple(s for s in ORDER if s in get_args(Status))  # type: ignore[misc]
FONT = "Times New Roman"
LINE = 15.0  # points of a line of words
MOST_LINES = 26  # Excel has no row higher than 409 points
FILL_OF_LINE = 1.1  # letters to a unit of a column's width, few enough for capitals
STANDING_NAMES = 6  # up to so many children have their names written across
CHILDREN_ON_PAGE = 10  # at the scale below
MOST_IN_CELL = 32_767
SCALE = 60  # percent of the true size
LONG_WIDTH = 120
MADE = datetime(1980, 1, 1)  # as all parts of the file, whatever the clock says


class Column(NamedTuple):
    """A column of a sheet: its heading and its width."""

    head: str
    width: float


def as_workbook(made: Sequence[Compared], *, lang: str = "en") -> bytes:
    """The .xlsx of one pair with its quotes and changes; of several, a matrix for each parent."""
    return written(made, lang, matrix=len(made) > 1)


def as_matrix_workbook(made: Sequence[Compared], *, lang: str = "en") -> bytes:
    """The .xlsx of a parent's duties with their status in each child, were it but one."""
    return written(made, lang, matrix=True)


def written(made: Sequence[Compared], lang: str, *, matrix: bool) -> bytes:
    """The bytes of a workbook, the same each time; it holds no formula and no link."""
    from xlsxwriter import Workbook

    page = io.BytesIO()
    book = Workbook(page, {"in_memory": True})
    book.set_properties({"created": MADE})
    sheets = Sheets(book, lang)
    if matrix:
        families: dict[tuple[str, str | None], list[Compared]] = {}
        for pair in made:
            families.setdefault((pair.parent_path, pair.result.parent.sha256), []).append(pair)
        for family in families.values():
            sheets.matrix(family)
    else:
        sheets.pair(made[0])
    sheets.full_texts()
    book.close()
    return page.getvalue()


class Sheets:
    """A workbook on its way: its formats, and the words too long for a row of their sheet."""

    def __init__(self, book: Any, lang: str) -> None:
        self.book, self.lang = book, lang
        self.formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self.names: Counter[str] = Counter()
        self.long: list[tuple[str, str, str]] = []

    # ------------------------------------------------------------ one pair

    def pair(self, pair: Compared) -> None:
        """The parent's duties, the totals, then what only the child has."""
        result = pair.result
        page = PageOfText(result, self.lang, MOST_IN_CELL, False, False)
        items = [item for item in result.items if item.parent is not None]
        decided = any(item.waiver for item in items)
        columns = [
            Column(say(self.lang, "column_section"), 8),
            Column(say(self.lang, "column_kind"), 11),
            Column(say(self.lang, "column_status"), 13),
            Column("?", 4),
            Column(say(self.lang, "column_parent_words"), 46),
            Column(say(self.lang, "column_child_words"), 46),
            Column(say(self.lang, "column_changes"), 26),
            Column(say(self.lang, "missing_acts").capitalize(), 26),
            Column(say(self.lang, "reason").capitalize(), 18),
            *([Column(say(self.lang, "column_decision"), 20)] if decided else []),
            Column(say(self.lang, "column_score"), 8),
            Column(say(self.lang, "column_id"), 7),
        ]
        sheet = self.open(say(self.lang, "sheet_duties"), columns, f"{title(pair)}", frozen=3)
        sheet.write_comment(0, 3, say(self.lang, "column_review_note"), self.box(""))
        for row, item in enumerate(items, 1):
            assert item.parent is not None
            told = [
                printable(item.parent.section),
                say(self.lang, item.kind),
                say(self.lang, item.status),
                "?" if page.uncertain(item) else "",
                printable(item.parent.text),
                quoted(item.child),
                "\n".join(told_change(change, self.lang) for change in item.changes),
                "\n".join(map(printable, item.missing_acts)),
                printable(item.reason or ""),
                *(["\n".join(page.decision(item, 0))] if decided else []),
                f"{item.score:.0%}",
                item.id,
            ]
            self.row(sheet, row, columns, told, item.id, {2: standing(item)})
            sheet.write_number(row, len(columns) - 2, round(item.score, 4), self.percent())
        self.end(sheet, len(items), columns)
        self.totals_of_pair(pair, page)
        self.added([pair])

    def totals_of_pair(self, pair: Compared, page: PageOfText) -> None:
        """Which plans, what the page says of them, then counts by status and by section."""
        sheet = self.plain(say(self.lang, "sheet_totals"), [34, *[13] * (len(STATUSES) + 1)])
        row = self.plans(sheet, [pair])
        for line in (*page.counts(), *page.unused()):
            row = self.across(sheet, row, printable(line))
        heads = ("column_status", "column_duties", "legal_basis", "column_sum", "accepted")
        row = self.heads(sheet, row + 1, [capital(say(self.lang, head)) for head in heads])
        items = pair.result.items
        for status in STATUSES:
            of = [item for item in items if item.status == status]
            grounds = sum(item.kind == "legal_basis" for item in of)
            accepted = sum(standing(item) == "accepted" for item in of)
            self.words(sheet, row, 0, capital(say(self.lang, status)), self.status(status))
            for place, n in enumerate((len(of) - grounds, grounds, len(of), accepted), 1):
                sheet.write_number(row, place, n, self.number())
            row += 1
        self.words(sheet, row, 0, say(self.lang, "column_sum"), self.number(bold=True))
        grounds = sum(item.kind == "legal_basis" for item in items)
        accepted = sum(standing(item) == "accepted" for item in items)
        for place, n in enumerate((len(items) - grounds, grounds, len(items), accepted), 1):
            sheet.write_number(row, place, n, self.number(bold=True))
        self.by_section(sheet, row + 2, [pair])

    # ------------------------------------------------------------ one parent, many children

    def matrix(self, family: Sequence[Compared]) -> None:
        """The duties with a column for each child, the totals, then what only the children have."""
        first, *_ = family
        names = short_names(family, self.lang)
        turned = len(family) > STANDING_NAMES
        columns = [
            Column(say(self.lang, "column_place"), 5),
            Column(say(self.lang, "column_section"), 8),
            Column(say(self.lang, "column_kind"), 11),
            Column(say(self.lang, "column_text"), 50),
            Column(say(self.lang, "column_unanswered"), 9),
            Column(say(self.lang, "column_id"), 6),
            *(Column(name, 10.5 if turned else 16) for name in names),
        ]
        fixed = 6
        sheet = self.open(
            say(self.lang, "sheet_matrix"),
            columns,
            said_of(first.result.parent, self.lang),
            frozen=fixed,
            turned=range(fixed, fixed + len(family)) if turned else (),
        )
        for column, pair in enumerate(family, fixed):
            words = "\n".join(self.plan_lines(pair.result.child, pair.child_path))
            sheet.write_comment(0, column, words, self.box(words))
        if len(family) > CHILDREN_ON_PAGE:  # beside one another, each with the duties before them
            sheet.fit_to_pages(0, 0)
            sheet.set_print_scale(SCALE)
            sheet.repeat_columns(0, fixed - 1)
            sheet.print_across()
            sheet.set_v_pagebreaks(range(fixed, fixed + len(family), CHILDREN_ON_PAGE)[1:])
        found = [[item for item in pair.result.items if item.parent] for pair in family]
        rows = list(zip(*found, strict=True))
        unanswered = [sum(standing(item) in UNANSWERED for item in row) for row in rows]
        order = sorted(range(len(rows)), key=lambda place: -unanswered[place])
        for line, place in enumerate(order, 1):
            row = rows[place]
            duty = row[0]
            assert duty.parent is not None
            told = [
                "",
                printable(duty.parent.section),
                say(self.lang, duty.kind),
                printable(duty.parent.text),
                "",
                duty.id,
                *(say(self.lang, standing(item)) for item in row),
            ]
            marked = {fixed + n: standing(item) for n, item in enumerate(row)}
            self.row(sheet, line, columns, told, duty.id, marked)
            sheet.write_number(line, 0, place + 1, self.number())
            sheet.write_number(line, 4, unanswered[place], self.number())
            for column, (item, pair) in enumerate(zip(row, family, strict=True), fixed):
                words = self.comment(item, pair)
                if words:
                    sheet.write_comment(line, column, words, self.box(words))
        self.end(sheet, len(rows), columns)
        self.totals_of_matrix(family, names)
        self.added(family, names)

    def comment(self, item: DiffItem, pair: Compared) -> str:
        """The child's sentences as quoted, and what is to be said of them."""
        page = PageOfText(pair.result, self.lang, MOST_IN_CELL, False, False)
        lines = [quoted(item.child)] if item.child else []
        lines += [f"{say(self.lang, 'missing_acts')}: {printable(a)}" for a in item.missing_acts]
        lines += [told_change(change, self.lang) for change in item.changes]
        if item.reason:
            lines.append(f"{say(self.lang, 'reason')}: {printable(item.reason)}")
        if item.status == "undetermined":
            lines.append(say(self.lang, "help_rule_undetermined"))
        lines += page.decision(item, 0)
        if page.uncertain(item):
            lines.append(f"? {say(self.lang, 'column_review_note')}")
        return clipped("\n".join(lines), MOST_IN_CELL)

    def totals_of_matrix(self, family: Sequence[Compared], names: Sequence[str]) -> None:
        """A line for each child with its counts and its citation of the parent; then by section."""
        widths = [34, *[13] * (len(ORDER) + 1), 16, 30, 40]
        sheet = self.plain(say(self.lang, "sheet_totals"), widths)
        row = self.plans(sheet, family[:1], child=False)
        named = (*ORDER, "legal_basis", "number", "column_name")
        heads = [say(self.lang, head) for head in named]
        heads = [say(self.lang, "column_office"), *heads, say(self.lang, "column_file")]
        row = self.heads(sheet, row + 1, list(map(capital, heads)))
        sheet.repeat_rows(row - 1)
        for pair, name in zip(family, names, strict=True):
            result = pair.result
            self.words(sheet, row, 0, name, self.cell())
            for place, count in enumerate(counted(result).values(), 1):
                sheet.write_number(row, place, count, self.number())
            for item in result.items:
                if item.kind == "legal_basis":
                    told = standing(item)
                    self.words(sheet, row, len(ORDER) + 1, say(self.lang, told), self.status(told))
            rest = (result.child.number, result.child.issuing_body, pair.child_path)
            widest = 1
            for place, words in enumerate(rest, len(ORDER) + 2):
                self.words(sheet, row, place, printable(words or ""), self.cell())
                widest = max(widest, lines_of(printable(words or ""), widths[place]))
            sheet.set_row(row, height(max(widest, lines_of(name, 34))))
            row += 1
        self.by_section(sheet, row + 1, family)

    # ------------------------------------------------------------ parts of both

    def added(self, family: Sequence[Compared], names: Sequence[str] | None = None) -> None:
        """What the children have that answers no duty."""
        columns = [
            *([Column(say(self.lang, "column_office"), 26)] if names else []),
            Column(say(self.lang, "column_section"), 9),
            Column(say(self.lang, "column_kind"), 12),
            Column(say(self.lang, "column_status"), 12),
            Column(say(self.lang, "column_child_words"), 90),
            Column(say(self.lang, "column_id"), 7),
        ]
        head = said_of(family[0].result.child if not names else family[0].result.parent, self.lang)
        sheet = self.open(say(self.lang, "sheet_added"), columns, head)
        row = 0
        for place, pair in enumerate(family):
            for item in pair.result.items:
                if item.parent is not None:
                    continue
                row += 1
                told = [
                    *([names[place]] if names else []),
                    printable(item.child[0].section if item.child else ""),
                    say(self.lang, item.kind),
                    say(self.lang, item.status),
                    "\n".join(printable(words.text) for words in item.child),
                    item.id,
                ]
                self.row(sheet, row, columns, told, item.id, {len(columns) - 3: item.status})
        self.end(sheet, row, columns)

    def by_section(self, sheet: Worksheet, row: int, family: Sequence[Compared]) -> None:
        """How many duties of each of the parent's chapters have each status, over all children."""
        parent = family[0].parent
        counts: dict[str, Counter[str]] = {}
        for pair in family:
            for item in duties(pair.result):
                if item.parent is not None:
                    head = item.parent.section.partition(".")[0]
                    counts.setdefault(head, Counter())[standing(item)] += 1
        statuses = [status for status in ORDER if status != "added"]
        heads = ["column_section", *statuses, "column_sum"]
        row = self.heads(sheet, row, [capital(say(self.lang, head)) for head in heads])
        titles = {path: section.title or "" for path, section in parent.walk()}
        for head, told in counts.items():
            name = ". ".join(part for part in (head, titles.get(head, "")) if part)
            name = printable(name) or say(self.lang, "no_section")
            self.words(sheet, row, 0, name, self.cell())
            for place, n in enumerate([*(told[s] for s in statuses), told.total()], 1):
                sheet.write_number(row, place, n, self.number())
            sheet.set_row(row, height(lines_of(name, 34)))
            row += 1

    def full_texts(self) -> None:
        """What is too long for one row, in pieces one below the other."""
        if not self.long:
            return
        columns = [
            Column(say(self.lang, "column_id"), 8),
            Column(say(self.lang, "column_name"), 22),
            Column(say(self.lang, "column_text"), LONG_WIDTH),
        ]
        sheet = self.open(say(self.lang, "sheet_full"), columns, say(self.lang, "sheet_full"))
        row = 0
        for identity, head, words in self.long:
            for piece in pieces(words, LONG_WIDTH, MOST_LINES - 2):
                row += 1
                self.row(sheet, row, columns, [identity, head, piece], identity, {})
        self.end(sheet, row, columns)

    def plans(self, sheet: Worksheet, family: Sequence[Compared], *, child: bool = True) -> int:
        """Which plans were compared, and the first row below."""
        row = 0
        for pair in family:
            sides = [("parent", pair.result.parent, pair.parent_path)]
            sides += [("child", pair.result.child, pair.child_path)] if child else []
            for side, plan, path in sides:
                for count, line in enumerate(self.plan_lines(plan, path)):
                    head = f"{say(self.lang, side)}: " if count == 0 else ""
                    row = self.across(sheet, row, head + line, bold=count == 0)
        return row

    def plan_lines(self, plan: PlanRef, path: str) -> Iterator[str]:
        """What a plan is, its title, its file."""
        yield said_of(plan, self.lang)
        if plan.title:
            yield printable(plan.title)
        yield printable(path)

    # ------------------------------------------------------------ cells

    def open(
        self,
        name: str,
        columns: Sequence[Column],
        about: str,
        *,
        frozen: int = 0,
        turned: Iterable[int] = (),
    ) -> Worksheet:
        """A sheet with its row of headings, which stays in sight and on every page."""
        sheet = self.add(name)
        sheet.freeze_panes(1, frozen)
        sheet.repeat_rows(0)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width, self.cell())
            style = self.head(rotation=90) if place in turned else self.head()
            self.words(sheet, 0, place, column.head, style)
        tall = max((len(columns[place].head) for place in turned), default=0)
        across = [lines_of(c.head, c.width) for n, c in enumerate(columns) if n not in turned]
        sheet.set_row(0, max(min(8.0 * tall, 190) if tall else 0, height(max(across))))
        sheet.set_header("&L&9 " + clipped(about, 200).replace("&", "&&"))
        return sheet

    def plain(self, name: str, widths: Sequence[float]) -> Worksheet:
        """A sheet without a row of headings of its own."""
        sheet = self.add(name)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        return sheet

    def add(self, name: str) -> Worksheet:
        """A sheet as it is printed: landscape, as wide as a page, pages numbered."""
        self.names[name] += 1
        sheet: Worksheet = self.book.add_worksheet(
            name if self.names[name] == 1 else f"{name} ({self.names[name]})"
        )
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L&9&A&R&9{say(self.lang, 'page_of', page='&P', pages='&N')}")
        sheet.set_comments_author("vnplan")
        return sheet

    def row(
        self,
        sheet: Worksheet,
        row: int,
        columns: Sequence[Column],
        told: Sequence[str],
        identity: str,
        marked: Mapping[int, str],
    ) -> None:
        """A row of words, each wrapped in its column; ``marked`` cells have a status's colour."""
        highest = 1
        for place, (column, words) in enumerate(zip(columns, told, strict=True)):
            if lines_of(words, column.width) > MOST_LINES:
                self.long.append((identity, column.head, words))
                first = next(pieces(words, column.width, MOST_LINES - 2))
                words = f"{first} {say(self.lang, 'goes_on', sheet=say(self.lang, 'sheet_full'))}"
            style = self.status(marked[place]) if place in marked else self.cell()
            self.words(sheet, row, place, words, style)
            highest = max(highest, lines_of(words, column.width))
        sheet.set_row(row, height(highest))

    def end(self, sheet: Worksheet, rows: int, columns: Sequence[Column]) -> None:
        """The sheet with filters over its rows."""
        sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)

    def across(self, sheet: Worksheet, row: int, words: str, *, bold: bool = False) -> int:
        """Words over several columns of a sheet of totals, and the row below."""
        width = 34 + 13 * 6
        sheet.merge_range(row, 0, row, 6, "", self.format(bold=bold, text_wrap=True, valign="top"))
        self.words(sheet, row, 0, words, self.format(bold=bold, text_wrap=True, valign="top"))
        sheet.set_row(row, height(lines_of(words, width)))
        return row + 1

    def heads(self, sheet: Worksheet, row: int, heads: Sequence[str]) -> int:
        """A row of headings within a sheet, and the row below."""
        for place, head in enumerate(heads):
            self.words(sheet, row, place, head, self.head())
        sheet.set_row(row, height(max(lines_of(head, 13) for head in heads)))
        return row + 1

    def words(self, sheet: Worksheet, row: int, column: int, words: str, style: Format) -> None:
        """A cell of words: never a formula, a number or a link, whatever they begin with."""
        if words:
            sheet.write_string(row, column, clipped(words, MOST_IN_CELL), style)
        else:
            sheet.write_blank(row, column, None, style)

    def box(self, words: str) -> dict[str, object]:
        """How large a comment is, and its letters."""
        high = min(max(lines_of(words, 48), 4) * 16 + 12, 640)
        return {"width": 320, "height": high, "font_name": FONT, "font_size": 10}

    def format(self, **said: object) -> Format:
        """A format, made once."""
        key = tuple(sorted({"font_name": FONT, "font_size": 11, **said}.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(dict(key))
        return self.formats[key]

    def cell(self) -> Format:
        """A cell of words."""
        return self.format(text_wrap=True, valign="top", border=1, border_color="#BFBFBF")

    def number(self, **said: object) -> Format:
        """A cell of a count."""
        return self.format(valign="top", align="center", border=1, border_color="#BFBFBF", **said)

    def percent(self) -> Format:
        """A cell of a share."""
        return self.number(num_format="0%")

    def head(self, **said: object) -> Format:
        """A heading."""
        return self.format(
            bold=True,
            text_wrap=True,
            valign="vcenter",
            align="center",
            border=1,
            bg_color="#D9E1F2",
            **said,
        )

    def status(self, status: str) -> Format:
        """A cell in the colours of a status."""
        fill, ink = FILLS[status]
        return self.format(
            text_wrap=True,
            valign="top",
            align="center",
            border=1,
            border_color="#BFBFBF",
            bg_color=fill,
            font_color=ink,
            bold=status in ("missing", "partial", "altered", "undetermined"),
        )


# ---------------------------------------------------------------- words


def quoted(places: Iterable[Evidence]) -> str:
    """Words of a plan, each behind its section."""
    told = ((printable(place.section), printable(place.text)) for place in places)
    return "\n".join(f"{section}: {words}" if section else words for section, words in told)


def title(pair: Compared) -> str:
    """Which two plans, for the head of a printed page."""
    sides = ((pair.result.parent, pair.parent_path), (pair.result.child, pair.child_path))
    return " → ".join(printable(plan.number or "") or printable(path) for plan, path in sides)


def said_of(plan: PlanRef, lang: str) -> str:
    """A plan's body and number, and its day."""
    date = plan.date and say(lang, "of_date", date=day(plan.date))
    return ", ".join(part for part in (name_of(plan, lang), date) if part)


def short_names(family: Sequence[Compared], lang: str) -> list[str]:
    """How each child is called in a narrow column; those that are called alike, with their number.

    Where that is the same too, or there is none, the name of the file tells them apart.
    """
    names = [short(pair.child, pair.result.child, lang) for pair in family]
    numbers = [printable(pair.result.child.number or "") for pair in family]
    files = [printable(PurePath(pair.child_path).name) for pair in family]
    for further in (numbers, files):
        often = Counter(names)
        names = [
            f"{name} ({more})" if often[name] > 1 and more and more != name else name
            for name, more in zip(names, further, strict=True)
        ]
    return names


def short(child: Plan, plan: PlanRef, lang: str) -> str:
    """A body's name with the heads of bodies shortened, else what else the plan is called."""
    name = printable(plan.issuing_body or "")
    for full, brief in SHORT_IN_TABLES.items():
        name = re.sub(full, brief, name, flags=re.IGNORECASE)
    return name or name_of(plan, lang)


def capital(words: str) -> str:
    """The words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def clipped(words: str, most: int) -> str:
    """The words, cut where they are longer."""
    return words if len(words) <= most else words[: most - 2] + " …"


def wrapped_lines(words: str, width: float) -> list[str]:
    """The lines that words take in a column of a width."""
    letters = max(int(width * FILL_OF_LINE), 1)
    return [line for part in words.split("\n") for line in textwrap.wrap(part, letters) or [""]]


def lines_of(words: str, width: float) -> int:
    """How many lines words take in a column of a width."""
    if len(words) <= width and "\n" not in words:
        return 1
    return len(wrapped_lines(words, width))


def height(lines: int) -> float:
    """How high a row of so many lines is, in points."""
    return min(lines * LINE + 3, 409.0)


def pieces(words: str, width: float, most: int) -> Iterator[str]:
    """The words in pieces of so many lines at most."""
    lines = wrapped_lines(words, width)
    for start in range(0, len(lines), most):
        yield " ".join(lines[start : start + most])

"""A plan as tables for the terminal, drawn by rich."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnplan.language import say, say_doubt
from vnplan.records import Citation, Date, Doubt, Obligation, Plan
from vnplan.report.text import day, printable

if TYPE_CHECKING:
    from rich.console import Console

# field of the plan -> its columns: heading, and its share of what width is left; a column
# of 0 is as wide as its longest cell
COLUMNS: dict[str, tuple[tuple[str, int], ...]] = {
    "citations": (("column_type", 3), ("date", 0), ("column_issuer", 3), ("title", 6)),
    "phases": (
        ("column_section", 0), ("column_name", 5), ("column_start", 0), ("column_end", 0)
    ),
    "obligations": (
        ("column_section", 0), ("column_text", 6), ("column_actors", 2), ("column_deadline", 2)
    ),
    "deadlines": (("column_section", 0), ("column_deadline", 5), ("date", 0)),
    "criteria": (("column_section", 0), ("column_audience", 0), ("column_text", 6)),
    "awards": (
        ("column_section", 0), ("column_form", 2), ("column_authority", 3),
        ("column_occasion", 0), ("column_audience", 0),
    ),
    "recipients": (("column_name", 3), ("column_note", 2)),
    "doubts": (("column_message", 3), ("column_text", 2)),
}  # fmt: skip


def as_table(plan: Plan, *, lang: str = "en", width: int = 80, colour: bool = False) -> str:
    """The plan's header and a table for each kind of item that it has."""
    console = open_console(max(width, 40), colour=colour)
    draw_header(console, plan, lang)
    for field, columns in COLUMNS.items():
        rows = [[printable(cell) for cell in row] for row in cells(plan, field, lang)]
        if rows:
            draw_table(console, f"{say(lang, field)} ({len(rows)})", columns, rows, lang)
    return drawn(console)


def open_console(width: int, *, colour: bool) -> Console:
    """A console to draw a page on, which shows words as they are."""
    from rich.console import Console

    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def drawn(console: Console) -> str:
    """The page drawn on a console, without blanks at the ends of lines."""
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()) + "\n"


def draw_header(console: Console, plan: Plan, lang: str) -> None:
    """What the letterhead and the signature say, a line each."""
    from rich.table import Table
    from rich.text import Text

    body, signed = plan.issuing_body, plan.signatory
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for key, words in (
        ("kind", say(lang, plan.kind)),
        ("number", plan.number and plan.number.text),
        ("date", plan.date and day(plan.date)),
        ("title", plan.title),
        ("issuing_body", body and body.name),
        ("superior", body and body.superior),
        ("signatory", signed and ", ".join(filter(None, (signed.name, signed.position)))),
    ):
        if words:
            grid.add_row(Text(say(lang, key)), Text(printable(words)))
    console.print(grid)


def draw_table(
    console: Console,
    title: str,
    columns: Sequence[tuple[str, int]],
    rows: list[list[str]],
    lang: str,
) -> None:
    """One table; columns without a value in any row are left out."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    if console.width < NARROW:
        draw_list(console, title, columns, rows, lang)
        return
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    used = []
    for index, (heading, share) in enumerate(columns):
        if any(row[index] for row in rows):
            used.append(index)
            table.add_column(
                Text(say(lang, heading)), ratio=share or None, no_wrap=not share, overflow="fold"
            )
    for row in rows:
        table.add_row(*(Text(row[index]) for index in used))
    # rich keeps to the shares of a table only where it fills the page
    table.expand = console.measure(table).maximum >= console.width
    console.print()
    console.print(Text(title, style="bold"))
    console.print(table)


NARROW = 60  # columns; in less the words of a table would be broken letter by letter


def draw_list(
    console: Console,
    title: str,
    columns: Sequence[tuple[str, int]],
    rows: list[list[str]],
    lang: str,
) -> None:
    """One table for a narrow page: a line for each cell that says something."""
    from rich.text import Text

    console.print()
    console.print(Text(title, style="bold"))
    for row in rows:
        console.print()
        for (heading, _), cell in zip(columns, row, strict=True):
            if cell:
                console.print(Text(f"{say(lang, heading)}: {cell}"))


def cells(plan: Plan, field: str, lang: str) -> list[list[str]]:
    """The rows of one table, as words."""

    def name(value: str | None) -> str:
        return say(lang, value) if value else ""

    match field:
        case "citations":
            return [citation_cells(citation) for citation in plan.citations]
        case "phases":
            return [[p.section, p.name, when(p.start), when(p.end)] for p in plan.phases]
        case "obligations":
            return [
                [duty.section, duty.text, actors(duty, lang), due(duty, lang)]
                for duty in plan.obligations
            ]
        case "deadlines":
            return [
                [d.section, d.text, " ".join(filter(None, (when(d.date), name(d.recurrence))))]
                for d in plan.deadlines
            ]
        case "criteria":
            return [[c.section, name(c.audience), c.text] for c in plan.criteria]
        case "awards":
            return [
                [a.section, a.form, a.authority or "", name(a.occasion), name(a.audience)]
                for a in plan.awards
            ]
        case "recipients":
            return [[r.name, r.note or ""] for r in plan.recipients]
        case _:
            return [doubt_cells(plan, doubt, lang) for doubt in plan.doubts]


def doubt_cells(plan: Plan, doubt: Doubt, lang: str) -> list[str]:
    """What is doubted, and the words that it is about."""
    words = plan.text[slice(*doubt.span)] if plan.text and doubt.span else ""
    short = printable(words)
    told = say_doubt(lang, doubt.code, doubt.message)
    return [told, short if len(short) <= LONGEST else f"{short[:LONGEST]}…"]


LONGEST = 60  # signs of the words that a doubt is about


def citation_cells(citation: Citation) -> list[str]:
    """Type and number, date, issuer and title of a document."""
    kind = " ".join(filter(None, (citation.type, citation.number)))
    return [kind, when(citation.date), citation.issuer or "", citation.title or ""]


def actors(duty: Obligation, lang: str) -> str:
    """Who must act, with the part where it is not the plain one."""
    return "; ".join(
        actor.name if actor.part == "agent" else f"{actor.name} ({say(lang, actor.part)})"
        for actor in duty.actors
    )


def due(duty: Obligation, lang: str) -> str:
    """When a duty is due: the date as printed, and how often."""
    words = [duty.deadline.text] if duty.deadline else []
    return "; ".join(words + ([say(lang, duty.recurrence)] if duty.recurrence else []))


def when(date: Date | None) -> str:
    """A date for one cell, empty where there is none."""
    return day(date) if date else ""

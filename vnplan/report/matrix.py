"""A matrix of many subordinate plans, as a page for the terminal and as a sheet."""

from __future__ import annotations

import csv
import io
import textwrap
from collections import Counter
from collections.abc import Iterator

from vnplan.language import say
from vnplan.records import MatrixRow, PlanMatrix, PlanRef
from vnplan.report.text import ACCEPTED, GRAVE, PLAIN, printable, standing_of, wrapped

# one sign for each standing, so that sixty children fit on a line
SIGNS: dict[str, str] = {
    "missing": "X",
    "partial": "/",
    "altered": "~",
    "undetermined": "?",
    "accepted": "=",
    "not_applicable": "-",
    "covered": ".",
}
# what turns a cell of a sheet into a formula
FORMULA = ("=", "+", "-", "@")


def as_page(matrix: PlanMatrix, *, lang: str = "en", width: int = 80) -> str:
    """The children with their counts, then the duties, the most often unanswered first.

    Lines are at most ``width`` columns wide, unless there are more children than that.
    """
    return "\n".join(lines(matrix, lang, max(width, 40))) + "\n"


def lines(matrix: PlanMatrix, lang: str, width: int) -> Iterator[str]:
    """The lines of the page."""
    yield f"{say(lang, 'parent')}: {name_of(matrix.parent, lang)}"
    yield ""
    legend = ", ".join(f"{sign} {say(lang, status)}" for status, sign in SIGNS.items())
    yield from textwrap.wrap(legend, width)
    if any("undetermined" in standings(row) for row in matrix.rows):
        words = f"{SIGNS['undetermined']} {say(lang, 'help_rule_undetermined')}"
        yield from wrapped("", words, width)
    yield ""
    digits = len(str(len(matrix.children)))
    names = names_of(matrix, lang)
    for number, name in enumerate(names, 1):
        words = f"{name}: {'; '.join(told_of(matrix, number - 1, lang))}"
        yield from wrapped(f"{number:>{digits}}  ", words, width)
    total = len(matrix.children)
    counted_in = sum(not child.draft for child in matrix.children)
    yield ""
    margin = " " * (2 * digits + 3)
    if total > 9:  # the children's numbers over their signs, read downwards
        yield margin + "".join(str(number)[:-1][-1:] or " " for number in range(1, total + 1))
    yield margin + "".join(str(number)[-1] for number in range(1, total + 1))
    for row in matrix.rows:
        signs = "".join(SIGNS.get(standing, " ") for standing in standings(row))
        yield ""
        yield f"{row.unanswered:>{digits}}/{counted_in:<{digits}}  {signs}"
        section = f"{row.parent.section}  " if row.parent.section else ""
        kind = f"[{say(lang, row.kind)}] " if row.kind not in PLAIN else ""
        words = f"{section}{kind}{printable(row.parent.text)}"
        yield from wrapped(margin, words, width)


def told_of(matrix: PlanMatrix, column: int, lang: str) -> list[str]:
    """What is to be said of a child: how many duties stand how, then a citation that is wrong."""
    counts = counted(matrix, column)
    told = [f"{counts[one]} {say(lang, one)}" for one in (*GRAVE, ACCEPTED) if counts[one]]
    if not any(counts[status] for status in GRAVE):
        told.append(say(lang, "nothing_else_missing" if told else "nothing_missing").rstrip("."))
    found = [", ".join(told)]
    for row in matrix.rows:
        if row.kind == "legal_basis" and row.parent.text and standings(row)[column] in GRAVE:
            number = printable(row.parent.text)
            found.append(say(lang, f"cited_{row.statuses[column]}", number=number))
    return found


def counted(matrix: PlanMatrix, column: int) -> Counter[str]:
    """How many duties stand how in a child; the parent's citation is none of them."""
    return Counter(standings(row)[column] for row in matrix.rows if row.kind != "legal_basis")


def standings(row: MatrixRow) -> list[str]:
    """How a duty stands in each child: its status, or ``accepted`` where that may stay so."""
    excused = row.excused or (False,) * len(row.statuses)
    return [standing_of(*told) for told in zip(row.statuses, excused, strict=True)]


def name_of(plan: PlanRef, lang: str) -> str:
    """How a person calls a plan: its body and number, else its file."""
    words = [plan.issuing_body, plan.number]
    named = ", ".join(printable(word) for word in words if word)
    return named or printable(plan.name or plan.title or "") or say(lang, "untitled")


def names_of(matrix: PlanMatrix, lang: str) -> list[str]:
    """How a person calls each child; those that are called alike have their files' names too.

    A draft is marked as one.
    """
    names = [name_of(child.plan, lang) for child in matrix.children]
    often = Counter(names)
    found: list[str] = []
    for name, child in zip(names, matrix.children, strict=True):
        alike = often[name] > 1 and child.plan.name
        told = [printable(child.plan.name or "")] if alike else []
        told += [say(lang, "remark_draft")] if child.draft else []
        found.append(f"{name} ({', '.join(told)})" if told else name)
    return found


def as_sheet(matrix: PlanMatrix, *, lang: str = "en") -> str:
    """The matrix as CSV: a line for each duty, a column for each child, statuses in words."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    heads = [say(lang, f"column_{name}") for name in ("id", "section", "kind", "text")]
    names = names_of(matrix, lang)
    writer.writerow(map(harmless, [*heads, *names, say(lang, "column_unanswered")]))
    for row in matrix.rows:
        words = [row.id, row.parent.section, say(lang, row.kind), printable(row.parent.text)]
        told = [say(lang, standing) for standing in standings(row)]
        writer.writerow([*map(harmless, [*words, *told]), row.unanswered])
    return page.getvalue()


def harmless(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words

"""A matrix of many subordinate plans, as a page for the terminal and as a sheet."""

from __future__ import annotations

import csv
import io
import textwrap
from collections import Counter
from collections.abc import Iterator

from vnplan.language import say
from vnplan.records import PlanMatrix, PlanRef, Status
from vnplan.report.text import PLAIN, printable, wrapped

# one sign for each status, so that sixty children fit on a line
SIGNS: dict[Status, str] = {
    "missing": "X",
    "partial": "/",
    "altered": "~",
    "undetermined": "?",
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
    yield ""
    digits = len(str(len(matrix.children)))
    names = names_of(matrix, lang)
    for number, (child, name) in enumerate(zip(matrix.children, names, strict=True), 1):
        counts = child.summary
        told = ", ".join(
            f"{count} {say(lang, status)}"
            for status in SIGNS
            if status not in ("covered", "not_applicable") and (count := getattr(counts, status))
        )
        words = f"{name}: {told or say(lang, 'nothing_missing')}"
        yield from wrapped(f"{number:>{digits}}  ", words, width)
    total = len(matrix.children)
    yield ""
    margin = " " * (2 * digits + 3)
    if total > 9:  # the children's numbers over their signs, read downwards
        yield margin + "".join(str(number)[:-1][-1:] or " " for number in range(1, total + 1))
    yield margin + "".join(str(number)[-1] for number in range(1, total + 1))
    for row in matrix.rows:
        signs = "".join(SIGNS.get(status, " ") for status in row.statuses)
        yield ""
        yield f"{row.unanswered:>{digits}}/{total}  {signs}"
        section = f"{row.parent.section}  " if row.parent.section else ""
        kind = f"[{say(lang, row.kind)}] " if row.kind not in PLAIN else ""
        words = f"{section}{kind}{printable(row.parent.text)}"
        yield from wrapped(margin, words, width)


def name_of(plan: PlanRef, lang: str) -> str:
    """How a person calls a plan: its body and number, else its file."""
    words = [plan.issuing_body, plan.number]
    named = ", ".join(printable(word) for word in words if word)
    return named or printable(plan.name or plan.title or "") or say(lang, "untitled")


def names_of(matrix: PlanMatrix, lang: str) -> list[str]:
    """How a person calls each child; those that are called alike have their files' names too."""
    names = [name_of(child.plan, lang) for child in matrix.children]
    often = Counter(names)
    return [
        f"{name} ({printable(child.plan.name)})" if often[name] > 1 and child.plan.name else name
        for name, child in zip(names, matrix.children, strict=True)
    ]


def as_sheet(matrix: PlanMatrix, *, lang: str = "en") -> str:
    """The matrix as CSV: a line for each duty, a column for each child, statuses in words."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    heads = [say(lang, f"column_{name}") for name in ("id", "section", "kind", "text")]
    names = names_of(matrix, lang)
    writer.writerow(map(harmless, [*heads, *names, say(lang, "column_unanswered")]))
    for row in matrix.rows:
        words = [row.id, row.parent.section, say(lang, row.kind), printable(row.parent.text)]
        told = [say(lang, status) for status in row.statuses]
        writer.writerow([*map(harmless, [*words, *told]), row.unanswered])
    return page.getvalue()


def harmless(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words

"""Plans that were found, as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vnplan.language import say
from vnplan.report.text import COLOURS, printable, wrapped

BLANK = "–"  # a number or date that is not known
WIDEST_NUMBER = 24
NARROW = 60  # columns, below which a plan's own lines begin at the margin


def as_page(
    hits: Sequence[Mapping[str, Any]],
    *,
    lang: str = "en",
    width: int = 80,
    colour: bool = False,
    more: bool = False,
) -> str:
    """Each plan with its number, date and issuer, beneath them its title, file and snippet.

    ``more`` says that further plans were found. With ``colour``, what was asked for is marked in
    the snippets.
    """
    width = max(width, 40)
    numbers = [printable(hit["number"] or BLANK) for hit in hits]
    widest = min(max(map(len, numbers), default=0), WIDEST_NUMBER)
    lines: list[str] = []
    for number, hit in zip(numbers, hits, strict=True):
        lines += [*entry(number, widest, hit, width, colour), ""]
    if more:
        lines += [say(lang, "search_more", count=len(hits)), ""]
    return "".join(f"{line.rstrip()}\n" for line in lines[:-1])


def entry(
    number: str, widest: int, hit: Mapping[str, Any], width: int, colour: bool
) -> Iterator[str]:
    """The lines of one plan."""
    head = f"{number:<{widest}}  {shown_date(hit['date']):<10}  "
    first, *rest = wrapped(head, printable(hit["issuer"] or BLANK), width)
    yield (f"\033[{COLOURS['strong']}m{number}\033[0m" + first[len(number) :]) if colour else first
    yield from rest
    margin = " " * (2 if width < NARROW else widest + 2)
    for words in (hit["title"], hit["path"]):
        if words:
            yield from wrapped(margin, printable(words), width)
    if hit["snippet"]:
        lines = wrapped(margin, printable(hit["snippet"]), width)
        yield from marked(lines, hit, len(margin)) if colour else lines


def marked(lines: Iterator[str], hit: Mapping[str, Any], margin: int) -> Iterator[str]:
    """The lines of a snippet, with what was asked for in colour."""
    snippet = printable(hit["snippet"])
    at = 0
    for line in lines:
        at = snippet.index(line[margin:], at)
        end = at + len(line) - margin
        for start, stop in reversed(hit["marks"]):
            left = max(start - at + margin, margin)
            right = min(stop - at + margin, len(line))
            if left < right:
                inside = f"\033[{COLOURS['partial']}m{line[left:right]}\033[0m"
                line = line[:left] + inside + line[right:]
        yield line
        at = end


def shown_date(iso: str | None) -> str:
    """``2024-05-02`` as ``02/5/2024``: months 3 to 12 without a zero."""
    if iso is None:
        return BLANK
    year, *rest = iso.split("-")
    month = [each if each < "03" else each.lstrip("0") for each in rest[:1]]
    return "/".join([*rest[1:], *month, year])

"""Scores as a table for the terminal, and mistakes as lines."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from vnplan.language import say
from vnplan.report.text import printable
from vnplan.scores import Mistake, Scores

HEADS = ("column_gold", "column_found", "column_matched", "P", "R", "F1")
WIDEST_FIELD = len("issuing_body.superior")


def as_scores(scores: Scores, *, lang: str = "en", width: int = 80) -> str:
    """A line of counts and figures for each field, then the three means.

    The field's attributes end its line; where the width does not hold them, they follow it.
    """
    width = max(width, 60)
    heads = [say(lang, head) for head in HEADS]
    widths = [max(5, len(head)) for head in heads]
    lines = [f"{row(say(lang, 'column_field'), heads, widths)}  {say(lang, 'column_attributes')}"]
    for field, tally in scores.fields.items():
        cells = [str(count) for count in (tally.gold, tally.pred, tally.matched)]
        cells += map(figure, (tally.precision, tally.recall, tally.f1))
        line = row(field, cells, widths)
        attributes = "  ".join(f"{name} {figure(x)}" for name, x in tally.attributes.items())
        if len(line) + 2 + len(attributes) <= width:
            lines.append(f"{line}  {attributes}".rstrip())
        else:
            lines += [line, *wrapped(attributes, width)]
    for mean in ("macro_f1_scalars", "macro_f1_lists", "macro_f1"):
        lines.append(f"{say(lang, mean)}: {figure(getattr(scores, mean))}")
    return "\n".join(lines) + "\n"


def row(name: str, cells: Sequence[str], widths: Sequence[int]) -> str:
    """A name on the left, cells on the right of their columns."""
    columns = (f" {cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
    return f"{name:<{WIDEST_FIELD}}{''.join(columns)}"


def wrapped(attributes: str, width: int) -> list[str]:
    """Attributes in indented lines, each beside its figure."""
    tied = re.sub(r"(?<=\S) (?=\S)", "\xa0", attributes)
    lines = textwrap.wrap(tied, width - 2, break_on_hyphens=False)
    return [f"  {line}".replace("\xa0", " ") for line in lines]


def figure(value: float | None) -> str:
    """A figure with three places, ``-`` for none."""
    return "-" if value is None else f"{value:.3f}"


def as_mistake(mistake: Mistake, *, lang: str = "en") -> str:
    """One mistake on a line: what went wrong, what either side says, and of which item."""
    words = say(lang, mistake.kind)
    if mistake.kind == "differs":
        gold, found = (value or say(lang, "no_value") for value in (mistake.gold, mistake.pred))
        words = f"{words} {mistake.attribute or ''}".rstrip()
        words += f": {say(lang, 'column_gold')} {gold} | {say(lang, 'column_found')} {found}"
        words += f" | {mistake.item}" if mistake.item else ""
    else:
        words = f"{words}: {mistake.item}"
    return printable(words)

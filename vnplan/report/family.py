"""A plan's family as a tree for the terminal: whom it carries out above it, who it below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplan.language import say
from vnplan.records import Date, Descendant, Family, FiledPlan, Undecided
from vnplan.report.text import day, printable, wrapped

UNSURE = 0.85  # a tie below it is marked
SHORTEST = 24  # signs of a title that are worth showing


def as_page(family: Family, *, lang: str = "en", width: int = 80) -> str:
    """The plans above, the highest first, the plan, then those below it, two lines for each.

    Lines are at most ``width`` columns wide, unless a file's path is longer.
    """
    return "\n".join(lines(family, lang, max(width, 40))) + "\n"


def lines(family: Family, lang: str, width: int) -> Iterator[str]:
    """The lines of the page."""
    for one in reversed(family.ancestors):
        mark = f"{'^' * one.steps} "
        yield from entry(one.plan, mark, mark, lang, width, one.certainty)
    yield from entry(family.plan, "", "", lang, width)
    yield from branches(family.children, "", lang, width)
    yield ""
    levels = counts(family.children)
    told = say(lang, "family_none")
    if levels:
        key = "family_count" if sum(levels) > 1 else "family_one"
        told = say(
            lang,
            key,
            count=sum(levels),
            levels=f" ({' + '.join(map(str, levels))})" if levels[1:] else "",
        )
    yield from wrapped("", told, width)
    if family.undecided:
        yield ""
        yield from undecided(family.undecided, lang, width)


def branches(children: Sequence[Descendant], before: str, lang: str, width: int) -> Iterator[str]:
    """The plans below one, each with those below it."""
    for place, child in enumerate(children):
        last = place == len(children) - 1
        head, margin = (before + ("└─ " if last else "├─ "), before + ("   " if last else "│  "))
        further = margin + ("│  " if child.children else "   ")
        yield from entry(child.plan, head, further, lang, width, child.certainty, child.elsewhere)
        yield from branches(child.children, margin, lang, width)


def entry(
    plan: FiledPlan,
    head: str,
    margin: str,
    lang: str,
    width: int,
    certainty: float = 1.0,
    elsewhere: bool = False,
) -> Iterator[str]:
    """A plan: number, date, issuer, what to know; under it its file and its title's beginning."""
    notes = list(remarks(plan, lang))
    if certainty < UNSURE:
        notes.append(say(lang, "family_unsure", percent=round(100 * certainty)))
    if elsewhere:
        notes.append(say(lang, "family_elsewhere"))
    told = ", ".join(filter(None, (printable(name_of(plan, lang)), *notes)))
    first, *rest = wrapped(head, told, width)
    yield first
    for line in rest:
        yield margin + line[len(head) :].lstrip()
    left = width - len(margin) - len(printable(plan.path)) - 2
    title = printable(plan.title or "")
    if len(title) > left:
        title = title[: left - 1].rstrip() + "…" if left >= SHORTEST else ""
    yield f"{margin}{printable(plan.path)}  {title}".rstrip()


def name_of(plan: FiledPlan, lang: str) -> str:
    """How people call a plan: number, date, issuer."""
    named = ", ".join(filter(None, (plan.number, printed_day(plan.date), plan.issuer)))
    return named or say(lang, "untitled")


def printed_day(date: str | None) -> str:
    """A date of ISO 8601 as Vietnamese documents write it: ``23/01/2025``."""
    if date is None:
        return ""
    year, month, last = (*(int(part) for part in date.split("-")), None, None)[:3]
    return day(Date(year=year, month=month, day=last, text=date))


def remarks(plan: FiledPlan, lang: str) -> Iterator[str]:
    """That it is a draft, that it has copies."""
    if plan.draft:
        yield say(lang, "remark_draft")
    if plan.copies:
        key = "family_copies" if len(plan.copies) > 1 else "family_one_copy"
        yield say(lang, key, count=len(plan.copies))


def counts(children: Sequence[Descendant]) -> list[int]:
    """How many plans stand on each level below, each counted once."""
    level = [child for child in children if not child.elsewhere]
    if not level:
        return []
    return [len(level), *counts([child for one in level for child in one.children])]


def undecided(some: Sequence[Undecided], lang: str, width: int) -> Iterator[str]:
    """The plans of which nobody can tell whom they carry out."""
    yield say(lang, "family_undecided", count=len(some))
    for one in some:
        yield from wrapped("  ", f"{printable(name_of(one.plan, lang))}: {one.plan.path}", width)
        for likely in one.candidates:
            percent = round(100 * likely.certainty)
            words = f"{printable(name_of(likely.plan, lang))}: {likely.plan.path}"
            yield from wrapped(f"    {percent}% ", words, width)


def as_choice(plans: Sequence[FiledPlan], *, lang: str = "en", width: int = 80) -> str:
    """Several plans of one number, to choose from."""
    return "\n".join(line for plan in plans for line in entry(plan, "", "  ", lang, width)) + "\n"

"""An audit for the terminal: who has a plan and who has none, then the matrix of those compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplan.language import say
from vnplan.records import Audit
from vnplan.report import matrix
from vnplan.report.family import name_of, undecided
from vnplan.report.text import printable, wrapped


def as_page(audit: Audit, *, lang: str = "en", width: int = 80) -> str:
    """The counts, who is absent, what could not be compared, then the matrix."""
    page = "\n".join(lines(audit, lang, max(width, 40))) + "\n"
    if audit.matrix is None:
        return page
    return f"{page}\n{matrix.as_page(audit.matrix, lang=lang, width=width)}"


def lines(audit: Audit, lang: str, width: int) -> Iterator[str]:
    """The lines above the matrix."""
    named = f"{printable(name_of(audit.parent, lang))}: {printable(audit.parent.path)}"
    yield from wrapped("", named, width)
    drafts = [one.plan for one in audit.children if one.plan.draft]
    key = "family_one" if len(audit.children) == 1 else "family_count"
    told = say(lang, key, count=len(audit.children), levels="")
    if drafts:
        told = f"{told} {say(lang, 'audit_of_these', count=len(drafts))}"
    yield from wrapped("", told if audit.children else say(lang, "family_none"), width)
    if audit.expected is not None:
        without = len(audit.absent) + len(audit.drafted) + len(audit.unclear)
        key = "audit_drafted" if audit.drafted else "audit_expected"
        there = audit.expected - without
        counts = {"count": audit.expected, "there": there, "drafts": len(audit.drafted)}
        yield from wrapped("", say(lang, key, **counts), width)
    if audit.repeated:
        names_told = "; ".join(map(printable, audit.repeated))
        yield from wrapped("", say(lang, "audit_repeated", names=names_told), width)
    unreadable = [one.plan for one in audit.children if one.unreadable]
    yield from listed("audit_absent", audit.absent, lang, width)
    maybe = [
        f"{one.name} ? {name_of(plan, lang)}: {plan.path}"
        for one in audit.unclear
        for plan in one.plans
    ]
    yield from listed("audit_unclear", maybe, lang, width, count=len(audit.unclear))
    matched = [f"{one.name} = {one.issuer}: {one.path}" for one in audit.matched]
    names = {one.name for one in audit.matched}
    yield from listed("audit_matched", matched, lang, width, count=len(names))
    for head, plans in (("audit_drafts", drafts), ("audit_unreadable", unreadable)):
        told_plans = [f"{name_of(plan, lang)}: {plan.path}" for plan in plans]
        yield from listed(head, told_plans, lang, width)
    if audit.undecided:
        yield ""
        yield from undecided(audit.undecided, lang, width)
    if audit.failed:
        yield ""
        key = "audit_failed" if audit.failed > 1 else "audit_one_failed"
        yield from wrapped("", say(lang, key, count=audit.failed), width)


def listed(
    head: str, names: Sequence[str], lang: str, width: int, *, count: int | None = None
) -> Iterator[str]:
    """A heading with its count, and a line for each name; nothing where there is none."""
    if names:
        yield ""
        yield say(lang, head, count=len(names) if count is None else count)
        for name in names:
            yield from wrapped("  ", printable(name), width)

"""Why a duty has its status, as a page for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.language import say
from vnplan.records import Candidate, Explanation
from vnplan.report.text import printable, told_change, wrapped


def as_page(told: Explanation, *, lang: str = "en", width: int = 80) -> str:
    """The duty with its status, what decided, then the candidates with what speaks for each."""
    return "\n".join(lines(told, lang, max(width, 40))) + "\n"


def lines(told: Explanation, lang: str, width: int) -> Iterator[str]:
    """The lines of the page."""
    item = told.item
    words = item.parent or item.child[0]
    head = f"{item.id}  {words.section}".rstrip() + "  "
    yield from wrapped(head, printable(words.text), width)
    yield from wrapped("  ", f"{say(lang, item.status).upper()}: {decision(told, lang)}", width)
    if item.reason:
        yield from wrapped("  ", f"{say(lang, 'reason')}: {printable(item.reason)}", width)
    for act in item.missing_acts:
        yield from wrapped("  ", f"{say(lang, 'missing_acts')}: {printable(act)}", width)
    for change in item.changes:
        yield from wrapped("  ", told_change(change, lang), width)
    for number, candidate in enumerate(told.candidates, 1):
        yield ""
        head = f"{number}. {candidate.score:.0%}  {candidate.section}".rstrip() + "  "
        yield from wrapped(head, printable(candidate.text), width)
        yield from wrapped("     ", evidence(candidate, lang), width)
        if candidate.shared:
            shared = ", ".join(map(printable, candidate.shared))
            yield from wrapped("     ", f"{say(lang, 'words_shared')}: {shared}", width)


def decision(told: Explanation, lang: str) -> str:
    """What decided, with the thresholds in percent."""
    limits = told.thresholds
    return say(
        lang,
        f"decided_{told.decided}",
        sure=f"{limits.sure:.0%}",
        review=f"{limits.review:.0%}",
    )


def evidence(candidate: Candidate, lang: str) -> str:
    """What speaks for a candidate, and against it, in words."""
    values = candidate.evidence
    parts = [
        say(lang, "alike_so_much", share=f"{values['means']:.0%}"),
        say(lang, "rest_so_much", share=f"{values['rest']:.0%}"),
        say(lang, "no_other_duty" if values["first"] else "suits_another_duty"),
    ]
    if values["neighbours"] >= 0.5:
        parts.append(say(lang, "neighbours_there"))
    return "; ".join(parts) + "."

"""Short names that a document gives: ``(sau đây gọi tắt là …)``, ``(viết tắt: …)``, ``(THTK)``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vnplan.lexicon import aliases as lexicon
from vnplan.lexicon import documents
from vnplan.patterns import any_of, pattern
from vnplan.records import Alias, Citation, Span
from vnplan.text import Page
from vnplan.views import clean, folded, lowered

# takes: (sau đây gọi tắt là Chương trình)    (gọi tắt: "BCĐ")    not: (gọi là tốt)
CALLED = pattern(
    rf"\((?:[^()\n]{{0,60}}[;,]\s*)?{any_of(lexicon.CALLED)}\s*[:\"]?\s*(?P<name>[^()\n]{{2,160}})\)"
)
# takes: (Chỉ thị số 10/CT-TTg)    not: (ban hành kèm theo Quyết định số 10/QĐ-BYT)
CITED = pattern(
    rf"\(\s*(?P<name>{any_of(documents.TYPES)}\s+(?:{any_of(documents.NUMBER_WORD)}\s+)?"
    r"\d{1,5}[^\s(),;]{2,24})\s*\)"
)
# takes: (THTK, CLP)    (BCĐ)    not: (I)    (KH)
LETTERS = pattern(r"\(\s*(?P<name>\p{Lu}[\p{Lu}&-]{1,11}(?:,\s\p{Lu}{2,8})?)\s*\)")
DOCUMENT = pattern(rf"{any_of((*documents.TYPES, *documents.SHORT_TYPES))}(?!\w)")
CLAUSE = 320  # how far before its short form a name may begin
ENDS = pattern(r"[;:.()\n]")
WORDS = pattern(r"[^\s,.;:()\"/-]+")


class Named(NamedTuple):
    """A short name and the document that it stands for, None where it stands for none."""

    alias: Alias
    document: Citation | None


def find_aliases(page: Page, citations: Sequence[Citation]) -> list[Named]:
    """The short names that the document gives, in order, with what they stand for.

    ``citations`` are all mentions, in order.
    """
    found: list[Named] = []
    opening = page.work.find("(")
    by_end = {c.span[1]: c for c in citations}
    while opening >= 0:
        for rule, view in ((CALLED, page.low), (CITED, page.low), (LETTERS, page.work)):
            match = rule.match(view, opening)
            if match is None:
                continue
            span = trimmed(page, *match.span("name"))
            full = full_name(page, opening, page.work[slice(*span)], spelled=rule is LETTERS)
            if rule is CALLED or full is not None or rule is CITED:
                document = document_of(page, opening, span, full, citations, by_end)
                words = page.words(full) if full is not None else None
                if words is None and document is not None:
                    words = document.text
                alias = Alias(name=page.words(span), full=words, span=span)
                found.append(Named(alias, document))
            break
        opening = page.work.find("(", opening + 1)
    return found


def trimmed(page: Page, start: int, end: int) -> Span:
    """The name without quotes and marks around it; a quote that it holds whole stays."""
    last = end
    while start < end and not page.work[start].isalnum():
        start += 1
    while end > start and not page.work[end - 1].isalnum():
        end -= 1
    if page.work.count('"', start, end) % 2 and page.work[end:last].startswith('"'):
        end += 1  # Đề án "Mỗi nhà một vườn"
    return start, end


def full_name(page: Page, opening: int, name: str, *, spelled: bool) -> Span | None:
    """Where the full name stands before the parenthesis: by its letters, else by its first word.

    Letters alone in a parenthesis are of the words right before it; behind ``viết tắt là`` they
    may be of words further back, and the name goes on to the parenthesis.
    """
    floor = max(0, opening - CLAUSE)
    for end in ENDS.finditer(page.work, floor, opening):
        floor = end.end()
    words = list(WORDS.finditer(page.low, floor, opening))
    letters = "".join(c for c in folded(name) if c.isalpha())
    if name.isupper() or spelled:
        span = by_letters(page, words, letters, opening)
        if span is not None or spelled:
            return span
        span = by_earlier_letters(page, words, letters, opening)
        if span is not None:
            return span
    said = lowered(clean(name))
    first = said.split()[0]
    starts = [word.start() for word in reversed(words) if word.group() == first]
    whole = [at for at in starts if clean(page.low[at : at + len(said) + 20]).startswith(said)]
    named = [at for at in starts if page.work[at].isupper()]
    for at in (whole if " " in said else []) + named:
        return trimmed(page, at, opening)
    return None


def by_letters(
    page: Page, words: Sequence[re.Match[str]], letters: str, opening: int
) -> Span | None:
    """The last words whose first letters are those of a short form."""
    left = len(letters)
    for word in reversed(words):
        if word.group() in LEFT_OUT:
            continue
        initial = folded(word.group())
        if left and initial[0] == letters[left - 1]:
            left -= 1
        else:
            return None
        if left == 0:
            return trimmed(page, word.start(), opening)
    return None


def by_earlier_letters(
    page: Page, words: Sequence[re.Match[str]], letters: str, opening: int
) -> Span | None:
    """The last words with a capital whose letters a short form has, and all that follows them.

    ``Ban Chỉ đạo trồng rừng (viết tắt là BCĐ)``; not: ``lập ban, chia đội (viết tắt là BCĐ)``.
    """
    for stop in range(len(words) - 1, len(letters) - 1, -1):
        span = by_letters(page, words[:stop], letters, opening)
        if span is not None and page.work[span[0]].isupper():
            return span
    return None


LEFT_OUT = frozenset(map(lowered, lexicon.LEFT_OUT))


def document_of(
    page: Page,
    opening: int,
    name: Span,
    full: Span | None,
    citations: Sequence[Citation],
    by_end: dict[int, Citation],
) -> Citation | None:
    """The document that a short name stands for.

    The one whose number it repeats, else the one that is named right before it.
    """
    if not DOCUMENT.match(page.low, *name):
        return None  # (gọi tắt là Phong trào thi đua): a movement is no document
    inside = next((c for c in citations if name[0] <= c.span[0] < name[1]), None)
    if inside is not None and inside.number is not None:
        same = (c for c in citations if c.number == inside.number and c.type == inside.type)
        return next(same, inside)
    end = opening
    while end > 0 and (page.work[end - 1].isspace() or page.work[end - 1] == '"'):
        end -= 1
    before = by_end.get(end) or by_end.get(end + 1)
    if before is not None:
        return before
    if full is None:
        return None
    return next((c for c in citations if c.span[0] <= full[0] and full[1] <= c.span[1]), None)


UNSIGNED = pattern(r"\d{1,5}/(?:19|20)\d\d")


def resolved(citations: Iterable[Citation], named: Sequence[Named]) -> list[Citation]:
    """The mentions, those by a short name or a number cut short as the document they repeat."""
    mentions = list(citations)
    by_name = {
        lowered(clean(one.alias.name)): one.document for one in named if one.document is not None
    }
    titles = {
        lowered(clean(one.alias.name)): one.alias.full
        for one in named
        if one.alias.full is not None
    }
    numbers: dict[tuple[str, str], set[str]] = {}
    for mention in mentions:
        if mention.number and mention.number.count("/") > 1:
            key = mention.number.rpartition("/")[0]
            numbers.setdefault((mention.type, key), set()).add(mention.number)
    return [as_repeated(mention, by_name, titles, numbers) for mention in mentions]


def as_repeated(
    mention: Citation,
    by_name: dict[str, Citation],
    titles: dict[str, str],
    numbers: dict[tuple[str, str], set[str]],
) -> Citation:
    """A mention with what tells which document it is, where only the short form was said."""
    if mention.number is not None:
        if UNSIGNED.fullmatch(mention.number):
            whole = numbers.get((mention.type, mention.number), set())
            if len(whole) == 1:
                return mention.model_copy(update={"number": next(iter(whole))})
        return mention
    document = by_name.get(lowered(mention.text))
    if document is not None and document.span != mention.span:
        told = {
            name: getattr(document, name) for name in ("type", "number", "title", "date", "issuer")
        }
        return mention.model_copy(update=told)
    title = titles.get(lowered(mention.title)) if mention.title else None
    return mention.model_copy(update={"title": title}) if title else mention

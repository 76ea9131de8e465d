"""The closing block: recipients, and who signed for whom."""

from __future__ import annotations

import re

from vnplan.lexicon import headings
from vnplan.lexicon.bodies import TERRITORIES
from vnplan.outline import Outline, in_capitals
from vnplan.patterns import any_of, pattern
from vnplan.records import OnBehalf, Recipient, Signatory, Span
from vnplan.text import RECIPIENTS, Page
from vnplan.views import clean, folded, lowered

GAP = pattern(r"\s{3,}|\s*\|\s*")  # columns apart, or cells of a table
CODES = "|".join(map(re.escape, headings.ON_BEHALF))
# takes: TM. ỦY BAN NHÂN DÂN    KT.GIÁM ĐỐC    not: TMĐT
ON_BEHALF = pattern(rf"(?P<code>{CODES})[.,]\s*(?=\p{{Lu}})")
POSITION = pattern(rf"\b{any_of(headings.POSITIONS, bare=True)}\b")
# takes: Nguyễn Văn Hồng    Văn Phúc    Y Thu    H’Hen Niê    not: Các Trường tham gia
NAME = pattern(
    r"(?<!\w)(?:\p{Lu}(?:['\u2019]\p{Lu})?[\p{Ll}'\u2019]*\.?)(?:[ -]+(?:\p{Lu}[\p{Ll}']+|\p{Ll}{1,3}(?=[ ]\p{Lu}))){1,5}"
)
NAME_IN_CAPITALS = pattern(r"\p{Lu}{2,}(?: \p{Lu}{2,}){1,4}")
NO_NAME = pattern(rf"\b{any_of((*TERRITORIES, *headings.PLAN_LINES))}\b")
TITLE_BEFORE_NAME = pattern(rf"(?:{any_of(headings.RANKS)})\.?\s+")
WORD = pattern(r"\p{L}{3}|\p{Lu}{2}|\p{L}{2}\s+\p{L}")
FILED = pattern(rf"{any_of(headings.FILED)}\b")
NOTE = pattern(r"\s*\((?P<note>[^()]*)\)\s*[.;,]*$")


def read_closing(page: Page, outline: Outline) -> tuple[tuple[Recipient, ...], Signatory | None]:
    """Recipients (nơi nhận) and signatory of the document, in the order printed."""
    recipients: list[Recipient] = []
    signatory: Signatory | None = None
    for block in outline.closings:
        found, right = split_block(page, block)
        signed = read_signatory(page, right)
        if not recipients:
            recipients = [r for r in (read_recipient(page, s) for s in found) if r is not None]
        signatory = signatory or signed
    return tuple(recipients), signatory


# takes: Lưu: VT, QLTM. Lý Văn Toàn    not: Lưu: VT, CTTC. H21
SIGNED_BEHIND = pattern(
    r"(?<=[.;)])\s+(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3})$"
)


def split_block(page: Page, block: range) -> tuple[list[Span], list[Span]]:
    """Spans of the recipients' lines, and those of position, signature and name.

    Where both are printed on the same lines, the columns are told apart by a gap, or by
    the capitals of a position.
    """
    first = page.paragraphs[block.start].first_line
    last = page.paragraphs[block.stop - 1].last_line
    left: list[Span] = []
    right: list[Span] = []
    listing = False
    seen_list = False
    for line in page.lines[first : last + 1]:
        if line.furniture is not None:
            continue
        for i, (start, end) in enumerate(columns(page, line.start, line.end)):
            words = page.work[start:end]
            if i and listing:  # the right column; a note there belongs to the recipient
                if words[0] == "(" and left:
                    left[-1] = (left[-1][0], end)
                else:
                    right.append((start, end))
                continue
            head = RECIPIENTS.match(page.bare, start, end)
            if head is not None:
                listing = seen_list = True
                rest = head.end()
                while rest < end and not page.work[rest].isalnum():
                    rest += 1
                if rest < end:
                    left.append((rest, end))
                continue
            bullet = words[0] in "-+*\u2022"
            if listing and bullet:
                at = start + 1
                while at < end and not page.work[at].isalnum():
                    at += 1
                signed = SIGNED_BEHIND.search(page.work, at, end)
                if signed is not None and FILED.match(page.low, at, end):
                    right.append(signed.span("name"))
                    end = signed.start()
                if at < end:
                    left.append((at, end))
                continue
            if is_right(page, start, end):
                right.append((start, end))
                continue
            if left and FILED.match(page.low, *left[-1]):
                listing = False  # the file copy is the last recipient
            if listing and left and not line.blank_before and goes_on(page, left[-1]):
                left[-1] = (left[-1][0], end)
                continue
            if listing and seen_list and not line.blank_before and not left:
                left.append((start, end))
                continue
            right.append((start, end))
    return left, right


def columns(page: Page, start: int, end: int) -> list[Span]:
    """The parts of a line: parted by three blanks, or where a position in capitals begins."""
    spans: list[Span] = []
    at = start
    for gap in GAP.finditer(page.work, start, end):
        if gap.start() - at > 1:  # a bullet alone is no column
            spans.append((at, gap.start()))
            at = gap.end()
    spans.append((at, end))
    start, end = spans[-1]
    cut = capitals_tail(page, start, end)
    if cut is not None:
        stop = cut
        while stop > start and page.work[stop - 1].isspace():
            stop -= 1
        spans[-1:] = [(start, stop), (cut, end)]
    return [(a, b) for a, b in spans if b > a]


def capitals_tail(page: Page, start: int, end: int) -> int | None:
    """Where a line passes from a recipient to a position in capitals, None where it does not."""
    match = POSITION.search(page.bare, start, end)
    if (
        match is None
        or not page.work[match.start() : match.end()].isupper()
        or match.start() == start
    ):
        return None
    at = match.start()
    while at > start:  # KT. before GIÁM ĐỐC belongs to it
        space = page.work.rfind(" ", start, at - 1) + 1 or start
        word = page.work[space : at - 1] if space < at else ""
        if not word or word.upper() != word or not any(c.isalpha() for c in word):
            break
        if space == start:
            return None
        at = space
    return at if at > start else None


def is_right(page: Page, start: int, end: int) -> bool:
    """Whether a stretch speaks of who signs: a code, a position or a name in capitals."""
    words = page.work[start:end]
    return ON_BEHALF.match(words) is not None or in_capitals(words)


def goes_on(page: Page, span: Span) -> bool:
    """Whether a recipient's line was wrapped: it has no end mark yet."""
    return page.work[span[1] - 1] not in ".;"


def read_recipient(page: Page, span: Span) -> Recipient | None:
    """One line of Nơi nhận, its closing parenthesis as the note."""
    words = without_stray_end(page.words(span))
    note = None
    match = NOTE.search(words)
    if match is not None and match.start() > 0:
        note, words = match["note"].strip() or None, words[: match.start()]
    name = words.strip().rstrip(".;,/").strip()
    if not WORD.search(name):
        return None
    return Recipient(name=name, note=note, span=span)


# takes: UBND tỉnh (để b/c); ÂN    Lưu VT, ntphong (02b). Áy) . . Sở Ạ
# not:   UBND tỉnh; Sở Nội vụ    Lưu: VT, CTTC. H21
STRAY_END = pattern(r";\s+(?!.*\p{Ll}{3})\S.{0,10}$|(?<=[.)])\s+(?!\S{1,8}$)[^;]*$")


def without_stray_end(words: str) -> str:
    """A recipient's line without what a scan made of a stamp or signature behind it."""
    match = STRAY_END.search(words)
    return words[: match.start()] if match is not None and match.start() > 2 else words


def read_signatory(page: Page, spans: list[Span]) -> Signatory | None:
    """Who signed: position, for whom, and the name that stands last."""
    on_behalf: OnBehalf | None = None
    position: str | None = None
    name: str | None = None
    start = end = None
    for span in spans:
        words = page.words(span)
        plain = words.strip(" .,;:")
        code = ON_BEHALF.match(words)
        if code is not None and name is None:
            on_behalf = on_behalf or OnBehalf(code=code["code"].replace(".", "") + ".", text=words)
        elif POSITION.search(page.bare, *span) and is_capital_line(words) and name is None:
            position = capitals_around(page, span)
        elif position is not None or on_behalf is not None:
            found = person(plain)
            name = found or name
            if found is None:
                continue
        else:
            continue
        start, end = span[0] if start is None else start, span[1]
    if name is None and position is None:
        last = person(page.words(spans[-1])) if spans else None
        return Signatory(name=last, span=spans[-1]) if last else None
    if position is None and on_behalf is not None:
        position = ON_BEHALF.sub("", on_behalf.text).strip()
    span_found = (start, end) if start is not None and end is not None else None
    return Signatory(name=name, position=position, on_behalf=on_behalf, span=span_found)


CAPITAL_WORDS = pattern(r"\p{Lu}{2,}(?:[ ,-]+\p{Lu}{2,})*")


def capitals_around(page: Page, span: Span) -> str:
    """The position as printed: the run of capital words that holds it."""
    words = page.words(span)
    runs = CAPITAL_WORDS.findall(words)
    named = [run for run in runs if POSITION.search(folded(run))]
    return str(named[-1]) if named else words.strip(" .,;:")


def is_capital_line(words: str) -> bool:
    """Whether most letters are capitals."""
    return sum(c.isupper() for c in words) * 10 >= 7 * sum(c.isalpha() for c in words)


def person(words: str) -> str | None:
    """A person's name that a line consists of, academic and military titles off."""
    stripped = TITLE_BEFORE_NAME.sub("", words)
    match = NAME.search(stripped)
    if match is not None and len(match.group()) * 10 >= 7 * len(stripped):
        return clean(match.group())
    if NAME_IN_CAPITALS.fullmatch(stripped) and not NO_NAME.search(lowered(stripped)):
        return stripped
    return clean(match.group()) if match is not None and match.end() == len(stripped) else None

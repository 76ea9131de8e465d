"""The head of a document: number, place and date, title, issuing body, preamble."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.extract.bodies import (
    as_written,
    complete,
    has_territory,
    issuer_in_preamble,
    read_level,
    starts_body,
    territory,
)
from vnplan.lexicon import header, headings
from vnplan.outline import MOTTO, Outline, in_capitals, inline_title
from vnplan.patterns import any_of, pattern
from vnplan.records import Date, IssuingBody, Number, Span
from vnplan.text import ATTACHED, Page
from vnplan.views import clean


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the first section, and the spans of the preamble's paragraphs."""

    number: Number | None
    place: str | None
    date: Date | None
    title: str | None
    issuing_body: IssuingBody | None
    preamble: tuple[Span, ...]
    claimed: tuple[Span, ...]


def read_header(page: Page, outline: Outline) -> Header:
    """Number, place, date, title, issuing body and preamble of a document."""
    head = outline.head
    type_at = outline.type_line
    paragraphs = page.paragraphs
    above = range(head.start, type_at if type_at is not None else head.stop)
    stop = paragraphs[above.stop - 1].end if above.stop > above.start else 0
    if type_at is not None:
        stop = paragraphs[type_at].end
    claimed: list[Span] = []
    number = find_number(page, 0, stop, lines_only=type_at is None)
    place, date, place_span = find_place_and_date(page, 0, stop)
    title_span, after_title = find_title(page, outline)
    preamble = tuple(
        (paragraphs[i].start, paragraphs[i].end) for i in range(after_title, head.stop)
    )
    letterhead = find_letterhead(page, above, number.span if number is not None else None)
    body = read_issuer(page, letterhead, list(preamble))
    if number is not None and number.span is not None:
        claimed.append(number.span)
    for span in (place_span, title_span):
        if span is not None:
            claimed.append(span)
    told = f"{body.superior} {body.name}".casefold() if body is not None else ""
    claimed += [span for span in letterhead if page.words(span).casefold() in told]
    claimed += [
        (line.start, line.end)
        for line in page.lines
        if line.end <= stop and MOTTO.search(page.bare, line.start, line.end)
    ]
    if type_at is not None:
        claimed.append((paragraphs[type_at].start, paragraphs[type_at].end))
    title = page.words(title_span).strip() if title_span is not None else None
    return Header(number, place, date, title or None, body, preamble, tuple(claimed))


# ---------------------------------------------------------------- number

SYMBOL = r"\p{Lu}[\p{L}\d&.]{0,12}"
# takes: Số: 04/KH-VKS    Số:      /KH-SNV    Số: 447     /KH-UBND    62/KH- UBND    Số:1254 /KH-BGDĐT
# not:   theo Quyết định số 34/2014/QĐ-TTg (a citation, and none of these lines)
NUMBER = pattern(
    rf"""(?<!\w)(?i:{any_of(header.NUMBER_WORDS)})[^\s/\w]{{0,2}}[ ]*
    (?P<serial>[^\n/]{{0,14}}?)[ ]*/[ ]*
    (?P<symbol>{SYMBOL}(?:[ ]?[-/][ ]?\n?[ ]*{SYMBOL}){{1,3}})""",
    re.VERBOSE,
)
# takes: Số 07 -KH/BTC    Số: 1238-KH/ĐUB
PARTY_NUMBER = pattern(
    rf"""(?<!\w)(?i:{any_of(header.NUMBER_WORDS)})[^\s/\w]{{0,2}}[ ]*
    (?P<serial>\d{{0,6}})[ ]*-[ ]*(?P<symbol>\p{{Lu}}[\p{{L}}]{{0,6}}/{SYMBOL})""",
    re.VERBOSE,
)
SERIAL = pattern(r"\d{1,6}[a-zđ]?")


def find_number(page: Page, start: int, stop: int, *, lines_only: bool = False) -> Number | None:
    """The document's own number in the letterhead; its serial null where blank or illegible."""
    for form, sign in ((NUMBER, "/"), (PARTY_NUMBER, "-")):
        for match in form.finditer(page.work, start, stop):
            line_start = page.work.rfind("\n", 0, match.start()) + 1
            if lines_only and page.work[line_start : match.start()].strip():
                continue
            printed = match["serial"].strip()
            serial = printed if SERIAL.fullmatch(printed) else None
            symbol = "".join(match["symbol"].split()).rstrip(".")
            at = match.start("serial") if serial else match.end("serial")
            while at < match.start("symbol") and page.work[at].isspace():
                at += 1
            span = (at, match.start("symbol") + len(match["symbol"].rstrip(". ")))
            return Number(
                text=f"{serial or ''}{sign}{symbol}", serial=serial, symbol=symbol, span=span
            )
    return None


# ---------------------------------------------------------------- place and date

DAY, MONTH, YEAR = (any_of((word,)) for word in header.DATE_WORDS)
# takes: Đồng Tháp, ngày 05 tháng 01 năm 2024    Thành phố Hồ Chí Minh, ngày     tháng 3 năm 2024
#        A Lưới, ngày …    M'Đrắk, ngày …
# not:   Nghị quyết của Quốc hội ngày 05 tháng 01 năm 2024
PLACE_DATE = pattern(
    rf"""(?<![\p{{L}}/-])(?P<place>(?:\p{{Lu}}(?:\p{{Ll}}+|'\p{{Lu}}\p{{Ll}}+|(?=[ ]\p{{Lu}}\p{{Ll}}))|(?i:{any_of(header.CITY_SHORT)}))(?:[ ]?[ -][ ]?(?:\p{{Lu}}\p{{L}}*|\p{{Ll}}{{2,5}})){{0,4}})[ ]{{0,3}},[ ]*
    (?P<date>(?i:{DAY})(?P<day>[^\n]{{0,14}}?)(?i:{MONTH})(?P<month>[^\n]{{0,12}}?)(?i:{YEAR})[ ]*
    (?P<year>\d[ ]?\d[ ]?\d[ ]?\d|\d{{0,2}}[ .\u2026]{{1,6}})?)""",
    re.VERBOSE,
)


def find_place_and_date(
    page: Page, start: int, stop: int
) -> tuple[str | None, Date | None, Span | None]:
    """Địa danh and the date of issue; parts left blank are null."""
    match = PLACE_DATE.search(page.work, start, stop)
    if match is None:
        return None, None, None
    year = "".join((match["year"] or "").split())
    date = Date(
        year=int(year) if len(year) == 4 and year.isdigit() else None,
        month=calendar_part(match["month"], 12),
        day=calendar_part(match["day"], 31),
        text=page.words(match.span("date")),
    )
    return page.words(match.span("place")), date, match.span()


MISREAD_DIGITS = str.maketrans("/lI|]oO", "1111100")


def calendar_part(words: str, most: int) -> int | None:
    """A day or month in digits, None where blank or illegible.

    Blanks inside are allowed, and beside a digit what scans make of 1 and 0 (``/2`` is 12).
    """
    digits = "".join(words.split())
    if any(c.isdigit() for c in digits):
        digits = digits.translate(MISREAD_DIGITS)
    if not digits.isdigit() or not digits.isascii() or len(digits) > 2:
        return None
    return int(digits) if 0 < int(digits) <= most else None


# ---------------------------------------------------------------- title

# takes: Căn cứ Kế hoạch …    Thực hiện Quyết định …    not: Thực hiện Phong trào thi đua
PREAMBLE = pattern(
    rf"{any_of(header.GROUND_WORDS)}\b(?=.{{0,60}}?\b(?:{any_of(header.GROUND_OBJECTS)}\b|\d+\s*/))"
)
ENDS_TITLE = pattern(rf"{any_of(header.PREAMBLE_CUES)}\b")


def find_title(page: Page, outline: Outline) -> tuple[Span | None, int]:
    """The span of the trích yếu, and the index of the first paragraph after it."""
    paragraphs = page.paragraphs
    at = outline.type_line
    if at is None:
        return None, outline.head.start
    inline = inline_title(page, paragraphs[at])
    last = at if inline is not None else None
    i = at + 1
    while i < outline.head.stop and i <= at + 8:
        paragraph = paragraphs[i]
        words = page.work[paragraph.start : paragraph.end]
        if paragraph.row or ATTACHED.match(page.bare, paragraph.start, paragraph.end):
            break
        if last is None:
            if PREAMBLE.match(page.low, paragraph.start, paragraph.end) and i > at + 1:
                break
            last = i
        elif not continues(
            page,
            paragraphs[last].end,
            paragraph.start,
            paragraph.end,
            words,
            paragraph.blank_before,
            paragraph.marker is not None,
        ):
            break
        else:
            last = i
        i += 1
    if last is None:
        return None, at + 1
    if inline is not None:
        return (inline, paragraphs[last].end), last + 1
    first = paragraphs[at + 1]
    if (
        PREAMBLE.match(page.low, first.start, first.end)
        and page.work[paragraphs[last].end - 1] in ".;,:"
    ):
        return None, at + 1
    return (first.start, paragraphs[last].end), last + 1


def continues(
    page: Page, before: int, start: int, end: int, words: str, blank: bool, marked: bool
) -> bool:
    """Whether a line goes on with the title above it."""
    if marked or ENDS_TITLE.match(page.low, start, end):
        return False
    if words[0] in "\"'" or words[0].islower():
        return True
    if blank or words[-1] in ".;:":
        return False
    return not in_capitals(words) or in_capitals(page.work[max(0, before - 40) : before])


# ---------------------------------------------------------------- issuing body


def find_letterhead(page: Page, above: range, number: Span | None) -> list[Span]:
    """The lines of the letterhead's left column: the superior and the issuing body."""
    if above.stop <= above.start or not page.paragraphs:
        return []
    first = page.paragraphs[above.start].first_line
    last = page.paragraphs[above.stop - 1].last_line
    spans: list[Span] = []
    for line in page.lines[first : last + 1]:
        if line.furniture is not None:
            continue
        for start, end in columns(page, line.start, line.end):
            if number is not None and start < number[1] and end > number[0]:
                continue
            words = page.work[start:end]
            if NO_BODY.match(page.low, start, end) or not in_capitals(words):
                continue
            if any(c.isdigit() for c in words) and not starts_body(page.low[start:end]):
                continue
            spans.append((start, end))
    return spans


GAP = pattern(r"\s{3,}|\s*\|\s*")  # columns apart, or cells of a table
RIGHT_COLUMN = pattern(any_of((*headings.MOTTO, *header.PARTY_MOTTO), bare=True))
# takes: Số: 12/KH-UBND    Hà Nội, ngày 5 tháng 3    not: UBND TỈNH
NO_BODY = pattern(
    rf"\W*(?:{any_of(header.NUMBER_WORDS)}\b|{DAY}\b|{any_of(header.NO_BODY)}\W*$|{any_of(header.NO_BODY_LEADS)})"
)


def columns(page: Page, start: int, end: int) -> list[Span]:
    """The parts of a line that stand in columns: parted by three blanks, or by the motto."""
    spans: list[Span] = []
    at = start
    motto = RIGHT_COLUMN.search(page.bare, start, end)
    stop = motto.start() if motto is not None else end
    for gap in GAP.finditer(page.work, start, stop):
        if gap.start() > at:
            spans.append((at, gap.start()))
        at = gap.end()
    while at < stop and page.work[at].isspace():
        at += 1
    while stop > at and page.work[stop - 1].isspace():
        stop -= 1
    if stop > at:
        spans.append((at, stop))
    return spans


def read_issuer(page: Page, letterhead: list[Span], preamble: list[Span]) -> IssuingBody | None:
    """The issuing body from letterhead and preamble, completed by what the document says."""
    names: list[tuple[str, Span]] = []
    for start, end in letterhead:
        words = clean(page.work[start:end])
        if names and not begins_name(page.low[start:end]):
            name, span = names[-1]
            names[-1] = (f"{name} {words}", (span[0], end))
        else:
            names.append((words, (start, end)))
    names = [
        (name, span)
        for name, span in names
        if starts_body(page.low[span[0] : span[1]]) or len(names) > 1
    ]
    stated = issuer_in_preamble(page, preamble)
    if not names or (stated is not None and is_broken(names[-1][0])):
        if stated is None:
            return None
        name = complete(page, page.words(stated))
        return IssuingBody(name=name, level=read_level(name), span=stated)
    printed, span = names[-1]
    name = complete(page, as_written(page, printed, span[1]))
    superior = " ".join(n for n, _ in names[:-1]) or None
    if (
        superior is not None
        and not has_territory(name)
        and read_level(name) in ("department", "district")
    ):
        place = territory(superior)
        if place is not None:
            name = f"{name} {as_written(page, place, span[1])}"
    level = read_level(name)
    return IssuingBody(
        name=name, superior=as_written(page, superior) if superior else None, level=level, span=span
    )


def is_broken(name: str) -> bool:
    """Whether letters got lost or parted in a name (``TRƯỜNG   CÔNG NG ỆP``)."""
    syllables = name.split()
    return sum(len(s) == 1 and s.isalpha() and s not in "Yy&" for s in syllables) * 6 > len(
        syllables
    )


CONTINUES_NAME = pattern(rf"{any_of(header.NAME_CONTINUES)}\b")


def begins_name(low: str) -> bool:
    """Whether a line of the letterhead begins a name rather than going on with the one above."""
    return not CONTINUES_NAME.match(low) and starts_body(low)

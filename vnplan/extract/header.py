"""The head of a document: number, place and date, title, issuing body, preamble."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.extract.issuer import columns, find_letterhead, read_issuers
from vnplan.lexicon import header
from vnplan.outline import MOTTO, Outline, in_capitals, inline_title, span_of_type
from vnplan.patterns import any_of, pattern
from vnplan.records import Date, Doubt, IssuingBody, Number, Signatory, Span, iso
from vnplan.text import ATTACHED, Line, Page


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the first section, and the spans of the preamble's paragraphs.

    ``spans`` tells where place, date and title stand; ``bodies`` are the issuing bodies, more
    than one of a joint plan.
    """

    number: Number | None
    place: str | None
    date: Date | None
    title: str | None
    spans: dict[str, Span]
    bodies: tuple[IssuingBody, ...]
    preamble: tuple[Span, ...]
    claimed: tuple[Span, ...]
    doubts: tuple[Doubt, ...]

    @property
    def issuing_body(self) -> IssuingBody | None:
        """The first of the issuing bodies."""
        return self.bodies[0] if self.bodies else None


def read_header(page: Page, outline: Outline, signatory: Signatory | None = None) -> Header:
    """Number, place, date, title, issuing bodies and preamble of a document.

    ``signatory`` is a witness to who issued it.
    """
    head = outline.head
    type_at = outline.type_line
    paragraphs = page.paragraphs
    above = range(head.start, type_at if type_at is not None else head.stop)
    start = paragraphs[above.start].start if above.start < len(paragraphs) else 0
    stop = paragraphs[above.stop - 1].end if above.stop > above.start else start
    if type_at is not None:
        stop = paragraphs[type_at].end
    number = find_number(page, start, stop, lines_only=type_at is None)
    place, date, spans = find_place_and_date(page, start, stop)
    title_span, after_title = find_title(page, outline)
    preamble = tuple(
        (paragraphs[i].start, paragraphs[i].end) for i in range(after_title, head.stop)
    )
    mottoes = [
        (line.start, line.end)
        for line in lines_of(page, start, stop)
        if MOTTO.search(page.bare, line.start, line.end)
    ]
    rows = find_letterhead(
        page,
        above,
        number.span if number is not None else None,
        formal=bool(mottoes or number is not None),
    )
    issuers = read_issuers(
        page,
        rows,
        list(preamble),
        symbol=names_issuer(number),
        on=iso(date) if date is not None and date.year is not None else None,
        signatory=signatory,
    )
    doubts = list(issuers.doubts)
    draft = find_draft(page, range(head.start, after_title))
    enclosed = head.start > 0
    if draft is not None:
        doubts.append(
            Doubt(code="draft", message="the document says that it is a draft", span=draft)
        )
    elif enclosed and number is not None and not_issued(number, date):
        message = "a letter encloses it, and its number and day are still blank"
        doubts.append(Doubt(code="draft", message=message, span=number.span))
    claimed = [*issuers.claimed, *mottoes]
    if number is not None and number.span is not None:
        claimed.append(number.span)
    if spans:
        claimed.append((spans.get("place", spans["date"])[0], spans["date"][1]))
    claimed += [span for span in (title_span, draft) if span is not None]
    if type_at is not None:
        claimed.append(span_of_type(page, paragraphs[type_at]))
    title = page.words(title_span).strip() if title_span is not None else None
    if title_span is not None:
        spans["title"] = title_span
    return Header(
        number,
        place,
        date,
        title or None,
        spans,
        issuers.bodies,
        preamble,
        tuple(claimed),
        tuple(doubts),
    )


def lines_of(page: Page, start: int, stop: int) -> list[Line]:
    """The lines between two offsets."""
    found: list[Line] = []
    for line in page.lines:
        if line.start >= stop:
            break
        if line.start >= start:
            found.append(line)
    return found


# ---------------------------------------------------------------- number

SYMBOL = r"\p{Lu}[\p{L}\d&.]{0,12}"
TYPE_SIGN = rf"(?:{'|'.join(header.TYPE_SIGNS)})"
# takes: Số: 04/KH-VKS    Số:      /KH-SNV    Số: 447     /KH-UBND    62/KH- UBND
#        Số:1254 /KH-BGDĐT    Số: 256 /2004/QĐ-UB    Số 12/KH
# not:   theo Quyết định số 34/2014/QĐ-TTg (a citation, and none of these lines)
NUMBER = pattern(
    rf"""(?<!\w)(?i:{any_of(header.NUMBER_WORDS)})[ ]?[^\s/\w]{{0,2}}[ ]*
    (?P<serial>[^\n/]{{0,14}}?)[ ]*/[ ]*(?:(?P<year>(?:19|20)\d\d)[ ]*/[ ]*|/[ ]*)?
    (?P<symbol>{SYMBOL}(?:[ ]?[-/][ ]?\n?[ ]*{SYMBOL}){{1,3}}|{TYPE_SIGN}(?![\w&.-]))""",
    re.VERBOSE,
)
# takes: Số 07 -KH/BTC    Số: 1238-KH/ĐUB    Số: 5-KH/TĐTN-VP
PARTY_NUMBER = pattern(
    rf"""(?<!\w)(?i:{any_of(header.NUMBER_WORDS)})[^\s/\w]{{0,2}}[ ]*
    (?P<serial>\d{{0,6}})[ ]*-[ ]*(?P<symbol>\p{{Lu}}[\p{{L}}]{{0,6}}/{SYMBOL}(?:-{SYMBOL})?)""",
    re.VERBOSE,
)
# a scan that lost the slash behind a blank: Số: KH-SNV    not: Số lượng: KH-SNV
LOST_SLASH = pattern(
    rf"(?<!\w)(?i:{any_of(header.NUMBER_WORDS)})[ ]?[:.][ ]{{0,40}}(?P<serial>)"
    rf"(?P<symbol>{TYPE_SIGN}-{SYMBOL}(?:-{SYMBOL}){{0,2}})(?![\w/&])"
)
SERIAL = pattern(r"\d{1,6}[a-zđ]?")


def find_number(page: Page, start: int, stop: int, *, lines_only: bool = False) -> Number | None:
    """The document's own number in the letterhead; its serial null where blank or illegible."""
    for form, sign in ((PARTY_NUMBER, "-"), (NUMBER, "/"), (LOST_SLASH, "/")):
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
            year = match.groupdict().get("year")
            text = (
                f"{serial or ''}{sign}{year}/{symbol}" if year else f"{serial or ''}{sign}{symbol}"
            )
            return read_number(text, span)
    return None


# takes: 12/KH-UBND    30/2016/NQ-HĐND    1238-KH/ĐUB    /KH-SNV
WRITTEN = pattern(r"(?P<serial>\d{1,6}[a-zđ]?)?[-/](?:(?:19|20)\d\d/)?(?P<symbol>.+)")


def read_number(text: str, span: Span | None = None) -> Number:
    """A number without blanks in its parts; serial and symbol null where they are not plain."""
    parts = WRITTEN.fullmatch(text)
    if parts is None:
        return Number(text=text, span=span)
    return Number(text=text, serial=parts["serial"], symbol=parts["symbol"], span=span)


def names_issuer(number: Number | None) -> str | None:
    """The symbol, where it says more than what kind of document it is (``12/KH`` does not)."""
    symbol = number.symbol if number is not None else None
    return None if symbol in header.TYPE_SIGNS else symbol


# ---------------------------------------------------------------- place and date

DAY, MONTH, YEAR = (any_of((word,)) for word in (header.DAY, header.MONTH, header.YEAR))
ISSUED = rf"""(?P<date>
    (?i:{DAY})(?P<day>[^\n]{{0,14}}?)(?i:{MONTH})(?P<month>[^\n]{{0,12}}?)(?i:{YEAR})[ ]*
    (?P<year>\d[ ]?\d[ ]?\d[ ]?\d|\d{{0,2}}[ .\u2026]{{1,6}})?
    |(?i:{DAY})[ ]*(?P<day_>\d\d?)[/.-](?P<month_>\d\d?)[/.-](?P<year_>\d{{4}})(?!\d))"""
# takes: Bình An, ngày 07 tháng 02 năm 2024    Thành phố Hồ Chí Minh, ngày     tháng 3 năm 2024
#        A Lưới, ngày …    M'Đrắk, ngày …    Bình An, ngày 07/02/2024
# not:   Nghị quyết của Quốc hội ngày 07 tháng 02 năm 2024
PLACE_DATE = pattern(
    rf"""(?<![\p{{L}}/-])(?P<place>
       (?:\p{{Lu}}(?:\p{{Ll}}+|'\p{{Lu}}\p{{Ll}}+|(?=[ ]\p{{Lu}}\p{{Ll}}))
         |(?i:{any_of(header.CITY_SHORT)})(?:\p{{Lu}}\p{{L}}*)?)
       (?:[ ]?[ -][ ]?(?:\p{{Lu}}\p{{L}}*|\p{{Ll}}{{2,5}})){{0,4}})[ ]{{0,3}},[ ]*
    {ISSUED}""",
    re.VERBOSE,
)
# takes: Ngày 07 tháng 02 năm 2024 (alone on its line)    not: Ngày 07 tháng 02 năm 2024, Sở họp
DATE_ALONE = pattern(
    rf"(?:^[ ]*|(?<=[ ]{{3}})|\|[ ]*)\(?[ ]?{ISSUED}[ .)]*(?=$|[ ]{{3}}|\|)",
    re.VERBOSE | re.MULTILINE,
)


def find_place_and_date(
    page: Page, start: int, stop: int
) -> tuple[str | None, Date | None, dict[str, Span]]:
    """Địa danh, the date of issue and where they stand; parts left blank are null."""
    match = PLACE_DATE.search(page.work, start, stop) or DATE_ALONE.search(page.work, start, stop)
    if match is None:
        return None, None, {}
    read = {name: match[name] or match[name + "_"] for name in ("year", "month", "day")}
    year = "".join((read["year"] or "").split())
    date = Date(
        year=int(year) if len(year) == 4 and year.isdigit() else None,
        month=calendar_part(read["month"] or "", 12),
        day=calendar_part(read["day"] or "", 31),
        text=page.words(match.span("date")),
    )
    spans = {name: match.span(name) for name in ("place", "date") if name in match.re.groupindex}
    return page.words(spans["place"]) if "place" in spans else None, date, spans


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


# ---------------------------------------------------------------- drafts

DRAFT_WORDS = any_of(header.DRAFT, bare=True)
DRAFT = pattern(rf"(?<!\w){DRAFT_WORDS}(?!\w)")
SPEAKS_OF_DRAFT = pattern(DRAFT_WORDS)


def not_issued(number: Number, date: Date | None) -> bool:
    """Whether number and date wait to be filled in.

    Plans that are issued and stamped lose both as well, so that this tells a draft only of one
    that a letter sends round for comments.
    """
    return number.serial is None and date is not None and date.day is None


def find_draft(page: Page, above: range) -> Span | None:
    """Where the head says that this is a draft: ``DỰ THẢO`` on a line or in a column of its own."""
    if above.stop <= above.start:
        return None
    first = page.paragraphs[above.start].first_line
    last = page.paragraphs[above.stop - 1].last_line
    lines = page.lines[first : last + 1]
    if SPEAKS_OF_DRAFT.search(page.bare, lines[0].start, lines[-1].end) is None:
        return None
    for line in lines:
        for start, end in columns(page, line.start, line.end):
            match = DRAFT.search(page.bare, start, end)
            if match is not None and end - start <= 30 and page.work[match.start()].isupper():
                return match.span()
    return None

"""Citations: which other documents a stretch of a page refers to.

A document is recognised by its number (``417/QĐ-BXD``) and the type before it, a law or a
scheme by its name. From there a citation is read forward, piece by piece, as Nghị định
30/2020/NĐ-CP (Phụ lục I, II.6a) orders them: date, issuer, title.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from vnplan.extract.bodies import are_of_two_places
from vnplan.extract.dates import date_at, just_before
from vnplan.lexicon import documents as lexicon
from vnplan.patterns import any_of, pattern
from vnplan.records import Citation, Date, Span
from vnplan.text import Page
from vnplan.views import clean, folded, lowered

Match = re.Match[str]


@dataclass(slots=True)
class Anchor:
    """Where a citation begins, and what is known of it before it is read forward.

    ``here`` is where reading goes on. ``firm`` anchors (those with a number) end the
    citation before them, the others only in a list.
    """

    start: int
    here: int
    type: str
    number: str | None = None
    number_start: int = 0
    title: Span | None = None
    issuer: Span | None = None
    firm: bool = False


class TypeWord(NamedTuple):
    """A word for a type of document, where it stands, and the type in full."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Number:
    """What looks like a document's number; ``unsigned`` if it has no symbol (``98/2023``)."""

    start: int
    end: int
    text: str
    unsigned: bool = False


NAMES = {lowered(name): full for name, full in lexicon.TYPES.items()}
TYPE = pattern(rf"(?<!\w){any_of(lexicon.TYPES)}(?!\w)")


def find_types(page: Page, start: int, stop: int) -> list[TypeWord]:
    """The words for types of documents in a window, in order; the page is searched once."""
    found: tuple[list[int], list[TypeWord]] | None = page.memo.get("types")
    if found is None:
        words = [
            TypeWord(*match.span(), NAMES[clean(match.group())])
            for match in TYPE.finditer(page.low)
        ]
        found = page.memo["types"] = ([word.start for word in words], words)
    starts, words = found
    first = bisect_left(starts, start)
    if first == len(starts) or starts[first] >= stop:
        return []
    return [word for word in words[first : bisect_left(starts, stop)] if word.end <= stop]


def types_of(names: Iterable[str]) -> frozenset[str]:
    """The types in full that the words of a list mean."""
    return frozenset(lexicon.TYPES[name] for name in names)


# ---------------------------------------------------------------- numbers

PIECE = r"[\p{L}\d]{1,16}"
# a symbol goes on behind a line end (973/TTr- + SGDĐT) and behind loose blanks (62/KH- UBND)
JOIN = r"(?:[/&]|-(?:\s{1,120}(?=\p{Lu}{2}))?|[ ]?/[ ]?(?=\p{Lu}))"
SYMBOL = rf"\p{{Lu}}[\p{{L}}\d]{{1,15}}(?:{JOIN}{PIECE}){{0,7}}"
PARTY_SYMBOL = (
    rf"\p{{Lu}}\p{{L}}{{1,4}}[ ]?/[ ]?\p{{Lu}}[\p{{L}}\d]{{0,15}}(?:{JOIN}{PIECE}){{0,3}}"
)
# takes: 417/QĐ-BXD    45/2031/NĐ-CP    12/2030/QH17    3417/VKSTC-V5    231-QĐ/TW
#        1315 / QĐ-TTg    447     /KH-UBND    98/2023
# not:   29/12/2023    5/6 chỉ tiêu    02 lần/năm
NUMBER = pattern(
    rf"""\d{{1,5}}[a-zA-Z]? (?: [ ]?/[ ]?(?:19|20)\d\d[ ]{{0,3}}[/-][ ]{{0,3}}{SYMBOL}
        | [ ]{{0,9}}/[ ]{{0,3}}{SYMBOL} | [ ]?-[ ]?{PARTY_SYMBOL} )
    | (?P<unsigned>\d{{1,4}}/(?:19|20)\d\d(?![\w/-]))""",
    re.VERBOSE,
)
NUMBER_START = pattern(r"\d{1,5}[a-zA-Z]?[ ]{0,9}[/-]")  # and no digit or mark before it
BLANK_NUMBER = pattern(rf"/\p{{Lu}}\p{{L}}{{1,5}}-{SYMBOL}")  # số …../QĐ-UBND
NUMBER_WORD = any_of(lexicon.NUMBER_WORD)
SAID = any_of(lexicon.NUMBER_WORD, bare=True)
SAID_BEFORE = pattern(rf"[ ]{SAID}[ .:\u2026_]{{1,80}}\Z")
# between a type and its number, without diacritics for the sake of scans
DIRECT = pattern(rf"[ ,:]{{0,80}}(?:{SAID}|s[6o]?)?[ .:\u2026_]{{0,80}}")
NOT_AND = rf"(?!{any_of(lexicon.AND, bare=True)}[ ])"
# takes: Công văn hỏa tốc số    Hướng dẫn của Bộ Nội vụ số    not: quyết định và giấy phép số
QUALIFIED = pattern(
    rf"(?:[ ]{{1,80}}{NOT_AND}[^\s.,;:\"()\d]{{1,16}}){{1,14}}[ ]{SAID}[ :]{{1,80}}"
)
QUALIFIED_LAW = pattern(rf"[ ]{{1,80}}[^.;:\n\"()\d]{{1,140}}[ ]{SAID}[ :]{{1,80}}")
QUALIFYING_ISSUER = pattern(rf"[ ]{{1,80}}{any_of(lexicon.OF)}[ ]{{1,80}}(?=\w)")
LONGEST_GAP = 180
SHORT_NAMES = {lowered(name): full for name, full in lexicon.SHORT_TYPES.items()}
# takes: QĐ (12/QĐ-UBND)    CV số (45/SYT-NV)
SHORT_BEFORE = pattern(
    rf"(?<!\w)(?P<type>{any_of(lexicon.SHORT_TYPES)})(?:[ ]{NUMBER_WORD})?[ :]{{1,9}}\Z"
)
# before a number that borrows the type of the number before it: …, số 15/QĐ-UBND
LISTED = pattern(
    rf"(?:[,;]|(?<!\w){any_of(lexicon.AND)})[ ]{{0,80}}(?:{NUMBER_WORD}[ :]{{1,9}})?\Z"
)
SENTENCE_END = pattern(r"\.[ ]|\n")
LETTERS = pattern(r"\p{L}+")
SYMBOLS = {lowered(symbol): types for symbol, types in lexicon.SYMBOL_TYPES.items()}
LAW_TYPES = types_of(lexicon.LAWS)
LEGAL_TYPES = types_of(lexicon.LEGAL_TYPES)


def find_numbers(page: Page, types: Sequence[TypeWord], start: int, stop: int) -> list[Anchor]:
    """The documents cited by number, in order."""
    anchors: list[Anchor] = []
    candidates = number_candidates(page, start, stop)
    if not candidates:
        return anchors
    ends = [word.end for word in types]
    before = start  # where the number before ended
    for number in candidates:
        if number.start < before:
            continue
        last = bisect_right(ends, number.start)
        near = [
            word
            for word in reversed(types[max(0, last - 2) : last])
            if word.start >= before and number.start - word.end <= LONGEST_GAP
        ]
        anchor = (
            typed(page, number, near)
            or short_typed(page.low, number, before)
            or listed(page.low, number, anchors, before)
        )
        if anchor is not None:
            anchors.append(anchor)
            before = number.end
    return anchors


def number_candidates(page: Page, start: int, stop: int) -> list[Number]:
    """What looks like a document's number, in order; all of them hold a slash."""
    work = page.work
    found: list[Number] = []
    if work.find("/", start, stop) < 0:
        return found
    for beginning in NUMBER_START.finditer(work, start, stop):
        at = beginning.start()
        if at and (work[at - 1] in "/.," or work[at - 1].isdecimal()):
            continue
        match = NUMBER.match(work, at, stop)
        if match is not None:
            text = "".join(match.group().split())
            found.append(Number(*match.span(), text, match["unsigned"] is not None))
    for blank in BLANK_NUMBER.finditer(work, start, stop):
        if just_before(SAID_BEFORE, page.bare, start, blank.start()):
            found.append(Number(*blank.span(), "".join(blank.group().split())))
    return sorted(found, key=lambda number: number.start)


def typed(page: Page, number: Number, near: Sequence[TypeWord]) -> Anchor | None:
    """The number behind a word for its type; of two, the one that its symbol speaks for."""
    found: Anchor | None = None
    for word in near:
        if number.unsigned and word.type not in LEGAL_TYPES:
            continue
        if number.unsigned and not just_before(SAID_BEFORE, page.bare, word.end, number.start):
            continue
        if not follows(page.bare, word, number.start):
            continue
        fits = agrees(number.text, word.type)
        if found is None or fits:
            found = as_anchor(number, word.start, word.type)
            qualify(page, found, word.end, number.start)
        if fits:
            break
    return found


def as_anchor(number: Number, start: int, name: str) -> Anchor:
    """The anchor of a document of a known type."""
    return Anchor(start, number.end, name, number.text, number.start, firm=True)


def follows(bare: str, word: TypeWord, here: int) -> bool:
    """Whether a number belongs to the type before it."""
    if DIRECT.fullmatch(bare, word.end, here):
        return True
    rule = QUALIFIED_LAW if word.type in LAW_TYPES else QUALIFIED
    return rule.fullmatch(bare, word.end, here) is not None


def agrees(number: str, name: str) -> bool:
    """Whether the letters of a number do not speak against the type."""
    letters = LETTERS.search(lowered(number))
    types = SYMBOLS.get(letters.group()) if letters else None
    return types is None or name in types


def qualify(page: Page, anchor: Anchor, end: int, here: int) -> None:
    """Take what stands between type and number as the issuer or the law's name."""
    if DIRECT.fullmatch(page.bare, end, here):
        return
    said = just_before(SAID_BEFORE, page.bare, end, here)
    stop = said.start() if said else here
    issuer = QUALIFYING_ISSUER.match(page.low, end, stop)
    if issuer:
        anchor.issuer = (issuer.end(), stop)
    elif anchor.type in LAW_TYPES:
        anchor.title = trimmed(page, (end, stop))


def short_typed(low: str, number: Number, before: int) -> Anchor | None:
    """QĐ 12/QĐ-UBND, CV số 45/SYT-NV."""
    match = just_before(SHORT_BEFORE, low, before, number.start)
    if match is None or number.unsigned:
        return None
    return as_anchor(number, match.start(), SHORT_NAMES[match["type"]])


def listed(low: str, number: Number, anchors: Sequence[Anchor], before: int) -> Anchor | None:
    """Nghị quyết số 19-NQ/TW và số 20-NQ/TW: the second takes the type of the first."""
    here = number.start
    if not anchors or number.unsigned or here - before > 400:
        return None
    if SENTENCE_END.search(low, before, here) or not just_before(LISTED, low, before, here):
        return None
    name = anchors[-1].type
    letters = LETTERS.search(lowered(number.text))
    if letters is not None and not agrees(number.text, name):
        name = SYMBOLS[letters.group()][0]
    return as_anchor(number, here, name)


# ---------------------------------------------------------------- documents cited by name

NO_LAW_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.NOT_A_LAW_BEFORE)}[ ]{{1,9}}\Z")
NO_LAW_AFTER = pattern(rf"[ ]{{1,80}}{any_of(lexicon.NOT_A_LAW_AFTER)}(?!\w)")
BLANKS = pattern(r"[ ]{0,80}+")
LAW_NAME = pattern(rf"{any_of((*lexicon.LAW_NAMES, *lexicon.LAW_INITIALS))}(?!\w)")
# takes: sửa đổi, bổ sung một số điều của Luật Xây dựng (ngày 17/6/2020)
AMENDING_NAME = pattern(
    rf"{any_of(lexicon.AMENDING)}(?!\w)[^.;:\n()\"\d]{{1,250}}?(?=[ ]{any_of(lexicon.DATED)}[ ]\d)"
)
# takes: sửa đổi, bổ sung một số điều của Luật (Xây dựng)
AMENDED_LAW = pattern(
    rf"{any_of(lexicon.AMENDING)}(?!\w)[^.;:\n()\"\d]{{1,60}}?[ ]{any_of(lexicon.LAWS)}[ ]{{1,80}}"
)
STOPPED = rf"(?!{any_of(lexicon.AFTER_LAW_NAME)}(?!\w))"
# a law that is not in the table: its words up to a mark or a word that no name contains
UNKNOWN_NAME = pattern(rf"\p{{L}}+(?:[ ]{{1,80}}{STOPPED}\p{{L}}+){{0,11}}")
# takes: Phòng, chống lụt, bão (ngày 20/3/1993)    not: Giống vật nuôi, các xã (no date behind it)
LISTING_NAME = pattern(
    rf"\p{{L}}+(?:,?[ ]{{1,80}}{STOPPED}\p{{L}}+){{1,11}}(?=[ ]{any_of(lexicon.DATED)}[ ]\d)"
)


def law_by_name(page: Page, word: TypeWord, stop: int) -> Anchor | None:
    """Luật Thi đua, khen thưởng năm 2022; not: Luật sư, Đại học Luật, dự án Luật."""
    if not page.work[word.start].isupper():
        return None
    low = page.low
    if NO_LAW_AFTER.match(low, word.end, stop) or just_before(NO_LAW_BEFORE, low, 0, word.start):
        return None
    here = after_blanks(low, word.end, stop)
    law = AMENDING_NAME.match(low, here, stop)
    amended = AMENDED_LAW.match(low, here, stop)
    if law is None and word.type != lexicon.STATUTES:
        law = LAW_NAME.match(low, amended.end() if amended else here, stop)
    if law is None and page.work[here : here + 1].isupper():
        law = LISTING_NAME.match(low, here, stop) or UNKNOWN_NAME.match(low, here, stop)
    if law is not None and here > word.end:
        return Anchor(word.start, law.end(), word.type, title=(here, law.end()))
    if word.type == lexicon.CONSTITUTION:
        return Anchor(word.start, word.end, word.type)
    return None


def after_blanks(low: str, here: int, stop: int) -> int:
    """Where the next word begins."""
    blanks = BLANKS.match(low, here, stop)
    return blanks.end() if blanks else here


SCHEMES = types_of(lexicon.SCHEMES)
SURE_SCHEMES = types_of(lexicon.SURE_SCHEMES)
CARRYING_OUT_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.CARRYING_OUT)}[ ]{{1,80}}\Z")
HAS_YEAR = pattern(r"(?:19|20)\d\d")
# takes: (Đề án) "Xây dựng xã hội học tập"    not: (Phong trào) "Toàn dân đoàn kết"
QUOTED_NAME = pattern(
    rf"(?:[ ]{{1,80}}{any_of(lexicon.SCHEME_KINDS)})?[ ]{{1,80}}\"(?P<title>[^\"\n]{{3,500}})\""
)
PLACE = pattern(
    rf"[ ]{{1,80}}(?i:{any_of(lexicon.SCHEME_PLACES)})(?:[ ]{{1,80}}\p{{Lu}}\p{{L}}*){{1,4}}"
)


def scheme_in_quotes(page: Page, word: TypeWord, stop: int) -> Anchor | None:
    """Đề án "Sữa học đường" tỉnh Hưng Giang; not a show: Chương trình "Tiếng hát mùa xuân"."""
    match = QUOTED_NAME.match(page.low, word.end, stop)
    if match is None:
        return None
    if word.type not in SURE_SCHEMES and not (
        page.work[word.start].isupper()
        and (
            HAS_YEAR.search(page.low, *match.span("title"))
            or just_before(CARRYING_OUT_BEFORE, page.low, 0, word.start)
        )
    ):
        return None
    place = PLACE.match(page.work, match.end(), stop)
    here = place.end() if place else match.end()
    return Anchor(word.start, here, word.type, title=match.span("title"))


WIDE_SCHEMES = types_of(lexicon.WIDE_SCHEMES)
YEARS = rf"(?:{any_of(lexicon.STAGE)}[ ]{{1,80}}\d{{4}}(?:[ ]?-[ ]?\d{{4}})?)"
# takes: (Chương trình) mục tiêu quốc gia xây dựng nông thôn mới (giai đoạn 2021 - 2025)
WIDE_NAME = pattern(
    rf"""[ ]{{1,80}}(?P<title> {any_of(lexicon.WIDE_NAMES)}(?!\w)
      (?: [^,;.:()\"\n]{{1,160}}?{YEARS}
        | [ ]{{1,80}}{STOPPED}\p{{L}}+(?:[ ]{{1,80}}(?:-[ ])?{STOPPED}\p{{L}}+){{1,16}} ) )""",
    re.VERBOSE,
)


def wide_scheme(page: Page, word: TypeWord, stop: int) -> Anchor | None:
    """Chương trình mục tiêu quốc gia xây dựng nông thôn mới; not: Chương trình công tác."""
    if not page.work[word.start].isupper():
        return None
    match = WIDE_NAME.match(page.low, word.end, stop)
    return Anchor(word.start, match.end(), word.type, title=match.span("title")) if match else None


CONGRESS_TYPES = types_of(lexicon.CONGRESS_TYPES)
CONGRESS_NAME = pattern(
    rf"[ ]{{1,80}}(?P<title>{any_of(lexicon.CONGRESSES)}(?!\w)[^,;.:()\"\n]{{3,120}})"
)
CONGRESS_END = pattern(rf"[ ]{{1,80}}{any_of(lexicon.AFTER_CONGRESS)}(?!\w)")


def congress_resolution(page: Page, word: TypeWord, stop: int) -> Anchor | None:
    """Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng: it has no number."""
    match = CONGRESS_NAME.match(page.low, word.end, stop)
    if match is None:
        return None
    first, last = match.span("title")
    if not (page.work[word.start].isupper() and page.work[first].isupper()):
        return None
    cut = CONGRESS_END.search(page.low, first, last)
    last = cut.start() if cut else last
    return Anchor(word.start, last, word.type, title=(first, last))


ISSUED_TYPES = types_of(lexicon.ISSUED_TYPES)
ISSUED_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.ISSUED)}[ ]{{1,80}}\Z")
ISSUED_NAME = pattern(
    rf"[ ]{{1,80}}(?:{any_of(lexicon.ABOUT)}[ ]{{1,80}})?"
    rf"(?P<title>{STOPPED}\p{{L}}[^;.:()\n]{{9,300}})"
)


def issued_by_name(page: Page, word: TypeWord, stop: int) -> Anchor | None:
    """Ra Nghị quyết tôn vinh nghề dạy học; not: trình Hội đồng ban hành Nghị quyết."""
    if not page.work[word.start].isupper():
        return None
    if not just_before(ISSUED_BEFORE, page.low, 0, word.start):
        return None
    match = ISSUED_NAME.match(page.low, word.end, stop)
    if match is None:
        return None
    title = trimmed(page, match.span("title"))
    return Anchor(word.start, title[1], word.type, title=title)


NAME_RULES = (
    (law_by_name, LAW_TYPES),
    (scheme_in_quotes, SCHEMES),
    (wide_scheme, WIDE_SCHEMES),
    (congress_resolution, CONGRESS_TYPES),
    (issued_by_name, ISSUED_TYPES),
)
RULES_OF_TYPE = {
    name: tuple(rule for rule, types in NAME_RULES if name in types) for name in NAMES.values()
}


def find_named(page: Page, types: Iterable[TypeWord], stop: int) -> Iterator[Anchor]:
    """Laws, schemes and resolutions cited by name, in order."""
    for word in types:
        for rule in RULES_OF_TYPE[word.type]:
            anchor = rule(page, word, stop)
            if anchor is not None:
                yield anchor
                break


# ---------------------------------------------------------------- all that is cited


def find_citations(
    page: Page, start: int, stop: int, *, relation: str | None = None, preamble: bool = False
) -> list[Citation]:
    """The documents cited in ``[start, stop)``, every mention, in order.

    In a ``preamble`` a title also ends where the issuer's own sentence begins (``…, Sở Y tế
    xây dựng Kế hoạch như sau``). ``relation`` is given to all.
    """
    anchors = find_anchors(page, start, stop)
    if not anchors:
        return []
    limits = find_limits(page.low, anchors, stop)
    citations: list[Citation] = []
    done = start
    for anchor, limit in zip(anchors, limits, strict=True):
        if anchor.start >= done:
            citation = read_citation(page, anchor, done, limit, relation, preamble)
            citations.append(citation)
            done = citation.span[1]
    return citations


def find_anchors(page: Page, start: int, stop: int) -> list[Anchor]:
    """Where citations begin, in order; what a decision promulgates is its title alone."""
    types = find_types(page, start, stop)
    if not types and page.low.find("/", start, stop) < 0:
        return []
    numbers = find_numbers(page, types, start, stop)
    if not numbers:
        return list(find_named(page, types, stop))
    covered = [(anchor.start, anchor.here) for anchor in numbers]
    before = start
    for anchor in numbers:
        annex = find_annex(page, before, anchor.start)
        if annex is not None:
            covered.append(annex)
        before = anchor.here
    covered.sort()
    begins = [begin for begin, _ in covered]
    anchors = list(numbers)
    for anchor in find_named(page, types, stop):
        i = bisect_right(begins, anchor.start)
        if i == 0 or anchor.start >= covered[i - 1][1]:
            anchors.append(anchor)
    return sorted(anchors, key=lambda anchor: anchor.start)


LONGEST_CITATION = 2000
LIST_BEFORE = pattern(r"[,;(][ ]{0,80}\Z")
AND_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.AND)}[ ]{{1,80}}\Z")


def find_limits(low: str, anchors: Sequence[Anchor], stop: int) -> list[int]:
    """For each anchor, where at the latest its citation ends: the next that breaks it off."""
    limits = [stop] * len(anchors)
    limit = stop
    for i in range(len(anchors) - 1, -1, -1):
        limits[i] = limit
        here = anchors[i].start
        if (
            anchors[i].firm
            or just_before(LIST_BEFORE, low, 0, here)
            # not: hướng dẫn thi hành Luật Đầu tư và Luật Đấu thầu
            or (i > 0 and anchors[i - 1].firm and just_before(AND_BEFORE, low, 0, here))
        ):
            limit = here
    return limits


def read_citation(
    page: Page, anchor: Anchor, before: int, limit: int, relation: str | None, preamble: bool
) -> Citation:
    """The citation that begins at an anchor and ends at ``limit`` at the latest."""
    limit = min(limit, anchor.here + LONGEST_CITATION)
    line = page.work.find("\n", anchor.here, limit)
    end = line if line >= 0 else limit
    here, date, issuer = anchor.here, None, anchor.issuer
    for _ in range(3):
        dated = read_date(page, here, end) if date is None else None
        if dated is not None:
            date, here = dated
            continue
        issuer = issuer or read_issuer(page, anchor, here, end)
        if issuer is None or issuer[1] <= here:
            break
        here = issuer[1]
    title = anchor.title
    if title is None:
        known = date is not None or issuer is not None
        title = read_title(page, here, end, known=known, preamble=preamble)
        here = title[1] if title is not None else here
    annex = find_annex(page, before, anchor.start) if anchor.firm else None
    if annex is not None and len(page.low[slice(*annex)].split()) > 2:
        title = annex
    if issuer is None or date is None or date.day is None:
        issuer, date = issued_before(page, anchor.start, before, issuer, date)
    span = trimmed(page, (anchor.start, here))
    return Citation(
        type=anchor.type,
        number=anchor.number,
        date=date,
        issuer=page.words(issuer) if issuer else None,
        title=unquoted(page.words(title)) if title else None,
        text=citation_text(page, anchor, span),
        span=span,
        relation=relation,
    )


def citation_text(page: Page, anchor: Anchor, span: Span) -> str:
    """The words of a citation, its number joined again where a line end broke it."""
    if anchor.number is None:
        return page.words(span)
    head = page.words((span[0], anchor.number_start))
    tail = page.words((anchor.here, max(anchor.here, span[1])))
    blank = "" if tail[:1] in ("", ",", ";") else " "
    return f"{head} {anchor.number}{blank}{tail}".strip()


# ---------------------------------------------------------------- date, issuer, title

COMMA = pattern(r"[ ]{0,80}+,?[ ]{0,80}+")


def read_date(page: Page, here: int, limit: int) -> tuple[Date, int] | None:
    """The date that follows, and where reading goes on; behind a comma it needs a day."""
    comma = COMMA.match(page.low, here, limit)
    if comma is None:
        return None
    read = date_at(page, comma.end(), limit)
    if read is None or ("," in comma.group() and read[0].day is None):
        return None
    return read[0], read[1][1]


OF = pattern(rf"[ ,]{{0,80}}+{any_of(lexicon.OF)}[ -]{{1,80}}+(?=\p{{L}})")
ISSUER_STOP = pattern(
    rf"""(?<!\w) (?: {any_of(lexicon.ABOUT)}(?!\w)
      | (?P<verb> {any_of((*lexicon.TITLE_VERBS, *lexicon.ACTION_VERBS, *lexicon.AFTER_ISSUER))}
        | {any_of(lexicon.AND)}[ ]{{1,80}}{any_of(lexicon.AND_NO_ISSUER)} )(?!\w) )
    | (?P<comma>,) | (?P<stop>\.) | [;:()\"\n]""",
    re.VERBOSE,
)
NAME_HEAD_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.NAME_HEADS)}[ ]{{1,80}}\Z")
LONGEST_ISSUER = 260
COMMA_NAME = pattern(rf",[ ]{{1,80}}{any_of(lexicon.COMMA_NAMES)}(?!\w)")
# a second issuer behind a comma, if a title or what it carries out follows it
JOINT = pattern(
    rf""",[ ]{{1,80}}{any_of(lexicon.JOINT_BODIES)}[ ][^,;.:()\"\n]{{3,120}}?[ ]
    (?: {any_of(lexicon.ABOUT)}[ ]
      | {any_of(lexicon.DANGLING)}[ ]{{1,80}}{any_of(lexicon.TYPES)}(?!\w) )""",
    re.VERBOSE,
)
ABBREVIATION_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.ABBREVIATIONS)}\Z")


def read_issuer(page: Page, anchor: Anchor, here: int, limit: int) -> Span | None:
    """Who issued the document: ``của …`` up to its title, a verb or a mark."""
    low, work = page.low, page.work
    of = OF.match(low, here, limit)
    if of is None or (not anchor.firm and not work[of.end()].isupper()):
        return None
    begin = of.end()
    end = min(limit, begin + LONGEST_ISSUER)
    for match in ISSUER_STOP.finditer(low, begin, end):
        at = match.start()
        if match["verb"] and in_a_name(page, begin, at):
            continue
        if match["stop"] and just_before(ABBREVIATION_BEFORE, low, begin, at):
            continue
        if match["comma"] and (COMMA_NAME.match(low, at) or joint(page, at)):
            continue
        end = at
        break
    span = trimmed(page, (begin, end), dangling=True)
    return span if span[0] < span[1] else None


def in_a_name(page: Page, begin: int, at: int) -> bool:
    """Whether a word that could end an issuer is one of its name's (Ban Tổ chức Trung ương)."""
    if at == begin or page.work[at].isupper():
        return True
    head = just_before(NAME_HEAD_BEFORE, page.low, begin, at)
    return head is not None and page.work[head.start()].isupper()  # not: Bộ Quốc phòng ban hành


def joint(page: Page, comma: int) -> bool:
    """Whether another issuer follows the comma (``của Ban A, Ban B về …``)."""
    follower = page.work[comma + 1 : comma + 90].lstrip()[:1]
    return follower.isupper() and JOINT.match(page.low, comma) is not None


TITLE_OPENING = pattern(
    rf"""[ ]{{0,80}}+ (?: ,?[ ]{{0,80}}+(?P<about>{any_of(lexicon.ABOUT)})(?!\w)[ :]{{0,80}}+
      | (?P<quote>\")
      | (?P<verb>{any_of(lexicon.TITLE_VERBS)})(?!\w)
      | (?P<action>{any_of(lexicon.ACTION_VERBS)})(?!\w) )""",
    re.VERBOSE,
)
TITLE_MARK = pattern(r"\"[^\"\n]{0,600}\"|\([^()\n]{0,300}\)|[;:()\n,]|\.+")
ASIDE = pattern(rf"\([ ]{{0,9}}{any_of(lexicon.ASIDES)}(?!\w)")
AFTER_TITLE = pattern(rf",[ ]{{1,80}}{any_of(lexicon.AFTER_TITLE)}(?!\w)")
CLAUSE = pattern(r"[^;.:\n]{1,400}")
MAKING = pattern(
    rf"[ ]{any_of(lexicon.MAKING)}(?!\w)[^;.:\n]{{0,200}}?(?<!\w){any_of(lexicon.MADE)}(?!\w)"
)
LONGEST_TITLE = 1200


def read_title(page: Page, here: int, limit: int, *, known: bool, preamble: bool) -> Span | None:
    """The title that follows: behind ``về`` or from its own verb on.

    Verbs such as ``tổ chức`` open a title only where a date or an issuer is ``known``.
    """
    opening = TITLE_OPENING.match(page.low, here, limit)
    if opening is None or (opening["action"] and not known):
        return None
    begin = opening.end()
    for name in ("quote", "verb", "action"):
        if opening[name]:
            begin = opening.start(name)
    end = title_end(page, begin, min(limit, begin + LONGEST_TITLE), preamble)
    span = trimmed(page, (begin, end), dangling=end == limit)
    return span if span[0] < span[1] else None


def title_end(page: Page, begin: int, limit: int, preamble: bool) -> int:
    """Where a title ends: at a mark outside quotes that no title goes on behind."""
    for match in TITLE_MARK.finditer(page.work, begin, limit):
        at, mark = match.start(), match.group()
        if mark[0] == '"' or (mark[0] == "(" and len(mark) > 1 and not ASIDE.match(page.low, at)):
            continue
        if mark[0] == "." and goes_on(page, match, limit):
            continue
        if mark == "," and not comma_ends(page, at, limit, preamble):
            continue
        return at
    return limit


def goes_on(page: Page, stop: Match, limit: int) -> bool:
    """Whether a stop is inside a number or after an abbreviation (``TP. Hồ Chí Minh``)."""
    at, end = stop.span()
    if end - at > 1:
        return False
    if end < limit and page.work[end].isalnum():
        return True
    return just_before(ABBREVIATION_BEFORE, page.low, at - 5, at) is not None


def comma_ends(page: Page, comma: int, limit: int, preamble: bool) -> bool:
    """Whether the words behind a comma are no part of the title any more."""
    follower = page.work[comma + 1 : comma + 90].lstrip()[:2]
    if follower[:1].isupper():
        short = len(follower) == 2 and follower.isupper() and page.work[comma - 1].isupper()
        return not short and COMMA_NAME.match(page.low, comma, limit) is None  # THCS, THPT
    if AFTER_TITLE.match(page.low, comma, limit):
        return True
    return preamble and makes_the_plan(page.low, comma)


def makes_the_plan(low: str, comma: int) -> bool:
    """Whether the words behind a comma are the issuer's own sentence.

    ``…, khoa Công nghệ thông báo kế hoạch như sau``
    """
    begin = comma + 1
    clause = CLAUSE.match(low, begin)
    making = MAKING.search(low, begin, clause.end()) if clause else None
    if making is None or making.start() - begin <= 2:
        return False
    return low.find(",", begin, making.start()) < 0


TRAILING = frozenset(" \n,;.:-(/*+")
LEADING = frozenset(" \n,;.:-)")
ANNOUNCING = pattern(rf"(?<!\w){any_of(lexicon.ANNOUNCING)}\Z")
DANGLING = pattern(rf"(?<!\w){any_of(lexicon.DANGLING)}\Z")


def trimmed(page: Page, span: Span, *, dangling: bool = False) -> Span:
    """The span without marks and blanks at its ends, and without what hangs at a cut."""
    begin, end = span
    work = page.work
    while True:
        while end > begin and work[end - 1] in TRAILING:
            end -= 1
        match = just_before(ANNOUNCING, page.low, begin, end)
        if match is None and dangling:
            match = just_before(DANGLING, page.low, begin, end)
        if match is None:
            break
        end = match.start()
    while begin < end and work[begin] in LEADING:
        begin += 1
    if work.count('"', begin, end) % 2:  # a quotation that was cut
        if work[begin] == '"':
            return trimmed(page, (begin + 1, end))
        if work[end - 1] == '"':
            return trimmed(page, (begin, end - 1))
    return begin, end


def unquoted(title: str) -> str:
    """A title without quotes around the whole of it."""
    inner = title[1:-1]
    if not inner or title[0] not in QUOTES or title[-1] not in QUOTES:
        return title
    return title if any(sign in QUOTES for sign in inner) else inner.strip()


QUOTES = frozenset('"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033')

# takes: (Theo) đề nghị của Phòng Nội vụ tại (Tờ trình số 3/TTr-PNV)
PROPOSED_BEFORE = pattern(
    rf"(?<!\w){any_of(lexicon.PROPOSALS)}[ ]{{1,9}}(?P<body>[^,;:.()\n]{{3,120}}?)[ ]{{1,9}}"
    rf"{any_of(lexicon.PROPOSED_AT)}[ ]{{1,9}}\Z"
)
ISSUING_BEFORE = pattern(rf"[ ]{any_of(lexicon.ISSUING)}[ ]{{1,80}}\Z")


def issued_before(
    page: Page, here: int, floor: int, issuer: Span | None, date: Date | None
) -> tuple[Span | None, Date | None]:
    """Issuer and date, those of the sentence before if it says who issued the document when.

    ``Ngày 13/3/2024, Bộ Y tế ban hành Quyết định 615/QĐ-BYT``, or who proposed by it:
    ``Theo đề nghị của Phòng Nội vụ tại Tờ trình số 3/TTr-PNV``
    """
    issuing = just_before(ISSUING_BEFORE, page.low, floor, here)
    if issuing is None:
        proposed = just_before(PROPOSED_BEFORE, page.low, floor, here) if issuer is None else None
        return proposed.span("body") if proposed is not None else issuer, date
    stop = issuing.start()
    begin = after_blanks(page.low, sentence_start(page.low, max(floor, stop - 200), stop), stop)
    read = date_at(page, begin, stop)
    if read is not None and page.low[read[1][1]] == ",":
        begin = read[1][1] + 1
        if date is None or (date.day is None and date.year == read[0].year):
            date = read[0]
    span = trimmed(page, (begin, stop))
    named = page.work[slice(*span)]
    if issuer is None and named[:1].isupper() and "," not in named and len(named.split()) <= 14:
        issuer = span
    return issuer, date


def sentence_start(low: str, floor: int, here: int) -> int:
    """Where the sentence or clause begins in which ``here`` stands."""
    return max(floor, *(low.rfind(mark, floor, here) + 1 for mark in (";", ":", "\n", ". ")))


# ---------------------------------------------------------------- what a decision promulgates

ANNEX_BEFORE = pattern(rf"(?<!\w){any_of(lexicon.ANNEXED)}[ :]{{1,80}}\Z")
ANNEX_HEAD = pattern(rf"(?<!\w){any_of(lexicon.ANNEX_HEADS)}(?!\w)")


def find_annex(page: Page, floor: int, here: int) -> Span | None:
    """The X of ``X ban hành kèm theo Quyết định số …``, which ends before ``here``."""
    low = page.low
    annexed = just_before(ANNEX_BEFORE, low, floor, here)
    if annexed is None:
        return None
    end = annexed.start()
    for head in ANNEX_HEAD.finditer(low, sentence_start(low, max(floor, end - 300), end), end):
        if page.work[head.start()].isupper():
            bracket = page.work.find("(", head.start(), end)
            span = trimmed(page, (head.start(), bracket if bracket >= 0 else end))
            return span if span[0] < span[1] else None
    return None


# ---------------------------------------------------------------- the preamble

RELATION_NAMES = {folded(word): word for word in lexicon.RELATIONS}
BEFORE_RELATION = rf"(?:{any_of(lexicon.BEFORE_RELATION, bare=True)}[ ]{{1,80}}){{0,3}}"
TIE = rf"(?P<relation>{any_of(lexicon.RELATIONS, bare=True)})(?!\w)"
# takes: Căn cứ    Để tiếp tục thực hiện    without diacritics, for scans print "Căn cử"
RELATION = pattern(rf"[^\w\n]{{0,20}}{BEFORE_RELATION}{TIE}")
# takes what may stand between two grounds: "; ", ", Căn cứ ", " và "
BETWEEN_GROUNDS = pattern(
    rf"""(?:[ ]?\([^()\n]{{1,160}}\))?[\s,;.:()\"+*-]{{0,160}}+
    (?:{any_of(lexicon.AND, bare=True)}(?!\w)[ ]{{1,80}})?
    {BEFORE_RELATION}
    (?:{TIE}(?:[ ]{{1,80}}{any_of(lexicon.AFTER_RELATION, bare=True)}(?!\w)){{0,4}})?\s{{0,160}}""",
    re.VERBOSE,
)
NEW_CLAUSE = pattern(rf"[;,.][ ]{{1,80}}{BEFORE_RELATION}{TIE}")


def find_legal_bases(page: Page, paragraphs: Sequence[Span]) -> list[Citation]:
    """The documents that the preamble's paragraphs give as grounds, in order.

    A paragraph counts if it begins with a word such as ``Căn cứ``. A document named only in
    the title of another, or in the sentence that makes the plan, is no ground.
    """
    bases: list[Citation] = []
    for start, stop in paragraphs:
        lead = RELATION.match(page.bare, start, stop)
        if lead is not None:
            bases += paragraph_bases(page, lead, stop)
    return bases


def paragraph_bases(page: Page, lead: Match, stop: int) -> list[Citation]:
    """The grounds of one paragraph."""
    here = lead.end()
    relation = RELATION_NAMES[clean(lead["relation"])]
    cited = find_citations(page, here, stop, preamble=True)
    named = named_ground(page, here, cited[0].span[0] if cited else stop)
    if named is not None:
        cited = [named, *(c for c in cited if c.span[0] >= named.span[1])]
    bases = []
    first = True
    for citation in cited:
        begin, end = citation.span
        if MAKING.search(page.low, here, begin):
            break  # … ban hành Kế hoạch triển khai Nghị quyết số …
        between = BETWEEN_GROUNDS.fullmatch(page.bare, here, begin)
        clause = None if between else last_match(NEW_CLAUSE, page.bare, here, begin)
        tie = clause or (None if first else between)
        if tie is not None and tie["relation"]:
            relation = RELATION_NAMES[clean(tie["relation"])]
        if first or between or clause:
            bases.append(citation.model_copy(update={"relation": relation}))
        first = False
        here = end
    return bases


def last_match(rule: re.Pattern[str], text: str, start: int, stop: int) -> Match | None:
    """The last match in a window."""
    found = None
    for match in rule.finditer(text, start, stop):
        found = match
    return found


# takes: căn cứ kế hoạch lễ khai giảng năm 2025    not: Căn cứ Kế hoạch này, theo kế hoạch,
NAMED_GROUND = pattern(
    rf"(?:[ ]{{1,80}}{any_of(lexicon.AFTER_RELATION)}(?!\w)){{0,4}}[ ]{{1,80}}"
    rf"(?P<cited>(?P<type>{any_of(lexicon.NAMED_GROUNDS)})(?!\w)[ ]{{1,80}})"
    rf"(?!{any_of(lexicon.NO_NAME)}[ ]?(?:[,;.]|\Z))(?=\p{{L}}|\")"
)
OF_ISSUER = pattern(rf"[ ]{any_of(lexicon.OF)}[ ]{{1,80}}(?=\p{{L}})")
TELLING = pattern(r"\d|\p{Lu}|\"")


def named_ground(page: Page, here: int, stop: int) -> Citation | None:
    """A ground without a number, right behind the word that ties it."""
    match = NAMED_GROUND.match(page.low, here, stop)
    if match is None:
        return None
    begin = match.end()
    anchor = Anchor(match.start("cited"), begin, NAMES[clean(match["type"])])
    end = title_end(page, begin, stop, preamble=True)
    issuer: Span | None = None
    for of in OF_ISSUER.finditer(page.low, begin - 1, end):
        if page.work[of.end()].isupper():
            issuer = read_issuer(page, anchor, of.start(), end)
            end = of.start()
            break
    title: Span | None = trimmed(page, (begin, end), dangling=True)
    last = end
    if issuer is not None:
        last = issuer[1]
        about = read_title(page, last, stop, known=True, preamble=True)
        if about is not None:
            title, last = about, about[1]
    if title is None or title[0] >= title[1] or not TELLING.search(page.work, *title):
        return None
    span = trimmed(page, (anchor.start, last))
    return Citation(
        type=anchor.type,
        issuer=page.words(issuer) if issuer else None,
        title=unquoted(page.words(title)),
        text=page.words(span),
        span=span,
    )


# ---------------------------------------------------------------- one citation a document

RECENT = 40  # how many documents of a type are compared by title, for the sake of linear time


def merge_citations(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Each distinct document once, in order of its first mention, with what any mention says.

    Documents are one if type and number agree (and no date speaks against it), or, where
    there is no number, if type and title do.
    """
    merged: list[Citation] = []
    by_key: dict[tuple[str, str], list[int]] = {}
    by_type: dict[str, list[int]] = {}
    for citation in sorted(citations, key=lambda c: (c.span, c.relation is None)):
        family = lexicon.FAMILIES.get(citation.type, citation.type)
        keys = [(family, key) for key in identity(citation)]
        found = [i for key in keys for i in by_key.get(key, ())]
        if not found and citation.number is None and citation.title:
            near = by_type.get(family, [])[-RECENT:]
            found = [i for i in near if similar(merged[i], citation)]
        same = next((i for i in found if not conflicting(merged[i], citation)), None)
        if same is None:
            same = len(merged)
            merged.append(citation)
            by_type.setdefault(family, []).append(same)
        else:
            merged[same] = completed(merged[same], citation)
        for key in keys:
            places = by_key.setdefault(key, [])
            if same not in places and len(places) < RECENT:
                places.append(same)
    return tuple(merged)


def identity(citation: Citation) -> Iterator[str]:
    """What tells a document from others of its type: its number, its title."""
    if citation.number:
        yield plain_number(citation)
    if citation.number is None or (citation.title and citation.type in LAW_TYPES):
        yield plain_title(citation)


def plain_number(citation: Citation) -> str:
    """The number in one form, "" where there is none."""
    return "".join((citation.number or "").casefold().split())


LETTERS_AND_DIGITS = pattern(r"\w+")


def plain_title(citation: Citation) -> str:
    """A title's letters and digits alone, without diacritics."""
    return " ".join(LETTERS_AND_DIGITS.findall(folded(citation.title or "")))


def similar(first: Citation, second: Citation) -> bool:
    """Whether two titles of documents without numbers are as good as one."""
    if first.number is not None:
        return False
    matcher = SequenceMatcher(None, plain_title(first), plain_title(second), autojunk=False)
    return matcher.real_quick_ratio() >= 0.9 and matcher.ratio() >= 0.9


def conflicting(first: Citation, second: Citation) -> bool:
    """Whether two mentions of one number or title are of two documents after all.

    Numbers begin anew each year and in each body (Nghị định 30/2020/NĐ-CP, Điều 15). Where a
    date is lacking, the territories of the bodies tell.
    """
    if first.number and second.number and plain_number(first) != plain_number(second):
        return True
    a, b = first.date, second.date
    if a is None or b is None:
        told = first.issuer and second.issuer
        return bool(told and are_of_two_places(first.issuer or "", second.issuer or ""))
    if a.year and b.year and a.year != b.year:
        return True
    differ = (a.month and b.month and a.month != b.month) or (a.day and b.day and a.day != b.day)
    bodies = first.issuer and second.issuer and folded(first.issuer) != folded(second.issuer)
    return bool(differ and bodies)


def completed(first: Citation, second: Citation) -> Citation:
    """The first mention, with what it lacks from another."""
    lacking = {
        name: getattr(second, name)
        for name in ("number", "date", "issuer", "title", "relation")
        if getattr(first, name) is None and getattr(second, name) is not None
    }
    return first.model_copy(update=lacking) if lacking else first

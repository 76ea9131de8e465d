"""One text, and the views of it that rules search.

The only place where the text as read and the text as worked on differ. All views have
the length of ``text``, so that an offset found in one holds in all of them and a span
needs no arithmetic.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from vnplan.inline import find_inline
from vnplan.lexicon import headings, marks
from vnplan.lexicon.marks import PAGE_WORDS
from vnplan.markers import Marker, read_marker
from vnplan.patterns import any_of, pattern
from vnplan.records import Span
from vnplan.views import clean, folded, lowered, normalize, plain_signs, spelled, without_diacritics


class Line(NamedTuple):
    """A line that holds something: its trimmed span, its columns and what it is.

    ``column`` counts the characters before the first one, ``width`` those up to the last
    one. ``furniture`` tells why a line is none of the document's words (a page number).
    """

    start: int
    end: int
    column: int
    width: int
    blank_before: bool
    furniture: str | None = None


class Paragraph(NamedTuple):
    """Lines that belong together: a heading, an item or a paragraph.

    ``start`` is where its marker stands, ``words`` where its words begin, ``end`` where
    they end. ``reason`` tells why a new paragraph was begun.
    """

    start: int
    words: int
    end: int
    first_line: int
    last_line: int
    marker: Marker | None
    blank_before: bool
    row: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """A text and its views, all of one length, with its lines and paragraphs.

    ``text`` is as read (NFC), ``shown`` is ``text`` without furniture and markdown marks.
    ``work`` is what rules search: page furniture and markdown
    marks are blanks, a line end inside a paragraph is a blank, a line end between
    paragraphs stays, dashes are ``-``, double quotes ``"``. ``low`` is ``work`` in lower
    case and one style of tone marks, ``bare`` is ``low`` without diacritics. ``wrapped``: lines
    were hard wrapped; ``marked``: there is markdown; ``odd``: white space other than blanks and
    line ends. ``memo`` keeps what a rule found in the whole page, so that its windows need not
    search again.
    """

    text: str
    shown: str
    work: str
    low: str
    bare: str
    lines: tuple[Line, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    wrapped: bool = False
    marked: bool = False
    odd: bool = True
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def words(self, span: Span) -> str:
        """The text of a span, cleaned: furniture and markdown marks off."""
        words = self.shown[span[0] : span[1]]
        if self.marked and any(mark in words for mark in MARKS):
            words = without_marks(words, "")
        if self.odd or "\n" in words or "  " in words:
            return clean(words)
        return words.strip()

    def holds(self, rule: re.Pattern[str], start: int, end: int) -> bool:
        """Whether a match of a rare pattern begins in a stretch of ``low``.

        The page is searched once for all its stretches.
        """
        found: list[int] | None = self.memo.get(rule)
        if found is None:
            found = self.memo[rule] = [match.start() for match in rule.finditer(self.low)]
        if not found:
            return False
        at = bisect_left(found, start)
        return at < len(found) and found[at] < end


def read_text(text: str) -> Page:
    """The page of a text: its views, lines and paragraphs."""
    text = normalize(text)
    signs = plain_signs(text)
    lines = mark_furniture(signs, find_lines(signs, find_inline(signs)))
    wrap = find_wrap(signs, lines)
    paragraphs = find_paragraphs(signs, lines, wrap)
    work = blanked(signs, lines, paragraphs)
    marked = any(mark in work for mark in MARKS)
    if marked:
        work = without_marks(work, " ")
    shown = blanked(text, lines, paragraphs) if marked or text is not signs else work
    low = spelled(work)
    return Page(
        text,
        shown,
        work,
        low,
        without_diacritics(low),
        lines,
        paragraphs,
        wrap is not None,
        marked,
        not shown.replace("\n", " ").isprintable(),
    )


# ---------------------------------------------------------------- lines and page furniture


def find_lines(signs: str, inline: Sequence[int] = ()) -> tuple[Line, ...]:
    """The lines that hold something, in order.

    At the places ``inline`` a line ends although the text has no line end: a label stands
    there. What follows keeps its columns and stands clear, as behind a blank line.
    """
    lines: list[Line] = []
    start, blank = 0, True
    cuts = iter((*inline, len(signs)))
    cut = next(cuts)
    for raw in signs.split("\n"):
        stripped = raw.strip()
        if stripped:
            size = len(stripped)
            column = raw.find(stripped[0]) if len(raw) > size else 0
            width = column + size
            begin = start + column
            while cut < start + width:
                if cut > begin:
                    end = begin + len(signs[begin:cut].rstrip())
                    lines.append(Line(begin, end, begin - start, end - start, blank))
                    begin, blank = cut, True
                cut = next(cuts)
            lines.append(Line(begin, start + width, begin - start, width, blank))
        blank = not stripped
        start += len(raw) + 1
    return tuple(lines)


# takes: 2    - 3 -    Trang 3/10    3/10
# not:   08 (a row of a table)    1.
PAGE_NUMBER = pattern(
    rf"(?:-\s*)?(?:{any_of(PAGE_WORDS)}\s+)?[1-9]\d{{0,2}}(?:\s*/\s*[1-9]\d{{0,2}})?(?:\s*-)?", re.I
)
# takes: nnannnunninnnsnnunnnnnnnnnnnnnnngnnsssssni (a stamp that a scan took for letters)
# not:   https://dichvucong.gov.vn/p/home/dvc-trang-chu.html
ILLEGIBLE = pattern(r"\p{L}{24}(?!\S*[./])")
HAS_WORD = pattern(r"[^\W_]")


def mark_furniture(signs: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, with page numbers, running heads and rules marked as furniture."""
    texts = [signs[line.start : line.end] for line in lines]
    lone = [len(t) <= 12 and PAGE_NUMBER.fullmatch(t) is not None for t in texts]
    reasons: list[str | None] = [None] * len(lines)
    for i, words in enumerate(texts):
        if lone[i]:
            column_of_numbers = (i > 0 and lone[i - 1]) or (i + 1 < len(lines) and lone[i + 1])
            reasons[i] = None if column_of_numbers else "page number"
        elif not words[0].isalnum() and not HAS_WORD.search(words):
            reasons[i] = "rule"
        elif len(words) > 20 * (1 + words.count(" ")) and ILLEGIBLE.search(words):
            reasons[i] = "illegible"
    if not any(reasons):
        return lines
    for i in running_heads(texts, reasons):
        reasons[i] = "running head"
    return tuple(
        line
        if reason is None
        else Line(line.start, line.end, line.column, line.width, line.blank_before, reason)
        for line, reason in zip(lines, reasons, strict=True)
    )


def running_heads(texts: list[str], reasons: list[str | None]) -> list[int]:
    """Lines beside a page number whose words stand beside other page numbers too."""
    beside: list[int] = []
    for i, reason in enumerate(reasons):
        if reason == "page number":
            beside += [j for j in (i - 1, i + 1) if 0 <= j < len(texts) and reasons[j] is None]
    count = Counter(texts[j] for j in set(beside))
    return [j for j in beside if count[texts[j]] >= 3 and len(texts[j]) <= 100]


class Wrap(NamedTuple):
    """How lines were hard wrapped: at what width, and whether none could hold a word more.

    ``seen`` where a line goes on in mid-sentence with the one above; lines of one length are
    not much of a sign.
    """

    width: int
    strict: bool = False
    seen: bool = True

    def is_full(self, signs: str, before: Line, line: Line) -> bool:
        """Whether a line may have ended where it did because the next one's first word is long."""
        if not self.strict:
            return before.width >= 0.8 * self.width
        blank = signs.find(" ", line.start, line.end)
        word = (blank if blank >= 0 else line.end) - line.start
        return before.width + 1 + word > self.width


FEWEST_WRAPS = 2  # lines that go on in small letters, of which a width is learned
SURE_WRAPS = 4  # so many that some lines may be wider
NARROWEST = 40
WORD_AND_BLANK = 8
GAP = "   "  # between the columns of a letterhead


def find_wrap(signs: str, lines: tuple[Line, ...]) -> Wrap | None:
    """How lines were hard wrapped, None where they were not.

    What goes on in mid-sentence tells it: where each such line begins with a word for which
    there was no room above, all lines end where the width made them end.
    """
    body = [line for line in lines if line.furniture is None and signs[line.start] != "|"]
    pairs = [
        (a, b)
        for a, b in itertools.pairwise(body)
        if not b.blank_before
        and signs[a.end - 1] not in END_MARKS
        and (signs[b.start].islower() or is_cut(signs, a, b))
    ]
    strict = strict_wrap(signs, body, pairs)
    if strict is not None:
        return strict
    widths = sorted(line.width for line in body if line.width >= 30)
    if len(widths) < 3:
        return None
    width = widths[int(len(widths) * 0.9)]
    full = sum(1 for w in widths if 0.8 * width <= w <= 1.2 * width)
    wrapped = width <= 150 and full >= 0.35 * len(widths)
    return Wrap(width, seen=bool(pairs)) if wrapped else None


def strict_wrap(signs: str, body: list[Line], pairs: list[tuple[Line, Line]]) -> Wrap | None:
    """The wrap of lines none of which could hold a word more, None where one could."""
    cut = max((before.width for before, _ in pairs), default=0)
    if len(pairs) < FEWEST_WRAPS or cut < NARROWEST:
        return None
    widest = max(line.width for line in body if line.width < cut + WORD_AND_BLANK)
    wider = sum(
        line.width >= cut + WORD_AND_BLANK and signs.find(GAP, line.start, line.end) < 0
        for line in body
    )
    if wider > (0.1 * len(body) if len(pairs) >= SURE_WRAPS else 0):
        return None
    wraps = (Wrap(widest, strict=True), Wrap(cut, strict=True))
    return next((w for w in wraps if all(w.is_full(signs, a, b) for a, b in pairs)), None)


# words that no line ends in: phản ánh về | Văn phòng    not: công tác trồng rừng | Văn phòng
NEVER_LAST = frozenset(map(lowered, marks.NEVER_LAST))
SHORTEST_CUT = 40
# a number that its line left for the next: trong quý | IV năm    năm | 2023.    not: quý | Các xã
NUMBERED = frozenset(map(lowered, (*marks.CUT_FROM_NUMBER, *marks.NUMBERED_TIMES)))
CUT_FROM_NUMBER = frozenset(map(lowered, marks.CUT_FROM_NUMBER))  # tại Mục | III.
BARE_NUMBER = pattern(r"(?:\d{1,5}|[IVX]{1,4})(?![^\s.,;:/)])")


def ends_in(signs: str, line: Line, words: frozenset[str]) -> bool:
    """Whether one of the words, of two syllables at most, is the last of a line."""
    last = signs.rfind(" ", line.start, line.end)
    if last < 0:
        return False
    if lowered(signs[last + 1 : line.end]) in words:
        return True
    two = signs.rfind(" ", line.start, last)
    return two >= 0 and lowered(signs[two + 1 : line.end]) in words


def is_cut(signs: str, before: Line, line: Line) -> bool:
    """Whether a line that ends in no mark cannot have ended there, whatever its width."""
    if signs[line.start] in NUMBER_SIGNS:
        number = BARE_NUMBER.match(signs, line.start, line.end)
        if number is not None and ends_in(signs, before, NUMBERED):
            return True
    if before.end - before.start < SHORTEST_CUT:
        return False
    return signs[before.end - 1].islower() and ends_in(signs, before, NEVER_LAST)


NUMBER_SIGNS = frozenset("0123456789IVX")


def is_cut_number(signs: str, before: Line, line: Line, marker: Marker, full: bool) -> bool:
    """Whether a label is a number of the sentence above: trong quý | IV/2025, tháng | 9.

    Before a capital it is one behind a word that nothing but a number follows, and that only
    at the end of a full line.
    """
    if marker.style == "bullet":
        return False  # quản lý, sử dụng quân số | - Tiếp tục
    if full and ends_in(signs, before, CUT_FROM_NUMBER):
        return True
    if marker.style not in ("roman", "number") or not ends_in(signs, before, NUMBERED):
        return False
    following = signs[marker.words : marker.words + 1] if marker.words < line.end else ""
    return full if not following else following.islower() or following.isdigit()


# ---------------------------------------------------------------- paragraphs

END_MARKS = frozenset(".;:!?\u2026")
CLOSERS = "\"')]} "


STRAY_END = pattern(r"[.;:!?\u2026]\S?[ ]+\S{1,3}$")  # … có chất lượng. Ân


def ends_sentence(signs: str, start: int, end: int) -> bool:
    """Whether the words end with an end mark, one stray word of a scan behind it allowed."""
    if signs[end - 1] in END_MARKS:
        return True
    tail = signs[max(start, end - 9) : end].rstrip(CLOSERS)
    return tail[-1:] in END_MARKS or STRAY_END.search(tail) is not None


# takes: … quyết định./.    not: 20/10.
BODY_END = pattern(r"\./\.?\W{0,6}$")
# takes: (Kèm theo Quyết định số 5/QĐ-UBND)    (Ban hành kèm theo …)
ATTACHED = pattern(rf"\([^()]{{0,40}}{any_of(headings.ATTACHED, bare=True)}")
COLUMN_GAP = pattern(r"\s{3,}|\s*\|\s*")  # columns apart, or cells of a table
RECIPIENTS = pattern(rf"\W{{0,3}}{any_of(headings.RECIPIENTS, bare=True)}\b")


# the second half of a name that was wrapped at its dash; not an attribute line
# takes: - Bộ Quốc phòng.    not: - Thời gian dự kiến: tháng 5
HALF_NAME = pattern(r"-[ ]*\p{Lu}[^:]{1,60}$|-[ ]*\p{Lu}[^:]{60}")
FIRST_YEAR = pattern(r"\p{L}[ ](?P<year>(?:19|20)\d\d)$")  # năm học 2023 | - 2024
HALF_YEARS = pattern(r"-[ ]*(?P<year>\d{4})\b(?![ ]*:)")
# takes: Căn cứ Luật …    not: căn cứ vào tình hình
GROUND = pattern(rf"(?:{'|'.join(headings.GROUND_OPENINGS)})\b")
GROUND_LETTERS = frozenset(words[0] for words in headings.GROUND_OPENINGS)


def find_paragraphs(
    signs: str, lines: tuple[Line, ...], wrap: Wrap | None
) -> tuple[Paragraph, ...]:
    """The paragraphs of the lines that are no furniture."""
    spaced = are_spaced(signs, lines)
    indented = uses_indentation(lines, wrap)
    paragraphs: list[Paragraph] = []
    begin: tuple[int, int, Marker | None, bool, bool, str] | None = None
    last = -1
    gap = ""
    heading = True  # above the document's type
    bars = "|" in signs

    def close() -> None:
        if begin is not None:
            first, words, marker, blank, row, reason = begin
            start = lines[first].start
            end = lines[last].end
            if words >= lines[first].end:  # a label alone on its line
                below = (line for line in lines[first + 1 : last + 1] if line.furniture is None)
                words = next((line.start for line in below), end)
            paragraphs.append(
                Paragraph(start, min(words, end), end, first, last, marker, blank, row, reason)
            )

    for i, line in enumerate(lines):
        if line.furniture is not None:
            gap = line.furniture if gap in ("", "rule") else gap
            continue
        row = bars and (signs[line.start] == "|" or signs.count(" | ", line.start, line.end) >= 2)
        marker = None if row else read_marker(signs, line.start, line.end)
        before = lines[last] if last >= 0 else None
        reason = "first line"
        if before is not None and heading and in_columns(signs, before, line):
            reason = "columns"
        elif before is not None and heading and not row and stands_apart(signs, before, line):
            reason = "letterhead"
        elif before is not None:
            reason = break_reason(
                signs,
                before,
                line,
                marker,
                wrap,
                gap,
                spaced,
                indented,
                row or (begin is not None and begin[4]),
            )
        heading = heading and marker is None and not is_type_line(signs, line)
        if reason:
            close()
            words = marker.words if marker is not None else line.start
            begin = (i, words, marker, line.blank_before, row, reason)
        last = i
        gap = ""
    close()
    return tuple(paragraphs)


TYPE_LINE = pattern(rf"\W*{any_of(headings.PLAN_LINES + headings.DECISION_LINES, bare=True)}\W*")


def is_type_line(signs: str, line: Line) -> bool:
    """Whether a line is nothing but a document's type in capitals (``KẾ HOẠCH``)."""
    words = signs[line.start : line.end]
    if not words.isupper():
        return False
    bare = folded(words)
    return TYPE_LINE.fullmatch(bare) is not None or is_lost_type(bare)


# takes: QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH …    NGHỊ ĐỊNH CỦA CHÍNH PHỦ    not: … số 12/1998/NĐ-CP
TYPE_OF_BODY = pattern(
    rf"\W*(?P<type>{any_of((*headings.TYPE_LINES, *headings.OTHER_TYPE_LINES), bare=True)})\s+"
    rf"{any_of((headings.OF_WORD,), bare=True)}\s+[^\W\d][^\d.;:/]{{3,90}}\W*$"
)


def is_type_of_body(signs: str, line: Line, after: Line) -> bool:
    """Whether a line in capitals names a document's type and issuer, and the next one is none."""
    words = signs[line.start : line.end]
    if len(words) > 120 or not words.isupper() or signs[after.start : after.end].isupper():
        return False
    return TYPE_OF_BODY.match(folded(words)) is not None


COUNTRY = pattern(any_of((headings.COUNTRY,), bare=True))
HEAD = 1500  # characters in which the country's name stands


def is_small_type(signs: str, line: Line) -> bool:
    """Whether a line is a document's type in small letters, as the country's name is above it.

    Some fonts kept their capitals in a table of their own.
    """
    if line.end - line.start > 40 or line.start > HEAD:
        return False
    if TYPE_LINE.fullmatch(folded(signs[line.start : line.end])) is None:
        return False
    name = COUNTRY.search(folded(signs[: line.start]))
    return name is not None and not signs[name.start() : name.end()].isupper()


# takes: ke     o (a font lost the letters)    ke  hoa   h    not: ket
LOST_LETTERS = pattern(r"\W*ke\s{2,}h?\s*o?\s*a?\s*c?\s*h?\W*")


def is_lost_type(bare: str) -> bool:
    """Whether folded words are the type of a plan with letters lost, and gaps in their place."""
    return "  " in bare and LOST_LETTERS.fullmatch(bare) is not None


def in_columns(signs: str, before: Line, line: Line) -> bool:
    """Whether either of two lines has columns, as a letterhead: such lines are not joined."""
    return any(COLUMN_GAP.search(signs, one.start, one.end) for one in (before, line))


def stands_apart(signs: str, before: Line, line: Line) -> bool:
    """Whether a line of a head is no more of the one before, were that as wide as a wrapped one.

    ``KẾ HOẠCH`` below place and day; number, day or first sentence below a body or a title in
    capitals. Not ``năm 2024`` below one.
    """
    if is_type_line(signs, line):
        return True
    if signs[line.start].islower() or not signs[before.start : before.end].isupper():
        return False
    return not signs[line.start : line.end].isupper()


def are_spaced(signs: str, lines: tuple[Line, ...]) -> bool:
    """Whether a blank line stands mostly where a sentence has ended: it parts paragraphs."""
    after = [b.blank_before for a, b in itertools.pairwise(lines) if signs[a.end - 1] in END_MARKS]
    return sum(after) >= 0.5 * len(after)


def uses_indentation(lines: tuple[Line, ...], wrap: Wrap | None) -> bool:
    """Whether the first lines of paragraphs stand further right than the others."""
    if wrap is None:
        return False
    pairs = itertools.pairwise(lines)
    back = sum(
        1 for a, b in pairs if 2 <= a.column - b.column <= 20 and a.width >= 0.8 * wrap.width
    )
    return back >= max(2, 0.04 * len(lines))


MID_SENTENCE = "marker in mid-sentence"  # … giai đoạn / 5. Riêng các công trình


def break_reason(
    signs: str,
    before: Line,
    line: Line,
    marker: Marker | None,
    wrap: Wrap | None,
    gap: str,
    spaced: bool,
    indented: bool,
    row: bool,
) -> str:
    """Why the line begins a paragraph, "" where it continues the one before."""
    if row:
        return "row of a table"
    ended = ends_sentence(signs, before.start, before.end)
    blank = line.blank_before or gap != ""
    if marker is not None:
        if ended or blank:
            return "marker"
        return break_at_marker(signs, before, line, marker, wrap, indented)
    first = signs[line.start]
    if before.end - before.start <= 40 and is_type_line(signs, before):
        return "after the document's type"
    if is_type_of_body(signs, before, line):
        return "after the document's type"
    if first.islower() and line.blank_before and is_small_type(signs, line):
        return "the document's type"
    if first.islower() and (not ended or not line.blank_before):
        return ""
    if not ended and not blank and is_cut(signs, before, line):
        return ""
    if first in GROUND_LETTERS and GROUND.match(signs, line.start, line.end):
        return "ground"
    tail = max(before.start, before.end - 12)
    if signs.find("./", tail, before.end) >= 0 and BODY_END.search(signs, tail, before.end):
        return "after the end mark"
    if first in "NnM\"'" and RECIPIENTS.match(folded(signs[line.start : line.start + 16])):
        return "recipients"
    if gap == "rule":
        return "below a rule"
    noted = first == "(" and signs[line.start + 1 : line.start + 2].isupper()
    if noted and ATTACHED.match(folded(signs[line.start : line.start + 60])):
        return "note below a title"
    full = wrap is not None and wrap.is_full(signs, before, line)
    if blank:
        if not ended and not line.blank_before and full:
            return ""
        if gap and not ended and full:
            return ""
        return "blank line"
    if wrap is None:
        return "line of its own"
    if not full:
        return "short line before"
    if indented:
        return "indented" if line.column >= before.column + 3 else ""
    if ended and not (spaced and wrap.seen):
        return "sentence ended"
    return ""


def break_at_marker(
    signs: str, before: Line, line: Line, marker: Marker, wrap: Wrap | None, indented: bool
) -> str:
    """The reason of a line with a marker below one that ends no sentence and stands close above."""
    full = wrap is not None and wrap.is_full(signs, before, line)
    if is_cut_number(signs, before, line, marker, full):
        return ""  # theo quy định tại Mục | III. của
    wraps = full and not (indented and line.column > before.column)
    if marker.label == "-":
        years = HALF_YEARS.match(signs, line.start, line.end)
        first_year = FIRST_YEAR.search(signs, max(before.start, before.end - 8), before.end)
        if years and first_year and first_year["year"] < years["year"]:
            return ""
        if wraps and not years and HALF_NAME.match(signs, line.start, line.end):
            word = signs[before.start : before.end].rpartition(" ")[2]
            if word[0].isupper() or word.isdigit():
                return ""
    return MID_SENTENCE if wraps else "marker"


# ---------------------------------------------------------------- the working view

# takes: **bold**, *slanted*      not: 3*4 m    (*) Ghi chú
EMPHASIS = pattern(r"\*(?<![(*\d]\*)\**|\*+(?![)*\d])|_(?<!\w_)_+|__+(?!\w)")
# takes: # Heading
HEADING = pattern(r"^[ ]*#{1,6}(?=[ ])", re.M)
MARKS = ("*", "#", "__")


def without_marks(words: str, put: str) -> str:
    """The words with ``put`` for each sign of their markdown marks."""
    words = EMPHASIS.sub(lambda match: put * len(match.group()), words)
    if "#" in words:
        words = HEADING.sub(lambda match: put * len(match.group()), words)
    return words


def blanked(signs: str, lines: tuple[Line, ...], paragraphs: tuple[Paragraph, ...]) -> str:
    """The text with furniture blanked and wrapped lines joined, length kept."""
    begins = {paragraph.first_line for paragraph in paragraphs}
    pieces: list[str] = []
    done = above = 0  # how far the text is copied, where the line above ends
    for i, line in enumerate(lines):
        start, end = line.start, line.end
        if line.furniture is not None:
            pieces += signs[done:above], signs[above:start].replace("\n", " "), " " * (end - start)
            done = end
        elif i not in begins:
            pieces += signs[done:above], signs[above:start].replace("\n", " ")
            done = start
        elif i and signs.find("\n", above, start) < 0:  # a label inside the line
            pieces += signs[done : start - 1], "\n"
            done = start
        above = end
    pieces.append(signs[done:])
    return "".join(pieces)

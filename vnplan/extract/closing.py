"""The closing block: recipients, and who signed for whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.extract.bodies import starts_body
from vnplan.gazetteer import is_province
from vnplan.lexicon import headings, persons
from vnplan.lexicon.bodies import ACTOR_HEADS, TERRITORIES
from vnplan.outline import FILED, ON_BEHALF_CODES, Outline, capitals_lost, in_capitals
from vnplan.patterns import any_of, pattern
from vnplan.records import OnBehalf, Recipient, Signatory, Span
from vnplan.text import COLUMN_GAP, RECIPIENTS, Line, Page
from vnplan.views import clean, folded, lowered

# takes: TM. ỦY BAN NHÂN DÂN    KT.GIÁM ĐỐC    T/M BAN THƯỜNG VỤ    TM/ ĐẢNG ỦY    not: TMĐT
ON_BEHALF = pattern(rf"(?P<code>{ON_BEHALF_CODES})(?:[.,/]\s*|(?<=[./].)\s+)(?=\p{{Lu}})")
# the same of fonts that lost their capitals: kt.bộ trưởng    KT/bộ trưởng    tm . ubnd
ON_BEHALF_IN_SMALL = pattern(rf"(?P<code>(?i:{ON_BEHALF_CODES}))\s?[.,/]\s*(?=\p{{L}}{{2}})")
POSITION = pattern(rf"\b{any_of(headings.POSITIONS, bare=True)}\b")
# takes: Lò Thị Bản    Lò A Pản    Y Sim    H’Hen Niê    Ksor H'Blơi    not: Các Trường tham gia
NAME = pattern(
    r"(?<!\w)(?:\p{Lu}(?:['\u2019]\p{Lu})?[\p{Ll}'\u2019]*\.?)"
    r"(?:[ -]+(?:\p{Lu}(?:['\u2019]\p{Lu})?[\p{Ll}']*(?!\w)|\p{Ll}{1,3}(?=[ ]\p{Lu}))){1,5}"
)
NAME_IN_CAPITALS = pattern(r"\p{Lu}{2,}(?: \p{Lu}{2,}){1,4}")
NO_NAME = pattern(rf"\b{any_of((*TERRITORIES, *headings.PLAN_LINES))}\b")
TITLE_BEFORE_NAME = pattern(
    rf"(?<!\w){any_of(headings.RANKS)}(?:[.,]\s*|\s+)(?=\p{{L}})", re.IGNORECASE
)
WORD = pattern(r"\p{L}{3}|\p{Lu}{2}|\p{L}{2}\s+\p{L}")
NOTE = pattern(r"\s*\((?P<note>[^()]*)\)\s*[.;,]*$")
# takes: (đã ký)    (Đã ký, đóng dấu)    (ký tên)    not: (để b/c)
SIGNED = pattern(rf"\W*{any_of(headings.SIGNED)}[^\n]{{0,16}}\W*$")


@dataclass(slots=True)
class Cell:
    """A stretch of a line of the closing block, and how far right it begins."""

    start: int
    end: int
    column: int

    @property
    def span(self) -> Span:
        """From its first sign to its last."""
        return self.start, self.end


def read_closing(
    page: Page, outline: Outline
) -> tuple[tuple[Recipient, ...], tuple[Signatory, ...]]:
    """Recipients (nơi nhận) and signatories of the document, in the order printed."""
    recipients: list[Recipient] = []
    signatories: list[Signatory] = []
    for block in outline.closings:
        found, right = split_block(page, block)
        if not recipients:
            recipients = [r for r in (read_recipient(page, s) for s in found) if r is not None]
        signatories = signatories or read_signatories(page, right)
    return tuple(recipients), tuple(signatories)


# ---------------------------------------------------------------- recipients and signature apart

SIGNS = "-+*\u2022"
# takes: Lưu: VT, QLTM. Lý Văn Toàn    not: Lưu: VT, CTTC. H21
SIGNED_BEHIND = pattern(r"(?<=[.;)])\s+(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3})$")
# the sign before a recipient, and what a scan makes of it: "- ", "` - ", ":_ ", "~ "
# not: "(để b/c)"
BULLET = pattern(r"[-+*\u2022]|[^\w\s(\[;]{1,3}[ ]?(?:[-_][ ]?)?(?=[\p{L}\d(])")


def split_block(page: Page, block: range) -> tuple[list[list[Span]], list[list[Cell]]]:
    """The recipients, each a list of the spans it is printed in, and the lines that sign.

    Where both are printed on the same lines, the columns are told apart by a gap, or by
    the capitals of a position.
    """
    first = page.paragraphs[block.start].first_line
    last = page.paragraphs[block.stop - 1].last_line
    left: list[list[Span]] = []
    right: list[list[Cell]] = []
    listing = False
    seen_list = done = False
    for line in page.lines[first : last + 1]:
        if line.furniture is not None:
            continue
        signing: list[Cell] = []
        if listing and left and page.text.count("\n", left[-1][-1][1], line.start) > WIDEST_GAP:
            listing, done = False, True
        for i, cell in enumerate(columns(page, line)):
            start, end = cell.span
            words = page.work[start:end]
            if SIGNED.match(page.low, start, end):
                continue
            if i and listing:  # the right column; a note there belongs to the recipient
                if words[0] == "(" and left:
                    left[-1].append((start, end))
                else:
                    signing.append(cell)
                continue
            head = RECIPIENTS.match(page.bare, start, end)
            if head is not None:
                listing = seen_list = True
                rest = head.end()
                while rest < end and not page.work[rest].isalnum():
                    rest += 1
                if rest < end:
                    left.append([(rest, end)])
                continue
            if left and FILED.match(page.bare, *left[-1][0]) and is_closed(page, left[-1]):
                listing = False  # the file copy is the last recipient
            bullet = None
            if words[0] in SIGNS or (listing and not line.blank_before):
                bullet = BULLET.match(page.work, start, end)
            listing = listing or bool(
                seen_list and not done and bullet is not None and words[0] in SIGNS
            )
            unheaded = bullet is not None and not seen_list and right and i == 0
            if bullet is not None and (listing or unheaded):
                listing = seen_list = True
                at = bullet.end()
                while at < end and not page.work[at].isalnum():
                    at += 1
                signed = SIGNED_BEHIND.search(page.work, at, end)
                if signed is not None and (
                    FILED.match(page.bare, at, end) or is_full_name(signed["name"])
                ):
                    signing.append(Cell(*signed.span("name"), cell.column + signed.start() - start))
                    end = signed.start()
                if at < end:
                    left.append([(at, end)])
                continue
            open_item = bool(listing and left and not line.blank_before and is_open(page, left[-1]))
            if (
                open_item
                and right
                and right[-1][-1].start > left[-1][-1][1]
                and is_full_name(words)
            ):
                open_item = listing = False  # - VP. TN | PHÓ TRƯỞNG KHOA | Lê Văn Tám
            if is_right(page, start, end) and not (open_item and words[-1] in ";."):
                signing.append(cell)
                continue
            if listing and open_item:
                left[-1].append((start, end))
                continue
            lost = not left or (words[-1] in ";,." and words[0].isalpha())
            if listing and seen_list and not line.blank_before and lost:
                left.append([(start, end)])  # a scan lost its bullet
                continue
            signing.append(cell)
        if signing:
            right.append(signing)
    return left, right


def columns(page: Page, line: Line) -> list[Cell]:
    """The parts of a line: parted by three blanks, or where a position in capitals begins."""
    spans: list[Span] = []
    at = line.start
    for gap in COLUMN_GAP.finditer(page.work, line.start, line.end):
        if gap.start() - at > 1:  # a bullet alone is no column
            spans.append((at, gap.start()))
            at = gap.end()
    spans.append((at, line.end))
    start, end = spans[-1]
    cut = capitals_tail(page, start, end)
    if cut is not None:
        stop = cut
        while stop > start and page.work[stop - 1].isspace():
            stop -= 1
        spans[-1:] = [(start, stop), (cut, end)]
    return [Cell(a, b, line.column + a - line.start) for a, b in spans if b > a]


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
    if ON_BEHALF.match(words) is not None or in_capitals(words):
        return True
    return capitals_lost(page) and is_signing_line(page, (start, end))


def is_open(page: Page, pieces: list[Span]) -> bool:
    """Whether a recipient's line was wrapped: it has no end mark yet."""
    return page.work[pieces[-1][1] - 1] not in ".;"


def is_closed(page: Page, pieces: list[Span]) -> bool:
    """Whether the file copy's line ends the list: it ends neither at a comma nor at a word."""
    last = without_stray_end(page.words(pieces[-1]))[-1:]
    return not (last.isalnum() or last in ",(")


WIDEST_GAP = 4  # line ends between two recipients; beyond it the list is over


def read_recipient(page: Page, pieces: list[Span]) -> Recipient | None:
    """One line of Nơi nhận, its closing parenthesis as the note."""
    words = without_stray_end(" ".join(page.words(piece) for piece in pieces))
    note = None
    match = NOTE.search(words)
    if match is not None and match.start() > 0:
        note, words = match["note"].strip() or None, words[: match.start()]
    name = words.strip().rstrip(".;,/").strip()
    if not WORD.search(name):
        return None
    return Recipient(name=name, note=note, span=(pieces[0][0], pieces[-1][1]))


# takes: UBND tỉnh (để b/c); ÂN    Lưu VT, ntphong (02b). Áy) . . Sở Ạ
# not:   UBND tỉnh; Sở Nội vụ    Lưu: VT, CTTC. H21
STRAY_END = pattern(
    r";\s+(?!.*\p{Ll}{3})(?:\S.{0,10}|(?=.*[^\p{Lu}\d.,&()/; -])\S.{0,40})$"
    r"|(?<=[.)])\s+(?!\S{1,8}$)(?!.*\p{Ll}{3})[^;]*$"
)


def without_stray_end(words: str) -> str:
    """A recipient's line without what a scan made of a stamp or signature behind it."""
    match = STRAY_END.search(words, max(0, len(words) - 60))
    return words[: match.start()] if match is not None and match.start() > 2 else words


# ---------------------------------------------------------------- who signed

REACH = 14  # lines between a position and the name below it: a seal, a signature
TALLEST = 30  # lines of a block of signatures


def read_signatories(page: Page, lines: list[list[Cell]]) -> list[Signatory]:
    """Who signed: one, or several side by side, from the left."""
    lines = [line for cells in lines for line in (mended(page, cells),)]
    for i, cells in enumerate(lines):
        signing = [cell for cell in cells if is_signing_line(page, cell.span)]
        if len(signing) > 1:
            tracks = in_tracks(lines[i : i + TALLEST], [cell.column for cell in signing])
            found = [read_signatory(page, [cell.span for cell in track]) for track in tracks]
            if all(one is not None and one.name is not None for one in found):
                return sorted((one for one in found if one is not None), key=approves)
        if len(signing) == 1 and len(cells) == 1:
            pair = two_in_a_line(page, signing[0], lines[i + 1 : i + 1 + REACH])
            if pair:
                return pair
    one = read_signatory(page, [cell.span for cells in lines for cell in cells])
    return [one] if one is not None else []


# DUYỆT CỦA BAN GIÁM ĐỐC    PHÊ DUYỆT    XÁC NHẬN CỦA HIỆU TRƯỞNG
APPROVAL = pattern(rf"{any_of(headings.APPROVING)}\b")


def approves(signatory: Signatory) -> bool:
    """Whether somebody only approves what another signed, who comes first."""
    words = signatory.on_behalf.text if signatory.on_behalf is not None else signatory.position
    return APPROVAL.match(lowered(words or "")) is not None


def in_tracks(lines: list[list[Cell]], at: list[int]) -> list[list[Cell]]:
    """The cells below each other, by the columns that the positions begin in."""
    tracks: list[list[Cell]] = [[] for _ in at]
    for cells in lines:
        taken = zip(cells, range(len(at)), strict=True) if len(cells) == len(at) else None
        for cell, place in taken or (
            (cell, min(range(len(at)), key=lambda i, c=cell: abs(at[i] - c.column)))  # type: ignore[misc]
            for cell in cells
        ):
            tracks[place].append(cell)
    return tracks


def mended(page: Page, cells: list[Cell]) -> list[Cell]:
    """The cells of a line; a name that a lost letter cut in two (``Phạm    uy Phương``) is one."""
    if len(cells) == 2:
        first, second = (page.work[cell.start : cell.end] for cell in cells)
        if (
            second[:1].islower()
            and len(second) < 20
            and NAME.fullmatch(f"{first} {second.title()}")
        ):
            return [Cell(cells[0].start, cells[1].end, cells[0].column)]
    return cells


def two_in_a_line(page: Page, cell: Cell, below: list[list[Cell]]) -> list[Signatory]:
    """Two who sign in one line whose columns a scan ran together: ``CHỦ TỊCH GIÁM ĐỐC``.

    The names stand below in one line too.
    """
    positions = [
        found for found in POSITION.finditer(page.bare, *cell.span) if found.end() > found.start()
    ]
    if len(positions) != 2 or not is_capital_line(page.work[cell.start : cell.end]):
        return []
    between = page.work[positions[0].end() : positions[1].start()]
    if between.strip() or ON_BEHALF.match(page.work[cell.start : cell.end]):
        return []
    for cells in below:
        names = parted_names(page.words((cells[0].start, cells[-1].end)))
        if names is None:
            continue
        spans = ((cell.start, positions[0].end()), positions[1].span())
        end = cells[-1].end
        return [
            Signatory(name=name, position=page.words(span), span=(span[0], end))
            for name, span in zip(names, spans, strict=True)
        ]
    return []


def parted_names(words: str) -> tuple[str, str] | None:
    """Two persons' names in a line, told apart by the surname that begins the second."""
    parts = words.split(" ")
    if not 4 <= len(parts) <= 8 or not all(part[:1].isupper() for part in parts):
        return None
    cuts = [i for i in range(2, len(parts) - 1) if folded(parts[i]) in SURNAMES]
    if folded(parts[0]) not in SURNAMES or not cuts:
        return None
    cut = min(cuts, key=lambda i: abs(i - 3))
    names = " ".join(parts[:cut]), " ".join(parts[cut:])
    return names if all(map(is_name, names)) else None


def is_signing_line(page: Page, span: Span) -> bool:
    """Whether a line says for whom or as what somebody signs."""
    words = page.words(span)
    if on_behalf_of(page, words) is not None:
        return True
    found = POSITION.search(page.bare, *span)
    if found is None:
        return False
    if is_capital_line(words):
        return True
    before = page.bare[span[0] : found.start()].split()
    return capitals_lost(page) and len(words.split()) <= 8 and len(before) <= 1


def on_behalf_of(page: Page, words: str) -> re.Match[str] | None:
    """The code that begins a line such as ``KT. GIÁM ĐỐC``."""
    found = ON_BEHALF.match(words)
    if found is None and capitals_lost(page):
        found = ON_BEHALF_IN_SMALL.match(words)
    return found


def read_signatory(page: Page, spans: list[Span]) -> Signatory | None:
    """Who signed: position, for whom, and the name that stands last."""
    on_behalf: OnBehalf | None = None
    position: str | None = None
    line_above: str | None = None
    name: str | None = None
    start = end = None
    since = 0
    for span in spans:
        words = page.words(span)
        plain = words.strip(" .,;:")
        code = on_behalf_of(page, words)
        since += 1
        if code is not None and name is None:
            sign = code["code"].replace(".", "").replace("/", "").upper()
            on_behalf = OnBehalf(code=sign + ".", text=words)
        elif is_signing_line(page, span) and name is None:
            stated = capitals_around(page, span)
            if position is None or folded(stated) != folded(position):
                position, line_above = stated, position
        elif on_behalf is not None and position is None and is_position_below(plain):
            position = plain
        elif (position is not None or on_behalf is not None) and since <= REACH:
            found = person(plain)
            name = found or name
            if found is None:
                continue
        else:
            continue
        start, end, since = span[0] if start is None else start, span[1], 0
    if name is None and position is None and on_behalf is None:
        last = person(page.words(spans[-1])) if spans else None
        return Signatory(name=last, span=spans[-1]) if last else None
    if position is None and on_behalf is not None:
        code = on_behalf_of(page, on_behalf.text)
        position = on_behalf.text[code.end() :].strip() if code is not None else None
    if on_behalf is None and line_above is not None and position is not None:
        # a scan damaged the code: "VY, GIÁM ĐÓC" above "PHÓ GIÁM ĐỚC"
        deputy = DEPUTY.match(folded(position))
        if deputy is not None and folded(line_above).endswith(folded(position)[deputy.end() :]):
            on_behalf = OnBehalf(code=DEPUTY_CODE, text=line_above)
    span_found = (start, end) if start is not None and end is not None else None
    return Signatory(name=name, position=position, on_behalf=on_behalf, span=span_found)


DEPUTY_CODE = headings.FOR_THE_HEAD + "."
DEPUTY = pattern(rf"{any_of(headings.DEPUTY, bare=True)}\s+")


def is_position_below(words: str) -> bool:
    """Whether words below ``KT. TRƯỞNG KHOA`` are a position: its deputy, or with letters lost."""
    if DEPUTY.match(folded(words)) is not None and POSITION.search(folded(words)) is not None:
        return True
    return words.isupper() and len(words) <= 60 and NAME_IN_CAPITALS.fullmatch(words) is None


CAPITAL_WORDS = pattern(r"\p{Lu}{2,}(?:[ ,-]+\p{Lu}{2,})*")
ALL_CAPITALS = pattern(r"\p{Lu}+(?:[ ,-]+\p{Lu}+)*")


def capitals_around(page: Page, span: Span) -> str:
    """The position as printed: the run of capital words that holds it."""
    words = page.words(span)
    plain = words.strip(" .,;:")
    if ALL_CAPITALS.fullmatch(plain):
        return plain
    runs = CAPITAL_WORDS.findall(words)
    named = [run for run in runs if POSITION.search(folded(run))]
    return str(named[-1]) if named else plain


def is_capital_line(words: str) -> bool:
    """Whether most letters are capitals."""
    return sum(c.isupper() for c in words) * 10 >= 7 * sum(c.isalpha() for c in words)


SURNAMES = frozenset(map(folded, persons.SURNAMES))
# takes a part of a name of any people of Vietnam: Nguyễn, Kpă, Rmah, Niê, Đrắk, Êban    not: GDDT
SYLLABLE = pattern(r"(?:[^\W\daeiouy]{0,4}[aeiouy]{1,3}){1,2}[^\W\daeiouy]{0,2}")
NAME_PART = pattern(r"[^ '\u2019.-]+")


def is_name(words: str) -> bool:
    """Whether words can be a person's name: two to six syllables, no body and no place."""
    low = lowered(words)
    parts = NAME_PART.findall(folded(words))
    if not 2 <= len(parts) <= 7 or NO_NAME.search(low) or is_province(low):
        return False
    if (starts_body(low) and not is_called_like_a_body(words)) or POSITION.search(folded(words)):
        return False
    return all(len(part) == 1 or SYLLABLE.fullmatch(part) is not None for part in parts)


def is_called_like_a_body(words: str) -> bool:
    """Whether a person's surname is what bodies are called too.

    ``Đoàn Thị Bảy``, ``Đoàn Minh Bảy``; not: ``Đoàn Thanh niên``, ``Hội Văn học Nghệ thuật``
    """
    first, second, *others = (*words.split(" "), "")
    others = [word for word in others if word]
    if lowered(second) in persons.WOMENS_MIDDLE_NAMES:
        return bool(others)
    surname = first.capitalize() in persons.SURNAMES and 1 <= len(others) <= 2
    titled = all(word.istitle() for word in (first, second, *others))
    return surname and (titled or words.isupper()) and BODY_OF_WORDS.match(lowered(words)) is None


BODY_OF_WORDS = pattern(rf"{any_of(head for head in ACTOR_HEADS if ' ' in head)}\b")


def is_full_name(words: str) -> bool:
    """Whether words are surely a person's: a known surname and two to four syllables behind it."""
    parts = words.split()
    return 3 <= len(parts) <= 5 and folded(parts[0]) in SURNAMES and is_name(words)


def person(words: str) -> str | None:
    """A person's name that a line consists of, academic and military titles off."""
    stripped = TITLE_BEFORE_NAME.sub("", words)
    if NAME_IN_CAPITALS.fullmatch(stripped):
        return stripped if is_name(stripped) else None
    match = NAME.search(stripped)
    if match is None or not is_name(match.group()):
        return None
    whole = len(match.group()) * 10 >= 7 * len(stripped)
    return clean(match.group()) if whole or match.end() == len(stripped) else None

"""Who issues a document: letterhead, symbol, preamble and signature, held against one another."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from vnplan.extract.bodies import (
    HEAD,
    Stated,
    as_written,
    complete,
    has_territory,
    issuer_in_preamble,
    province_of,
    read_level,
    spelled_out,
    starts_body,
    starts_known_body,
    tells_level,
    territory,
    unit_rank,
)
from vnplan.gazetteer import bodies_of, existed, written
from vnplan.lexicon import bodies, header, headings
from vnplan.outline import in_capitals
from vnplan.patterns import any_of, pattern
from vnplan.records import Doubt, IssuingBody, Level, Signatory, Span
from vnplan.text import COLUMN_GAP, Line, Page
from vnplan.views import clean, folded, lowered


class Name(NamedTuple):
    """A body's name as printed in the letterhead, over one line or more."""

    words: str
    span: Span


class Issuers(NamedTuple):
    """The issuing bodies (several for a joint plan), the lines they were read from, doubts."""

    bodies: tuple[IssuingBody, ...]
    claimed: tuple[Span, ...]
    doubts: tuple[Doubt, ...]


# ---------------------------------------------------------------- the letterhead

RIGHT_COLUMN = pattern(any_of((*headings.MOTTO, *header.PARTY_MOTTO), bare=True))
# takes: Số: 12/KH-UBND    Hà Nội, ngày 5 tháng 3    not: UBND TỈNH
NO_BODY = pattern(
    rf"\W*(?:{any_of(header.NUMBER_WORDS)}\b|(?:[^,;:\n]{{1,60}},\s*)?{any_of((header.DAY,))}\b"
    rf"|{any_of(header.NO_BODY)}\W*$|{any_of(header.NO_BODY_LEADS)})"
)
CONTINUES_NAME = pattern(rf"{any_of(bodies.NAME_CONTINUES)}(?!\w)")
INCOMPLETE = frozenset(map(lowered, bodies.INCOMPLETE))
NOT_GOING_ON = pattern(rf"{any_of(bodies.NOT_GOING_ON)}(?!\w)")
# takes what may stand in a name: TRƯỜNG THCS & THPT "A", XÃ B (CS 2)    not: TT . s! )
PLAIN = pattern(r"[\p{L}\d\s,.&()\"'/\u2018-\u201d\u2010-\u2015-]*")
WORD = pattern(r"\p{L}+")


def is_plain(words: str) -> bool:
    """Whether words could be of a name: syllables and short forms, nothing that a scan invents."""
    if PLAIN.fullmatch(words) is None:
        return False
    return all(
        len(word) <= 7 and (len(word) > 1 or folded(word) in VOWELS) for word in WORD.findall(words)
    )


def find_letterhead(
    page: Page, above: range, number: Span | None, *, formal: bool
) -> list[list[Span]]:
    """The lines of the letterhead's left side that may name bodies, each in its columns.

    Bodies stand above the number; what stands below it counts where there are none above.
    Where there is a motto or a number (``formal``) a body's name in the first lines may be in
    small letters.
    """
    if above.stop <= above.start or not page.paragraphs:
        return []
    first = page.paragraphs[above.start].first_line
    last = page.paragraphs[above.stop - 1].last_line
    over: list[list[Span]] = []
    under: list[list[Span]] = []
    passed = False
    left = FORMAL_LINES if formal else 0
    for line in page.lines[first : last + 1]:
        if line.furniture is not None:
            continue
        passed = passed or (number is not None and line.end > number[0])
        left = 0 if passed else left - 1
        row = [
            part
            for part in name_parts(page, line, left >= 0)
            if number is None or not meet(part, number)
        ]
        if row:
            (under if passed else over).append(row)
    named = any(begins_name(page, part) for row in over for part in row)
    return over[-MOST_ROWS:] if named or not under else under[:MOST_ROWS]


FORMAL_LINES = 6
MOST_ROWS = 60  # lines of a letterhead, and of what a scan puts among them
MOST_COLUMNS = 4  # bodies beside each other
LONGEST_NAME = 300  # signs


def meet(one: Span, other: Span) -> bool:
    """Whether two spans overlap."""
    return one[0] < other[1] and other[0] < one[1]


def name_parts(page: Page, line: Line, formal: bool) -> list[Span]:
    """The columns of a line that may be a body's name or go on with one."""
    found: list[Span] = []
    for start, end in columns(page, line.start, line.end):
        words = page.work[start:end]
        if len(words) > LONGEST_NAME or NO_BODY.match(page.low, start, end):
            continue
        if not (in_capitals(words) or (words.isupper() and CONTINUES_NAME.match(page.low, start))):
            if not formal or len(words) > 70 or words[-1] in ".;:,":
                continue
            if not starts_body(page.low[start:end]) and not CONTINUES_NAME.match(page.low, start):
                continue
        if any(c.isdigit() for c in words) and not (
            begins_name(page, (start, end)) or CONTINUES_NAME.match(page.low, start, end)
        ):
            continue
        found.append((start, end))
    return found


def columns(page: Page, start: int, end: int) -> list[Span]:
    """The parts of a line that stand in columns: parted by three blanks, or by the motto."""
    spans: list[Span] = []
    at = start
    motto = RIGHT_COLUMN.search(page.bare, start, end)
    stop = motto.start() if motto is not None else end
    for gap in COLUMN_GAP.finditer(page.work, start, stop):
        spans.append((at, gap.start()))
        at = gap.end()
    spans.append((at, stop))
    return [(a, b) for a, b in (lettered(page, *span) for span in spans) if b > a]


def lettered(page: Page, start: int, end: int) -> Span:
    """A stretch from its first letter to its last sign of a word."""
    first = start
    while start < end and not page.work[start].isalpha():
        start += 1
    while end > start and not (page.work[end - 1].isalnum() or page.work[end - 1] in ')"'):
        end -= 1
    if end > start > first and page.work[start - 1] == page.work[end - 1] == '"':
        start -= 1  # "EM YÊU BIỂN ĐẢO"
    return start, end


def begins_name(page: Page, span: Span) -> bool:
    """Whether a line of the letterhead begins a name rather than going on with the one above."""
    low = page.low[span[0] : span[1]]
    territory_word, head = CONTINUES_NAME.match(low), HEAD.match(low)
    if territory_word is not None and (head is None or head.end() <= territory_word.end()):
        return False  # HUYỆN ĐỒNG LÂM    not: HUYỆN ỦY ĐỒNG LÂM
    return starts_body(low) or starts_known_body(page.bare[span[0] : span[1]])


def goes_on(page: Page, before: str, span: Span) -> bool:
    """Whether a line goes on with the name above it."""
    if not begins_name(page, span):
        return True
    low = lowered(before)
    if low not in INCOMPLETE:
        return False
    return NOT_GOING_ON.match(page.low, *span) is None


def assemble(page: Page, rows: list[list[Span]]) -> list[list[Name]]:
    """The names of the letterhead from the top, those of each column by themselves.

    Two columns are kept apart where bodies begin in both on one line.
    """
    tracks: list[list[Name]] = [[]]
    for row in rows:
        begun = [span for span in row[:MOST_COLUMNS] if begins_name(page, span)]
        if len(begun) > len(tracks):
            tracks += [[] for _ in range(len(begun) - len(tracks))]
        for i, span in enumerate(begun if len(begun) > 1 else row[: len(tracks)]):
            track = tracks[min(i, len(tracks) - 1)]
            words = page.words(span)
            if track and goes_on(page, track[-1].words, span):
                before = track[-1]
                lower = below(before.words, words)
                if lower is not None:
                    track.append(Name(lower, span))
                elif is_plain(words) and len(before.words) + len(words) < LONGEST_NAME:
                    track[-1] = Name(f"{before.words} {words}", (before.span[0], span[1]))
            elif begins_name(page, span) or is_plain(words):
                track.append(Name(words, span))
    return [track for track in tracks if track]


OWN_UNIT = pattern(rf"{any_of(bodies.TERRITORIES)}(?!\w)")


def below(name: str, words: str) -> str | None:
    """The name of the committee of a line's territory, where it lies in that of the one above.

    ``UBND THÀNH PHỐ A`` / ``PHƯỜNG 1`` is ``UBND PHƯỜNG 1``; None where the line is no such.
    """
    place = territory(name)
    own, low = OWN_UNIT.match(lowered(words)), lowered(place or "")
    upper = OWN_UNIT.match(low)
    if (
        place is None
        or own is None
        or upper is None
        or not spelled_out(name).startswith(COMMITTEES)
    ):
        return None
    if unit_rank(own.group()) <= unit_rank(upper.group()):
        return None
    return f"{name[: -len(place)].strip()} {words}"


COMMITTEES = tuple(map(lowered, bodies.COMMITTEES))
PARTY_COMMITTEES = tuple(map(lowered, bodies.PARTY_COMMITTEES))
ORGANS = frozenset(map(lowered, bodies.ORGANS))
DASH = pattern(r"\s*-\s*")
AND_WORD = pattern(rf"\s+{any_of((bodies.AND,))}\s+")
JOINABLE = pattern(rf"{any_of(bodies.JOINABLE)}(?!\w)")
NEVER_JOINED = pattern(rf"{any_of(bodies.NEVER_JOINED)}(?!\w)")


def joined_bodies(page: Page, name: Name, *, several: bool) -> list[Name]:
    """The bodies that a dash joins in one name (``SỞ Y TẾ - CÔNG ĐOÀN NGÀNH``), else the name.

    ``several``: the symbol names more than one body, too.
    """
    if NEVER_JOINED.match(lowered(name.words)) and not several:
        return [name]
    low = page.low
    cuts = [*DASH.finditer(low, *name.span)]
    if several:
        cuts += [*AND_WORD.finditer(low, *name.span)]
    parts: list[Span] = []
    at = name.span[0]
    for cut in sorted(cuts, key=lambda cut: cut.start()):
        rest = spelled_out(low[cut.end() : min(cut.end() + 80, name.span[1])])
        if starts_body(low[at : at + 80]) and JOINABLE.match(rest) and starts_body(rest):
            parts.append((at, cut.start()))
            at = cut.end()
    parts.append((at, name.span[1]))
    if len(parts) == 1:
        return [name]
    names = [Name(page.words(part), part) for part in parts]
    place = territory(names[-1].words)  # ĐẢNG ỦY - HĐND - UBND XÃ BÌNH AN
    if place is not None:
        names = [
            n
            if lowered(n.words) not in INCOMPLETE and not SHORT_COUNCIL.fullmatch(n.words)
            else Name(f"{n.words} {place}", n.span)
            for n in names
        ]
    return names


SHORT_COUNCIL = pattern(r"\p{Lu}{3,6}")

# ---------------------------------------------------------------- other witnesses


def has_lost_letters(name: str) -> bool:
    """Whether letters got lost or parted in a name (``TRƯỜNG   CÔNG NG ỆP``)."""
    syllables = name.split()
    lone = sum(len(s) == 1 and s.isalpha() and s not in bodies.LONE_LETTERS for s in syllables)
    return lone * 6 > len(syllables)


def is_subsequence(letters: str, of: str) -> bool:
    """Whether letters stand in another string in their order."""
    signs = iter(of)
    return all(letter in signs for letter in letters)


def letters_of(words: str) -> str:
    """The letters of words without diacritics and blanks."""
    return "".join(filter(str.isalpha, folded(words)))


def initials(name: str) -> str:
    """First letters of a name's words, short forms in full: ``tthptds`` of Trường THPT Đồi Sim."""
    bare, mixed = folded(name), not name.isupper()
    found = ""
    for word in WORD.finditer(name):
        start, end = word.span()
        letters = bare[start:end]
        short = end - start > 1 and mixed and word.group().isupper()
        found += letters if short or VOWELS.isdisjoint(letters) else letters[0]
    return found


VOWELS = frozenset("aeiouy")


def fits_symbol(name: str, symbol: str | None) -> bool | None:
    """Whether a body may be the one that a symbol names; None where nobody can tell."""
    words = symbol_words(symbol)
    low, letters = spelled_out(name), initials(name)
    known = False
    for word in words:
        if word in ORGAN_SIGNS:
            continue
        heads = heads_of(word)
        if any(low.startswith(head) or head.startswith(low) for head in heads):
            return True
        if len(word) > 1 and is_subsequence(letters_of(word), letters):
            return True
        known = known or bool(heads)
    return False if known else None


@lru_cache(maxsize=1024)
def heads_of(word: str) -> tuple[str, ...]:
    """The names that a word of a symbol may stand for, their short forms written out."""
    return tuple(map(spelled_out, bodies_of(word)))


TYPE_SIGNS = frozenset(header.TYPE_SIGNS)
ORGAN_SIGNS = frozenset(bodies.ORGAN_SIGNS)


def symbol_words(symbol: str | None) -> list[str]:
    """The words of a symbol that stand for bodies: ``SYT`` and ``CĐN`` of ``KH-SYT-CĐN``."""
    if symbol is None:
        return []
    words = [w for w in symbol.replace("/", "-").split("-") if w and not w.isdigit()]
    return words[1:] if words and words[0] in TYPE_SIGNS else words[:1]


def names_several(symbol: str | None) -> bool:
    """Whether a symbol names two bodies: ``KH-SYT-CĐN``."""
    return len([word for word in symbol_words(symbol) if bodies_of(word)]) > 1


POSITION_HEADS = {
    folded(position): tuple(map(lowered, heads))
    for position, heads in bodies.POSITION_HEADS.items()
}
POSITION_WORD = pattern(rf"(?<!\w){any_of(bodies.POSITION_HEADS, bare=True)}(?!\w)")


def fits_position(name: str, signatory: Signatory | None) -> bool | None:
    """Whether the head of a body signs under such a position; None where nobody can tell.

    Who signs by order or by delegation (``TL.``, ``TUQ.``) heads another body.
    """
    if signatory is None or signatory.position is None:
        return None
    code = signatory.on_behalf.code if signatory.on_behalf is not None else None
    if code not in (None, "KT.", "TM.", "Q."):
        return None
    found = POSITION_WORD.search(folded(signatory.position))
    if found is None:
        return None
    heads = POSITION_HEADS[clean(found.group())]
    low = spelled_out(name)
    return any(head in low for head in heads)


def agree(one: str, other: str) -> bool:
    """Whether two names may be of one body: one holds the other, or their kinds are one."""
    a, b = spelled_out(one), spelled_out(other)
    if a in b or b in a or is_subsequence(letters_of(b), letters_of(a)):
        return True
    first, second = a.split(" ")[0], b.split(" ")[0]
    return first == second or folded(first) == folded(second)


# ---------------------------------------------------------------- the issuers


def read_issuers(
    page: Page,
    rows: list[list[Span]],
    preamble: list[Span],
    *,
    symbol: str | None = None,
    on: str | None = None,
    signatory: Signatory | None = None,
) -> Issuers:
    """The issuing bodies from letterhead, symbol, preamble and signature.

    ``on`` is the day of issue (ISO, or its beginning). Where the witnesses disagree, the one
    that the symbol speaks for is taken, and there is a doubt.
    """
    stated = issuer_in_preamble(page, preamble)
    said = page.words(stated.body) if stated is not None else None
    broken = any(has_lost_letters(page.words(part)) for row in rows for part in row)
    if stated is not None and said is not None and broken:
        above = broken_superior(page, rows, said)
        body = IssuingBody(
            name=complete(page, said), superior=above, level=read_level(said, on), span=stated.body
        )
        return Issuers((body,), (), ())
    tracks = assemble(page, rows)
    names = with_organ(tracks[0]) if tracks else []
    place = place_alone(names, symbol)
    if place is not None:
        names = [*names[:-1], place]
    elif not names or not (is_body(page, names[-1]) or (symbol and is_formal_name(names[-1]))):
        return without_letterhead(page, stated, preamble, symbol, on, signatory)
    printed = names[-1]
    above_words: str | None = names[-2].words if len(names) > 1 else None
    doubts: list[Doubt] = []
    lost = False
    if stated is not None and said is not None and fits_symbol(printed.words, symbol) is False:
        lost = fits_symbol(said, symbol) is True  # the letterhead's second line is illegible
    several = names_several(symbol)
    parts = joined_bodies(page, printed, several=several) if not lost else [printed]
    issued = [*parts, *(track[-1] for track in tracks[1:] if is_body(page, track[-1]))]
    if lost and stated is not None and said is not None:
        above_words, issued = printed.words, [Name(said, stated.body)]
    superior = as_written(page, above_words) if above_words else None
    if superior is None and stated is not None and stated.superior is not None:
        superior = page.words(stated.superior)
    found = [as_body(page, name, superior, on, first=i == 0) for i, name in enumerate(issued)]
    first = found[0]
    if len(found) == 1 and not lost:
        doubts += disagreements(page, first, said, symbol, signatory)
    told = [name.casefold() for body in found for name in (body.superior, body.name) if name]
    read = (part for row in rows for part in row)
    claimed = tuple(p for p in read if any(page.words(p).casefold() in name for name in told))
    return Issuers(tuple(found), claimed, tuple(doubts))


def is_body(page: Page, name: Name) -> bool:
    """Whether a name of the letterhead is a body's: it begins like one and can be read.

    Words without a single diacritic are of a text that lost them.
    """
    read = PLAIN.fullmatch(name.words) is not None and not has_lost_letters(name.words)
    return read and not name.words.isascii() and begins_name(page, name.span)


def with_organ(names: list[Name]) -> list[Name]:
    """The names of a letterhead; an organ of the body above it takes that body's name."""
    if len(names) < 2 or lowered(names[-1].words) not in ORGANS:
        return names
    body, organ = names[-2:]
    return [*names[:-2], Name(f"{organ.words} {body.words}", (body.span[0], organ.span[1]))]


def place_alone(names: list[Name], symbol: str | None) -> Name | None:
    """The committee of a territory that stands alone in the letterhead, by the symbol.

    ``PHƯỜNG 1, THÀNH PHỐ A`` above ``Số: 12/KH-UBND`` is ``UBND PHƯỜNG 1, THÀNH PHỐ A``.
    """
    if not names or OWN_UNIT.match(lowered(names[-1].words)) is None:
        return None
    for word in symbol_words(symbol):
        if any(head in COMMITTEES for head in heads_of(word)):
            return Name(f"{word} {names[-1].words}", names[-1].span)
    return None


def is_formal_name(name: Name) -> bool:
    """Whether a name of an unknown kind above a number may be a body's."""
    words = name.words.split()
    return len(words) > 1 and not name.words.isascii() and is_plain(name.words)


def as_body(
    page: Page, name: Name, superior: str | None, on: str | None, *, first: bool = True
) -> IssuingBody:
    """The record of a body: its fullest name, with what the body above it tells of it.

    The second body of a joint plan has that superior only if it is a department, too.
    """
    words = complete(page, as_written(page, name.words))
    level = read_level(words, on)
    if superior is not None:
        words = with_superior(words, superior, level)
        level = read_level(words, on)
        over = read_level(superior, on)
        if level is None and starts_body(lowered(words)):
            level = over  # Ban Chỉ đạo under a committee
        elif level == "district" and over in ABOVE_OFFICES and not tells_level(words):
            level = "unit"  # a phòng of the police, of a school
    above = superior if first or level == "department" else None
    return IssuingBody(name=words, superior=above, level=level, span=name.span)


ABOVE_OFFICES = ("ministry", "department", "unit")


def with_superior(words: str, superior: str, level: Level | None) -> str:
    """A body's name with the territory, or the party's committee, above it in the letterhead."""
    governing = spelled_out(superior)
    low = lowered(words)
    if governing.startswith(PARTY_COMMITTEES):
        own = level in ("department", "district") and not any(c in low for c in PARTY_COMMITTEES)
        return f"{words} {superior}" if own and not has_territory(words) else words
    if not governing.startswith(COMMITTEES):
        return words
    place = territory(superior) or province_of(superior)
    if place is None:
        return words
    unit = OWN_UNIT.match(lowered(place))
    if unit is not None and low.endswith(f" {unit.group()}"):  # Công an tỉnh
        return f"{words[: -len(unit.group())]}{place}"
    if has_territory(words) or not (level in ("department", "district") or low in INCOMPLETE):
        return words
    return f"{words} {place}"


WIDE_GAP = pattern(r"\s{3,}")


def broken_superior(page: Page, rows: list[list[Span]], said: str) -> str | None:
    """The lines above the one that, letters lost, is the issuer that the preamble names.

    Where letters are lost there are gaps inside of names too: the widest one of a line ends
    its left column.
    """
    lines: list[str] = []
    for row in rows:
        line = next(line for line in page.lines if line.start <= row[0][0] < line.end)
        gaps = [gap.span() for gap in WIDE_GAP.finditer(page.work, line.start, line.end)]
        widest = max(gaps, key=lambda gap: gap[1] - gap[0], default=(line.end, line.end))
        lines.append(page.words((line.start, widest[0])))
    whole = letters_of(said)
    for i in range(len(lines) - 1, 0, -1):
        letters = letters_of(lines[i])
        if len(letters) * 2 >= len(whole) and is_subsequence(letters, whole):
            return " ".join(lines[:i])
    return None


def without_letterhead(
    page: Page,
    stated: Stated | None,
    preamble: list[Span],
    symbol: str | None,
    on: str | None,
    signatory: Signatory | None,
) -> Issuers:
    """The issuer that preamble, signature or symbol name where no letterhead can be read."""
    if stated is not None:
        superior = page.words(stated.superior) if stated.superior is not None else None
        body = as_body(page, Name(page.words(stated.body), stated.body), superior, on)
        doubts = disagreements(page, body, None, symbol, signatory)
        return Issuers((body,), (), tuple(doubts))
    named = named_by_authority(page, preamble) or named_by_signature(signatory)
    if named is not None:
        return Issuers((as_body(page, named, None, on),), (), ())
    for word in symbol_words(symbol):
        name = named_by_symbol(page, word, on)
        if name is not None:
            body = as_body(page, name, None, on)
            return Issuers((body,), (), (told_by_symbol(body, word),))
    return Issuers((), (), ())


POSITION = pattern(rf"(?:{any_of(bodies.POSITION_HEADS)}|{any_of(headings.POSITIONS)})\s+")


def named_by_authority(page: Page, preamble: list[Span]) -> Name | None:
    """The body of the line above the grounds of a decision: ``GIÁM ĐỐC SỞ Y TẾ``."""
    for start, end in preamble[:3]:
        if end - start > 120 or not in_capitals(page.work[start:end]):
            continue
        position = POSITION.match(page.low, start, end)
        at, stop = lettered(page, position.end() if position is not None else start, end)
        name = Name(page.words((at, stop)), (at, stop))
        if at < stop and is_body(page, name) and is_plain(name.words):
            return name
    return None


def named_by_signature(signatory: Signatory | None) -> Name | None:
    """The body for which somebody signs: ``TM. ỦY BAN NHÂN DÂN XÃ BÌNH AN``."""
    if signatory is None or signatory.span is None:
        return None
    lines = [signatory.position or ""]
    if signatory.on_behalf is not None and signatory.on_behalf.code in ("TM.", "KT.", "Q."):
        lines.append(signatory.on_behalf.text.partition(".")[2])
    for line in lines:
        words = clean(line)
        position = POSITION.match(lowered(words))
        words = words[position.end() :] if position is not None else words
        low = lowered(words)
        if starts_body(low) and low not in INCOMPLETE and not SHORT_COUNCIL.fullmatch(words):
            return Name(words, signatory.span)
    return None


def named_by_symbol(page: Page, word: str, on: str | None) -> Name | None:
    """The body that a symbol names, as the document writes it, else as everybody does.

    Only for what one body of a place is called: ``SYT`` is Sở Y tế, ``UBND`` is anybody's.
    """
    heads = [head for head in bodies_of(word) if existed(head, on)]
    if len(heads) != 1 or heads[0] in INCOMPLETE:
        return None
    at = page.low.find(heads[0])
    if at >= 0:
        span = (at, at + len(heads[0]))
        if page.work[at].isupper() and not page.work[span[0] : span[1]].isupper():
            return Name(page.words(span), span)
    name = written(heads[0])
    at = page.work.find(word)
    return Name(name, (at, at + len(word))) if name != heads[0] and at >= 0 else None


def told_by_symbol(body: IssuingBody, word: str) -> Doubt:
    """The doubt that nothing but its symbol tells the issuer."""
    return Doubt(
        code="issuer_from_symbol",
        message=f"only {word} of the symbol tells that {body.name} issued this",
        span=body.span,
    )


def disagreements(
    page: Page,
    body: IssuingBody,
    said: str | None,
    symbol: str | None,
    signatory: Signatory | None,
) -> list[Doubt]:
    """What speaks against the issuer: symbol, preamble, position of the one who signs."""
    against: list[str] = []
    if fits_symbol(body.name, symbol) is False:
        against.append(f"the symbol {symbol}")
    if said is not None and not agree(body.name, said):
        against.append(f"the preamble ({said})")
    if fits_position(body.name, signatory) is False and signatory is not None:
        against.append(f"the position {signatory.position}")
    if not against:
        return []
    message = f"{body.name} is read as the issuer, but {' and '.join(against)} may be another's"
    return [Doubt(code="issuer_disagrees", message=message, span=body.span)]

"""Questions to an archive's index: words, and what the plans must cite, have or lack.

    question = Question("phòng chống", cites=("1315/QĐ-TTg",), years=(2024, 2024))
    with closing(open_index("OUT")) as db:
        hits = search(db, question)

The words of a question must all occur; ``read_words`` says what else may be asked. Words are
searched folded (``vnplan.archive.fold``), those that are typed with marks as they are typed.
Plain ``sqlite3``: neither records nor Parquet is loaded to answer.
"""

from __future__ import annotations

import json
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vnplan.archive.fold import (
    ANY,
    CITES,
    HEAD,
    ISSUER,
    KIND,
    LEVEL,
    NUMBER,
    SLASH,
    WITH,
    WITHOUT,
    WORD,
    low,
    tag,
)
from vnplan.archive.spellings import form_at, spellings
from vnplan.errors import ArchiveError
from vnplan.views import normalize, number_key, plain_signs, without_diacritics

if TYPE_CHECKING:
    import sqlite3

SCHEMA = "1"  # of the index that is read
NAME = "index.sqlite"
MAPPED = 1 << 31  # bytes of the index that are read without a copy
MOST_TERMS = 32  # what comes after is not asked for: nobody types it, and FTS5 has bounds
MOST_WORDS = 32  # of one phrase
MOST_ENDINGS = 1000  # of a word that goes on
OR = "OR"

# what makes one plan come before another, and by how much
AT_HEAD, TOGETHER = 2, 1


class Question(NamedTuple):
    """What is asked of an archive; a plan is found where all of it holds.

    ``words`` are read by ``read_words``. ``cites`` are numbers of documents (``1315/QĐ-TTg``),
    a serial alone (``1315``) stands for all that begin with it. ``years`` are the first and the
    last. ``issuer`` are words of the issuer's name. ``has`` and ``lacks`` are of ``fold.PARTS``.
    With ``copies`` each copy of a text is told, else one of them.
    """

    words: str = ""
    cites: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    issuer: str = ""
    level: str | None = None
    kind: str | None = None
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    copies: bool = False
    limit: int = 20


class Hit(NamedTuple):
    """A plan that was found. ``marks`` are where in ``snippet`` words of the question stand.

    ``score`` adds up what put it where it is: 2 for words in its number, title or issuer, 1 for
    words side by side as they were asked for.
    """

    path: str
    number: str | None
    date: str | None
    title: str | None
    issuer: str | None
    level: str | None
    kind: str | None
    snippet: str
    score: int
    marks: tuple[tuple[int, int], ...]


# ---------------------------------------------------------------- the index


def open_index(archive: str | os.PathLike[str]) -> sqlite3.Connection:
    """The index in an archive's folder, or the file of one, to be read; raises ``ArchiveError``."""
    import sqlite3

    place = Path(archive)
    if place.is_dir():
        place /= NAME
    if not place.is_file():
        there = os.path.lexists(archive)
        raise ArchiveError(archive, "index_none" if there else "folder_missing")
    try:
        # immutable: a new index takes the place of this one, and nobody writes into it
        db = sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        db.execute(f"PRAGMA mmap_size = {MAPPED}")
        found = meta(db).get("schema")
    except sqlite3.DatabaseError as error:
        raise ArchiveError(place, "index_broken", found=str(error)) from error
    if found != SCHEMA:
        db.close()
        raise ArchiveError(place, "index_schema", found=str(found))
    return db


def meta(db: sqlite3.Connection) -> dict[str, str]:
    """What an index says of itself."""
    return dict(db.execute("SELECT key, value FROM meta"))


def is_old(db: sqlite3.Connection) -> bool:
    """Whether the archive has other parts than when it was indexed, as far as can be seen."""
    told = meta(db)
    try:
        names = os.listdir(os.path.join(told["archive"], "files"))
    except OSError:  # far away, or gone: the index holds what there was
        return False
    endings = (".parquet", ".jsonl")
    there = {name.rpartition(".")[0] for name in names if name.endswith(endings)}
    return there != set(json.loads(told["parts"]))


# ---------------------------------------------------------------- questions


class Term(NamedTuple):
    """Words that must stand side by side, in lower case with the marks that were typed.

    ``starts``: the last of them may go on. ``number`` is the key of a document's number.
    """

    words: tuple[str, ...]
    starts: bool = False
    number: str = ""

    def written(self) -> tuple[Term, ...]:
        """The term in each way to write it: ``UBND tỉnh``, ``ủy ban nhân dân tỉnh``."""
        if self.number:
            return (self,)
        if not self.starts:
            return tuple(Term(words) for words in spellings(self.words))
        return tuple(Term((*words, *self.words[-1:]), True) for words in spellings(self.words[:-1]))


class Words(NamedTuple):
    """What the words of a question ask for: of each group one term, and none of the others."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...]

    def terms(self) -> Iterator[Term]:
        """The terms that may be met in a plan."""
        return chain.from_iterable(self.groups)


# phòng chống    "phòng chống"    phòng*    -cháy    cháy OR nổ    12/KH-UBND
PIECE = re.compile(
    r"""
    (?P<no>-(?=[^\s-]))?
    (?: "(?P<phrase>[^"]*)"? | (?P<chunk>[^\s"]+) )
    """,
    re.VERBOSE,
)
SIGN = re.compile(rf'["*]|(?<!\S)-|(?<!\S){OR}(?!\S)')  # that of a question, none of a name
NUMBERED = re.compile(r"\d[\w-]*/\w")


def read_words(words: str) -> Words:
    """What is asked for by words: any string will do.

    A plan must have all of them; ``"in quotes"`` side by side, as parts of one word are
    (``12/KH-UBND``) and what has a short form (``ủy ban nhân dân``); ``phòng*`` goes on; ``-cháy``
    must not be there; of ``cháy OR nổ`` one will do. Signs else mean nothing.
    """
    groups: list[list[Term]] = []
    without: list[Term] = []
    either = False
    for piece in islice(PIECE.finditer(plain_signs(normalize(words))), MOST_TERMS * 4):
        if piece[0] == OR:
            either = bool(groups)
            continue
        term = read_term(piece["phrase"] or "", "") if piece["chunk"] is None else read_chunk(piece)
        if not term.words or len(groups) + len(without) == MOST_TERMS:
            continue
        if piece["no"]:
            without.append(term)
        elif either and len(groups[-1]) < MOST_TERMS:
            groups[-1].append(term)
        else:
            groups.append([term])
        either = False
    return Words(tuple(map(tuple, side_by_side(groups))), tuple(without))


def side_by_side(groups: list[list[Term]]) -> Iterator[list[Term]]:
    """The groups, words that have a short form as one term: ``ủy``, ``ban``, ``nhân``, ``dân``."""
    # a word that ends a run: what is no single word
    plain = [
        group[0].words[0]
        if len(group) == 1 and group[0]._replace(words=()) == Term(()) and len(group[0].words) == 1
        else ""
        for group in groups
    ]
    at = 0
    while at < len(groups):
        met = form_at(plain, at)
        length = len(met[0]) if met else 1
        yield [Term(tuple(plain[at : at + length]))] if length > 1 else groups[at]
        at += length


def read_chunk(piece: re.Match[str]) -> Term:
    """What stands between two blanks."""
    chunk = piece["chunk"]
    is_number = NUMBERED.match(chunk) is not None and not chunk.endswith("*")
    return read_term(chunk, number_key(chunk) if is_number else "")


def read_term(words: str, number: str) -> Term:
    """Words side by side."""
    found = WORD.findall(low(words))[:MOST_WORDS]
    return Term(tuple(found), words.endswith("*"), number)


# ---------------------------------------------------------------- what FTS5 is asked


def quoted(words: Iterable[str], starts: bool = False) -> str:
    """Words side by side, as FTS5 has it."""
    return f'"{" ".join(words)}"{"*" if starts else ""}'


def all_of(parts: Iterable[str]) -> str:
    """An expression that wants each of the parts; "" for none."""
    found = [part for part in parts if part]
    return f"({' AND '.join(found)})" if len(found) > 1 else "".join(found)


def one_of(parts: Iterable[str]) -> str:
    """An expression that wants one of the parts; "" for none, or where one wants nothing."""
    found = list(dict.fromkeys(parts))
    if "" in found:
        return ""
    return f"({' OR '.join(found)})" if len(found) > 1 else "".join(found)


def anywhere(term: Term) -> str:
    """The term in the text; a number also as it is cited in other words."""
    if not term.number:
        return one_of(map(with_marks, term.written()))
    return one_of(
        [letters(term), quoted([tag(CITES, term.number)]), quoted([tag(NUMBER, term.number)])]
    )


def letters(term: Term) -> str:
    """A term whatever its marks."""
    return quoted(map(without_diacritics, term.words), term.starts)


def with_marks(term: Term) -> str:
    """A term, of its words those that were typed with marks with these.

    Of words side by side the letters are, and each word with its marks occurs.
    """
    last = len(term.words) - 1
    typed = [
        quoted([word], term.starts and at == last)
        for at, word in enumerate(term.words)
        if not word.isascii()
    ]
    return all_of(typed if typed and not last else [*typed, letters(term)])


def in_place(mark: str, term: Term) -> str:
    """The term in one place of the plan: its head, its issuer's name."""
    said = one_of(
        quoted((mark + without_diacritics(word) for word in way.words), way.starts)
        for way in term.written()
    )
    if mark == HEAD and term.number:
        return one_of([said, quoted([tag(NUMBER, term.number)])])
    return said


def filters(question: Question) -> Iterator[str]:
    """What a question asks beside its words and years."""
    for number in question.cites:
        key = number_key(number)
        if "/" in key:
            yield quoted([tag(CITES, key)])
        else:
            yield one_of([quoted([tag(CITES, key)]), quoted([tag(CITES, key) + SLASH], True)])
    yield one_of(map(issued_by, issuers(question.issuer)))
    if question.level is not None:
        yield quoted([tag(LEVEL, question.level)])
    if question.kind is not None:
        yield quoted([tag(KIND, question.kind)])
    yield from (quoted([tag(WITH, part)]) for part in question.has)
    yield from (quoted([tag(WITHOUT, part)]) for part in question.lacks)


def issuers(name: str) -> tuple[str, ...]:
    """The name of an issuer as it is typed and, where that is shortened, in full."""
    if not name or SIGN.search(name):
        return (name,)
    from vnplan.archive.shortened import readings  # it knows some thousand names

    return (name, *(reading[0] for reading in readings(name)))


def issued_by(name: str) -> str:
    """The words of an issuer's name."""
    return all_of(
        one_of(in_place(ISSUER, term) for term in group) for group in read_words(name).groups
    )


def expression(question: Question, words: Words, *more: str) -> str:
    """All that a plan must say, the rarest first; never empty."""
    asked = [*filters(question), *more, *(one_of(map(anywhere, group)) for group in words.groups)]
    wanted = all_of(asked) or quoted([ANY])
    unwanted = one_of(map(anywhere, words.without))
    return f"{wanted} NOT {unwanted}" if unwanted else wanted


def preferences(words: Words) -> list[tuple[int, str]]:
    """What puts plans first, with how much it counts."""
    head = all_of(one_of(in_place(HEAD, term) for term in group) for group in words.groups)
    found = [(AT_HEAD, head)]
    if len(words.groups) > 1 and all(len(group) == 1 for group in words.groups):
        terms = list(words.terms())
        row = [word for term in terms for word in term.words][:MOST_WORDS]
        whole = Term(tuple(row), terms[-1].starts)
        found.append((TOGETHER, one_of(map(letters, whole.written()))))
    return [(points, wanted) for points, wanted in found if wanted]


def steps(words: Words) -> list[tuple[int, tuple[str, ...]]]:
    """Score and further wishes of each sort of hits, the best first."""
    found: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for points, wanted in preferences(words):
        found += [(score + points, (*more, wanted)) for score, more in found]
    return sorted(found, reverse=True)


STARTS = re.compile(r'"([^"]+)"\*')


def completed(db: sqlite3.Connection, wanted: str) -> str:
    """An expression with the words that begin so in place of each beginning.

    FTS5 would gather all places of all these words before the first answer, seconds for ``h*``.
    """

    def endings(match: re.Match[str]) -> str:
        *before, begin = match[1].split(" ")
        known = "SELECT word FROM vocabulary WHERE word >= ? AND word < ? LIMIT ?"
        found = db.execute(known, (begin, begin + chr(0x10FFFF), MOST_ENDINGS + 1)).fetchall()
        if not found or len(found) > MOST_ENDINGS:
            return match[0]
        return one_of(quoted([*before, word]) for (word,) in found)

    return STARTS.sub(endings, wanted)


# ---------------------------------------------------------------- answers


def search(db: sqlite3.Connection, question: Question) -> list[Hit]:
    """The plans found, the best first, and of those alike the newest."""
    words = read_words(question.words)
    terms = [*words.terms(), *(read_term(number, "") for number in question.cites)]
    return [
        hit(db, place, score, terms)
        for place, score in islice(places(db, question, words), min(question.limit, sys.maxsize))
    ]


def count(db: sqlite3.Connection, question: Question) -> int:
    """How many plans are found in all, whatever the limit."""
    what = "count(*)"
    if has_copies(db) and not question.copies:
        what = "count(DISTINCT coalesce(copies.cluster, -words.rowid))"
    [[found]] = ask(db, question, what, expression(question, read_words(question.words)))
    return int(found)


def places(db: sqlite3.Connection, question: Question, words: Words) -> Iterator[tuple[int, int]]:
    """The numbers of plans with their scores, the best first, each text once."""
    seen = set()
    cluster = "coalesce(copies.cluster, -words.rowid)"
    what = cluster if has_copies(db) and not question.copies else "-words.rowid"
    for score, more in steps(words):
        wanted = expression(question, words, *more)
        rows = ask(db, question, f"words.rowid, {what}", wanted, "ORDER BY words.rowid")
        for place, text in rows:
            if text not in seen:
                seen.add(text)
                yield place, score


def unmarked(question: Question) -> Question | None:
    """The question without the marks of its words; None where nobody typed any."""
    words = "".join(c if c.isascii() else without_diacritics(low(c)) for c in question.words)
    typed = any(not word.isascii() for term in all_terms(question) for word in term.words)
    return question._replace(words=words) if typed else None


def all_terms(question: Question) -> Iterator[Term]:
    """What its words ask for and what they bar, numbers left out."""
    words = read_words(question.words)
    return (term for term in (*words.terms(), *words.without) if not term.number)


def has_copies(db: sqlite3.Connection) -> bool:
    """Whether an index knows which texts are copies of which."""
    found = db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'copies'")
    return found.fetchone() is not None


def ask(
    db: sqlite3.Connection, question: Question, what: str, wanted: str, order: str = ""
) -> sqlite3.Cursor:
    """The rows of one expression, of the years of a question."""
    joined = "LEFT JOIN copies ON copies.plan = words.rowid" if "copies." in what else ""
    within = ""
    bounds: tuple[int, ...] = ()
    if question.years is not None:
        within = "AND words.rowid BETWEEN ? AND ?"
        bounds = bounds_of(db, question.years)
    return db.execute(
        f"SELECT {what} FROM words {joined} WHERE words MATCH ? {within} {order}",
        (completed(db, wanted), *bounds),
    )


def bounds_of(db: sqlite3.Connection, years: tuple[int, int]) -> tuple[int, int]:
    """The first and the last number of the plans of some years: they stand by their dates."""
    between = "SELECT min(id), max(id) FROM plans WHERE year BETWEEN ? AND ?"
    first, last = db.execute(between, years).fetchone()
    return (first, last) if first is not None else (0, -1)


HIT = """
SELECT path, number, date, title, issuer, level, kind, text
FROM plans LEFT JOIN texts ON texts.plan = plans.id WHERE id = ?
"""


def hit(db: sqlite3.Connection, place: int, score: int, terms: list[Term]) -> Hit:
    """One plan that was found, with a piece of its text around what was asked for."""
    [*told, packed] = db.execute(HIT, (place,)).fetchone()
    text = zlib.decompress(packed).decode() if packed else ""
    snippet, marks = snippet_of(text, terms)
    return Hit._make([*told, snippet, score, marks])


# ---------------------------------------------------------------- snippets

WIDTH = 200  # characters of a snippet
MOST_MATCHES = 500  # of one term that are looked at
CUT = "…"
SPACE = re.compile(r"\s+")

Found = tuple[int, int, int, int]  # where it begins and ends, which word, how much it counts


def snippet_of(text: str, terms: list[Term]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The piece of a text that has most of the words, and where they stand in it."""
    found = matches(text, terms)
    if not found:
        return "", ()
    best = densest(found)
    begin, end = around(text, best[0][0], max(match[1] for match in best))
    pieces, marks, at = [], [], begin
    length = 0

    def add(until: int) -> None:
        nonlocal at, length
        piece = SPACE.sub(" ", text[at:until])
        pieces.append(piece)
        at, length = until, length + len(piece)

    if text[:begin].strip():
        pieces.append(CUT)
        length = len(CUT)
    for start, stop, *_ in found:
        if at <= start and stop <= end:
            add(start)
            left = length
            add(stop)
            marks.append((left, length))
    add(end)
    if text[end:].strip():
        pieces.append(CUT)
    return "".join(pieces), tuple(marks)


def matches(text: str, terms: list[Term]) -> list[Found]:
    """Where terms stand in a text, from its beginning: with the marks that were typed if any do."""
    if not terms:
        return []
    lower = low(text)
    searched = without_diacritics(lower)
    found: list[Found] = []
    ways = ((which, way) for which, term in enumerate(terms) for way in term.written())
    for which, term in ways:
        # the letters first: they are found much quicker than what must not stand before them
        words = r"[\W_]+".join(map(without_diacritics, term.words))
        pattern = re.compile(words + (r"[^\W_]*" if term.starts else r"(?![^\W_])"))
        typed = [word for word in term.words if not word.isascii()]
        for match in islice(pattern.finditer(searched), MOST_MATCHES):
            start, end = match.span()
            if start == 0 or not searched[start - 1].isalnum():
                met = WORD.findall(lower[start:end])
                exact = all(any(word.startswith(one) for word in met) for one in typed)
                found.append((start, end, which, 2 if exact else 1))
    exactly = {which for *_, which, count in found if count == 2}
    return sorted(match for match in found if match[3] == 2 or match[2] not in exactly)


def densest(found: list[Found]) -> list[Found]:
    """Matches within the width of a snippet: of as many words as can be, in the least room."""
    best, most = found[:1], (0, 0)
    last = 0
    for first, match in enumerate(found):
        last = max(last, first)
        while last + 1 < len(found) and found[last + 1][1] - match[0] <= WIDTH // 2:
            last += 1
        counts: dict[int, int] = {}
        end = first
        for at in range(first, last + 1):
            _, _, which, count = found[at]
            if count > counts.get(which, 0):
                counts[which], end = count, at
        value = (sum(counts.values()), match[0] - found[end][1])
        if value > most:
            best, most = found[first : end + 1], value
    return best


def around(text: str, begin: int, end: int) -> tuple[int, int]:
    """A stretch of a text about as wide as a snippet, from word to word."""
    room = max(WIDTH - (end - begin), 0)
    first = max(begin - room // 3, 0)
    blank = SPACE.search(text, first, begin) if first else SPACE.match(text)
    if blank is not None:
        first = blank.end()
    elif first:
        first = begin
    last = min(end + room - (begin - first), len(text))
    if last < len(text):
        while last > end and not text[last].isspace():
            last -= 1
    return first, max(last, end)

"""Which files of an archive hold one plan: drafts, copies and near-copies in clusters.

What may be a copy is told by number, date, title and issuer, and only then are texts compared, so
that no plan is held beside all others. Plans of hundreds of bodies that share a template are no
copies, nor are a body's plans on one topic in two years.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import combinations, islice
from typing import TYPE_CHECKING, NamedTuple

from vnplan.archive.names import likeness, place_of, read_name
from vnplan.fingerprint import sha256_of
from vnplan.records import CopyKind
from vnplan.views import folded, number_key

if TYPE_CHECKING:
    import sqlite3

    import numpy as np
    import numpy.typing as npt

    Shingles = npt.NDArray[np.uint32]

NEAR = 0.8  # of the pairs of neighbouring words, both texts together
SAME_NUMBER = 0.5  # where number, date and issuer are one: a scan may be damaged badly
REWRITTEN = 0.6  # a draft is worked on until it is issued
ALIKE_TITLES = 0.8
FEW_PAIRS, MANY_PAIRS = 500, 20_000  # looked at together: of many, their sketches first
SKETCH, SLACK = 64, 0.2  # numbers of a sketch; how far its estimate may lie off
PLANS = ("plan", "decision_with_plan")
EMPTY = sha256_of("")
MIXER = 0x9E3779B97F4A7C15  # odd, of 64 bits
MANY_TEXTS = 2000  # of which the shingles are remembered

TABLES = (
    "DROP TABLE IF EXISTS copies",
    "CREATE TABLE copies (plan INTEGER PRIMARY KEY, cluster INT, kind TEXT)",
)


class Filed(NamedTuple):
    """A plan of the index as far as copies are told by it."""

    id: int
    sha256: str | None
    words: str | None
    kind: str
    number: str  # its key
    year: int | None
    month: int | None
    day: int | None
    title: str
    issuer: str
    obligations: int

    @property
    def serial(self) -> bool:
        """Whether it has a number that is not blank."""
        return self.number[:1].isdigit()

    @property
    def issued(self) -> bool:
        """Whether neither number nor day is blank."""
        return self.serial and self.day is not None


class Pair(NamedTuple):
    """Two plans that are one, and how surely: ``rank`` 0 comes before 1."""

    rank: int
    unlike: float
    one: int
    other: int


def cluster(db: sqlite3.Connection) -> int:
    """Writes the table of copies; how many plans stand beside another in a cluster."""
    plans = {plan.id: plan for plan in read_plans(db)}
    clusters = Clusters(plans)
    for same in ("sha256", "words"):
        for group in grouped(plans.values(), same):
            for other in group[1:]:
                clusters.join(group[0].id, other.id, surely=True)
    heads = sorted({clusters.head(id) for id in plans})
    firsts = [plans[id] for id in heads if plans[id].kind in PLANS]
    for pair in sorted(find_pairs(db, firsts)):
        clusters.join(pair.one, pair.other)
    rows = list(clusters.rows())
    with writing(db):
        for statement in TABLES:
            db.execute(statement)
        db.executemany("INSERT INTO copies VALUES (?, ?, ?)", rows)
        db.execute("CREATE INDEX copies_cluster ON copies (cluster)")
    return len(rows)


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing is written, as part of what the caller has begun to write."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def read_plans(db: sqlite3.Connection) -> Iterator[Filed]:
    """The plans of the index in the order of their ids."""
    columns = "id, sha256, words_sha256, kind, number, year, month, day, title, issuer, obligations"
    for row in db.execute(f"SELECT {columns} FROM plans ORDER BY id"):
        id, sha256, words, kind, number, year, month, day, title, issuer, obligations = row
        if words == EMPTY:  # of files of no words nobody can tell whose they are
            sha256 = words = None
        told = (id, sha256, words, kind or "", number_key(number), year, month, day)
        yield Filed(*told, title_key(title), issuer or "", obligations or 0)


def grouped(plans: Iterable[Filed], field: str) -> Iterator[list[Filed]]:
    """The plans that share a value, two or more."""
    groups: defaultdict[str, list[Filed]] = defaultdict(list)
    for plan in plans:
        value = getattr(plan, field)
        if value:
            groups[value].append(plan)
    return (group for group in groups.values() if len(group) > 1)


class Clusters:
    """Plans joined step by step; none of two different numbers unless their words are the same."""

    def __init__(self, plans: dict[int, Filed]) -> None:
        self.plans = plans
        self.above = {id: id for id in plans}
        self.numbers = {id: {plan.number} if plan.serial else set() for id, plan in plans.items()}

    def head(self, id: int) -> int:
        """The plan by which a cluster is known while it grows: its lowest id."""
        while self.above[id] != id:
            self.above[id] = self.above[self.above[id]]
            id = self.above[id]
        return id

    def join(self, one: int, other: int, *, surely: bool = False) -> None:
        """Makes one cluster of two, unless they have different numbers and it is not sure."""
        first, second = sorted((self.head(one), self.head(other)))
        numbers = self.numbers[first] | self.numbers[second]
        if first != second and (surely or len(numbers) < 2):
            self.above[second] = first
            self.numbers[first] = numbers

    def rows(self) -> Iterator[tuple[int, int, CopyKind]]:
        """Each plan in a cluster of two or more, with the original and what it is beside it."""
        groups: defaultdict[int, list[Filed]] = defaultdict(list)
        for id, plan in self.plans.items():
            groups[self.head(id)].append(plan)
        for group in groups.values():
            original = max(group, key=how_well_read)
            for plan in group if len(group) > 1 else ():
                yield plan.id, original.id, kind_beside(plan, original)


def how_well_read(plan: Filed) -> tuple[object, ...]:
    """What makes a plan the original: issued, read best; of equals the first."""
    known = sum(map(bool, (plan.title, plan.issuer, plan.year)))
    return (plan.kind in PLANS, plan.issued, plan.serial, known, plan.obligations, -plan.id)


def kind_beside(plan: Filed, original: Filed) -> CopyKind:
    """What a plan is beside the original of its cluster."""
    if plan.id == original.id:
        return "original"
    if plan.sha256 is not None and plan.sha256 == original.sha256:
        return "exact"
    if plan.words is not None and plan.words == original.words:
        return "words"
    return "draft" if original.issued and not plan.issued else "near"


# ---------------------------------------------------------------- what may be a copy


def find_pairs(db: sqlite3.Connection, plans: Sequence[Filed]) -> Iterator[Pair]:
    """The pairs of plans that are one, by what they say of themselves and then by their texts."""
    texts = Texts(db)
    asked = ((one, other, asks(one, other)) for one, other in candidates(plans))
    possible = ((one, other, wanted) for one, other, wanted in asked if wanted is not None)
    while some := list(islice(possible, MANY_PAIRS)):
        for one, other, wanted in texts.likely(some):
            alike = texts.likeness(one.id, other.id)
            if alike >= wanted.least and wanted.names(texts, one, other):
                yield Pair(wanted.rank, round(1 - alike, 4), one.id, other.id)


def candidates(plans: Sequence[Filed]) -> Iterator[tuple[Filed, Filed]]:
    """The pairs that share number and body, or number and day, or body where one has no number."""
    numbers: defaultdict[tuple[object, ...], list[Filed]] = defaultdict(list)
    days: defaultdict[tuple[object, ...], list[Filed]] = defaultdict(list)
    bodies: defaultdict[str, defaultdict[int | None, list[Filed]]]
    bodies = defaultdict(lambda: defaultdict(list))
    for plan in plans:
        body = read_name(plan.issuer).core
        if plan.serial:
            numbers[plan.number, body].append(plan)
            days[plan.number, plan.year, plan.month, plan.day].append(plan)
        if body:
            bodies[body][plan.year].append(plan)
    for group in numbers.values():
        yield from combinations(group, 2)
    for group in days.values():
        for one, other in combinations(group, 2):
            if read_name(one.issuer).core != read_name(other.issuer).core:
                yield one, other
    for years in bodies.values():
        yield from with_blanks(years)


def with_blanks(years: Mapping[int | None, list[Filed]]) -> Iterator[tuple[Filed, Filed]]:
    """The pairs of a body's plans of which one has no number, and which may be of one year."""
    undated = years.get(None, [])
    for year, plans in years.items():
        others = [other for some in years.values() for other in some] if year is None else None
        for one in plans:
            if one.serial:
                continue
            for other in others or [*plans, *undated]:
                if other.serial or one.id < other.id:
                    yield one, other


class Asked(NamedTuple):
    """What the texts of two plans must have in common to be one.

    ``unnamed``: one does not say whose it is as far as the other, whose place it must name.
    """

    rank: int
    least: float
    unnamed: bool = False

    def names(self, texts: Texts, one: Filed, other: Filed) -> bool:
        """Whether the plan that says less of its issuer names the place of the other's."""
        if not self.unnamed:
            return True
        silent, known = sorted((one, other), key=lambda plan: len(plan.issuer))
        place = place_of(known.issuer) or read_name(known.issuer).full
        return bool(place) and f" {place} " in texts.words(silent.id)


def asks(one: Filed, other: Filed) -> Asked | None:
    """How alike the texts of two plans must be to be one; None where they are not in any case."""
    if one.year != other.year and one.year is not None and other.year is not None:
        return None
    by_name = likeness(one.issuer, other.issuer)
    without = not one.issuer or not other.issuer
    if by_name == "other" or (by_name == "unknown" and not without):
        return None
    unnamed = by_name != "same" and bool(one.issuer or other.issuer)
    differ = days_differ(one, other)
    titles = title_likeness(one.title, other.title)
    if one.number == other.number and one.serial:
        sure = not (differ or unnamed or without) and titles >= ALIKE_TITLES / 2
        return Asked(0, SAME_NUMBER) if sure else Asked(1, NEAR, unnamed=unnamed)
    if (
        (one.serial and other.serial)
        or without
        or titles < ALIKE_TITLES
        or marks(one.title) != marks(other.title)
    ):
        return None
    if differ and one.day is not None and other.day is not None:
        return None
    return Asked(2, REWRITTEN if one.issued != other.issued else NEAR, unnamed=unnamed)


def days_differ(one: Filed, other: Filed) -> bool:
    """Whether two dates contradict each other."""
    parts = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return any(a is not None and b is not None and a != b for a, b in parts)


# ---------------------------------------------------------------- titles


WORD = re.compile(r"\w+")
# years, rounds and quarters: what tells one of a body's plans from the next
MARK = re.compile(r"\b(?:\d+|[ivx]+)\b")


@lru_cache(maxsize=100_000)
def title_key(title: str | None) -> str:
    """The words of a title without marks and signs."""
    return " ".join(WORD.findall(folded(title or "")))


@lru_cache(maxsize=50_000)
def syllables(title: str) -> frozenset[str]:
    """The syllables of a title's key."""
    return frozenset(title.split())


@lru_cache(maxsize=50_000)
def marks(title: str) -> frozenset[str]:
    """The numbers in a title."""
    return frozenset(MARK.findall(title))


def title_likeness(one: str, other: str) -> float:
    """The syllables that the keys of two titles share, of those of the longer; 1 if both are ""."""
    if one == other:
        return 1.0
    a, b = syllables(one), syllables(other)
    return len(a & b) / max(len(a), len(b))


# ---------------------------------------------------------------- texts


def text_of(db: sqlite3.Connection, plan: int) -> str:
    """The text of a plan of the index."""
    row = db.execute("SELECT text FROM texts WHERE plan = ?", (plan,)).fetchone()
    return unpacked(row[0]) if row else ""


def unpacked(text: bytes | None) -> str:
    """A text as the index keeps it."""
    return zlib.decompress(text).decode("utf-8", "replace") if text else ""


@lru_cache(maxsize=100_000)
def code_of(word: str) -> int:
    """A number for a word, the same on every machine."""
    return zlib.crc32(word.encode())


class Texts:
    """The texts of the plans, as far as they are asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.shingles = lru_cache(maxsize=MANY_TEXTS)(self._shingles)
        self.sketches = lru_cache(maxsize=4 * MANY_TEXTS)(self._sketch)

    def words(self, plan: int) -> str:
        """The text's words without marks and signs, a blank before and behind each."""
        return f" {' '.join(WORD.findall(folded(text_of(self.db, plan))))} "

    def _shingles(self, plan: int) -> Shingles:
        import numpy as np

        words = self.words(plan).split()
        codes = np.fromiter(map(code_of, words), np.uint64, len(words))
        mixed = (codes[:-1] * np.uint64(MIXER) + codes[1:]) * np.uint64(MIXER)
        return np.unique((mixed >> np.uint64(32)).astype(np.uint32))

    def _sketch(self, plan: int) -> npt.NDArray[np.uint64]:
        return sketch(self.shingles(plan))

    def likeness(self, one: int, other: int) -> float:
        """The pairs of neighbouring words that two texts share, of all that they have."""
        import numpy as np

        a, b = self.shingles(one), self.shingles(other)
        shared = len(np.intersect1d(a, b, assume_unique=True))
        every = len(a) + len(b) - shared
        return shared / every if every else 0.0

    def likely(
        self, asked: list[tuple[Filed, Filed, Asked]]
    ) -> Iterator[tuple[Filed, Filed, Asked]]:
        """Of many pairs those whose sketches (MinHash) are alike; of few, all."""
        if len(asked) <= FEW_PAIRS:
            yield from asked
            return
        import numpy as np

        left = np.stack([self.sketches(one.id) for one, _, _ in asked])
        right = np.stack([self.sketches(other.id) for _, other, _ in asked])
        least = np.array([wanted.least - SLACK for _, _, wanted in asked])
        yield from (asked[at] for at in np.flatnonzero((left == right).mean(axis=1) >= least))


@lru_cache(maxsize=1)
def factors() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """The numbers that make the functions of a sketch, always the same."""
    import numpy as np

    chance = np.random.Generator(np.random.PCG64(0))
    odd = chance.integers(0, 1 << 63, SKETCH, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    return odd, chance.integers(0, 1 << 63, SKETCH, dtype=np.uint64)


def sketch(shingles: Shingles) -> npt.NDArray[np.uint64]:
    """The MinHash of a text: the share that two have in common is about their likeness."""
    import numpy as np

    if not len(shingles):
        return np.arange(SKETCH, dtype=np.uint64)
    odd, more = factors()
    mixed = (shingles.astype(np.uint64)[:, None] * odd + more) >> np.uint64(32)
    lowest: npt.NDArray[np.uint64] = mixed.min(axis=0)
    return lowest

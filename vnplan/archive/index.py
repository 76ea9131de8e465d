"""An archive's index: one SQLite file, by which plans are found, families and copies told.

``build`` writes it beside its place and then puts it there, so that a search meets the old index
or the new one, never half of one. Plans are numbered from the newest to the oldest: what SQLite
walks in the order of its rows comes to the reader in the order of its dates, and none is sorted.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
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
    PARTS,
    WITH,
    WITHOUT,
    fold,
    low,
    marked,
    number_tag,
    tag,
    tagged,
)
from vnplan.archive.tables import Row
from vnplan.errors import ArchiveError
from vnplan.views import clean, number_key, without_diacritics

if TYPE_CHECKING:
    import sqlite3

    from vnplan.archive.store import Store

SCHEMA = "1"  # of the index; another number, another shape
NAME = "index.sqlite"
UNFINISHED = ".unfinished"
FORGOTTEN = 3600  # seconds after which nobody writes on at an unfinished index
PLANS_AT_ONCE = 64  # whole records, which may be long
PENDING = 128 << 20  # bytes of words that wait in memory before they are written
CACHE = 64 << 10  # kB

PLANS = {
    "id": "INTEGER PRIMARY KEY",  # the newest is 1
    "path": "TEXT",
    "sha256": "TEXT",
    "words_sha256": "TEXT",
    "kind": "TEXT",
    "number": "TEXT",
    "serial": "TEXT",
    "symbol": "TEXT",
    "number_key": "TEXT",
    "date": "TEXT",  # as far as it is known: 2024-05-02, 2024-05, 2024
    "year": "INT",
    "month": "INT",
    "day": "INT",
    "title": "TEXT",
    "title_key": "TEXT",
    "issuer": "TEXT",
    "issuer_key": "TEXT",
    "issuer_superior": "TEXT",
    "level": "TEXT",
    "obligations": "INT",
    "deadlines": "INT",
    "part": "TEXT",
}
CITATIONS = {
    "plan": "INT",
    "type": "TEXT",
    "number": "TEXT",
    "number_key": "TEXT",
    "date": "TEXT",
    "year": "INT",
    "issuer": "TEXT",
    "issuer_key": "TEXT",
    "title": "TEXT",
    "title_key": "TEXT",
    "relation": "TEXT",
    "basis": "INT",
}
TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE plans ({", ".join(map(" ".join, PLANS.items()))});
CREATE TABLE citations ({", ".join(map(" ".join, CITATIONS.items()))});
CREATE TABLE texts (plan INTEGER PRIMARY KEY, text BLOB);
CREATE VIRTUAL TABLE words USING fts5(
  said, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0'
);
CREATE TABLE vocabulary (word TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO words (words, rank) VALUES ('hashsize', {PENDING});
INSERT INTO words (words, rank) VALUES ('automerge', 0);
INSERT INTO words (words, rank) VALUES ('crisismerge', 1999);

-- gone when the connection closes: where plans will stand, and what is said of them by tags
CREATE TEMP TABLE found (part TEXT, path TEXT PRIMARY KEY, year INT, month INT, day INT)
  WITHOUT ROWID;
CREATE TEMP TABLE tags (plan INT, tag TEXT, PRIMARY KEY (plan, tag)) WITHOUT ROWID;
"""
# the newest first; those of an unknown year, month or day after all others of their time
PLACES = """
CREATE TEMP TABLE places AS
  SELECT path, part, row_number() OVER (
    ORDER BY coalesce(year, 0) DESC, coalesce(month, 0) DESC, coalesce(day, 0) DESC, path
  ) AS id FROM found;
CREATE UNIQUE INDEX temp.place ON places (path, part, id);
"""
KEYS = """
CREATE INDEX plans_path ON plans (path);
CREATE INDEX plans_number ON plans (number_key);
CREATE INDEX plans_year ON plans (year);
CREATE INDEX citations_plan ON citations (plan);
CREATE INDEX citations_number ON citations (number_key, plan);
"""
# columns of the archive's plans; where one is null, 0 or empty, the plan lacks the part beside it
TOLD = {
    "number": "number",
    "year": "date",
    "title": "title",
    "issuer": "issuer",
    "signatory": "signatory",
    "obligations": "obligation",
    "deadlines": "deadline",
    "doubts": "doubt",
}
# tables whose rows a plan may have or not
LISTED = {"citations": "citation", "awards": "award", "criteria": "criterion", "phases": "phase"}
# columns of the archive that are read
READ_OF_PLANS = [
    *("path", "sha256", "words_sha256", "kind", "number", "serial", "symbol"),
    *("year", "month", "day", "title", "issuer", "issuer_superior", "issuer_level", "issuers"),
    *("signatory", "obligations", "deadlines", "doubts", "record"),
]
READ_OF_CITATIONS = ["path", "type", "number", "date", "issuer", "title", "relation", "basis"]
DATED = (("year", 4), ("month", 2), ("day", 2))

Tell = Callable[[int, int], None]


class Indexed(NamedTuple):
    """What an index holds: plans, their citations, files without a record; its size in bytes."""

    plans: int
    citations: int
    failed: int
    size: int


def build(store: Store, to: Path | None = None, *, tell: Tell | None = None) -> Indexed:
    """Writes the index of an archive, in the archive or to a file; raises ``ArchiveError``.

    ``tell`` hears how much of all work is done, every now and then.
    """
    store.open()
    place = to or place_in(store)
    parts = store.parts()
    with beside(place) as path, telling(place), closing(create(path)) as db:
        find_places(db, store, parts)
        [plans] = db.execute("SELECT count(*) FROM places").fetchone()
        work = Work(2 * plans, tell)
        for part in parts:
            insert_part(db, store, part, work)
        add_keys(db)
        write_words(db, work)
        failed = count_failed(store, parts)
        about = {"parts": json.dumps(parts), "failed": str(failed), "archive": archive_of(store)}
        finish(db, about)
        [citations] = db.execute("SELECT count(*) FROM citations").fetchone()
    return Indexed(plans, citations, failed, place.stat().st_size)


def place_in(store: Store) -> Path:
    """Where the index of an archive lies; raises ``ArchiveError`` for one that is no folder."""
    from fsspec.implementations.local import LocalFileSystem

    if not isinstance(store.files, LocalFileSystem):
        raise ArchiveError(store.out, "index_remote")
    return Path(store.root) / NAME


def archive_of(store: Store) -> str:
    """Where the archive is: a folder's full path, or a URL."""
    with suppress(ArchiveError):
        return os.path.abspath(place_in(store).parent)
    return store.out


class Work:
    """How much is done, told every hundred plans."""

    def __init__(self, total: int, tell: Tell | None = None) -> None:
        self.done, self.total, self.tell = 0, total, tell

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        if self.tell is not None and (self.done % 100 == 0 or self.done == self.total):
            self.tell(self.done, self.total)


# ---------------------------------------------------------------- the file


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """Another name beside a file, which takes the file's place if all goes well."""
    for old in place.parent.glob(f"{place.name}.*{UNFINISHED}"):  # of a process that was killed
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > FORGOTTEN:
                old.unlink()
    path = place.with_name(f"{place.name}.{os.getpid()}{UNFINISHED}")
    try:
        yield path
        with telling(place):
            with path.open("rb") as written:
                os.fsync(written.fileno())
            path.replace(place)
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def telling(place: Path) -> Iterator[None]:
    """Errors of SQLite and of the file system told as trouble with the index."""
    import sqlite3

    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        full = "full" in str(error) or "No space" in str(error)
        problem = "archive_full" if full else "archive_unwritable"
        raise ArchiveError(place, problem, found=str(error)) from error


def create(path: Path) -> sqlite3.Connection:
    """A new index without plans; it must be all written at once, nothing is kept safe."""
    import sqlite3

    path.unlink(missing_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA page_size = 8192")
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute(f"PRAGMA cache_size = -{CACHE}")
    db.executescript(TABLES)
    db.execute("BEGIN")
    return db


def finish(db: sqlite3.Connection, meta: dict[str, str]) -> None:
    """Makes an index quick to ask, tells copies and families, and says in it what it is."""
    from vnplan.archive.copies import cluster  # with records and numpy, which no search needs
    from vnplan.archive.family import resolve

    db.execute("INSERT INTO words (words) VALUES ('optimize')")
    db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, words, row)")
    db.execute("INSERT INTO vocabulary SELECT term FROM terms ORDER BY term")
    db.executemany("INSERT INTO meta VALUES (?, ?)", {"schema": SCHEMA, **meta}.items())
    cluster(db)
    resolve(db)
    db.execute("ANALYZE main")
    if db.in_transaction:
        db.execute("COMMIT")


def add_keys(db: sqlite3.Connection) -> None:
    """By what rows are found, once they are all there."""
    for statement in KEYS.split(";"):  # executescript would end the transaction
        db.execute(statement)


# ---------------------------------------------------------------- rows


def find_places(db: sqlite3.Connection, store: Store, parts: list[str]) -> None:
    """Numbers the plans of an archive from the newest to the oldest.

    A path that two parts have, as a run that ended in between leaves them, is the later's.
    """
    for part in parts:
        for batch in store.batches("plans", ["path", "year", "month", "day"], parts=[part]):
            rows = ((part, *row.values()) for row in batch.to_pylist())
            db.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?, ?)", rows)
    set_places(db)


def set_places(db: sqlite3.Connection) -> None:
    """Gives the plans that were found their numbers."""
    for statement in PLACES.split(";"):
        db.execute(statement)


def insert_part(db: sqlite3.Connection, store: Store, part: str, work: Work) -> None:
    """The plans of one part of the archive, with all that is asked of them."""

    def place_of(path: str) -> int | None:
        where = "SELECT id FROM places WHERE path = ? AND part = ?"
        found = db.execute(where, (path, part)).fetchone()
        return found and int(found[0])

    read = store.batches("plans", READ_OF_PLANS, parts=[part], rows=PLANS_AT_ONCE)
    for row in (row for batch in read for row in batch.to_pylist()):
        place = place_of(row["path"])
        if place is not None:
            insert_plan(db, place, row | {"part": part}, text_of(row["record"]))
            work.step()
    for table, name in LISTED.items():
        columns = READ_OF_CITATIONS if table == "citations" else ["path"]
        path, place = None, None
        for batch in store.batches(table, columns, parts=[part]):
            for row in batch.to_pylist():
                if row["path"] != path:
                    path = row["path"]
                    place = place_of(path)
                    if place is not None:
                        insert_tags(db, place, [tag(WITH, name)])
                if place is not None and table == "citations":
                    insert_citation(db, place, row)


def insert_plan(db: sqlite3.Connection, place: int, row: Row, text: str) -> None:
    """One row of the archive's plans, with its text."""
    date = [f"{row[name]:0{width}d}" for name, width in DATED if row[name] is not None]
    values = row | {
        "id": place,
        "number_key": number_key(row["number"]) or None,
        "date": "-".join(date) or None,
        "title_key": row["title"] and fold(clean(row["title"])),
        "issuer_key": row["issuer"] and fold(clean(row["issuer"])),
        "level": row["issuer_level"],
    }
    insert(db, "plans", [values[name] for name in PLANS])
    insert(db, "texts", [place, zlib.compress(text.encode("utf-8", "replace"))])
    issuers = " ".join(tagged(ISSUER, name) for name in row["issuers"] or ())
    has = [tag(WITH, part) for name, part in TOLD.items() if row[name]]
    insert_tags(db, place, [*has, issuers])


def insert_citation(db: sqlite3.Connection, place: int, row: Row) -> None:
    """One row of the archive's citations."""
    date = row["date"] or {}
    values = row | {
        "plan": place,
        "number_key": number_key(row["number"]) or None,
        "date": date.get("iso"),
        "year": date.get("year"),
        "issuer_key": row["issuer"] and fold(clean(row["issuer"])),
        "title_key": row["title"] and fold(clean(row["title"])),
    }
    insert(db, "citations", [values[name] for name in CITATIONS])


def insert(db: sqlite3.Connection, table: str, values: list[object]) -> None:
    """One row of a table."""
    db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


def insert_tags(db: sqlite3.Connection, place: int, tags: Iterable[str]) -> None:
    """Words to be searched beside those of the text."""
    rows = [(place, words) for words in tags]
    db.executemany("INSERT OR IGNORE INTO tags VALUES (?, ?)", rows)


def text_of(record: str) -> str:
    """The text in a record's JSON; what is not looked at is not decoded, which takes longer."""
    decode = json.JSONDecoder().raw_decode
    source = record.find(SOURCE)
    if 0 < source < len('{"schema_version":"1.0",'):  # else it is not as this version writes it
        _, end = decode(record, source + len(SOURCE))
        if record.startswith(TEXT, end):
            return str(decode(record, end + len(TEXT))[0] or "")
    return str(json.loads(record).get("text") or "")


SOURCE, TEXT = '"source":', ',"text":'


def count_failed(store: Store, parts: list[str]) -> int:
    """How many files of the archive have no record."""
    batches = store.batches("files", ["problem"], parts=parts)
    return sum(batch.num_rows - batch.column(0).null_count for batch in batches)


# ---------------------------------------------------------------- words


def write_words(db: sqlite3.Connection, work: Work) -> None:
    """What is searched of each plan, the newest first: FTS5 wants its rows in order."""
    rows = db.execute(
        "SELECT id, number, title, issuer, level, kind, text FROM plans"
        " LEFT JOIN texts ON texts.plan = plans.id ORDER BY id"
    )
    for place, number, title, issuer, level, kind, packed in rows:
        said = [ANY, *tags_of(db, place), tag(LEVEL, level or ""), tag(KIND, kind or "")]
        if number:
            said.append(number_tag(NUMBER, number))
        said.append(tagged(HEAD, " ".join(filter(None, (number, title, issuer)))))
        text = low(unpacked(packed))
        said += sorted(marked(text))
        said.append(without_diacritics(text))
        db.execute("INSERT INTO words (rowid, said) VALUES (?, ?)", (place, " ".join(said)))
        work.step()


def tags_of(db: sqlite3.Connection, place: int) -> Iterator[str]:
    """What a plan has and lacks, whom it cites, whose it is."""
    has = {words for (words,) in db.execute("SELECT tag FROM tags WHERE plan = ?", (place,))}
    yield from sorted(has)
    yield from (tag(WITHOUT, part) for part in PARTS if tag(WITH, part) not in has)
    numbers = "SELECT DISTINCT number_key FROM citations WHERE plan = ? AND number_key IS NOT NULL"
    yield from (tag(CITES, key) for (key,) in db.execute(numbers, (place,)))


def unpacked(text: bytes | None) -> str:
    """The text of a plan as the index keeps it."""
    return zlib.decompress(text).decode() if text else ""

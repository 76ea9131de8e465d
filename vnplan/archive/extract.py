"""Files of any number to an archive of records: ``vnplan extract``.

The files are listed first, so that there is an end in sight; then they are worked on in shards
by an engine, which is any ``concurrent.futures.Executor``: processes of this machine, or a Dask
cluster. A run that was broken off is taken up by the next: what has a row is not read again
unless its bytes are others.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from glob import iglob
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from vnplan.archive.gone import Gone, find_gone
from vnplan.archive.items import URL, Item
from vnplan.archive.sources import find_items
from vnplan.archive.store import FORMATS, WORK, Format, Store
from vnplan.archive.supervise import Report, Shard, begin, end_spare, run_shard, stop_all
from vnplan.archive.work import Job, file_row
from vnplan.errors import ArchiveError, UnreadableFile
from vnplan.readers.encodings import decode_forced
from vnplan.readers.reading import Ocr
from vnplan.records import Extraction

SHARD = 500  # files, at most
SHARDS_EACH = 4  # that a worker gets at least, of a small archive
LIST = "-"  # the source that is a list on standard input
AHEAD = 2  # shards that wait for a worker
TRIES = 3  # that an engine has for a shard
# of files that were not at hand: nothing about the file need change for it to be read
ELSEWHERE = ("file_missing", "file_denied")


class Known(NamedTuple):
    """A file that has a row: by what it is unchanged, and in which part the row is."""

    sha256: str | None
    size: int | None
    modified: int | None  # milliseconds
    problem: str | None
    part: str


@dataclass
class Progress:
    """What is told while a run lasts; ``tell`` is called whenever something changed."""

    tell: Callable[[Progress], None] = lambda progress: None
    listing: bool = True
    total: int = 0
    report: Report = field(default_factory=Report)
    aside: Counter[str] = field(default_factory=Counter)
    known: int = 0
    met: int = 0
    failed_before: list[str] = field(default_factory=list)
    gone: Gone = field(default=Gone((), ()))
    pruned: int = 0
    began: float = field(default_factory=time.monotonic)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, report: Report) -> None:
        """Counts what a part tells."""
        with self.lock:
            self.report.add(report)
            self.tell(self)

    def result(self, out: str) -> Extraction:
        """What was done until now."""
        report = self.report
        problems = Counter(problem for _, problem, _ in report.failures)
        return Extraction(
            out=out,
            files=report.done,
            plans=report.plans,
            unchanged=report.unchanged,
            problems=dict(problems.most_common()),
            failures=tuple(report.failures),
            hidden=self.aside["hidden"],
            links=self.aside["links"],
            size=report.size,
            seconds=self.seconds,
            deaths=report.deaths,
            failed_before=len(set(self.failed_before) - set(report.renewed)),
            known=self.known,
            met=self.met,
            gone=len(self.gone.files),
            pruned=self.pruned,
            out_of_reach=len(self.gone.out_of_reach),
        )

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self.began


class Settings(NamedTuple):
    """How files are read, and which of those that have a row already."""

    encoding: str | None = None
    ocr: Ocr = "auto"
    pages: int | None = None
    timeout: float = 300.0
    again: bool = False  # those without a record once more
    trust_times: bool = False  # unchanged is what has the same size and time of change
    prune: bool = False  # the rows of files that are gone from the sources
    part_seconds: float = 60.0  # after which a part is closed
    task: str = "vnplan.archive.work:extract"  # what a process does with a shard


def extract(
    sources: Iterable[str],
    out: str,
    *,
    format: Format | None = None,
    workers: int | None = None,
    engine: Executor | None = None,
    settings: Settings = Settings(),  # noqa: B008 - never written to
    progress: Progress | None = None,
) -> Extraction:
    """Reads all files of the sources into the archive ``out``, each of them once.

    ``workers`` are processes of this machine (its cores, without a number); an ``engine`` is
    asked instead where one is given, and each of its threads starts a process of its own.
    ``format`` is that of an archive that is there, or ``parquet``, where none is asked for. Raises
    ``ArchiveError`` where the archive cannot be written; every part written until then stays.
    Raises ``UnreadableFile`` for an encoding that there is not, and where none of the sources is.
    """
    progress = progress or Progress()
    if settings.encoding is not None:
        decode_forced(b"", settings.encoding, settings.encoding)
    sources = list(sources)
    check_sources(sources)
    store = Store(out, format or FORMATS[0])
    store.create(as_it_is=format is None)
    count = workers or os.cpu_count() or 1
    begin(count if engine is None else 0)
    with store.alone(), work_folder(store) as folder:
        run = run_name(store)
        store.claim(run)
        store.sweep()
        job = Job(
            run,
            store.root if store.local else out,  # wherever a worker stands
            store.format,
            settings.task,
            timeout=settings.timeout,
            part_seconds=settings.part_seconds,
            encoding=settings.encoding,
            ocr=settings.ocr,
            pages=settings.pages,
        )
        known = read_known(store, run)
        listed = folder / "items"
        found = find_items(sources, spool=folder, aside=progress.aside, skip=inside(store))
        progress.total = write_items(found, listed)
        progress.listing = False
        progress.tell(progress)
        items = wanted(read_items(listed), known, settings, progress)
        size = max(1, min(SHARD, progress.total // (SHARDS_EACH * count)))
        shards = as_shards(items, known, run, size, settings.again)
        dropped: tuple[str, ...] = ()
        try:
            if engine is not None:
                work_through(engine, shards, job, count, progress, apart=True)
            else:
                with ThreadPoolExecutor(count) as threads:
                    work_through(threads, shards, job, count, progress, apart=False)
                end_spare()
            progress.gone = find_gone(known, sources, read_items(listed))
            dropped = progress.gone.files if settings.prune else ()
            progress.pruned = len(dropped)
        finally:  # of a run that is interrupted, too: what was read anew is not there twice
            drop_renewed(store, run, known, [*progress.report.renewed, *dropped])
    return progress.result(out)


def check_sources(sources: list[str]) -> None:
    """Raises ``UnreadableFile`` where there is none of the sources: a slip makes no archive."""
    found = (
        source == LIST or URL in source or os.path.lexists(source) or next(iglob(source), None)
        for source in sources
    )
    if sources and not any(found):
        raise UnreadableFile(sources[0], "file_missing")


# ---------------------------------------------------------------- the archive as it stands


def run_name(store: Store) -> str:
    """The first letters of this run's parts, later in order than those of any before."""
    name = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    last = max(store.parts(), default="").partition("-")[0]
    return name if name > last else f"{last}z"  # a clock that was set back


def read_known(store: Store, run: str) -> dict[str, Known]:
    """The files that have a row; where a run ended amid replacing one, the older row goes."""
    for attempt in range(1000):
        known: dict[str, Known] = {}
        twice: dict[str, set[str]] = {}
        for part in store.parts():
            for row in store.rows("files", part):
                path = row["path"]
                if path in known:
                    twice.setdefault(known[path].part, set()).add(path)
                why = row["problem"]
                known[path] = Known(row["sha256"], row["size"], milliseconds(row), why, part)
        if not twice:
            break
        replace_parts(store, f"{run}-a{attempt:03d}", twice)
    return known


def milliseconds(row: dict[str, Any]) -> int | None:
    """When a file was changed; JSON has it as text."""
    at = row["modified"]
    if isinstance(at, str):
        at = datetime.fromisoformat(at)
    return None if at is None else round(at.timestamp() * 1000)


def drop_renewed(store: Store, run: str, known: dict[str, Known], renewed: list[str]) -> None:
    """Takes away the old rows of files that were read anew, or are gone.

    What is left of old parts stands before this run's own in their order: where the end of a run
    did not hear of all that was read anew, the new rows are the later ones.
    """
    old: dict[str, set[str]] = {}
    for path in renewed:
        old.setdefault(known[path].part, set()).add(path)
    replace_parts(store, f"{run}-b", old)


def replace_parts(store: Store, name: str, without: dict[str, set[str]]) -> None:
    """Writes parts anew without some of their files."""
    for i, (part, paths) in enumerate(sorted(without.items())):
        store.rewrite(part, f"{name}{i:06d}", paths)


def inside(store: Store) -> tuple[Path, ...]:
    """The folder of the archive, which is no source of itself."""
    return (Path(store.root),) if store.local else ()


@contextmanager
def work_folder(store: Store) -> Iterator[Path]:
    """A folder for what a run needs while it lasts: in the archive, if that is a folder."""
    inside = Path(store.root) / WORK if store.local else None
    for old in inside.glob("run-*") if inside else ():
        shutil.rmtree(old, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=inside))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


# ---------------------------------------------------------------- the files


def write_items(items: Iterable[Item], path: Path) -> int:
    """Lists the files, a line of JSON each; how many."""
    count = 0
    with open(path, "w", encoding="utf-8", errors="surrogateescape") as listed:
        for item in items:
            listed.write(json.dumps(item, ensure_ascii=False) + "\n")
            count += 1
    return count


def read_items(path: Path) -> Iterator[Item]:
    """The files that were listed."""
    with open(path, encoding="utf-8", errors="surrogateescape") as listed:
        for line in listed:
            yield Item(*json.loads(line))


def wanted(
    items: Iterator[Item], known: dict[str, Known], settings: Settings, progress: Progress
) -> Iterator[Item]:
    """The files to be looked into; the others are unchanged by what is known of them."""
    progress.known = len(known)
    for item in items:
        old = known.get(item.path)
        if old is not None:
            progress.met += 1
            if old.problem:
                progress.failed_before.append(item.path)
        if old is None or (old.problem and settings.again) or old.problem in ELSEWHERE:
            yield item
        elif (settings.trust_times or old.sha256 is None) and same_time(item, old):
            progress.add(Report(done=1, unchanged=1))
        else:
            yield item


def same_time(item: Item, old: Known) -> bool:
    """Whether a file has the size and the time of change that it had."""
    return (item.size, milliseconds(file_row(item))) == (old.size, old.modified)


def as_shards(
    items: Iterator[Item], known: dict[str, Known], run: str, size: int, again: bool
) -> Iterator[Shard]:
    """The files in shards, in their order; a file whose row has no hash is known by none."""

    def hash_of(item: Item) -> str | None:
        old = known.get(item.path)
        if old is None:
            return None
        return "" if old.problem and again else old.sha256 or ""

    for number in range(1 << 30):
        some = list(islice(items, size))
        if not some:
            return
        yield Shard(f"{run}-m{number:06d}", some, [hash_of(item) for item in some])


# ---------------------------------------------------------------- the engine


def work_through(
    engine: Executor,
    shards: Iterator[Shard],
    job: Job,
    count: int,
    progress: Progress,
    *,
    apart: bool,
) -> None:
    """Has an engine work on all shards, a few ahead; an engine ``apart`` tells of whole ones."""
    waiting: dict[Future[Report], tuple[Shard, int]] = {}

    def give(shard: Shard, tries: int) -> None:
        tell = () if apart else (progress.add,)
        waiting[engine.submit(run_shard, shard, job, *tell)] = (shard, tries)

    try:
        while True:
            for shard in islice(shards, max(0, count + AHEAD - len(waiting))):
                give(shard, 1)
            if not waiting:
                return
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                shard, tries = waiting.pop(future)
                error = future.exception()
                if error is None and apart:
                    progress.add(future.result())
                elif error is not None and (isinstance(error, ArchiveError) or tries == TRIES):
                    raise error
                elif error is not None:  # a machine of the cluster is gone
                    give(shard, tries + 1)
    except BaseException:
        for future in waiting:
            future.cancel()
        stop_all()
        raise

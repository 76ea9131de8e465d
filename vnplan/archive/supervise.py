"""Shards of files given to processes that may die or hang, until each file has its row.

A process that dies, or takes too long over a file, is replaced; the file that it had in hand is
tried once more alone, and if that one dies, too, it is quarantined: its row names it. Where no
file is known to be in hand, the files are halved until one is left.
"""

from __future__ import annotations

import atexit
import os
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from vnplan.archive.items import Item
from vnplan.archive.store import Store
from vnplan.archive.work import NOT_BEGUN, Job, Slate, failure, file_row
from vnplan.errors import ArchiveError, UnreadableFile
from vnplan.readers.apart import Child
from vnplan.readers.limits import LIMITS

TRIES = 2  # that a file has to get through alone
STARTS = 3  # that a process has to get as far as its first file
LOOK = 0.1  # seconds between looks at a slate
MOST_SHARDS = 40  # that one process works on, so that what leaks does not add up


class Shard(NamedTuple):
    """Files that are worked on together; ``known`` are the hashes of those in the archive."""

    name: str
    items: list[Item]
    known: list[str | None]


@dataclass
class Report:
    """What became of files, to be added up; ``failures`` are path, problem and its details."""

    done: int = 0
    plans: int = 0
    unchanged: int = 0
    size: int = 0
    deaths: int = 0
    renewed: list[str] = field(default_factory=list)
    failures: list[tuple[str, str, dict[str, str | int]]] = field(default_factory=list)

    def add(self, other: Report) -> None:
        """Counts what another report tells."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


Tell = Callable[[Report], None]


class Stopped(Exception):
    """The run was stopped while a shard was worked on."""


def run_shard(shard: Shard, job: Job, tell: Tell | None = None) -> Report:
    """Works on a shard until each of its files has a row; raises ``ArchiveError``.

    ``tell`` is told of each part as it is written. Parts of an earlier attempt are replaced.
    """
    store = Store(job.out, job.format)  # type: ignore[arg-type]
    if store.claimed() != job.run:
        raise ArchiveError(job.out, "archive_busy")
    for part in store.parts():
        if part.startswith(f"{shard.name}-"):
            store.remove(part)
    total = Report()

    def add(report: Report) -> None:
        total.add(report)
        if tell is not None:
            tell(report)

    waiting = deque([Segment(0, len(shard.items), 1)])
    serial = 0
    with Hand() as hand:
        while waiting:
            segment = waiting.popleft()
            part = f"{shard.name}-{serial:04d}"
            serial += 1
            answer = hand.ask(job, shard, segment, part)
            if isinstance(answer, Death):
                store.remove(part)  # it may have died in the midst of writing, or just after
                add(Report(deaths=1))
                if segment.size > 1:
                    waiting.extendleft(reversed(parted(segment, answer)))
                elif segment.tries < TRIES:
                    waiting.appendleft(segment._replace(tries=segment.tries + 1))
                else:
                    add(quarantine(store, part, shard, segment.start, answer, job))
                continue
            add(answer)
            rest = Segment(segment.start + answer.done, segment.stop, 1)
            if rest.size:
                waiting.appendleft(rest)
    return total


class Segment(NamedTuple):
    """A run of files of a shard, and how often one alone has been tried."""

    start: int
    stop: int
    tries: int

    @property
    def size(self) -> int:
        """How many files."""
        return self.stop - self.start


class Death(NamedTuple):
    """How a process ended: the file in hand, from the first of the shard, if any; and of what."""

    suspect: int | None
    late: bool


def parted(segment: Segment, death: Death) -> list[Segment]:
    """What was left undone: before the file in hand, that one alone, and after it; else halves."""
    start, stop, _ = segment
    if death.suspect is None:
        middle = (start + stop) // 2
        return [Segment(start, middle, 1), Segment(middle, stop, 1)]
    i = death.suspect
    found = [Segment(start, i, 1), Segment(i, i + 1, 2), Segment(i + 1, stop, 1)]
    return [part for part in found if part.size]


def quarantine(store: Store, part: str, shard: Shard, index: int, death: Death, job: Job) -> Report:
    """Writes the row of a file that no process survives, by name; its bytes stay unread."""
    item = shard.items[index]
    if death.late:
        error = UnreadableFile(item.path, "file_hangs", most=round(job.timeout))
    else:
        error = UnreadableFile(item.path, "file_kills")
    row = file_row(item) | failure(error)
    store.write(part, {"files": [row]})
    renewed = [item.path] if shard.known[index] is not None else []
    failures = [(item.path, error.problem, error.details)]
    return Report(done=1, renewed=renewed, failures=failures)


# ---------------------------------------------------------------- processes

_lock = threading.Lock()
_spare: list[tuple[Child, int]] = []  # processes that wait for a shard, and how many they had
_busy: set[Child] = set()
_stopped = threading.Event()
_processors: list[int] = []  # that no hand has, where each is to have one of its own


class Hand:
    """A process for one shard: one that was kept from another, or a new one."""

    def __init__(self) -> None:
        self.child: Child | None = None
        self.shards = 0
        self.dead_starts = 0
        self.processor: int | None = None

    def __enter__(self) -> Hand:
        with _lock:
            if _processors:
                self.processor = _processors.pop()
            while _spare and self.child is None:
                child, self.shards = _spare.pop()
                if child.alive:
                    self.child = child
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if self.processor is not None:
            with _lock:
                _processors.append(self.processor)
        if self.child is None:
            return
        with _lock:
            if error is None and self.shards + 1 < MOST_SHARDS and self.child.alive:
                _spare.append((self.child, self.shards + 1))
                return
        self.child.end()

    def ask(self, job: Job, shard: Shard, segment: Segment, part: str) -> Report | Death:
        """What became of files; raises ``ArchiveError`` where the archive cannot be written."""
        if self.child is None or not self.child.alive:
            self.child, self.shards = Child(LIMITS.memory), 0
        if self.processor is not None:
            with suppress(OSError):
                os.sched_setaffinity(self.child.process.pid, {self.processor})
        folder, name = tempfile.mkstemp(prefix="vnplan-", suffix=".slate")
        os.close(folder)
        os.unlink(name)
        slate = Slate(name)
        try:
            answer, late = self.watched(slate, job, shard, segment, part)
            at, _ = slate.read()
        finally:
            slate.close()
        if answer is None:
            if _stopped.is_set():
                raise Stopped
            self.dead_starts = self.dead_starts + 1 if at == NOT_BEGUN else 0
            if self.dead_starts >= STARTS:
                raise ArchiveError(job.out, "archive_no_workers")
            return Death(segment.start + at if at >= 0 else None, late)
        if "problem" in answer:
            raise ArchiveError(job.out, answer["problem"], **answer["details"])
        self.dead_starts = 0
        told = answer["value"]
        told["failures"] = [tuple(failure) for failure in told["failures"]]
        return Report(**told)

    def watched(
        self, slate: Slate, job: Job, shard: Shard, segment: Segment, part: str
    ) -> tuple[dict[str, Any] | None, bool]:
        """The answer of the process, None if it died; and whether it was killed for being late."""
        child = self.child
        assert child is not None
        late, over = threading.Event(), threading.Event()

        def watch() -> None:
            while not over.wait(LOOK):
                _, until = slate.read()
                if time.monotonic() > until:
                    late.set()
                    child.process.kill()
                    return

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        chosen = slice(segment.start, segment.stop)
        with _lock:
            _busy.add(child)
            if _stopped.is_set():  # before this one was there to be ended
                child.process.kill()
        try:
            answer, _ = child.ask(
                job.task,
                {
                    "job": list(job),
                    "items": [list(item) for item in shard.items[chosen]],
                    "known": shard.known[chosen],
                    "part": part,
                    "slate": slate.path,
                    "owner": os.getpid(),
                },
                threading.TIMEOUT_MAX,
            )
        finally:
            with _lock:
                _busy.discard(child)
            over.set()
            watcher.join()
        return answer, late.is_set()


def stop_all() -> None:
    """Ends the processes of this one, those at work, too; who waits for them gets ``Stopped``."""
    _stopped.set()
    with _lock:
        for child in [*_busy, *(child for child, _ in _spare)]:
            child.process.kill()
        _spare.clear()


@atexit.register
def end_spare() -> None:
    """Ends the processes that wait for a shard."""
    with _lock:
        while _spare:
            _spare.pop()[0].end()


def begin(hands: int) -> None:
    """Forgets an earlier run; as many hands as there are processors have one each.

    Kernels of small virtual machines do not move a process that never sleeps: two that began on
    one processor would share it for hours, beside an idle one.
    """
    _stopped.clear()
    _processors.clear()
    if hasattr(os, "sched_getaffinity"):
        allowed = sorted(os.sched_getaffinity(0))
        if hands == len(allowed) > 1:
            _processors.extend(allowed)

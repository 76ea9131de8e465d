"""Files to a part of the archive, in a process that may die of any of them.

It writes on a slate which file it is at, so that whoever finds the process dead or hanging
knows by which. What is answered are plain values of JSON.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from vnplan.archive.items import Item, read_item
from vnplan.archive.store import Store
from vnplan.archive.tables import Row, rows_of
from vnplan.errors import ArchiveError, UnreadableFile
from vnplan.language import say
from vnplan.plan import parse
from vnplan.readers import BY_OFFICE, read_by_office, read_bytes
from vnplan.readers.apart import Trouble
from vnplan.readers.kinds import kind_of
from vnplan.readers.limits import Limits
from vnplan.readers.reading import Ocr
from vnplan.records import Source

MARK = struct.Struct("=qd")  # which file, from 0; until when it has time, by time.monotonic()
NOT_BEGUN, BETWEEN = -2, -1  # instead of a file
FOR_EVER = float("inf")
SLOW = ("pdf", "image")  # kinds whose reader has a clock for each page
AT_ONCE = 20  # files that LibreOffice reads in one call
SLOWER = 10  # times the seconds of other files


class Slate:
    """A few bytes of a file that two processes see: which file is in hand, and until when."""

    def __init__(self, path: str) -> None:
        self.path = path
        if not os.path.exists(path):
            Path(path).write_bytes(MARK.pack(NOT_BEGUN, FOR_EVER))
        with open(path, "r+b") as stream:
            self.page = mmap.mmap(stream.fileno(), MARK.size)

    def write(self, index: int, seconds: float = FOR_EVER) -> None:
        """Notes the file in hand, and that it has so many seconds from now."""
        MARK.pack_into(self.page, 0, index, time.monotonic() + seconds)

    def read(self) -> tuple[int, float]:
        """The file in hand, and until when it has time."""
        index, until = MARK.unpack_from(self.page, 0)
        return index, until

    def close(self) -> None:
        """Wipes the slate away."""
        self.page.close()
        os.unlink(self.path)


class Job(NamedTuple):
    """What is done with files, the same for all of a run."""

    run: str
    out: str
    format: str
    task: str
    timeout: float  # seconds for one file
    part_seconds: float  # after which a part is closed, so that little is lost at a time
    encoding: str | None
    ocr: Ocr
    pages: int | None

    @property
    def limits(self) -> Limits:
        """What one file may ask for."""
        return Limits() if self.pages is None else Limits(pages=self.pages)


def extract(
    job: list[Any],
    items: list[list[Any]],
    known: list[str | None],
    part: str,
    slate: str,
    owner: int,
) -> dict[str, Any]:
    """Reads files into one part; how many of them, from the first, and what became of them.

    ``known`` are the hashes by which files are unchanged. Nothing is written where ``owner``,
    who asked, is gone: another run may have taken over.
    """
    wanted = Job(*job)
    marks = Slate(slate)
    found = Found()
    ends = time.monotonic() + wanted.part_seconds
    for i, (values, hash) in enumerate(zip(items, known, strict=True)):
        marks.write(i, wanted.timeout)
        found.take(Item(*values), hash, wanted, marks, i)
        if time.monotonic() > ends:
            break
    found.read_waiting(wanted, marks)
    marks.write(BETWEEN)
    store = Store(wanted.out, wanted.format)  # type: ignore[arg-type]
    with store.writing():
        if os.getppid() != owner:
            os._exit(1)
        if store.claimed() != wanted.run:  # its driver is gone from another machine
            raise Trouble("archive_busy")
        try:
            found.commit(store, part)
        except ArchiveError as error:
            raise Trouble(error.problem, **error.details) from None
        except Exception as error:  # a record that no table takes: the halves will tell which
            if found.done > 1:
                os._exit(1)
            found.spoil(error)
            found.commit(store, part)
    return found.told()


class Found:
    """The rows of the files read so far, and the count of them."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {"files": []}
        self.done = self.unchanged = self.size = 0
        self.renewed: list[str] = []
        self.waiting: list[tuple[Row, bytes, int]] = []  # for LibreOffice
        self.failures: list[tuple[str, str, dict[str, str | int]]] = []

    def take(self, item: Item, hash: str | None, job: Job, slate: Slate, index: int) -> None:
        """Reads one file, unless its bytes are those known; trouble is a row."""
        self.done += 1
        row = file_row(item)
        if hash is not None:
            self.renewed.append(item.path)
        with self.told_of(row):
            if item.problem is not None:
                raise UnreadableFile(item.path, item.problem, **item.details)
            data = read_item(item, job.limits.size)
            row |= {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
            self.size += len(data)
            if row["sha256"] == hash:
                self.unchanged += 1
                self.renewed.remove(item.path)
                return
            kind = kind_of(data)
            if kind in BY_OFFICE:
                self.waiting.append((row, data, index))
                if len(self.waiting) == AT_ONCE:
                    self.read_waiting(job, slate)
                return
            if kind in SLOW:
                slate.write(index, SLOWER * job.timeout)
            found = read_bytes(
                data, name=item.path, encoding=job.encoding, ocr=job.ocr, limits=job.limits
            )
            slate.write(index, job.timeout)
            self.put(row, *found)

    def read_waiting(self, job: Job, slate: Slate) -> None:
        """Has LibreOffice read the files that wait for it, within its own time."""
        waiting, self.waiting = self.waiting, []
        if not waiting:
            return
        # all in one call, then each alone
        slate.write(BETWEEN, len(waiting) * (2 * job.limits.seconds + job.timeout))
        found = by_office([(row["path"], data) for row, data, _ in waiting], job)
        for (row, _, index), told in zip(waiting, found, strict=True):
            slate.write(index, job.timeout)
            with self.told_of(row):
                if isinstance(told, Exception):
                    raise told
                self.put(row, *told)

    @contextmanager
    def told_of(self, row: Row) -> Iterator[None]:
        """Tells in its row of whatever befalls a file; the others are still to be read."""
        try:
            yield
        except UnreadableFile as error:
            self.fail(row, error)
        except MemoryError:
            self.fail(row, UnreadableFile(row["path"], "out_of_memory"))
        except Exception as error:
            self.fail(row, unexpected(row["path"], error))

    def put(self, row: Row, text: str, source: Source) -> None:
        """The rows of a file that was read; raises ``UnreadableFile`` where it says nothing."""
        if not text.strip():
            raise UnreadableFile(row["path"], "file_empty")
        row |= {name: getattr(source, name) for name in ("media_type", "encoding", "pages")}
        for table, rows in rows_of(parse(text, source=source), row["path"]).items():
            self.rows.setdefault(table, []).extend(rows)
        self.rows["files"].append(row)

    def fail(self, row: Row, error: UnreadableFile) -> None:
        """A row that says why there is no record."""
        row |= failure(error)
        self.failures.append((row["path"], error.problem, error.details))
        self.rows["files"].append(row)

    def spoil(self, error: Exception) -> None:
        """Gives the one file that was read a row that says why its record cannot be written."""
        [row] = self.rows["files"]
        self.rows = {"files": []}
        self.fail(row, unexpected(row["path"], error))

    def commit(self, store: Store, part: str) -> None:
        """Writes the part, if there is anything in it."""
        if self.rows["files"]:
            store.write(part, self.rows)

    def told(self) -> dict[str, Any]:
        """The counts, as plain values."""
        return {
            "done": self.done,
            "plans": len(self.rows.get("plans", ())),
            "unchanged": self.unchanged,
            "renewed": self.renewed,
            "failures": self.failures,
            "size": self.size,
        }


def by_office(files: list[tuple[str, bytes]], job: Job) -> list[tuple[str, Source] | Exception]:
    """What LibreOffice makes of each file, or the error; one file's error is not the others'."""
    try:
        return list(read_by_office(files, ocr=job.ocr, limits=job.limits))
    except Exception as error:
        if len(files) == 1:
            return [error]
        return [found for file in files for found in by_office([file], job)]


def file_row(item: Item) -> Row:
    """What is known of a file before it is read."""
    return {"path": item.path, "size": item.size, "modified": changed(item)}


def changed(item: Item) -> datetime | None:
    """When a file was changed, to the millisecond; None where no calendar has that time."""
    if item.mtime is None:
        return None
    try:
        return datetime.fromtimestamp(int(item.mtime * 1000) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def unexpected(path: str, error: Exception) -> UnreadableFile:
    """An error of ours as one of the file's."""
    said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return UnreadableFile(path, "file_broken", found=said)


def failure(error: UnreadableFile) -> Row:
    """Why there is no record: the key of a message, and the message."""
    return {"problem": error.problem, "message": say("en", error.problem, **error.details)}

"""The folder of an archive: its parts, written so that each is there whole or not at all.

``OUT/<table>/<part>.parquet`` (or ``.jsonl``) are the rows of some files; ``OUT/archive.json``
says what the archive is. A part counts when its file in ``OUT/files`` is there: that is written
last, under another name first. What has no such file was left by a run that ended in between, and
is swept away by the next. OUT is a folder or any URL that fsspec knows.
"""

from __future__ import annotations

import errno
import json
import os
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING, Any, Literal

from vnplan.archive.tables import SCHEMA, TABLES, Row, arrow_schema
from vnplan.errors import ArchiveError
from vnplan.records import SCHEMA_VERSION

if TYPE_CHECKING:
    import pyarrow as pa

Format = Literal["parquet", "jsonl"]
FORMATS: tuple[Format, ...] = ("parquet", "jsonl")
MANIFEST = "archive.json"
WORK = ".work"  # what a run needs while it lasts
CLAIM = f"{WORK}/run"  # the name of the run that may write
LAST = "files"  # the table whose file says that a part is whole
UNFINISHED = ".unfinished"
BATCH = 4096  # rows
# a part's name begins with the time of its run; what others put beside is left alone
OURS = re.compile(r"\d{8}T\d{12}z*-")


class Store:
    """The archive at a folder or URL; nothing is read or written until it is asked for."""

    def __init__(self, out: str, format: Format = "parquet") -> None:
        from fsspec.core import url_to_fs

        self.out = out
        self.files: Any
        self.root: str
        self.files, self.root = url_to_fs(out)
        self.format = format

    def __repr__(self) -> str:
        return f"Store({self.out!r}, {self.format!r})"

    # ------------------------------------------------------------ the archive

    def open(self) -> dict[str, Any]:
        """What the archive says of itself; raises ``ArchiveError`` where there is none."""
        try:
            told: dict[str, Any] = json.loads(self.files.cat_file(self._at(MANIFEST)))
            if told["schema"] != SCHEMA:
                raise ArchiveError(self.out, "archive_schema", found=str(told["schema"]))
            self.format = told["format"]
        except FileNotFoundError:
            there = self.files.exists(self.root)
            problem = "archive_none" if there else "folder_missing"
            raise ArchiveError(self.out, problem) from None
        except (ValueError, KeyError, TypeError):
            raise ArchiveError(self.out, "archive_manifest") from None
        return told

    def create(self, *, as_it_is: bool = False) -> None:
        """Makes the archive, or opens the one that is there if its format is the one wanted.

        ``as_it_is``: or any other.
        """
        wanted = self.format
        if self.files.exists(self._at(MANIFEST)):
            self.open()
            if self.format != wanted and not as_it_is:
                raise ArchiveError(self.out, "archive_format", found=self.format, wanted=wanted)
        else:
            # a run may have ended amid this, so nothing of ours is there before the manifest
            if self.files.isfile(self.root):
                raise ArchiveError(self.out, "archive_file")
            if self.files.exists(self.root) and any(
                not name.startswith(".") and name != MANIFEST + UNFINISHED
                for name in map(posixpath.basename, self.files.ls(self.root, False))
            ):
                raise ArchiveError(self.out, "archive_not_empty")
            told = {"schema": SCHEMA, "records": SCHEMA_VERSION, "format": self.format}
            with telling(self.out):
                self.files.makedirs(self.root, exist_ok=True)
                self._put(MANIFEST, json.dumps(told, indent=2).encode() + b"\n")
        with telling(self.out):
            for table in (*TABLES, WORK):
                self.files.makedirs(self._at(table), exist_ok=True)

    @property
    def local(self) -> bool:
        """Whether it is a folder of this machine."""
        from fsspec.implementations.local import LocalFileSystem

        return isinstance(self.files, LocalFileSystem)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keeps a second run out; raises ``ArchiveError`` where one is at work.

        A folder alone can be locked.
        """
        if self.local:
            with telling(self.out):
                open(self._at(f"{WORK}/run.lock"), "w").close()
        with self._lock("run", exclusive=True, wait=False) as mine:
            if not mine:
                raise ArchiveError(self.out, "archive_busy")
            yield

    def claim(self, run: str) -> None:
        """Says whose the archive is now.

        What workers of a run that was killed are writing, on any machine, is waited for; what
        they have not begun to write they will not.
        """
        with telling(self.out):
            self._put(CLAIM, run.encode())
        with self._lock("part", exclusive=True, wait=True):
            pass

    def claimed(self) -> str | None:
        """The run whose the archive is."""
        self.files.invalidate_cache()
        try:
            return str(self.files.cat_file(self._at(CLAIM)), "utf-8")
        except FileNotFoundError:
            return None

    def writing(self) -> AbstractContextManager[bool]:
        """Tells the next run that a part is being written."""
        return self._lock("part", exclusive=False, wait=True)

    @contextmanager
    def _lock(self, name: str, *, exclusive: bool, wait: bool) -> Iterator[bool]:
        try:
            import fcntl
        except ImportError:  # Windows
            yield True
            return
        if not self.local:
            yield True
            return
        kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
        with open(self._at(f"{WORK}/{name}.lock"), "w") as lock:
            try:
                fcntl.flock(lock, kind | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
            else:
                yield True

    # ------------------------------------------------------------ parts

    def parts(self) -> list[str]:
        """The names of the parts that are whole, the oldest first."""
        ending = f".{self.format}"
        names = [posixpath.basename(path) for path in self._list(LAST)]
        return sorted(name.removesuffix(ending) for name in names if name.endswith(ending))

    def sweep(self) -> int:
        """Removes what runs that ended in between left behind; how many files that were."""
        whole = {f"{part}.{self.format}" for part in self.parts()}
        count = 0
        for table in TABLES:
            for path in self._list(table):
                name = posixpath.basename(path)
                if name not in whole and OURS.match(name):
                    self.files.rm_file(path)
                    count += 1
        return count

    def write(self, part: str, rows: Mapping[str, list[Row]], **about: str) -> None:
        """Writes the rows of a part, all of them or none; raises ``ArchiveError``.

        ``about`` is kept with it (``about_of``).
        """
        with telling(self.out):
            for table in sorted(TABLES, key=lambda table: table == LAST):
                # a table without rows, too: what is written everywhere can be asked everywhere
                encoded = self._encoded(table, rows.get(table, []), about)
                self._put(f"{table}/{part}.{self.format}", encoded)

    def remove(self, part: str) -> None:
        """Takes a part away, first of all the file that makes it count."""
        for table in sorted(TABLES, key=lambda table: table != LAST):
            with suppress(FileNotFoundError):
                self.files.rm_file(self._at(f"{table}/{part}.{self.format}"))

    def rewrite(self, part: str, new: str, without: Collection[str]) -> None:
        """Writes a part anew without the rows of some files, and takes the old one away."""
        kept = {
            table: [row for row in self.rows(table, part) if row["path"] not in without]
            for table in TABLES
        }
        if kept[LAST]:
            self.write(new, kept)
        self.remove(part)

    # ------------------------------------------------------------ rows

    def rows(self, table: str, part: str) -> list[Row]:
        """The rows of one part of a table."""
        path = self._at(f"{table}/{part}.{self.format}")
        try:
            data = self.files.cat_file(path)
        except FileNotFoundError:
            return []
        if self.format == "jsonl":
            with reading(path):
                return [json.loads(line) for line in data.splitlines()]
        import pyarrow as pa
        import pyarrow.parquet as pq

        with reading(path):
            found: list[Row] = pq.read_table(pa.BufferReader(data)).to_pylist()
        return found

    def batches(
        self,
        table: str,
        columns: list[str] | None = None,
        *,
        parts: list[str] | None = None,
        rows: int = BATCH,
    ) -> Iterator[pa.RecordBatch]:
        """The rows of a table in some parts, or all that are whole, a few thousand at a time."""
        import pyarrow.parquet as pq

        if self.format != "parquet":
            raise ArchiveError(self.out, "archive_not_parquet")
        for part in self.parts() if parts is None else parts:
            path = self._at(f"{table}/{part}.parquet")
            if not self.files.exists(path):
                continue
            with reading(path), self.files.open(path, "rb") as stream:
                yield from pq.ParquetFile(stream).iter_batches(rows, columns=columns)

    def _encoded(self, table: str, rows: list[Row], about: Mapping[str, str]) -> bytes:
        if self.format == "jsonl":
            names = [column.name for column in TABLES[table]]
            plain = ({name: row.get(name) for name in names} for row in rows)
            lines = [json.dumps(row, ensure_ascii=False, default=str) for row in plain]
            return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
        import pyarrow as pa
        import pyarrow.parquet as pq

        schema = arrow_schema(table)
        schema = schema.with_metadata({**schema.metadata, **about})
        sink = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist(rows, schema), sink, compression="zstd")
        encoded: bytes = sink.getvalue().to_pybytes()
        return encoded

    # ------------------------------------------------------------ files

    def _at(self, name: str) -> str:
        return f"{self.root}/{name}"

    def _list(self, table: str) -> list[str]:
        self.files.invalidate_cache()
        try:
            found: list[str] = self.files.ls(self._at(table), detail=False)
        except FileNotFoundError:
            return []
        return found

    def _put(self, name: str, data: bytes) -> None:
        """Writes a file under another name, then gives it its own."""
        path = self._at(name)
        try:
            with self.files.open(path + UNFINISHED, "wb") as stream:
                stream.write(data)
                if self.local:  # a power cut would leave the name without the bytes
                    stream.flush()
                    os.fsync(stream.fileno())
            if self.local:  # fsspec's mv copies where a rename fails, as on a full disk
                os.replace(path + UNFINISHED, path)
            else:
                self.files.mv(path + UNFINISHED, path)
        except OSError:
            with suppress(OSError):
                self.files.rm_file(path + UNFINISHED)
            raise


class telling:
    """Errors of the file system told as trouble with the archive."""

    def __init__(self, where: str) -> None:
        self.where = where

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            problem = "archive_full" if full else "archive_unwritable"
            found = error.strerror or str(error)
            raise ArchiveError(self.where, problem, found=found) from error


@contextmanager
def reading(path: str) -> Iterator[None]:
    """Errors of Arrow and of JSON told as a broken part."""
    try:
        yield
    except (ValueError, EOFError) as error:
        found = " ".join(str(error).split())[:200]
        raise ArchiveError(path, "archive_part", found=found) from error

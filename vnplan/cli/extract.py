"""``vnplan extract``: files of any number into an archive."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from vnplan.cli.terminal import complain, write
from vnplan.cli.values import Command, positive
from vnplan.errors import UnreadableFile, VnplanError
from vnplan.language import say

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from vnplan.archive.extract import Progress

DONE, WITHOUT_RECORD, TROUBLE = 0, 1, 2
FORMATS = ("parquet", "jsonl")  # archive.store.FORMATS, without loading it for --help
ENGINES = ("local", "dask")


def add_extract(command: Command, lang: str) -> None:
    """``vnplan extract SOURCE… -o OUT``."""

    def count(word: str) -> int:
        return positive(word, lang)

    extract = command("extract", extract_door)
    extract.add_argument("sources", metavar="SOURCE", nargs="+", help=say(lang, "help_sources"))
    extract.add_argument("-o", "--out", metavar="OUT", required=True, help=say(lang, "help_out"))
    about = say(lang, "help_kept_as", default=FORMATS[0])
    extract.add_argument("--format", choices=FORMATS, help=about)
    extract.add_argument("--workers", metavar="N", type=count, help=say(lang, "help_workers"))
    about = say(lang, "help_engine", default=ENGINES[0])
    extract.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help=about)
    extract.add_argument("--scheduler", metavar="ADDRESS", help=say(lang, "help_scheduler"))
    about = say(lang, "help_timeout", default=300)
    extract.add_argument("--timeout", metavar="SECONDS", type=count, default=300, help=about)
    extract.add_argument("--again", action="store_true", help=say(lang, "help_again"))
    about = say(lang, "help_trust_times")
    extract.add_argument("--trust-times", action="store_true", help=about)
    extract.add_argument("--prune", action="store_true", help=say(lang, "help_prune"))
    extract.add_argument("--quiet", action="store_true", help=say(lang, "help_quiet"))
    extract.add_argument("--log", metavar="FILE", help=say(lang, "help_log"))


def extract_door(args: argparse.Namespace, lang: str) -> int:
    """Read all files into an archive; 1 where some have no record."""
    from vnplan.archive.extract import Progress, Settings, extract
    from vnplan.report.extraction import as_page

    if args.engine == "dask" and args.scheduler is None:
        complain(say(lang, "scheduler_where"))
        return TROUBLE
    settings = Settings(
        encoding=args.encoding,
        ocr=args.ocr,
        pages=args.max_pages,
        timeout=float(args.timeout),
        again=args.again,
        trust_times=args.trust_times,
        prune=args.prune,
    )
    progress = Progress()
    with ExitStack() as stack:
        log = stack.enter_context(logging_to(args.log))
        log(f"extract {' '.join(args.sources)} -o {args.out}")
        stack.enter_context(shown(progress, log, lang, quiet=args.quiet))
        engine, workers = stack.enter_context(engine_of(args))
        try:
            result = extract(
                args.sources,
                args.out,
                format=args.format,
                workers=workers,
                engine=engine,
                settings=settings,
                progress=progress,
            )
        except BaseException as error:
            done = progress.report.done
            total = progress.total
            why = error.tell(lang) if isinstance(error, VnplanError) else repr(error)
            log(f"{why}: {say(lang, 'extract_goes_on', done=done, total=total)}")
            if progress.total and not args.quiet:
                complain(say(lang, "extract_goes_on", done=done, total=progress.total))
            raise
        for path in progress.gone.files if result.pruned else ():
            log(f"{path}: {say(lang, 'extract_dropped')}")
        log(" ".join(as_page(result, lang=lang, named=0).split()))
    if not args.quiet:
        write(as_page(result, lang=lang))
    return WITHOUT_RECORD if result.failures else DONE


@contextmanager
def engine_of(args: argparse.Namespace) -> Iterator[tuple[Executor | None, int | None]]:
    """The engine asked for, and how many shards it works on at once; None is this machine's."""
    if args.engine == "local":
        yield None, args.workers
        return
    from vnplan.archive.cluster import connect

    with connect(args.scheduler) as (engine, threads):
        yield engine, args.workers or threads


@contextmanager
def logging_to(path: str | None) -> Iterator[Callable[[str], None]]:
    """Writes lines with their time to a file, at its end, so that all runs stand in it."""
    if path is None:
        yield lambda line: None
        return
    try:
        stream = open(path, "a", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
    except OSError as error:
        found = error.strerror or str(error)
        raise UnreadableFile(path, "file_unwritable", found=found) from None
    with stream:

        def log(line: str) -> None:
            at = datetime.now(UTC).isoformat(timespec="seconds")
            stream.write(f"{at} {line}\n")
            stream.flush()

        yield log


@contextmanager
def shown(
    progress: Progress, log: Callable[[str], None], lang: str, *, quiet: bool
) -> Iterator[None]:
    """Logs each file without a record, and draws a bar where a person looks on."""
    logged = 0

    def log_failures() -> None:
        nonlocal logged
        for path, problem, details in progress.report.failures[logged:]:
            log(f"{path}: {say(lang, problem, **details)}")
            logged += 1

    if quiet or not sys.stderr.isatty():
        progress.tell = lambda _: log_failures()
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}"),
    )
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(say(lang, "extract_listing"), total=None, rate="", failed="")

        def tell(now: Progress) -> None:
            log_failures()
            report = now.report
            rate = (report.done - report.unchanged) / max(now.seconds, 1e-3)
            failed = len(report.failures)
            bar.update(
                task,
                description=say(lang, "extract_reading"),
                total=now.total,
                completed=report.done,
                rate=say(lang, "extract_rate", rate=f"{rate:.1f}"),
                failed=say(lang, "extract_failed", count=failed) if failed else "",
            )

        progress.tell = tell
        yield

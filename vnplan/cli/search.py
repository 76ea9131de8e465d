"""``vnplan index`` and ``vnplan search``: what an archive has on a question."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from vnplan.cli.terminal import columns, complain, in_colour, write
from vnplan.cli.values import Command, positive
from vnplan.errors import ArchiveError
from vnplan.language import say

FOUND, NOT_FOUND = 0, 1
ARCHIVE = "VNPLAN_ARCHIVE"  # the variable that says where the archive is
HERE = "."
# records.Level and PlanKind, without loading pydantic for --help and search
LEVELS = ("central", "ministry", "province", "department", "district", "commune", "unit")
KINDS = ("plan", "decision_with_plan", "article", "other")
# archive.fold.PARTS, without loading patterns for --help
PARTS = (
    *("obligation", "deadline", "award", "criterion", "phase", "citation"),
    *("number", "date", "title", "issuer", "signatory", "doubt"),
)
# 2024    2020..2024    2020..    ..2024
YEARS = re.compile(r"(?P<first>\d{4})?(?P<to>\.\.)?(?P<last>\d{4})?")


def add_archive_option(parser: argparse.ArgumentParser, lang: str) -> None:
    """Which archive is asked."""
    where = os.environ.get(ARCHIVE) or HERE
    about = say(lang, "help_archive", name=ARCHIVE)
    parser.add_argument("--archive", metavar="OUT", default=where, help=about)


# ---------------------------------------------------------------- index


def add_index(command: Command, lang: str) -> None:
    """``vnplan index OUT``."""
    index = command("index", index_door)
    index.add_argument("archive", metavar="OUT", help=say(lang, "help_index_archive"))
    index.add_argument("--to", metavar="FILE", type=Path, help=say(lang, "help_index_to"))


def index_door(args: argparse.Namespace, lang: str) -> int:
    """Write the index of an archive."""
    from vnplan.archive.index import NAME, build
    from vnplan.archive.store import Store
    from vnplan.report.survey import as_size
    from vnplan.report.text import printable

    store = Store(args.archive)
    with progress(say(lang, "index_progress")) as tell:
        try:
            made = build(store, args.to, tell=tell)
        except OSError as error:
            found = error.strerror or str(error)
            raise ArchiveError(args.archive, "archive_unwritable", found=found) from None
    told = {"plans": made.plans, "citations": made.citations, "size": as_size(made.size)}
    place = printable(os.fspath(args.to or os.path.join(args.archive, NAME)))
    write(say(lang, "index_written", name=place, **told) + "\n")
    if made.failed:
        write(say(lang, "index_failed", count=made.failed) + "\n")
    return FOUND


@contextmanager
def progress(words: str) -> Iterator[Callable[[int, int], None] | None]:
    """Hears how much is done, and draws it where a person watches; None where nobody does."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


# ---------------------------------------------------------------- search


def add_search(command: Command, lang: str) -> None:
    """``vnplan search WORDS``."""
    search = command("search", search_door)
    search.add_argument("words", nargs="*", metavar="WORDS", help=say(lang, "help_search_words"))
    add_archive_option(search, lang)

    def option(name: str, **how: object) -> None:
        about = say(lang, f"help_search_{name}", choices=", ".join(PARTS))
        search.add_argument(f"--{name}", help=about, **how)  # type: ignore[arg-type]

    option("cites", metavar="NUMBER", action="append", default=[])
    option("year", metavar="YEAR", type=lambda word: years(word, lang))
    option("issuer", metavar="NAME", default="")
    option("level", choices=LEVELS)
    option("kind", choices=KINDS)
    option("with", metavar="PART", dest="has", action="append", default=[], choices=PARTS)
    option("without", metavar="PART", dest="lacks", action="append", default=[], choices=PARTS)
    option("copies", action="store_true")
    option("limit", metavar="N", type=lambda word: positive(word, lang), default=20)
    option("count", action="store_true")
    about = say(lang, "help_format", default="table")
    search.add_argument("--format", choices=("table", "json"), default="table", help=about)


def search_door(args: argparse.Namespace, lang: str) -> int:
    """Print the plans that are found; 1 where none is."""
    from vnplan.archive.search import Question, count, is_old, open_index, search, unmarked

    question = Question(
        words=" ".join(args.words),
        cites=tuple(args.cites),
        years=args.year,
        issuer=args.issuer,
        level=args.level,
        kind=args.kind,
        has=tuple(args.has),
        lacks=tuple(args.lacks),
        copies=args.copies,
        limit=args.limit + 1,  # whether there are more
    )
    with closing(open_index(args.archive)) as db:
        if is_old(db):
            complain(f"{args.archive}: {say(lang, 'index_old')}")
        hits = [] if args.count else search(db, question)
        found = count(db, question) if args.count else len(hits)
        loose = None if found else unmarked(question)
        alike = 0 if loose is None else count(db, loose)
    if alike:
        complain(say(lang, "search_other_marks", count=alike))
    if args.count:
        write(f"{found}\n")
        return FOUND if found else NOT_FOUND
    rows = [hit._asdict() for hit in hits[: args.limit]]
    if args.format == "json":
        import json

        for row in rows:
            del row["marks"]
        write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    elif rows:
        from vnplan.report.search import as_page

        more = len(hits) > len(rows)
        write(as_page(rows, lang=lang, width=columns(), colour=in_colour(), more=more))
    elif not alike:
        complain(say(lang, "search_none"))
    return FOUND if rows else NOT_FOUND


def years(word: str, lang: str) -> tuple[int, int]:
    """The first and last year of ``2024``, ``2020..2024``, ``2020..`` or ``..2024``."""
    match = YEARS.fullmatch(word)
    if match is None or not (match["first"] or match["last"]):
        raise argparse.ArgumentTypeError(say(lang, "no_such_years", found=word))
    if match["to"] is None:
        if match["last"] is not None:  # 20202024
            raise argparse.ArgumentTypeError(say(lang, "no_such_years", found=word))
        return int(word), int(word)
    return int(match["first"] or 0), int(match["last"] or 9999)

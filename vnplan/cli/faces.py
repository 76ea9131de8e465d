"""Differences as files for other programs: which function makes which format, and where it goes."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from typing import NamedTuple

from vnplan.cli.terminal import write_file
from vnplan.language import say
from vnplan.written import replace_file


class Face(NamedTuple):
    """A function ``module:name`` that makes a file; ``many`` pairs in one, or only one."""

    function: str
    binary: bool = False
    many: bool = False

    def make(self, *made: object, lang: str) -> str | bytes:
        """The file's text, or its bytes."""
        module, _, name = self.function.partition(":")
        function: Callable[..., str | bytes] = getattr(import_module(module), name)
        return function(*made, lang=lang)


# --format of diff -> what makes it of a sequence of ``vnplan.report.compared.Compared``
DIFF_FACES: Mapping[str, Face] = {
    "html": Face("vnplan.report.html:as_html"),
    "xlsx": Face("vnplan.report.sheet:as_workbook", binary=True, many=True),
    "docx": Face("vnplan.report.word:as_report", binary=True),
    "cong-van": Face("vnplan.report.letter:as_letter", binary=True),
    "junit": Face("vnplan.report.junit:as_junit", many=True),
    "sarif": Face("vnplan.report.sarif:as_sarif", many=True),
}
# of matrix, made of a PlanMatrix; of all the pairs in it, as above, where ``many``
MATRIX_FACES: Mapping[str, Face] = {
    "xlsx": Face("vnplan.report.sheet:as_matrix_workbook", binary=True, many=True),
}
# of parse, made of a Plan
PLAN_FACES: Mapping[str, Face] = {"ics": Face("vnplan.report.calendar:as_calendar")}


def add_out(parser: argparse.ArgumentParser, faces: Mapping[str, Face], lang: str) -> None:
    """``-o FILE`` of a command that has faces."""
    about = say(lang, "help_report")
    parser.add_argument("-o", "--output", dest="report", metavar="FILE", help=about)
    parser.set_defaults(faces=faces)


# the ending of a report's name -> its format, where none is asked for
ENDINGS = {".html": "html", ".xlsx": "xlsx", ".docx": "docx", ".ics": "ics", ".sarif": "sarif"}
ENDINGS |= {".json": "json", ".csv": "csv", ".xml": "junit"}


def choose_format(args: argparse.Namespace) -> None:
    """Takes the format from the name of the report, else the first, where none is asked for."""
    formats = getattr(args, "formats", None)
    if formats and args.format is None:
        ending = os.path.splitext(getattr(args, "report", None) or "")[1].lower()
        named = ENDINGS.get(ending)
        args.format = named if named in formats else formats[0]


def check_out(parser: argparse.ArgumentParser, args: argparse.Namespace, lang: str) -> None:
    """A usage error where a face has nowhere to go, or would be of too many pairs."""
    face = getattr(args, "faces", {}).get(getattr(args, "format", None))
    report = getattr(args, "report", None)
    if report is not None and os.path.exists(report):
        named = (*getattr(args, "files", ()), getattr(args, "parent", ""))
        for name in (*named, *getattr(args, "children", ()), *further(args)):
            if os.path.exists(name) and os.path.samefile(name, report):
                parser.error(say(lang, "out_is_input", name=report))
    if face is None:
        return
    if face.binary and args.report is None and sys.stdout.isatty():
        parser.error(say(lang, "out_for_binary", format=args.format))
    things = len(getattr(args, "files", ())) or len(args.children) * (1 + len(further(args)))
    if not face.many and things > 1 and args.faces is not MATRIX_FACES:
        parser.error(say(lang, "one_pair_only", format=args.format))


def further(args: argparse.Namespace) -> Sequence[str]:
    """The parents beside the first."""
    found: Sequence[str] = getattr(args, "further_parents", ())
    return found


def show(face: Face, lang: str, *made: object) -> None:
    """Writes a face to standard output, which may be the file of ``-o``."""
    words = face.make(*made, lang=lang)
    if isinstance(words, str):
        write_file(words)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(words)


@contextmanager
def output_to(path: str | None) -> Iterator[None]:
    """Has what is printed written to a file, if no error comes between and there is any.

    Raises ``UnreadableFile`` where it cannot be written.
    """
    if path is None:
        yield
        return
    written = io.BytesIO()
    with redirect_stdout(
        io.TextIOWrapper(written, "utf-8", "backslashreplace", newline="")
    ) as page:
        yield
        page.flush()
    if made := written.getvalue():
        replace_file(path, made)

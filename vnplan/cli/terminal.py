"""What the commands print, and where."""

from __future__ import annotations

import os
import sys

from vnplan.language import say

WIDEST = 120  # longer lines are hard to read


def write(words: str) -> None:
    """Print to standard output as it is."""
    sys.stdout.write(words)


def write_file(words: str) -> None:
    """Print what is the text of a file, with the line ends that it has."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")
    write(words)


def write_sheet(words: str) -> None:
    """Print a sheet of CSV with the mark by which Excel knows UTF-8."""
    write_file("\ufeff" + words)


def complain(message: str, *, trace: bool = False) -> None:
    """One line on standard error, under the trace of the error at hand if asked for."""
    if trace:
        import traceback

        traceback.print_exc()
    print(f"vnplan: {message}", file=sys.stderr)


def told(error: Exception, lang: str) -> str:
    """An unexpected error on one line."""
    if isinstance(error, MemoryError):
        return say(lang, "out_of_memory")
    return " ".join(f"{type(error).__name__}: {error}".split())


def columns() -> int:
    """How wide our lines may be: the terminal's width, 80 where there is none."""
    import shutil

    return min(shutil.get_terminal_size().columns, WIDEST)


def in_colour() -> bool:
    """Whether a person at a terminal reads, who did not ask for no colour."""
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def forget_output() -> None:
    """Send what is still to be written nowhere, lest Python complain of it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)

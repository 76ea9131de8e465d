"""Words of the command line as values; what is none is told in the language asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from vnplan.language import say

Door = Callable[[argparse.Namespace, str], int]
Command = Callable[[str, Door], argparse.ArgumentParser]

# records.Status, without loading pydantic for --help
STATUSES = (
    "missing",
    "partial",
    "altered",
    "undetermined",
    "not_applicable",
    "covered",
    "added",
)
NEVER = "none"
# a child read too badly to tell is not known to miss nothing
FAIL_ON = ("missing", "partial", "altered", "undetermined")


def add_fail_on(parser: argparse.ArgumentParser, lang: str) -> None:
    """``--fail-on STATUS`` of a command that judges."""
    about = say(lang, "help_fail_on", default=",".join(FAIL_ON), choices=", ".join(STATUSES))
    parser.add_argument(
        "--fail-on",
        metavar="STATUS",
        action="append",
        help=about,
        type=lambda words: statuses(words, lang),
    )


def failing_of(args: argparse.Namespace) -> set[str]:
    """The statuses that make a command fail."""
    return set(FAIL_ON if args.fail_on is None else sum(args.fail_on, ()))


def statuses(words: str, lang: str) -> tuple[str, ...]:
    """The statuses named in ``missing,altered``; ``none`` is none of them."""
    named = words.replace(" ", "").rstrip(",").split(",")
    names = tuple(word for word in named if word != NEVER)
    for name in names:
        if name not in STATUSES:
            choices = ", ".join((*STATUSES, NEVER))
            raise argparse.ArgumentTypeError(
                say(lang, "no_such_status", found=name, choices=choices)
            )
    return names


def said(words: str, lang: str) -> str:
    """Words that are not blank."""
    if not words.strip():
        raise argparse.ArgumentTypeError(say(lang, "nothing_said"))
    return " ".join(words.split())


def as_day(words: str, lang: str) -> date:
    """The day written as ``2025-12-31``."""
    from vnplan.waivers import day_named

    day = day_named(words)
    if day is None:
        raise argparse.ArgumentTypeError(say(lang, "no_such_day", found=words))
    return day


def positive(word: str, lang: str) -> int:
    """A whole number above zero."""
    if not word.isdecimal() or int(word) == 0:
        raise argparse.ArgumentTypeError(say(lang, "no_such_count", found=word))
    return int(word)


def scored_field(word: str, lang: str) -> str:
    """The name of a field that has scores."""
    from vnplan.scores import FIELDS

    if word not in FIELDS:
        choices = ", ".join(FIELDS)
        raise argparse.ArgumentTypeError(say(lang, "no_such_field", found=word, choices=choices))
    return word

"""Writes docs/cli.md anew from the command's own arguments: ``python docs/make_cli.py``.

Every command needs an example here, which the tests hold against its arguments and run.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "cli.md"
WIDTH = 100

# command -> what the example does, the example; its files are those of the README and their like
EXAMPLES = {
    "parse": ("The record of a plan as tables", "vnplan parse tinh.txt --format table"),
    "outline": ("Which rule claimed each line", "vnplan outline tinh.txt --why"),
    "diff": (
        "Fail only where a duty is missing, and write the results for a CI server",
        "vnplan diff tinh.txt huyen.txt --fail-on missing --format junit -o vnplan.xml",
    ),
    "matrix": (
        "All plans of a folder as a sheet for Excel",
        "vnplan matrix tinh.txt plans --format csv -o matrix.csv",
    ),
    "chain": ("From the province down to the commune", "vnplan chain tinh.txt huyen.txt xa.txt"),
    "waive": (
        "Accept for good that a duty is missing",
        'vnplan waive tinh.txt huyen.txt d4 --by "Phạm Thị Thu" --why "huyện tổ chức năm 2025"',
    ),
    "explain": ("Why a duty has its status", "vnplan explain tinh.txt huyen.txt I.2"),
    "evaluate": (
        "What was missed, extra or different in one field",
        "vnplan evaluate gold --errors obligations",
    ),
    "survey": ("What lies in a folder, as JSON", "vnplan survey plans --format json"),
    "extract": (
        "Read a folder into an archive; the same command later reads only what changed",
        "vnplan extract plans -o archive --workers 2",
    ),
    "index": ("Make an archive searchable", "vnplan index archive"),
    "search": (
        "Plans on reading of one year that name a deadline",
        'vnplan search "văn hóa đọc" --archive archive --year 2024 --with deadline',
    ),
    "family": ("Who carries out a plan", "vnplan family 12/KH-UBND --archive archive"),
    "audit": (
        "How all plans of an archive carry out one of them",
        "vnplan audit archive --parent 12/KH-UBND",
    ),
    "schema": ("The JSON Schema of a difference", "vnplan schema diff"),
}
INTRODUCTION = """\
# The command

This page is made from the command itself (`python docs/make_cli.py`), and says what
`vnplan COMMAND --help` says. With `--lang vi`, or where the locale is Vietnamese, help and messages
are in Vietnamese. Options are written in full; `-` as the name of a file is standard input.
"""


def as_markdown() -> str:
    """The page."""
    return "\n".join(lines()) + "\n"


def lines() -> Iterator[str]:
    """The lines of the page: what all commands have in common, then each command."""
    top, made = commands()
    yield INTRODUCTION
    yield from usage(top)
    yield "| command | what it does |"
    yield "| --- | --- |"
    for name, parser in made.items():
        yield f"| [`{name}`](#vnplan-{name}) | {cell(parser.description)} |"
    yield f"\n{sentence(top.epilog)} [Of `diff`](../README.md#the-command) that means more.\n"
    yield "## Options of every command\n"
    every = [a for a in options(top) if all(has(parser, a.dest) for parser in made.values())]
    yield from table(every)
    everywhere = {action.dest for action in every}
    reading = shared(made, but=everywhere)
    some = ", ".join(f"`{name}`" for name, parser in made.items() if has(parser, reading[0].dest))
    yield f"## Options of the commands that read files\n\nOf {some}.\n"
    yield from table(reading)
    common = everywhere | {action.dest for action in reading}
    for name, parser in made.items():
        yield f"## vnplan {name}\n\n{sentence(parser.description)}\n"
        yield from usage(parser)
        yield from table([action for action in options(parser) if action.dest not in common])
        about, example = EXAMPLES[name]
        yield f"{about}:\n\n```sh\n{example}\n```\n"


def commands() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """The parser of the command line, and that of each command."""
    from vnplan.cli import arguments

    top = arguments("en")
    [group] = (a for a in top._actions if isinstance(a, argparse._SubParsersAction))
    return top, dict(group.choices)


def options(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """The arguments, then the options of a command, but ``--help`` and the command itself."""
    actions = [a for a in parser._actions if not isinstance(a, argparse._SubParsersAction)]
    actions.sort(key=lambda action: bool(action.option_strings))
    return [action for action in actions if action.dest != "help"]


def has(parser: argparse.ArgumentParser, dest: str) -> bool:
    """Whether a command has an argument."""
    return any(action.dest == dest for action in options(parser))


def shared(made: dict[str, argparse.ArgumentParser], *, but: set[str]) -> list[argparse.Action]:
    """The options that stand first in many commands: those of reading files."""
    from vnplan.cli import READING

    first, *others = (options(made[name]) for name in READING)
    dests = [{action.dest for action in other} for other in others]
    return [a for a in first if a.dest not in but and all(a.dest in other for other in dests)]


def usage(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The usage line in a block, broken as we like, whatever the terminal."""
    words = " ".join(parser.format_usage().split()).removeprefix("usage: ")
    indent = " " * (len(parser.prog) + 1)
    yield "```text"
    # a blank inside brackets is no place to break
    signs = zip(words, depths(words), strict=True)
    kept = "".join("\0" if sign == " " and depth else sign for sign, depth in signs)
    wrapper = textwrap.TextWrapper(
        WIDTH, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )
    yield from (line.replace("\0", " ") for line in wrapper.wrap(kept))
    yield "```\n"


def depths(words: str) -> Iterator[int]:
    """Of each sign how many brackets are open there."""
    depth = 0
    for sign in words:
        depth += {"[": 1, "]": -1}.get(sign, 0)
        yield depth


def table(actions: list[argparse.Action]) -> Iterator[str]:
    """What each argument means."""
    if actions:
        yield "| argument | what it means |"
        yield "| --- | --- |"
        for action in actions:
            yield f"| {cell(called(action))} | {cell(told(action))} |"
        yield ""


def called(action: argparse.Action) -> str:
    """An argument as it is written: ``-o FILE``, ``--output FILE``."""
    value = str(action.metavar or "")
    if not value and action.choices is not None:
        value = "{" + ",".join(map(str, action.choices)) + "}"
    if not value and action.nargs != 0:
        value = action.dest.upper()
    names = action.option_strings or [""]
    return ", ".join(f"`{f'{name} {value}'.strip()}`" for name in names)


def told(action: argparse.Action) -> str:
    """What help says of an argument."""
    return str(action.help or "") % {"default": action.default}


def cell(words: str | None) -> str:
    """Words in a cell of a table."""
    return (words or "").replace("|", "\\|")


def sentence(words: str | None) -> str:
    """Words of help as a sentence."""
    words = (words or "").rstrip(".")
    return f"{words[:1].upper()}{words[1:]}."


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(as_markdown(), encoding="utf-8")

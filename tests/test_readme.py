"""The examples of README.md, run.

A block ``text NAME`` is a file, ``console`` blocks are commands with what they print,
``python`` blocks run as they stand, all in one folder. When the output is meant to change:
``python tests/test_readme.py`` writes it anew.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT, clean_environment

README = ROOT / "README.md"
BLOCK = re.compile(r"^```(?P<kind>\w+) ?(?P<name>\S*)\n(?P<body>.*?)^```$", re.M | re.S)


class Block(NamedTuple):
    """A fenced block: ``kind`` and ``name`` follow the fence."""

    kind: str
    name: str
    body: str


def blocks(*kinds: str) -> list[Block]:
    page = README.read_text(encoding="utf-8")
    found = (Block(*match.group("kind", "name", "body")) for match in BLOCK.finditer(page))
    return [block for block in found if block.kind in kinds]


def write_files(folder: Path) -> None:
    for block in blocks("text"):
        if block.name:
            (folder / block.name).write_text(block.body, encoding="utf-8")


def printed(command: str, folder: Path) -> str:
    """What a command of the README prints, run by this Python in a terminal of 80 columns."""
    name, *args = shlex.split(command)
    assert name == "vnplan", command
    done = subprocess.run(
        [sys.executable, "-m", "vnplan", *args],
        env=clean_environment(),
        cwd=folder,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == b"", done.stderr.decode()
    return done.stdout.decode()


def commands(body: str) -> Iterator[str]:
    return (line.removeprefix("$ ") for line in body.splitlines() if line.startswith("$ "))


def played(body: str, folder: Path) -> str:
    """A console block with what its commands print now."""
    return "".join(
        f"$ {command}\n{printed(command, folder).rstrip()}\n" for command in commands(body)
    )


def test_the_readme_has_the_examples_that_it_promises() -> None:
    assert [block.name for block in blocks("text")] == ["tinh.txt", "huyen.txt"]
    assert len(blocks("console")) >= 2
    assert len(blocks("python")) >= 1
    first_screen = README.read_text(encoding="utf-8").partition("## ")[0]
    for part in ("vnplan diff", "make demo", "make test"):
        assert part in first_screen


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.body.split("\n")[0])
def test_commands_print_what_the_readme_shows(block: Block, tmp_path: Path) -> None:
    write_files(tmp_path)
    assert block.body == played(block.body, tmp_path)


@pytest.mark.parametrize("block", blocks("python"))
def test_programs_of_the_readme_run(
    block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    exec(compile(block.body, "README.md", "exec"), {})


def test_links_lead_somewhere() -> None:
    for page in (*ROOT.glob("*.md"), *ROOT.glob("*/*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_make_targets_are_there() -> None:
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    for page in (README, ROOT / "CONTRIBUTING.md"):
        for target in re.findall(r"(?<=`make )\w+", page.read_text(encoding="utf-8")):
            assert re.search(rf"^{target}:", rules, re.M), target


def write_anew() -> None:
    """Put what the commands print now into README.md."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder)

        def show(match: re.Match[str]) -> str:
            if match["kind"] != "console":
                return match[0]
            return f"```console\n{played(match['body'], folder)}```"

        page = BLOCK.sub(show, README.read_text(encoding="utf-8"))
    README.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write_anew()

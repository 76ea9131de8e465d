"""The pages of docs/: their commands are ones that there are, and those for officers run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from conftest import ROOT, Command
from test_readme import BLOCK, write_files

from vnplan.cli import arguments

# cli.md is made from the commands themselves (test_cli_docs)
PAGES = sorted(page for page in (ROOT / "docs").glob("*.md") if page.name != "cli.md")
SAME_AS_THERE = {"ke-hoach-tinh.txt": "tinh.txt", "ke-hoach-huyen.txt": "huyen.txt"}


def commands(page: Path) -> list[str]:
    """The command lines of ours in the shell examples of a page, without their comments."""
    shell = (match["body"] for match in BLOCK.finditer(page.read_text(encoding="utf-8")))
    lines = (line for body in shell for line in body.replace("\\\n", " ").splitlines())
    words = (re.sub(r"\s+[#>].*", "", line).rpartition(" | ")[2] for line in lines)
    return [line for line in words if line.startswith("vnplan ")]


def all_commands() -> list[tuple[str, str]]:
    return [(page.name, line) for page in PAGES for line in commands(page)]


def test_the_pages_have_commands() -> None:
    assert len(all_commands()) > 20


@pytest.mark.parametrize(("page", "line"), all_commands())
def test_commands_of_the_pages_are_ones_that_there_are(page: str, line: str) -> None:
    arguments("en").parse_args(shlex.split(line)[1:])  # exits where a word is none


def test_the_guide_for_officers_runs(vnplan: Command, tmp_path: Path) -> None:
    write_files(tmp_path)
    for name, same in SAME_AS_THERE.items():
        (tmp_path / name).write_text((tmp_path / same).read_text("utf-8"), "utf-8")
    (tmp_path / "ke-hoach-xa.txt").write_text((tmp_path / "huyen.txt").read_text("utf-8"), "utf-8")
    for folder in ("thu-muc-cac-huyen", "kho-tep"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "huyen.txt").write_bytes((tmp_path / "huyen.txt").read_bytes())
    for line in commands(ROOT / "docs" / "can-bo.md"):
        done = vnplan(*shlex.split(line)[1:])
        assert done.returncode in (0, 1) and done.stderr == b"", (line, done.stderr.decode())

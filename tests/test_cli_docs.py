"""docs/cli.md says what ``--help`` says, and its examples run."""

from __future__ import annotations

import argparse
import importlib
import json
import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest
from conftest import ROOT
from shelved import archived
from test_readme import write_files

from vnplan import cli

PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
PARTS = dict(re.findall(r"^## vnplan (\S+)\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S))
COMMON = "".join(re.findall(r"^## Options of .*?(?=^## vnplan)", PAGE, re.M | re.S))


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    return importlib.import_module("make_cli")


def helped(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What ``--help`` prints, on one line."""
    assert cli.main([command, "--help", "--lang", "en"]) == 0
    return " ".join(capsys.readouterr().out.split())


def example_of(command: str) -> list[str]:
    [example] = re.findall(r"^```sh\n(.*)\n```$", PARTS[command], re.M)
    name, *args = shlex.split(example)
    assert (name, args[0]) == ("vnplan", command)
    return args


def test_the_page_is_made_from_the_command_as_it_is(maker: ModuleType) -> None:
    """When the command changes: ``python docs/make_cli.py``."""
    assert maker.as_markdown() == PAGE


def test_the_page_has_all_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help", "--lang", "en"]) == 0
    listed = re.findall(r"^    (\w+)  ", capsys.readouterr().out, re.M)
    assert list(PARTS) == listed


@pytest.mark.parametrize("command", PARTS)
def test_a_command_has_all_that_its_help_has(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")  # help breaks long options at hyphens
    page = helped(command, capsys)
    [usage] = re.findall(r"^```text\n(.*?)^```$", PARTS[command], re.M | re.S)
    assert page.startswith(f"usage: {' '.join(usage.split())} ")
    rows = re.findall(r"^\| (`.*`) \| (.+) \|$", PARTS[command] + COMMON, re.M)
    documented = " ".join(names for names, _ in rows)
    for option in set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", usage)) - {"-h"}:
        assert re.search(rf"`{option}[ `]", documented), option
    for _, told in re.findall(r"^\| (`.*`) \| (.+) \|$", PARTS[command], re.M):
        assert told in page


@pytest.mark.parametrize("command", PARTS)
def test_an_example_is_understood(command: str) -> None:
    parsed: argparse.Namespace = cli.arguments("en").parse_args(example_of(command))
    assert callable(parsed.door)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files that the examples name, and an archive of two of them."""
    write_files(tmp_path)
    parent, child = ((tmp_path / name).read_text("utf-8") for name in ("tinh.txt", "huyen.txt"))
    (tmp_path / "plans").mkdir()
    for name in ("xa.txt", "plans/1.txt"):
        (tmp_path / name).write_text(child, encoding="utf-8")
    archived({"tinh.txt": parent, "huyen.txt": child}, tmp_path / "archive")
    gold = tmp_path / "gold" / "1"
    gold.mkdir(parents=True)
    (gold / "text.txt").write_text(child, encoding="utf-8")
    (gold / "gold.json").write_text(json.dumps({"kind": "plan"}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", PARTS)
def test_an_example_runs(command: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = example_of(command)
    code = cli.main([*args, "--lang", "en"])
    told = capsys.readouterr()
    assert (code in (0, 1), told.err) == (True, "")
    written = [folder / args[args.index("-o") + 1]] if "-o" in args else []
    assert told.out or all(path.stat().st_size for path in written)

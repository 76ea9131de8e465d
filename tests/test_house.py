"""The rules of the house that a program can check: who imports whom, words apart from rules."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "vnplan"
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the ground up: a room imports from the floors below it and from itself, never sideways.
FLOORS = (
    {"folder", "kept", "lexicon", "records"},
    {"language", "pairing", "scores", "views"},
    {"broken", "closings", "errors", "fingerprint", "gazetteer", "patterns", "trained"},
    {"grid", "markers", "readers", "roles", "silent", "written"},
    {"flat", "inline"},
    {"gold", "layout", "text"},
    {"outline", "since", "waivers"},
    {"extract"},
    {"confidence"},
    {"evaluate", "plan"},
    {"compare", "report", "survey"},
    {"archive"},
    {"__init__"},  # the library's doors
    {"cli", "features", "frames", "spacy"},
    {"__main__"},
)
# These read records, not documents: what they say holds for a record from anywhere.
RECORDS_ONLY = {
    "compare": {
        "closings",
        "fingerprint",
        "gazetteer",
        "lexicon",
        "records",
        "views",
        "patterns",
        "trained",
    },
    "evaluate": {"records", "pairing", "scores"},
    "report": {"closings", "lexicon", "records", "language", "scores"},
}
HEAVY = {"numpy", "scipy", "sklearn", "spacy", "underthesea", "rich", "pandas", "yaml"}
HEAVY |= {"dask", "distributed", "fsspec", "pyarrow", "sqlite3"}
HEAVY |= {"jinja2", "markupsafe"}
HEAVY |= {"docx", "icalendar", "xlsxwriter"}
# what subclasses a guest's classes is loaded by those alone who ask for it by name
DOORS = {"vnplan/features.py": {"sklearn", "numpy"}, "vnplan/spacy.py": {"spacy"}}
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def room_of(module: str) -> str:
    """``vnplan.extract.dates`` stands in ``extract``, ``vnplan`` itself is ``__init__``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports(tree: ast.AST) -> Iterator[str]:
    """Modules imported anywhere in a tree, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that they can be read and checked"
            yield node.module or ""


def at_import_time(tree: ast.Module) -> Iterator[str]:
    """Modules imported as soon as the module is, those for type checkers aside."""
    for node in tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from imports(node)


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """String literals that are no docstrings."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node


def vietnamese(words: str) -> bool:
    """Whether a literal has letters beyond ASCII; ``[a-zđ]`` is an alphabet and no word."""
    outside = re.sub(r"\[[^\[\]]*\]", "", words)
    return any(c.isalpha() and not c.isascii() for c in outside)


def undocumented(tree: ast.Module) -> Iterator[str]:
    """Public classes, functions and methods without a docstring."""
    scopes: list[ast.Module | ast.ClassDef] = [tree]
    while scopes:
        for node in scopes.pop().body:
            if not isinstance(node, (ast.ClassDef, ast.FunctionDef)) or node.name[0] == "_":
                continue
            if ast.get_docstring(node) is None:
                yield node.name
            if isinstance(node, ast.ClassDef):
                scopes.append(node)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    floor_of = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert room in floor_of, f"{room} has no floor yet: give it one in FLOORS"
    for module in imports(tree_of(path)):
        if module.partition(".")[0] == "vnplan":
            other = room_of(module)
            assert other == room or floor_of[other] < floor_of[room], f"{room} imports {module}"
            if room in RECORDS_ONLY:
                assert other in RECORDS_ONLY[room] | {room}, f"{room} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_guests_wait_until_they_are_needed(path: Path) -> None:
    loaded = {module.partition(".")[0] for module in at_import_time(tree_of(path))}
    assert not loaded & HEAVY - DOORS.get(name_of(path), set())


@pytest.mark.parametrize(
    "path", [path for path in MODULES if "lexicon" not in path.parts], ids=name_of
)
def test_vietnamese_words_live_in_the_lexicon(path: Path) -> None:
    for node in literals(tree_of(path)):
        assert not vietnamese(node.value), f"line {node.lineno}: {node.value!r}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_names_are_documented(path: Path) -> None:
    tree = tree_of(path)
    assert ast.get_docstring(tree), "a module says what it gives"
    assert not list(undocumented(tree))


def test_names_of_files_say_something() -> None:
    assert not {path.stem for path in MODULES} & SAYS_NOTHING


def test_no_link_is_committed() -> None:
    """A link to somebody's ``.venv`` takes the place of everybody's when they pull."""
    told = subprocess.run(["git", "ls-files", "-s"], cwd=ROOT, capture_output=True, check=False)
    if told.returncode:
        pytest.skip("no checkout of git")
    links = [line for line in told.stdout.decode().splitlines() if line.startswith("120000")]
    assert not links


def test_these_checks_see_what_they_look_for() -> None:
    tree = ast.parse('import numpy\n"""chữ"""\nX = f"{1} chữ"\ndef f(): import vnplan.cli\n')
    assert list(at_import_time(tree)) == ["numpy"]
    assert "vnplan.cli" in list(imports(tree))
    assert [node.value for node in literals(tree)] == [" chữ"]
    assert vietnamese("chữ") and vietnamese("(?:ở|đ)") and not vietnamese("[a-zđ]+")
    assert list(undocumented(tree)) == ["f"]

"""Every message is said somewhere, and whatever is said has its message."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from conftest import ROOT

from vnplan.lexicon.messages import ENGLISH

PACKAGE = ROOT / "vnplan"
TABLE = PACKAGE / "lexicon" / "messages.py"
SOURCES = [path for path in sorted(PACKAGE.rglob("*.py")) if path != TABLE]
# function or error -> at which place among its arguments the key of a message stands
TELLING = {"say": 1, "UnreadableFile": 1, "ArchiveError": 1, "wrong": 2, "Trouble": 0}
# a template of the page of a difference -> what it says
ON_PAGE = re.compile(r"""\b(?:say\(|words\[)["'](?P<key>\w+)["'](?P<more>\s*~)?""")


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in SOURCES:
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def page() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.html"))


def name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def said(tree: ast.AST) -> Iterator[tuple[int, re.Pattern[str]]]:
    """The keys that calls name, each with its line; ``role_.+`` of an f-string."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or name_of(node.func) not in TELLING:
            continue
        place = TELLING[name_of(node.func)]
        if name_of(node.func) == "say" and isinstance(node.func, ast.Attribute):
            place = 0  # of a page that knows its language
        for given in node.args[place : place + 1]:
            for key in keys_in(given):
                yield node.lineno, re.compile(key)


def keys_in(given: ast.expr) -> Iterator[str]:
    """The keys that an argument may be, as patterns; what only a run can tell is left out."""
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield re.escape(given.value)
    elif isinstance(given, ast.IfExp):
        yield from keys_in(given.body)
        yield from keys_in(given.orelse)
    elif isinstance(given, ast.JoinedStr):
        yield pattern_of(given)


def pattern_of(given: ast.JoinedStr) -> str:
    parts = (part.value if isinstance(part, ast.Constant) else None for part in given.values)
    return "".join(".+" if part is None else re.escape(str(part)) for part in parts)


def words_of(tree: ast.AST) -> Iterator[str]:
    """The strings and the names of a module; neither docstrings nor comments."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id  # a field of a record


def heads_of(tree: ast.AST) -> Iterator[str]:
    """What f-strings begin with that may be keys: ``role_`` of ``f"role_{role}"``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and len(node.values) == 2:
            first, last = node.values
            if isinstance(first, ast.Constant) and isinstance(last, ast.FormattedValue):
                yield str(first.value)


def unused(keys: set[str], modules: list[ast.Module], template: str) -> set[str]:
    """The keys that no string is, nor the end of one that an f-string begins."""
    words = {word for tree in modules for word in words_of(tree)}
    words |= {match["key"] for match in ON_PAGE.finditer(template) if not match["more"]}
    heads = {head for tree in modules for head in heads_of(tree) if head.endswith("_")}
    heads |= {match["key"] for match in ON_PAGE.finditer(template) if match["more"]}
    made = {head + word for head in heads for word in words}
    return keys - words - made


def missing(keys: set[str], modules: list[tuple[str, ast.Module]], template: str) -> list[str]:
    """Where a key is said that has no message."""
    found = [
        f"{name}:{line}: {key.pattern}"
        for name, tree in modules
        for line, key in said(tree)
        if not any(map(key.fullmatch, keys))
    ]
    for match in ON_PAGE.finditer(template):
        key = re.compile(match["key"] + (".+" if match["more"] else ""))
        found += [] if any(map(key.fullmatch, keys)) else [f"the page: {key.pattern}"]
    return found


def test_every_message_is_said_somewhere() -> None:
    assert unused(set(ENGLISH), [tree for _, tree in trees()], page()) == set()


def test_whatever_is_said_has_its_message() -> None:
    assert missing(set(ENGLISH), list(trees()), page()) == []


def test_no_message_stands_twice_in_its_table() -> None:
    for node in ast.walk(ast.parse(TABLE.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            assert len(keys) == len(set(keys))


def test_these_checks_see_what_they_look_for() -> None:
    source = 'say(lang, "a" if x else "b"); page.say("c"); say(lang, f"role_{x}"); y = "d"\n"""e"""'
    tree = ast.parse(source)
    keys = {"a", "c", "d", "e", "role_d", "role_z", "of_d"}
    template = '{{ words["f"] }} {{ say("a", n=1) }} {{ words["of_" ~ x] }} {{ say("g_" ~ y) }}'
    told = ["m.py:1: b", "the page: f", "the page: g_.+"]
    assert missing(keys, [("m.py", tree)], template) == told
    assert missing({"a", "c"}, [("m.py", tree)], "") == ["m.py:1: b", "m.py:1: role_.+"]
    assert unused(keys, [tree], template) == {"e", "role_z"}

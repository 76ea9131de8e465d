"""Patterns: word lists as trees, and words that are found before the edge before them."""

from __future__ import annotations

import re

import pytest

from vnplan.patterns import any_of, pattern, with_late_edge

WORDS = any_of(("của", "theo", "cho đến", "cho"))
MOVED = [
    rf"\b{WORDS}\b",
    rf"(?<!\w){WORDS}(?!\w)",
    rf"\b{any_of(('của',))}\s",
    rf"(?<!\w){WORDS}[ ]{{1,9}}\Z",
]
KEPT = [
    rf"{WORDS}\b",  # no edge
    rf"\b{WORDS}|[;:]",  # the edge is that of one alternative only
    rf"\b(?:{WORDS}\s)?\d",  # what follows the edge need not be a letter
    r"\b(?:\d|cho)",
    r"\b(?P<word>cho)",
]
TEXT = "theo lời của bà, chocho đến cho đến khi; _của theo7 nhác của\nthờicho  cho"


@pytest.mark.parametrize("source", MOVED)
def test_the_edge_moves_behind_the_first_letters(source: str) -> None:
    assert with_late_edge(source) != source
    assert not with_late_edge(source).startswith((r"\b", "(?<!"))


@pytest.mark.parametrize("source", KEPT)
def test_other_patterns_stay_as_they_are(source: str) -> None:
    assert with_late_edge(source) == source


@pytest.mark.parametrize("source", [*MOVED, *KEPT])
def test_the_same_is_found(source: str) -> None:
    plain = re.compile(source)
    for start in range(len(TEXT)):
        for stop in (start + 3, start + 12, len(TEXT)):
            spans = [match.span() for match in pattern(source).finditer(TEXT, start, stop)]
            assert spans == [match.span() for match in plain.finditer(TEXT, start, stop)]


TREES = [
    (["b c", "b a"], r"(?:b\s+[ac])"),
    (["báo cáo", "Báo  cáo"], r"(?:báo\s+cáo)"),
    (["a", "ab", "abc"], "(?:a(?:b(?:c)?)?)"),
    (["x.", "y-"], r"(?:x\.|y\-)"),
    (["", "a"], "(?:a)?"),
    ([], ""),
]


@pytest.mark.parametrize(("words", "tree"), TREES)
def test_a_list_of_words_is_a_tree(words: list[str], tree: str) -> None:
    assert any_of(words) == tree
    assert all(re.fullmatch(tree, " ".join(word.lower().split())) for word in words)


def test_letters_by_case() -> None:
    assert pattern(r"\p{Lu}[\p{Ll}-]+").findall("Đi về Hà-nội, 3 ƯA") == ["Đi", "Hà-nội"]

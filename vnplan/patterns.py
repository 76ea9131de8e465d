"""Patterns: word lists as prefix trees, and letters by case, for the standard ``re``.

A list of 300 verbs as a tree is found 30 times as fast as the same list as alternatives,
and compiles in a third of the time; ``re`` lacks letter classes, so ``\\p{Lu}``,
``\\p{Ll}`` and ``\\p{L}`` are written out for the letters that Vietnamese texts are
written with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, cast

from vnplan.kept import compiled, tree
from vnplan.lexicon.letters import LETTERS, LOWER, UPPER
from vnplan.views import folded, lowered


def any_of(words: Iterable[str], *, bare: bool = False) -> str:
    """A pattern for one of the words, the longest that fits, any white space inside.

    For searching ``Page.low``, or ``Page.bare`` if ``bare``.
    """
    # sorted, for the order of a set is another at every start
    return tree("\0".join(sorted(words)), bare, tree_of_words)


def tree_of_words(joined: str, bare: int) -> str:
    """The pattern of words that are parted by zeros."""
    low = folded(joined) if bare else lowered(joined)
    return tree_of(sorted({" ".join(word.split()) for word in low.split("\0")}), 0)


def tree_of(words: Sequence[str], at: int) -> str:
    """The pattern of the prefix tree of sorted words that are alike before ``at``.

    At the top each letter is a branch of its own: ``re`` knows then with which letters a match
    may begin, and looks at no others.
    """
    optional = len(words[0]) == at
    first, count = int(optional), len(words)
    branches: list[str] = []
    letters: list[str] = []
    while first < count:
        word = words[first]
        last = first + 1
        while last < count and words[last][at] == word[at]:
            last += 1
        if last - first > 1:
            shared = at + 1
            while word[shared : shared + 1] == words[last - 1][shared : shared + 1] != "":
                shared += 1
            branches.append(literal(word[at:shared]) + tree_of(words[first:last], shared))
        elif at == 0 or len(word) > at + 1 or word[at] == " ":
            branches.append(literal(word[at:]))
        else:
            letters.append(re.escape(word[at]))
        first = last
    if letters:
        branches.append(letters[0] if len(letters) == 1 else f"[{''.join(letters)}]")
    if not branches:
        return ""
    pattern = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if optional:
        return f"(?:{pattern})?"
    return f"(?:{pattern})" if at == 0 and len(branches) == 1 else pattern


def literal(words: str) -> str:
    """A pattern for the words as they stand, any white space between them."""
    if words.isalpha():
        return words
    return r"\s+".join([re.escape(word) for word in words.split(" ")])


LETTER_CLASSES = {r"\p{Lu}": UPPER, r"\p{Ll}": LOWER, r"\p{L}": LETTERS}
LETTER_CLASS = re.compile(r"\\p\{L[ul]?\}|\\.|\[\^?|\]")


def with_letters(source: str) -> str:
    """A pattern with ``\\p{Lu}`` and its kin written out, inside and outside brackets."""
    inside = False

    def replace(match: re.Match[str]) -> str:
        nonlocal inside
        token = match.group()
        if token in LETTER_CLASSES:
            letters = LETTER_CLASSES[token]
            return letters if inside else f"[{letters}]"
        if token[0] == "[" and not inside:
            inside = True
        elif token == "]":
            inside = False
        return token

    return LETTER_CLASS.sub(replace, source)


# a search that begins with an assertion is tried at every sign, one that begins with letters
# at these alone
EDGE_AND_WORDS = re.compile(r"\s*(?:\\b|\(\?<!\\w\))\s*(?P<words>\(\?:)")
LITERAL = re.compile(r"[^\W_]+(?![?*+{])")
BRANCHING = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")


def with_late_edge(source: str) -> str:
    """A pattern of a word's edge and a list of words, with the edge behind what each begins with.

    ``\\b(?:của|th(?:eo|ì))`` is ``(?:của(?<!\\wcủa)|th(?<!\\wth)(?:eo|ì))``, which is searched for
    many times as fast; any other pattern stays as it is.
    """
    lead = EDGE_AND_WORDS.match(source)
    if lead is None:
        return source
    starts, depth = [lead.end("words")], 0
    for token in BRANCHING.finditer(source, lead.end("words")):
        sign = token.group()
        if sign == ")" and depth == 0:
            break
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            starts.append(token.end())
    else:
        return source
    ends = [*(start - 1 for start in starts[1:]), token.start()]
    branches: list[str] = []
    for start, end in zip(starts, ends, strict=True):
        first = LITERAL.match(source, start, end)
        if first is None:
            return source
        branches.append(f"{first[0]}(?<!\\w{first[0]}){source[first.end() : end]}")
    if has_branches(source, token.end()):
        return source
    return f"(?:{'|'.join(branches)}{source[token.start() :]}"


def has_branches(source: str, start: int) -> bool:
    """Whether a pattern has alternatives outside all parentheses and brackets."""
    depth = 0
    for match in BRANCHING.finditer(source, start):
        token = match.group()
        depth += (token == "(") - (token == ")")
        if token == "|" and depth == 0:
            return True
    return False


def as_re_has_it(source: str) -> str:
    """The pattern that ``re`` compiles."""
    return with_letters(with_late_edge(source))


class Pattern:
    """A pattern that is compiled when it is first used."""

    def __init__(self, source: str, flags: int) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        made = compiled(self.source, self.flags, as_re_has_it)
        for method in ("match", "fullmatch", "search", "finditer", "findall", "sub"):
            self.__dict__[method] = getattr(made, method)
        return getattr(made, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern of ``re`` that may use ``\\p{L}``, ``\\p{Lu}`` and ``\\p{Ll}``."""
    return cast("re.Pattern[str]", Pattern(source, flags))

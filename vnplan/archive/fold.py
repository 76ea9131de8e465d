"""Words as the index has them: without case, tone marks and diacritics, one letter for one.

What the index says of a plan beside its text (its year, whom it cites …) are words too, each
behind a mark of Unicode's private use, which no text that is indexed has. So one search of
SQLite's FTS5 answers a question as a whole, and walks the longest lists of plans by leaps.
"""

from __future__ import annotations

import re

from vnplan.views import lowered, number_key, plain_signs, without_diacritics

# what no text may bring: NUL, halves of letters that UTF-8 cannot write, and our own marks
FORBIDDEN = re.compile("[\0\ud800-\udfff\ue000-\uf8ff]")
WORD = re.compile(r"[^\W_]+")  # as FTS5's tokenizer unicode61 parts them

ANY = "\ue000"  # every plan has it
CITES = "\ue001"  # the number of a document that it cites
NUMBER = "\ue002"  # its own
HEAD = "\ue003"  # a word of its number, title or issuer
ISSUER = "\ue004"  # a word of its issuer
LEVEL = "\ue005"
KIND = "\ue006"
WITH = "\ue007"  # what it has
WITHOUT = "\ue008"  # what it lacks
SLASH = "\ue009"  # that of a number: 1315/QĐ-TTg is one word

# what a question may ask a plan to have or to lack
PARTS = (
    "obligation",
    "deadline",
    "award",
    "criterion",
    "phase",
    "citation",
    "number",
    "date",
    "title",
    "issuer",
    "signatory",
    "doubt",
)


def low(text: str) -> str:
    """Lower case with its tone marks, length kept."""
    if FORBIDDEN.search(text) is not None:
        text = FORBIDDEN.sub(" ", text)
    return lowered(plain_signs(text))


def fold(text: str) -> str:
    """The same without tone marks and diacritics: what is searched for what, length kept."""
    return without_diacritics(low(text))


def marked(words: str) -> set[str]:
    """Those of words in lower case that have letters beyond ASCII."""
    return {word for word in WORD.findall(words) if not word.isascii()}


def tag(mark: str, value: str) -> str:
    """What is said of a plan as one word: ``CITES`` and ``1315/qdttg``."""
    return mark + "".join(SLASH if c == "/" else c for c in fold(value) if c.isalnum() or c == "/")


def number_tag(mark: str, number: str) -> str:
    """A document's number as one word, alike however it is typed."""
    return tag(mark, number_key(number))


def tagged(mark: str, words: str) -> str:
    """Words that stand in one place of a plan: its head, its issuer's name."""
    return " ".join(mark + word for word in WORD.findall(fold(words)))

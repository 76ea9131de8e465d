"""Forms of a text that keep its length: signs, case, tone marks and diacritics made alike."""

from __future__ import annotations

import re
import unicodedata

from vnplan.lexicon.letters import BASE_LETTERS, OLD_TONES, SAME_SIGNS

SIGNS = frozenset(map(chr, SAME_SIGNS))
CONTROLS = frozenset(sign for sign in SIGNS if sign.isascii())
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(words: str) -> str:
    """The words with white space collapsed."""
    if "\n" in words or "  " in words or not words.isprintable():
        return " ".join(words.split())
    return words.strip()


def normalize(text: str) -> str:
    """NFC, line ends ``\\n``, otherwise untouched; lone surrogates become U+FFFD."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text)
    return LONE_SURROGATE.sub("\ufffd", text)


def plain_signs(text: str) -> str:
    """One sign for each family of dashes, quotes, spaces and look-alike letters."""
    if text.isascii() and not CONTROLS.intersection(text):
        return text
    for sign in set(text).intersection(SIGNS):  # few occur: quicker than a translation
        text = text.replace(sign, SAME_SIGNS[ord(sign)])
    return text


def lowered(text: str) -> str:
    """Lower case with tone marks in the new style (``hoà`` is ``hòa``), length kept."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for old, new in OLD_TONES:
        low = low.replace(old, new)
    return low


def folded(text: str) -> str:
    """Lower case without any diacritics (``Đối tượng`` is ``doi tuong``), length kept."""
    return lowered(text).translate(BASE_LETTERS)

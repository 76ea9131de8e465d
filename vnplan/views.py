"""Forms of a text that keep its length: signs, case, tone marks and diacritics made alike.

The last, ``number_key``, keeps no length: it is what a number is known by.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from vnplan.lexicon.letters import ALPHABET, BASE_LETTERS, I_FOR_Y, OLD_TONES, SAME_SIGNS

SIGN = re.compile(f"[{re.escape(''.join(map(chr, SAME_SIGNS)))}]")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
NEW_TONES = dict(OLD_TONES)
OLD_TONE = re.compile("|".join(NEW_TONES))
# a code page of the letters that nearly all texts are written with, and what it is read as
PLAIN = "".join(map(chr, range(128)))
AS_BYTES = codecs.charmap_build((PLAIN + ALPHABET).ljust(256, "\ufffe"))
AS_BASES = PLAIN + ALPHABET.translate(BASE_LETTERS)
BEYOND = re.compile(f"([^\\x00-\\x7f{ALPHABET}]+)")


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
    try:  # four times as fast as a search, and nearly no text has one
        text.encode()
    except UnicodeEncodeError:
        return LONE_SURROGATE.sub("\ufffd", text)
    return text


def plain_signs(text: str) -> str:
    """One sign for each family of dashes, quotes, spaces and look-alike letters."""
    for sign in set(SIGN.findall(text)):  # few occur: quicker than a translation
        text = text.replace(sign, SAME_SIGNS[ord(sign)])
    return text


def lowered(text: str) -> str:
    """Lower case with tone marks in the new style (``hoà`` is ``hòa``), length kept."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if OLD_TONE.search(low) is not None:
        for old in set(OLD_TONE.findall(low)):
            low = low.replace(old, NEW_TONES[old])
    return low


def spelled(text: str) -> str:
    """The same with ``y`` behind ``qu``, where many write ``i``: as the lexicon spells it."""
    low = lowered(text)
    for written, meant in I_FOR_Y:
        low = low.replace(written, meant)
    return low


def without_diacritics(low: str) -> str:
    """Lower-case letters without diacritics, length kept."""
    if low.isascii():
        return low
    try:  # 15 times as fast as a translation
        return bases(low)
    except UnicodeEncodeError:
        pieces = BEYOND.split(low)  # what is in the alphabet and what is not, by turns
        pieces[::2] = map(bases, pieces[::2])
        pieces[1::2] = (piece.translate(BASE_LETTERS) for piece in pieces[1::2])
        return "".join(pieces)


def bases(low: str) -> str:
    """The same for letters of the code page; UnicodeEncodeError for others."""
    return codecs.charmap_decode(
        codecs.charmap_encode(low, "strict", AS_BYTES)[0], "strict", AS_BASES
    )[0]


def folded(text: str) -> str:
    """Lower case without any diacritics (``Đối tượng`` is ``doi tuong``), length kept."""
    return without_diacritics(lowered(text))


def number_key(number: str | None) -> str:
    """A number without blanks, marks and leading zeros: ``04/KH- UBND`` is ``4/khubnd``."""
    serial, slash, symbol = folded(plain_signs(number or "")).replace(" ", "").partition("/")
    return serial.lstrip("0") + slash + "".join(filter(str.isalnum, symbol))

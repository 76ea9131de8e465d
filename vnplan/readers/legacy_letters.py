"""Characters that are really bytes of an old character set, as the letters they stand for.

A byte is shown as the character that Latin-1 has for it: TCVN3's ``KÕ ho¹ch`` is ``Kế hoạch``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

from vnplan.broken import is_syllable
from vnplan.lexicon.charsets import (
    CAPITAL_DE,
    SMALL_DE,
    TCVN3,
    TCVN3_IN_BOTH_CASES,
    TCVN5712,
    VIQR_SHAPED,
    VIQR_SHAPES,
    VIQR_TONES,
    VIQR_VOWELS,
    VISCII,
    VNI,
)

HIGH = range(0x80, 0x100)


def codec_table(codec: str) -> dict[str, str]:
    """The letters of one of Python's codecs by byte, without the bytes that it has none for."""
    table = {chr(byte): bytes((byte,)).decode(codec, "ignore") for byte in HIGH}
    return {sign: letter for sign, letter in table.items() if letter}


WESTERN = codec_table("cp1252")
# old fonts drew “ ” – … at the places of windows-1252
PUNCTUATION = {sign: mark for sign, mark in WESTERN.items() if sign < "\u00a0"}
LETTERS: dict[str, dict[str, str]] = {
    "tcvn3": PUNCTUATION | TCVN3,
    "tcvn5712": PUNCTUATION | TCVN5712,
    "viscii": VISCII,
    "windows-1258": codec_table("cp1258"),
    "windows-1252": WESTERN,
}
TABLES = {
    charset: {ord(sign): letter for sign, letter in letters.items()}
    for charset, letters in LETTERS.items()
}


def as_letters(shown: str, charset: str) -> str:
    """The text that characters shown for bytes of a character set stand for, in NFC."""
    return unicodedata.normalize("NFC", READINGS[charset](shown))


# ---------------------------------------------------------------- one byte a letter

WORD = re.compile(r"[^\W\d_]+")
# their case is certain in TCVN3: it has both
CERTAIN = frozenset(TCVN3_IN_BOTH_CASES)


def from_tcvn3(shown: str) -> str:
    """TCVN3, which has no capitals with a tone, with those that their neighbours tell.

    ``CéNG HOµ`` is ``CỘNG HOÀ``; of ``Sè`` nobody can tell whether it is ``Số`` or ``SỐ``, but
    beside other words in capitals it is ``SỐ``.
    """
    letters = shown.translate(TABLES["tcvn3"])
    return "\n".join(
        with_capitals(before, after)
        for before, after in zip(shown.split("\n"), letters.split("\n"), strict=True)
    )


def with_capitals(shown: str, letters: str) -> str:
    """A line of TCVN3 with the capitals that the letters around tell."""
    words = list(WORD.finditer(letters))
    cases = [case_of(shown[word.start() : word.end()], word[0]) for word in words]
    if "capital" not in cases:
        return letters
    parts = list(letters)
    for n, (word, case) in enumerate(zip(words, cases, strict=True)):
        if case == "capital" or (case == "unsure" and among_capitals(cases, n)):
            parts[word.start() : word.end()] = word[0].upper()
    return "".join(parts)


def case_of(shown: str, word: str) -> str | None:
    """``small``, ``capital``, ``unsure``, or None for what tells nothing of its neighbours."""
    certain = [c for s, c in zip(shown, word, strict=True) if s.isascii() or c in CERTAIN]
    if any(letter.islower() for letter in certain):
        return "small"
    if len(certain) == len(word):  # UBND stands among small letters, too
        return "capital" if len(word) > 1 and is_syllable(word.lower()) else None
    first_certain = shown[0].isascii() or word[0] in CERTAIN
    return "capital" if len(certain) > first_certain else "unsure"


def among_capitals(cases: list[str | None], at: int) -> bool:
    """Whether the nearest words whose case is certain, before and behind, are capitals."""
    sure = ("capital", "small")
    before = next((case for case in reversed(cases[:at]) if case in sure), "capital")
    behind = next((case for case in cases[at + 1 :] if case in sure), "capital")
    return before == behind == "capital"


# ---------------------------------------------------------------- VNI: a mark behind its letter

MARKS = {ord(sign): mark for sign, mark in PUNCTUATION.items()}
VNI_BYTES = re.compile("|".join(sorted(VNI, key=len, reverse=True)))  # ôù before ô


def from_vni(shown: str) -> str:
    """VNI for Windows: ``Keá hoaïch`` is ``Kế hoạch``."""
    letters = VNI_BYTES.sub(lambda part: VNI[part[0]], shown)
    return letters.translate(MARKS)


# ---------------------------------------------------------------- VIQR: signs behind their letter

SHAPED = "|".join(f"[{vowels}]{re.escape(sign)}" for sign, vowels in VIQR_SHAPED.items())
TONE = f"[{re.escape(''.join(VIQR_TONES).replace('.', ''))}]|\\.(?!\\.\\.(?!\\.))"
# takes: Ke^' hoa.ch    QDD-TTg    \. a sign that is none
# not: the address, whose dd begins no syllable
VIQR = re.compile(
    rf"""
    \\(?P<sign>[\\^(+*'`?~.dD])
    | (?P<d> DD | Dd | (?<![A-Za-z])dd )
    | (?P<vowel> {SHAPED} | [{VIQR_VOWELS}] ) (?P<tone> {TONE} )?
    """,
    re.VERBOSE,
)
# takes: I. MU.C DDI'CH    a. To^?    not: ba.n
LABEL = re.compile(r"^[ \t]*(?:[IVX]+|[A-Za-z])\.(?=\s)", re.MULTILINE)
STARS = re.compile(r"[ouOU]\*(?!\*)")
PLUSES = re.compile(r"[ouOU]\+")


def from_viqr(text: str) -> str:
    """VIQR, in which signs stand for marks: ``Ke^' hoa.ch`` is ``Kế hoạch``."""
    stars = len(STARS.findall(text)) > len(PLUSES.findall(text))

    def letter(part: re.Match[str]) -> str:
        if part["sign"]:
            return part["sign"]
        if part["d"]:
            return SMALL_DE if part["d"] == "dd" else CAPITAL_DE
        vowel, shape = part["vowel"][0], part["vowel"][1:]
        if shape == "*" and not stars:  # ho**, which is bold
            return part[0]
        return vowel + VIQR_SHAPES.get(shape, "") + VIQR_TONES.get(part["tone"] or "", "")

    return "".join(
        piece if is_label else VIQR.sub(letter, piece) for is_label, piece in parted(text, LABEL)
    )


def parted(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[bool, str]]:
    """The stretches of a text in order, each with whether the pattern claims it."""
    ends = [0, *(at for match in pattern.finditer(text) for at in match.span()), len(text)]
    for n, (start, end) in enumerate(pairwise(ends)):
        yield bool(n % 2), text[start:end]


# ---------------------------------------------------------------- UTF-8 taken for bytes

RUN_OF_BYTES = re.compile("[\x80-\xff]+")
# such bytes begin no letter of UTF-8, or go on with none
BAD_BYTE = re.compile("[\udc80-\udcff]")


def from_utf_8(shown: str) -> str:
    """UTF-8: ``Káº¿`` is ``Kế``; bytes that are none stand as lone surrogates."""
    return RUN_OF_BYTES.sub(
        lambda run: run[0].encode("latin-1").decode("utf-8", "surrogateescape"), shown
    )


READINGS: dict[str, Callable[[str], str]] = {
    "utf-8": from_utf_8,
    "windows-1258": lambda shown: shown.translate(TABLES["windows-1258"]),
    "tcvn3": from_tcvn3,
    "vni": from_vni,
    "viscii": lambda shown: shown.translate(TABLES["viscii"]),
    "tcvn5712": lambda shown: shown.translate(TABLES["tcvn5712"]),
    "windows-1252": lambda shown: shown.translate(TABLES["windows-1252"]),
    "viqr": from_viqr,
}

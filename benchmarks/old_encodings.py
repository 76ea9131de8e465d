"""Texts written in the encodings that offices had: what the reader of encodings must undo."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable, Mapping

from vnplan.lexicon.charsets import (
    TCVN3,
    VIQR_SHAPES,
    VIQR_TONES,
    VIQR_VOWELS,
    VISCII,
    VNI,
)

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# windows-1252 where it has a character, else the byte itself, as browsers read it
WESTERN = [bytes((byte,)).decode("cp1252", "replace") for byte in range(256)]
WESTERN = [chr(n) if sign == "\ufffd" else sign for n, sign in enumerate(WESTERN)]
TO_BYTE = {sign: byte for byte, sign in enumerate(WESTERN)}
SHAPE_SIGNS = {mark: sign for sign, mark in reversed(VIQR_SHAPES.items())}
TONE_SIGNS = {mark: sign for sign, mark in VIQR_TONES.items()}
DE = {"\u0111": "dd", "\u0110": "DD"}


def write_all(text: str) -> dict[str, bytes]:
    """The text in each encoding that has all of its characters."""
    return {name: write(text) for name, write in WRITERS.items()}


def backwards(table: Mapping[str, str]) -> dict[str, str]:
    """The bytes of each letter, those in one case where a table has several."""
    found: dict[str, str] = {}
    for sign, letters in sorted(table.items(), key=lambda pair: not one_case(pair[0])):
        found.setdefault(unicodedata.normalize("NFC", letters), sign)
    return found


def one_case(sign: str) -> bool:
    """Whether a letter and its mark are both small or both capital."""
    return sign.islower() or sign.isupper() or not sign.isalpha()


def by_table(text: str, letters: Mapping[str, str]) -> bytes:
    """The bytes of a text, signs that the table lacks as windows-1252 has them."""
    shown = "".join(letters.get(sign, sign) for sign in text)
    return bytes(TO_BYTE.get(sign, ord("?")) for sign in shown)


def in_tcvn3(text: str) -> bytes:
    """TCVN3, whose letters with a tone have no capitals."""
    letters = backwards(TCVN3)
    capitals = {letter.upper(): sign for letter, sign in letters.items() if letter.islower()}
    return by_table(text, capitals | letters)


def in_vni(text: str) -> bytes:
    """VNI for Windows."""
    return by_table(text, backwards(VNI))


def in_viscii(text: str) -> bytes:
    """VISCII, which has no quotes but those of ASCII, and no dash but its hyphen."""
    plain = text.translate(str.maketrans("\u201c\u201d\u2018\u2019\u2013\u2014", "\"\"''--"))
    letters = backwards(VISCII)
    return "".join(letters.get(sign, sign) for sign in plain).encode("latin-1", "replace")


def in_1258(text: str, *, apart: bool) -> bytes:
    """windows-1258: tones stand apart where it has no letter with them, or everywhere."""
    written: dict[str, bytes] = {}
    for letter in set(text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts[1:] if mark in TONES)
        shape = unicodedata.normalize("NFC", "".join(m for m in parts if m not in TONES))
        whole = letter.encode("cp1258", "ignore")
        written[letter] = (
            whole if whole and not (apart and tone) else (shape + tone).encode("cp1258")
        )
    return b"".join([written[letter] for letter in text])


def in_viqr(text: str) -> bytes:
    """VIQR, with ``\\`` before a sign that is none of its marks."""
    written = ""
    for letter in text:
        base, *marks = list(unicodedata.normalize("NFD", letter))
        if letter in DE:
            written += DE[letter]
        elif marks and base in VIQR_VOWELS:
            shape = "".join(SHAPE_SIGNS.get(mark, "") for mark in marks)
            written += base + shape + "".join(TONE_SIGNS.get(mark, "") for mark in marks)
        elif letter == "\\" or (letter in "^(+'`?~." and ends_in_vowel(written)):
            written += "\\" + letter
        else:
            written += letter
    return written.encode()


def ends_in_vowel(written: str) -> bool:
    """Whether a sign behind would be taken for a mark."""
    return written.rstrip("^(+'`?~.")[-1:] in tuple(VIQR_VOWELS)


def twice(text: str, *, western: bool) -> bytes:
    """UTF-8 whose bytes were taken for windows-1252, or Latin-1, and written in UTF-8 again."""
    bytes_ = text.encode()
    return ("".join(WESTERN[b] for b in bytes_) if western else bytes_.decode("latin-1")).encode()


WRITERS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "utf-8 decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
    "utf-16-le with mark": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16-be with mark": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "windows-1258": lambda text: in_1258(text, apart=False),
    "windows-1258 tones apart": lambda text: in_1258(text, apart=True),
    "tcvn3": in_tcvn3,
    "vni": in_vni,
    "viscii": in_viscii,
    "viqr": in_viqr,
    "utf-8 twice by latin-1": lambda text: twice(text, western=False),
    "utf-8 twice by windows-1252": lambda text: twice(text, western=True),
    "tcvn3 in utf-8": lambda text: "".join(WESTERN[b] for b in in_tcvn3(text)).encode(),
    "vni in utf-8": lambda text: "".join(WESTERN[b] for b in in_vni(text)).encode(),
}

"""Text in fonts from before Unicode, whose characters are really bytes of TCVN3 or VNI."""

from __future__ import annotations

import re

from vnplan.broken import is_broken
from vnplan.lexicon.charsets import FONT_NAMES, ONLY_IN_1258, SHOWN_FOR
from vnplan.readers.legacy_letters import as_letters

# takes: ABCDEF+.VnTime    AAAAAA+VNI-Times,Bold    not: VNI (an abbreviation inside a name)
FONTS = tuple(
    (re.compile(rf"(?:[A-Z]{{6}}\+)?(?i:{name})"), charset) for name, charset in FONT_NAMES
)
# takes: .VnTimeH    .VnArial NarrowH,Bold    ABCDEF+.VnTimeH-BoldItalic    not: .VnTime
CAPITALS = re.compile(r"[^,]*?[A-Za-z0-9]H(?=$|[,\- ]|Bold|Italic)")
# Symbol fonts show a byte as U+F000 plus its number.
SYMBOLS = {0xF000 + byte: chr(byte) for byte in range(0x20, 0x100)}
FROM_1258 = str.maketrans(ONLY_IN_1258)
# takes: n\u2212íc (nước)    not: 10 \u2212 2, a minus
SHOWN = "".join(SHOWN_FOR)
IN_WORDS = re.compile(rf"(?<=[^\W\d_])[{SHOWN}]|[{SHOWN}](?=[^\W\d_])")
# letters that no set of one byte shows: the run was typed in Unicode whatever its font
BEYOND = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]")


def decode_font(text: str, font: str) -> str:
    """The text of a run as its font shows it, in NFC; as it stands for any other font.

    ``text`` has a byte as Word shows it: ``KÕ ho¹ch`` in ``.VnTime`` is ``Kế hoạch``. A font
    whose name ends in H draws small letters as capitals. Marks of VNI stand behind their letter:
    runs of one font should be joined before.
    """
    charset = charset_of_font(font)
    if charset is None:
        return text
    letters = decode_run(text, charset)
    return letters.upper() if charset == "tcvn3" and CAPITALS.match(font) else letters


def charset_of_font(font: str) -> str | None:
    """``tcvn3`` or ``vni`` for a font with letters of that set, None for any other."""
    return next((charset for name, charset in FONTS if name.match(font.strip())), None)


def decode_run(text: str, charset: str) -> str:
    """The text that bytes shown as characters stand for, in NFC."""
    shown = as_bytes_show(text)
    if not BEYOND.search(shown):
        return as_letters(shown, charset)
    # Unicode typed in an old font; or bytes that were taken for windows-1258
    readings = (text, as_letters(shown.translate(FROM_1258), charset))
    return min(readings, key=count_broken)


def as_bytes_show(text: str) -> str:
    """The text with the character that stands for a byte wherever a program put another."""
    return IN_WORDS.sub(lambda sign: SHOWN_FOR[sign[0]], text.translate(SYMBOLS))


def count_broken(text: str) -> int:
    """How many words of a text are no Vietnamese syllables."""
    return sum(is_broken(word) is True for word in text.split())

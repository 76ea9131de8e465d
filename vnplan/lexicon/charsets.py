"""Vietnamese character sets from before Unicode: what each byte, or pair of bytes, stands for.

A byte is written as the character that Latin-1 has for it, for that is how Word, LibreOffice and
PDF show text in such fonts: TCVN3's ``µ`` (0xB5) is ``à``. Bytes from 0x80 to 0x9F that a set has
no letter for are the punctuation of windows-1252.
"""

from __future__ import annotations

from itertools import product

# TCVN3, also called ABC, of the fonts .VnTime, .VnArial …: TCVN 5712:1993, set VN3. Its only
# capitals with a mark are ĂÂÊÔƠƯĐ; the others are drawn by fonts whose name ends in H, or typed
# as CéNG for CỘNG. Checked against glibc's TCVN5712-1 and, letter by letter, against the
# transcripts of documents of 1998 to 2006.
_TCVN3_RUNS = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
TCVN3_IN_BOTH_CASES = "ĂÂÊÔƠƯĐăâêôơưđ"
CAPITAL_DE, SMALL_DE = "Đđ"
# TCVN 5712:1993, set VN1 (glibc's TCVN5712-1), has the other capitals where VN3 has none, some of
# them in place of control characters or of the punctuation of windows-1252.
_TCVN5712_RUNS = (
    *_TCVN3_RUNS,
    (0xAF, "Ằ"),
    (0xB0, "\u0300\u0309\u0303\u0301\u0323"),
    (0xBA, "Ẳ"),
    (0xBF, "ẴẮẦẨẪẤỀ"),
    (0xCD, "Ể"),
    (0xD9, "ỄẾỒ"),
    (0xE0, "Ổ"),
    (0xF0, "Ỗ"),
    (0xFF, "Ố"),
    (0x01, "ÚỤ"),
    (0x04, "ỪỬỮ"),
    (0x11, "ỨỰỲỶỸÝỴ"),
    (0x80, "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"),
)
# VISCII 1.1: RFC 1456, chapter 3; the same as glibc's VISCII.
_VISCII_RUNS = (
    (0x02, "Ẳ"),
    (0x05, "ẴẪ"),
    (0x14, "Ỷ"),
    (0x19, "Ỹ"),
    (0x1E, "Ỵ"),
    (0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"),
    (0xA0, "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"),
    (0xC0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"),
    (0xE0, "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"),
)


def _by_character(runs: tuple[tuple[int, str], ...]) -> dict[str, str]:
    return {chr(first + n): letter for first, run in runs for n, letter in enumerate(run)}


TCVN3: dict[str, str] = _by_character(_TCVN3_RUNS)
TCVN5712: dict[str, str] = _by_character(_TCVN5712_RUNS)
VISCII: dict[str, str] = _by_character(_VISCII_RUNS)

# VNI for Windows, of the fonts VNI-Times, VNI-Helve …: a vowel and a mark behind it, or a letter
# of its own. ``Keá hoaïch`` is ``Kế hoạch``. Checked pair by pair against the table of viparse
# (MIT), which was made from transcripts of four documents; ẳ and Ẳ, which those lack, by rule.
_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX = "\u0302"
_BREVE = "\u0306"
_VNI_MARKS = {
    **dict.fromkeys("âáàåãä", _CIRCUMFLEX),
    **dict.fromkeys("êéèúüë", _BREVE),
}
_VNI_TONES_OF_MARKS = {
    **dict(zip("áàåãä", "\u0301\u0300\u0309\u0303\u0323", strict=True)),
    **dict(zip("éèúüë", "\u0301\u0300\u0309\u0303\u0323", strict=True)),
}


def _vni() -> dict[str, str]:
    table = dict(_VNI_LETTERS)
    for vowel, mark in product("aeiouyôö", _VNI_TONES):
        table[vowel + mark] = _VNI_LETTERS.get(vowel, vowel) + _VNI_TONES[mark]
    for vowel, mark in product("aeo", _VNI_MARKS):
        if _VNI_MARKS[mark] == _CIRCUMFLEX or vowel == "a":
            table[vowel + mark] = vowel + _VNI_MARKS[mark] + _VNI_TONES_OF_MARKS.get(mark, "")
    # a capital with the mark of a capital or of a small letter: KEÁ, and Keá typed as KEá
    for small, letter in tuple(table.items()):
        table[small.upper()] = letter.upper()
        table[small[0].upper() + small[1:]] = letter.upper()
        table[small[0] + small[1:].upper()] = letter
    return table


VNI: dict[str, str] = _vni()  # its letters stand decomposed: NFC makes them one

# VIQR: RFC 1456, chapter 4: signs typed behind the vowel, DD for Đ, and \ before a sign that is
# none. The horn is also typed *, as in the VIQR* of mailing lists.
VIQR_SHAPES = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b"}
VIQR_SHAPED = {"^": "aeoAEO", "(": "aA", "+": "ouOU", "*": "ouOU"}
VIQR_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
VIQR_VOWELS = "aeiouyAEIOUY"

# windows-1258 has some letters of its own and five tones that stand behind their letter; where a
# program took such bytes for windows-1258 that were in another set, this is the way back.
ONLY_IN_1258: dict[str, str] = {
    letter: chr(byte)
    for letter, byte in zip(
        "ĂăĐđƠơƯư₫\u0300\u0309\u0303\u0301\u0323",
        (0xC3, 0xE3, 0xD0, 0xF0, 0xD5, 0xF5, 0xDD, 0xFD, 0xFE, 0xCC, 0xD2, 0xDE, 0xEC, 0xF2),
        strict=True,
    )
}

# What fonts' encodings in PDF make of the bytes that are letters: 0xAD is TCVN3's ư, 0xB5 its à,
# 0xB7 its ã (n−íc for nước).
SHOWN_FOR: dict[str, str] = {
    "\u2212": "\u00ad",
    "\u2010": "\u00ad",
    "\u2219": "\u00b7",
    "\u03bc": "\u00b5",
    "\u02c9": "\u00af",
}

# Names of fonts, without the tag of a subset -> the set that their glyphs stand in
FONT_NAMES: tuple[tuple[str, str], ...] = (
    (r"[._]vn", "tcvn3"),  # .VnTime, .VnArialH, .vntime
    (r"vn(?:time|arial|avant|helvet|century|southern|book|aristote|blacklight)", "tcvn3"),
    (r"vni(?![a-z])|vni(?:times|helve|aptima)", "vni"),  # VNI-Times, VNI Helve, VNItimes
)

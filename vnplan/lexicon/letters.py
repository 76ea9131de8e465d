"""Letters and signs: look-alikes, tone styles and base letters. One character for one."""

import unicodedata

# sign read -> sign searched
SAME_SIGNS: dict[int, str] = {
    ord(read): sign
    for sign, family in (
        ("-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\uff0d"),  # 2023 – 2030
        ('"', "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"),  # “Cả nước thi đua”
        ("'", "\u2018\u2019\u201a\u201b\u2032"),
        (" ", "\t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"),
        (" ", "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"),  # a page break is no line end
        ("Đ", "\u00d0\u0189"),  # Ðồng Tháp, typed with the Icelandic letter
        ("đ", "\u00f0\u0256"),
        (";", "\u037e\uff1b"),
        (":", "\uff1a\ua789"),
    )
    for read in family
}

# what tesseract takes for another -> what stands there
RECOGNIZED: tuple[tuple[str, str], ...] = (
    ("\u00d0", "Đ"),
    ("ĐĐ", "Đ"),  # QĐÐ-BTP: both letters at once
    ("\u2014", "–"),  # 2023 — 2030
)

# old style of tone marks -> new style; applied to text and lexicon alike, so that even
# "khoản" meets itself
OLD_TONES: tuple[tuple[str, str], ...] = tuple(
    (vowels[0] + marked, vowels_marked + vowels[1])
    for vowels, marks in (("oa", "àáảãạ"), ("oe", "èéẻẽẹ"), ("uy", "ỳýỷỹỵ"))
    for marked, vowels_marked in zip(marks, "òóỏõọ" if vowels[0] == "o" else "ùúủũụ", strict=True)
)

# i for y, as many still write (quí II, qui định, quĩ khen thưởng) -> as the lexicon writes it, in
# the new style
I_FOR_Y: tuple[tuple[str, str], ...] = tuple(
    (f"qu{i}", f"q{u}y") for i, u in zip("iìíỉĩị", "uùúủũụ", strict=True)
)


def _bases() -> dict[int, str]:
    table = {ord("đ"): "d", ord("Đ"): "D"}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code) and base.isascii():
            table[code] = base
    return table


BASE_LETTERS: dict[int, str] = _bases()  # ấ -> a
# the small letters of Vietnamese beyond ASCII, and signs that its texts have beside them
ALPHABET = (
    "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
    "\u2026\u2022\u00b0\u00b2\u00b3\u00bd\u00d7\u00f7\u00b1\u2264\u2265\u25cf\u2605\u20ab\ufffd"
)


def _ranges(letters: list[int]) -> str:
    """Code points as the inside of a bracket expression."""
    parts: list[str] = []
    start = previous = letters[0]
    for code in [*letters[1:], -1]:
        if code == previous + 1:
            previous = code
            continue
        parts.append(chr(start) if start == previous else f"{chr(start)}-{chr(previous)}")
        start = previous = code
    return "".join(parts)


# ASCII, Latin-1 and what Vietnamese has beyond them: a bracket expression of all Latin letters
# takes three times as long to compile, and many patterns have one
_BEYOND = (*map(ord, "ĂăĐđĨĩŨũƠơƯư"), *range(0x1EA0, 0x1EFA))
_LATIN = [c for c in (*range(0x41, 0x100), *_BEYOND) if chr(c).isalpha()]
LETTERS = _ranges(_LATIN)
UPPER = _ranges([code for code in _LATIN if chr(code).isupper()])
LOWER = _ranges([code for code in _LATIN if not chr(code).isupper()])

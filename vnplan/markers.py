"""What a line is marked with: a label of a section, a bullet, or nothing.

One line alone decides little: ``1.`` may be a heading, an item or the end of a number that
was wrapped. Here every line gets the label that it could have; which labels are real is
for the outline, which knows their sequence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from vnplan.lexicon import marks
from vnplan.patterns import pattern
from vnplan.records import SectionKind

Style = Literal[
    "part",
    "chapter",
    "section",
    "article",
    "appendix",
    "roman",
    "upper",
    "number",
    "number)",
    "(number)",
    "counted",
    "decimal",
    "letter",
    "(letter)",
    "bullet",
]

KINDS: dict[str, SectionKind] = {
    "part": "part",
    "chapter": "chapter",
    "section": "section",
    "article": "article",
    "appendix": "appendix",
    "roman": "roman",
    "upper": "letter",
    "number": "number",
    "number)": "number",
    "(number)": "number",
    "counted": "number",
    "decimal": "decimal",
    "letter": "letter",
    "(letter)": "letter",
}


class Marker(NamedTuple):
    """A label or bullet at the start of a line.

    ``label`` is as printed without its closing mark, at ``[start, end)``; ``ordinal`` its
    place in its list (from 1, 0 where it has none); ``words`` where the words begin.
    ``damaged`` is set for what a scan seems to have made of a Roman number. ``firm`` is
    set where the closing mark leaves little doubt that this is a label.
    """

    style: Style
    label: str
    ordinal: int
    start: int
    end: int
    words: int
    damaged: bool = False
    firm: bool = True


ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_value(label: str) -> int:
    """The value of a Roman number up to C, 0 where it is none."""
    value = 0
    for i, sign in enumerate(label):
        digit = ROMAN_DIGITS.get(sign, 0)
        if not digit:
            return 0
        value += -digit if ROMAN_DIGITS.get(label[i + 1 : i + 2], 0) > digit else digit
    return value if as_roman(value) == label else 0


def as_roman(value: int) -> str:
    """1 to 99 as a Roman number."""
    if not 0 < value < 100:
        return ""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")[value // 10]
    return tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[value % 10]


def letter_ordinal(letter: str) -> int:
    """The place of a letter in the Vietnamese alphabet, from 1 (``đ`` is 5); 0 of another sign."""
    place = marks.VIETNAMESE_LETTERS.find(letter.lower())
    if place < 0:  # f, j, w, z: just after the letter before them
        before = {"f": "e", "j": "i", "w": "v", "z": "y"}.get(letter.lower())
        place = marks.VIETNAMESE_LETTERS.find(before) if before else -1
    return place + 1


BULLETS = (
    "\\-+*~\u00b7\u2022\u25cf\u25cb\u25e6\u25aa\u25a0\u25a1\u25ba\u2666\u2713\u2714\u2756\u27a2"
    "\uf02d\uf0a7\uf0b7\uf0d8\uf0fc"
)
JUNK = r"[_'\"`:;,.|~^\u203a\u00b0]{1,3}[ ]*"
UPPER = r"[\p{Lu}\"'(\[]"

# takes:  - Tổ chức    + Bộ tiêu chí    *Ban Thư ký    -Phòng    __- Bố trí
# not:    **đậm**    -5 độ
BULLET = pattern(
    rf"(?:[_`'\".,]{{1,3}}[ ]?)?(?P<sign>[{BULLETS}]|\*{{3}})_?(?:[ ]+|(?=[\p{{L}}\"\[]))"
)
# takes:  ," Các em    ›... Ban Giám sát (bullets that a scan misread)    not: "Cả nước
STRAY_BULLET = pattern(r"[_'\"`,.\u203a\u00b0]{1,4}[ ]+(?=\p{Lu}\p{Ll}+[ ])")

APPENDIX = r"[ ]+".join(marks.APPENDIX.split())
ORDINAL_WORD = "|".join(marks.ORDINALS)
# takes:  Phần I    PHẦN THỨ NHẤT    Chương II.    Mục 1.    Điều 5.    PHỤ LỤC II    Phụ lục số 01
# not:    Phần A: Thông tin    Mục đích    Điều 5 Luật này    Phụ lục II kèm theo Kế hoạch này
NAMED = pattern(
    rf"""(?P<name>{marks.PART}|{marks.CHAPTER}|{marks.SECTION}|{marks.ARTICLE}|{APPENDIX})\b
    (?:[ ]+(?:{marks.APPENDIX_NUMBER}[ ]+)?
       (?P<label>{marks.ORDINAL_LEAD}[ ]+(?:{ORDINAL_WORD})
                 |[IVXLC]{{1,6}}|\d{{1,3}}|\p{{Lu}}|[a-zđ](?=\b)))?
    (?P<close>[ ]*[.:/)-])?(?P<gap>[ ]*)(?=(?P<next>.?))""",
    re.VERBOSE | re.IGNORECASE,
)
NAMED_STYLES: dict[str, Style] = {
    marks.PART: "part",
    marks.CHAPTER: "chapter",
    marks.SECTION: "section",
    marks.ARTICLE: "article",
    marks.APPENDIX: "appendix",
}

# takes:  Nhiệm vụ 1: Rà soát    MỤC TIÊU 2. Đến năm 2030    Giải pháp 3:
# not:    Nhiệm vụ 1 của Kế hoạch này    Nội dung: 1. Tập huấn    Mục tiêu 1.500 tỷ đồng
COUNTED = pattern(
    rf"(?i:{'|'.join('[ ]+'.join(words.split()) for words in marks.COUNTED)})[ ]+"
    rf"(?P<label>\d{{1,2}})(?:[ ]?[.:/)]|[ ]-)[ ]*(?={UPPER}|\d+[ ]?%|$)"
)
# takes:  I. MỤC ĐÍCH    II- Nội dung    I.MỤC TIÊU    IV/ Tổ chức    VII Kinh phí
# not:    Quý I - II/2023    I am
ROMAN = pattern(
    r"(?P<label>[IVX]{1,5})"
    rf"(?:(?P<close>[ ]?[.)/:,-]{{1,2}})[ ]*(?={UPPER}|\d|$)|[ ]+(?=\p{{Lu}}))"
)
# takes:  1I. Nội dung    HI. ĐỐI TƯỢNG    VIIIL Tổ chức    Y. CƠ CẤU    lI. NỘI DUNG
# not:    10. Nội dung    T. Hà
DAMAGED_ROMAN = pattern(
    rf"(?P<label>[IVX{marks.ROMAN_LOOKALIKES}]{{1,6}})(?:[ ]?[.)][ ]*|[ ]+)(?={UPPER})"
)
# takes:  2.1. Nội dung    2.1 Ban hành    3.2.1) Sở
# not:    1.500.000 đồng    2.1 tỷ đồng    28.10.2016
DECIMAL = pattern(
    r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,4})"
    rf"(?:(?P<close>[ ]?[.)/:-])[ ]*(?=[\p{{L}}\"'(\[]|$)|[ ]+(?={UPPER}))"
)
# takes:  1. Mục đích    2.Vòng    3) Lãnh đạo    1, Mục đích    1- Nội dung    2/ Yêu cầu
# not:    2025 tiếp tục    20/10/2025    08h00    02-NQ/TW    5 - A và 5 - B
NUMBER = pattern(
    r"(?P<label>\d{1,3})"
    r"(?:(?P<close>[ ]?[.)/:])(?:[ ]*(?=[\p{L}\"'(\[*]|$)|[ ]+(?=\d))"
    rf"|(?P<dash>[ ]?-)[ ]*(?=\p{{Lu}}\p{{Ll}}|[{marks.ONE_LETTER_WORDS}][ ]\p{{Ll}})"
    rf"|(?P<comma>,)[ ]+(?={UPPER}))"
)
# takes:  (1) Giai đoạn    (a) Tập thể    not: (2 người)
PARENTHESIS = pattern(r"\((?P<label>\d{1,2}|[a-zđ]|[ivx]{1,4})\)[.:]?[ ]*(?=\S)")
# takes:  a) Đối với tập thể    - a) Tập thể    đ. Kinh phí    not: a lô
LETTER = pattern(r"(?:-[ ]+)?(?P<label>[a-zđ])(?P<close>[ ]?[)]|[./-](?=[ ]*\p{Lu}))[ ]*(?=\S|$)")
# takes:  A. MỤC TIÊU    B- NỘI DUNG    C) Kinh phí    not: T. Hà
UPPER_LETTER = pattern(rf"(?P<label>[A-ZĐ])(?P<close>[ ]?[.)/:]|[ ]?-[ ])[ ]*(?={UPPER})")
STRAY = pattern(JUNK)


def read_marker(signs: str, start: int, end: int) -> Marker | None:
    """The label or bullet that the line ``signs[start:end]`` begins with, if any.

    ``signs`` must have plain signs (dashes are ``-``). Markdown around a label (``**1.**``,
    ``## I.``) and up to three stray signs of a scan are passed over.
    """
    first = signs[start]
    if first == "#" or (first == "*" and signs.startswith("**", start)):
        line = without_markdown(signs[start:end])
        at = len(line) - len(line.lstrip(" "))
        marker = plain_marker(line, at, len(line)) if at < len(line) else None
        return shifted(marker, start) if marker is not None else None
    return plain_marker(signs, start, end)


def without_markdown(line: str) -> str:
    """A line whose marks of headings and bold words are blanks, its length kept.

    ``***`` is a bullet before bold words and stays.
    """
    words = line.lstrip("# ") if line[0] == "#" else line
    return (words if words.startswith("***") else words.replace("**", "  ")).rjust(len(line))


def shifted(marker: Marker, by: int) -> Marker:
    """A marker found in a copy of its line, at its place in the text."""
    return marker._replace(start=marker.start + by, end=marker.end + by, words=marker.words + by)


def plain_marker(signs: str, start: int, end: int) -> Marker | None:
    """The label or bullet of a line without markdown."""
    for rule in rules_for(signs[start]):
        marker = rule(signs, start, end)
        if marker is not None:
            return marker
    return None


def named_label(signs: str, start: int, end: int) -> Marker | None:
    """``Phần I``, ``Chương II``, ``Mục 1``, ``Điều 5.``, ``Phụ lục II``."""
    match = NAMED.match(signs, start, end)
    if match is None:
        return None
    name = " ".join(match["name"].lower().split())
    style = NAMED_STYLES[name]
    label = match["label"] or ""
    close = (match["close"] or "").strip()
    alone = match.end() >= end
    capitals = match["name"].isupper()
    following = match["next"]
    if style == "appendix":
        if not (alone or capitals or (close and following.isupper()) or following == "("):
            return None
    elif not label:
        return None
    elif style == "article":
        if not label.isdigit() or not (close or alone):
            return None
    elif style == "section":
        if not (label.isdigit() or label.isupper()) or not (close or alone):
            return None
    elif not (alone or capitals or (close == "." and following.isupper())):
        return None
    if label and label[0].islower() and not label.lower().startswith(marks.ORDINAL_LEAD):
        return None
    ordinal = label_ordinal(label)
    words = match.end()
    label_start = match.start("label") if label else start
    label_end = match.end("label") if label else start + len(match["name"])
    return Marker(style, label, ordinal, label_start, label_end, words)


def label_ordinal(label: str) -> int:
    """The place that a label names: ``III`` is 3, ``12`` is 12, ``thứ hai`` 2, ``B`` 2."""
    if not label:
        return 0
    if label.isdigit():
        return int(label)
    word = label.lower().split()[-1]
    if word in marks.ORDINALS and len(label) > 1 and not label.isupper():
        return marks.ORDINALS[word]
    if word in marks.ORDINALS and " " in label:
        return marks.ORDINALS[word]
    return roman_value(label.upper()) or (
        letter_ordinal(label) if len(label) == 1 and label.lower() in marks.LETTERS else 0
    )


def counted_label(signs: str, start: int, end: int) -> Marker | None:
    """``Nhiệm vụ 1:``, ``Mục tiêu 2.``; the label is the number."""
    match = COUNTED.match(signs, start, end)
    if match is None or int(match["label"]) == 0:
        return None
    label = match["label"]
    return Marker("counted", label, int(label), *match.span("label"), match.end())


def roman_label(signs: str, start: int, end: int) -> Marker | None:
    """``I.``, ``II-``, ``IV/`` or a bare ``VII`` before a capital."""
    match = ROMAN.match(signs, start, end)
    if match is None:
        return None
    value = roman_value(match["label"])
    if not value:
        return None
    return Marker(
        "roman",
        match["label"],
        value,
        start,
        match.end("label"),
        match.end(),
        firm=bool(match["close"]),
    )


def damaged_roman(signs: str, start: int, end: int) -> Marker | None:
    """What a scan made of a Roman label; the outline finds out what is meant."""
    match = DAMAGED_ROMAN.match(signs, start, end)
    if match is None or match["label"].isdigit():
        return None
    label = match["label"]
    if len(label) == 1 and label not in marks.LONE_LOOKALIKES:
        return None
    return Marker("roman", label, 0, start, match.end("label"), match.end(), True, False)


def decimal_label(signs: str, start: int, end: int) -> Marker | None:
    """``2.1.`` or ``2.1`` before a capital."""
    match = DECIMAL.match(signs, start, end)
    if match is None:
        return None
    label = match["label"]
    ordinal = int(label.rpartition(".")[2])
    return Marker("decimal", label, ordinal, start, match.end("label"), match.end())


def number_label(signs: str, start: int, end: int) -> Marker | None:
    """``1.``, ``2)``, ``3/`` or ``1,`` before a capital."""
    match = NUMBER.match(signs, start, end)
    if match is None or int(match["label"]) == 0:
        return None
    style: Style = "number)" if (match["close"] or "").strip() == ")" else "number"
    return Marker(
        style,
        match["label"],
        int(match["label"]),
        start,
        match.end("label"),
        match.end(),
        firm=match["comma"] is None and len(match["label"]) < 3,
    )


def parenthesis_label(signs: str, start: int, end: int) -> Marker | None:
    """``(1)``, ``(a)``."""
    match = PARENTHESIS.match(signs, start, end)
    if match is None:
        return None
    label = match["label"]
    style: Style = "(number)" if label.isdigit() else "(letter)"
    ordinal = int(label) if label.isdigit() else letter_ordinal(label[0])
    return Marker(style, label, ordinal, match.start("label"), match.end("label"), match.end())


def letter_label(signs: str, start: int, end: int) -> Marker | None:
    """``a)``, ``- a)``, ``đ.`` before a capital."""
    match = LETTER.match(signs, start, end)
    if match is None:
        return None
    label = match["label"]
    firm = ")" in match["close"]
    return Marker(
        "letter",
        label,
        letter_ordinal(label),
        match.start("label"),
        match.end("label"),
        match.end(),
        firm=firm,
    )


def upper_label(signs: str, start: int, end: int) -> Marker | None:
    """``A.``, ``B-``; the outline refuses initials such as ``T. Hà``."""
    match = UPPER_LETTER.match(signs, start, end)
    if match is None:
        return None
    label = match["label"]
    return Marker(
        "upper", label, letter_ordinal(label), start, match.end("label"), match.end(), firm=False
    )


def bullet(signs: str, start: int, end: int) -> Marker | None:
    """``-``, ``+``, ``*``, ``•`` and their kin."""
    match = BULLET.match(signs, start, end)
    if match is None:
        return None
    at = match.start("sign")
    return Marker("bullet", match["sign"][0], 0, at, match.end("sign"), match.end())


def stray_bullet(signs: str, start: int, end: int) -> Marker | None:
    """Signs that no word begins with, before a capital: a bullet that a scan misread."""
    match = STRAY_BULLET.match(signs, start, end)
    if match is None:
        return None
    return Marker("bullet", signs[start], 0, start, start + 1, match.end(), firm=False)


def behind_specks(signs: str, start: int, end: int) -> Marker | None:
    """``I.`` or ``1.`` behind up to three stray signs of a scan."""
    stray = STRAY.match(signs, start, end)
    if stray is None:
        return None
    at = stray.end()
    return roman_label(signs, at, end) or number_label(signs, at, end)


Rule = Callable[[str, int, int], Marker | None]
NAMES = "".join(name[0] + name[0].upper() for name in (*NAMED_STYLES, *marks.COUNTED))
DIGITS = "0123456789"  # and those of other scripts
# each rule and the signs that it can begin with
RULES: tuple[tuple[Rule, str], ...] = (
    (named_label, NAMES),
    (counted_label, NAMES),
    (roman_label, "IVX"),
    (decimal_label, DIGITS),
    (number_label, DIGITS),
    (parenthesis_label, "("),
    (letter_label, f"-{marks.LETTERS}"),
    (damaged_roman, f"IVX{marks.ROMAN_LOOKALIKES}"),
    (upper_label, marks.LETTERS.upper()),
    (bullet, f"_`'\".,{BULLETS}"),
    (stray_bullet, "_'\"`,.\u203a\u00b0"),
    (behind_specks, "_'\"`:;,.|~^\u203a\u00b0"),
)


@lru_cache(maxsize=512)
def rules_for(first: str) -> tuple[Rule, ...]:
    """The rules for a line that begins with a sign, in the order of trust: for many signs none."""
    digit = first.isdecimal()
    return tuple([rule for rule, at in RULES if first in at or (digit and at is DIGITS)])

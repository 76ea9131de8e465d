"""Bytes to text in whatever encoding they are: read by each in trial, judged by syllables."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Any, NamedTuple

from vnplan.broken import STRIPPED, is_syllable
from vnplan.errors import UnreadableFile
from vnplan.lexicon.charsets import CAPITAL_DE
from vnplan.readers.legacy_fonts import as_bytes_show
from vnplan.readers.legacy_letters import BAD_BYTE, READINGS, WESTERN, as_letters
from vnplan.readers.unicode import SUSPECT, data_as_unicode, marked_encoding
from vnplan.records import Doubt
from vnplan.views import normalize

# The order is that of trust where two readings are as good.
OF_BYTES = ("utf-8", "windows-1252", "windows-1258", "tcvn3", "vni", "viscii", "tcvn5712")
COMMON = ("utf-8", "windows-1252")
OF_TEXT = ("utf-8", "tcvn3", "vni", "viscii", "tcvn5712", "windows-1258")
AS_IT_IS = ""
CUT_OFF = "unexpected end of data"  # what Python says of a file that ends within a letter
# names that people have for them -> ours; Python's codecs go by their own
ALSO_CALLED = {
    "abc": "tcvn3",
    "tcvn": "tcvn3",
    "tcvn-5712": "tcvn5712",
    "cp1258": "windows-1258",
    "cp1252": "windows-1252",
    "utf8": "utf-8",
}
CHOICES = ("utf-8", "utf-16", "windows-1258", "tcvn3", "vni", "viscii", "viqr")

SAMPLE = 1500  # different words looked at, evenly over the text
# Of the different words beyond ASCII of real texts .87 and more are syllables where they are read
# rightly (.94 but for one), .54 and less where they are not.
SURE = 0.8
LIKELY = 0.6
FEW_LINES = 4  # one odd line in so many beyond ASCII is not the whole text's encoding
FEWEST = 3  # good words, before what is valid Unicode is taken for something else
FIRST_HIGH = 0xC0
MOST_WESTERN = 0.3  # letters beyond ASCII: French full of accents has .23, Russian 1
MOST_CONTROLS = 0.01
MOST_DOUBTS = 20
FEW_ZEROS = 20  # one zero byte in so many is untidy; more are no text of a byte a character


class Decoded(NamedTuple):
    """A text in NFC with line ends ``\\n``, what its bytes were in, and what is doubtful.

    ``encoding`` is a name of Python's, or ``tcvn3``, ``tcvn5712``, ``vni``, ``viscii``, ``viqr``.
    Text that was taken for other text before has both names, the outer one first: ``utf-8+utf-8``
    is UTF-8 written twice.
    """

    text: str
    encoding: str
    doubts: tuple[Doubt, ...] = ()


def decode(
    data: bytes, encoding: str | None = None, *, name: str = "", markup: bool = False
) -> Decoded:
    """The text of bytes, in the encoding given or the one that reads best.

    Raises ``UnreadableFile``, with ``name`` for the file's, where no encoding gives text. In valid
    Unicode with ``markup`` nothing is looked for that was taken for Unicode: its reader will.
    """
    if encoding:
        return decode_forced(data, encoding, name)
    marked = marked_encoding(data)
    if marked is not None and marked != "utf-8-sig":
        return decode_unicode(data, marked, name, markup)
    if marked is None and data.count(0) * FEW_ZEROS > len(data):
        wide = wide_encoding(data)
        if wide is None:
            raise UnreadableFile(name, "file_binary")
        return decode_unicode(data, wide, name, markup)
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        if error.reason != CUT_OFF or data[: error.start].isascii():
            return decode_bytes(data, name)
        text = data.decode(marked or "utf-8", "replace")
    return decode_text(text, marked or "utf-8", markup)


# ---------------------------------------------------------------- as told


def decode_forced(data: bytes, encoding: str, name: str) -> Decoded:
    """The text of bytes in an encoding that was asked for, by its name or ours."""
    asked = encoding.strip().lower().replace("_", "-")
    first, _, then = ALSO_CALLED.get(asked, asked).partition("+")
    first = ALSO_CALLED.get(first, first)
    marked = marked_encoding(data)
    if marked is not None and marked.startswith(first):
        text = data_as_unicode(data, name=name)
        first = marked
    elif first == "viqr":
        text = as_letters(decode(data, name=name, markup=True).text, first)
    elif first in READINGS and first != "utf-8":
        text = as_letters(data.decode("latin-1"), first)
    else:
        text = by_codec(data, first, name)
    for charset in filter(None, then.split("+")):
        if charset not in READINGS:
            raise no_such_encoding(name, encoding)
        text = as_letters(as_latin(text), charset)
    return Decoded(normalize(text), "+".join(filter(None, (first, then))))


def by_codec(data: bytes, codec: str, name: str) -> str:
    """The text of bytes by one of Python's codecs; raises ``UnreadableFile``."""
    try:
        if not is_charset(codecs.lookup(codec).name):
            raise no_such_encoding(name, codec)
        return data.decode(codec)
    except LookupError:
        raise no_such_encoding(name, codec) from None
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            name,
            "file_undecodable",
            found=f"0x{data[error.start]:02X}" if error.start < len(data) else "",
            offset=error.start,
            encoding=codec,
        ) from None
    except (UnicodeError, ValueError):  # a name with a zero byte, punycode
        raise no_such_encoding(name, codec) from None


# takes: windows-1251, big5    not: punycode, idna, utf-7, unicode_escape, which no file is in
CHARSET = re.compile(
    r"utf-(?:8|16|32)\b|ascii$|cp\d|iso8859|iso2022|koi8|mac-|big5|gb|hz$|euc_|shift_jis|johab$|"
    r"tis-620$|kz1048$|ptcp154$|hp-roman8$"
)


def is_charset(codec: str) -> bool:
    """Whether a codec of Python's is a character set, which is decoded in linear time."""
    return CHARSET.match(codec) is not None


def no_such_encoding(name: str, encoding: str) -> UnreadableFile:
    """The error that names the choices."""
    return UnreadableFile(name, "encoding_unknown", found=encoding, choices=", ".join(CHOICES))


# ---------------------------------------------------------------- Unicode


def decode_unicode(data: bytes, encoding: str, name: str, markup: bool) -> Decoded:
    """The text of bytes in a form of Unicode other than UTF-8."""
    return decode_text(data_as_unicode(data, name=name, encoding=encoding), encoding, markup)


def wide_encoding(data: bytes) -> str | None:
    """The form of Unicode without a byte order mark that bytes with many zeros are in."""
    for codec in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if text and sum(map(is_likely, text)) >= 0.95 * len(text):
            return codec
    return None


# Latin with its marks, Vietnamese letters, punctuation, currencies, bullets and boxes
LIKELY_SIGNS = (range(0x20, 0x340), range(0x1E00, 0x2700))


def is_likely(sign: str) -> bool:
    """Whether a character is one of a Vietnamese text."""
    return sign in "\t\n\r\f\v" or any(ord(sign) in signs for signs in LIKELY_SIGNS)


def decode_text(text: str, encoding: str, markup: bool) -> Decoded:
    """What valid Unicode says, which may be another encoding taken for Unicode before."""
    if markup:
        return Decoded(normalize(text), encoding)
    if is_viqr(text):
        return Decoded(normalize(as_letters(text, "viqr")), "viqr")
    text = normalize(text)
    if text.isascii():
        return Decoded(text, encoding)
    inner = read_lines(text)
    if inner is None:
        return Decoded(text, encoding)
    names = "+".join(filter(None, (encoding, inner.encoding)))
    return Decoded(inner.text, names, inner.doubts)


def decode_string(text: str) -> tuple[str, str | None]:
    """The text that characters stand for which are really bytes, and the set they are in.

    A text that reads well as it is comes back as it is, with None. For the text layer of a PDF in
    old fonts, and wherever bytes were taken for Latin-1.
    """
    inner = read_lines(normalize(text))
    return (text, None) if inner is None else (inner.text, inner.encoding or None)


def read_lines(text: str) -> Decoded | None:
    """What a text says whose lines are partly bytes taken for text, None where none is."""
    if not SUSPECT.search(text):
        return None
    lines = text.split("\n")
    shown = [as_latin(line) for line in lines]
    odd = [n for n, line in enumerate(lines) if SUSPECT.search(line)]
    main = AS_IT_IS
    if len(odd) * FEW_LINES >= sum(not line.isascii() for line in lines):
        main = best_of_text(lines, shown)
    chosen: list[str] = []
    for n, line in enumerate(lines):
        if not SUSPECT.search(line) and not (main and suits(line, shown[n], main)):
            chosen.append(AS_IT_IS)
        elif main and suits(line, shown[n], main):
            chosen.append(main)
        else:
            chosen.append(best_of_text([line], [shown[n]]))
    if not any(chosen):
        return None
    read = [
        read_line(lines[n], shown[n], charset) if charset else lines[n]
        for n, charset in enumerate(chosen)
    ]
    return joined(read, chosen, main)


# naïve, Müller, QUÉBEC: a foreign word in a text that was typed in an old font
FOREIGN = re.compile(
    "(?:[A-Za-z]?[a-z]*[\u00e0\u00e7-\u00eb\u00ee\u00ef\u00f1\u00f4\u00f6\u00fc][a-z]*|"
    "[A-Z]*[\u00c0\u00c7-\u00cb\u00ce\u00cf\u00d1\u00d4\u00d6\u00dc][A-Z]*)"
)
SHORTEST_FOREIGN = 4
PARTS_OF_LINE = re.compile(r"([ \t\n\r\f\v]+)")


def read_line(line: str, shown: str, charset: str) -> str:
    """What a line says in a character set, foreign words that are none of its as they are."""
    words, inner = PARTS_OF_LINE.split(line), PARTS_OF_LINE.split(shown)
    if line.isascii() or len(words) != len(inner):
        return as_letters(shown, charset)
    for n, word in enumerate(words):
        letters = word.strip(STRIPPED)
        if len(letters) >= SHORTEST_FOREIGN and FOREIGN.fullmatch(letters):
            told = as_letters(inner[n], charset)
            inner[n] = word if is_good(told) is False else told
        else:
            inner[n] = as_letters(inner[n], charset)
    return "".join(inner)


def as_latin(text: str) -> str:
    """The text with each character of windows-1252 as the one that Latin-1 has for its byte."""
    return as_bytes_show(text).translate(TO_LATIN)


TO_LATIN = str.maketrans({letter: sign for sign, letter in WESTERN.items() if letter != sign})


def best_of_text(lines: Sequence[str], shown: Sequence[str]) -> str:
    """The character set that lines of text are really in, ``AS_IT_IS`` for none."""
    words = [
        (word, inner)
        for word, inner in zip(words_of(lines), words_of(shown), strict=True)
        if not inner.isascii()
    ]
    words = sampled(words)
    plain = rating("\n".join(word for word, _ in words))
    most, best = plain.net, AS_IT_IS
    inner = "\n".join(inner for _, inner in words)
    for charset in OF_TEXT:
        found = rating(as_letters(inner, charset))
        enough = found.good >= FEWEST and found.share >= SURE
        if enough and found.net > max(most, plain.net + FEWEST - 1):
            most, best = found.net, charset
    return best


def suits(line: str, shown: str, charset: str) -> bool:
    """Whether a line reads no worse in a character set than as it is."""
    return rating(as_letters(shown, charset)).net >= rating(line).net


# ---------------------------------------------------------------- bytes of no Unicode


def decode_bytes(data: bytes, name: str) -> Decoded:
    """The text of bytes that are not UTF-8, or not all of them."""
    shown = data.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    shown = shown.replace("\r\n", "\n").replace("\r", "\n")
    lines = shown.split("\n")
    main, _ = best_of_bytes(lines, OF_BYTES)
    decoded = decode_lines(lines, main)
    if is_viqr(decoded.text):
        return Decoded(as_letters(decoded.text, "viqr"), "viqr")
    share = rating("\n".join(sampled(words_of([decoded.text])))).share
    if share >= SURE and not too_many_controls(decoded.text):
        return decoded
    if share < LIKELY or too_many_controls(decoded.text):
        main = "windows-1252"
        decoded = Decoded(as_letters(shown, main), main)
        if len(NO_TEXT.findall(shown)) > MOST_CONTROLS * len(shown):
            raise UnreadableFile(name, "file_binary")
        if not is_western(decoded.text):
            data_as_unicode(data, name=name)  # raises: says which byte is no UTF-8
    message = f"no encoding gives Vietnamese syllables throughout; {main} is a guess"
    guess = Doubt(code="guessed_encoding", message=message)
    return decoded._replace(doubts=(guess, *decoded.doubts))


def decode_lines(lines: Sequence[str], main: str) -> Decoded:
    """The text of lines of bytes, each in the set of the text unless it reads better in another."""
    read = [line_of_bytes(line, main) for line in lines]
    return joined([words for _, words in read], [charset for charset, _ in read], main)


def best_of_bytes(lines: Sequence[str], charsets: Sequence[str]) -> tuple[str, Rating]:
    """The character set that lines of bytes read best in, and how well."""
    words = sampled([word for word in words_of(lines) if not word.isascii()])
    inner = "\n".join(words)
    found = [(rating(as_letters(inner, charset)), charset) for charset in charsets]
    # max takes the first of equals; a single word tells little
    best, charset = max(found, key=lambda pair: pair[0].net + (pair[1] in COMMON))
    return charset, best


def line_of_bytes(line: str, main: str) -> tuple[str, str]:
    """The character set of a line, that of the text unless another is better, and its words."""
    if line.isascii():
        return main, as_letters(line, main)
    words = as_letters(line, "utf-8")
    if not rating(words).bad:  # such sequences come about by chance in no other set
        return "utf-8", words
    words = as_letters(line, main)
    found = rating(words)
    if found.bad:
        other, better = best_of_bytes([line], OF_BYTES)
        if better.net > found.net + (0 if BAD_BYTE.search(words) else 1) and better.share >= SURE:
            return other, as_letters(line, other)
    if BAD_BYTE.search(words):
        return "windows-1252", BAD_BYTE.sub(lambda byte: western(byte[0]), words)
    return main, words


def western(byte: str) -> str:
    """The character of windows-1252 for a byte that is no UTF-8."""
    sign = chr(ord(byte) - 0xDC00)
    return WESTERN.get(sign, "\ufffd")


def is_western(text: str) -> bool:
    """Whether a text may be in a language of western Europe, or ASCII with odd signs."""
    high = sum(ord(sign) >= FIRST_HIGH and sign.isalpha() for sign in text)
    letters = sum(sign.isalpha() for sign in text)
    return high <= MOST_WESTERN * letters and not too_many_controls(text)


def too_many_controls(text: str) -> bool:
    """Whether a text has control characters as none has."""
    controls = len(CONTROL.findall(text)) - text.count("\x1a")  # the end of a file, for DOS
    return controls > MOST_CONTROLS * len(text)


# ---------------------------------------------------------------- ASCII that is VIQR

# takes: hoa.ch    Ke^'    DDie^`u    not: theo. (a full stop), e.g.
INSIDE = re.compile(r"(?i:(?<![a-z])dd[aeiouy]|[aeo]\^|[ou]\+|a\(|[aeiouy]['`?~.][a-z])")
WITHOUT_QUOTES = dict.fromkeys(map(ord, "\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u00a0"))
VIQR_SHARE = 0.15  # words with a mark inside: of all words of Vietnamese about half


def is_viqr(text: str) -> bool:
    """Whether a text without marks is Vietnamese with its marks typed behind the letters."""
    if not (text.isascii() or text.translate(WITHOUT_QUOTES).isascii()) or not INSIDE.search(text):
        return False
    words = sampled(text.split())
    marked = [word for word in words if INSIDE.search(word)]
    if len(marked) < max(2, VIQR_SHARE * len(words)):
        return False
    return rating("\n".join(as_letters(word, "viqr") for word in marked)).share >= SURE


# ---------------------------------------------------------------- texts in more than one


def joined(read: Sequence[str], chosen: Sequence[str], main: str) -> Decoded:
    """The text of lines, with a doubt for each stretch that was in another set than the text."""
    doubts: list[Doubt] = []
    start = 0
    told = accumulate(  # a line in ASCII belongs to those before it
        zip(chosen, read, strict=True),
        lambda last, line: (last[0], line[1]) if line[1].isascii() else line,
    )
    for charset, group in groupby(told, key=itemgetter(0)):
        words = "\n".join(line for _, line in group)
        if charset not in (main, AS_IT_IS) and len(doubts) < MOST_DOUBTS:
            message = f"this stretch was read as {charset}, unlike the rest of the text"
            span = (start, start + len(words))
            doubts.append(Doubt(code="mixed_encoding", message=message, span=span))
        start += len(words) + 1
    others = Counter(filter(None, chosen))
    encoding = main or max(others, key=others.__getitem__)
    return Decoded("\n".join(read), encoding, tuple(doubts))


# ---------------------------------------------------------------- what a reading is worth


class Rating(NamedTuple):
    """How many words beyond ASCII of a reading are Vietnamese syllables, and how many are not."""

    good: int
    bad: int

    @property
    def net(self) -> int:
        """What a reading is worth beside others of the same words."""
        return self.good - self.bad

    @property
    def share(self) -> float:
        """The share of good words, 1 without any."""
        return self.good / (self.good + self.bad) if self.good + self.bad else 1.0


def rating(text: str) -> Rating:
    """How well a text reads as Vietnamese."""
    told = [is_good(word) for word in BLANKS.split(text) if not word.isascii()]
    return Rating(told.count(True), told.count(False))


# VISCII has letters where Python sees white space: 0x85, 0xA0, 0x1E
BLANKS = re.compile(r"[ \t\n\r\f\v]+")
LETTERS_OF_WORD = re.compile(r"[^\W\d_\u0300-\u036f][^\W\d_]*[\u0300-\u036f]*[^\W\d_]*")


@lru_cache(maxsize=1 << 14)
def is_good(word: str) -> bool | None:
    """Whether a word beyond ASCII is Vietnamese as its letters go, None where it tells nothing."""
    if UNIT.search(word):
        return None
    if SUSPECT.search(word) or BAD_BYTE.search(word) or CONTROL.search(word):
        return False
    parts = [part for part in LETTERS_OF_WORD.findall(word) if not part.isascii()]
    if not any(len(part) > 1 for part in parts):  # ¹ alone is VISCII's Ự
        return None
    return all(is_well_spelled(part) for part in parts)


UNIT = re.compile(r"(?:^|\d|\W)\u00b5[mglsA]\d?(?:\W|$)")  # 10 µm
NO_TEXT = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f]")  # signs of no encoding
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def is_well_spelled(word: str) -> bool:
    """Whether letters are a syllable in one case, or an abbreviation with Đ."""
    if not (word.islower() or word.isupper() or word[1:].islower()):
        return word.replace(CAPITAL_DE, "").isascii()  # QĐTTg, HĐND, not: kẾ
    return is_syllable(word.lower()) or word.replace(CAPITAL_DE, "").isascii()


def words_of(lines: Sequence[str]) -> list[str]:
    """The words of lines, as parted by ASCII's white space."""
    return [word for line in lines for word in BLANKS.split(line)]


def sampled(words: Sequence[Any]) -> list[Any]:
    """Some words, evenly over the text, each once."""
    return list(dict.fromkeys(words[:: max(1, len(words) // (4 * SAMPLE))]))[:SAMPLE]

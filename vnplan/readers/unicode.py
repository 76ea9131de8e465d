"""Text in Unicode: what JSON and YAML are written in, and most plain text."""

from __future__ import annotations

import codecs
import os
import re

from vnplan.errors import UnreadableFile
from vnplan.folder import trouble
from vnplan.views import normalize

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# takes: KÕ ho¹ch    Keá hoaïch    Káº¿ hoáº¡ch    not: Kế hoạch, 25 °C, m², «Vì môi trường»
SUSPECT = re.compile(
    "[\x80-\x9f\u00a1-\u00a6\u00a8\u00aa\u00ac-\u00ad\u00af\u00b4-\u00b6\u00b8-\u00ba\u00bc\u00be"
    "\u00bf\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7"
    "\u00eb\u00ee\u00ef\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff\u0152\u0153\u0160\u0161\u0178"
    "\u017d\u017e\u0192\u02c6\uf0a0-\uf0ff]"
)

LETTER = re.compile("[\u1ea0-\u1ef9]")  # that nothing but Vietnamese has


def read_unicode(path: str | os.PathLike[str]) -> str:
    """The text of a file in UTF-8, or in another form of Unicode with a byte order mark.

    Raises ``UnreadableFile``.
    """
    data = read_data(path)
    return data_as_unicode(data, name=os.fspath(path))


def data_as_unicode(data: bytes, *, name: str, encoding: str | None = None) -> str:
    """The text of bytes in Unicode; raises ``UnreadableFile`` with the first bad byte.

    Without an encoding, that of the byte order mark, or UTF-8.
    """
    encoding = encoding or marked_encoding(data) or "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        # the codec may have taken the mark off before it counted
        offset = len(data) - len(error.object) + error.start
        found = f"0x{data[offset]:02X}"
        raise UnreadableFile(
            name, "file_undecodable", found=found, offset=offset, encoding=encoding
        ) from None


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark tells, None without one."""
    return next((codec for mark, codec in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def read_data(path: str | os.PathLike[str], *, most: int | None = None) -> bytes:
    """The bytes of a file, if it has no more than ``most``; raises ``UnreadableFile``."""
    try:
        with open(path, "rb") as file:
            data = file.read() if most is None else file.read(most + 1)
    except OSError as error:
        problem, details = trouble(error)
        raise UnreadableFile(path, problem, **details) from error
    except ValueError as error:  # a NUL in the path
        raise UnreadableFile(path, "file_broken", found=str(error)) from error
    if most is not None and len(data) > most:
        raise UnreadableFile(path, "file_too_large", most=most >> 20)
    return data


def as_plain_unicode(data: bytes) -> tuple[str, str] | None:
    """The text of bytes that are surely Vietnamese in UTF-8, and the encoding; None of others.

    It spares nearly all texts the tables of other encodings.
    """
    marked = marked_encoding(data)
    if marked not in (None, "utf-8-sig") or 0 in data:
        return None
    encoding = marked or "utf-8"
    try:
        text = normalize(data.decode(encoding))
    except UnicodeDecodeError:
        return None
    if LETTER.search(text) is None or SUSPECT.search(text) is not None:
        return None
    return text, encoding

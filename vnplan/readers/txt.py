"""Plain text."""

from __future__ import annotations

from vnplan.errors import UnreadableFile
from vnplan.readers.reading import Reading, Wish
from vnplan.readers.unicode import data_as_unicode, marked_encoding


def read(data: bytes, name: str, wish: Wish) -> Reading:
    """The text as it stands, line ends too; raises ``UnreadableFile``."""
    marked = marked_encoding(data)
    if marked is None and mostly_binary(data):
        raise UnreadableFile(name, "file_binary")
    text = data_as_unicode(data, name=name)
    return Reading(text, "text/plain", encoding=marked or "utf-8")


def mostly_binary(data: bytes) -> bool:
    """Whether zero bytes say that this is no text of one byte a character."""
    return data.count(0) * 20 > len(data)

"""Plain text and Markdown, in any encoding that Vietnamese was written in."""

from __future__ import annotations

from vnplan.readers.encodings import decode
from vnplan.readers.reading import Reading, Wish


def read(data: bytes, name: str, wish: Wish) -> Reading:
    """The text in NFC with line ends ``\\n``; raises ``UnreadableFile``."""
    text, encoding, doubts = decode(data, wish.encoding, name=name)
    return Reading(text, "text/plain", encoding=encoding, doubts=doubts)

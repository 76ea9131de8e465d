"""Plain text and Markdown, in any encoding that Vietnamese was written in."""

from __future__ import annotations

from vnplan.readers.reading import Reading, Wish
from vnplan.readers.unicode import as_plain_unicode


def read(data: bytes, name: str, wish: Wish) -> Reading:
    """The text in NFC with line ends ``\\n``; raises ``UnreadableFile``."""
    plain = as_plain_unicode(data) if wish.encoding is None else None
    if plain is not None:
        return Reading(plain[0], "text/plain", encoding=plain[1])
    from vnplan.readers.encodings import decode

    text, encoding, doubts = decode(data, wish.encoding, name=name)
    return Reading(text, "text/plain", encoding=encoding, doubts=doubts)

"""How much of anything one file may ask for, so that none takes the process down."""

from __future__ import annotations

from dataclasses import dataclass

MEGA = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may have or take; what has more is an ``UnreadableFile``.

    ``size`` and ``unpacked`` are bytes, of the file and of what is packed in it, ``text`` the
    characters that are read from it. ``nesting`` is the depth of elements. ``seconds`` and
    ``memory`` (bytes) bound programs that read for us (PDFium, LibreOffice, tesseract): each file's
    run for the first two, each page's for tesseract.
    """

    size: int = 100 * MEGA
    unpacked: int = 300 * MEGA
    text: int = 10_000_000
    pages: int = 400
    nesting: int = 200
    seconds: float = 120.0
    memory: int = 2048 * MEGA


LIMITS = Limits()

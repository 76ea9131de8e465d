"""What a reader gives back, and what it was asked for."""

from __future__ import annotations

from typing import Literal, NamedTuple

from vnplan.readers.limits import LIMITS, Limits
from vnplan.records import Doubt

Ocr = Literal["auto", "always", "never"]


class Reading(NamedTuple):
    """The text of a file as a person would copy it out, and what is known of its making.

    ``text`` is NFC with line ends ``\\n``, so that its offsets are those of the record's text.
    ``page_starts`` are the offsets where the pages begin, the first of them 0, and ``()`` where
    the format has no pages. ``page_confidence`` has one number from 0 to 1 for each page that was
    recognized from an image, and None for each that was not; ``()`` where none was. ``doubts`` are
    what a person should look at before trusting the text; their spans lie in ``text``.
    """

    text: str
    media_type: str
    encoding: str | None = None
    page_starts: tuple[int, ...] = ()
    page_confidence: tuple[float | None, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class Wish(NamedTuple):
    """How a file is to be read.

    ``encoding`` is forced on text that names none. ``ocr``: ``auto`` recognizes pages without
    text, ``always`` all pages, ``never`` none.
    """

    encoding: str | None = None
    ocr: Ocr = "auto"
    limits: Limits = LIMITS

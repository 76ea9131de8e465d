"""Pages for tests of single rules."""

from __future__ import annotations

from vnplan.text import Page, read_text


def page_of(text: str) -> Page:
    """The page of a text, read as a whole document is."""
    return read_text(text)

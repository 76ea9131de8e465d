"""PDF: its text layer by where the words stand, and its scanned pages by their image."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from vnplan.broken import MOST_IN_SOUND_TEXT, broken_share
from vnplan.errors import UnreadableFile
from vnplan.readers import ocr
from vnplan.readers.apart import Apart
from vnplan.readers.pdf_layout import read_sheets
from vnplan.readers.pdf_lines import Rule, Sheet, Word
from vnplan.readers.reading import Reading, Wish
from vnplan.records import Doubt

FEW_LETTERS = 150  # on a page that is an image: a stamp or a page number, not its text
MOST_OF_PAGE = 0.5  # of a page, that its image covers where it is a scan
MOST_PIXELS = 40_000_000  # a page of A3 at 300 dpi has 17 million


def read(data: bytes, name: str, wish: Wish) -> Reading:
    """The text of the pages, those without text recognized; raises ``UnreadableFile``."""
    with on_disk(data) as path, Apart(name, wish.limits) as apart:
        pages: list[dict[str, Any]] = apart.ask(
            "vnplan.readers.pdf_words:words_of_pages",
            path=str(path),
            most_pages=wish.limits.pages,
        )
        if all(page["bad"] for page in pages):
            raise UnreadableFile(name, "pdf_broken")
        with_second_opinion(pages, path, apart)
        seen, unread = recognized(pages, path, apart, name, wish)
    sheets = [seen[n].sheet if n in seen else sheet_of(page) for n, page in enumerate(pages)]
    text, starts = read_sheets(sheets)
    confidence = tuple(seen[n].confidence if n in seen else None for n in range(len(pages)))
    return Reading(
        text,
        "application/pdf",
        page_starts=starts,
        page_confidence=confidence if seen else (),
        doubts=tuple(find_doubts(text, starts, pages, set(seen), unread, wish)),
    )


@contextmanager
def on_disk(data: bytes) -> Iterator[Path]:
    """The path of a file with the bytes, in a folder of its own that goes with it."""
    with tempfile.TemporaryDirectory(prefix="vnplan-") as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        yield path


def sheet_of(page: dict[str, Any]) -> Sheet:
    """A page's words and rules as the layout takes them."""
    words = tuple(Word(*word) for word in page["words"])
    return Sheet(page["width"], page["height"], words, tuple(Rule(*r) for r in page["rules"]))


def words_text(words: list[Any]) -> str:
    """Words in the order in which they came, for telling broken ones."""
    return " ".join(word[0] for word in words)


def with_second_opinion(pages: list[dict[str, Any]], path: Path, apart: Apart) -> None:
    """Replaces the words of pages that are broken by pdfplumber's where these are less so."""
    broken = [n for n, page in enumerate(pages) if is_broken_page(page["words"])]
    if not broken:
        return
    try:
        found = apart.ask("vnplan.readers.pdf_words:plumbed_words", path=str(path), pages=broken)
    except UnreadableFile:
        return  # the first opinion stands
    for n, words in zip(broken, found, strict=True):
        if broken_share(words_text(words)) < broken_share(words_text(pages[n]["words"])) - 0.02:
            pages[n]["words"] = words


def is_broken_page(words: list[Any]) -> bool:
    """Whether the words of a page have lost their Vietnamese letters."""
    return broken_share(words_text(words)) > MOST_IN_SOUND_TEXT


# ---------------------------------------------------------------- pages without text


def needs_ocr(page: dict[str, Any]) -> bool:
    """Whether what a page says is in its image."""
    if page["bad"]:
        return False
    letters = sum(len(word[0]) for word in page["words"])
    if letters == 0:
        return bool(page["drawn"])
    return letters < FEW_LETTERS and page["image"] > MOST_OF_PAGE


def recognized(
    pages: list[dict[str, Any]], path: Path, apart: Apart, name: str, wish: Wish
) -> tuple[dict[int, ocr.Seen], list[int]]:
    """The pages that were recognized from their image, and those that would have had to be."""
    silent = [n for n, page in enumerate(pages) if needs_ocr(page)]
    wanted = {"never": [], "auto": silent, "always": list(range(len(pages)))}[wish.ocr]
    missing = bool(wanted) and not ocr.has_tesseract()
    if not wanted or missing:
        some = any(page["words"] for n, page in enumerate(pages) if n not in silent)
        if silent and not some:
            problem = "ocr_not_wanted" if wish.ocr == "never" else "ocr_missing"
            raise UnreadableFile(name, problem)
        if wish.ocr == "always" and missing:
            raise UnreadableFile(name, "ocr_missing")
        return {}, silent
    seen: dict[int, ocr.Seen] = {}
    for n in wanted:
        image = path.with_name(f"page-{n}.pgm")
        apart.ask(
            "vnplan.readers.pdf_words:draw_page",
            path=str(path),
            page=n,
            most_pixels=MOST_PIXELS,
            out=str(image),
        )
        seen[n] = ocr.see_page(image, (pages[n]["width"], pages[n]["height"]), name, wish.limits)
        image.unlink()
    return seen, []


# ---------------------------------------------------------------- doubts


def find_doubts(
    text: str,
    starts: tuple[int, ...],
    pages: list[dict[str, Any]],
    seen: set[int],
    unread: list[int],
    wish: Wish,
) -> Iterator[Doubt]:
    """What a person should know of pages that could not be read well."""
    if unread:
        yield Doubt(
            code="page_without_text",
            message=f"no text on {as_pages(unread)}, only an image: "
            + (
                "--ocr auto would recognize it"
                if wish.ocr == "never"
                else f"recognizing it needs the Debian packages {ocr.PACKAGES}"
            ),
        )
    bad = [n for n, page in enumerate(pages) if page["bad"]]
    if bad:
        yield Doubt(code="broken_page", message=f"{as_pages(bad)} is broken and was left out")
    broken = [n for n, page in enumerate(pages) if n not in seen and is_broken_page(page["words"])]
    if broken:
        end = starts[broken[-1] + 1] if broken[-1] + 1 < len(starts) else len(text)
        yield Doubt(
            code="broken_text_layer",
            message=f"the text layer of {as_pages(broken)} has lost its Vietnamese letters: "
            "--ocr always would read the pages from their image",
            span=(starts[broken[0]], end),
        )


MOST_NAMED = 10


def as_pages(pages: list[int]) -> str:
    """Pages by number: ``page 3``, ``pages 3, 4 and 9``."""
    names = [str(n + 1) for n in pages]
    if len(names) > MOST_NAMED:
        return f"{len(names)} pages ({', '.join(names[:MOST_NAMED])} …)"
    if len(names) == 1:
        return f"page {names[0]}"
    return f"pages {', '.join(names[:-1])} and {names[-1]}"

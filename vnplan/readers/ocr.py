"""The words of a page's image with their places, by tesseract and its Vietnamese data."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from vnplan.errors import UnreadableFile
from vnplan.lexicon.letters import RECOGNIZED
from vnplan.readers.grey import read_grey, write_grey
from vnplan.readers.limits import Limits
from vnplan.readers.pdf_columns import column_zones
from vnplan.readers.pdf_lines import LABEL, Rule, Sheet, Word

if TYPE_CHECKING:
    from vnplan.readers.grey import Pixels

PACKAGES = "tesseract-ocr tesseract-ocr-vie"
LANGUAGE = "vie"
# one column of lines of several sizes: by itself tesseract drops labels that stand apart
LAYOUT = "4"
COLUMN = "6"  # one block: a letterhead's or a closing block's column by itself
POOR = 0.6  # a confidence below which the page may stand upside down


class Seen(NamedTuple):
    """What was recognized on a page, and how surely: the mean over its letters, from 0 to 1."""

    sheet: Sheet
    confidence: float


def has_tesseract() -> bool:
    """Whether tesseract and its Vietnamese data are installed."""
    return has_tesseract_on(os.environ.get("PATH", ""), os.environ.get("TESSDATA_PREFIX", ""))


@lru_cache(maxsize=8)
def has_tesseract_on(path: str, data: str) -> bool:
    """The same, for a search path and a folder of data that tesseract is told of."""
    program = shutil.which("tesseract", path=path)
    if program is None:
        return False
    try:
        told = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    languages = (told.stdout + told.stderr).decode("utf-8", "replace").split()
    return LANGUAGE in languages


def see_page(image: Path, size: tuple[float, float], name: str, limits: Limits) -> Seen:
    """What is recognized on a page's image (PGM), which is so many points wide and high.

    Raises ``UnreadableFile`` where tesseract takes too long or breaks down.
    """
    seen = seen_upright(image, size, name, limits)
    if seen.confidence >= POOR:
        return seen
    turn = quarter_turns(image, limits)
    if not turn:
        return seen
    turn_image(image, turn)
    again = seen_upright(image, size if turn == 2 else size[::-1], name, limits)
    return max(again, seen, key=lambda one: one.confidence)


def seen_upright(image: Path, size: tuple[float, float], name: str, limits: Limits) -> Seen:
    """What is recognized on an image as it stands."""
    pixels = read_grey(image)
    high, wide = pixels.shape
    scale = size[0] / wide if size[0] > 0 else 0.24
    dpi = str(min(2400, max(70, round(72 / scale))))
    spots = read_hocr(run_tesseract(image, ["--psm", LAYOUT, "--dpi", dpi], name, limits))
    rules = tuple(Rule(*(scale * place for place in rule)) for rule in find_rules(pixels))
    words = tuple(as_word(spot, scale) for spot in level_sizes(spots))
    zones = [
        [int(place / scale) for place in zone]
        for zone in column_zones(Sheet(wide * scale, high * scale, words, rules))
    ]
    for top, low, middle in zones:
        kept = [spot for spot in spots if not top <= spot.base <= low]
        rest = [spot for spot in spots if top <= spot.base <= low]
        for left, right in ((0, middle), (middle, wide)):
            part = image.with_suffix(".part.pgm")
            write_grey(part, pixels[top:low, left:right])
            told = run_tesseract(part, ["--psm", COLUMN, "--dpi", dpi], name, limits)
            again = [moved(spot, left, top) for spot in read_hocr(told)]
            here = [spot for spot in rest if left <= (spot.x0 + spot.x1) / 2 < right]
            kept += surer(here, again)
            part.unlink()
        spots = kept
    words = tuple(as_word(spot, scale) for spot in level_sizes(spots))
    return Seen(Sheet(wide * scale, high * scale, words, rules), round(sureness(spots), 4))


def run_tesseract(image: Path, options: list[str], name: str, limits: Limits) -> str:
    """What tesseract says of an image, as hOCR."""
    command = ["tesseract", str(image), "stdout", "-l", LANGUAGE, *options]
    try:
        told, code = run_limited([*command, "-c", "tessedit_create_hocr=1"], limits)
    except subprocess.TimeoutExpired:
        raise UnreadableFile(name, "file_too_slow", most=int(limits.seconds)) from None
    except OSError:
        raise UnreadableFile(name, "ocr_missing") from None
    if code != 0:
        raise UnreadableFile(name, "ocr_fails", found=code)
    return told.decode("utf-8", "replace")


def run_limited(command: list[str], limits: Limits) -> tuple[bytes, int]:
    """What a program prints and how it ends, within the limits of time and memory."""
    environ = dict(os.environ, OMP_THREAD_LIMIT="1")
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environ,
    ) as process:
        with suppress(ImportError, AttributeError, OSError, ValueError):  # Linux has it
            import resource

            resource.prlimit(process.pid, resource.RLIMIT_AS, (limits.memory, limits.memory))
        try:
            told, _ = process.communicate(timeout=limits.seconds)
        except BaseException:
            process.kill()
            raise
        return told, process.returncode


# ---------------------------------------------------------------- what tesseract says


class Spot(NamedTuple):
    """A word as tesseract tells it, in pixels."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    confidence: float


NUMBER = r"(-?[\d.]+)"
LINE = re.compile(
    rf"class='ocr_(?:line|header|caption|textfloat)'[^>]*?bbox {NUMBER} {NUMBER} {NUMBER} {NUMBER}"
    rf"(?:; baseline {NUMBER} {NUMBER})?(?:[^>]*?x_size {NUMBER})?"
)
WORD = re.compile(
    rf"class='ocrx_word'[^>]*?bbox {NUMBER} {NUMBER} {NUMBER} {NUMBER}; x_wconf {NUMBER}[^>]*>"
    r"(.*?)</span>",
    re.DOTALL,
)
TAG = re.compile(r"<[^<>]*>")


def read_hocr(told: str) -> list[Spot]:
    """The words of an answer in hOCR."""
    spots: list[Spot] = []
    lines = list(LINE.finditer(told))
    for n, line in enumerate(lines):
        end = lines[n + 1].start() if n + 1 < len(lines) else len(told)
        words = list(WORD.finditer(told, line.end(), end))
        spots += without_specks(list(spots_of_line(line, words)))
    return spots


def moved(spot: Spot, right: float, down: float) -> Spot:
    """A word of a part of the image where it stands in the whole."""
    return spot._replace(x0=spot.x0 + right, x1=spot.x1 + right, base=spot.base + down)


def surer(first: list[Spot], again: list[Spot]) -> list[Spot]:
    """The words of a column read twice, line by line those that are more or surer."""
    out: list[Spot] = []
    waiting = list(first)
    for base in sorted({spot.base for spot in again}):
        line = [spot for spot in again if spot.base == base]
        beside = [spot for spot in waiting if abs(spot.base - base) < 0.5 * line[0].size]
        waiting = [spot for spot in waiting if spot not in beside]
        stays = letters(beside) >= 0.9 * letters(line) and sureness(beside) >= sureness(line)
        out += beside if stays else line
    sure = [spot for spot in waiting if spot.confidence > SURE and letters([spot]) > 1]
    return out + [spot for spot in sure if not any(is_same_place(spot, other) for other in out)]


def is_same_place(spot: Spot, other: Spot) -> bool:
    """Whether two readings are of one word, whose lines a skewed or spoilt scan told apart."""
    shared = min(spot.x1, other.x1) - max(spot.x0, other.x0)
    return abs(spot.base - other.base) < spot.size and 2 * shared > spot.x1 - spot.x0


SURE = 0.8


def letters(spots: list[Spot]) -> int:
    """How many letters and figures words have."""
    return sum(char.isalnum() for spot in spots for char in spot.text)


def sureness(spots: list[Spot]) -> float:
    """The mean confidence of words over their letters, from 0 to 1."""
    count = sum(len(spot.text) for spot in spots)
    return sum(spot.confidence * len(spot.text) for spot in spots) / count if count else 0.0


def spots_of_line(line: re.Match[str], words: list[re.Match[str]]) -> Iterator[Spot]:
    """The words of a line on its baseline; on their own where two lines were taken for one."""
    x0, _, x1, bottom = (float(value) for value in line.groups()[:4])
    slope, drop = (float(value or 0) for value in line.groups()[4:6])
    tallest = max((float(word[4]) - float(word[2]) for word in words), default=1.0)
    size = float(line[7] or 0) or tallest
    two = size > 1.4 * tallest
    for word in words:
        text = mended(html.unescape(TAG.sub("", word[6])))
        left, _, right, low = (float(value) for value in word.groups()[:4])
        if text and right > left:
            # the page was set straight: a line is level, whatever its letters made of it
            base = low if two else bottom + drop + slope * (x1 - x0) / 2
            yield Spot(text, left, right, base, tallest if two else size, float(word[5]) / 100)


def mended(word: str) -> str:
    """A word without what tesseract puts into Vietnamese that has no place there."""
    for told, meant in RECOGNIZED:
        word = word.replace(told, meant)
    word = word.strip().strip(BORDERS).strip()
    alone = word[:1] in QUOTES and not any(quote in word[1:] for quote in QUOTES)
    return word[1:] if alone and len(word) > 1 else word


QUOTES = ("'", "\u2018", "\u2019", "`")  # a speck before a word
BORDERS = "|\u00a6\u2016"  # what the upright line of a table is taken for
BULLETS = (["-"], ["\u2013"], ["+"], ["\u2022"], ["*"])  # a block of their own
SECOND_BULLETS = ("-", "_", "\u2013", ".")  # one bullet taken for two
SPECK = 0.35  # a confidence below which a short word is ink and no word
SHORT = 3  # letters


def without_specks(spots: list[Spot]) -> list[Spot]:
    """The words of a line without what was read into a signature, a seal or dirt.

    A label at its beginning stays, however unsure: without it the outline breaks.
    """
    kept = [
        spot
        for n, spot in enumerate(spots)
        if spot.confidence >= SPECK
        or len(spot.text) > SHORT
        or (n == 0 and LABEL.fullmatch(spot.text) is not None)
    ]
    if len(kept) > 1 and LABEL.fullmatch(kept[0].text) and kept[1].text in SECOND_BULLETS:
        del kept[1]
    told = any(char.isalnum() for spot in kept for char in spot.text)
    ruled = any(len(spot.text) > SHORT for spot in kept)
    bullet = [spot.text for spot in kept] in BULLETS
    return kept if told or ruled or bullet else []


def level_sizes(spots: list[Spot]) -> list[Spot]:
    """The words with sizes that do not waver: tesseract measures each line by its own letters."""
    if not spots:
        return []
    usual = median(spot.size for spot in spots)
    return [
        spot._replace(size=usual) if 0.6 * usual < spot.size < 1.5 * usual else spot
        for spot in spots
    ]


def as_word(spot: Spot, scale: float) -> Word:
    """A word in points."""
    return Word(spot.text, scale * spot.x0, scale * spot.x1, scale * spot.base, scale * spot.size)


# ---------------------------------------------------------------- the image


def turn_image(image: Path, quarters: int) -> None:
    """Turns an image by so many quarters, clockwise."""
    import numpy as np

    write_grey(image, np.ascontiguousarray(np.rot90(read_grey(image), -quarters)))


ROTATE = re.compile(r"^Rotate: (\d+)\s+Orientation confidence: ([\d.]+)", re.MULTILINE)


def quarter_turns(image: Path, limits: Limits) -> int:
    """How many quarters clockwise set an image upright, as far as tesseract can tell."""
    try:
        told, _ = run_limited(["tesseract", str(image), "stdout", "--psm", "0"], limits)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    match = ROTATE.search(told.decode("utf-8", "replace"))
    return int(match[1]) // 90 % 4 if match is not None and float(match[2]) > 0.5 else 0


DARK = 160  # of 255; a line of a table is darker
SHORTEST = 0.03  # of the page's width, that a line of a table has


def find_rules(pixels: Pixels) -> list[tuple[float, float, float, float]]:
    """The level and upright lines of an image in pixels."""
    dark = pixels < DARK
    shortest = max(40, int(SHORTEST * pixels.shape[1]))
    level = [(x0, y, x1, y) for y, x0, x1 in dark_runs(dark, shortest)]
    return level + [(x, y0, x, y1) for x, y0, y1 in dark_runs(dark.T, shortest)]


MOST_RUNS = 4000
THICKEST = 14  # pixels; what is thicker is a picture or the scanner's edge


def dark_runs(dark: Any, shortest: int) -> list[tuple[float, float, float]]:
    """Long dark runs along the rows of an image, those of rows beside one another as one.

    Each is its row, its start and its end.
    """
    import numpy as np

    total = np.zeros((dark.shape[0], dark.shape[1] + 1), np.int32)
    np.cumsum(dark, axis=1, out=total[:, 1:])
    full = total[:, shortest:] - total[:, :-shortest] >= 0.97 * shortest
    edges = np.diff(np.pad(full, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    if len(rows) > MOST_RUNS:
        return []
    open_runs: list[list[float]] = []  # first row, last row, start, end
    done: list[list[float]] = []
    for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True):
        end += shortest - 1
        for run in open_runs:
            if row - run[1] <= 2 and start <= run[3] + 20 and end >= run[2] - 20:
                run[1], run[2], run[3] = row, min(run[2], start), max(run[3], end)
                break
        else:
            open_runs.append([row, row, start, end])
        still = [run for run in open_runs if row - run[1] <= 2]
        if len(still) < len(open_runs):
            done += [run for run in open_runs if row - run[1] > 2]
            open_runs = still
    done += open_runs
    return [((a + b) / 2, x0, x1) for a, b, x0, x1 in done if b - a <= THICKEST]

"""The words of a PDF's pages with their places, and its pages as images.

Runs in the process apart (``apart.py``): arguments and answers are plain values. Coordinates are
points from the upper left corner of the page as its text stands upright.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from vnplan.readers.apart import Trouble
from vnplan.readers.grey import FINE_DPI, cleaned, without_colour, write_grey
from vnplan.readers.legacy_fonts import decode_font

MOST_CHARACTERS = 100_000  # on one page: a plan's has 4,000
MOST_PATHS = 5_000  # a drawing, not the lines of tables
WIDEST_LINE = 3.0  # points; a filled box as thin as this is a line of a table


class Glyph(NamedTuple):
    """A character where it stands: its origin, its width's end, its size and its font."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    font: str


# a word: text, left, right, baseline, size, whether it is bold
Placed = tuple[str, float, float, float, float, bool]


def words_of_pages(path: str, most_pages: int) -> list[dict[str, Any]]:
    """The words and rules of each page; raises ``Trouble``."""
    document = open_document(path)
    if len(document) > most_pages:
        raise Trouble("file_too_many_pages", found=len(document), most=most_pages)
    return [words_of_page(document, index) for index in range(len(document))]


def open_document(path: str) -> Any:
    """The document, opened by PDFium; raises ``Trouble``."""
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    try:
        document = pdfium.PdfDocument(path)
        if len(document) == 0:
            raise Trouble("pdf_broken")
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        locked = code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise Trouble("pdf_locked" if locked else "pdf_broken") from error
    return document


def words_of_page(document: Any, index: int) -> dict[str, Any]:
    """The words, rules and size of a page, and how much of it an image covers."""
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    try:
        page = document[index]
        # a digital signature puts the number and the day as annotations on top of the page
        if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
            page.close()
            page = document[index]
        glyphs = list(find_glyphs(page))
        left, low, right, high = page.get_bbox()
    except pdfium.PdfiumError:
        return {"width": 0.0, "height": 0.0, "words": [], "rules": [], "bad": True}
    turns = Counter(turn for turn, _ in glyphs)
    turn = max(turns, key=lambda one: turns[one]) if turns else page.get_rotation() // 90 % 4
    frame = Frame(turn, left, low, right, high)
    words = list(find_words([frame.upright(glyph) for t, glyph in glyphs if t == turn]))
    for other in (1, 2, 3):
        side = Frame((turn + other) % 4, left, low, right, high)
        turned = [side.upright(glyph) for t, glyph in glyphs if t == side.turn]
        words += [frame.seen_from(side, word) for word in as_rows(find_words(turned))]
    rules, image, drawn = find_rules(page)
    return {
        "width": frame.width,
        "height": frame.height,
        "words": words,
        "rules": [frame.box(*rule) for rule in rules],
        "bad": False,
        "image": image,
        "drawn": drawn,
    }


class Frame:
    """A page turned by quarters so that text of one direction stands upright."""

    def __init__(self, turn: int, left: float, low: float, right: float, high: float) -> None:
        self.turn = turn
        self.cos, self.sin = ((1, 0), (0, 1), (-1, 0), (0, -1))[turn]
        corners = [self.turned(x, y) for x, y in ((left, low), (right, high))]
        self.left = min(x for x, _ in corners)
        self.high = max(y for _, y in corners)
        self.width = abs(corners[0][0] - corners[1][0])
        self.height = abs(corners[0][1] - corners[1][1])

    def turned(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page turned back by the direction of the text."""
        return x * self.cos + y * self.sin, y * self.cos - x * self.sin

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page from the upper left corner."""
        x, y = self.turned(x, y)
        return x - self.left, self.high - y

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A point from the upper left corner as one of the page."""
        x, y = x + self.left, self.high - y
        return x * self.cos - y * self.sin, y * self.cos + x * self.sin

    def upright(self, glyph: Box) -> Glyph:
        """A glyph with its place from the upper left corner."""
        x, base = self.place(glyph.x, glyph.y)
        ends = [
            self.place(px, py)[0] for px, py in ((glyph.left, glyph.low), (glyph.right, glyph.high))
        ]
        return Glyph(glyph.text, x, max(x, *ends), base, glyph.size, glyph.font)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A box of the page from the upper left corner."""
        ax, ay = self.place(x0, y0)
        bx, by = self.place(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def seen_from(self, side: Frame, word: Placed) -> Placed:
        """A word that stands on its side as one at its middle, for the cell that it stands in."""
        text, x0, x1, base, size, bold = word
        x, y = self.place(*side.back((x0 + x1) / 2, base - size / 3))
        return text, x - size / 2, x + size / 2, y + size / 3, size, bold


class Box(NamedTuple):
    """A character on the page as PDFium tells it, y upwards."""

    text: str
    x: float
    y: float
    left: float
    low: float
    right: float
    high: float
    size: float
    font: str


HYPHENS = {0x02: "-", 0xFFFE: "-"}  # PDFium's signs for a hyphen at a line's end
NO_SIGN = frozenset((0, 0xFFFD, 0xFFFF))


def find_glyphs(page: Any) -> Iterator[tuple[int, Box]]:
    """The characters that the page shows, each with the quarter that its text is turned by."""
    from pypdfium2 import raw

    held = page.get_textpage()  # closed when nobody holds it
    text = held.raw
    count = raw.FPDFText_CountChars(text)
    if count > MOST_CHARACTERS:
        raise Trouble("pdf_page_too_full", most=MOST_CHARACTERS)
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    styles: dict[int, tuple[float, str, int | None]] = {}
    for i in range(count):
        code = raw.FPDFText_GetUnicode(text, i)
        if code in NO_SIGN or raw.FPDFText_IsGenerated(text, i) == 1:
            continue
        shown = raw.FPDFText_GetTextObject(text, i)
        key = ctypes.addressof(shown.contents) if shown else 0
        style = styles.get(key)
        if style is None:
            style = styles[key] = style_of(text, i)
        size, font, turn = style
        if turn is None:  # aslant: a watermark
            continue
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        raw.FPDFText_GetLooseCharBox(text, i, box)
        yield (
            turn,
            Box(
                HYPHENS.get(code) or chr(code),
                x.value,
                y.value,
                box.left,
                box.bottom,
                box.right,
                box.top,
                size,
                font,
            ),
        )


def style_of(text: Any, i: int) -> tuple[float, str, int | None]:
    """The size, font and quarter of a character, None for one that stands aslant."""
    from pypdfium2 import raw

    matrix, buffer, flags = raw.FS_MATRIX(), ctypes.create_string_buffer(256), ctypes.c_int()
    raw.FPDFText_GetMatrix(text, i, matrix)
    raw.FPDFText_GetFontInfo(text, i, buffer, len(buffer), flags)
    size = raw.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d)
    quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    turn = round(quarters)
    font = buffer.value.decode("utf-8", "replace")
    return abs(size) or 1.0, font, turn % 4 if abs(quarters - turn) < 0.06 else None


# ---------------------------------------------------------------- characters to words

SAME_BASE = 0.12  # of the size, by which the baselines of a row may differ
WORD_GAP = 0.17  # of the size; a blank has .25, less in a tight line


def find_words(glyphs: list[Glyph]) -> Iterator[Placed]:
    """The words of the characters, row by row, whatever order the file has them in."""
    glyphs.sort(key=lambda glyph: glyph.base)
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and glyph.base - row[0].base > SAME_BASE * max(row[0].size, glyph.size):
            yield from words_of_row(row)
            row = []
        row.append(glyph)
    if row:
        yield from words_of_row(row)


def words_of_row(row: list[Glyph]) -> Iterator[Placed]:
    """The words of the characters of one baseline."""
    row.sort(key=lambda glyph: glyph.x0)
    row = without_doubles(row)
    gaps = [b.x0 - a.x1 for a, b in pairwise(row) if not a.text.isspace()]
    # letters set wide apart: K Ế   H O Ạ C H
    wide = 1.8 * median(gaps) if len(gaps) > 3 else 0.0
    word: list[Glyph] = []
    for glyph in row:
        if word and glyph.x0 - word[-1].x1 > max(WORD_GAP * glyph.size, wide):
            yield as_word(word)
            word = []
        if not glyph.text.isspace():
            word.append(glyph)
        elif word:
            yield as_word(word)
            word = []
    if word:
        yield as_word(word)


def without_doubles(row: list[Glyph]) -> list[Glyph]:
    """The row without letters drawn twice (bold by overprinting) and blanks that a letter fills."""
    kept: list[Glyph] = []
    for glyph in row:
        before = kept[-1] if kept else None
        if before is not None:
            near = glyph.x0 - before.x0
            if glyph.text == before.text and near < 0.12 * glyph.size and not glyph.text.isspace():
                continue
            # takes: T( )NH with Ỉ drawn over the blank
            if before.text.isspace() and near < 0.2 * (before.x1 - before.x0):
                kept.pop()
        kept.append(glyph)
    return kept


def as_word(word: list[Glyph]) -> Placed:
    """A word of its characters, those in fonts from before Unicode decoded."""
    pieces: list[str] = []
    start = 0
    for i in range(1, len(word) + 1):
        if i == len(word) or plain_font(word[i].font) != plain_font(word[start].font):
            letters = "".join(glyph.text for glyph in word[start:i])
            pieces.append(decode_font(letters, word[start].font))
            start = i
    size = median(glyph.size for glyph in word)
    bold = "bold" in word[0].font.lower()
    return "".join(pieces), word[0].x0, max(g.x1 for g in word), word[0].base, size, bold


def plain_font(font: str) -> str:
    """The font's name without the mark of its subset (``ABCDEF+``)."""
    return font[7:] if font[6:7] == "+" else font


def as_rows(words: Iterator[Placed]) -> Iterator[Placed]:
    """Words of one baseline as one."""
    row: list[Placed] = []
    for word in words:
        if row and (word[3] != row[-1][3] or word[1] - row[-1][2] > word[4]):
            yield as_one(row)
            row = []
        row.append(word)
    if row:
        yield as_one(row)


def as_one(row: list[Placed]) -> Placed:
    """Words beside one another as one."""
    return (" ".join(word[0] for word in row), row[0][1], row[-1][2], *row[0][3:])


# ---------------------------------------------------------------- lines and images

Rule = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
UNTURNED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def find_rules(page: Any) -> tuple[list[Rule], float, bool]:
    """The upright and level lines of the page, the share of it that its largest image covers, and
    whether anything is drawn on it."""
    from pypdfium2 import raw

    left, low, right, high = page.get_bbox()
    area = max(1.0, (right - left) * (high - low))
    rules: list[Rule] = []
    image, paths, drawn = 0.0, 0, False
    for shape, matrix in find_shapes(page, raw):
        kind = raw.FPDFPageObj_GetType(shape)
        drawn = drawn or kind == raw.FPDF_PAGEOBJ_TEXT  # which perhaps gave no words
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = bounds_of(shape, matrix, raw)
            image = max(image, (x1 - x0) * (y1 - y0) / area)
            drawn = True
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
            drawn = drawn or paths > 200  # letters as curves
            if paths <= MOST_PATHS:
                rules += rules_of_path(shape, matrix, raw)
    return (rules if paths <= MOST_PATHS else []), min(1.0, image), drawn


def find_shapes(page: Any, raw: Any) -> Iterator[tuple[Any, Matrix]]:
    """The shapes on the page and in its forms, each with the matrix of its form."""
    waiting: list[tuple[Any, Matrix, int]] = [
        (raw.FPDFPage_GetObject(page, i), UNTURNED, 0)
        for i in range(min(raw.FPDFPage_CountObjects(page), 4 * MOST_PATHS))
    ]
    while waiting:
        shape, matrix, depth = waiting.pop()
        if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_FORM:
            yield shape, matrix
        elif depth < 8:
            inner = times(matrix_of(shape, raw), matrix)
            count = min(raw.FPDFFormObj_CountObjects(shape), 4 * MOST_PATHS)
            waiting += [
                (raw.FPDFFormObj_GetObject(shape, i), inner, depth + 1) for i in range(count)
            ]


def matrix_of(shape: Any, raw: Any) -> Matrix:
    """The matrix of a shape."""
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(shape, m)
    return m.a, m.b, m.c, m.d, m.e, m.f


def times(m: Matrix, n: Matrix) -> Matrix:
    """One matrix, then another."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def at(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point moved by a matrix."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def bounds_of(shape: Any, matrix: Matrix, raw: Any) -> Rule:
    """The box of a shape on the page."""
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(shape, left, low, right, high)
    ax, ay = at(matrix, left.value, low.value)
    bx, by = at(matrix, right.value, high.value)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def rules_of_path(shape: Any, matrix: Matrix, raw: Any) -> Iterator[Rule]:
    """The lines that a path draws: its strokes, or itself where it is a thin box."""
    x0, y0, x1, y1 = bounds_of(shape, matrix, raw)
    if min(x1 - x0, y1 - y0) <= WIDEST_LINE:
        yield thin(x0, y0, x1, y1)
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, fill, stroke)
    if not stroke.value and not fill.value:
        return
    lines = list(lines_of_path(shape, times(matrix_of(shape, raw), matrix), raw))
    if stroke.value:
        for ax, ay, bx, by in lines:
            if min(abs(ax - bx), abs(ay - by)) <= 1.0:
                yield thin(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
    else:
        yield from thin_boxes(lines)


def thin_boxes(lines: list[Rule]) -> Iterator[Rule]:
    """The thin boxes of a path that fills several at once."""
    for i in range(0, len(lines) - 3):
        four = lines[i : i + 4]
        xs = [x for ax, _, bx, _ in four for x in (ax, bx)]
        ys = [y for _, ay, _, by in four for y in (ay, by)]
        if four[0][:2] == four[3][2:] and min(max(xs) - min(xs), max(ys) - min(ys)) <= WIDEST_LINE:
            yield thin(min(xs), min(ys), max(xs), max(ys))


def lines_of_path(shape: Any, matrix: Matrix, raw: Any) -> Iterator[Rule]:
    """The straight pieces of a path, from point to point."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for i in range(min(raw.FPDFPath_CountSegments(shape), MOST_PATHS)):
        piece = raw.FPDFPath_GetPathSegment(shape, i)
        raw.FPDFPathSegment_GetPoint(piece, x, y)
        point = at(matrix, x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(piece)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield (*last, *point)
        last = point
        if raw.FPDFPathSegment_GetClose(piece):
            yield (*last, *first)
            last = first


def thin(x0: float, y0: float, x1: float, y1: float) -> Rule:
    """A thin box as the line in its middle."""
    if x1 - x0 >= y1 - y0:
        middle = (y0 + y1) / 2
        return x0, middle, x1, middle
    middle = (x0 + x1) / 2
    return middle, y0, middle, y1


# ---------------------------------------------------------------- the second opinion, and images


def plumbed_words(path: str, pages: list[int]) -> list[list[Placed]]:
    """The words of some pages as pdfplumber reads them."""
    import pdfplumber

    found: list[list[Placed]] = []
    with pdfplumber.open(path) as document:
        for index in pages:
            page = document.pages[index]
            glyphs = [
                Glyph(
                    char["text"],
                    float(char["x0"]),
                    float(char["x1"]),
                    float(page.height) - float(char["matrix"][5]),
                    float(char["size"]),
                    str(char["fontname"]),
                )
                for char in page.chars
                if char.get("upright", True)
            ]
            found.append(list(find_words(glyphs)))
            page.close()
    return found


def draw_page(path: str, page: int, most_pixels: int, out: str) -> None:
    """Writes the image of a page to ``out`` in grey, fit to be recognized."""
    document = open_document(path)
    shown = document[page]
    width, height = shown.get_size()
    most = 72 * math.sqrt(most_pixels / max(1.0, width * height))
    dpi = min(most, scan_dpi(shown) or FINE_DPI)
    pixels = shown.render(scale=max(dpi, 1) / 72, rev_byteorder=True).to_numpy()
    write_grey(out, cleaned(without_colour(pixels), dpi, most_pixels))


SCAN_DPI = (150, 400)  # what an office's scanner makes


def scan_dpi(page: Any) -> float | None:
    """The dots to the inch that a page was scanned with: drawn anew with others it blurs."""
    from pypdfium2 import raw

    wide, high = ctypes.c_uint(), ctypes.c_uint()
    found: list[tuple[float, float]] = []
    for shape, matrix in find_shapes(page, raw):
        if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_IMAGE:
            continue
        if not raw.FPDFImageObj_GetImagePixelSize(shape, wide, high):
            continue
        x0, y0, x1, y1 = bounds_of(shape, matrix, raw)
        if x1 > x0 and y1 > y0:
            dots = 72 * math.sqrt(wide.value * high.value / ((x1 - x0) * (y1 - y0)))
            found.append(((x1 - x0) * (y1 - y0), dots))
    least, most = SCAN_DPI
    return next((dots for _, dots in sorted(found, reverse=True) if least <= dots <= most), None)

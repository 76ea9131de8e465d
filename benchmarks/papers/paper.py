"""A text as the document that it was copied from: paragraphs with labels, tables, letterhead.

Between a ``.txt`` and its files stands one ``Paper``, from which every builder draws, so that
all forms of a document have the same words. Lines that were hard wrapped are joined, page
numbers left out, markdown becomes bold and italic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

from vnplan.layout import LINE_END, lay_out
from vnplan.lexicon import headings
from vnplan.markers import Marker
from vnplan.outline import Outline, read_outline
from vnplan.patterns import any_of, pattern
from vnplan.text import Page, Paragraph, read_text
from vnplan.views import normalize

Look = Literal["plain", "type", "title", "heading", "centre"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed (``2.1.``), and what it is: style, the label alone, its ordinal."""

    printed: str
    style: str
    label: str
    ordinal: int


@dataclass(slots=True)
class Words:
    """A paragraph: its label where it has one, its runs, how it looks and how deep it stands."""

    runs: list[Run]
    label: Label | None = None
    look: Look = "plain"
    depth: int = 0

    @property
    def text(self) -> str:
        """The words without the label."""
        return "".join(run.text for run in self.runs)


Cell = list[Words]


@dataclass(slots=True)
class Table:
    """Rows of cells, with lines around them or without; a row of one cell goes across."""

    rows: list[list[Cell]]
    lines: bool = True
    closing: bool = False

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max(len(row) for row in self.rows)


Block = Words | Table


@dataclass(slots=True)
class Paper:
    """A document: its name and its blocks in order."""

    name: str
    blocks: list[Block] = field(default_factory=list)

    def words(self) -> Iterator[Words]:
        """All paragraphs, those of cells too, in order."""
        for block in self.blocks:
            if isinstance(block, Words):
                yield block
            else:
                yield from (words for row in block.rows for cell in row for words in cell)


def read_paper(text: str, name: str) -> Paper:
    """The document that a text was copied from."""
    text = normalize(text)
    laid = lay_out(text)
    page = read_text(laid.text if laid is not None else text)
    return Reader(page, read_outline(page), name).read()


# takes: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM    Độc lập - Tự do    Hà Nội, ngày 5    Ngày 5 tháng 2
# not:   UBND TỈNH
RIGHT_HAND = pattern(
    r"(?:CỘNG H\p{Lu}+ XÃ HỘI|Độc lập\s*-|ĐẢNG CỘNG SẢN VIỆT NAM"
    r"|(?:(?:TP\.\s*)?\p{Lu}\p{Ll}+[ ]?){1,6},\s+ngày|Ngày\s+(?:\d|tháng))"
)
GAP = re.compile(r" {3,}|\t+")
# what stands before a gap that is to be filled in: Số:      /KH-UBND    Ngày      tháng 02 năm 2025
LEFT_BLANK = pattern(rf"\s*(?:{any_of(('số', 'ngày'))})\s*:?", re.IGNORECASE)
GROUND = pattern(rf"(?:{'|'.join(headings.GROUND_OPENINGS)})\b")
RECIPIENTS = pattern(rf"\W{{0,3}}{any_of(headings.RECIPIENTS)}\b", re.IGNORECASE)
BULLETS = frozenset("-+*\u2022\u2013")
MARKDOWN = re.compile(
    r"\*\*\*(?P<both>\S.*?)\*\*\*|\*\*(?P<bold>\S.*?)\*\*|\*(?P<slant>[^\s*][^*]*)\*"
)
MOST_LETTERHEAD = 14  # lines


class Reader:
    """Makes the blocks of one page."""

    def __init__(self, page: Page, outline: Outline, name: str) -> None:
        self.page = page
        self.outline = outline
        self.paper = Paper(name)
        self.depths = {
            node.marker.start: node.depth for node in outline.walk() if node.marker is not None
        }
        self.titles = {
            node.marker.start
            for node in outline.walk()
            if node.marker is not None and node.title is not None
        }
        self.depth = 0

    def read(self) -> Paper:
        """The whole document."""
        paragraphs = self.page.paragraphs
        i = self.letterhead()
        closings = {block.start: block for block in self.outline.closings if len(block)}
        title = self.outline.type_line
        under_title = False
        while i < len(paragraphs):
            if i in closings:
                self.closing(closings[i])
                i = closings[i].stop
                continue
            paragraph = paragraphs[i]
            if paragraph.row:
                i = self.table(i)
                continue
            words = self.words_of(paragraph)
            if i == title or self.is_type(words):
                words.look, under_title = "type", True
                if words.label is None:  # its gaps tell that letters were lost: KẾ     O
                    words.runs = [Run(unmarked(self.page.text[paragraph.start : paragraph.end]))]
                else:  # - KÉ HOẠCH: a scan's stray sign, and no list
                    words.runs.insert(0, Run(f"{words.label.printed} "))
                    words.label = None
            elif under_title and self.is_title(paragraph, words):
                words.look = "title"
            else:
                under_title = False
            if not self.goes_on_inline(paragraph, words):
                self.paper.blocks.append(words)
            i += 1
        return self.paper

    # ------------------------------------------------------------ paragraphs

    def words_of(self, paragraph: Paragraph) -> Words:
        """A paragraph with its label and runs."""
        marker = paragraph.marker
        raw = self.raw(paragraph.words if marker is not None else paragraph.start, paragraph.end)
        if marker is None:
            return Words(self.runs(raw.lstrip("# ")), depth=self.depth)
        label = self.label(marker, paragraph)
        if label is None:
            typed = self.raw(paragraph.start, paragraph.words)
            return Words(self.runs(f"{typed} {raw}".lstrip("# ")), depth=self.depth)
        if marker.style != "bullet":
            self.depth = self.depths[marker.start]
        words = Words(self.runs(raw, bold=label.printed == "***"), label, depth=self.depth)
        if label.printed == "***":
            words.label = Label("*", "bullet", "*", 0)
        if marker.start in self.titles and len(words.text) < 200:
            words.look = "heading"
        return words

    def label(self, marker: Marker, paragraph: Paragraph) -> Label | None:
        """The label of a paragraph, if the outline has it for one or it is a bullet."""
        printed = self.raw(paragraph.start, paragraph.words)
        if marker.style == "bullet":
            sign = self.page.text[marker.start]
            fits = printed == "***" or (len(printed) == 1 and sign in BULLETS)
            return Label(printed, "bullet", sign, 0) if fits else None
        if marker.start not in self.depths or marker.damaged or not marker.label:
            return None
        printed = printed.replace("*", "").lstrip("# ").strip()
        return Label(printed, marker.style, marker.label, marker.ordinal)

    def raw(self, start: int, end: int) -> str:
        """The words of a stretch on one line, without the page's own numbers."""
        inside = (
            self.page.text[max(line.start, start) : min(line.end, end)]
            for line in self.page.lines
            if line.furniture is None and line.start < end and line.end > start
        )
        return " ".join(" ".join(inside).replace(LINE_END, " ").split())

    def runs(self, raw: str, *, bold: bool = False) -> list[Run]:
        """Words as runs: markdown becomes weight."""
        if not self.page.marked:
            return [Run(raw)]
        if bold:
            return [Run(raw.removesuffix("**").strip(), bold=True)]
        runs: list[Run] = []
        at = 0
        for match in MARKDOWN.finditer(raw):
            runs.append(Run(raw[at : match.start()]))
            words = match["both"] or match["bold"] or match["slant"]
            runs.append(Run(words, match["slant"] is None, match["bold"] is None))
            at = match.end()
        runs.append(Run(raw[at:].replace("**", "")))
        return [run for run in runs if run.text]

    def goes_on_inline(self, paragraph: Paragraph, words: Words) -> bool:
        """Whether a label inside a line began the paragraph: then it belongs to the one before."""
        start = paragraph.start
        line_start = self.page.text.rfind("\n", 0, start) + 1
        blocks = self.paper.blocks
        before_it = self.page.text[line_start:start].strip()
        if not before_it.strip("#*_`'\".,: ") or not blocks:
            return False
        before = blocks[-1]
        if not isinstance(before, Words):
            return False
        printed = f"{words.label.printed} " if words.label else ""
        before.runs += [Run(f" {printed}"), *words.runs]
        before.look = "plain"
        return True

    def is_type(self, words: Words) -> bool:
        """Whether a paragraph is a further document's type: the plan behind its decision."""
        return words.label is None and words.text.strip() in ("KẾ HOẠCH", "QUYẾT ĐỊNH", "PHỤ LỤC")

    def is_title(self, paragraph: Paragraph, words: Words) -> bool:
        """Whether a paragraph below the type is the title's."""
        text = words.text
        return (
            paragraph.marker is None
            and not GROUND.match(text)
            and not text.endswith((".", ";", ":"))
            and len(text) < 300
        )

    # ------------------------------------------------------------ tables

    def table(self, i: int) -> int:
        """Adds the table whose first row is paragraph ``i``; gives the paragraph behind it."""
        rows: list[list[Cell]] = []
        paragraphs = self.page.paragraphs
        while i < len(paragraphs) and paragraphs[i].row:
            line = self.page.text[paragraphs[i].start : paragraphs[i].end]
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if not all(re.fullmatch(r":?-{2,}:?", cell) for cell in cells):
                rows.append([self.cell(cell) for cell in cells])
            i += 1
        if rows:
            self.paper.blocks.append(Table(rows))
        return i

    def cell(self, raw: str) -> Cell:
        """The paragraphs of a cell."""
        lines = [" ".join(line.split()) for line in re.split(rf"{LINE_END}|<br ?/?>", raw)]
        return [Words(self.runs(line)) for line in lines]

    # ------------------------------------------------------------ letterhead and closing block

    def letterhead(self) -> int:
        """Adds the letterhead as a table of two columns; gives the paragraph behind it."""
        stop = self.outline.type_line
        if stop is None or not 0 < stop <= MOST_LETTERHEAD:
            return 0
        lines = self.lines_of(0, stop)
        left, right = in_columns(lines) or by_words([line for _, line in lines])
        if not left or not right or len(lines) > MOST_LETTERHEAD:
            return 0
        self.two_columns(left, right)
        return stop

    def closing(self, block: range) -> None:
        """Adds a closing block: recipients on the left, signature on the right."""
        lines = self.lines_of(block.start, block.stop)
        split = in_columns(lines) if any(RECIPIENTS.match(words) for _, words in lines) else None
        if split is None:
            plain = [one_line(line) for _, line in lines]
            first = next((i for i, line in enumerate(plain) if RECIPIENTS.match(line)), None)
            if first is None:
                left, right = [], plain
            else:
                stop = first + 1
                while stop < len(plain) and not is_signature(plain[stop]):
                    stop += 1
                left, right = plain[first:stop], [*plain[:first], *plain[stop:]]
        else:
            left, right = split
        if left and right:
            self.two_columns(left, right, closing=True)
        else:
            looks: Look = "plain" if left else "centre"
            self.paper.blocks += [Words(self.runs(line), look=looks) for line in left or right]

    def lines_of(self, first: int, stop: int) -> list[tuple[int, str]]:
        """The lines of paragraphs, each with its column."""
        paragraphs = self.page.paragraphs
        start = paragraphs[first].first_line
        end = paragraphs[stop].first_line if stop < len(paragraphs) else len(self.page.lines)
        lines = []
        for line in self.page.lines[start:end]:
            rule = line.furniture == "rule" and stop < len(paragraphs)
            if line.furniture is not None and not rule:
                continue
            words = self.page.text[line.start : line.end]
            lines.append((line.column, words if self.page.marked is False else unmarked(words)))
        return lines

    def two_columns(self, left: list[str], right: list[str], *, closing: bool = False) -> None:
        """Adds two columns side by side, without lines."""
        cells: list[Cell] = [
            [Words([Run(line)], look="plain" if closing and i == 0 else "centre") for line in side]
            for i, side in enumerate((left, right))
        ]
        self.paper.blocks.append(Table([cells], lines=False, closing=closing))


def unmarked(words: str) -> str:
    """Words of a letterhead without markdown."""
    return words.lstrip("# ").replace("**", "")


def in_columns(lines: Sequence[tuple[int, str]]) -> tuple[list[str], list[str]] | None:
    """Lines that are printed side by side as two columns, None where no line has both."""
    cut: list[tuple[int, re.Match[str]]] = []
    for column, words in lines:
        gaps = [
            gap for gap in GAP.finditer(words) if not LEFT_BLANK.fullmatch(words, 0, gap.start())
        ]
        if gaps:
            cut.append((column, max(gaps, key=lambda gap: len(gap.group()))))
    if not cut:
        return None
    second = median(column + gap.end() for column, gap in cut)
    left: list[str] = []
    right: list[str] = []
    for column, words in lines:
        gaps = [gap for gap in GAP.finditer(words) if abs(column + gap.end() - second) < 25]
        if gaps:
            gap = max(gaps, key=lambda gap: len(gap.group()))
            left.append(one_line(words[: gap.start()]))
            right.append(one_line(words[gap.end() :]))
        else:
            (right if column > second * 0.6 else left).append(one_line(words))
    return left, right


def by_words(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Lines of a letterhead that were copied one below the other, or run together, as columns."""
    left: list[str] = []
    right: list[str] = []
    for words in lines:
        match = RIGHT_HAND.search(words)
        if match is None:
            left.append(one_line(words))
            continue
        if words[: match.start()].strip():
            left.append(one_line(words[: match.start()]))
        right.append(one_line(words[match.start() :]))
    return left, right


# takes: GIÁM ĐỐC    KT. VIỆN TRƯỞNG    T/M BAN THƯỜNG VỤ    Trần Văn Hiếu
# not:   - Lưu: VT    BCH Công đoàn Sở
def is_signature(words: str) -> bool:
    """Whether a line below the recipients is the signature's, in capitals."""
    letters = [sign for sign in words if sign.isalpha()]
    small = sum(sign.islower() for sign in letters)
    return not words.startswith(("-", "+", "*", "\u2013")) and len(letters) > 3 and small <= 1


def one_line(words: str) -> str:
    """Words with one blank between them."""
    return " ".join(words.split())


def as_lines(paper: Paper) -> str:
    """The paper as plain text: what a reader of any of its files should give back."""
    lines: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Words):
            lines.append(typed(block))
        elif block.lines:
            lines += [
                f"| {' | '.join(LINE_END.join(map(typed, cell)) for cell in row)} |"
                for row in block.rows
            ]
        else:
            for k, cell in enumerate(block.rows[0]):
                lines += ["", *map(typed, cell), ""]
                if block.closing and k and len(cell) > 1:  # where the signature stands
                    lines.insert(-2, "")
    return "\n".join(lines) + "\n"


def typed(words: Words) -> str:
    """A paragraph with its label before it."""
    return f"{words.label.printed} {words.text}".strip() if words.label else words.text


EMBLEMS = pattern(r"CỘNG H\p{Lu}+ XÃ HỘI|ĐỘC LẬP|Độc lập|ĐẢNG CỘNG SẢN")


def is_emblem(words: str) -> bool:
    """Whether a line is the country's name or its motto, which are printed bold."""
    return EMBLEMS.match(words) is not None

"""Differences as a Word document: a report on one pair, and what any such page is made of."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from vnplan.language import say
from vnplan.records import DiffItem
from vnplan.report.compared import Compared
from vnplan.report.sheet import FILLS, STATUSES, capital, quoted
from vnplan.report.text import (
    ORDER,
    PageOfText,
    duties,
    printable,
    standing,
    together,
    told_change,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

FONT = "Times New Roman"
ENDLESS = 1_000_000  # a line of our own page is a paragraph here
WIDTH = 165  # millimetres between the margins
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 20, 20
# standing -> millimetres of its columns: section, the parent's words, the child's, remarks
BOTH = (18, 54, 50, 43)
PARENT_ONLY = (20, 105, 40)
CHILD_ONLY = (20, 115, 30)


def as_report(made: Sequence[Compared], *, lang: str = "en") -> bytes:
    """The .docx on one child: which plans, the counts, then the duties by status with quotes."""
    [pair] = made
    result = pair.result
    page = PageOfText(result, lang, ENDLESS, False, False)
    document = open_document(size=12)
    number_pages(document.sections[0].footer.paragraphs[0], say(lang, "page"), total=True)
    head = paragraph(document, align="center", after=2)
    write(head, say(lang, "report_title"), bold=True, size=15)
    name = printable(result.child.issuing_body or result.child.number or pair.child_path)
    write(paragraph(document, align="center", after=10), name, bold=True, size=13)
    plans(document, pair, page, lang)
    heading(document, say(lang, "sheet_totals"))
    for line in (*page.counts(), *page.unused()):
        write(paragraph(document), line.strip())
    counts(document, pair, lang)
    for status in ORDER:
        items = [item for item in duties(result) if standing(item) == status]
        if status == "covered":
            items = [item for item in items if page.uncertain(item)]
        if items:
            every = sum(standing(item) == status for item in duties(result))
            count: object = len(items)
            if len(items) < every:
                count = say(lang, "so_many_of", some=len(items), all=every)
            heading(document, f"{capital(say(lang, status))} ({count})", FILLS[status][1])
            listed(document, items, status, page, lang)
    return saved(document)


def plans(document: Document, pair: Compared, page: PageOfText, lang: str) -> None:
    """Which two plans were compared."""
    table = grid(document, (32, WIDTH - 32))
    sides = (
        ("parent", pair.result.parent, pair.parent_path),
        ("child", pair.result.child, pair.child_path),
    )
    for side, plan, path in sides:
        cells = cells_of(table)
        write(cells[0].paragraphs[0], say(lang, side), bold=True)
        told = [line.strip() for line in page.headline("", plan)]
        told += [capital(line.strip()) for line in page.ground()] if side == "child" else []
        told = [*told, f"{say(lang, 'column_file')}: {printable(path)}"]
        for place, line in enumerate(told):
            where = cells[1].paragraphs[0] if place == 0 else cells[1].add_paragraph()
            write(where, line, bold=place == 0)
    if pair.result.subject:
        words = say(lang, "only_about", subject=printable(pair.result.subject))
        write(paragraph(document, before=4), words)


def counts(document: Document, pair: Compared, lang: str) -> None:
    """How many items have each status, as the JSON counts them."""
    columns = ("column_status", "column_duties", "legal_basis", "column_sum", "accepted")
    table = grid(document, (45, 30, 30, 30, 30))
    headed(table, [capital(say(lang, name)) for name in columns])
    for status in STATUSES:
        of = [item for item in pair.result.items if item.status == status]
        if not of:
            continue
        grounds = sum(item.kind == "legal_basis" for item in of)
        accepted = sum(standing(item) == "accepted" for item in of)
        cells = cells_of(table)
        write(cells[0].paragraphs[0], capital(say(lang, status)), bold=True)
        shade(cells[0], FILLS[status][0])
        for cell, n in zip(cells[1:], (len(of) - grounds, grounds, len(of), accepted), strict=True):
            write(cell.paragraphs[0], str(n))
            aligned(cell.paragraphs[0], "center")


def listed(
    document: Document, items: Sequence[DiffItem], status: str, page: PageOfText, lang: str
) -> None:
    """The items of a status in a table: words of the sides that have some, then remarks."""
    heads = ["column_section", "column_parent_words", "column_child_words", "column_remarks"]
    widths: tuple[int, ...] = BOTH
    if status == "added":
        heads, widths = ["column_section", "column_child_words", "column_kind"], CHILD_ONLY
    elif not any(item.child for item in items):
        heads, widths = [heads[0], heads[1], heads[3]], PARENT_ONLY
    table = grid(document, widths)
    headed(table, [say(lang, head) for head in heads])
    for same in together(items):
        item = same[0]
        words = item.parent or item.child[0]
        kinds = ", ".join(dict.fromkeys(say(lang, one.kind) for one in same))
        told = [printable(words.section), printable(words.text)]
        if status == "added":
            told.append(kinds)
        else:
            told += [quoted(item.child)] if len(widths) == len(BOTH) else []
            told.append("\n".join(remarks(same, page, lang)))
        for cell, part in zip(cells_of(table), told, strict=True):
            for place, line in enumerate(part.split("\n")):
                write(cell.paragraphs[0] if place == 0 else cell.add_paragraph(), line, size=11)


def remarks(same: Sequence[DiffItem], page: PageOfText, lang: str) -> list[str]:
    """What is to be said of items of one duty: kinds, what is not there, what changed and why."""
    item = same[0]
    kinds = dict.fromkeys(say(lang, one.kind) for one in same)
    told = [", ".join((*(one.id for one in same), *kinds))]
    if page.uncertain(item):
        told.append(f"? {say(lang, 'column_review_note')}")
    told += [f"{say(lang, 'missing_acts')}: {printable(act)}" for act in item.missing_acts]
    told += [told_change(change, lang) for change in item.changes]
    if item.reason:
        told.append(f"{say(lang, 'reason')}: {printable(item.reason)}")
    return [*told, *page.decision(item, 0)]


# ---------------------------------------------------------------- what pages are made of


def open_document(*, size: float) -> Document:
    """An empty A4 page with the margins and letters of Nghị định 30/2020, Phụ lục I."""
    from docx import Document as new_document
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = new_document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance = section.footer_distance = Mm(10)
    style: Any = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(size)
    for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
        style.element.rPr.rFonts.set(qn(script), FONT)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    spoken = style.element.rPr.makeelement(qn("w:lang"), {qn("w:val"): "vi-VN"})
    style.element.rPr.append(spoken)
    properties = document.core_properties
    properties.author, properties.comments = "vnplan", ""
    return document


def saved(document: Document) -> bytes:
    """The bytes of a document, the same each time it is made."""
    from zipfile import ZipFile, ZipInfo

    page, still = io.BytesIO(), io.BytesIO()
    document.save(page)
    with ZipFile(page) as made, ZipFile(still, "w") as kept:
        for part in made.infolist():
            dated = ZipInfo(part.filename)  # 1980, whatever the clock says
            dated.compress_type = part.compress_type
            kept.writestr(dated, made.read(part))
    return still.getvalue()


def paragraph(
    where: Document | _Cell,
    *,
    align: str = "",
    before: float = 0,
    after: float = 3,
    first: float = 0,
) -> Paragraph:
    """A new paragraph; ``before`` and ``after`` in points, ``first`` line in millimetres in."""
    from docx.shared import Mm, Pt

    made = where.add_paragraph()
    made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(before), Pt(after)
    if first:
        made.paragraph_format.first_line_indent = Mm(first)
    if align:
        aligned(made, align)
    return made


def aligned(made: Paragraph, how: str) -> None:
    """Sets a paragraph to ``center``, ``right`` or ``both`` margins."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    known = {
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }
    made.alignment = known[how]


def write(
    where: Paragraph,
    words: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float | None = None,
    colour: str | None = None,
) -> Run:
    """Words at the end of a paragraph."""
    from docx.shared import Pt, RGBColor

    run = where.add_run(printable(words))
    run.bold, run.italic = bold or None, italic or None
    if size is not None:
        run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    return run


def heading(document: Document, words: str, colour: str | None = None) -> None:
    """A heading of a report, which stays with what follows."""
    made = paragraph(document, before=12, after=4)
    made.paragraph_format.keep_with_next = True
    made.style = "Heading 2"  # for the navigation pane
    run = write(made, words, bold=True, size=13, colour=colour or "#000000")
    run.font.name = FONT


def grid(document: Document, widths: Sequence[float], *, ruled: bool = True) -> Table:
    """A table without rows, its columns as wide as said, in millimetres."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    table: Table = document.add_table(
        rows=0, cols=len(widths), style="Table Grid" if ruled else None
    )
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    margins = table._tbl.tblPr.makeelement(qn("w:tblCellMar"), {})
    for side in ("top", "left", "bottom", "right"):
        wide = "85" if side in ("left", "right") else "30"
        margins.append(margins.makeelement(qn(f"w:{side}"), {qn("w:w"): wide, qn("w:type"): "dxa"}))
    table._tbl.tblPr.append(margins)
    return table


def cells_of(table: Table, *, whole: bool = False) -> tuple[_Cell, ...]:
    """The cells of a new row, which no end of a page parts if it is ``whole``."""
    from docx.oxml.ns import qn

    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    if whole:
        properties = row._tr.get_or_add_trPr()
        properties.append(properties.makeelement(qn("w:cantSplit"), {}))
    return row.cells


def headed(table: Table, heads: Iterable[str]) -> None:
    """A row of headings, repeated on every page."""
    from docx.oxml.ns import qn

    cells = cells_of(table)
    for cell, words in zip(cells, heads, strict=True):
        write(cell.paragraphs[0], words, bold=True, size=11)
        aligned(cell.paragraphs[0], "center")
        shade(cell, "#D9E1F2")
    properties = table.rows[-1]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {}))


def shade(cell: _Cell, colour: str) -> None:
    """A cell in a colour."""
    from docx.oxml.ns import qn

    said = {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): colour.lstrip("#")}
    properties = cell._tc.get_or_add_tcPr()
    properties.append(properties.makeelement(qn("w:shd"), said))


def number_pages(where: Paragraph, head: str = "", *, total: bool = False) -> None:
    """The number of the page in the middle of a header or footer."""
    aligned(where, "center")
    if head:
        write(where, head + " ").text = head + " "
    field(where, "PAGE")
    if total:
        write(where, "/")
        field(where, "NUMPAGES")


def field(where: Paragraph, code: str) -> None:
    """A field that the word processor fills."""
    from docx.oxml.ns import qn

    for kind in ("begin", "separate", "end"):
        run = where.add_run()
        mark = run._r.makeelement(qn("w:fldChar"), {qn("w:fldCharType"): kind})
        run._r.append(mark)
        if kind == "begin":
            asked = where.add_run()
            said = asked._r.makeelement(qn("w:instrText"), {qn("xml:space"): "preserve"})
            said.text = f" {code} "
            asked._r.append(said)
        elif kind == "separate":
            where.add_run("1")

"""A paper as a flat OpenDocument text, whose lists LibreOffice takes into its ``.docx``."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from papers.lists import Family, Lists, Place, find_lists
from papers.paper import Cell, Paper, Table, Words, is_emblem

ODF_FORMATS = {
    "upperRoman": "I",
    "decimal": "1",
    "decimalZero": "01, 02, 03, ...",
    "lowerLetter": "a",
    "upperLetter": "A",
}
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>
<style:font-face style:name="Times New Roman" svg:font-family="'Times New Roman'"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph">
<style:text-properties style:font-name="Times New Roman" fo:font-size="13pt"
 fo:language="vi" fo:country="VN"/></style:default-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="210mm"
 fo:page-height="297mm" fo:margin-top="20mm" fo:margin-bottom="20mm" fo:margin-left="30mm"
 fo:margin-right="18mm"/><style:header-style/></style:page-layout>
<style:style style:name="plain" style:family="paragraph"><style:paragraph-properties
 fo:text-align="justify" fo:margin-bottom="1.5mm" fo:text-indent="10mm"/></style:style>
<style:style style:name="item" style:family="paragraph"><style:paragraph-properties
 fo:text-align="justify" fo:margin-bottom="1.5mm"/></style:style>
<style:style style:name="centre" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/></style:style>
<style:style style:name="bold" style:family="text"><style:text-properties
 fo:font-weight="bold"/></style:style>
<style:style style:name="slant" style:family="text"><style:text-properties
 fo:font-style="italic"/></style:style>
<style:style style:name="lined" style:family="table-cell"><style:table-cell-properties
 fo:border="0.5pt solid #000000" fo:padding="1mm"/></style:style>
<style:style style:name="bare" style:family="table-cell"><style:table-cell-properties
 fo:border="none"/></style:style>
"""


def write_odf(paper: Paper, path: Path, *, variety: int) -> None:
    """Writes the paper as ``.fodt``; even varieties have one list of many levels if it fits."""
    path.write_text(Writer(paper, variety).written(), encoding="utf-8")


class Writer:
    """Writes one paper."""

    def __init__(self, paper: Paper, variety: int) -> None:
        self.paper = paper
        self.lists: Lists = find_lists(paper, outline=variety % 2 == 0, legal=False)
        self.last: dict[int, str] = {}  # family -> the list that it goes on with
        self.made = 0

    def written(self) -> str:
        """The whole file."""
        styles = "".join(
            list_style(f"L{i}", family) for i, family in enumerate(self.lists.families)
        )
        blocks = "\n".join(
            self.paragraph(block) if isinstance(block, Words) else self.table(block)
            for block in self.paper.blocks
        )
        return (
            f"{HEAD}{styles}</office:automatic-styles>\n<office:master-styles>"
            '<style:master-page style:name="Standard" style:page-layout-name="pm"><style:header>'
            '<text:p text:style-name="centre"><text:page-number text:select-page="current"/>'
            "</text:p></style:header><style:header-first/></style:master-page>"
            f"</office:master-styles>\n<office:body><office:text>\n{blocks}\n"
            "</office:text></office:body></office:document>\n"
        )

    def paragraph(self, words: Words, *, cell: bool = False) -> str:
        """A paragraph, in its list where it has one."""
        place = self.lists.place(words)
        strong = words.look in ("type", "title", "heading") or is_emblem(words.text)
        centred = words.look in ("type", "title", "centre")
        style = "centre" if centred else "item" if cell or place is not None else "plain"
        inside = ""
        if place is None and words.label is not None:
            inside = span(f"{words.label.printed} ", "bold" if strong else "")
        for run in words.runs:
            inside += span(
                run.text, "bold" if run.bold or strong else "slant" if run.italic else ""
            )
        written = f'<text:p text:style-name="{style}">{inside}</text:p>'
        return written if place is None else self.in_list(written, place)

    def in_list(self, written: str, place: Place) -> str:
        """A paragraph in the list that it belongs to."""
        self.made += 1
        name = f"list{self.made}"
        goes_on = ""
        if place.start is None and place.family in self.last:
            goes_on = f' text:continue-list="{self.last[place.family]}"'
        self.last[place.family] = name
        start = f' text:start-value="{place.start}"' if place.start is not None else ""
        for depth in range(place.level, -1, -1):
            value = start if depth == place.level else ""
            written = f"<text:list-item{value}>{written}</text:list-item>"
            if depth:
                written = f"<text:list>{written}</text:list>"
        return (
            f'<text:list xml:id="{name}" text:style-name="L{place.family}"{goes_on}>'
            f"{written}</text:list>"
        )

    def table(self, table: Table) -> str:
        """A table."""
        rows = ""
        for row in table.rows:
            across = len(row) == 1 < table.width
            cells = "".join(
                self.cell(cell, table, across=across, last=k) for k, cell in enumerate(row)
            )
            if across:
                cells += "<table:covered-table-cell/>" * (table.width - 1)
            else:
                cells += "<table:table-cell/>" * (table.width - len(row))
            rows += f"<table:table-row>{cells}</table:table-row>"
        return (
            f'<table:table><table:table-column table:number-columns-repeated="{table.width}"/>'
            f'{rows}</table:table><text:p text:style-name="plain"/>'
        )

    def cell(self, cell: Cell, table: Table, *, across: bool, last: int) -> str:
        """A cell with its paragraphs."""
        style = "lined" if table.lines else "bare"
        spanned = f' table:number-columns-spanned="{table.width}"' if across else ""
        inside = [self.paragraph(words, cell=True) for words in cell]
        if table.closing and last == 1 and len(inside) > 1:  # room for the signature
            inside[-1:-1] = ['<text:p text:style-name="centre"/>'] * 3
        return (
            f'<table:table-cell table:style-name="{style}"{spanned} office:value-type="string">'
            f"{''.join(inside)}</table:table-cell>"
        )


def span(text: str, style: str) -> str:
    """Words in a style."""
    inside = GAPS.sub(lambda gap: f'<text:s text:c="{len(gap.group())}"/>', escape(text))
    return f'<text:span text:style-name="{style}">{inside}</text:span>' if style else inside


GAPS = re.compile(r" {2,}")


def list_style(name: str, family: Family) -> str:
    """The definition of a list."""
    levels = ""
    for i, level in enumerate(family.levels):
        if not level.text and level.format != "bullet":
            before, after, shown = "", "", 0
            format = ""
        else:
            before, after = level.text.split("%")[0], level.text.rpartition("%")[2][1:]
            shown = level.text.count("%")
            format = ODF_FORMATS.get(level.format, "")
        indent = (
            "<style:list-level-properties "
            'text:list-level-position-and-space-mode="label-alignment">'
            '<style:list-level-label-alignment text:label-followed-by="space" '
            f'fo:margin-left="{5 * i}mm"/></style:list-level-properties>'
        )
        if level.format == "bullet":
            levels += (
                f'<text:list-level-style-bullet text:level="{i + 1}" '
                f"text:bullet-char={quoteattr(level.text)}>{indent}</text:list-level-style-bullet>"
            )
            continue
        display = f' text:display-levels="{shown}"' if shown > 1 else ""
        levels += (
            f'<text:list-level-style-number text:level="{i + 1}" '
            f"style:num-prefix={quoteattr(before)} style:num-suffix={quoteattr(after)} "
            f"style:num-format={quoteattr(format)}{display}>{indent}</text:list-level-style-number>"
        )
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>\n'

"""A paper as ``.docx`` by python-docx, with the automatic numbering of Word."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from papers.lists import Family, Lists, Place, find_lists
from papers.paper import Paper, Table, Words, is_emblem

LEFT_INDENT = 360  # twentieths of a point
FIRST_LINE = 567
WIDTH = 162  # millimetres between the margins


def write_docx(
    paper: Paper, path: Path, *, variety: int, fresh: bool = False, latin: bool = False
) -> None:
    """Writes the paper; ``variety`` chooses among the ways that offices number and print.

    Even ones keep all headings in one list of many levels bound to styles, if it counts right;
    odd ones have a list for each kind of label, restarted by an override (1) or by a new list (3).
    ``fresh`` restarts by new lists always: LibreOffice loses overrides where it writes ``.doc``
    and ``.rtf``, which would then be other documents; ``latin`` is for ``.rtf``, as in
    ``find_lists``.
    """
    Writer(paper, variety, fresh or variety == 3, latin).write(path)


class Writer:
    """Writes one paper."""

    def __init__(self, paper: Paper, variety: int, fresh: bool, latin: bool) -> None:
        import docx

        self.paper = paper
        self.variety = variety
        self.fresh = fresh
        self.lists: Lists = find_lists(paper, outline=variety % 2 == 0, latin=latin)
        self.document: Any = docx.Document()
        self.nums: dict[int, int] = {}  # family -> the list that it goes on with
        self.abstracts: dict[int, Any] = {}
        self.numbering: Any = self.document.part.numbering_part.element

    def write(self, path: Path) -> None:
        """The whole file."""
        self.set_page()
        self.add_lists()
        body: Any = self.document
        for block in self.paper.blocks:
            if isinstance(block, Words):
                self.fill(body.add_paragraph(), block)
            else:
                self.add_table(block)
        self.document.core_properties.title = ""
        self.document.save(str(path))

    def set_page(self) -> None:
        """A4 with the margins and the page number of Decree 30: above, from the second page."""
        from docx.shared import Mm, Pt

        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(18)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(13)
        normal.paragraph_format.space_after = Pt(4)
        normal.paragraph_format.space_before = Pt(2)
        section.different_first_page_header_footer = self.variety != 3
        place = section.footer if self.variety == 3 else section.header
        self.add_page_number(place.paragraphs[0])

    def add_page_number(self, paragraph: Any) -> None:
        """The field PAGE, centred."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "2"
        run.append(text)
        field.append(run)
        paragraph._p.append(field)

    # ------------------------------------------------------------ numbering

    def add_lists(self) -> None:
        """Defines all lists, and the styles that are bound to levels."""
        for index, family in enumerate(self.lists.families):
            self.abstracts[index] = self.add_abstract(family)
            self.nums[index] = self.add_num(self.abstracts[index])
            if family.styled:
                for level in range(2):
                    self.bind(level, self.nums[index])

    def add_abstract(self, family: Family, start: int = 1) -> Any:
        """Adds the definition of a list."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls, qn

        taken = [
            int(a.get(qn("w:abstractNumId"))) for a in self.numbering.iter(qn("w:abstractNum"))
        ]
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="{start if i == 0 else 1}"/>'
            f'<w:numFmt w:val="{level.format}"/>'
            + (f'<w:pStyle w:val="Heading{i + 1}"/>' if family.styled and i < 2 else "")
            + ("<w:isLgl/>" if level.legal else "")
            + ("" if self.variety > 1 else '<w:suff w:val="space"/>')
            + f'<w:lvlText w:val="{escaped(level.text)}"/><w:lvlJc w:val="left"/>'
            f"<w:pPr><w:ind {self.indent(i)}/></w:pPr>"
            "</w:lvl>"
            for i, level in enumerate(family.levels)
        )
        kind = "multilevel" if len(family.levels) > 1 else "hybridMultilevel"
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{max(taken, default=0) + 1}">'
            f'<w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
        )
        first = self.numbering.find(qn("w:num"))
        if first is not None:
            first.addprevious(abstract)
        else:
            self.numbering.append(abstract)
        return abstract

    def indent(self, level: int) -> str:
        """Where items stand: their first line moved in as Decree 30 has it, or hanging."""
        if self.variety > 1:
            return f'w:left="{LEFT_INDENT + 240 * level}" w:hanging="{LEFT_INDENT}"'
        return f'w:left="0" w:firstLine="{FIRST_LINE}"'

    def add_num(self, abstract: Any, start: int | None = None) -> int:
        """Adds a list of a definition, begun at ``start`` by an override; gives its number."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls, qn

        taken = [int(num.get(qn("w:numId"))) for num in self.numbering.iter(qn("w:num"))]
        name = max(taken, default=0) + 1
        override = (
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            if start is not None
            else ""
        )
        self.numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{name}"><w:abstractNumId '
                f'w:val="{abstract.get(qn("w:abstractNumId"))}"/>{override}</w:num>'
            )
        )
        return name

    def bind(self, level: int, num: int) -> None:
        """Has the style of a heading number its paragraphs, and look as in a plan."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls, qn
        from docx.shared import Pt, RGBColor

        style = self.document.styles[f"Heading {level + 1}"]
        style.font.size, style.font.color.rgb = Pt(13), RGBColor(0, 0, 0)
        style.font.bold = level == 0
        fonts = style.element.rPr.find(qn("w:rFonts"))
        if fonts is not None:
            for name in list(fonts.attrib):
                del fonts.attrib[name]
            for name in ("ascii", "hAnsi", "cs"):
                fonts.set(qn(f"w:{name}"), "Times New Roman")
        properties = style.element.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                f'<w:numId w:val="{num}"/></w:numPr>'
            )
        )

    def number(self, paragraph: Any, place: Place) -> None:
        """Puts a paragraph into its list."""
        family = self.lists.families[place.family]
        if family.styled and place.level < 2:
            paragraph.style = self.document.styles[f"Heading {place.level + 1}"]
            return
        if place.start is not None:
            self.restart(place)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = place.level
        properties.get_or_add_numId().val = self.nums[place.family]

    def restart(self, place: Place) -> None:
        """Begins a list anew: by an override, or by a definition of its own."""
        family = self.lists.families[place.family]
        if self.fresh:
            abstract = self.add_abstract(copy.deepcopy(family), place.start or 1)
            self.nums[place.family] = self.add_num(abstract)
        else:
            abstract = self.abstracts[place.family]
            self.nums[place.family] = self.add_num(abstract, place.start)

    # ------------------------------------------------------------ paragraphs and tables

    def fill(self, paragraph: Any, words: Words, *, cell: bool = False) -> None:
        """Writes a paragraph: its number, its words, its look."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Mm, Pt

        place = self.lists.place(words)
        strong = words.look in ("type", "title", "heading") or is_emblem(words.text)
        if place is not None:
            self.number(paragraph, place)
        elif words.label is not None:
            paragraph.add_run(f"{words.label.printed} ").bold = strong
        for run in words.runs:
            made = paragraph.add_run(run.text)
            made.bold, made.italic = run.bold or strong or None, run.italic or None
            if cell:
                made.font.size = Pt(12)
        if words.look in ("type", "title", "centre"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif not cell:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            if place is None:
                paragraph.paragraph_format.first_line_indent = Mm(10)

    def add_table(self, table: Table) -> None:
        """Writes a table, without lines where it only sets two blocks side by side."""
        from docx.shared import Mm

        made = self.document.add_table(rows=0, cols=table.width)
        if table.lines:
            made.style = "Table Grid"
        for index, row in enumerate(table.rows):
            cells = made.add_row().cells
            if len(row) == 1 < table.width:
                cells = [cells[0].merge(cells[-1])]
            for cell, blocks in zip(cells, row, strict=False):
                for i, words in enumerate(blocks):
                    paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
                    signed = table.closing and cell is cells[-1] and i == len(blocks) - 1 > 0
                    if signed:  # room for the signature
                        for _ in range(3):
                            cell.add_paragraph()
                        self.move_down(cell, paragraph)
                    self.fill(paragraph, words, cell=True)
                    if table.lines and index == 0:
                        for run in paragraph.runs:
                            run.bold = True
        made.autofit = False
        for k, share in enumerate(shares(table)):
            made.columns[k].width = Mm(WIDTH * share)
            for cell in made.columns[k].cells:
                cell.width = Mm(WIDTH * share)
        self.document.add_paragraph()

    def move_down(self, cell: Any, paragraph: Any) -> None:
        """Puts a paragraph behind all others of its cell."""
        cell._tc.append(paragraph._p)


def shares(table: Table) -> list[float]:
    """The part of the page's width that each column of a table takes."""
    if not table.lines:
        return [0.43, 0.57] if not table.closing else [0.5, 0.5]
    weights = []
    for k in range(table.width):
        cells = [row[k] for row in table.rows if len(row) == table.width]
        lengths = [sum(len(words.text) for words in cell) for cell in cells]
        weights.append(max(10.0, min(60.0, sum(lengths) / max(1, len(lengths)))))
    return [weight / sum(weights) for weight in weights]


def escaped(text: str) -> str:
    """Text for an attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

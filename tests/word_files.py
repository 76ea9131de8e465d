"""Word documents of our own for the tests, written part by part."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{REL}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/>{}</Types>'
)
LINES = "".join(
    f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH")
)
RULED = f'<w:tblBorders>{LINES}<w:insideV w:val="single"/></w:tblBorders>'


def word_file(body: str, **parts: str) -> bytes:
    """A ``.docx`` with a body and further parts (``styles``, ``numbering``, ``footnotes`` …)."""
    roots = {"document": f"<w:body>{body}</w:body>"} | parts
    members: dict[str, str | bytes] = {}
    links, types = "", ""
    for name, inside in roots.items():
        root = {"header": "hdr"}.get(name, name)
        members[f"word/{name}.xml"] = (
            f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{inside}</w:{root}>'
        )
        if name != "document":
            links += f'<Relationship Id="{name}" Type="{REL}/{name}" Target="{name}.xml"/>'
            types += (
                f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.'
                f'openxmlformats-officedocument.wordprocessingml.{name}+xml"/>'
            )
    members["[Content_Types].xml"] = TYPES.format(types)
    members["_rels/.rels"] = relations(
        f'<Relationship Id="d" Type="{REL}/officeDocument" Target="word/document.xml"/>'
    )
    members["word/_rels/document.xml.rels"] = relations(links)
    return zip_file(members)


def relations(inside: str) -> str:
    """A part of relationships."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'


def zip_file(members: dict[str, str | bytes]) -> bytes:
    """A zip archive."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def p(text: str = "", properties: str = "", *, font: str = "", inside: str = "") -> str:
    """A paragraph; ``inside`` stands behind its text."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, font=font) if text else ''}{inside}</w:p>"


def r(text: str = "", properties: str = "", *, font: str = "", inside: str = "") -> str:
    """A run."""
    if font:
        properties += f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    words = f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
    return f"<w:r><w:rPr>{properties}</w:rPr>{words}{inside}</w:r>"


def item(text: str, list_id: int, depth: int | None = 0, properties: str = "") -> str:
    """A numbered paragraph."""
    level = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return p(text, f'{properties}<w:numPr>{level}<w:numId w:val="{list_id}"/></w:numPr>')


def lvl(depth: int, kind: str, text: str, *, more: str = "", start: int | None = 1) -> str:
    """A level of a list."""
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{depth}">{begin}<w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    """An abstract list."""
    return (
        f'<w:abstractNum w:abstractNumId="{name}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def num(name: int, of: int, overrides: str = "") -> str:
    """A list made from an abstract one."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def start_at(depth: int, start: int) -> str:
    """An override of a level's start."""
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def table(*rows: str, borders: str = RULED) -> str:
    """A table of rows."""
    grid = '<w:gridCol w:w="2000"/>' * max(row.count("<w:tc>") for row in rows)
    return (
        f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def tr(*cells: str, properties: str = "") -> str:
    """A row; a cell that is no ``tc`` is put into one."""
    return (
        f"<w:tr><w:trPr>{properties}</w:trPr>"
        f"{''.join(cell if cell.startswith('<w:tc>') else tc(cell) for cell in cells)}</w:tr>"
    )


def tc(inside: str, properties: str = "") -> str:
    """A cell of paragraphs, or of a text."""
    words = inside if inside.startswith("<w:") else p(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{words}</w:tc>"

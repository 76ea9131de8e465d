"""Names and values of WordprocessingML, and what the styles of a document say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from vnplan.lexicon.symbols import SYMBOL_FONTS

Element: TypeAlias = Any  # of lxml, which has no types of its own
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
# names of the strict form of the standard -> those of the form that Word writes
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIONS.encode()),
)
ON, OFF = ("1", "true", "on"), ("0", "false", "off")
LONGEST_NUMBER = 9  # digits
MOST_STYLES = 20  # based on one another


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{MAIN}}}{name}"


def child(element: Element | None, name: str) -> Element | None:
    """The first child of a name."""
    return None if element is None else element.find(w(name))


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of a name."""
    yield from element.iterchildren(w(name))


def value(element: Element | None) -> str | None:
    """The ``w:val`` of an element."""
    return None if element is None else element.get(w("val"))


def number(words: str | None) -> int | None:
    """A whole number, None for what is none."""
    if not words or len(words) > LONGEST_NUMBER:
        return None
    try:
        return int(words)
    except ValueError:
        return None


def is_on(element: Element | None) -> bool | None:
    """What a switch such as ``w:caps`` says, None where there is none."""
    return None if element is None else value(element) not in OFF


class Looks(NamedTuple):
    """How a run looks, as far as it matters; None for what is not said."""

    font: str | None = None
    capitals: bool | None = None
    hidden: bool | None = None

    def over(self, under: Looks) -> Looks:
        """These looks, with those beneath where nothing is said."""
        return Looks(
            under.font if self.font is None else self.font,
            under.capitals if self.capitals is None else self.capitals,
            under.hidden if self.hidden is None else self.hidden,
        )


NOTHING = Looks()


def read_looks(properties: Element | None) -> Looks:
    """The looks that a ``w:rPr`` says."""
    if properties is None:
        return NOTHING
    return Looks(
        font_of(child(properties, "rFonts")),
        is_on(child(properties, "caps")),
        is_on(child(properties, "vanish")),
    )


def font_of(fonts: Element | None) -> str | None:
    """The font of a ``w:rFonts`` for letters beyond ASCII; a font of the theme is in Unicode."""
    if fonts is None:
        return None
    for side in ("hAnsi", "ascii"):
        if fonts.get(w(f"{side}Theme")):
            return ""
        font: str | None = fonts.get(w(side))
        if font:
            return font
    return None


def is_symbol_font(font: str | None) -> bool:
    """Whether the letters of a font are pictures."""
    return font is not None and font.strip().lower() in SYMBOL_FONTS


class ListPlace(NamedTuple):
    """In which list, and at which level of it, something says that a paragraph stands."""

    list_id: str | None
    depth: int | None


def read_place(properties: Element | None) -> ListPlace:
    """What a ``w:pPr`` says."""
    place = child(properties, "numPr")
    return ListPlace(value(child(place, "numId")), number(value(child(place, "ilvl"))))


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self.by_id: dict[str, Element] = {}
        self.usual: dict[str, str] = {}  # type of style -> id of the default one
        self.known: dict[str, Said] = {}
        self.borders: dict[str | None, dict[str, bool]] = {}  # of tables, as they are asked for
        self.beneath = NOTHING
        if root is None:
            return
        for style in children(root, "style"):
            name = style.get(w("styleId"), "")
            self.by_id[name] = style
            if style.get(w("default")) in ON:
                self.usual[style.get(w("type"), "")] = name
        defaults = child(child(root, "docDefaults"), "rPrDefault")
        self.beneath = read_looks(child(defaults, "rPr"))

    def chain(self, name: str | None) -> Iterator[tuple[str, Element]]:
        """A style, the one that it is based on, and so on."""
        seen: set[str] = set()
        while name and name in self.by_id and name not in seen and len(seen) < MOST_STYLES:
            seen.add(name)
            yield name, self.by_id[name]
            name = value(child(self.by_id[name], "basedOn"))

    def said(self, name: str | None) -> Said:
        """What a style says, with what those say that it is based on."""
        if not name or name not in self.by_id:
            return Said()
        if name not in self.known:
            found = Said()
            for other, style in self.chain(name):
                found = found.over(other, style)
            self.known[name] = found
        return self.known[name]

    def style_of(self, properties: Element | None) -> str | None:
        """The id of a paragraph's style."""
        return value(child(properties, "pStyle")) or self.usual.get("paragraph")

    def list_of(self, name: str) -> str | None:
        """The list that a style names."""
        return self.said(name).list_id


class Said(NamedTuple):
    """What a style says of a paragraph; None for what is not said.

    ``names`` are the style's id and those of the styles that it is based on.
    """

    names: tuple[str, ...] = ()
    looks: Looks = NOTHING
    list_id: str | None = None
    depth: int | None = None
    side: str | None = None  # center, left …

    def over(self, name: str, style: Element) -> Said:
        """This, and beneath it what a further style says."""
        properties = child(style, "pPr")
        place = read_place(properties)
        side = value(child(properties, "jc"))
        return Said(
            (*self.names, name),
            self.looks.over(read_looks(child(style, "rPr"))),
            place.list_id if self.list_id is None else self.list_id,
            place.depth if self.depth is None else self.depth,
            side if self.side is None else self.side,
        )

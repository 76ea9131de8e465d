"""The fonts of a page that are of the time before Unicode, and what is said in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vnplan.readers.encodings import rating
from vnplan.readers.legacy_fonts import charset_of_font, decode_font, decode_run
from vnplan.readers.wordml import Element

# takes: font-family:".VnTime"    not: mso-fareast-font-family:SimSun
FAMILY = re.compile(r"(?<![\w-])font(?:-family)?\s*:([^;}]*)", re.IGNORECASE)
MOST_CSS = 1_000_000
MOST_STEPS = 500_000  # through elements, some again and again where fonts change inside fonts
LONGEST_RULE = 5000
LONGEST_NAME = 200  # of a selector, and of the first of the fonts that are declared
SIMPLE = re.compile(r"(?P<tag>\w*)(?:\.(?P<name>[\w-]+))?$")  # p.MsoNormal
SIZE = re.compile(r"^.*?\d\w*(?:/\S+)?\s+")  # 7.0pt "Times New Roman"
ENOUGH = 20_000  # characters by which it is told whether a page is in the fonts that it names


class Fonts:
    """The old fonts that a page names, where its letters are indeed in them."""

    def __init__(self, root: Element, encoding: str) -> None:
        self.by_selector: dict[tuple[str, str], str] = {}
        self.charsets: tuple[str, ...] = ()
        self.steps = MOST_STEPS
        if encoding in ("tcvn3", "tcvn5712", "vni", "viscii"):
            return  # its bytes were decoded already
        for style in root.iter("style"):
            self.read_rules(style.text or "")
        named: dict[str, str] = {}
        above: dict[Element, str | None] = {}  # element -> charset that goes for what is in it
        for element in root.iter():
            over = above.get(element.getparent())
            font = self.font_of(element)
            above[element] = charset = charset_of_font(font) if font else over
            if charset is not None and charset != over and len(named.get(charset, "")) < ENOUGH:
                named[charset] = "\n".join((named.get(charset, ""), *self.texts_under(element)))
        self.charsets = tuple(charset for charset, text in named.items() if is_in(charset, text))

    def texts_under(self, element: Element) -> Iterator[str]:
        """The texts of an element itself and those of elements in it, up to enough."""
        left = ENOUGH
        for inside in element.iter():
            for text in (inside.text, inside.tail if inside is not element else None):
                if text and text.strip():
                    yield text
                    left -= len(text)
            self.steps -= 1
            if left < 0 or self.steps < 0:
                return

    def read_rules(self, css: str) -> None:
        """Takes the old fonts of rules for tags and classes."""
        for rule in css[:MOST_CSS].split("}"):
            before, _, declared = rule.rpartition("{")
            font = first_family(declared) if before and len(rule) <= LONGEST_RULE else ""
            for selector in before.rpartition("{")[2].split(",") if font else ():
                simple = SIMPLE.search(selector.strip()[-LONGEST_NAME:])
                if simple is not None and simple[0]:
                    self.by_selector[simple["tag"].lower(), simple["name"] or ""] = font

    def font_of(self, element: Element) -> str | None:
        """The font that an element names for what stands in it, None where it names none."""
        if not isinstance(element.tag, str):
            return None
        own = first_family(element.get("style") or "") or first_of(element.get("face") or "")
        if own or not self.by_selector:
            return own or None
        names = (element.get("class") or "").split()
        asked = [(tag, name) for name in names for tag in (element.tag, "")]
        found = (self.by_selector.get(key) for key in (*asked, (element.tag, "")))
        return next((font for font in found if font), None)

    def shown(self, text: str, font: str | None) -> str:
        """What a text says in its font."""
        if font is None or not self.charsets:
            return text
        return decode_font(text, font) if charset_of_font(font) in self.charsets else text


@lru_cache(maxsize=1 << 10)
def first_family(style: str) -> str:
    """The first font of declarations, empty without any."""
    found = FAMILY.search(style)
    return first_of(SIZE.sub("", found[1][:LONGEST_NAME])) if found else ""


def first_of(families: str) -> str:
    """The first of several fonts, without quotes."""
    return families.split(",")[0].strip().strip("\"'").strip()


def is_in(charset: str, text: str) -> bool:
    """Whether a text reads better in a character set: portals keep the tags of converted text."""
    sample = text[:ENOUGH]
    return rating(decode_run(sample, charset)).net > rating(sample).net

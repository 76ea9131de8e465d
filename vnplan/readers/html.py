"""Web pages, saved by a browser or by an office program: the document without the site round it."""

from __future__ import annotations

import codecs
import re

from vnplan.errors import UnreadableFile
from vnplan.readers.docx import set_out
from vnplan.readers.encodings import Decoded, decode, decode_string, is_charset
from vnplan.readers.html_article import INLINE, find_article
from vnplan.readers.html_fonts import Fonts
from vnplan.readers.html_walk import Walk
from vnplan.readers.reading import Reading, Wish
from vnplan.readers.unicode import marked_encoding
from vnplan.readers.wordml import Element
from vnplan.records import Doubt
from vnplan.views import normalize

# takes: <meta charset="windows-1258">    <meta http-equiv=… content="text/html; charset=utf-8">
CHARSET = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
CHARSET_WITHIN = 4096
MANY_WORDS = 150  # that a site says of itself are fewer
MOST_TAGS = 1_000_000  # an element takes some hundred bytes of memory; 400 pages have 100,000
# charsets that pages in another one claim, too: what reads best is taken
NOT_BELIEVED = ("utf-8", "cp1252", "cp1258", "iso8859-1", "ascii", "utf-16")


def read(data: bytes, name: str, wish: Wish) -> Reading:
    """The text of a page; raises ``UnreadableFile``."""
    source = decode_page(data, wish.encoding, name)
    root = parse(source.text, name, wish.limits.nesting)
    if root is None:
        return Reading("", "text/html", encoding=source.encoding)
    fonts = Fonts(root, source.encoding)
    walk = Walk(fonts)
    article, left_out = find_article(root)
    text = normalize(set_out(walk.pieces(article)))
    encoding = "+".join((source.encoding, *fonts.charsets))
    doubts = without_spans(source)
    if left_out >= MANY_WORDS:
        message = f"{left_out} words of the page, outside links, were left out as the site's own"
        doubts += (Doubt(code="left_out", message=message),)
    if not fonts.charsets:  # K&Otilde; ho&sup1;ch
        text, inner = decode_string(text)
        encoding = f"{encoding}+{inner}" if inner else encoding
    return Reading(text, "text/html", encoding=encoding, doubts=doubts)


def decode_page(data: bytes, encoding: str | None, name: str) -> Decoded:
    """The source of a page, by what it names as its charset or what reads best."""
    if encoding or marked_encoding(data) is not None:
        return decode(data, encoding, name=name, markup=True)
    named = CHARSET.search(data[:CHARSET_WITHIN])
    try:
        codec = codecs.lookup(named[1].decode("ascii")).name if named else "utf-8"
        if codec not in NOT_BELIEVED and is_charset(codec):  # big5, windows-1251
            return Decoded(data.decode(codec), codec)
    except (LookupError, UnicodeError, ValueError):
        pass
    return decode(data, name=name, markup=True)


def parse(source: str, name: str, most: int) -> Element | None:
    """The root element of a page, None for one without any; raises ``UnreadableFile``.

    The parser mends what is no proper HTML, knows no entities but those of HTML and loads nothing.
    """
    from lxml import etree

    if source.count("<") > MOST_TAGS:
        raise UnreadableFile(name, "page_too_full", most=MOST_TAGS)
    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,  # else libxml2 cuts a page off, in silence, where it is 256 deep
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    data = source.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        root: Element | None = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):  # nothing but white space or comments
        return None
    cut_off = any("RESOURCE_LIMIT" in error.type_name for error in parser.error_log)
    if cut_off or (root is not None and depth_of(root, most) > most):
        raise UnreadableFile(name, "file_nested", most=most)
    return root


def depth_of(root: Element, most: int) -> int:
    """How deep blocks stand inside one another, counted no further than beyond ``most``.

    What is inside a line counts for nothing: old pages close no ``<font>``.
    """
    from lxml import etree

    depth = deepest = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag not in INLINE:
            depth += 1 if event == "start" else -1
            deepest = max(deepest, depth)
            if deepest > most:
                break
    return deepest


def without_spans(source: Decoded) -> tuple[Doubt, ...]:
    """The doubts about a page's encoding, which speak of its source and not of its text."""
    found = {doubt.code: doubt for doubt in source.doubts}
    return tuple(doubt.model_copy(update={"span": None}) for doubt in found.values())

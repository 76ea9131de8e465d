"""The part of a page that is its document: without the site's menus, margins and footers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vnplan.lexicon import header, headings, marks, pages
from vnplan.patterns import any_of, pattern
from vnplan.readers.tables import RECIPIENTS
from vnplan.readers.wordml import Element
from vnplan.views import folded, plain_signs

SILENT = frozenset(pages.SILENT.split())
PARTS_OF_SITE = frozenset(pages.PARTS_OF_SITE.split())
ROLES = frozenset(pages.ROLES.split())
INLINE = frozenset(pages.INLINE.split())
ARTICLE_TAGS = frozenset(("article", "main"))
OFFICE = re.compile(
    r"Microsoft Word|LibreOffice|OpenOffice|StarOffice|Word\.Document", re.IGNORECASE
)
WORDS = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

LONG = 50  # letters of a paragraph that is no menu's
MOST = 0.9  # of the page's paragraphs stand in its document
SOME = 0.4
FEW = 0.2
LINKS = 0.6  # of a list of links is in links
FEW_LINKS = 3
FEW_WORDS = 3
PAGE_OF_SITE = 8  # links that a document alone hardly has
MUCH = 200  # letters without a link: more than a site says of itself
HIDDEN_PROSE = 200  # letters of long paragraphs that are no notice which pops up
MUCH_PROSE = 600
LONGEST_MARK = 120


class Weight(NamedTuple):
    """How many letters stand in an element: all, in links, in long paragraphs; and its links."""

    letters: int = 0
    linked: int = 0
    prose: int = 0
    links: int = 0


def find_article(root: Element) -> tuple[Element, int]:
    """The element of the document, furniture taken out of it, and how many words were left out.

    Words in links are not counted.
    """
    body = root.find("body") if root.tag == "html" else root
    body = root if body is None else body
    for element in list(body.iter(*SILENT)):
        drop(element)
    left_out = drop_hidden(body)
    if is_from_office(root):
        return body, left_out
    weights = weigh(body)
    whole = weights[body]
    if whole.links < PAGE_OF_SITE and not any(tag in PARTS_OF_SITE for tag in tags_of(body)):
        return body, left_out
    left_out += count_words(body)
    drop_furniture(body, weights)
    title = " ".join("".join(root.findtext("head/title") or "").split())
    article = with_heading(descend(body), body, title)
    weights = weigh(article)
    for element in list(article.iterdescendants()):
        if is_list_of_links(element, weights[element]):
            drop(element)
    return article, left_out - count_words(article)


def tags_of(body: Element) -> Iterator[str]:
    """The tags that occur."""
    return (element.tag for element in body.iter() if isinstance(element.tag, str))


def drop(element: Element) -> None:
    """Takes an element out, what stands behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + " " + (element.tail or "")
    else:
        parent.text = (parent.text or "") + " " + (element.tail or "")
    parent.remove(element)


def is_hidden(element: Element) -> bool:
    """Whether a browser shows nothing of an element."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return HIDDEN.search(element.get("style") or "") is not None


def drop_hidden(body: Element) -> int:
    """Takes out what a browser hides, but for parts of the document; how many words went.

    A page shows the appendices one at a time, the others are hidden then; it may hide the whole
    document once more, for the printer, which is not counted.
    """
    hidden = [each for each in body.iterdescendants() if is_hidden(each)]
    if not hidden:
        return 0
    weights = weigh(body)
    shown = set(lines_in(body, without=frozenset(hidden)))
    gone: set[Element] = set()
    words = 0
    for element in hidden:
        if element.getparent() in gone:
            gone.add(element)
            continue
        lines = lines_in(element)
        new = [line for line in lines if line not in shown]
        long = sum(len(line) for line in new if len(line) >= LONG)
        mine = long >= HIDDEN_PROSE or is_of_document(new, weights[element])
        if element.tag not in INLINE and mine and 2 * len(new) > len(lines):
            shown.update(new)
            continue
        words += sum(len(line.split()) for line in new)
        gone.update(element.iter())
        drop(element)
    return words


def is_from_office(root: Element) -> bool:
    """Whether an office program wrote the page, which has then no site round it."""
    told = (
        meta.get("content") or ""
        for meta in root.iter("meta")
        if (meta.get("name") or "").lower() in ("generator", "progid")
    )
    return any(OFFICE.search(content) for content in told)


# ---------------------------------------------------------------- furniture


def weigh(body: Element) -> dict[Element, Weight]:
    """The weight of each element, of those inside it too."""
    weights: dict[Element, Weight] = {}
    for element in reversed(list(body.iter())):  # those inside come first
        own = len((element.text or "").strip()) + sum(
            len((inside.tail or "").strip()) for inside in element
        )
        inner = [weights[inside] for inside in element if inside in weights]
        letters = own + sum(weight.letters for weight in inner)
        is_link = element.tag == "a" and element.get("href") is not None
        linked = letters if is_link else sum(weight.linked for weight in inner)
        in_line = own + sum(weights[i].letters for i in element if i.tag in INLINE and i in weights)
        prose = sum(weight.prose for weight in inner)
        if element.tag not in INLINE and in_line - linked >= LONG:
            prose += in_line
        links = is_link + sum(weight.links for weight in inner)
        weights[element] = Weight(letters, linked, prose, links)
    return weights


def drop_furniture(body: Element, weights: dict[Element, Weight]) -> None:
    """Takes out what is the site's."""
    whole = weights[body]
    in_article: set[Element] = set()
    gone: set[Element] = set()
    for element in list(body.iterdescendants()):
        above = element.getparent()
        if above in gone:
            gone.add(element)
            continue
        if above in in_article or above.tag in ARTICLE_TAGS:
            in_article.add(element)
        if is_furniture(element, weights[element], whole, inside=element in in_article):
            gone.add(element)
            gone.update(element.iterdescendants())
            drop(element)


def is_furniture(element: Element, weight: Weight, whole: Weight, *, inside: bool) -> bool:
    """Whether an element, ``inside`` of what HTML calls an article or not, is the site's."""
    if element.tag in INLINE or weight.letters > SOME * whole.letters:
        return False
    if (element.get("title") or "").lower() in pages.OFFICE_FURNITURE:
        furniture = True
    elif element.tag in PARTS_OF_SITE or (element.get("role") or "").lower() in ROLES:
        furniture = not (element.tag in ("header", "footer") and inside)
    else:
        furniture = weight.letters <= FEW * whole.letters and named(element, FURNITURE_NAMES)
        furniture = furniture and (weight.links > 0 or weight.prose < MUCH_PROSE)
    return furniture and not is_of_document(lines_in(element), weight)


# the number of a document, which lists of grounds have and lists of news have not
DOCUMENT_NUMBER = re.compile(r"\d/(?:\d{4}/)?[^\W\d_]{2,}")


def is_list_of_links(element: Element, weight: Weight) -> bool:
    """Whether nearly all that an element says is links to other pages, and none to documents."""
    if element.tag in INLINE or weight.links < FEW_LINKS or weight.linked <= LINKS * weight.letters:
        return False
    return not DOCUMENT_NUMBER.search("".join(element.itertext()))


FURNITURE_NAMES = frozenset(pages.FURNITURE)


def named(element: Element, names: frozenset[str]) -> bool:
    """Whether the class or id of an element is such a name, or has it as a word."""
    told = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    for name in told:
        words = [word.lower() for word in WORDS.findall(name)]
        if "".join(words) in names or not names.isdisjoint(words):
            return True
    return False


def lines_in(element: Element, without: frozenset[Element] = frozenset()) -> list[str]:
    """The lines that an element says outside links, and outside the elements ``without``."""
    from lxml import etree

    parts: list[str] = []
    linked = 0
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inside in walk:
        if inside.tag not in INLINE:
            parts.append("\n")
        link = inside.tag == "a" and inside.get("href") is not None
        linked += link if event == "start" else -link
        text = inside.text if event == "start" else inside.tail
        if event == "start" and inside in without:
            walk.skip_subtree()
        elif text and not linked and (event == "start" or inside is not element):
            parts.append(SPACES.sub(" ", text))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return [line for line in lines if line]


def count_words(element: Element) -> int:
    """How many words an element says outside links."""
    return sum(len(line.split()) for line in lines_in(element))


SPACES = re.compile(r"\s+")
# the country's motto, Nơi nhận, Số: 12/KH-UBND, PHỤ LỤC II: what stands in a document only
MARKS = (
    pattern(rf".*{any_of((*headings.MOTTO, *header.PARTY_MOTTO), bare=True)}"),
    RECIPIENTS,
    pattern(rf"{any_of(header.NUMBER_WORDS, bare=True)}\s*:?\s*[\d.\u2026]*\s*/(?!gp)[^\W_]"),
)
APPENDIX = pattern(rf"{any_of((marks.APPENDIX,), bare=True)}(?:\s+\w{{1,5}}){{0,2}}\W*$")
# KẾ HOẠCH, CHỦ TỊCH: what boxes of links may be headed with, too
GENRE = pattern(rf"{any_of(headings.TYPE_LINES, bare=True)}\W*$")
SIGNATORY = pattern(rf"(?:[\w/]{{1,4}}\.\s*)?{any_of(headings.POSITIONS, bare=True)}\b")


def is_of_document(lines: Iterable[str], weight: Weight) -> bool:
    """Whether lines say what stands in a document only."""
    for line in lines:
        if len(line) > LONGEST_MARK:
            continue
        low = folded(plain_signs(line))
        if any(mark.match(low) for mark in MARKS) or APPENDIX.match(low):
            return True
        alone = weight.links < FEW_LINKS and line.isupper()
        if alone and (GENRE.match(low) or SIGNATORY.match(low)):
            return True
    return False


# ---------------------------------------------------------------- the document

OF_TABLES = frozenset(["table", "thead", "tbody", "tfoot", "tr", "td", "th"])
OF_TEXT = frozenset(["p", "ul", "ol", "li", "dl", "blockquote", "pre", "h1", "h2", "h3"])
FRAME = 1000  # letters of long paragraphs in a cell that frames a document


def descend(body: Element) -> Element:
    """The innermost element with nearly all long paragraphs and nothing of a document beside it."""
    weights = weigh(body)
    whole = weights[body].prose
    found = body
    while whole:
        inner = max(found, key=lambda inside: weights[inside].prose, default=None)
        if inner is None or inner.tag in INLINE | OF_TEXT:
            break
        most = weights[inner].prose
        if most < MOST * whole or whole - most > MUCH_PROSE:
            break
        if (inner.tag in OF_TABLES and most < FRAME) or leaves_some(found, inner, weights):
            break
        found = inner
    while found.tag in OF_TABLES - {"td", "th"} and found is not body:
        found = found.getparent()
    return found


def leaves_some(found: Element, inner: Element, weights: dict[Element, Weight]) -> bool:
    """Whether something of the document stands in an element outside the inner one."""
    own = [found.text or "", *(inside.tail or "" for inside in found)]
    if is_of_document((" ".join(text.split()) for text in own), Weight()):
        return True
    for beside in found:
        weight = weights[beside]
        if beside is inner or beside.tag in INLINE or not weight.letters:
            continue
        if not weight.links and weight.letters >= MUCH:
            return True
        if is_of_document(lines_in(beside), weight):
            return True
    return False


def with_heading(article: Element, body: Element, title: str) -> Element:
    """The document with the heading that stands before it, where it is the page's title."""
    if article is body:
        return article
    inside = set(article.iter())
    for heading in body.iter("h1", "h2", "h3"):
        words = "".join(heading.itertext()).split()
        if heading in inside:
            break
        if len(words) > FEW_WORDS and " ".join(words) in title:
            heading.tail = article.text
            article.text = None
            article.insert(0, heading)
            break
    return article

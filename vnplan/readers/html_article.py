"""The part of a page that is its document: without the site's menus, margins and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vnplan.lexicon import header, headings, pages
from vnplan.patterns import any_of, pattern
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


class Weight(NamedTuple):
    """How many letters stand in an element: all, in links, in long paragraphs; and its links."""

    letters: int = 0
    linked: int = 0
    prose: int = 0
    links: int = 0


def find_article(root: Element) -> Element:
    """The element of the document, furniture taken out of it."""
    body = root.find("body") if root.tag == "html" else root
    body = root if body is None else body
    for element in list(body.iter(*SILENT)):
        drop(element)
    for element in [each for each in body.iter() if is_hidden(each)]:
        drop(element)
    if is_from_office(root):
        return body
    weights = weigh(body)
    whole = weights[body]
    if whole.links < PAGE_OF_SITE and not any(tag in PARTS_OF_SITE for tag in tags_of(body)):
        return body
    for element in list(body.iterdescendants()):
        if is_furniture(element, weights[element], whole):
            drop(element)
    title = " ".join("".join(root.findtext("head/title") or "").split())
    article = with_heading(descend(body), body, title)
    weights = weigh(article)
    for element in list(article.iterdescendants()):
        if is_list_of_links(element, weights[element]):
            drop(element)
    return article


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


def is_furniture(element: Element, weight: Weight, whole: Weight) -> bool:
    """Whether an element is the site's and not the document's."""
    if element.tag in INLINE or weight.letters > SOME * whole.letters:
        return False
    if (element.get("title") or "").lower() in pages.OFFICE_FURNITURE:
        furniture = True
    elif element.tag in PARTS_OF_SITE or (element.get("role") or "").lower() in ROLES:
        furniture = not (element.tag in ("header", "footer") and is_in_article(element))
    else:
        furniture = weight.letters <= FEW * whole.letters and named(element, FURNITURE_NAMES)
    return furniture and not any(marks_in(element))


def is_in_article(element: Element) -> bool:
    """Whether an element stands in one that HTML calls an article."""
    return any(above.tag in ARTICLE_TAGS for above in element.iterancestors())


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


# the country's motto, or Nơi nhận: what stands in a document only
MARK = pattern(any_of((*headings.MOTTO, *header.PARTY_MOTTO), bare=True))
RECIPIENTS = pattern(rf"\W{{0,3}}{any_of(headings.RECIPIENTS, bare=True)}\b")


def marks_in(element: Element) -> tuple[bool, bool]:
    """Whether an element has a letterhead, and whether it has the recipients."""
    text = folded(plain_signs("\n".join(filter(None, map(str.strip, element.itertext())))))
    return MARK.search(text) is not None, any(map(RECIPIENTS.match, text.split("\n")))


# ---------------------------------------------------------------- the document

OF_TABLES = frozenset(["table", "thead", "tbody", "tfoot", "tr", "td", "th"])
OF_TEXT = frozenset(["p", "ul", "ol", "li", "dl", "blockquote", "pre", "h1", "h2", "h3"])
FRAME = 1000  # letters of long paragraphs in a cell that frames a document


def descend(body: Element) -> Element:
    """The innermost element with nearly all long paragraphs and all marks of a document."""
    weights = weigh(body)
    whole = weights[body].prose
    marks = marks_in(body)
    found = body
    while whole:
        inner = max(found, key=lambda inside: weights[inside].prose, default=None)
        if inner is None or inner.tag in INLINE | OF_TEXT or weights[inner].prose < MOST * whole:
            break
        if (inner.tag in OF_TABLES and weights[inner].prose < FRAME) or marks_in(inner) != marks:
            break
        found = inner
    while found.tag in OF_TABLES - {"td", "th"} and found is not body:
        found = found.getparent()
    return found


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

"""The tree of sections, from the sequence of labels.

A label is believed for what stands before it: the next number of an open list, the first
one of a new list, a jump that looks like a heading. What is refused stays a paragraph of the
section it stands in. Every line gets a reason (``vnplan outline FILE --why``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from vnplan.broken import is_syllable
from vnplan.lexicon import dates, headings, verbs
from vnplan.markers import KINDS, Marker, as_roman, letter_ordinal, read_marker
from vnplan.patterns import any_of, pattern
from vnplan.records import PlanKind, Role, SectionKind, Span
from vnplan.roles import is_role_alone, read_role, second_role
from vnplan.silent import GUESSED, ITEMS, SURE, SURE_OF_ARTICLE, SURE_OF_TOPIC, guess_role
from vnplan.text import (
    ATTACHED,
    BODY_END,
    COUNTRY,
    MID_SENTENCE,
    RECIPIENTS,
    TYPE_OF_BODY,
    Page,
    Paragraph,
    is_lost_type,
)
from vnplan.views import folded

# how high a list stands that is opened anew; a lower rank closes all that rank higher
RANK = {
    "appendix": 0,
    "bare": 0,
    "part": 1,
    "chapter": 2,
    "upper": 3,
    "roman": 4,
    "section": 4,
    "article": 5,
    "number": 6,
    "counted": 7,
    "decimal": 8,
    "number)": 9,
    "letter": 10,
    "(number)": 11,
    "(letter)": 12,
}
BARE = "bare"
NAMED = ("appendix", "part", "chapter", "section", "article")


@dataclass(slots=True, eq=False)
class Node:
    """A section as it is being built.

    ``title`` is the span of the heading's words, None for a provision in sentences;
    ``body`` where the words of a provision or of a run-in heading's text begin.
    ``paragraphs`` are those directly under the section, without the heading.
    ``guess`` is the probability of a role that was guessed, None where a heading, or an
    article's own words, name it.
    """

    label: str
    kind: SectionKind
    style: str
    ordinal: int
    marker: Marker | None
    head: Paragraph | None
    parent: Node | None = None
    title: Span | None = None
    blocks: list[Block] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    role: Role = "other"
    named_role: bool = False
    guess: float | None = None
    start: int = 0
    end: int = 0
    path: str = ""

    @property
    def depth(self) -> int:
        """How many sections stand above this one."""
        depth, node = 0, self.parent
        while node is not None:
            depth, node = depth + 1, node.parent
        return depth


class Block(NamedTuple):
    """A paragraph or item under a section: its words' span and how it is marked.

    ``level`` is 0 for the labelled line and unmarked paragraphs, 1 for ``-``, 2 for a
    bullet below it. ``closing`` is set for the paragraphs that end a plan.
    """

    start: int
    end: int
    level: int
    bullet: str
    row: bool = False
    closing: bool = False
    head: bool = False


@dataclass(slots=True)
class Outline:
    """The regions of a document and the tree of its sections.

    Paragraph indices: ``type_line`` where the type of the document stands alone on a line
    (None without one), ``head`` the paragraphs above the body, ``closings`` the ranges of
    closing blocks. ``reasons`` tells of each paragraph why it was taken as what it is.
    """

    kind: PlanKind
    nodes: list[Node]
    head: range
    type_line: int | None
    closings: list[range]
    reasons: list[str]
    loose: list[int]
    damaged: list[Node]
    ordered: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """All sections in document order, once the tree is built."""
        return iter(self.ordered)


def read_outline(page: Page) -> Outline:
    """The regions and sections of a page."""
    regions = find_regions(page)
    outline = build_tree(page, regions)
    outline.ordered = in_order(outline.nodes)
    settle_closing(page, outline)
    for node in outline.walk():
        settle_title(page, node)
    settle_roles(page, outline)
    settle_spans(outline)
    return outline


def in_order(roots: list[Node]) -> list[Node]:
    """Sections and all below them, in document order."""
    ordered: list[Node] = []
    stack = roots[::-1]
    while stack:
        node = stack.pop()
        ordered.append(node)
        if node.children:
            stack += node.children[::-1]
    return ordered


# ---------------------------------------------------------------- regions

NO_LETTERS = pattern(r"[^a-z]+")
# without blanks: K Ế  H O Ạ C H, QUYẾTĐỊNH
TYPES = {
    folded(words).replace(" ", ""): kind
    for kind, lines in (
        ("type", (*headings.TYPE_LINES, *headings.OTHER_TYPE_LINES)),
        ("decision", headings.DECISION_LINES),
        ("plan", headings.PLAN_LINES),
    )
    for words in lines
}
# takes: KẾ HOẠCH TỔ CHỨC HỘI THI    not: KẾ HOẠCH
TYPE_AND_TITLE = pattern(rf"\W*{any_of(headings.PLAN_LINES, bare=True)}\b\W*(?=\w)")
MOTTO = pattern(any_of(headings.MOTTO, bare=True))
POSITION = pattern(rf"\b{any_of(headings.POSITIONS, bare=True)}\b")
ON_BEHALF_CODES = "|".join("[./]?".join(code) for code in headings.ON_BEHALF)
ON_BEHALF = pattern(rf"(?:{ON_BEHALF_CODES})[.,]?\s*\p{{Lu}}{{2}}")


@dataclass(slots=True)
class Regions:
    """What each paragraph belongs to: ``head``, ``body``, ``closing`` or ``head2``."""

    kinds: list[str]
    type_line: int | None
    type: str | None
    bare: frozenset[int] = frozenset()  # headings without a label, where none has one


def type_of_line(page: Page, paragraph: Paragraph) -> str | None:
    """``plan``, ``decision`` or ``type`` where a paragraph is nothing but a document's type."""
    if paragraph.end - paragraph.start > 40:
        return None
    raw = page.work[paragraph.words : paragraph.end]
    if not raw.strip():
        return None
    upper = sum(map(str.isupper, raw))
    if upper * 2 < sum(map(str.isalpha, raw)) and not capitals_lost(page):
        return None
    bare = page.bare[paragraph.words : paragraph.end]
    kind = TYPES.get(NO_LETTERS.sub("", bare))
    if kind is None and upper >= 7:  # - TT . s! ) QUYẾTĐỊNH
        whole = WHOLE_WORD.findall(bare)
        kind = TYPES.get("".join(whole)) if 1 <= len(whole) <= 4 else None
    if kind is None and raw.isupper() and is_lost_type(bare):
        return "plan"
    return kind


WHOLE_WORD = pattern(r"[a-z]{3,}")


def span_of_type(page: Page, paragraph: Paragraph) -> Span:
    """Where the type stands in its own paragraph: specks that a scan left beside it are no part."""
    bare = page.bare[paragraph.start : paragraph.end]
    exact = NO_LETTERS.sub("", bare) in TYPES
    words = [] if exact else list(WHOLE_WORD.finditer(bare))
    words = words or list(LETTERS.finditer(bare))
    if not words:
        return paragraph.start, paragraph.end
    return paragraph.start + words[0].start(), paragraph.start + words[-1].end()


LETTERS = pattern(r"[a-z]+")


def type_of_body(page: Page, paragraph: Paragraph) -> str | None:
    """The type of a document in a line that names its issuer, too, as older decisions do."""
    if paragraph.marker is not None or paragraph.end - paragraph.start > 120:
        return None
    found = TYPE_OF_BODY.match(page.bare, paragraph.start, paragraph.end)
    if found is None:
        return None
    if not in_capitals(page.work[paragraph.start : paragraph.end]) and not capitals_lost(page):
        return None
    return TYPES.get(NO_LETTERS.sub("", found["type"]))


def capitals_lost(page: Page) -> bool:
    """Whether the head is in small letters, as of fonts that kept capitals in a table of their own.

    Told by the country's name (``cộng hòa xã hội chủ nghĩa Việt nam``), else in capitals.
    """
    lost = page.memo.get("capitals lost")
    if lost is None:
        lost = False
        for paragraph in page.paragraphs[:12]:
            name = COUNTRY.search(page.bare, paragraph.start, paragraph.end)
            if name is not None:
                lost = not page.work[name.start() : name.end()].isupper()
                break
        page.memo["capitals lost"] = lost
    return bool(lost)


def inline_title(page: Page, paragraph: Paragraph) -> int | None:
    """Where the title begins in a line such as ``KẾ HOẠCH TỔ CHỨC HỘI THI``."""
    match = TYPE_AND_TITLE.match(page.bare, paragraph.words, paragraph.end)
    if match is None or type_of_line(page, paragraph) is not None:
        return None
    return match.end() if in_capitals(page.work[paragraph.words : paragraph.end]) else None


def in_capitals(words: str) -> bool:
    """Whether nine letters of ten are capitals, and four at least, in the first 200 signs."""
    words = words[:200]
    if sum(map(str.islower, words[:40])) > 20:  # one of ten of 200 are no more than 20
        return False
    upper = sum(map(str.isupper, words))
    return upper >= 4 and upper * 10 >= 9 * sum(map(str.isalpha, words))


def is_signature(page: Page, paragraph: Paragraph) -> bool:
    """Whether a line names, in capitals, the position of one who signs."""
    if paragraph.end - paragraph.start > 120:
        return False
    raw = page.work[paragraph.start : paragraph.end]
    if ON_BEHALF.match(raw.lstrip()):
        return True
    match = POSITION.search(page.bare, paragraph.start, paragraph.end)
    return (
        match is not None
        and page.work[match.start() : match.end()].isupper()
        and sum(map(str.isupper, raw)) * 10 >= 6 * sum(map(str.isalpha, raw))
    )


def find_regions(page: Page) -> Regions:
    """Which paragraphs are letterhead and preamble, body, closing block."""
    paragraphs = page.paragraphs
    count = len(paragraphs)
    types = [type_of_line(page, p) for p in paragraphs]
    enclosed = enclosed_plan(page, types)
    begin, type_line = enclosed if enclosed is not None else (0, None)
    if type_line is None:
        type_line = next((i for i in range(min(count, 80)) if types[i]), None)
    for i in range(type_line if type_line is not None else min(count, 20)):
        of_body = type_of_body(page, paragraphs[i])
        if of_body is not None and i >= begin:
            type_line, types[i] = i, of_body
            break
    if type_line is not None and types[type_line] == "type":
        better = next(
            (
                i
                for i in range(type_line, min(count, type_line + 8))
                if types[i] in ("plan", "decision")
            ),
            None,
        )
        type_line = better if better is not None else type_line
    if type_line is None:
        type_line = type_with_title(page)
        if type_line is not None:
            types[type_line] = "plan"
    decision = type_line is not None and types[type_line] == "decision"
    bare = bare_headings(page, begin if type_line is None else type_line + 1)
    kinds = ["cover"] * begin + ["head"] * (count - begin)
    state = "head"
    second = None
    capitals_type = type_line
    i = begin
    while i < count:
        paragraph = paragraphs[i]
        if state in ("head", "head2"):
            after = capitals_type is None or i > capitals_type
            if after and (i in bare or opens_body(page, paragraph)):
                state = "body"
        elif state == "body":
            if starts_closing(page, i):
                state = "closing"
            elif types[i] == "plan" and decision and second is None:
                state, second = "head2", i
                capitals_type = i
        elif state == "closing" and MOTTO.search(page.bare, paragraph.start, paragraph.end):
            state = "head2"  # the letterhead of a document that follows
            if second is None:
                second = next((j for j in range(i, count) if types[j] == "plan"), None)
            capitals_type = second
        elif state == "closing":
            if types[i] in ("plan", "type") and second is None:
                state, second = "head2", i
                capitals_type = i
            elif (paragraph.marker is not None and paragraph.marker.style == "appendix") or (
                i + 1 < count
                and not is_signature(page, paragraph)
                and ATTACHED.match(page.bare, paragraphs[i + 1].start, paragraphs[i + 1].end)
            ):
                state = "body"
        kinds[i] = state
        i += 1
    return Regions(kinds, type_line, types[type_line] if type_line is not None else None, bare)


def bare_headings(page: Page, begin: int) -> frozenset[int]:
    """The paragraphs that are headings without a label, in a plan whose headings have none.

    There are two of them at least, the first stands before all labels, and none of those is a
    Roman number or a part, a chapter, an article.
    """
    paragraphs = page.paragraphs
    labelled = len(paragraphs)
    for i in range(begin, len(paragraphs)):
        marker = paragraphs[i].marker
        if marker is None or marker.style == "bullet" or paragraphs[i].row:
            continue
        if marker.style not in ("number", "decimal", "letter"):
            return frozenset()
        labelled = min(labelled, i)
    found = [i for i in range(begin, len(paragraphs)) if is_bare_heading(page, paragraphs[i])]
    if len(found) < FEWEST_BARE or found[0] >= labelled:
        return frozenset()
    if all(paragraphs[i].marker is None for i in found):  # then others look like these
        like = [i for i in range(found[0], found[-1]) if looks_like_heading(page, i)]
        if all(is_in_capitals(page, paragraphs[i]) for i in found):
            like = [i for i in like if is_in_capitals(page, paragraphs[i])]
        found += like
    return frozenset(found)


def is_in_capitals(page: Page, paragraph: Paragraph) -> bool:
    """Whether a paragraph's words are in capitals, but for a remark in parentheses at the end."""
    end = remark_start(page, paragraph)
    return in_capitals(page.work[paragraph.words : end])


def remark_start(page: Page, paragraph: Paragraph) -> int:
    """Where a remark in parentheses begins that ends a heading in capitals; else its end."""
    remark = REMARK.search(page.work, paragraph.words, paragraph.end)
    if remark is None or not in_capitals(page.work[paragraph.words : remark.start()]):
        return paragraph.end
    return remark.start()


REMARK = pattern(r"\s*\([^()]{1,60}\)\s*:?\s*$")  # CÁCH TÍNH ĐIỂM (tối đa 100 điểm)


def looks_like_heading(page: Page, i: int) -> bool:
    """Whether an unmarked line is short, without an end mark, and followed by a longer one.

    ``Thành phần tham dự``; not ``Lễ phát động`` above another such line.
    """
    paragraph, following = page.paragraphs[i : i + 2]
    if paragraph.marker is not None or paragraph.row:
        return False
    words = page.work[paragraph.words : paragraph.end].strip()
    if not words[:1].isupper() or len(words.split()) > SHORTEST_BARE or not words[-1].isalpha():
        return False
    if any(map(str.isdigit, words)) or ":" in words:
        return False
    return following.marker is not None or following.end - following.start > 2 * len(words)


FEWEST_BARE = 2
SHORTEST_BARE = 6  # words, of a heading that names no role
LONGEST_BARE = 10  # words
LONGEST_LINE = 200  # signs, of a heading with a remark behind it


def is_bare_heading(page: Page, paragraph: Paragraph) -> bool:
    """Whether a line is nothing but the words of a heading that names what its section is for.

    ``Nội dung và hình thức``, ``❖ PHÂN CÔNG:``, ``BIỂU ĐIỂM (tối đa 50 điểm)``; not
    ``Thời gian: 7h30``, ``Mục đích là …``
    """
    marker = paragraph.marker
    if (marker is not None and marker.style != "bullet") or paragraph.row:
        return False
    if paragraph.end - paragraph.words > LONGEST_LINE:
        return False
    words = page.work[paragraph.words : remark_start(page, paragraph)].rstrip(" :")
    if not words[:1].isupper() or len(words.split()) > LONGEST_BARE or words[-1] in ".;,!?)":
        return False
    if ":" in words or any(map(str.isdigit, words)):
        return False
    start, end = paragraph.words, paragraph.words + len(words)
    if in_capitals(words):
        return read_role(page.bare, start, end, top=True) is not None
    return is_role_alone(page.bare, start, end)


ADDRESSED = pattern(any_of(headings.ADDRESSED, bare=True))


def is_addressed(page: Page, paragraph: Paragraph) -> bool:
    """Whether a paragraph says whom a letter is for: ``Kính gửi: Ủy ban nhân dân tỉnh``."""
    at = page.bare.find("k", paragraph.start, paragraph.start + 12)
    return at >= 0 and ADDRESSED.match(page.bare, at, paragraph.end) is not None


def enclosed_plan(page: Page, types: list[str | None]) -> tuple[int, int] | None:
    """Where the head of a plan begins that a letter encloses, and where its type stands."""
    paragraphs = page.paragraphs
    letter = next((i for i, p in enumerate(paragraphs[:40]) if is_addressed(page, p)), None)
    if letter is None or "plan" in types[:letter] or "decision" in types[:letter]:
        return None
    at = next((i for i in range(letter + 2, len(types)) if types[i] == "plan"), None)
    if at is None:
        return None
    begin = at
    for i in range(at - 1, max(letter, at - 12), -1):
        paragraph = paragraphs[i]
        draft = types[i] == "type"  # DỰ THẢO
        if draft or MOTTO.search(page.bare, paragraph.start, paragraph.end):
            begin = i
        elif (
            begin < at
            and begin == i + 1
            and not is_signature(page, paragraph)
            and in_capitals(page.work[paragraph.start : paragraph.end])
        ):
            begin = i  # the bodies above the motto
    return (begin, at) if begin < at else None


def type_with_title(page: Page) -> int | None:
    """The first paragraph above the body that holds both the type and the title."""
    for i, paragraph in enumerate(page.paragraphs[:40]):
        if opens_body(page, paragraph):
            return None
        if paragraph.marker is None and inline_title(page, paragraph) is not None:
            return i
    return None


def opens_body(page: Page, paragraph: Paragraph) -> bool:
    """Whether a paragraph's label can be the first of a document."""
    marker = paragraph.marker
    if marker is None or marker.style == "bullet" or paragraph.row:
        return False
    if marker.damaged or marker.style in ("part", "chapter", "section", "article", "appendix"):
        return True
    return marker.ordinal <= (2 if marker.style == "roman" else 1) and marker.style != "letter"


def starts_closing(page: Page, i: int) -> bool:
    """Whether the closing block (recipients, position, name) begins at paragraph ``i``."""
    paragraphs = page.paragraphs
    paragraph = paragraphs[i]
    if RECIPIENTS.match(page.bare, paragraph.start, paragraph.end):
        return True
    if page.work[paragraph.end - 4 : paragraph.end].isupper() and signed_beside(page, i):
        return True
    marker = paragraph.marker
    if marker is not None:
        if ON_BEHALF.match(page.work, paragraph.start, paragraph.end):  # TL. is no damaged label
            marker = None
        elif marker.style not in ("bullet", "upper"):
            return False
    if i > 0:
        before = paragraphs[i - 1]
        tail = max(before.start, before.end - 12)
        if page.work.find("./", tail, before.end) >= 0 and BODY_END.search(
            page.work, tail, before.end
        ):
            return True
    if marker is not None or not is_signature(page, paragraph):
        return False
    # a heading in capitals may name a position; a closing has no section after it
    for later in paragraphs[i + 1 : i + 40]:
        if RECIPIENTS.match(page.bare, later.start, later.end):
            return True
        if later.marker is not None and later.marker.style in ("roman", "number", "article"):
            return False
    return True


# takes: … báo cáo); KT.GIÁM ĐỘC    not: NHIỆM VỤ CỦA GIÁM ĐỐC (no list of recipients below)
SIGNED_TAIL = pattern(rf"(?<=\W){any_of(headings.POSITIONS, bare=True)}\W*$")
FILED = pattern(rf"\W{{0,4}}{any_of(headings.FILED, bare=True)}\b")


def signed_beside(page: Page, i: int) -> bool:
    """Whether a recipient's line ends with a position, above more recipients and the file copy.

    Their heading was lost by a scan.
    """
    paragraphs = page.paragraphs
    paragraph = paragraphs[i]
    if paragraph.end - paragraph.start > 120 or in_capitals(
        page.work[paragraph.start : paragraph.end]
    ):
        return False
    tail = SIGNED_TAIL.search(page.bare, paragraph.start, paragraph.end)
    if tail is None or not page.work[tail.start() : paragraph.end].isupper():
        return False
    for later in paragraphs[i + 1 : i + 16]:
        if later.marker is None or later.marker.style != "bullet":
            return False
        if FILED.match(page.bare, later.words, later.end):
            return True
    return False


# ---------------------------------------------------------------- the tree


class Label(NamedTuple):
    """A label that asks for its place: the sections open above it, and what stands around it.

    ``stack`` are the open sections from the top, ``roots`` all top sections so far, ``after`` is
    the next paragraph.
    """

    page: Page
    stack: list[Node]
    roots: list[Node]
    paragraph: Paragraph
    marker: Marker
    after: Paragraph | None


@dataclass(slots=True)
class Placing:
    """Where a label goes: under ``parent`` (None is the top), and why."""

    parent: Node | None
    reason: str
    label: str = ""
    ordinal: int = 0
    style: str = ""


def build_tree(page: Page, regions: Regions) -> Outline:
    """Sections from the labels of the body, each paragraph with its reason."""
    paragraphs = page.paragraphs
    roots: list[Node] = []
    stack: list[Node] = []
    reasons = list(regions.kinds)
    loose: list[int] = []
    damaged: list[Node] = []
    article = is_article(page, regions)
    cut = False
    merged_title = -1
    for i, paragraph in enumerate(paragraphs):
        region = regions.kinds[i]
        if region != "body":
            reasons[i] = {
                "head": "letterhead or preamble",
                "head2": "title of the attached plan",
                "cover": "letter that encloses the plan",
                "closing": "closing block",
            }[region]
            if region == "head2":
                stack.clear()
            continue
        if i and regions.kinds[i - 1] == "closing" and opens_appendix(paragraph):
            node = Node("", "appendix", "appendix", 0, None, paragraph)
            roots.append(node)
            stack = [node]
            reasons[i] = "title of an attachment after the closing block"
            continue
        if i in regions.bare:
            node = Node("", "section", BARE, 0, None, paragraph)
            roots.append(node)
            stack = [node]
            reasons[i] = "heading without a label"
            continue
        marker = paragraph.marker
        if marker is not None and marker.style != "bullet" and not paragraph.row:
            placing = place(Label(page, stack, roots, paragraph, marker, following(page, i)))
            if placing is not None:
                node = Node(
                    placing.label or marker.label,
                    KINDS[placing.style or marker.style],
                    placing.style or marker.style,
                    placing.ordinal or marker.ordinal,
                    marker,
                    paragraph,
                    placing.parent,
                )
                (roots if placing.parent is None else placing.parent.children).append(node)
                while stack and stack[-1] is not placing.parent:
                    stack.pop()
                stack.append(node)
                if node.label != marker.label:
                    damaged.append(node)
                reasons[i] = placing.reason
                cut = False
                continue
            reasons[i] = "label refused: out of sequence"
            if stack and paragraph.reason == MID_SENTENCE and join_above(page, stack[-1], i):
                reasons[i] = "label refused: goes on with the line above"
                continue
        if article and stack and leaves_article(page, paragraph):
            cut = True
        if not stack or cut or is_noise(page, paragraph):
            loose.append(i)
            reasons[i] = "noise" if stack and not cut else "outside all sections"
            continue
        node = stack[-1]
        if merged_title != i and continues_title(page, node, paragraph, i):
            node.head = widen(node.head, paragraph)
            reasons[i] = "title continued"
            continue
        if opens_restart(page, paragraph, node, following(page, i)) and node.parent is not None:
            node = node.parent
            stack.pop()
            reasons[i] = "unlabelled heading before a list that begins again"
        elif not reasons[i].startswith("label refused"):
            reasons[i] = "item" if marker is not None else f"paragraph ({paragraph.reason})"
        node.blocks.append(block_of(page, paragraph, node))
    first_body = regions.kinds.index("body") if "body" in regions.kinds else len(paragraphs)
    second = [i for i, kind in enumerate(regions.kinds) if kind == "head2"]
    kind: PlanKind = "other"
    begin = regions.kinds.count("cover")
    if article:
        kind = "article"
    elif begin == 0 and regions.type is None and is_other(page):
        kind = "other"
    elif regions.type == "decision":
        kind = "decision_with_plan" if second or mentions_plan(page, regions) else "other"
    elif regions.type == "plan" or (regions.type is None and roots):
        kind = "plan"
    return Outline(
        kind,
        roots,
        range(begin, first_body),
        regions.type_line,
        ranges_of(regions.kinds, "closing"),
        reasons,
        loose,
        damaged,
    )


OTHER_DOCUMENT = pattern(
    rf"\W*(?!{any_of(headings.PLAN_LINES)})"
    rf"{any_of((*headings.TYPE_LINES, *headings.OTHER_TYPE_LINES))}"
    rf"\s+(?:{headings.OF_WORD}\s|{headings.NUMBER_WORD}\s+\d)"
)


def is_other(page: Page) -> bool:
    """Whether a text without a type above it says of itself that it is no plan.

    It is a letter, or it begins ``Nghị định của Chính phủ …``.
    """
    if any(is_addressed(page, p) for p in page.paragraphs[:20]):
        return True
    if any(OTHER_DOCUMENT.match(page.low, p.start, p.end) for p in page.paragraphs[:8]):
        return True
    return capitals_lost(page) and any(
        TYPES.get(NO_LETTERS.sub("", page.bare[line.start : line.end])) == "type"
        for line in page.lines[:16]
    )


def ranges_of(kinds: list[str], wanted: str) -> list[range]:
    """The runs of one kind, as ranges of paragraph indices."""
    runs: list[range] = []
    start = None
    for i, kind in enumerate([*kinds, ""]):
        if kind == wanted and start is None:
            start = i
        elif kind != wanted and start is not None:
            runs.append(range(start, i))
            start = None
    return runs


def following(page: Page, i: int) -> Paragraph | None:
    """The next paragraph, if any."""
    return page.paragraphs[i + 1] if i + 1 < len(page.paragraphs) else None


def opens_appendix(paragraph: Paragraph) -> bool:
    """Whether the first paragraph after a closing block is the title of an attachment."""
    return paragraph.marker is None or paragraph.marker.style != "appendix"


def block_of(page: Page, paragraph: Paragraph, node: Node) -> Block:
    """A paragraph as a block of its section."""
    marker = paragraph.marker
    end = paragraph.end
    if page.wrapped and not paragraph.row:
        end = without_stray_tail(page, paragraph.words, end)
    if marker is None or paragraph.row:
        return Block(paragraph.start, end, 0, "", paragraph.row)
    if marker.style != "bullet":  # a refused label stays part of the words
        return Block(paragraph.start, end, 0, "")
    sign = marker.label
    level = 1
    if sign in LOWER_BULLETS:
        above = next((block for block in reversed(node.blocks) if block.bullet), None)
        if above is not None and (above.bullet not in LOWER_BULLETS or above.level == 2):
            level = 2
    return Block(paragraph.words, end, level, sign)


LOWER_BULLETS = "+\u25e6\u25cb"  # below others, where there are others


def place(here: Label) -> Placing | None:
    """Where the label of a paragraph belongs, None where it is no label."""
    for rule in PLACING_RULES:
        placing = rule(here)
        if placing is not None:
            return placing
    return None


def clean_start(page: Page, paragraph: Paragraph) -> bool:
    """Whether the label begins a paragraph for more reasons than looking like a label."""
    return (
        paragraph.blank_before
        or paragraph.reason not in ("marker", MID_SENTENCE)
        or ends_before(page, paragraph)
        or in_capitals(page.work[paragraph.words : paragraph.end])
    )


def ends_before(page: Page, paragraph: Paragraph) -> bool:
    """Whether the words before the paragraph end a sentence, or a line that was not full."""
    before = page.work[max(0, paragraph.start - 60) : paragraph.start].rstrip()
    return not before or before[-1] in '.;:!?)"}' or not page.wrapped


def open_list(stack: list[Node], style: str) -> Node | None:
    """The innermost open section of a style."""
    for node in reversed(stack):
        if node.style == style:
            return node
    return None


def named_unit(here: Label) -> Placing | None:
    """Phần, Chương, Mục, Điều, Phụ lục: their word says what they are."""
    if here.marker.style not in NAMED:
        return None
    parent = above(here.stack, here.marker.style)
    return Placing(parent, f"{here.marker.style} by its name")


def above(stack: list[Node], style: str) -> Node | None:
    """The innermost open section that may hold a new list of this style."""
    rank = RANK[style]
    for node in reversed(stack):
        if RANK[node.style] < rank:
            return node
    return None


def next_of_list(here: Label) -> Placing | None:
    """The successor in an open list."""
    style = here.marker.style
    for node in reversed(here.stack):
        if node.style == style and follows(node, here.marker):
            return Placing(node.parent, f"next after {node.label}")
    if style == "roman" and len(here.marker.label) == 1:  # C after B is no hundred
        node_or_none = open_list(here.stack, "upper")
        if node_or_none is not None:
            ordinal = letter_ordinal(here.marker.label)
            if ordinal == node_or_none.ordinal + 1:
                return Placing(
                    node_or_none.parent,
                    f"next after {node_or_none.label}",
                    here.marker.label,
                    ordinal,
                    "upper",
                )
    return None


def follows(node: Node, marker: Marker) -> bool:
    """Whether the label is the one after a section's; đ and e may follow d, f and g e."""
    if marker.style == "decimal":
        return (
            marker.label.rpartition(".")[0] == node.label.rpartition(".")[0]
            and marker.ordinal == node.ordinal + 1
        )
    if marker.ordinal == node.ordinal + 1:
        return True
    lettered = marker.style in ("upper", "letter") and len(node.label) == len(marker.label) == 1
    return lettered and ord(marker.label.lower()) == ord(node.label.lower()) + 1


def decimal_child(here: Label) -> Placing | None:
    """``2.1`` under the open ``2``, whatever stands between."""
    if here.marker.style != "decimal":
        return None
    prefix = here.marker.label.rpartition(".")[0]
    for node in reversed(here.stack):
        if node.label == prefix and node.style in (
            "number",
            "decimal",
            "roman",
            "article",
            "number)",
            "counted",
        ):
            return Placing(node, f"under {prefix}")
    for node in reversed(here.stack):
        if node.style == "decimal" and node.label.count(".") == here.marker.label.count("."):
            return Placing(node.parent, f"beside {node.label}")
    if here.marker.ordinal > 3 and not clean_start(here.page, here.paragraph):
        return None
    return Placing(above(here.stack, "decimal"), "first of a list of decimals")


def damaged_label(here: Label) -> Placing | None:
    """A Roman label that a scan damaged: the one that is due."""
    if here.marker.style != "roman":
        return None
    due = open_list(here.stack, "roman")
    if here.marker.damaged:
        ordinal = due.ordinal + 1 if due is not None else 1
        shape = as_roman(ordinal)
        if abs(len(shape) - len(here.marker.label)) > 1 or not clean_start(
            here.page, here.paragraph
        ):
            return None
        if due is None:  # the list began with a 1 that was an I
            first = here.stack[0] if here.stack else None
            if first is not None and first.style == "number" and first.ordinal == 1:
                rename_root(first)
                return Placing(None, "damaged: II is due", "II", 2, "roman")
            if here.stack:
                return None
        return Placing(
            due.parent if due else None, f"damaged: {shape} is due", shape, ordinal, "roman"
        )
    if (
        due is not None
        and here.marker.ordinal == due.ordinal
        and here.marker.ordinal < 4
        and next_roman(here.page, here.paragraph) == due.ordinal + 2
    ):
        shape = as_roman(due.ordinal + 1)
        return Placing(due.parent, f"damaged: {shape} is due", shape, due.ordinal + 1, "roman")
    return None


def next_roman(page: Page, paragraph: Paragraph) -> int:
    """The value of the next Roman label after a paragraph, 0 where there is none near."""
    for line in page.lines[paragraph.last_line + 1 : paragraph.last_line + 200]:
        if line.furniture is None and page.work[line.start] in "IVX":
            marker = read_marker(page.work, line.start, line.end)
            if marker is not None and marker.style == "roman" and not marker.damaged:
                return marker.ordinal
    return 0


def rename_root(node: Node) -> None:
    """A first section read as ``1`` that turns out to be ``I``."""
    node.label, node.kind, node.style, node.ordinal = "I", "roman", "roman", 1


def capital_one(here: Label) -> Placing | None:
    """``1. MỤC ĐÍCH`` just before ``1. Mục đích``: the first was an I."""
    if (
        here.stack
        or here.roots
        or here.marker.style != "number"
        or here.marker.ordinal != 1
        or here.after is None
    ):
        return None
    words = here.page.work[here.paragraph.words : here.paragraph.end]
    inner = here.after.marker
    if (
        in_capitals(words)
        and inner is not None
        and inner.style == "number"
        and inner.ordinal == 1
        and not in_capitals(here.page.work[here.after.words : here.after.end])
    ):
        return Placing(None, "damaged: I is due", "I", 1, "roman")
    return None


def first_of_list(here: Label) -> Placing | None:
    """A first label opens a list under what is open, or begins its list again."""
    if here.marker.ordinal != 1 or here.marker.damaged:
        return None
    if here.marker.style == "upper" and (
        (here.stack and open_list(here.stack, "roman") is not None)
        or not here.paragraph.end - here.paragraph.words > 3
    ):
        return None
    again = open_list(here.stack, here.marker.style)
    task = open_list(here.stack, "counted")
    if here.marker.style == "number" and task is not None and below(here.stack, task, again):
        return Placing(task, "first of a list")  # 1. under Nhiệm vụ 1:
    if again is not None:
        if not clean_start(here.page, here.paragraph):
            return None
        return Placing(again.parent, f"{here.marker.label} again: the list begins anew")
    return Placing(above(here.stack, here.marker.style), "first of a list")


def below(stack: list[Node], node: Node, other: Node | None) -> bool:
    """Whether one open section stands deeper than another, or there is no other."""
    return other is None or stack.index(node) > stack.index(other)


def jump(here: Label) -> Placing | None:
    """A number left out or repeated, where the line stands clear of the one before."""
    if here.marker.damaged or not here.marker.ordinal or not clean_start(here.page, here.paragraph):
        return None
    if here.marker.style == "upper" or not here.marker.firm:
        return None
    node = open_list(here.stack, here.marker.style)
    if node is None:
        if here.marker.ordinal > 3 or here.marker.style == "decimal":
            return None
        return Placing(
            above(here.stack, here.marker.style), f"a list that begins with {here.marker.label}"
        )
    step = here.marker.ordinal - node.ordinal
    if step == 0 or 1 < step <= 4:
        return Placing(node.parent, f"{here.marker.label} after {node.label}")
    if -3 <= step < 0 and in_capitals(here.page.work[here.paragraph.words : here.paragraph.end]):
        return Placing(node.parent, f"{here.marker.label} after {node.label}, out of order")
    return None


PLACING_RULES = (
    named_unit,
    capital_one,
    damaged_label,
    next_of_list,
    decimal_child,
    first_of_list,
    jump,
)


# ---------------------------------------------------------------- paragraphs under sections


def is_noise(page: Page, paragraph: Paragraph) -> bool:
    """Whether a paragraph holds no word: what a scan makes of stamps and specks."""
    words = page.work[paragraph.words : paragraph.end]
    return (
        paragraph.marker is None
        and sum(map(str.isalpha, words)) < 3
        and not any(c.isdigit() for c in words)
    )


def leaves_article(page: Page, paragraph: Paragraph) -> bool:
    """Whether an article passes from the plan to its own headings and navigation."""
    if paragraph.marker is not None:
        return False
    return page.work[paragraph.end - 1] not in ".;:)"


def continues_title(page: Page, node: Node, paragraph: Paragraph, i: int) -> bool:
    """Whether an unmarked line belongs to the heading above it."""
    head = node.head
    if head is None or node.blocks or node.children or paragraph.marker is not None:
        return False
    if paragraph.row or i == 0 or page.paragraphs[i - 1].end != head.end:
        return False
    words = page.work[paragraph.start : paragraph.end]
    if head.end <= head.words:  # Phần I, and its title on the next line
        return len(words) <= 200 and words[-1] not in ".;"
    return (
        not paragraph.blank_before
        and in_capitals(page.work[head.words : head.end])
        and (in_capitals(words) or (words.isupper() and " " in words))  # NĂM 2026
    )


def widen(head: Paragraph | None, paragraph: Paragraph) -> Paragraph:
    """A heading with the line that continues it."""
    assert head is not None
    words = head.words if head.end > head.words else paragraph.start
    return Paragraph(
        head.start,
        words,
        paragraph.end,
        head.first_line,
        paragraph.last_line,
        head.marker,
        head.blank_before,
        False,
        head.reason,
    )


def join_above(page: Page, node: Node, i: int) -> bool:
    """Let the last paragraph of a section take in paragraph ``i``; False where it is not there."""
    before, paragraph = page.paragraphs[i - 1], page.paragraphs[i]
    if node.children:
        return False
    if node.blocks and before.start <= node.blocks[-1].start < before.end:
        node.blocks[-1] = node.blocks[-1]._replace(end=paragraph.end)
    elif not node.blocks and node.head is not None and node.head.end == before.end:
        node.head = widen(node.head, paragraph)
    else:
        return False
    return True


def opens_restart(page: Page, paragraph: Paragraph, node: Node, after: Paragraph | None) -> bool:
    """Whether an unlabelled heading stands before a list that begins again."""
    return (
        paragraph.marker is None
        and paragraph.end - paragraph.start <= 60
        and page.work[paragraph.end - 1] == ":"
        and after is not None
        and after.marker is not None
        and after.marker.style == node.style
        and after.marker.ordinal == 1
    )


def is_article(page: Page, regions: Regions) -> bool:
    """Whether the text is a page that reports on a plan, not a document of its own."""
    if regions.type_line is not None or not page.paragraphs:
        return False
    if any(MOTTO.search(page.bare, p.start, p.end) for p in page.paragraphs[:12]):
        return False
    if "closing" in regions.kinds:
        return False
    opening = page.paragraphs[: max(3, min(12, len(page.paragraphs)))]
    return any(REPORTED.search(page.low, p.start, p.end) for p in opening)


# takes: Bộ X ban hành Quyết định 12/QĐ-BX về Kế hoạch …
REPORTED = pattern(
    rf"{any_of(headings.PROMULGATES)}\s+{any_of(headings.TYPE_LINES)}\s+(?:{headings.NUMBER_WORD}\s+)?\d"
)
MENTIONS_PLAN = pattern(rf"\b{any_of(headings.PLAN_LINES)}\b")


def mentions_plan(page: Page, regions: Regions) -> bool:
    """Whether the first lines below the type of a decision name a plan."""
    first = regions.type_line or 0
    return any(
        MENTIONS_PLAN.search(page.low, p.start, p.end) for p in page.paragraphs[first : first + 4]
    )


CLOSING_CUE = pattern(rf"{any_of(headings.CLOSING_CUES)}\b")


def settle_closing(page: Page, outline: Outline) -> None:
    """Move the unlabelled paragraphs that end the body to the last top-level section."""
    tops = [node for node in outline.nodes if node.kind != "appendix"]
    if not tops:
        return
    top = tops[-1]
    last = top
    while last.children:
        last = last.children[-1]
    if last is top and not last.blocks:
        return
    moved: list[Block] = []
    while last.blocks:
        block = last.blocks[-1]
        first = len(last.blocks) == 1 and last.children == [] and heads_text(page, last)
        cue = CLOSING_CUE.match(page.low, block.start, block.end) is not None
        if block.bullet or block.row or ATTRIBUTE.match(page.low, block.start, block.end):
            break
        if first and not cue:
            break
        if moved and not cue:
            break
        if not cue and len(last.blocks) > 1 and page.work[last.blocks[-2].end - 1] == ";":
            break
        moved.insert(0, last.blocks.pop())
    for block in moved:
        top.blocks.append(Block(block.start, block.end, 0, "", block.row, closing=True))


def heads_text(page: Page, node: Node) -> bool:
    """Whether a section's labelled line is a heading without text of its own."""
    head = node.head
    if head is None or head.end <= head.words:
        return True
    return page.work[head.end - 1] not in ".;" or in_capitals(page.work[head.words : head.end])


ATTRIBUTE = pattern(rf"{any_of(headings.ATTRIBUTES)}\b[^:]{{0,40}}:")


# ---------------------------------------------------------------- titles, roles, spans

# takes: Kinh phí: Ngân sách …    not: TCVN ISO 9001:2015    8:30    (Tổ trưởng: ông Hà)
COLON = pattern(r"(?P<aside>\([^()]*+\))|:(?!\d)|(?<!\d):")
VERB = pattern(rf"{any_of(headings.PROVISION_VERBS)}\b")
LEAD_IN = pattern(rf"\b{any_of(headings.LEAD_IN_WORDS)}\s*$")


TIME_WORDS = (*dates.FIRST_WORDS, *dates.LIMITS, *dates.PARTS, *dates.WEEKDAYS, *dates.END_OF)
# takes: Thời hạn gửi bài về trường    Hạn chót    not: Thời hạn (whose heading it is)
LIMIT_LABEL = pattern(rf"{any_of(dates.LIMIT_LABELS)}\s+\w|(?:{any_of(dates.LIMITS)}[ ]?)+(?=:|$)")
# takes: 17h ngày 30/6/2025    quý II/2025    not: từ ngày 01/9 đến ngày 15/9    12 tháng
ONE_TIME = pattern(
    rf"(?!\d+\s+{any_of(dates.COUNTED_UNITS)}\W*$)(?=\D*\d)"
    rf"(?:(?:{any_of(TIME_WORDS)}\b|\d+\s?{any_of(dates.CLOCK_HOUR)}\d*+|[iv]++\b|[\d/.,:;]++)\s*+)++"
)
# takes: Vòng Sơ khảo |    Tiến độ cuộc thi Ấ (specks of a scan)    not: Phụ lục A
STRAY_TAIL = pattern(r"(?:\s+(?:[^\w\s.;:)\]\"?!%]|[^\W\d_a-zA-ZĐđ]))+\s*$")


def without_stray_tail(page: Page, start: int, end: int) -> int:
    """The end of words without the specks of a scan behind them, twelve signs at most."""
    if end - start < 2 or not (page.work[end - 2].isspace() or page.work[end - 1].isspace()):
        return end
    stray = STRAY_TAIL.search(page.work, max(start + 1, end - 12), end)
    return stray.start() if stray is not None else end


def settle_title(page: Page, node: Node) -> None:
    """Tell the heading's words from the provision's, and keep the latter as first block."""
    head = node.head
    if head is None:
        return
    start, end = head.words, head.end
    end = without_stray_tail(page, start, end)
    while end > start and page.work[end - 1].isspace():
        end -= 1
    if end <= start:
        return
    cut = title_end(page, node, start, end)
    if cut is None:
        node.blocks.insert(0, Block(start, end, 0, "", head=True))
        return
    title_stop, text_start = cut
    node.title = (start, title_stop)
    if text_start < end:
        node.blocks.insert(0, Block(text_start, end, 0, "", head=True))


def title_end(page: Page, node: Node, start: int, end: int) -> tuple[int, int] | None:
    """Where the heading's words end and the text after a run-in heading begins.

    None where the labelled line is a provision in sentences.
    """
    work = page.work
    words = work[start:end]
    if node.marker is None:
        return end, end
    found = COLON.finditer(words) if ":" in words else ()
    colon = next((match.start() for match in found if match["aside"] is None), -1)
    if colon < 0 or colon > 200:
        if in_capitals(words):
            return end, end
        follows_more = bool(node.children or node.blocks)
        closed = words[-1] in ".;,!"
        if follows_more and not closed and len(words.split()) <= 40:
            return end, end
        if node.kind in ("part", "chapter", "section", "appendix"):
            return end, end
        return None
    head = words[:colon].rstrip()
    rest = start + colon + 1
    while rest < end and work[rest].isspace():
        rest += 1
    stop = start + len(head)
    if not head or head[-1] in ".;":
        return None
    if in_capitals(head):
        return stop, rest
    if LIMIT_LABEL.match(page.low, start, stop) and ONE_TIME.fullmatch(page.low, rest, end):
        return None
    verb = VERB.match(page.low, start, stop) is not None
    if rest >= end - 1:  # nothing but a stray sign after the colon
        return None if len(head.split()) > 25 or ";" in head or ". " in head else (stop, end)
    if verb or len(head.split()) > 14 or ";" in head or ". " in head:
        return None
    if LEAD_IN.search(page.low, start, stop):
        return None
    return stop, rest


def settle_roles(page: Page, outline: Outline) -> None:
    """Give every section its role: by its heading, else its parent's."""
    before: dict[int, Role] = {}
    if outline.kind == "article":
        for i in outline.loose:
            paragraph = page.paragraphs[i]
            role = read_role(page.bare, paragraph.start, paragraph.end, top=True)
            if role is not None and page.work[paragraph.end - 1] == "?":
                before[paragraph.start] = role
    starts = sorted(before)
    tops = [node for node in outline.nodes if node.kind != "appendix"]
    places = {id(node): (i, len(tops)) for i, node in enumerate(tops)}
    for node in outline.walk():
        role = None
        if node.title is not None and (node.kind != "article" or is_heading(page, node)):
            role = read_role(page.bare, *node.title, top=node.parent is None)
            if role in UNSAID and is_mentioned(page, *node.title):
                role = None
        if role is None and node.parent is not None:
            node.role = inherited_role(page, node.parent)
        elif role is None and starts and node.head is not None:
            earlier = [at for at in starts if at < node.head.start]
            node.role = before[earlier[-1]] if earlier else "other"
        elif role is None:
            settle_silent(page, node, places.get(id(node), (0, 1)))
        else:
            node.role, node.named_role = role, True


def is_heading(page: Page, node: Node) -> bool:
    """Whether the title of an article is a heading above its text, no clause of the decision.

    ``Điều 3. Kinh phí thực hiện``; not ``Điều 1. Phê duyệt Kế hoạch năm 2025.``
    """
    if node.title is None or not (node.children or any(not block.head for block in node.blocks)):
        return False
    start, end = node.title
    return page.work[end - 1] not in ".;:" and page.work.count(" ", start, end) < LONGEST_HEADING


LONGEST_HEADING = 12  # words of an article's heading


def settle_silent(page: Page, node: Node, place: tuple[int, int]) -> None:
    """Give a top-level section whose heading names no role what its items let guess.

    Without a sure guess it is the content; an article or an appendix is nothing known, but an
    article that says who carries out the decision, or one that approves what stands in
    sections below it. ``place`` is its index among the sections and their number.
    """
    article = node.kind == "article"
    holds_plan = any(child.title is not None for child in node.children)
    known = not (article or node.kind == "appendix") or (article and holds_plan)
    node.role = "content" if known else "other"
    if article and says_who_carries_out(page, node):
        node.role, node.named_role = "implementation", True
        return
    if node.kind == "appendix" or (article and node.title is not None) or place[0] >= GUESSED:
        return
    title = page.bare[slice(*node.title)] if node.title is not None else ""
    guess = guess_role(page.bare, title, items_of(node), place)
    least = SURE_OF_ARTICLE if article else SURE_OF_TOPIC if is_topic(page, node.title) else SURE
    if guess is None or guess[1] < least:
        return
    if node.title is None and node.head is not None:
        said = node.head.words, node.head.end
        if guess[0] == "criteria" and ORDER.match(page.low, *said):
            return
        mentioned = guess[0] in UNSAID and SAYING.search(page.low, *said)
        if mentioned and not AIMING.match(page.low, *said):
            return
    node.role, node.guess = guess


UNSAID: tuple[Role, ...] = ("audience", "other", "purpose")  # what no order is about
# takes: Các trường mầm non tập múa cho trẻ    not: Các trường mầm non, tiểu học
SAYING = pattern(rf"\b{any_of((*verbs.ACTION_VERBS, *verbs.MUST_WORDS, *verbs.OBJECT_LEADS))}\b")
# takes: Kịp thời tham mưu khen thưởng    not: Tập thể hoàn thành xuất sắc nhiệm vụ
ORDER = pattern(rf"(?:{any_of(verbs.ADVERBS)}\s+){{0,3}}{any_of(verbs.ACTION_VERBS)}\b")
AIMING = pattern(rf"{any_of(verbs.AIMING)}\b")  # Nhằm nâng cao nhận thức của người dân


def is_mentioned(page: Page, start: int, end: int) -> bool:
    """Whether a heading is a sentence that only mentions a role: ``Các xã rà soát đối tượng``."""
    if in_capitals(page.work[start:end]) or read_role(page.bare, start, end, top=False):
        return False
    return SAYING.search(page.low, start, end) is not None


SYLLABLES = pattern(r"\p{L}+")


# takes: Đối với cá nhân    not: CHĂM SÓC CÂY XANH
FOR_WHOM = pattern(rf"{any_of(headings.FOR_WHOM)}\b")


def is_topic(page: Page, title: Span | None) -> bool:
    """Whether a heading names a topic: it can be read, so that no role is lost in it."""
    if title is None or FOR_WHOM.match(page.low, *title) is not None:
        return False
    words = SYLLABLES.findall(page.low, *title)
    return len(words) > 1 and all(map(is_syllable, words))


# takes: Giám đốc các Sở chịu trách nhiệm thi hành Quyết định này
# not:   Quyết định này có hiệu lực thi hành kể từ ngày ký
CARRIED_OUT = pattern(rf"\b{any_of(headings.CARRIED_OUT, bare=True)}\b")


def says_who_carries_out(page: Page, node: Node) -> bool:
    """Whether an article's own words say who carries out the decision, mostly its last one."""
    own = [(block.start, block.end) for block in node.blocks]
    if node.head is not None:
        own.append((node.head.words, node.head.end))
    return any(CARRIED_OUT.search(page.bare, *span) is not None for span in own)


def items_of(node: Node) -> list[Span]:
    """The spans of the first paragraphs and headings below a section, in order."""
    items: list[Span] = []
    stack = [node]
    while stack and len(items) < ITEMS:
        at = stack.pop()
        if at is not node and at.title is not None:
            items.append(at.title)
        items += [(block.start, block.end) for block in at.blocks if not block.closing]
        stack.extend(reversed(at.children))
    return items


def inherited_role(page: Page, parent: Node) -> Role:
    """The parent's role; of ``ĐỐI TƯỢNG, NỘI DUNG`` what is not about the first is the second."""
    if parent.role == "audience" and parent.title is not None:
        second = second_role(page.bare, *parent.title)
        if second == "content":
            return second
    return parent.role


def settle_spans(outline: Outline) -> None:
    """Spans from the first word after the label to the end of the last child, and paths."""
    for node in reversed(outline.ordered):
        head = node.head
        start = node.title[0] if node.title else None
        starts = [block.start for block in node.blocks]
        ends = [block.end for block in node.blocks]
        for child in node.children:
            starts.append(child.marker.start if child.marker else child.start)
            ends.append(child.end)
        if head is not None and head.end > head.words:
            starts.append(head.words)
            ends.append(head.end)
        if start is None:
            start = min(starts) if starts else (node.marker.end if node.marker else 0)
        if node.title:
            ends.append(node.title[1])
        node.start = start
        node.end = max(ends) if ends else start
    for siblings in [outline.nodes, *(node.children for node in outline.ordered)]:
        seen: dict[str, int] = {}
        for node in siblings:
            seen[node.label] = count = seen.get(node.label, 0) + 1
            name = node.label if count == 1 else f"{node.label}#{count}"
            node.path = f"{node.parent.path}.{name}" if node.parent is not None else name

"""Provisions: the leaves of the outline, with what their surroundings say of them.

A provision is the leaf numbered, lettered or bulleted item, or the sentence paragraph that
stands alone. Lead-ins, unlabelled sub-headings and attribute lines are none; they hand what
they say to the provisions near them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vnplan.extract.actors import is_body_alone
from vnplan.extract.acts import START_VERB
from vnplan.extract.tables import TableRow, read_rows
from vnplan.lexicon import headings, tables
from vnplan.lexicon import verbs as lexicon
from vnplan.lexicon.awards import FORMS
from vnplan.outline import Block, Node, Outline
from vnplan.patterns import any_of, pattern
from vnplan.records import Role, Span
from vnplan.roles import ROLE, read_role
from vnplan.text import Page
from vnplan.views import lowered

ATTRIBUTE_OF = {
    " ".join(lowered(name).split()): kind
    for kind, names in tables.ATTRIBUTE_LINES.items()
    for name in names
}
# takes: Đơn vị chủ trì: Sở Y tế.    Thời gian hoàn thành: Quý III
# not:   Thời gian qua, các đơn vị đã …
ATTRIBUTE = pattern(rf"(?P<name>{any_of(ATTRIBUTE_OF)})\s*(?:\([^()]{{0,40}}\)\s*)?:\s*")
NEXT_ATTRIBUTE = pattern(rf"\s*[;.]\s*(?={any_of(ATTRIBUTE_OF)}\s*:)")
FORM = pattern(rf"(?:\d+\s+)?{any_of(FORMS)}\b")
LEAD_IN = pattern(rf"\b{any_of(headings.LEAD_IN_WORDS)}\s*:")


@dataclass(slots=True, eq=False)
class Provision:
    """A stretch that directs, sets a standard, names an award or a step.

    ``lead_in`` is the sentence before a colon that it stands under, ``subheading`` the
    unlabelled heading above it, ``attributes`` the lines below it that tell who, when and
    what (kind, span), ``parts`` the further paragraphs that continue it.
    """

    node: Node
    start: int
    end: int
    role: Role
    level: int = 0
    lead_in: Span | None = None
    subheading: Span | None = None
    attributes: list[tuple[str, Span]] = field(default_factory=list)
    parts: list[Span] = field(default_factory=list)
    cells: dict[str, Span] = field(default_factory=dict)
    closing: bool = False
    head: bool = False
    leads: bool = False

    def words(self, page: Page) -> str:
        """The provision's words, cleaned: those of its parts without their bullets."""
        if not self.parts:
            return page.words((self.start, self.end))
        first = self.parts[0][0]
        stop = page.work.rfind("\n", self.start, first)
        pieces = [(self.start, stop if stop > self.start else first), *self.parts]
        return " ".join(page.words(piece) for piece in pieces)

    @property
    def span(self) -> Span:
        """From the first letter of the provision to its last character."""
        return self.start, self.end

    @property
    def told(self) -> list[tuple[str, Span]]:
        """What attribute lines and the cells of its row tell: the kind and the span of each."""
        return [*self.attributes, *self.cells.items()]


def find_provisions(page: Page, outline: Outline) -> list[Provision]:
    """The provisions of all sections in document order."""
    found: list[Provision] = []
    for node in outline.walk():
        found += provisions_of(page, node)
    found.sort(key=lambda p: p.start)
    return found


@dataclass(slots=True)
class State:
    """What stands in force while the blocks of one section are read."""

    lead_in: Span | None = None
    lead_level: int = -1
    noun_list: Provision | None = None
    flat_list: bool = False
    subheading: Span | None = None


def provisions_of(page: Page, node: Node) -> list[Provision]:
    """The provisions directly under one section."""
    found: list[Provision] = []
    state = State()
    rows = read_rows(page, node)
    if node.title is not None and only_attributes(page, node):
        heading = Provision(node, *node.title, node.role, head=True)
        found.append(heading)
    for i, block in enumerate(node.blocks):
        following = node.blocks[i + 1] if i + 1 < len(node.blocks) else None
        if block.row:
            take_row(found, node, rows[block.start])
            continue
        if (
            takes_attribute(found, block)
            and ATTRIBUTE.match(page.low, block.start, block.end) is not None
        ):
            found[-1].attributes += attributes_of(page, block)
            continue
        if continues_last(page, found, node, i):
            last = found[-1]
            last.parts.append((block.start, block.end))
            last.end = block.end
            continue
        if is_subheading(page, node, block, following):
            state.subheading, state.lead_in, state.noun_list = unmarked(page, block), None, None
            continue
        if (block.level <= state.lead_level or block.level == 0) and not (
            state.flat_list and not block.bullet and not block.closing
        ):
            state.lead_in, state.lead_level, state.noun_list = None, -1, None
            state.flat_list = False
        if state.noun_list is not None and (block.level > state.lead_level or state.flat_list):
            state.noun_list.parts.append((block.start, block.end))
            state.noun_list.end = block.end
            continue
        provision = Provision(
            node,
            node.title[0]
            if node.title is not None and is_score(page, node, block)
            else block.start,
            block.end,
            node.role,
            block.level,
            state.lead_in,
            None if block.closing else state.subheading,
            closing=block.closing,
            head=block.head,
        )
        if leads(page, block, following):
            state.lead_level = block.level
            if is_noun_list(page, node, i):
                state.noun_list = provision
                state.flat_list = following is not None and following.level == block.level
            else:
                state.lead_in = provision.span
                provision.leads = True
        elif following is None and ends_with_colon(page, block) and node.children:
            provision.leads = True
        found.append(provision)
    return found


def is_score(page: Page, node: Node, block: Block) -> bool:
    """Whether points stand behind a run-in heading, whose words are the standard.

    ``1. Tính sáng tạo: 30 điểm.``
    """
    return (
        node.role == "criteria"
        and block.head
        and POINTS.match(page.low, block.start, block.end) is not None
    )


# takes: 30 điểm.    30 điểm; trình bày quá giờ bị trừ 02 điểm    not: 30 điểm tối đa cho …
POINTS = pattern(rf"\W*\d{{1,3}}\s{any_of(headings.POINTS)}\s*(?:[;.,]|$)")


def take_row(found: list[Provision], node: Node, row: TableRow) -> None:
    """Add the provision of a row of a table, or what the row says of the one above it."""
    if row.kind in ("task", "entry", "standard"):
        span = row.cells["body" if row.kind == "entry" else row.kind]
        found.append(Provision(node, *span, node.role, cells=row.cells))
    elif row.kind == "more" and found:
        for kind, span in row.cells.items():
            if kind == "task":
                found[-1].parts.append(span)
                found[-1].end = span[1]
            else:
                found[-1].attributes.append((kind, span))


def attributes_of(page: Page, block: Block) -> Iterator[tuple[str, Span]]:
    """What an attribute line says: ``Đơn vị chủ trì: X; đơn vị phối hợp: Y`` says two things."""
    at = ATTRIBUTE.match(page.low, block.start, block.end)
    while at is not None:
        following = NEXT_ATTRIBUTE.search(page.low, at.end(), block.end)
        stop = following.start() if following is not None else block.end
        yield ATTRIBUTE_OF[" ".join(at["name"].split())], (at.end(), stop)
        at = ATTRIBUTE.match(page.low, following.end(), block.end) if following else None


def ends_with_colon(page: Page, block: Block) -> bool:
    """Whether a block ends in a colon, a stray sign of a scan behind it allowed."""
    tail = page.work[max(block.start, block.end - 4) : block.end].rstrip()
    return tail.endswith(":") or (len(tail) > 2 and tail[-2] == " " and tail[-3] == ":")


def leads(page: Page, block: Block, following: Block | None) -> bool:
    """Whether a block is a lead-in: it ends in a colon and items of a deeper level follow."""
    if following is None or not ends_with_colon(page, block):
        return False
    return following.level > block.level or (
        block.level == 0 and following.level == 0 and not following.closing
    )


def is_noun_list(page: Page, node: Node, i: int) -> bool:
    """Whether most items under the lead-in at block ``i`` name things instead of directing.

    The papers of a file, the topics of a contest: they belong to their lead-in.
    """
    lead = node.blocks[i]
    items: list[Block] = []
    for block in node.blocks[i + 1 :]:
        if block.closing or block.row or block.level < lead.level:
            break
        if block.level == lead.level and (block.bullet or (items and items[0].level > lead.level)):
            break
        items.append(block)
    if (
        items
        and items[0].level == lead.level
        and not LEAD_IN.search(page.low, lead.start, lead.end)
    ):
        return False
    if items and FORM.match(page.low, items[0].start, items[0].end):
        return False
    if not items or (node.role in ("timeline", "criteria", "award") and items[0].level > 1):
        return False
    if node.title is not None and node.role == "timeline":
        return False
    directing = sum(directs(page, block.start, block.end) for block in items)
    short = lead.end - lead.start <= 40
    return directing * 2 < len(items) and not short and directs_or_lists(page, lead)


def directs(page: Page, start: int, end: int) -> bool:
    """Whether words direct: a verb among the first ones, or behind a colon."""
    if START_VERB.match(page.low, start, end):
        return True
    colon = page.low.find(":", start, min(end, start + 80))
    if colon > 0 and START_VERB.match(page.low, colon + 2, end):
        return True
    return VERB_INSIDE.search(page.low, start, min(end, start + 120)) is not None


# takes: Nhà trường có trách nhiệm …    not: Biên bản họp xét
VERB_INSIDE = pattern(rf"\s{any_of(lexicon.DIRECTING_INSIDE)}\b")


def directs_or_lists(page: Page, block: Block) -> bool:
    """Whether a lead-in says something of its own, so that it can be a provision."""
    return len(page.low[block.start : block.end].split()) >= 6


def only_attributes(page: Page, node: Node) -> bool:
    """Whether nothing but attribute lines stands under a heading: then it is the provision."""
    if node.children or not node.blocks or node.title is None or node.parent is None:
        return False
    if ROLE.match(page.bare, *node.title) and read_role(page.bare, *node.title, top=False) in (
        "timeline",
        "audience",
        "other",
        "funding",
    ):
        return False
    if EVENT_LABEL.match(page.low, *node.title):
        return False
    blocks = [b for b in node.blocks if not b.row]
    return bool(blocks) and all(
        ATTRIBUTE.match(page.low, b.start, b.end) is not None for b in blocks
    )


def takes_attribute(found: list[Provision], block: Block) -> bool:
    """Whether a provision stands above that an attribute line can speak of."""
    return bool(found) and not found[-1].closing and not block.head


def continues_last(page: Page, found: list[Provision], node: Node, i: int) -> bool:
    """Whether block ``i``, unmarked, goes on with a provision that ended in ``;``."""
    block = node.blocks[i]
    if not found or i == 0 or block.bullet or block.closing or block.head or block.level:
        return False
    end = found[-1].end
    return end == node.blocks[i - 1].end and page.work[end - 1] == ";"


# takes: Hình thức khen thưởng    Sáng:    not: Thực hiện tốt các nhiệm vụ được giao.
def is_subheading(page: Page, node: Node, block: Block, following: Block | None) -> bool:
    """Whether a block is an unlabelled heading of what follows it."""
    if following is None or block.closing or block.end - block.start > 120:
        return False
    if page.work[block.end - 1] in ".;,":
        return False
    starred = block.bullet == "*"
    if ends_with_colon(page, block):
        if following.level > block.level or (block.bullet and following.bullet == block.bullet):
            return False
        return block.end - block.start <= 40
    named = ROLE.match(page.bare, block.start, block.end) is not None
    return (
        (starred and (named or following.bullet != "*"))
        or (named and not block.bullet and following.bullet != "")
        or (node.role in PARTED_ROLES and stands_alone(page, block, following))
    )


PARTED_ROLES = frozenset(
    ("content", "solution", "implementation", "reporting", "funding", "criteria", "award")
)
LONGEST_ALONE = 10  # words


def stands_alone(page: Page, block: Block, following: Block) -> bool:
    """Whether an unmarked line names what the items below it are of, or whose they are.

    ``Văn phòng``, ``Đột xuất``; not ``Các tổ chức hội họp`` above another such line.
    """
    if block.bullet or block.head or following.row:
        return False
    start, end = unmarked(page, block)
    words = page.work[start:end]
    if not words[:1].isupper() or len(words.split()) > LONGEST_ALONE or ":" in words:
        return False
    if not (words[-1].isalnum() or words[-1] == ")"):
        return False
    if not following.bullet and not is_sentence(page, following, 2 * len(words)):
        return False
    if is_body_alone(page, start, end):
        return True
    if any(map(str.isdigit, words)) or directs(page, start, end):
        return False
    return SAYS_WHAT.search(page.low, start, end) is None


def unmarked(page: Page, block: Block) -> Span:
    """A block's words without the marks of bold words: ``**Văn phòng**``."""
    start, end = block.start, block.end
    while start < end and page.work[start] in "*_ ":
        start += 1
    while start < end and page.work[end - 1] in "*_ ":
        end -= 1
    return start, end


# takes: Các xóm tưới cây    not: Công tác tuyên truyền    Tổ phục vụ
SAYS_WHAT = pattern(
    rf"\s{any_of(set(lexicon.ACTION_VERBS) - set(lexicon.NOUN_LIKE_VERBS))}\b(?!\W*$)"
)


def is_sentence(page: Page, block: Block, least: int) -> bool:
    """Whether a block of ``least`` signs or more has a capital at its head and an end mark."""
    return (
        block.end - block.start >= least
        and page.work[block.start].isupper()
        and page.work[block.end - 1] in ".;:"
    )


EVENT_LABEL = pattern(rf"{any_of(headings.EVENT_LABELS)}\b")  # Thời gian, địa điểm

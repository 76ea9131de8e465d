"""A draft of the official dispatch (công văn) that asks a subordinate to mend its plan's gaps.

Always in Vietnamese, in the form of Nghị định 30/2020/NĐ-CP; what only the office knows is blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vnplan.closings import asks_no_more
from vnplan.language import say
from vnplan.lexicon import dispatch
from vnplan.lexicon.bodies import COMMITTEES
from vnplan.records import DiffItem, Plan, PlanRef
from vnplan.report.compared import Compared
from vnplan.report.sheet import capital
from vnplan.report.text import (
    GRAVE,
    PLAIN,
    PageOfText,
    day,
    doubts_told,
    duties,
    has_duties,
    printable,
    together,
    told_change,
)
from vnplan.report.word import (
    ENDLESS,
    WIDTH,
    aligned,
    cells_of,
    grid,
    number_pages,
    open_document,
    paragraph,
    saved,
    write,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.run import Run

VI = "vi"  # whatever language the command speaks
SIZE, INDENT, APART = 14, 12.7, 6  # letters, first lines in mm, between paragraphs in points
COLUMNS = (67, WIDTH - 67)  # of the letterhead, in millimetres


def as_letter(made: Sequence[Compared], *, lang: str = "vi") -> bytes:
    """The .docx of a dispatch from the parent's issuer to the child's, of its gaps alone.

    Where nothing is left to ask for, a page that says so and asks for nothing. A decision that
    holds takes its duty out. What a person should look at first has a comment beside it.
    """
    [pair] = made
    result = pair.result
    document = open_document(size=SIZE)
    section = document.sections[0]
    section.different_first_page_header_footer = True  # no number on the first: Mục I, điểm 7
    number_pages(section.header.paragraphs[0])
    owed = gaps(pair)
    ground = [item for item in result.items if item.kind == "legal_basis" and item.status in GRAVE]
    ground = [item for item in ground if not item.excused and item.parent]
    if not has_duties(result) or not (owed or ground):
        no_demand(document, pair)
        return saved(document)
    letterhead(document, pair)
    body(document, pair, owed, ground)
    signature(document)
    return saved(document)


def gaps(pair: Compared) -> dict[str, list[list[DiffItem]]]:
    """What the child owes by status, duties of the same words together.

    What is waived is left out, and what is missing of the parent's closing formula.
    """
    general = closings(pair)
    owed = [item for item in duties(pair.result) if not item.excused and item not in general]
    found = {
        status: list(together(item for item in owed if item.status == status)) for status in GRAVE
    }
    return {status: items for status, items in found.items() if items}


def closings(pair: Compared) -> list[DiffItem]:
    """Missing duties that are sentences which close the parent and have everybody carry it out."""
    acts = {duty.span: [act.text for act in duty.acts] for duty in pair.parent.obligations}
    return [
        item
        for item in duties(pair.result)
        if item.status == "missing"
        and item.parent is not None
        and not item.excused
        and asks_no_more(item.parent.text, acts.get(item.parent.span, []))
    ]


def left_out(document: Document, pair: Compared, run: Run) -> None:
    """A comment for the officer on each closing formula that the child does not take up."""
    for item in closings(pair):
        if item.parent is not None:
            note(document, run, dispatch.LEFT_OUT.format(words=quote(item.parent.text)))


def no_demand(document: Document, pair: Compared) -> None:
    """A page that says that there is nothing to ask for."""
    title = paragraph(document, align="center", after=12)
    write(title, dispatch.NO_DEMAND_TITLE, bold=True)
    said = dispatch.NO_DEMAND if has_duties(pair.result) else dispatch.NO_DUTIES
    told = said.format(
        child_plan=in_full(pair.result.child, pair.child),
        parent_in_full=in_full(pair.result.parent, pair.parent),
    )
    run = write(paragraph(document, align="both", first=INDENT), told)
    left_out(document, pair, run)


def letterhead(document: Document, pair: Compared) -> None:
    """Who writes, the nation and its motto; number and subject, place and day; to whom."""
    parent = pair.parent.issuing_body
    left, right = cells_of(grid(document, COLUMNS, ruled=False))
    if parent and parent.superior:
        centred(left, printable(parent.superior).upper(), size=12)
    for line in in_lines(printable(parent.name) if parent else dispatch.BLANK):
        centred(left, line.upper(), size=12, bold=True)
    ruled(left, 22)
    centred(right, dispatch.NATION, size=12, bold=True)
    centred(right, dispatch.MOTTO, size=13, bold=True)
    ruled(right, 56)
    left, right = cells_of(grid(document, COLUMNS, ruled=False))
    centred(left, dispatch.NUMBER, size=13, before=4)
    subject = dispatch.SUBJECT.format(parent=by_number(pair.result.parent, pair.parent))
    centred(left, subject, size=12, before=6)
    centred(right, dispatch.PLACE_AND_DATE, size=13, italic=True, before=4)
    to = paragraph(document, align="center", before=18, after=12)
    write(to, dispatch.ADDRESSEE.format(child=addressee(pair)))


def body(
    document: Document,
    pair: Compared,
    owed: dict[str, list[list[DiffItem]]],
    ground: Sequence[DiffItem],
) -> None:
    """The parent plan, the gaps with quotes of both sides, the request."""
    parent, child = (pair.result.parent, pair.parent), (pair.result.child, pair.child)
    names = {
        "issuer": issuer(pair),
        "child": addressee(pair),
        "parent_in_full": in_full(*parent, issuer=False),
        "child_plan": in_full(*child),
    }
    page = PageOfText(pair.result, VI, ENDLESS, False, False)
    opening = text(document, capital(dispatch.OPENING.format(**names)))
    for line in doubts_told(pair.result, VI):
        note(document, opening, line)
    left_out(document, pair, opening)
    text(document, dispatch.FINDING.format(**names))
    for number, (status, items) in enumerate(owed.items(), 1):
        group(document, f"{number}. {dispatch.GROUPS[status]}")
        for place, same in enumerate(items, 1):
            first, *rest = told(same)
            run = text(document, f"{number}.{place}. {first}")
            if any(map(page.uncertain, same)):
                note(document, run, say(VI, "column_review_note"))
            for line in rest:
                text(document, line)
    if ground:
        group(document, f"{len(owed) + 1}. {dispatch.GROUND_HEAD}")
    for item in ground:
        text(document, dispatch.GROUND[item.status].format(parent=by_number(*parent)))
        for change in item.changes:
            text(document, dispatch.CHANGED.format(words=told_change(change, VI)))
    text(document, capital(dispatch.REQUEST.format(**names)))
    closing = paragraph(document, align="both", after=APART, first=INDENT)
    closing.paragraph_format.keep_with_next = True  # no page holds the signature alone
    write(closing, capital(dispatch.CLOSING.format(**names)))


def told(same: Sequence[DiffItem]) -> Iterator[str]:
    """A duty with its section, what the child says of it, what is not there and what changed."""
    item = same[0]
    assert item.parent is not None
    section = printable(item.parent.section)
    kinds = [say(VI, one.kind) for one in same if one.kind not in PLAIN]
    kind = f" ({', '.join(dict.fromkeys(kinds))})" if kinds else ""
    at = dispatch.AT_SECTION.format(section=section) if section else ""
    yield at + quote(item.parent.text) + kind + "."
    for answer in item.child:
        where = printable(answer.section)
        said = dispatch.CHILD_SAYS_AT if where else dispatch.CHILD_SAYS
        yield said.format(section=where, words=quote(answer.text))
    if item.missing_acts:
        acts = "; ".join(map(quote, item.missing_acts))
        yield dispatch.NOT_THERE.format(words=acts)
    for change in item.changes:
        yield dispatch.CHANGED.format(words=told_change(change, VI))
    if item.reason:
        yield f"{capital(say(VI, 'reason'))}: {printable(item.reason)}."


def signature(document: Document) -> None:
    """To whom copies go, and the place of who signs."""
    paragraph(document, after=6).paragraph_format.keep_with_next = True
    left, right = cells_of(grid(document, (80, WIDTH - 80), ruled=False), whole=True)
    write(left.paragraphs[0], dispatch.RECIPIENTS_HEAD, bold=True, italic=True, size=12)
    for line in dispatch.RECIPIENTS:
        write(left.add_paragraph(), line, size=11)
    position, name = dispatch.SIGNATORY
    centred(right, position, size=14, bold=True)
    for _ in range(4):
        right.add_paragraph()
    centred(right, name, size=14, bold=True)


# ---------------------------------------------------------------- names and words


def issuer(pair: Compared) -> str:
    """Who writes."""
    return printable(pair.result.parent.issuing_body or "") or dispatch.BLANK


def addressee(pair: Compared) -> str:
    """To whom it goes."""
    return printable(pair.result.child.issuing_body or "") or dispatch.BLANK


def by_number(ref: PlanRef, plan: Plan) -> str:
    """A plan by its number and day, or by those of the decision that it came with."""
    number = printable(ref.number or "") or dispatch.BLANK
    date = ref.date and dispatch.PLAN_DATE.format(date=day(ref.date))
    kind = dispatch.PLAN_OF_DECISION if plan.kind == "decision_with_plan" else dispatch.PLAN
    return kind + dispatch.PLAN_NUMBER.format(number=number) + (date or "")


def in_full(ref: PlanRef, plan: Plan, *, issuer: bool = True) -> str:
    """A plan by its number, day, issuer and title."""
    words = by_number(ref, plan)
    if issuer and ref.issuing_body:
        words += dispatch.PLAN_OF.format(issuer=printable(ref.issuing_body))
    title = printable(ref.title or "")
    first, _, second = title.partition(" ")
    if first[1:].islower() and second[:1].islower():  # no name and no acronym
        title = title[:1].lower() + title[1:]
    if title.lower().startswith(dispatch.TITLE_LEADS):
        return f"{words} {title}"
    return words + dispatch.PLAN_TITLE.format(title=title) if title else words


def quote(words: str) -> str:
    """Words of a plan in quotation marks, without the mark that ends their sentence."""
    return dispatch.QUOTE.format(words=printable(words).rstrip("./;, "))


def in_lines(name: str) -> list[str]:
    """A body's name, that of a committee with its territory on a second line."""
    for head in COMMITTEES:
        if name.lower().startswith(head + " "):
            return [name[: len(head)], name[len(head) + 1 :]]
    return [name]


# ---------------------------------------------------------------- paragraphs


def text(document: Document, words: str) -> Run:
    """A paragraph of the content."""
    return write(paragraph(document, align="both", after=APART, first=INDENT), words)


def group(document: Document, words: str) -> None:
    """The head of what is the matter, which stays with the first of it."""
    made = paragraph(document, align="both", after=APART, first=INDENT)
    made.paragraph_format.keep_with_next = True
    write(made, words, bold=True)


def note(document: Document, run: Run, words: str) -> None:
    """A comment beside a run, for the officer and not for the addressee."""
    from docx.oxml.ns import qn

    made = document.add_comment(run, text=words, author="vnplan", initials="vn")
    made._comment_elm.attrib.pop(qn("w:date"))  # the same letter whenever it is made


def centred(
    cell: _Cell,
    words: str,
    *,
    size: float,
    bold: bool = False,
    italic: bool = False,
    before: float = 0,
) -> None:
    """A line in the middle of a cell, in its first paragraph if that is empty."""
    from docx.shared import Pt

    first = cell.paragraphs[0]
    made = first if not first.text and len(cell.paragraphs) == 1 else cell.add_paragraph()
    made.paragraph_format.space_before = Pt(before)
    aligned(made, "center")
    write(made, words, bold=bold, italic=italic, size=size)


def ruled(cell: _Cell, width: float) -> None:
    """A line of so many millimetres below what stands in a cell: Mục II, điểm 1 and 2."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    made = cell.add_paragraph()
    side = (cell.width - Mm(width)) // 2 - Mm(1.5) if cell.width else Mm(20)
    made.paragraph_format.left_indent = made.paragraph_format.right_indent = side
    made.paragraph_format.space_before, made.paragraph_format.line_spacing = Pt(3), Pt(4)
    properties = made._p.get_or_add_pPr()
    borders = properties.makeelement(qn("w:pBdr"), {})
    said = {"val": "single", "sz": "6", "space": "1", "color": "000000"}
    line = {qn(f"w:{name}"): value for name, value in said.items()}
    borders.append(borders.makeelement(qn("w:top"), line))
    properties.append(borders)

"""The journey from text to ``Plan``; reads like a table of contents."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from vnplan.broken import MOST_IN_SOUND_TEXT, broken_share
from vnplan.confidence import with_confidence
from vnplan.extract.aliases import find_aliases, resolved
from vnplan.extract.awards import find_awards
from vnplan.extract.bodies import read_level
from vnplan.extract.citations import find_citations, find_legal_bases, merge_citations
from vnplan.extract.closing import read_closing
from vnplan.extract.criteria import as_criterion, is_criterion
from vnplan.extract.dates import impossible_dates
from vnplan.extract.header import Header, read_header
from vnplan.extract.issuer import agree
from vnplan.extract.obligations import find_obligations
from vnplan.extract.phases import stage_of_heading, step_of_timetable
from vnplan.extract.provisions import Provision, find_provisions
from vnplan.extract.reported import read_reported
from vnplan.extract.tables import unread_tables
from vnplan.layout import lay_out
from vnplan.outline import Block, Outline, read_outline
from vnplan.records import (
    Award,
    Citation,
    Doubt,
    IssuingBody,
    Obligation,
    Phase,
    Plan,
    Recipient,
    Section,
    Signatory,
    Source,
    Span,
    iso,
)
from vnplan.text import RECIPIENTS, Page, read_text
from vnplan.views import normalize


def parse(text: str, *, source: Source | None = None) -> Plan:
    """The record of a document's text, whatever string it is.

    ``source`` tells where the text was read from. Never raises on any string: what cannot
    be placed is in ``unclaimed``, what was read without certainty in ``doubts``.
    """
    text = normalize(text)
    laid = lay_out(text)
    page = read_text(laid.text if laid is not None else text)
    outline = read_outline(page)
    recipients, signatories = read_closing(page, outline)
    signatory = signatories[0] if signatories else None
    header = read_header(page, outline, signatory)
    provisions = find_provisions(page, outline)
    standards: list[Provision] = []
    others: list[Provision] = []
    for provision in provisions:
        (standards if is_criterion(page, provision) else others).append(provision)
    obligations, deadlines = find_obligations(page, others)
    bases = find_legal_bases(page, header.preamble) if outline.kind != "article" else []
    others_cited = [c for c in cited(page, outline) if not is_itself(c, header)]
    named = find_aliases(page, others_cited)
    citations = merge_citations(resolved([*bases, *others_cited], named))
    phases = find_phases(page, outline, others)
    unread = unread_tables(page, outline)
    broken = broken_share(page.work)
    plan = Plan(
        source=without_doubts(source) if source else Source(),
        text=page.text,
        kind=outline.kind,
        number=header.number,
        place=header.place,
        date=header.date,
        title=header.title,
        issuing_body=header.issuing_body,
        issuing_bodies=header.bodies if len(header.bodies) > 1 else (),
        legal_bases=merge_citations(bases),
        citations=citations,
        aliases=tuple(alias for alias, _ in named),
        sections=as_sections(page, outline),
        phases=phases,
        deadlines=deadlines,
        criteria=tuple(as_criterion(page, p) for p in standards),
        awards=find_all_awards(page, others),
        obligations=obligations,
        recipients=recipients,
        signatory=signatory,
        signatories=signatories if len(signatories) > 1 else (),
        unclaimed=find_unclaimed(page, outline, header, citations, recipients, signatory, unread),
        doubts=(
            *(source.doubts if source else ()),
            *header.doubts,
            *find_doubts(page, outline, unread, broken),
            *doubted_dates(page, header, obligations),
        ),
    )
    spans = header.spans
    if plan.kind == "article":
        plan, spans = read_reported(plan), {}
    plan = with_confidence(page, outline, provisions, plan, broken, spans)
    return laid.restored(plan, text) if laid is not None else plan


def without_doubts(source: Source) -> Source:
    """The source, its reader's doubts left to the plan's."""
    return source.model_copy(update={"doubts": ()}) if source.doubts else source


def issued_by(plan: Plan, name: str) -> Plan:
    """The plan as one that a body issued whose name its text leaves open or has wrong."""
    day = iso(plan.date) if plan.date is not None and plan.date.year else None
    body = IssuingBody(name=name, level=read_level(name, day))
    return plan.model_copy(update={"issuing_body": body, "issuing_bodies": ()})


def as_sections(page: Page, outline: Outline) -> tuple[Section, ...]:
    """The records of the top sections, with all below them."""
    done: dict[int, Section] = {}
    for node in reversed(outline.ordered):
        marker = node.marker
        done[id(node)] = Section(
            label=node.label,
            kind=node.kind,
            title=page.words(node.title) if node.title is not None else None,
            text="\n".join(
                [page.words((b.start, b.end)).strip("| " if b.row else None) for b in node.blocks]
            ),
            role=node.role,
            span=(node.start, node.end),
            label_span=(marker.start, marker.end) if marker is not None else (node.start,) * 2,
            children=tuple([done.pop(id(child)) for child in node.children]),
        )
    return tuple(done[id(node)] for node in outline.nodes)


def cited(page: Page, outline: Outline) -> list[Citation]:
    """The documents cited anywhere below the title, in order."""
    found: list[Citation] = []
    first = outline.head.start
    if outline.type_line is not None:
        first = outline.type_line + 1
    skipped = {i for block in outline.closings for i in block}
    for i in range(first, len(page.paragraphs)):
        paragraph = page.paragraphs[i]
        if i in skipped:
            continue
        found += find_citations(page, paragraph.words, paragraph.end)
    return found


def is_itself(citation: Citation, header: Header) -> bool:
    """Whether a document cited is the plan: its number, and neither date nor issuer against it.

    The head of a body is named as the issuer, too: the same day is enough.
    """
    own, date = header.number, header.date
    if own is None or own.serial is None or citation.number != own.text:
        return False
    if date is not None and citation.date is not None:
        parts = [(getattr(date, p), getattr(citation.date, p)) for p in ("year", "month", "day")]
        known = [(printed, said) for printed, said in parts if None not in (printed, said)]
        if any(printed != said for printed, said in known):
            return False
        if len(known) == len(parts):
            return True
    if citation.issuer is None or not header.bodies:
        return True
    level = read_level(citation.issuer, iso(date) if date is not None and date.year else None)
    return any(
        agree(body.name, citation.issuer) and level in (None, body.level) for body in header.bodies
    )


def find_phases(page: Page, outline: Outline, provisions: list[Provision]) -> tuple[Phase, ...]:
    """The stages that headings name and the dated steps of timetables, in order."""
    phases: list[Phase] = []
    staged: set[int] = set()
    for node in outline.walk():
        stage = stage_of_heading(page, node)
        if stage is not None:
            phases.append(stage)
            staged.add(id(node))
    for provision in provisions:
        if provision.role not in ("timeline", "award", "implementation", "content"):
            continue
        if id(provision.node) in staged:
            continue
        step = step_of_timetable(page, provision)
        if step is not None:
            phases.append(step)
    return tuple(sorted(phases, key=lambda phase: phase.span))


def find_all_awards(page: Page, provisions: list[Provision]) -> tuple[Award, ...]:
    """The awards that provisions name or propose, in order."""
    found: list[Award] = []
    for provision in provisions:
        found += find_awards(page, provision)
    return tuple(sorted(found, key=lambda award: award.span))


# ---------------------------------------------------------------- nothing lost


def find_unclaimed(
    page: Page,
    outline: Outline,
    header: Header,
    citations: tuple[Citation, ...],
    recipients: tuple[Recipient, ...],
    signatory: Signatory | None,
    unread: list[list[Block]],
) -> tuple[Span, ...]:
    """The lines that no field speaks of: page furniture, navigation, what nobody understood."""
    claimed: list[Span] = [c.span for c in citations]
    claimed += header.claimed
    rows_unread = {block.start for rows in unread for block in rows}
    if header.issuing_body is not None and header.issuing_body.span is not None:
        claimed.append(header.issuing_body.span)
    for node in outline.walk():
        if node.head is not None:
            claimed.append((node.head.start, node.head.end))
        claimed += [(b.start, b.end) for b in node.blocks if b.start not in rows_unread]
    claimed += [r.span for r in recipients if r.span is not None]
    if signatory is not None and signatory.span is not None:
        claimed.append(signatory.span)
    claimed.sort()
    unclaimed: list[Span] = []
    spans = iter((*claimed, (len(page.text) + 1, 0)))
    begin, end = next(spans)
    reach = -1
    for line in page.lines:
        while begin < line.end:
            if end > reach:
                reach = end
            begin, end = next(spans)
        if line.furniture is None and (
            reach > line.start or (recipients and RECIPIENTS.match(page.bare, line.start, line.end))
        ):
            continue
        unclaimed.append((line.start, line.end))
    return tuple(unclaimed)


def find_doubts(
    page: Page, outline: Outline, unread: list[list[Block]], broken: float
) -> tuple[Doubt, ...]:
    """What a person should look at; ``broken`` is the share of broken words."""
    doubts: list[Doubt] = []
    if "\ufffd" in page.text:
        at = page.text.index("\ufffd")
        doubts.append(
            Doubt(
                code="undecodable",
                message="characters were lost when the text was decoded",
                span=(at, at + 1),
            )
        )
    if broken > MOST_IN_SOUND_TEXT:
        doubts.append(
            Doubt(
                code="broken_text",
                message=f"{broken:.0%} of the words are no Vietnamese syllables",
                span=None,
            )
        )
    for node in outline.damaged:
        span = (
            (node.marker.start, node.marker.end)
            if node.marker is not None
            else (node.start, node.end)
        )
        doubts.append(
            Doubt(code="damaged_label", message=f"the label is read as {node.label}", span=span)
        )
    for rows in unread:
        doubts.append(
            Doubt(
                code="unread_table",
                message="a table was not understood",
                span=(rows[0].start, rows[-1].end),
            )
        )
    if not page.paragraphs:
        doubts.append(Doubt(code="empty", message="the text holds no words", span=None))
    elif not outline.nodes:
        doubts.append(
            Doubt(code="no_sections", message="no labelled sections were found", span=None)
        )
    return tuple(doubts)


def doubted_dates(page: Page, header: Header, obligations: Iterable[Obligation]) -> Iterator[Doubt]:
    """A doubt for each day of the head or of a duty that no calendar has (``31/11/2024``)."""
    dates = impossible_dates(page)
    if not dates:
        return
    places = sorted(duty.span for duty in obligations)
    if "date" in header.spans:
        places = sorted([header.spans["date"], *places])
    for date in dates:
        at = bisect_right(places, (date[0], len(page.text))) - 1
        if at >= 0 and date[1] <= places[at][1]:
            message = f"no calendar has the day {page.words(date)}"
            yield Doubt(code="impossible_date", message=message, span=date)


def explain(text: str) -> list[tuple[int, str, str]]:
    """Line number (from 1), reason and words of every line that holds something."""
    text = normalize(text)
    laid = lay_out(text)
    page = read_text(laid.text if laid is not None else text)
    outline = read_outline(page)
    reasons: dict[int, str] = {}
    for paragraph, reason in zip(page.paragraphs, outline.reasons, strict=True):
        reasons[paragraph.first_line] = reason
    told: list[tuple[int, str]] = []  # where a line begins in the text as read, and why
    for i, line in enumerate(page.lines):
        start, _ = laid.origin((line.start, line.end)) if laid is not None else line[:2]
        told.append((start, line.furniture or reasons.get(i, "goes on")))
    told.sort()
    rows: list[tuple[int, str, str]] = []
    at = 0
    reason = "goes on"
    next_told = 0
    for number, words in enumerate(text.split("\n"), 1):
        end = at + len(words)
        if words.strip():
            while next_told < len(told) and told[next_told][0] < end:
                reason = told[next_told][1]
                next_told += 1
            rows.append((number, reason, words.strip()))
        at = end + 1
    return rows

"""Stages and dated steps of the timetable."""

from __future__ import annotations

from vnplan.extract.dates import Time, find_times, read_period
from vnplan.extract.provisions import Provision
from vnplan.lexicon import headings
from vnplan.lexicon import phases as lexicon
from vnplan.lexicon.dates import LIMIT_LABELS
from vnplan.outline import Node
from vnplan.patterns import any_of, pattern
from vnplan.records import Phase, Span
from vnplan.text import Page

# takes: Giai đoạn 1 (từ 2023 - 2025)    Đợt 2 (tháng 8)    Bước 1: từ tháng 3
# not:   giai đoạn tiếp theo
STAGE = pattern(
    rf"{any_of(lexicon.STAGES)}\s+(?:\d{{1,2}}|[ivx]{{1,4}}|{any_of(lexicon.ORDINALS)})\b"
)
CLOCK = pattern(rf"\d{{1,2}}\s*(?:h|g|:|{any_of(lexicon.HOUR)})\s?\d{{0,2}}\b")
BEFORE = pattern(rf"\b{any_of(lexicon.BEFORE)}\b")
LIMIT_LABEL = pattern(rf"{any_of(LIMIT_LABELS)}\b[^:;.]{{1,120}}:")  # Thời hạn gửi bài:
TIME_LABEL = pattern(rf"{any_of(headings.TIME_LABELS)}")
LEADING = pattern(rf"[\s,;:(-]*(?:{any_of(lexicon.PREPOSITIONS)}\s*)*$")


def stage_of_heading(page: Page, node: Node) -> Phase | None:
    """The stage that a heading names, its text below it included."""
    if node.title is None:
        return None
    start, end = node.title
    if STAGE.match(page.low, start, end) is None:
        return None
    period = read_period(page, start, end)
    span = (start, node.end)
    name = stage_name(page, start, end)
    if period is None and node.blocks:
        period = read_period(page, node.blocks[0].start, node.blocks[0].end)
    if period is None:
        return None
    return Phase(
        name=name,
        start=period[0],
        end=period[1],
        text=" ".join(page.words(piece) for piece in pieces_of(node, start)),
        span=span,
        section=node.path,
    )


def pieces_of(node: Node, start: int) -> list[Span]:
    """The stretches of a section's words from ``start`` on, labels and bullets left out."""
    pieces: list[Span] = []
    todo = [node]
    while todo:
        at = todo.pop()
        first = at.title if at.title is not None else (at.start, at.start)
        for block in at.blocks:
            if block.head:
                first = (first[0], block.end)
            else:
                pieces.append((block.start, block.end))
        if first[1] > first[0]:
            pieces.append(first)
        todo += at.children
    return sorted(piece for piece in pieces if piece[0] >= start)


def stage_name(page: Page, start: int, end: int) -> str:
    """The words of a heading without the parenthesis or the time behind it."""
    stop = page.work.find("(", start, end)
    if stop < 0:
        times = find_times(page, start, end)
        stop = times[0].span[0] if times and times[0].span[0] > start else end
        lead = LEADING.search(page.low, start, stop)
        stop = lead.start() if lead is not None and lead.start() > start else stop
    return page.words((start, stop)).strip(" :,;-")


def step_of_timetable(page: Page, provision: Provision) -> Phase | None:
    """The step that an item of the timetable describes, None where it has no time of its own."""
    start, end = provision.span
    span: Span = (start, end)
    node = provision.node
    if provision.cells:
        return step_of_row(page, provision)
    times = find_times(page, start, end)
    if provision.closing or not (times or provision.head):
        return None
    if provision.leads and not STAGE.match(page.low, start, end):
        return None
    if provision.head and node.title is not None:
        span = (node.title[0], end)
    stage = STAGE.match(page.low, *span)
    if CLOCK.match(page.low, start, end):
        return None
    dated = provision.head and node.title is not None and is_time_alone(page, node.title)
    if dated and node.title is not None:  # 1. Quý II năm 2025: | tập huấn, in tài liệu
        start = node.title[0]
        times = find_times(page, start, end)
    if not times:
        return None
    first = times[0]
    if BEFORE.search(page.low, max(start, first.span[0] - 16), first.span[0] + 6):
        return None
    if first.end is None and not first.open_end and LIMIT_LABEL.match(page.low, start, end):
        return None
    if stage is None and not dated and not stands_alone(page, provision, first.span):
        return None
    if stage is None and not may_step(page, provision, first):
        return None
    period = read_period(page, start, end)
    if period is None:
        return None
    return Phase(
        name=step_name(page, provision, (span[0], end), first.span) or page.words(first.span),
        start=period[0],
        end=period[1],
        text=page.words(span),
        span=span,
        section=node.path,
    )


def is_time_alone(page: Page, title: Span) -> bool:
    """Whether a heading is nothing but a time: ``Tháng 9 và tháng 10 năm 2025:``.

    ``Năm 2025 (từ tháng 9 đến tháng 12)`` is one, too.
    """
    times = find_times(page, *title)
    starts = [time.span[0] for time in times] + [title[1]]
    gaps = zip([title[0], *(time.span[1] for time in times)], starts, strict=True)
    return bool(times) and all(JOINING.fullmatch(page.low[a:b]) for a, b in gaps)


JOINING = pattern(
    rf"[\s,;:()-]*(?:(?:{any_of((*lexicon.PREPOSITIONS, *lexicon.JOINERS))})\b[\s,;:()-]*)*"
)


def may_step(page: Page, provision: Provision, time: Time) -> bool:
    """Whether an item outside the timetable may be a step: its time leads, or is a window."""
    if provision.role == "timeline" or LEADING.fullmatch(page.low[provision.start : time.span[0]]):
        return True
    return provision.role == "award" and (time.end is not None or time.open_end)


def stands_alone(page: Page, provision: Provision, time: Span) -> bool:
    """Whether the time is what the item is about: it leads, follows a colon, or ends it."""
    start, end = provision.span
    head = page.low[start : time[0]]
    if LEADING.fullmatch(head) or len(head.split()) <= 2:
        return True
    if (
        provision.head
        and provision.node.title is not None
        and TIME_LABEL.match(page.low, *provision.node.title)
    ):
        return True
    colon = page.work.rfind(":", start, time[0])
    if colon > 0 and (
        LEADING.fullmatch(page.low[colon + 1 : time[0]]) or TIME_LABEL.match(page.low, start, colon)
    ):
        return True
    tail = page.low[time[1] : end].strip(" .;,)")
    sentence = page.work.rfind(". ", start, time[0]) < 0
    return sentence and (not tail or page.work[time[1] : end].lstrip(" |)")[:1] in ".(")


def step_name(page: Page, provision: Provision, span: Span, time: Span) -> str:
    """What the step is called: the words before its time, or behind it where it leads."""
    start, end = span
    head = provision.node.title if provision.head else None
    if head is not None and start == head[0] and not is_time_alone(page, head):
        return stage_name(page, *head)
    if STAGE.match(page.low, start, time[0]) is not None:
        colon = page.work.find(":", start, time[0])
        return stage_name(page, start, colon if colon > 0 else time[1])
    colon = page.work.find(":", start, end)
    if colon > time[0]:  # Ngày 16/11/2017: Họp đoàn; gửi danh sách
        stop = page.work.find(";", colon, end)
        words = page.words((colon + 1, stop if stop > 0 else end))
        place = PLACE.search(words)
        return (words[: place.start()] if place is not None else words).strip(" .;,")
    if 0 < colon < time[0]:
        return page.words((start, colon)).strip(" .;,:")
    lead = LEADING.search(page.low, start, time[0])
    stop = lead.start() if lead is not None else time[0]
    return page.words((start, stop)).strip(" .;,:(-") or page.words((time[1], end)).strip(" .;,:")


PLACE = pattern(rf"\s{any_of(lexicon.PLACES)}\s")


def step_of_row(page: Page, provision: Provision) -> Phase | None:
    """The step that a row of a timetable describes, where its time is no limit."""
    cell = provision.cells.get("time")
    if provision.role != "timeline" and "body" not in provision.cells:
        return None
    if cell is None or BEFORE.search(page.low, *cell):
        return None
    period = read_period(page, *cell)
    if period is None:
        return None
    start, end = provision.span
    span = (min(start, cell[0]), max(end, cell[1]))
    return Phase(
        name=page.words((start, end)),
        start=period[0],
        end=period[1],
        text=page.words(span),
        span=span,
        section=provision.node.path,
    )

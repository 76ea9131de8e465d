"""Provisions by which a plan directs somebody to do something."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vnplan.extract.actors import (
    find_actors,
    heading_actors,
    is_body_alone,
    later_doers,
    named,
    requested,
    subject,
)
from vnplan.extract.acts import START_VERB, act_spans, clauses, skip_space
from vnplan.extract.awards import AT_START, PROPOSAL, stands_under_giving
from vnplan.extract.criteria import WHO
from vnplan.extract.dates import find_deadlines, find_times, first_time, read_recurrence
from vnplan.extract.phases import BEFORE as LIMIT
from vnplan.extract.phases import CLOCK, STAGE
from vnplan.extract.provisions import ATTRIBUTE, Provision, directs
from vnplan.extract.tables import actors_in
from vnplan.extract.targets import find_targets
from vnplan.lexicon import awards, headings
from vnplan.lexicon import verbs as lexicon
from vnplan.lexicon.phases import STAGES
from vnplan.lexicon.quantities import PERSONS
from vnplan.outline import Node
from vnplan.patterns import any_of, pattern
from vnplan.records import Actor, Date, Deadline, Obligation, Part, Recurrence, Role, Span
from vnplan.text import Page

DIRECTING_ROLES = frozenset(
    ("requirement", "target", "content", "solution", "implementation", "funding", "reporting")
)
# in the first clause: Phong trào phải được …    not: giảm lượng rác phải chôn lấp
# Việc học tập, quán triệt phải nghiêm túc: a row of verbs made a noun
# cán bộ, giáo viên phải gương mẫu: a row of persons
PEOPLE = rf"{any_of(PERSONS)}(?:\s\p{{L}}+){{0,3}}(?:,(?:\s\p{{L}}+){{1,5}}){{1,5}}\s"
UP_TO_DEMAND = rf"(?:{any_of(lexicon.MAKING_NOUNS)}\s[^;.:]{{0,120}}\s|{PEOPLE}|[^,;.:]{{0,80}}\s)?"
OPENING = pattern(rf"{any_of(lexicon.CIRCUMSTANCES)}\s[^,;.:]{{1,80}},\s+")
DIRECTIVE = pattern(rf"{UP_TO_DEMAND}{any_of(lexicon.DIRECTIVE_WORDS)}\b")
FIRM = pattern(rf"(?:[^,;.:]{{0,80}}\s)?{any_of(lexicon.FIRM_WORDS)}\b")
BARE_REFERENCE = pattern(rf"{any_of(lexicon.BARE_REFERENCES)}\b(?!.*;)")
QUANTITY = pattern(rf"\d|\b{any_of(lexicon.QUANTITIES)}\b")
# takes: Việc thanh quyết toán kinh phí thực hiện theo quy định của pháp luật.
# not:   Việc xét khen thưởng thực hiện theo văn bản hướng dẫn của Bộ
AS_RULED = pattern(
    rf"{any_of(lexicon.RULED_THINGS)}\b[^;.]{{0,140}}\b{any_of(lexicon.BARE_REFERENCES)}[^;.,]{{0,60}}\W*$"
)
PERMISSION = pattern(rf"\b{any_of(lexicon.PERMISSIONS)}\b")
BUT_MUST = pattern(rf"\b{any_of(lexicon.BUT)}\s+{any_of(lexicon.FIRM_WORDS)}\b")
# takes: Trên đây là Kế hoạch …    Kế hoạch này thay thế …
STATEMENT = pattern(any_of(lexicon.CLOSING_STATEMENTS))
PRICE = pattern(rf"\d[\d.,]*\s*{any_of(lexicon.MONEY)}\b\W*$")
# takes: Mức chi: 50.000 đồng/người/ngày.    Dự kiến: 25 triệu đồng    not: Thu đạt 58 triệu đồng
LABELLED_PRICE = pattern(
    rf"[^:;.]{{1,60}}:\s*[^\d:;.]{{0,20}}\d[\d.,]*\s*(?:{any_of(lexicon.MONEY)}\s*)+"
    r"(?:/\s?\p{L}+(?:\s\p{L}+)?){0,2}\W*"
)
INVITATION = pattern(rf"\b{any_of(lexicon.INVITATIONS)}\b")
AWARD_DUTY = pattern(rf"\b{any_of(awards.AWARD_DUTIES)}\b")
TIME_LABEL = pattern(rf"{any_of(headings.EVENT_LABELS)}\b")
# takes: Giai đoạn chuẩn bị (từ …    not: Giai đoạn chuẩn bị: lập danh sách
NAMED_STAGE = pattern(rf"{any_of(STAGES)}\s[^\d:;.(]{{1,40}}(?=\()")
CLOSING_ACT = pattern(rf"\b{any_of(lexicon.CLOSING_ACTS)}\b")
PURPOSE_AND_DEMAND = pattern(any_of(headings.DEMAND))
ANY_VERB = pattern(rf"\b{any_of(lexicon.ACTION_VERBS)}\b")
WORDS = pattern(r"\p{L}{2,}")
TWO_WORDS = pattern(r"\p{L}{2}\p{L}*+.*?\p{L}{2}", re.DOTALL)


def kind_of_duty(page: Page, provision: Provision) -> Role | None:
    """The kind of the duty, by the role of its section and by its own words; None for no duty."""
    if provision.leads:  # its items are the duties
        return None
    start, end = provision.span
    for rule in REFUSALS:
        if rule(page, provision, start, end):
            return None
    return duty_role(page, provision)


def duty_role(page: Page, provision: Provision) -> Role | None:
    """The kind of the duty, None where the section states no duties."""
    role = provision.role
    if provision.closing:
        plain = role in DIRECTING_ROLES and not STATEMENT.match(page.low, *provision.span)
        return role if plain or asks(page, provision) else None
    if role == "target" and not QUANTITY.search(page.low, *provision.span):
        return role if FIRM.match(page.low, *provision.span) else None
    if role in DIRECTING_ROLES:
        return role
    if role == "timeline":
        return role if says_what_is_done(page, provision) else None
    if role == "award":
        return role if AWARD_DUTY.search(page.low, *provision.span) else None
    if role == "purpose" and is_undivided(page, provision.node):
        start, end = provision.span
        opening = OPENING.match(page.low, start, end)
        start = opening.end() if opening is not None else start
        demands = DIRECTIVE.match(page.low, start, end) is not None
        return "requirement" if demands or subject(page, start, end) is not None else None
    return None


def is_undivided(page: Page, node: Node) -> bool:
    """Whether a heading names aims and demands and no section below parts them."""
    if node.title is None and node.parent is not None and node.parent.role == "purpose":
        node = node.parent
    return (
        node.title is not None
        and all(child.title is None for child in node.children)
        and PURPOSE_AND_DEMAND.search(page.low, *node.title) is not None
    )


def says_what_is_done(page: Page, provision: Provision) -> bool:
    """Whether an item of the timetable has words beside its time."""
    start, end = provision.span
    if provision.cells:
        return "task" in provision.cells
    title = provision.node.title
    if title is not None and provision.head and TIME_LABEL.match(page.low, *title):
        return deadline_in(page, start, end)
    if TIME_LABEL.match(page.low, start, end) and not deadline_in(page, start, end):
        return False
    rest = 0
    stage = STAGE.match(page.low, start, end) or NAMED_STAGE.match(page.low, start, end)
    start = stage.end() if stage is not None else start
    for time in find_times(page, start, end):
        rest += len(WORDS.findall(page.work, start, time.span[0]))
        start = time.span[1]
    return rest + len(WORDS.findall(page.work, start, end)) >= 2


def deadline_in(page: Page, start: int, end: int) -> bool:
    """Whether words name a limit by which something is due."""
    return LIMIT.search(page.low, start, end) is not None


def asks(page: Page, provision: Provision) -> bool:
    """Whether a closing paragraph asks somebody to do something."""
    return (
        requested(page, *provision.span) is not None
        or CLOSING_ACT.search(page.low, *provision.span) is not None
    )


# ---------------------------------------------------------------- what is no obligation


def is_thin(page: Page, provision: Provision, start: int, end: int) -> bool:
    """Less than two words, or nothing that a person could read."""
    return TWO_WORDS.search(page.work, start, min(end, start + 60)) is None


def is_bare_reference(page: Page, provision: Provision, start: int, end: int) -> bool:
    """``Theo quy định hiện hành.``, ``Đính kèm.``"""
    if AS_RULED.match(page.low, start, end):
        return True
    return BARE_REFERENCE.match(page.low, start, end) is not None and (end - start <= 120)


def is_invitation(page: Page, provision: Provision, start: int, end: int) -> bool:
    """``Thân mời …``, ``… kính trình Sở phê duyệt``"""
    return page.holds(INVITATION, start, end)


def is_permission(page: Page, provision: Provision, start: int, end: int) -> bool:
    """A right, not a duty; ``Không được để … có thể …``, ``có thể … nhưng phải …`` is one."""
    if not page.holds(PERMISSION, start, start + 70) or BUT_MUST.search(page.low, start, end):
        return False
    match = PERMISSION.search(page.low, start, min(end, start + 70))
    return match is not None and DIRECTIVE.match(page.low, start, match.start()) is None


def is_price(page: Page, provision: Provision, start: int, end: int) -> bool:
    """``Nước uống: 20 bình x 15.000 đồng``: an amount of money and no verb."""
    if provision.cells:
        return False
    if (
        PRICE.search(page.low, max(start, end - 40), end) is None
        and LABELLED_PRICE.fullmatch(page.low, start, end) is None
    ):
        return False
    return not directs(page, start, end)


def is_list_of_people(page: Page, provision: Provision, start: int, end: int) -> bool:
    """Nothing but the name of a body or a person, in a timetable with the time of a visit."""
    if provision.cells or end - start > 120:
        return False
    if provision.level == 0 and provision.role != "timeline":
        return False
    if provision.role == "requirement":
        return False
    times = find_times(page, start, end) if provision.role == "timeline" else []
    stop = times[0].span[0] if times and times[0].span[0] > start else end
    return is_body_alone(page, start, stop) and not START_VERB.match(page.low, start, stop)


def is_speaker(page: Page, provision: Provision, start: int, end: int) -> bool:
    """Who does what at a meeting: ``Báo cáo viên: đồng chí Trưởng phòng Tư pháp``."""
    if SPEAKER.match(page.low, start, end) is None:
        return False
    return not directs(page, page.low.index(":", start) + 1, end)


# takes: Thư ký: bà Mùa Thị Sua    not: Thư ký: ghi biên bản
SPEAKER = pattern(rf"{any_of(headings.SPEAKERS)}\s*:\s*{any_of(headings.BEFORE_PERSONS)}\s")


def is_matter(page: Page, provision: Provision, start: int, end: int) -> bool:
    """What is to be spoken about, learnt or asked: an item of ``Các chủ đề``, ``NỘI DUNG THI``.

    Not one that names who acts or by when.
    """
    node = provision.node
    if provision.head and node.parent is not None:
        node = node.parent
    if node.title is None or provision.cells:
        return False
    if TOPICS.fullmatch(page.low, *node.title) is None and (
        MATTERS.match(page.low, *node.title) is None or PAPER.match(page.low, start, end) is None
    ):
        return False
    return (
        DIRECTIVE.match(page.low, start, end) is None
        and not deadline_in(page, start, end)
        and not find_actors(page, start, end).actors
    )


MANY = rf"(?:{any_of(headings.MANY)}\s+)?"
# takes: Các chủ đề tham luận    not: Chủ đề và cách viết bài
TOPICS = pattern(
    rf"{MANY}{any_of(headings.TOPICS)}\b(?:(?!\s{any_of(lexicon.AND_WORDS)}\s)[^,;:]){{0,60}}"
)
MATTERS = pattern(rf"{any_of(headings.MATTERS)}\b")
PAPER = pattern(
    rf"{MANY}{any_of((*headings.PAPERS, *headings.TYPE_LINES, *headings.OTHER_TYPE_LINES))}\b"
)


def is_entry(page: Page, provision: Provision, start: int, end: int) -> bool:
    """A row of a schedule: a body and its day, and nothing that is to be done."""
    return bool(provision.cells) and "task" not in provision.cells


def is_award_line(page: Page, provision: Provision, start: int, end: int) -> bool:
    """A form of reward, whom it is for, or whom to ask for it, as such."""
    if provision.role == "award" and PROPOSAL.match(page.low, start, end):
        return not deadline_in(page, start, end)
    if provision.role in ("award", "criteria"):
        return any(rule.match(page.low, start, end) for rule in (AT_START, WHO))
    return stands_under_giving(page, provision) and AT_START.match(page.low, start, end) is not None


def is_agenda(page: Page, provision: Provision, start: int, end: int) -> bool:
    """A line of a programme with a clock time; ``8h00 hằng ngày …`` is a duty."""
    if not page.low[start].isdecimal() or CLOCK.match(page.low, start, end) is None:
        return False
    return read_recurrence(page, start, end) is None


def is_attribute(page: Page, provision: Provision, start: int, end: int) -> bool:
    """``Địa điểm: …``, ``Thành phần: …`` that speak of no provision above."""
    if provision.role == "timeline" or provision.cells or provision.head:
        return False
    return ATTRIBUTE.match(page.low, start, end) is not None


def is_aside(page: Page, provision: Provision, start: int, end: int) -> bool:
    """``(Kèm theo Kế hoạch …)`` under the title of an appendix."""
    return page.work[start] == "(" and provision.node.kind == "appendix"


def is_pointer(page: Page, provision: Provision, start: int, end: int) -> bool:
    """A label such as ``Trình tự, thủ tục:`` followed by nothing but a reference to rules."""
    colon = page.work.find(":", start, min(end, start + 80))
    if colon < 0:
        return False
    at = colon + 1
    while at < end and page.work[at].isspace():
        at += 1
    return BARE_REFERENCE.match(page.low, at, end) is not None


REFUSALS = (
    is_thin,
    is_bare_reference,
    is_pointer,
    is_invitation,
    is_permission,
    is_price,
    is_list_of_people,
    is_speaker,
    is_matter,
    is_entry,
    is_award_line,
    is_agenda,
    is_attribute,
    is_aside,
)


# ---------------------------------------------------------------- the record


def as_obligation(
    page: Page, provision: Provision, kind: Role, number: int, deadlines: list[Deadline]
) -> Obligation:
    """The record of a duty with its actors, acts, time, targets and products."""
    start, end = provision.span
    doers = find_actors(page, start, first_end(provision))
    actors = doers.actors
    act_start = doers.act_start
    if provision.closing:
        asked = requested(page, start, end)
        if asked is not None:
            name, act_start = asked
            actors = tuple(named(page, name, "agent"))
        elif not actors:  # Trên đây là Kế hoạch …; nếu có vướng mắc, các thôn báo cáo …
            inner = (
                find_actors(page, skip_space(page, *clause), clause[1])
                for clause in clauses(page, start, end)[1:]
            )
            doers = next((found for found in inner if found.actors), doers)
            actors, act_start = doers.actors, doers.act_start
    actors = with_attributes(page, provision, actors)
    if not any(actor.part != "support" for actor in actors):
        actors = inherited_actors(page, provision, actors)
    before = (act_start, act_start)
    if not provision.closing and not any(actor.part != "support" for actor in actors):
        later = later_doers(page, start, first_end(provision))
        if later is not None:
            doers, at = later
            if any(actor.part == "support" for actor in doers.actors):
                actors = ()
            actors = (*doers.actors, *actors)
            if ANY_VERB.search(page.low, act_start, at):  # not: Từ nguồn chi thường xuyên
                before = (act_start, at)
            act_start = doers.act_start
    deadline, recurrence = due(page, provision, deadlines)
    acts = provision_acts(page, provision, act_start, before)
    return Obligation.model_validate(
        {
            "id": f"o{number}",
            "kind": kind,
            "text": provision.words(page),
            "span": (start, end),
            "section": provision.node.path,
            "actors": actors,
            # validated at once with their duty: one by one takes twice the time
            "acts": [{"text": page.words(span), "span": span} for span in acts],
            "deadline": deadline,
            "recurrence": recurrence,
            "targets": find_targets(page, start, end),
            "products": products(page, provision),
        }
    )


def provision_acts(page: Page, provision: Provision, act_start: int, before: Span) -> list[Span]:
    """The spans of a provision's acts; the items of a list of things are one each.

    ``before`` are the clauses before the one that names who acts.
    """
    spans = [*act_spans(page, *before), *act_spans(page, act_start, first_end(provision))]
    for part in provision.parts:
        spans += act_spans(page, *part)
    if provision.closing and not provision.parts:  # Trên đây là Kế hoạch …; các đơn vị …
        return [span for span in spans if not STATEMENT.match(page.low, *span)] or spans
    return spans


def first_end(provision: Provision) -> int:
    """The end of the provision's first paragraph."""
    return provision.parts[0][0] if provision.parts else provision.end


PARTS: dict[str, Part] = {"lead": "lead", "agent": "agent", "support": "support"}


def with_attributes(
    page: Page, provision: Provision, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """The actors with those of attribute lines and table cells."""
    if not provision.attributes and not provision.cells:
        return actors
    found: list[Actor] = []
    for kind, span in provision.attributes:
        if kind in PARTS:
            found += named(page, span, PARTS[kind])
    for kind, cell in provision.cells.items():
        if kind in PARTS:
            found += actors_in(page, cell, PARTS[kind])
    if any(actor.part != "support" for actor in found):
        return tuple(found)
    return (*(actor for actor in actors if actor.part != "support"), *found) if found else actors


def inherited_actors(
    page: Page, provision: Provision, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """The actors of the lead-in or of the nearest heading that names one.

    ``Chủ trì …`` under the heading of a body makes that body the lead.
    """
    found: tuple[Actor, ...] = ()
    if provision.lead_in is not None:
        found = tuple(
            a for a in find_actors(page, *provision.lead_in).actors if a.part != "support"
        )
    if not found and provision.subheading is not None and provision.role in ACTOR_ROLES:
        found = heading_actors(page, provision.subheading)
    node: Node | None = provision.node
    while not found and node is not None:
        if node.title is not None and (node.role in ACTOR_ROLES):
            found = heading_actors(page, node.title)
        node = node.parent
    if found and LEADING_WORD.match(page.low, *provision.span):
        found = tuple(Actor(name=a.name, part="lead") for a in found)
    return (*found, *actors)


ACTOR_ROLES = frozenset(
    ("implementation", "content", "solution", "reporting", "funding", "requirement")
)
LEADING_WORD = pattern(any_of(headings.LEADING))


def due(
    page: Page, provision: Provision, deadlines: list[Deadline]
) -> tuple[Date | None, Recurrence | None]:
    """The time by which the duty is due, and how often."""
    date, recurrence = None, None
    if deadlines:
        date = next((d.date for d in deadlines if d.date is not None), None)
        recurrence = next((d.recurrence for d in deadlines if d.recurrence is not None), None)
    if recurrence is None and not provision.closing:
        recurrence = read_recurrence(page, *provision.span)
    for kind, span in provision.told:
        if kind == "time":
            if date is None:
                times = find_times(page, *span)
                date = times[0].date if times and times[0].end is None else None
            recurrence = recurrence or read_recurrence(page, *span)
    time = first_time(page, *provision.span) if date is None else None
    if (
        time is not None
        and not STAGE.match(page.low, *provision.span)
        and time.end is None
        and not time.open_end
        and time.date.month
    ):
        leads = page.work[time.span[1] : time.span[1] + 1] == ":"
        leads = leads and time.span[0] - provision.start <= 6
        date = time.date if leads or provision.role == "timeline" else None
    if recurrence is None and provision.role == "award":
        node: Node | None = provision.node
        if node is not None and node.title is not None:
            recurrence = read_recurrence(page, *node.title)
    return date, recurrence


def provision_deadlines(page: Page, provision: Provision) -> list[Deadline]:
    """The deadlines that a provision and its attribute lines name."""
    section = provision.node.path
    found = find_deadlines(page, *provision.span, section)
    for kind, span in provision.told:
        if kind not in ("time", "note", "product"):
            continue
        own = find_deadlines(page, *span, section)
        step = provision.role == "timeline" and bool(provision.cells)
        if not own and kind == "time" and not step:
            times = find_times(page, *span)
            recurrence = read_recurrence(page, *span)
            if (times and times[0].end is None) or recurrence is not None:
                stop = trimmed_end(page, span)
                own = [
                    Deadline(
                        text=page.words((span[0], stop)),
                        date=times[0].date if times else None,
                        recurrence=recurrence,
                        span=(span[0], stop),
                        section=section,
                    )
                ]
        found += own
    return found


def trimmed_end(page: Page, span: Span) -> int:
    """The end of a span without its end marks."""
    end = span[1]
    while end > span[0] and (page.work[end - 1].isspace() or page.work[end - 1] in ".;,"):
        end -= 1
    return end


def products(page: Page, provision: Provision) -> tuple[str, ...]:
    """What the provision's attribute lines and cells name as its products."""
    found: list[str] = []
    for kind, span in provision.told:
        if kind == "product":
            found += [w for w in (p.strip(" .;") for p in page.words(span).split(";")) if w]
    return tuple(found)


def find_obligations(
    page: Page, provisions: Iterable[Provision]
) -> tuple[tuple[Obligation, ...], tuple[Deadline, ...]]:
    """The duties among the provisions, numbered in document order, and all their deadlines."""
    duties: list[Obligation] = []
    deadlines: dict[Span, Deadline] = {}
    for provision in provisions:
        kind = kind_of_duty(page, provision)
        if kind is None:
            continue
        own = provision_deadlines(page, provision)
        duties.append(as_obligation(page, provision, kind, len(duties) + 1, own))
        for deadline in own:
            deadlines.setdefault(deadline.span, deadline)
    return tuple(duties), tuple(deadlines[span] for span in sorted(deadlines))

"""Standards for being rewarded (tiêu chí, tiêu chuẩn khen thưởng), and whom they are for."""

from __future__ import annotations

from vnplan.extract.provisions import Provision
from vnplan.lexicon import awards as lexicon
from vnplan.outline import Node
from vnplan.patterns import any_of, pattern
from vnplan.records import Audience, Criterion
from vnplan.text import Page

COLLECTIVE = pattern(rf"\b{any_of(lexicon.COLLECTIVE)}\b")
INDIVIDUAL = pattern(rf"\b{any_of(lexicon.INDIVIDUAL)}\b")
STANDARD = pattern(rf"\b{any_of(lexicon.STANDARD)}\b")
FORM = pattern(rf"\b{any_of(lexicon.FORMS)}\b")
STATES = pattern(rf"\b{any_of(lexicon.STATING)}\b")
COMMENDING = pattern(rf"\b{any_of(lexicon.COMMENDING)}\b")
# takes: Tổ sản xuất hoàn thành …    not: Văn phòng gửi hồ sơ …
WHOM = pattern(rf"{any_of((*lexicon.COLLECTIVE, *lexicon.INDIVIDUAL, *lexicon.TEAMS))}\b")
FEWEST_WORDS = 6
# takes: Tập thể: Các phòng thuộc Sở    not: Tập thể đạt danh hiệu …
WHO = pattern(
    rf"(?:{any_of(lexicon.TOWARDS)}\s+)?"
    rf"(?:{any_of((*lexicon.COLLECTIVE, *lexicon.INDIVIDUAL))}[\s,]*)+:"
)


# takes: Đối với tập thể    Cá nhân    not: Khen thưởng cá nhân
FOR_WHOM = pattern(
    rf"(?:{any_of(lexicon.TOWARDS)}\s+)?{any_of((*lexicon.COLLECTIVE, *lexicon.INDIVIDUAL))}\b"
)


def read_audience(page: Page, start: int, end: int) -> Audience | None:
    """Whom words speak of: collectives, individuals, both, or nobody in particular."""
    collective = COLLECTIVE.search(page.low, start, end) is not None
    individual = INDIVIDUAL.search(page.low, start, end) is not None
    if collective and individual:
        return "all"
    return "collective" if collective else "individual" if individual else None


def governing_audience(page: Page, node: Node | None) -> Audience | None:
    """The audience that the nearest heading names."""
    while node is not None:
        if node.title is not None:
            audience = heading_audience(page, *node.title)
            if audience is not None:
                return audience
        node = node.parent
    return None


def heading_audience(page: Page, start: int, end: int) -> Audience | None:
    """The audience of a heading: what stands first decides (``Tập thể cán bộ …``)."""
    first = min(
        (
            (match.start(), audience)
            for words, audience in ((COLLECTIVE, "collective"), (INDIVIDUAL, "individual"))
            if (match := words.search(page.low, start, end)) is not None
        ),
        default=None,
    )
    if first is None:
        return None
    both = read_audience(page, start, end)
    if (both == "all" and any(sign in page.low[start:end] for sign in ",&")) or (
        both == "all" and AND.search(page.low, start, end)
    ):
        return "all" if AND_INDIVIDUAL.search(page.low, start, end) else first[1]  # type: ignore[return-value]
    return first[1]  # type: ignore[return-value]


AND = pattern(rf"\s{any_of(lexicon.AND_WORDS)}\s")
AND_INDIVIDUAL = pattern(
    rf"{any_of((lexicon.COLLECTIVES,))}\W+(?:{any_of(lexicon.AND_WORDS)}\s+)?"
    rf"{any_of((lexicon.INDIVIDUALS,))}"
)


def is_criterion(page: Page, provision: Provision) -> bool:
    """Whether a provision is a standard: by its section, its sub-heading or its heading."""
    if "standard" in provision.cells:
        return True
    node = provision.node
    sub = provision.subheading
    if sub is None and node.role not in ("criteria", "award"):
        return False
    if provision.closing or provision.end - provision.start < 12:
        return False
    who = WHO.match(page.low, provision.start, provision.end)
    if who is not None and not page.work[who.end() : who.end() + 2].strip().islower():
        return False  # Tập thể: Các phòng    not: Tập thể: hoàn thành xuất sắc nhiệm vụ
    if FILE.match(page.low, provision.start, provision.end):
        return False
    if sub is not None:
        if STANDARD.search(page.low, *sub):
            return not is_duty(page, provision)
        if node.role == "award" and FOR_WHOM.match(page.low, *sub) is None:
            return False
    if node.role == "criteria":
        return not (provision.leads and not states_standard(page, provision)) and not FORM.match(
            page.low, provision.start, provision.end
        )
    if node.role != "award" or FORM.match(page.low, provision.start, provision.end):
        return False
    if is_commended(page, provision):
        return True
    if not under_standard(page, node):
        return False
    return not provision.leads or states_standard(page, provision)


def is_commended(page: Page, provision: Provision) -> bool:
    """Whether an item of a list of whom to commend says who, and for what."""
    lead = provision.lead_in or provision.node.title
    if lead is None or COMMENDING.search(page.low, *lead) is None or provision.leads:
        return False
    words = page.low[provision.start : provision.end]
    return WHOM.match(words) is not None and len(words.split()) >= FEWEST_WORDS


def under_standard(page: Page, node: Node) -> bool:
    """Whether the nearest heading that speaks of rewards speaks of standards only."""
    at: Node | None = node
    while at is not None:
        if at.title is not None and (STANDARD.search(page.low, *at.title) or at.named_role):
            return STANDARD.match(page.low, *at.title) is not None
        at = at.parent
    return False


def states_standard(page: Page, provision: Provision) -> bool:
    """Whether a lead-in states a standard of its own (``Tập thể được xếp loại tốt và …:``)."""
    return (
        len(page.low[provision.start : provision.end].split()) >= 8
        and not TOTAL.match(page.low, provision.start, provision.end)
        and STATES.search(page.low, provision.start, provision.end) is not None
    )


TOTAL = pattern(rf"{any_of(lexicon.TOTALS)}\b")  # Tổng điểm tối đa là 100 điểm, gồm:
FILE = pattern(rf"{any_of(lexicon.FILES)}\b")  # Hồ sơ đề nghị khen thưởng gửi về Sở …
DUTY = pattern(rf"{any_of(lexicon.AWARD_DUTIES)}\b")


def is_duty(page: Page, provision: Provision) -> bool:
    """Whether words under a heading on rewards tell somebody to do something."""
    return DUTY.match(page.low, provision.start, provision.end) is not None


def as_criterion(page: Page, provision: Provision) -> Criterion:
    """The record of a standard; its audience is null where nothing over it and in it names one."""
    sub, lead = provision.subheading, provision.lead_in
    own = read_audience(page, *provision.span) if not provision.cells else None
    audience = (
        (own if is_commended(page, provision) else None)
        or (heading_audience(page, *sub) if sub is not None else None)
        or governing_audience(page, provision.node)
        or own
        or (heading_audience(page, *lead) if lead is not None else None)
    )
    return Criterion(
        audience=audience,
        text=page.words(provision.span),
        span=provision.span,
        section=provision.node.path,
    )

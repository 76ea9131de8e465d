"""Forms of reward that a plan names: what, by whom, when and for whom."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.extract.criteria import governing_audience, read_audience
from vnplan.extract.provisions import Provision
from vnplan.lexicon import awards as lexicon
from vnplan.outline import Node
from vnplan.patterns import any_of, pattern
from vnplan.records import Audience, Award, Occasion, Span
from vnplan.text import Page
from vnplan.views import lowered

# takes: Giấy khen    (02) giải thí sinh xuất sắc    not: (02) giải, mỗi giải …
FORMS = (
    rf"(?:{any_of(lexicon.FORMS)}|(?<=\d\s){any_of((lexicon.PRIZE,))}"
    rf"(?:\s+(?!{any_of(lexicon.AFTER_PRIZE)}\b)[^\W\d]+){{1,5}})"
)
FORM = pattern(rf"\b{FORMS}\b")
# takes: Bằng khen của Thủ tướng Chính phủ.    01 giải nhất    Tiền thưởng: …
# not:   Có thành tích được tặng Bằng khen (a standard)
AT_START = pattern(rf"(?:[^:.;]{{0,60}}:\s*)?(?:\d+\s+)?{FORMS}\b")
ENDS = any_of(lexicon.AUTHORITY_ENDS)
LEVEL_AUTHORITY = pattern(rf"\s*(?P<level>{any_of((lexicon.LEVEL,))}\s[^.;:(\n]{{1,160}})")
# takes: của Giám đốc Sở Văn hóa, Thể thao và Du lịch cho …    (searched in the working text)
# not:   của Hiệu trưởng, Giấy khen của …    của Giám đốc và tiền thưởng
NO_NAME = rf"\s+(?:\p{{Ll}}|(?i:{FORMS}))"
OF_AUTHORITY = pattern(
    rf"\s*(?i:{any_of((lexicon.OF,))})\s+(?P<of>(?:[^.;:,(\n]|,(?!{NO_NAME})){{1,160}}?)"
    rf"(?=\s+(?i:{ENDS})\b|\s+{any_of(lexicon.AND_WORDS)}(?={NO_NAME}|\s*$)|\s*[.;:(\n]|,(?={NO_NAME})|\W*$)"
)
# takes: tặng Bằng khen    trao tặng Cờ thi đua    not: được tặng quà
GIVING = pattern(rf"\b{any_of(lexicon.GIVING)}\s+(?={FORMS})")
GIVEN = pattern(rf"\b{any_of(lexicon.GIVING)}\W*$")  # … xét, tặng:
ANNUAL = pattern(any_of(lexicon.ANNUAL))
INTERIM = pattern(any_of(lexicon.INTERIM))
FINAL = pattern(any_of(lexicon.FINAL))
ENDING_YEAR = pattern(rf"{any_of(lexicon.ENDING_YEAR)}\b(?!(?:\s+\w+)?\s+\d)")
AD_HOC = pattern(any_of(lexicon.AD_HOC))


def find_awards(page: Page, provision: Provision) -> Iterator[Award]:
    """The awards that a provision names, one for each form, authority and occasion."""
    start, end = provision.span
    if (provision.role == "award" or stands_under_giving(page, provision)) and (
        AT_START.match(page.low, start, end) or PRIZE_LIST.match(page.low, start, end)
    ):
        for stretch in prize_lists(page, start, end):
            yield from listed(page, provision, stretch)
        return
    if not page.holds(GIVING, start, end):
        return
    for giving in GIVING.finditer(page.low, start, end):
        form = FORM.match(page.low, giving.end(), end)
        if form is None or is_prize(page.low[form.start() : form.end()]):
            continue
        authority = granting_body(page, start, giving.start())
        begin = authority[0] if authority is not None else giving.start()
        if authority is None:
            authority = authority_after(page, form.end(), end)
        stop = clause_end(page, form.end(), end)
        yield award(page, provision, form.span(), authority, (begin, stop))


def prize_lists(page: Page, start: int, end: int) -> Iterator[Span]:
    """The stretches of a provision that each name what one sentence gives, the first from its head.

    ``Trao 01 giải nhất, 02 giải nhì. Các đội còn lại được nhận quà lưu niệm.``
    """
    at = start
    for sentence in SENTENCE.finditer(page.work, start, end):
        if PRIZE_LIST.match(page.low, sentence.end(), end):
            yield at, sentence.start() + 1
            at = sentence.end()
    yield at, end


SENTENCE = pattern(r"[.;]\s+")


def stands_under_giving(page: Page, provision: Provision) -> bool:
    """Whether an item stands in a list of what is given: ``Đề nghị cấp trên tặng:``."""
    lead = provision.lead_in or provision.node.title
    if lead is None:
        return False
    given: bool | None = page.memo.get((GIVEN, lead))
    if given is None:  # its items share a lead-in
        given = page.memo[GIVEN, lead] = GIVEN.search(page.low, *lead) is not None
    return given


def granting_body(page: Page, start: int, verb: int) -> Span | None:
    """Who stands before ``tặng`` in its clause: ``đề nghị Chủ tịch UBND tỉnh xem xét tặng``."""
    start = max(start, verb - LONGEST_CLAUSE)
    clause = max(page.low.rfind(sign, start, verb) for sign in (".", ";", ",", ":", "\n")) + 1
    at = max(clause, start)
    for leading in (PROPOSED, PASSIVE):  # đề nghị X tặng, được X tặng; not: X được tặng
        for last in leading.finditer(page.low, at, verb):
            at = last.end()
    found = AWARDER.search(page.low, at, verb)
    if found is None:
        return None
    before = BEFORE_GIVING.search(page.low, found.start(), verb)
    end = before.start() if before is not None else verb
    return (found.start(), end) if end > found.start() else None


def listed(page: Page, provision: Provision, stretch: Span) -> Iterator[Award]:
    """The forms of a line that grants them; several forms in one line are several awards."""
    start, end = stretch
    forms = list(FORM.finditer(page.low, start, end))
    first = forms[0]
    others = [
        form
        for form in forms[1:]
        if is_joined(page, start, form.start()) and not is_of_prize(page, first.span(), form.span())
    ]
    if others:
        for i, form in enumerate([first, *others]):
            amount = AMOUNT.search(page.low, start, form.start())
            at = amount.start("amount") if amount is not None else form.start()
            stop = others[i].start() if i < len(others) else end
            authority = authority_after(page, form.end(), stop)
            own = (at, authority[1] if authority is not None else prize_end(page, form.end(), stop))
            yield award(page, provision, form.span(), authority, own)
        return
    authority = authority_after(page, first.end(), end)
    yield award(page, provision, first.span(), authority, (start, end))


def is_joined(page: Page, start: int, at: int) -> bool:
    """Whether a form stands in a row with the one before: behind a comma or ``và``."""
    return JOINER.search(page.low, max(start, at - 160), at) is not None


def is_of_prize(page: Page, first: Span, span: Span) -> bool:
    """Whether a form tells what a prize before a colon consists of: ``giải nhất: cờ và …``."""
    return (
        page.low.startswith(PRIZE_WORD, first[0])
        and not page.low.startswith(PRIZE_WORD, span[0])
        and ":" in page.low[first[1] : span[0]]
    )


PRIZE_WORD = lowered(lexicon.PRIZE)


def prize_end(page: Page, form_end: int, stop: int) -> int:
    """Where a prize's own words end: at a comma, at ``và``, or with the clause."""
    match = PRIZE_END.search(page.low, form_end, stop)
    return match.start() if match is not None else stop


# takes: Gồm 01 giải nhất, 02 giải nhì …    được nhận hoa và giấy chứng nhận    trao 01 giải nhất
# not:   trao Giấy khen (whose authority stands before it)
PRIZE_LIST = pattern(
    rf"[^.;]{{0,120}}?\b(?:{any_of(lexicon.PRIZE_LEADS)}\s+(?:\d+\s+)?"
    rf"|{any_of(lexicon.GIVING)}\s+(?:\d+\s+)?(?={any_of(lexicon.PRIZES)}\b)){FORMS}\b"
)
# takes: 02 (giải nhì)    1.000.000 đồng (tiền thưởng)
AMOUNT = pattern(rf"(?:^|(?<=\W))(?P<amount>\d[\d.,]*\s+(?:{any_of(lexicon.MONEY)}\s+)?)$")
JOINER = pattern(
    rf"(?:[,;]|\s{any_of(lexicon.JOINERS)})\s*(?:\d[\d.,]*\s+(?:{any_of(lexicon.MONEY)}\s+)?)?$"
)
# not: 1.000.000 đồng
PRIZE_END = pattern(rf"\s*(?:[;/]|[,.](?!\d)|\s{any_of(lexicon.JOINERS)}\s)")
AWARDER = pattern(rf"\b{any_of(lexicon.AWARDERS)}\b")
PROPOSED = pattern(rf"\b{any_of(lexicon.PROPOSING)}\s")
PASSIVE = pattern(rf"\b{lexicon.PASSIVE}\s")
BEFORE_GIVING = pattern(rf"\s+(?:{any_of(lexicon.BEFORE_GIVING)}\s*)+$|\s+$")


PRIZE = pattern(rf"{any_of(lexicon.PRIZES)}")


def is_prize(low: str) -> bool:
    """Whether a form is a prize of a contest, of which one line names several."""
    return PRIZE.match(low) is not None


def authority_after(page: Page, start: int, end: int) -> Span | None:
    """Who awards: the words behind ``của``, or the level behind ``cấp``."""
    of = OF_AUTHORITY.match(page.work, start, end)
    if of is not None:
        return of.span("of")
    level = LEVEL_AUTHORITY.match(page.low, start, end)
    return level.span("level") if level is not None else None


LONGEST_CLAUSE = 1000  # signs


def clause_end(page: Page, start: int, end: int) -> int:
    """The end of the words of the clause that begins before ``start``."""
    if end - start > LONGEST_CLAUSE:
        end = start + LONGEST_CLAUSE
    stops = [i for i in (page.work.find(sign, start, end) for sign in (";", ". ")) if i >= 0]
    stop = min(stops) if stops else end
    return start + len(page.work[start:stop].rstrip())


def award(
    page: Page, provision: Provision, form: Span, authority: Span | None, span: Span
) -> Award:
    """The record of one award."""
    return Award(
        form=page.words(form),
        authority=page.words(authority).strip(" .,;") if authority is not None else None,
        occasion=read_occasion(page, provision, span),
        audience=award_audience(page, provision, span),
        text=page.words(span),
        span=span,
        section=provision.node.path,
    )


# takes: Bằng khen … cho tập thể    … đối với cá nhân    (trao cho các em)    Cờ: 02 tập thể
WHO = any_of((*lexicon.COLLECTIVE, *lexicon.INDIVIDUAL))
TOWARDS = pattern(rf"\b{any_of(lexicon.TOWARDS)}\s|\(|:\s*(?=\d+\s+{WHO}\b)")
# takes: Đề nghị Giám đốc Sở tặng Giấy khen cho 02 tập thể.    (an award, and nothing else to do)
PROPOSAL = pattern(
    rf"(?:{any_of(lexicon.PROPOSING)}\s)[^.;:]{{1,160}}?\s{any_of(lexicon.GIVING)}\s+{FORMS}\b[^.;:]*[.;]?\s*$"
)


def award_audience(page: Page, provision: Provision, span: Span) -> Audience | None:
    """Whom an award is for: by its own words, its sub-heading, or a heading."""
    towards = TOWARDS.search(page.low, *span)
    own = read_audience(page, towards.end(), span[1]) if towards is not None else None
    if own is not None:
        return own
    for place in (provision.lead_in, provision.subheading):
        if place is not None:
            found = read_audience(page, *place)
            if found is not None:
                return found
    return governing_audience(page, provision.node)


def read_occasion(page: Page, provision: Provision, span: Span) -> Occasion | None:
    """When the award is given: by its own words, else by the headings above."""
    places: list[Span] = [span]
    if provision.lead_in is not None:
        places.append(provision.lead_in)
    if provision.subheading is not None:
        places.append(provision.subheading)
    node: Node | None = provision.node
    if span != provision.span:
        places.insert(1, provision.span)
    while node is not None:
        if node.title is not None:
            places.append(node.title)
        node = node.parent
    known = page.memo.setdefault("occasions", {})
    for place in places:
        if place not in known:
            known[place] = occasion_of(page, *place)
        occasion: Occasion | None = known[place]
        if occasion is not None:
            return occasion
    return None


def occasion_of(page: Page, start: int, end: int) -> Occasion | None:
    """The occasion that words name."""
    interim = INTERIM.search(page.low, start, end) is not None
    found = FINAL.search(page.low, start, end)
    final = found is not None and ENDING_YEAR.match(page.low, found.start(), end) is None
    if interim and final:
        return "interim+final"
    if interim or final:
        return "interim" if interim else "final"
    if found is not None or ANNUAL.search(page.low, start, end):
        return "annual"
    return "ad_hoc" if AD_HOC.search(page.low, start, end) else None

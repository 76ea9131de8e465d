"""Who must act: the bodies and persons that a provision or its heading names."""

from __future__ import annotations

from typing import NamedTuple

from vnplan.extract.acts import NOUN_LIKE, START_VERB
from vnplan.lexicon import bodies
from vnplan.lexicon import verbs as lexicon
from vnplan.patterns import any_of, pattern
from vnplan.records import Actor, Part, Span
from vnplan.text import Page

HEADS = any_of((*bodies.ACTOR_HEADS, *bodies.PERSON_HEADS))
QUANTIFIER = any_of(bodies.QUANTIFIERS)
SAID_TO_BE = any_of(bodies.SAID_TO_BE)
VERBS = any_of((*lexicon.ACTION_VERBS, *bodies.AGENT_WORDS))
# takes: Văn phòng Sở    các phòng, đơn vị    mỗi cơ quan    not: Công tác tuyên truyền
NAME = rf"(?:{QUANTIFIER}\s+){{0,2}}(?!{any_of(bodies.NOT_BODIES)}\b){HEADS}\b"
NAME_START = pattern(NAME)
# where the name of the one who acts ends: before a verb or a word like "có trách nhiệm", or at a
# colon; written as what begins with one of a few signs, which is searched for ten times as fast
NAME_END = pattern(
    rf"[,;:\s](?:(?<=:)|(?<!:)\s*(?<=\s)(?=(?:{any_of(lexicon.ADVERBS)}\s+){{0,2}}{VERBS}\b|{SAID_TO_BE}\b)"
    r"|(?<=\s)\s*:)"
)
ASSIGN = pattern(rf"{any_of(bodies.ASSIGN_WORDS)}\s+")
REQUEST = pattern(rf"\b{any_of(bodies.REQUEST_WORDS)}\s+(?=(?:{QUANTIFIER}\s+){{0,2}}{HEADS}\b)")
REQUEST_WORD = pattern(rf"\b{any_of(bodies.REQUEST_WORDS)}\s")
LEAD = pattern(rf"[\s,]*(?:{SAID_TO_BE}\s+)?{any_of(bodies.LEAD_WORDS)}\b[\s,]*")
SUPPORT = pattern(rf"{any_of(bodies.SUPPORT_WORDS)}\s+")
SUPPORT_END = pattern(rf"\s+(?={any_of(bodies.SUPPORT_ENDS)}\b)|[;.:(]|,?\s+(?={VERBS}\b)")
# takes: có trách nhiệm    là cơ quan thường trực, có trách nhiệm
MODAL = pattern(rf"[\s,]*(?:{SAID_TO_BE}[^,;.:]{{0,80}},\s*)?(?:{any_of(bodies.MODALS)}\b[\s,]*)+")
BY = pattern(
    rf"\b{any_of(bodies.BY_WORDS)}\s+(?P<name>(?:{QUANTIFIER}\s+)?{HEADS}\b[^,;.:()]{{0,100}}?)\s+{any_of(bodies.SELF_WORDS)}\b"
)
MODAL_TAIL = pattern(rf"\s+{any_of(bodies.MODALS)}\s*$")  # Phòng Nội vụ có trách nhiệm:
RESPONSIBLE = pattern(rf"{any_of(bodies.RESPONSIBILITY)}\s+")
# takes: Đến năm 2030, giảm …    Định kỳ 6 tháng một lần, cấp ủy nghe …    not: Trong công tác, …
# not: Hằng tháng tổ chức kiểm tra, …
TIME_AT_HEAD = pattern(
    rf"(?!(?:{any_of(bodies.TIME_LEADS)}\s+)+(?:\d+\s+)?{any_of(bodies.TIME_UNITS)}\s+(?:\d+\s+)?"
    rf"(?:{any_of(lexicon.ADVERBS)}\s+){{0,2}}{any_of(lexicon.ACTION_VERBS)}\b)"
    rf"{any_of(bodies.TIME_LEADS)}\s(?=[^,;.:]{{0,60}}(?:\d|{any_of(bodies.TIME_UNITS)}\b))[^,;.:]{{1,60}},\s*"
)
NAMED_BY_A_VERB = pattern(any_of(bodies.NAMED_BY_A_VERB))
# takes: Bảo vệ nguồn nước    Bảo vệ, phát triển rừng    not: Bảo vệ cơ quan    Bảo vệ trực đêm
VERB_TOO = pattern(
    rf"{any_of(bodies.VERBS_TOO)}(?:\s*,\s*{VERBS}\b"
    rf"|\s+(?!(?:{VERBS}|{any_of(bodies.ACTOR_HEADS)}|{any_of(lexicon.AND_WORDS)}\s+{HEADS})\b))"
)
BEFALLING = pattern(rf"\s{any_of(bodies.BEFALLING)}$")
# takes: được phân công phụ trách …    not: được giao chủ trì
RELATIVE = pattern(
    rf"{any_of(bodies.BEING)}\s+(?:{any_of(bodies.LOOKED_AT)}"
    rf"|{any_of(bodies.GIVEN_WORK)}(?:\s+{VERBS})*)\s+(?!{any_of(lexicon.AND_WORDS)}\b)"
)
MANY_BEFORE = pattern(rf"\s{any_of(bodies.QUANTIFIERS)}$")
PREFACE = pattern(rf"{any_of(bodies.PREFACE_WORDS)}\b")
# takes: Bước 2: HSSV …    19/06/2020: Các trường …    Quý I: Lập …    Thưởng nóng: sau khi …
# not: Văn phòng Sở: Đảm bảo
LABEL = pattern(
    rf"(?:[^:;.,]{{0,40}}\d|{any_of(bodies.NUMBERED_TIMES)}\s+[ivx]+\b)[^:;.,]{{0,25}}:\s*"
    rf"|[^:;.,]{{1,40}}:\s*(?={any_of(bodies.EVENT_WORDS)}\b)"
)
LONGEST_LABEL = 67
CLAUSE = pattern(r"[,;]\s*")
FIXED = pattern(any_of(bodies.FIXED))
PARTING = pattern(
    rf"\s*;\s*|\s*,\s*(?=(?:{QUANTIFIER}\s+)?{HEADS}\b)|\s+(?:{any_of(lexicon.AND_WORDS)})\s+(?=(?:{QUANTIFIER}\s+)?{HEADS}\b)"
)


MAY_PART = pattern(any_of((",", ";", *lexicon.AND_WORDS)))
NEXT_NAME = pattern(rf"[,;]|\s{any_of(lexicon.AND_WORDS)}\s")


class Doers(NamedTuple):
    """Who acts by a provision, and where the words of the act begin."""

    actors: tuple[Actor, ...]
    act_start: int


def find_actors(page: Page, start: int, end: int) -> Doers:
    """The actors that a provision itself names, and where its first act begins."""
    actors: list[Actor] = []
    if page.low.find(":", start, min(end, start + LONGEST_LABEL)) >= 0:
        label = LABEL.match(page.low, start, end)
        if label is not None and NAME_START.match(page.low, start, label.end()) is None:
            start = label.end()
    act_start = start
    opening = TIME_AT_HEAD.match(page.low, start, end)
    if opening is not None:
        act_start = opening.end()
    name = subject(page, start, end)
    if name is None and opening is not None:
        name = subject(page, act_start, end)
    name = name or subject_behind_preface(page, start, end)
    at = name[1] if name is not None else act_start
    lead = LEAD.match(page.low, at, end)
    if name is not None:
        actors += named(page, name, "lead" if lead is not None else "agent")
        act_start = after_name(page, at, end)
    else:
        asked = None
        if page.holds(REQUEST_WORD, start, end) and (
            REQUEST.match(page.low, act_start, end) or not begins_with_verb(page, act_start, end)
        ):
            asked = requested(page, start, end, clause_only=True)
        if asked is not None:
            return Doers(tuple(named(page, asked[0], "agent")), asked[1])
    if lead is not None:
        act_start = lead.end()
    support = None
    if page.holds(SUPPORT, start, end):
        support = SUPPORT.search(page.low, start, end)
    if support is not None:
        stop = support_end(page, support.end(), end)
        if NAME_START.match(page.low, support.end(), stop) and stop - support.end() <= 200:
            actors += named(page, (support.end(), stop), "support")
            if support.start() <= act_start + 2 and lead is not None:
                act_start = skip(page, stop, end)
    if not actors:
        by = BY.search(page.low, start, end)
        if by is not None:
            actors += named(page, by.span("name"), "agent")
    return Doers(tuple(actors), act_start)


def later_doers(page: Page, start: int, end: int) -> tuple[Doers, int] | None:
    """Who acts by a later clause that begins with a name, and where that clause begins.

    ``Từ nguồn chi thường xuyên. Trạm Y tế chủ trì lập dự toán``; one that does not lead only
    where the first clause is an order, and his name is plain.
    """
    if not page.holds(LATER_NAME, start, end):
        return None
    order = START_VERB.match(page.low, start, end) is not None
    for match in LATER_NAME.finditer(page.low, start, end):
        at = match.end()
        if page.work[match.start()] == "." and not page.work[at].isupper():
            continue
        if page.work.count("(", start, at) > page.work.count(")", start, at):
            continue
        name = subject(page, at, end)
        if name is None:
            continue
        leads = LEAD.match(page.low, name[1], end) is not None
        # a comma parts clauses only where the first is no order
        does = (page.work[match.start()] != ",") == order and DOES.match(page.low, name[1], end)
        if leads or (does and not ROW_OR_MORE.search(page.low, *name)):
            return find_actors(page, at, end), at
    return None


# takes: ; các trường bố trí …    . Giao Phòng Y tế chủ trì …    not: ; đề nghị các trường …
# …, mỗi xã đăng ký …
LATER_NAME = pattern(
    rf"(?:[;.]\s+(?=(?:{any_of(bodies.HANDING_WORDS)}\s+)?{NAME})|,\s+(?={any_of(bodies.EACH)}\s+{HEADS}\b))"
)
DOES = pattern(rf"\s+(?:{any_of(lexicon.ADVERBS)}\s+){{0,2}}{any_of(lexicon.ACTION_VERBS)}\b")
ROW_OR_MORE = pattern(
    rf"[,;]\s(?!{any_of(bodies.KINDS_OF_ACTORS)}\b)|\s{any_of(bodies.MEANING_SOME)}\b"
)


def support_end(page: Page, start: int, end: int) -> int:
    """Where the names of those who support end."""
    for match in SUPPORT_END.finditer(page.low, start, end):
        if not goes_on(page, match.end()) and not in_fixed(page, start, match.end(), end):
            return match.start()
    return end


def subject_behind_preface(page: Page, start: int, end: int) -> Span | None:
    """The subject behind ``Căn cứ Kế hoạch này,`` and its like, the one nearest its verb."""
    if PREFACE.match(page.low, start, end) is None:
        return None
    limit = min(end, start + 400)
    for match in CLAUSE.finditer(page.low, start, limit):
        if begins_with_verb(page, match.end(), end) and not NOUN_LIKE.match(
            page.low, match.end(), end
        ):
            return None  # the sentence is under way: what follows are its objects
        name = subject(page, match.end(), end)
        if name is None:
            continue
        inner = name[0]
        for part in CLAUSE.finditer(page.low, *name):
            if page.low[part.start()] == ";" or page.work[part.end()].isupper():
                inner = part.end()
        return inner, name[1]
    return None


def subject(page: Page, start: int, end: int) -> Span | None:
    """The span of the name that a sentence begins with, where a verb or colon follows it."""
    assign = ASSIGN.match(page.low, start, end)
    if assign is not None:
        start = assign.end()
    name = name_at_start(page, start, end)
    if name < 0 or begins_with_verb(page, start, end):
        return None
    limit = min(end, start + 220)
    for match in NAME_END.finditer(page.low, name, limit):
        words = page.low[start : match.start()]
        colon = page.low[match.start() : match.end()].strip() == ":"
        if words.count("(") > words.count(")"):
            continue
        if not colon and (goes_on(page, match.end()) or in_fixed(page, start, match.end(), limit)):
            continue
        if (
            not colon
            and NAMED_BY_A_VERB.fullmatch(words)
            and NOUN_LIKE.match(page.low, match.end())
        ):
            continue  # Mạng lưới giám sát, Ban quản lý chợ
        if not colon and MANY_BEFORE.search(page.low, start, match.start()):
            continue  # và các tổ chức thành viên
        if (
            not colon
            and "," in page.low[match.start() : match.end()]
            and NAME_START.match(page.low, match.end(), limit)
        ):
            continue  # Trưởng các khoa thuộc Trường, tổ trưởng các tổ …
        if colon and len(words.split()) > 14:
            return None
        if ". " in words or (not colon and BEFALLING.search(words)):
            return None
        return start, relative_end(page, match.start(), match.end(), limit)
    return None


def relative_end(page: Page, stop: int, at: int, end: int) -> int:
    """Where a name ends that tells of its bearers what work they were given.

    ``Các bác sĩ được phân công phụ trách thôn`` of ``… theo dõi người bệnh``
    """
    given = RELATIVE.match(page.low, at, end)
    if given is None:
        return stop
    verb = NEXT_VERB.match(page.low, given.end() - 1, end)
    if verb is None or MORE_THAN_A_NAME.search(page.low, *verb.span()):
        return stop
    return verb.end()


# takes: thôn (behind: theo dõi người bệnh)    not: thôn, theo dõi người bệnh
NEXT_VERB = pattern(
    rf"[^,;.:()]{{0,80}}?(?=\s+(?:{any_of(lexicon.ADVERBS)}\s+){{0,2}}{any_of(lexicon.ACTION_VERBS)}\b)"
)

MORE_THAN_A_NAME = pattern(rf"\s{any_of(bodies.MEANING_SOME)}\b")


def begins_with_verb(page: Page, start: int, end: int) -> bool:
    """Whether what looks like a body is a verb (``ban hành``, ``tổ chức``, ``báo cáo``)."""
    verb = START_VERB.match(page.low, start, end)
    return verb is not None and (
        verb.end() > name_at_start(page, start, end)
        or VERB_TOO.match(page.low, start, end) is not None
    )


def name_at_start(page: Page, start: int, end: int) -> int:
    """Where what looks like a body's name ends that a stretch begins with, -1 without one."""
    known: dict[Span, int] = page.memo.setdefault("names at start", {})
    found = known.get((start, end))
    if found is None:  # several rules ask for a provision's
        name = NAME_START.match(page.low, start, end)
        found = known[start, end] = name.end() if name is not None else -1
    return found


def goes_on(page: Page, at: int) -> bool:
    """Whether a name goes on with a capital at a verb-like word (``Phòng Tổ chức``)."""
    return page.work[at : at + 1].isupper()


def in_fixed(page: Page, start: int, at: int, end: int) -> bool:
    """Whether a place stands inside a fixed phrase (``Thi đua, khen thưởng``)."""
    return any(
        f.start() <= at < f.end() for f in FIXED.finditer(page.low, max(start, at - 40), end)
    )


def after_name(page: Page, stop: int, end: int) -> int:
    """Where the act begins behind a name: ``có trách nhiệm`` and a colon passed over."""
    basis = BASIS.match(page.low, stop, end)
    stop = basis.end() if basis is not None else stop
    modal = MODAL.match(page.low, stop, end)
    return skip(page, modal.end() if modal is not None else stop, end)


# takes: căn cứ nhiệm vụ được giao (behind: xây dựng kế hoạch)    not: căn cứ Luật xây dựng …
BASIS = pattern(
    rf"[\s,]*{any_of(bodies.BASIS_WORDS)}\s[^;.:]{{0,100}}?\s{any_of(bodies.BASIS_ENDS)}"
    rf"(?=,?\s+(?:{any_of(lexicon.ADVERBS)}\s+){{0,2}}{any_of(lexicon.ACTION_VERBS)}\b)"
)


def skip(page: Page, start: int, end: int) -> int:
    """The first letter or digit from ``start``."""
    while start < end and not page.work[start].isalnum() and page.work[start] not in '"(':
        start += 1
    return start


def requested(
    page: Page, start: int, end: int, *, clause_only: bool = False
) -> tuple[Span, int] | None:
    """Whom a sentence asks to do something, and where the act begins.

    With ``clause_only`` the request must begin a clause: not ``gửi công văn đề nghị Sở …``.
    """
    if not page.holds(REQUEST_WORD, start, end):
        return None
    for match in REQUEST.finditer(page.low, start, end):
        before = page.low[max(start, match.start() - 2) : match.start()].rstrip()
        if clause_only and before and before[-1] not in ",;.:":
            continue
        name = subject(page, match.end(), end)
        if name is not None:
            return name, after_name(page, name[1], end)
    return None


def named(page: Page, span: Span, part: Part) -> list[Actor]:
    """The actors of a list of names; a fixed phrase is one."""
    start, end = span
    names: list[Span] = []
    at = start
    for match in PARTING.finditer(page.low, start, end) if MAY_PART.search(page.low, *span) else ():
        if match.start() < at or any(
            f.start() < match.start() < f.end() for f in FIXED.finditer(page.low, start, end)
        ):
            continue
        if page.low[at : match.start()].count("(") > page.low[at : match.start()].count(")"):
            continue
        if is_field(page, match.end(), end):
            continue
        stop = NEXT_NAME.search(page.low, match.end(), end)
        behind = (match.end(), stop.start() if stop is not None else end)
        if ";" not in match.group() and belongs_to_row(page, (at, match.start()), behind):
            continue
        names.append((at, match.start()))
        at = match.end()
    names.append((at, end))
    actors = []
    for a, b in names:
        words = page.words((a, b)).strip(" .,;:")
        if words:
            actors.append(Actor(name=words, part=part))
    return actors


def is_field(page: Page, at: int, end: int) -> bool:
    """Whether what looks like a body is a field of work, the end of a name before it."""
    field = FIELD.match(page.low, at, end)
    if field is None:
        return False
    first, second, *_ = page.work[at : field.end()].split()
    return first[0].isupper() or not second[0].isupper()


FIELD = pattern(rf"{any_of(bodies.FIELDS)}\b")
KIND = any_of(bodies.KINDS_OF_ACTORS)
GENERIC = pattern(rf"\s*(?P<many>(?:{QUANTIFIER}\s+)*){KIND}(?:\s*,\s*{KIND})*[\s.;]*$")


def belongs_to_row(page: Page, before: Span, behind: Span) -> bool:
    """Whether a name goes on with a row of kinds (``các Cục, Vụ, đơn vị thuộc Bộ``)."""
    generic = GENERIC.match(page.low, *behind)
    if generic is None:
        return (
            CONTINUED_KIND.match(page.low, *behind) is not None
            and KIND_AT_END.search(page.low, *before) is not None
        )
    return not generic["many"] or GENERIC.match(page.low, *before) is not None


# takes: đơn vị thuộc Bộ (behind: các Cục, Vụ,)
CONTINUED_KIND = pattern(rf"\s*{KIND}\s+{any_of(bodies.BELONGING)}\b")
KIND_AT_END = pattern(rf"(?:^|\s){QUANTIFIER}\s+(?:{KIND}\s*,\s*)*{KIND}\s*$")


def heading_actors(page: Page, title: Span) -> tuple[Actor, ...]:
    """The actors that a heading names: ``Trách nhiệm của Văn phòng``, ``Sở Y tế``."""
    known = page.memo.setdefault("actors of headings", {})
    if title not in known:
        known[title] = read_heading(page, *title)
    found: tuple[Actor, ...] = known[title]
    return found


def read_heading(page: Page, start: int, end: int) -> tuple[Actor, ...]:
    """The actors of a heading, which all that stands under it asks for."""
    match = RESPONSIBLE.match(page.low, start, end)
    if match is not None:
        start = match.end()
    modal = MODAL_TAIL.search(page.low, start, end)
    if modal is not None and not in_fixed(page, start, modal.start() + 1, end):
        end = modal.start()
    if name_at_start(page, start, end) < 0 or begins_with_verb(page, start, end):
        return ()
    return tuple(named(page, (start, end), "agent"))


def is_body_alone(page: Page, start: int, end: int) -> bool:
    """Whether words are nothing but the name of a body or person."""
    if name_at_start(page, start, end) < 0:
        return False
    return not begins_with_verb(page, start, end) and all(
        goes_on(page, match.end()) for match in NAME_END.finditer(page.low, start + 2, end)
    )

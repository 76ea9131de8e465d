"""The single acts that a provision asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.lexicon import verbs as lexicon
from vnplan.patterns import any_of, pattern
from vnplan.records import Span
from vnplan.text import Page

VERBS = any_of(lexicon.ACTION_VERBS)
ADVERBS = any_of(lexicon.ADVERBS)
PURPOSE = any_of(lexicon.PURPOSE_WORDS)
# takes: , hoàn thành trước ngày …    ; xong trong quý II    not: hoàn thành việc trồng cây
COMPLETION = (
    rf"(?:{ADVERBS}\s+){{0,2}}(?:{any_of(lexicon.STRIVING)}\s+)?"
    rf"(?:{any_of(lexicon.COMPLETING)}\s+{any_of(lexicon.TIME_LEADS)}|{any_of(lexicon.ENDING_BY)})\b"
)
# takes: ; …    . Tăng cường    not: TP. Hồ Chí Minh (an abbreviation before the stop)
STOP = pattern(r";|\.(?:\.\.)?(?=\s+\p{Lu})")
COMPLETES = pattern(rf"\s*{COMPLETION}")
BEFORE_STOP = pattern(r"[\p{Ll}\d\")%.]")
# takes: không để xe quá tải vào đường đê    not: không phô trương, hình thức
FORBIDDING = rf"{any_of(lexicon.FORBIDDING)}\s+(?!{any_of(lexicon.NO_FORBIDDING)}\b)\w+\s+\w+\s+\w"
# takes: nếu có vướng mắc, phản ánh về …    not: nếu đủ điều kiện
CONDITION = rf"{any_of(lexicon.CONDITIONS)}\s[^;.]{{0,80}}?{any_of(lexicon.TELLING)}\b"
# takes: …, phát huy    … và báo cáo    not: …, để phát huy
JOINT = pattern(
    rf"{any_of((',', *lexicon.AND_WORDS))}(?:(?<=,)|(?=\s))\s*(?:{any_of(lexicon.AND_WORDS)}\s+)?"
    rf"(?=(?:{ADVERBS}\s+){{0,2}}{VERBS}\b|{FORBIDDING}|{CONDITION})(?!{COMPLETION})"
)
CONDITIONAL = pattern(CONDITION)
UNDER_WAY = pattern(rf"{any_of(lexicon.CONDITIONS)}\b")
OWN_ACT = pattern(rf"{any_of(lexicon.OWN_ACTS)}\b")
ENDED = pattern(rf"(?<!\w){any_of(lexicon.ENDING_VERBS)}\s*$")
VERB_RUN = pattern(
    rf"(?:(?:{ADVERBS}\s+){{0,3}}{VERBS}\b(?:\s*,\s*|\s+{any_of(lexicon.AND_WORDS)}\s+|\s+)?)+"
)
ADVERB_RUN = pattern(rf"(?:{ADVERBS}\s+){{1,3}}")
# what a provision begins with that tells somebody to do something
START_VERB = pattern(rf"(?:{ADVERBS}\s+){{0,3}}{VERBS}\b")
# takes: Hằng quý    Định kỳ 6 tháng    not: Mỗi trường
OFTEN = pattern(rf"(?:{any_of(lexicon.EVERY)}\s+)+(?:\d+\s+)?{any_of(lexicon.TIME_UNITS)}\s+")
LOOK_BACK = 500  # signs; a clause is rarely longer
IN_PURPOSE = pattern(rf"[\s,]{PURPOSE}\s[^;]*$")


def act_spans(page: Page, start: int, end: int) -> list[Span]:
    """The spans of the acts of the clause ``[start, end)``, in order.

    Clauses are parted by ``;`` and sentence ends, coordinated verbs only where each has an
    object of its own; what follows ``để``, ``nhằm`` or ``góp phần`` stays with its act.
    """
    spans = (
        without_marks(page, *span)
        for clause in clauses(page, start, end)
        for span in coordinated(page, *clause)
    )
    return [span for span in spans if span is not None]


def clauses(page: Page, start: int, end: int) -> list[Span]:
    """The stretches between semicolons and sentence ends, outside parentheses and quotes."""
    stops = list(STOP.finditer(page.work, start, end))
    if not stops:
        return [(start, end)]
    spans: list[Span] = []
    at = start
    brackets = Brackets(page.work, start)
    for match in stops:
        if match.group() != ";" and not BEFORE_STOP.match(page.work, match.start() - 1):
            continue
        if COMPLETES.match(page.low, match.end(), end):
            continue
        if brackets.enclose(match.start()):
            continue
        spans.append((at, match.start()))
        at = match.end()
        brackets = Brackets(page.work, at)
    spans.append((at, end))
    return spans


@dataclass(slots=True)
class Brackets:
    """The parentheses and quotes opened since ``at``; asked for places further and further on."""

    work: str
    at: int
    parentheses: int = 0
    quotes: int = 0

    def enclose(self, place: int) -> bool:
        """Whether a place stands inside them."""
        passed = self.work[self.at : place]
        self.parentheses += passed.count("(") - passed.count(")")
        self.quotes += passed.count('"')
        self.at = place
        return self.parentheses > 0 or self.quotes % 2 == 1


def coordinated(page: Page, start: int, end: int) -> list[Span]:
    """A clause cut before each verb whose predecessor already has its object."""
    joints = list(JOINT.finditer(page.low, start, end))
    if not joints:
        return [(start, end)]
    spans: list[Span] = []
    at = held = start  # no cut before ``held``: between a condition and what is to be told
    brackets = Brackets(page.work, start)
    predicate = predicate_start(page, start, end)
    for match in joints:
        joint = match.start()
        if joint < predicate:
            continue
        if page.low[joint] != ",":
            joint -= 1  # the blank before the conjunction
            if joint < start or not page.low[joint].isspace():
                continue
        if joint < held or brackets.enclose(joint):
            continue
        near = max(at, joint - LOOK_BACK)
        condition = None
        if UNDER_WAY.match(page.low, skip_space(page, at, end)) is None:
            condition = CONDITIONAL.match(page.low, match.end(), end)
        if condition is not None:
            held = condition.end()
        if condition is not None or (
            OWN_ACT.match(page.low, match.end(), end) and ENDED.search(page.low, near, joint)
        ):
            spans.append((at, joint))
            at = match.end()
            brackets = Brackets(page.work, at)
            continue
        if not has_object(page, at, joint) or shares_object(page, match, at):
            continue
        opens = OPENING.match(page.low, match.end(), end) is not None
        if not opens and IN_PURPOSE.search(page.low, skip_space(page, near, end) + 1, joint):
            continue
        if names_a_thing(page, near, joint, match.end(), end):
            continue
        if not has_object(page, match.end(), end):
            continue
        spans.append((at, joint))
        at = match.end()
        brackets = Brackets(page.work, at)
    spans.append((at, end))
    return spans


def names_a_thing(page: Page, start: int, joint: int, verb: int, end: int) -> bool:
    """Whether the verb behind a comma or ``và`` is part of a noun phrase before it.

    ``công tác kiểm tra, giám sát``, ``trong việc thúc đẩy … và xây dựng …``
    """
    if page.work[verb].isupper():
        return True
    if NOUN_TAIL.match(page.low, verb, end) or NOUN_PHRASE.match(page.low, verb, end):
        return True
    if page.low[joint] == ",":
        return NOUN_LIKE.match(page.low, verb, end) is not None and not acts_anyway(
            page, start, joint, verb, end
        )
    lead = NOUN_LEAD_TO_SEND if SENDS.match(page.low, verb, end) else NOUN_LEAD
    return lead.search(page.low, start, joint) is not None


def acts_anyway(page: Page, start: int, joint: int, verb: int, end: int) -> bool:
    """Whether a verb that could name a thing has an object, behind another with its own."""
    start = skip_often(page, skip_space(page, start, joint), joint)
    return (
        START_VERB.match(page.low, start, joint) is not None
        and VERBAL_NOUN.search(page.low, start, joint) is None
        and VERB_AT_END.search(page.low, max(start, joint - 40), joint) is None
        and AIM.match(page.low, verb, end) is None
        and OBJECT.match(page.low, verb, end) is not None
    )


# not: bạn đọc, quầy trả (single syllables end nouns)
LONG_VERBS = [verb for verb in lexicon.ACTION_VERBS if " " in verb]
VERB_AT_END = pattern(rf"(?<!\w){any_of((*LONG_VERBS, *lexicon.HALF_VERBS))}\s*$")
AIM = pattern(rf"{PURPOSE}\b")  # …, bảo đảm an toàn
VERBAL_NOUN = pattern(rf"\s{any_of(lexicon.LEADING_TO_NOUNS)}\s")
# takes: đôn đốc tác giả nộp bài    trực tiếp kiểm tra, đánh giá …    not: kiểm tra, đánh giá …
OBJECT = pattern(rf"(?:{ADVERBS}\s+){{0,2}}{VERBS}(?:\s+\w+){{2}}|(?:{ADVERBS}\s+){{1,2}}{VERBS}\b")


def shares_object(page: Page, joint: re.Match[str], start: int) -> bool:
    """Whether the words before a joint are a verb that waits for the object behind it.

    ``cấp trên sửa đổi, bổ sung định mức``, ``giải pháp khuyến khích và phát triển thể thao``,
    ``không thiết kế, in hoặc thuê in pa nô``
    """
    if OR.match(page.low, joint.start()) is not None:
        comma = page.low.rfind(",", start, joint.start())
        return comma >= 0 and len(page.low[comma + 1 : joint.start()].split()) <= 2
    if page.low[joint.start()] != ",":
        return ends_with_verb(page, start, joint.start())
    near = max(start, joint.start() - 40)
    waiting = WAITING.search(page.low, near, joint.start())
    behind = skip_space(page, joint.start() + 1, joint.end())
    if waiting is not None and ADVERB_RUN.match(page.low, behind) is None:
        return waiting["whole"] is None and not page.work[waiting.start()].isupper()
    pair = TOGETHER.search(page.low, near, joint.end() + 20)
    return pair is not None and pair.start() < joint.start() < pair.end()


# takes: đề nghị cấp trên sửa đổi (behind: bổ sung định mức)    not: hòm thư góp ý
WAITING = pattern(
    rf"(?<!\w)(?:(?P<whole>{any_of(lexicon.WITHOUT_OBJECT)})\s+)?"
    rf"{any_of(set(LONG_VERBS) - {*lexicon.NOUN_LIKE_VERBS, *lexicon.COMPLETE_VERBS})}\s*$"
)
TOGETHER = pattern(rf"(?<!\w){any_of(lexicon.TOGETHER)}\b")


def ends_with_verb(page: Page, start: int, end: int) -> bool:
    """Whether words end with a verb; not: ``thành lập Ban Tổ chức``."""
    verb = VERB_AT_END.search(page.low, max(start, end - 40), end)
    return verb is not None and not page.work[verb.start()].isupper()


OR = pattern(rf"{any_of(lexicon.OR_WORDS)}\b")


def predicate_start(page: Page, start: int, end: int) -> int:
    """Where the verbs begin to be acts: behind ``phải`` where a noun made of verbs is the subject.

    ``Việc học tập, quán triệt Nghị quyết phải nghiêm túc``
    """
    start = skip_space(page, start, end)
    if RULED_THING.match(page.low, start, end) is None:
        return start
    firm = MUST.search(page.low, start, end)
    return firm.end() if firm is not None else end


RULED_THING = pattern(rf"{any_of(lexicon.RULED_THINGS)}\b")
MUST = pattern(rf"\s{any_of(lexicon.MUST_WORDS)}\s")


OPENING = pattern(rf"{any_of(lexicon.OPENING_ADVERBS)}\b")
NOUN_LIKE = pattern(rf"(?:{ADVERBS}\s+){{0,2}}{any_of(lexicon.NOUN_LIKE_VERBS)}\b")
NOUN_TAIL = pattern(rf"{VERBS}\s+{any_of(lexicon.NOUN_TAILS)}\b")
NOUN_PHRASE = pattern(rf"{any_of(lexicon.NOUN_PHRASES)}\b")
NOUN_LEAD = pattern(rf"\s{any_of(lexicon.NOUN_LEADS)}\s")
NOUN_LEAD_TO_SEND = pattern(rf"\s{any_of(set(lexicon.NOUN_LEADS) - set(lexicon.OWNING))}\s")
SENDS = pattern(rf"(?:{ADVERBS}\s+){{0,2}}{any_of(lexicon.SENDING)}\b")


def has_object(page: Page, start: int, end: int) -> bool:
    """Whether verbs are followed by at least two more syllables, not too far away."""
    end = min(end, start + LOOK_BACK)
    start = skip_often(page, skip_space(page, start, end), end)
    run = VERB_RUN.match(page.low, start, end)
    if run is None:  # a verb that nobody listed
        lead = ADVERB_RUN.match(page.low, start, end)
        return len(page.low[lead.end() if lead else start : end].split(None, 3)) >= 3
    return len(page.low[run.end() : end].split(None, 2)) >= 2


def skip_often(page: Page, start: int, end: int) -> int:
    """Where the words begin behind ``Định kỳ hằng quý``."""
    often = OFTEN.match(page.low, start, end)
    return often.end() if often is not None else start


def skip_space(page: Page, start: int, end: int) -> int:
    """The first place from ``start`` that is no white space."""
    while start < end and page.work[start].isspace():
        start += 1
    return start


def without_marks(page: Page, start: int, end: int) -> Span | None:
    """The span of an act without marks at its ends, None where nothing is left."""
    work = page.work
    start = skip_space(page, start, end)
    while end > start and (work[end - 1] in MARKS_BEHIND or work[end - 1].isspace()):
        end -= 1
    while start < end and work[start] in MARKS_BEFORE:
        start += 1
    if start >= end or not (work[start].isalnum() or any(c.isalnum() for c in work[start:end])):
        return None
    return start, end


MARKS_BEHIND = frozenset(".;:,/+-* ")
MARKS_BEFORE = frozenset("-+*,;: ")

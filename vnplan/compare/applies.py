"""Whether a duty of the parent's is the child's to fulfil, or somebody else's.

A duty is another's only where the parent names that other: as the one who acts, in the
heading above, or as the class of bodies that the sentence begins with. Who is named in
support still has the duty; a class (``các sở``) has it if the child is one of it or stands
above it; words that name everybody, and words that we do not know, leave nobody out.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vnplan.compare.units import Unit
from vnplan.gazetteer import is_central_city, predecessors
from vnplan.lexicon.bodies import ABBREVIATIONS
from vnplan.lexicon.duties import (
    AND,
    ANYBODY,
    BELOW,
    BODY_CLASSES,
    COMMITTEE,
    DOING,
    EACH,
    GIVEN_TO,
    GIVING,
    HANDING_OUT,
    HEADS,
    LEVEL_CLASSES,
    NO_BODIES,
    SCHOOL_SHORT_FORMS,
    SUBJECTS,
    TITLES,
)
from vnplan.lexicon.gazetteer import CITY as CITY_UNIT
from vnplan.lexicon.gazetteer import PROVINCE as PROVINCE_UNIT
from vnplan.patterns import any_of, pattern
from vnplan.records import Date, Plan, days_of
from vnplan.views import clean, lowered


class Bearer(NamedTuple):
    """The body that issued the child: its name as compared, its classes and those below it.

    ``former`` are the bodies whose work it took over by the day of its plan.
    """

    name: str
    classes: frozenset[str]
    below: frozenset[str]
    former: tuple[str, ...] = ()


def read_bearer(plan: Plan, parent: Plan | None = None) -> Bearer | None:
    """The body that a plan binds, or None if the plan names no issuer.

    A city is one of the centre or one of a province: its level tells, or who stands above it.
    """
    body = plan.issuing_body
    if body is None:
        return None
    name = spelled_out(body.name)
    named = {_class_of(name), LEVEL_CLASSES.get(body.level or "")}
    if PROVINCE in named and (body.level == DISTRICT or _is_city_of_province(plan, parent)):
        named = named - {PROVINCE} | {DISTRICT}
    classes = frozenset(one for one in named if one)
    below = frozenset(lower for one in classes for lower in BELOW.get(one, ()))
    former = tuple(spelled_out(one) for one in predecessors(body.name, on=issued_on(plan)))
    return Bearer(name, classes, below, former)


def _is_city_of_province(plan: Plan, parent: Plan | None) -> bool:
    """Whether the issuer is of a city, not surely one of the centre, below a province's body."""
    body, above = plan.issuing_body, parent.issuing_body if parent else None
    city = CITY_NAME.search(spelled_out(body.name)) if body else None
    if body is None or city is None:
        return False
    day = issued_on(plan)
    if is_central_city(city["place"], day.isoformat() if day else UNKNOWN_DAY):
        return False
    over = (body.superior, above.name if above and above.level == PROVINCE else None)
    return any(OF_PROVINCE.search(spelled_out(name)) for name in over if name)


def issued_on(plan: Plan) -> date | None:
    """The last day on which the plan can have been issued, None where no year is said."""
    if plan.date is None or plan.date.year is None:
        return None
    known = days_of(plan.date) or days_of(Date(year=plan.date.year, text=""))
    return known[1] if known else None


def reason_against(duty: Unit, issuer: Bearer | None, bearer: Bearer | None) -> str | None:
    """Why the issuer's duty is not the child's, in the parent's words; None if it is."""
    if bearer is None or (issuer is not None and issuer.name == bearer.name):
        return None
    if any(_beginning(lowered(act.text), CLAUSE_SUBJECTS) for act in duty.acts):
        return None
    for names in (
        _given(duty),
        _actors(duty),
        *((heading,) for heading in _handed_out(duty)),
        _subject(duty),
    ):
        verdicts = [is_meant(name, bearer) for name in names]
        if True in verdicts:
            return None
        if False in verdicts:
            helps = any(is_meant(a.name, bearer) for a in duty.actors if a.part == "support")
            return None if helps else GIVEN_TO.format(", ".join(map(clean, names)))
    return None


@lru_cache(maxsize=4096)  # one body is named in many duties
def is_meant(name: str, bearer: Bearer) -> bool | None:
    """Whether a name of actors includes the bearer; None if it names no body that we know."""
    words = spelled_out(name)
    if _same_body(words, bearer):
        return True
    if _class_of(_without_heads(words)) == NO_BODY:
        return None
    whose = list(_classes_of_each(words))
    found: bool | None = None
    for part in words.replace(f" {lowered(AND)} ", ",").replace(";", ",").split(","):
        body = _without_heads(part.strip())
        kind = _class_of(body)
        if kind in (None, NO_BODY):
            continue
        if kind == ANYONE or _same_body(body, bearer):
            return True
        if kind in bearer.below or (kind in bearer.classes and (whose or body in CLASSES)):
            return True
        found = False
    if found is False:  # Phòng Nội vụ các huyện: it is for the district to see to
        return any(kind in bearer.classes | bearer.below for kind in whose)
    return found


def is_head_of(name: str, bearer: Bearer) -> bool:
    """Whether a person is the bearer's own head: ``Cục trưởng``, ``Giám đốc Sở Y tế``."""
    words = spelled_out(name)
    body = _without_heads(words)
    return body != words and (_same_body(body, bearer) or body in LEADS)


def spelled_out(name: str) -> str:
    """A name in lower case with its short forms written out: ``ủy ban nhân dân xã``."""
    words = SHORT_FORM.sub(lambda match: WRITTEN_OUT[match.group()], lowered(clean(name)))
    return words.strip(" .,;:-")


def _same_body(words: str, bearer: Bearer) -> bool:
    """Whether the words are the bearer's name, its beginning, or contain it.

    The name of a body whose work it took over is the bearer's own.
    """
    return any(
        name == words or name.startswith(words + " ") or name in words
        for name in (bearer.name, *bearer.former)
    )


def names_bodies(words: str) -> bool:
    """Whether words begin with a class of bodies, of which the child is but one."""
    return _class_of(spelled_out(words)) not in (None, NO_BODY)


def _class_of(body: str) -> str | None:
    """The class of the body that the words begin with; ``NO_BODY`` where they only seem to."""
    return CLASSES.get(_beginning(body, CLASSES))


def _classes_of_each(words: str) -> Iterator[str | None]:
    """The class of what stands behind each ``các``, ``mỗi``, ``cấp`` in a name."""
    syllables = words.split(" ")
    for at in range(len(syllables)):
        rest = " ".join(syllables[at : at + LONGEST])
        each = _beginning(rest, EACH_WORDS)
        if each:
            yield _class_of(" ".join(syllables[at + each.count(" ") + 1 :][:LONGEST]))


def _without_heads(words: str) -> str:
    """The body behind its head, title or quantifier: ``trưởng các thôn`` is ``thôn``."""
    for _ in range(4):  # Thủ trưởng / các / cấp / huyện
        title = _beginning(words, TITLED)
        if title:
            return TITLED[title] + words[len(title) :]
        lead = _beginning(words, LEADS)
        if words.startswith(PLURAL_COMMITTEE) and _beginning(
            words.removeprefix(PLURAL_COMMITTEE), EACH_WORDS
        ):
            lead = PLURAL_COMMITTEE  # Ủy ban nhân dân các huyện
        if lead in ("", words):
            break
        words = words[len(lead) :].lstrip()
    return words


def _beginning(words: str, known: Container[str]) -> str:
    """The longest run of whole syllables at the beginning that is known, or nothing."""
    syllables = words.split(" ", LONGEST)[:LONGEST]
    for count in range(len(syllables), 0, -1):
        run = " ".join(syllables[:count])
        if run in known:
            return run
        if run.rstrip(",;") in known:
            return run.rstrip(",;")
    return ""


def _actors(duty: Unit) -> tuple[str, ...]:
    """Those who act or lead, as the record names them."""
    return tuple(actor.name for actor in duty.actors if actor.part != "support")


def _given(duty: Unit) -> tuple[str, ...]:
    """The bodies that the words of a duty give it to: ``(giao Công an xã thực hiện)``."""
    match = GIVEN.search(lowered(duty.text))
    return (duty.text[match.start("name") : match.end("name")],) if match else ()


def _handed_out(duty: Unit) -> Iterator[str]:
    """The bodies that headings name, the nearest heading first."""
    for heading in duty.headings:
        words = clean(heading)
        yield words[len(_beginning(lowered(words), HANDING)) :].lstrip()


def _subject(duty: Unit) -> tuple[str, ...]:
    """The classes of bodies that the sentence begins with: ``100% xã, phường duy trì …``."""
    text = clean(duty.text)
    words = lowered(text)
    each = _beginning(words, EACH_WORDS)
    end, at = 0, len(each) + 1 if each else len(words)
    while CLASSES.get(named := _beginning(words[at:], CLASSES)):
        end = at + len(named)
        if not words.startswith(", ", end):
            break
        at = end + 2
    return (text[:end],) if end else ()


WRITTEN_OUT = {lowered(k): lowered(v) for k, v in (ABBREVIATIONS | SCHOOL_SHORT_FORMS).items()}
SHORT_FORM = pattern(rf"(?<!\w){any_of(WRITTEN_OUT)}(?!\w)")
ANYONE = "anyone"
NO_BODY = "none"
# the longest run decides: tổ chức chính trị is a class, tổ chức is anybody, tổ chức thực
# hiện is none
CLASSES = {
    lowered(word): kind
    for word, kind in (
        *BODY_CLASSES.items(),
        *((word, ANYONE) for word in ANYBODY),
        *((word, NO_BODY) for word in NO_BODIES),
    )
}
TITLED = {lowered(title): lowered(body) for title, body in TITLES.items()}
EACH_WORDS = frozenset(map(lowered, EACH))
LEADS = frozenset(map(lowered, HEADS)) | EACH_WORDS
PLURAL_COMMITTEE = lowered(COMMITTEE) + " "
HANDING = frozenset(map(lowered, HANDING_OUT))
CLAUSE_SUBJECTS = frozenset(map(lowered, SUBJECTS))
PROVINCE, DISTRICT = "province", "district"
OF_PROVINCE = pattern(rf"(?<!\w){PROVINCE_UNIT}(?!\w)")
# takes: ủy ban nhân dân thành phố Vĩnh An, tỉnh Hà Bắc
CITY_NAME = pattern(rf"(?<!\w){CITY_UNIT}(?!\w)\s*(?P<place>[^,]*)")
UNKNOWN_DAY = "0"  # before any city that was not always one of the centre
LONGEST = max(word.count(" ") for word in (*CLASSES, *TITLED, *LEADS, *HANDING)) + 1

# (giao Công an xã và các trưởng thôn thực hiện)    not: khoán, giao chỉ tiêu hằng năm
GIVEN = pattern(rf"\b{any_of(GIVING)}\s(?P<name>[^,;:.()]{{2,80}}?)\s{any_of(DOING)}\b")

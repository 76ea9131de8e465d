"""What a section is for: the role that its heading names, else that of its parent."""

from __future__ import annotations

from vnplan.lexicon.headings import HEADING_TAILS, PROGRAMME, ROLE_PHRASES, WHOLE_HEADINGS
from vnplan.lexicon.verbs import AND_WORDS
from vnplan.patterns import any_of, pattern
from vnplan.records import Role
from vnplan.views import folded

ROLE_OF: dict[str, Role] = {
    " ".join(folded(phrase).split()): role  # type: ignore[misc]
    for role, phrases in ROLE_PHRASES.items()
    for phrase in phrases
}
WHOLE: dict[str, Role] = {
    folded(phrase): role  # type: ignore[misc]
    for role, phrases in WHOLE_HEADINGS.items()
    for phrase in phrases
}
# takes: muc dich, yeu cau    not: muc dinh
ROLE = pattern(rf"\b{any_of(ROLE_OF, bare=True)}\b")
# takes: muc dich, yeu cau    noi dung va hinh thuc thuc hien    not: noi dung chi tieu moi
PHRASE = rf"{any_of(ROLE_OF, bare=True)}\b(?:\s+{any_of(HEADING_TAILS, bare=True)}\b)*"
ROLES_ALONE = pattern(
    rf"{PHRASE}(?:(?:\s*[,-]\s*|\s+{any_of(AND_WORDS, bare=True)}\s+){PHRASE})*\s*"
)
# takes: huong trinh (Chương trình, of a font that lost its capitals)
PROGRAMMES = any_of((*PROGRAMME, *(phrase[1:] for phrase in PROGRAMME)), bare=True)
AGENDA = pattern(rf"{PROGRAMMES}\b(?:\s+\S+){{0,3}}\s*$")


def read_role(bare: str, start: int, end: int, *, top: bool) -> Role | None:
    """The role that a heading names, from the folded view; the phrase that stands first decides.

    Below the top level a phrase counts only among the first words of the heading: ``Công
    tác phối hợp kiểm tra tiến độ`` is no timetable. None where no phrase is known.
    """
    whole = WHOLE.get(" ".join(bare[start:end].split()).strip(" .:"))
    if whole is not None:
        return whole
    if AGENDA.match(bare, start, end):
        return "timeline"
    match = ROLE.search(bare, start, end)
    if match is None:
        return None
    if not top and len(bare[start : match.start()].split()) > 1:
        return None
    return ROLE_OF[" ".join(match.group().split())]


def is_role_alone(bare: str, start: int, end: int) -> bool:
    """Whether words are nothing but phrases that name roles: ``Mục đích, yêu cầu``."""
    if WHOLE.get(" ".join(bare[start:end].split()).strip(" .:")) is not None:
        return True
    return ROLES_ALONE.fullmatch(bare, start, end) is not None


def second_role(bare: str, start: int, end: int) -> Role | None:
    """The second role that a heading names (``ĐỐI TƯỢNG, NỘI DUNG``), None where it has one."""
    roles = [ROLE_OF[" ".join(m.group().split())] for m in ROLE.finditer(bare, start, end)]
    return next((role for role in roles if role != roles[0]), None)

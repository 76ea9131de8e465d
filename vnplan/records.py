"""The nouns of the record contract: what a plan says, and how two plans differ.

Every model is frozen and only holds what was found; none of them parses. A span is
``(start, end)`` in code points of the plan's ``text``, half open, so that
``text[start:end]`` is the evidence, verbatim. Strings other than ``Plan.text`` are
cleaned: white space collapsed, labels, bullets and markdown taken off, words untouched.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from datetime import date as Day  # Date is a date as far as a document says it
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"

Span = tuple[int, int]

PlanKind = Literal["plan", "decision_with_plan", "article", "other"]
Level = Literal["central", "ministry", "province", "department", "district", "commune", "unit"]
SectionKind = Literal[
    "part", "chapter", "section", "article", "roman", "number", "decimal", "letter", "appendix"
]
Role = Literal[
    "purpose",
    "requirement",
    "target",
    "audience",
    "content",
    "criteria",
    "award",
    "timeline",
    "solution",
    "funding",
    "implementation",
    "reporting",
    "other",
]
Recurrence = Literal["daily", "weekly", "monthly", "quarterly", "semiannual", "annual"]
Audience = Literal["collective", "individual", "all"]
Occasion = Literal["annual", "interim", "final", "interim+final", "ad_hoc"]
Part = Literal["lead", "support", "agent"]
DutyKind = Literal[
    "obligation", "criterion", "phase", "deadline", "award", "target", "legal_basis", "section"
]
Status = Literal[
    "covered", "partial", "altered", "missing", "not_applicable", "undetermined", "added"
]
Effect = Literal[
    "later",
    "earlier",
    "lower",
    "higher",
    "dropped",
    "loosened",
    "shifted",
    "other_form",
    "other_authority",
    "other_number",
    "other_date",
]
Fate = Literal[
    "lost", "restored", "partial", "altered", "undetermined", "not_applicable", "covered"
]
Decision = Literal["accept", "not applicable"]
WaiverState = Literal["active", "expired", "suspect", "stale", "elsewhere"]


class Record(BaseModel):
    """A value that never changes once it is made."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", ser_json_inf_nan="null", defer_build=True
    )


AnyRecord = TypeVar("AnyRecord", bound=Record)


class Doubt(Record):
    """Something that was read, but that a person should look at."""

    code: str
    message: str
    span: Span | None = None


class Source(Record):
    """The file that a text was read from, as far as known.

    ``sha256`` is of the file's bytes, ``pages`` their number where the format has pages.
    ``page_starts`` are the offsets in the text where they begin. ``page_confidence`` has a number
    from 0 to 1 for each page that was recognized from an image, None for each that was not; it is
    ``()`` where none was. ``doubts`` are the reader's; ``parse`` puts them before the plan's.
    """

    name: str | None = None
    sha256: str | None = None
    media_type: str | None = None
    encoding: str | None = None
    pages: int | None = None
    page_starts: tuple[int, ...] = ()
    page_confidence: tuple[float | None, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, that an offset of the text stands on; None without pages."""
        return bisect_right(self.page_starts, offset) or None


class Date(Record):
    """A day, month, quarter or year (thời điểm); the unknown parts are null."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    text: str


class Number(Record):
    """Số, ký hiệu: ``04/KH-VKS`` has the serial ``04`` and the symbol ``KH-VKS``.

    A blank serial is null, and ``text`` is then ``/KH-VKS``.
    """

    text: str
    serial: str | None = None
    symbol: str | None = None
    span: Span | None = None
    confidence: float | None = None


class IssuingBody(Record):
    """Cơ quan ban hành, with the governing body (cơ quan chủ quản) where it is stated."""

    name: str
    superior: str | None = None
    level: Level | None = None
    span: Span | None = None
    confidence: float | None = None


class Citation(Record):
    """A document that the text refers to (văn bản viện dẫn), at its first mention.

    ``relation`` is the word that ties it to the plan (``căn cứ``, ``thực hiện`` …), null
    outside the preamble; ``number`` is null for a law or scheme cited by name.
    """

    type: str
    number: str | None = None
    date: Date | None = None
    issuer: str | None = None
    title: str | None = None
    text: str
    span: Span
    relation: str | None = None
    confidence: float | None = None


class Alias(Record):
    """A short name that the document gives: ``(sau đây gọi tắt là Chương trình)``.

    ``full`` is what it stands for, null where that is not plain; ``span`` is the short name.
    """

    name: str
    full: str | None = None
    span: Span


class Section(Record):
    """A labelled block (phần, mục, khoản, điểm) and what stands under it.

    ``label`` is as printed without its closing mark and ``label_span`` where it stands;
    ``span`` runs from the first letter after the label to the end of the last child.
    ``text`` joins by ``\\n`` the cleaned paragraphs directly under the section.
    """

    label: str
    kind: SectionKind
    title: str | None = None
    text: str = ""
    role: Role = "other"
    span: Span
    label_span: Span
    children: tuple[Section, ...] = ()


class Phase(Record):
    """A stage or a dated step of the timetable (giai đoạn)."""

    name: str
    start: Date | None = None
    end: Date | None = None
    text: str
    span: Span
    section: str


class Deadline(Record):
    """A time by which something is due (thời hạn); ``span`` is the time expression."""

    text: str
    date: Date | None = None
    recurrence: Recurrence | None = None
    span: Span
    section: str


class Criterion(Record):
    """A standard for being rewarded (tiêu chí, tiêu chuẩn khen thưởng)."""

    audience: Audience | None = None
    text: str
    span: Span
    section: str


class Award(Record):
    """A form of reward that the plan names (hình thức khen thưởng), and who decides it."""

    form: str
    authority: str | None = None
    occasion: Occasion | None = None
    audience: Audience | None = None
    text: str
    span: Span
    section: str


class Actor(Record):
    """Who must act, as named: in the lead (chủ trì), in support (phối hợp) or as the agent."""

    name: str
    part: Part


class Act(Record):
    """One single thing that a provision asks for."""

    text: str
    span: Span


class Target(Record):
    """A quantity to reach (chỉ tiêu): ``100% công chức`` is the value 100 of the unit ``%``."""

    text: str
    value: float | None = None
    unit: str | None = None


class Obligation(Record):
    """A provision that directs somebody to do something (nhiệm vụ).

    ``kind`` is the role of the section that it stands under.
    """

    id: str
    kind: Role
    text: str
    span: Span
    section: str
    actors: tuple[Actor, ...] = ()
    acts: tuple[Act, ...] = ()
    deadline: Date | None = None
    recurrence: Recurrence | None = None
    targets: tuple[Target, ...] = ()
    products: tuple[str, ...] = ()
    confidence: float | None = None


class Recipient(Record):
    """A line of Nơi nhận; ``note`` is its closing parenthesis."""

    name: str
    note: str | None = None
    span: Span | None = None


class OnBehalf(Record):
    """The line that says for whom is signed: ``KT.``, ``TM.``, ``TL.``, ``TUQ.``, ``Q.``"""

    code: str
    text: str


class Signatory(Record):
    """Who signed; ``span`` covers the closing block from the position to the name."""

    name: str | None = None
    position: str | None = None
    on_behalf: OnBehalf | None = None
    span: Span | None = None
    confidence: float | None = None


class Confidence(Record):
    """How sure the fields without a record of their own are, 0 to 1; null for what is not said."""

    place: float | None = None
    date: float | None = None
    title: float | None = None


class Plan(Record):
    """What one document says, with the spans of ``text`` that prove it.

    What the document does not say is null or empty. ``unclaimed`` lists the lines that no
    field speaks of, ``doubts`` what was read without certainty. A joint plan lists all its
    bodies and signatories in ``issuing_bodies`` and ``signatories``, beside the first of each;
    these are empty where there is but one. A ``confidence``, here and in
    the records, is how often a reading with such evidence is right (models/README.md).
    """

    schema_version: str = SCHEMA_VERSION
    source: Source = Source()
    text: str | None = None
    kind: PlanKind = "other"
    number: Number | None = None
    place: str | None = None
    date: Date | None = None
    title: str | None = None
    issuing_body: IssuingBody | None = None
    issuing_bodies: tuple[IssuingBody, ...] = ()
    legal_bases: tuple[Citation, ...] = ()
    citations: tuple[Citation, ...] = ()
    aliases: tuple[Alias, ...] = ()
    sections: tuple[Section, ...] = ()
    phases: tuple[Phase, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    awards: tuple[Award, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    signatory: Signatory | None = None
    signatories: tuple[Signatory, ...] = ()
    confidence: Confidence = Confidence()
    unclaimed: tuple[Span, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def to_json(self, *, text: bool = True, indent: int | None = None) -> str:
        """The record as JSON (UTF-8, not escaped); ``text=False`` leaves the text out."""
        exclude = None if text else {"text"}
        return self.model_dump_json(exclude=exclude, indent=indent)

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, that an offset of ``text`` stands on; None without pages."""
        return self.source.page_at(offset)

    def walk(self) -> Iterator[tuple[str, Section]]:
        """The sections in document order, each with its path of labels (``III.1.a``)."""
        return ((path, section) for path, _, section in walk_sections(self.sections))

    @property
    def outline(self) -> str:
        """The tree of headings, a line each, indented by depth, with their roles."""
        return "\n".join(f"{'  ' * depth}{head} [{role}]" for depth, head, role in self.heads())

    def heads(self) -> Iterator[tuple[int, str, Role]]:
        """Of each section its depth (0 at the top), its label with its first words, its role."""
        for _, depth, section in walk_sections(self.sections):
            words = section.title or section.text.partition("\n")[0]
            yield depth, f"{section.label or section.kind} {words}".strip(), section.role

    def rows(self, field: str) -> list[dict[str, Any]]:
        """The items of a list field as flat dictionaries, ready for ``pandas.DataFrame``.

        Dates become strings in the manner of ISO 8601, as far as they are known (``2025-11``,
        ``2025-Q4``, ``--11-25``), a span ``start`` and ``end``, lists strings joined by ``; ``.
        What a phase starts and ends with is ``begins`` and ``ends``.
        Raises ``KeyError`` if ``field`` is no list field of a plan.
        """
        if field == "sections":
            return [{"path": path, **flat(section)} for path, section in self.walk()]
        if field not in LIST_FIELDS:
            raise KeyError(f"no list field {field!r}; choose one of {', '.join(LIST_FIELDS)}")
        return [flat(item) for item in getattr(self, field)]


LIST_FIELDS = (
    "issuing_bodies",
    "legal_bases",
    "citations",
    "aliases",
    "sections",
    "phases",
    "deadlines",
    "criteria",
    "awards",
    "obligations",
    "recipients",
    "signatories",
)


# ---------------------------------------------------------------- the difference of two plans


class PlanRef(Record):
    """Which plan stood on one side of a comparison.

    ``sha256`` is of the file's bytes, ``words_sha256`` of the text's letters and digits alone:
    it stays the same where lines are broken anew.
    """

    name: str | None = None
    sha256: str | None = None
    number: str | None = None
    date: Date | None = None
    title: str | None = None
    issuing_body: str | None = None
    words_sha256: str | None = None


class Evidence(Record):
    """Words of a plan: ``span`` is into the text of the side it stands on.

    ``score``, 0 to 1, is how surely a child's item answers the parent's.
    """

    text: str
    span: Span
    section: str = ""
    score: float | None = None


class Change(Record):
    """A value that the child altered: which field, from what, to what, to what effect."""

    field: str
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None
    effect: Effect

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Waiver(Record):
    """What somebody decided about a duty that the child does not answer (ý kiến xử lý).

    ``duty`` is its fingerprint, ``text`` its words for a reader, ``until`` the last day that the
    decision holds. ``parent`` and ``parent_sha256`` are the number and ``words_sha256`` of the
    plan that it was given against. ``state`` is null until it is put beside a comparison:
    ``active``; ``expired`` after its last day; ``suspect`` where the parent has changed since;
    ``stale`` where no duty has this fingerprint any more; ``elsewhere`` where none has and it
    was given against another plan.
    """

    duty: str
    text: str | None = None
    decision: Decision
    by: str
    why: str
    until: Day | None = None
    parent: str | None = None
    parent_sha256: str | None = None
    state: WaiverState | None = None


class DiffItem(Record):
    """One of the parent's duties and what became of it; ``added`` is the child's own.

    ``score``, 0 to 1, is the confidence that the status is right. By ``fingerprint`` the duty is
    known again in another comparison; ``waiver`` is what was decided about it.
    """

    id: str
    kind: DutyKind
    status: Status
    parent: Evidence | None = None
    child: tuple[Evidence, ...] = ()
    score: float
    missing_acts: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    reason: str | None = None
    fingerprint: str | None = None
    waiver: Waiver | None = None

    @property
    def excused(self) -> bool:
        """Whether a decision that still holds says that the duty need not be answered."""
        return self.waiver is not None and self.waiver.state == "active"


class Thresholds(Record):
    """At or above ``sure`` a duty counts as answered, below ``review`` as missing.

    Between the two lies the zone that a person should review.
    """

    review: float
    sure: float


class DiffSummary(Record):
    """How many items have each status, and the thresholds that were used."""

    covered: int = 0
    partial: int = 0
    altered: int = 0
    missing: int = 0
    not_applicable: int = 0
    undetermined: int = 0
    added: int = 0
    thresholds: Thresholds


class Since(Record):
    """What became of the parent's duties since an earlier comparison, by the ids of the items.

    The ids in ``gone``, of duties that the parent no longer has, are those of the earlier
    comparison. ``before`` holds the earlier items of all that is gone, worse, better or changed.
    """

    worse: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    before: tuple[DiffItem, ...] = ()


class PlanDiff(Record):
    """What a subordinate plan (child) makes of the duties of its superior's plan (parent).

    ``subject`` is the one event or topic that the child was taken to be about, in the words of
    its title; null where it may be about all that the parent is.
    ``unused_waivers`` are the decisions that no duty carries. ``since`` is null where the
    difference was not put beside an earlier one. ``doubts`` wonder whether these are the right
    two files, and the right way round.
    """

    schema_version: str = SCHEMA_VERSION
    parent: PlanRef
    child: PlanRef
    summary: DiffSummary
    items: tuple[DiffItem, ...] = ()
    unused_waivers: tuple[Waiver, ...] = ()
    since: Since | None = None
    subject: str | None = None
    doubts: tuple[Doubt, ...] = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """The difference as JSON (UTF-8, not escaped)."""
        return self.model_dump_json(by_alias=True, indent=indent)

    def rows(self) -> list[dict[str, Any]]:
        """The items as flat dictionaries, ready for ``pandas.DataFrame``."""
        return [flat(item) for item in self.items]


class Candidate(Record):
    """A child's item that may answer a duty, and what speaks for it.

    ``score``, 0 to 1, is how surely it is an answer; ``evidence`` are the values that it was
    judged by (``models/README.md``), ``shared`` the words that it has in common with the duty.
    """

    text: str
    span: Span
    section: str = ""
    score: float
    evidence: dict[str, float]
    shared: tuple[str, ...] = ()


class Explanation(Record):
    """Why a duty has its status: its item, the likeliest candidates first, what decided.

    ``decided`` is ``settled`` where no words had to be compared (a duty of another body or
    another subject, an award, a stage of the same name or time, the citation), ``sure`` or
    ``review`` by the threshold that the best candidate reached, ``below`` if it reached none,
    ``refused`` if it names something else, ``itself`` if the child itself is the answer,
    ``unreadable`` if too little of a plan was read to tell, ``added`` if the item is the
    child's own.
    """

    schema_version: str = SCHEMA_VERSION
    item: DiffItem
    decided: Literal[
        "settled", "sure", "review", "below", "refused", "itself", "unreadable", "added"
    ]
    candidates: tuple[Candidate, ...] = ()
    thresholds: Thresholds


class MatrixRow(Record):
    """One of the parent's duties and its status in each child, in the order of the children.

    ``id`` is that of its item in every child's difference. ``excused`` tells in which children
    a decision that still holds says that it need not be answered; ``unanswered`` counts the
    others in which it is missing, partial or altered, drafts left out.
    """

    id: str
    kind: DutyKind
    parent: Evidence
    statuses: tuple[Status, ...]
    excused: tuple[bool, ...] = ()
    unanswered: int


class MatrixChild(Record):
    """One of the children: which plan, and the counts of its difference.

    As there, the citation of the parent is counted too, and decisions leave the counts as they are.
    ``draft``: an archive has it only as a draft.
    """

    plan: PlanRef
    summary: DiffSummary
    draft: bool = False


class PlanMatrix(Record):
    """What many subordinate plans make of the duties of one superior's plan.

    ``rows`` begin with the duty that the most children leave unanswered; of equals the one
    that stands first in the parent.
    """

    schema_version: str = SCHEMA_VERSION
    parent: PlanRef
    children: tuple[MatrixChild, ...] = ()
    rows: tuple[MatrixRow, ...] = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """The matrix as JSON (UTF-8, not escaped)."""
        return self.model_dump_json(by_alias=True, indent=indent)


class ChainStep(Record):
    """What became of a duty of the top at one level below it.

    ``answers`` are words of that level's plan. ``changes`` and ``missing_acts`` are told
    against the plan above, or against the top where ``direct``: no unit of the plan above
    carries the duty on, or these say more than it. ``from_top`` are the changes since the top
    in any case, so that a value that drifts level by level is seen whole.
    """

    status: Status
    direct: bool = False
    answers: tuple[Evidence, ...] = ()
    missing_acts: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    from_top: tuple[Change, ...] = ()
    reason: str | None = None


class ChainRow(Record):
    """A duty of the top and its way down: a step for each plan below, in their order.

    ``id`` is that of its item in the difference of the top with any plan below. ``fate`` is
    the gravest status on the way; a duty that some level misses is ``lost``, or ``restored`` if
    the bottom answers it all the same. ``broken_at`` is the place in ``plans`` of the first
    that misses, shortens or alters it, null if none does.
    """

    id: str
    kind: DutyKind
    parent: Evidence
    steps: tuple[ChainStep, ...]
    fate: Fate
    broken_at: int | None = None


class PlanChain(Record):
    """What became of the duties of a plan in those below it, level by level.

    ``plans`` begin with the top, which has the place 0. ``rows`` begin with what was lost; of
    one fate, they stand in the order of the top.
    """

    schema_version: str = SCHEMA_VERSION
    plans: tuple[PlanRef, ...]
    thresholds: Thresholds
    rows: tuple[ChainRow, ...] = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """The chain as JSON (UTF-8, not escaped)."""
        return self.model_dump_json(by_alias=True, indent=indent)


UNANSWERED: frozenset[Status] = frozenset(("missing", "partial", "altered"))


# ---------------------------------------------------------------- what lies in a folder

Need = Literal["office", "ocr"]


class SurveyedFile(Record):
    """A file of a folder: what it is, as far as a quick look tells.

    ``path`` is below the folder, with ``/``. ``format`` is told by the bytes, ``named`` what the
    name says where that is another. ``needs`` is what stands between the file and its text: a
    run of LibreOffice (``office``), or the recognition of images (``ocr``), of all pages or of
    ``pages_without_text``. ``kind``, ``number`` and ``title`` are those of the record; ``draft``
    is set where the number, or the day, was left blank. ``same_file`` names an earlier
    file of the same bytes, ``same_text`` one whose words are the same in other bytes.
    ``problem`` is a key of the messages where nothing could be read, filled by ``details``.
    """

    path: str
    format: str | None = None
    named: str | None = None
    size: int | None = None
    sha256: str | None = None
    encoding: str | None = None
    pages: int | None = None
    pages_without_text: int | None = None
    needs: Need | None = None
    kind: PlanKind | None = None
    number: str | None = None
    title: str | None = None
    draft: bool = False
    same_file: str | None = None
    same_text: str | None = None
    doubts: tuple[str, ...] = ()
    problem: str | None = None
    details: dict[str, str | int] = Field(default_factory=dict)


class SurveyTotals(Record):
    """How many files of a folder are what; ``size`` is of all in bytes.

    ``hidden`` files and folders, and ``links`` to folders, were left aside and are not among
    ``files``. ``duplicates`` are the files that repeat an earlier one, by bytes or by words.
    """

    files: int = 0
    size: int = 0
    hidden: int = 0
    links: int = 0
    formats: dict[str, int] = Field(default_factory=dict)
    encodings: dict[str, int] = Field(default_factory=dict)
    kinds: dict[str, int] = Field(default_factory=dict)
    drafts: int = 0
    duplicates: int = 0
    misnamed: int = 0
    needs_office: int = 0
    needs_ocr: int = 0
    unreadable: int = 0


class Survey(Record):
    """What lies in a folder before anything is extracted: its own files, then those below.

    ``deep`` tells whether LibreOffice and the recognition of images were run for it.
    """

    schema_version: str = SCHEMA_VERSION
    folder: str
    deep: bool = False
    totals: SurveyTotals
    files: tuple[SurveyedFile, ...] = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """The survey as JSON (UTF-8, not escaped)."""
        return self.model_dump_json(by_alias=True, indent=indent)


class Extraction(Record):
    """What a run of ``vnplan extract`` did: each of ``files`` has its row in the archive ``out``.

    ``plans`` are the records written, ``unchanged`` the files that had a row already. ``problems``
    counts the files without a record by the key of a message, and ``failures`` names them: path,
    key, and what fills the message. ``hidden`` files and ``links`` to folders were left aside.
    ``size`` is the bytes read, ``seconds`` the time it took, ``deaths`` the processes that a file
    ended. ``failed_before`` are unchanged files without a record; ``met`` are the files that had
    a row, of the ``known`` ones; ``gone`` those that were under these sources and are no more,
    ``pruned`` of them those whose rows were dropped, ``out_of_reach`` those not found where nobody
    can tell.
    """

    schema_version: str = SCHEMA_VERSION
    out: str
    files: int = 0
    plans: int = 0
    unchanged: int = 0
    problems: dict[str, int] = Field(default_factory=dict)
    failures: tuple[tuple[str, str, dict[str, str | int]], ...] = ()
    hidden: int = 0
    links: int = 0
    size: int = 0
    seconds: float = 0.0
    deaths: int = 0
    failed_before: int = 0
    known: int = 0
    met: int = 0
    gone: int = 0
    pruned: int = 0
    out_of_reach: int = 0


# ---------------------------------------------------------------- families of an archive

CopyKind = Literal["original", "exact", "words", "near", "draft"]


class PlanCopy(Record):
    """A file that holds a plan once more: the same bytes (``exact``), the same words, a text
    nearly the same (``near``: a damaged scan, a small edit), or its ``draft``."""

    path: str
    kind: CopyKind


class FiledPlan(Record):
    """A plan of an archive: its file, by what people know it, its other files.

    ``date`` is ISO 8601 as far as it is known; ``draft``: number or day was left blank, and no
    issued version is there.
    """

    path: str
    number: str | None = None
    date: str | None = None
    title: str | None = None
    issuer: str | None = None
    level: Level | None = None
    draft: bool = False
    copies: tuple[PlanCopy, ...] = ()


class Relative(Record):
    """A plan above another: ``steps`` is 1 for that which it carries out itself."""

    plan: FiledPlan
    steps: int
    certainty: float


class Descendant(Record):
    """A plan that carries out another, with those that carry it out in turn.

    ``certainty``, 0 to 1, is of the tie to the plan above. ``elsewhere``: it stands in the tree
    before, and its children are told there.
    """

    plan: FiledPlan
    certainty: float
    elsewhere: bool = False
    children: tuple[Descendant, ...] = ()


class Undecided(Record):
    """A plan that cites another which may be any of these, the likeliest first; none is taken."""

    plan: FiledPlan
    candidates: tuple[Relative, ...]


class Family(Record):
    """Who carries out a plan, and whom it carries out, in the archive.

    ``ancestors`` begin with the nearest. ``undecided`` are those whose parent, or that which they
    are the parent of, may be in this tree.
    """

    schema_version: str = SCHEMA_VERSION
    plan: FiledPlan
    ancestors: tuple[Relative, ...] = ()
    children: tuple[Descendant, ...] = ()
    undecided: tuple[Undecided, ...] = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """The family as JSON (UTF-8, not escaped)."""
        return self.model_dump_json(indent=indent)


class AuditedChild(Record):
    """A plan that carries out the parent; ``unreadable`` where it was read too badly to compare.

    ``certainty`` is that it carries out the parent.
    """

    plan: FiledPlan
    certainty: float
    unreadable: bool = False


class MatchedBody(Record):
    """A body of a list, and the issuer that was taken for it under another spelling."""

    name: str
    issuer: str
    path: str


class UnclearBody(Record):
    """A body of a list whose name may be that of several issuers, or mean another: their plans."""

    name: str
    plans: tuple[FiledPlan, ...]


class Audit(Record):
    """How the plans of an archive carry out one of them, and who should have a plan and has none.

    ``matrix`` has the children that are readable, in the order of ``children``; it is null where
    there are none. ``expected`` counts the bodies that were asked for, null where nobody was;
    a body that was named twice counts once, its further names are ``repeated``. ``absent`` are
    those without a plan, as they were named, ``drafted`` those who have nothing but
    a draft, ``unclear`` those of whom nobody can tell. ``matched`` says who was taken for whom
    where the names are spelled otherwise. ``failed`` counts the files of the archive without a
    record: some of the absent may be among them.
    """

    schema_version: str = SCHEMA_VERSION
    parent: FiledPlan
    children: tuple[AuditedChild, ...] = ()
    matrix: PlanMatrix | None = None
    expected: int | None = None
    repeated: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    drafted: tuple[str, ...] = ()
    unclear: tuple[UnclearBody, ...] = ()
    matched: tuple[MatchedBody, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    failed: int = 0

    def to_json(self, *, indent: int | None = None) -> str:
        """The audit as JSON (UTF-8, not escaped)."""
        return self.model_dump_json(by_alias=True, indent=indent)


def schema(
    name: Literal[
        "plan", "diff", "matrix", "chain", "explanation", "survey", "family", "audit"
    ] = "plan",
) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of record, as it is written to JSON."""
    models: dict[str, type[Record]] = {
        "plan": Plan,
        "diff": PlanDiff,
        "matrix": PlanMatrix,
        "chain": PlanChain,
        "explanation": Explanation,
        "survey": Survey,
        "family": Family,
        "audit": Audit,
    }
    return models[name].model_json_schema(by_alias=True, mode="serialization")


# ---------------------------------------------------------------- walking and flattening


def walk_sections(sections: tuple[Section, ...]) -> Iterator[tuple[str, int, Section]]:
    """Path, depth (0 at the top) and section, in document order.

    The path joins labels by ``.``; where siblings repeat a label, the second is ``1#2``.
    """
    stack = [_numbered(sections, "")]
    while stack:
        following = next(stack[-1], None)
        if following is None:
            stack.pop()
            continue
        path, section = following
        yield path, len(stack) - 1, section
        stack.append(_numbered(section.children, path + "."))


def _numbered(sections: tuple[Section, ...], prefix: str) -> Iterator[tuple[str, Section]]:
    seen: dict[str, int] = {}
    for section in sections:
        seen[section.label] = count = seen.get(section.label, 0) + 1
        yield prefix + (section.label if count == 1 else f"{section.label}#{count}"), section


def flat(item: Record) -> dict[str, Any]:
    """One item as a dictionary of plain values."""
    row: dict[str, Any] = {}
    for name in type(item).model_fields:
        value = getattr(item, name)
        if name == "span":
            row["start"], row["end"] = value if value else (None, None)
        elif name not in ("children", "label_span"):
            row[BESIDE_SPAN.get(name, name)] = flat_value(value)
    return row


# dates of a phase, under names that the ends of its span leave free
BESIDE_SPAN = {"start": "begins", "end": "ends"}


def flat_value(value: Any) -> Any:
    """A plain value for one cell of a table."""
    if isinstance(value, Date):
        return iso(value)
    if isinstance(value, tuple):
        return "; ".join(str(flat_value(part)) for part in value)
    if isinstance(value, Actor):
        return f"{value.name} ({value.part})"
    if isinstance(value, (Act, Target, Evidence, OnBehalf)):
        return value.text
    if isinstance(value, Change):
        return f"{value.field}: {value.from_} → {value.to} ({value.effect})"
    if isinstance(value, Record):
        return json.dumps(value.model_dump(mode="json"), ensure_ascii=False)
    return value


LAST_YEAR = 9998  # to whose last day Python's calendar can add one


def days_of(date: Date, year: int | None = None) -> tuple[Day, Day] | None:
    """The first and the last day of a day, month, quarter or year, ``year`` where it names none.

    None of a date that is not known so far, and of one that the calendar does not have.
    """
    own = year if date.year is None else date.year
    if date.month is not None:
        first = last = date.month
    elif date.day is not None:
        return None
    elif date.quarter is not None:
        first, last = 3 * date.quarter - 2, 3 * date.quarter
    elif date.year is not None:
        first, last = 1, 12
    else:
        return None
    if own is None or own > LAST_YEAR:
        return None
    try:
        start = Day(own, first, 1 if date.day is None else date.day)
        return start, Day(own, last, monthrange(own, last)[1]) if date.day is None else start
    except ValueError:  # 31/02
        return None


def iso(date: Date) -> str:
    """A date as ISO 8601 writes what is known of it, its parts up to the first that is not.

    ``2025-11-01``, ``2025-11``, ``2025-Q4``, ``2025``; without a year ``--11-25``, without a
    month ``---25``.
    """
    year = f"{date.year:04d}" if date.year is not None else "-"
    if date.quarter is not None:
        return f"{year}-Q{date.quarter}"
    if date.month is None:
        return f"---{date.day:02d}" if date.year is None and date.day is not None else year
    parts = [part for part in (date.month, date.day) if part is not None]
    return "-".join([year, *(f"{part:02d}" for part in parts)])

"""Vietnamese administrative plans (kế hoạch) as records, and the difference of two.

``parse`` a text or ``read`` a file to a ``Plan``; ``diff`` a subordinate's plan against its
superior's to a ``PlanDiff``. Importing this package loads none of its parts: each is loaded
when it is first asked for.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vnplan.errors import ArchiveError, UnreadableFile, VnplanError
    from vnplan.readers.limits import Limits
    from vnplan.readers.reading import Ocr
    from vnplan.records import (
        Act,
        Actor,
        Alias,
        Audit,
        AuditedChild,
        Award,
        Candidate,
        ChainRow,
        ChainStep,
        Change,
        Citation,
        Criterion,
        Date,
        Deadline,
        Descendant,
        DiffItem,
        DiffSummary,
        Doubt,
        Evidence,
        Explanation,
        Extraction,
        Family,
        FiledPlan,
        IssuingBody,
        MatchedBody,
        MatrixChild,
        MatrixRow,
        Number,
        Obligation,
        OnBehalf,
        Phase,
        Plan,
        PlanChain,
        PlanCopy,
        PlanDiff,
        PlanMatrix,
        PlanRef,
        Recipient,
        Record,
        Relative,
        Section,
        Signatory,
        Since,
        Source,
        Survey,
        SurveyedFile,
        SurveyTotals,
        Target,
        Thresholds,
        UnclearBody,
        Undecided,
        Waiver,
        schema,
    )

__version__ = "0.1.0"

__all__ = [
    "Act",
    "Actor",
    "Alias",
    "ArchiveError",
    "Audit",
    "AuditedChild",
    "Award",
    "Candidate",
    "ChainRow",
    "ChainStep",
    "Change",
    "Citation",
    "Criterion",
    "Date",
    "Deadline",
    "Descendant",
    "DiffItem",
    "DiffSummary",
    "Doubt",
    "Evidence",
    "Explanation",
    "Extraction",
    "Family",
    "FiledPlan",
    "IssuingBody",
    "Limits",
    "MatchedBody",
    "MatrixChild",
    "MatrixRow",
    "Number",
    "Obligation",
    "OnBehalf",
    "Phase",
    "Plan",
    "PlanChain",
    "PlanCopy",
    "PlanDiff",
    "PlanMatrix",
    "PlanRef",
    "Recipient",
    "Record",
    "Relative",
    "Section",
    "Signatory",
    "Since",
    "Source",
    "Survey",
    "SurveyTotals",
    "SurveyedFile",
    "Target",
    "Thresholds",
    "UnclearBody",
    "Undecided",
    "UnreadableFile",
    "VnplanError",
    "Waiver",
    "__version__",
    "chain",
    "diff",
    "explain",
    "matrix",
    "parse",
    "read",
    "schema",
    "successors",
]

LONGEST_PATH = 260
_ELSEWHERE = {
    "ArchiveError": "vnplan.errors",
    "UnreadableFile": "vnplan.errors",
    "VnplanError": "vnplan.errors",
    "Limits": "vnplan.readers.limits",
}


def parse(text: str, *, source: Source | None = None) -> Plan:
    """The plan that a text says; any string will do, and none is refused.

    ``source`` is kept as it is given. Raises ``TypeError`` for what is no string.
    """
    from vnplan.plan import parse as parse_text

    if not isinstance(text, str):
        raise TypeError(f"parse expects a str of text, not {type(text).__name__}; read(path) reads")
    return parse_text(text, source=source)


def read(
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    ocr: Ocr = "auto",
    limits: Limits | None = None,
) -> Plan:
    """The plan in a file of any kind that is read, with its ``source``.

    ``encoding`` is that of text which does not say so itself; ``ocr`` tells which pages are
    recognized from their image: ``auto`` those without text, ``always`` all, ``never`` none;
    ``limits`` (``vnplan.readers.limits.Limits``) what a file may ask for.
    Raises ``UnreadableFile``, and ``TypeError`` for what is no path.
    """
    from vnplan.readers import read_file
    from vnplan.readers.limits import LIMITS

    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"read expects a path, not {type(path).__name__}")
    text, source = read_file(path, encoding=encoding, ocr=ocr, limits=limits or LIMITS)
    return parse(text, source=source)


def diff(
    parent: Plan | os.PathLike[str] | str,
    child: Plan | os.PathLike[str] | str,
    *,
    as_body: str | None = None,
) -> PlanDiff:
    """What the child's plan makes of each duty of the parent's.

    Each side is a ``Plan``, a ``pathlib.Path`` to read, or a ``str`` of text. ``as_body`` says
    whose plan the child is where its text does not. Raises ``UnreadableFile``, ``TypeError``
    for anything else, and ``ValueError`` for a ``str`` that is no text but the name of a file.
    """
    from vnplan.compare import compare

    return compare(_as_plan(parent), _child(child, as_body))


def explain(
    parent: Plan | os.PathLike[str] | str,
    child: Plan | os.PathLike[str] | str,
    identity: str,
    *,
    as_body: str | None = None,
) -> Explanation:
    """Why the duty with an id (``d7``) has its status, or the first of a section (``II.1``).

    The sides are what ``diff`` takes. Raises as ``diff`` does, and ``KeyError`` where the
    difference has no such item.
    """
    from vnplan.compare.explain import explain as explain_item

    return explain_item(_as_plan(parent), _child(child, as_body), identity)


def matrix(
    parent: Plan | os.PathLike[str] | str, children: Iterable[Plan | os.PathLike[str] | str]
) -> PlanMatrix:
    """What many children make of each duty of a parent, which is read once.

    Each is what ``diff`` takes. Raises as ``diff`` does, and ``ValueError`` without a child.
    """
    from vnplan.compare.many import as_matrix

    plan = _as_plan(parent)
    return as_matrix([diff(plan, child) for child in children])


def chain(plans: Iterable[Plan | os.PathLike[str] | str]) -> PlanChain:
    """What became of each duty of the first plan in those below it, the highest first.

    Each is what ``diff`` takes. Raises as ``diff`` does, and ``ValueError`` for fewer than three.
    """
    from vnplan.compare.chain import compare_chain

    return compare_chain([_as_plan(plan) for plan in plans])


def successors(name: str, *, on: date | None = None) -> tuple[str, ...]:
    """The bodies that carry on a body's work on a day, the main one first; () if it still does.

    ``Sở Kế hoạch và Đầu tư tỉnh Sóc Trăng`` is ``Sở Tài chính thành phố Cần Thơ`` from 01/7/2025.
    The facts are those of ``vnplan/lexicon/gazetteer.py``; without ``on`` all of them count.
    """
    from vnplan.gazetteer import successors as find_successors

    return find_successors(name, on=on)


def _child(side: Plan | os.PathLike[str] | str, as_body: str | None) -> Plan:
    plan = _as_plan(side)
    if as_body is None:
        return plan
    from vnplan.plan import issued_by

    return issued_by(plan, as_body)


def _as_plan(side: Plan | os.PathLike[str] | str) -> Plan:
    from vnplan.records import Plan

    if isinstance(side, Plan):
        return side
    if isinstance(side, os.PathLike):
        return read(side)
    if not isinstance(side, str):
        raise TypeError(
            f"diff expects a Plan, a pathlib.Path or a str of text, not {type(side).__name__}"
        )
    if "\n" not in side and len(side) < LONGEST_PATH and os.path.isfile(side):
        raise ValueError(f"a str is taken for text; to read the file: pathlib.Path({side!r})")
    return parse(side)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(_ELSEWHERE.get(name, "vnplan.records"))
    value = globals()[name] = getattr(module, name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

"""Records as pandas frames, with the types that their columns have.

``pip install vnplan[frames]``. What can only be one of a few words is a category, numbers may be
missing, and beside each date, which is text in the manner of ISO 8601 as far as it is known, stand
``…_day``, a timestamp if the day is known, and ``…_quarter``, a period if the quarter is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from vnplan.records import (
    BESIDE_SPAN,
    LIST_FIELDS,
    Date,
    DiffItem,
    DutyKind,
    Level,
    Plan,
    PlanDiff,
    PlanKind,
    PlanMatrix,
    Record,
    Status,
    iso,
)

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]
Columns = dict[str, object]  # name -> type, or how pandas calls it
Plans = Plan | Iterable[Plan]

NUMBERS: dict[object, str] = {int: "Int64", float: "float64"}
NO_CELLS = frozenset(("children", "label_span"))


def plans(plans: Plans) -> pd.DataFrame:
    """A row for each plan, in their order: what it is, and how much of each list it has.

    The index, ``plan``, is what the column ``plan`` of all other frames means.
    """
    columns: Columns = {
        "name": "string",
        "kind": PlanKind,
        "number": "string",
        "date": Date,
        "title": "string",
        "issuer": "string",
        "level": Level,
        "signatory": "string",
        **dict.fromkeys((*LIST_FIELDS, "doubts"), "int64"),
    }
    rows = []
    for plan in listed(plans):
        body = plan.issuing_body
        rows.append(
            {
                "name": plan.source.name,
                "kind": plan.kind,
                "number": plan.number.text if plan.number else None,
                "date": iso(plan.date) if plan.date else None,
                "title": plan.title,
                "issuer": body.name if body else None,
                "level": body.level if body else None,
                "signatory": plan.signatory.name if plan.signatory else None,
                **{field: len(getattr(plan, field)) for field in (*LIST_FIELDS, "doubts")},
                "sections": sum(1 for _ in plan.walk()),
            }
        )
    return framed(rows, columns).rename_axis("plan")


def items(plans: Plans, field: str) -> pd.DataFrame:
    """The items of a list field of one plan or of many, a row each, as ``Plan.rows`` has them.

    ``plan`` is the place of the plan, from 0, ``issuer`` its issuing body. Raises ``KeyError``
    if ``field`` is no list field of a plan.
    """
    if field not in LIST_FIELDS:
        raise KeyError(f"no list field {field!r}; choose one of {', '.join(LIST_FIELDS)}")
    (model, _) = get_args(Plan.model_fields[field].annotation)
    columns: Columns = {"plan": "int64", "issuer": "string"}
    if field == "sections":
        columns["path"] = "string"
    rows = [
        {"plan": place, "issuer": plan.issuing_body and plan.issuing_body.name, **row}
        for place, plan in enumerate(listed(plans))
        for row in plan.rows(field)
    ]
    return framed(rows, columns | columns_of(model))


def obligations(plans: Plans) -> pd.DataFrame:
    """The obligations of one plan or of many, a row each: ``items(plans, "obligations")``."""
    return items(plans, "obligations")


def diff(result: PlanDiff) -> pd.DataFrame:
    """The items of a difference, a row each, as ``PlanDiff.rows`` has them.

    ``section`` is the one of the parent's text, of what was added that of the child's;
    ``excused`` is whether a decision says that the duty need not be answered.
    """
    rows = []
    for item, row in zip(result.items, result.rows(), strict=True):
        words = item.parent or next(iter(item.child), None)
        row["section"] = words.section if words else None
        row["excused"] = item.excused
        rows.append(row)
    columns = columns_of(DiffItem) | {"section": "string", "excused": "bool"}
    return framed(rows, columns)


def matrix(result: PlanMatrix) -> pd.DataFrame:
    """A row for each of the parent's duties in each child, with its status there.

    ``.pivot(index="id", columns="child", values="status")`` makes it wide.
    """
    from vnplan.report.matrix import names_of

    names = []
    seen: Counter[str] = Counter()
    for name in names_of(result, "vi"):
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    rows = [
        {
            "id": row.id,
            "kind": row.kind,
            "section": row.parent.section,
            "text": row.parent.text,
            "child": name,
            "status": status,
            "excused": excused,
            "unanswered": row.unanswered,
        }
        for row in result.rows
        for name, status, excused in zip(
            names, row.statuses, row.excused or (False,) * len(names), strict=True
        )
    ]
    columns: Columns = dict.fromkeys(("id", "kind", "section", "text"), "string")
    columns |= {"kind": DutyKind, "child": Literal[*names] if names else "string"}
    return framed(rows, columns | {"status": Status, "excused": "bool", "unanswered": "int64"})


# ---------------------------------------------------------------- types


def columns_of(model: type[Record]) -> Columns:
    """The columns that the rows of a record have, each with its type as annotated."""
    columns: Columns = {}
    for name, field in model.model_fields.items():
        annotation = field.annotation
        if isinstance(annotation, UnionType) or get_origin(annotation) is Union:
            annotation = get_args(annotation)[0]  # of what may be null
        if name == "span":
            columns |= {"start": int, "end": int}
        elif name not in NO_CELLS:
            columns[BESIDE_SPAN.get(name, name)] = annotation
    return columns


def framed(rows: list[Row], columns: Columns) -> pd.DataFrame:
    """The rows as a frame of these columns, of the types that are told."""
    import pandas as pd

    frame = pd.DataFrame(rows, columns=list(columns))
    for name, kind in columns.items():
        values = frame[name]
        if kind is Date:
            frame[name] = values = values.astype("string")
            days = pd.to_datetime(values, format="%Y-%m-%d", errors="coerce")
            frame[f"{name}_day"] = days.astype("datetime64[s]")
            frame[f"{name}_quarter"] = quarters(values)
        elif get_origin(kind) is Literal:
            frame[name] = pd.Categorical(values, categories=list(get_args(kind)))
        elif isinstance(kind, str):
            frame[name] = values.astype(kind)
        else:
            frame[name] = values.astype(NUMBERS.get(kind, "string"))
    return frame


def quarters(days: pd.Series[str]) -> pd.Series[Any]:
    """The quarters of dates as ``iso`` writes them, as far as they are known."""
    import pandas as pd

    found = days.str.extract(r"^(?P<year>\d{4})-(?:Q(?P<quarter>\d)|(?P<month>\d\d))")
    quarter = found["quarter"].astype("Int64").fillna((found["month"].astype("Int64") + 2) // 3)
    told = (found["year"] + "Q" + quarter.astype("string")).astype("object")
    return pd.Series(
        pd.PeriodIndex(told.where(told.notna(), None), freq="Q"), index=days.index, name=days.name
    )


def listed(plans: Plans) -> Iterable[Plan]:
    """The plans, of which one may come alone."""
    return (plans,) if isinstance(plans, Plan) else plans

"""A record as the rows of an archive's tables, and what each column means.

``path`` ties the tables together: it names one file of the archive. ``TABLES`` is the one place
that says what is in them; ``arrow_schema`` gives it to Parquet, ``docs/archive.md`` to people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date as Day
from typing import TYPE_CHECKING, Any, NamedTuple

from vnplan.fingerprint import sha256_of
from vnplan.records import Citation, Date, Plan, Record, days_of, iso

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA = "1"  # of the tables; another number, another shape

Row = dict[str, Any]


class Column(NamedTuple):
    """One column: ``kind`` is a key of ``arrow_type``."""

    name: str
    kind: str
    about: str


PATH = Column("path", "string", "the file's name in the archive: a key into files")
SECTION = Column("section", "string", "path of labels of the section that it stands in: III.1.a")
SPAN = (
    Column("start", "int", "where it begins in the text, in code points"),
    Column("end", "int", "where it ends in the text, exclusive"),
)
TEXT = Column("text", "string", "its words")

TABLES: dict[str, tuple[Column, ...]] = {
    "files": (
        PATH,
        Column("sha256", "string", "of the file's bytes, hexadecimal; null if it was not read"),
        Column("size", "long", "bytes"),
        Column("modified", "time", "when the file, or the archive that holds it, was last changed"),
        Column("media_type", "string", "what the file is, as its bytes tell"),
        Column("encoding", "string", "how its letters are encoded, of text"),
        Column("pages", "int", "pages, where the format has any"),
        Column("problem", "string", "why there is no record: a key (file_empty …); else null"),
        Column("message", "string", "the same in English, with what was found"),
    ),
    "plans": (
        PATH,
        Column("sha256", "string", "of the file's bytes, hexadecimal"),
        Column("words_sha256", "string", "of the text's letters and digits, however it is broken"),
        Column("kind", "string", "plan, decision_with_plan, article or other"),
        Column("number", "string", "as printed: 04/KH-VKS; a blank serial leaves /KH-VKS"),
        Column("serial", "string", "its serial: 04"),
        Column("symbol", "string", "its symbol: KH-VKS"),
        Column("date", "day", "day of issue, if all of it is known"),
        Column("year", "short", "year of issue"),
        Column("month", "short", "month of issue"),
        Column("day", "short", "day of issue, in its month"),
        Column("place", "string", "place of issue"),
        Column("title", "string", "title, without the type of document"),
        Column("issuer", "string", "issuing body, its fullest name"),
        Column("issuer_superior", "string", "the body that governs the issuer, where it is stated"),
        Column("issuer_level", "string", "central, ministry, province, department, district …"),
        Column("issuers", "strings", "all issuing bodies of a joint plan, the one of any other"),
        Column("signatory", "string", "who signed"),
        Column("signatory_position", "string", "as what"),
        Column("recipients", "strings", "to whom it is sent"),
        Column("sections", "int", "how many sections"),
        Column("obligations", "int", "how many obligations"),
        Column("deadlines", "int", "how many deadlines"),
        Column("doubts", "strings", "codes of what a person should look at"),
        Column("record", "string", "the whole record as JSON, text included"),
    ),
    "sections": (
        PATH,
        SECTION._replace(about="its path of labels: III.1.a"),
        Column("label", "string", "as printed: a"),
        Column("kind", "string", "part, chapter, section, article, roman, number, letter …"),
        Column("role", "string", "what it is for: purpose, content, award, reporting …"),
        Column("title", "string", "its heading, if it has one"),
        TEXT._replace(about="the paragraphs directly under it"),
        *SPAN,
    ),
    "obligations": (
        PATH,
        Column("id", "string", "its id in the record: o7"),
        SECTION,
        Column("kind", "string", "role of the section that it stands under"),
        TEXT,
        Column("actors", "actors", "who must act: name, part (lead, support, agent)"),
        Column("acts", "strings", "the single acts that it asks for"),
        Column("deadline", "date", "by when"),
        Column("recurrence", "string", "daily, weekly, monthly, quarterly, semiannual or annual"),
        Column("targets", "targets", "quantities to reach: text, value, unit"),
        Column("products", "strings", "what is to be made"),
        Column("confidence", "float", "how often such a reading is right, 0 to 1"),
        *SPAN,
    ),
    "citations": (
        PATH,
        Column("type", "string", "type of the document cited, in full"),
        Column("number", "string", "as printed; null for one cited by name"),
        Column("date", "date", "of the document cited"),
        Column("issuer", "string", "who issued it"),
        Column("title", "string", "its title, without its type"),
        TEXT,
        Column("relation", "string", "the word that ties it to the plan, in the preamble"),
        Column("basis", "bool", "whether it is among the plan's legal bases"),
        Column("confidence", "float", "how often such a reading is right, 0 to 1"),
        *SPAN,
    ),
    "awards": (
        PATH,
        SECTION,
        Column("form", "string", "form of the award"),
        Column("authority", "string", "who awards it"),
        Column("occasion", "string", "annual, interim, final, interim+final or ad_hoc"),
        Column("audience", "string", "collective, individual or all"),
        TEXT,
        *SPAN,
    ),
    "criteria": (
        PATH,
        SECTION,
        Column("audience", "string", "collective, individual or all"),
        TEXT,
        *SPAN,
    ),
    "phases": (
        PATH,
        SECTION,
        Column("name", "string", "of the stage or step"),
        Column("begins", "date", "its first time"),
        Column("ends", "date", "its last time"),
        TEXT,
        *SPAN,
    ),
    "deadlines": (
        PATH,
        SECTION,
        TEXT._replace(about="the time expression with its preposition"),
        Column("date", "date", "by when"),
        Column("due", "day", "the same as a day, if year, month and day are known"),
        Column("recurrence", "string", "daily, weekly, monthly, quarterly, semiannual or annual"),
        *SPAN,
    ),
}


def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of a table; each field's metadata says what it means."""
    import pyarrow as pa

    fields = [
        pa.field(column.name, arrow_type(column.kind), metadata={"about": column.about})
        for column in TABLES[table]
    ]
    return pa.schema(fields, metadata={"vnplan.table": table, "vnplan.schema": SCHEMA})


def arrow_type(kind: str) -> pa.DataType:
    """The Arrow type of a column's kind."""
    import pyarrow as pa

    text, short = pa.string(), pa.int16()
    parts = [("iso", text), ("year", short), ("month", short), ("day", short)]
    types: dict[str, Callable[[], pa.DataType]] = {
        "string": pa.string,
        "strings": lambda: pa.list_(text),
        "bool": pa.bool_,
        "short": pa.int16,
        "int": pa.int32,
        "long": pa.int64,
        "float": pa.float64,
        "day": pa.date32,
        "time": lambda: pa.timestamp("ms", tz="UTC"),
        "date": lambda: pa.struct([*parts, ("quarter", short), ("text", text)]),
        "actors": lambda: pa.list_(pa.struct([("name", text), ("part", text)])),
        "targets": lambda: pa.list_(
            pa.struct([("text", text), ("value", pa.float64()), ("unit", text)])
        ),
    }
    return types[kind]()


def as_markdown() -> str:
    """The tables and what their columns mean, for ``docs/archive.md``."""
    pages = []
    for table, columns in TABLES.items():
        lines = [f"| `{name}` | {kind} | {about} |" for name, kind, about in columns]
        pages.append(
            "\n".join([f"### {table}\n", "| column | type | |", "| --- | --- | --- |", *lines])
        )
    return "\n\n".join(pages) + "\n"


# ---------------------------------------------------------------- rows


def rows_of(plan: Plan, path: str) -> dict[str, list[Row]]:
    """The rows of a record in each table but ``files``."""
    return {
        "plans": [plan_row(plan, path)],
        "sections": [section_row(path, *found) for found in plan.walk()],
        "obligations": list(rows(path, plan.obligations)),
        "citations": list(citation_rows(path, plan)),
        "awards": list(rows(path, plan.awards)),
        "criteria": list(rows(path, plan.criteria)),
        "phases": [
            row | {"begins": as_date(phase.start), "ends": as_date(phase.end)}
            for row, phase in zip(rows(path, plan.phases), plan.phases, strict=True)
        ],
        "deadlines": [
            row | {"due": as_day(deadline.date)}
            for row, deadline in zip(rows(path, plan.deadlines), plan.deadlines, strict=True)
        ],
    }


def plan_row(plan: Plan, path: str) -> Row:
    """What a record says as a whole."""
    number, date, body, signed = plan.number, plan.date, plan.issuing_body, plan.signatory
    bodies = plan.issuing_bodies or ((body,) if body is not None else ())
    return {
        "path": path,
        "sha256": plan.source.sha256,
        "words_sha256": sha256_of(plan.text or ""),
        "kind": plan.kind,
        "number": number and number.text,
        "serial": number and number.serial,
        "symbol": number and number.symbol,
        "date": as_day(date),
        "year": date and date.year,
        "month": date and date.month,
        "day": date and date.day,
        "place": plan.place,
        "title": plan.title,
        "issuer": body and body.name,
        "issuer_superior": body and body.superior,
        "issuer_level": body and body.level,
        "issuers": [one.name for one in bodies],
        "signatory": signed and signed.name,
        "signatory_position": signed and signed.position,
        "recipients": [one.name for one in plan.recipients],
        "sections": sum(1 for _ in plan.walk()),
        "obligations": len(plan.obligations),
        "deadlines": len(plan.deadlines),
        "doubts": [doubt.code for doubt in plan.doubts],
        "record": plan.to_json(),
    }


def section_row(path: str, labels: str, section: Record) -> Row:
    """A section by its path of labels."""
    return {**row_of(section), "path": path, "section": labels}


def citation_rows(path: str, plan: Plan) -> Iterator[Row]:
    """The documents cited, and which of them the plan stands on."""
    bases = {same_document(base) for base in plan.legal_bases}
    for row, citation in zip(rows(path, plan.citations), plan.citations, strict=True):
        yield row | {"basis": same_document(citation) in bases}


def same_document(citation: Citation) -> tuple[object, ...]:
    """By what a citation among the bases is found among all: where it stands."""
    return (citation.span, citation.number)


def rows(path: str, items: Iterable[Record]) -> Iterator[Row]:
    """The items of a list field."""
    return ({**row_of(item), "path": path} for item in items)


def row_of(item: Record) -> Row:
    """One item: plain values as they are, dates with their ISO form, spans as two numbers."""
    row: Row = {}
    for name in type(item).model_fields:
        value = getattr(item, name)
        if name == "span":
            row["start"], row["end"] = value or (None, None)
        elif isinstance(value, Date):
            row[name] = as_date(value)
        elif name == "acts":
            row[name] = [act.text for act in value]
        elif name in ("actors", "targets"):
            row[name] = [part.model_dump() for part in value]
        else:
            row[name] = value
    return row


def as_date(date: Date | None) -> Row | None:
    """A date with its parts and as ISO 8601 writes what is known of it."""
    return None if date is None else {"iso": iso(date), **{p: getattr(date, p) for p in PARTS}}


PARTS = ("year", "month", "day", "quarter", "text")


def as_day(date: Date | None) -> Day | None:
    """A date as a day of the calendar; None if it is not known to the day, or impossible."""
    known = days_of(date) if date is not None and date.day is not None else None
    return known[0] if known else None

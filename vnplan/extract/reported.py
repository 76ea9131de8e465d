"""What an article says of the document that it reports on."""

from __future__ import annotations

from vnplan.extract.bodies import read_level
from vnplan.records import IssuingBody, Number, Plan


def read_reported(plan: Plan) -> Plan:
    """The plan with number, date, title and issuing body of the document first cited.

    An article has no number of its own, no legal bases and no signatory.
    """
    about = next((c for c in plan.citations if c.number is not None), None)
    if about is None or about.number is None:
        return plan.model_copy(update={"legal_bases": (), "signatory": None})
    serial, _, symbol = about.number.partition("/")
    body = plan.issuing_body
    if about.issuer is not None:
        body = IssuingBody(name=about.issuer, level=read_level(about.issuer))
    return plan.model_copy(
        update={
            "number": Number(text=about.number, serial=serial or None, symbol=symbol or None),
            "date": about.date,
            "title": about.title,
            "issuing_body": body,
            "legal_bases": (),
            "signatory": None,
        }
    )

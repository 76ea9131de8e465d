"""What an article says of the document that it reports on."""

from __future__ import annotations

from vnplan.extract.bodies import read_level
from vnplan.extract.header import read_number
from vnplan.records import IssuingBody, Plan


def read_reported(plan: Plan) -> Plan:
    """The plan with number, date, title and issuing body of the document first cited.

    An article has no number of its own, no legal bases and no signatory.
    """
    nobody = {"issuing_bodies": (), "legal_bases": (), "signatory": None, "signatories": ()}
    about = next((c for c in plan.citations if c.number is not None), None)
    if about is None or about.number is None:
        return plan.model_copy(update=nobody)
    body = plan.issuing_body
    if about.issuer is not None:
        body = IssuingBody(name=about.issuer, level=read_level(about.issuer))
    return plan.model_copy(
        update={
            **nobody,
            "number": read_number(about.number),
            "date": about.date,
            "title": about.title,
            "issuing_body": body,
        }
    )

"""What vnplan reads of invented plans beside their truth: ``python benchmarks/shelf_check.py``.

Prints how many files agree in each field, and those that do not; then, of pairs of parent and
child, how often ``vnplan.diff`` says of a duty what became of it. Exit code 1 where fewer than
995 files of a thousand agree in all, or fewer than 95 duties of a hundred.

    python benchmarks/shelf_check.py --count 400 --seed 7 --pairs 40
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from shelf import Truth, plans
from tables import markdown

import vnplan
from vnplan.errors import UnreadableFile
from vnplan.readers import read_bytes
from vnplan.records import Plan, iso

FIELDS = (
    "readable",
    "number",
    "serial",
    "symbol",
    "date",
    "title",
    "issuer",
    "level",
    "cites",
    "obligations",
    "deadlines",
)
LEAST_FILES, LEAST_DUTIES = 0.995, 0.95


class Judged(NamedTuple):
    """A duty of a parent: what the truth says of it and what the difference says."""

    child: str
    section: str
    known: str
    said: str
    words: str
    answer: str


def record(known: Truth, data: bytes) -> Plan | None:
    """What vnplan reads of a file, None where it cannot or there is nothing to read."""
    try:
        text, source = read_bytes(data, name=known.path)
    except UnreadableFile:
        return None
    return vnplan.parse(text, source=source) if text.strip() else None


def as_read(plan: Plan | None, known: Truth) -> dict[str, Any]:
    """The fields of the truth as a record has them."""
    if plan is None:
        lost = known._replace(readable=False)
        return {name: getattr(lost, name) for name in FIELDS}
    number, body = plan.number, plan.issuing_body
    return {
        "readable": True,
        "number": number.text if number else None,
        "serial": number.serial if number else None,
        "symbol": number.symbol if number else None,
        "date": iso(plan.date) if plan.date else None,
        "title": plan.title,
        "issuer": body.name if body else None,
        "level": body.level if body else None,
        "cites": [cited.number for cited in plan.citations if cited.number],
        "obligations": len(plan.obligations),
        "deadlines": len(plan.deadlines),
    }


def differences(known: Truth, plan: Plan | None) -> dict[str, tuple[Any, Any]]:
    """The fields in which a record is not what the truth says: what it says, and what was read.

    Capitals are left aside of what TCVN3 has none for.
    """
    read = as_read(plan, known)
    found: dict[str, tuple[Any, Any]] = {}
    for name in FIELDS:
        said, got = getattr(known, name), read[name]
        alike = said == got
        if known.damage == "tcvn3" and isinstance(said, str) and isinstance(got, str):
            alike = said.casefold() == got.casefold()
        if not alike:
            found[name] = (said, got)
    return found


def judged(known: Truth, parent: Plan, child: Plan) -> Iterator[Judged]:
    """What the difference of a pair says of each duty that the truth speaks of."""
    said = {
        item.parent.section: item
        for item in vnplan.diff(parent, child).items
        if item.parent is not None and item.kind in ("obligation", "target")
    }
    for section, status in known.duties.items():
        item = said.get(section)
        if item is None or item.parent is None:
            yield Judged(known.path, section, status, "unknown", "", "")
        else:
            answer = " + ".join(part.text for part in item.child)
            yield Judged(known.path, section, status, item.status, item.parent.text, answer)


def main() -> int:
    """The exit code; prints what agrees and what does not."""
    options = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    options.add_argument("--count", type=int, default=400, help="how many files (%(default)s)")
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--pairs", type=int, default=40, help="how many pairs (%(default)s)")
    args = options.parse_args()
    parents: dict[str, Plan] = {}
    wrong: Counter[str] = Counter()
    rates: Counter[tuple[str, str]] = Counter()
    agreeing = pairs = 0
    for known, data in plans(args.seed, args.count):
        plan = record(known, data)
        found = differences(known, plan)
        agreeing += not found
        wrong.update(found.keys())
        for name, (said, got) in found.items():
            print(f"{known.path} ({known.damage or known.copy}) {name}: {said!r}, read {got!r}")
        if plan is None or known.copy:
            continue
        if known.level in ("province", "department", "district"):
            parents[known.plan] = plan
        if known.parent in parents and pairs < args.pairs and known.duties:
            pairs += 1
            for duty in judged(known, parents[known.parent], plan):
                rates[duty.known, duty.said] += 1
                if duty.known != duty.said:
                    print(*duty, sep=" | ")
    print(f"\n{agreeing} of {args.count} files agree in all fields\n")
    print(markdown([("field", "wrong"), *((name, str(wrong[name])) for name in FIELDS)]))
    right = sum(times for (known_, said_), times in rates.items() if known_ == said_)
    print(f"\n{right} of {rates.total()} duties of {pairs} pairs have the status meant\n")
    rows = [(f"{meant}, said {said_}", str(n)) for (meant, said_), n in sorted(rates.items())]
    print(markdown([("duty", "times"), *rows]))
    good = agreeing >= LEAST_FILES * args.count and right >= LEAST_DUTIES * rates.total()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

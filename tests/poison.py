"""Work on files that may end its process: what ``test_extract_survives`` has extractions do.

A file that says KILL ends the process at once, one that says HANG keeps it for ever, one that
says HUNGRY asks for more memory than there is; STRANGE makes a record that no table takes.
"""

from __future__ import annotations

import os
import re
import signal
from typing import Any

from vnplan.archive import work
from vnplan.archive.tables import Row
from vnplan.plan import parse
from vnplan.records import Plan, Source


def parse_unless_poisoned(text: str, *, source: Source | None = None) -> Plan:
    if "KILL" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "HANG" in text:
        re.match("(a*)*b", "a" * 60)  # in C, without a look at signals
    if "HUNGRY" in text:
        bytes(1 << 46)
    return parse(text, source=source)


def rows_of(plan: Plan, path: str) -> dict[str, list[Row]]:
    rows = plain_rows(plan, path)
    if plan.text is not None and "STRANGE" in plan.text:
        rows["plans"][0]["year"] = "next"
    return rows


def extract(*args: Any, **named: Any) -> dict[str, Any]:
    return work.extract(*args, **named)


plain_rows = work.rows_of
work.parse = parse_unless_poisoned  # type: ignore[attr-defined]
work.rows_of = rows_of

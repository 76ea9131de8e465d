"""Work on files that may end its process: what ``test_extract_survives`` has extractions do.

A file that says KILL ends the process at once, one that says HANG keeps it for ever, one that
says HUNGRY asks for more memory than there is; STRANGE makes a record that no table takes. One
that says ODD to LibreOffice breaks our reader of what that makes. A file FATAL beside the archive
ends a process once, when all of its part but the last file is written.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vnplan.archive import work
from vnplan.archive.store import LAST, Store
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


def read_by_office(files: Sequence[tuple[str, bytes]], **how: Any) -> list[Any]:
    if any(b"ODD" in data for _, data in files):
        raise RuntimeError("odd")
    return plain_read_by_office(files, **how)


def put(store: Store, name: str, data: bytes) -> None:
    died = Path(store.root).parent / "died"
    if name.startswith(f"{LAST}/") and (died.parent / "FATAL").exists() and not died.exists():
        died.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    plain_put(store, name, data)


def extract(*args: Any, **named: Any) -> dict[str, Any]:
    return work.extract(*args, **named)


plain_rows = work.rows_of
plain_read_by_office = work.read_by_office
plain_put = Store._put
work.parse = parse_unless_poisoned  # type: ignore[attr-defined]
work.rows_of = rows_of
work.read_by_office = read_by_office  # type: ignore[attr-defined]
Store._put = put  # type: ignore[method-assign]

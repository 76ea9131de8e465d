"""Work that takes a while over each file, so that a test can end a run in its midst."""

from __future__ import annotations

import time
from typing import Any

from vnplan.archive import work
from vnplan.plan import parse
from vnplan.records import Plan, Source


def parse_slowly(text: str, *, source: Source | None = None) -> Plan:
    time.sleep(0.1)
    return parse(text, source=source)


def extract(*args: Any, **named: Any) -> dict[str, Any]:
    return work.extract(*args, **named)


work.parse = parse_slowly  # type: ignore[attr-defined]

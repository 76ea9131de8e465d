"""What the scripts write: a model as JSON, and its tables between marks of the README."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent


def write_model(name: str, model: dict[str, Any]) -> Path:
    """The path of the file written, in lines, so that a change can be read."""
    path = FOLDER / f"{name}.json"
    path.write_text(json.dumps(model, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def as_table(rows: list[list[str]]) -> list[str]:
    """The lines of a Markdown table; the first row is its head."""
    head, *rest = (f"| {' | '.join(row)} |" for row in rows)
    return [head, "|" + " --- |" * len(rows[0]), *rest]


def write_card(name: str, lines: Iterable[str]) -> None:
    """Put the lines between ``<!-- NAME -->`` and ``<!-- /NAME -->``, and print them."""
    path = FOLDER / "README.md"
    lines = list(lines)
    print("\n".join(lines), end="\n\n")
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = path.read_text(encoding="utf-8").partition(begin)
    _, mark, after = rest.partition(end)
    assert mark, f"{path} has no place for {name}"
    body = "\n".join([begin, "", *lines, "", end])
    path.write_text(before + body + after, encoding="utf-8")

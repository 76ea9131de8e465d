"""What holds for the documents of ../shared beyond the floors of their scores (test_scores.py).

``VNPLAN_SHARED`` names the folder where it does not lie beside the checkout. The laws of
test_properties.py on documents that nobody made up: scans, broken text layers, old fonts.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import sys
import unicodedata
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import SHARED as BESIDE
from test_properties import assert_spans, assert_tiled, unclaimed_lines

from vnplan.plan import explain, parse
from vnplan.records import Plan

SHARED = Path(os.environ.get("VNPLAN_SHARED", BESIDE))
CORPORA = SHARED / "corpora"
DOCUMENTS = sorted(CORPORA.glob("*/*.txt")) + sorted(CORPORA.glob("pairs/*/*.txt"))
GOLD = sorted(CORPORA.glob("seeds/*.gold.json")) + sorted(CORPORA.glob("real/*.gold.json"))

pytestmark = pytest.mark.skipif(not GOLD, reason="no ../shared, and VNPLAN_SHARED names none")


def name_of(path: Path) -> str:
    return path.relative_to(CORPORA).as_posix().removesuffix(".gold.json")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "tools" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_the_laws_hold_for_a_real_document(path: Path) -> None:
    text = read(path)
    plan = parse(text)
    assert Plan.model_validate_json(plan.to_json()) == plan
    assert_spans(plan)
    assert_tiled(plan)
    assert unclaimed_lines(plan) == []
    assert parse(unicodedata.normalize("NFD", text)) == plan
    lines = [i for i, line in enumerate(plan.text.split("\n"), 1) if line.strip()]  # type: ignore[union-attr]
    assert [number for number, _, _ in explain(text)] == lines


@pytest.mark.parametrize("path", GOLD, ids=name_of)
def test_spans_are_counted_in_the_text_of_the_gold(path: Path) -> None:
    gold = json.loads(read(path))
    text = parse(read(path.with_name(path.name.replace(".gold.json", ".txt")))).text
    assert text is not None
    assert hashlib.sha256(text.encode()).hexdigest() == gold["text_sha256"]


# no document may hide behind the mean of its folder
LEAST = {"seeds": 0.90, "real": 0.60}
# rows that a person reads first
SURE = ("kind", "number.text", "place", "date.year", "title", "issuing_body.level")


@pytest.mark.parametrize("path", GOLD, ids=name_of)
def test_each_document_by_itself(path: Path, scorer: ModuleType) -> None:
    gold = json.loads(read(path))
    text = read(path.with_name(path.name.replace(".gold.json", ".txt")))
    found: dict[str, Any] = json.loads(parse(text).to_json())
    tallies = scorer.score_document(gold, found)
    folder = path.parent.name
    assert scorer.macro(tallies, tallies) >= LEAST[folder]
    wrong = [name for name in SURE if tallies[name].f1 not in (None, 1.0)]
    assert len(wrong) <= (0 if folder == "seeds" else 1), wrong

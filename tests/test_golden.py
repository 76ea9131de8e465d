"""Floors under the scores on the golden documents of our own making (see golden/README.md)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from vnplan.evaluate import evaluate
from vnplan.plan import parse
from vnplan.report.scores import as_mistake
from vnplan.scores import Scores, Tally

FOLDERS = sorted(path.parent for path in (ROOT / "tests" / "golden").glob("*/gold.json"))
NAMES = [folder.name for folder in FOLDERS]

# What the contract demands of every document: the mean F1 of the fields that have one.
MACRO_FLOOR = 0.90
FIELD_FLOORS = {
    "number.text": 0.95,
    "place": 0.95,
    "date.year": 0.95,
    "date.month": 0.95,
    "date.day": 0.95,
    "title": 0.95,
    "issuing_body.name": 0.95,
    "issuing_body.superior": 0.95,
    "issuing_body.level": 0.95,
    "signatory.name": 0.90,
    "signatory.position": 0.95,
    "legal_bases": 0.95,
    "citations": 0.95,
    "sections": 0.98,
    "phases": 0.95,
    "deadlines": 0.90,
    "criteria": 0.95,
    "awards": 0.90,
    "obligations": 0.90,
    "recipients": 0.95,
}
ATTRIBUTE_FLOORS = {
    ("sections", "title"): 0.95,
    ("sections", "role"): 0.95,
    ("sections", "text"): 0.95,
    ("phases", "start"): 0.95,
    ("phases", "end"): 0.90,
    ("deadlines", "date+recurrence"): 0.95,
    ("criteria", "audience"): 0.90,
    ("obligations", "kind"): 0.95,
    ("obligations", "actors"): 0.90,
    ("obligations", "deadline"): 0.90,
    ("obligations", "recurrence"): 0.95,
    ("obligations", "n_acts"): 0.90,
}


def text_of(folder: Path) -> str:
    return (folder / "text.txt").read_bytes().decode("utf-8")


def gold_of(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return told


def spans_of(record: Any) -> Iterator[dict[str, Any]]:
    """Every object of a record that has a span and words, sections apart."""
    if isinstance(record, list):
        for item in record:
            yield from spans_of(item)
    elif isinstance(record, dict):
        if "text" in record and "span" in record and "children" not in record:
            yield record
        for value in record.values():
            yield from spans_of(value)


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_the_text_is_the_one_that_was_annotated(folder: Path) -> None:
    digest = hashlib.sha256(text_of(folder).encode()).hexdigest()
    assert digest == gold_of(folder)["text_sha256"]


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_the_spans_of_the_gold_hold_its_words(folder: Path) -> None:
    text = text_of(folder)
    for item in spans_of(gold_of(folder)):
        start, end = item["span"]
        found = iter(text[start:end].replace("*", " ").split())
        assert all(word in found for word in item["text"].split()), item


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_the_spans_of_the_record_hold_its_words(folder: Path) -> None:
    text = text_of(folder)
    record = json.loads(parse(text).to_json())
    items = list(spans_of({"obligations": record["obligations"], "awards": record["awards"]}))
    assert items
    for item in items:
        start, end = item["span"]
        found = iter(text[start:end].replace("*", " ").split())
        assert all(word in found for word in item["text"].split()), item


@pytest.fixture(scope="module")
def scored() -> dict[str, Scores]:
    """Document -> its scores."""
    return {
        folder.name: evaluate(gold_of(folder), json.loads(parse(text_of(folder)).to_json()))
        for folder in FOLDERS
    }


@pytest.fixture(scope="module")
def fields(scored: dict[str, Scores]) -> dict[str, Tally]:
    """Field -> the counts of all documents."""
    return sum(scored.values(), Scores()).fields


def mistakes(tally: Tally) -> str:
    return "\n".join(map(as_mistake, tally.mistakes))


@pytest.mark.parametrize("name", NAMES)
def test_every_document(name: str, scored: dict[str, Scores]) -> None:
    macro = scored[name].macro_f1
    assert macro is not None
    assert macro >= MACRO_FLOOR


@pytest.mark.parametrize("name", FIELD_FLOORS)
def test_every_field(name: str, fields: dict[str, Tally]) -> None:
    f1 = fields[name].f1
    assert f1 is not None
    assert f1 >= FIELD_FLOORS[name], mistakes(fields[name])


@pytest.mark.parametrize("key", ATTRIBUTE_FLOORS, ids=" ".join)
def test_every_attribute(key: tuple[str, str], fields: dict[str, Tally]) -> None:
    name, attribute = key
    share = fields[name].attributes[attribute]
    assert share is not None
    assert share >= ATTRIBUTE_FLOORS[key], mistakes(fields[name])

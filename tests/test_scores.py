"""Floors under the scores on the gold documents; the figures themselves are in README.md."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SHARED

import vnplan

pytestmark = pytest.mark.shared

SEEDS = sorted((SHARED / "corpora" / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    # under a name of its own: the scorer of ../shared is called score too
    spec = spec_from_file_location("benchmarks_score", ROOT / "benchmarks" / "score.py")
    assert spec and spec.loader
    program = module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        spec.loader.exec_module(program)
    told: dict[str, Any] = program.score_all(tmp_path_factory.mktemp("scores"), quiet=True)
    return told


def test_the_seeds(told: dict[str, Any]) -> None:
    fields = told["seeds"]["fields"]
    assert fields["sections"]["f1"] >= 0.98
    assert fields["sections"]["attributes"]["role"] >= 0.95
    assert fields["legal_bases"]["f1"] >= 0.95
    assert fields["citations"]["f1"] >= 0.95
    scalars = {name: f for name, f in fields.items() if "acc" in f["attributes"]}
    assert len(scalars) == 15
    low = {name: f["f1"] for name, f in scalars.items() if f["f1"] is not None and f["f1"] < 0.95}
    assert not low
    assert told["seeds"]["macro_f1"] >= 0.93


def test_real_plans(told: dict[str, Any]) -> None:
    assert told["real"]["macro_f1"] >= 0.80


def test_the_pairs(told: dict[str, Any]) -> None:
    assert told["first"]["status"]["accuracy"] >= 0.80
    assert told["first"]["not_fully_answered"]["f1"] >= 0.70
    assert told["first"]["not_fully_answered"]["f2"] >= 0.80
    assert told["first"]["links"]["overall"]["hit"] >= 0.90
    assert told["first"]["links"]["heavy"]["hit"] >= 0.75
    assert told["later"]["status"]["accuracy"] >= 0.70


@pytest.mark.parametrize("parent", SEEDS, ids=lambda path: path.stem)
def test_any_two_seeds_can_be_compared(parent: Path) -> None:
    plan = vnplan.read(parent)
    for child in SEEDS:
        result = vnplan.diff(plan, child)
        assert vnplan.PlanDiff.model_validate_json(result.to_json()) == result


def test_our_copies_of_the_pairs_are_the_ones_that_are_scored() -> None:
    for path in (SHARED / "corpora" / "pairs").glob("*/*"):
        copy = ROOT / "corpora" / path.parent.name / path.name
        assert copy.read_bytes() == path.read_bytes()

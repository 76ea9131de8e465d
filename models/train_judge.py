"""The judge of answers: ``python models/train_judge.py`` writes judge.json and its table.

For every duty of our pairs the likeliest unit of the child is taken, with its evidence
(``vnplan.compare.align.EVIDENCE``), and whether readers took it for an answer; duties that the
parser does not read, or whose answers it cuts otherwise, are left out. Children leave out few
of their duties, so each duty is asked once more of a child without its answers, of which the
likeliest unit left is none. Pairs are judged by weights that never saw them, which stand
beside the weights of all pairs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from cards import as_table, write_card, write_model
from documents import ROOT, overlap
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

import vnplan
from vnplan.compare import settle, without_stages
from vnplan.compare.align import EVIDENCE, sureness, weigh
from vnplan.compare.units import Unit, find_units

CORPORA = ROOT / "corpora"
FREEDOM = 0.3  # of the weights: the C of the logistic regression
# What is left when an answer is taken away is easier to refuse than what looks like one.
WEIGHT_OF_DELETED = 0.15
LEAST_OVERLAP = 0.5  # of two spans that are the same, as shared/tools/score_diff.py has it
ASKED = ("covered", "partial", "altered", "missing")


class Case(NamedTuple):
    """The likeliest unit for one duty: its evidence, whether it is an answer, its weight."""

    values: tuple[float, ...]
    answer: bool
    weight: float = 1.0


class Pair(NamedTuple):
    """A pair of plans: its cases as they are, and those with the answers taken away."""

    name: str
    cases: list[Case]
    deleted: list[Case]
    first: int  # duties whose likeliest unit is an answer
    answered: int


def read_pairs() -> list[Pair]:
    """All pairs of ``corpora/``, in order."""
    return [read_pair(path.parent) for path in sorted(CORPORA.glob("*/diff.gold.json"))]


def read_pair(folder: Path) -> Pair:
    """The cases of a pair, for the duties that the rules leave to alignment."""
    parent, child = (vnplan.read(folder / f"{name}.txt") for name in ("parent", "child"))
    units, answers = find_units(parent), find_units(child)
    settled = settle(units, answers, parent, child)
    duties = [unit for place, unit in enumerate(units) if place not in settled]
    free = without_stages(answers)
    gold = json.loads((folder / "diff.gold.json").read_text(encoding="utf-8"))["items"]
    asked = list(answers_in_gold(gold, duties, free))
    cases = likeliest(duties, free, asked)
    deleted = []
    for row, right in asked:
        kept = [unit for column, unit in enumerate(free) if column not in right]
        if right and kept:
            (case,) = likeliest(duties, kept, [(row, frozenset())])
            deleted.append(case._replace(weight=WEIGHT_OF_DELETED))
    answered = sum(bool(right) for _, right in asked)
    first = sum(case.answer for case in cases)
    return Pair(folder.name, cases, deleted, first, answered)


def answers_in_gold(
    gold: Iterable[dict[str, Any]], duties: Sequence[Unit], free: Sequence[Unit]
) -> Iterable[tuple[int, frozenset[int]]]:
    """For each duty that readers judged its place and the places of its answers."""
    for item in gold:
        if item["status"] not in ASKED or item.get("optional") or item["kind"] == "legal_basis":
            continue
        rows = [
            (overlap(duty.span, item["parent"]["span"]), -row)
            for row, duty in enumerate(duties)
            if same_kind(duty.kind, item["kind"])
        ]
        share, row = max(rows, default=(0.0, 0))
        if share < LEAST_OVERLAP:
            continue
        spans = [words["span"] for words in item["child"]]
        right = {
            column
            for column, unit in enumerate(free)
            if any(overlap(unit.span, span) >= LEAST_OVERLAP for span in spans)
        }
        if bool(right) == bool(spans):
            yield -row, frozenset(right)


def same_kind(one: str, other: str) -> bool:
    """Whether two kinds are one to the scorer."""
    return one == other or {one, other} == {"obligation", "target"}


def likeliest(
    duties: Sequence[Unit], free: Sequence[Unit], asked: Iterable[tuple[int, frozenset[int]]]
) -> list[Case]:
    """The likeliest unit of each duty that is asked for, and whether it is among its answers."""
    found = weigh(duties, free)
    cases = []
    for row, right in asked:
        column = int(found.choice[row].argmax())
        cases.append(Case(tuple(found.values[row, column].tolist()), column in right))
    return cases


# ---------------------------------------------------------------- the judge


def fit(pairs: Iterable[Pair]) -> dict[str, Any]:
    """The weights that pairs teach."""
    cases = [case for pair in pairs for case in (*pair.cases, *pair.deleted)]
    values = np.array([case.values for case in cases])
    scaler = StandardScaler().fit(values)
    learner = LogisticRegression(C=FREEDOM, max_iter=2000).fit(
        scaler.transform(values),
        [case.answer for case in cases],
        sample_weight=[case.weight for case in cases],
    )
    weights = learner.coef_[0] / scaler.scale_
    bias = learner.intercept_[0] - (weights * scaler.mean_).sum()
    return {"weights": [round(w, 3) for w in weights.tolist()], "bias": round(float(bias), 3)}


def make(pairs: Sequence[Pair]) -> dict[str, Any]:
    """The weights of all pairs, and for each pair those of the others."""
    unseen = {pair.name: fit(other for other in pairs if other is not pair) for pair in pairs}
    return {"data": digest(), "evidence": list(EVIDENCE), **fit(pairs), "unseen": unseen}


def digest() -> str:
    """The SHA-256 of the pairs."""
    told = hashlib.sha256()
    for path in sorted(CORPORA.glob("*/*")):
        told.update(path.read_bytes())
    return told.hexdigest()


def measured(pairs: Sequence[Pair], model: dict[str, Any]) -> list[list[str]]:
    """The table: each pair judged by weights of the others."""
    rows = [["pair left out", "duties", "likeliest is right", "missing", "AUC", "AUC, deleted"]]
    chances: list[float] = []
    truth: list[bool] = []
    taken_away: list[float] = []
    for pair in pairs:
        learned = model["unseen"][pair.name]
        own = told(pair.cases, learned)
        gone = told(pair.deleted, learned)
        answers = [case.answer for case in pair.cases]
        rows.append(
            [pair.name, str(len(answers)), f"{pair.first / pair.answered:.3f}",
             str(len(answers) - pair.answered), area(answers, own), against(answers, own, gone)]
        )  # fmt: skip
        chances += own
        truth += answers
        taken_away += gone
    share = sum(pair.first for pair in pairs) / sum(pair.answered for pair in pairs)
    missing = len(truth) - sum(pair.answered for pair in pairs)
    rows.append(
        ["**all**", str(len(truth)), f"{share:.3f}", str(missing), area(truth, chances),
         against(truth, chances, taken_away)]
    )  # fmt: skip
    return rows


def told(cases: Iterable[Case], learned: dict[str, Any]) -> list[float]:
    """How surely each case is an answer."""
    return sureness(np.array([case.values for case in cases]), learned).tolist()  # type: ignore[no-any-return]


def area(truth: Sequence[bool], chances: Sequence[float]) -> str:
    """The area under the ROC curve of answers against what is none."""
    return f"{roc_auc_score(truth, chances):.3f}" if len(set(truth)) > 1 else "-"


def against(truth: Sequence[bool], chances: Sequence[float], gone: Sequence[float]) -> str:
    """The same of answers against what is left when they are taken away."""
    right = [chance for chance, answer in zip(chances, truth, strict=True) if answer]
    return area([True] * len(right) + [False] * len(gone), [*right, *gone])


def main() -> None:
    """Write the weights and their table."""
    pairs = read_pairs()
    model = make(pairs)
    write_model("judge", model)
    weights = zip(EVIDENCE, model["weights"], strict=True)
    lines = [
        f"{sum(len(p.cases) for p in pairs)} duties and {sum(len(p.deleted) for p in pairs)} with"
        f" their answers taken away, data SHA-256 `{model['data']}`; no chance is involved.",
        "",
        "Weights: " + ", ".join(f"`{name}` {weight}" for name, weight in weights) + ".",
        "",
        *as_table(measured(pairs, model)),
    ]
    write_card("judge", lines)


if __name__ == "__main__":
    main()

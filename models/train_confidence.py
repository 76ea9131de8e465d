"""The tables of confidence: ``python models/train_confidence.py`` writes confidence.json.

For each kind of reading a logistic regression on the evidence that the parser knows, fitted to
whether gold has the same. Gold documents have few mistakes, so that damaged copies of them are
read too. Damage may never speak for a reading: its weights are at most 0.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from unittest.mock import patch

from cards import as_table, write_card, write_model
from documents import Document, damaged, digest, moved, present, read_gold

import vnplan.plan
from vnplan.confidence import EVIDENCE, Kind, Reading, Surroundings, Values, confidence, readings
from vnplan.evaluate import alike, date_of, pairs_of, words
from vnplan.extract.provisions import Provision
from vnplan.outline import Outline
from vnplan.records import Plan, Span
from vnplan.text import Page

SEED = 20251121
RATES = (0.005, 0.02, 0.06, 0.15)  # shares of letters hit in the damaged copies
OF_COPY = 0.25  # the weight of a reading in a copy
FIRMNESS = 2.0  # of the weights around 0 (L2); half and twice as much do as well
SAME = 0.9  # titles and names: a letter misread is still the title
# what tells of damage speaks against a reading or is silent
NEVER_FOR = (
    "page_damage", "page_damaged", "own_damage", "untyped", "guessed_role", "silent_role",
    "damaged_label", "unended", "lower_first", "odd_number", "no_serial", "blanks",
    "before_cited", "odd_end", "no_level", "disputed", "no_name", "no_position", "odd_name",
)  # fmt: skip
NEVER_AGAINST = ("fits_issuer", "fits_number", "in_issuer", "named_again")
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)


@dataclass(frozen=True)
class Case:
    """A reading of one kind in a document or a copy of it, and whether gold has the same."""

    document: str
    group: str
    rate: float
    kind: Kind
    evidence: Values
    right: bool


# ---------------------------------------------------------------- right or wrong


def cases_of(document: Document) -> Iterator[Case]:
    """The readings of a document as it is, and of its damaged copies."""
    for step, rate in enumerate((0.0, *RATES)):
        text, offsets = damaged(document.text, rate, SEED + step)
        found = read_with_evidence(text)
        right = rights(document.gold or {}, found, offsets)
        for reading, true in zip(found, right, strict=True):
            yield Case(document.name, document.group, rate, reading.kind, reading.evidence, true)


def read_with_evidence(text: str) -> list[Reading]:
    """The readings of a text, their values and spans as its record has them."""
    found: list[Reading] = []

    def record(
        page: Page,
        tree: Outline,
        provisions: list[Provision],
        plan: Plan,
        broken: float,
        spans: Mapping[str, Span],
    ) -> Plan:
        every = list(readings(Surroundings(page, tree, provisions, plan, broken, spans)))
        count = len(plan.obligations) + len(plan.citations)
        found.extend(every[:count] + every[count + len(plan.legal_bases) :])  # cited twice
        return plan

    with patch.object(vnplan.plan, "with_confidence", record):
        plan = vnplan.plan.parse(text)
    values: list[Any] = [*plan.obligations, *plan.citations]
    values += [getattr(plan, reading.kind) for reading in found[len(values) :]]
    return [reading._replace(value=value) for reading, value in zip(found, values, strict=True)]


def rights(gold: Mapping[str, Any], found: list[Reading], offsets: list[int]) -> list[bool]:
    """Whether each reading is what gold says of the undamaged text."""
    lists: dict[Kind, str] = {"obligation": "obligations", "citation": "citations"}
    told = [False] * len(found)
    for kind, field in lists.items():
        where = [i for i, reading in enumerate(found) if reading.kind == kind]
        items = [{**item, "span": moved(item["span"], offsets)} for item in gold.get(field, [])]
        given = [as_item(found[i]) for i in where]
        for mine, theirs in pairs_of(field, items, given):
            same = kind == "citation" or items[mine]["kind"] == given[theirs]["kind"]
            told[where[theirs]] = same
    for i, reading in enumerate(found):
        if reading.kind not in lists:
            told[i] = SAME_VALUE[reading.kind](gold.get(reading.kind), as_item(reading))
    return told


def as_item(reading: Reading) -> Any:
    """The value of a reading as the JSON of the record has it."""
    value = reading.value
    return value if isinstance(value, str) else value.model_dump(mode="json")


def same_number(gold: Any, pred: Any) -> bool:
    """Whether serial and symbol are the same."""
    return bool(gold) and "".join((words(gold.get("text")) or "").split()) == "".join(
        (words(pred["text"]) or "").split()
    )


def same_body(gold: Any, pred: Any) -> bool:
    """Whether name, superior and level are the same."""
    return bool(gold) and (
        alike(gold.get("name"), pred["name"], SAME)
        and alike(gold.get("superior"), pred["superior"], SAME)
        and gold.get("level") == pred["level"]
    )


def same_signatory(gold: Any, pred: Any) -> bool:
    """Whether name and position are the same."""
    return bool(gold) and (
        alike(gold.get("name"), pred["name"], SAME)
        and alike(gold.get("position"), pred["position"], SAME)
    )


SAME_VALUE: dict[str, Callable[[Any, Any], bool]] = {
    "number": same_number,
    "place": lambda gold, pred: gold is not None and alike(gold, pred, SAME),
    "date": lambda gold, pred: bool(gold) and date_of(gold) == date_of(pred),
    "title": lambda gold, pred: gold is not None and alike(gold, pred, SAME),
    "issuing_body": same_body,
    "signatory": same_signatory,
}


# ---------------------------------------------------------------- the tables


def fit(cases: Iterable[Case]) -> dict[str, Any]:
    """Kind -> bias, weights and usual values of the evidence."""
    by_kind: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_kind[case.kind].append(case)
    return {kind: table(of_kind) for kind, of_kind in sorted(by_kind.items())}


def table(cases: list[Case]) -> dict[str, Any]:
    """The bounded logistic regression of the cases of one kind."""
    import numpy as np
    from scipy.optimize import minimize

    names = EVIDENCE[cases[0].kind]
    values = np.array([case.evidence for case in cases], dtype=float)
    right = np.array([case.right for case in cases], dtype=float)
    weight = np.array([1.0 if case.rate == 0 else OF_COPY for case in cases])
    usual = (weight @ values) / weight.sum()
    # a case of each sort more, so that what was never seen wrong is not taken for certain
    values = np.vstack([values, usual, usual])
    right, weight = np.append(right, (0.0, 1.0)), np.append(weight, (1.0, 1.0))

    def loss(parameters: Any) -> tuple[float, Any]:
        sums = parameters[0] + values @ parameters[1:]
        chance = 1.0 / (1.0 + np.exp(-sums))
        firm = FIRMNESS * parameters[1:]
        value = weight @ (np.logaddexp(0.0, sums) - right * sums) + firm @ parameters[1:] / 2
        slopes = values.T @ (weight * (chance - right)) + firm
        return value, np.concatenate(([weight @ (chance - right)], slopes))

    bounds: list[tuple[int | None, int | None]] = [(None, None)]
    bounds += [
        (0 if name in NEVER_AGAINST else None, 0 if name in NEVER_FOR else None) for name in names
    ]
    start = np.zeros(len(names) + 1)
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return {
        "bias": round(float(found[0]), 3),
        "evidence": names,
        "weights": [round(float(weight), 3) for weight in found[1:]],
        "usual": [round(float(value), 3) for value in usual],
    }


# ---------------------------------------------------------------- what it is worth

Judged = tuple[Case, float]


def cross_validated(cases: list[Case]) -> list[Judged]:
    """Each case with the confidence that tables give it which never saw its document."""
    judged: list[Judged] = []
    for name in sorted({case.document for case in cases}):
        tables = fit(case for case in cases if case.document != name)
        judged += [
            (case, confidence(tables[case.kind], case.evidence))
            for case in cases
            if case.document == name
        ]
    return judged


def reliability(judged: list[Judged]) -> list[list[str]]:
    """Bins of confidence, how many readings fell into each, and how many of those were right."""
    rows = [["confidence", "readings", "mean confidence", "right"]]
    for low, high in pairwise(BINS):
        inside = [(case.right, sure) for case, sure in judged if low <= sure < high]
        if inside:
            mean = sum(sure for _, sure in inside) / len(inside)
            right = sum(true for true, _ in inside) / len(inside)
            rows.append(
                [
                    f"{low:.2f} to {min(high, 1):.2f}",
                    f"{len(inside)}",
                    f"{mean:.3f}",
                    f"{right:.3f}",
                ]
            )
    return rows


def brier(judged: list[Judged]) -> float:
    """The mean square of confidence less truth."""
    return sum((sure - case.right) ** 2 for case, sure in judged) / len(judged)


def expected_error(judged: list[Judged]) -> float:
    """The mean distance of confidence and share right over the bins, by their sizes (ECE)."""
    total = 0.0
    for low, high in pairwise(BINS):
        inside = [(case.right, sure) for case, sure in judged if low <= sure < high]
        total += abs(sum(true - sure for true, sure in inside))
    return total / len(judged)


def summary(judged: list[Judged]) -> list[list[str]]:
    """The figures of each kind, of texts as they are and of damaged copies."""
    head = ["reading", "text", "readings", "right", "mean confidence", "Brier", "Brier of the mean"]
    rows = [[*head, "ECE"]]
    for kind in ("all", *sorted({case.kind for case, _ in judged})):
        for text, copy in (("as printed", False), ("damaged", True)):
            own = [j for j in judged if kind in ("all", j[0].kind) and (j[0].rate > 0) == copy]
            right = sum(case.right for case, _ in own) / len(own)
            mean = sum(sure for _, sure in own) / len(own)
            figures = (right, mean, brier(own), right * (1 - right), expected_error(own))
            rows.append([kind, text, str(len(own)), *(f"{figure:.3f}" for figure in figures)])
    return rows


# ---------------------------------------------------------------- files


def all_cases() -> list[Case]:
    """The cases of all documents with gold."""
    return [case for document in read_gold() for case in cases_of(document)]


def make(cases: list[Case]) -> dict[str, Any]:
    """The tables of all cases, with the seed and the hash of what they were made from."""
    return {
        "seed": SEED,
        "data": digest(read_gold()),
        "cases": len(cases),
        "tables": fit(cases),
    }


def main() -> None:
    """Write the tables and what they are worth."""
    if not present():
        return
    cases = all_cases()
    model = make(cases)
    path = write_model("confidence", model)
    judged = cross_validated(cases)
    intact = [j for j in judged if j[0].rate == 0]
    copies = [j for j in judged if j[0].rate > 0]
    lines = [
        f"Seed {SEED}, {len(cases)} readings, data SHA-256 `{model['data']}`,"
        f" {path.stat().st_size / 1024:.0f} kB.",
        "",
        *as_table(summary(judged)),
        "",
        "Texts as printed, all kinds:",
        "",
        *as_table(reliability(intact)),
        "",
        "Obligations of the real documents as printed:",
        "",
        *as_table(
            reliability([j for j in intact if j[0].group == "real" and j[0].kind == "obligation"])
        ),
        "",
        "Damaged copies, all kinds:",
        "",
        *as_table(reliability(copies)),
    ]
    write_card("confidence", lines)


if __name__ == "__main__":
    main()

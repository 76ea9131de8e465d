"""What each measure of likeness is worth: ``python models/ablate_likeness.py`` writes the table.

No weight is fitted to what is measured here: pairs of provisions that say the same or not, and
the duties of four pairs of plans with their answers. The settings were chosen by looking at
them, though, and so few cases tell two measures apart only where they differ by some hundredths.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

import numpy as np
from cards import as_table, write_card
from documents import CORPORA, overlap

from vnplan.compare import vectors
from vnplan.compare.similar import Likeness
from vnplan.compare.units import Unit, find_units
from vnplan.compare.vectors import Meaning, as_units, blended, load_vectors, words_of
from vnplan.plan import parse
from vnplan.records import Span
from vnplan.views import lowered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

SENTENCES = CORPORA / "sentence-pairs.tsv"
KINDS = {"seed": "real", "hand": "paraphrase"}
UNITS = 60  # on either side, where time is measured

Texts = Sequence[str]
Method = Callable[[Texts, Texts], "Matrix"]


# ---------------------------------------------------------------- measures of likeness


def of_rows(rows: Matrix, duties: Texts) -> Matrix:
    """The cosines of the rows of duties and of answers, which stand below them."""
    units = as_units(rows)
    cosines: Matrix = units[: len(duties)] @ units[len(duties) :].T
    return cosines


def bag_of_words(duties: Texts, answers: Texts) -> Matrix:
    """Syllables in common."""
    bags = [set(lowered(text).split()) for text in (*duties, *answers)]
    columns = {word: i for i, word in enumerate(sorted(set().union(*bags)))}
    rows = np.zeros((len(bags), len(columns)))
    for row, bag in enumerate(bags):
        rows[row, [columns[word] for word in bag]] = 1.0
    return of_rows(rows, duties)


def wording(duties: Texts, answers: Texts) -> Matrix:
    """What the comparison has: TF-IDF of syllables and pairs of them, learnt from both sides."""
    return Likeness(duties, answers).cosines()


def letters(duties: Texts, answers: Texts) -> Matrix:
    """TF-IDF of two to five letters."""
    return of_rows(rows_of_letters(duties, answers), duties)


def latent(duties: Texts, answers: Texts) -> Matrix:
    """The same in 50 dimensions (latent semantic analysis)."""
    rows = rows_of_letters(duties, answers)
    left, values, _ = np.linalg.svd(rows, full_matrices=False)
    return of_rows(left[:, :50] * values[:50], duties)


def rows_of_letters(duties: Texts, answers: Texts) -> Matrix:
    """TF-IDF of two to five letters, a text a row."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    table = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, preprocessor=lowered
    )
    rows: Matrix = table.fit_transform([*duties, *answers]).toarray()
    return rows


def of_means(duties: Texts, answers: Texts, *, weighted: bool, less: int = 0) -> Matrix:
    """Means of the vectors of words, less the first directions of all texts compared."""
    known = load_vectors()
    rows = np.zeros((len(duties) + len(answers), known.rows.shape[1]))
    for row, text in enumerate((*duties, *answers)):
        words = set(words_of(text, known))
        places = sorted(known.numbers[word] for word in words if word in known.numbers)
        weights = known.weights[places] if weighted else np.ones(len(places))
        rows[row] = weights @ as_units(known.rows[places].astype(np.float64))
    if less:
        rows = as_units(rows)
        directions = np.linalg.svd(rows, full_matrices=False)[2][:less]
        rows = rows - rows @ directions.T @ directions
    return of_rows(rows, duties)


def plain_means(duties: Texts, answers: Texts) -> Matrix:
    """Means of the vectors."""
    return of_means(duties, answers, weighted=False)


def sif(duties: Texts, answers: Texts) -> Matrix:
    """Means weighted by how rare words are in law text."""
    return of_means(duties, answers, weighted=True)


def sif_less_first(duties: Texts, answers: Texts) -> Matrix:
    """The same, less the first direction of the texts compared."""
    return of_means(duties, answers, weighted=True, less=1)


def aligned(duties: Texts, answers: Texts) -> Matrix:
    """Each word with its nearest, both ways."""
    with patch.object(vectors, "OF_MEANS", 0.0):
        return meaning(duties, answers)


def one_way(duties: Texts, answers: Texts) -> Matrix:
    """The same from the duty's words alone."""
    return Meaning(duties, answers).measures()[0]


def soft_cosine(duties: Texts, answers: Texts) -> Matrix:
    """The cosine of bags of words in which like words overlap."""
    known = load_vectors()
    bags = [set(words_of(text, known)) for text in (*duties, *answers)]
    words = sorted(set().union(*bags))
    units = np.zeros((len(words), known.rows.shape[1]))
    rare = np.ones(len(words))
    for i, word in enumerate(words):
        if word in known.numbers:
            units[i] = known.rows[known.numbers[word]]
            rare[i] = known.weights[known.numbers[word]]
    units = as_units(units)
    alike = np.maximum(units @ units.T, 0.0) ** 2
    np.fill_diagonal(alike, 1.0)
    rows = np.array([[word in bag for word in words] for bag in bags]) * rare
    products = rows @ alike @ rows.T
    lengths = np.sqrt(np.maximum(np.diag(products), 1e-9))
    cosines: Matrix = (products / lengths / lengths[:, None])[: len(duties), len(duties) :]
    return cosines


def meaning(duties: Texts, answers: Texts) -> Matrix:
    """Alignment and weighted means."""
    return Meaning(duties, answers).likeness()


def taken(duties: Texts, answers: Texts) -> Matrix:
    """Meaning and wording."""
    return blended(meaning(duties, answers), wording(duties, answers))


def less_usual(duties: Texts, answers: Texts) -> Matrix:
    """The same, less what any two texts of these plans have in common."""
    alike = taken(duties, answers)
    usual = alike.mean()
    less: Matrix = (alike - usual) / (1 - usual)
    return less


def standard_scores(duties: Texts, answers: Texts) -> Matrix:
    """Standard scores of three measures, summed."""
    measures = [measure(duties, answers) for measure in (aligned, sif, wording)]
    total: Matrix = np.sum([(one - one.mean()) / one.std() for one in measures], axis=0)
    return total


METHODS: dict[str, Method] = {
    "syllables in common, cosine": bag_of_words,
    "TF-IDF of the pair (`similar.py`)": wording,
    "TF-IDF of 2 to 5 letters": letters,
    "the same in 50 dimensions (LSA)": latent,
    "mean of vectors": plain_means,
    "SIF": sif,
    "SIF less the first component": sif_less_first,
    "soft cosine": soft_cosine,
    "soft alignment, of the duty's words": one_way,
    "soft alignment, both ways": aligned,
    "alignment + SIF (`Meaning.likeness`)": meaning,
    "**alignment + SIF + TF-IDF (`blended`)**": taken,
    "the same less the pair's mean": less_usual,
    "alignment, SIF, TF-IDF, as z-scores": standard_scores,
}


# ---------------------------------------------------------------- what they are measured on


class Case(NamedTuple):
    """A duty that is the child's, and which of the child's units answer it, if any."""

    duty: int
    answers: tuple[int, ...]
    heavy: bool


class Plans(NamedTuple):
    """The texts of the units of a parent and of its child, and the cases between them."""

    duties: tuple[str, ...]
    answers: tuple[str, ...]
    cases: tuple[Case, ...]


def read_sentences() -> dict[str, list[tuple[str, str, bool]]]:
    """Of each kind the pairs of provisions, and whether they say the same."""
    with SENTENCES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {
        kind: [(row["a"], row["b"], row["label"] == "1") for row in rows if row["kind"] == kind]
        for kind in KINDS
    }


def read_plans(folder: Path) -> Plans:
    """A pair of plans; duties that are not among the units read are left out."""
    gold = json.loads((folder / "diff.gold.json").read_text(encoding="utf-8"))
    ours, theirs = (
        find_units(parse((folder / gold[side]).read_text(encoding="utf-8")))
        for side in ("parent", "child")
    )
    cases = []
    for item in gold["items"]:
        if item["kind"] == "legal_basis" or item["status"] in ("added", "not_applicable"):
            continue
        duty = same_place(ours, [item["parent"]["span"]])[:1]
        answers = same_place(theirs, [one["span"] for one in item["child"]])
        if duty and bool(answers) == bool(item["child"]) and not item.get("optional"):
            cases.append(Case(duty[0], answers, item["difficulty"] == "heavy"))
    duties, texts = (tuple(unit.text for unit in units) for units in (ours, theirs))
    return Plans(duties, texts, tuple(cases))


def same_place(units: Sequence[Unit], spans: Iterable[Span]) -> tuple[int, ...]:
    """The units that stand where spans do, as ``score_diff.py`` has it; the nearest first."""
    shares = [max((overlap(unit.span, span) for span in spans), default=0.0) for unit in units]
    order = sorted(range(len(units)), key=lambda i: -shares[i])
    return tuple(i for i in order if shares[i] >= 0.5)


# ---------------------------------------------------------------- figures


def area(right: Iterable[float], wrong: Iterable[float]) -> float:
    """How often what is right is more alike than what is wrong (area under the ROC curve)."""
    yes, no = np.array(list(right))[:, None], np.array(list(wrong))
    return float(((yes > no) + (yes == no) / 2).mean())


def of_sentences(method: Method, pairs: Sequence[tuple[str, str, bool]]) -> float:
    """The area for pairs of provisions, all of a kind compared at once."""
    ones = list(dict.fromkeys(one for one, _, _ in pairs))
    twos = list(dict.fromkeys(two for _, two, _ in pairs))
    alike = method(ones, twos)
    scores = [(alike[ones.index(a)][twos.index(b)], same) for a, b, same in pairs]
    return area((s for s, same in scores if same), (s for s, same in scores if not same))


def of_plans(method: Method, plans: Sequence[Plans]) -> list[float]:
    """First and mean reciprocal rank of the answers, of heavy paraphrases too, and two areas.

    The areas are of answers against the nearest unit to a duty that has none, and against the
    nearest unit of another pair's child.
    """
    ranks: list[tuple[int, bool]] = []
    found, none, strange = [], [], []
    for pair in plans:
        alike = method(pair.duties, pair.answers)
        answered = [case for case in pair.cases if case.answers]
        none += [alike[case.duty].max() for case in pair.cases if not case.answers]
        for case in answered:
            best = alike[case.duty][list(case.answers)].max()
            found.append(best)
            ranks.append((1 + int((alike[case.duty] > best).sum()), case.heavy))
        for other in plans:
            if other is not pair:
                apart = method(pair.duties, other.answers)
                strange += [apart[case.duty].max() for case in answered]
    every, heavy = [rank for rank, _ in ranks], [rank for rank, heavy in ranks if heavy]
    firsts = [figure for some in (every, heavy) for figure in (first(some), reciprocal(some))]
    return [*firsts, area(found, none), area(found, strange)]


def first(ranks: Sequence[int]) -> float:
    """The share of answers ranked first."""
    return sum(rank == 1 for rank in ranks) / len(ranks)


def reciprocal(ranks: Sequence[int]) -> float:
    """The mean of one over the rank."""
    return sum(1 / rank for rank in ranks) / len(ranks)


def milliseconds(method: Method, plans: Sequence[Plans]) -> float:
    """The processor's time for ``UNITS`` duties and as many answers at best, once all is loaded."""
    duties = [text for pair in plans for text in pair.duties][:UNITS]
    answers = [text for pair in plans for text in pair.answers][:UNITS]
    times = []
    for _ in range(25):
        start = process_time()
        method(duties, answers)
        times.append(process_time() - start)
    return 1000 * min(times)


HEAD = [
    "measure", "AUC real", "AUC paraphrase", "first", "MRR", "heavy first", "heavy MRR",
    "against missing", "against strange", "ms",
]  # fmt: skip


def main() -> None:
    """Write the table."""
    if not SENTENCES.is_file():
        print(f"{SENTENCES} is not here: nothing to measure on")
        return
    sentences = read_sentences()
    plans = [read_plans(path) for path in sorted((CORPORA / "pairs").iterdir())]
    rows = [HEAD]
    for name, method in METHODS.items():
        figures = [of_sentences(method, sentences[kind]) for kind in KINDS]
        figures += of_plans(method, plans)
        time = f"{milliseconds(method, plans):.1f}"
        rows.append([name, *(f"{figure:.3f}" for figure in figures), time])
    cases = [case for pair in plans for case in pair.cases]
    answered = [case for case in cases if case.answers]
    counts = [len(sentences[kind]) for kind in KINDS]
    lines = [
        f"{counts[0]} real pairs of provisions and {counts[1]} with paraphrases; {len(answered)}"
        f" duties with an answer ({sum(case.heavy for case in answered)} heavily paraphrased) and"
        f" {len(cases) - len(answered)} without. Milliseconds for {UNITS} duties and {UNITS}"
        " answers, one thread.",
        "",
        *as_table(rows),
    ]
    write_card("likeness", lines)


if __name__ == "__main__":
    main()

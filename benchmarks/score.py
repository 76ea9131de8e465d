"""The scores on the documents of ../shared: ``make score``, or ``python benchmarks/score.py``.

Evaluates the documents with gold records as ``vnplan evaluate`` does, compares the pairs with
gold differences and has the scorer of ../shared/tools count, and prints the tables of both and
one that sums up. ``--write`` puts that one into README.md between its ``<!-- scores -->`` marks,
``--quiet`` prints it alone. The differences stay in .scores/ for the scorer's other options.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tables import markdown

import vnplan
from vnplan.compare import compare
from vnplan.compare.align import judge
from vnplan.evaluate import evaluate
from vnplan.gold import find_gold, read_record
from vnplan.report.scores import as_scores
from vnplan.scores import LISTS, Scores

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
MARK = "<!-- scores -->"

HEADER = ("kind", "number", "place", "date", "title", "issuing_body", "signatory")


def main() -> int:
    """The exit code: 0, also where there is nothing to score."""
    options = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    options.add_argument("--write", action="store_true", help="put the summary into README.md")
    options.add_argument("--quiet", action="store_true", help="print the summary alone")
    args = options.parse_args()
    if not (SHARED / "tools" / "score_diff.py").exists():
        print("nothing scored: the gold documents lie in ../shared, which is not here")
        return 0

    told = score_all(ROOT / ".scores", quiet=args.quiet)
    summary = summed_up(told)
    print(summary)
    if args.write:
        write_readme(summary)
    return 0


def score_all(folder: Path, *, quiet: bool) -> dict[str, dict[str, Any]]:
    """What was counted of ``seeds``, ``real`` and both sets of pairs; differences go to a folder.

    The first pairs are those of ../shared, the later ones lie in corpora/ alone.
    """
    told = {name: evaluate_all(name, quiet=quiet) for name in ("seeds", "real")}
    first = {path.name for path in (SHARED / "corpora" / "pairs").iterdir()}
    pairs = sorted(path.parent for path in (ROOT / "corpora").glob("*/diff.gold.json"))
    emptied(folder / "pairs")
    for name, later in (("first", False), ("later", True)):
        files = diff_all([p for p in pairs if (p.name not in first) == later], folder / "pairs")
        told[name] = score_diffs(files, name, quiet=quiet)
    return told


def evaluate_all(name: str, *, quiet: bool) -> dict[str, Any]:
    """The figures of one set of documents; their table is printed unless ``quiet``."""
    total = Scores()
    for _, record, text in find_gold(SHARED / "corpora" / name):
        total += evaluate(read_record(record), vnplan.read(text).model_dump(mode="json"))
    if not quiet:
        print(f"== corpora/{name}\n{as_scores(total, width=120)}", flush=True)
    return total.figures()


def diff_all(pairs: Sequence[Path], predictions: Path) -> list[str]:
    """Gold and predicted differences of the pairs, in turn.

    Each pair is judged by weights that were learned from the others.
    """
    unseen = judge()["unseen"]
    files = []
    for pair in pairs:
        parent, child = (vnplan.read(pair / f"{name}.txt") for name in ("parent", "child"))
        path = predictions / f"{pair.name}.json"
        result = compare(parent, child, learned=unseen[pair.name])
        path.write_text(result.to_json(), encoding="utf-8")
        files += [str(pair / "diff.gold.json"), str(path)]
    return files


def emptied(folder: Path) -> Path:
    """A folder for predictions, without those of an earlier run."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    return folder


def score_diffs(files: list[str], name: str, *, quiet: bool) -> dict[str, Any]:
    """What the scorer of ../shared counted; its table is printed unless ``quiet``."""
    scorer = [sys.executable, str(SHARED / "tools" / "score_diff.py"), *files]
    if not quiet:
        print(f"== corpora: {name} pairs", flush=True)
        subprocess.run(scorer, check=True)
        print(flush=True)
    done = subprocess.run([*scorer, "--json"], check=True, stdout=subprocess.PIPE)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def summed_up(told: dict[str, dict[str, Any]]) -> str:
    """The figures that matter, as one table in markdown."""
    rows: list[tuple[str, ...]] = [("F1", "seeds (5)", "real (5)")]
    for field in HEADER + LISTS:
        rows.append((field, *(shown(f1_of(told[name], field)) for name in ("seeds", "real"))))
    roles = (told[name]["fields"]["sections"]["attributes"]["role"] for name in ("seeds", "real"))
    rows.append(("role of a section (accuracy)", *map(shown, roles)))
    macro = (told[name]["macro_f1"] for name in ("seeds", "real"))
    rows.append(("**macro F1 over fields**", *map(shown, macro)))

    both = [told[name] for name in ("first", "later")]
    measures: tuple[tuple[str, Callable[[dict[str, Any]], float | None]], ...] = (
        ("status (accuracy)", lambda of: of["status"]["accuracy"]),
        ("not fully answered: F1", lambda of: of["not_fully_answered"]["f1"]),
        ("not fully answered: F2", lambda of: of["not_fully_answered"]["f2"]),
        ("missing: precision", lambda of: of["missing"]["precision"]),
        ("missing: recall", lambda of: of["missing"]["recall"]),
        ("answers found", lambda of: of["links"]["overall"]["hit"]),
        ("of heavy paraphrases", lambda of: of["links"]["heavy"]["hit"]),
    )
    head = [
        f"{name} pairs ({len(of['pairs'])})"
        for name, of in zip(("first", "later"), both, strict=True)
    ]
    of_pairs: list[tuple[str, ...]] = [("difference", *head)]
    of_pairs += [(name, *(shown(measure(of)) for of in both)) for name, measure in measures]
    return f"{markdown(rows)}\n\n{markdown(of_pairs)}"


def f1_of(told: dict[str, Any], field: str) -> float | None:
    """F1 of a field; of one with parts, the mean of those that have one, as in the macro F1."""
    fields = told["fields"]
    parts = [f for name, f in fields.items() if name == field or name.startswith(field + ".")]
    values = [part["f1"] for part in parts if part["f1"] is not None]
    return sum(values) / len(values) if values else None


def shown(value: float | None) -> str:
    """A figure with three places, cut and not rounded up."""
    return "-" if value is None else f"{int(value * 1000 + 1e-9) / 1000:.3f}"


def write_readme(summary: str) -> None:
    """Replace what stands between the marks in README.md."""
    path = ROOT / "README.md"
    before, _, after = path.read_text(encoding="utf-8").split(MARK)
    path.write_text(f"{before}{MARK}\n\n{summary}\n\n{MARK}{after}", encoding="utf-8")
    print("written to README.md")


if __name__ == "__main__":
    sys.exit(main())

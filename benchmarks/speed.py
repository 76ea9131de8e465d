"""Speed and memory: ``make bench``, or ``python benchmarks/speed.py [--quick]``.

Measured on our own texts (corpora/), and parsing on the real ones of ../shared too where they
are at hand, in one run, with one thread. On a busy machine single
times say little: the things compared take turns, and what is told is the median and the
ratio of medians. Memory is the peak of a process that does one thing alone.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median

from tables import markdown

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"  # more are slower on matrices of this size, and less fair

ROOT = Path(__file__).resolve().parent.parent
PAIRS = sorted(path for path in (ROOT / "corpora").iterdir() if path.is_dir())
SHARED = ROOT.parent / "shared" / "corpora"
FOLD = (1, 3, 10, 30, 100)

Work = Callable[[str], object]


def main() -> int:
    """The exit code; prints tables in markdown."""
    options = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    options.add_argument("--quick", action="store_true", help="fewer repeats")
    options.add_argument("--peak-of", choices=WORKERS, help=argparse.SUPPRESS)
    args = options.parse_args()
    if args.peak_of:
        print(peak_after(args.peak_of))
        return 0
    repeats = 3 if args.quick else 9
    # first of all: a process starts with the peak of the one that started it
    memory = {name: f"{peak_of(name):.0f} MB" for name in WORKERS}
    print("## Parsing beside tokenizing, the same texts\n")
    print(parsing(repeats, texts(), memory))
    for name in ("seeds", "real"):
        found = sorted((SHARED / name).glob("*.txt"))
        if found:
            print(f"\n## The same on ../shared/corpora/{name}\n")
            print(parsing(repeats, [path.read_text(encoding="utf-8") for path in found], {}))
    print("\n## A pair of plans\n")
    print(differing(repeats))
    print("\n## Importing\n")
    print(importing(repeats))
    print("\n## Growth with length\n")
    print(growth(max(3, repeats // 3)))
    return 0


# ---------------------------------------------------------------- what is measured


def texts() -> list[str]:
    """The eight plans of our own, 4 to 7 thousand characters each."""
    names = ("parent.txt", "child.txt")
    return [(pair / name).read_text(encoding="utf-8") for pair in PAIRS for name in names]


def parsing_with_vnplan() -> Work:
    """``vnplan.parse``: a text to its whole record."""
    import vnplan

    return vnplan.parse


def tokenizing_with_underthesea() -> Work:
    """``underthesea.word_tokenize``: a text to its words."""
    from underthesea import word_tokenize

    work: Work = word_tokenize
    return work


def tokenizing_with_spacy_and_pyvi() -> Work:
    """``spacy.blank("vi")``, whose tokenizer is pyvi's."""
    import spacy

    work: Work = spacy.blank("vi")
    return work


def nothing() -> Work:
    """What Python takes by itself."""
    return len


WORKERS: dict[str, Callable[[], Work]] = {
    "vnplan.parse": parsing_with_vnplan,
    "underthesea.word_tokenize": tokenizing_with_underthesea,
    'spacy.blank("vi") with pyvi': tokenizing_with_spacy_and_pyvi,
    "(Python alone)": nothing,
}


# ---------------------------------------------------------------- measurements


def parsing(repeats: int, plans: list[str], memory: dict[str, str]) -> str:
    """Plans a second, time beside ours, and peak memory of each with our own texts."""
    memory = dict(memory)
    works = {name: make() for name, make in WORKERS.items() if make is not nothing}
    times = taking_turns(
        {name: partial(each, work, plans) for name, work in works.items()}, repeats
    )
    ours = median(times["vnplan.parse"])
    rows = [("", "plans a second", "thousand characters a second", "time", "peak memory")]
    characters = sum(map(len, plans))
    for name, took in times.items():
        mid = median(took)
        plans_a_second, thousands = f"{len(plans) / mid:.1f}", f"{characters / mid / 1000:.0f}"
        rows.append((name, plans_a_second, thousands, f"{mid / ours:.2f}", memory.pop(name, "")))
    rows += [(name, "", "", "", peak) for name, peak in memory.items()]
    return markdown(rows)


def differing(repeats: int) -> str:
    """A pair diffed warm, in this process, and cold, as a command."""
    import vnplan

    sides = [(vnplan.read(p / "parent.txt"), vnplan.read(p / "child.txt")) for p in PAIRS]
    vnplan.diff(*sides[0])  # the first call loads what comparing needs
    files = [(p / "parent.txt", p / "child.txt") for p in PAIRS]
    warm = {
        "compared, both parsed before": lambda: [vnplan.diff(*pair) for pair in sides],
        "read, parsed and compared": lambda: [vnplan.diff(*pair) for pair in files],
    }
    rows = [("", "time", "beside")]
    for name, took in taking_turns(warm, repeats).items():
        rows.append((f"warm: {name}", f"{median(took) / len(PAIRS) * 1000:.1f} ms", ""))

    pair = [str(PAIRS[0] / name) for name in ("parent.txt", "child.txt")]
    imports = "import numpy, pydantic, regex"
    cold = taking_turns(
        {
            "vnplan diff": lambda: run("-m", "vnplan", "diff", *pair),
            "vnplan parse": lambda: run("-m", "vnplan", "parse", pair[0]),
            "vnplan --help": lambda: run("-m", "vnplan", "--help"),
            f'python -c "{imports}"': lambda: run("-c", imports),
        },
        repeats,
    )
    *_, floor = (median(took) for took in cold.values())
    for name, took in cold.items():
        rows.append(
            (f"cold: {name}", f"{median(took) * 1000:.0f} ms", f"{median(took) / floor:.2f}")
        )
    return markdown(rows)


def importing(repeats: int) -> str:
    """What ``import vnplan`` costs, beside the library that its records are made with."""
    statements = ("pass", "import pydantic", "import vnplan", "from vnplan import Plan")
    times = taking_turns({words: partial(run, "-c", words) for words in statements}, repeats)
    bare = median(times["pass"])
    rows = [("", "more than Python alone")]
    for words in statements[1:]:
        rows.append((words, f"{(median(times[words]) - bare) * 1000:.0f} ms"))
    return markdown(rows)


def growth(repeats: int) -> str:
    """Time to parse the plans of corpora/ joined to one text, repeated up to 100 times."""
    import vnplan

    once = "\n\n".join(texts())
    rows = [("times", "characters", "seconds", "beside in proportion")]
    first = 0.0
    for fold in FOLD:
        text = "\n\n".join([once] * fold)
        took = min(seconds(partial(vnplan.parse, text)) for _ in range(repeats))
        first = first or took
        rows.append((str(fold), f"{len(text):,}", f"{took:.3f}", f"{took / (first * fold):.2f}"))
    return markdown(rows)


# ---------------------------------------------------------------- clocks and processes


def each(work: Work, plans: list[str]) -> None:
    """Do the work with every text."""
    for text in plans:
        work(text)


def taking_turns(works: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, list[float]]:
    """Seconds of each work, one after the other in every round, the first round not counted."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(repeats + 1):
        for name, work in works.items():
            took = seconds(work)
            if turn:
                times[name].append(took)
    return times


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, by the clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run(*command: str) -> None:
    """One command in a process of its own."""
    done = subprocess.run([sys.executable, *command], capture_output=True, cwd=ROOT, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())


def peak_of(name: str) -> float:
    """Megabytes at most, of a process that does one thing with all the texts."""
    command = [sys.executable, __file__, "--peak-of", name]
    return float(subprocess.run(command, capture_output=True, check=True).stdout)


def peak_after(name: str) -> float:
    """Megabytes that this process had at most, once the work was done."""
    each(WORKERS[name](), texts())
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())

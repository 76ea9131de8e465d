"""Extraction of a generated archive: ``make bench-archive``, 100,000 plans, some twenty minutes.

    python benchmarks/archive.py --count 5000 --turns 1
    python benchmarks/archive.py --count 100000 --keep /tmp/archive

The plans are those of ``shelf.py``, whose truth is known. Printed are the plans read a second by
two processes, beside ``underthesea.word_tokenize`` alone over the same files through the same
pool, the memory of the driver and of the workers over the run, and what of the truth was not
found. One process beside two is measured on a part of the files, taking turns, since on a busy
machine only what runs side by side can be compared. Exit code 1 where a figure misses its limit.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

HERE = Path(__file__).resolve().parent
DRIVER_MOST, WORKER_MOST = 500, 400  # MB of memory
FLAT = 1.15  # what the last quarter of a run may have, of what the second had
SPEEDUP = 1.8  # of two processes beside one
LOOK = 1.0  # seconds between looks at memory
MEGA = 1 << 20


def main() -> int:
    """The exit code; prints tables in markdown."""
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0], allow_abbrev=False)
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--turns", type=int, default=3, help="of one process beside two; 0: none")
    options.add_argument("--part", type=int, default=4500, help="files of each turn")
    options.add_argument("--keep", type=Path, help="leave the shelf and the archive here")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return bench(args, args.keep or Path(folder))


def bench(args: argparse.Namespace, folder: Path) -> int:
    """Measures and prints; the exit code."""
    from shelf import write_shelf

    written = write_shelf(folder, args.seed, args.count)
    print(f"{written}\n", flush=True)
    missed = []

    if args.turns:
        missed += beside(args, folder)
    run = measured(folder / "shelf", folder / "archive", 2)
    print(f"{args.count} files by two processes: {run.seconds:.0f} s, ", end="")
    print(f"{args.count / run.seconds:.1f} a second\n")
    print("| memory, MB | second quarter | last quarter | most |\n| --- | ---: | ---: | ---: |")
    for name, seen, most in (
        ("driver", run.driver, DRIVER_MOST),
        ("worker", run.worker, WORKER_MOST),
    ):
        quarter = max(1, len(seen) // 4)
        early, late = median(seen[quarter : 2 * quarter] or seen), median(seen[-quarter:])
        print(f"| {name} | {early:.0f} | {late:.0f} | {max(seen):.0f} |")
        if max(seen) > most:
            missed.append(f"the {name} takes more than {most} MB")
        if late > FLAT * early:
            missed.append(f"the {name} grows")
    missed += wrong(folder)
    for line in missed:
        print(f"\nMISSED: {line}")
    return 1 if missed else 0


# ---------------------------------------------------------------- one process beside two


def beside(args: argparse.Namespace, folder: Path) -> list[str]:
    """Prints one process beside two, and words alone; what misses its limit."""
    turns = [take_turn(folder, args.part, turn) for turn in range(args.turns)]
    speedup = median(turn["one"] / turn["two"] for turn in turns)
    told = [f"{args.part / median(turn[name] for turn in turns):.1f}" for name in NAMES]
    print(f"| {args.part} files, median of {args.turns} | files a second |\n| --- | ---: |")
    print(f"| extract, one process | {told[0]} |\n| extract, two | {told[1]} |")
    print(f"| word_tokenize alone, two | {told[2]} |")
    words = median(turn["tokens"] / turn["two"] for turn in turns)
    print(f"\ntwo processes {speedup:.2f} times one; extract {words:.2f} times word_tokenize\n")
    return [f"two processes are less than {SPEEDUP} times one"] if speedup < SPEEDUP else []


NAMES = ("one", "two", "tokens")


def take_turn(folder: Path, part: int, turn: int) -> dict[str, float]:
    """Seconds for the same files by one process, by two, and of their words alone by two."""
    listed = folder / "part.txt"
    with open(folder / "truth.jsonl", encoding="utf-8") as truth, open(listed, "w") as paths:
        for number, line in enumerate(truth):
            if turn * part <= number < (turn + 1) * part:
                paths.write(f"{folder / 'shelf' / json.loads(line)['path']}\n")
    seconds = {}
    for name, workers, task in (("one", 1, EXTRACT), ("two", 2, EXTRACT), ("tokens", 2, TOKENS)):
        with tempfile.TemporaryDirectory() as out:
            seconds[name] = finished(start(listed, Path(out) / "out", workers, task))
    return seconds


EXTRACT, TOKENS = "vnplan.archive.work:extract", "archive:tokenize"

DRIVER = """
import sys, time
from vnplan.archive.extract import Settings, extract
sources = sys.stdin.read().splitlines()
began = time.perf_counter()
extract(sources, sys.argv[1], workers=int(sys.argv[2]), settings=Settings(task=sys.argv[3]))
print(time.perf_counter() - began)
"""


def start(listed: Path, out: Path, workers: int, task: str) -> subprocess.Popen[str]:
    """An extraction in a process of its own, of the files that a file lists."""
    paths = os.pathsep.join([str(HERE.parent), str(HERE)])
    return subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(out), str(workers), task],
        env=os.environ | {"PYTHONPATH": paths},
        stdin=open(listed),
        stdout=subprocess.PIPE,
        text=True,
    )


def finished(process: subprocess.Popen[str]) -> float:
    """The seconds that an extraction tells."""
    told, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"extraction ended with {process.returncode}")
    return float(told)


def tokenize(
    job: list[Any], items: list[list[Any]], known: object, part: str, slate: str, owner: int
) -> dict[str, Any]:
    """What the extraction's processes do instead: the words of each file that can be decoded."""
    from underthesea import word_tokenize

    from vnplan.archive.items import Item, read_item
    from vnplan.archive.work import Slate
    from vnplan.errors import UnreadableFile
    from vnplan.readers import read_bytes

    marks = Slate(slate)
    for i, values in enumerate(items):
        marks.write(i)
        item = Item(*values)
        try:
            word_tokenize(read_bytes(read_item(item, 1 << 30), name=item.path)[0])
        except UnreadableFile:
            continue
    return {
        "done": len(items),
        "plans": 0,
        "unchanged": 0,
        "renewed": [],
        "failures": [],
        "size": 0,
    }


# ---------------------------------------------------------------- the whole


class Run(NamedTuple):
    """A run with the memory in MB of its driver, and of its largest worker, over time."""

    seconds: float
    driver: list[float]
    worker: list[float]


def measured(source: Path, out: Path, workers: int) -> Run:
    """Extracts a folder and looks at memory meanwhile."""
    import psutil

    listed = out.parent / "folder.txt"
    listed.write_text(f"{source}\n")
    process = start(listed, out, workers, EXTRACT)
    watched = psutil.Process(process.pid)
    driver: list[float] = []
    worker: list[float] = []
    over = threading.Event()

    def look() -> None:
        while not over.wait(LOOK):
            try:
                driver.append(watched.memory_info().rss / MEGA)
                children = watched.children(recursive=True)
                sizes = [child.memory_info().rss / MEGA for child in children]
            except psutil.Error:
                continue
            worker.append(max(sizes, default=0.0))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        seconds = finished(process)
    finally:
        over.set()
        watcher.join()
    return Run(seconds, driver or [0.0], [size for size in worker if size] or [0.0])


def wrong(folder: Path) -> list[str]:
    """What the archive has otherwise than the truth: files, hashes, records, what they say."""
    found = {row["path"]: row for row in rows(folder / "archive", "files", FILES)}
    plans = {row["path"]: row for row in rows(folder / "archive", "plans", PLANS)}
    counts: Counter[str] = Counter()
    total = 0
    shelf = str(folder / "shelf")
    with open(folder / "truth.jsonl", encoding="utf-8") as truths:
        for line in truths:
            truth = json.loads(line)
            total += 1
            path = f"{shelf}/{truth['path']}"
            file, plan = found.pop(path, None), plans.get(path)
            counts["file is not there"] += file is None
            counts["hash is another"] += file is not None and file["sha256"] != truth["sha256"]
            counts["record, or none, is not as it should be"] += (plan is not None) != truth[
                "readable"
            ]
            if plan is not None and truth["readable"]:
                for name in ("number", "title", "issuer", "obligations", "deadlines"):
                    counts[f"{name} is another"] += plan[name] != truth[name]
    counts["file is too much"] += len(found)
    print("\n| beside the truth | files |\n| --- | ---: |")
    for name, count in counts.items():
        print(f"| {name} | {count} |")
    counted = len(list(rows(folder / "archive", "files", ["path"])))
    exact = ("file is not there", "hash is another", "file is too much")
    missed = [name for name in (*exact, "record, or none, is not as it should be") if counts[name]]
    missed += ["rows of files are not as many as files"] if counted != total else []
    # what is read of them the parser's tests judge; a slip in 200 is none of the archive's
    fields = sum(count for name, count in counts.items() if name.endswith("is another"))
    return missed + (["records are not as they should be"] if fields > total / 40 else [])


FILES = ["path", "sha256", "problem"]
PLANS = ["path", "number", "title", "issuer", "obligations", "deadlines"]


def rows(archive: Path, table: str, columns: list[str]) -> Iterator[dict[str, Any]]:
    """The rows of a table of the archive."""
    from vnplan.archive.store import Store

    store = Store(str(archive))
    store.open()
    for batch in store.batches(table, columns):
        yield from batch.to_pylist()


if __name__ == "__main__":
    sys.exit(main())

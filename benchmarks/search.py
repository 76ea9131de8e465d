"""How quick questions to an index are: ``python benchmarks/search.py [--count N] [--at FILE]``.

Fills an index with N invented plans, made of the lines of corpora/ in new orders, so that words
are about as frequent as in plans. What the questions ask for is frequent on purpose: 40 % are of
2024, 30 % cite 1315/QĐ-TTg, half have no deadline. Told are the time and memory of filling, the
size, and of each question the time of its first answer from a connection and the median of later
ones. ``--at`` keeps the index, or asks the one that lies there.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

from tables import markdown

from vnplan.archive.fold import WITH, tag
from vnplan.archive.index import (
    Work,
    add_keys,
    create,
    finish,
    insert_citation,
    insert_plan,
    insert_tags,
    write_words,
)
from vnplan.archive.search import Question, count, open_index, search
from vnplan.archive.tables import Row
from vnplan.report.survey import as_size

ROOT = Path(__file__).resolve().parent.parent
LINES = 40  # of a plan, about
REPEATS = 9

YEARS = [2024] * 8 + [2015, 2017, 2018, 2019, 2020, 2021, 2021, 2022, 2022, 2023, 2023, 2025]
OFTEN = "1315/QĐ-TTg"
PLACES = ("An", "Bình", "Châu", "Giang", "Hòa", "Khánh", "Lâm", "Nam", "Phú", "Sơn", "Tân", "Vĩnh")
BODIES = (
    ("Ủy ban nhân dân tỉnh", "province", "KH-UBND"),
    ("Ủy ban nhân dân huyện", "district", "KH-UBND"),
    ("Ủy ban nhân dân xã", "commune", "KH-UBND"),
    ("Sở Y tế tỉnh", "department", "KH-SYT"),
    ("Trường Trung học cơ sở", "unit", "KH-THCS"),
)
TITLES = (
    "Phòng, chống dịch bệnh năm {}",
    "Phát triển văn hóa đọc năm {}",
    "Chuyển đổi số năm {}",
    "Cải cách hành chính năm {}",
    "Phòng cháy, chữa cháy và cứu nạn, cứu hộ năm {}",
    "Phòng, chống thiên tai và tìm kiếm cứu nạn năm {}",
    "Bình đẳng giới và vì sự tiến bộ của phụ nữ năm {}",
)

CITING = Question(cites=(OFTEN,), years=(2024, 2024), lacks=("deadline",))
QUESTIONS = {
    "plans of 2024 that cite 1315/QĐ-TTg, without deadline": CITING,
    "the same, typed 1315/QD-TTg": CITING._replace(cites=("1315/QD-TTg",)),
    "the same, kế hoạch phòng chống": CITING._replace(words="kế hoạch phòng chống"),
    "the same, ke hoach phong chong": CITING._replace(words="ke hoach phong chong"),
    "kế hoạch phòng chống": Question("kế hoạch phòng chống"),
    "ke hoach phong chong": Question("ke hoach phong chong"),
    "1315/QĐ-TTg": Question("1315/QĐ-TTg"),
    "1315/QD-TTg": Question("1315/QD-TTg"),
    '"phòng cháy, chữa cháy" -thiên': Question('"phòng cháy, chữa cháy" -thiên'),
    "chống OR bán": Question("chống OR bán"),
    "ph* ch*": Question("ph* ch*"),
    "nothing has it: hoạch phòng bán kế": Question('"hoạch phòng bán kế"'),
    "hiếm gặp (letters alone)": Question("nhanh chóng hiếm gặp"),
    "phòng cháy": Question("phòng cháy"),
    "UBND huyện": Question("UBND huyện"),
    "ủy ban nhân dân huyện": Question("ủy ban nhân dân huyện"),
    "of one issuer": Question(issuer="xã Tân Sơn"),
    "of one issuer and year, kế hoạch": Question(
        "kế hoạch", issuer="tỉnh tan son", years=(2021, 2021)
    ),
    "2015..2020, communes, with deadline": Question(
        years=(2015, 2020), level="commune", has=("deadline",)
    ),
    "all, the newest": Question(),
}


def main() -> int:
    """The exit code; prints tables in markdown."""
    options = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    options.add_argument("--count", type=int, default=100_000, help="plans (default: 100,000)")
    options.add_argument("--at", type=Path, help="where the index is kept, or lies already")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = args.at or Path(folder) / "index.sqlite"
        if not place.exists():
            print(filling(place, args.count) + "\n")
        print(f"{place.stat().st_size / args.count:.0f} bytes a plan\n")
        print(asking(place) + "\n")
        print(cold(place))
    return 0


# ---------------------------------------------------------------- filling


def filling(place: Path, plans: int) -> str:
    """An index of invented plans, and what it took."""
    start = time.perf_counter()
    with closing(create(place)) as db:
        for number, (row, citations, text) in enumerate(invented(plans), 1):
            insert_plan(db, number, row, text)
            insert_tags(db, number, [tag(WITH, "citation")])
            for citation in citations:
                insert_citation(db, number, citation)
        add_keys(db)
        inserted = time.perf_counter()
        write_words(db, Work(plans))
        written = time.perf_counter()
        finish(db, {"parts": "[]", "failed": "0", "archive": ""})
    done = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return markdown(
        [
            (f"{plans:,} plans", ""),
            ("invented, and their rows written", f"{inserted - start:.0f} s"),
            ("words", f"{written - inserted:.0f} s"),
            ("merged", f"{done - written:.0f} s"),
            ("peak memory", f"{memory:.0f} MB"),
            ("size", as_size(place.stat().st_size)),
        ]
    )


def invented(plans: int) -> Iterator[tuple[Row, list[Row], str]]:
    """Rows of plans with their citations and texts, the newest first."""
    chance = random.Random(20240502)
    pool = [
        re.sub(r"\b1315\b", "1316", line)
        for path in sorted((ROOT / "corpora").glob("*/*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line) > 40
    ]
    dates = sorted(
        (
            (chance.choice(YEARS), chance.randint(1, 12), chance.randint(1, 28))
            for _ in range(plans)
        ),
        reverse=True,
    )
    for number, (year, month, day) in enumerate(dates):
        body, level, symbol = chance.choice(BODIES)
        issuer = f"{body} {chance.choice(PLACES)} {chance.choice(PLACES)}"
        own = f"{chance.randint(1, 400):02d}/{symbol}"
        title = chance.choice(TITLES).format(year)
        cited = [f"{chance.randint(1, 999)}/QĐ-UBND" for _ in range(chance.randint(1, 12))]
        if chance.random() < 0.3:
            cited.append(OFTEN)
        lines = [issuer.upper(), f"Số: {own}", "KẾ HOẠCH", title]
        lines += [f"Căn cứ Quyết định số {one};" for one in cited]
        lines += chance.sample(pool, chance.randint(LINES // 2, LINES * 3 // 2))
        row: Row = {
            "path": f"kho/{number // 1000:03d}/{number:06d}.docx",
            "sha256": f"{number:064x}",
            "words_sha256": f"{number:064x}",
            "kind": "plan",
            "number": own,
            "serial": own.partition("/")[0],
            "symbol": symbol,
            "year": year,
            "month": month,
            "day": day,
            "title": title,
            "issuer": issuer,
            "issuer_superior": None,
            "issuer_level": level,
            "issuers": [issuer],
            "signatory": None,
            "obligations": chance.randint(0, 40),
            "deadlines": chance.choice((0, 3)),
            "doubts": [],
            "part": f"p{number // 1000}",
        }
        citations: list[Row] = [
            {
                "type": "Quyết định",
                "number": one,
                "date": {"iso": "2023-05-02", "year": 2023},
                "issuer": None,
                "title": None,
                "relation": "căn cứ",
                "basis": True,
            }
            for one in cited
        ]
        yield row, citations, "\n".join(lines) + "\n"


# ---------------------------------------------------------------- asking


def asking(place: Path) -> str:
    """How long each question takes, with its number of hits and how long counting takes."""
    rows: list[tuple[str, ...]] = [("", "found", "first", "again", "counted")]
    for name, question in QUESTIONS.items():
        with closing(open_index(place)) as db:
            first, *again = (seconds(search, db, question) for _ in range(REPEATS + 1))
            counting = median(seconds(count, db, question) for _ in range(3))
            found = f"{count(db, question):,}"
        took = (first, median(again), counting)
        rows.append((name, found, *(f"{one * 1000:.1f} ms" for one in took)))
    return markdown(rows)


def cold(place: Path) -> str:
    """How long the command takes, beside Python alone."""
    ask = ("-m", "vnplan", "search", "phòng chống", "--year", "2024", "--archive", str(place))
    rows = [("a command of its own", "")]
    for name, command in (("vnplan search", ask), ("(Python alone)", ("-c", "pass"))):
        took = [seconds(run, *command) for _ in range(REPEATS)]
        rows.append((name, f"{median(took) * 1000:.0f} ms"))
    return markdown(rows)


def run(*command: str) -> None:
    """One command of Python in a process of its own."""
    subprocess.run([sys.executable, *command], capture_output=True, cwd=ROOT, check=True)


def seconds(work: object, *args: object) -> float:
    """How long it takes, by the clock."""
    assert callable(work)
    start = time.perf_counter()
    work(*args)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())

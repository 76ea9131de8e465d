"""Archives of invented plans with known truth: ``python benchmarks/shelf.py OUT --count 1000``.

Writes OUT/shelf/<year>/<body>/<file> and OUT/truth.jsonl, a line for each file (``Truth``). With
``--packed`` the lowest plans of one family in four lie in a zip or a tar.gz. ``--family 500``
writes one family of 500 bodies instead, and OUT/expected.jsonl: who should have answered whom.

    python benchmarks/shelf.py OUT --count 1000 --seed 1 --packed
    python benchmarks/shelf.py OUT --family 500

What vnplan reads of such files ``shelf_check.py`` holds beside the truth.

A family is a province's plan, the plans of districts and departments that carry it out, and
those of communes, schools and hospitals under them. Its files follow each other, parents before
children, copies last; the n-th file of a seed is the same however many are written, and no more
than one family is held in memory.

Damaged files are ``tcvn3``, ``windows-1258``, ``nfd``, ``wrapped``, ``crlf``, ``pages``, which can
still be read, or ``empty``, ``noise``, ``broken zip``, which cannot. A copy is ``exact`` (under
another name), ``wrapped`` (the same words in other lines) or ``draft`` (number and day blank).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import json
import sys
import tarfile
import textwrap
import time
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from old_encodings import in_1258, in_tcvn3
from shelf_family import ARCHIVE, Chance, Family, Plan, Shape, family, mixed, one_family, plain
from shelf_text import Sheet, write
from shelf_words import TYPE

DAMAGED, UNREADABLE = 0.03, 0.004  # the second of the lowest plans alone
COPIES = ("exact", "wrapped", "draft")
RESTORABLE = ("tcvn3", "windows-1258", "nfd", "wrapped", "crlf", "pages")
LOST = ("empty", "noise", "broken zip")
PACKED = 0.25  # of the families
SIGNS, LINES = 78, 46  # of a hard-wrapped line, of a page


class Truth(NamedTuple):
    """What a file holds, as the record contract names it.

    ``body`` is the issuer's one name, ``issuer`` how this file has it. ``plan`` is shared by the
    copies of a plan. ``duties`` tells of each duty of the parent, by its section there, whether
    it is ``covered``, ``altered`` or ``missing``; the sections are those of the parent's tasks.
    What an unreadable file lost is None or empty.
    """

    path: str
    sha256: str
    readable: bool
    number: str | None
    serial: str | None
    symbol: str | None
    date: str | None
    title: str | None
    issuer: str
    body: str
    level: str
    plan: str
    parent: str | None
    copy: str | None
    damage: str | None
    cites: list[str]
    obligations: int
    deadlines: int
    duties: dict[str, str]


class Expected(NamedTuple):
    """A body that should have answered a parent, and its plan; None where it has none."""

    parent: str
    body: str
    level: str
    plan: str | None


class Summary(NamedTuple):
    """What was written; ``ambiguous`` counts the numbers that several bodies gave in a year."""

    files: int
    bytes: int
    families: int
    bodies: int
    unreadable: int
    ambiguous: int
    levels: dict[str, int]
    copies: dict[str, int]
    damage: dict[str, int]


# ---------------------------------------------------------------- files


def plans(
    seed: int, count: int, *, shape: Shape = ARCHIVE, packed: bool = False
) -> Iterator[tuple[Truth, bytes]]:
    """The first files of an archive, with their truth, one after the other."""
    for number in range(-(-count // shape.files)):
        yield from files_of(seed, number, count, shape, packed)


def files_of(
    seed: int, number: int, count: int, shape: Shape, packed: bool
) -> Iterator[tuple[Truth, bytes]]:
    """The files of one family that are among the first ``count`` of the archive."""
    made = family(seed, number, shape)
    case = case_of(made, seed) if packed else None
    first, last = number * shape.files, min(count, (number + 1) * shape.files)
    for plan in made.plans:
        if plan.index is not None and plan.index < last:
            yield issued(seed, plan, case)
    for index in range(first + shape.files - len(made.copies), last):
        of = made.copies[index - first - shape.files]
        yield copied(seed, of, index)


def issued(seed: int, plan: Plan, case: str | None) -> tuple[Truth, bytes]:
    """A plan's own file, which may be damaged."""
    sheet = write(plan)
    damage, chance = None, None
    drawn = mixed(seed, plan.index or 0, 4) / 2**64
    low = plan.body.level in ("commune", "unit")
    if drawn < DAMAGED or (low and drawn > 1 - UNREADABLE):
        chance = Chance(seed, plan.index or 0, 5)
        damage = chance.one(RESTORABLE if drawn < DAMAGED else LOST)
    data = damaged(sheet.text, damage, chance) if damage and chance else sheet.text.encode()
    suffix = ".docx" if damage == "broken zip" else ".txt"
    folder = f"{plan.day.year}/{slug(plan.body.short)}"
    path = f"{folder}/{stem(plan)}{suffix}"
    if case and low and damage not in LOST:
        path = f"{plan.day.year}/{case}/{slug(plan.body.short)}/{stem(plan)}{suffix}"
    return truth(plan, sheet, data, path, damage=damage), data


def copied(seed: int, plan: Plan, index: int) -> tuple[Truth, bytes]:
    """A copy of a plan, in the same folder or in one of copies."""
    chance = Chance(seed, index, 6)
    copy = chance.one(COPIES)
    known, data = issued(seed, plan, None)
    sheet = write(plan, draft=copy == "draft")
    if copy != "exact":
        text = wrapped(sheet.text, chance.between(60, 100)) if copy == "wrapped" else sheet.text
        data = text.encode()
    folder = slug(plan.body.short) if chance.yes(0.5) else "ban-sao"
    path = f"{plan.day.year}/{folder}/{COPY_STEMS[copy]}-{index}-{slug(plan.movement.name)}.txt"
    damage = known.damage if copy == "exact" else None
    return truth(plan, sheet, data, path, copy=copy, damage=damage), data


COPY_STEMS = {"exact": "ban-sao", "wrapped": "ban-go-lai", "draft": "du-thao"}


def truth(
    plan: Plan,
    sheet: Sheet,
    data: bytes,
    path: str,
    *,
    copy: str | None = None,
    damage: str | None = None,
) -> Truth:
    """What is known of a file."""
    readable = damage not in LOST
    parent = plan.parent
    return Truth(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        readable=readable,
        number=sheet.number if readable else None,
        serial=(sheet.number.partition("/")[0] or None) if readable else None,
        symbol=plan.symbol if readable else None,
        date=sheet.date if readable else None,
        title=plan.title if readable else None,
        issuer=sheet.issuer,
        body=plan.body.name,
        level=plan.body.level,
        plan=plan.name,
        parent=parent.name if parent is not None else None,
        copy=copy,
        damage=damage,
        cites=sheet.cites if readable else [],
        obligations=sheet.obligations if readable else 0,
        deadlines=sheet.deadlines if readable else 0,
        duties=plan.became if readable else {},
    )


@lru_cache(maxsize=5000)
def slug(words: str) -> str:
    """Words as a name of a file or a folder."""
    return "-".join("".join(c if c.isalnum() else " " for c in plain(words)).split())


def stem(plan: Plan) -> str:
    """A name for a plan's file: by its number, or by its subject where that is blank."""
    if plan.serial is None:
        return f"du-thao-{plan.index}-{slug(plan.movement.name)}"
    return f"{plan.serial}-{slug(plan.symbol)}"


def case_of(made: Family, seed: int) -> str | None:
    """The name of the archive that a family's lowest plans lie in, None where they lie open."""
    chance = Chance(seed, made.number, 7)
    if not chance.yes(PACKED):
        return None
    return f"nop-luu-{made.number:05d}{chance.one(('.zip', '.tar.gz'))}"


# ---------------------------------------------------------------- damage


def damaged(text: str, damage: str, chance: Chance) -> bytes:
    """A text as bytes, damaged."""
    match damage:
        case "tcvn3":
            return in_tcvn3(text)
        case "windows-1258":
            return in_1258(text, apart=chance.yes(0.5))
        case "nfd":
            return unicodedata.normalize("NFD", text).encode()
        case "wrapped":
            return wrapped(text, SIGNS).encode()
        case "crlf":
            return text.replace("\n", "\r\n").encode()
        case "pages":
            return paged(wrapped(text, SIGNS)).encode()
        case "empty":
            return b""
        case "noise":
            return chance.rng.randbytes(3000)
        case "broken zip":
            return zipped([("word/document.xml", text.encode())])[:-200]
    raise ValueError(damage)


def wrapped(text: str, signs: int) -> str:
    """A text whose lines were cut, except in the letterhead."""
    head, kind, rest = text.partition(f"\n\n{TYPE}\n\n")
    lines = [line for long in rest.split("\n") for line in cut(long, signs)]
    return head + kind + "\n".join(lines)


def cut(line: str, signs: int) -> list[str]:
    """A line in pieces of so many signs at most."""
    if len(line) <= signs:
        return [line]
    # a dash that begins a line is a bullet, and a quarter's number a label
    joined = line.replace(" - ", "\x1f- ").replace("quý ", "quý\x1f")
    cuts = textwrap.wrap(joined, signs, break_long_words=False, break_on_hyphens=False)
    return [piece.replace("\x1f", " ") for piece in cuts]


def paged(text: str) -> str:
    """A text with the number of each page at its end."""
    lines = text.split("\n")
    pages = ["\n".join(lines[at : at + LINES]) for at in range(0, len(lines), LINES)]
    shown = [pages[0], *(f"{i}\n\n{page}" for i, page in enumerate(pages[1:], 2))]
    return "\n\n".join(shown)


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip, the same for the same members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


EPOCH = (2020, 1, 1, 0, 0, 0)


def tarred(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A tar.gz, the same for the same members."""
    out = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=out, mode="wb", mtime=0, compresslevel=6) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


# ---------------------------------------------------------------- the archive


def write_shelf(
    folder: Path, seed: int, count: int, *, shape: Shape = ARCHIVE, packed: bool = False
) -> Summary:
    """An archive in ``folder/shelf``, its truth in ``folder/truth.jsonl``."""
    shelf = folder / "shelf"
    shelf.mkdir(parents=True, exist_ok=True)
    made: set[str] = set()
    counts = Counting()
    with (folder / "truth.jsonl").open("w", encoding="utf-8") as lines:
        for number in range(-(-count // shape.files)):
            cases: dict[str, list[tuple[str, bytes]]] = {}
            for known, data in files_of(seed, number, count, shape, packed):
                lines.write(json.dumps(known._asdict(), ensure_ascii=False) + "\n")
                counts.add(known, len(data))
                case, inner = in_case(known.path)
                if case:
                    cases.setdefault(case, []).append((inner, data))
                else:
                    put(shelf, known.path, data, made)
            for case, members in cases.items():
                pack = zipped if case.endswith(".zip") else tarred
                put(shelf, case, pack(members), made)
    return counts.summary(-(-count // shape.files))


def in_case(path: str) -> tuple[str, str]:
    """The archive that a path leads into and the member's name, both empty where it does not."""
    for suffix in (".zip/", ".tar.gz/"):
        outer, found, inner = path.partition(suffix)
        if found:
            return outer + suffix[:-1], inner
    return "", ""


def put(shelf: Path, path: str, data: bytes, made: set[str]) -> None:
    """Write a file, its folder first where that was not done before."""
    folder, _, _ = path.rpartition("/")
    if folder not in made:
        (shelf / folder).mkdir(parents=True, exist_ok=True)
        made.add(folder)
    with open(f"{shelf}/{path}", "wb") as file:
        file.write(data)


class Counting:
    """Counts of what was written."""

    def __init__(self) -> None:
        self.files = self.bytes = self.unreadable = 0
        self.bodies: set[str] = set()
        self.numbers: Counter[tuple[str, str]] = Counter()
        self.levels: Counter[str] = Counter()
        self.copies: Counter[str] = Counter()
        self.damage: Counter[str] = Counter()

    def add(self, known: Truth, size: int) -> None:
        """Count a file."""
        self.files += 1
        self.bytes += size
        self.unreadable += not known.readable
        self.bodies.add(known.body)
        self.levels[known.level] += 1
        if known.copy:
            self.copies[known.copy] += 1
        elif known.serial and known.date and known.number:
            self.numbers[known.date[:4], known.number] += 1
        if known.damage:
            self.damage[known.damage] += 1

    def summary(self, families: int) -> Summary:
        """What was counted."""
        return Summary(
            files=self.files,
            bytes=self.bytes,
            families=families,
            bodies=len(self.bodies),
            unreadable=self.unreadable,
            ambiguous=sum(times > 1 for times in self.numbers.values()),
            levels=dict(self.levels.most_common()),
            copies=dict(self.copies.most_common()),
            damage=dict(self.damage.most_common()),
        )


def expected(
    seed: int, count: int, number: int = 0, *, shape: Shape = ARCHIVE
) -> Iterator[Expected]:
    """Who should have answered the plans of a family, in an archive of so many files.

    A body whose plan is not among these files has none. Where a body in the middle wrote none,
    those under it answer the province.
    """
    for plan in family(seed, number, shape).plans:
        parent = plan.parent
        if parent is None or parent.index is None or parent.index >= count:
            continue
        there = plan.index is not None and plan.index < count
        body = plan.body
        yield Expected(parent.name, body.name, body.level, plan.name if there else None)


def main() -> int:
    """The exit code; writes the archive and prints what it holds."""
    options = argparse.ArgumentParser(
        description=__doc__,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    options.add_argument("out", type=Path, help="the folder to write into")
    options.add_argument("--count", type=int, default=1000, help="how many files (%(default)s)")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--family", type=int, metavar="BODIES", help="one family of so many")
    options.add_argument("--packed", action="store_true", help="some files in zip and tar.gz")
    args = options.parse_args()
    shape = one_family(args.family) if args.family else ARCHIVE
    count = shape.files if args.family else args.count
    began = time.perf_counter()
    summary = write_shelf(args.out, args.seed, count, shape=shape, packed=args.packed)
    took = time.perf_counter() - began
    if args.family:
        with (args.out / "expected.jsonl").open("w", encoding="utf-8") as lines:
            for body in expected(args.seed, count, shape=shape):
                lines.write(json.dumps(body._asdict(), ensure_ascii=False) + "\n")
    for name, value in summary._asdict().items():
        print(f"{name:12}{value}")
    print(f"{'seconds':12}{took:.1f} ({count / took:.0f} files a second)")
    return 0


if __name__ == "__main__":
    sys.exit(main())

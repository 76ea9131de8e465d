"""Archives of invented plans: the same by their seed, and their truth is what vnplan reads."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT, clean_environment

from vnplan.lexicon.gazetteer import PROVINCES

sys.path.append(str(ROOT / "benchmarks"))
from shelf import COPIES, LOST, RESTORABLE, Truth, expected, plans, write_shelf
from shelf_check import differences, judged, record
from shelf_family import ARCHIVE, family, one_family, places, plain, province
from shelf_text import write


@cache
def files() -> list[tuple[Truth, bytes]]:
    """The first files of an archive."""
    return list(plans(5, 3000))


@cache
def issued() -> list[Truth]:
    """What is known of those that are no copies."""
    return [known for known, _ in files() if known.copy is None]


def some(field: str) -> dict[object, tuple[Truth, bytes]]:
    """The first file with each value of a field."""
    found: dict[object, tuple[Truth, bytes]] = {}
    for known, data in files():
        found.setdefault(getattr(known, field), (known, data))
    return found


# ---------------------------------------------------------------- by its seed


def test_a_seed_gives_the_same_files_again() -> None:
    assert list(plans(3, 90)) == list(plans(3, 90))
    assert {data for _, data in plans(3, 90)}.isdisjoint(data for _, data in plans(4, 90) if data)


def test_a_file_does_not_depend_on_how_many_are_written() -> None:
    assert list(plans(5, 57)) == files()[:57]
    assert [data for _, data in plans(5, 200, packed=True)] == [data for _, data in files()[:200]]


def test_an_archive_is_never_held_as_a_whole() -> None:
    first, _ = next(plans(1, 10**9))
    assert first.level == "province"


# ---------------------------------------------------------------- what vnplan reads


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_vnplan_reads_what_the_truth_says(start: int) -> None:
    for known, data in files()[start * 50 : start * 50 + 1000 : 50]:
        assert not differences(known, record(known, data)), known.path


def test_vnplan_reads_every_symbol_and_level() -> None:
    by_sign = some("symbol")
    assert {"KH-UBND", "KH-SYT", "KH-SGDĐT", "KH-SNV", "KH-STP"} <= by_sign.keys()
    signs = [sign for sign in by_sign if str(sign).startswith("KH-S")]
    others = [sign for sign in by_sign if str(sign)[3:5] in ("BV", "TH", "MN")][:8]
    for sign in ("KH-UBND", *signs, *others):
        known, data = by_sign[sign]
        assert not differences(known, record(known, data)), known.path
    assert set(some("level")) == {"province", "department", "district", "commune", "unit"}


@pytest.mark.parametrize("damage", (*RESTORABLE, *LOST))
def test_damage_is_restored_or_refused(damage: str) -> None:
    known, data = some("damage")[damage]
    plan = record(known, data)
    assert known.readable == (plan is not None) == (damage in RESTORABLE)
    assert not differences(known, plan)


@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_is_read_as_its_plan(copy: str) -> None:
    known, data = some("copy")[copy]
    first = next(one for one in issued() if one.plan == known.plan)
    assert not differences(known, record(known, data))
    assert (known.title, known.body, known.parent) == (first.title, first.body, first.parent)
    assert (known.sha256 == first.sha256) == (copy == "exact")
    assert known.path != first.path
    assert known.number == (f"/{known.symbol}" if copy == "draft" else first.number)


def test_a_draft_differs_from_its_plan_in_number_and_day_alone() -> None:
    plan = family(5, 2, ARCHIVE).plans[4]
    whole, draft = (write(plan, draft=blank).text.split("\n") for blank in (False, True))
    assert [a for a, b in zip(whole, draft, strict=True) if a != b]
    assert sum(a != b for a, b in zip(whole, draft, strict=True)) <= 2


def test_vnplan_says_what_became_of_the_duties() -> None:
    parents = {known.plan: record(known, data) for known, data in files()[:9]}
    said: Counter[bool] = Counter()
    statuses = set()
    for known, data in files()[1:24]:
        parent, child = parents.get(known.parent or ""), record(known, data)
        if parent is not None and child is not None:
            for duty in judged(known, parent, child):
                said[duty.known == duty.said] += 1
                statuses.add(duty.known)
    assert said[True] > 0.95 * said.total() > 100
    assert statuses == {"covered", "altered", "missing"}


# ---------------------------------------------------------------- families


def test_a_family_has_three_levels_and_parents_come_first() -> None:
    at = {known.plan: i for i, known in reversed(list(enumerate(issued())))}
    by_plan = {known.plan: known for known in issued()}
    depths = Counter[int]()
    for known in issued():
        depth, above = 0, known
        while above.parent is not None:
            assert at[above.parent] < at[above.plan]
            depth, above = depth + 1, by_plan[above.parent]
        assert above.level == "province"
        depths[depth] += 1
    assert set(depths) == {0, 1, 2}
    assert depths[2] > depths[1] > depths[0]


def test_numbers_are_ambiguous_but_not_within_a_body() -> None:
    bodies: dict[tuple[str, str], list[str]] = defaultdict(list)
    for known in issued():
        if known.number and known.date and known.serial:
            bodies[known.number, known.date[:4]].append(known.body)
    assert sum(len(those) > 3 for those in bodies.values()) > 50
    assert all(len(those) == len(set(those)) for those in bodies.values())


def test_children_cite_their_parents_in_several_ways() -> None:
    by_plan = {known.plan: known for known in issued()}
    ways: Counter[str] = Counter()
    for known in issued():
        if not known.readable or known.parent is None:
            continue
        parent = by_plan[known.parent]
        grand = by_plan[parent.parent] if parent.parent else None
        ways["parent" if parent.number in known.cites else "title"] += 1
        ways["both"] += grand is not None and {parent.number, grand.number} <= {*known.cites}
    assert ways["parent"] > 10 * ways["title"] > 200
    assert ways["both"] > 300


def test_shares_are_as_announced() -> None:
    readable = [known for known, _ in files() if known.readable]
    shares = {
        "1315": sum("1315/QĐ-TTg" in known.cites for known in readable),
        "undated": sum(known.deadlines == 0 for known in readable),
        "damaged": sum(known.damage in RESTORABLE for known in readable),
        "copies": sum(known.copy is not None for known in readable),
        "drafts": sum(known.serial is None and known.copy is None for known in readable),
    }
    meant = {"1315": 0.05, "undated": 0.10, "damaged": 0.03, "copies": 0.02, "drafts": 0.045}
    for name, share in meant.items():
        assert shares[name] / len(readable) == pytest.approx(share, rel=0.35), name
    assert 0.001 < 1 - len(readable) / len(files()) < 0.006


def test_titles_are_told_apart_within_a_province_and_a_year() -> None:
    every = ARCHIVE.provinces * 11
    titles = [family(1, i * every + 4, ARCHIVE).plans[0].title for i in range(12)]
    subjects = {
        title.partition(" Phong trào ")[2].partition(" trên địa bàn ")[0] for title in titles
    }
    assert len(subjects) == 12


def test_bodies_have_names_of_their_own() -> None:
    real = {plain(name) for name, *_ in PROVINCES}
    assert len(places()) > 6000 and not real & set(map(plain, places()))
    names: list[str] = []
    for number in range(ARCHIVE.provinces):
        found = province(1, number, ARCHIVE)
        for body in (
            found.head,
            *found.middle,
            *(b for those in found.under.values() for b in those),
        ):
            names.append(body.name)
    assert len(names) == len(set(names)) > 3000


def test_who_should_have_answered_and_did_not() -> None:
    shape = one_family(500)
    written = {known.plan: known for known, _ in plans(2, shape.files, shape=shape)}
    asked = list(expected(2, shape.files, shape=shape))
    assert len(asked) == 499
    assert sum(body.plan is None for body in asked) == 30
    wrote = {known.body for known in written.values()}
    for body in asked:
        assert (body.plan is None) == (body.body not in wrote)
        assert body.plan is None or written[body.plan].parent == body.parent
    levels = Counter(body.level for body in asked)
    assert levels["department"] + levels["district"] == 30
    short = list(expected(2, 100, shape=shape))
    assert sum(body.plan is not None for body in short) < 100


# ---------------------------------------------------------------- on disk


def test_what_is_written_is_what_the_truth_says(tmp_path: Path) -> None:
    summary = write_shelf(tmp_path, 5, 700, packed=True)
    lines = (tmp_path / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    told = [Truth(**json.loads(line)) for line in lines]
    assert told == [known for known, _ in plans(5, 700, packed=True)]
    assert len({known.path for known in told}) == summary.files == 700
    shelf = tmp_path / "shelf"
    kinds = set()
    for known in told:
        data = read(shelf, known.path)
        assert hashlib.sha256(data).hexdigest() == known.sha256
        kinds |= {suffix for suffix in (".zip/", ".tar.gz/") if suffix in known.path}
    assert kinds == {".zip/", ".tar.gz/"}
    assert all(
        len(list(folder.iterdir())) <= 1000 for folder in shelf.glob("*/*") if folder.is_dir()
    )


def read(shelf: Path, path: str) -> bytes:
    """The bytes of a file, in an archive or not."""
    outer, found, inner = path.partition(".zip/")
    if found:
        with zipfile.ZipFile(shelf / f"{outer}.zip") as packed:
            return packed.read(inner)
    outer, found, inner = path.partition(".tar.gz/")
    if found:
        with tarfile.open(shelf / f"{outer}.tar.gz") as tar:
            member = tar.extractfile(inner)
            assert member is not None
            return member.read()
    return (shelf / path).read_bytes()


def test_the_command_writes_a_family_and_who_is_expected(tmp_path: Path) -> None:
    command = [
        sys.executable,
        str(ROOT / "benchmarks" / "shelf.py"),
        str(tmp_path),
        "--family",
        "40",
    ]
    done = subprocess.run(command, env=clean_environment(), capture_output=True, check=True)
    assert b"families" in done.stdout
    lines = (tmp_path / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 39
    found = [path for path in (tmp_path / "shelf").rglob("*") if path.is_file()]
    assert len(found) == len((tmp_path / "truth.jsonl").read_text(encoding="utf-8").splitlines())

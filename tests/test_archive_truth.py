"""Families, copies and audits of invented archives, held beside what is known of these."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT

import vnplan
from vnplan.archive.audit import audit
from vnplan.archive.index import build
from vnplan.archive.store import Store
from vnplan.archive.tables import Row, rows_of

sys.path.append(str(ROOT / "benchmarks"))
from shelf import Expected, Truth, expected, plans
from shelf_family import one_family

BODIES = 150


class Shelf(NamedTuple):
    """An archive with its index and what is known of its files, by their paths."""

    out: Path
    truth: dict[str, Truth]
    expected: list[Expected]

    def asked(self, question: str) -> list[tuple[str, ...]]:
        """The answers of the index."""
        with closing(sqlite3.connect(self.out / "index.sqlite")) as db:
            return list(db.execute(question))

    def plan(self, path: str) -> str:
        """Which plan a file holds."""
        return self.truth[path].plan


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    out, shape = tmp_path_factory.mktemp("truth"), one_family(BODIES)
    store = Store(str(out / "archive"))
    store.create()
    rows: dict[str, list[Row]] = {}
    truth: dict[str, Truth] = {}
    for known, data in plans(3, shape.files, shape=shape):
        truth[known.path] = known
        path = out / Path(known.path).name
        path.write_bytes(data)
        file: Row = {"path": known.path}
        try:
            plan = vnplan.read(path)
            for table, some in rows_of(plan, known.path).items():
                rows.setdefault(table, []).extend(some)
        except vnplan.UnreadableFile as error:
            file["problem"] = error.problem
        rows.setdefault("files", []).append(file)
    store.write("p", rows)
    build(store)
    return Shelf(out / "archive", truth, list(expected(3, shape.files, shape=shape)))


def test_each_plan_is_tied_to_the_one_that_it_carries_out(shelf: Shelf) -> None:
    rows = shelf.asked(
        "SELECT c.path, p.path FROM carries JOIN plans c ON c.id = child"
        " JOIN plans p ON p.id = parent WHERE direct"
    )
    found = {(shelf.plan(child), shelf.plan(parent)) for child, parent in rows}
    known = {(one.plan, one.parent) for one in shelf.truth.values() if one.parent and one.readable}
    assert len(known) > BODIES * 0.9
    assert found == known


def test_each_file_stands_with_those_of_its_plan(shelf: Shelf) -> None:
    rows = shelf.asked(
        "SELECT p.path, o.path FROM copies JOIN plans p ON p.id = plan"
        " JOIN plans o ON o.id = cluster"
    )
    originals = dict(rows)
    assert all(shelf.plan(path) == shelf.plan(other) for path, other in rows)
    copied = [one for one in shelf.truth.values() if one.copy and one.readable]
    assert copied and all(one.path in originals for one in copied)


def test_an_audit_names_those_without_a_plan(shelf: Shelf) -> None:
    top = shelf.truth[min(shelf.truth, key=lambda path: int(shelf.plan(path)[1:]))]
    assert top.number is not None
    names = [one.body for one in shelf.expected]
    found = audit(shelf.out, top.number, issuer=top.body, expected=names, everything=True)
    readable = {one.body for one in shelf.truth.values() if one.readable}
    assert sorted(found.absent) == sorted(set(names) - readable)
    assert {one.plan.path for one in found.children if one.plan.draft} == {
        one.path
        for one in shelf.truth.values()
        if one.readable and not one.copy and one.parent and one.serial is None
    }

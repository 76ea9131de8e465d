"""The wrong two files, or two the wrong way round, are wondered at; a right pair never."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from compare_plans import DUTIES, FEBRUARY, JANUARY, Draft, day, plan_of
from conftest import ROOT, SHARED, Command

import vnplan as library
from vnplan.compare import compare
from vnplan.records import Date, IssuingBody, Level, Plan

FOLDERS = [
    path.parent
    for root in (ROOT / "corpora", SHARED / "corpora" / "pairs")
    for path in sorted(root.glob("*/parent.txt"))
]
PARENT, CHILD = "12/KH-UBND", "34/KH-UBND"


@cache
def pair_of(folder: Path) -> tuple[Plan, Plan]:
    return library.read(folder / "parent.txt"), library.read(folder / "child.txt")


def codes(parent: Plan, child: Plan) -> list[str]:
    return [doubt.code for doubt in compare(parent, child).doubts]


def made(
    number: str,
    date: Date | None,
    *duties: str,
    cites: str | None = None,
    when: Date | None = None,
    issuer: str | None = None,
    level: Level | None = None,
    superior: str | None = None,
) -> Plan:
    draft = Draft()
    draft.write(number)
    if cites:
        draft.cite(cites, when)
    for words in duties or DUTIES[:2]:
        draft.duty(words)
    plan = draft.plan(number=number, date=date)
    body = issuer and IssuingBody(name=issuer, level=level, superior=superior)
    return plan.model_copy(update={"issuing_body": body or None})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_pairs_are_wondered_at_only_the_wrong_way_round(folder: Path) -> None:
    parent, child = pair_of(folder)
    assert codes(parent, child) == []
    [code] = codes(child, parent)
    assert code in ("parent_cites_child", "child_is_superior", "child_is_older")
    assert codes(parent, parent) == codes(child, child) == ["same_plan"]


def test_a_plan_beside_another_version_of_itself() -> None:
    first = made(PARENT, JANUARY, *DUTIES[:3], issuer="UBND tỉnh Hưng Giang")
    again = made(PARENT, JANUARY, *DUTIES[:2], issuer="UBND tỉnh Hưng Giang")
    assert codes(first, again) == ["same_plan"]
    other = made(PARENT, JANUARY, *DUTIES[:2], issuer="UBND tỉnh Lam Sơn")
    assert codes(first, other) == []


def test_who_is_cited_is_the_superior() -> None:
    province = made(PARENT, JANUARY)
    district = made(CHILD, FEBRUARY, cites=PARENT, when=JANUARY)
    assert codes(province, district) == []
    assert codes(district, province) == ["parent_cites_child"]
    # a number without its day may be that of a namesake
    undated = made(PARENT, JANUARY, cites=CHILD)
    assert codes(undated, made(CHILD, FEBRUARY, cites=PARENT, when=FEBRUARY)) == []
    # of two plans that cite one another the one asked about is in its place
    both = made(PARENT, JANUARY, cites=CHILD, when=FEBRUARY)
    assert codes(both, district) == codes(district, both) == []
    # last year's plan of the same number is another
    last = made(CHILD, day(2025, 2, 2, "02/02/2025"))
    assert codes(district, last) != ["parent_cites_child"]


@pytest.mark.parametrize(
    ("below", "above", "wondered"),
    [
        (
            ("Sở Y tế", "department", "UBND tỉnh Hà Bắc"),
            ("Ủy ban nhân dân tỉnh Hà Bắc", None),
            True,
        ),
        (("UBND xã Nậm", "commune", None), ("UBND tỉnh Hà Bắc", "province"), True),
        (("UBND xã Nậm", "commune", None), ("UBND xã Mường", "commune"), False),
        (("Tổng công ty Điện", "unit", None), ("UBND tỉnh Hà Bắc", "province"), False),
        (("Sở Y tế", "department", None), ("UBND tỉnh Hà Bắc", "province"), False),
        ((None, None, None), ("UBND tỉnh Hà Bắc", "province"), False),
    ],
)
def test_who_stands_above_is_the_superior(
    below: tuple[str | None, Level | None, str | None],
    above: tuple[str, Level | None],
    wondered: bool,
) -> None:
    lower = made(PARENT, JANUARY, issuer=below[0], level=below[1], superior=below[2])
    upper = made(CHILD, FEBRUARY, issuer=above[0], level=above[1])
    assert codes(lower, upper) == (["child_is_superior"] if wondered else [])
    assert codes(upper, lower) != ["child_is_superior"]


def test_who_is_older_cannot_answer() -> None:
    younger = made(PARENT, FEBRUARY)
    assert codes(younger, made(CHILD, JANUARY)) == ["child_is_older"]
    assert codes(younger, made(CHILD, FEBRUARY)) == []
    assert codes(younger, made(CHILD, day(2026, 1, None, "tháng 01/2026"))) == ["child_is_older"]
    assert codes(younger, made(CHILD, day(2026, 2, None, "tháng 02/2026"))) == []
    assert codes(younger, made(CHILD, day(2026, 2, 31, "31/02/2026"))) == []
    assert codes(younger, made(CHILD, JANUARY, cites=PARENT)) == []  # a day read wrongly, perhaps


def test_strangers_have_next_to_nothing_in_common() -> None:
    parent = plan_of(*DUTIES[:3])
    other = plan_of(*DUTIES[5:])
    assert not other.legal_bases
    [doubt] = compare(parent, other).doubts
    assert doubt.code == "strangers" and "does not cite the parent" in doubt.message
    assert codes(plan_of(*DUTIES[:2]), plan_of(*DUTIES[5:])) == []  # too little to tell
    cited = made(PARENT, JANUARY, *DUTIES[:3])
    citing = made(CHILD, FEBRUARY, *DUTIES[5:], cites=PARENT, when=JANUARY)
    assert codes(cited, citing) == []


@pytest.mark.parametrize("command", ["diff", "matrix"])
def test_the_command_wonders_and_exits_as_before(vnplan: Command, command: str) -> None:
    child, parent = (FOLDERS[0] / f"{side}.txt" for side in ("child", "parent"))
    done = vnplan(command, child, parent, "--format", "json", "--lang", "en")
    assert done.returncode == 1
    [line] = done.stderr.decode().splitlines()
    assert line.startswith("vnplan: ") and "are these the right two files" in line
    told = vnplan(command, child, parent, "--format", "json", "--lang", "vi").stderr.decode()
    assert "đã chọn đúng hai tệp" in told
    right = vnplan(command, parent, child, "--format", "json")
    assert right.returncode == 1 and not right.stderr


def test_the_page_wonders_where_it_is_read(vnplan: Command) -> None:
    path = FOLDERS[0] / "parent.txt"
    done = vnplan("diff", path, path, "--lang", "en")
    assert done.returncode == 0 and not done.stderr
    assert "Both files are the same plan" in " ".join(done.stdout.decode().split())
    told = json.loads(vnplan("diff", path, path, "--format", "json").stdout)
    assert [doubt["code"] for doubt in told["doubts"]] == ["same_plan"]

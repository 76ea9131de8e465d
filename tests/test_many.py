"""One parent against many children, one child under two parents."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from compare_plans import DUTIES, Draft, plan_of
from conftest import ROOT, Command

import vnplan as library
from vnplan import cli
from vnplan.compare import compare, many
from vnplan.compare.many import as_matrix, compare_with_parents
from vnplan.fingerprint import with_fingerprints
from vnplan.language import say
from vnplan.records import UNANSWERED, Number, Plan, PlanDiff
from vnplan.report.matrix import as_page, as_sheet
from vnplan.report.matrix import counted as counts_of
from vnplan.report.text import as_text, counted
from vnplan.waivers import apply, decide

CORPORA = ROOT / "corpora"
PAIRS = sorted(path for path in CORPORA.iterdir() if path.is_dir())


# ---------------------------------------------------------------- the matrix


def test_a_row_for_each_duty_the_most_often_unanswered_first() -> None:
    parent = plan_of(*DUTIES[:4])
    children = [plan_of(*DUTIES[:2]), plan_of(DUTIES[0], DUTIES[2]), plan_of(*DUTIES[:1])]
    matrix = as_matrix([compare(parent, child) for child in children])
    told = {row.parent.text: row.statuses for row in matrix.rows if row.kind == "obligation"}
    assert list(told) == [DUTIES[3], DUTIES[1], DUTIES[2], DUTIES[0]]
    assert told[DUTIES[3]] == ("missing",) * 3
    assert told[DUTIES[1]] == ("covered", "missing", "missing")
    assert told[DUTIES[0]] == ("covered",) * 3
    counts = [row.unanswered for row in matrix.rows if row.kind == "obligation"]
    assert counts == [3, 2, 2, 0]
    assert [child.summary.missing for child in matrix.children] == [2, 2, 3]


def test_a_matrix_is_of_one_parent_and_of_somebody() -> None:
    child = plan_of(DUTIES[0])
    with pytest.raises(ValueError, match="at least one"):
        as_matrix([])
    with pytest.raises(ValueError, match="one parent"):
        as_matrix([compare(plan_of(duty), child) for duty in DUTIES[:2]])


def test_the_library_gives_what_each_difference_gives() -> None:
    parent = library.read(PAIRS[0] / "parent.txt")
    files = [pair / "child.txt" for pair in PAIRS]
    matrix = library.matrix(parent, files)
    assert matrix == type(matrix).model_validate_json(matrix.to_json())
    for column, path in enumerate(files):
        result = library.diff(parent, path)
        assert matrix.children[column].summary == result.summary
        statuses = {item.id: item.status for item in result.items}
        assert all(row.statuses[column] == statuses[row.id] for row in matrix.rows)


def test_every_sign_of_the_page_stands_for_its_status() -> None:
    parent = plan_of(*DUTIES[:3])
    matrix = as_matrix([compare(parent, plan_of(*DUTIES[:n])) for n in (3, 2, 1)])
    page = as_page(matrix, width=70)
    assert f"2/3  .XX\n     {DUTIES[2]}" in page
    assert f"1/3  ..X\n     {DUTIES[1]}" in page
    assert "\n     123\n" in page
    assert max(map(len, page.splitlines())) <= 70


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_what_a_question_mark_stands_for_is_said_where_it_stands(lang: str) -> None:
    parent = plan_of(*DUTIES[:3])
    told = say(lang, "help_rule_undetermined")
    sure = as_matrix([compare(parent, plan_of(DUTIES[0]))])
    rows = [row for row in sure.rows if row.kind != "legal_basis"]  # no number to cite
    sure = sure.model_copy(update={"rows": tuple(rows)})
    assert "?\n" not in as_page(sure, lang=lang, width=300)
    assert told not in as_page(sure, lang=lang, width=300)
    unread = as_matrix([compare(parent, Plan(text=""))])
    page = as_page(unread, lang=lang, width=300)
    assert f"\n? {told}\n" in page and "1  ?\n" in page
    assert max(map(len, as_page(unread, lang=lang, width=60).splitlines())) <= 60


def test_a_ruler_numbers_more_than_nine_children() -> None:
    parent, child = plan_of(DUTIES[0]), plan_of(DUTIES[0])
    page = as_page(as_matrix([compare(parent, child)] * 12))
    assert f"\n{' ' * 7}{' ' * 9}111\n{' ' * 7}123456789012\n" in page


def test_the_sheet_is_no_place_for_formulas() -> None:
    issuer = "=HYPERLINK(evil)"
    matrix = as_matrix([compare(plan_of(DUTIES[0]), plan_of(DUTIES[1], issuer=issuer))])
    head, *rows = csv.reader(io.StringIO(as_sheet(matrix)))
    assert head[4] == "'" + issuer
    assert rows[0][3:] == [DUTIES[0], "missing", "1"]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda path: path.name)
def test_a_child_has_the_counts_that_its_difference_has(pair: Path) -> None:
    parent, child = (library.read(pair / f"{side}.txt") for side in ("parent", "child"))
    plain = compare(parent, child)
    owed = [item for item in with_fingerprints(plain.items) if item.status in UNANSWERED]
    decided = apply(
        plain,
        decide((), owed[:2], plain.parent, decision="accept", by="A", why="B"),
        today=date(2026, 1, 1),
    )
    matrix = as_matrix([plain, decided])
    page = " ".join(as_page(matrix, width=1000).split())
    for column, diff in enumerate((plain, decided)):
        told = {status: n for status, n in counted(diff).items() if n and status != "added"}
        assert counts_of(matrix, column) == told
        shown = ", ".join(
            f"{n} {say('en', status)}"
            for status, n in told.items()
            if status not in ("covered", "not_applicable")
        )
        assert shown in page
        assert shown in " ".join(as_text(diff, width=1000).split())
    assert all(row.unanswered <= 2 for row in matrix.rows)
    accepted = {item.id for item in owed[:2]}
    assert {row.id for row in matrix.rows if any(row.excused)} == accepted
    assert {row.id for row in matrix.rows if row.unanswered == 1} == accepted


def test_a_wrong_citation_is_told_apart_from_the_duties() -> None:
    parent = plan_of(DUTIES[0]).model_copy(
        update={"number": Number(text="12/KH-UBND", serial="12", symbol="KH-UBND")}
    )
    cites = Draft().cite("12/KH-UBND", None).duty(DUTIES[0]).plan()
    strays = Draft().cite("99/KH-HĐND", None).duty(DUTIES[0]).plan()
    matrix = as_matrix([compare(parent, child) for child in (cites, strays)])
    page = as_page(matrix, width=100)
    assert page.count("Nothing is missing, partial or altered") == 2
    assert page.count("; does not cite 12/KH-UBND") == 1


# ---------------------------------------------------------------- several parents


def test_what_serves_one_parent_is_not_added_under_the_other() -> None:
    child = plan_of(*DUTIES[:3])
    first, second = compare_with_parents([plan_of(DUTIES[0]), plan_of(DUTIES[1])], child)
    for result, own in ((first, DUTIES[0]), (second, DUTIES[1])):
        added = [item.child[0].text for item in result.items if item.status == "added"]
        assert added == [DUTIES[2]]
        assert result.summary.added == 1
        answered = [item.child[0].text for item in result.items if item.status == "covered"]
        assert own in answered
        assert [item.id for item in result.items] == [f"d{n + 1}" for n in range(len(result.items))]


# ---------------------------------------------------------------- as a user runs it


def test_a_folder_of_children(vnplan: Command, tmp_path: Path) -> None:
    folder = tmp_path / "kids"
    folder.mkdir()
    parent = folder / "parent.txt"
    parent.write_bytes((PAIRS[0] / "parent.txt").read_bytes())
    for number, pair in enumerate(PAIRS):
        (folder / f"child{number:02}.txt").write_bytes((pair / "child.txt").read_bytes())
    (folder / "notes.json").write_text("{}")
    done = vnplan("matrix", parent, folder, "--format", "json")
    assert done.returncode == 1
    matrix = library.PlanMatrix.model_validate_json(done.stdout)
    assert [child.plan.name for child in matrix.children] == [
        f"child{n:02}.txt" for n in range(len(PAIRS))
    ]
    sheet = vnplan("matrix", parent, folder, "--format", "csv").stdout
    assert sheet.startswith("\ufeffId,".encode())
    assert len(list(csv.reader(io.StringIO(sheet.decode())))) == len(matrix.rows) + 1
    page = vnplan("matrix", parent, folder, COLUMNS="70").stdout.decode()
    assert max(map(len, page.splitlines())) <= 70


def test_a_folder_without_plans(vnplan: Command, tmp_path: Path) -> None:
    done = vnplan("matrix", PAIRS[0] / "parent.txt", tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"no document to compare" in done.stderr


def test_one_bad_child_is_told_and_the_rest_compared(vnplan: Command, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"%PDF-1.4")
    for command in ("matrix", "diff"):
        done = vnplan(command, PAIRS[0] / "parent.txt", bad, PAIRS[0] / "child.txt")
        assert done.returncode == 2
        assert b"bad.txt: is a broken PDF" in done.stderr
        number = library.read(PAIRS[0] / "child.txt").number
        assert number is not None
        assert number.text in done.stdout.decode()


@pytest.mark.parametrize("command", ["matrix", "diff"])
def test_an_error_of_ours_in_one_child_leaves_the_others(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = many.compare_with_parents

    def fails_on_one(parents: list[Plan], child: Plan) -> list[PlanDiff]:
        if child.source.name == "parent.txt":
            raise ArithmeticError("lost count")
        return whole(parents, child)

    monkeypatch.setattr(many, "compare_with_parents", fails_on_one)
    files = [PAIRS[0] / name for name in ("parent.txt", "parent.txt", "child.txt")]
    assert cli.main([command, *map(str, files), "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert "child.txt" in out
    assert "parent.txt: " in err and "lost count" in err


def test_several_children_give_a_line_of_json_each(vnplan: Command) -> None:
    parent, children = PAIRS[0] / "parent.txt", [pair / "child.txt" for pair in PAIRS[:2]]
    done = vnplan("diff", parent, *children, "--format", "json")
    results = [library.PlanDiff.model_validate_json(line) for line in done.stdout.splitlines()]
    assert results == [library.diff(parent, child) for child in children]


def test_a_second_parent(vnplan: Command) -> None:
    (one, two), child = (pair / "parent.txt" for pair in PAIRS[:2]), PAIRS[0] / "child.txt"
    done = vnplan("diff", one, child, "--parent", two, "--format", "json")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["parent"]["sha256"] != second["parent"]["sha256"]
    alone = library.diff(two, child)
    assert second["summary"]["added"] < alone.summary.added


# ---------------------------------------------------------------- who the child is

PARENT = """ỦY BAN NHÂN DÂN TỈNH HƯNG GIANG
Số: 12/KH-UBND
KẾ HOẠCH
Phát triển văn hóa đọc năm 2024
I. NHIỆM VỤ
1. Sở Tài chính bố trí kinh phí mua sách cho thư viện tỉnh.
2. Tổ chức ngày hội đọc sách cho học sinh trong tháng 4 năm 2024.
"""
CHILD = """KẾ HOẠCH
Phát triển văn hóa đọc năm 2024
I. CÔNG VIỆC
1. Tổ chức ngày hội đọc sách cho học sinh trong tháng 4 năm 2024.
"""


def test_who_the_child_is_may_be_said(vnplan: Command, tmp_path: Path) -> None:
    def fund(body: str) -> str:
        return library.diff(PARENT, CHILD, as_body=body).items[1].status

    assert fund("Sở Tài chính tỉnh Hưng Giang") == "missing"
    assert fund("Sở Y tế tỉnh Hưng Giang") == "not_applicable"
    parent, child = tmp_path / "tinh.txt", tmp_path / "so.txt"
    parent.write_text(PARENT, encoding="utf-8")
    child.write_text(CHILD, encoding="utf-8")
    done = vnplan("diff", parent, child, "--as", "Sở Y tế tỉnh Hưng Giang", "--format", "json")
    result = library.PlanDiff.model_validate_json(done.stdout)
    assert result.child.issuing_body == "Sở Y tế tỉnh Hưng Giang"
    assert [item.status for item in result.items[1:]] == ["not_applicable", "covered"]

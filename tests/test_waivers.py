"""Decisions about duties: the file, what they do to a difference, the commands."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from conftest import ROOT, Command
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import DIFF, HUYEN, TINH

import vnplan as library
from vnplan.errors import UnreadableFile
from vnplan.fingerprint import with_fingerprints
from vnplan.records import DiffItem, PlanDiff, PlanRef, Waiver
from vnplan.report.text import as_text
from vnplan.waivers import (
    apply,
    beside,
    decide,
    find_duties,
    read_waivers,
    write_waivers,
)

TODAY = date(2026, 5, 1)
PARENT = PlanRef(number="12/KH-UBND", words_sha256="a" * 64)
ITEMS = with_fingerprints(DIFF.items)
GIVEN = DIFF.model_copy(update={"parent": PARENT, "items": ITEMS})
LOST = ITEMS[1]  # d2, missing


def waiver(item: DiffItem = LOST, **changes: object) -> Waiver:
    assert item.parent is not None
    usual = {
        "duty": item.fingerprint,
        "text": item.parent.text,
        "decision": "accept",
        "by": "Phạm Thị Thu",
        "why": "đã có tủ sách",
        "parent": PARENT.number,
        "parent_sha256": PARENT.words_sha256,
    }
    return Waiver.model_validate(usual | changes)


def applied(*waivers: Waiver, diff: PlanDiff = GIVEN, today: date = TODAY) -> PlanDiff:
    return apply(diff, waivers, today=today)


def item_of(diff: PlanDiff, name: str) -> DiffItem:
    return next(item for item in diff.items if item.id == name)


# ---------------------------------------------------------------- decisions and a difference


STATES = [
    ({}, "active"),
    ({"until": date(2026, 5, 1)}, "active"),  # the last day is one that counts
    ({"until": date(2026, 4, 30)}, "expired"),
    ({"parent_sha256": "b" * 64}, "suspect"),
    ({"parent": "13/KH-UBND"}, "suspect"),
    ({"parent_sha256": "b" * 64, "until": date(2026, 4, 30)}, "expired"),
    ({"parent": " 12 / kh-ubnd"}, "active"),
    ({"parent": None, "parent_sha256": None}, "active"),  # taken at its word
]


@pytest.mark.parametrize(("changes", "state"), STATES)
def test_what_a_decision_is_worth(changes: dict[str, object], state: str) -> None:
    item = item_of(applied(waiver(**changes)), "d2")
    assert item.waiver is not None and item.waiver.state == state
    assert item.excused is (state == "active")
    assert item.status == "missing"  # whatever was decided


def test_a_decision_changes_nothing_else() -> None:
    result = applied(waiver())
    assert result.summary == GIVEN.summary
    for before, after in zip(GIVEN.items, result.items, strict=True):
        assert before == after.model_copy(update={"waiver": None})
    assert [item.id for item in result.items if item.waiver] == ["d2"]
    assert PlanDiff.model_validate_json(result.to_json()) == result
    assert applied() == GIVEN


def test_a_decision_that_no_duty_carries_is_kept_beside() -> None:
    stale = waiver(duty="0" * 12, text="Trồng cây.")
    other = waiver(duty="1" * 12, parent="99/KH-UBND")
    result = applied(waiver(), other, stale)
    assert [(one.duty[0], one.state) for one in result.unused_waivers] == [
        ("0", "stale"),
        ("1", "elsewhere"),
    ]


def test_of_two_parents_that_ask_the_same_each_has_its_own_decision() -> None:
    ours, theirs = waiver(by="A"), waiver(by="B", parent="99/KH-UBND")
    for both in ((ours, theirs), (theirs, ours)):
        result = applied(*both)
        told = item_of(result, "d2").waiver
        assert told is not None and (told.by, told.state) == ("A", "active")
        assert [(one.by, one.state) for one in result.unused_waivers] == [("B", "elsewhere")]


def test_a_difference_from_before_there_were_fingerprints_can_be_waived() -> None:
    assert item_of(applied(waiver(), diff=DIFF), "d2").waiver is not None


def test_duties_are_found_by_number_or_fingerprint() -> None:
    found, unknown = find_duties(GIVEN, ["d4", str(LOST.fingerprint), "D2", "d7", "d99", "d99"])
    assert [item.id for item in found] == ["d4", "d2"]
    assert unknown == ["d7", "d99"]  # d7 is the child's own


def test_a_new_decision_takes_the_place_of_the_old_one() -> None:
    old = [waiver(why="cũ"), waiver(parent="99/KH-UBND"), waiver(ITEMS[3])]
    new = decide(old, [LOST], PARENT, decision="not applicable", by="B", why="mới")
    assert len(new) == 3 and set(old[1:]) <= set(new)
    assert list(new) == sorted(new, key=lambda one: (one.duty, one.parent))
    [told] = set(new) - set(old)
    assert (told.why, told.by, told.decision) == ("mới", "B", "not applicable")
    assert decide(new, [LOST], PARENT, decision="not applicable", by="B", why="mới") == new


def test_to_decide_anew_on_one_duty_renews_no_other(tmp_path: Path) -> None:
    path = tmp_path / "plan.waivers.yaml"
    write_waivers(path, [waiver(), waiver(ITEMS[2])], parent=PARENT)
    changed = PARENT.model_copy(update={"words_sha256": "c" * 64})
    again = decide(read_waivers(path), [LOST], changed, decision="accept", by="A", why="vẫn vậy")
    write_waivers(path, again, parent=changed)
    result = applied(*read_waivers(path), diff=GIVEN.model_copy(update={"parent": changed}))
    states = {item.id: item.waiver.state for item in result.items if item.waiver}
    assert states == {"d2": "active", "d3": "suspect"}


# ---------------------------------------------------------------- the page


def test_an_accepted_duty_is_listed_apart() -> None:
    page = as_text(applied(waiver(until=date(2026, 12, 31))))
    assert "1 partial, 1 altered, 1 undetermined, 1 accepted, 1 not" in " ".join(page.split())
    assert "MISSING" not in page
    assert (
        "ACCEPTED (1)\n\n"
        "    II.1.1  Mỗi xã mở một tủ sách thiếu nhi tại nhà văn hóa.\n"
        "            missing; accepted by Phạm Thị Thu until 31/12/2026: đã có tủ sách\n"
    ) in page


def test_what_is_over_or_in_doubt_counts_and_says_so() -> None:
    page = as_text(applied(waiver(until=date(2026, 4, 30))))
    assert "MISSING (1)" in page and "ACCEPTED" not in page
    assert (
        "            accepted by Phạm Thị Thu until 30/4/2026: đã có tủ sách\n"
        "            that time is over: the duty counts again\n"
    ) in page
    page = as_text(applied(waiver(parent_sha256="b" * 64)), lang="vi")
    assert "THIẾU (1)" in page and "Phạm Thị Thu chấp nhận" in page
    assert "kế hoạch cấp trên đã thay đổi kể từ đó: nhiệm vụ lại được tính" in page


def test_decisions_that_no_duty_carries_are_told() -> None:
    strangers = [waiver(duty=f"{n}" * 12, parent="99/KH-UBND") for n in range(3)]
    page = as_text(applied(waiver(duty="f" * 12, text="Trồng cây."), *strangers), width=120)
    told = "decision of Phạm Thị Thu on a duty that the parent no longer has, ffffffffffff: Trồng"
    assert told in page
    assert "decisions given against 99/KH-UBND, another plan: 3\n" in page


def test_when_all_that_is_missing_is_accepted_nothing_else_is() -> None:
    items = (ITEMS[0], LOST)
    page = as_text(applied(waiver(), diff=GIVEN.model_copy(update={"items": items})))
    assert "Nothing else is missing" in page


def test_a_decision_on_the_citation_and_on_what_does_not_apply() -> None:
    uncited = ITEMS[0].model_copy(update={"status": "missing"})
    items = (uncited, LOST, ITEMS[4])
    page = as_text(
        applied(
            waiver(uncited, why="sai sót"),
            waiver(ITEMS[4], decision="not applicable"),
            diff=GIVEN.model_copy(update={"items": items}),
        )
    )
    assert "        missing; accepted by Phạm Thị Thu: sai sót\n" in page
    assert "held not to apply by Phạm Thị Thu" in " ".join(page.split())
    assert "NOT APPLICABLE (1)" in page


def test_a_stage_and_its_duty_are_told_once_when_both_are_accepted() -> None:
    twins = with_fingerprints(LOST.model_copy(update={"kind": k}) for k in ("phase", "obligation"))
    diff = GIVEN.model_copy(update={"items": twins})
    assert as_text(applied(*map(waiver, twins), diff=diff)).count("tủ sách thiếu nhi") == 1
    assert as_text(applied(waiver(twins[0]), diff=diff)).count("tủ sách thiếu nhi") == 2


def test_numbers_of_duties_on_demand() -> None:
    page = as_text(GIVEN, ids=True)
    for words in ("[d1] cites 12/KH-UBND", "[d2] Mỗi xã", "[d4, award] Bằng khen", "+ II.4    Thi"):
        assert words in page
    assert "d2" not in as_text(GIVEN)


def test_a_file_cannot_steer_the_terminal() -> None:
    evil = "x\x1b[2Jy"
    for one in (waiver(by=evil, why=evil), waiver(duty="0" * 12, by=evil, text=evil)):
        assert "\x1b" not in as_text(applied(one))


# ---------------------------------------------------------------- the file


FILE = """\
parent: 12/KH-UBND
parent_sha256: {digest}
waivers:
- duty: 123456789012   # a number to YAML, a name to us
  text: "Mỗi xã mở một tủ sách: một"
  decision: accept
  by: no
  why: |
    đã có
    tủ sách
  until: 2026-12-31
- duty: 123456789012#2
  decision: not-applicable
  by: Phạm Thị Thu
  why: 5
  until:
  parent: 99/KH-UBND
  parent_sha256: null
"""


def written(tmp_path: Path, page: str) -> Path:
    path = tmp_path / "plan.waivers.yaml"
    path.write_text(page, encoding="utf-8")
    return path


def test_a_file_is_read_as_people_write_it(tmp_path: Path) -> None:
    first, second = read_waivers(written(tmp_path, FILE.format(digest="a" * 64)))
    assert first == Waiver(
        duty="123456789012",
        text="Mỗi xã mở một tủ sách: một",
        decision="accept",
        by="no",
        why="đã có tủ sách",
        until=date(2026, 12, 31),
        parent="12/KH-UBND",
        parent_sha256="a" * 64,
    )
    assert (second.duty, second.decision) == ("123456789012#2", "not applicable")
    assert (second.why, second.until) == ("5", None)
    assert (second.parent, second.parent_sha256) == ("99/KH-UBND", None)


@pytest.mark.parametrize("page", ["", "# nothing yet\n", "waivers:\n", "waivers: []\n", "{}"])
def test_a_file_may_hold_nothing(tmp_path: Path, page: str) -> None:
    assert read_waivers(written(tmp_path, page)) == ()


ENTRY = "waivers:\n- duty: 123456789012\n  decision: accept\n  by: A\n  why: B\n"
WRONG = [
    ("waivers: [\n", 2, "is no YAML"),
    ("waivers:\n\t- a\n", 2, "is no YAML"),
    ("waivers:\n- duty: a\x07\n", 2, "is no YAML"),
    ("[" * 5000, 1, "is no YAML"),
    ("a: 1\n---\nb: 2\n", 2, "is no YAML"),
    ("- duty: 123456789012\n", 1, "expected keys with values (parent, parent_sha256, waivers)"),
    ("just words", 1, "expected keys with values"),
    ("waiver: []\n", 1, "no such key: waiver (choose from parent, parent_sha256, waivers)"),
    ("waivers: {a: b}\n", 1, "waivers: expected a list"),
    ("waivers: []\nwaivers: []\n", 2, "stands there twice: waivers"),
    ("waivers:\n- d4\n", 2, "expected keys with values (duty, text,"),
    (ENTRY + "  who: A\n", 6, "no such key: who (choose from duty, text, decision, by"),
    (ENTRY + "  ? [a]\n  : b\n", 6, "no such key: ? (choose"),
    (ENTRY + "  by: C\n", 6, "stands there twice: by"),
    (ENTRY + "  until: 31/12/2025\n", 6, "no such day: 31/12/2025; expected it as 2025-12-31"),
    (ENTRY + "  until: 2025-02-30\n", 6, "no such day: 2025-02-30"),
    (ENTRY + "  text: [a, b]\n", 6, "text: expected words"),
    (ENTRY.replace("accept", "ok"), 3, "no such decision: ok (choose from accept, not applicable)"),
    (ENTRY.replace("123456789012", "d4"), 2, "no fingerprint of a duty: d4"),
    (ENTRY.replace("  by: A\n", ""), 2, "this decision has no by"),
    (ENTRY.replace("why: B", "why:"), 2, "this decision has no why"),
    (ENTRY.replace("why: B", "why: ''"), 2, "this decision has no why"),
    (ENTRY + ENTRY.partition("\n")[2], 6, "stands there twice: 123456789012"),
]


@pytest.mark.parametrize(("page", "line", "problem"), WRONG)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, page: str, line: int, problem: str
) -> None:
    path = written(tmp_path, page)
    with pytest.raises(UnreadableFile) as caught:
        read_waivers(path)
    assert str(caught.value).startswith(f"{path}: line {line}: {problem}")
    assert "\n" not in str(caught.value)
    assert f"dòng {line}: " in caught.value.tell("vi")


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(
    lambda said: " ".join(said.split()) or "x"
)
some_waivers = st.builds(
    Waiver,
    duty=st.from_regex(r"[0-9a-f]{12}(#[0-9]{1,2})?", fullmatch=True),
    text=st.none() | words,
    decision=st.sampled_from(["accept", "not applicable"]),
    by=words,
    why=words,
    until=st.none() | st.dates(),
    parent=st.none() | st.sampled_from(["12/KH-UBND", "99/KH-UBND", "1"]),
    parent_sha256=st.none() | st.sampled_from(["a" * 64, "1" * 64]),
)


@settings(max_examples=60)
@given(st.lists(some_waivers, unique_by=lambda one: (one.duty, one.parent or "")))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, waivers: list[Waiver]
) -> None:
    path = tmp_path_factory.getbasetemp() / "law.waivers.yaml"
    write_waivers(path, waivers, parent=PARENT)
    again = read_waivers(path)
    assert set(again) == set(waivers)
    page = path.read_bytes()
    write_waivers(path, reversed(again), parent=PARENT)
    assert path.read_bytes() == page


def test_a_file_is_easy_to_read_and_to_compare(tmp_path: Path) -> None:
    path = tmp_path / "plan.waivers.yaml"
    until = date(2026, 12, 31)
    long = "Tổ chức " * 60 + "xong."
    write_waivers(
        path,
        [
            waiver(duty="bbbbbbbbbbbb", until=until, text=long),
            waiver(duty="aaaaaaaaaaaa", until=until, text=None, parent="99/KH-UBND"),
        ],
        parent=PARENT,
    )
    assert path.read_text(encoding="utf-8").splitlines() == [
        "parent: 12/KH-UBND",
        f"parent_sha256: {'a' * 64}",
        "waivers:",
        "- duty: aaaaaaaaaaaa",
        "  decision: accept",
        "  by: Phạm Thị Thu",
        "  why: đã có tủ sách",
        "  until: 2026-12-31",
        "  parent: 99/KH-UBND",
        "- duty: bbbbbbbbbbbb",
        f"  text: {long}",
        "  decision: accept",
        "  by: Phạm Thị Thu",
        "  why: đã có tủ sách",
        "  until: 2026-12-31",
    ]


def test_a_file_is_replaced_at_once_with_its_mode_and_links(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    path.chmod(0o664)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    write_waivers(link, [waiver()], parent=PARENT)
    assert link.is_symlink() and read_waivers(path) == (waiver(),)
    assert path.stat().st_mode & 0o777 == 0o664
    assert sorted(os.listdir(tmp_path)) == ["link.yaml", "plan.waivers.yaml"]


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be written: No such file"):
        write_waivers(tmp_path / "none" / "plan.waivers.yaml", [waiver()], parent=PARENT)
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnreadableFile, match="cannot be written"):
        write_waivers(tmp_path / "folder", [waiver()], parent=PARENT)
    assert os.listdir(tmp_path) == ["folder"]


@pytest.mark.parametrize(
    ("child", "name"),
    [
        ("plan.txt", "plan.waivers.yaml"),
        ("xã/plan.v2.txt", "xã/plan.v2.waivers.yaml"),
        ("a.b/plan", "a.b/plan.waivers.yaml"),
    ],
)
def test_where_the_file_lies(child: str, name: str) -> None:
    assert beside(child) == Path(name)


# ---------------------------------------------------------------- the commands

WHO = ("--by", "Phạm Thị Thu", "--why", "đã làm năm trước")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    (tmp_path / "tinh.txt").write_text(TINH, encoding="utf-8")
    (tmp_path / "huyen.txt").write_text(HUYEN, encoding="utf-8")
    return tmp_path


def states(vnplan: Command, *options: str) -> dict[str, str]:
    """For each duty with a decision the state of it."""
    done = vnplan("diff", "tinh.txt", "huyen.txt", "--format", "json", *options)
    items = json.loads(done.stdout)["items"]
    return {item["id"]: item["waiver"]["state"] for item in items if item["waiver"]}


def test_from_a_missing_duty_to_an_accepted_one(vnplan: Command, plans: Path) -> None:
    command = ("diff", "tinh.txt", "huyen.txt")
    before = vnplan(*command, "--ids")
    assert before.returncode == 1
    assert "[d3] Tổ chức ngày hội" in before.stdout.decode()

    done = vnplan("waive", "tinh.txt", "huyen.txt", "d3", *WHO)
    assert (done.returncode, done.stderr) == (0, b"")
    told = done.stdout.decode().splitlines()
    assert told[0].startswith("d3  ") and told[0].endswith("trong tháng 4 năm 2024.")
    assert told[1] == "huyen.waivers.yaml: decisions: 1"
    page = (plans / "huyen.waivers.yaml").read_text(encoding="utf-8")
    assert page.startswith("parent: 12/KH-UBND\nparent_sha256: ")
    assert "by: Phạm Thị Thu\n" in page

    after = vnplan(*command)
    assert (after.returncode, after.stderr) == (0, b"")
    assert "ACCEPTED (1)" in after.stdout.decode()
    assert states(vnplan) == {"d3": "active"}
    assert vnplan(*command, "--lang", "vi").stdout.decode().count("ĐÃ ĐƯỢC CHẤP NHẬN (1)") == 1
    assert vnplan(*command, "--no-waivers", "--ids").stdout == before.stdout
    assert states(vnplan, "--no-waivers") == {}
    assert vnplan(*command, "--fail-on", "missing").returncode == 0

    kids = ("matrix", "tinh.txt", "huyen.txt")
    done = vnplan(*kids)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "1 accepted" in done.stdout.decode() and "0/1  =" in done.stdout.decode()
    [row] = [
        row
        for row in json.loads(vnplan(*kids, "--format", "json").stdout)["rows"]
        if row["id"] == "d3"
    ]
    assert (row["statuses"], row["excused"], row["unanswered"]) == (["missing"], [True], 0)
    [line] = [
        one
        for one in vnplan(*kids, "--format", "csv").stdout.decode().splitlines()
        if one.startswith("d3,")
    ]
    assert line.endswith(",accepted,0")
    assert vnplan(*kids, "--format", "xlsx", "-o", "bang.xlsx").returncode == 0
    sheet = openpyxl.load_workbook(plans / "bang.xlsx")["Matrix"]
    [cells] = [row for row in sheet.iter_rows() if row[5].value == "d3"]
    assert (cells[4].value, cells[6].value) == (0, "accepted")
    assert "missing; accepted by Phạm Thị Thu: đã làm năm trước" in cells[6].comment.text
    assert vnplan(*kids, "--no-waivers").returncode == 1

    again = vnplan("waive", "tinh.txt", "huyen.txt", told[0].split()[1], *WHO)
    assert again.returncode == 0
    assert (plans / "huyen.waivers.yaml").read_text(encoding="utf-8") == page


def test_a_reflowed_parent_keeps_decisions_and_a_changed_one_puts_them_in_doubt(
    vnplan: Command, plans: Path
) -> None:
    vnplan("waive", "tinh.txt", "huyen.txt", "d3", *WHO)
    parent = plans / "tinh.txt"
    parent.write_text(TINH.replace("cho học sinh ", "cho\nhọc sinh\n"), encoding="utf-16")
    assert states(vnplan) == {"d3": "active"}
    parent.write_text(TINH.replace("100%", "90%"), encoding="utf-8")
    assert states(vnplan) == {"d3": "suspect"}
    done = vnplan("diff", "tinh.txt", "huyen.txt")
    assert done.returncode == 1
    assert "the parent has changed since" in done.stdout.decode()
    vnplan("waive", "tinh.txt", "huyen.txt", "d3", *WHO)  # looked at again
    assert states(vnplan) == {"d3": "active"}
    parent.write_text(TINH.replace("tháng 4", "tháng 5"), encoding="utf-8")
    done = vnplan("diff", "tinh.txt", "huyen.txt")
    assert done.returncode == 1
    assert "decision of Phạm Thị Thu on a duty that the parent no longer has" in " ".join(
        done.stdout.decode().split()
    )
    done = vnplan("diff", "tinh.txt", "huyen.txt", "--format", "json")
    [stale] = json.loads(done.stdout)["unused_waivers"]
    assert stale["state"] == "stale" and stale["text"].startswith("Tổ chức ngày hội")


def test_a_decision_holds_to_its_last_day(vnplan: Command, plans: Path) -> None:
    vnplan("waive", "tinh.txt", "huyen.txt", "d3", *WHO, "--until", "2999-12-31")
    assert states(vnplan) == {"d3": "active"}
    vnplan("waive", "tinh.txt", "huyen.txt", "d3", *WHO, "--until", "2000-12-31")
    assert states(vnplan) == {"d3": "expired"}
    assert vnplan("diff", "tinh.txt", "huyen.txt").returncode == 1


def test_decisions_in_a_file_of_another_name(vnplan: Command, plans: Path) -> None:
    where = ("--waivers", "ý kiến.yaml")
    command = ("waive", "tinh.txt", "-", "d3", *WHO, "--decision", "not-applicable")
    assert vnplan(*command, input=HUYEN.encode()).returncode == 2
    assert vnplan(*command, *where, input=HUYEN.encode()).returncode == 0
    assert "decision: not applicable" in (plans / "ý kiến.yaml").read_text(encoding="utf-8")
    assert not (plans / "huyen.waivers.yaml").exists()
    assert vnplan("diff", "tinh.txt", "huyen.txt").returncode == 1
    assert vnplan("diff", "tinh.txt", "huyen.txt", *where).returncode == 0
    assert vnplan("diff", "tinh.txt", "-", input=HUYEN.encode()).returncode == 1


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["waive", "tinh.txt", "huyen.txt", "d99", "D0", *WHO], "no such duty: d99; vnplan diff"),
        (["waive", "tinh.txt", "huyen.txt", "d3", *WHO[:2]], "required: --why"),
        (["waive", "tinh.txt", "huyen.txt", "d3", *WHO[:2], "--why", " "], "expected some words"),
        (["waive", "tinh.txt", "huyen.txt", *WHO], "required: ID"),
        (["waive", "tinh.txt", "huyen.txt", "d3", *WHO, "--until", "31/12/2025"], "no such day"),
        (["waive", "tinh.txt", "huyen.txt", "d3", *WHO, "--decision", "ok"], "invalid choice"),
        (["waive", "tinh.txt", "none.txt", "d3", *WHO], "none.txt: no such file"),
        (["waive", "tinh.txt", "huyen.txt", "d3", *WHO, "--waivers", "no/a.yaml"], "be written"),
        (["waive", "tinh.txt", "huyen.txt", "d3", *WHO, "--waivers", "huyen.txt"], "line 2: "),
        (["diff", "tinh.txt", "huyen.txt", "--waivers", "none.yaml"], "none.yaml: no such file"),
        (["diff", "tinh.txt", "huyen.txt", "--waivers", "huyen.txt"], "huyen.txt: line 2: "),
        (["diff", "tinh.txt", "huyen.txt", "--waivers", "a", "--no-waivers"], "not allowed with"),
    ],
)
def test_trouble_is_told_and_nothing_is_written(
    vnplan: Command, plans: Path, command: list[str], told: str
) -> None:
    done = vnplan(*command)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert sorted(os.listdir(plans)) == ["huyen.txt", "tinh.txt"]
    assert (plans / "huyen.txt").read_text(encoding="utf-8") == HUYEN


def test_a_broken_file_beside_the_child_is_trouble_in_the_readers_language(
    vnplan: Command, plans: Path
) -> None:
    (plans / "huyen.waivers.yaml").write_text(ENTRY.replace("accept", "ok"), encoding="utf-8")
    for command in (["diff"], ["diff", "--format", "json"]):
        done = vnplan(*command, "tinh.txt", "huyen.txt", "--lang", "vi")
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == (
            "vnplan: huyen.waivers.yaml: dòng 3: không có ý kiến: ok (chọn trong accept, not "
            "applicable)\n"
        )
    assert vnplan("diff", "tinh.txt", "huyen.txt", "--no-waivers").returncode == 1
    assert vnplan("waive", "tinh.txt", "huyen.txt", "d3", *WHO).returncode == 2


def test_each_child_has_its_own_file_and_each_parent_its_decisions(
    vnplan: Command, plans: Path
) -> None:
    second = TINH.replace("12/KH", "15/KH").replace("Hưng Giang", "Thanh Hà")
    (plans / "bo.txt").write_text(second, encoding="utf-8")
    (plans / "xa.txt").write_text(HUYEN, encoding="utf-8")
    vnplan("waive", "tinh.txt", "huyen.txt", "d3", *WHO)

    done = vnplan("diff", "tinh.txt", "huyen.txt", "xa.txt", "--format", "json")
    assert done.returncode == 1
    waived = [json.loads(line)["items"][2]["waiver"] for line in done.stdout.splitlines()]
    assert waived[0]["state"] == "active" and waived[1] is None

    command = ("diff", "tinh.txt", "huyen.txt", "--parent", "bo.txt", "--format", "json")
    done = vnplan(*command)
    told = [json.loads(line)["items"][2]["waiver"]["state"] for line in done.stdout.splitlines()]
    assert told == ["active", "suspect"]  # the second asks the same, but was not decided on
    vnplan("waive", "bo.txt", "huyen.txt", "d1", "d3", *WHO)
    lines = [json.loads(line) for line in vnplan(*command).stdout.splitlines()]
    assert [line["items"][2]["waiver"]["state"] for line in lines] == ["active", "active"]
    assert [one["state"] for one in lines[0]["unused_waivers"]] == ["elsewhere"] * 2

    (plans / "huyen.waivers.yaml").write_text("[", encoding="utf-8")
    done = vnplan("diff", "tinh.txt", "huyen.txt", "xa.txt", "--format", "json")
    assert done.returncode == 2
    assert done.stderr.startswith(b"vnplan: huyen.waivers.yaml: line 1: is no YAML")
    assert json.loads(done.stdout)["child"]["name"] == "xa.txt"


@pytest.mark.parametrize(
    "options",
    [
        ["tinh.txt", "huyen.txt", "huyen.txt", "--waivers", "a.yaml"],
        ["tinh.txt", "huyen.txt", "huyen.txt", "--since", "a.json"],
        ["tinh.txt", "huyen.txt", "--parent", "tinh.txt", "--since", "a.json"],
    ],
)
def test_what_is_of_one_child_is_not_of_several(
    vnplan: Command, plans: Path, options: list[str]
) -> None:
    done = vnplan("diff", *options)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b" is of one " in done.stderr


def test_the_library_has_the_record_and_the_schema_knows_it() -> None:
    assert library.Waiver is Waiver
    result = applied(waiver(until=TODAY), waiver(duty="0" * 12))
    schema = jsonschema.Draft202012Validator(library.schema("diff"))
    schema.validate(json.loads(result.to_json()))
    assert "đã có tủ sách" in result.rows()[1]["waiver"]


def test_the_documented_file_and_program_work(
    vnplan: Command, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    (plans / "huyen.waivers.yaml").write_text(
        page.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8"
    )
    done = vnplan("diff", "tinh.txt", "huyen.txt", "--format", "json")
    [known] = json.loads(done.stdout)["unused_waivers"]
    assert (known["by"], known["state"]) == ("Nguyễn Văn A", "stale")
    (plans / "old.json").write_bytes(done.stdout)
    monkeypatch.chdir(plans)
    names: dict[str, list[DiffItem]] = {}
    exec(page.partition("```python\n")[2].partition("```")[0], names)
    assert [item.id for item in names["left"]] == ["d3"]

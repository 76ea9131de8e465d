"""What became of a parent's duties since an earlier comparison."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Command
from samples import DIFF, HUYEN, HUYEN_HEAD, TINH

import vnplan as library
from vnplan.errors import UnreadableFile
from vnplan.fingerprint import with_fingerprints
from vnplan.records import Change, DiffItem, PlanDiff, Since, Waiver
from vnplan.report.text import as_text
from vnplan.since import add_since, course_of, read_earlier

ACTIVE = Waiver(duty="0" * 12, decision="accept", by="A", why="B", state="active")
OVER = ACTIVE.model_copy(update={"state": "expired"})
LATER = Change(field="deadline", from_="30/6", to="30/7", effect="later")
EARLIER = Change(field="deadline", from_="30/6", to="30/5", effect="earlier")
LOWER = Change(field="target", from_="100%", to="90%", effect="lower")


def item(status: str, **changes: object) -> DiffItem:
    made = DIFF.items[1].model_copy(update={"status": status, **changes})
    return DiffItem.model_validate(made.model_dump(by_alias=True))


COURSES = [
    (item("covered"), item("missing"), "worse"),
    (item("covered"), item("undetermined"), "worse"),
    (item("altered"), item("partial"), "worse"),
    (item("not_applicable"), item("missing"), "worse"),
    (item("undetermined"), item("missing"), "worse"),
    (item("missing"), item("partial"), "better"),
    (item("missing"), item("covered"), "better"),
    (item("undetermined"), item("covered"), "better"),
    # nobody has mended what could not be judged any more, or is no longer the child's
    (item("missing"), item("undetermined"), "changed"),
    (item("missing"), item("not_applicable"), "changed"),
    (item("covered"), item("not_applicable"), "changed"),
    (item("not_applicable"), item("covered"), "changed"),
    (item("covered"), item("covered"), "unchanged"),
    (item("missing", score=0.9), item("missing", score=0.6), "unchanged"),
    (item("covered"), item("covered", child=DIFF.items[2].child), "unchanged"),
    # of one status, by what is left to mend
    (item("partial", missing_acts=("a",)), item("partial", missing_acts=("a", "b")), "worse"),
    (item("partial", missing_acts=("a", "b")), item("partial", missing_acts=("b",)), "better"),
    (item("partial", missing_acts=("a",)), item("partial", missing_acts=("b",)), "changed"),
    (item("altered", changes=(LATER,)), item("altered", changes=(LATER, LOWER)), "worse"),
    (item("altered", changes=(LATER, LOWER)), item("altered", changes=(LATER,)), "better"),
    (item("altered", changes=(LATER,)), item("altered", changes=(LOWER,)), "changed"),
    (item("covered"), item("covered", changes=(EARLIER,)), "changed"),
    (item("not_applicable", reason="a"), item("not_applicable", reason="b"), "changed"),
    # what was decided about it
    (item("missing"), item("missing", waiver=ACTIVE), "changed"),
    (item("missing", waiver=ACTIVE), item("missing", waiver=OVER), "worse"),
    (item("missing", waiver=ACTIVE), item("partial"), "worse"),
    (item("missing", waiver=ACTIVE), item("covered"), "better"),
    (item("missing"), item("covered", waiver=ACTIVE), "better"),
    (item("missing", waiver=ACTIVE), item("missing", waiver=ACTIVE), "unchanged"),
]


@pytest.mark.parametrize(("before", "now", "course"), COURSES)
def test_what_became_of_a_duty(before: DiffItem, now: DiffItem, course: str) -> None:
    assert course_of(before, now) == course


def with_items(*items: DiffItem) -> PlanDiff:
    """A difference of these items, numbered anew."""
    numbered = [one.model_copy(update={"id": f"d{n}"}) for n, one in enumerate(items, 1)]
    return DIFF.model_copy(update={"items": tuple(numbered)})


def changed(one: DiffItem, status: str) -> DiffItem:
    return one.model_copy(update={"status": status})


def test_duties_are_known_again_wherever_they_stand() -> None:
    first, second, third, fourth, fifth, sixth, added = DIFF.items
    now = with_items(
        fifth, changed(first, "missing"), changed(second, "covered"), third, sixth, added
    )
    since = add_since(now, with_items(first, second, third, fourth, fifth, added)).since
    assert since is not None
    assert since.model_dump(exclude={"before"}) == {
        "worse": ("d2",),
        "better": ("d3",),
        "changed": (),
        "unchanged": ("d1", "d4"),
        "new": ("d5",),
        "gone": ("d4",),  # as the earlier comparison had it
    }
    assert [one.id for one in since.before] == ["d1", "d2", "d4"]
    assert [one.status for one in since.before] == ["covered", "missing", "altered"]


def test_nothing_has_changed_since_now() -> None:
    result = add_since(DIFF, DIFF)
    assert result.since == Since(unchanged=("d1", "d2", "d3", "d4", "d5", "d6"))
    assert result.items == with_fingerprints(DIFF.items)
    assert PlanDiff.model_validate_json(result.to_json()) == result
    assert add_since(DIFF, result) == result


def test_what_is_said_twice_is_compared_in_order() -> None:
    lost = DIFF.items[1]
    since = add_since(with_items(lost, changed(lost, "covered")), with_items(lost, lost)).since
    assert since is not None
    assert (since.unchanged, since.better) == (("d1",), ("d2",))


# ---------------------------------------------------------------- the page


def test_the_page_tells_first_what_has_changed() -> None:
    first, second, third, fourth, fifth, sixth, _ = DIFF.items
    new = second.model_copy(update={"parent": third.parent, "kind": "criterion"})
    now = with_items(first, changed(second, "covered"), third, changed(fifth, "missing"), new)
    page = as_text(add_since(now, with_items(first, second, third, fourth, fifth, sixth)))
    top, _, rest = page.partition("\n4 duties of the parent")
    assert rest
    assert (
        top.partition("\n\n")[2]
        == """\
Since the earlier comparison: 1 newly missing or worse, 1 mended, 1 new in the
parent, 2 gone from the parent, 1 unchanged.

NEWLY MISSING OR WORSE (1)

    V.3     Sở Tài chính bố trí kinh phí.
            not applicable → missing

MENDED (1)

    II.1.1  Mỗi xã mở một tủ sách thiếu nhi tại nhà văn hóa.
            missing → covered

NEW IN THE PARENT (1)

    II.1.2  [criterion] Kiểm kê sách; tu bổ sách hỏng.
            missing

GONE FROM THE PARENT (2)

    IV.2    [award] Bằng khen của Chủ tịch UBND tỉnh
            altered

    III.2   [phase] Giai đoạn 2
            undetermined
"""
    )


def test_a_citation_that_is_lost_is_told() -> None:
    lost = changed(DIFF.items[0], "missing")
    page = as_text(add_since(with_items(lost, DIFF.items[1]), with_items(*DIFF.items[:2])))
    assert "[legal basis] 12/KH-UBND covered → missing" in " ".join(page.split())
    assert "1 newly missing or worse, 1 unchanged" in page


def test_a_stage_and_its_duty_are_told_once() -> None:
    twins = [DIFF.items[1].model_copy(update={"kind": kind}) for kind in ("phase", "obligation")]
    now = with_items(*(changed(one, "covered") for one in twins))
    page = as_text(add_since(now, with_items(*twins)))
    assert page.count("tủ sách thiếu nhi") == 1
    assert "[phase, obligation] Mỗi xã" in page


def test_when_nothing_has_changed_it_is_said() -> None:
    page = as_text(add_since(DIFF, DIFF), lang="vi")
    assert "\nSo với lần đối chiếu trước không có gì thay đổi.\n\n5 nội dung" in page


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [40, 80])
def test_lines_keep_to_the_width(width: int, lang: str) -> None:
    empty = DIFF.model_copy(update={"items": ()})
    for now, before in ((DIFF, empty), (empty, DIFF)):
        page = as_text(add_since(now, before), lang=lang, width=width, ids=True)
        assert max(map(len, page.splitlines())) <= width
        assert not any(line != line.rstrip() for line in page.splitlines())


# ---------------------------------------------------------------- the file

BEYOND = ("fingerprint", "waiver", "unused_waivers", "since", "words_sha256")


def without_new_fields(diff: PlanDiff) -> str:
    """The JSON of a difference as it was written before there were fingerprints."""

    def older(value: object) -> object:
        if isinstance(value, dict):
            return {name: older(one) for name, one in value.items() if name not in BEYOND}
        return [older(one) for one in value] if isinstance(value, list) else value

    return json.dumps(older(json.loads(diff.to_json())))


def test_a_difference_of_before_is_read(tmp_path: Path) -> None:
    old = without_new_fields(DIFF)
    assert not any(name in old for name in BEYOND)
    assert PlanDiff.model_validate_json(old) == DIFF
    path = tmp_path / "old.json"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):  # as shells redirect it
        path.write_text(old, encoding=encoding)
        assert read_earlier(path) == DIFF
    assert add_since(with_items(*with_fingerprints(DIFF.items)), read_earlier(path)).since == Since(
        unchanged=("d1", "d2", "d3", "d4", "d5", "d6")
    )


GOOD = json.loads(DIFF.to_json())
WRONG = [
    ("{", "is no JSON: "),
    ("[]", "is no record; expected a JSON object"),
    ("%PDF-1.7", "is no JSON"),
    (json.dumps(GOOD | {"schema_version": "2.0"}), "is a record of version 2.0; expected 1.0"),
    (
        json.dumps(GOOD | {"items": 7}),
        "is no difference that vnplan diff --format json wrote: items",
    ),
    (json.dumps(GOOD | {"novel": 7}), "is no difference that vnplan diff --format json wrote: nov"),
    ("{}", "is no difference that vnplan diff --format json wrote: parent: Field required"),
    (library.parse("KẾ HOẠCH\n1. Trồng cây.").to_json(), "is no difference that vnplan diff"),
]


@pytest.mark.parametrize(("page", "problem"), WRONG)
def test_what_is_no_difference_is_told(tmp_path: Path, page: str, problem: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(page, encoding="utf-8")
    with pytest.raises(UnreadableFile) as caught:
        read_earlier(path)
    assert str(caught.value).startswith(f"{path}: {problem}")
    assert "\n" not in str(caught.value) and "\n" not in caught.value.tell("vi")


# ---------------------------------------------------------------- the command


def test_a_difference_since_an_earlier_one(vnplan: Command, tmp_path: Path) -> None:
    (tmp_path / "tinh.txt").write_text(TINH, encoding="utf-8")
    (tmp_path / "huyen.txt").write_text(HUYEN, encoding="utf-8")
    command = ("diff", "tinh.txt", "huyen.txt")
    (tmp_path / "old.json").write_bytes(vnplan(*command, "--format", "json").stdout)
    done = vnplan(*command, "--since", "old.json")
    assert done.returncode == 1  # as without --since
    assert "Since the earlier comparison nothing has changed." in done.stdout.decode()

    mended = HUYEN_HEAD + "1. Tổ chức ngày hội đọc sách cho học sinh tháng 4/2024.\n"
    (tmp_path / "huyen.txt").write_text(mended, encoding="utf-8")
    (tmp_path / "tinh.txt").write_text(TINH + "3. Kiểm kê sách ở thư viện.\n", encoding="utf-8")
    done = vnplan(*command, "--since", "old.json", "--format", "json")
    assert done.returncode == 1
    since = json.loads(done.stdout)["since"]
    assert [one["id"] for one in since.pop("before")] == ["d2", "d3"]
    assert since == {
        "worse": ["d2"],
        "better": ["d3"],
        "changed": [],
        "unchanged": ["d1"],
        "new": ["d4"],
        "gone": [],
    }
    page = vnplan(*command, "--since", "old.json", "--lang", "vi").stdout.decode()
    for head in ("MỚI THIẾU HOẶC KÉM HƠN (1)", "ĐÃ KHẮC PHỤC (1)", "MỚI CÓ Ở CẤP TRÊN (1)"):
        assert head in page


def test_an_accepted_duty_is_no_mended_one(vnplan: Command, tmp_path: Path) -> None:
    (tmp_path / "tinh.txt").write_text(TINH, encoding="utf-8")
    (tmp_path / "huyen.txt").write_text(HUYEN, encoding="utf-8")
    command = ("diff", "tinh.txt", "huyen.txt", "--format", "json")
    (tmp_path / "old.json").write_bytes(vnplan(*command).stdout)
    vnplan("waive", "tinh.txt", "huyen.txt", "d3", "--by", "A", "--why", "B")
    done = vnplan(*command, "--since", "old.json")
    assert done.returncode == 0
    since = json.loads(done.stdout)["since"]
    assert (since["changed"], since["better"]) == (["d3"], [])


def test_a_wrong_earlier_file_is_trouble(vnplan: Command, pair: tuple[Path, Path]) -> None:
    done = vnplan("diff", *pair, "--since", pair[0], "--lang", "vi")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"vnplan: {pair[0]}: không phải JSON")
    done = vnplan("diff", *pair, "--since", "none.json")
    assert done.stderr.decode() == "vnplan: none.json: no such file\n"
    assert done.returncode == 2

"""Three plans or more, one below the other: what became of the duties of the first."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from compare_plans import DUTIES, plan_of
from conftest import Command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import HUYEN_HEAD, TINH_HEAD

import vnplan as library
from vnplan.compare import compare
from vnplan.compare.chain import compare_chain
from vnplan.records import ChainRow, Doubt, Plan, PlanChain
from vnplan.report.chain import as_page

PROVINCE = f"""{TINH_HEAD}\
1. Mở tủ sách tại 100% nhà văn hóa xã trước ngày 30/6/2024.
2. Kiểm kê sách tại thư viện các xã; thay thế kệ, tủ đã hư hỏng.
3. Tổ chức ngày hội đọc sách cho học sinh trong tháng 4 năm 2024.
4. Sở Tài chính bố trí kinh phí mua sách cho thư viện tỉnh.
5. Tặng xe đạp cho trẻ em nghèo vượt khó tại các xóm núi.
6. Trạm Y tế các xã nạo vét mương, khơi thông cống rãnh quanh khu chợ cũ.
7. Mời nhà văn nói chuyện với bạn đọc nhân dịp kỷ niệm.
8. Sửa mái tôn bị dột ở dãy nhà phía đông trước mùa mưa.
"""
DISTRICT = f"""{HUYEN_HEAD}\
1. Các xã mở tủ sách tại 100% nhà văn hóa xã trước ngày 15/7/2024.
2. Kiểm kê sách tại thư viện các xã.
3. Thay thế kệ, tủ đã hư hỏng tại thư viện các xã.
4. Mời nhà văn nói chuyện với bạn đọc nhân dịp kỷ niệm; sửa mái tôn bị dột ở dãy nhà phía đông.
"""
COMMUNE = """ỦY BAN NHÂN DÂN XÃ AN THẠNH
Số: 07/KH-UBND
An Thạnh, ngày 01 tháng 3 năm 2024
KẾ HOẠCH
Phát triển văn hóa đọc xã An Thạnh năm 2024
Thực hiện Kế hoạch số 31/KH-UBND ngày 02/02/2024 của UBND huyện Phú Lâm, UBND xã ban hành:
I. CÔNG VIỆC
1. Mở tủ sách tại 100% nhà văn hóa xã trước ngày 31/7/2024.
2. Kiểm kê sách tại thư viện xã.
3. Tặng xe đạp cho trẻ em nghèo vượt khó tại xóm núi.
4. Mời nhà văn nói chuyện với bạn đọc nhân dịp kỷ niệm.
"""
LATER = ("trước ngày 30/6/2024", "trước ngày 15/7/2024", "trước ngày 31/7/2024")


def rows_of(chain: PlanChain) -> dict[str, ChainRow]:
    """The rows by the section of their duty."""
    return {row.parent.section: row for row in chain.rows if row.kind == "obligation"}


def text_of(*duties: str, body: str = "") -> str:
    """A short plan of these duties, before some that every plan here has."""
    points = [*duties, *DUTIES[:3]]
    numbered = "".join(f"{number}. {words}\n" for number, words in enumerate(points, 1))
    return f"{body}\nKẾ HOẠCH\nPhát triển văn hóa đọc năm 2024\nI. NHIỆM VỤ\n{numbered}"


@pytest.fixture(scope="module")
def chain() -> PlanChain:
    return library.chain([PROVINCE, DISTRICT, COMMUNE])


# ---------------------------------------------------------------- what became of a duty

EXAMPLES = [
    ("I.1", ("altered", "altered"), "altered", 1),  # the date moves at each level
    ("I.2", ("covered", "partial"), "partial", 2),  # split by the district, half of it lost
    ("I.3", ("missing", "missing"), "lost", 1),
    ("I.4", ("not_applicable", "not_applicable"), "not_applicable", None),
    ("I.5", ("missing", "covered"), "restored", 1),
    ("I.7", ("covered", "covered"), "covered", None),  # merged by the district: this half is kept
    ("I.8", ("covered", "missing"), "lost", 2),  # merged by the district: this half is lost
]


@pytest.mark.parametrize(("section", "statuses", "fate", "broken_at"), EXAMPLES)
def test_what_became_of_a_duty(
    chain: PlanChain,
    section: str,
    statuses: tuple[str, ...],
    fate: str,
    broken_at: int | None,
) -> None:
    row = rows_of(chain)[section]
    assert tuple(step.status for step in row.steps) == statuses
    assert (row.fate, row.broken_at) == (fate, broken_at)


def test_a_date_that_drifts_is_seen_step_by_step_and_whole(chain: PlanChain) -> None:
    first, second = rows_of(chain)["I.1"].steps
    told = [
        [(change.from_, change.to, change.effect) for change in changes]
        for changes in (first.changes, second.changes, second.from_top)
    ]
    june, july, end_of_july = LATER
    assert told == [
        [(june, july, "later")],
        [(july, end_of_july, "later")],
        [(june, end_of_july, "later")],
    ]


def test_a_date_that_drifts_where_the_name_changes_too() -> None:
    names = ("“Sách và tuổi thơ”", "“Sách và tuổi thơ” mang tên mới “Đọc để lớn”", "“Đọc để lớn”")
    top, middle, bottom = (
        text_of(f"Tổ chức hội thi {name} cho thiếu nhi {day}.")
        for name, day in zip(names, LATER, strict=True)
    )
    assert library.diff(top, bottom).items[1].status == "missing"
    step = rows_of(library.chain([top, middle, bottom]))["I.1"].steps[1]
    assert (step.status, step.direct) == ("altered", False)
    assert [(change.from_, change.to) for change in step.from_top] == [(LATER[0], LATER[2])]


def test_a_value_that_drifts_too_little_to_be_told_at_each_level() -> None:
    plans = [text_of(f"Tặng {count} xe đạp cho trẻ em nghèo.") for count in (1000, 992, 984)]
    row = rows_of(library.chain(plans))["I.1"]
    assert [step.status for step in row.steps] == ["covered", "altered"]
    assert [(one.from_, one.to) for one in row.steps[1].changes] == [("1000 xe đạp", "984 xe đạp")]


def test_an_act_that_only_the_middle_asks_for_is_no_loss() -> None:
    duty = "Nạo vét mương, khơi thông cống rãnh quanh khu chợ cũ"
    more = f"{duty}; trồng bù cây phượng đổ sau bão dọc đường ven sông."
    assert library.diff(text_of(more), text_of(f"{duty}.")).items[1].status == "partial"
    row = rows_of(library.chain([text_of(f"{duty}."), text_of(more), text_of(f"{duty}.")]))["I.1"]
    assert row.fate == "covered"
    assert row.steps[1].direct


@pytest.mark.parametrize(("bottom", "fate"), [(DUTIES[5], "covered"), (DUTIES[6], "lost")])
def test_what_is_not_for_the_middle_may_be_for_the_bottom(bottom: str, fate: str) -> None:
    top = text_of(f"Bệnh viện đa khoa huyện Phú Lâm: {DUTIES[5]}", body="BỘ Y TẾ")
    middle = text_of(DUTIES[7], body="SỞ Y TẾ TỈNH HƯNG GIANG")
    lowest = text_of(bottom, body="BỆNH VIỆN ĐA KHOA HUYỆN PHÚ LÂM")
    row = rows_of(library.chain([top, middle, lowest]))["I.1"]
    assert row.steps[0].status == "not_applicable"
    assert row.steps[0].reason
    assert (row.fate, row.broken_at) == (fate, None if fate == "covered" else 2)


def test_a_middle_that_cannot_be_read_loses_nothing_for_sure() -> None:
    middle = plan_of(DUTIES[0]).model_copy(
        update={"doubts": (Doubt(code="broken_text", message=""),)}
    )
    told = compare_chain([plan_of(*DUTIES[:3]), middle, plan_of(*DUTIES[:2])])
    fates = {row.parent.text: row.fate for row in told.rows if row.kind == "obligation"}
    assert fates == {
        DUTIES[0]: "covered",
        DUTIES[1]: "undetermined",
        DUTIES[2]: "lost",  # the bottom, which can be read, has it not
    }


DISTRICTS = "Kế hoạch số 31/KH-UBND ngày 02/02/2024 của UBND huyện Phú Lâm"
TOPS = "Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND tỉnh Hưng Giang"
TITLED = " về phát triển văn hóa đọc trên địa bàn tỉnh Hưng Giang năm 2024"
CITED = [
    (DISTRICTS, "covered"),
    (DISTRICTS + TITLED, "covered"),  # which the plan above has from the top
    (DISTRICTS.replace("02/02", "03/02") + TITLED, "altered"),
    (TOPS, "covered"),  # past the district
    (f"{TOPS}; {DISTRICTS}", "covered"),
    ("Kế hoạch số 99/KH-SYT ngày 04/02/2024 của Sở Y tế", "missing"),
]


@pytest.mark.parametrize(("citation", "status"), CITED)
def test_each_level_cites_the_one_above(citation: str, status: str) -> None:
    commune = COMMUNE.replace(DISTRICTS, citation)
    assert citation in commune
    told = library.chain([PROVINCE, DISTRICT, commune])
    first, second = next(row.steps for row in told.rows if row.kind == "legal_basis")
    assert (first.status, second.status) == ("covered", status)
    assert [one.field for one in second.changes] == (["date"] if status == "altered" else [])
    assert second.from_top == ()


def test_a_level_may_cite_one_that_cites_nothing() -> None:
    district = DISTRICT.replace("12/KH-UBND", "50/KH-SYT").replace("05/01/2024", "06/01/2024")
    told = library.chain([PROVINCE, district, COMMUNE])
    steps = next(row.steps for row in told.rows if row.kind == "legal_basis")
    assert [step.status for step in steps] == ["missing", "covered"]


def test_four_levels() -> None:
    plans = [plan_of(*DUTIES[:n]) for n in (3, 2, 3, 1)]
    told = {
        row.parent.text: ([step.status for step in row.steps], row.fate)
        for row in compare_chain(plans).rows
        if row.kind == "obligation"
    }
    assert told == {
        DUTIES[1]: (["covered", "covered", "missing"], "lost"),
        DUTIES[2]: (["missing", "covered", "missing"], "lost"),
        DUTIES[0]: (["covered"] * 3, "covered"),
    }


# ---------------------------------------------------------------- what holds for any chain

some_duties = st.sets(st.sampled_from(DUTIES[:6]), min_size=1).map(
    lambda chosen: plan_of(*sorted(chosen))
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(plans=st.lists(some_duties, min_size=3, max_size=4))
def test_a_chain_says_what_its_differences_say(plans: list[Plan]) -> None:
    told = compare_chain(plans)
    first = {item.id: item for item in compare(plans[0], plans[1]).items if item.parent}
    straight = {item.id: item for item in compare(plans[0], plans[-1]).items}
    assert told.rows and {row.id for row in told.rows} == first.keys()
    for row in told.rows:
        step, item = row.steps[0], first[row.id]
        assert (row.parent, row.kind) == (item.parent, item.kind)
        assert (step.status, step.answers, step.changes) == (item.status, item.child, item.changes)
        assert len(row.steps) == len(plans) - 1
        if row.steps[-1].direct:
            assert row.steps[-1].status == straight[row.id].status
        assert (row.fate in ("lost", "restored")) == any(s.status == "missing" for s in row.steps)
        for level, step in enumerate(row.steps, 1):
            text = plans[level].text or ""
            assert all(text[slice(*words.span)] == words.text for words in step.answers)
    fates = [row.fate for row in told.rows]
    assert all(fate == "lost" for fate in fates[: fates.count("lost")])


def test_a_plan_below_itself_loses_nothing(pair: tuple[Path, Path]) -> None:
    plan = library.read(pair[0])
    alone = {item.id: item.status for item in library.diff(plan, plan).items}
    told = library.chain([plan] * 3)
    assert all({step.status for step in row.steps} == {alone[row.id]} for row in told.rows)
    assert {row.fate for row in told.rows} == {"covered"}


def test_a_middle_that_repeats_a_neighbour_changes_nothing(pair: tuple[Path, Path]) -> None:
    parent, child = map(library.read, pair)
    alone = {item.id: item.status for item in library.diff(parent, child).items}
    for row in library.chain([parent, parent, child]).rows:
        assert row.steps[1].status == alone[row.id]
    for row in library.chain([parent, child, child]).rows:
        first, second = (step.status for step in row.steps)
        assert second == (first if first in ("missing", "not_applicable") else "covered")


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_chain_has_three_plans(count: int) -> None:
    with pytest.raises(ValueError, match="three plans or more"):
        library.chain([PROVINCE] * count)


# ---------------------------------------------------------------- as a user runs it


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    texts = {"tinh.txt": PROVINCE, "huyen.txt": DISTRICT, "xa.txt": COMMUNE}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in texts]


def test_the_json_is_the_record(vnplan: Command, files: list[Path]) -> None:
    done = vnplan("chain", *files, "--format", "json")
    assert (done.returncode, done.stderr) == (1, b"")
    told = PlanChain.model_validate_json(done.stdout)
    assert told == library.chain(files)
    schema = json.loads(vnplan("schema", "chain").stdout)
    jsonschema.Draft202012Validator(schema).validate(json.loads(done.stdout))


def test_the_page_begins_with_what_was_lost(vnplan: Command, files: list[Path]) -> None:
    done = vnplan("chain", *files, COLUMNS="70")
    page = done.stdout.decode()
    assert (done.returncode, done.stderr) == (1, b"")
    assert max(map(len, page.splitlines())) <= 70
    heads = ("LOST (", "RESTORED FURTHER DOWN (", "PARTIAL (", "ALTERED (", "NOT APPLICABLE (")
    places = [page.index(head) for head in heads]
    assert places == sorted(places)
    lost = "  0   I.3  Tổ chức ngày hội đọc sách cho học sinh trong tháng 4 năm"
    assert page.index(lost) < page.index("RESTORED")
    assert "   cites 31/KH-UBND\n" in page
    assert "           0 to 2: deadline: trước ngày 30/6/2024 → trước ngày\n" in page


def test_the_page_in_vietnamese(chain: PlanChain) -> None:
    page = as_page(chain, lang="vi", width=100)
    assert "BỊ MẤT (" in page
    assert "từ 0 đến 2: thời hạn: trước ngày 30/6/2024 → trước ngày 31/7/2024 (muộn hơn)" in page


@pytest.mark.parametrize(
    ("plans", "options", "code"),
    [
        ((0, 1, 2), ("--fail-on", "none"), 0),
        ((0, 1, 2), ("--fail-on", "undetermined"), 0),
        ((0, 1, 2), ("--fail-on", "altered"), 1),
        ((0, 0, 0), (), 0),
    ],
)
def test_exit_codes(
    vnplan: Command, files: list[Path], plans: tuple[int, ...], options: tuple[str, ...], code: int
) -> None:
    assert vnplan("chain", *(files[place] for place in plans), *options).returncode == code


def test_refused(vnplan: Command, files: list[Path], tmp_path: Path) -> None:
    done = vnplan("chain", *files[:2])
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"BOTTOM" in done.stderr
    done = vnplan("chain", "-", files[1], "-", input=PROVINCE.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"standard input" in done.stderr
    done = vnplan("chain", *files[:2], tmp_path / "absent.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"absent.txt: no such file" in done.stderr
    empty = tmp_path / "empty.txt"
    empty.write_text("Không có nhiệm vụ.\n", encoding="utf-8")
    done = vnplan("chain", empty, *files[1:])
    assert done.returncode == 2
    assert b"no duty was found" in done.stderr


def test_one_plan_on_standard_input(vnplan: Command, files: list[Path]) -> None:
    done = vnplan("chain", *files[:2], "-", "--format", "json", input=COMMUNE.encode())
    told = PlanChain.model_validate_json(done.stdout)
    assert [row.fate for row in told.rows] == [row.fate for row in library.chain(files).rows]

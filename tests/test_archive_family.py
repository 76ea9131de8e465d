"""Who carries out whom: citations resolved to the plans of an archive, the tree of one."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from conftest import ROOT, Command
from shelved import Paper, archived

from vnplan.archive.copies import cluster
from vnplan.archive.family import family, find_plans, resolve
from vnplan.archive.names import Likeness, governs, likeness, place_of
from vnplan.errors import ArchiveError
from vnplan.records import Descendant, Family
from vnplan.report.family import as_page

PROVINCE = Paper("UBND tỉnh Lam Giang", "12/KH-UBND", "Chỉnh lý tài liệu tồn đọng năm 2024")
DISTRICT = Paper(
    "UBND huyện Nà Hỳ",
    "30/KH-UBND",
    "Chỉnh lý tài liệu tồn đọng năm 2024 trên địa bàn huyện Nà Hỳ",
    month=4,
    grounds=(PROVINCE.cited(),),
)
COMMUNE = Paper(
    "UBND xã Bình Sa",
    "7/KH-UBND",
    "Chỉnh lý tài liệu tồn đọng năm 2024 của xã Bình Sa",
    month=5,
    grounds=(PROVINCE.cited(), DISTRICT.cited()),
)
ELSEWHERE = PROVINCE._replace(
    issuer="UBND tỉnh Ngọc Huyền", title="Phát triển thủy lợi nội đồng năm 2024"
)


def with_families(papers: dict[str, Paper | str], out: Path) -> Path:
    archived(papers, out)
    with sqlite3.connect(out / "index.sqlite", isolation_level=None) as db:
        cluster(db)
        resolve(db)
    db.close()
    return out


def ties(papers: dict[str, Paper | str], out: Path) -> dict[tuple[str, str], bool]:
    """Child and parent by their paths, and whether directly."""
    with_families(papers, out)
    with sqlite3.connect(out / "index.sqlite") as db:
        rows = db.execute(
            "SELECT c.path, p.path, direct FROM carries JOIN plans c ON c.id = child"
            " JOIN plans p ON p.id = parent"
        )
        found = {(child, parent): bool(direct) for child, parent, direct in rows}
    db.close()
    return found


# ---------------------------------------------------------------- names

NAMES: list[tuple[str, str, Likeness]] = [
    ("UBND tỉnh Lam Giang", "ỦY BAN NHÂN DÂN TỈNH LAM GIANG", "same"),
    ("ubnd tinh lam giang", "Ủy ban nhân dân tỉnh Lam Giang", "same"),
    ("UBND xã Hòa Bình", "UBND xã Hoà Bình", "same"),
    ("Sở Y tế An Khánh", "Sở Y tế tỉnh An Khánh", "same"),
    ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ", "same"),
    ("Trường THCS Nguyễn Trãi", "Trường Trung học cơ sở Nguyễn Trãi", "same"),
    ("Sở Kế hoạch và Đầu tư tỉnh Sóc Trăng", "Sở Tài chính thành phố Cần Thơ", "same"),
    ("UBND tỉnh", "Ủy ban nhân dân tỉnh Lam Giang", "partial"),
    ("Giám đốc Sở Y tế", "Sở Y tế tỉnh An Khánh", "partial"),
    ("UBND xã Bình Sa", "UBND xã Bình Sa, huyện Nà Hỳ", "partial"),
    ("UBND tỉnh", "UBND huyện Lam Giang", "other"),
    ("UBND xã Bình Sa", "UBND huyện Bình Sa", "other"),
    ("UBND xã Bình Sa, huyện Ba Bể", "UBND xã Bình Sa, huyện Nà Hỳ", "other"),
    ("UBND xã Long Xá", "UBND xã Long Huyền", "other"),
    ("UBND phường 1", "UBND phường 2", "other"),
    ("Sở Y tế tỉnh Lam Giang", "Sở Nội vụ tỉnh Lam Giang", "other"),
    ("Trường THPT Bạch Dã", "Trường THPT Bảo Cao", "other"),
    ("", "UBND tỉnh", "unknown"),
]


@pytest.mark.parametrize(("one", "other", "told"), NAMES)
def test_whether_two_names_mean_one_body(one: str, other: str, told: Likeness) -> None:
    assert likeness(one, other) == likeness(other, one) == told


OVER: list[tuple[str, str, str | None, bool | None]] = [
    ("UBND tỉnh Lam Giang", "Sở Y tế tỉnh Lam Giang", None, True),
    ("UBND tỉnh Lam Giang", "Sở Y tế", "UBND tỉnh Lam Giang", True),
    ("Sở Y tế tỉnh An Khánh", "Bệnh viện Hoa Sa", "Sở Y tế An Khánh", True),
    ("UBND huyện Nà Hỳ", "UBND xã Bình Sa, huyện Nà Hỳ", None, True),
    ("UBND tỉnh Lam Giang", "Sở Y tế tỉnh Hà Nam", None, False),
    ("UBND tỉnh Lam Giang", "UBND xã Bình Sa, huyện Nà Hỳ, tỉnh Ngọc Huyền", None, False),
    ("UBND tỉnh Lam Giang", "UBND xã Bình Sa", None, None),
    ("UBND huyện Bình Sa", "UBND xã Bình Sa", None, None),
    ("UBND xã Bình Sa", "UBND tỉnh Lam Giang", None, None),
    ("UBND tỉnh Bến Tre", "UBND xã Bình Sa, tỉnh Vĩnh Long", None, None),
]


@pytest.mark.parametrize(("upper", "lower", "superior", "told"), OVER)
def test_who_governs_whom(upper: str, lower: str, superior: str | None, told: bool | None) -> None:
    assert governs(upper, lower, superior) is told


def test_where_a_body_is() -> None:
    assert place_of("UBND tỉnh Lam Giang") == "lam giang"
    assert place_of("Sở Y tế An Khánh") == "an khanh"
    assert place_of("Chính phủ") == ""


# ---------------------------------------------------------------- ties


def test_three_levels_each_tied_to_the_next(tmp_path: Path) -> None:
    papers: dict[str, Paper | str] = {"x": COMMUNE, "h": DISTRICT, "t": PROVINCE, "o": ELSEWHERE}
    assert ties(papers, tmp_path / "out") == {
        ("h", "t"): True,
        ("x", "h"): True,
        ("x", "t"): False,  # over the district
    }


CITED = {
    "all of it": PROVINCE.cited(),
    "no day": "Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh Lam Giang về chỉnh lý tài liệu;",
    "no issuer": "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/03/2024 về chỉnh lý tài liệu tồn đọng;",
    "no number": "Căn cứ Kế hoạch của UBND tỉnh Lam Giang về chỉnh lý tài liệu tồn đọng năm 2024;",
    "another number": PROVINCE.cited(number="21/KH-UBND"),
    "another day": PROVINCE._replace(day="06").cited(),
    "as the province's": PROVINCE.cited(issuer="UBND tỉnh"),
    "by its chairman": PROVINCE.cited(issuer="Chủ tịch UBND tỉnh Lam Giang"),
}


@pytest.mark.parametrize("ground", CITED.values(), ids=CITED.keys())
def test_how_a_plan_may_be_cited(ground: str, tmp_path: Path) -> None:
    child = DISTRICT._replace(grounds=(ground,))
    papers: dict[str, Paper | str] = {"h": child, "t": PROVINCE, "o": ELSEWHERE}
    assert ties(papers, tmp_path / "out") == {("h", "t"): True}


NOT_CITED = {
    "another year": PROVINCE._replace(year=2023).cited(),
    "another title on another number": "Thực hiện Kế hoạch số 21/KH-UBND ngày 05/03/2024 của UBND "
    "tỉnh Lam Giang về trồng cây phân tán;",
    "a law": "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;",
    "another body's": PROVINCE.cited(issuer="UBND tỉnh Hà Nam"),
}


@pytest.mark.parametrize("ground", NOT_CITED.values(), ids=NOT_CITED.keys())
def test_what_is_no_citation_of_it(ground: str, tmp_path: Path) -> None:
    assert ties({"h": DISTRICT._replace(grounds=(ground,)), "t": PROVINCE}, tmp_path / "out") == {}


def test_nobody_carries_out_what_came_later_or_stands_beside_or_below(tmp_path: Path) -> None:
    beside = DISTRICT._replace(issuer="UBND huyện Ba Bể", number="8/KH-UBND")
    papers: dict[str, Paper | str] = {
        "later": PROVINCE._replace(month=6),
        "child of later": DISTRICT._replace(grounds=(PROVINCE._replace(month=6).cited(),)),
        "beside": beside,
        "cites beside": COMMUNE._replace(issuer="UBND huyện Hạ Lang", grounds=(beside.cited(),)),
        "cites below": Paper(
            "UBND tỉnh Ngọc Huyền", "90/KH-UBND", "Kho", month=8, grounds=(beside.cited(),)
        ),
    }
    assert ties(papers, tmp_path / "out") == {}


def test_a_plan_is_known_by_the_decision_that_it_comes_with(tmp_path: Path) -> None:
    parent = PROVINCE._replace(
        number="",
        day="05",
        under_title="(Kèm theo Quyết định số 88/QĐ-UBND ngày 05 tháng 3 năm 2024 của UBND tỉnh)",
    )
    ground = (
        "Căn cứ Quyết định số 88/QĐ-UBND ngày 05 tháng 3 năm 2024 của UBND tỉnh Lam Giang ban hành "
        "Kế hoạch chỉnh lý tài liệu tồn đọng năm 2024;"
    )
    child = DISTRICT._replace(grounds=(ground,))
    assert ties({"h": child, "t": parent}, tmp_path / "out") == {("h", "t"): True}
    assert [plan.path for plan in find_plans(tmp_path / "out", "88/qđ-ubnd")] == ["t"]


def test_a_number_inside_a_longer_one_is_not_the_decision_s(tmp_path: Path) -> None:
    decision = "Quyết định số {}/QĐ-UBND ngày 05 tháng 3 năm 2024 của UBND tỉnh"
    papers = {
        "t": PROVINCE._replace(
            number="",
            under_title=f"(Kèm theo {decision.format(88)})",
            purpose=f"Tiếp tục công việc nêu tại {decision.format(8)}.",
        ),
        "u": PROVINCE._replace(
            number="",
            issuer="UBND tỉnh Ngọc Huyền",
            purpose=f"{decision.format(177)} đã nêu. {'Như thế. ' * 12}"
            f"Kèm theo {decision.format(77)}.",
        ),
    }
    ties(papers, tmp_path / "out")
    known = {
        number: [plan.path for plan in find_plans(tmp_path / "out", f"{number}/qđ-ubnd")]
        for number in (88, 8, 77, 177)
    }
    assert known == {88: ["t"], 8: [], 77: ["u"], 177: []}


def test_a_plan_that_is_only_there_as_a_draft(tmp_path: Path) -> None:
    draft = PROVINCE._replace(number="     /KH-UBND", day="")
    assert ties({"h": DISTRICT, "t": draft}, tmp_path / "out") == {("h", "t"): True}


def test_a_purpose_may_say_whom_a_plan_carries_out(tmp_path: Path) -> None:
    purpose = PROVINCE.cited().replace("Thực hiện", "Triển khai thực hiện")
    child = DISTRICT._replace(grounds=(), purpose=purpose)
    other = DISTRICT._replace(
        issuer="UBND huyện Ba Bể",
        grounds=(),
        purpose=f"Đối chiếu với {purpose.partition('hiện ')[2]}",
    )
    papers: dict[str, Paper | str] = {"h": child, "o": other, "t": PROVINCE}
    assert ties(papers, tmp_path / "out") == {("h", "t"): True}


def test_a_purpose_may_say_so_of_another_number_only(tmp_path: Path) -> None:
    other = ELSEWHERE._replace(issuer=PROVINCE.issuer, number="112/KH-UBND", day="09").cited()
    beside = PROVINCE.cited().replace("Thực hiện", "Đối chiếu với")
    child = DISTRICT._replace(grounds=(), purpose=f"{other} {'x' * 80} {beside}")
    assert ties({"h": child, "t": PROVINCE}, tmp_path / "out") == {}


def test_copies_are_one_plan(tmp_path: Path) -> None:
    draft = PROVINCE._replace(number="     /KH-UBND", day="")
    papers: dict[str, Paper | str] = {"a": draft, "t": PROVINCE, "u": PROVINCE, "h": DISTRICT}
    assert ties(papers, tmp_path / "out") == {("h", "t"): True}
    [found] = find_plans(tmp_path / "out", "12/KH-UBND")
    assert {(copy.path, copy.kind) for copy in found.copies} == {("a", "draft"), ("u", "exact")}


def test_what_nobody_can_decide_is_told(tmp_path: Path) -> None:
    same = "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/03/2024 của UBND tỉnh;"
    child = DISTRICT._replace(grounds=(same,))
    papers: dict[str, Paper | str] = {"h": child, "t": PROVINCE, "o": ELSEWHERE}
    assert ties(papers, tmp_path / "out") == {}
    [undecided] = family(tmp_path / "out", "30/KH-UBND").undecided
    assert undecided.plan.path == "h"
    assert {one.plan.path for one in undecided.candidates} == {"t", "o"}
    named = child._replace(purpose="Tài liệu của tỉnh Ngọc Huyền được chỉnh lý.")
    papers["h"] = named
    assert ties(papers, tmp_path / "named") == {("h", "o"): True}


def test_how_sure_a_plan_above_is_others_below_it_do_not_say(tmp_path: Path) -> None:
    unsure = DISTRICT._replace(
        issuer="UBND huyện Ba Bể",
        number="31/KH-UBND",
        grounds=("Thực hiện Kế hoạch số 12/KH-UBND năm 2024 của UBND tỉnh Lam Giang;",),
    )
    low = COMMUNE._replace(grounds=(unsure.cited(),))
    papers: dict[str, Paper | str] = {"x": low, "u": unsure, "h": DISTRICT, "t": PROVINCE}
    out = with_families(papers, tmp_path / "out")
    below = {one.plan.path: one.certainty for one in family(out, "12/KH-UBND").children}
    assert below["u"] < below["h"]
    for number in ("31/KH-UBND", "7/KH-UBND"):
        above = {one.plan.path: one.certainty for one in family(out, number).ancestors}
        assert above["t"] == below["u"]


def test_a_cycle_ends(tmp_path: Path) -> None:
    out = with_families({"x": COMMUNE, "h": DISTRICT, "t": PROVINCE}, tmp_path / "out")
    with sqlite3.connect(out / "index.sqlite") as db:
        top, low = (
            db.execute("SELECT id FROM plans WHERE path = ?", p).fetchone()[0] for p in "tx"
        )
        db.execute("INSERT INTO carries VALUES (?, ?, 0.9, 1)", (top, low))
    db.close()
    found = family(out, "12/KH-UBND")
    assert paths(found.children) == ["h", ["x", ["t", []]]]
    assert {one.plan.path for one in found.ancestors} == {"x", "h"}


def test_the_real_misprints_of_the_corpora(tmp_path: Path) -> None:
    texts: dict[str, Paper | str] = {
        f"{path.parent.name}/{path.stem}": path.read_text(encoding="utf-8")
        for path in (ROOT / "corpora").glob("*/*.txt")
    }
    found = ties(texts, tmp_path / "out")
    pairs = {path.partition("/")[0] for path in texts}
    assert all(child.partition("/")[0] == parent.partition("/")[0] for child, parent in found)
    assert {child.partition("/")[0] for child, _ in found} == pairs


# ---------------------------------------------------------------- the tree


def paths(children: tuple[Descendant, ...]) -> list[object]:
    return [part for one in children for part in (one.plan.path, paths(one.children))]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    papers: dict[str, Paper | str] = {
        "t.txt": PROVINCE,
        "h.txt": DISTRICT,
        "h-draft.txt": DISTRICT._replace(number="     /KH-UBND", day=""),
        "x.txt": COMMUNE,
        "o.txt": ELSEWHERE,
        "old.txt": PROVINCE._replace(year=2023, title="Chỉnh lý tài liệu tồn đọng năm 2023"),
    }
    for place in range(1, 12):
        papers[f"p{place}.txt"] = COMMUNE._replace(
            issuer=f"UBND phường {place}", number=f"{place}/KH-UBND", title="Chỉnh lý tài liệu"
        )
    return with_families(papers, tmp_path_factory.mktemp("family") / "out")


def test_the_family_of_a_plan(shelf: Path) -> None:
    found = family(shelf, "12/kh-ubnd", issuer="UBND tỉnh Lam Giang", year=2024)
    below = ["x.txt", *(f"p{place}.txt" for place in range(1, 12))]
    [district] = found.children
    assert district.plan.path == "h.txt"
    assert sorted(one.plan.path for one in district.children) == sorted(below)
    wards = [one.plan.path for one in district.children if one.plan.path.startswith("p")]
    assert wards == [f"p{place}.txt" for place in range(1, 12)]  # 2 before 10
    assert Family.model_validate_json(found.to_json()) == found
    again = family(shelf, "7/KH-UBND", issuer="xã bình sa")
    assert [(one.plan.path, one.steps) for one in again.ancestors] == [("h.txt", 1), ("t.txt", 2)]


def test_which_of_several_plans_of_a_number(shelf: Path) -> None:
    assert len(find_plans(shelf, "12/KH-UBND")) == 3
    assert [plan.path for plan in find_plans(shelf, "012 / kh-ubnd", year=2023)] == ["old.txt"]
    named = find_plans(shelf, "12/KH-UBND", issuer="ngoc huyen")
    assert [plan.path for plan in named] == ["o.txt"]
    with pytest.raises(ArchiveError, match="3 plans have the number"):
        family(shelf, "12/KH-UBND")
    with pytest.raises(ArchiveError, match="no plan has the number"):
        family(shelf, "99/KH-UBND")


def test_where_there_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="vnplan index"):
        family(tmp_path, "12/KH-UBND")
    (tmp_path / "index.sqlite").write_text("no database at all, but long enough to be one")
    with pytest.raises(ArchiveError, match="vnplan index"):
        family(tmp_path, "12/KH-UBND")


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "13 plans carry it out (1 + 12)."), ("vi", "(1 +")]
)
def test_the_page_of_a_family(shelf: Path, lang: str, told: str) -> None:
    found = family(shelf, "12/KH-UBND", issuer="Lam Giang", year=2024)
    page = as_page(found, lang=lang, width=100)
    assert told in page
    assert all(len(line) <= 100 for line in page.splitlines())
    assert ("+1 copy" in page) is (lang == "en")
    lower = as_page(family(shelf, "7/KH-UBND", issuer="Bình Sa"), lang=lang).splitlines()
    assert lower[0].startswith("^^ 12/KH-UBND, 05/3/2024, ")
    assert lower[2].startswith("^ 30/KH-UBND")


def test_the_command(shelf: Path, vnplan: Command) -> None:
    one = ("--issuer", "UBND tỉnh Lam Giang", "--year", "2024")
    told = vnplan("family", "12/kh-ubnd", *one, VNPLAN_ARCHIVE=str(shelf))
    assert told.returncode == 0
    assert told.stdout.decode().startswith("12/KH-UBND, 05/3/2024, UBND tỉnh Lam Giang\nt.txt")
    told = vnplan("family", "12/kh-ubnd", *one, "--archive", shelf, "--format", "json")
    assert json.loads(told.stdout)["children"][0]["plan"]["path"] == "h.txt"
    several = vnplan("family", "12/KH-UBND", "--archive", shelf)
    assert several.returncode == 2 and not several.stdout
    assert all(path in several.stderr for path in (b"o.txt", b"old.txt", b"t.txt", b"--issuer"))
    assert vnplan("family", "99/KH-UBND", "--archive", shelf).returncode == 2
    assert vnplan("family", "99/KH-UBND").returncode == 2  # no archive here

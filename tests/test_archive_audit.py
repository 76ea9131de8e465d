"""A plan of an archive against all that carry it out, and who has none."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest
from conftest import Command
from shelved import DUTIES, Paper, archived

from vnplan.archive.audit import audit, distinct, match_names
from vnplan.archive.copies import cluster
from vnplan.archive.family import resolve
from vnplan.errors import ArchiveError
from vnplan.records import Audit
from vnplan.report.audit import as_page

PROVINCE = Paper("UBND tỉnh Lam Giang", "12/KH-UBND")


def child(issuer: str, number: str, *duties: str, parent: Paper = PROVINCE) -> Paper:
    title = f"Chỉnh lý tài liệu tồn đọng năm 2024 của {issuer.removeprefix('UBND ')}"
    return Paper(issuer, number, title, month=4, duties=duties or DUTIES, grounds=(parent.cited(),))


WHOLE = child("UBND huyện Nà Hỳ", "30/KH-UBND")
HALF = child("UBND huyện Ba Bể", "31/KH-UBND", DUTIES[0], *DUTIES[2:])
DRAFT = child("UBND huyện Hạ Lang", "     /KH-UBND")._replace(day="")
BELOW = child("UBND xã Bình Sa", "7/KH-UBND", parent=WHOLE)._replace(month=5)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cut = HALF._replace(issuer="UBND huyện Mường Lay", number="32/KH-UBND").text()
    lost = cut.partition("I. MỤC ĐÍCH")[0]
    papers: dict[str, Paper | str] = {
        "parent.txt": PROVINCE,
        "whole.txt": WHOLE,
        "half.txt": HALF,
        "z-half.txt": HALF,
        "draft.txt": DRAFT,
        "below.txt": BELOW,
        "lost.txt": lost,
    }
    out = tmp_path_factory.mktemp("audit") / "out"
    archived(papers, out, failed=("scan1.pdf", "scan2.pdf"))
    with sqlite3.connect(out / "index.sqlite", isolation_level=None) as db:
        cluster(db)
        resolve(db)
    db.close()
    return out


def statuses(found: Audit) -> dict[str | None, dict[str, int]]:
    assert found.matrix is not None
    return {
        one.plan.issuing_body: {"missing": one.summary.missing, "covered": one.summary.covered}
        for one in found.matrix.children
    }


def test_the_children_are_compared_each_once(shelf: Path) -> None:
    heard: list[tuple[int, int]] = []
    found = audit(shelf, "12/kh-ubnd", tell=lambda done, total: heard.append((done, total)))
    assert [one.plan.path for one in found.children] == [
        "half.txt",
        "draft.txt",
        "lost.txt",
        "whole.txt",
    ]
    told = statuses(found)
    assert told["UBND huyện Nà Hỳ"]["missing"] == 0
    assert told["UBND huyện Ba Bể"]["missing"] == 1
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert found.expected is None and found.absent == ()
    assert found.failed == 2
    assert Audit.model_validate_json(found.to_json()) == found


def test_what_is_a_draft_and_what_cannot_be_compared(shelf: Path) -> None:
    found = audit(shelf, "12/KH-UBND")
    assert [one.plan.path for one in found.children if one.plan.draft] == ["draft.txt"]
    assert [one.plan.path for one in found.children if one.unreadable] == ["lost.txt"]
    assert "UBND huyện Mường Lay" not in statuses(found)


def test_a_draft_has_its_column_and_is_not_counted(tmp_path: Path) -> None:
    draft = child("UBND huyện Hạ Lang", "     /KH-UBND", *DUTIES[2:])._replace(day="")
    out = archived({"p": PROVINCE, "h": HALF, "w": WHOLE, "d": draft}, tmp_path / "out")
    with sqlite3.connect(out / "index.sqlite", isolation_level=None) as db:
        resolve(db)
    db.close()
    matrix = audit(out, "12/KH-UBND").matrix
    assert matrix is not None
    [at] = [at for at, one in enumerate(matrix.children) if one.draft]
    assert matrix.children[at].plan.issuing_body == "UBND huyện Hạ Lang"
    open_ = {"missing", "partial", "altered"}
    others = [[one for i, one in enumerate(row.statuses) if i != at] for row in matrix.rows]
    assert [row.unanswered for row in matrix.rows] == [
        sum(one in open_ for one in some) for some in others
    ]
    assert any(row.statuses[at] in open_ for row in matrix.rows)
    page = as_page(audit(out, "12/KH-UBND"))
    assert "(draft): " in page and "1/2" in page and "/3" not in page.partition("UBND huyện")[2]


def test_those_further_below_on_demand(shelf: Path) -> None:
    found = audit(shelf, "12/KH-UBND", everything=True)
    assert "below.txt" in [one.plan.path for one in found.children]
    alone = audit(shelf, "30/KH-UBND", expected=["UBND xã Bình Sa", "UBND xã Hoa Sa"])
    assert [one.plan.path for one in alone.children] == ["below.txt"]
    assert alone.absent == ("UBND xã Hoa Sa",)


def test_nobody_below(shelf: Path) -> None:
    found = audit(shelf, "7/KH-UBND", expected=["Trường THCS Bình Sa"])
    assert found.children == () and found.matrix is None
    assert found.absent == ("Trường THCS Bình Sa",)
    with pytest.raises(ArchiveError, match="no plan has the number"):
        audit(shelf, "99/KH-UBND")


ABSENT = [
    (["UBND huyện Nà Hỳ"], [["Ủy ban nhân dân huyện Nà Hỳ"]], []),
    (["ubnd huyen na hy"], [["Ủy ban nhân dân huyện Nà Hỳ, tỉnh Lam Giang"]], []),
    (["Nà Hỳ", "Ba Bể"], [["UBND huyện Nà Hỳ"]], ["Ba Bể"]),
    (["Sở Y tế", "Sở Nội vụ"], [["Sở Y tế tỉnh Lam Giang"]], ["Sở Nội vụ"]),
    (["UBND xã Long Xá", "UBND xã Long Huyền"], [["UBND xã Long Huyền"]], ["UBND xã Long Xá"]),
    (["Sở Y tế", "Công đoàn ngành Y tế"], [["Sở Y tế", "Công đoàn ngành Y tế"]], []),
    (["UBND phường 1", "UBND phường 11"], [["UBND phường 11"]], ["UBND phường 1"]),
    # one plan is not that of two
    (["UBND xã Bình An", "UBND xã Bình An, huyện Ba Bể"], [["UBND xã Bình An, huyện Ba Bể"]],
     ["UBND xã Bình An"]),
    (["UBND huyện Ba Bể"], [], ["UBND huyện Ba Bể"]),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "bodies", "absent"), ABSENT)
def test_who_has_no_plan(expected: list[str], bodies: list[list[str]], absent: list[str]) -> None:
    assert list(match_names(expected, bodies).absent) == absent


SHORT = [
    ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo tỉnh Lam Giang"),
    ("Sở GDĐT", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
    ("so gd-dt", "Sở Giáo dục và Đào tạo"),
    ("SGD&ĐT", "Sở GD&ĐT Lam Giang"),
    ("PGDĐT huyện Nà Hỳ", "Phòng Giáo dục và Đào tạo huyện Nà Hỳ"),
    ("Phòng GD&ĐT TP. Vinh", "Phòng Giáo dục và Đào tạo thành phố Vinh"),
    ("Phòng LĐTBXH", "Phòng Lao động - Thương binh và Xã hội huyện Nà Hỳ"),
    ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
    ("Sở Lao động - TB và XH", "Sở Lao động - Thương binh và Xã hội"),
    ("Sở NN & PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("Sở VH, TT và DL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Phòng VH-TT", "Phòng Văn hóa - Thông tin"),
    ("Phòng VH-TT", "Phòng Văn hóa và Thông tin"),
    ("UBND xã An Lạc", "Ủy ban nhân dân xã An Lạc"),
    ("UBND TP. Vinh", "ỦY BAN NHÂN DÂN THÀNH PHỐ VINH"),
    ("UBND TT Nam Đàn", "UBND thị trấn Nam Đàn"),
    ("UBND TX. Hồng Lĩnh", "UBND thị xã Hồng Lĩnh"),
    ("UBND P. Bến Thủy", "UBND phường Bến Thủy"),
    ("UBND Q1", "UBND quận 1"),
    ("TP. Vinh", "ỦY BAN NHÂN DÂN THÀNH PHỐ VINH"),
    ("H. Nam Đàn", "UBND huyện Nam Đàn"),
    ("H.Nam Đàn", "Ủy ban nhân dân huyện Nam Đàn, tỉnh Lam Giang"),
    ("h. nam dan", "UBND huyện Nam Đàn"),
    ("H. NAM ĐÀN", "UBND huyện Nam Đàn"),
    ("TX Hồng Lĩnh", "UBND thị xã Hồng Lĩnh"),
    ("TX. Hồng Lĩnh", "UBND thị xã Hồng Lĩnh"),
    ("TT. Nam Đàn", "UBND thị trấn Nam Đàn"),
    ("TT Nam Đàn", "UBND thị trấn Nam Đàn"),
    ("TT Hoa Sen", "Trung tâm Hoa Sen"),
    ("TT Dạy nghề huyện", "Trung tâm Dạy nghề huyện Nam Đàn"),
    ("TT Chính trị huyện", "Trung tâm Chính trị huyện Nam Đàn"),
    ("X. Kim Liên", "UBND xã Kim Liên"),
    ("P. Bến Thủy", "UBND phường Bến Thủy"),
    ("P.5", "UBND phường 5"),
    ("Q1", "UBND quận 1"),
    ("Q. 1", "UBND quận 1"),
    ("P. Nội vụ", "Phòng Nội vụ huyện Nam Đàn"),
    ("P.Nội vụ", "Phòng Nội vụ"),
    ("P. NỘI VỤ H. NAM ĐÀN", "Phòng Nội vụ huyện Nam Đàn"),
    ("P. Nội vụ H. Nam Đàn", "Phòng Nội vụ huyện Nam Đàn"),
    ("P. Tài chính - Kế hoạch", "Phòng Tài chính - Kế hoạch huyện Nam Đàn"),
    ("P. TC-KH", "Phòng Tài chính - Kế hoạch huyện Nam Đàn"),
    ("P. GD&ĐT TP. Vinh", "Phòng Giáo dục và Đào tạo thành phố Vinh"),
    ("P. Hành chính", "Phòng Hành chính"),
    ("BCH Quân sự huyện", "Ban Chỉ huy Quân sự huyện Nà Hỳ"),
    ("BCHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh Lam Giang"),
    ("BCH Quân sự TP. Cần Thơ", "Bộ Chỉ huy Quân sự thành phố Cần Thơ"),
    ("BCH Quân sự TP. Vinh", "Ban Chỉ huy Quân sự thành phố Vinh"),
    ("TTYT huyện", "Trung tâm Y tế huyện Nà Hỳ"),
    ("Trường THCS Lê Lợi", "Trường Trung học cơ sở Lê Lợi"),
    ("THCS Lê Lợi", "Trường Trung học cơ sở Lê Lợi"),
    ("TH&THCS Nà Sản", "Trường Tiểu học và Trung học cơ sở Nà Sản"),
    ("MN Hoa Sen", "Trường Mầm non Hoa Sen"),
    ("CA tỉnh", "Công an tỉnh Lam Giang"),
    ("MTTQ huyện Nà Hỳ", "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Nà Hỳ"),
    ("Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh Lam Giang"),
    ("BHXH huyện Nà Hỳ", "Bảo hiểm xã hội huyện Nà Hỳ"),
    ("VP HĐND&UBND tỉnh", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân tỉnh Lam Giang"),
    ("Sở NV", "Sở Nội vụ tỉnh Lam Giang"),  # SNV; Sở Ngoại vụ is SNgV
    ("CDC Lam Giang", "Trung tâm Kiểm soát bệnh tật Lam Giang"),
]
# what is another body though its letters or its words are near
NEAR = [
    ("Sở GTVT", "Sở Giáo dục và Đào tạo"),
    ("Sở NV", "Sở Ngoại vụ tỉnh Lam Giang"),
    ("Sở TN&MT", "Sở Thông tin và Truyền thông"),
    ("Phòng KT-HT", "Phòng Kinh tế"),
    ("BCH Quân sự huyện", "Bộ Chỉ huy Quân sự tỉnh Lam Giang"),
    ("BCH Quân sự tỉnh", "Ban Chỉ huy Quân sự huyện Nà Hỳ"),
    ("Trường THCS Lê Lợi", "Trường Trung học phổ thông Lê Lợi"),
    ("THCS Lê Lợi", "Trường Tiểu học Lê Lợi"),
    ("TH Lê Lợi", "Trường Tiểu học Lê Lai"),
    ("UBND TP. Vinh", "UBND thị xã Vinh"),
    ("UBND TT Nam Đàn", "UBND huyện Nam Đàn"),
    ("UBND P.1", "UBND phường 11"),
    ("TTYT huyện Nà Hỳ", "Trạm Y tế xã Nà Hỳ"),
    ("H. Nam Đàn", "UBND thị trấn Nam Đàn"),
    ("H. Nam Đàn", "UBND xã Nam Đàn"),
    ("TP. Vinh", "UBND xã Vinh"),
    ("P. Nội vụ", "UBND phường Nội Duệ"),
    ("P. Bến Thủy", "UBND xã Bến Thủy"),
    ("P. Nội vụ H. Nam Đàn", "UBND huyện Nam Đàn"),
]


@pytest.mark.parametrize(("name", "body"), SHORT)
def test_a_name_that_a_list_shortens_is_the_body_s(name: str, body: str) -> None:
    assert match_names([name], [[body]]).matched == ((name, body, 0),)


@pytest.mark.parametrize(("name", "body"), NEAR)
def test_a_short_form_of_another_body_is_not(name: str, body: str) -> None:
    assert match_names([name], [[body]]) == ((), (), (name,))


# name, bodies with plans, the year, which plans may be meant
UNCLEAR = [
    ("Sở VHTT", ["Sở Văn hóa - Thông tin"], None, (0,)),
    ("Sở VHTT", ["Sở Y tế", "Sở Văn hóa và Thể thao"], None, (1,)),
    ("BCH Quân sự", ["Ban Chỉ huy Quân sự xã Bình Sa"], "2024", (0,)),
    ("Ban TCTU", ["Ban Tổ chức Tỉnh ủy Lam Giang"], "2024", (0,)),
    ("Bình An", ["UBND xã Bình An", "Trường Tiểu học Bình An"], "2024", (0, 1)),
    ("P. BẾN THỦY", ["UBND phường Bến Thủy"], None, (0,)),
    ("TT Hoa Sen", ["UBND thị trấn Hoa Sen", "Trung tâm Hoa Sen"], None, (0, 1)),
    ("P. Nội vụ", ["Phòng Nội vụ huyện Nà Hỳ", "Phòng Nội vụ huyện Ba Bể"], None, (0, 1)),
    ("TTYT huyện", ["Trung tâm Y tế huyện Nà Hỳ", "Trung tâm Y tế huyện Ba Bể"], None, (0, 1)),
]


@pytest.mark.parametrize(("name", "bodies", "on", "maybe"), UNCLEAR)
def test_who_may_be_two_is_neither_there_nor_absent(
    name: str, bodies: list[str], on: str | None, maybe: tuple[int, ...]
) -> None:
    found = match_names([name], [[body] for body in bodies], on)
    assert found == ((), ((name, maybe),), ())


def test_a_territory_s_name_is_its_committee_s_before_that_of_others_in_it() -> None:
    bodies = [["Phòng Nội vụ huyện Nà Hỳ"], ["UBND huyện Nà Hỳ"]]
    for name in ("H. Nà Hỳ", "huyện Nà Hỳ", "huyen na hy"):
        assert match_names([name], bodies).matched == ((name, "UBND huyện Nà Hỳ", 1),)


def test_which_of_two_is_meant_is_told_by_the_time_or_by_who_else_is_asked_for() -> None:
    bodies = [["Sở Văn hóa và Thể thao"]]
    assert match_names(["Sở VHTT"], bodies, "2024-03-05").matched
    assert match_names(["Sở VHTT"], [["Sở Y tế"]]).absent == ("Sở VHTT",)
    both = match_names(["Sở VHTT", "Sở Văn hóa và Thể thao"], bodies)
    assert (both.absent, both.unclear) == (("Sở VHTT",), ())


def test_who_has_issued_a_plan_beside_a_draft_has_one(tmp_path: Path) -> None:
    again = DRAFT._replace(number="9/KH-UBND", day="05", title="Chỉnh lý tài liệu năm 2024 đợt 2")
    papers: dict[str, Paper | str] = {"p": PROVINCE, "d": DRAFT, "i": again}
    out = archived(papers, tmp_path / "out")
    with sqlite3.connect(out / "index.sqlite", isolation_level=None) as db:
        resolve(db)
    db.close()
    found = audit(out, "12/KH-UBND", expected=["UBND huyện Hạ Lang"])
    assert sorted(one.plan.path for one in found.children if one.plan.draft) == ["d"]
    assert len(found.children) == 2 and found.drafted == ()


def test_a_joint_plan_is_that_of_each_of_its_bodies() -> None:
    bodies = [["Sở Y tế tỉnh Lam Giang", "Sở Giáo dục và Đào tạo tỉnh Lam Giang"]]
    assert not match_names(["Sở GD&ĐT", "Sở Y tế"], bodies).absent


def test_the_names_of_a_list() -> None:
    lines = ["# huyện", "", "UBND  huyện Ba Bể  # gửi sau", "  ", "Ủy ban nhân dân huyện Ba Bể"]
    assert distinct(lines) == ["UBND huyện Ba Bể"]


LISTED = [
    (["UBND huyện Ba Bể", "huyện Ba Bể", "H. Ba Bể"], ["UBND huyện Ba Bể"]),
    (["Sở GD&ĐT", "Sở Giáo dục và Đào tạo"], ["Sở GD&ĐT"]),
    (["P. Bến Thủy", "UBND phường Bến Thủy"], ["P. Bến Thủy"]),
    (["UBND huyện Ba Bể", "UBND xã Ba Bể"], ["UBND huyện Ba Bể", "UBND xã Ba Bể"]),
    (["H. Ba Bể", "Phòng Nội vụ H. Ba Bể"], ["H. Ba Bể", "Phòng Nội vụ H. Ba Bể"]),
]


@pytest.mark.parametrize(("lines", "names"), LISTED)
def test_a_body_under_two_spellings_is_listed_once(lines: list[str], names: list[str]) -> None:
    assert distinct(lines) == names


def test_a_body_listed_twice_is_not_accused(shelf: Path) -> None:
    names = ["UBND huyện Nà Hỳ", "huyện Nà Hỳ", "huyện Ba Bể", "Ba Bể"]
    found = audit(shelf, "12/KH-UBND", expected=[*names, "UBND huyện Mai Sơn", "Mai Sơn"])
    assert (found.expected, found.absent) == (3, ("UBND huyện Mai Sơn",))
    assert found.repeated == ("huyện Nà Hỳ", "Ba Bể", "Mai Sơn")
    assert "Listed twice, counted once: huyện Nà Hỳ; Ba Bể; Mai Sơn." in as_page(found)
    found = audit(shelf, "12/KH-UBND", expected=["P. Nội vụ Ba Bể", "Phòng NV H. Ba Bể"])
    assert (found.expected, found.absent) == (1, ("P. Nội vụ Ba Bể",))
    # of two bodies in places of one name nobody knows which is meant
    found = audit(shelf, "12/KH-UBND", expected=["H. Mai Sơn", "TT. Mai Sơn", "Mai Sơn"])
    assert len(found.absent) == 3 and found.repeated == ()


def test_who_was_taken_for_whom_is_told(shelf: Path) -> None:
    names = ["UBND huyện Nà Hỳ", "UBND H. Ba Bể", "Hạ Lang", "UBND huyện"]
    found = audit(shelf, "12/KH-UBND", expected=names)
    assert [(one.name, one.issuer) for one in found.matched] == [
        ("UBND H. Ba Bể", "UBND huyện Ba Bể"),
        ("Hạ Lang", "UBND huyện Hạ Lang"),
        ("UBND huyện", "UBND huyện Mường Lay"),
    ]
    assert found.drafted == ("Hạ Lang",)
    page = as_page(found)
    assert "4 plans carry it out. Drafts among them, not counted as plans: 1." in " ".join(
        page.split()
    )
    assert "3 of the 4 bodies expected have one; only a draft: 1." in page
    assert "TAKEN FOR THE SAME BODY (3)\n  UBND H. Ba Bể = UBND huyện Ba Bể: half.txt" in page
    found = audit(shelf, "12/KH-UBND", expected=names[:1] + names[3:])
    [unclear] = found.unclear
    assert (unclear.name, len(unclear.plans)) == ("UBND huyện", 3)
    page = as_page(found)
    assert "1 of the 2 bodies expected" in page
    assert "MAY HAVE ONE UNDER ANOTHER NAME (1)\n  UBND huyện ? 31/KH-UBND" in page


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_page_of_an_audit(shelf: Path, lang: str) -> None:
    names = ["UBND huyện Nà Hỳ", "UBND huyện Ba Bể", "UBND huyện Mai Sơn"]
    page = as_page(audit(shelf, "12/KH-UBND", expected=names), lang=lang)
    head, _, matrix = page.partition("draft.txt")
    assert "UBND huyện Mai Sơn" in head and "UBND huyện Nà Hỳ" not in head
    assert "lost.txt" in matrix and "UBND huyện Nà Hỳ" in matrix
    assert all(len(line) <= 80 for line in page.splitlines())


def test_the_command(shelf: Path, vnplan: Command, tmp_path: Path) -> None:
    bodies = tmp_path / "bodies.txt"
    bodies.write_text(
        "\ufeff# các huyện\n\nUBND huyện Nà Hỳ\nUBND huyện Mai Sơn\n", encoding="utf-8"
    )
    asked = ("audit", shelf, "--parent", "12/kh-ubnd")
    told = vnplan(*asked, "--expect", bodies)
    assert told.returncode == 1
    assert "WITHOUT A PLAN (1)\n  UBND huyện Mai Sơn" in told.stdout.decode()
    told = vnplan(*asked, "--expect", bodies, "--format", "json")
    assert json.loads(told.stdout)["absent"] == ["UBND huyện Mai Sơn"]
    told = vnplan(*asked, "--format", "csv", "--expect", bodies)
    rows = list(csv.reader(io.StringIO(told.stdout.decode("utf-8-sig"))))
    assert len({len(row) for row in rows}) == 1 and len(rows[0]) == 8
    assert "UBND huyện Mai Sơn" in told.stderr.decode()
    nothing = vnplan(*asked, "--expect", tmp_path / "nowhere.txt")
    assert (nothing.returncode, nothing.stdout) == (2, b"")
    assert vnplan("audit", shelf, "--parent", "99/KH-UBND").returncode == 2
    assert vnplan("audit", tmp_path, "--parent", "12/KH-UBND").returncode == 2


def test_the_exit_code(vnplan: Command, tmp_path: Path) -> None:
    papers: dict[str, Paper | str] = {"parent.txt": PROVINCE, "whole.txt": WHOLE}
    out = archived(papers, tmp_path / "out")
    with sqlite3.connect(out / "index.sqlite", isolation_level=None) as db:
        resolve(db)
    db.close()
    asked = ("audit", out, "--parent", "12/KH-UBND")
    assert vnplan(*asked).returncode == 0
    assert vnplan(*asked, "--fail-on", "covered").returncode == 1
    bodies = tmp_path / "bodies.txt"
    bodies.write_text("UBND huyện Ba Bể\n", encoding="utf-8")
    assert vnplan(*asked, "--expect", bodies).returncode == 1


def test_all_that_nobody_can_decide_further_below_is_told_where_all_is_asked_for(
    tmp_path: Path,
) -> None:
    province = Paper("UBND tỉnh Lam Giang", "12/KH-UBND")
    districts = {
        name: Paper(f"UBND huyện {name}", "30/KH-UBND", month=4, grounds=(province.cited(),))
        for name in ("Nà Hỳ", "Ba Bể")
    }
    ground = "Thực hiện Kế hoạch số 30/KH-UBND ngày 05/04/2024 của UBND huyện;"
    commune = Paper("UBND xã Bình Sa", "7/KH-UBND", month=5, grounds=(ground,))
    out = archived({"t": province, **districts, "x": commune}, tmp_path / "out")
    assert audit(out, "12/KH-UBND").undecided == ()
    [one] = audit(out, "12/KH-UBND", everything=True).undecided
    assert one.plan.path == "x"
    assert {likely.plan.path for likely in one.candidates} == {"Nà Hỳ", "Ba Bể"}

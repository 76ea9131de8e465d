"""Drafts, copies and near-copies in clusters; siblings and next year's plans in none."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from shelved import DUTIES, Paper, archived, wrapped_otherwise

from vnplan.archive import copies
from vnplan.archive.copies import SKETCH, Texts, cluster, sketch

PLAN = Paper("UBND huyện Nà Hỳ", "12/KH-UBND")
LONG = (
    *DUTIES,
    "Bố trí kho bảo quản đủ diện tích, có hệ thống chữa cháy tự động và camera giám sát.",
    "Tiêu hủy tài liệu hết giá trị đúng trình tự, có biên bản và chữ ký của hội đồng.",
    "Số hóa hồ sơ về đất đai, hộ tịch, xây dựng phục vụ giải quyết thủ tục hành chính.",
    "Báo cáo kết quả về Sở Nội vụ trước ngày 15 tháng 12 để tổng hợp.",
)

Told = dict[str, tuple[str, str]]  # path -> the original's path, what it is beside it


def clusters(papers: dict[str, Paper | str], out: Path) -> Told:
    archived(papers, out)
    with sqlite3.connect(out / "index.sqlite") as db:
        count = cluster(db)
        told = db.execute(
            "SELECT p.path, o.path, c.kind FROM copies c JOIN plans p ON p.id = c.plan"
            " JOIN plans o ON o.id = c.cluster"
        )
        found = {path: (original, kind) for path, original, kind in told}
    db.close()
    assert count == len(found)
    return found


def damaged(text: str, share: float = 0.05) -> str:
    """A text as a poor scan gives it, with some letters read as others."""
    chance = random.Random(7)
    head, body = text[: text.index("KẾ HOẠCH")], text[text.index("KẾ HOẠCH") :]
    words = body.split(" ")
    for at in range(30, len(words)):
        if chance.random() < share and words[at].isalpha():
            words[at] = words[at][:-1] + chance.choice("xzq")
    return head + " ".join(words)


def without_number(paper: Paper) -> Paper:
    return paper._replace(number="     /" + paper.number.partition("/")[2], day="")


SAME = [
    ("exact", PLAN.text()),
    ("words", wrapped_otherwise(PLAN.text())),
    ("near", PLAN._replace(duties=LONG[:4]).text().replace("khử ẩm", "hút ẩm")),
    ("near", damaged(PLAN.text())),
    ("draft", without_number(PLAN).text()),
    ("draft", without_number(PLAN)._replace(duties=(*LONG[:3], LONG[4])).text()),
    ("draft", PLAN._replace(day="").text()),
]


@pytest.mark.parametrize(("kind", "other"), SAME)
def test_what_holds_a_plan_once_more(kind: str, other: str, tmp_path: Path) -> None:
    found = clusters({"plan.txt": PLAN, "z.txt": other}, tmp_path / "out")
    assert found == {"plan.txt": ("plan.txt", "original"), "z.txt": ("plan.txt", kind)}


@pytest.mark.parametrize("first", ["a", "z"])
def test_the_original_is_the_issued_one_wherever_it_lies(first: str, tmp_path: Path) -> None:
    found = clusters({f"{first}.txt": without_number(PLAN), "m.txt": PLAN}, tmp_path / "out")
    assert found[f"{first}.txt"] == ("m.txt", "draft")


def test_the_original_is_the_one_read_best(tmp_path: Path) -> None:
    cut = PLAN.text().replace(f"4. {DUTIES[3]}", "")
    found = clusters({"cut.txt": cut, "whole.txt": PLAN}, tmp_path / "out")
    assert found["cut.txt"] == ("whole.txt", "near")


OTHERS = {
    "a sibling of the same number and day": PLAN._replace(issuer="UBND huyện Mường Lay"),
    "a sibling of another number": PLAN._replace(issuer="UBND huyện Ba Bể", number="13/KH-UBND"),
    "next year's": PLAN._replace(year=2025, title="Chỉnh lý tài liệu tồn đọng năm 2025"),
    "next year's of another number": PLAN._replace(number="15/KH-UBND", year=2025),
    "the same body's on another topic": PLAN._replace(
        number="14/KH-UBND", title="Trồng cây phân tán ven đường huyện", duties=LONG[4:]
    ),
    "another number of the same day": PLAN._replace(number="17/KH-UBND"),
    "another number of the same template": PLAN._replace(number="31/KH-UBND", month=6),
    "the next round's": PLAN._replace(
        number="31/KH-UBND", title="Chỉnh lý tài liệu tồn đọng năm 2024 đợt 2", month=6
    ),
    "next year's draft": without_number(PLAN)._replace(
        year=2025, title="Chỉnh lý tài liệu tồn đọng năm 2025"
    ),
    "a sibling's draft": without_number(PLAN)._replace(issuer="UBND huyện Ba Bể"),
    "a draft on another topic": without_number(PLAN)._replace(
        title="Trồng cây phân tán ven đường huyện", duties=LONG[4:]
    ),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS.keys())
def test_what_is_another_plan(other: Paper, tmp_path: Path) -> None:
    assert clusters({"plan.txt": PLAN, "z.txt": other}, tmp_path / "out") == {}


def test_a_draft_does_not_tie_two_issued_plans(tmp_path: Path) -> None:
    untimed = PLAN._replace(title="Chỉnh lý tài liệu tồn đọng")
    second = untimed._replace(number="40/KH-UBND", month=9)
    papers: dict[str, Paper | str] = {
        "a.txt": untimed,
        "b.txt": second,
        "draft.txt": without_number(untimed),
    }
    found = clusters(papers, tmp_path / "out")
    assert found["draft.txt"][1] == "draft"
    assert len(found) == 2


def test_files_of_no_words_are_nobodys_copies(tmp_path: Path) -> None:
    assert clusters({"a.txt": "", "b.txt": "", "c.txt": PLAN}, tmp_path / "out") == {}


def test_the_same_archive_always_has_the_same_clusters(tmp_path: Path) -> None:
    papers: dict[str, Paper | str] = {f"{i}.txt": text for i, (_, text) in enumerate(SAME)}
    found = clusters({"plan.txt": PLAN, **papers}, tmp_path / "one")
    again = clusters({**papers, "plan.txt": PLAN}, tmp_path / "two")
    assert {path for path, _ in found.items()} == set(again)
    assert {kind for _, kind in found.values()} == {kind for _, kind in again.values()}


def test_of_many_pairs_only_the_likely_ones_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = PLAN._replace(number="     /KH-UBND", day="", duties=())
    papers: dict[str, Paper | str] = {
        f"{i:02}.txt": blank._replace(duties=tuple(f"Trao {i * 40 + k} phần" for k in range(40)))
        for i in range(12)
    }
    papers["copy.txt"] = papers["05.txt"]._replace(purpose="Giúp việc tra cứu.")  # type: ignore[union-attr]
    monkeypatch.setattr(copies, "FEW_PAIRS", 3)
    compared: list[tuple[int, int]] = []
    compare = Texts.likeness

    def counted(self: Texts, one: int, other: int) -> float:
        compared.append((one, other))
        return compare(self, one, other)

    monkeypatch.setattr(Texts, "likeness", counted)
    found = clusters(papers, tmp_path / "out")
    assert set(found) == {"05.txt", "copy.txt"}
    assert len(set(compared)) < 10  # of 78


def test_sketches_are_about_as_alike_as_texts() -> None:
    import numpy as np

    chance = np.random.Generator(np.random.PCG64(1))
    numbers = chance.integers(0, 1 << 32, 1000, dtype=np.uint32)
    shared = (sketch(numbers[:800]) == sketch(numbers[200:])).mean()
    assert len(sketch(numbers)) == SKETCH
    assert abs(shared - 0.6) < 0.2

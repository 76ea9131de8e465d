"""The index of an archive: what is in it, and what becomes of it when a build ends early."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from conftest import ROOT, Command

import vnplan as library
from vnplan.archive import index
from vnplan.archive.fold import WORD, fold, marked, number_tag, tagged
from vnplan.archive.index import Indexed, build, text_of
from vnplan.archive.search import Question, count, is_old, meta, open_index, search
from vnplan.archive.store import Store
from vnplan.archive.tables import Row, rows_of
from vnplan.errors import ArchiveError
from vnplan.records import Plan, Source
from vnplan.views import number_key

PLAN = """ỦY BAN NHÂN DÂN TỈNH HƯNG GIANG
Số: {number}
Hưng Giang, ngày {day} tháng {month} năm {year}
KẾ HOẠCH
{title}
Căn cứ Quyết định số 1315/QĐ-TTg ngày 20/9/2023 của Thủ tướng Chính phủ;
I. NHIỆM VỤ
1. Mở tủ sách tại 100% nhà văn hóa xã trước ngày 30/6/2024.
"""


def plan_of(
    number: str = "12/KH-UBND", title: str = "Phát triển văn hóa đọc", date: str = "05/01/2024"
) -> Plan:
    """A province's plan as it is read."""
    day, month, year = date.split("/")
    text = PLAN.format(number=number, title=title, day=day, month=month, year=year)
    return library.parse(text)


def put(store: Store, part: str, *plans: tuple[str, Plan], failed: tuple[str, ...] = ()) -> None:
    """A part of an archive, as extraction writes it."""
    rows: dict[str, list[Row]] = {"files": [{"path": path} for path, _ in plans]}
    rows["files"] += [{"path": path, "problem": "file_empty"} for path in failed]
    for path, plan in plans:
        for table, found in rows_of(plan, path).items():
            rows.setdefault(table, []).extend(found)
    store.write(part, rows)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An archive without parts."""
    made = Store(str(tmp_path / "kho"))
    made.create()
    return made


def asked(store: Store, sql: str) -> list[tuple[object, ...]]:
    with closing(open_index(store.out)) as db:
        return db.execute(sql).fetchall()


def test_an_index_has_the_plans_from_the_newest_to_the_oldest(store: Store) -> None:
    put(store, "a", ("cu.txt", plan_of("3/KH-UBND", date="05/01/2019")), failed=("hong.doc",))
    put(store, "b", ("moi.txt", plan_of("04/KH-UBND", date="20/02/2024")))
    put(store, "c", ("giua.txt", plan_of("5/KH-UBND", date="19/02/2024")))
    made = build(store)
    assert made == Indexed(3, 3, 1, (Path(store.out) / "index.sqlite").stat().st_size)
    assert asked(store, "SELECT id, path, number_key, date, part FROM plans ORDER BY id") == [
        (1, "moi.txt", "4/khubnd", "2024-02-20", "b"),
        (2, "giua.txt", "5/khubnd", "2024-02-19", "c"),
        (3, "cu.txt", "3/khubnd", "2019-01-05", "a"),
    ]
    [(title, issuer, level)] = asked(
        store, "SELECT title_key, issuer_key, level FROM plans WHERE id = 1"
    )
    assert title == "phat trien van hoa doc"
    assert issuer == "uy ban nhan dan tinh hung giang"
    assert level == "province"
    cited = asked(store, "SELECT plan, number_key, date, year, basis FROM citations ORDER BY plan")
    assert cited == [(plan, "1315/qdttg", "2023-09-20", 2023, 1) for plan in (1, 2, 3)]


def test_of_a_date_that_is_not_known_there_is_as_much_as_is(store: Store) -> None:
    plan = plan_of()
    assert plan.date is not None
    undated = plan.model_copy(update={"date": None})
    monthly = plan.model_copy(update={"date": plan.date.model_copy(update={"day": None})})
    put(store, "a", ("khong.txt", undated), ("thang.txt", monthly), ("ngay.txt", plan))
    build(store)
    assert asked(store, "SELECT path, date FROM plans ORDER BY id") == [
        ("ngay.txt", "2024-01-05"),
        ("thang.txt", "2024-01"),
        ("khong.txt", None),
    ]


def test_what_two_parts_say_of_a_path_is_the_later_ones(store: Store) -> None:
    put(store, "a", ("x.txt", plan_of("1/KH-UBND")), ("y.txt", plan_of("2/KH-UBND")))
    put(store, "b", ("x.txt", plan_of("9/KH-UBND", date="01/02/2020")))
    assert build(store)[:2] == (2, 2)
    found = asked(store, "SELECT path, number, part FROM plans ORDER BY path")
    assert found == [("x.txt", "9/KH-UBND", "b"), ("y.txt", "2/KH-UBND", "a")]


def test_an_archive_without_plans_has_an_index_too(store: Store) -> None:
    assert build(store)[:3] == (0, 0, 0)
    with closing(open_index(store.out)) as db:
        assert search(db, Question("gì cũng được", years=(2024, 2024))) == []


HOSTILE = {
    "NUL": "KẾ HOẠCH\nMột\0hai ba\n",
    "marks of our own": "KẾ HOẠCH\n\ue001bốn \ue000năm\n",
    "halves of letters": "KẾ HOẠCH\nsáu \ud83d bảy\n",
    "combining marks": "KẾ HOẠCH\ntám \u0323\u0301\u0301 x\u0338\u0301chín\n",
    "quotes and operators": 'KẾ HOẠCH\n" * NEAR( ) AND : ^ - {mười}\n',
    "a word without end": f"KẾ HOẠCH\n{'a' * 100_000} mười một\n",
    "signs alone": "“”–…•\n",
    "nothing": "",
}


def test_hostile_texts_are_indexed(store: Store) -> None:
    plans = [(name, library.parse(text)) for name, text in HOSTILE.items()]
    put(store, "a", *plans)
    build(store)
    with closing(open_index(store.out)) as db:
        for words, name in (
            ("một hai ba", "NUL"),
            ("bốn năm", "marks of our own"),
            ("sau bay", "halves of letters"),
            ("tam", "combining marks"),
            ("mười", "quotes and operators"),
            ("muoi mot", "a word without end"),
        ):
            found = search(db, Question(words))
            assert [hit.path for hit in found][:1] == [name]
            assert all(hit.snippet[slice(*mark)] for hit in found for mark in hit.marks)
        assert count(db, Question()) == len(HOSTILE)


@pytest.mark.slow
def test_ten_megabytes_of_text_are_indexed(store: Store) -> None:
    row = rows_of(plan_of(), "lon.txt")
    text = "kế hoạch phòng chống\n" * 500_000 + "cuối cùng"
    row["plans"][0]["record"] = Plan(kind="plan", text=text, source=Source()).to_json()
    store.write("a", row | {"files": [{"path": "lon.txt"}]})
    build(store)
    with closing(open_index(store.out)) as db:
        [hit] = search(db, Question('"chong cuoi cung"'))
    assert [hit.snippet[slice(*mark)] for mark in hit.marks] == [
        "chống\ncuối cùng".replace("\n", " ")
    ]


# ---------------------------------------------------------------- the file


def unfinished(store: Store) -> list[Path]:
    return list(Path(store.out).glob("*.unfinished"))


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError])
def test_a_build_that_ends_early_leaves_the_old_index(
    store: Store, stop: type[BaseException]
) -> None:
    put(store, "a", *((f"{name}.txt", plan_of()) for name in range(60)))
    build(store)
    before = (Path(store.out) / "index.sqlite").read_bytes()

    def tell(done: int, total: int) -> None:
        raise stop

    with pytest.raises(stop):
        build(store, tell=tell)
    assert (Path(store.out) / "index.sqlite").read_bytes() == before
    assert unfinished(store) == []


def test_what_a_killed_build_left_is_swept_away_but_not_what_another_writes(store: Store) -> None:
    old, fresh = (Path(store.out) / f"index.sqlite.{name}.unfinished" for name in (1, 2))
    for path in (old, fresh):
        path.write_bytes(b"SQLite format 3")
    os.utime(old, (time.time() - 2 * index.FORGOTTEN,) * 2)
    build(store)
    assert unfinished(store) == [fresh]


def test_who_reads_the_old_index_while_a_new_one_comes_reads_on(store: Store) -> None:
    put(store, "a", ("x.txt", plan_of()))
    build(store)
    with closing(open_index(store.out)) as db:
        put(store, "b", ("y.txt", plan_of("2/KH-UBND")))
        build(store)
        assert [hit.path for hit in search(db, Question(copies=True))] == ["x.txt"]
    with closing(open_index(store.out)) as db:
        assert {hit.path for hit in search(db, Question(copies=True))} == {"x.txt", "y.txt"}


def test_an_index_knows_that_it_is_older_than_its_archive(store: Store, tmp_path: Path) -> None:
    put(store, "a", ("x.txt", plan_of()))
    build(store, tmp_path / "rieng.sqlite")
    with closing(open_index(tmp_path / "rieng.sqlite")) as db:
        assert not is_old(db)
        put(store, "b", ("y.txt", plan_of("2/KH-UBND")))
        assert is_old(db)
        store.remove("b")
        assert not is_old(db)
        assert meta(db)["parts"] == '["a"]'


def test_progress_is_told_up_to_the_end(store: Store) -> None:
    put(store, "a", *((f"{name}.txt", plan_of()) for name in range(60)))
    told: list[tuple[int, int]] = []
    build(store, tell=lambda done, total: told.append((done, total)))
    assert told == [(100, 120), (120, 120)]


def broken(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000)


def of_another_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE meta (key, value)")
        db.execute("INSERT INTO meta VALUES ('schema', '0')")
        db.commit()


def some_text(path: Path) -> None:
    path.write_text("không phải chỉ mục\n" * 100, encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (broken, "index_broken"),
        (some_text, "index_broken"),
        (of_another_version, "index_schema"),
        (lambda path: None, "index_none"),
    ],
)
def test_what_is_no_index_is_told(
    make: Callable[[Path], None], problem: str, tmp_path: Path
) -> None:
    make(tmp_path / "index.sqlite")
    with pytest.raises(ArchiveError) as told:
        open_index(tmp_path)
    assert told.value.problem == problem


def test_an_archive_far_away_wants_a_file_to_write_to(tmp_path: Path) -> None:
    store = Store("memory://kho-xa")
    store.create()
    put(store, "a", ("x.txt", plan_of()))
    with pytest.raises(ArchiveError) as told:
        build(store)
    assert told.value.problem == "index_remote"
    assert build(store, tmp_path / "index.sqlite").plans == 1
    with closing(open_index(tmp_path)) as db:
        assert not is_old(db)


def test_a_place_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as told:
        build(store, tmp_path / "khong-co" / "index.sqlite")
    assert told.value.problem == "archive_unwritable"


# ---------------------------------------------------------------- words


def test_the_text_is_found_in_a_record_without_reading_all_of_it() -> None:
    plan = plan_of(title='Một "text":"giả" và \\ gạch chéo')
    tricky = plan.model_copy(update={"source": Source(name='","text":"giả"')})
    for record in (plan, tricky):
        assert text_of(record.to_json()) == plan.text
    assert text_of(plan.to_json(indent=1)) == plan.text
    assert text_of(plan.to_json(text=False)) == ""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đề án 06 – Kế hoạch", "de an 06 - ke hoach"),
        ("hoà bình, hòa bình", "hoa binh, hoa binh"),
        ("Ðồng Tháp", "dong thap"),  # with the Icelandic letter
        ("a\0b\ue001c\ud800d", "a b c d"),
        ("Straße ﬁ", "straße ﬁ"),
    ],
)
def test_folding_keeps_length(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


def test_words_with_marks_are_told_apart_from_those_without() -> None:
    assert marked("bán bàn ban 12 kế") == {"bán", "bàn", "kế"}
    assert WORD.findall("12/kh-ubnd_x") == ["12", "kh", "ubnd", "x"]
    assert tagged("\ue003", "Sở Y tế") == "\ue003so \ue003y \ue003te"


@pytest.mark.parametrize("typed", ["04/KH-UBND", "4/KH-UBND", "4 / kh–ubnd", "04/KH - UBND"])
def test_numbers_are_known_however_they_are_typed(typed: str) -> None:
    assert number_key(typed) == "4/khubnd"
    assert number_tag("\ue001", typed) == number_tag("\ue001", "04/KH-UBND")
    assert number_key("1315/QĐ-TTg") == number_key("1315/qd-ttg") == number_key("1315/QÐ-TTg")
    assert number_key(None) == ""


def test_the_command_says_what_it_wrote(vnplan: Command, store: Store, tmp_path: Path) -> None:
    put(store, "a", ("x.txt", plan_of()), failed=("hong.doc",))
    done = vnplan("index", "kho")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    summary, failed = done.stdout.decode().splitlines()
    assert summary.startswith("kho/index.sqlite: 1 plans, 1 citations, ")
    assert failed.endswith(": 1")
    assert vnplan("index", "kho", "--to", "rieng.sqlite", "--lang", "vi").returncode == 0
    assert vnplan("search", "--archive", "rieng.sqlite", "--count").stdout == b"1\n"


def test_the_command_refuses_what_is_no_archive(vnplan: Command) -> None:
    done = vnplan("index", ROOT / "docs")
    assert done.returncode == 2
    assert "is no archive; vnplan extract SOURCE… -o OUT makes one" in done.stderr.decode()
    done = vnplan("index", "khong", "--lang", "vi")
    assert done.returncode == 2
    assert "khong: không có thư mục này" in done.stderr.decode()

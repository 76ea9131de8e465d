"""Questions to an archive: what is found, in which order, and that no words make them fail."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import get_args

import pytest
from conftest import ROOT, Command
from hypothesis import given
from hypothesis import strategies as st
from test_archive_index import put
from test_readme import BLOCK, played, write_files

import vnplan as library
from vnplan.archive import fold, index
from vnplan.archive import search as searching
from vnplan.archive.search import Hit, Question, Term, Words, count, open_index, read_words, search
from vnplan.archive.store import Store
from vnplan.cli.search import KINDS, LEVELS, PARTS, years
from vnplan.records import Level, PlanKind
from vnplan.report.search import as_page, shown_date

DOCS = ROOT / "docs" / "archive.md"

# path: number, date, issuer, title, citations, duties
SHELF = {
    "sach.txt": (
        *("12/KH-UBND", "05/01/2024", "Ủy ban nhân dân tỉnh Hưng Giang"),
        "Phát triển văn hóa đọc năm 2024",
        ("1315/QĐ-TTg", "27/NQ-HĐND"),
        "Mở tủ sách tại các xã trước ngày 30/6/2024. Rà soát bàn ghế thư viện.",
    ),
    "chay.txt": (
        *("04/KH-UBND", "02/02/2024", "Ủy ban nhân dân huyện Phú Lâm"),
        "Phòng cháy, chữa cháy và cứu nạn, cứu hộ năm 2024",
        ("1315/QĐ-TTg",),
        "Kiểm tra bình chữa cháy tại trường học. Xã nào cũng phòng hỏa hoạn, chống cháy lan.",
    ),
    "dich.txt": (
        *("77/KH-SYT", "10/3/2023", "Sở Y tế tỉnh Hưng Giang"),
        "Phòng chống dịch bệnh năm 2023",
        ("12/KH-UBND",),
        "Báo cáo kết quả trước ngày 15/12/2023. Không bán thuốc hết hạn.",
    ),
    "may.txt": (
        *("9/KH-UBND", "20/8/2022", "Ủy ban nhân dân xã Tân Hòa"),
        "Bảo trì máy chạy bộ năm học 2022",
        (),
        "Học sinh chạy bộ mỗi sáng.",
    ),
}


def text_of(
    number: str, date: str, issuer: str, title: str, cited: tuple[str, ...], duties: str
) -> str:
    day, month, year = date.split("/")
    grounds = "".join(f"Căn cứ Quyết định số {one} ngày 20/9/2021;\n" for one in cited)
    return (
        f"{issuer.upper()}\nSố: {number}\nHưng Giang, ngày {day} tháng {month} năm {year}\n"
        f"KẾ HOẠCH\n{title}\n{grounds}I. NHIỆM VỤ\n1. {duties}\n"
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of four plans with its index."""
    folder = tmp_path_factory.mktemp("search") / "kho"
    store = Store(str(folder))
    store.create()
    put(store, "a", *((path, library.parse(text_of(*told))) for path, told in SHELF.items()))
    index.build(store)
    return folder


@pytest.fixture
def db(archive: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_index(archive)) as opened:
        yield opened


def found(db: sqlite3.Connection, question: Question) -> list[str]:
    """The names of the files found, the best first."""
    hits = search(db, question)
    assert count(db, question) == len(hits)
    return [hit.path.removesuffix(".txt") for hit in hits]


# ---------------------------------------------------------------- words

EXAMPLES = [
    ("", "chay sach dich may"),
    ("văn hóa đọc", "sach"),
    ("van hoa doc", "sach"),
    ("VĂN HOÁ ĐỌC", "sach"),  # the old style of tone marks
    ("phòng chống", "dich chay"),  # side by side in a title, then apart in a text
    ("phong chong", "dich chay"),
    ('"phòng chống"', "dich"),
    ("“phong chong”", "dich"),
    ("chạy", "may"),  # who types marks means them
    ("cháy", "chay"),
    ("chay", "chay may"),
    ("bán", "dich"),  # not bàn ghế, Ủy ban
    ("ban", "chay sach may dich"),
    ("phòng bán", "dich"),
    ('"chạy bộ"', "may"),
    ('"cháy bộ"', ""),
    ("chạ*", "may"),
    ("chá*", "chay"),
    ("cháy OR bán", "chay dich"),
    (unicodedata.normalize("NFD", "bán"), "dich"),
    ("-cháy", "sach dich may"),
    ("-chay", "sach dich"),  # without marks all are meant
    ('phòng -"chữa cháy"', "dich"),
    ("dịch OR đọc", "sach dich"),
    ("dịch OR đọc bán", "dich"),
    ("phòng chố*", "dich chay"),
    ("ph* ch*", "chay dich"),
    ('"phong ch*"', "chay dich"),
    ("12/KH-UBND", "sach dich"),  # its own number first, then who cites it
    ("012/kh–ubnd", "sach dich"),
    ("4/KH-UBND", "chay"),  # printed 04/KH-UBND
    ("1315/QD-TTg", "chay sach"),
    ("1315/QĐ-TTg bình", "chay"),
    ("không có từ nào như thế", ""),
    ("sác", ""),
    ("OR", "chay sach dich may"),
    ("OR dịch OR", "dich"),
    ("- / : * ( ) ^ {", "chay sach dich may"),
]


@pytest.mark.parametrize(("words", "names"), EXAMPLES)
def test_words_find_plans_the_best_first(db: sqlite3.Connection, words: str, names: str) -> None:
    assert found(db, Question(words)) == names.split()


# two plans of a school: one has short forms, the other has the words
SHORT = "Nhà trường gửi Sở GD&ĐT, UBND huyện và HĐND huyện báo cáo của trường THCS."
LONG = (
    "Nhà trường gửi Sở Giáo dục và Đào tạo, Uỷ ban nhân dân huyện và Hội đồng nhân dân huyện báo "
    "cáo của trường trung học cơ sở."
)
FAR = "Ủy viên ban phụ huynh gặp nhân viên, giáo viên và người dân huyện; đào giếng, tạo sân."
FORMS = [
    ("UBND huyện", "long short"),
    ("ủy ban nhân dân huyện", "long short"),
    ("uy ban nhan dan", "long short"),
    ('"UBND huyện"', "long short"),
    ('"ủy ban nhân dân huyện"', "long short"),
    ('"ủy ban nhân dân tỉnh"', ""),
    ("HĐND", "long short"),
    ("hội đồng nhân dân", "long short"),
    ('"ubnd huyện và hội đồng nhân dân"', "long short"),
    ('"ubnd hu*"', "long short"),
    ("Sở GD&ĐT", "long short"),
    ("sở gd-dt", "long short"),
    ("giáo dục và đào tạo", "long short"),
    ('"trường trung học cơ sở"', "long short"),
    ('"trường THCS"', "long short"),
    ("-UBND", "far"),
    ("-THCS", "far"),
    ("giáo đào tạo", "long far"),  # part of the words only: each for itself
    ("UBN", ""),
]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("short") / "kho"
    store = Store(str(folder))
    store.create()
    school = ("7/KH-THLL", "{}/3/2024", "Trường Tiểu học Lê Lợi", "Làm sạch sân", ())
    papers = {"long": (3, LONG), "short": (2, SHORT), "far": (1, FAR)}
    for name, (day, duties) in papers.items():
        number, date, *rest = school
        text = text_of(number, date.format(day), *rest, duties)
        put(store, name, (f"{name}.txt", library.parse(text)))
    index.build(store)
    return folder


@pytest.mark.parametrize(("words", "names"), FORMS)
def test_short_forms_of_bodies_meet_their_words(school: Path, words: str, names: str) -> None:
    with closing(open_index(school)) as db:
        assert found(db, Question(words)) == names.split()


def test_a_short_form_is_met_in_issuers_and_shown_in_snippets(
    db: sqlite3.Connection, school: Path
) -> None:
    assert found(db, Question(issuer="UBND tỉnh")) == ["sach"]
    with closing(open_index(school)) as opened:
        hits = search(opened, Question("UBND huyện"))
    marked = [[hit.snippet[start:end] for start, end in hit.marks] for hit in hits]
    assert marked == [["Uỷ ban nhân dân", "huyện", "huyện"], ["UBND", "huyện", "huyện"]]


@pytest.mark.parametrize(
    "words",
    [
        '"',
        '"phòng',
        "a\0b",
        "NEAR(a b, 3)",
        "words : phòng",
        "{said} : (",
        "a AND NOT b",
        '"" "" -""',
        "-",
        "--drop table plans",
        "'; DROP TABLE plans; --",
        "*",
        "\ue000 \ue001",
        "\ud800",
        "½ ² ⑴ ೧",
        "phòng* " * 200,
        '"' + "x " * 5000 + '"',
        "(" * 1000,
        "a OR " * 1000,
        "n" * 100_000,
    ],
)
def test_no_words_are_an_error(db: sqlite3.Connection, words: str) -> None:
    assert count(db, Question(words)) >= 0
    search(db, Question(words))
    search(db, Question(cites=(words,), issuer=words))


@given(st.text(alphabet="aáđ ế\"*-/:()ORND12\0\n^{}+,.'\ue001½", max_size=40))
def test_no_string_is_an_error(archive: Path, words: str) -> None:
    with closing(open_index(archive)) as db:
        for hit in search(db, Question(words)):
            assert all(hit.snippet[slice(*mark)].strip() for mark in hit.marks)
        count(db, Question(words, issuer=words, cites=(words,)))


def test_words_are_read_as_they_were_typed() -> None:
    assert read_words('Phòng-chống "chữa cháy -nổ" -dịch* a OR b') == Words(
        (
            (Term(("phòng", "chống")),),
            (Term(("chữa", "cháy", "nổ")),),
            (Term(("a",)), Term(("b",))),
        ),
        (Term(("dịch",), starts=True),),
    )
    assert read_words("12/KH-UBND").groups == ((Term(("12", "kh", "ubnd"), number="12/khubnd"),),)


def test_what_begins_in_very_many_ways_is_found_too(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [Question(words) for words in ("ch*", '"phong ch*"', "bá*")]
    expected = [found(db, question) for question in asked]
    monkeypatch.setattr(searching, "MOST_ENDINGS", 0)
    assert [found(db, question) for question in asked] == expected


# ---------------------------------------------------------------- options

FILTERS = [
    (Question(cites=("1315/QĐ-TTg",)), "chay sach"),
    (Question(cites=("1315/QD-TTg",), lacks=("deadline",)), "chay"),
    (Question(cites=("1315/QĐ-TTg", "27/NQ-HĐND")), "sach"),
    (Question(cites=("1315",)), "chay sach"),
    (Question(cites=("13",)), ""),
    (Question(cites=("/",)), ""),
    (Question(years=(2024, 2024)), "chay sach"),
    (Question(years=(2000, 2022)), "may"),
    (Question(years=(2023, 9999)), "chay sach dich"),
    (Question(years=(2025, 2025)), ""),
    (Question("chay", years=(2022, 2023)), "may"),
    (Question("cháy", years=(2022, 2023)), ""),
    (Question(issuer="hung giang"), "sach dich"),
    (Question(issuer='"Giang Hưng"'), ""),
    (Question(issuer="tỉnh OR huyện"), "chay sach dich"),
    (Question(issuer="H. Phú Lâm"), "chay"),
    (Question(issuer="h. phu lam"), "chay"),
    (Question(issuer="UBND H. Phú Lâm"), "chay"),
    (Question(issuer="X. Tân Hòa"), "may"),
    (Question(issuer="SYT tỉnh"), "dich"),
    (Question(issuer="TP. Phú Lâm"), ""),
    (Question(issuer='"H. Phú Lâm"'), ""),  # in quotes: as it is printed
    (Question(level="province"), "sach"),
    (Question(level="department"), "dich"),
    (Question(kind="plan"), "chay sach dich may"),
    (Question(kind="article"), ""),
    (Question(has=("deadline",)), "sach dich"),
    (Question(has=("citation",), lacks=("deadline",)), "chay"),
    (Question(lacks=("citation",)), "may"),
    (Question(has=("number", "date", "title", "issuer")), "chay sach dich may"),
    (Question(has=("obligation",), years=(2022, 2022)), "may"),
    (Question(has=("award",)), ""),
    (Question(has=("deadline",), lacks=("deadline",)), ""),
    (Question("phòng", cites=("1315/QĐ-TTg",), years=(2024, 2024), lacks=("deadline",)), "chay"),
]


@pytest.mark.parametrize(("question", "names"), FILTERS)
def test_options_let_plans_through(db: sqlite3.Connection, question: Question, names: str) -> None:
    assert found(db, question) == names.split()


def test_no_more_is_told_than_was_asked_for(db: sqlite3.Connection) -> None:
    assert [hit.path for hit in search(db, Question(limit=2))] == ["chay.txt", "sach.txt"]
    assert count(db, Question(limit=2)) == 4
    assert len(search(db, Question(limit=10**30))) == 4


def test_of_copies_one_is_told_unless_all_are_asked_for(archive: Path, tmp_path: Path) -> None:
    place = tmp_path / "index.sqlite"
    place.write_bytes((archive / "index.sqlite").read_bytes())
    with closing(sqlite3.connect(place)) as db:
        db.execute("DELETE FROM copies")
        db.execute("INSERT INTO copies SELECT id, 7, 'near' FROM plans WHERE path != 'may.txt'")
        db.commit()
    with closing(open_index(place)) as db:
        assert found(db, Question()) == ["chay", "may"]
        assert found(db, Question("phòng chống")) == ["dich"]  # the best of them
        assert found(db, Question(copies=True)) == ["chay", "sach", "dich", "may"]


# ---------------------------------------------------------------- hits and snippets


def test_a_hit_says_what_its_plan_is(db: sqlite3.Connection) -> None:
    [hit] = search(db, Question("dich benh"))
    assert hit[:7] == (
        *("dich.txt", "77/KH-SYT", "2023-03-10", "Phòng chống dịch bệnh năm 2023"),
        *("Sở Y tế tỉnh Hưng Giang", "department", "plan"),
    )
    assert hit.score == 3


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[slice(*mark)] for mark in hit.marks]


def test_a_snippet_is_the_text_around_the_words(db: sqlite3.Connection) -> None:
    [hit] = search(db, Question("tủ sách xã"))
    assert marked(hit) == ["tủ", "sách", "xã"]
    assert "Mở tủ sách tại các xã trước ngày 30/6/2024" in hit.snippet
    assert hit.snippet.startswith("…") and "\n" not in hit.snippet


def test_a_snippet_prefers_the_very_words(db: sqlite3.Connection) -> None:
    assert marked(search(db, Question("bán", limit=1))[0]) == ["bán"]


def test_a_snippet_shows_the_citation_that_was_asked_for(db: sqlite3.Connection) -> None:
    for hit in search(db, Question(cites=("1315/qd-ttg",))):
        assert marked(hit) == ["1315/QĐ-TTg"]


def test_without_words_there_is_no_snippet(db: sqlite3.Connection) -> None:
    assert {hit.snippet for hit in search(db, Question())} == {""}


SNIPPETS = [
    ("  \n Kế\n\thoạch  năm ", "ke hoach", "Kế hoạch năm ", ["Kế", "hoạch"]),
    ("xyz " * 100 + "phòng", "phong", None, ["phòng"]),
    ("phòng " + "xyz " * 100, "phong", None, ["phòng"]),
    ("x" * 5000 + " phòng " + "y" * 5000, "phong", "…phòng…", ["phòng"]),
    ("phòngx xphòng phòng", "phong", "phòngx xphòng phòng", ["phòng"]),
    ("đ/c 12/KH-UBND", "12/KH-UBND", "đ/c 12/KH-UBND", ["12/KH-UBND"]),
    ("phòng chống chống", "chố*", "phòng chống chống", ["chống", "chống"]),
    ("", "phong", "", []),
]


@pytest.mark.parametrize(("text", "words", "snippet", "marks"), SNIPPETS)
def test_snippets(text: str, words: str, snippet: str | None, marks: list[str]) -> None:
    told, spans = searching.snippet_of(text, list(read_words(words).terms()))
    assert snippet is None or told == snippet
    assert [told[slice(*span)] for span in spans] == marks
    assert len(told) < 2 * searching.WIDTH


# ---------------------------------------------------------------- the page

ROW = {
    "path": "kho/a.txt",
    "number": "12/KH-UBND",
    "date": "2024-05-02",
    "title": "Phát triển văn hóa đọc",
    "issuer": "Ủy ban nhân dân tỉnh Hưng Giang",
    "snippet": "…phát triển văn hóa đọc tại các xã, phường, thị trấn trên địa bàn tỉnh…",
    "marks": ((12, 15), (20, 23)),
}


def test_a_page_has_a_block_for_each_plan() -> None:
    assert as_page([ROW], width=80) == (
        "12/KH-UBND  02/5/2024   Ủy ban nhân dân tỉnh Hưng Giang\n"
        "            Phát triển văn hóa đọc\n"
        "            kho/a.txt\n"
        "            …phát triển văn hóa đọc tại các xã, phường, thị trấn trên địa bàn\n"
        "            tỉnh…\n"
    )


ESCAPE = re.compile("\033\\[[0-9;]*m")


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_a_page_keeps_its_width_and_its_words_in_colour(width: int) -> None:
    plain = as_page([ROW, ROW | {"number": None, "date": None, "issuer": None}], width=width)
    assert max(map(len, plain.splitlines())) <= max(width, 40) + 4  # a name may be longer
    coloured = as_page(
        [ROW, ROW | {"number": None, "date": None, "issuer": None}], width=width, colour=True
    )
    assert ESCAPE.sub("", coloured) == plain
    words = re.findall("\033\\[1;33m(.*?)\033\\[0m", coloured)
    assert words == ["văn", "đọc"] * 2


def test_words_that_come_twice_are_coloured_where_they_were_found() -> None:
    snippet = "kế hoạch đọc sách của tỉnh về việc đọc và làm theo sách cho đọc sách"
    hit = dict.fromkeys(("number", "date", "issuer", "title", "path"))
    found = {**hit, "snippet": snippet, "marks": [(len(snippet) - 12, len(snippet))]}
    for width in range(60, 80):
        page = as_page([found], width=width, colour=True)
        coloured = re.findall(r"\x1b\[1;33m(.*?)\x1b", page)
        assert " ".join(coloured) == "cho đọc sách"


def test_what_a_document_says_does_not_steer_the_terminal() -> None:
    page = as_page([ROW | {"title": "a\033[31mb\u202ec", "number": "1\a2"}])
    assert "\033" not in page and "\u202e" not in page and "\a" not in page


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2024-02-05", "05/02/2024"), ("2024-12", "12/2024"), ("2024", "2024"), (None, "–")],
)
def test_dates_are_shown_as_documents_write_them(iso: str | None, shown: str) -> None:
    assert shown_date(iso) == shown


# ---------------------------------------------------------------- the command


def test_the_command_tells_hits_as_json(vnplan: Command, archive: Path) -> None:
    done = vnplan("search", "dịch bệnh", "--archive", archive, "--format", "json")
    assert done.returncode == 0 and done.stderr == b""
    [row] = json.loads(done.stdout)
    assert list(row) == [
        *("path", "number", "date", "title", "issuer", "level", "kind", "snippet", "score")
    ]
    assert row["number"] == "77/KH-SYT"
    empty = vnplan("search", "xyz", "--archive", archive, "--format", "json")
    assert (empty.returncode, json.loads(empty.stdout)) == (1, [])


def test_the_command_takes_all_options(vnplan: Command, archive: Path) -> None:
    options = "--cites 1315/QD-TTg --year 2024 --without deadline --level district --kind plan"
    options += " --with obligation --issuer phu --copies --limit 1 --lang vi"
    done = vnplan("search", "phong", *options.split(), VNPLAN_ARCHIVE=str(archive))
    assert done.returncode == 0, done.stderr.decode()
    assert "04/KH-UBND" in done.stdout.decode()
    more = vnplan("search", "--limit", "1", "--archive", archive).stdout.decode()
    assert "The first 1; there are more" in more


def test_the_command_says_that_nothing_was_found(vnplan: Command, archive: Path) -> None:
    done = vnplan("search", "xyz", cwd=archive)  # the archive is the folder at hand
    assert (done.returncode, done.stdout) == (1, b"")
    assert "no plan was found" in done.stderr.decode()
    assert vnplan("search", "xyz", "--count", cwd=archive).stdout == b"0\n"


@pytest.mark.parametrize("options", [(), ("--count",)])
def test_the_command_says_what_is_found_with_other_marks(
    vnplan: Command, archive: Path, options: tuple[str, ...]
) -> None:
    asked = ("search", "--archive", archive, "--year", "2022", *options)
    told = vnplan(*asked, "cháy bộ")
    assert told.returncode == 1
    assert "typed without marks they find 1" in told.stderr.decode()
    assert (
        vnplan(*asked, "cháy 77/KH-SYT").stderr.decode() == vnplan(*asked, "khong").stderr.decode()
    )


def test_the_command_says_when_the_index_is_old(vnplan: Command, tmp_path: Path) -> None:
    store = Store(str(tmp_path / "kho"))
    store.create()
    index.build(store)
    put(store, "a", ("x.txt", library.parse("KẾ HOẠCH\nMột\n")))
    done = vnplan("search", "--archive", "kho")
    assert "changed since it was indexed" in done.stderr.decode()
    assert done.returncode == 1


@pytest.mark.parametrize(
    "options", [["--year", "24"], ["--year", ".."], ["--limit", "0"], ["--with", "x"]]
)
def test_the_command_refuses_wrong_options(vnplan: Command, options: list[str]) -> None:
    assert vnplan("search", *options).returncode == 2


def test_the_command_says_where_there_is_no_index(vnplan: Command) -> None:
    done = vnplan("search", "x")
    assert done.returncode == 2
    assert "has no index" in done.stderr.decode()
    done = vnplan("search", "x", "--archive", "khong")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "khong: no such folder" in done.stderr.decode()


def test_years_are_read() -> None:
    assert years("2024", "en") == (2024, 2024)
    assert years("2020..2024", "en") == (2020, 2024)
    assert years("2020..", "en") == (2020, 9999)
    assert years("..2024", "en") == (0, 2024)


def test_choices_are_those_of_the_records() -> None:
    assert set(LEVELS) == set(get_args(Level))
    assert set(KINDS) == set(get_args(PlanKind))
    assert PARTS == fold.PARTS


def test_a_search_loads_neither_records_nor_parquet(vnplan: Command, archive: Path) -> None:
    heavy = ("pydantic", "pyarrow", "numpy", "fsspec", "rich", "regex")
    done = vnplan("search", "dịch", "--archive", archive, PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
    assert "sqlite3" in loaded
    assert not loaded.intersection(heavy)


# ---------------------------------------------------------------- the page of docs


def examples(kind: str) -> list[str]:
    page = DOCS.read_text(encoding="utf-8").partition("## Search\n")[2]
    return [match["body"] for match in BLOCK.finditer(page) if match["kind"] == kind]


@pytest.fixture
def shelf_of_the_readme(tmp_path: Path) -> Path:
    """A folder with the archive ``kho`` of the README's two plans."""
    write_files(tmp_path)
    store = Store(str(tmp_path / "kho"))
    store.create()
    put(store, "a", *((n, library.read(tmp_path / n)) for n in ("tinh.txt", "huyen.txt")))
    index.build(store)
    return tmp_path


def test_commands_print_what_the_page_shows(shelf_of_the_readme: Path) -> None:
    assert len(examples("console")) == 1
    for body in examples("console"):
        assert body == played(body, shelf_of_the_readme)


def test_programs_of_the_page_run(
    shelf_of_the_readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shelf_of_the_readme)
    assert len(examples("python")) == 2
    for body in examples("python"):
        exec(compile(body, "archive.md", "exec"), {})

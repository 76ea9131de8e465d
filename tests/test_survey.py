"""``vnplan survey``: what lies in a folder, told before anything is extracted."""

from __future__ import annotations

import gzip
import json
import os
import socket
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import Command
from samples import TINH
from word_files import p, word_file

from vnplan.errors import UnreadableFile
from vnplan.records import Survey, SurveyedFile, schema
from vnplan.report.survey import as_page, as_size
from vnplan.survey import survey

DRAFT = TINH.replace("Số: 12/", "Số:      /").replace("học sinh", "thiếu nhi")
LETTER = "Kính gửi các đồng chí, xin gửi lịch trực cơ quan tuần tới để biết.\n"


def written(folder: Path, **texts: str | bytes) -> Path:
    """A folder with files; ``tinh__txt`` is ``tinh.txt``."""
    for name, text in texts.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def docx(*paragraphs: str) -> bytes:
    """A Word document of plain paragraphs."""
    return word_file("".join(map(p, paragraphs)))


def rows(found: Survey) -> dict[str, SurveyedFile]:
    return {file.path: file for file in found.files}


# ---------------------------------------------------------------- one file

EXAMPLES: list[tuple[str, str | bytes, dict[str, Any]]] = [
    (
        "tinh.txt",
        TINH,
        {
            "format": "txt",
            "kind": "plan",
            "number": "12/KH-UBND",
            "title": "Phát triển văn hóa đọc năm 2024",
            "draft": False,
            "encoding": "utf-8",
        },
    ),
    ("du-thao.txt", DRAFT, {"kind": "plan", "number": "/KH-UBND", "draft": True}),
    ("thu.txt", LETTER, {"kind": "other", "draft": False}),
    ("bom.txt", TINH.encode("utf-16"), {"encoding": "utf-16", "number": "12/KH-UBND"}),
    ("ke-hoach.docx", docx(*TINH.splitlines()), {"format": "docx", "number": "12/KH-UBND"}),
    ("ke-hoach.doc", docx(*TINH.splitlines()), {"format": "docx", "named": "ole"}),
    ("ke-hoach.pdf", TINH, {"format": "txt", "named": "pdf", "kind": "plan"}),
    ("cu.rtf", r"{\rtf1 x}", {"format": "rtf", "needs": "office", "kind": None}),
    ("cu.doc", b"\xd0\xcf\x11\xe0" + bytes(600), {"format": "ole", "needs": "office"}),
    ("anh.png", b"\x89PNG\r\n\x1a\n" + bytes(40), {"format": "image", "needs": "ocr"}),
    ("trong.txt", "\n \n", {"format": "empty", "problem": "file_empty"}),
    ("nen.zip", b"PK\x05\x06" + bytes(18), {"format": "archive", "problem": "file_archive"}),
    ("nen.rar", b"Rar!\x1a\x07\x00", {"format": "archive", "problem": "file_archive"}),
    ("nen.gz", gzip.compress(b"x"), {"format": "archive", "problem": "file_archive"}),
    ("ban-ghi.json", '{"kind": "plan"}\n', {"format": "data", "problem": None, "kind": None}),
    ("word.doc", b"<?xml version='1.0'?><w:wordDocument/>", {"problem": "file_xml"}),
    ("lon.json", b'[{"a": "b"},' + b"9," * 90_000, {"format": "data"}),
    ("rac.txt", b"\x00\x01\x02" * 900, {"problem": "file_binary"}),
]


@pytest.mark.parametrize(("name", "content", "told"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_what_a_file_is(
    tmp_path: Path, name: str, content: str | bytes, told: dict[str, Any]
) -> None:
    data = content.encode() if isinstance(content, str) else content
    (tmp_path / name).write_bytes(data)
    [file] = survey(tmp_path).files
    assert {key: getattr(file, key) for key in told} == told
    assert (file.path, file.size) == (name, len(data))


def test_a_damaged_word_file_is_a_row_that_says_so(tmp_path: Path) -> None:
    written(tmp_path, hong__docx=docx("x" * 500)[:-40], tot__txt=TINH)
    found = survey(tmp_path)
    assert rows(found)["hong.docx"].problem is not None
    assert rows(found)["tot.txt"].kind == "plan"
    assert found.totals.unreadable == 1


def test_what_breaks_the_reader_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def falls(*args: object, **more: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("vnplan.survey.read_bytes", falls)
    [file] = survey(written(tmp_path, tinh__txt=TINH)).files
    assert (file.problem, file.details) == ("file_broken", {"found": "RecursionError: too deep"})


def test_no_other_program_is_started_unless_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def notes(data: bytes, *, name: str, ocr: str, **more: object) -> None:
        read.append(f"{name} {ocr}")
        raise UnreadableFile(name, "file_binary")

    monkeypatch.setattr("vnplan.survey.read_bytes", notes)
    written(tmp_path, a__rtf=r"{\rtf1 x}", b__png=b"\x89PNG\r\n\x1a\n", c__txt=TINH)
    survey(tmp_path)
    assert read == ["c.txt never"]
    read.clear()
    survey(tmp_path, deep=True)
    assert read == ["a.rtf auto", "b.png auto", "c.txt auto"]


# ---------------------------------------------------------------- the folder


def test_folders_below_hidden_files_and_links(tmp_path: Path) -> None:
    (tmp_path / "nam-2024" / "quy-1").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    written(tmp_path / ".git", x__txt=TINH)
    written(tmp_path / "nam-2024" / "quy-1", tinh__txt=TINH)
    written(tmp_path, **{"~$khoa__docx": b"x", "Thumbs__db": b"x", "thu__txt": LETTER})
    (tmp_path / "nam-2024" / "vong").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "mat.txt").symlink_to(tmp_path / "khong-co.txt")
    found = survey(tmp_path)
    assert [file.path for file in found.files] == ["mat.txt", "thu.txt", "nam-2024/quy-1/tinh.txt"]
    assert rows(found)["mat.txt"].problem == "file_missing"
    assert (found.totals.hidden, found.totals.links) == (3, 1)


def test_a_pipe_without_end_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.txt")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "s"))
        assert [file.problem for file in survey(tmp_path).files] == ["file_special"] * 2


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"k\xe9 ho\xe1ch.txt")).write_text(TINH, encoding="utf-8")
    found = survey(tmp_path)
    assert found.files[0].kind == "plan"
    assert json.loads(found.to_json())["files"][0]["path"].endswith("ch.txt")


def test_duplicates_by_bytes_and_by_words(tmp_path: Path) -> None:
    written(
        tmp_path,
        a__txt=TINH,
        b__txt=TINH,
        c__docx=docx(*TINH.splitlines()),
        d__txt=TINH.replace("\n", "\n\n"),
        e__txt=TINH.replace("30/6", "31/8"),
    )
    found = survey(tmp_path)
    told = {file.path: (file.same_file, file.same_text) for file in found.files}
    assert told == {
        "a.txt": (None, None),
        "b.txt": ("a.txt", None),
        "c.docx": (None, "a.txt"),
        "d.txt": (None, "a.txt"),
        "e.txt": (None, None),
    }
    assert found.totals.duplicates == 3


def test_nothing_is_written(tmp_path: Path) -> None:
    written(tmp_path, tinh__txt=TINH, hong__docx=b"PK\x03\x04", cu__rtf=r"{\rtf1 x}")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path, *tmp_path.rglob("*"))}
    survey(tmp_path)
    after = {path: path.stat().st_mtime_ns for path in (tmp_path, *tmp_path.rglob("*"))}
    assert after == before


def test_totals_add_up(tmp_path: Path) -> None:
    written(tmp_path, a__txt=TINH, b__txt=DRAFT, c__txt=LETTER, d__rtf=r"{\rtf1 x}", e__zip=b"x")
    totals = survey(tmp_path).totals
    assert totals.files == sum(totals.formats.values()) == 5
    assert totals.formats == {"txt": 4, "rtf": 1}
    assert totals.kinds == {"plan": 2, "other": 2}
    assert (totals.drafts, totals.needs_office, totals.misnamed) == (1, 1, 1)


# ---------------------------------------------------------------- the command


def test_the_table(vnplan: Command, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    written(
        folder, a__txt=TINH, b__txt=DRAFT, c__rtf=r"{\rtf1 x}", d__zip=b"PK\x05\x06" + bytes(18)
    )
    done = vnplan("survey", folder)
    assert (done.returncode, done.stderr) == (0, b"")
    page = done.stdout.decode()
    assert page.startswith(f"{folder}\n4 files, ")
    head = page.partition("Files\n")[0]
    for line in (
        "Formats           text 2, archive 1, Rich Text 1",
        "Kinds             plan 2",
        "Drafts            1",
        "Need LibreOffice  1",
        "Unreadable        1",
    ):
        assert line in head
    assert "plan 12/KH-UBND" in page
    assert "is an archive; extract opens it" in page
    assert max(map(len, page.splitlines())) <= 80


def test_the_table_in_vietnamese(vnplan: Command, tmp_path: Path) -> None:
    written(tmp_path, a__txt=DRAFT)
    page = vnplan("survey", tmp_path, "--lang", "vi").stdout.decode()
    assert "1 tệp, " in page and "Dự thảo" in page and "kế hoạch /KH-UBND" in page


def test_the_json_is_valid_by_its_schema(vnplan: Command, tmp_path: Path) -> None:
    written(tmp_path, a__txt=TINH, b__rtf=r"{\rtf1 x}", c__txt=bytes(range(256)) * 9)
    told = json.loads(vnplan("survey", tmp_path, "--format", "json").stdout)
    jsonschema.Draft202012Validator(schema("survey")).validate(told)
    assert Survey.model_validate(told) == survey(tmp_path)
    assert json.loads(vnplan("schema", "survey").stdout) == schema("survey")


def test_a_folder_without_files(vnplan: Command, tmp_path: Path) -> None:
    done = vnplan("survey", tmp_path)
    assert (done.returncode, done.stdout.decode()) == (
        0,
        f"{tmp_path}\nNo file lies in this folder.\n",
    )


@pytest.mark.parametrize(("name", "told"), [("no", "no such folder"), ("a.txt", "expected a folder")])  # fmt: skip  # noqa: E501
def test_what_is_no_folder_is_trouble(
    vnplan: Command, tmp_path: Path, name: str, told: str
) -> None:
    written(tmp_path, a__txt=TINH)
    done = vnplan("survey", name)
    assert done.returncode == 2 and told in done.stderr.decode()
    assert done.stdout == b""


def test_names_do_not_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "x\x1b[31m.txt").write_text(TINH, encoding="utf-8")
    assert "\x1b" not in as_page(survey(tmp_path))


@pytest.mark.parametrize("width", [40, 61, 80, 120])
def test_lines_keep_to_the_width(tmp_path: Path, width: int) -> None:
    folder = tmp_path / "van-ban-den"
    folder.mkdir()
    written(folder, **{f"ke-hoach-phat-trien-van-hoa-doc-{i}__txt": TINH for i in range(3)})
    page = as_page(survey(folder), width=width)
    assert max(map(len, page.splitlines()[1:])) <= width


def test_sizes() -> None:
    assert [as_size(n) for n in (0, 999, 1000, 1_250, 14_200, 999_600, 3_000_000_000)] == [
        "0 B",
        "999 B",
        "1.0 kB",
        "1.2 kB",
        "14 kB",
        "1.0 MB",
        "3.0 GB",
    ]

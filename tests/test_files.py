"""Files of any kind as a user gives them: at the command line and to the library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Command
from word_files import abstract, item, lvl, num, p, word_file

import vnplan as library

LINES = (
    "ỦY BAN NHÂN DÂN HUYỆN PHÚ LÂM",
    "Số: 7/KH-UBND",
    "Phú Lâm, ngày 20 tháng 01 năm 2024",
    "KẾ HOẠCH",
    "Phát triển văn hóa đọc năm 2024",
)
DUTIES = (
    "Mở tủ sách tại 100% nhà văn hóa xã trước ngày 30/6/2024.",
    "Kiểm kê sách tại thư viện các xã.",
)
TEXT = "\n".join((*LINES, "I. NHIỆM VỤ", *(f"{n}. {duty}" for n, duty in enumerate(DUTIES, 1))))
LISTS = abstract(0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2.")) + num(1, 0)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """The plan as a Word document whose labels Word counts."""
    body = "".join(map(p, LINES)) + item("NHIỆM VỤ", 1)
    path = tmp_path / "huyen.docx"
    path.write_bytes(
        word_file(body + "".join(item(duty, 1, 1) for duty in DUTIES), numbering=LISTS)
    )
    return path


def test_a_word_document_is_compared_with_plain_text(
    vnplan: Command, word: Path, tmp_path: Path
) -> None:
    parent = tmp_path / "tinh.txt"
    parent.write_text(TEXT.replace("HUYỆN PHÚ LÂM", "TỈNH HƯNG GIANG"), encoding="utf-8")
    told = vnplan("diff", parent, word, "--format", "json", "--fail-on", "none")
    result = json.loads(told.stdout)
    assert (told.returncode, told.stderr) == (0, b"")
    assert [i["status"] for i in result["items"] if i["kind"] == "obligation"] == ["covered"] * 2
    assert [i["child"][0]["section"] for i in result["items"] if i["kind"] == "obligation"] == [
        "I.1",
        "I.2",
    ]


def test_a_folder_of_a_matrix_holds_documents_of_any_kind(
    vnplan: Command, word: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "children"
    folder.mkdir()
    word.rename(folder / "a.docx")
    (folder / "b.html").write_text(
        f"<html><body>{''.join(f'<p>{line}</p>' for line in TEXT.splitlines())}</body></html>",
        encoding="utf-8",
    )
    (folder / "c.waivers.yaml").write_text("waivers: []\n", encoding="utf-8")
    parent = tmp_path / "tinh.txt"
    parent.write_text(TEXT.replace("HUYỆN PHÚ LÂM", "TỈNH HƯNG GIANG"), encoding="utf-8")
    matrix = json.loads(vnplan("matrix", parent, folder, "--format", "json").stdout)
    assert [child["plan"]["name"] for child in matrix["children"]] == ["a.docx", "b.html"]
    duties = [row["statuses"] for row in matrix["rows"] if row["kind"] == "obligation"]
    assert duties == [["covered"] * 2] * 2


def test_an_encoding_can_be_forced(vnplan: Command, tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes("Sè: 7/KH-UBND".encode("cp1252"))  # too short to tell
    for options, text in (((), "Sè: 7/KH-UBND"), (("--encoding", "tcvn3"), "Số: 7/KH-UBND")):
        record = json.loads(vnplan("parse", path, *options).stdout)
        assert record["text"] == text
    assert library.read(path, encoding="tcvn3").text == "Số: 7/KH-UBND"
    told = vnplan("parse", path, "--encoding", "klingon")
    assert told.returncode == 2
    assert b"no such encoding: klingon" in told.stderr


def test_what_a_reader_doubts_is_told_or_stands_in_the_record(
    vnplan: Command, tmp_path: Path
) -> None:
    path = tmp_path / "lan.txt"
    path.write_bytes(
        TEXT.encode() + "\nVăn phòng chuẩn bị hội trường.\n".encode("cp1258", "ignore")
    )
    record = json.loads(vnplan("parse", path).stdout)
    codes = [doubt["code"] for doubt in record["doubts"]]
    assert "mixed_encoding" in codes
    assert record["source"]["doubts"] == []
    told = vnplan("outline", path)
    assert told.returncode == 0
    assert told.stderr.startswith(f"vnplan: {path}: ".encode())


def test_a_plain_file_has_no_pages(word: Path) -> None:
    plan = library.read(word)
    assert plan.source.pages is None
    assert plan.page_at(0) is None
    assert plan.source.page_starts == ()


@pytest.mark.parametrize("count", ["0", "-1", "many", "1.5"])
def test_a_count_of_pages_is_a_whole_number(vnplan: Command, word: Path, count: str) -> None:
    told = vnplan("parse", word, f"--max-pages={count}")
    assert told.returncode == 2
    assert b"--max-pages: expected a whole number above 0" in told.stderr

"""Files to text: what is read, what is refused, and what is said then."""

from __future__ import annotations

import codecs
import hashlib
import os
import pickle
from pathlib import Path

import pytest

from vnplan import UnreadableFile
from vnplan.readers import read_bytes, read_file

WORDS = "Kế hoạch số 12/KH-UBND\r\nngày 05 tháng 3 năm 2025\n"

EXAMPLES = [
    (WORDS.encode(), "utf-8"),
    (WORDS.encode("utf-8-sig"), "utf-8-sig"),
    (WORDS.encode("utf-16"), "utf-16"),
    (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16"),
    (WORDS.encode("utf-32"), "utf-32"),
    (WORDS.encode("utf-16-le"), "utf-16-le"),  # without its byte order mark
]

REFUSED = [
    (b"%PDF-1.7\n%\xe2\xe3", "pdf_broken"),
    (b"PK\x03\x04\x14\x00\x06\x00", "file_zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file_ole"),
    (b"\x89PNG\r\n\x1a\n", "image_broken"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image_broken"),
    (bytes(100), "file_binary"),
    (bytes(range(0x80, 0x100)), "file_undecodable"),
    (codecs.BOM_UTF16_LE + b"K\x00\x00\xd8", "file_undecodable"),  # half a surrogate pair
]


@pytest.mark.parametrize(("data", "encoding"), EXAMPLES)
def test_text_is_read_as_it_stands(tmp_path: Path, data: bytes, encoding: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(data)
    text, source = read_file(path)
    assert text == WORDS.replace("\r\n", "\n")
    assert source.encoding == encoding
    assert source.name == "plan.txt"
    assert source.media_type == "text/plain"
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.pages is None


def test_the_encoding_is_one_that_python_reads_the_file_by(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    for data, _ in EXAMPLES:
        path.write_bytes(data)
        text, source = read_file(path)
        with path.open(encoding=source.encoding) as file:
            assert file.read() == text


@pytest.mark.parametrize(("data", "problem"), REFUSED)
def test_what_is_no_text_is_told_by_its_bytes(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "plan.txt"  # the name says text, the bytes do not
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    assert caught.value.problem == problem
    assert str(caught.value).startswith(f"{path}: ")
    assert caught.value.tell("vi") != caught.value.tell("en")
    assert "{" not in caught.value.tell("vi").removeprefix(str(path))  # every place is filled


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_the_first_bad_byte_is_told_with_its_place_in_the_file(mark: bytes) -> None:
    good = mark + "Kế hoạch ".encode()
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(good + b"\xe9 n\xe0y", name="plan.txt", encoding="utf-8")
    assert caught.value.details["offset"] == len(good)
    assert f"0xE9 at offset {len(good)}" in str(caught.value)


def test_files_that_are_not_there_or_no_files(tmp_path: Path) -> None:
    for path, problem in (
        (tmp_path / "none.txt", "file_missing"),
        (tmp_path / "none.txt" / "deeper.txt", "file_missing"),
        (tmp_path, "file_folder"),
        ("a\0b", "file_broken"),
        ("a" * 5000, "file_broken"),
    ):
        with pytest.raises(UnreadableFile) as caught:
            read_file(path)
        assert caught.value.problem == problem
        assert caught.value.path == str(path)


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    assert read_file(path)[0] == ""


def test_a_stray_zero_byte_is_untidy_and_no_reason_to_refuse() -> None:
    text, _ = read_bytes(b"abc\0def" + b"x" * 100, name="plan.txt")
    assert "\0" in text


def test_the_error_survives_the_way_between_processes() -> None:
    error = UnreadableFile("plan.txt", "file_undecodable", found="0xE9", offset=3, encoding="utf-8")
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, UnreadableFile)
    assert (again.path, again.problem, again.details) == (error.path, error.problem, error.details)
    assert str(again) == str(error)


def test_a_name_that_is_no_utf_8_can_still_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/k\xea.txt"
    try:
        with open(path, "wb") as file:
            file.write(b"x")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    _, source = read_file(os.fsdecode(path))
    assert source.name == "k\ufffd.txt"
    assert source.model_dump_json()

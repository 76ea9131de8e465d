"""Hostile and broken files as a user meets them: the message, the exit code, and no harm done."""

from __future__ import annotations

import os
import signal
import struct
import time
import zlib
from pathlib import Path

import pytest
from conftest import Command
from pdfs import PdfPage, write_pdf

from vnplan import UnreadableFile
from vnplan.readers import read_bytes
from vnplan.readers.apart import Apart
from vnplan.readers.limits import LIMITS, MEGA, Limits

TROUBLE = 2


def pdf_of(pages: int, password: str | None = None) -> bytes:
    page = PdfPage()
    page.write(85, 100, "KẾ HOẠCH")
    page.write(85, 130, "1. Trồng cây ở sân trường.")
    return write_pdf([page] * pages, password=password)


def png_of(width: int, height: int) -> bytes:
    """The beginning of an image that would be so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


REFUSED = [
    ("locked.pdf", pdf_of(1, "x"), "opens with a password only"),
    ("cut.pdf", pdf_of(1)[:200], "is a broken PDF"),
    ("head.pdf", b"%PDF-1.7\n", "is a broken PDF"),
    ("noise.pdf", b"%PDF-1.4\n" + bytes(range(256)) * 40, "is a broken PDF"),
    ("long.pdf", pdf_of(500), "has 500 pages; at most 400 are read"),
    ("cut.png", png_of(400, 400)[:60], "is a broken image"),
    ("bomb.png", png_of(60_000, 60_000), "million pixels"),
    ("cut.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "is a broken image"),
    ("noise.tif", b"II*\0" + b"\xff" * 300, "is a broken image"),
    # told by their content, whatever they are called
    ("plan.txt", pdf_of(1, "x"), "opens with a password only"),
    ("plan.docx", b"%PDF-1.7\n", "is a broken PDF"),
    ("plan.pdf", png_of(400, 400)[:60], "is a broken image"),
]


@pytest.mark.parametrize(("name", "data", "told"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    vnplan: Command, tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(data)
    done = vnplan("parse", name)
    assert done.returncode == TROUBLE
    assert done.stdout == b""
    message = done.stderr.decode()
    assert message.count("\n") == 1 and f"{name}: " in message and told in message
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


def test_a_file_of_200_mb_is_told_at_once(vnplan: Command, tmp_path: Path) -> None:
    with open(tmp_path / "large.pdf", "wb") as file:
        file.write(b"%PDF-1.7\n")
        os.truncate(file.fileno(), 200 * MEGA)
    began = time.monotonic()
    done = vnplan("parse", "large.pdf")
    assert done.returncode == TROUBLE
    assert "is larger than 100 MB, the most that is read" in done.stderr.decode()
    assert time.monotonic() - began < 20


READ = [
    ("plan.txt", pdf_of(1)),  # a PDF that is called a text
    ("empty-password.pdf", pdf_of(1, "")),
    ("mail.pdf", b"Content-Type: application/pdf\n\n" + pdf_of(1)),  # behind other bytes
]


@pytest.mark.parametrize(("name", "data"), READ, ids=[name for name, _ in READ])
def test_a_file_that_is_odd_is_read_all_the_same(
    vnplan: Command, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    done = vnplan("parse", name, "--format", "table")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Trồng cây ở sân trường." in done.stdout.decode()


def test_an_empty_file_is_an_empty_plan_with_a_doubt(vnplan: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    done = vnplan("parse", "empty.pdf")
    assert done.returncode == 0 and b'"code": "empty"' in done.stdout


def test_a_page_that_is_broken_is_left_out_and_told() -> None:
    data = pdf_of(2)
    first = data.index(b"<</Type/Page/")
    broken = data[:first] + b"[/Type/Page]%" + data[first + 13 :]  # a list where a page should be
    text, source = read_bytes(broken, name="plan.pdf")
    assert text.count("Trồng cây") == 1 and source.pages == 2
    assert [doubt.message for doubt in source.doubts] == ["page 1 is broken and was left out"]


# ---------------------------------------------------------------- the process apart


def test_what_crashes_there_is_an_error_here() -> None:
    with Apart("plan.pdf", LIMITS) as apart, pytest.raises(UnreadableFile) as caught:
        apart.ask("os:abort")
    assert caught.value.problem == "file_crashes"


def test_what_hangs_there_is_given_up() -> None:
    limits = Limits(seconds=0.5)
    began = time.monotonic()
    with Apart("plan.pdf", limits) as apart, pytest.raises(UnreadableFile) as caught:
        apart.ask("signal:pause")
    assert caught.value.problem == "file_too_slow"
    assert time.monotonic() - began < 10


def test_what_takes_all_memory_there_is_told() -> None:
    limits = Limits(memory=64 * MEGA)
    with Apart("plan.pdf", limits) as apart:
        with pytest.raises(UnreadableFile) as caught:
            apart.ask("numpy:zeros", shape=1 << 32)
        assert caught.value.problem == "file_too_hungry"
        assert "64 MB" in str(caught.value)


def test_the_process_is_kept_and_started_anew_when_it_died() -> None:
    with Apart("a.pdf", LIMITS) as apart:
        first = apart.ask("os:getpid")
    with Apart("b.pdf", LIMITS) as apart:
        assert apart.ask("os:getpid") == first != os.getpid()
        with pytest.raises(UnreadableFile):
            apart.ask("os:abort")
        assert apart.ask("os:getpid") != first
    with Apart("c.pdf", LIMITS) as one, Apart("d.pdf", LIMITS) as other:
        assert one.ask("os:getpid") != other.ask("os:getpid")


def test_an_answer_that_nobody_waited_for_is_not_given_to_the_next_question() -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        with pytest.raises(KeyboardInterrupt), Apart("a.pdf", LIMITS) as apart:
            signal.setitimer(signal.ITIMER_REAL, 0.3)
            apart.ask("subprocess:getoutput", cmd="sleep 1; echo first")
    finally:
        signal.signal(signal.SIGALRM, before)
    with Apart("b.pdf", LIMITS) as apart:
        assert apart.ask("subprocess:getoutput", cmd="echo second") == "second"


def test_what_goes_wrong_there_is_said_here() -> None:
    with Apart("plan.pdf", LIMITS) as apart:
        for task, problem in (("os:stat", "file_broken"), ("no_such_module:f", "reader_missing")):
            with pytest.raises(UnreadableFile) as caught:
                apart.ask(task)
            assert caught.value.problem == problem


def test_nothing_is_imported_from_the_folder_where_the_user_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken')")
    monkeypatch.chdir(tmp_path)
    with Apart("plan.pdf", Limits(memory=LIMITS.memory + MEGA)) as apart:  # no kept process
        assert apart.ask("os:getcwd") == str(tmp_path)

"""Documents that LibreOffice opens for us, and what is said where it cannot."""

from __future__ import annotations

import os
import re
import stat
import struct
import subprocess
import time
from pathlib import Path

import pytest
from conftest import SHARED
from test_readers_docx import EVERY_KIND, NUMBERING, STYLES
from word_files import abstract, item, lvl, num, p, table, tc, tr, word_file, zip_file

from vnplan import UnreadableFile
from vnplan.readers import docx, office, read_bytes
from vnplan.readers.limits import LIMITS, Limits
from vnplan.readers.ole import is_locked, kind_of_ole
from vnplan.readers.packed import open_package
from vnplan.readers.reading import Wish

with_office = pytest.mark.skipif(
    office.find_program() is None,
    reason="needs LibreOffice (Debian: apt-get install libreoffice-writer-nogui)",
)

RTF = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times New Roman;}}\f0 K\u7871? ho\u7841?ch\par %s}"
NUMBERS = abstract(1, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2.")) + num(1, 1)
PLAN = word_file(
    p("KẾ HOẠCH")
    + item("MỤC ĐÍCH", 1)
    + item("Nâng cao chất lượng", 1, 1)
    + item("NHIỆM VỤ", 1)
    + table(tr("TT", "Việc"), tr("1", tc(p("Mua hoa"))))
    + p(),
    numbering=NUMBERS,
)
SHOWN = ["KẾ HOẠCH", "I. MỤC ĐÍCH", "1. Nâng cao chất lượng", "II. NHIỆM VỤ"]
ROWS = ["| TT | Việc |", "| 1 | Mua hoa |"]


def problem(data: bytes, **limits: float) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name="plan.doc", limits=Limits(**limits))  # type: ignore[arg-type]
    assert "{" not in caught.value.tell("vi")
    return caught.value.problem


def made_by_office(data: bytes, ending: str, folder: Path) -> bytes:
    """A Word document in another form."""
    (folder / "plan.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "plan.docx")], capture_output=True, timeout=60)
    return (folder / f"plan.{ending.partition(':')[0]}").read_bytes()


# ---------------------------------------------------------------- what an OLE file is


def ole(*streams: str, version: int = 0xC1, flags: int = 0) -> bytes:
    """The beginning of an OLE file: head, the first sector of a stream, its directory."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", head, 30, 9)
    stream = bytearray(512)
    struct.pack_into("<HH", stream, 0, 0xA5EC, version)
    struct.pack_into("<H", stream, 10, flags)
    directory = b""
    for name in ("Root Entry", *streams):
        entry = bytearray(128)
        words = name.encode("utf-16-le") + b"\0\0"
        entry[: len(words)] = words
        struct.pack_into("<HB", entry, 64, len(words), 5 if name == "Root Entry" else 2)
        directory += entry
    return bytes(head + stream) + directory


KINDS = [
    (ole("WordDocument"), "doc"),
    (ole("WordDocument", version=0x68), "doc95"),
    (ole("Workbook"), "sheet"),
    (ole("Book"), "sheet"),
    (ole("PowerPoint Document"), "slides"),
    (ole("EncryptionInfo", "EncryptedPackage"), "encrypted"),
    (ole("Contents"), "ole"),
    (ole()[:600], "ole"),
    (ole() + "WordDocument".encode("utf-16-le"), "ole"),  # its name in a text is no entry
]
REFUSED = [
    (ole("Workbook"), "file_sheet"),
    (ole("PowerPoint Document"), "file_slides"),
    (ole("EncryptedPackage"), "file_encrypted"),
    (ole("WordDocument", flags=0x0100), "file_encrypted"),
    (ole("Contents"), "file_ole"),
]


@pytest.mark.parametrize(("data", "kind"), KINDS)
def test_an_ole_file_is_told_by_the_names_in_its_directory(data: bytes, kind: str) -> None:
    assert kind_of_ole(data) == kind


@pytest.mark.parametrize(("data", "expected"), REFUSED)
def test_what_is_no_open_word_document_is_refused(data: bytes, expected: str) -> None:
    assert problem(data) == expected


def test_a_password_is_told_by_the_head_of_the_document() -> None:
    assert is_locked(ole("WordDocument", flags=0x0100))
    assert not is_locked(ole("WordDocument", flags=0x0200))
    assert not is_locked(ole("Workbook", flags=0x0100))


def odt(content: str, **members: str) -> bytes:
    kind = "application/vnd.oasis.opendocument.text"
    return zip_file({"mimetype": kind, "content.xml": content} | members)


def test_packages_are_weighed_before_they_are_opened() -> None:
    locked = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    )
    assert problem(odt("<x/>", **{"META-INF/manifest.xml": locked})) == "file_encrypted"
    assert problem(odt("<x/>", other="x" * (40 << 20))) == "file_bomb"
    assert problem(odt("<x/>", other="x" * (2 << 20)), unpacked=1 << 20) == "file_unpacks"
    assert problem(odt('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')) == "file_entities"
    assert problem(odt("<x>" * 300 + "</x>" * 300)) == "file_nested"
    assert problem(zip_file({"mimetype": "application/vnd.oasis.opendocument.text"})) == (
        "file_without"
    )


def test_without_libreoffice_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_program", lambda: None)
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(RTF % b"", name="plan.rtf")
    for lang in ("en", "vi"):
        assert "libreoffice-writer-nogui" in caught.value.tell(lang)
    assert problem(ole("Workbook")) == "file_sheet"  # which needs no LibreOffice


# what editors and mail programs put before the first brace
BEFORE_RTF = [b"", b"\xef\xbb\xbf", b"\n", b"\r\n \t", b"\xef\xbb\xbf\r\n"]


@pytest.mark.parametrize("before", BEFORE_RTF)
def test_rich_text_behind_a_mark_or_blanks_is_rich_text(before: bytes) -> None:
    data = before + RTF % b"Mua hoa"
    assert office.form_of(data, "plan.rtf", LIMITS) == "rtf"
    assert office.bare_rtf(data) == RTF % b"Mua hoa"


def test_rich_text_in_utf_16_is_ascii_in_pairs() -> None:
    data = (RTF % b"Mua hoa").decode().encode("utf-16")
    assert office.form_of(data, "plan.rtf", LIMITS) == "rtf"
    assert office.bare_rtf(data) == RTF % b"Mua hoa"


@pytest.mark.parametrize("data", ["Kế hoạch {\\rtf1}".encode(), b"{rtf1}", b"\xef\xbb\xbf{\\rt"])
def test_what_only_speaks_of_rich_text_is_none(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        office.form_of(data, "plan.rtf", LIMITS)


# ---------------------------------------------------------------- a program that misbehaves


def program(folder: Path, script: str) -> str:
    """A program in LibreOffice's place."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_what_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"sleep 60 & echo $! > {tmp_path}/child; sleep 60"
    monkeypatch.setattr(office, "find_program", lambda: program(tmp_path, script))
    start = time.perf_counter()
    assert problem(RTF % b"", seconds=0.5) == "file_office_slow"
    assert time.perf_counter() - start < 5
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        status = Path(f"/proc/{child}/stat")
        if not status.exists() or status.read_text().split()[2] == "Z":
            break
        time.sleep(0.05)
    else:
        pytest.fail("the child of the program still runs")


def test_what_makes_nothing_or_crashes_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for script in ("exit 0", "kill -SEGV $$"):
        monkeypatch.setattr(office, "find_program", lambda s=script: program(tmp_path, s))
        assert problem(RTF % b"") == "file_office_failed"


def test_one_bad_file_does_not_take_the_others_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # makes a document of each file, but crashes at the second
    (tmp_path / "made.docx").write_bytes(PLAN)
    script = f"""
    while [ $# -gt 0 ]; do
      case "$1" in
        --outdir) out="$2";;
        */in/*) grep -q BAD "$1" && exit 1
          cp {tmp_path}/made.docx "$out/$(basename "$1" .rtf).docx";;
      esac; shift
    done"""
    monkeypatch.setattr(office, "find_program", lambda: program(tmp_path, script))
    files = [(f"{i}.rtf", RTF % (b"BAD" if i == 1 else b"good")) for i in range(4)]
    made = office.convert_many(files)
    assert [isinstance(one, bytes) for one in made] == [True, False, True, True]
    assert isinstance(made[1], UnreadableFile) and made[1].path == "1.rtf"


def test_nothing_is_left_behind_and_the_caller_s_environment_stays_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.setattr(office.tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    script = f"env > {tmp_path}/env; pwd >> {tmp_path}/env; touch left; exit 0"
    monkeypatch.setattr(office, "find_program", lambda: program(tmp_path, script))
    assert problem(RTF % b"") == "file_office_failed"
    said = (tmp_path / "env").read_text()
    assert "SECRET" not in said and "http_proxy=http://127.0.0.1:9" in said
    assert str(tmp_path / "temporary") in said
    assert not os.listdir(tmp_path / "temporary")


def test_a_path_without_the_system_s_programs_still_finds_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.docx").write_bytes(PLAN)
    script = f"""
    while [ $# -gt 0 ]; do
      case "$1" in --outdir) cp {tmp_path}/made.docx "$2/$(basename 0.docx)";; esac; shift
    done"""
    monkeypatch.setattr(office, "find_program", lambda: program(tmp_path, script))
    for path in (str(tmp_path), ""):
        monkeypatch.setenv("PATH", path)
        assert read_bytes(RTF % b"", name="plan.rtf")[0]
    monkeypatch.delenv("PATH")
    assert read_bytes(RTF % b"", name="plan.rtf")[0]


# ---------------------------------------------------------------- LibreOffice itself


@with_office
def test_libreoffice_reads_rich_text_behind_a_byte_order_mark() -> None:
    files = [(f"{i}.rtf", before + RTF % b"") for i, before in enumerate(BEFORE_RTF)]
    for reading in office.read_many(files, Wish()):
        assert not isinstance(reading, UnreadableFile) and reading.text == "Kế hoạch\n"


@with_office
def test_a_plan_in_every_form_is_read_in_one_call_for_many(tmp_path: Path) -> None:
    files = [
        (f"plan.{ending}", made_by_office(PLAN, ending, tmp_path))
        for ending in ("doc", "rtf", "odt")
    ]
    for (name, _), reading in zip(files, office.read_many(files, Wish()), strict=True):
        assert not isinstance(reading, UnreadableFile)
        found = [line for line in reading.text.split("\n") if line]
        assert found == [*SHOWN, *ROWS], name
        assert (
            reading.media_type
            == {
                "plan.doc": "application/msword",
                "plan.rtf": "application/rtf",
                "plan.odt": "application/vnd.oasis.opendocument.text",
            }[name]
        )


@with_office
def test_libreoffice_shows_the_same_labels(tmp_path: Path) -> None:
    # LibreOffice 7.4 knows neither isLgl nor lvlRestart, and drops the dot behind a number of none
    other = ("ý một", "điểm nữa", "liền")
    kinds = [(body, shown) for body, shown in EVERY_KIND[:-1] if not shown.endswith(other)]
    data = word_file("".join(body for body, _ in kinds), numbering=NUMBERING, styles=STYLES)
    told = made_by_office(data, "txt:Text (encoded):UTF8", tmp_path).decode("utf-8-sig")
    rendered = [" ".join(line.split()) for line in told.splitlines() if line.strip()]
    ours = [shown for _, shown in kinds]
    assert len(ours) >= 20
    assert [re.sub(r"^[•◦-]", "•", line) for line in rendered] == [
        re.sub(r"^[•◦-]", "•", line) for line in ours
    ]


@with_office
def test_what_libreoffice_cannot_open_is_told() -> None:
    assert problem(ole("WordDocument")) == "file_office_failed"


@with_office
@pytest.mark.shared
@pytest.mark.slow
def test_labels_of_old_documents_are_those_that_libreoffice_shows(tmp_path: Path) -> None:
    """Agreement in at least 98 of 100 numbered paragraphs of the old documents at hand."""
    same = count = 0
    paths = sorted((SHARED / "corpora" / "legacy").glob("*.doc"))
    files = [(path.name, path.read_bytes()) for path in paths]
    for (name, _), made in zip(files, office.convert_many(files), strict=True):
        assert isinstance(made, bytes), name
        numbered = labelled_paragraphs(made)
        if not numbered:
            continue
        told = made_by_office(made, "txt:Text (encoded):UTF8", tmp_path).decode("utf-8-sig")
        rendered = [squeezed(line) for line in told.split("\n")]
        at = 0
        for line in numbered:
            count += 1
            if line in rendered[at:]:
                same += 1
                at = rendered.index(line, at) + 1
    assert count >= 60
    assert same >= 0.98 * count, f"{same} of {count}"


def squeezed(line: str) -> str:
    """A line without white space, every bullet one sign, as LibreOffice writes them as text."""
    line = re.sub(r"[\uf000-\uf0ff•▪➢●○✓*-]", "•", line.replace("\u00ad", ""))
    return "".join(line.split())


def raw_text(runs: docx.Runs) -> str:
    """The text of runs with nothing decoded."""
    return "".join(text for _, _, texts in runs.parts for text in texts)


def labelled_paragraphs(data: bytes) -> list[str]:
    """The numbered paragraphs of a document as LibreOffice's text has them: nothing decoded."""
    found: list[str] = []

    class Labelled(docx.Walk):
        def put_label(self, runs, *rest):  # type: ignore[no-untyped-def]
            super().put_label(runs, *rest)
            self.label = raw_text(runs)

        def paragraph(self, paragraph):  # type: ignore[no-untyped-def]
            self.label = ""
            pieces = list(super().paragraph(paragraph))
            if self.label and pieces:
                found.append(squeezed(self.label + self.raw))
            return iter(pieces)

        def inline(self, element, looks, runs, after):  # type: ignore[no-untyped-def]
            super().inline(element, looks, runs, after)
            self.raw = raw_text(runs).partition("\n")[0]

    parts = docx.Parts(open_package(data, "old.doc", LIMITS))
    # LibreOffice's text keeps what was deleted
    Labelled(parts, deleted=True).story(docx.child(parts.document, "body"))
    return found

"""What an archivist names, as items: folders, patterns, archives, lists, URLs; and their bytes."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import random
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_survey import docx

from vnplan.archive import items as items_module
from vnplan.archive import members
from vnplan.archive.sources import Item, find_items, forget_open, listed, read_item
from vnplan.errors import UnreadableFile

MOST = 1 << 20
ANSWER = b"K\xe1\xba\xbf ho\xe1\xba\xa1ch"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder ``shelf`` in the folder that we are in."""
    folder = tmp_path / "here" / "shelf"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder.parent)
    yield folder
    forget_open()


def found(*sources: str, skip: tuple[Path, ...] = ()) -> tuple[list[Item], Counter[str]]:
    """The items of sources, and what was left out."""
    aside: Counter[str] = Counter()
    return list(find_items(sources, spool=Path("../spool"), aside=aside, skip=skip)), aside


def paths(*sources: str) -> list[str]:
    return [item.path for item in found(*sources)[0]]


def put(folder: Path, *names: str, data: bytes = b"x") -> None:
    """Files, those with ``/`` in folders of their own."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def zipped(**members: bytes) -> bytes:
    """A zip; ``a__txt`` is the member a.txt."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return data.getvalue()


def zip_of(*names: str, data: bytes = b"x") -> bytes:
    """A zip whose members are named so, be they named twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for at, name in enumerate(names):
            with pytest.warns(UserWarning) if name in names[:at] else nothing():
                archive.writestr(name, data + str(at).encode())
    return out.getvalue()


class nothing:
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...


def tarred(*names: str, data: bytes = b"x", extra: tuple[tarfile.TarInfo, ...] = ()) -> bytes:
    """A tar with these files, each with its number behind the data."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for at, name in enumerate(names):
            content = data + str(at).encode()
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for info in extra:
            archive.addfile(info)
    return out.getvalue()


def special(name: str, kind: bytes, to: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, to
    return info


def problem(item: Item, most: int = MOST) -> str:
    """Why an item cannot be read."""
    with pytest.raises(UnreadableFile) as told:
        read_item(item, most)
    assert told.value.path == item.path
    assert told.value.tell("vi") != told.value.tell("en")
    return told.value.problem


# ---------------------------------------------------------------- what a source is called

SHOWN = [
    ("shelf", "shelf/2024/a.txt"),
    ("./shelf/", "shelf/2024/a.txt"),
    ("shelf//2024/", "shelf/2024/a.txt"),
    ("shelf/2024/a.txt", "shelf/2024/a.txt"),
    ("./shelf/./2024/a.txt", "shelf/2024/a.txt"),
    (".", "shelf/2024/a.txt"),
    ("../here", "../here/shelf/2024/a.txt"),
    ("shelf/*", "shelf/2024/a.txt"),
    ("shelf/**/*.txt", "shelf/2024/a.txt"),
    ("*/2024", "shelf/2024/a.txt"),
    ("./sh[e]lf", "shelf/2024/a.txt"),
    ("shelf/20??/a.*", "shelf/2024/a.txt"),
]


@pytest.mark.parametrize(("source", "path"), SHOWN, ids=[s for s, _ in SHOWN])
def test_a_file_is_named_as_its_source(shelf: Path, source: str, path: str) -> None:
    put(shelf, "2024/a.txt", data=ANSWER)
    [item], _ = found(source)
    assert (item.path, item.size, item.problem) == (path, len(ANSWER), None)
    assert item.mtime == (shelf / "2024/a.txt").stat().st_mtime
    assert os.path.samefile(item.file, shelf / "2024/a.txt")
    assert read_item(item, MOST) == ANSWER


def test_a_full_path_stays_one(shelf: Path) -> None:
    put(shelf, "2024/a.txt")
    assert paths(str(shelf)) == [f"{shelf}/2024/a.txt"]
    assert paths(f"{shelf}/*/*.txt") == [f"{shelf}/2024/a.txt"]


def test_a_file_is_read_from_another_folder(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(shelf, "a.txt", data=ANSWER)
    [item], _ = found("shelf")
    monkeypatch.chdir(shelf)
    assert read_item(item, MOST) == ANSWER


def test_the_order_is_that_of_names(shelf: Path) -> None:
    names = ["b.txt", "a/z.txt", "a/b/c.txt", "c/a.txt", "a.txt"]
    put(shelf, *names)
    expected = ["a.txt", "b.txt", "a/z.txt", "a/b/c.txt", "c/a.txt"]
    assert paths("shelf") == [f"shelf/{name}" for name in expected]


def test_an_empty_folder_gives_nothing(shelf: Path) -> None:
    assert found("shelf") == ([], Counter())


# what no file answers to
MISSING = ["no", "no/a.txt", "shelf/*.pdf", "no/**/*.txt", ""]


@pytest.mark.parametrize("source", MISSING)
def test_what_does_not_exist_is_a_row_that_says_so(shelf: Path, source: str) -> None:
    put(shelf, "a.txt")
    [item], _ = found(source)
    assert item.path == source
    assert problem(item) == item.problem == "file_missing"


def test_a_pattern_leaves_other_files(shelf: Path) -> None:
    put(shelf, "a.docx", "b.pdf", "x/c.docx", "x/d.pdf", "x/y/e.docx", "z.docx/f.pdf")
    assert paths("shelf/*.docx") == ["shelf/a.docx", "shelf/z.docx/f.pdf"]
    assert paths("shelf/*/*.docx") == ["shelf/x/c.docx"]
    assert paths("shelf/**/*.docx")[:3] == ["shelf/a.docx", "shelf/x/c.docx", "shelf/x/y/e.docx"]
    assert paths("shelf/x/**/**/y/**") == ["shelf/x/y/e.docx"]


def test_a_pattern_does_not_look_into_what_it_does_not_name(shelf: Path) -> None:
    put(shelf, "x/a.txt", "y/.hidden")
    assert found("shelf/x*/*.txt")[1] == Counter()
    assert found("shelf/*/*.txt")[1] == Counter(hidden=1)


def test_a_file_that_is_called_like_a_pattern_wins(shelf: Path) -> None:
    put(shelf, "[abc].txt", "a.txt")
    assert paths("shelf/[abc].txt") == ["shelf/[abc].txt"]


def test_hidden_files_and_links_are_counted(shelf: Path) -> None:
    put(shelf, "a.txt", ".git/x.txt", "~$a.docx", "Thumbs.db", "2024/.b.txt")
    (shelf / "2024" / "loop").symlink_to(shelf, target_is_directory=True)
    items, aside = found("shelf")
    assert [item.path for item in items] == ["shelf/a.txt"]
    assert aside == {"hidden": 4, "links": 1}
    assert paths("shelf/**/*.txt") == ["shelf/a.txt"]
    assert paths("shelf/.git/x.txt") == ["shelf/.git/x.txt"]  # named itself


def test_a_pipe_and_a_link_to_nothing_are_rows(shelf: Path) -> None:
    os.mkfifo(shelf / "pipe.txt")
    (shelf / "gone.txt").symlink_to("no.txt")
    for sources in (["shelf"], ["shelf/gone.txt", "shelf/pipe.txt"]):
        items, _ = found(*sources)
        assert [item.problem for item in items] == ["file_missing", "file_special"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_row(shelf: Path) -> None:
    put(shelf, "a.txt", "closed/b.txt")
    (shelf / "a.txt").chmod(0)
    (shelf / "closed").chmod(0)
    try:
        items, _ = found("shelf")
    finally:
        (shelf / "closed").chmod(0o700)
    assert [(item.path, item.problem) for item in items] == [
        ("shelf/a.txt", "file_denied"),
        ("shelf/closed/", "file_denied"),
    ]


def test_what_is_denied_is_told(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(shelf, "a.txt")

    def refuses(*args: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuses)
    [item], _ = found("shelf")
    assert (item.path, item.problem) == ("shelf/a.txt", "file_denied")
    monkeypatch.setattr("os.listdir", refuses)
    for source in ("shelf", "shelf/*.txt", "."):
        [item], _ = found(source)
        assert (item.path, item.problem) == (
            "./" if source == "." else "shelf/",
            "file_denied",
        )


def test_names_of_other_bytes_are_told_apart(shelf: Path) -> None:
    for name in (b"k\xe9.txt", b"k\xe8.txt", "k\ufffd.txt#2".encode(), b"new\nline.txt"):
        (shelf / os.fsdecode(name)).write_bytes(name)
    items, _ = found("shelf")
    assert sorted(item.path for item in items) == [
        "shelf/k\ufffd.txt",
        "shelf/k\ufffd.txt#2",
        "shelf/k\ufffd.txt#2#2",
        "shelf/new\ufffdline.txt",
    ]
    assert {os.fsencode(item.file).rpartition(b"/")[2] for item in items} == {
        read_item(item, MOST) for item in items
    }
    assert json.loads(json.dumps([item.path for item in items]).encode())


def test_the_output_in_the_source_is_not_read(shelf: Path) -> None:
    put(shelf, "a.txt", "out/files/part.parquet", "outer/b.txt")
    skip = (Path("shelf/out"),)
    expected = ["shelf/a.txt", "shelf/outer/b.txt"]
    for sources in (["shelf"], [str(shelf)], ["shelf/**"], ["shelf", "shelf/out/files"]):
        items, _ = found(*sources, skip=skip)
        assert [item.path.removeprefix(f"{shelf.parent}/") for item in items] == expected
    assert found("shelf/out/files/part.parquet", skip=skip)[0] == []


# ---------------------------------------------------------------- several sources

TWICE = [
    (["shelf", "shelf/2024"], ["shelf/a.txt", "shelf/2024/b.txt"]),
    (["shelf/2024", "shelf"], ["shelf/2024/b.txt", "shelf/a.txt"]),
    (["shelf/a.txt", "./shelf/../shelf/a.txt"], ["shelf/a.txt"]),
    (["shelf/*.txt", "shelf/a*"], ["shelf/a.txt"]),
    (["way", "shelf"], ["way/a.txt", "way/2024/b.txt"]),
    (["no", "no"], ["no"]),
]


@pytest.mark.parametrize(("sources", "expected"), TWICE, ids=[" ".join(s) for s, _ in TWICE])
def test_a_file_of_two_sources_comes_once(
    shelf: Path, sources: list[str], expected: list[str]
) -> None:
    put(shelf, "a.txt", "2024/b.txt")
    Path("way").symlink_to(shelf, target_is_directory=True)
    assert paths(*sources) == expected


def test_an_archive_of_two_sources_comes_once(shelf: Path) -> None:
    put(shelf, "old.zip", data=zipped(a__txt=ANSWER))
    assert paths("shelf", "shelf/old.zip") == ["shelf/old.zip/a.txt"]


def test_another_source_takes_nothing_from_the_first(shelf: Path) -> None:
    put(shelf, "b.txt")
    put(shelf.parent / "more", "c.txt")
    (shelf / "a.txt").symlink_to("b.txt")
    assert paths("shelf") == ["shelf/a.txt", "shelf/b.txt"]
    assert paths("shelf", "more") == ["shelf/a.txt", "shelf/b.txt", "more/c.txt"]


# ---------------------------------------------------------------- a list

LISTS = [
    (b"shelf/a.txt\nshelf/b b.txt\n", ["shelf/a.txt", "shelf/b b.txt"]),
    (b"shelf/a.txt\r\n\r\nshelf/b b.txt", ["shelf/a.txt", "shelf/b b.txt"]),
    (b"./shelf/a.txt\0./shelf/n\nl.txt\0", ["shelf/a.txt", "shelf/n\ufffdl.txt"]),
    (b"\xef\xbb\xbfshelf/a.txt\n", ["shelf/a.txt"]),
    (b"shelf/a.txt\nshelf\n", ["shelf/a.txt", "shelf/b b.txt", "shelf/n\ufffdl.txt"]),
    (b"shelf/*\nshelf/a.txt\n", ["shelf/*", "shelf/a.txt"]),  # a path, no pattern
    (b"", []),
]


@pytest.mark.parametrize(("data", "expected"), LISTS, ids=[repr(data) for data, _ in LISTS])
def test_paths_on_standard_input(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]
) -> None:
    put(shelf, "a.txt", "b b.txt", "n\nl.txt")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    items, _ = found("-")
    assert [item.path for item in items] == expected
    assert {item.path for item in items if item.problem} <= {"shelf/*"}


@pytest.mark.parametrize("end", [b"\n", b"\0"])
def test_a_long_list_is_read_piece_by_piece(end: bytes) -> None:
    names = [f"{number:07}.txt" for number in range(50_000)]
    assert list(listed(io.BytesIO(end.join(map(str.encode, names)) + end))) == names


# ---------------------------------------------------------------- archives


def bz2_tar(data: bytes) -> bytes:
    return bz2.compress(data)


ARCHIVES: list[tuple[str, Callable[[], bytes]]] = [
    ("old.zip", lambda: zipped(**{"2009/b.doc": b"x0", "c__txt": b"x1"})),
    ("old.tar", lambda: tarred("2009/b.doc", "./c.txt")),
    ("old.tar.gz", lambda: gzip.compress(tarred("2009/b.doc", "./c.txt"))),
    ("old.tgz", lambda: gzip.compress(tarred("2009/b.doc", "./c.txt"))),
    ("old.tar.xz", lambda: lzma.compress(tarred("2009/b.doc", "./c.txt"))),
    ("old.tar.bz2", lambda: bz2_tar(tarred("2009/b.doc", "./c.txt"))),
    ("old.txt", lambda: zipped(**{"2009/b.doc": b"x0", "c__txt": b"x1"})),  # by its bytes
    ("old", lambda: gzip.compress(tarred("2009/b.doc", "./c.txt"))),
]


@pytest.mark.parametrize(("name", "make"), ARCHIVES, ids=[name for name, _ in ARCHIVES])
def test_the_members_of_an_archive_are_items(
    shelf: Path, name: str, make: Callable[[], bytes]
) -> None:
    put(shelf, f"x/{name}", data=make())
    for source in ("shelf", f"shelf/x/{name}"):
        items, aside = found(source)
        assert [item.path for item in items] == [
            f"shelf/x/{name}/2009/b.doc",
            f"shelf/x/{name}/c.txt",
        ]
        assert [read_item(item, MOST) for item in items] == [b"x0", b"x1"]
        assert {item.size for item in items} == {2}
        assert {item.mtime for item in items} == {(shelf / "x" / name).stat().st_mtime}
        assert aside == {}


def test_a_word_file_is_no_archive(shelf: Path) -> None:
    word = docx("x")
    put(shelf, "a.docx", "b.zip", data=word)
    put(shelf, "broken.docx", data=python_docx()[:-30])
    put(shelf, "c.odt", data=zipped(mimetype=b"application/vnd.oasis.opendocument.text", x=b""))
    items, _ = found("shelf")
    expected = ["shelf/a.docx", "shelf/b.zip", "shelf/broken.docx", "shelf/c.odt"]
    assert [item.path for item in items] == expected
    assert {item.problem for item in items} == {None}
    assert read_item(items[0], MOST) == word


def python_docx() -> bytes:
    """A package that begins as most do."""
    return zip_of("[Content_Types].xml", "_rels/.rels", "word/document.xml")


def test_an_archive_that_looks_like_a_package_at_first_is_opened(shelf: Path) -> None:
    put(shelf, "a.zip", data=zip_of("mimetypes/list.txt"))
    assert paths("shelf") == ["shelf/a.zip/mimetypes/list.txt"]


def test_what_is_only_packed_is_one_file(shelf: Path) -> None:
    put(shelf, "a.txt.gz", data=gzip.compress(ANSWER))
    put(shelf, "b.rar", data=b"Rar!\x1a\x07\x00")
    assert paths("shelf") == ["shelf/a.txt.gz", "shelf/b.rar"]


@pytest.mark.parametrize("wrap", [zip_of, tarred])
def test_what_an_archive_hides_is_counted(shelf: Path, wrap: Callable[..., bytes]) -> None:
    hidden = ["__MACOSX/._a.txt", "x/.DS_Store", "~$a.docx", ".git/x", "x/Thumbs.db"]
    put(shelf, "a", data=wrap("a.txt", *hidden))
    items, aside = found("shelf")
    assert [item.path for item in items] == ["shelf/a/a.txt"]
    assert aside == {"hidden": 5}


@pytest.mark.parametrize("wrap", [zip_of, tarred])
def test_names_that_lead_out_are_only_names(shelf: Path, wrap: Callable[..., bytes]) -> None:
    put(shelf, "a", data=wrap("../../etc/passwd", "/etc/passwd"))
    items, _ = found("shelf")
    assert [item.path for item in items] == ["shelf/a/../../etc/passwd", "shelf/a/etc/passwd"]
    assert [read_item(item, MOST) for item in items] == [b"x0", b"x1"]


@pytest.mark.parametrize("wrap", [zip_of, tarred])
def test_a_name_that_repeats_is_numbered(shelf: Path, wrap: Callable[..., bytes]) -> None:
    put(shelf, "a", data=wrap("b.txt", "b.txt", "b.txt#2", "./b.txt", "b.txt"))
    items, _ = found("shelf")
    told = {item.path: read_item(item, MOST) for item in items}
    assert told == {
        "shelf/a/b.txt": b"x0",
        "shelf/a/b.txt#2": b"x1",
        "shelf/a/b.txt#2#2": b"x2",
        "shelf/a/b.txt#3": b"x3",
        "shelf/a/b.txt#4": b"x4",
    }


def test_members_of_two_archives_may_share_their_names(shelf: Path) -> None:
    put(shelf, "a.zip", "b.zip", data=zip_of("c.txt"))
    assert paths("shelf") == ["shelf/a.zip/c.txt", "shelf/b.zip/c.txt"]


def test_an_archive_within_an_archive_is_a_row(shelf: Path) -> None:
    inner = zip_of("a.txt")
    put(shelf, "a.zip", data=zipped(b__zip=inner, c__tgz=gzip.compress(b""), d__docx=docx("x")))
    put(shelf, "e.tar", data=tarred("f.tar", data=tarred("a.txt")))
    items, _ = found("shelf")
    assert [item.path for item in items][:3] == [
        "shelf/a.zip/b.zip",
        "shelf/a.zip/c.tgz",
        "shelf/a.zip/d.docx",
    ]
    assert read_item(items[2], MOST) == docx("x")
    assert [problem(items[at]) for at in (0, 1, 3)] == ["file_archive"] * 3


# ---------------------------------------------------------------- zip


def test_folders_and_links_in_a_zip(shelf: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("x/", b"")
        archive.writestr("x/a.txt", b"a")
        archive.writestr(link, b"/etc/passwd")
    put(shelf, "a.zip", data=data.getvalue())
    items, aside = found("shelf")
    assert [item.path for item in items] == ["shelf/a.zip/x/a.txt"]
    assert aside == {"folders": 1, "links": 1}


# bytes of a name in a zip that does not say what they are -> how it is shown
NAMES = [
    ("kế hoạch.doc".encode(), "kế hoạch.doc"),  # as macOS writes it
    ("cũ/".encode() + b"b.doc", "cũ/b.doc"),
    (b"2009\\b.doc", "2009/b.doc"),  # as some programs of Windows do
    ("计划.doc".encode("gbk"), None),
    ("Kế hoạch".encode("utf-16-le").replace(b"\0", b"\x01"), None),
    (b"k\xd5 ho\xb9ch\x07.doc", None),  # TCVN3
]


@pytest.mark.parametrize(("name", "expected"), NAMES, ids=[repr(name) for name, _ in NAMES])
def test_names_in_any_code_page_can_be_printed(
    shelf: Path, name: bytes, expected: str | None
) -> None:
    data = zip_of("n" * len(name), data=ANSWER).replace(b"n" * len(name), name)
    put(shelf, "a.zip", data=data)
    [item], _ = found("shelf")
    item.path.encode()
    assert not any(ord(sign) < 32 for sign in item.path)
    if expected is not None:
        assert item.path == f"shelf/a.zip/{expected}"
    assert read_item(item, MOST) == ANSWER + b"0"


def test_an_encrypted_member_is_a_row(shelf: Path) -> None:
    data = bytearray(zip_of("a.txt", "b.txt"))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    put(shelf, "a.zip", data=bytes(data))
    items, _ = found("shelf")
    assert [item.problem for item in items] == ["file_encrypted", None]
    assert problem(items[0]) == "file_encrypted"
    assert read_item(items[1], MOST) == b"x1"


def test_a_cut_off_zip_is_a_row(shelf: Path) -> None:
    put(shelf, "a.zip", data=zip_of("a.txt", "b.txt")[:-30])
    put(shelf, "b.txt", data=ANSWER)
    items, _ = found("shelf")
    assert [(item.path, item.problem) for item in items] == [
        ("shelf/a.zip", "file_broken"),
        ("shelf/b.txt", None),
    ]
    assert "zip" in str(items[0].details["found"])


def test_a_zip_whose_beginning_is_lost_says_so_at_each_member(shelf: Path) -> None:
    data = zip_of("a.txt", "b.txt", data=ANSWER * 9)
    put(shelf, "a.zip", data=b"PK\x03\x04" + data[50:])
    items, _ = found("shelf")
    assert [item.path for item in items] == ["shelf/a.zip/a.txt", "shelf/a.zip/b.txt"]
    assert problem(items[0]) == "file_broken"
    assert read_item(items[1], MOST) == ANSWER * 9 + b"1"


def test_a_member_with_other_bytes_than_its_sum_says(shelf: Path) -> None:
    put(shelf, "a.zip", data=zip_of("a.txt", data=ANSWER).replace(ANSWER, ANSWER[::-1]))
    [item], _ = found("shelf")
    assert problem(item) == "file_broken"


METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


def bomb(method: int, size: int, told: int | None = None) -> bytes:
    """A zip of zeros, which says of itself that it unpacks to ``told`` bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("a.txt", bytes(size))
    data = out.getvalue()
    if told is not None:
        data = data.replace(size.to_bytes(4, "little"), told.to_bytes(4, "little"))
    return data


@pytest.mark.parametrize("method", METHODS)
def test_a_bomb_is_not_inflated(shelf: Path, monkeypatch: pytest.MonkeyPatch, method: int) -> None:
    put(shelf, "a.zip", data=bomb(method, 30 * MOST))
    [item], _ = found("shelf")
    assert problem(item) == "file_too_large"
    assert len(read_item(item, 30 * MOST)) == 30 * MOST
    # what it says of its size may be a lie
    assert problem(item._replace(size=1)) == "file_too_large"


@pytest.mark.parametrize("method", METHODS)
def test_a_bomb_that_lies(shelf: Path, method: int) -> None:
    put(shelf, "a.zip", data=bomb(method, 3 * MOST, told=9))
    [item], _ = found("shelf")
    assert item.size == 9
    assert problem(item) == "file_broken"


def test_members_that_share_their_bytes_are_a_bomb(shelf: Path) -> None:
    data = bytearray(zip_of("a.txt", "b.txt", data=ANSWER))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[second + 42 : second + 46] = bytes(4)  # where the second begins
    put(shelf, "a.zip", data=bytes(data))
    assert [item.problem for item in found("shelf")[0]] == ["file_bomb"]


def test_a_zip_is_opened_once_for_all_its_members(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf, "a.zip", data=zip_of(*(f"{number}.txt" for number in range(50))))
    put(shelf, "b.tar", data=tarred(*(f"{number}.txt" for number in range(50))))
    opened: list[str] = []

    class Noted(zipfile.ZipFile):
        def __init__(self, file: Any) -> None:
            opened.append(file)
            super().__init__(file)

    items, _ = found("shelf")
    monkeypatch.setattr(items_module, "ZipFile", Noted)
    assert len({read_item(item, MOST) for item in items}) == 50
    assert len(opened) == 1
    held = items_module.HELD.tar
    assert held is not None and items_module.HELD.zip is None
    forget_open()
    assert held.closed


def test_a_zip_written_anew_is_opened_anew(shelf: Path) -> None:
    for content in (b"one", b"other"):
        put(shelf, "a.zip", data=zipped(a__txt=content))
        os.utime(shelf / "a.zip", (len(content), len(content)))
        [item], _ = found("shelf")
        assert read_item(item, MOST) == content
    (shelf / "a.zip").unlink()
    forget_open()
    assert problem(item) == "file_missing"


def test_a_member_that_went_away_is_missing(shelf: Path) -> None:
    put(shelf, "a.zip", data=zip_of("a.txt"))
    [item], _ = found("shelf")
    assert problem(item._replace(member="no.txt")) == "file_missing"


# ---------------------------------------------------------------- tar


def test_links_folders_and_devices_in_a_tar(shelf: Path) -> None:
    extra = (
        special("x", tarfile.DIRTYPE),
        special("soft.txt", tarfile.SYMTYPE, "/etc/passwd"),
        special("hard.txt", tarfile.LNKTYPE, "a.txt"),
        special("null", tarfile.CHRTYPE),
        special("pipe", tarfile.FIFOTYPE),
    )
    put(shelf, "a.tar", data=tarred("a.txt", extra=extra))
    items, aside = found("shelf")
    assert [item.path for item in items] == ["shelf/a.tar/a.txt"]
    assert aside == {"folders": 1, "links": 2, "special": 2}


def test_long_and_foreign_names_in_a_tar(shelf: Path) -> None:
    names = ["kế hoạch/" + "rất dài " * 40 + ".doc", os.fsdecode(b"k\xe9.doc")]
    put(shelf, "a.tar", data=tarred(*names))
    items, _ = found("shelf")
    assert [item.path for item in items] == [f"shelf/a.tar/{names[0]}", "shelf/a.tar/k\ufffd.doc"]
    assert [read_item(item, MOST) for item in items] == [b"x0", b"x1"]


# what is left of a tar -> the members that can be listed, and what is said of the rest
TORN: list[tuple[str, Callable[[bytes], bytes], int, str]] = [
    ("in the last member", lambda data: data[:1800], 2, "unexpected end of data"),
    ("before its header", lambda data: data[:1024], 1, "unexpected end of data"),
    ("in its header", lambda data: data[:1200], 1, "unexpected end of data"),
    ("a damaged header", lambda data: data[:1100] + b"!!" + data[1102:], 1, "unexpected end"),
    ("the first header", lambda data: b"!!" + data[2:], 0, "bad checksum"),
]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize(("cut", "count", "said"), [t[1:] for t in TORN], ids=[t[0] for t in TORN])
def test_a_damaged_tar_gives_what_it_can(
    shelf: Path,
    pack: Callable[[bytes], bytes],
    cut: Callable[[bytes], bytes],
    count: int,
    said: str,
) -> None:
    whole = tarred("a.txt", "b.txt", data=ANSWER * 30)
    put(shelf, "a.tar", data=pack(cut(whole)))
    for _ in range(2):  # again from the spool
        *items, archive = found("shelf")[0]
        assert [item.path for item in items] == ["shelf/a.tar/a.txt", "shelf/a.tar/b.txt"][:count]
        assert (archive.path, archive.problem) == ("shelf/a.tar", "file_broken")
        assert said in str(archive.details["found"])
        if count:
            assert read_item(items[0], MOST) == ANSWER * 30 + b"0"
        if count == 2:
            assert problem(items[1]) == "file_broken"


PACKERS: list[Callable[[bytes], bytes]] = [gzip.compress, lzma.compress, bz2_tar]


@pytest.mark.parametrize("pack", PACKERS, ids=["gz", "xz", "bz2"])
def test_a_cut_off_tar_gz_gives_what_it_can(shelf: Path, pack: Callable[[bytes], bytes]) -> None:
    size = 6000 * 512
    noise, other = (random.Random(seed).randbytes(size - 1) for seed in (1, 2))  # do not pack
    whole = tarred("a.txt", data=noise)[: 512 + size] + tarred("b.txt", data=other)
    put(shelf, "a.tgz", data=pack(whole)[:5_000_000])
    for _ in range(2):
        first, second, archive = found("shelf")[0]
        assert (archive.path, archive.problem) == ("shelf/a.tgz", "file_broken")
        assert "ended before" in str(archive.details["found"])
        assert read_item(first, 9 * MOST) == noise + b"0"
        assert problem(second, 9 * MOST) == "file_broken"


def test_a_compressed_tar_is_unpacked_once(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(shelf, "a.tgz", data=gzip.compress(tarred("a.txt")))
    first, _ = found("shelf")
    monkeypatch.setattr(members, "copy", None)
    assert found("shelf")[0] == first
    assert [path.suffix for path in (shelf.parent.parent / "spool").iterdir()] == [".tar"]


def test_a_changed_tar_is_unpacked_anew(shelf: Path) -> None:
    for name in ("a.txt", "bb.txt"):
        put(shelf, "a.tgz", data=gzip.compress(tarred(name, data=name.encode() * 99)))
        [item], _ = found("shelf")
        assert item.path == f"shelf/a.tgz/{name}"
        assert read_item(item, MOST) == name.encode() * 99 + b"0"


def test_the_spool_in_the_source_is_not_read(shelf: Path) -> None:
    put(shelf, "a.tgz", data=gzip.compress(tarred("a.txt")))
    for _ in range(2):
        items = list(find_items(["shelf"], spool=shelf / "spool", aside=Counter()))
        assert [item.path for item in items] == ["shelf/a.tgz/a.txt"]


@pytest.mark.parametrize(
    ("bound", "value", "said"),
    [("UNSUSPECTED", MOST, "file_bomb"), ("MOST_UNPACKED", MOST, "file_unpacks")],
)
def test_a_tar_bomb_is_not_unpacked(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, bound: str, value: int, said: str
) -> None:
    monkeypatch.setattr(members, bound, value)
    put(shelf, "a.tgz", data=gzip.compress(tarred("a.txt", data=bytes(9 * MOST))))
    [item], _ = found("shelf")
    assert (item.path, problem(item)) == ("shelf/a.tgz", said)
    assert list((shelf.parent.parent / "spool").iterdir()) == []


def test_a_full_disk_is_a_row(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(members, "copy", full)
    put(shelf, "a.tgz", data=gzip.compress(tarred("a.txt")))
    [item], _ = found("shelf")
    assert (item.problem, item.details) == ("file_broken", {"found": "No space left on device"})


def test_a_sparse_member_is_a_row(shelf: Path) -> None:
    info = special("hole.img", tarfile.GNUTYPE_SPARSE)
    put(shelf, "a.tar", data=tarred("a.txt", extra=(info,)))
    items, _ = found("shelf")
    assert [item.problem for item in items] == [None, "file_broken"]


def test_a_header_that_claims_to_be_huge_is_damage(shelf: Path) -> None:
    huge = tarfile.TarInfo("long")
    huge.type, huge.size = tarfile.GNUTYPE_LONGNAME, 1 << 30
    put(shelf, "a.tar", data=tarred("a.txt")[:1024] + huge.tobuf(tarfile.GNU_FORMAT) + bytes(1024))
    _, archive = found("shelf")[0]
    assert (archive.path, archive.details) == (
        "shelf/a.tar",
        {"found": "a header of 1073741824 bytes"},
    )


def test_a_tar_that_leads_back_ends(shelf: Path) -> None:
    data = tarred("a.txt", "b.txt")
    back = special("back", tarfile.REGTYPE)
    back.size = -1024
    put(shelf, "a.tar", data=data[:1024] + back.tobuf(tarfile.GNU_FORMAT) + data[1024:])
    items, _ = found("shelf")
    assert items[-1].problem == "file_broken" and len(items) <= 3


def test_a_member_that_is_too_large_is_not_read(shelf: Path) -> None:
    put(shelf, "a.tar", data=tarred("a.txt", data=bytes(99)))
    [item], _ = found("shelf")
    assert problem(item, most=99) == "file_too_large"
    assert len(read_item(item, 100)) == 100
    put(shelf, "b.txt", data=bytes(100))
    assert problem(found("shelf/b.txt")[0][0], most=99) == "file_too_large"


# ---------------------------------------------------------------- URLs


@pytest.fixture
def store(shelf: Path) -> Iterator[Any]:
    """Files in memory, behind memory://."""
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.store.clear()
    for name in ("shelf/b.txt", "shelf/2024/a.txt", "shelf/.hidden/x.txt", "shelf/2024/~$a.docx"):
        memory.pipe(f"/{name}", ANSWER)
    memory.pipe("/shelf/old.zip", zip_of("a.txt"))
    yield memory
    memory.store.clear()


URLS = [
    ("memory://shelf", ["b.txt", "old.zip", "2024/a.txt"]),
    ("memory://shelf/", ["b.txt", "old.zip", "2024/a.txt"]),
    ("memory://shelf/2024/a.txt", ["2024/a.txt"]),
    ("memory://shelf/**/*.txt", ["b.txt", "2024/a.txt"]),
    ("memory://*/*.txt", ["b.txt"]),
]


@pytest.mark.parametrize(("url", "expected"), URLS, ids=[url for url, _ in URLS])
def test_files_behind_a_url(store: Any, url: str, expected: list[str]) -> None:
    items, _ = found(url)
    assert [item.path for item in items] == [f"memory://shelf/{name}" for name in expected]
    texts = [item for item in items if item.path.endswith(".txt")]
    assert {item.size for item in texts} == {len(ANSWER)}
    assert None not in {item.mtime for item in texts}
    assert {read_item(item, MOST) for item in texts} == {ANSWER}
    assert problem(texts[0]._replace(size=None), most=3) == "file_too_large"


def test_what_is_hidden_behind_a_url(store: Any) -> None:
    assert found("memory://shelf")[1] == {"hidden": 2}


def test_two_urls_give_a_file_once(store: Any) -> None:
    assert paths("memory://shelf/2024", "memory://shelf") == [
        "memory://shelf/2024/a.txt",
        "memory://shelf/b.txt",
        "memory://shelf/old.zip",
    ]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("memory://no", "file_missing"),
        ("memory://shelf/*.pdf", "file_missing"),
        ("nosuchstore://x", "file_broken"),
    ],
)
def test_a_url_that_leads_nowhere_is_a_row(store: Any, url: str, said: str) -> None:
    [item], _ = found(url)
    assert (item.path, problem(item)) == (url, said)


def test_a_file_that_went_away_from_its_url(store: Any) -> None:
    [item], _ = found("memory://shelf/b.txt")
    store.rm("/shelf/b.txt")
    assert problem(item) == "file_missing"


def test_a_password_is_not_shown() -> None:
    [item], _ = found("nosuchstore://user:secret@host/shelf")
    assert item.path == "nosuchstore://host/shelf"
    assert item.file == "nosuchstore://user:secret@host/shelf"


# ---------------------------------------------------------------- a law

NAME = st.text("abé .#*[~", min_size=1, max_size=4).filter(lambda name: name not in (".", ".."))
TREE = st.recursive(st.none(), lambda tree: st.dictionaries(NAME, tree, max_size=4), max_leaves=12)


def grown(folder: Path, tree: dict[str, Any], names: tuple[str, ...] = ()) -> Iterator[str]:
    """The files of a tree, made on disk; hidden ones are left out of what comes back."""
    for name, below in tree.items():
        here = (*names, name)
        if below is None:
            path = folder.joinpath(*here)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("/".join(here), encoding="utf-8")
            if not any(name.startswith((".", "~$")) for name in here):
                yield "/".join(here)
        else:
            yield from grown(folder, below, here)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(tree=TREE.filter(lambda tree: tree is not None))
def test_every_file_of_a_tree_comes_once(
    tree: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    top = tmp_path_factory.mktemp("tree")
    expected = sorted(grown(top, tree))
    for sources in ([f"{top}"], [f"{top}", f"{top}/*"], [f"{top}/**/*"]):
        items, _ = found(*sources)
        items = [item for item in items if item.problem is None]
        names = [PurePosixPath(item.path).relative_to(top).as_posix() for item in items]
        assert sorted(names) == expected
        assert [read_item(item, MOST).decode() for item in items] == names

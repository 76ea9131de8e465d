"""Files that are gone from the shelf: their rows are told, and dropped where that is asked for."""

from __future__ import annotations

import os
import shutil
import tarfile
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from test_extract import command, shelf

from vnplan.archive import extract as extraction
from vnplan.archive import gone as looking
from vnplan.archive.extract import Settings, extract
from vnplan.archive.gone import Gone, find_gone, root_of
from vnplan.archive.items import Item
from vnplan.archive.sources import find_items
from vnplan.archive.store import Store
from vnplan.archive.tables import TABLES
from vnplan.records import Extraction

ALL = Settings(prune=True)


def run(out: Path, *sources: Path | str, settings: Settings = ALL) -> Extraction:
    return extract([str(source) for source in sources], str(out), workers=1, settings=settings)


def paths_in(out: Path, below: Path) -> set[str]:
    """The files of an archive as they lie below a folder; each table has but those."""
    store = Store(str(out))
    store.open()
    rows = {
        table: {row["path"] for part in store.parts() for row in store.rows(table, part)}
        for table in TABLES
    }
    assert all(paths <= rows["files"] for paths in rows.values())
    return {os.path.relpath(path, below) for path in rows["files"]}


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """A shelf with a folder and an archive in it, and what was extracted from it."""
    source = shelf(tmp_path / "shelf", 3)
    shelf(source / "2009", 2)
    with zipfile.ZipFile(source / "old.zip", "w") as packed:
        packed.write(source / "000.txt", "a/x.txt")
        packed.write(source / "001.txt", "y.txt")
    out = tmp_path / "out"
    assert run(out, source).files == 7
    return source, out


def test_what_is_gone_is_told_and_its_rows_stay(two: tuple[Path, Path]) -> None:
    source, out = two
    (source / "001.txt").unlink()
    told = command(source, "-o", out)
    assert "known files that are gone from these sources: 1 (--prune" in told.stdout
    assert len(files_in_all(out)) == 7
    log = source.parent / "log"
    told = command(source, "-o", out, "--prune", "--log", log)
    assert "gone from these sources, rows dropped: 1" in told.stdout
    assert f"{source}/001.txt: gone from the sources, row dropped\n" in log.read_text("utf-8")
    assert "rows" not in command(source, "-o", out).stdout
    assert str(source / "001.txt") not in files_in_all(out)
    assert len(files_in_all(out)) == 6


def files_in_all(out: Path) -> set[str]:
    return {f"/{path}" for path in paths_in(out, Path("/"))}


def test_nothing_is_told_where_nothing_is_gone(two: tuple[Path, Path]) -> None:
    source, out = two
    again = run(out, source)
    assert (again.gone, again.pruned, again.out_of_reach, again.met) == (0, 0, 0, 7)


def test_folders_and_members_that_are_gone_are_dropped(two: tuple[Path, Path]) -> None:
    source, out = two
    shutil.rmtree(source / "2009")
    with zipfile.ZipFile(source / "old.zip", "w") as packed:
        packed.write(source / "001.txt", "y.txt")
    again = run(out, source)
    assert (again.gone, again.pruned) == (3, 3)
    assert paths_in(out, source) == {"000.txt", "001.txt", "002.txt", "old.zip/y.txt"}
    (source / "old.zip").unlink()
    assert run(out, source).pruned == 1


def look(known: list[str], *sources: Path | str) -> tuple[set[str], set[str]]:
    """What of known files is gone from sources, and what is out of reach."""
    named = [str(source) for source in sources]
    items = find_items(named, spool=Path("/nowhere"), aside=Counter())
    gone = find_gone(known, named, items)
    return set(gone.files), set(gone.out_of_reach)


def paths_of(*folders: Path) -> list[str]:
    return [str(path) for folder in folders for path in folder.rglob("*") if path.is_file()]


def test_files_of_other_sources_stay(tmp_path: Path) -> None:
    source, other = shelf(tmp_path / "shelf", 2), shelf(tmp_path / "shelf2", 2)
    below = shelf(source / "2009", 1)
    known = paths_of(source, other)
    (source / "000.txt").unlink()
    (other / "000.txt").unlink()
    assert look(known, below) == (set(), set())
    assert look(known, source) == ({f"{source}/000.txt"}, set())
    both = {f"{source}/000.txt", f"{other}/000.txt"}
    assert look(known, source, other) == (both, set())
    assert look(known, f"{tmp_path}/shelf*/*.txt") == (both, set())
    assert look(known, f"{tmp_path}/*2/*.txt", source / "001.txt") == (
        {f"{other}/000.txt"},
        set(),
    )


def test_paths_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf(tmp_path / "shelf", 2)
    shelf(tmp_path / "beside", 2)
    monkeypatch.chdir(tmp_path / "shelf")
    (tmp_path / "shelf" / "000.txt").unlink()
    (tmp_path / "beside" / "000.txt").unlink()
    known = ["000.txt", "001.txt", "../beside/000.txt", "../beside/001.txt", "/nas/000.txt"]
    assert look(known, ".") == ({"000.txt"}, set())
    assert look(known, "../beside") == ({"../beside/000.txt"}, set())
    assert look(known, "*.txt") == ({"000.txt"}, set())


def test_a_disk_that_is_not_mounted_empties_no_archive(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 2)
    shelf(source / "2009", 1)
    known = paths_of(source)
    for path in source.iterdir():  # the mount point is left
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert look(known, source) == (set(), set(known))
    (source / ".Trash").mkdir()
    assert look(known, source) == (set(), set(known))
    shutil.rmtree(source)
    other = shelf(source.parent / "other", 1)
    assert look(known, source, other) == (set(), set(known))
    assert look(known, f"{tmp_path}/sh*", other) == (set(), set(known))
    assert look(known, f"{tmp_path}/sh*/0*.txt", other)[0] == set()


def test_a_disk_that_is_not_mounted_within_a_source_keeps_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = shelf(tmp_path / "shelf", 2)
    disk = shelf(source / "2009", 1)
    known = paths_of(source)
    (disk / "000.txt").unlink()
    assert look(known, source) == (set(), {f"{disk}/000.txt"})
    disk.rmdir()  # as a desktop does it, where other disks are mounted
    (source / "usb").mkdir()
    mounted = {str(source / "usb")}
    monkeypatch.setattr(os.path, "ismount", lambda path: path in mounted)
    assert look(known, source) == (set(), {f"{disk}/000.txt"})
    mounted.clear()
    assert look(known, source) == ({f"{disk}/000.txt"}, set())


def test_rows_out_of_reach_stay_and_are_told(two: tuple[Path, Path], tmp_path: Path) -> None:
    source, out = two
    source.rename(tmp_path / "away")
    source.mkdir()
    told = command(source, "-o", out, "--prune")
    assert "is a disk not mounted?" in told.stdout
    assert len(files_in_all(out)) == 7


def test_what_cannot_be_read_stays_and_the_row_that_said_so_goes(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 1)
    shelf(source / "2009", 2)
    known = [*paths_of(source), f"{source}/2009/"]
    there = [Item(f"{source}/000.txt", "")]
    denied = Item(f"{source}/2009/", "", problem="file_denied")
    for path in (source / "2009").iterdir():
        path.unlink()
    away = {f"{source}/2009/000.txt", f"{source}/2009/001.txt"}
    found = find_gone(known, [str(source)], [*there, denied])
    assert (set(found.files), set(found.out_of_reach)) == (set(), away)
    again = [*there, Item(f"{source}/2009/001.txt", "")]
    found = find_gone(known, [str(source)], again)
    assert set(found.files) == {f"{source}/2009/", f"{source}/2009/000.txt"}


def test_a_torn_archive_keeps_the_rows_of_its_members(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 2)
    packed = source / "old.tar"
    with tarfile.open(packed, "w") as tar:
        for n in range(2):
            tar.add(source / f"{n:03d}.txt", f"{n}.txt")
    run(tmp_path / "out", source)
    whole = packed.read_bytes()
    packed.write_bytes(whole[: len(whole) // 3])
    again = run(tmp_path / "out", source)
    assert again.gone == 0
    assert {"old.tar/0.txt", "old.tar/1.txt"} <= paths_in(tmp_path / "out", source)
    packed.write_bytes(whole)
    run(tmp_path / "out", source)
    assert paths_in(tmp_path / "out", source) == {
        *("000.txt", "001.txt", "old.tar/0.txt", "old.tar/1.txt")
    }


def test_what_is_there_but_was_left_aside_stays(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 1)
    shelf(source / ".hidden", 1)
    shelf(tmp_path / "elsewhere", 1)
    (source / "link").symlink_to(tmp_path / "elsewhere")
    assert look([*paths_of(source), f"{source}/link/000.txt"], source) == (set(), set())


def test_a_list_of_paths_misses_nothing(tmp_path: Path) -> None:
    known = [f"{tmp_path}/000.txt"]
    assert find_gone(known, ["-"], [Item(f"{tmp_path}/001.txt", "")]) == Gone((), ())


def test_a_run_that_is_ended_drops_nothing(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = two
    (source / "001.txt").unlink()

    def ended(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(extraction, "work_through", ended)
    with pytest.raises(KeyboardInterrupt):
        run(out, source)
    assert len(files_in_all(out)) == 7


def test_a_run_that_is_killed_while_it_drops_rows_loses_no_other(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = two
    (source / "001.txt").unlink()
    real = Store.remove

    def killed(store: Store, part: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "remove", killed)  # when the new part is written, the old is there
    with pytest.raises(KeyboardInterrupt):
        run(out, source)
    monkeypatch.setattr(Store, "remove", real)
    run(out, source, settings=Settings())
    assert len(files_in_all(out)) in (6, 7)
    assert run(out, source).unchanged == 6
    assert len(files_in_all(out)) == 6 and str(source / "001.txt") not in files_in_all(out)


# source, path, whether the path lies under it
UNDER = [
    ("shelf", "shelf/a.txt", True),
    ("./shelf/", "shelf/2009/a.txt", True),
    ("shelf", "shelf2/a.txt", False),
    ("shelf", "shelf", True),
    (".", "shelf/a.txt", True),
    (".", "/nas/a.txt", False),
    (".", "../a.txt", False),
    (".", "s3://kho/a.txt", False),
    ("..", "../a.txt", True),
    ("/", "/nas/a.txt", True),
    ("/nas", "/nas2/a.txt", False),
    ("shelf/**/*.txt", "shelf/2009/a.txt", True),
    ("shelf/**/*.txt", "shelf/2009/a.doc", False),
    ("shelf/*.zip", "shelf/old.zip/2009/a.doc", True),
    ("*.txt", "a.txt", True),
    ("*.txt", "/a.txt", False),
    ("s3://kho/2024/", "s3://kho/2024/a.txt", True),
    ("ftp://me:secret@host/kho", "ftp://host/kho/a.txt", True),
    ("s3://kho/*.txt", "s3://kho/a.doc", False),
]


@pytest.mark.parametrize(("source", "path", "under"), UNDER)
def test_what_lies_under_a_source(source: str, path: str, under: bool) -> None:
    assert root_of(source).has(path) is under


def test_of_what_is_far_away_what_was_listed_tells() -> None:
    known = [f"s3://kho/{name}" for name in ("a.txt", "b.txt", "x/c.txt")]
    found = [Item(known[0], known[0])]
    # x/ may be empty, or a disk that is not mounted
    assert find_gone(known, ["s3://kho"], found) == Gone((known[1],), (known[2],))
    more = [*found, Item("s3://kho/x/d.txt", "s3://kho/x/d.txt")]
    assert find_gone(known, ["s3://kho"], more) == Gone(tuple(known[1:]), ())
    assert find_gone(known, ["s3://kho"], []) == Gone((), tuple(known))
    broken = Item("s3://kho/x/", "s3://kho/x/", problem="file_denied")
    assert find_gone(known, ["s3://kho"], [*found, broken]) == Gone((known[1],), (known[2],))


def test_where_nobody_can_tell_whether_it_is_there_it_may_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stale(path: str) -> None:
        raise OSError(116, "Stale file handle")

    monkeypatch.setattr(looking.os, "lstat", stale)
    assert find_gone(["shelf/a", "shelf/b"], ["shelf"], [Item("shelf/a", "")]) == Gone((), ())

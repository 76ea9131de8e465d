"""Many files to an archive: each of them once, whatever becomes of the run."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import duckdb
import pytest
from conftest import ROOT, clean_environment

from vnplan.archive import extract as extraction
from vnplan.archive.extract import Known, Settings, extract, same_time
from vnplan.archive.items import Item
from vnplan.archive.store import Store
from vnplan.archive.tables import TABLES, arrow_schema
from vnplan.archive.work import file_row
from vnplan.errors import ArchiveError
from vnplan.readers.office import find_program
from vnplan.records import Extraction, Plan

PLAN = """UBND XÃ AN KHÊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {serial}/KH-UBND
An Khê, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Trồng cây xanh năm 2024

Thực hiện Kế hoạch số 12/KH-UBND ngày 01/02/2024 của UBND huyện Lâm Thao về trồng cây xanh.

I. NỘI DUNG
1. Công chức văn hóa xã chủ trì phát động trước ngày 30/4/2024. {word}
2. Tặng Giấy khen của Chủ tịch UBND xã cho 05 tập thể.
"""


def shelf(folder: Path, count: int, **poisoned: int) -> Path:
    """A folder of plans; the ones with those numbers say the word."""
    words = {number: word for word, number in poisoned.items()}
    folder.mkdir(exist_ok=True)
    for n in range(count):
        text = PLAN.format(serial=n, word=words.get(n, "Thôn xóm hưởng ứng."))
        (folder / f"{n:03d}.txt").write_text(text, encoding="utf-8")
    return folder


def run(
    source: Path, out: Path, *, poison: bool = False, workers: int = 2, **settings
) -> Extraction:
    if poison:
        settings["task"] = "poison:extract"
    return extract([str(source)], str(out), workers=workers, settings=Settings(**settings))


def files_in(out: Path) -> dict[str, str | None]:
    """The files of an archive with their problems; each must be there once."""
    store = Store(str(out))
    store.open()
    rows = [row for part in store.parts() for row in store.rows("files", part)]
    names = Counter(Path(row["path"]).name for row in rows)
    assert set(names.values()) <= {1}, [name for name, count in names.items() if count > 1]
    return {Path(row["path"]).name: row["problem"] for row in rows}


def plans_in(out: Path) -> list[str]:
    store = Store(str(out))
    store.open()
    return sorted(
        Path(row["path"]).name for part in store.parts() for row in store.rows("plans", part)
    )


# ---------------------------------------------------------------- what is written


def test_each_file_is_a_record_or_a_row_that_says_why_not(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 7)
    (source / "empty.txt").write_text("")
    (source / "noise.pdf").write_bytes(b"%PDF-1.4 and nothing of a page")
    result = run(source, tmp_path / "out")
    assert (result.files, result.plans, result.unchanged) == (9, 7, 0)
    told = files_in(tmp_path / "out")
    failed = {name: problem for name, problem in told.items() if problem is not None}
    assert failed == {"empty.txt": "file_empty", "noise.pdf": "pdf_broken"}
    assert result.problems == {"file_empty": 1, "pdf_broken": 1}
    assert sorted(set(told) - set(failed)) == plans_in(tmp_path / "out")


def test_the_rows_are_the_record(tmp_path: Path) -> None:
    run(shelf(tmp_path / "shelf", 1), tmp_path / "out")
    store = Store(str(tmp_path / "out"))
    [part] = store.parts()
    [row] = store.rows("plans", part)
    plan = Plan.model_validate_json(row["record"])
    assert (row["number"], row["year"], str(row["date"])) == ("0/KH-UBND", 2024, "2024-03-05")
    assert row["issuer"] == plan.issuing_body.name
    assert row["obligations"] == len(store.rows("obligations", part)) == len(plan.obligations)
    [first, *_] = store.rows("obligations", part)
    assert plan.text[first["start"] : first["end"]] == first["text"]
    assert first["deadline"]["iso"] == "2024-04-30"
    assert {"name": "Công chức văn hóa xã", "part": "lead"} in first["actors"]
    [cited] = store.rows("citations", part)
    assert (cited["number"], cited["basis"], cited["date"]["iso"]) == (
        "12/KH-UBND",
        True,
        "2024-02-01",
    )
    [award] = store.rows("awards", part)
    assert award["form"] == "Giấy khen"
    [due] = [row["due"] for row in store.rows("deadlines", part)]
    assert str(due) == "2024-04-30"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_its_columns_and_can_be_asked_by_duckdb(tmp_path: Path, table: str) -> None:
    run(shelf(tmp_path / "shelf", 2), tmp_path / "out")
    asked = duckdb.sql(f"select * from '{tmp_path}/out/{table}/*.parquet'")
    assert asked.columns == [column.name for column in TABLES[table]]
    for field in arrow_schema(table):
        assert field.metadata[b"about"]


def test_json_lines_say_the_same(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 3)
    run(source, tmp_path / "parquet")
    extract([str(source)], str(tmp_path / "lines"), format="jsonl")
    lines = [
        json.loads(line)
        for path in sorted((tmp_path / "lines" / "obligations").iterdir())
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    store = Store(str(tmp_path / "parquet"))
    rows = [row for part in store.parts() for row in store.rows("obligations", part)]
    assert lines == json.loads(json.dumps(rows, default=str))
    # and a rerun knows what is there
    again = extract([str(source)], str(tmp_path / "lines"), format="jsonl")
    assert again.unchanged == 3


# ---------------------------------------------------------------- files that end a process


def test_a_file_that_kills_its_process_is_quarantined_by_name(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 12, KILL=5)
    result = run(source, tmp_path / "out", poison=True)
    told = files_in(tmp_path / "out")
    assert [name for name, problem in told.items() if problem] == ["005.txt"]
    assert told["005.txt"] == "file_kills" and result.deaths == 2
    assert len(told) == 12 and len(plans_in(tmp_path / "out")) == 11


def test_a_file_that_hangs_is_given_up(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 6, HANG=2)
    result = run(source, tmp_path / "out", poison=True, timeout=4.0)
    assert files_in(tmp_path / "out")["002.txt"] == "file_hangs"
    assert (result.files, result.plans) == (6, 5)


def test_a_file_that_asks_for_all_memory_is_a_row(tmp_path: Path) -> None:
    run(shelf(tmp_path / "shelf", 3, HUNGRY=1), tmp_path / "out", poison=True)
    told = files_in(tmp_path / "out")
    assert told == {"000.txt": None, "001.txt": "out_of_memory", "002.txt": None}


def test_what_a_process_wrote_before_it_died_is_there_once(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 4)
    (tmp_path / "FATAL").touch()
    result = run(source, tmp_path / "out", poison=True, workers=1)
    assert (result.deaths, len(files_in(tmp_path / "out"))) == (1, 4)
    assert len(duckdb.sql(f"select path from '{tmp_path}/out/plans/*.parquet'").fetchall()) == 4


def test_a_time_that_no_calendar_has_is_none() -> None:
    for mtime in (2.0**40, -(2.0**60), float("inf"), float("nan")):
        item = Item("a.txt", "/a.txt", size=1, mtime=mtime)
        assert file_row(item)["modified"] is None
        assert same_time(item, Known(None, 1, None, "file_kills", "part"))
    assert not same_time(item._replace(mtime=1.5), Known(None, 1, 1501, "file_kills", "part"))


def test_a_record_that_no_table_takes_is_found_among_the_others(tmp_path: Path) -> None:
    run(shelf(tmp_path / "shelf", 9, STRANGE=7), tmp_path / "out", poison=True, workers=1)
    told = files_in(tmp_path / "out")
    assert told.pop("007.txt") == "file_broken" and set(told.values()) == {None}


def test_a_whole_folder_of_poison_ends(tmp_path: Path) -> None:
    source = tmp_path / "shelf"
    source.mkdir()
    for n in range(6):
        (source / f"{n}.txt").write_text("KILL")
    result = run(source, tmp_path / "out", poison=True, workers=1)
    assert result.problems == {"file_kills": 6} and len(files_in(tmp_path / "out")) == 6


def test_quarantine_lasts_until_the_file_changes(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 3, KILL=1)
    run(source, tmp_path / "out", poison=True)
    again = run(source, tmp_path / "out", poison=True)
    assert (again.unchanged, again.deaths) == (3, 0)
    (source / "001.txt").write_text(PLAN.format(serial=1, word="Hưởng ứng."), encoding="utf-8")
    mended = run(source, tmp_path / "out", poison=True)
    assert (mended.plans, mended.unchanged) == (1, 2)
    assert set(files_in(tmp_path / "out").values()) == {None}


def test_processes_that_cannot_begin_stop_the_run(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 2)
    with pytest.raises(ArchiveError, match="no_such_module"):
        run(source, tmp_path / "out", task="no_such_module:extract")


# ---------------------------------------------------------------- runs that end early


DRIVER = """
import signal, sys
from vnplan.archive.extract import Settings, extract
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
source, out, task = sys.argv[1:]
extract([source], out, workers=2, settings=Settings(task=task, part_seconds=0.1))
"""


def start(
    source: Path, out: Path, task: str = "slow:extract", **environment: str
) -> subprocess.Popen[bytes]:
    """A run in a process of its own."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    return subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(source), str(out), task],
        env=clean_environment() | {"PYTHONPATH": paths} | environment,
        stderr=subprocess.PIPE,
    )


def wait_for_parts(out: Path, count: int) -> None:
    """Until so many parts are whole."""
    ends = time.monotonic() + 60
    while len(list((out / "files").glob("*.parquet"))) < count:
        assert time.monotonic() < ends, "no parts came"
        time.sleep(0.05)


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_run_that_was_ended_goes_on_where_it_stopped(tmp_path: Path, ending: int) -> None:
    source, out = shelf(tmp_path / "shelf", 200), tmp_path / "out"
    driver = start(source, out)
    wait_for_parts(out, 3)
    driver.send_signal(ending)
    driver.wait(30)
    written = len(files_in(out))
    assert 0 < written < 200
    again = run(source, out)
    assert again.unchanged >= written  # what was whole is not read again
    assert len(files_in(out)) == len(plans_in(out)) == 200
    store = Store(str(out))
    store.open()
    assert store.sweep() == 0  # no table has rows of a part that is not whole


def test_workers_of_a_driver_that_was_killed_write_nothing_more(tmp_path: Path) -> None:
    source, out = shelf(tmp_path / "shelf", 40), tmp_path / "out"
    driver = start(source, out)
    wait_for_parts(out, 1)
    driver.kill()
    driver.wait(30)
    written = files_in(out)
    run(source, out)  # at once, while the workers of the other may still be at their file
    time.sleep(1)
    assert len(files_in(out)) == 40 and written.items() <= files_in(out).items()


CLUSTER = """
import sys
from vnplan.archive.store import Store
from vnplan.archive.supervise import Shard, run_shard
from vnplan.archive.items import Item
from vnplan.archive.work import Job
out, *files = sys.argv[1:]
run = "20260101T000000000000"
job = Job(run, out, "parquet", "slow:extract", 300.0, 0.3, None, "auto", None)
store = Store(out)
store.create()
store.claim(run)
items = [Item(file, file) for file in files]
run_shard(Shard(f"{run}-m000000", items, [None] * len(items)), job)
"""


def test_a_worker_elsewhere_whose_driver_is_gone_writes_nothing_more(tmp_path: Path) -> None:
    source, out = shelf(tmp_path / "shelf", 30), tmp_path / "out"
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    worker = subprocess.Popen(
        [sys.executable, "-c", CLUSTER, str(out), *sorted(map(str, source.iterdir()))],
        env=clean_environment() | {"PYTHONPATH": paths},
        stderr=subprocess.PIPE,
    )
    wait_for_parts(out, 2)
    run(source, out)
    _, told = worker.communicate(timeout=60)
    assert worker.returncode == 1 and b"another run" in told
    assert len(files_in(out)) == len(plans_in(out)) == 30


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    source, out = shelf(tmp_path / "shelf", 60), tmp_path / "out"
    driver = start(source, out)
    wait_for_parts(out, 1)
    told = subprocess.run(
        ["pgrep", "-P", str(driver.pid)], capture_output=True, text=True, check=True
    ).stdout.split()
    os.kill(int(told[0]), signal.SIGKILL)
    assert driver.wait(60) == 0
    assert len(files_in(out)) == len(plans_in(out)) == 60


def test_two_runs_do_not_write_at_once(tmp_path: Path) -> None:
    source, out = shelf(tmp_path / "shelf", 60), tmp_path / "out"
    driver = start(source, out)
    wait_for_parts(out, 1)
    with pytest.raises(ArchiveError, match="another run"):
        run(source, out)
    driver.kill()
    driver.wait(30)


def test_a_full_disk_stops_the_run_and_the_next_goes_on(tmp_path: Path) -> None:
    out = tmp_path / "small"
    out.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(out)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a disk of its own needs the right to mount")
    try:
        source = shelf(tmp_path / "shelf", 60)
        with pytest.raises(ArchiveError, match="no space is left"):
            run(source, out / "archive", part_seconds=0.05)
        written = len(files_in(out / "archive"))
        assert 0 < written < 60
        subprocess.run(["mount", "-o", "remount,size=20m", str(out)], check=True)
        run(source, out / "archive")
        assert len(files_in(out / "archive")) == len(plans_in(out / "archive")) == 60
    finally:
        subprocess.run(["umount", "--lazy", str(out)], check=True)  # a worker may be at its end


def test_an_archive_that_a_full_disk_left_half_made_is_made_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(old: object, new: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    source, out = shelf(tmp_path / "shelf", 1), tmp_path / "out"
    with monkeypatch.context() as patch:
        for name in ("rename", "replace"):
            patch.setattr(os, name, full)
        with pytest.raises(ArchiveError, match="no space is left"):
            run(source, out)
    assert list(out.iterdir()) == []  # nor was anything copied to the name of what is whole
    (out / "archive.json.unfinished").touch()  # of one that was killed
    assert run(source, out).plans == 1


# ---------------------------------------------------------------- runs after runs


def test_what_did_not_change_is_not_read_again_and_what_did_is(tmp_path: Path) -> None:
    source, out = shelf(tmp_path / "shelf", 5), tmp_path / "out"
    run(source, out)
    before = (source / "002.txt").stat()
    changed = PLAN.format(serial=9, word="Thôn xóm hưởng ứng.")
    (source / "002.txt").write_text(changed, encoding="utf-8")
    os.utime(source / "002.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    (source / "005.txt").write_text(PLAN.format(serial=5, word=""), encoding="utf-8")
    result = run(source, out)
    assert (result.plans, result.unchanged) == (2, 4)  # told by its bytes, not by its time
    assert len(files_in(out)) == len(plans_in(out)) == 6
    numbers = duckdb.sql(f"select number from '{out}/plans/*.parquet' where path like '%002.txt'")
    assert numbers.fetchall() == [("9/KH-UBND",)]


def test_what_is_read_anew_is_not_there_twice_after_an_interruption(tmp_path: Path) -> None:
    source, out = shelf(tmp_path / "shelf", 30), tmp_path / "out"
    run(source, out)
    for path in source.iterdir():
        path.write_text(path.read_text("utf-8") + "Thêm một dòng.\n", encoding="utf-8")
    before = len(list((out / "files").glob("*.parquet")))
    driver = start(source, out)
    wait_for_parts(out, before + 2)
    driver.send_signal(signal.SIGINT)
    driver.wait(30)
    assert len(files_in(out)) == 30


def test_a_file_that_was_not_at_hand_is_read_when_it_is(tmp_path: Path) -> None:
    source, out = shelf(tmp_path / "shelf", 2), tmp_path / "out"
    run(source, out, workers=1)
    run(source, out, workers=1, task="denied:extract")
    assert files_in(out) == {"000.txt": "file_denied", "001.txt": "file_denied"}
    again = run(source, out, workers=1)
    assert (again.plans, set(files_in(out).values())) == (2, {None})


def test_the_newer_row_stays_where_a_run_did_not_hear_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = shelf(tmp_path / "shelf", 2, KILL=0), tmp_path / "out"
    extract([str(source)], str(out), workers=1, settings=Settings(task="poison:extract"))
    for path in source.iterdir():
        path.write_text(PLAN.format(serial=8, word=""), encoding="utf-8")
    heard = extraction.drop_renewed

    def half_heard(store: Store, run: str, known: dict[str, Known], renewed: list[str]) -> None:
        heard(store, run, known, [path for path in renewed if path.endswith("001.txt")])

    one_part = Store(str(out))
    one_part.open()
    rows = {t: [r for p in one_part.parts() for r in one_part.rows(t, p)] for t in TABLES}
    for part in one_part.parts():
        one_part.remove(part)
    one_part.write("20200101T000000000000-m000000-0000", rows)
    monkeypatch.setattr(extraction, "drop_renewed", half_heard)
    run(source, out, workers=1)
    monkeypatch.undo()
    assert run(source, out, workers=1).unchanged == 2
    assert set(files_in(out).values()) == {None}


def test_names_of_parts_stay_short_however_often_they_are_replaced(tmp_path: Path) -> None:
    source, out = shelf(tmp_path / "shelf", 3), tmp_path / "out"
    for n in range(4):
        (source / "000.txt").write_text(PLAN.format(serial=n, word=""), encoding="utf-8")
        run(source, out, workers=1)
    assert max(len(path.name) for path in (out / "files").iterdir()) < 60
    assert len(files_in(out)) == 3


def test_times_can_be_trusted(tmp_path: Path) -> None:
    source, out = shelf(tmp_path / "shelf", 2), tmp_path / "out"
    run(source, out)
    shutil.copystat(source / "000.txt", tmp_path)
    text = (source / "000.txt").read_text(encoding="utf-8")
    (source / "000.txt").write_text(text.replace("0/KH", "7/KH"), encoding="utf-8")
    shutil.copystat(tmp_path, source / "000.txt")
    assert run(source, out, trust_times=True).unchanged == 2
    assert run(source, out).unchanged == 1


def test_a_row_that_a_broken_off_replacement_left_twice_is_one_again(tmp_path: Path) -> None:
    source, out = shelf(tmp_path / "shelf", 4), tmp_path / "out"
    run(source, out, workers=1)
    store = Store(str(out))
    store.open()
    [first, *_] = store.parts()
    shutil.copy(out / "plans" / f"{first}.parquet", out / "plans" / "mine.parquet")
    rows = {table: store.rows(table, first) for table in TABLES}
    store.write("20990101T000000000000-m000000-0000", rows)  # as if the old were still there
    with pytest.raises(AssertionError):
        files_in(out)
    run(source, out)
    assert len(files_in(out)) == len(plans_in(out)) == 4
    assert (out / "plans" / "mine.parquet").exists()  # what is not ours is left alone


def test_what_is_no_archive_is_left_alone(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 1)
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("mine")
    with pytest.raises(ArchiveError, match="other things"):
        run(source, tmp_path / "home")
    run(source, tmp_path / "out")
    with pytest.raises(ArchiveError, match="parquet"):
        extract([str(source)], str(tmp_path / "out"), format="jsonl")


def test_the_archive_may_lie_within_its_source(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 2)
    run(source, source / "out")
    assert run(source, source / "out").files == 2


# ---------------------------------------------------------------- the command


def command(*args: object, stdin: str = "", lang: str = "en") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vnplan", "--lang", lang, "extract", *map(str, args)],
        env=clean_environment(),
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def test_the_command_tells_what_it_did(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 3)
    (source / "empty.txt").write_text("")
    told = command(source, "-o", tmp_path / "out", "--log", tmp_path / "log")
    assert told.returncode == 1 and told.stderr == ""
    assert "4 files" in told.stdout and "records: 3; without a record: 1" in told.stdout
    assert f"{source}/empty.txt: is empty" in told.stdout
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert log.count(f"{source}/empty.txt: is empty") == 1 and "4 files" in log
    again = command(source, "-o", tmp_path / "out", "--log", tmp_path / "log", lang="vi")
    assert again.returncode == 0
    assert "không có bản ghi từ lần chạy trước: 1" in again.stdout
    assert "mỗi giây" not in again.stdout  # nothing was read
    nowhere = command(source, "-o", tmp_path / "out", "--log", tmp_path / "no" / "log", lang="vi")
    assert nowhere.returncode == 2
    assert f"{tmp_path}/no/log: không ghi được: không có tệp hoặc thư mục này" in nowhere.stderr
    added = (tmp_path / "log").read_text(encoding="utf-8").removeprefix(log)
    assert "4 tệp" in added and "không đổi: 4" in added and "files" not in added
    quiet = command(source, "-o", tmp_path / "out", "--quiet")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")


def test_a_list_of_paths_on_standard_input(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 3)
    told = command("-", "-o", tmp_path / "out", stdin=f"{source}/000.txt\n{source}/002.txt\n")
    assert told.returncode == 0 and set(files_in(tmp_path / "out")) == {"000.txt", "002.txt"}


def test_trouble_is_one_line(tmp_path: Path) -> None:
    told = command(tmp_path, "-o", tmp_path / "out", "--engine", "dask")
    assert told.returncode == 2 and "--scheduler" in told.stderr
    (tmp_path / "file").write_text("")
    told = command(tmp_path, "-o", tmp_path / "file" / "out")
    assert told.returncode == 2 and told.stderr.count("\n") == 1


NEEDS_OFFICE = pytest.mark.skipif(find_program() is None, reason="needs LibreOffice")


@NEEDS_OFFICE
def test_an_old_document_that_hangs_or_is_odd_is_told_from_the_others(tmp_path: Path) -> None:
    source = tmp_path / "shelf"
    source.mkdir()
    for n, word in enumerate(("HANG", "ODD", "KE HOACH")):
        (source / f"{n:02d}.rtf").write_text(f"{{\\rtf1\\ansi {word}}}", encoding="ascii")
    result = run(source, tmp_path / "out", poison=True, workers=1, timeout=3.0)
    told = files_in(tmp_path / "out")
    assert (told.pop("00.rtf"), told.pop("01.rtf")) == ("file_hangs", "file_broken")
    assert (told, result.files) == ({"02.rtf": None}, 3)


@NEEDS_OFFICE
def test_old_documents_are_read_many_at_a_time(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 2)
    for n in range(3):
        lines = PLAN.format(serial=20 + n, word="").encode("ascii", "xmlcharrefreplace").decode()
        body = re.sub(r"&#(\d+);", r"\\u\1?", lines).replace("\n", "\\par\n")
        (source / f"{n}.rtf").write_text("{\\rtf1\\ansi " + body + "}", encoding="ascii")
    (source / "3.rtf").write_bytes(b"{\\rtf1")
    result = run(source, tmp_path / "out", workers=1)
    assert (result.files, result.plans) == (6, 5)
    numbers = duckdb.sql(f"select number from '{tmp_path}/out/plans/*.parquet' order by 1")
    assert [number for (number,) in numbers.fetchall()] == [
        f"{serial}/KH-UBND" for serial in (0, 1, 20, 21, 22)
    ]
    assert files_in(tmp_path / "out")["3.rtf"] is not None


def test_a_slip_of_the_pen_makes_no_archive(tmp_path: Path) -> None:
    told = command(tmp_path / "shlef", tmp_path / "*.docx", "-o", tmp_path / "out")
    assert told.returncode == 2 and "no such file" in told.stderr
    assert not (tmp_path / "out").exists()
    source = shelf(tmp_path / "shelf", 1)
    told = command(source, tmp_path / "shlef", "-o", tmp_path / "out")  # one of them is there
    assert told.returncode == 1 and files_in(tmp_path / "out")["shlef"] == "file_missing"


def test_what_is_still_without_a_record_is_told_again(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 2)
    (source / "empty.txt").write_text("")
    command(source, "-o", tmp_path / "out")
    told = command(source, "-o", tmp_path / "out")
    assert told.returncode == 0 and "without a record since an earlier run: 1" in told.stdout


def test_the_shelf_under_another_name_is_wondered_at(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 2)
    command(source, "-o", tmp_path / "out")
    told = command(os.path.relpath(source, ROOT), "-o", tmp_path / "out")
    assert "none of the 2 files that the archive had was met" in told.stdout


def test_an_archive_keeps_its_format(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 2)
    command(source, "-o", tmp_path / "out", "--format", "jsonl")
    assert "unchanged: 2" in command(source, "-o", tmp_path / "out").stdout


def test_a_broken_part_is_named(tmp_path: Path) -> None:
    source = shelf(tmp_path / "shelf", 2)
    command(source, "-o", tmp_path / "out", "--workers", "1")
    [part, *_] = (tmp_path / "out" / "files").iterdir()
    part.write_bytes(part.read_bytes()[:100])
    told = command(source, "-o", tmp_path / "out")
    assert told.returncode == 2 and str(part) in told.stderr
    part.unlink()
    assert command(source, "-o", tmp_path / "out").returncode == 0
    assert len(files_in(tmp_path / "out")) == len(plans_in(tmp_path / "out")) == 2

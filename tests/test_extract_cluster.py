"""Extraction on a Dask cluster: a scheduler and two worker processes, one of them killed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from conftest import ROOT, clean_environment
from test_extract import command, files_in, plans_in, shelf, wait_for_parts

from vnplan.archive.cluster import connect
from vnplan.archive.extract import Settings, extract
from vnplan.archive.store import Store
from vnplan.archive.tables import TABLES, Row

pytestmark = pytest.mark.slow


@contextmanager
def started(*args: str) -> Iterator[subprocess.Popen[str]]:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + args[0], *args[1:]],
        env=clean_environment() | {"PYTHONPATH": paths},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(process: subprocess.Popen[str], pattern: str) -> str:
    """What a process says once it is there; what it says later is read away."""
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(pattern, line):
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found.group(1)
    raise AssertionError(f"{process.args} ended")


@pytest.fixture
def cluster() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a scheduler with two workers of one thread each, and one of the two."""
    quiet = ("--no-dashboard",)
    with started("dask_scheduler", "--host", "127.0.0.1", "--port", "0", *quiet) as scheduler:
        address = wait_for(scheduler, r"Scheduler at:\s+(tcp://\S+)")
        worker = ("dask_worker", address, "--nthreads", "1", "--no-nanny", *quiet)
        with started(*worker) as one, started(*worker) as two:
            for each in (one, two):
                wait_for(each, r"(Registered to|Start worker at):")
            yield address, one


def rows_in(out: Path) -> dict[str, list[Row]]:
    """All rows of an archive but for times, in one order."""
    store = Store(str(out))
    store.open()
    return {
        table: sorted((row for part in store.parts() for row in store.rows(table, part)), key=repr)
        for table in TABLES
    }


def test_a_cluster_gives_the_rows_that_this_machine_gives(
    tmp_path: Path, cluster: tuple[str, subprocess.Popen[str]]
) -> None:
    source = shelf(tmp_path / "shelf", 30, KILL=7)
    settings = Settings(task="poison:extract")
    extract([str(source)], str(tmp_path / "here"), workers=2, settings=settings)
    with connect(cluster[0]) as (engine, threads):
        assert threads == 2
        out = str(tmp_path / "there")
        result = extract([str(source)], out, workers=threads, engine=engine, settings=settings)
    assert (result.files, result.plans) == (30, 29)
    assert rows_in(tmp_path / "there") == rows_in(tmp_path / "here")
    assert files_in(tmp_path / "there")["007.txt"] == "file_kills"


def test_a_worker_of_the_cluster_is_killed_in_the_midst(
    tmp_path: Path, cluster: tuple[str, subprocess.Popen[str]]
) -> None:
    address, worker = cluster
    source, out = shelf(tmp_path / "shelf", 60), tmp_path / "out"

    def kill_one() -> None:
        wait_for_parts(out, 2)
        worker.send_signal(signal.SIGKILL)

    killer = threading.Thread(target=kill_one)
    killer.start()
    with connect(address) as (engine, threads):
        settings = Settings(task="slow:extract", part_seconds=0.3)
        result = extract([str(source)], str(out), workers=threads, engine=engine, settings=settings)
    killer.join()
    assert worker.poll() is not None
    assert result.files == 60 and len(files_in(out)) == len(plans_in(out)) == 60


def test_the_command_asks_a_cluster(
    tmp_path: Path, cluster: tuple[str, subprocess.Popen[str]]
) -> None:
    source = shelf(tmp_path / "shelf", 4)
    told = command(source, "-o", tmp_path / "out", "--engine", "dask", "--scheduler", cluster[0])
    assert told.returncode == 0, told.stderr
    assert "records: 4" in told.stdout and len(files_in(tmp_path / "out")) == 4


def test_a_cluster_that_is_not_there_is_trouble(tmp_path: Path) -> None:
    told = command(
        tmp_path, "-o", tmp_path / "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"
    )
    assert told.returncode == 2 and "no Dask scheduler answers" in told.stderr.splitlines()[-1]

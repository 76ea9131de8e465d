"""A Dask cluster as the engine of an extraction; its workers have vnplan installed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from vnplan.errors import ArchiveError


@contextmanager
def connect(scheduler: str) -> Iterator[tuple[Executor, int]]:
    """The engine behind a scheduler's address, and how many shards it works on at once.

    Raises ``ArchiveError`` where Dask is not installed, or nobody answers.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ArchiveError(scheduler, "cluster_not_installed") from None
    try:
        client = Client(scheduler, timeout=30)
    except (OSError, ValueError) as error:
        raise ArchiveError(scheduler, "cluster_silent", found=str(error)) from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ArchiveError(scheduler, "cluster_empty")
        # the same shard asked twice is worked on twice: what it writes is what counts
        yield client.get_executor(pure=False), threads

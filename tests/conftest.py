"""What several test files need: the folders, commands as a user runs them, no network."""

from __future__ import annotations

import importlib
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers

# HYPOTHESIS_EXAMPLES=50000 looks further, by chance and not always in the same places
FURTHER = os.environ.get("HYPOTHESIS_EXAMPLES")
settings.register_profile("house", derandomize=FURTHER is None, deadline=None, database=None)
settings.load_profile("house")
if FURTHER is None and hasattr(providers, "_local_constants"):
    # it tries words and numbers of our modules, too, of those that a worker happens to have
    # loaded: no two runs would try the same examples
    nothing = providers._local_constants
    providers._get_local_constants = lambda: nothing

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not SHARED.is_dir():
        absent = pytest.mark.skip(reason="no ../shared beside the checkout")
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(absent)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests talk to nobody: only loopback and sockets of the file system connect."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if host and host not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test wants to talk to {host}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def vnplan(tmp_path: Path) -> Command:
    """``vnplan(*args)`` runs the command in a folder of its own, in English unless told."""

    def run(
        *args: object,
        input: bytes | None = None,
        cwd: Path = tmp_path,
        **environ: str,
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "vnplan", *map(os.fspath, map(_path_or_str, args))],
            input=input,
            cwd=cwd,
            env=clean_environment() | environ,
            capture_output=True,
            timeout=120,
            check=False,
        )

    return run


def _path_or_str(arg: object) -> str:
    return os.fspath(arg) if isinstance(arg, os.PathLike) else str(arg)


def clean_environment() -> dict[str, str]:
    """This process's environment without a locale, a terminal or colours of its own."""
    own = ("LC_", "LANG", "COLUMNS", "NO_COLOR", "TERM", "PYTHONIOENCODING", "PYTHONUTF8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    return kept | {"PYTHONPATH": str(ROOT)}


@pytest.fixture
def pair() -> tuple[Path, Path]:
    """Parent and child of one pair of our own."""
    folder = ROOT / "corpora" / "pccc-xa-truong"
    return folder / "parent.txt", folder / "child.txt"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """``script("documents")`` is that module of models/."""
    monkeypatch.syspath_prepend(str(ROOT / "models"))
    return importlib.import_module

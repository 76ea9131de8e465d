"""What training made, as plain values: no code runs when it is read (see models/README.md)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(name: str) -> dict[str, Any] | None:
    """The model ``name`` as its script wrote it, None where it was not installed."""
    data = load_bytes(f"{name}.json")
    model: dict[str, Any] | None = None if data is None else json.loads(data)
    return model


def load_bytes(name: str) -> bytes | None:
    """The file ``name`` of the models as it is, None where it was not installed.

    In a wheel the models lie beside the modules, in a checkout beside the package.
    """
    from importlib.resources import files

    package = files("vnplan")
    for folder in (package.joinpath("models"), Path(str(package)).parent / "models"):
        path = folder.joinpath(name)
        if path.is_file():
            return path.read_bytes()
    return None

"""What training made, as plain values: no code runs when it is read (see models/README.md)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(name: str) -> dict[str, Any] | None:
    """The model ``name`` as its script wrote it, None where it was not installed.

    In a wheel the models lie beside the modules, in a checkout beside the package.
    """
    from importlib.resources import files

    package = files("vnplan")
    for folder in (package.joinpath("models"), Path(str(package)).parent / "models"):
        path = folder.joinpath(f"{name}.json")
        if path.is_file():
            model: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            return model
    return None

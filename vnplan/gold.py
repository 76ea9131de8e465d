"""Where gold records and predictions lie in a folder, and how they are read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from vnplan.errors import UnreadableFile
from vnplan.readers.unicode import read_unicode


class GoldDocument(NamedTuple):
    """A document that somebody annotated: the record, and the text it is of."""

    name: str
    record: Path
    text: Path


def find_gold(folder: Path) -> list[GoldDocument]:
    """The documents with gold: ``NAME.gold.json`` beside ``NAME.txt``, or
    ``NAME/gold.json`` beside ``NAME/text.txt``.

    The texts may be absent. Raises ``UnreadableFile`` for what is no folder or has no gold.
    """
    check_folder(folder)
    found = [
        GoldDocument(path.parent.name, path, path.with_name("text.txt"))
        if path.name == "gold.json"
        else GoldDocument(stem_of(path), path, path.with_name(f"{stem_of(path)}.txt"))
        for path in sorted([*folder.glob("*.gold.json"), *folder.glob("*/gold.json")])
    ]
    if not found:
        raise UnreadableFile(folder, "folder_without_gold")
    return found


def stem_of(path: Path) -> str:
    """``a.b`` for ``a.b.gold.json``."""
    return path.name.removesuffix(".gold.json")


def check_folder(folder: Path) -> None:
    """Raises ``UnreadableFile`` for what is no folder."""
    if not folder.is_dir():
        raise UnreadableFile(folder, "folder_expected" if folder.exists() else "folder_missing")


def read_record(path: Path) -> dict[str, Any]:
    """The record in a JSON file; raises ``UnreadableFile`` for anything else."""
    try:
        record = json.loads(read_unicode(path))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(path, "record_broken", found=str(error)) from None
    if not isinstance(record, dict):
        raise UnreadableFile(path, "record_no_object")
    return record


def read_prediction(folder: Path, name: str) -> dict[str, Any]:
    """The record predicted for a document: ``NAME.json``, or another annotator's gold.

    Raises ``UnreadableFile`` where there is none.
    """
    paths = [folder / f"{name}.json", folder / f"{name}.gold.json", folder / name / "gold.json"]
    return read_record(next((path for path in paths if path.exists()), paths[0]))


def same_text(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> bool:
    """Whether both are of one text, as far as told; else their spans do not compare."""
    text, digest = predicted.get("text"), gold.get("text_sha256")
    if not isinstance(text, str) or not digest:
        return True
    return bool(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == digest)

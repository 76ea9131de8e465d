"""A folder to ``Survey``: what lies in it, before anything is extracted; writes nothing.

A survey must be quick: bytes are read, text layers too, but neither LibreOffice nor the
recognition of images is started unless ``deep`` asks for it. No file stops it: one in trouble is
a row that says so.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from vnplan.errors import UnreadableFile
from vnplan.folder import Found, find_files, printed
from vnplan.gold import check_folder
from vnplan.plan import parse
from vnplan.readers import BY_OFFICE, read_bytes
from vnplan.readers.kinds import kind_of
from vnplan.readers.limits import LIMITS, Limits
from vnplan.readers.unicode import read_data
from vnplan.records import Need, Plan, Source, Survey, SurveyedFile, SurveyTotals

# what the ending of a name says
ENDINGS = {
    ".txt": "txt",
    ".md": "txt",
    ".htm": "html",
    ".html": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".doc": "ole",
    ".xls": "ole",
    ".rtf": "rtf",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
    ".xlsx": "sheet",
    ".ods": "sheet",
    ".pptx": "slides",
    ".zip": "archive",
    ".rar": "archive",
    ".7z": "archive",
    ".gz": "archive",
    ".tar": "archive",
    ".xz": "archive",
    ".xml": "xml",
    ".json": "data",
}
JSON_LOOKED_AT = 1 << 16
# takes: {"kind": "plan", …    [{"a": 1    [1, 2    not: [1] Căn cứ
JSON_START = re.compile(rb'(?:\[\s*)*(?:\{\s*"[^"]*"\s*:|(?:"[^"]*"|-?[\d.]+)\s*,)')
NO_TEXT = frozenset(("sheet", "slides", "archive", "xml"))
LOST_LETTERS = frozenset(("broken_text", "undecodable"))
LONGEST_TEXT = 300_000  # signs that are parsed; what a document is stands in its first pages
LONGEST_FEW = 3  # words that a page may have and yet be an image: its number


class Look(NamedTuple):
    """What a look at a file gave, and by what its words are known again."""

    file: SurveyedFile
    words: str | None = None


def survey(
    folder: str | os.PathLike[str], *, deep: bool = False, limits: Limits = LIMITS
) -> Survey:
    """What lies in a folder and all folders below it; raises ``UnreadableFile`` for no folder.

    Links to folders are not followed, hidden files only counted. ``deep`` has LibreOffice read
    old documents, and images recognized.
    """
    top = Path(folder)
    check_folder(top)
    aside: Counter[str] = Counter()
    looks = [look_at(top, found, deep, limits) for found in find_files(top, aside)]
    files = with_duplicates(looks)
    return Survey(
        folder=printed(os.fspath(folder)), deep=deep, totals=totals(files, aside), files=files
    )


# ---------------------------------------------------------------- one file


def look_at(top: Path, found: Found, deep: bool, limits: Limits) -> Look:
    """What one file is, whatever it holds."""
    name = printed(found.path)
    file = SurveyedFile(path=name, size=found.size)
    if found.problem is not None:
        format = "folder" if found.path.endswith("/") else None
        return Look(with_problem(file, found.problem, found.details, format=format))
    try:
        data = read_data(top / found.path, most=limits.size)
        file = told_by_bytes(file, data)
        if file.problem or file.format == "data" or (file.needs and not deep):
            return Look(file)
        # without a need the reader starts no other program
        text, source = read_bytes(data, name=name, ocr="auto" if deep else "never", limits=limits)
        return told_by_words(file, text, source, deep)
    except UnreadableFile as error:
        if error.problem == "ocr_not_wanted":  # not one of its pages has text
            return Look(file.model_copy(update={"needs": "ocr"}))
        return Look(with_problem(file, error.problem, error.details))
    except Exception as error:  # whatever it is, the other files are still to be told
        said = " ".join(f"{type(error).__name__}: {error}".split())
        return Look(with_problem(file, "file_broken", {"found": said}))


def with_problem(
    file: SurveyedFile,
    problem: str,
    details: dict[str, str | int],
    *,
    format: str | None = None,
) -> SurveyedFile:
    """The file as one that could not be read."""
    found = {"problem": problem, "details": details, "format": format or file.format}
    return file.model_copy(update=found)


def told_by_bytes(file: SurveyedFile, data: bytes) -> SurveyedFile:
    """The file with its format, and what it needs before there is text."""
    format = format_of(data)
    named = ENDINGS.get(os.path.splitext(file.path)[1].lower())
    needs: Need | None = "office" if format in BY_OFFICE else "ocr" if format == "image" else None
    found: dict[str, object] = {
        "format": format,
        "named": named if named not in (None, format) and format != "empty" else None,
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "needs": needs,
    }
    if format in NO_TEXT or format == "empty":
        found["problem"] = f"file_{format}"
    return file.model_copy(update=found)


def format_of(data: bytes) -> str:
    """The kind of a file, archives and emptiness too."""
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        return "empty"
    kind = kind_of(data)
    if kind == "zip":
        return "archive"
    return "data" if kind == "txt" and is_json(data) else kind


def is_json(data: bytes) -> bool:
    """Whether bytes begin as JSON, one value or one a line, such as records of ours."""
    start = data[:JSON_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith((b"{", b"[")):
        return False
    whole = len(data) <= JSON_LOOKED_AT
    for part in (start, start.partition(b"\n")[0]):
        try:
            json.loads(part)
            return True
        except (ValueError, RecursionError):
            continue
    return not whole and JSON_START.match(start) is not None


def told_by_words(file: SurveyedFile, text: str, source: Source, deep: bool) -> Look:
    """The file with what its text and its record say."""
    plan = parse(text[:LONGEST_TEXT])
    lost = sorted(
        {d.code for d in (*source.doubts, *plan.doubts)} & LOST_LETTERS,
    )
    bare = pages_without_text(text, source)
    needs: Need | None = None
    if file.format == "pdf" and (bare or lost or not text.strip()) and not deep:
        needs = "ocr"
    found: dict[str, object] = {
        "encoding": source.encoding,
        "pages": source.pages,
        "pages_without_text": bare or None,
        "needs": needs,
        "doubts": tuple(lost),
    }
    words = words_of(text)
    if not words:
        found |= {} if needs else {"problem": "file_empty"}
        return Look(file.model_copy(update=found))
    found |= {
        "kind": plan.kind,
        "number": plan.number and plan.number.text,
        "title": plan.title,
        "draft": is_draft(plan),
    }
    return Look(file.model_copy(update=found), hashlib.sha256(words.encode()).hexdigest())


def pages_without_text(text: str, source: Source) -> int:
    """How many pages have no more words than a page number."""
    if not source.page_starts:
        return 0
    ends = (*source.page_starts[1:], len(text))
    pages = (text[a:b] for a, b in zip(source.page_starts, ends, strict=True))
    return sum(len(page.split()) < LONGEST_FEW for page in pages)


def is_draft(plan: Plan) -> bool:
    """Whether a plan's number or day was left blank, as before it is signed."""
    if plan.kind not in ("plan", "decision_with_plan"):
        return False
    blank_number = plan.number is not None and plan.number.serial is None
    blank_day = plan.date is not None and plan.date.month is not None and plan.date.day is None
    return blank_number or blank_day


WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> str:
    """The words of a text in one order, whatever order a format gave its columns and breaks."""
    return " ".join(sorted(WORD.findall(text.casefold())))


# ---------------------------------------------------------------- all files


def with_duplicates(looks: list[Look]) -> tuple[SurveyedFile, ...]:
    """The files, each that repeats an earlier one with that one's path."""
    by_bytes: dict[str, str] = {}
    by_words: dict[str, str] = {}
    files: list[SurveyedFile] = []
    for file, words in looks:
        same_file = same_text = None
        if file.sha256 is not None and file.format != "empty":
            same_file = by_bytes.setdefault(file.sha256, file.path)
        if words is not None:
            same_text = by_words.setdefault(words, file.path)
        if same_file not in (None, file.path):
            file = file.model_copy(update={"same_file": same_file})
        elif same_text not in (None, file.path):
            file = file.model_copy(update={"same_text": same_text})
        files.append(file)
    return tuple(files)


def totals(files: tuple[SurveyedFile, ...], aside: Counter[str]) -> SurveyTotals:
    """How many files are what."""
    return SurveyTotals(
        files=len(files),
        size=sum(file.size or 0 for file in files),
        hidden=aside["hidden"],
        links=aside["links"],
        formats=counted(file.format or "unknown" for file in files),
        encodings=counted(file.encoding for file in files),
        kinds=counted(file.kind for file in files),
        drafts=sum(file.draft for file in files),
        duplicates=sum(bool(file.same_file or file.same_text) for file in files),
        misnamed=sum(file.named is not None for file in files),
        needs_office=sum(file.needs == "office" for file in files),
        needs_ocr=sum(file.needs == "ocr" for file in files),
        unreadable=sum(file.problem is not None for file in files),
    )


def counted(names: Iterator[str | None]) -> dict[str, int]:
    """How often each name comes, the most frequent first."""
    counts = Counter(name for name in names if name is not None)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

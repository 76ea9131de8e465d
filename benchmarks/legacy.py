"""What comes back of documents from before Unicode: ``python benchmarks/legacy.py``.

First each document of ../shared/corpora/legacy: of the transcript's letters that carry a
diacritic, how many come back. Case is left aside (fonts whose name ends in H show capitals, which
the transcripts have as small letters). The first figure counts the letters of whole words
wherever they stand, since transcripts go through forms and tables in another order, and with what
was deleted from a document, which the transcripts keep; the second those that stand in the order
of the transcript, without what was deleted, and their mean is what is asked for. The transcripts
have page footers, too, which readers drop.

Then each seed written in each old encoding and read back: exactly, up to case, or how much of it.
Exit code 1 where that mean is less than .985, a document fails, or a text is not restored.
"""

from __future__ import annotations

import re
import sys
import time
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from old_encodings import in_viscii, write_all

from vnplan.errors import UnreadableFile
from vnplan.readers import read_bytes, read_file
from vnplan.readers.docx import text_and_doubts
from vnplan.readers.limits import LIMITS
from vnplan.readers.office import convert_many
from vnplan.readers.packed import open_package
from vnplan.views import normalize

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
LEAST = 0.985
ONLY_UP_TO_CASE = ("tcvn3", "tcvn3 in utf-8")
WORD = re.compile(r"\w+")
LONGEST = 4000  # letters of a stretch that is compared letter by letter


def main() -> int:
    """The exit code; prints both tables."""
    documents = score_documents()
    return 0 if score_encodings() and documents else 1


def score_documents() -> bool:
    """Whether all documents come back; prints a line each."""
    good = True
    found: list[tuple[float, float]] = []
    paths = sorted(SHARED.glob("legacy/*--*"))
    for path in (path for path in paths if path.suffix != ".txt"):
        wanted = normalize(path.with_suffix(".txt").read_text(encoding="utf-8"))
        start = time.perf_counter()
        try:
            text, _ = read_file(path)
        except UnreadableFile as error:
            print(f"fails   {error}")
            good = False
            continue
        took = time.perf_counter() - start
        text = normalize(text).lower()
        in_order = accuracy(wanted.lower(), text)
        share = anywhere(wanted.lower(), with_deleted(path).lower() or text)
        found.append((in_order, share))
        print(f"{share:.4f}  {in_order:.4f} in order  {took:5.1f} s  {path.name}")
    means = [sum(figures) / len(found) for figures in zip(*found, strict=True)] or [0.0, 0.0]
    print(f"{means[1]:.4f}  {means[0]:.4f} in order    mean of {len(found)} documents")
    return good and means[0] >= LEAST


def accuracy(wanted: str, found: str) -> float:
    """The share of a transcript's letters with a diacritic that were found in their place."""
    right = 0
    first, second = wanted.split(), found.split()
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        before, after = " ".join(first[a:b]), " ".join(second[c:d])
        if kind == "equal":
            right += count_marked(before)
        elif kind == "replace" and max(len(before), len(after)) <= LONGEST:
            blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
            right += sum(count_marked(before[at : at + size]) for at, _, size in blocks)
    return right / max(1, count_marked(wanted))


def anywhere(wanted: str, found: str) -> float:
    """The share of a transcript's letters with a diacritic in words that were found somewhere."""
    there = Counter(WORD.findall(found))
    needed = Counter(WORD.findall(wanted))
    right = sum(min(count, there[word]) * count_marked(word) for word, count in needed.items())
    return right / max(1, sum(count_marked(word) * count for word, count in needed.items()))


def with_deleted(path: Path) -> str:
    """The text of an old Word document with what was deleted from it, empty for others."""
    if path.suffix not in (".doc", ".rtf"):
        return ""
    made = convert_many([(path.name, path.read_bytes())])[0]
    if isinstance(made, UnreadableFile):
        return ""
    return text_and_doubts(open_package(made, path.name, LIMITS), deleted=True)[0]


def count_marked(text: str) -> int:
    """How many letters carry a diacritic, đ among them."""
    return sum(
        sign in "\u0111\u0110" or len(unicodedata.normalize("NFD", sign)) > 1 for sign in text
    )


def score_encodings() -> bool:
    """Whether all seeds come back from all encodings; prints a line for each encoding."""
    results: dict[str, list[str]] = {}
    good = True
    for path in sorted(SHARED.glob("seeds/*.txt")):
        text = normalize(path.read_text(encoding="utf-8"))
        for name, data in write_all(text).items():
            wanted = in_viscii(text) if name == "viscii" else b""
            told, fine = restored(text, name, data, wanted)
            good = good and fine
            results.setdefault(name, []).append(told)
    for name, told_of in results.items():
        print(f"{name:30} {'  '.join(told_of)}")
    return good


def restored(text: str, name: str, data: bytes, again: bytes) -> tuple[str, bool]:
    """How a text came back, and whether that is as it must be."""
    try:
        found, source = read_bytes(data, name=name)
    except UnreadableFile as error:
        return f"fails: {error}", False
    if found == text or (again and in_viscii(found) == again):
        return f"exact ({source.encoding})", True
    if found.lower() == text.lower():
        changed = sum(a != b for a, b in zip(text, found, strict=True))
        return f"{changed} of other case ({source.encoding})", name in ONLY_UP_TO_CASE
    return f"{accuracy(text, found):.4f} ({source.encoding})", False


if __name__ == "__main__":
    sys.exit(main())

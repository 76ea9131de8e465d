"""The documents that training reads: plans with gold, plans without, and damaged copies of them."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from vnplan.gold import find_gold, read_record
from vnplan.records import Span

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
GOLD = {
    "seeds": CORPORA / "seeds",
    "real": CORPORA / "real",
    "ours": ROOT / "tests" / "golden",
}


def present() -> bool:
    """Whether the documents are there; says so where they are not."""
    if not CORPORA.is_dir():
        print("nothing trained: the documents lie in ../shared, which is not here")
    return CORPORA.is_dir()


class Document(NamedTuple):
    """A text, the set that it belongs to, and its gold record where it has one."""

    name: str
    group: str
    text: str
    gold: dict[str, Any] | None = None


def read_gold() -> list[Document]:
    """The documents with gold, those of our own making last."""
    return [
        Document(found.name, group, read(found.text), read_record(found.record))
        for group, folder in GOLD.items()
        for found in find_gold(folder)
    ]


def read_plain() -> list[Document]:
    """The plans without a gold record: our pairs, and the real ones for looking at."""
    paths = sorted(CORPORA.glob("pairs/*/*.txt")) + sorted(CORPORA.glob("unlabelled/*.txt"))
    return [
        Document("/".join(path.parts[-2:]), path.relative_to(CORPORA).parts[0], read(path))
        for path in paths
    ]


def read(path: Path) -> str:
    """A text as it is, line ends included."""
    return path.read_bytes().decode("utf-8")


def overlap(one: Span, other: Sequence[int]) -> float:
    """Intersection over union of two spans."""
    inside = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, inside) / (max(one[1], other[1]) - min(one[0], other[0]))


def digest(documents: Iterable[Document]) -> str:
    """SHA-256 over names, texts and gold records, in order."""
    total = hashlib.sha256()
    for document in documents:
        total.update(document.name.encode() + b"\0" + document.text.encode() + b"\0")
        total.update(repr(document.gold).encode() + b"\0")
    return total.hexdigest()


# ---------------------------------------------------------------- damage

# what a scan takes one letter for
MISREAD = {
    "i": "l1", "l": "I1", "t": "f", "e": "c", "c": "e", "h": "b", "n": "u", "m": "rn",
    "o": "0", "u": "ii", "y": "v", "g": "q", "d": "cl", "I": "1l]", "O": "0", "Ê": "É", "Ầ": "À",
    "ê": "é", "ế": "ê", "ạ": "a", "ộ": "ô", "ư": "u", "ị": "j", "1": "I]", "0": "O", "5": "S",
}  # fmt: skip
SPECKS = ("~", "'", "|", "_", "^", " .", " ,", " i", "*", "«")
LABEL = re.compile(r"^[ \t]*(?:[IVX]{1,5}|\d{1,2}|[a-zđ])[.)](?=\s)|^[ \t]*[-+•](?=\s)", re.M)


def damaged(text: str, rate: float, seed: int) -> tuple[str, list[int]]:
    """A copy as a bad scan gives it, and for each offset of the text where it lies in the copy.

    ``rate`` is the share of letters hit; labels and line ends are hit at twice and half of it.
    The same rate and seed damage a text in the same way, and a higher rate hits what a lower
    one does and more.
    """
    chance = random.Random(f"{seed} {len(text)}")
    pieces = list(text)
    for at, sign in enumerate(text):
        dice, which = chance.random(), chance.random()
        if dice < rate and sign.isalnum():
            forms = MISREAD.get(sign, "")
            if which < 0.75 and forms:
                pieces[at] = forms if sign in "mud" else forms[int(which * 100) % len(forms)]
            elif which < 0.9:
                pieces[at] = ""
            else:
                pieces[at] = sign + SPECKS[int(which * 1000) % len(SPECKS)]
        elif dice < rate / 2 and sign == "\n":
            pieces[at] = " "
    for label in LABEL.finditer(text):
        if chance.random() < 2 * rate:
            for at in range(*label.span()):
                pieces[at] = ""
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return "".join(pieces), offsets


def moved(span: Sequence[int], offsets: list[int]) -> Span:
    """A span of the text as a span of its copy."""
    return offsets[span[0]], offsets[span[1]]


def damaged_letters(words: str, chance: random.Random) -> str:
    """Folded words with one letter of five lost, changed or doubled."""
    said = []
    for sign in words:
        dice = chance.random()
        if dice < 0.06:
            continue
        said.append(chance.choice("abcdeghiklmnopqrstuvxy  ") if dice < 0.16 else sign)
        if 0.16 <= dice < 0.2:
            said.append(chance.choice("itlj "))
    return "".join(said)

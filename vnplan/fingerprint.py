"""By what a duty is known again, however its lines are broken and wherever it stands."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from vnplan.records import DiffItem, DutyKind
from vnplan.views import lowered, normalize, plain_signs

LENGTH = 12  # hexadecimal digits: by chance two of a million duties would meet every 560 times


def letters_and_digits(words: str) -> str:
    """What is left of the words without blanks and signs: lower case, NFC, one tone style."""
    return lowered("".join(filter(str.isalnum, plain_signs(normalize(words)))))


def sha256_of(words: str) -> str:
    """The SHA-256 of the letters and digits of a text, in hexadecimal digits.

    Line ends, blanks, signs and the encoding of the file do not matter to it, numbers do.
    """
    return hashlib.sha256(letters_and_digits(words).encode()).hexdigest()


def fingerprint(kind: DutyKind, words: str) -> str:
    """The short name of a duty: of its kind, and of its words as ``sha256_of`` takes them."""
    said = f"{kind}\n{letters_and_digits(words)}"
    return hashlib.sha256(said.encode()).hexdigest()[:LENGTH]


def with_fingerprints(items: Iterable[DiffItem]) -> tuple[DiffItem, ...]:
    """The items, the parent's each with its fingerprint; the child's own have none.

    No two have the same: where a parent says a duty twice, the second ends in ``#2``.
    """
    seen: Counter[str] = Counter()
    found = []
    for item in items:
        if item.parent is not None:
            name = fingerprint(item.kind, item.parent.text)
            seen[name] += 1
            name = name if seen[name] == 1 else f"{name}#{seen[name]}"
            if name != item.fingerprint:
                item = item.model_copy(update={"fingerprint": name})
        found.append(item)
    return tuple(found)

"""How alike two plans are in what they mean: by vectors of words learnt from law text.

``khen thưởng`` and ``biểu dương`` share no syllable, but stand among the same words. Each word
of a provision is paired with the nearest word of the other (soft alignment), and the means of
their words are compared (SIF); how that was chosen, and what it adds to the likeness of the
wording, is measured in models/README.md. Without the vectors a word is like itself alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from vnplan.trained import load_bytes
from vnplan.views import lowered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

FILE = "vectors.bin"
COMMON = 1e-3  # a word with this share of all words weighs half: the "a" of SIF
OF_MEANS = 1 / 3  # weight of the means beside the alignment
OF_WORDING = 1 / 4  # weight of the wording beside the meaning; a half does as well

OF_NUMBERS = 0.5  # weight of a number: as a value it is compared by itself

NO_WORD = re.compile(r"[^\w\s]+")


class Vectors(NamedTuple):
    """The words known, with their rows and weights; what is rare in law text weighs most."""

    numbers: dict[str, int]
    rows: NDArray[np.int8]  # only their directions count
    weights: Matrix
    longest: int  # syllables


class Meaning:
    """Measures between duties and answers, whose weights both sides and law text teach."""

    def __init__(self, duties: Sequence[str], answers: Sequence[str]) -> None:
        self._vectors = load_vectors()
        self._known: dict[str, tuple[str, ...]] = {}
        self._duties = [self._words(text) for text in duties]
        self._answers = [self._words(text) for text in answers]
        self._weights, self._present = self._weigh()

    def likeness(self) -> Matrix:
        """How alike each duty and each answer are, 0 to 1, to four decimals; symmetric."""
        import numpy as np

        duties, answers, means = self.measures()
        blend: Matrix = (1 - OF_MEANS) * (duties + answers) / 2 + OF_MEANS * means
        return np.round(np.clip(blend, 0.0, 1.0), 4)

    def measures(self) -> tuple[Matrix, Matrix, Matrix]:
        """Three matrices of duties by answers, 0 to 1.

        How much of a duty is answered in an answer (as ``coverage`` has it), how much of an
        answer is asked for by a duty, and how alike the means of their words are.
        """
        import numpy as np

        between = len(self._duties)
        bags = self._duties + self._answers
        columns = {word: column for column, word in enumerate(self._weights)}
        shares = np.zeros((len(bags), len(columns)))
        usual = np.zeros_like(shares)
        for row, bag in enumerate(bags):
            at = [columns[word] for word in bag]
            shares[row, at] = [self._weights[word] for word in bag]
            usual[row, at] = self._usual(bag)
        shares /= np.maximum(shares.sum(axis=1, keepdims=True), 1e-9)
        covered = shares @ self._present
        means = as_units(usual @ self._units(list(columns)))
        alike = np.maximum(means[:between] @ means[between:].T, 0.0)
        return covered[:between, between:], covered[between:, :between].T, alike

    def coverage(self, parts: Sequence[str], wholes: Sequence[str]) -> Matrix:
        """How much of each part's weight is answered in each whole, 0 to 1, to four decimals.

        A word is answered as far as the nearest word of the whole is like it.
        """
        import numpy as np

        bags = [self._words(whole) for whole in wholes]
        units = [self._units(bag).T for bag in bags]
        found = np.zeros((len(parts), len(wholes)))
        for row, part in enumerate(parts):
            bag = self._words(part)
            weights = np.array([self._weight(word) for word in bag])
            own = self._units(bag)
            for column, (whole, others) in enumerate(zip(bags, units, strict=True)):
                if bag and whole:
                    best = np.maximum((own @ others).max(axis=1), 0.0)
                    best[[word in whole for word in bag]] = 1.0
                    found[row, column] = (weights * best).sum() / weights.sum()
        return np.round(np.clip(found, 0.0, 1.0), 4)

    def _weigh(self) -> tuple[dict[str, float], Matrix]:
        """The weight of each word of both sides, and how far it is in each text.

        A word is rare here if few texts have anything like it.
        """
        import numpy as np

        bags = self._duties + self._answers
        words = sorted({word for bag in bags for word in bag})
        columns = {word: column for column, word in enumerate(words)}
        units = self._units(words)
        alike = np.maximum(units @ units.T, 0.0)
        np.fill_diagonal(alike, 1.0)
        present = np.zeros((len(words), len(bags)))
        for column, bag in enumerate(bags):
            if bag:
                present[:, column] = alike[[columns[word] for word in bag]].max(axis=0)
        self._texts = len(bags)
        weights = self._rarity(present.sum(axis=1)) * self._usual(words)
        return dict(zip(words, weights.tolist(), strict=True)), present

    def _rarity(self, seen: Matrix) -> Matrix:
        import numpy as np

        return 1.0 - np.log((seen + 0.5) / (self._texts + 1))

    def _weight(self, word: str) -> float:
        """The weight of a word, of one that neither side has as if one text had it."""
        import numpy as np

        known = self._weights.get(word)
        if known is not None:
            return known
        return float((self._rarity(np.ones(1)) * self._usual([word]))[0])

    def _usual(self, words: Iterable[str]) -> Matrix:
        """The weights of words in any text, 1 for those unknown that are no numbers."""
        import numpy as np

        numbers, weights = self._vectors.numbers, self._vectors.weights
        return np.array(
            [
                weights[numbers[word]]
                if word in numbers
                else OF_NUMBERS
                if any(map(str.isdecimal, word))
                else 1.0
                for word in words
            ]
        )

    def _units(self, words: Sequence[str]) -> Matrix:
        """The vectors of words, of length 1, or 0 for those unknown."""
        import numpy as np

        numbers, rows = self._vectors.numbers, self._vectors.rows
        units = np.zeros((len(words), rows.shape[1]))
        at = [place for place, word in enumerate(words) if word in numbers]
        units[at] = rows[[numbers[words[place]] for place in at]]
        return as_units(units)

    def _words(self, text: str) -> tuple[str, ...]:
        words = self._known.get(text)
        if words is None:
            found = words_of(text, self._vectors.numbers, self._vectors.longest)
            words = self._known[text] = tuple(dict.fromkeys(found))
        return words


def blended(meaning: Matrix, wording: Matrix) -> Matrix:
    """The likenesses of meaning and wording as one, 0 to 1, to four decimals."""
    import numpy as np

    blend: Matrix = (1 - OF_WORDING) * meaning + OF_WORDING * wording
    return np.round(blend, 4)


def words_of(text: str, known: Container[str], longest: int) -> list[str]:
    """The words of a text in order: of known words the longest, else a syllable.

    No word reaches over a sign: ``kiểm tra, giám sát`` are two.
    """
    words = []
    for piece in NO_WORD.split(lowered(text)):
        syllables = piece.split()
        at = 0
        while at < len(syllables):
            for end in range(min(at + longest, len(syllables)), at, -1):
                word = " ".join(syllables[at:end])
                if end == at + 1 or word in known:
                    words.append(word)
                    at = end
                    break
    return words


@cache
def load_vectors() -> Vectors:
    """The vectors as ``models/train_vectors.py`` wrote them; none where they are not installed."""
    import numpy as np

    data = load_bytes(FILE)
    if data is None:
        return Vectors({}, np.zeros((0, 1), dtype=np.int8), np.zeros(0), 1)
    head = json.loads(data[: data.index(b"\n")])
    start = data.index(b"\n") + 1
    words = data[start : start + head["letters"]].decode("utf-8").split("\n")
    start += head["letters"]
    times = np.frombuffer(data, dtype="<u4", count=len(words), offset=start)
    rows = np.frombuffer(data, dtype=np.int8, offset=start + times.nbytes)
    return Vectors(
        dict(zip(words, range(len(words)), strict=True)),
        rows.reshape(len(words), head["dimensions"]),
        COMMON / (COMMON + times / times.sum(dtype=np.int64)),
        head["longest"],
    )


def as_units(rows: Matrix) -> Matrix:
    """The rows at length 1; rows of nothing stay."""
    import numpy as np

    units: Matrix = rows / np.maximum(np.sqrt((rows * rows).sum(axis=1, keepdims=True)), 1e-9)
    return units

"""How alike two plans are in what they mean: by vectors of words learnt from law text.

``khen thưởng`` and ``biểu dương`` share no syllable, but stand among the same words. Each word
of a provision is paired with the nearest word of the other (soft alignment), and the means of
their words are compared (SIF); how that was chosen, and what it adds to the likeness of the
wording, is measured in models/README.md. Without the vectors a word is like itself alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from vnplan.trained import load_bytes
from vnplan.views import lowered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Floats = NDArray[Any]  # of any precision

FILE = "vectors.bin"
COMMON = 1e-3  # a word with this share of all words weighs half: the "a" of SIF
OF_MEANS = 1 / 5  # weight of the means beside the alignment
OF_WORDING = 1 / 3  # weight of the wording beside the meaning
LEAST_LONGER = -0.3  # an answer of three quarters of the words or fewer may be to a part
NOTHING = 1e-9  # below any length or weight

NO_WORD = re.compile(r"[^\w\s]+")


class Vectors(NamedTuple):
    """The words known, with their rows and weights; what is rare in law text weighs most."""

    numbers: dict[str, int]
    rows: NDArray[np.int8]  # only their directions count
    weights: Floats
    longest: int  # syllables


class Measures(NamedTuple):
    """Matrices of duties by answers, 0 to 1 but for the last."""

    answered: Matrix  # of a duty's weight, each word as far as the nearest word is like it
    returned: Matrix  # of an answer's weight, likewise
    means: Matrix  # how alike the means of their words are
    rest: Matrix  # how alike the mean of the duty's words that the answer lacks is to the answer's
    longer: Matrix  # the logarithm of how many times as many words the answer has


class Meaning:
    """Measures between duties and answers, whose weights both sides and law text teach.

    In each text a word counts once.
    """

    def __init__(self, duties: Sequence[str], answers: Sequence[str]) -> None:
        import numpy as np

        self._vectors = load_vectors()
        self._known: dict[str, tuple[str, ...]] = {}
        bags = [self._words(text) for text in (*duties, *answers)]
        words = sorted({word for bag in bags for word in bag})
        self._columns = {word: column for column, word in enumerate(words)}
        self._bags = [np.array([self._columns[word] for word in bag], dtype=int) for bag in bags]
        self._between = len(duties)
        self._units = self._units_of(words)
        self._usual = self._usual_of(words)
        self._present = self._presence()
        self._weights = self._usual * self._rarity(self._present.sum(axis=1, dtype=np.float64))

    def likeness(self) -> Matrix:
        """How alike each duty and each answer are, 0 to 1, to four decimals; symmetric."""
        return combined(*self.measures()[:3])

    def measures(self) -> Measures:
        """How each duty and each answer are alike."""
        import numpy as np

        shares = np.zeros((len(self._bags), len(self._columns)), dtype=np.float32)
        said = np.zeros_like(shares)
        for row, bag in enumerate(self._bags):
            shares[row, bag] = self._weights[bag] / max(self._weights[bag].sum(), NOTHING)
            said[row, bag] = 1.0
        covered = (shares @ self._present).astype(np.float64)
        weighted = (self._usual[:, None] * self._units).astype(np.float32)
        middles = as_units(said @ weighted)
        end = self._between
        told = (middles * middles).sum(axis=1) > 0  # a text of unknown words alone has no mean
        alike = np.maximum(middles[:end] @ middles[end:].T, 0.0).astype(np.float64)
        duties, answers = covered[:end, end:], covered[end:, :end].T
        rest = np.ones_like(alike)
        near = middles[end:] @ weighted.T
        for row, bag in enumerate(self._bags[:end]):
            lacking = 1.0 - said[end:, bag]
            length = np.sqrt(((lacking @ (weighted[bag] @ weighted[bag].T)) * lacking).sum(axis=1))
            share = (lacking * near[:, bag]).sum(axis=1) / np.maximum(length, NOTHING)
            rest[row] = np.where(lacking.any(axis=1), share.clip(0.0, 1.0), 1.0)
        known = told[:end, None] & told[end:]
        means = np.where(known, alike, (duties + answers) / 2)
        words = np.log1p(said.sum(axis=1, dtype=np.float64))
        longer = np.maximum(words[end:] - words[:end, None], LEAST_LONGER)
        return Measures(duties, answers, means, rest, longer)

    def _presence(self) -> Floats:
        """How far each word is in each text: as far as the nearest word there is like it."""
        import numpy as np

        alike = np.maximum(self._units @ self._units.T, 0.0)
        alike *= np.sqrt(alike)  # what is a little alike is mostly so by chance
        np.fill_diagonal(alike, 1.0)
        present = np.zeros((len(self._bags), len(alike)), dtype=np.float32)
        for row, bag in enumerate(self._bags):
            if len(bag):
                alike.take(bag, axis=0).max(axis=0, out=present[row])
        return present.T

    def _rarity(self, seen: Matrix) -> Matrix:
        """The weights of words that so many texts have, or something like them."""
        import numpy as np

        rarity: Matrix = 1.0 - np.log((seen + 0.5) / (len(self._bags) + 1))
        return rarity

    def _usual_of(self, words: Iterable[str]) -> Matrix:
        """The weights of words in any text, 1 for those unknown."""
        import numpy as np

        numbers, weights = self._vectors.numbers, self._vectors.weights
        return np.array([weights[numbers[word]] if word in numbers else 1.0 for word in words])

    def _units_of(self, words: Sequence[str]) -> Floats:
        """The vectors of words, of length 1, or 0 for those unknown."""
        import numpy as np

        numbers, rows = self._vectors.numbers, self._vectors.rows
        units = np.zeros((len(words), rows.shape[1]), dtype=np.float32)
        at = [place for place, word in enumerate(words) if word in numbers]
        units[at] = as_units(rows[[numbers[words[place]] for place in at]].astype(np.float32))
        return units

    def _words(self, text: str) -> tuple[str, ...]:
        words = self._known.get(text)
        if words is None:
            found = words_of(text, self._vectors)
            words = self._known[text] = tuple(dict.fromkeys(found))
        return words


def combined(answered: Matrix, returned: Matrix, means: Matrix) -> Matrix:
    """The likeness by the measures of ``Meaning``, 0 to 1, to four decimals."""
    blend: Matrix = (1 - OF_MEANS) * (answered + returned) / 2 + OF_MEANS * means
    return blend.clip(0.0, 1.0).round(4)


def blended(meaning: Matrix, wording: Matrix) -> Matrix:
    """The likenesses of meaning and wording as one, 0 to 1, to four decimals."""
    blend: Matrix = (1 - OF_WORDING) * meaning + OF_WORDING * wording
    return blend.round(4)


def words_of(text: str, vectors: Vectors) -> list[str]:
    """The words of a text in order: of known words the longest, else a syllable.

    No word reaches over a sign: ``kiểm tra, giám sát`` are two.
    """
    known, longest = vectors.numbers, vectors.longest
    words = []
    for piece in NO_WORD.split(lowered(text)):
        syllables = piece.split()
        at = 0
        while at < len(syllables):
            word = longer = syllables[at]
            end = at = at + 1
            for syllable in syllables[at : at + longest - 1]:
                longer = f"{longer} {syllable}"
                end += 1
                if longer in known:
                    word, at = longer, end
            words.append(word)
    return words


@cache
def load_vectors() -> Vectors:
    """The vectors as ``models/train_vectors.py`` wrote them; none where they are not installed."""
    import numpy as np

    data = load_bytes(FILE)
    if data is None:
        return Vectors({}, np.zeros((0, 1), dtype=np.int8), np.zeros(0), 1)
    start = data.index(b"\n") + 1
    head = json.loads(data[:start])
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


def as_units(rows: Floats) -> Floats:
    """The rows at length 1; rows of nothing stay."""
    import numpy as np

    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    units: Floats = rows / np.maximum(lengths, NOTHING)
    return units

"""How alike the words of two plans are, learnt from the two plans alone: TF-IDF.

Syllables and pairs of neighbours carry the likeness. What the literature adds was measured
(models/README.md) and left out: character n-grams tell answers no better from what is none and
cost three times as much, and latent semantic analysis makes plans that have nothing to do with
each other look alike.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from vnplan.lexicon.quantities import MONTH, YEAR
from vnplan.patterns import any_of, pattern
from vnplan.views import lowered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

DAY_WEIGHT = 3  # a day is worth some syllables; 2 to 5 make no difference

WORD = pattern(r"\w+|%")

# 31 tháng 10 năm 2024 and 31/10/2024 are one word, which shares nothing with 30/10/2024
# not: 9001:2015    12/KH-UBND
DAY = pattern(
    rf"""
    \b(?P<day>\d{{1,2}}) (?:\s{any_of((MONTH,))}\s|/) (?P<month>\d{{1,2}})
    (?: (?:\s{any_of((YEAR,))}\s|/) (?P<year>\d{{4}}) )?\b
    """,
    re.VERBOSE,
)


class Likeness:
    """Measures between duties and answers, whose weights both sides teach."""

    def __init__(self, duties: Sequence[str], answers: Sequence[str]) -> None:
        self._known: dict[str, Counter[str]] = {}
        self._sides = [[self._bag(text) for text in texts] for texts in (duties, answers)]
        count = len(duties) + len(answers)
        seen = Counter(feature for side in self._sides for bag in side for feature in bag)
        self._weights = {f: math.log((1 + count) / (1 + times)) + 1 for f, times in seen.items()}
        self._rarest = math.log((1 + count) / 2) + 1

    def cosines(self) -> Matrix:
        """How alike each duty and each answer are, 0 to 1, to four decimals."""
        import numpy as np

        one, two = ({feature for bag in side for feature in bag} for side in self._sides)
        columns = {feature: at for at, feature in enumerate(sorted(one & two))}
        weights = self._weights
        sides = []
        for side in self._sides:
            rows = np.zeros((len(side), len(columns)), dtype=np.float32)
            for row, bag in zip(rows, side, strict=True):
                weighted = {
                    feature: weights[feature] * (1 + math.log(times) if times > 1 else 1)
                    for feature, times in bag.items()
                }
                length = math.sqrt(sum(value * value for value in weighted.values()))
                shared = [feature for feature in weighted if feature in columns]
                row[[columns[feature] for feature in shared]] = [
                    weighted[feature] / length for feature in shared
                ]
            sides.append(rows)
        cosines: Matrix = (sides[0] @ sides[1].T).astype(np.float64)
        return cosines.round(4)

    def coverage(self, parts: Sequence[str], wholes: Sequence[str]) -> Matrix:
        """How much of each part's weight stands in each whole too, 0 to 1, to four decimals."""
        import numpy as np

        features = [self._bag(whole) for whole in wholes]
        found = np.zeros((len(parts), len(wholes)))
        for row, part in enumerate(parts):
            weights = {f: self._weights.get(f, self._rarest) ** 2 for f in self._bag(part)}
            total = sum(weights.values()) or 1.0
            for column, whole in enumerate(features):
                found[row, column] = sum(w for f, w in weights.items() if f in whole) / total
        return np.round(found, 4)

    def _bag(self, text: str) -> Counter[str]:
        bag = self._known.get(text)
        if bag is None:
            bag = self._known[text] = _features(text)
        return bag


def _features(text: str) -> Counter[str]:
    """The features of a text with their numbers: syllables, pairs of them, days."""
    low = lowered(text)
    days = [_as_day(match.groups()) for match in DAY.finditer(low)]
    words = WORD.findall(DAY.sub(" ", low) if days else low)
    bag = Counter(words)
    bag.update(f"{one} {two}" for one, two in pairwise(words))
    for day in days:
        bag[day] += DAY_WEIGHT
    return bag


def _as_day(parts: Iterable[str | None]) -> str:
    return "@" + "-".join(str(int(part)) for part in parts if part)

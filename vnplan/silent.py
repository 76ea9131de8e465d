"""What a section is for where its heading does not say: a guess learned from other plans.

Plain sums over hashed syllables; ``models/train_roles.py`` makes the weights from the same
features and measures what they are worth.
"""

from __future__ import annotations

import math
import re
from array import array
from base64 import b64decode
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter, mul
from zlib import crc32

from vnplan.records import Role, Span
from vnplan.trained import load

ITEMS, SYLLABLES = 12, 6  # more of them told no more
SYLLABLE = re.compile(r"[^\W\d_]+|\d+")
NO_LETTER = re.compile(r"[^a-z]+")
TITLE, WORDS, SHAPE = 1.5, 1.6, 0.4  # how much each family of features weighs
# a heading that is lost says less than the chance that a section is about its own topic
SURE = 0.4
SURE_OF_TOPIC = 0.8  # a heading that can be read and names no role is mostly the content
SURE_OF_ARTICLE = 0.7  # most articles of a decision direct nobody
GUESSED = 40  # the first sections; what has more of them is no plan


def section_features(
    bare: str, title: str, items: Sequence[Span], place: tuple[int, int]
) -> dict[str, float]:
    """Feature -> value of a section, all from the view without diacritics.

    ``items`` are the spans of the paragraphs and headings below it in order, ``place`` its
    index among its siblings and their number. Of the heading's words (``title``, "" where
    there are none) there are the groups of three and four letters, blanks left out: a scan
    makes ``MUCTIEU`` and ``TO altrC THIJ'C HIEN`` of them.
    """
    squeezed = NO_LETTER.sub("", title[:200])[:48]
    letters: list[str] = []
    if squeezed:
        squeezed = f"^{squeezed}$"
        for size in (3, 4):
            letters += [f"t{squeezed[i : i + size]}" for i in range(len(squeezed) - size + 1)]
    words: list[str] = []
    figures = colons = ends = length = 0
    for start, end in items[:ITEMS]:
        stop = min(end, start + 90)
        said = [
            word if word[0] > "9" else "0"
            for word in SYLLABLE.findall(bare, start, stop)[:SYLLABLES]
        ]
        words += [f"{i}:{word}" for i, word in enumerate(said[:2])]
        words += said
        words += [f"{a} {b}" for a, b in pairwise(said)]
        figures += "0" in said
        colons += bare.find(":", start, min(end, start + 60)) >= 0
        ends += bare[end - 1 : end] in (".", ";")
        length += end - start
    found = scaled(Counter(letters), TITLE) | scaled(Counter(words), WORDS)
    index, count = place
    found[f"#first {min(index, 2)}"] = SHAPE
    found[f"#left {min(count - 1 - index, 2)}"] = SHAPE
    listed = min(len(items), ITEMS)
    found[f"#items {listed.bit_length()}"] = SHAPE
    if listed:
        found[f"#length {max(length // listed, 8).bit_length()}"] = SHAPE
        found["#figures"] = SHAPE * figures / listed
        found["#colons"] = SHAPE * colons / listed
        found["#ends"] = SHAPE * ends / listed
    return found


def scaled(values: Mapping[str, int], length: float) -> dict[str, float]:
    """The values as a vector of that length."""
    norm = math.sqrt(sum(value * value for value in values.values()))
    return {name: value * length / norm for name, value in values.items()}


def slot(name: str, slots: int) -> int:
    """The row of weights for a feature, a power of two in number."""
    return crc32(name.encode()) & (slots - 1)


@cache
def weights() -> tuple[list[Role], int, float, list[float], list[list[int]]] | None:
    """Roles, number of slots, scale, biases and for each role the weight of each slot."""
    model = load("roles")
    if model is None:
        return None
    roles, rows = model["roles"], array("b", b64decode(model["weights"]))
    columns = [rows[i :: len(roles)].tolist() for i in range(len(roles))]
    return roles, model["slots"], model["scale"], model["biases"], columns


def guess_role(
    bare: str, title: str, items: Sequence[Span], place: tuple[int, int]
) -> tuple[Role, float] | None:
    """The likeliest role of a section and its probability, None without a trained model.

    The arguments are those of ``section_features``.
    """
    model = weights()
    if model is None:
        return None
    roles, slots, scale, biases, columns = model
    features = section_features(bare, title, items, place)
    values, chosen = features.values(), itemgetter(*[slot(name, slots) for name in features])
    sums = [
        bias + scale * sum(map(mul, values, chosen(column)))
        for bias, column in zip(biases, columns, strict=True)
    ]
    best = max(range(len(roles)), key=sums.__getitem__)
    return roles[best], 1.0 / sum(math.exp(total - sums[best]) for total in sums)

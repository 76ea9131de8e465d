"""The vectors of words: ``python models/train_vectors.py`` writes vectors.bin and its card.

Words that stand among the same words mean much the same. Vietnamese law text is read once;
syllables that keep each other's company become one word (``tuyên truyền``), the neighbours of
each word are counted, and what stands together more often than by chance (positive pointwise
mutual information) is pressed into few dimensions by a singular value decomposition. No
sentence that likeness is measured on is seen.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import scipy.sparse
from cards import FOLDER, as_table, write_card
from documents import CORPORA

from vnplan.compare.vectors import FILE, NO_WORD, as_units
from vnplan.views import lowered, normalize

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ids = NDArray[np.int32]
    Rows = NDArray[np.float64]

SEED = 20251121
TEXT = CORPORA / "background" / "law-vi.txt.xz"

BREAK = -1  # a sign or a number: no word reaches over it, a window does
END = -2  # of a line


class Settings(NamedTuple):
    """What the making depends on; a small sample has its own.

    Twice or half of each was tried: it moves the figures of the likeness by a hundredth
    or two, one up and another down, which is less than so few examples can tell.
    """

    together: tuple[float, ...] = (0.3, 0.5)  # normalised mutual information, pass by pass
    least_pair: int = 20  # times that two words must meet to be one
    least_word: int = 10  # times that a word must be said
    window: int = 15  # words on either side: what matters is the matter, less the grammar
    smooth: float = 0.75  # power of a neighbour's frequency: rare neighbours prove less
    dimensions: int = 160
    weighting: float = 0.5  # power of the singular values
    common: int = 2  # first components, which all words share, taken off


class Words(NamedTuple):
    """A text as numbers of words; ``BREAK`` and ``END`` stand between them."""

    names: list[str]
    ids: Ids


class Made(NamedTuple):
    """Words, the most frequent first, how often each was said, and the vectors as bytes."""

    names: list[str]
    times: NDArray[np.int64]
    rows: NDArray[np.int8]


# ---------------------------------------------------------------- words


def as_syllables(lines: Iterable[str]) -> Words:
    """The syllables of the lines, each line once."""
    numbers: dict[str, int] = {}
    chunks: list[Ids] = []
    seen: set[bytes] = set()
    for line in lines:
        mark = hashlib.blake2b(line.encode("utf-8", "replace"), digest_size=8).digest()
        if mark in seen:
            continue
        seen.add(mark)
        row: list[int] = []
        for piece in NO_WORD.split(line):
            row += [numbers.setdefault(one, len(numbers)) for one in piece.split()]
            row.append(BREAK)
        row[-1:] = [BREAK, END]
        chunks.append(np.array(row, dtype=np.int32))
    names = list(numbers)
    ids = np.concatenate(chunks)
    spelt = np.array([name.isalpha() for name in names] + [False, True])  # for END, BREAK
    ids[~spelt[ids] & (ids >= 0)] = BREAK
    return Words(names, ids)


def joined(words: Words, together: float, least: int) -> Words:
    """The text with neighbours that keep each other's company as one word.

    Of words that would join on either side the pair that keeps together most goes first.
    """
    names, ids = words
    size = len(names)
    inside = (ids[:-1] >= 0) & (ids[1:] >= 0)
    meeting = np.where(inside, ids[:-1].astype(np.int64) * size + ids[1:], -1)
    pairs, times = np.unique(meeting[inside], return_counts=True)
    said = np.bincount(ids[ids >= 0], minlength=size)
    pairs, times = pairs[times >= least], times[times >= least]
    if not len(pairs):
        return words
    chance = np.log(times * said.sum() / said[pairs // size] / said[pairs % size])
    company = chance / -np.log(times / inside.sum())
    pairs, company = pairs[company >= together], company[company >= together]
    if not len(pairs):
        return words
    at = np.minimum(np.searchsorted(pairs, meeting), len(pairs) - 1)
    score = np.where(pairs[at] == meeting, company[at], 0.0)
    chosen = np.zeros(len(ids), dtype=bool)
    while score.any():
        before, after = np.append(0.0, score[:-1]), np.append(score[1:], 0.0)
        best = (score > before) & (score >= after)
        chosen[:-1] |= best
        score[best] = 0.0
        score[1:][best[:-1]] = 0.0
        score[:-1][best[1:]] = 0.0
    first = np.flatnonzero(chosen)
    found = ids.copy()
    found[first] = size + at[first]
    kept = np.ones(len(ids), dtype=bool)
    kept[first + 1] = False
    new = [f"{names[pair // size]} {names[pair % size]}" for pair in pairs.tolist()]
    return Words(names + new, found[kept])


# ---------------------------------------------------------------- vectors


def neighbours(ids: Ids, size: int, window: int) -> scipy.sparse.csr_matrix:
    """How often words stand within a window of one another, the nearer the more.

    ``ids`` has words of the vocabulary, -1 for others and ``END`` after each line.
    """
    line = np.cumsum(ids == END)[ids != END]
    told = ids[ids != END].astype(np.int64)
    counts = scipy.sparse.csr_matrix((size, size))
    for apart in range(1, window + 1):
        one, two = told[:-apart], told[apart:]
        near = (line[:-apart] == line[apart:]) & (one >= 0) & (two >= 0)
        pairs, times = np.unique(one[near] * size + two[near], return_counts=True)
        nearness = (window - apart + 1) / window
        places = (pairs // size, pairs % size)
        counts += scipy.sparse.csr_matrix((times * nearness, places), shape=(size, size))
    return counts + counts.T


def surprise(counts: scipy.sparse.csr_matrix, smooth: float) -> scipy.sparse.csr_matrix:
    """Positive pointwise mutual information of words and their neighbours."""
    table = counts.tocoo()
    said = np.asarray(counts.sum(axis=1)).ravel()
    usual = said**smooth / (said**smooth).sum()
    values = np.log(table.data / said[table.row] / usual[table.col])
    over = values > 0
    places = (table.row[over], table.col[over])
    return scipy.sparse.csr_matrix((values[over].astype(np.float32), places), table.shape)


def without_common(rows: Rows, components: int) -> Rows:
    """The rows less their mean and the first directions in which they differ, at length 1."""
    apart = as_units(rows)
    apart = apart - apart.mean(axis=0)
    _, directions = np.linalg.eigh(apart.T @ apart)
    first = directions[:, apart.shape[1] - components :]
    return as_units(apart - apart @ first @ first.T)


def make(lines: Iterable[str], settings: Settings) -> Made:
    """The vectors of the words of some lines, which are normalised and in lower case."""
    from sklearn.utils.extmath import randomized_svd
    from threadpoolctl import threadpool_limits

    words = as_syllables(lines)
    for together in settings.together:
        words = joined(words, together, settings.least_pair)
    times = np.bincount(words.ids[words.ids >= 0], minlength=len(words.names))
    order = np.argsort(-times, kind="stable")
    order = order[times[order] >= settings.least_word]
    places = np.full(len(words.names) + 2, -1)  # of END and BREAK too, from the end
    places[order] = np.arange(len(order))
    places[END] = END
    told = places[words.ids[words.ids != BREAK]]
    counts = neighbours(told, len(order), settings.window)
    with threadpool_limits(1):  # sums of threads differ in their last digits
        left, values, _ = randomized_svd(
            surprise(counts, settings.smooth), settings.dimensions, n_iter=4, random_state=SEED
        )
        rows = without_common(left * values**settings.weighting, settings.common)
    bytes_of = np.rint(127 * rows / np.abs(rows).max(axis=1, keepdims=True)).astype(np.int8)
    return Made([words.names[i] for i in order.tolist()], times[order], bytes_of)


# ---------------------------------------------------------------- files


def as_file(made: Made, about: dict[str, Any]) -> bytes:
    """The bytes of the file: a line of JSON, the words, their numbers, their vectors."""
    letters = "\n".join(made.names).encode("utf-8")
    head = about | {
        "words": len(made.names),
        "letters": len(letters),
        "longest": max(len(name.split()) for name in made.names),
        "dimensions": made.rows.shape[1],
    }
    line = json.dumps(head).encode("ascii") + b"\n"
    return line + letters + made.times.astype("<u4").tobytes() + made.rows.tobytes()


def as_read(line: str) -> str:
    """A line as ``words_of`` sees it."""
    return lowered(normalize(line))


def nearest(made: Made, word: str, number: int) -> list[str]:
    """The words nearest to a word."""
    units = as_units(made.rows.astype(np.float64))
    order = np.argsort(-(units @ units[made.names.index(word)]), kind="stable")
    return [made.names[i] for i in order[1 : number + 1].tolist()]


SHOWN = ("tuyên truyền", "khen thưởng", "kinh phí", "kiểm tra", "báo cáo", "phần mềm", "hỏa hoạn")


def main() -> None:
    """Write the vectors and their card."""
    if not TEXT.is_file():
        print(f"{TEXT} is not here: nothing to train on")
        return
    digest = hashlib.sha256(TEXT.read_bytes()).hexdigest()
    with lzma.open(TEXT, "rt", encoding="utf-8") as text:
        made = make(map(as_read, text), Settings())
    path = FOLDER / FILE
    path.write_bytes(as_file(made, {"seed": SEED, "data": digest}))
    rows = [["word", "nearest"]]
    rows += [[word, ", ".join(nearest(made, lowered(word), 7))] for word in SHOWN]
    lines = [
        f"Seed {SEED}, {len(made.names)} words said {made.times.sum()} times, {made.rows.shape[1]}"
        f" dimensions, data SHA-256 `{digest}`, {path.stat().st_size / 1024:.0f} kB.",
        "",
        *as_table(rows),
    ]
    write_card("vectors", lines)


if __name__ == "__main__":
    main()

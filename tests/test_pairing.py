"""Pairs: one to one, as many as can be, and of those ways the heaviest."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.pairing import best_pairs, cheapest, first_pairs

Table = list[list[float]]


def of_table(table: Table) -> list[tuple[int, int]]:
    """The best pairs of the rows and columns of a table of weights."""
    columns = range(len(table[0])) if table else range(0)
    return best_pairs(range(len(table)), columns, lambda i, j: table[i][j])


FIRST = [
    ("aab", "aba", [(0, 0), (1, 2), (2, 1)]),
    ("aa", "a", [(0, 0)]),
    ("a", "aa", [(0, 0)]),
    ("ab", "cd", []),
    ("", "a", []),
]


@pytest.mark.parametrize(("left", "right", "pairs"), FIRST)
def test_each_takes_the_first_that_is_free(
    left: str, right: str, pairs: list[tuple[int, int]]
) -> None:
    assert first_pairs(left, right, str.__eq__) == pairs


BEST: list[tuple[Table, list[tuple[int, int]]]] = [
    # the first takes the second best, so that both have one
    ([[0.9, 0.6], [0.8, 0.0]], [(0, 1), (1, 0)]),
    # two light pairs before a heavy one
    ([[0.1, 2.0], [0.0, 0.1]], [(0, 0), (1, 1)]),
    # of two ways with as many pairs, the heavier
    ([[0.6, 0.7], [0.9, 0.7]], [(0, 1), (1, 0)]),
    # one of a kind on the left, two on the right, and the other way round
    ([[0.5, 0.8]], [(0, 1)]),
    ([[0.5], [0.8]], [(1, 0)]),
    # no weight, no pair
    ([[0.0, 0.0], [0.0, 1.0]], [(1, 1)]),
    ([], []),
]


@pytest.mark.parametrize(("table", "pairs"), BEST)
def test_the_best_pairs(table: Table, pairs: list[tuple[int, int]]) -> None:
    assert of_table(table) == pairs


weights = st.sampled_from([0.0, 0.0, 0.25, 0.5, 1.0, 1.5])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    row = st.lists(weights, min_size=columns, max_size=columns)
    return draw(st.lists(row, min_size=rows, max_size=rows))


def tried(table: Table) -> tuple[int, float]:
    """The most pairs that a table can give and the most weight of so many, all ways tried."""
    rows, columns = len(table), len(table[0])
    if rows > columns:
        return tried([list(column) for column in zip(*table, strict=True)])
    best = (0, 0.0)
    for places in permutations(range(columns), rows):
        found = [w for i, j in enumerate(places) if (w := table[i][j]) > 0]
        best = max(best, (len(found), sum(found)))
    return best


@given(tables())
def test_no_other_way_gives_more(table: Table) -> None:
    pairs = of_table(table)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert pairs == sorted(pairs)
    assert (len(pairs), sum(table[i][j] for i, j in pairs)) == tried(table)


def test_the_cheapest_assignment() -> None:
    assert cheapest([[4.0, 1.0, 3.0], [2.0, 0.0, 5.0], [3.0, 2.0, 2.0]]) == [1, 0, 2]
    assert cheapest([[7.0, 3.0, 5.0]]) == [1]


def test_many_alike_take_no_time() -> None:
    assert len(of_table([[1.0] * 80] * 80)) == 80

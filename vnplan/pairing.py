"""Things of two lists, put into pairs so that each stands in one pair at most.

A pair is two indices, ``(left, right)``; pairs come sorted. The same input gives the same
pairs, also where several answers are equally good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import inf
from typing import TypeVar

Pair = tuple[int, int]
T = TypeVar("T")

# more than all the weights of a group can add up to, so that no pair is given up for weight
PER_PAIR = 1000.0


def first_pairs(left: Sequence[T], right: Sequence[T], same: Callable[[T, T], bool]) -> list[Pair]:
    """Each of the left with the first of the right that is the same and still free."""
    free = list(range(len(right)))
    pairs = []
    for i, one in enumerate(left):
        found = next((j for j in free if same(one, right[j])), None)
        if found is not None:
            free.remove(found)
            pairs.append((i, found))
    return pairs


def best_pairs(left: Sequence[T], right: Sequence[T], weigh: Callable[[T, T], float]) -> list[Pair]:
    """As many pairs as can be made, and of those ways the one with the most weight.

    Weights go up to 2; things that weigh 0 together are never paired.
    """
    weights = {
        (i, j): weight
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (weight := weigh(one, other)) > 0
    }
    return sorted(pair for group in connected(weights) for pair in heaviest(group))


def connected(weights: Mapping[Pair, float]) -> Iterator[dict[Pair, float]]:
    """The weights parted into groups that share no index: most groups are a pair or two."""
    of_left: dict[int, list[Pair]] = {}
    of_right: dict[int, list[Pair]] = {}
    for pair in weights:
        of_left.setdefault(pair[0], []).append(pair)
        of_right.setdefault(pair[1], []).append(pair)
    while of_left:
        group: dict[Pair, float] = {}
        waiting = of_left.pop(next(iter(of_left)))
        while waiting:
            pair = waiting.pop()
            group[pair] = weights[pair]
            waiting += of_left.pop(pair[0], []) + of_right.pop(pair[1], [])
        yield group


def heaviest(weights: Mapping[Pair, float]) -> list[Pair]:
    """The most pairs that share no index, and of those ways the one with the most weight."""
    rows = sorted({i for i, _ in weights})
    columns = sorted({j for _, j in weights})
    if len(rows) > len(columns):
        turned = {(j, i): weight for (i, j), weight in weights.items()}
        return [(i, j) for j, i in heaviest(turned)]
    costs = [
        [-(PER_PAIR + weights[i, j]) if (i, j) in weights else 0.0 for j in columns] for i in rows
    ]
    chosen = zip(rows, (columns[at] for at in cheapest(costs)), strict=True)
    return [pair for pair in chosen if pair in weights]


def cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row in the assignment that costs least; needs rows <= columns.

    The Hungarian method: rows come in one by one, each along the shortest path of exchanges
    by reduced costs, in time rows² × columns.
    """
    width = len(costs[0])
    door = width  # a column beside the others, where a row stands that has just come in
    nobody = -1
    row_at = [nobody] * (width + 1)
    row_price = [0.0] * len(costs)
    column_price = [0.0] * (width + 1)
    for newcomer in range(len(costs)):
        row_at[door] = newcomer
        column = door
        reached: list[int] = []
        unreached = list(range(width))
        distance = [inf] * width
        came_from = [door] * width
        while row_at[column] != nobody:
            reached.append(column)
            row = row_at[column]
            for other in unreached:
                reduced = costs[row][other] - row_price[row] - column_price[other]
                if reduced < distance[other]:
                    distance[other], came_from[other] = reduced, column
            nearest = min(unreached, key=distance.__getitem__)
            step = distance[nearest]
            for other in reached:
                row_price[row_at[other]] += step
                column_price[other] -= step
            for other in unreached:
                distance[other] -= step
            unreached.remove(nearest)
            column = nearest
        while column != door:
            row_at[column] = row_at[came_from[column]]
            column = came_from[column]
    column_of = {row: column for column, row in enumerate(row_at[:width]) if row != nobody}
    return [column_of[row] for row in range(len(costs))]

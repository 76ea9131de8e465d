"""Tables with drawn lines: the cells that the lines make, and the words in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vnplan.readers.pdf_lines import Row, Rule, Word, cell_text

NEAR = 3.0  # points, by which drawn lines may miss one another


class Grid(NamedTuple):
    """Drawn lines that make cells: where columns and rows part, and the place of each cell.

    ``owner`` maps column and row to those of the cell's upper left corner.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: dict[tuple[int, int], tuple[int, int]]

    def holds(self, word: Word) -> bool:
        """Whether a word stands in it."""
        return self.xs[0] < word.middle < self.xs[-1] and self.ys[0] < word.height < self.ys[-1]

    def cell_of(self, word: Word) -> tuple[int, int]:
        """The column and row of the cell that a word stands in."""
        column = sum(1 for x in self.xs[1:-1] if x <= word.middle)
        row = sum(1 for y in self.ys[1:-1] if y <= word.height)
        return self.owner[column, row]


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables whose lines are drawn, from the top down."""
    level = merged([rule for rule in rules if rule.y0 == rule.y1 and rule.x1 - rule.x0 > 2])
    upright = merged([rule for rule in rules if rule.x0 == rule.x1 and rule.y1 - rule.y0 > 2])
    grids = [grid for parts in connected(level, upright) if (grid := as_grid(*parts)) is not None]
    return sorted(grids, key=lambda grid: grid.ys[0])


def merged(rules: list[Rule]) -> list[Rule]:
    """Lines in one another's continuation as one."""
    level = bool(rules) and rules[0].y0 == rules[0].y1
    turned = [rule if level else Rule(rule.y0, rule.x0, rule.y1, rule.x1) for rule in rules]
    turned.sort(key=lambda rule: (round(rule.y0 / 2), rule.x0))
    out: list[Rule] = []
    for rule in turned:
        last = out[-1] if out else None
        if last is not None and abs(last.y0 - rule.y0) <= 2 and rule.x0 <= last.x1 + NEAR:
            out[-1] = Rule(last.x0, last.y0, max(last.x1, rule.x1), last.y0)
        else:
            out.append(rule)
    return out if level else [Rule(rule.y0, rule.x0, rule.y1, rule.x1) for rule in out]


MOST_RULES, MOST_CELLS = 600, 4000  # of one page; more is a drawing


def connected(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines in groups that meet."""
    if len(level) + len(upright) > MOST_RULES:
        return
    waiting = set(range(len(upright)))
    free = set(range(len(level)))
    while waiting:
        ups, levels = {waiting.pop()}, set[int]()
        fresh = list(ups)
        while fresh:
            v = upright[fresh.pop()]
            for h in [h for h in free if meet(level[h], v)]:
                free.discard(h)
                levels.add(h)
                more = {u for u in waiting if meet(level[h], upright[u])}
                waiting -= more
                ups |= more
                fresh += more
        yield [level[h] for h in levels], [upright[v] for v in ups]


def meet(level: Rule, upright: Rule) -> bool:
    """Whether two lines touch or cross."""
    return (
        level.x0 - NEAR <= upright.x0 <= level.x1 + NEAR
        and upright.y0 - NEAR <= level.y0 <= upright.y1 + NEAR
    )


def as_grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    """The cells that lines make, None where there are not two columns."""
    xs = places([rule.x0 for rule in upright])
    ys = places([rule.y0 for rule in level])
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > MOST_CELLS:
        return None
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            middle_x = (xs[column] + xs[column + 1]) / 2
            middle_y = (ys[row] + ys[row + 1]) / 2
            own = (column, row)
            if column and not any(
                abs(v.x0 - xs[column]) <= NEAR and v.y0 <= middle_y <= v.y1 for v in upright
            ):
                own = owner[column - 1, row]
            elif row and not any(
                abs(h.y0 - ys[row]) <= NEAR and h.x0 <= middle_x <= h.x1 for h in level
            ):
                own = owner[column, row - 1]
            owner[column, row] = own
    return Grid(tuple(xs), tuple(ys), owner)


def places(values: list[float]) -> list[float]:
    """The places in order, those near one another as one."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > NEAR:
            out.append(value)
    return out


def rows_of_grid(grid: Grid, words: list[Word], block: int) -> Iterator[Row]:
    """The rows of a table with their cells' words; rows without words are left out."""
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        cells.setdefault(grid.cell_of(word), []).append(word)
    columns = sorted({column for column, _ in grid.owner.values()})
    for row in range(len(grid.ys) - 1):
        texts = tuple(cell_text(cells.get((column, row), [])) for column in columns)
        if any(texts):
            edges = tuple(grid.xs[column] for column in columns)
            yield Row(texts, edges, grid.ys[row], block)

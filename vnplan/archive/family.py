"""Who carries out whom in an archive, and the tree of one plan.

``resolve`` writes the ties into the index: a plan carries out another where it cites it among its
grounds and the other stands above it. What nobody can decide is no tie, but is kept as undecided.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from vnplan.archive import copies
from vnplan.archive.citing import Cited, Shelf, Tie, day_of, is_said_before
from vnplan.archive.copies import PLANS, title_key
from vnplan.archive.index import NAME
from vnplan.archive.names import RANKS, likeness, read_name
from vnplan.archive.search import open_index
from vnplan.errors import ArchiveError
from vnplan.lexicon.documents import TO_CARRY_OUT
from vnplan.lexicon.duties import DECISION, PLAN
from vnplan.records import CopyKind, Descendant, Family, FiledPlan, PlanCopy, Relative, Undecided
from vnplan.views import number_key

if TYPE_CHECKING:
    import sqlite3

    Opened = sqlite3.Connection | str | os.PathLike[str]

MOST_ASKED = 500  # plans in one question to the index

TABLES = (
    "DROP TABLE IF EXISTS carries",
    "DROP TABLE IF EXISTS undecided",
    "DROP TABLE IF EXISTS called",
    "CREATE TABLE carries (child INT, parent INT, certainty REAL, direct INT)",
    "CREATE TABLE undecided (child INT, candidate INT, certainty REAL)",
    "CREATE TABLE called (plan INT, number TEXT, number_key TEXT)",  # by its decision's number
)
KEYS = (
    "CREATE INDEX carries_child ON carries (child)",
    "CREATE INDEX carries_parent ON carries (parent)",
    "CREATE INDEX undecided_child ON undecided (child)",
    "CREATE INDEX undecided_candidate ON undecided (candidate)",
    "CREATE INDEX called_key ON called (number_key)",
)


# ---------------------------------------------------------------- the ties of an archive


def resolve(db: sqlite3.Connection) -> int:
    """Writes who carries out whom, copies counted as one plan; how many ties there are.

    Clusters the copies first where nobody did.
    """
    if not has_table(db, "copies"):
        copies.cluster(db)
    node: dict[int, int] = dict(db.execute("SELECT plan, cluster FROM copies"))
    shelf = Shelf(db, node)
    ties, undecided = find_ties(db, shelf, node)
    direct = nearest(ties)
    rows = ((c, t.parent, t.certainty, (c, t.parent) in direct) for c in ties for t in ties[c])
    told = ((child, *tie) for child in undecided for tie in undecided[child])
    with copies.writing(db):
        for statement in TABLES:
            db.execute(statement)
        db.executemany("INSERT INTO carries VALUES (?, ?, ?, ?)", rows)
        db.executemany("INSERT INTO undecided VALUES (?, ?, ?)", told)
        db.executemany("INSERT INTO called VALUES (?, ?, ?)", shelf.called)
        for statement in KEYS:
            db.execute(statement)
    return sum(map(len, ties.values()))


def has_table(db: sqlite3.Connection, name: str) -> bool:
    """Whether a database has a table."""
    found = db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
    return found.fetchone() is not None


Found = dict[int, dict[int, float]]  # of a file the plans that it carries out, and how surely


def find_ties(
    db: sqlite3.Connection, shelf: Shelf, node: dict[int, int]
) -> tuple[dict[int, list[Tie]], dict[int, list[Tie]]]:
    """Of each plan those that it carries out, and those of which nobody can tell."""
    sure: Found = {}
    maybe: Found = {}
    elsewhere: defaultdict[int, list[tuple[int, Cited, str]]] = defaultdict(list)
    for plan, number, cited, ground in read_citations(db):
        child = shelf.plans.get(node.get(plan, plan))
        if child is None:
            continue
        if ground:
            taken, open_ = shelf.meant(cited, child, plan)
            add(sure, plan, taken)
            add(maybe, plan, open_)
        elif cited.number in shelf.by_number:
            elsewhere[child.id].append((plan, cited, number))
    tied = {node.get(plan, plan) for plan in sure}
    for id in sorted(elsewhere.keys() - tied):
        for plan, cited, number in elsewhere[id]:
            if is_said_before(shelf.words(plan), number, TO_CARRY_OUT):
                add(sure, plan, shelf.meant(cited, shelf.plans[id], plan)[0])
    ties, undecided = of_clusters(sure, node), of_clusters(maybe, node)
    for child_id, some in undecided.items():
        known = {tie.parent for tie in ties.get(child_id, ())}
        undecided[child_id] = [tie for tie in some if tie.parent not in known]
    return ties, undecided


def add(found: Found, plan: int, ties: list[Tie]) -> None:
    """Puts down what a file carries out; of two ties to one plan the surer."""
    for tie in ties:
        mine = found.setdefault(plan, {})
        mine[tie.parent] = max(mine.get(tie.parent, 0.0), tie.certainty)


def of_clusters(found: dict[int, dict[int, float]], node: dict[int, int]) -> dict[int, list[Tie]]:
    """The ties of the originals, else those of the first copy that has any.

    An original that is a damaged scan may cite nobody that can be told.
    """
    ties: dict[int, list[Tie]] = {}
    for plan in sorted(found, key=lambda plan: (plan != node.get(plan, plan), plan)):
        own = [Tie(parent, sure) for parent, sure in sorted(found[plan].items())]
        ties.setdefault(node.get(plan, plan), own)
    return dict(sorted(ties.items()))


def read_citations(db: sqlite3.Connection) -> Iterator[tuple[int, str, Cited, bool]]:
    """The citations that may be of plans: by whom, the number, what they tell, whether a ground."""
    columns = "plan, type, number, date, issuer, title, relation, basis"
    for plan, type, number, date, issuer, title, relation, basis in db.execute(
        f"SELECT {columns} FROM citations ORDER BY plan, rowid"
    ):
        if number is None and type not in (PLAN, DECISION):
            continue
        key = number_key(number)
        cited = Cited(type or "", key, day_of(date), issuer or "", title_key(title))
        yield plan, number or "", cited, bool(basis) or relation in TO_CARRY_OUT


def nearest(ties: dict[int, list[Tie]]) -> set[tuple[int, int]]:
    """The ties that do not also lead over a plan between: child and parent."""
    direct: set[tuple[int, int]] = set()
    for child, parents in ties.items():
        over = {tie.parent: ancestors(tie.parent, ties) for tie in parents}
        for tie in parents:
            between = any(
                tie.parent in over[other] and other not in over[tie.parent]
                for other in over
                if other != tie.parent
            )
            if not between:
                direct.add((child, tie.parent))
    return direct


def ancestors(plan: int, ties: dict[int, list[Tie]]) -> set[int]:
    """All plans that one carries out, over any number of steps."""
    found: set[int] = set()
    waiting = [plan]
    while waiting:
        for tie in ties.get(waiting.pop(), ()):
            if tie.parent not in found:
                found.add(tie.parent)
                waiting.append(tie.parent)
    return found


# ---------------------------------------------------------------- the tree of a plan


class Child(NamedTuple):
    """A tie downwards."""

    plan: int
    certainty: float


def family(
    where: Opened,
    number: str,
    *,
    issuer: str | None = None,
    year: int | None = None,
) -> Family:
    """Whom the plan of a number carries out, and who carries it out, level by level.

    ``where`` is an archive that has its index, that index, or the open database. Marks, blanks and
    leading zeros of the number do not matter. Raises ``ArchiveError``, also where no plan has the
    number (``number_unknown``) or several do (``number_several``; ``find_plans`` tells which).
    """
    with opened(where) as db:
        root = the_one(db, where, number, issuer, year)
        down: dict[int, list[Child]] = {}
        for level in levels(db, root, "parent", "child"):
            down |= children_of(db, level)
        up = steps_above(db, root)
        ids: set[int] = {
            root,
            *up,
            *down,
            *(child.plan for some in down.values() for child in some),
        }
        undecided = undecided_of(db, ids - set(up))
        ids.update(child for child, _, _ in undecided)
        ids.update(candidate for _, candidate, _ in undecided)
        plans = filed(db, ids)
        return Family(
            plan=plans[root],
            ancestors=tuple(
                Relative(plan=plans[plan], steps=steps, certainty=sure)
                for plan, (steps, sure) in up.items()
            ),
            children=tree(root, down, plans),
            undecided=told_undecided(undecided, plans),
        )


@contextmanager
def opened(where: Opened) -> Iterator[sqlite3.Connection]:
    """The index of an archive, to be read; raises ``ArchiveError`` where there is none."""
    import sqlite3

    if isinstance(where, sqlite3.Connection):
        yield where
        return
    with closing(open_index(where)) as db:
        yield db


def the_one(
    db: sqlite3.Connection,
    where: Opened,
    number: str,
    issuer: str | None,
    year: int | None,
) -> int:
    """The id of the one plan that has a number; raises ``ArchiveError``."""
    found = numbered(db, number, issuer, year)
    if len(found) != 1:
        place = where if isinstance(where, (str, os.PathLike)) else NAME
        problem = "number_several" if found else "number_unknown"
        raise ArchiveError(place, problem, found=number, count=len(found))
    return found[0]


def find_plans(
    where: Opened,
    number: str,
    *,
    issuer: str | None = None,
    year: int | None = None,
) -> list[FiledPlan]:
    """The plans that have a number, copies counted once; by name of issuer and year if given."""
    with opened(where) as db:
        ids = numbered(db, number, issuer, year)
        plans = filed(db, ids)
        return [plans[id] for id in ids]


def numbered(
    db: sqlite3.Connection, number: str, issuer: str | None, year: int | None
) -> list[int]:
    """The ids of the plans that have a number."""
    key = number_key(number)
    marks = ", ".join("?" * len(PLANS))
    found = db.execute(
        "SELECT DISTINCT coalesce(c.cluster, p.id) FROM plans p LEFT JOIN copies c ON c.plan = p.id"
        f" WHERE p.kind IN ({marks}) AND (p.number_key = ?"
        " OR p.id IN (SELECT plan FROM called WHERE number_key = ?)) ORDER BY 1",
        (*PLANS, key, key),
    )
    ids = [id for (id,) in found]
    about = {id: (issuer_, year_) for id, issuer_, year_ in asked(db, "id, issuer, year", ids)}
    ids = [id for id in ids if year is None or about[id][1] == year]
    if issuer is None:
        return ids
    told = {id: likeness(issuer, about[id][0] or "") for id in ids}
    sought = read_name(issuer).full
    return (
        [id for id in ids if told[id] == "same"]
        or [id for id in ids if told[id] == "partial"]
        or [id for id in ids if f" {sought} " in f" {read_name(about[id][0] or '').full} "]
    )


def asked(db: sqlite3.Connection, columns: str, ids: Collection[int]) -> Iterator[tuple[Any, ...]]:
    """Columns of some plans, in the order of their ids."""
    every = sorted(ids)
    for start in range(0, len(every), MOST_ASKED):
        some = every[start : start + MOST_ASKED]
        marks = ", ".join("?" * len(some))
        yield from db.execute(
            f"SELECT {columns} FROM plans WHERE id IN ({marks}) ORDER BY id", some
        )


def levels(db: sqlite3.Connection, root: int, near: str, far: str) -> Iterator[list[int]]:
    """The plans level by level from one, by direct ties, each but once: cycles end."""
    seen, level = {root}, [root]
    while level:
        yield level
        found: list[int] = []
        for id in level:
            for (other,) in db.execute(
                f"SELECT {far} FROM carries WHERE {near} = ? AND direct ORDER BY {far}", (id,)
            ):
                if other not in seen:
                    seen.add(other)
                    found.append(other)
        level = found


def children_of(db: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Child]]:
    """The plans that carry out each of some themselves."""
    sql = "SELECT child, certainty FROM carries WHERE parent = ? AND direct ORDER BY child"
    return {id: [Child(*row) for row in db.execute(sql, (id,))] for id in ids}


def steps_above(db: sqlite3.Connection, root: int) -> dict[int, tuple[int, float]]:
    """The plans that one carries out: over how many steps, and how sure the last of these is."""
    found: dict[int, tuple[int, float]] = {}
    before: dict[int, float] = {}  # the plans one step higher, each by its surest tie
    for steps, ids in enumerate(levels(db, root, "child", "parent")):
        found |= {id: (steps, before[id]) for id in (ids if steps else ())}
        before = {}
        for id in ids:
            for parent, sure in db.execute(
                "SELECT parent, certainty FROM carries WHERE child = ? AND direct", (id,)
            ):
                before[parent] = max(before.get(parent, 0.0), sure)
    return found


def undecided_of(db: sqlite3.Connection, ids: Collection[int]) -> list[tuple[int, int, float]]:
    """The plans that may carry out some, or that these may: child, candidate, certainty."""
    children: set[int] = set()
    for id in ids:
        for (child,) in db.execute(
            "SELECT child FROM undecided WHERE candidate = ?1 OR child = ?1", (id,)
        ):
            children.add(child)
    sql = (
        "SELECT child, candidate, certainty FROM undecided WHERE child = ?"
        " ORDER BY certainty DESC, candidate"
    )
    return [row for child in sorted(children) for row in db.execute(sql, (child,))]


def told_undecided(
    rows: Iterable[tuple[int, int, float]], plans: dict[int, FiledPlan]
) -> tuple[Undecided, ...]:
    """The same as records."""
    candidates: defaultdict[int, list[Relative]] = defaultdict(list)
    for child, candidate, sure in rows:
        candidates[child].append(Relative(plan=plans[candidate], steps=1, certainty=sure))
    return tuple(
        Undecided(plan=plans[child], candidates=tuple(some)) for child, some in candidates.items()
    )


def filed(db: sqlite3.Connection, ids: Collection[int]) -> dict[int, FiledPlan]:
    """Some originals of the index, with their copies."""
    if not ids:
        return {}
    own = dict(db.execute("SELECT plan, number FROM called ORDER BY plan DESC"))
    others: defaultdict[int, list[PlanCopy]] = defaultdict(list)
    for id in sorted(ids):
        found = db.execute(
            "SELECT p.path, c.kind FROM copies c JOIN plans p ON p.id = c.plan"
            " WHERE c.cluster = ? AND c.plan <> ? ORDER BY p.path",
            (id, id),
        )
        path: str
        kind: CopyKind
        for path, kind in found:
            others[id].append(PlanCopy(path=path, kind=kind))
    plans: dict[int, FiledPlan] = {}
    columns = "id, path, number, serial, date, month, day, title, issuer, level"
    for row in asked(db, columns, ids):
        told = dict(zip(columns.split(", "), row, strict=True))
        id = row[0]
        blank_number = told["number"] is not None and told["serial"] is None and id not in own
        blank_day = told["month"] is not None and told["day"] is None
        plans[id] = FiledPlan(
            number=own.get(id) or told["number"],
            draft=blank_number or blank_day,
            copies=tuple(others[id]),
            **{name: told[name] for name in ("path", "date", "title", "issuer", "level")},
        )
    return plans


def tree(
    root: int, down: dict[int, list[Child]], plans: dict[int, FiledPlan]
) -> tuple[Descendant, ...]:
    """The plans below one; who stands in the tree before has its children there."""
    seen = {root}

    def below(plan: int) -> tuple[Descendant, ...]:
        made: list[Descendant] = []
        mine = sorted(down.get(plan, ()), key=lambda child: order(plans[child.plan]))
        fresh = {child.plan for child in mine} - seen
        seen.update(fresh)
        for child in mine:
            again = child.plan not in fresh
            children = () if again else below(child.plan)
            told = {"plan": plans[child.plan], "certainty": child.certainty, "elsewhere": again}
            made.append(Descendant(children=children, **told))
        return tuple(made)

    return below(root)


DIGITS = re.compile(r"(\d+)")


def order(plan: FiledPlan) -> tuple[object, ...]:
    """By level, then by name: Phường 2 before Phường 10."""
    name = read_name(plan.issuer or "").full
    parts = [int(part) if part.isdecimal() else part for part in DIGITS.split(name)]
    level = RANKS.get(plan.level, len(RANKS))
    return (level, [str(part) if i % 2 == 0 else part for i, part in enumerate(parts)], plan.path)

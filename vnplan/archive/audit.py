"""All plans of an archive that carry out one of them, compared with it; and who has none."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vnplan.archive.family import (
    asked,
    children_of,
    filed,
    levels,
    opened,
    order,
    the_one,
    told_undecided,
    undecided_of,
)
from vnplan.archive.index import NAME
from vnplan.archive.names import likeness, read_name, spelled_alike
from vnplan.archive.shortened import COMMITTEE, readings
from vnplan.archive.store import Store
from vnplan.compare import compare
from vnplan.compare.judge import read_badly
from vnplan.compare.many import as_matrix
from vnplan.compare.units import find_units
from vnplan.errors import ArchiveError
from vnplan.records import (
    Audit,
    AuditedChild,
    FiledPlan,
    MatchedBody,
    Plan,
    PlanDiff,
    UnclearBody,
)
from vnplan.views import folded

if TYPE_CHECKING:
    from vnplan.archive.family import Opened

Tell = Callable[[int, int], None]
COMMITTEE_HEAD = folded(COMMITTEE)


class Below(NamedTuple):
    """A plan below the parent that is read well enough or not, and whose it is."""

    bodies: tuple[str, ...]
    diff: PlanDiff
    unreadable: bool


def audit(
    out: str | os.PathLike[str],
    number: str,
    *,
    issuer: str | None = None,
    year: int | None = None,
    expected: Iterable[str] | None = None,
    everything: bool = False,
    tell: Tell | None = None,
) -> Audit:
    """What the plans that carry out one plan of an archive make of its duties, and who has none.

    ``expected`` names the bodies that should have a plan; where nobody names any, none is said to
    be absent. ``everything`` takes those further below, too. ``tell`` hears after each comparison
    how many are done, of how many. Raises ``ArchiveError`` as ``family`` does.
    """
    with opened(out) as db:
        root = the_one(db, out, number, issuer, year)
        sure: dict[int, float] = {}
        for level in levels(db, root, "parent", "child"):
            for children in children_of(db, level).values():
                sure |= {one.plan: one.certainty for one in children if one.plan != root}
            if not everything:
                break
        known = {root, *sure} if everything else {root}
        open_ = [row for row in undecided_of(db, known) if row[0] not in known]
        others = {id for child, candidate, _ in open_ for id in (child, candidate)}
        plans = filed(db, {root, *sure, *others})
        ids = sorted(sure, key=lambda id: order(plans[id]))
        parts = dict(asked(db, "id, part", [root, *ids]))
    store = store_of(out)
    places = {plans[id].path: parts[id] for id in (root, *ids)}
    found = below(store, plans[root].path, places, tell)
    read = [found[plans[id].path] for id in ids]
    compared = [
        (one.diff, plans[id].draft) for id, one in zip(ids, read, strict=True) if not one.unreadable
    ]
    drafts = {at for at, (_, draft) in enumerate(compared) if draft}
    asked_for = None if expected is None else list(listed(expected))
    names = None if asked_for is None else distinct(asked_for)
    bodies = [one.bodies or (plans[id].issuer or "",) for id, one in zip(ids, read, strict=True)]
    found_names = match_names(names or (), bodies, plans[root].date)
    twice = {name for name in found_names.absent if said_by_place(name, names or ())}
    repeated = [name for name in dict.fromkeys(asked_for or ()) if name not in (names or ())]
    return Audit(
        parent=plans[root],
        children=tuple(
            AuditedChild(plan=plans[id], certainty=sure[id], unreadable=one.unreadable)
            for id, one in zip(ids, read, strict=True)
        ),
        matrix=as_matrix([diff for diff, _ in compared], drafts) if compared else None,
        expected=None if names is None else len(names) - len(twice),
        absent=tuple(name for name in found_names.absent if name not in twice),
        repeated=(*repeated, *(name for name in names or () if name in twice)),
        drafted=only_drafted(found_names, [plans[id] for id in ids]),
        unclear=tuple(
            UnclearBody(name=name, plans=tuple(plans[ids[at]] for at in some))
            for name, some in found_names.unclear
        ),
        matched=tuple(
            MatchedBody(name=name, issuer=body, path=plans[ids[at]].path)
            for name, body, at in found_names.matched
            if not spelled_alike(name, body)
        ),
        undecided=told_undecided(open_, plans),
        failed=count_failed(store),
    )


def store_of(out: Opened) -> Store:
    """The archive in a folder; raises ``ArchiveError`` where it is none."""
    place = os.fspath(out) if isinstance(out, (str, os.PathLike)) else NAME
    store = Store(place)
    store.open()
    return store


def count_failed(store: Store) -> int:
    """How many files of an archive have no record."""
    return sum(
        row["problem"] is not None for part in store.parts() for row in store.rows("files", part)
    )


# ---------------------------------------------------------------- comparing


def below(store: Store, parent: str, places: dict[str, str], tell: Tell | None) -> dict[str, Below]:
    """Each plan by its path, compared with the parent; ``places`` says in which part it stands.

    Of the differences is kept what a matrix shows, so that hundreds fit into memory.
    """
    superior = dict(read_plans(store, {parent: places[parent]})).get(parent)
    if superior is None:
        raise ArchiveError(store.out, "index_old")
    children = {path: part for path, part in places.items() if path != parent}
    found: dict[str, Below] = {}
    for path, plan in read_plans(store, children):
        diff = compare(superior, plan)
        bodies = plan.issuing_bodies or ((plan.issuing_body,) if plan.issuing_body else ())
        unreadable = read_badly(plan, find_units(plan))
        found[path] = Below(tuple(body.name for body in bodies), bare(diff), unreadable)
        if tell is not None:
            tell(len(found), len(children))
    if len(found) < len(children):
        raise ArchiveError(store.out, "index_old")
    return found


def read_plans(store: Store, places: dict[str, str]) -> Iterator[tuple[str, Plan]]:
    """The records of some paths, part by part."""
    by_part: defaultdict[str, set[str]] = defaultdict(set)
    for path, part in places.items():
        by_part[part].add(path)
    for part, paths in sorted(by_part.items()):
        for row in store.rows("plans", part):
            if row["path"] in paths:
                yield row["path"], Plan.model_validate_json(row["record"])


def bare(diff: PlanDiff) -> PlanDiff:
    """A difference without the child's words."""
    spared = {"child": (), "changes": (), "missing_acts": (), "reason": None}
    kept = (item.model_copy(update=spared) for item in diff.items if item.parent is not None)
    return diff.model_copy(update={"items": tuple(kept)})


# ---------------------------------------------------------------- who is expected


def listed(lines: Iterable[str]) -> Iterator[str]:
    """The names of a list; blank ones and what stands behind ``#`` left out."""
    for line in lines:
        words = " ".join(line.partition("#")[0].split())
        if words:
            yield words


def distinct(lines: Iterable[str]) -> list[str]:
    """The names of a list, each body once: ``huyện Ba Bể`` is ``UBND huyện Ba Bể``."""
    found: dict[str, str] = {}
    for name in listed(lines):
        own, *others = readings(name)[0]
        full = f"{COMMITTEE} {own}"
        found.setdefault(read_name(full if full in others else name).full or name, name)
    return list(found.values())


def said_by_place(name: str, names: Iterable[str]) -> bool:
    """Whether a name is that of one other body of a list but for the word before its place.

    Asked of those who are nobody else's: ``Ba Bể`` beside ``UBND huyện Ba Bể``.
    """
    bare = read_name(name)
    if bare.head and bare.place:  # Phòng NV H. Ba Bể beside P. Nội vụ Ba Bể
        alike = [read for read in map(read_name, names) if read.core == bare.core]
        return len(alike) == 2 and not all(read.unit for read in alike)
    if bare.unit:
        return False
    of_units = {
        read.full
        for other in names
        for reading in readings(other)
        for read in map(read_name, reading)
        if read.unit and read.place == bare.full and read.head == COMMITTEE_HEAD
    }
    return len(of_units) == 1


class Matching(NamedTuple):
    """Whose of a list the bodies of some plans are; plans are told by their place."""

    matched: tuple[tuple[str, str, int], ...]  # name, body, plan
    unclear: tuple[tuple[str, tuple[int, ...]], ...]  # a name, and the plans that may be its own
    absent: tuple[str, ...]


def match_names(
    names: Sequence[str], bodies: Sequence[Sequence[str]], on: str | None = None
) -> Matching:
    """The names of a list with those who have a plan, each plan with its bodies.

    A name may be shortened, and leave out what its body's says of the place, or all but the
    place, as long as one body alone fits that is no other name's. ``on`` is the day of the plans.
    """
    free = {at: list(some) for at, some in enumerate(bodies)}
    meant = {name: readings(name, on) for name in names}
    matched: list[tuple[str, str, int]] = []
    left = list(names)
    for fits in (is_same, is_partly, is_within):
        for name in [name for name in left if len(meant[name]) == 1]:
            own = fitting(meant[name], free, (fits,))
            if own and all(is_same(own[0][0], body) for body, _ in own):
                left.remove(name)
                matched += [(name, body, at) for body, at in own]
                for body, at in own:
                    free[at].remove(body)
    unclear: list[tuple[str, tuple[int, ...]]] = []
    for name in left:
        maybe = fitting(meant[name], free, (is_same, is_partly, is_within))
        if maybe:
            unclear.append((name, tuple(dict.fromkeys(at for _, at in maybe))))
    told = {name for name, _ in unclear}
    return Matching(
        tuple(matched), tuple(unclear), tuple(name for name in left if name not in told)
    )


def only_drafted(names: Matching, plans: Sequence[FiledPlan]) -> tuple[str, ...]:
    """The names of which no plan has been issued."""
    issued = {name for name, _, at in names.matched if not plans[at].draft}
    return tuple(dict.fromkeys(name for name, *_ in names.matched if name not in issued))


def fitting(
    meant: Iterable[Iterable[str]],
    free: dict[int, list[str]],
    rules: Sequence[Callable[[str, str], bool]],
) -> list[tuple[str, int]]:
    """The bodies that a name may mean in any reading, with the places of their plans."""
    spellings = [spelling for reading in meant for spelling in reading]
    return [
        (body, at)
        for at, some in free.items()
        for body in dict.fromkeys(some)
        if any(fits(spelling, body) for fits in rules for spelling in spellings)
    ]


def is_same(name: str, body: str) -> bool:
    """Whether two names are one body's."""
    return likeness(name, body) == "same"


def is_partly(name: str, body: str) -> bool:
    """Whether a name is a body's that leaves out its place."""
    return likeness(name, body) == "partial"


def is_within(name: str, body: str) -> bool:
    """Whether a body's name has all the words: ``Nậm Khao`` of ``UBND xã Nậm Khao``."""
    return f" {read_name(name).full} " in f" {read_name(body).full} "

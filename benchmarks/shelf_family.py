"""Families of invented plans: bodies, who answers whom, and what became of the duties.

All is told by a seed and the family's number, nothing by what was made before.
"""

from __future__ import annotations

import math
import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, TypeVar
from zlib import crc32

import shelf_words as words

from vnplan.lexicon.gazetteer import PROVINCES

Thing = TypeVar("Thing")

YEARS, FIRST_YEAR = 11, 2015
SILENT, COPIED = 0.06, 0.02
DRAFTS = 0.06  # of the lowest plans: never issued, the number blank
UNDATED_FAMILIES, UNDATED = 0.07, 0.04  # whole families without a deadline, lowest plans without
MISSING, ALTERED = 0.16, 0.14
LETTERS = "abcdđeghiklmnopqrstuvxy"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
BEFORE = (
    ("purpose",),
    ("purpose",),
    ("situation", "purpose"),
    ("purpose", "targets"),
    ("purpose", "targets"),
    ("situation", "purpose", "targets"),
)


class Shape(NamedTuple):
    """How many bodies there are of each kind, and how large a family is.

    Departments, districts, hospitals and high schools are those of a province, communes and
    schools those of a district. A family has ``bodies`` or, where that is 0, as many as give
    ``files`` files.
    """

    provinces: int = 24
    departments: int = 10
    districts: int = 10
    communes: int = 8
    schools: int = 3
    hospitals: int = 6
    high_schools: int = 8
    files: int = 40
    bodies: int = 0


ARCHIVE = Shape()


def one_family(bodies: int) -> Shape:
    """The shape of an archive that is a single family of so many bodies, 20 or more."""
    if bodies < 20:
        raise ValueError("a family has 20 bodies or more")
    departments, districts = max(2, min(12, bodies // 16)), max(2, min(18, bodies // 12))
    left = bodies - 1 - departments - districts
    hospitals, high_schools = left // 40, left // 20
    each = math.ceil((left - hospitals - high_schools) / districts)
    schools = each // 2
    files = bodies - round(bodies * SILENT) + round(bodies * COPIED)
    return Shape(
        1, departments, districts, each - schools, schools, hospitals, high_schools, files, bodies
    )


# ---------------------------------------------------------------- chance


def mixed(*parts: int) -> int:
    """A number of 64 bits that depends on all parts, the same on every machine."""
    mix = 0x9E3779B97F4A7C15
    for part in parts:
        mix = ((mix ^ part) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mix = ((mix ^ (mix >> 29)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        mix ^= mix >> 32
    return mix


class Chance:
    """A source of choices, drawn from one seed."""

    def __init__(self, *parts: int) -> None:
        self.rng = random.Random(mixed(*parts))
        self.next: Callable[[], float] = self.rng.random

    def between(self, least: int, most: int) -> int:
        """A number from the least to the most."""
        return least + int(self.next() * (most - least + 1))

    def yes(self, share: float) -> bool:
        """Yes, in that share of cases."""
        return self.next() < share

    def one(self, things: Sequence[Thing]) -> Thing:
        """One of some things."""
        return things[int(self.next() * len(things))]

    def some(self, things: Sequence[Thing], count: int) -> list[Thing]:
        """So many different ones, in any order."""
        return self.rng.sample(things, min(count, len(things)))

    def say(self, phrase: str) -> str:
        """A phrase with its choices made: ``[a|b]`` is one or the other."""
        if "[" not in phrase:
            return phrase
        parts = alternatives(phrase)
        return "".join([p[0] if len(p) == 1 else p[int(self.next() * len(p))] for p in parts])


@lru_cache(maxsize=2000)
def alternatives(phrase: str) -> tuple[tuple[str, ...], ...]:
    """The parts of a phrase, each with what may stand there."""
    parts: list[tuple[str, ...]] = []
    for i, part in enumerate(phrase.replace("]", "[").split("[")):
        parts.append(tuple(part.split("|")) if i % 2 else (part,))
    return tuple(parts)


# ---------------------------------------------------------------- bodies

COMMITTEE = "Ủy ban nhân dân"
UNITS = {"province": "tỉnh", "department": "tỉnh", "district": "huyện", "commune": "xã"}
LEVELS = {"school": "unit", "hospital": "unit"}  # the other kinds of bodies are levels


@dataclass(frozen=True, slots=True)
class Body:
    """A body: ``head`` and ``place`` make its name, ``sign`` ends its numbers."""

    kind: str
    head: str
    place: str
    sign: str
    over: Body | None

    @property
    def level(self) -> str:
        """Its level, as the record contract has it."""
        return LEVELS.get(self.kind, self.kind)

    @property
    def territory(self) -> str:
        """The territory with its unit (``tỉnh Lam Giang``); of a school the bare place."""
        return f"{UNITS[self.kind]} {self.place}" if self.kind in UNITS else self.place

    @property
    def name(self) -> str:
        """The full name, which no other body of an archive has."""
        return f"{self.head} {self.territory}"

    @property
    def short(self) -> str:
        """The name as running text has it."""
        return self.name.replace(COMMITTEE, "UBND")


def plain(words: str) -> str:
    """Words without marks, in small letters."""
    bare = "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
    return bare.lower().replace("đ", "d")


@lru_cache(maxsize=1)
def places() -> tuple[str, ...]:
    """Names of places that are no province's, all different without their marks, too."""
    real = {plain(name) for name, *_ in PROVINCES}
    found: dict[str, str] = {}
    for first in words.FIRST.split():
        for last in words.LAST.split():
            name = plain(f"{first} {last}")
            if plain(first) != plain(last) and name not in real:
                found.setdefault(name, f"{first} {last}")
    return tuple(found.values())


class Province(NamedTuple):
    """The bodies of a province: its committee, those right under it, and theirs."""

    head: Body
    middle: tuple[Body, ...]
    under: dict[str, tuple[Body, ...]]


@lru_cache(maxsize=64)
def province(seed: int, number: int, shape: Shape) -> Province:
    """The bodies of a province of an archive."""
    names = places()
    step = 2741  # a prime, so that names beside each other share no syllable
    every = 1 + shape.districts * (1 + shape.communes) + shape.hospitals + shape.high_schools
    if every * shape.provinces > len(names):
        raise ValueError(f"there are {len(names)} names of places, not {every * shape.provinces}")
    start = number * every + mixed(seed) % len(names)
    fresh = (names[i * step % len(names)] for i in range(start, start + every))
    top = Body("province", COMMITTEE, next(fresh), "UBND", None)
    middle: list[Body] = []
    under: dict[str, tuple[Body, ...]] = {}
    for name, sign in words.DEPARTMENTS[: shape.departments]:
        office = Body("department", name, top.place, sign, top)
        middle.append(office)
        if sign in words.UNDER_DEPARTMENTS:
            kind, *naming = words.UNDER_DEPARTMENTS[sign]
            count = shape.hospitals if kind == "hospital" else shape.high_schools
            under[office.name] = tuple(
                [unit(kind, (naming[0], naming[1]), next(fresh), office) for _ in range(count)]
            )
    for _ in range(shape.districts):
        district = Body("district", COMMITTEE, next(fresh), "UBND", top)
        middle.append(district)
        communes = [
            Body("commune", COMMITTEE, next(fresh), "UBND", district) for _ in range(shape.communes)
        ]
        schools = [
            unit(
                "school",
                words.SCHOOLS[i // shape.communes % len(words.SCHOOLS)],
                communes[i % shape.communes].place,
                district,
            )
            for i in range(shape.schools)
        ]
        under[district.name] = (*communes, *schools)
    return Province(top, tuple(middle), under)


def unit(kind: str, naming: tuple[str, str], place: str, over: Body) -> Body:
    """A school or a hospital."""
    head, sign = naming
    return Body(kind, head, place, sign + "".join(part[0] for part in place.split()), over)


# ---------------------------------------------------------------- duties


class Due(NamedTuple):
    """A time by which something is due: a day, a month or a quarter (its last month)."""

    kind: str
    year: int
    month: int
    day: int

    def later(self, months: int) -> Due:
        """The same kind of time, some months later."""
        over = self.month - 1 + months
        return self._replace(year=self.year + over // 12, month=over % 12 + 1)


class Duty(NamedTuple):
    """A duty of a plan, with the value to reach and the time."""

    task: words.Task
    value: int
    due: Due | None


def fresh_duty(chance: Chance, task: words.Task, day: date, *, dated: bool) -> Duty:
    """A duty of a plan of that day."""
    due = None
    if dated and chance.yes(0.45):
        kind = chance.one(("day", "day", "month", "quarter"))
        month = chance.one((9, 12)) if kind == "quarter" else chance.between(7, 10)
        due = Due(kind, day.year, month, chance.one((5, 10, 15, 20, 25, 28)))
    return Duty(task, chance.between(task.least, task.most) if task.most else 0, due)


def take_over(chance: Chance, parent: Plan, *, dated: bool) -> tuple[list[Duty], dict[str, str]]:
    """The duties that a child takes from its parent, and what became of each by its section."""
    taken: list[Duty] = []
    became: dict[str, str] = {}
    for path, duty in zip(parent.paths, parent.duties, strict=True):
        kept, status = duty, "covered"
        drawn = chance.next()
        if drawn < MISSING:
            became[path] = "missing"
            continue
        if duty.due is not None and not dated:
            kept, status = duty._replace(due=None), "altered"
        elif drawn < MISSING + ALTERED:
            if duty.due is not None and (not duty.value or chance.yes(0.5)):
                months = 3 if duty.due.kind == "quarter" else chance.between(1, 3)
                kept, status = duty._replace(due=duty.due.later(months)), "altered"
            elif duty.value:
                kept, status = duty._replace(value=max(1, int(duty.value * 0.7))), "altered"
        elif duty.due is not None and duty.due.kind == "day" and chance.yes(0.2):
            kept = duty._replace(due=duty.due._replace(day=max(1, duty.due.day - 3)))
        became[path] = status
        taken.append(kept)
    return taken, became


# ---------------------------------------------------------------- families


@dataclass(slots=True)
class Plan:
    """A plan of a family: what it says, before it is put into words.

    ``index`` is the number of its file in the archive, None of a body that wrote none;
    ``before`` are the sections above that of the duties, ``paths`` where each of these stands;
    ``chance`` is what the plan's words draw from.
    """

    index: int | None
    body: Body
    parent: Plan | None
    movement: words.Topic
    serial: str | None
    day: date
    title: str
    dated: bool
    before: tuple[str, ...]
    layout: str
    duties: list[Duty]
    paths: list[str]
    became: dict[str, str]
    until: int
    chance: tuple[int, ...]

    @property
    def name(self) -> str:
        """The plan's name in the truth, of its file's number."""
        return f"p{self.index}"

    @property
    def symbol(self) -> str:
        """``KH-UBND``."""
        return f"KH-{self.body.sign}"

    @property
    def number(self) -> str:
        """``12/KH-UBND``."""
        return f"{self.serial or ''}/{self.symbol}"


class Family(NamedTuple):
    """A family: its plans, parents before children, and of which plans there are copies."""

    number: int
    plans: list[Plan]
    copies: list[Plan]


def family(seed: int, number: int, shape: Shape) -> Family:
    """A family of an archive; it has ``shape.files`` files."""
    chance = Chance(seed, number, 1)
    where = province(seed, number % shape.provinces, shape)
    around = number // math.lcm(shape.provinces, YEARS)  # the same province and year again
    year = FIRST_YEAR + (number + mixed(seed)) % YEARS
    nth = around + mixed(seed, number % shape.provinces, year) % 200
    topic = words.TOPICS[nth % len(words.TOPICS)]
    scope = words.SCOPES[nth // len(words.TOPICS) % len(words.SCOPES)]

    if shape.bodies:
        silent, copies = round(shape.bodies * SILENT), round(shape.bodies * COPIED)
    else:
        copies = int(shape.files * COPIED + chance.next())
        silent = int(shape.files * SILENT + chance.next())
    count = shape.files - copies + silent
    middle, lowest = pick_bodies(chance, where, count, shape)
    bodies = [where.head, *middle, *lowest]
    mute = set(chance.some(range(1, len(bodies)), silent))

    dated = not chance.yes(UNDATED_FAMILIES)
    until = year + chance.between(0, 4)
    first = date(year, 1, 5) + timedelta(days=chance.between(0, 90))
    plans: list[Plan] = []
    by_body: dict[str, Plan] = {}
    index = number * shape.files
    for i, body in enumerate(bodies):
        own = Chance(seed, number, 2, i)
        parent = by_body.get(body.over.name) if body.over is not None else None
        if parent is None and plans:
            parent = plans[0]  # the body above wrote none: its own parent's plan is carried out
        low = i > len(middle)
        has_dates = dated and (not low or not own.yes(UNDATED))
        day = parent.day + timedelta(days=own.between(5, 25)) if parent is not None else first
        duties, became = take_over(own, parent, dated=has_dates) if parent is not None else ([], {})
        duties += more_duties(own, topic, parent, day, dated=has_dates)
        own.rng.shuffle(duties)
        layout = own.one(words.LAYOUTS if low else words.LABELLED)
        before = own.one(BEFORE)
        plan = Plan(
            index=None if i in mute else index,
            body=body,
            parent=parent,
            movement=topic,
            serial=serial_of(seed, body, year, around),
            day=day,
            title=title_of(own, topic, scope, body, year, until),
            dated=has_dates,
            before=before,
            layout=layout,
            duties=duties,
            paths=paths_of(layout, len(duties), ROMAN[len(before)]),
            became=became,
            until=until,
            chance=(seed, number, 3, i),
        )
        if low and own.yes(DRAFTS):
            plan.serial = None
        if plan.index is not None:
            index += 1
            by_body[body.name] = plan
        plans.append(plan)
    written = [plan for plan in plans if plan.index is not None and plan.serial is not None]
    return Family(number, plans, [chance.one(written) for _ in range(copies)])


def pick_bodies(
    chance: Chance, where: Province, count: int, shape: Shape
) -> tuple[list[Body], list[Body]]:
    """The bodies of a family beside the province: those right under it, and the lowest."""
    if shape.bodies:
        middle = list(where.middle)
    else:
        offices = [body for body in where.middle if body.kind == "department"]
        districts = [body for body in where.middle if body.kind == "district"]
        middle = [*offices[:2], *chance.some(offices[2:], 1)]  # two have bodies under them
        middle += chance.some(districts, max(2, count // 8))
    below = [body for over in middle for body in where.under.get(over.name, ())]
    return middle, chance.some(below, count - 1 - len(middle))


def more_duties(
    chance: Chance, topic: words.Topic, parent: Plan | None, day: date, *, dated: bool
) -> list[Duty]:
    """A province's own duties, or what a child adds to its parent's."""
    if parent is None:
        tasks = [*chance.some(topic.tasks, chance.between(3, 6))]
        tasks += chance.some(words.TASKS, chance.between(4, 7))
    else:
        asked = {duty.task for duty in parent.duties}
        others = [task for task in words.TASKS if task not in asked]
        tasks = chance.some(others, chance.between(0, 2))
    duties = [fresh_duty(chance, task, day, dated=dated) for task in tasks]
    if parent is None and dated and not any(duty.due for duty in duties):
        duties[0] = duties[0]._replace(due=Due("day", day.year, 9, 15))
    return duties


def serial_of(seed: int, body: Body, year: int, around: int) -> str:
    """The serial of a body's plan: many bodies have the same in a year, none has one twice."""
    own = mixed(seed, year, crc32(body.name.encode()))
    return f"{1 + (own % 60 + 37 * around) % 997:02d}"


def title_of(
    chance: Chance, topic: words.Topic, scope: str, body: Body, year: int, until: int
) -> str:
    """The title; a province has none twice in a year, up to two hundred."""
    if body.kind == "department":
        place = words.IN_BRANCH.format(body.head.partition(" ")[2])
    elif body.kind in UNITS:
        place = words.IN_TERRITORY.format(body.territory)
    else:
        place = words.AT_UNIT.format(body.name)
    period = words.IN_YEAR.format(year) if until == year else words.PERIOD.format(year, until)
    movement = words.MOVEMENT.format(topic.name)
    return " ".join(filter(None, (chance.one(words.TITLES), movement, scope, place, period)))


def paths_of(layout: str, count: int, section: str) -> list[str]:
    """In which section of the record each duty stands."""
    if layout == "bullets":
        return [section] * count
    if layout == "numbers":
        return [f"{section}.{i + 1}" for i in range(count)]
    paths: list[str] = []
    for group, size in enumerate(groups_of(count), 1):
        for k in range(size):
            label = LETTERS[k] if layout == "letters" else f"{group}.{k + 1}"
            paths.append(f"{section}.{group}.{label}")
    return paths


def groups_of(count: int) -> list[int]:
    """How many duties stand under each heading."""
    groups = min(len(words.GROUPS), max(1, count // 2))
    return [count // groups + (i < count % groups) for i in range(groups)]

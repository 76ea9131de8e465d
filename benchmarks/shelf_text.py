"""An invented plan put into words, with what a reader should count in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import shelf_words as words
from shelf_family import COMMITTEE, LETTERS, ROMAN, Body, Chance, Due, Duty, Plan, groups_of

NAMES = tuple(parts.split() for parts in (words.SURNAMES, words.MIDDLES, words.GIVEN))
WIDE = 44  # signs of the left column where the letterhead has two


class Sheet(NamedTuple):
    """A plan's text, and what stands in it."""

    text: str
    number: str
    date: str
    issuer: str
    cites: list[str]
    obligations: int
    deadlines: int


@dataclass(slots=True)
class Matter:
    """The paragraphs from the first section on, and what they hold, while they are written."""

    lines: list[str] = field(default_factory=list)
    headings: int = 0
    obligations: int = 0
    deadlines: int = 0

    def head(self, title: str) -> None:
        """The next heading."""
        self.lines.append(f"{ROMAN[self.headings]}. {title}")
        self.headings += 1

    def provide(self, line: str, *, dated: bool = False) -> None:
        """A paragraph that is one obligation."""
        self.lines.append(line)
        self.obligations += 1
        self.deadlines += dated


def write(plan: Plan, *, draft: bool = False) -> Sheet:
    """The plan in words; ``draft`` leaves its number and day blank, the rest is the same."""
    chance = Chance(*plan.chance)
    body = plan.body
    shown = chance.one((COMMITTEE, "UBND")) if body.head == COMMITTEE else body.head
    fuller = body.kind in ("district", "commune") and chance.yes(0.25)
    own = f"{shown} {body.territory}" if body.level != "unit" else body.name
    above = f", {body.over.territory}" if fuller and body.over is not None else ""
    letterhead, day_printed = write_letterhead(plan, chance, shown, draft=draft)
    grounds, cites = write_grounds(plan, chance)
    issues = chance.one(words.ISSUES).format(
        (body.short if fuller else chance.one(body_said(body))) + above
    )
    if grounds and chance.yes(0.4):
        grounds[-1] = f"{grounds[-1][:-1]}, {issues}"
    else:
        grounds.append(issues)
    matter = write_matter(plan, chance)
    gap = "\n" if chance.yes(0.25) else "\n\n"
    last = chance.one(words.CLOSINGS).format(leading(body.kind))
    text = (
        f"{letterhead}\n\n{words.TYPE}\n\n{plan.title}\n\n"
        f"{gap.join([*grounds, *matter.lines])}\n\n{last}\n\n{write_closing(plan, chance)}"
    )
    return Sheet(
        text=text,
        number=f"/{plan.symbol}" if draft or plan.serial is None else plan.number,
        date=day_printed,
        issuer=own + above,
        cites=cites,
        obligations=matter.obligations + 1,  # the last paragraph
        deadlines=matter.deadlines,
    )


def body_said(body: Body) -> tuple[str, ...]:
    """How a body may call itself."""
    if body.kind == "department":
        return body.name, body.head
    return (body.short,)


# ---------------------------------------------------------------- the head


def write_letterhead(plan: Plan, chance: Chance, shown: str, *, draft: bool) -> tuple[str, str]:
    """The letterhead, and the date that it has in ISO."""
    body, over = plan.body, plan.body.over
    if body.kind == "department" and over is not None:
        left = [f"{chance.one((COMMITTEE, 'UBND'))} {over.territory}", body.head]
    elif body.level == "unit" and over is not None:
        left = [over.short, body.name]
    elif chance.yes(0.5):
        left = [shown, body.territory]
    else:
        left = [f"{shown} {body.territory}"]
    left = [line.upper() for line in left]
    blank = " " * chance.between(1, 6)
    open_day = chance.yes(0.5)  # drawn of issued ones too, so that the rest of both is the same
    unissued = draft or plan.serial is None
    signed = not (unissued and open_day)
    number = f"{words.NUMBER} {blank if unissued else plan.serial}/{plan.symbol}"
    day = plan.day
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    of_day = f"{day.day:02d}" if signed else "     "
    dated = words.PLACE_DATE.format(plan.body.place, of_day, month, day.year)
    iso = day.isoformat() if signed else f"{day.year}-{day.month:02d}"
    if chance.yes(0.3) and max(map(len, left)) < WIDE - 3:
        rows = list(zip([*left, ""][:2], words.MOTTO, strict=True))
        head = "\n".join([f"{a:<{WIDE}}{b}" for a, b in rows])
        return f"{head}\n\n{number:<{WIDE}}{dated}", iso
    rule = "\n-------" if chance.yes(0.3) else ""
    motto = "\n".join(words.MOTTO)
    names = "\n".join(left)
    return f"{names}{rule}\n\n{number}\n\n{motto}{rule and rule + '-------'}\n\n{dated}", iso


def write_grounds(plan: Plan, chance: Chance) -> tuple[list[str], list[str]]:
    """The paragraphs of the preamble, each ending in ``;``, and the numbers that they cite."""
    lines: list[str] = []
    cites: list[str] = []
    if chance.yes(0.3):
        lines.append(chance.one(words.LAWS))
    drawn = chance.next()
    if drawn < 0.13:
        decision = words.DECISIONS[0 if drawn < 0.05 else 1 if drawn < 0.09 else 2]
        number, day, month, year, issuer, title = decision
        lines.append(words.DECISION.format(number, day, month, year, issuer, title))
        cites.append(number)
    parent = plan.parent
    if parent is not None:
        higher = parent.parent
        if higher is not None and chance.yes(0.35):
            lines.append(cite(higher, chance, cites, whole=True))
        lines.append(cite(parent, chance, cites, whole=parent.number in cites))
    elif chance.yes(0.5):
        number = f"{chance.between(20, 400)}/TTr-SNV"
        asked = plan.day.replace(day=min(plan.day.day, 3))
        lines.append(words.PROPOSAL.format(number, in_words(asked, chance)))
        cites.append(number)
    return lines, cites


def cite(plan: Plan, chance: Chance, cites: list[str], *, whole: bool) -> str:
    """A plan cited as a ground: whole, or now and then without its day or its number."""
    lead = chance.one(words.GROUNDS)
    body = plan.body
    issuer = chance.one((body.short, body.name))
    title = plan.title[0].lower() + plan.title[1:]
    drawn = 1.0 if whole else chance.next()
    if drawn < 0.06:
        return words.BY_TITLE.format(lead, issuer, title)
    cites.append(plan.number)
    if drawn < 0.16:
        return words.BY_NUMBER.format(lead, plan.number, issuer, title)
    if drawn < 0.30:
        issuer = words.RELATIVE.get(body.kind, body.head)
    return words.WHOLE.format(lead, plan.number, in_words(plan.day, chance), issuer, title)


def in_words(day: date, chance: Chance) -> str:
    """A day as grounds have it."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return chance.one(words.DAYS).format(f"{day.day:02d}", month, day.year)


# ---------------------------------------------------------------- the sections


def write_matter(plan: Plan, chance: Chance) -> Matter:
    """All sections, and the closing paragraph."""
    matter = Matter()
    about = plan.movement.about
    kind = plan.body.kind
    for section in plan.before:
        if section == "situation":
            write_situation(plan, chance, matter)
        elif section == "purpose":
            write_purpose(about, chance, matter)
        else:
            write_targets(about, chance, matter)
    matter.head(chance.one(words.CONTENT))
    write_duties(plan, chance, matter)
    if chance.yes(0.45):
        write_timetable(plan, chance, matter)
    if chance.yes(0.4):
        write_awards(plan, chance, matter)
    matter.head(chance.one(words.FUNDING))
    matter.provide(chance.one(words.FUNDS))
    write_offices(plan, chance, matter)
    if chance.yes(0.3):
        matter.head(chance.one(words.REPORTS))
        for line in chance.some(words.REPORTED, chance.between(1, 2)):
            time = chance.one(words.YEARLY) if plan.dated else ""
            matter.provide(f"- {line.format(leading(kind))}{time}.", dated=plan.dated)
    return matter


def leading(kind: str) -> str:
    """The office that leads, of a body of a kind."""
    return words.OFFICES[kind][0]


def write_situation(plan: Plan, chance: Chance, matter: Matter) -> None:
    """What the place is like."""
    matter.head(words.SITUATION)
    name = plan.body.name if plan.body.level == "unit" else plan.body.territory
    if plan.body.kind == "department":
        name = plan.body.head
    own = words.SITUATIONS.get(plan.body.level, words.SITUATIONS["province"])
    people = f"{chance.between(2, 90)}.{chance.between(1, 9)}00"
    matter.lines.append(own.format(name[0].upper() + name[1:], chance.between(5, 40), people))
    for line in chance.some(words.REMARKS, chance.between(1, 2)):
        matter.lines.append(chance.say(line).replace("{t}", plan.movement.about))


def write_purpose(about: str, chance: Chance, matter: Matter) -> None:
    """Aims, which direct nobody, and demands, which do."""
    heading, aims, demands = words.PURPOSE
    matter.head(heading)
    matter.lines.append(f"1. {aims}")
    for line in chance.some(words.AIMS, chance.between(1, 3)):
        matter.lines.append(f"- {chance.say(line).replace('{t}', about)}")
    matter.lines.append(f"2. {demands}")
    for line in chance.some(words.DEMANDS, chance.between(1, 3)):
        matter.provide(f"- {chance.say(line)}")


def write_targets(about: str, chance: Chance, matter: Matter) -> None:
    """Results to reach."""
    matter.head(chance.one(words.TARGETS))
    for i, line in enumerate(chance.some(words.RESULTS, chance.between(2, 4)), 1):
        share = chance.between(14, 19) * 5
        matter.provide(f"{i}. {line.replace('{p}', str(share)).replace('{t}', about)}")


def write_timetable(plan: Plan, chance: Chance, matter: Matter) -> None:
    """The stages, each of which directs something and is no deadline."""
    matter.head(chance.one(words.TIMETABLE))
    start, end = plan.day.month + 1, plan.until
    stages = chance.one((words.STAGES, words.MONTHS))
    for i, line in enumerate(stages, 1):
        matter.provide(f"{i}. {line.format(start, start + 1, plan.day.year, end)}")


def write_duties(plan: Plan, chance: Chance, matter: Matter) -> None:
    """The plan's duties, as its layout has them."""
    said = [say_duty(duty, plan.movement.about, chance) for duty in plan.duties]
    dated = [duty.due is not None for duty in plan.duties]
    if plan.layout in ("bullets", "numbers"):
        for i, line in enumerate(said):
            label = "-" if plan.layout == "bullets" else f"{i + 1}."
            matter.provide(f"{label} {line}", dated=dated[i])
        return
    at = 0
    for group, size in enumerate(groups_of(len(said)), 1):
        matter.lines.append(f"{group}. {words.GROUPS[group - 1]}")
        for k in range(size):
            label = f"{LETTERS[k]})" if plan.layout == "letters" else f"{group}.{k + 1}."
            matter.provide(f"{label} {said[at]}", dated=dated[at])
            at += 1


def say_duty(duty: Duty, about: str, chance: Chance) -> str:
    """A duty as a sentence."""
    line = chance.say(duty.task.words)
    if "{" in line:
        line = line.format(p=duty.value, n=f"{duty.value:02d}", t=about)
    if duty.due is None:
        return f"{line}."
    time = say_time(duty.due, chance)
    if duty.due.kind == "day" and chance.yes(0.2):
        return f"{time[0].upper()}{time[1:]}, {line[0].lower()}{line[1:]}."
    return chance.one(words.ENDS).format(line, time)


def say_time(due: Due, chance: Chance) -> str:
    """A time with its preposition."""
    if due.kind == "quarter":
        return words.IN_QUARTER.format(ROMAN[(due.month - 1) // 3], due.year)
    if due.kind == "month":
        return words.IN_MONTH.format(due.month, due.year)
    before = chance.one(words.BEFORE)
    return before.format(f"{due.day:02d}", due.month, due.year)


def write_awards(plan: Plan, chance: Chance, matter: Matter) -> None:
    """The forms of reward, and where files are sent."""
    kind = plan.body.kind
    matter.head(chance.one(words.AWARD))
    for line in words.REWARDS[kind]:
        matter.lines.append(f"- {line}")
    if plan.dated and chance.yes(0.5):
        matter.provide(f"{words.DOSSIER.format(leading(kind))}{words.NOVEMBER}.", dated=True)


def write_offices(plan: Plan, chance: Chance, matter: Matter) -> None:
    """Who leads, pays, keeps what there is, obeys and reports."""
    kind = plan.body.kind
    leads, pays, keeps, obeys = words.OFFICES[kind]
    matter.head(chance.one(words.IMPLEMENTATION))
    lines = [
        words.LEADING.format(leads, pays),
        words.PAYING.format(pays),
        words.KEEPING.format(keeps),
        words.OBEYING.format(obeys),
    ]
    kept = [lines[0], *chance.some(lines[1:], chance.between(1, 3))]
    for i, line in enumerate(kept, 1):
        matter.provide(f"{i}. {chance.say(line)}")
    over = plan.body.over
    to = over.short if over is not None else words.MINISTRY
    by = words.REPORTING.format(leads, to)
    if plan.dated:
        by += chance.one(words.YEARLY)
    matter.provide(f"{len(kept) + 1}. {by}.", dated=plan.dated)


# ---------------------------------------------------------------- the end


def write_closing(plan: Plan, chance: Chance) -> str:
    """Recipients and signature."""
    body = plan.body
    over = body.over.short if body.over is not None else words.MINISTRY
    lines = [words.RECIPIENTS, f"- {over} (để b/c);"]
    lines += [f"- {name};" for name in (words.OFFICES[body.kind][3], words.OFFICES[body.kind][0])]
    lines.append(words.FILED)
    on_behalf, head, deputy = words.SIGNING[body.kind]
    signing = (
        [f"KT. {head}", deputy]
        if chance.yes(0.4)
        else [f"{on_behalf}", head]
        if on_behalf
        else [head]
    )
    name = " ".join([chance.one(parts) for parts in NAMES])
    return "\n".join(lines) + "\n\n" + "\n".join(signing) + f"\n\n{name}\n"

"""How well predicted records agree with gold ones: counts, F1, and what went wrong.

``evaluate`` compares the two records of one document; ``Scores`` are added up, which sums the
counts over documents (micro). Records are the objects of the contract's JSON, from whoever
made them: what does not keep to the contract is not there, and raises nothing.

Pairs are one to one. A field's items are the same, and a pair may be made, where

- ``legal_bases``, ``citations``: type and number are equal, or type and title (0.85) of what
  has no number;
- ``sections``: the paths of labels and the kinds are equal;
- ``phases``, ``deadlines``, ``criteria``, ``obligations``: the spans share half of what they
  cover together (intersection over union);
- ``awards``: form, authority (0.85) and occasion are equal, and the spans overlap;
- ``recipients``: the names are equal (0.9).

Attributes are counted on pairs alone. Words are compared without regard to case, white space
and kinds of quotation marks; a number in parentheses is the likeness that is enough
(difflib's ratio).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from vnplan.pairing import Pair, best_pairs, first_pairs
from vnplan.records import Span
from vnplan.scores import LISTS, NO_POINTS, SCALARS, Mistake, Points, Scores, Tally, added

Item = Mapping[str, Any]
Compare = Callable[[Item, Item], float]  # a point, part of one or none; or a pair's weight

DATE_PARTS = ("year", "month", "day", "quarter")

ONE_QUOTE = str.maketrans("“”„«»‘’", '"""""\'\'')
ENOUGH_SHARED = 0.5  # intersection over union of two spans
ALIKE = 0.85  # titles of documents, names of bodies and persons
VERY_ALIKE = 0.9  # headings, paragraphs, recipients


# ---------------------------------------------------------------- values


def words(value: Any) -> str | None:
    """A value in its comparable form; None for null, what is blank, and what is no value."""
    if value is None or isinstance(value, (Mapping, list, tuple)):
        return None
    folded = unicodedata.normalize("NFC", str(value)).casefold().translate(ONE_QUOTE)
    return " ".join(folded.split()) or None


def alike(one: Any, other: Any, enough: float) -> bool:
    """Whether two values have nearly the same words; null is like null alone."""
    first, second = words(one), words(other)
    if first is None or second is None or first == second:
        return first == second
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    # the quick ones can only be too high
    return all(
        likeness() >= enough
        for likeness in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    )


def items_of(item: Item, field: str) -> list[Item]:
    """The objects of a list; whatever else stands in it is left out."""
    value = item.get(field)
    if not isinstance(value, (list, tuple)):
        return []
    return [part for part in value if isinstance(part, Mapping)]


def value_at(record: Item, path: str) -> Any:
    """What stands at ``number.text``; None where something on the way is not there."""
    value: Any = record
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def date_part(value: Any) -> int | str | None:
    """A year, month, day or quarter: ``"03"`` is 3."""
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return words(value)


def date_of(value: Any) -> tuple[int | str | None, ...] | None:
    """The four parts of a date, None where all are unknown; a bare string is its own date."""
    if isinstance(value, Mapping) and isinstance(value.get("date"), Mapping):
        value = value["date"]
    if not isinstance(value, Mapping):
        said = words(value)
        return None if said is None else ("text", said)
    parts = tuple(date_part(value.get(part)) for part in DATE_PARTS)
    return None if all(part is None for part in parts) else parts


def span_of(item: Item) -> Span | None:
    """Where an item stands, None without a span that holds something."""
    value = item.get("span")
    if isinstance(value, Mapping):
        value = (value.get("start"), value.get("end"))
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        return None
    start, end = value
    if not isinstance(start, int) or not isinstance(end, int) or start >= end:
        return None
    return start, end


def shared_part(one: Item, other: Item) -> float:
    """Intersection over union of two spans, from 0 to 1."""
    first, second = span_of(one), span_of(other)
    if first is None or second is None:
        return 0.0
    shared = min(first[1], second[1]) - max(first[0], second[0])
    if shared <= 0:
        return 0.0
    return shared / (first[1] - first[0] + second[1] - second[0] - shared)


# ---------------------------------------------------------------- attributes


def equal(name: str) -> Compare:
    """A point where an attribute has the same words."""
    return lambda gold, pred: float(words(gold.get(name)) == words(pred.get(name)))


def like(name: str, enough: float) -> Compare:
    """A point where an attribute has nearly the same words."""
    return lambda gold, pred: float(alike(gold.get(name), pred.get(name), enough))


def same_date(name: str) -> Compare:
    """A point where all the parts of a date are the same."""
    return lambda gold, pred: float(date_of(gold.get(name)) == date_of(pred.get(name)))


def same_count(name: str) -> Compare:
    """A point where a list has as many items."""
    return lambda gold, pred: float(len(items_of(gold, name)) == len(items_of(pred, name)))


def both(*compares: Compare) -> Compare:
    """A point where all of them give one."""
    return lambda gold, pred: float(all(compare(gold, pred) for compare in compares))


def actor_points(gold: Item, pred: Item) -> Points:
    """Twice the actors that match, and all the actors of both sides."""
    ours, theirs = items_of(gold, "actors"), items_of(pred, "actors")
    pairs = best_pairs(ours, theirs, like("name", ALIKE))
    return 2 * len(pairs), len(ours) + len(theirs)


def same_actors(gold: Item, pred: Item) -> float:
    """F1 of the actors of two obligations, 1 where neither names any."""
    won, out_of = actor_points(gold, pred)
    return won / out_of if out_of else 1.0


ATTRIBUTES: dict[str, dict[str, Compare]] = {
    "legal_bases": {"date": same_date("date"), "issuer": equal("issuer")},
    "citations": {"date": same_date("date"), "issuer": equal("issuer")},
    "sections": {
        "title": like("title", VERY_ALIKE),
        "role": equal("role"),
        "text": like("text", VERY_ALIKE),
    },
    "phases": {"start": same_date("start"), "end": same_date("end")},
    "deadlines": {
        "date": same_date("date"),
        "recurrence": equal("recurrence"),
        "date+recurrence": both(same_date("date"), equal("recurrence")),
    },
    "criteria": {"audience": equal("audience")},
    "awards": {},
    "obligations": {
        "kind": equal("kind"),
        "actors": same_actors,
        "deadline": same_date("deadline"),
        "recurrence": equal("recurrence"),
        "n_acts": same_count("acts"),
    },
    "recipients": {},
}
# These tell of other attributes once more, and are no mistakes of their own.
SUMMING_UP = ("date+recurrence", "actors_micro")


# ---------------------------------------------------------------- pairs


def pairs_of(field: str, gold: Sequence[Item], pred: Sequence[Item]) -> list[Pair]:
    """The pairs of gold and predicted items of a list field, as indices."""
    match field:
        case "legal_bases" | "citations":
            return first_pairs(gold, pred, same_document)
        case "sections":
            return first_pairs(gold, pred, same_place)
        case "awards":
            return best_pairs(gold, pred, award_weight)
        case "recipients":
            return best_pairs(gold, pred, recipient_weight)
        case _:
            return best_pairs(gold, pred, span_weight(ATTRIBUTES[field].values()))


def same_document(gold: Item, pred: Item) -> bool:
    """Whether two citations are of one document."""
    if words(gold.get("type")) != words(pred.get("type")):
        return False
    ours, theirs = number_of(gold), number_of(pred)
    if ours or theirs:
        return ours == theirs
    return words(gold.get("title")) is not None and alike(bare_title(gold), bare_title(pred), ALIKE)


def number_of(citation: Item) -> str:
    """The number without blanks: ``12 / 2024/NĐ-CP`` is ``12/2024/nđ-cp``; "" for none."""
    return "".join((words(citation.get("number")) or "").split())


def bare_title(citation: Item) -> str | None:
    """The title without type and quotation marks: ``Luật Thư viện`` is ``thư viện``."""
    title, kind = words(citation.get("title")), words(citation.get("type"))
    if title is None:
        return None
    return (title.removeprefix(f"{kind} ") if kind else title).strip('" ')


def same_place(gold: Item, pred: Item) -> bool:
    """Whether two sections, with their paths, stand at one place and are of one kind."""
    return gold["path"] == pred["path"] and words(gold.get("kind")) == words(pred.get("kind"))


def award_weight(gold: Item, pred: Item) -> float:
    """More than 1 for the same award at overlapping places, the more they share."""
    part = shared_part(gold, pred)
    same = (
        part > 0
        and words(gold.get("form")) == words(pred.get("form"))
        and words(gold.get("occasion")) == words(pred.get("occasion"))
        and alike(gold.get("authority"), pred.get("authority"), ALIKE)
    )
    return 1.0 + part / 2 if same else 0.0


def recipient_weight(gold: Item, pred: Item) -> float:
    """1 for a name that is alike, half as much again for the same."""
    if not alike(gold.get("name"), pred.get("name"), VERY_ALIKE):
        return 0.0
    return 1.5 if words(gold.get("name")) == words(pred.get("name")) else 1.0


def span_weight(attributes: Iterable[Compare]) -> Compare:
    """What two spans share, at least half.

    Where several items have one and the same span, their attributes say which go together.
    """
    compares = tuple(attributes)

    def weight(gold: Item, pred: Item) -> float:
        part = shared_part(gold, pred)
        if part < ENOUGH_SHARED:
            return 0.0
        agree = sum(compare(gold, pred) for compare in compares) if part == 1.0 else 0.0
        return part + agree / 1000

    return weight


# ---------------------------------------------------------------- counting


def evaluate(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> Scores:
    """The scores of one document: of what a record says, beside what it should say.

    A ``Plan`` is scored as ``plan.model_dump(mode="json")``. A field that a record lacks is
    null or empty, so that ``{}`` misses everything.
    """
    scalars = {path: tally_scalar(path, gold, predicted) for path in SCALARS}
    return Scores(fields=scalars | {field: tally_list(field, gold, predicted) for field in LISTS})


def tally_scalar(path: str, gold: Item, pred: Item) -> Tally:
    """The counts of a field of one value; ``acc`` gives null its point too."""
    form = date_part if path.startswith("date.") else words
    ours, theirs = form(value_at(gold, path)), form(value_at(pred, path))
    same = ours == theirs
    mistake = Mistake(
        kind="differs", gold=in_short(value_at(gold, path)), pred=in_short(value_at(pred, path))
    )
    return Tally(
        gold=int(ours is not None),
        pred=int(theirs is not None),
        matched=int(same and ours is not None),
        points={"acc": (float(same), 1.0)},
        mistakes=() if same else (mistake,),
    )


def tally_list(field: str, gold: Item, pred: Item) -> Tally:
    """The counts of a field of many items, and of the attributes of those that match."""
    ours, theirs = items_of(gold, field), items_of(pred, field)
    if field == "sections":
        ours, theirs = list(with_paths(ours)), list(with_paths(theirs))
    pairs = pairs_of(field, ours, theirs)
    matches = [match_of(field, ours[i], theirs[j]) for i, j in pairs]
    return Tally(
        gold=len(ours),
        pred=len(theirs),
        matched=len(pairs),
        points=points_of(field, matches),
        mistakes=(
            *unpaired("missed", ours, {i for i, _ in pairs}),
            *unpaired("extra", theirs, {j for _, j in pairs}),
            *differences(matches),
        ),
    )


class Match(NamedTuple):
    """A pair of items, and the points of each attribute."""

    gold: Item
    pred: Item
    points: dict[str, Points]


def match_of(field: str, gold: Item, pred: Item) -> Match:
    """A pair of items of a list field, its attributes compared."""
    points = {name: (compare(gold, pred), 1.0) for name, compare in ATTRIBUTES[field].items()}
    if field == "obligations":
        points["actors_micro"] = actor_points(gold, pred)
    return Match(gold, pred, points)


def points_of(field: str, matches: Iterable[Match]) -> dict[str, Points]:
    """The points of each attribute over all pairs."""
    names = (*ATTRIBUTES[field], *(["actors_micro"] if field == "obligations" else []))
    points = dict.fromkeys(names, NO_POINTS)
    for match in matches:
        points = added(points, match.points)
    return points


def with_paths(sections: Sequence[Item]) -> Iterator[Item]:
    """The sections of a tree in document order, each with its ``path``."""
    stack = [numbered(sections, "")]
    while stack:
        section = next(stack[-1], None)
        if section is None:
            stack.pop()
            continue
        yield section
        stack.append(numbered(items_of(section, "children"), f"{section['path']}."))


def numbered(siblings: Iterable[Item], prefix: str) -> Iterator[Item]:
    """Sections beside each other with their paths: where labels repeat, the second is ``1#2``."""
    seen: dict[str, int] = {}
    for section in siblings:
        label = unicodedata.normalize("NFC", str(section.get("label") or ""))
        label = " ".join(label.split())
        seen[label] = count = seen.get(label, 0) + 1
        yield {**section, "path": prefix + (label if count == 1 else f"{label}#{count}")}


# ---------------------------------------------------------------- mistakes in words


def unpaired(
    kind: Literal["missed", "extra"], items: Sequence[Item], paired: set[int]
) -> Iterator[Mistake]:
    """The items that stand in no pair."""
    return (Mistake(kind=kind, item=told(x)) for i, x in enumerate(items) if i not in paired)


def differences(matches: Iterable[Match]) -> Iterator[Mistake]:
    """The attributes that do not win their whole point."""
    for gold, pred, points in matches:
        for name, (won, out_of) in points.items():
            if won < out_of and name not in SUMMING_UP:
                yield Mistake(
                    kind="differs",
                    item=told(gold, 60),
                    attribute=name,
                    gold=shown(gold, name),
                    pred=shown(pred, name),
                )


def told(item: Item, width: int = 160) -> str:
    """One line that tells an item: where it stands, what it is, its words cut to a width."""
    if "path" in item:
        head = [item["path"], f"({item.get('kind')})"]
    else:
        names = ("id", "section", "type", "number", "form", "authority", "occasion", "name")
        head = [item[name] for name in names if item.get(name)]
    span = span_of(item)
    where = [f"[{span[0]}, {span[1]}]"] if span else []
    said = item.get("title" if "path" in item else "text") or item.get("text") or item.get("title")
    return " ".join(map(str, [*head, *where, in_short(said, width) or ""])).strip()


def shown(item: Item, attribute: str) -> str | None:
    """The value of an attribute, in short."""
    if attribute == "n_acts":
        return str(len(items_of(item, "acts")))
    if attribute == "actors":
        names = [str(actor.get("name")) for actor in items_of(item, "actors")]
        return "; ".join(names) or None
    value = item.get(attribute)
    if isinstance(value, Mapping):
        parts = zip(DATE_PARTS, date_of(value) or (), strict=False)
        return " ".join(f"{name} {part}" for name, part in parts if part is not None) or None
    return in_short(value)


def in_short(value: Any, width: int = 80) -> str | None:
    """A value on one line of some width, None for null."""
    if value is None:
        return None
    line = " ".join(str(value).split())
    return line if len(line) <= width else f"{line[: width - 1]}…"

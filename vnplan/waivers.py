"""What was decided about a plan's gaps (ý kiến xử lý), kept in a YAML file beside it.

A file reads like this; ``parent`` and ``parent_sha256`` hold for every decision that does not
have its own::

    parent: 12/KH-UBND
    parent_sha256: 5f0c…
    waivers:
    - duty: 3f2a5b6c7d8e
      text: Tổ chức hội nghị tổng kết.
      decision: accept            # or: not applicable
      by: Nguyễn Văn A
      why: đã nêu tại Công văn số 5/UBND
      until: 2025-12-31           # if it is not for good
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, get_args

from vnplan.errors import UnreadableFile
from vnplan.fingerprint import LENGTH, letters_and_digits, with_fingerprints
from vnplan.readers.unicode import read_unicode
from vnplan.records import Decision, DiffItem, PlanDiff, PlanRef, Waiver, WaiverState
from vnplan.written import replace_file

if TYPE_CHECKING:
    from yaml.nodes import Node

SUFFIX = ".waivers.yaml"
DECISIONS: dict[str, Decision] = {word: word for word in get_args(Decision)}
OF_THE_FILE = ("parent", "parent_sha256", "waivers")
REQUIRED = ("duty", "decision", "by", "why")
OF_A_WAIVER = ("duty", "text", "decision", "by", "why", "until", "parent", "parent_sha256")

# 3f2a5b6c7d8e    3f2a5b6c7d8e#2
# not: d3
FINGERPRINT = re.compile(rf"[0-9a-f]{{{LENGTH}}}(?:#[0-9]+)?")
# 2025-12-31
# not: 31/12/2025    20251231
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def beside(child: str | os.PathLike[str]) -> Path:
    """Where the decisions about a plan are kept: ``plan.waivers.yaml`` beside ``plan.txt``."""
    path = Path(child)
    return path.with_name(path.stem + SUFFIX)


# ---------------------------------------------------------------- decisions and a difference


def apply(diff: PlanDiff, waivers: Iterable[Waiver], *, today: date) -> PlanDiff:
    """The difference with each decision at its duty, or among ``unused_waivers``.

    Statuses and the summary stay as they are.
    """
    given: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        given.setdefault(waiver.duty, []).append(waiver)
    items = []
    unused: list[Waiver] = []
    for item in with_fingerprints(diff.items):
        # of decisions against several parents that ask for the same, this parent's
        here = sorted(
            given.pop(item.fingerprint or "", ()), key=lambda one: is_other(one, diff.parent)
        )
        for waiver in here[:1]:
            state = state_of(waiver, diff.parent, today)
            waiver = waiver.model_copy(update={"state": state})
            item = item.model_copy(update={"waiver": waiver})
        unused += here[1:]
        items.append(item)
    unused += (waiver for rest in given.values() for waiver in rest)
    told = (
        waiver.model_copy(
            update={"state": "elsewhere" if is_other(waiver, diff.parent) else "stale"}
        )
        for waiver in sorted(unused, key=place)
    )
    return diff.model_copy(update={"items": tuple(items), "unused_waivers": tuple(told)})


def state_of(waiver: Waiver, parent: PlanRef, today: date) -> WaiverState:
    """What a decision is worth whose duty the parent still has.

    One that does not say against which text it was given is taken at its word.
    """
    if waiver.until is not None and waiver.until < today:
        return "expired"
    digests = {waiver.parent_sha256, parent.words_sha256} - {None}
    return "suspect" if len(digests) > 1 or is_other(waiver, parent) else "active"


def is_other(waiver: Waiver, parent: PlanRef) -> bool:
    """Whether a decision was given against a plan of another number."""
    if waiver.parent is None or parent.number is None:
        return False
    return letters_and_digits(waiver.parent) != letters_and_digits(parent.number)


def find_duties(diff: PlanDiff, names: Iterable[str]) -> tuple[list[DiffItem], list[str]]:
    """The parent's duties of these ids or fingerprints, and the names that no duty has."""
    items = [item for item in with_fingerprints(diff.items) if item.parent is not None]
    known = {item.fingerprint: item for item in items} | {item.id: item for item in items}
    names = list(dict.fromkeys(name.lower() for name in names))
    found = {known[name].id: known[name] for name in names if name in known}
    return list(found.values()), [name for name in names if name not in known]


def decide(
    waivers: Iterable[Waiver],
    duties: Iterable[DiffItem],
    parent: PlanRef,
    *,
    decision: Decision,
    by: str,
    why: str,
    until: date | None = None,
) -> tuple[Waiver, ...]:
    """The decisions with a new one for each duty, in place of an older one against that parent."""
    kept = {place(waiver): waiver for waiver in waivers}
    for item in duties:
        waiver = Waiver(
            duty=item.fingerprint or "",
            text=item.parent.text if item.parent else None,
            decision=decision,
            by=by,
            why=why,
            until=until,
            parent=parent.number,
            parent_sha256=parent.words_sha256,
        )
        for old in list(kept.values()):
            if old.duty == waiver.duty and old.parent in (waiver.parent, None):
                del kept[place(old)]
        kept[place(waiver)] = waiver
    return tuple(kept[key] for key in sorted(kept))


def place(waiver: Waiver) -> tuple[str, str]:
    """What tells one decision of a file from another, and puts them in order."""
    return waiver.duty, waiver.parent or ""


# ---------------------------------------------------------------- to a file


def write_waivers(
    path: str | os.PathLike[str], waivers: Iterable[Waiver], *, parent: PlanRef
) -> None:
    """Write a file anew, at once or not at all; raises ``UnreadableFile`` where it cannot be.

    The same decisions always give the same file, sorted by fingerprint.
    """
    import yaml

    header = {"parent": parent.number, "parent_sha256": parent.words_sha256}
    rows = []
    for waiver in sorted(waivers, key=place):
        row = {name: getattr(waiver, name) for name in OF_A_WAIVER}
        own = [name for name in header if row[name] != header[name]]
        rows.append(
            {
                name: value
                for name, value in row.items()
                if name in own or (value is not None and name not in header)
            }
        )

    class Dumper(yaml.SafeDumper):
        """Writes a day out wherever it stands, instead of a reference to the first."""

        def ignore_aliases(self, data: object) -> bool:
            return True

    # a value a line, however long: versions of the file are compared by lines
    page = yaml.dump(
        header | {"waivers": rows},
        Dumper=Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=float("inf"),
    )
    replace_file(path, page.encode())


# ---------------------------------------------------------------- from a file


def read_waivers(path: str | os.PathLike[str]) -> tuple[Waiver, ...]:
    """The decisions in a file, in order; raises ``UnreadableFile`` with the line of what is wrong.

    An empty file has none.
    """
    from yaml.nodes import SequenceNode

    root = read_yaml(path)
    if root is None or is_null(root):
        return ()
    page = fields(path, root, OF_THE_FILE)
    common = {name: words(path, page, name) for name in ("parent", "parent_sha256")}
    listed = page.get("waivers")
    if listed is None or is_null(listed):
        return ()
    if not isinstance(listed, SequenceNode):
        wrong(path, listed, "waivers_list")
    found: dict[tuple[str, str], Waiver] = {}
    for node in listed.value:
        waiver = read_waiver(path, node, common)
        if place(waiver) in found:
            wrong(path, node, "waivers_twice", found=waiver.duty)
        found[place(waiver)] = waiver
    return tuple(found.values())


def read_waiver(
    path: str | os.PathLike[str], node: Node, common: Mapping[str, str | None]
) -> Waiver:
    """One decision of a file, with what is said for all of them."""
    known = fields(path, node, OF_A_WAIVER)
    said = {name: words(path, known, name) for name in known}
    for name in REQUIRED:
        if said.get(name) is None:
            wrong(path, node, "waivers_lacks", field=name)
    duty = str(said["duty"]).lower()
    if not FINGERPRINT.fullmatch(duty):
        wrong(path, known["duty"], "waivers_duty", found=duty)
    decision = decision_named(str(said["decision"]))
    if decision is None:
        choices = ", ".join(DECISIONS)
        wrong(path, known["decision"], "waivers_decision", found=said["decision"], choices=choices)
    until = said.get("until")
    day = day_named(until) if until else None
    if until and day is None:
        wrong(path, known["until"], "waivers_date", found=until)
    return Waiver.model_validate(
        {**common, **said, "duty": duty, "decision": decision, "until": day}
    )


def decision_named(words: str) -> Decision | None:
    """The decision of that name, with blanks or hyphens: ``not-applicable``."""
    return DECISIONS.get(" ".join(re.split(r"[\s_-]+", words.strip().lower())))


def day_named(words: str) -> date | None:
    """The day written as ``2025-12-31``."""
    try:
        return date.fromisoformat(words) if DAY.fullmatch(words) else None
    except ValueError:  # 2025-02-30
        return None


def read_yaml(path: str | os.PathLike[str]) -> Node | None:
    """The tree of a YAML file, whose values stay the words they are; None of an empty one."""
    import yaml

    text = read_unicode(path)
    try:
        root: Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        problem = error.problem or error.context or ""
    except yaml.reader.ReaderError as error:  # a sign that YAML does not take
        line = text.count("\n", 0, error.position)
        problem = error.reason
    except RecursionError as error:
        line, problem = 0, str(error)
    else:
        return root
    raise UnreadableFile(path, "waivers_syntax", line=line + 1, found=problem)


def is_null(node: Node) -> bool:
    """Whether a node says nothing: ``until:``, ``until: null``."""
    return bool(node.tag == "tag:yaml.org,2002:null")


def fields(path: str | os.PathLike[str], node: Node, known: Sequence[str]) -> dict[str, Node]:
    """The nodes of a mapping by their keys, of which all must be known and none stand twice."""
    from yaml.nodes import MappingNode, ScalarNode

    if not isinstance(node, MappingNode):
        wrong(path, node, "waivers_mapping", choices=", ".join(known))
    found: dict[str, Node] = {}
    for key, value in node.value:
        name = str(key.value) if isinstance(key, ScalarNode) else "?"
        if name not in known:
            wrong(path, key, "waivers_key", found=name, choices=", ".join(known))
        if name in found:
            wrong(path, key, "waivers_twice", found=name)
        found[name] = value
    return found


def words(path: str | os.PathLike[str], known: Mapping[str, Node], name: str) -> str | None:
    """The words of a field as they are written, blanks collapsed; None where there are none."""
    from yaml.nodes import ScalarNode

    node = known.get(name)
    if node is None or is_null(node):
        return None
    if not isinstance(node, ScalarNode):
        wrong(path, node, "waivers_words", field=name)
    return " ".join(node.value.split()) or None


def wrong(path: str | os.PathLike[str], node: Node, problem: str, **details: Any) -> NoReturn:
    """Raise what is wrong at a node of a file, with its line."""
    raise UnreadableFile(path, problem, line=node.start_mark.line + 1, **details)

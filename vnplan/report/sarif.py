"""Differences in SARIF 2.1.0: what code scanning and editors show beside the lines of a file."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnplan.language import say
from vnplan.report.text import (
    ACCEPTED,
    GRAVE,
    PLAIN,
    counted,
    doubts_told,
    has_duties,
    notes,
    printable,
    shortened,
    standing,
    waiver_told,
)

if TYPE_CHECKING:
    from vnplan.records import DiffItem, Evidence, Plan, Source, Status
    from vnplan.report.compared import Compared

Json = dict[str, Any]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LANGUAGES = {"en": "en-US", "vi": "vi-VN"}
LEVELS: dict[Status, str] = {
    "missing": "error",
    "partial": "warning",
    "altered": "warning",
    "undetermined": "note",
}
NAMES: dict[Status, str] = {
    "missing": "MissingDuty",
    "partial": "PartialDuty",
    "altered": "AlteredDuty",
    "undetermined": "UndeterminedDuty",
}
MOST_RESULTS = 5000  # GitHub shows so many, the gravest, and refuses 25,000
LONGEST = 1000  # signs of a message; the related locations have the words in full
STANDARD_INPUT = "-"
# what a reader of messages would take for the place of an argument
ARGUMENT = re.compile(r"\{(?=\d+\})")
LINK_SIGN = re.compile(r"[][\\]")
LINE_END = re.compile(r"\r\n?|\n")
LONE_RETURN = re.compile(r"\r(?!\n)")
WIDE = re.compile("[\U00010000-\U0010ffff]")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # of a file's name that is no UTF-8


def as_sarif(pairs: Sequence[Compared], *, lang: str = "en") -> str:
    """One run with a result for each duty that is missing, partial, altered or undetermined.

    Results stand where the child answers, or where it should; a decision that still holds
    suppresses its result. How many duties are well is told among the properties of the run.
    """
    import json

    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [Run(pairs, lang).as_json()]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


class Run:
    """All pairs on their way to one run: GitHub takes no two runs of one tool in a file."""

    def __init__(self, pairs: Sequence[Compared], lang: str) -> None:
        self.pairs, self.lang = pairs, lang
        self.files: dict[str, File] = {}
        self.seen: Counter[str] = Counter()
        for pair in pairs:
            for path, plan in ((pair.parent_path, pair.parent), (pair.child_path, pair.child)):
                self.files.setdefault(path, File(path, plan, len(self.files), lang))

    def as_json(self) -> Json:
        """The run."""
        failing = [
            (GRAVE.index(item.status), number, item)
            for number, pair in enumerate(self.pairs)
            for item in pair.result.items
            if item.status in GRAVE
        ]
        failing.sort(key=lambda found: found[:2])
        left_out = len(failing) - MOST_RESULTS
        results = [self.result(item, self.pairs[n]) for _, n, item in failing[:MOST_RESULTS]]
        told = [notice for pair in self.pairs for notice in self.notices(pair)]
        if left_out > 0:
            words = say(self.lang, "results_left_out", count=left_out, most=MOST_RESULTS)
            told.append({"level": "warning", "message": {"text": words}})
        invocation: Json = {
            "executionSuccessful": all(has_duties(pair.result) for pair in self.pairs)
        }
        if told:
            invocation["toolExecutionNotifications"] = told
        targets = {pair.child_path for pair in self.pairs}
        # old Mac's line ends are none by default
        old = any(LONE_RETURN.search(file.written) for file in self.files.values())
        return {
            "tool": {"driver": self.driver()},
            "invocations": [invocation],
            "language": LANGUAGES[self.lang],
            "columnKind": "utf16CodeUnits",
            **({"newlineSequences": ["\r\n", "\n", "\r"]} if old else {}),
            "artifacts": [
                file.artifact("analysisTarget" if path in targets else "referencedOnCommandLine")
                for path, file in self.files.items()
            ],
            "results": results,
            "properties": {
                "pairs": [
                    {
                        "parent": harmless(pair.parent_path),
                        "child": harmless(pair.child_path),
                        "counts": counted(pair.result),
                    }
                    for pair in self.pairs
                ]
            },
        }

    def driver(self) -> Json:
        """The tool with a rule for each status that fails."""
        driver: Json = {"name": "vnplan"}
        if version := installed_version():
            driver |= {"version": version, "semanticVersion": version}
        driver["rules"] = [
            {
                "id": status,
                "name": NAMES[status],
                "shortDescription": {"text": say(self.lang, f"rule_{status}")},
                "fullDescription": {"text": say(self.lang, f"help_rule_{status}")},
                "help": {"text": say(self.lang, f"help_rule_{status}")},
                "defaultConfiguration": {"level": LEVELS[status]},
            }
            for status in GRAVE
        ]
        return driver

    def notices(self, pair: Compared) -> Iterator[Json]:
        """What makes a person doubt the whole comparison."""
        told = [("warning", line, pair.child_path) for line in doubts_told(pair.result, self.lang)]
        if not has_duties(pair.result):
            told.insert(0, ("error", say(self.lang, "no_duty_of_parent"), pair.parent_path))
        for level, words, path in told:
            yield {
                "level": level,
                "message": {"text": harmless(words)},
                "locations": [
                    {"physicalLocation": {"artifactLocation": self.files[path].location}}
                ],
            }

    def result(self, item: DiffItem, pair: Compared) -> Json:
        """The result of a duty that is not answered as it should be."""
        child, parent = self.files[pair.child_path], self.files[pair.parent_path]
        answers = sorted(item.child, key=lambda answer: -(answer.score or 0))
        related = [(parent, item.parent)] if item.parent else []
        related += [(child, answer) for answer in answers[1:]]
        found: Json = {
            "ruleId": item.status,
            "ruleIndex": GRAVE.index(item.status),
            "level": LEVELS[item.status],
            "message": {"text": self.message(item)},
            "locations": [child.place(answers[0]) if answers else child.gap(item, pair, self.lang)],
            "relatedLocations": [
                {"id": number, **file.place(words)}
                for number, (file, words) in enumerate(related, 1)
            ],
            "suppressions": [],
            "properties": {"id": item.id, "kind": item.kind, "score": item.score},
        }
        if item.fingerprint:
            found["partialFingerprints"] = {
                "duty/v1": item.fingerprint,
                "primaryLocationLineHash": self.known_again(item.fingerprint, child, parent),
            }
        if standing(item) == ACCEPTED and item.waiver:
            why = waiver_told(item.waiver, self.lang)
            found["suppressions"] = [
                {"kind": "external", "status": "accepted", "justification": why}
            ]
        return found

    def message(self, item: DiffItem) -> str:
        """What is the matter, with a link to the duty in the parent, and its words."""
        words = item.parent
        head = say(self.lang, item.status)
        if words:
            place = harmless(words.section) or say(self.lang, "parent")
            head += f" [{LINK_SIGN.sub('', place)}](1)"
            kind = "" if item.kind in PLAIN else f"({say(self.lang, item.kind)}) "
            head += f": {kind}{harmless(words.text)}"
        told = [harmless(note) for note in notes(item, self.lang)]
        rest = "".join(f"\n{note}" for note in told)
        head = shortened(head[:1].upper() + head[1:], max(LONGEST - len(rest), LONGEST // 2))
        return shortened(head + rest, LONGEST)

    def known_again(self, fingerprint: str, child: File, parent: File) -> str:
        """By what GitHub knows a result again: the duty and the two files, wherever it stands."""
        said = "\n".join([fingerprint, child.uri, parent.uri])
        digest = hashlib.sha256(said.encode()).hexdigest()[:16]
        self.seen[digest] += 1
        return f"{digest}:{self.seen[digest]}"


class File:
    """A file that results speak of, and where in it the words of its plan stand.

    Columns and offsets are counted in UTF-16 code units of the file as it lies there, be its marks
    apart from their letters or its lines ended in another way than those of the text as read.
    They are left out where the file's letters are not those of the text, lines too where it is no
    plain text.
    """

    def __init__(self, path: str, plan: Plan, index: int, lang: str) -> None:
        self.plan, self.lang = plan, lang
        self.uri = "" if path == STANDARD_INPUT else uri_of(path)
        self.location: Json = {"index": index}
        if self.uri:
            self.location["uri"] = self.uri
        else:
            self.location["description"] = {"text": say(lang, "standard_input")}
        source = plan.source
        self.plain = plan.text is not None and source.media_type in (None, "text/plain")
        encoding = source.encoding or "utf-8"
        self.same_letters = encoding.startswith("utf") and "+" not in encoding  # utf-8+vni
        self.written = text = plan.text or ""
        self.shifts: list[tuple[int, int]] = []
        if self.plain and self.same_letters:
            lies = as_it_lies(path, source)
            shifts = [] if lies is None else shifts_to(lies, text)
            if shifts is None:
                self.same_letters = False
            elif lies is not None:
                self.written, self.shifts = lies, shifts
        self.starts = [0, *(match.end() for match in LINE_END.finditer(self.written))]
        self.wide = [match.start() for match in WIDE.finditer(self.written)]

    def artifact(self, role: str) -> Json:
        """The file among those of the run."""
        location = {name: value for name, value in self.location.items() if name != "index"}
        roles = [role] if self.uri else ["standardStream"]
        found: Json = {"location": location, "roles": roles}
        source = self.plan.source
        if source.media_type:
            found["mimeType"] = source.media_type
        if source.sha256:
            found["hashes"] = {"sha-256": source.sha256}
        return found

    def place(self, words: Evidence) -> Json:
        """Where words of the plan stand, with their section, and the words in full."""
        physical: Json = {"artifactLocation": self.location}
        if region := self.region(*words.span):
            physical["region"] = region
        found: Json = {"physicalLocation": physical}
        if words.section:
            section = harmless(words.section)
            found["logicalLocations"] = [{"fullyQualifiedName": section, "kind": "section"}]
        start, end = words.span
        if not self.plain and 0 <= start < end:  # an offset is one of the text that parse gives
            line = bisect_right(self.starts, start)
            found["properties"] = {"textLine": line, "textSpan": [start, end]}
        page = None if region else self.plan.page_at(start)
        told = [say(self.lang, "on_page", page=page)] if page else []
        found["message"] = {"text": ": ".join([*told, harmless(words.text)])}
        return found

    def region(self, start: int, end: int) -> Json | None:
        """The lines and columns of a span, as far as the file has them."""
        text = self.plan.text or ""
        if not self.plain or not 0 <= start < end <= len(text):
            return None
        start, end = self.offset(start), self.offset(end)
        first, last = bisect_right(self.starts, start), bisect_right(self.starts, end - 1)
        if not self.same_letters:
            return {"startLine": first, "endLine": last}
        at, to = self.units(start), self.units(end)
        return {
            "startLine": first,
            "startColumn": at - self.units(self.starts[first - 1]) + 1,
            "endLine": last,
            "endColumn": to - self.units(self.starts[last - 1]) + 1,
            "charOffset": at,
            "charLength": to - at,
            "snippet": {"text": self.written[start:end]},
        }

    def offset(self, at: int) -> int:
        """An offset in the text as read as one in the text as it lies in the file."""
        place = bisect_right(self.shifts, at, key=itemgetter(0))
        return at + self.shifts[place - 1][1] if place else at

    def units(self, offset: int) -> int:
        """An offset in code points as one in UTF-16 code units."""
        return offset + bisect_left(self.wide, offset)

    def gap(self, item: DiffItem, pair: Compared, lang: str) -> Json:
        """Where the answer to a duty should stand: beside those to its neighbours, else on top."""
        beside = neighbour(item, pair)
        if beside:
            found = self.place(beside)
            found["message"] = {
                "text": say(lang, "beside", section=harmless(beside.section or beside.text))
            }
            return found
        physical: Json = {"artifactLocation": self.location}
        if self.plain:
            physical["region"] = {"startLine": 1}
        return {"physicalLocation": physical}


def as_it_lies(path: str, source: Source) -> str | None:
    """The text of a file before anything was done to it; None where it is not what was read."""
    try:
        data = b"" if path == STANDARD_INPUT else Path(path).read_bytes()
        if hashlib.sha256(data).hexdigest() != source.sha256:
            return None
        return data.decode(source.encoding or "utf-8")
    except (OSError, LookupError, ValueError):
        return None


def shifts_to(written: str, text: str) -> list[tuple[int, int]] | None:
    """Offsets in a text from which on those of the same text as it was written are so much more.

    None where the text is another than that which was written, in NFC and with ``\\n`` at the ends
    of its lines.
    """
    signs = {sign: unicodedata.normalize("NFC", sign) for sign in set(written)}
    marks = re.escape("".join(sign for sign in signs if unicodedata.combining(sign)))
    others = re.escape("".join(sign for sign, composed in signs.items() if sign != composed))
    found = [
        "\r\n",
        *([rf"[^\r\n][{marks}]+"] if marks else []),
        *([f"[{others}]"] if others else []),
    ]
    shifts: list[tuple[int, int]] = []
    pieces: list[str] = []
    at = length = 0
    for match in re.finditer("|".join(found), written):
        was = match.group()
        now = "\n" if was == "\r\n" else unicodedata.normalize("NFC", was)
        pieces += (written[at : match.start()], now)
        length += match.start() - at + len(now)
        at = match.end()
        if len(was) != len(now):
            shifts.append((length, at - length))
    pieces.append(written[at:])
    return shifts if "".join(pieces).replace("\r", "\n") == text else None


def neighbour(item: DiffItem, pair: Compared) -> Evidence | None:
    """The answer to the nearest duty under the same heading of the parent, the one before first."""
    if item.parent is None or item.kind == "legal_basis":
        return None
    path, at = item.parent.section.split("."), item.parent.span[0]
    best: tuple[int, int] = (0, 0)
    found: Evidence | None = None
    for other in pair.result.items:
        if other.parent is None or not other.child or other.kind == "legal_basis":
            continue
        labels = zip(path, other.parent.section.split("."), strict=False)
        shared = sum(1 for _ in takewhile(lambda both: both[0] == both[1] != "", labels))
        far = other.parent.span[0] - at
        rank = (-shared, 2 * abs(far) + (far > 0))
        if shared and (found is None or rank < best):
            best, found = rank, max(other.child, key=lambda one: one.score or 0)
    return found


def harmless(words: str) -> str:
    """Words of a document, of which no reader makes links or places of arguments."""
    words = LONE_SURROGATE.sub("\ufffd", printable(words))
    return ARGUMENT.sub("{ ", words.replace("](", "] ("))


def uri_of(path: str) -> str:
    """A file's URI; that of a relative path is relative to where the command ran."""
    from urllib.parse import quote

    if os.path.isabs(path):
        return Path(path).as_uri()
    return quote(os.fsencode(Path(os.path.normpath(path)).as_posix()))


def installed_version() -> str | None:
    """The version of the package, None where it runs without being installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("vnplan")
    except PackageNotFoundError:
        return None

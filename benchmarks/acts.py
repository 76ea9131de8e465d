"""How well a duty's words are parted into acts: ``python benchmarks/acts.py``.

Three ways on all duties with gold: our rules, tags of underthesea (a verb behind a comma or a
conjunction opens an act where the verb before has an object and this one has too), and its
chunks (a verb phrase behind a comma or a conjunction). All part at semicolons and sentence ends
alike, and get the words from the first act on, so that who acts is not asked. Told is how often
the number of acts is right, and how well the places agree at which a further act begins.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tables import markdown

from vnplan.extract.acts import act_spans, clauses
from vnplan.gold import find_gold, read_record
from vnplan.readers import read_file
from vnplan.records import Span
from vnplan.text import Page, read_text

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
GOLD = {
    "seeds": CORPORA / "seeds",
    "real": CORPORA / "real",
    "golden": ROOT / "tests" / "golden",
}

Splitter = Callable[[Page, int, int], list[int]]


def main() -> int:
    """The exit code; prints one table in markdown."""
    rows = [["acts of duties", "duties", "number right", "places P", "R", "F1", "seconds"]]
    duties = {name: list(read_duties(folder)) for name, folder in GOLD.items() if folder.is_dir()}
    for way, split in (("rules", by_rules), ("tags", by_tags), ("chunks", by_chunks)):
        for name, told in [
            *duties.items(),
            ("all", [d for group in duties.values() for d in group]),
        ]:
            rows.append([f"{way}, {name}", *figures(split, told)])
    print(markdown(rows))
    return 0


def read_duties(folder: Path) -> Iterator[tuple[Page, Span, list[int]]]:
    """Each duty with gold: its page, its words from the first act on, and where acts begin."""
    for found in find_gold(folder):
        page = read_text(read_file(found.text)[0])
        for duty in read_record(found.record)["obligations"]:
            starts = [act["span"][0] for act in duty["acts"]]
            if starts:
                yield page, (starts[0], duty["span"][1]), starts


def figures(split: Splitter, duties: list[tuple[Page, Span, list[int]]]) -> list[str]:
    """A row's figures; the first act's own place, which is given, is not counted."""
    split(*duties[0][:1], *duties[0][1])  # loads what it needs
    right = agreed = gold = found = 0
    began = time.perf_counter()
    for page, (start, end), starts in duties:
        places = split(page, start, end)
        right += len(places) == len(starts)
        agreed += len(set(places[1:]) & set(starts[1:]))
        gold, found = gold + len(starts) - 1, found + max(0, len(places) - 1)
    took = time.perf_counter() - began
    shares = (right / len(duties), agreed / max(1, found), agreed / max(1, gold))
    f1 = 2 * agreed / max(1, gold + found)
    return [str(len(duties)), *(f"{share:.3f}" for share in (*shares, f1)), f"{took:.2f}"]


def by_rules(page: Page, start: int, end: int) -> list[int]:
    """Where acts begin by our rules."""
    return [span[0] for span in act_spans(page, start, end)]


def by_tags(page: Page, start: int, end: int) -> list[int]:
    """Where acts begin by the parts of speech."""
    from underthesea import pos_tag

    return parted(page, start, end, lambda words: [tuple(token[:2]) for token in pos_tag(words)])


def by_chunks(page: Page, start: int, end: int) -> list[int]:
    """Where acts begin by chunks: only a verb that begins a phrase counts."""
    from underthesea import chunk

    def tags(words: str) -> list[tuple[str, str]]:
        return [(word, tag if at[:2] == "B-" else f"{tag}*") for word, tag, at in chunk(words)]

    return parted(page, start, end, tags)


def parted(
    page: Page, start: int, end: int, tag: Callable[[str], list[tuple[str, str]]]
) -> list[int]:
    """Where acts begin: a verb with an object, behind a joint, behind a verb with an object."""
    places: list[int] = []
    for a, b in clauses(page, start, end):
        words = page.work[a:b]
        tokens, at = [], a
        for word, kind in tag(words):
            first = page.work.find(word.split(" ")[0], at, b)
            at = max(at, first)
            tokens.append((at, kind))
            at += len(word.split(" ")[0])
        tokens = [token for token in tokens if page.work[token[0]].isalnum() or token[1] == "CH"]
        words_only = [token for token in tokens if token[1] != "CH"]
        if not words_only:
            continue
        places.append(words_only[0][0])
        object_seen = False
        for i in range(1, len(tokens)):
            here, kind = tokens[i]
            joint = page.work[tokens[i - 1][0]] == "," or tokens[i - 1][1].startswith("C")
            if joint and object_seen and kind == "V" and has_object(tokens, i):
                places.append(here)
                object_seen = False
            object_seen = object_seen or kind[:1] in ("N", "M", "P")
    return places


def has_object(tokens: list[tuple[int, str]], i: int) -> bool:
    """Whether a noun follows a verb before the next joint."""
    for _, kind in tokens[i + 1 :]:
        if kind[:1] in ("N", "M", "P"):
            return True
        if kind[:1] == "C":
            return False
    return False


if __name__ == "__main__":
    raise SystemExit(main())

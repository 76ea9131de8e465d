"""vnplan in a spaCy pipeline: ``doc._.plan``, and the items of its lists as ``doc.spans``.

``blank()`` is such a pipeline; its tokens are Vietnamese words. In any other,
``nlp.add_pipe("vnplan")`` adds the records: spaCy finds the component by its entry point, and
loads this module with it, so that nothing else heavy is imported here.

The text of a ``Doc`` is the text as given. A record's is NFC with line ends ``\\n``, and may be
shorter: the spans of the ``Doc`` are put where the same words stand in its own text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

if TYPE_CHECKING:
    from vnplan.records import Plan, Record, Span

KEPT = "vnplan"  # the key of the record, as JSON without its text, in ``Doc.user_data``
SINGLE = ("number", "issuing_body", "signatory")
# what tells the items of a list apart; the label of all others is the name of their list
LABELS = {
    "issuing_body": "level",
    "issuing_bodies": "level",
    "legal_bases": "type",
    "citations": "type",
    "sections": "role",
    "criteria": "audience",
    "awards": "form",
    "obligations": "kind",
    "doubts": "code",
}


def blank(*, fast: bool = False) -> Language:
    """A pipeline of Vietnamese words and the records of plans.

    ``fast`` has each syllable as a token, which takes a tenth of the time.
    """
    tokenizer = {"@tokenizers": "vnplan.Words.v1", "fast": fast}
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": tokenizer}})
    nlp.add_pipe("vnplan")
    return nlp


# ---------------------------------------------------------------- records


@Language.factory("vnplan", assigns=["doc._.plan", "doc.spans", "span._.record"])
def make_vnplan(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component, which has no settings."""
    return add_records


def add_records(doc: Doc) -> Doc:
    """The same ``Doc`` with its plan, and a group of spans for each list of the plan.

    A token that a record begins or ends in is split there.
    """
    from vnplan.plan import parse

    plan = parse(doc.text)
    where = where_read(doc.text, plan.text or "")
    items = {
        field: [(name, label, (where(start), where(end))) for name, label, (start, end) in found]
        for field, found in spans_of(plan)
    }
    split_at(doc, {at for found in items.values() for _, _, span in found for at in span})
    begins = [token.idx for token in doc]
    for field, found in items.items():
        doc.spans[field] = [
            DocSpan(doc, *tokens_of(span, begins), label=label, span_id=f"{field}/{name}")
            for name, label, span in found
        ]
    doc.user_data[KEPT] = plan.to_json(text=False)
    return doc


def spans_of(plan: Plan) -> Iterator[tuple[str, list[tuple[str, str, Span]]]]:
    """Each field with its items that have a span: name within the field, label, span."""
    from vnplan.records import LIST_FIELDS

    for field in (*SINGLE, *LIST_FIELDS, "doubts"):
        yield (
            field,
            [
                (name, str(getattr(item, LABELS.get(field, ""), None) or field), item.span)
                for name, item in items_of(plan, field)
                if item.span is not None
            ],
        )
    yield "unclaimed", [(str(i), "unclaimed", span) for i, span in enumerate(plan.unclaimed)]


def items_of(plan: Plan, field: str) -> Iterable[tuple[str, Any]]:
    """The items of a field by name: sections by their path, others by their place."""
    if field == "sections":
        return plan.walk()
    found = getattr(plan, field)
    if not isinstance(found, tuple):
        found = () if found is None else (found,)
    return ((str(i), item) for i, item in enumerate(found))


def split_at(doc: Doc, cuts: Iterable[int]) -> None:
    """Split the tokens that have one of the offsets inside."""
    begins = [token.idx for token in doc]
    inside: dict[int, list[int]] = {}
    for cut in sorted(cuts):
        place = bisect_right(begins, cut) - 1
        if place >= 0 and begins[place] < cut < begins[place] + len(doc[place]):
            inside.setdefault(place, []).append(cut - begins[place])
    if not inside:
        return
    with doc.retokenize() as retokenizer:
        for place, marks in inside.items():
            token = doc[place]
            parts = [token.text[a:b] for a, b in pairwise((0, *marks, len(token)))]
            retokenizer.split(token, parts, heads=[(token, i) for i in range(len(parts))])


def tokens_of(span: Span, begins: list[int]) -> tuple[int, int]:
    """From which token to which a span of characters runs; it cuts none."""
    start, end = span
    first = max(0, bisect_right(begins, start) - 1)
    return first, bisect_right(begins, end - 1) if end > start else first


@lru_cache(maxsize=16)
def as_plan(kept: str, text: str) -> Plan:
    """The record as it was kept, with its text."""
    from vnplan.records import Plan
    from vnplan.views import normalize

    return Plan.model_validate_json(kept).model_copy(update={"text": normalize(text)})


def plan_of(doc: Doc) -> Plan | None:
    """``doc._.plan``: the record of the text, None if the component did not see it."""
    kept = doc.user_data.get(KEPT)
    return None if kept is None else as_plan(kept, doc.text)


def record_of(span: DocSpan) -> Record | None:
    """``span._.record``: the item of the plan that a span of ``doc.spans`` stands for."""
    field, slash, name = span.id_.partition("/")
    plan = plan_of(span.doc)
    if plan is None or not slash or field == "unclaimed":
        return None
    return dict(items_of(plan, field)).get(name)


Doc.set_extension("plan", getter=plan_of, force=True)
DocSpan.set_extension("record", getter=record_of, force=True)


# ---------------------------------------------------------------- the text as given


def where_read(text: str, normal: str) -> Callable[[int], int]:
    """Where an offset of the normal form of a text stands in the text itself."""
    if text == normal:
        return int
    import regex

    from vnplan.views import normalize

    places: list[int] = []
    # a sign and what can be put together with it: marks, and the later letters of Hangul
    for piece in regex.finditer(r"(?s)\r\n|.[\p{M}\u1160-\u11ff]*", text):
        start, end = piece.span()
        places.append(start)  # the first takes up what is put together, those after it are as given
        places += (max(start, end - i) for i in range(len(normalize(piece[0])) - 1, 0, -1))
    places.append(len(text))
    return places.__getitem__


# ---------------------------------------------------------------- tokens

LONGEST = 500  # signs; underthesea takes quadratic time for some
# a line, or of a longer one up to the end of a sentence, of a word, or as much as may be
STRETCH = re.compile(
    rf"[^\n]{{1,{LONGEST}}}(?=\n|\Z)"
    rf"|[^\n]{{1,{LONGEST - 1}}}[.;](?=\s)"
    rf"|[^\n]{{1,{LONGEST}}}(?=\s)"
    rf"|[^\n]{{1,{LONGEST}}}"
)
# takes: 12/KH-UBND    30/6/2024    1.200,5    Ê-đê    %    not: xã,    (nếu
SYLLABLE = re.compile(r"\w+(?:[-./,:]\w+)*|[^\w\s]")
GAPS = frozenset(" \u00a0")  # between the syllables of a word


class Words(DummyTokenizer):
    """A tokenizer: each word of underthesea's is a token, all white space is kept.

    A word of several syllables is one token if single blanks stand between them. With ``fast``
    a token is a syllable, a number or a sign. ``doc.text`` is the text; lone surrogates alone,
    which spaCy cannot hold, are U+FFFD.
    """

    def __init__(self, vocab: Vocab, *, fast: bool = False) -> None:
        self.vocab = vocab
        self.fast = fast

    def __call__(self, text: str) -> Doc:
        """The text in tokens."""
        from vnplan.views import LONE_SURROGATE, normalize

        text = LONE_SURROGATE.sub("\ufffd", text)
        normal = normalize(text)
        where = where_read(text, normal)
        found = syllables(normal) if self.fast else words(normal)
        tokens: list[str] = []
        spaces: list[bool] = []
        done = 0

        def keep(between: str) -> None:
            """White space: the first blank goes with the token before, the rest is a token."""
            if tokens and between[:1] == " ":
                spaces[-1], between = True, between[1:]
            if between:
                tokens.append(between)
                spaces.append(False)

        for start, end in found:
            start, end = where(start), where(end)
            keep(text[done:start])
            if start < end:  # not half of a sign that the normal form parts
                tokens.append(text[start:end])
                spaces.append(False)
            done = end
        keep(text[done:])
        return Doc(self.vocab, words=tokens, spaces=spaces)

    def __reduce__(self) -> tuple[Any, ...]:
        return again, (self.vocab, self.fast)

    # the setting stands in the pipeline's own configuration

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing: what the tokenizer knows is not its own."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> Words:
        """The same tokenizer."""
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Writes nothing."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> Words:
        """The same tokenizer."""
        return self


@registry.tokenizers("vnplan.Words.v1")  # type: ignore[untyped-decorator]
def make_words(fast: bool = False) -> Callable[[Language], Words]:
    """What makes the tokenizer of a pipeline."""

    def make(nlp: Language) -> Words:
        return Words(nlp.vocab, fast=fast)

    return make


def again(vocab: Vocab, fast: bool) -> Words:
    """The tokenizer in another process."""
    return Words(vocab, fast=fast)


def syllables(text: str) -> Iterator[Span]:
    """Where the syllables, numbers and signs stand."""
    return (match.span() for match in SYLLABLE.finditer(text))


def words(text: str) -> Iterator[Span]:
    """Where the words stand, as underthesea tells them line by line."""
    from underthesea import word_tokenize

    for stretch in STRETCH.finditer(text):
        letters = [at for at in range(*stretch.span()) if not text[at].isspace()]
        told = [len("".join(word.split())) for word in word_tokenize(stretch[0])]
        if sum(told) != len(letters):  # it put other letters for ours
            yield from (
                (a + stretch.start(), b + stretch.start()) for a, b in syllables(stretch[0])
            )
            continue
        done = 0
        for length in filter(None, told):
            yield from unbroken(letters[done : done + length], text)
            done += length


def unbroken(letters: list[int], text: str) -> Iterator[Span]:
    """The stretches of letters with no more than one blank between two."""
    start = letters[0]
    for one, other in pairwise(letters):
        if other > one + 2 or (other == one + 2 and text[one + 1] not in GAPS):
            yield start, one + 1
            start = other
    yield start, letters[-1] + 1

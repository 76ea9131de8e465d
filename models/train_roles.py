"""The model of silent headings: ``python models/train_roles.py`` writes roles.json and its tables.

It learns what a section is for (its role) from the letters of its heading, the openings of its
items and its place, on the plans with gold and on plans labelled by their own headings. Each
heading that names a role is taught as lost and as damaged, so that it is silent.
"""

from __future__ import annotations

import random
from base64 import b64encode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from cards import as_table, write_card, write_model
from documents import Document, damaged_letters, digest, present, read_gold, read_plain

from vnplan import outline, silent
from vnplan.evaluate import evaluate, pairs_of, with_paths
from vnplan.extract.obligations import REFUSALS, kind_of_duty
from vnplan.extract.provisions import Provision, find_provisions
from vnplan.lexicon.headings import ROLE_PHRASES
from vnplan.outline import Node, Outline, items_of, read_outline
from vnplan.plan import parse
from vnplan.records import Role, Span
from vnplan.roles import read_role
from vnplan.scores import Scores
from vnplan.text import Page, read_text
from vnplan.views import folded

SEED = 20251121
SLOTS = 4096
FREEDOM = 10.0  # C of the logistic regression; 3 and 30 do as well
COPIES = 2  # damaged forms of each heading
OF_PHRASES = 0.5  # the weight of a heading's words alone, without a section
OF_LOWER = 0.5  # that of a section below another


@dataclass(frozen=True)
class Example:
    """A section as it is taught: its features, its role, and why its heading is silent."""

    document: str
    silence: str  # lost, damaged, topic (it names no role), phrase (words without a section)
    features: dict[str, float]
    role: Role
    top: bool

    @property
    def weight(self) -> float:
        """How much the example counts."""
        if self.silence == "phrase":
            return OF_PHRASES
        return 1.0 if self.top else OF_LOWER


# ---------------------------------------------------------------- examples


def examples_of(document: Document, chance: random.Random) -> Iterator[Example]:
    """The sections of a document whose role gold tells, or a heading of theirs or above."""
    page = read_text(document.text)
    tree = read_outline(page)
    gold = roles_in_gold(document)
    for node, place in placed(tree):
        role = gold.get(node.path) if gold else node.role
        if role is None or (not gold and not named(node)):
            continue
        title = page.bare[slice(*node.title)] if node.title is not None else ""
        forms = [("topic", title)]
        if node.named_role:
            forms = [("lost", "")]
            forms += [("damaged", silenced(title, chance)) for _ in range(COPIES)]
        for silence, words in forms:
            features = silent.section_features(page.bare, words, items_of(node), place)
            yield Example(document.name, silence, features, role, node.parent is None)


def roles_in_gold(document: Document) -> dict[str, Role]:
    """Path -> role of the sections of the gold record."""
    sections = (document.gold or {}).get("sections", [])
    return {section["path"]: section["role"] for section in with_paths(sections)}


def placed(tree: Outline) -> Iterator[tuple[Node, tuple[int, int]]]:
    """The sections without appendices, with their index among siblings and how many these are."""
    for node in tree.walk():
        siblings = node.parent.children if node.parent is not None else tree.nodes
        listed = [sibling for sibling in siblings if sibling.kind != "appendix"]
        if node.kind != "appendix":
            yield node, (listed.index(node), len(listed))


def named(node: Node) -> bool:
    """Whether a heading of the section or of one above it names a role."""
    at: Node | None = node
    while at is not None and not at.named_role:
        at = at.parent
    return at is not None


def silenced(title: str, chance: random.Random) -> str:
    """A folded heading so damaged that it names no role; "" where it always does."""
    for _ in range(30):
        words = damaged_letters(title, chance)
        if read_role(words, 0, len(words), top=True) is None:
            return words
    return ""


def phrases(chance: random.Random) -> Iterator[Example]:
    """The words of headings that the lexicon knows, damaged, without anything below them."""
    for role, said in ROLE_PHRASES.items():
        for phrase in said:
            for _ in range(COPIES + 1):
                letters = silent.section_features("", silenced(folded(phrase), chance), [], (1, 3))
                letters = {name: value for name, value in letters.items() if name[0] == "t"}
                yield Example("", "phrase", letters, role, True)  # type: ignore[arg-type]


# ---------------------------------------------------------------- the model


def fit(examples: Iterable[Example]) -> dict[str, Any]:
    """The model of these examples, as it is stored: weights of a byte each."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    taught = list(examples)
    learner = LogisticRegression(C=FREEDOM, max_iter=300)
    roles = [example.role for example in taught]
    learner.fit(matrix(taught), roles, sample_weight=[example.weight for example in taught])
    scale = float(np.abs(learner.coef_).max()) / 127
    rows = np.rint(learner.coef_.T / scale).astype(np.int8)  # slots × roles
    return {
        "roles": learner.classes_.tolist(),
        "slots": SLOTS,
        "scale": round(scale, 6),
        "biases": [round(float(bias), 4) for bias in learner.intercept_],
        "weights": b64encode(rows.tobytes()).decode("ascii"),
    }


def matrix(examples: list[Example]) -> Any:
    """The hashed features, an example a row."""
    import scipy.sparse

    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for example in examples:
        row: dict[int, float] = defaultdict(float)
        for name, value in example.features.items():
            row[silent.slot(name, SLOTS)] += value
        columns += row.keys()
        values += row.values()
        ends.append(len(columns))
    return scipy.sparse.csr_matrix((values, columns, ends), shape=(len(examples), SLOTS))


@contextmanager
def using(model: Mapping[str, Any] | None) -> Iterator[None]:
    """Let the package guess by this model, by none where it is None."""
    silent.weights.cache_clear()
    with patch.object(silent, "load", lambda name: model):
        yield
        silent.weights.cache_clear()


def guessed(model: Mapping[str, Any], example: Example) -> tuple[Role, float]:
    """The role and probability that the package would guess for an example."""
    with patch.object(silent, "section_features", lambda *_: example.features), using(model):
        guess = silent.guess_role("", "", [], (0, 1))
    assert guess is not None
    return guess


# ---------------------------------------------------------------- what it is worth

Form = Callable[[str], str]


@contextmanager
def headings(form: Form | None) -> Iterator[None]:
    """Let the top headings of what is parsed name no role: their words take another form."""
    if form is None:
        yield
        return

    def deaf(bare: str, start: int, end: int, *, top: bool) -> Role | None:
        return None if top else read_role(bare, start, end, top=top)

    def other_words(
        bare: str, title: str, items: list[Span], place: tuple[int, int]
    ) -> tuple[Role, float] | None:
        return silent.guess_role(bare, form(title), items, place)

    with (
        patch.object(outline, "read_role", deaf),
        patch.object(outline, "guess_role", other_words),
        patch.object(outline, "is_topic", lambda *_: False),
    ):
        yield


def cross_validated() -> dict[str, list[list[str]]]:
    """The tables of the card: every document with gold read by a model that never saw it."""
    documents = read_gold()
    chance = random.Random(SEED)
    taught = {d.name: list(examples_of(d, chance)) for d in [*documents, *read_plain()]}
    words = list(phrases(chance))
    sections: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    totals: dict[tuple[str, bool], Scores] = defaultdict(Scores)
    for document in documents:
        seen = [e for name, examples in taught.items() if name != document.name for e in examples]
        model = fit([*seen, *words])
        count_sections(model, taught[document.name], sections)
        damage = random.Random(f"{SEED} {document.name}")
        forms: dict[str, Form | None] = {
            "as printed": None,
            "damaged": lambda title, d=damage: silenced(title, d),  # type: ignore[misc]
            "lost": lambda _: "",
        }
        for silence, form in forms.items():
            for learned in (False, True):
                with headings(form), using(model if learned else None):
                    record = parse(document.text).model_dump(mode="json")
                totals[silence, learned] += evaluate(document.gold or {}, record)
    return {"sections": section_rows(sections), "documents": document_rows(totals)}


def count_sections(
    model: Mapping[str, Any], examples: list[Example], counts: dict[str, list[int]]
) -> None:
    """Count examples, those that are content, and those that the package gives their role."""
    for example in examples:
        if not example.top and example.silence != "topic":
            continue
        role, sure = guessed(model, example)
        count = counts[example.silence]
        count[0] += 1
        count[1] += example.role == "content"
        least = silent.SURE_OF_TOPIC if example.silence == "topic" else silent.SURE
        count[2] += (role if sure >= least else "content") == example.role


SILENCES = {
    "damaged": "damaged by a scan",
    "lost": "lost",
    "topic": "of a topic, below another heading",
}


def section_rows(counts: Mapping[str, list[int]]) -> list[list[str]]:
    """The table of single sections."""
    rows = [["heading", "sections", "rules only", "with the model"]]
    for silence, name in SILENCES.items():
        number, content, right = counts[silence]
        rows.append([name, str(number), f"{content / number:.3f}", f"{right / number:.3f}"])
    return rows


def document_rows(totals: Mapping[tuple[str, bool], Scores]) -> list[list[str]]:
    """The table of whole documents, rules only and with the model."""
    rows = [["top headings", "model", "section roles", "obligations P", "R", "F1", "macro F1"]]
    for (silence, learned), scores in totals.items():
        duties = scores.fields["obligations"]
        figures = [
            scores.fields["sections"].attributes["role"],
            duties.precision,
            duties.recall,
            duties.f1,
            scores.macro_f1,
        ]
        rows.append([silence, "yes" if learned else "no", *(f"{f or 0:.3f}" for f in figures)])
    return rows


# ---------------------------------------------------------------- single provisions


def duty_rows() -> list[list[str]]:
    """What a model of single provisions would be worth where the section's role is ``other``.

    Rules take none of these for a duty. The model learns duty or not from the opening
    syllables, on all provisions, and is measured on those of ``other`` and on all.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    examples: list[Example] = []
    labels: list[bool] = []
    others: list[bool] = []
    judged = {document.name for document in read_gold()}
    for document in [*read_gold(), *read_plain()]:
        page = read_text(document.text)
        provisions = [p for p in find_provisions(page, read_outline(page)) if plain(page, p)]
        told = duties_in_gold(document, provisions)
        for i, provision in enumerate(provisions):
            if document.gold is None and (provision.role == "other" or not named(provision.node)):
                continue
            features = silent.section_features(page.bare, "", [provision.span], (1, 3))
            examples.append(Example(document.name, "", features, provision.role, False))
            directs = kind_of_duty(page, provision) is not None
            labels.append(i in told if document.gold else directs)
            others.append(provision.role == "other")
    rows_of = matrix(examples)
    where = np.array([example.document for example in examples])
    wanted, other = np.array(labels), np.array(others)
    chances = np.zeros(len(wanted))
    for name in sorted(judged):
        seen = where != name
        learner = LogisticRegression(C=FREEDOM, max_iter=300).fit(rows_of[seen], wanted[seen])
        chances[~seen] = learner.predict_proba(rows_of[~seen])[:, 1]
    known = np.isin(where, sorted(judged))
    rows = [["provisions", "number", "duties", "taken at", "taken", "right", "P", "R"]]
    for title, chosen in (("of role `other`", known & other), ("all", known)):
        for threshold in (0.5, 0.7, 0.9):
            taken = chosen & (chances >= threshold)
            right = int((taken & wanted).sum())
            total = int((chosen & wanted).sum())
            counts = [int(chosen.sum()), total, int(taken.sum()), right]
            shares = [right / max(1, counts[2]), right / max(1, total)]
            rows.append(
                [title, *map(str, counts[:2]), f"{threshold:.1f}", *map(str, counts[2:])]
                + [f"{share:.3f}" for share in shares]
            )
    return rows


def plain(page: Page, provision: Provision) -> bool:
    """Whether no rule refuses the provision by its own words."""
    if provision.leads or provision.closing or provision.cells:
        return False
    return not any(rule(page, provision, *provision.span) for rule in REFUSALS)


def duties_in_gold(document: Document, provisions: list[Provision]) -> set[int]:
    """The indices of the provisions that are duties in the gold record."""
    duties = (document.gold or {}).get("obligations", [])
    spans = [{"span": list(provision.span)} for provision in provisions]
    return {j for _, j in pairs_of("obligations", duties, spans)}


# ---------------------------------------------------------------- files


def make() -> dict[str, Any]:
    """The model of all documents, with the seed and the hash of what it was made from."""
    documents = [*read_gold(), *read_plain()]
    chance = random.Random(SEED)
    taught = [example for document in documents for example in examples_of(document, chance)]
    model = fit([*taught, *phrases(chance)])
    return {"seed": SEED, "data": digest(documents), "examples": len(taught)} | model


def main() -> None:
    """Write the model and its tables."""
    if not present():
        return
    with using(None):
        model = make()
        path = write_model("roles", model)
    tables = cross_validated()
    with using(None):
        duties = duty_rows()
    lines = [
        f"Seed {model['seed']}, {model['examples']} sections, data SHA-256 `{model['data']}`,"
        f" {path.stat().st_size / 1024:.0f} kB.",
        "",
        *as_table(tables["sections"]),
        "",
        *as_table(tables["documents"]),
        "",
        "Duties among provisions, a second model that was **not** taken:",
        "",
        *as_table(duties),
    ]
    write_card("roles", lines)


if __name__ == "__main__":
    main()

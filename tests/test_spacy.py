"""vnplan in spaCy: every sign in a token or behind one, and spans that are the records'."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import spacy
from conftest import ROOT, SHARED, clean_environment
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import vnplan
import vnplan.spacy
from vnplan.records import LIST_FIELDS, Plan, Section
from vnplan.views import normalize

TEXT = (ROOT / "corpora" / "pccc-xa-truong" / "parent.txt").read_text(encoding="utf-8")
OURS = sorted([*ROOT.glob("corpora/*/*.txt"), *ROOT.glob("tests/golden/*/*.txt")])
THEIRS = sorted(
    path
    for folder in ("seeds", "real", "unlabelled", "legacy")
    for path in (SHARED / "corpora" / folder).glob("*.txt")
)


@cache
def pipeline(fast: bool = False) -> Language:
    return vnplan.spacy.blank(fast=fast)


def tokens(text: str, fast: bool = False) -> list[str]:
    return [token.text for token in pipeline(fast).tokenizer(text)]


def spans_of(plan: Plan) -> Iterator[tuple[str, tuple[int, int]]]:
    """Field and span of every item of a record's lists."""
    for field in LIST_FIELDS:
        if field == "sections":
            yield from ((field, section.span) for _, section in plan.walk())
        else:
            yield from ((field, item.span) for item in getattr(plan, field) if item.span)
    yield from (("unclaimed", span) for span in plan.unclaimed)


def check(doc: Doc, text: str) -> None:
    """The doc has the text in its tokens, the record, and the record's words in its spans."""
    plan = vnplan.parse(text)
    assert doc.text == text
    assert all(token.text for token in doc)
    assert doc._.plan == plan
    found = {field: [normalize(span.text) for span in group] for field, group in doc.spans.items()}
    wanted: dict[str, list[str]] = {field: [] for field in (*LIST_FIELDS, "unclaimed")}
    for field, (start, end) in spans_of(plan):
        assert plan.text is not None
        wanted[field].append(plan.text[start:end])
    assert {field: found[field] for field in wanted} == wanted


# ---------------------------------------------------------------- tokens

EXAMPLES = [
    ("Công chức xã kiểm tra.", ["Công chức", "xã", "kiểm tra", "."]),
    ("Số: 12/KH-UBND", ["Số", ":", "12", "/", "KH-UBND"]),
    ("trước ngày 30/6/2024;", ["trước", "ngày", "30/6/2024", ";"]),
    ("kiểm tra\nhọc sinh", ["kiểm tra", "\n", "học sinh"]),
    ("  học sinh   giỏi \n", ["  ", "học sinh", "  ", "giỏi", "\n"]),
    # columns of a table: two blanks part what is one word in a line of prose
    ("kiểm  tra", ["kiểm", " ", "tra"]),
    ("kiểm\ttra", ["kiểm", "\t", "tra"]),
    ("", []),
    (" ", [" "]),
]


@pytest.mark.parametrize("text, words", EXAMPLES)
def test_words_are_tokens(text: str, words: list[str]) -> None:
    assert tokens(text) == words


def test_syllables_are_tokens_where_speed_counts() -> None:
    words = ["Công", "chức", "xã", "nộp", "12/KH-UBND", ",", "70", "%"]
    assert tokens("Công chức xã nộp 12/KH-UBND, 70%", fast=True) == words


def test_parted_letters_stay_as_they_were_given() -> None:
    text = unicodedata.normalize("NFD", "Công chức kiểm tra\r\nhọc sinh")
    assert [normalize(word) for word in tokens(text)] == [
        "Công chức",
        "kiểm tra",
        "\n",
        "học sinh",
    ]
    assert pipeline().tokenizer(text).text == text


ODD = [
    "\u0958\u0301 \u1112\u1161\u11ab\r\r\n\u0301",  # one sign becomes two, three become one
    "e\u0302\u0301\u0308." * 3 + "\x00\x1c\u2028\u200b",
    "I. Giao\r\n1. Co\u031b\u0301\u0323.\r\n2. T\u01a1\u0301.",
]


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("text", ODD)
def test_odd_signs(fast: bool, text: str) -> None:
    check(pipeline(fast)(text), text)


@pytest.mark.parametrize("fast", [False, True])
@given(text=st.text(max_size=80))
@settings(max_examples=60)
def test_no_sign_is_lost_or_changed(fast: bool, text: str) -> None:
    doc = pipeline(fast)(text)
    assert doc.text == text
    assert all(token.text for token in doc)
    assert doc._.plan == vnplan.parse(text)


def test_half_a_pair_of_surrogates_is_replaced() -> None:
    assert pipeline()("a\ud800b").text == "a\ufffdb"


@pytest.mark.parametrize("letters", ["a.", "(", "1.", "a", "a\u0301", "học sinh "])
def test_a_line_without_end_is_read_in_pieces(letters: str) -> None:
    text = letters * (3000 // len(letters))
    doc = pipeline().tokenizer(text)
    assert doc.text == text
    assert max(len(token) for token in doc) <= 2 * vnplan.spacy.LONGEST


def test_a_long_line_is_parted_between_words() -> None:
    line = "Công chức xã kiểm tra học sinh. " * 100
    assert tokens(line) == ["Công chức", "xã", "kiểm tra", "học sinh", "."] * 100


# ---------------------------------------------------------------- every document at hand


@pytest.mark.parametrize("path", OURS, ids=lambda path: "/".join(path.parts[-2:]))
def test_our_documents(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    check(pipeline()(text), text)


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("path", THEIRS, ids=lambda path: "/".join(path.parts[-2:]))
def test_real_documents(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    check(pipeline()(text), text)


@pytest.mark.parametrize("path", OURS[::6], ids=lambda path: "/".join(path.parts[-2:]))
def test_spans_are_right_in_a_text_of_parted_letters(path: Path) -> None:
    text = unicodedata.normalize("NFD", path.read_text(encoding="utf-8")).replace("\n", "\r\n")
    check(pipeline(fast=True)(text), text)


# ---------------------------------------------------------------- records


def test_a_span_leads_to_its_record() -> None:
    doc = pipeline()(TEXT)
    plan = doc._.plan
    assert [span._.record for span in doc.spans["obligations"]] == list(plan.obligations)
    assert [span._.record for span in doc.spans["sections"]] == [s for _, s in plan.walk()]
    assert doc.spans["signatory"][0]._.record == plan.signatory
    assert isinstance(doc.spans["sections"][0]._.record, Section)
    assert {span.label_ for span in doc.spans["obligations"]} == {d.kind for d in plan.obligations}
    assert doc[:3]._.record is None
    assert [doc.spans["unclaimed"][0]._.record] == [None]


def test_a_token_is_split_where_a_record_ends() -> None:
    words, spaces = zip(*[(word, True) for word in TEXT.split("\n")[0].split()], strict=True)
    doc = Doc(pipeline().vocab, [*words, TEXT[len(" ".join(words)) + 1 :]], [*spaces, False])
    assert doc.text == TEXT[: len(" ".join(words))] + " " + TEXT[len(" ".join(words)) + 1 :]
    check(vnplan.spacy.add_records(doc), doc.text)


def test_in_a_pipeline_of_another_language() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("vnplan")
    check(nlp(TEXT), TEXT)


def test_what_the_component_did_not_see_has_no_plan() -> None:
    assert pipeline().make_doc(TEXT)._.plan is None


# ---------------------------------------------------------------- spaCy's own ways


@pytest.mark.parametrize("fast", [False, True])
def test_a_pipeline_comes_back_from_disk(fast: bool, tmp_path: Path) -> None:
    nlp = pipeline(fast)
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.pipe_names == ["vnplan"]
    assert [token.text for token in again(TEXT)] == [token.text for token in nlp(TEXT)]
    check(again(TEXT), TEXT)
    check(spacy.blank("vi", config=nlp.config).from_bytes(nlp.to_bytes())(TEXT[:500]), TEXT[:500])


def test_many_documents() -> None:
    texts = [path.read_text(encoding="utf-8") for path in OURS[:4]]
    for text, doc in zip(texts, pipeline(fast=True).pipe(texts), strict=True):
        check(doc, text)


@pytest.mark.slow
def test_many_processes() -> None:
    texts = [path.read_text(encoding="utf-8") for path in OURS[:4]]
    docs = pipeline().pipe(texts, n_process=2, batch_size=2)
    for text, doc in zip(texts, docs, strict=True):
        check(doc, text)


def test_documents_come_back_from_disk(tmp_path: Path) -> None:
    texts = [TEXT, "Kế hoạch", ""]
    docs = DocBin(store_user_data=True, docs=pipeline().pipe(texts))
    docs.to_disk(tmp_path / "plans.spacy")
    read = DocBin().from_disk(tmp_path / "plans.spacy").get_docs(spacy.blank("vi").vocab)
    for text, doc in zip(texts, read, strict=True):
        check(doc, text)
        assert [s._.record for s in doc.spans["obligations"]] == list(doc._.plan.obligations)
    doc = Doc(spacy.blank("vi").vocab).from_bytes(pipeline()(TEXT).to_bytes())
    check(doc, TEXT)


def test_records_are_shown() -> None:
    doc = pipeline()(TEXT)
    html = displacy.render(
        doc, style="span", options={"spans_key": "obligations"}, page=True, jupyter=False
    )
    labels = {span.label_ for span in doc.spans["obligations"]}
    assert len(labels) > 1
    assert all(label in html for label in labels)


def test_spacy_finds_the_component_by_itself(tmp_path: Path) -> None:
    """By the entry points of the installed package: after a change of them, ``make test``."""
    pipeline().to_disk(tmp_path / "pipeline")
    program = f"""if True:
        import spacy
        nlp = spacy.load({str(tmp_path / "pipeline")!r})
        print(len(nlp({TEXT!r})._.plan.obligations))
        nlp = spacy.blank("vi", config={{"nlp": {{"tokenizer": {{"use_pyvi": False}}}}}})
        nlp.add_pipe("vnplan")
        print(nlp.pipe_names)
    """
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=clean_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    duties = len(vnplan.parse(TEXT).obligations)
    assert done.stdout == f"{duties}\n['vnplan']\n", done.stderr


def test_making_a_pipeline_loads_nothing_that_parses() -> None:
    program = """if True:
        import sys
        import vnplan.spacy
        print(sorted({"vnplan.plan", "underthesea", "sklearn"} & set(sys.modules)))
    """
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"

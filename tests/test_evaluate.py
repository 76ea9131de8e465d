"""Evaluation: what counts as the same, what the figures are, and how an office asks for them."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import ROOT, SHARED, Command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import PLAN
from test_imports import HEAVY, MATRICES, loaded

from vnplan.errors import UnreadableFile
from vnplan.evaluate import ATTRIBUTES, evaluate
from vnplan.gold import find_gold, read_prediction, read_record
from vnplan.language import LANGUAGES
from vnplan.report.scores import as_mistake, as_scores
from vnplan.scores import FIELDS, LISTS, SCALARS, Mistake, Scores, Tally

GOLDEN = ROOT / "tests" / "golden"

Item = dict[str, Any]


def counts(field: str, gold: list[Item], pred: list[Item]) -> tuple[int, int, int]:
    """Gold, predicted and matched items of a field."""
    tally = evaluate({field: gold}, {field: pred}).fields[field]
    return tally.gold, tally.pred, tally.matched


def same(field: str, gold: Item, pred: Item) -> bool:
    """Whether one gold item and one predicted make a pair."""
    return counts(field, [gold], [pred]) == (1, 1, 1)


def share(field: str, attribute: str, gold: Item, pred: Item) -> float | None:
    """The share of its points that an attribute wins for one pair."""
    tally = evaluate({field: [gold]}, {field: [pred]}).fields[field]
    assert tally.matched == 1
    return tally.attributes[attribute]


# ---------------------------------------------------------------- scalars

SAME_WORDS = [
    ("Sở Nội vụ", "sở  nội\nVỤ"),
    ("Cuộc thi “Sách và em”", 'Cuộc thi "Sách và em"'),
    ("Cuộc thi «Sách và em»", "Cuộc thi „Sách và em“"),
    ("Hòa Bình", "Ho\u0300a Bi\u0300nh"),  # a letter and its mark apart
    (12, "12"),
]
OTHER_WORDS = [
    ("Sở Nội vụ", "Sở Nội vụ tỉnh"),
    ("hoà", "hòa"),  # two spellings
    ("Sở Nội vụ", None),
    (None, "Sở Nội vụ"),
    ("Sở Nội vụ", ["Sở Nội vụ"]),
]


@pytest.mark.parametrize(("gold", "pred"), SAME_WORDS)
def test_the_same_words(gold: object, pred: object) -> None:
    tally = evaluate({"title": gold}, {"title": pred}).fields["title"]
    assert (tally.gold, tally.pred, tally.matched, tally.f1) == (1, 1, 1, 1.0)
    assert tally.mistakes == ()


@pytest.mark.parametrize(("gold", "pred"), OTHER_WORDS)
def test_other_words(gold: object, pred: object) -> None:
    tally = evaluate({"title": gold}, {"title": pred}).fields["title"]
    assert (tally.matched, tally.f1, tally.attributes) == (0, 0.0, {"acc": 0.0})
    assert [mistake.kind for mistake in tally.mistakes] == ["differs"]


@pytest.mark.parametrize("nothing", [None, "", " \n", {}, []])
def test_nothing_on_both_sides_is_right_and_has_no_f1(nothing: object) -> None:
    tally = evaluate({"place": nothing}, {}).fields["place"]
    assert (tally.gold, tally.pred, tally.f1, tally.attributes) == (0, 0, None, {"acc": 1.0})


def test_parts_of_a_date_are_numbers() -> None:
    fields = evaluate({"date": {"day": 3, "month": 4}}, {"date": {"day": "03", "month": "tư"}})
    assert fields.fields["date.day"].matched == 1
    assert fields.fields["date.month"].matched == 0
    other = evaluate({"number": {"serial": "3"}}, {"number": {"serial": "03"}})
    assert other.fields["number.serial"].matched == 0  # a serial is as printed


# ---------------------------------------------------------------- citations


def cited(type: str, number: str | None = None, title: str | None = None) -> Item:
    return {"type": type, "number": number, "title": title}


SAME_DOCUMENT = [
    (cited("Nghị định", "30/2020/NĐ-CP"), cited("nghị định", "30 / 2020/NĐ-CP")),
    (cited("Kế hoạch", "5/KH-UBND", "đọc sách"), cited("Kế hoạch", "5/KH-UBND", "trồng cây")),
    (cited("Luật", title="Luật Thư viện"), cited("Luật", title="Thư viện")),
    (cited("Đề án", title="“Đọc sách mỗi ngày”"), cited("Đề án", title="đọc sách mỗi ngày")),
    (
        cited("Đề án", title="phát triển thư viện xã giai đoạn 2021 - 2025"),
        cited("Đề án", title="phát triển thư viện xã giai đoạn 2021-2025"),
    ),
]
OTHER_DOCUMENT = [
    (cited("Nghị định", "30/2020/NĐ-CP"), cited("Thông tư", "30/2020/NĐ-CP")),
    (cited("Nghị định", "30/2020/NĐ-CP"), cited("Nghị định", "31/2020/NĐ-CP")),
    (cited("Luật", "15/2023/QH15", "Thư viện"), cited("Luật", None, "Thư viện")),
    (cited("Luật", title="Thư viện"), cited("Luật", title="Lưu trữ")),
    (cited("Luật"), cited("Luật")),  # neither number nor title tells which
]


@pytest.mark.parametrize("field", ["citations", "legal_bases"])
def test_documents(field: str) -> None:
    for gold, pred in SAME_DOCUMENT:
        assert same(field, gold, pred), (gold, pred)
    for gold, pred in OTHER_DOCUMENT:
        assert not same(field, gold, pred), (gold, pred)


def test_each_document_counts_once() -> None:
    one = cited("Luật", "15/2023/QH15")
    assert counts("citations", [one], [one, one]) == (1, 2, 1)


# ---------------------------------------------------------------- sections


def section(label: str, *children: Item, kind: str = "number", **more: object) -> Item:
    return {"label": label, "kind": kind, "children": list(children), **more}


TREE = [section("I", section("1", section("a", kind="letter")), section("1"), kind="roman")]


def test_a_tree_matches_itself() -> None:
    assert counts("sections", TREE, deepcopy(TREE)) == (4, 4, 4)


OTHER_TREES = [
    # the children a level too high: their paths are others
    ([section("I", kind="roman"), section("1"), section("1")], 1),
    # another kind
    ([section("I", section("1", section("a")), section("1"), kind="roman")], 3),
    # the second 1 goes by its number, not by its words
    ([section("I", section("1"), section("1", section("a", kind="letter")), kind="roman")], 3),
    ([section("II", *TREE[0]["children"], kind="roman")], 0),
]


@pytest.mark.parametrize(("tree", "matched"), OTHER_TREES)
def test_sections_match_by_path_and_kind(tree: list[Item], matched: int) -> None:
    assert counts("sections", TREE, tree)[2] == matched


def test_a_tree_may_be_deep() -> None:
    deep = section("1")
    for _ in range(2000):
        deep = section("1", deep)
    assert counts("sections", [deep], [deep]) == (2001, 2001, 2001)


def test_titles_and_texts_of_sections_may_differ_a_little() -> None:
    gold = section("I", title="Nhiệm vụ và giải pháp", text="", role="content")
    pred = section("I", title="Nhiệm vụ và giải pháp.", text="Mở tủ sách.", role="target")
    assert share("sections", "title", gold, pred) == 1
    assert share("sections", "text", gold, pred) == 0
    assert share("sections", "role", gold, pred) == 0


# ---------------------------------------------------------------- spans


def at(start: int, end: int, /, **more: object) -> Item:
    return {"span": [start, end], **more}


SPAN_FIELDS = ("phases", "deadlines", "criteria", "obligations")
SHARED_BY_HALF = [((0, 10), (0, 10)), ((0, 10), (0, 20)), ((0, 20), (5, 15)), ((3, 9), (4, 10))]
SHARED_BY_LESS = [((0, 10), (0, 21)), ((0, 10), (5, 15)), ((0, 10), (10, 20)), ((0, 0), (0, 0))]


@pytest.mark.parametrize("field", SPAN_FIELDS)
def test_spans(field: str) -> None:
    for gold, pred in SHARED_BY_HALF:
        assert same(field, at(*gold), at(*pred)), (gold, pred)
    for gold, pred in SHARED_BY_LESS:
        assert not same(field, at(*gold), at(*pred)), (gold, pred)


@pytest.mark.parametrize("span", [None, [3], [9, 3], ["0", "9"], [0.0, 9.0], "0-9", [0, 9, 9]])
def test_what_is_no_span_matches_nothing(span: object) -> None:
    assert counts("criteria", [at(0, 9)], [{"span": span}]) == (1, 1, 0)


def test_spans_may_be_objects() -> None:
    assert same("criteria", at(0, 9), {"span": {"start": 0, "end": 9}})


def test_the_best_pairs_count_and_not_the_first() -> None:
    gold = [at(0, 10), at(0, 14)]
    pred = [at(0, 14), at(0, 18)]
    assert counts("obligations", gold, pred) == (2, 2, 2)


def test_of_items_with_one_span_those_that_agree_go_together() -> None:
    gold = [at(0, 9, recurrence="annual"), at(0, 9, recurrence="monthly")]
    tally = evaluate({"deadlines": gold}, {"deadlines": gold[::-1]}).fields["deadlines"]
    assert tally.attributes["recurrence"] == 1.0


# ---------------------------------------------------------------- awards, recipients


def award(start: int, end: int, authority: str | None = "Chủ tịch UBND xã", **more: object) -> Item:
    return at(start, end, form="Giấy khen", authority=authority, **more)


SAME_AWARD = [
    (award(0, 30), award(29, 60)),
    (award(0, 30), award(0, 30, "Chủ tịch UBND  Xã")),
    (award(0, 30), award(0, 30, "Chủ tịch UBND các xã")),
    (award(0, 30, None), award(0, 30, None)),
]
OTHER_AWARD = [
    (award(0, 30), award(30, 60)),
    (award(0, 30), award(0, 30) | {"form": "Bằng khen"}),
    (award(0, 30), award(0, 30, occasion="final")),
    (award(0, 30), award(0, 30, "Giám đốc Sở")),
    (award(0, 30), award(0, 30, None)),
]


def test_awards() -> None:
    for gold, pred in SAME_AWARD:
        assert same("awards", gold, pred), (gold, pred)
    for gold, pred in OTHER_AWARD:
        assert not same("awards", gold, pred), (gold, pred)


def test_awards_at_one_place_go_by_what_they_share() -> None:
    gold = [award(0, 50), award(0, 20)]
    pred = [award(0, 20), award(0, 50), award(0, 5)]
    assert counts("awards", gold, pred) == (2, 3, 2)


SAME_RECIPIENT = [("Như trên", "như trên"), ("Các phòng, đơn vị", "Các phòng đơn vị")]
OTHER_RECIPIENT = [("Như trên", "Như Điều 3"), ("Lưu: VT", "Lưu: VP"), ("Lưu: VT", "")]


def test_recipients() -> None:
    for gold, pred in SAME_RECIPIENT:
        assert same("recipients", {"name": gold}, {"name": pred}), (gold, pred)
    for gold, pred in OTHER_RECIPIENT:
        assert not same("recipients", {"name": gold}, {"name": pred}), (gold, pred)


# ---------------------------------------------------------------- attributes


def duty(*actors: str, acts: int = 1, **more: object) -> Item:
    names = [{"name": name, "part": "agent"} for name in actors]
    return at(0, 9, actors=names, acts=[{"text": "làm"}] * acts, **more)


ACTORS = [
    (("Văn phòng Sở",), ("Văn phòng Sở",), 1.0),
    (("Văn phòng Sở", "Phòng Tài vụ"), ("Phòng Tài vụ", "Văn phòng  sở"), 1.0),
    (("Văn phòng Sở",), ("Văn phòng Sở", "Phòng Tài vụ"), 2 / 3),
    (("Văn phòng Sở",), ("Phòng Tài vụ",), 0.0),
    (("Văn phòng Sở",), (), 0.0),
    ((), (), 1.0),
]


@pytest.mark.parametrize(("gold", "pred", "f1"), ACTORS)
def test_actors(gold: tuple[str, ...], pred: tuple[str, ...], f1: float) -> None:
    assert share("obligations", "actors", duty(*gold), duty(*pred)) == f1


def test_all_actors_are_counted_too() -> None:
    gold = {"obligations": [duty("Văn phòng Sở", "Phòng Tài vụ")]}
    tally = evaluate(gold, {"obligations": [duty("Văn phòng Sở")]}).fields["obligations"]
    assert tally.points["actors_micro"] == (2.0, 3.0)
    nothing = evaluate({}, {}).fields["obligations"]
    assert nothing.attributes["actors_micro"] is None


def test_acts_are_counted_and_not_read() -> None:
    assert share("obligations", "n_acts", duty(acts=2), duty(acts=2)) == 1
    assert share("obligations", "n_acts", duty(acts=2), duty(acts=1)) == 0


SAME_DATE: list[tuple[object, object]] = [
    ({"year": 2025, "month": 6}, {"year": "2025", "month": "06", "text": "tháng 6/2025"}),
    ({"year": 2025}, {"date": {"year": 2025}}),
    ({"text": "cuối năm học"}, None),  # no part of it is known
    ("cuối năm học", "Cuối năm học"),
]
OTHER_DATE: list[tuple[object, object]] = [
    ({"year": 2025, "month": 6}, {"year": 2025}),
    ({"year": 2025, "quarter": 2}, {"year": 2025, "month": 2}),
    ({"year": 2025}, None),
    ({"year": 2025}, "2025"),
]


def test_dates() -> None:
    for gold, pred in SAME_DATE:
        assert share("phases", "start", at(0, 9, start=gold), at(0, 9, start=pred)) == 1
    for gold, pred in OTHER_DATE:
        assert share("phases", "start", at(0, 9, start=gold), at(0, 9, start=pred)) == 0


def test_a_deadline_is_right_where_date_and_recurrence_are() -> None:
    gold = at(0, 9, date={"month": 6}, recurrence="annual")
    pred = at(0, 9, date={"month": 6}, recurrence=None)
    assert share("deadlines", "date", gold, pred) == 1
    assert share("deadlines", "date+recurrence", gold, pred) == 0
    tally = evaluate({"deadlines": [gold]}, {"deadlines": [pred]}).fields["deadlines"]
    assert [mistake.attribute for mistake in tally.mistakes] == ["recurrence"]


# ---------------------------------------------------------------- figures


def golden() -> list[tuple[str, Item]]:
    return [(document.name, read_record(document.record)) for document in find_gold(GOLDEN)]


def test_every_field_is_counted_once() -> None:
    assert tuple(evaluate({}, {}).fields) == FIELDS == SCALARS + LISTS
    assert tuple(ATTRIBUTES) == LISTS


@pytest.mark.parametrize(("name", "gold"), golden())
def test_gold_agrees_with_itself(name: str, gold: Item) -> None:
    scores = evaluate(gold, deepcopy(gold))
    assert scores.macro_f1 == 1.0
    for tally in scores.fields.values():
        assert tally.gold == tally.pred == tally.matched
        assert set(tally.attributes.values()) <= {1.0, None}
        assert tally.mistakes == ()


@pytest.mark.parametrize(("name", "gold"), golden())
def test_everything_is_missed_of_an_empty_record(name: str, gold: Item) -> None:
    scores = evaluate(gold, {})
    assert scores.macro_f1 == 0.0
    turned = evaluate({}, gold)
    for field in LISTS:
        missed = scores.fields[field]
        assert (missed.pred, missed.matched, missed.precision) == (0, 0, None)
        assert [mistake.kind for mistake in missed.mistakes] == ["missed"] * missed.gold
        extra = turned.fields[field]
        assert [mistake.kind for mistake in extra.mistakes] == ["extra"] * missed.gold


def test_a_plan_is_scored_as_its_json() -> None:
    record = PLAN.model_dump(mode="json")
    assert evaluate(record, record).macro_f1 == 1.0
    assert evaluate(json.loads(PLAN.to_json()), PLAN.model_dump()).macro_f1 == 1.0


def test_figures() -> None:
    tally = Tally(gold=4, pred=5, matched=3, points={"role": (2.0, 3.0), "text": (0.0, 0.0)})
    assert (tally.precision, tally.recall, tally.f1) == (3 / 5, 3 / 4, 6 / 9)
    assert tally.attributes == {"role": 2 / 3, "text": None}
    assert (Tally().precision, Tally().recall, Tally().f1) == (None, None, None)


def test_documents_add_up_by_their_counts() -> None:
    first = evaluate({"title": "a", "criteria": [at(0, 9)] * 3}, {"criteria": [at(0, 9)]})
    second = evaluate({"criteria": [at(0, 9)]}, {"title": "b", "criteria": [at(0, 9)]})
    both = sum([first, second], Scores())
    tally = both.fields["criteria"]
    assert (tally.gold, tally.pred, tally.matched) == (4, 2, 2)
    assert tally.points["audience"] == (2.0, 2.0)
    assert both.fields["title"].mistakes == (
        Mistake(kind="differs", gold="a"),
        Mistake(kind="differs", pred="b"),
    )
    assert first + Scores() == Scores() + first == first


def test_the_macro_f1_is_of_the_fields_that_have_one() -> None:
    scores = evaluate({"title": "a", "place": "b", "criteria": [at(0, 9)]}, {"title": "a"})
    assert scores.macro_f1_scalars == 1 / 2
    assert scores.macro_f1_lists == 0.0
    assert scores.macro_f1 == 1 / 3
    assert evaluate({}, {}).macro_f1 is None


def test_scores_as_json_and_as_rows() -> None:
    scores = evaluate(dict(golden())["truong-thi-giao-thong"], {"kind": "plan"})
    told = json.loads(scores.to_json())
    assert told == scores.figures()
    assert told["fields"]["kind"]["f1"] == 1.0
    rows = scores.rows()
    assert [row["field"] for row in rows] == list(FIELDS)
    assert rows[0] == {
        "field": "kind",
        **{"gold": 1, "pred": 1, "matched": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0},
        "acc": 1.0,
    }
    assert Scores.model_validate_json(scores.model_dump_json()) == scores


words = st.text("aI1.\u0301\ud800 ", max_size=4)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["span", "label", "children", "name", "date", "year", "actors", "type"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
records = st.dictionaries(st.sampled_from([*LISTS, "title", "number", "date"]), values, max_size=4)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(records, records)
def test_nothing_in_a_record_raises(gold: Item, pred: Item) -> None:
    for tally in evaluate(gold, pred).fields.values():
        assert 0 <= tally.matched <= min(tally.gold, tally.pred)
        for won, out_of in tally.points.values():
            assert 0 <= won <= out_of


# ---------------------------------------------------------------- the page


SMALL = evaluate(
    {"title": "Trồng cây", "obligations": [at(0, 9, text="Trồng cây", actors=[{"name": "Đội"}])]},
    {"title": "Trồng \x1bhoa", "obligations": [at(0, 9), at(20, 30, text="Tưới", section="I.1")]},
)


def test_the_table() -> None:
    page = as_scores(SMALL).splitlines()
    assert page[0] == ("field                  gold found match     P     R    F1  attributes")
    assert page[1] == "kind                      0     0     0     -     -     -  acc 1.000"
    duties = next(i for i, line in enumerate(page) if line.startswith("obligations"))
    assert page[duties : duties + 3] == [
        "obligations               1     2     1 0.500 1.000 0.667",
        "  kind 1.000  actors 0.000  deadline 1.000  recurrence 1.000  n_acts 1.000",
        "  actors_micro 0.000",
    ]
    assert page[-3:] == [
        "macro F1 over scalar fields: 0.000",
        "macro F1 over list fields: 0.667",
        "macro F1 over fields: 0.333",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_keeps_to_the_width(width: int, lang: str) -> None:
    page = as_scores(SMALL, lang=lang, width=width)
    assert max(map(len, page.splitlines()[1:])) <= width
    assert not any(line != line.rstrip() for line in page.splitlines())
    assert ("trường" in page) == (lang == "vi")


MISTAKES = [
    ("title", "differs: gold Trồng cây | found Trồng \ufffdhoa"),
    ("obligations", "extra: I.1 [20, 30] Tưới"),
    ("obligations", "differs actors: gold Đội | found nothing | [0, 9] Trồng cây"),
]


@pytest.mark.parametrize(("field", "line"), MISTAKES)
def test_mistakes_in_words(field: str, line: str) -> None:
    assert line in [as_mistake(mistake) for mistake in SMALL.fields[field].mistakes]


def test_mistakes_in_vietnamese() -> None:
    [mistake] = SMALL.fields["title"].mistakes
    assert as_mistake(mistake, lang="vi") == "khác: chuẩn Trồng cây | có Trồng \ufffdhoa"


def test_a_mistake_in_a_section_tells_its_path() -> None:
    tree = [section("I", section("1", title="Yêu cầu", text="Đúng hạn."), kind="roman")]
    told = [as_mistake(m) for m in evaluate({"sections": tree}, {}).fields["sections"].mistakes]
    assert told == ["missed: I (roman)", "missed: I.1 (number) Yêu cầu"]


# ---------------------------------------------------------------- the scorer of ../shared


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """The scorer that these measures come from."""
    path = SHARED / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("shared_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses ask for it
    spec.loader.exec_module(module)
    return module


def gold_documents() -> Iterator[tuple[str, Path, Path]]:
    folders = [GOLDEN, *(SHARED / "corpora" / name for name in ("seeds", "real"))]
    for folder in folders:
        if folder.is_dir():
            yield from find_gold(folder)


Perturb = Callable[[random.Random, Item], None]


def lists_in(record: Item) -> list[list[Any]]:
    """All the lists of objects in a record, at any depth."""
    found: list[list[Any]] = []
    for value in record.values():
        if isinstance(value, list) and any(isinstance(item, dict) for item in value):
            found.append(value)
            for item in value:
                found += lists_in(item)
    return found


def drop(chance: random.Random, record: Item) -> None:
    """A fifth of all items away."""
    for items in lists_in(record):
        items[:] = [item for item in items if chance.random() > 0.2]


def duplicate(chance: random.Random, record: Item) -> None:
    """Some items twice or three times, anywhere in their list."""
    for items in lists_in(record):
        for item in list(items):
            for _ in range(chance.choice((0, 0, 0, 1, 2))):
                items.insert(chance.randrange(len(items) + 1), deepcopy(item))


def shift(chance: random.Random, record: Item) -> None:
    """Spans that begin or end a little elsewhere, many of them in the same place."""
    for items in lists_in(record):
        for item in items:
            if item.get("span"):
                start, end = item["span"]
                step = chance.choice((0, 0, (end - start) // 3, end - start, -5))
                item["span"] = [max(0, start + step), end + chance.choice((0, step))]


def change(chance: random.Random, record: Item) -> None:
    """Values that are gone, written otherwise, of another type or another's."""
    values = [item for items in lists_in(record) for item in items] + [record]
    values += [value for value in record.values() if isinstance(value, dict)]
    for item in values:
        for name, value in item.items():
            if name in ("span", "text_sha256") or chance.random() > 0.15:
                continue
            if isinstance(value, str):
                half = value[: len(value) // 2]
                item[name] = chance.choice(
                    (None, "", value.upper(), f" {value}. ", value[:-1], half, value + half, 7)
                )
            elif isinstance(value, int):
                item[name] = chance.choice((value + 1, str(value), f"0{value}", None))
            elif isinstance(value, dict) and "year" in value:
                item[name] = chance.choice((None, {**value, "year": 2001}, {"date": value}))
            elif value is None:
                item[name] = chance.choice(("annual", {"year": 2024, "month": None}, 0))


def disorder(chance: random.Random, record: Item) -> None:
    """Lists in another order, spans as objects, fields of another type."""
    for items in lists_in(record):
        chance.shuffle(items)
        for item in items:
            if item.get("span") and chance.random() < 0.3:
                item["span"] = dict(zip(("start", "end"), item["span"], strict=True))
        items += chance.sample([None, 3, "x", {}, []], 2)
    for name in chance.sample(sorted(record), 3):
        record[name] = chance.choice((None, [], {}, "x", 5, [[]]))


PERTURBATIONS: dict[str, tuple[Perturb, ...]] = {
    "read from the texts": (),
    "dropped": (drop,),
    "duplicated": (duplicate,),
    "shifted": (shift,),
    "changed": (change,),
    "duplicated and shifted": (duplicate, shift),
    "all": (drop, duplicate, shift, change),
    "all and disorder": (drop, duplicate, shift, change, disorder),
}


@pytest.fixture(scope="module")
def parsed() -> dict[Path, tuple[Item, Item]]:
    """Gold record -> itself and what is read from its text."""
    from vnplan import read

    return {
        record: (read_record(record), json.loads(read(text).to_json()))
        for _, record, text in gold_documents()
    }


@pytest.mark.shared
@pytest.mark.parametrize("perturbation", PERTURBATIONS)
def test_figures_are_those_of_the_scorer(
    perturbation: str, scorer: ModuleType, parsed: dict[Path, tuple[Item, Item]]
) -> None:
    theirs = {name: scorer.Tally() for name in FIELDS}
    ours = Scores()
    for seed, (path, (gold, read)) in enumerate(parsed.items()):
        pred = deepcopy(gold if PERTURBATIONS[perturbation] else read)
        for perturb in PERTURBATIONS[perturbation]:
            perturb(random.Random(seed), pred)
        counted = scorer.score_document(gold, pred)
        scores = evaluate(gold, pred)
        assert scores.figures() == scorer.as_json(counted), path
        ours += scores
        for name, tally in counted.items():
            theirs[name].add(tally)
            assert kinds(scores.fields[name]) == [line.split()[0] for line in tally.errors]
    assert ours.figures() == scorer.as_json(theirs)
    assert ours.macro_f1 is not None
    assert ours.macro_f1 < 1  # else there was nothing to agree on


def kinds(tally: Tally) -> list[str]:
    """The kinds of mistakes as the scorer calls them."""
    names = {"missed": "MISS", "extra": "EXTRA", "differs": "DIFFER"}
    return [
        "VALUE" if m.kind == "differs" and m.attribute is None else names[m.kind]
        for m in tally.mistakes
    ]


@pytest.mark.shared
def test_ties_are_broken_as_the_scorer_does(scorer: ModuleType) -> None:
    chance = random.Random(7)
    for _ in range(300):
        gold, pred = ([near(chance) for _ in range(chance.randrange(9))] for _ in range(2))
        for field in ("phases", "deadlines", "obligations", "awards"):
            figures = evaluate({field: gold}, {field: pred}).figures()
            told = scorer.as_json(scorer.score_document({field: gold}, {field: pred}))
            assert figures == told


def near(chance: random.Random) -> Item:
    """An item that stands where many others stand."""
    start = chance.randrange(3)
    return at(
        start,
        start + chance.randrange(4, 8),
        recurrence=chance.choice((None, "annual")),
        start={"year": chance.choice((2024, 2025))},
        actors=[{"name": chance.choice(("Đội", "Tổ"))} for _ in range(chance.randrange(3))],
    )


@pytest.mark.shared
@pytest.mark.parametrize("corpus", ["seeds", "real"])
def test_the_command_prints_the_figures_of_the_scorer(
    corpus: str, vnplan: Command, tmp_path: Path
) -> None:
    folder = SHARED / "corpora" / corpus
    texts = sorted(folder.glob("*.txt"))
    for path, line in zip(texts, vnplan("parse", *texts).stdout.splitlines(), strict=True):
        (tmp_path / f"{path.stem}.json").write_bytes(line)
    program = SHARED / "tools" / "score.py"
    theirs = subprocess.run(
        [sys.executable, program, folder, tmp_path, "--json", "--per-document"],
        capture_output=True,
        check=True,
    )
    options = ("--format", "json", "--per-document")
    for predictions in ((), ("--predictions", tmp_path)):
        ours = vnplan("evaluate", folder, *predictions, *options)
        assert (ours.returncode, ours.stderr) == (0, b"")
        assert json.loads(ours.stdout) == json.loads(theirs.stdout)


# ---------------------------------------------------------------- folders

TEXT = "KẾ HOẠCH\nTrồng cây đầu năm\n\nI. NHIỆM VỤ\n1. Mỗi trường trồng 20 cây.\n"
GOLD = {"kind": "plan", "title": "Trồng cây đầu năm", "place": "Đồi Sim"}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with two documents, laid out in either way."""
    folder = tmp_path / "gold"
    (folder / "xuan").mkdir(parents=True)
    (folder / "cay.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (folder / "cay.txt").write_text(TEXT, encoding="utf-8")
    (folder / "xuan" / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (folder / "xuan" / "text.txt").write_text(TEXT, encoding="utf-8")
    (folder / "notes.md").touch()
    return folder


def test_both_layouts_are_found(office: Path) -> None:
    assert find_gold(office) == [
        ("cay", office / "cay.gold.json", office / "cay.txt"),
        ("xuan", office / "xuan" / "gold.json", office / "xuan" / "text.txt"),
    ]


@pytest.mark.parametrize("name", ["cay.json", "cay.gold.json", "cay/gold.json"])
def test_predictions_may_be_records_or_another_annotators_gold(name: str, tmp_path: Path) -> None:
    (tmp_path / "cay").mkdir()
    (tmp_path / name).write_bytes(b'\xef\xbb\xbf{"kind": "plan"}')
    assert read_prediction(tmp_path, "cay") == {"kind": "plan"}


BROKEN = [b"", b"{", b"[]", b'"plan"', b"\x00" * 99, b"\xff\xfe{", b"[" * 99999]


@pytest.mark.parametrize("data", BROKEN)
def test_what_is_no_record(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(data)
    with pytest.raises(UnreadableFile) as told:
        read_record(tmp_path / "a.json")
    for lang in LANGUAGES:
        assert "{" not in told.value.tell(lang).partition(": ")[2]


def test_the_program_in_the_documentation_runs(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    _, _, program = page.partition("```python\n")
    monkeypatch.chdir(office.parent)
    names: dict[str, Any] = {}
    exec(compile(program.partition("```")[0], "evaluation.md", "exec"), names)
    assert names["total"].fields["title"].f1 == 1.0
    assert names["total"].fields["place"].f1 == 0.0


# ---------------------------------------------------------------- the command


def test_the_texts_are_parsed_and_scored(vnplan: Command, office: Path) -> None:
    done = vnplan("evaluate", office)
    assert (done.returncode, done.stderr) == (0, b"")
    page = done.stdout.decode()
    assert "\nkind                      2     2     2 1.000 1.000 1.000  acc 1.000\n" in page
    assert "\nplace                     2     0     0     - 0.000 0.000  acc 0.000\n" in page
    assert vnplan("evaluate", office, "--lang", "vi").stdout.decode().startswith("trường")


def test_records_already_made_are_scored(vnplan: Command, office: Path, tmp_path: Path) -> None:
    (tmp_path / "cay.json").write_text(json.dumps(GOLD | {"title": "Trồng hoa"}), encoding="utf-8")
    (tmp_path / "xuan.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (office / "cay.txt").unlink()  # nothing is parsed
    done = vnplan("evaluate", office, "--predictions", tmp_path, "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    fields = json.loads(done.stdout)["fields"]
    assert fields["title"]["f1"] == 1 / 2
    assert fields["place"]["f1"] == 1.0


def test_each_document_and_its_mistakes_on_demand(vnplan: Command, office: Path) -> None:
    page = vnplan("evaluate", office, "--per-document", "--errors", "place").stdout.decode()
    assert [line for line in page.splitlines() if line.startswith("==")] == ["== cay", "== xuan"]
    assert "\ncay: differs: gold Đồi Sim | found nothing\nxuan: differs:" in page
    assert page.count("macro F1 over fields") == 3

    done = vnplan("evaluate", office, "--per-document", "--errors=place", "--format=json")
    told = json.loads(done.stdout)
    assert list(told["documents"]) == list(told["errors"]) == ["cay", "xuan"]
    assert told["documents"]["cay"]["fields"]["kind"]["f1"] == 1.0
    [mistake] = told["errors"]["cay"]
    assert (mistake["kind"], mistake["gold"], mistake["pred"]) == ("differs", "Đồi Sim", None)


def test_another_text_than_the_annotated_one_is_told(vnplan: Command, office: Path) -> None:
    told = GOLD | {"text_sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    for name in ("cay.gold.json", "xuan/gold.json"):
        (office / name).write_text(json.dumps(told), encoding="utf-8")
    # the digest is of the text as read: line ends and accents of another kind do not matter
    (office / "cay.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    (office / "xuan" / "text.txt").write_text(f"{TEXT} ", encoding="utf-8")
    done = vnplan("evaluate", office)
    assert done.returncode == 0
    assert done.stdout
    assert done.stderr.decode() == (
        "vnplan: xuan: warning: the text is not the one annotated (text_sha256); spans do not "
        "compare\n"
    )


def test_a_document_without_its_text_is_told_and_left_out(vnplan: Command, office: Path) -> None:
    (office / "cay.txt").unlink()
    done = vnplan("evaluate", office, "--format", "json", "--per-document")
    assert done.returncode == 2
    assert done.stderr.decode() == f"vnplan: {office / 'cay.txt'}: no such file\n"
    assert list(json.loads(done.stdout)["documents"]) == ["xuan"]


def test_gold_that_cannot_be_read_is_told_and_left_out(vnplan: Command, office: Path) -> None:
    (office / "cay.gold.json").write_text("{", encoding="utf-8")
    done = vnplan("evaluate", office, "--format", "json", "--per-document")
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"vnplan: {office / 'cay.gold.json'}: is no JSON: ")
    assert list(json.loads(done.stdout)["documents"]) == ["xuan"]


def test_a_prediction_that_is_not_there_misses_everything(
    vnplan: Command, office: Path, tmp_path: Path
) -> None:
    (tmp_path / "cay.json").write_text("[]", encoding="utf-8")
    done = vnplan("evaluate", office, "--predictions", tmp_path, "--format", "json")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        f"vnplan: {tmp_path / 'cay.json'}: is no record; expected a JSON object",
        f"vnplan: {tmp_path / 'xuan.json'}: no such file",
    ]
    title = json.loads(done.stdout)["fields"]["title"]
    assert (title["gold"], title["pred"], title["recall"]) == (2, 0, 0.0)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["none"], "none: no such folder"),
        (["a.txt"], "a.txt: is a file; expected a folder"),
        (["."], ".: has no gold record; expected NAME.gold.json or NAME/gold.json"),
        (["gold", "--predictions", "none"], "none: no such folder"),
        (["gold", "--errors", "colour"], "no such field: colour (choose from kind, number.text"),
        ([], "the following arguments are required: GOLD_DIR"),
    ],
)
def test_trouble_is_exit_code_2(
    options: list[str], message: str, vnplan: Command, office: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").touch()
    done = vnplan("evaluate", *options)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_help_in_vietnamese(vnplan: Command) -> None:
    told = vnplan("evaluate", "--help", "--lang", "vi").stdout.decode()
    assert told.startswith("cách dùng: vnplan evaluate")
    for word in ("usage", "options:", "show this", "default", "print", "folder"):
        assert word not in told


def test_an_evaluation_loads_no_heavy_guest(office: Path) -> None:
    assert not loaded("-m", "vnplan", "evaluate", "--help") & {"pydantic", "regex"}
    assert not loaded("-m", "vnplan", "evaluate", str(office)) & (HEAVY | MATRICES | {"rich"})

"""Why a duty has its status."""

from __future__ import annotations

from pathlib import Path

import pytest
from compare_plans import DUTIES, plan_of
from conftest import Command

import vnplan as library
from vnplan.compare import THRESHOLDS, compare
from vnplan.compare.align import EVIDENCE
from vnplan.compare.explain import explain

PARENT, CHILD = plan_of(*DUTIES[:5]), plan_of(*DUTIES[1:6])


def test_an_answer_comes_first_with_what_speaks_for_it() -> None:
    told = explain(PARENT, CHILD, "d3")
    assert (told.item.parent and told.item.parent.text, told.item.status) == (DUTIES[1], "covered")
    assert told.decided == "sure"
    first = told.candidates[0]
    assert first.text == DUTIES[1]
    assert first.score >= THRESHOLDS.sure
    assert tuple(first.evidence) == EVIDENCE
    assert first.evidence["means"] == first.evidence["rest"] == first.evidence["first"] == 1
    assert {"mở", "cửa", "phòng"} <= set(first.shared)
    assert [c.score for c in told.candidates[1:]] < [first.score] * 4


def test_a_missing_duty_shows_what_was_not_good_enough() -> None:
    told = explain(PARENT, CHILD, "d2")
    assert (told.item.status, told.decided) == ("missing", "below")
    assert 0 < len(told.candidates) <= 5
    assert max(candidate.score for candidate in told.candidates) < THRESHOLDS.review


def test_what_names_something_else_is_refused() -> None:
    parent = plan_of("Vận động cán bộ ủng hộ Quỹ Khuyến học.", *DUTIES[:3])
    child = plan_of("Vận động cán bộ ủng hộ Quỹ Bảo trợ trẻ em.", *DUTIES[:3])
    told = explain(parent, child, "d2")
    assert (told.item.status, told.decided) == ("missing", "refused")


def test_what_needs_no_words_is_settled() -> None:
    assert explain(PARENT, CHILD, "d1").decided == "settled"  # the citation of the parent
    assert explain(PARENT, CHILD, "d1").candidates == ()


def test_a_child_of_nothing_has_no_candidates() -> None:
    told = explain(PARENT, plan_of(), "d2")
    assert (told.decided, told.candidates) == ("unreadable", ())


def test_every_item_can_be_explained_and_agrees_with_the_difference(
    pair: tuple[Path, Path],
) -> None:
    parent, child = map(library.read, pair)
    for item in compare(parent, child).items:
        told = explain(parent, child, item.id)
        assert told.item == item
        assert (told.decided == "added") == (item.status == "added")
        if told.decided in ("below", "refused"):
            assert item.status == "missing"
        if told.decided in ("sure", "review"):
            assert item.status in ("covered", "partial", "altered")


def test_an_item_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        explain(PARENT, CHILD, "d99")


def test_as_a_user_asks(vnplan: Command, pair: tuple[Path, Path]) -> None:
    page = vnplan("explain", *pair, "II.1.1.2", COLUMNS="70").stdout.decode()
    words = " ".join(page.split())
    assert "MISSING: the first candidate is like the duty, but names something else" in words
    assert "VNeID" in page
    assert max(map(len, page.splitlines())) <= 70
    page = vnplan("--lang", "vi", "explain", *pair, "II.1.1.2").stdout.decode()
    words = " ".join(page.split())
    assert "THIẾU: nội dung đầu tiên giống nhiệm vụ nhưng nêu tên một việc khác" in words
    done = vnplan("explain", *pair, "d2", "--format", "json")
    told = library.Explanation.model_validate_json(done.stdout)
    assert told == library.explain(*pair, "d2")
    done = vnplan("explain", *pair, "d900")
    assert done.returncode == 2
    assert b"has no item d900" in done.stderr

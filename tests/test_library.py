"""The library as a program uses it: parse, read, diff, and the names that stand beside them."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

import vnplan

TEXT = """KẾ HOẠCH
Trồng cây đầu năm

I. NHIỆM VỤ
1. Mỗi trường trồng 20 cây trước ngày 15/02/2026.
"""


def test_every_public_name_is_there() -> None:
    assert vnplan.__all__ == sorted(vnplan.__all__)
    assert dir(vnplan) == sorted(vnplan.__all__)
    for name in vnplan.__all__:
        assert getattr(vnplan, name) is not None
    with pytest.raises(AttributeError, match="novel"):
        _ = vnplan.novel  # type: ignore[attr-defined]


def test_star_import_brings_the_public_names() -> None:
    names: dict[str, object] = {}
    exec("from vnplan import *", names)
    assert set(vnplan.__all__) <= set(names)


def test_names_are_those_of_their_modules() -> None:
    from vnplan import errors, records

    assert vnplan.Plan is records.Plan
    assert vnplan.schema is records.schema
    assert vnplan.UnreadableFile is errors.UnreadableFile
    assert issubclass(vnplan.UnreadableFile, vnplan.VnplanError)


def test_a_text_is_parsed() -> None:
    plan = vnplan.parse(TEXT)
    assert plan.text == TEXT
    assert plan.title == "Trồng cây đầu năm"
    assert plan.source == vnplan.Source()
    [duty] = plan.obligations
    assert TEXT[slice(*duty.span)] == duty.text
    assert duty.section == "I.1"


def test_the_source_is_kept() -> None:
    source = vnplan.Source(name="from elsewhere")
    assert vnplan.parse(TEXT, source=source).source == source


@pytest.mark.parametrize("text", ["", " ", "\0", "x", "không phải kế hoạch", "I.", "\ud800"])
def test_no_string_is_refused(text: str) -> None:
    plan = vnplan.parse(text)
    assert plan.obligations == ()
    assert ("empty" in [doubt.code for doubt in plan.doubts]) is not any(map(str.isalnum, text))
    assert vnplan.Plan.model_validate_json(plan.to_json()) == plan


@pytest.mark.parametrize("wrong", [None, 3, b"bytes", Path("plan.txt")])
def test_what_is_no_string_is_told_to_be_none(wrong: object) -> None:
    with pytest.raises(TypeError, match=type(wrong).__name__):
        vnplan.parse(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [None, 3, b"x", {}])
def test_what_is_no_side_of_a_difference_is_told_to_be_none(wrong: object) -> None:
    with pytest.raises(TypeError, match=r"a Plan, a pathlib\.Path or a str of text, not"):
        vnplan.diff("KẾ HOẠCH\n1. Trồng cây.", wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expects a path, not"):
        vnplan.read(wrong)  # type: ignore[arg-type]


def test_the_name_of_a_file_is_no_text(pair: tuple[Path, Path]) -> None:
    parent, child = pair
    with pytest.raises(ValueError, match="to read the file: pathlib"):
        vnplan.diff(parent, str(child))
    assert vnplan.diff(parent, "trồng cây.txt").items  # no such file: the words are the text


def test_a_whole_text_for_a_path_is_not_told_in_full() -> None:
    with pytest.raises(vnplan.UnreadableFile) as caught:
        vnplan.read("KẾ HOẠCH trồng cây\n" * 400)
    assert len(str(caught.value)) < 300 and "\n" not in str(caught.value)


def test_a_file_is_read(pair: tuple[Path, Path]) -> None:
    plan = vnplan.read(pair[0])
    assert plan == vnplan.read(str(pair[0]))
    assert plan.source.name == "parent.txt"
    assert plan.text == pair[0].read_text(encoding="utf-8")
    with pytest.raises(vnplan.UnreadableFile):
        vnplan.read(pair[0].parent / "none.txt")


def test_both_sides_of_a_difference_may_be_plans_paths_or_texts(pair: tuple[Path, Path]) -> None:
    of_plans = vnplan.diff(vnplan.read(pair[0]), vnplan.read(pair[1]))
    assert isinstance(of_plans, vnplan.PlanDiff)
    assert vnplan.diff(*pair) == of_plans
    of_texts = vnplan.diff(*(path.read_text(encoding="utf-8") for path in pair))
    assert of_texts.items == of_plans.items
    assert of_plans.parent.name == "parent.txt"
    assert of_texts.parent.name is None


def test_the_counts_are_those_of_the_items(pair: tuple[Path, Path]) -> None:
    result = vnplan.diff(*pair)
    for status in vnplan.DiffSummary.model_fields.keys() - {"thresholds"}:
        found = [item for item in result.items if item.status == status]
        assert getattr(result.summary, status) == len(found)
    assert len({item.id for item in result.items}) == len(result.items)


def test_a_difference_survives_json_and_back(pair: tuple[Path, Path]) -> None:
    result = vnplan.diff(*pair)
    assert vnplan.PlanDiff.model_validate_json(result.to_json()) == result
    assert vnplan.diff(*pair).to_json() == result.to_json()


def test_evidence_is_verbatim_on_both_sides(pair: tuple[Path, Path]) -> None:
    parent, child = map(vnplan.read, pair)
    for item in vnplan.diff(parent, child).items:
        for plan, places in ((parent, [item.parent] if item.parent else []), (child, item.child)):
            for place in places:
                printed = (plan.text or "")[slice(*place.span)]
                assert printed.strip() and "".join(place.text.split()) <= "".join(printed.split())


def test_nothing_compares_with_nothing() -> None:
    assert {item.kind for item in vnplan.diff("", "").items} <= {"legal_basis"}


def test_the_command_is_the_one_of_the_package() -> None:
    from vnplan.cli import main

    assert importlib.import_module("vnplan.__main__").main is main

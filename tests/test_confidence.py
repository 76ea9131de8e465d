"""How sure a record is of its parts, with the tables of models/ and without them."""

from __future__ import annotations

import pytest
from conftest import ROOT

import vnplan
from vnplan import confidence
from vnplan.records import Plan

CLEAN = (ROOT / "corpora" / "pccc-xa-truong" / "parent.txt").read_text(encoding="utf-8")


def values(plan: Plan) -> list[float]:
    found = [duty.confidence for duty in plan.obligations]
    found += [plan.confidence.place, plan.confidence.date, plan.confidence.title]
    assert plan.number is not None
    found.append(plan.number.confidence)
    return [value for value in found if value is not None]


def test_every_duty_has_a_probability() -> None:
    plan = vnplan.parse(CLEAN)
    assert len(values(plan)) == len(plan.obligations) + 4
    assert all(0 < value < 1 for value in values(plan))


def test_letters_that_got_lost_lower_it() -> None:
    damaged = vnplan.parse(CLEAN.replace("ư", "u#").replace("ộ", "6"))
    sound = vnplan.parse(CLEAN)
    means = [
        sum(duty.confidence or 0 for duty in plan.obligations) / max(1, len(plan.obligations))
        for plan in (damaged, sound)
    ]
    assert means[0] < means[1]


def test_a_low_one_is_a_doubt() -> None:
    plan = vnplan.parse(CLEAN.replace("ư", "u#").replace("ộ", "6"))
    low = [duty for duty in plan.obligations if (duty.confidence or 1) < confidence.LOW]
    told = [doubt for doubt in plan.doubts if doubt.code == "low_confidence"]
    assert len(told) >= len(low)


def test_a_doubt_on_the_head_stands_in_the_head(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "LOW", 1.0)  # all is doubted
    plan = vnplan.parse(
        "Tiêm chủng\nBình An\nUBND XÃ BÌNH AN\nSố: 12/KH-UBND\nBình An, ngày 05 tháng 02 năm 2024\n"
        "KẾ HOẠCH\nTiêm chủng\nI. NHIỆM VỤ\n1. Lập danh sách trẻ.\n"
    )
    told = {d.message.split()[0]: d.span for d in plan.doubts if d.code == "low_confidence"}
    assert plan.text is not None
    assert told["title"] == (plan.text.rindex("Tiêm"), plan.text.index("\nI."))
    assert told["place"] == (plan.text.rindex("Bình An"), plan.text.index(", ngày"))
    assert told["date"] == (plan.text.index("ngày"), plan.text.index("\nKẾ HOẠCH"))


def test_without_the_tables_the_rules_give_their_full_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sound = vnplan.parse(CLEAN)
    monkeypatch.setattr(confidence, "tables", lambda: None)
    plain = vnplan.parse(CLEAN)
    assert [duty.text for duty in plain.obligations] == [duty.text for duty in sound.obligations]
    assert all(duty.confidence is None for duty in plain.obligations)

"""The record contract: JSON and back, the schema, rows, and nothing that changes."""

from __future__ import annotations

import json
from typing import Any, get_args

import jsonschema
import pydantic
import pytest
from samples import DIFF, PLAN

import vnplan as library
from vnplan import records
from vnplan.cli.values import STATUSES
from vnplan.compare.many import as_matrix
from vnplan.lexicon.messages import ENGLISH, VIETNAMESE
from vnplan.records import LIST_FIELDS, Date, Phase, Plan, PlanDiff, iso, schema

CONTRACT = """
schema_version source text kind number place date title issuing_body legal_bases citations
sections phases deadlines criteria awards obligations recipients signatory unclaimed doubts
"""
# more fields are welcome
BEYOND = {"issuing_bodies", "aliases", "signatories", "confidence"}


def test_a_plan_survives_json_and_back() -> None:
    for plan in (PLAN, Plan()):
        assert Plan.model_validate_json(plan.to_json()) == plan


def test_a_difference_survives_json_and_back() -> None:
    again = PlanDiff.model_validate_json(DIFF.to_json())
    assert again == DIFF
    assert json.loads(DIFF.to_json())["items"][3]["changes"][0]["from"] == "Chủ tịch UBND tỉnh"


def test_the_json_has_the_fields_of_the_contract_and_letters_as_they_are() -> None:
    written = PLAN.to_json()
    fields = list(json.loads(written))
    assert [name for name in fields if name not in BEYOND] == CONTRACT.split()
    assert "“mẫu”" in written
    assert "text" not in json.loads(PLAN.to_json(text=False))
    assert json.loads(PLAN.to_json(text=False))["title"] == PLAN.title
    assert json.loads(written)["obligations"][0]["span"] == [130, 154]


def test_what_is_written_is_valid_by_the_schema_that_we_print() -> None:
    for name, record in (
        ("plan", PLAN),
        ("plan", Plan()),
        ("diff", DIFF),
        ("matrix", as_matrix([DIFF])),
        ("chain", library.chain([PLAN] * 3)),
        ("explanation", library.explain(PLAN, PLAN, "d1")),
    ):
        printed = schema(name)  # type: ignore[arg-type]
        jsonschema.Draft202012Validator.check_schema(printed)
        jsonschema.Draft202012Validator(printed).validate(
            json.loads(record.model_dump_json(by_alias=True))
        )


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("plan", {"kind": "novel"}),
        ("plan", {"unheard_of": 1}),
        ("plan", {"unclaimed": [[1, 2, 3]]}),
        ("diff", {"items": [{"id": "1", "kind": "obligation", "status": "lost", "score": 1}]}),
        ("diff", {"items": 7}),
    ],
)
def test_the_schema_refuses_what_is_no_record(name: Any, wrong: dict[str, Any]) -> None:
    good = json.loads((PLAN if name == "plan" else DIFF).to_json())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema(name)).validate(good | wrong)


def test_records_are_frozen_and_take_no_unknown_field() -> None:
    with pytest.raises(pydantic.ValidationError):
        PLAN.title = "other"  # type: ignore[misc]
    with pytest.raises(pydantic.ValidationError):
        Plan(titel="wrong")  # type: ignore[call-arg]
    assert hash(PLAN.obligations[0]) == hash(PLAN.obligations[0].model_copy())


def test_rows_are_flat_and_ready_for_a_table() -> None:
    first, second = PLAN.rows("obligations")
    assert first["actors"] == "Văn phòng Sở (lead); các phòng (agent)"
    assert first["deadline"] == "2026-06-30"
    assert (first["start"], first["end"]) == (130, 154)
    assert first["targets"] == "100% phòng"
    assert second["recurrence"] == "quarterly"
    assert second["deadline"] is None
    for field in LIST_FIELDS:
        for row in PLAN.rows(field):
            kinds = {type(value) for value in row.values()}
            assert kinds <= {str, int, float, type(None)}, (field, row)
    assert [row["path"] for row in PLAN.rows("sections")] == ["I", "I.1", "I.1#2"]
    with pytest.raises(KeyError, match="obligations"):
        PLAN.rows("text")


def test_a_phase_has_its_dates_beside_its_span() -> None:
    (start, end) = (Date(year=2026, month=m, text=f"tháng {m}/2026") for m in (3, 5))
    phase = Phase(name="Giai đoạn 1", start=start, end=end, text="…", span=(4, 9), section="I")
    (row,) = Plan(phases=(phase,)).rows("phases")
    assert (row["begins"], row["ends"]) == ("2026-03", "2026-05")
    assert (row["start"], row["end"]) == (4, 9)


def test_rows_of_a_difference() -> None:
    rows = {row["id"]: row for row in DIFF.rows()}
    assert rows["d4"]["child"] == "Giấy khen của Giám đốc Sở"
    assert "other_authority" in rows["d4"]["changes"]
    assert rows["d3"]["missing_acts"] == "tu bổ sách hỏng"


def test_the_outline_is_a_tree_in_text() -> None:
    assert PLAN.outline.splitlines() == [
        "I NHIỆM VỤ [content]",
        "  1 Mở tủ sách ở từng phòng. [content]",
        "  1 Báo cáo hằng quý. [reporting]",
    ]


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (Date(year=2025, month=11, day=1, text="01/11/2025"), "2025-11-01"),
        (Date(year=2025, month=11, text="tháng 11/2025"), "2025-11"),
        (Date(year=2025, quarter=4, text="quý IV năm 2025"), "2025-Q4"),
        (Date(year=2025, text="năm 2025"), "2025"),
        (Date(month=11, day=25, text="ngày 25 tháng 11"), "--11-25"),
        (Date(month=11, text="tháng 11"), "--11"),
        (Date(day=25, text="ngày 25"), "---25"),
        (Date(year=2025, day=5, text="ngày 05 tháng    năm 2025"), "2025"),
    ],
)
def test_dates_as_strings(date: Date, written: str) -> None:
    assert iso(date) == written


def test_the_command_line_knows_the_statuses_of_the_records() -> None:
    assert set(STATUSES) == set(get_args(records.Status))


def test_every_value_of_a_record_has_a_name_in_both_languages() -> None:
    assert list(ENGLISH) == list(VIETNAMESE)
    for values in (
        records.Status,
        records.DutyKind,
        records.Effect,
        records.Fate,
        records.PlanKind,
        records.Recurrence,
        records.Audience,
        records.Occasion,
        records.Part,
    ):
        assert set(get_args(values)) <= set(ENGLISH)

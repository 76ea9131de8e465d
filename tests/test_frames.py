"""Records as pandas frames: the same rows, with types that pandas can count and sort by."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pandas as pd
import pytest
from conftest import ROOT

import vnplan
from vnplan import frames
from vnplan.records import LIST_FIELDS, Plan, Role, Status

TEXT = """UBND XÃ AN KHÊ
Số: 7/KH-UBND
An Khê, ngày 05 tháng 3 năm 2023

KẾ HOẠCH
Trồng cây xanh năm 2023

I. NỘI DUNG
1. Công chức văn hóa xã phát động trước ngày 15/6/2023.
2. Trường học trồng cây trong tháng 8 năm 2023.
3. Công an xã kiểm tra trong quý IV năm 2023.
4. Các thôn báo cáo hằng quý.
5. Trạm y tế xã phối hợp trong năm 2023.
"""


@cache
def family() -> tuple[Plan, ...]:
    folder = ROOT / "corpora" / "pccc-xa-truong"
    return vnplan.parse(TEXT), vnplan.read(folder / "parent.txt"), vnplan.read(folder / "child.txt")


def test_obligations_of_many_plans() -> None:
    frame = frames.obligations(family())
    assert list(frame["text"]) == [duty.text for plan in family() for duty in plan.obligations]
    assert frame["plan"].value_counts().to_dict() == {
        place: len(plan.obligations) for place, plan in enumerate(family())
    }
    assert frame["issuer"].iloc[0] == "UBND xã An Khê"
    issuers = frames.plans(family())["issuer"]
    assert (frame["plan"].map(issuers) == frame["issuer"]).all()


def test_dates_as_far_as_they_are_known() -> None:
    frame = frames.obligations(family()[0]).set_index("section")
    assert frame["deadline"].dropna().tolist() == ["2023-06-15", "2023-08", "2023-Q4", "2023"]
    assert frame["deadline_day"].tolist() == [pd.Timestamp("2023-06-15"), *[pd.NaT] * 4]
    told = frame["deadline_quarter"].astype("string").dropna().tolist()
    assert told == ["2023Q2", "2023Q3", "2023Q4"]
    assert frame.loc["I.4", "recurrence"] == "quarterly"


@pytest.mark.parametrize("field", LIST_FIELDS)
def test_a_list_has_the_same_columns_and_types_without_items(field: str) -> None:
    full, empty = frames.items(family(), field), frames.items([], field)
    assert list(full.columns) == list(empty.columns)
    assert full.dtypes.equals(empty.dtypes)
    rows = [row for plan in family() for row in plan.rows(field)]
    assert len(full) == len(rows)
    for row, (_, series) in zip(rows, full.iterrows(), strict=True):
        assert all(
            value == series[name] or (value is None and pd.isna(series[name]))
            for name, value in row.items()
        )


def test_words_of_a_closed_list_are_categories() -> None:
    frame = frames.obligations(family())
    assert tuple(frame["kind"].cat.categories) == get_args(Role)
    assert frame["kind"].notna().all()
    assert str(frame["start"].dtype) == "Int64"
    assert str(frame["confidence"].dtype) == "float64"


def test_no_such_list() -> None:
    with pytest.raises(KeyError, match="obligations"):
        frames.items(family(), "text")


def test_a_difference() -> None:
    result = vnplan.diff(*family()[1:])
    frame = frames.diff(result)
    counts = frame["status"].value_counts()
    assert set(counts.index) == set(get_args(Status))
    for status, count in counts.items():
        assert count == getattr(result.summary, str(status))
    assert list(frame["id"]) == [item.id for item in result.items]
    assert not frame["excused"].any()
    section = {item.id: item.parent.section for item in result.items if item.parent}
    assert frame.set_index("id")["section"].loc[list(section)].to_dict() == section


def test_a_matrix_in_long_form() -> None:
    _, parent, child = family()
    result = vnplan.matrix(parent, [child, child, family()[0]])
    frame = frames.matrix(result)
    assert len(frame) == 3 * len(result.rows)
    assert not frame["excused"].any()
    wide = frame.pivot(index="id", columns="child", values="status")
    assert wide.shape == (len(result.rows), 3)  # children of one name are kept apart
    assert tuple(wide.loc[result.rows[0].id]) == result.rows[0].statuses
    assert frame.groupby("id")["unanswered"].first().sum() == sum(
        row.unanswered for row in result.rows
    )


def test_frames_of_nothing() -> None:
    assert frames.plans([]).empty
    assert str(frames.plans([])["date_day"].dtype) == "datetime64[s]"
    assert frames.plans(family())["date_day"].iloc[0] == pd.Timestamp("2023-03-05")

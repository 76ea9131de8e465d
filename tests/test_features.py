"""Plans as numbers for scikit-learn, in its pipelines and by its rules."""

from __future__ import annotations

import sys
import warnings
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from conftest import ROOT
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import StandardScaler
from sklearn.utils import estimator_checks

import vnplan
from vnplan.features import GROUPS, PlanFeatures

sys.path.append(str(ROOT / "benchmarks"))
from shelf import plans

TEXT = """UBND XÃ AN KHÊ
Số: 7/KH-UBND
An Khê, ngày 05 tháng 3 năm 2023

KẾ HOẠCH
Trồng cây xanh năm 2023

Căn cứ Quyết định số 1315/QĐ-TTg ngày 01/02/2022 của Thủ tướng Chính phủ.

I. NỘI DUNG
1. Công chức văn hóa xã chủ trì trồng cây tại 100% trường học trước ngày 15/6/2023.
2. Các thôn trồng cây trong quý IV năm 2023.
3. Trường học chăm sóc cây.
II. KHEN THƯỞNG
1. Tặng Giấy khen của Chủ tịch UBND xã cho 03 tập thể.
"""
OUTRIGHT = {"level", "kind"}  # what a model may have to guess


@cache
def shelf(count: int = 260) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Texts of invented plans, and the levels of who issued them."""
    found = [
        (data.decode("utf-8"), known.level)
        for known, data in plans(7, count)
        if known.path.endswith(".txt") and known.damage is None and known.copy is None
    ]
    texts, levels = zip(*found, strict=True)
    return texts, levels


def row(text: str, **settings: Any) -> dict[str, float]:
    features = PlanFeatures(**settings).fit([text])
    values = features.transform([text])[0]
    return dict(zip(features.get_feature_names_out(), values.tolist(), strict=True))


# ---------------------------------------------------------------- what is counted

EXAMPLES = {
    "kind_plan": 1,
    "level_commune": 1,
    "level_province": 0,
    "sections_content": 4,
    "sections_depth": 2,
    "obligations_content": 3,
    "obligations_with_deadline": 2 / 3,
    "actors_lead": 1,
    "deadlines_q2": 1,
    "deadlines_q4": 1,
    "deadlines_count": 2,
    "targets_hundred_percent": 1,
    "awards_Giấy khen": 1,
    "citations_Quyết định": 1,
    "citations_legal_bases": 1,
    "length_characters": len(TEXT),
    "doubts_count": 0,
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_a_plan_says_is_counted(name: str) -> None:
    assert row(TEXT)[name] == pytest.approx(EXAMPLES[name])


@pytest.mark.parametrize("group", GROUPS)
def test_an_empty_text_has_zeros(group: str) -> None:
    values = row("", groups=[group])
    assert values
    assert {name for name, value in values.items() if value} <= {"kind_other", "doubts_count"}


def test_counts_are_those_of_the_record() -> None:
    plan = vnplan.read(ROOT / "corpora" / "pccc-xa-truong" / "parent.txt")
    values = row(plan.text or "")
    assert values["obligations_count"] == len(plan.obligations)
    assert values["deadlines_count"] == len(plan.deadlines)
    assert values["recipients_count"] == len(plan.recipients)
    for group in ("sections", "obligations"):
        roles = [name for name in values if name.startswith(f"{group}_")][:13]
        assert sum(values[name] for name in roles) == values[f"{group}_count"]


def test_texts_and_records_are_the_same() -> None:
    features = PlanFeatures().fit([TEXT])
    same = features.transform([TEXT, vnplan.parse(TEXT)])
    assert (same[0] == same[1]).all()


def test_columns_are_those_that_fit_saw() -> None:
    features = PlanFeatures(groups=["awards", "citations"]).fit([TEXT])
    names = list(features.get_feature_names_out())
    assert "awards_Giấy khen" in names
    assert "awards_Bằng khen" not in names
    other = TEXT.replace("Giấy khen", "Bằng khen")
    assert features.transform([other]).shape == (1, len(names))
    fewer = PlanFeatures(groups=["awards"], least=2).fit([TEXT, other, other])
    assert "awards_Bằng khen" in fewer.get_feature_names_out()
    assert "awards_Giấy khen" not in fewer.get_feature_names_out()


def test_groups_are_chosen_by_name() -> None:
    names = PlanFeatures(groups=["targets", "phases"]).fit([TEXT]).get_feature_names_out()
    assert names.tolist() == [
        "targets_count",
        "targets_percent",
        "targets_hundred_percent",
        "phases_count",
    ]
    with pytest.raises(ValueError, match="citations"):
        PlanFeatures(groups=["words"]).fit([TEXT])


@pytest.mark.parametrize("wrong", [TEXT, vnplan.parse(TEXT), pd.DataFrame({"text": [TEXT]})])
def test_one_plan_is_no_list_of_plans(wrong: object) -> None:
    with pytest.raises(TypeError, match="a list of plans is expected"):
        PlanFeatures().fit(wrong)


# ---------------------------------------------------------------- scikit-learn's rules


def test_fitting_and_transforming_at_once_gives_the_same() -> None:
    texts = shelf()[0][:5]
    at_once = PlanFeatures().fit_transform(texts)
    assert (at_once == PlanFeatures().fit(texts).transform(texts)).all()
    assert np.isfinite(at_once).all()


def test_what_was_not_fitted_says_so() -> None:
    with pytest.raises(NotFittedError):
        PlanFeatures().transform([TEXT])
    with pytest.raises(NotFittedError):
        PlanFeatures().get_feature_names_out()
    with pytest.raises(ValueError, match="no plan"):
        PlanFeatures().fit([])


def test_a_clone_has_the_settings_and_nothing_learned() -> None:
    copy = clone(PlanFeatures(groups=("awards",), least=2).fit([TEXT, TEXT]))
    assert copy.get_params() == {"groups": ("awards",), "least": 2}
    with pytest.raises(NotFittedError):
        copy.transform([TEXT])


def test_frames_come_out_where_they_are_wanted() -> None:
    frame = PlanFeatures().set_output(transform="pandas").fit_transform(pd.Series([TEXT] * 2))
    assert isinstance(frame, pd.DataFrame)
    assert frame["obligations_count"].tolist() == [3, 3]


@pytest.mark.parametrize(
    "check",
    [
        "check_estimator_cloneable",
        "check_estimator_repr",
        "check_estimator_tags_renamed",
        "check_valid_tag_types",
        "check_parameters_default_constructible",
        "check_no_attributes_set_in_init",
        "check_get_params_invariance",
        "check_set_params",
        "check_mixin_order",
    ],
)
def test_checks_of_scikit_learn_that_need_no_numbers(check: str) -> None:
    getattr(estimator_checks, check)("PlanFeatures", PlanFeatures())


def test_scikit_learn_knows_that_it_takes_texts() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that checks with numbers are left out
        told = estimator_checks.check_estimator(PlanFeatures(), on_fail=None)
    assert {result["status"] for result in told} <= {"passed", "skipped"}


# ---------------------------------------------------------------- in a pipeline


def test_who_issued_a_plan_is_told_by_how_it_is_built() -> None:
    texts, levels = shelf()
    groups = [group for group in GROUPS if group not in OUTRIGHT]
    plans = [vnplan.parse(text) for text in texts]
    model = make_pipeline(
        PlanFeatures(groups=groups), StandardScaler(), LogisticRegression(max_iter=500)
    )
    right = cross_val_score(model, plans, levels, cv=3).mean()
    commonest = max(map(levels.count, levels)) / len(levels)
    assert right > commonest + 0.1


def test_beside_words() -> None:
    both = make_union(PlanFeatures(), TfidfVectorizer(max_features=50))
    texts = shelf()[0][:6]
    told = both.fit_transform(texts)
    assert told.shape == (6, len(both.get_feature_names_out()))

"""What training made: small, plain, made from the data as it is, and silent where rules speak."""

from __future__ import annotations

import json
import tomllib
from base64 import b64decode
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import ROOT

from vnplan import outline, silent
from vnplan.confidence import EVIDENCE
from vnplan.lexicon.headings import ROLE_PHRASES
from vnplan.outline import is_topic, read_outline
from vnplan.plan import parse
from vnplan.records import Plan
from vnplan.text import read_text
from vnplan.trained import load

FOLDER = ROOT / "models"
NAMES = ["roles", "confidence"]


def model_of(name: str) -> dict[str, Any]:
    model = load(name)
    assert model is not None
    return model


# ---------------------------------------------------------------- the files


@pytest.mark.parametrize("name", NAMES)
def test_a_model_is_small_and_tells_where_it_comes_from(name: str) -> None:
    path = FOLDER / f"{name}.json"
    assert path.stat().st_size < 1_000_000
    model = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(model["seed"], int)
    assert len(bytes.fromhex(model["data"])) == 32


@pytest.mark.parametrize("name", [*NAMES, "judge"])
def test_a_model_has_no_words_of_a_document(name: str) -> None:
    assert (FOLDER / f"{name}.json").read_text(encoding="utf-8").isascii()


def test_a_wheel_carries_every_model() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    carried = told["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for path in (*FOLDER.glob("*.json"), *FOLDER.glob("*.bin")):
        assert carried[f"models/{path.name}"] == f"vnplan/models/{path.name}"


def test_what_was_not_trained_is_none() -> None:
    assert load("no-such-model") is None


def test_the_weights_of_roles_fill_their_table() -> None:
    model = model_of("roles")
    assert len(b64decode(model["weights"])) == model["slots"] * len(model["roles"])
    assert len(model["biases"]) == len(model["roles"])
    assert set(model["roles"]) <= set(ROLE_PHRASES)
    assert model["slots"] & (model["slots"] - 1) == 0, "features are hashed by a mask"


def test_the_tables_of_confidence_are_of_the_evidence_that_is_gathered() -> None:
    tables = model_of("confidence")["tables"]
    assert {kind: tuple(table["evidence"]) for kind, table in tables.items()} == EVIDENCE
    for table in tables.values():
        assert len(table["weights"]) == len(table["usual"]) == len(table["evidence"])


@pytest.mark.shared
def test_the_models_are_of_the_data_as_it_is(script: Any) -> None:
    documents = script("documents")
    gold = documents.read_gold()
    data = {"roles": [*gold, *documents.read_plain()], "confidence": gold}
    for name in NAMES:
        model = model_of(name)
        assert model["seed"] == script(f"train_{name}").SEED
        assert model["data"] == documents.digest(data[name]), "run: make models"


@pytest.mark.shared
@pytest.mark.slow
def test_a_fresh_model_of_roles_guesses_the_same(script: Any) -> None:
    train: ModuleType = script("train_roles")
    fresh = train.make()
    chance = train.random.Random(1)
    examples = [e for d in script("documents").read_gold() for e in train.examples_of(d, chance)]
    stored = model_of("roles")
    same = [
        train.guessed(fresh, example)[0] == train.guessed(stored, example)[0]
        for example in examples
    ]
    assert sum(same) >= 0.97 * len(same), "run: make models"


@pytest.mark.shared
@pytest.mark.slow
def test_a_fresh_table_of_confidence_says_nearly_the_same(script: Any) -> None:
    train: ModuleType = script("train_confidence")
    cases = train.all_cases()
    fresh, stored = train.fit(cases), model_of("confidence")["tables"]
    apart = [
        abs(
            train.confidence(fresh[case.kind], case.evidence)
            - train.confidence(stored[case.kind], case.evidence)
        )
        for case in cases
    ]
    assert sum(apart) / len(apart) < 0.03, "run: make models"
    assert train.fit(cases) == fresh


@pytest.mark.shared
@pytest.mark.slow
def test_confidence_is_calibrated_on_documents_it_never_saw(script: Any) -> None:
    train: ModuleType = script("train_confidence")
    judged = train.cross_validated(train.all_cases())
    printed = [(case, sure) for case, sure in judged if case.rate == 0]
    copies = [(case, sure) for case, sure in judged if case.rate > 0]
    assert train.expected_error(printed) < 0.08
    assert train.expected_error(copies) < 0.08
    right = sum(case.right for case, _ in copies) / len(copies)
    assert train.brier(copies) < 0.75 * right * (1 - right), "better than the mean alone"


def test_the_judge_is_made_of_the_pairs_as_they_are(script: Any) -> None:
    train: ModuleType = script("train_judge")
    assert train.make(train.read_pairs()) == model_of("judge"), "run: make models"


# ---------------------------------------------------------------- silent headings

HEAD = """UBND HUYỆN YÊN LẠC
Số: 15/KH-UBND
Yên Lạc, ngày 02 tháng 3 năm 2025
KẾ HOẠCH
Dọn vệ sinh đường làng

I. MỤC ĐÍCH
- Nhằm giữ đường làng sạch, nâng cao ý thức của người dân.
II. NỘI DUNG
- Phát quang bụi rậm hai bên đường.
"""
BODIES = """1. Văn phòng UBND huyện: theo dõi, đôn đốc các xã thực hiện Kế hoạch này.
2. Phòng Tài chính: tham mưu bố trí kinh phí.
3. UBND các xã: chủ trì, phối hợp với các đoàn thể tổ chức thực hiện.
"""
# a last section, and the role that it is guessed to have
GUESSES = [
    ("III. TO CHUC THT/C HIEN~N\n" + BODIES, "implementation"),
    ("III. TỎ CHỨG THỤC HlỆM\n" + BODIES, "implementation"),
    ("III.\n" + BODIES, "implementation"),
    ("III. KlNH PHl THVC HIEN\n- Kinh phí từ ngân sách huyện năm 2025.\n", "funding"),
]


def last_section(plan: Plan) -> Any:
    return plan.sections[-1]


@pytest.mark.parametrize(("section", "role"), GUESSES)
def test_what_a_section_is_for_is_guessed(section: str, role: str) -> None:
    plan = parse(HEAD + section)
    assert last_section(plan).label == "III"
    assert last_section(plan).role == role


TOPICS = [
    "III. CHĂM SÓC CÂY XANH\n- Trồng dặm cây còn thiếu.\n- Cắt tỉa cành khô.\n",
    "III. VẬN CHUYỂN CÂY GIỐNG\n- Thuê xe chở cây về thôn.\n- Giao cây cho hộ dân trong tuần.\n",
    "III. NÂNG CẤP CỔNG LÀNG\n1. Sơn lại cổng.\n2. Lắp đèn ở hai đầu làng.\n",
]


NO_TOPICS = [
    "III. Đối với cá nhân\n- Có nhiều đóng góp về công sức cho đường làng.\n- Gương mẫu.\n",
    "III. NÂNG CẤF CỐNG LÀNH\n1. Sơn lại cổng.\n",
    "III.\n1. Sơn lại cổng.\n",
]


@pytest.mark.parametrize("section", [*TOPICS, *NO_TOPICS])
def test_topics(section: str) -> None:
    page = read_text(HEAD + section)
    title = read_outline(page).nodes[-1].title
    assert is_topic(page, title) is (section in TOPICS)


@pytest.mark.parametrize("section", TOPICS)
def test_a_topic_that_can_be_read_is_the_content(section: str) -> None:
    assert last_section(parse(HEAD + section)).role == "content"


def test_of_a_decision_the_article_that_directs_is_found() -> None:
    plan = parse(
        "UBND TỈNH A\nSố: 7/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch trồng rừng\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
        "Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các Sở, Chủ tịch UBND các huyện và các"
        " đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này.\n"
    )
    assert [section.role for section in plan.sections] == ["other", "other", "implementation"]
    assert [duty.section for duty in plan.obligations] == ["3"]


def test_where_a_heading_speaks_nothing_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    def guess(*_: Any, **__: Any) -> None:
        raise AssertionError("a heading that names its role was guessed at")

    monkeypatch.setattr(outline, "guess_role", guess)
    parse(HEAD + "III. TỔ CHỨC THỰC HIỆN\n" + BODIES)


def test_without_the_model_rules_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silent, "weights", lambda: None)
    assert last_section(parse(HEAD + GUESSES[0][0])).role == "content"


def test_a_guess_is_a_probability_and_the_same_again() -> None:
    page = read_text(HEAD + GUESSES[0][0])
    items = [(paragraph.words, paragraph.end) for paragraph in page.paragraphs[-3:]]
    first = silent.guess_role(page.bare, "to chuc", items, (2, 3))
    assert first == silent.guess_role(page.bare, "to chuc", items, (2, 3))
    assert first is not None
    role, sure = first
    assert role == "implementation"
    assert 0.0 < sure <= 1.0


@pytest.mark.parametrize("title", ["", "x", "1", "a" * 500])
@pytest.mark.parametrize("items", [[], [(0, 0)], [(3, 9)], [(0, 6)] * 50])
def test_a_guess_can_be_made_of_anything(title: str, items: list[tuple[int, int]]) -> None:
    guess = silent.guess_role("mot hai ba", title, items, (0, 1))
    assert guess is not None
    assert 0.0 < guess[1] <= 1.0


def test_features_are_of_the_first_items_alone() -> None:
    items = [(0, 3)] * silent.ITEMS
    more = silent.section_features("mot hai ba", "", [*items, (4, 7)], (0, 1))
    assert more == silent.section_features("mot hai ba", "", items, (0, 1))


# ---------------------------------------------------------------- damaged copies


def test_damage_keeps_account_of_where_things_went(script: Any) -> None:
    damaged = script("documents").damaged
    text = Path(ROOT / "corpora" / "pccc-xa-truong" / "parent.txt").read_text(encoding="utf-8")
    assert damaged(text, 0.0, 1) == (text, list(range(len(text) + 1)))
    copy, offsets = damaged(text, 0.05, 1)
    assert copy != text
    assert damaged(text, 0.05, 1) == (copy, offsets)
    assert offsets[-1] == len(copy)
    assert offsets == sorted(offsets)
    kept = sum(text[i] == copy[at] for i, at in enumerate(offsets[:-1]) if at < len(copy))
    assert kept > 0.9 * len(text)

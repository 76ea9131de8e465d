"""What words mean, by vectors of law text: the file, the measures, and how it is made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from vnplan.compare import vectors
from vnplan.compare.vectors import Meaning, Vectors, blended, load_vectors, words_of
from vnplan.views import lowered

FOLDER = ROOT / "models"
PLANS = sorted((ROOT / "corpora").glob("*/*.txt"))


@pytest.fixture
def train(script: Callable[[str], ModuleType]) -> ModuleType:
    """The script that makes the vectors."""
    return script("train_vectors")


@pytest.fixture
def without_vectors(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As where the vectors are not installed."""
    load_vectors.cache_clear()
    monkeypatch.setattr(vectors, "load_bytes", lambda name: None)
    yield
    load_vectors.cache_clear()


def head() -> dict[str, Any]:
    told: dict[str, Any] = json.loads((FOLDER / vectors.FILE).read_bytes().split(b"\n", 1)[0])
    return told


def likeness(one: str, two: str) -> float:
    return float(Meaning([one], [two]).likeness()[0, 0])


def covered_by(duties: list[str], answers: list[str]) -> vectors.Matrix:
    """How much of each duty is answered in each answer, as far as it is shown."""
    return Meaning(duties, answers).measures()[0].clip(0.0, 1.0).round(4)


def near(one: str, two: str) -> float:
    """The cosine of two words."""
    known = load_vectors()
    rows = known.rows[[known.numbers[lowered(word)] for word in (one, two)]].astype(float)
    return float(rows[0] @ rows[1] / np.linalg.norm(rows[0]) / np.linalg.norm(rows[1]))


# ---------------------------------------------------------------- the file


def test_the_file_is_small_and_tells_where_it_comes_from() -> None:
    assert (FOLDER / vectors.FILE).stat().st_size < 4_000_000
    assert isinstance(head()["seed"], int)
    assert len(bytes.fromhex(head()["data"])) == 32


def test_its_parts_fit() -> None:
    known = load_vectors()
    assert len(known.numbers) == len(known.rows) == len(known.weights) == head()["words"]
    assert known.longest == max(len(word.split()) for word in known.numbers)
    assert (known.weights > 0).all() and (known.weights < 1).all()
    assert (np.abs(known.rows).max(axis=1) == 127).all(), "a row uses all of its byte"
    assert all(word == lowered(word) for word in known.numbers)


@pytest.mark.shared
def test_it_is_of_the_text_as_it_is(train: ModuleType) -> None:
    assert head()["seed"] == train.SEED
    assert head()["data"] == hashlib.sha256(train.TEXT.read_bytes()).hexdigest(), "make vectors"


# ---------------------------------------------------------------- words

EXAMPLES = [
    ("Tuyên truyền, khen thưởng", ["tuyên truyền", "khen thưởng"]),
    ("ỦY BAN NHÂN DÂN xã", ["ủy ban nhân dân", "xã"]),
    ("kiểm tra, giám sát", ["kiểm tra", "giám sát"]),
    ("kiểm - tra", ["kiểm", "tra"]),
    ("trước 30/6/2026", ["trước", "30", "6", "2026"]),
    ("xyzzy  hòa\ngiải", ["xyzzy", "hòa giải"]),
    ("", []),
    ("…", []),
]


@pytest.mark.parametrize(("text", "words"), EXAMPLES)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text, load_vectors()) == [lowered(word) for word in words]


def test_the_longest_word_is_taken() -> None:
    known = Vectors({"a b": 0, "b c d": 1}, np.zeros((2, 1), np.int8), np.zeros(2), 3)
    assert words_of("a b c d", known) == ["a b", "c", "d"]
    assert words_of("e b c d b c", known) == ["e", "b c d", "b", "c"]


# of three words the first two are more alike
NEARER = [
    ("khen thưởng", "biểu dương", "kinh phí"),
    ("tuyên truyền", "phổ biến", "khen thưởng"),
    ("kiểm tra", "giám sát", "kinh phí"),
    ("kinh phí", "ngân sách", "học sinh"),
    ("học sinh", "giáo viên", "báo cáo"),
    ("phần mềm", "máy tính", "nông dân"),
    ("thôn", "tổ dân phố", "bộ trưởng"),
    ("hằng năm", "hàng năm", "biểu dương"),
]


@pytest.mark.parametrize(("word", "like", "other"), NEARER)
def test_related_words_are_near(word: str, like: str, other: str) -> None:
    assert near(word, like) > near(word, other) + 0.15


# ---------------------------------------------------------------- likeness

# a provision, the same in other words, and another duty
PARAPHRASES = [
    (
        "Biểu dương tập thể, cá nhân tiêu biểu.",
        "Khen thưởng những người có thành tích xuất sắc.",
        "Bố trí kinh phí mua sắm trang thiết bị.",
    ),
    (
        "Tổ chức tuyên truyền trên hệ thống truyền thanh của xã.",
        "Phổ biến bằng loa phát thanh đến từng thôn.",
        "Rà soát, thay thế phương tiện đã hư hỏng.",
    ),
    (
        "Bảo đảm nguồn kinh phí thực hiện.",
        "Cân đối ngân sách chi cho các hoạt động.",
        "Tập huấn kỹ năng cho giáo viên.",
    ),
]


@pytest.mark.parametrize(("duty", "answer", "other"), PARAPHRASES)
def test_a_paraphrase_is_more_alike_than_another_duty(duty: str, answer: str, other: str) -> None:
    [[alike, apart]] = Meaning([duty], [answer, other]).likeness()
    assert alike > apart + 0.1
    [[covered, uncovered]] = covered_by([duty], [answer, other])
    assert covered > uncovered + 0.1


def test_what_is_the_same_is_wholly_alike() -> None:
    texts = ["Kiểm tra, giám sát", "Bố trí kinh phí", "xyzzy 12/KH"]
    alike = Meaning(texts, texts).likeness()
    assert np.diag(alike).tolist() == [1.0] * 3
    assert (alike[~np.eye(3, dtype=bool)] < 0.6).all()


def test_tone_style_case_and_order_do_not_matter() -> None:
    assert likeness("Hoà giải ở cơ sở", "Ở CƠ SỞ, hòa giải") == 1.0


def test_unknown_words_are_like_themselves_alone() -> None:
    assert likeness("xyzzy", "xyzzy") == 1.0
    assert likeness("xyzzy", "plugh") == 0.0
    assert covered_by(["xyzzy"], ["a xyzzy", "plugh"]).tolist() == [[1, 0]]


def test_of_nothing_nothing_is_like() -> None:
    assert Meaning([], []).likeness().shape == (0, 0)
    assert Meaning(["a", "b"], []).likeness().shape == (2, 0)
    assert Meaning(["", "a"], ["", "…", "a"]).likeness()[0].tolist() == [0, 0, 0]
    assert covered_by(["", "a"], ["", "a"]).tolist() == [[0, 0], [0, 1]]
    assert covered_by([], ["a"]).shape == (0, 1)


def test_an_act_is_covered_by_what_holds_it() -> None:
    act, more = "lập biên bản", "Tự kiểm tra an toàn, lập biên bản, lưu hồ sơ."
    [[whole, none]] = covered_by([act], [more, "thả diều"])
    assert whole == 1.0
    assert none < 0.5
    [[back]] = covered_by([more], [act])
    assert back < 1.0


def test_more_words_never_cover_less() -> None:
    answers = ["Phổ biến đến từng thôn.", "Trao giấy khen cho tổ dân phố."]
    [shares] = covered_by(["Tuyên truyền, biểu dương"], [*answers, " ".join(answers)])
    assert shares[2] >= max(shares[:2])


def test_a_blend_stays_between_its_parts() -> None:
    meaning, wording = np.array([[0.8, 0.2]]), np.array([[0.4, 0.0]])
    assert blended(meaning, wording).tolist() == [[0.6667, 0.1333]]


def test_without_vectors_words_are_compared_as_they_are(without_vectors: None) -> None:
    assert likeness("giám sát", "giám sát") == 1.0
    assert likeness("giám sát", "kiểm tra") == 0.0
    assert covered_by(["giám sát"], ["giám sát xã", "xã"]).tolist() == [[1.0, 0.0]]


@given(st.lists(st.text(max_size=60), max_size=4), st.lists(st.text(max_size=60), max_size=4))
def test_likeness_is_a_share_and_the_same_both_ways(ones: list[str], twos: list[str]) -> None:
    there, back = Meaning(ones, twos).likeness(), Meaning(twos, ones).likeness()
    assert there.shape == (len(ones), len(twos))
    assert np.allclose(there, back.T, atol=1e-4)
    for shares in (there, covered_by(ones, twos)):
        assert ((shares >= 0) & (shares <= 1)).all()
        assert (shares == shares.round(4)).all()


def test_likeness_is_the_same_again() -> None:
    one, two = (path.read_text(encoding="utf-8").split("\n") for path in PLANS[:2])
    first = Meaning(one, two).likeness()
    assert first.any()
    assert (first == Meaning(one, two).likeness()).all()


# ---------------------------------------------------------------- how they are made


def sample() -> list[str]:
    """A few plans of our own, in lines as the script reads them."""
    texts = [path.read_text(encoding="utf-8") for path in PLANS]
    return [lowered(line) for text in texts for line in text.split("\n")]


def few(train: ModuleType) -> Any:
    return train.Settings(least_pair=6, least_word=3, dimensions=20)


def test_the_same_lines_make_the_same_file(train: ModuleType) -> None:
    one, two = (train.as_file(train.make(sample(), few(train)), {"seed": 1}) for _ in range(2))
    assert one == two
    assert lowered("kế hoạch").encode("utf-8") in one


def test_a_file_is_read_as_it_was_made(train: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    made = train.make(sample(), few(train))
    load_vectors.cache_clear()
    monkeypatch.setattr(vectors, "load_bytes", lambda name: train.as_file(made, {}))
    read = load_vectors()
    load_vectors.cache_clear()
    assert list(read.numbers) == made.names
    assert (read.rows == made.rows).all()
    assert list(read.weights) == sorted(read.weights), "the most frequent first, it weighs least"


def test_a_line_said_twice_counts_once(train: ModuleType) -> None:
    once, twice = (train.as_syllables(sample() * times) for times in (1, 2))
    assert once.names == twice.names
    assert (once.ids == twice.ids).all()


def test_syllables_that_keep_together_become_words(train: ModuleType) -> None:
    lines = ["mở hội nghị", "dự hội nghị xã", "xã mở hội", "hội nghị, mở xã", "xã dự 3 hội nghị"]
    words = train.joined(train.as_syllables(lines), 0.3, 3)
    assert [name for name in words.names if " " in name] == ["hội nghị"]
    assert [words.names[i] for i in words.ids if i >= 0].count("hội nghị") == 4
    assert "3" not in {words.names[i] for i in words.ids if i >= 0}


def test_without_the_text_nothing_is_written(
    train: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(train, "TEXT", tmp_path / "none.xz")
    monkeypatch.setattr(train, "FOLDER", tmp_path)
    train.main()
    assert "nothing to train on" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


@pytest.mark.shared
def test_paraphrases_are_told_from_other_duties(script: Callable[[str], ModuleType]) -> None:
    ablate = script("ablate_likeness")
    sentences = ablate.read_sentences()
    worth = {
        (method, kind): ablate.of_sentences(getattr(ablate, method), sentences[kind])
        for method in ("wording", "taken")
        for kind in sentences
    }
    assert worth["taken", "seed"] >= worth["wording", "seed"]
    assert worth["taken", "hand"] >= 0.9 > worth["wording", "hand"] + 0.15

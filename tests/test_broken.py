"""Text whose letters were lost or parted, and what merely looks odd."""

from __future__ import annotations

import pytest

from vnplan.broken import MOST_IN_SOUND_TEXT, broken_share, is_broken, is_syllable
from vnplan.compare import compare
from vnplan.plan import parse
from vnplan.views import folded

SYLLABLES = """
a ăn ấp yêu uống oanh ngoằn ngoèo nghiêng khuỷu tay quyền quốc quýt quỳnh giữ gì giêng giếng gìn
học phát triển thuở khuya xoong soóc nguyễn huệ huơ ưu tiên lý hóa hoá thúy thuý đặc biệt
"""
OTHERS = "hoc phat kỹy nghiệ́ tràị strong file wifi thkrc hiendm chd quangg ế́ bz"


@pytest.mark.parametrize("syllable", SYLLABLES.split())
def test_syllables(syllable: str) -> None:
    assert is_syllable(syllable)


@pytest.mark.parametrize("letters", OTHERS.split())
def test_what_is_no_syllable(letters: str) -> None:
    assert not is_syllable(letters)


BROKEN = ["thkrc", "h9c", "H(>I", "Vl~nam", "H", "đ", "hi~n,"]
NO_WORDS = [
    "b)",
    "C.",
    "UBND",
    "2025",
    "14h00",
    "12/KH-UBND",
    "KH-2025",
    "-",
    "(08)",
    "A2",
    "TH&THCS",
    "H'HEN",
]
SOUND = ["Kế", "hoạch,", "(đợt", "năm.", "“xanh”"]


@pytest.mark.parametrize(("words", "expected"), [(BROKEN, True), (NO_WORDS, None), (SOUND, False)])
def test_which_words_are_broken(words: list[str], expected: bool | None) -> None:
    assert {word: is_broken(word.replace("“", '"').replace("”", '"')) for word in words} == (
        dict.fromkeys(words, expected)
    )


DUTIES = [
    "Trạm Khuyến nông mở ba lớp ghép cành cho các hộ trồng bưởi trước ngày 20/4/2025.",
    "Các hợp tác xã ghi nhật ký bón phân, phun thuốc của từng vườn; nộp sổ cho Trạm hằng quý.",
    "Hội Nông dân giới thiệu sản phẩm của xã trên trang thông tin điện tử.",
    "Phòng Kinh tế kiểm tra nhãn, mã vùng trồng của các vườn đã đăng ký.",
]
SOUND_TEXT = "KẾ HOẠCH\nPhát triển cây ăn quả năm 2025\n\nI. NHIỆM VỤ\n" + "\n".join(
    f"{n}. {duty}" for n, duty in enumerate(DUTIES, 1)
)
LOST = SOUND_TEXT.translate(str.maketrans("ấệộươạồếịốớáảôê", "~9(>l\\0@1$#^%&*"))
BARE = folded(SOUND_TEXT)
PARTED = (
    "KẾ HOẠCH\n\nI. NHIỆM VỤ\n1. H ọc vi ện K ỹ thu ật m ở l ớp t ập hu ấn cho gi áo viên.\n" * 6
)


@pytest.mark.parametrize("text", [LOST, BARE, PARTED], ids=["lost", "without marks", "parted"])
def test_broken_text_is_doubted(text: str) -> None:
    assert broken_share(text) > MOST_IN_SOUND_TEXT
    [doubt] = [doubt for doubt in parse(text).doubts if doubt.code == "broken_text"]
    assert "%" in doubt.message


ODD = (
    "Đoàn xã Ia Krêl, huyện Đức Cơ lập fanpage Facebook, nhóm Zalo; website http://a.vn; quay "
    "video clip, livestream; mua 02 laptop, 01 camera; học các buôn Kly, Krông Pắk; karaoke. "
)


@pytest.mark.parametrize("text", [SOUND_TEXT, "", "OK", ODD + SOUND_TEXT * 3])
def test_sound_text_is_not_doubted(text: str) -> None:
    assert broken_share(text) <= MOST_IN_SOUND_TEXT
    assert "broken_text" not in [doubt.code for doubt in parse(text).doubts]


def test_a_broken_child_misses_nothing() -> None:
    parent = parse(SOUND_TEXT)
    sound = parse("KẾ HOẠCH\nTrồng rừng\n\nI. NHIỆM VỤ\n1. Các thôn cuốc hố trồng keo trên đồi.")
    assert compare(parent, sound).summary.missing > 0
    diff = compare(parent, parse(LOST))
    assert diff.summary.missing == diff.summary.partial == 0
    assert diff.summary.undetermined > 0


def test_of_a_broken_parent_nothing_is_missing_either() -> None:
    diff = compare(parse(LOST), parse(SOUND_TEXT))
    assert diff.summary.missing == diff.summary.partial == 0

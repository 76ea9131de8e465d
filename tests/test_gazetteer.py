"""What is known of bodies: dated facts, who followed whom, how names are written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import vnplan
from vnplan.gazetteer import (
    bodies_of,
    existed,
    is_central_city,
    known_name,
    last_province,
    national_level,
    predecessors,
    recased,
    successors,
)
from vnplan.lexicon import gazetteer as facts
from vnplan.lexicon.bodies import TERRITORIES
from vnplan.views import folded, lowered

# ---------------------------------------------------------------- the data


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2003-06-01", 61),
        ("2006-01-01", 64),
        ("2024-12-31", 63),
        ("2025-06-30", 63),
        ("2025-07-01", 34),
    ],
)
def test_how_many_provinces_there_were(day: str, count: int) -> None:
    there = [
        name
        for name, _, since, until, _ in facts.PROVINCES
        if (since or "") <= day <= (until or "9999")
    ]
    assert len(there) == len(set(there)) == count


def test_every_abolished_province_went_into_one_that_was_there() -> None:
    units = {f"{unit} {name}": (since, until) for name, unit, since, until, _ in facts.PROVINCES}
    gone = {place for place, (_, until) in units.items() if until is not None}
    assert gone == {old for old, *_ in facts.PROVINCES_JOINED}
    for old, new, since, source in facts.PROVINCES_JOINED:
        assert units[old][1] is not None and units[old][1] < since
        assert (units[new][0] or "") <= since <= (units[new][1] or "9999")
        assert source


def test_the_provinces_agree_with_another_table() -> None:
    underthesea = pytest.importorskip("underthesea")
    path = Path(underthesea.__file__).parent / "address" / "data" / "mapping.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    joined = {lowered(old): new for old, new, *_ in facts.PROVINCES_JOINED}
    assert len(told["province_mapping"]) == 63
    for old, new in told["province_mapping"].items():
        name = told["old_province_names"][old]["name"]
        became = told["province_names"][new]["name"]
        assert lowered(joined.get(lowered(name), name)) == lowered(became)


def test_every_fact_is_dated_and_has_a_source() -> None:
    for _, since, new, source in facts.BECAME:
        date.fromisoformat(since)
        assert new and source
    rows = [(since, until) for *_, since, until, _ in (*facts.NATIONAL, *facts.DEPARTMENTS)]
    for since, until in rows:
        assert all(date.fromisoformat(day) for day in (since, until) if day is not None)
        assert since is None or until is None or since < until


def test_who_became_another_body_ended_before_the_other_began_its_work() -> None:
    until = {name: end for name, *_, end, _ in (*facts.NATIONAL, *facts.DEPARTMENTS)}
    for old, since, new, _ in facts.BECAME:
        if old in until:
            assert until[old] is not None and until[old] < since, old
        for one in new:
            assert until.get(one) is None or until[one] > since, one


# ---------------------------------------------------------------- who followed whom

LATER = date(2026, 3, 1)
SUCCESSORS = [
    ("Bộ Kế hoạch và Đầu tư", LATER, ("Bộ Tài chính",)),
    ("Bộ Giao thông vận tải", LATER, ("Bộ Xây dựng",)),
    ("Ủy ban Dân tộc", LATER, ("Bộ Dân tộc và Tôn giáo",)),
    ("Bộ Thủy sản", date(2010, 1, 1), ("Bộ Nông nghiệp và Phát triển nông thôn",)),
    ("Bộ Thủy sản", LATER, ("Bộ Nông nghiệp và Môi trường",)),  # twice
    ("Sở Giao thông vận tải", LATER, ("Sở Xây dựng",)),
    (
        "Sở Tài nguyên và Môi trường tỉnh Hà Nam",
        date(2025, 4, 1),
        ("Sở Nông nghiệp và Môi trường tỉnh Hà Nam",),
    ),
    (
        "Sở Tài nguyên và Môi trường tỉnh Hà Nam",
        LATER,
        ("Sở Nông nghiệp và Môi trường tỉnh Ninh Bình",),
    ),
    ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ TỈNH SÓC TRĂNG", LATER, ("Sở Tài chính thành phố Cần Thơ",)),
    ("UBND tỉnh Thừa Thiên Huế", date(2025, 1, 1), ("UBND thành phố Huế",)),
    ("Ủy ban nhân dân tỉnh Kiên Giang", LATER, ("Ủy ban nhân dân tỉnh An Giang",)),
    ("Sở Y tế Bắc Cạn", LATER, ("Sở Y tế tỉnh Thái Nguyên",)),  # an older spelling, no unit
    ("Tỉnh ủy Hậu Giang", LATER, ("Thành ủy Cần Thơ",)),
    ("Công an tỉnh Hà Tây", date(2009, 1, 1), ("Công an thành phố Hà Nội",)),
    ("Viện kiểm sát nhân dân tỉnh Bến Tre", LATER, ("Viện kiểm sát nhân dân tỉnh Vĩnh Long",)),
    ("Ban Dân vận Tỉnh ủy", LATER, ("Ban Tuyên giáo và Dân vận Tỉnh ủy",)),
]
NO_SUCCESSORS = [
    ("Bộ Y tế", LATER),
    ("Bộ Giao thông vận tải", date(2024, 12, 31)),  # not yet
    ("UBND tỉnh Sóc Trăng", date(2025, 6, 30)),
    ("UBND tỉnh Nghệ An", LATER),
    ("UBND huyện Nà Hỳ, tỉnh Hà Giang", LATER),  # gone with its district
    ("Trường THPT Hà Giang", LATER),  # a school keeps its name
    ("Hợp tác xã Rau sạch", LATER),
    ("", LATER),
]


@pytest.mark.parametrize(("name", "on", "expected"), SUCCESSORS)
def test_who_carries_on(name: str, on: date, expected: tuple[str, ...]) -> None:
    assert successors(name, on=on) == expected
    assert vnplan.successors(name, on=on) == expected


@pytest.mark.parametrize(("name", "on"), NO_SUCCESSORS)
def test_who_is_still_there_or_has_none(name: str, on: date) -> None:
    assert successors(name, on=on) == ()


def test_work_that_was_parted_has_several_successors() -> None:
    parts = successors("Bộ Lao động - Thương binh và Xã hội", on=LATER)
    assert parts[0] == "Bộ Nội vụ" and "Bộ Y tế" in parts
    assert successors("Bộ Lao động - Thương binh và Xã hội") == parts


PREDECESSORS = [
    ("Bộ Tài chính", LATER, "Bộ Kế hoạch và Đầu tư"),
    ("Bộ Nông nghiệp và Môi trường", LATER, "Bộ Thủy sản"),
    ("Sở Nội vụ thành phố Cần Thơ", LATER, "Sở Nội vụ tỉnh Sóc Trăng"),
    ("Sở Nội vụ thành phố Cần Thơ", LATER, "Sở Lao động - Thương binh và Xã hội tỉnh Hậu Giang"),
    ("Sở Xây dựng", LATER, "Sở Giao thông vận tải"),
]
NO_PREDECESSORS = [
    ("Bộ Tài chính", date(2024, 1, 1), "Bộ Kế hoạch và Đầu tư"),
    ("Sở Y tế", LATER, "Sở Lao động - Thương binh và Xã hội"),  # took a share only
    ("Bộ Nội vụ", LATER, "Bộ Y tế"),
]


@pytest.mark.parametrize(("name", "on", "old"), PREDECESSORS)
def test_whose_work_was_taken_over(name: str, on: date, old: str) -> None:
    assert old in predecessors(name, on=on)


@pytest.mark.parametrize(("name", "on", "old"), NO_PREDECESSORS)
def test_whose_work_was_not(name: str, on: date, old: str) -> None:
    assert old not in predecessors(name, on=on)


# ---------------------------------------------------------------- names

RECASED = [
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO HƯNG YÊN", "Sở Giáo dục và Đào tạo Hưng Yên"),
    ("UBND TỈNH THỪA THIÊN HUẾ", "UBND tỉnh Thừa Thiên Huế"),
    ("UỶ BAN NHÂN DÂN TỈNH HOÀ BÌNH", "Uỷ ban nhân dân tỉnh Hoà Bình"),  # marks as printed
    ("UBND TỈNH BÀ RỊA - VŨNG TÀU", "UBND tỉnh Bà Rịa - Vũng Tàu"),
    ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
    ("VĂN PHÒNG HĐND VÀ UBND HUYỆN NÀ HỲ", "Văn phòng HĐND và UBND huyện Nà Hỳ"),
    ("TRƯỜNG THPT NÀ SẢN", "Trường THPT Nà Sản"),
    ("TRƯỜNG TH&THCS NÀ SẢN", "Trường TH&THCS Nà Sản"),
    ("CHI BỘ TRƯỜNG MẦM NON HOA BAN", "Chi bộ Trường Mầm non Hoa Ban"),
    ("ĐẢNG ỦY BỘ TƯ PHÁP", "Đảng ủy Bộ Tư pháp"),
    ("CÔNG AN TỈNH", "Công an tỉnh"),
    ("ỦY BAN NHÂN DÂN PHƯỜNG 1, THÀNH PHỐ NÀ SẢN", "Ủy ban nhân dân phường 1, thành phố Nà Sản"),
    ("UBND TÍNH HÀ NAM", "UBND tính Hà Nam"),  # as the scan has it, but no name
]
NOT_RECASED = [
    "TRUNG TÂM BẢO TRỢ NGƯỜI GIÀ",  # nobody knows which words are names
    "HỌC VIỆN NÔNG LÂM",
    "CÔNG TY CỔ PHẦN CẤP NƯỚC PHAN HÒA",
    "NGUYỄN THỊ LAN",
]


@pytest.mark.parametrize(("name", "expected"), RECASED)
def test_names_out_of_capitals(name: str, expected: str) -> None:
    written = recased(name, TERRITORIES)
    assert written == expected
    assert written.upper() == name


@pytest.mark.parametrize("name", NOT_RECASED)
def test_names_that_stay_in_capitals(name: str) -> None:
    assert recased(name, TERRITORIES) is None


KNOWN = [
    ("sơ y te", "Sở Y tế"),
    ("UBNĐ TỈNH", None),
    ("SỞ GIAO DUC VÀ ĐAO TAO TỈNH X", "Sở Giáo dục và Đào tạo"),
    ("Số 12", None),
    ("hội", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "name"), KNOWN)
def test_a_known_name_with_damaged_marks(words: str, name: str | None) -> None:
    assert known_name(folded(words)) == name


SYMBOLS = [
    ("SYT", "sở y tế"),
    ("BTP", "bộ tư pháp"),
    ("UBND", "ủy ban nhân dân"),
    ("TU", "tỉnh ủy"),
    ("VKS", "viện kiểm sát nhân dân"),
    ("TTg", "thủ tướng chính phủ"),
    ("BTC", "bộ tài chính"),
    ("BTC", "ban tổ chức"),  # one sign, two bodies
]


@pytest.mark.parametrize(("sign", "body"), SYMBOLS)
def test_what_the_signs_of_symbols_stand_for(sign: str, body: str) -> None:
    assert body in bodies_of(sign)


@pytest.mark.parametrize("sign", ["KH", "QĐ", "XYZ", ""])
def test_signs_of_no_body(sign: str) -> None:
    assert bodies_of(sign) == ()


CITIES = [
    ("Hà Nội", None, True),
    ("TP HCM", None, False),
    ("HCM", None, True),
    ("Huế", "2025-01-01", True),
    ("Huế", "2024", False),
    ("Huế", "2026", True),
    ("Cần Thơ", "2003-12", False),
    ("Vũng Tàu", None, False),
]


@pytest.mark.parametrize(("city", "on", "central"), CITIES)
def test_cities_under_the_centre(city: str, on: str | None, central: bool) -> None:
    assert is_central_city(city, on) is central


def test_when_a_body_existed() -> None:
    assert existed("Bộ Thủy sản", "2005") and not existed("Bộ Thủy sản", "2015")
    assert not existed("Sở Nông nghiệp và Môi trường", "2024-12-31")
    assert existed("Hợp tác xã Rau sạch", "1990")


def test_levels_of_the_centre() -> None:
    assert national_level("Ban Cơ yếu Chính phủ") == "ministry"
    assert national_level("THỦ TƯỚNG CHÍNH PHỦ") == "central"
    assert national_level("Sở Y tế") is None


@pytest.mark.parametrize(
    ("name", "province"),
    [
        ("Sở Y tế Hà Nam", "tỉnh Hà Nam"),
        ("Sở Y tế thành phố Đà Nẵng", "thành phố Đà Nẵng"),
        ("Trường Mầm non Hoa Ban", None),
        ("Hà Nam", None),  # no body in front of it
    ],
)
def test_the_province_behind_a_name(name: str, province: str | None) -> None:
    assert last_province(name) == province

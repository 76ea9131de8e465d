"""Whose duty it is: names of bodies as plans write them, for four kinds of issuers."""

from __future__ import annotations

import pytest
from compare_plans import Draft

from vnplan.compare.applies import Bearer, is_head_of, is_meant, read_bearer, reason_against
from vnplan.compare.units import find_units
from vnplan.records import Date, Level, Plan


def bearer(name: str, level: Level | None) -> Bearer:
    found = read_bearer(Draft().plan(issuer=name, level=level))
    assert found is not None
    return found


DEPARTMENT = bearer("Sở Văn hóa và Thể thao tỉnh Hà Bắc", "department")
DISTRICT = bearer("UBND huyện Sông Cả", "district")
COMMUNE = bearer("Ủy ban nhân dân xã Đồi Thông", "commune")
SCHOOL = bearer("Trường Trung học cơ sở Hoa Mai", "unit")
BUREAU = bearer("Cục Bản đồ", "ministry")

MEANT = [
    (DEPARTMENT, "Các sở, ban, ngành"),
    (DEPARTMENT, "Sở Văn hóa và Thể thao"),
    (DEPARTMENT, "Giám đốc các Sở"),
    (DEPARTMENT, "Các cơ quan, đơn vị, địa phương"),
    (DEPARTMENT, "Người đứng đầu đơn vị"),
    (DISTRICT, "cấp huyện"),
    (DISTRICT, "UBND các huyện, thành phố"),
    (DISTRICT, "Chủ tịch Ủy ban nhân dân các huyện"),
    (DISTRICT, "Mỗi huyện"),
    (DISTRICT, "UBND các xã"),  # below it
    (DISTRICT, "cấp xã"),
    (DISTRICT, "Trưởng các thôn"),
    (DISTRICT, "Phòng Nội vụ các huyện"),
    (COMMUNE, "xã, phường, thị trấn"),
    (COMMUNE, "UBND xã"),
    (SCHOOL, "Các trường học"),
    (SCHOOL, "Trường THCS Hoa Mai"),
    (SCHOOL, "Hiệu trưởng các trường"),
    (SCHOOL, "Mỗi cơ quan, trường học"),
    (BUREAU, "Thủ trưởng các Cục, Vụ, đơn vị thuộc Bộ"),
    (BUREAU, "Cục Bản đồ"),
]
ANOTHERS = [
    (DEPARTMENT, "Sở Tài chính"),
    (DEPARTMENT, "UBND các huyện, thành phố"),
    (DEPARTMENT, "100% xã, phường"),
    (DEPARTMENT, "Thư viện Quốc gia Việt Nam"),
    (DISTRICT, "Đoàn các trường cao đẳng"),
    (DEPARTMENT, "Chủ tịch UBND tỉnh"),
    (DISTRICT, "Các sở, ban, ngành tỉnh"),
    (DISTRICT, "Sở Nội vụ"),
    (DISTRICT, "Báo Hà Bắc, Đài Phát thanh tỉnh"),
    (DISTRICT, "Ủy ban Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội"),
    (COMMUNE, "UBND huyện Sông Cả"),
    (SCHOOL, "Công an xã và các trưởng thôn"),
    (SCHOOL, "Phòng Kinh tế"),
    (BUREAU, "Cục Khí tượng"),
    (BUREAU, "Văn phòng Bộ"),
    (BUREAU, "Vụ Pháp chế"),
]
NOBODY = [
    "Tổng phụ trách Đội",
    "Phòng, chống thiên tai",
    "Phòng cháy, chữa cháy",
    "Ban hành quy chế",
    "Hội nghị",
    "",
]


@pytest.mark.parametrize(("body", "name"), MEANT)
def test_who_is_meant(body: Bearer, name: str) -> None:
    assert is_meant(name, body) is True


@pytest.mark.parametrize(("body", "name"), ANOTHERS)
def test_who_is_another(body: Bearer, name: str) -> None:
    assert is_meant(name, body) is False


@pytest.mark.parametrize("name", NOBODY)
def test_what_names_no_body(name: str) -> None:
    assert is_meant(name, DEPARTMENT) is None


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Cục trưởng", True),
        ("Cục trưởng Cục Bản đồ", True),
        ("Bộ trưởng", False),
        ("Cục trưởng Cục Khí tượng", False),
    ],
)
def test_whose_head_a_person_is(name: str, head: bool) -> None:
    assert is_head_of(name, BUREAU) is head


PARENT = Draft().plan(issuer="UBND tỉnh Hà Bắc", level="province")


def reason(plan: Plan, body: Bearer | None = DEPARTMENT, parent: Plan = PARENT) -> str | None:
    return reason_against(find_units(plan)[0], read_bearer(parent), body)


def test_the_one_who_acts_decides() -> None:
    words = "Sở Tài chính cấp kinh phí."
    lead = Draft().duty(words, who=[("Sở Tài chính", "lead"), ("Sở Y tế", "support")]).plan()
    assert reason(lead) == "giao Sở Tài chính"
    helped = [("Sở Tài chính", "lead"), ("Sở Văn hóa và Thể thao", "support")]
    assert reason(Draft().duty(words, who=helped).plan()) is None
    both = [("Sở Tài chính", "lead"), ("Các sở, ban, ngành", "lead")]
    assert reason(Draft().duty(words, who=both).plan()) is None


def test_the_nearest_heading_that_names_a_body_decides() -> None:
    under = Draft().head("Trách nhiệm của Sở Tài chính").duty("Cấp kinh phí.").plan()
    assert reason(under) == "giao Sở Tài chính"
    task = Draft().head("Phòng cháy, chữa cháy").duty("Thay bình cũ.").plan()
    assert reason(task) is None


def test_a_sentence_that_begins_with_a_class_is_for_that_class() -> None:
    assert reason(Draft().duty("100% xã, phường có thư viện.").plan()) == "giao 100% xã, phường"
    assert reason(Draft().duty("100% thư viện có máy tính.").plan()) is None


def test_a_body_named_within_the_sentence_is_given_the_task() -> None:
    given = Draft().duty("Dựng rạp ở sân kho (giao Công an xã và các trưởng thôn thực hiện).")
    assert reason(given.plan()) == "giao Công an xã và các trưởng thôn"


def test_a_clause_for_every_unit_is_the_childs_too() -> None:
    words = "Đoàn kiểm tra làm việc tại chỗ; đơn vị được kiểm tra chuẩn bị số liệu."
    assert reason(Draft().duty(words, who=[("Đoàn kiểm tra", "agent")]).plan()) is None


# who issued it, its level in the record, the body above, the year -> whose the Sở's duties are
CITIES = [
    ("Ủy ban nhân dân thành phố Nà Sản", "district", "UBND tỉnh Hà Bắc", 2024, True),
    ("UBND TP. Nà Sản, tỉnh Hà Bắc", "district", "UBND tỉnh Hà Bắc", 2024, True),
    ("UBND thành phố", "province", "UBND tỉnh Hà Bắc", 2024, True),
    ("UBND thành phố", None, "Tỉnh ủy Hà Bắc", None, True),
    ("UBND thành phố Huế", "district", "UBND tỉnh Thừa Thiên Huế", 2024, True),
    ("UBND thành phố Huế", "province", "UBND tỉnh Thừa Thiên Huế", None, True),
    ("UBND thành phố Huế", "province", "Bộ Y tế", 2025, False),
    ("UBND thành phố Hà Nội", "province", "Bộ Y tế", 2024, False),
    ("UBND thành phố Đà Nẵng", "province", "UBND tỉnh Quảng Nam", 2024, False),
    ("UBND thành phố", "province", "Bộ Y tế", 2024, False),
    ("UBND thành phố", "province", "Thành ủy Hà Nội", 2024, False),
]


@pytest.mark.parametrize(("name", "level", "above", "year", "anothers"), CITIES)
def test_a_city_of_a_province_has_no_departments(
    name: str, level: Level | None, above: str, year: int | None, anothers: bool
) -> None:
    kind: Level = "province" if "tỉnh" in above.lower() else "ministry"
    draft = Draft().duty("Cấp kinh phí.", who=[("Sở Tài chính", "agent")])
    parent = draft.plan(issuer=above, level=kind)
    day = Date(year=year, text=str(year)) if year else None
    body = read_bearer(Draft().plan(issuer=name, level=level, date=day), parent)
    assert (reason(parent, body, parent) is not None) is anothers
    assert body is not None
    assert is_meant("UBND các xã, phường", body) is True  # below it in either case
    assert is_meant("UBND các tỉnh", body) is not anothers


def test_everything_is_the_issuers_own() -> None:
    plan = Draft().duty("Cấp kinh phí.", who=[("Sở Tài chính", "agent")]).plan()
    same = read_bearer(PARENT)
    assert reason(plan, same) is None
    assert reason(plan, None) is None

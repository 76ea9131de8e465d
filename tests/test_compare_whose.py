"""Whether two names are surely of two bodies."""

from __future__ import annotations

import pytest
from compare_plans import DUTIES, FEBRUARY, JANUARY, Draft

from vnplan.compare.grounds import judge_ground, read_identity
from vnplan.compare.whose import are_surely_two
from vnplan.records import Citation, Date, IssuingBody

TWO = [
    ("UBND tỉnh Hưng Giang", "Ủy ban nhân dân tỉnh Lam Sơn"),
    ("UBND tỉnh Hưng Giang", "Chủ tịch UBND tỉnh Lam Sơn"),
    ("UBND tỉnh Hà Nam", "UBND tỉnh Hà Giang"),  # alike, but both are known
    ("UBND tỉnh Quảng Nam", "UBND thành phố Hà Nội"),
    ("Sở Y tế tỉnh Hưng Giang", "Sở Y tế tỉnh Lam Sơn"),
    ("UBND tỉnh Hưng Giang", "UBND huyện Nà Hỳ"),
    ("UBND tỉnh", "UBND huyện"),
    ("UBND tỉnh Hưng Giang", "UBND thành phố Hưng Giang"),
    ("UBND thành phố Hà Nội", "UBND quận Long Hải"),
    ("UBND huyện Nà Hỳ, tỉnh Hưng Giang", "UBND huyện Phú Lâm, tỉnh Hưng Giang"),
    ("UBND PHƯỜNG 1", "UBND phường 5"),
    ("UBND thành phố", "UBND xã Bình An"),
    ("UBND tỉnh Sóc Trăng", "UBND tỉnh Hậu Giang"),  # of one heir
]
ONE = [
    ("UBND tỉnh Hưng Giang", "UBND tỉnh"),
    ("UBND tỉnh Hưng Giang", "Chủ tịch Ủy ban nhân dân tỉnh Hưng Giang"),
    ("UBND tỉnh Hưng Giang", "ỦY BAN NHÂN DÂN TỈNH HƯNG GIANG"),
    ("UBND tỉnh Hưng Giang", "UBND TỈNH HUNG GlANG"),  # a scan's
    ("UBND tỉnh Hưng Giang", "UBND tỉnh Hưng Giàng về việc"),
    ("UBND tỉnh Hưng Giang", "UBND tỉnh Hứ ng Giang"),
    ("UBND tỉnh Hưng Giang", "UBND tỉnh HG"),
    ("UBND tỉnh Bà Rịa - Vũng Tàu", "UBND tỉnh BRVT"),
    ("UBND tỉnh Đắk Lắk", "UBND tỉnh Đắc Lắc"),
    ("UBND Thành phố Hồ Chí Minh", "UBND TP.HCM"),
    ("UBND Thành phố Hồ Chí Minh", "UBND Thành phố"),
    ("UBND thành phố Hà Nội", "UBND thành phố Hà Nôi"),
    ("UBND thành phố Cần Thơ", "UBND tỉnh Hậu Giang"),  # which it took over
    ("UBND tỉnh Thừa Thiên Huế", "UBND thành phố Huế"),
    ("UBND thị xã Vân Khê", "UBND thành phố Vân Khê"),  # which it became
    ("UBND thành phố", "UBND tỉnh Hưng Giang"),
    ("UBND tỉnh Hưng Giang", "Bộ Y tế"),
    ("UBND tỉnh A", "UBND tỉnh Hưng Giang"),  # names taken out
    ("Sở LĐTBXH tỉnh Hưng Giang", "Sở Lao động - Thương binh và Xã hội tỉnh Hưng Giang"),
    ("Trường THPT Nà Hỳ, huyện Nà Hỳ", "Trường THPT Nà Hỳ, tỉnh Hưng Giang"),
    ("Liên minh Hợp tác xã tỉnh Hưng Giang", "Liên minh HTX tỉnh Hưng Giang"),
]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_bodies(one: str, other: str) -> None:
    assert are_surely_two(one, other)
    assert are_surely_two(other, one)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_what_may_be_one_body(one: str, other: str) -> None:
    assert not are_surely_two(one, other)
    assert not are_surely_two(other, one)


PARENT = (
    Draft().duty(DUTIES[0]).plan(number="45/KH-UBND", date=JANUARY, issuer="UBND tỉnh Hưng Giang")
)
JOINT = PARENT.model_copy(
    update={
        "issuing_bodies": (
            IssuingBody(name="UBND tỉnh Hưng Giang"),
            IssuingBody(name="UBND tỉnh Lam Sơn"),
        )
    }
)


def based(number: str | None, date: Date, issuer: str | None) -> Citation:
    words = f"Kế hoạch {number} {issuer}"
    return Citation(
        type="Kế hoạch",
        number=number,
        date=date,
        issuer=issuer,
        title=PARENT.title,
        text=words,
        span=(0, len(words)),
    )


GROUNDS = [
    ("45/KH-UBND", JANUARY, "UBND tỉnh", "covered"),
    ("45/KH-UBND", JANUARY, None, "covered"),
    ("45/KH-UBND", JANUARY, "UBND tỉnh Lam Sơn", "missing"),  # its own province's
    ("45/KH-UBND", FEBRUARY, "UBND tỉnh Lam Sơn", "missing"),
    ("45/KH-UBND", FEBRUARY, "UBND tỉnh Hưng Giang", "altered"),
    ("54/KH-UBND", JANUARY, "Chủ tịch UBND tỉnh", "altered"),
    ("88/KH-UBND", JANUARY, "UBND huyện Nà Hỳ", "missing"),  # the district's, of the same title
    (None, JANUARY, "UBND tỉnh Lam Sơn", "missing"),
    (None, JANUARY, "UBND tỉnh Hưng Giang", "covered"),
]


@pytest.mark.parametrize(("number", "date", "issuer", "status"), GROUNDS)
def test_another_bodys_plan_is_not_the_parent(
    number: str | None, date: Date, issuer: str | None, status: str
) -> None:
    child = Draft("Đọc sách ở trường").plan(number="3/KH-TV")
    cited = child.model_copy(update={"legal_bases": (based(number, date, issuer),)})
    assert judge_ground(read_identity(PARENT), PARENT, cited).status == status
    if number == "45/KH-UBND" and date == JANUARY:
        assert judge_ground(read_identity(JOINT), JOINT, cited).status == "covered"


def test_the_parent_is_found_behind_a_plan_of_the_same_number() -> None:
    bases = tuple(
        based("45/KH-UBND", day, f"UBND tỉnh {name}")
        for day, name in ((FEBRUARY, "Lam Sơn"), (JANUARY, "Hưng Giang"))
    )
    child = Draft("Đọc sách ở trường").plan().model_copy(update={"legal_bases": bases})
    assert judge_ground(read_identity(PARENT), PARENT, child).status == "covered"

"""Short names that a document gives, and the documents that they stand for."""

from __future__ import annotations

import pytest

from vnplan.plan import parse
from vnplan.records import Plan


def plan_of(preamble: str, duty: str = "Các thôn trồng cây.") -> Plan:
    return parse(f"KẾ HOẠCH\nTrồng cây\n\n{preamble}\n\nI. NHIỆM VỤ\n1. {duty}\n")


ALIASES = [
    (
        (
            "Thực hiện Chương trình trồng một tỷ cây xanh "
            "(sau đây gọi tắt là Chương trình), xã làm như sau:"
        ),
        ("Chương trình", "Chương trình trồng một tỷ cây xanh"),
    ),
    (
        (
            "Căn cứ Chỉ thị số 12-CT/TU ngày 3/2/2021 của Tỉnh "
            "ủy về giữ rừng (gọi tắt là Chỉ thị số 12-CT/TU);"
        ),
        ("Chỉ thị số 12-CT/TU", "Chỉ thị số 12-CT/TU ngày 3/2/2021 của Tỉnh ủy về giữ rừng"),
    ),
    (
        (
            "Hưởng ứng phong trào thi đua “Mỗi nhà một vườn” (sau "
            "đây viết tắt là Phong trào thi đua), xã làm như sau:"
        ),
        ("Phong trào thi đua", "phong trào thi đua “Mỗi nhà một vườn”"),
    ),
    (
        "Xã lập Ban Chỉ đạo trồng rừng (viết tắt là BCĐ) để giúp việc.",
        ("BCĐ", "Ban Chỉ đạo trồng rừng"),
    ),
    ("Xã lập ban, cử đội trồng rừng (viết tắt là BCĐ) để giúp việc.", ("BCĐ", None)),
    ("Việc chuyển đổi số (CĐS) ở thôn làm trước.", ("CĐS", "chuyển đổi số")),
    ("Giao Hội Nông dân và Hội Phụ nữ (sau đây gọi chung là các hội).", ("các hội", None)),
    (
        "Căn cứ Chỉ thị của Tỉnh ủy về giữ rừng (Chỉ thị số 12-CT/TU);",
        ("Chỉ thị số 12-CT/TU", "Chỉ thị của Tỉnh ủy về giữ rừng"),
    ),
]
NO_ALIASES = [
    "Các thôn làm tốt (gọi là thôn điểm sáng",  # the bracket never closes
    "Xã chia ba cụm (I) và giao tổ (A) trông coi.",
    "Nộp báo cáo (theo mẫu).",
    "Giao Hội Nông dân (BTC) làm trước.",  # letters of other words
    "(Kèm theo Quyết định số 4/QĐ-UBND ngày 3/2/2021)",
]


@pytest.mark.parametrize(("words", "alias"), ALIASES)
def test_short_names(words: str, alias: tuple[str, str | None]) -> None:
    plan = plan_of(words)
    [found] = plan.aliases
    name, full = alias
    assert found.name == name
    assert found.full == full
    assert plan.text is not None and plan.text[slice(*found.span)] == name


@pytest.mark.parametrize("words", NO_ALIASES)
def test_no_short_name(words: str) -> None:
    assert plan_of(words).aliases == ()


# ---------------------------------------------------------------- what they stand for

DECISION = "Căn cứ Quyết định số 34/QĐ-UBND ngày 3/2/2021 của UBND tỉnh"


def cited(plan: Plan) -> list[tuple[str, str | None]]:
    return [(c.type, c.number) for c in plan.citations]


def test_a_later_mention_by_the_short_name_is_the_same_document() -> None:
    named = "Đề án “Mỗi nhà một vườn”"
    plan = plan_of(
        f"{DECISION} phê duyệt {named} (sau đây gọi tắt là {named});", f"Xã thực hiện {named}."
    )
    assert cited(plan) == [("Quyết định", "34/QĐ-UBND")]


def test_without_the_short_name_it_is_another() -> None:
    plan = plan_of(f"{DECISION};", "Xã thực hiện Đề án “Mỗi nhà một vườn”.")
    assert cited(plan) == [("Quyết định", "34/QĐ-UBND"), ("Đề án", None)]


def test_a_number_cut_short_is_the_one_that_was_cited_whole() -> None:
    plan = plan_of(
        "Căn cứ Thông tư số 07/2021/TT-BNNPTNT ngày 3/2/2021 của Bộ Nông nghiệp;",
        "Xã thực hiện theo Thông tư số 07/2021.",
    )
    assert cited(plan) == [("Thông tư", "07/2021/TT-BNNPTNT")]


def test_a_number_cut_short_that_could_be_two_stays_alone() -> None:
    plan = plan_of(
        (
            "Căn cứ Thông tư số 07/2021/TT-BNV ngày 3/2/2021; "
            "Thông tư số 07/2021/TT-BYT ngày 5/2/2021;"
        ),
        "Xã thực hiện theo Thông tư số 07/2021.",
    )
    assert cited(plan) == [
        ("Thông tư", "07/2021/TT-BNV"),
        ("Thông tư", "07/2021/TT-BYT"),
        ("Thông tư", "07/2021"),
    ]


def test_aliases_are_ready_for_a_table() -> None:
    plan = plan_of("Việc chuyển đổi số (CĐS) ở thôn làm trước.")
    [row] = plan.rows("aliases")
    assert (row["name"], row["full"]) == ("CĐS", "chuyển đổi số")

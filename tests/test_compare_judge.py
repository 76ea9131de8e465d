"""How answers are ranked and acts are judged."""

from __future__ import annotations

import importlib

import numpy as np
import pytest
from compare_plans import DUTIES, Draft, day, plan_of

from vnplan.compare import compare
from vnplan.compare.align import EVIDENCE, IMPOSSIBLE, VERBATIM, align, weigh
from vnplan.compare.judge import draws_up_plan, is_mere_time, is_telling, other_names
from vnplan.compare.similar import Likeness
from vnplan.compare.units import find_units
from vnplan.compare.verdict import Verdict
from vnplan.records import Act, Change

# ---------------------------------------------------------------- likeness


def test_the_likeness_of_texts() -> None:
    alike = Likeness(DUTIES, DUTIES).cosines()
    assert alike.diagonal().min() == 1.0
    assert (alike - alike.T).max() == 0.0
    assert alike[~(alike == 1.0)].max() < 0.2


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Nộp ngày 31 tháng 10 năm 2026", "Gửi 31/10/2026", True),
        ("Nộp ngày 05 tháng 3", "Gửi 5/3", True),
        ("Nộp ngày 31 tháng 10", "Gửi 30/10", False),
        ("Hoà bình", "HÒA BÌNH", True),
    ],
)
def test_one_day_is_one_word_however_it_is_written(one: str, two: str, same: bool) -> None:
    assert (float(Likeness([one], [two]).cosines()[0, 0]) > 0) is same


def test_coverage_asks_how_much_of_the_part_is_there() -> None:
    likeness = Likeness(["dán nhãn sách cũ"], ["dán nhãn sách cũ và sửa mái nhà kho"])
    shares = likeness.coverage(["dán nhãn sách cũ", "trồng cây"], ["dán nhãn sách cũ và sửa mái"])
    assert shares.tolist() == [[1.0], [0.0]]


def test_empty_sides_have_no_likeness() -> None:
    assert Likeness([], ["a"]).cosines().shape == (0, 1)
    assert Likeness([""], ["!"]).cosines().tolist() == [[0.0]]


# ---------------------------------------------------------------- alignment


def test_headings_decide_between_equals() -> None:
    words = "Họp tổ mỗi tháng."
    asked = Draft().head("Thư viện").duty(words).head("Nhà kho").duty(words)
    said = Draft().head("Việc của nhà kho").duty(words).head("Việc của thư viện").duty(words)
    links = align(find_units(asked.plan()), find_units(said.plan()), likely=0.5).links
    assert [found[0].child for found in links] == [1, 0]


def test_of_repeated_duties_each_has_its_own() -> None:
    units = find_units(plan_of(DUTIES[0], DUTIES[1], DUTIES[0], DUTIES[2]))
    assert [found[0].child for found in align(units, units, likely=0.5).links] == [0, 1, 2, 3]


def test_kinds_do_not_answer_each_other_at_will() -> None:
    words = "Đọc ít nhất 12 cuốn sách trong năm."
    duty, standard = Draft().duty(words).plan(), Draft().criterion(words).plan()
    assert align(find_units(duty), find_units(standard), likely=0.5).links == ((),)
    assert align(find_units(standard), find_units(duty), likely=0.5).links[0][0].sureness > 0.9
    assert align(find_units(duty), find_units(duty), likely=0.5).links[0][0].sureness > 0.9


def test_each_act_of_a_merged_unit_answers_by_itself() -> None:
    asked = plan_of(
        "Tổ chức tập huấn kỹ năng sơ cứu cho cán bộ y tế các xã.",
        "Tuyên truyền phòng, chống bệnh dại trên hệ thống truyền thanh cơ sở.",
    )
    said = Draft().duty(
        "Tổ chức tập huấn kỹ năng sơ cứu cho cán bộ y tế các xã; phổ biến cách phòng bệnh dại trên "
        "loa truyền thanh của xã.",
    )
    duties, answers = find_units(asked), find_units(said.plan())
    acts = tuple(Act(text=part, span=answers[0].span) for part in answers[0].text.split("; "))
    answers = [answers[0]._replace(acts=acts)]
    assert [found[0].sureness > 0.5 for found in align(duties, answers, likely=0.5).links] == [
        True,
        True,
    ]


def test_a_unit_that_says_one_duty_verbatim_answers_no_other() -> None:
    units = find_units(plan_of(DUTIES[0], DUTIES[1]))
    shorter, nearly = "Kiểm kê sách trong kho.", DUTIES[0].replace("sách", "báo")
    verbatim, short, near = weigh(find_units(plan_of(DUTIES[0], shorter, nearly)), units).likeness
    assert verbatim[0] == 1.0
    assert short[0] == IMPOSSIBLE
    assert VERBATIM <= near[0] < 1, "it is verbatim for both"
    assert weigh(find_units(plan_of(shorter)), units).likeness[0, 0] > 0.4, "alone it is asked for"


def test_plans_of_one_section_have_no_neighbours() -> None:
    units = find_units(plan_of(*DUTIES[:5]))
    assert not weigh(units, units).values[..., EVIDENCE.index("neighbours")].any()


def test_evidence_is_finite_whatever_the_size() -> None:
    units = find_units(plan_of(*DUTIES))
    for duties, answers in ((units[:1], units[:1]), (units[:1], units), (units, units[:1])):
        values = weigh(duties, answers).values
        assert values.shape == (len(duties), len(answers), len(EVIDENCE))
        assert np.isfinite(values).all()


def test_where_no_models_are_installed_weights_set_by_hand_judge(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alignment = importlib.import_module("vnplan.compare.align")
    monkeypatch.setattr(alignment, "load", lambda name: None)
    assert alignment.judge() is alignment.PRIOR
    assert len(alignment.PRIOR["weights"]) == len(EVIDENCE)
    diff = compare(plan_of(*DUTIES[:4]), plan_of(*DUTIES[:3]))
    told = {
        item.parent.text: item.status
        for item in diff.items
        if item.kind == "obligation" and item.parent
    }
    assert told == {**dict.fromkeys(DUTIES[:3], "covered"), DUTIES[3]: "missing"}


# ---------------------------------------------------------------- acts

PLANS_TO_DRAW_UP = [
    "Xây dựng kế hoạch của trường",
    "Ban hành kế hoạch trồng cây của đơn vị",
    "chủ động xây dựng và ban hành kế hoạch thực hiện",
    "Lập kế hoạch",
]
NO_PLANS_TO_DRAW_UP = [
    "Gửi kế hoạch về Văn phòng",
    "Thực hiện kế hoạch đã ban hành",
    "Xây dựng quy chế phối hợp và triển khai kế hoạch",
    "Tham mưu Giám đốc kế hoạch tuyển dụng",
]


@pytest.mark.parametrize("words", PLANS_TO_DRAW_UP)
def test_a_plan_is_to_be_drawn_up(words: str) -> None:
    assert draws_up_plan(words)


@pytest.mark.parametrize("words", NO_PLANS_TO_DRAW_UP)
def test_no_plan_is_to_be_drawn_up(words: str) -> None:
    assert not draws_up_plan(words)


@pytest.mark.parametrize(
    ("asked", "said", "other"),
    [
        ("Cài ứng dụng “Cứu nạn 114”.", "Cài ứng dụng VNeID.", True),
        ("Cài ứng dụng “Cứu nạn 114”.", "Cài ứng dụng “Cứu nạn 114” trên máy.", False),
        ("Hưởng ứng phong trào “Hà Bắc xanh sạch đẹp”.", "Hưởng ứng “Sông Cả xanh sạch”.", False),
        ("Duy trì ISO 9001:2015.", "Cập nhật theo ISO/IEC 17025.", True),
        ("Cài ứng dụng “Cứu nạn 114”.", "Cài ứng dụng cứu nạn.", False),
        ("Gửi UBND tỉnh.", "Gửi HĐND tỉnh.", False),
        ("Vận động Quỹ Khuyến học.", "Vận động Quỹ Bảo trợ trẻ em.", True),
        ("Vận động Quỹ Khuyến học.", "Vận động quỹ Khuyến học của họ tộc.", False),
        ("Phổ biến Luật Thư viện.", "Phổ biến Luật Giao thông đường bộ.", True),
        ("Phổ biến Luật Thư viện.", "Tổ chức Cuộc thi Vẽ tranh.", False),
        ("Phổ biến Luật Thư viện.", "Mời Luật sư tư vấn.", False),
        ("Phổ biến Luật Trẻ em.", "Phổ biến pháp luật Việt Nam về trẻ em.", False),
    ],
)
def test_other_names(asked: str, said: str, other: bool) -> None:
    assert other_names(asked, said) is other


def test_a_time_alone_is_no_act() -> None:
    until = day(2026, 3, 15, "trước ngày 15/3/2026")
    words = "Kiểm kê toàn bộ sách trong kho; hoàn thành trước ngày 15/3/2026."
    (duty,) = find_units(Draft().duty(words, by=until).plan())
    assert [is_mere_time(act, duty) for act in duty.acts] == [False, True]
    assert [is_telling(act, duty) for act in duty.acts] == [True, False]


@pytest.mark.parametrize(
    ("words", "telling"),
    [
        ("Dán lại nhãn cho từng cuốn sách cũ", True),
        ("Nếu sách cũ bị rách nhiều trang ruột", False),  # a condition
        ("Đưa sách lên mạng", False),  # too few words to be looked for
    ],
)
def test_which_acts_are_looked_for(words: str, telling: bool) -> None:
    (duty,) = find_units(Draft().duty(words).plan())
    assert is_telling(duty.acts[0], duty) is telling


OTHERS = ("Tổ chức ngày hội đọc sách ở sân trường.", "Trao quà cho em nhỏ các xóm núi.")
ROW = "Trang bị máy hút ẩm, giá sách và bình chữa cháy khí cho kho."


@pytest.mark.parametrize(
    ("said", "status", "missing"),
    [
        ("Mua giá sách, máy hút ẩm cho kho.", "partial", ("bình chữa cháy khí cho kho",)),
        ("Mua giá sách, bình chữa cháy khí và máy hút ẩm cho kho.", "covered", ()),
    ],
)
def test_a_member_left_out_of_a_row_of_things(
    said: str, status: str, missing: tuple[str, ...]
) -> None:
    diff = compare(plan_of(ROW, *OTHERS), plan_of(said, *OTHERS))
    [item] = [item for item in diff.items if item.parent and item.parent.text == ROW]
    assert (item.status, item.missing_acts) == (status, missing)


DATED_ROW = "Trang bị máy hút ẩm cho kho, giá sách mới, hoàn thành trước ngày 25/8/2026."
EVENT_ROW = (
    "Trang bị máy hút ẩm cho kho, giá sách mới, bàn ghế trước ngày 25/8/2026 cho đủ 4 phòng."
)


@pytest.mark.parametrize(
    ("asked", "said", "status", "missing"),
    [
        (DATED_ROW, "Ngày 25/8/2026, mua giá sách mới, máy hút ẩm cho kho.", "covered", ()),
        (DATED_ROW, "Mua giá sách mới, máy hút ẩm cho kho.", "altered", ()),  # its day was dropped
        (
            EVENT_ROW,
            "Ngày 25/8/2026, mua giá sách mới, máy hút ẩm cho kho.",
            "partial",
            ("bàn ghế trước ngày 25/8/2026 cho đủ 4 phòng",),
        ),
    ],
)
def test_a_time_is_no_member_of_a_row_of_things(
    asked: str, said: str, status: str, missing: tuple[str, ...]
) -> None:
    until = day(2026, 8, 25, "trước ngày 25/8/2026")
    on_the_day = {"by": day(2026, 8, 25, "Ngày 25/8/2026")} if said.startswith("Ngày") else {}
    parent = Draft().duty(asked, by=until).duty(OTHERS[0]).duty(OTHERS[1]).plan()
    child = Draft().duty(said, **on_the_day).duty(OTHERS[0]).duty(OTHERS[1]).plan()
    [item] = [
        item for item in compare(parent, child).items if item.parent and item.parent.text == asked
    ]
    assert (item.status, item.missing_acts) == (status, missing)


def test_verbs_in_a_row_say_much_the_same() -> None:
    asked = "Tổng kết, đánh giá việc đọc, đề nghị khen thưởng người đọc nhiều."
    said = "Đánh giá việc đọc và đề nghị khen thưởng người đọc nhiều."
    diff = compare(plan_of(asked, *OTHERS), plan_of(said, *OTHERS))
    assert diff.summary.partial == 0


def test_what_was_read_badly_is_not_altered_by_what_it_lacks() -> None:
    dropped = Change(field="deadline", from_="trước ngày 30/6", to=None, effect="dropped")
    later = Change(field="deadline", from_="trước ngày 30/6", to="ngày 5/7", effect="later")
    assert Verdict("altered", 0.9, changes=(dropped,)).in_doubt().status == "undetermined"
    kept = Verdict("altered", 0.9, changes=(dropped, later)).in_doubt()
    assert (kept.status, kept.changes) == ("altered", (later,))

"""Laws that hold for any string: nothing raises, nothing is invented, nothing is lost.

What "gives back its words" means: between the words of a span and the text of its item only
white space, marks of markdown, bullets and whole lines of page furniture may differ. Labels
of inner sections are off the text of a stage, so there its signs need only follow in order;
where columns are printed beside each other, the item's signs are among those of the span.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest
from conftest import FURTHER, ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnplan.outline import TYPES
from vnplan.plan import explain, parse
from vnplan.records import Plan, Section, Span, walk_sections
from vnplan.text import RECIPIENTS, Page, read_text
from vnplan.views import folded, normalize, plain_signs

settings.register_profile(
    "laws",
    max_examples=int(FURTHER or 2000),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
laws = settings.get_profile("laws")

# ---------------------------------------------------------------- documents to try

HEADS = """\
UBND TỈNH HƯNG GIANG          CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ | Độc lập – Tự do – Hạnh phúc
TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-SYT
Số:      /KH-
Số 3-KH/CB
Hưng Giang, ngày 05 tháng 01 năm 2024
Hưng Giang, ngày     tháng … năm
KẾ HOẠCH
QUYẾT ĐỊNH
KẾ HOẠCH TỔ CHỨC HỘI THI
Tiêm chủng mở rộng năm 2024
(Kèm theo Quyết định số 4/QĐ-UBND)
Căn cứ Luật Phòng bệnh ngày 01/7/2023;
Thực hiện Kế hoạch số 8/KH-UBND ngày 02/01/2024 của UBND tỉnh về tiêm chủng;
Sở Y tế xây dựng Kế hoạch như sau:""".splitlines()

LABELS = """\
Phần I|PHẦN THỨ HAI|Chương II|Mục 1|Điều 1.|Điều 2. Hiệu lực|PHỤ LỤC I|PHỤ LỤC|A. CHUNG|B.
I. MỤC ĐÍCH, YÊU CẦU|II. NHIỆM VỤ|III- KINH PHÍ|1I. GIẢI PHÁP|HI.|IV. KHEN THƯỞNG|V. TIẾN ĐỘ
I. TIÊU CHÍ|II. TỔ CHỨC THỰC HIỆN|1. Mục đích|2.|1. Trạm Y tế|1. |3)|(1)|1.1.|2.1. Tiêm|1.1.1.
a)|b) Tập thể|- a)|đ)|-|+|*|***|•|**I. CHUNG**|## 1. Riêng|1. 1.""".replace("\n", "|").split("|")

PROVISIONS = """\
Trạm Y tế chủ trì, phối hợp với Hội Phụ nữ lập danh sách trẻ; báo cáo trước ngày 15/5/2024.
Giao Văn phòng mua vắc xin và thông báo lịch tiêm trong tháng 6.
các đơn vị gồm:
Đơn vị chủ trì: Trạm Y tế.
Thời gian: hằng tháng
Sản phẩm: Sổ tiêm; báo cáo.
Bằng khen của Chủ tịch UBND tỉnh cho tập thể;
đề nghị Chủ tịch UBND xã tặng Giấy khen
Cá nhân hoàn thành tốt nhiệm vụ hai năm liền.
Giai đoạn 1 (từ 2024 - 2025): tiêm nhắc
Từ ngày 01/8/2024 đến ngày 03/8/2024: Tiêm vét.
TT | Nhiệm vụ | Chủ trì | Thời gian
1 | Mua vắc xin | Trạm Y tế | Tháng 3/2024 |
| 2 | | |
phấn đấu đạt ít nhất 95,5% trẻ được tiêm
theo Quyết định số 1234/QĐ-BYT ngày 3/2/2023 của Bộ Y tế (sau đây gọi là Quyết định 1234)
và Thông tư 05/
Trên đây là Kế hoạch, yêu cầu các thôn thực hiện./.
trong năm
2025 các""".splitlines()

CLOSINGS = """\
Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC | Lò Văn Pản
Vàng Thị Mỷ
./.
2
- 3 -
Trang 4/5
_______""".splitlines()

NASTY = [
    "\ud800",
    "\udfff",
    "\x00",
    "\x07",
    "\x0b",
    "\x0c",
    "\r",
    "\u2028",
    "\u00a0",
    "\u00ad",
    "\ufeff",
    "\u0301",
    "\u0958",
    "İ",
    "ß",
    "K\u0302\u0301",
    "９",
    "²",
    "½",
    "౧",
    "|",
    "||",
    "(",
    ")",
    "“",
    '"',
    ";",
    ":",
    "*",
    "__",
    "/",
    "9" * 30,
    "99/99/9999",
    "ngày 31/02/0000",
    "1.000.000.000.000.000",
    "…",
]
NFD = [unicodedata.normalize("NFD", words) for words in (*PROVISIONS[:4], *LABELS[10:14])]

pieces = st.sampled_from([*HEADS, *LABELS, *PROVISIONS, *CLOSINGS, *NASTY, *NFD])
ends = st.sampled_from(["\n", "\n", "\n", "\n\n", " ", " ", "", "\r\n", "   "])
fragments = st.lists(
    st.tuples(pieces | st.text(max_size=6), ends).map("".join), min_size=1, max_size=14
).map("".join)
# in the order of a plan, so that more of it is understood
ordered = st.tuples(
    *(
        st.lists(st.sampled_from(lines), max_size=size).map("\n".join)
        for lines, size in ((HEADS, 7), ([*LABELS, *PROVISIONS], 12), ([*CLOSINGS, *NASTY], 7))
    )
).map("\n\n".join)
wrapped = st.tuples(ordered, st.integers(20, 70)).map(
    lambda told: "\n".join(told[0][i : i + told[1]] for i in range(0, len(told[0]), told[1]))
)
documents = st.one_of(st.text(st.characters(), max_size=300), fragments, ordered, wrapped)

# ---------------------------------------------------------------- laws


@laws
@given(documents)
def test_parsing_never_raises_and_survives_json(text: str) -> None:
    plan = parse(text)
    assert plan.text == normalize(text)
    assert Plan.model_validate_json(plan.to_json()) == plan
    assert parse(plan.text) == plan
    assert isinstance(plan.outline, str)


MARKS = dict.fromkeys(map(ord, "*#_-+•|\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"))


JUNK = re.compile(r"(?<!\S)[_'\"`.,]{1,3}[ ]?(?=[-+*•])")  # specks before a bullet


def bare(words: str) -> str:
    """Words without white space, marks of markdown, bullets and dashes."""
    return "".join(words.translate(MARKS).split())


def printed(page: Page, span: Span) -> str:
    """The words of a span without the lines of page furniture."""
    start, end = span
    kept, at = [], start
    for line in page.lines:
        if line.furniture is not None and start <= line.start < end:
            kept.append(page.text[at : line.start])
            at = max(at, line.end)
    kept.append(page.text[at:end])
    return "".join(kept)


def follows(words: str, within: str) -> bool:
    """Whether the signs of words stand in a longer string in their order."""
    signs = iter(within)
    return all(sign in signs for sign in words)


COLUMNS = re.compile(r"\S(?: {3,}|\t)|\n {3,}\S|[ \u00a0]{3}")


def gives_back(page: Page, span: Span, words: str, *, whole: bool = True) -> bool:
    """Whether a span has an item's words: the whole of them, or in their order at least."""
    within = printed(page, span) if whole else page.text[slice(*span)]
    if COLUMNS.search(within) or " | " in words:
        return not Counter(bare(words)) - Counter(bare(within))
    said, read = bare(words), (bare(within), bare(JUNK.sub("", within)))
    return any(said == one if whole else follows(said, one) for one in read)


def spans_of(plan: Plan) -> Iterator[Span]:
    """All spans of a record."""
    for _, _, section in walk_sections(plan.sections):
        yield section.span
        yield section.label_span
    for field in ("legal_bases", "citations", "phases", "deadlines", "criteria", "awards"):
        yield from (item.span for item in getattr(plan, field))
    for duty in plan.obligations:
        yield duty.span
        yield from (act.span for act in duty.acts)
    heads = (
        plan.number,
        plan.issuing_body,
        *plan.issuing_bodies,
        plan.signatory,
        *plan.signatories,
    )
    single = (*heads, *plan.recipients, *plan.doubts)
    yield from (item.span for item in single if item is not None and item.span is not None)
    yield from plan.unclaimed


def is_empty(section: Section) -> bool:
    """Whether nothing but its label is printed of a section."""
    return section.title is None and not section.text and not section.children


@laws
@given(documents)
def test_spans_lie_in_the_text_and_give_back_their_words(text: str) -> None:
    assert_spans(parse(text))


def assert_spans(plan: Plan) -> None:
    assert plan.text is not None
    page = read_text(plan.text)
    empty = [s.span for _, _, s in walk_sections(plan.sections) if is_empty(s)]
    unlabelled = [s.label_span for _, _, s in walk_sections(plan.sections) if not s.label]
    for start, end in spans_of(plan):
        assert 0 <= start <= end <= len(plan.text)
        assert start < end or (start, end) in empty or (start, end) in unlabelled
        if start < end:
            assert not plan.text[start].isspace() and not plan.text[end - 1].isspace()
    for field in ("legal_bases", "citations", "deadlines", "criteria", "awards", "obligations"):
        for item in getattr(plan, field):
            assert gives_back(page, item.span, item.text), field
    for duty in plan.obligations:
        at = duty.span[0]
        for act in duty.acts:
            assert at <= act.span[0] and act.span[1] <= duty.span[1]
            assert gives_back(page, act.span, act.text)
            at = act.span[1]
        for name in (*(actor.name for actor in duty.actors), *duty.products):
            assert bare(name) in bare(plan.text) or COLUMNS.search(plan.text)
        for target in duty.targets:
            assert bare(target.text) in bare(printed(page, duty.span))
    for phase in plan.phases:
        assert gives_back(page, phase.span, phase.text, whole=False)
        assert bare(phase.name) in bare(phase.text)
    for recipient in plan.recipients:
        assert recipient.span is not None
        # a wrapped line runs round what the other column prints beside it
        assert follows(bare(recipient.name), bare(printed(page, recipient.span)))
    if plan.number is not None and plan.number.span is not None:
        found = plain_signs(plan.text[slice(*plan.number.span)])
        assert "".join(re.sub(r"[*_\s]", "", found)).endswith(plan.number.text)
    for award in plan.awards:
        assert bare(award.form) in bare(award.text)


@laws
@given(documents)
def test_strings_are_clean(text: str) -> None:
    plan = parse(text)
    for value in strings_of(plan.model_dump(exclude={"text", "source", "doubts", "unclaimed"})):
        for line in value.split("\n"):
            assert line == " ".join(line.split())
        assert value.strip()
        assert "**" not in value


def strings_of(value: object, name: str = "") -> Iterator[str]:
    """All strings of a record, without the labels, paths and texts that are empty."""
    if isinstance(value, str):
        if name not in ("label", "text", "section") or value:
            yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings_of(inner, key)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from strings_of(inner, name)


@laws
@given(documents)
def test_sections_tile_the_document_in_order(text: str) -> None:
    assert_tiled(parse(text))


def assert_tiled(plan: Plan) -> None:
    assert plan.text is not None
    page = read_text(plan.text)

    def check(sections: tuple[Section, ...], start: int, end: int) -> None:
        at = start
        for section in sections:
            first, last = section.label_span
            assert at <= first <= last <= section.span[0] <= section.span[1] <= end
            for child in section.children:
                assert section.span[0] <= child.span[0]
            own = f"{section.title or ''}{section.text}"
            assert gives_back(page, section.span, own, whole=False)
            at = section.span[1]
            check(section.children, last, section.span[1])

    check(plan.sections, 0, len(plan.text))
    places = {path for path, _ in plan.walk()}
    for field in ("phases", "deadlines", "criteria", "awards", "obligations"):
        for item in getattr(plan, field):
            assert item.section in places or not places


# lines that tell of the kind of a document, as its text says it, and of nothing else
MOTTOES = ("conghoaxahoichunghia", "doclap", "dangcongsan")


@laws
@given(documents)
def test_every_line_is_claimed_or_listed(text: str) -> None:
    assert unclaimed_lines(parse(text)) == []


def letters(words: str) -> str:
    """The letters of words alone: specks beside a name are no part of it."""
    return "".join(c for c in words if c.isalpha())


def tells(field: str, cell: str) -> bool:
    """Whether a field has a cell of a line, or the cell all of the field."""
    for form in (bare, letters):
        words, value = form(cell).casefold(), form(field).casefold()
        if words and value and (words in value or value in words):
            return True
    return False


def unclaimed_lines(plan: Plan) -> list[str]:
    """The lines that no field speaks of and that ``unclaimed`` does not list."""
    lost: list[str] = []
    assert plan.text is not None
    spans = list(spans_of(plan))
    named = [plan.title, plan.place, plan.date and plan.date.text]
    for body in (plan.issuing_body, *plan.issuing_bodies):
        named += [body.name, body.superior] if body is not None else []
    told = [words for words in named if words]
    if plan.place and plan.date:  # a line of both, itself broken over lines
        told.append(f"{plan.place} {plan.date.text}")
    at = 0
    for line in plan.text.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip() or any(a < start + len(line) and b > start for a, b in spans):
            continue
        cells = re.split(r"\||\s{2,}", line.replace("*", " "))
        if any(tells(field, cell) for cell in cells for field in told):
            continue
        plain = letters(folded(plain_signs(line)))
        whole = "".join(re.findall(r"[a-z]{3,}", folded(plain_signs(line))))  # QUY T ĐỊNH
        if any(word in plain for word in (*MOTTOES, *TYPES)) or whole in TYPES:
            continue
        if plan.recipients and RECIPIENTS.match(folded(plain_signs(line)).strip()):
            continue
        lost.append(line)
    return lost


@laws
@given(documents)
def test_every_line_has_a_reason(text: str) -> None:
    lines = normalize(text).split("\n")
    rows = explain(text)
    assert [number for number, _, _ in rows] == [
        i for i, line in enumerate(lines, 1) if line.strip()
    ]
    assert all(reason for _, reason, _ in rows)


@laws
@given(documents)
def test_how_the_letters_are_encoded_does_not_matter(text: str) -> None:
    text = normalize(text)
    plan = parse(text)
    assert parse(unicodedata.normalize("NFD", text)) == plan
    assert parse(text.replace("\n", "\r\n")) == plan


# ---------------------------------------------------------------- growth

LONG = {
    "letters": "a",
    "words": "kế hoạch ",
    "digits": "7",
    "numbers": "1. ",
    "letters as labels": "a) ",
    "Roman": "I. ",
    "dashes": "- ",
    "opened": "(",
    "closed": "a)",
    "cells": "|",
    "rows": "a | b | ",
    "stars": "*",
    "bold": "**a** ",
    "rules": "_",
    "blanks": " ",
    "dots": ".",
    "quotes": "“",
    "commas": "Sở Y tế, ",
    "verbs": "rà soát, ",
    "ands": "lập và ",
    "dates": "01/02/2024 ",
    "days": "ngày ",
    "citations": "Quyết định số 12/QĐ-UBND ",
    "slashes": "1/",
    "percent": "100% ",
    "colons": "a: ",
    "semicolons": "a; ",
    "capitals": "A",
    "names": "Hà Lê ",
    "of": "của ",
    "accents": "\u0301",
}
LINES = {
    "short lines": "a\n",
    "items": "- Lập danh sách;\n",
    "numbered": "1. Lập danh sách.\n",
    "letters": "a) Lập danh sách;\n",
    "rows": "1 | Mua vắc xin | Trạm Y tế\n",
    "page numbers": "2\n\n",
    "opening lead-ins": "- Giao Trạm Y tế gồm:\n",
    "headings": "I. NHIỆM VỤ\n",
    "lower case": "các đơn vị\n",
    "closings": "Nơi nhận:\nKT. GIÁM ĐỐC\n",
    "semicolons": "Lập danh sách;\n",
    "attributes": "- Thời gian: tháng 3\n",
    "decimals": "1.1. Lập\n",
}
PROGRAM = """\
import sys
from vnplan.plan import parse
text = sys.stdin.buffer.read().decode()
plan = parse(text)
assert plan.text == text and plan.unclaimed is not None
"""


def parses(text: str, *, seconds: int) -> None:
    """A process of its own parses a text, and has to end."""
    subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=text.encode(),
        cwd=ROOT,
        check=True,
        timeout=seconds,
    )


def repeated(piece: str, size: int) -> str:
    return unicodedata.normalize("NFC", "I. NHIỆM VỤ\n1. " + piece * (size // len(piece)))


@pytest.mark.slow
@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_a_long_line_does_not_hang(piece: str) -> None:
    parses(repeated(piece, 200_000), seconds=60)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a", "Trạm Y tế lập danh sách trẻ trước ngày 15/5/2024. "])
def test_a_line_of_a_million_signs_does_not_hang(piece: str) -> None:
    parses(repeated(piece, 1_000_000), seconds=60)


@pytest.mark.slow
@pytest.mark.parametrize("piece", LINES.values(), ids=LINES)
def test_many_lines_do_not_hang(piece: str) -> None:
    parses(repeated(piece, 200_000), seconds=60)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["blanks", "opened", "dots", "days", "capitals"])
def test_a_wide_letterhead_does_not_hang(piece: str) -> None:
    wide = LONG[piece] * (100_000 // len(LONG[piece]))
    parses(f"SỞ Y TẾ{wide}Số\nKẾ HOẠCH\nTiêm chủng\n1. Lập danh sách.\n", seconds=60)


@pytest.mark.slow
def test_ten_million_signs_of_plans_in_one_text() -> None:
    plans = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpora").glob("*/*.txt"))
    )
    text = unicodedata.normalize("NFC", plans)
    parses(text * (10_000_000 // len(text) + 1), seconds=240)


REPEATED = {
    **LONG,
    **LINES,
    "bodies above": "TM. UBND\n",
    "names in capitals": "NGUYỄN VĂN A\n",
    "wards": "PHƯỜNG B\n",
    "schools": "TRƯỜNG ",
    "joined bodies": "SỞ A - ",
    "bodies beside each other": "SỞ A      ",
    "positions": "GIÁM ĐỐC\n",
    "two positions": "GIÁM ĐỐC      CHỦ TỊCH\n",
    "two positions run together": "GIÁM ĐỐC CHỦ TỊCH\n",
    "positions beside each other": "GIÁM ĐỐC      ",
    "recipients": "- UBND tỉnh (b/c);\n",
    "notes": "(để b/c); ",
    "signed": "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(đã ký)\nNguyễn Văn A\n",
    "mottoes": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
    "grounds": "Căn cứ Luật Phòng bệnh ngày 01/7/2023;\n",
    "issuers": "Sở Y tế ban hành ",
    "lower bullets": "+ Lập\n",
    "awards": "tặng Bằng khen ",
    "awards of a level": "tặng Bằng khen cấp tỉnh ",
    "prizes": "02 giải nhất, 03 giải nhì, ",
    "criteria": "- Cá nhân hoàn thành tốt nhiệm vụ hai năm liền;\n",
    "stages": "Giai đoạn 1 (từ 2024 - 2025): tiêm nhắc\n",
    "aliases": "Sở Y tế (sau đây gọi tắt là Sở) ",
    "tabs": "1\tMua vắc xin\tTrạm Y tế\tTháng 3\n",
    "wide gaps": "1     Mua vắc xin     Trạm Y tế     Tháng 3/2024\n",
}
LETTERHEAD = """\
SỞ Y TẾ TỈNH HƯNG GIANG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-SYT          Độc lập - Tự do - Hạnh phúc
Hưng Giang, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Tiêm chủng mở rộng năm 2024
I. NHIỆM VỤ
1. """
PREFIXES = {
    "at the top": "",
    "in a plan": LETTERHEAD,
    "in a closing": LETTERHEAD + "Lập danh sách.\nNơi nhận:\n",
}


def seconds(text: str) -> float:
    """The time that this process needs to parse a text."""
    start = time.process_time()
    parse(text)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_time_grows_with_length_only(piece: str, prefix: str) -> None:
    short, long = (
        unicodedata.normalize("NFC", prefix + piece * (size // len(piece)))
        for size in (5_000, 20_000)
    )
    needed = seconds(long)
    if needed > 0.5:  # less may be noise
        needed = min(needed, seconds(long))
        assert needed < max(0.5, 8 * min(seconds(short), seconds(short)))

"""The page of a difference: what it holds, and what a browser makes of it."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date as Day
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Command
from lxml import etree
from samples import DIFF, HUYEN, PLAN, TINH

import vnplan as library
from vnplan.language import say
from vnplan.records import (
    Date,
    Deadline,
    DiffItem,
    Doubt,
    Evidence,
    Phase,
    Plan,
    PlanDiff,
    Section,
    Since,
    Waiver,
    days_of,
)
from vnplan.report.compared import Compared
from vnplan.report.highlight import Highlight, paragraphs
from vnplan.report.html import as_html
from vnplan.report.text import as_text, duties, standing
from vnplan.report.timeline import axis, moment, times
from vnplan.since import add_since

CHROMIUM = shutil.which("chromium")
EVIL = "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'>\"><b onclick=ran()>"


def compared(parent: Plan, child: Plan, **changes: Any) -> Compared:
    result = library.diff(parent, child).model_copy(update=changes)
    return Compared(result, parent, child, "tinh.txt", "huyen.txt")


def of_files(folder: str) -> Compared:
    where = ROOT / "corpora" / folder
    return compared(library.read(where / "parent.txt"), library.read(where / "child.txt"))


def of_texts(parent: str = TINH, child: str = HUYEN, **changes: Any) -> Compared:
    return compared(library.parse(parent), library.parse(child), **changes)


def tree(page: str) -> etree._Element:
    """The page as XML: it is well-formed outside of its style and script."""
    bare = re.sub(r"(<style>|<script>).*?(</style>|</script>)", r"\1\2", page, flags=re.S)
    return etree.fromstring(bare.removeprefix("<!doctype html>").strip())


def words(node: etree._Element, lang: str = "en") -> str:
    """What a reader of a language sees of a node."""

    def said(node: etree._Element) -> Iterator[str]:
        if node.tag != "i" or node.get("lang") == lang:
            yield node.text or ""
            for child in node:
                yield from said(child)
                yield child.tail or ""

    return " ".join("".join(said(node)).split())


NOTHING = PlanDiff(parent=DIFF.parent, child=DIFF.child, summary=DIFF.summary)
SAMPLE = Compared(DIFF, PLAN, PLAN, "tinh.txt", "so.txt")


# ---------------------------------------------------------------- what stands on it


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_is_well_formed_and_asks_for_nothing_else(lang: str) -> None:
    page = as_html([of_files("pccc-xa-truong")], lang=lang)
    root = tree(page)
    assert root.get("lang") == lang
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    for node in root.iter(etree.Element):
        for name, value in node.attrib.items():
            assert name not in ("src", "style", "action") and not name.startswith("on")
            assert name != "href" or (value[1:] in ids and value[0] == "#"), value
            assert "//" not in value or name == "content" or "title" in name
    for name in ("aria-labelledby",):
        assert {node.get(name) for node in root.iter() if node.get(name)} <= set(ids)
    assert "://" not in re.sub(r"<(q|p|h4|blockquote)\b.*?</\1>", "", page, flags=re.S)


def test_counts_are_those_of_the_record() -> None:
    pair = of_files("thang-cong-nhan-ldld-cdcs")
    root = tree(as_html([pair], lang="vi"))
    shown = Counter(node.get("data-status") for node in root.iterfind(".//li[@data-status]"))
    grounds = Counter(item.status for item in pair.result.items if item.kind == "legal_basis")
    summary = pair.result.summary.model_dump(exclude={"thresholds"})
    assert shown + grounds == +Counter(summary)
    for button in root.iterfind(".//button[@data-field='status']"):
        status, count = button.get("data-value"), button.find("span").text
        assert int(count) == (shown[status] if status else shown.total())


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_summary_says_what_the_page_for_the_terminal_says(lang: str) -> None:
    told = words(tree(as_html([SAMPLE], lang=lang)).find(".//section[@id='summary']"), lang)
    for line in as_text(DIFF, lang=lang, width=999).splitlines():
        if re.match(r"\d|The child's own|Cấp dưới bổ sung", line):
            assert line in told


def test_the_gravest_stand_first() -> None:
    root = tree(as_html([SAMPLE], lang="en"))
    heads = [words(head) for head in root.iterfind(".//section[@id='items']/section/h3")]
    assert heads == [
        "missing (1)", "partial (1)", "altered (1)", "undetermined (1)", "not applicable (1)",
        "added (1)",
    ]  # fmt: skip


def test_an_item_shows_all_that_is_known_of_it() -> None:
    root = tree(as_html([SAMPLE], lang="en"))
    partial, altered = (words(root.find(f".//li[@id='{name}']")) for name in ("d3", "d4"))
    assert "? uncertain" in partial and "not there: tu bổ sách hỏng" in partial
    assert [mark.text for mark in root.iterfind(".//li[@id='d3']//mark")] == ["tu bổ sách hỏng"]
    assert "authority: Chủ tịch UBND tỉnh → Giám đốc Sở (another authority)" in altered
    assert "deadline: 30/6/2026 → nothing (dropped)" in altered
    assert "reason: Sở Tài chính" in words(root.find(".//li[@id='d5']"))


def test_bars_add_up_by_part_of_the_parent() -> None:
    pair = of_files("nong-thon-moi-tinh-huyen")
    rows = list(tree(as_html([pair], lang="vi")).iterfind(".//table[@class='parts']/tbody/tr"))
    totals = [int(row.find("td[@class='number']").text) for row in rows]
    asked = sum(item.parent is not None for item in duties(pair.result))
    assert totals[0] == sum(totals[1:]) == asked
    for row in rows:
        widths = [float(rect.get("width")[:-1]) for rect in row.iterfind(".//rect[@x]")]
        assert sum(widths) == pytest.approx(100, abs=0.01)
    assert words(rows[1].find("th"), "vi") == "I. MỤC ĐÍCH, YÊU CẦU"


def test_evidence_and_items_are_linked_both_ways() -> None:
    pair = of_files("pccc-xa-truong")
    root = tree(as_html([pair], lang="vi"))
    panes = {side: root.find(f".//section[@id='{side}']") for side in ("parent", "child")}
    for number, item in enumerate(pair.result.items, 1):
        for side, places in (
            ("parent", [item.parent] if item.parent else []),
            ("child", item.child),
        ):
            marked = " ".join(
                "".join(mark.text for mark in panes[side].iterfind(".//mark[@data-items]")
                if str(number) in mark.get("data-items").split()).split()
            )  # fmt: skip
            for place in places:
                plan = getattr(pair, side)
                said = plan.text[slice(*place.span)]
                assert re.sub(r"\s", "", said) in re.sub(r"\s", "", marked)
            refs = panes[side].findall(f".//a[@href='#d{number}']")
            assert len(refs) == len(places)
            for ref in refs:
                assert root.find(f".//*[@id='d{number}']//a[@href='#{ref.get('id')}']") is not None


def test_a_waived_duty_stands_apart_with_the_decision() -> None:
    decision = Waiver(
        duty="x", decision="accept", by="Phạm Thị Thu", why="làm năm sau", state="active"
    )
    items = [
        item.model_copy(update={"waiver": decision}) if item.status == "missing" else item
        for item in DIFF.items
    ]
    stale = decision.model_copy(update={"state": "stale", "text": "Trồng cây."})
    result = DIFF.model_copy(update={"items": tuple(items), "unused_waivers": (stale,)})
    root = tree(as_html([SAMPLE._replace(result=result)], lang="en"))
    item = root.find(".//li[@id='d2']")
    assert item.get("data-status") == "accepted"
    assert "missing; accepted by Phạm Thị Thu: làm năm sau" in words(item)
    assert "no longer has, x: Trồng cây." in words(root.find(".//section[@id='summary']"))


def test_what_changed_since_is_told_first() -> None:
    gone = DIFF.items[1].model_copy(update={"id": "d9", "fingerprint": "g"})
    since = Since(better=("d3",), gone=("d9",), before=(gone,))
    result = DIFF.model_copy(update={"since": since})
    root = tree(as_html([SAMPLE._replace(result=result)], lang="en"))
    told = words(root.find(".//section[@id='summary']"))
    assert "mended (1) d3 II.1.2 Kiểm kê sách; tu bổ sách hỏng. (partial)" in told
    assert "gone from the parent (1) II.1.1 Mỗi xã" in told


def test_that_the_parent_is_no_longer_cited_has_changed() -> None:
    silent = of_texts(child=HUYEN.replace(" số 12/KH-UBND ngày 05/01/2024", ""))
    result = add_since(silent.result, of_texts().result)
    assert result.since is not None and result.since.worse == ("d1",)
    root = tree(as_html([silent._replace(result=result)], lang="en"))
    told = words(root.find(".//section[@id='summary']"))
    assert "newly missing or worse (1) d1 12/KH-UBND (covered → missing)" in told
    [link] = root.xpath("//ul[@class='since']//a/@href")
    assert root.xpath("//*[@id=$id]", id=link[1:])


def test_records_without_text_make_a_page_without_texts() -> None:
    pair = of_texts()
    bare = pair._replace(parent=pair.parent.model_copy(update={"text": None}))
    root = tree(as_html([bare], lang="en"))
    assert root.find(".//section[@id='texts']") is None
    assert "carry no text" in words(root.find(".//main"))
    assert root.find(".//li[@id='d3']") is not None
    places = [a.get("href") for a in root.iter("a") if re.match(r"#[pc]\d", a.get("href"))]
    assert places == []


def test_what_was_read_without_certainty_is_told_in_both_languages() -> None:
    doubt = Doubt(code="draft", message="it is a draft", span=(0, 7))
    draft = PLAN.model_copy(update={"doubts": (doubt,)})
    root = tree(as_html([SAMPLE._replace(child=draft)], lang="en"))
    *_, told = root.iterfind(".//section[@id='doubts']//li")
    assert words(told) == "it is a draft: Một kế"
    assert words(told, "vi") == "văn bản là dự thảo: Một kế"


def test_words_of_documents_are_always_escaped() -> None:
    ref = DIFF.parent.model_copy(
        update={"number": EVIL, "title": EVIL, "issuing_body": EVIL, "name": EVIL, "sha256": EVIL}
    )
    said = Evidence(text=EVIL, span=(0, len(EVIL)), section=EVIL, score=0.5)
    item = DIFF.items[3].model_copy(
        update={"id": EVIL, "parent": said, "child": (said,), "reason": EVIL,
                "missing_acts": (EVIL,)}
    )  # fmt: skip
    result = DIFF.model_copy(
        update={"parent": ref, "child": ref, "items": (item,), "subject": EVIL}
    )
    section = Section(label=EVIL, kind="roman", title=EVIL, span=(0, 9), label_span=(0, 1))
    due = Deadline(text=EVIL, span=(0, 9), section="", recurrence="annual")
    plan = PLAN.model_copy(
        update={"text": EVIL, "title": EVIL, "sections": (section,), "deadlines": (due,)}
    )
    page = as_html([Compared(result, plan, plan, EVIL, EVIL)], lang="vi")
    root = tree(page)
    assert len(root.findall(".//script")) == 1
    assert root.find(".//img") is None and root.find(".//b") is None
    assert page.count("<script") == 1 and page.count("&lt;script&gt;") >= 15


def test_a_document_cannot_steer_the_page() -> None:
    text = "a\x00b\x1b[2J \u202egnort\u202c \x0c c"
    plan = Plan(text=text)
    page = as_html([Compared(DIFF, plan, plan, "\x07", "b")], lang="en")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", page)
    assert "gnort" in as_html([Compared(NOTHING, plan, plan, "a", "b")], lang="en")


def test_a_difference_without_anything_is_a_page_too() -> None:
    root = tree(as_html([Compared(NOTHING, Plan(), Plan(), "a", "b")], lang="en"))
    assert "nothing could be compared" in words(root.find(".//main"))


# ---------------------------------------------------------------- the texts in pieces


def cut_of(text: str, *spans: tuple[int, int]) -> list[list[tuple[str, str]]]:
    marks = [Highlight(*span, rank=0, item=n) for n, span in enumerate(spans, 1)]
    return [
        [(piece.text, piece.items) for piece in paragraph.pieces]
        for paragraph in paragraphs(Plan(text=text), marks)
    ]


CUTS = [
    ("Trồng cây.", [(0, 5)], [[("Trồng", "1"), (" cây.", "")]]),
    ("abcdef", [(0, 4), (2, 6)], [[("ab", "1"), ("cd", "1 2"), ("ef", "2")]]),  # overlapping
    ("abcdef", [(0, 6), (2, 4)], [[("ab", "1"), ("cd", "1 2"), ("ef", "1")]]),  # nested
    ("abc", [(0, 3), (0, 3)], [[("abc", "1 2")]]),
    ("ab\n\n cd\n", [(1, 6)], [[("a", ""), ("b", "1")], [("c", "1"), ("d", "")]]),  # over lines
    ("ab\r\ncd", [(2, 6)], [[("ab", "")], [("cd", "1")]]),  # begins with the line's end
    ("", [], []),
]


@pytest.mark.parametrize(("text", "spans", "pieces"), CUTS)
def test_texts_are_cut_where_evidence_begins_and_ends(
    text: str, spans: list[tuple[int, int]], pieces: list[list[tuple[str, str]]]
) -> None:
    assert cut_of(text, *spans) == pieces


def test_each_evidence_begins_once() -> None:
    marks = [Highlight(0, 9, 0, 1), Highlight(3, 5, 1, 2), Highlight(2, 9, 1, 3)]
    found = [
        mark.item
        for paragraph in paragraphs(Plan(text="ab\ncd\nefgh"), marks)
        for piece in paragraph.pieces
        for mark in piece.begins
    ]
    assert found == [1, 2, 3]


# ---------------------------------------------------------------- when what is due

DATES = [
    (Date(year=2025, month=3, day=9, text=""), (Day(2025, 3, 9), Day(2025, 3, 9))),
    (Date(year=2024, month=2, text=""), (Day(2024, 2, 1), Day(2024, 2, 29))),
    (Date(year=2025, quarter=4, text=""), (Day(2025, 10, 1), Day(2025, 12, 31))),
    (Date(year=2025, text=""), (Day(2025, 1, 1), Day(2025, 12, 31))),
    (Date(month=11, day=5, text=""), None),
    (Date(year=2025, month=2, day=30, text=""), None),
    (Date(year=9999, text=""), None),
]


@pytest.mark.parametrize(("date", "days"), DATES)
def test_the_days_that_a_time_may_mean(date: Date, days: tuple[Day, Day] | None) -> None:
    assert days_of(date) == days


def test_deadlines_by_duty_on_one_axis() -> None:
    def due(text: str, start: int, **known: Any) -> Deadline:
        date = Date(text=text, **known) if known else None
        recurrence = None if known else "monthly"
        span = (start, start + 5)
        return Deadline(text=text, date=date, recurrence=recurrence, span=span, section="")

    stage = Phase(
        name="1", start=Date(year=2025, month=1, text=""), end=Date(year=2025, month=2, text=""),
        text="", span=(50, 60), section="",
    )  # fmt: skip
    above = Plan(
        deadlines=(due("30/6", 5, year=2025, month=6, day=30), due("hằng tháng", 25)),
        phases=(stage,),
    )
    below = Plan(deadlines=(due("quý IV", 5, year=2025, quarter=4),))

    def item(kind: str, span: tuple[int, int], *child: tuple[int, int]) -> DiffItem:
        return DiffItem(
            id="", kind=kind, status="covered", score=1, parent=Evidence(text="", span=span),
            child=tuple(Evidence(text="", span=at) for at in child),
        )  # fmt: skip

    rows = times(
        [
            item("obligation", (20, 40)),
            item("obligation", (0, 20), (0, 20)),
            item("phase", (50, 60)),
            item("obligation", (70, 80)),
        ],
        above,
        below,
    )
    assert [row.number for row in rows] == [3, 2, 1]  # the earliest first, then the undated
    assert rows[0].parent[0].text == "01/2025 – 02/2025"
    assert rows[1].child == (moment("quý IV", Date(year=2025, quarter=4, text="")),)
    assert not rows[2].dated and rows[2].parent[0].recurrence == "monthly"
    line = axis(rows)
    assert line is not None
    assert [tick.name for tick in line.ticks] == ["1/2025", "4/2025", "7/2025", "10/2025", "1/2026"]
    assert line.at(Day(2025, 1, 1)) == 0 and line.at(Day(2026, 1, 1)) == 1


# ---------------------------------------------------------------- in a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium without a window."""
    driver = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no chromium (Debian: apt-get install chromium)")
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with driver.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """``opened(pair, lang=, width=, at=)`` is the page in a browser that talks to nobody."""
    contexts = []

    def show(pair: Compared, lang: str = "vi", width: int = 1280, at: str = "") -> Any:
        file = tmp_path / "report.html"
        file.write_text(as_html([pair], lang=lang), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 800}, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(file.as_uri() + at)
        return page

    yield show
    for context in contexts:
        context.close()


def visible(page: Any) -> Counter[str]:
    statuses = page.locator(".item:visible").evaluate_all("all => all.map(x => x.dataset.status)")
    return Counter(statuses)


def test_a_reader_filters(opened: Any) -> None:
    pair = of_files("pccc-xa-truong")
    every = Counter(standing(item) for item in duties(pair.result))
    page = opened(pair)
    assert visible(page) == every
    page.get_by_role("button", name=f"thiếu {every['missing']}").click()
    assert visible(page) == Counter(missing=every["missing"])
    assert page.get_by_role("button", pressed=True, name="thiếu").count() == 1
    page.keyboard.press("Tab")  # the next is partial; the space bar presses it
    page.keyboard.press("Space")
    assert visible(page) == Counter({s: every[s] for s in ("missing", "partial")})
    assert page.locator("#visible").inner_text() == str(every["missing"] + every["partial"])
    kinds = Counter(item.kind for item in duties(pair.result) if item.status == "missing")
    address = page.url
    assert address.endswith("#status=missing,partial")
    again = opened(pair, at="#status=missing&kind=award")  # a bookmark
    assert visible(again) == Counter(missing=kinds["award"])
    again.locator("button[data-field=status][data-value='']").click()
    again.locator("button[data-field=kind][data-value='']").click()
    assert visible(again) == every
    assert page.said == again.said == []


def test_a_reader_follows_a_missing_duty_to_its_place_and_back(opened: Any) -> None:
    pair = of_files("nong-thon-moi-tinh-huyen")
    number, item = next(
        (number, item)
        for number, item in enumerate(pair.result.items, 1)
        if item.status == "missing" and item.parent.span[0] > 3000
    )
    page = opened(pair, at="#status=missing")
    page.locator(f"#d{number} a").click()
    reference = page.locator(f"#p{number}")
    assert inside(reference, page) and reference.evaluate("x => x === document.activeElement")
    marked = page.locator("mark.here").all_inner_texts()
    assert "".join(marked).split() == item.parent.text.split()
    assert page.url.endswith(f"#p{number}&status=missing")
    page.keyboard.press("Enter")  # the focus stands on the link back
    assert inside(page.locator(f"#d{number}"), page)
    page.go_back()
    assert inside(reference, page)
    page.locator("button[data-value=covered]").evaluate("button => button.click()")
    page.locator("button[data-value=missing]").evaluate("button => button.click()")
    assert not page.locator(f"#d{number}").is_visible()
    reference.click()  # an item that was filtered out is shown again
    assert inside(page.locator(f"#d{number}"), page)


def test_both_sides_are_brought_to_what_answers_what(opened: Any) -> None:
    pair = of_files("nong-thon-moi-tinh-huyen")
    number = next(
        number
        for number, item in enumerate(pair.result.items, 1)
        if item.status == "altered" and item.parent.span[0] > 3000
    )
    page = opened(pair)
    page.locator(f"#d{number} a").first.click()
    assert inside(page.locator(f"#p{number}"), page)
    assert inside(page.locator(f"#c{number}-1"), page)


def inside(words: Any, page: Any) -> bool:
    """Whether words stand where a reader sees them, and nothing lies over them."""
    return words.evaluate(
        """node => {
            const box = node.getClientRects()[0];
            const over = document.elementFromPoint(box.x + box.width / 2, box.y + 8);
            return over !== null && (node.contains(over) || over.contains(node));
        }"""
    )


@pytest.mark.parametrize(("first", "other"), [("vi", "en"), ("en", "vi")])
def test_a_reader_switches_the_language(opened: Any, first: str, other: str) -> None:
    page = opened(of_texts(), lang=first)
    seen = {}
    for lang in (first, other):
        page.locator(f"button[data-lang={lang}]").click()
        seen[lang] = page.locator("body").inner_text()
        assert page.evaluate("document.documentElement.lang") == lang
        assert page.title() == say(lang, "page_title", child="31/KH-UBND", parent="12/KH-UBND")
    assert "Summary" in seen["en"] and "Summary" not in seen["vi"]
    assert "Tổng hợp" in seen["vi"] and "Tổng hợp" not in seen["en"]
    assert all("Tổ chức ngày hội đọc sách" in words for words in seen.values())
    assert page.url.endswith(f"#lang={other}")


def test_what_a_document_says_is_never_run(opened: Any) -> None:
    evil = "2. Mở <script>window.ran = 1</script><img src=x onerror='window.ran = 2'> tủ sách.\n"
    page = opened(of_texts(TINH.replace("2. ", evil + "3. "), HUYEN + evil + EVIL))
    assert page.get_by_text("<script>window.ran").count() >= 2
    assert page.evaluate("[window.ran, document.scripts.length]") == [None, 1]
    page.locator(".item").first.click()
    # even markup that got in would not run
    page.evaluate(
        """() => {
            const node = document.createElement('script');
            node.textContent = 'window.ran = 3';
            document.body.append(node);
            document.body.insertAdjacentHTML('beforeend', "<b id=x onclick='ran = 4'>x</b>");
            document.getElementById('x').click();
        }"""
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in message for message in page.said)


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1280])
def test_the_page_is_as_wide_as_the_screen(opened: Any, width: int) -> None:
    page = opened(of_files("pccc-xa-truong"), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_holds_all_items_and_no_buttons(opened: Any) -> None:
    pair = of_files("pccc-xa-truong")
    page = opened(pair, at="#status=missing")
    page.emulate_media(media="print")
    assert visible(page).total() == len(duties(pair.result))
    assert page.locator("button:visible").count() == 0
    assert page.pdf(format="A4").startswith(b"%PDF")


CONTRAST = """() => {
    const light = (colour) => {
        const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const under = (node) => {
        for (; node; node = node.parentElement) {
            const colour = getComputedStyle(node).backgroundColor;
            if (!/, 0\\)$/.test(colour)) return colour;
        }
        return 'rgb(255, 255, 255)';
    };
    let worst = 99;
    for (const node of document.querySelectorAll('body *')) {
        const own = Array.from(node.childNodes).some((x) => x.nodeType === 3 && x.data.trim());
        if (!own || !node.checkVisibility() || node.closest('svg')) continue;
        const [a, b] = [getComputedStyle(node).color, under(node)].map(light);
        worst = Math.min(worst, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
    }
    return worst;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_can_be_read_against_their_ground(opened: Any, scheme: str) -> None:
    page = opened(of_files("pccc-xa-truong"))
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate(CONTRAST) >= 4.5  # WCAG 2 AA
    page = opened(SAMPLE)
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate(CONTRAST) >= 4.5


# ---------------------------------------------------------------- the command


def test_the_command_writes_the_page(vnplan: Command, tmp_path: Path) -> None:
    (tmp_path / "tinh.txt").write_text(TINH, encoding="utf-8")
    (tmp_path / "huyen.txt").write_text(HUYEN, encoding="utf-8")
    ran = vnplan("diff", "tinh.txt", "huyen.txt", "--format", "html", "-o", "report.html",
                 "--lang", "vi")  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, b"", b"")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert tree(page).get("lang") == "vi" and "Tổ chức ngày hội đọc sách" in page

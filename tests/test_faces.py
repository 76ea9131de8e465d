"""All faces of a difference tell the same: how many duties stand how."""

from __future__ import annotations

import io
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest
from conftest import ROOT
from lxml import etree
from lxml import html as web
from samples import HUYEN, TINH

import vnplan as library
from vnplan.cli.faces import DIFF_FACES
from vnplan.language import say
from vnplan.records import PlanDiff, Waiver
from vnplan.report.compared import Compared
from vnplan.report.text import GRAVE, ORDER, as_text, counted

Counts = dict[str, int]

# formats that tell of some items only, by design
PARTIAL = {"cong-van"}  # a letter, which asks for what is not there


def in_text(page: str, lang: str) -> Counts:
    """The counts of the summary, which are those of the headings."""
    headings = re.findall(r"^([^\d\n]+) \((\d+)\)$", page, re.M)
    heads = {words.lower(): int(count) for words, count in headings}
    summary = re.search(r"^\d+ .*: (.*)\.$", page, re.M)
    assert summary is not None
    told = {words: int(n) for n, words in re.findall(r"(\d+) ([^,]+)", summary[1])}
    assert told == {words: n for words, n in heads.items() if words != say(lang, "added")}
    return {status: heads.get(say(lang, status), 0) for status in ORDER}


def in_json(page: str, _: str) -> Counts:
    """The counts of the items, which are those of the summary where they count the same."""
    told = json.loads(page)
    every = Counter(item["status"] for item in told["items"])
    assert every == +Counter({s: n for s, n in told["summary"].items() if s != "thresholds"})
    found: Counter[str] = Counter()
    for item in told["items"]:
        holds = item["waiver"] is not None and item["waiver"]["state"] == "active"
        status = "accepted" if holds and item["status"] in GRAVE else item["status"]
        found[status] += item["kind"] != "legal_basis"
    return {status: found[status] for status in ORDER}


def in_junit(page: str, lang: str) -> Counts:
    """The counts of the test cases."""
    [suite] = etree.fromstring(page.encode())
    citation = f"[{say(lang, 'legal_basis')}]"
    found: Counter[str] = Counter()
    for case in suite.findall("testcase"):
        verdict = case[0].get("type") if case[0].tag in ("failure", "skipped") else "covered"
        found[verdict] += not case.get("name").startswith(citation)
    found["added"] = len(re.findall(r"^ {2}\+ ", suite.findtext("system-out") or "", re.M))
    told = {each.get("name"): each.get("value") for each in suite.iter("property")}
    assert all(int(told[status]) == found[status] for status in ORDER)
    return {status: found[status] for status in ORDER}


def in_sarif(page: str, _: str) -> Counts:
    """The counts of the results, and of what is well, which has none."""
    [run] = json.loads(page)["runs"]
    [pair] = run["properties"]["pairs"]
    found: Counter[str] = Counter()
    for result in run["results"]:
        status = "accepted" if result["suppressions"] else result["ruleId"]
        found[status] += result["properties"]["kind"] != "legal_basis"
    well = {status: pair["counts"][status] for status in ("not_applicable", "covered", "added")}
    assert pair["counts"] == {status: found[status] for status in ORDER} | well
    return pair["counts"]


def in_html(page: str, _: str) -> Counts:
    """The counts of the items on the page."""
    found = Counter(web.fromstring(page).xpath('//li[@class="item"]/@data-status'))
    return {status: found[status] for status in ORDER}


def in_xlsx(page: bytes, lang: str) -> Counts:
    """The counts of the sheet of totals, which are those of the rows."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(page))
    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    of_all = dict.fromkeys(ORDER, 0)
    for name in ("sheet_duties", "sheet_added"):
        heads, *rows = sheets[say(lang, name)]
        kind, status = (heads.index(say(lang, f"column_{head}")) for head in ("kind", "status"))
        for row in rows:
            for word in ORDER:
                of_all[word] += row[status] == say(lang, word) and (
                    row[kind] != say(lang, "legal_basis")
                )
    table = of_totals(sheets[say(lang, "sheet_totals")], lang)
    assert {status: duties for status, (duties, _) in table.items()} == {
        status: n for status, n in of_all.items() if status in table
    }
    return standing_of(table)


def in_docx(page: bytes, lang: str) -> Counts:
    """The counts of the table of totals."""
    import docx

    tables = docx.Document(io.BytesIO(page)).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    return standing_of(of_totals(rows, lang))


def of_totals(rows: Iterable[Sequence[Any]], lang: str) -> dict[str, tuple[int, int]]:
    """Of each status how many duties have it, and how many of them somebody accepted."""
    words = {say(lang, status).lower(): status for status in ORDER}
    found: dict[str, tuple[int, int]] = {}
    heads: list[str] = []
    for row in rows:
        cells = [str(cell).lower() for cell in row]
        if cells[0] == say(lang, "column_status").lower():
            heads = cells
        elif heads and cells[0] in words:
            duties, accepted = (
                int(cells[heads.index(say(lang, head).lower())])
                for head in ("column_duties", "accepted")
            )
            found[words[cells[0]]] = duties, accepted
    return found


def standing_of(table: dict[str, tuple[int, int]]) -> Counts:
    found = {status: duties - accepted for status, (duties, accepted) in table.items()}
    found["accepted"] = sum(accepted for _, accepted in table.values())
    return {status: found.get(status, 0) for status in ORDER}


READERS: dict[str, Callable[[Any, str], Counts]] = {
    "text": in_text,
    "json": in_json,
    "junit": in_junit,
    "sarif": in_sarif,
    "html": in_html,
    "xlsx": in_xlsx,
    "docx": in_docx,
}


def compared(parent: str, child: str) -> Compared:
    plans = library.parse(parent), library.parse(child)
    return Compared(library.diff(*plans), *plans, "parent.txt", "child.txt")


def big() -> Compared:
    """A pair of our own with every status but one; some duties are accepted."""
    folder = ROOT / "corpora" / "pccc-xa-truong"
    pair = compared(*((folder / f"{side}.txt").read_text("utf-8") for side in ("parent", "child")))
    duties = [item for item in pair.result.items if item.kind != "legal_basis"]
    of = {status: [i for i in duties if i.status == status] for status in ORDER}
    accepted = {item.id for item in (*of["missing"][:2], *of["altered"][:1])}
    unread = {of["missing"][3].id}
    items = []
    for item in pair.result.items:
        if item.id in accepted:
            decided = Waiver(
                duty=item.fingerprint or "", decision="accept", by="A", why="B", state="active"
            )
            item = item.model_copy(update={"waiver": decided})
        if item.id in unread:
            item = item.model_copy(update={"status": "undetermined"})
        items.append(item)
    counts = {**Counter(item.status for item in items)}
    summary = pair.result.summary.model_copy(update=counts)
    result = pair.result.model_copy(update={"items": tuple(items), "summary": summary})
    return pair._replace(result=PlanDiff.model_validate(result.model_dump(by_alias=True)))


def tiny() -> Compared:
    return compared(TINH, HUYEN)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("make", [big, tiny])
def test_counts_by_status_agree_over_all_formats(make: Callable[[], Compared], lang: str) -> None:
    """A new format needs a reader above, by which a program finds its counts again."""
    pair = make()
    told = {
        "text": as_text(pair.result, lang=lang, width=400, everything=True),
        "json": pair.result.to_json(),
    }
    told |= {
        name: face.make([pair], lang=lang)
        for name, face in DIFF_FACES.items()
        if name not in PARTIAL
    }
    counts = {name: READERS[name](page, lang) for name, page in told.items()}
    assert counts == dict.fromkeys(told, counted(pair.result))


def test_the_pair_that_is_counted_has_something_of_all() -> None:
    assert all(counted(big().result).values())


@pytest.mark.parametrize("name", DIFF_FACES)
def test_a_face_is_the_same_whenever_it_is_made(name: str) -> None:
    pair = tiny()
    limits = pair.result.summary.thresholds.model_copy(update={"sure": 1.1})  # all is uncertain
    summary = pair.result.summary.model_copy(update={"thresholds": limits})
    pair = pair._replace(result=pair.result.model_copy(update={"summary": summary}))
    first = DIFF_FACES[name].make([pair], lang="vi")
    time.sleep(2.1)  # a ZIP tells even seconds
    assert DIFF_FACES[name].make([pair], lang="vi") == first

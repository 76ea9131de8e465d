"""What CI servers read: the reports hold against the schemas, and say what the difference says."""

from __future__ import annotations

import json
import re
import shlex
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import ROOT, Command
from lxml import etree
from samples import DIFF, HUYEN, PLAN, TINH

import vnplan as library
from vnplan import cli
from vnplan.cli.faces import DIFF_FACES
from vnplan.compare.mixed_up import MESSAGES
from vnplan.records import DiffItem, Doubt, Evidence, Plan, Source, Status, Waiver
from vnplan.report.compared import Compared
from vnplan.report.junit import as_junit
from vnplan.report.sarif import MOST_RESULTS, as_sarif
from vnplan.report.text import GRAVE, counted

SCHEMAS = ROOT / "tests" / "schemas"
FOLDERS = sorted(path.parent.name for path in (ROOT / "corpora").glob("*/parent.txt"))
SAMPLE = Compared(DIFF, PLAN, PLAN, "tinh.txt", "so.txt")
STRANGE = SAMPLE._replace(
    result=DIFF.model_copy(
        update={"doubts": (Doubt(code="strangers", message=MESSAGES["strangers"]),)}
    )
)
WAIVER = Waiver(
    duty="0" * 12, decision="accept", by="Phạm Thị Thu", why="làm năm sau", state="active"
)


@cache
def pair_of(folder: str) -> Compared:
    paths = [ROOT / "corpora" / folder / f"{side}.txt" for side in ("parent", "child")]
    parent, child = map(library.read, paths)
    return Compared(library.diff(parent, child), parent, child, "parent.txt", "child.txt")


def with_items(*items: DiffItem, **update: object) -> Compared:
    return SAMPLE._replace(result=DIFF.model_copy(update={"items": items, **update}))


def duty(text: str, status: Status = "missing", section: str = "I.1", at: int = 0) -> DiffItem:
    said = Evidence(text=text, span=(at, at + 1), section=section)
    return DiffItem(id="d1", kind="obligation", status=status, parent=said, score=1)


def read_junit(*pairs: Compared, lang: str = "en") -> Any:
    """The report, which the schema takes and whose counts are right."""
    root = etree.fromstring(as_junit(pairs, lang=lang).encode())
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(root)
    for suite in (root, *root):
        for count, path in (
            ("tests", ".//testcase"),
            ("failures", ".//testcase/failure"),
            ("errors", ".//testcase/error"),
            ("skipped", ".//testcase/skipped"),
        ):
            if suite is not root or count != "skipped":
                assert int(suite.get(count)) == len(suite.findall(path)), (suite.tag, count)
    return root


@cache
def validator() -> Any:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def read_sarif(*pairs: Compared, lang: str = "en") -> Any:
    """The one run of the report, which the schema takes."""
    log = json.loads(as_sarif(pairs, lang=lang))
    validator().validate(log)
    [run] = log["runs"]
    return run


def test_the_schemas_refuse_what_is_wrong() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validator().validate({"version": "2.1.0", "runs": [{"tools": {}}]})
    with pytest.raises(etree.DocumentInvalid):
        wrong = etree.fromstring("<testsuites><testcase/></testsuites>")
        etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(wrong)


# ---------------------------------------------------------------- JUnit


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_test_case_for_each_duty(folder: str, lang: str) -> None:
    pair = pair_of(folder)
    [suite] = read_junit(pair, lang=lang)
    items = [item for item in pair.result.items if item.parent]
    assert len(suite.findall("testcase")) == len(items)
    for case, item in zip(suite.findall("testcase"), items, strict=True):
        assert item.parent is not None
        assert case.get("classname") == f"child.txt {item.parent.section}".rstrip()
        told = " ".join("".join(case.itertext()).split())
        assert item.parent.text in told
        assert all(answer.text in told for answer in item.child)
        [verdict] = [each.tag for each in case]
        assert (verdict == "failure") == (item.status in GRAVE)
        assert (verdict == "skipped") == (item.status == "not_applicable")
    own = " ".join((suite.findtext("system-out") or "").split())
    assert all(item.child[0].text in own for item in pair.result.items if not item.parent)


def test_a_failure_says_what_is_the_matter() -> None:
    [suite] = read_junit(SAMPLE)
    told = {case.get("name"): case[0] for case in suite.findall("testcase")}
    failure = told["Kiểm kê sách; tu bổ sách hỏng."]
    assert (failure.get("type"), failure.get("message")) == (
        "partial",
        "partial; not there: tu bổ sách hỏng",
    )
    award = told["[award] Bằng khen của Chủ tịch UBND tỉnh"]
    assert "authority: Chủ tịch UBND tỉnh → Giám đốc Sở (another authority)" in award.text
    skipped = told["Sở Tài chính bố trí kinh phí."]
    assert skipped.tag == "skipped" and skipped.get("message") == "not applicable: Sở Tài chính"
    [suite] = read_junit(SAMPLE, lang="vi")
    assert suite.find(".//failure").get("message") == "thiếu"


def test_what_somebody_accepted_is_skipped_with_the_reason() -> None:
    item = duty("Trồng cây.").model_copy(update={"waiver": WAIVER})
    [case] = read_junit(with_items(item)).findall(".//testcase")
    assert (case[0].tag, case[0].get("message")) == ("skipped", "accepted: làm năm sau")
    over = item.model_copy(update={"waiver": WAIVER.model_copy(update={"state": "expired"})})
    [case] = read_junit(with_items(over)).findall(".//testcase")
    assert case[0].tag == "failure" and "that time is over" in case[0].text


def test_each_pair_is_a_suite_and_no_two_cases_are_called_alike() -> None:
    other = SAMPLE._replace(child_path="xa.txt")
    twice = with_items(duty("Trồng cây."), duty("Trồng cây."))._replace(child_path="phuong.txt")
    root = read_junit(SAMPLE, other, twice)
    assert [suite.get("name") for suite in root] == [
        "tinh.txt > so.txt",
        "tinh.txt > xa.txt",
        "tinh.txt > phuong.txt",
    ]
    cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(set(cases)) == len(cases)
    assert ("phuong.txt I.1", "Trồng cây. #2") in cases


def test_a_parent_without_duties_is_an_error() -> None:
    root = read_junit(with_items())
    assert root.get("errors") == "1"
    assert "nothing could be compared" in root.find(".//error").get("message")


def test_the_wrong_two_files_are_wondered_at() -> None:
    assert "are these the right" in read_junit(STRANGE).findtext(".//system-err")
    assert read_junit(SAMPLE).find(".//system-err") is None


def test_xml_holds_whatever_a_document_says() -> None:
    evil = "a\x00\x1b[2J \ufffe ]]> <b> & \" ' \u202e \U0001f4da"
    item = duty(evil).model_copy(update={"missing_acts": (evil,), "reason": evil})
    pair = with_items(item)._replace(child_path="t\udcffệp & <tên>.txt")
    turned = with_items(item)._replace(child_path="t\u202e.txt", parent_path="\u202e")
    assert "\u202e" not in as_junit([turned])
    [case] = read_junit(pair).findall(".//testcase")
    assert case.get("name") == "a\ufffd\ufffd[2J \ufffd ]]> <b> & \" ' \ufffd \U0001f4da"
    assert case.get("classname") == "t\ufffdệp & <tên>.txt I.1"
    assert "<b> & \" ' \ufffd \U0001f4da" in case[0].text


def test_long_names_are_cut_and_the_words_kept() -> None:
    long = "Trồng cây " * 100 + "xong."
    [case] = read_junit(with_items(duty(long))).findall(".//testcase")
    assert len(case.get("name")) == 200 and case.get("name").endswith("…")
    assert long in " ".join(case[0].text.split())


# ---------------------------------------------------------------- SARIF


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_result_for_each_duty_that_fails(folder: str, lang: str) -> None:
    pair = pair_of(folder)
    run = read_sarif(pair, lang=lang)
    failing = sorted(
        (item for item in pair.result.items if item.status in GRAVE),
        key=lambda item: GRAVE.index(item.status),
    )
    assert [result["properties"]["id"] for result in run["results"]] == [i.id for i in failing]
    for result, item in zip(run["results"], failing, strict=True):
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == item.status
        assert rule["defaultConfiguration"]["level"] == result["level"]
        assert result["partialFingerprints"]["duty/v1"] == item.fingerprint
        assert len(result["message"]["text"]) <= 1000
        [where] = result["locations"]
        place = where["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "child.txt"
        assert place["region"]["startLine"] >= 1
        if item.child:
            best = max(item.child, key=lambda answer: answer.score or 0)
            assert place["region"]["snippet"]["text"] == spoken(pair.child, best)
        assert item.parent is not None
        first = result["relatedLocations"][0]
        assert first["physicalLocation"]["artifactLocation"]["uri"] == "parent.txt"
        if item.kind != "legal_basis":
            assert first["physicalLocation"]["region"]["snippet"]["text"] == spoken(
                pair.parent, item.parent
            )


def spoken(plan: Plan, said: Evidence) -> str:
    assert plan.text is not None
    return plan.text[slice(*said.span)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_columns_and_offsets_find_the_words_in_the_file(folder: str) -> None:
    """As an editor counts that keeps texts in UTF-16."""
    pair = pair_of(folder)
    files = {
        name: (ROOT / "corpora" / folder / name).read_bytes().decode().encode("utf-16-le")
        for name in ("parent.txt", "child.txt")
    }
    regions = 0
    for result in read_sarif(pair)["results"]:
        for where in (*result["locations"], *result["relatedLocations"]):
            place = where["physicalLocation"]
            region, data = place.get("region", {}), files[place["artifactLocation"]["uri"]]
            if "snippet" not in region:
                continue
            snippet = region["snippet"]["text"]
            start, length = 2 * region["charOffset"], 2 * region["charLength"]
            assert data[start : start + length].decode("utf-16-le") == snippet
            lines = [line.encode("utf-16-le") for line in data.decode("utf-16-le").split("\n")]
            lines = lines[region["startLine"] - 1 : region["endLine"]]
            lines[-1] = lines[-1][: 2 * (region["endColumn"] - 1)]
            lines[0] = lines[0][2 * (region["startColumn"] - 1) :]
            assert b"\n\0".join(lines).decode("utf-16-le") == snippet
            regions += 1
    assert regions


ODD_LETTERS = "Đọc 📚 sách; Å, ỏ\u0323, ế, hòa\n"
FORMS = {
    "composed": lambda text: text.encode(),
    "apart": lambda text: unicodedata.normalize("NFD", text).encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "apart-crlf": lambda text: unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode(),
    "marked": lambda text: unicodedata.normalize("NFD", text).encode("utf-8-sig"),
    "wide": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
}


@pytest.mark.parametrize("form", FORMS)
def test_columns_are_those_of_the_file_however_it_was_written(form: str, tmp_path: Path) -> None:
    names, texts = [], ""
    for name in ("parent.txt", "child.txt"):
        text = ODD_LETTERS + (ROOT / "corpora" / FOLDERS[0] / name).read_text(encoding="utf-8")
        (tmp_path / name).write_bytes(FORMS[form](text))
        names.append(str(tmp_path / name))
        texts += text
    plans = [library.read(Path(name)) for name in names]
    ends = ["\r\n", "\n", "\r"] if form == "cr" else None  # what SARIF does not take for granted
    pair = Compared(library.diff(*plans), *plans, *names)
    assert unicodedata.is_normalized("NFC", plans[1].text or "")
    run, seen = read_sarif(pair), 0
    assert run.get("newlineSequences") == ends
    for result in run["results"]:
        for where in (*result["locations"], *result["relatedLocations"]):
            region = where["physicalLocation"].get("region", {})
            if "snippet" not in region:
                continue
            name = Path(where["physicalLocation"]["artifactLocation"]["uri"]).name
            data = (tmp_path / name).read_bytes()
            raw = data.decode("utf-16" if form == "wide" else "utf-8-sig").encode("utf-16-le")
            start, length = 2 * region["charOffset"], 2 * region["charLength"]
            words = raw[start : start + length].decode("utf-16-le")
            assert words == region["snippet"]["text"]
            composed = unicodedata.normalize("NFC", words)
            told = where["message"]["text"]
            whole = " ".join(composed.split())
            assert whole == " ".join(told.split()) or told.startswith("expected beside")
            assert composed.replace("\r\n", "\n").replace("\r", "\n") in texts
            lines = [
                line.encode("utf-16-le") for line in re.split("\r\n?|\n", raw.decode("utf-16-le"))
            ][region["startLine"] - 1 : region["endLine"]]
            lines[-1] = lines[-1][: 2 * (region["endColumn"] - 1)]
            lines[0] = lines[0][2 * (region["startColumn"] - 1) :]
            assert b"".join(lines).decode("utf-16-le") == re.sub("[\r\n]", "", words)
            seen += 1
    assert seen > 9


def test_a_file_that_is_another_by_now_is_not_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "huyen.txt"
    path.write_text(HUYEN, encoding="utf-8")
    parent, child = library.parse(TINH), library.read(path)
    pair = Compared(library.diff(parent, child), parent, child, "tinh.txt", str(path))
    before = read_sarif(pair)["results"]
    path.write_text("x\n" + HUYEN, encoding="utf-8")
    assert read_sarif(pair)["results"] == before
    path.unlink()
    assert read_sarif(pair)["results"] == before


def placed(text: str, span: tuple[int, int], **source: object) -> Any:
    """Where the result of a duty lies that these words of a text answer in part."""
    child = Plan(text=text, source=Source(**source))  # type: ignore[arg-type]
    said = Evidence(text="x", span=span, section="II", score=0.9)
    item = duty("Trồng cây.", "partial").model_copy(update={"child": (said,)})
    [result] = read_sarif(with_items(item)._replace(child=child))["results"]
    [where] = result["locations"]
    return where


def test_letters_beyond_the_plane_of_most_are_two_units() -> None:
    text = "📚 Sách\n📚📚 đọc\nsách 📖 xa"
    region = placed(text, (9, 21))["physicalLocation"]["region"]
    assert text[9:21] == " đọc\nsách 📖 "
    assert region == {
        "startLine": 2,
        "startColumn": 5,
        "endLine": 3,
        "endColumn": 9,
        "charOffset": 12,
        "charLength": 13,
        "snippet": {"text": " đọc\nsách 📖 "},
    }


@pytest.mark.parametrize("encoding", ["tcvn3", "utf-8+vni", "utf-16+tcvn3"])
def test_only_lines_are_told_of_a_file_in_an_old_encoding(encoding: str) -> None:
    where = placed("Một\nhai ba", (4, 7), media_type="text/plain", encoding=encoding)
    assert where["physicalLocation"]["region"] == {"startLine": 2, "endLine": 2}


def test_no_lines_are_told_of_a_file_that_has_none() -> None:
    where = placed(
        "Một\nhai ba", (4, 7), media_type="application/pdf", pages=3, page_starts=(0, 2, 9)
    )
    assert "region" not in where["physicalLocation"]
    assert where["message"]["text"] == "page 2: x"
    assert where["properties"] == {"textLine": 2, "textSpan": [4, 7]}
    assert where["logicalLocations"] == [{"fullyQualifiedName": "II", "kind": "section"}]


def test_what_is_missing_lies_beside_what_answers_its_neighbours() -> None:
    def answered(section: str, at: int, where: tuple[int, int]) -> DiffItem:
        said = Evidence(text="", span=where, section=f"c{where[0]}", score=0.9)
        found = duty("x", "covered", section, at)
        return found.model_copy(update={"child": (said,)})

    def beside(section: str, at: int) -> str:
        around = (
            answered("I.1", 10, (0, 2)),
            answered("I.3", 30, (4, 6)),
            answered("II.2.a", 50, (8, 9)),
        )
        pair = with_items(*around, duty("y", "missing", section, at))
        child = Plan(text="mộ\nha\nba\n", source=Source(media_type="text/plain"))
        [result] = read_sarif(pair._replace(child=child))["results"]
        [where] = result["locations"]
        region = where["physicalLocation"]["region"]
        told = where.get("message", {}).get("text", "top")
        return f"{region['startLine']} {told}"

    assert beside("I.2", 20) == "1 expected beside c0"  # as far from both: the one before
    assert beside("I.2", 24) == "2 expected beside c4"
    assert beside("I.4", 45) == "2 expected beside c4"  # nearer in place, but of another heading
    assert beside("II.2.b", 60) == "3 expected beside c8"
    assert beside("III", 70) == "1 top"
    assert beside("", 70) == "1 top"


def test_a_decision_suppresses_its_result_while_it_holds() -> None:
    item = duty("Trồng cây.").model_copy(update={"waiver": WAIVER})
    [result] = read_sarif(with_items(item))["results"]
    assert result["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "accepted by Phạm Thị Thu: làm năm sau",
        }
    ]
    over = item.model_copy(update={"waiver": WAIVER.model_copy(update={"state": "suspect"})})
    [result] = read_sarif(with_items(over))["results"]
    assert result["suppressions"] == []


def test_the_counts_of_what_is_well_are_told_too() -> None:
    run = read_sarif(SAMPLE, pair_of(FOLDERS[0]))
    assert [told["counts"] for told in run["properties"]["pairs"]] == [
        counted(DIFF),
        counted(pair_of(FOLDERS[0]).result),
    ]


def test_github_takes_one_run_of_no_more_results_than_it_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert MOST_RESULTS == 5000
    monkeypatch.setattr("vnplan.report.sarif.MOST_RESULTS", 5)
    many = with_items(*(duty("Trồng cây.", "undetermined") for _ in range(5)))
    grave = with_items(duty("Tưới cây."), duty("Tỉa cây."))
    run = read_sarif(many, grave)
    found = [result["ruleId"] for result in run["results"]]
    assert found == ["missing"] * 2 + ["undetermined"] * 3
    [told] = run["invocations"][0]["toolExecutionNotifications"]
    assert "left out: 2;" in told["message"]["text"]


def test_results_are_known_again_by_duty_and_files_wherever_they_stand() -> None:
    def known(*pairs: Compared) -> list[str]:
        results = read_sarif(*pairs)["results"]
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]

    item = duty("Trồng cây.").model_copy(update={"fingerprint": "0123456789ab"})
    moved = item.model_copy(update={"parent": Evidence(text="Trồng cây.", span=(5, 9))})
    pair = with_items(item)
    assert known(pair) == known(with_items(moved))
    assert known(pair) != known(pair._replace(child_path="xa.txt"))
    assert len(set(known(pair, pair._replace(child_path="xa.txt"), pair))) == 3


def test_words_of_a_document_make_no_links_and_no_places() -> None:
    evil = "xem [đây](http://x) {0} \x1b[2J" + " dài" * 600
    [result] = read_sarif(with_items(duty(evil, section="I].](9)")))["results"]
    text = result["message"]["text"]
    assert text.startswith("Missing [I. (9)](1): xem [đây] (http://x) { 0} \ufffd[2J dài")
    assert len(text) == 1000 and text.endswith("…")
    assert result["relatedLocations"][0]["message"]["text"].endswith("dài dài")  # in full


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("kế hoạch/xã #1.txt", "k%E1%BA%BF%20ho%E1%BA%A1ch/x%C3%A3%20%231.txt"),
        ("./a/../b.txt", "b.txt"),
        ("../b.txt", "../b.txt"),
        ("/tmp/xã.txt", "file:///tmp/x%C3%A3.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("\udcff.txt", "%FF.txt"),
    ],
)
def test_files_are_named_by_uri(path: str, uri: str) -> None:
    run = read_sarif(SAMPLE._replace(child_path=path))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_standard_input_has_no_uri() -> None:
    run = read_sarif(SAMPLE._replace(child_path="-"))
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["description"]["text"] == "standard input" and "uri" not in place
    assert run["artifacts"][1]["roles"] == ["standardStream"]


def test_a_comparison_that_cannot_be_trusted_is_notified() -> None:
    run = read_sarif(with_items())
    [invocation] = run["invocations"]
    assert not invocation["executionSuccessful"] and not run["results"]
    assert [told["level"] for told in invocation["toolExecutionNotifications"]] == ["error"]
    [told] = read_sarif(STRANGE)["invocations"][0]["toolExecutionNotifications"]
    assert told["level"] == "warning" and "are these the right" in told["message"]["text"]


# ---------------------------------------------------------------- the command


@pytest.mark.parametrize("format", ["junit", "sarif"])
def test_the_command_gathers_all_pairs_in_one_report(
    vnplan: Command, tmp_path: Path, format: str
) -> None:
    (tmp_path / "tinh.txt").write_text(TINH, encoding="utf-8")
    for name in ("huyen.txt", "quan.txt"):
        (tmp_path / name).write_text(HUYEN, encoding="utf-8")
    told = vnplan("diff", "tinh.txt", "huyen.txt", "quan.txt", "--format", format, "-o", "report")
    assert (told.returncode, told.stderr, told.stdout) == (1, b"", b"")
    page = (tmp_path / "report").read_bytes()
    if format == "junit":
        root = etree.fromstring(page)
        assert [suite.get("failures") for suite in root] == ["1", "1"]
    else:
        [run] = json.loads(page)["runs"]
        places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
        assert [(p["artifactLocation"]["uri"], p["region"]["startLine"]) for p in places] == [
            ("huyen.txt", 8),
            ("quan.txt", 8),
        ]


@pytest.mark.parametrize("format", ["junit", "sarif"])
def test_the_command_complains_where_nothing_could_be_compared(
    vnplan: Command, tmp_path: Path, format: str
) -> None:
    (tmp_path / "tinh.txt").write_text("KẾ HOẠCH\nTrồng cây năm 2024\n", encoding="utf-8")
    (tmp_path / "huyen.txt").write_text(HUYEN, encoding="utf-8")
    told = vnplan("diff", "tinh.txt", "huyen.txt", "--format", format)
    assert told.returncode == 2 and b"tinh.txt: no duty was found" in told.stderr
    assert b"nothing could be compared" in told.stdout


# ---------------------------------------------------------------- docs/ci.md

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def test_commands_of_the_page_are_understood() -> None:
    commands = re.findall(r"(?:^|run: |- )(vnplan diff .*)$", PAGE, re.M)
    assert len(commands) == 4
    for command in commands:
        args = cli.arguments("en").parse_args(shlex.split(command)[1:])
        assert DIFF_FACES[args.format].many and args.report


def test_workflows_of_the_page_are_yaml() -> None:
    github, gitlab = (
        yaml.safe_load(body) for body in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.M | re.S)
    )
    last = github["jobs"]["compare"]["steps"][-1]
    assert last["with"]["sarif_file"] == "vnplan.sarif" and last["if"] == "always()"
    assert gitlab["compare"]["artifacts"]["reports"]["junit"] == "vnplan.xml"


def test_the_page_tells_the_limit() -> None:
    assert f"at most {MOST_RESULTS:,} results" in " ".join(PAGE.split())

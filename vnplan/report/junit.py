"""Differences as JUnit XML: the file in which CI servers look for the results of tests."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from vnplan.language import say
from vnplan.report.text import (
    ACCEPTED,
    GRAVE,
    PLAIN,
    PageOfText,
    counted,
    doubts_told,
    has_duties,
    notes,
    printable,
    shortened,
    standing,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from vnplan.records import DiffItem
    from vnplan.report.compared import Compared

WIDTH = 100  # columns of the blocks of words
LONGEST = 200  # signs of a name or message; servers cut longer ones, or refuse them
# what no XML 1.0 may hold, even escaped
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(pairs: Sequence[Compared], *, lang: str = "en") -> str:
    """A test suite for each pair, in it a test case for each duty of the parent.

    A duty that is missing, partial, altered or undetermined fails, also that to cite the parent;
    one that does not apply, or that somebody decided about, is skipped. A parent without duties
    is an error. The child's own is told as the suite's output.
    """
    from xml.etree import ElementTree

    names: Counter[tuple[str, str]] = Counter()
    suites = [suite_of(pair, lang, names) for pair in pairs]
    root = ElementTree.Element("testsuites", name="vnplan diff")
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, 0)) for suite in suites)))
    root.extend(suites)
    ElementTree.indent(root)
    words: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{words}\n'


def suite_of(pair: Compared, lang: str, names: Counter[tuple[str, str]]) -> Element:
    """The test suite of a pair; ``names`` are those that cases of other suites have."""
    from xml.etree.ElementTree import Element, SubElement

    result = pair.result
    page = PageOfText(result, lang, WIDTH, colour=False, ids=True)
    suite = Element("testsuite", name=named(f"{pair.parent_path} > {pair.child_path}"))
    properties = SubElement(suite, "properties")
    told = {"parent": pair.parent_path, "child": pair.child_path, **counted(result)}
    for name, value in told.items():
        SubElement(properties, "property", name=name, value=named(str(value)))
    cases = [case_of(item, page, pair, lang) for item in result.items if item.parent]
    if not has_duties(result):
        words = say(lang, "no_duty_of_parent")
        case = Element("testcase", classname=named(pair.child_path), name=words)
        SubElement(case, "error", type="no_duties", message=words)
        cases.append(case)
    for case in cases:
        # servers take two cases of one name for the same, and show one of them
        called = case.get("classname", ""), case.get("name", "")
        names[called] += 1
        if names[called] > 1:
            case.set("name", f"{called[1]} #{names[called]}")
    suite.extend(cases)
    own = [line for item in result.items if not item.parent for line in page.item([item])]
    if own:
        SubElement(suite, "system-out").text = block([say(lang, "added").upper(), *own])
    if doubts := doubts_told(result, lang):
        SubElement(suite, "system-err").text = harmless("\n".join(doubts))
    suite.set("tests", str(len(cases)))
    for count, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(case.find(kind) is not None for case in cases)))
    return suite


def case_of(item: DiffItem, page: PageOfText, pair: Compared, lang: str) -> Element:
    """The test case of a duty: its class is the child and the section, its name the words."""
    from xml.etree.ElementTree import Element, SubElement

    words = item.parent
    assert words is not None
    kind = "" if item.kind in PLAIN else f"[{say(lang, item.kind)}] "
    case = Element(
        "testcase",
        classname=named(f"{pair.child_path} {words.section}"),
        name=harmless(shortened(kind + printable(words.text), LONGEST)),
    )
    status = standing(item)
    whole = block(page.item([item]))
    if status in GRAVE:
        message = shortened("; ".join([say(lang, status), *notes(item, lang)]), LONGEST)
        SubElement(case, "failure", type=status, message=harmless(message)).text = whole
    elif status in (ACCEPTED, "not_applicable"):
        why = item.reason if item.waiver is None else item.waiver.why
        message = ": ".join(filter(None, (say(lang, status), why and printable(why))))
        message = shortened(message, LONGEST)
        SubElement(case, "skipped", type=status, message=harmless(message)).text = whole
    else:
        SubElement(case, "system-out").text = whole
    return case


def block(lines: Iterable[str]) -> str:
    """Lines of words, between line ends."""
    return harmless("\n".join(["", *lines, ""]))


def harmless(words: str) -> str:
    """The words without signs that no XML may hold."""
    return NO_XML.sub("\ufffd", words)


def named(words: str) -> str:
    """A name on one line, of which nothing steers who shows it."""
    return harmless(printable(words))

"""By what a duty is known again: what its fingerprint heeds, and what it does not."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import DIFF

import vnplan
from vnplan.fingerprint import fingerprint, letters_and_digits, sha256_of, with_fingerprints
from vnplan.lexicon.letters import ALPHABET

DUTY = "Tổ chức hội nghị hoà giải ở 12 xã, trước ngày 30/6/2025; báo cáo Sở."

SAME = [
    "Tổ chức hội nghị hoà giải\nở 12 xã, trước ngày\n\n30/6/2025; báo cáo Sở.",
    "  Tổ chức hội nghị hoà giải ở 12 xã – trước ngày 30/6/2025 – báo cáo Sở",
    "TỔ CHỨC HỘI NGHỊ HOÀ GIẢI Ở 12 XÃ, TRƯỚC NGÀY 30/6/2025; BÁO CÁO SỞ.",
    "**Tổ chức** hội nghị hòa giải ở 12 xã, trước ngày 30.6.2025: báo cáo Sở ./.",
    unicodedata.normalize("NFD", DUTY),
]
OTHER = [
    "Tổ chức hội nghị hoà giải ở 21 xã, trước ngày 30/6/2025; báo cáo Sở.",
    "Tổ chức hội nghị hoà giải ở 12 xã, trước ngày 30/6/2026; báo cáo Sở.",
    "Tổ chức hội nghị hoa giải ở 12 xã, trước ngày 30/6/2025; báo cáo Sở.",
    "Tổ chức hội nghị hoà giải ở 12 xã, trước ngày 30/6/2025.",
    "",
]


@pytest.mark.parametrize("words", SAME)
def test_lines_signs_case_and_tone_style_do_not_matter(words: str) -> None:
    assert fingerprint("obligation", words) == fingerprint("obligation", DUTY)
    assert sha256_of(words) == sha256_of(DUTY)


@pytest.mark.parametrize("words", OTHER)
def test_words_and_numbers_matter(words: str) -> None:
    assert fingerprint("obligation", words) != fingerprint("obligation", DUTY)
    assert sha256_of(words) != sha256_of(DUTY)


def test_a_fingerprint_is_short_and_of_its_kind() -> None:
    assert re.fullmatch("[0-9a-f]{12}", fingerprint("obligation", DUTY))
    assert fingerprint("award", DUTY) != fingerprint("obligation", DUTY)
    # files of decisions hold them: they stay as they are from version to version
    assert fingerprint("obligation", "Trồng 20 cây.") == "f006a3afcf90"


@settings(max_examples=300)
@given(st.text(st.sampled_from(DUTY + ALPHABET + ALPHABET.upper())), st.data())
def test_however_a_text_is_wrapped_its_letters_and_digits_stay(
    text: str, data: st.DataObject
) -> None:
    left = letters_and_digits(text)
    assert left.isalnum() or not left
    assert letters_and_digits(left) == left
    cut = data.draw(st.integers(0, len(left)))
    sign = data.draw(st.sampled_from(["\n", " ", "\r\n", "\t", " - ", "; ", "\u00a0", "…"]))
    assert letters_and_digits(left[:cut] + sign + left[cut:]) == left


def test_what_the_parent_says_twice_has_two_fingerprints() -> None:
    twice = with_fingerprints([DIFF.items[1], DIFF.items[1], DIFF.items[1], DIFF.items[6]])
    first, second, third, added = (item.fingerprint for item in twice)
    assert (second, third, added) == (f"{first}#2", f"{first}#3", None)
    assert with_fingerprints(twice) == twice


def unwrapped(folder: Path) -> bool:
    """Whether a parent has its paragraphs on a line each, so that they can be broken."""
    lines = (folder / "parent.txt").read_text(encoding="utf-8").split("\n")
    return sum(len(line) > 150 for line in lines if "|" not in line) >= 3


@pytest.mark.parametrize(
    "folder",
    [*filter(unwrapped, sorted((ROOT / "corpora").glob("*/")))],
    ids=lambda path: path.name,
)
def test_duties_of_a_plan_are_known_again_when_its_lines_are_broken_anew(folder: Path) -> None:
    parent = (folder / "parent.txt").read_text(encoding="utf-8")
    child = (folder / "child.txt").read_text(encoding="utf-8")
    narrow = "\n".join(
        line if len(line) < 70 or "|" in line or "  " in line else textwrap.fill(line, 70)
        for line in parent.split("\n")
    )
    assert narrow != parent
    before, after = (vnplan.diff(text, child) for text in (parent, narrow))
    assert before.parent.words_sha256 == after.parent.words_sha256
    names = [{item.fingerprint for item in diff.items if item.parent} for diff in (before, after)]
    assert names[0] == names[1]


def test_every_duty_of_a_difference_has_a_fingerprint_of_its_own(pair: tuple[Path, Path]) -> None:
    result = vnplan.diff(*pair)
    names = [item.fingerprint for item in result.items if item.parent]
    assert len(set(names)) == len(names) and None not in names
    assert all(item.fingerprint is None for item in result.items if not item.parent)

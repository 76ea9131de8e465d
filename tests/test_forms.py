"""Plans made into the files of an office and read back: a quick part of ``make forms``.

The builder is held to the text first: what it writes must be the same document, labels by
lists and nothing else, before a reader can be held to what it reads.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from conftest import ROOT

BENCHMARKS = ROOT / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from papers.lists import find_lists, number, value_of  # noqa: E402
from papers.office import has_office  # noqa: E402
from papers.paper import Label, Paper, Table, Words, as_lines, read_paper  # noqa: E402
from papers.paper import Run as R  # noqa: E402
from papers.web import write_html  # noqa: E402

from vnplan.readers.ocr import has_tesseract  # noqa: E402

needs_office = pytest.mark.skipif(
    not has_office(), reason="no LibreOffice (Debian: apt-get install libreoffice-writer-nogui)"
)
needs_tesseract = pytest.mark.skipif(
    not (has_office() and has_tesseract()),
    reason="no tesseract or LibreOffice "
    "(Debian: apt-get install tesseract-ocr tesseract-ocr-vie libreoffice-writer-nogui)",
)

PLAN = """\
UBND TỈNH HƯNG GIANG              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ VĂN HÓA                        Độc lập - Tự do - Hạnh phúc
  Số: 12/KH-SVH                   Hưng Giang, ngày 05 tháng 01 năm 2024

                          KẾ HOẠCH
                Phát triển văn hóa đọc năm 2024

I. NHIỆM VỤ
1. Kiểm kê sách tại thư viện các xã, thay thế kệ và tủ đã hư hỏng trước mùa
mưa năm 2024.
                              2

2. Thư viện tỉnh
a) Mua sách mới;
b) Đọc sách cho trẻ em;
c) Sửa mái nhà kho;
d) Lau kệ sách;
đ) Ghi thẻ bạn đọc;
e) In tờ rơi.
II. PHÂN CÔNG
1. Mở tủ sách tại nhà văn hóa xã.
| TT | Việc | Chủ trì |
| 1 | Quét sân | Văn phòng Sở |
| 2 | Treo băng rôn | Thư viện tỉnh |

Nơi nhận:                                   GIÁM ĐỐC
- UBND tỉnh;
- Lưu: VT.
                                            Lê Thị Sen
"""


@pytest.fixture(scope="module")
def forms() -> ModuleType:
    """The benchmark, as a module."""
    import forms

    return forms


def paper() -> Paper:
    return read_paper(PLAN, "plan")


# ---------------------------------------------------------------- the builder


def test_a_paper_has_the_words_of_its_text_and_no_page_numbers() -> None:
    lines = as_lines(paper()).split("\n")
    assert "1. Kiểm kê sách tại thư viện các xã, thay thế kệ và tủ đã hư hỏng trước mùa mưa năm 2024." in lines  # fmt: skip  # noqa: E501
    assert "2" not in lines
    assert "| 1 | Quét sân | Văn phòng Sở |" in lines


def test_letterhead_and_closing_stand_side_by_side() -> None:
    tables = [block for block in paper().blocks if isinstance(block, Table) and not block.lines]
    columns = [[words.text for words in cell] for table in tables for cell in table.rows[0]]
    assert columns == [
        ["UBND TỈNH HƯNG GIANG", "SỞ VĂN HÓA", "Số: 12/KH-SVH"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Hưng Giang, ngày 05 tháng 01 năm 2024",
        ],
        ["Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT."],
        ["GIÁM ĐỐC", "Lê Thị Sen"],
    ]


@pytest.mark.parametrize("outline", [True, False], ids=["many levels", "a list for each"])
def test_lists_count_to_the_labels_of_the_text(outline: bool) -> None:
    """Each list, counted as Word counts, gives the labels; ``đ)`` is in none and stays typed."""
    made = paper()
    lists = find_lists(made, outline=outline)
    counts: dict[int, list[int]] = {}
    typed = []
    for words in made.words():
        place = lists.place(words)
        if words.label is None:
            continue
        if place is None:
            typed.append(words.label.printed)
            continue
        levels = lists.families[place.family].levels
        count = counts.setdefault(place.family, [0] * len(levels))
        count[place.level] = place.start or count[place.level] + 1
        count[place.level + 1 :] = [0] * (len(levels) - place.level - 1)
        shown = levels[place.level].text
        for i, level in enumerate(levels):
            shown = shown.replace(f"%{i + 1}", number(count[i], level.format))
        assert shown == words.label.printed
    assert typed == ["đ)"]


def test_numbers_of_lists() -> None:
    assert [number(4, form) for form in ("upperRoman", "decimalZero", "lowerLetter")] == [
        "IV",
        "04",
        "d",
    ]
    assert value_of("đ", "lowerLetter") is None  # no list of Word has it
    assert value_of("e", "lowerLetter") == 5


def test_a_word_file_types_no_label_that_a_list_gives(tmp_path: Path) -> None:
    pytest.importorskip("docx", reason="no python-docx (pip install -e '.[dev]')")
    from papers.word import write_docx

    for variety in range(4):
        path = tmp_path / f"{variety}.docx"
        write_docx(paper(), path, variety=variety)
        with zipfile.ZipFile(path) as archive:
            body = archive.read("word/document.xml").decode()
            numbering = archive.read("word/numbering.xml").decode()
        assert "<w:t>NHIỆM VỤ</w:t>" in body and "I. NHIỆM VỤ" not in body
        assert 'w:val="upperRoman"' in numbering
        assert "đ) " in body


def test_a_web_page_numbers_by_ordered_lists_among_navigation(tmp_path: Path) -> None:
    write_html(paper(), tmp_path / "plan.html", variety=0)
    page = (tmp_path / "plan.html").read_text(encoding="utf-8")
    assert '<ol type="I"><li>\nNHIỆM VỤ' in page
    assert '<ol type="a"><li>\nMua sách mới;' in page
    assert "<nav" in page and "<aside" in page


def test_words_in_bold_are_bold() -> None:
    made = read_paper("KẾ HOẠCH\nĐọc sách\n\n**I. Việc**\n\nLau *kệ* và **tủ**.\n", "x")
    last = made.blocks[-1]
    assert isinstance(last, Words)
    assert last.runs == [R("Lau "), R("kệ", italic=True), R(" và "), R("tủ", bold=True), R(".")]
    heading = made.blocks[-2]
    assert isinstance(heading, Words) and heading.label == Label("I.", "roman", "I", 1)


# ---------------------------------------------------------------- the measure


def test_items_with_the_same_words_pair_wherever_they_stand(forms: ModuleType) -> None:
    item = {"kind": "content", "text": "Lau kệ sách trong kho", "span": [5, 26], "section": "I.1"}
    moved = item | {"span": [900, 921]}
    other = item | {"text": "Sửa mái nhà kho", "span": [5, 20]}
    assert forms.scored({"obligations": [item]}, {"obligations": [moved]}).fields["obligations"].f1 == 1  # fmt: skip  # noqa: E501
    assert forms.scored({"obligations": [item]}, {"obligations": [other]}).fields["obligations"].f1 == 0  # fmt: skip  # noqa: E501


def test_awards_pair_by_what_they_are(forms: ModuleType) -> None:
    award = {"form": "Giấy khen", "authority": "Giám đốc Sở", "occasion": "final", "span": [1, 9]}
    away = award | {"span": [70, 80]}
    less = award | {"authority": "Chủ tịch UBND xã"}
    assert forms.scored({"awards": [award]}, {"awards": [away]}).fields["awards"].f1 == 1
    assert forms.scored({"awards": [award]}, {"awards": [less]}).fields["awards"].f1 == 0


def test_lost_letters_are_those_of_the_whole_words(forms: ModuleType) -> None:
    assert forms.lost_letters("P Ó TRƯỞNG K OA", "PHÓ TRƯỞNG KHOA")
    assert not forms.lost_letters("PHÓ TRƯỞNG KHOA", "TRƯỞNG KHOA")
    assert not forms.lost_letters("Sở Y tế", "Sở Y tế và các bệnh viện tỉnh Hưng Giang")


# ---------------------------------------------------------------- read back

OURS = "pccc-xa-truong.parent"  # all forms of all documents: make forms


def loses_no_more_than_its_limit(forms: ModuleType, capsys: pytest.CaptureFixture[str], *told: str) -> None:  # fmt: skip  # noqa: E501
    code = forms.main(list(told))
    assert code == 0, capsys.readouterr().out


def test_the_builder_itself_loses_nothing(
    forms: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    loses_no_more_than_its_limit(forms, capsys, "--forms", "paper", "--sets", "golden")


def test_word_and_web_read_back(forms: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("docx", reason="no python-docx (pip install -e '.[dev]')")
    told = ("--forms", "docx,html", "--sets", "corpora", "--documents", OURS)
    loses_no_more_than_its_limit(forms, capsys, *told)


@needs_office
def test_what_libreoffice_writes_read_back(
    forms: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ("--forms", "docx-lo,doc,odt,rtf,pdf", "--sets", "corpora", "--documents", OURS)
    loses_no_more_than_its_limit(forms, capsys, *told)


@needs_tesseract
def test_a_scan_read_back(forms: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    told = ("--forms", "scan", "--sets", "golden", "--documents", "huyen-phong-lut")
    loses_no_more_than_its_limit(forms, capsys, *told)


@pytest.mark.shared
@needs_office
def test_a_seed_read_back(forms: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    told = ("--forms", "docx,html,pdf", "--sets", "seeds", "--documents", "so-tu-phap")
    loses_no_more_than_its_limit(forms, capsys, *told)

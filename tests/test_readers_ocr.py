"""Scans and images to text: what is recognized, how surely, and what was done to the image."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import SHARED
from pdfs import PdfPage, write_pdf

from vnplan import UnreadableFile
from vnplan.readers import ocr, read_bytes
from vnplan.readers.grey import cleaned, skew_of, without_colour
from vnplan.readers.limits import Limits

FONTS = (
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf",
)
FONT = next((font for font in FONTS if Path(font).exists()), None)
DPI = 200


@pytest.fixture
def tesseract() -> None:
    """Skips where there is nothing to recognize, or nothing to draw with."""
    if not ocr.has_tesseract():
        pytest.skip(f"needs the Debian packages {ocr.PACKAGES}")
    if FONT is None:
        pytest.skip("needs the Debian package fonts-liberation2")


def draw(*lines: tuple[float, float, str], size: float = 14, rules: bool = False) -> Any:
    """An image of a page in A4 with lines of text, their places in points."""
    from PIL import Image, ImageDraw, ImageFont

    scale = DPI / 72
    image = Image.new("L", (round(595 * scale), round(842 * scale)), 255)
    pen = ImageDraw.Draw(image)
    assert FONT is not None
    font = ImageFont.truetype(FONT, round(size * scale))
    for x, y, words in lines:
        pen.text((x * scale, y * scale), words, font=font, fill=0, anchor="ls")
    if rules:
        for x in (80, 120, 330, 540):
            pen.line((x * scale, 90 * scale, x * scale, 170 * scale), fill=0, width=3)
        for y in (90, 130, 170):
            pen.line((80 * scale, y * scale, 540 * scale, y * scale), fill=0, width=3)
    return image


def saved(image: Any, kind: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, dpi=(DPI, DPI), **options)
    return file.getvalue()


READ = [
    "KẾ HOẠCH",
    "Căn cứ lịch học của nhà trường, tổ dân phố mở lớp vẽ tranh cho học sinh trong dịp hè và báo "
    "cáo kết quả trước ngày khai giảng năm học mới.",
    "1. Mượn phòng và bàn ghế.",
]


def plan() -> list[tuple[float, float, str]]:
    """A title, a paragraph wrapped at the right margin, and an item with its label apart."""
    from PIL import ImageFont

    assert FONT is not None
    font = ImageFont.truetype(FONT, 14)
    lines = [""]
    for word in READ[1].split():
        left = 120 if len(lines) == 1 else 85
        if left + font.getlength(f"{lines[-1]} {word}") > 510:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    places = [(120.0 if n == 0 else 85.0, 140.0 + 20 * n, line) for n, line in enumerate(lines)]
    return [(260, 100, READ[0]), *places, (120, 240, "1."), (155, 240, READ[2][3:])]


FORMS = ["PNG", "JPEG", "TIFF", "PDF"]
TYPES = ["image/png", "image/jpeg", "image/tiff", "application/pdf"]


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize(("kind", "media_type"), list(zip(FORMS, TYPES, strict=True)))
def test_a_page_s_image_is_recognized_in_paragraphs(kind: str, media_type: str) -> None:
    image = draw(*plan())
    data = write_pdf([PdfPage(image=image)]) if kind == "PDF" else saved(image, kind)
    text, source = read_bytes(data, name="plan")
    assert [line for line in text.split("\n") if line] == READ
    assert (source.media_type, source.pages, source.page_starts) == (media_type, 1, (0,))
    (sure,) = source.page_confidence
    assert sure is not None and 0.85 < sure <= 1


@pytest.mark.usefixtures("tesseract")
def test_an_image_of_several_pages_keeps_the_confidence_of_each() -> None:
    pages = [draw((85, 100, "Trồng cây ở sân trường.")), draw((85, 100, "Tưới cây mỗi sáng."))]
    text, source = read_bytes(
        saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]), name="plan.tif"
    )
    assert text == "Trồng cây ở sân trường.\nTưới cây mỗi sáng."
    assert source.page_starts == (0, 24)
    assert all(sure is not None and sure > 0.8 for sure in source.page_confidence)


@pytest.mark.usefixtures("tesseract")
def test_only_pages_without_text_are_recognized_unless_all_are_wanted() -> None:
    page = PdfPage()
    page.write(85, 100, "Trồng cây ở sân trường.")
    data = write_pdf([page, PdfPage(image=draw((85, 100, "Tưới cây mỗi sáng.")))])
    text, source = read_bytes(data, name="plan.pdf")
    assert text == "Trồng cây ở sân trường.\nTưới cây mỗi sáng."
    assert source.page_confidence[0] is None and source.page_confidence[1] is not None
    assert source.doubts == ()
    _, source = read_bytes(data, name="plan.pdf", ocr="always")
    assert None not in source.page_confidence


@pytest.mark.usefixtures("tesseract")
def test_a_page_that_lies_on_its_head_is_turned() -> None:
    upright = [(85, 100.0 + 22 * n, READ[1][:60]) for n in range(4)]
    text, _ = read_bytes(saved(draw(*upright).rotate(180), "PNG"), name="plan.png")
    assert text.count("Căn cứ lịch học của nhà trường") == 4


@pytest.mark.usefixtures("tesseract")
def test_a_ruled_table_is_recognized_row_by_row() -> None:
    words = [
        (90.0, 115.0, "TT"),
        (130.0, 115.0, "Nội dung công việc"),
        (340.0, 115.0, "Phụ trách"),
        (90.0, 155.0, "1."),
        (130.0, 155.0, "Quét sân trường"),
        (340.0, 155.0, "Lớp trưởng"),
    ]
    text, _ = read_bytes(saved(draw(*words, size=12, rules=True), "PNG"), name="plan.png")
    assert text.split("\n") == [
        "| TT | Nội dung công việc | Phụ trách |",
        "| 1. | Quét sân trường | Lớp trưởng |",
    ]


@pytest.mark.usefixtures("tesseract")
def test_recognizing_has_an_end() -> None:
    data = saved(draw(*plan()), "PNG")
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name="plan.png", limits=Limits(memory=8 << 20))
    assert caught.value.problem in ("ocr_fails", "file_crashes", "file_too_hungry")


def test_images_without_tesseract_name_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    data = saved(Image.new("L", (20, 20), 255), "PNG")
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name="plan.png")
    assert ocr.PACKAGES in str(caught.value)
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name="plan.png", ocr="never")
    assert caught.value.problem == "ocr_not_wanted"


# ---------------------------------------------------------------- the image


def test_a_red_seal_pales_and_black_ink_stays() -> None:
    pixels = np.array([[[200, 30, 40], [20, 20, 20], [255, 255, 255]]], np.uint8)
    assert without_colour(pixels).tolist() == [[200, 20, 255]]


@pytest.mark.parametrize("degrees", [-2.0, -0.4, 0.0, 0.7, 2.5])
def test_a_page_askew_is_set_straight(degrees: float) -> None:
    from PIL import Image, ImageDraw

    image = Image.new("L", (1650, 2300), 255)
    pen = ImageDraw.Draw(image)
    for y in range(200, 2100, 50):
        for x in range(200, 1450, 40):
            pen.rectangle((x, y, x + 25, y + 18), fill=0)
    askew = np.asarray(image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255))
    assert abs(skew_of(askew) + degrees) < 0.11
    assert abs(skew_of(cleaned(askew, 300, 10**8))) < 0.11


def test_an_empty_page_is_left_as_it_is() -> None:
    assert skew_of(np.full((400, 300), 255, np.uint8)) == 0


def test_lines_of_tables_are_seen_and_letters_are_not() -> None:
    pixels = np.full((400, 1000), 255, np.uint8)
    pixels[100:103, 50:900] = 0  # a level line
    pixels[50:350, 500:504] = 0  # an upright one
    pixels[200:220, 100:130] = 0  # a letter
    pixels[300:390, 600:900] = 0  # a picture
    found = [tuple(round(place) for place in rule) for rule in ocr.find_rules(pixels)]
    assert found == [(49, 101, 901, 101), (502, 49, 502, 351)]


# ---------------------------------------------------------------- what tesseract says

MENDED = [
    ("Q\u0110\u00d0-UBND", "QĐ-UBND"),
    ("2023 \u2014", "2023 –"),
    ("'Tư", "Tư"),
    ("|Bệnh", "Bệnh"),
    ("|", ""),
    ("'Tư'", "'Tư'"),
]


@pytest.mark.parametrize(("told", "word"), MENDED)
def test_what_tesseract_puts_into_words_is_taken_off(told: str, word: str) -> None:
    assert ocr.mended(told) == word


def hocr(*words: tuple[str, int, int], x_size: int = 40) -> str:
    """A line as tesseract tells it: its words, where each begins, how sure it is."""
    spans = "".join(
        f"<span class='ocrx_word' id='w' title='bbox {x} 100 {x + 20 * len(word)} 130; "
        f"x_wconf {sure}'>{word}</span>"
        for word, x, sure in words
    )
    return (
        f"<span class='ocr_line' id='l' title=\"bbox 80 100 900 138; baseline 0 -8; "
        f'x_size {x_size}; x_descenders 8; x_ascenders 9">{spans}</span>'
    )


KEPT = [
    ([("1.", 80, 20), ("Tr&#39;ồng", 200, 95)], ["1.", "Tr'ồng"]),  # a label, however unsure
    ([("Tưới", 80, 95), ("cv", 300, 19)], ["Tưới"]),  # a signature
    ([("-", 80, 95), ("_", 110, 90), ("Tưới", 200, 95)], ["-", "Tưới"]),
    ([("-", 80, 95)], ["-"]),
    ([("`", 80, 81), ("(", 300, 60)], []),  # a seal
    ([("<em>Tưới</em>", 80, 95)], ["Tưới"]),
]


@pytest.mark.parametrize(("words", "kept"), KEPT)
def test_words_are_kept_and_specks_are_not(
    words: list[tuple[str, int, int]], kept: list[str]
) -> None:
    spots = ocr.read_hocr(hocr(*words))
    assert [spot.text for spot in spots] == kept
    assert {(spot.base, spot.size) for spot in spots} <= {(130.0, 40.0)}


def test_two_lines_taken_for_one_are_told_by_their_height() -> None:
    (spot,) = ocr.read_hocr(hocr(("Tưới", 80, 95), x_size=70))
    assert (spot.base, spot.size) == (130.0, 30.0)


def test_a_column_read_twice_keeps_what_is_surer_line_by_line() -> None:
    def spot(text: str, base: float, sure: float) -> ocr.Spot:
        return ocr.Spot(text, 0, 100, base, 40, sure)

    first = [spot("Trần", 100, 0.96), spot("KH-PVH", 200, 0.6), spot("Lò", 400, 0.9)]
    again = [spot("Trân", 102, 0.9), spot("/KH-PVH", 203, 0.9), spot("GIÁM", 300, 0.9)]
    told = [one.text for one in ocr.surer(first, again)]
    assert told == ["Trần", "/KH-PVH", "GIÁM", "Lò"]
    # a line that stands a little higher the second time is no second line
    again = [spot("Trần", 130, 0.9), spot("Lò", 400, 0.95)]
    assert [one.text for one in ocr.surer([spot("Trần", 100, 0.96)], again)] == ["Trần", "Lò"]


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_a_real_scan_with_a_seal_over_its_signature() -> None:
    import pypdfium2

    file = SHARED / "corpora" / "real" / "originals" / "so-y-te-2084-2017.pdf"
    last = pypdfium2.PdfDocument.new()
    last.import_pages(pypdfium2.PdfDocument(file), [3])
    data = BytesIO()
    last.save(data)
    text, source = read_bytes(data.getvalue(), name=file.name)
    assert len(source.page_confidence) == 1 and (source.page_confidence[0] or 0) > 0.85
    gold = json.loads((file.parent.parent / f"{file.stem}.gold.json").read_text(encoding="utf-8"))
    assert gold["signatory"]["name"] in text
    found = [name for name in (one["name"] for one in gold["recipients"]) if name in text]
    assert len(found) >= 3  # of five; two are misread in the transcript, which is a scan's too

"""Text in the encodings that offices had: told by what it reads like, restored to the letter."""

from __future__ import annotations

import codecs
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest
from conftest import ROOT, SHARED

from vnplan import UnreadableFile
from vnplan.lexicon.charsets import TCVN3, TCVN5712, VISCII, VNI
from vnplan.readers import read_bytes
from vnplan.readers.encodings import decode, decode_string, is_viqr
from vnplan.readers.legacy_fonts import charset_of_font, decode_font
from vnplan.readers.legacy_letters import as_letters
from vnplan.views import normalize

sys.path.append(str(ROOT / "benchmarks"))
from old_encodings import in_tcvn3, in_viscii, in_vni, write_all

PLAN = """ỦY BAN NHÂN DÂN TỈNH HÀ BẮC
Số: 215/KH-UBND

KẾ HOẠCH
Phát động phong trào thi đua “Cả tỉnh chung sức xóa nhà dột nát” năm 2024

Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 88/TTr-SNV – Ủy ban nhân dân tỉnh ban hành.

I. MỤC ĐÍCH, YÊU CẦU
1. Khơi dậy tinh thần tương thân tương ái, giúp đỡ những hộ nghèo, hộ cận nghèo.
a) Bảo đảm thiết thực, tránh hình thức; kỹ lưỡng, rõ việc, rõ người, rõ kết quả.
- Hoàn thành trước ngày 30/9/2024, tổng kết vào quý IV./.
"""
WRITTEN = write_all(PLAN)
TWICE = ("tcvn3", "tcvn3 in utf-8")  # of whose capitals a few cannot be told


@pytest.mark.parametrize("name", WRITTEN)
def test_a_plan_comes_back_from_each_encoding(name: str) -> None:
    text, source = read_bytes(WRITTEN[name], name="plan.txt")
    if name in TWICE:
        assert text.lower() == PLAN.lower()
    elif name == "viscii":  # it has no curly quotes and no dash
        assert text == PLAN.translate(str.maketrans("“”–", '""-'))
    else:
        assert text == PLAN
    assert source.encoding is not None
    assert not source.doubts


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WRITTEN["utf-8"], "utf-8"),
        (WRITTEN["utf-8 with mark"], "utf-8-sig"),
        (WRITTEN["utf-8 decomposed"], "utf-8"),
        (WRITTEN["utf-16-be"], "utf-16-be"),
        (PLAN.encode("utf-32-le"), "utf-32-le"),
        (WRITTEN["windows-1258"], "windows-1258"),
        (WRITTEN["tcvn3"], "tcvn3"),
        (WRITTEN["vni"], "vni"),
        (in_vni(PLAN.upper()), "vni"),
        (WRITTEN["viscii"], "viscii"),
        (WRITTEN["viqr"], "viqr"),
        (WRITTEN["utf-8 twice by latin-1"], "utf-8+utf-8"),
        (WRITTEN["tcvn3 in utf-8"], "utf-8+tcvn3"),
        (b"Ke hoach so 12, thuc hien nhiem vu.", "utf-8"),
    ],
)
def test_the_encoding_is_told(data: bytes, encoding: str) -> None:
    assert decode(data).encoding == encoding


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"K\xd5 ho\xb9ch s\xe8 12", "Kế hoạch số 12", "tcvn3"),
        (b"C\xe9NG HO\xb5 X\xb7 H\xe9I", "CỘNG HOÀ XÃ HỘI", "tcvn3"),
        (b"S\xe8 12: c\xf1a UBND, K\xd5 ho\xb9ch", "Số 12: của UBND, Kế hoạch", "tcvn3"),
        ("Keá hoaïch soá 12".encode("latin-1"), "Kế hoạch số 12", "vni"),
        (b"Ke^' hoa.ch so^' 12/KH-UBND\\. QDD-TTg", "Kế hoạch số 12/KH-UBND. QĐ-TTg", "viqr"),
        (b"**ho** Ke^' hoa.ch so^' 12", "**ho** Kế hoạch số 12", "viqr"),  # bold, and no horn
        (b"I. MU.C DDI'CH\nU?y ban nha^n da^n", "I. MỤC ĐÍCH\nỦy ban nhân dân", "viqr"),
        ("Kế hoạch".encode()[:8], "Kế ho\ufffd", "utf-8"),  # cut off within a letter
    ],
)
def test_short_texts(data: bytes, text: str, encoding: str) -> None:
    assert decode(data)[:2] == (text, encoding)


AS_THEY_ARE = [
    "Kế hoạch số 12, 25 °C, 10 m², «Vì môi trường» § 5 · ½",
    "Kế hoạch¹ và chú thích ² ³ về việc thi đua",
    "là cá",
    "The address of the office, e.g. data. Go to be. Don't! Why? See www.example.vn/a.html.",
    "L'élève a été reçu à l'école où il étudie; Noël, naïve, ça va? Où êtes-vous?",
    "Die Straße ist schön, größer und äußerst öffentlich; müßig, Käse.",
    "El señor Muñoz comió en la mañana; ¿qué pasó? Año, niño, pingüino.",
    "A São Paulo não é coração, ações, José",
    "12 500 25 °C ± 3 € µm",
    "Ke hoach so 12 ban hanh. Uy ban nhan dan tinh, thuc hien nhiem vu. Co quan? chi dao.",
    "Привет, 你好, ½ ¼ ¾",
    "",
]


@pytest.mark.parametrize("text", AS_THEY_ARE)
def test_valid_unicode_stays_as_it_is(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8", ())
    assert decode(text.encode() * 50).text == text * 50
    assert decode_string(text) == (text, None)


@pytest.mark.parametrize(
    "text", [text for text in AS_THEY_ARE if text.encode("cp1252", "replace").count(b"?") < 3]
)
def test_western_text_of_one_byte_a_letter_is_read_too(text: str) -> None:
    plain = "".join(sign for sign in text if sign.encode("cp1252", "ignore"))
    assert decode(plain.encode("cp1252")).text == plain


def test_what_is_a_guess_says_so() -> None:
    found = decode("Die Straße ist schön, größer und äußerst öffentlich.".encode("cp1252"))
    assert found.encoding == "windows-1252"
    assert [doubt.code for doubt in found.doubts] == ["guessed_encoding"]


@pytest.mark.parametrize("old", [in_tcvn3, in_vni])
def test_a_text_in_two_encodings_says_where(old: Callable[[str], bytes]) -> None:
    first, second = PLAN.lower().split("\n\n", 1)
    text, _, doubts = decode(first.encode() + b"\n\n" + old(second))
    assert text.lower() == PLAN.lower()
    assert [doubt.code for doubt in doubts] == ["mixed_encoding"]
    (start, end) = doubts[0].span or (0, 0)
    assert text[start:end].strip() in (first, second.strip())


def test_a_bad_byte_among_good_ones_loses_nothing() -> None:
    text, encoding, doubts = decode("Kế hoạch ".encode() + b"\xe9 n\xe0y\n" + PLAN.encode())
    assert text == "Kế hoạch é này\n" + PLAN
    assert encoding == "utf-8"
    assert [doubt.code for doubt in doubts] == ["mixed_encoding"]


REFUSED = [
    "Привет как дела".encode("cp1251") * 10,
    ("你好 世界" * 20).encode("gbk"),
    bytes(range(1, 256)),
]


@pytest.mark.parametrize("data", REFUSED)
def test_what_no_encoding_gives_text_for_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(data, name="plan.txt")
    controls = any(byte < 9 for byte in data)
    assert caught.value.problem == ("file_binary" if controls else "file_undecodable")


@pytest.mark.parametrize("write", [in_vni, in_tcvn3])
def test_a_foreign_word_among_old_letters_stays(write: Callable[[str], bytes]) -> None:
    shown = write(PLAN.lower()).decode("cp1252", "replace")
    odd = shown.replace("\ufffd", "") + "\nTranh naïve, Müller, Québec."
    text = decode(odd.encode()).text
    assert text.endswith("\nTranh naïve, Müller, Québec.")
    assert "nhân dân tỉnh hà bắc" in text


@pytest.mark.parametrize("write", [in_vni, in_tcvn3])
def test_a_foreign_word_in_a_line_of_old_letters_stays(write: Callable[[str], bytes]) -> None:
    line = write("theo đề nghị của giám đốc sở nội vụ tại tờ trình").decode("cp1252")
    assert decode(f"{line} naïve\n".encode()).text.endswith("tại tờ trình naïve\n")


# ---------------------------------------------------------------- forced


@pytest.mark.parametrize("codec", ["punycode", "idna", "utf-7", "unicode_escape", "rot13", "hex"])
def test_what_is_no_character_set_is_refused(codec: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(b"a" * 100, codec, name="plan.txt")
    assert caught.value.problem == "encoding_unknown"


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("utf-8", WRITTEN["utf-8"]),
        ("UTF8", WRITTEN["utf-8 with mark"]),
        ("utf-16", WRITTEN["utf-16-le with mark"]),
        ("utf-16-be", WRITTEN["utf-16-be"]),
        ("windows-1258", WRITTEN["windows-1258"]),
        ("cp1258", WRITTEN["windows-1258"]),
        ("VNI", WRITTEN["vni"]),
        ("viqr", WRITTEN["viqr"]),
        ("utf-8+utf-8", WRITTEN["utf-8 twice by latin-1"]),
    ],
)
def test_an_encoding_is_forced_by_name(encoding: str, data: bytes) -> None:
    assert decode(data, encoding).text == PLAN


def test_forcing_is_obeyed_where_trial_would_say_otherwise() -> None:
    assert decode("là".encode(), "windows-1252").text == "lÃ\u00a0"


@pytest.mark.parametrize("encoding", ["klingon", "utf-8+klingon", "base64", "zip", "\0", "é"])
def test_no_such_encoding(encoding: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(b"abc", encoding, name="plan.txt")
    assert caught.value.problem in ("encoding_unknown", "file_broken")
    assert "{" not in caught.value.tell("vi")


def test_the_first_bad_byte_of_a_forced_encoding_is_told() -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(b"ab\xff", "utf-8", name="plan.txt")
    assert caught.value.details == {"found": "0xFF", "offset": 2, "encoding": "utf-8"}


# ---------------------------------------------------------------- fonts


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("KÕ ho¹ch", ".VnTime", "Kế hoạch"),
        ("kÕ ho¹ch", ".VnTimeH", "KẾ HOẠCH"),
        ("§ång", ".VnArial NarrowH", "ĐỒNG"),
        ("kÕ ho¹ch", "ABCDEF+.VnTimeH,Bold", "KẾ HOẠCH"),
        ("nh\u00b5 n\u00adíc", "BADEPR+VnTimeBold", "nhà nước"),
        ("n\u2212íc, x\u2219 héi", ".VnTime", "nước, xã hội"),  # as a PDF shows them
        ("n\uf0ad\uf0edc", ".VnTime", "nước"),  # as a symbol font
        ("NGHÞ §ÞNH CñA", ".VnTime", "NGHỊ ĐỊNH CỦA"),
        ("Keá hoaïch", "VNI-Times", "Kế hoạch"),
        ("KEÁ HOAÏCH", "VNI-Helve-Condense", "KẾ HOẠCH"),
        ("ñöôøng öùng saün", "VNI Times", "đường ứng sẵn"),
        ("“Kế hoạch”", ".VnTime", "“Kế hoạch”"),  # typed in Unicode all the same
        ("đơn vị", ".VnTime", "đơn vị"),
        ("công tác đảng", ".VnTime", "công tác đảng"),  # whose ô and á are bytes of TCVN3, too
        ("KƠ ho¹ch", ".VnTime", "Kế hoạch"),  # bytes taken for windows-1258
        ("10 \u2212 2", ".VnTime", "10 \u2212 2"),
        ("KÕ ho¹ch", "Times New Roman", "KÕ ho¹ch"),
        ("", ".VnTime", ""),
    ],
)
def test_a_run_reads_as_its_font_shows_it(text: str, font: str, shown: str) -> None:
    assert decode_font(text, font) == shown


@pytest.mark.parametrize("font", ["Arial", "Vnu", "VNPT Sans", "Time", "", "VNIC", "Symbol"])
def test_other_fonts_are_left_alone(font: str) -> None:
    assert charset_of_font(font) is None


def test_the_text_layer_of_a_pdf_is_told_by_trial() -> None:
    shown = in_tcvn3(PLAN).decode("cp1252", "replace")
    text, charset = decode_string(shown)
    assert (text.lower(), charset) == (PLAN.lower(), "tcvn3")


# ---------------------------------------------------------------- tables, laws, time


@pytest.mark.skipif(which("iconv") is None, reason="no iconv: Debian package libc-bin")
@pytest.mark.parametrize(("table", "name"), [(TCVN5712, "TCVN"), (VISCII, "VISCII")])
def test_tables_are_those_of_glibc(table: dict[str, str], name: str) -> None:
    for byte in range(1, 256):
        told = subprocess.run(
            ["iconv", "-f", name, "-t", "UTF-8"], input=bytes((byte,)), capture_output=True
        )
        assert told.stdout.decode() == table.get(chr(byte), chr(byte)), hex(byte)


@pytest.mark.parametrize(("charset", "table"), [("tcvn3", TCVN3), ("vni", VNI)])
def test_tables_agree_with_those_of_viparse(charset: str, table: dict[str, str]) -> None:
    module = pytest.importorskip(f"viparse.normalize.{charset}", reason="an oracle, if installed")
    entries: list[tuple[str, str]] = module._ENTRIES
    assert {sign: as_letters(sign, charset) for sign, _ in entries} == dict(entries)
    letters = {unicodedata.normalize("NFC", letter) for letter in table.values()}
    assert letters >= {letter for _, letter in entries}


def test_vni_has_all_letters_of_vietnamese() -> None:
    vowels = unicodedata.normalize("NFC", "".join(VNI.values()))
    missing = set("ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệỉĩịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ") - set(vowels)
    assert not missing


@pytest.mark.parametrize(
    "text", ["The road, e.g. here. Don't! a.b@c.vn", "foo_bar(x)", "ho^ ho^", "a.b.c"]
)
def test_english_is_no_viqr(text: str) -> None:
    assert not is_viqr(text * 5)


@pytest.mark.parametrize("name", ["utf-8", "tcvn3", "vni", "viqr", "windows-1258"])
def test_time_grows_no_faster_than_the_text(name: str) -> None:
    data = WRITTEN[name] + b"\n"
    times = []
    for count in (20, 200):
        start = time.process_time()
        decode(data * count)
        times.append(time.process_time() - start)
    assert times[1] < 30 * times[0] + 0.2


@pytest.mark.parametrize("data", [b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1a", b"\xc3"])
def test_odd_ends_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data, name="x").text
    except UnreadableFile as error:
        assert error.problem in ("file_binary", "file_undecodable")
    else:
        assert unicodedata.is_normalized("NFC", text)


# ---------------------------------------------------------------- real texts

SEEDS = sorted((SHARED / "corpora" / "seeds").glob("*.txt"))


@pytest.mark.shared
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seeds_come_back_from_each_encoding(path: Path) -> None:
    text = normalize(path.read_text(encoding="utf-8"))
    for name, data in write_all(text).items():
        found, encoding, _ = decode(data)
        if name in TWICE:
            assert found.lower() == text.lower(), name
        elif name == "viscii":
            assert in_viscii(found) == in_viscii(text)
        else:
            assert found == text, (name, encoding)


@pytest.mark.shared
def test_real_texts_stay_as_they_are() -> None:
    for path in sorted((SHARED / "corpora").rglob("*.txt")):
        data = path.read_bytes()
        assert decode(data) == (normalize(data.decode()), "utf-8", ()), path.name


def test_byte_order_marks_are_no_part_of_the_text() -> None:
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        assert decode(mark + PLAN.encode(codec)).text == PLAN

"""Web pages: the document without the site, labels of lists, tables, charsets and old fonts."""

from __future__ import annotations

import sys
import time
from email.message import EmailMessage

import pytest
from conftest import ROOT

import vnplan
from vnplan import UnreadableFile
from vnplan.readers import read_bytes
from vnplan.readers.kinds import kind_of

sys.path.append(str(ROOT / "benchmarks"))
from old_encodings import WESTERN, in_1258, in_tcvn3, in_viscii, in_vni


def read(page: str | bytes) -> str:
    data = page.encode() if isinstance(page, str) else page
    return read_bytes(data, name="page.html")[0]


def body(inside: str) -> str:
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{inside}</body></html>"


EXAMPLES = [
    ("<p>Kế   hoạch\n số&nbsp;12</p>", "Kế hoạch số 12\n"),
    ("<p>Một<br>hai</p>", "Một\nhai\n"),
    ("<p>Một<br><br>hai</p>", "Một\n\nhai\n"),
    ("Một<p>hai<div>ba</div>bốn", "Một\nhai\nba\nbốn\n"),
    ("<p>m<sup>2</sup>, <b>Sở</b><i> Y tế</i></p>", "m2, Sở Y tế\n"),
    ("<p>a &lt;b&gt; &amp; &#7871; &#x1EBF; &Agrave;</p>", "a <b> & ế ế À\n"),
    ("<p>nhìn<script>var a='I. Mục';</script> thấy<style>p{}</style></p>", "nhìn thấy\n"),
    ("<p>còn <del>đã xoá</del> <ins>mới</ins></p>", "còn mới\n"),
    ("<p>thấy</p><p style='display: none'>ẩn</p><p hidden>ẩn</p>", "thấy\n"),
    ("<pre>một\n  hai</pre>", "một\nhai\n"),
    ("<!-- <p>không</p> -->có", "có\n"),
]


@pytest.mark.parametrize(("inside", "text"), EXAMPLES)
def test_words_as_a_browser_shows_them(inside: str, text: str) -> None:
    assert read(body(inside)) == text


LISTS = [
    ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
    ('<ol type="I"><li>MỘT<li>HAI</ol>', ["I. MỘT", "II. HAI"]),
    ('<ol type="i" start="4"><li>bốn<li>năm</ol>', ["iv. bốn", "v. năm"]),
    ('<ol type="a"><li>một<li>hai</ol>', ["a) một", "b) hai"]),
    ('<ol type="A"><li>Một</ol>', ["A. Một"]),
    ('<ol start="3"><li>ba<li value="7">bảy<li>tám</ol>', ["3. ba", "7. bảy", "8. tám"]),
    ("<ol reversed><li>hai<li>một</ol>", ["2. hai", "1. một"]),
    ('<ol style="list-style-type: upper-roman"><li>x</ol>', ["I. x"]),
    ("<ul><li>a<li>b</ul>", ["- a", "- b"]),
    ("<ul><li>a<ul><li>b</ul></ul>", ["- a", "+ b"]),
    ("<ol><li>a<ul><li>b</ul><li>c</ol>", ["1. a", "- b", "2. c"]),
    ("<ol><li>a<ol type=a><li>b</ol></li><li>c</ol>", ["1. a", "a) b", "2. c"]),
    ("<ol><li><p>a</p><p>tiếp</p><li>b</ol>", ["1. a", "tiếp", "2. b"]),
    ("<ol><li>1. a<li>b</ol>", ["1. a", "2. b"]),  # typed as well
    ("<ul><li>- a<li>• b</ul>", ["- a", "• b"]),
    ('<ul style="list-style: none"><li>a</ul>', ["a"]),
    ("<ol><li>a</ol><p>giữa</p><ol start=2><li>b</ol>", ["1. a", "giữa", "2. b"]),
    ('<ol start="x"><li value="">a</ol>', ["1. a"]),
    ("<li>không có danh sách", ["- không có danh sách"]),
]


@pytest.mark.parametrize(("inside", "lines"), LISTS)
def test_labels_of_lists(inside: str, lines: list[str]) -> None:
    assert read(body(inside)).split("\n")[:-1] == lines


def test_labels_that_word_typed_into_the_page() -> None:
    ignored = "mso-list:Ignore"
    page = body(
        f"<p class=MsoListParagraph><![if !supportLists]><span style='{ignored}'>1.<span style="
        "'font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Mục đích</p>"
        f"<p><span style='font-family:Symbol;{ignored}'>\u00b7<span>&nbsp;&nbsp; </span></span>"
        "Yêu cầu</p>"
    )
    assert read(page) == "1. Mục đích\n• Yêu cầu\n"


LETTERHEAD = """<table width="100%"><tr>
<td align="center">UBND TỈNH HÀ BẮC<br><b>SỞ Y TẾ</b><br>Số: 12/KH-SYT</td>
<td align="center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc<br>
<i>Hà Bắc, ngày 05 tháng 3 năm 2024</i></td></tr></table>
<p align="center">KẾ HOẠCH</p><p align="center">Phòng, chống bệnh dại năm 2024</p>"""
CLOSING = """<table style="border:none"><tr>
<td>Nơi nhận:<br>- Bộ Y tế;<br>- Lưu: VT.</td>
<td>GIÁM ĐỐC<br><br><br>Nguyễn Văn An</td></tr></table>"""


def test_a_letterhead_reads_block_by_block() -> None:
    assert read(body(LETTERHEAD)).split("\n\n") == [
        "UBND TỈNH HÀ BẮC\nSỞ Y TẾ\nSố: 12/KH-SYT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hà Bắc, ngày 05 tháng 3 năm 2024",
        "KẾ HOẠCH\nPhòng, chống bệnh dại năm 2024\n",
    ]


TABLES = [
    (
        "<table border=1><tr><th>TT<th>Việc<tr><td>1<td>Họp</table>",
        "| TT | Việc |\n| 1 | Họp |\n",
    ),
    (
        "<table border=1><tr><td rowspan=2>1<td>a<td>b<tr><td colspan=2>c</table>",
        "| 1 | a | b |\n| 1 | c | |\n",
    ),
    ("<table border=1><tr><td>a|b<td>c<br>d</table>", "| a/b | c\u2028d |\n"),
    ("<table><tr><td><p>Một khung</p></table>", "Một khung\n"),
    ("<table></table>sau", "sau\n"),
    ("<table border=1><tr><td colspan=99999 rowspan=99999>a<tr><td>b</table>", None),
]


@pytest.mark.parametrize(("inside", "text"), TABLES)
def test_tables_read_a_row_a_line(inside: str, text: str | None) -> None:
    found = read(body(inside))
    if text is None:
        assert "a" in found and "b" in found
    else:
        assert found.replace("| | c", "| 1 | c") == text


# ---------------------------------------------------------------- the site round the document

ARTICLE = [
    "Thực hiện Công văn số 88/SYT-NV ngày 02/3/2024 của Sở Y tế về phòng, chống bệnh dại.",
    "Trạm y tế xã lập danh sách các hộ nuôi chó, mèo và tổ chức tiêm phòng trước ngày 30/4/2024.",
    "Các thôn tuyên truyền trên loa truyền thanh ít nhất hai lần mỗi tuần trong đợt cao điểm.",
    "Kinh phí lấy từ nguồn sự nghiệp y tế được giao đầu năm, phần còn thiếu do huyện hỗ trợ./.",
]
NEWS = ["Khai mạc giải bóng chuyền của xã", "Lịch tiếp công dân tháng tư", "Họp giao ban đầu tuần"]
MENU = ["Trang chủ", "Giới thiệu", "Tin tức", "Thủ tục hành chính", "Liên hệ", "Sơ đồ cổng"]
FOOT = "Bản quyền thuộc Trang thông tin điện tử xã. Ghi rõ nguồn khi phát hành lại."
TITLE = "Xã tổ chức tiêm phòng dại cho chó, mèo"


def links(names: list[str], tag: str) -> str:
    return "".join(f"<{tag}><a href='/{n}'>{name}</a></{tag}>" for n, name in enumerate(names))


def paragraphs(tag: str) -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in ARTICLE)


SITES = {
    "by the tags of HTML": f"<header><a href=/>Cổng</a></header><nav><ul>{links(MENU, 'li')}</ul>"
    f"</nav><main><article><h1>{TITLE}</h1>{paragraphs('p')}</article></main>"
    f"<aside><ul>{links(NEWS, 'li')}</ul></aside><footer><p>{FOOT}</p></footer>",
    "by names of classes": f"<form><div class=top-menu><ul>{links(MENU, 'li')}</ul></div><div "
    f"class=col><h1>{TITLE}</h1><div class=detail>{paragraphs('div')}</div><div class=tin-lien-"
    f"quan>{links(NEWS, 'p')}</div></div><div id=footer>{FOOT}</div></form>",
    "by tables": f"<table><tr><td colspan=3><table><tr>{links(MENU, 'td')}</tr></table></td></tr>"
    f"<tr><td>{links(MENU, 'p')}</td><td><b>{TITLE}</b><br>{'<br>'.join(ARTICLE * 5)}</td><td>"
    f"{links(NEWS, 'p')}</td></tr><tr><td colspan=3>{FOOT}</td></tr></table>",
    "by nothing": f"<div class=c1>{links(MENU, 'span')}</div><div class=q7><div class=z1><h1>"
    f"{TITLE}</h1>{paragraphs('p') * 3}</div><div class=z2>{links(NEWS, 'div')}</div></div>"
    f"<div class=y9>{FOOT}</div>",
}


@pytest.mark.parametrize("site", SITES.values(), ids=SITES.keys())
def test_the_article_stays_and_the_site_goes(site: str) -> None:
    text = read(f"<html><head><title>{TITLE} - Xã ta</title></head><body>{site}</body></html>")
    assert [line for line in (TITLE, *ARTICLE) if line not in text] == []
    assert [line for line in (*MENU, *NEWS, FOOT) if line in text] == []


@pytest.mark.parametrize("site", SITES.values(), ids=SITES.keys())
def test_letterhead_and_recipients_are_never_the_site_s(site: str) -> None:
    first, last = ARTICLE[0], ARTICLE[-1]
    page = site.replace(first, f"{first}</p>{LETTERHEAD}<p>", 1)
    page = page.replace(last, f"{last}</p><div class=footer>{CLOSING}</div><p>")
    text = read(body(page))
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert "- Lưu: VT." in text


ANNEX = "<p>PHỤ LỤC</p><table border=1><tr><td>TT<td>Việc<tr><td>1<td>Tiêm phòng đợt một</table>"
HEAD_OF_PLAN = "<p>ỦY BAN NHÂN DÂN XÃ TÂN AN</p><p>Số: 12/KH-UBND</p><p>KẾ HOẠCH</p>"
SIGNED = "<p>CHỦ TỊCH</p><p>Trần Văn Bình</p>"
OF_PLAN = ("Số: 12/KH-UBND", "KẾ HOẠCH", "PHỤ LỤC", "Tiêm phòng đợt một", "CHỦ TỊCH")
AROUND = [
    ("a", "b", "c", "d"),
    ("doc-header", "b", "print-area", "doc-footer"),
    ("header", "detail", "related-file", "footer"),
]


@pytest.mark.parametrize("names", AROUND)
def test_what_stands_round_the_long_paragraphs_stays(names: tuple[str, ...]) -> None:
    head, text, annex, signed = names
    page = body(
        f"<ul>{links(MENU * 2, 'li')}</ul><div id=main><div class='{head}'>{HEAD_OF_PLAN}</div>"
        f"<div class='{text}'>{paragraphs('p') * 3}</div><div class='{annex}'>{ANNEX}</div>"
        f"<div class='{signed}'>{SIGNED}</div></div>"
    )
    found = read(page)
    assert [words for words in OF_PLAN if words not in found] == []
    assert "Trang chủ" not in found


def test_a_box_of_links_below_the_name_of_a_type_is_the_site_s() -> None:
    page = body(
        f"<div class=sidebar><h3>KẾ HOẠCH</h3>{links(NEWS, 'p')}</div>"
        f"<ul>{links(MENU, 'li')}</ul><div>{paragraphs('p') * 2}</div>"
        "<div class=footer>Giấy phép số 12/GP-TTĐT<br>Chủ tịch: ông Trần Văn Bình</div>"
    )
    found = read(page)
    assert ARTICLE[0] in found
    assert [words for words in ("KẾ HOẠCH", NEWS[0], "Giấy phép") if words in found] == []


def test_a_list_of_links_inside_the_document_is_the_site_s() -> None:
    inside = f"{paragraphs('p')}<div>{links(NEWS, 'p')}</div>"
    found = read(body(f"<ul>{links(MENU * 2, 'li')}</ul><div>{inside}</div>"))
    assert ARTICLE[0] in found and NEWS[0] not in found


def test_the_head_that_libreoffice_saves_of_its_pages_is_no_text() -> None:
    head = "<div title=header><p>Bản sao lưu tại kho</p></div>"
    page = body(f"<nav>{links(MENU, 'p')}</nav><div>{head}{paragraphs('p')}</div>")
    assert ARTICLE[0] in read(page) and "Bản sao" not in read(page)


def test_short_lines_without_links_beside_the_long_paragraphs_stay() -> None:
    short = "".join(f"<p>Tổ {n} quét sân và tưới cây.</p>" for n in range(1, 10))
    page = body(
        f"<ul>{links(MENU * 2, 'li')}</ul><div><div>{paragraphs('p') * 3}</div>"
        f"<div>{short}</div></div>"
    )
    assert "Tổ 9 quét sân" in read(page)


def test_appendices_that_wait_behind_a_tab_are_read() -> None:
    annex = f"<div style='display:none'>{ANNEX}</div>"
    more = f"<div aria-hidden=true>{paragraphs('p')}</div>"
    found = read(body(f"<p>Kế hoạch gồm hai phụ lục.</p>{annex}{more}"))
    assert "Tiêm phòng đợt một" in found
    assert found.count(ARTICLE[0]) == 1


def test_a_document_hidden_once_more_for_the_printer_is_read_once() -> None:
    text, source = read_bytes(
        body(f"{paragraphs('p') * 4}<div hidden>{paragraphs('p') * 4}</div>").encode(), name="x"
    )
    assert text.count(ARTICLE[0]) == 4
    assert not source.doubts


def test_many_words_left_out_are_a_doubt() -> None:
    site = f"<nav>{links(MENU, 'p')}<p>{'Lời giới thiệu dài của cổng. ' * 40}</p></nav>"
    page = body(f"{site}<main>{paragraphs('p') * 8}</main>")
    text, source = read_bytes(page.encode(), name="x")
    assert "Lời giới thiệu" not in text
    assert [(doubt.code, doubt.message.split()[0]) for doubt in source.doubts] == [
        ("left_out", "240")
    ]


def test_many_elements_in_an_article_are_read_in_no_time() -> None:
    start = time.process_time()
    deep = "<article>" * 80 + "<header>x</header>" * 20_000
    assert "x" in read(body(f"{links(MENU * 2, 'p')}{deep}"))
    assert time.process_time() - start < 5


def test_grounds_that_are_links_are_no_menu() -> None:
    grounds = "".join(
        f"<a href='/{n}'>Nghị định số {n}/2023/NĐ-CP ngày 01/02/2023</a>; " for n in range(5)
    )
    page = body(f"<nav>{links(MENU, 'p')}</nav><div>{paragraphs('p')}<p>{grounds}</p></div>")
    assert "Nghị định số 4/2023/NĐ-CP" in read(page)


def test_a_page_of_an_office_program_has_no_site() -> None:
    page = (
        '<html><head><meta name=Generator content="Microsoft Word 15"></head><body>'
        f"<div class=header>{links(MENU, 'p')}</div>{paragraphs('p')}</body></html>"
    )
    assert "Trang chủ" in read(page)


def test_the_record_of_a_page() -> None:
    inside = (
        f"{LETTERHEAD}<p>Thực hiện Chỉ thị số 7/CT-UBND ngày 01/02/2024 của UBND tỉnh.</p>"
        "<ol type=I><li>MỤC ĐÍCH<ol><li>Giảm số ca mắc.<li>Nâng cao nhận thức.</ol>"
        f"<li>TỔ CHỨC THỰC HIỆN<ol type=a><li>Phòng Nghiệp vụ tham mưu./.</ol></ol>{CLOSING}"
    )
    plan = vnplan.parse(read(body(inside)))
    assert plan.number is not None and plan.number.text == "12/KH-SYT"
    assert plan.title == "Phòng, chống bệnh dại năm 2024"
    assert plan.signatory is not None and plan.signatory.name == "Nguyễn Văn An"
    assert [recipient.name for recipient in plan.recipients] == ["Bộ Y tế", "Lưu: VT"]
    paths = [section.label for section in plan.sections]
    assert paths == ["I", "II"]
    assert [inner.label for inner in plan.sections[0].children] == ["1", "2"]
    assert [inner.label for inner in plan.sections[1].children] == ["a"]


# ---------------------------------------------------------------- charsets and fonts

WORDS = "Kế hoạch phát động phong trào thi đua; Ủy ban nhân dân xã hưởng ứng, người dân ủng hộ"


@pytest.mark.parametrize("write", [in_tcvn3, in_vni, in_viscii, lambda t: in_1258(t, apart=False)])
@pytest.mark.parametrize("charset", ["", "utf-8", "windows-1252", "windows-1258", "x-user-defined"])
def test_old_charsets_whatever_the_page_claims(write, charset: str) -> None:  # type: ignore[no-untyped-def]
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    page = b"<html><head>" + meta.encode() + b"</head><body><p>" + write(WORDS) + b"</p></body>"
    assert read(page).lower() == f"{WORDS}\n".lower()


def test_a_charset_that_is_named_and_not_ours_is_believed() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Привет</body></html>'
    text, source = read_bytes(page.encode("cp1251"), name="x")
    assert (text, source.encoding) == ("Привет\n", "cp1251")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-8-sig", "utf-8"])
def test_unicode_pages(codec: str) -> None:
    text, source = read_bytes(body(f"<p>{WORDS}</p>").encode(codec), name="x")
    assert text == f"{WORDS}\n"
    assert source.media_type == "text/html"
    assert source.encoding == codec


def shown(data: bytes) -> str:
    return "".join(WESTERN[byte] for byte in data)


OLD_FONTS = [
    ('<p><font face=".VnTime">{}</font></p>', in_tcvn3, "utf-8+tcvn3"),
    ("<p style='font-family:\".VnTime\",serif'>{}</p>", in_tcvn3, "utf-8+tcvn3"),
    ("<style>p.a, li.b {{font-family: '.VnTime'}}</style><p class=a>{}</p>", in_tcvn3, None),
    ('<div style="font:12pt VNI-Times"><p>{}</p></div>', in_vni, "utf-8+vni"),
    ("<p>{}</p>", in_tcvn3, "utf-8+tcvn3"),  # nothing names the font
]


@pytest.mark.parametrize(("page", "write", "encoding"), OLD_FONTS)
def test_letters_of_old_fonts(page: str, write, encoding: str | None) -> None:  # type: ignore[no-untyped-def]
    text, source = read_bytes(body(page.format(shown(write(WORDS)))).encode(), name="x")
    assert text.lower() == f"{WORDS}\n".lower()
    assert encoding in (None, source.encoding)


@pytest.mark.parametrize("tag", ['font face=".VnTimeH"', "font style='font:13.0pt \".VnTimeH\"'"])
def test_a_font_whose_name_ends_in_h_shows_capitals(tag: str) -> None:
    page = body(f"<p><{tag}>{shown(in_tcvn3(WORDS.lower()))}</font></p>")
    assert read(page) == f"{WORDS.upper()}\n"


def test_letters_that_entities_stand_for() -> None:
    page = body("<p><font face='.VnTime'>K&Otilde; ho&sup1;ch cña x· h&shy;ëng øng</font></p>")
    assert read(page) == "Kế hoạch của xã hưởng ứng\n"


def test_a_page_made_unicode_that_kept_its_old_fonts() -> None:
    page = body(f"<p><font face='.VnTime'>cá</font> và</p><p style='font:VNI-Times'>{WORDS}</p>")
    page = page.replace("cá", f"cá {WORDS}")
    assert read(page) == f"cá {WORDS} và\n\n{WORDS}\n"


# ---------------------------------------------------------------- archives, kinds, hostile pages


def archive() -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message.set_content(body(f"<p>{WORDS}</p>"), subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"x", maintype="image", subtype="png")
    return bytes(message)


def test_a_page_saved_with_its_pictures_in_one_file() -> None:
    assert kind_of(archive()) == "mht"
    text, source = read_bytes(archive(), name="page.mht")
    assert text == f"{WORDS}\n"
    assert source.media_type == "multipart/related"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<html>", "html"),
        (b"\xef\xbb\xbf<!DOCTYPE HTML>", "html"),
        ("<html><p>".encode("utf-16"), "html"),
        (b"<?xml version='1.0'?><html>", "html"),
        (b"<meta charset=utf-8><p>", "html"),
        ("Trang <html> là gì".encode(), "txt"),
        (b"From: here\n\ncontent-type: multipart/related", "txt"),
        (b"# <b>x</b>", "txt"),
        (b"<div><p>x</p></div>", "html"),
        (b"<p>x<p>y", "html"),
        (b"<?xml version='1.0'?>\n<?mso-application progid='x'?>\n<html>", "html"),
        (b"<!--" + b" saved " * 1000 + b"-->\n<body>", "html"),
        (b"<div align=center>\n\n# Title\n\n</div>\n\n- one\n- two\n", "txt"),  # Markdown
        (b"<!-- never closed", "txt"),
        (b"<?xml version='1.0'?><?mso-application progid='x'?><w:wordDocument>", "xml"),
        (b"<pkg:package xmlns:pkg='x'>", "xml"),
        (b"<?xml version='1.0'?>\n<office:document>", "xml"),
        (b"\r\n {\\rtf1 x}", "rtf"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "archive"),
        (bytes(257) + b"ustar", "archive"),
    ],
)
def test_kinds(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize("data", [b"<!---->" * 10_000 + b"x", b"<!--" * 10_000, b"<?>" * 20_000])
def test_comments_before_a_page_take_no_time(data: bytes) -> None:
    start = time.process_time()
    assert kind_of(data) == "txt"
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"<?xml version='1.0'?><w:wordDocument xmlns:w='x'>", "file_xml"),
        (b"Rar!\x1a\x07\x00\x99\xf5", "file_archive"),
        (b"\x1f\x8b\x08\x00\xf5", "file_archive"),
        (
            bytes((7 * n * n + 13 * n) % 251 for n in range(1, 3000)).replace(b"\0", b""),
            "file_binary",
        ),
    ],
)
def test_what_is_no_text_document_is_told_so(data: bytes, problem: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name="plan.doc")
    assert caught.value.problem == problem
    assert "--encoding" not in caught.value.tell("en")


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (b"<html>" + b"<div>" * 100_000, "file_nested"),
        (b"<html><body>" + b"<b>" * 10_000 + b"x", "file_nested"),  # the parser gives up
        (b"<html>" + b"<table><tr><td>" * 100, "file_nested"),
        (b"<html>" + b"<p>" * 1_000_001, "page_too_full"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx", "file_without"),
    ],
)
def test_hostile_pages_end_in_a_message(page: bytes, problem: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(page)
    assert caught.value.problem == problem
    assert "{" not in caught.value.tell("vi") + caught.value.tell("en")


def test_no_entity_is_expanded_and_no_file_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret.txt"
    secret.write_text("mật khẩu")
    page = (
        f'<!DOCTYPE html [<!ENTITY a "bbbb"><!ENTITY c SYSTEM "{secret.as_uri()}">]>'
        "<html><body>&a;&c;</body></html>"
    )
    text = read(page)
    assert "bbbb" not in text and "mật khẩu" not in text


ODD = [
    b"<html></html>",
    b"<html><head></head></html>",
    b"<html><frameset><frame src=a></frameset></html>",
    b"<html><body>\0</body></html>",
    b"<html><table><td>a<tr></table></td></tr></table>",
    b"<html></td></tr></li></ol>a",
    b"<html><ol><td><li>a</td></ol><li>b",
    b"<html><body " + b"a=b " * 10_000 + b">x",
    b"<html><!--",
    b"<html><p style='font-family:\"'>x<p class=''>y<font face=','>z",
    b"<html>" + b"<table><tr>" + b"<td rowspan=1000>x" * 80 + b"<tr><td>y" * 3000,
    b"<html><style>" + b"a" * 400_000 + b"</style>x",
    b"<html><style>" + (b"a" * 1900 + b"!{font:x}") * 500 + b"</style>x",
    b"<html>" + (b"<p style='font:" + b"1" * 10_000 + b"'>x") * 5,
    b"<html>" + b"<font face=.VnTime>" * 150 + b"<br>" * 50_000 + b"x",
    b"<html>" + b"<font face=.VnTime><font face=VNI-Times>" * 75 + b"<br>" * 50_000 + b"x",
    b"<html><meta charset=punycode>" + b"x" * 300_000 + b"-" + b"a" * 30_000,
]


@pytest.mark.parametrize("page", ODD)
def test_untidy_pages_are_read(page: bytes) -> None:
    start = time.process_time()
    text = read(page)
    assert text == "" or text.endswith("\n")
    assert time.process_time() - start < 5

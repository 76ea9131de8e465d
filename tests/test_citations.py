"""Citations: how plans name other documents, and what is no citation."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import page_of

from vnplan.extract.citations import find_citations, find_legal_bases, merge_citations
from vnplan.plan import parse
from vnplan.records import Citation


def cited(text: str, *, preamble: bool = False) -> list[Citation]:
    return find_citations(page_of(text), 0, len(text), preamble=preamble)


def bases(text: str) -> list[Citation]:
    page = page_of(text)
    return find_legal_bases(page, [(p.words, p.end) for p in page.paragraphs])


def merged(text: str) -> tuple[Citation, ...]:
    return merge_citations(cited(text))


# ---------------------------------------------------------------- numbers

# the text, and the type and number of what it cites
NUMBERS = [
    ("Quyết định số 83/QĐ-SNN", [("Quyết định", "83/QĐ-SNN")]),
    ("Quyết định 41/2019/QĐ-UBND", [("Quyết định", "41/2019/QĐ-UBND")]),
    ("Quyết định số: 15/QĐ-HĐTV", [("Quyết định", "15/QĐ-HĐTV")]),
    ("Công điện số 88 / CĐ-TTg", [("Công điện", "88/CĐ-TTg")]),
    ("Kế hoạch số 62/KH- UBND", [("Kế hoạch", "62/KH-UBND")]),
    ("Kế hoạch số 47     /KH-UBND", [("Kế hoạch", "47/KH-UBND")]),
    ("Kế hoạch số 07 -KH/HU", [("Kế hoạch", "07-KH/HU")]),
    ("Tờ trình số 973/TTr-\nSGDĐT", [("Tờ trình", "973/TTr-SGDĐT")]),
    ("Công văn số 3120/BYT-K2ĐT", [("Công văn", "3120/BYT-K2ĐT")]),
    ("công văn hỏa tốc số 12/UBND-VX", [("Công văn", "12/UBND-VX")]),
    ("Chỉ thị số 21-CT/TW", [("Chỉ thị", "21-CT/TW")]),
    ("Quy định 08-QĐi/TW", [("Quy định", "08-QĐi/TW")]),
    ("Kế hoạch số 1238-KH/ĐUB", [("Kế hoạch", "1238-KH/ĐUB")]),
    ("Nghị quyết số 30a/2008/NQ-CP", [("Nghị quyết", "30a/2008/NQ-CP")]),
    ("Nghị quyết 128/2020/QH14", [("Nghị quyết", "128/2020/QH14")]),
    ("Luật số 31/2024/QH15", [("Luật", "31/2024/QH15")]),
    ("Pháp lệnh số 01/2022/UBTVQH15", [("Pháp lệnh", "01/2022/UBTVQH15")]),
    (
        "Thông tư liên tịch số 02/2014/TTLT-BTC-BNV",
        [("Thông tư liên tịch", "02/2014/TTLT-BTC-BNV")],
    ),
    ("Văn bản hợp nhất số 04/VBHN-BTC", [("Văn bản hợp nhất", "04/VBHN-BTC")]),
    ("Quy chế phối hợp số 24/QC-SYT-CAT", [("Quy chế", "24/QC-SYT-CAT")]),
    ("Chương trình hành động số 12-CTr/TU", [("Chương trình", "12-CTr/TU")]),
    ("Thông báo kết luận số 66/TB-VPCP", [("Thông báo", "66/TB-VPCP")]),
    ("Quyết định số …../QĐ-UBND", [("Quyết định", "/QĐ-UBND")]),
    ("Nghị định số 30/2020 của Chính phủ", [("Nghị định", "30/2020")]),
    ("QĐ 57/QĐ-BCT; CV số 12/SNV-TCCB", [("Quyết định", "57/QĐ-BCT"), ("Công văn", "12/SNV-TCCB")]),
    (
        "Nghị quyết số 19-NQ/TW và số 20-NQ/TW",
        [("Nghị quyết", "19-NQ/TW"), ("Nghị quyết", "20-NQ/TW")],
    ),
    (
        "các Quyết định: số 3/QĐ-X ngày 5/1/2022, số 9/QĐ-X ngày 6/1/2022",
        [("Quyết định", "3/QĐ-X"), ("Quyết định", "9/QĐ-X")],
    ),
    # of two types before a number, the one that its letters speak for
    ("Quyết định ban hành Kế hoạch số 5/QĐ-TTKN", [("Quyết định", "5/QĐ-TTKN")]),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.type, c.number) for c in cited(text)] == expected


NOTHING_CITED = [
    "Kế hoạch này có hiệu lực từ ngày ký",
    "các chương trình, đề án đã được Thủ tướng phê duyệt",
    "các văn bản hướng dẫn của Bộ Tài chính",
    "Số: 1264 /KH-TTYT",
    "Giấy phép số 27/GP-TTĐT",
    "Quyết định và giấy phép số 27/GP-TTĐT",
    "hoàn thành 5/6 chỉ tiêu, báo cáo 02 lần/năm",
    "báo cáo ngày 12/5/2021",
    "pháp luật về thi đua, khen thưởng",
    "Luật sư Trần Thị B, Đoàn Luật sư tỉnh",
    "Trường Đại học Luật Hà Nội",
    "Dự án Luật Nhà giáo; dự thảo Luật Việc làm",
    "Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”",
    "Tổ chức Chương trình “Tiếng hát mùa xuân”",
    "Bộ tiêu chí nông thôn mới",
    "thực hiện Công văn số 5 của Sở",
    "trình Hội đồng nhân dân ban hành Nghị quyết về mức thu",
]


@pytest.mark.parametrize("text", NOTHING_CITED)
def test_what_is_no_citation(text: str) -> None:
    assert cited(text) == []


# ---------------------------------------------------------------- date, issuer, title

# the text, and number, (year, month, day), issuer, title
WHOLE = [
    (
        "theo Quyết định số 12/QĐ-UBND ngày 05/3/2019 của UBND tỉnh Hưng Giang về việc phê duyệt "
        "Đề án phát triển du lịch đến năm 2025, định hướng 2030.",
        ("12/QĐ-UBND", (2019, 3, 5), "UBND tỉnh Hưng Giang",
         "phê duyệt Đề án phát triển du lịch đến năm 2025, định hướng 2030"),
    ),
    (
        "Nghị định số 30/2020/NĐ-CP của Chính phủ ngày 05/3/2020 về công tác văn thư;",
        ("30/2020/NĐ-CP", (2020, 3, 5), "Chính phủ", "công tác văn thư"),
    ),
    (
        "Thông tư số 22/2021/TT-BGDĐT của Bộ Giáo dục và Đào tạo quy định về đánh giá học sinh "
        "THCS, THPT",
        ("22/2021/TT-BGDĐT", None, "Bộ Giáo dục và Đào tạo",
         "quy định về đánh giá học sinh THCS, THPT"),
    ),
    (
        "Hướng dẫn của Ban Tổ chức Trung ương số 01-HD/BTCTW",
        ("01-HD/BTCTW", None, "Ban Tổ chức Trung ương", None),
    ),
    (
        "Thông báo số 12/TB-UBND ngày 2/2/2023 của Chủ tịch UBND TP. Cần Thơ tại buổi làm việc",
        ("12/TB-UBND", (2023, 2, 2), "Chủ tịch UBND TP. Cần Thơ", None),
    ),
    (
        "Công văn số 87/BVHTTDL-GĐ ngày 8/5/2017 của Bộ Văn hóa, Thể thao và Du lịch về Ngày "
        "Gia đình",
        ("87/BVHTTDL-GĐ", (2017, 5, 8), "Bộ Văn hóa, Thể thao và Du lịch", "Ngày Gia đình"),
    ),
    (
        "Kế hoạch số 9-KH/ĐU ngày 17/4/2019 của Ban Thường vụ, Ban Chấp hành Đảng bộ xã về "
        "xây dựng chi bộ",
        ("9-KH/ĐU", (2019, 4, 17), "Ban Thường vụ, Ban Chấp hành Đảng bộ xã",
         "xây dựng chi bộ"),
    ),
    (
        "Quyết định số 229/QĐ-BQP ngày 7/9/2022 của Bộ trưởng Bộ Quốc phòng phê duyệt Chiến lược "
        "(sau đây gọi tắt là Chiến lược), các đơn vị",
        ("229/QĐ-BQP", (2022, 9, 7), "Bộ trưởng Bộ Quốc phòng", "phê duyệt Chiến lược"),
    ),
    (
        "theo Kế hoạch số 31/KH-UBND ngày 28/12/2021 của UBND huyện về trồng rừng, bảo đảm tiến độ",
        ("31/KH-UBND", (2021, 12, 28), "UBND huyện", "trồng rừng"),
    ),
    (
        "Công văn số 13/SYT-NV ngày 2l tháng 3 năm 2017 của Sở Y tế về xét sáng kiến",
        ("13/SYT-NV", (2017, 3, None), "Sở Y tế", "xét sáng kiến"),
    ),
    (
        "Quyết định 61/QĐ-BKHCN 2021 về giải thưởng chất lượng",
        ("61/QĐ-BKHCN", (2021, None, None), None, "giải thưởng chất lượng"),
    ),
    (
        "Ngày 13/3/2021, Bộ Công Thương ban hành Quyết định 61/QĐ-BCT 2021 về hội chợ",
        ("61/QĐ-BCT", (2021, 3, 13), "Bộ Công Thương", "hội chợ"),
    ),
    (
        "Quyết định số 9/QĐ-TTg của Thủ tướng Chính phủ phê duyệt “Chương trình Sữa học đường”",
        ("9/QĐ-TTg", None, "Thủ tướng Chính phủ", "phê duyệt “Chương trình Sữa học đường”"),
    ),
    (
        "Quy chế thi tuyển viên chức ban hành kèm theo Quyết định số 45/QĐ-SNV ngày 3/2/2021 của "
        "Sở Nội vụ",
        ("45/QĐ-SNV", (2021, 2, 3), "Sở Nội vụ", "Quy chế thi tuyển viên chức"),
    ),
    (
        "Theo đề nghị của Trưởng phòng Tổng hợp tại Tờ trình số 31/TTr-TH ngày 04/5/2020,",
        ("31/TTr-TH", (2020, 5, 4), "Trưởng phòng Tổng hợp", None),
    ),
    (
        "Xét đề nghị của Hạt Quản lý đê tại Công văn số 8/CV-HĐ về tu bổ kè;",
        ("8/CV-HĐ", None, "Hạt Quản lý đê", "tu bổ kè"),
    ),
    (
        "đề nghị của cử tri tại kỳ họp và Tờ trình số 31/TTr-TH",
        ("31/TTr-TH", None, None, None),
    ),
    (
        "nêu tại Kế hoạch số 07/KH-UBND tổ chức triển khai",
        ("07/KH-UBND", None, None, None),
    ),
    (
        "Kế hoạch số 11/KH-SXD ngày 19/02/2024 của Sở Xây dựng thực hiện Nghị quyết",
        ("11/KH-SXD", (2024, 2, 19), "Sở Xây dựng", "thực hiện Nghị quyết"),
    ),
]  # fmt: skip


def test_a_law_by_a_name_that_lists() -> None:
    (found,) = cited("Căn cứ Pháp lệnh Giống cây trồng, vật nuôi ngày 24 tháng 3 năm 2004;")
    assert found.title == "Giống cây trồng, vật nuôi"
    (found,) = cited("Căn cứ Pháp lệnh Giống cây trồng, các xã lập vườn ươm.")
    assert found.title == "Giống cây trồng"


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_date_issuer_and_title(text: str, expected: tuple[object, ...]) -> None:
    (found,) = cited(text)
    date = found.date and (found.date.year, found.date.month, found.date.day)
    assert (found.number, date, found.issuer, found.title) == expected


def test_a_slashed_date_is_bare_and_a_worded_one_whole() -> None:
    slashed, worded = cited(
        "Chỉ thị số 3/CT-BNV ngày 04/5/2020, Chỉ thị số 4/CT-BNV ngày 04 tháng 6 năm 2020"
    )
    assert slashed.date is not None and slashed.date.text == "04/5/2020"
    assert worded.date is not None and worded.date.text == "ngày 04 tháng 6 năm 2020"


def test_a_citation_ends_where_the_next_begins() -> None:
    text = (
        "Kế hoạch số 31-KH/HU ngày 02/6/2021 của Huyện ủy thực hiện Nghị quyết 15-NQ/TW 2021 "
        "của Ban Chấp hành Trung ương về thủy lợi"
    )
    first, second = cited(text)
    assert first.title is None
    assert first.text == "Kế hoạch số 31-KH/HU ngày 02/6/2021 của Huyện ủy"
    assert (second.number, second.title) == ("15-NQ/TW", "thủy lợi")


def test_the_text_joins_a_broken_number_and_drops_the_end_mark() -> None:
    (found,) = cited("(theo Công văn số 85/SYT-\nNVY ngày 3/4/2020 của Sở Y tế).")
    assert found.text == "Công văn số 85/SYT-NVY ngày 3/4/2020 của Sở Y tế"


# ---------------------------------------------------------------- laws and schemes by name

# the text, and type, title and year of what it cites
NAMED = [
    ("Luật Giáo dục nghề nghiệp năm 2014", [("Luật", "Giáo dục nghề nghiệp", 2014)]),
    ("Luật Thanh tra 2022", [("Luật", "Thanh tra", 2022)]),
    ("Luật Trẻ em số 102/2016/QH13", [("Luật", "Trẻ em", None)]),
    (
        "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ ngày 29 tháng 11 năm 2024, Luật Đường bộ",
        [("Luật", "Phòng cháy, chữa cháy và cứu nạn, cứu hộ", 2024), ("Luật", "Đường bộ", None)],
    ),
    (
        "Luật Thực hành tiết kiệm, chống lãng phí và các văn bản liên quan",
        [("Luật", "Thực hành tiết kiệm, chống lãng phí", None)],
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng ngày 17/6/2020;",
        [("Luật", "sửa đổi, bổ sung một số điều của Luật Xây dựng", 2020)],
    ),
    ("Luật Công nghiệp vũ trụ để quản lý", [("Luật", "Công nghiệp vũ trụ", None)]),  # unknown
    ("Bộ luật Lao động năm 2019", [("Bộ luật", "Lao động", 2019)]),
    ("Hiến pháp năm 2013", [("Hiến pháp", None, 2013)]),
    ("Điều lệ Hội Chữ thập đỏ Việt Nam", [("Điều lệ", "Hội Chữ thập đỏ Việt Nam", None)]),
    (
        "Luật Nhà ở năm 2023 và Luật Đất đai năm 2024",
        [("Luật", "Nhà ở", 2023), ("Luật", "Đất đai", 2024)],
    ),
    ("mục tiêu của Đề án “Sữa học đường” tỉnh Hưng Giang", [("Đề án", "Sữa học đường", None)]),
    ("thực hiện Chương trình “Sóng và máy tính”", [("Chương trình", "Sóng và máy tính", None)]),
    (
        "triển khai Chương trình mục tiêu quốc gia xây dựng nông thôn mới trên địa bàn",
        [("Chương trình", "mục tiêu quốc gia xây dựng nông thôn mới", None)],
    ),
    (
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, các nghị quyết",
        [("Nghị quyết", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", None)],
    ),
    (
        "được tôn vinh và ra Nghị quyết cùng các nước kỷ niệm ngày sinh.",
        [("Nghị quyết", "cùng các nước kỷ niệm ngày sinh", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_documents_cited_by_name(
    text: str, expected: list[tuple[str, str | None, int | None]]
) -> None:
    found = [(c.type, c.title, c.date.year if c.date else None) for c in cited(text)]
    assert found == expected


def test_what_a_title_names_is_not_cited_besides() -> None:
    (found,) = cited(
        "Nghị định số 5/2021/NĐ-CP ngày 1/2/2021 quy định chi tiết một số điều của Luật Trẻ em"
    )
    assert found.title == "quy định chi tiết một số điều của Luật Trẻ em"


# ---------------------------------------------------------------- the preamble

# the preamble, and relation, type, number and title of its grounds
GROUNDS = [
    (
        "Căn cứ Luật Thư viện ngày 21/11/2019; Luật Di sản văn hóa ngày 23/11/2024;",
        [("căn cứ", "Luật", None, "Thư viện"), ("căn cứ", "Luật", None, "Di sản văn hóa")],
    ),
    (
        "Xét đề nghị của Giám đốc Sở Y tế tại Tờ trình số 6/TTr-SYT ngày 19/01/2024, UBND tỉnh "
        "ban hành Kế hoạch như sau:",
        [("xét", "Tờ trình", "6/TTr-SYT", None)],
    ),
    (
        "Căn cứ vào kế hoạch hội khỏe đợt 1 năm 2018, phòng Công tác sinh viên thông báo kế hoạch "
        "như sau:",
        [("căn cứ", "Kế hoạch", None, "hội khỏe đợt 1 năm 2018")],
    ),
    (
        "Thực hiện Công văn số 12/UBND-VX ngày 5/3/2024 của UBND tỉnh về tăng cường phòng dịch, "
        "Căn cứ Kế hoạch số 7/KH-SYT của Sở Y tế, Trung tâm Y tế xây dựng kế hoạch như sau:",
        [
            ("thực hiện", "Công văn", "12/UBND-VX", "tăng cường phòng dịch"),
            ("căn cứ", "Kế hoạch", "7/KH-SYT", None),
        ],
    ),
    (
        "Để tiếp tục thực hiện Kết luận số 8-KL/TW của Bộ Chính trị về tiền lương và Nghị quyết số "
        "14/2024/QH15 của Quốc hội, Sở Nội vụ ban hành Kế hoạch triển khai Nghị quyết số "
        "22/NQ-HĐND:",
        [
            ("thực hiện", "Kết luận", "8-KL/TW", "tiền lương"),
            ("thực hiện", "Nghị quyết", "14/2024/QH15", None),
        ],
    ),
    (
        "Triển khai thực hiện Kế hoạch số 5/KH-UBND của UBND huyện về thực hiện Nghị quyết số "
        "45-NQ/HU của Huyện ủy; Phòng Nội vụ ban hành kế hoạch",
        [("triển khai", "Kế hoạch", "5/KH-UBND", None)],
    ),
    (
        "Căn cử Công văn số 17/LĐTBXH-BGD của Bộ Lao động - Thương binh và Xã hội về bình đẳng",
        [("căn cứ", "Công văn", "17/LĐTBXH-BGD", "bình đẳng")],
    ),
    (
        "Thực hiện Chương trình công tác năm 2024 của UBND huyện, Phòng Y tế xây dựng kế hoạch:",
        [("thực hiện", "Chương trình", None, "công tác năm 2024")],
    ),
    (
        "Theo Công văn của Sở Y tế về việc tiêm chủng mở rộng năm 2021, Trạm lập kế hoạch",
        [("theo", "Công văn", None, "tiêm chủng mở rộng năm 2021")],
    ),
    (
        "Thực hiện Nghị quyết số 4-NQ/HU (gọi tắt là Nghị quyết 4) và Hướng dẫn số 9-HD/BTG;",
        [
            ("thực hiện", "Nghị quyết", "4-NQ/HU", None),
            ("thực hiện", "Hướng dẫn", "9-HD/BTG", None),
        ],
    ),
    ("Căn cứ chức năng, nhiệm vụ được giao; theo đề nghị của Trưởng phòng;", []),
    ("Căn cứ Kế hoạch này, các đơn vị triển khai thực hiện", []),
    ("Sở Y tế ban hành Kế hoạch thực hiện Quyết định số 9/QĐ-BYT như sau:", []),
]


@pytest.mark.parametrize(("text", "expected"), GROUNDS)
def test_legal_bases(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(c.relation, c.type, c.number, c.title) for c in bases(text)] == expected


def test_the_issuers_own_sentence_is_no_title() -> None:
    text = (
        "Căn cứ Công văn số 5/VKS-P12 ngày 29/12/2021 của Viện trưởng về hưởng ứng tuần lễ, "
        "phòng tổng hợp xây dựng Kế hoạch thực hiện như sau:"
    )
    (preamble,) = cited(text, preamble=True)
    assert preamble.title == "hưởng ứng tuần lễ"


# ---------------------------------------------------------------- one citation a document


def test_later_mentions_are_the_same_citation() -> None:
    (found,) = merged(
        "Kế hoạch số 07/KH-UBND của UBND tỉnh; Kế hoạch số 07 /KH-UBND ngày 16/01/2023 về X."
    )
    assert found.text == "Kế hoạch số 07/KH-UBND của UBND tỉnh"
    assert found.date is not None and found.date.day == 16


SAME = [
    "Công văn số 12/SYT-NV ngày 3/4/2020; Văn bản số 12/SYT-NV",
    "Luật Thi đua, khen thưởng năm 2022; Luật Thi đua, Khen thưởng",
    "Luật Đầu tư công số 39/2019/QH14; Luật Đầu tư công",
    'Đề án “Sữa học đường”; Đề án "Sữa học đường."',
    "Kế hoạch số 7/KH-UBND ngày 1/2/2020 của UBND huyện; "
    "Kế hoạch số 7/KH-UBND của Ủy ban nhân dân huyện Nà Hỳ",
    "Kế hoạch số 7/KH-UBND của UBND xã Bình An, huyện Nà Hỳ; "
    "Kế hoạch số 7/KH-UBND ngày 1/2/2020 của UBND xã Bình An về tiêm phòng cho trâu bò",
    "Kế hoạch số 7/KH-UBND của UBND TP. Nà Sản; Kế hoạch số 7/KH-UBND của UBND Thành phố",
    "Nghị quyết số 4/NQ-HĐND của HĐND tỉnh Khóa X; Nghị quyết số 4/NQ-HĐND của HĐND tỉnh",
]
DIFFERENT = [
    "Kế hoạch số 7/KH-UBND; Kế hoạch số 8/KH-UBND",
    "Kế hoạch số 7/KH-UBND; Quyết định số 7/QĐ-UBND",
    "Luật Đất đai năm 2013; Luật Đất đai năm 2024",
    "Kế hoạch số 7/KH-UBND ngày 1/2/2020; Kế hoạch số 7/KH-UBND ngày 1/2/2021",
    "Kế hoạch số 7/KH-UBND ngày 1/2/2020 của UBND huyện; "
    "Kế hoạch số 7/KH-UBND ngày 8/2/2020 của UBND tỉnh",
    "Đề án “Sữa học đường”; Đề án “Ngoại ngữ quốc gia”",
    "Kế hoạch số 7/KH-UBND ngày 01 tháng 2 năm 2020 của UBND tỉnh Hưng Giang về đọc sách; "
    "Kế hoạch số 7/KH-UBND của UBND huyện Nà Hỳ về đọc sách",
    "Kế hoạch số 7/KH-UBND của UBND xã Viên Ngọc; Kế hoạch số 7/KH-UBND của UBND xã Hội Lâm",
    "Kế hoạch số 7/KH-UBND của UBND phường 1; Kế hoạch số 7/KH-UBND của UBND phường 12",
    "Kế hoạch số 7/KH-UBND của UBND tỉnh; Kế hoạch số 7/KH-UBND của UBND huyện; "
    "Kế hoạch số 7/KH-UBND nêu trên",
]


@pytest.mark.parametrize("text", SAME)
def test_one_document(text: str) -> None:
    assert len(merged(text)) == 1


@pytest.mark.parametrize("text", DIFFERENT)
def test_two_documents(text: str) -> None:
    assert len(merged(text)) == 2


# ---------------------------------------------------------------- laws that hold for any string

PIECES = [
    "Quyết định ", "số ", "12/QĐ-UBND ", "ngày 1/2/2020 ", "của ", "Bộ Y tế ", "về ", ", ", "; ",
    "(", ")", '"', ". ", "\n", "Luật ", "Đất đai ", "kèm theo ", "Quy chế ", "Căn cứ ", "như sau",
    "và ", "ban hành ", "Kế hoạch ", "Đề án ", "Nghị quyết ", "Đại hội ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_spans_are_in_order_and_hold_words(pieces: list[str]) -> None:
    text = "".join(pieces)
    page = page_of(text)
    last = 0
    found = find_citations(page, 0, len(page.text), preamble=True)
    for citation in found:
        assert last <= citation.span[0] < citation.span[1] <= len(page.text)
        assert citation.text and citation.text == " ".join(citation.text.split())
        last = citation.span[1]
    assert len(merge_citations(found)) <= len(found)
    find_legal_bases(page, [(p.words, p.end) for p in page.paragraphs])


@pytest.mark.parametrize(
    "piece",
    [
        "theo Quyết định số 12/QĐ-UBND ngày 05/3/2024 của UBND tỉnh về việc A, ",
        "Luật Đất đai ",
        "1234567890",
        'Đề án "',
        "ban hành kèm theo Quyết định số 1/AB-",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        page = page_of(text)
        begin = time.process_time()
        merge_citations(find_citations(page, 0, len(text), preamble=True))
        return time.process_time() - begin

    seconds(1_000)
    assert seconds(80_000) < 20 * seconds(10_000) + 0.3


# ---------------------------------------------------------------- the plan itself

OWN = """\
UBND XÃ BÌNH AN
Số: 12/KH-UBND
Bình An, ngày 05 tháng 02 năm 2024
KẾ HOẠCH
Tiêm chủng
I. NHIỆM VỤ
1. Thực hiện {}, trạm y tế lập danh sách trẻ.
"""
ITSELF = [
    "Kế hoạch số 12/KH-UBND",
    "Kế hoạch số 12/KH-UBND ngày 05/02/2024 của UBND xã Bình An",
    "Kế hoạch số 12/KH-UBND ngày 05/02/2024 của Ủy ban nhân dân xã",
]
ANOTHERS = [
    "Kế hoạch số 12/KH-UBND ngày 05/01/2023 của UBND tỉnh",
    "Kế hoạch số 12/KH-UBND của UBND tỉnh",
    "Kế hoạch số 12/KH-UBND ngày 05/01/2023",
    "Kế hoạch số 13/KH-UBND",
]


@pytest.mark.parametrize("words", ITSELF)
def test_a_plan_does_not_cite_itself(words: str) -> None:
    assert parse(OWN.format(words)).citations == ()


@pytest.mark.parametrize("words", ANOTHERS)
def test_another_bodys_plan_of_the_same_number_is_cited(words: str) -> None:
    assert [c.text for c in parse(OWN.format(words)).citations] == [words]


# ---------------------------------------------------------------- what an article reports on


def test_the_number_that_an_article_names_is_read_as_in_a_head() -> None:
    plan = parse(
        "Ngày 05/01/2024, Đảng ủy xã Bình An ban hành Kế hoạch số 1238-KH/ĐUB về tiêm chủng.\n\n"
        "Theo đó, các chi bộ lập danh sách.\n"
    )
    assert plan.kind == "article" and plan.number is not None
    assert (plan.number.serial, plan.number.symbol) == ("1238", "KH/ĐUB")
    assert plan.signatories == plan.issuing_bodies == ()

"""Who issues a plan: letterheads of offices of all kinds and decades, and the other witnesses."""

from __future__ import annotations

import pytest

from vnplan.extract.issuer import (
    agree,
    fits_position,
    fits_symbol,
    has_lost_letters,
    initials,
    is_plain,
    symbol_words,
)
from vnplan.plan import parse
from vnplan.records import OnBehalf, Plan, Signatory

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
PREAMBLE = "Nhằm phủ xanh đồi trọc, các đơn vị làm như sau:"


def headed(head: str, preamble: str = PREAMBLE, closing: str = "") -> Plan:
    return parse(
        f"{head}\nKẾ HOẠCH\nTrồng cây năm 2012\n\n{preamble}\n"
        f"\nI. NHIỆM VỤ\n1. Trồng 20 cây.\n{closing}"
    )


def codes(plan: Plan) -> list[str]:
    """The codes of the doubts about the issuer."""
    return [d.code for d in plan.doubts if d.code.startswith("issuer")]


# ---------------------------------------------------------------- letterheads

# the lines of the head, name, superior, level
LETTERHEADS = [
    # committees, one line or two, columns or none
    (
        f"ỦY BAN NHÂN DÂN\nTỈNH HƯNG GIANG\nSố: 5/KH-UBND\n{COUNTRY}",
        "Ủy ban nhân dân tỉnh Hưng Giang",
        None,
        "province",
    ),
    (f"UBND HUYỆN NÀ HỲ          {COUNTRY}\nSố: 5/KH-UBND", "UBND huyện Nà Hỳ", None, "district"),
    (
        (
            f"ỦY BAN NHÂN DÂN          {COUNTRY}\nPHƯỜNG 1, THÀNH PHỐ "
            "NÀ SẢN          Độc lập - Tự do - Hạnh phúc\nSố: 5/KH-UBND"
        ),
        "Ủy ban nhân dân phường 1, thành phố Nà Sản",
        None,
        "commune",
    ),
    (
        (
            f"UBND THÀNH PHỐ NÀ SẢN      {COUNTRY}\nPHƯỜNG 1      "
            "          Độc lập - Tự do - Hạnh phúc\nSố: 5/KH-UBND"
        ),
        "UBND phường 1",
        "UBND thành phố Nà Sản",
        "commune",
    ),
    (
        "PHƯỜNG 1, THÀNH PHỐ NÀ SẢN\nSố: 5/KH-UBND",
        "UBND phường 1, thành phố Nà Sản",
        None,
        "commune",
    ),
    (
        (
            "UBND TỈNH THỪA THIÊN HUẾ\nUBND THÀNH PHỐ HUẾ\nSố: "
            f"5/KH-UBND\n{COUNTRY}\nHuế, ngày 3 tháng 2 năm 2020"
        ),
        "UBND thành phố Huế",
        "UBND tỉnh Thừa Thiên Huế",
        "district",
    ),
    (
        f"UBND THÀNH PHỐ HUẾ\nSố: 5/KH-UBND\n{COUNTRY}\nHuế, ngày 3 tháng 2 năm 2026",
        "UBND thành phố Huế",
        None,
        "province",
    ),
    (
        f"UBND THÀNH PHỐ THỦ ĐỨC\nSố: 5/KH-UBND\n{COUNTRY}",
        "UBND thành phố Thủ Đức",
        None,
        "district",
    ),
    # departments and offices
    (
        f"UBND TỈNH ĐẮK LẮK\nSỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH\nSố:    /KH-SVHTTDL\n{COUNTRY}",
        "Sở Văn hóa, Thể thao và Du lịch tỉnh Đắk Lắk",
        "UBND tỉnh Đắk Lắk",
        "department",
    ),
    (
        f"SỞ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\nSố: 5/KH-SLĐTBXH\n{COUNTRY}",
        "Sở Lao động - Thương binh và Xã hội",
        None,
        "department",
    ),
    (
        f"UBND THÀNH PHỐ HUẾ\nSỞ Y TẾ\nSố: 5/KH-SYT\n{COUNTRY}",
        "Sở Y tế thành phố Huế",
        "UBND thành phố Huế",
        "department",
    ),
    (
        f"VĂN PHÒNG HĐND - UBND HUYỆN NÀ HỲ\nSố: 5/KH-VP\n{COUNTRY}",
        "Văn phòng HĐND - UBND huyện Nà Hỳ",
        None,
        "district",
    ),
    (
        f"{COUNTRY}\nĐộc lập - Tự do - Hạnh phúc\nUBND QUẬN LONG HẢI\nPHÒNG NỘI VỤ\nSố: 5/KH-NV",
        "Phòng Nội vụ quận Long Hải",
        "UBND quận Long Hải",
        "district",
    ),
    (
        f"BỘ TÀI CHÍNH\nTỔNG CỤC THUẾ\nCỤC THUẾ TỈNH HƯNG GIANG\nSố: 5/KH-CT\n{COUNTRY}",
        "Cục Thuế tỉnh Hưng Giang",
        "Tổng cục Thuế",
        "department",
    ),
    (
        f"BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI HUYỆN NÀ HỲ\nSố: 5/KH-BHXH\n{COUNTRY}",
        "Bảo hiểm xã hội huyện Nà Hỳ",
        "Bảo hiểm xã hội Việt Nam",
        "district",
    ),
    # courts, procuracies, police, army
    (
        f"TÒA ÁN NHÂN DÂN TỐI CAO\nTÒA ÁN NHÂN DÂN KHU VỰC 3 - HƯNG YÊN\nSố: 5/KH-TAKV3\n{COUNTRY}",
        "Tòa án nhân dân khu vực 3 - Hưng Yên",
        "Tòa án nhân dân tối cao",
        "district",
    ),
    (
        (
            "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO\nVIỆN KIỂM SÁT "
            f"NHÂN DÂN\nTỈNH HƯNG GIANG\nSố: 5/KH-VKS\n{COUNTRY}"
        ),
        "Viện kiểm sát nhân dân tỉnh Hưng Giang",
        "Viện kiểm sát nhân dân tối cao",
        "province",
    ),
    (
        f"BỘ CHỈ HUY\nBỘ ĐỘI BIÊN PHÒNG TỈNH HƯNG GIANG\nSố: 5/KH-BCH\n{COUNTRY}",
        "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Hưng Giang",
        None,
        "department",
    ),
    (
        f"QUÂN KHU 9\nBỘ CHQS TỈNH HƯNG GIANG\nSố: 5/KH-BCH\n{COUNTRY}",
        "Bộ CHQS tỉnh Hưng Giang",
        "Quân khu 9",
        "department",
    ),
    (
        f"CÔNG AN TỈNH HƯNG GIANG\nPHÒNG CẢNH SÁT GIAO THÔNG\nSố: 5/KH-PC08\n{COUNTRY}",
        "PHÒNG CẢNH SÁT GIAO THÔNG",
        "Công an tỉnh Hưng Giang",
        "unit",
    ),
    # the party and the mass organisations
    (
        f"BAN CHẤP HÀNH TRUNG ƯƠNG     {PARTY}\nBAN CÁN SỰ ĐẢNG BỘ CÔNG THƯƠNG\n*\nSố 44-KH/BCSĐ",
        "Ban cán sự đảng Bộ Công Thương",
        "Ban Chấp hành Trung ương",
        "ministry",
    ),
    (
        f"ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH     {PARTY}\nĐẢNG ỦY SỞ NỘI VỤ\n*\nSố 3-KH/ĐU",
        "Đảng ủy Sở Nội vụ",
        "Đảng ủy Khối các cơ quan tỉnh",
        "department",
    ),
    (
        f"TỈNH ỦY HƯNG GIANG     {PARTY}\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*\nSố 30-KH/BTGDV",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy Hưng Giang",
        "Tỉnh ủy Hưng Giang",
        "department",
    ),
    (
        f"HUYỆN ỦY NÀ HỲ     {PARTY}\nĐẢNG ỦY XÃ BÌNH AN\n*\nSố 3-KH/ĐU",
        "Đảng ủy xã Bình An",
        "Huyện ủy Nà Hỳ",
        "commune",
    ),
    (
        f"ĐẢNG BỘ XÃ BÌNH AN     {PARTY}\nCHI BỘ TRƯỜNG MẦM NON HOA BAN\n*\nSố 3-KH/CB",
        "Chi bộ Trường Mầm non Hoa Ban",
        "Đảng bộ xã Bình An",
        "unit",
    ),
    (
        (
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH HƯNG GIANG\n"
            f"BAN THƯỜNG TRỰC\nSố: 5/KH-MTTQ-BTT\n{COUNTRY}"
        ),
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hưng Giang",
        None,
        "province",
    ),
    (
        f"HỘI LHPN VIỆT NAM\nHỘI LHPN TỈNH HƯNG GIANG\nSố: 5/KH-BTV\n{COUNTRY}",
        "Hội LHPN tỉnh Hưng Giang",
        "Hội LHPN Việt Nam",
        "province",
    ),
    (
        (
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG GIANG\nCÔNG "
            f"ĐOÀN\nTRƯỜNG THCS NÀ SẢN\nSố: 5/KH-CĐ\n{COUNTRY}"
        ),
        "Công đoàn Trường THCS Nà Sản",
        "Liên đoàn Lao động tỉnh Hưng Giang",
        "unit",
    ),
    # schools, hospitals, faculties, boards
    (
        (
            f"Phòng GD&ĐT Nà Hỳ     {COUNTRY}\nTrường Mầm non "
            "Hoa Ban     Độc lập - Tự do - Hạnh phúc\nSố: 5/KH-MN"
        ),
        "Trường Mầm non Hoa Ban",
        "Phòng GD&ĐT Nà Hỳ",
        "unit",
    ),
    (
        f"PHÒNG GD&ĐT NÀ HỲ     {COUNTRY}\nTRƯỜNG TH VÀ THCS NÀ SẢN\nSố: 5/KH-TH&THCS",
        "Trường TH và THCS Nà Sản",
        "Phòng GD&ĐT Nà Hỳ",
        "unit",
    ),
    (
        f"TRƯỜNG ĐẠI HỌC\nKHOA HỌC TỰ NHIÊN\nKHOA TOÁN - CƠ - TIN\nSố: 4/KH-TOÁN\n{COUNTRY}",
        "KHOA TOÁN - CƠ - TIN",
        "TRƯỜNG ĐẠI HỌC KHOA HỌC TỰ NHIÊN",
        "unit",
    ),
    (
        f"TRUNG TÂM VĂN HÓA - THƯ VIỆN HUYỆN NÀ HỲ\nSố: 5/KH-TTVH\n{COUNTRY}",
        "Trung tâm Văn hóa - Thư viện huyện Nà Hỳ",
        None,
        "unit",
    ),
    (
        f"UBND HUYỆN NÀ HỲ\nBAN CHỈ ĐẠO CÔNG TÁC NGƯỜI CAO TUỔI\nSố: 5/KH-BCĐ\n{COUNTRY}",
        "BAN CHỈ ĐẠO CÔNG TÁC NGƯỜI CAO TUỔI",
        "UBND huyện Nà Hỳ",
        "district",
    ),
    (
        f"BAN CHỈ ĐẠO\nPHÒNG CHỐNG THIÊN TAI\nHUYỆN NÀ HỲ\nSố: 5/KH-BCĐ\n{COUNTRY}",
        "BAN CHỈ ĐẠO PHÒNG CHỐNG THIÊN TAI HUYỆN NÀ HỲ",
        None,
        "district",
    ),
    (
        f"BAN TỔ CHỨC CUỘC THI\n“ÁO DÀI QUÊ EM”\nSố: 5/KH-BTC\n{COUNTRY}",
        "BAN TỔ CHỨC CUỘC THI “ÁO DÀI QUÊ EM”",
        None,
        None,
    ),
    # a font that lost its capitals, a scan that lost its marks
    (
        (
            "ủy ban nhân dân          Cộng hoà xã hội chủ nghĩa việt nam\n"
            "huyện nà hỳ          Độc lập - Tự do - Hạnh phúc\nSố: 25/2003/KH-UB"
        ),
        "Ủy ban nhân dân huyện Nà Hỳ",
        None,
        "district",
    ),
    (
        f"UBND TỈNH HÀ NAM {COUNTRY}\nSƠ TAI CHÌNH Độc lập - Tự do - Hạnh phúc\nSố: 5/KH-STC",
        "SƠ TAI CHÌNH tỉnh Hà Nam",
        "UBND tỉnh Hà Nam",
        "department",
    ),
    (  # HUYỆN is a territory, HUYỆN ỦY a body
        f"ĐẢNG BỘ TỈNH HƯNG GIANG\nHUYỆN ỦY PHÚ LÂM\n*\nSố 4-KH/HU\n{COUNTRY}",
        "Huyện ủy Phú Lâm",
        "Đảng bộ tỉnh Hưng Giang",
        "district",
    ),
    (
        f"LIÊN MINH HTX TỈNH HƯNG GIANG\nHTX BÀU SEN\nSố: 7/KH-HTX\n{COUNTRY}",
        "HTX BÀU SEN",
        "LIÊN MINH HTX TỈNH HƯNG GIANG",
        "unit",
    ),
]


@pytest.mark.parametrize(("head", "name", "superior", "level"), LETTERHEADS)
def test_letterheads(head: str, name: str, superior: str | None, level: str | None) -> None:
    plan = headed(head)
    body = plan.issuing_body
    assert body is not None
    assert (body.name, body.superior, body.level) == (name, superior, level)
    assert plan.issuing_bodies == ()
    assert codes(plan) == []


# lines that name no body, or none that can be read: a null beats nonsense
REFUSED = [
    "",
    f"{COUNTRY}\nĐộc lập - Tự do - Hạnh phúc",
    f"HỎA TỐC\n{COUNTRY}\nSố: 5/KH",
    "GỔNG HÔNG TIRĐIỆNTGHNHEHÚ|, 5 St\nSố: 5/KH-XYZ",
    "UBND QU!N LONG HAI\nSố: 5/KH",
    "PHONG GD&DT - TRUONG TDTT\nSố: 5/KH",  # a text that lost all its marks
    "Họ và tên: Lò Văn Pản\nSố: 5/KH",
    "BÁO CÁO NHANH\nSố: 5/KH",
    "MẪU SỐ 1\nSố lượng: 3 bản",
]


@pytest.mark.parametrize("head", REFUSED)
def test_no_body(head: str) -> None:
    assert headed(head).issuing_body is None


TYPES = ["NGHỊ ĐỊNH CỦA CHÍNH PHỦ", "QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH HƯNG GIANG", "QUY ĐỊNH"]


@pytest.mark.parametrize("words", TYPES)
def test_the_type_of_a_document_is_no_part_of_a_name(words: str) -> None:
    plan = parse(
        f"ỦY BAN NHÂN DÂN\nTỈNH HƯNG GIANG\nSố: 5/2004/QĐ-UB\n{COUNTRY}\n\n{words}\n"
        "Về việc giữ gìn vệ sinh đường phố\n\nĐiều 1. Các hộ quét dọn trước cửa nhà.\n"
    )
    assert plan.kind == "other"
    assert plan.title == "Về việc giữ gìn vệ sinh đường phố"
    assert plan.issuing_body is not None
    assert plan.issuing_body.name == "Ủy ban nhân dân tỉnh Hưng Giang"


# ---------------------------------------------------------------- the whole name

# the text that follows the head, the name as the document supports it
COMPLETED = [
    (
        "Trên địa bàn phường 1, thành phố Nà Sản các hộ trồng cây.",
        "Ủy ban nhân dân phường 1, thành phố Nà Sản",
    ),
    (
        "UBND phường 1 thuộc quận Long Hải giao các khu phố trồng cây.",
        "Ủy ban nhân dân phường 1 thuộc quận Long Hải",
    ),
    (
        "Các phường 1, 2, 3 trồng cây; phường 2, thành phố Nà Sản làm trước.",
        "Ủy ban nhân dân phường 1",
    ),
    ("Cán bộ phường 1, phường 2 trồng cây.", "Ủy ban nhân dân phường 1"),
]


@pytest.mark.parametrize(("words", "name"), COMPLETED)
def test_the_name_that_the_document_supports(words: str, name: str) -> None:
    plan = headed(f"ỦY BAN NHÂN DÂN\nPHƯỜNG 1\nSố: 12/KH-UBND\n{COUNTRY}", words)
    assert plan.issuing_body is not None and plan.issuing_body.name == name


def test_a_line_of_two_names_ends_is_neither() -> None:
    plan = parse("À HỘI AHA HAHAA AIAA H\nAAAÀ\nHỘI AHA HAHAA AIAA HA")
    body = plan.issuing_body
    assert body is not None
    assert (body.superior, body.name) == ("AAAÀ", "HỘI AHA HAHAA AIAA HA")
    assert plan.text is not None
    assert [plan.text[a:b] for a, b in plan.unclaimed] == ["À HỘI AHA HAHAA AIAA H"]


def test_a_body_says_what_it_belongs_to() -> None:
    plan = headed(
        f"TRUNG TÂM KIỂM SOÁT BỆNH TẬT     {COUNTRY}\nSố: 5/KH-KSBT",
        "Trung tâm Kiểm soát bệnh tật thuộc Sở Y tế tỉnh Hưng Giang xây dựng kế hoạch như sau:",
    )
    body = plan.issuing_body
    assert body is not None
    assert (body.name, body.superior) == ("Trung tâm Kiểm soát bệnh tật", "Sở Y tế tỉnh Hưng Giang")


# ---------------------------------------------------------------- witnesses against one another


def test_an_illegible_second_line_is_told_by_symbol_and_preamble() -> None:
    plan = headed(
        f"UBND TỈNH HƯNG GIANG\n... ~ |; .\nSố: 5/KH-SYT\n{COUNTRY}",
        "Sở Y tế xây dựng kế hoạch như sau:",
    )
    body = plan.issuing_body
    assert body is not None
    assert (body.name, body.superior) == ("Sở Y tế tỉnh Hưng Giang", "UBND tỉnh Hưng Giang")


def test_lost_letters_leave_the_name_of_the_preamble() -> None:
    plan = headed(
        "TRƯỜNG        CAO Đ NG                         ỘNG     OÀ XÃ Ộ\n"
        " K OA C  K Í                                   Độc lập - Tự do\n",
        "Khoa Cơ khí xây dựng kế hoạch như sau:",
    )
    body = plan.issuing_body
    assert body is not None
    assert (body.name, body.superior, body.level) == ("Khoa Cơ khí", "TRƯỜNG CAO Đ NG", "unit")


def test_nothing_but_the_symbol_leaves_a_doubt() -> None:
    plan = headed(f"Số: 5/KH-SYT\n{COUNTRY}")
    assert plan.issuing_body is not None and plan.issuing_body.name == "Sở Y tế"
    assert codes(plan) == ["issuer_from_symbol"]


@pytest.mark.parametrize("symbol", ["KH-UBND", "KH-VP", "KH-BTC", "KH-XYZ", "KH-BTS"])
def test_a_symbol_that_could_be_anybody_s_names_nobody(symbol: str) -> None:
    date = "Hưng Giang, ngày 3 tháng 4 năm 2015"  # there was no Bộ Thủy sản any more
    assert headed(f"Số: 5/{symbol}\n{COUNTRY}\n{date}").issuing_body is None


SIGNED = "\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN XÃ BÌNH AN\nCHỦ TỊCH\n\nVàng Thị Mỷ\n"


def test_the_signature_names_the_body() -> None:
    plan = headed("Số: 5/KH-UBND", closing=SIGNED)
    assert plan.issuing_body is not None
    assert plan.issuing_body.name == "Ủy ban nhân dân xã Bình An"


# head, preamble, position of the one who signs
DISAGREE = [
    (f"SỞ DU LỊCH\nSố: 5/KH-SYT\n{COUNTRY}", PREAMBLE, "GIÁM ĐỐC"),
    (f"SỞ DU LỊCH\nSố: 5/KH-SDL\n{COUNTRY}", PREAMBLE, "HIỆU TRƯỞNG"),
    (
        f"SỞ DU LỊCH\nSố: 5/KH\n{COUNTRY}",
        "Trường Mầm non Hoa Ban xây dựng kế hoạch như sau:",
        "GIÁM ĐỐC",
    ),
]
AGREE = [
    (
        f"SỞ DU LỊCH\nSố: 5/KH-SDL\n{COUNTRY}",
        "Sở Du lịch tỉnh Hưng Giang xây dựng kế hoạch:",
        "GIÁM ĐỐC",
    ),
    (
        f"TRƯỜNG THPT ĐỒI SIM\nSố: 5/KH-THPTĐS\n{COUNTRY}",
        "Nhà trường xây dựng kế hoạch:",
        "HIỆU TRƯỞNG",
    ),
    (f"HỌC VIỆN NÔNG LÂM\nSố: 5/KH-HVNL\n{COUNTRY}", PREAMBLE, "TL. GIÁM ĐỐC\nTRƯỞNG PHÒNG"),
    (f"UBND XÃ BÌNH AN\nSố: 5/KH-UBND\n{COUNTRY}", PREAMBLE, "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
]


@pytest.mark.parametrize(("head", "preamble", "position"), DISAGREE)
def test_witnesses_that_disagree(head: str, preamble: str, position: str) -> None:
    plan = headed(head, preamble, f"\n{position}\n\nVàng Thị Mỷ\n")
    assert plan.issuing_body is not None and plan.issuing_body.name == "Sở Du lịch"
    assert codes(plan) == ["issuer_disagrees"]


@pytest.mark.parametrize(("head", "preamble", "position"), AGREE)
def test_witnesses_that_agree(head: str, preamble: str, position: str) -> None:
    assert codes(headed(head, preamble, f"\n{position}\n\nVàng Thị Mỷ\n")) == []


FITS = [
    ("Sở Y tế tỉnh Hưng Giang", "KH-SYT", True),
    ("Cục Văn thư và Lưu trữ nhà nước", "KH-VTLTNN", True),
    ("Trường THPT Đồi Sim", "KH-THPTĐS", True),
    ("Công đoàn ngành Y tế", "KH-SYT-CĐN", True),
    ("Đảng ủy xã Bình An", "KH/ĐU", True),
    ("Ủy ban nhân dân huyện Nà Hỳ", "QĐ-UB", True),
    ("Sở Y tế", "KH-UBND", False),
    ("UBND xã Bình An", "KH-SYT", False),
    ("Hội LHPN tỉnh", "KH-BTV", None),  # an organ of any of them
    ("Sở Y tế", "KH-QQQ", None),
    ("Sở Y tế", None, None),
]


@pytest.mark.parametrize(("name", "symbol", "fits"), FITS)
def test_names_and_symbols(name: str, symbol: str | None, fits: bool | None) -> None:
    assert fits_symbol(name, symbol) is fits


POSITIONS = [
    ("Sở Y tế", "GIÁM ĐỐC", None, True),
    ("Sở Y tế", "PHÓ GIÁM ĐỐC", "KT.", True),
    ("Sở Y tế", "HIỆU TRƯỞNG", None, False),
    ("Tòa án nhân dân huyện Nà Hỳ", "CHÁNH ÁN", None, True),
    ("Trường Mầm non Hoa Ban", "CHỦ TỊCH UBND XÃ", None, True),  # Hội đồng trường
    ("Sở Y tế", "TRƯỞNG PHÒNG", "TL.", None),  # by order of somebody else
    ("Sở Y tế", "NGƯỜI LẬP", None, None),
]


@pytest.mark.parametrize(("name", "position", "code", "fits"), POSITIONS)
def test_names_and_positions(name: str, position: str, code: str | None, fits: bool | None) -> None:
    behalf = OnBehalf(code=code, text=f"{code} GIÁM ĐỐC") if code else None
    assert fits_position(name, Signatory(position=position, on_behalf=behalf)) is fits
    assert fits_position(name, None) is None


def test_two_names_of_one_body() -> None:
    assert agree("Sở Du lịch tỉnh Hưng Giang", "Sở Du lịch")
    assert agree("Ủy ban nhân dân xã Bình An", "UBND xã")
    assert agree("TRƯỜNG CAO Đ NG", "Trường Cao đẳng")
    assert not agree("Sở Du lịch", "Trường Mầm non Hoa Ban")


def test_words_of_symbols() -> None:
    assert symbol_words("KH-SYT-CĐN") == ["SYT", "CĐN"]
    assert symbol_words("KH/ĐU") == ["ĐU"]
    assert symbol_words("SYT-NV") == ["SYT"]  # of a letter
    assert symbol_words(None) == []
    assert initials("Trường THPT Đồi Sim") == "tthptds"
    assert has_lost_letters("TRƯỜNG T Ự P ẨM") and not has_lost_letters("SỞ Y TẾ")
    assert is_plain("TRƯỜNG THCS & THPT NÀ SẢN (CS 2)") and not is_plain("TT . s! )")


# ---------------------------------------------------------------- joint plans

JOINT = [
    (
        f"SỞ Y TẾ - CÔNG ĐOÀN NGÀNH Y TẾ\nSố: 5/KH-SYT-CĐN\n{COUNTRY}",
        ["Sở Y tế", "Công đoàn ngành Y tế"],
    ),
    (
        (
            f"UBND TỈNH HƯNG GIANG     {COUNTRY}\nSỞ GIÁO DỤC "
            "VÀ ĐÀO TẠO – CÔNG AN TỈNH\nSố: 5/KHLT-SGDĐT-CAT"
        ),
        ["Sở Giáo dục và Đào tạo tỉnh Hưng Giang", "Công an tỉnh Hưng Giang"],
    ),
    (
        f"ĐẢNG ỦY - HĐND - UBND XÃ BÌNH AN\nSố: 5/KH-ĐU-HĐND-UBND\n{COUNTRY}",
        ["Đảng ủy xã Bình An", "HĐND xã Bình An", "UBND xã Bình An"],
    ),
    (
        f"SỞ Y TẾ          HỘI NÔNG DÂN TỈNH          {COUNTRY}\nSố: 5/KHPH-SYT-HND",
        ["Sở Y tế", "Hội Nông dân tỉnh"],
    ),
    (
        f"SỞ Y TẾ VÀ HỘI NÔNG DÂN TỈNH\nSố: 5/KHPH-SYT-HND\n{COUNTRY}",
        ["Sở Y tế", "Hội Nông dân tỉnh"],
    ),
]
NOT_JOINT = [
    f"BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\nSố: 5/KH-BLĐTBXH\n{COUNTRY}",
    f"VĂN PHÒNG HĐND - UBND HUYỆN NÀ HỲ\nSố: 5/KH-VP\n{COUNTRY}",
    f"ĐÀI PHÁT THANH - TRUYỀN HÌNH\nSố: 5/KH-ĐPTTH\n{COUNTRY}",
    f"TRƯỜNG PTDTNT THCS - THPT NÀ HỲ\nSố: 5/KH-PTDTNT\n{COUNTRY}",
    f"PHÒNG KINH TẾ - HẠ TẦNG\nSố: 5/KH-KTHT\n{COUNTRY}",
]


@pytest.mark.parametrize(("head", "names"), JOINT)
def test_joint_plans(head: str, names: list[str]) -> None:
    plan = headed(head)
    assert [body.name for body in plan.issuing_bodies] == names
    assert plan.issuing_body == plan.issuing_bodies[0]
    assert plan.rows("issuing_bodies")[1]["name"] == names[1]


@pytest.mark.parametrize("head", NOT_JOINT)
def test_plans_of_one_body(head: str) -> None:
    plan = headed(head)
    assert plan.issuing_body is not None and plan.issuing_bodies == ()


def test_a_body_without_a_number_below_it_does_not_run_on_into_place_and_date() -> None:
    plan = parse(
        "TRƯỜNG ĐẠI HỌC SÔNG HẬU\nKHOA ĐIỆN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nThành phố Long Xuyên, ngày 24  tháng 9 năm 2023\n\n"
        "KẾ HOẠCH\nTổ chức lễ trao bằng\n\nI. MỤC ĐÍCH\n1. Tổ chức lễ trang trọng.\n"
    )
    assert plan.issuing_body is not None
    assert plan.issuing_body.name == "KHOA ĐIỆN"
    assert plan.place == "Thành phố Long Xuyên"

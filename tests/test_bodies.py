"""Bodies: at what level they stand, their names out of capitals, completed by the document."""

from __future__ import annotations

import pytest

from vnplan.extract.bodies import (
    as_written,
    complete,
    has_territory,
    issuer_in_preamble,
    read_level,
    starts_body,
    territory,
)
from vnplan.text import read_text
from vnplan.views import lowered

LEVELS = [
    ("Thủ tướng Chính phủ", "central"),
    ("CHÍNH PHỦ", "central"),
    ("Ủy ban Thường vụ Quốc hội", "central"),
    ("Bộ Xây dựng", "ministry"),
    ("BỘ GIAO THÔNG VẬN TẢI", "ministry"),
    ("Tổng cục Thuỷ sản", "ministry"),
    ("Cục Hàng hải", "ministry"),
    ("Vụ Pháp chế", "ministry"),
    ("Văn phòng Chính phủ", "ministry"),
    ("Toà án nhân dân tối cao", "ministry"),
    ("UBND tỉnh Hưng Giang", "province"),
    ("Uỷ ban nhân dân tỉnh Hưng Giang", "province"),
    ("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "province"),
    ("HĐND tỉnh Hưng Giang", "province"),
    ("Tỉnh uỷ Hưng Giang", "province"),
    ("Viện kiểm sát nhân dân tỉnh Hưng Giang", "province"),
    ("TAND tỉnh Hưng Giang", "province"),
    ("Sở Y tế", "department"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO HƯNG GIANG", "department"),
    ("Ban Dân tộc tỉnh", "department"),
    ("Thanh tra tỉnh", "department"),
    ("Văn phòng UBND tỉnh Hưng Giang", "department"),
    ("Công an tỉnh Hưng Giang", "department"),
    ("Bộ Chỉ huy Quân sự tỉnh Hưng Giang", "department"),
    ("UBND huyện Nà Hỳ", "district"),
    ("UBND quận Long Hải", "district"),
    ("Uỷ ban nhân dân thành phố Nà Sản", "district"),  # a city of a province
    ("Uỷ ban nhân dân thị xã Vân Khê", "district"),
    ("Huyện uỷ Nà Hỳ", "district"),
    ("Thành ủy Nà Sản", "district"),
    ("THÀNH ĐOÀN NÀ SẢN", "district"),
    ("Thành ủy Hải Phòng", "province"),
    ("Thành ủy TP.HCM", "province"),
    ("Thành uỷ TPHCM", "province"),
    ("Thành uỷ TP. Cần Thơ", "province"),
    ("Thành ủy", "province"),
    ("Phòng Nội vụ huyện Nà Hỳ", "district"),
    ("Công an huyện Nà Hỳ", "district"),
    ("UBND xã Bình An", "commune"),
    ("UBND PHƯỜNG HOÀ AN", "commune"),
    ("Uỷ ban nhân dân thị trấn Mường Than", "commune"),
    ("UBND đặc khu Cồn Én", "commune"),
    ("Đảng uỷ xã Bình An", "commune"),
    ("Trường Tiểu học Nà Sản", "unit"),
    ("TRƯỜNG MẦM NON HOA BAN", "unit"),
    ("Bệnh viện Đa khoa khu vực Phú An", "unit"),
    ("Trung tâm Y tế huyện Nà Hỳ", "unit"),
    ("Học viện Nông nghiệp", "unit"),
    ("Công ty Điện lực Hưng Giang", "unit"),
    ("Hợp tác xã Rau sạch Bình An", "unit"),
    ("Chi bộ Trường THCS Nà Hỳ", "unit"),
    ("Đảng bộ Bệnh viện Phú An", "unit"),
    ("UBND xã Viên Ngọc", "commune"),
    ("Uỷ ban nhân dân xã Hội Lâm, huyện Nà Hỳ", "commune"),
    ("ỦY BAN NHÂN DÂN XÃ HỘI LÂM", "commune"),
    ("Công an phường Hội Lâm", "commune"),
    ("Hội Nông dân xã Viên Ngọc", "commune"),
    ("Liên minh Hợp tác xã tỉnh Hưng Giang", "province"),
    ("Hội Cựu giáo chức Xã hội học huyện Nà Hỳ", "district"),
]
NO_LEVEL = ["Nguyễn Thị Lan", "Mùa hè xanh", "Hưng Giang", "", "Nội dung", "1"]


@pytest.mark.parametrize(("name", "level"), LEVELS)
def test_levels(name: str, level: str) -> None:
    assert read_level(name) == level
    assert starts_body(lowered(name))


@pytest.mark.parametrize("name", NO_LEVEL)
def test_no_level(name: str) -> None:
    assert read_level(name) is None


TERRITORIES = [
    ("UBND TỈNH HƯNG GIANG", "TỈNH HƯNG GIANG"),
    ("Sở Y tế tỉnh Hưng Giang", "tỉnh Hưng Giang"),
    ("Phòng Nội vụ quận Long Hải", "quận Long Hải"),
    ("UBND xã Viên Ngọc", "xã Viên Ngọc"),
    ("ĐẢNG ỦY XÃ HỘI LÂM", "XÃ HỘI LÂM"),
    ("Trạm Y tế xã Hội Lâm, huyện Nà Hỳ", "xã Hội Lâm, huyện Nà Hỳ"),
    ("Bảo hiểm xã hội huyện Nà Hỳ", "huyện Nà Hỳ"),
]
NO_TERRITORIES = [
    "Sở Y tế",
    "Bộ Xây dựng",
    "Trường Mầm non Hoa Ban",
    "tỉnh",
    "Hợp tác xã Bình An",
    "Ban Quản trị và các xã viên",
    "Ban Văn hóa - Xã hội",
    "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
    "Sở Lao động - Thương binh và Xã Hội",
    "Phòng Lao động - Thương binh và xã Hội",
    "Câu lạc bộ Lái xe tỉnh táo",
    "Nhà hát kịch Công chúa và quận chúa",
    "Bảo tàng phường hội nghề gốm",
    "Ban Quản lý tỉnh lộ 12",
]


@pytest.mark.parametrize(("name", "where"), TERRITORIES)
def test_territory(name: str, where: str) -> None:
    assert territory(name) == where
    assert has_territory(name)


@pytest.mark.parametrize("name", NO_TERRITORIES)
def test_no_territory(name: str) -> None:
    assert territory(name) is None
    assert not has_territory(name)


# name in capitals, what else the document says, name as the record has it
WRITTEN = [
    ("SỞ DU LỊCH", "Sở Du lịch ban hành", "Sở Du lịch"),
    ("BAN QUẢN LÝ CHỢ", "theo Ban Quản lý chợ và các hộ", "Ban Quản lý chợ"),
    ("TRƯỜNG THCS NÀ HỲ", "Trường THCS Nà Hỳ xây dựng", "Trường THCS Nà Hỳ"),
    ("SỞ DU LỊCH", "các đơn vị", "SỞ DU LỊCH"),
    ("SỞ DU LỊCH", "mỗi sở du lịch", "SỞ DU LỊCH"),
    ("ỦY BAN NHÂN DÂN XÃ BÌNH AN", "các thôn", "Ủy ban nhân dân xã Bình An"),
    ("Sở Du lịch", "SỞ DU LỊCH", "Sở Du lịch"),
]


@pytest.mark.parametrize(("name", "words", "expected"), WRITTEN)
def test_a_name_out_of_capitals(name: str, words: str, expected: str) -> None:
    written = as_written(read_text(words), name)
    assert written.casefold() == expected.casefold()
    assert expected.isupper() or written == expected


COMPLETED = [
    ("Sở Du lịch", "Sở Du lịch tỉnh Hưng Giang ban hành", "Sở Du lịch tỉnh Hưng Giang"),
    ("Sở Du lịch", "Sở Du lịch và các huyện", "Sở Du lịch"),
    ("Phòng Y tế", "Giám đốc Phòng Y tế huyện Nà Hỳ, các", "Phòng Y tế huyện Nà Hỳ"),
    ("Sở Du lịch", "Sở Du lịch tỉnh bạn", "Sở Du lịch"),
    (
        "UBND xã Viên Ngọc",
        "xã Viên Ngọc, huyện Nà Hỳ có 9 thôn",
        "UBND xã Viên Ngọc, huyện Nà Hỳ",
    ),
    ("UBND xã Viên Ngọc", "các xã viên, huyện Nà Hỳ", "UBND xã Viên Ngọc"),
]


@pytest.mark.parametrize(("name", "words", "expected"), COMPLETED)
def test_the_fullest_name(name: str, words: str, expected: str) -> None:
    assert complete(read_text(words), name) == expected


ISSUERS = [
    ("Sở Du lịch ban hành Kế hoạch mùa lễ hội như sau:", "Sở Du lịch"),
    ("Căn cứ Luật Du lịch; Sở Du lịch xây dựng Kế hoạch như sau:", "Sở Du lịch"),
    ("UBND xã Bình An xây dựng Kế hoạch trồng cây như sau:", "UBND xã Bình An"),
    ("Để chuẩn bị năm học, Trường Mầm non Hoa Ban lập kế hoạch như sau:", "Trường Mầm non Hoa Ban"),
    (
        "Thực hiện Kế hoạch số 3/KH-SYT của Sở Y tế; Bệnh viện Phú An tổ chức xây dựng Kế hoạch:",
        "Bệnh viện Phú An",
    ),
]
NO_ISSUERS = [
    "Bộ trưởng ban hành Quyết định.",
    "Căn cứ Luật Du lịch;",
    "Thực hiện chỉ đạo của cấp trên.",
    "",
]


@pytest.mark.parametrize(("words", "body"), ISSUERS)
def test_the_issuer_that_the_preamble_names(words: str, body: str) -> None:
    page = read_text(words)
    stated = issuer_in_preamble(page, [(0, len(words))])
    assert stated is not None and page.words(stated.body) == body


@pytest.mark.parametrize("words", NO_ISSUERS)
def test_no_issuer(words: str) -> None:
    assert issuer_in_preamble(read_text(words), [(0, len(words))]) is None

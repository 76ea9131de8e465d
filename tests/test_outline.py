"""The tree of sections: nesting, restarts, jumps and refusals, titles, roles and spans."""

from __future__ import annotations

import pytest

from vnplan.outline import Node, Outline, read_outline
from vnplan.plan import explain, parse
from vnplan.records import Section, walk_sections
from vnplan.roles import read_role
from vnplan.text import Page, read_text
from vnplan.views import folded

HEAD = "KẾ HOẠCH\nPhòng, chống thiên tai năm 2026\n\n"


def outline_of(body: str) -> tuple[Page, Outline]:
    page = read_text(HEAD + body)
    return page, read_outline(page)


def headings(body: str) -> list[str]:
    """Path and title of each section, ``-`` where it is a provision."""
    page, outline = outline_of(body)
    return [f"{n.path} {page.words(n.title) if n.title else '-'}" for n in outline.walk()]


def paths(body: str) -> list[str]:
    return [node.path for node in outline_of(body)[1].walk()]


def texts(body: str) -> dict[str, str]:
    """The text directly under each section, by path."""
    return {path: s.text for path, _, s in walk_sections(parse(HEAD + body).sections)}


def roles(body: str) -> dict[str, str]:
    return {node.path: node.role for node in outline_of(body)[1].walk()}


# ---------------------------------------------------------------- nesting

NESTED = [
    (
        "counted by name: under a heading, with numbers of their own below",
        "I. NHIỆM VỤ\nNhiệm vụ 1: Thuỷ lợi\n1. Nạo vét\n2. Đắp bờ\nNhiệm vụ 2: Giao thông\n"
        "1. Rải đá\nII. GIẢI PHÁP\n1. Chung\n2. Cụ thể\nGiải pháp 1. Về vốn\nGiải pháp 2. Về đất\n"
        "3. Khác",
        [
            "I",
            "I.1",
            "I.1.1",
            "I.1.2",
            "I.2",
            "I.2.1",
            "II",
            "II.1",
            "II.2",
            "II.2.1",
            "II.2.2",
            "II.3",
        ],
    ),
    (
        "decimals under numbers under Roman",
        "I. MỤC TIÊU\n1. Chung\n2. Cụ thể\n2.1. Về đê điều\n2.2. Về hồ đập\nII. KINH PHÍ\n",
        ["I", "I.1", "I.2", "I.2.2.1", "I.2.2.2", "II"],
    ),
    (
        "letters under the number before them",
        "I. NHIỆM VỤ\n1. Trước bão\na) Chằng chống\nb) Sơ tán\n2. Sau bão\na) Dọn dẹp\n",
        ["I", "I.1", "I.1.a", "I.1.b", "I.2", "I.2.a"],
    ),
    (
        "letters under decimals",
        "I. NHIỆM VỤ\n1. Ven biển\n1.1. Tàu cá\na) Kêu gọi tàu\nb) Neo đậu\n1.2. Lồng bè\n",
        ["I", "I.1", "I.1.1.1", "I.1.1.1.a", "I.1.1.1.b", "I.1.1.2"],
    ),
    (
        "three levels of decimals",
        "1. Lúa\n1.1. Vụ xuân\n1.1.1. Giống\n1.1.2. Phân\n1.2. Vụ mùa\n2. Ngô\n",
        ["1", "1.1.1", "1.1.1.1.1.1", "1.1.1.1.1.2", "1.1.2", "2"],
    ),
    (
        "capital letters above Roman",
        "A. ĐÁNH GIÁ\nI. KẾT QUẢ\n1. Tốt\nII. TỒN TẠI\nB. PHƯƠNG HƯỚNG\nI. MỤC TIÊU\n",
        ["A", "A.I", "A.I.1", "A.II", "B", "B.I"],
    ),
    (
        "C after B is a letter, not a hundred",
        "A. ĐÁNH GIÁ\nB. PHƯƠNG HƯỚNG\nI. MỤC TIÊU\nC. KIẾN NGHỊ\nD. PHỤ TRÁCH\n",
        ["A", "B", "B.I", "C", "D"],
    ),
    (
        "I after H is a letter only where H stands",
        "I. KẾT QUẢ\nII. TỒN TẠI\nIII. MỤC TIÊU\nIV. KINH PHÍ\nV. THỰC HIỆN\nVI. KHÁC\n",
        ["I", "II", "III", "IV", "V", "VI"],
    ),
    (
        "parts above Roman",
        "Phần I\nTÌNH HÌNH\nI. ĐẶC ĐIỂM\nPhần II\nNHIỆM VỤ\nI. TRỌNG TÂM\n1. Đê\nII. GIẢI PHÁP\n",
        ["I", "I.I", "II", "II.I", "II.I.1", "II.II"],
    ),
    (
        "parts in words",
        "PHẦN THỨ NHẤT\nTÌNH HÌNH\nI. MƯA\nPHẦN THỨ HAI\nNHIỆM VỤ\nI. ĐÊ\n",
        ["THỨ NHẤT", "THỨ NHẤT.I", "THỨ HAI", "THỨ HAI.I"],
    ),
    (
        "chapters, sections, articles, clauses, points",
        "Chương I\nCHUNG\nĐiều 1. Phạm vi\n1. Đê cấp I.\na) Đê sông;\nb) Đê biển.\n"
        "Điều 2. Nguồn lực\nChương II\nRIÊNG\nMục 1\nHỒ CHỨA\nĐiều 3. Tích nước\n",
        ["I", "I.1", "I.1.1", "I.1.1.a", "I.1.1.b", "I.2", "II", "II.1", "II.1.3"],
    ),
    (
        "numbers in parentheses below letters",
        "1. Nhiệm vụ\na) Trước lũ:\n(1) Rà soát;\n(2) Dự trữ.\nb) Trong lũ:\n(1) Trực.\n",
        ["1", "1.a", "1.a.1", "1.a.2", "1.b", "1.b.1"],
    ),
    (
        "the Vietnamese alphabet has đ and no f",
        "1. Vật tư\na) Rọ\nb) Đá\nc) Bao\nd) Cọc\nđ) Bạt\ne) Phao\ng) Xuồng\n",
        ["1", *(f"1.{letter}" for letter in "abcdđeg")],
    ),
    (
        "the English one as well",
        "1. Vật tư\na) Rọ\nb) Đá\nc) Bao\nd) Cọc\ne) Bạt\nf) Phao\ng) Xuồng\n",
        ["1", *(f"1.{letter}" for letter in "abcdefg")],
    ),
    (
        "capitals of either alphabet, numbers below them",
        "A. CHUNG\n1. Rọ\n2. Đá\nB. RIÊNG\n1. Bao\nC. XE\n1. Tải\nD. MÁY\n1. Nổ\nE. TỔ\n1. Đội\n",
        ["A", "A.1", "A.2", "B", "B.1", "C", "C.1", "D", "D.1", "E", "E.1"],
    ),
    (
        "appendices stand at the top",
        "I. NHIỆM VỤ\n1. Trực\nPHỤ LỤC I\nVẬT TƯ\n1. Rọ\nPHỤ LỤC II\nXE CỘ\n1. Xe tải\n2. Xuồng\n",
        ["I", "I.1", "I#2", "I#2.1", "II", "II.1", "II.2"],
    ),
    (
        "a parenthesis closes a list below one with a stop",
        "1. Trước lũ\n1) Rà soát\n2) Dự trữ\n2. Trong lũ\n1) Trực\n",
        ["1", "1.1", "1.2", "2", "2.1"],
    ),
    (
        "an item's label behind a dash",
        "1. Vật tư\n- a) Rọ thép\n- b) Đá hộc\n2. Xe\n",
        ["1", "1.a", "1.b", "2"],
    ),
    (
        "letters with stops",
        "I. NHIỆM VỤ\na. Trước lũ\nb. Trong lũ\nc. Sau lũ\nII. KINH PHÍ\n",
        ["I", "I.a", "I.b", "I.c", "II"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [x[1:] for x in NESTED], ids=[x[0] for x in NESTED])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["close", "spaced"])
def test_nesting(body: str, expected: list[str], between: str) -> None:
    assert paths(body.replace("\n", between)) == expected


MARKED = [
    (
        "**I. MỤC TIÊU**\n**1. Chung**\n- Một\n**2. Cụ thể**\n**II. KINH PHÍ**\n",
        ["I", "I.1", "I.2", "II"],
    ),
    ("## I. MỤC TIÊU\n### 1. Chung\nMột\n## II. KINH PHÍ\n", ["I", "I.1", "II"]),
    ("I- MỤC TIÊU\n1- Chung\n2- Cụ thể\nII- KINH PHÍ\n", ["I", "I.1", "I.2", "II"]),
    ("I/ MỤC TIÊU\n1/ Chung\n2/ Cụ thể\nII/ KINH PHÍ\n", ["I", "I.1", "I.2", "II"]),
    ("I.MỤC TIÊU\n1.Chung\n2.Cụ thể\nII.KINH PHÍ\n", ["I", "I.1", "I.2", "II"]),
    ("I MỤC TIÊU\n1, Chung\n2, Cụ thể\nII KINH PHÍ\n", ["I", "I.1", "I.2", "II"]),
]


@pytest.mark.parametrize(("body", "expected"), MARKED)
def test_closing_marks_and_markdown(body: str, expected: list[str]) -> None:
    assert paths(body) == expected


KINDS = [
    ("Phần I\nCHUNG\n", "part"),
    ("Chương I\nCHUNG\n", "chapter"),
    ("Mục 1\nCHUNG\n", "section"),
    ("Điều 1. Phạm vi\n", "article"),
    ("I. CHUNG\n", "roman"),
    ("A. CHUNG\n", "letter"),
    ("1. Chung\n", "number"),
    ("1.1. Chung\n", "decimal"),
    ("(1) Chung\n", "number"),
    ("PHỤ LỤC\nVẬT TƯ\n", "appendix"),
]


@pytest.mark.parametrize(("body", "kind"), KINDS)
def test_kinds(body: str, kind: str) -> None:
    [node] = outline_of(body)[1].walk()
    assert node.kind == kind


# ---------------------------------------------------------------- restarts and jumps

ODD = [
    (
        "a list that begins anew under one parent",
        "I. PHÂN CÔNG\nTrước lũ:\n1. Rà soát đê.\n2. Dự trữ đá.\nTrong lũ:\n1. Trực.\n2. Hộ đê.\n",
        ["I", "I.1", "I.2", "I.1#2", "I.2#2"],
    ),
    (
        "II then V",
        "I. MỤC TIÊU\n\nII. NHIỆM VỤ\n\nV. KINH PHÍ\n\nVI. THỰC HIỆN\n",
        ["I", "II", "V", "VI"],
    ),
    (
        "a number left out",
        "I. NHIỆM VỤ\n\n1. Đê điều.\n\n3. Hồ đập.\n\n4. Tàu thuyền.\n",
        ["I", "I.1", "I.3", "I.4"],
    ),
    ("no first number", "I. NHIỆM VỤ\n\n2. Hồ đập.\n\n3. Tàu thuyền.\n", ["I", "I.2", "I.3"]),
    (
        "a label printed twice stays as printed",
        "I. MỤC TIÊU\n\nII. NHIỆM VỤ\n\nII. KINH PHÍ\n\nIII. THỰC HIỆN\n",
        ["I", "II", "II#2", "III"],
    ),
    (
        "a decimal whose number is gone",
        "1. Đê\n1.1. Sông\n1.2. Biển\n2.1. Hồ\n2.2. Đập\n",
        None,
    ),
    (
        "a decimal restarts under the next number",
        "1. Đê\n1.1. Sông\n1.2. Biển\n2. Hồ\n2.1. Lớn\n2.2. Nhỏ\n",
        ["1", "1.1.1", "1.1.2", "2", "2.2.1", "2.2.2"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [x[1:] for x in ODD], ids=[x[0] for x in ODD])
def test_restarts_and_jumps(body: str, expected: list[str] | None) -> None:
    found = paths(body)
    if expected is None:  # where they go is open, but none of them is lost
        assert [path.rpartition(".")[2] for path in found] == ["1", "1", "2", "1", "2"]
    else:
        assert found == expected


def test_an_unlabelled_heading_before_a_restart_belongs_to_the_parent() -> None:
    found = texts(
        "I. PHÂN CÔNG\nTrước mùa lũ:\n1. Rà soát đê.\n2. Dự trữ đá.\nTrong mùa lũ:\n1. Trực.\n"
    )
    assert found["I"] == "Trước mùa lũ:\nTrong mùa lũ:"
    assert found["I.2"] == "Dự trữ đá."


DAMAGED = [
    ("I. MỤC TIÊU\n\nII. NHIỆM VỤ\n\nHI. GIẢI PHÁP\n\nIV. KINH PHÍ\n", ["I", "II", "III", "IV"]),
    ("I. MỤC TIÊU\n\n1I. NHIỆM VỤ\n\nIII. GIẢI PHÁP\n", ["I", "II", "III"]),
    ("I. MỤC TIÊU\n\nII. NHIỆM VỤ\n\nII. GIẢI PHÁP\n\nIV. KINH PHÍ\n", ["I", "II", "III", "IV"]),
    ("1. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n2. Yêu cầu\nII. KINH PHÍ\n", ["I", "I.1", "I.2", "II"]),
    (
        "I. MỘT\n\nII. HAI\n\nIII. BA\n\nIV. BỐN\n\nY. NĂM\n\nVI. SÁU\n",
        ["I", "II", "III", "IV", "V", "VI"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), DAMAGED)
def test_damaged_labels_are_given_as_meant(body: str, expected: list[str]) -> None:
    assert paths(body) == expected
    [doubt] = [d for d in parse(HEAD + body).doubts if d.code == "damaged_label"]
    assert doubt.span is not None


@pytest.mark.parametrize("sign", ["!", "|", "l", "¡", "]", "Ỉ"])
def test_a_sign_that_a_scan_took_for_a_numeral_ends_no_lettered_list(sign: str) -> None:
    assert paths(f"A. CHUNG\n{sign}. Riêng\nB. KINH PHÍ\n")[-1] == "B"


# ---------------------------------------------------------------- refusals

WRAPPED = """\
I. NHIỆM VỤ
1. Các hồ chứa nhỏ do hợp tác xã quản lý được kiểm tra, đánh
giá an toàn và lập phương án ứng phó.
2. Xí nghiệp thuỷ nông cùng các xã ven sông {}
{}
3. Phương tiện, vật tư của từng thôn được kiểm kê và bổ sung
trước mùa mưa bão.
II. KINH PHÍ
"""
# the end of a wrapped line and the beginning of the next one
REFUSED = [
    ("nạo vét xong năm", "2030. Các xã rà soát."),
    ("được hỗ trợ mức", "1.500.000 đồng một ca máy."),
    ("thực hiện từ Quý", "I - II/2026 tại các bãi sông."),
    ("triển khai trong năm", "2026 và các năm sau."),
    ("gọi số máy trực", "02093.111222."),
    ("huy động tối thiểu", "12 xuồng và 40 người."),
    ("thống nhất từ ngày", "15/8/2026 trực ban."),
    ("thực hiện theo đúng", "Phụ lục II kèm theo Kế hoạch này."),
    ("xử lý vi phạm tại", "Điều 7 của Luật này."),
    ("do các tổ trưởng", "T. Hà và T. Nam phụ trách."),
    ("duy tu theo giai đoạn", "5. Riêng công trình xuống cấp thì gia cố ngay."),
    ("sửa chữa cống số", "7. Sau đó bàn giao cho xã."),
]


@pytest.mark.parametrize(("before", "behind"), REFUSED)
def test_false_labels(before: str, behind: str) -> None:
    body = WRAPPED.format(before, behind)
    assert paths(body) == ["I", "I.1", "I.2", "I.3", "II"]
    assert texts(body)["I.2"] == f"Xí nghiệp thuỷ nông cùng các xã ven sông {before} {behind}"


def test_the_preamble_has_no_sections() -> None:
    body = (
        "Căn cứ Quyết định số 8/QĐ-UBND;\nThực hiện Công văn số 2. Sở đề nghị;\n"
        "Uỷ ban nhân dân xã xây dựng Kế hoạch như sau:\nI. MỤC TIÊU\n1. Chung\n"
    )
    assert paths(body) == ["I", "I.1"]


def test_what_stands_after_the_closing_is_no_section_of_the_body() -> None:
    body = (
        "I. NHIỆM VỤ\n1. Trực ban.\n2. Hộ đê./.\n\nNơi nhận:\n- UBND huyện;\n- Lưu: VT.\n\n"
        "TM. UỶ BAN NHÂN DÂN\nCHỦ TỊCH\n\nLò Văn Pản\n"
    )
    assert paths(body) == ["I", "I.1", "I.2"]


# ---------------------------------------------------------------- titles and text

TITLES = [
    ("I. MỤC ĐÍCH, YÊU CẦU\n", "MỤC ĐÍCH, YÊU CẦU", ""),
    ("I. Đối với trạm bơm\n- Trực.\n", "Đối với trạm bơm", "Trực."),
    ("I. KINH PHÍ:\n- Quỹ.\n", "KINH PHÍ", "Quỹ."),
    ("I. KINH PHÍ: Quỹ phòng, chống thiên tai.\n", "KINH PHÍ", "Quỹ phòng, chống thiên tai."),
    (
        "I. Giai đoạn 1 (từ tháng 5 - tháng 6): tu bổ đê, kè.\n",
        "Giai đoạn 1 (từ tháng 5 - tháng 6)",
        "tu bổ đê, kè.",
    ),
    (
        "I. Công tác trực ban: Trực 24/24 giờ khi có bão.\n",
        "Công tác trực ban",
        "Trực 24/24 giờ khi có bão.",
    ),
    ("I. Các xã tự rà soát điểm sạt lở.\n", None, "Các xã tự rà soát điểm sạt lở."),
    (
        "I. Tổ chức trực ban; báo cáo trước 16 giờ hằng ngày.\n",
        None,
        "Tổ chức trực ban; báo cáo trước 16 giờ hằng ngày.",
    ),
    (
        "I. Chủ tịch UBND các xã thực hiện các nhiệm vụ như sau:\n- Trực.\n",
        "Chủ tịch UBND các xã thực hiện các nhiệm vụ như sau",
        "Trực.",
    ),
    (
        "I. Chuẩn bị đủ vật tư, phương tiện, nhân lực như: đá hộc, bao tải, xuồng máy.\n",
        None,
        "Chuẩn bị đủ vật tư, phương tiện, nhân lực như: đá hộc, bao tải, xuồng máy.",
    ),
    (
        "I. Xây dựng hệ thống quản lý theo TCVN ISO 9001:2015 tại trạm.\n",
        None,
        "Xây dựng hệ thống quản lý theo TCVN ISO 9001:2015 tại trạm.",
    ),
    ("I. NHIỆM VỤ TRỌNG TÂM\nNĂM 2026\n- Trực.\n", "NHIỆM VỤ TRỌNG TÂM NĂM 2026", "Trực."),
    ("Phần I\nTÌNH HÌNH MƯA LŨ\n- Mưa.\n", "TÌNH HÌNH MƯA LŨ", "Mưa."),
    ("Phần I\n\nTÌNH HÌNH MƯA LŨ\n\n- Mưa.\n", "TÌNH HÌNH MƯA LŨ", "Mưa."),
    ("PHẦN I: TÌNH HÌNH MƯA LŨ\n- Mưa.\n", "TÌNH HÌNH MƯA LŨ", "Mưa."),
    ("**I. Nguồn lực**\n- Quỹ.\n", "Nguồn lực", "Quỹ."),
    ("## I. Nguồn lực\n- Quỹ.\n", "Nguồn lực", "Quỹ."),
    ("**I.** **Nguồn lực:** Quỹ.\n", "Nguồn lực", "Quỹ."),
    ("I. Nguồn lực\n+ Quỹ;\n* Vốn;\n• Vay.\n", "Nguồn lực", "Quỹ;\nVốn;\nVay."),
    # a colon in parentheses parts nothing
    (
        "I. Tổ ca nô (tổ trưởng: anh Đoan)\n- Anh Mạo.\n",
        "Tổ ca nô (tổ trưởng: anh Đoan)",
        "Anh Mạo.",
    ),
    ("I. Tổ ca nô (02 chiếc): trực ở bến.\n", "Tổ ca nô (02 chiếc)", "trực ở bến."),
    ("I. Tổ ca nô: trực (ca đêm: 4 người).\n", "Tổ ca nô", "trực (ca đêm: 4 người)."),
]


@pytest.mark.parametrize(("body", "title", "text"), TITLES)
def test_titles_and_text(body: str, title: str | None, text: str) -> None:
    [section] = parse(HEAD + body).sections
    assert section.title == title
    assert section.text == text


def test_a_heading_of_the_article_below_a_chapter_is_its_title() -> None:
    found = headings("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi áp dụng\nKế hoạch áp dụng ở xã.\n")
    assert found == ["I QUY ĐỊNH CHUNG", "I.1 Phạm vi áp dụng"]


def test_text_is_what_stands_directly_under_a_section() -> None:
    found = texts(
        "I. NHIỆM VỤ\nCác xã tập trung vào hai việc:\n1. Đê điều\n- Rà soát kè;\n- Đắp ụ.\n"
        "2. Tàu cá\nKêu gọi tàu vào bờ.\n"
    )
    assert found == {
        "I": "Các xã tập trung vào hai việc:",
        "I.1": "Rà soát kè;\nĐắp ụ.",
        "I.2": "Kêu gọi tàu vào bờ.",
    }


def test_the_closing_paragraph_belongs_to_the_last_section_of_the_top_level() -> None:
    closing = (
        "Trên đây là Kế hoạch phòng, chống thiên tai, yêu cầu các thôn thực hiện nghiêm túc./."
    )
    found = texts(f"I. NHIỆM VỤ\n1. Đê\nII. THỰC HIỆN\n1. Đội xung kích trực đê.\n{closing}\n")
    assert found["II"] == closing
    assert found["II.1"] == "Đội xung kích trực đê."


def test_the_closing_paragraph_stands_behind_the_children() -> None:
    body = "I. THỰC HIỆN\n1. Đội xung kích trực đê.\n2. Trạm bơm vận hành.\n"
    closing = "Quá trình thực hiện có vướng mắc, đề nghị các thôn báo cáo UBND xã./."
    [section] = parse(HEAD + body + closing + "\n").sections
    assert section.text == closing
    assert [child.text for child in section.children] == [
        "Đội xung kích trực đê.",
        "Trạm bơm vận hành.",
    ]


# ---------------------------------------------------------------- decisions, appendices

DECISION = """\
ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN VÂN HÀ Độc lập - Tự do - Hạnh phúc

QUYẾT ĐỊNH
Ban hành Kế hoạch bảo vệ rừng năm 2019

Căn cứ Luật Lâm nghiệp;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch bảo vệ rừng năm 2019.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. Hạt Kiểm lâm và các xã chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.

CHỦ TỊCH

Giàng Seo Páo

KẾ HOẠCH
Bảo vệ rừng năm 2019
(Ban hành kèm theo Quyết định số 15/QĐ-UBND)

I. MỤC TIÊU
1. Giữ vững độ che phủ.
II. NHIỆM VỤ
1. Tuần tra rừng.
"""


def test_a_decision_with_its_plan() -> None:
    plan = parse(DECISION)
    assert plan.kind == "decision_with_plan"
    assert [(path, s.kind) for path, s in plan.walk()] == [
        ("1", "article"),
        ("2", "article"),
        ("3", "article"),
        ("I", "roman"),
        ("I.1", "number"),
        ("II", "roman"),
        ("II.1", "number"),
    ]


DOCUMENT_KINDS = [
    (HEAD + "I. MỤC TIÊU\n1. Chung\n", "plan"),
    ("KẾ HOẠCH LIÊN TỊCH\nPhối hợp dạy bơi hè 2017\nI. NỘI DUNG\n", "plan"),
    (DECISION, "decision_with_plan"),
    (
        "QUYẾT ĐỊNH\nVề việc bổ nhiệm kế toán trưởng\nĐiều 1. Bổ nhiệm bà Hà.\n"
        "Điều 2. Bà Hà thi hành Quyết định này.\n",
        "other",
    ),
    ("THÔNG BÁO\nLịch cúp nước tuần 12\n1. Thứ Hai: khu A.\n", "other"),
    ("Chúc mừng năm mới!", "other"),
    ("", "other"),
    (
        "Trồng rừng gỗ lớn\n\nNgày 02/3/2021, Bộ Nông nghiệp ban hành Quyết định số 12/QĐ-BNN về "
        "Kế hoạch trồng rừng gỗ lớn.\n\nMục tiêu là gì?\n\n1. Trồng 5.000 ha keo.\n",
        "article",
    ),
]


@pytest.mark.parametrize(("text", "kind"), DOCUMENT_KINDS)
def test_the_kind_of_a_document(text: str, kind: str) -> None:
    assert parse(text).kind == kind


ATTACHMENT = """\
I. NHIỆM VỤ
1. Trực ban.
2. Hộ đê./.

Nơi nhận:
- UBND huyện;
- Lưu: VT.

CHỦ TỊCH

Lò Văn Pản

DANH SÁCH ĐỘI XUNG KÍCH
(Kèm theo Kế hoạch số 5/KH-UBND)

1. Thôn Nà Lốc
2. Thôn Nà Pán
"""


def test_an_unnumbered_attachment_has_no_label() -> None:
    assert paths(ATTACHMENT) == ["I", "I.1", "I.2", "", ".1", ".2"]
    plan = parse(HEAD + ATTACHMENT)
    assert plan.sections[-1].kind == "appendix"
    assert plan.sections[-1].title == "DANH SÁCH ĐỘI XUNG KÍCH"


def test_a_numbered_appendix_behind_the_closing() -> None:
    body = ATTACHMENT.replace("DANH SÁCH", "PHỤ LỤC I\nDANH SÁCH")
    assert headings(body)[3] == "I#2 DANH SÁCH ĐỘI XUNG KÍCH"
    assert paths(body)[3:] == ["I#2", "I#2.1", "I#2.2"]


# ---------------------------------------------------------------- roles

# a heading of the top level, and its role
ROLES = [
    ("MỤC ĐÍCH, YÊU CẦU", "purpose"),
    ("Mục đích, ý nghĩa", "purpose"),
    ("YÊU CẦU", "requirement"),
    ("ĐẶT VẤN ĐỀ", "other"),
    ("KIỂM ĐIỂM CÔNG TÁC THÁNG 5", "other"),
    ("THỰC TRẠNG NGHỀ DỆT", "other"),
    ("Nguyên tắc thực hiện", "requirement"),
    ("QUAN ĐIỂM CHỈ ĐẠO", "requirement"),
    ("MỤC TIÊU CHUNG", "target"),
    ("MỘT SỐ CHỈ TIÊU CHỦ YẾU", "target"),
    ("ĐỐI TƯỢNG, PHẠM VI", "audience"),
    ("Thành phần tham dự", "audience"),
    ("NỘI DUNG THI ĐUA", "content"),
    ("NHIỆM VỤ TRỌNG TÂM", "content"),
    ("CÁC NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU", "content"),
    ("TIÊU CHÍ BÌNH CHỌN", "criteria"),
    ("KHEN THƯỞNG", "award"),
    ("HÌNH THỨC VÀ TIÊU CHUẨN KHEN THƯỞNG", "award"),
    ("CƠ CẤU GIẢI THƯỞNG", "award"),
    ("THỜI GIAN, ĐỊA ĐIỂM", "timeline"),
    ("TIẾN ĐỘ THỰC HIỆN", "timeline"),
    ("LỘ TRÌNH", "timeline"),
    ("GIẢI PHÁP", "solution"),
    ("BIỆN PHÁP THỰC HIỆN", "solution"),
    ("KINH PHÍ THỰC HIỆN", "funding"),
    ("TỔ CHỨC THỰC HIỆN", "implementation"),
    ("PHÂN CÔNG NHIỆM VỤ", "implementation"),
    ("TRÁCH NHIỆM CỦA CÁC ĐƠN VỊ", "implementation"),
    ("CHẾ ĐỘ BÁO CÁO", "reporting"),
    ("THÔNG TIN, BÁO CÁO", "reporting"),
    ("TÌNH HÌNH CHUNG", "other"),
    ("YÊU CÀU", "requirement"),  # of a scan
]


@pytest.mark.parametrize(("title", "role"), ROLES)
def test_roles_of_headings(title: str, role: str) -> None:
    assert roles(f"I. {title}\n- Đội xung kích trực đê.\n") == {"I": role}


def test_children_inherit_unless_theirs_is_more_specific() -> None:
    found = roles(
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Hạn chế thiệt hại.\n2. Yêu cầu\n- Kịp thời.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Đội xung kích\na) Trực đê.\nb) Hộ đê.\n2. Kinh phí\n- Quỹ.\n"
    )
    assert found == {
        "I": "purpose",
        "I.1": "purpose",
        "I.2": "requirement",
        "II": "implementation",
        "II.1": "implementation",
        "II.1.a": "implementation",
        "II.1.b": "implementation",
        "II.2": "funding",
    }


NO_ROLE_BELOW_THE_TOP = [
    "Công tác kiểm tra tiến độ tu bổ",
    "Bộ phận phụ trách khen thưởng",
    "Phòng Tài chính theo dõi kinh phí",
]


@pytest.mark.parametrize("title", NO_ROLE_BELOW_THE_TOP)
def test_a_word_deep_in_a_heading_below_the_top_is_no_role(title: str) -> None:
    bare = folded(title)
    assert read_role(bare, 0, len(bare), top=False) is None


def test_a_provision_names_no_role() -> None:
    found = roles("I. NHIỆM VỤ\n1. Kinh phí tu bổ đê được các xã quyết toán trong tháng 12.\n")
    assert found["I.1"] == "content"


# ---------------------------------------------------------------- spans

DEEP = """\
I. NHIỆM VỤ
Hai việc:
1. Đê điều
a) Rà soát kè;
b) Đắp ụ.
2. Tàu cá
- Kêu gọi tàu
vào bờ.
II. KINH PHÍ
Từ Quỹ.
"""


def span_words(body: str) -> dict[str, str]:
    plan = parse(HEAD + body)
    assert plan.text is not None
    return {path: plan.text[slice(*section.span)] for path, section in plan.walk()}


def test_spans_run_from_the_first_letter_to_the_end_of_the_last_child() -> None:
    assert span_words(DEEP) == {
        "I": DEEP[3 : DEEP.index("\nII.")],
        "I.1": "Đê điều\na) Rà soát kè;\nb) Đắp ụ.",
        "I.1.a": "Rà soát kè;",
        "I.1.b": "Đắp ụ.",
        "I.2": "Tàu cá\n- Kêu gọi tàu\nvào bờ.",
        "II": "KINH PHÍ\nTừ Quỹ.",
    }


def test_label_spans_are_where_the_label_stands() -> None:
    plan = parse(HEAD + DEEP)
    assert plan.text is not None
    for _, section in plan.walk():
        assert plan.text[slice(*section.label_span)] == section.label
        assert section.label_span[1] <= section.span[0]


def assert_tiled(sections: tuple[Section, ...], start: int, end: int) -> None:
    at = start
    for section in sections:
        assert at <= section.label_span[0] <= section.label_span[1] <= section.span[0]
        assert section.span[0] <= section.span[1] <= end
        at = section.span[1]
        assert all(section.span[0] <= child.span[0] for child in section.children)
        assert_tiled(section.children, section.label_span[1], section.span[1])


ALL_BODIES = [
    DEEP,
    WRAPPED,
    ATTACHMENT,
    DECISION,
    *(x[1] for x in NESTED),
    *(x[1] for x in ODD),
    *(x[0] for x in DAMAGED),
]


@pytest.mark.parametrize("body", ALL_BODIES)
def test_sections_tile_in_order(body: str) -> None:
    plan = parse(HEAD + body)
    assert plan.text is not None
    assert_tiled(plan.sections, 0, len(plan.text))


# ---------------------------------------------------------------- why


@pytest.mark.parametrize("body", ALL_BODIES)
def test_every_line_has_a_reason(body: str) -> None:
    text = HEAD + body
    rows = explain(text)
    lines = text.split("\n")
    assert [number for number, _, _ in rows] == [
        i for i, line in enumerate(lines, 1) if line.strip()
    ]
    for number, reason, words in rows:
        assert reason
        assert words == lines[number - 1].strip()


REASONS = [
    ("I. NHIỆM VỤ", "first of a list"),
    ("II. KINH PHÍ", "next after I"),
    ("1. Đê điều", "first of a list"),
    ("- Kêu gọi tàu", "item"),
    ("vào bờ.", "goes on"),
    ("KẾ HOẠCH", "letterhead or preamble"),
]


@pytest.mark.parametrize(("line", "reason"), REASONS)
def test_reasons(line: str, reason: str) -> None:
    told = {words: why for _, why, words in explain(HEAD + DEEP)}
    assert told[line] == reason


def test_reasons_of_odd_lines() -> None:
    told = {
        words: why
        for _, why, words in explain(
            HEAD + "I. NHIỆM VỤ\n1. Trực đê theo lịch,\n\n2\n\nkể cả ngày lễ.\n9. Lạc loài.\n"
            "IV. KINH PHÍ\n2.1. Quỹ\n\nNơi nhận:\n- Lưu: VT.\n"
        )
    }
    assert told["2"] == "page number"
    assert told["kể cả ngày lễ."] == "goes on"
    assert told["9. Lạc loài."] == "label refused: out of sequence"
    assert told["IV. KINH PHÍ"] == "IV after I"
    assert told["Nơi nhận:"] == "closing block"


def test_nodes_know_their_depth() -> None:
    _, outline = outline_of(DEEP)
    assert [(n.path, n.depth) for n in outline.walk()][:4] == [
        ("I", 0),
        ("I.1", 1),
        ("I.1.a", 2),
        ("I.1.b", 2),
    ]
    assert isinstance(outline.nodes[0], Node)


def test_articles_of_a_decision_that_holds_its_plan_are_its_sections() -> None:
    _, outline = outline_of(
        "QUYẾT ĐỊNH\nPhê duyệt Kế hoạch trồng rừng năm 2024\n\n"
        "Điều 1. Phê duyệt Kế hoạch trồng rừng năm 2024 với các nội dung sau:\n"
        "1. Ươm giống\na) Thu hái hạt trước ngày 30/3/2024.\n"
        "2. Bảo vệ rừng\na) Tuần tra mỗi tuần.\n"
        "Điều 2. Tiến độ thực hiện\n1. Tháng 3: ươm hạt.\n"
        "Điều 3. Kinh phí\nChi từ ngân sách huyện.\n"
        "Điều 4. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )
    tops = [(node.label, node.role) for node in outline.nodes]
    assert tops == [("1", "content"), ("2", "timeline"), ("3", "funding"), ("4", "other")]
    assert [child.role for child in outline.nodes[0].children] == ["content", "content"]


def test_articles_of_a_decision_beside_its_plan_are_its_formulas() -> None:
    _, outline = outline_of(
        "QUYẾT ĐỊNH\nBan hành Kế hoạch trồng rừng năm 2024\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng năm 2024.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )
    assert [node.role for node in outline.nodes] == ["other", "other"]


def test_headings_without_labels_are_sections_where_none_has_one() -> None:
    body = (
        "Mục đích, yêu cầu\n- Giữ nghề đan lát.\nNgười tham dự\n- Thợ đan các thôn.\n"
        "Nội dung thực hiện:\n- Mở lớp dạy nghề.\n"
        "1. Lớp tre.\n2. Lớp mây.\nKinh phí\nChi từ quỹ của xã.\n"
        "Tổ chức thực hiện\n- Các thôn cử người học.\n"
    )
    outline = outline_of(body)[1]
    assert [node.role for node in outline.nodes] == [
        "purpose", "content", "content", "funding", "implementation",
    ]  # fmt: skip
    assert [child.label for child in outline.nodes[2].children] == ["1", "2"]
    marked = "❖ NỘI DUNG\n• Mở lớp dạy nghề.\n❖ PHÂN CÔNG\n• Các thôn cử người học.\n"
    assert [node.role for node in outline_of(marked)[1].nodes] == ["content", "implementation"]


def bare(body: str) -> list[str]:
    page, outline = outline_of(body)
    return [page.words(node.title) for node in outline.nodes if node.title is not None]


def test_a_remark_in_parentheses_ends_a_heading_in_capitals() -> None:
    body = (
        "NỘI DUNG\n- Mở lớp.\nTIÊU CHÍ BÌNH CHỌN (tối đa 50 điểm)\n- Nan đều.\nKINH PHÍ\n- Quỹ.\n"
    )
    assert bare(body) == ["NỘI DUNG", "TIÊU CHÍ BÌNH CHỌN (tối đa 50 điểm)", "KINH PHÍ"]
    for line in ("Tiêu chí bình chọn (tối đa 50 điểm)", "TIÊU CHÍ (tối đa 50 điểm) do xã chấm"):
        assert bare(body.replace("TIÊU CHÍ BÌNH CHỌN (tối đa 50 điểm)", line)) == [
            "NỘI DUNG", "KINH PHÍ",
        ]  # fmt: skip


def test_a_line_in_small_letters_is_no_heading_beside_headings_in_capitals() -> None:
    body = (
        "NỘI DUNG\n- Mở lớp.\nKHEN THƯỞNG\nMỗi vụ\n- Giấy khen của xã cho hai thợ giỏi.\n"
        "KINH PHÍ\n- Quỹ.\n"
    )
    assert bare(body) == ["NỘI DUNG", "KHEN THƯỞNG", "KINH PHÍ"]
    assert bare(body.replace("Mỗi vụ", "TRƯNG BÀY")) == [
        "NỘI DUNG", "KHEN THƯỞNG", "TRƯNG BÀY", "KINH PHÍ",
    ]  # fmt: skip
    small = body.replace("NỘI DUNG", "Nội dung").replace("KHEN THƯỞNG", "Khen thưởng")
    assert bare(small) == ["Nội dung", "Khen thưởng", "Mỗi vụ", "KINH PHÍ"]


def test_words_between_labelled_sections_are_no_headings() -> None:
    body = (
        "I. NHIỆM VỤ\nNội dung\n- Mở lớp.\nKinh phí\n- Chi từ quỹ.\nII. TỔ CHỨC THỰC HIỆN\n- Xã.\n"
    )
    assert [node.label for node in outline_of(body)[1].nodes] == ["I", "II"]
    lone = "Nội dung\n- Mở lớp.\n- Thời gian: tháng 5.\n"  # one is not enough
    assert [node.label for node in outline_of(lone)[1].nodes] == []

"""Labels inside a line: plans that were flattened to a few paragraphs, and what is no label."""

from __future__ import annotations

from itertools import pairwise

import pytest

from vnplan.inline import find_inline
from vnplan.plan import explain, parse
from vnplan.text import read_text
from vnplan.views import plain_signs


def parted(text: str) -> list[str]:
    """The stretches of a text between its line ends and the labels inside its lines."""
    signs = plain_signs(text)
    cuts = find_inline(signs)
    edges = [0, *cuts, len(text)]
    pieces = (text[a:b] for a, b in pairwise(edges))
    return [line.strip() for piece in pieces for line in piece.split("\n") if line.strip()]


EXAMPLES = [
    # Roman, then numbers, then letters and bullets, all in one line
    (
        "Xã xây dựng kế hoạch như sau: I. MỤC TIÊU 1. Nâng cao ý thức giữ nước. 2. Đủ nước tưới "
        "cho 40 ha chè. II. NHIỆM VỤ 1. Tuyên truyền a) Đài truyền thanh phát tin hằng tuần; "
        "b) Các thôn họp dân. 2. Nạo vét kênh. III. TỔ CHỨC THỰC HIỆN - Các thôn triển khai; "
        "- Văn phòng đôn đốc./. Nơi nhận: - Như trên; - Lưu: VT.",
        [
            "Xã xây dựng kế hoạch như sau:",
            "I. MỤC TIÊU",
            "1. Nâng cao ý thức giữ nước.",
            "2. Đủ nước tưới cho 40 ha chè.",
            "II. NHIỆM VỤ",
            "1. Tuyên truyền",
            "a) Đài truyền thanh phát tin hằng tuần;",
            "b) Các thôn họp dân.",
            "2. Nạo vét kênh.",
            "III. TỔ CHỨC THỰC HIỆN",
            "- Các thôn triển khai;",
            "- Văn phòng đôn đốc./.",
            "Nơi nhận:",
            "- Như trên;",
            "- Lưu: VT.",
        ],
    ),
    # a quarter that is no label, dashes inside titles and bullets behind them
    (
        "I. MỤC ĐÍCH - YÊU CẦU Giữ đê trong Quý I. II. TRÁCH NHIỆM + Tổ 1: Canh cống.",
        [
            "I. MỤC ĐÍCH - YÊU CẦU",
            "Giữ đê trong Quý I.",
            "II. TRÁCH NHIỆM",
            "+ Tổ 1: Canh cống.",
        ],
    ),
    # numbers and decimals
    (
        "Trường tổ chức như sau: 1. Mục đích: Khơi dậy niềm vui đọc. 2. Nội dung 2.1. Tổ thư viện "
        "chọn sách. 2.2. Giáo viên hướng dẫn. 3. Kinh phí: Quỹ khuyến học.",
        [
            "Trường tổ chức như sau:",
            "1. Mục đích: Khơi dậy niềm vui đọc.",
            "2. Nội dung",
            "2.1. Tổ thư viện chọn sách.",
            "2.2. Giáo viên hướng dẫn.",
            "3. Kinh phí: Quỹ khuyến học.",
        ],
    ),
    # a line for each part, their labels inside
    (
        "I. YÊU CẦU 1. An toàn tuyệt đối. 2. Đúng giờ.\nII. NHIỆM VỤ 1. Đội bảo vệ kiểm tra bình.\n"
        "III. KINH PHÍ Lấy từ nguồn chi thường xuyên.",
        [
            "I. YÊU CẦU",
            "1. An toàn tuyệt đối.",
            "2. Đúng giờ.",
            "II. NHIỆM VỤ",
            "1. Đội bảo vệ kiểm tra bình.",
            "III. KINH PHÍ",
            "Lấy từ nguồn chi thường xuyên.",
        ],
    ),
    # hard wraps between and inside the items
    (
        "Chi cục xây dựng kế hoạch với các nội dung sau: 1. Tiêm phòng cho đàn\n"
        "trâu bò đợt hai. 2. Phun khử trùng chợ gia súc mỗi phiên. 3. Lấy mẫu\n"
        "gửi xét nghiệm.",
        [
            "Chi cục xây dựng kế hoạch với các nội dung sau:",
            "1. Tiêm phòng cho đàn",
            "trâu bò đợt hai.",
            "2. Phun khử trùng chợ gia súc mỗi phiên.",
            "3. Lấy mẫu",
            "gửi xét nghiệm.",
        ],
    ),
    # letters above Roman numbers
    (
        "… như sau: A. NHỮNG VIỆC CHUNG I. Tuyên truyền: Treo 12 pa nô. II. Vệ sinh: Quét chợ. "
        "B. NHỮNG VIỆC RIÊNG I. Chợ Mới: Lắp đèn. II. Chợ Cũ: Sửa mái.",
        [
            "… như sau:",
            "A. NHỮNG VIỆC CHUNG",
            "I. Tuyên truyền: Treo 12 pa nô.",
            "II. Vệ sinh: Quét chợ.",
            "B. NHỮNG VIỆC RIÊNG",
            "I. Chợ Mới: Lắp đèn.",
            "II. Chợ Cũ: Sửa mái.",
        ],
    ),
    # a slash, no blank behind the sign, a citation and a quarter at the end of an item
    (
        "Nội dung cụ thể: 1/Rà soát hộ nghèo theo Điều 5. 2/Cấp thẻ bảo hiểm trong Quý I. "
        "3/Thăm hộ neo đơn ngày 27/7.",
        [
            "Nội dung cụ thể:",
            "1/Rà soát hộ nghèo theo Điều 5.",
            "2/Cấp thẻ bảo hiểm trong Quý I.",
            "3/Thăm hộ neo đơn ngày 27/7.",
        ],
    ),
    # articles, whose clauses stand on the line of the heading
    (
        "Điều 3. Trách nhiệm của các thôn\n1. Trực đê. 2. Báo tin. 3. Sơ tán dân.",
        ["Điều 3. Trách nhiệm của các thôn", "1. Trực đê.", "2. Báo tin.", "3. Sơ tán dân."],
    ),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_lists_inside_a_line(text: str, expected: list[str]) -> None:
    assert parted(text) == expected


REFUSED = [
    "Hoàn thành việc cấp thẻ trong Quý I. Các thôn báo cáo trong Quý II. Văn phòng tổng hợp.",
    "Các đơn vị thực hiện theo Điều 5. 1. Thẩm quyền thuộc Sở. 2. Hồ sơ gồm đơn.",
    "Trồng cây theo Điều 5 và khoản 2. Cây trồng phải còn sống.",
    "Theo khoản 1. Điều 7 và khoản 2. Điều 9 của Nghị định.",
    "Khai mạc tại Hội trường Quận 1. Bế mạc tại Phường 2. Xe đón lúc 7h.",
    "Ngày 20. 10. 2025 tổ chức mít tinh, ngày 21. 11. 2025 tổng kết.",
    "Đại hội lần thứ I. Nghị quyết của Đại hội lần thứ II. Các chi bộ học tập.",
    "Liên hệ ông Bùi Văn A. Điện thoại 0912 345 678, bà Hà Thị B. Phòng 2.",
    "Hồ sơ gồm: a) Đơn đề nghị; b) Bản sao bằng; c) Ảnh 4x6.",
    "Kinh phí gồm: 1) Chi in ấn; 2) Chi nước uống.",
    "Tăng cường kiểm tra. 2. Xử lý nghiêm vi phạm.",
    "I. MỤC ĐÍCH\n1. Giữ rừng.\n2. Giữ nước.\nII. YÊU CẦU\n- Đúng quy định.",
    "| 1. Tưới cây. 2. Tỉa cành. | Tổ cây xanh. 1. Sáng 2. Chiều | Hằng ngày |",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_list_inside_a_line(text: str) -> None:
    assert find_inline(plain_signs(text)) == []


FLAT = (
    "KẾ HOẠCH\nPhòng, chống hạn mùa khô năm 2025\n\n"
    "Ủy ban nhân dân xã ban hành Kế hoạch như sau: I. NHIỆM VỤ 1. Ban Nông nghiệp kiểm tra các hồ "
    "trước ngày 10/3/2025. 2. Các thôn nạo vét kênh trong Quý I. II. TỔ CHỨC THỰC HIỆN "
    "- Trưởng các thôn triển khai. - Văn phòng theo dõi, báo cáo./.\n"
)


def test_a_flattened_plan_has_its_sections_and_duties() -> None:
    plan = parse(FLAT)
    assert plan.text == FLAT
    assert [(path, section.title) for path, section in plan.walk()] == [
        ("I", "NHIỆM VỤ"),
        ("I.1", None),
        ("I.2", None),
        ("II", "TỔ CHỨC THỰC HIỆN"),
    ]
    assert [(duty.section, duty.text) for duty in plan.obligations] == [
        ("I.1", "Ban Nông nghiệp kiểm tra các hồ trước ngày 10/3/2025."),
        ("I.2", "Các thôn nạo vét kênh trong Quý I."),
        ("II", "Trưởng các thôn triển khai."),
        ("II", "Văn phòng theo dõi, báo cáo./."),
    ]
    for duty in plan.obligations:
        assert FLAT[slice(*duty.span)] == duty.text


def test_the_same_plan_on_lines_of_its_own_gives_the_same() -> None:
    flat = parse(FLAT)
    signs = plain_signs(FLAT)
    lines = list(FLAT)
    for cut in find_inline(signs):
        lines[cut - 1] = "\n"
    plan = parse("".join(lines))
    assert plan.sections == flat.sections
    assert plan.obligations == flat.obligations


def test_the_views_keep_their_length() -> None:
    page = read_text(FLAT)
    assert {len(page.work), len(page.low), len(page.bare), len(page.shown)} == {len(FLAT)}
    assert "như sau:\nI. NHIỆM VỤ\n1. Ban Nông nghiệp" in page.work


def test_every_line_has_one_reason_still() -> None:
    assert [number for number, _, _ in explain(FLAT)] == [1, 2, 4]


@pytest.mark.parametrize("piece", ["1. Lập. ", "I. LẬP 1. Lập. ", "a) Lập; ", "Điều 5. 1. Lập. "])
def test_time_grows_with_the_length(piece: str) -> None:
    assert len(find_inline(piece * 30_000)) <= 200

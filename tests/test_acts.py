"""The single acts of a provision: clauses, and coordinated verbs with objects of their own."""

from __future__ import annotations

import pytest

from vnplan.extract.acts import act_spans
from vnplan.plan import parse
from vnplan.text import read_text


def acts_of(words: str) -> list[str]:
    page = read_text(words)
    return [page.words(span) for span in act_spans(page, 0, len(page.text))]


EXAMPLES = [
    # one
    ("Tổ chức tập huấn cho giáo viên.", ["Tổ chức tập huấn cho giáo viên"]),
    ("Mua 200 đầu sách mới", ["Mua 200 đầu sách mới"]),
    # parted by semicolons and sentence ends
    (
        "Kiểm kê kho sách; tu bổ sách hỏng; lập danh mục.",
        ["Kiểm kê kho sách", "tu bổ sách hỏng", "lập danh mục"],
    ),
    (
        "Kiểm kê kho sách. Tu bổ sách hỏng.",
        ["Kiểm kê kho sách", "Tu bổ sách hỏng"],
    ),
    (
        "Kiểm kê kho sách trong tháng 5; báo cáo UBND xã trước ngày 01/6./.",
        ["Kiểm kê kho sách trong tháng 5", "báo cáo UBND xã trước ngày 01/6"],
    ),
    # coordinated verbs with objects of their own
    (
        "Xây dựng tủ sách lớp học, tổ chức ngày hội đọc sách.",
        ["Xây dựng tủ sách lớp học", "tổ chức ngày hội đọc sách"],
    ),
    (
        "Lập danh mục sách và báo cáo Phòng Giáo dục.",
        ["Lập danh mục sách", "báo cáo Phòng Giáo dục"],
    ),
    (
        "Rà soát máy tính cũ, thay thế máy hỏng và cài đặt phần mềm thư viện.",
        ["Rà soát máy tính cũ", "thay thế máy hỏng", "cài đặt phần mềm thư viện"],
    ),
    (
        "Lập kế hoạch kiểm tra; đồng thời công khai kết quả.",
        ["Lập kế hoạch kiểm tra", "đồng thời công khai kết quả"],
    ),
    # verbs that share one object
    (
        "Rà soát, bổ sung, hoàn thiện nội quy thư viện.",
        ["Rà soát, bổ sung, hoàn thiện nội quy thư viện"],
    ),
    (
        "Xây dựng và ban hành nội quy phòng đọc.",
        ["Xây dựng và ban hành nội quy phòng đọc"],
    ),
    (
        "Tiếp tục duy trì, phát triển câu lạc bộ bạn đọc.",
        ["Tiếp tục duy trì, phát triển câu lạc bộ bạn đọc"],
    ),
    # a verb that waits for the object behind the comma
    (
        "Đề nghị Sở Văn hoá sửa đổi, bổ sung nội quy thư viện.",
        ["Đề nghị Sở Văn hoá sửa đổi, bổ sung nội quy thư viện"],
    ),
    (
        "Cử thủ thư đi học tập, quán triệt quy chế mới.",
        ["Cử thủ thư đi học tập, quán triệt quy chế mới"],
    ),
    (
        "Cán bộ thư viện thương lượng, ký kết hợp đồng mua sách.",
        ["Cán bộ thư viện thương lượng, ký kết hợp đồng mua sách"],
    ),
    (
        "Công bố danh mục sách đã được phê duyệt, niêm yết nội quy phòng đọc.",
        ["Công bố danh mục sách đã được phê duyệt", "niêm yết nội quy phòng đọc"],
    ),
    (
        "Báo số sách hỏng ngay sau khi kiểm kê, báo cáo định kỳ số sách mất.",
        ["Báo số sách hỏng ngay sau khi kiểm kê", "báo cáo định kỳ số sách mất"],
    ),
    (
        "Thực hiện chế độ báo cáo, cập nhật số lượt mượn.",
        ["Thực hiện chế độ báo cáo", "cập nhật số lượt mượn"],
    ),
    (
        "Đặt hòm thư góp ý, mở hòm thư mỗi tuần.",
        ["Đặt hòm thư góp ý", "mở hòm thư mỗi tuần"],
    ),
    (
        "Cho các em tự thiết kế, đồng thời treo bìa sách đẹp.",
        ["Cho các em tự thiết kế", "treo bìa sách đẹp"],
    ),
    # how often stands before verbs that share an object
    (
        "Hằng tháng tổ chức kiểm tra, nhắc nhở bạn đọc trả sách.",
        ["Hằng tháng tổ chức kiểm tra, nhắc nhở bạn đọc trả sách"],
    ),
    (
        "Kiểm kê kho sách; định kỳ hằng quý tổng hợp, báo cáo số lượt mượn.",
        ["Kiểm kê kho sách", "định kỳ hằng quý tổng hợp, báo cáo số lượt mượn"],
    ),
    (
        "Mỗi tuần mở cửa 05 buổi, kiểm tra 02 lần việc trả sách.",
        ["Mỗi tuần mở cửa 05 buổi", "kiểm tra 02 lần việc trả sách"],
    ),
    # verbs that need no object, and one with its object inside
    ("Tổng kết, trao giải tại sân trường.", ["Tổng kết", "trao giải tại sân trường"]),
    (
        "Sơ kết, rút kinh nghiệm, đề nghị khen thưởng.",
        ["Sơ kết, rút kinh nghiệm", "đề nghị khen thưởng"],
    ),
    ("Bình chọn, trao giải cho bạn đọc nhỏ tuổi.", ["Bình chọn, trao giải cho bạn đọc nhỏ tuổi"]),
    ("Sơ kết, tổng kết phong trào đọc sách.", ["Sơ kết, tổng kết phong trào đọc sách"]),
    # an adverb makes a verb of what could name a thing
    (
        "Phải coi đọc sách là việc hằng ngày; mở tủ sách lớp, "
        "trực tiếp hướng dẫn, giúp đỡ học sinh.",
        [
            "Phải coi đọc sách là việc hằng ngày",
            "mở tủ sách lớp",
            "trực tiếp hướng dẫn, giúp đỡ học sinh",
        ],
    ),
    # whom to tell if something is unclear
    (
        "Nghiêm túc triển khai thực hiện, nếu có vướng mắc phản ánh về Thư viện tỉnh.",
        ["Nghiêm túc triển khai thực hiện", "nếu có vướng mắc phản ánh về Thư viện tỉnh"],
    ),
    (
        "Nghiêm túc thực hiện, quá trình thực hiện có khó khăn, báo cáo Thư viện tỉnh.",
        ["Nghiêm túc thực hiện", "quá trình thực hiện có khó khăn, báo cáo Thư viện tỉnh"],
    ),
    (
        "Trong quá trình thực hiện, nếu có vướng mắc, báo cáo Thư viện tỉnh.",
        ["Trong quá trình thực hiện, nếu có vướng mắc", "báo cáo Thư viện tỉnh"],
    ),
    ("Cho mượn sách quý, nếu đủ chỗ ngồi.", ["Cho mượn sách quý, nếu đủ chỗ ngồi"]),
    # verbs newly met
    (
        "Rà soát các kệ hiện có, xoá 07 mã vạch cũ.",
        ["Rà soát các kệ hiện có", "xoá 07 mã vạch cũ"],
    ),
    (
        "Kiểm kê kho sách, khẩn trương kết thúc việc dán nhãn.",
        ["Kiểm kê kho sách", "khẩn trương kết thúc việc dán nhãn"],
    ),
    (
        "Kiểm kê kho sách của trường, kết thúc trước ngày 15/6.",
        ["Kiểm kê kho sách của trường, kết thúc trước ngày 15/6"],
    ),
    (
        "Sắp lại kho sách khoa học, giao thông vận tải.",
        ["Sắp lại kho sách khoa học, giao thông vận tải"],
    ),
    # purposes stay with their act
    (
        "Mở cửa thư viện buổi tối để phục vụ công nhân, nâng cao dân trí.",
        ["Mở cửa thư viện buổi tối để phục vụ công nhân, nâng cao dân trí"],
    ),
    (
        "Tổ chức thi kể chuyện nhằm khơi dậy niềm vui đọc sách, góp phần xây dựng nếp sống đẹp.",
        ["Tổ chức thi kể chuyện nhằm khơi dậy niềm vui đọc sách, góp phần xây dựng nếp sống đẹp"],
    ),
    # nouns made of verbs
    (
        "Tăng cường công tác kiểm tra, giám sát việc mượn trả sách.",
        ["Tăng cường công tác kiểm tra, giám sát việc mượn trả sách"],
    ),
    (
        "Phát huy vai trò của thủ thư trong việc hướng dẫn, tư vấn bạn đọc.",
        ["Phát huy vai trò của thủ thư trong việc hướng dẫn, tư vấn bạn đọc"],
    ),
    # by when an act is to be finished is no act
    (
        "Kiểm kê kho sách của thư viện, hoàn thành trước ngày 15/6.",
        ["Kiểm kê kho sách của thư viện, hoàn thành trước ngày 15/6"],
    ),
    (
        "Tu bổ sách hỏng trong kho; phấn đấu hoàn thành trong quý III.",
        ["Tu bổ sách hỏng trong kho; phấn đấu hoàn thành trong quý III"],
    ),
    (
        "Sơn lại giá sách, hoàn thành việc dán nhãn sách mới.",
        ["Sơn lại giá sách", "hoàn thành việc dán nhãn sách mới"],
    ),
    (
        "Mở cửa kho sách cũ. Kết thúc tháng hè các trường báo cáo số lượt mượn.",
        ["Mở cửa kho sách cũ", "Kết thúc tháng hè các trường báo cáo số lượt mượn"],
    ),
    # one way or another: one act where both share the object
    (
        "Sưu tầm, mua hoặc vận động tặng sách địa phương.",
        ["Sưu tầm, mua hoặc vận động tặng sách địa phương"],
    ),
    (
        "Mở cửa kho vào buổi tối hoặc bố trí tủ sách tại nhà văn hoá.",
        ["Mở cửa kho vào buổi tối", "bố trí tủ sách tại nhà văn hoá"],
    ),
    # a verb that also names a thing, with an object of its own
    (
        "Lập danh sách bạn đọc, phối hợp với các thôn mở điểm đọc.",
        ["Lập danh sách bạn đọc", "phối hợp với các thôn mở điểm đọc"],
    ),
    (
        "Mua sách cho các lớp, tổng kết vào cuối năm học.",
        ["Mua sách cho các lớp", "tổng kết vào cuối năm học"],
    ),
    (
        "Nâng cao kỹ năng tra cứu, tổng hợp tài liệu.",
        ["Nâng cao kỹ năng tra cứu, tổng hợp tài liệu"],
    ),
    (
        "Đẩy mạnh ứng dụng công nghệ, chuyển đổi số trong thư viện.",
        ["Đẩy mạnh ứng dụng công nghệ, chuyển đổi số trong thư viện"],
    ),
    (
        "Kê lại giá sách trong kho, bảo đảm lối đi thông thoáng.",
        ["Kê lại giá sách trong kho, bảo đảm lối đi thông thoáng"],
    ),
    (
        "Phổ biến Luật Quản lý, sử dụng tài sản công cho thủ thư.",
        ["Phổ biến Luật Quản lý, sử dụng tài sản công cho thủ thư"],
    ),
    # verbs before "và" that wait for the object behind it
    (
        "Tìm giải pháp khuyến khích và phát triển phong trào đọc.",
        ["Tìm giải pháp khuyến khích và phát triển phong trào đọc"],
    ),
    # what one sends goes behind "của", what one does does not
    (
        "Lập danh mục sách của thư viện mình và gửi danh mục về tỉnh.",
        ["Lập danh mục sách của thư viện mình", "gửi danh mục về tỉnh"],
    ),
    (
        "Phát huy vai trò của thủ thư và phát triển phong trào đọc.",
        ["Phát huy vai trò của thủ thư và phát triển phong trào đọc"],
    ),
    # verbs that make the subject
    (
        "Việc mượn sách, trả sách và thu tiền cược phải ghi sổ đầy đủ.",
        ["Việc mượn sách, trả sách và thu tiền cược phải ghi sổ đầy đủ"],
    ),
    # what must not happen
    (
        "Xếp sách đúng kệ, không để sách ẩm mốc trong kho.",
        ["Xếp sách đúng kệ", "không để sách ẩm mốc trong kho"],
    ),
    (
        "Ngày hội phải vui tươi, không phô trương, lãng phí.",
        ["Ngày hội phải vui tươi, không phô trương, lãng phí"],
    ),
    (
        "Mở thêm góc đọc, không gian trưng bày sách.",
        ["Mở thêm góc đọc, không gian trưng bày sách"],
    ),
    # no sentence end
    (
        "Luân chuyển sách giữa TP. Nà Sản và các xã.",
        ["Luân chuyển sách giữa TP. Nà Sản và các xã"],
    ),
    ("Nâng cấp lên phiên bản 2.0 của phần mềm.", ["Nâng cấp lên phiên bản 2.0 của phần mềm"]),
    ("Mua sách (truyện; thơ; kịch) cho thiếu nhi.", ["Mua sách (truyện; thơ; kịch) cho thiếu nhi"]),
    (
        "Phát động cuộc thi “Đọc sách; làm theo sách” trong học sinh.",
        ["Phát động cuộc thi “Đọc sách; làm theo sách” trong học sinh"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), EXAMPLES)
def test_acts(words: str, expected: list[str]) -> None:
    assert acts_of(words) == expected


@pytest.mark.parametrize(("words", "expected"), EXAMPLES)
def test_acts_are_evidence_in_order(words: str, expected: list[str]) -> None:
    page = read_text(words)
    at = 0
    for (start, end), act in zip(act_spans(page, 0, len(page.text)), expected, strict=True):
        assert at <= start < end
        assert page.text[start:end] == act
        at = end


NOTHING = ["", " ", ".", ";;", "./.", " - "]


@pytest.mark.parametrize("words", NOTHING)
def test_no_acts(words: str) -> None:
    assert acts_of(words) == []


# the whole duty, and its acts: who acts stands before them
DUTIES = [
    (
        "Thư viện tỉnh kiểm kê kho sách; tu bổ sách hỏng.",
        ["kiểm kê kho sách", "tu bổ sách hỏng"],
    ),
    (
        "Các trường có trách nhiệm mở cửa thư viện buổi trưa.",
        ["mở cửa thư viện buổi trưa"],
    ),
    ("Giao Thư viện tỉnh lập danh mục sách.", ["lập danh mục sách"]),
    (
        "Thư viện các huyện căn cứ nhiệm vụ được giao mở cửa buổi tối và báo cáo Sở Văn hoá.",
        ["mở cửa buổi tối", "báo cáo Sở Văn hoá"],
    ),
    (
        "Thư viện tỉnh chủ trì, phối hợp với Đoàn Thanh niên tổ chức ngày hội đọc sách.",
        ["tổ chức ngày hội đọc sách"],
    ),
    ("Lập danh mục sách.", ["Lập danh mục sách"]),
    # a time before them is no part of them
    ("Quý I: Xây dựng, ban hành nội quy.", ["Xây dựng, ban hành nội quy"]),
    ("Quý II và quý III: Mua sách mới; dán nhãn.", ["Mua sách mới", "dán nhãn"]),
    (
        "Hằng tháng tổ chức kiểm tra, nhắc nhở bạn đọc trả sách.",
        ["Hằng tháng tổ chức kiểm tra, nhắc nhở bạn đọc trả sách"],
    ),
    ("Hằng tháng, Thư viện tỉnh luân chuyển sách.", ["luân chuyển sách"]),
    ("Tổ II: Dán nhãn sách mới.", ["Dán nhãn sách mới"]),
    # the clauses before the one that names who acts
    (
        "Từ nguồn chi thường xuyên. Thư viện tỉnh chủ trì, phối hợp với Sở Tài chính lập dự toán.",
        ["lập dự toán"],
    ),
    (
        "Đổi mới cách phục vụ. Giao Thư viện tỉnh chủ trì mở phòng đọc.",
        ["Đổi mới cách phục vụ", "mở phòng đọc"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), DUTIES)
def test_acts_of_a_duty(words: str, expected: list[str]) -> None:
    [duty] = parse(f"KẾ HOẠCH\nVăn hoá đọc\n\nI. NHIỆM VỤ\n- {words}\n").obligations
    assert [act.text for act in duty.acts] == expected


def test_things_of_a_list_are_acts_of_their_lead_in() -> None:
    [duty] = parse(
        "KẾ HOẠCH\nVăn hoá đọc\n\nI. NHIỆM VỤ\n- Các trường nộp hồ sơ tham dự cuộc thi, gồm:\n"
        "+ Bản đăng ký;\n+ Ảnh tủ sách.\n"
    ).obligations
    assert len(duty.acts) in (1, 3)
    assert duty.acts[0].text.startswith("nộp hồ sơ tham dự cuộc thi")

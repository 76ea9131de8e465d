"""Duties: what counts as one, of what kind, who must act, by when, and what is none."""

from __future__ import annotations

import pytest

from vnplan.plan import parse
from vnplan.records import Obligation, Plan


def plan_of(body: str) -> Plan:
    return parse(f"KẾ HOẠCH\nPhòng bệnh mùa hè\n\n{body}\n")


def duties(body: str, heading: str = "NHIỆM VỤ") -> tuple[Obligation, ...]:
    return plan_of(f"I. {heading}\n{body}").obligations


def texts(body: str, heading: str = "NHIỆM VỤ") -> list[str]:
    return [duty.text for duty in duties(body, heading)]


# ---------------------------------------------------------------- kinds

KINDS = [
    ("YÊU CẦU", "requirement"),
    ("NGUYÊN TẮC", "requirement"),
    ("NHIỆM VỤ", "content"),
    ("GIẢI PHÁP", "solution"),
    ("KINH PHÍ", "funding"),
    ("TỔ CHỨC THỰC HIỆN", "implementation"),
    ("CHẾ ĐỘ BÁO CÁO", "reporting"),
]


@pytest.mark.parametrize(("heading", "kind"), KINDS)
def test_the_kind_is_the_role_of_the_section(heading: str, kind: str) -> None:
    [duty] = duties("- Trạm Y tế dự trù đủ hoá chất khử khuẩn cho ba tháng.", heading)
    assert (duty.kind, duty.section) == (kind, "I")


def test_a_result_to_be_reached_is_a_target() -> None:
    [duty] = duties("- 95% trẻ dưới 5 tuổi được tiêm đủ liều.", "CHỈ TIÊU")
    assert duty.kind == "target"


NO_DUTIES = [
    ("MỤC ĐÍCH", "- Nâng cao sức khoẻ nhân dân, giảm số ca mắc sốt xuất huyết."),
    ("TÌNH HÌNH CHUNG", "- Năm qua toàn xã ghi nhận 12 ca mắc tay chân miệng."),
    ("ĐỐI TƯỢNG", "- Trẻ em dưới 5 tuổi trên địa bàn xã."),
    ("TIÊU CHÍ", "- Không để phát sinh ổ dịch trên địa bàn thôn trong năm."),
]


@pytest.mark.parametrize(("heading", "body"), NO_DUTIES)
def test_sections_that_state_no_duties(heading: str, body: str) -> None:
    assert texts(body, heading) == []


def test_an_undivided_heading_of_aims_and_demands() -> None:
    found = duties(
        "1. Nâng cao ý thức phòng bệnh của người dân.\n"
        "2. Các hoạt động phải bảo đảm an toàn, tiết kiệm.\n"
        "3. Không được để xảy ra tình trạng lãng phí hoá chất.\n"
        "4. Việc phun, rắc hoá chất phải đúng liều.\n"
        "5. Giảm số ca bệnh, các ổ dịch phải dập tắt cũng ít đi.\n"
        "6. Trong quá trình phun hoá chất, nhân viên, người dân phải đeo khẩu trang.\n"
        "7. Sau khi dập dịch, các ổ chứa phải được lật úp.\n"
        "8. Sau mùa mưa, số hộ phải nhập viện giảm hẳn.\n"
        "9. Bớt số cán bộ, người dân, trẻ nhỏ và ca nặng phải chuyển tuyến.\n",
        "MỤC ĐÍCH, YÊU CẦU",
    )
    assert [(duty.section, duty.kind) for duty in found] == [
        ("I.2", "requirement"),
        ("I.3", "requirement"),
        ("I.4", "requirement"),
        ("I.6", "requirement"),
        ("I.7", "requirement"),
    ]


def test_a_divided_heading_of_aims_and_demands() -> None:
    found = duties(
        "1. Mục đích\n- Các hộ phải hiểu rõ bệnh.\n2. Yêu cầu\n- Tuyên truyền đến từng hộ.",
        "MỤC ĐÍCH, YÊU CẦU",
    )
    assert [(duty.section, duty.kind) for duty in found] == [("I.2", "requirement")]


# ---------------------------------------------------------------- refusals

REFUSED = [
    # bare references
    "Theo quy định hiện hành.",
    "Thực hiện theo quy định của pháp luật.",
    "Hồ sơ, thủ tục: Theo quy định.",
    "Đính kèm danh sách.",
    # permissions and rights
    "Các thôn có thể lồng ghép với họp dân.",
    "Người dân được quyền từ chối phun hoá chất.",
    "Trạm Y tế được phép thuê thêm hai cộng tác viên.",
    # who speaks and writes at a meeting
    "Báo cáo viên: đồng chí Trưởng trạm Y tế.",
    "Thư ký: bà Mùa Thị Sua, Hội Phụ nữ.",
    # invitations
    "Thân mời các bậc phụ huynh đến dự.",
    "Kính mời đại diện các hội, đoàn thể.",
    "Trạm Y tế kính trình Chủ tịch UBND xã xem xét.",
    # people and bodies
    "Ông Hà Văn Sáu, Trưởng trạm;",
    "Đại diện Hội Phụ nữ;",
    # an agenda, with the times of the clock only
    "8h00: Đón tiếp đại biểu",
    "8 giờ 15: Văn nghệ chào mừng",
    "07h30 - 08h00: Ổn định tổ chức",
    # nothing that a person could do
    "20/5/2027",
    "2 2 x 3",
    "Khác.",
    # attributes of nothing above
    "Địa điểm: Nhà văn hoá thôn Bản Lầu.",
]


@pytest.mark.parametrize("line", REFUSED)
def test_no_duty(line: str) -> None:
    assert texts(f"- {line}") == []


def test_prices_and_lists_are_no_duties() -> None:
    for price in (
        "Nước uống: 20 bình x 15.000 đồng = 300.000 đồng.",
        "Mức bồi dưỡng: 70.000 đồng/người/buổi.",
        "Dự toán: khoảng 12 triệu đồng",
    ):
        assert texts(f"- {price}", "KINH PHÍ") == []
    for duty in (
        "Mức bồi dưỡng cho người phun hoá chất là 70.000 đồng/buổi.",
        "Các thôn: nộp về trạm 50.000 đồng/hộ, xong trước tháng 6; báo cáo xã.",
        "Dự toán: các thôn lập, trạm tổng hợp 12 triệu đồng/thôn.",
    ):
        assert texts(f"- {duty}", "KINH PHÍ") == [duty]


TOPICS = "- Sốt xuất huyết và cách đề phòng;\n- Chuyển đổi số ở trạm y tế;"


@pytest.mark.parametrize("heading", ["Các chủ đề", "Chủ đề tham luận chính", "Đề tài dự thi"])
def test_topics_are_no_duties(heading: str) -> None:
    assert texts(f"1. {heading}\n{TOPICS}\n") == []
    assert (
        texts(f"1. {heading}\n(1) Nước sạch: kinh nghiệm ở vùng cao;\n(2) Màn chống muỗi.\n") == []
    )
    named = "Trạm Y tế chọn ba chủ đề trước ngày 5/5."
    assert texts(f"1. {heading}\n- {named}") == [named]


@pytest.mark.parametrize("heading", ["Chủ đề và cách chấm", "Việc trong tháng hành động"])
def test_what_stands_below_other_headings_than_topics_may_be_duties(heading: str) -> None:
    assert len(texts(f"1. {heading}\n{TOPICS}\n")) == 2


def test_papers_to_be_learnt_are_no_duties() -> None:
    papers = "1. Luật Phòng bệnh; các nghị định hướng dẫn thực hiện Luật.\n2. Tài liệu về sởi."
    assert texts(papers, "NỘI DUNG TẬP HUẤN") == []
    assert len(texts(papers, "NỘI DUNG")) == 2
    hours = "1. Mỗi buổi học ba giờ, học xong làm bài thu hoạch."
    assert len(texts(hours, "NỘI DUNG TẬP HUẤN")) == 1


REFERENCES_WITH_MORE = [
    "Theo quy định tại Thông tư về tiêm chủng; các thôn lập danh sách trẻ.",
    "Các thôn phải mời đủ đại diện hộ gia đình.",
    "Không được để người bệnh có thể tiếp xúc với trẻ nhỏ.",
    "8h00 hằng ngày cán bộ trực báo cáo số ca mắc.",
    "Các thôn có thể họp ghép nhưng phải điểm danh từng hộ.",
    "Thư ký: ghi biên bản từng buổi họp.",
    "Thư ký: bà Sua có trách nhiệm ghi biên bản từng buổi họp.",
]


@pytest.mark.parametrize("line", REFERENCES_WITH_MORE)
def test_near_misses_are_duties(line: str) -> None:
    assert texts(f"- {line}") == [line]


# ---------------------------------------------------------------- who must act

ACTORS = [
    # the agent of the sentence
    ("Trạm Y tế lập danh sách trẻ tiêm chủng.", [("Trạm Y tế", "agent")]),
    ("Trạm Y tế: Lập danh sách trẻ tiêm chủng.", [("Trạm Y tế", "agent")]),
    ("Các trường học phải tổng vệ sinh lớp học hằng tuần.", [("Các trường học", "agent")]),
    ("Mỗi thôn thành lập một tổ diệt bọ gậy.", [("Mỗi thôn", "agent")]),
    (
        "Trưởng các thôn có trách nhiệm vận động người dân khơi thông cống rãnh.",
        [("Trưởng các thôn", "agent")],
    ),
    (
        "Bệnh viện Đa khoa huyện tiếp nhận, điều trị người bệnh.",
        [("Bệnh viện Đa khoa huyện", "agent")],
    ),
    (
        "Hiệu trưởng các trường chịu trách nhiệm về nước sạch.",
        [("Hiệu trưởng các trường", "agent")],
    ),
    ("Chi bộ thôn lãnh đạo công tác phòng dịch.", [("Chi bộ thôn", "agent")]),
    ("Toà án nhân dân huyện bố trí phòng cách ly.", [("Toà án nhân dân huyện", "agent")]),
    ("Vụ Pháp chế thẩm định dự thảo Thông tư.", [("Vụ Pháp chế", "agent")]),
    (
        "Cán bộ, công chức, viên chức tự theo dõi sức khoẻ.",
        [("Cán bộ, công chức, viên chức", "agent")],
    ),
    # assigned
    ("Giao Trạm Y tế lập danh sách trẻ tiêm chủng.", [("Trạm Y tế", "agent")]),
    ("Giao cho Văn phòng mua hoá chất.", [("Văn phòng", "agent")]),
    ("Đề nghị Công an xã giữ gìn trật tự điểm tiêm.", [("Công an xã", "agent")]),
    ("Yêu cầu các thôn báo cáo số hộ nuôi lợn.", [("các thôn", "agent")]),
    ("Tập huấn cho y tế thôn; đề nghị các thôn trả phụ cấp.", []),
    # lead and support
    (
        "Trạm Y tế chủ trì, phối hợp với Hội Phụ nữ tổ chức điểm tiêm.",
        [("Trạm Y tế", "lead"), ("Hội Phụ nữ", "support")],
    ),
    (
        "Giao Trạm Y tế chủ trì, phối hợp với Hội Phụ nữ, Đoàn Thanh niên tổ chức điểm tiêm.",
        [("Trạm Y tế", "lead"), ("Hội Phụ nữ", "support"), ("Đoàn Thanh niên", "support")],
    ),
    (
        "Trạm Y tế phối hợp với Hội Phụ nữ tuyên truyền đến từng hộ.",
        [("Trạm Y tế", "agent"), ("Hội Phụ nữ", "support")],
    ),
    (
        "Phòng Y tế chủ trì phối hợp với Công an huyện và các đơn vị liên quan kiểm tra nhà thuốc.",
        [("Phòng Y tế", "lead"), ("Công an huyện", "support"), ("các đơn vị liên quan", "support")],
    ),
    ("Phối hợp với Hội Phụ nữ tuyên truyền đến từng hộ.", [("Hội Phụ nữ", "support")]),
    # several
    (
        "Trạm Y tế và Công an xã kiểm soát người ra vào.",
        [("Trạm Y tế", "agent"), ("Công an xã", "agent")],
    ),
    (
        "Sở Y tế, Sở Tài chính thẩm định dự toán.",
        [("Sở Y tế", "agent"), ("Sở Tài chính", "agent")],
    ),
    # by whom
    (
        "Kinh phí mua màn do các hộ gia đình tự chi trả.",
        [("các hộ gia đình", "agent")],
    ),
    (
        "Công tác trực cấp cứu do Khoa Hồi sức chịu trách nhiệm.",
        [("Khoa Hồi sức", "agent")],
    ),
    # behind a time or a condition
    ("Mỗi quý một lần, Trạm Y tế mở lớp sơ cứu.", [("Trạm Y tế", "agent")]),
    ("Ngay khi có ca bệnh, các thôn phun hoá chất.", [("các thôn", "agent")]),
    ("Sau tập huấn, mỗi thôn lập một tổ diệt bọ gậy.", [("mỗi thôn", "agent")]),
    ("Để phòng dịch tốt, các thôn cần dọn vệ sinh.", [("các thôn", "agent")]),
    ("Kết thúc đợt phun hoá chất, các thôn báo cáo kết quả.", [("các thôn", "agent")]),
    ("Để nâng cao nhận thức, tổ chức nói chuyện tại các thôn.", []),
    (
        "Ca nặng: sau khi sơ cứu, Trạm Y tế chuyển người bệnh lên tuyến trên.",
        [("Trạm Y tế", "agent")],
    ),
    # in a later sentence or clause, where the first has nobody
    (
        "Từ nguồn chi thường xuyên. Trạm Y tế chủ trì, phối hợp với Hội Phụ nữ lập dự toán.",
        [("Trạm Y tế", "lead"), ("Hội Phụ nữ", "support")],
    ),
    ("Nâng cao tay nghề y tá. Giao Phòng Y tế chủ trì mở lớp.", [("Phòng Y tế", "lead")]),
    ("Mở rộng điểm tiêm; các trường học bố trí phòng tiêm.", [("các trường học", "agent")]),
    ("Phong trào phải thiết thực, mỗi xã đăng ký một việc làm.", [("mỗi xã", "agent")]),
    ("Mở hai lớp tập huấn, mỗi lớp thực hiện trong ba buổi.", []),
    ("Mở thêm điểm tiêm; mỗi xã có tủ thuốc đặt tại chợ.", []),
    ("Mở thêm điểm tiêm; cán bộ được hỗ trợ tiền trực.", []),
    ("Dịch lan rộng thì Giám đốc chịu kỷ luật; trưởng khoa kiểm tra hằng ngày.", []),
    # what the body is said to be, before its duty
    (
        "Trạm Y tế là cơ quan thường trực, có trách nhiệm tổng hợp số ca bệnh.",
        [("Trạm Y tế", "agent")],
    ),
    (
        "Trạm Y tế là cơ quan chủ trì, phối hợp với Hội Phụ nữ lập danh sách.",
        [("Trạm Y tế", "lead"), ("Hội Phụ nữ", "support")],
    ),
    ("Mỗi thôn có ít nhất 02 tổ diệt bọ gậy.", [("Mỗi thôn", "agent")]),
    ("Mỗi thôn lập ít nhất 02 tổ diệt bọ gậy, báo cáo Trạm Y tế.", [("Mỗi thôn", "agent")]),
    # a field of work is the end of a name, another body is none
    (
        "Phòng Lao động - Thương binh và Xã hội phát thuốc.",
        [("Phòng Lao động - Thương binh và Xã hội", "agent")],
    ),
    (
        "Vụ Dược, Khoa học và Đào tạo mua thuốc.",
        [("Vụ Dược, Khoa học và Đào tạo", "agent")],
    ),
    ("Trung tâm Dịch vụ việc làm mua thuốc.", [("Trung tâm Dịch vụ việc làm", "agent")]),
    (
        "Trạm Y tế và xã Hội Sơn phát thuốc.",
        [("Trạm Y tế", "agent"), ("xã Hội Sơn", "agent")],
    ),
    (
        "Phòng Y tế và Khoa Dược phát thuốc.",
        [("Phòng Y tế", "agent"), ("Khoa Dược", "agent")],
    ),
    ("Bưu điện xã chuyển phát thuốc đến từng thôn.", [("Bưu điện xã", "agent")]),
    ("Mạng lưới giám sát dịch báo cáo ca nghi mắc.", [("Mạng lưới giám sát dịch", "agent")]),
    # a verb in the name of a body, and the end of a word that a verb is
    ("Trưởng đoàn kiểm tra phân công thành viên.", [("Trưởng đoàn kiểm tra", "agent")]),
    ("Văn phòng HĐND và UBND tổng hợp số ca bệnh.", [("Văn phòng HĐND và UBND", "agent")]),
    ("Đội Hậu cần mua hoá chất.", [("Đội Hậu cần", "agent")]),
    ("Tiểu ban hậu cần: chuẩn bị nước uống.", [("Tiểu ban hậu cần", "agent")]),
    ("Đội Cảnh sát giao thông phân luồng xe cấp cứu.", [("Đội Cảnh sát giao thông", "agent")]),
    (
        "Ban biên tập chủ trì, phối hợp với Đài Truyền thanh viết tin bài.",
        [("Ban biên tập", "lead"), ("Đài Truyền thanh", "support")],
    ),
    (
        "Phối hợp với Nhà xuất bản Y học hiệu đính sổ tay.",
        [("Nhà xuất bản Y học", "support")],
    ),
    (
        "Trạm Y tế phối hợp với Ban chỉ đạo xã phun hoá chất.",
        [("Trạm Y tế", "agent"), ("Ban chỉ đạo xã", "support")],
    ),
    (
        "Công an các thôn, tổ dân phố tổng kiểm tra tạm trú.",
        [("Công an các thôn", "agent"), ("tổ dân phố", "agent")],
    ),
    ("VKSND tỉnh kiểm sát việc tạm giữ.", [("VKSND tỉnh", "agent")]),
    ("Cơ quan, tổ chức báo cáo ca bệnh.", [("Cơ quan, tổ chức", "agent")]),
    # bodies by their letters, and persons
    ("TTYT các huyện tổ chức điểm tiêm.", [("TTYT các huyện", "agent")]),
    ("BCH Công đoàn vận động hiến máu.", [("BCH Công đoàn", "agent")]),
    ("Mỗi CĐCS lập danh sách khám sức khoẻ.", [("Mỗi CĐCS", "agent")]),
    ("Thí sinh nộp giấy khám sức khoẻ.", [("Thí sinh", "agent")]),
    ("Tác giả gửi tranh cổ động về Trạm Y tế.", [("Tác giả", "agent")]),
    ("Thanh niên xung kích tham gia diệt bọ gậy.", [("Thanh niên xung kích", "agent")]),
    ("Các thầy cô nhắc học sinh rửa tay, thu phiếu khám.", [("Các thầy cô", "agent")]),
    ("Chỉ huy các đơn vị chịu trách nhiệm về quân y.", [("Chỉ huy các đơn vị", "agent")]),
    ("Chỉ huy các lực lượng chữa cháy tại chỗ.", []),
    # which of many is meant, and what they do
    (
        "Các bác sĩ được phân công phụ trách thôn theo dõi người bệnh.",
        [("Các bác sĩ được phân công phụ trách thôn", "agent")],
    ),
    ("Cơ sở được kiểm tra chuẩn bị hồ sơ.", [("Cơ sở được kiểm tra", "agent")]),
    ("Các bác sĩ được phân công phụ trách thôn.", [("Các bác sĩ", "agent")]),
    # a person, and a verb that is spelled alike
    ("Bảo vệ cơ quan kiểm tra người ra vào.", [("Bảo vệ cơ quan", "agent")]),
    ("Bảo vệ và thủ trưởng kiểm tra cửa sổ.", [("Bảo vệ", "agent"), ("thủ trưởng", "agent")]),
    ("Bảo vệ nguồn nước sinh hoạt, xử lý rác thải.", []),
    ("Bảo vệ, phát triển vườn thuốc nam.", []),
    # nobody
    ("Người vi phạm bị xử lý theo quy định.", []),
    ("Lập danh sách trẻ tiêm chủng.", []),
    ("Tổ chức điểm tiêm lưu động.", []),
    ("Ban hành quy trình phun hoá chất.", []),
    ("Báo cáo UBND xã kết quả phun hoá chất.", []),
    ("Tham mưu Lãnh đạo Sở mua vắc xin.", []),  # the one advised does not act
    ("Nâng cao vai trò của Hội Phụ nữ trong phòng dịch.", []),
    ("Phòng bệnh cho trẻ bằng tiêm chủng đầy đủ.", []),
    ("Hội nghị triển khai được tổ chức trước mùa mưa.", []),
    ("Công tác tuyên truyền phải sâu rộng.", []),
    ("Hộ tịch phải được cập nhật trên hệ thống.", []),
]


@pytest.mark.parametrize(("line", "expected"), ACTORS)
def test_actors(line: str, expected: list[tuple[str, str]]) -> None:
    [duty] = duties(f"- {line}")
    assert [(actor.name, actor.part) for actor in duty.actors] == expected


HEADINGS = [
    ("Trạm Y tế", [("Trạm Y tế", "agent")]),
    ("Trách nhiệm của Trạm Y tế", [("Trạm Y tế", "agent")]),
    ("Nhiệm vụ của Trạm Y tế:", [("Trạm Y tế", "agent")]),
    ("Đối với các trường học", [("các trường học", "agent")]),
    ("Giao Trạm Y tế", [("Trạm Y tế", "agent")]),
    ("Hội Phụ nữ, Đoàn Thanh niên", [("Hội Phụ nữ", "agent"), ("Đoàn Thanh niên", "agent")]),
    ("Công an xã và Trạm Y tế", [("Công an xã", "agent"), ("Trạm Y tế", "agent")]),
    ("Đội Hậu cần", [("Đội Hậu cần", "agent")]),
    ("Công tác tuyên truyền", []),
    ("Tổ chức điểm tiêm", []),
    ("Phòng bệnh chủ động", []),
    ("Hội thi vệ sinh", []),
]


@pytest.mark.parametrize(("heading", "expected"), HEADINGS)
def test_actors_of_a_heading_pass_to_what_stands_under_it(
    heading: str, expected: list[tuple[str, str]]
) -> None:
    found = duties(
        f"1. {heading}\n- Lập danh sách trẻ.\na) Mua vắc xin.\n2. Khác\n- Thông báo lịch.",
        "TỔ CHỨC THỰC HIỆN",
    )
    assert [duty.text for duty in found] == [
        "Lập danh sách trẻ.",
        "Mua vắc xin.",
        "Thông báo lịch.",
    ]
    for duty in found[:2]:
        assert [(actor.name, actor.part) for actor in duty.actors] == expected
    assert found[2].actors == ()


def test_chu_tri_under_the_heading_of_a_body() -> None:
    found = duties(
        "1. Trạm Y tế\n- Chủ trì, phối hợp với Hội Phụ nữ tổ chức điểm tiêm.\n- Lập danh sách trẻ.",
        "TỔ CHỨC THỰC HIỆN",
    )
    assert [[(a.name, a.part) for a in duty.actors] for duty in found] == [
        [("Trạm Y tế", "lead"), ("Hội Phụ nữ", "support")],
        [("Trạm Y tế", "agent")],
    ]


def test_the_actor_of_a_sentence_goes_before_that_of_the_heading() -> None:
    [duty] = duties("1. Trạm Y tế\n- Hội Phụ nữ phát tờ rơi.", "TỔ CHỨC THỰC HIỆN")
    assert [actor.name for actor in duty.actors] == ["Hội Phụ nữ"]


# ---------------------------------------------------------------- by when, and how often

# the duty, and its date (year, month, day, quarter) and recurrence
TIMES = [
    ("Các thôn nộp danh sách trẻ trước ngày 15/5/2027.", (2027, 5, 15, None), None),
    ("Các thôn nộp danh sách trẻ chậm nhất ngày 5 tháng 6 năm 2027.", (2027, 6, 5, None), None),
    ("Hoàn thành tiêm nhắc lại trong tháng 6 năm 2027.", (2027, 6, None, None), None),
    ("Hoàn thành tiêm nhắc lại trong quý III năm 2027.", (2027, None, None, 3), None),
    ("Báo cáo kết quả trước ngày 25 tháng 11 hàng năm.", (None, 11, 25, None), "annual"),
    ("Hằng tháng báo cáo số ca mắc.", None, "monthly"),
    ("Định kỳ hằng quý kiểm tra bể nước.", None, "quarterly"),
    ("Phun hoá chất hằng tuần tại chợ.", None, "weekly"),
    ("Đo thân nhiệt học sinh hằng ngày.", None, "daily"),
    ("Lập danh sách trẻ tiêm chủng.", None, None),
]


@pytest.mark.parametrize(("line", "date", "recurrence"), TIMES)
def test_times(line: str, date: tuple[int | None, ...] | None, recurrence: str | None) -> None:
    [duty] = duties(f"- {line}")
    found = duty.deadline
    assert (found and (found.year, found.month, found.day, found.quarter)) == date
    assert duty.recurrence == recurrence


def test_a_deadline_of_a_duty_is_listed() -> None:
    plan = plan_of("I. NHIỆM VỤ\n1. Các thôn nộp danh sách trẻ trước ngày 15/5/2027.")
    [deadline] = plan.deadlines
    assert plan.text is not None
    assert deadline.text == "trước ngày 15/5/2027"
    assert plan.text[slice(*deadline.span)] == deadline.text
    assert deadline.section == "I.1"


# ---------------------------------------------------------------- steps of a timetable

STEPS = [
    ("- Tháng 5/2027: Phát động chiến dịch diệt bọ gậy.", (2027, 5, None)),
    ("- Ngày 02/6/2027: Tổng vệ sinh toàn xã.", (2027, 6, 2)),
    ("- Từ ngày 01/6/2027 đến ngày 30/6/2027: Phun hoá chất tại các chợ.", None),
]


@pytest.mark.parametrize(("line", "date"), STEPS)
def test_a_step_that_says_what_is_done(line: str, date: tuple[int | None, ...] | None) -> None:
    plan = plan_of(f"I. THỜI GIAN THỰC HIỆN\n{line}")
    [duty] = plan.obligations
    assert duty.kind == "timeline"
    found = duty.deadline
    assert (found and (found.year, found.month, found.day)) == date
    assert len(plan.phases) == 1


@pytest.mark.parametrize(
    "line",
    [
        "- Từ tháng 5 đến tháng 9/2027.",
        "- Địa điểm: Trạm Y tế.",
        "- Giai đoạn chuẩn bị (từ ngày 01/5/2027 đến ngày 15/5/2027).",
    ],
)
def test_a_bare_time_or_place_is_no_duty(line: str) -> None:
    assert texts(line, "THỜI GIAN, ĐỊA ĐIỂM") == []


# ---------------------------------------------------------------- under rewards

AWARD_DUTIES = [
    "Các thôn gửi hồ sơ đề nghị khen thưởng về Trạm Y tế trước ngày 10/11/2027.",
    "Trạm Y tế tổng hợp, trình Chủ tịch UBND xã khen thưởng.",
]
AWARDS_ONLY = [
    "Giấy khen của Chủ tịch UBND xã.",
    "Tiền thưởng: 500.000 đồng.",
]


@pytest.mark.parametrize("line", AWARD_DUTIES)
def test_what_somebody_must_do_for_a_reward(line: str) -> None:
    [duty] = duties(f"- {line}", "KHEN THƯỞNG")
    assert duty.kind == "award"


@pytest.mark.parametrize("line", AWARDS_ONLY)
def test_a_form_of_reward_is_no_duty(line: str) -> None:
    assert texts(f"- {line}", "KHEN THƯỞNG") == []


# ---------------------------------------------------------------- the closing paragraph

CLOSING = [
    (
        "Trên đây là Kế hoạch phòng bệnh mùa hè, yêu cầu Trưởng các thôn nghiêm túc triển khai "
        "thực hiện./.",
        ["Trưởng các thôn"],
    ),
    (
        "Trong khi làm, nếu gặp điều chưa rõ, đề nghị các thôn phản ánh về Trạm Y tế "
        "để được hướng dẫn./.",
        ["các thôn"],
    ),
    (
        "Căn cứ Kế hoạch này, các trường học lập lịch tiêm chủng và báo Trạm Y tế./.",
        ["các trường học"],
    ),
    (
        "Trên đây là Kế hoạch phòng bệnh mùa hè; quá trình thực hiện nếu có vướng mắc, các thôn "
        "phản ánh về Trạm Y tế./.",
        ["các thôn"],
    ),
    (
        "Nhận được Kế hoạch này, yêu cầu chỉ huy các đơn vị tổ chức thực hiện nghiêm túc./.",
        ["chỉ huy các đơn vị"],
    ),
    ("Ban Thường vụ đề nghị các CĐCS nghiêm túc triển khai thực hiện./.", ["các CĐCS"]),
]
CLOSING_WITHOUT = [
    "Trên đây là Kế hoạch phòng bệnh mùa hè năm 2027./.",
    "Trạm Y tế kính trình UBND xã phê duyệt Kế hoạch./.",
    "Kế hoạch này thay thế Kế hoạch số 4/KH-TYT năm 2026./.",
]


@pytest.mark.parametrize(("paragraph", "names"), CLOSING)
def test_a_closing_request_is_a_duty(paragraph: str, names: list[str]) -> None:
    found = duties(f"1. Trạm Y tế mua vắc xin.\n\n{paragraph}", "TỔ CHỨC THỰC HIỆN")
    assert len(found) == 2
    assert found[1].section == "I"
    assert found[1].text == paragraph
    assert [actor.name for actor in found[1].actors] == names


def test_what_a_closing_paragraph_says_of_itself_is_no_act() -> None:
    found = duties(
        "1. Trạm Y tế mua vắc xin.\n\nTrên đây là Kế hoạch phòng bệnh mùa hè; yêu cầu các thôn "
        "thực hiện nghiêm túc./.",
        "TỔ CHỨC THỰC HIỆN",
    )
    assert [act.text for act in found[1].acts] == ["thực hiện nghiêm túc"]


@pytest.mark.parametrize("paragraph", CLOSING_WITHOUT)
def test_a_closing_paragraph_that_asks_nothing(paragraph: str) -> None:
    found = duties(f"1. Trạm Y tế mua vắc xin.\n\n{paragraph}", "TỔ CHỨC THỰC HIỆN")
    assert [duty.text for duty in found] == ["Trạm Y tế mua vắc xin."]


# ---------------------------------------------------------------- other documents


def test_articles_of_a_decision_are_no_duties_of_the_plan() -> None:
    plan = parse(
        "QUYẾT ĐỊNH\nBan hành Kế hoạch tiêm chủng\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế "
        "hoạch tiêm chủng.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký./.\n\nNơi nhận:\n"
        "- Lưu: VT.\n\nCHỦ TỊCH\n\nLò Thị Ban\n\nKẾ HOẠCH\nTiêm chủng\n\nI. NHIỆM VỤ\n"
        "1. Trạm Y tế mua vắc xin.\n"
    )
    assert [duty.text for duty in plan.obligations] == ["Trạm Y tế mua vắc xin."]


def test_span_and_text_without_the_marker() -> None:
    plan = plan_of("I. NHIỆM VỤ\n- **Trạm Y tế** mua vắc xin;\n  + Thông báo\nlịch tiêm.")
    assert plan.text is not None
    printed = [plan.text[slice(*duty.span)].strip("*") for duty in plan.obligations]
    assert printed == ["Trạm Y tế** mua vắc xin;", "Thông báo\nlịch tiêm."]
    assert [duty.text for duty in plan.obligations] == [
        "Trạm Y tế mua vắc xin;",
        "Thông báo lịch tiêm.",
    ]

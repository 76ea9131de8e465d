"""A child that plans one event under a wide parent: what it owes, and when it owes all."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from compare_plans import Draft
from conftest import ROOT

import vnplan
from vnplan.compare import compare
from vnplan.compare.subject import Subject, find_subject
from vnplan.compare.titles import is_whole, read_title
from vnplan.compare.units import find_units
from vnplan.compare.verdict import Verdict
from vnplan.records import DiffItem, PlanDiff
from vnplan.report.text import as_text

TAIL = """
III. TỔ CHỨC THỰC HIỆN
1. Các đơn vị báo cáo kết quả bằng văn bản trước ngày 15/12/2024.
2. Giao bộ phận văn phòng theo dõi, đôn đốc.
"""


class Wide(NamedTuple):
    """A superior's plan of many topics."""

    issuer: str
    title: str
    content: str

    def text(self) -> str:
        return (
            f"{self.issuer}\nSố: 12/KH-UBND\nHưng Giang, ngày 05 tháng 01 năm 2024\nKẾ HOẠCH\n"
            f"{self.title}\nI. MỤC ĐÍCH, YÊU CẦU\nNâng cao nhận thức của mọi người.\n"
            f"II. NHIỆM VỤ\n{self.content.strip()}{TAIL}"
        )


class Event(NamedTuple):
    """A plan under it: what it is taken to be about, and words of what it owes and does not."""

    issuer: str
    title: str
    content: str
    subject: str | None
    owed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def text(self, cites: str = "12/KH-UBND") -> str:
        return (
            f"{self.issuer}\nSố: 31/KH-TH\nHưng Giang, ngày 02 tháng 02 năm 2024\nKẾ HOẠCH\n"
            f"{self.title}\nThực hiện Kế hoạch số {cites} ngày 05/01/2024, đơn vị ban hành "
            f"Kế hoạch như sau:\nI. NỘI DUNG\n{self.content.strip()}\n"
        )


READING = Wide(
    "ỦY BAN NHÂN DÂN TỈNH HƯNG GIANG",
    "Phát triển văn hóa đọc năm 2024",
    """
1. Tủ sách cơ sở
a) Mở tủ sách tại nhà văn hóa của tất cả thôn trước ngày 30/6/2024.
b) Luân chuyển ấn phẩm giữa các tủ sách mỗi quý một lần.
2. Thi kể chuyện
a) Tổ chức Hội thi kể chuyện theo sách cho học sinh trong tháng 4 năm 2024.
b) Trao giải cho ít nhất 20 thí sinh.
c) Quay phim các tiết mục hay để phát trên truyền hình.
3. Hạ tầng thư viện
a) Thay kệ, tủ đã hư hỏng.
b) Lắp máy tính nối mạng tại phòng đọc.
c) Mỗi hội thi, sự kiện được trang trí bằng vật liệu tái chế.
d) Chụp ảnh các cuộc thi gửi phòng truyền thông.
4. Thủ thư
a) Mở hai lớp nghiệp vụ biên mục cho người làm thư viện.
b) Trường Tiểu học Hoa Mai cử một giáo viên học biên mục.
5. Số hóa
a) Quét 2.000 trang tư liệu địa chí.
b) Tổ chức Hội thi vẽ bìa trên máy tính bảng.
""",
)
FIRE = Wide(
    "ỦY BAN NHÂN DÂN XÃ TÂN LẬP",
    "Công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ năm 2024",
    """
1. Tuyên truyền
a) Phát tờ rơi đến từng hộ gia đình trước ngày 31/3/2024.
b) Treo khẩu hiệu tại chợ, bến xe.
2. Diễn tập
a) Các trường diễn tập phương án thoát nạn, sơ tán học sinh ít nhất một lần.
b) Mời cảnh sát hướng dẫn dùng mặt nạ chống khói.
3. Phương tiện
a) Bơm nạp lại bình bột đã hết hạn.
b) Sửa chữa trụ nước, bể chứa.
4. Điện
a) Thay dây dẫn cũ, lắp aptomat cho từng tầng.
b) Không để xe máy điện sạc qua đêm trong nhà.
5. Lực lượng
a) Kiện toàn đội dân phòng, trang bị loa cầm tay.
""",
)
SPORT = Wide(
    "ỦY BAN NHÂN DÂN HUYỆN PHÚ LÂM",
    "Công tác văn hóa, thể thao và du lịch năm 2024",
    """
1. Xây dựng hương ước, quy ước tại 40 thôn.
2. Trùng tu đình làng Thượng trước ngày 30/9/2024.
3. Tổ chức Giải bóng chuyền hơi người cao tuổi trong tháng 10 năm 2024.
4. Mỗi xã cử hai đội dự thi.
5. Lắp biển chỉ đường đến các điểm tham quan.
6. Mở tuyến xe điện quanh hồ Sen.
7. Kiểm kê hiện vật tại nhà truyền thống.
8. Tập huấn kỹ năng đón khách cho chủ nhà nghỉ.
9. Sửa sân vận động, thay dàn đèn chiếu sáng.
""",
)
HEALTH = Wide(
    "SỞ Y TẾ TỈNH HƯNG GIANG",
    "Hoạt động y tế dự phòng năm 2024",
    """
1. Tiêm chủng
a) Tổ chức Chiến dịch tiêm bổ sung vắc xin sởi cho trẻ 1-5 tuổi trong tháng 3 năm 2024.
b) Rà soát trẻ tạm trú, lập danh sách gửi trạm y tế.
2. An toàn thực phẩm
a) Lấy 300 mẫu thức ăn đường phố để xét nghiệm.
b) Cấp giấy xác nhận kiến thức cho chủ quán ăn.
3. Sốt xuất huyết
a) Thả cá diệt bọ gậy ở bể nước.
b) Phun hóa chất diệt muỗi tại các ổ dịch cũ.
4. Bệnh không lây nhiễm
a) Đo huyết áp cho người trên 40 tuổi.
b) Lập sổ theo dõi người bệnh đái tháo đường.
""",
)
YOUTH = Wide(
    "TỈNH ĐOÀN HƯNG GIANG",
    "Chương trình công tác Đoàn và phong trào thanh thiếu nhi năm 2024",
    """
1. Giáo dục
a) Thăm, tặng quà Mẹ Việt Nam anh hùng dịp 27/7.
b) Xem phim tư liệu vào sáng thứ Hai đầu tháng.
2. Khởi nghiệp
a) Kết nối 30 dự án với quỹ đầu tư.
b) Tổ chức Diễn đàn khởi nghiệp nông nghiệp sạch trong quý III năm 2024.
3. Tình nguyện
a) Hiến 2.000 đơn vị máu.
b) Xóa 10 cầu khỉ.
4. Thiếu nhi
a) Dạy bơi miễn phí cho 500 em.
b) Xây 5 sân chơi bằng lốp xe.
5. Xây dựng tổ chức
a) Kết nạp 4.000 đoàn viên.
""",
)

EXAMPLES = [
    (
        READING,
        Event(
            "TRƯỜNG TIỂU HỌC HOA MAI",
            "Tổ chức Hội thi kể chuyện sách năm 2024",
            "1. Học sinh lớp 4, lớp 5 thi kể chuyện theo sách vào ngày 20/4/2024.\n"
            "2. Mỗi lớp chọn hai em dự thi.\n"
            "3. Ban giám khảo có ba giáo viên.",
            "Hội thi kể chuyện sách năm 2024",
            (
                "Hội thi kể chuyện",
                "20 thí sinh",
                "Quay phim",
                "Mỗi hội thi",
                "Chụp ảnh",
                "Hoa Mai",
                "báo cáo",
                "Giao",
            ),
            ("tủ sách tại", "Luân chuyển", "Thay kệ", "Quét 2.000", "vẽ bìa"),
        ),
    ),
    (
        FIRE,
        Event(
            "TRƯỜNG TRUNG HỌC CƠ SỞ TÂN LẬP",
            "Diễn tập phương án thoát nạn cho học sinh năm học 2023 - 2024",
            "1. Toàn trường diễn tập thoát nạn, sơ tán học sinh lúc 8 giờ ngày 20/3/2024.\n"
            "2. Giáo viên chủ nhiệm điểm danh tại điểm tập kết.\n"
            "3. Bảo vệ mở cả hai cổng.",
            "Diễn tập phương án thoát nạn cho học sinh năm học 2023 - 2024",
            ("sơ tán", "mặt nạ", "báo cáo"),
            ("Phát tờ rơi", "Treo khẩu hiệu", "Bơm nạp", "trụ nước", "dây dẫn", "dân phòng"),
        ),
    ),
    (
        SPORT,
        Event(
            "ỦY BAN NHÂN DÂN XÃ ĐỒI THÔNG",
            "Về việc tổ chức Giải bóng chuyền hơi người cao tuổi xã Đồi Thông",
            "1. Các thôn cử đội bóng chuyền hơi thi đấu ngày 05/10/2024.\n"
            "2. Kẻ sân, căng lưới trước hai ngày.\n"
            "3. Trạm y tế cử người trực.",
            "Giải bóng chuyền hơi người cao tuổi xã Đồi Thông",
            ("Giải bóng", "hai đội", "báo cáo"),
            ("hương ước", "Trùng tu", "biển chỉ đường", "xe điện", "hiện vật"),
        ),
    ),
    (
        HEALTH,
        Event(
            "TRUNG TÂM Y TẾ HUYỆN PHÚ LÂM",
            "Triển khai Chiến dịch tiêm bổ sung vắc xin sởi năm 2024",
            "1. Tiêm vắc xin sởi cho trẻ 1-5 tuổi từ ngày 04/3 đến ngày 15/3/2024.\n"
            "2. Lập danh sách trẻ chưa tiêm, cả trẻ tạm trú.\n"
            "3. Giữ vắc xin ở 2-8 độ C.",
            "Chiến dịch tiêm bổ sung vắc xin sởi năm 2024",
            ("vắc xin sởi", "Rà soát", "báo cáo"),
            ("thức ăn đường phố", "bọ gậy", "huyết áp", "chủ quán"),
        ),
    ),
    (
        YOUTH,
        Event(
            "HUYỆN ĐOÀN PHÚ LÂM",
            "Tổ chức Diễn đàn khởi nghiệp nông nghiệp sạch huyện Phú Lâm",
            "1. Mời 100 chủ vườn dự diễn đàn khởi nghiệp nông nghiệp sạch ngày 12/8/2024.\n"
            "2. Trưng bày rau, quả của các tổ hợp tác.\n"
            "3. Hai chuyên gia trả lời câu hỏi.",
            "Diễn đàn khởi nghiệp nông nghiệp sạch huyện Phú Lâm",
            ("30 dự án", "Diễn đàn", "báo cáo"),
            ("Mẹ Việt Nam", "đơn vị máu", "cầu khỉ", "Dạy bơi", "sân chơi", "đoàn viên"),
        ),
    ),
    (  # no event, but what a heading says
        HEALTH,
        Event(
            "TRUNG TÂM Y TẾ HUYỆN PHÚ LÂM",
            "Phòng, chống sốt xuất huyết Dengue năm 2024",
            "1. Thả cá diệt bọ gậy tại các bể nước.\n2. Phun hóa chất diệt muỗi ở ổ dịch.",
            None,  # not quite the heading's words: all stays owed
        ),
    ),
    (
        Wide(HEALTH.issuer, HEALTH.title, HEALTH.content.replace("Sốt xuất", "Chống sốt xuất")),
        Event(
            "TRUNG TÂM Y TẾ HUYỆN PHÚ LÂM",
            "Chống sốt xuất huyết năm 2024",
            "1. Thả cá diệt bọ gậy tại các bể nước.\n2. Phun hóa chất diệt muỗi ở ổ dịch.",
            "Chống sốt xuất huyết năm 2024",
            ("báo cáo", "Thả cá", "Phun hóa"),
            ("thức ăn đường phố", "vắc xin", "huyết áp"),
        ),
    ),
]


def difference(parent: Wide, child: Event, cites: str = "12/KH-UBND") -> PlanDiff:
    return compare(vnplan.parse(parent.text()), vnplan.parse(child.text(cites)))


def of_words(diff: PlanDiff, words: str) -> list[DiffItem]:
    found = [item for item in diff.items if item.parent and words in item.parent.text]
    assert found, words
    return found


@pytest.mark.parametrize(("parent", "child"), EXAMPLES, ids=lambda one: one.title)
def test_what_one_event_owes(parent: Wide, child: Event) -> None:
    diff = difference(parent, child)
    assert diff.subject == child.subject
    for words in child.owed:
        assert all(i.status != "not_applicable" for i in of_words(diff, words)), words
    for words in child.others:
        for item in of_words(diff, words):
            assert item.status == "not_applicable", words
            assert item.reason == f"kế hoạch này chỉ về: {child.subject}"


def if_nothing_were_found(parent: Wide, child: Event, score: float) -> tuple[str, Subject | None]:
    """All duties that would lie outside, in their words, and the subject."""
    plans = vnplan.parse(parent.text()), vnplan.parse(child.text())
    duties = find_units(plans[0])
    missing = dict.fromkeys(range(len(duties)), Verdict("missing", score))
    subject = find_subject(*plans, duties, missing)
    return "".join(duties[place].text for place in subject.outside) if subject else "", subject


@pytest.mark.parametrize(("parent", "child"), EXAMPLES, ids=lambda one: one.title)
def test_what_one_event_owes_though_it_has_nothing_of_it(parent: Wide, child: Event) -> None:
    outside, subject = if_nothing_were_found(parent, child, 0.95)
    assert (subject and subject.words) == child.subject
    assert not [words for words in child.owed if words in outside]
    assert all(words in outside for words in child.others)


def test_what_something_in_the_child_comes_near_to_stays_owed() -> None:
    assert if_nothing_were_found(*EXAMPLES[0], 0.7) == ("", None)


ALL_OF_READING = """
1. Mở tủ sách tại nhà văn hóa thôn trước ngày 30/6/2024.
2. Thi kể chuyện theo sách cho học sinh trong tháng 4 năm 2024.
3. Lắp máy tính nối mạng tại phòng đọc.
4. Quét 500 trang tư liệu địa chí.
"""
CONTEST = EXAMPLES[0][1].content
MONTH = Wide(READING.issuer, "Tổ chức Tháng hành động vì trẻ em năm 2024", READING.content)
SUMMER = Wide(READING.issuer, "Chiến dịch Thanh niên tình nguyện hè năm 2024", READING.content)
GENDER = Wide(
    READING.issuer,
    "Công tác bình đẳng giới và ứng phó với bạo lực trên cơ sở giới năm 2024",
    READING.content,
)
NARROW = Wide(
    READING.issuer,
    READING.title,
    "1. Tổ chức Hội thi kể chuyện theo sách.\n2. Thay kệ, tủ đã hư hỏng.\n3. Treo khẩu hiệu.",
)
EVERYWHERE = Wide(
    READING.issuer,
    READING.title,
    """
1. Trang trí nơi kể chuyện theo sách bằng vật liệu tái chế.
2. Mời nghệ sĩ kể chuyện theo sách cho thiếu nhi.
3. Phát thanh phần kể chuyện theo sách đoạt giải.
4. Thay kệ, tủ đã hư hỏng.
5. Quét 2.000 trang tư liệu.
6. Lắp máy tính nối mạng.
""",
)
REFUSED = [
    # the parent's title, with and without an event
    (READING, "Phát triển văn hóa đọc năm 2024", CONTEST),
    (READING, "Phát triển văn hóa đọc xã Đồi Thông", CONTEST),
    (READING, "Tổ chức Ngày hội văn hóa đọc năm 2024", CONTEST),
    (READING, "Triển khai thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh", CONTEST),
    (READING, "Hội nghị triển khai Kế hoạch số 12/KH-UBND", CONTEST),
    (MONTH, "Tổ chức Tháng hành động vì trẻ em năm 2024", CONTEST),
    (MONTH, "Tháng hành động vì trẻ em xã Đồi Thông", CONTEST),
    (FIRE, "Tổ chức Đợt cao điểm về PCCC và CNCH năm 2024", CONTEST),
    # some of its words, if they are three in a row
    (GENDER, "Tổ chức Diễn đàn bình đẳng giới và kể chuyện sách", CONTEST),
    # a campaign under a name of its own
    (SUMMER, "Tổ chức Chiến dịch Mùa hè xanh kể chuyện sách", CONTEST),
    (
        Wide(YOUTH.issuer, "Tuổi trẻ Hưng Giang vì cộng đồng năm 2024", YOUTH.content),
        "Chiến dịch xóa cầu khỉ",  # the parent asks for no campaign
        CONTEST,
    ),
    # more than one thing
    (READING, "Tổ chức Hội thi kể chuyện sách và các hoạt động chào mừng", CONTEST),
    (READING, "Tổ chức Hội thi kể chuyện sách, Ngày hội đổi sách cũ", CONTEST),
    # words that only begin like an event
    (READING, "Giải pháp kể chuyện sách cho học sinh", CONTEST),
    (READING, "Thi đua kể chuyện sách", CONTEST),
    # an event that the parent does not name
    (READING, "Tổ chức Hội thi nấu cơm niêu", CONTEST),
    # a parent of a few topics, and one that speaks of the subject everywhere
    (NARROW, "Tổ chức Hội thi kể chuyện sách", CONTEST),
    (EVERYWHERE, "Tổ chức Hội thi kể chuyện sách", CONTEST),
    # an event by its title, the whole plan by what it says
    (READING, "Tổ chức Hội thi kể chuyện sách", ALL_OF_READING),
]


@pytest.mark.parametrize(("parent", "title", "content"), REFUSED)
def test_what_owes_all(parent: Wide, title: str, content: str) -> None:
    diff = difference(parent, Event("TRƯỜNG TIỂU HỌC ĐỒI THÔNG", title, content, None))
    assert diff.subject is None
    assert not any("chỉ về" in (item.reason or "") for item in diff.items)


def test_a_child_that_does_not_cite_the_parent_owes_all() -> None:
    parent, child = EXAMPLES[0]
    assert difference(parent, child, "98/KH-SGDĐT").subject is None


def test_what_is_found_stays_found() -> None:
    parent, child = EXAMPLES[0]
    more = child._replace(content=child.content + "\n4. Lắp máy tính nối mạng tại phòng đọc.")
    diff = difference(parent, more)
    assert diff.subject
    assert [item.status for item in of_words(diff, "Lắp máy tính")] == ["covered"]


def test_the_report_says_once_what_the_subject_was_taken_to_be() -> None:
    parent, child = EXAMPLES[0]
    diff = difference(parent, child)
    assert "taken to be only about: Hội thi kể chuyện sách năm 2024" in as_text(diff, width=120)
    told = as_text(diff, lang="vi", width=120)
    assert told.count("được coi là chỉ về: Hội thi kể chuyện sách năm 2024") == 1
    assert PlanDiff.model_validate_json(diff.to_json()) == diff


def test_why_a_duty_of_another_subject_is_none_of_the_childs() -> None:
    parent, child = (vnplan.parse(one.text()) for one in EXAMPLES[0])
    told = vnplan.explain(parent, child, "II.3.a")
    assert (told.item.status, told.decided) == ("not_applicable", "settled")


@pytest.mark.parametrize(
    ("title", "event", "matter"),
    [
        ("Về việc tổ chức Ngày hội STEM cấp trường năm 2024", "ngày hội", "stem"),
        ("Kế hoạch: Đợt kiểm tra bếp ăn tập thể quý II", "đợt kiểm tra", "bếp ăn tập thể"),
        ("Tham gia Lễ tuyên dương thợ giỏi của tỉnh", "lễ", "tuyên dương thợ giỏi"),
        ("MỞ LỚP TẬP HUẤN SƠ CẤP CỨU", "lớp tập huấn", "sơ cấp cứu"),
        ("Giải quyết việc làm năm 2024", "", "giải quyết việc làm"),
        ("Giải trình ý kiến cử tri", "", "giải trình ý kiến cử tri"),
        ("Tăng cường công tác thi hành án", "", "thi hành án"),
        ("", "", ""),
    ],
)
def test_what_a_title_is_about(title: str, event: str, matter: str) -> None:
    found = read_title(Draft(title).plan())
    assert (found.event, " ".join(found.syllables)) == (event, matter)


@pytest.mark.parametrize(
    ("title", "issuer", "matter"),
    [
        ("Trồng cây xã Hoà Thuỵ", "UBND xã Hòa Thụy", "trồng cây xã"),
        ("Trồng cây xã Hòa Thụy", "Uỷ ban nhân dân xã Hoà Thuỵ", "trồng cây xã"),
        ("Trồng cây xã Hoà Thuỵ", "UBND xã Hoa Thùy", "trồng cây xã hòa thụy"),  # another place
        ("Dạy hoà thanh cho thiếu nhi", "UBND xã Hòa Thanh", "dạy hòa thanh"),  # no name
    ],
)
def test_the_place_of_the_issuer_is_no_matter_of_a_title(
    title: str, issuer: str, matter: str
) -> None:
    found = read_title(Draft(title).plan(issuer=issuer), for_whom=False)
    assert " ".join(found.syllables) == matter


@pytest.mark.parametrize(
    ("parent", "child", "whole"),
    [
        ("Phát triển văn hóa đọc năm 2024", "Ngày hội đổi sách cũ", False),
        ("Phát triển văn hóa đọc năm 2024", "Ngày hội đọc sách", True),  # one word of its own
        ("Phát triển văn hóa đọc năm 2024", "Ngày hội văn hóa làng", True),  # half of its words
        ("Công tác văn hóa, thể thao và du lịch", "Giải thể thao người cao tuổi", False),
        ("Tháng Thanh niên và tình nguyện vì cộng đồng", "Giải bóng đá học sinh", False),
        ("Tháng hành động vì trẻ em", "Tháng cao điểm chăm lo thiếu nhi", True),  # a new name
        ("Hội thi nấu ăn", "Lễ trao giải cho đầu bếp giỏi", True),  # one event
        ("Công tác phòng cháy, chữa cháy", "Hội thi PCCC giỏi toàn xã", True),
        ("Công tác PCCC, an ninh, trật tự", "Hội thi phòng cháy, chữa cháy giỏi toàn xã", True),
        ("Công tác văn hóa, thể thao và du lịch", "Hội thi thể thao", True),  # nothing of its own
        ("Phát triển văn hóa đọc", "", True),
        ("", "Hội thi kể chuyện sách", True),
    ],
)
def test_whether_a_title_may_mean_the_whole_plan(parent: str, child: str, whole: bool) -> None:
    titles = [read_title(Draft(title).plan()) for title in (parent, child)]
    assert is_whole(*titles) is whole


PAIRS = sorted(path.parent for path in (ROOT / "corpora").glob("*/diff.gold.json"))


@pytest.mark.parametrize("folder", PAIRS, ids=lambda path: path.name)
def test_no_known_child_is_taken_for_one_event(folder: Path) -> None:
    parent, child = (vnplan.read(folder / name) for name in ("parent.txt", "child.txt"))
    assert compare(parent, child).subject is None
    assert compare(parent, parent).subject is None


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("chuyen-doi-so-tinh-so", "Tập huấn kỹ năng số trên nền tảng học tập trực tuyến mở"),
        ("cum-a-h1n1-so-benh-vien", "Diễn tập quy trình tiếp nhận"),
        ("he-tinh-nguyen-tinh-doan-huyen-doan", "Lễ thắp nến tri ân tại nghĩa trang liệt sĩ"),
        ("pccc-xa-truong", "Kiểm tra toàn bộ hệ thống dây dẫn"),
    ],
)
def test_a_child_that_answers_everything_is_about_everything(name: str, title: str) -> None:
    folder = ROOT / "corpora" / name
    parent, child = (vnplan.read(folder / name) for name in ("parent.txt", "child.txt"))
    assert compare(parent, child.model_copy(update={"title": title})).subject is None

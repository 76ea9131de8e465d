"""Words of the plans that ``shelf.py`` invents: movements, duties, phrases, syllables of names.

No place, movement, decision or person of these is meant to exist. ``[a|b]`` is a choice; ``{t}``
is what the movement is about, ``{p}`` a share and ``{n}`` a count to reach.
"""

from __future__ import annotations

from typing import NamedTuple


class Task(NamedTuple):
    """A duty that a plan may give: its words, and least and most of the value to reach."""

    words: str
    least: int = 0
    most: int = 0


class Topic(NamedTuple):
    """A movement: its name, what it is about, and the duties that only it has."""

    name: str
    about: str
    tasks: tuple[Task, ...]


TOPICS = (
    Topic(
        "Sáng đường quê, sạch ngõ xóm",
        "vệ sinh môi trường nông thôn",
        (
            Task("Trồng mới [ít nhất|tối thiểu] {n} km đường hoa dọc các trục giao thông", 4, 30),
            Task(
                "Thu gom [ít nhất|tối thiểu] {p}% rác thải sinh hoạt tại các điểm tập kết", 75, 98
            ),
            Task("Thay bóng đèn sợi đốt bằng đèn năng lượng mặt trời trên các tuyến ngõ xóm"),
            Task("Nạo vét kênh mương nội đồng [trước mùa mưa|chuẩn bị cho mùa mưa]"),
            Task("Xóa bỏ các điểm đổ [rác tự phát|rác bừa bãi] ven sông suối"),
            Task("Di dời chuồng trại chăn nuôi ra khỏi khu vực [đông dân cư|dân cư tập trung]"),
        ),
    ),
    Topic(
        "Nụ cười công sở",
        "văn hóa công sở",
        (
            Task("Trang bị máy lấy số tự động tại [phòng tiếp dân|nơi tiếp công dân]"),
            Task("Trả kết quả đúng hẹn đối với [ít nhất|tối thiểu] {p}% hồ sơ", 80, 98),
            Task("Gửi thư xin lỗi người dân khi giải quyết hồ sơ [trễ hạn|quá hạn]"),
            Task("Đeo thẻ chức danh trong [suốt giờ làm việc|toàn bộ thời gian làm việc]"),
            Task("Cắt giảm [ít nhất|tối thiểu] {p}% số cuộc họp nội bộ", 20, 50),
            Task("Lấy ý kiến đánh giá mức độ hài lòng bằng mã phản hồi nhanh tại quầy giao dịch"),
        ),
    ),
    Topic(
        "Mỗi nhà một kệ sách",
        "văn hóa đọc",
        (
            Task("Luân chuyển [ít nhất|tối thiểu] {n} nghìn bản sách về cơ sở", 2, 20),
            Task("Vận động [ít nhất|tối thiểu] {p}% gia đình lập kệ sách tại nhà", 30, 80),
            Task("Mở cửa phòng đọc ngoài giờ hành chính để [phục vụ|tiếp đón] bạn đọc nhí"),
            Task("Tổ chức [ngày hội|liên hoan] kể chuyện theo sách cho lứa tuổi măng non"),
            Task("Dựng quầy trao đổi sách cũ tại [bến xe|sân bến xe]"),
            Task("Ghi âm sách nói phục vụ [người khiếm thị|bạn đọc khiếm thị]"),
        ),
    ),
    Topic(
        "Xóm làng không khói thuốc",
        "phòng, chống tác hại của thuốc lá",
        (
            Task("Gắn biển cấm hút thuốc tại [ít nhất|tối thiểu] {p}% địa điểm công cộng", 70, 98),
            Task("Tư vấn cai nghiện miễn phí cho [ít nhất|tối thiểu] {n} trăm người", 2, 15),
            Task("Xử phạt hành vi bán thuốc lá cho trẻ vị thành niên"),
            Task("Gỡ bỏ biển quảng cáo thuốc lá quanh [cổng trường|khu vực trường học]"),
            Task("Khám sàng lọc bệnh phổi cho [người cao tuổi|các cụ cao tuổi]"),
            Task("Đưa quy định không mời thuốc trong đám hiếu hỉ vào hương ước"),
        ),
    ),
    Topic(
        "Triệu bước chân khỏe",
        "rèn luyện thân thể",
        (
            Task("Lắp đặt dụng cụ tập luyện ngoài trời tại [ít nhất|tối thiểu] {n} điểm", 5, 40),
            Task("Huy động [ít nhất|tối thiểu] {p}% dân số tập luyện thường xuyên", 30, 60),
            Task("Tổ chức giải chạy việt dã [xuyên đồi chè|qua các đồi chè]"),
            Task("Duy trì thể dục giữa giờ tại [công sở|nơi làm việc]"),
            Task("Cải tạo bãi đất trống thành sân bóng mini"),
            Task("Phổ cập môn bơi cho [học sinh tiểu học|trẻ em bậc tiểu học]"),
        ),
    ),
    Topic(
        "Dòng sông xanh",
        "bảo vệ nguồn nước",
        (
            Task("Quan trắc chất lượng nước mặt tại [ít nhất|tối thiểu] {n} vị trí", 6, 40),
            Task("Đấu nối [ít nhất|tối thiểu] {p}% nước thải vào hệ thống xử lý tập trung", 50, 90),
            Task("Thả cá giống bản địa xuống [hồ đập|các hồ đập]"),
            Task("Trám lấp giếng khoan [không dùng|bỏ hoang]"),
            Task("Vớt bèo trên mặt sông [bằng thuyền|bằng ghe] tự chế"),
            Task("Cắm mốc hành lang bảo vệ [bờ kè|bờ sông]"),
        ),
    ),
    Topic(
        "Mái ấm nghĩa tình",
        "xóa nhà tạm, nhà dột nát",
        (
            Task("Khởi công [ít nhất|tối thiểu] {n} căn nhà cho hộ nghèo", 10, 90),
            Task("Giải ngân [ít nhất|tối thiểu] {p}% nguồn vốn tín dụng làm nhà", 80, 98),
            Task("Thiết kế mẫu nhà tránh lũ phù hợp với [phong tục|tập quán] của từng vùng"),
            Task("Huy động thợ xây lành nghề [giúp ngày công|đóng góp ngày công]"),
            Task("Miễn lệ phí cấp phép xây dựng cho hộ cận nghèo"),
            Task("Tặng bồn chứa nước sạch cho gia đình neo đơn"),
        ),
    ),
    Topic(
        "Tuổi thơ an toàn",
        "phòng, chống tai nạn thương tích trẻ em",
        (
            Task("Rào chắn [ít nhất|tối thiểu] {n} ao hồ nguy hiểm", 10, 80),
            Task("Trang bị áo phao cho [ít nhất|tối thiểu] {p}% học sinh đi đò", 80, 98),
            Task("Tập huấn sơ cứu đuối nước cho [giáo viên mầm non|giáo viên bậc mầm non]"),
            Task("Cắm biển cảnh báo hố sâu tại [công trường|các công trường]"),
            Task("Kiểm định đồ chơi ngoài trời ở khu vui chơi thiếu nhi"),
            Task("Bố trí người trông trẻ trong dịp nghỉ hè"),
        ),
    ),
    Topic(
        "Chợ số văn minh",
        "thanh toán không dùng tiền mặt",
        (
            Task("Hướng dẫn [ít nhất|tối thiểu] {p}% tiểu thương mở tài khoản điện tử", 60, 95),
            Task(
                "Phủ sóng mạng không dây miễn phí tại [ít nhất|tối thiểu] {n} chợ dân sinh", 4, 30
            ),
            Task("Dán mã thanh toán ngay [tại sạp hàng|trên sạp hàng]"),
            Task("Ngăn chặn hành vi lừa đảo chiếm đoạt ví điện tử"),
            Task("Thu phí gửi xe bằng hình thức chuyển khoản"),
            Task("Trao thưởng gian hàng [niêm yết đúng giá|bán đúng giá niêm yết]"),
        ),
    ),
    Topic(
        "Giọt hồng sẻ chia",
        "hiến máu tình nguyện",
        (
            Task("Tiếp nhận [ít nhất|tối thiểu] {n} trăm đơn vị máu", 5, 60),
            Task("Vận động [ít nhất|tối thiểu] {p}% công chức đăng ký hiến máu nhắc lại", 15, 45),
            Task("Xét nghiệm nhóm máu hiếm cho [người tình nguyện|tình nguyện viên]"),
            Task("Sửa chữa xe lấy máu lưu động [hư hỏng|xuống cấp]"),
            Task("Thăm hỏi người hiến máu gặp [phản ứng bất lợi|phản ứng không mong muốn]"),
            Task("Trao huy hiệu cho người hiến máu từ mười lần trở lên"),
        ),
    ),
    Topic(
        "Đồng ruộng sạch",
        "sản xuất nông nghiệp an toàn",
        (
            Task(
                "Đặt bể chứa vỏ bao bì thuốc trừ sâu tại [ít nhất|tối thiểu] {n} cánh đồng", 8, 60
            ),
            Task("Cấp mã số vùng trồng cho [ít nhất|tối thiểu] {p}% diện tích cây ăn quả", 40, 90),
            Task("Ủ phân hữu cơ từ [rơm rạ|phụ phẩm rơm rạ] sau thu hoạch"),
            Task("Chuyển đổi lúa kém hiệu quả sang trồng [sen|sen lấy hạt]"),
            Task("Bẫy chuột đồng bằng biện pháp thủ công"),
            Task("Truy xuất nguồn gốc nông sản [bằng tem điện tử|qua tem điện tử]"),
        ),
    ),
    Topic(
        "Tiết kiệm từng số điện",
        "sử dụng năng lượng tiết kiệm",
        (
            Task("Giảm [ít nhất|tối thiểu] {p}% điện năng chiếu sáng công cộng", 10, 35),
            Task("Lắp đặt điện mặt trời mái nhà tại [ít nhất|tối thiểu] {n} trụ sở", 3, 25),
            Task("Tắt điều hòa nhiệt độ ngoài khung giờ [cao điểm|quy định]"),
            Task("Thay thế động cơ bơm nước [lạc hậu|cũ kỹ] tại trạm thủy nông"),
            Task("Kiểm toán năng lượng đối với cơ sở sản xuất gạch ngói"),
            Task("Dán nhãn sao năng lượng trên [thiết bị gia dụng|đồ gia dụng]"),
        ),
    ),
    Topic(
        "Tuổi vàng sống vui",
        "chăm sóc người cao tuổi",
        (
            Task("Lập hồ sơ sức khỏe cho [ít nhất|tối thiểu] {p}% người từ 70 tuổi", 75, 98),
            Task("Mừng thọ [ít nhất|tối thiểu] {n} trăm cụ tròn tuổi", 2, 30),
            Task("Mổ đục thủy tinh thể [nhân đạo|miễn phí] cho bệnh nhân nghèo"),
            Task("Mở lớp dưỡng sinh buổi sáng ở [nhà văn hóa|hội trường] thôn"),
            Task("Tặng thẻ xe buýt không mất tiền"),
            Task("Giao lưu cờ tướng [giữa các thế hệ|liên thế hệ]"),
        ),
    ),
    Topic(
        "Ngõ phố bình yên",
        "bảo đảm trật tự, an toàn giao thông",
        (
            Task("Sơn lại vạch kẻ đường tại [ít nhất|tối thiểu] {n} nút giao", 10, 70),
            Task("Kéo giảm [ít nhất|tối thiểu] {p}% số vụ va chạm", 10, 40),
            Task("Phát quang cây cối che khuất [tầm nhìn|tầm quan sát] ở khúc cua"),
            Task("Giải tỏa mái che lấn chiếm [vỉa hè|hè phố]"),
            Task("Đổi mũ bảo hiểm kém chất lượng lấy mũ đạt chuẩn"),
            Task("Ghi hình phương tiện vi phạm qua camera giám sát"),
        ),
    ),
    Topic(
        "Cây xanh học đường",
        "xây dựng trường học xanh",
        (
            Task("Trồng [ít nhất|tối thiểu] {n} trăm cây bóng mát trong sân trường", 2, 20),
            Task("Phủ xanh [ít nhất|tối thiểu] {p}% diện tích sân chơi", 30, 70),
            Task("Làm vườn rau thực nghiệm phục vụ [giờ học sinh học|tiết sinh học]"),
            Task("Tái chế lốp xe thành [bồn hoa|chậu hoa]"),
            Task("Thu hồi pin cũ để xử lý riêng"),
            Task("Ươm giống cây rừng [bản địa|địa phương] tặng phụ huynh"),
        ),
    ),
)

# duties that fit any movement
TASKS = (
    Task("Phát thanh [ít nhất|tối thiểu] {n} kỳ chuyên mục về {t}", 10, 45),
    Task("Cấp phát [ít nhất|tối thiểu] {n} nghìn tờ gấp [nhiều màu|in màu]", 5, 40),
    Task("Bồi dưỡng kỹ năng thuyết trình cho [ít nhất|tối thiểu] {n} báo cáo viên", 10, 80),
    Task("Ký giao ước thi đua giữa [các cụm|các cụm thi đua]"),
    Task("Điều tra xã hội học bằng phiếu hỏi [in sẵn|in giấy]"),
    Task("Thiết lập đường dây nóng tiếp nhận [phản ánh|ý kiến phản ánh] của công dân"),
    Task("Treo khẩu hiệu dọc [trục đường chính|các trục đường chính]"),
    Task("Số hóa [ít nhất|tối thiểu] {p}% tài liệu lưu trữ", 60, 95),
    Task("Kết nghĩa với [ít nhất|tối thiểu] {n} đơn vị bộ đội", 4, 20),
    Task("Dàn dựng tiểu phẩm sân khấu tham gia [hội diễn|liên hoan] quần chúng"),
    Task("Đối thoại trực tiếp với [thế hệ trẻ|lớp trẻ]"),
    Task("In biểu trưng trên [ít nhất|tối thiểu] {p}% xe công vụ", 20, 60),
    Task("Đón tiếp các đoàn bạn đến [tham quan|tìm hiểu]"),
    Task("Sưu tầm hiện vật trưng bày [tại phòng truyền thống|ở phòng truyền thống]"),
    Task("Thành lập đội xung kích có [ít nhất|tối thiểu] {n} thành viên", 10, 60),
    Task("Viết bài biểu dương gương điển hình tiên tiến [trên báo|trên mặt báo] địa phương"),
    Task("Cập nhật dữ liệu vào phần mềm [dùng chung|quản lý dùng chung]"),
    Task("Biên soạn sổ tay hỏi đáp dành cho [cán bộ cơ sở|cán bộ ở cơ sở]"),
)

# ---------------------------------------------------------------- what a plan says beside

SCOPES = (
    "",
    "trong cán bộ, công chức, viên chức",
    "trong đoàn viên, thanh niên",
    "đối với hộ kinh doanh",
    "tại khu dân cư",
    "trong hội viên phụ nữ",
    "trong lực lượng vũ trang",
    "đối với hợp tác xã",
    "trong công nhân, lao động",
    "tại vùng đồng bào dân tộc thiểu số",
    "trong hội viên nông dân",
    "đối với doanh nghiệp nhỏ",
    "trong cựu chiến binh",
    "tại khu vực đô thị",
)
TITLES = ("Triển khai", "Thực hiện", "Tổ chức", "Hưởng ứng", "Đẩy mạnh")
MOVEMENT = "Phong trào thi đua “{}”"
IN_BRANCH, IN_TERRITORY, AT_UNIT = "của ngành {}", "trên địa bàn {}", "tại {}"
IN_YEAR, PERIOD = "năm {}", "giai đoạn {} - {}"
AIMS = (
    "Nâng cao nhận thức, trách nhiệm của các tầng lớp nhân dân về {t}.",
    "Tạo [chuyển biến rõ nét|bước chuyển rõ rệt] trong công tác {t}.",
    "Khơi dậy [tinh thần tự giác|ý thức tự giác] của mỗi người, mỗi nhà trong việc {t}.",
    "Góp phần [hoàn thành thắng lợi|thực hiện thắng lợi] nhiệm vụ của địa phương, đơn vị.",
    "Phát huy sức mạnh [tổng hợp|đoàn kết] của cả hệ thống chính trị trong công tác {t}.",
)
DEMANDS = (
    "Việc tổ chức phải [thiết thực|thực chất], tránh phô trương hình thức.",
    "Xác định rõ [người chịu trách nhiệm|trách nhiệm của người đứng đầu] đối với từng phần việc.",
    "Gắn kết quả [thi đua|phong trào] với việc đánh giá, xếp loại cuối năm.",
    "Sử dụng kinh phí đúng mục đích, [tiết kiệm|hiệu quả].",
    "Bảo đảm [công khai, minh bạch|minh bạch, công khai] trong bình xét.",
)
PURPOSE = ("MỤC ĐÍCH, YÊU CẦU", "Mục đích", "Yêu cầu")
CONTENT = ("NỘI DUNG THỰC HIỆN", "NHIỆM VỤ VÀ GIẢI PHÁP", "NHIỆM VỤ TRỌNG TÂM", "NỘI DUNG THI ĐUA")
LABELLED = ("numbers", "letters", "decimals")
LAYOUTS = (*LABELLED, "bullets")
GROUPS = (
    "Công tác tuyên truyền, vận động",
    "Các hoạt động trọng tâm",
    "Nhân rộng kết quả",
)
SITUATION = "ĐẶC ĐIỂM TÌNH HÌNH"
SITUATIONS = {
    "province": "{0} có {1} đơn vị trực thuộc với {2} cán bộ, công chức, viên chức.",
    "district": "{0} có {1} xã với {2} hộ dân; phần lớn lao động làm nông nghiệp.",
    "commune": "{0} có {1} thôn với {2} nhân khẩu; kinh tế chủ yếu dựa vào trồng trọt.",
    "unit": "{0} có {1} tổ, bộ phận với {2} lượt người đến mỗi năm.",
}
REMARKS = (
    "Những năm qua, công tác {t} đã đạt [một số kết quả|kết quả] bước đầu, song vẫn còn hạn chế.",
    "Nhận thức của một bộ phận người dân về {t} chưa [đầy đủ|đồng đều].",
    "Cơ sở vật chất còn thiếu thốn, nguồn lực [hạn hẹp|chưa dồi dào].",
)
TARGETS = ("CHỈ TIÊU", "MỤC TIÊU, CHỈ TIÊU", "CHỈ TIÊU PHẤN ĐẤU")
RESULTS = (
    "Phấn đấu {p}% người dân được tiếp cận thông tin về {t}.",
    "Tỷ lệ người dân hài lòng đạt từ {p}% trở lên.",
    "Có {p}% cơ quan, đơn vị được xếp loại khá trở lên.",
    "Mỗi đơn vị có ít nhất 02 sáng kiến được công nhận.",
    "Phấn đấu {p}% hộ gia đình đăng ký tham gia.",
)
TIMETABLE = ("TIẾN ĐỘ THỰC HIỆN", "TIẾN ĐỘ")
STAGES = (
    "Giai đoạn 1 (từ tháng {0} đến tháng 12 năm {2}): phát động phong trào, đăng ký thi đua.",
    "Giai đoạn 2 (năm {3}): bình xét, tổng kết phong trào.",
)
MONTHS = (
    "Tháng {0} năm {2}: phát động phong trào tại các đơn vị.",
    "Từ tháng {1} năm {2} đến tháng 11 năm {3}: triển khai các hoạt động.",
    "Tháng 12 năm {3}: tổng kết, bình xét khen thưởng.",
)
AWARD = ("KHEN THƯỞNG", "HÌNH THỨC KHEN THƯỞNG")
FUNDING = ("KINH PHÍ THỰC HIỆN", "KINH PHÍ")
FUNDS = (
    "Kinh phí thực hiện được bố trí từ nguồn ngân sách theo phân cấp.",
    "Sử dụng nguồn chi thường xuyên được giao hằng năm.",
    "Lồng ghép kinh phí với nguồn xã hội hóa hợp pháp.",
)
IMPLEMENTATION = ("TỔ CHỨC THỰC HIỆN", "PHÂN CÔNG THỰC HIỆN")

# by level: who helps the head, who pays, who tells, whose bodies must obey
OFFICES = {
    "province": ("Sở Nội vụ", "Sở Tài chính", "Văn phòng UBND tỉnh", "UBND các huyện"),
    "department": (
        "Văn phòng Sở",
        "Phòng Kế hoạch - Tài chính",
        "Thanh tra Sở",
        "Các đơn vị trực thuộc",
    ),
    "district": (
        "Phòng Nội vụ",
        "Phòng Tài chính - Kế hoạch",
        "Văn phòng HĐND và UBND huyện",
        "UBND các xã",
    ),
    "commune": ("Văn phòng UBND xã", "Công chức Kế toán", "Nhà văn hóa xã", "Trưởng các thôn"),
    "school": ("Tổ Văn phòng", "Bộ phận Kế toán", "Đoàn trường", "Các tổ chuyên môn"),
    "hospital": (
        "Phòng Tổ chức - Hành chính",
        "Phòng Tài chính - Kế toán",
        "Phòng Công tác xã hội",
        "Các khoa, phòng",
    ),
}
LEADING = "{0} chủ trì, phối hợp với {1} [theo dõi|đôn đốc] việc thực hiện Kế hoạch."
PAYING = "{0} [cân đối|bố trí] kinh phí thực hiện."
KEEPING = "{0} [bảo quản|cất giữ] cờ, phù hiệu của phong trào."
OBEYING = "{0} [cụ thể hóa|quán triệt] nội dung Kế hoạch đến từng cán bộ."
REPORTING = "{0} tổng hợp kết quả, báo cáo {1}"
REPORTS = ("CHẾ ĐỘ BÁO CÁO", "THÔNG TIN, BÁO CÁO")
REPORTED = (
    "Các đơn vị gửi báo cáo kết quả về {}",
    "Người phụ trách từng phần việc lập bảng theo dõi gửi {}",
)
DOSSIER = "Hồ sơ đề nghị khen thưởng gửi về {}"
NOVEMBER = " trước ngày 10 tháng 11 hằng năm"
YEARLY = (" trước ngày 15 tháng 11 hằng năm", " trước ngày 05 tháng 12 hằng năm")
CLOSINGS = (
    "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị các đơn vị phản ánh về {0} "
    "để tổng hợp./.",
    "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện Kế hoạch này./.",
)
MINISTRY = "Bộ Nội vụ"
REWARDS = {
    "province": ("Bằng khen của Chủ tịch UBND tỉnh.", "Cờ thi đua của UBND tỉnh."),
    "department": ("Bằng khen của Chủ tịch UBND tỉnh.", "Giấy khen của Giám đốc Sở."),
    "district": ("Bằng khen của Chủ tịch UBND tỉnh.", "Giấy khen của Chủ tịch UBND huyện."),
    "commune": ("Giấy khen của Chủ tịch UBND huyện.", "Giấy khen của Chủ tịch UBND xã."),
    "school": ("Giấy khen của Hiệu trưởng.",),
    "hospital": ("Giấy khen của Giám đốc Bệnh viện.",),
}

# times
BEFORE = (
    "trước ngày {} tháng {} năm {}",
    "trước ngày {}/{}/{}",
    "chậm nhất ngày {} tháng {} năm {}",
)
IN_MONTH, IN_QUARTER = "trong tháng {} năm {}", "trong quý {} năm {}"
ENDS = ("{}, hoàn thành {}.", "{}, xong {}.", "{} {}.")
DAYS = ("ngày {} tháng {} năm {}", "ngày {}/{}/{}")

# head, grounds and end
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
TYPE, NUMBER, PLACE_DATE = "KẾ HOẠCH", "Số:", "{}, ngày {} tháng {} năm {}"
ISSUES = (
    "{} ban hành Kế hoạch thực hiện như sau:",
    "{} xây dựng Kế hoạch với những nội dung cụ thể như sau:",
    "{} ban hành Kế hoạch với các nội dung sau:",
)
GROUNDS = ("Căn cứ", "Thực hiện", "Triển khai thực hiện")
LAWS = ("Căn cứ Luật Thi đua, khen thưởng;", "Căn cứ Luật Ngân sách nhà nước;")
DECISION = "Căn cứ Quyết định số {} ngày {} tháng {} năm {} của {} về việc {};"
PROPOSAL = "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số {} {};"
WHOLE = "{} Kế hoạch số {} {} của {} về {};"
BY_NUMBER = "{} Kế hoạch số {} của {} về {};"
BY_TITLE = "{} Kế hoạch của {} về {};"
RELATIVE = {"province": "UBND tỉnh", "district": "UBND huyện"}
RECIPIENTS, FILED = "Nơi nhận:", "- Lưu: VT."
SIGNING = {
    "province": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    "department": ("", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    "district": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    "commune": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    "school": ("", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
    "hospital": ("", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
}

# decisions that the fixed numbers stand for; the first is in one plan of twenty
DECISIONS = (
    (
        "1315/QĐ-TTg",
        "17",
        "11",
        2014,
        "Thủ tướng Chính phủ",
        "phát động phong trào thi đua “Hành động vì cộng đồng”",
    ),
    (
        "2407/QĐ-TTg",
        "08",
        "9",
        2013,
        "Thủ tướng Chính phủ",
        "phê duyệt khung hoạt động vì cộng đồng",
    ),
    (
        "618/QĐ-BNV",
        "22",
        "5",
        2014,
        "Bộ trưởng Bộ Nội vụ",
        "hướng dẫn tổ chức phong trào thi đua ở cơ sở",
    ),
)

# ---------------------------------------------------------------- bodies and people

DEPARTMENTS = (
    ("Sở Y tế", "SYT"),
    ("Sở Giáo dục và Đào tạo", "SGDĐT"),
    ("Sở Nội vụ", "SNV"),
    ("Sở Tư pháp", "STP"),
    ("Sở Công Thương", "SCT"),
    ("Sở Tài chính", "STC"),
    ("Sở Xây dựng", "SXD"),
    ("Sở Khoa học và Công nghệ", "SKHCN"),
    ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
    ("Sở Nông nghiệp và Phát triển nông thôn", "SNNPTNT"),
    ("Sở Tài nguyên và Môi trường", "STNMT"),
    ("Sở Thông tin và Truyền thông", "STTTT"),
)
# whose symbol -> the kind of the bodies under it, how their names begin, and their symbols
UNDER_DEPARTMENTS = {
    "SYT": ("hospital", "Bệnh viện Đa khoa", "BV"),
    "SGDĐT": ("school", "Trường THPT", "THPT"),
}
SCHOOLS = (("Trường Tiểu học", "TH"), ("Trường THCS", "THCS"), ("Trường Mầm non", "MN"))

FIRST = (
    "An Bạch Bảo Bích Cam Cẩm Cát Diên Diễm Đại Đan Điền Đoài Đông Gia Giao Hạ Hạnh Hiền Hoàn "
    "Hoằng Hồng Huân Hưng Khang Khuê Kiến Kim Lam Lạc Lăng Liên Linh Long Lộc Lưu Mai Mạnh "
    "Mậu Minh Mỹ Ngân Ngọc Nguyệt Nhân Nhật Ninh Phong Phú Phúc Phượng Quan Quế Quỳnh Sa Sơn "
    "Tam Tân Thái Thanh Thạch Thiện Thịnh Thuần Thượng Tiên Tịnh Trúc Trung Tuyết Tùng Tường "
    "Uyên Vạn Vân Việt Xuân Yên"
)
LAST = (
    "An Ba Bàng Bích Cao Cầu Chi Châu Chung Cốc Cương Dã Diệp Duyên Đàm Đạo Điềm Đình Đoan Đô "
    "Động Giang Giáp Hà Hải Hiên Hoa Hòa Hoài Hợp Huyền Hương Khang Khánh Khê Kiều Lai Lãng "
    "Lâm Lân Lễ Liễu Lĩnh Loan Luân Lư Lương Lý Mã Mậu Miên Mộc Nam Nga Nghi Nghĩa Nguyên "
    "Nhai Nham Nhi Nhuận Phan Phổ Phương Quan Quang Quy Sa Sen Tập Thạch Thắng Thiên Thọ Thủy "
    "Tiến Toàn Trạch Tràng Trì Triều Tuyền Từ Vinh Vọng Xá Xuyên"
)
SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý"
MIDDLES = "Văn Thị Đức Hữu Quang Minh Thanh Ngọc Xuân Thu"
GIVEN = "An Bình Cường Dũng Giang Hà Hải Hạnh Hòa Hùng Khánh Lan Linh Long Mai Nam Nga Sơn Tâm"

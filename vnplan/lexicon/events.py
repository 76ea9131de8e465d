"""Events that a plan may be about alone, and what a title says besides its matter.

All are searched in lower case with marks of tone in the new style.
"""

# what a title begins with before it comes to its matter: Về việc tổ chức Hội thi …
TITLE_OPENINGS = (
    "kế hoạch",  # KẾ HOẠCH Tổ chức Ngày hội …
    "về việc",
    "v/v",
    "về",
    "ban hành",
    "phê duyệt",
    "tổ chức",
    "phát động",
    "triển khai",
    "thực hiện",
    "tham gia",  # Tham gia Hội thao cấp tỉnh
    "hưởng ứng",  # Hưởng ứng Tuần lễ …
    "đăng cai",
    "phối hợp",
    "mở",  # Mở lớp tập huấn …
    "các hoạt động",
    "hoạt động",
)

# events that span a time: such a child may carry out a whole campaign under a name of its own
CAMPAIGNS = (
    "chiến dịch",  # Chiến dịch Mùa hè xanh
    "tuần lễ",  # Tuần lễ hưởng ứng học tập suốt đời
    "tháng hành động",  # Tháng hành động vì trẻ em
    "tháng cao điểm",
    "tháng thanh niên",
    "tháng công nhân",
    "tháng an toàn",
    "đợt",  # Đợt cao điểm làm sạch bãi biển
    "đợt hoạt động",
    "ngày",  # Ngày Pháp luật; Ngày toàn dân hiến máu
)
# events that people come to, or that are over once done
OCCASIONS = (
    "hội thi",  # Hội thi kể chuyện theo sách
    "cuộc thi",  # Cuộc thi viết thư quốc tế
    "thi",  # Thi kéo co nhân ngày …
    "kỳ thi",
    "kỳ kiểm tra",
    "vòng thi",
    "ngày hội",  # Ngày hội STEM
    "lễ",  # Lễ phát động, Lễ ra quân, Lễ tuyên dương
    "lễ hội",
    "đại hội thể dục thể thao",
    "hội thao",  # Hội thao nghiệp vụ chữa cháy
    "hội diễn",  # Hội diễn văn nghệ quần chúng
    "hội trại",
    "hội chợ",
    "hội khỏe phù đổng",
    "hội thảo",
    "hội nghị",  # Hội nghị tập huấn
    "giải",  # Giải bóng chuyền hơi
    "liên hoan",  # Liên hoan tiếng hát
    "đêm hội",
    "đêm nhạc",
    "chương trình nghệ thuật",
    "chương trình văn nghệ",
    "diễn đàn",  # Diễn đàn trẻ em
    "tọa đàm",
    "buổi nói chuyện",
    "lớp tập huấn",  # Lớp tập huấn sơ cấp cứu
    "lớp bồi dưỡng",
    "khóa tập huấn",
    "khóa bồi dưỡng",
    "tập huấn",
    "diễn tập",  # Diễn tập phương án thoát nạn
    "đợt diễn tập",
    "đợt kiểm tra",  # Đợt kiểm tra vệ sinh bếp ăn
    "đợt khám",
    "đợt tiêm",  # Đợt tiêm bổ sung vắc xin sởi
    "đợt tuyên truyền",
    "đợt quyên góp",
    "kiểm tra",  # Kiểm tra bếp ăn tập thể quý II
    "đoàn kiểm tra",
    "khám sức khỏe",
    "mít tinh",
    "triển lãm",  # Triển lãm ảnh
    "trưng bày",
    "tham quan",
    "hành trình",  # Hành trình về địa chỉ đỏ
    "ngày chạy",  # Ngày chạy Olympic
)
EVENTS = CAMPAIGNS + OCCASIONS
# words that begin like an event and are none
NO_EVENTS = (
    "giải pháp",
    "giải quyết",  # Giải quyết việc làm năm 2024
    "giải trình",  # giải trình bằng văn bản
    "giải đáp",
    "giải thích",
    "giải tỏa",
    "giải phóng",
    "giải ngân",
    "giải thể",
    "thi đua",
    "thi hành",
    "thi công",
    "kiểm tra, giám sát",  # Kiểm tra, giám sát năm 2024: a yearly programme of its own
    "kiểm tra, thanh tra",
    "kiểm tra và",
)

# behind them a title says when, where, whose and for whom
MATTER_ENDS = (
    "năm",
    "giai đoạn",
    "quý",
    "mùa khô",
    "của",
    "tại",
    "trên địa bàn",
    "nhân dịp",
    "nhân ngày",
    "thực hiện",  # Hội thi … thực hiện Kế hoạch số 12/KH-UBND
    "theo kế hoạch",
    "lần thứ",
    "cấp trường",
    "cấp xã",
    "cấp huyện",
    "cấp tỉnh",
)
FOR_SOMEBODY = ("cho", "dành cho")  # Hội thi nấu ăn dành cho hội viên
# words of a title that tell no matter from another: Tăng cường công tác …
VAGUE = (
    "kế hoạch",
    "công tác",
    "tăng cường",
    "đẩy mạnh",
    "nâng cao",
    "chất lượng",
    "hiệu quả",
    "phát triển",
    "triển khai",
    "thực hiện",
    "tổ chức",
    "tham gia",
    "hoạt động",
    "phong trào",
    "chương trình",
    "nhiệm vụ",
    "theo",  # Hội thi kể chuyện theo sách
    "về",
    "và",
    "các",
    "với",
    "trong",
    "tỉnh",
    "huyện",
    "năm học",
)

# a title that says that there is more than one event: Hội thi … và các hoạt động chào mừng
OTHERS_TOO = ("kế hoạch", "công tác", "nhiệm vụ", "và các", "cùng các", "gắn với", "chuỗi")
JOINING = ("và", "kết hợp", "cùng")  # Ngày hội đọc sách và Hội thi vẽ tranh

# what any event under a plan has to do, whatever it is about
ANY_EVENT = (
    "báo cáo",  # Sau mỗi đợt báo cáo kết quả về Sở
    "sơ kết",
    "tổng kết",
    "dự toán",
    "kinh phí",
    "quyết toán",
    "xây dựng kế hoạch",
    "ban hành kế hoạch",
    "lập kế hoạch",
    "khen thưởng",
    "rút kinh nghiệm",
    "mọi hoạt động",
    "mỗi hoạt động",
    "từng hoạt động",
    "các hoạt động",  # Đăng tin, bài về các hoạt động của kế hoạch
    "các nội dung",
    "các sự kiện",
    "mỗi sự kiện",
    "mọi sự kiện",
)
# before the name of one event, which is then not any: tổ chức Hội thi vẽ tranh
HOLDING = ("tổ chức", "phát động", "mở", "tham gia", "tổ chức các", "hưởng ứng", "và", "đăng cai")

# why a duty lies outside the child's subject
ONLY_ABOUT = "kế hoạch này chỉ về: {}"

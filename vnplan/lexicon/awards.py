"""Forms of reward: Luật Thi đua, khen thưởng 06/2022/QH15 (Điều 9 and 20 to 58), and prizes."""

# hình thức khen thưởng, danh hiệu thi đua that plans grant, and prizes of contests; the longest
# one decides
FORMS = (
    "Bằng khen",
    "Giấy khen",
    "Cờ",  # Giải tập thể: Cờ và 1.000.000 đồng tiền thưởng
    "Cờ thi đua",
    "Cờ thi đua của Chính phủ",
    "Huân chương",
    "Huân chương Lao động",
    "Huân chương Độc lập",
    "Huân chương Bảo vệ Tổ quốc",
    "Huân chương Sao vàng",
    "Huân chương Hồ Chí Minh",
    "Huy chương",
    "Kỷ niệm chương",
    "Giải thưởng Hồ Chí Minh",
    "Giải thưởng Nhà nước",
    "Bằng Lao động sáng tạo",
    "Chiến sĩ thi đua toàn quốc",
    "Chiến sĩ thi đua cơ sở",
    "Lao động tiên tiến",
    "Tập thể lao động xuất sắc",
    "Tập thể lao động tiên tiến",
    "Tiền thưởng",
    "Thư khen",
    "giải nhất",
    "giải nhì",
    "giải ba",
    "giải tư",
    "giải khuyến khích",
    "giải đặc biệt",
    "giải phụ",
    "giấy chứng nhận",
    "quà lưu niệm",
)
PRIZE = "giải"  # 02 giải Thí sinh trẻ tuổi nhất
AFTER_PRIZE = ("mỗi", "cho", "trị giá", "với", "và", "gồm", "bằng", "thưởng")
MONEY = ("đồng", "nghìn đồng", "triệu đồng", "triệu")
OF = "của"  # Bằng khen của Thủ tướng Chính phủ
LEVEL = "cấp"  # Bằng khen cấp bộ
AUTHORITY_ENDS = ("cho", "đối với", "theo", "vì", "về", "từ", "trong", "hoặc", "kèm")

ANNUAL = ("hàng năm", "hằng năm", "thường xuyên hàng năm")
# nhân dịp tổng kết năm    not: tổng kết năm 2028 (the end of the plan), tổng kết 5 năm
ENDING_YEAR = ("tổng kết năm", "tổng kết cuối năm", "tổng kết công tác năm", "tổng kết năm học")
INTERIM = ("sơ kết",)
FINAL = ("tổng kết",)
AD_HOC = ("đột xuất", "chuyên đề")

COLLECTIVES, INDIVIDUALS = "tập thể", "cá nhân"  # Tập thể và cá nhân
COLLECTIVE = (
    COLLECTIVES,
    "đơn vị",
    "các trường",
    "các cơ sở",
    "các tổ chức",
    "các cơ quan",
    "cơ quan",
    "phòng, ban",
    "khoa, phòng",
    "các khoa",
    "các phòng",
    "địa phương",
    "xã",
    "thôn",
    "chi bộ",
    "đảng bộ",
    "tổ chức đảng",
    "lớp",
    "khu phố",
    "tổ dân phố",
)
INDIVIDUAL = (
    INDIVIDUALS,
    "công chức",
    "viên chức",
    "cán bộ",
    "người lao động",
    "hộ gia đình",
    "học sinh",
    "các em",
    "giáo viên",
    "đảng viên",
    "đoàn viên",
    "hội viên",
    "sinh viên",
)

TEAMS = (
    "tổ",
    "đội",
    "nhóm",
    "câu lạc bộ",
    "khoa",
    "phòng",
    "ban",
    "trường",
    "chi đoàn",
    "chi hội",
    "hộ",
)

# a line that names who is rewarded, not what for: Tập thể: Các phòng thuộc Sở
STANDARD = ("tiêu chuẩn", "tiêu chí", "điều kiện")
# what somebody has to do under a heading on rewards
AWARD_DUTIES = (
    "trình", "đề nghị", "gửi", "nộp", "hồ sơ", "báo cáo", "xem xét", "xét", "bình xét", "tổng hợp",
    "thực hiện", "tổ chức", "biểu dương", "khen thưởng", "chấm", "thẩm định", "phát động",
    "lựa chọn", "tham mưu", "đề xuất",
)  # fmt: skip

STATING = (
    "được",
    "đạt",
    "có",
    "là",
    "hoàn thành",
)  # Tập thể được đánh giá … và đạt các tiêu chuẩn sau:
# the points of all standards together are none themselves
TOTALS = (
    "tổng điểm",
    "tổng số điểm",
    "thang điểm",
    "điểm tối đa",
    "số điểm tối đa",
    "điểm thi tối đa",
)
# whom they are for follows: … được đề nghị xét khen:
COMMENDING = (
    "xét khen",
    "xét, khen",
    "xét tặng",
    "xét đề nghị",
    "được khen",
    "được biểu dương",
    "bình chọn",
    "bình xét",
)
TOWARDS = ("đối với", "với", "cho")
AND_WORDS = ("và",)
JOINERS = ("và", "hoặc", "kèm", "kèm theo", "cùng")
# who awards: Luật Thi đua, khen thưởng 06/2022/QH15, Điều 77 to 80
AWARDERS = (
    "chủ tịch nước", "thủ tướng chính phủ", "thủ tướng", "chủ tịch", "bộ trưởng", "giám đốc",
    "hiệu trưởng",
    "viện trưởng", "chánh án", "cục trưởng", "tổng cục trưởng", "chi cục trưởng", "thủ trưởng",
    "trưởng",
    "trưởng ban", "trưởng phòng", "bí thư", "chủ nhiệm", "tổng giám đốc", "UBND", "ủy ban nhân dân",
    "ban chấp hành", "ban thường vụ", "tư lệnh", "viện trưởng viện kiểm sát",
    "đảng ủy", "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "liên đoàn lao động", "LĐLĐ",
    "công đoàn", "ban thường trực", "ban chỉ huy", "công an",
)  # fmt: skip
PASSIVE = "được"  # được Giám đốc Sở tặng Giấy khen
BEFORE_GIVING = ("xem xét", "quyết định", "xét", "sẽ", "được")
GIVING = ("tặng", "trao", "trao tặng", "tặng thưởng")
PRIZE_LEADS = (
    "gồm", "nhận", "được nhận", "được tặng", "được trao", "gồm có", "bao gồm", "được cấp",
)  # fmt: skip
PROPOSING = ("đề nghị", "trình", "đề xuất", "tham mưu")
PRIZES = ("giải", "giấy chứng nhận", "quà", "phần thưởng", "tiền thưởng")

FILES = ("hồ sơ đề nghị", "hồ sơ khen thưởng", "hồ sơ gửi", "hồ sơ xét")

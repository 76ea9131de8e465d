"""Bodies, offices and persons: how their names begin, and at what level they stand."""

# how a body's name begins -> its level; the longest beginning decides.
# Levels: spec of the record contract; bodies: Luật Tổ chức chính quyền địa phương, Decree 30/2020
LEVELS: dict[str, str] = {
    "thủ tướng chính phủ": "central",
    "chính phủ": "central",
    "quốc hội": "central",
    "ủy ban thường vụ quốc hội": "central",
    "chủ tịch nước": "central",
    "ban chấp hành trung ương": "central",
    "bộ chính trị": "central",
    "ban bí thư": "central",
    "hội đồng thi đua - khen thưởng trung ương": "central",
    "ủy ban trung ương mặt trận tổ quốc": "central",
    "bộ": "ministry",  # Bộ Tư pháp
    "tổng cục": "ministry",
    "cục": "ministry",  # Cục Thú y
    "vụ": "ministry",
    "văn phòng chính phủ": "ministry",
    "thanh tra chính phủ": "ministry",
    "ngân hàng nhà nước": "ministry",
    "kiểm toán nhà nước": "ministry",
    "ủy ban dân tộc": "ministry",
    "bảo hiểm xã hội việt nam": "ministry",
    "tòa án nhân dân tối cao": "ministry",
    "viện kiểm sát nhân dân tối cao": "ministry",
    "tổng liên đoàn": "ministry",
    "ban cơ yếu chính phủ": "ministry",
    "thông tấn xã": "ministry",
    "ủy ban nhân dân tỉnh": "province",
    "ủy ban nhân dân thành phố": "province",
    "hội đồng nhân dân tỉnh": "province",
    "hội đồng nhân dân thành phố": "province",
    "tỉnh ủy": "province",
    "thành ủy": "province",
    "tỉnh đoàn": "province",
    "thành đoàn": "province",
    "viện kiểm sát nhân dân tỉnh": "province",
    "viện kiểm sát nhân dân thành phố": "province",
    "tòa án nhân dân tỉnh": "province",
    "tòa án nhân dân thành phố": "province",
    "liên đoàn lao động tỉnh": "province",
    "ủy ban mặt trận tổ quốc việt nam tỉnh": "province",
    "ủy ban mặt trận tổ quốc việt nam thành phố": "province",
    "sở": "department",
    "ban dân tộc": "department",
    "ban quản lý": "department",
    "ban tuyên giáo": "department",  # Ban Tuyên giáo Tỉnh ủy
    "bộ chỉ huy": "department",  # Bộ Chỉ huy Quân sự tỉnh, no ministry
    "thanh tra tỉnh": "department",
    "thanh tra thành phố": "department",
    "văn phòng ủy ban nhân dân tỉnh": "department",
    "văn phòng ủy ban nhân dân thành phố": "department",
    "văn phòng đoàn đại biểu quốc hội": "department",
    "công an tỉnh": "department",
    "công an thành phố": "department",
    "bảo hiểm xã hội tỉnh": "department",
    "cục thuế tỉnh": "department",
    "cục thống kê tỉnh": "department",
    "chi cục": "department",
    "văn phòng": "department",
    "kho bạc nhà nước tỉnh": "department",
    "ban thi đua - khen thưởng tỉnh": "department",
    "ủy ban nhân dân huyện": "district",
    "ủy ban nhân dân quận": "district",
    "ủy ban nhân dân thị xã": "district",
    "hội đồng nhân dân huyện": "district",
    "hội đồng nhân dân quận": "district",
    "hội đồng nhân dân thị xã": "district",
    "huyện ủy": "district",
    "quận ủy": "district",
    "thị ủy": "district",
    "huyện đoàn": "district",
    "phòng": "district",  # Phòng Nội vụ huyện
    "công an huyện": "district",
    "công an quận": "district",
    "viện kiểm sát nhân dân huyện": "district",
    "viện kiểm sát nhân dân quận": "district",
    "tòa án nhân dân huyện": "district",
    "tòa án nhân dân quận": "district",
    "ủy ban nhân dân xã": "commune",
    "ủy ban nhân dân phường": "commune",
    "ủy ban nhân dân thị trấn": "commune",
    "ủy ban nhân dân đặc khu": "commune",
    "hội đồng nhân dân xã": "commune",
    "hội đồng nhân dân phường": "commune",
    "đảng ủy xã": "commune",
    "đảng ủy phường": "commune",
    "công an xã": "commune",
    "công an phường": "commune",
    "trường": "unit",
    "đại học": "unit",
    "học viện": "unit",
    "bệnh viện": "unit",
    "trung tâm": "unit",
    "viện": "unit",
    "khoa": "unit",
    "công ty": "unit",
    "tổng công ty": "unit",
    "tập đoàn": "unit",
    "trạm": "unit",
    "thư viện": "unit",
    "bảo tàng": "unit",
    "nhà máy": "unit",
    "hợp tác xã": "unit",
    "đảng ủy": "unit",
    "đảng bộ": "unit",
    "chi bộ": "unit",  # Chi bộ Trường Mầm non
    "đảng ủy bộ phận": "unit",
    "đoàn": "unit",
    "hội": "unit",
    "công đoàn": "unit",
    "liên đoàn": "unit",
    "báo": "unit",
    "đài": "unit",
}

# bodies that every level has; the territory behind them tells which
COUNCILS = ("ủy ban nhân dân", "hội đồng nhân dân", "ủy ban mặt trận tổ quốc", "tòa án nhân dân", "viện kiểm sát nhân dân")

# letterhead lines that continue the name above them: ỦY BAN NHÂN DÂN / TỈNH HÀ NAM
NAME_CONTINUES = (
    "tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "và", "đặc khu",
)  # fmt: skip

# abbreviation -> in full, for telling the level (the record keeps what is printed)
ABBREVIATIONS: dict[str, str] = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "tand": "tòa án nhân dân",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "tp": "thành phố",
    "tp.": "thành phố",
    "tt": "trung tâm",
}

# cities under the central government, before and after 01/7/2025; an UBND thành phố of
# any other city stands at the district level
CENTRAL_CITIES = ("hà nội", "hồ chí minh", "đà nẵng", "hải phòng", "cần thơ", "huế")

CITY = "thành phố"
DISTRICT_TERRITORIES = ("huyện", "quận", "thị xã")

# the territory behind a body's name, which completes it: Sở Y tế tỉnh Hà Nam
TERRITORIES = (
    "tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu",
)  # fmt: skip

# "Sở X ban hành Kế hoạch …": the verb behind the issuer in a preamble
ISSUING_VERBS = (
    "xây dựng", "ban hành", "lập", "đề ra", "thông báo", "tổ chức xây dựng", "triển khai",
    "tổ chức", "phối hợp", "hướng dẫn",
)  # fmt: skip
ISSUED = ("kế hoạch", "một số nội dung", "chương trình", "phát động", "cuộc thi")

# how the name of one who acts begins: bodies …
ACTOR_HEADS = (
    "ủy ban", "UBND", "HĐND", "hội đồng", "sở", "bộ", "cục", "vụ", "chi cục", "tổng cục", "phòng",
    "ban", "văn phòng", "trường", "nhà trường", "trung tâm", "viện", "học viện", "bệnh viện",
    "trạm y tế", "đội", "tổ", "khoa", "hệ", "công an", "quân sự", "bộ chỉ huy", "ban chỉ huy",
    "đoàn thanh niên", "đoàn", "công đoàn", "liên đoàn lao động", "hội", "mặt trận", "đảng ủy",
    "chi bộ", "tỉnh ủy", "huyện ủy", "thành ủy", "cấp ủy", "thanh tra", "kho bạc", "báo", "đài",
    "thư viện", "bảo tàng", "công ty", "doanh nghiệp", "hợp tác xã", "viện kiểm sát", "VKSND",
    "tòa án", "TAND", "bảo hiểm xã hội", "ngân hàng", "điện lực", "liên minh", "tổng công ty",
    "cơ quan", "đơn vị", "tổ chức chính trị", "cơ sở", "địa phương", "các cấp", "bộ phận",
    "nội bộ nhóm", "nhóm", "khối", "cụm", "xã", "phường", "thôn", "gia đình", "hộ gia đình",
    "tập thể", "đoàn kiểm tra", "đoàn thanh tra", "đoàn công tác", "đoàn giám sát", "ban chỉ đạo",
    "khu phố", "tổ dân phố", "lớp", "chi đoàn", "liên chi đoàn", "câu lạc bộ", "huyện", "quận", "tỉnh", "ngành",
    "tổ chức thành viên", "các tổ chức", "bản", "ấp",
    "ban tổ chức", "ban quản lý", "ban giám sát", "ban giám khảo", "tổ kiểm tra", "tổ giám sát",
    "tổ công tác", "tổ giúp việc", "hội đồng xét", "bộ phận một cửa",
)  # fmt: skip
# … and persons
PERSON_HEADS = (
    "trưởng", "phó trưởng", "thủ trưởng", "người đứng đầu", "lãnh đạo", "giám đốc", "phó giám đốc",
    "hiệu trưởng", "phó hiệu trưởng", "chủ tịch", "phó chủ tịch", "chánh văn phòng",
    "phó chánh văn phòng", "viện trưởng", "cục trưởng", "vụ trưởng", "chi cục trưởng",
    "chánh thanh tra", "bí thư", "công chức", "cán bộ", "viên chức", "người lao động", "đảng viên",
    "đoàn viên", "hội viên", "giáo viên", "giảng viên", "học sinh", "sinh viên", "học viên",
    "nhân viên", "thư ký", "kế toán", "văn thư", "bảo vệ", "tổng phụ trách", "người", "cá nhân",
    "thành viên", "chủ nhiệm", "tổ trưởng", "thầy", "cô", "thầy cô", "đồng chí", "đ/c", "kiểm sát viên",
    "thẩm phán", "nhà tài trợ", "các em", "chủ đầu tư", "bác sĩ", "phụ huynh", "cấp dưỡng", "ông", "bà", "đại biểu", "hộ dân", "nhân dân", "quần chúng", "chi ủy",
    "HSSV",
)  # fmt: skip
# what begins like a body and is none
NOT_BODIES = (
    "hội nghị", "hội thảo", "hội thi", "hội trường", "hội diễn", "hội trại", "hội chợ", "bộ tiêu chí",
    "bộ chỉ số", "bộ máy", "bộ hồ sơ", "bộ tài liệu", "hệ thống", "phòng học", "phòng họp", "phòng cháy",
    "phòng chống", "báo cáo", "khối lượng", "xã hội", "ban hành", "tổ chức", "đội hình", "báo chí",
    "cô lập", "trường hợp", "đài thọ", "trạm biến áp", "hệ số", "viện trợ", "bà con", "hội viên",
    "phòng bệnh", "phòng dịch", "phòng ngừa", "phòng tránh", "phòng, chống", "phòng trừ", "ban đầu",
    "bộ dữ liệu", "hội họp", "hội nhập", "sở hữu", "vụ việc", "vụ án", "vụ mùa", "viện dẫn", "cơ sở dữ liệu",
    "cơ sở vật chất", "ngành nghề",
)  # fmt: skip
# words before the head: các phòng, mỗi cơ quan, toàn thể cán bộ, tất cả đơn vị
QUANTIFIERS = ("các", "mỗi", "từng", "toàn thể", "tất cả", "những", "một số", "mọi", "đại diện")

# a body in a heading that gives what stands under it: Trách nhiệm của Văn phòng
RESPONSIBILITY = ("trách nhiệm của", "nhiệm vụ của", "đối với", "phân công", "giao")
AGENT_WORDS = (
    "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "phải", "cần", "sẽ", "được giao",
    "nghiêm túc", "chủ động", "tích cực", "kịp thời", "thường xuyên", "căn cứ", "trực tiếp", "tự",
    "cùng", "không", "định kỳ", "quan tâm", "tiếp tục", "được",
)  # fmt: skip
LEAD_WORDS = ("chủ trì",)  # Văn phòng chủ trì, phối hợp với …
SUPPORT_WORDS = (
    "phối hợp với", "phối hợp chặt chẽ với", "phối hợp tốt với", "phối hợp cùng", "phối hợp cùng với",
    "cùng phối hợp với",
)  # fmt: skip
SUPPORT_ENDS = ("trong việc", "trong", "để", "nhằm", "tại", "thực hiện", "theo")
ASSIGN_WORDS = ("giao cho", "giao", "đề nghị", "yêu cầu", "kính đề nghị")
REQUEST_WORDS = ("đề nghị", "yêu cầu", "giao")  # … yêu cầu Trưởng các đơn vị … triển khai
BY_WORDS = ("do",)  # kinh phí do các trường tự chi trả
SELF_WORDS = ("chịu trách nhiệm", "chủ trì", "thực hiện", "tự chi trả", "tự chỉ trả", "lựa chọn", "đảm nhận", "phụ trách")

# kinds of bodies and persons; in a row they are one actor: các sở, ban, ngành
KINDS_OF_ACTORS = (
    "phòng", "ban", "sở", "ngành", "cơ quan", "đơn vị", "tổ chức", "cá nhân", "địa phương", "đoàn thể", "cấp", "bộ",
    "bộ phận", "tổ", "khoa", "trường", "cơ sở", "xã", "phường", "thị trấn", "huyện", "thành phố", "quận", "thị xã",
    "thôn", "bản", "ấp", "khu phố", "lớp", "chi cục", "cục", "vụ", "trung tâm", "viện", "sinh viên", "học viên",
    "học sinh", "công chức", "viên chức", "người lao động", "giáo viên", "giảng viên", "đảng viên", "cán bộ",
    "nhân viên", "đoàn viên", "hội viên", "thanh niên", "doanh nghiệp", "hợp tác xã", "hộ gia đình", "chi bộ",
)  # fmt: skip
# fixed phrases that are one actor
FIXED = (
    "công chức, viên chức, người lao động",
    "cán bộ, công chức, viên chức",
    "cơ quan, đơn vị",
    "phòng, đơn vị",
    "phòng, ban",
    "sở, ban, ngành",
    "đơn vị, cá nhân",
    "tổ chức, cá nhân",
    "thi đua, khen thưởng",
    "thi đua khen thưởng",
    "thuộc và trực thuộc",
)

# between the name and the act: có trách nhiệm triển khai
MODALS = ("có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "sẽ", "cần", ":")
# before the name: Căn cứ Kế hoạch này, thủ trưởng các đơn vị …
PREFACE_WORDS = ("tại", "căn cứ", "trên cơ sở", "theo", "trong quá trình", "khi", "sau khi", "hằng năm", "hàng năm", "định kỳ", "trong vòng", "trước ngày", "bước", "đồng thời")

BELONGING = ("thuộc", "trực thuộc", "trên địa bàn", "có liên quan", "liên quan", "của")  # đơn vị thuộc Bộ

# a time before the act: Đến năm 2030, …   Hằng quý, …
TIME_LEADS = ("đến", "trước", "trong", "định kỳ", "hằng", "hàng", "từ", "chậm nhất", "vào", "mỗi")
TIME_UNITS = ("năm", "quý", "tháng", "tuần", "ngày")

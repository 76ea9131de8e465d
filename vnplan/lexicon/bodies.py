"""Bodies, offices and persons: how their names begin, and at what level they stand."""

# how a body's name begins -> its level; the longest beginning decides.
# Levels: spec of the record contract; bodies: Luật Tổ chức chính quyền địa phương, Decree 30/2020
LEVELS: dict[str, str] = {
    "thủ tướng": "central",
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
    "liên bộ": "ministry",
    "tổng cục": "ministry",
    "cục": "ministry",  # Cục Thú y
    "vụ": "ministry",
    "quân khu": "ministry",  # directly under the Bộ Quốc phòng
    "văn phòng chính phủ": "ministry",
    "văn phòng quốc hội": "ministry",
    "văn phòng chủ tịch nước": "ministry",
    "văn phòng trung ương": "ministry",
    "thanh tra chính phủ": "ministry",
    "thanh tra nhà nước": "ministry",
    "ngân hàng nhà nước": "ministry",
    "kiểm toán nhà nước": "ministry",
    "ủy ban dân tộc": "ministry",
    "bảo hiểm xã hội việt nam": "ministry",
    "tòa án nhân dân tối cao": "ministry",
    "tòa án nhân dân cấp cao": "ministry",
    "viện kiểm sát nhân dân tối cao": "ministry",
    "viện kiểm sát nhân dân cấp cao": "ministry",
    "tổng liên đoàn": "ministry",
    "ban cơ yếu chính phủ": "ministry",
    "thông tấn xã": "ministry",
    "ban tổ chức trung ương": "ministry",
    "ban tuyên giáo trung ương": "ministry",
    "ban tuyên giáo và dân vận trung ương": "ministry",
    "ban dân vận trung ương": "ministry",
    "ban nội chính trung ương": "ministry",
    "ủy ban kiểm tra trung ương": "ministry",
    "trung ương đoàn": "ministry",
    "trung ương hội": "ministry",
    "tỉnh ủy": "province",
    "thành ủy": "province",
    "tỉnh đoàn": "province",
    "thành đoàn": "province",
    "sở": "department",
    "ban dân tộc": "department",
    "bộ chỉ huy": "department",  # Bộ Chỉ huy Quân sự tỉnh, no ministry
    "bộ chqs": "department",
    "văn phòng đoàn đại biểu quốc hội": "department",
    "đảng ủy khối": "department",
    "đảng ủy các cơ quan": "department",
    "huyện ủy": "district",
    "quận ủy": "district",
    "thị ủy": "district",
    "huyện đoàn": "district",
    "quận đoàn": "district",
    "tòa án nhân dân khu vực": "district",  # from 01/7/2025 in the place of the districts' (m)
    "viện kiểm sát nhân dân khu vực": "district",
    "trường": "unit",
    "đại học": "unit",
    "học viện": "unit",
    "bệnh viện": "unit",
    "trung tâm": "unit",
    "viện": "unit",
    "khoa": "unit",
    "bộ môn": "unit",
    "công ty": "unit",
    "tổng công ty": "unit",
    "tập đoàn": "unit",
    "doanh nghiệp": "unit",
    "ngân hàng": "unit",
    "quỹ": "unit",
    "trạm": "unit",
    "thư viện": "unit",
    "bảo tàng": "unit",
    "nhà máy": "unit",
    "nhà văn hóa": "unit",
    "nhà thiếu nhi": "unit",
    "hợp tác xã": "unit",
    "chi bộ": "unit",  # Chi bộ Trường Mầm non
    "chi ủy": "unit",
    "đảng ủy bộ phận": "unit",
    "liên đội": "unit",
    "công đoàn": "unit",
    "báo": "unit",
    "đài": "unit",
    "hạt kiểm lâm": "unit",
    "vườn quốc gia": "unit",
    "điện lực": "unit",
    "tạp chí": "unit",
}

# bodies that every level has -> (the level of a province's, the level where no territory
# tells); the territory right behind the name decides
AT_EVERY_LEVEL: dict[str, tuple[str, str | None]] = {
    "ủy ban nhân dân": ("province", None),
    "hội đồng nhân dân": ("province", None),
    "ủy ban mặt trận tổ quốc": ("province", None),
    "mặt trận tổ quốc": ("province", None),
    "ban thường trực": ("province", None),
    "tòa án nhân dân": ("province", None),
    "viện kiểm sát nhân dân": ("province", None),
    "đảng ủy": ("province", "unit"),
    "đảng bộ": ("province", "unit"),
    "ban cán sự đảng": ("province", "unit"),
    "ban chấp hành": ("province", "unit"),  # Ban Chấp hành Đảng bộ tỉnh
    "ban thường vụ": ("province", "unit"),
    "liên đoàn": ("province", "unit"),  # Liên đoàn Lao động tỉnh
    "liên minh": ("province", "unit"),
    "hội": ("province", "unit"),  # Hội Nông dân huyện
    "đoàn": ("province", "unit"),  # Đoàn Thanh niên Cộng sản Hồ Chí Minh xã
    "ban tuyên giáo": ("department", "department"),  # Ban Tuyên giáo Tỉnh ủy
    "ban dân vận": ("department", "department"),
    "ban nội chính": ("department", "department"),
    "ủy ban kiểm tra": ("department", None),
    "ban chqs": ("department", None),
    "ban chỉ đạo": ("province", None),
    "ban tổ chức": ("province", None),  # Ban Tổ chức Hội thi
    "ban tổ chức tỉnh ủy": ("department", "department"),
    "ban tổ chức thành ủy": ("department", "department"),
    "ban tổ chức huyện ủy": ("district", "district"),
    "ban an toàn giao thông": ("department", None),
    "hội đồng": ("province", None),  # Hội đồng Thi đua - Khen thưởng tỉnh
    "công an": ("department", None),
    "cảnh sát": ("department", "unit"),
    "ban chỉ huy": ("department", None),  # Ban Chỉ huy Quân sự huyện
    "ban quản lý": ("department", "department"),
    "ban thi đua - khen thưởng": ("department", "department"),
    "văn phòng": ("department", "department"),
    "thanh tra": ("department", "department"),
    "bảo hiểm xã hội": ("department", "department"),
    "kho bạc nhà nước": ("department", "department"),
    "cục thuế": ("department", "ministry"),
    "cục thống kê": ("department", "ministry"),
    "cục hải quan": ("department", "ministry"),
    "cục thi hành án dân sự": ("department", "department"),
    "thi hành án dân sự": ("department", "department"),
    "thuế": ("department", "department"),
    "chi cục": ("department", "department"),
    "phòng": ("department", "district"),  # Phòng Nội vụ huyện
}
# the party's committees stand at the level of the body whose party members they lead
PARTY_HEADS = ("đảng ủy", "đảng bộ", "ban cán sự đảng", "ban chấp hành", "ban thường vụ")
# what begins like a body's name in a letterhead and goes on with the name above it
NO_HEADS = (
    "khoa học",  # TRƯỜNG ĐẠI HỌC / KHOA HỌC TỰ NHIÊN
    "bộ đội",  # BỘ CHỈ HUY / BỘ ĐỘI BIÊN PHÒNG TỈNH
    "bộ phận",
    "phòng chống",  # BAN CHỈ ĐẠO / PHÒNG CHỐNG THIÊN TAI
    "phòng, chống",
    "phòng cháy",
    "phòng thủ",
    "phòng không",
    "phòng bệnh",
    "trường hợp",
    "hội nghị",
    "hội thi",
    "hội thao",
    "hội thảo",
    "hội diễn",
    "hội chợ",
    "hội nhập",
    "hội khỏe",
    "báo cáo",
    "đoàn kết",
    "thuế suất",
    "tổ chức",
    "trạm biến áp",
    "ban hành",
    "bộ luật",
    "quỹ đất",
)
# names that say nothing alone on their line, so that the next line goes on with them
INCOMPLETE = (
    "ủy ban nhân dân",
    "ubnd",
    "hội đồng nhân dân",
    "viện kiểm sát nhân dân",
    "tòa án nhân dân",
    "ủy ban mặt trận tổ quốc",
    "ủy ban mặt trận tổ quốc việt nam",
    "mặt trận tổ quốc việt nam",
    "đảng ủy",
    "đảng bộ",
    "ban chấp hành",
    "ban thường vụ",
    "ban chấp hành đảng bộ",
    "ban cán sự đảng",
    "công đoàn",
    "công đoàn cơ sở",
    "chi bộ",
    "liên đội",
    "ban chỉ đạo",
    "ban tổ chức",
    "ban quản lý",
    "ban thường trực",
    "ban chỉ huy",
    "bộ chỉ huy",
    "hội đồng",
    "trường",
    "trường đại học",
    "trường cao đẳng",
    "trường trung cấp",
    "trường trung học",
    "trường tiểu học",
    "trường mầm non",
    "trường thcs",
    "trường thpt",
    "đại học",
    "học viện",
    "trung tâm",
    "bệnh viện",
    "viện",
    "khoa",
    "phòng",
    "cục",
    "chi cục",
    "công ty",
    "tổng công ty",
    "công an",
    "văn phòng",
    "sở",
    "bộ",
    "đoàn thanh niên",
    "đoàn tncs hồ chí minh",
    "hội",
    "thanh tra",
)
# organs of the body above them in a letterhead: UBMTTQ VIỆT NAM TỈNH A / BAN THƯỜNG TRỰC
ORGANS = ("ban thường trực", "ban chấp hành", "ban thường vụ", "bch", "btv", "ban cán sự đảng")
# their signs, which speak for no body of one kind
ORGAN_SIGNS = ("BTV", "BCH", "BTT", "ĐCT", "VP")
# under these a body's name takes the territory: UBND TỈNH A / SỞ Y TẾ
COMMITTEES = ("ủy ban nhân dân", "hội đồng nhân dân")
# of a city, which stands under the centre or under a province
OF_A_CITY = ("thành ủy", "thành đoàn")
# under these it takes their whole name: TỈNH ỦY A / BAN TUYÊN GIÁO
PARTY_COMMITTEES = ("tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy")
# behind these the chi bộ of the next line is a body of its own
NOT_GOING_ON = ("chi bộ", "đảng bộ")

# bodies of which a dash joins two in a letterhead: SỞ Y TẾ - CÔNG ĐOÀN NGÀNH Y TẾ
# not: VĂN PHÒNG HĐND - UBND, TRUNG TÂM VĂN HÓA - THƯ VIỆN
JOINABLE = (
    "sở", "bộ", "ủy ban nhân dân", "công đoàn", "liên đoàn", "hội liên hiệp", "hội nông dân",
    "hội cựu chiến binh",
    "hội khuyến học", "hội chữ thập đỏ", "hội phụ nữ", "đoàn thanh niên", "đoàn tncs", "tỉnh đoàn",
    "thành đoàn",
    "huyện đoàn", "đảng ủy", "hội đồng nhân dân", "ủy ban mặt trận", "mặt trận tổ quốc", "công an",
    "bộ chỉ huy",
    "ban chỉ huy", "phòng giáo dục", "phòng gd&đt", "phòng nội vụ", "phòng văn hóa", "phòng y tế",
    "trường",
    "ban tuyên giáo", "ban dân vận", "ban tổ chức", "trung tâm chính trị", "bệnh viện",
    "viện kiểm sát",
    "tòa án nhân dân", "bảo hiểm xã hội", "ngân hàng", "báo", "đài",
)  # fmt: skip
NEVER_JOINED = ("văn phòng", "trung tâm", "đài", "ban quản lý", "báo")

# letterhead lines that continue the name above them: ỦY BAN NHÂN DÂN / TỈNH HÀ NAM
AND = "và"  # HỘI NÔNG DÂN VÀ HỘI PHỤ NỮ
NAME_CONTINUES = (
    "tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", AND, "đặc khu",
)  # fmt: skip

# abbreviation -> in full, for telling the level (the record keeps what is printed)
ABBREVIATIONS: dict[str, str] = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "tand": "tòa án nhân dân",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ub mttq": "ủy ban mặt trận tổ quốc",
    "bch": "ban chấp hành",
    "cđcs": "công đoàn cơ sở",
    "htx": "hợp tác xã",
    "bv": "bệnh viện",
    "ttyt": "trung tâm y tế",
    "lđlđ": "liên đoàn lao động",
    "hlhpn": "hội liên hiệp phụ nữ",
    "tp": "thành phố",
    "tp.": "thành phố",
    "tt": "trung tâm",
}

# what searches take for one another: words of bodies' names, and the short forms that mean nothing
# else; parts of the latter stand side by side: GD&ĐT is GD-ĐT
SEARCHED: dict[str, tuple[str, ...]] = {
    "ủy ban nhân dân": ("ubnd",),
    "hội đồng nhân dân": ("hđnd",),
    "ủy ban mặt trận tổ quốc": ("ubmttq", "ủy ban mttq"),
    "mặt trận tổ quốc": ("mttq",),
    "viện kiểm sát nhân dân": ("vksnd",),
    "tòa án nhân dân": ("tand",),
    "liên đoàn lao động": ("lđlđ",),
    "liên hiệp phụ nữ": ("lhpn",),
    "cựu chiến binh": ("ccb",),
    "bảo hiểm xã hội": ("bhxh",),
    "trung tâm y tế": ("ttyt",),
    "trung học cơ sở": ("thcs",),
    "trung học phổ thông": ("thpt",),
    "giáo dục và đào tạo": ("gd&đt", "gdđt"),
    "lao động - thương binh và xã hội": ("lđ-tb&xh", "lđtb&xh", "lđtbxh"),
    "nông nghiệp và phát triển nông thôn": ("nn&ptnt", "nnptnt"),
    "nông nghiệp và môi trường": ("nn&mt", "nnmt"),
    "tài nguyên và môi trường": ("tn&mt", "tnmt"),
    "kế hoạch và đầu tư": ("kh&đt", "khđt"),
    "khoa học và công nghệ": ("kh&cn", "khcn"),
    "thông tin và truyền thông": ("tt&tt", "tttt"),
    "văn hóa, thể thao và du lịch": ("vh,tt&dl", "vhtt&dl", "vhttdl"),
}

# heads of names as officers shorten them where room is scarce, such as over a column
SHORT_IN_TABLES: dict[str, str] = {
    "(?:ủy|uỷ) ban nhân dân": "UBND",
    "hội đồng nhân dân": "HĐND",
    "(?:ủy|uỷ) ban mặt trận tổ quốc": "UBMTTQ",
    "liên đoàn lao động": "LĐLĐ",
    "trung học cơ sở": "THCS",
    "trung học phổ thông": "THPT",
}

COUNTRY = "Việt Nam"  # Ngân hàng Nhà nước Việt Nam
# a territory's word -> the level of what belongs to it; a province's and a city's are told apart
TERRITORY_LEVELS: dict[str, str] = {
    "tỉnh": "province",
    "thành phố": "city",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "tỉnh ủy": "province",
    "thành ủy": "province",
    "huyện ủy": "district",
    "quận ủy": "district",
    "thị ủy": "district",
}
# the youth's union and the party of a territory are none; xã hội and its like are words
NO_UNITS = ("quận đoàn", "huyện đoàn", "tỉnh đoàn")
NO_TERRITORY = (*NO_UNITS, "huyện ủy", "quận ủy", "tỉnh ủy")
UNIT_IN_WORD = (
    "xã hội",  # Mặt trận và các tổ chức chính trị - xã hội    not: xã Hội Sơn
    "xã viên",  # Hội nghị xã viên hợp tác xã    not: xã Viên Kiều
    "xã luận",
    "xã giao",
    "phường hội",
    "tỉnh táo",
    "tỉnh giấc",
    "tỉnh lỵ",
    "tỉnh lộ",
    "huyện lỵ",
    "huyện lộ",
    "quận chúa",
)
WORDS_TO_UNIT = ("hợp tác xã",)  # Liên minh Hợp tác xã tỉnh X
# what a territory, and no word, stands behind: ĐẢNG ỦY XÃ HỘI SƠN
OF_TERRITORIES = (*COMMITTEES, "đảng ủy", "công an")

# the territory behind a body's name, which completes it: Sở Y tế tỉnh Hà Nam
TERRITORIES = (
    "tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu",
)  # fmt: skip

# whose heads sign under such a position; the longest position decides
POSITION_HEADS: dict[str, tuple[str, ...]] = {
    "thủ tướng": ("chính phủ",),
    "bộ trưởng": ("bộ",),
    "thứ trưởng": ("bộ",),
    "thống đốc": ("ngân hàng nhà nước",),
    "tổng cục trưởng": ("tổng cục",),
    "cục trưởng": ("cục",),
    "chi cục trưởng": ("chi cục",),
    "vụ trưởng": ("vụ",),
    "viện trưởng": ("viện",),
    "chánh án": ("tòa án",),
    "chánh thanh tra": ("thanh tra",),
    "chánh văn phòng": ("văn phòng",),
    "hiệu trưởng": ("trường", "đại học", "học viện"),
    "trưởng khoa": ("khoa",),
    "trưởng phòng": ("phòng",),
    "trưởng trạm": ("trạm",),
    "trưởng công an": ("công an",),
    "giám đốc": (
        "sở", "trung tâm", "bệnh viện", "học viện", "viện", "đại học", "công ty", "tập đoàn",
        "ban quản lý", "đài",
        "bảo tàng", "thư viện", "công an", "kho bạc", "bảo hiểm", "ngân hàng", "quỹ", "nhà",
        "vườn", "hợp tác xã",
        "văn phòng", "điện lực", "trạm", "doanh nghiệp", "cơ sở", "ban", "hội", "báo", "trường",
        "chi nhánh",
    ),
    "bí thư": ("đảng", "ủy", "đoàn", "chi bộ", "ban chấp hành", "ban thường vụ"),
    "chủ tịch": (
        "ủy ban", "hội", "công đoàn", "liên đoàn", "liên minh", "mặt trận", "công ty", "tập đoàn",
        "ban chỉ đạo",
        "quốc hội", "ban", "đoàn", "liên hiệp", "quỹ", "viện", "ngân hàng", "trường",
    ),
}  # fmt: skip

# between a body and the one it is part of: Trung tâm X thuộc Sở Y tế
UNDER = ("trực thuộc", "thuộc")
# before a body that is named for another reason than issuing: theo đề nghị của Sở X
OF_ANOTHER = ("của", "tại", "từ", "với", "do", "cho", "về", "đến")

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
    "nhóm", "khối", "cụm", "xã", "phường", "thôn", "gia đình", "hộ gia đình",
    "tập thể", "đoàn kiểm tra", "đoàn thanh tra", "đoàn công tác", "đoàn giám sát", "ban chỉ đạo",
    "khu phố", "tổ dân phố", "lớp", "chi đoàn", "liên chi đoàn", "câu lạc bộ", "huyện", "quận",
    "tỉnh", "ngành",
    "tổ chức thành viên", "các tổ chức", "bản", "ấp",
    "bưu điện", "mạng lưới", "lực lượng chức năng", "hạt kiểm lâm", "đồn biên phòng",
    "hải quan", "cảng vụ", "nhà văn hóa", "nhà máy", "xí nghiệp", "tiểu ban", "nhà xuất bản",
    "ban tổ chức", "ban quản lý", "ban giám sát", "ban giám khảo", "tổ kiểm tra", "tổ giám sát",
    "tổ công tác", "tổ giúp việc", "hội đồng xét", "bộ phận một cửa",
    "CĐCS", "TTYT", "TYT", "BCH", "BTV", "BCĐ", "BQL", "LĐLĐ", "MTTQ", "UBMTTQ", "HTX",
)  # fmt: skip
# … and persons
PERSON_HEADS = (
    "trưởng", "phó trưởng", "thủ trưởng", "người đứng đầu", "lãnh đạo", "giám đốc", "phó giám đốc",
    "hiệu trưởng", "phó hiệu trưởng", "chủ tịch", "phó chủ tịch", "chánh văn phòng",
    "phó chánh văn phòng", "viện trưởng", "cục trưởng", "vụ trưởng", "chi cục trưởng",
    "chánh thanh tra", "bí thư", "công chức", "cán bộ", "viên chức", "người lao động", "đảng viên",
    "đoàn viên", "hội viên", "giáo viên", "giảng viên", "học sinh", "sinh viên", "học viên",
    "nhân viên", "thư ký", "kế toán", "văn thư", "bảo vệ", "tổng phụ trách", "người", "cá nhân",
    "thành viên", "chủ nhiệm", "tổ trưởng", "thầy", "cô", "thầy cô", "đồng chí", "đ/c",
    "kiểm sát viên",
    "thẩm phán", "nhà tài trợ", "các em", "chủ đầu tư", "bác sĩ", "phụ huynh", "cấp dưỡng", "ông",
    "bà", "đại biểu", "hộ dân", "hộ", "chủ hộ", "chủ cơ sở", "chủ tàu", "nhà thầu", "nhà cung cấp",
    "nhân dân", "quần chúng", "chi ủy",
    "HSSV", "tác giả", "thí sinh", "thanh niên", "chiến sĩ",
    # the chiefs of units; bare, it is a verb: chỉ huy các lực lượng chữa cháy
    "chỉ huy các đơn vị", "chỉ huy các đội", "chỉ huy đơn vị", "chỉ huy công an",
    "chỉ huy trưởng", "chỉ huy phó", "chỉ huy cơ quan", "chỉ huy các cơ quan",
)  # fmt: skip
# what begins like a body and is none
NOT_BODIES = (
    "hội nghị", "hội thảo", "hội thi", "hội trường", "hội diễn", "hội trại", "hội chợ",
    "bộ tiêu chí",
    "bộ chỉ số", "bộ máy", "bộ hồ sơ", "bộ tài liệu", "hệ thống", "phòng học", "phòng họp",
    "phòng cháy",
    "phòng chống", "báo cáo", "khối lượng", "xã hội", "ban hành", "tổ chức", "đội hình", "báo chí",
    "cô lập", "trường hợp", "đài thọ", "trạm biến áp", "hệ số", "viện trợ", "bà con", "hội viên",
    "phòng bệnh", "phòng dịch", "phòng ngừa", "phòng tránh", "phòng, chống", "phòng trừ", "ban đầu",
    "bộ dữ liệu", "hội họp", "hội nhập", "sở hữu", "vụ việc", "vụ án", "vụ mùa", "viện dẫn",
    "cơ sở dữ liệu",
    "cơ sở vật chất", "ngành nghề", "hộ khẩu", "hộ tịch", "hộ chiếu", "mạng lưới điện",
    "hải quan điện tử",
)  # fmt: skip
# words before the head: các phòng, mỗi cơ quan, toàn thể cán bộ, tất cả đơn vị
QUANTIFIERS = ("các", "mỗi", "từng", "toàn thể", "tất cả", "những", "một số", "mọi", "đại diện")

# a body in a heading that gives what stands under it: Trách nhiệm của Văn phòng
RESPONSIBILITY = ("trách nhiệm của", "nhiệm vụ của", "đối với", "phân công", "giao")
AGENT_WORDS = (
    "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "phải", "cần", "sẽ", "được giao",
    "nghiêm túc", "chủ động", "tích cực", "kịp thời", "thường xuyên", "căn cứ", "trực tiếp", "tự",
    "cùng", "không", "định kỳ", "quan tâm", "tiếp tục", "được",
    "có ít nhất", "có tối thiểu", "có văn bản",
)  # fmt: skip
LEAD_WORDS = ("chủ trì",)  # Văn phòng chủ trì, phối hợp với …
SUPPORT_WORDS = (
    "phối hợp với", "phối hợp chặt chẽ với", "phối hợp tốt với", "phối hợp cùng",
    "phối hợp cùng với",
    "cùng phối hợp với",
)  # fmt: skip
SUPPORT_ENDS = ("trong việc", "trong", "để", "nhằm", "tại", "thực hiện", "theo")
ASSIGN_WORDS = ("giao cho", "giao", "đề nghị", "yêu cầu", "kính đề nghị")
EACH = ("mỗi", "từng")  # Phong trào phải thiết thực, mỗi xã đăng ký …
HANDING_WORDS = ("giao cho", "giao")  # … . Giao Phòng Y tế chủ trì
REQUEST_WORDS = ("đề nghị", "yêu cầu", "giao")  # … yêu cầu Trưởng các đơn vị … triển khai
BY_WORDS = ("do",)  # kinh phí do các trường tự chi trả
SELF_WORDS = (
    "chịu trách nhiệm",
    "chủ trì",
    "thực hiện",
    "tự chi trả",
    "tự chỉ trả",
    "lựa chọn",
    "đảm nhận",
    "phụ trách",
)

# kinds of bodies and persons; in a row they are one actor: các sở, ban, ngành
KINDS_OF_ACTORS = (
    "phòng", "ban", "sở", "ngành", "cơ quan", "đơn vị", "tổ chức", "cá nhân", "địa phương",
    "đoàn thể", "cấp", "bộ",
    "bộ phận", "tổ", "khoa", "trường", "cơ sở", "xã", "phường", "thị trấn", "huyện", "thành phố",
    "quận", "thị xã",
    "thôn", "bản", "ấp", "khu phố", "lớp", "chi cục", "cục", "vụ", "trung tâm", "viện",
    "sinh viên", "học viên",
    "học sinh", "công chức", "viên chức", "người lao động", "giáo viên", "giảng viên", "đảng viên",
    "cán bộ",
    "nhân viên", "đoàn viên", "hội viên", "thanh niên", "doanh nghiệp", "hợp tác xã",
    "hộ gia đình", "chi bộ",
)  # fmt: skip
# fixed phrases that are one actor
# fields of work that begin like a body: Sở Lao động - Thương binh và Xã hội
FIELDS = (
    "xã hội",  # not: Trạm Y tế và xã Hội Sơn
    "hội nhập",
    "khoa học",
    "khoa giáo",
    "đội ngũ",
    "báo chí",
    "tổ chức cán bộ",
    "tổ chức nhân sự",
    "tổ chức bộ máy",
)
FIXED = (
    "việc làm",  # Trung tâm Dịch vụ việc làm tư vấn
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
    "đoàn kiểm tra",  # Trưởng đoàn kiểm tra phân công
    "đoàn thanh tra",
    "đoàn giám sát",
    "tổ kiểm tra",
    "ủy ban kiểm tra",
    "ban tổ chức",
    "hđnd và ubnd",  # Văn phòng HĐND và UBND
    "hội đồng nhân dân và ủy ban nhân dân",
    "chương trình",  # phụ trách chương trình: "trình" is no verb of its own
    "công trình",
    "quá trình",
    "quy trình",
    "lộ trình",
    "nhà cung cấp",
    "hậu cần",  # Đội Hậu cần: no "cần"
    "cảnh sát giao thông",  # no "giao"
    "an toàn giao thông",
    "văn hóa giao thông",
    "hạ tầng giao thông",
    "ngành giao thông",
    "giao thừa",
    "giao dịch",
    "địa bàn",
    "nhà xuất bản",
    "ban biên tập",
    "tổ biên tập",
    "ban chỉ đạo",
    "tổ giúp việc",
    "tổ thu gom",
    "bộ phận tiếp nhận",
    "cá nhân, tổ chức",
    "cơ quan, tổ chức",
    "đơn vị, tổ chức",
    "tập thể, tổ chức",
    "viện kiểm sát",
    "kiểm sát viên",
)
# bodies whose name goes on with what they do: Ban quản lý chợ, Mạng lưới giám sát dịch
NAMED_BY_A_VERB = ("ban", "tổ", "đội", "đoàn", "nhóm", "tiểu ban", "mạng lưới", "bộ phận")
# heads that are verbs before what is not one who acts: Bảo vệ nguồn nước
VERBS_TOO = ("bảo vệ",)
# what befalls somebody is not what he does: Cá nhân vi phạm bị xử lý
BEFALLING = ("bị",)
# which of many is meant, not what they do: Các bác sĩ được phân công phụ trách thôn theo dõi …
GIVEN_WORK = ("phân công", "phân công phụ trách", "giao phụ trách", "cử", "chỉ định", "ủy quyền")
LOOKED_AT = ("kiểm tra", "thanh tra", "giám sát")  # Đơn vị được kiểm tra chuẩn bị hồ sơ
BEING = ("được",)
# in a stretch that is more than a name: mỗi huyện có chuyên mục; trưởng khoa nào lơ là thì …
MEANING_SOME = (
    "có", "nào", "thì", "nơi", "chỉ", "đều", "mà", "về", "không", "đang", "chịu", "bị", "được",
)  # fmt: skip
# what a body is said to be before its duty: … là cơ quan thường trực, có trách nhiệm trực ban
SAID_TO_BE = (
    "là cơ quan",
    "là đơn vị",
    "là bộ phận",
    "là đầu mối",
    "là thường trực",
    "là thành viên",
)

# between the name and the act: có trách nhiệm triển khai
MODALS = ("có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "sẽ", "cần", ":")
# between the name and the act: … căn cứ nhiệm vụ được giao xây dựng kế hoạch
BASIS_WORDS = ("căn cứ", "trên cơ sở")
BASIS_ENDS = ("được giao", "được phân công")
# before the name: Căn cứ Kế hoạch này, thủ trưởng các đơn vị …
PREFACE_WORDS = (
    "tại",
    "căn cứ",
    "trên cơ sở",
    "theo",
    "trong quá trình",
    "khi",
    "sau khi",
    "hằng năm",
    "hàng năm",
    "định kỳ",
    "trong vòng",
    "trước ngày",
    "bước",
    "đồng thời",
    "ngay sau khi",  # Ngay sau khi nước rút, các thôn dọn vệ sinh
    "ngay khi",
    "trước khi",
    "quá trình",  # quá trình thực hiện có vướng mắc, các chi bộ phản ánh
    "nếu",
    "trường hợp",
    "sau",  # Sau tập huấn, mỗi thôn lập một tổ
    "để",  # Để phòng dịch tốt, các thôn cần dọn vệ sinh
    "kết thúc",  # Kết thúc đợt thi, các trường báo cáo
    "nhận được",
)
# before a name that a label stands before: Ca nặng: sau khi sơ cứu, Trạm Y tế …
EVENT_WORDS = ("khi", "sau khi", "ngay sau khi", "ngay khi", "nếu", "trường hợp")
# numbered with Roman signs, and no bodies: Quý I: …
NUMBERED_TIMES = ("quý", "quí", "giai đoạn", "đợt", "bước", "kỳ", "học kỳ")

BELONGING = (
    "thuộc",
    "trực thuộc",
    "trên địa bàn",
    "có liên quan",
    "liên quan",
    "của",
)  # đơn vị thuộc Bộ

# a time before the act: Đến năm 2030, …   Hằng quý, …
TIME_LEADS = ("đến", "trước", "trong", "định kỳ", "hằng", "hàng", "từ", "chậm nhất", "vào", "mỗi")
TIME_UNITS = ("năm", "quý", "tháng", "tuần", "ngày")

LONE_LETTERS = "Yy&AaEeÊê"  # syllables of one letter in names: Y tế, Chư Á, Ê Đê

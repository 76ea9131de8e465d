"""Who must answer a duty, and which duties answer themselves: words that the comparer needs.

All are searched in lower case with ``Ủy ban nhân dân`` written out.
"""

# short forms of schools, beside those of vnplan.lexicon.bodies
SCHOOL_SHORT_FORMS = {
    "thcs": "trung học cơ sở",  # Trường THCS
    "thpt": "trung học phổ thông",
    "pt": "phổ thông",
}

# persons who stand for the body named after them
HEADS = (
    "thủ trưởng",  # Thủ trưởng các đơn vị
    "người đứng đầu",
    "lãnh đạo",
    "giám đốc",
    "phó giám đốc",
    "chủ tịch",
    "phó chủ tịch",
    "trưởng",  # Trưởng các thôn
    "viện trưởng",
    "chánh án",
    "bí thư",
    "trưởng ban",
    "đồng chí",
)
# persons whose title names the body: Hiệu trưởng các trường, Cục trưởng
TITLES = {
    "hiệu trưởng": "trường",
    "ban giám hiệu": "trường",
    "cục trưởng": "cục",
    "tổng cục trưởng": "tổng cục",
    "chi cục trưởng": "chi cục",
    "vụ trưởng": "vụ",
    "bộ trưởng": "bộ",
    "trưởng thôn": "thôn",
    "trưởng phòng": "phòng",
    "chánh văn phòng": "văn phòng",
    "chánh thanh tra": "thanh tra",
    "viện trưởng": "viện",
}

# each and all of a class: các sở; mỗi huyện; 100% xã
EACH = (
    "các",
    "những",
    "mỗi",
    "từng",
    "mọi",
    "tất cả",
    "toàn thể",
    "toàn bộ",
    "100%",
    "cấp",
    "khối",
)

# nobody is left out: các cơ quan, đơn vị, địa phương
ANYBODY = (
    "cơ quan",
    "đơn vị",
    "địa phương",
    "cơ sở",
    "tổ chức",
    "tập thể",
    "cá nhân",
    "cán bộ",
    "công chức",
    "viên chức",
    "người lao động",
    "đảng viên",
    "cấp ủy",
    "chính quyền",
    "các cấp",
    "các ngành",
    "bộ phận",
    "thành viên",
)

# the words that a body's name begins with -> its class; the longest word that fits wins
BODY_CLASSES = {
    "bộ": "ministry",
    "ngân hàng nhà nước": "ministry",
    "thanh tra chính phủ": "ministry",
    "tổng cục": "bureau",
    "cục": "bureau",
    "vụ": "division",
    "ủy ban nhân dân tỉnh": "province",
    "ủy ban nhân dân thành phố": "province",
    "tỉnh": "province",
    "sở": "department",
    "ban": "department",  # các sở, ban, ngành
    "ngành": "department",
    "ủy ban nhân dân huyện": "district",
    "ủy ban nhân dân quận": "district",
    "ủy ban nhân dân thị xã": "district",
    "huyện": "district",  # Đối với cấp huyện
    "quận": "district",
    "thị xã": "district",
    "thành phố": "district",  # UBND các huyện, thành phố
    "ủy ban nhân dân xã": "commune",
    "ủy ban nhân dân phường": "commune",
    "ủy ban nhân dân thị trấn": "commune",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "thôn": "village",
    "bản": "village",
    "ấp": "village",
    "khu phố": "village",
    "tổ dân phố": "village",
    "trường": "school",
    "nhà trường": "school",
    "cơ sở giáo dục": "school",
    "học viện": "school",
    "đại học": "school",
    "bệnh viện": "hospital",
    "trung tâm y tế": "hospital",
    "trạm y tế": "hospital",
    "văn phòng": "office",
    "phòng": "office",
    "chi cục": "branch",
    "trung tâm": "centre",
    "viện": "institute",
    "viện kiểm sát": "procuracy",
    "tòa án": "court",
    "công an": "police",
    "bộ chỉ huy quân sự": "army",
    "ban chỉ huy quân sự": "army",
    "bộ đội biên phòng": "army",
    "thanh tra": "inspectorate",
    "thư viện quốc gia": "library",  # not: 100% thư viện có máy tính
    "thư viện tỉnh": "library",
    "thư viện thành phố": "library",
    "kho bạc": "treasury",
    "bảo hiểm xã hội": "insurance",
    "báo": "press",
    "đài": "press",
    "cổng thông tin": "press",
    "tạp chí": "press",
    "hội": "association",
    "liên đoàn": "association",
    "liên minh": "association",
    "đoàn thanh niên": "association",
    "đoàn các": "association",  # Đoàn các trường cao đẳng
    "đoàn trường": "association",
    "đoàn khối": "association",
    "đoàn xã": "association",
    "đoàn phường": "association",
    "công đoàn": "association",
    "đoàn thể": "association",
    "mặt trận tổ quốc": "association",
    "ủy ban mặt trận": "association",
    "tổ chức chính trị": "association",
    "đoàn kiểm tra": "team",
    "tổ công tác": "team",
    "ban chỉ đạo": "team",
    "hội đồng": "team",
    "công ty": "enterprise",
    "tập đoàn": "enterprise",
    "doanh nghiệp": "enterprise",
    "hợp tác xã": "enterprise",
}
# the governing committee named in the plural puts the level after it: UBND các huyện
COMMITTEE = "ủy ban nhân dân"

# words that begin like a body and are none
NO_BODIES = (
    "phòng cháy",
    "phòng chống",
    "phòng, chống",
    "phòng ngừa",
    "phòng bệnh",
    "phòng học",
    "ban hành",
    "ban đầu",
    "báo cáo",
    "báo chí",
    "bộ máy",
    "bộ phận",
    "bộ chỉ số",
    "bộ tiêu chí",
    "bộ dữ liệu",
    "hội nghị",
    "hội thảo",
    "hội thi",
    "hội họp",
    "hội nhập",
    "trường hợp",
    "sở hữu",
    "vụ việc",
    "vụ án",
    "viện dẫn",
    "xã hội",
    "thanh tra, kiểm tra",
    "bản mô tả",
    "bản đồ",
    "ngành nghề",
    "cơ sở dữ liệu",
    "cơ sở vật chất",
    "tổ chức thực hiện",
    "tổ chức bộ máy",
    "tổ chức triển khai",
    "cán bộ hóa",
)

# what each class of issuer answers for below it
BELOW = {
    "province": ("department", "district", "commune", "village"),
    "district": ("commune", "village"),
    "commune": ("village",),
}
# where the name does not tell, the level of the record does
LEVEL_CLASSES = {
    "province": "province",
    "department": "department",
    "district": "district",
    "commune": "commune",
}

# headings that hand out duties
HANDING_OUT = (
    "đối với",  # Đối với cấp huyện
    "trách nhiệm của",  # Trách nhiệm của các sở
    "trách nhiệm",
    "nhiệm vụ của",
    "nhiệm vụ",
    "phân công",
    "giao cho",
    "giao",
    "đề nghị",
    "yêu cầu",
)
# a body given the task within the sentence: (giao Công an xã và các trưởng thôn thực hiện)
GIVING = ("giao cho", "giao", "phân công", "ủy quyền cho")
DOING = ("thực hiện", "chủ trì", "phụ trách", "chịu trách nhiệm", "làm đầu mối", "triển khai")

# subjects of a clause of its own: đơn vị được kiểm tra chuẩn bị báo cáo
# not "tổ chức", which is a verb more often than a body
SUBJECTS = ("đơn vị", "cơ quan", "địa phương", "thủ trưởng đơn vị", "các đơn vị", "các cơ quan")

# clauses that only say when a duty falls due: Khi xây dựng văn bản; nếu có vướng mắc
CONDITIONS = (
    "khi",
    "nếu",
    "trường hợp",
    "trong trường hợp",
    "trong quá trình",
    "quá trình",
    "đối với",
    "trên cơ sở",
    "căn cứ",
    "sau khi",
    "trước khi",
)

AND = "và"  # Công an xã và các trưởng thôn

# why a duty is not the child's
GIVEN_TO = "giao {}"

# a duty to have a plan of one's own
DRAW_UP = ("xây dựng", "ban hành", "lập", "cụ thể hóa", "cụ thể hoá")
A_PLAN = "kế hoạch"
# behind it the plan names no other matter: kế hoạch của đơn vị; kế hoạch triển khai thực hiện
# not: kế hoạch đào tạo nghề; kế hoạch tổ chức hội thi
OF_ONES_OWN = (
    "của",
    "thực hiện",
    "triển khai",
    "cụ thể",
    "chi tiết",
    "và",
    "để",
    "gửi",
    "trước",
    "trong",
    "năm",
    "hành động",
    "phù hợp",  # Xây dựng kế hoạch phù hợp tình hình của đơn vị
)

# the decision that promulgates a plan: (Kèm theo Quyết định số 12/QĐ-BYT ngày …)
DECISION = "Quyết định"
PLAN = "Kế hoạch"
WITH_DECISION = "kèm theo"

# what turns the words behind it to their opposite: Không thuê đơn vị ngoài, nghiêm cấm đốt rơm rạ
NEGATIONS = ("không", "cấm", "tránh", "đừng")
PASSED_OVER = ("được", "có", "để", "còn", "bị")  # không được để rác ngoài đường, không còn hộ nghèo
# không quá 5 ngày, không dưới 20 %, không chỉ, không những, không thể, không phải: no prohibition
NO_NEGATION_BEFORE = ("quá", "dưới", "ít", "vượt", "chỉ", "những", "thể", "phải", "kể", "ngừng")

# what a name in capitals stands behind: one fund is no other
NAMED_THINGS = (
    "quỹ",  # Quỹ Khuyến học
    "luật",
    "pháp lệnh",
    "cuộc thi",
    "hội thi",
    "hội diễn",
    "giải",  # Giải Việt dã
    "đề án",
    "dự án",
    "câu lạc bộ",
)
BEFORE_NO_NAME = ("pháp", "kỷ")  # pháp luật Việt Nam, kỷ luật Đảng

"""Words of headings: what a section is for, and what is a heading at all.

Headings are searched without diacritics, so that ``TÓ CHỨC THỰC HIỆN`` of a scan is
read as well.
"""

# role -> phrases; the phrase that stands first in a heading decides, the longer one where
# two begin at one place
ROLE_PHRASES: dict[str, tuple[str, ...]] = {
    "purpose": (
        "mục đích",  # MỤC ĐÍCH, YÊU CẦU
        "ý nghĩa",  # Mục đích, ý nghĩa
    ),
    "requirement": (
        "yêu cầu",  # 2. Yêu cầu về nội dung
        "nguyên tắc",  # Nguyên tắc thực hiện
        "quan điểm",  # Quan điểm chỉ đạo
        "phương châm",  # Phương châm thực hiện
    ),
    "target": (
        "mục tiêu",  # II. MỤC TIÊU CỤ THỂ
        "chỉ tiêu",  # CHỈ TIÊU CHỦ YẾU
        "chỉ số",  # Các chỉ số cần đạt
    ),
    "audience": (
        "đối tượng",  # ĐỐI TƯỢNG THAM GIA
        "thành phần",  # Thành phần tham dự
        "phạm vi",  # Phạm vi, đối tượng
    ),
    "content": (
        "nội dung",  # NỘI DUNG PHONG TRÀO
        "nhiệm vụ",  # NHIỆM VỤ TRỌNG TÂM
        "quy trình",  # Quy trình kiểm tra
        "công việc",  # Các công việc cụ thể
        "các việc",  # CÁC VIỆC PHẢI LÀM
        "hoạt động",  # Các hoạt động chính
        "chủ đề",  # 2. Chủ đề của cuộc thi
    ),
    "criteria": (
        "tiêu chí",  # TIÊU CHÍ THI ĐUA
        "tiêu chí xét khen thưởng",
        "cách chấm",  # CÁCH CHẤM ĐIỂM
        "thang điểm",
        "biểu điểm",
        "cơ cấu điểm",
        "cách tính điểm",
        "chấm điểm, xếp loại",  # CHẤM ĐIỂM, XẾP LOẠI CÁC TỔ
        "chấm điểm và xếp loại",
    ),
    "award": (
        "khen thưởng",  # THI ĐUA, KHEN THƯỞNG
        "thi đua, khen thưởng",
        "thi đua khen thưởng",
        "hình thức khen thưởng",
        "hình thức và tiêu chuẩn khen thưởng",
        "tiêu chuẩn khen thưởng",
        "tiêu chuẩn",  # 1. Tiêu chuẩn
        "xét khen thưởng",
        "biểu dương",  # BIỂU DƯƠNG, KHEN THƯỞNG
        "giải thưởng",  # CƠ CẤU GIẢI THƯỞNG
        "cơ cấu giải",
        "tôn vinh",  # Tôn vinh, khen thưởng
    ),
    "timeline": (
        "tiến độ",  # TIẾN ĐỘ THỰC HIỆN
        "thời gian",  # THỜI GIAN, ĐỊA ĐIỂM
        "thời hạn",  # 3. Thời hạn gửi hồ sơ
        "lộ trình",  # LỘ TRÌNH
        "giai đoạn",  # CÁC GIAI ĐOẠN THỰC HIỆN
        "lịch",  # LỊCH THỰC HIỆN
        "các bước",  # CÁC BƯỚC TIẾN HÀNH
        "chương trình hội nghị",
        "chương trình làm việc",
        "chương trình buổi lễ",
    ),
    "solution": (
        "giải pháp",  # GIẢI PHÁP THỰC HIỆN
        "biện pháp",  # CÁC BIỆN PHÁP
    ),
    "funding": (
        "kinh phí",  # KINH PHÍ THỰC HIỆN
        "dự toán",  # Dự toán kinh phí
        "nguồn vốn",  # Nguồn vốn thực hiện
    ),
    "implementation": (
        "tổ chức thực hiện",
        "tổ chức triển khai",
        "phân công",  # PHÂN CÔNG THỰC HIỆN
        "trách nhiệm",  # Trách nhiệm của Thủ trưởng các đơn vị
        "cách thức tổ chức",
        "triển khai thực hiện",
    ),
    "reporting": (
        "chế độ báo cáo",
        "thông tin, báo cáo",
        "thông tin báo cáo",
        "báo cáo",  # Báo cáo, sơ kết, tổng kết
    ),
    "other": (
        "danh sách",  # Danh sách Đoàn kiểm tra
        "đặc điểm",  # ĐẶC ĐIỂM TÌNH HÌNH
        "tình hình",  # TÌNH HÌNH CHUNG
        "bối cảnh",
        "thực trạng",
        "đặt vấn đề",
        "kiểm điểm công tác",  # KIỂM ĐIỂM CÔNG TÁC THÁNG 5
        "thành phần ban tổ chức",
        "thành phần ban chỉ đạo",
        "ban tổ chức",  # Ban Tổ chức, Ban Giám khảo
        "biểu mẫu",  # Biểu mẫu báo cáo
        "giải thích từ ngữ",
    ),
}

# headings that name a role only where they say nothing else
WHOLE_HEADINGS: dict[str, tuple[str, ...]] = {
    "award": ("hình thức", "hình thức đề nghị", "hình thức và mức thưởng", "mức thưởng"),
}

# a short heading that opens a programme; only where nothing but this stands before the words
PROGRAMME = ("chương trình", "nội dung chương trình")  # 3. Chương trình Hội nghị

# verbs that a provision begins with; "Báo cáo Sở định kỳ: quý I …" is no heading
PROVISION_VERBS = (
    "ban hành",
    "báo cáo ủy ban",
    "báo cáo UBND",
    "báo cáo sở",
    "báo cáo phòng",
    "báo cáo văn phòng",
    "bảo đảm",
    "bố trí",
    "chỉ đạo",
    "chủ động",
    "chủ trì",
    "chuẩn bị",
    "công khai",
    "đảm bảo",
    "đẩy mạnh",
    "định kỳ",
    "đôn đốc",
    "giao",
    "gửi",
    "hoàn thành",
    "hướng dẫn các",
    "kiện toàn",
    "lập",
    "mở",
    "nâng cao",
    "phát huy",
    "phân công các",
    "phối hợp",
    "rà soát",
    "tăng cường",
    "tham mưu",
    "thành lập",
    "tham gia",
    "theo dõi",
    "thực hiện nghiêm",
    "thực hiện tốt",
    "tiếp tục",
    "tổng hợp",
    "triển khai",
    "tuyên truyền",
    "vận động",
    "xây dựng",
    "yêu cầu các",
    "đề nghị",
)

# words that make what stands before a colon a sentence, not a heading
LEAD_IN_WORDS = (
    "như sau",  # … thực hiện các nội dung như sau:
    "sau đây",
    "sau",  # … các nhiệm vụ sau:
    "gồm",  # … bao gồm:
    "như",  # nguồn nhân lực như: kinh phí …
    "là",  # với phương châm là: …
)

# how a closing paragraph begins, after the last item of a plan
CLOSING_CUES = (
    "trên đây là",
    "trong quá trình",
    "quá trình",
    "căn cứ kế hoạch này",
    "căn cứ nội dung kế hoạch",
    "yêu cầu",
    "đề nghị",
    "nhận được kế hoạch",
    "kế hoạch này",
    "giao",
    "UBND",
    "ủy ban nhân dân",
)

# types of documents as they stand alone on a line above the title
TYPE_LINES = (
    "kế hoạch",
    "quyết định",
    "chương trình",
    "đề án",
    "phương án",
    "hướng dẫn",
    "thông báo",
    "công văn",
    "tờ trình",
    "báo cáo",
    "kế hoạch liên tịch",
    "kế hoạch phối hợp",
    "quy chế",
    "chỉ thị",
    "dự thảo",
    "thể lệ",
)
# types of documents that contain no plan
OTHER_TYPE_LINES = (
    "nghị định", "thông tư", "thông tư liên tịch", "nghị quyết", "nghị quyết liên tịch",
    "quy định", "luật",
    "bộ luật", "pháp lệnh", "điều lệ", "nội quy", "biên bản", "giấy mời", "công điện", "thông cáo",
    "kết luận",
    "quy chế phối hợp", "quy trình", "lệnh", "sắc lệnh",
)  # fmt: skip
ADDRESSED = ("kính gửi", "kính gởi")  # Kính gửi: Ủy ban nhân dân tỉnh; a letter
OF_WORD = "của"  # Nghị định của Chính phủ
PLAN_LINES = ("kế hoạch", "kế hoạch liên tịch", "kế hoạch phối hợp")
DECISION_LINES = ("quyết định",)

FOR_WHOM = ("đối với",)  # Đối với cá nhân: whom it is for, no topic
# an article that says who carries out the decision
CARRIED_OUT = (
    "chịu trách nhiệm thi hành",  # Chánh Văn phòng, Giám đốc các Sở chịu trách nhiệm thi hành
    "chịu trách nhiệm thực hiện",
    "chịu trách nhiệm tổ chức thực hiện",
    "thi hành quyết định này",  # Chánh Văn phòng Sở thi hành Quyết định này
    "thực hiện quyết định này",
    "căn cứ quyết định thi hành",  # … các ông, bà có tên tại Điều 1 căn cứ Quyết định thi hành
)

COUNTRY = "cộng hòa xã hội chủ nghĩa"  # Quốc hiệu
MOTTO = (COUNTRY, "độc lập - tự do")  # Quốc hiệu, Tiêu ngữ
RECIPIENTS = (
    "nơi nhận",
    "nơi gửi",
    "nơi nhậm",
    "nơi nhân",
    "ni nhận",
    "noi nhận",
    "nơinhận",
)  # as scans have it, too
ATTACHED = ("kèm theo",)  # (Kèm theo Quyết định số …), (Ban hành kèm theo …)

# titles of those who sign, in capitals on a line of their own
POSITIONS = (
    "giám đốc",
    "phó giám đốc",
    "hiệu trưởng",
    "chủ tịch",
    "viện trưởng",
    "cục trưởng",
    "vụ trưởng",
    "chánh án",
    "chánh văn phòng",
    "bộ trưởng",
    "thứ trưởng",
    "thủ tướng",
    "bí thư",
    "trưởng ban",
    "trưởng phòng",
    "trưởng khoa",
    "tổng giám đốc",
    "tổng cục trưởng",
    "chủ nhiệm",
    "thủ trưởng",
    "chính ủy",
    "tư lệnh",
    "chi cục trưởng",
    "chánh thanh tra",
    "trưởng trạm",  # Trạm Y tế xã
    "trạm trưởng",
    "trưởng đoàn",
    "trưởng công an",
    "đội trưởng",
    "tổ trưởng",
    "hạt trưởng",
    "đồn trưởng",
    "chỉ huy trưởng",
    "thống đốc",
    "tổng thanh tra",
    "tổng kiểm toán",
    "tổng biên tập",
    "tổng thư ký",
    "ủy viên thường vụ",
    "ủy viên thường trực",
    "trưởng tiểu ban",
    "trưởng bộ môn",
    "trưởng thôn",
    "trưởng khu",
    "trưởng nhóm",
    "trưởng ban tổ chức",
    "khoa trưởng",
    "quản đốc",
    "thường trực",
    "thư ký",
    "chánh tòa",
)
FOR_THE_HEAD = "KT"  # KT. GIÁM ĐỐC above PHÓ GIÁM ĐỐC
ON_BEHALF = ("TM", FOR_THE_HEAD, "TL", "TUQ", "Q")  # their letters may be parted: T/M, K.T

PROMULGATES = (
    "ban hành",
    "công bố",
    "phê duyệt",
    "ký ban hành",
)  # Ngày …, Bộ … ban hành Quyết định
NUMBER_WORD = "số"

# lines that tell something of the provision above them
ATTRIBUTES = (
    "đơn vị chủ trì",
    "cơ quan chủ trì",
    "bộ phận chủ trì",
    "chủ trì",
    "đơn vị phối hợp",
    "cơ quan phối hợp",
    "bộ phận phối hợp",
    "phối hợp",
    "đơn vị thực hiện",
    "cơ quan thực hiện",
    "người thực hiện",
    "thời gian",
    "thời hạn",
    "sản phẩm",
    "kết quả đầu ra",
    "kinh phí",
    "địa điểm",
)

# before the name of one who signs: Nghị định 30/2020, Phụ lục I, II.7
RANKS = (
    "GS",
    "PGS",
    "TS",
    "ThS",
    "BS",
    "BSCKI",
    "BSCKII",
    "CKI",  # BS. CKI. Lò Thị Bản
    "CKII",
    "NGND",
    "NGƯT",
    "Thiếu tướng",
    "Trung tướng",
    "Thượng tướng",
    "Đại tướng",
    "Đại tá",
    "Thượng tá",
    "Trung tá",
    "Thiếu tá",
    "Đại úy",
)

SIGNED = ("đã ký", "ký tên", "ký, đóng dấu", "(ký", "đã kí")  # (đã ký) where the signature stood
DEPUTY = ("phó",)  # PHÓ GIÁM ĐỐC below KT. GIÁM ĐỐC
FILED = ("lưu",)  # - Lưu: VT, VP.
TIME_LABELS = ("thời gian",)  # Thời gian dự kiến: thượng tuần tháng 8
EVENT_LABELS = ("thời gian", "địa điểm", "thành phần", "thời hạn", "số lượng", "trang phục")
DEMAND = ("yêu cầu",)  # MỤC ĐÍCH, YÊU CẦU without parts
# headings whose items say what is spoken or written about, learnt or asked, and not what is done
TOPICS = ("chủ đề", "đề tài", "chuyên đề")  # Các chủ đề tham luận
MANY = ("các", "những", "một số", "danh mục", "danh mục các")
MATTERS = (
    "nội dung học tập",  # NỘI DUNG HỌC TẬP, QUÁN TRIỆT
    "nội dung quán triệt",
    "nội dung nghiên cứu",
    "nội dung bồi dưỡng",
    "nội dung tập huấn",
    "nội dung tìm hiểu",
    "nội dung thi",
    "nội dung dự thi",
)
# what such items begin with, beside the types of documents: Các văn bản về hộ tịch
PAPERS = (
    "nội dung",
    "nội dung cơ bản",
    "văn bản",
    "tài liệu",
    "văn kiện",
    "chuyên đề",
    "quy định",
    "chủ trương",
    "kiến thức",
    "kỹ năng",
)
# who does what at a meeting: Báo cáo viên: đồng chí Trưởng phòng Tư pháp
SPEAKERS = (
    "báo cáo viên",
    "giảng viên",
    "diễn giả",
    "chủ tọa",
    "chủ trì",
    "thư ký",
    "người trình bày",
    "người dẫn chương trình",
    "dẫn chương trình",
    "trưởng ban",
    "trưởng đoàn",
    "thành viên",
)
BEFORE_PERSONS = ("đồng chí", "đ/c", "ông", "bà", "anh", "chị", "thầy", "cô")

LEADING = ("chủ trì",)  # - Chủ trì hướng dẫn … under the heading Sở Nội vụ

# with a capital they begin a ground of the preamble, whatever stands on the line above
GROUND_OPENINGS = ("Căn cứ", "Xét đề nghị", "Theo đề nghị")

POINTS = ("điểm",)  # 1. Tính sáng tạo: 30 điểm.

# what may follow a phrase of a role in a heading: Nội dung thực hiện, Nhiệm vụ cụ thể
HEADING_TAILS = (
    "thực hiện",
    "triển khai",
    "tổ chức",
    "cụ thể",
    "chung",
    "chính",
    "chủ yếu",
    "trọng tâm",
    "hoạt động",
    "của kế hoạch",
)

# over the signature of who approves what another signed
APPROVING = ("duyệt", "phê duyệt", "xác nhận", "ý kiến của", "thông qua")

"""Words of cited documents: their types, who issues them, what opens and closes a title.

Words are written in plain spelling; whoever searches them passes them through
``vnplan.patterns.any_of``.
"""

# ---------------------------------------------------------------- types

# as it may be printed -> the type in full; the source of most is Nghị định 30/2020/NĐ-CP,
# Điều 7, of the rest Luật Ban hành văn bản quy phạm pháp luật and Quy định 66-QĐ/TW (Party)
TYPES: dict[str, str] = {
    "hiến pháp": "Hiến pháp",
    "bộ luật": "Bộ luật",
    "luật": "Luật",
    "pháp lệnh": "Pháp lệnh",
    "sắc lệnh": "Sắc lệnh",
    "lệnh": "Lệnh",
    "nghị quyết liên tịch": "Nghị quyết liên tịch",
    "nghị quyết": "Nghị quyết",
    "nghị định": "Nghị định",
    "thông tư liên tịch": "Thông tư liên tịch",
    "thông tư liên bộ": "Thông tư liên tịch",
    "thông tư": "Thông tư",
    "thông tri": "Thông tri",
    "quyết định": "Quyết định",
    "chỉ thị": "Chỉ thị",
    "kết luận": "Kết luận",
    "công văn": "Công văn",
    "công điện": "Công điện",
    "kế hoạch": "Kế hoạch",
    "hướng dẫn": "Hướng dẫn",
    "thông báo": "Thông báo",
    "thông cáo": "Thông cáo",
    "quy định": "Quy định",
    "quy chế": "Quy chế",
    "quy trình": "Quy trình",
    "tờ trình": "Tờ trình",
    "báo cáo": "Báo cáo",
    "đề án": "Đề án",
    "dự án": "Dự án",
    "phương án": "Phương án",
    "chiến lược": "Chiến lược",
    "chương trình": "Chương trình",
    "điều lệ": "Điều lệ",
    "biên bản": "Biên bản",
    "hợp đồng": "Hợp đồng",
    "bản ghi nhớ": "Bản ghi nhớ",
    "thỏa thuận": "Thỏa thuận",
    "giấy mời": "Giấy mời",
    "văn bản hợp nhất": "Văn bản hợp nhất",
    "văn bản": "Văn bản",
}

# written short before a number only: QĐ 12/QĐ-UBND, CV số 45/SYT-NV
SHORT_TYPES: dict[str, str] = {
    "qđ": "Quyết định",
    "nđ": "Nghị định",
    "nq": "Nghị quyết",
    "tt": "Thông tư",
    "ttlt": "Thông tư liên tịch",
    "ct": "Chỉ thị",
    "kh": "Kế hoạch",
    "hd": "Hướng dẫn",
    "tb": "Thông báo",
    "cv": "Công văn",
    "vb": "Văn bản",
    "kl": "Kết luận",
}

# the first letters of a symbol -> the types that bear it (Nghị định 30/2020, Phụ lục III);
# they settle which of two types before a number is meant
SYMBOL_TYPES: dict[str, tuple[str, ...]] = {
    "nq": ("Nghị quyết", "Nghị quyết liên tịch"),
    "qđ": ("Quyết định", "Quy định"),
    "qđi": ("Quy định",),
    "qyđ": ("Quy định",),
    "ct": ("Chỉ thị",),
    "qc": ("Quy chế",),
    "tb": ("Thông báo",),
    "hd": ("Hướng dẫn",),
    "ctr": ("Chương trình",),
    "kh": ("Kế hoạch",),
    "bc": ("Báo cáo",),
    "ttr": ("Tờ trình",),
    "cđ": ("Công điện",),
    "kl": ("Kết luận",),
    "nđ": ("Nghị định",),
    "tt": ("Thông tư",),
    "ttlt": ("Thông tư liên tịch",),
    "vbhn": ("Văn bản hợp nhất",),
}

# types that stand for one another when the same number is cited again
FAMILIES: dict[str, str] = {"Văn bản": "Công văn", "Bộ luật": "Luật"}

NUMBER_WORD = ("số",)
# takes a number and a year without a symbol: Nghị định số 98/2023
LEGAL_TYPES = ("luật", "bộ luật", "pháp lệnh", "nghị định", "thông tư", "nghị quyết")
# between a type and its number: Công văn hỏa tốc số, Hướng dẫn của Bộ Nội vụ số
OF = ("của",)
AND = ("và", "cùng", "cùng với")

# ---------------------------------------------------------------- laws and schemes by name

LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp", "điều lệ")
CONSTITUTION = "Hiến pháp"  # Hiến pháp năm 2013 needs no further name
STATUTES = "Điều lệ"
# a lawyer, a firm, a subject: Luật sư, Đoàn Luật gia, Đại học Luật
NOT_A_LAW_AFTER = ("các", "sư", "gia", "học", "tnhh", "pháp", "này", "trên", "chuyên ngành")
NOT_A_LAW_BEFORE = (
    "pháp",  # Ngày Pháp Luật
    "hội",
    "đoàn",
    "đại học",
    "khoa",
    "trường",
    "công ty",
    "văn phòng",
    "tạp chí",
    "cử nhân",
    "tiến sĩ",
    "thạc sĩ",
    "dự án",  # a bill is no law yet
    "dự thảo",
)
# names of laws with a comma or "và" in them, which would else end the name
LAW_NAMES = (
    "An toàn, vệ sinh lao động",
    "An toàn thông tin mạng",
    "An ninh mạng",
    "An ninh quốc gia",
    "An toàn thực phẩm",
    "Ban hành văn bản quy phạm pháp luật",
    "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân",
    "Biên giới quốc gia",
    "Biên phòng Việt Nam",
    "Bình đẳng giới",
    "Bưu chính",
    "Bảo hiểm tiền gửi",
    "Bảo hiểm xã hội",
    "Bảo hiểm y tế",
    "Bảo vệ bí mật nhà nước",
    "Bảo vệ dữ liệu cá nhân",
    "Bảo vệ môi trường",
    "Bảo vệ quyền lợi người tiêu dùng",
    "Bảo vệ và kiểm dịch thực vật",
    "Bảo vệ, chăm sóc và giáo dục trẻ em",
    "Bảo vệ và phát triển rừng",
    "Báo chí",
    "Cán bộ, công chức",
    "Cảnh sát biển Việt Nam",
    "Cảnh sát cơ động",
    "Cảnh vệ",
    "Căn cước",
    "Căn cước công dân",
    "Chất lượng sản phẩm, hàng hóa",
    "Chăn nuôi",
    "Chứng khoán",
    "Chuyển giao công nghệ",
    "Công an nhân dân",
    "Công chứng",
    "Công đoàn",
    "Công nghệ cao",
    "Công nghệ thông tin",
    "Công nghiệp công nghệ số",
    "Cơ yếu",
    "Cư trú",
    "Cạnh tranh",
    "Các tổ chức tín dụng",
    "Dân quân tự vệ",
    "Dân sự",
    "Di sản văn hóa",
    "Doanh nghiệp",
    "Du lịch",
    "Dược",
    "Dữ liệu",
    "Dầu khí",
    "Dự trữ quốc gia",
    "Đấu giá tài sản",
    "Đấu thầu",
    "Đầu tư",
    "Đầu tư công",
    "Đầu tư theo phương thức đối tác công tư",
    "Đất đai",
    "Đê điều",
    "Điện ảnh",
    "Điện lực",
    "Đo lường",
    "Đo đạc và bản đồ",
    "Đường bộ",
    "Đường sắt",
    "Đa dạng sinh học",
    "Giao dịch điện tử",
    "Giao thông đường bộ",
    "Giao thông đường thủy nội địa",
    "Giám định tư pháp",
    "Giáo dục",
    "Giáo dục đại học",
    "Giáo dục nghề nghiệp",
    "Giáo dục quốc phòng và an ninh",
    "Giá",
    "Hàng hải Việt Nam",
    "Hàng không dân dụng Việt Nam",
    "Hải quan",
    "Hình sự",
    "Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác",
    "Hóa chất",
    "Hòa giải ở cơ sở",
    "Hòa giải, đối thoại tại Tòa án",
    "Hôn nhân và gia đình",
    "Hợp tác xã",
    "Hộ tịch",
    "Hoạt động chữ thập đỏ",
    "Hoạt động giám sát của Quốc hội và Hội đồng nhân dân",
    "Hỗ trợ doanh nghiệp nhỏ và vừa",
    "Kế toán",
    "Khám bệnh, chữa bệnh",
    "Khiếu nại",
    "Khiếu nại, tố cáo",
    "Khoa học và công nghệ",
    "Khoa học, công nghệ và đổi mới sáng tạo",
    "Khoáng sản",
    "Khí tượng thủy văn",
    "Kiểm toán độc lập",
    "Kiểm toán nhà nước",
    "Kiến trúc",
    "Kinh doanh bảo hiểm",
    "Kinh doanh bất động sản",
    "Lao động",
    "Lâm nghiệp",
    "Lưu trữ",
    "Lực lượng dự bị động viên",
    "Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở",
    "Lý lịch tư pháp",
    "Mặt trận Tổ quốc Việt Nam",
    "Năng lượng nguyên tử",
    "Ngân hàng Nhà nước Việt Nam",
    "Ngân sách nhà nước",
    "Nghĩa vụ quân sự",
    "Nhà giáo",
    "Nhà ở",
    "Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam",
    "Nuôi con nuôi",
    "Người cao tuổi",
    "Người khuyết tật",
    "Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng",
    "Phá sản",
    "Phí và lệ phí",
    "Phòng bệnh",
    "Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "Phòng cháy và chữa cháy",
    "Phòng, chống bạo lực gia đình",
    "Phòng, chống bệnh truyền nhiễm",
    "Phòng, chống khủng bố",
    "Phòng, chống ma túy",
    "Phòng, chống mua bán người",
    "Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người",
    "Phòng, chống rửa tiền",
    "Phòng, chống tác hại của rượu, bia",
    "Phòng, chống tác hại của thuốc lá",
    "Phòng, chống tham nhũng",
    "Phòng, chống thiên tai",
    "Phòng không nhân dân",
    "Phòng thủ dân sự",
    "Phổ biến, giáo dục pháp luật",
    "Quảng cáo",
    "Quản lý ngoại thương",
    "Quản lý nợ công",
    "Quản lý thuế",
    "Quản lý và bảo vệ công trình quốc phòng và khu quân sự",
    "Quản lý, bảo vệ công trình quốc phòng và khu quân sự",
    "Quản lý, sử dụng tài sản công",
    "Quản lý, sử dụng tài sản nhà nước",
    "Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp",
    "Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ",
    "Quản lý và đầu tư vốn nhà nước tại doanh nghiệp",
    "Quốc phòng",
    "Quốc tịch Việt Nam",
    "Quy hoạch",
    "Quy hoạch đô thị",
    "Quy hoạch đô thị và nông thôn",
    "Sĩ quan Quân đội nhân dân Việt Nam",
    "Sở hữu trí tuệ",
    "Sử dụng năng lượng tiết kiệm và hiệu quả",
    "Tài nguyên nước",
    "Tài nguyên, môi trường biển và hải đảo",
    "Tần số vô tuyến điện",
    "Thanh niên",
    "Thanh tra",
    "Thể dục, thể thao",
    "Thi đua, khen thưởng",
    "Thi hành án dân sự",
    "Thi hành án hình sự",
    "Thi hành tạm giữ, tạm giam",
    "Thống kê",
    "Thú y",
    "Thư viện",
    "Thủ đô",
    "Thủy lợi",
    "Thủy sản",
    "Thuế bảo vệ môi trường",
    "Thuế giá trị gia tăng",
    "Thuế sử dụng đất phi nông nghiệp",
    "Thuế thu nhập cá nhân",
    "Thuế thu nhập doanh nghiệp",
    "Thuế tiêu thụ đặc biệt",
    "Thuế xuất khẩu, thuế nhập khẩu",
    "Thực hành tiết kiệm, chống lãng phí",
    "Thực hiện dân chủ ở cơ sở",
    "Thương mại",
    "Tiếp cận thông tin",
    "Tiếp công dân",
    "Tiết kiệm, chống lãng phí",
    "Tiêu chuẩn và Quy chuẩn kỹ thuật",
    "Tín ngưỡng, tôn giáo",
    "Tố cáo",
    "Tố tụng dân sự",
    "Tố tụng hành chính",
    "Tố tụng hình sự",
    "Tổ chức Chính phủ",
    "Tổ chức chính quyền địa phương",
    "Tổ chức Quốc hội",
    "Tổ chức Tòa án nhân dân",
    "Tổ chức Viện kiểm sát nhân dân",
    "Tổ chức cơ quan điều tra hình sự",
    "Trách nhiệm bồi thường của Nhà nước",
    "Trẻ em",
    "Trật tự, an toàn giao thông đường bộ",
    "Trồng trọt",
    "Trợ giúp pháp lý",
    "Trưng cầu ý dân",
    "Trưng mua, trưng dụng tài sản",
    "Tư pháp người chưa thành niên",
    "Tương trợ tư pháp",
    "Ưu đãi người có công với cách mạng",
    "Viên chức",
    "Viễn thông",
    "Việc làm",
    "Xây dựng",
    "Xử lý vi phạm hành chính",
    "Xuất bản",
    "Xuất cảnh, nhập cảnh của công dân Việt Nam",
)
# laws that are cited by their initials
LAW_INITIALS = ("THTK, CLP", "PCCC và CNCH", "PCCC&CNCH", "TĐ, KT", "TĐKT")
# a law that amends others names them in its own name
AMENDING = ("sửa đổi, bổ sung", "sửa đổi", "bổ sung")
# what dates or numbers a law behind its name
DATED = ("ngày", "năm", "số")
# what ends the name of a law that is not in the table
AFTER_LAW_NAME = (
    "về",
    "và",
    "hoặc",
    "để",
    "theo",
    "tại",
    "trong",
    "trên",
    "đối với",
    "quy định",
    "hiện hành",
    "được",
    "đã",
    "có",
    "là",
    "cho",
    "đến",
    "thì",
    "khi",
    "bằng",
    "với",
    "các",
    "những",
    "này",
    "do",
    "nhằm",
    "phải",
    "của",
    "ban hành",
    "số",
    "năm",
    "ngày",
    "liên quan",
    "gắn với",
    "như",
)

# programmes and schemes that are cited by their name in quotes: Đề án "…"
SURE_SCHEMES = ("đề án",)
# a show is a programme too: the others need a year in their name, or one of the words below
SCHEMES = (
    "đề án",
    "chương trình",
    "dự án",
    "chiến lược",
    "phương án",
    "quy chế",
    "quy định",
)
CARRYING_OUT = (
    "thực hiện",  # triển khai thực hiện Chương trình "…"
    "triển khai",
    "theo",
    "của",
    "thuộc",
    "phê duyệt",
    "khuôn khổ",
    "đối với",
)
SCHEME_KINDS = ("hành động", "phối hợp", "quốc gia", "mục tiêu quốc gia", "tổng thể")
# and those cited by a name without quotes, if the name says how wide it reaches
WIDE_SCHEMES = ("đề án", "chương trình", "chiến lược")
WIDE_NAMES = (
    "mục tiêu quốc gia",  # Chương trình mục tiêu quốc gia xây dựng nông thôn mới
    "quốc gia",
    "tổng thể",  # Chương trình tổng thể cải cách hành chính nhà nước giai đoạn
    "phát triển kinh tế - xã hội",
)
STAGE = ("giai đoạn", "đến năm", "năm", "thời kỳ")
# the place that a scheme is for: Đề án "…" tỉnh Hưng Giang
SCHEME_PLACES = ("tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "ngành", "trên địa bàn")

# resolutions of the Party's congresses have names, not numbers
CONGRESS_TYPES = ("nghị quyết", "kết luận")
CONGRESSES = ("đại hội", "trung ương", "hội nghị trung ương", "hội nghị lần thứ")
AFTER_CONGRESS = ("về", "trong", "và", "vào", "để", "đã", "gắn với", "theo", "đề ra", "tại")
# somebody issued it, so it stands although it has no number: ra Nghị quyết …
ISSUED = ("ra", "đã ban hành", "đã thông qua", "đã ký", "đã ra")
ISSUED_TYPES = ("nghị quyết", "nghị định", "chỉ thị", "pháp lệnh", "quyết định")

# ---------------------------------------------------------------- issuer and title

# Ngày 13/3, Bộ Y tế ban hành Quyết định số …: date and issuer stand before the document
ISSUING = ("ban hành", "đã ban hành", "ký ban hành", "đã ký ban hành", "có", "đã có", "ra", "ký")

# Xét đề nghị của Chi cục Thủy lợi tại Tờ trình số …: who issued it stands before the document
PROPOSALS = ("đề nghị của", "đề xuất của", "kiến nghị của", "ý kiến của", "báo cáo của")
PROPOSED_AT = ("tại", "bằng", "theo", "nêu tại", "trong")

# what opens a title and is no part of it
ABOUT = ("về việc", "về", "v/v", "vv")
# what opens a title and belongs to it
TITLE_VERBS = (
    "ban hành",  # ban hành Quy chế làm việc
    "phê duyệt",
    "quy định",
    "hướng dẫn",
    "sửa đổi",
    "bổ sung",
    "thay thế",
    "công bố",
    "công nhận",
    "thành lập",
    "kiện toàn",
    "bãi bỏ",
    "điều chỉnh",
    "cho phép",
    "thông qua",
    "phân công",
    "phân cấp",
    "phân bổ",
    "giao",
)
# the same, but only behind a date or an issuer: elsewhere they are the sentence's own verb
ACTION_VERBS = (
    "triển khai",
    "thực hiện",
    "tổ chức",
    "tăng cường",
    "đẩy mạnh",
    "tiếp tục",
    "phát động",
    "hưởng ứng",
    "phối hợp",
    "kiểm tra",
    "nâng cao",
    "đề nghị",
    "yêu cầu",
    "thông báo",
    "phổ biến",
    "xử lý",
    "quán triệt",
    "đổi mới",
    "phát triển",
    "lãnh đạo",
    "phòng, chống",
    "phòng chống",
)
# what else ends the name of an issuer; in names these words have capitals (Ban Tổ chức)
AFTER_ISSUER = (
    "tại",
    "theo",
    "để",
    "nhằm",
    "đã",
    "được",
    "có",
    "là",
    "trong",
    "trên",
    "cho",
    "đến",
    "khi",
    "thì",
    "gắn với",
    "đối với",
    "bằng",
    "do",
    "phải",
    "cần",
    "sẽ",
    "như",
    "kèm theo",
    "bảo đảm",
    "đảm bảo",
    "với",
    "từ",
    "số",
    "nêu",
    "đề ra",
    "giao",
    "đính kèm",
    "làm",
    "gồm",
    "chỉ đạo",
    "xây dựng",
    "lập",
    "ngày",
    "năm",
    "đang",
    "hiện",
    "liên quan",
    "các",
    "những",
)
# a small "tổ chức" or "kiểm tra" right behind these is a name's own word
NAME_HEADS = ("ban", "phòng", "ủy ban", "hội đồng", "trung tâm", "chỉ huy", "chỉ đạo")
# "và" does not go on with the issuer's name where one of these follows it
AND_NO_ISSUER = (
    "các",
    "những",
    "hướng dẫn",
    "theo",
    "thực hiện",
    "chỉ đạo",
    "quy định",
    "tình hình",
    "yêu cầu",
    "căn cứ",
    "đề nghị",
    "kế hoạch",
    "công văn",
    "quyết định",
    "nghị quyết",
    "chỉ thị",
    "thông tư",
    "nghị định",
    "luật",
    "văn bản",
    "chương trình",
    "đề án",
    "kết luận",
    "thông báo",
    "tờ trình",
    "báo cáo",
    "triển khai",
    "nội dung",
    "nhiệm vụ",
)
# names of bodies with a comma in them
COMMA_NAMES = (
    "thể thao và du lịch",  # Sở Văn hóa, Thể thao và Du lịch
    "thể thao, du lịch",
    "thể thao",
    "thông tin và thể thao",
    "thông tin",
    "gia đình",
    "thương binh và xã hội",
    "giáo dục",
    "chữa cháy",
    "khen thưởng",
    "chống tham nhũng",
    "chống thiên tai",
    "tiêu cực",
    "lãng phí",
)
# what begins a clause of the sentence's own behind the comma that ends a title
AFTER_TITLE = (
    "bảo đảm",  # theo Quyết định số … về …, bảo đảm tiến độ
    "đảm bảo",
    "đồng thời",
    "trong đó",
    "trên cơ sở",
    "góp phần",
    "phù hợp",
    "nhằm",
    "để",
    "cụ thể",
    "gắn với",
    "kịp thời",
    "yêu cầu",
    "đề nghị",
)
# "Ban …" behind a comma goes on with joint issuers, where a title follows them
JOINT_BODIES = ("ban", "bộ", "hội", "hội đồng", "ủy ban", "liên đoàn", "đoàn")

# what is left hanging where a title was cut at the next citation: … thực hiện | Nghị quyết
DANGLING = (
    "thực hiện",
    "triển khai thực hiện",
    "triển khai",
    "tổ chức thực hiện",
    "tổ chức triển khai thực hiện",
    "thi hành",
    "hướng dẫn thi hành",
    "sơ kết",
    "tổng kết",
    "theo",
    "tại",
    "của",
    "và",
    "cùng",
    "với",
    "về",
    "về việc",
    "trong",
    "ban hành kèm theo",
    "kèm theo",
    "được",
    "được sửa đổi, bổ sung bởi",
    "được sửa đổi, bổ sung tại",
    "được sửa đổi bởi",
    "sửa đổi, bổ sung bởi",
    "bởi",
    "nêu",
    "nêu tại",
    "quy định tại",
    "các",
    "những",
    "số",
    "tiếp tục",
    "việc",
    "căn cứ",
    "để",
    "thay thế",
    "đính kèm",
)
# what announces a list and is no part of the title before it
ANNOUNCING = ("như sau", "cụ thể như sau", "sau đây", "với các nội dung sau", "cụ thể là")
# a parenthesis that is no part of a title: (sau đây gọi tắt là …)
ASIDES = (
    "sau đây",
    "dưới đây",
    "gọi tắt",
    "gọi chung",
    "viết tắt",
    "có hiệu lực",
    "kèm theo",
    "ban hành kèm",
    "đính kèm",
    "theo",
    "gửi kèm",
    "thay thế",
    "nếu có",
    "nay là",
)
# a stop after these is no end of a sentence: TP. Hồ Chí Minh
ABBREVIATIONS = ("tp", "tx", "tt", "p", "q", "h", "gs", "ts", "ths", "pgs", "bs", "st", "tr", "đ/c")

# the issuer's own sentence, not the title: …, Sở X xây dựng Kế hoạch như sau
MAKING = (
    "xây dựng",
    "ban hành",
    "lập",
    "triển khai",
    "tổ chức",
    "đề ra",
    "thông báo",
    "hướng dẫn",
    "đề nghị",
    "yêu cầu",
)
MADE = ("kế hoạch", "như sau", "chương trình", "nội dung sau", "cụ thể sau", "phương án")

# ---------------------------------------------------------------- what a decision promulgates

ANNEXED = (
    "ban hành kèm theo",  # Quy chế … ban hành kèm theo Quyết định số …
    "được ban hành kèm theo",
    "kèm theo",
    "ban hành theo",
    "được ban hành theo",
    "được ban hành tại",
    "ban hành tại",
    "được phê duyệt tại",
    "phê duyệt tại",
    "được phê duyệt kèm theo",
)
# a document-like head that may open X in "X ban hành kèm theo"
ANNEX_HEADS = (
    "bộ tiêu chí",
    "tiêu chí",
    "bộ chỉ số",
    "bộ quy tắc",
    "quy tắc",
    "quy chế",
    "quy định",
    "quy trình",
    "quy chuẩn",
    "kế hoạch",
    "chương trình",
    "đề án",
    "dự án",
    "danh mục",
    "điều lệ",
    "hướng dẫn",
    "nội quy",
    "phương án",
    "chiến lược",
    "tiêu chuẩn",
    "định mức",
    "đơn giá",
    "chương trình hành động",
    "mẫu",
    "biểu mẫu",
    "thể lệ",
    "khung",
)

# ---------------------------------------------------------------- the preamble

# the word that ties a ground to the plan, at the start of its paragraph
RELATIONS = ("căn cứ", "thực hiện", "theo", "triển khai", "thi hành", "xét", "chấp hành")
# of these, and of what stands before a plan in the text, those by which a plan says that it
# carries another out
TO_CARRY_OUT = ("thực hiện", "triển khai", "thi hành", "chấp hành", "cụ thể hóa")
# what may stand before it: Để tiếp tục thực hiện Kết luận số …
BEFORE_RELATION = ("để", "nhằm", "tiếp tục", "tổ chức", "trên cơ sở", "và")
# what may stand between it and the document
AFTER_RELATION = (
    "vào",
    "theo",
    "thực hiện",
    "triển khai",
    "có hiệu quả",
    "nội dung",
    "tinh thần",
    "các",
    "thi hành",
    "nghiêm",
    "hiệu quả",
    "tốt",
    "chỉ đạo tại",
    "yêu cầu tại",
    "tại",
    "sự chỉ đạo tại",
)
# a ground without a number needs one of these types: căn cứ kế hoạch lễ khai giảng năm 2025
NAMED_GROUNDS = (
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "công văn",
    "kế hoạch",
    "chương trình",
    "hướng dẫn",
    "thông báo",
    "quy chế",
    "điều lệ",
    "kết luận",
    "đề án",
    "phương án",
    "thông tư",
    "nghị định",
)
NO_NAME = (
    "này",  # Căn cứ Kế hoạch này
    "trên",
    "nêu trên",
    "nói trên",
    "đã đề ra",
    "đã được phê duyệt",
    "hiện hành",
    "của pháp luật",
    "liên quan",
    "có liên quan",
    "công tác",
    "chi tiết",
    "cụ thể",
)

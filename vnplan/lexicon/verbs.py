"""Verbs that provisions are made of, as their first syllables stand in a sentence."""

# each was met at the head of a provision of a plan
ACTION_VERBS = (
    "áp dụng", "ban hành", "bảo đảm", "bảo dưỡng", "bảo quản", "báo cáo", "biên soạn", "biểu dương",
    "bình chọn", "bình xét", "bố trí", "bổ sung", "bồi dưỡng", "bàn", "cải cách", "cải tạo",
    "cải tiến", "cài đặt", "cảnh báo", "cân đối", "cập nhật", "cấp phát", "chấm", "chấm điểm",
    "chấm dứt", "chấn chỉnh", "chấp hành", "chia sẻ", "chỉ đạo", "chọn", "chú trọng",
    "chủ động", "chủ trì", "chuẩn bị", "chuyển", "chuyển giao", "chuyển đổi", "cung cấp",
    "cung ứng",
    "củng cố", "cử", "dán", "dành", "dạy", "di dời", "duy trì", "dự thảo", "dự trù", "đa dạng hóa",
    "đánh giá", "đánh số", "đào tạo", "đảm bảo", "đảm nhận", "đạt", "đầu tư", "đẩy mạnh",
    "đẩy nhanh", "đề nghị", "đề xuất", "điều chỉnh", "điều hành", "điều tra", "định hướng",
    "đổi mới", "đôn đốc", "đọc", "đóng cửa", "động viên", "đưa", "đứng", "đăng", "đăng ký",
    "đăng tải", "đẩy lùi", "gắn", "gắn kết", "giải đáp", "giải quyết", "giám sát", "giảm",
    "gia tăng", "giáo dục", "giao", "giới thiệu", "giúp", "giữ vững", "gửi", "hạn chế",
    "hoàn thành", "hoàn thiện", "họp", "hỗ trợ", "huấn luyện", "huy động", "hưởng ứng", "hướng dẫn",
    "kê khai", "kết nối", "kết hợp", "kêu gọi", "khai thác", "khảo sát", "khắc phục", "khen thưởng",
    "khuyến khích", "kiểm điểm", "kiểm soát", "kiểm tra", "kiện toàn", "kiến nghị", "ký", "lan tỏa",
    "lãnh đạo", "làm", "lắp", "lắp đặt", "lập", "lấy ý kiến", "liên hệ", "lồng ghép", "lưu",
    "lựa chọn", "mở", "mở rộng", "mua", "mua sắm", "nắm", "nâng cao", "nâng cấp",
    "nâng chất lượng", "nêu gương", "ngăn chặn", "nghiên cứu", "nghiệm thu", "nhân rộng", "nhận",
    "nhắc nhở", "niêm yết", "nộp", "ổn định", "phản ánh", "phát", "phát biểu", "phát động",
    "phát hành", "phát hiện", "phát huy", "phát sóng", "phát triển", "phân cấp", "phân công",
    "phân loại", "phân tích", "phê duyệt", "phổ biến", "phối hợp", "phòng ngừa", "phục vụ",
    "phúc tra", "phấn đấu", "quan tâm", "quán triệt", "quản lý", "quyết định", "quyết toán",
    "ra quân", "rà soát", "rút gọn", "rút kinh nghiệm", "sàng lọc", "sắp xếp", "sơ kết",
    "sử dụng", "sửa chữa", "sửa đổi", "sưu tầm", "tái cấu trúc", "tạo điều kiện", "tập huấn",
    "tập hợp", "tập trung", "tặng", "tăng", "tăng cường", "tham dự", "tham gia", "tham mưu",
    "thanh tra", "tháo gỡ", "thay thế", "thảo luận", "thành lập", "thẩm định", "theo dõi",
    "thi đua",
    "thống kê", "thống nhất", "thông báo", "thông qua", "thu gom", "thu hút", "thu thập",
    "thúc đẩy",
    "thực hành", "thực hiện", "tích cực", "tích hợp", "tiến hành", "tiếp cận", "tiếp nhận",
    "tiếp tục", "tiếp xúc", "tìm hiểu", "tính toán", "tổ chức", "tôn vinh", "tổng hợp", "tổng kết",
    "trả", "trang bị", "trang trí", "tranh thủ", "trao", "trao đổi", "triển khai", "trình", "trồng",
    "truyền thông", "trưng bày", "tư vấn", "tự kiểm tra", "tự đánh giá", "tuân thủ", "tuyên dương",
    "tuyên truyền", "tuyển chọn", "ưu tiên", "ứng dụng", "vận động", "vận hành", "viết",
    "vinh danh",
    "xác định", "xác minh", "xây dựng", "xem xét", "xét", "xét chọn", "xét duyệt", "xếp loại",
    "xếp thành", "xử lý", "yêu cầu", "coi", "biên tập", "nghe", "lấy", "giữ", "ghi", "đặt",
    "đóng góp", "bầu", "tổng duyệt", "xin ý kiến", "mời", "phát", "treo", "chụp ảnh", "đưa tin",
    "ra mắt", "công bố", "công khai", "công nhận", "cổ vũ", "cụ thể hóa",
    "tự lựa chọn", "sáng tác", "góp ý", "có mặt", "có trách nhiệm", "chịu trách nhiệm", "chụp hình",
    "ngồi", "tiến lên", "quét", "số hóa", "soạn", "soạn thảo", "thiết kế", "thuê",
    "tuần tra", "canh gác", "cắm mốc", "hòa giải", "nuôi dưỡng", "chăm lo", "chăm sóc",
    "khánh thành", "khởi công", "sao chụp", "đối thoại", "gặp mặt", "ký kết",
    "ký cam kết", "cam kết", "tham quan", "thi hành", "hội thảo", "tọa đàm",
    "kiểm đếm", "kiểm kê", "đối chiếu", "thanh toán", "chi trả", "hoàn trả", "thu hồi", "xác nhận",
    "thiết lập", "khai báo", "phân bổ", "giải thích", "thẩm tra", "hạch toán", "triệu tập",
    "hoàn tất", "hoàn chỉnh", "bảo trì", "chỉnh sửa", "chỉnh lý", "thanh lý", "vận chuyển",
    "thu dọn", "dọn dẹp", "quét dọn", "sơ tán", "nạo vét", "khơi thông", "gia cố", "tu bổ",
    "đắp", "trồng", "tưới", "cắt tỉa", "phun", "tiêm", "khử khuẩn", "giải trình", "tiếp thu",
    "bãi bỏ", "cắt giảm", "rút ngắn", "tinh giản", "thay đổi", "chấp nhận",
    "bàn giao", "bảo tồn", "bảo vệ", "biên dịch", "bổ nhiệm", "cách ly", "cải thiện", "can thiệp",
    "chế tạo", "chỉ định", "cho ý kiến", "cô lập", "cưỡng chế", "dự trữ", "điều động", "điều phối",
    "đấu nối", "đình chỉ", "đo đạc", "đón tiếp", "ghi âm", "ghi chép", "ghi hình", "ghi nhận",
    "gia hạn", "giải tỏa", "giao nộp", "gìn giữ", "giữ gìn", "in ấn", "kéo giảm", "khôi phục",
    "khống chế", "khoanh vùng", "khơi dậy", "lên kế hoạch", "loại bỏ", "luân chuyển", "lưu giữ",
    "mang theo", "nuôi cấy", "phân luồng", "phân phối", "phê bình", "phong tỏa", "phục chế",
    "quảng bá", "sao lưu", "tạm dừng", "tạo lập", "tập kết", "tham vấn", "thăm", "thăm hỏi",
    "thanh quyết toán", "thi công", "thu nhận", "thực thi", "tiêu hủy", "tiếp sóng", "tôn tạo",
    "trích lập", "trích xuất", "truy quét", "truy xuất", "tu sửa", "tuyển dụng",
    "ủy quyền", "xóa bỏ", "xuất bản", "xuất trình", "học tập", "thiêu hủy", "che chắn",
    "cứu hộ", "cấp cứu", "neo đậu", "san lấp", "bám sát", "nêu cao", "đề cao", "gương mẫu",
    "nắm bắt", "nắm vững", "rèn luyện", "khuyến cáo", "đi xuống", "di chuyển", "chấp thuận",
    "nhắc", "thu bài", "thu phí", "thu tiền", "thu nộp", "thu lại", "kiểm sát", "tổng kiểm tra",
    "tổng rà soát", "tổng kiểm kê", "tổng vệ sinh", "duyệt", "hiệu đính",
    "xóa", "kết thúc", "thương lượng", "phản biện", "hủy bỏ", "xử phạt",
)  # fmt: skip

# what comes before a verb and belongs to its act
ADVERBS = (
    "thường xuyên", "kịp thời", "chủ động", "tích cực", "nghiêm túc", "tiếp tục", "từng bước",
    "định kỳ", "trực tiếp", "đồng thời", "phải", "cần", "sẽ", "không", "khẩn trương", "tập trung",
    "sau đó", "cùng",
)  # fmt: skip

# how often, before the verb: Định kỳ hằng quý tổ chức …
EVERY = ("định kỳ", "hằng", "hàng", "mỗi")
TIME_UNITS = ("năm", "quý", "quí", "tháng", "tuần", "ngày")

# clauses that stay with the act before them
PURPOSE_WORDS = (
    "để",
    "nhằm",
    "góp phần",
    "qua đó",
    "từ đó",
    "trong đó",
    "bảo đảm",
    "đảm bảo",
    "tạo sự",
)

# what an aim begins with, no act: Nhằm nâng cao nhận thức của người dân
AIMING = ("nhằm", "để", "góp phần", "qua đó", "từ đó")

# by when an act is to be finished is no act: …, phấn đấu hoàn thành trước ngày 30/6
COMPLETING = ("hoàn thành", "hoàn tất", "xong", "hoàn thành xong")
# …, kết thúc trước ngày 15/6    not: . Kết thúc năm học, các trường báo cáo
ENDING_BY = ("kết thúc trước", "kết thúc vào", "kết thúc trong", "kết thúc chậm nhất")
STRIVING = ("phấn đấu", "cố gắng", "bảo đảm", "đảm bảo", "yêu cầu", "cơ bản")
TIME_LEADS = (
    "trước", "trong", "chậm nhất", "muộn nhất", "vào", "xong", "ngay", "ngày", "tháng", "quý",
    "năm", "đúng tiến độ", "đúng thời hạn",
)  # fmt: skip
# what must not happen is an act of its own: …, không để rác tồn đọng qua đêm
FORBIDDING = ("không", "nghiêm cấm", "tuyệt đối không")
NO_FORBIDDING = (
    "gian",
    "khí",
    "quá",
    "dưới",
    "ít",
    "chỉ",
    "những",
    "phải",
    "kể",
    "ngừng",
    "còn",
    "có",
    "được",
)

# a sentence of a purpose section that directs: … phải được triển khai sâu rộng
DIRECTIVE_WORDS = (
    "phải",
    "không được",
    "cần",
    "bảo đảm",
    "đảm bảo",
    "nghiêm cấm",
    "yêu cầu",
    "bắt buộc",
)

# nothing but a pointer to rules or papers: Theo quy định hiện hành.  Đính kèm.
BARE_REFERENCES = (
    "theo quy định",
    "theo qui định",
    "theo đúng quy định",
    "theo các quy định",
    "thực hiện theo quy định",
    "đính kèm",
    "có danh sách kèm theo",
    "kèm theo",
)

# what a sentence of demands opens with: Quá trình thực hiện, cán bộ phải …
CIRCUMSTANCES = (
    "quá trình", "trong quá trình", "khi", "trong khi", "sau khi", "trước khi", "trong thời gian",
)  # fmt: skip

# permissions and rights are no duties
PERMISSIONS = ("được phép", "được quyền", "có quyền", "có thể", "được chủ động", "được lựa chọn")

BUT = ("nhưng", "song")  # Các thôn có thể họp chung nhưng phải ghi biên bản

# invitations are no duties: Thân mời Thầy Cô khác …; kính trình … phê duyệt
INVITATIONS = ("thân mời", "kính mời", "trân trọng kính mời", "kính trình")

# verbs that direct wherever they stand in a sentence: Nhà trường tổ chức nhận tác phẩm
DIRECTING_INSIDE = (
    "chủ trì",
    "phối hợp",
    "phải",
    "có trách nhiệm",
    "chịu trách nhiệm",
    "tổ chức",
    "thực hiện",
    "xây dựng",
    "triển khai",
    "báo cáo",
    "bố trí",
    "đảm bảo",
    "bảo đảm",
    "hướng dẫn",
    "tham mưu",
)

# a price is none: Nước uống: 20 bình x 15.000 đồng
MONEY = ("đồng", "đ", "vnđ", "triệu", "tỷ")

AND_WORDS = ("và", "hoặc", "đồng thời")
OR_WORDS = ("hoặc",)
HALF_VERBS = ("sơ",)  # sơ, tổng kết phong trào

# at the end of a stretch they wait for no object behind a comma: quét 3D, chụp ảnh, lập hồ sơ
COMPLETE_VERBS = (
    "chụp ảnh", "chụp hình", "ghi âm", "ghi hình", "lấy ý kiến", "xin ý kiến", "cho ý kiến",
    "góp ý", "cắm mốc", "ra quân", "ra mắt", "đưa tin", "rút kinh nghiệm", "tích cực", "ổn định",
    "chủ động", "có mặt", "gương mẫu", "thi đua", "lên kế hoạch", "ký cam kết", "hội thảo",
    "tọa đàm", "đăng ký", "nghiêm túc", "tổng vệ sinh", "chịu trách nhiệm", "tổng duyệt",
)  # fmt: skip
# … nor behind one of these: quy hoạch đã được phê duyệt, cắm mốc; chế độ báo cáo, cập nhật …
WITHOUT_OBJECT = (
    "đã", "đã được", "khi", "kết thúc", "chế độ", "lễ", "đợt", "lớp", "cuộc", "biên bản", "hồ sơ",
    "phiếu", "đơn", "quyết định", "văn bản",
)  # fmt: skip
# verbs that name things too, yet share an object: được học tập, quán triệt Nghị quyết
TOGETHER = ("học tập, quán triệt", "nghiên cứu, quán triệt", "tổng hợp, báo cáo")

# with their object inside, behind a verb that needs none: Tổng kết, trao thưởng
ENDING_VERBS = ("tổng kết", "sơ kết", "rút kinh nghiệm", "bế mạc", "chung kết", "phản biện")
OWN_ACTS = (
    "trao thưởng", "trao giải", "phát thưởng", "đề xuất khen thưởng", "đề nghị khen thưởng",
    "thông báo kết quả", "công bố kết quả",
)  # fmt: skip
# whom to turn to, if anything is unclear: …, nếu có vướng mắc phản ánh về Văn phòng
CONDITIONS = (
    "nếu", "quá trình thực hiện", "trong quá trình", "quá trình triển khai",
    "quá trình tổ chức thực hiện",
    "trong quá trình thực hiện", "trong quá trình triển khai",
    "trong quá trình tổ chức thực hiện", "khi có vướng mắc",
)  # fmt: skip
TELLING = ("phản ánh", "báo cáo", "liên hệ", "trao đổi", "đề nghị", "thông tin", "thông báo")

# what a closing paragraph may ask without naming whom
CLOSING_ACTS = (
    "báo cáo",
    "phản ánh",
    "triển khai thực hiện",
    "tổ chức thực hiện",
    "thực hiện nghiêm túc",
    "liên hệ",
)

# a closing paragraph that begins like this directs only where it asks somebody
CLOSING_STATEMENTS = ("trên đây là", "kế hoạch này")

# verbs that also name things (công tác kiểm tra, giám sát; chuyển đổi số; xây dựng xã hội học
# tập): behind a comma or "và" they rarely begin an act of their own
NOUN_LIKE_VERBS = (
    "bảo đảm", "bồi dưỡng", "xếp loại", "chỉ đạo", "chuyển đổi", "chuyển giao", "đánh giá",
    "đào tạo", "đảm bảo",
    "đầu tư", "điều hành", "đổi mới", "đôn đốc", "gắn", "gắn kết", "giám sát", "giáo dục",
    "hướng dẫn",
    "khen thưởng", "khuyến khích", "kiểm tra", "lãnh đạo", "nghiên cứu", "phối hợp",
    "quản lý", "rút kinh nghiệm", "sơ kết", "tạo", "tập huấn", "thanh tra", "thu hút", "tổng kết",
    "tuyên truyền", "ứng dụng", "xây dựng", "làm", "thi đua", "sử dụng",
    "thẩm định", "truyền thông", "kiểm soát", "tổng hợp", "vận hành", "xử lý", "tư vấn",
    "biểu dương", "tôn vinh", "thống nhất", "nêu gương", "học tập", "trưng bày", "bình xét",
    "trao đổi", "bảo tồn", "bảo vệ", "cứu hộ", "cấp cứu", "quảng bá", "tuyển dụng", "khôi phục",
    "phân phối", "lưu giữ", "in ấn", "thi công",
)  # fmt: skip
# before one of these words the verbs that follow name things: trong việc thúc đẩy … và xây dựng …
NOUN_LEADS = (
    "việc", "công tác", "về", "của", "tham gia", "vai trò", "sự", "được", "cùng", "tinh thần",
    "ý thức", "giúp",
)  # fmt: skip
# … but for these before one of SENDING: kế hoạch của đơn vị và báo cáo kết quả
OWNING = ("của",)
SENDING = ("báo cáo", "gửi", "trình", "nộp", "giải trình", "cập nhật", "thông báo", "công khai")
# of those, the ones behind which a whole row of verbs names things: công tác kiểm tra, giám sát …
LEADING_TO_NOUNS = (
    "việc", "công tác", "tham gia", "vai trò", "được", "tinh thần", "ý thức", "hoạt động",
    "kỹ năng", "quy trình", "thủ tục", "nghiệp vụ", "trách nhiệm", "dự án", "công trình",
    "lĩnh vực", "hành vi",
)  # fmt: skip
# a verb in a fixed name of a thing: ứng dụng công nghệ thông tin, chuyển đổi số trong các trường
NOUN_PHRASES = (
    "chuyển đổi số",
    "học tập",
    "xây dựng cơ bản",
    "bồi dưỡng nghiệp vụ",
    "thi đua khen thưởng",
    "báo cáo viên",
    "giao thông",
    "giao thừa",
)

# an adverb that opens an act of its own, even behind a purpose: …, chủ động nghiên cứu …
OPENING_ADVERBS = ("chủ động", "tích cực", "kịp thời", "thường xuyên", "đồng thời", "tiếp tục")

# behind a verb, they make it a noun: sự ủng hộ, góp sức của bà con
NOUN_TAILS = ("của", "giữa")

QUANTITIES = ("toàn bộ", "tất cả", "không", "mỗi", "mọi")  # a target without a digit
RULED_THINGS = (
    "việc",
    "kinh phí",
    "nguồn kinh phí",
    "hồ sơ",
    "trình tự",
    "thủ tục",
    "chế độ",
    "định mức",
    "công tác",
)

# they stand behind a verb, whichever it is: Các trường nhường phòng tập cho đội tuyển
OBJECT_LEADS = ("cho", "vào")

MUST_WORDS = ("phải", "cần", "sẽ")  # Việc thu, chi phải công khai

FIRM_WORDS = ("phải", "không được", "bắt buộc", "nghiêm cấm")

# they make a noun of the verbs behind them: Việc học tập, quán triệt Nghị quyết phải nghiêm túc
MAKING_NOUNS = ("việc", "công tác")

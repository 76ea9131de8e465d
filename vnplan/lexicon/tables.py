"""Column heads of task tables, searched without diacritics."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "task": (
        "nhiệm vụ", "nội dung", "công việc", "hoạt động", "nội dung công việc", "tên nhiệm vụ",
        "việc", "nhiệm vụ, giải pháp", "hạng mục", "phần việc", "đầu việc", "nội dung, nhiệm vụ",
        "tên công việc", "các hoạt động", "các nội dung", "các nhiệm vụ", "diễn giải công việc",
    ),
    "lead": (
        "chủ trì", "đơn vị chủ trì", "cơ quan chủ trì", "bộ phận chủ trì", "đầu mối",
        "đơn vị đầu mối",
    ),
    "agent": (
        "phụ trách", "thực hiện", "đơn vị thực hiện", "người thực hiện", "bộ phận thực hiện",
        "người phụ trách", "cơ quan thực hiện", "phân công", "trách nhiệm", "chịu trách nhiệm",
        "người chịu trách nhiệm", "cán bộ phụ trách", "đơn vị phụ trách", "cá nhân phụ trách",
        "lực lượng", "lực lượng thực hiện", "tổ chức thực hiện", "phân công thực hiện",
        "phân công phụ trách", "người được phân công", "giáo viên phụ trách",
    ),
    "support": (
        "phối hợp", "đơn vị phối hợp", "cơ quan phối hợp", "bộ phận phối hợp", "người phối hợp",
    ),
    "time": (
        "thời gian", "thời hạn", "tiến độ", "thời gian hoàn thành", "thời gian thực hiện",
        "hoàn thành", "thời điểm", "ngày", "ngày giờ", "ngày tháng", "lịch", "hạn hoàn thành",
        "giờ", "ngày hoàn thành", "ngày kiểm tra", "tháng", "thời lượng",
    ),
    "product": (
        "sản phẩm", "kết quả", "sản phẩm đầu ra", "kết quả đầu ra", "sản phẩm dự kiến", "đầu ra",
        "kết quả dự kiến", "yêu cầu kết quả",
    ),
    "count": ("tt", "stt", "số tt", "số thứ tự", "s tt"),
    "note": ("ghi chú", "chú thích", "lưu ý"),
    # whom or what a row is of, where no column says what is to be done
    "body": (
        "đơn vị", "tên đơn vị", "cơ quan", "cơ quan, đơn vị", "họ và tên", "họ tên", "địa phương",
        "trường", "tên trường", "xã, phường", "cơ sở", "tên cơ sở", "đơn vị được kiểm tra",
        "địa bàn", "thôn, tổ dân phố", "thành viên",
    ),
    "place": ("địa điểm", "nơi thực hiện", "địa điểm tổ chức"),
    "audience": (
        "thành phần", "đối tượng", "thành phần tham dự", "người tham dự", "thành phần tham gia",
    ),
    "funding": ("kinh phí", "dự toán", "nguồn kinh phí", "dự toán kinh phí", "kinh phí thực hiện"),
    "price": ("đơn giá", "thành tiền", "số tiền", "mức chi", "đơn giá (đồng)", "tổng tiền"),
    "amount": ("số lượng", "đơn vị tính", "đvt", "định mức"),
    "office": (
        "chức vụ", "chức danh", "nhiệm vụ được giao trong ban", "nhiệm vụ trong ban chỉ đạo",
    ),
}  # fmt: skip
# names of columns that only count where they are the whole head: "ngày hội" is no time
WHOLE_HEADS = (
    "việc", "thực hiện", "ngày", "tháng", "giờ", "lịch", "trường", "cơ sở", "thành viên",
    "lực lượng", "hoàn thành", "trách nhiệm", "tt", "kết quả", "đầu ra", "đầu mối", "địa bàn",
    "lưu ý",
)  # fmt: skip
# what stands before them in a head that is longer: Cán bộ, giáo viên phụ trách
LAST_IN_HEADS = ("chủ trì", "phối hợp", "phụ trách", "thực hiện", "chịu trách nhiệm", "đầu mối")
# words that the further lines of a head are made of
HEAD_WORDS = (
    "và", "các", "cụ thể", "dự kiến", "bắt đầu", "kết thúc", "người", "bộ phận", "cơ quan", "chính",
    "triển khai", "tổ chức", "cá nhân", "tham gia", "trực tiếp", "cần đạt", "báo cáo", "theo dõi",
)  # fmt: skip
LEADING_BEHIND = ("chủ trì", "làm đầu mối", "chịu trách nhiệm chính")  # Phòng Nội vụ (chủ trì)
SUPPORTING_BEHIND = ("phối hợp", "hỗ trợ", "phối hợp thực hiện")
DITTO = ("nt", "như trên", "-nt-", "//", "như mục trên")  # -nt-
# a table of standards: 1 | Bếp ăn sạch | 20 điểm
POINT_WORDS = ("điểm", "đ")
AT_MOST = ("tối đa", "không quá")  # Tối đa 20 điểm
TOTALS = ("tổng", "cộng", "tổng cộng", "tổng điểm", "tổng số điểm", "xếp loại")
# words of a cell that names a time: Chiều ngày 24/11, Từ 01/3 đến 15/3, Quý II
TIME_WORDS = (
    "ngày", "tháng", "năm", "quý", "tuần", "từ", "đến", "trước", "trong", "sáng", "chiều", "tối",
    "đầu", "giữa", "cuối", "hết", "thứ", "hằng", "hàng", "cả", "buổi", "lúc", "giờ", "chủ nhật",
)  # fmt: skip
DAY_WORDS = ("ngày", "tháng", "quý", "tuần", "năm", "thứ")  # what a time without a slash needs
FIRST_TIME_WORDS = (
    "ngày", "tháng", "quý", "tuần", "từ", "đến", "trước", "trong", "sáng", "chiều", "tối", "đầu",
    "giữa", "cuối", "hằng", "hàng", "cả ngày", "thứ", "lúc",
)  # fmt: skip
BEFORE_NUMBERS = ("số", "năm", "tháng", "ngày", "quý", "thứ", "tuần")
# a line of a cell that ends with one of them goes on in the next line
OPEN_WORDS = (
    "và", "của", "các", "cho", "với", "về", "tại", "theo", "trong", "từ", "đến", "để", "những",
    "hoặc", "cùng", "do", "bằng", "là", "được", "không", "trên", "ở",
)  # fmt: skip

# attribute lines below a provision
ATTRIBUTE_LINES: dict[str, tuple[str, ...]] = {
    "lead": (
        "đơn vị chủ trì", "cơ quan chủ trì", "bộ phận chủ trì", "chủ trì",
        "đơn vị chủ trì thực hiện",
    ),
    "agent": (
        "đơn vị thực hiện", "cơ quan thực hiện", "bộ phận thực hiện", "người thực hiện",
        "phụ trách", "người phụ trách",
    ),
    "support": (
        "đơn vị phối hợp", "cơ quan phối hợp", "bộ phận phối hợp", "phối hợp",
        "đơn vị phối hợp thực hiện",
    ),
    "time": (
        "thời gian", "thời hạn", "thời gian thực hiện", "thời gian hoàn thành", "thời gian dự kiến",
        "thời hạn hoàn thành",
    ),
    "product": ("sản phẩm", "kết quả đầu ra", "sản phẩm dự kiến", "kết quả"),
    "funding": ("kinh phí", "nguồn kinh phí", "kinh phí thực hiện"),
    "place": ("địa điểm", "địa điểm thực hiện"),
    "audience": ("thành phần", "đối tượng", "thành phần tham dự"),
}  # fmt: skip

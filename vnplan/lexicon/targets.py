"""Words around quantities."""

FLOORS = (
    "ít nhất",
    "tối thiểu",
    "không dưới",
    "từ",
    "trên",
    "đạt",
    "đạt từ",
    "tối thiểu từ",
    "phấn đấu",
    "đạt ít nhất",
    "đạt tối thiểu",
)
CEILINGS = ("tối đa", "không quá", "dưới", "nhiều nhất", "không vượt quá")
# the quantity's own words end before these
STOPS = (
    "tham gia", "trở lên", "được", "có", "thực hiện", "đạt", "trong", "tại", "để", "cho", "theo",
    "và", "hoàn thành",
    "thuộc", "của", "đăng ký", "cài đặt", "duy trì", "mỗi", "hằng", "hàng ngày", "hàng tuần",
    "hàng tháng", "hàng quý", "hàng năm", "phải", "bảo đảm", "vào", "so", "với", "từ", "trước",
    "đi", "do", "dùng",
)  # fmt: skip
DATE_WORDS = ("ngày", "tháng", "năm", "quý", "số", "điều", "khoản", "lúc")

"""Words around quantities."""

from vnplan.lexicon.quantities import PERSONS
from vnplan.lexicon.quantities import UNITS_ALONE as ALONE

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
# a number right behind one of them is to be reached as well: trồng mới 1.500 cây, mở 12 lớp
BRINGING_FORTH = (
    "mở",
    "mở mới",
    "trồng",
    "trồng mới",
    "xây mới",
    "xây dựng mới",
    "phát triển mới",
    "thành lập mới",
    "kết nạp",
    "kết nạp mới",
    "đào tạo",
    "bồi dưỡng",
    "cho khoảng",  # tập huấn cho khoảng 900 lượt người
    "việc làm cho",
    "việc làm mới cho",
)
CEILINGS = ("tối đa", "không quá", "dưới", "nhiều nhất", "không vượt quá")
# the quantity's own words end before these
STOPS = (
    "tham gia", "trở lên", "được", "có", "thực hiện", "đạt", "trong", "tại", "để", "cho", "theo",
    "và", "hoàn thành",
    "thuộc", "của", "đăng ký", "cài đặt", "duy trì", "mỗi", "hằng", "hàng ngày", "hàng tuần",
    "hàng tháng", "hàng quý", "hàng năm", "phải", "bảo đảm", "vào", "so", "với", "từ", "trước",
    "đi", "do", "dùng", "xong", "chậm nhất", "đã", "đang", "nhất là", "đặc biệt là", "trong đó",
    "như", "ở các", "ở mỗi", "ở từng", "ở những",
)  # fmt: skip
UP_TO = "đến"  # từ 3 đến 5 bài
AND = "và"  # 100% chợ, bến xe và cơ sở lưu trú ký cam kết
NO_UNITS = ("đến", "trở", "và", "hoặc", "với", "so", "tuổi")  # từ 3 trở lên, từ 15 tuổi
DATE_WORDS = ("ngày", "tháng", "năm", "quý", "số", "điều", "khoản", "lúc")
# no second syllable of a unit is one of them
AFTER_UNITS = ("ở", "mới", "cấp", "cụ", "khác", "đầu", "nữa", "về", "này")  # 06 CLB ở xã
# units of one syllable, and those that begin like one of them or have three
UNITS_ALONE = (
    *ALONE,
    "lần", "kỳ", "cụm", "đoàn", "chuyến", "phiên", "xe", "máy", "thùng", "chợ", "trạm", "chốt",
    "ấp", "bản", "làng", "nhà", "căn", "bức", "biển", "bảng", "gói", "túi", "phường", "quầy",
    "bình", "khóa", "trang", "viên", "sao", "cặp", "đôi", "quả", "lá", "chậu", "giường", "tủ",
)  # fmt: skip
UNITS_OF_MORE = (
    *PERSONS,
    "báo cáo viên", "tuyên truyền viên", "cộng tác viên", "tình nguyện viên", "câu lạc bộ",
    "tổ chức", "tổ hợp tác", "trường hợp", "bộ phận", "bộ môn", "vụ việc", "vụ án", "câu hỏi",
    "nhóm trẻ", "đội tuyển", "bản tin", "tổ dân phố", "điểm trường",
)  # fmt: skip

"""Words of numbers, limits and frequencies, as provisions write them."""

# read in frequencies only (mỗi tháng một lần); elsewhere "một" is an article, "năm" a year
NUMBER_WORDS = {
    "một": 1,  # mỗi quý một lần
    "hai": 2,  # mỗi năm hai lần
    "ba": 3,
    "bốn": 4,
}

# how often a period comes in a year
PERIODS = {
    "ngày": 365,  # hằng ngày
    "tuần": 52,  # mỗi tuần 02 buổi
    "tháng": 12,  # 02 tin, bài/tháng
    "quý": 4,  # hằng quý
    "năm": 1,  # ít nhất 02 lần trong năm
}
MONTH, YEAR = "tháng", "năm"  # ngày 10 tháng 3 năm 2024

EVERY = (
    "hằng",  # hằng tháng
    "hàng",  # hàng tháng
    "mỗi",  # mỗi tuần
    "từng",  # từng quý
    "mọi",
)
# the period named as the thing's own: báo cáo quý; ngày 20 của tháng cuối quý
PERIODIC_THINGS = ("báo cáo", "cuối", "định kỳ")
ONE_TIME = "lần"  # how often, and no thing: 02 đợt, 20 buổi are counted
OCCURRENCES = (ONE_TIME, "buổi", "kỳ", "đợt", "cuộc", "phiên")
PER = ("mỗi", "trong", "một", "trên", "của")  # 02 lần trong năm

# recurrence of the record -> times a year
RECURRENCES = {
    "daily": 365,
    "weekly": 52,
    "monthly": 12,
    "quarterly": 4,
    "semiannual": 2,
    "annual": 1,
}

AT_MOST = ("không quá", "tối đa", "không vượt quá", "nhiều nhất")  # tối đa 03 phút
AT_LEAST = (
    "ít nhất",
    "tối thiểu",
    "không dưới",
    "không ít hơn",
    "từ",  # từ 70% trở lên
    "trên",  # trên 80%
    "hơn",
)

# behind one of them so many minutes or days are an amount; từ, trên may lead an hour or an age
LASTING = ("ít nhất", "tối thiểu", "không dưới", "không ít hơn", "thời lượng", "thời lượng là")

UPWARDS = ("trở lên",)  # từ 30 ngày trở lên

# a number after one of these is a name, no quantity
NAMED_BY_NUMBER = (
    "ngày",
    "tháng",
    "năm",
    "quý",
    "số",  # Kế hoạch số 12
    "điều",
    "khoản",
    "điểm",  # nêu tại điểm 2
    "mục",
    "phần",
    "phụ lục",
    "đợt",
    "giai đoạn",
    "mức độ",  # dịch vụ công mức độ 4
    "mức",
    "cấp độ",
    "lớp",
    "khóa",
    "hạng",
    "thứ",
    "lần",
    "kỳ",
    "bước",
    "nhóm",
    "iso",  # TCVN ISO 9001:2015
    "tcvn",
)

# units of time in days; with one of these a number is a term, if a word of a term is by
DAYS = {
    "phút": 1 / 1440,
    "giờ": 1 / 24,  # trong vòng 24 giờ
    "ngày": 1,  # trong thời hạn 15 ngày
    "tuần": 7,
    "tháng": 30,
    "năm": 365,
}
TERM_WORDS = (
    "trong vòng",
    "trong thời hạn",
    "thời hạn",
    "thời gian",
    "chậm nhất",
    "chậm nhất là",
    "không quá",
    "tối đa",
    "xuống còn",
    "sau",
    "trước",
)
BEFORE = "trước"  # chậm nhất 25 ngày trước ngày có hiệu lực

# scales in front of a unit of money
SCALES = {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}

# persons are counted under many names: ít nhất 10 người; gồm 08 đồng chí
PERSONS = (
    "người",
    "đồng chí",
    "cán bộ",
    "công chức",
    "viên chức",
    "nhân viên",
    "chuyên viên",
    "giáo viên",
    "học sinh",
    "sinh viên",
    "học viên",
    "hội viên",
    "đoàn viên",
    "đảng viên",
    "đội viên",
    "thành viên",
    "lao động",
    "lãnh đạo",
    "lượt người",
    "đại biểu",
)

# all of them, in words: toàn bộ thủ tục is 100% thủ tục
WHOLE = ("toàn bộ", "tất cả", "mọi", "toàn thể", "đều", "mỗi", "từng", "các", "100%")

# a day that says what is counted, and not by when something is done: số liệu tính đến ngày …
COUNTED_UP_TO = ("tính đến", "kể từ", "tính từ", "có hiệu lực từ")
DAY_WORDS = ("ngày", "hết ngày")

# Toàn bộ viên chức: more than 90% of them
WITHOUT_EXCEPTION = ("toàn bộ", "tất cả", "toàn thể")

# units that are whole in one syllable: of "40 cây bóng mát" the unit is "cây"
UNITS_ALONE = (
    "cây", "lượt", "người", "hộ", "lớp", "buổi", "cuộc", "đợt", "bài", "tin", "bộ", "chiếc", "cái",
    "con", "cuốn", "quyển", "tờ", "suất", "giờ", "phút", "ngày", "tuần", "tháng", "năm", "thôn",
    "xã", "huyện", "tỉnh", "trường", "đội", "tổ", "nhóm", "câu", "điểm", "ca", "vụ", "mẫu", "ha",
    "km", "kg", "lít", "mét", "tấn", "đồng",
)  # fmt: skip

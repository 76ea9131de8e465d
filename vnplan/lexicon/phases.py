"""Words of timetables."""

STAGES = ("giai đoạn", "đợt", "bước", "vòng", "kỳ")  # Giai đoạn 1, Đợt 2
ORDINALS = ("một", "hai", "ba", "thứ nhất", "thứ hai", "thứ ba", "đầu", "cuối")
HOUR = ("giờ",)  # 8 giờ 30
# a time with one of these is a limit, not a step
BEFORE = ("trước", "chậm nhất", "hạn chót", "muộn nhất", "hạn")
PREPOSITIONS = (
    "từ",
    "vào",
    "trong",
    "ngày",
    "dự kiến",
    "đến",
    "kể từ",
    "sáng",
    "chiều",
    "lúc",
    "khoảng",
    "thời gian",
)
PLACES = ("tại",)  # Họp Ban Tổ chức tại Hội trường
JOINERS = ("và", "hoặc", "hết")  # tháng 9 và tháng 10, đến hết tháng 12

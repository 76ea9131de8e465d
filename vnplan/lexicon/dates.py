"""Words of time: parts of a date, what leads a window or a deadline, how often a thing recurs.

Words are written in plain spelling; whoever searches them passes them through
``vnplan.patterns.any_of``.
"""

# ---------------------------------------------------------------- the parts of a date

DAY = ("ngày", "hôm")  # hôm 15/12
MONTH = ("tháng",)
QUARTER = ("quý",)
YEAR = ("năm",)
LONG_YEAR = ("năm học", "niên khóa", "nhiệm kỳ")

# ngày mồng một tháng ba; the numbers that people still spell out
DAY_NAMES: dict[str, int] = {
    f"{first} {number}": day
    for day, number in enumerate(
        ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1
    )
    for first in ("mồng", "mùng")
}
DAY_FIRST = ("mồng", "mùng")  # ngày mùng 3 tháng 2

MONTH_NAMES: dict[str, int] = {
    "giêng": 1,  # rằm tháng giêng
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "chạp": 12,
}
# never anything but a month behind "tháng"; the others need a day or a year beside them,
# for "mỗi tháng một lần" and "trong tháng một số đơn vị" are no January
SURE_MONTH_NAMES = ("giêng", "chạp")

QUARTER_NAMES: dict[str, int] = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "một": 1,  # quý một năm 2025
    "hai": 2,
    "ba": 3,
    "tư": 4,
}

# which part of the day, month, term or year: they belong to the expression
PARTS = (
    "thượng tuần",
    "trung tuần",  # trung tuần tháng 5 năm 2023
    "hạ tuần",
    "đầu",
    "giữa",
    "cuối",  # cuối năm 2026
    "sáng",  # sáng ngày 02/6
    "trưa",
    "chiều",
    "tối",
)
HALVES = ("đầu", "cuối")  # 6 tháng đầu năm 2024
WEEK = ("tuần", "tuần thứ", "tuần lễ thứ")  # tuần 2 tháng 9
WEEKS = (
    "tuần đầu",  # trong tuần đầu tháng 9
    "tuần đầu tiên",
    "tuần cuối",
    "tuần cuối cùng",
    "tuần thứ nhất",
    "tuần thứ hai",  # tuần thứ hai của tháng 9
    "tuần thứ ba",
    "tuần thứ tư",
)
TERM = ("học kỳ",)  # học kỳ I năm học 2025 - 2026
WEEKDAYS = (
    "thứ hai",
    "thứ ba",
    "thứ tư",
    "thứ năm",
    "thứ sáu",
    "thứ bảy",  # lúc 7h00 thứ bảy ngày
    "thứ 2",
    "thứ 3",
    "thứ 4",
    "thứ 5",
    "thứ 6",
    "thứ 7",
    "chủ nhật",
)
CLOCK_HOUR = ("giờ", "h", "g")  # 17 giờ 00 phút, 8h30
CLOCK_MINUTE = ("phút", "p", "'")

FIRST_WORDS = (*DAY, *DAY_FIRST, *MONTH, *QUARTER, *YEAR, *LONG_YEAR)

# ---------------------------------------------------------------- windows

FROM = (
    "từ",  # từ ngày 03/9/2018 đến ngày 30/9/2018
    "kể từ",
    "tính từ",
    "bắt đầu từ",
)
UNTIL = (
    "đến",  # từ 01/8 đến hết 03/8
    "đến hết",
    "tới",
    "tới hết",
    "cho đến",
    "cho đến hết",
)
AND = ("và", "hoặc")  # ngày 11 và 12/10/2024
# what names a stretch of years, so that two bare years behind it are one
STAGE = (
    "giai đoạn",  # giai đoạn 2021 - 2025
    "thời kỳ",
    "thời gian",
    "các năm",
    "những năm",
)
# an expression that goes on: no time by which a thing is due
ONWARD = (
    "và các năm tiếp theo",  # trong năm 2026 và các năm tiếp theo
    "và những năm tiếp theo",
    "và các năm sau",
    "và những năm sau",
    "và hằng năm",
    "và hàng năm",
    "trở đi",
    "trở về",
)
# what may stand behind 15/12 or 6/2025 where a fraction (đạt 5/6 chỉ tiêu) could not
AFTER_SHORT_DATE = (
    "đến",
    "hàng",
    "hằng",
    "của",
    "để",
    "và",
    "hoặc",
    "theo",
    "phải",
    "gửi",
    "báo cáo",
    "về",  # báo cáo năm trước 20/11 về Sở
    "cho",
    "qua",
    "tại",
)

# ---------------------------------------------------------------- deadlines

# the time behind them is the last one at which the thing may be done
LIMITS = (
    "trước",  # trước ngày 31 tháng 01 năm 2026
    "trước hoặc trong",
    "trước và trong",
    "chậm nhất",  # chậm nhất ngày 16/12
    "muộn nhất",
    "trễ nhất",
    "hạn chót",  # hạn chót 13/10
    "hạn cuối",
    "hạn cuối cùng",
    "không quá",  # không quá ngày 15 tháng 6
    "không muộn hơn",
    "không chậm hơn",
    "chậm nhất trong",
    "trong hạn",
)
LIMIT_LINKS = ("là", "vào", "đến", "đến hết", "trong", "trước", "cho đến", "hết")  # chậm nhất là
# a happening between the word and its year: trước mùa mưa năm 2026
HAPPENINGS = ("mùa", "tết", "dịp", "lễ", "kỳ", "kỳ họp", "khai giảng", "thềm", "khi kết thúc")

WITHIN = (
    "trong",  # trong quý II năm 2024
    "vào",  # vào năm 2030
    "ngay trong",
    "trong khoảng",
    "vào khoảng",
    "nội trong",
)

# what lies behind is no time by which a thing is due: các điểm đã xuất hiện trong năm 2025
PAST = ("đã", "đạt được", "phát sinh", "được giao", "diễn ra", "vừa qua")
MUST = ("phải", "cơ bản", "cần", "phấn đấu", "sẽ")  # đến hết năm 2025 phải hoàn thành
OF = ("của",)  # ngày 20 của tháng cuối quý

# an order to be somewhere makes its hour a deadline: có mặt tại hội trường lúc 7h00 ngày
AT_HOUR = ("lúc", "vào lúc", "hồi")
PRESENCE = ("có mặt", "tập trung", "tập hợp", "tập kết", "xuất phát", "điểm danh")

# a verb right before a bare time: hoàn thành quý II/2025
DONE = ("hoàn thành", "xong", "hoàn tất")
END_OF = ("hết",)  # hoàn thành rà soát hết quý II/2025; hết năm 2025 phải xong
ALREADY = ("đã",)  # đã hoàn thành rà soát hết quý I
# what a time is compared with is none that limits: so với năm trước 20/11
COMPARING = ("so với", "so cùng kỳ", "bằng", "như")
YEAR_BEFORE = ("năm trước", "tháng trước", "quý trước", "kỳ trước", "cùng kỳ năm trước")

# the attribute line of a task, with up to five words of its own before the colon
DUE_LABELS = (
    "thời gian thực hiện",  # Thời gian thực hiện: tháng 3 năm 2025
    "thời gian hoàn thành",
    "thời gian triển khai",
    "thời gian báo cáo",
    "thời gian gửi",
    "thời gian nộp",
    "thời gian trình",
    "thời gian ban hành",
    "thời gian kết thúc",
    "thời gian",
    "thời hạn",  # Thời hạn nộp hồ sơ: 15/9
    "hạn",
    "thời điểm hoàn thành",
    "thời điểm thực hiện",
    "tiến độ",
    "tiến độ thực hiện",
    "hoàn thành",
)
# of these, those of a limit, which may name an hour: Hạn chót nộp bài: 17h ngày 30/6
LIMIT_LABELS = ("thời hạn", "hạn", "hạn chót", "hạn cuối", "hạn cuối cùng")
# a bare "Thời gian: 8h30 ngày 20/11" is an event's own hour, "Thời gian: quý II/2025" is not
BARE_LABELS = ("thời gian",)
EVENT_LABELS = (
    "thời gian dự kiến",  # Thời gian dự kiến: thượng tuần tháng 8
    "thời gian tổ chức",
    "thời gian khai mạc",
    "thời gian diễn ra",
    "thời gian, địa điểm",
)

# the 15th of which month: trước ngày 20 của tháng cuối quý
MONTHS_OF_QUARTER = (
    "tháng cuối quý",
    "tháng cuối của quý",
    "tháng cuối mỗi quý",
    "tháng cuối hằng quý",
    "tháng cuối cùng của quý",
    "tháng đầu quý",
    "tháng đầu quý sau",
    "tháng đầu của quý sau",
    "tháng đầu của quý tiếp theo",
    "tháng đầu quý tiếp theo",
    "tháng đầu tiên của quý sau",
    "tháng thứ ba của quý",
    "quý sau",
)
# of these, those that mean the first month: trước ngày 05 tháng đầu quý sau
NEXT_QUARTER = ("tháng đầu", "quý sau")
NEXT_MONTH = ("tháng sau", "tháng tiếp theo", "tháng kế tiếp", "tháng liền kề", "tháng sau liền kề")

# so many days counted from an event: chậm nhất 25 ngày trước ngày văn bản có hiệu lực
COUNTED_LIMITS = (
    "chậm nhất",
    "muộn nhất",
    "trong thời hạn",
    "trong vòng",
    "trong thời gian",
    "không quá",
)
COUNTED_LINKS = ("là", "sau", "trong", "không quá", "tối đa", "vòng")
COUNTED_UNITS = ("ngày làm việc", "ngày", "tháng", "tuần", "giờ")
# so many days ahead, whatever follows: gửi giấy mời trước 05 ngày làm việc
COUNTED_AHEAD = ("trước", "trước ít nhất", "trước tối thiểu", "ít nhất trước", "chậm nhất trước")
DAYS_AHEAD = ("ngày làm việc", "ngày", "tuần")
COUNTED_FROM = ("kể từ", "tính từ", "trước khi", "trước ngày", "sau khi", "sau ngày", "từ khi")

# vào dịp tổng kết hàng năm: due every year on an occasion without a date
OCCASIONS = ("dịp", "đợt", "kỳ", "cuối", "đầu", "giữa", "thời điểm", "ngày cuối", "tuần cuối")

# ---------------------------------------------------------------- recurrences

EVERY = ("hàng", "hằng", "mỗi", "từng")
PERIODICALLY = ("định kỳ",)  # Định kỳ ngày 20 hằng tháng
REGULARLY = ("định kỳ", "định kỳ theo", "cứ", "mỗi", "hằng", "hàng")
UNITS: dict[str, str] = {
    "ngày": "daily",
    "tuần": "weekly",
    "tháng": "monthly",
    "quý": "quarterly",
    "học kỳ": "semiannual",
    "nửa năm": "semiannual",
    "năm": "annual",
    "năm học": "annual",
}
UNIT_MONTHS: dict[str, int] = {"tháng": 1, "quý": 3, "học kỳ": 6, "nửa năm": 6, "năm": 12}
COUNTS: dict[str, int] = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "sáu": 6,
    "mười hai": 12,
}
TIMES = ("lần", "kỳ")  # 02 lần/năm
AT_LEAST = ("ít nhất", "tối thiểu", "không dưới", "tổ chức", "họp")  # mỗi năm ít nhất 02 lần
ONCE = ("một lần", "1 lần", "01 lần")  # 06 tháng một lần
PER = ("/", "một", "mỗi", "trong một", "trong mỗi", "trên", "trong", "hằng", "hàng")
YEARLY = ("thường niên",)  # hội nghị thường niên

STRIVING = ("phấn đấu", "mục tiêu")  # phấn đấu đến hết năm 2025 có 90% hộ

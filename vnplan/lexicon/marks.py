"""Words and alphabets of labels: how Vietnamese documents number their parts."""

# Nghị định 30/2020, Phụ lục I: letters of điểm follow the Vietnamese alphabet; f, j, w and z
# are met in plans typed with Word's own lists
LETTERS = "abcdđefghijklmnopqrstuvwxyz"
VIETNAMESE_LETTERS = "abcdđeghiklmnopqrstuvxy"

# Phần thứ nhất, Chương thứ hai
ORDINALS = {
    "nhất": 1,
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
}
ORDINAL_LEAD = "thứ"  # Phần thứ nhất

PART = "phần"  # Phần II
CHAPTER = "chương"  # Chương I
SECTION = "mục"  # Mục 2, not: Mục đích
ARTICLE = "điều"  # Điều 3.
APPENDIX = "phụ lục"  # PHỤ LỤC II
APPENDIX_NUMBER = "số"  # Phụ lục số 01

# what plans count by name: Nhiệm vụ 1: Rà soát …    Mục tiêu 2. Đến năm 2030 …
COUNTED = (
    "nhiệm vụ",
    "mục tiêu",
    "chỉ tiêu",
    "giải pháp",
    "nhóm nhiệm vụ",
    "nhóm giải pháp",
    "nội dung",
    "hoạt động",
)

# what a scanner makes of I, V and X in Roman labels: 1I., HI., Y., VIIIL
ROMAN_LOOKALIKES = "1lHLY|!TUỊ"

LONE_LOOKALIKES = "HY|!lỊ"  # those that stand for a whole label: Y. CƠ CẤU GIẢI THƯỞNG

ONE_LETTER_WORDS = "ÔỞỔỦÝY"  # 2- Ở các xã    3- Ý thức phòng bệnh    4- Y tế

PAGE_WORDS = ("trang", "page")  # Trang 3/10

# a number behind one of them is theirs and no label, nor is the one behind that
NUMBERED_THINGS = (
    "điều",  # theo quy định tại Điều 5. 1. Các đơn vị
    "khoản", "điểm", "chương", "mục", "tiết", "phần", "phụ lục", "biểu", "mẫu", "mẫu số", "bảng",
    "số",
    "phường", "quận", "khu phố", "tổ", "ấp", "thôn", "cụm", "khối", "lớp", "nhóm", "hạng", "loại",
    "cấp",
    "khóa", "lần", "lần thứ", "vòng", "giai đoạn", "bước", "đợt", "trường hợp", "phòng", "vùng",

)  # fmt: skip
NUMBERED_TIMES = (
    "quý",
    "tháng",
    "ngày",
    "năm",
    "tuần",
    "thứ",
    "học kỳ",
    "kỳ",
    "hk",
)  # trong Quý I. 2. Lập
# behind one of them at the end of a full line a number goes on with the sentence
CUT_FROM_NUMBER = (
    "điều", "khoản", "điểm", "chương", "mục", "tiết", "phần", "phụ lục", "số", "quý",
)  # fmt: skip
# a line that ends in one of them goes on in the next: đề nghị các thôn phản ánh về | Văn phòng xã
# not: tại (hiện tại, tồn tại), theo (kèm theo), trên (như trên)
NEVER_LAST = ("của", "và", "với", "về", "cho", "các", "những")

"""Persons' names, for telling a name from other words in capitals and from bodies."""

# họ of the Kinh and of other peoples; a list of the whole country, not complete
SURNAMES = (
    "An", "Âu", "Bạch", "Bàn", "Bàng", "Bành", "Bế", "Bùi", "Cao", "Cầm", "Chu", "Châu", "Chử",
    "Chẩu", "Cù", "Cung",
    "Cư", "Dương", "Diệp", "Doãn", "Dư", "Đàm", "Đan", "Đào", "Đậu", "Đặng", "Điêu", "Điểu",
    "Đinh", "Đoàn", "Đỗ",
    "Đồng", "Đổng", "Đường", "Giàng", "Giáp", "Hà", "Hạ", "Hán", "Hàn", "Hầu", "Hồ", "Hoa",
    "Hoàng", "Hồng", "Hứa",
    "Huỳnh", "Kha", "Khà", "Khổng", "Khúc", "Khuất", "Kiều", "Kim", "Kpă", "Ksor", "La", "Lã",
    "Lại", "Lâm", "Lang",
    "Lê", "Lều", "Liễu", "Lò", "Lô", "Lộc", "Lục", "Lữ", "Lương", "Lường", "Lưu", "Lý", "Ma", "Mã",
    "Mạc", "Mai",
    "Mạnh", "Mâu", "Mùa", "Nghiêm", "Ngô", "Ngân", "Nguyễn", "Nguyên", "Nhâm", "Nhan", "Nông",
    "Ninh", "Ông", "Phạm",
    "Phan", "Phí", "Phó", "Phong", "Phù", "Phùng", "Phương", "Quách", "Quan", "Quản", "Quàng",
    "Rơ", "Rmah", "Siu",
    "Sầm", "Sơn", "Sùng", "Tạ", "Tăng", "Tào", "Tần", "Thạch", "Thái", "Thẩm", "Thân", "Thập",
    "Thào", "Thi", "Thiều",
    "Tiêu", "Tô", "Tôn", "Tống", "Trà", "Trần", "Triệu", "Trịnh", "Trình", "Trương", "Từ", "Tưởng",
    "Ung", "Ứng",
    "Uông", "Vàng", "Vi", "Vũ", "Võ", "Vương", "Vừ", "Xa", "Xồng", "Yên",
)  # fmt: skip

# what stands between a surname and a given name, and in no body's name: Hội Thị Lan
WOMENS_MIDDLE_NAMES = ("thị",)

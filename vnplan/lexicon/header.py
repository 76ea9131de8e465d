"""Words of the head of a document: Nghị định 30/2020, Phụ lục I, phần II."""

NUMBER_WORDS = ("số", "sốz", "sóz", "só", "sổ", "s6")  # Số: 04/KH-VKS; as scans have it, too
DAY, MONTH, YEAR = "ngày", "tháng", "năm"  # Bình An, ngày 07 tháng 02 năm 2024

GROUND_WORDS = (
    "căn cứ",
    "thực hiện",
    "theo",
    "triển khai",
    "thi hành",
    "xét đề nghị",
    "trên cơ sở",
)
GROUND_OBJECTS = (
    "luật", "bộ luật", "pháp lệnh", "nghị quyết", "nghị định", "thông tư", "quyết định", "chỉ thị",
    "công văn", "kế hoạch", "hướng dẫn", "thông báo", "tờ trình", "đề nghị", "kết luận",
    "chương trình",
    "điều lệ", "quy chế", "quy định",
)  # fmt: skip
CITY_SHORT = ("TP.", "TP")  # TP. Hồ Chí Minh, ngày …
PREAMBLE_CUES = (*GROUND_WORDS, "để", "nhằm", "với", "xét", "thực hiện", "phát huy")

PARTY_MOTTO = ("đảng cộng sản việt nam",)  # the right column of party documents
# lines of a letterhead that name no body
NO_BODY = ("dự thảo", "hỏa tốc", "khẩn", "thượng khẩn", "mật", "tối mật", "tuyệt mật")
NO_BODY_LEADS = ("đảng cộng sản việt nam", "cộng hòa xã hội chủ nghĩa", "độc lập")

# signs of the document's type in a symbol: Nghị định 30/2020, Phụ lục III, and others in use
TYPE_SIGNS = (
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB",
    "TTr", "HĐ", "CĐ",
    "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "KHLT", "KHPH", "CTHĐ", "CTPH",
    "KL", "QĐi", "TT",
    "TTLT", "NĐ", "L", "PL", "CV", "ĐK", "TL", "QCPH", "NQLT", "KHHĐ",
)  # fmt: skip
DRAFT = ("dự thảo",)  # DỰ THẢO above a plan that is not issued yet

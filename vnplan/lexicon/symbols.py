"""Signs of symbol fonts, and numbers in words, as Word shows them in automatic numbering."""

# fonts whose letters are pictures
SYMBOL_FONTS = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "zapfdingbats")

# byte of a symbol font -> the sign that a person would type
SYMBOL = {
    0x2A: "*", 0x2B: "+", 0x2D: "-", 0xA3: "≤", 0xA5: "∞", 0xA8: "♦", 0xAB: "↔", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBC: "…", 0xBE: "—", 0xD7: "·", 0xDE: "⇒", 0xE0: "◊",
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x6C: "λ", 0x6D: "μ", 0x70: "π",
    0x73: "σ", 0x66: "φ", 0x77: "ω", 0x53: "Σ", 0x57: "Ω", 0x44: "Δ",
}  # fmt: skip
WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x74: "♦", 0x75: "♦", 0x76: "❖",
    0x77: "♦", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "→",
    0xF0: "⇒", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
TYPED_BULLETS = "-+*•●○◦▪■□►♦✓✔❖➢"  # those that open a line, as they are
BULLET = "•"  # any other picture before an item

# Điều thứ hai mươi mốt; w:numFmt vietnameseCounting, cardinalText, ordinalText
DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
TEN, TENS = "mười", "mươi"
LAST_DIGITS = {1: "mốt", 4: "tư", 5: "lăm"}  # hai mươi mốt, hai mươi tư, hai mươi lăm
FIVE_BEHIND_TEN = "lăm"  # mười lăm
ORDINAL_LEAD = "thứ"
ORDINAL_WORDS = {1: "nhất", 4: "tư"}  # thứ nhất, thứ tư; thứ hai

"""How a document says that it will call something by a shorter name."""

# what stands before the short name in a parenthesis; the longest one decides
CALLED = (
    "sau đây gọi tắt là",  # (sau đây gọi tắt là Chương trình)
    "sau đây gọi là",
    "sau đây gọi chung là",
    "sau đây gọi tắt",
    "sau đây được gọi tắt là",
    "sau đây được gọi là",
    "sau đây viết tắt là",
    "sau đây viết tắt",
    "sau đây viết gọn là",
    "dưới đây gọi tắt là",
    "dưới đây gọi là",
    "từ đây gọi tắt là",
    "từ đây gọi là",
    "gọi tắt là",  # (gọi tắt là Nghị quyết số 71-NQ/TU)
    "gọi là",
    "gọi chung là",
    "viết tắt là",  # (viết tắt là BCĐ)
    "viết tắt",
    "tắt là",
    "tên gọi tắt là",
    "tên viết tắt là",
)
# small words that a short form of letters leaves out: Chương trình và mục tiêu (CTMT)
LEFT_OUT = ("và", "của", "về", "các", "cho", "với", "trong")

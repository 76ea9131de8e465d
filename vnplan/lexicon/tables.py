"""Column heads of task tables, searched without diacritics."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "task": ("nhiệm vụ", "nội dung", "công việc", "hoạt động", "nội dung công việc", "tên nhiệm vụ", "việc"),
    "lead": ("chủ trì", "đơn vị chủ trì", "cơ quan chủ trì", "bộ phận chủ trì"),
    "agent": (
        "phụ trách", "thực hiện", "đơn vị thực hiện", "người thực hiện", "bộ phận thực hiện",
        "người phụ trách", "cơ quan thực hiện",
    ),
    "support": ("phối hợp", "đơn vị phối hợp", "cơ quan phối hợp", "bộ phận phối hợp"),
    "time": ("thời gian", "thời hạn", "tiến độ", "thời gian hoàn thành", "thời gian thực hiện", "hoàn thành"),
    "product": ("sản phẩm", "kết quả", "sản phẩm đầu ra", "kết quả đầu ra"),
    "count": ("tt", "stt", "số tt", "số thứ tự"),
    "note": ("ghi chú",),
}  # fmt: skip

# attribute lines below a provision
ATTRIBUTE_LINES: dict[str, tuple[str, ...]] = {
    "lead": (
        "đơn vị chủ trì", "cơ quan chủ trì", "bộ phận chủ trì", "chủ trì", "đơn vị chủ trì thực hiện",
    ),
    "agent": (
        "đơn vị thực hiện", "cơ quan thực hiện", "bộ phận thực hiện", "người thực hiện",
        "phụ trách", "người phụ trách",
    ),
    "support": ("đơn vị phối hợp", "cơ quan phối hợp", "bộ phận phối hợp", "phối hợp", "đơn vị phối hợp thực hiện"),
    "time": ("thời gian", "thời hạn", "thời gian thực hiện", "thời gian hoàn thành", "thời gian dự kiến", "thời hạn hoàn thành"),
    "product": ("sản phẩm", "kết quả đầu ra", "sản phẩm dự kiến", "kết quả"),
    "funding": ("kinh phí", "nguồn kinh phí", "kinh phí thực hiện"),
    "place": ("địa điểm", "địa điểm thực hiện"),
    "audience": ("thành phần", "đối tượng", "thành phần tham dự"),
}  # fmt: skip

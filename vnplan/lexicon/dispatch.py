"""The words of an official dispatch (công văn): Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I.

Each is told with the point of Mục II that gives it, its letters and its place. ``{…}`` is filled.
"""

# điểm 1.a: Quốc hiệu, capitals of 12 to 13, bold; 1.b: Tiêu ngữ, 13 to 14, bold, ruled below
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# điểm 3: number and symbol, 13; a dispatch has no sign of its type before the body's
NUMBER = "Số: ……/……-……"
# điểm 4: place and time, 13 to 14, italic
PLACE_AND_DATE = "……, ngày …… tháng …… năm ……"
# điểm 5.b: the subject of a dispatch under its number, 12 to 13, after “V/v”
SUBJECT = "V/v bổ sung, hoàn thiện nội dung triển khai {parent}"
# điểm 9.a: to whom a dispatch goes, 13 to 14
ADDRESSEE = "Kính gửi: {child}."
# điểm 6: the content, 13 to 14, both margins straight, first lines 1 or 1.27 cm in
OPENING = "{issuer} đã ban hành {parent_in_full}."
FINDING = (
    "Qua đối chiếu {child_plan} với Kế hoạch nêu trên, {issuer} nhận thấy còn một số nội dung "
    "chưa được triển khai đầy đủ, cụ thể như sau:"
)
# what is the matter with duties, by their status
GROUPS: dict[str, str] = {
    "missing": "Nội dung chưa được triển khai",
    "partial": "Nội dung mới được triển khai một phần",
    "altered": "Nội dung đã bị thay đổi so với Kế hoạch được giao",
    "undetermined": "Nội dung chưa đủ căn cứ để xác định, đề nghị làm rõ",
}
# about the citation of the parent, by its status
GROUND_HEAD = "Về căn cứ ban hành"
GROUND: dict[str, str] = {
    "missing": "Kế hoạch của đơn vị chưa viện dẫn {parent} làm căn cứ ban hành; đề nghị bổ sung.",
    "altered": "Kế hoạch của đơn vị viện dẫn chưa đúng {parent}; đề nghị chỉnh sửa.",
    "undetermined": "Kế hoạch của đơn vị có thể đã viện dẫn {parent}, nhưng số, ký hiệu còn để "
    "trống hoặc không đọc được; đề nghị kiểm tra lại.",
}
AT_SECTION = "Mục {section}: "
CHILD_SAYS = "Kế hoạch của đơn vị ghi: {words}."
CHILD_SAYS_AT = "Kế hoạch của đơn vị (mục {section}) ghi: {words}."
NOT_THERE = "Chưa có: {words}."
CHANGED = "Thay đổi: {words}."
QUOTE = "“{words}”"
REQUEST = (
    "{issuer} đề nghị {child} rà soát, bổ sung các nội dung nêu trên vào kế hoạch, tổ chức thực "
    "hiện đúng yêu cầu và báo cáo kết quả về {issuer} trước ngày …… tháng …… năm …… để tổng hợp, "
    "theo dõi."
)
CLOSING = "Đề nghị {child} quan tâm, triển khai thực hiện./."
# how plans are named in it
PLAN = "Kế hoạch"
PLAN_OF_DECISION = "Kế hoạch ban hành kèm theo Quyết định"
PLAN_NUMBER = " số {number}"
PLAN_DATE = " ngày {date}"
PLAN_OF = " của {issuer}"
PLAN_TITLE = " về {title}"
TITLE_LEADS = ("về ", "v/v ")  # a title that says it itself
BLANK = "……"
# điểm 7: position, signature and name of who signs, 13 to 14, bold: left to the office
SIGNATORY = ("……………………………", "……………………………")
# điểm 9.b: “Nơi nhận:” 12, italic and bold; the list 11, its last line the filing
RECIPIENTS_HEAD = "Nơi nhận:"
RECIPIENTS = ("- Như trên;", "- ……;", "- Lưu: VT, …….")

# What closes a plan and asks everybody to carry it out says no more than that it is to be carried
# out: nobody is asked to write it into a plan of their own. Its act is of these words alone:
# Trên đây là Kế hoạch …, yêu cầu các đơn vị [nghiêm túc triển khai thực hiện]./.
CARRYING_OUT = ("tổ chức", "triển khai", "thực hiện", "thi hành", "chấp hành", "làm")
IN_CLOSING = (
    *("nghiêm túc", "nghiêm", "khẩn trương", "tích cực", "chủ động", "kịp thời", "đồng bộ"),
    *("hiệu quả", "đầy đủ", "quan tâm", "phối hợp", "có", "đúng", "theo", "tốt", "căn cứ", "để"),
    *("và", "các", "nội dung", "nhiệm vụ", "của", "kế hoạch", "quyết định", "này", "trên", "nêu"),
)
CLOSING_LEADS = ("trên đây là",)
CLOSING_ENDS = ("./.", "/.")
LEFT_OUT = "Không nêu trong công văn vì là câu kết chung, giao tổ chức thực hiện: {words}."

# in place of a dispatch where nothing is to be asked for
NO_DEMAND_TITLE = "KHÔNG CẦN CÔNG VĂN ĐÔN ĐỐC"
NO_DEMAND = (
    "Qua đối chiếu {child_plan} với {parent_in_full}, không có nội dung nào thiếu, mới triển khai "
    "một phần, bị thay đổi hay chưa xác định được mà chưa có ý kiến xử lý. Không lập công văn đôn "
    "đốc."
)
NO_DUTIES = (
    "Không tìm thấy nhiệm vụ nào trong {parent_in_full}: không có gì để đối chiếu. Không lập công "
    "văn đôn đốc."
)

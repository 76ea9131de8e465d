"""A plan and a difference with every field filled, of our own invention."""

from __future__ import annotations

from vnplan.records import (
    Act,
    Actor,
    Award,
    Change,
    Citation,
    Criterion,
    Date,
    Deadline,
    DiffItem,
    DiffSummary,
    Doubt,
    Evidence,
    IssuingBody,
    Number,
    Obligation,
    OnBehalf,
    Phase,
    Plan,
    PlanDiff,
    PlanRef,
    Recipient,
    Section,
    Signatory,
    Source,
    Target,
    Thresholds,
)

JUNE = Date(year=2026, month=6, day=30, text="30/6/2026")
PARENTS = Citation(
    type="Kế hoạch",
    number="12/KH-UBND",
    date=Date(year=2026, month=1, day=5, text="05/01/2026"),
    issuer="UBND tỉnh",
    title="đọc sách mỗi ngày",
    text="Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về đọc sách mỗi ngày",
    span=(40, 113),
    relation="thực hiện",
)

PLAN = Plan(
    source=Source(
        name="so.txt", sha256="0" * 64, media_type="text/plain", encoding="utf-8", pages=2
    ),
    text="Một kế hoạch đọc sách “mẫu” [không thật]\n",
    kind="plan",
    number=Number(text="07/KH-SVH", serial="07", symbol="KH-SVH", span=(0, 9)),
    place="Hưng Giang",
    date=Date(year=2026, month=2, day=1, text="ngày 01 tháng 02 năm 2026"),
    title="Đọc sách mỗi ngày [bản 2]",
    issuing_body=IssuingBody(
        name="Sở Văn hóa", superior="UBND tỉnh Hưng Giang", level="department", span=(0, 10)
    ),
    legal_bases=(PARENTS,),
    citations=(PARENTS,),
    sections=(
        Section(
            label="I",
            kind="roman",
            title="NHIỆM VỤ",
            role="content",
            span=(120, 300),
            label_span=(117, 118),
            children=(
                Section(
                    label="1",
                    kind="number",
                    text="Mở tủ sách ở từng phòng.",
                    role="content",
                    span=(130, 154),
                    label_span=(127, 128),
                ),
                Section(
                    label="1",
                    kind="number",
                    text="Báo cáo hằng quý.",
                    role="reporting",
                    span=(160, 177),
                    label_span=(157, 158),
                ),
            ),
        ),
    ),
    phases=(
        Phase(
            name="Giai đoạn 1",
            start=Date(year=2026, month=3, text="tháng 3/2026"),
            end=JUNE,
            text="Giai đoạn 1: từ tháng 3/2026 đến 30/6/2026",
            span=(180, 222),
            section="I",
        ),
    ),
    deadlines=(
        Deadline(text="trước ngày 30/6/2026", date=JUNE, span=(230, 250), section="I.1"),
        Deadline(text="hằng quý", recurrence="quarterly", span=(168, 176), section="I.1#2"),
    ),
    criteria=(
        Criterion(audience="collective", text="Đọc nhiều nhất.", span=(250, 265), section="I"),
    ),
    awards=(
        Award(
            form="Giấy khen",
            authority="Giám đốc Sở",
            occasion="interim+final",
            audience="all",
            text="Giấy khen của Giám đốc Sở",
            span=(266, 291),
            section="I",
        ),
    ),
    obligations=(
        Obligation(
            id="o1",
            kind="content",
            text="Mở tủ sách ở từng phòng.",
            span=(130, 154),
            section="I.1",
            actors=(
                Actor(name="Văn phòng Sở", part="lead"),
                Actor(name="các phòng", part="agent"),
            ),
            acts=(Act(text="Mở tủ sách ở từng phòng", span=(130, 153)),),
            deadline=JUNE,
            targets=(Target(text="100% phòng", value=100, unit="%"),),
            products=("tủ sách",),
        ),
        Obligation(
            id="o2",
            kind="reporting",
            text="Báo cáo hằng quý.",
            span=(160, 177),
            section="I.1#2",
            recurrence="quarterly",
        ),
    ),
    recipients=(Recipient(name="UBND tỉnh", note="để b/c", span=(300, 309)),),
    signatory=Signatory(
        name="Phạm Thị Thu",
        position="PHÓ GIÁM ĐỐC",
        on_behalf=OnBehalf(code="KT.", text="KT. GIÁM ĐỐC"),
        span=(320, 350),
    ),
    unclaimed=((0, 5), (8, 9)),
    doubts=(Doubt(code="label", message="2 follows 4", span=(1, 2)),),
)


def words(text: str, section: str = "", *, score: float | None = None) -> Evidence:
    return Evidence(text=text, span=(0, len(text)), section=section, score=score)


DIFF = PlanDiff(
    parent=PlanRef(
        name="tinh.txt",
        sha256="1" * 64,
        number="12/KH-UBND",
        date=Date(year=2026, month=1, day=5, text="05/01/2026"),
        title="Đọc sách mỗi ngày",
        issuing_body="UBND tỉnh Hưng Giang",
    ),
    child=PlanRef(name="so.txt"),
    summary=DiffSummary(
        covered=1,
        partial=1,
        altered=1,
        missing=1,
        not_applicable=1,
        undetermined=1,
        added=1,
        thresholds=Thresholds(review=0.3, sure=0.6),
    ),
    items=(
        DiffItem(
            id="d1",
            kind="legal_basis",
            status="covered",
            parent=words("12/KH-UBND"),
            child=(words("Kế hoạch số 12/KH-UBND", score=1.0),),
            score=1.0,
        ),
        DiffItem(
            id="d2",
            kind="obligation",
            status="missing",
            parent=words("Mỗi xã mở một tủ sách thiếu nhi tại nhà văn hóa.", "II.1.1"),
            score=0.9,
        ),
        DiffItem(
            id="d3",
            kind="obligation",
            status="partial",
            parent=words("Kiểm kê sách; tu bổ sách hỏng.", "II.1.2"),
            child=(words("Kiểm kê sách.", "III.a", score=0.45),),
            score=0.6,
            missing_acts=("tu bổ sách hỏng",),
        ),
        DiffItem(
            id="d4",
            kind="award",
            status="altered",
            parent=words("Bằng khen của Chủ tịch UBND tỉnh", "IV.2"),
            child=(words("Giấy khen của Giám đốc Sở", "V", score=0.8),),
            score=0.8,
            changes=(
                Change(
                    field="authority",
                    from_="Chủ tịch UBND tỉnh",
                    to="Giám đốc Sở",
                    effect="other_authority",
                ),
                Change(field="deadline", from_="30/6/2026", effect="dropped"),
            ),
        ),
        DiffItem(
            id="d5",
            kind="obligation",
            status="not_applicable",
            parent=words("Sở Tài chính bố trí kinh phí.", "V.3"),
            score=0.7,
            reason="Sở Tài chính",
        ),
        DiffItem(
            id="d6",
            kind="phase",
            status="undetermined",
            parent=words("Giai đoạn 2", "III.2"),
            score=0.2,
        ),
        DiffItem(
            id="d7",
            kind="obligation",
            status="added",
            child=(words("Thi kể chuyện theo sách.", "II.4"),),
            score=0.5,
        ),
    ),
)

# a province and a district that leaves out one of two duties
TINH_HEAD = """\
ỦY BAN NHÂN DÂN TỈNH HƯNG GIANG
Số: 12/KH-UBND
Hưng Giang, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Phát triển văn hóa đọc năm 2024
I. NHIỆM VỤ
"""
TINH = f"""{TINH_HEAD}\
1. Mở tủ sách tại 100% nhà văn hóa xã trước ngày 30/6/2024.
2. Tổ chức ngày hội đọc sách cho học sinh trong tháng 4 năm 2024.
"""
HUYEN_HEAD = """\
ỦY BAN NHÂN DÂN HUYỆN PHÚ LÂM
Số: 31/KH-UBND
Phú Lâm, ngày 02 tháng 02 năm 2024
KẾ HOẠCH
Phát triển văn hóa đọc huyện Phú Lâm năm 2024
Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND tỉnh Hưng Giang, UBND huyện ban hành:
I. CÔNG VIỆC
"""
HUYEN = f"""{HUYEN_HEAD}\
1. Các xã mở tủ sách tại 100% nhà văn hóa trước ngày 30/6/2024.
"""

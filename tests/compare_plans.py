"""Plans made up for the comparer's tests: a text with its records, the spans in place."""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.records import (
    Act,
    Actor,
    Award,
    Citation,
    Criterion,
    Date,
    Deadline,
    IssuingBody,
    Level,
    Number,
    Obligation,
    Part,
    Phase,
    Plan,
    Role,
    Section,
)

JANUARY = Date(year=2026, month=1, day=5, text="05/01/2026")
FEBRUARY = Date(year=2026, month=2, day=2, text="02/02/2026")

# ten duties that have hardly a word in common
DUTIES = (
    "Kiểm kê toàn bộ sách trong kho, dán lại nhãn đã mờ.",
    "Mở cửa phòng đọc thêm hai buổi tối mỗi tuần cho sinh viên.",
    "Mời nhà văn nói chuyện với bạn đọc nhân dịp kỷ niệm.",
    "Sửa mái tôn bị dột ở dãy nhà phía đông trước mùa mưa.",
    "Tặng xe đạp cho trẻ em nghèo vượt khó tại các xóm núi.",
    "Nạo vét mương, khơi thông cống rãnh quanh khu chợ cũ.",
    "Tiêm phòng dại cho đàn chó, mèo nuôi ở khu dân cư.",
    "Trồng bù cây phượng đổ sau bão dọc đường ven sông.",
    "Chuyển hồ sơ giấy của cán bộ hưu trí sang bản số.",
    "Thay bóng đèn cháy trên tuyến phố đi bộ bằng loại tiết kiệm điện.",
)


class Draft:
    """A text that grows, and the records of what was written into it."""

    def __init__(self, title: str = "Phát triển văn hóa đọc năm 2026") -> None:
        self.text = "KẾ HOẠCH\n"
        self.title = title
        self.write(title)
        self.sections: list[Section] = []
        self.obligations: list[Obligation] = []
        self.criteria: list[Criterion] = []
        self.awards: list[Award] = []
        self.phases: list[Phase] = []
        self.deadlines: list[Deadline] = []
        self.bases: list[Citation] = []

    def write(self, words: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += words + "\n"
        return start, start + len(words)

    @property
    def section(self) -> str:
        return self.sections[-1].label if self.sections else ""

    def head(self, title: str, role: Role = "content") -> Draft:
        span = self.write(title)
        label = str(len(self.sections) + 1)
        self.sections.append(
            Section(label=label, kind="number", title=title, role=role, span=span, label_span=span)
        )
        return self

    def duty(
        self,
        words: str,
        *,
        kind: Role = "content",
        who: Sequence[tuple[str, Part]] = (),
        by: Date | None = None,
    ) -> Draft:
        """A provision, its acts parted by ``;``, its deadline where ``by.text`` stands in it."""
        start, end = self.write(words)
        acts, at = [], start
        for clause in words.split("; "):
            acts.append(Act(text=clause.rstrip(".;"), span=(at, at + len(clause.rstrip(".;")))))
            at += len(clause) + 2
        if by is not None and by.text in words:
            at = start + words.index(by.text)
            span = (at, at + len(by.text))
            self.deadlines.append(Deadline(text=by.text, date=by, span=span, section=self.section))
        self.obligations.append(
            Obligation(
                id=f"o{len(self.obligations) + 1}",
                kind=kind,
                text=words,
                span=(start, end),
                section=self.section,
                actors=tuple(Actor(name=name, part=part) for name, part in who),
                acts=tuple(acts),
                deadline=by,
            )
        )
        return self

    def criterion(self, words: str) -> Draft:
        span = self.write(words)
        self.criteria.append(Criterion(text=words, span=span, section=self.section))
        return self

    def award(self, form: str, authority: str | None) -> Draft:
        words = f"{form} của {authority}." if authority else f"{form}."
        span = self.write(words)
        self.awards.append(
            Award(form=form, authority=authority, text=words, span=span, section=self.section)
        )
        return self

    def phase(self, name: str, start: Date, end: Date) -> Draft:
        words = f"{name} (từ {start.text} đến {end.text})."
        span = self.write(words)
        self.phases.append(
            Phase(name=name, start=start, end=end, text=words, span=span, section=self.section)
        )
        return self

    def cite(self, number: str, date: Date | None, title: str | None = None) -> Draft:
        words = f"Kế hoạch số {number}" + (f" ngày {date.text}" if date else "")
        span = self.write(words)
        self.bases.append(
            Citation(type="Kế hoạch", number=number, date=date, title=title, text=words, span=span)
        )
        return self

    def plan(
        self,
        *,
        number: str | None = None,
        date: Date | None = None,
        issuer: str | None = None,
        level: Level | None = None,
    ) -> Plan:
        serial, _, symbol = (number or "").partition("/")
        return Plan(
            text=self.text,
            kind="plan",
            number=Number(text=number, serial=serial or None, symbol=symbol) if number else None,
            date=date,
            title=self.title,
            issuing_body=IssuingBody(name=issuer, level=level) if issuer else None,
            legal_bases=tuple(self.bases),
            citations=tuple(self.bases),
            sections=tuple(self.sections),
            obligations=tuple(self.obligations),
            criteria=tuple(self.criteria),
            awards=tuple(self.awards),
            phases=tuple(self.phases),
            deadlines=tuple(self.deadlines),
        )


def plan_of(*duties: str, issuer: str | None = None) -> Plan:
    """A plan of duties alone."""
    draft = Draft()
    for words in duties:
        draft.duty(words)
    return draft.plan(issuer=issuer)


def day(year: int | None, month: int | None, number: int | None, text: str) -> Date:
    """A date with its words."""
    return Date(year=year, month=month, day=number, text=text)

"""Small archives made by hand: invented plans as text, read, written to a store, and indexed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import vnplan
from vnplan.archive.index import build
from vnplan.archive.store import Store
from vnplan.archive.tables import Row, rows_of
from vnplan.fingerprint import letters_and_digits
from vnplan.records import Plan, Source

DUTIES = (
    "Sở Nội vụ chủ trì tổ chức tập huấn cho cán bộ làm công tác lưu trữ trước ngày 30/6/2024.",
    "Các đơn vị rà soát, chỉnh lý tài liệu tồn đọng tại kho trong quý III năm 2024.",
    "Văn phòng lập danh mục hồ sơ điện tử và gửi về cơ quan cấp trên hằng năm.",
    "Phòng chuyên môn mua sắm giá kệ, hộp đựng và thiết bị khử ẩm cho kho tài liệu.",
)


class Paper(NamedTuple):
    """A plan to be written; ``number`` and ``day`` may be blank."""

    issuer: str
    number: str
    title: str = "Chỉnh lý tài liệu tồn đọng năm 2024"
    day: str = "05"
    month: int = 3
    year: int = 2024
    above: str = ""
    grounds: tuple[str, ...] = ("Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;",)
    duties: tuple[str, ...] = DUTIES
    under_title: str = ""
    purpose: str = "Đưa công tác lưu trữ vào nền nếp, phục vụ việc tra cứu."

    def text(self) -> str:
        """The plan as it would be typed."""
        head = "\n".join(filter(None, (self.above.upper(), self.issuer.upper())))
        day = f"{self.day or '     '} tháng {self.month:02d} năm {self.year}"
        duties = "\n".join(f"{i}. {duty}" for i, duty in enumerate(self.duties, 1))
        number = f"Số: {self.number}\n\n" if self.number else ""
        return (
            f"{head}\n\n{number}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
            f"Bình An, ngày {day}\n\nKẾ HOẠCH\n{self.title}\n{self.under_title}\n\n"
            + "\n".join(self.grounds)
            + f"\n{self.issuer} ban hành Kế hoạch như sau:\n\nI. MỤC ĐÍCH\n{self.purpose}\n\n"
            f"II. NỘI DUNG\n{duties}\n\nNơi nhận:\n- Lưu: VT.\n\nTM. {self.issuer.upper()}\n"
        )

    def cited(self, *, number: str | None = None, issuer: str | None = None) -> str:
        """How others cite it."""
        whole = number or self.number
        named = self.issuer if issuer is None else issuer
        of = f" của {named}" if named else ""
        title = self.title[0].lower() + self.title[1:]
        day = f"{self.day}/{self.month:02d}/{self.year}"
        return f"Thực hiện Kế hoạch số {whole} ngày {day}{of} về {title};"


def read(text: str, path: str) -> Plan:
    """The plan in a text, as if it had been read from a file."""
    return vnplan.parse(text, source=Source(name=path, sha256=f"{hash_of(text)}"))


def hash_of(text: str) -> str:
    """What stands for the hash of a file's bytes."""
    return f"{zlib.crc32(text.encode()):08x}"


def archived(papers: Mapping[str, Paper | str], out: Path, *, failed: Iterable[str] = ()) -> Path:
    """An archive of papers and texts by their paths, with its index, in two parts."""
    store = Store(str(out))
    store.create()
    texts = {
        path: paper.text() if isinstance(paper, Paper) else paper for path, paper in papers.items()
    }
    plans = {path: read(text, path) for path, text in texts.items()}
    for part in range(2):
        rows: dict[str, list[Row]] = {}
        for path in list(plans)[part::2]:
            for table, found in rows_of(plans[path], path).items():
                rows.setdefault(table, []).extend(found)
            file = {"path": path, "sha256": plans[path].source.sha256}
            rows.setdefault("files", []).append(file)
        for path in failed if part else ():
            rows.setdefault("files", []).append({"path": path, "problem": "file_empty"})
        store.write(f"p{part}", rows)
    build(store)
    return out


def wrapped_otherwise(text: str) -> str:
    """The same words with other blanks and line ends."""
    assert letters_and_digits(text)
    return text.replace("\n\n", "\n \n\n").replace(" tài liệu ", "  tài\nliệu ")

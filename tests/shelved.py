"""Small archives made by hand: invented plans as text, read, written to a store, and indexed."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import vnplan
from vnplan.archive.store import Store
from vnplan.archive.tables import Row, rows_of
from vnplan.fingerprint import letters_and_digits
from vnplan.records import Plan, Source
from vnplan.views import clean, folded, number_key

SCHEMA = """
CREATE TABLE plans (id INTEGER PRIMARY KEY, path TEXT, sha256 TEXT, words_sha256 TEXT, kind TEXT,
  number TEXT, serial TEXT, symbol TEXT, number_key TEXT, date TEXT, year INT, month INT, day INT,
  title TEXT, title_key TEXT, issuer TEXT, issuer_key TEXT, issuer_superior TEXT, level TEXT,
  obligations INT, deadlines INT, part TEXT);
CREATE TABLE citations (plan INT, type TEXT, number TEXT, number_key TEXT, date TEXT, year INT,
  issuer TEXT, issuer_key TEXT, title TEXT, title_key TEXT, relation TEXT, basis INT);
CREATE TABLE texts (plan INTEGER PRIMARY KEY, text BLOB);
"""
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
    with sqlite3.connect(out / "index.sqlite") as db:
        index(store, db)
    db.close()
    return out


def index(store: Store, db: sqlite3.Connection) -> None:
    """Writes plans, citations and texts of an archive into a database."""
    db.executescript(SCHEMA)
    paths = sorted(row["path"] for part in store.parts() for row in store.rows("plans", part))
    ids = {path: id for id, path in enumerate(paths, 1)}
    for part in store.parts():
        for row in store.rows("plans", part):
            id = ids[row["path"]]
            known = (row["year"], row["month"], row["day"])
            date = "-".join(f"{n:02d}" for n in known if n is not None)
            own = [row["number"], row["serial"], row["symbol"], number_key(row["number"]) or None]
            body = [*keyed(row["issuer"]), row["issuer_superior"], row["issuer_level"]]
            values = [id, row["path"], row["sha256"], row["words_sha256"], row["kind"], *own]
            values += [date or None, *known, *keyed(row["title"]), *body]
            values += [row["obligations"], row["deadlines"], part]
            db.execute(f"INSERT INTO plans VALUES ({', '.join('?' * len(values))})", values)
            text = Plan.model_validate_json(row["record"]).text or ""
            db.execute("INSERT INTO texts VALUES (?, ?)", (id, zlib.compress(text.encode())))
        for row in store.rows("citations", part):
            date_ = row["date"] or {}
            values = [ids[row["path"]], row["type"], row["number"], number_key(row["number"])]
            values += [date_.get("iso"), date_.get("year"), *keyed(row["issuer"])]
            values += [*keyed(row["title"]), row["relation"], row["basis"]]
            db.execute(f"INSERT INTO citations VALUES ({', '.join('?' * len(values))})", values)


def keyed(words: str | None) -> tuple[str | None, str | None]:
    """Words with what they are found by."""
    return words, words and folded(clean(words))


def wrapped_otherwise(text: str) -> str:
    """The same words with other blanks and line ends."""
    assert letters_and_digits(text)
    return text.replace("\n\n", "\n \n\n").replace(" tài liệu ", "  tài\nliệu ")

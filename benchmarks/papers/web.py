"""A paper as a web page: the article among navigation, header, sidebar and footer."""

from __future__ import annotations

from html import escape
from pathlib import Path

from papers.lists import Family, Lists, Place, find_lists, value_of
from papers.paper import Paper, Table, Words

OL_TYPES = {"upperRoman": "I", "decimal": "1", "lowerLetter": "a", "upperLetter": "A"}
HEAD = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Văn bản - Cổng thông tin điện tử</title>
<style>body{{font-family:serif}} nav a{{margin-right:1em}}</style>
<script>var menu = "I. Trang chủ";</script></head>
<body>
<header class="site-header"><a href="/">Cổng thông tin điện tử</a>
<form action="/tim-kiem"><input name="q" placeholder="Tìm kiếm"><button>Tìm</button></form>
</header>
<nav class="main-menu"><ul><li><a href="/">Trang chủ</a></li>
<li><a href="/gioi-thieu">Giới thiệu</a></li>
<li><a href="/tin-tuc">Tin tức - Sự kiện</a></li><li><a href="/van-ban">Văn bản</a></li>
<li><a href="/lien-he">Liên hệ</a></li></ul></nav>
<div class="layout"><main><article class="{article}">
"""
FOOT = """
</article></main>
<aside class="sidebar"><h3>Tin mới nhất</h3><ul>
<li><a href="/1">Khai mạc hội nghị trực tuyến toàn tỉnh</a></li>
<li><a href="/2">Lịch tiếp công dân tháng này</a></li>
<li><a href="/3">Thông báo tuyển dụng viên chức</a></li></ul>
<div class="weather">Thời tiết hôm nay: 27 độ</div></aside></div>
<footer class="site-footer"><p>Bản quyền thuộc Cổng thông tin điện tử.
Đường dây nóng: 0200 000 000</p>
<p><a href="/rss">RSS</a> | <a href="/so-do">Sơ đồ trang</a></p></footer>
</body></html>
"""


def write_html(paper: Paper, path: Path, *, variety: int) -> None:
    """Writes the paper as a page; even varieties have headings as one ordered list below another.

    Odd ones have headings typed in ``<h2>`` and ``<p>``, and lists for items alone.
    """
    path.write_text(Writer(paper, variety).written(), encoding="utf-8")


class Writer:
    """Writes one paper."""

    def __init__(self, paper: Paper, variety: int) -> None:
        self.paper = paper
        self.variety = variety
        self.lists: Lists = find_lists(paper, outline=False, legal=False)
        self.open: list[tuple[int, str]] = []  # families of the lists that are open, and their tags
        self.parts: list[str] = []
        self.counts: dict[int, int] = {}

    def written(self) -> str:
        """The whole page."""
        for block in self.paper.blocks:
            if isinstance(block, Table):
                self.close()
                self.table(block)
            else:
                self.paragraph(block)
        self.close()
        article = ("content", "article-body", "post", "detail-content")[self.variety]
        return HEAD.format(article=article) + "\n".join(self.parts) + FOOT

    def paragraph(self, words: Words) -> None:
        """Adds a paragraph: an item of its list, or one of its own."""
        place = self.lists.place(words)
        family = self.lists.families[place.family] if place is not None else None
        if place is None or family is None or not self.listed(words, family):
            self.plain(words)
            return
        self.into(place, words, family)
        self.parts.append(inside(words))

    def listed(self, words: Words, family: Family) -> bool:
        """Whether a web page would have the label by a list: ``1.``, ``I.``, ``a.``, a bullet."""
        label = words.label
        if label is None or len(family.levels) != 1:
            return False
        if label.style == "bullet":
            return label.printed == "-" and self.variety != 1
        if family.levels[0].format not in OL_TYPES:
            return False
        if self.variety % 2 and words.look == "heading":
            return False
        upper = words.text[:1].isupper()
        return label.printed == f"{label.label}." or (label.printed == f"{label.label})" and upper)

    def into(self, place: Place, words: Words, family: Family) -> None:
        """Opens an item in the list of a family, inside the lists above it."""
        format = family.levels[0].format
        value = value_of(words.label.label, format) if words.label is not None else None
        if place.family in [index for index, _ in self.open]:
            while self.open[-1][0] != place.family:
                self.pop()
            if place.start is None:
                goes_on = value in (None, self.counts.get(place.family, 0) + 1)
                self.parts.append("</li><li>" if goes_on else f'</li><li value="{value}">')
                self.counts[place.family] = value or 0
                return
            self.pop()
        elif self.variety % 2 or words.label is None or words.label.style == "roman":
            self.close()
        self.counts[place.family] = value or 0
        if format == "bullet":
            self.push(place.family, "ul", "<ul>")
            return
        start = f' start="{value}"' if value != 1 else ""
        kind = "" if format == "decimal" else f' type="{OL_TYPES[format]}"'
        self.push(place.family, "ol", f"<ol{kind}{start}>")

    def push(self, family: int, tag: str, opening: str) -> None:
        """Opens a list and its first item."""
        self.parts.append(f"{opening}<li>")
        self.open.append((family, tag))

    def pop(self) -> None:
        """Closes the innermost list."""
        _, tag = self.open.pop()
        self.parts.append(f"</li></{tag}>")

    def close(self) -> None:
        """Closes all lists."""
        while self.open:
            self.pop()

    def plain(self, words: Words) -> None:
        """Adds a paragraph whose label, if any, is typed."""
        printed = escape(f"{words.label.printed} ") if words.label else ""
        centred = words.look in ("type", "title", "centre")
        if self.variety % 2 or centred:
            self.close()
        tag = "p"
        if words.look == "type":
            tag = "h1"
        elif words.look == "heading" and words.label and words.label.style == "roman":
            tag = "h2"
            self.close()
        style = ' style="text-align:center"' if centred else ""
        self.parts.append(f"<{tag}{style}>{printed}{inside(words)}</{tag}>")

    def table(self, table: Table) -> None:
        """Adds a table."""
        border = ' border="1"' if table.lines else ' style="border:none;width:100%"'
        rows = ""
        for i, row in enumerate(table.rows):
            tag = "th" if i == 0 and table.lines else "td"
            span = f' colspan="{table.width}"' if len(row) == 1 < table.width else ""
            cells = ""
            for k, cell in enumerate(row):
                lines = [typed(words) for words in cell]
                if table.closing and k and len(lines) > 1:  # room for the signature
                    lines[-1] = f"<br><br>{lines[-1]}"
                cells += f"<{tag}{span}>{'<br>'.join(lines)}</{tag}>"
            rows += f"<tr>{cells}</tr>\n"
        self.parts.append(f"<table{border}><tbody>\n{rows}</tbody></table>")


def typed(words: Words) -> str:
    """A paragraph of a cell with its label."""
    printed = escape(f"{words.label.printed} ") if words.label else ""
    return f"{printed}{inside(words)}"


def inside(words: Words) -> str:
    """The words of a paragraph with their weight."""
    written = ""
    for run in words.runs:
        text = escape(run.text).replace("  ", "\u00a0 ")
        text = f"<strong>{text}</strong>" if run.bold else text
        written += f"<em>{text}</em>" if run.italic else text
    return written

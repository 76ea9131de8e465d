"""A survey of a folder as tables for the terminal: totals first, then the files."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.language import say
from vnplan.records import Survey, SurveyedFile, SurveyTotals
from vnplan.report.table import draw_table, drawn, open_console
from vnplan.report.text import printable, wrapped

COLUMNS = (("column_file", 4), ("column_what", 4), ("column_remarks", 5))
PLAIN = ("utf-8", "utf-8-sig", "ascii")  # encodings that nobody need be told of
UNITS = ("B", "kB", "MB", "GB", "TB")
COUNTS = ("drafts", "duplicates", "misnamed", "needs_office", "needs_ocr", "unreadable")


def as_page(survey: Survey, *, lang: str = "en", width: int = 80, colour: bool = False) -> str:
    """The totals of a folder and a row for each file, in lines of at most ``width`` columns."""
    width = max(width, 40)
    console = open_console(width, colour=colour)
    for line in heads(survey, lang, width):
        console.file.write(line + "\n")
    if survey.files:
        rows = [[printable(cell) for cell in cells(file, lang)] for file in survey.files]
        draw_table(console, say(lang, "survey_rows"), COLUMNS, rows, lang)
    return drawn(console)


def heads(survey: Survey, lang: str, width: int) -> Iterator[str]:
    """The lines above the table."""
    totals = survey.totals
    yield from wrapped("", printable(survey.folder), width)
    if not totals.files:
        yield say(lang, "survey_empty")
    else:
        key = "survey_one_file" if totals.files == 1 else "survey_files"
        yield say(lang, key, count=totals.files, size=as_size(totals.size))
    told = list(parts(totals, lang))
    if told:
        yield ""
    widest = max((len(head) for head, _ in told), default=0)
    for head, words in told:
        yield from wrapped(f"{head:<{widest}}  ", words, width)


def parts(totals: SurveyTotals, lang: str) -> Iterator[tuple[str, str]]:
    """What there is of each sort, those without any left out."""
    formats = {say(lang, f"format_{name}"): count for name, count in totals.formats.items()}
    kinds = {say(lang, name): count for name, count in totals.kinds.items()}
    for name, counts in (
        ("formats", formats),
        ("encodings", totals.encodings),
        ("kinds", kinds),
    ):
        if counts:
            words = ", ".join(f"{printable(each)} {count}" for each, count in counts.items())
            yield say(lang, f"survey_{name}"), words
    for name in COUNTS:
        count = getattr(totals, name)
        if count:
            yield say(lang, f"survey_{name}"), str(count)
    aside = [
        say(lang, f"survey_{name}", count=count)
        for name, count in (("hidden", totals.hidden), ("links", totals.links))
        if count
    ]
    if aside:
        yield say(lang, "survey_aside"), ", ".join(aside)


def cells(file: SurveyedFile, lang: str) -> list[str]:
    """The row of one file: its path, what it is, what to know of it."""
    return [file.path, what(file, lang), "; ".join(remarks(file, lang))]


def what(file: SurveyedFile, lang: str) -> str:
    """Format, size, pages, and the document: ``PDF, 1.3 MB, 3 pages: plan 04/KH-SYT``."""
    parts = [say(lang, f"format_{file.format or 'unknown'}")]
    if file.size is not None:
        parts.append(as_size(file.size))
    if file.pages is not None:
        key = "survey_one_page" if file.pages == 1 else "survey_pages"
        parts.append(say(lang, key, count=file.pages))
    told = ", ".join(parts)
    if file.kind is None:
        return told
    return f"{told}: {' '.join(filter(None, (say(lang, file.kind), file.number)))}"


def remarks(file: SurveyedFile, lang: str) -> Iterator[str]:
    """What a person should know of a file before it is read."""
    if file.problem is not None:
        yield say(lang, file.problem, **file.details)
    if file.named is not None:
        yield say(lang, "remark_named", named=say(lang, f"format_{file.named}"))
    if file.needs == "ocr" and file.pages_without_text and file.pages:
        found = {"count": file.pages_without_text, "pages": file.pages}
        yield say(lang, "needs_ocr_of" if found["count"] < found["pages"] else "needs_ocr", **found)
    elif file.needs is not None:
        yield say(lang, f"needs_{file.needs}")
    if file.doubts:
        yield say(lang, "remark_broken_text")
    if file.encoding is not None and file.encoding.lower() not in PLAIN:
        yield file.encoding
    if file.draft:
        yield say(lang, "remark_draft")
    if file.same_file is not None:
        yield say(lang, "remark_same_file", name=file.same_file)
    if file.same_text is not None:
        yield say(lang, "remark_same_text", name=file.same_text)


def as_size(size: int) -> str:
    """A number of bytes in the unit that people would name: ``12 kB``."""
    number, unit = float(size), 0
    while number >= 999.5 and unit < len(UNITS) - 1:
        number, unit = number / 1000, unit + 1
    return (
        f"{number:.0f} {UNITS[unit]}"
        if unit == 0 or number >= 9.95
        else f"{number:.1f} {UNITS[unit]}"
    )

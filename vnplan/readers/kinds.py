"""What kind of file bytes are, told by the bytes themselves, whatever the file is called."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Collection
from io import BytesIO

# first bytes -> media type
IMAGES = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
# first bytes -> kind
FIRST_BYTES = (
    (b"PK\x03\x04", "zip"),  # .docx, .xlsx, .odt
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),  # .doc, .xls, and a .docx with a password
    (b"{\\rtf", "rtf"),
    *((first, "image") for first, _ in IMAGES),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),  # zstd
    (b"BZh", "archive"),
)
TAR = (257, b"ustar")
# PDF's header may stand behind other bytes, ISO 32000-1 annex H.3.4.1: within the first 1024
PDF_WITHIN = 1024
# a page saved by a browser; not: a plan that speaks of <html> further down
HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|link|base)\b", re.IGNORECASE)
# a part of a page, as a portal's editor gives it; Markdown may begin so, too
FRAGMENT = re.compile(
    rb"<(?:div|p|table|tbody|span|article|section|main|header|nav|center|font|form|style|script|"
    rb"h[1-6]|ul|ol|dl|blockquote|strong|b|em|i|u)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
MARKDOWN = re.compile(rb"^(?:#{1,6}|[-*+]|\d{1,3}\.) |^\||^\*\*|^```", re.MULTILINE)
# Word 2003 XML, Flat OPC, .fodt: <w:wordDocument    <pkg:package
XML = re.compile(rb"<[A-Za-z_][\w.-]*:[A-Za-z_]|<[A-Za-z_][\w.-]*\s[^<>]*\bxmlns\b")
FIRST_PAGES = 1 << 16  # a comment before the page may be long
FRAGMENT_END = 200
HEAD_OF_MAIL = 4096
BLANKS = re.compile(rb"\s*")
# what may stand before the first element, and what ends it
PROLOG = {b"<!--": b"-->", b"<?": b">"}
# a page saved with its pictures in one file, as a browser or Word writes it
WEB_ARCHIVE = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?"
    rb"content-type:\s*multipart/(?:related|alternative)\b",
    re.IGNORECASE,
)
# the member that only such a package has -> kind
MEMBERS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "sheet"),
    ("ppt/presentation.xml", "slides"),
)
# what a package says of its main part, where that has another name: word/document2.xml
CONTENT_TYPES = "[Content_Types].xml"
MAIN_PARTS = (
    (b"wordprocessingml.document.main+xml", "docx"),
    (b"wordprocessingml.template.main+xml", "docx"),
    (b"ms-word.document.macroEnabled.main+xml", "docx"),
    (b"ms-word.template.macroEnabledTemplate.main+xml", "docx"),
    (b"spreadsheetml.sheet.main+xml", "sheet"),
    (b"presentationml.presentation.main+xml", "slides"),
)
DOCUMENT = re.compile(r"word/document\w*\.xml$")
ODF_TYPE = "mimetype"
# what office programs put first into a package, before any other of its parts
FIRST_PARTS = (
    b"[Content_Types].xml",
    b"_rels/.rels",
    b"mimetype",
    b"docProps/app.xml",
    b"docProps/core.xml",
    b"word/document.xml",
)
NAME_LENGTH, FIRST_NAME = 26, 30  # where a zip's first name has its length, and stands
MOST_TYPES = 1 << 20  # bytes of that part; one of a thousand pictures has a tenth
ODF_TYPES = (
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "sheet"),
    ("application/vnd.oasis.opendocument.presentation", "slides"),
)
# what zipfile raises of an archive that is none, or broken
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OverflowError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)

# the endings of names that documents have, where a folder holds other things too
ENDINGS = (
    ".txt", ".md", ".docx", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".mht", ".mhtml",
    ".png", ".jpg", ".jpeg", ".tif", ".tiff",
)  # fmt: skip


def kind_of(data: bytes) -> str:
    """``txt``, ``html``, ``mht``, ``xml``, ``pdf``, ``docx``, ``odt``, ``ole``, ``rtf``, ``image``,
    ``sheet``, ``slides``, ``zip`` or ``archive``; what nothing else claims is ``txt``."""
    if b"%PDF-" in data[:PDF_WITHIN]:
        return "pdf"
    kind = kind_by_first_bytes(data)
    if kind == "zip":
        return kind_of_zip(data)
    return kind or kind_of_markup(data) or ("archive" if is_tar(data) else "txt")


def kind_by_first_bytes(data: bytes) -> str | None:
    """The kind of a file, or of its package, that its first bytes tell."""
    return next((kind for first, kind in FIRST_BYTES if data.startswith(first)), None)


def is_tar(data: bytes) -> bool:
    """Whether bytes are a tar archive, whose mark stands behind the first name."""
    at, mark = TAR
    return data[at : at + len(mark)] == mark


def kind_of_markup(data: bytes) -> str | None:
    """``html``, ``mht``, ``xml`` or ``rtf``, where bytes begin as such a file does."""
    # without byte order mark and zero bytes: a page in UTF-16 looks like one in ASCII
    first = data[:FIRST_PAGES].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()
    if first.startswith(b"{\\rtf"):
        return "rtf"
    if first[:1] != b"<":
        return "mht" if WEB_ARCHIVE.match(first[:HEAD_OF_MAIL]) else None
    at = after_prolog(first)
    if HTML.match(first, at):
        return "html"
    if first[:5].lower() == b"<?xml" or XML.match(first, at):
        return "xml"
    ends = data[-FRAGMENT_END:].replace(b"\0", b"").rstrip().endswith(b">")
    if FRAGMENT.match(first, at) and (ends or not MARKDOWN.search(first)):
        return "html"
    return None


def after_prolog(first: bytes) -> int:
    """Where comments and processing instructions end before the first element."""
    at = 0
    while True:
        at = BLANKS.match(first, at).end()  # type: ignore[union-attr]  # it takes nothing, too
        mark = next((mark for mark in PROLOG if first.startswith(mark, at)), None)
        end = first.find(PROLOG[mark], at + len(mark)) if mark else -1
        if mark is None or end < 0:
            return at
        at = end + len(PROLOG[mark])


def kind_of_zip(data: bytes) -> str:
    """Which package a zip archive is, ``zip`` for one that is none or cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            for member, kind in MEMBERS:
                if member in names:
                    return kind
            if CONTENT_TYPES in names:
                with archive.open(CONTENT_TYPES) as file:
                    types = file.read(MOST_TYPES)
                kind = next((kind for part, kind in MAIN_PARTS if part in types), "")
                if kind or any(map(DOCUMENT.match, names)):
                    return kind or "docx"
            if ODF_TYPE in names and archive.getinfo(ODF_TYPE).file_size < 200:
                told = archive.read(ODF_TYPE).decode("ascii", "replace").strip()
                return next((kind for name, kind in ODF_TYPES if told.startswith(name)), "zip")
    except BROKEN_ZIP:
        pass
    return "zip"


def begins_package(data: bytes) -> bool:
    """Whether the first bytes of a zip archive are of a package: one document, if a broken one."""
    at, length = FIRST_NAME, int.from_bytes(data[NAME_LENGTH : NAME_LENGTH + 2], "little")
    return data[at : at + length] in FIRST_PARTS


def is_package(names: Collection[str]) -> bool:
    """Whether a zip archive with members of these names is one document, not a heap of files."""
    return CONTENT_TYPES in names or ODF_TYPE in names or any(name in names for name, _ in MEMBERS)

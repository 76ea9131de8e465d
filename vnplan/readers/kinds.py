"""What kind of file bytes are, told by the bytes themselves, whatever the file is called."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

# first bytes -> kind
FIRST_BYTES = (
    (b"PK\x03\x04", "zip"),  # .docx, .xlsx, .odt
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),  # .doc, .xls, and a .docx with a password
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
)
# PDF's header may stand behind other bytes, ISO 32000-1 annex H.3.4.1: within the first 1024
PDF_WITHIN = 1024
# a page saved by a browser; not: a plan that speaks of <html> further down
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
HTML_WITHIN = 4096
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
MOST_TYPES = 1 << 20  # bytes of that part; one of a thousand pictures has a tenth
ODF_TYPES = (
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "sheet"),
    ("application/vnd.oasis.opendocument.presentation", "slides"),
)
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)

# the endings of names that documents have, where a folder holds other things too
ENDINGS = tuple(
    ".txt .md .docx .doc .odt .rtf .pdf .html .htm .mht .mhtml .png .jpg .jpeg .tif .tiff".split()
)


def kind_of(data: bytes) -> str:
    """``txt``, ``html``, ``mht``, ``pdf``, ``docx``, ``odt``, ``ole``, ``rtf``, ``image``,
    ``sheet``, ``slides`` or ``zip``; what nothing else claims is ``txt``."""
    if b"%PDF-" in data[:PDF_WITHIN]:
        return "pdf"
    kind = next((kind for first, kind in FIRST_BYTES if data.startswith(first)), None)
    if kind == "zip":
        return kind_of_zip(data)
    # without byte order mark and zero bytes: a page in UTF-16 looks like one in ASCII
    first = data[:HTML_WITHIN].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    if kind is None and HTML.match(first):
        return "html"
    if kind is None and WEB_ARCHIVE.match(first):
        return "mht"
    return kind or "txt"


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
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                told = archive.read("mimetype").decode("ascii", "replace").strip()
                return next((kind for name, kind in ODF_TYPES if told.startswith(name)), "zip")
    except BROKEN_ZIP:
        pass
    return "zip"

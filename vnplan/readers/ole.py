"""What an OLE file is, by the names in its directory, without reading its streams.

Old Word and Excel documents are OLE files ([MS-CFB]), and so is a new one with a password.
"""

from __future__ import annotations

import struct

ENTRY = 128  # bytes of an entry of the directory, which stands at a multiple of them
LENGTH_AT, TYPE_AT, START_AT = 64, 66, 116  # of the name, of the entry, of its first sector
STREAM = 2
# stream that only such a file has -> kind, in the order of trust
STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "sheet"),
    ("Book", "sheet"),
    ("PowerPoint Document", "slides"),
)
# the head of a Word document ([MS-DOC] 2.5.1), at the beginning of its stream
WORD_SIGNS = (0xA5EC, 0xA5DC)
FIRST_WORD_97 = 0xC1  # nFib
LOCKED = 0x0100  # fEncrypted


def kind_of_ole(data: bytes) -> str:
    """``doc``, ``doc95`` (Word 6 and 95), ``sheet``, ``slides``, ``encrypted`` or ``ole``."""
    for name, kind in STREAMS:
        if find_entry(data, name) is not None:
            head = word_head(data) if kind == "doc" else None
            return "doc95" if head is not None and head[0] < FIRST_WORD_97 else kind
    return "ole"


def is_locked(data: bytes) -> bool:
    """Whether a Word document has a password."""
    head = word_head(data)
    return head is not None and bool(head[1] & LOCKED)


def find_entry(data: bytes, name: str) -> int | None:
    """Where the directory has a stream of a name, None where it has none."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    at = data.find(wanted)
    while at >= 0:
        entry = data[at : at + ENTRY]
        if at % ENTRY == 0 and len(entry) == ENTRY and entry[TYPE_AT] == STREAM:
            (length,) = struct.unpack_from("<H", entry, LENGTH_AT)
            if length == len(wanted):
                return at
        at = data.find(wanted, at + 1)
    return None


def word_head(data: bytes) -> tuple[int, int] | None:
    """The version (nFib) and the flags of a Word document, None where its head is not found."""
    at = find_entry(data, "WordDocument")
    if at is None or len(data) < 512:
        return None
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        return None
    start = struct.unpack_from("<I", data, at + START_AT)[0]
    offset = (start + 1) << shift
    if offset + 12 > len(data):
        return None
    sign, version = struct.unpack_from("<HH", data, offset)
    flags = struct.unpack_from("<H", data, offset + 10)[0]
    return (version, flags) if sign in WORD_SIGNS else None

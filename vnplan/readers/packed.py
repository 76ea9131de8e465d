"""Zip packages and the XML inside them, opened so that none takes the process down.

Nothing is ever unpacked onto a disk: members are read by name into memory, their bytes counted as
they come, whatever the archive says of their size.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat

from lxml import etree

from vnplan.errors import UnreadableFile
from vnplan.readers.kinds import BROKEN_ZIP
from vnplan.readers.limits import MEGA, Limits
from vnplan.readers.wordml import Element

MOST_MEMBERS = 10_000  # a report with every photograph of a festival has some hundred
MOST_RATIO = 200  # XML of a long table packs to a fortieth
SMALL = 4 * MEGA  # what is no larger may be packed as well as it likes
MOST_MARKS = 4_000_000  # of elements and attributes in one part: 100 to 200 bytes of memory each
CHUNK = 1 << 16
LOCAL_HEADER = 30  # bytes before a member's name
ENCRYPTED = 0x1  # of a member's flags


class Package:
    """The members of a zip package by name; what is wrong with it is an ``UnreadableFile``."""

    def __init__(self, archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
        self.archive, self.name, self.limits = archive, name, limits
        self.left = limits.unpacked

    def __contains__(self, member: object) -> bool:
        return member in self.archive.NameToInfo

    def read(self, member: str) -> bytes:
        """The bytes of a member."""
        return b"".join(self.chunks(member))

    def weigh(self) -> None:
        """Nothing, when all members together unpack to what the limits allow."""
        for member in self.archive.NameToInfo:
            for _ in self.chunks(member):
                pass

    def tree(self, member: str) -> Element | None:
        """The root element of a member, None where the package has no such member."""
        return self.root_of(self.read(member), member) if member in self else None

    def root_of(self, data: bytes, member: str) -> Element:
        """The root element of XML that declares no document type."""
        return root_of(data, self.name, member, self.limits)

    def chunks(self, member: str) -> Iterator[bytes]:
        """The bytes of a member as they come, counted."""
        info = self.archive.NameToInfo[member]
        if info.flag_bits & ENCRYPTED:
            raise UnreadableFile(self.name, "file_encrypted")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.broken(f"compression {info.compress_type}")
        count = 0
        try:
            with self.archive.open(info) as file:
                while chunk := file.read(CHUNK):
                    count += len(chunk)
                    self.left -= len(chunk)
                    if self.left < 0:
                        most = self.limits.unpacked >> 20
                        raise UnreadableFile(self.name, "file_unpacks", most=most)
                    if count > SMALL and count > MOST_RATIO * max(1, info.compress_size):
                        raise UnreadableFile(self.name, "file_bomb")
                    yield chunk
        except BROKEN_ZIP as error:
            raise self.broken(str(error)) from None

    def broken(self, found: str) -> UnreadableFile:
        """The error of a package that cannot be read."""
        return UnreadableFile(self.name, "file_package", found=" ".join(found.split()) or "?")


def open_package(data: bytes, name: str, limits: Limits) -> Package:
    """The package that bytes are; raises ``UnreadableFile``."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except BROKEN_ZIP as error:
        raise UnreadableFile(name, "file_package", found=str(error)) from None
    if len(archive.filelist) > MOST_MEMBERS or overlap(archive):
        raise UnreadableFile(name, "file_bomb")
    return Package(archive, name, limits)


def overlap(archive: zipfile.ZipFile) -> bool:
    """Whether members share bytes, as those of a bomb without nested archives do."""
    infos = sorted(archive.filelist, key=lambda info: info.header_offset)
    ends = infos[0].header_offset if infos else 0  # below 0 where its beginning is lost
    for info in infos:
        if info.header_offset < ends:
            return True
        ends = info.header_offset + LOCAL_HEADER + info.compress_size
    return False


# ---------------------------------------------------------------- XML


def root_of(data: bytes, name: str, member: str, limits: Limits) -> Element:
    """The root element of XML without entities, network and document type.

    Raises ``UnreadableFile``.
    """
    refuse_document_type(data, name, member)
    if data.count(b"<") + data.count(b"=") > MOST_MARKS:
        raise UnreadableFile(name, "file_bomb")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,  # 256 elements deep and 10 MB of text in one are the most
    )
    try:
        root: Element | None = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if DEPTH.search(str(error)):
            raise UnreadableFile(name, "file_nested", most=limits.nesting) from None
        raise broken_part(name, member, str(error)) from None
    if root is None:
        raise broken_part(name, member, "no element")
    if root.xpath(f"boolean({'/*' * (limits.nesting + 1)})"):
        raise UnreadableFile(name, "file_nested", most=limits.nesting)
    return root


DEPTH = re.compile(r"[Ee]xcessive depth")


class PrologRead(Exception):
    """Raised at the root element: what stands before it declares nothing."""


def refuse_document_type(data: bytes, name: str, member: str) -> None:
    """Nothing; raises ``UnreadableFile`` for XML that declares a document type.

    Entities, and with them all bombs and files from elsewhere, can be declared nowhere else.
    """

    def stop(*_: object) -> None:
        raise PrologRead

    def refuse(*_: object) -> None:
        raise UnreadableFile(name, "file_entities")

    reader = expat.ParserCreate()
    reader.StartDoctypeDeclHandler = refuse
    reader.StartElementHandler = stop
    try:
        start, size = 0, CHUNK
        while start < len(data):
            reader.Parse(data[start : start + size], False)
            # a token that goes on is begun anew with each piece, so pieces grow; all at once is
            # no way, since behind a document type the parser would go on to its entities
            start, size = start + size, size * 2
        reader.Parse(b"", True)
    except PrologRead:
        return
    except expat.ExpatError as error:
        raise broken_part(name, member, str(error)) from None


def broken_part(name: str, member: str, found: str) -> UnreadableFile:
    """The error of a part that is no XML."""
    return UnreadableFile(name, "file_part", part=member, found=" ".join(found.split()))

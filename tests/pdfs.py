"""PDFs of our own, written by hand: words at places, drawn lines, images, old fonts, passwords."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

WIDTH, HEIGHT = 595, 842
ADVANCE = 0.5  # of the size, that every letter is wide


@dataclass
class PdfPage:
    """What a page shows; ``texts`` are x, y (from the top), size, words and their font."""

    texts: list[tuple[float, float, float, str, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    rotate: int = 0
    image: Any = None  # of Pillow, over the whole page

    def write(self, x: float, y: float, words: str, size: float = 14, font: str = "Times") -> float:
        """Writes words and gives where they end."""
        self.texts.append((x, y, size, words, font))
        return x + len(words) * size * ADVANCE

    def centre(self, x: float, y: float, words: str, size: float = 14) -> None:
        """Writes words about a middle."""
        self.write(x - len(words) * size * ADVANCE / 2, y, words, size)


def lines_of(words: str, first: float, rest: float, right: float, size: float) -> list[str]:
    """Words as lines that fit between their beginnings and the right margin."""
    lines: list[str] = []
    line = ""
    for word in words.split():
        start = rest if lines else first
        if line and start + (len(line) + 1 + len(word)) * size * ADVANCE > right:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def paragraph(
    page: PdfPage, y: float, words: str, *, left: float = 85, indent: float = 36
) -> float:
    """Writes a paragraph, its first line indented, and gives where the next line stands."""
    for n, line in enumerate(lines_of(words, left + indent, left, 540, 14)):
        page.write(left if n else left + indent, y, line)
        y += 18
    return y


def write_pdf(pages: Sequence[PdfPage], *, password: str | None = None) -> bytes:
    """The bytes of a PDF with the pages; ``password`` opens it, "" for one without asking."""
    signs = sorted({sign for page in pages for text in page.texts for sign in text[3]})
    assert len(signs) < 255, "one byte a letter"
    codes = {sign: n + 1 for n, sign in enumerate(signs)}
    fonts = sorted({text[4] for page in pages for text in page.texts})
    objects: list[bytes] = [b"", b""]  # catalogue and pages

    def add(data: bytes) -> int:
        objects.append(data)
        return len(objects)

    def stream(head: str, data: bytes) -> int:
        number = len(objects) + 1
        if password is not None:
            data = rc4(object_key(key, number), data)
        return add(f"<<{head}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream")

    owner = rc4(hashlib.md5(padded("owner")).digest()[:5], padded(password or ""))
    key = hashlib.md5(padded(password or "") + owner + b"\xff\xff\xff\xff" + ID).digest()[:5]
    shown = stream("", to_unicode(codes))
    widths = f"/FirstChar 1/LastChar 255/Widths[{' '.join(['500'] * 255)}]"
    names = {}
    metrics = add(
        b"<</Type/FontDescriptor/FontName/Times/Flags 32/FontBBox[0 -200 500 900]/ItalicAngle 0"
        b"/Ascent 900/Descent -200/CapHeight 700/StemV 80>>"
    )
    for n, font in enumerate(fonts):
        unicode = "" if font.startswith((".Vn", "VNI")) else f"/ToUnicode {shown} 0 R"
        base = font.replace(" ", "#20")
        names[font] = f"F{n}"
        add(
            f"<</Type/Font/Subtype/TrueType/BaseFont/{base}{widths}/FontDescriptor {metrics} 0 R"
            f"/Encoding/WinAnsiEncoding{unicode}>>".encode()
        )
    first_font = len(objects) - len(fonts) + 1
    resources = "".join(f"/F{n} {first_font + n} 0 R" for n in range(len(fonts)))
    kids: list[int] = []
    for page in pages:
        content: list[bytes] = []
        images = ""
        if page.image is not None:
            picture = BytesIO()
            page.image.convert("RGB").save(picture, "JPEG", quality=90)
            wide, high = page.image.size
            number = stream(
                f"/Type/XObject/Subtype/Image/Width {wide}/Height {high}/ColorSpace/DeviceRGB"
                "/BitsPerComponent 8/Filter/DCTDecode",
                picture.getvalue(),
            )
            images = f"/XObject<</I {number} 0 R>>"
            content.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q".encode())
        for x, y, size, words, font in page.texts:
            if font.startswith((".Vn", "VNI")):
                data = words.encode("cp1252")
            else:
                data = bytes(codes[sign] for sign in words)
            place = f"1 0 0 1 {x} {HEIGHT - y}"
            if page.rotate == 90:  # written upwards on a page that is turned
                # PDFium passes over a stand-in font's words that stand exactly upright
                place = f"0.01 1 -1 0.01 {y} {x}"
            content.append(f"BT /{names[font]} {size} Tf {place} Tm <{data.hex()}> Tj ET".encode())
        for x0, y0, x1, y1 in page.rules:
            content.append(f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S".encode())
        body = stream("/Filter/FlateDecode", zlib.compress(b"\n".join(content)))
        turn = f"/Rotate {page.rotate}" if page.rotate else ""
        kids.append(
            add(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]{turn}"
                f"/Contents {body} 0 R/Resources<</Font<<{resources}>>{images}>>>>".encode()
            )
        )
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{listed}]>>".encode()
    trailer = ""
    if password is not None:
        user = rc4(key, PAD)
        number = add(f"<</Filter/Standard/V 1/R 2/P -1/O<{owner.hex()}>/U<{user.hex()}>>>".encode())
        trailer = f"/Encrypt {number} 0 R/ID[<{ID.hex()}><{ID.hex()}>]"
    return assembled(objects, trailer)


def assembled(objects: list[bytes], trailer: str) -> bytes:
    """The objects as a file with its table of places."""
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    places: list[int] = []
    for number, data in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj".encode() + data + b"\nendobj\n")
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010} 00000 n \n".encode())
    out.write(f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\n".encode())
    out.write(f"startxref\n{table}\n%%EOF\n".encode())
    return out.getvalue()


def to_unicode(codes: dict[str, int]) -> bytes:
    """The map from a font's bytes to letters."""
    pairs = [f"<{code:02X}><{sign.encode('utf-16-be').hex()}>" for sign, code in codes.items()]
    blocks = [pairs[n : n + 100] for n in range(0, len(pairs), 100)]
    listed = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        f"1 begincodespacerange <00><FF> endcodespacerange\n{listed}\nendcmap end end"
    ).encode()


# ---------------------------------------------------------------- passwords: ISO 32000-1, 7.6.3

PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
ID = b"0123456789abcdef"


def padded(password: str) -> bytes:
    """A password of 32 bytes."""
    return (password.encode("latin-1") + PAD)[:32]


def object_key(key: bytes, number: int) -> bytes:
    """The key of an object."""
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[: len(key) + 5]


def rc4(key: bytes, data: bytes) -> bytes:
    """Data encrypted, or decrypted."""
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)

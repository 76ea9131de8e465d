"""Word documents (``.docx``), as Word shows them with its changes accepted."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vnplan.broken import is_broken
from vnplan.errors import UnreadableFile
from vnplan.lexicon import symbols
from vnplan.readers.legacy_fonts import charset_of_font, decode_font
from vnplan.readers.numbering import Label, as_number, read_numbering
from vnplan.readers.packed import Package, open_package
from vnplan.readers.reading import Reading, Wish
from vnplan.readers.tables import (
    COLUMNS_APART,
    GAP,
    NATIONAL,
    Piece,
    read_table,
    set_out_table,
)
from vnplan.readers.wordml import (
    NOTHING,
    ON,
    PACKAGE_RELATIONS,
    RELATIONS,
    STRICT,
    Element,
    Looks,
    Said,
    Styles,
    child,
    children,
    is_on,
    is_symbol_font,
    read_looks,
    read_place,
    value,
    w,
)
from vnplan.records import Doubt
from vnplan.views import folded, normalize, plain_signs

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCUMENT = "word/document.xml"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def read(data: bytes, name: str, wish: Wish) -> Reading:
    """The text of a Word document; raises ``UnreadableFile``."""
    text, doubts = text_and_doubts(open_package(data, name, wish.limits))
    return Reading(text, MEDIA_TYPE, doubts=doubts)


def text_and_doubts(package: Package, *, deleted: bool = False) -> tuple[str, tuple[Doubt, ...]]:
    """The text of a document, what was deleted among it if asked for, and what it leaves out."""
    parts = Parts(package)
    body = child(parts.document, "body")
    if body is None:
        raise UnreadableFile(package.name, "file_without", found=parts.member)
    walk = Walk(parts, deleted=deleted)
    pieces = walk.story(body)
    if not has_letterhead(pieces):
        head = letterhead(parts, body, deleted=deleted)
        pieces = [*head, GAP, *pieces] if has_letterhead(head) else pieces
    text = normalize(UNSEEN.sub("", set_out(pieces)))
    return text, tuple(find_doubts(text, body, walk.unread))


# what is looked at one by one, some 20 microseconds each; 1000 pages have 100 thousand
READ_ONE_BY_ONE = tuple(w(name) for name in ("p", "r", "tbl", "tr", "tc", "style", "lvl"))
MOST_READ = 500_000


def find_doubts(text: str, body: Element, fields: set[str]) -> Iterator[Doubt]:
    """What a person should know of a document that shows more than its text says."""
    images = max(sum(1 for _ in body.iter(form)) for form in IMAGES)  # often in both forms
    if images and sum(map(str.isalpha, text)) < FEW_LETTERS:
        message = f"no text but images ({images}): saved as PDF, they can be recognized"
        yield Doubt(code="image_without_text", message=message)
    unread = {UNREAD[element.tag] for element in body.iter(*UNREAD)}
    unread |= {f"the numbers of {field} fields" for field in fields}
    if unread:
        message = f"parts of the document were not read: {', '.join(sorted(unread))}"
        yield Doubt(code="part_not_read", message=message)


FEW_LETTERS = 100  # a plan on one page has a thousand; a scan may have a page number beneath it
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
VML = "{urn:schemas-microsoft-com:vml}"
IMAGES = (f"{{{DRAWING}/main}}blip", f"{VML}imagedata")
# what holds words in a part, or a program, of its own -> how it is called
UNREAD = {
    w("altChunk"): "a file put into the text (altChunk)",
    w("subDoc"): "a document linked to (subDoc)",
    f"{{{DRAWING}/diagram}}relIds": "a diagram (SmartArt)",
    f"{{{DRAWING}/chart}}chart": "a chart",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "an embedded object",
}
# fields whose number Word counts and does not write down
COUNTED_FIELDS = frozenset(("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"))

# control signs: XML can say &#13;, and numbers of symbols any; none can be seen
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Parts:
    """The parts of a package that make the text."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.member = self.find_document()
        document = self.tree(self.member)
        if document is None:
            raise UnreadableFile(package.name, "file_without", found=self.member)
        self.document = document
        self.relations = dict(self.read_relations(self.member))
        self.styles = Styles(self.related("styles"))
        self.numbers = self.related("numbering")
        self.notes = {
            (kind, note.get(w("id"), "")): note
            for kind in ("footnote", "endnote")
            for note in self.notes_of(kind)
        }

    def tree(self, member: str) -> Element | None:
        """The root element of a part, in the names that Word writes."""
        if member not in self.package:
            return None
        data = self.package.read(member)
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        root = self.package.root_of(data, member)
        if sum(1 for _ in root.iter(*READ_ONE_BY_ONE)) > MOST_READ:
            raise UnreadableFile(self.package.name, "file_bomb")
        return root

    def find_document(self) -> str:
        """The member that the package names as its document."""
        for _, (kind, target) in self.read_relations(""):
            if kind == "officeDocument" and target in self.package:
                return target
        return DOCUMENT

    def read_relations(self, member: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """The id, kind and target of all that a part refers to inside the package."""
        folder, _, file = member.rpartition("/")
        root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return
        for relation in root.iterchildren(f"{{{PACKAGE_RELATIONS}}}Relationship"):
            if relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rpartition("/")[2]
                target = posixpath.join("/", folder, relation.get("Target", ""))
                yield relation.get("Id", ""), (kind, posixpath.normpath(target).lstrip("/"))

    def related(self, kind: str) -> Element | None:
        """The part of a kind."""
        targets = (target for one, target in self.relations.values() if one == kind)
        target = next(targets, None)
        return None if target is None else self.tree(target)

    def notes_of(self, kind: str) -> Iterator[Element]:
        """The footnotes or endnotes, without the lines that part them from the text."""
        root = self.related(f"{kind}s")
        if root is not None:
            for note in children(root, kind):
                if note.get(w("type"), "normal") == "normal":
                    yield note


# ---------------------------------------------------------------- runs


class Runs:
    """The runs of a paragraph, those of one font behind one another made one."""

    def __init__(self) -> None:
        self.parts: list[tuple[str | None, bool, list[str]]] = []

    def add(self, text: str, looks: Looks) -> None:
        """Puts text behind what there is."""
        key = (looks.font, bool(looks.capitals))
        if not self.parts or self.parts[-1][:2] != key:
            self.parts.append((*key, []))
        self.parts[-1][2].append(text)

    def extend(self, other: Runs) -> None:
        """Puts all of another's behind what there is."""
        for font, capitals, texts in other.parts:
            self.add("".join(texts), Looks(font, capitals))

    @property
    def full(self) -> bool:
        """Whether there is a sign that can be seen."""
        return any(text.strip() for _, _, texts in self.parts for text in texts)

    def text(self) -> str:
        """What is shown."""
        parts = self.parts
        return "".join(shown("".join(texts), font, capitals) for font, capitals, texts in parts)


PRIVATE = re.compile(r"[\uf020-\uf0ff]")  # bytes of symbol fonts


def shown(text: str, font: str | None, capitals: bool) -> str:
    """The text of a run in its font."""
    if is_symbol_font(font):
        return "".join(picture(sign, font or "") for sign in text)
    if SOFT_HYPHEN in text:
        if charset_of_font(font or "") is None:
            text = text.replace(SOFT_HYPHEN, "")
        else:
            words = (without_hyphens(word, font or "") for word in SPACES.split(text))
            text = "".join(words)
    text = decode_font(text, font or "")
    text = PRIVATE.sub(lambda sign: picture(sign[0], "symbol"), text)
    return text.upper() if capitals else text


SOFT_HYPHEN = "\u00ad"
SPACES = re.compile(r"(\s+)")


def without_hyphens(word: str, font: str) -> str:
    """A word of an old font without the soft hyphens that are no letter in it.

    In TCVN3 the letter ``ư`` has the same number: ``n­íc`` is ``nước``, ``­Bé`` is ``Bộ``.
    """
    if SOFT_HYPHEN not in word or len(word) > LONGEST_WORD:
        return word
    if not any(sign.isalnum() for sign in word):
        return word.replace(SOFT_HYPHEN, "")
    if not is_broken(decode_font(word, font)):
        return word
    places = (i for i, sign in enumerate(word) if sign == SOFT_HYPHEN)
    forms = (word[:i] + word[i + 1 :] for i in places)
    return next((form for form in forms if not is_broken(decode_font(form, font))), word)


LONGEST_WORD = 20  # signs, with what stands round it


def picture(sign: str, font: str) -> str:
    """A sign of a symbol font as a person would type it."""
    table = symbols.SYMBOL if font.strip().lower() == "symbol" else symbols.WINGDINGS
    if PRIVATE.match(sign):
        return table.get(ord(sign) & 0xFF, symbols.BULLET)
    return table.get(ord(sign), sign)


class Field:
    """A field that has begun: its instruction, and whether its result has."""

    def __init__(self) -> None:
        self.instruction = ""
        self.drops = True  # an instruction is not shown

    def tell(self, words: str) -> None:
        """Puts words behind the instruction; its first one is what matters."""
        if len(self.instruction) < LONGEST_INSTRUCTION:
            self.instruction += words[:LONGEST_INSTRUCTION]

    def give_result(self) -> None:
        """Begins the result, which is shown but for a table of contents."""
        self.drops = self.instruction.split()[:1] == ["TOC"]


LONGEST_INSTRUCTION = 200


# what stands in a document and shows nothing of its own
SILENT = frozenset(
    w(name)
    for name in (
        "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr",
        "proofErr", "instrText", "delInstrText", "customXmlPr", "smartTagPr", "rt", "altChunk",
        "commentReference", "annotationRef", "footnoteRef", "endnoteRef", "pgNum", "tblPrEx",
    )
)  # fmt: skip
DELETED = frozenset((w("del"), w("moveFrom")))
NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
# elements of a run that are a sign
SIGNS = {
    w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-",
    w("softHyphen"): "\u00ad",
}  # fmt: skip
TEXT, DELETED_TEXT, RUN, BREAK, SYM = w("t"), w("delText"), w("r"), w("br"), w("sym")
FIELD_SIGN, INSTRUCTION, BOX = w("fldChar"), w("instrText"), w("txbxContent")
PARAGRAPH, TABLE, CONTROL = w("p"), w("tbl"), w("sdt")
WORD_ART, SIMPLE_FIELD = f"{VML}textpath", w("fldSimple")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Open(NamedTuple):
    """A paragraph whose end is not shown: what follows stands on its line."""

    runs: Runs
    after: list[Piece]


MADE_AGAIN = 3  # words in a table are counted as those of its cells, too


class Walk:
    """A walk through the stories of a document, in order: labels and notes are counted."""

    def __init__(self, parts: Parts, *, deleted: bool = False) -> None:
        self.parts, self.deleted = parts, deleted
        self.styles = parts.styles
        self.numbering = read_numbering(parts.numbers, self.styles.list_of)
        self.fields: list[Field] = []
        self.balanced = True
        self.open: Open | None = None
        self.noted = {"footnote": 0, "endnote": 0}
        self.in_note = False
        self.unread: set[str] = set()  # kinds of fields
        self.made = 0  # characters of all stories

    def story(self, element: Element) -> list[Piece]:
        """The lines of a body, a cell, a text box or a note."""
        outside = self.open, self.fields, self.balanced
        self.open, self.fields, self.balanced = None, [], balanced(element)
        pieces = [*self.counted(self.blocks(element)), *self.left_open()]
        self.open, self.fields, self.balanced = outside
        return pieces

    def counted(self, pieces: Iterator[Piece]) -> Iterator[Piece]:
        """The pieces; raises ``UnreadableFile`` where labels and tables make too much of little."""
        package = self.parts.package
        for piece in pieces:
            self.made += len(piece.text)
            if self.made > MADE_AGAIN * package.limits.text:
                raise UnreadableFile(package.name, "file_too_long", most=package.limits.text)
            yield piece

    def left_open(self) -> list[Piece]:
        """The lines of a last paragraph whose end is not shown."""
        if self.open is None:
            return []
        return [*lines_of(self.open.runs.text()), *self.open.after]

    # ------------------------------------------------------------ paragraphs and tables

    def blocks(self, element: Element) -> Iterator[Piece]:
        """The lines of what stands in an element."""
        for block in element.iterchildren():
            if block.tag == PARAGRAPH:
                yield from self.paragraph(block)
            elif block.tag == TABLE:
                if not self.dropped():
                    yield from set_out_table(read_table(block, self.styles, self.story))
            elif block.tag == CONTROL and (is_contents(block) or is_unfilled(block)):
                continue
            elif block.tag not in SILENT and (self.deleted or block.tag not in DELETED):
                yield from self.blocks(chosen(block))

    def paragraph(self, paragraph: Element) -> Iterator[Piece]:
        """The lines of a paragraph, behind them its text boxes and notes."""
        properties = child(paragraph, "pPr")
        mark = child(properties, "rPr")
        style = self.styles.said(self.styles.style_of(properties))
        under = style.looks.over(self.styles.beneath)
        own, after = Runs(), list[Piece]()
        silent = self.dropped()
        self.inline(paragraph, under, own, after)
        of_mark = read_looks(mark).over(under)
        gone = not self.deleted and any(child(mark, tag) is not None for tag in ("del", "moveFrom"))
        hidden = bool(of_mark.hidden)
        runs = Runs()
        if not (gone or (hidden and not own.parts) or (silent and self.dropped())):
            self.put_label(runs, properties, style, of_mark, own.full)
        if self.open is not None:
            runs.extend(self.open.runs)
            after = [*self.open.after, *after]
        runs.extend(own)
        if gone or hidden:
            self.open = Open(runs, after)
            return
        self.open = None
        side = value(child(properties, "jc")) or style.side
        yield from lines_of(runs.text(), centred=side == "center")
        yield from after

    def put_label(
        self, runs: Runs, properties: Element | None, style: Said, looks: Looks, full: bool
    ) -> None:
        """Puts the label of a numbered paragraph before its text."""
        label = self.label_of(properties, style)
        if label is None or (label.level.kind == "bullet" and not full):
            return
        looks = read_looks(label.level.looks)._replace(hidden=None).over(looks)
        if label.level.kind == "bullet":
            sign = bullet(label.text, looks.font)
            runs.add(sign + (label.gap if sign else ""), NOTHING)
        elif label.text:
            runs.add(label.text, looks)
            runs.add(label.gap, NOTHING)

    def label_of(self, properties: Element | None, style: Said) -> Label | None:
        """The label of a paragraph, counted; None for one without."""
        place = read_place(properties)
        list_id = place.list_id if place.list_id is not None else style.list_id
        if list_id is None or list_id == "0":
            return None
        depth = place.depth
        if depth is None:
            bound = (self.numbering.depth_of_style(list_id, name) for name in style.names)
            depth = next((found for found in bound if found is not None), None)
        if depth is None and place.list_id is None:
            depth = style.depth
        return self.numbering.next_label(list_id, depth or 0)

    # ------------------------------------------------------------ inside a paragraph

    def inline(self, element: Element, looks: Looks, runs: Runs, after: list[Piece]) -> None:
        """Puts what an element shows behind ``runs``, and what stands beside it into ``after``."""
        for inside in element.iterchildren():
            tag = inside.tag
            if tag == RUN:
                properties = child(inside, "rPr")
                style = self.styles.said(value(child(properties, "rStyle")))
                own = read_looks(properties).over(style.looks).over(looks)
                self.run(inside, own, runs, after)
            elif tag in DELETED:
                if self.deleted:
                    self.inline(inside, looks, runs, after)
            elif tag == CONTROL and is_unfilled(inside):
                continue
            elif tag == BOX:
                after += self.story(inside)
            elif tag == f"{MATH}t":
                runs.add(inside.text or "", NOTHING)
            elif tag == WORD_ART:
                after += (Piece(line.strip()) for line in drawn_words(inside).splitlines())
            elif tag not in SILENT:
                if tag == SIMPLE_FIELD:
                    self.end_field(inside.get(w("instr"), "")[:LONGEST_INSTRUCTION])
                self.inline(chosen(inside), looks, runs, after)

    def run(self, run: Element, looks: Looks, runs: Runs, after: list[Piece]) -> None:
        """Puts what a run shows behind ``runs``."""
        for inside in run.iterchildren():
            tag = inside.tag
            if tag == FIELD_SIGN:
                self.field_sign(inside)
            elif tag == INSTRUCTION:
                if self.fields:
                    self.fields[-1].tell(inside.text or "")
            elif looks.hidden or self.dropped() or tag in SILENT:
                continue
            elif tag == TEXT or (tag == DELETED_TEXT and self.deleted):
                runs.add(words_of(inside), looks)
            elif tag in SIGNS:
                runs.add(SIGNS[tag], looks)
            elif tag == BREAK:
                runs.add("\n", looks)
            elif tag == SYM:
                runs.add(*symbol(inside, looks))
            elif tag in NOTES:
                self.note(inside, NOTES[tag], runs, after)
            elif tag == BOX:
                after += self.story(inside)
            elif tag != DELETED_TEXT:
                self.inline(chosen(inside), looks, runs, after)

    def field_sign(self, sign: Element) -> None:
        """Keeps count of where a field begins, shows its result and ends."""
        kind = sign.get(w("fldCharType"))
        if not self.balanced:
            return
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].give_result()
        elif kind == "end" and self.fields:
            self.end_field(self.fields.pop().instruction)

    def end_field(self, instruction: str) -> None:
        """Notes a field that Word shows a number for, which stands nowhere."""
        self.unread.update(COUNTED_FIELDS.intersection(instruction.upper().split()[:1]))

    def dropped(self) -> bool:
        """Whether text that stands here is not shown."""
        return any(field.drops for field in self.fields)

    def note(self, sign: Element, kind: str, runs: Runs, after: list[Piece]) -> None:
        """Puts the sign of a note behind ``runs`` and the note behind the paragraph."""
        note = self.parts.notes.get((kind, sign.get(w("id"), "")))
        if note is None or self.in_note:
            return
        # a note is read where it is first referred to
        del self.parts.notes[kind, sign.get(w("id"), "")]
        self.in_note = True
        pieces = self.story(note)
        self.in_note = False
        text = " ".join(piece.text for piece in pieces if piece.text)
        if not text:
            return
        if sign.get(w("customMarkFollows")) in ON:
            after.append(Piece(text))
            return
        self.noted[kind] += 1
        count = as_number(self.noted[kind], "lowerRoman" if kind == "endnote" else "decimal")
        runs.add(f"[{count}]", NOTHING)
        after.append(Piece(f"[{count}] {text}"))


def chosen(element: Element) -> Element:
    """The first of the forms in which something is there for newer and older programs.

    One without words does not stand for another that has some.
    """
    if element.tag != f"{CHOICE}AlternateContent":
        return element
    forms = [*element.iterchildren(f"{CHOICE}Choice"), *element.iterchildren(f"{CHOICE}Fallback")]
    return next(filter(has_words, forms), forms[0] if forms else element)


def has_words(form: Element) -> bool:
    """Whether something in an element can be read."""
    if any((words.text or "").strip() for words in form.iter(TEXT, DELETED_TEXT, f"{MATH}t")):
        return True
    return any(drawn_words(art) for art in form.iter(WORD_ART))


def drawn_words(art: Element) -> str:
    """The words of old WordArt."""
    return str(art.get("string", "")).strip()


def balanced(element: Element) -> bool:
    """Whether each field that begins ends; where one does not, only instructions are dropped."""
    depth = 0
    for sign in element.iter(FIELD_SIGN):
        kind = sign.get(w("fldCharType"))
        depth += (kind == "begin") - (kind == "end")
        if not 0 <= depth <= MOST_FIELDS:
            return False
    return depth == 0


MOST_FIELDS = 64  # inside one another


def is_contents(control: Element) -> bool:
    """Whether a content control holds a table of contents."""
    gallery = child(child(child(control, "sdtPr"), "docPartObj"), "docPartGallery")
    return value(gallery) == "Table of Contents"


def is_unfilled(control: Element) -> bool:
    """Whether a content control shows what should be filled in: Click here to enter text."""
    return is_on(child(child(control, "sdtPr"), "showingPlcHdr")) is True


def words_of(text: Element) -> str:
    """The text of a ``w:t``: white space at its ends counts only where it says so."""
    words = (text.text or "").replace("\n", " ").replace("\r", " ")
    return words if text.get(SPACE) == "preserve" else words.strip(" \t")


def symbol(sign: Element, looks: Looks) -> tuple[str, Looks]:
    """The sign of a ``w:sym`` and the font it stands in."""
    try:
        code = int(sign.get(w("char"), ""), 16)
    except ValueError:
        return "", looks
    seen = 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000
    letter = chr(code) if seen else ""
    return letter, looks._replace(font=sign.get(w("font")) or looks.font)


def bullet(text: str, font: str | None) -> str:
    """The sign before an item as a person would type it; ``-`` stays, pictures become one."""
    sign = shown(text, font, False).strip()
    if sign in ("o", "\u25e6"):  # Courier New's letter is Word's second bullet
        return "\u25cb"
    if len(sign) == 1 and not sign.isalnum() and sign not in symbols.TYPED_BULLETS:
        return "-" if unicodedata.category(sign) == "Pd" else symbols.BULLET
    return sign


# ---------------------------------------------------------------- letterhead and setting out

HEAD = 1500  # characters in which a letterhead stands
LONG = 60  # a line of the body that is longer stands apart from the next


def has_letterhead(pieces: Sequence[Piece]) -> bool:
    """Whether the country's or the party's motto stands at the beginning."""
    head = "\n".join(piece.text for piece in pieces[:60])[:HEAD]
    return NATIONAL.search(folded(plain_signs(head))) is not None


def letterhead(parts: Parts, body: Element, *, deleted: bool) -> list[Piece]:
    """The lines of the first page's header."""
    section = next(body.iter(w("sectPr")), None)
    if section is None:
        return []
    kind = "first" if child(section, "titlePg") is not None else "default"
    for reference in children(section, "headerReference"):
        if reference.get(w("type"), "default") == kind:
            _, target = parts.relations.get(reference.get(f"{{{RELATIONS}}}id", ""), ("", ""))
            root = parts.tree(target)
            if root is not None:
                return Walk(parts, deleted=deleted).story(root)
    return []


# takes: 1.\tMục đích    -\tTổ chức    IV/\t    not: Chủ trì:\tSở A
LABEL_GAP = re.compile(r"^(\W{1,3}|\W?\w{1,5}(?:\.\w{1,3}){0,6}[.)/:\]]+)[ ]*\t\s*")


def lines_of(text: str, *, centred: bool = False) -> list[Piece]:
    """The lines of a paragraph, an empty one for a paragraph without words."""
    lines = [tidy(line) for line in text.split("\n")]
    if not any(lines):
        return [GAP]
    return [Piece(line, centred=centred) for line in lines if line]


def tidy(line: str) -> str:
    """A line without space round it; a label stands before its words, tabs part columns."""
    line = LABEL_GAP.sub(r"\1 ", line.strip())
    columns = (column.strip() for column in line.split("\t"))
    return COLUMNS_APART.join(filter(None, columns)) if "\t" in line else line


def set_out(pieces: Sequence[Piece]) -> str:
    """The text of lines: paragraphs stand apart, the lines of a letterhead and rows together."""
    lines: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        if piece.kind == "gap":
            if lines and lines[-1]:
                lines.append("")
            before = None
            continue
        if before is not None and stand_apart(before, piece):
            lines.append("")
        lines.append(piece.text)
        before = piece
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def stand_apart(before: Piece, piece: Piece) -> bool:
    """Whether an empty line stands between two."""
    if before.kind != piece.kind or before.centred != piece.centred:
        return True
    if piece.centred:
        return False
    return piece.kind == "body" and max(len(before.text), len(piece.text)) > LONG

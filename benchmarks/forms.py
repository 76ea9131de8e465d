"""What is lost when a plan comes as Word, PDF, web page or scan: ``make forms``.

Builds of each text (seeds and real ones of ../shared, our own in corpora/ and tests/golden) the
files that an office would have of it, reads each back and scores the record beside the gold,
as the record of the ``.txt`` is scored. Printed is, for each document, the macro F1 of the
``.txt`` and what each form loses of it; exit code 1 where a form of one of them loses more than
the limit of the form, or cannot be read.

    python benchmarks/forms.py --forms docx,pdf --documents so-tu-phap-2025
    python benchmarks/forms.py --sets seeds,real --keep /tmp/forms   # the built files, for a look
    python benchmarks/forms.py --show so-tu-phap-2025 pdf            # what became of its lines
    python benchmarks/forms.py --originals                          # the files of real offices

The forms
  paper      the joined paragraphs as plain text: what the builder itself loses, no reader
  docx       by python-docx, headings numbered by Word's lists
  docx-lo    by LibreOffice, from OpenDocument lists
  odt pdf    by LibreOffice, from the first .docx
  doc rtf    by LibreOffice, from one whose lists begin anew as new lists, since its writers lose
             overrides there; for rtf with words of labels typed, since it loses their letters
  html       a page with navigation, sidebar and footer, <ol type>
  scan       the PDF's pages as pictures, 200 to 300 dpi, askew and noisy

How it is scored: as ``vnplan evaluate`` and ../shared/tools/score.py do, spans aside, since the
texts differ. Scalars, bases, citations, sections (path and kind) and recipients need none.
Awards agree by form, authority and occasion. These make the macro F1 that is limited. Phases,
deadlines, criteria and obligations are counted apart (--all-fields): two of them are the same if
their words are (half of them shared, 0.85 of the letters for deadlines), the best pairs first.
A name that the gold has with letters lost is held equal to the whole one of an original.
A document without gold is measured by the record of its own ``.txt``.
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from papers.odf import write_odf
from papers.office import convert, has_office, scan
from papers.paper import as_lines, read_paper
from papers.web import write_html
from papers.word import write_docx

import vnplan
from vnplan.evaluate import alike, evaluate, items_of, words
from vnplan.gold import read_record
from vnplan.pairing import best_pairs
from vnplan.readers import read_file
from vnplan.readers.ocr import has_tesseract
from vnplan.scores import SCALARS, Scores
from vnplan.text import read_text
from vnplan.views import normalize

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpora"

FORMS = ("paper", "docx", "docx-lo", "doc", "odt", "rtf", "pdf", "html", "scan")
LIMITS = dict.fromkeys(FORMS, 0.01) | {"pdf": 0.02, "scan": 0.08}
ORIGINAL_LIMIT, SCANNED_LIMIT = 0.05, 0.10
SCANNED = ("so-y-te-2084-2017",)  # an original that is a scan
WITHOUT_SPANS = (*SCALARS, "legal_bases", "citations", "sections", "awards", "recipients")
WITH_SPANS = ("phases", "deadlines", "criteria", "obligations")
SETS = ("seeds", "real", "golden", "corpora")
VARIETIES = 4


@dataclass(frozen=True)
class Document:
    """A text, and the gold record beside it where there is one."""

    name: str
    text: Path
    gold: Path | None

    @property
    def variety(self) -> int:
        """Which of the ways of making a file is this document's."""
        return sum(self.name.encode()) % VARIETIES


# ---------------------------------------------------------------- the command


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code: 1 where a form loses more than its limit or cannot be read."""
    args = options().parse_args(argv)
    documents = find_documents(args.sets.split(","), args.documents)
    if args.show:
        documents = [d for d in find_documents(SETS, None) if d.name == args.show[0]]
        if not documents:
            raise SystemExit(f"no document {args.show[0]}")
    if not documents:
        print("no documents: the seeds and real ones lie in ../shared")
        return 0
    if args.originals:
        return original_scores(documents, everything=args.all_fields, show=args.show)
    forms = args.show[1:] if args.show else possible(args.forms.split(","))
    with tempfile.TemporaryDirectory(prefix="forms-") as place:
        folder = args.keep or Path(place)
        files = build(documents, forms, folder)
        if args.show:
            return show_lines(documents[0].text, files[documents[0].name, args.show[1]])
        return score_files(documents, forms, files, everything=args.all_fields)


def options() -> argparse.ArgumentParser:
    """The options."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--forms", default=",".join(FORMS), help="some of the forms")
    parser.add_argument("--sets", default=",".join(SETS), help="some of %(default)s")
    parser.add_argument("--documents", metavar="NAME,…", help="some documents, by part of a name")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where the files stay")
    parser.add_argument("--show", nargs=2, metavar=("DOC", "FORM"), help="the difference in lines")
    parser.add_argument("--originals", action="store_true", help="the files of real offices")
    parser.add_argument("--all-fields", action="store_true", help="limit fields with spans too")
    return parser


def possible(forms: Iterable[str]) -> list[str]:
    """The forms that can be made here; those that cannot are told."""
    wanted = list(forms)
    unknown = [form for form in wanted if form not in FORMS]
    if unknown:
        raise SystemExit(f"no such form: {', '.join(unknown)}; there are {', '.join(FORMS)}")
    missing: list[str] = []
    if not has_office():
        missing += ["docx-lo", "doc", "odt", "rtf", "pdf", "scan"]
        print("without LibreOffice (apt-get install libreoffice-writer-nogui) no", *missing)
    elif not has_tesseract():
        missing = ["scan"]
        print("without tesseract (apt-get install tesseract-ocr tesseract-ocr-vie) no scan")
    return [form for form in wanted if form not in missing]


def find_documents(sets: Iterable[str], named: str | None) -> list[Document]:
    """The documents of some sets, those with one of the names if names are given."""
    found: list[Document] = []
    for name in sets:
        if name in ("seeds", "real"):
            for path in sorted((SHARED / name).glob("*.txt")):
                found.append(Document(path.stem, path, path.with_suffix(".gold.json")))
        elif name == "golden":
            for path in sorted((ROOT / "tests" / "golden").glob("*/text.txt")):
                found.append(Document(path.parent.name, path, path.with_name("gold.json")))
        elif name == "corpora":
            for path in sorted((ROOT / "corpora").glob("*/*.txt")):
                found.append(Document(f"{path.parent.name}.{path.stem}", path, None))
        else:
            raise SystemExit(f"no such set: {name}; there are {', '.join(SETS)}")
    wanted = named.split(",") if named else [""]
    return [document for document in found if any(part in document.name for part in wanted)]


# ---------------------------------------------------------------- building

Files = dict[tuple[str, str], Path]


def build(documents: Sequence[Document], forms: Sequence[str], folder: Path) -> Files:
    """The files of all documents in the forms wanted."""
    wanted = set(forms)
    if "scan" in wanted:
        wanted.add("pdf")
    if wanted & {"odt", "pdf"}:
        wanted.add("docx")
    wanted |= {f"for-{form}" for form in ("doc", "rtf") if form in wanted}
    files: Files = {}
    for form in ("paper", "docx", "for-doc", "for-rtf", "docx-lo", "html"):
        if form in wanted:
            (folder / form).mkdir(parents=True, exist_ok=True)
            for document in documents:
                files[document.name, form] = build_one(document, form, folder / form)
    for form, made in (("doc", "for-doc"), ("odt", "docx"), ("rtf", "for-rtf"), ("pdf", "docx")):
        if form in wanted:
            convert([files[document.name, made] for document in documents], form, folder / form)
            for document in documents:
                files[document.name, form] = folder / form / f"{document.name}.{form}"
    if "docx-lo" in wanted:
        convert([files[document.name, "docx-lo"] for document in documents], "docx", folder / "lo")
        for document in documents:
            files[document.name, "docx-lo"] = folder / "lo" / f"{document.name}.docx"
    if "scan" in wanted:
        (folder / "scan").mkdir(exist_ok=True)
        for document in documents:
            target = folder / "scan" / f"{document.name}.x"
            pdf = files[document.name, "pdf"]
            files[document.name, "scan"] = scan(pdf, target, variety=document.variety)
    return files


def build_one(document: Document, form: str, folder: Path) -> Path:
    """The file of one document that we write ourselves."""
    paper = read_paper(vnplan.read(document.text).text or "", document.name)
    ending = {"paper": "txt", "docx-lo": "fodt", "for-doc": "docx", "for-rtf": "docx"}.get(
        form, form
    )
    path = folder / f"{document.name}.{ending}"
    if form == "paper":
        path.write_text(as_lines(paper), encoding="utf-8")
    elif form.startswith("for-"):
        latin = form == "for-rtf"
        write_docx(paper, path, variety=document.variety, fresh=True, latin=latin)
    else:
        write = {"docx": write_docx, "docx-lo": write_odf, "html": write_html}[form]
        write(paper, path, variety=document.variety)
    return path


# ---------------------------------------------------------------- scoring

Record = dict[str, Any]


def without_spans(gold: Record, predicted: Record) -> tuple[Record, Record]:
    """Both records with spans that are the same where two items have the same words.

    All awards get one span, so that their form, authority and occasion decide.
    """
    ours, theirs = dict(gold), dict(predicted)
    for record in (ours, theirs):
        record["awards"] = [{**award, "span": [0, 1]} for award in items_of(record, "awards")]
    for field in WITH_SPANS:
        mine, others = items_of(gold, field), items_of(predicted, field)
        pairs = dict(best_pairs(mine, others, likeness(field)))
        taken = {j: i for i, j in pairs.items()}
        ours[field] = [{**item, "span": at(i)} for i, item in enumerate(mine)]
        theirs[field] = [
            {**item, "span": at(taken[j]) if j in taken else at(len(mine) + j)}
            for j, item in enumerate(others)
        ]
    return ours, theirs


def at(i: int) -> list[int]:
    """The span that stands for the place of an item."""
    return [3 * i, 3 * i + 1]


def likeness(field: str) -> Callable[[Mapping[str, Any], Mapping[str, Any]], float]:
    """How far the words of two items agree, 0 for not enough; a little more in one section."""

    def weight(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> float:
        one, other = words(gold.get("text")) or "", words(predicted.get("text")) or ""
        if field == "deadlines" and not alike(one, other, 0.85):
            return 0.0
        first, second = Counter(one.split()), Counter(other.split())
        both = (first | second).total()
        share = (first & second).total() / both if both else 0.0
        if share < 0.5 and field != "deadlines":
            return 0.0
        return share + 0.1 + 0.05 * (gold.get("section") == predicted.get("section"))

    return weight


def scored(gold: Record, predicted: Record) -> Scores:
    """The scores of a record, spans aside."""
    return evaluate(*without_spans(gold, predicted))


def macro(scores: Scores, fields: Iterable[str]) -> float:
    """The mean F1 of the fields that have one."""
    values = [value for field in fields if (value := scores.fields[field].f1) is not None]
    return sum(values) / len(values) if values else 1.0


def record_of(path: Path) -> Record:
    """The record of a file; raises what its reader raises."""
    text, source = read_file(path)
    return vnplan.parse(text, source=source).model_dump(mode="json")


def gold_of(document: Document) -> Record:
    """The gold record, or the record of the ``.txt`` where there is none."""
    if document.gold is not None and document.gold.exists():
        return read_record(document.gold)
    return record_of(document.text)


def score_files(
    documents: Sequence[Document], forms: Sequence[str], files: Files, *, everything: bool
) -> int:
    """Prints what each form of each document loses; the exit code."""
    fields = (*WITHOUT_SPANS, *WITH_SPANS) if everything else WITHOUT_SPANS
    widest = max(len(document.name) for document in documents)
    print(f"{'macro F1, then what is lost of it':<{widest}}  {'txt':>6}", end="")
    print("".join(f"{form:>9}" for form in forms))
    totals = {form: Scores() for form in ("txt", *forms)}
    failures: list[str] = []
    for document in documents:
        gold = gold_of(document)
        base = scored(gold, record_of(document.text))
        totals["txt"] += base
        best = macro(base, fields)
        print(f"{document.name:<{widest}}  {best:6.3f}", end="", flush=True)
        for form in forms:
            trouble = ""
            try:
                told = scored(gold, record_of(files[document.name, form]))
            except Exception as error:
                told = scored(gold, {})
                trouble = f": {type(error).__name__}: {error}"
                if not isinstance(error, vnplan.UnreadableFile):
                    traceback.print_exc()
            totals[form] += told
            lost = best - macro(told, fields)
            over = lost > LIMITS[form] + 1e-9
            if over and not trouble:
                trouble = f" loses {lost:.3f}: {worst(base, told)}"
            if trouble:
                failures.append(f"{document.name} {form}{trouble}")
            print(f"{lost:8.3f}{'*' if over else ' '}", end="", flush=True)
        print()
    for title, chosen in (("all, spans aside", WITHOUT_SPANS), ("all, every field", None)):
        named = chosen or (*WITHOUT_SPANS, *WITH_SPANS)
        best = macro(totals["txt"], named)
        print(f"{title:<{widest}}  {best:6.3f}", end="")
        print("".join(f"{best - macro(totals[form], named):8.3f} " for form in forms))
    limits = "".join(f"{LIMITS[form]:8.3f} " for form in forms)
    print(f"{'limit for each document':<{widest}}  {'':6}{limits}\n")
    print(*failures, sep="\n")
    return 1 if failures else 0


def with_lost_letters(gold: Record, predicted: Record) -> Record:
    """The gold record, a name in it that lost letters given those that the original has.

    The text of one document is of a PDF whose fonts lost letters (``P Ó TRƯỞNG K OA``), and so
    is its gold; its Word original has them all. The letters left must come in order and be
    most of those that are read.
    """
    mended: Record = json.loads(json.dumps(gold))
    for path in SCALARS:
        *above, name = path.split(".")
        ours, theirs = mended, predicted
        for part in above:
            ours, theirs = ours.get(part) or {}, theirs.get(part) or {}
        one, other = ours.get(name), theirs.get(name)
        if isinstance(one, str) and isinstance(other, str) and lost_letters(one, other):
            ours[name] = other
    return mended


def lost_letters(damaged: str, sound: str) -> bool:
    """Whether words are others without some of their letters: ``K OA`` is ``KHOA``."""
    few, all_ = ("".join(filter(str.isalpha, each.casefold())) for each in (damaged, sound))
    rest = iter(all_)
    in_order = all(letter in rest for letter in few)
    return few != all_ and in_order and len(few) >= 0.6 * len(all_)


def worst(base: Scores, told: Scores, most: int = 4) -> str:
    """The fields that lose the most."""
    lost = {
        field: (base.fields[field].f1 or 0.0) - (told.fields[field].f1 or 0.0)
        for field in WITHOUT_SPANS
    }
    named = sorted(lost, key=lambda field: -lost[field])[:most]
    return ", ".join(f"{field} {lost[field]:.2f}" for field in named if lost[field] > 0)


def original_scores(documents: Sequence[Document], *, everything: bool, show: Any) -> int:
    """Prints what the files of real offices lose beside their texts; the exit code."""
    fields = (*WITHOUT_SPANS, *WITH_SPANS) if everything else WITHOUT_SPANS
    code = 0
    for document in documents:
        for path in sorted((SHARED / "real" / "originals").glob(f"{document.name}.*")):
            if show:
                if path.suffix == f".{show[1]}":
                    return show_lines(document.text, path)
                continue
            gold = gold_of(document)
            base = scored(gold, record_of(document.text))
            limit = SCANNED_LIMIT if document.name in SCANNED else ORIGINAL_LIMIT
            try:
                record = record_of(path)
                told = scored(with_lost_letters(gold, record), record)
            except vnplan.UnreadableFile as error:
                told = scored(gold, {})
                print(error)
            lost = macro(base, fields) - macro(told, fields)
            every = macro(base, base.fields) - macro(told, told.fields)
            over = lost > limit + 1e-9
            code |= over
            print(
                f"{path.name:<28} txt {macro(base, fields):.3f}  lost {lost:6.3f} of {limit:.2f}"
                f"{' *' if over else '  '} (every field {every:6.3f})  {worst(base, told)}"
            )
    return code


# ---------------------------------------------------------------- showing


def show_lines(text: Path, path: Path) -> int:
    """Prints how the paragraphs of a file differ from those of its text; the exit code."""
    before = paragraphs_of(as_lines(read_paper(vnplan.read(text).text or "", text.stem)))
    after = paragraphs_of(read_file(path)[0])
    diff = difflib.unified_diff(before, after, str(text), str(path), lineterm="", n=1)
    print(*diff, sep="\n")
    return 0


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs as the parser takes them, on a line each."""
    page = read_text(normalize(text))
    return [" ".join(page.shown[p.start : p.end].split()) for p in page.paragraphs]


if __name__ == "__main__":
    sys.exit(main())

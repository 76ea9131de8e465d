"""The site of the documentation: ``make docs`` builds it into build/docs, and fails on a warning.

Beside the pages of this folder stand the README, other pages of the repository, the record
reference made of the JSON Schema, and the library's docstrings.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MADE = HERE / "made"  # pages that are made anew with each build
sys.path.insert(0, str(ROOT))

import vnplan  # noqa: E402
from vnplan.records import schema  # noqa: E402

project = "vnplan"
release = vnplan.__version__
language = "en"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = "vnplan"
exclude_patterns = ["made/.*"]
myst_heading_anchors = 4
autodoc_member_order = "bysource"
autodoc_typehints = "description"
suppress_warnings = ["myst.header", "toc.not_included"]
nitpicky = False

# pages of the repository that the site has, too
ELSEWHERE = {
    "README.md": "start",
    "CONTRIBUTING.md": "contributing",
    "CHANGELOG.md": "changelog",
    "corpora/README.md": "corpora",
    "models/README.md": "models",
}
RECORDS = (
    *("plan", "diff", "matrix", "chain", "explanation"),
    *("survey", "family", "audit"),
)
# what the library gives, in the order in which a reader needs it
LIBRARY = {
    "vnplan": ("parse", "read", "diff", "matrix", "chain", "explain", "successors"),
    "vnplan.archive.extract": ("extract", "Settings", "Progress"),
    "vnplan.archive.store": ("Store",),
    "vnplan.archive.search": ("open_index", "search", "count", "Question", "Hit"),
    "vnplan.errors": ("VnplanError", "UnreadableFile", "ArchiveError"),
    "vnplan.readers.limits": ("Limits",),
}
LINK = re.compile(
    r"\[(?P<words>[^\]]*)\]\((?P<target>(?!https?:|#)[^)\s#]+)(?P<anchor>#[^)\s]*)?\)"
)


def setup(app: Any) -> None:
    """What Sphinx calls first."""
    MADE.mkdir(exist_ok=True)
    for path, name in ELSEWHERE.items():
        page = (ROOT / path).read_text(encoding="utf-8")
        page = LINK.sub(lambda match: relinked(match, (ROOT / path).parent), page)  # noqa: B023
        (MADE / f"{name}.md").write_text(page, encoding="utf-8")
    (MADE / "reference.md").write_text("\n".join(reference()) + "\n", encoding="utf-8")
    (MADE / "library.md").write_text("\n".join(library()) + "\n", encoding="utf-8")
    app.connect("source-read", relink)


def relink(app: object, name: str, source: list[str]) -> None:
    """Has links of a page of this folder lead to pages of the site."""
    if not name.startswith("made/"):
        source[0] = LINK.sub(lambda match: relinked(match, HERE), source[0])


def relinked(match: re.Match[str], folder: Path) -> str:
    """A link to a file of the repository as one to a page of the site, or with its name alone."""
    target = (folder / match["target"]).resolve()
    anchor = match["anchor"] or ""
    inside = target.relative_to(ROOT).as_posix()
    if inside in ELSEWHERE:
        return f"[{match['words']}](/made/{ELSEWHERE[inside]}.md{anchor})"
    if inside.startswith("docs/"):
        return f"[{match['words']}](/{inside.removeprefix('docs/')}{anchor})"
    return f"{match['words']} (`{inside}`)"


# ---------------------------------------------------------------- the record reference


def reference() -> Iterator[str]:
    """Each kind of record with its fields, from its JSON Schema."""
    yield "# Record reference\n"
    yield "Made of the JSON Schemas that `vnplan schema` prints. [The records](/records.md) says"
    yield "what holds for all of them.\n"
    told: set[str] = set()
    for name in RECORDS:
        whole = schema(name)  # type: ignore[arg-type]
        for title, record in {whole["title"]: whole, **whole.get("$defs", {})}.items():
            if title not in told:
                told.add(title)
                yield from one_record(title, record)


def one_record(title: str, record: dict[str, Any]) -> Iterator[str]:
    """One record as a section with a table of its fields."""
    yield f"\n## {title}\n"
    yield (record.get("description") or "").replace("``", "`") + "\n"
    if not record.get("properties"):
        return
    yield "| field | type | default |\n| --- | --- | --- |"
    for field, about in record["properties"].items():
        default = "" if field in record.get("required", ()) else f"`{about.get('default', '…')}`"
        yield f"| `{field}` | {kind_of(about)} | {default} |"


def kind_of(about: dict[str, Any]) -> str:
    """The type of a field, linked to the record that it is."""
    if "$ref" in about:
        name = about["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in about:
        return " or ".join(kind_of(one) for one in about["anyOf"])
    if "enum" in about:
        return ", ".join(f"`{one}`" for one in about["enum"])
    if "const" in about:
        return f"`{about['const']}`"
    if about.get("type") == "array":
        items = about.get("items") or {}
        inner = kind_of(items) if items else ", ".join(map(kind_of, about.get("prefixItems", ())))
        return f"list of {inner}"
    if "additionalProperties" in about and isinstance(about["additionalProperties"], dict):
        return f"object of {kind_of(about['additionalProperties'])}"
    return str(about.get("format") or about.get("type") or "anything")


# ---------------------------------------------------------------- the library


def library() -> Iterator[str]:
    """The docstrings of what the library gives."""
    yield "# The library\n"
    for module, names in LIBRARY.items():
        yield f"\n## {module}\n"
        for name in names:
            kind = "autofunction" if name[0].islower() else "autoclass"
            yield f"```{{eval-rst}}\n.. {kind}:: {module}.{name}"
            yield "   :members:\n```\n" if kind == "autoclass" else "```\n"

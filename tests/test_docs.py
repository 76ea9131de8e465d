"""The pages of docs/: their commands are ones that there are, and run as a shell runs them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, clean_environment
from pdfs import PdfPage, paragraph, write_pdf
from shelved import archived
from test_readme import BLOCK, write_files
from word_files import p, word_file, zip_file

from vnplan import parse

# cli.md is made from the commands themselves (test_cli_docs)
DOCS = sorted(page for page in (ROOT / "docs").glob("*.md") if page.name != "cli.md")


def shell_blocks(page: Path) -> list[re.Match[str]]:
    found = BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [match for match in found if match["kind"] == "sh"]


PAGES = [page for page in DOCS if shell_blocks(page)]


# commands as a shell runs them; what ends in differences has done its work, too
SHELL = """
set -u
vnplan() {
  code=0
  "$PYTHON" -m vnplan "$@" || code=$?
  [ $code -le 1 ] || echo "exit $code: vnplan $*" >&2
}
"""


def lay_out(folder: Path) -> None:
    """The files that the pages name: the two plans of the README, under other names and kinds."""
    write_files(folder)
    parent, child = ((folder / name).read_text("utf-8") for name in ("tinh.txt", "huyen.txt"))
    (folder / "ke-hoach-tinh.txt").write_text(parent, "utf-8")
    for name in ("ke-hoach-huyen.txt", "ke-hoach-xa.txt", "xa-1.txt", "xa-2.txt"):
        (folder / name).write_text(child, "utf-8")
    for name in ("thu-muc-cac-huyen", "kho-tep", "cac-xa", "huyen", "shelf/old"):
        (folder / name).mkdir(parents=True)
        (folder / name / "huyen.txt").write_text(child, "utf-8")
    word = word_file("".join(p(line) for line in parent.splitlines()))
    (folder / "shelf" / "old" / "tinh.docx").write_bytes(word)
    page, y = PdfPage(), 60.0
    for line in child.splitlines():
        y = paragraph(page, y, line)
    (folder / "shelf" / "old" / "huyen.pdf").write_bytes(write_pdf([page]))
    (folder / "old.zip").write_bytes(zip_file({"huyen.txt": child}))
    gold, records = folder / "gold", folder / "records"
    for made in (gold, records):
        made.mkdir()
    record = parse(child).to_json()
    (gold / "huyen.txt").write_text(child, "utf-8")
    (gold / "huyen.gold.json").write_text(record, "utf-8")
    (records / "huyen.json").write_text(record, "utf-8")
    for name in ("kho", "OUT"):
        archived({"tinh.txt": parent, "huyen.txt": child}, folder / name)
    for name in ("bodies.txt", "don-vi.txt"):
        (folder / name).write_text("UBND huyện Phú Lâm\nTX. Nà Hỳ\n", "utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_commands_of_a_page_run(page: Path, tmp_path: Path) -> None:
    lay_out(tmp_path)
    script = "".join(match["body"] for match in shell_blocks(page))
    assert "vnplan " in script
    script = script.replace("s3://kho/2024", (tmp_path / "kho").as_uri())  # no network in tests
    done = subprocess.run(
        ["bash", "-c", SHELL + script],
        cwd=tmp_path,
        env=clean_environment() | {"PYTHON": sys.executable},
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.stderr.decode() == ""
    for name in re.findall(r"(?: -o|>) (\S+\.\w+)", script):
        assert (tmp_path / name).stat().st_size, name

"""The commands as a user runs them: output, messages, exit codes."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from conftest import ROOT, Command, clean_environment

import vnplan as library
from vnplan import cli

Pair = tuple[Path, Path]


# ---------------------------------------------------------------- parse


def test_one_file_gives_indented_json(vnplan: Command, pair: Pair) -> None:
    done = vnplan("parse", pair[0])
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b'{\n  "schema_version"')
    assert library.Plan.model_validate_json(done.stdout) == library.read(pair[0])


def test_several_files_give_a_line_of_json_each(vnplan: Command, pair: Pair) -> None:
    done = vnplan("parse", *pair)
    assert done.returncode == 0
    plans = [library.Plan.model_validate_json(line) for line in done.stdout.splitlines()]
    assert plans == [library.read(path) for path in pair]


def test_the_text_can_be_left_out(vnplan: Command, pair: Pair) -> None:
    record = json.loads(vnplan("parse", "--no-text", pair[0]).stdout)
    assert "text" not in record
    assert record["obligations"]


def test_a_table(vnplan: Command, pair: Pair) -> None:
    page = vnplan("parse", "--format", "table", pair[0], COLUMNS="100").stdout.decode()
    assert max(map(len, page.splitlines())) <= 100
    assert "76/KH-UBND" in page
    assert "\x1b" not in page


def test_standard_input(vnplan: Command, pair: Pair) -> None:
    done = vnplan("parse", "-", input=pair[0].read_bytes())
    record = json.loads(done.stdout)
    assert record["source"]["name"] == "-"
    assert record["obligations"] == json.loads(library.read(pair[0]).to_json())["obligations"]


def test_one_bad_file_among_several_is_told_and_the_rest_read(
    vnplan: Command, pair: Pair, tmp_path: Path
) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\n")
    done = vnplan("parse", pair[0], "none.txt", "scan.pdf", pair[1])
    assert done.returncode == 2
    assert [json.loads(line)["source"]["name"] for line in done.stdout.splitlines()] == [
        "parent.txt",
        "child.txt",
    ]
    first, second = done.stderr.decode().splitlines()
    assert first == "vnplan: none.txt: no such file"
    assert second.startswith("vnplan: scan.pdf: is a broken PDF")


# ---------------------------------------------------------------- outline


def test_the_outline(vnplan: Command, pair: Pair) -> None:
    done = vnplan("outline", pair[0])
    assert done.returncode == 0
    assert done.stdout.decode() == library.read(pair[0]).outline + "\n"


def test_every_line_has_its_reason(vnplan: Command, pair: Pair) -> None:
    lines = vnplan("outline", pair[0], "--why").stdout.decode().splitlines()
    words = pair[0].read_text(encoding="utf-8").splitlines()
    numbers = [int(line.split()[0]) for line in lines]
    assert numbers == sorted(numbers)
    for number, line in zip(numbers, lines, strict=True):
        assert line.endswith(" ".join(words[number - 1].split()))
    told = set(numbers)
    assert all(number in told for number, line in enumerate(words, 1) if line.strip())


@pytest.mark.parametrize("option", [[], ["--why"]])
def test_a_document_cannot_steer_the_terminal(vnplan: Command, option: list[str]) -> None:
    text = "I. TRỒNG \x1b[2JCÂY\n1. Trồng \x9b31m cây.\n"
    printed = vnplan("outline", "-", *option, input=text.encode()).stdout.decode()
    assert "TRỒNG" in printed
    assert not {"\x1b", "\x9b"} & set(printed)


# ---------------------------------------------------------------- diff


def test_a_difference_and_its_exit_code(vnplan: Command, pair: Pair) -> None:
    done = vnplan("diff", *pair)
    assert done.returncode == 1
    assert done.stderr == b""
    page = done.stdout.decode()
    assert page.startswith("Parent  76/KH-UBND, of 20/10/2025")
    assert "\x1b" not in page
    assert max(map(len, page.splitlines())) <= 80


def test_a_difference_as_json(vnplan: Command, pair: Pair) -> None:
    done = vnplan("diff", *pair, "--format", "json")
    assert done.returncode == 1
    assert library.PlanDiff.model_validate_json(done.stdout) == library.diff(*pair)


def test_what_fails_is_for_the_user_to_say(vnplan: Command, pair: Pair) -> None:
    counts = library.diff(*pair).summary
    assert counts.covered and counts.missing  # else this test would show nothing
    for option, code in (
        (["--fail-on", "none"], 0),
        (["--fail-on", "covered"], 1),
        (["--fail-on", "missing,covered"], 1),
        (["--fail-on", "none", "--fail-on", "missing"], 1),
    ):
        assert vnplan("diff", *pair, *option).returncode == code, option
    for nothing in ("", ",", "missing,,altered"):
        assert vnplan("diff", *pair, "--fail-on", nothing).returncode == 2, nothing


def test_a_parent_without_duties(vnplan: Command, pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = vnplan("diff", "empty.txt", pair[1])
    assert "nothing could be compared" in done.stdout.decode()
    assert done.returncode == 2
    done = vnplan("diff", "empty.txt", pair[1], "--format", "json")
    doubted, told = done.stderr.splitlines()
    assert doubted == b"vnplan: empty.txt: the text holds no words"
    assert told.startswith(b"vnplan: empty.txt: no duty was found in it")


@pytest.mark.parametrize("side", [0, 1])
def test_either_side_may_be_standard_input(vnplan: Command, pair: Pair, side: int) -> None:
    names: list[object] = list(pair)
    names[side] = "-"
    done = vnplan("diff", *names, "--format", "json", input=pair[side].read_bytes())
    assert json.loads(done.stdout)["items"] == json.loads(library.diff(*pair).to_json())["items"]


# ---------------------------------------------------------------- schema, version, help


def test_the_schema(vnplan: Command) -> None:
    assert json.loads(vnplan("schema").stdout) == library.schema("plan")
    for name in cli.RECORDS:
        assert json.loads(vnplan("schema", name).stdout) == library.schema(name)  # type: ignore[arg-type]


def test_the_version(vnplan: Command) -> None:
    assert vnplan("--version").stdout.decode() == f"vnplan {library.__version__}\n"


def test_help_in_both_languages(vnplan: Command) -> None:
    for command in ([], ["parse"], ["outline"], ["diff"], ["waive"], ["schema"]):
        english = vnplan(*command, "--help").stdout.decode()
        vietnamese = vnplan(*command, "--help", LANG="vi_VN.UTF-8").stdout.decode()
        assert english.startswith("usage: vnplan")
        assert vietnamese.startswith("cách dùng: vnplan")
        for word in ("usage", "options:", "show this", "default", "print"):
            assert word not in vietnamese


# ---------------------------------------------------------------- languages and encodings


@pytest.mark.parametrize(
    ("environ", "options", "expected"),
    [
        ({}, [], "no such file"),
        ({"LANG": "vi_VN.UTF-8"}, [], "không có tệp này"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN"}, [], "không có tệp này"),
        ({"LANG": "vi_VN", "LC_ALL": "C"}, [], "no such file"),
        ({"LANG": "vi_VN"}, ["--lang", "en"], "no such file"),
        ({}, ["--lang=vi"], "không có tệp này"),
    ],
)
def test_the_language_of_messages(
    vnplan: Command, environ: dict[str, str], options: list[str], expected: str
) -> None:
    before = vnplan(*options, "parse", "none.txt", **environ)
    after = vnplan("parse", "none.txt", *options, **environ)
    assert before.stderr.decode() == after.stderr.decode() == f"vnplan: none.txt: {expected}\n"


def test_the_page_in_vietnamese(vnplan: Command, pair: Pair) -> None:
    assert vnplan("diff", *pair, "--lang", "vi").stdout.decode().startswith("Cấp trên  76/KH-UBND")


def test_output_is_utf_8_whatever_the_locale(vnplan: Command, pair: Pair) -> None:
    expected = vnplan("diff", *pair).stdout
    narrow = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert vnplan("diff", *pair, **narrow, PYTHONIOENCODING="ascii").stdout == expected


# ---------------------------------------------------------------- trouble


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["novel"],
        ["parse"],
        ["parse", "-", "-"],
        ["parse", "a.txt", "--format", "yaml"],
        ["diff", "a.txt"],
        ["diff", "-", "-"],
        ["diff", "a.txt", "b.txt", "--fail-on", "lost"],
        ["--lang", "fr", "schema"],
        ["schema", "novel"],
        ["diff", "none.txt", "none.txt"],
        ["outline", "none.txt"],
    ],
)
def test_trouble_is_exit_code_2(vnplan: Command, command: list[str]) -> None:
    done = vnplan(*command)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert done.stderr.startswith((b"usage:", b"vnplan: "))


def test_usage_errors_in_vietnamese(vnplan: Command) -> None:
    done = vnplan("diff", "a.txt", "--lang", "vi")
    assert done.returncode == 2
    assert done.stderr.decode().endswith("vnplan diff: lỗi: còn thiếu: CHILD\n")


def test_an_unexpected_error_is_one_line_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pair: Pair
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr("vnplan.compare.many.compare_with_parents", broken)
    assert cli.main(["--lang", "en", "diff", *map(str, pair)]) == 2
    line = "vnplan: unexpected error: ZeroDivisionError: by zero (--debug shows where)\n"
    assert capsys.readouterr().err == line

    assert cli.main(["--lang", "en", "diff", *map(str, pair), "--debug"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Traceback") and told.endswith(line)


def test_an_unexpected_error_in_one_file_leaves_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pair: Pair
) -> None:
    parse = library.parse

    def broken(text: str, *, source: library.Source) -> library.Plan:
        if source.name == "parent.txt":
            raise RecursionError("too deep")
        return parse(text, source=source)

    monkeypatch.setattr(library, "parse", broken)
    assert cli.main(["--lang", "en", "parse", *map(str, pair)]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["source"]["name"] == "child.txt"
    assert err == (
        f"vnplan: {pair[0]}: unexpected error: RecursionError: too deep (--debug shows where)\n"
    )


def test_a_reader_who_goes_away_is_no_error(pair: Pair) -> None:
    command = f"'{sys.executable}' -m vnplan parse {' '.join(map(str, pair * 20))} | head -c 10"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env=clean_environment(),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 141
    assert done.stdout == b'{"schema_v'
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", [["parse"], ["diff", "--fail-on", "none"]])
def test_a_full_disk_is_trouble(pair: Pair, command: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vnplan", *command, *map(str, pair)],
            env=clean_environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"vnplan: unexpected error: OSError")
    assert done.stderr.count(b"\n") == 1


def test_an_interrupt_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pair: Pair
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(library, "parse", interrupted)
    assert cli.main(["--lang", "en", "parse", *map(str, pair)]) == 130
    assert capsys.readouterr() == ("", "vnplan: interrupted\n")


# ---------------------------------------------------------------- terminals


def on_a_terminal(*args: object, columns: int = 100, cwd: Path = ROOT, **environ: str) -> str:
    """What a command prints where a person sits."""
    main, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "vnplan", *map(str, args)],
        env=clean_environment() | {"TERM": "xterm"} | environ,
        stdin=end,
        stdout=end,
        stderr=end,
        cwd=cwd,
    )
    os.close(end)
    printed = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            break
        if not part:
            break
        printed += part
    process.wait(timeout=60)
    os.close(main)
    return printed.decode().replace("\r\n", "\n")


def uncoloured(page: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", page)


def test_colours_where_a_person_reads_and_nowhere_else(vnplan: Command, pair: Pair) -> None:
    coloured = on_a_terminal("diff", *pair)
    assert "\x1b[1;31mMISSING" in coloured
    plain = on_a_terminal("diff", *pair, NO_COLOR="1")
    assert "\x1b" not in plain
    assert "\x1b" not in on_a_terminal("diff", *pair, TERM="dumb")
    assert uncoloured(coloured) == plain
    assert plain == vnplan("diff", *pair, COLUMNS="100").stdout.decode()
    assert 80 < max(map(len, plain.splitlines())) <= 100


def test_tables_in_colour_where_a_person_reads(vnplan: Command, pair: Pair) -> None:
    command = ("parse", pair[0], "--format", "table")
    coloured = on_a_terminal(*command)
    assert "\x1b[1m" in coloured
    plain = on_a_terminal(*command, NO_COLOR="1")
    assert "\x1b" not in plain
    assert plain == vnplan(*command, COLUMNS="100").stdout.decode()


@pytest.mark.parametrize("columns", [40, 200])
def test_lines_are_as_wide_as_the_terminal_but_no_wider_than_can_be_read(
    pair: Pair, columns: int
) -> None:
    lines = uncoloured(on_a_terminal("diff", *pair, columns=columns)).splitlines()
    widest = max(map(len, lines))
    assert 30 < widest <= columns if columns == 40 else 100 < widest <= 120


def test_a_file_has_no_colours_wherever_it_is_asked_for(pair: Pair, tmp_path: Path) -> None:
    assert on_a_terminal("diff", *pair, "-o", "report.txt", cwd=tmp_path) == ""
    assert b"\x1b" not in (tmp_path / "report.txt").read_bytes()


# ---------------------------------------------------------------- the installed command


def test_the_installed_command_is_this_one() -> None:
    script = shutil.which("vnplan", path=str(Path(sys.executable).parent))
    if script is None:
        pytest.skip("vnplan is not installed beside this Python")
    done = subprocess.run([script, "--version"], capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.decode() == f"vnplan {library.__version__}\n"


def test_a_report_is_written_to_a_file(vnplan: Command, pair: Pair, tmp_path: Path) -> None:
    told = vnplan("diff", *pair, "-o", tmp_path / "report.txt")
    assert (told.returncode, told.stdout) == (1, b"")
    assert (tmp_path / "report.txt").read_bytes() == vnplan("diff", *pair).stdout
    # what cannot be made leaves an older report as it is
    told = vnplan("diff", pair[0], tmp_path / "nothing.txt", "-o", tmp_path / "report.txt")
    assert told.returncode == 2 and (tmp_path / "report.txt").stat().st_size > 100
    told = vnplan("diff", *pair, "-o", tmp_path / "no" / "report.txt")
    assert told.returncode == 2 and b"No such file" in told.stderr


def test_a_report_of_nothing_leaves_an_older_one(
    vnplan: Command, pair: Pair, tmp_path: Path
) -> None:
    (tmp_path / "report").write_text("older")
    (tmp_path / "empty").mkdir()
    for command in (
        ("diff", pair[0], "no.txt", "none.txt", "--format", "junit"),
        ("matrix", pair[0], "empty", "--format", "json"),
        ("matrix", pair[0], "no.txt", "none.txt", "--format", "csv"),
        ("parse", "no.txt", "none.txt"),
    ):
        assert vnplan(*command, "-o", "report").returncode == 2
        assert (tmp_path / "report").read_text() == "older"


def test_a_report_that_does_not_fit_leaves_an_older_one(pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "report").write_text("older")
    command = [sys.executable, "-m", "vnplan", "diff", *pair, "--format", "html", "-o", "report"]
    done = subprocess.run(
        ["bash", "-c", 'trap "" XFSZ; ulimit -f 8; exec "$@"', "bash", *command],
        cwd=tmp_path,
        env=clean_environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2 and b"report: cannot be written: File too large" in done.stderr
    assert (tmp_path / "report").read_text() == "older"
    assert os.listdir(tmp_path) == ["report"]


def test_a_report_goes_to_a_device_too(vnplan: Command, pair: Pair) -> None:
    told = vnplan("diff", *pair, "-o", "/dev/stdout")
    assert (told.returncode, told.stdout) == (1, vnplan("diff", *pair).stdout)


def test_a_report_is_no_file_that_is_read(vnplan: Command, pair: Pair, tmp_path: Path) -> None:
    child = tmp_path / "child.txt"
    child.write_bytes(Path(pair[1]).read_bytes())
    told = vnplan("diff", pair[0], child, "-o", child)
    assert told.returncode == 2 and b"would overwrite" in told.stderr
    assert child.read_bytes() == Path(pair[1]).read_bytes()


def test_the_format_is_that_of_the_name_where_none_is_asked_for(
    vnplan: Command, pair: Pair, tmp_path: Path
) -> None:
    for ending, start in ((".html", b"<!doctype html>"), (".xlsx", b"PK"), (".JSON", b"{")):
        vnplan("diff", *pair, "-o", tmp_path / f"report{ending}")
        assert (tmp_path / f"report{ending}").read_bytes().startswith(start)
    vnplan("diff", *pair, "--format", "text", "-o", tmp_path / "told.html")
    assert (tmp_path / "told.html").read_bytes().startswith(b"Parent")

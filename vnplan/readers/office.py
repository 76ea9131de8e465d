"""Documents that LibreOffice opens for us: ``.doc``, ``.rtf``, ``.odt``.

LibreOffice makes Word documents of them, many in one call, and those are read as any other. It
runs without a window in a profile and folder of its own, which are gone when it ends, without
macros, links and network, bounded in time and memory.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from vnplan.errors import UnreadableFile
from vnplan.readers import docx
from vnplan.readers.kinds import kind_of
from vnplan.readers.limits import LIMITS, Limits
from vnplan.readers.ole import is_locked, kind_of_ole
from vnplan.readers.packed import open_package
from vnplan.readers.reading import Reading, Wish

PROGRAMS = ("soffice", "libreoffice")
PLACES = ("/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice")
MANIFEST = "META-INF/manifest.xml"
ENCRYPTION = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
# kind -> ending of the file's name, LibreOffice's name of the format, media type
FORMS = {
    "doc": (".doc", "MS Word 97", "application/msword"),
    "doc95": (".doc", "MS WinWord 6.0", "application/msword"),
    "rtf": (".rtf", "Rich Text Format", "application/rtf"),
    "odt": (".odt", "writer8", "application/vnd.oasis.opendocument.text"),
}
RTF = b"{\\rtf"
MOST_AT_ONCE = 50  # files in one call
SECONDS_MORE = 2.0  # for each file of a call but the first
VIRTUAL = 3 << 30  # address space that LibreOffice maps and never touches

# What the profile says, by places below org.openoffice: no macros, no linked files, no network
# (a proxy at which nobody answers).
SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
SETTING = (
    '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse">'
    "<value>{}</value></prop></item>\n"
)
PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    + "".join(SETTING.format(*setting) for setting in SETTINGS)
    + "</oor:items>\n"
)
SYSTEM_PATH = "/usr/bin:/bin"  # soffice is a script that calls dirname, sed and uname
NOWHERE = "http://127.0.0.1:9"  # a proxy that answers nobody


def read(data: bytes, name: str, wish: Wish) -> Reading:
    """The text of an old Word, Rich Text or OpenDocument text; raises ``UnreadableFile``."""
    (found,) = read_many([(name, data)], wish)
    if isinstance(found, UnreadableFile):
        raise found
    return found


def read_many(files: Sequence[tuple[str, bytes]], wish: Wish) -> list[Reading | UnreadableFile]:
    """The readings of many files (their names and bytes), or why there is none, in their order."""
    found: list[Reading | UnreadableFile] = []
    for (name, data), made in zip(files, convert_many(files, limits=wish.limits), strict=True):
        if isinstance(made, UnreadableFile):
            found.append(made)
            continue
        media_type = FORMS[form_of(data, name, wish.limits)][2]
        try:
            found.append(docx.read(made, name, wish)._replace(media_type=media_type))
        except UnreadableFile as error:
            found.append(error)
    return found


def convert_many(
    files: Sequence[tuple[str, bytes]], *, limits: Limits = LIMITS
) -> list[bytes | UnreadableFile]:
    """The Word documents that LibreOffice makes of files, or why it makes none, in their order."""
    made: dict[int, bytes | UnreadableFile] = {}
    by_form: dict[str, list[int]] = {}
    for i, (name, data) in enumerate(files):
        try:
            by_form.setdefault(form_of(data, name, limits), []).append(i)
        except UnreadableFile as error:
            made[i] = error
    program = find_program()
    for form, places in by_form.items():
        if program is None:
            made |= {i: UnreadableFile(files[i][0], "file_office_missing") for i in places}
            continue
        for start in range(0, len(places), MOST_AT_ONCE):
            batch = places[start : start + MOST_AT_ONCE]
            made |= convert_batch(program, form, {i: files[i] for i in batch}, limits)
    return [made[i] for i in range(len(files))]


def form_of(data: bytes, name: str, limits: Limits) -> str:
    """Which of ``FORMS`` a file is; raises ``UnreadableFile`` for one that must not be opened."""
    if data.startswith(b"PK"):
        package = open_package(data, name, limits)
        package.weigh()
        package.left = limits.unpacked
        content, manifest = package.tree("content.xml"), package.tree(MANIFEST)
        if manifest is not None and next(manifest.iter(ENCRYPTION), None) is not None:
            raise UnreadableFile(name, "file_encrypted")
        if content is None:
            raise UnreadableFile(name, "file_without", found="content.xml")
        return "odt"
    if kind_of(data) == "rtf":
        return "rtf"
    kind = kind_of_ole(data)
    if kind in ("doc", "doc95"):
        if is_locked(data):
            raise UnreadableFile(name, "file_encrypted")
        return kind
    raise UnreadableFile(name, f"file_{kind}")  # file_encrypted among them


def bare_rtf(data: bytes) -> bytes:
    """Rich Text from its first brace on, without the zero bytes of UTF-16: it is ASCII.

    LibreOffice makes an empty document of one behind a byte order mark.
    """
    plain = data if RTF in data else data.replace(b"\0", b"")
    return plain[plain.find(RTF) :]


def find_program() -> str | None:
    """Where LibreOffice is, None where it is not installed."""
    for program in PROGRAMS:
        if found := shutil.which(program):
            return found
    return next((place for place in PLACES if os.access(place, os.X_OK)), None)


def convert_batch(
    program: str, form: str, files: dict[int, tuple[str, bytes]], limits: Limits
) -> dict[int, bytes | UnreadableFile]:
    """What is made of files of one form; those that a call left over are tried alone."""
    made, trouble = call_office(program, form, {i: data for i, (_, data) in files.items()}, limits)
    found: dict[int, bytes | UnreadableFile] = dict(made)
    for i in files.keys() - made.keys():
        name, data = files[i]
        if len(files) > 1:
            found |= convert_batch(program, form, {i: (name, data)}, limits)
        elif trouble == "time":
            seconds = round(limits.seconds)
            found[i] = UnreadableFile(name, "file_office_slow", seconds=seconds)
        else:
            found[i] = UnreadableFile(name, "file_office_failed")
    return found


def call_office(
    program: str, form: str, files: dict[int, bytes], limits: Limits
) -> tuple[dict[int, bytes], str | None]:
    """The documents that one call makes, and ``time`` if it was ended for its time."""
    ending, filter_name, _ = FORMS[form]
    with private_folder() as folder:
        source, target = folder / "in", folder / "out"
        profile = folder / "profile" / "user"
        for place in (source, target, profile, folder / "tmp"):
            place.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        for i, data in files.items():
            (source / f"{i}{ending}").write_bytes(bare_rtf(data) if form == "rtf" else data)
        seconds = limits.seconds + SECONDS_MORE * (len(files) - 1)
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault"),
            f"--infilter={filter_name}",
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target)),
            *(str(source / f"{i}{ending}") for i in files),
        ]
        ended = run_bounded(command, folder, seconds, limits.memory)
        return dict(read_made(target, files, limits)), None if ended else "time"


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that is gone afterwards, whatever LibreOffice left in it."""
    folder = Path(tempfile.mkdtemp(prefix="vnplan-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def read_made(target: Path, files: dict[int, bytes], limits: Limits) -> Iterator[tuple[int, bytes]]:
    """The documents that lie in a folder by the numbers of their files."""
    for i in files:
        path = target / f"{i}.docx"
        # it may be half written where LibreOffice was ended, and is then told as broken
        if path.is_file() and 0 < path.stat().st_size <= limits.unpacked:
            yield i, path.read_bytes()


def run_bounded(command: Sequence[str], folder: Path, seconds: float, memory: int) -> bool:
    """Whether a program ended by itself in time; its whole group of processes ends with it."""
    bounded = ["/bin/sh", "-c", 'ulimit -v "$0" 2>/dev/null; ulimit -c 0; exec "$@"']
    kilobytes = str((memory + VIRTUAL) >> 10)
    kept = {key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL") if key in os.environ}
    kept["PATH"] = os.pathsep.join(filter(None, (kept.get("PATH"), SYSTEM_PATH)))
    process = subprocess.Popen(
        [*bounded, kilobytes, *command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=kept
        | {"HOME": str(folder), "TMPDIR": str(folder / "tmp"), "SAL_USE_VCLPLUGIN": "svp"}
        | {"http_proxy": NOWHERE, "https_proxy": NOWHERE, "ftp_proxy": NOWHERE},
    )
    try:
        process.wait(timeout=seconds)
        return True
    except subprocess.TimeoutExpired:
        return False
    finally:
        end_group(process)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """Ends a program with all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

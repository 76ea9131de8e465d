"""Files that are written at once or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from vnplan.errors import UnreadableFile


def replace_file(path: str | os.PathLike[str], page: bytes) -> None:
    """Puts bytes in the place of a file; whoever reads sees the old one or the new one.

    A link stays one, a device or a pipe is written to. Raises ``UnreadableFile`` where it cannot.
    """
    target = Path(os.path.realpath(path))
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            Path(path).write_bytes(page)
            return
        draft = target.with_name(f".vnplan-{os.getpid()}")  # a name as long as any may be too long
        try:
            draft.write_bytes(page)
            if target.exists():
                draft.chmod(target.stat().st_mode)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        found = error.strerror or str(error)
        raise UnreadableFile(path, "file_unwritable", found=found) from error

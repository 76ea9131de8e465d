"""What callers may have to catch."""

from __future__ import annotations

import os
from typing import Self

from vnplan.language import say

LONGEST_NAME = 200  # who passes a whole text for a path need not read it again


class VnplanError(Exception):
    """Any trouble that this package raises on purpose.

    ``path`` is the file or archive as it was given, ``problem`` a key of the messages
    (``file_missing``, ``file_binary`` …), ``details`` what fills that message: what came
    (``found``), where (``offset``, in bytes).
    """

    def __init__(self, path: str | os.PathLike[str], problem: str, **details: str | int) -> None:
        super().__init__(path, problem, details)
        self.path = os.fspath(path)
        self.problem = problem
        self.details = details

    def tell(self, lang: str = "en") -> str:
        """One line in a language: the file, what was wrong, what was expected."""
        path = os.fsdecode(self.path)
        name = path if len(path) <= LONGEST_NAME else f"{path[:LONGEST_NAME]}…"
        return f"{' '.join(name.split())}: {say(lang, self.problem, **self.details)}"

    def __str__(self) -> str:
        return self.tell()

    @classmethod
    def again(cls, path: str, problem: str, details: dict[str, str | int]) -> Self:
        """The same error in another process."""
        return cls(path, problem, **details)

    def __reduce__(self) -> tuple[object, ...]:
        # pickled from a worker process to its driver, details and all
        return type(self).again, (self.path, self.problem, self.details)


class UnreadableFile(VnplanError):
    """A file that nobody can read, or write, as it is."""


class ArchiveError(VnplanError):
    """An archive, a folder of extracted records, that cannot be written or read."""

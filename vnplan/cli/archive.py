"""The commands on many files: thin doors over ``vnplan.archive``."""

from __future__ import annotations

import argparse
from collections.abc import Callable

Door = Callable[[argparse.Namespace, str], int]
Command = Callable[[str, Door], argparse.ArgumentParser]


def add_archive_commands(command: Command, lang: str) -> None:
    """Adds the commands with their options, told in a language."""

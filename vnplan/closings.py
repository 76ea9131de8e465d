"""The sentence that closes a plan and asks everybody to carry it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnplan.lexicon import dispatch

CARRIED_OUT = re.compile(rf"\b(?:{'|'.join(dispatch.CARRYING_OUT)})\b")
# takes: nghiêm túc triển khai thực hiện Kế hoạch này    not: nghiêm túc thực hiện chế độ báo cáo
NO_MORE = re.compile(
    rf"(?:(?:{'|'.join((*dispatch.CARRYING_OUT, *dispatch.IN_CLOSING))})\b,? ?)+[./]*"
)


def closes(words: str) -> bool:
    """Whether a provision stands at the end of a plan, by how it begins or ends."""
    low = " ".join(words.split()).lower()
    return low.startswith(dispatch.CLOSING_LEADS) or low.endswith(dispatch.CLOSING_ENDS)


def has_it_carried_out(acts: Sequence[str]) -> bool:
    """Whether one of the acts is to carry something out."""
    return any(CARRIED_OUT.search(act.lower()) for act in acts)


def asks_no_more(words: str, acts: Sequence[str]) -> bool:
    """Whether a provision closes a plan, and its one act says no more than to carry that out."""
    if not closes(words) or len(acts) != 1:
        return False
    act = " ".join(acts[0].split()).lower()
    return bool(NO_MORE.fullmatch(act)) and has_it_carried_out(acts)

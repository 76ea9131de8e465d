"""Text whose letters were lost, changed or parted on the way, told by its syllables."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from vnplan.lexicon import syllables
from vnplan.lexicon.syllables import STOPS, TONES, TONES_OF_STOPS

ONSETS = frozenset(("", *syllables.ONSETS.split()))
RHYMES = frozenset(syllables.RHYMES.split())

# Real plans have up to .06, scans among them; broken text layers .5, text typed without
# diacritics .2 and more.
MOST_IN_SOUND_TEXT = 0.15
SAMPLE = 400  # words looked at, evenly over the text
FEWEST = 60  # words that a share can be told of
STRIPPED = "()[]{}<>,.;:!?\"'\u2026-+*/%|_~"


def broken_share(work: str) -> float:
    """The share of words that are no Vietnamese syllables, 0 where there are too few words.

    Words in capitals are left out, for they are mostly abbreviations, and so are numbers,
    labels and what holds a slash or dash: symbols of documents. A consonant that stands alone,
    letters with a digit or sign between them, and capitals with a sign that no abbreviation has
    are no syllable.
    """
    words = work.split()
    told = list(map(is_broken, words[:: max(1, len(words) // SAMPLE)]))
    broken = told.count(True)
    known = broken + told.count(False)
    return broken / known if known >= FEWEST else 0.0


@lru_cache(maxsize=1 << 14)
def is_broken(word: str) -> bool | None:
    """Whether a word is no Vietnamese syllable, None where it is no word."""
    letters = word.strip(STRIPPED)
    if len(letters) < 2:
        return is_lone(word, letters) if letters.isalpha() else None
    if "/" in letters or "-" in letters:
        return None
    if letters.isupper():
        return True if ODD_IN_CAPITALS.search(letters) is not None else None
    if not letters.isalpha():
        return None if letters[0].isdigit() or letters[-1].isdigit() else True
    return not is_syllable(letters.lower())


# takes: H(>I    VI~T    not: TH&THCS    H'HEN    A2    TP.HCM    UBND(VX)
ODD_IN_CAPITALS = re.compile(r"[^\w&'.,:;()+\u2026]")


def is_lone(word: str, letter: str) -> bool | None:
    """Whether a letter alone is what was parted from a word; None for a label or an initial.

    ``H ọc vi ện`` is parted, a vowel may be a word of its own (``ở``); not: ``b)``, ``C. Hà``.
    """
    if letter.lower() not in ONSETS:
        return False
    return True if letter == word else None


def is_syllable(low: str) -> bool:
    """Whether letters are a syllable: an onset, a rhyme and at most one tone, the right one."""
    letters = unicodedata.normalize("NFD", low)
    tones = [sign for sign in letters if sign in TONES]
    if tones:
        letters = letters.translate(WITHOUT_TONES)
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", letters)
    if plain.endswith(STOPS) and (not tones or tones[0] not in TONES_OF_STOPS):
        return False
    return any(plain[:n] in ONSETS and plain[n:] in RHYMES for n in range(4))


WITHOUT_TONES = dict.fromkeys(map(ord, TONES))

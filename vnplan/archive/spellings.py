"""The short forms of bodies' names beside the words that they stand for, in what is asked.

``UBND tỉnh`` is asked for as ``ủy ban nhân dân tỉnh``, too, and the other way round. The index has
the words as they were printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from vnplan.archive.fold import WORD, low
from vnplan.lexicon.bodies import SEARCHED
from vnplan.views import without_diacritics

Form = tuple[str, ...]  # words in lower case
MOST = 12  # ways to write one phrase


def forms_by_words() -> dict[str, list[tuple[Form, tuple[Form, ...]]]]:
    """By its first word, without marks, each form with what means the same, the longest first."""
    found: defaultdict[str, list[tuple[Form, tuple[Form, ...]]]] = defaultdict(list)
    for full, short in SEARCHED.items():
        same = tuple(tuple(WORD.findall(low(words))) for words in (full, *short))
        for form in same:
            found[without_diacritics(form[0])].append((form, same))
    for forms in found.values():
        forms.sort(key=lambda one: -len(one[0]))
    return found


FORMS = forms_by_words()


def form_at(words: Sequence[str], at: int) -> tuple[Form, tuple[Form, ...]] | None:
    """The form that stands at a place among words, with all that mean the same."""
    for form, same in FORMS.get(without_diacritics(words[at]), ()):
        typed = words[at : at + len(form)]
        if len(typed) == len(form) and all(map(is_typed, typed, form)):
            return form, same
    return None


def is_typed(word: str, of: str) -> bool:
    """Whether a word is one of a form, with its marks or without any."""
    return word in (of, without_diacritics(of))


def spellings(words: Form) -> tuple[Form, ...]:
    """The ways to write words that stand side by side, first as they are.

    What is put in for other words has no marks: nobody typed any.
    """
    found: list[Form] = [()]
    at = 0
    while at < len(words):
        met = form_at(words, at)
        own = words[at : at + len(met[0])] if met else words[at : at + 1]
        others = [form for form in met[1] if form != met[0]] if met else []
        ways = [own, *(tuple(map(without_diacritics, form)) for form in others)]
        found = [(*before, *way) for way in ways for before in found][:MOST]
        at += len(own)
    return tuple(found)

"""Which of the child's awards answers which of the parent's: form, authority and occasion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vnplan.compare.applies import Bearer, is_head_of, is_meant, spelled_out
from vnplan.patterns import pattern
from vnplan.records import Award, Change
from vnplan.views import clean, lowered


class Reward(NamedTuple):
    """The child's award, by its place in the list, and what is changed about it."""

    child: int
    changes: tuple[Change, ...]


def match_awards(
    parents: Sequence[Award], children: Sequence[Award], bearer: Bearer | None
) -> list[Reward | None]:
    """For each award of the parent's the child's that answers it, each used once.

    The most alike go together: the same form, the same authority, the same people, words in
    common. Without the same form or authority, or for another occasion, none answers.
    """
    fits = [
        (_fitness(award, other, bearer), place, j)
        for place, award in enumerate(parents)
        for j, other in enumerate(children)
        if _same_time(award, other)
    ]
    answers: list[Reward | None] = [None] * len(parents)
    free = set(range(len(children)))
    for fitness, place, j in sorted(fits, key=lambda fit: -fit[0]):  # of equals the first
        if fitness >= FITTING and answers[place] is None and j in free:
            free.remove(j)
            answers[place] = Reward(j, _changes(parents[place], children[j], bearer))
    return answers


FITTING = 2.0  # the same form, or the same authority


def _fitness(one: Award, two: Award, bearer: Bearer | None) -> float:
    """How well an award answers another: 0 to 6."""
    form, authority = _same_form(one, two), _same_authority(one.authority, two.authority, bearer)
    if not (form and authority) and not _same_people(one, two):
        return 0.0
    words, others = (set(WORD.findall(lowered(award.text))) for award in (one, two))
    alike = len(words & others) / max(1, len(words | others))
    return 2.0 * form + 2.0 * authority + 2.0 * alike if form or authority else 0.0


WORD = pattern(r"\w+")


def _changes(one: Award, two: Award, bearer: Bearer | None) -> tuple[Change, ...]:
    if not _same_form(one, two):
        return (Change(field="form", from_=one.form, to=two.form, effect="other_form"),)
    if not _same_authority(one.authority, two.authority, bearer):
        return (
            Change(
                field="authority",
                from_=one.authority,
                to=two.authority,
                effect="other_authority",
            ),
        )
    return ()


def _same_form(one: Award, two: Award) -> bool:
    return lowered(clean(one.form)) == lowered(clean(two.form))


def _same_authority(one: str | None, two: str | None, bearer: Bearer | None) -> bool:
    """``Bộ trưởng`` is ``Bộ trưởng Bộ Y tế``; the head of ``đơn vị`` is the child's own."""
    if one is None or two is None:
        return one is None  # any authority will do where none was named
    shorter, longer = sorted((spelled_out(one), spelled_out(two)), key=len)
    if longer.startswith(shorter):
        return True
    return bearer is not None and is_meant(one, bearer) is True and is_head_of(two, bearer)


def _same_time(one: Award, two: Award) -> bool:
    if one.occasion is None or two.occasion is None:
        return True
    return one.occasion in two.occasion or two.occasion in one.occasion


def _same_people(one: Award, two: Award) -> bool:
    return None in (one.audience, two.audience) or one.audience == two.audience

"""Which of the child's awards answers which of the parent's: form, authority and occasion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from vnplan.compare.applies import Bearer, is_head_of, is_meant, spelled_out
from vnplan.records import Award, Change
from vnplan.views import clean, lowered

Test = Callable[[Award, Award], bool]


class Reward(NamedTuple):
    """The child's award, by its place in the list, and what is changed about it."""

    child: int
    changes: tuple[Change, ...]


def match_awards(
    parents: Sequence[Award], children: Sequence[Award], bearer: Bearer | None
) -> list[Reward | None]:
    """For each award of the parent's the child's that answers it, each used once.

    The same form by the same authority comes first, then the form under another authority,
    then another form of the same authority; the last two only for the same occasion.
    """

    def same_authority(one: Award, two: Award) -> bool:
        return _same_authority(one.authority, two.authority, bearer)

    rules: tuple[Test, ...] = (
        lambda one, two: _same_form(one, two) and same_authority(one, two) and _same_time(one, two),
        lambda one, two: _same_form(one, two) and _same_time(one, two) and _same_people(one, two),
        lambda one, two: (
            same_authority(one, two) and _same_time(one, two) and _same_people(one, two)
        ),
    )
    answers: list[Reward | None] = [None] * len(parents)
    free = list(range(len(children)))
    for rule in rules:
        for place, award in enumerate(parents):
            if answers[place] is not None:
                continue
            fitting = next((j for j in free if rule(award, children[j])), None)
            if fitting is not None:
                free.remove(fitting)
                answers[place] = Reward(fitting, _changes(award, children[fitting], bearer))
    return answers


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

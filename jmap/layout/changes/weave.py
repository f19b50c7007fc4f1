"""Puts back what is gone: two lists of the same things become one, in which both orders can be seen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Both(Generic[T]):
    """The same thing before and after; None on the side where it does not stand."""

    base: T | None
    head: T | None


def weave(
    base: Sequence[T],
    head: Sequence[T],
    partner: Callable[[T], T | None],
    gone: Callable[[T], bool],
    loose: Collection[T],
) -> list[Both[T]]:
    """The head's order, with what is `gone` from the base behind what stood before it there.

    `partner` leads from a thing at the head to the same at the base. What is `loose` has moved: nothing is put
    behind it.
    """
    woven = [Both(partner(one), one) for one in head]
    behind: T | None = None  # the last thing of the base that kept its place
    for one in base:
        if gone(one):
            woven.insert(_after(behind, woven), Both(one, None))
            behind = one
        elif _stands(one, woven) and one not in loose:
            behind = one
    return woven


def _after(one: object, woven: Iterable[Both[T]]) -> int:
    if one is None:
        return 0
    return next(n for n, both in enumerate(woven, 1) if both.base is one)


def _stands(one: object, woven: Iterable[Both[T]]) -> bool:
    return any(both.base is one for both in woven)

"""How like two things are, from 0 to 1, and which of those left over are most likely the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")
LONGEST = 160  # characters of a text that are looked at
MOST = 2_500  # pairs that are looked at in one go; beyond it, only those that stand close together
CLOSE = 4  # places
SURE = 0.75  # from here on, letters alone will do
WORD = 4  # letters of a word that says something
Score = Callable[[T, T], float]


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """The share of characters that two texts have in common; 0 if it is less than `least`. The same both ways."""
    a, b = sorted((one.casefold()[:LONGEST], other.casefold()[:LONGEST]))
    if not a or not b:
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least and (ratio >= SURE or _share_a_word(a, b)) else 0.0


def _share_a_word(one: str, other: str) -> bool:
    """Whether two texts have a word in common: letters alone say little. Texts without blanks are not told apart so."""
    if " " not in one or " " not in other:
        return True
    return any(len(word) >= WORD for word in set(one.split()) & set(other.split()))


def best_pairs(bases: Sequence[T], heads: Sequence[T], score: Score[T], least: float) -> list[tuple[T, T]]:
    """Pairs of a base and a head that score at least so much, the best first; each thing in one pair at most.

    Of equal scores the pair that stands closest together goes first. The two sides are treated alike.
    """
    near = len(bases) * len(heads) > MOST
    found: list[tuple[float, int, int, int, int, int]] = []
    for i, base in enumerate(bases):
        around = range(max(0, i - CLOSE), min(len(heads), i + CLOSE + 1)) if near else range(len(heads))
        for j in around:
            value = score(base, heads[j])
            if value >= least:
                found.append((-value, abs(i - j), min(i, j), max(i, j), i, j))
    pairs: list[tuple[T, T]] = []
    taken_base: set[int] = set()
    taken_head: set[int] = set()
    for *_, i, j in sorted(found):
        if i not in taken_base and j not in taken_head:
            taken_base.add(i)
            taken_head.add(j)
            pairs.append((bases[i], heads[j]))
    return pairs

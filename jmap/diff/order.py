"""Which of a row of things were moved, when their order changed: as few as possible."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Sequence

Weight = tuple[int, int]  # how many things, and the sum of their weights


def out_of_order(order: Sequence[int], names: Sequence[str]) -> list[int]:
    """The places (in `order`) of the things that moved; all others follow each other as before.

    `order` has the place before of each thing, in the order after. Where the choice is free it depends on `names`
    only, so that the way back moves the same things.
    """
    if all(a < b for a, b in zip(order, order[1:], strict=False)):
        return []
    kept = _heaviest(order, [_weight(name) for name in names])
    return [i for i in range(len(order)) if i not in kept]


def _weight(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:6], "big")


def _heaviest(order: Sequence[int], weights: Sequence[int]) -> set[int]:
    """The longest increasing run, and of several the heaviest: a tree has the best chain before each value."""
    values = sorted(order)
    size = len(values)
    tree: list[tuple[Weight, int]] = [((0, 0), -1)] * (size + 1)
    before: list[int] = []
    best: tuple[Weight, int] = ((0, 0), -1)
    for i, value in enumerate(order):
        rank = bisect_left(values, value)
        (count, weight), last = _query(tree, rank)
        chain = ((count + 1, weight + weights[i]), i)
        before.append(last)
        best = max(best, chain)
        _update(tree, rank + 1, chain)
    kept: set[int] = set()
    at = best[1]
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _query(tree: Sequence[tuple[Weight, int]], rank: int) -> tuple[Weight, int]:
    best = tree[0]
    while rank > 0:
        best = max(best, tree[rank])
        rank -= rank & -rank
    return best


def _update(tree: list[tuple[Weight, int]], rank: int, chain: tuple[Weight, int]) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], chain)
        rank += rank & -rank

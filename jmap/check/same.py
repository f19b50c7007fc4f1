"""One thing in several maps: what rules about consistency compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from jmap.check.context import Context, Met
from jmap.resolve.content import Touchpoint

V = TypeVar("V")


def differing(context: Context, value: Callable[[Touchpoint], V | None]) -> Iterator[tuple[Met, Met]]:
    """Each touchpoint that differs from the first of its kind in a value that both have, and that first one.

    One is told for each map and value: five steps of a map with the same mistake are one mistake.
    """
    for group in context.touchpoints.values():
        if len(group) < 2:
            continue
        first: Met | None = None
        told: set[tuple[str, V]] = set()
        for met in group:
            here = value(met.touchpoint)
            if here is None or here == "":
                continue
            if first is None:
                first = met
            elif here != value(first.touchpoint) and (met.file, here) not in told:
                told.add((met.file, here))
                yield met, first

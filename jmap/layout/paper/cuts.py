"""Where each row may be cut between two columns, so that no word and no sign is cut with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from jmap.layout.paper.measure import SCALE, Measured, Strip

# Rows that are one drawing through all columns show so many px of the column beyond a cut: one sees them go on.
OVER: Mapping[str, float] = MappingProxyType({"path": 12.0, "feelings": 28.0})

FAR = 2.0  # columns: where all is crossed by words further than that, they are cut


@dataclass(frozen=True, slots=True)
class Cut:
    """One place between two columns. For each row: where the page before ends, and where the page after begins."""

    column: int  # the first one after the cut
    ends: tuple[float, ...]
    begins: tuple[float, ...]
    over: float  # px that the page before needs beyond its last column
    before: float  # px that the page after needs ahead of its first column


def cuts(map: Measured) -> dict[int, Cut]:
    """Every place between two columns, by the first column after it."""
    return {column: _cut(map, column) for column in range(1, map.columns)}


def _cut(map: Measured, column: int) -> Cut:
    at = map.x(column)
    edges = [_edges(row, at, map) for row in map.rows]
    ends, begins = tuple(end for end, _ in edges), tuple(begin for _, begin in edges)
    return Cut(column, ends, begins, max(0.0, max(ends) - at), max(0.0, at - min(begins)))


def _edges(row: Strip, at: float, map: Measured) -> tuple[float, float]:
    """Both pages show what stands across the cut, save on the bar of time: that is parted at the nearest gap."""
    far = map.column * FAR
    if row.key == SCALE:
        after, before = _clean(row.inks, at, 1), _clean(row.inks, at, -1)
        nearest = after if after - at <= at - before else before
        return (nearest, nearest) if abs(nearest - at) <= far else (at, at)
    end, begin = (_further(row, _clean(row.inks, at, way), at, way) for way in (1, -1))
    return (end if end - at <= far else at), (begin if at - begin <= far else at)


def _further(row: Strip, x: float, at: float, way: int) -> float:
    """A little more, as far as that cuts nothing."""
    over = OVER.get(row.key, 0.0)
    more = (at + way * over * part for part in (1.0, 0.75, 0.5, 0.25))
    return next((far for far in more if (far - x) * way > 0 and _clean(row.inks, far, way) == far), x)


def _clean(inks: Sequence[tuple[float, float]], x: float, way: int) -> float:
    """The nearest place from x on (`way` 1) or back (-1) that no ink crosses."""
    while crossing := [ink for ink in inks if ink[0] < x - 0.5 and ink[1] > x + 0.5]:
        x = max(right for _, right in crossing) + 2 if way > 0 else min(left for left, _ in crossing) - 2
    return x

"""The plot of value by effort: a grid of five by five, whose cells grow where many opportunities share one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jmap.resolve.content import Opportunity

SCALE = (1, 2, 3, 4, 5)
CELL_W, CELL_H = 76.0, 62.0
PITCH, ACROSS = 32.0, 2  # px from middle to middle; so many side by side
LEFT, BELOW = 44.0, 46.0
SPLIT = 3  # the quadrants part behind this many cells: at 3.5


@dataclass(frozen=True, slots=True)
class Dot:
    label: str
    x: float
    y: float
    known: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """Numbers in px. Every dot stands in the cell of its rounded value (upwards) and effort (to the right)."""

    width: float
    height: float
    left: float
    bottom: float
    columns: tuple[tuple[str, float, float], ...]  # effort, left edge, middle
    rows: tuple[tuple[str, float, float], ...]  # value, top edge, middle
    split_x: float
    split_y: float
    dots: tuple[Dot, ...]


def matrix(placed: Sequence[Opportunity]) -> Matrix | None:
    """The plot of the opportunities that have both a value and an effort; none without any."""
    if not placed:
        return None
    cells: dict[tuple[int, int], list[Opportunity]] = {}
    for idea in placed:
        cells.setdefault((cell_of(idea.value), cell_of(idea.effort)), []).append(idea)
    heights = {v: max((_needed(len(cells.get((v, e), ()))) for e in SCALE), default=CELL_H) for v in SCALE}
    tops, top = {}, 0.0
    for value in reversed(SCALE):
        tops[value] = top
        top += heights[value]
    lefts = {effort: LEFT + n * CELL_W for n, effort in enumerate(SCALE)}
    dots = []
    for (value, effort), ideas in cells.items():
        dots += _packed(ideas, lefts[effort] + CELL_W / 2, tops[value] + heights[value] / 2)
    return Matrix(
        width=LEFT + CELL_W * len(SCALE),
        height=top + BELOW,
        left=LEFT,
        bottom=top,
        columns=tuple((str(e), lefts[e], lefts[e] + CELL_W / 2) for e in SCALE),
        rows=tuple((str(v), tops[v], tops[v] + heights[v] / 2) for v in reversed(SCALE)),
        split_x=LEFT + SPLIT * CELL_W,
        split_y=tops[SPLIT + 1] + heights[SPLIT + 1],
        dots=tuple(dots),
    )


def cell_of(score: float | None) -> int:
    """1 to 5; halves go up, so that 3.5 is on the high side of the split."""
    return min(5, max(1, math.floor((score or 0) + 0.5)))


def _needed(count: int) -> float:
    lines = math.ceil(count / ACROSS)
    return max(CELL_H, lines * PITCH + 12)


def _packed(ideas: Sequence[Opportunity], x: float, y: float) -> list[Dot]:
    """Side by side in lines of two, around the middle of the cell; an odd one stands on top."""
    odd = len(ideas) % ACROSS
    lines = [ideas[:odd]] if odd else []
    lines += [ideas[n : n + ACROSS] for n in range(odd, len(ideas), ACROSS)]
    first = y - (len(lines) - 1) * PITCH / 2
    return [
        Dot(idea.label, x + (k - (len(line) - 1) / 2) * PITCH, first + n * PITCH, idea.known)
        for n, line in enumerate(lines)
        for k, idea in enumerate(line)
    ]

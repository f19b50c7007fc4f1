"""Where the dots of a value by effort matrix stand: numbers for the page's drawing, in px of its own grid."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from jmap.render.html.atlas.ideas import Spot
from jmap.render.shapes import number

LEFT, TOP, UNIT_X, UNIT_Y = 46.0, 8.0, 68.0, 68.0  # the plot's corner, and what one point of the scale takes
PARTING = 3.5  # quadrants part between 3 and 4, so that no dot of a whole number stands on a line
SMALL, LARGE = 12.0, 16.0


@dataclass(frozen=True, slots=True)
class Dot:
    """`known`: all, some or none. `ring` is how much of its edge is drawn solid, as a dash pattern."""

    x: str
    y: str
    radius: str
    text: str
    known: str
    ring: str
    cell: str
    said: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The size of the drawing, its ticks, and where its quadrants part."""

    dots: tuple[Dot, ...]
    width: int = int(LEFT + 5 * UNIT_X + 8)
    height: int = int(TOP + 5 * UNIT_Y + 52)
    left: int = int(LEFT)
    top: int = int(TOP)
    right: int = int(LEFT + 5 * UNIT_X)
    bottom: int = int(TOP + 5 * UNIT_Y)
    part_x: int = int(LEFT + (PARTING - 0.5) * UNIT_X)
    part_y: int = int(TOP + (5.5 - PARTING) * UNIT_Y)

    @property
    def ticks(self) -> tuple[tuple[int, float, float], ...]:
        """A score, its x on the axis of effort and its y on that of value."""
        return tuple((n, _x(n), _y(n)) for n in range(1, 6))


def matrix(spots: Sequence[Spot]) -> Matrix:
    return Matrix(tuple(_dot(spot) for spot in spots))


def _dot(spot: Spot) -> Dot:
    radius = min(LARGE, SMALL + 2 * math.log2(spot.count))
    known = "all" if spot.known == spot.count else "some" if spot.known else "none"
    around = 2 * math.pi * radius
    solid = around * spot.known / spot.count
    ring = f"{number(solid)} {number(around - solid)}" if known == "some" else ""
    return Dot(
        number(_x(spot.effort)),
        number(_y(spot.value)),
        number(radius),
        str(spot.count),
        known,
        ring,
        spot.cell,
        spot.said,
    )


def _x(effort: float) -> float:
    return LEFT + (effort - 0.5) * UNIT_X


def _y(value: float) -> float:
    return TOP + (5.5 - value) * UNIT_Y

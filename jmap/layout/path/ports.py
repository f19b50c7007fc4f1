"""Where ways touch their nodes: side by side, in the order in which they cross each other least."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from jmap.layout.path.course import RADIUS, Course
from jmap.resolve.journey import Way

SPACING = 9.0


@dataclass(frozen=True, slots=True)
class Arc:
    """A way between two columns; `left` and `right` are the x of its legs."""

    way: Way
    left: float
    right: float

    @property
    def low(self) -> int:
        return min(self.way.source, self.way.target)

    @property
    def high(self) -> int:
        return max(self.way.source, self.way.target)


def arcs(ways: Sequence[Way], course: Course) -> list[Arc]:
    """The ways with their legs, the shortest first: longer ones go around them."""
    ordered = sorted(ways, key=lambda way: (abs(way.source - way.target), way.source, way.path))
    ports: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for n, way in enumerate(ordered):
        low, high = sorted((way.source, way.target))
        ports[high].append((n, "right"))
        ports[low].append((n, "left"))
    offsets = {column: _offsets(column, legs, ordered) for column, legs in ports.items()}
    return [
        Arc(
            way,
            course.x(min(way.source, way.target)) + offsets[min(way.source, way.target)][(n, "left")],
            course.x(max(way.source, way.target)) + offsets[max(way.source, way.target)][(n, "right")],
        )
        for n, way in enumerate(ordered)
    ]


def _offsets(column: int, legs: list[tuple[int, str]], ways: Sequence[Way]) -> dict[tuple[int, str], float]:
    """The legs of a node from left to right: those that come from the left, then loops, then those to the right."""
    own = [leg for leg in legs if ways[leg[0]].source == ways[leg[0]].target]
    others = [leg for leg in legs if leg not in own]
    from_left = [leg for leg in others if leg[1] == "right"]
    to_right = [leg for leg in others if leg[1] == "left"]
    loops = sorted(own, key=lambda leg: (leg[0], leg[1]))
    order = [*from_left, *loops, *reversed(to_right)]
    spacing = 20.0 if own and len(order) == 2 else SPACING
    return {leg: (n - (len(order) - 1) / 2) * spacing for n, leg in enumerate(order)}


def touch(course: Course, column: int, x: float, above: bool) -> float:
    """The y at which a leg at `x` meets its node, or the ribbon beside it."""
    dx = abs(x - course.x(column))
    if dx >= RADIUS:
        return 0.0 if above else course.widths[column]
    reach = math.sqrt(RADIUS**2 - dx**2)
    edge = course.y(column) + (-reach if above else reach)
    return min(0.0, edge) if above else max(course.widths[column], edge)

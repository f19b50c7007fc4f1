"""Edges as scene items: splines from dot's numbers, with arrow heads of our own."""

from __future__ import annotations

import math

from jmap.graph.geometry import Point, Route
from jmap.layout.scene import Curve, Dash, Item

Command = tuple[str | float, ...]


def head_length(width: float) -> float:
    """How long an arrow head is, in px; dot is asked to leave as much room."""
    return 7 + 1.2 * width


def spline(route: Route, ink: str, width: float, dash: Dash = "") -> Curve:
    """The edge without its arrow heads; straight on to a tip for which dot left no room."""
    points = route.points
    commands: list[Command] = [("M", *points[0])]
    for n in range(1, len(points) - 2, 3):
        commands.append(("C", *points[n], *points[n + 1], *points[n + 2]))
    return Curve(tuple(commands), ink, width, dash)


def joint(route: Route, ink: str, width: float) -> Curve:
    """A smooth way between the ends of an edge that has nothing to go round."""
    (x, y), (x2, y2) = route.points[0], route.points[-1]
    middle = (x + x2) / 2
    return Curve((("M", x, y), ("C", middle, y, middle, y2, x2, y2)), ink, width)


def arrow(route: Route, ink: str, width: float) -> tuple[Item, ...]:
    """A filled head from the end of the spline to the tip."""
    if route.end is None:
        return ()
    base, tip = route.points[-1], route.end
    length = math.hypot(tip[0] - base[0], tip[1] - base[1])
    if length < 0.5:
        return ()
    along = ((tip[0] - base[0]) / length, (tip[1] - base[1]) / length)
    half = head_length(width) * 0.45
    back = (base[0] - along[0], base[1] - along[1])  # under the end of the line
    corners = (tip, _beside(back, along, half), _beside(back, along, -half))
    commands: list[Command] = [("M", *corners[0]), ("L", *corners[1]), ("L", *corners[2]), ("Z",)]
    return (Curve(tuple(commands), fill=ink),)


def _beside(point: Point, along: Point, distance: float) -> Point:
    return point[0] - along[1] * distance, point[1] + along[0] * distance

"""Monotone cubic interpolation (Fritsch and Carlson 1980): smooth, and never above or below its data."""

from __future__ import annotations

import math
from collections.abc import Sequence

Knot = tuple[float, float]
Command = tuple[str | float, ...]


def slopes(knots: Sequence[Knot]) -> list[float]:
    """dy/dx at each knot; x must grow. Flat at extremes; two knots get a straight line, one gets 0."""
    if len(knots) < 2:
        return [0.0] * len(knots)
    secants = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in zip(knots, knots[1:], strict=False)]
    inner = [0.0 if a * b <= 0 else (a + b) / 2 for a, b in zip(secants, secants[1:], strict=False)]
    tangents = [secants[0], *inner, secants[-1]]
    for k, secant in enumerate(secants):
        tangents[k], tangents[k + 1] = _limited(tangents[k], tangents[k + 1], secant)
    return tangents


def _limited(start: float, end: float, secant: float) -> tuple[float, float]:
    """The slopes at both ends of a segment, reduced until the segment cannot overshoot."""
    if secant == 0:
        return 0.0, 0.0
    a, b = start / secant, end / secant
    length = math.hypot(a, b)
    if length <= 3:
        return start, end
    return 3 * a / length * secant, 3 * b / length * secant


def segments(knots: Sequence[Knot]) -> list[Command]:
    """One Bezier command ("C", ...) from each knot to the next."""
    tangents = slopes(knots)
    return [
        (
            "C",
            x0 + (x1 - x0) / 3,
            y0 + tangents[k] * (x1 - x0) / 3,
            x1 - (x1 - x0) / 3,
            y1 - tangents[k + 1] * (x1 - x0) / 3,
            x1,
            y1,
        )
        for k, ((x0, y0), (x1, y1)) in enumerate(zip(knots, knots[1:], strict=False))
    ]


def samples(start: Knot, bezier: Command, count: int) -> list[Knot]:
    """`count` + 1 points along a Bezier segment that begins at `start`."""
    x1, y1, x2, y2, x3, y3 = (float(value) for value in bezier[1:])
    points = []
    for n in range(count + 1):
        t = n / count
        a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
        points.append((a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3))
    return points


def reverse(start: Knot, beziers: Sequence[Command]) -> tuple[Knot, list[Command]]:
    """The same segments run the other way round: their new start, and the commands."""
    starts = [start, *((float(c[5]), float(c[6])) for c in beziers)]
    back: list[Command] = [("C", c[3], c[4], c[1], c[2], *starts[k]) for k, c in reversed(list(enumerate(beziers)))]
    return starts[-1], back

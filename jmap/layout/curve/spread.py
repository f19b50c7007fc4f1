"""How far the answers spread around a score: a ribbon along neighbouring points, a capsule at a lone one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jmap.layout.curve.hermite import Command, reverse, segments
from jmap.layout.curve.points import Point, Trace
from jmap.layout.curve.scale import Scale
from jmap.layout.geometry import Rect
from jmap.layout.scene import Curve

OPACITY = 0.16
CAPSULE = 14.0
BULGE = 7.0  # how far the rounded end of a ribbon reaches beyond its last point


def spread(trace: Trace, scale: Scale, ink: str) -> Iterator[Curve]:
    """What the trace's spreads look like, clipped to the scale."""
    for run in trace.runs:
        for points in _together(run):
            if len(points) > 1:
                yield _ribbon(points, scale, ink)
            elif points[0].spread:
                yield _capsule(points[0], scale, ink)


def extent(trace: Trace, scale: Scale) -> Iterator[Rect]:
    """Rectangles around what `spread` draws."""
    for run in trace.runs:
        for points in _together(run):
            for a, b in zip(points, points[1:] or points, strict=False):
                tops, ends = zip(_ends(a, scale), _ends(b, scale), strict=True)
                yield Rect(a.x - CAPSULE / 2, min(tops), b.x + CAPSULE / 2, max(ends))


def _together(run: Sequence[Point]) -> Iterator[list[Point]]:
    group: list[Point] = []
    for point in run:
        if point.spread is not None:
            group.append(point)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _ends(point: Point, scale: Scale) -> tuple[float, float]:
    """The y of the highest and the lowest answer."""
    half = point.spread or 0.0
    return scale.y(min(2.0, point.score + half)), scale.y(max(-2.0, point.score - half))


def _capsule(point: Point, scale: Scale, ink: str) -> Curve:
    """A short thick line with round ends: its ends are the highest and the lowest answer."""
    high, low = _ends(point, scale)
    width = min(CAPSULE, low - high)
    ends = (("M", point.x, high + width / 2), ("L", point.x, max(low - width / 2, high + width / 2 + 0.1)))
    return Curve(ends, ink, width, opacity=OPACITY)


def _ribbon(points: Sequence[Point], scale: Scale, ink: str) -> Curve:
    upper = [(point.x, _ends(point, scale)[0]) for point in points]
    lower = [(point.x, _ends(point, scale)[1]) for point in points]
    _, back = reverse(lower[0], segments(lower))
    commands: list[Command] = [
        ("M", *upper[0]),
        *segments(upper),
        _cap(upper[-1], lower[-1], BULGE),
        *back,
        _cap(lower[0], upper[0], -BULGE),
        ("Z",),
    ]
    return Curve(tuple(commands), fill=ink, opacity=OPACITY)


def _cap(start: tuple[float, float], end: tuple[float, float], bulge: float) -> Command:
    """A rounded end; flat where the spread is next to nothing."""
    by = bulge if abs(end[1] - start[1]) > 2 * abs(bulge) else 0.0
    turn = (end[1] - start[1]) * 0.2
    return ("C", start[0] + by, start[1] + turn, end[0] + by, end[1] - turn, *end)

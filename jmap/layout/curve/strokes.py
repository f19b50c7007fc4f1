"""From traces to drawn lines: where each point's mark stands, and the solid and dotted parts of its line.

Where personas score alike, their marks stand side by side and their lines run next to each other, so that
none hides another.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.layout.curve.hermite import Command, Knot, samples, segments, slopes
from jmap.layout.curve.points import Point, Trace
from jmap.layout.curve.scale import Scale
from jmap.layout.geometry import Rect
from jmap.layout.kit import persona_token, shape_of
from jmap.layout.scene import Curve, Shape

MARKS_APART = 9.0
LINES_APART = 3.0
SAMPLES = 20


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on paper: its mark's centre, and the knot where the line passes.

    `place` counts marks from the middle of those that stand side by side: -1, 0, 1; 0 if it stands alone.
    """

    point: Point
    x: float
    y: float
    knot: Knot
    place: float = 0.0
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Stroke:
    """A trace on paper: a line for each of its runs."""

    trace: Trace
    runs: tuple[tuple[Spot, ...], ...]
    width: float

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The points that have a mark."""
        return tuple(spot for run in self.runs for spot in run if not spot.point.passed)

    @property
    def ink(self) -> str:
        return persona_token(self.trace.persona) if self.trace.persona else "ink"

    @property
    def text_ink(self) -> str:
        return f"{self.ink}_text" if self.trace.persona else "ink"

    @property
    def shape(self) -> Shape:
        return shape_of(self.trace.persona) if self.trace.persona else "circle"

    def curves(self) -> Iterator[Curve]:
        for run in self.runs:
            yield from _curves(run, self.ink, self.width)

    def swept(self) -> Iterator[Rect]:
        """Small rectangles that together cover the lines."""
        for run in self.runs:
            knots = [spot.knot for spot in run]
            for start, bezier in zip(knots, segments(knots), strict=False):
                yield from _swept(samples(start, bezier, SAMPLES), self.width / 2 + 1)


def strokes(traces: Sequence[Trace], scale: Scale, width: float) -> tuple[Stroke, ...]:
    """Traces on one scale, moved apart where they meet."""
    slots = _slots(traces)
    return tuple(
        Stroke(trace, tuple(_spots(run, scale, n, slots) for run in trace.runs), width)
        for n, trace in enumerate(traces)
    )


def _slots(traces: Sequence[Trace]) -> dict[tuple[float, float], list[int]]:
    """Which traces have a point at (x, score)."""
    slots: dict[tuple[float, float], list[int]] = defaultdict(list)
    for n, trace in enumerate(traces):
        for point in trace.points:
            slots[_key(point)].append(n)
    return slots


def _key(point: Point) -> tuple[float, float]:
    return round(point.x, 1), point.score


def _spots(
    run: Sequence[Point], scale: Scale, number: int, slots: dict[tuple[float, float], list[int]]
) -> tuple[Spot, ...]:
    tangents = slopes([(point.x, scale.y(point.score)) for point in run])
    spots = []
    for point, tangent in zip(run, tangents, strict=True):
        alike = slots[_key(point)]
        place = alike.index(number) - (len(alike) - 1) / 2
        y, away = scale.y(point.score), place * LINES_APART
        steep = math.hypot(1, tangent)
        knot = (point.x - away * tangent / steep, y + away / steep)  # along the normal of the line
        spots.append(Spot(point, point.x + place * MARKS_APART, y, knot, place, len(alike) == 1))
    return tuple(spots)


def _curves(run: Sequence[Spot], ink: str, width: float) -> Iterator[Curve]:
    """Stretches of one kind: solid between two known points, dotted where either is assumed."""
    knots = [spot.knot for spot in run]
    commands: list[Command] = []
    solid_before: bool | None = None
    for n, bezier in enumerate(segments(knots)):
        solid = run[n].point.known and run[n + 1].point.known
        if solid != solid_before and commands:
            yield _curve(commands, ink, width, bool(solid_before))
            commands = []
        commands = commands or [("M", *knots[n])]
        commands.append(bezier)
        solid_before = solid
    if commands:
        yield _curve(commands, ink, width, bool(solid_before))


def _curve(commands: Sequence[Command], ink: str, width: float, solid: bool) -> Curve:
    return Curve(tuple(commands), ink, width, "" if solid else "dotted")


def _swept(points: Sequence[Knot], by: float) -> Iterator[Rect]:
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        yield Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)).grown(by)

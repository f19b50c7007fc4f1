"""A map's emotion curves, small enough to stand beside its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from jmap.layout.curve.hermite import segments
from jmap.layout.curve.points import Point, Trace, traces
from jmap.layout.grid import Grid
from jmap.layout.kit import shape_of
from jmap.render.html.people import tone_of
from jmap.render.shapes import mark_path, path_data

if TYPE_CHECKING:
    from jmap.resolve.journey import Journey

WIDTH, HEIGHT, EDGE = 320.0, 96.0, 12.0
MARK = 9.0
BESIDE = 3.0  # px between lines of equal scores: so much lower is each persona's curve than the one before


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece of a curve, dotted where it comes from or goes to what is assumed. Tone 0 is everyone's."""

    tone: int
    path: str
    dotted: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a curve begins, in the shape of its persona: hollow if that score is assumed."""

    tone: int
    path: str
    hollow: bool


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """`bounds` are path data of the boundaries between stages."""

    strokes: tuple[Stroke, ...] = ()
    spots: tuple[Spot, ...] = ()
    bounds: str = ""

    @property
    def empty(self) -> bool:
        return not self.strokes and not self.spots


def thumbnail(journey: Journey, found: Sequence[Trace]) -> Thumbnail:
    """`found` are the curves of the map's picture, one a persona, or one in all where nobody's feelings differ."""
    strokes: list[Stroke] = []
    spots: list[Spot] = []
    taken: list[tuple[float, float]] = []
    for n, trace in enumerate(found):
        middle = HEIGHT / 2 + (n - (len(found) - 1) / 2) * BESIDE
        strokes += _strokes(trace, middle)
        spots += _spots(trace, middle, taken)
    return Thumbnail(tuple(strokes), tuple(spots), _bounds(journey))


def felt(journey: Journey) -> tuple[Trace, ...]:
    """Who felt what where: the same as on the map's picture."""
    return traces(journey, _grid(journey))


def _grid(journey: Journey) -> Grid:
    return Grid(0.0, WIDTH / max(1, len(journey.columns)), len(journey.columns))


def _y(point: Point, middle: float) -> float:
    return middle - point.score / 2 * (HEIGHT / 2 - EDGE)


def _tone(trace: Trace) -> int:
    if trace.persona is None:
        return 0 if trace.shared else 1
    return tone_of(trace.persona.number)


def _strokes(trace: Trace, middle: float) -> Iterator[Stroke]:
    """As few as there are changes between what is known and what is assumed: many maps share a page."""
    for run in trace.runs:
        knots = [(point.x, _y(point, middle)) for point in run]
        pieces = [
            (knot, curve, not (one.known and other.known))
            for knot, curve, one, other in zip(knots, segments(knots), run, run[1:], strict=False)
        ]
        for dotted, group in groupby(pieces, key=lambda piece: piece[2]):
            together = list(group)
            yield Stroke(_tone(trace), _path(together[0][0], [curve for _, curve, _ in together]), dotted)


def _path(start: tuple[float, float], curves: Sequence[tuple[str | float, ...]]) -> str:
    rounded = [tuple(v if isinstance(v, str) else round(v, 1) for v in curve) for curve in curves]
    return path_data((("M", round(start[0], 1), round(start[1], 1)), *rounded))


def _spots(trace: Trace, middle: float, taken: list[tuple[float, float]]) -> Iterator[Spot]:
    """At the first score, and at every one that has no neighbour; below a mark that is there already."""
    shape = shape_of(trace.persona) if trace.persona else "circle"
    for n, run in enumerate(trace.runs):
        if n == 0 or len(run) == 1:
            x, y = round(run[0].x, 1), round(_y(run[0], middle), 1)
            while any(abs(x - other) < MARK and abs(y - above) < MARK for other, above in taken):
                y += MARK
            taken.append((x, y))
            yield Spot(_tone(trace), mark_path(shape, x, y, MARK), not run[0].known)


def _bounds(journey: Journey) -> str:
    step = WIDTH / max(1, len(journey.columns))
    starts: list[float] = []
    column = 0
    for stage in journey.stages[:-1]:
        column += max(1, len(stage.steps))
        starts.append(round(column * step, 1))
    return path_data(tuple(part for x in starts for part in (("M", x, 0.0), ("L", x, HEIGHT))))

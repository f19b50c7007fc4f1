"""A map's emotion curves, small enough to stand beside its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.layout.curve.hermite import segments
from jmap.render.html.people import tone_of
from jmap.render.shapes import number, path_data
from jmap.resolve.journey import Feeling

if TYPE_CHECKING:
    from jmap.resolve.journey import Journey, Persona, Place

WIDTH, HEIGHT, EDGE = 320.0, 88.0, 10.0
Point = tuple[float, float, bool]  # x, y, and whether it is reported


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece of a curve, dotted where it comes from or goes to what is assumed."""

    tone: int
    path: str
    dotted: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """A score without neighbours, hollow if it is assumed."""

    tone: int
    x: str
    y: str
    hollow: bool


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """`bounds` are the x of the boundaries between stages."""

    strokes: tuple[Stroke, ...] = ()
    spots: tuple[Spot, ...] = ()
    bounds: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.strokes and not self.spots


def thumbnail(journey: Journey) -> Thumbnail:
    """One curve a persona, or one in all where the map names nobody."""
    people: tuple[Persona | None, ...] = journey.personas or (None,)
    strokes: list[Stroke] = []
    spots: list[Spot] = []
    for persona in people:
        tone = tone_of(persona.number) if persona else 1
        for run in _runs(journey, persona):
            if len(run) == 1:
                x, y, known = run[0]
                spots.append(Spot(tone, number(x), number(y), not known))
            strokes += _strokes(run, tone)
    return Thumbnail(tuple(strokes), tuple(spots), tuple(_bounds(journey)))


def _runs(journey: Journey, persona: Persona | None) -> Iterator[list[Point]]:
    """Neighbouring columns that have a score; a missing one breaks the line."""
    run: list[Point] = []
    step = WIDTH / max(1, len(journey.columns))
    for n, column in enumerate(journey.columns):
        feeling = _feeling(column, persona)
        if feeling is None:
            if run:
                yield run
            run = []
        else:
            y = HEIGHT / 2 - feeling.score / 2 * (HEIGHT / 2 - EDGE)
            run.append(((n + 0.5) * step, y, feeling.known))
    if run:
        yield run


def _feeling(column: Place, persona: Persona | None) -> Feeling | None:
    for item in column.items("feelings"):
        if isinstance(item, Feeling) and (not item.personas or (persona and persona.id in item.personas)):
            return item
    return None


def _strokes(run: list[Point], tone: int) -> Iterator[Stroke]:
    curves = segments([(x, y) for x, y, _ in run])
    for (x, y, known), (_, _, next_known), curve in zip(run, run[1:], curves, strict=False):
        yield Stroke(tone, path_data((("M", x, y), curve)), not (known and next_known))


def _bounds(journey: Journey) -> Iterator[str]:
    step = WIDTH / max(1, len(journey.columns))
    for n in range(1, len(journey.stages)):
        yield number(journey.columns_of(n).start * step)

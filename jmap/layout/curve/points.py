"""From the feelings of a map to the points of curves: who felt what where, what is joined, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.layout.grid import Grid
from jmap.resolve.content import Feeling, Persona
from jmap.resolve.journey import Journey, Place


@dataclass(frozen=True, slots=True)
class Point:
    """One feeling on a curve. It stands for the columns `first` to `last`: one, or a whole stage's."""

    x: float
    first: int
    last: int
    place: Place
    feeling: Feeling
    passed: bool = False  # in a column that is folded away: the line goes through it, without mark and word

    @property
    def score(self) -> float:
        return self.feeling.score

    @property
    def known(self) -> bool:
        return self.feeling.known

    @property
    def spread(self) -> float | None:
        """Half the width of the answers' spread, in points of the scale: only where it was asked."""
        return self.feeling.spread if self.feeling.known else None


@dataclass(frozen=True, slots=True)
class Trace:
    """All feelings of one persona.

    `runs` are joined by a line each, `levels` are a stage's own feelings where its steps have theirs, and
    `missing` are runs of columns without a score, as (first, last). `persona` is None for a map without
    personas, and where all of its personas feel alike (`shared`).
    """

    persona: Persona | None
    runs: tuple[tuple[Point, ...], ...]
    levels: tuple[Point, ...]
    missing: tuple[tuple[int, int], ...]
    shared: bool = False

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for run in self.runs for point in run)


def traces(journey: Journey, grid: Grid, apart: bool = False) -> tuple[Trace, ...]:
    """One trace a persona, in the map's order; a single one where nobody's feelings differ, unless `apart`."""
    if len(journey.personas) > 1 and not apart and not differ(journey):
        return (_trace(journey, grid, None, shared=True),)
    return tuple(_trace(journey, grid, persona) for persona in journey.personas or (None,))


def differ(journey: Journey) -> bool:
    """Whether any feeling is that of some personas only."""
    everyone = {persona.id for persona in journey.personas}
    return any(item.personas and set(item.personas) != everyone for _, item in journey.every("feelings"))


def _trace(journey: Journey, grid: Grid, persona: Persona | None, shared: bool = False) -> Trace:
    points: list[Point] = []
    levels: list[Point] = []
    for index, stage in enumerate(journey.stages):
        columns = journey.columns_of(index)
        below = [
            p
            for column, step in zip(columns, stage.steps, strict=False)
            for p in _points(step, grid, column, column, persona)
        ]
        own = list(_points(stage, grid, columns[0], columns[-1], persona))
        points += below or own
        levels += own if below else []
    return Trace(persona, tuple(_runs(points)), tuple(levels), tuple(_missing(points, grid.columns)), shared)


def _points(place: Place, grid: Grid, first: int, last: int, persona: Persona | None) -> Iterator[Point]:
    """The feelings of one place, side by side over the width of its columns."""
    mine = [f for f in place.items("feelings") if isinstance(f, Feeling) and _holds(f, persona)]
    width = grid.across(range(first, last + 1))
    for n, feeling in enumerate(mine):
        yield Point(grid.x(first) + width * (2 * n + 1) / (2 * len(mine)), first, last, place, feeling)


def _holds(feeling: Feeling, persona: Persona | None) -> bool:
    return persona is None or not feeling.personas or persona.id in feeling.personas


def _runs(points: list[Point]) -> Iterator[tuple[Point, ...]]:
    run: list[Point] = []
    for point in points:
        if run and point.first > run[-1].last + 1:
            yield tuple(run)
            run = []
        run.append(point)
    if run:
        yield tuple(run)


def _missing(points: list[Point], columns: int) -> Iterator[tuple[int, int]]:
    covered = {column for point in points for column in range(point.first, point.last + 1)}
    first: int | None = None
    for column in range(columns + 1):
        gone = column < columns and column not in covered
        if gone and first is None:
            first = column
        elif not gone and first is not None:
            yield first, column - 1
            first = None

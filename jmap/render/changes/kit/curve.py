"""Feelings before and after, step by step, for a small chart: only what has a score on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jmap.diff.change import MapComparison
from jmap.diff.story import score
from jmap.resolve.content import Persona
from jmap.resolve.journey import Journey, Place

FEWEST, MOST = 3, 40  # steps in a chart


@dataclass(frozen=True, slots=True)
class Point:
    """Scores of a step, -2 to +2, on both sides. `number` and `name` are those of the head."""

    number: int
    name: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Curve:
    """One persona's points: `persona` is None in a map without any.

    `gone` and `new` are steps with a score on one side only, by name.
    """

    persona: Persona | None
    points: tuple[Point, ...]
    gone: tuple[tuple[str, float], ...]
    new: tuple[tuple[str, float], ...]


def curves(one: MapComparison) -> tuple[Curve, ...]:
    """The curves that moved and that a chart can hold, persona by persona: a mean would hide one behind another."""
    if one.base is None or one.head is None:
        return ()
    people: tuple[Persona | None, ...] = one.head.personas or (None,)
    found = (_curve(one.base, one.head, who, one.pairs) for who in people)
    return tuple(curve for curve in found if FEWEST <= len(curve.points) <= MOST and _moved(curve))


def _moved(curve: Curve) -> bool:
    """Whether bars and line would differ: that a step came or went stands in the list."""
    return any(point.before != point.after for point in curve.points)


def _curve(base: Journey, head: Journey, who: Persona | None, pairs: Mapping[str, str]) -> Curve:
    id = who.id if who else ""
    old = {place.path: (place.name, mean) for place, mean in _scores(base, id)}
    points, new = [], []
    for place, mean in _scores(head, id):
        before = old.pop(pairs.get(place.path, ""), None)
        if before is None:
            new.append((place.name, mean))
        else:
            points.append(Point(place.number, place.name, before[1], mean))
    return Curve(who, tuple(points), tuple(old.values()), tuple(new))


def _scores(journey: Journey, persona: str) -> Iterator[tuple[Place, float]]:
    found = ((place, score(place, persona)) for place in journey.columns)
    return ((place, mean) for place, mean in found if mean is not None)

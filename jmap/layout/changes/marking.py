"""Which marks stand at which path of the union's journey."""

from __future__ import annotations

from collections.abc import Iterator

from jmap.layout.changes.marks import Inside, Marked, Nothing
from jmap.layout.changes.sides import BLANK
from jmap.layout.changes.targets import Targets
from jmap.layout.changes.union import GONE, Union
from jmap.layout.kit import Marking
from jmap.layout.rows import CARDS
from jmap.resolve.journey import Journey, Place


def marks(union: Union, journey: Journey, found: Targets, marked: bool) -> dict[str, Marking]:
    """Those of both sides together, or (`marked` is False) of a single one, where the other only keeps its room."""
    places = [place for stage in journey.stages for place in (stage, *stage.steps)]
    if not marked:
        return {place.path: Nothing() for place in places if place.path.startswith(BLANK)}
    all_marks: dict[str, Marking] = {}
    for place in places:
        all_marks |= dict(_inside(place))
    stood, stands = _stood(union.base), _stood(union.head)
    now = {place.path: n for n, place in enumerate(union.head.columns)}
    then = {place.path: n for n, place in enumerate(union.base.columns)}
    for path, changes in found.of("place").items():
        base = union.pairs.base_of.get(path, "")
        number = then.get(base)
        was = str(number + 1) if number is not None else ""
        all_marks[path] = Marked(changes, was, (number or 0) > now.get(path, 0), edge="column")
    lanes = {item.path: lane for place in places for lane, items in place.lanes.items() for item in items}
    for path, changes in found.of("item").items():
        edge = "card" if lanes.get(path) in CARDS else "line"
        base = union.pairs.base_of.get(path, "")
        home = stands.get(path, ("", -1))[1]
        name, old = stood.get(base, ("", -1))
        all_marks[path] = Marked(changes, name if home != old else "", old > home, edge=edge)  # type: ignore[arg-type]
    return all_marks


def _inside(place: Place) -> Iterator[tuple[str, Marking]]:
    """What went with its place."""
    if place.path.startswith(GONE):
        yield place.path, Inside()
        for items in place.lanes.values():
            for item in items:
                yield item.path, Inside()


def _stood(journey: Journey) -> dict[str, tuple[str, int]]:
    """The name and the number of the place in which each item stands."""
    return {
        item.path: (place.name, n)
        for n, place in enumerate(_places(journey))
        for items in place.lanes.values()
        for item in items
    }


def _places(journey: Journey) -> Iterator[Place]:
    for stage in journey.stages:
        yield stage
        yield from stage.steps

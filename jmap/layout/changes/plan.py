"""What a picture of changes consists of: the columns and the rows that are drawn, and what is marked in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jmap.diff.change import MapComparison
from jmap.lanes.lane import Lane
from jmap.layout.changes.facts import shortened
from jmap.layout.changes.fold import Folded, fold
from jmap.layout.changes.order import old_places, order
from jmap.layout.changes.people import as_now
from jmap.layout.changes.sides import lanes
from jmap.layout.changes.targets import Targets, targets
from jmap.layout.changes.union import Union, union
from jmap.layout.grid import Grid
from jmap.layout.swimlane import MARGIN, RAIL
from jmap.resolve.journey import Place

PAGE = 1936.0  # px for the map, beside the list
COLUMN_MIN, COLUMN_MAX = 186.0, 320.0  # a badge has to fit
ALWAYS = "feelings"  # the row where every change is felt in the end


@dataclass(frozen=True, slots=True)
class Plan:
    """`rows` are drawn, `rest` are those in which nothing changed."""

    one: MapComparison
    union: Union
    found: Targets
    folded: Folded
    grid: Grid
    rows: tuple[Lane, ...]
    rest: tuple[Lane, ...]

    @property
    def ways_rest(self) -> bool:
        """Whether there are ways or exits of which none changed: the order row draws those that did."""
        head = self.union.head
        some = any(way.written for way in head.ways) or any(column.exits for column in head.columns)
        return some and not self.found.of("order")


def plan(one: MapComparison) -> Plan:
    """The plan for a map that stands on both sides."""
    one = as_now(one)
    both = union(one)
    one = replace(one, changes=shortened(one.changes, both))
    found = targets(both, one.changes)
    folded = _folded(both, found)
    telling = set(_telling(both, found))
    rows = lanes(both)
    shown = tuple(lane for lane in rows if lane.key in telling)
    rest = tuple(lane for lane in rows if lane.key not in telling)
    return Plan(one, both, found, folded, _grid(folded), shown, rest)


def _folded(both: Union, found: Targets) -> Folded:
    """What is not touched is folded; where something stood that has moved is seen too."""
    seen = {n for n, column in enumerate(both.columns) if column.base is None or column.head is None}
    seen |= {*found.columns(), *old_places(order(both))}
    return fold(len(both.columns), seen, found.stages())


def _grid(folded: Folded) -> Grid:
    count = len(folded.kept)
    column = float(int(min(max(COLUMN_MIN, (PAGE - RAIL) / count), COLUMN_MAX)))
    return Grid(MARGIN + RAIL, column, count, gaps=folded.gaps())


def _telling(both: Union, found: Targets) -> Iterator[str]:
    """The rows that hold something marked, or part of a place that came or went."""
    yield ALWAYS
    marked = {target.key.removeprefix("-") for target in found.marked if target.kind in ("item", "curve")}
    for place, whole in _places(both):
        for lane, items in place.lanes.items():
            if (items and whole) or any(item.path in marked for item in items):
                yield lane


def _places(both: Union) -> Iterator[tuple[Place, bool]]:
    """Every place of either side, and whether it came or went as a whole."""
    pairs: list[tuple[Place | None, Place | None]] = [(stage.base, stage.head) for stage in both.stages]
    pairs += [(column.base, column.head) for column in both.columns]
    for pair in pairs:
        yield from ((place, None in pair) for place in pair if place)

"""The ways and exits of a journey as edges to draw: merged, sorted, weighed by the customers on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.resolve.journey import Exit, Journey, Way

FULL, LEAST = 10.0, 1.5  # px: for all customers, for hardly any
EVEN, UNKNOWN = 5.0, 2.0  # px: the main row of a map without shares, and an edge of which nobody knows the share


@dataclass(frozen=True, slots=True)
class Link:
    """All ways from one column to another, which share an edge. `customers` is 0 to 1, of all who began."""

    source: int
    target: int
    kind: str  # on, skip, back
    ways: tuple[Way, ...]
    customers: float | None  # None: nobody knows

    @property
    def lines(self) -> tuple[Way, ...]:
        """The ways that have something to say: a share under 100 %, a condition, or a persona of their own."""
        return tuple(way for way in self.ways if way.when or way.personas or shown_share(way) is not None)


@dataclass(frozen=True, slots=True)
class Leaving:
    """All the exits of one column, which share a box."""

    source: int
    exits: tuple[Exit, ...]
    customers: float | None


def shown_share(way: Way) -> float | None:
    """The share to write beside a way: none for 100 %."""
    return way.share if way.share is not None and way.share < 1 else None


def links(journey: Journey) -> tuple[Link, ...]:
    """In the order of the columns. A way that nobody takes is left out if nobody wrote it."""
    groups: dict[tuple[int, int], list[Way]] = {}
    for way in journey.ways:
        if way.written or way.share != 0:
            groups.setdefault((way.source, way.target), []).append(way)
    flow = _Flow(journey)
    found = [
        Link(source, target, ways[0].kind, tuple(ways), flow.customers(source, target, ways))
        for (source, target), ways in groups.items()
    ]
    return tuple(sorted(found, key=lambda link: (link.source, link.kind != "on", link.target)))


def leavings(journey: Journey) -> tuple[Leaving, ...]:
    """The exits, by column. A stage's own exits count at its last column."""
    flow = _Flow(journey)
    found = []
    for column, exits in enumerate(_exits(journey)):
        if exits:
            shares = [exit.share for exit in exits if exit.share is not None]
            known = flow.at[column] * min(1.0, sum(shares)) if shares else None
            found.append(Leaving(column, exits, known))
    return tuple(found)


def _exits(journey: Journey) -> Iterator[tuple[Exit, ...]]:
    for column, place in enumerate(journey.columns):
        stage = journey.stage_of(column)
        last = column == journey.columns_of(journey.stages.index(stage))[-1]
        yield (*place.exits, *(stage.exits if last and stage is not place else ()))


def gaps(journey: Journey, drawn: tuple[Link, ...]) -> tuple[int, ...]:
    """Columns from which no edge runs to the next one, though the row must not break there."""
    going_on = {link.source for link in drawn if link.kind == "on"}
    return tuple(n for n in range(len(journey.columns) - 1) if n not in going_on)


def width_of(edge: Link | Leaving, counted: bool) -> float:
    """The width of an edge in px. Ways back are thin: who takes one comes by again."""
    if isinstance(edge, Link) and edge.kind == "back":
        return LEAST
    if isinstance(edge, Link) and edge.kind == "on" and not counted:
        return EVEN
    return UNKNOWN if edge.customers is None else max(LEAST, FULL * min(1.0, edge.customers))


def rest_is_everyone(journey: Journey) -> bool:
    """Whether shares are written, and every way without a number is taken by all who are there."""
    shown = [way for way in journey.ways if shown_share(way) is not None]
    if not shown or any(exit.share is None for exits in _exits(journey) for exit in exits):
        return False
    leaving = [sum(exit.share or 0.0 for exit in exits) for exits in _exits(journey)]
    silent = [way for way in journey.ways if shown_share(way) is None and (way.written or way.share != 0)]
    busy = [way.source for way in journey.ways if way.written or way.share != 0]
    return all(busy.count(way.source) == 1 and leaving[way.source] == 0 for way in silent)


class _Flow:
    """How many customers are at each column and on each edge: from `journey.left`, less those who skip over."""

    def __init__(self, journey: Journey) -> None:
        self.left = (*journey.left, journey.left_at_end) if journey.left else (1.0,) * (len(journey.columns) + 1)
        self.at: list[float] = []
        self.on: list[float] = []  # from each column to the next
        skips = [way for way in journey.ways if way.kind == "skip"]
        taken: list[tuple[Way, float]] = []
        for column in range(len(journey.columns)):
            landed = sum(amount for way, amount in taken if way.target == column)
            self.at.append((self.on[-1] if self.on else self.left[0]) + landed)
            taken += [(way, self.at[column] * (way.share or 0.0)) for way in skips if way.source == column]
            above = sum(amount for way, amount in taken if way.target > column)
            self.on.append(max(0.0, self.left[column + 1] - above))

    def customers(self, source: int, target: int, ways: list[Way]) -> float | None:
        if ways[0].kind == "on":
            return self.on[source]
        shares = [way.share for way in ways if way.share is not None]
        return self.at[source] * sum(shares) if shares else None

"""Finds a place for each edge's label: near its edge, off the cards and other labels, struck through by nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jmap.graph.geometry import Point, Rect, Route

STOPS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)  # where along an edge a label may stand
SAMPLES = 16  # points a Bezier
COVERS, STRIKES, STRAYS = 1000.0, 60.0, 0.25  # what a fault costs: a covered thing, a crossed line, a px of distance
AIR = 3.0  # px around a label
FURTHER = (9.0, 24.0, 44.0, 70.0)  # px from the edge, where there is no room beside it
CELL = 64  # px: points of edges are looked up by squares of that size
WIDEST = 16.0  # px: half of the widest edge, and more


@dataclass(frozen=True, slots=True)
class Wire:
    """An edge as it is drawn, for keeping labels off it."""

    points: tuple[Point, ...]
    half: float  # of its width
    box: Rect


def wire(route: Route, width: float) -> Wire:
    """The edge as a chain of points that are close to each other."""
    points = tuple(_dense(along(route)))
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    box = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return Wire(points, width / 2, box)


def along(route: Route) -> Iterator[Point]:
    """Points on an edge from one tip to the other."""
    if route.start:
        yield route.start
    points = route.points
    for n in range(0, len(points) - 1, 3):
        for step in range(SAMPLES):
            yield _bezier(points[n : n + 4], step / SAMPLES)
    yield points[-1]
    if route.end:
        yield route.end


def _bezier(p: Sequence[Point], t: float) -> Point:
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (
        a * p[0][0] + b * p[1][0] + c * p[2][0] + d * p[3][0],
        a * p[0][1] + b * p[1][1] + c * p[2][1] + d * p[3][1],
    )


class Placer:
    """Places labels one after another; each that stands is in the way of the next.

    `things` are not to be covered; of `frames`, a label stands inside or outside, never on the edge.
    """

    def __init__(self, things: Sequence[Rect], frames: Sequence[Rect], wires: Sequence[Wire]) -> None:
        self.solid, self.frames = list(things), frames
        self.cells: dict[tuple[int, int], list[tuple[int, float, float, float]]] = defaultdict(list)
        for n, wire in enumerate(wires):
            for x, y in wire.points:
                self.cells[int(x // CELL), int(y // CELL)].append((n, x, y, wire.half))

    def place(self, own: Wire, width: float, height: float, wish: Point) -> Rect:
        """The best of the places along the edge; `wish` is where dot would have put the label's centre."""
        ways = [(_away(rect, wish), n, rect) for n, rect in enumerate(_candidates(own, width, height, wish))]
        best, least = ways[0][2], float("inf")
        for away, _, rect in sorted(ways, key=lambda way: way[:2]):
            if STRAYS * away >= least:
                break  # whatever is further away costs more than the best so far
            cost = STRAYS * away + self.faults(rect)
            if cost < least:
                best, least = rect, cost
        self.solid.append(best)
        return best

    def faults(self, rect: Rect) -> float:
        covered = sum(overlaps(rect, other, AIR) for other in self.solid)
        covered += sum(_on_edge(rect, frame) for frame in self.frames)
        return COVERS * covered + STRIKES * len(self.struck(rect))

    def struck(self, rect: Rect) -> set[int]:
        """Which edges, in their width, run through a rectangle."""
        left, right, top, bottom = rect.x, rect.x + rect.width, rect.y, rect.y + rect.height
        columns = range(int(left // CELL), int(right // CELL) + 1)
        rows = range(int((top - WIDEST) // CELL), int((bottom + WIDEST) // CELL) + 1)
        return {
            n
            for cell in ((column, row) for column in columns for row in rows)
            for n, x, y, half in self.cells.get(cell, ())
            if left <= x <= right and top - half <= y <= bottom + half
        }


def _away(rect: Rect, wish: Point) -> float:
    return abs(rect.x + rect.width / 2 - wish[0]) + abs(rect.y + rect.height / 2 - wish[1])


def _candidates(own: Wire, width: float, height: float, wish: Point) -> Iterator[Rect]:
    off = own.half + AIR + 1
    for stop in STOPS:
        x, y = own.points[round(stop * (len(own.points) - 1))]
        yield Rect(x - width / 2, y - height - off, width, height)
        yield Rect(x - width / 2, y + off, width, height)
        yield Rect(x + off + 3, y - height / 2, width, height)
        yield Rect(x - width - off - 3, y - height / 2, width, height)
        for further in FURTHER:
            yield Rect(x - width / 2, y - height - off - further, width, height)
            yield Rect(x - width / 2, y + off + further, width, height)
    yield Rect(wish[0] - width / 2, wish[1] - height / 2, width, height)


def overlaps(a: Rect, b: Rect, air: float = 0.0) -> bool:
    return (
        a.x < b.x + b.width + air and b.x < a.x + a.width + air
        and a.y < b.y + b.height + air and b.y < a.y + a.height + air
    )  # fmt: skip


def _on_edge(rect: Rect, frame: Rect) -> bool:
    inside = (
        frame.x + AIR <= rect.x and rect.x + rect.width <= frame.x + frame.width - AIR
        and frame.y + AIR <= rect.y and rect.y + rect.height <= frame.y + frame.height - AIR
    )  # fmt: skip
    return overlaps(rect, frame, AIR) and not inside


def _dense(points: Iterable[Point]) -> Iterator[Point]:
    """The points, and more between those that are far from each other."""
    last: Point | None = None
    for point in points:
        if last is not None:
            pieces = int(max(abs(point[0] - last[0]), abs(point[1] - last[1])) // 8)
            for n in range(1, pieces + 1):
                share = n / (pieces + 1)
                yield last[0] + (point[0] - last[0]) * share, last[1] + (point[1] - last[1]) * share
        yield point
        last = point

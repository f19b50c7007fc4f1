"""What dot found out: numbers by our own ids, checked before anything is drawn at them.

Units are points, which are our px. x grows to the right and y downwards, from the top left corner of dot's drawing.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jmap.graph.failure import DotFailed

Point = tuple[float, float]
LIMIT = 1_000_000.0  # px: no picture is wider than that
OUTSIDE = 400.0  # px that a spline may swing out of dot's own bounding box


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Route:
    """An edge: a chain of cubic Beziers (1 + 3n points), from tip to tip; `label` is the label's centre."""

    points: tuple[Point, ...]
    start: Point | None = None  # the tip of an arrow head beyond the first point
    end: Point | None = None  # ... beyond the last point
    label: Point | None = None

    def turned(self) -> Route:
        """The same edge, from its end to its start."""
        return Route(self.points[::-1], self.end, self.start, self.label)

    def mirrored(self, far: float) -> Route:
        def turn(point: Point | None) -> Point | None:
            return None if point is None else (far - point[0], point[1])

        points = tuple((far - x, y) for x, y in self.points)
        return Route(points, turn(self.start), turn(self.end), turn(self.label))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where dot puts things. Nodes by name (their centres), clusters by name, edges by their `id`."""

    width: float
    height: float
    nodes: Mapping[str, Point]
    clusters: Mapping[str, Rect]
    labels: Mapping[str, Point]  # centres of the clusters' labels
    edges: Mapping[str, Route]

    def mirrored(self) -> Layout:
        """The same drawing seen in a mirror: what dot laid out from right to left, from left to right."""
        far = self.width
        nodes = {name: (far - x, y) for name, (x, y) in self.nodes.items()}
        labels = {name: (far - x, y) for name, (x, y) in self.labels.items()}
        clusters = {name: Rect(far - r.x - r.width, r.y, r.width, r.height) for name, r in self.clusters.items()}
        edges = {id: route.mirrored(far) for id, route in self.edges.items()}
        return Layout(far, self.height, nodes, clusters, labels, edges)

    def require(self, nodes: Iterable[str], clusters: Iterable[str], edges: Iterable[str]) -> None:
        """Raises DotFailed if dot left out anything that was asked for."""
        asked = ((nodes, self.nodes), (clusters, self.clusters), (edges, self.edges))
        for names, found in asked:
            if any(name not in found for name in names):
                raise DotFailed("dot answered with a part of the diagram missing.")


def read(answer: Mapping[str, Any]) -> Layout:
    """One graph of `dot -Tjson0`. Raises DotFailed if a number is missing, not finite or out of bounds."""
    try:
        return _Reader(answer).layout()
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise DotFailed("dot answered something that is not a drawing.") from error


def read_all(text: str) -> list[Layout]:
    """All graphs that dot printed one after another, up to the first that is torn."""
    decoder = json.JSONDecoder(strict=False)
    layouts = []
    at = 0
    while (at := _skip_blank(text, at)) < len(text):
        try:
            answer, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        layouts.append(read(answer))
    return layouts


def _skip_blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


class _Reader:
    """Turns one answer round: dot counts y upwards."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self.answer = answer
        self.left, bottom, right, self.top = _numbers(answer["bb"], 4)
        self.width, self.height = right - self.left, self.top - bottom

    def layout(self) -> Layout:
        nodes, clusters, labels = {}, {}, {}
        for thing in self.answer.get("objects", ()):
            name = str(thing["name"])
            if "bb" in thing:
                clusters[name] = self.rect(thing["bb"])
                if "lp" in thing:
                    labels[name] = self.point(thing["lp"])
            elif "pos" in thing:
                nodes[name] = self.point(thing["pos"])
        routes = (edge for edge in self.answer.get("edges", ()) if "id" in edge and "pos" in edge)
        edges = {str(edge["id"]): self.route(edge) for edge in routes}
        return Layout(self.width, self.height, nodes, clusters, labels, edges)

    def point(self, text: str) -> Point:
        x, y = _numbers(text, 2)
        x, y = x - self.left, self.top - y
        if not (-OUTSIDE <= x <= self.width + OUTSIDE and -OUTSIDE <= y <= self.height + OUTSIDE):
            raise ValueError("outside of the drawing")
        return x, y

    def rect(self, text: str) -> Rect:
        left, bottom, right, top = _numbers(text, 4)
        x, y = self.point(f"{left},{top}")
        if right < left or top < bottom:
            raise ValueError("inside out")
        return Rect(x, y, right - left, top - bottom)

    def route(self, edge: Mapping[str, Any]) -> Route:
        tips: dict[str, Point] = {}
        points = []
        for part in str(edge["pos"]).split(";")[0].split():
            if part[:2] in ("s,", "e,"):
                tips[part[0]] = self.point(part[2:])
            else:
                points.append(self.point(part))
        if len(points) < 4 or len(points) % 3 != 1:
            raise ValueError("not a chain of Beziers")
        label = self.point(edge["lp"]) if "lp" in edge else None
        return Route(tuple(points), tips.get("s"), tips.get("e"), label)


def _numbers(text: str, count: int) -> list[float]:
    values = [float(part) for part in str(text).split(",")]
    if len(values) != count or not all(math.isfinite(v) and abs(v) <= LIMIT for v in values):
        raise ValueError("not a number that can be drawn at")
    return values

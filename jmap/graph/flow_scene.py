"""Draws a flow at dot's numbers: frames, edges, cards, and what is written beside the edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jmap.graph.drawing import arrow, spline
from jmap.graph.flow_sheet import flow_sheet
from jmap.graph.frame import scene
from jmap.graph.geometry import Layout, Point, Rect, Route
from jmap.graph.labels import Placer, Wire, wire
from jmap.graph.ways import Link
from jmap.layout.kit import Block
from jmap.layout.scene import Box, Group, Scene, Shift
from jmap.layout.scene import Item as Drawn

if TYPE_CHECKING:
    from jmap.graph.flow import Flow


def flow_scene(flow: Flow, layout: Layout) -> Scene:
    """The whole sheet."""
    return scene(_Drawing(flow, layout).block(), flow_sheet(flow), flow.kit)


TAB = 8.0  # px from a cluster's corner to its tab
HEADED = 5.0  # px by which labels take an edge with an arrow head for wider than its line


class _Drawing:
    def __init__(self, flow: Flow, layout: Layout) -> None:
        self.flow, self.layout, self.kit = flow, layout, flow.kit
        self.wires: list[Wire] = []
        self.rects: list[Rect] = []  # everything drawn, for the extent
        self.solid: list[Rect] = []  # what no label may cover

    def block(self) -> Block:
        """Everything from the top left corner of what is drawn."""
        frames, edges = self.frames(), self.edges()
        stages = [self.stage(n) for n in range(len(self.kit.journey.stages))]
        exits = tuple(item for n in range(len(self.flow.exits)) for item in self.exit(n))
        labels = Group(self.labels(), "ways", self.kit.words("flow.ways"))
        left = min(rect.x for rect in self.rects)
        top = min(rect.y for rect in self.rects)
        right = max(rect.x + rect.width for rect in self.rects)
        bottom = max(rect.y + rect.height for rect in self.rects)
        drawn = Shift((*frames, *edges, *stages, *exits, labels), -left, -top)
        return Block(right - left, bottom - top, (drawn,))

    def frames(self) -> tuple[Drawn, ...]:
        drawn = []
        for n in self.flow.tabs:
            rect = self.layout.clusters[f"cluster_{n + 1}"]
            self.rects.append(rect)
            drawn.append(Box(rect.x, rect.y, rect.width, rect.height, "tint", "line", 1, 9))
        return tuple(drawn)

    def edges(self) -> tuple[Drawn, ...]:
        """Wide ones first, so that a thin one is seen where it crosses."""
        drawn: list[tuple[float, tuple[Drawn, ...]]] = []
        for n, link in enumerate(self.flow.links):
            route, width = self.flow.route_of(n, self.layout), self.flow.width_of(link)
            self.wires.append(wire(route, width if link.kind == "on" else width + HEADED))
            drawn.append((width, _way(link, route, width)))
        for n, leaving in enumerate(self.flow.leavings):
            route, width = self.exit_route(n), self.flow.width_of(leaving)
            self.wires.append(wire(route, width))
            drawn.append((width, (spline(route, "pain", width),)))
        self.rects += [w.box for w in self.wires]
        return tuple(item for _, items in sorted(drawn, key=lambda pair: -pair[0]) for item in items)

    def stage(self, n: int) -> Group:
        stage = self.kit.journey.stages[n]
        drawn: list[Drawn] = []
        if n in self.flow.tabs:
            tab, rect = self.flow.tabs[n], self.layout.clusters[f"cluster_{n + 1}"]
            drawn += self.put(tab, (rect.x + TAB + tab.width / 2, rect.y + TAB + tab.height / 2))
        for column in self.kit.journey.columns_of(n):
            place = self.kit.journey.columns[column]
            card = self.put(self.flow.cards[column], self.layout.nodes[f"s{column + 1}"])
            drawn.append(Group(card, "step", place.name, (("step", str(column + 1)),)))
        return Group(tuple(drawn), "stage", stage.name, (("stage", stage.id),))

    def exit(self, n: int) -> tuple[Drawn, ...]:
        return self.put(self.flow.exits[n], self.layout.nodes[f"x{n + 1}"])

    def exit_route(self, n: int) -> Route:
        """Straight from the card to the box below it (or above: the order is dot's)."""
        source = self.flow.leavings[n].source
        (x, y), (_, other) = self.layout.nodes[f"s{source + 1}"], self.layout.nodes[f"x{n + 1}"]
        way = 1 if other > y else -1
        start = (x, y + way * (self.flow.cards[source].height / 2 - 2))
        end = (x, other - way * (self.flow.exits[n].height / 2 - 2))
        return Route((start, start, end, end))

    def put(self, block: Block, centre: Point) -> tuple[Drawn, ...]:
        x, y = round(centre[0] - block.width / 2), round(centre[1] - block.height / 2)
        rect = Rect(x, y, block.width, block.height)
        self.rects.append(rect)
        self.solid.append(rect)
        return block.at(x, y)

    def labels(self) -> tuple[Drawn, ...]:
        frames = [self.layout.clusters[f"cluster_{n + 1}"] for n in self.flow.tabs]
        placer = Placer(self.solid, frames, self.wires)
        drawn: list[Drawn] = []
        for n, label in enumerate(self.flow.labels):
            if label is None or not label.items:
                continue
            rect = placer.place(self.wires[n], label.width, label.height, self.wish(n))
            self.rects.append(rect)
            drawn += label.at(rect.x, rect.y)
        return tuple(drawn)

    def wish(self, n: int) -> Point:
        """Where a label would best stand: where dot has it, or at the top of a loop, which is not drawn as dot does."""
        link, points = self.flow.links[n], self.wires[n].points
        if link.source == link.target:
            return min(points, key=lambda point: point[1])
        return self.layout.edges[f"w{n + 1}"].label or points[0]


def _way(link: Link, route: Route, width: float) -> tuple[Drawn, ...]:
    """The main row is a ribbon with an edge; other ways are lines with a head."""
    if link.kind == "on":
        return spline(route, "ribbon_line", width + 1.5), spline(route, "ribbon", width)
    ink = "ink2" if link.kind == "back" else "card_border"
    return spline(route, ink, width, "dashed" if link.kind == "back" else ""), *arrow(route, ink, width)

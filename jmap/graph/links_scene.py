"""Draws the links between maps at dot's numbers, with a legend of just what is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jmap.graph.drawing import arrow, spline
from jmap.graph.geometry import Layout, Rect
from jmap.graph.legend import entry
from jmap.layout.kit import Block, flow, stack
from jmap.layout.move import mirror, settle
from jmap.layout.scene import Box, Curve, Dash, Group, Icon, Scene, Shift
from jmap.layout.scene import Item as Drawn
from jmap.text.direction import is_rtl

if TYPE_CHECKING:
    from jmap.graph.links import Links
    from jmap.graph.relations import End, Relation

MARGIN, LEAST, WIDEST = 24.0, 560.0, 1240.0
WEIGHT = 1.5
SAMPLE = 44.0
LOOKS: Mapping[str, tuple[str, Dash]] = {"details": ("card_border", ""), "future": ("ink2", "dashed")}


def links_scene(diagram: Links, layout: Layout) -> Scene:
    """The picture without a head: the page that shows it has one."""
    kit = diagram.kit
    drawing = _drawing(diagram, layout)
    width = max(LEAST, drawing.width)
    legend = flow(_legend(diagram), width, 28, 10)
    body = stack(
        [drawing, Block(width, legend.height, (Group(legend.items, "legend", kit.words("legend.title")),))], 28
    )
    whole = width + 2 * MARGIN
    items = settle(body.at(MARGIN, MARGIN))
    rtl = is_rtl(kit.journey.title)
    return Scene(
        whole, body.height + 2 * MARGIN, kit.words("index.links"), kit.words("index.links_hint"),
        mirror(items, whole) if rtl else items, kit.journey.locale, rtl,
    )  # fmt: skip


def _drawing(diagram: Links, layout: Layout) -> Block:
    """Maps that hang together, side by side in rows: dot would pile them up to a tower."""
    groups = _together(diagram.relations)
    return flow([_group(diagram, layout, group) for group in groups], WIDEST, 56, 32)


def _together(relations: Sequence[Relation]) -> list[list[int]]:
    """The relations (indexes from 0) of maps that are joined by any, in the order of the first of each."""
    root: dict[str, str] = {}

    def top(id: str) -> str:
        while root.setdefault(id, id) != id:
            root[id] = id = root[root[id]]
        return id

    for relation in relations:
        root[top(relation.target.id)] = top(relation.source.id)
    groups: dict[str, list[int]] = {}
    for n, relation in enumerate(relations):
        groups.setdefault(top(relation.source.id), []).append(n)
    return list(groups.values())


def _group(diagram: Links, layout: Layout, group: list[int]) -> Block:
    """Edges, then what is written on them, then maps."""
    edges: list[Drawn] = []
    beside: list[Drawn] = []
    rects: list[Rect] = []
    for n in group:
        relation, route, label = diagram.relations[n], layout.edges[f"r{n + 1}"], diagram.labels[n]
        ink, dash = LOOKS[relation.kind]
        edges += (spline(route, ink, WEIGHT, dash), *arrow(route, ink, WEIGHT))
        rects += [Rect(x, y, 0, 0) for x, y in route.points]
        if label is not None and route.label is not None:
            rect = _rect(label, route.label)
            rects.append(rect)
            beside += (Box(rect.x, rect.y, rect.width, rect.height, "paper", radius=4), *label.at(rect.x, rect.y))
    maps: list[Drawn] = []
    for end in {end.id: end for n in group for end in _ends(diagram.relations[n])}.values():
        card = diagram.cards[end.id]
        rect = _rect(card, layout.nodes[diagram.names[end.id]])
        rects.append(rect)
        maps.append(Group(card.at(rect.x, rect.y), "end", end.title))
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.x + rect.width for rect in rects), max(rect.y + rect.height for rect in rects)
    return Block(right - left, bottom - top, (Shift((*edges, *beside, *maps), -left, -top),))


def _ends(relation: Relation) -> tuple[End, End]:
    return relation.source, relation.target


def _rect(block: Block, centre: tuple[float, float]) -> Rect:
    return Rect(round(centre[0] - block.width / 2), round(centre[1] - block.height / 2), block.width, block.height)


def _legend(diagram: Links) -> list[Block]:
    kit, entries = diagram.kit, []
    if "details" in kit.seen:
        sample = Block(SAMPLE + 20, 16, (*_line("details"), Icon("square-plus", SAMPLE + 6, 1, 14, "ink2")))
        entries.append(entry(sample, kit.words("index.link_details"), kit))
    if "future" in kit.seen:
        entries.append(entry(Block(SAMPLE, 16, _line("future")), kit.words("index.link_future"), kit))
    for kind, ink, words in (("failed", "pain", "index.not_built"), ("absent", "card_border", "index.not_here")):
        if kind in kit.seen:
            frame = Box(0.6, 1, 28, 14, "paper", ink, 1.25, 4, "dashed")
            entries.append(entry(Block(30, 16, (frame,)), kit.words(words), kit))
    return entries


def _line(kind: str) -> tuple[Drawn, ...]:
    ink, dash = LOOKS[kind]
    line = Curve((("M", 0.0, 8.0), ("L", SAMPLE - 9, 8.0)), ink, WEIGHT, dash)
    head = Curve((("M", SAMPLE, 8.0), ("L", SAMPLE - 10, 3.5), ("L", SAMPLE - 10, 12.5), ("Z",)), fill=ink)
    return line, head

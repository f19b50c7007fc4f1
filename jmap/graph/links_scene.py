"""Draws the links between maps at dot's numbers, with a legend of just what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jmap.graph.drawing import arrow, spline
from jmap.graph.geometry import Layout, Rect
from jmap.graph.legend import entry
from jmap.layout.kit import Block, flow, stack
from jmap.layout.move import mirror, settle
from jmap.layout.scene import Box, Curve, Group, Icon, Scene
from jmap.layout.scene import Item as Drawn
from jmap.text.direction import is_rtl

if TYPE_CHECKING:
    from jmap.graph.links import Links

MARGIN, LEAST = 24.0, 560.0
WEIGHT = 1.5
SAMPLE = 44.0


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
    """Edges, then what is written on them, then maps."""
    edges: list[Drawn] = []
    beside: list[Drawn] = []
    rects: list[Rect] = []
    for n, relation in enumerate(diagram.relations):
        route, label = layout.edges[f"r{n + 1}"], diagram.labels[n]
        ink, dash = ("ink2", "dashed") if relation.kind == "future" else ("card_border", "")
        edges += (spline(route, ink, WEIGHT, "dashed" if dash else ""), *arrow(route, ink, WEIGHT))
        rects += [Rect(x, y, 0, 0) for x, y in route.points]
        if label is not None and route.label is not None:
            rect = _rect(label, route.label)
            rects.append(rect)
            ground = Box(rect.x, rect.y, rect.width, rect.height, "paper", radius=4)
            beside += (ground, *label.at(rect.x, rect.y))
    maps: list[Drawn] = []
    for n, card in enumerate(diagram.cards):
        rect = _rect(card, layout.nodes[f"m{n + 1}"])
        rects.append(rect)
        maps.append(Group(card.at(rect.x, rect.y), "end", diagram.ends[n].title))
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.x + rect.width for rect in rects), max(rect.y + rect.height for rect in rects)
    drawn = Block(right - left, bottom - top, (*edges, *beside, *maps))
    return Block(drawn.width, drawn.height, drawn.at(-left, -top))


def _rect(block: Block, centre: tuple[float, float]) -> Rect:
    return Rect(round(centre[0] - block.width / 2), round(centre[1] - block.height / 2), block.width, block.height)


def _legend(diagram: Links) -> list[Block]:
    kit, entries = diagram.kit, []
    if "details" in kit.seen:
        sample = Block(SAMPLE + 20, 16, (*_line("card_border", ""), Icon("square-plus", SAMPLE + 6, 1, 14, "ink2")))
        entries.append(entry(sample, kit.words("index.link_details"), kit))
    if "future" in kit.seen:
        entries.append(entry(Block(SAMPLE, 16, _line("ink2", "dashed")), kit.words("index.link_future"), kit))
    for kind, ink, words in (("failed", "pain", "index.not_built"), ("absent", "card_border", "index.not_here")):
        if kind in kit.seen:
            frame = Box(0.6, 1, 28, 14, "paper", ink, 1.25, 4, "dashed")
            entries.append(entry(Block(30, 16, (frame,)), kit.words(words), kit))
    return entries


def _line(ink: str, dash: str) -> tuple[Drawn, ...]:
    line = Curve((("M", 0.0, 8.0), ("L", SAMPLE - 9, 8.0)), ink, WEIGHT, "dashed" if dash else "")
    head = Curve((("M", SAMPLE, 8.0), ("L", SAMPLE - 10, 3.5), ("L", SAMPLE - 10, 12.5), ("Z",)), fill=ink)
    return line, head

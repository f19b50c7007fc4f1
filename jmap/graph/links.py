"""The links diagram of a project: maps, the maps that detail their steps, and what shall become of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jmap.graph.diagram import Diagram
from jmap.graph.dot_source import DotSource
from jmap.graph.geometry import Layout
from jmap.graph.links_scene import links_scene
from jmap.graph.relations import End, Relation, relations
from jmap.layout.kit import Block, Kit, stack
from jmap.layout.scene import Box, Icon, Scene
from jmap.layout.scene import Item as Drawn
from jmap.locale.words import Words
from jmap.resolve.journey import Journey, Workspace
from jmap.text.direction import is_rtl
from jmap.text.typesetter import Typesetter
from jmap.theme.theme import Theme

INNER, PAD = 190.0, 12.0
NODE_GAP, RANK_GAP = "0.3", "0.7"  # inches: between maps below each other, and side by side
INKS = {"details": "card_border", "future": "ink2"}


@dataclass(frozen=True)
class Links(Diagram):
    """The parts of the diagram by the ids that they have in the source."""

    kit: Kit
    names: Mapping[str, str]  # by the id of a map: node `m1` and so on
    cards: Mapping[str, Block]  # by the id of a map
    relations: Sequence[Relation]  # edge `r1` and so on
    labels: Sequence[Block | None]  # by relation

    def scene(self, layout: Layout) -> Scene:
        layout.require(self.names.values(), (), [f"r{n + 1}" for n in range(len(self.relations))])
        return links_scene(self, layout.mirrored() if is_rtl(self.kit.journey.title) else layout)


def links(workspace: Workspace, theme: Theme, typesetter: Typesetter, words: Words) -> Links | None:
    """None where no map names another."""
    found = relations(workspace)
    if not found:
        return None
    frame = Journey(id="", file="", title=workspace.title or words("index.title"), locale=workspace.locale)
    kit = Kit(frame, typesetter, words)
    ends = {end.id: end for relation in found for end in (relation.source, relation.target)}
    names = {id: f"m{n + 1}" for n, id in enumerate(ends)}
    cards = {id: _card(end, kit) for id, end in ends.items()}
    labels = [_label(relation, kit) for relation in found]
    diagram = Links("", 0, 0, kit, names, cards, found, labels)
    source = _write(diagram, theme)
    return replace(diagram, source=source.text(), nodes=source.nodes, edges=source.edges)


def _card(end: End, kit: Kit) -> Block:
    """Title, and below it what is known of the map."""
    lost = end.journey is None
    head = kit.text(end.title, "step", INNER, "ink2" if lost else "ink")
    inside = stack([head, _facts(end, kit)], 4)
    width, height = INNER + 2 * PAD, float(-(-(inside.height + 2 * PAD - 2) // 1))
    ink = "pain" if end.failed else "card_border"
    kit.note("failed" if end.failed else "absent" if lost else "map")
    frame = Box(0.5, 0.5, width - 1, height - 1, "paper", ink, 1.25, 7, "dashed" if lost else "")
    return Block(width, height, (frame, *inside.at(PAD, PAD - 1)))


def _facts(end: End, kit: Kit) -> Block:
    words, journey = kit.words, end.journey
    if journey is None:
        return kit.text(words("index.not_built" if end.failed else "index.not_here"), "label-strong", INNER, "ink2")
    steps = sum(len(stage.steps) for stage in journey.stages)
    size = words.plural("step", steps) if steps else words.plural("stage", len(journey.stages))
    return kit.text(f"{words(f'state.{journey.state}')} · {size}", "label", INNER, "ink2")


def _label(relation: Relation, kit: Kit) -> Block | None:
    """The steps that are detailed, each with the sign that the flow diagram has for it."""
    if relation.kind == "future":
        kit.note("future")
        return None
    kit.note("details")
    rows = []
    for place in relation.places:
        name = kit.text(place.name, "label", 150, "ink2")
        sign: tuple[Drawn, ...] = (Icon("square-plus", 0, 1, 14, "ink2"),)
        rows.append(Block(name.width + 20, max(16, name.height), (*sign, *name.at(20, 0))))
    inside = stack(rows, 4)
    return Block(float(round(inside.width + 12)), float(round(inside.height + 8)), inside.at(6, 4))


def _write(diagram: Links, theme: Theme) -> DotSource:
    kit = diagram.kit
    rtl = is_rtl(kit.journey.title)
    title = kit.text(kit.words("index.links"), "section", 600)
    source = DotSource("links", theme, title, rtl=rtl, row=False, nodesep=NODE_GAP, ranksep=RANK_GAP)
    for id, card in diagram.cards.items():
        source.column(((diagram.names[id], card),))
    out, into = ("w", "e") if rtl else ("e", "w")
    for n, (relation, label) in enumerate(zip(diagram.relations, diagram.labels, strict=True)):
        look = {"color": theme.ink(INKS[relation.kind]), "arrowhead": "normal", "penwidth": "1.5"}
        look |= {"style": "dashed"} if relation.kind == "future" else {}
        ends = f"{diagram.names[relation.source.id]}:{out}", f"{diagram.names[relation.target.id]}:{into}"
        source.edge(f"r{n + 1}", ends, look, label)
    return source

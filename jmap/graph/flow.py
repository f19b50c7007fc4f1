"""The flow diagram: steps in their stages, the ways between them, and where customers leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jmap.graph.cards import exit_card, place_card
from jmap.graph.diagram import Diagram
from jmap.graph.dot_source import DotSource
from jmap.graph.drawing import head_length
from jmap.graph.edge_labels import link_label
from jmap.graph.feelings import FeelingLines
from jmap.graph.flow_scene import flow_scene
from jmap.graph.frame import title_block
from jmap.graph.geometry import Layout, Route
from jmap.graph.stage_tab import stage_tab
from jmap.graph.ways import Leaving, Link, gaps, leavings, links, width_of
from jmap.layout.kit import Block, Kit
from jmap.layout.scene import Scene
from jmap.locale.words import Words
from jmap.resolve.journey import Journey, Step
from jmap.text.direction import is_rtl
from jmap.text.typesetter import Typesetter
from jmap.theme.theme import Theme

INKS = {"on": "ribbon", "skip": "card_border", "back": "ink2"}
NODE_GAP, RANK_GAP = "0.42", "0.55"  # inches: between cards below each other, and side by side


@dataclass(frozen=True)
class Flow(Diagram):
    """The parts of the diagram by the ids that they have in the source."""

    kit: Kit
    cards: Sequence[Block]  # node `s1` and so on, by column
    tabs: Mapping[int, Block]  # cluster `cluster_1` and so on, by stage
    links: Sequence[Link]  # edge `w1` and so on
    labels: Sequence[Block | None]  # by link
    leavings: Sequence[Leaving]  # node `x1`, edge `l1` and so on
    exits: Sequence[Block]  # by leaving

    def scene(self, layout: Layout) -> Scene:
        nodes = [*(f"s{n + 1}" for n in range(len(self.cards))), *(f"x{n + 1}" for n in range(len(self.exits)))]
        clusters = [f"cluster_{n + 1}" for n in self.tabs]
        edges = [*(f"w{n + 1}" for n in range(len(self.links))), *(f"l{n + 1}" for n in range(len(self.exits)))]
        layout.require(nodes, clusters, edges)
        return flow_scene(self, layout.mirrored() if is_rtl(self.kit.journey.title) else layout)

    @property
    def counted(self) -> bool:
        """Whether the widths of edges mean anything."""
        return self.kit.journey.has_shares

    def width_of(self, link: Link | Leaving) -> float:
        return width_of(link, self.counted)

    def route_of(self, n: int, layout: Layout) -> Route:
        """A link's edge from where it begins to where it ends: ways back were written the other way round.

        Between neighbours in the row there is nothing to go round, and a ribbon is at its best when it is straight.
        """
        link = self.links[n]
        if link.kind == "on":
            (x, y), (x2, y2) = layout.nodes[f"s{link.source + 1}"], layout.nodes[f"s{link.target + 1}"]
            start, end = x + self.cards[link.source].width / 2 - 1, x2 - self.cards[link.target].width / 2 + 1
            label = layout.edges[f"w{n + 1}"].label
            return Route(((start, y), ((start + end) / 2, y), ((start + end) / 2, y2), (end, y2)), label=label)
        route = layout.edges[f"w{n + 1}"]
        return route.turned() if route.start else route


def flow(journey: Journey, theme: Theme, typesetter: Typesetter, words: Words, titles: Mapping[str, str]) -> Flow:
    """`titles` are those of other maps, by id: for steps that a map of their own details."""
    kit = Kit(journey, typesetter, words, dict(titles))
    feelings = FeelingLines(kit)
    cards = [place_card(place, feelings) for place in journey.columns]
    tabs = {
        n: stage_tab(stage, n, sum(cards[c].width + 44 for c in journey.columns_of(n)) - 44, kit)
        for n, stage in enumerate(journey.stages)
        if stage.steps
    }
    ways, exits = links(journey), leavings(journey)
    labels = [link_label(link, kit) or _spacer(link, ways) for link in ways]
    diagram = Flow("", 0, 0, kit, cards, tabs, ways, labels, exits, [exit_card(e.exits, kit) for e in exits])
    source = _Source(diagram, theme).write()
    return replace(diagram, source=source.text(), nodes=source.nodes, edges=source.edges)


def _spacer(link: Link, links: Sequence[Link]) -> Block | None:
    """Keeps a way back between neighbours off the ribbon between them."""
    beside = any((other.target, other.source) == (link.source, link.target) for other in links)
    return Block(12, 26) if link.kind == "on" and beside else None


class _Source:
    """Writes the DOT source of a flow."""

    def __init__(self, diagram: Flow, theme: Theme) -> None:
        self.diagram, self.theme = diagram, theme
        kit = diagram.kit
        title = title_block(kit, kit.words("flow.subtitle"), 900)
        rtl = is_rtl(kit.journey.title)
        self.source = DotSource("flow", theme, title, rtl=rtl, row=True, nodesep=NODE_GAP, ranksep=RANK_GAP)
        self.below = {leaving.source: n for n, leaving in enumerate(diagram.leavings)}

    def write(self) -> DotSource:
        journey = self.diagram.kit.journey
        ink = self.theme.ink
        style = {"style": "rounded,filled", "fillcolor": ink("tint"), "color": ink("line"), "margin": "12"}
        for n in range(len(journey.stages)):
            groups = [self.group(column) for column in journey.columns_of(n)]
            if n in self.diagram.tabs:
                self.source.cluster(f"cluster_{n + 1}", self.diagram.tabs[n], groups, **style)
            else:
                for group in groups:
                    self.source.column(group)
        self.edges()
        return self.source

    def group(self, column: int) -> tuple[tuple[str, Block], ...]:
        """A card, and below it the box of those who leave there."""
        card = (f"s{column + 1}", self.diagram.cards[column])
        n = self.below.get(column)
        return (card,) if n is None else (card, (f"x{n + 1}", self.diagram.exits[n]))

    def edges(self) -> None:
        diagram = self.diagram
        for column in gaps(diagram.kit.journey, tuple(diagram.links)):
            self.source.edge(f"g{column + 1}", self.sides(column, column + 1), {"style": "invis", "weight": "100"})
        for n, (link, label) in enumerate(zip(diagram.links, diagram.labels, strict=True)):
            self.way(f"w{n + 1}", link, label)
        for n, leaving in enumerate(diagram.leavings):
            self.leaving(n, leaving)

    def leaving(self, n: int, leaving: Leaving) -> None:
        """Of two nodes in a column, dot puts the tail below in a cluster, and above outside of one."""
        card, exit = f"s{leaving.source + 1}", f"x{n + 1}"
        in_cluster = isinstance(self.diagram.kit.journey.columns[leaving.source], Step)
        ends = (f"{exit}:n", f"{card}:s") if in_cluster else (f"{card}:s", f"{exit}:n")
        look = {"color": self.theme.ink("pain"), "penwidth": f"{self.diagram.width_of(leaving):.2f}"}
        self.source.edge(f"l{n + 1}", ends, look)

    def sides(self, source: int, target: int) -> tuple[str, str]:
        """The middles of the sides that face each other."""
        out, into = ("w", "e") if self.source.rtl else ("e", "w")
        return f"s{source + 1}:{out}", f"s{target + 1}:{into}"

    def way(self, id: str, link: Link, label: Block | None) -> None:
        tail, head = f"s{link.source + 1}", f"s{link.target + 1}"
        width = self.diagram.width_of(link)
        look = {"color": self.theme.ink(INKS[link.kind]), "penwidth": f"{width:.2f}"}
        look |= {"style": "dashed"} if link.kind == "back" else {}
        if link.kind == "on":
            return self.source.edge(id, self.sides(link.source, link.target), {**look, "weight": "100"}, label)
        look["arrowsize"] = f"{head_length(width) / 10:.2f}"
        if link.kind == "skip" or link.source == link.target:
            return self.source.edge(id, (tail, head), {**look, "arrowhead": "normal"}, label)
        # Written forwards with its head at the tail, a way back leaves the order of the columns alone, and dot leads
        # it round the cards instead of between them.
        return self.source.edge(id, (head, tail), {**look, "dir": "back", "arrowtail": "normal"}, label)

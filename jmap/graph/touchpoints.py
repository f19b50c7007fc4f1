"""The touchpoints diagram: touchpoints by channel and owner, joined to the stages that use them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jmap.graph.diagram import Diagram
from jmap.graph.dot_source import DotSource
from jmap.graph.frame import title_block
from jmap.graph.geometry import Layout
from jmap.graph.sides import left_side
from jmap.graph.touchpoint_cards import card_width, channel_head, stage_box, touchpoint_card
from jmap.graph.touchpoints_scene import touchpoints_scene
from jmap.graph.uses import Use, by_channel, uses
from jmap.layout.kit import Block, Kit
from jmap.layout.scene import Scene
from jmap.locale.words import Words
from jmap.resolve.content import Channel
from jmap.resolve.journey import Journey
from jmap.text.direction import is_rtl
from jmap.text.typesetter import Typesetter
from jmap.theme.theme import Theme

NODE_GAP, RANK_GAP = "0.17", "1.9"  # inches: between cards below each other, and from stages to touchpoints
LINE, MORE = 1.25, 1.5  # px: the line of a touchpoint used once, and what each further use adds
MOST = 7.0


@dataclass(frozen=True)
class Join:
    """A stage that uses a touchpoint: indexes from 0, and at how many places."""

    stage: int
    use: int
    count: int

    @property
    def width(self) -> float:
        return min(MOST, LINE + MORE * (self.count - 1))


@dataclass(frozen=True)
class Touchpoints(Diagram):
    """The parts of the diagram by the ids that they have in the source."""

    kit: Kit
    stages: Sequence[Block]  # node `s1` and so on
    uses: Sequence[Use]
    cards: Sequence[Block]  # node `t1` and so on, by use
    heads: Sequence[tuple[Channel | None, Block]]  # cluster `cluster_1` and so on
    joins: Sequence[Join]  # edge `u1` and so on
    left: Sequence[bool]  # by channel: whether it stands at the left of the stages

    @property
    def framed(self) -> bool:
        """Whether any channel is known: frames around what nobody sorted would say nothing."""
        return any(channel for channel, _ in self.heads)

    @property
    def subtitle(self) -> str:
        if not self.uses:
            return self.kit.words("touchpoints.subtitle_none")
        return self.kit.words("touchpoints.subtitle" if self.framed else "touchpoints.subtitle_plain")

    def scene(self, layout: Layout) -> Scene:
        nodes = [*(f"s{n + 1}" for n in range(len(self.stages))), *(f"t{n + 1}" for n in range(len(self.cards)))]
        clusters = [f"cluster_{n + 1}" for n in range(len(self.heads))] if self.framed else []
        layout.require(nodes, clusters, [f"u{n + 1}" for n in range(len(self.joins))])
        return touchpoints_scene(self, layout.mirrored() if is_rtl(self.kit.journey.title) else layout)


def touchpoints(
    journey: Journey, theme: Theme, typesetter: Typesetter, words: Words, titles: Mapping[str, str]
) -> Touchpoints:
    """Where there are no touchpoints, the stages alone, and a line that says so."""
    found = uses(journey)
    kit = Kit(journey, typesetter, words, dict(titles))
    width = card_width(found, kit)
    counts = [sum(n in use.stages for use in found) for n in range(len(journey.stages))]
    stages = [stage_box(stage, n, counts[n], kit) for n, stage in enumerate(journey.stages)]
    heads = [(channel, channel_head(channel, width, kit)) for channel, _ in by_channel(found)]
    joins = [Join(stage, n, use.stages[stage]) for n, use in enumerate(found) for stage in sorted(use.stages)]
    cards = [touchpoint_card(use, width, kit) for use in found]
    diagram = Touchpoints("", 0, 0, kit, stages, found, cards, heads, joins, _sides(found, heads, cards))
    source = _write(diagram, theme)
    return replace(diagram, source=source.text(), nodes=source.nodes, edges=source.edges)


def _sides(found: tuple[Use, ...], heads: list[tuple[Channel | None, Block]], cards: list[Block]) -> tuple[bool, ...]:
    height = {use.key: card.height + 12 for use, card in zip(found, cards, strict=True)}
    groups = [group for _, group in by_channel(found)]
    heights = [
        sum(height[use.key] for use in group) + head.height + 44 for group, (_, head) in zip(groups, heads, strict=True)
    ]
    return left_side(heights, [bool(channel and channel.kind == "offline") for channel, _ in heads])


def _write(diagram: Touchpoints, theme: Theme) -> DotSource:
    kit = diagram.kit
    title = title_block(kit, diagram.subtitle, 640)
    rtl = is_rtl(kit.journey.title)
    source = DotSource("touchpoints", theme, title, rtl=rtl, row=False, nodesep=NODE_GAP, ranksep=RANK_GAP)
    source.column(tuple((f"s{n + 1}", block) for n, block in enumerate(diagram.stages)))
    places = {use.key: n for n, use in enumerate(diagram.uses)}
    for n, (channel, group) in enumerate(by_channel(tuple(diagram.uses))):
        nodes = [((f"t{places[use.key] + 1}", diagram.cards[places[use.key]]),) for use in group]
        if diagram.framed:
            source.cluster(f"cluster_{n + 1}", diagram.heads[n][1], nodes, **_frame(channel, theme))
        else:
            for node in nodes:
                source.column(node)
    for n in range(len(diagram.stages) - 1):
        source.edge(f"o{n + 1}", (f"s{n + 1}", f"s{n + 2}"), {"style": "invis"})  # keeps the stages in their order
    channels = {use.key: n for n, (_, group) in enumerate(by_channel(tuple(diagram.uses))) for use in group}
    for n, join in enumerate(diagram.joins):
        look = {"color": theme.ink("card_border"), "penwidth": f"{join.width:.2f}"}
        stage, touchpoint = f"s{join.stage + 1}", f"t{join.use + 1}"
        left = diagram.left[channels[diagram.uses[join.use].key]]
        first, second = (touchpoint, stage) if left else (stage, touchpoint)
        out, into = ("w", "e") if rtl else ("e", "w")
        source.edge(f"u{n + 1}", (f"{first}:{out}", f"{second}:{into}"), look)
    return source


def _frame(channel: Channel | None, theme: Theme) -> dict[str, str]:
    kind = channel.kind if channel else ""
    style = "rounded,filled,dashed" if kind == "offline" else "rounded,filled"
    edge = theme.ink("card_border" if kind else "line")
    return {"style": style, "fillcolor": theme.ink("tint"), "color": edge, "margin": "16"}

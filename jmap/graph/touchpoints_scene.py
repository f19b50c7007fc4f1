"""Draws the touchpoints diagram at dot's numbers, and its legend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.graph.drawing import joint
from jmap.graph.frame import Sheet, scene
from jmap.graph.geometry import Layout, Point, Rect
from jmap.graph.legend import entry, personas_only
from jmap.graph.touchpoint_cards import KIND_ICONS
from jmap.layout.cells.touchpoint import edge, pips
from jmap.layout.kit import Block, Kit
from jmap.layout.scene import Box, Curve, Group, Icon, Mark, Scene, Shift
from jmap.resolve.content import Channel

if TYPE_CHECKING:
    from jmap.graph.touchpoints import Touchpoints


INSET = 12.0  # px between a channel's frame and what stands in it


def touchpoints_scene(diagram: Touchpoints, layout: Layout) -> Scene:
    """The whole sheet."""
    kit, words = diagram.kit, diagram.kit.words
    sheet = Sheet(
        words("touchpoints.title", title=kit.journey.title), words("touchpoints.description"),
        diagram.subtitle, Block(0, 0), _legend(diagram),
    )  # fmt: skip
    return scene(_drawing(diagram, layout), sheet, kit)


@dataclass(frozen=True)
class _Group:
    """A channel at its place. dot leaves more air above the cards than a head needs: the frame is drawn closer."""

    channel: Channel | None
    head: Block | None  # none where no channel is known at all
    cards: tuple[tuple[Rect, Block], ...]

    @property
    def frame(self) -> Rect:
        if self.head is None:
            return self.inside(0)
        inner, head = self.inside(INSET), self.head.height + INSET - 4
        return Rect(inner.x, inner.y - head, max(inner.width, self.head.width + 2 * INSET), inner.height + head)

    def inside(self, air: float) -> Rect:
        left = min(rect.x for rect, _ in self.cards) - air
        top = min(rect.y for rect, _ in self.cards) - air
        right = max(rect.x + rect.width for rect, _ in self.cards) + air
        return Rect(left, top, right - left, max(rect.y + rect.height for rect, _ in self.cards) + air - top)

    def box(self) -> Box:
        frame, kind = self.frame, self.channel.kind if self.channel else ""
        ink, dash = ("card_border" if kind else "line"), ("dashed" if kind == "offline" else "")
        return Box(frame.x, frame.y, frame.width, frame.height, "tint", ink, 1.25, 9, dash)  # type: ignore[arg-type]

    def drawn(self, kit: Kit) -> Group:
        items = [*self.head.at(self.frame.x + INSET, self.frame.y + INSET)] if self.head else []
        for rect, card in self.cards:
            items += card.at(rect.x, rect.y)
        name = self.channel.name if self.channel else kit.words("touchpoints.no_channel")
        return Group(tuple(items), "channel", name)


def _drawing(diagram: Touchpoints, layout: Layout) -> Block:
    groups = [_group(diagram, n, layout) for n in range(len(diagram.heads))]
    stages = [(_rect(block, layout.nodes[f"s{n + 1}"]), block) for n, block in enumerate(diagram.stages)]
    routes = [layout.edges[f"u{n + 1}"] for n in range(len(diagram.joins))]
    lines = [joint(route, "card_border", join.width) for route, join in zip(routes, diagram.joins, strict=True)]
    names = tuple(item for rect, block in stages for item in block.at(rect.x, rect.y))
    rects = [*(group.frame for group in groups), *(rect for rect, _ in stages)]
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    size = max(r.x + r.width for r in rects) - left, max(r.y + r.height for r in rects) - top
    channels = [group.drawn(diagram.kit) for group in groups]
    boxes = [group.box() for group in groups] if diagram.framed else []
    title = diagram.kit.words("touchpoints.stages")
    return Block(*size, (Shift((*boxes, *lines, Group(names, "stages", title), *channels), -left, -top),))


def _group(diagram: Touchpoints, n: int, layout: Layout) -> _Group:
    channel, head = diagram.heads[n]
    places = [
        place for place, use in enumerate(diagram.uses) if (use.channel and use.channel.id) == (channel and channel.id)
    ]
    cards = [(_rect(diagram.cards[place], layout.nodes[f"t{place + 1}"]), diagram.cards[place]) for place in places]
    return _Group(channel, head if diagram.framed else None, tuple(sorted(cards, key=lambda card: card[0].y)))


def _rect(block: Block, centre: Point) -> Rect:
    return Rect(round(centre[0] - block.width / 2), round(centre[1] - block.height / 2), block.width, block.height)


def _legend(diagram: Touchpoints) -> list[Block]:
    kit = diagram.kit
    entries = [_line(diagram)] if diagram.joins else []
    for kind in ("online", "offline"):
        if f"kind.{kind}" in kit.seen:
            entries.append(entry(_kind(kind), kit.words(f"channel.{kind}"), kit))
    unknown = all(not use.owner for use in diagram.uses)
    for owner in () if unknown else ("brand", "partner", "customer", "external", "none"):
        if f"owner.{owner}" in kit.seen:
            sample = Block(30, 18, edge("" if owner == "none" else owner, 30, 18))
            entries.append(entry(sample, kit.words(f"owner.{owner}"), kit))
    for side, icon in (("customer", "arrow-up-right"), ("organisation", "arrow-down-left")):
        if f"initiator.{side}" in kit.seen:
            entries.append(entry(Block(14, 16, (Icon(icon, 0, 1, 14, "ink3"),)), _starts(side, kit), kit))
    entries += [entry(Block(13, 16, (Mark("star", 6.5, 8, 12, "moment"),)), kit.words("legend.moment"), kit)] * (
        "moment" in kit.seen
    )
    return [*entries, *_scores(kit), *personas_only([use.personas(kit.journey) for use in diagram.uses], kit)]


def _starts(side: str, kit: Kit) -> str:
    return f"{kit.words('legend.initiator')}: {kit.words(f'initiator.{side}')}"


def _line(diagram: Touchpoints) -> Block:
    often = any(join.count > 1 for join in diagram.joins)
    line = Curve((("M", 0.0, 8.0), ("L", 44.0, 8.0)), "card_border", 2.75 if often else 1.25)
    words = diagram.kit.words("touchpoints.used" if often else "touchpoints.used_once")
    return entry(Block(44, 16, (line,)), words, diagram.kit)


def _kind(kind: str) -> Block:
    frame = Box(0.6, 0.6, 30, 17, "tint", "card_border", 1.25, 5, "dashed" if kind == "offline" else "")
    return Block(32, 18, (frame, Icon(KIND_ICONS[kind], 9.5, 3, 12, "ink")))


def _scores(kit: Kit) -> list[Block]:
    entries = []
    for level, words in (("known", "touchpoints.scores_known"), ("assumed", "legend.hatched")):
        if f"scores.{level}" in kit.seen:
            entries.append(entry(Block(22, 16, pips(2, level == "known", of=2).at(0, 6)), kit.words(words), kit))
    return entries

"""Cards: what is a thing of its own has an edge, solid when it is known and dashed when it is assumed."""

from __future__ import annotations

from jmap.layout.kit import Block, Kit
from jmap.layout.scene import Box
from jmap.resolve.content import Item

PAD_X, PAD_Y, RADIUS = 10.0, 8.0, 7.0


def card(inside: Block, width: float, known: bool, fill: str, edge: str) -> Block:
    """A card of that width around its content."""
    height = inside.height + 2 * PAD_Y
    box = Box(
        0.5, 0.5, width - 1, height - 1, fill if known else "paper", edge, radius=RADIUS, dash="" if known else "dashed"
    )
    return Block(width, height, (box, *inside.at(PAD_X, PAD_Y)))


def evidence_line(item: Item, kit: Kit) -> str:
    """How we know it, in words: `analytics, n = 1,840`, or that it is assumed."""
    if not item.known or not item.evidence:
        return kit.words("evidence.assumed")
    best = next((e for e in item.evidence if e.level != "assumed"), item.evidence[0])
    words = kit.words(f"method.{best.method}")
    return f"{words}, n = {kit.words.number(best.n)}" if best.n is not None else words

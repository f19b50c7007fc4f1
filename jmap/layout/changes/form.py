"""Form says what happened: what is new has a ring, what is gone is struck, hatched and pale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jmap.layout.kit import Block
from jmap.layout.scene import Box, Curve, Group, Icon, Item, Mark, Shift, Text
from jmap.text.styles import STYLES

STRUCK = ("body", "body-strong", "label-strong", "metric", "stage", "step", "thought")
AWAY = 4.0  # from a card to its ring
ROOM = 6.0  # above and below a thing with a ring


def ringed(block: Block) -> Block:
    """With a thick dark outline around it."""
    ring = Box(-AWAY, ROOM - AWAY, block.width + 2 * AWAY, block.height + 2 * AWAY, "", "ink", 2.2, 10)
    return Block(block.width, block.height + 2 * ROOM, (*block.at(0, ROOM), ring))


def gone(block: Block, framed: bool) -> Block:
    """Pale, hatched, its words struck; `framed` says that it has no edge of its own, as a line of text."""
    faded = tuple(_faded(block.items))
    if not framed:
        return replace(block, items=faded)
    ground = Box(
        -AWAY, ROOM - AWAY, block.width + 2 * AWAY, block.height + 2 * AWAY, "", "card_border", 1, 6, "dashed", "hair"
    )
    return Block(block.width, block.height + 2 * ROOM, (ground, *Block(block.width, block.height, faded).at(0, ROOM)))


def _faded(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield item if item.kind == "badge" else replace(item, children=tuple(_faded(item.children)))
        elif isinstance(item, Shift):
            yield replace(item, children=tuple(_faded(item.children)))
        elif isinstance(item, Text):
            yield replace(item, ink="ink3", link="")
            if item.style in STRUCK:
                yield struck(item)
        else:
            yield _pale(item)


def _pale(item: Item) -> Item:
    if isinstance(item, Box):
        if item.width > 40 and item.height > 24:  # a card, and no bar
            return replace(item, fill="paper", stroke="card_border", dash="dashed", hatch="hair", stroke_width=1)
        return replace(item, fill="card_border" if item.fill not in ("", "paper") else item.fill, stroke="card_border")
    if isinstance(item, Curve):
        return replace(item, stroke=item.stroke and "card_border", fill=item.fill and "card_border")
    if isinstance(item, Mark):
        return replace(item, ink="ink3", hollow=True)
    return replace(item, ink="ink3") if isinstance(item, Icon) else item


def struck(text: Text, ink: str = "ink2") -> Curve:
    """A line through a text."""
    size = text.size or STYLES[text.style].size
    left = text.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[text.anchor] * text.width
    y = text.y - 0.3 * size
    return Curve((("M", left, y), ("L", left + text.width, y)), ink, 1.2)


def strike(block: Block) -> Block:
    """The same words with lines through them."""
    lines = tuple(struck(item) for item in block.items if isinstance(item, Text))
    return replace(block, items=(*block.items, *lines))

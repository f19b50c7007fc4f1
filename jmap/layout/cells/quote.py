"""Thoughts: the customer's own voice, in serif italics and in quotes."""

from __future__ import annotations

from jmap.layout.cells.text import leader
from jmap.layout.kit import Block, Kit, stack
from jmap.resolve.content import Item


def cell(items: tuple[Item, ...], width: float, kit: Kit) -> Block:
    return stack([kit.handle(item, _thought(item, width, kit)) for item in items], 8)


def _thought(item: Item, width: float, kit: Kit) -> Block:
    lead = leader(item, kit, first_line=21)
    body = kit.text(kit.words.quote(item.text), "thought", width - lead.width, link=item.link)
    body = stack([*kit.notes(item.path, width - lead.width), body], 1)
    return Block(width, max(body.height, lead.height), (*lead.items, *body.at(lead.width, 0)))

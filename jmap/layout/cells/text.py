"""Plain items: a dot that says how we know it, the text, and who or what does it."""

from __future__ import annotations

from jmap.layout.kit import BADGE, Block, Kit, stack
from jmap.layout.scene import Item as Drawn
from jmap.layout.scene import Mark
from jmap.resolve.content import Item, Personalisation

DOT = 7.0
GAP = 7.0
INDENT = 15.0


def cell(items: tuple[Item, ...], width: float, kit: Kit) -> Block:
    return stack([kit.handle(item, _item(item, width, kit)) for item in items], GAP)


def _item(item: Item, width: float, kit: Kit) -> Block:
    lead = leader(item, kit, first_line=18.5)
    indent = lead.width
    body = kit.text(item.text, "body", width - indent, link=item.link)
    words = caption(item, kit)
    below = kit.facts(words, "caption", width - indent, "ink3")
    notes = kit.notes(item.path, width - indent)
    column = stack([*notes, body, below] if words else [*notes, body], 1)
    height = max(column.height, lead.height)
    return Block(width, height, (*lead.items, *column.at(indent, 0)))


def leader(item: Item, kit: Kit, first_line: float) -> Block:
    """The dot of an item, or the initials of the personas it is limited to; its width is the text's indent."""
    known = kit.known(item, "badge" if item.personas else "dot")
    middle = first_line / 2
    if not item.personas:
        ink = "ink2"
        return Block(INDENT, first_line, (Mark("circle", DOT / 2, middle, DOT, ink, not known),))
    badges = kit.badges(item.personas, known)
    items: tuple[Drawn, ...] = badges.at(0, middle - BADGE / 2)
    return Block(badges.width + 6, BADGE, items)


def caption(item: Item, kit: Kit) -> list[str]:
    """What stands small below an item: team, system, or what an algorithm uses."""
    parts = [thing.name for thing in (item.team, item.system) if thing]
    if isinstance(item, Personalisation):
        if item.kind:
            parts.append(kit.words(f"personalisation.{item.kind}"))
        if item.consent:
            parts.append(kit.words("personalisation.consent", consent=kit.words(f"consent.{item.consent}")))
        if item.data:
            parts.append(kit.words("personalisation.data", data=", ".join(item.data)))
    return parts

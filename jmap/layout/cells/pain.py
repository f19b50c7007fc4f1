"""Pain points: number, severity as a meter and a word, what hurts, and how we know."""

from __future__ import annotations

from jmap.layout.cells.card import PAD_X, card, evidence_line
from jmap.layout.kit import Block, Kit, phrase, stack
from jmap.layout.scene import Box
from jmap.layout.scene import Item as Drawn
from jmap.resolve.content import Item, PainPoint

LEVELS = {"low": 1, "medium": 2, "high": 3, "critical": 4}


def cell(items: tuple[Item, ...], width: float, kit: Kit) -> Block:
    return stack([kit.handle(item, _pain(item, width, kit)) for item in items if isinstance(item, PainPoint)], 7)


def _pain(item: PainPoint, width: float, kit: Kit) -> Block:
    known = kit.known(item, "pain")
    inner = width - 2 * PAD_X
    parts = [_head(item, inner, kit), *kit.notes(item.path, inner), kit.text(item.text, "body", inner, link=item.link)]
    parts.append(kit.text(evidence_line(item, kit), "caption", inner, "ink3"))
    return card(stack(parts, 1), width, known, "pain_fill", "pain_line")


def _head(item: PainPoint, width: float, kit: Kit) -> Block:
    label = kit.line(item.label, "label-strong", "pain")
    items: list[Drawn] = list(label.items)
    x = label.width + 6
    if item.severity:
        kit.note(f"severity.{item.severity}")
        items += meter(LEVELS[item.severity]).at(x, 3)
        x += 30
        word = kit.line(kit.words(f"severity.{item.severity}"), "label-strong", "pain")
        was = kit.was(item.path, "severity")
        said = phrase((was, word), 3) if was.width else word
        items += said.at(x, 0)
        x += said.width
    badges = kit.badges(item.personas, item.known)
    if not item.personas:
        return Block(width, 17, tuple(items))
    if x + 6 + badges.width <= width:
        return Block(width, 17, (*items, *badges.at(width - badges.width, -1)))
    return Block(width, 37, (*items, *badges.at(0, 18)))


def meter(level: int) -> Block:
    """Four bars that grow; as many are filled as the severity says."""
    bars = []
    for n in range(4):
        height = 4.0 + 2.0 * n
        bars.append(Box(n * 6.0, 10 - height, 4.5, height, "pain" if n < level else "", "pain", 0.75))
    return Block(23, 10, tuple(bars))

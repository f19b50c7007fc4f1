"""Entries of a legend: a sample of what is drawn, and its words."""

from __future__ import annotations

from collections.abc import Iterable

from jmap.layout.kit import BADGE, Block, Kit


def entry(sample: Block, words: str, kit: Kit) -> Block:
    """The sample at the left; the words wrap where they must."""
    text = kit.text(words, "label", 330, "ink2")
    left = sample.width + 9
    return Block(left + text.width, max(16, text.height), (*sample.items, *text.at(left, 0)))


def personas_only(named: Iterable[object], kit: Kit) -> list[Block]:
    """Badges stand alone on what is limited to some personas: here are their names."""
    if not any(named):
        return []
    rows = []
    for persona in kit.journey.personas:
        badge = Block(BADGE, BADGE, (kit.badge(persona, BADGE / 2, 8),))
        rows.append(entry(badge, kit.words("path.only", names=persona.name), kit))
    return rows

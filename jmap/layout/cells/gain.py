"""Gains: a green disc with a plus, so that they differ from pains by shape and not by hue alone."""

from __future__ import annotations

from jmap.layout.kit import BADGE, Block, Kit, stack
from jmap.layout.scene import Curve, Mark
from jmap.resolve.content import Item

DISC = 14.0


def cell(items: tuple[Item, ...], width: float, kit: Kit) -> Block:
    return stack([kit.handle(item, _gain(item, width, kit)) for item in items], 7)


def _gain(item: Item, width: float, kit: Kit) -> Block:
    known = kit.known(item, "gain")
    middle = 18.5 / 2
    ink = "gain" if not known else "paper"
    plus = (("M", 4.0, middle), ("L", 10.0, middle), ("M", 7.0, middle - 3), ("L", 7.0, middle + 3))
    disc = Mark("circle", DISC / 2, middle, DISC, "gain", not known)
    badges = kit.badges(item.personas, known)
    indent = DISC + 7 + (badges.width + 6 if item.personas else 0)
    body = kit.text(item.text, "body", width - indent, link=item.link)
    body = stack([*kit.notes(item.path, width - indent), body], 1)
    marks = (disc, Curve(plus, ink, 1.75), *badges.at(DISC + 5, middle - BADGE / 2))
    return Block(width, max(body.height, BADGE), (*marks, *body.at(indent, 0)))

"""A persona's card in the head of a picture: face, name, voice, goals and traits."""

from __future__ import annotations

from jmap.layout.cells.touchpoint import pips
from jmap.layout.kit import BADGE, Block, Kit, flow, persona_token, stack
from jmap.layout.scene import Box, Icon, Mark, Picture
from jmap.layout.scene import Item as Drawn
from jmap.resolve.content import Persona

FACE = 84.0
LEFT = FACE + 20


def persona_card(persona: Persona, width: float, kit: Kit) -> Block:
    """Everything the map says of a persona; what it does not say takes no room."""
    inner = width - LEFT
    parts = [_name(persona, inner, kit), *_about(persona, inner, kit)]
    body = stack(parts, 6)
    colour = Box(0, 0, width, 4, persona_token(persona))
    drawn = (colour, *_face(persona, kit).at(0, 22), *body.at(LEFT, 22))
    return Block(width, 22 + max(FACE, body.height), drawn)


def _face(persona: Persona, kit: Kit) -> Block:
    token = persona_token(persona)
    if persona.image:
        image = persona.image
        picture = Picture(0, 0, FACE, FACE, image.data, image.media_type, image.alt or persona.name, round=True)
        return Block(FACE, FACE, (picture,))
    initial = kit.line(persona.initial, "metric", f"{token}_text")
    disc = Mark("circle", FACE / 2, FACE / 2, FACE, f"{token}_wash")
    return Block(FACE, FACE, (disc, *initial.at((FACE - initial.width) / 2, (FACE - initial.height) / 2)))


def _name(persona: Persona, width: float, kit: Kit) -> Block:
    name = kit.text(persona.name, "persona", width - BADGE - 10)
    items: list[Drawn] = list(name.items)
    if len(kit.journey.personas) > 1:
        last = name.items[-1]
        end = getattr(last, "width", name.width)
        items.append(kit.badge(persona, end * 1.02 + 12 + BADGE / 2, name.height - 12))
    return Block(width, name.height, tuple(items))


def _about(persona: Persona, width: float, kit: Kit) -> list[Block]:
    """Role and demographics, quote, goals and the other lists, traits."""
    parts = []
    facts = [persona.role, ", ".join(value for _, value in persona.demographics)]
    known = [fact for fact in facts if fact]
    if known:
        parts.append(kit.facts(known, "note", width, "ink2"))
    if persona.quote:
        parts += [kit.text(kit.words.quote(persona.quote), "quote", width), Block(0, 1)]
    lists = (("target", persona.goals), ("clipboard-check", persona.needs), ("heart", persona.preferences),
             ("triangle-alert", persona.frustrations))  # fmt: skip
    for icon, texts in lists:
        parts += [_point(icon, text, width, kit) for text in texts]
    if persona.traits:
        parts.append(_traits(persona, width, kit))
    return parts


def _point(icon: str, text: str, width: float, kit: Kit) -> Block:
    words = kit.text(text, "note", width - 24)
    return Block(width, words.height, (Icon(icon, 0, 2, 15, "ink3"), *words.at(24, 0)))


def _traits(persona: Persona, width: float, kit: Kit) -> Block:
    blocks = []
    for name, value in persona.traits:
        words = kit.text(name, "label", width - 70, "ink2")
        row = pips(value)
        items = (*words.items, *row.at(words.width * 1.03 + 8, 6))
        blocks.append(Block(words.width * 1.03 + 8 + row.width, words.height, items))
    return flow(blocks, width, 26, 4)

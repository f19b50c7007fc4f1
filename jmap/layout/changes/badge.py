"""The pills that say what happened to a thing, and what it does to the customer: form and word, then arrow and word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from jmap.diff.change import Effect
from jmap.layout.kit import Block, Kit, flow
from jmap.layout.scene import Box, Curve, Group, Icon
from jmap.layout.scene import Item as Drawn

Form = Literal["added", "removed", "changed", "moved"]
HEIGHT = 20.0
INNER = 14.0
STYLE = "caption-strong"
LOOKS: dict[Form, tuple[str, str, str]] = {  # ground, edge, words
    "added": ("ink", "ink", "paper"),
    "removed": ("paper", "ink", "ink"),
    "changed": ("hair", "hair", "ink"),
    "moved": ("stage1", "stage1", "stage_text"),
}
INKS: dict[Effect, str] = {"better": "gain", "worse": "pain", "neutral": "ink2"}


def badge(form: Form, word: str, effects: Sequence[Effect], width: float, kit: Kit, icon: str = "") -> Block:
    """One pill where there is room, else what it means below what it is."""
    kit.note(f"form.{form}")
    chips = [chip(effect, kit) for effect in effects]
    pill = _pill(form, word, chips, kit, icon)
    if pill.width > width and chips:
        parts = [_pill(form, word, [], kit, icon), *(_chip_alone(effect, kit) for effect in effects)]
        pill = flow(parts, width, 4, 3)
    return Block(pill.width, pill.height, (Group(pill.items, "badge"),))


def _pill(form: Form, word: str, chips: Sequence[Block], kit: Kit, icon: str) -> Block:
    ground, edge, ink = LOOKS[form]
    text = kit.line(word, STYLE, ink)
    items: list[Drawn] = [*_sign(form, ink, icon).at(6, (HEIGHT - 10) / 2), *text.at(20, (HEIGHT - text.height) / 2)]
    x = 20 + text.width * 1.02 + 6
    for one in chips:
        items += one.at(x, (HEIGHT - INNER) / 2)
        x += one.width + 3
    width = x + (0 if chips else 1)
    box = Box(0.5, 0.5, width - 1, HEIGHT - 1, ground, edge, radius=4)
    return Block(width, HEIGHT, (box, *items))


def _sign(form: Form, ink: str, icon: str) -> Block:
    if form == "removed":  # a stroke as bold as the plus
        return Block(10, 10, (Curve((("M", 0.5, 5.0), ("L", 9.5, 5.0)), ink, 1.6),))
    if form == "added":
        cross = (("M", 0.5, 5.0), ("L", 9.5, 5.0), ("M", 5.0, 0.5), ("L", 5.0, 9.5))
        return Block(10, 10, (Curve(cross, ink, 1.6),))
    return Block(10, 10, (Icon(icon or ("pencil" if form == "changed" else "arrow-right"), -0.5, -0.5, 11, ink),))


def chip(effect: Effect, kit: Kit) -> Block:
    """`↑ better` on a ground of its own."""
    said = effect_words(effect, kit, STYLE)
    width = said.width + 9
    box = Box(0, 0, width, INNER, "paper", radius=3)
    return Block(width, INNER, (box, *said.at(4, (INNER - said.height) / 2)))


def _chip_alone(effect: Effect, kit: Kit) -> Block:
    inside = effect_words(effect, kit, STYLE)
    width = inside.width + 11
    box = Box(0.5, 0.5, width - 1, HEIGHT - 3, "paper", INKS[effect], radius=4)
    return Block(width, HEIGHT - 2, (box, *inside.at(5, (HEIGHT - 2 - inside.height) / 2)))


def effect_words(effect: Effect, kit: Kit, style: str, size: float = 10.0) -> Block:
    """`↑ better`, `↓ worse`, `= neutral`: the arrow and the word say the same."""
    ink = INKS[effect]
    text = kit.line(kit.words(f"overlay.{effect}"), style, ink)
    sign = effect_sign(effect, size)
    drawn = (*sign.at(0, (text.height - size) / 2), *text.at(size + 3, 0))
    return Block(size + 3 + text.width * 1.02, text.height, drawn)


def effect_sign(effect: Effect, size: float) -> Block:
    """An arrow up, an arrow down, or two level strokes."""
    ink = INKS[effect]
    weight = 1.5 if size <= 10 else size / 7.5
    if effect == "neutral":
        lines = (("M", size * 0.1, size * 0.34), ("L", size * 0.9, size * 0.34))
        more = (("M", size * 0.1, size * 0.68), ("L", size * 0.9, size * 0.68))
        return Block(size, size, (Curve((*lines, *more), ink, weight),))
    tip, end = (0.06, 0.94) if effect == "better" else (0.94, 0.06)
    wing = tip + (0.36 if effect == "better" else -0.36)
    lines = (("M", size / 2, size * end), ("L", size / 2, size * tip))
    head = (("M", size * 0.14, size * wing), ("L", size / 2, size * tip), ("L", size * 0.86, size * wing))
    return Block(size, size, (Curve((*lines, *head), ink, weight),))

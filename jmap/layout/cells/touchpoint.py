"""Touchpoints: a card whose edge tells the owner, with channel, initiator and scores."""

from __future__ import annotations

from jmap.icons import channel_icon
from jmap.layout.cells.card import PAD_X, PAD_Y, RADIUS
from jmap.layout.kit import BADGE, Block, Kit, phrase, stack
from jmap.layout.scene import Box, Curve, Icon, Mark
from jmap.layout.scene import Item as Drawn
from jmap.resolve.content import Item, Touchpoint

PIP, PIP_GAP = 9.0, 2.0
PIPS = 5 * (PIP + PIP_GAP) - PIP_GAP
EDGE = 6.0  # a partner's thick left edge


def cell(items: tuple[Item, ...], width: float, kit: Kit) -> Block:
    return stack([kit.handle(item, _touchpoint(item, width, kit)) for item in items if isinstance(item, Touchpoint)], 8)


def _touchpoint(item: Touchpoint, width: float, kit: Kit) -> Block:
    inner = width - 2 * PAD_X - (EDGE if item.owner == "partner" else 0)
    parts = [*kit.notes(item.path, inner), _name(item, inner, kit), _where(item, inner, kit), _scores(item, inner, kit)]
    inside = stack([part for part in parts if part.height], 3)
    height = inside.height + 2 * PAD_Y
    left = PAD_X + (EDGE if item.owner == "partner" else 0)
    kit.note(f"owner.{item.owner or 'none'}")
    return Block(width, height, (*edge(item.owner, width, height), *inside.at(left, PAD_Y)))


def edge(owner: str, width: float, height: float) -> tuple[Drawn, ...]:
    """The card itself: brand filled, partner thick left edge, customer outlined, external dashed."""
    if owner == "brand":
        return (Box(0, 0, width, height, "fill", radius=RADIUS),)
    outline = "card_border" if owner else "line"
    dash = "dashed" if owner == "external" else ""
    box = Box(0.5, 0.5, width - 1, height - 1, "paper", outline, radius=RADIUS, dash=dash)  # type: ignore[arg-type]
    if owner != "partner":
        return (box,)
    return box, Curve(_left_edge(height), fill="card_border")


def _left_edge(height: float) -> tuple[tuple[str | float, ...], ...]:
    r, k = RADIUS, RADIUS * 0.45
    return (
        ("M", EDGE, 0.5),
        ("L", r, 0.5),
        ("C", k, 0.5, 0.5, k, 0.5, r),
        ("L", 0.5, height - r),
        ("C", 0.5, height - k, k, height - 0.5, r, height - 0.5),
        ("L", EDGE, height - 0.5),
        ("Z",),
    )


def _name(item: Touchpoint, width: float, kit: Kit) -> Block:
    star = 18.0 if item.is_moment else 0.0
    channel = item.channel.name if item.channel else ""
    device = item.channel.device if item.channel else ""
    words = kit.text(item.text, "body-strong", width - 23 - star, link=item.link)
    items: list[Drawn] = [Icon(channel_icon(channel, item.text, device), 0, 0.5, 16, "ink"), *words.at(23, 0)]
    if item.is_moment:
        kit.note("moment.touchpoint")
        items.append(Mark("star", width - 7, 8.5, 11, "moment"))
    return Block(width, max(words.height, 17), tuple(items))


def _where(item: Touchpoint, width: float, kit: Kit) -> Block:
    parts = []
    if item.channel:
        parts.append(item.channel.name)
    if item.owner:
        parts.append(kit.words(f"owner.{item.owner}"))
    badges = kit.badges(item.personas)
    if not parts and not item.initiator and not item.personas:
        return Block(0, 0)
    arrow = _arrow(item, kit)
    room = width - arrow.width
    beside = room - badges.width - 8  # where whose it is stands at the end of the line
    said = kit.facts(parts, "caption", max(24.0, beside), "ink3")
    fits = item.personas and beside > 0 and said.height < 20
    words = (said if fits else kit.facts(parts, "caption", room, "ink3")) if parts else Block(0, 15)
    line = Block(width, max(15, words.height), (*arrow.items, *words.at(arrow.width, 0)))
    if not item.personas:
        return line
    if fits:
        return Block(width, max(BADGE, line.height), (*line.items, *badges.at(width - badges.width, -1)))
    return stack([line, Block(width, BADGE, badges.items)], 3) if (parts or item.initiator) else badges


def _arrow(item: Touchpoint, kit: Kit) -> Block:
    """Out of the card where the customer starts, into it where the organisation does."""
    if not item.initiator:
        return Block(0, 0)
    kit.note(f"initiator.{item.initiator}")
    name = "arrow-up-right" if item.initiator == "customer" else "arrow-down-left"
    return Block(17, 12, (Icon(name, 1, 1.5, 12, "ink3"),))


def _scores(item: Touchpoint, width: float, kit: Kit) -> Block:
    scores = (("importance", item.importance), ("satisfaction", item.satisfaction))
    words = [kit.words(f"touchpoint.{name}") for name, value in scores if value]
    longest = max((kit.line(word, "caption").width for word in words), default=0.0)
    beside = longest + 5 + PIPS <= width  # all of a card alike
    return stack([_score(item, name, value, width, beside, kit) for name, value in scores if value], 1)


def _score(item: Touchpoint, name: str, value: float, width: float, beside: bool, kit: Kit) -> Block:
    words = kit.line(kit.words(f"touchpoint.{name}"), "caption", "ink2")
    was = kit.was(item.path, name)
    if was.width:
        figures = phrase((was, kit.line(kit.words.decimal(value), "label-strong")), 3)
        return Block(width, 16, (*words.items, *figures.at(width - figures.width, -1)))
    kit.note("pips.known" if item.known else "pips.assumed")
    row = pips(value, item.known)
    if beside:
        return Block(width, 15, (*words.items, *row.at(width - row.width, 5)))
    return Block(width, 25, (*words.items, *row.at(0, 17)))


def pips(value: float, known: bool = True, of: int = 5) -> Block:
    """Filled and empty small bars; hatched instead of filled where the score is assumed."""
    items: list[Drawn] = []
    for n in range(of):
        full = n < round(value)
        fill = "ink2" if full and known else ""
        items.append(Box(n * (PIP + PIP_GAP) + 0.5, 0.5, PIP - 1, 4, fill, "ink2" if full else "card_border"))
        if full and not known:
            items.append(_stripes(n * (PIP + PIP_GAP)))
    return Block(of * (PIP + PIP_GAP) - PIP_GAP, 5, tuple(items))


def _stripes(x: float) -> Curve:
    lines: list[tuple[str | float, ...]] = []
    for at in (1.5, 4.0, 6.5):
        lines += [("M", x + at, 4.5), ("L", x + at + 1.5, 0.5)]
    return Curve(tuple(lines), "ink2", 0.9)

"""The boxes of the touchpoints diagram: stages, touchpoints drawn by owner, and the heads of channels."""

from __future__ import annotations

from jmap.graph.feelings import SLACK
from jmap.graph.uses import Use
from jmap.layout.band import tone
from jmap.layout.cells.touchpoint import EDGE, edge, pips
from jmap.layout.kit import BADGE, Block, Kit, stack
from jmap.layout.scene import Box, Icon, Mark
from jmap.layout.scene import Item as Drawn
from jmap.resolve.content import Channel
from jmap.resolve.journey import Stage

PAD = 11.0
STAGE_WIDTH = 190.0
NARROW, WIDE = 178.0, 236.0  # px that a touchpoint's card may measure
KIND_ICONS = {"online": "globe", "offline": "store", "": "circle-help"}


def stage_box(stage: Stage, n: int, count: int, kit: Kit) -> Block:
    """A box in the stage's tone: number, name, and how many touchpoints it uses."""
    number = kit.line(str(stage.number), "step", "stage_text")
    left = PAD + number.width * SLACK + 8
    name = kit.text(stage.name, "step", STAGE_WIDTH - left - PAD, "stage_text")
    caption = kit.text(kit.words.plural("touchpoint", count), "caption", STAGE_WIDTH - left - PAD, "stage_text")
    inside = stack([name, caption], 2)
    height = whole(inside.height + 18)
    ground = Box(0, 0, STAGE_WIDTH, height, tone(n, len(kit.journey.stages)), "stage_line")
    return Block(STAGE_WIDTH, height, (ground, *number.at(PAD, 9), *inside.at(left, 9)))


def card_width(found: tuple[Use, ...], kit: Kit) -> float:
    """One width for all cards of a map."""
    names = [kit.type.width(use.name, "body-strong") * SLACK for use in found]
    return round(min(WIDE, max((NARROW, *(name + 2 * PAD + EDGE + 18 for name in names)))))


def touchpoint_card(use: Use, width: float, kit: Kit) -> Block:
    """Name, who starts it, owner in words, scores; the card's edge tells the owner too."""
    left = PAD + (EDGE if use.owner == "partner" else 0)
    inner = width - left - PAD
    parts = [_name(use, inner, kit), _owner(use, inner, kit), _scores(use, inner, kit)]
    inside = stack([part for part in parts if part.height], 3)
    height = whole(inside.height + 16)
    kit.note(f"owner.{use.owner or 'none'}")
    return Block(width, height, (*edge(use.owner, width, height), *inside.at(left, 8)))


def channel_head(channel: Channel | None, width: float, kit: Kit) -> Block:
    """Icon, name and word: whether a channel is online is never told by one sign alone."""
    kind = channel.kind if channel else ""
    name = channel.name if channel else kit.words("touchpoints.no_channel")
    kit.note(f"kind.{kind}" if kind else "kind")
    left = 24.0 if channel else 0.0
    words = kit.text(name, "step", width - left)
    drawn: list[Drawn] = [*words.at(left, 0)]
    if channel:
        drawn.append(Icon(KIND_ICONS[kind], 0, 1.5, 16, "ink"))
    size = (left + words.width, words.height)
    if kind:
        word = kit.line(kit.words(f"channel.{kind}"), "label", "ink2")
        beside = size[0] * 1.02 + 10 + word.width <= width and words.height < 30
        x, y = (size[0] * 1.02 + 10, 3.0) if beside else (left, words.height + 1)
        drawn += word.at(x, y)
        size = (max(size[0], x + word.width), max(size[1], y + word.height))
    return Block(whole(size[0] * 1.02), whole(size[1]), tuple(drawn))


def _name(use: Use, width: float, kit: Kit) -> Block:
    star = 18.0 if use.is_moment else 0.0
    link = next((item.link for item in use.items if item.link), "")
    words = kit.text(use.name, "body-strong", width - star, link=link)
    if not use.is_moment:
        return words
    kit.note("moment")
    return Block(width, words.height, (*words.items, Mark("star", width - 6, 8.5, 12, "moment")))


def _owner(use: Use, width: float, kit: Kit) -> Block:
    drawn: list[Drawn] = []
    left = 0.0
    for side in use.initiators:
        kit.note(f"initiator.{side}")
        drawn.append(Icon("arrow-up-right" if side == "customer" else "arrow-down-left", left, 1.5, 12, "ink3"))
        left += 15
    badges = kit.badges(p.id for p in use.personas(kit.journey))
    height = max(15.0 if drawn else 0.0, badges.height)
    if use.owner:
        words = kit.text(kit.words(f"owner.{use.owner}"), "caption", width - left, "ink3")
        drawn += words.at(left + 1, 0)
        left, height = left + words.width * SLACK + 8, max(height, words.height)
    return Block(width, height, (*drawn, *badges.at(min(left, width - badges.width), max(0.0, (height - BADGE) / 2))))


def _scores(use: Use, width: float, kit: Kit) -> Block:
    rows = []
    for name in ("importance", "satisfaction"):
        scores = use.scores(name)
        if scores:
            rows.append(_score(kit.words(f"touchpoint.{name}"), scores, use.known, width, kit))
    return stack(rows, 1)


def _score(name: str, scores: tuple[float, float], known: bool, width: float, kit: Kit) -> Block:
    """Five pips; where steps differ, the range in figures."""
    words = kit.line(name, "caption", "ink2")
    low, high = scores
    if low == high:
        kit.note("scores.known" if known else "scores.assumed")
        row = pips(low, known)
        return Block(width, 15, (*words.items, *row.at(width - row.width, 5)))
    number = kit.words.decimal
    figure = kit.line(kit.words("touchpoints.range", low=number(low), high=number(high)), "caption-strong", "ink2")
    return Block(width, 15, (*words.items, *figure.at(width - figure.width * 1.02, 0)))


def whole(value: float) -> float:
    return float(-(-value // 1))

"""The cards of the flow diagram: steps, stages that have no steps, and the boxes into which customers leave."""

from __future__ import annotations

from collections.abc import Sequence

from jmap.graph.feelings import SLACK, FeelingLines
from jmap.layout.band import tone
from jmap.layout.kit import Block, Kit, stack
from jmap.layout.scene import Box, Icon, Mark
from jmap.layout.scene import Item as Drawn
from jmap.resolve.journey import Exit, Place, Stage

PAD, RADIUS = 12.0, 9.0
NARROW, WIDE = 124.0, 196.0  # what a card's inside may measure


def place_card(place: Place, feelings: FeelingLines) -> Block:
    """A step, or a stage that is a column itself."""
    kit = feelings.kit
    inner = _inner_width(place, feelings)
    head = _stage_head(place, inner, kit) if isinstance(place, Stage) else _step_head(place, inner, kit)
    parts = [head, _touchpoints(place, inner, kit), _band(place, inner, kit)]
    parts += [_detail(place, inner, kit), feelings.at_place(place, inner)]
    return _framed([part for part in parts if part.height], inner + 2 * PAD, place)


def exit_card(exits: Sequence[Exit], kit: Kit) -> Block:
    """All the ways out of one step in one box: share, reason, and whom it concerns."""
    kit.note("exit")
    rows = [_exit(exit, kit) for exit in exits]
    inside = stack(rows, 8)
    width, height = _whole(max(row.width for row in rows) + 22), _whole(inside.height + 16)
    box = Box(0.75, 0.75, width - 1.5, height - 1.5, "pain_fill", "pain", 1.5, RADIUS)
    return Block(width, height, (box, *inside.at(11, 8)))


def _exit(exit: Exit, kit: Kit) -> Block:
    words = kit.words
    head = words("path.leave", share=words.percent(exit.share)) if exit.share is not None else words("path.leave_some")
    line = kit.line(head, "body-strong", "pain")
    if exit.personas:
        badges = kit.badges(exit.personas)
        items = (*badges.items, *line.at(badges.width + 6, 0))
        line = Block(badges.width + 6 + line.width, max(line.height, badges.height), items)
    if not exit.reason:
        return line
    return stack([line, kit.text(exit.reason, "label", max(140, line.width), "ink2")], 1)


def _inner_width(place: Place, feelings: FeelingLines) -> float:
    """As wide as its widest line asks for, within bounds: names of two lines are fine."""
    measure = feelings.kit.type.width
    name = measure(place.name, "step") * SLACK
    wanted = [name + 26 if name <= 120 else name * 0.6 + 26]
    wanted += [measure(item.text, "label") * SLACK for item in place.items("touchpoints")]
    wanted.append(feelings.at_place(place, WIDE).width)
    return round(min(WIDE, max(NARROW, *wanted)))


def _step_head(place: Place, width: float, kit: Kit) -> Block:
    number = kit.line(str(place.number), "step", "ink3")
    left = number.width * SLACK + 8
    name = kit.text(place.name, "step", width - left)
    return Block(width, name.height, (*number.items, *name.at(left, 0)))


def _stage_head(stage: Stage, width: float, kit: Kit) -> Block:
    """A band in the stage's tone, as wide as the card, with its goal under it."""
    number = kit.line(str(stage.number), "step", "stage_text")
    left = number.width * SLACK + 8
    name = kit.text(stage.name, "step", width - left, "stage_text")
    place = next(n for n, other in enumerate(kit.journey.stages) if other.id == stage.id)
    ink, whole = tone(place, len(kit.journey.stages)), width + 2 * PAD
    corners = Box(-PAD, -11, whole, 2 * RADIUS, ink, radius=RADIUS)
    ground = Box(-PAD, -11 + RADIUS, whole, name.height + 19 - RADIUS, ink)
    band = Block(width, name.height + 8, (corners, ground, *number.items, *name.at(left, 0)))
    return stack([band, kit.text(stage.goal, "label", width, "ink2")], 7) if stage.goal else band


def _touchpoints(place: Place, width: float, kit: Kit) -> Block:
    return stack([kit.text(item.text, "label", width, "ink2") for item in place.items("touchpoints")], 1)


def _band(place: Place, width: float, kit: Kit) -> Block:
    if not place.is_moment:
        return Block(0, 0)
    kit.note("moment")
    words = kit.text(kit.words("legend.moment"), "label-strong", width - 20, "moment")
    height = words.height + 10
    ground = Box(-PAD + 1.5, 0, width + 2 * PAD - 3, height, "moment_wash")
    return Block(width, height, (ground, Mark("star", 7, 13, 13, "moment"), *words.at(20, 5)))


def _detail(place: Place, width: float, kit: Kit) -> Block:
    """A line for the map that details this step."""
    if not place.journey:
        return Block(0, 0)
    kit.note("detail")
    words = kit.text(kit.titles.get(place.journey, place.journey), "label-strong", width - 20)
    return Block(width, max(16, words.height), (Icon("square-plus", 0, 1, 14, "ink"), *words.at(20, 0)))


def _framed(parts: list[Block], width: float, place: Place) -> Block:
    inside = stack(parts, 8)
    height = _whole(inside.height + 22)
    edge, weight = ("moment_fill", 2.5) if place.is_moment else ("card_border", 1.0)
    half = weight / 2
    box = Box(half, half, width - weight, height - weight, "paper", edge, weight, RADIUS)
    drawn: list[Drawn] = [box, *inside.at(PAD, 11)]
    return Block(width, height, tuple(drawn))


def _whole(value: float) -> float:
    return float(-(-value // 1))

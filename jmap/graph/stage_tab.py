"""The head of a cluster: a tab with the stage's number and name, and its goal beside or below."""

from __future__ import annotations

from jmap.graph.feelings import SLACK
from jmap.layout.band import tone
from jmap.layout.kit import Block, Kit
from jmap.layout.scene import Box, Mark
from jmap.layout.scene import Item as Drawn
from jmap.resolve.journey import Stage

PAD = 10.0
TOP = 7.5  # px above a goal, so that its first line stands in a row with the name


def stage_tab(stage: Stage, n: int, width: float, kit: Kit) -> Block:
    """`width` is what the stage's cards take side by side."""
    width = max(width, 150.0)
    tab = _tab(stage, n, width, kit)
    if not stage.goal:
        return _whole(tab.width, tab.height + 10, tab.items)
    room = width - tab.width - 12
    beside = room >= min(130.0, kit.type.width(stage.goal, "label") * SLACK)
    goal = kit.text(stage.goal, "label", room if beside else width, "ink2")
    if beside:
        drawn = (*tab.items, *_clear(goal).at(tab.width + 12, TOP))
        return _whole(tab.width + 12 + goal.width, max(tab.height, goal.height + TOP) + 10, drawn)
    drawn = (*tab.items, *_clear(goal).at(0, tab.height + 6))
    return _whole(max(tab.width, goal.width), tab.height + 6 + goal.height + 10, drawn)


def _clear(goal: Block) -> Block:
    """On the ground of its stage, so that a way that goes by does not run through the words."""
    return Block(goal.width, goal.height, (Box(-4, -1, goal.width + 8, goal.height + 2, "tint"), *goal.items))


def _tab(stage: Stage, n: int, width: float, kit: Kit) -> Block:
    number = kit.line(str(stage.number), "step", "stage_text")
    left = PAD + number.width * SLACK + 8
    star = 22.0 if stage.is_moment else 0.0
    name = kit.text(stage.name, "step", width - left - PAD - star, "stage_text")
    size = (left + name.width * SLACK + star + PAD, name.height + 12)
    drawn: list[Drawn] = [Box(0, 0, *size, tone(n, len(kit.journey.stages)), "stage_line")]
    drawn += [*number.at(PAD, 6), *name.at(left, 6)]
    if stage.is_moment:
        kit.note("moment.tab")
        drawn.append(Mark("star", size[0] - PAD - 6, size[1] / 2, 12, "stage_text"))
    return Block(*size, tuple(drawn))


def _whole(width: float, height: float, drawn: tuple[Drawn, ...]) -> Block:
    return Block(float(-(-width // 1)), float(-(-height // 1)), drawn)

"""The stage band: one dark box a stage over its columns, with number, name, goal and time."""

from __future__ import annotations

from jmap.layout.grid import MEASURE, Grid
from jmap.layout.kit import Block, Kit, stack
from jmap.layout.scene import Box, Group, Icon, Mark
from jmap.layout.scene import Item as Drawn
from jmap.resolve.journey import Stage

HEIGHT = 64.0
TONES = 5


def band(grid: Grid, kit: Kit) -> Block:
    """The whole band; as high as the longest stage name needs."""
    stages = kit.journey.stages
    boxes = []
    for n, stage in enumerate(stages):
        columns = kit.journey.columns_of(n)
        boxes.append((grid.x(columns.start), grid.across(columns), stage))
    inside = [_stage(stage, width, kit) for _, width, stage in boxes]
    height = max([HEIGHT, *(block.height + 26 for block in inside)])
    items: list[Drawn] = []
    for n, ((x, width, stage), block) in enumerate(zip(boxes, inside, strict=True)):
        ground = Box(x, 0, width, height, tone(n, len(stages)))
        edge = Box(x, 0, width, height, stroke="stage_line")
        drawn = kit.marked(stage.path, Block(width, height, (ground, edge, *block.at(x, 13)))).items
        items.append(Group(drawn, "stage", stage.name, (("stage", stage.id),)))
    return Block(grid.right, height, tuple(items))


def tone(n: int, count: int) -> str:
    """One of the five tones of ink, spread over all stages."""
    step = n if count <= TONES else round(n * (TONES - 1) / (count - 1))
    return f"stage{step + 1}"


def _stage(stage: Stage, width: float, kit: Kit) -> Block:
    numeral = kit.line(str(stage.number), "numeral", "stage_text")
    left = 22 + max(18.0, numeral.width) + 12 if width >= 200 else 12 + numeral.width + 10
    room = min(width, MEASURE) - left - 14
    name = _name(stage, room, kit)
    time = _time(stage, kit)
    beside = time.width and name[1] + 18 + time.width <= room
    rows = [name[0]]
    if stage.goal:
        rows.append(kit.text(stage.goal, "label", room, "stage_text"))
    if time.width and not beside:
        rows.append(Block(0, 2))
        rows.append(time)
    words = stack(rows, 2)
    called = (*numeral.at(22 if width >= 200 else 12, -3), *words.at(left, 0))
    items: list[Drawn] = [Group(called, "heading")]
    if beside:
        items += time.at(width - 18 - time.width, 3)
    return Block(width, words.height, tuple(items))


def _name(stage: Stage, room: float, kit: Kit) -> tuple[Block, float]:
    star = 18.0 if stage.is_moment else 0.0
    name = kit.text(stage.name, "stage", room - star, "stage_text")
    if not stage.is_moment:
        return name, name.width
    kit.note("moment.step")
    mark = Mark("star", name.width + 13, 11, 12, "stage_text")
    return Block(name.width + star, name.height, (*name.items, mark)), name.width + star


def _time(stage: Stage, kit: Kit) -> Block:
    if stage.span is None or not stage.steps:
        return Block(0, 0)
    words = kit.line(kit.words.span(stage.span), "label-strong", "stage_text")
    return Block(19 + words.width, 16, (Icon("clock", 0, 1.5, 13, "stage_text"), *words.at(19, 0)))

"""Rows of a map: a label in the rail, a cell in each column, and what belongs to a whole stage below them."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from jmap.lanes.lane import Lane
from jmap.layout.grid import Grid
from jmap.layout.kit import Block, Kit, stack
from jmap.layout.move import extent
from jmap.layout.row import Row
from jmap.layout.scene import Box, Curve, Group, Icon
from jmap.layout.scene import Item as Drawn
from jmap.resolve.content import Item
from jmap.resolve.journey import Place, Step

TOP, SIDE = 13.0, 12.0
EDGE = 2.0  # px on either side of an edge of a moment of truth: more than its line is wide
CARDS = ("touchpoints", "pain_points", "opportunities")
Cell = Callable[[tuple[Item, ...], float, Kit], Block]


def lane_row(lane: Lane, grid: Grid, kit: Kit) -> Row:
    """A lane with its cells. A kind of cell is a module of its name in `cells`."""
    cell: Cell = importlib.import_module(f"jmap.layout.cells.{lane.kind}").cell
    label = lane.name or kit.words(f"lane.{lane.key}")
    caption = "" if lane.name else kit.words(f"lane.{lane.key}.caption")
    columns = [cell(place.items(lane.key), grid.column - 2 * SIDE, kit) for place in kit.journey.columns]
    if lane.kind == "time" and not {"time.active", "time.waiting"} & kit.seen:
        caption = ""  # the caption names what is not drawn
    spans = _spans(lane.key, grid, kit, cell)
    return assemble(lane.key, label, caption, lane.icon, columns, spans, grid, kit)


def _spans(lane: str, grid: Grid, kit: Kit, cell: Cell) -> dict[int, Block]:
    """What a stage that has steps holds itself, as wide as the stage."""
    spans = {}
    for n, stage in enumerate(kit.journey.stages):
        if stage.steps and stage.items(lane):
            spans[n] = cell(stage.items(lane), grid.measure(kit.journey.columns_of(n)) - 2 * SIDE, kit)
    return spans


def assemble(
    key: str, label: str, caption: str, icon: str, columns: list[Block], spans: dict[int, Block], grid: Grid, kit: Kit
) -> Row:
    """Rail, cells and spanning cells, put together; the row is as high as its highest cell."""
    rail = rail_label(label, caption, icon, grid, kit)
    items: list[Drawn] = [Group(rail.at(0, TOP), "rail")]
    for n, block in enumerate(columns):
        if block.height:
            place = kit.journey.columns[n]
            data = (("lane", key), ("step", place.id))
            items.append(Group(block.at(grid.x(n) + SIDE, TOP), "cell", f"{label}: {place.name}", data))
    height = max((block.height for block in columns), default=0)
    if spans:
        for n, own in spans.items():
            block = _plated(key, n, own, grid, kit)
            stage = kit.journey.stages[n]
            above = max(columns[column].height for column in kit.journey.columns_of(n))
            below = TOP + above + (10 if above else 0)
            height = max(height, below - TOP + block.height)
            left = grid.x(kit.journey.columns_of(n).start) + SIDE
            data = (("lane", key), ("stage", stage.id))
            items.append(Group(block.at(left, below), "cell", f"{label}: {stage.name}", data))
    total = TOP + max(height, rail.height) + TOP
    return Row(total, (Group(tuple(items), "lane", label, (("lane", key),)),))


def _plated(key: str, stage: int, block: Block, grid: Grid, kit: Kit) -> Block:
    """Nothing runs through the words: the edges of marked columns stop above and below them. Cards have a ground."""
    if key in CARDS or not block.items:
        return block
    left, right = extent(block.items)
    if kit.marks:
        ground = Box(left - 4, -3, right - left + 12, block.height + 6, _tone(stage), radius=3)
        return Block(block.width, block.height, (ground, *block.items))
    columns = kit.journey.columns_of(stage)
    start = grid.x(columns.start) + SIDE
    gaps: list[Drawn] = []
    for n in columns[1:]:
        x = grid.x(n) - start
        if left < x < right and (_is_marked(kit, n - 1) or _is_marked(kit, n)):
            for side, column in ((x - EDGE, n - 1), (x, n)):
                tone = "moment_wash" if _is_marked(kit, column) else _tone(stage)
                gaps.append(Box(side, -3, EDGE, block.height + 6, tone))
    return Block(block.width, block.height, (*gaps, *block.items))


def _is_marked(kit: Kit, column: int) -> bool:
    return kit.journey.columns[column].is_moment or kit.journey.stage_of(column).is_moment


def _tone(stage: int) -> str:
    return "tint" if stage % 2 else "paper"


def rail_label(label: str, caption: str, icon: str, grid: Grid, kit: Kit) -> Block:
    """The name of a row beside it, with its icon and what it holds in small."""
    width = grid.rail - 28 - 16
    parts = [kit.text(label, "body-strong", width)]
    if caption:
        parts.append(kit.text(caption, "caption", width, "ink3"))
    words = stack(parts, 2)
    left = grid.left - grid.rail
    return Block(grid.rail, words.height, (Icon(icon, left, 0, 17, "ink2"), *words.at(left + 28, 0)))


def steps_row(grid: Grid, kit: Kit) -> Row:
    """The names of the columns, with what makes one a moment of truth, its goal and its picture."""
    columns = [_step(n, grid.column - 2 * SIDE, kit) for n in range(grid.columns)]
    spans = {}
    for n, stage in enumerate(kit.journey.stages):
        inner = grid.measure(kit.journey.columns_of(n)) - 2 * SIDE
        parts = [*kit.notes(stage.path, inner), *_about(stage, inner, kit)] if stage.steps else []
        if parts:
            spans[n] = stack(parts, 5)
    only_stages = not any(isinstance(place, Step) for place in kit.journey.columns)
    if only_stages and not any(block.height for block in columns):
        return Row(0, (), ruled=False)
    word = kit.words("row.stages" if only_stages else "row.steps")
    row = assemble("steps", word, "", "list-ordered", columns, spans, grid, kit)
    return Row(row.height, row.items, ruled=False)


def _step(n: int, width: float, kit: Kit) -> Block:
    """A stage that is a column has its name in the band already; a step has it here."""
    place = kit.journey.columns[n]
    is_step = isinstance(place, Step)
    parts = [_called(place, width, kit)] if is_step else []
    if is_step and place.goal:
        parts.append(kit.text(place.goal, "label", width, "ink2"))
    return kit.marked(place.path, stack([*kit.notes(place.path, width), *parts, *_about(place, width, kit)], 6))


def _called(place: Place, width: float, kit: Kit) -> Block:
    name = kit.text(place.name, "step", width)
    return Block(name.width, name.height, (Group(name.items, "name"),))


def _about(place, width: float, kit: Kit) -> list[Block]:  # type: ignore[no-untyped-def]
    from jmap.layout.scene import Mark, Picture

    parts = []
    if place.is_moment:
        kit.note("moment.step")
        reason = place.moment_reason or kit.words("moment")
        words = kit.text(reason, "label-strong", width - 19, "moment")
        parts.append(Block(width, words.height, (Mark("star", 6, 8, 11, "moment"), *words.at(19, 0))))
    if place.description:
        parts.append(kit.text(place.description, "label", width, "ink2"))
    if place.journey:
        kit.note("journey")
        title = kit.titles.get(place.journey, place.journey)
        words = kit.text(title, "label", width - 21, "ink2")
        parts.append(Block(width, words.height, (Icon("square-plus", 0, 1, 14, "ink2"), *words.at(21, 0))))
    if place.image:
        image = place.image
        height = min(width * image.height / image.width, width)
        drawn = Picture(0, 4, width, height, image.data, image.media_type, image.alt or place.name)
        parts.append(Block(width, height + 4, (drawn,)))
    return parts


def goals_row(grid: Grid, kit: Kit) -> Row:
    """What the organisation wants of each stage or step, where somebody wrote it."""
    columns = []
    for place in kit.journey.columns:
        goal = place.business_goal
        columns.append(kit.text(goal, "body", grid.column - 2 * SIDE) if goal else Block(0, 0))
    spans = {
        n: kit.text(stage.business_goal, "body", grid.measure(kit.journey.columns_of(n)) - 2 * SIDE)
        for n, stage in enumerate(kit.journey.stages)
        if stage.steps and stage.business_goal
    }
    if not spans and not any(block.height for block in columns):
        return Row(0, ())
    words = (kit.words("row.business_goal"), kit.words("row.business_goal.caption"))
    return assemble("business_goal", *words, "target", columns, spans, grid, kit)


def line_row(line: str, grid: Grid, kit: Kit) -> Row:
    """One of the three lines of the service blueprint, named in the rail."""
    dash = {"interaction": "", "visibility": "dashed", "internal": "dotted"}[line]
    name = kit.text(kit.words(f"line.{line}"), "caption-strong", grid.rail - 16, "ink2")
    y = 16.0
    rule = Curve((("M", grid.left, y), ("L", grid.right, y)), "ink2", 2, dash)  # type: ignore[arg-type]
    height = max(32.0, name.height + 16)
    words = name.at(grid.left - grid.rail, y - name.height / 2)
    drawn = Group((Group(words, "aside"), rule), "line", kit.words(f"line.{line}"))
    return Row(height, (drawn,), ruled=False, ruled_below=False)

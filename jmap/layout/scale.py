"""The time of the whole journey to scale: one bar from the first minute to the last."""

from __future__ import annotations

from dataclasses import dataclass

from jmap.layout.cells.time import parts
from jmap.layout.grid import Grid
from jmap.layout.kit import Block, Kit, flow_line
from jmap.layout.row import Row
from jmap.layout.rows import rail_label
from jmap.layout.scene import Box, Group
from jmap.layout.scene import Item as Drawn
from jmap.resolve.content import Span, Time
from jmap.resolve.journey import Place, Stage

HEIGHT, TOP = 28.0, 13.0


@dataclass(frozen=True, slots=True)
class Segment:
    place: Place
    kind: str
    span: Span


def scale_row(grid: Grid, kit: Kit) -> Row:
    """Drawn when at least two durations are given."""
    segments = [segment for stage in kit.journey.stages for segment in _of_stage(stage)]
    total = sum(segment.span.mean for segment in segments)
    if len(segments) < 2 or total <= 0:
        return Row(0, (), ruled=False)
    caption = _caption(segments, kit).replace(" –", "\u00a0–")  # no line begins with a dash
    rail = rail_label(kit.words("row.scale"), caption, "ruler", grid, kit)
    items: list[Drawn] = [Group(rail.at(0, TOP), "rail")]
    width = grid.right - grid.left
    x = grid.left
    for segment in segments:
        length = segment.span.mean / total * width
        items += _segment(segment, length, kit).at(x, TOP)
        x += length
    kit.note("time.scale")
    height = TOP + max(HEIGHT, rail.height) + TOP
    return Row(height, (Group(tuple(items), "lane", kit.words("row.scale")),), ruled=False)


def _of_stage(stage: Stage) -> list[Segment]:
    """A stage's own time holds what passes between its steps too, so it stands for them."""
    return _segments(stage) or [segment for step in stage.steps for segment in _segments(step)]


def _segments(place: Place) -> list[Segment]:
    """The durations of a column. Where personas differ, the longest holds: it is drawn once, not added up."""
    times = [item for item in place.items("time") if isinstance(item, Time)]
    shared = [item for item in times if not item.personas]
    own = [item for item in times if item.personas]
    if own:
        shared.append(max(own, key=lambda item: sum(span.mean for _, span in parts(item))))
    return [Segment(place, kind, span) for item in shared for kind, span in parts(item) if span.mean > 0]


def _caption(segments: list[Segment], kit: Kit) -> str:
    """`3 h 15 min active of 7 days 5 h`."""
    active = [segment.span for segment in segments if segment.kind == "active"]
    whole = _sum([segment.span for segment in segments])
    if not active or len(active) == len(segments):
        return kit.words.span(whole)
    return kit.words("scale.of", active=kit.words.span(_sum(active)), total=kit.words.span(whole))


def _sum(spans: list[Span]) -> Span:
    low, high = sum(span.low for span in spans), sum(span.high for span in spans)
    return Span(low, high, any(span.approximate for span in spans))


def _segment(segment: Segment, length: float, kit: Kit) -> Block:
    fill, hatch = {"active": ("bar", ""), "waiting": ("paper", "ribbon"), "elapsed": ("ribbon", "")}[segment.kind]
    width = max(length, 0.8)
    box = Box(0, 0, width, HEIGHT, fill, "" if segment.kind == "active" else "card_border", 0.75, hatch=hatch)
    items: list[Drawn] = [box]
    spent = f"· {kit.words.span(segment.span)} {kit.words(f'time.{segment.kind}')}"
    label = flow_line(
        (
            *_number(segment.place, kit),
            kit.line(segment.place.name, "label"),
            kit.line(spent, "label"),
        )
    )
    needed = label.width * 1.04 + 32
    if segment.kind != "active" and needed <= length:
        plate = max(HEIGHT - 10, label.height)
        items.append(Box(10, (HEIGHT - plate) / 2, needed - 20, plate, "paper"))
        items += label.at(16, (HEIGHT - label.height) / 2)
    return Block(length, HEIGHT, tuple(items))


def _number(place: Place, kit: Kit) -> list[Block]:
    """The number of the column, as on the path; a stage with steps is no column and has none."""
    columns = [column.path for column in kit.journey.columns]
    if place.path not in columns:
        return []
    return [kit.line(str(columns.index(place.path) + 1), "label-strong")]

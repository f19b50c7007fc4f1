"""The rows of a picture of changes, as high on one side as on the other, and the edges of marked columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from jmap.layout.changes import curves
from jmap.layout.changes.order import order_row
from jmap.layout.changes.plan import Plan
from jmap.layout.changes.said import said
from jmap.layout.changes.sides import Show
from jmap.layout.curve.feelings import feelings_row
from jmap.layout.kit import Kit
from jmap.layout.row import Row
from jmap.layout.scene import Box, Curve
from jmap.layout.scene import Item as Drawn
from jmap.layout.swimlane import rows


def drawn_rows(plan: Plan, kits: Mapping[Show, Kit], show: Show) -> list[Row]:
    """The rows of one picture; each as high as the highest of its kind in all pictures."""
    everything = {one: _rows(plan, kit, one) for one, kit in kits.items()}
    heights = [max(row.height for row in alike) for alike in zip(*everything.values(), strict=True)]
    return [replace(row, height=height) for row, height in zip(everything[show], heights, strict=True)]


def _rows(plan: Plan, kit: Kit, show: Show) -> list[Row]:
    path = order_row(plan.union, plan.found.marked, plan.folded, plan.grid, kit, show)
    return rows(plan.grid, kit, path, lambda: _curve(plan, kit, show), to_scale=False)


def _curve(plan: Plan, kit: Kit, show: Show) -> Row:
    """The feelings, and below them what no line can show."""
    traces = curves.side_traces(plan.union, show != "before", plan.folded, plan.grid)
    if show != "both":
        return feelings_row(kit.journey, plan.grid, kit.type, kit.words, found=traces)
    changes = plan.found.of("curve")
    pointed = {point.feeling.path for trace in traces for point in trace.points if not point.passed}
    before = curves.before(plan.union, changes, plan.folded, plan.grid, kit.words)
    row = feelings_row(kit.journey, plan.grid, kit.type, kit.words, found=traces, before=before)
    unsaid = curves.unsaid(changes, before.moved.keys() & pointed)
    below = said(plan.union, plan.found, unsaid, plan.folded, plan.grid, kit)
    return replace(row, height=row.height + below.height, items=(*row.items, *below.at(0, row.height)))


def columns(plan: Plan, top: float, bottom: float) -> Iterator[Drawn]:
    """New columns between dark edges, columns that are gone hatched between dashed ones."""
    for at, n in enumerate(plan.folded.kept):
        column = plan.union.columns[n]
        if column.base and column.head:
            continue
        if column.head is None:
            yield Box(plan.grid.x(at), top, plan.grid.column, bottom - top, "", hatch="hair")
        for x in (plan.grid.x(at), plan.grid.end(at)):
            ends = (("M", x, top), ("L", x, bottom))
            yield Curve(ends, "ink", 1.8) if column.head else Curve(ends, "ink3", 1.2, "dashed")

"""The personas' names at the beginning of their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jmap.layout.curve.strokes import Spot, Stroke
from jmap.layout.geometry import Rect, Taken, around
from jmap.layout.grid import Grid
from jmap.layout.lettering import in_box, whole
from jmap.layout.scene import Text

if TYPE_CHECKING:
    from jmap.text.typesetter import Paragraph, Typesetter

STYLE = "note-strong"
AWAY = 15.0  # from the first mark's centre to the end of the name
EDGE = 6.0


def name_at_start(
    stroke: Stroke,
    name: str,
    among: Sequence[Stroke],
    grid: Grid,
    bounds: Rect,
    marks: Taken,
    lines: Taken,
    type: Typesetter,
) -> tuple[tuple[Text, ...], Rect]:
    """The name left of the first mark and of those beside it, or as near to it as there is room."""
    first = stroke.spots[0]
    alike = [s.x for other in among for s in other.spots if abs(s.point.x - first.point.x) < 1 and s.y == first.y]
    spot = replace(first, x=min(alike, default=first.x))
    everywhere = list(_places(spot, name, grid, type))
    places = [(p, box) for p, box in everywhere if box.inside(bounds)] or everywhere
    free = [(p, box) for p, box in places if marks.free(box)]
    clear = [(p, box) for p, box in free if lines.free(box)]
    paragraph, box = (clear or free or places)[0]
    return in_box(paragraph, box, stroke.text_ink, "right" if box.right < spot.x else "left", "paper"), box


def _places(spot: Spot, name: str, grid: Grid, type: Typesetter) -> Iterator[tuple[Paragraph, Rect]]:
    room = spot.x - AWAY - grid.left - EDGE
    left = type.wrap(name, STYLE, max(24.0, room))
    if room >= 24 and whole(left, name):
        step = left.height + 3
        for row in (0, -1, 1, -2, 2, -3, 3):  # equals keep their order, one above the other
            dy = (spot.place + row) * step
            yield left, around(spot.x - AWAY - left.width / 2, spot.y + dy, left.width, left.height)
    wide = type.wrap(name, STYLE, grid.column - 2 * EDGE)
    start = max(grid.left + EDGE, spot.x - wide.width - AWAY)
    for row in range(1, 16):
        for sign in (-1, 1):
            y = spot.y + sign * (row * 10 + wide.height / 2 + 2)
            yield wide, Rect(start, y - wide.height / 2, start + wide.width, y + wide.height / 2)

"""A stage's own feeling where its steps have theirs: a thin line over its columns, with its mark and words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.layout.curve.points import Point
from jmap.layout.curve.scale import Scale
from jmap.layout.curve.strokes import Stroke
from jmap.layout.geometry import Rect, Taken
from jmap.layout.grid import Grid
from jmap.layout.lettering import in_box
from jmap.layout.scene import Curve, Item, Mark

if TYPE_CHECKING:
    from jmap.text.typesetter import Paragraph

INSET = 16.0
SIZE = 9.0
PITCH = 14.0


@dataclass(frozen=True, slots=True)
class Level:
    stroke: Stroke
    point: Point
    y: float
    left: float
    right: float

    def line(self) -> Curve:
        ends = (("M", self.left, self.y), ("L", self.right, self.y))
        return Curve(ends, self.stroke.ink, 1.5, "" if self.point.known else "dotted")

    def mark(self) -> Mark:
        return Mark(self.stroke.shape, self.left, self.y, SIZE, self.stroke.ink, not self.point.known, "", "paper")

    def taken(self) -> tuple[Rect, Rect]:
        """The box of the mark, and that of the line."""
        mark = Rect(self.left - 6, self.y - 6, self.left + 6, self.y + 6)
        return mark, Rect(self.left, self.y - 2, self.right, self.y + 2)


def levels(stroke: Stroke, scale: Scale, grid: Grid, number: int) -> Iterator[Level]:
    """The levels of the persona of that number. Each begins at a place of its own, so that none hides another."""
    before: dict[int, int] = defaultdict(int)
    for point in stroke.trace.levels:
        place = number + 6 * before[point.first]
        before[point.first] += 1
        left, right = grid.x(point.first) + INSET, grid.end(point.last) - INSET
        start = min(left + place * PITCH, (left + right) / 2)
        yield Level(stroke, point, scale.y(point.score) + (place % 3 - 1) * 5.0, start, right)


def caption(
    level: Level, paragraph: Paragraph, bounds: Rect, marks: Taken, lines: Taken
) -> tuple[tuple[Item, ...], Rect] | None:
    """The words along the line: where they cover nothing, else where they cover no text and no mark; or nowhere."""
    places = [box for box in _places(level, paragraph) if box.inside(bounds)]
    free = [box for box in places if marks.free(box)]
    clear = [box for box in free if lines.free(box)]
    if not free:
        return None
    box = (clear or free)[0]
    return in_box(paragraph, box, level.stroke.text_ink, "left", "paper"), box


def _places(level: Level, paragraph: Paragraph) -> Iterator[Rect]:
    width, height = paragraph.width, paragraph.height - 2
    last = max(level.left, level.right - width)
    for away in (3.0, *(20.0 + 9 * n for n in range(30))):
        for top in (level.y - away - height, level.y + away):
            for n in range(9):
                left = level.left + (last - level.left) * n / 8
                yield Rect(left, top, left + width, top + height)

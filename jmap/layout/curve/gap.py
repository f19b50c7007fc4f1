"""The widest gap: where two personas feel most differently, marked once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from jmap.layout.curve.strokes import Spot, Stroke
from jmap.layout.geometry import Rect, Taken, around
from jmap.layout.lettering import in_box
from jmap.layout.scene import Box, Curve, Item

if TYPE_CHECKING:
    from jmap.text.typesetter import Paragraph

LEAST = 2.0  # points of the scale
STEPS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)


@dataclass(frozen=True, slots=True)
class Gap:
    upper: Spot
    lower: Spot

    @property
    def size(self) -> float:
        return self.upper.point.score - self.lower.point.score


def widest(strokes: Sequence[Stroke]) -> Gap | None:
    """The widest gap between two personas in one column, the first of several; None if all are under 2."""
    columns: dict[int, list[tuple[int, Spot]]] = defaultdict(list)
    for n, stroke in enumerate(strokes):
        for spot in stroke.spots:
            if spot.point.first == spot.point.last:
                columns[spot.point.first].append((n, spot))
    gaps = [gap for column in sorted(columns) for gap in _gaps(columns[column])]
    best = max(gaps, key=lambda gap: gap.size, default=None)
    return best if best and best.size >= LEAST else None


def _gaps(spots: Sequence[tuple[int, Spot]]) -> Iterator[Gap]:
    for (one, a), (other, b) in combinations(spots, 2):
        if one != other:
            yield Gap(a, b) if a.point.score >= b.point.score else Gap(b, a)


def draw(gap: Gap, label: Paragraph, marks: Taken, lines: Taken) -> tuple[tuple[Item, ...], tuple[Rect, ...]]:
    """A dotted stem between the two marks with a dark pill on it, and the boxes that both take.

    The pill stands in the middle, or where it covers neither a mark nor, if that can be, a line.
    """
    a, b = gap.upper, gap.lower
    stem = Curve((("M", a.x, a.y + 10), ("L", b.x, b.y - 10)), "ink2", 1.5, "dotted")
    size = (label.width + 26, label.height + 10)
    beside = size[0] / 2 + 12
    places = [
        around(a.x + (b.x - a.x) * t + dx, a.y + (b.y - a.y) * t, *size) for dx in (0.0, beside, -beside) for t in STEPS
    ]
    free = [place for place in places if marks.free(place)] or places
    pill = lines.first_free(free) or free[0]
    middle = (pill.left + pill.right) / 2
    text = in_box(label, around(middle, (pill.top + pill.bottom) / 2, label.width, label.height), "paper", "middle")
    box = Box(pill.left, pill.top, pill.width, pill.height, "ink", radius=pill.height / 2)
    reach = Rect(min(a.x, b.x) - 2, a.y, max(a.x, b.x) + 2, b.y)
    return (stem, box, *text), (pill.grown(2), reach)

"""Rectangles, and a note of which places of a picture are taken, so that no two things cover each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

CELL = 64.0  # width of the strips by which taken places are found again


class Rect(NamedTuple):
    """A rectangle between two corners, in px; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share any area: touching edges do not."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, other: Rect) -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> Rect:
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)


def around(x: float, y: float, width: float, height: float) -> Rect:
    """The rectangle of that size whose centre is at (x, y)."""
    return Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


@dataclass
class Taken:
    """Which rectangles are taken already. Looks only at those nearby, so that wide maps stay quick."""

    _strips: dict[int, list[Rect]] = field(default_factory=lambda: defaultdict(list))

    def add(self, *rects: Rect) -> None:
        for rect in rects:
            for strip in _strips(rect):
                self._strips[strip].append(rect)

    def free(self, rect: Rect) -> bool:
        return not any(rect.overlaps(other) for strip in _strips(rect) for other in self._strips.get(strip, ()))

    def first_free(self, rects: Iterable[Rect]) -> Rect | None:
        return next((rect for rect in rects if self.free(rect)), None)


def _strips(rect: Rect) -> Iterator[int]:
    return iter(range(int(rect.left // CELL), int(rect.right // CELL) + 1))

"""A map at one size, parted into pages: columns between stages, else between steps, and rows between lanes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jmap.layout.paper.cuts import Cut
from jmap.layout.paper.measure import Measured

MM = 96 / 25.4
WIDTH, HEIGHT = 400 * MM, 273 * MM  # of A3, but no higher than A4 is in proportion, so that it fits there too
TITLE, AIR = 34.0, 18.0  # px of the picture: a page's title, and the space before its legend
KEY_GAP, KEY_LINE = 40.0, 16.0
NAMES_PAD = 8.0


@dataclass(frozen=True, slots=True)
class Split:
    """`scale` is px of the page for each px of the picture; all that it gives is in px of the picture."""

    map: Measured
    cuts: Mapping[int, Cut]
    scale: float

    @property
    def width(self) -> float:
        return WIDTH / self.scale

    @property
    def height(self) -> float:
        return HEIGHT / self.scale

    def count(self) -> int:
        """How many pages there are."""
        return len(self.columns()) * len(self.rows())

    def fits(self) -> bool:
        """Whether the highest row and the widest key have room."""
        rows = self.map.rows
        tallest = max(rows[block[-1]].bottom - rows[block[0]].top for block in blocks(self.map))
        return tallest <= min(self._room()) and max((key.width for key in self.map.keys), default=0) <= self.width

    def columns(self) -> list[range]:
        """Columns by page: whole stages as long as they have room, else as many steps of one."""
        ends = (*self.map.stages, self.map.columns)
        found: list[range] = []
        while (at := found[-1].stop if found else 0) < self.map.columns:
            fitting = [end for end in range(at + 1, self.map.columns + 1) if self._across(at, end) <= self.width]
            whole = [end for end in fitting if end in ends]
            found.append(range(at, max(whole or fitting or [at + 1])))
        return found

    def rows(self) -> list[range]:
        """Rows by page."""
        first, later = self._room()
        found: list[range] = []
        for block in blocks(self.map):
            top = self.map.rows[found[-1].start if found else 0].top
            room = first if len(found) <= 1 else later
            if found and self.map.rows[block[-1]].bottom - top <= room:
                found[-1] = range(found[-1].start, block.stop)
            else:
                found.append(block)
        return found

    def keys(self) -> tuple[tuple[tuple[float, float], ...], float]:
        """How far each key of the legend moves to stand in lines below y = 0, and the height of all lines."""
        moves = []
        x = y = line = 0.0
        for key in self.map.keys:
            if x and x + key.width > self.width:
                x, y, line = 0.0, y + line + KEY_LINE, 0.0
            moves.append((self.width - x - key.right if self.map.rtl else x - key.left, y - key.top))
            x, line = x + key.width + KEY_GAP, max(line, key.height)
        return tuple(moves), y + line

    def _across(self, first: int, end: int) -> float:
        before = self.cuts[first].before if first else 0.0
        over = self.cuts[end].over if end < self.map.columns else 0.0
        return self.map.left - self.map.rail + before + (end - first) * self.map.column + over

    def _room(self) -> tuple[float, float]:
        """Height for rows on a page that begins with the first row, and on any other."""
        keys = self.keys()[1]
        first = self.height - TITLE - self.map.band_height - (AIR + keys if keys else 0)
        return first, first - names_height(self.map)


def names_height(map: Measured) -> float:
    """What the step names need where they are repeated above rows further down."""
    if not map.names:
        return 0.0
    return max(name.bottom for name in map.names) - min(name.top for name in map.names) + 2 * NAMES_PAD


def blocks(map: Measured) -> list[range]:
    """Rows that stay together: the path with its steps, a line with the row below it."""
    found: list[range] = []
    begin = 0
    keys = [row.key for row in map.rows]
    for n, key in enumerate(keys):
        if key == "line" or (key == "path" and "steps" in keys[n + 1 : n + 2]):
            continue
        found.append(range(begin, n + 1))
        begin = n + 1
    return found if begin == len(keys) else [*found, range(begin, len(keys))]

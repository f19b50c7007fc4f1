"""Where the ribbon runs: its width at each column, the nodes on it, and the ribbon itself.

Here, and in the whole room, y = 0 is the upper edge of the ribbon, and what is above has a negative y.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.layout.geometry import Rect, around
from jmap.layout.grid import Grid
from jmap.layout.kit import persona_token
from jmap.layout.scene import Curve
from jmap.resolve.journey import Journey

FULL = 22.0  # width of the ribbon with all customers
EVEN = 14.0  # ... where nobody counted them
THIN = 1.5  # ... at least, so that it can be seen
RADIUS = 13.0
NODE = 14.0  # from the cell's padding to the centre of a node
TIP = 14.0
Command = tuple[str | float, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """`widths` has one number more than there are columns: the last is the width at the end."""

    grid: Grid
    widths: tuple[float, ...]

    def x(self, column: int) -> float:
        """The centre of a node."""
        return self.grid.x(column) + self.grid.pad + NODE

    def y(self, column: int) -> float:
        return self.widths[column] / 2

    def node(self, column: int) -> Rect:
        return around(self.x(column), self.y(column), 2 * RADIUS, 2 * RADIUS)

    @property
    def end(self) -> float:
        """Where the ribbon's tip is."""
        return self.grid.right - 8

    def body(self) -> Iterator[Rect]:
        """The place that the ribbon takes, column by column."""
        for column in range(self.grid.columns):
            deep = max(self.widths[column], self.widths[column + 1])
            yield Rect(self.grid.x(column), 0, self.grid.x(column + 1), deep)


def course(journey: Journey, grid: Grid) -> Course:
    if not journey.has_shares:
        return Course(grid, (EVEN,) * (grid.columns + 1))
    return Course(grid, tuple(max(THIN, FULL * share) for share in (*journey.left, journey.left_at_end)))


def ribbon(journey: Journey, course: Course, narrows: Sequence[tuple[float, float]]) -> tuple[Curve, ...]:
    """The ribbon; where personas leave in different shares, a strip for each of them.

    `narrows` says for each column from where to where the ribbon takes the width of the next one.
    """
    if not journey.left_by_persona:
        top = (0.0,) * len(course.widths)
        return (_strip(course, top, course.widths, narrows, "ribbon", 1.0),)
    strips, top = [], (0.0,) * len(course.widths)
    for persona in journey.personas:
        shares = journey.left_by_persona[persona.id]
        bottom = tuple(y + FULL * share / len(journey.personas) for y, share in zip(top, shares, strict=True))
        strips.append(_strip(course, top, bottom, narrows, persona_token(persona), 0.3))
        top = bottom
    return tuple(strips)


def _strip(
    course: Course,
    top: Sequence[float],
    bottom: Sequence[float],
    narrows: Sequence[tuple[float, float]],
    ink: str,
    opacity: float,
) -> Curve:
    """Between two edges, with a round start and a tip at the end."""
    left, neck = course.grid.left + 3, course.end - TIP
    round_start = (bottom[0] - top[0]) * 0.5
    upper = _edge(left + round_start, neck, top, narrows)
    lower = _edge(left + round_start, neck, bottom, narrows)
    middle = course.widths[-1] / 2
    commands: list[Command] = [("M", *upper[0]), *_bends(upper), ("L", course.end, middle), ("L", *lower[-1])]
    commands += _bends(lower[::-1])
    commands.append(("C", left, bottom[0], left, top[0], *upper[0]))
    commands.append(("Z",))
    return Curve(tuple(commands), "ribbon_line" if ink == "ribbon" else "", 1.0, "", ink, opacity)


def _edge(
    start: float, end: float, levels: Sequence[float], narrows: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The corners of an edge: level, then bent from one level to the next."""
    points = [(start, levels[0])]
    for n, (a, b) in enumerate(narrows):
        if levels[n] != levels[n + 1]:
            points += [(min(a, end - 2), levels[n]), (min(b, end - 1), levels[n + 1])]
    points.append((end, levels[-1]))
    return points


def _bends(points: Sequence[tuple[float, float]]) -> list[Command]:
    commands: list[Command] = []
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        half = (x0 + x1) / 2
        commands.append(("L", x1, y1) if y0 == y1 else ("C", half, y0, half, y1, x1, y1))
    return commands

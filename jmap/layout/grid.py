"""Where the columns of a map are: the one grid that every row shares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of one width, in px. The rail of lane labels lies to the left of `left`."""

    left: float
    column: float  # width of one column
    columns: int
    stage_starts: tuple[int, ...] = ()  # the first column of each stage
    pad: float = 12.0  # inside a cell, left and right
    rail: float = 184.0  # width of the lane labels left of `left`

    def x(self, column: int) -> float:
        """The left edge of a column; that of the column after the last is `right`."""
        return self.left + column * self.column

    def centre(self, column: int) -> float:
        return self.x(column) + self.column / 2

    def column_at(self, x: float) -> int:
        """The column in which an x lies."""
        return int((x - self.left) // self.column)

    @property
    def right(self) -> float:
        return self.x(self.columns)

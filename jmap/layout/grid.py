"""Where the columns of a map are: the one grid that every row shares."""

from __future__ import annotations

from dataclasses import dataclass

MEASURE = 1120.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of one width, in px. The rail of lane labels lies to the left of `left`."""

    left: float
    column: float  # width of one column
    columns: int
    stage_starts: tuple[int, ...] = ()  # the first column of each stage
    pad: float = 12.0  # inside a cell, left and right
    rail: float = 184.0  # width of the lane labels left of `left`
    gaps: tuple[float, ...] = ()  # room before each column and after the last one, for columns that are folded away

    def x(self, column: int) -> float:
        """The left edge of a column; that of the column after the last is `right`."""
        return self.left + column * self.column + sum(self.gaps[: column + 1])

    def end(self, column: int) -> float:
        """The right edge of a column."""
        return self.x(column) + self.column

    def across(self, columns: range) -> float:
        """How wide these columns are together, with what is folded away between them."""
        return self.end(columns[-1]) - self.x(columns[0])

    def measure(self, columns: range) -> float:
        """How long lines of words over these columns may be: none is longer than a printed page is wide."""
        return min(self.across(columns), MEASURE)

    def centre(self, column: int) -> float:
        return self.x(column) + self.column / 2

    def column_at(self, x: float) -> int:
        """The column in which an x lies."""
        if self.gaps:
            return max((n for n in range(self.columns) if self.x(n) <= x), default=0)
        return int((x - self.left) // self.column)

    @property
    def right(self) -> float:
        return self.x(self.columns)

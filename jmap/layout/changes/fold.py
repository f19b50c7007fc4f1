"""Runs of columns in which nothing changed are folded into a thin gutter, and their names stand above it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from jmap.layout.grid import Grid

LEAST = 2  # columns that are worth a gutter
GUTTER = 28.0
INTO = 0.3  # where in a gutter the first and the last of its columns pass


@dataclass(frozen=True, slots=True)
class Gutter:
    """A run of columns (of the union, from `first` to `last`) that lies before the visible column `at`."""

    first: int
    last: int
    at: int


@dataclass(frozen=True, slots=True)
class Folded:
    """`kept` are the columns of the union that are drawn, in order."""

    kept: tuple[int, ...]
    gutters: tuple[Gutter, ...]

    def visible(self, column: int) -> int | None:
        """Where a column of the union is drawn; None where it is folded away."""
        return self.kept.index(column) if column in self.kept else None

    def gaps(self) -> tuple[float, ...]:
        wide = {gutter.at for gutter in self.gutters}
        return tuple(GUTTER if n in wide else 0.0 for n in range(len(self.kept) + 1)) if wide else ()

    def left(self, gutter: Gutter, grid: Grid) -> float:
        return grid.x(gutter.at) - GUTTER

    def passing(self, column: int, grid: Grid) -> float | None:
        """The x at which the line goes through a folded column: at both ends of its gutter only."""
        for gutter in self.gutters:
            if gutter.first <= column <= gutter.last:
                left = self.left(gutter, grid)
                if column == gutter.last:
                    return left + GUTTER * (1 - INTO)
                return left + GUTTER * INTO if column == gutter.first else None
        return None


def fold(count: int, changed: Collection[int], stages: Sequence[Sequence[int]]) -> Folded:
    """Folds what is not in `changed`. `stages` are the columns of stages of which one at least has to be seen."""
    seen = set(changed)
    for columns in stages:
        if not seen & set(columns):
            seen.add(columns[0])
    if not seen:
        return Folded(tuple(range(count)), ())
    kept: list[int] = []
    gutters: list[Gutter] = []
    for is_seen, run in groupby(range(count), key=lambda n: n in seen):
        columns = list(run)
        if is_seen or len(columns) < LEAST:
            kept += columns
        else:
            gutters.append(Gutter(columns[0], columns[-1], len(kept)))
    return Folded(tuple(kept), tuple(gutters))

"""Chooses the breaks of a paragraph: as few lines as fit, then, for two to four lines, as even as can be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

MOST_BALANCED = 4
_MOST_PIECES = 200  # four lines of more words than that look even as they are
_INSIDE_WORD = 0.06  # what a break without a space costs, as a share of the squared limit


class Row:
    """Pieces side by side, in px: how wide each is, the joint after it, the hyphen it takes at a line's end."""

    def __init__(self, widths: Sequence[float], joints: Sequence[float], hyphens: Sequence[float]) -> None:
        self.count = len(widths)
        steps = [width + joint for width, joint in zip(widths, joints, strict=True)]
        self.starts = list(accumulate(steps, initial=0.0))
        """Where each piece begins."""
        self.ends = [start + width + more for start, width, more in zip(self.starts, widths, hyphens, strict=False)]
        """Where a line ends that is broken after each piece."""
        self.inside = [joint == 0 for joint in joints]
        """Whether a break after each piece has no space to hide in."""


def break_lines(row: Row, limit: float) -> list[int]:
    """The end (exclusive) of each line, for lines of at most `limit` px; a piece that is wider gets its own line."""
    ends = _first_fit(row, limit)
    if 2 <= len(ends) <= MOST_BALANCED and row.count <= _MOST_PIECES:
        return _even(row, limit, len(ends))
    return ends


def _first_fit(row: Row, limit: float) -> list[int]:
    ends: list[int] = []
    first = 0
    for last in range(1, row.count):
        if last > first and row.ends[last] - row.starts[first] > limit:
            ends.append(last)
            first = last
    return [*ends, row.count]


def _even(row: Row, limit: float, lines: int) -> list[int]:
    """The breaks into exactly that many lines that have the least sum of squared gaps.

    `costs[end]` is the least cost of the pieces before `end` in the lines so far, `origins` where the last of these
    lines began. Line k leaves at least one piece to each line after it.
    """
    costs = [0.0] + [float("inf")] * row.count
    origins: list[list[int]] = []
    for line in range(1, lines + 1):
        earliest = row.count if line == lines else line
        costs, begins = _one_more_line(row, limit, costs, earliest, row.count - (lines - line))
        origins.append(begins)
    ends = [row.count]
    for begins in reversed(origins[1:]):
        ends.append(begins[ends[-1]])
    return ends[::-1]


def _one_more_line(
    row: Row, limit: float, before: list[float], earliest: int, latest: int
) -> tuple[list[float], list[int]]:
    """The least costs, and beginnings of the line, of all that may end in `earliest` to `latest`."""
    starts = row.starts
    costs = [float("inf")] * (row.count + 1)
    begins = [0] * (row.count + 1)
    for end in range(earliest, latest + 1):
        stop = row.ends[end - 1]
        extra = limit * limit * _INSIDE_WORD if row.inside[end - 1] and end < row.count else 0.0
        first = end - 1
        gap = limit - (stop - starts[first])
        while True:
            cost = before[first] + gap * gap + extra
            if cost < costs[end]:
                costs[end], begins[end] = cost, first
            first -= 1
            if first < 0 or (gap := limit - (stop - starts[first])) < 0:
                break
    return costs, begins

"""Which channels stand at the left of the stages and which at the right, so that a picture is not a tall tower."""

from __future__ import annotations

from collections.abc import Sequence

TALL = 760.0  # px: up to that height everything stands at the right


def left_side(heights: Sequence[float], offline: Sequence[bool]) -> tuple[bool, ...]:
    """For each channel, whether it stands at the left: offline ones, as far as both sides stay about as tall.

    With one kind of channel only, or very uneven kinds, the sides are balanced by height alone.
    """
    if sum(heights) <= TALL or len(heights) < 2:
        return (False,) * len(heights)
    left = list(offline)
    while True:
        gap = _gap(heights, left)
        moved = [[*left[:n], not side, *left[n + 1 :]] for n, side in enumerate(left)]
        best = min(moved, key=lambda sides: abs(_gap(heights, sides)))
        if abs(gap) <= sum(heights) / 4 or abs(_gap(heights, best)) >= abs(gap):
            return tuple(left)
        left = best


def _gap(heights: Sequence[float], left: Sequence[bool]) -> float:
    """How much taller the left side is."""
    return sum(height if side else -height for height, side in zip(heights, left, strict=True))

"""One row of a map, drawn at y = 0, with a note of what it shows."""

from __future__ import annotations

from dataclasses import dataclass

from jmap.layout.scene import Item


@dataclass(frozen=True, slots=True)
class Row:
    """`legend` names what was really drawn, once each, in the order of drawing."""

    height: float
    items: tuple[Item, ...]
    legend: tuple[str, ...] = ()
    ruled: bool = True  # whether a hairline may part it from the row above
    ruled_below: bool = True  # ... and from the row below

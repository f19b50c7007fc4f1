"""What a row of a map is: its key, the kind of cell it holds, and on which side of the blueprint's lines it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "touchpoint", "quote", "curve", "pain", "gain", "opportunity", "metric", "time"]
Side = Literal["customer", "onstage", "backstage", "support", ""]  # "" : no line runs beside it


@dataclass(frozen=True, slots=True)
class Lane:
    """One row. `name` is set for custom lanes only: the built-in ones are named by the locale (`lane.KEY`)."""

    key: str
    kind: Kind
    icon: str
    side: Side = ""
    order: int = 0  # place among the built-in rows
    name: str = ""

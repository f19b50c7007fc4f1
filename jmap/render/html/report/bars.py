"""Bars in parts, in percents of the width that a page gives them: drawn as SVG, as a strict policy asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a bar: `kind` is its class, `start` and `size` are percents."""

    kind: str
    start: str
    size: str


def stacked(parts: Iterable[tuple[str, float]], whole: float) -> tuple[Part, ...]:
    """Pieces one behind the other, by kind and amount; what is nothing takes no room. None of nothing."""
    found, at = [], 0.0
    for kind, amount in parts:
        if amount > 0 < whole:
            size = amount / whole * 100
            found.append(Part(kind, percent(at), percent(size)))
            at += size
    return tuple(found)


def percent(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") + "%"

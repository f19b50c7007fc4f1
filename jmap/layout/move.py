"""Moves what is drawn: shifts it, or mirrors it for scripts that run from right to left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from jmap.layout.scene import Anchor, Box, Curve, Group, Icon, Item, Mark, Picture, Shift, Text, Wash

Commands = tuple[tuple[str | float, ...], ...]
OPPOSITE: Mapping[Anchor, Anchor] = MappingProxyType({"left": "right", "right": "left", "middle": "middle"})
TURNED: Mapping[str, str] = MappingProxyType({"left": "right", "right": "left"})
AS_THEY_ARE = ("phrase", "plot")  # pieces of one sentence keep their order, and a chart its axes


def shift(items: Iterable[Item], dx: float, dy: float) -> tuple[Item, ...]:
    """The same things, `dx` further to the right and `dy` further down."""
    return tuple(_shifted(item, dx, dy) for item in items)


def mirror(items: Iterable[Item], width: float) -> tuple[Item, ...]:
    """The same things in a mirror that stands in the middle of `width`.

    Places are mirrored, not signs: letters, pictures, marks and icons stay as they are. Only icons that
    point along the row turn round, since time now runs the other way.
    """
    return tuple(_mirrored(item, width) for item in items)


def settle(items: Iterable[Item], dx: float = 0.0, dy: float = 0.0) -> tuple[Item, ...]:
    """The same things with every `Shift` carried out, so that all coordinates are the picture's own."""
    settled: list[Item] = []
    for item in items:
        if isinstance(item, Shift):
            settled += settle(item.children, dx + item.x, dy + item.y)
        elif isinstance(item, Group):
            settled.append(Group(settle(item.children, dx, dy), item.kind, item.label, item.data))
        else:
            settled.append(_shifted(item, dx, dy) if dx or dy else item)
    return tuple(settled)


def extent(items: Iterable[Item]) -> tuple[float, float]:
    """The left and the right edge of what is drawn."""
    edges = [_edges(item) for item in items]
    return min(left for left, _ in edges), max(right for _, right in edges)


def _edges(item: Item) -> tuple[float, float]:
    if isinstance(item, Group):
        return extent(item.children)
    if isinstance(item, Shift):
        left, right = extent(item.children)
        return left + item.x, right + item.x
    if isinstance(item, Text):
        left = item.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[item.anchor] * item.width
        return left, left + item.width
    if isinstance(item, Curve):
        across = [float(v) for command in item.commands for v in command[1::2]]
        return min(across), max(across)
    if isinstance(item, Mark):
        return item.x - item.size / 2, item.x + item.size / 2
    return item.x, item.x + (item.size if isinstance(item, Icon) else item.width)


def _shifted(item: Item, dx: float, dy: float) -> Item:
    if isinstance(item, Group):
        return replace(item, children=shift(item.children, dx, dy))
    if isinstance(item, Curve):
        return replace(item, commands=_map_points(item.commands, 1, dx, dy))
    return replace(item, x=item.x + dx, y=item.y + dy)


def _mirrored(item: Item, width: float) -> Item:
    if isinstance(item, Group):
        if item.kind in AS_THEY_ARE:
            left, right = extent(item.children)
            return replace(item, children=shift(item.children, width - right - left, 0))
        return replace(item, children=mirror(item.children, width))
    if isinstance(item, Curve):
        return replace(item, commands=_map_points(item.commands, -1, width, 0))
    if isinstance(item, Text):
        return replace(item, x=width - item.x, anchor=OPPOSITE[item.anchor])
    if isinstance(item, Mark):
        return replace(item, x=width - item.x)
    if isinstance(item, Shift):
        return Group(mirror(settle((item,)), width))
    if isinstance(item, Icon):
        return replace(item, x=width - item.x - item.size, name=_turned(item.name))
    return _beyond(item, width)


def _beyond(item: Box | Wash | Picture, width: float) -> Item:
    return replace(item, x=width - item.x - item.width)


def _turned(name: str) -> str:
    """`arrow-up-right` -> `arrow-up-left`; other icons keep their name."""
    if not name.startswith(("arrow-", "chevron-")):
        return name
    return "-".join(TURNED.get(part, part) for part in name.split("-"))


def _map_points(commands: Commands, sign: int, dx: float, dy: float) -> Commands:
    """Every x becomes sign * x + dx, every y becomes y + dy."""
    return tuple(
        (command[0], *(sign * float(v) + dx if n % 2 == 0 else float(v) + dy for n, v in enumerate(command[1:])))
        for command in commands
    )

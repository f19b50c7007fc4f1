"""Where in the picture each change is marked: at a place, an item, on the curve, in the order row, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from jmap.diff.change import Change
from jmap.layout.changes.union import GONE, Union
from jmap.resolve.journey import Journey, Place

Kind = Literal["place", "item", "curve", "order"]


@dataclass(frozen=True, slots=True)
class Target:
    """`key` is the path in the union of what is marked; `columns` are the union's columns that it stands in."""

    kind: Kind
    key: str
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Targets:
    """All changes of a map: those with a place in the picture by what they mark, and those without."""

    marked: Mapping[Target, tuple[Change, ...]]
    off: tuple[Change, ...] = ()

    def of(self, kind: Kind) -> dict[str, tuple[Change, ...]]:
        """The changes of one kind by the path of what they mark."""
        return {target.key: changes for target, changes in self.marked.items() if target.kind == kind}

    def columns(self) -> frozenset[int]:
        """The columns in which something is marked. What a whole stage holds is seen in any of its columns."""
        return frozenset(target.columns[0] for target in self.marked if len(target.columns) == 1)

    def stages(self) -> tuple[tuple[int, ...], ...]:
        """The columns of each stage that is marked as a whole."""
        return tuple(target.columns for target in self.marked if len(target.columns) > 1)


@dataclass(slots=True)
class _Index:
    """What a path of either side means in the union."""

    head: dict[str, Target] = field(default_factory=dict)
    base: dict[str, Target] = field(default_factory=dict)


def targets(union: Union, changes: Sequence[Change]) -> Targets:
    index = _index(union)
    marked: dict[Target, list[Change]] = {}
    off: list[Change] = []
    for change in changes:
        target = _find(index.head, change.head_path) or _find(index.base, change.base_path)
        if target is None:
            off.append(change)
        else:
            marked.setdefault(target, []).append(change)
    return Targets({target: tuple(found) for target, found in marked.items()}, tuple(off))


def _find(index: Mapping[str, Target], path: str) -> Target | None:
    """What stands at a path, or holds it."""
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        found = index.get(".".join(parts[:length]))
        if found:
            return found
    return None


def _index(union: Union) -> _Index:
    index = _Index()
    at = 0
    for stage in union.stages:
        columns = tuple(range(at, at + len(stage.columns)))
        _take(index, stage.base, stage.head, stage.key, columns, union)
        if stage.has_steps:
            for n, column in zip(columns, stage.columns, strict=True):
                _take(index, column.base, column.head, column.key, (n,), union)
        at += len(stage.columns)
    return index


def _take(
    index: _Index, base: Place | None, head: Place | None, key: str, columns: tuple[int, ...], union: Union
) -> None:
    place = Target("place", key, columns)
    if head:
        index.head[head.path] = place
        index.head |= {path: Target(kind, path, columns) for path, kind in _inside(head, union.head)}
    if base:
        index.base[base.path] = place
        for path, kind in _inside(base, union.base):
            partner = union.pairs.head_of.get(path)
            if partner is None:
                index.base[path] = Target(kind, f"{GONE}{path}", columns)
            else:
                index.base[path] = index.head.get(partner) or Target(kind, partner, columns)


def _inside(place: Place, journey: Journey) -> Iterator[tuple[str, Kind]]:
    """The items, exits and ways of a place, by their paths."""
    for lane, items in place.lanes.items():
        for item in items:
            yield item.path, "curve" if lane == "feelings" else "item"
    for exit in place.exits:
        yield exit.path, "order"
    at = next((n for n, column in enumerate(journey.columns) if column is place or column.path == place.path), None)
    for way in journey.ways:
        if way.written and way.source == at:
            yield way.path, "order"

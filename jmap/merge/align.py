"""In which order the parts of a joined list or mapping stand: what either side moved or added, ours first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from jmap.merge.pair import Item, pairs

T = TypeVar("T", bound=Item)
Name = tuple[str, int]  # whose list an item was first seen in, and where


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """One part on each side; None where it does not stand."""

    base: T | None
    ours: T | None
    theirs: T | None


@dataclass(frozen=True, slots=True)
class _Names:
    """The parts of the three versions as names: equal ones are the same part."""

    base: list[Name]
    ours: list[Name]
    theirs: list[Name]


def align(base: Sequence[T], ours: Sequence[T], theirs: Sequence[T], *, ordered: bool) -> list[Row[T]] | None:
    """The parts in their joined order; None if both sides moved the same items to different places.

    In what is not `ordered` (a mapping), our order is as good as theirs.
    """
    names = _names(base, ours, theirs)
    order = _order(names, ordered)
    if order is None:
        return None
    b, o, t = (
        dict(zip(side, parts, strict=True))
        for side, parts in ((names.base, base), (names.ours, ours), (names.theirs, theirs))
    )
    return [Row(b.get(name), o.get(name), t.get(name)) for name in order]


def _names(base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]) -> _Names:
    in_ours, in_theirs = pairs(base, ours), pairs(base, theirs)
    our = [("base", in_ours[i]) if i in in_ours else ("ours", i) for i in range(len(ours))]
    new_ours = [i for i in range(len(ours)) if i not in in_ours]
    new_theirs = [i for i in range(len(theirs)) if i not in in_theirs]
    both = pairs([ours[i] for i in new_ours], [theirs[i] for i in new_theirs], guess=False)
    added = {new_theirs[there]: ("ours", new_ours[here]) for there, here in both.items()}
    their = [("base", in_theirs[i]) if i in in_theirs else added.get(i, ("theirs", i)) for i in range(len(theirs))]
    return _Names([("base", i) for i in range(len(base))], our, their)


def _order(names: _Names, ordered: bool) -> list[Name] | None:
    shared = set(names.ours) & set(names.theirs)
    o = [name for name in names.ours if name in shared]
    t = [name for name in names.theirs if name in shared]
    b = [name for name in names.base if name in shared]
    old = set(b)
    old_o, old_t = [name for name in o if name in old], [name for name in t if name in old]
    if old_t == b or old_o == old_t:
        return _inserted(names.ours, names.theirs, names)
    if old_o == b:
        return _inserted(names.theirs, names.ours, names)
    rank = {name: i for i, name in enumerate(b)}
    moved_here, moved_there = _moved(old_o, rank), _moved(old_t, rank)
    if ordered and moved_here & moved_there:
        return None
    rest = [name for name in names.ours if name not in moved_there or name in moved_here]
    return _inserted(rest, names.theirs, names)


def _moved(side: Sequence[Name], rank: dict[Name, int]) -> set[Name]:
    """What has to move for the rest to stand in the base's order: as little as possible."""
    ends: list[Name] = []  # the last of the best chain of each length
    before: dict[Name, Name | None] = {}
    for name in side:
        place = bisect_left(ends, rank[name], key=rank.__getitem__)
        before[name] = ends[place - 1] if place else None
        ends[place : place + 1] = [name]
    stay: set[Name] = set()
    last = ends[-1] if ends else None
    while last is not None:
        stay.add(last)
        last = before[last]
    return set(side) - stay


def _inserted(skeleton: Sequence[Name], other: Sequence[Name], names: _Names) -> list[Name]:
    """The skeleton with what only the other side has, each behind what it stands behind there; ours come first."""
    known, first = set(skeleton), set(skeleton) - set(other) if other is names.theirs else set()
    behind: dict[Name | None, list[Name]] = {}
    anchor: Name | None = None
    for name in other:
        if name in known:
            anchor = name
        else:
            behind.setdefault(anchor, []).append(name)
    order: list[Name] = []
    waiting = behind.get(None, [])
    for name in skeleton:
        if name not in first:
            order += waiting
            waiting = []
        order.append(name)
        waiting = waiting + behind.get(name, [])
    return order + waiting

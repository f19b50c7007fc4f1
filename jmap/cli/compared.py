"""A project on both sides, compared, and maps that moved from one of them to another: one change, not two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jmap.diff.change import Comparison, MapComparison
from jmap.diff.compare import compare_moved
from jmap.resolve.journey import Workspace
from jmap.resolve.names import same_id
from jmap.source.document import Document

if TYPE_CHECKING:
    from jmap.git.readings import Pair


@dataclass(frozen=True, slots=True)
class Compared:
    """One project on both sides. Files in the comparison are relative to `folder`, those of the base to `base_folder`;
    both are absolute.

    `whole` tells whether all of the project was compared.
    """

    comparison: Comparison
    head: Workspace
    approvals: Document | None  # what was approved, as written at the head
    folder: Path
    base_folder: Path
    whole: bool


def with_moved(projects: Sequence[Compared], pairs: Sequence[Pair]) -> tuple[Compared, ...]:
    """The projects, and behind them each map that went from one to another, by its id.

    A map that has mistakes where it is now is among what is broken there, and not gone.
    """
    gone = _once(
        (same_id(one.id), i) for i, part in enumerate(projects) for one in part.comparison.maps if not one.head
    )
    new = _once((same_id(one.id), i) for i, part in enumerate(projects) for one in part.comparison.maps if _is_new(one))
    found = list(projects)
    for id, old in gone.items():
        now = new.get(id)
        if now is not None:
            moved = _moved(id, projects[old], pairs[old], projects[now], pairs[now])
            found[now] = _without(found[now], id)
            found.append(moved)
        if now is not None or any(id in _unread(*one) for one in zip(projects, pairs, strict=True)):
            found[old] = _without(found[old], id)
    return tuple(found)


def _once(entries: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Where each id is; those that occur twice lead nowhere."""
    known = list(entries)
    counts = Counter(id for id, _ in known)
    return {id: where for id, where in known if counts[id] == 1}


def _is_new(one: MapComparison) -> bool:
    return one.base is None and not one.broken_base


def _unread(part: Compared, pair: Pair) -> Iterator[str]:
    """The maps at the head that were not compared, because of mistakes."""
    compared = {journey.file for journey in pair.head.workspace.journeys} if not part.comparison.broken else ()
    return (same_id(one.id) for file, one in pair.head.maps.items() if file not in compared)


def _moved(id: str, old: Compared, before: Pair, new: Compared, after: Pair) -> Compared:
    """The map in its old and in its new project, held against each other."""
    one = compare_moved(before.base, after.head, id, new.comparison.base, new.comparison.head)
    return replace(new, comparison=one, base_folder=old.base_folder, whole=False)


def _without(part: Compared, id: str) -> Compared:
    comparison = part.comparison
    dropped = {change.fingerprint for one in comparison.maps if same_id(one.id) == id for change in one.changes}
    kept = replace(
        comparison,
        maps=tuple(one for one in comparison.maps if same_id(one.id) != id),
        touched=tuple(one for one in comparison.touched if one.fingerprint not in dropped),
    )
    return replace(part, comparison=kept)

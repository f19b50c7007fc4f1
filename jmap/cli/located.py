"""Comparisons of several projects as one, with files as the reader of an output names them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

from jmap.cli.compared import Compared
from jmap.diff.change import Change, Comparison, MapComparison, Spot

T = TypeVar("T")


def joined(projects: Sequence[Compared], reader: Path) -> Comparison:
    """All of them (at least one), with files as somebody in the folder `reader` would type them."""
    parts = [
        _Ways(project.folder, project.base_folder, reader.resolve()).of(project.comparison) for project in projects
    ]
    return replace(
        parts[0],
        title=parts[0].title if len(parts) == 1 else "",
        project=_all(part.project for part in parts),
        maps=_all(part.maps for part in parts),
        touched=_all(part.touched for part in parts),
        broken=_all(part.broken for part in parts),
        notes=tuple(dict.fromkeys(_all(part.notes for part in parts))),
    )


@dataclass(frozen=True, slots=True)
class _Ways:
    """From a reader to the files of a project, at the head (in `project`) and at the base (in `before`)."""

    project: Path
    before: Path
    reader: Path
    _known: dict[tuple[Path, str], str] = field(default_factory=dict)

    def of(self, comparison: Comparison) -> Comparison:
        """The same comparison, with its files as the reader would type them."""
        if self.project == self.before == self.reader:
            return comparison
        return replace(
            comparison,
            project=tuple(self._changes(comparison.project)),
            maps=tuple(one for one in map(self._map, comparison.maps) if one.changes),
            touched=tuple(replace(one, spot=self._spot(one.spot)) for one in comparison.touched),
            broken=tuple(replace(one, file=self._file(one.file)) for one in comparison.broken),
            notes=tuple(
                replace(n, before=self._file(n.before, True), after=self._file(n.after)) for n in comparison.notes
            ),
        )

    def _map(self, one: MapComparison) -> MapComparison:
        return replace(one, file=self._file(one.file, one.head is None), changes=tuple(self._changes(one.changes)))

    def _changes(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Without maps whose file has another name only because another folder is a project now."""
        made = map(self._change, changes)
        return (one for one in made if one.code != "map-file-changed" or one.before != one.after)

    def _change(self, change: Change) -> Change:
        base = self._spot(change.base, True) if change.base else None
        head = self._spot(change.head) if change.head else None
        if change.code == "map-file-changed" and base and head:
            change = replace(change, before=base.file, after=head.file)
        return replace(change, base=base, head=head)

    def _spot(self, spot: Spot, at_base: bool = False) -> Spot:
        return Spot(self._file(spot.file, at_base), spot.line)

    def _file(self, file: str, at_base: bool = False) -> str:
        folder = self.before if at_base else self.project
        if (folder, file) not in self._known:
            full = os.path.normpath(folder / file)
            try:
                named = os.path.relpath(full, self.reader)
            except ValueError:  # another drive
                named = full
            self._known[folder, file] = named.replace(os.sep, "/")
        return self._known[folder, file]


def _all(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(chain.from_iterable(parts))

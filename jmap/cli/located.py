"""Comparisons of several projects as one, with files as the reader of an output names them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

from jmap.cli.comparing import Compared
from jmap.diff.change import Change, Comparison, Spot

T = TypeVar("T")


def joined(projects: Sequence[Compared], reader: Path) -> Comparison:
    """All of them (at least one), with files as somebody in the folder `reader` would type them."""
    parts = [_Ways(project.folder, reader.resolve()).of(project.comparison) for project in projects]
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
    """From a reader to the files of a project."""

    project: Path
    reader: Path
    _known: dict[str, str] = field(default_factory=dict)

    def of(self, comparison: Comparison) -> Comparison:
        """The same comparison, with its files as the reader would type them."""
        if self.project == self.reader:
            return comparison
        return replace(
            comparison,
            project=tuple(map(self._change, comparison.project)),
            maps=tuple(
                replace(one, file=self._file(one.file), changes=tuple(map(self._change, one.changes)))
                for one in comparison.maps
            ),
            touched=tuple(replace(one, spot=self._spot(one.spot)) for one in comparison.touched),
            broken=tuple(replace(one, file=self._file(one.file)) for one in comparison.broken),
        )

    def _change(self, change: Change) -> Change:
        base, head = (spot and self._spot(spot) for spot in (change.base, change.head))
        return replace(change, base=base, head=head)

    def _spot(self, spot: Spot) -> Spot:
        return Spot(self._file(spot.file), spot.line)

    def _file(self, file: str) -> str:
        if file not in self._known:
            full = os.path.normpath(self.project / file)
            try:
                self._known[file] = os.path.relpath(full, self.reader).replace(os.sep, "/")
            except ValueError:  # another drive
                self._known[file] = full.replace(os.sep, "/")
        return self._known[file]


def _all(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(chain.from_iterable(parts))

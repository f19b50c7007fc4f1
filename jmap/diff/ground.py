"""One side of a comparison, read: its catalogue, and the outlines of its maps that have no mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jmap.diff.assemble import Face, labels
from jmap.diff.facets import Facets
from jmap.diff.outline import Node, Outline, catalogue_outline, map_outline
from jmap.diff.scope import Scope, Shared, lane_keys
from jmap.diff.shape import Shapes
from jmap.resolve.journey import Journey
from jmap.resolve.names import same_id
from jmap.resolve.workspace import Reading, Written


@dataclass(slots=True)
class Ground:
    """`maps`, `outlines` and `journeys` are by the root of the outline.

    `broken` means that files of the project itself have mistakes. `failed` are the maps with mistakes, by what their
    ids have in common whatever the case.
    """

    reading: Reading
    shapes: Shapes
    shared: Shared
    broken: bool
    failed: Mapping[str, Written]
    maps: dict[Node, Written] = field(default_factory=dict)
    outlines: dict[Node, Outline] = field(default_factory=dict)
    journeys: dict[Node, Journey] = field(default_factory=dict)
    _scopes: dict[Node, Scope] = field(default_factory=dict)
    _facets: dict[Node, Facets] = field(default_factory=dict)

    def scope(self, root: Node) -> Scope:
        if root not in self._scopes:
            self._scopes[root] = Scope(self.outlines[root], self.shared, self.shapes)
        return self._scopes[root]

    def facets(self, root: Node) -> Facets:
        if root not in self._facets:
            self._facets[root] = Facets(self.scope(root), self.shapes)
        return self._facets[root]

    def face(self, root: Node) -> Face:
        return Face(self.outlines[root], self.facets(root), labels(self.journeys[root]))


def ground(reading: Reading, shapes: Shapes) -> Ground:
    """A reading with the outlines of its maps."""
    shared = Shared(catalogue_outline(reading.catalogue, shapes))
    journeys = {journey.file: journey for journey in reading.workspace.journeys}
    broken = any(one.file not in reading.maps for one in reading.diagnostics)
    failed = {same_id(one.id): one for file, one in reading.maps.items() if file not in journeys}
    ready = Ground(reading, shapes, shared, broken, failed)
    for file, written in reading.maps.items():
        if file in journeys and written.file is not None:
            keys = lane_keys(shared, ((part.id, part.name) for part in written.file.custom_lanes))
            outline = map_outline(written.document, written.file, written.id, shapes, keys)
            ready.maps[outline.root] = written
            ready.outlines[outline.root] = outline
            ready.journeys[outline.root] = journeys[file]
            shared.maps.add(outline.root, written.id)
    return ready

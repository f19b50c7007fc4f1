"""Two readings of a project become a comparison: what changed in the journeys, judged.

    comparison = compare(base, head, Side("main"), Side("working tree"))

Files that are only formatted in another way, and names that are only spelled in another way, are no change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jmap.diagnostics import Diagnostic
from jmap.diff.assemble import Assembler, Face
from jmap.diff.change import Change, Comparison, MapComparison, Note, Side
from jmap.diff.facets import Facets
from jmap.diff.folding import folded
from jmap.diff.found import Found
from jmap.diff.ground import Ground, ground
from jmap.diff.judge import Judge
from jmap.diff.match import MapMatch, match_catalogues, match_maps
from jmap.diff.outline import Node, Outline
from jmap.diff.pairs import Pairs
from jmap.diff.shape import Shapes
from jmap.diff.touched import Cause, touched
from jmap.diff.walk import Walk, side
from jmap.resolve.names import same_id
from jmap.resolve.workspace import Reading


def compare(base: Reading, head: Reading, base_side: Side, head_side: Side) -> Comparison:
    """What changed from one reading of a project to another.

    Maps with mistakes at the head are not compared: their mistakes are in `broken`. If it is the project's own files
    that have mistakes there, no map is compared. Those with mistakes at the base
    only are shown as new, and a note says so. Neither of the readings is changed.
    """
    shapes = Shapes()
    return Comparing(ground(base, shapes), ground(head, shapes), base_side, head_side).run()


def compare_maps(base: Reading, head: Reading, base_side: Side, head_side: Side) -> Comparison:
    """One map of each reading, held against each other whatever their ids and files: two files, old and new.

    Of each reading the first map without mistakes is taken, else nothing is compared: see `compare`.
    """
    shapes = Shapes()
    return Comparing(ground(base, shapes), ground(head, shapes), base_side, head_side, by_id=False).run()


def compare_moved(base: Reading, head: Reading, id: str, base_side: Side, head_side: Side) -> Comparison:
    """The map with this id, in one project at the base and in another at the head; both have to have it."""
    shapes = Shapes()
    before, after = (ground(_alone(reading, id), shapes) for reading in (base, head))
    return Comparing(before, after, base_side, head_side, apart=True).run()


def _alone(reading: Reading, id: str) -> Reading:
    """A reading with that map only, and without its mistakes: they are told where the project is compared."""
    journeys = tuple(one for one in reading.workspace.journeys if same_id(one.id) == id)
    maps = {journey.file: reading.maps[journey.file] for journey in journeys}
    return replace(reading, workspace=replace(reading.workspace, journeys=journeys), maps=maps, diagnostics=())


@dataclass(slots=True)
class Comparing:
    """One comparison while it is made. Without `by_id`, the first map of each side is the same map.

    `apart` is for the sides of two projects: only their maps are compared, and a map that is in both has moved.
    """

    base: Ground
    head: Ground
    base_side: Side
    head_side: Side
    by_id: bool = True
    apart: bool = False
    judge: Judge = field(default_factory=Judge)
    pairs: Pairs = field(default_factory=Pairs)
    taken: dict[str, int] = field(default_factory=dict)
    causes: list[Cause] = field(default_factory=list)

    def run(self) -> Comparison:
        project = self._project()
        if self.by_id:
            match_maps(self.base, self.head, self.pairs)
        elif self.base.maps and self.head.maps:
            self.pairs.join(next(iter(self.base.maps)), next(iter(self.head.maps)))
        maps = sorted(self._maps(), key=lambda one: one.file)
        return Comparison(
            base=self.base_side, head=self.head_side,
            title=self.head.reading.workspace.title or self.base.reading.workspace.title,
            project=project, maps=tuple(one for one in maps if one.changes),
            touched=touched(self.base, self.head, self.pairs, self.causes),
            broken=self._broken(), notes=tuple(self._notes()),
        )  # fmt: skip

    def _project(self) -> tuple[Change, ...]:
        """What changed in the catalogue and the settings; nothing where the files that say so have mistakes."""
        ours, theirs = self.base.shared, self.head.shared
        if ours.outline and theirs.outline:
            match_catalogues(ours.outline, theirs.outline, self.pairs)
        if self.base.broken or self.head.broken or self.apart:
            return ()
        faces = [
            Face(one.outline, Facets(one, self.base.shapes), {}) if one.outline else None for one in (ours, theirs)
        ]
        if faces[0] and faces[1]:
            return self._changes("", (faces[0], faces[1]), self._walk(faces[0], faces[1]).run())
        only = faces[0] or faces[1]
        return self._changes("", (only, only), self._one_project(only.outline.root)) if only and self.by_id else ()

    def _walk(self, base: Face, head: Face) -> Walk:
        ours = side(base.outline, base.facets, self.base.reading.pictures)
        return Walk(ours, side(head.outline, head.facets, self.head.reading.pictures), self.pairs, self.apart)

    def _one_project(self, root: Node) -> Iterator[Found]:
        """A project that came, or went, with all that its maps shared."""
        if self.base.shared.outline:
            yield Found(action="removed", thing="setting", noun="project", base=root)
        else:
            yield Found(action="added", thing="setting", noun="project", head=root)

    def _changes(
        self, map: str, faces: tuple[Face, Face], found: Iterator[Found], known_as: str = ""
    ) -> tuple[Change, ...]:
        assembler = Assembler(map, known_as or map, *faces, self.pairs, self.judge, self.taken)
        made = folded([(one, assembler.change(one)) for one in found])
        self.causes += [Cause(one.base or one.node, change) for one, change in made]
        return tuple(change for _, change in made)

    def _maps(self) -> Iterator[MapComparison]:
        """Map by map. Where what maps share has mistakes at the head, nobody knows what is in them."""
        if self.head.broken:
            return
        for root in self.head.maps:
            before = self.pairs.base.get(root)
            yield self._both(before, root) if before is not None else self._new(root)
        for root in self.base.maps:
            if root not in self.pairs.head and root.key not in self.head.failed:
                yield self._gone(root)

    def _both(self, base: Node, head: Node) -> MapComparison:
        ours, theirs = self.base.outlines[base], self.head.outlines[head]
        facets = self.base.facets(base), self.head.facets(head)
        MapMatch(ours, theirs, (self.base.scope(base), self.head.scope(head)), facets, self.pairs).run()
        faces = self.base.face(base), self.head.face(head)
        id = self.head.maps[head].id
        return MapComparison(
            id=id, title=head.name, file=head.document.file,
            base=self.base.journeys[base], head=self.head.journeys[head],
            changes=self._changes(
                id, faces, self._found(base, head, self._walk(*faces)), self.base.maps[base].id
            ),
            pairs=_paths(theirs, self.pairs),
        )  # fmt: skip

    def _found(self, base: Node, head: Node, walk: Walk) -> Iterator[Found]:
        """What differs. Two files that were named as one map before and after differ in id and place by nature."""
        if self.by_id:
            return _with_file(base, head, walk, self.apart)
        return (one for one in walk.run() if (one.code, one.base) != ("map-renamed", base))

    def _new(self, root: Node) -> MapComparison:
        id, face = self.head.maps[root].id, self.head.face(root)
        found = Found(action="added", thing="map", noun="map", head=root, shown_after={"title": root.name})
        return MapComparison(
            id=id, title=root.name, file=root.document.file, base=None, head=self.head.journeys[root],
            broken_base=root.key in self.base.failed, changes=self._changes(id, (face, face), iter((found,))),
        )  # fmt: skip

    def _gone(self, root: Node) -> MapComparison:
        id, face = self.base.maps[root].id, self.base.face(root)
        found = Found(action="removed", thing="map", noun="map", base=root, shown_before={"title": root.name})
        return MapComparison(
            id=id, title=root.name, file=root.document.file, base=self.base.journeys[root], head=None,
            changes=self._changes(id, (face, face), iter((found,))),
        )  # fmt: skip

    def _broken(self) -> tuple[Diagnostic, ...]:
        """The mistakes at the head: of maps that failed, and of the project's own files."""
        whole = {written.document.file for written in self.head.maps.values()}
        return tuple(one for one in self.head.reading.diagnostics if one.file not in whole)

    def _notes(self) -> Iterator[Note]:
        """What was broken at the base, as far as something is compared with it."""
        reading, side = self.base.reading, self.base_side
        if self.head.broken:
            return
        if self.base.broken:
            files = dict.fromkeys(one.file for one in reading.diagnostics if one.file not in reading.maps)
            yield from (Note("base_project", file, side) for file in files)
            return
        for root in self.head.maps:
            if root.key in self.base.failed:
                yield Note("base_map", self.base.failed[root.key].document.file, side)


def _with_file(base: Node, head: Node, walk: Walk, moved: bool) -> Iterator[Found]:
    """A map that only lies somewhere else is the same map."""
    files = base.document.file, head.document.file
    if (moved or files[0] != files[1]) and base.key == head.key:
        yield Found(
            action="changed", thing="map", noun="map", field="file", base=base, head=head,
            before=files[0], after=files[1], shown_before=files[0], shown_after=files[1],
        )  # fmt: skip
    yield from walk.run()


def _paths(head: Outline, pairs: Pairs) -> dict[str, str]:
    """From the path of a stage, step, item, exit or way at the head to that of the same at the base."""
    found: dict[str, str] = {}
    for node in head.nodes:
        before = pairs.base.get(node)
        if before is not None and not node.shelf and node.path:
            found[".".join(map(str, node.path))] = ".".join(map(str, before.path))
    return found

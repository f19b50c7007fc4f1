"""What the names in a file refer to: nodes of the same map, or entries of the map's and the project's catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jmap.diff.outline import Node, Outline
from jmap.diff.shape import Shapes
from jmap.lanes.catalogue import BY_KEY
from jmap.model.base import Part
from jmap.model.names import slug
from jmap.resolve.names import Index

SHELF_OF = {"touchpoints": "touchpoint", "persona": "persona"}  # uses that take an entry of a catalogue


@dataclass(slots=True)
class Shared:
    """The catalogue of one side's project."""

    outline: Outline | None
    shelves: dict[str, Index[Node]] = field(default_factory=dict)
    maps: Index[Node] = field(default_factory=Index)

    def __post_init__(self) -> None:
        for node in self.outline.nodes if self.outline else ():
            if node.shelf:
                _shelf(self.shelves, node.shelf).add(node, node.id, node.name)

    def find(self, kind: str, reference: str) -> tuple[Node, ...]:
        """The entries that a reference means: none, one, or those of one name."""
        index = self.maps if kind == "map" else self.shelves.get("custom_lane" if kind == "lane" else kind)
        return index.find(reference) if index else ()

    def entry(self, node: Node) -> Node | None:
        """An entry of a catalogue stands for itself."""
        return None

    def spot(self, kind: str, name: str) -> Part | None:
        """A catalogue defines nothing in passing."""
        return None


class Scope:
    """One map in its project."""

    def __init__(self, outline: Outline, shared: Shared, shapes: Shapes) -> None:
        self.outline = outline
        self._shared = shared
        self._own: dict[str, Index[Node]] = {}
        self._entries: dict[Node, Node | None] = {}
        self._spots: dict[tuple[str, str], Part] = {}
        for node in outline.nodes:
            self._take(node)
        self._define(shapes)

    def _take(self, node: Node) -> None:
        """What has no id is found by its name, as `resolve.names.Index` does it: under the name's slug."""
        kind = node.shelf or {"persona": "actor", "step": "step", "stage": "stage"}.get(node.thing, "")
        if kind:
            behind = self._shared.shelves.get(kind) if node.shelf else None
            _shelf(self._own, kind, behind).add(node, node.id or slug(node.name), node.name)
        elif node.thing == "pain_points":
            _shelf(self._own, "pain_points").add(node, node.id, node.name)

    def _define(self, shapes: Shapes) -> None:
        """What is defined in passing, by a mapping with a name; the first of a name counts."""
        for node in self.outline.nodes:
            for held in shapes.of(type(node.part)):
                part = getattr(node.part, held.name) if held.sort == "named" else None
                if part is not None and not part.bare:
                    self._spots.setdefault((held.name, slug(part.id or part.name)), part)
            if node.thing == "touchpoints" and not getattr(node.part, "bare", ""):
                self._spots.setdefault(("touchpoint", slug(node.id or node.name)), node.part)

    def find(self, kind: str, reference: str) -> tuple[Node, ...]:
        """What a reference means: nothing, one node, or several of one name."""
        if kind == "place":
            return self._here("step", reference) or self._here("stage", reference)
        if kind == "persona":
            return self._here("actor", reference) or self._shared.find(kind, reference)
        index = self._own.get("custom_lane" if kind == "lane" else kind)
        return index.find(reference) if index else self._shared.find(kind, reference)

    def _here(self, kind: str, reference: str) -> tuple[Node, ...]:
        index = self._own.get(kind)
        return index.find(reference) if index else ()

    def spot(self, kind: str, name: str) -> Part | None:
        """The part that a map defines in passing under this name."""
        return self._spots.get((kind, slug(name)))

    def entry(self, node: Node) -> Node | None:
        """The entry of a catalogue that a node takes and may override: of a touchpoint in a step, say."""
        if node not in self._entries:
            self._entries[node] = self._entry(node)
        return self._entries[node]

    def _entry(self, node: Node) -> Node | None:
        if node not in self.outline.parent:
            return None  # an entry of the project's catalogue stands for itself
        if node.shelf:
            return _only(self._shared.find(node.shelf, node.id or node.name))
        shelf = SHELF_OF.get(node.thing)
        if shelf is None:
            return None
        wanted = [getattr(node.part, "bare", ""), node.id, node.name]
        found = (self._catalogue(shelf, name) for name in wanted if name)
        return next((entry for entry in found if entry is not None), None)

    def _catalogue(self, kind: str, reference: str) -> Node | None:
        index = self._own.get(kind)
        return _only(index.find(reference) if index else self._shared.find(kind, reference))

    @property
    def actors(self) -> tuple[Node, ...]:
        return tuple(self._own.get("actor", ()))

    @property
    def project(self) -> Node | None:
        return self._shared.outline.root if self._shared.outline else None


def lane_keys(shared: Shared, own: Iterator[tuple[str, str]]) -> Mapping[str, str]:
    """What lanes of the author's own may be called, and their keys. `own` are id and name of those of a map."""
    known: dict[str, str] = {}
    entries = [(node.id, node.name) for node in shared.shelves.get("custom_lane", ())]
    for id, name in (*entries, *own):
        key = id or slug(name)
        known |= {key: key, name: key, slug(name): key}
    return known


def lane(reference: str) -> str:
    """The key of a lane that every map has, by its key or name; empty for another."""
    key = slug(reference).replace("-", "_")
    return key if key in BY_KEY else ""


def _only(found: tuple[Node, ...]) -> Node | None:
    return found[0] if len(found) == 1 else None


def _shelf(shelves: dict[str, Index[Node]], kind: str, behind: Index[Node] | None = None) -> Index[Node]:
    return shelves.setdefault(kind, Index(behind))

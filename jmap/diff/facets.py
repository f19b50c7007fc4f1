"""The fields of a node with what they mean: names looked up, and what a catalogue says where nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jmap.diff.outline import Node, value_fields
from jmap.diff.scope import Scope, Shared, lane
from jmap.diff.shape import Field, Shapes, refers_to
from jmap.diff.values import Ref, shown
from jmap.model.base import Part
from jmap.model.names import slug
from jmap.resolve.discover import MAPS
from jmap.resolve.workspace import FORMATS

MEANT = {"locale": "en", "theme": "default", "build.formats": FORMATS, "maps": tuple(MAPS)}  # what nothing stands for
TAKEN_FROM_SPOT = ("channel", "owner")  # of a touchpoint that a map defines in passing


@dataclass(frozen=True, slots=True)
class Facet:
    """The value of one field. `source` is what it is taken from, if it is not written at the node."""

    name: str
    raw: Any
    source: object = None


class Facets:
    """Reads nodes of one side."""

    def __init__(self, scope: Scope | Shared, shapes: Shapes) -> None:
        self._scope, self._shapes = scope, shapes
        self._known: dict[Node, Mapping[str, Facet]] = {}

    def of(self, node: Node) -> Mapping[str, Facet]:
        """All fields that are compared, by name. Fields of a part in a field are joined by a dot: `check.select`."""
        if node not in self._known:
            fields = value_fields(node, self._shapes)
            self._known[node] = {facet.name: facet for field in fields for facet in self._read(node, field)}
        return self._known[node]

    def written(self, node: Node) -> dict[str, Any]:
        """What is said at the node itself, by field: no field that is empty."""
        found = {name: facet.raw for name, facet in self.of(node).items() if facet.source is None}
        return {name: raw for name, raw in found.items() if raw not in (None, "", (), {}, False)}

    def entry(self, node: Node) -> Node | None:
        """The entry of a catalogue that a node takes."""
        return self._scope.entry(node)

    def name(self, node: Node) -> str:
        """What people call a node: a use of something has the name that this was given where it is defined."""
        if node.thing == "next":
            return str(self.of(node)["to"].raw.text)
        entry = self.entry(node)
        if entry is not None and slug(entry.name) in (slug(node.name), node.key) or entry is not None and not node.name:
            return self.name(entry)
        spot = self._scope.spot("touchpoint", node.name) if node.thing == "touchpoints" else None
        return str(getattr(spot, "name", "")) or node.name or (node.id if node.thing == "evidence" else "")

    def answers(self, node: Node) -> bool:
        """Whether there is an entry here that a reference to this entry of the other side finds."""
        return bool(node.shelf and self._scope.find(node.shelf, node.id or node.name))

    def _read(self, node: Node, field: Field) -> Iterator[Facet]:
        if field.sort == "setting" and field.part:
            yield from self._settings(field.name, field.part, getattr(node.part, field.name))
            return
        holder, source = self._holder(node, field.name)
        yield Facet(field.name, self._raw(holder, field), source)
        if field.sort == "named":
            yield from self._within(field, getattr(holder, field.name), source)

    def _settings(self, around: str, model: type[Part], part: Part | None) -> Iterator[Facet]:
        """The fields of a part in a field, and of parts in it, all with their defaults where it is not there."""
        for inner in self._shapes.of(model):
            name = f"{around}.{inner.name}"
            raw = getattr(part, inner.name) if part is not None else inner.default
            if inner.sort == "setting" and inner.part:
                yield from self._settings(name, inner.part, raw)
            else:
                yield Facet(name, raw or MEANT.get(name, raw))

    def _holder(self, node: Node, name: str) -> tuple[Part, object]:
        """The part that says what a field is: the node's own, or that of the entry it takes."""
        if name in node.part.model_fields_set:
            return node.part, None
        if node.thing == "map" and name == "locale" and isinstance(self._scope, Scope) and self._scope.project:
            return self._scope.project.part, self._scope.project
        entry = self._scope.entry(node)
        if entry is not None:
            return self._holder(entry, name)[0], entry
        spot = self._scope.spot("touchpoint", node.name) if self._from_spot(node, name) else None
        return (spot, "spot") if spot is not None else (node.part, "bare" if getattr(node.part, "bare", "") else None)

    def _from_spot(self, node: Node, name: str) -> bool:
        return node.thing == "touchpoints" and name in TAKEN_FROM_SPOT

    def _raw(self, part: Part, field: Field) -> Any:
        value = getattr(part, field.name)
        if field.sort == "named":
            return self._named(field.name, value)
        if field.sort == "evidence":
            return tuple(self._evidence(piece) for piece in value)
        kind = refers_to(type(part), field.name)
        if not kind or not value:
            return value or MEANT.get(field.name, value)
        if isinstance(value, str):
            return self._one(kind, value)
        found = dict.fromkeys(ref for text in value for ref in self._all(kind, text))
        return () if kind == "persona" and self._everyone(tuple(found)) else tuple(found)

    def _named(self, kind: str, part: Any) -> Ref | None:
        if part is None:
            return None
        return (
            self._one(kind, part.bare or part.id or part.name) if part.bare or part.id else self._one(kind, part.name)
        )

    def _one(self, kind: str, text: str) -> Ref:
        found = self._all(kind, text)
        return found[0] if len(found) == 1 else Ref(text)

    def _all(self, kind: str, text: str) -> tuple[Ref, ...]:
        """What a reference means; pain points of the same words are meant together."""
        key = lane(text) if kind == "lane" else ""
        if key:
            return (Ref(key),)
        found = self._scope.find(kind, text)
        return tuple(Ref(node.key if kind == "map" else node.name or node.id, node) for node in found) or (Ref(text),)

    def _everyone(self, named: tuple[Ref, ...]) -> bool:
        """Whether all personas of the map are named: that is the same as naming none."""
        actors = self._scope.actors if isinstance(self._scope, Scope) else ()
        return bool(actors) and {ref.target for ref in named} >= set(actors)

    def _evidence(self, piece: Any) -> Ref:
        """Evidence by its id, with what is written beside it; evidence written in place is what is written."""
        found = self._scope.find("evidence", piece.bare or piece.id) if piece.bare or piece.id else ()
        target = found[0] if len(found) == 1 else None
        fields = [field for field in self._shapes.of(type(piece)) if field.name in piece.model_fields_set]
        more = tuple((field.name, getattr(piece, field.name)) for field in fields)
        whole = {**_said(target.part, self._shapes), **dict(more)} if target else dict(more)
        name = target.id if target else piece.id
        return Ref(name, target, () if piece.bare else more, _plain(({"id": name} if name else {}) | whole))

    def _within(self, field: Field, part: Any, source: object) -> Iterator[Facet]:
        """What is written beside the name of a channel, a team or a system."""
        if part is None or field.part is None:
            return
        target = self._scope.find(field.name, part.bare or part.id or part.name)
        for inner in self._shapes.of(field.part):
            yield self._beside(field.name, inner, part, target[0] if len(target) == 1 else None, source)

    def _beside(self, kind: str, inner: Field, part: Any, target: Node | None, source: object) -> Facet:
        name = f"{kind}.{inner.name}"
        if inner.name in part.model_fields_set:
            return Facet(name, getattr(part, inner.name), source)
        if target is not None:
            return Facet(name, getattr(self._holder(target, inner.name)[0], inner.name), target)
        spot = self._scope.spot(kind, part.id or part.name)
        if spot is not None:
            return Facet(name, getattr(spot, inner.name), "spot")
        return Facet(name, getattr(part, inner.name), "bare" if part.bare else None)


def _said(part: Part, shapes: Shapes) -> dict[str, Any]:
    return {f.name: getattr(part, f.name) for f in shapes.of(type(part)) if f.name in part.model_fields_set}


def _plain(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {key: shown(value) for key, value in raw.items()}

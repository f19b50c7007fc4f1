"""A map, or what maps share, as a neutral tree: every part that can come, go or move is a node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jmap.diff.shape import Field, Shapes, noun_of, thing_of
from jmap.model.base import Part
from jmap.model.files import Catalogue, MapFile
from jmap.model.names import slug
from jmap.resolve.names import same_id
from jmap.source.document import Document, Path


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A part of a file. Two nodes are the same only if they are one object.

    `thing` is as in a Change, `noun` as in its code. `id` is what the file gives, or empty; `key` is what refers to
    the node whatever the case: its id, or the slug of its name. `shelf` is the kind of catalogue that it stands in.
    """

    thing: str
    noun: str
    part: Part
    path: Path
    document: Document
    id: str = ""
    name: str = ""
    key: str = ""
    shelf: str = ""
    children: tuple[Node, ...] = ()

    @property
    def renamed_from(self) -> str:
        return same_id(getattr(self.part, "renamed_from", ""))


@dataclass(frozen=True, slots=True)
class Outline:
    """The nodes of one map, or of all files of a catalogue, in the order of the files."""

    root: Node
    nodes: tuple[Node, ...]  # all, a parent before its children
    parent: Mapping[Node, Node]

    def above(self, node: Node) -> Iterator[Node]:
        """The parents of a node, the nearest first."""
        while node in self.parent:
            node = self.parent[node]
            yield node

    def of(self, *things: str) -> list[Node]:
        return [node for node in self.nodes if node.thing in things]


def map_outline(document: Document, file: MapFile, id: str, shapes: Shapes, lane_key: Mapping[str, str]) -> Outline:
    """One map. `lane_key` has the keys of the author's own lanes, by what `lanes:` in a step calls them."""
    builder = _Builder(document, shapes, lane_key)
    children = list(builder.children(file, (), {"personas": "persona"}))
    if not any(child.thing == "persona" for child in children):
        actors = [builder.node("persona", "persona", part, path, "") for path, part in file.actors]
        children = [*actors, *children]
    root = Node("map", "map", file, (), document, file.id, file.title, same_id(id), "", tuple(children))
    return _outlined(root)


def catalogue_outline(sources: Sequence[tuple[Document, Catalogue]], shapes: Shapes) -> Outline | None:
    """What `jmap.yaml` and the files that it includes say; None where there is no project."""
    if not sources:
        return None
    children = [child for document, file in sources for child in _Builder(document, shapes, {}).children(file, (), {})]
    document, first = sources[0]
    return _outlined(Node("setting", "setting", first, (), document, children=tuple(children)))


def _outlined(root: Node) -> Outline:
    nodes: list[Node] = []
    parent: dict[Node, Node] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        parent.update((child, node) for child in node.children)
        waiting.extend(reversed(node.children))
    return Outline(root, tuple(nodes), parent)


@dataclass(frozen=True, slots=True)
class _Builder:
    document: Document
    shapes: Shapes
    lane_key: Mapping[str, str]

    def children(self, part: Part, path: Path, plain: Mapping[str, str]) -> Iterator[Node]:
        """`plain` are fields of a catalogue whose parts are no entries of one: the actors of a map."""
        for field in self.shapes.of(type(part)):
            held = getattr(part, field.name)
            if field.sort == "parts" and held:
                thing = thing_of(type(part), field)
                shelf = thing if isinstance(part, Catalogue) and field.name not in plain and thing != "stage" else ""
                yield from self._many(thing, noun_of(thing, bool(shelf)), held, (*path, field.name), shelf)
            elif field.sort == "table" and held:
                yield from self._tables(held, (*path, field.name))

    def _tables(self, held: Mapping[str, Sequence[Part]], path: Path) -> Iterator[Node]:
        for name, parts in held.items():
            thing = self.lane_key.get(name) or self.lane_key.get(slug(name), slug(name))
            yield from self._many(thing, noun_of(thing, own_lane=True), parts, (*path, name), "")

    def _many(self, thing: str, noun: str, parts: Iterable[Any], path: Path, shelf: str) -> Iterator[Node]:
        for i, part in enumerate(parts):
            yield self.node(thing, noun, part, (*path, i), shelf)

    def node(self, thing: str, noun: str, part: Any, path: Path, shelf: str) -> Node:
        id, name = getattr(part, "id", ""), name_of(part)
        bare = getattr(part, "bare", "")
        key = same_id(id or slug(name))
        children = tuple(self.children(part, path, {}))
        given = "" if bare else id
        return Node(thing, noun, part, path, self.document, given, name, key, shelf, children)


def name_of(part: Part) -> str:
    """What people call a part: its name or words; empty for what has none, such as a time."""
    for key in ("name", "text", "emotion", "to", "reason", "source"):
        text = getattr(part, key, "")
        if text:
            return str(text)
    return ""


def value_fields(node: Node, shapes: Shapes) -> Iterator[Field]:
    """The fields that are compared one by one: all that are no nodes."""
    return (field for field in shapes.of(type(node.part)) if field.sort not in ("parts", "table", "persona"))

"""A file's tree, walked for names: what it defines and what it mentions, mistakes in it or not."""

from __future__ import annotations

from collections.abc import Iterator

from jmap.resolve.identity import identity
from jmap.resolve.mentions.mention import Mention, Thing
from jmap.source.document import Document, Mapping, Node, Path, Scalar, Sequence

_SHELVES = {
    "personas": "persona",
    "channels": "channel",
    "touchpoints": "touchpoint",
    "teams": "team",
    "systems": "system",
    "evidence": "evidence",
    "custom_lanes": "lane",
}
_WORK = ("frontstage", "backstage", "support")
Found = Iterator[Thing | Mention]


def walk(document: Document, is_map: bool) -> Found:
    """Everything in a file that has a name or uses one, in no order that matters."""
    root = document.root
    if isinstance(root, Mapping):
        yield from _Walk(document, is_map).file(root)


class _Walk:
    def __init__(self, document: Document, is_map: bool) -> None:
        self.document, self.is_map = document, is_map

    def file(self, root: Mapping) -> Found:
        for key, kind in _SHELVES.items():
            for path, node in _items(root, key, ()):
                actor = self.is_map and kind == "persona"
                yield from self._named(kind, node, path, mention=actor)
                if kind == "touchpoint" and isinstance(node, Mapping):
                    yield from self._field("channel", node, "channel", path)
                yield from self._evidence(node, path)
                if kind == "lane":
                    yield from self._plain(("lane",), node, "after", path)
        if self.is_map:
            yield from self._map(root)

    def _map(self, root: Mapping) -> Found:
        who = identity(self.document)
        title, given = root.get("title"), root.get("id")
        yield Thing("map", who.id, who.title, self.document, (), root, _scalar(given), _scalar(title))
        persona = root.get("persona")
        if isinstance(persona, Scalar):
            yield from self._named("persona", _before_comma(persona), ("persona",), mention=True)
        elif isinstance(persona, Mapping):
            yield from self._named("persona", persona, ("persona",), mention=True)
        yield from self._plain(("team",), root, "owner", (), loose=True)
        yield from self._plain(("map",), root, "future_of", ())
        for path, node in _items(root, "lanes", ()):
            yield from self._word(("lane",), node, path)
        for path, stage in _items(root, "stages", ()):
            yield from self._place("stage", stage, path)
            for inner, step in _items(stage, "steps", path):
                yield from self._place("step", step, inner)

    def _place(self, kind: str, node: Node, path: Path) -> Found:
        yield from self._named(kind, node, path, mention=False)
        if not isinstance(node, Mapping):
            return
        yield from self._plain(("map",), node, "journey", path)
        for at, way in _items(node, "next", path):
            if isinstance(way, Mapping):
                yield from self._plain(("step", "stage"), way, "to", at)
                yield from self._actors(way, at)
            else:
                yield from self._word(("step", "stage"), way, at)
        for key, value in node.entries:
            if key.value == "lanes" and isinstance(value, Mapping):
                for lane, _ in value.entries:
                    at = (*path, "lanes", lane.value)
                    yield Mention(("lane",), lane.value, lane, self.document, at)
                    yield from self._lane("", value, lane.value, (*path, "lanes"))
            elif key.value not in ("steps", "next"):
                yield from self._lane(key.value, node, key.value, path)

    def _lane(self, lane: str, holder: Mapping, key: str, path: Path) -> Found:
        """The items of a lane, with the names that they use."""
        for at, item in _items(holder, key, path):
            if lane == "touchpoints":
                yield from self._named("touchpoint", item, at, mention=True)
            elif lane == "pain_points":
                yield from self._named("pain_point", item, at, mention=False)
            if not isinstance(item, Mapping):
                continue
            yield from self._actors(item, at)
            yield from self._evidence(item, at)
            if lane == "touchpoints":
                yield from self._field("channel", item, "channel", at)
            elif lane in _WORK:
                yield from self._field("team", item, "team", at)
                yield from self._field("system", item, "system", at)
            elif lane == "opportunities":
                yield from self._plain(("team",), item, "owner", at, loose=True)
                for inner, pain in _items(item, "addresses", at):
                    yield from self._word(("pain_point",), pain, inner)

    def _named(self, kind: str, node: Node, path: Path, mention: bool) -> Found:
        """A thing in its long form, or a name alone, which may be that of a thing defined elsewhere."""
        if isinstance(node, Scalar):
            if node.value.strip() and mention:
                yield Mention((kind,), node.value, node, self.document, path, defines=True)
            elif node.value.strip():
                yield Thing(kind, "", node.value, self.document, path, node, None, node, self.is_map)
        elif isinstance(node, Mapping):
            id = _scalar(node.get("id"))
            name = _scalar(node.get("name") or node.get("text"))
            if id or name:
                texts = (id.value if id else "", name.value if name else "")
                yield Thing(kind, *texts, self.document, path, node, id, name, self.is_map)

    def _field(self, kind: str, node: Mapping, key: str, path: Path) -> Found:
        value = node.get(key)
        if value is not None:
            yield from self._named(kind, value, (*path, key), mention=True)

    def _actors(self, node: Mapping, path: Path) -> Found:
        for at, persona in _items(node, "personas", path):
            yield from self._word(("persona",), persona, at)

    def _evidence(self, node: Node, path: Path) -> Found:
        for at, piece in _items(node, "evidence", path):
            if isinstance(piece, Mapping):
                yield from self._plain(("evidence",), piece, "id", at)
            else:
                yield from self._word(("evidence",), piece, at)

    def _plain(self, kinds: tuple[str, ...], node: Node, key: str, path: Path, loose: bool = False) -> Found:
        value = node.get(key) if isinstance(node, Mapping) else None
        if value is not None:
            yield from self._word(kinds, value, (*path, key), loose)

    def _word(self, kinds: tuple[str, ...], node: Node, path: Path, loose: bool = False) -> Found:
        if isinstance(node, Scalar) and node.value.strip():
            yield Mention(kinds, node.value, node, self.document, path, loose=loose)


def _items(node: Node | None, key: str, path: Path) -> Iterator[tuple[Path, Node]]:
    """The items of a list, or what stands in the place of one, with their paths."""
    value = node.get(key) if isinstance(node, Mapping) else None
    if isinstance(value, Sequence):
        for n, item in enumerate(value.items):
            yield (*path, key, n), item
    elif value is not None:
        yield (*path, key), value


def _scalar(node: Node | None) -> Scalar | None:
    return node if isinstance(node, Scalar) and node.value.strip() else None


def _before_comma(node: Scalar) -> Scalar:
    """The name in `Rina, a commuter`."""
    name = node.value.partition(",")[0].rstrip()
    if node.style or node.line != node.end_line or name == node.value:
        return Scalar(name, node.style, node.line, node.column, node.end_line, node.end_column)
    return Scalar(name, "", node.line, node.column, node.line, node.column + len(name))

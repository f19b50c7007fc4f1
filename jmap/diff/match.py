"""Pairs two maps, or two catalogues: by id, by declared rename, by words, and what is left by likeness."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from jmap.diff.facets import Facets
from jmap.diff.likeness import likeness
from jmap.diff.outline import Node, Outline
from jmap.diff.pairs import Pairs
from jmap.diff.scope import Scope
from jmap.diff.shape import PAIRED_BY_PLACE
from jmap.diff.values import canonical
from jmap.model.items import Item, Work
from jmap.model.names import slug

if TYPE_CHECKING:
    from jmap.diff.ground import Ground

RENAMED = 0.6  # of a name, or of what it holds: then a stage or a step is taken for the same
HERE = 0.15  # what it counts to stand in the same stage
REWORDED = 0.5  # of the letters of an item that stands where the other stood
ELSEWHERE = 0.8  # ... that stands somewhere else
SHORT = 12  # characters: texts as short as this say too little to be found somewhere else


def match_catalogues(base: Outline, head: Outline, pairs: Pairs) -> None:
    """Pair the entries of two catalogues, each kind for itself, whatever file they stand in."""
    pairs.join(base.root, head.root)
    shelves = dict.fromkeys(node.shelf for node in (*base.nodes, *head.nodes) if node.shelf)
    for shelf in shelves:
        bases = [node for node in base.nodes if node.shelf == shelf]
        heads = [node for node in head.nodes if node.shelf == shelf]
        _match_named(bases, heads, pairs, lambda b, h: likeness(b.name, h.name, RENAMED))


def match_maps(base: Ground, head: Ground, pairs: Pairs) -> None:
    """Pair the maps, by id and never by file. What one side could not read is not taken for another map."""
    pairs.by_key(base.maps, head.maps, lambda root: root.key)
    bases = [root for root in base.maps if root.key not in head.failed]
    heads = [root for root in head.maps if root.key not in base.failed]
    pairs.by_rename(bases, heads)
    pairs.by_likeness(bases, heads, _alike, RENAMED)


def _alike(base: Node, head: Node) -> float:
    """How like two maps are: their titles, or the names of their stages."""
    names = [{child.key for child in root.children if child.thing == "stage"} for root in (base, head)]
    whole = names[0] | names[1]
    shared = len(names[0] & names[1]) / len(whole) if len(whole) > 1 else 0.0
    return max(likeness(base.name, head.name, RENAMED), shared)


def _match_named(bases: Sequence[Node], heads: Sequence[Node], pairs: Pairs, score: Score) -> None:
    pairs.by_key(bases, heads, lambda node: node.key)
    pairs.by_rename(bases, heads)
    pairs.by_likeness(bases, heads, score, RENAMED)


Score = Callable[[Node, Node], float]


class MapMatch:
    """Pairs the nodes of one map on both sides. Catalogues are paired already."""

    def __init__(
        self, base: Outline, head: Outline, scopes: tuple[Scope, Scope], facets: tuple[Facets, Facets], pairs: Pairs
    ) -> None:
        self._base, self._head, self._pairs = base, head, pairs
        self._scopes, self._facets = scopes, facets
        self._content: dict[Node, frozenset[str]] = {}

    def run(self) -> None:
        self._pairs.join(self._base.root, self._head.root)
        match_shelves = dict.fromkeys(n.shelf for n in (*self._base.nodes, *self._head.nodes) if n.shelf)
        for shelf in match_shelves:
            self._named(
                [n for n in self._base.nodes if n.shelf == shelf], [n for n in self._head.nodes if n.shelf == shelf]
            )
        self._stand_ins()
        self._actors()
        for thing in ("stage", "step"):
            self._named(self._base.of(thing), self._head.of(thing))
        self._items()

    def _stand_ins(self) -> None:
        """What a map defined for itself on one side may stand in the project's catalogue on the other."""
        for outline, other in ((self._base, self._scopes[1]), (self._head, self._scopes[0])):
            for node in outline.nodes:
                if node.shelf and node not in self._pairs.base and node not in self._pairs.head:
                    found = other.find(node.shelf, node.id or node.name)
                    if len(found) == 1:
                        self._pairs.stand_ins[node] = self._pairs.same(found[0])

    def _named(self, bases: Sequence[Node], heads: Sequence[Node]) -> None:
        _match_named(bases, heads, self._pairs, self._score)

    def _actors(self) -> None:
        bases = [n for n in self._base.root.children if n.thing == "persona"]
        heads = [n for n in self._head.root.children if n.thing == "persona"]
        self._pairs.by_key(bases, heads, self._entry)
        self._named(bases, heads)

    def _entry(self, node: Node) -> Hashable:
        """The entry of a catalogue that a node takes; None if there is none."""
        for scope in self._scopes:
            if node in scope.outline.parent:
                entry = scope.entry(node)
                return self._pairs.same(entry) if entry is not None else None
        return None

    def _score(self, base: Node, head: Node) -> float:
        """How like two stages or steps are: their names, or what they hold. A little more in the same place."""
        together = self._together(base, head)
        value = likeness(base.name, head.name, RENAMED - together * HERE)
        if value < 1:
            value = max(value, self._shared(base, head))
        return value + together * HERE

    def _shared(self, base: Node, head: Node) -> float:
        ours, theirs = self._held(base), self._held(head)
        if len(ours) < 2 or len(theirs) < 2:
            return 0.0
        return len(ours & theirs) / len(ours | theirs)

    def _held(self, node: Node) -> frozenset[str]:
        """The words of everything that stands in a stage or a step."""
        if node not in self._content:
            words = {f"{child.thing}:{child.key}" for child in node.children if child.key}
            for child in node.children:
                words |= self._held(child) if child.thing == "step" else frozenset()
            self._content[node] = frozenset(words)
        return self._content[node]

    def _together(self, base: Node, head: Node) -> bool:
        return self._pairs.same(self._head.parent[head]) is self._base.parent[base]

    def _items(self) -> None:
        """Items of each lane: by id anywhere in the map, then by words where they stood, then by words elsewhere."""
        bases, heads = _by_thing(self._base), _by_thing(self._head)
        for thing in sorted(bases.keys() & heads.keys()):
            self._lane(thing, bases[thing], heads[thing])
        plain = [[node for held in side.values() for node in held if _changes_lanes(node)] for side in (bases, heads)]
        self._pairs.by_key(plain[0], plain[1], self._placed(lambda node: (type(node.part), slug(node.name))))

    def _lane(self, thing: str, bases: list[Node], heads: list[Node]) -> None:
        pairs = self._pairs
        shared = thing == "touchpoints"  # one of the catalogue may stand in many steps under its id
        if not shared:
            pairs.by_key(bases, heads, lambda node: node.key if node.id else None)
            pairs.by_rename([n for n in bases if n.id], [n for n in heads if n.id])
        for key in (self._identity, lambda node: node.key or None):
            pairs.by_key(bases, heads, self._placed(key))
        if thing not in PAIRED_BY_PLACE:
            pairs.by_key(bases, heads, self._entry if shared else self._words)
            pairs.by_key(bases, heads, self._words)
        self._leftovers(thing, bases, heads)

    def _placed(self, key: Callable[[Node], Hashable]) -> Callable[[Node], Hashable]:
        """A key that counts only where the other stood."""

        def inside(node: Node) -> Hashable:
            found = key(node)
            return None if found is None else (self._place(node), found)

        return inside

    def _place(self, node: Node) -> Node:
        parent = self._head.parent if node in self._head.parent else self._base.parent
        return self._pairs.same(parent[node])

    def _words(self, node: Node) -> Hashable:
        return slug(node.name) if node.name else None

    def _identity(self, node: Node) -> Hashable:
        """What makes an item of its lane this one, beside an id."""
        if node.thing == "touchpoints":
            return self._entry(node)
        if node.thing not in PAIRED_BY_PLACE:
            return slug(node.name)
        facets = self._facets[1 if node in self._head.parent else 0].of(node)
        names = ("to", "when") if node.thing == "next" else ("reason",) if node.thing == "exit" else ()
        return tuple(canonical(facets[name].raw, self._pairs.anchor, True) for name in (*names, "personas"))

    def _leftovers(self, thing: str, bases: list[Node], heads: list[Node]) -> None:
        pairs = self._pairs
        bases, heads = pairs.left(bases, heads)
        if not bases or not heads:
            return
        places: dict[Node, tuple[list[Node], list[Node]]] = {}
        for side, nodes in enumerate((bases, heads)):
            for node in nodes:
                places.setdefault(self._place(node), ([], []))[side].append(node)
        for ours, theirs in places.values():
            if thing in PAIRED_BY_PLACE:
                self._alone(ours, theirs)
            else:
                pairs.by_likeness(ours, theirs, lambda b, h: likeness(b.name, h.name, REWORDED), REWORDED)
        if thing not in PAIRED_BY_PLACE:
            long = [[n for n in nodes if len(n.name) > SHORT] for nodes in pairs.left(bases, heads)]
            pairs.by_likeness(long[0], long[1], lambda b, h: likeness(b.name, h.name, ELSEWHERE), ELSEWHERE)

    def _alone(self, bases: Sequence[Node], heads: Sequence[Node]) -> None:
        """What has no words of its own is the same where one was left and one is there now."""
        self._pairs.by_likeness(bases, heads, lambda b, h: 1.0, 1.0) if len(bases) == len(heads) == 1 else None


def _changes_lanes(node: Node) -> bool:
    """Whether the same item could stand in another lane: a gain that becomes an action is a gain less."""
    return node.thing != "gains" and type(node.part) in (Item, Work)


def _by_thing(outline: Outline) -> dict[str, list[Node]]:
    """Items, ways and exits by their kind."""
    found: dict[str, list[Node]] = {}
    for node in outline.nodes:
        if not node.shelf and node.thing not in ("map", "stage", "step", "persona"):
            found.setdefault(node.thing, []).append(node)
    return found

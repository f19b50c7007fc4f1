"""The names in one file, looked up: in the file itself, then in the catalogue that all files share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from jmap.resolve.mentions.mention import OF_A_MAP, Mention, Thing
from jmap.resolve.names import Index

Part = Thing | Mention


class Shelf:
    """Things by kind, and by id or name."""

    def __init__(self) -> None:
        self.things: list[Thing] = []
        self._by_kind: dict[str, Index[Thing]] = {}

    def put(self, thing: Thing) -> None:
        self._by_kind.setdefault(thing.kind, Index()).add(thing, thing.id, thing.name)
        self.things.append(thing)

    def find(self, kind: str, text: str) -> tuple[Thing, ...]:
        index = self._by_kind.get(kind)
        return index.find(text) if index else ()


def catalogue(things: Sequence[Thing]) -> Shelf:
    """What all files may name."""
    shelf = Shelf()
    for thing in things:
        shelf.put(thing)
    return shelf


class Local:
    """What a file defines for itself, and what its mentions mean. Maps are named across files: `far` mentions wait.

    It depends on the parts of the file and on the catalogue, and on nothing else.
    """

    def __init__(self, parts: Sequence[Part], shared: Shelf) -> None:
        self.parts = parts
        self._shared = shared
        self.own = Shelf()
        self.mentions: list[Mention] = []
        self._meant: dict[int, Thing] = {}
        self._uses: dict[int, list[Mention]] = defaultdict(list)
        self.maps = tuple(part for part in parts if isinstance(part, Thing) and part.kind == "map")
        self.far = tuple(part for part in parts if isinstance(part, Mention) and part.kinds == ("map",))
        for thing in parts:
            if isinstance(thing, Thing) and thing.spot:
                self._take(thing)
        for mention in parts:
            if isinstance(mention, Mention) and mention.kinds != ("map",):
                self._look_up(mention)

    def meant(self, mention: Mention) -> Thing | None:
        return self._meant.get(id(mention))

    def of(self, thing: Thing) -> Sequence[Mention]:
        """The mentions of a thing in this file."""
        return self._uses.get(id(thing), ())

    def _take(self, thing: Thing) -> None:
        """A thing of its own, or one more mention of a thing that is known: a map may override what it takes."""
        known = self._known((thing.kind,), thing.id or thing.name)
        if known and known.kind not in OF_A_MAP and thing.place:
            node = thing.id_node if thing.id and known.id else thing.name_node
            node = node or thing.place
            self._note(Mention((thing.kind,), node.value, node, thing.document, thing.path, loose=True), known)
        else:
            self.own.put(thing)

    def _look_up(self, mention: Mention) -> None:
        thing = self._known(mention.kinds, mention.text)
        if thing is None and mention.defines:
            node = mention.node
            self.own.put(
                Thing(mention.kinds[0], "", mention.text, mention.document, mention.path, node, None, node, spot=True)
            )
        else:
            self._note(mention, thing)

    def _note(self, mention: Mention, thing: Thing | None) -> None:
        self.mentions.append(mention)
        if thing is not None:
            self._meant[id(mention)] = thing
            self._uses[id(thing)].append(mention)

    def _known(self, kinds: Sequence[str], text: str) -> Thing | None:
        for kind in kinds:
            found = self.own.find(kind, text) or self._shared.find(kind, text)
            if found:
                return found[0]
        return None

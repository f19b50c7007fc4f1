"""All names of a project, looked up: from a name to the thing, and from the thing to every place that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from jmap.resolve.discover import MAP
from jmap.resolve.mentions.local import Local, Part, Shelf, catalogue
from jmap.resolve.mentions.mention import KINDS, Mention, Thing
from jmap.resolve.mentions.walk import walk
from jmap.resolve.names import Index
from jmap.source.document import Document, Scalar

Parts = Callable[[Document], Sequence[Part]]


def parts_of(document: Document) -> tuple[Part, ...]:
    """What a document defines and mentions, before it is looked up."""
    return tuple(walk(document, document.file.endswith(MAP)))


class Names:
    """The names in some documents, those of the catalogue among them. Nothing in a file makes this raise."""

    def __init__(
        self, documents: Sequence[Document], remembered: Parts | None = None, earlier: Names | None = None
    ) -> None:
        """`remembered` is `parts_of`, or gives what that found in a document earlier.

        What `earlier` names found in a document whose parts are the same objects is not looked up again.
        """
        self.documents = tuple(documents)
        parts = {document.file: (remembered or parts_of)(document) for document in documents}
        self._shared = _shared(parts, earlier)
        known = earlier._locals if earlier and earlier._shared is self._shared else {}
        self._locals: dict[str, Local] = {}
        self._maps: Index[Thing] = Index()
        for file, held in parts.items():
            before = known.get(file)
            local = self._locals[file] = before if before and before.parts is held else Local(held, self._shared)
            for thing in local.maps:
                self._maps.add(thing, thing.id, thing.name)

    @property
    def things(self) -> Iterator[Thing]:
        """Those of the catalogue, the maps, then what each file defines for itself."""
        yield from self._shared.things
        for local in self._locals.values():
            yield from local.maps
        for local in self._locals.values():
            yield from local.own.things

    def find(self, text: str, kinds: Sequence[str] = KINDS) -> tuple[Thing, ...]:
        """The things of that id or name (whatever the case), of these kinds."""
        found = list(self._maps.find(text)) if "map" in kinds else []
        for shelf in (self._shared, *(local.own for local in self._locals.values())):
            found += [thing for kind in kinds for thing in shelf.find(kind, text)]
        return tuple(dict.fromkeys(found))

    def meant(self, mention: Mention) -> Thing | None:
        """The thing that a mention means."""
        if mention.kinds == ("map",):
            return next(iter(self._maps.find(mention.text)), None)
        local = self._locals.get(mention.document.file)
        return local.meant(mention) if local else None

    def of(self, thing: Thing) -> tuple[Mention, ...]:
        """Every mention of a thing, in the order of the files."""
        if thing.kind == "map":
            far = (mention for local in self._locals.values() for mention in local.far)
            return tuple(mention for mention in far if self.meant(mention) is thing)
        return tuple(mention for local in self._locals.values() for mention in local.of(thing))

    def suggestion(self, text: str, kinds: Sequence[str] = KINDS) -> str:
        """The name that was most likely meant, or an empty text."""
        from jmap.model.names import nearest

        return nearest(text, dict.fromkeys(thing.name or thing.id for thing in self.things if thing.kind in kinds))

    def at(self, file: str, line: int, column: int) -> Iterator[tuple[Thing, Mention | None]]:
        """What is named at a place: a thing, and the mention of it; None where it is defined."""
        local = self._locals.get(file)
        for mention in (*local.mentions, *local.far) if local else ():
            thing = self.meant(mention) if covers(mention.node, line, column) else None
            if thing:
                yield thing, mention
        for thing in self.things:
            nodes = (thing.id_node, thing.name_node) if thing.document.file == file else ()
            if any(node and covers(node, line, column) for node in nodes):
                yield thing, None


def _shared(parts: dict[str, Sequence[Part]], earlier: Names | None) -> Shelf:
    """What the files beside the maps define; the earlier shelf, if nothing on it has changed."""
    held = [part for file, found in parts.items() if not file.endswith(MAP) for part in found]
    things = [part for part in held if isinstance(part, Thing)]
    before = earlier._shared.things if earlier else []
    if earlier and len(before) == len(things) and all(old is new for old, new in zip(before, things, strict=True)):
        return earlier._shared
    return catalogue(things)


def covers(node: Scalar, line: int, column: int) -> bool:
    """Whether a place lies in a text; its end counts, for that is where a cursor stands after typing."""
    return (node.line, node.column) <= (line, column) <= (node.end_line, node.end_column)

"""All names of a project, looked up: from a name to the thing, and from the thing to every place that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from jmap.resolve.discover import MAP
from jmap.resolve.mentions.mention import KINDS, OF_A_MAP, Mention, Thing
from jmap.resolve.mentions.walk import walk
from jmap.resolve.names import Index
from jmap.source.document import Document, Scalar

Part = Thing | Mention
Parts = Callable[[Document], Sequence[Part]]


def parts_of(document: Document) -> tuple[Part, ...]:
    """What a document defines and mentions, before it is looked up."""
    return tuple(walk(document, document.file.endswith(MAP)))


class Names:
    """The names in some documents, those of the catalogue among them. Nothing in a file makes this raise."""

    def __init__(self, documents: Sequence[Document], remembered: Parts | None = None) -> None:
        """`remembered` is `parts_of`, or gives what that found in a document earlier."""
        self.documents = tuple(documents)
        found = [part for document in documents for part in (remembered or parts_of)(document)]
        self._shelves: dict[tuple[str, str], Index[Thing]] = {}
        self.things: list[Thing] = []
        self.mentions: list[Mention] = []
        self._meant: dict[int, Thing] = {}
        things = [part for part in found if isinstance(part, Thing)]
        for thing in sorted(things, key=lambda thing: thing.spot):
            self._take(thing)
        for part in found:
            if isinstance(part, Mention):
                self._look_up(part)

    def find(self, text: str, kinds: Sequence[str] = KINDS) -> tuple[Thing, ...]:
        """The things of that id or name (whatever the case), of these kinds."""
        found = (
            thing for (kind, _), shelf in self._shelves.items() if kind in kinds for thing in shelf.find(text)
        )  # fmt: skip
        return tuple(dict.fromkeys(found))

    def meant(self, mention: Mention) -> Thing | None:
        """The thing that a mention means."""
        return self._meant.get(id(mention))

    def of(self, thing: Thing) -> tuple[Mention, ...]:
        """Every mention of a thing, in the order of the files."""
        return tuple(mention for mention in self.mentions if self._meant.get(id(mention)) is thing)

    def suggestion(self, text: str, kinds: Sequence[str] = KINDS) -> str:
        """The name that was most likely meant, or an empty text."""
        from jmap.model.names import nearest

        return nearest(text, dict.fromkeys(thing.name or thing.id for thing in self.things if thing.kind in kinds))

    def at(self, file: str, line: int, column: int) -> Iterator[tuple[Thing, Mention | None]]:
        """What is named at a place: a thing, and the mention of it; None where it is defined."""
        for mention in self.mentions:
            if mention.document.file == file and _covers(mention.node, line, column):
                thing = self.meant(mention)
                if thing:
                    yield thing, mention
        for thing in self.things:
            nodes = (thing.id_node, thing.name_node) if thing.document.file == file else ()
            if any(node and _covers(node, line, column) for node in nodes):
                yield thing, None

    def _take(self, thing: Thing) -> None:
        """A thing of its own, or one more mention of a thing that is known: a map may override what it takes."""
        known = self._known((thing.kind,), thing.id or thing.name, thing.document.file) if thing.spot else None
        if known and known.kind not in OF_A_MAP and thing.place:
            node = thing.id_node if thing.id and known.id else thing.name_node
            node = node or thing.place
            mention = Mention((thing.kind,), node.value, node, thing.document, thing.path, loose=True)
            self._note(mention, known)
            return
        scope = thing.document.file if thing.spot and thing.kind != "map" else ""
        shelf = self._shelves.setdefault((thing.kind, scope), Index())
        shelf.add(thing, thing.id, thing.name)
        self.things.append(thing)

    def _look_up(self, mention: Mention) -> None:
        thing = self._known(mention.kinds, mention.text, mention.document.file)
        if thing is None and mention.defines:
            node = mention.node
            thing = Thing(
                mention.kinds[0], "", mention.text, mention.document, mention.path, node, None, node, spot=True
            )
            self._take(thing)
            return
        self.mentions.append(mention)
        if thing is not None:
            self._meant[id(mention)] = thing

    def _note(self, mention: Mention, thing: Thing) -> None:
        self.mentions.append(mention)
        self._meant[id(mention)] = thing

    def _known(self, kinds: Sequence[str], text: str, file: str) -> Thing | None:
        for kind in kinds:
            for scope in (file, ""):
                shelf = self._shelves.get((kind, scope))
                found = shelf.find(text) if shelf else ()
                if found:
                    return found[0]
        return None


def _covers(node: Scalar, line: int, column: int) -> bool:
    """Whether a place lies in a text; its end counts, for that is where a cursor stands after typing."""
    return (node.line, node.column) <= (line, column) <= (node.end_line, node.end_column)

"""Everything that differs between two outlines whose nodes are paired, in the order of the head's file."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from jmap.diff.change import Value
from jmap.diff.covering import covering
from jmap.diff.facets import Facet, Facets
from jmap.diff.found import Found
from jmap.diff.order import out_of_order
from jmap.diff.outline import Node, Outline
from jmap.diff.pairs import Pairs
from jmap.diff.shape import PAIRED_BY_PLACE, UNORDERED
from jmap.diff.values import canonical, shown


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its nodes, and who reads them. `number` counts steps through the whole map.

    `pictures` are what was found under the names of pictures.
    """

    outline: Outline
    facets: Facets
    number: Mapping[Node, int]
    pictures: Mapping[str, bytes]


def side(outline: Outline, facets: Facets, pictures: Mapping[str, bytes]) -> Side:
    numbers: dict[Node, int] = {}
    for node in outline.nodes:
        counts: dict[str, int] = {}
        for child in node.children:
            counts[child.thing] = counts.get(child.thing, 0) + 1
            numbers[child] = counts[child.thing]
    columns = [n for n in outline.nodes if n.thing == "step" or n.thing == "stage" and not _steps(n)]
    numbers.update((node, i) for i, node in enumerate(columns, 1) if node.thing == "step")
    return Side(outline, facets, numbers, pictures)


def _steps(node: Node) -> list[Node]:
    return [child for child in node.children if child.thing == "step"]


@dataclass(frozen=True, slots=True)
class Walk:
    """Holds two sides against each other.

    `apart` are sides of two projects: nobody is told what differs in their catalogues, so what a map takes from them is
    compared as if it stood in the map.
    """

    base: Side
    head: Side
    pairs: Pairs
    apart: bool = False
    _shifted: dict[Node, Node] = field(default_factory=dict)  # reordered nodes at the head

    def run(self) -> Iterator[Found]:
        yield from self._pair(self.base.outline.root, self.head.outline.root)

    def _pair(self, base: Node, head: Node) -> Iterator[Found]:
        """What differs in a thing that is there on both sides, and in all that it holds."""
        yield from self._identity(base, head)
        yield from self._place(base, head)
        if head in self._shifted:
            yield self._numbered("reordered", base, head)
        yield from self._fields(base, head)
        yield from self._children(base, head)

    def _children(self, base: Node, head: Node) -> Iterator[Found]:
        self._note_order(base, head)
        gone = self._gone(base)
        yield from self._removed(gone.pop(None, ()))
        for child in head.children:
            before = self.pairs.base.get(child)
            if before is None:
                yield from self._added(child)
            else:
                yield from self._pair(before, child)
                yield from self._removed(gone.pop(before, ()))
        for left in gone.values():
            yield from self._removed(left)

    def _gone(self, base: Node) -> dict[Node | None, list[Node]]:
        """The children that are in no pair, by the child before them that is."""
        found: dict[Node | None, list[Node]] = {}
        last: Node | None = None
        for child in base.children:
            if child in self.pairs.head:
                last = child
            else:
                found.setdefault(last, []).append(child)
        return found

    def _removed(self, nodes: Sequence[Node]) -> Iterator[Found]:
        """What stood in a thing that is gone went with it, and is no change of its own."""
        for node in nodes:
            place = self.pairs.head.get(self.base.outline.parent[node])
            yield Found(
                action="removed", thing=node.thing, noun=node.noun, base=node, replaced=self.head.facets.answers(node),
                said_base=self._said(self.base, node),
                said_head=covering(node, self.base.facets, place, self.head.facets, self.pairs.anchor),
                shown_before=self._content(self.base, node) | self._follows(self.base, node),
            )  # fmt: skip

    def _added(self, node: Node) -> Iterator[Found]:
        """What came with a new thing is no change of its own; what was somewhere else before is one."""
        place = self.pairs.base.get(self.head.outline.parent[node])
        yield Found(
            action="added", thing=node.thing, noun=node.noun, head=node, replaced=self.base.facets.answers(node),
            said_base=covering(node, self.head.facets, place, self.base.facets, self.pairs.anchor),
            said_head=self._said(self.head, node),
            shown_after=self._content(self.head, node) | self._follows(self.head, node),
        )  # fmt: skip
        for inner in _below(node, self.pairs):
            yield from self._pair(self.pairs.base[inner], inner)

    def _identity(self, base: Node, head: Node) -> Iterator[Found]:
        """A new id or a new name: one change where the name is the id."""
        old, new = self.base.facets.entry(base), self.head.facets.entry(head)
        if old is not None and new is not None and self.pairs.same(new) is old:
            return  # a use of one entry of a catalogue, however it is spelled
        if not _is_referred_to(head):
            yield from self._ids(base, head)
            by_name = False
        elif base.key != head.key:
            by_name = head.thing != "map" and not (base.id and head.id) and base.name != head.name
            yield self._renamed(base, head, "", *((base.name, head.name) if by_name else (base.key, head.key)))
        else:
            by_name = False
        names = self.base.facets.name(base), self.head.facets.name(head)
        if "name" in type(head.part).model_fields and not by_name and names[0].split() != names[1].split():
            action = self._renamed if _is_referred_to(head) else self._changed
            yield action(base, head, "name", *names)

    def _ids(self, base: Node, head: Node) -> Iterator[Found]:
        """An item's id: it refers, but is not what people call it."""
        if base.id and head.id and base.key != head.key:
            yield self._renamed(base, head, "", base.id, head.id)
        elif bool(base.id) != bool(head.id):
            yield self._changed(base, head, "id", base.id or None, head.id or None)

    def _renamed(self, base: Node, head: Node, field: str, before: str, after: str) -> Found:
        return self._between("renamed", base, head, field, before, after)

    def _place(self, base: Node, head: Node) -> Iterator[Found]:
        """Another stage, another step."""
        if base not in self.base.outline.parent:
            return
        old, new = self.base.outline.parent[base], self.head.outline.parent[head]
        if self.pairs.base.get(new) is not old and not (head.shelf and old.thing == new.thing):
            yield self._between("moved", base, head, "", old.name, new.name)
        if base.thing != head.thing:
            yield replace(self._between("moved", base, head, "lane", base.thing, head.thing), noun="item")

    def _note_order(self, base: Node, head: Node) -> None:
        """Remember which of the children moved among each other."""
        kinds: dict[str, list[Node]] = {}
        places = {child: i for i, child in enumerate(base.children)}
        for child in head.children:
            before = self.pairs.base.get(child)
            if before in places and before.thing == child.thing and _has_order(child):
                kinds.setdefault(child.thing, []).append(child)
        for children in kinds.values():
            old = [self.pairs.base[child] for child in children]
            names = ["\n".join(sorted((b.key, h.key))) for b, h in zip(old, children, strict=True)]
            for i in out_of_order([places[node] for node in old], names):
                self._shifted[children[i]] = old[i]

    def _numbered(self, action: Any, base: Node, head: Node) -> Found:
        return self._between(action, base, head, "", self.base.number[base], self.head.number[head])

    def _fields(self, base: Node, head: Node) -> Iterator[Found]:
        ours, theirs = self.base.facets.of(base), self.head.facets.of(head)
        for name in dict.fromkeys((*theirs, *ours)):
            before, after = ours.get(name), theirs.get(name)
            if before and after and self._differ(name, before, after):
                yield self._changed(base, head, name, before.raw, after.raw)

    def _differ(self, name: str, before: Facet, after: Facet) -> bool:
        """What both take from the same entry of a catalogue is a change of the entry, not of this.

        A picture is what it shows: another one may have the same name.
        """
        if before.source is not None and after.source is not None and not self.apart:
            sources = before.source, after.source
            if self._same(sources[0]) is self._same(sources[1]) or any(map(self._came_or_went, sources)):
                return False
        if name == "image" and before.raw and before.raw == after.raw:
            ours, theirs = self.base.pictures.get(before.raw), self.head.pictures.get(after.raw)
            return ours is not None and theirs is not None and ours != theirs
        unordered = name.rpartition(".")[2] in UNORDERED
        if self.apart and name == "evidence" and _told(before.raw) != _told(after.raw):
            return True
        anchor = self.pairs.anchor
        return canonical(before.raw, anchor, unordered) != canonical(after.raw, anchor, unordered)

    def _came_or_went(self, source: object) -> bool:
        """Whether something is taken from an entry that is a change of its own."""
        return isinstance(source, Node) and not self.pairs.knows(source)

    def _same(self, source: object) -> object:
        return self.pairs.same(source) if isinstance(source, Node) else source

    def _changed(self, base: Node, head: Node, field: str, before: Any, after: Any) -> Found:
        return self._between("changed", base, head, field, before, after)

    def _between(self, action: Any, base: Node, head: Node, field: str, before: Any, after: Any) -> Found:
        return Found(
            action=action, thing=head.thing, noun=head.noun, field=field, base=base, head=head,
            before=before, after=after, shown_before=shown(_none(before)), shown_after=shown(_none(after)),
            declared=head in self.pairs.declared, guess=head in self.pairs.guessed,
            said_base=self._said(self.base, base), said_head=self._said(self.head, head),
        )  # fmt: skip

    def _follows(self, side: Side, node: Node) -> dict[str, Value]:
        """The name of the stage or step that a stage or step comes after."""
        siblings = side.outline.parent[node].children if node.thing in ("stage", "step") else ()
        before = siblings[siblings.index(node) - 1] if siblings and siblings[0] is not node else None
        return {"follows": before.name} if before is not None and before.thing == node.thing else {}

    def _said(self, side: Side, node: Node) -> Mapping[str, Any]:
        return {name: facet.raw for name, facet in side.facets.of(node).items()}

    def _content(self, side: Side, node: Node) -> dict[str, Value]:
        """All that a thing says, and all that it holds."""
        found: dict[str, Value] = {key: node.id for key in ("id",) if node.id}
        if node.name and node.thing not in PAIRED_BY_PLACE:
            found["text" if "text" in type(node.part).model_fields else "name"] = node.name
        found |= {name: shown(raw) for name, raw in side.facets.written(node).items()}
        held: dict[str, list[Value]] = {}
        for child in node.children:
            if child not in self.pairs.head and child not in self.pairs.base:
                held.setdefault(child.thing, []).append(self._content(side, child))
        return found | {thing: tuple(values) for thing, values in held.items()}


def _is_referred_to(node: Node) -> bool:
    """Whether others name it by its id or name: all but the items of lanes, ways and exits."""
    return node.shelf != "" or node.thing in ("map", "stage", "step", "persona")


def _has_order(node: Node) -> bool:
    return node.thing not in PAIRED_BY_PLACE and (not node.shelf or node.thing == "custom_lane")


def _below(node: Node, pairs: Pairs) -> Iterator[Node]:
    """The nearest paired nodes inside of a new one: they came from somewhere else."""
    for child in node.children:
        if child in pairs.base:
            yield child
        else:
            yield from _below(child, pairs)


def _told(evidence: Any) -> frozenset[Hashable]:
    """What pieces of evidence say, with what a catalogue says of them."""
    return frozenset(canonical(piece.shown, hash) for piece in evidence)


def _none(raw: Any) -> Any:
    """Nothing at all reads as null, whatever it is in the model."""
    return None if raw in ("", ()) or raw == {} else raw

"""Which node at the head is which at the base, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jmap.diff.likeness import Score, best_pairs
from jmap.diff.outline import Node
from jmap.model.names import slug

Key = Callable[[Node], Hashable]


@dataclass(slots=True)
class Pairs:
    """Grows while two sides are held against each other. `guessed` and `declared` are nodes at the head."""

    base: dict[Node, Node] = field(default_factory=dict)  # by the node at the head
    head: dict[Node, Node] = field(default_factory=dict)  # by the node at the base
    stand_ins: dict[Node, Node] = field(default_factory=dict)  # what references to an unpaired entry find now
    guessed: set[Node] = field(default_factory=set)
    declared: set[Node] = field(default_factory=set)  # `renamed_from` at the head says so

    def same(self, node: Node) -> Node:
        """The node that stands for this one on both sides: that of the base, if there is one."""
        return self.base.get(node) or self.stand_ins.get(node, node)

    def knows(self, node: Node) -> bool:
        """Whether a node has another on the other side, or something that stands in for it."""
        return node in self.base or node in self.head or node in self.stand_ins

    def anchor(self, node: Node) -> Hashable:
        """What references to a node have in common on both sides: the node itself if it is in a pair, else its name.

        What is known on one side only may be a plain name on the other, and mean the same.
        """
        there = self.same(node)
        if there.thing == "map":  # it may not have been read on the other side
            return slug(there.key)
        return there if there in self.head else slug(there.name or there.key)

    def join(self, base: Node, head: Node) -> None:
        self.base[head] = base
        self.head[base] = head

    def left(self, bases: Iterable[Node], heads: Iterable[Node]) -> tuple[list[Node], list[Node]]:
        """Those that are in no pair yet."""
        return [node for node in bases if node not in self.head], [node for node in heads if node not in self.base]

    def by_key(self, bases: Iterable[Node], heads: Iterable[Node], key: Key) -> None:
        """Pair what has the same key; of several with one key the first with the first, and so on. None is no key."""
        bases, heads = self.left(bases, heads)
        if not bases or not heads:
            return
        groups: dict[Hashable, list[Node]] = defaultdict(list)
        for base in bases:
            groups[key(base)].append(base)
        groups.pop(None, None)
        for head in heads:
            group = groups.get(key(head))
            if group:
                self.join(group.pop(0), head)

    def by_rename(self, bases: Iterable[Node], heads: Iterable[Node]) -> None:
        """Pair what says which id it had before; at the base too, for a change that takes a rename back.

        Two that had the same id before are one as well: what is renamed twice keeps the id that it had first.
        """
        bases, heads = self.left(bases, heads)
        self._renamed(heads, {base.key: base for base in reversed(bases)})
        bases, heads = self.left(bases, heads)
        self._renamed(heads, {base.renamed_from: base for base in reversed(bases)})
        bases, heads = self.left(bases, heads)
        new = {head.key: head for head in reversed(heads)}
        for base in bases:
            again = new.get(base.renamed_from) if base.renamed_from else None
            if again is not None and again not in self.base:
                self.join(base, again)

    def _renamed(self, heads: Iterable[Node], old: Mapping[str, Node]) -> None:
        """Pair those that declare an id, by what bears or bore it at the base."""
        for head in heads:
            base = old.get(head.renamed_from) if head.renamed_from else None
            if base is not None and base not in self.head:
                self.join(base, head)
                self.declared.add(head)

    def by_likeness(self, bases: Sequence[Node], heads: Sequence[Node], score: Score[Node], least: float) -> None:
        """Pair the most alike: a guess, and remembered as one."""
        bases, heads = self.left(bases, heads)
        if not bases or not heads:
            return
        for base, head in best_pairs(bases, heads, score, least):
            self.join(base, head)
            self.guessed.add(head)

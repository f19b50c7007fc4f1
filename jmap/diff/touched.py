"""Unchanged things that refer to what changed: opportunities for a pain point, uses of what maps share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.diff.change import Change, Spot, Touched
from jmap.diff.facets import Facet, Facets
from jmap.diff.outline import Node, Outline
from jmap.diff.pairs import Pairs
from jmap.diff.values import Ref

if TYPE_CHECKING:
    from jmap.diff.ground import Ground

NOISY = ("personas", "to")  # that a persona or a step changed concerns the whole map, not each line that names it


@dataclass(frozen=True, slots=True)
class Cause:
    """What changed, as a node, and the change that tells of it."""

    node: Node
    change: Change


def touched(base: Ground, head: Ground, pairs: Pairs, causes: Sequence[Cause]) -> tuple[Touched, ...]:
    """What refers to the nodes that changed, each once for a change.

    What is gone is looked for in the maps of the base, everything else in those of the head. A thing that changed
    itself is in the list of changes already.
    """
    changed = {cause.node for cause in causes}
    by_node: dict[Node, Change] = {}
    for cause in causes:
        if cause.change.action != "added" and (cause.node.shelf or cause.change.level != "minor"):
            for node in _with_parts(cause):
                by_node.setdefault(node, cause.change)
    found: dict[Touched, None] = {}
    for ground, gone in ((base, True), (head, False)):
        for root, outline in ground.outlines.items():
            id = ground.maps[root].id
            for node, change in _references(outline, ground.facets(root), by_node, pairs):
                if (change.action == "removed") is gone and not _is_news(node, gone, pairs, changed):
                    found[_touched(node, ground.facets(root), id, change, pairs, gone)] = None
    return tuple(found)


def _with_parts(cause: Cause) -> Iterator[Node]:
    """What is gone took all that it held with it."""
    yield cause.node
    if cause.change.action == "removed":
        for child in cause.node.children:
            yield from _with_parts(Cause(child, cause.change))


def _references(
    outline: Outline, facets: Facets, by_node: Mapping[Node, Change], pairs: Pairs
) -> Iterator[tuple[Node, Change]]:
    """All references of a map to what changed."""
    for node in outline.nodes:
        entry = facets.entry(node)
        targets = [entry] if entry is not None else []
        for facet in facets.of(node).values():
            if facet.source is None and facet.name not in NOISY:
                targets += _targets(facet)
        for target in dict.fromkeys(map(pairs.same, targets)):
            if target in by_node:
                yield node, by_node[target]


def _targets(facet: Facet) -> Iterator[Node]:
    for raw in facet.raw if isinstance(facet.raw, tuple) else (facet.raw,):
        if isinstance(raw, Ref) and raw.target is not None:
            yield raw.target


def _is_news(node: Node, gone: bool, pairs: Pairs, changed: Set[Node]) -> bool:
    """Whether the thing itself went, came or changed."""
    now = pairs.head.get(node) if gone else node
    return now is None or now not in pairs.base or pairs.same(now) in changed


def _touched(node: Node, facets: Facets, id: str, change: Change, pairs: Pairs, gone: bool) -> Touched:
    """As it stands at the head, where it is still there."""
    now = pairs.head[node] if gone else node
    spot = Spot(now.document.file, now.document.position(now.path).line)
    return Touched(id, node.thing, facets.name(node), spot, change.fingerprint)

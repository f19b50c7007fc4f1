"""What the other side says about customers whose feeling came or went: one feeling for all may become one for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jmap.diff.facets import Facets
from jmap.diff.outline import Node
from jmap.diff.values import Anchor, canonical


def covering(node: Node, here: Facets, place: Node | None, there: Facets, anchor: Anchor) -> Mapping[str, Any]:
    """The fields of a feeling at the same place on the other side that held for these personas too; none if none did.

    `place` is the stage or step there. A feeling without personas holds for all of them.
    """
    if node.thing != "feelings" or place is None:
        return {}
    who = _who(node, here, anchor)
    for other in place.children:
        if other.thing == "feelings":
            theirs = _who(other, there, anchor)
            if not theirs or who and who <= theirs:
                return {name: facet.raw for name, facet in there.of(other).items()}
    return {}


def _who(node: Node, facets: Facets, anchor: Anchor) -> frozenset[Any]:
    found = canonical(facets.of(node)["personas"].raw, anchor, unordered=True)
    assert isinstance(found, frozenset)
    return found

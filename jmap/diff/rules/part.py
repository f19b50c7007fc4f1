"""A whole stage or step that came or went, with all that it holds; gone, it is breaking.

What it means to customers is what they lived through there. A step that hurts (pain points, an exit, a mean score
below 0) is worse to get and better to lose; one that delights (gains, a mean score above 0) the other way round. One
that does both, or neither, is for people to judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.diff.change import Effect, Level
from jmap.diff.found import Found
from jmap.diff.judgement import Judgement
from jmap.diff.outline import Node

CODES = ("stage-added", "stage-removed", "step-added", "step-removed")
REASONS = {
    "stage-added": ("hurting-stage-added", "delighting-stage-added"),
    "stage-removed": ("hurting-stage-removed", "delighting-stage-removed"),
    "step-added": ("hurting-step-added", "delighting-step-added"),
    "step-removed": ("hurting-step-removed", "delighting-step-removed"),
}


def judge(found: Found) -> Judgement:
    came = found.action == "added"
    held = list(_below(found.node))
    scores = [node.part.score for node in held if node.thing == "feelings"]  # type: ignore[attr-defined]
    mean = sum(scores) / len(scores) if scores else 0
    hurts = mean < 0 or any(node.thing in ("pain_points", "exit") for node in held)
    delights = mean > 0 or any(node.thing == "gains" for node in held)
    level: Level = "notable" if came else "breaking"
    if hurts is delights:
        return Judgement(level, "structure")
    effect: Effect = "worse" if came is hurts else "better"
    hurting, delighting = REASONS[found.code]
    reason = hurting if hurts else delighting
    return Judgement(level, "structure", effect, reason)


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _below(child)

"""How much stands behind a claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jmap.diff.found import Found
from jmap.diff.values import Ref
from jmap.resolve.known import LEVELS

Strength = tuple[bool, int]


def strength(pieces: tuple[Ref, ...]) -> Strength:
    """Whether anything observed or inferred is among the evidence, and how many it rests on at most."""
    said = [piece.shown for piece in pieces if isinstance(piece.shown, Mapping)]
    return any(_known(piece) for piece in said), max((_count(piece) for piece in said), default=0)


def _known(piece: Mapping[str, Any]) -> bool:
    return (piece.get("level") or LEVELS.get(str(piece.get("method")), "assumed")) != "assumed"


def _count(piece: Mapping[str, Any]) -> int:
    return int(piece.get("n") or 0)


def is_told_by_evidence(found: Found) -> bool:
    """Whether the evidence of the same thing changed as well: then that change says what became surer, or less sure."""
    before, after = (strength(said.get("evidence", ())) for said in (found.said_base, found.said_head))
    return before != after

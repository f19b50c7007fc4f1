"""What is known and what is assumed: evidence has a level, and an item is as good as its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from jmap.resolve.content import Evidence, Level, Touchpoint
from jmap.resolve.journey import Coverage, Stage

Basis = Literal["assumed", "expected", "reported"]

# Observed: a customer did or said it, and somebody was there or it was recorded. Inferred: concluded from answers
# at a distance. What colleagues believe in a workshop is assumed until customers confirm it.
LEVELS: Mapping[str, Level] = MappingProxyType(
    {
        "interview": "observed",
        "observation": "observed",
        "diary": "observed",
        "usability-test": "observed",
        "analytics": "observed",
        "support": "observed",
        "survey": "inferred",
        "review": "inferred",
        "market-research": "inferred",
        "workshop": "assumed",
    }
)


def level(method: str, written: Level | None = None) -> Level:
    """The level of a piece of evidence: as written, else by its method."""
    return written or LEVELS.get(method, "assumed")


def is_known(evidence: Iterable[Evidence]) -> bool:
    """Whether any of it was observed or inferred."""
    return any(piece.level != "assumed" for piece in evidence)


def basis(written: Basis | None, evidence: Iterable[Evidence]) -> Basis:
    """What a feeling rests on: as written, else reported if its evidence is known, else assumed."""
    return written or ("reported" if is_known(evidence) else "assumed")


def coverage(stages: Sequence[Stage]) -> Coverage:
    """How many items are known, of all that could be.

    Times are not counted: they are given, not claimed. Touchpoints count if they have a score, for it is
    their scores that evidence is about.
    """
    known = total = 0
    for stage in stages:
        for place in (stage, *stage.steps):
            for key, items in place.lanes.items():
                for item in items:
                    if key == "time" or (isinstance(item, Touchpoint) and not _scored(item)):
                        continue
                    total += 1
                    known += item.known
    return Coverage(known, total)


def _scored(touchpoint: Touchpoint) -> bool:
    return touchpoint.importance is not None or touchpoint.satisfaction is not None

"""The words that a page uses and a reader may not know: those on this page and no others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jmap.resolve.content import Feeling, Touchpoint

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Journey


def glossary(journey: Journey, words: Words) -> tuple[tuple[str, str], ...]:
    """Terms and what they mean, in alphabetical order."""
    found = ((words(f"term.{key}"), words(f"term.{key}.is")) for key in dict.fromkeys(_used(journey)))
    return tuple(sorted(found, key=lambda pair: pair[0].casefold()))


def _used(journey: Journey) -> Iterator[str]:
    yield "stage"
    lanes = {lane.key for lane in journey.lanes}
    yield from (
        key
        for key in ("touchpoint", "pain", "gain", "opportunity", "frontstage", "backstage", "support")
        if _LANE[key] in lanes
    )
    sides = {lane.side for lane in journey.lanes}
    if {"customer", "onstage"} <= sides:
        yield "interaction"
    if "backstage" in sides and sides & {"customer", "onstage"}:
        yield "visibility"
    if "support" in sides and sides & {"customer", "onstage", "backstage"}:
        yield "internal"
    if journey.personas:
        yield "persona"
    yield from _items(journey)
    yield from _evidence(journey)


_LANE = {
    "touchpoint": "touchpoints",
    "pain": "pain_points",
    "gain": "gains",
    "opportunity": "opportunities",
    "frontstage": "frontstage",
    "backstage": "backstage",
    "support": "support",
}


def _items(journey: Journey) -> Iterator[str]:
    touchpoints = [item for _, item in journey.every("touchpoints") if isinstance(item, Touchpoint)]
    places = (*journey.stages, *journey.columns)
    if any(item.is_moment for item in touchpoints) or any(place.is_moment for place in places):
        yield "moment"
    if any(item.gap is not None for item in touchpoints):
        yield "gap"
    feelings = [item for _, item in journey.every("feelings") if isinstance(item, Feeling)]
    if feelings:
        yield "score"
    if any(item.spread is not None for item in feelings):
        yield "spread"
    if any(stage.span for stage in journey.stages):
        yield "time"
    if any(place.exits for place in places):
        yield "exit"
    if any(journey.every("personalisation")):
        yield "consent"


def _evidence(journey: Journey) -> Iterator[str]:
    if not journey.coverage.total:
        return
    yield "coverage"
    items = [item for lane in journey.lanes for _, item in journey.every(lane.key)]
    for level in ("observed", "inferred"):
        if any(evidence.level == level for item in items for evidence in item.evidence):
            yield level
    if any(not item.known for item in items):
        yield "assumed"

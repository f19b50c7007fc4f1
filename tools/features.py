"""What there is to learn from a map: which parts of the language it uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jmap.resolve.content import Item, Personalisation, Touchpoint
from jmap.resolve.journey import Journey, Workspace

BLUEPRINT = {"frontstage", "backstage", "support"}
OWNERS = {"brand", "partner", "customer", "external"}
WAYS = {"back": "ways back", "skip": "ways that skip a step"}


class Feature(NamedTuple):
    """`kind` is the same for every map that has it; `text` says it of this one."""

    kind: str
    text: str


def features(journey: Journey, workspace: Workspace) -> list[Feature]:
    """Noun phrases, for use in a list."""
    whole = [*_links(journey, workspace), *_rows(journey), *_touchpoints(journey), *_people(journey), *_ways(journey)]
    return whole or [Feature("how little a map needs", "how little a map needs")]


def _plain(kind: str) -> Feature:
    return Feature(kind, kind)


def _links(journey: Journey, workspace: Workspace) -> Iterator[Feature]:
    """How the map belongs to other maps."""
    titles = {other.id: other.title for other in workspace.journeys}
    if journey.future_of in titles:
        yield Feature("a journey as it should be", f"how “{titles[journey.future_of]}” should be")
    for place in journey.columns:
        if place.journey in titles:
            yield Feature("a step that another map details", f"a step that “{titles[place.journey]}” details")


def _rows(journey: Journey) -> Iterator[Feature]:
    keys = {lane.key for lane in journey.lanes}
    for lane in journey.lanes:
        if lane.name:
            yield Feature("a row of its own", f"a row of its own, “{lane.name}”")
    if keys >= BLUEPRINT:
        yield _plain("the rows of a service blueprint")
    if any(isinstance(item, Personalisation) and item.consent for item in _items(journey, "personalisation")):
        yield _plain("what an algorithm knows, with or without consent")
    if any(stage.business_goal for stage in journey.stages):
        yield _plain("a business goal for each stage")
    if "metrics" in keys:
        yield _plain("figures against their targets")


def _touchpoints(journey: Journey) -> Iterator[Feature]:
    points = [item for item in _items(journey, "touchpoints") if isinstance(item, Touchpoint)]
    if {point.channel.kind for point in points if point.channel} >= {"online", "offline"}:
        yield _plain("touchpoints online and offline")
    if {point.owner for point in points} >= OWNERS:
        yield _plain("touchpoints with owners of all four kinds")


def _people(journey: Journey) -> Iterator[Feature]:
    if len(journey.personas) > 1:
        yield _plain("the feelings of several people")
    if any(persona.image for persona in journey.personas):
        yield _plain("portraits")


def _ways(journey: Journey) -> Iterator[Feature]:
    if any(place.exits for place in journey.columns):
        yield _plain("where people give up")
    kinds = {way.kind for way in journey.ways if way.written}
    yield from (_plain(name) for kind, name in WAYS.items() if kind in kinds)


def _items(journey: Journey, lane: str) -> list[Item]:
    return [item for _, item in journey.every(lane)]

"""Personas that were renamed are the same people: what they felt before is told of them as they are called now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from jmap.diff.change import MapComparison
from jmap.resolve.journey import Journey, Place

P = TypeVar("P", bound=Place)


def as_now(one: MapComparison) -> MapComparison:
    """The same comparison, whose base calls its personas by their ids at the head."""
    if one.base is None or one.head is None:
        return one
    before, after = ({persona.id for persona in side.personas} for side in (one.base, one.head))
    now = {
        change.before: change.after
        for change in one.changes
        if change.thing == "persona" and change.action == "renamed" and not change.field
        if change.before in before and change.after in after - before
        if isinstance(change.before, str) and isinstance(change.after, str)
    }
    return replace(one, base=_renamed(one.base, one.head, now)) if now else one


def _renamed(base: Journey, head: Journey, now: Mapping[str, str]) -> Journey:
    people = tuple(head.persona(now[one.id]) if one.id in now else one for one in base.personas)
    stages = tuple(
        replace(_place(stage, now), steps=tuple(_place(step, now) for step in stage.steps)) for stage in base.stages
    )
    columns = tuple(column for stage in stages for column in (stage.steps or (stage,)))
    return replace(base, personas=people, stages=stages, columns=columns)


def _place(place: P, now: Mapping[str, str]) -> P:
    lanes = {
        lane: tuple(replace(item, personas=_ids(item.personas, now)) for item in items)
        for lane, items in place.lanes.items()
    }
    exits = tuple(replace(exit, personas=_ids(exit.personas, now)) for exit in place.exits)
    return replace(place, lanes=lanes, exits=exits)


def _ids(personas: tuple[str, ...], now: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(now.get(id, id) for id in personas)

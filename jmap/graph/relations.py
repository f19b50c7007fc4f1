"""How maps belong together: which map details a step of which other, and which is whose future."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from jmap.resolve.journey import Journey, Place, Step, Workspace


@dataclass(frozen=True, slots=True)
class End:
    """A map that another one names. `journey` is None where it was not built, and `failed` says that it has errors.

    A map that is neither stands outside of what was built: nothing but its id is known.
    """

    id: str
    title: str
    journey: Journey | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """From one map to another. `details`: `target` details `places` of `source`; `future`: it is its future."""

    kind: Literal["details", "future"]
    source: End
    target: End
    places: tuple[Place, ...] = ()


def relations(workspace: Workspace) -> tuple[Relation, ...]:
    """In the order of the maps, each map's futures first."""
    ends = _ends(workspace)
    futures: dict[str, list[Relation]] = {}
    for journey in workspace.journeys:
        if journey.future_of:
            source = ends.get(journey.future_of) or End(journey.future_of, journey.future_of)
            futures.setdefault(source.id, []).append(Relation("future", source, ends[journey.id]))
    found = [relation for journey in workspace.journeys for relation in _of(journey, futures, ends)]
    return (*found, *(relation for rest in futures.values() for relation in rest))


def _ends(workspace: Workspace) -> dict[str, End]:
    failed = {one.id: End(one.id, one.title or one.id, failed=True) for one in workspace.failed if one.id}
    return failed | {journey.id: End(journey.id, journey.title, journey) for journey in workspace.journeys}


def _of(journey: Journey, futures: dict[str, list[Relation]], ends: dict[str, End]) -> Iterator[Relation]:
    yield from futures.pop(journey.id, ())
    for id, places in _details(journey).items():
        yield Relation("details", ends[journey.id], ends.get(id) or End(id, id), tuple(places))


def _details(journey: Journey) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for stage in journey.stages:
        for place in (stage, *stage.steps):
            if place.journey:
                found.setdefault(place.journey, []).append(place)
    return found


def anchor(place: Place) -> str:
    """Where a map's page tells of a stage, or shows a step."""
    return f"at={place.number}" if isinstance(place, Step) else f"stage-{place.number}"

"""Which touchpoints a journey has, each once, and which stages use it how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jmap.resolve.content import Channel, Persona, Touchpoint
from jmap.resolve.journey import Journey, Step


@dataclass(frozen=True, slots=True)
class Use:
    """One touchpoint wherever it is met. `stages` are indexes from 0, with the number of places that use it there."""

    key: str
    items: tuple[Touchpoint, ...]
    stages: Mapping[int, int]

    @property
    def name(self) -> str:
        return self.items[0].text

    @property
    def channel(self) -> Channel | None:
        return next((item.channel for item in self.items if item.channel), None)

    @property
    def owner(self) -> str:
        return next((item.owner for item in self.items if item.owner), "")

    @property
    def initiators(self) -> tuple[str, ...]:
        """Who starts it: one of both, or, at different steps, both."""
        started = [item.initiator for item in self.items]
        return tuple(side for side in ("customer", "organisation") if side in started)

    @property
    def is_moment(self) -> bool:
        return any(item.is_moment for item in self.items)

    @property
    def known(self) -> bool:
        return any(item.known for item in self.items)

    def scores(self, name: str) -> tuple[float, float] | None:
        """The lowest and the highest of that score, of those that are known."""
        values = [value for item in self.items if (value := getattr(item, name)) is not None]
        return (min(values), max(values)) if values else None

    def personas(self, journey: Journey) -> tuple[Persona, ...]:
        """Those it is limited to; none if somewhere it is for all."""
        if any(not item.personas for item in self.items):
            return ()
        named = {id for item in self.items for id in item.personas}
        return tuple(p for p in journey.personas if p.id in named) if len(named) < len(journey.personas) else ()


def uses(journey: Journey) -> tuple[Use, ...]:
    """In the order in which the map first names them."""
    items: dict[str, list[Touchpoint]] = {}
    stages: dict[str, dict[int, int]] = {}
    for place, item in journey.every("touchpoints"):
        if isinstance(item, Touchpoint):
            stage = place.stage if isinstance(place, Step) else place.number - 1
            items.setdefault(item.key, []).append(item)
            counts = stages.setdefault(item.key, {})
            counts[stage] = counts.get(stage, 0) + 1
    return tuple(Use(key, tuple(found), stages[key]) for key, found in items.items())


def by_channel(found: tuple[Use, ...]) -> tuple[tuple[Channel | None, tuple[Use, ...]], ...]:
    """Touchpoints of one channel together; those without a channel last."""
    groups: dict[str, list[Use]] = {}
    for use in found:
        groups.setdefault(use.channel.id if use.channel else "", []).append(use)
    ids = [*(id for id in groups if id), *([""] if "" in groups else [])]
    return tuple((groups[id][0].channel, tuple(groups[id])) for id in ids)

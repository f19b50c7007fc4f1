"""One map as rules look at it: the journey, the file it was written in, and what several rules ask of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jmap.resolve.content import Feeling, Item, Metric, Opportunity, PainPoint, Touchpoint
from jmap.resolve.journey import Journey, Place, Stage, Step, Way
from jmap.source.document import Document, Node
from jmap.source.document import Mapping as Keys

if TYPE_CHECKING:
    from jmap.model.files import MapFile

ANYONE = ""


def parts(path: str) -> tuple[str | int, ...]:
    """`stages.2.name` as the parts that a document knows."""
    return tuple(int(part) if part.isdecimal() else part for part in path.split("."))


@dataclass(frozen=True)
class Sheet:
    journey: Journey
    document: Document
    file: MapFile

    def node(self, path: str) -> Node | None:
        return self.document.node(parts(path))

    def writes(self, path: str, key: str) -> bool:
        """Whether a key is written out in what stands at a path."""
        node = self.node(path)
        return isinstance(node, Keys) and node.entry(key) is not None

    @cached_property
    def sketch(self) -> bool:
        """A map that does not claim to be more than a first idea: no owner, no review, evidence for less than half."""
        j = self.journey
        return j.basis == "planned" and not (j.owner or j.reviewed or (j.coverage.share or 0) >= 0.5)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Stages, each with its steps behind it."""
        return tuple(place for stage in self.journey.stages for place in (stage, *stage.steps))

    @cached_property
    def items(self) -> Mapping[str, tuple[tuple[Place, Item], ...]]:
        """All items by lane, each with its place, in the order of the map."""
        found: dict[str, list[tuple[Place, Item]]] = {}
        for place in self.places:
            for lane, held in place.lanes.items():
                found.setdefault(lane, []).extend((place, item) for item in held)
        return {lane: tuple(held) for lane, held in found.items()}

    def lane(self, key: str) -> tuple[tuple[Place, Item], ...]:
        return self.items.get(key, ())

    @cached_property
    def pains(self) -> tuple[PainPoint, ...]:
        return tuple(item for _, item in self.lane("pain_points") if isinstance(item, PainPoint))

    @cached_property
    def opportunities(self) -> tuple[Opportunity, ...]:
        return tuple(item for _, item in self.lane("opportunities") if isinstance(item, Opportunity))

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        return tuple(item for _, item in self.lane("touchpoints") if isinstance(item, Touchpoint))

    @cached_property
    def feelings(self) -> tuple[Feeling, ...]:
        return tuple(item for _, item in self.lane("feelings") if isinstance(item, Feeling))

    @cached_property
    def metrics(self) -> tuple[Metric, ...]:
        return tuple(item for _, item in self.lane("metrics") if isinstance(item, Metric))

    @cached_property
    def curves(self) -> Mapping[str, tuple[tuple[int, Feeling], ...]]:
        """The feelings of each persona by column, one a column (the first that is written)."""
        travellers = [persona.id for persona in self.journey.personas] or [ANYONE]
        return {who: tuple(self._curve(who)) for who in travellers}

    def _curve(self, persona: str) -> Iterator[tuple[int, Feeling]]:
        for column, place in enumerate(self.journey.columns):
            for item in place.items("feelings"):
                if isinstance(item, Feeling) and (not item.personas or persona in item.personas):
                    yield column, item
                    break

    @cached_property
    def reached(self) -> frozenset[int]:
        """The columns that somebody can get to from the first."""
        return _follow({0}, [(way.source, way.target) for way in self._ways])

    @cached_property
    def stuck(self) -> frozenset[int]:
        """The columns from which neither the end nor an exit can be reached."""
        columns = self.journey.columns
        out = {len(columns) - 1, *(i for i, column in enumerate(columns) if column.exits)}
        free = _follow(out, [(way.target, way.source) for way in self._ways])
        return frozenset(range(len(columns))) - free

    @cached_property
    def cut_off(self) -> tuple[int, ...]:
        """The columns at which those begin that nobody gets to: behind each, what only it leads to."""
        lost = set(range(len(self.journey.columns))) - self.reached
        ways = [(way.source, way.target) for way in self._ways if way.source in lost and way.source != way.target]
        first = sorted(lost, key=lambda column: (column in {target for _, target in ways}, column))
        found: list[int] = []
        for column in first:
            if column in lost:
                found.append(column)
                lost -= _follow({column}, ways)
        return tuple(sorted(found))

    @property
    def _ways(self) -> list[Way]:
        return [way for way in self.journey.ways if way.share is None or way.share > 0]

    def name(self, *personas: str) -> str:
        """The names for a message: `Dewi`, `Dewi and Budi`, or `the customer` in a map without personas."""
        *others, last = [self.journey.persona(one).name if one else "the customer" for one in personas]
        return f"{', '.join(others)} and {last}" if others else last

    def around(self, place: Place) -> tuple[Place, ...]:
        """A place with those that share its items: a stage with its steps, a step with its stage."""
        if isinstance(place, Stage):
            return (place, *place.steps)
        return (place, self.journey.stages[place.stage]) if isinstance(place, Step) else (place,)


def _follow(start: set[int], ways: Sequence[tuple[int, int]]) -> frozenset[int]:
    """All that can be reached from the start by ways (from, to)."""
    onwards: dict[int, list[int]] = {}
    for source, target in ways:
        onwards.setdefault(source, []).append(target)
    seen, waiting = set(start), list(start)
    while waiting:
        for target in onwards.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)


def wording(item: Item) -> str:
    """The path of an item's own words, where a finding about it stands."""
    key = "name" if isinstance(item, Touchpoint | Metric) else "score" if isinstance(item, Feeling) else "text"
    return f"{item.path}.{key}"


def heading(place: Place) -> str:
    """The path of a stage's or step's name."""
    return f"{place.path}.name"


def signed(score: float) -> str:
    """A score as people write it: `+1.5`, `0`, `-2`."""
    return f"{score:+g}" if score else "0"

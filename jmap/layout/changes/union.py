"""The union of a map before and after: its stages and columns, and which of them stands on which side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jmap.diff.change import MapComparison
from jmap.layout.changes.weave import Both, weave
from jmap.resolve.content import Item
from jmap.resolve.journey import Journey, Place, Stage, Step

GONE = "-"  # before the path of what stands at the base only, so that it meets no path of the head


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which things are the same on both sides, by their paths. `moved` are paths at the base."""

    base_of: Mapping[str, str]  # from the head
    head_of: Mapping[str, str]  # from the base
    moved: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Column:
    """One column, and its place on either side."""

    base: Place | None
    head: Place | None

    @property
    def key(self) -> str:
        return self.head.path if self.head else f"{GONE}{self.base.path}" if self.base else ""


@dataclass(frozen=True, slots=True)
class UnionStage:
    """A stage, and its columns: one for each of its steps, or the stage itself where it has none."""

    base: Stage | None
    head: Stage | None
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        return self.head.path if self.head else f"{GONE}{self.base.path}" if self.base else ""

    @property
    def has_steps(self) -> bool:
        return any(isinstance(place, Step) for column in self.columns for place in (column.base, column.head))


@dataclass(frozen=True, slots=True)
class Union:
    base: Journey
    head: Journey
    pairs: Pairs
    stages: tuple[UnionStage, ...]
    columns: tuple[Column, ...] = field(default=())

    def stage_of(self, column: int) -> int:
        """The index of the stage in which a column stands."""
        before = 0
        for n, stage in enumerate(self.stages):
            before += len(stage.columns)
            if column < before:
                return n
        raise IndexError(column)


def union(one: MapComparison) -> Union:
    """The union of both sides; the map must stand on both."""
    assert one.base is not None and one.head is not None
    pairs = _pairs(one)
    stages = tuple(_stages(one.base, one.head, pairs))
    columns = tuple(column for stage in stages for column in stage.columns)
    return Union(one.base, one.head, pairs, stages, columns)


def _pairs(one: MapComparison) -> Pairs:
    moved = frozenset(change.base_path for change in one.changes if change.action in ("moved", "reordered"))
    return Pairs(dict(one.pairs), {base: head for head, base in one.pairs.items()}, moved)


def _stages(base: Journey, head: Journey, pairs: Pairs) -> Iterator[UnionStage]:
    by_path = {stage.path: stage for stage in base.stages}
    steps = {step.path: step for stage in base.stages for step in stage.steps}
    loose = [stage for stage in base.stages if stage.path in pairs.moved]
    woven = weave(
        base.stages,
        head.stages,
        lambda stage: by_path.get(pairs.base_of.get(stage.path, "")),
        lambda stage: stage.path not in pairs.head_of,
        loose,
    )
    for both in woven:
        yield UnionStage(both.base, both.head, tuple(_columns(both, steps, pairs)))


def _columns(stage: Both[Stage], steps: Mapping[str, Step], pairs: Pairs) -> Iterator[Column]:
    before = stage.base.steps if stage.base else ()
    after = stage.head.steps if stage.head else ()
    woven = weave(
        before,
        after,
        lambda step: steps.get(pairs.base_of.get(step.path, "")),
        lambda step: step.path not in pairs.head_of,
        [step for step in before if step.path in pairs.moved],
    )
    for both in woven:
        yield Column(both.base, both.head)
    if not woven:  # the stage is a column itself
        yield Column(stage.base, stage.head)


def items(base: Place | None, head: Place | None, lane: str, pairs: Pairs) -> list[Both[Item]]:
    """The items of a lane of one place: those of the head, with those that are gone put back."""
    before = base.items(lane) if base else ()
    after = head.items(lane) if head else ()
    here = {item.path: item for item in before}
    return weave(
        before,
        after,
        lambda item: here.get(pairs.base_of.get(item.path, "")),
        lambda item: item.path not in pairs.head_of,
        [item for item in before if item.path in pairs.moved],
    )

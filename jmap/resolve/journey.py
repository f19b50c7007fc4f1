"""A journey with every name looked up: what pictures, tables, checks and diffs read. Its cells hold `content`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from jmap.lanes.lane import Lane
from jmap.resolve.content import Image, Item, Persona, Span


@dataclass(frozen=True, slots=True)
class Exit:
    """Customers who abandon the journey here. `share` is of those who are at this column, 0 to 1."""

    path: str
    reason: str = ""
    share: float | None = None
    personas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one column to another (indexes from 0). `share` is of those at `source`, 0 to 1.

    kind: `on` to the column that follows, `skip` further ahead, `back` to an earlier one or itself.
    `written` is False for the default way to the column that follows. Its share is what the others leave: 1 for those
    of whom nothing is written where something is of others, None where nobody wrote a share.
    """

    path: str
    source: int
    target: int
    kind: Literal["on", "skip", "back"]
    share: float | None = None
    when: str = ""
    personas: tuple[str, ...] = ()
    written: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a stage and a step have in common."""

    path: str
    id: str
    name: str
    number: int  # from 1: stages count stages, steps count columns
    goal: str = ""
    business_goal: str = ""
    description: str = ""
    image: Image | None = None
    is_moment: bool = False  # declared moment of truth
    moment_reason: str = ""
    events: tuple[str, ...] = ()
    journey: str = ""  # id of the map that details it
    renamed_from: str = ""
    lanes: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)  # by lane key
    exits: tuple[Exit, ...] = ()

    def items(self, lane: str) -> tuple[Item, ...]:
        return self.lanes.get(lane, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Place):
    stage: int  # index of its stage, from 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Place):
    steps: tuple[Step, ...] = ()
    span: Span | None = None  # its own time, or the sum of its steps' (active + waiting, or elapsed)


@dataclass(frozen=True, slots=True)
class Coverage:
    known: int
    total: int

    @property
    def share(self) -> float | None:
        """Rounded down to whole percents, so that every output says the same and 100 % means all."""
        return self.known * 100 // self.total / 100 if self.total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """One map, ready to draw."""

    id: str
    file: str  # relative to the project, with /
    title: str
    description: str = ""
    state: Literal["current", "future"] = "current"
    future_of: str = ""
    basis: Literal["planned", "actual"] = "planned"
    personas: tuple[Persona, ...] = ()
    scenario: str = ""
    goal: str = ""
    expectations: tuple[str, ...] = ()
    business_goal: str = ""
    owner: str = ""
    reviewed: datetime.date | None = None
    review_every: Span | None = None
    next_review: datetime.date | None = None
    tags: tuple[str, ...] = ()
    locale: str = "en"
    renamed_from: str = ""
    project_title: str = ""
    lanes: tuple[Lane, ...] = ()  # the rows to draw, in order: only those that hold something
    stages: tuple[Stage, ...] = ()
    columns: tuple[Place, ...] = ()  # the steps; a stage without steps is a column itself
    ways: tuple[Way, ...] = ()
    left: tuple[float, ...] = ()  # share of customers still in the journey on arrival at each column
    left_at_end: float = 1.0  # ... after the last column
    # Only if they differ: like `left`, and `left_at_end` behind it.
    left_by_persona: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    coverage: Coverage = Coverage(0, 0)

    def stage_of(self, column: int) -> Stage:
        """The stage in which the column (index from 0) stands."""
        place = self.columns[column]
        if isinstance(place, Step):
            return self.stages[place.stage]
        assert isinstance(place, Stage)
        return place

    def columns_of(self, stage: int) -> range:
        """The indexes of the columns of a stage (index from 0)."""
        before = sum(max(1, len(s.steps)) for s in self.stages[:stage])
        return range(before, before + max(1, len(self.stages[stage].steps)))

    def every(self, lane: str) -> Iterator[tuple[Place, Item]]:
        """All items of a lane in the order in which they are numbered: a stage's own, then its steps'."""
        for stage in self.stages:
            for place in (stage, *stage.steps):
                for item in place.items(lane):
                    yield place, item

    def persona(self, id: str) -> Persona:
        return next(p for p in self.personas if p.id == id)

    @property
    def has_shares(self) -> bool:
        """Whether anyone leaves with a number: without, the path ribbon is even."""
        return self.left_at_end < 1 or any(v < 1 for v in self.left)


@dataclass(frozen=True, slots=True)
class FailedMap:
    """A map file with errors: it is named in the atlas, and its old pictures stay."""

    file: str
    id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A project and its maps. A folder without `jmap.yaml` makes a nameless project."""

    root: str  # absolute, where the project is; never written into an output
    title: str = ""
    locale: str = "en"
    theme: str = "default"
    output: str = ""
    formats: tuple[str, ...] = ("html", "svg", "dot")
    personas: Mapping[str, Persona] = field(default_factory=dict)
    journeys: tuple[Journey, ...] = ()
    failed: tuple[FailedMap, ...] = ()

    def journey(self, id: str) -> Journey | None:
        return next((j for j in self.journeys if j.id == id), None)

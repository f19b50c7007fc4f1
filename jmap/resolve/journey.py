"""A journey with every name looked up: what pictures, tables, checks and diffs read.

Everything here is frozen. Text is as written. `path` is where a thing stands in its file
(`stages.2.steps.0.pain_points.1`), so that a position can be found for it. Persona ids in `personas` are
those of the journey; an empty tuple means all of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from jmap.lanes.lane import Lane

Level = Literal["observed", "inferred", "assumed"]
Severity = Literal["low", "medium", "high", "critical"]


@dataclass(frozen=True, slots=True)
class Span:
    """A duration in seconds; a range when `low` and `high` differ. `approximate` is the `~`."""

    low: float
    high: float
    approximate: bool = False

    @property
    def mean(self) -> float:
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that has been decoded, capped and re-encoded: PNG or JPEG bytes without metadata."""

    file: str  # relative to the project
    data: bytes
    media_type: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    method: str  # one of the ten of the language
    level: Level
    id: str = ""
    source: str = ""
    n: int | None = None
    date: datetime.date | None = None
    link: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Persona:
    id: str
    name: str
    number: int  # 1, 2, ... in the journey's order: chooses colour and marker
    initial: str  # what stands in the marker; unique among the journey's personas where that can be
    role: str = ""
    quote: str = ""
    demographics: tuple[tuple[str, str], ...] = ()
    goals: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    frustrations: tuple[str, ...] = ()
    traits: tuple[tuple[str, float], ...] = ()  # 0 to 5
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    id: str
    name: str
    kind: Literal["online", "offline", ""] = ""
    owner: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class Team:
    id: str
    name: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class System:
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What stands in a cell. `known` is False for what is assumed: those are drawn hollow."""

    path: str
    text: str
    id: str = ""
    personas: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    known: bool = False
    link: str = ""
    note: str = ""
    renamed_from: str = ""
    team: Team | None = None  # frontstage, backstage, support
    system: System | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Personalisation(Item):
    kind: str = ""  # profile, navigation, nudge, retention
    data: tuple[str, ...] = ()
    consent: str = ""  # none, opt-out, opt-in


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint(Item):
    """`text` is the name; `key` the id it shares with the same touchpoint elsewhere."""

    key: str
    channel: Channel | None = None
    owner: str = ""  # brand, partner, customer, external
    initiator: str = ""  # customer, organisation
    importance: float | None = None  # 1 to 5
    satisfaction: float | None = None  # 1 to 5
    declared_moment: bool = False
    moment_reason: str = ""

    @property
    def gap(self) -> float | None:
        """Importance minus satisfaction, where both are known."""
        if self.importance is None or self.satisfaction is None:
            return None
        return self.importance - self.satisfaction

    @property
    def is_moment(self) -> bool:
        """A moment of truth: declared, or a gap of 2 or more."""
        return self.declared_moment or (self.gap is not None and self.gap >= 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling(Item):
    """`text` is the emotion word (may be empty). `score` is -2 to +2 in halves."""

    score: float
    basis: Literal["assumed", "expected", "reported"] = "assumed"
    n: int | None = None
    spread: float | None = None  # plus and minus, in points of the scale


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPoint(Item):
    label: str  # "P3": numbered by place in the map
    severity: Severity | Literal[""] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity(Item):
    label: str  # "O3": numbered by place in the map
    addresses: tuple[str, ...] = ()  # labels of the pain points it eases: ("P3",)
    customer_value: float | None = None
    business_value: float | None = None
    effort: float | None = None
    owner: str = ""  # a team's name, or a plain name
    status: str = ""  # idea, planned, in-progress, done, dropped

    @property
    def value(self) -> float | None:
        """The mean of customer and business value, of those that are given."""
        given = [v for v in (self.customer_value, self.business_value) if v is not None]
        return sum(given) / len(given) if given else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Item):
    """`text` is the name; `value` and `target` are numbers in `unit`, as written in `value_text`."""

    value: float | None = None
    value_text: str = ""
    unit: str = ""
    target: float | None = None
    target_text: str = ""
    source: str = ""
    date: datetime.date | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Item):
    """`text` is a remark, mostly empty. A bare duration is `elapsed`: how long it took, busy or not."""

    active: Span | None = None
    waiting: Span | None = None
    elapsed: Span | None = None


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

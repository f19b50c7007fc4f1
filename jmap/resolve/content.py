"""What stands in the cells of a journey, and whom and what it names, with every name looked up.

Everything here is frozen. Text is as written. `path` is where a thing stands in its file
(`stages.2.steps.0.pain_points.1`), so that a position can be found for it. Persona ids in `personas` are
those of the journey; an empty tuple means all of them.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

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

"""What a comparison finds, as data: changes of maps and of the project, each with a judgement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from jmap.diagnostics import Diagnostic
from jmap.resolve.journey import Journey

Action = Literal["added", "removed", "renamed", "moved", "reordered", "changed"]
Level = Literal["breaking", "notable", "minor"]
Effect = Literal["better", "worse", "neutral"]
Kind = Literal["structure", "experience", "evidence", "presentation", "metadata"]
Value = str | int | float | bool | None | tuple["Value", ...] | Mapping[str, "Value"]  # what JSON can hold

LEVELS: tuple[Level, ...] = ("breaking", "notable", "minor")
EFFECTS: tuple[Effect, ...] = ("worse", "better", "neutral")


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a file (from 1), relative to the project, with /."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Where:
    """The stage and the step in which something stands; empty for what belongs to no stage, or to no step of it."""

    stage: str = ""  # id
    stage_name: str = ""
    step: str = ""
    step_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: what, how, and what it means.

    `thing` is the kind of thing that changed: `map`, `stage`, `step`, `persona`, a lane's key (`pain_points`), a kind
    of the catalogue (`channel`, `touchpoint`, `team`, `system`, `evidence`, `custom_lane`), `next`, `exit`, `setting`.
    `field` is its key that changed; empty where the whole thing came, went, moved or was renamed. `path` names the
    place by ids (`stages.pay.steps.transfer.pain_points.lapses.severity`), `base_path` and `head_path` by positions,
    as in the file (`stages.2.steps.0.pain_points.1.severity`); empty on the side where it does not stand.
    `reason` is the key of why it is better or worse, such as `pain-added`. `folded` are changes of other fields of the
    same thing that this one brought along: evidence that is gone takes its sample size with it. They count with it.
    """

    code: str
    action: Action
    thing: str
    field: str = ""
    map: str = ""  # id; empty for what belongs to the project
    path: str = ""
    name: str = ""  # of the thing, as people say it: at the head, or at the base if it is gone
    label: str = ""  # "P3", "O2": what the outputs call it; of the head, or of the base if it is gone
    where: Where = Where()
    personas: tuple[str, ...] = ()  # names; empty: all
    before: Value = None
    after: Value = None
    base: Spot | None = None
    head: Spot | None = None
    base_path: str = ""
    head_path: str = ""
    guess: bool = False  # the two sides were paired by likeness
    level: Level = "minor"
    effect: Effect = "neutral"
    reason: str = ""
    kind: Kind = "metadata"
    fingerprint: str = ""
    folded: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Touched:
    """Something unchanged that refers to what changed: a map that uses a touchpoint, an opportunity for a pain."""

    map: str
    thing: str
    name: str
    spot: Spot
    fingerprint: str  # of the change that touches it


@dataclass(frozen=True, slots=True, kw_only=True)
class MapComparison:
    """One map on both sides.

    `pairs` leads from the path of a stage, step, item, exit or way at the head to the path of the same at the base.
    A map that was broken at the base has no base, and `broken_base` set: it is shown as new.
    """

    id: str
    title: str
    file: str
    base: Journey | None
    head: Journey | None
    broken_base: bool = False
    changes: tuple[Change, ...] = ()
    pairs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Why:
    """Why a side is this one: the key of a sentence (`diff.why.*`), and what it names.

    `commits` is how far the named base has moved on.
    """

    key: str
    names: tuple[tuple[str, str], ...] = ()
    commits: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """One end. `name` is as typed or found (`main`, a file), or the English name of what has none; `commit` is in full,
    or empty. `key` leads to a name in words (`diff.side.*`) where nobody typed one: the working tree.
    """

    name: str
    commit: str = ""
    date: str = ""  # of the commit, year-month-day
    why: Why | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader has to know: the key of a sentence, and what it names (`after` only where something moved)."""

    key: Literal["base_map", "base_project", "moved"]
    before: str  # a file or a folder, relative to the project until somebody reads it from elsewhere
    side: Side = Side("")  # where it is so
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything between two sides. Maps are those with changes, in the order of their files; `project` comes first.

    `broken` are the mistakes at the head: a map with mistakes is not compared, and no map is if it is the project's own
    files that have them. `notes` are what a reader has to know besides (a map that was broken at the base).
    """

    base: Side
    head: Side
    title: str = ""  # of the project
    project: tuple[Change, ...] = ()
    maps: tuple[MapComparison, ...] = ()
    touched: tuple[Touched, ...] = ()
    broken: tuple[Diagnostic, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes: those of the project, then map by map."""
        return (*self.project, *(change for one in self.maps for change in one.changes))

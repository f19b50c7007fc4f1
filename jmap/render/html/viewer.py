"""The controls around a map's picture, and the script that makes them work; without it the picture stands whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.layout.band import tone
from jmap.render.html.people import who
from jmap.render.html.view import Who

if TYPE_CHECKING:
    from jmap.lanes.lane import Lane
    from jmap.locale.words import Words
    from jmap.render.html.templates import Templates
    from jmap.resolve.journey import Journey

PAGE = ("state", "theme", "far")
MAP = ("panes", "filters", "search", "overview", "stages", "print", "start")
LONG = ("panes", "filters", "search", "overview", "fold", "stages", "print", "start")
FOLDED_FROM = 20  # columns: from there on a stage can be folded
CHIPS = ("touchpoints", "feelings", "backstage", "metrics", "pain_points", "opportunities", "thoughts")
CHIPS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class LaneToggle:
    """A row that can be hidden; `chip` is its place among the buttons that are always in sight, 0 for none."""

    key: str
    label: str
    icon: str
    chip: bool = False


@dataclass(frozen=True, slots=True)
class StageTab:
    number: str
    name: str
    tone: str


@dataclass(frozen=True, slots=True)
class ViewerView:
    """What the controls offer: personas where there are several, lanes in the order of the rows, stages."""

    people: tuple[tuple[str, Who], ...]
    lanes: tuple[LaneToggle, ...]
    stages: tuple[StageTab, ...]
    columns: int

    @property
    def folds(self) -> bool:
        return self.columns >= FOLDED_FROM and len(self.stages) > 1


def viewer(journey: Journey, words: Words) -> ViewerView:
    return ViewerView(
        people=tuple((p.id, who(p)) for p in journey.personas) if len(journey.personas) > 1 else (),
        lanes=_lanes(journey, words),
        stages=tuple(
            StageTab(words.number(stage.number), stage.name, tone(n, len(journey.stages)))
            for n, stage in enumerate(journey.stages)
        ),
        columns=len(journey.columns),
    )


def script(templates: Templates, with_map: bool, folds: bool = False) -> str:
    """The page's one script; its policy lets in just this text."""
    names = (*PAGE, *(LONG if folds else MAP)) if with_map else PAGE
    return templates.script(tuple(f"script/{name}.js" for name in names))


def _lanes(journey: Journey, words: Words) -> tuple[LaneToggle, ...]:
    keys = [lane.key for lane in journey.lanes]
    chips = [key for key in CHIPS if key in keys][:CHIPS_SHOWN]
    path = LaneToggle("path", words("lane.path"), "route")
    goals = LaneToggle("business_goal", words("row.business_goal"), "target")
    has_goals = any(place.business_goal for stage in journey.stages for place in (stage, *stage.steps))
    rows = tuple(LaneToggle(lane.key, _label(lane, words), lane.icon, lane.key in chips) for lane in journey.lanes)
    return (path, *((goals,) if has_goals else ()), *rows)


def _label(lane: Lane, words: Words) -> str:
    return lane.name or words(f"lane.{lane.key}")

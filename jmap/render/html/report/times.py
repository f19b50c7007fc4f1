"""How long each stage takes: busy, waiting, or only known in all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.render.html.report.bars import Part, stacked
from jmap.resolve.content import Item, Span, Time
from jmap.resolve.journey import Stage
from jmap.resolve.spans import duration, total

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Journey


@dataclass(frozen=True, slots=True)
class Split:
    """What a stage's time is made of; `rest` was only measured in all, or not at all."""

    active: Span | None
    waiting: Span | None
    whole: Span

    @property
    def parts(self) -> tuple[tuple[str, float], ...]:
        active, waiting = (span.mean if span else 0.0 for span in (self.active, self.waiting))
        return ("active", active), ("waiting", waiting), ("rest", max(0.0, self.whole.mean - active - waiting))


@dataclass(frozen=True, slots=True)
class TimeRow:
    number: str
    name: str
    active: str
    waiting: str
    whole: str
    bar: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Times:
    rows: tuple[TimeRow, ...]
    whole: TimeRow


def times(journey: Journey, words: Words) -> Times | None:
    """None without a time; stages without one say so."""
    splits = {stage.number: split(journey, stage) for stage in journey.stages}
    given = [found for found in splits.values() if found]
    if not given:
        return None
    widest = max(found.whole.mean for found in given)
    rows = tuple(_row(stage, splits[stage.number], widest, words) for stage in journey.stages)
    whole = in_all(journey)
    assert whole
    return Times(rows, _written("", "", whole, whole.whole.mean, words))


def in_all(journey: Journey) -> Split | None:
    """All stages together."""
    given = [found for stage in journey.stages if (found := split(journey, stage))]
    whole = total([found.whole for found in given])
    if whole is None:
        return None
    active = total([found.active for found in given if found.active])
    return Split(active, total([found.waiting for found in given if found.waiting]), whole)


def split(journey: Journey, stage: Stage) -> Split | None:
    """The stage's own time, else its steps': of the persona for whom it takes longest, as on the picture."""
    if stage.span is None:
        return None
    own = stage.items("time")
    places = [own] if own else [step.items("time") for step in stage.steps]
    times = max(_by_persona(journey, places), key=_mean)
    active = total([item.active for item in times if item.active])
    return Split(active, total([item.waiting for item in times if item.waiting]), stage.span)


def _by_persona(journey: Journey, places: Sequence[Sequence[Item]]) -> Iterable[list[Time]]:
    every = [item for items in places for item in items if isinstance(item, Time)]
    for id in [persona.id for persona in journey.personas] or [""]:
        yield [item for item in every if not item.personas or not id or id in item.personas]


def _mean(times: list[Time]) -> float:
    whole = total([span for span in map(duration, times) if span])
    return whole.mean if whole else 0.0


def _row(stage: Stage, found: Split | None, widest: float, words: Words) -> TimeRow:
    number = words.number(stage.number)
    if found is None:
        return TimeRow(number, stage.name, "", "", "", ())
    return _written(number, stage.name, found, widest, words)


def _written(number: str, name: str, found: Split, widest: float, words: Words) -> TimeRow:
    active, waiting = (words.span(span) if span else "" for span in (found.active, found.waiting))
    return TimeRow(number, name, active, waiting, words.span(found.whole), stacked(found.parts, widest))

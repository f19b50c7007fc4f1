"""Where an item stands: its step, and the stage of that as one of a strip of boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.render.html.view import Link, Source
from jmap.resolve.content import Item, Opportunity, PainPoint
from jmap.resolve.journey import Stage, Step

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.render.html.sources import Register
    from jmap.resolve.journey import Journey, Place


@dataclass(frozen=True, slots=True)
class Where:
    """`strip` has a box for each stage, true for this one.

    `step` is empty for what holds for a whole stage, `stage` for a stage without steps, which is its own step.
    """

    strip: tuple[bool, ...]
    stage: str
    step: str


def where(journey: Journey, place: Place) -> Where:
    stage = journey.stages[place.stage] if isinstance(place, Step) else place
    strip = tuple(other is stage for other in journey.stages)
    if isinstance(place, Step):
        return Where(strip, stage.name, place.name)
    return Where(strip, "", place.name) if place in journey.columns else Where(strip, place.name, "")


def short(journey: Journey, place: Place, words: Words) -> str:
    """A column's number, or which stage it is that the item holds for."""
    if isinstance(place, Stage) and place.steps:
        return words("report.stage_n", n=words.number(place.number))
    return words.number(journey.columns.index(place) + 1)


def pains(journey: Journey) -> tuple[tuple[Place, PainPoint], ...]:
    return tuple((place, i) for place, i in journey.every("pain_points") if isinstance(i, PainPoint))


def ideas(journey: Journey) -> tuple[tuple[Place, Opportunity], ...]:
    return tuple((place, i) for place, i in journey.every("opportunities") if isinstance(i, Opportunity))


def idea_link(idea: Opportunity) -> Link:
    return Link(idea.label, f"#{idea.label}")


def known_by(item: Item, register: Register, words: Words) -> tuple[Source, ...]:
    """What the item rests on, once a method; `assumed` without an anchor if it rests on nothing."""
    found = tuple(dict.fromkeys(register.sources(item, counted=False)))
    return found if item.known or found else (Source("", words("evidence.assumed")),)

"""A map in figures: how long it is, how it feels, what hurts and what nobody answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.resolve.content import Opportunity, PainPoint
from jmap.resolve.spans import total

if TYPE_CHECKING:
    from jmap.layout.curve.points import Trace
    from jmap.resolve.content import Span
    from jmap.resolve.journey import Journey


@dataclass(frozen=True, slots=True)
class Mood:
    """The mean of one persona's scores; `persona` is empty where all feel alike or nobody is named."""

    persona: str
    name: str
    mean: float


@dataclass(frozen=True, slots=True)
class Health:
    """`unanswered` are pain points that no opportunity eases. `span` is the time of all stages that have one."""

    steps: int
    pains: int
    unanswered: int
    opportunities: int
    span: Span | None
    moods: tuple[Mood, ...]


def health(journey: Journey, found: tuple[Trace, ...]) -> Health:
    """`found` are the map's curves."""
    pains = [item for _, item in journey.every("pain_points") if isinstance(item, PainPoint)]
    ideas = [item for _, item in journey.every("opportunities") if isinstance(item, Opportunity)]
    answered = {label for idea in ideas for label in idea.addresses}
    return Health(
        steps=len(journey.columns),
        pains=len(pains),
        unanswered=sum(pain.label not in answered for pain in pains),
        opportunities=len(ideas),
        span=total([stage.span for stage in journey.stages if stage.span]),
        moods=_moods(found),
    )


def _moods(found: tuple[Trace, ...]) -> tuple[Mood, ...]:
    """Never a mean over personas: it would hide one."""
    moods = []
    for trace in found:
        scores = [point.score for point in trace.points]
        if scores:
            id, name = (trace.persona.id, trace.persona.name) if trace.persona else ("", "")
            moods.append(Mood(id, name, sum(scores) / len(scores)))
    return tuple(moods)

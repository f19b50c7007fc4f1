"""The strategy that follows from the map: for each stage what it is for, and who does what about it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.layout.band import tone
from jmap.render.html.report.ideas import ICONS
from jmap.render.html.report.pains import answers
from jmap.resolve.content import Opportunity, PainPoint

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Journey, Stage


@dataclass(frozen=True, slots=True)
class Action:
    label: str
    text: str
    status: str
    icon: str
    known: bool


@dataclass(frozen=True, slots=True)
class StagePlan:
    number: str
    name: str
    tone: str
    goals: tuple[tuple[str, str], ...]
    owners: tuple[tuple[str, tuple[Action, ...]], ...]
    unanswered: tuple[str, ...]  # labels of the pains here that nothing answers


def plan(journey: Journey, words: Words) -> tuple[StagePlan, ...]:
    """Nothing for a map without goals and opportunities."""
    answered = answers(journey)
    stages = tuple(_stage(n, stage, journey, answered.keys(), words) for n, stage in enumerate(journey.stages))
    return stages if any(stage.owners for stage in stages) else ()


def _stage(n: int, stage: Stage, journey: Journey, answered: Collection[str], words: Words) -> StagePlan:
    places = (stage, *stage.steps)
    goals = [("fact.goal", stage.goal), ("fact.business_goal", stage.business_goal)]
    goals += [("fact.business_goal", step.business_goal) for step in stage.steps]
    owners: dict[str, list[Action]] = {}
    for idea in (i for place in places for i in place.items("opportunities") if isinstance(i, Opportunity)):
        owners.setdefault(idea.owner or words("report.no_owner"), []).append(_action(idea, words))
    pains = (i for place in places for i in place.items("pain_points") if isinstance(i, PainPoint))
    return StagePlan(
        number=words.number(stage.number),
        name=stage.name,
        tone=tone(n, len(journey.stages)),
        goals=tuple((words(key), text) for key, text in goals if text),
        owners=tuple((owner, tuple(actions)) for owner, actions in owners.items()),
        unanswered=tuple(pain.label for pain in pains if pain.label not in answered),
    )


def _action(idea: Opportunity, words: Words) -> Action:
    status = words(f"status.{idea.status}") if idea.status else ""
    return Action(idea.label, idea.text, status, ICONS.get(idea.status, ""), idea.known)

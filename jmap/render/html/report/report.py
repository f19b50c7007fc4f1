"""All sections of a map's page that work something out; those with nothing to say are None or empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.render.html.report.engagement import Engagement, engagement
from jmap.render.html.report.feelings import Feelings, emotions
from jmap.render.html.report.glossary import glossary
from jmap.render.html.report.ideas import Ideas, opportunities
from jmap.render.html.report.inventory import Inventory, inventory
from jmap.render.html.report.metrics import MetricRow, metrics
from jmap.render.html.report.pains import Pains, pain_points
from jmap.render.html.report.personalisation import Algorithms, algorithms
from jmap.render.html.report.plan import StagePlan, plan
from jmap.render.html.report.times import Times, times

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.render.html.sources import Register
    from jmap.resolve.journey import Journey


@dataclass(frozen=True, slots=True)
class Report:
    """In the order of the page."""

    opportunities: Ideas | None
    pains: Pains | None
    inventory: Inventory | None
    engagement: Engagement | None
    feelings: Feelings | None
    times: Times | None
    metrics: tuple[MetricRow, ...]
    plan: tuple[StagePlan, ...]
    personalisation: Algorithms | None
    glossary: tuple[tuple[str, str], ...]


def report(journey: Journey, words: Words, register: Register) -> Report:
    return Report(
        opportunities=opportunities(journey, words),
        pains=pain_points(journey, words, register),
        inventory=inventory(journey, words),
        engagement=engagement(journey, words),
        feelings=emotions(journey, words),
        times=times(journey, words),
        metrics=metrics(journey, words),
        plan=plan(journey, words),
        personalisation=algorithms(journey, words, register),
        glossary=glossary(journey, words),
    )

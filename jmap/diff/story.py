"""The history of one map: what each commit changed in the journey, and how it felt from then on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jmap.diff.change import Change
from jmap.resolve.content import Feeling
from jmap.resolve.journey import Journey, Place


@dataclass(frozen=True, slots=True)
class Episode:
    """One commit. `journey` is the map after it; None where it was deleted, or had mistakes (`broken`).

    `changes` are what it changed in the journey; none for a commit that changed the text only. `said` sums them up.
    """

    commit: str  # in full
    date: str  # year-month-day
    author: str
    subject: str
    changes: tuple[Change, ...] = ()
    said: str = ""
    journey: Journey | None = None
    broken: bool = False
    first: bool = False  # the map was new


def scores(journey: Journey, persona: str = "") -> dict[str, float]:
    """The mean score of each step (by id, in order) where that persona feels something; for "" of all that is felt."""
    found = ((place.id, score(place, persona)) for place in journey.columns)
    return {id: mean for id, mean in found if mean is not None}


def score(place: Place, persona: str = "") -> float | None:
    """The mean of what a persona (for "": anybody) feels in a stage or step, -2 to +2; None where nobody says."""
    felt = [
        item.score
        for item in place.items("feelings")
        if isinstance(item, Feeling) and (not persona or not item.personas or persona in item.personas)
    ]
    return sum(felt) / len(felt) if felt else None


def people(journey: Journey) -> Mapping[str, str]:
    """The names of those who have a curve, by id; an empty id where the map has no personas."""
    named = {persona.id: persona.name for persona in journey.personas}
    return {id: name for id, name in (named or {"": ""}).items() if scores(journey, id)}

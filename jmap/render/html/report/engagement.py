"""Which persona meets which touchpoint, and at which steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.render.html.people import who
from jmap.render.html.report.inventory import Used, by_key
from jmap.render.html.report.where import short
from jmap.render.html.view import Who

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.content import Persona
    from jmap.resolve.journey import Journey


@dataclass(frozen=True, slots=True)
class Meeting:
    """`steps` is empty where they do not meet."""

    who: Who
    steps: str
    known: bool


@dataclass(frozen=True, slots=True)
class Engagement:
    personas: tuple[tuple[Who, str], ...]  # and how many touchpoints they meet
    rows: tuple[tuple[str, tuple[Meeting, ...]], ...]


def engagement(journey: Journey, words: Words) -> Engagement | None:
    """None for a map of one persona, who meets everything."""
    groups = list(by_key(journey).values())
    if len(journey.personas) < 2 or not groups:
        return None
    rows = tuple(
        (uses[0][1].text, tuple(_meeting(persona, uses, journey, words) for persona in journey.personas))
        for uses in groups
    )
    total = words.number(len(rows))
    heads = tuple(
        (
            who(persona),
            words("report.of", n=words.number(sum(bool(meetings[n].steps) for _, meetings in rows)), total=total),
        )
        for n, persona in enumerate(journey.personas)
    )
    return Engagement(heads, rows)


def _meeting(persona: Persona, uses: Used, journey: Journey, words: Words) -> Meeting:
    mine = [(place, item) for place, item in uses if not item.personas or persona.id in item.personas]
    steps = ", ".join(dict.fromkeys(short(journey, place, words) for place, _ in mine))
    return Meeting(who(persona), steps, any(item.known for _, item in mine))

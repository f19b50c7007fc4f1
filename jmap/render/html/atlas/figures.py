"""The key figures of all maps together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.locale.words import NBSP

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.render.html.atlas.health import Health
    from jmap.resolve.journey import Journey


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted, how many, and of what it is made up."""

    name: str
    value: str
    made_of: str
    tone: str = ""


def figures(journeys: Sequence[Journey], healths: Sequence[Health], words: Words) -> tuple[Count, ...]:
    return tuple(_figures(journeys, healths, words))


def _figures(journeys: Sequence[Journey], healths: Sequence[Health], words: Words) -> Iterator[Count]:
    yield Count(words("index.maps"), words.number(len(journeys)), _states(journeys, words))
    people = {persona.id for journey in journeys for persona in journey.personas}
    if people:
        yield Count(words("index.kind_persona"), words.number(len(people)), "")
    pains = sum(one.pains for one in healths)
    if pains:
        unanswered = sum(one.unanswered for one in healths)
        made_of = words.plural("open", unanswered) if unanswered else words("index.all_answered")
        yield Count(words("lane.pain_points"), words.number(pains), made_of, "pain")
    ideas = sum(one.opportunities for one in healths)
    if ideas:
        yield Count(words("lane.opportunities"), words.number(ideas), "", "opportunity")
    known, total = (sum(getattr(journey.coverage, name) for journey in journeys) for name in ("known", "total"))
    if total:
        made_of = words("foot.items", known=words.number(known), total=words.number(total))
        yield Count(words("page.evidence"), words.percent(known * 100 // total / 100), made_of)


def _states(journeys: Sequence[Journey], words: Words) -> str:
    counts = ((state, sum(journey.state == state for journey in journeys)) for state in ("current", "future"))
    return " · ".join(words.plural(state, count).replace(" ", NBSP) for state, count in counts if count)

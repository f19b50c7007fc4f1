"""The key figures on top of a page: what the map holds, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jmap.locale.words import NBSP
from jmap.render.html.view import Figure
from jmap.resolve.journey import Opportunity, PainPoint, Span, Touchpoint

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Journey

OWNERS = ("brand", "partner", "customer", "external")
SEVERITIES = ("critical", "high", "medium", "low")
STATUSES = ("in-progress", "planned", "idea", "done", "dropped")


def figures(journey: Journey, words: Words) -> tuple[Figure, ...]:
    return tuple(_figures(journey, words))


def _figures(journey: Journey, words: Words) -> Iterator[Figure]:
    yield Figure(words("figure.stages"), words.number(len(journey.stages)), _path(journey, words))
    touchpoints = {i.key: i.owner for _, i in journey.every("touchpoints") if isinstance(i, Touchpoint)}
    if touchpoints:
        made_of = _counted(Counter(touchpoints.values()), "owner", OWNERS, words)
        yield Figure(words("lane.touchpoints"), words.number(len(touchpoints)), made_of)
    pains = Counter(i.severity for _, i in journey.every("pain_points") if isinstance(i, PainPoint))
    if pains:
        made_of = _counted(pains, "severity", SEVERITIES, words)
        yield Figure(words("lane.pain_points"), words.number(sum(pains.values())), made_of, "pain")
    ideas = Counter(i.status for _, i in journey.every("opportunities") if isinstance(i, Opportunity))
    if ideas:
        made_of = _counted(ideas, "status", STATUSES, words)
        yield Figure(words("lane.opportunities"), words.number(sum(ideas.values())), made_of, "opportunity")
    yield from _evidence(journey, words)
    yield from _time(journey, words)


def _path(journey: Journey, words: Words) -> str:
    """Steps, exits, ways back, skips: those that there are."""
    places = (*journey.stages, *(step for stage in journey.stages for step in stage.steps))
    exits = sum(len(place.exits) for place in places)
    kinds = Counter(way.kind for way in journey.ways)
    steps = sum(len(stage.steps) for stage in journey.stages)
    counts = (("step", steps), ("exit", exits), ("back", kinds["back"]), ("skip", kinds["skip"]))
    return ", ".join(words.plural(noun, count).replace(" ", NBSP) for noun, count in counts if count)


def _counted(counts: Mapping[Any, int], group: str, names: tuple[str, ...], words: Words) -> str:
    parts = ((words.number(counts[name]), words(f"{group}.{name}").lower()) for name in names if counts[name])
    return f"{NBSP}· ".join(f"{count}{NBSP}{name.replace(' ', NBSP)}" for count, name in parts)


def _evidence(journey: Journey, words: Words) -> Iterator[Figure]:
    share = journey.coverage.share
    if share is not None:
        known, total = words.number(journey.coverage.known), words.number(journey.coverage.total)
        made_of = words("foot.items", known=known, total=total)
        yield Figure(words("page.evidence"), words.percent(round(share, 2)), made_of)


def _time(journey: Journey, words: Words) -> Iterator[Figure]:
    spans = [stage.span for stage in journey.stages if stage.span]
    if spans:
        whole = Span(sum(s.low for s in spans), sum(s.high for s in spans), any(s.approximate for s in spans))
        yield Figure(words("figure.time"), words.span(whole), "")

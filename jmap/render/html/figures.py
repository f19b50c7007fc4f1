"""The key figures on top of a page: what the map holds, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jmap.locale.durations import SECONDS
from jmap.locale.words import NBSP
from jmap.render.html.report.bars import Part, stacked
from jmap.render.html.report.inventory import by_key
from jmap.render.html.report.times import Split, in_all
from jmap.render.html.view import Figure
from jmap.resolve.content import PainPoint, Span

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.content import Touchpoint
    from jmap.resolve.journey import Journey

OWNERS = ("brand", "partner", "external", "customer")
SEVERITIES = ("critical", "high", "medium", "low")
SHORT = 18  # characters: what fits into the narrowest column in small type, and is kept together there
BRIEF = 14  # characters: what still stands on one line in large type


def figures(journey: Journey, words: Words) -> tuple[Figure, ...]:
    return tuple(_figures(journey, words))


def _figures(journey: Journey, words: Words) -> Iterator[Figure]:
    yield Figure(words("figure.stages"), _plain(len(journey.stages), words), _path(journey, words))
    touchpoints = {key: [item for _, item in uses] for key, uses in by_key(journey).items()}
    if touchpoints:
        owners = Counter(next((i.owner for i in items if i.owner), "") for items in touchpoints.values())
        made_of = _counted(owners, "owner", OWNERS, words)
        yield Figure(words("lane.touchpoints"), _plain(len(touchpoints), words), made_of)
    pains = Counter(i.severity for _, i in journey.every("pain_points") if isinstance(i, PainPoint))
    if pains:
        made_of = _counted(pains, "severity", SEVERITIES, words)
        bar = stacked([(name or "unrated", pains[name]) for name in (*SEVERITIES, "")], pains.total())  # type: ignore[index]
        yield Figure(words("lane.pain_points"), _plain(pains.total(), words), made_of, "pain", bar)
    yield from _moments(journey, touchpoints, words)
    yield from _evidence(journey, words)
    yield from _time(journey, words)


def _plain(count: int, words: Words) -> tuple[tuple[str, str], ...]:
    return ((words.number(count), ""),)


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


def _moments(journey: Journey, touchpoints: Mapping[str, list[Touchpoint]], words: Words) -> Iterator[Figure]:
    """Places and touchpoints that the map declares, and touchpoints whose scores say so."""
    places = (*journey.stages, *(step for stage in journey.stages for step in stage.steps))
    by_touchpoint = [any(item.declared_moment for item in items) for items in touchpoints.values()]
    declared = sum(place.is_moment for place in places) + sum(by_touchpoint)
    stars = sum(any(item.is_moment for item in items) for items in touchpoints.values())
    computed = stars - sum(by_touchpoint)
    if declared or computed:
        counts = (("declared", declared), ("computed", computed))
        made_of = f"{NBSP}· ".join(words.plural(noun, count) for noun, count in counts if count)
        yield Figure(words("figure.moments"), _plain(declared + computed, words), made_of, "moments")


def _evidence(journey: Journey, words: Words) -> Iterator[Figure]:
    coverage = journey.coverage
    if coverage.share is not None:
        made_of = words("foot.items", known=words.number(coverage.known), total=words.number(coverage.total))
        bar = stacked((("active", coverage.known), ("empty", coverage.total - coverage.known)), coverage.total)
        share = words.percent(coverage.share)
        yield Figure(words("page.evidence"), _units(share), made_of, bar=bar)


def _time(journey: Journey, words: Words) -> Iterator[Figure]:
    whole = in_all(journey)
    if whole:
        bar: tuple[Part, ...] = stacked(whole.parts, whole.whole.mean)
        yield Figure(words("figure.time"), _units(_brief(whole.whole, words)), _made_of(whole, words), "time", bar)


def _brief(span: Span, words: Words) -> str:
    """The span if it is short, else about how many of the largest unit of which it has at least three."""
    exact = words.span(span)
    if len(exact) <= BRIEF and (span.low == span.high or " " not in exact):
        return exact
    size = next((size for size in SECONDS.values() if span.mean >= 3 * size), 1.0)
    near = round(span.mean / size) * size
    return f"~{words.span(Span(near, near))}"


def _made_of(whole: Split, words: Words) -> str:
    span = whole.whole
    parts = [words.span(span, exact=True)] if span.low != span.high else []
    for kind, part in (("active", whole.active), ("waiting", whole.waiting)):
        if part:
            said = f"{words.span(part)} {words(f'time.{kind}')}"
            parts.append(said.replace(" ", NBSP) if len(said) <= SHORT else said)
    return f"{NBSP}· ".join(parts)


def _units(text: str) -> tuple[tuple[str, str], ...]:
    """`7 days 5 h` as two numbers with a unit each."""
    found = (part.partition(NBSP) for part in text.split(" "))
    return tuple((number, unit) for number, _, unit in found)

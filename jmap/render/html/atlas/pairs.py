"""Current beside future: two curves, and what changes for the customer in figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.locale.words import MINUS
from jmap.render.html.atlas.cards import MapCard
from jmap.resolve.content import Span

if TYPE_CHECKING:
    from jmap.graph.relations import Relation
    from jmap.locale.words import Words
    from jmap.render.html.atlas.health import Health, Mood


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after. `verdict`: better or worse for the customer, or empty."""

    name: str
    before: str
    after: str
    change: str = ""
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    now: MapCard
    then: MapCard
    changes: tuple[Change, ...]


def pairs(
    relations: tuple[Relation, ...], cards: Mapping[str, MapCard], figures: Mapping[str, Health], words: Words
) -> tuple[Pair, ...]:
    """Those of which both maps were built."""
    futures = ((r.source.id, r.target.id) for r in relations if r.kind == "future")
    return tuple(
        Pair(cards[now], cards[then], tuple(_changes(figures[now], figures[then], words)))
        for now, then in futures
        if now in cards and then in cards
    )


def _changes(now: Health, then: Health, words: Words) -> Iterator[Change]:
    yield _count(words("row.steps"), now.steps, then.steps, words, judged=False)
    yield from _time(now.span, then.span, words)
    yield from _moods(now.moods, then.moods, words)
    yield _count(words("lane.pain_points"), now.pains, then.pains, words)
    yield _count(words("index.unanswered"), now.unanswered, then.unanswered, words)


def _count(name: str, now: int, then: int, words: Words, judged: bool = True) -> Change:
    verdict = _verdict(now - then) if judged else ""
    return Change(name, words.number(now), words.number(then), words.score(then - now) if then != now else "", verdict)


def _verdict(gain: float) -> str:
    return "better" if gain > 0 else "worse" if gain < 0 else ""


def _time(now: Span | None, then: Span | None, words: Words) -> Iterator[Change]:
    """Less time is better for the customer."""
    if not now and not then:
        return
    before, after = (words.span(span) if span else "" for span in (now, then))
    less = now.mean - then.mean if now and then else 0.0
    amount = f"{MINUS if less > 0 else '+'}{words.span(Span(abs(less), abs(less)))}" if less else ""
    yield Change(words("figure.time"), before, after, amount, _verdict(less))


def _moods(now: tuple[Mood, ...], then: tuple[Mood, ...], words: Words) -> Iterator[Change]:
    """A row a persona; one row where neither map tells them apart."""
    before, after = ({mood.persona: mood for mood in moods} for moods in (now, then))
    for id, mood in {**before, **after}.items():
        name = words("index.mean_of", name=mood.name) if mood.name else words("index.mean")
        old, new = (found[id].mean if id in found else None for found in (before, after))
        # What is shown is rounded, so its difference is that of the rounded figures.
        old, new = (None if value is None else round(value, 1) for value in (old, new))
        up = round(new - old, 1) if old is not None and new is not None else 0.0
        before_text, after_text = ("" if value is None else words.score(value) for value in (old, new))
        yield Change(name, before_text, after_text, words.score(up) if up else "", _verdict(up))

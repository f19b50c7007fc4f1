"""The curves in figures: what each persona feels at each step, how we know, and the ups and downs in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.render.html.people import who
from jmap.render.html.report.where import short
from jmap.render.html.view import Who
from jmap.resolve.content import Feeling

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.content import Persona
    from jmap.resolve.journey import Journey, Place


@dataclass(frozen=True, slots=True)
class Felt:
    score: str
    word: str
    basis: str  # how it is known, on how many people, how far their answers lie apart
    known: bool
    tone: str  # gain, pain or neither


@dataclass(frozen=True, slots=True)
class Feelings:
    personas: tuple[Who | None, ...]  # None: one column for everyone
    rows: tuple[tuple[str, str, tuple[tuple[Felt, ...], ...]], ...]  # number, step, feelings by persona
    sentences: tuple[tuple[Who | None, str], ...]


def emotions(journey: Journey, words: Words) -> Feelings | None:
    personas: tuple[Persona | None, ...] = journey.personas or (None,)
    felt = tuple(p for p in personas if any(_of(p, place) for place in _places(journey)))
    if not felt:
        return None
    rows = tuple(
        (
            short(journey, place, words),
            place.name,
            tuple(tuple(_felt(item, words) for item in _of(persona, place)) for persona in felt),
        )
        for place in _places(journey)
        if place in journey.columns or any(_of(persona, place) for persona in felt)
    )
    sentences = ((_who(persona), _sentence(journey, persona, words)) for persona in felt)
    return Feelings(tuple(map(_who, felt)), rows, tuple(pair for pair in sentences if pair[1]))


def _places(journey: Journey) -> tuple[Place, ...]:
    return tuple(place for stage in journey.stages for place in (stage, *stage.steps))


def _of(persona: Persona | None, place: Place) -> tuple[Feeling, ...]:
    items = (item for item in place.items("feelings") if isinstance(item, Feeling))
    return tuple(i for i in items if persona is None or not i.personas or persona.id in i.personas)


def _who(persona: Persona | None) -> Who | None:
    return who(persona) if persona else None


def _felt(item: Feeling, words: Words) -> Felt:
    parts = [words(f"feeling_basis.{item.basis}")]
    if item.n is not None:
        parts.append(words("evidence.n", n=words.number(item.n)))
    if item.spread is not None:
        parts.append(words("feelings.spread", points=words.decimal(item.spread)))
    tone = "gain" if item.score > 0 else "pain" if item.score < 0 else ""
    return Felt(words.score(item.score), item.text, ", ".join(parts), item.known, tone)


def _sentence(journey: Journey, persona: Persona | None, words: Words) -> str:
    """Highest, lowest (the first of equals) and last; nothing to tell of a single score."""
    points = [(item, place) for place in journey.columns for item in _of(persona, place)]
    if len(points) < 2:
        return ""
    high = max(points, key=lambda point: point[0].score)
    low = min(points, key=lambda point: point[0].score)
    high_text, low_text, end_text = (_point(*point, words) for point in (high, low, points[-1]))
    return words("report.curve_sentence", peak=high_text, low=low_text, end=end_text)


def _point(item: Feeling, place: Place, words: Words) -> str:
    key = "report.curve_point" if item.text else "report.curve_point_plain"
    said = words(key, score=words.score(item.score), word=item.text, step=place.name)
    return said if item.known else f"{said} ({words('evidence.assumed')})"

"""Personas on a page: the mark that stands for each, and their cards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jmap.layout.kit import shape_of
from jmap.render.html.view import PersonaCard, Score, Who
from jmap.render.shapes import mark_path

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.content import Persona
    from jmap.resolve.journey import Journey

TONES = 6
LISTS = ("goals", "needs", "preferences", "frustrations")


def who(persona: Persona) -> Who:
    """The same shape and colour as on the picture."""
    tone = tone_of(persona.number)
    return Who(tone, mark_path(shape_of(persona), 12, 12, 20), persona.initial, persona.name, persona.id)


def tone_of(number: int) -> int:
    """Which of the six colours a persona has."""
    return (number - 1) % TONES + 1


def whose(journey: Journey, ids: Iterable[str]) -> tuple[Who, ...]:
    """The marks of some personas; none where an item holds for all."""
    wanted = frozenset(ids)
    return tuple(who(persona) for persona in journey.personas if persona.id in wanted)


def cards(journey: Journey, words: Words) -> tuple[PersonaCard, ...]:
    return tuple(_card(persona, words) for persona in journey.personas)


def _card(persona: Persona, words: Words) -> PersonaCard:
    lists = ((words(f"persona.{name}"), getattr(persona, name)) for name in LISTS)
    return PersonaCard(
        who=who(persona),
        role=persona.role,
        about=" · ".join(f"{name}: {value}" for name, value in persona.demographics),
        quote=words.quote(persona.quote) if persona.quote else "",
        lists=tuple((name, texts) for name, texts in lists if texts),
        traits=tuple(score(name, value, words) for name, value in persona.traits),
        image=persona.image,
    )


def score(name: str, value: float, words: Words) -> Score:
    """A figure of up to five."""
    return Score(name, words("page.of_five", value=words.decimal(value)), tuple(n < round(value) for n in range(5)))

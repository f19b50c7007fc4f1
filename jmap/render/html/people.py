"""Personas on a page: the mark that stands for each, and their cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from jmap.render.html.view import PersonaCard, Trait, Who
from jmap.render.shapes import mark_path

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Journey, Persona

SHAPES = ("circle", "diamond", "square", "triangle", "hexagon", "cross")
LISTS = ("goals", "needs", "preferences", "frustrations")


def who(persona: Persona) -> Who:
    """The same shape and colour as on the picture."""
    turn = (persona.number - 1) % len(SHAPES)
    return Who(turn + 1, mark_path(SHAPES[turn], 12, 12, 20), persona.initial, persona.name)


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
        traits=_traits(persona.traits, words),
        image=persona.image,
    )


def _traits(traits: Sequence[tuple[str, float]], words: Words) -> tuple[Trait, ...]:
    return tuple(
        Trait(name, words("persona.trait", value=words.decimal(value)), tuple(n < round(value) for n in range(5)))
        for name, value in traits
    )

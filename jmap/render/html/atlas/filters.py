"""What the reader may choose maps by: only what tells some of them from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.model.names import slug

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Journey


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from: `key` as in the page's address, and its options as key and text."""

    key: str
    name: str
    options: tuple[tuple[str, str], ...]


def choices(journeys: Sequence[Journey], words: Words) -> tuple[Choice, ...]:
    """Lists of at least two options each."""
    states: dict[str, str] = {journey.state: words(f"state.{journey.state}") for journey in journeys}
    found = (
        ("persona", {persona.id: persona.name for journey in journeys for persona in journey.personas}),
        ("owner", _slugs(journey.owner for journey in journeys if journey.owner)),
        ("state", states),
        ("tag", _slugs(tag for journey in journeys for tag in journey.tags)),
    )
    return tuple(Choice(key, words(f"index.by_{key}"), _sorted(texts)) for key, texts in found if len(texts) > 1)


def _slugs(texts: Iterable[str]) -> Mapping[str, str]:
    return {slug(text): text for text in texts}


def _sorted(texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(texts.items(), key=lambda pair: (pair[1].casefold(), pair[0])))

"""The maps as cards: each with its curve, its people, its owner and its health."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.model.names import slug
from jmap.render.html.links import file_link
from jmap.render.html.people import who
from jmap.render.html.thumbnail import Thumbnail, thumbnail
from jmap.render.html.view import Link, Who

if TYPE_CHECKING:
    from jmap.graph.relations import Relation
    from jmap.layout.curve.points import Trace
    from jmap.locale.words import Words
    from jmap.render.html.atlas.health import Health
    from jmap.resolve.journey import Journey


@dataclass(frozen=True, slots=True)
class Due:
    """When a map was and is to be reviewed. `iso` is what the page's script compares with the reader's day."""

    reviewed: str = ""
    next: str = ""
    iso: str = ""


@dataclass(frozen=True, slots=True)
class MapCard:
    """One map that was built. `coverage` is 0 to 100, or None for a map without items.

    `personas`, `owned` and `tagged` are the keys by which it is filtered.
    """

    id: str
    title: str
    href: str
    description: str
    state: str
    state_key: str
    people: tuple[Who, ...]
    size: str
    owner: str
    due: Due
    pains: int
    unanswered: int
    pains_text: str
    unanswered_text: str
    coverage: int | None
    covered: str
    curve: Thumbnail
    tags: tuple[str, ...]
    leads: tuple[Link, ...]
    personas: str
    owned: str
    tagged: str


def page_of(id: str) -> str:
    """The address of a map's page."""
    return file_link(f"{id}.html")


def card(journey: Journey, found: tuple[Trace, ...], figures: Health, leads: tuple[Link, ...], words: Words) -> MapCard:
    """`found` are the map's curves, `leads` where its card leads."""
    share = journey.coverage.share
    unanswered = words.plural("open", figures.unanswered)
    return MapCard(
        id=journey.id,
        title=journey.title,
        href=page_of(journey.id),
        description=journey.description or journey.scenario,
        state=words(f"state.{journey.state}"),
        state_key=journey.state,
        people=tuple(who(persona) for persona in journey.personas),
        size=_size(journey, figures, words),
        owner=journey.owner,
        due=_due(journey, words),
        pains=figures.pains,
        unanswered=figures.unanswered,
        pains_text=words.plural("pain_point", figures.pains),
        unanswered_text=unanswered if figures.unanswered else words("index.all_answered"),
        coverage=None if share is None else round(share * 100),
        covered="" if share is None else words.percent(share),
        curve=thumbnail(journey, found),
        tags=journey.tags,
        leads=leads,
        personas=" ".join(persona.id for persona in journey.personas),
        owned=slug(journey.owner) if journey.owner else "",
        tagged=" ".join(slug(tag) for tag in journey.tags),
    )


def _size(journey: Journey, figures: Health, words: Words) -> str:
    steps = sum(len(stage.steps) for stage in journey.stages)
    parts = [words.plural("stage", len(journey.stages)), words.plural("step", steps) if steps else ""]
    return " · ".join([*filter(None, parts), *([words.span(figures.span)] if figures.span else [])])


def _due(journey: Journey, words: Words) -> Due:
    return Due(
        words.date(journey.reviewed) if journey.reviewed else "",
        words.date(journey.next_review) if journey.next_review else "",
        journey.next_review.isoformat() if journey.next_review else "",
    )


def leads(relations: tuple[Relation, ...], words: Words) -> Mapping[str, tuple[Link, ...]]:
    """By map, the other maps that it leads to and that can be opened: those that detail it, and its other state."""
    found: dict[str, dict[str, Link]] = {}
    for relation in relations:
        here, there = relation.source, relation.target
        details = relation.kind == "details"
        key, back = ("page.details_in", "index.part_of") if details else ("index.becomes", "page.future_of")
        if there.journey:
            found.setdefault(here.id, {})[there.id] = Link(words(key, title=there.title), page_of(there.id))
        if here.journey:
            found.setdefault(there.id, {})[here.id] = Link(words(back, title=here.title), page_of(here.id))
    return {id: tuple(links.values()) for id, links in found.items()}

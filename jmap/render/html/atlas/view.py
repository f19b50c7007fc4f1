"""Everything that the page about all maps says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.graph.relations import End, Relation, anchor, relations
from jmap.render.html.atlas.cards import MapCard, card, leads, page_of
from jmap.render.html.atlas.figures import Count, figures
from jmap.render.html.atlas.filters import Choice, choices
from jmap.render.html.atlas.health import health
from jmap.render.html.atlas.ideas import Idea, ideas, spots
from jmap.render.html.atlas.inventory import Inventory, inventories
from jmap.render.html.atlas.matrix import Matrix, matrix
from jmap.render.html.atlas.pairs import Pair, pairs
from jmap.render.html.thumbnail import felt
from jmap.render.html.view import Link

if TYPE_CHECKING:
    from jmap.diagnostics import Diagnostic
    from jmap.locale.words import Words
    from jmap.resolve.journey import FailedMap, Workspace


@dataclass(frozen=True, slots=True)
class FailedCard:
    """A file with errors; `name` is the map's title where that much is known."""

    name: str
    file: str
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class EndView:
    """One end of a link: `href` is empty for a map without a page, and `why` says why."""

    title: str
    href: str
    why: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    kind: str
    icon: str
    source: EndView
    target: EndView
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AtlasView:
    """Sections of which there is nothing are empty. `several`: whether there is more than one map."""

    title: str
    several: bool
    cards: tuple[MapCard, ...]
    figures: tuple[Count, ...] = ()
    choices: tuple[Choice, ...] = ()
    links: tuple[LinkRow, ...] = ()
    pairs: tuple[Pair, ...] = ()
    ideas: tuple[Idea, ...] = ()
    matrix: Matrix | None = None
    inventories: tuple[Inventory, ...] = ()
    failures: tuple[FailedCard, ...] = ()


def prepare(
    workspace: Workspace, failed: Sequence[FailedMap], diagnostics: Sequence[Diagnostic], words: Words
) -> AtlasView:
    """The texts of the page. A single map has all of them on its own page, so here it is just welcomed."""
    found = relations(workspace)
    lead = leads(found, words)
    curves = {journey.id: felt(journey) for journey in workspace.journeys}
    healths = {journey.id: health(journey, curves[journey.id]) for journey in workspace.journeys}
    cards = {j.id: card(j, curves[j.id], healths[j.id], lead.get(j.id, ()), words) for j in workspace.journeys}
    title, several = workspace.title or words("index.title"), len(cards) > 1
    failures = _failures(failed, diagnostics)
    rows = tuple(_row(relation, words) for relation in found)
    if not several:
        return AtlasView(title, several, tuple(cards.values()), links=rows, failures=failures)
    dots = spots(workspace.journeys, words)
    return AtlasView(
        title=title,
        several=several,
        cards=tuple(cards.values()),
        figures=figures(workspace.journeys, tuple(healths.values()), words),
        choices=choices(workspace.journeys, words),
        links=rows,
        pairs=pairs(found, cards, healths, words),
        ideas=ideas(workspace.journeys, words),
        matrix=matrix(dots) if dots else None,
        inventories=inventories(workspace, words),
        failures=failures,
    )


def _row(relation: Relation, words: Words) -> LinkRow:
    details = relation.kind == "details"
    return LinkRow(
        words("index.rel_details" if details else "index.rel_future"),
        "square-plus" if details else "arrow-right",
        _end(relation.source, words),
        _end(relation.target, words),
        tuple(Link(place.name, f"{page_of(relation.source.id)}#{anchor(place)}") for place in relation.places),
    )


def _end(end: End, words: Words) -> EndView:
    if end.journey:
        return EndView(end.title, page_of(end.id), "")
    return EndView(end.title, "", words("index.not_built" if end.failed else "index.not_here"))


def _failures(failed: Sequence[FailedMap], diagnostics: Sequence[Diagnostic]) -> tuple[FailedCard, ...]:
    """The failed maps, then other files with mistakes, each with its own."""
    names = {one.file: one.title or one.id for one in failed}
    mistakes: dict[str, list[Diagnostic]] = {file: [] for file in names}
    for found in sorted(diagnostics, key=lambda found: found.file):
        mistakes.setdefault(found.file, []).append(found)
    return tuple(FailedCard(names.get(file, ""), file, tuple(found)) for file, found in mistakes.items())

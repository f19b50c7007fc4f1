"""The opportunities of all maps: ranked, and counted by value and effort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.render.html.atlas.cards import page_of
from jmap.render.html.report.matrix import cell_of as near
from jmap.render.html.view import Link
from jmap.resolve.content import Opportunity
from jmap.resolve.journey import Journey

if TYPE_CHECKING:
    from jmap.locale.words import Words


@dataclass(frozen=True, slots=True)
class Idea:
    """One opportunity. `cell` is where it stands in the matrix (`5-2`), empty if value or effort is unknown."""

    map: Link
    label: str
    text: str
    value: str
    effort: str
    owner: str
    status: str
    status_key: str
    eases: str
    known: bool
    cell: str


@dataclass(frozen=True, slots=True)
class Spot:
    """All opportunities of one rounded value and effort; `known` of them rest on evidence."""

    value: int
    effort: int
    count: int
    known: int
    cell: str
    said: str


def ideas(journeys: Sequence[Journey], words: Words) -> tuple[Idea, ...]:
    """The best value for the least effort first, as on the maps' own pages; what has no place in the matrix last."""
    found = [
        (journey, item)
        for journey in journeys
        for _, item in journey.every("opportunities")
        if isinstance(item, Opportunity)
    ]
    found.sort(key=lambda pair: _rank(pair[1]))
    return tuple(_idea(journey, item, words) for journey, item in found)


def _rank(item: Opportunity) -> tuple[bool, float, float]:
    if item.value is None or item.effort is None:
        return True, 0.0, 0.0
    return False, -item.value, item.effort


def _idea(journey: Journey, item: Opportunity, words: Words) -> Idea:
    return Idea(
        map=Link(journey.title, page_of(journey.id)),
        label=item.label,
        text=item.text,
        value=words.decimal(item.value) if item.value is not None else "",
        effort=words.decimal(item.effort) if item.effort is not None else "",
        owner=item.owner,
        status=words(f"status.{item.status}") if item.status else "",
        status_key=item.status,
        eases=", ".join(item.addresses),
        known=item.known,
        cell=cell_of(item),
    )


def cell_of(item: Opportunity) -> str:
    """The cell of the matrix, value first; empty without one of both."""
    if item.value is None or item.effort is None:
        return ""
    return f"{near(item.value)}-{near(item.effort)}"


def spots(journeys: Sequence[Journey], words: Words) -> tuple[Spot, ...]:
    """Where opportunities stand in the matrix, from the best corner on."""
    cells: dict[tuple[int, int], list[Opportunity]] = {}
    for journey in journeys:
        for _, item in journey.every("opportunities"):
            if isinstance(item, Opportunity) and item.value is not None and item.effort is not None:
                cells.setdefault((near(item.value), near(item.effort)), []).append(item)
    return tuple(
        Spot(
            value, effort, len(items), sum(item.known for item in items), f"{value}-{effort}",
            words("index.spot", value=str(value), effort=str(effort), count=words.plural("opportunity", len(items))),
        )
        for (value, effort), items in sorted(cells.items(), key=lambda cell: (-cell[0][0], cell[0][1]))
    )  # fmt: skip

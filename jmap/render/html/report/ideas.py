"""Opportunities, best value for effort first, and where they lie between both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.render.html.links import safe_link
from jmap.render.html.people import whose
from jmap.render.html.report.matrix import Matrix, matrix
from jmap.render.html.report.where import Where, ideas, where
from jmap.render.html.view import Link, Who

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.content import Opportunity
    from jmap.resolve.journey import Journey, Place

ICONS = {
    "idea": "lightbulb",
    "planned": "calendar",
    "in-progress": "circle-dashed",
    "done": "circle-check",
    "dropped": "ban",
}


@dataclass(frozen=True, slots=True)
class IdeaRow:
    label: str
    text: str
    known: bool
    link: str
    who: tuple[Who, ...]
    value: str
    worked_out: str  # how the value came about, where it is not simply what was written
    effort: str
    eases: tuple[Link, ...]
    owner: str
    status: str
    icon: str
    where: Where


@dataclass(frozen=True, slots=True)
class Ideas:
    hint: str
    matrix: Matrix | None
    ranked: tuple[IdeaRow, ...]
    unplaced: tuple[IdeaRow, ...]


def opportunities(journey: Journey, words: Words) -> Ideas | None:
    found = ideas(journey)
    if not found:
        return None
    placed = [(place, idea) for place, idea in found if is_placed(idea)]
    placed.sort(key=lambda pair: (-(pair[1].value or 0), pair[1].effort or 0))
    hint = words("report.ideas_hint", count=words.plural("opportunity", len(found)))
    return Ideas(
        hint=hint,
        matrix=matrix([idea for _, idea in placed]),
        ranked=tuple(_row(place, idea, journey, words) for place, idea in placed),
        unplaced=tuple(_row(place, idea, journey, words) for place, idea in found if not is_placed(idea)),
    )


def is_placed(idea: Opportunity) -> bool:
    return idea.value is not None and idea.effort is not None


def _row(place: Place, idea: Opportunity, journey: Journey, words: Words) -> IdeaRow:
    return IdeaRow(
        label=idea.label,
        text=idea.text,
        known=idea.known,
        link=safe_link(idea.link),
        who=whose(journey, idea.personas),
        value=words.decimal(idea.value) if idea.value is not None else "",
        worked_out=_worked_out(idea, words),
        effort=words.decimal(idea.effort) if idea.effort is not None else "",
        eases=tuple(Link(label, f"#{label}") for label in idea.addresses),
        owner=idea.owner,
        status=words(f"status.{idea.status}") if idea.status else "",
        icon=ICONS.get(idea.status, ""),
        where=where(journey, place),
    )


def _worked_out(idea: Opportunity, words: Words) -> str:
    if idea.customer_value is None or idea.business_value is None or idea.customer_value == idea.business_value:
        return ""
    return f"({words.decimal(idea.customer_value)} + {words.decimal(idea.business_value)}) / 2"

"""Every touchpoint once, by the widest gap between importance and satisfaction, with all the places that use it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jmap.icons import channel_icon
from jmap.render.html.people import score, whose
from jmap.render.html.report.where import Where, where
from jmap.render.html.view import Score, Who
from jmap.resolve.content import Touchpoint

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Journey, Place


@dataclass(frozen=True, slots=True)
class Use:
    where: Where
    who: tuple[Who, ...]
    importance: Score | None
    satisfaction: Score | None
    gap: str
    wide: bool
    moment: str  # why it is a moment of truth here


@dataclass(frozen=True, slots=True)
class TouchpointRow:
    name: str
    icon: str
    known: bool
    channel: str
    line: str  # online, offline
    owner: str
    owner_kind: str
    initiator: str
    arrow: str
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    hint: str
    rows: tuple[TouchpointRow, ...]


Used = list[tuple["Place", Touchpoint]]


def by_key(journey: Journey) -> dict[str, Used]:
    """All uses of each touchpoint, in the order of the map."""
    found: dict[str, Used] = {}
    for place, item in journey.every("touchpoints"):
        if isinstance(item, Touchpoint):
            found.setdefault(item.key, []).append((place, item))
    return found


def inventory(journey: Journey, words: Words) -> Inventory | None:
    groups = list(by_key(journey).values())
    if not groups:
        return None
    groups.sort(key=_rank)
    hint = words("report.inventory_hint", count=words.plural("touchpoint", len(groups)))
    return Inventory(hint, tuple(_row(uses, journey, words) for uses in groups))


def _rank(uses: Used) -> tuple[bool, float, float]:
    """The widest gap first, the more important of equals; without a gap last."""
    gaps = [item.gap for _, item in uses if item.gap is not None]
    importance = max((item.importance or 0 for _, item in uses), default=0)
    return not gaps, -max(gaps, default=0), -importance


def _row(uses: Used, journey: Journey, words: Words) -> TouchpointRow:
    """What is said of the touchpoint itself, by the first use that says it."""
    items = [item for _, item in uses]
    channel = next((item.channel for item in items if item.channel), None)
    owner = next((item.owner for item in items if item.owner), "")
    initiators = list(dict.fromkeys(item.initiator for item in items if item.initiator))
    name, device = items[0].text, channel.device if channel else ""
    return TouchpointRow(
        name=name,
        icon=channel_icon(channel.name if channel else "", name, device),
        known=any(item.known for item in items),
        channel=channel.name if channel else "",
        line=words(f"channel.{channel.kind}") if channel and channel.kind else "",
        owner=words(f"owner.{owner}") if owner else "",
        owner_kind=owner,
        initiator=" · ".join(words(f"initiator.{one}") for one in initiators),
        arrow={"customer": "arrow-up-right", "organisation": "arrow-down-left"}.get("".join(initiators), ""),
        uses=tuple(_use(place, item, journey, words) for place, item in uses),
    )


def _use(place: Place, item: Touchpoint, journey: Journey, words: Words) -> Use:
    given = (item.importance, item.satisfaction)
    scores = [
        replace(score("", value, words), value=words.decimal(value)) if value is not None else None for value in given
    ]
    return Use(
        where=where(journey, place),
        who=whose(journey, item.personas),
        importance=scores[0],
        satisfaction=scores[1],
        gap=words.score(item.gap) if item.gap is not None else "",
        wide=item.gap is not None and item.gap >= 2,
        moment=_moment(item, words),
    )


def _moment(item: Touchpoint, words: Words) -> str:
    if not item.is_moment:
        return ""
    if item.declared_moment:
        reason = item.moment_reason
        return words("report.moment_declared_why", reason=reason) if reason else words("report.moment_declared")
    return words("report.moment_computed")

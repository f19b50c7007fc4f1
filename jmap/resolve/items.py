"""Items of the lanes, each kind from its model: references looked up, what is known told from what is assumed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from jmap.model import items as model
from jmap.model import span as model_span
from jmap.model.quantity import Quantity
from jmap.resolve import content
from jmap.resolve.entries import written
from jmap.resolve.known import basis, is_known
from jmap.resolve.lookup import Lookup, key_of_touchpoint
from jmap.resolve.names import Index
from jmap.resolve.report import Path


def text_item(part: model.Item, path: Path, lookup: Lookup) -> content.Item:
    return content.Item(text=part.text, **_common(part, path, lookup))


def work(part: model.Work, path: Path, lookup: Lookup) -> content.Item:
    return content.Item(
        text=part.text,
        team=lookup.team(part.team, (*path, "team")),
        system=lookup.system(part.system, (*path, "system")),
        **_common(part, path, lookup),
    )


def personalisation(part: model.Personalisation, path: Path, lookup: Lookup) -> content.Personalisation:
    return content.Personalisation(
        text=part.text, kind=part.kind, data=part.data, consent=part.consent, **_common(part, path, lookup)
    )


def feeling(part: model.Feeling, path: Path, lookup: Lookup) -> content.Feeling:
    common = _common(part, path, lookup)
    rests_on = basis(part.basis or None, common["evidence"])
    known = common.pop("known") and rests_on == "reported"
    return content.Feeling(
        text=part.emotion, score=part.score, basis=rests_on, n=part.n, spread=part.spread, known=known, **common
    )


def metric(part: model.Metric, path: Path, lookup: Lookup) -> content.Metric:
    """A figure is known if its source is."""
    common = _common(part, path, lookup)
    known = common.pop("known") or bool(part.source)
    value, target = part.value or Quantity(""), part.target or Quantity("")
    return content.Metric(
        text=part.name,
        value=value.number,
        value_text=value.text,
        unit=part.unit or value.unit or target.unit,
        target=target.number,
        target_text=target.text,
        source=part.source,
        date=part.date,
        n=part.n,
        known=known,
        **common,
    )


def time(part: model.Time, path: Path, lookup: Lookup) -> content.Time:
    return content.Time(
        text=part.text,
        active=span(part.active),
        waiting=span(part.waiting),
        elapsed=span(part.elapsed),
        **_common(part, path, lookup),
    )


def span(read: model_span.Span | None) -> content.Span | None:
    return content.Span(read.low, read.high, read.approximate) if read else None


def touchpoint(part: model.Touchpoint, path: Path, lookup: Lookup) -> content.Touchpoint | None:
    """A touchpoint of the catalogue, one that takes it and overrides it, or one of its own. None if it dangles.

    Without an owner of its own it has that of its channel.
    """
    shelf = lookup.catalogue.touchpoints
    if part.bare:
        meant = lookup.named(shelf, part, path, lambda part, base: own_touchpoint(part, path, lookup, base))
        return _here(meant, path, lookup) if meant else None
    base = shelf.base(part.id, "") or shelf.index.one(part.name)
    made = own_touchpoint(part, path, lookup, base)
    same = None if base else shelf.spot.one(part.name)
    return _here(replace(made, key=same.key) if same else made, path, lookup)


def _here(touchpoint: content.Touchpoint, path: Path, lookup: Lookup) -> content.Touchpoint:
    """One of the catalogue as it stands in a map: with those of its personas that the map has."""
    personas = tuple(id for id in touchpoint.personas if lookup.personas.one(id))
    return replace(touchpoint, path=dotted(path), personas=personas)


def own_touchpoint(
    part: model.Touchpoint, path: Path, lookup: Lookup, base: content.Touchpoint | None = None
) -> content.Touchpoint:
    """A touchpoint from what is written, over `base`."""
    common = _common(part, path, lookup)
    if base:
        common = {k: v for k, v in common.items() if k in ("path", "id") or k in part.model_fields_set}
        if "evidence" in common:
            common["known"] = is_known(common["evidence"])
    changes = common | written(part, "owner", "initiator", "importance", "satisfaction")
    if part.channel:
        changes["channel"] = lookup.channel(part.channel, (*path, "channel"))
    if "moment_of_truth" in part.model_fields_set:
        changes["declared_moment"], changes["moment_reason"] = moment(part.moment_of_truth)
    if base:
        made = replace(base, **changes)
    else:
        made = content.Touchpoint(text=part.name, key=key_of_touchpoint(part), **changes)
    return made if made.owner or not made.channel else replace(made, owner=made.channel.owner)


def moment(written: bool | str) -> tuple[bool, str]:
    """Whether something is declared a moment of truth, and why."""
    return (bool(written), written if isinstance(written, str) else "")


def pain_point(part: model.PainPoint, path: Path, lookup: Lookup, label: str) -> content.PainPoint:
    return content.PainPoint(text=part.text, severity=part.severity, label=label, **_common(part, path, lookup))


def opportunity(
    part: model.Opportunity, path: Path, lookup: Lookup, label: str, pains: Index[content.PainPoint]
) -> content.Opportunity:
    return content.Opportunity(
        text=part.text,
        label=label,
        addresses=_addresses(part.addresses, path, lookup, pains),
        customer_value=part.customer_value,
        business_value=part.business_value,
        effort=part.effort,
        owner=lookup.owner(part.owner),
        status=part.status,
        **_common(part, path, lookup),
    )


def _addresses(
    references: Sequence[str], path: Path, lookup: Lookup, pains: Index[content.PainPoint]
) -> tuple[str, ...]:
    """Labels of pain points; words that several have mean all of them."""
    labels: dict[str, None] = {}
    for i, reference in enumerate(references):
        found = pains.find(reference)
        labels.update((pain.label, None) for pain in found)
        if not found:
            lookup.report.dangling((*path, "addresses", i), "pain point", reference, pains)
    return tuple(labels)


def _common(part: model.Common, path: Path, lookup: Lookup) -> dict[str, Any]:
    evidence = lookup.evidence(part.evidence, path)
    return {
        "path": dotted(path),
        "id": part.id,
        "personas": lookup.actors(part.personas, path),
        "evidence": evidence,
        "known": is_known(evidence),
        "link": part.link,
        "note": part.note,
        "renamed_from": part.renamed_from,
    }


def dotted(path: Path) -> str:
    return ".".join(map(str, path))


Make = Callable[[Any, Path, Lookup], "content.Item | None"]
MAKERS: Mapping[str, Make] = MappingProxyType(
    {
        "props": text_item,
        "actions": text_item,
        "touchpoints": touchpoint,
        "thoughts": text_item,
        "feelings": feeling,
        "gains": text_item,
        "frontstage": work,
        "backstage": work,
        "support": work,
        "policies": text_item,
        "personalisation": personalisation,
        "metrics": metric,
        "time": time,
    }
)

"""Figures against their targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.render.html.report.bars import Part, stacked
from jmap.render.html.report.where import Where, where
from jmap.resolve.content import Metric

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Journey, Place

TARGET_AT = 0.78  # of the bar, as on the picture


@dataclass(frozen=True, slots=True)
class MetricRow:
    name: str
    known: bool
    where: Where
    value: str
    target: str
    difference: str
    bar: tuple[Part, ...]
    target_at: str
    source: str
    size: str
    date: str


def metrics(journey: Journey, words: Words) -> tuple[MetricRow, ...]:
    found = ((place, item) for place, item in journey.every("metrics") if isinstance(item, Metric))
    return tuple(_row(place, item, journey, words) for place, item in found)


def _row(place: Place, item: Metric, journey: Journey, words: Words) -> MetricRow:
    bar, mark = _bar(item)
    return MetricRow(
        name=item.text,
        known=item.known,
        where=where(journey, place),
        value=item.value_text,
        target=item.target_text,
        difference=_difference(item, words),
        bar=bar,
        target_at=mark,
        source=item.source,
        size=words("evidence.n", n=words.number(item.n)) if item.n is not None else "",
        date=words.date(item.date) if item.date else "",
    )


def _difference(item: Metric, words: Words) -> str:
    """How far the figure lies from its target, in its own unit; percents differ in points."""
    if item.value is None or item.target is None:
        return ""
    if item.value == item.target:
        return words("report.on_target")
    amount = words.number(abs(round(item.value - item.target, 4)))
    if item.unit == "%":
        amount = words("report.points", n=amount)
    elif item.unit:
        amount = f"{amount}\u00a0{item.unit}"
    return words("report.above" if item.value > item.target else "report.below", amount=amount)


def _bar(item: Metric) -> tuple[tuple[Part, ...], str]:
    """The value against a target at a fixed place; a bar past the end is full."""
    if item.value is None or item.target is None or item.value < 0 or item.target <= 0:
        return (), ""
    share = min(1.0, item.value / item.target * TARGET_AT)
    return stacked((("active", share),), 1.0), f"{TARGET_AT * 100:g}%"

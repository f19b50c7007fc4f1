"""Metrics: the figure, its name, and how far it is from the target."""

from __future__ import annotations

from jmap.layout.kit import Block, Kit, phrase, stack
from jmap.layout.scene import Box, Curve
from jmap.layout.scene import Item as Drawn
from jmap.resolve.content import Item, Metric

TARGET_AT = 0.78  # where on the bar the target's tick stands
LONGEST = 1.28  # beyond this multiple of the target an arrow says: further


def cell(items: tuple[Item, ...], width: float, kit: Kit) -> Block:
    return stack([kit.handle(item, _metric(item, width, kit)) for item in items if isinstance(item, Metric)], 12)


def _metric(item: Metric, width: float, kit: Kit) -> Block:
    known = kit.known(item, "bar")
    name = kit.text(item.text, "body", width, link=item.link)
    parts = [*kit.notes(item.path, width), _figure(item, width, kit), name]
    if item.value is not None and item.target and item.value >= 0 and item.target > 0:
        parts.append(bar(item.value / item.target, width, known, kit))
    if item.target_text:
        parts.append(kit.text(kit.words("metric.target", target=item.target_text), "caption", width, "ink3"))
    if item.personas:
        parts.append(kit.badges(item.personas, known))
    return stack(parts, 3)


def _figure(item: Metric, width: float, kit: Kit) -> Block:
    """The value large; its unit small, on the same baseline where there is room."""
    number, unit = split_unit(item.value_text, item.unit)
    figure = kit.text(number, "metric", width)
    if not unit:
        return figure
    small = kit.line(unit, "body", "ink2")
    if figure.width + 4 + small.width > width or figure.height > 27:
        return stack([figure, kit.text(unit, "body", width, "ink2")], 0)
    lowered = Block(small.width, figure.height, small.at(0, 7))
    return phrase((figure, lowered))


def split_unit(text: str, unit: str) -> tuple[str, str]:
    """`34 %` and no unit -> (`34`, `%`); `57` and `minutes` -> (`57`, `minutes`)."""
    if unit and not text.endswith(unit):
        return text, unit
    bare = text[: len(text) - len(unit)].rstrip() if unit else text
    if unit:
        return bare, unit
    return (text[:-1].rstrip(), "%") if text.endswith("%") else (text, "")


def bar(ratio: float, width: float, known: bool, kit: Kit) -> Block:
    """The value against the target, whose tick stands at 78 % of the bar."""
    kit.note("metric.target")
    length = min(ratio, LONGEST) * TARGET_AT * width
    tick = TARGET_AT * width
    items: list[Drawn] = [Box(0, 5, width, 5, "hair")]
    if length > 0:
        items.append(strip(0, 5, min(length, width), known))
    if ratio > LONGEST:
        kit.note("metric.beyond")
        items.append(Curve((("M", width - 5, 1.5), ("L", width + 1, 7.5), ("L", width - 5, 13.5), ("Z",)), fill="bar"))
    items.append(Curve((("M", tick, 1.5), ("L", tick, 13.5)), "ink", 1.75))
    return Block(width, 15, tuple(items))


def strip(x: float, y: float, width: float, known: bool) -> Box:
    """The bar itself: solid where the figure has a source, hatched where it is assumed."""
    return Box(x, y, width, 5, "bar") if known else Box(x, y, width, 5, "paper", "ink2", hatch="ink2")

"""Time: active solid, waiting hatched, elapsed outlined, on a log scale that the whole map shares."""

from __future__ import annotations

import math
from dataclasses import dataclass

from jmap.layout.kit import BADGE, Block, Kit, phrase, stack
from jmap.layout.scene import Box
from jmap.resolve.content import Item, Span, Time

SHORTEST = 6.0
KINDS = ("active", "waiting", "elapsed")


@dataclass(frozen=True, slots=True)
class Scale:
    """From the shortest to the longest duration of the map, in seconds."""

    low: float
    high: float

    def length(self, seconds: float, width: float) -> float:
        """The shortest is twice as long as nothing would be, so that a bar can be compared with its neighbours."""
        share = math.log1p(seconds / self.low) / math.log1p(self.high / self.low)
        return max(SHORTEST, min(share, 1.0) * width)


def scale_of(times: list[Time]) -> Scale:
    spans = [span.mean for time in times for _, span in parts(time) if span.mean > 0]
    return Scale(min(spans, default=1.0), max(spans, default=1.0))


def parts(time: Time) -> list[tuple[str, Span]]:
    """The durations that are given, each with its kind."""
    found = ((kind, getattr(time, kind)) for kind in KINDS)
    return [(kind, span) for kind, span in found if span is not None]


def cell(items: tuple[Item, ...], width: float, kit: Kit) -> Block:
    times = [item for _, item in kit.journey.every("time") if isinstance(item, Time)]
    scale = scale_of(times)
    return stack([kit.handle(item, _time(item, width, kit, scale)) for item in items if isinstance(item, Time)], 10)


def _time(item: Time, width: float, kit: Kit, scale: Scale) -> Block:
    badges = kit.badges(item.personas)
    indent = badges.width + 6 if item.personas else 0.0
    rows = [_part(kind, span, width - indent, kit, scale) for kind, span in parts(item)]
    body = stack([*kit.notes(item.path, width - indent), *rows], 6)
    return Block(width, max(body.height, BADGE), (*badges.items, *body.at(indent, 0)))


def _part(kind: str, span: Span, width: float, kit: Kit, scale: Scale) -> Block:
    kit.note(f"time.{kind}")
    figure = kit.line(kit.words.span(span), "label-strong")
    word = kit.line(kit.words(f"time.{kind}"), "label", "ink2")
    if figure.width + 4 + word.width <= width:
        head = phrase((figure, word))
    else:
        head = stack([kit.text(kit.words.span(span), "label-strong", width), word], 0)
    if span.mean <= 0:
        return head
    return stack([head, bar(kind, scale.length(span.mean, width), 7)], 3)


def bar(kind: str, width: float, height: float) -> Block:
    """Active is solid, waiting hatched, elapsed (busy or not, nobody said) a pale fill with an edge."""
    if kind == "active":
        box = Box(0, 0, width, height, "bar")
    elif kind == "waiting":
        box = Box(0.5, 0.5, width - 1, height - 1, "paper", "bar_line", hatch="bar_line")
    else:
        box = Box(0.5, 0.5, width - 1, height - 1, "ribbon", "bar_line")
    return Block(width, height, (box,))

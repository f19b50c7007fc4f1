"""What is written beside an edge: share, condition, and whose way it is; one line a way."""

from __future__ import annotations

from jmap.graph.ways import Link, shown_share
from jmap.layout.kit import Block, Kit, stack
from jmap.resolve.journey import Way

NARROW, WIDE = 112.0, 168.0  # on the main row, where a label pushes cards apart; and elsewhere


def link_label(link: Link, kit: Kit) -> Block | None:
    """None for a way of which there is nothing to say."""
    width = NARROW if link.kind == "on" else WIDE
    lines = [_line(way, width, kit) for way in link.lines]
    if not lines:
        return None
    inside = stack(lines, 3)
    return Block(float(round(inside.width + 6)), float(round(inside.height + 1)), inside.at(3, 0))


def _line(way: Way, width: float, kit: Kit) -> Block:
    left, parts, height = 0.0, [], 0.0
    badges = kit.badges(way.personas)
    if badges.width:
        parts += [*badges.items]
        left, height = badges.width + 5, badges.height
    share = way.share if way.personas else shown_share(way)  # a marker alone would read like a missing number
    if share is not None:
        figure = kit.line(kit.words.percent(share), "label-strong", "ink2")
        parts += figure.at(left, 0)
        left += figure.width * 1.02 + 5
        height = max(height, figure.height)
    if way.when:
        words = kit.text(way.when, "label", max(80.0, width - left), "ink2")
        parts += words.at(left, 0)
        left, height = left + words.width, max(height, words.height)
    else:
        left -= 5
    return Block(left, height, tuple(parts))

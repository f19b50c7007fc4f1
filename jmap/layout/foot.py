"""The foot of a picture: who looks after the map, when it was reviewed, and how much of it is known."""

from __future__ import annotations

from jmap.layout.kit import Block, Kit, flow
from jmap.layout.scene import Box, Curve

BAR = 180.0


def foot(width: float, kit: Kit) -> Block:
    """Facts about the map on a hairline; what is not given takes no room."""
    journey, words = kit.journey, kit.words
    facts = [
        ("owner", journey.owner),
        ("reviewed", words.date(journey.reviewed) if journey.reviewed else ""),
        ("next_review", words.date(journey.next_review) if journey.next_review else ""),
        ("tags", ", ".join(journey.tags)),
    ]
    left = [_fact(words(f"foot.{name}"), text, width, kit) for name, text in facts if text]
    coverage = _coverage(kit)
    pieces = [*left, coverage] if coverage.width else left
    if not pieces:
        return Block(0, 0)
    row = flow(pieces, width, 44, 10)
    rule = Curve((("M", 0.0, 0.5), ("L", width, 0.5)), "line", 1)
    used = sum(piece.width + 44 for piece in left)
    if coverage.width and used + coverage.width <= width:
        known = flow(left, width, 44, 10) if left else Block(0, 18)
        middle = 18 + (18 - coverage.height) / 2
        return Block(width, 36, (rule, *known.at(0, 18), *coverage.at(width - coverage.width, middle)))
    return Block(width, 18 + row.height, (rule, *row.at(0, 18)))


def _fact(name: str, text: str, width: float, kit: Kit) -> Block:
    word = kit.line(name, "body", "ink2")
    left = word.width * 1.03 + 8
    value = kit.text(text, "body-strong", max(120.0, width - left))
    return Block(left + value.width, max(18.5, value.height), (*word.items, *value.at(left, 0.8)))


def _coverage(kit: Kit) -> Block:
    """`Evidence coverage 78 %`, a bar, and the count that it comes from."""
    coverage = kit.journey.coverage
    if coverage.share is None:
        return Block(0, 0)
    name = kit.line(kit.words("foot.coverage"), "body", "ink2")
    share = kit.line(kit.words.percent(coverage.share), "body-strong")
    count = kit.words("foot.items", known=kit.words.number(coverage.known), total=kit.words.number(coverage.total))
    counted = kit.line(count, "body", "ink2")
    at = name.width * 1.03 + 12
    bar = at + share.width * 1.03 + 12
    full = Box(bar, 5, BAR * coverage.share, 8, "ink2")
    frame = Box(bar + 0.5, 5.5, BAR - 1, 7, "", "ink2")
    drawn = (*name.items, *share.at(at, 0.8), full, frame, *counted.at(bar + BAR + 12, 0))
    return Block(bar + BAR + 12 + counted.width, 18.5, drawn)

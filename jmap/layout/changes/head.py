"""The head of a picture of changes: what is compared with what, and in three figures what came of it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from jmap.diff.change import Change, Effect, MapComparison, Side
from jmap.diff.wording import side_name
from jmap.layout.changes.badge import INKS, effect_sign
from jmap.layout.kit import Block, Kit, flow, phrase, stack
from jmap.layout.scene import Box, Curve, Group, Icon
from jmap.resolve.journey import Journey
from jmap.text.direction import kept_apart

BESIDE = 560.0  # width of the figures beside the title
NARROW = 1150.0
ORDER: tuple[Effect, ...] = ("better", "worse", "neutral")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a comparison comes to where that is more than a count of changes, as from a current to a future state.

    `tag` is a key of words, `figures` are values with what they are and do to the customer, `lines` stand below them.
    """

    tag: str
    figures: tuple[tuple[str, str, Effect], ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head says beside the map's title. A summary stands in place of the counts and the verdict."""

    sides: tuple[Side, Side]
    verdict: str = ""
    tag: str = "overlay.tag"
    summary: Summary | None = None


def head(one: MapComparison, heading: Heading, width: float, kit: Kit) -> Block:
    """Title and sides on the left, figures and verdict on the right; below each other where that is too narrow."""
    if width < NARROW:
        return stack([_title(one, heading, width, kit), _figures(one.changes, heading, width, kit)], 26)
    right = _figures(one.changes, heading, BESIDE, kit)
    left = _title(one, heading, width - BESIDE - 60, kit)
    height = max(left.height, right.height)
    return Block(width, height, (*left.items, *right.at(width - BESIDE, height - right.height)))


def _title(one: MapComparison, heading: Heading, width: float, kit: Kit) -> Block:
    journey = kit.journey
    pieces = [kit.text(journey.project_title, "note", width, "ink2")] if journey.project_title else []
    pieces.append(_tag(kit.words(heading.summary.tag if heading.summary else heading.tag), kit))
    title = kit.text(journey.title, "title-page", width)
    sides = flow(_sides(one, heading.sides, width, kit), width, 12, 6)
    return stack([flow(pieces, width, 14, 8), Block(0, 0), title, sides], 10)


def _tag(text: str, kit: Kit) -> Block:
    words = kit.line(text, "label-strong", "paper")
    width = 34 + words.width * 1.04 + 13
    box = Box(0.5, 0.5, width - 1, 29, "ink", "ink", radius=5)
    return Block(width, 30, (box, Icon("git-fork", 12, 7, 16, "paper"), *words.at(34, 7)))


def _sides(one: MapComparison, sides: tuple[Side, Side], width: float, kit: Kit) -> list[Block]:
    arrow = Block(16, 16, (Icon("arrow-right", 0, 0, 16, "ink2"),))
    return [_side("before", sides[0], one.base, width, kit), arrow, _side("after", sides[1], one.head, width, kit)]


def _side(when: str, side: Side, journey: Journey | None, width: float, kit: Kit) -> Block:
    """A sample of the line, and what it stands for: `Before main, 1 November 2026, current state`."""
    line = (("M", 0.0, 10.0), ("L", 32.0, 10.0))
    sample = Curve(line, "ink2", 2, "dashed") if when == "before" else Curve(line, "ink", 3.4)
    facts = [_date(side.date, kit)] if side.date else []
    if journey:
        state = kit.words(f"state.{journey.state}")
        facts.append(state[:1].lower() + state[1:] if facts else state)
    pieces = [kit.line(kit.words(f"overlay.{when}"), "note", "ink2")]
    if name := side_name(side, kit.words):
        pieces.append(kit.text(name, "note-strong", width - 120))
    if facts:
        pieces.append(kit.text(", ".join(facts), "note", width - 60, "ink2"))
    words = flow(pieces, width - 44, 8, 2)
    return Block(44 + words.width, max(20.0, words.height), (sample, *words.at(44, 0)))


def _date(text: str, kit: Kit) -> str:
    try:
        return kit.words.date(datetime.date.fromisoformat(text[:10]))
    except ValueError:
        return text


def _summed(summary: Summary, width: float, kit: Kit) -> Block:
    """Values with what they are below them, and lines."""
    shown = [_sum(value, name, effect, kit) for value, name, effect in summary.figures]
    parts = [flow(shown, width, 34, 12)] if shown else []
    if summary.lines:
        parts.append(stack([kit.text(kept_apart(line), "note", width, "ink2") for line in summary.lines], 2))
    return stack(parts, 12)


def _sum(value: str, name: str, effect: Effect, kit: Kit) -> Block:
    figure = kit.line(value, "key", INKS[effect] if effect != "neutral" else "ink")
    word = kit.line(name, "note", "ink2")
    drawn = stack([figure, word], 0)
    return Block(max(figure.width * 1.02, word.width), drawn.height, (Group(drawn.items, "phrase"),))


def _figures(changes: Sequence[Change], heading: Heading, width: float, kit: Kit) -> Block:
    if heading.summary:
        return _summed(heading.summary, width, kit)
    counts = [(effect, sum(change.effect == effect for change in changes)) for effect in ORDER]
    shown = flow([_figure(effect, count, kit) for effect, count in counts if count], width, 30, 4)
    parts = [shown] if any(count for _, count in counts) else []
    if heading.verdict:
        parts.append(kit.text(kept_apart(heading.verdict), "note", width, "ink2"))
    return stack(parts, 8)


def _figure(effect: Effect, count: int, kit: Kit) -> Block:
    figure = kit.line(kit.words.number(count), "key", INKS[effect])
    word = kit.line(kit.words(f"overlay.{effect}"), "note-strong", INKS[effect])
    said = phrase((effect_sign(effect, 15), word), 6)
    left = figure.width * 1.02 + 9
    return Block(left + said.width, figure.height, (Group((*figure.items, *said.at(left, 14)), "phrase"),))

"""Where customers abandon the journey: a strip as wide as their share peels off below, with share and reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jmap.layout.geometry import Rect
from jmap.layout.kit import Block, Kit
from jmap.layout.lettering import whole
from jmap.layout.path.course import FULL, RADIUS, Course
from jmap.layout.path.labels import leaving
from jmap.layout.scene import Curve, Group, Item
from jmap.layout.whose import whose
from jmap.resolve.journey import Exit, Journey

FIRST = 15.0  # from the node's edge to the first strip
PITCH = 11.0  # room of a strip beside its neighbour, at least
THIN = 2.5  # a strip for an unknown share, or a very small one
DROP = 38.0  # how far a strip falls, at least
HEAD = 8.0
LEAST = 62.0  # for a text beside the strips
APART = 3  # exits that each have a strip; more of them share one
Command = tuple[str | float, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    x: float
    width: float
    top: float
    tip: float

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    def draw(self) -> tuple[Curve, Curve]:
        """The strip with its flared root, and its arrow head."""
        x, right, y, neck = self.x, self.x + self.width, self.top, self.tip - HEAD + 1
        body: list[Command] = [
            ("M", x - 9, y - 1),
            ("C", x - 2, y, x, y + 4, x, y + 14),
            ("L", x, neck),
            ("L", right, neck),
            ("L", right, y - 1),
            ("Z",),
        ]
        half = max(5.5, self.width / 2 + 2)
        top = self.tip - HEAD
        head: list[Command] = [
            ("M", self.middle - half, top),
            ("L", self.middle + half, top),
            ("L", self.middle, self.tip + max(0.0, half - 8)),
            ("Z",),
        ]
        return Curve(tuple(body), fill="pain", opacity=0.6), Curve(tuple(head), fill="pain")

    def taken(self) -> Rect:
        return Rect(min(self.x, self.middle - 6), self.top, max(self.x + self.width, self.middle + 6), self.tip + 3)


@dataclass(frozen=True, slots=True)
class Leak:
    """All exits of one column: what is drawn, what it takes, and from where to where the ribbon narrows."""

    items: tuple[Item, ...]
    taken: tuple[Rect, ...]
    narrows: tuple[float, float]


def leak(kit: Kit, column: int, course: Course, has_leg: bool) -> Leak:
    """The exits of a column. `has_leg` says that a way starts or ends below its node."""
    exits = kit.journey.columns[column].exits
    widths = _widths(kit.journey, column)
    left = course.x(column) + RADIUS + FIRST
    places = [left + sum(max(PITCH, w + 6) for w in widths[:n]) for n in range(len(widths))]
    end = places[-1] + widths[-1]
    strips, texts = _beside(kit, column, course, exits, widths, places)
    if strips is None:
        strips, texts = _below(kit, column, course, exits, widths, places, has_leg)
    items: list[Item] = [curve for strip in strips for curve in strip.draw()]
    labels = _spoken(kit, exits)
    for n, (block, x, y) in enumerate(texts):
        people = exits[n].personas if n < len(exits) else ()
        items += whose(people, (Group(block.at(x, y), "exit", labels[n]),))
    boxes = [Rect(x, y, x + block.width, y + block.height).grown(2) for block, x, y in texts]
    stop = min(end + 54, course.grid.x(column + 1) + 8)
    return Leak(tuple(items), (*boxes, *(strip.taken() for strip in strips)), (end, max(end + 8, stop)))


def _widths(journey: Journey, column: int) -> list[float]:
    """The width of each strip: together they take what the ribbon loses here."""
    exits = journey.columns[column].exits
    loss = [0.0] * len(exits)
    for persona, left in _left(journey):
        shares = [(x.share or 0.0) if _holds(x, persona) else 0.0 for x in exits]
        gone = (left[column] - left[column + 1]) / max(1, len(journey.left_by_persona))
        for n, share in enumerate(shares):
            loss[n] += gone * share / (sum(shares) or 1.0)
    if len(exits) > APART:
        loss = [sum(loss)]
    return [max(THIN, FULL * share) for share in loss]


def _left(journey: Journey) -> list[tuple[str, tuple[float, ...]]]:
    """How many are left at each column and at the end: of each persona, or of everyone (`""`)."""
    return list(journey.left_by_persona.items()) or [("", (*journey.left, journey.left_at_end))]


def _holds(exit: Exit, persona: str) -> bool:
    return not persona or not exit.personas or persona in exit.personas


Placed = tuple[Block, float, float]


def _beside(
    kit: Kit, column: int, course: Course, exits: Sequence[Exit], widths: list[float], places: list[float]
) -> tuple[list[Strip] | None, list[Placed]]:
    """Texts to the right of the strips, the right strip's first; None where their words would have to break."""
    x = places[-1] + max(widths[-1], 9.0) + 8
    room = course.grid.x(column + 1) - 6 - x
    if room < LEAST or not all(whole(kit.type.wrap(x.reason, "label", room), x.reason) for x in exits):
        return None, []
    root = course.widths[column]
    y = root + 10
    texts: list[Placed] = []
    tips: list[float] = []
    for exit in exits:
        block = leaving(kit, exit.personas, exit.share, exit.reason, room)
        texts.append((block, x, y))
        y += block.height + 7
        tips.append(max(root + DROP, y - 7 if len(exits) > 1 else root + DROP))
    if len(widths) == 1:
        tips = tips[-1:]
    strips = [Strip(a, w, root, tip) for a, w, tip in zip(places, widths, reversed(tips), strict=True)]
    return strips, texts


def _below(
    kit: Kit,
    column: int,
    course: Course,
    exits: Sequence[Exit],
    widths: list[float],
    places: list[float],
    has_leg: bool,
) -> tuple[list[Strip], list[Placed]]:
    """Texts below the strips, over the width of the column; in their order from left to right."""
    root = course.widths[column]
    x = course.x(column) + 16 if has_leg else course.grid.x(column) + course.grid.pad
    room = course.grid.x(column + 1) - 8 - x
    y = root + DROP + 8
    texts: list[Placed] = []
    for exit in exits:
        block = leaving(kit, exit.personas, exit.share, exit.reason, room)
        texts.append((block, x, y))
        y += block.height + 7
    return [Strip(a, w, root, root + DROP) for a, w in zip(places, widths, strict=True)], texts


def _spoken(kit: Kit, exits: Sequence[Exit]) -> list[str]:
    said = []
    for exit in exits:
        share = None if exit.share is None else kit.words.percent(exit.share)
        how = kit.words("path.leave", share=share) if share else kit.words("path.leave_some")
        said.append(f"{how}: {exit.reason}" if exit.reason else how)
    return said

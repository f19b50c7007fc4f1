"""The emotion words beside the points: near, never on anything, and in a list below where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.layout.curve.hermite import slopes
from jmap.layout.curve.strokes import Spot, Stroke
from jmap.layout.geometry import Rect, Taken, around
from jmap.layout.lettering import in_box
from jmap.layout.scene import Anchor, Text

if TYPE_CHECKING:
    from jmap.text.typesetter import Paragraph, Typesetter

STYLE = "body-strong"
NUMBER_STYLE = "small-strong"
RADIUS = 8.0  # of a mark with its halo
SLOPE = 0.12  # dy/dx in px from which a point lies on a slope
DENSE = 24  # columns beyond which only extremes and bends have their word


@dataclass(frozen=True, slots=True)
class Word:
    """An emotion word to place: `side` is -1 above and 1 below, `slope` that of its line (y grows downwards).

    `end` is -1 at the beginning of a line, 1 at its end and 0 between.
    """

    spot: Spot
    ink: str
    paragraph: Paragraph
    side: int
    slope: float
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    word: Word
    box: Rect
    anchor: Anchor

    def texts(self) -> tuple[Text, ...]:
        return in_box(self.word.paragraph, self.box, self.word.ink, self.anchor, "paper")


def wanted(strokes: Sequence[Stroke], width: float, columns: int, type: Typesetter) -> list[Word]:
    """The words to place, from left to right."""
    words = []
    for stroke in strokes:
        for run in stroke.runs:
            tangents = slopes([spot.knot for spot in run])
            for n, spot in enumerate(run):
                text = spot.point.feeling.text
                if text and not spot.point.passed and (columns <= DENSE or _telling(run, n)):
                    side = _side(spot, stroke, strokes, run, n)
                    paragraph = type.wrap(text, STYLE, width)
                    words.append(Word(spot, stroke.text_ink, paragraph, side, tangents[n], _end(run, n), text))
    return sorted(words, key=lambda word: word.spot.x)


def _end(run: Sequence[Spot], n: int) -> int:
    return (n == len(run) - 1) - (n == 0)


def _telling(run: Sequence[Spot], n: int) -> bool:
    """An end, an extreme, or a change of slope of more than 1."""
    if n in (0, len(run) - 1):
        return True
    before, here, after = (spot.point.score for spot in run[n - 1 : n + 2])
    into, out = here - before, after - here
    return (into * out <= 0 and into != out) or abs(out - into) > 1


def _side(spot: Spot, stroke: Stroke, strokes: Sequence[Stroke], run: Sequence[Spot], n: int) -> int:
    """The outer side: away from the other personas of the column, else away from the line's own bend."""
    others = [
        other.point.score
        for rival in strokes
        if rival is not stroke
        for other in rival.spots
        if abs(other.point.x - spot.point.x) < 1
    ]
    if others and spot.point.score > max(others):
        return -1
    if others and spot.point.score < min(others):
        return 1
    if spot.x != spot.point.x:  # side by side with its equals
        return -1 if spot.x < spot.point.x else 1
    near = [run[k].point.score for k in (n - 1, n + 1) if 0 <= k < len(run)]
    return 1 if near and all(score > spot.point.score for score in near) else -1


def place(words: Sequence[Word], bounds: Rect, marks: Taken, lines: Taken) -> tuple[list[Placed], list[Word]]:
    """Those that found room, whose boxes are then taken in `marks`, and those that did not."""
    placed, left_over = [], []
    for word in words:
        found = _first(_places(word), bounds, marks, lines)
        if found is None:
            left_over.append(word)
            continue
        marks.add(found[0].grown(2))
        placed.append(Placed(word, *found))
    return placed, left_over


def _first(
    places: Iterator[tuple[Rect, Anchor]], bounds: Rect, marks: Taken, lines: Taken
) -> tuple[Rect, Anchor] | None:
    for box, anchor in places:
        letters = Rect(box.left, box.top + 2, box.right, box.bottom - 2)  # a box is higher than what is in it
        if box.inside(bounds) and marks.free(box) and lines.free(letters):
            return box, anchor
    return None


def _places(word: Word) -> Iterator[tuple[Rect, Anchor]]:
    """Eight places around the point, the best first, then above and below, further out."""
    size = (word.paragraph.width, word.paragraph.height - 2)
    order = _order(word.side, word.slope, word.end)
    for dx, dy in order[:3]:
        yield beside(word.spot, size, dx, dy)
    yield beside(word.spot, size, 0, word.side, 6.0)
    for dx, dy in order[3:]:
        yield beside(word.spot, size, dx, dy)
    for steps in ((6.0, 14.0), (24.0,)):  # the last below a name that has the place beside the point
        for side in (word.side, -word.side):
            for away in steps:
                for dx in (0, 1, -1):
                    yield beside(word.spot, size, dx, side, away)


def _order(side: int, slope: float, end: int) -> tuple[tuple[int, int], ...]:
    """Directions (dx, dy), the best first.

    On a slope the word stands beside the point, where the line is not; at the end of a line, on its axis.
    """
    lean = 1 if slope > 0 else -1  # a falling line leaves room at its upper right
    first = end or lean * -side
    on_axis, near, far = (0, side), (first, side), (-first, side)
    start = (near, on_axis, far) if abs(slope) > SLOPE and not end else (on_axis, near, far)
    return (*start, (-first, -side), (0, -side), (first, -side), (1, 0), (-1, 0))


def beside(spot: Spot, size: tuple[float, float], dx: int, dy: int, away: float = 0.0) -> tuple[Rect, Anchor]:
    """The box of that size in that direction of a mark, and how its lines are aligned."""
    width, height = size
    if dx == 0:
        y = spot.y + dy * (RADIUS + 2 + away + height / 2)
        return around(spot.x, y, width, height), "middle"
    if dy == 0:
        return around(spot.x + dx * (RADIUS + 4 + width / 2), spot.y, width, height), "left" if dx > 0 else "right"
    x, y = spot.x + dx * (RADIUS + 1 + width / 2), spot.y + dy * (4 + away + height / 2)
    return around(x, y, width, height), "left" if dx > 0 else "right"

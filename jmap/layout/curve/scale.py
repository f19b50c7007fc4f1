"""The scale from -2 to +2: where a score lies, its faces and words in the rail, and the washes behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.layout.grid import Grid
from jmap.layout.lettering import lettering
from jmap.layout.scene import Curve, Icon, Item, Wash

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.text.typesetter import Typesetter

FACES = ((2, "laugh"), (1, "smile"), (0, "meh"), (-1, "frown"), (-2, "angry"))
FACE = 17.0
FACE_RIGHT = 13.0  # between a face and the first column
WORD_RIGHT = 39.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A band of the row from `top` to `bottom`; +2 lies `head` below its top, and one point is `unit` px."""

    top: float
    bottom: float
    head: float
    unit: float

    def y(self, score: float) -> float:
        return self.top + self.head + (2 - score) * self.unit


def scale(top: float, height: float, head: float, foot: float) -> Scale:
    return Scale(top, top + height, head, (height - head - foot) / 4)


def ground(scale: Scale, grid: Grid) -> tuple[Item, ...]:
    """Washes of gain and pain, a hairline a point, and a stronger line for neutral."""
    zero, width = scale.y(0), grid.right - grid.left
    washes: tuple[Item, ...] = (
        Wash(grid.left, scale.top, width, zero - scale.top, "gain_wash", ""),
        Wash(grid.left, zero, width, scale.bottom - zero, "", "pain_wash"),
    )
    lines = tuple(_line(grid, scale.y(score), "line", 1.0) for score in (2, 1, -1, -2))
    return (*washes, *lines, _line(grid, zero, "ink3", 1.25))


def _line(grid: Grid, y: float, ink: str, width: float) -> Curve:
    return Curve((("M", grid.left, y), ("L", grid.right, y)), ink, width)


def axis(
    scale: Scale, grid: Grid, type: Typesetter, words: Words, only: tuple[int, ...] = (2, 1, 0, -1, -2)
) -> tuple[Item, ...]:
    """The faces beside the first column, and their words where the rail has room for them."""
    items: list[Item] = []
    for score, face in FACES:
        if score not in only:
            continue
        y = scale.y(score)
        room = grid.rail - WORD_RIGHT - 4
        if room >= 60:
            word = type.wrap(words(f"feelings.{score}"), "label", room)
            items += lettering(word, grid.left - WORD_RIGHT, y - word.height / 2, "ink2", "right")
        items.append(Icon(face, grid.left - FACE_RIGHT - FACE, y - FACE / 2, FACE, "ink2"))
    return tuple(items)

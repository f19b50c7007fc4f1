"""Words that found no room at their point: a number there, and the word in a list under the row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jmap.layout.curve.words import NUMBER_STYLE, Word, beside
from jmap.layout.geometry import Rect, Taken
from jmap.layout.grid import Grid
from jmap.layout.lettering import in_box, lettering
from jmap.layout.scene import Text

if TYPE_CHECKING:
    from jmap.text.typesetter import Typesetter

AROUND = ((0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1), (1, 0), (-1, 0))
LIST_STYLE = "caption"


def numbers(
    words: Sequence[tuple[int, Word]], bounds: Rect, marks: Taken, lines: Taken, type: Typesetter
) -> Iterator[Text]:
    """Each word's number beside its point; nothing where even that would cover something."""
    for n, word in words:
        figure = type.wrap(str(n), NUMBER_STYLE, 1e6)
        size = (figure.width, figure.height - 3)
        boxes = [beside(word.spot, size, dx, dy, away) for away in (0.0, 12.0, 24.0) for dx, dy in AROUND]
        free = [(box, anchor) for box, anchor in boxes if box.inside(bounds) and marks.free(box)]
        clear = [(box, anchor) for box, anchor in free if lines.free(box)]
        for box, anchor in (clear or free)[:1]:
            marks.add(box.grown(1))
            yield from in_box(figure, box, word.ink, anchor, "paper")


def listing(words: Sequence[Word], top: float, grid: Grid, type: Typesetter) -> tuple[tuple[Text, ...], float]:
    """The numbered words, each under its column, and the height that they need."""
    below: dict[int, float] = defaultdict(float)
    texts: list[Text] = []
    for n, word in enumerate(words, 1):
        column = word.spot.point.first
        entry = type.wrap(f"{n}\u00a0{word.text}", LIST_STYLE, grid.column - 2 * grid.pad)
        texts += lettering(entry, grid.x(column) + grid.pad, top + below[column], word.ink)
        below[column] += entry.height + 2
    return tuple(texts), max(below.values(), default=0.0)

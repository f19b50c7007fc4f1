"""Where a persona has no score: said in words at the foot of the row, never drawn as neutral."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.layout.curve.strokes import Stroke
from jmap.layout.geometry import Rect, Taken
from jmap.layout.grid import Grid
from jmap.layout.lettering import in_box
from jmap.layout.scene import Curve, Item
from jmap.layout.whose import whose

if TYPE_CHECKING:
    from jmap.text.typesetter import Paragraph, Typesetter

STYLE = "label"
LINE = 16.0
CHUNK = 4  # columns that one note may stand for, so that it is never far from what it says
LOW = -2.0  # a point as low as this has its word where the notes stand


@dataclass(frozen=True, slots=True)
class Absence:
    """A note for the columns `first` to `last`, on line `row` counted from below."""

    first: int
    last: int
    row: int
    ink: str
    paragraph: Paragraph
    persona: str = ""  # its id

    @property
    def lines(self) -> int:
        return len(self.paragraph.lines)


def absences(strokes: Sequence[Stroke], notes: Sequence[str], grid: Grid, type: Typesetter) -> list[Absence]:
    """One note a stretch and persona, stacked where stretches of several personas meet."""
    found: list[Absence] = []
    for stroke, note in zip(strokes, notes, strict=True):
        for first, last in _chunks(stroke.trace.missing):
            room = grid.across(range(first, last + 1)) - 10
            paragraph = type.wrap(note, STYLE, room)
            under = [a.row + a.lines for a in found if a.first <= last and first <= a.last]
            who = stroke.trace.persona.id if stroke.trace.persona else ""
            found.append(Absence(first, last, max(under, default=0), stroke.text_ink, paragraph, who))
    return found


def _chunks(missing: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in missing:
        for start in range(first, last + 1, CHUNK):
            yield start, min(last, start + CHUNK - 1)


def room_below(found: Sequence[Absence], strokes: Sequence[Stroke]) -> float:
    """How much deeper the row must be so that notes and the words of low points do not meet."""
    low = {s.point.first for stroke in strokes for s in stroke.spots if s.point.score <= LOW}
    need = 0.0
    for absence in found:
        lines = absence.row + absence.lines
        crowded = any(absence.first <= column <= absence.last for column in low)
        need = max(need, LINE * lines if crowded else LINE * (lines - 2))
    return need


def draw(found: Sequence[Absence], bottom: float, grid: Grid, marks: Taken) -> Iterator[Item]:
    """The notes above `bottom`; a thin line shows how far each reaches beyond one column."""
    for absence in found:
        base = bottom - 6 - LINE * absence.row
        width, height = absence.paragraph.width, absence.paragraph.height
        middle = _middle(absence, grid)
        box = Rect(middle - width / 2, base - height, middle + width / 2, base)
        marks.add(box.grown(1))
        items: list[Item] = [*in_box(absence.paragraph, box, absence.ink, "middle", "paper")]
        if absence.last > absence.first:
            y = (box.top + box.bottom) / 2
            items.append(_reach(grid.x(absence.first) + 10, box.left - 8, y, absence.ink))
            items.append(_reach(box.right + 8, grid.end(absence.last) - 10, y, absence.ink))
        yield from whose(filter(None, (absence.persona,)), items)


def _middle(absence: Absence, grid: Grid) -> float:
    """Where a note stands: in the column in the middle, so that no edge of a column runs through its words."""
    if absence.paragraph.width <= grid.column - 10:
        return grid.centre((absence.first + absence.last) // 2)
    return (grid.x(absence.first) + grid.end(absence.last)) / 2


def _reach(start: float, end: float, y: float, ink: str) -> Curve:
    return Curve((("M", start, y), ("L", max(start, end), y)), ink, 1.0, "dotted")

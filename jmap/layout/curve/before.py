"""The curve before, thin and dashed under the one that replaces it, and a stem with its amount where a score moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.layout.curve.hermite import Command, segments
from jmap.layout.curve.points import Trace
from jmap.layout.curve.scale import Scale
from jmap.layout.curve.strokes import Stroke, strokes
from jmap.layout.geometry import Rect, Taken
from jmap.layout.lettering import in_box
from jmap.layout.scene import Box, Curve, Group, Item, Mark

if TYPE_CHECKING:
    from jmap.layout.curve.band import Band
    from jmap.text.typesetter import Paragraph

THIN = 1.6
SMALL = 9.0
PALE = 0.75
ALIKE = 4.0  # px within which two stretches are one
AWAY = 13.0  # from a point to its stem, to the right
NEXT = 15.0  # from a stem to that of another persona
STEPS = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Moved:
    """How far a score moved: from which, in which ink, and what the stem says."""

    score: float
    ink: str
    amount: str
    change: str = ""  # its fingerprint


@dataclass(frozen=True, slots=True)
class Before:
    """The curves before. `moved` leads from the path of a feeling to what it was; `kept` names points before that
    have no mark, since they are as they were."""

    traces: tuple[Trace, ...]
    moved: Mapping[str, Moved]
    kept: frozenset[str] = frozenset()

    def on(self, drawn: Sequence[Stroke], scale: Scale) -> Under:
        """The part of it that lies under these lines."""
        who = [_who(stroke.trace) for stroke in drawn]
        return Under(strokes([trace for trace in self.traces if _who(trace) in who], scale, THIN), self, scale)


@dataclass(frozen=True, slots=True)
class Under:
    """What one band shows of the time before."""

    strokes: tuple[Stroke, ...]
    before: Before
    scale: Scale

    def draw(self, band: Band) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        """What lies under the lines, and the stems that lie on them. Takes the places of marks and stems."""
        lines = tuple(self._curves(band.strokes))
        marks = tuple(self._marks())
        if lines:
            band.legend["feelings.before"] = None
        stems = tuple(self._stems(band))
        return (Group((*lines, *marks), "before"),), stems

    def _curves(self, over: Sequence[Stroke]) -> Iterator[Curve]:
        """The lines before, but for the stretches on which they are those of now: these would only blot them."""
        now = [stretch for stroke in over for stretch in _stretches(stroke)]
        for stroke in self.strokes:
            for stretch in _stretches(stroke):
                if not any(_same(stretch, other) for other in now):
                    commands: tuple[Command, ...] = (("M", *stretch[:2]), ("C", *stretch[2:]))
                    yield Curve(commands, stroke.ink, THIN, "dashed", opacity=PALE)

    def _marks(self) -> Iterator[Mark]:
        """The points before that moved or went."""
        for stroke in self.strokes:
            for spot in stroke.spots:
                if spot.point.feeling.path not in self.before.kept:
                    yield Mark(stroke.shape, spot.x, spot.y, SMALL, stroke.ink, True, stroke_width=1.4)

    def _stems(self, band: Band) -> Iterator[Group]:
        """All stems first, so that no amount is written across one."""
        stems = list(self._lines(band))
        for stem in stems:
            band.marks.add(stem.box)
            band.legend["feelings.stem"] = None
        for stem in stems:
            yield stem.draw(band)

    def _lines(self, band: Band) -> Iterator[Stem]:
        """One for each score that moved, side by side in their column."""
        done: set[str] = set()
        used: dict[int, int] = {}
        spots = [spot for stroke in band.strokes for spot in stroke.spots]
        for spot in sorted(spots, key=lambda one: (one.point.first, one.x)):
            path = spot.point.feeling.path
            moved = self.before.moved.get(path)
            if moved is None or path in done:
                continue
            done.add(path)
            place = used.get(spot.point.first, 0)
            used[spot.point.first] = place + 1
            yield Stem(spot.point.x + AWAY + place * NEXT, self.scale.y(moved.score), spot.y, moved)


@dataclass(frozen=True, slots=True)
class Stem:
    """From the old height to the new one, with its amount beside it."""

    x: float
    old: float
    new: float
    moved: Moved

    @property
    def box(self) -> Rect:
        return Rect(self.x - 4, min(self.old, self.new), self.x + 4, max(self.old, self.new))

    def draw(self, band: Band) -> Group:
        sign = 1.0 if self.new > self.old else -1.0
        ink = self.moved.ink
        line = Curve((("M", self.x, self.old), ("L", self.x, self.new - sign * 2)), ink, 2, arrow=True)
        label = band.type.wrap(self.moved.amount, "caption-strong", 1e6)
        pill = _pill_place(label, self.box, band)
        band.marks.add(pill.grown(2))
        text = in_box(label, _middle(label, pill), ink, "middle")
        box = Box(pill.left, pill.top, pill.width, pill.height, "paper", ink, 1.4, pill.height / 2)
        return Group((line, box, *text), "change", data=(("change", self.moved.change),))


def _pill_place(label: Paragraph, stem: Rect, band: Band) -> Rect:
    """Beside the stem, on its right where there is room, and on no mark; else at one of its ends."""
    width, height = label.width + 16, label.height + 5
    middle = (stem.left + stem.right - width) / 2
    places = []
    for left in (stem.right + 2, stem.left - 2 - width, stem.left - 2 - width - AWAY - 6, stem.right + NEXT + 4):
        for step in STEPS:
            top = stem.top + (stem.height - height) * step
            places.append(Rect(left, top, left + width, top + height))
    places += [Rect(middle, top, middle + width, top + height) for top in (stem.bottom + 3, stem.top - 3 - height)]
    inside = [place for place in places if place.inside(band.bounds)] or places
    free = [place for place in inside if band.marks.free(place)]
    return _clear(free, band.lines) or (free or inside)[0]


def _stretches(stroke: Stroke) -> Iterator[tuple[float, ...]]:
    """The numbers of each Bezier segment: its start, its two handles and its end."""
    for run in stroke.runs:
        knots = [spot.knot for spot in run]
        for start, bezier in zip(knots, segments(knots), strict=False):
            yield (*start, *(float(value) for value in bezier[1:]))


def _same(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return all(abs(a - b) < ALIKE for a, b in zip(one, other, strict=True))


def _clear(places: Sequence[Rect], lines: Taken) -> Rect | None:
    return lines.first_free(places)


def _middle(label: Paragraph, box: Rect) -> Rect:
    left = (box.left + box.right - label.width) / 2
    top = (box.top + box.bottom - label.height) / 2
    return Rect(left, top, left + label.width, top + label.height)


def _who(trace: Trace) -> str:
    return trace.persona.id if trace.persona else ""

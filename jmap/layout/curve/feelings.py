"""The feelings row: one curve a persona on one scale, or from seven personas on a small curve for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jmap.layout.curve import absent
from jmap.layout.curve.band import Band
from jmap.layout.curve.before import Before
from jmap.layout.curve.overflow import listing
from jmap.layout.curve.points import Trace, traces
from jmap.layout.curve.scale import Scale, axis, ground, scale
from jmap.layout.curve.strokes import Stroke, strokes
from jmap.layout.curve.voice import Voice
from jmap.layout.curve.words import DENSE, Word
from jmap.layout.grid import Grid
from jmap.layout.kit import Kit
from jmap.layout.lettering import lettering
from jmap.layout.row import Row
from jmap.layout.rows import rail_label
from jmap.layout.scene import Group, Item, Mark
from jmap.resolve.journey import Journey

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.text.typesetter import Typesetter

HEIGHT, LEAST, SMALL = 350.0, 220.0, 124.0
EDGE = 6.0  # paper above and below the washes
HEAD, FOOT = 40.0, 38.0  # from +2 to the top of the washes, from -2 to their foot
SMALL_HEAD = 26.0
ONE_CHART = 6  # personas that one scale may hold
TOP = 13.0  # of the row's name in the rail


def feelings_row(
    journey: Journey,
    grid: Grid,
    type: Typesetter,
    words: Words,
    height: float = HEIGHT,
    found: Sequence[Trace] | None = None,
    before: Before | None = None,
) -> Row:
    """The whole row, at least `height` (and 220) px high; a row of no height where nobody feels anything.

    `found` are the curves, where they are not simply those of the journey; `before` are the curves that they replace.
    """
    found = traces(journey, grid) if found is None else found
    if not any(trace.points or trace.levels for trace in (*found, *(before.traces if before else ()))):
        return Row(0.0, ())
    row = _Row(journey, grid, type, words, before)
    if len(found) > ONE_CHART:
        bottom = row.small_charts(found)
    else:
        bottom = row.chart(found, EDGE, max(height, LEAST) - 2 * EDGE)
    bottom = row.list_below(bottom)
    rail = rail_label(words("lane.feelings"), "", "heart", grid, Kit(journey, type, words))
    label = Group(rail.at(0, TOP), "rail")
    lane = Group((label, *row.items), "lane", words("lane.feelings"), (("lane", "feelings"),))
    return Row(bottom + EDGE, (lane,), tuple(row.legend))


class _Row:
    """Bands below each other, and the words that go below them all."""

    def __init__(
        self, journey: Journey, grid: Grid, type: Typesetter, words: Words, before: Before | None = None
    ) -> None:
        self.grid, self.type, self.words, self.before = grid, type, words, before
        self.voice = Voice(journey.personas, words)
        self.line = 2.4 if grid.columns > DENSE else 3.2
        self.items: list[Item] = []
        self.legend: dict[str, None] = {}
        self.bands: list[tuple[Band, list[Word]]] = []

    def chart(self, found: Sequence[Trace], top: float, height: float) -> float:
        """All curves on one scale; returns where it ends."""
        on = scale(top, height, HEAD, FOOT)
        drawn = strokes(found, on, self.line)
        on = self._deeper(on, drawn)
        self.items += ground(on, self.grid)
        self.items.append(Group(axis(on, self.grid, self.type, self.words), "aside"))
        self._band(drawn, on, names=True)
        return on.bottom

    def small_charts(self, found: Sequence[Trace]) -> float:
        """A low scale for each persona, named in the rail."""
        bottom = 34.0
        for trace in found:
            on = scale(bottom, SMALL, SMALL_HEAD, SMALL_HEAD)
            drawn = strokes((trace,), on, 2.4)
            on = self._deeper(on, drawn)
            self.items += ground(on, self.grid)
            self.items.append(Group(axis(on, self.grid, self.type, self.words, only=(2, -2)), "aside"))
            in_rail = self.grid.rail >= 120
            if in_rail:
                self.items.append(Group(self._name(drawn[0], on), "aside"))
            self._band(drawn, on, names=not in_rail)
            bottom = on.bottom + 4
        return bottom - 4

    def _deeper(self, on: Scale, drawn: Sequence[Stroke]) -> Scale:
        """The same scale with a foot that has room for the notes of missing scores."""
        notes = [self.voice.no_data(stroke) for stroke in drawn]
        found = absent.absences(drawn, notes, self.grid, self.type)
        return Scale(on.top, on.bottom + absent.room_below(found, drawn), on.head, on.unit)

    def _name(self, stroke: Stroke, on: Scale) -> tuple[Item, ...]:
        name = self.type.wrap(self.voice.title(stroke), "body-strong", self.grid.rail - 66)
        y = on.y(0)
        mark = Mark(stroke.shape, self.grid.left - 21.5, y, 11, stroke.ink)
        return (*lettering(name, self.grid.left - 39, y - name.height / 2, stroke.text_ink, "right"), mark)

    def _band(self, drawn: tuple[Stroke, ...], on: Scale, names: bool) -> None:
        under = self.before.on(drawn, on) if self.before else None
        band = Band(drawn, on, self.grid, self.type, self.voice, under)
        items, left_over = band.draw(names)
        self.items += items
        self.legend.update(band.legend)
        self.bands.append((band, left_over))

    def list_below(self, bottom: float) -> float:
        """Numbers the words that found no room, and lists them; returns where the list ends."""
        everything = [word for _, words in self.bands for word in words]
        numbered = {id(word): n for n, word in enumerate(everything, 1)}
        for band, words in self.bands:
            self.items += band.number([(numbered[id(word)], word) for word in words])
        if not everything:
            return bottom
        texts, height = listing(everything, bottom + 8, self.grid, self.type)
        self.items += texts
        return bottom + 8 + height

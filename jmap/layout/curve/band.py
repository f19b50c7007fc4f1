"""One band of the feelings row: a scale, the curves on it, and all words that belong to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from jmap.layout.curve import absent, gap, levels
from jmap.layout.curve.before import Under
from jmap.layout.curve.names import name_at_start
from jmap.layout.curve.overflow import numbers
from jmap.layout.curve.scale import Scale
from jmap.layout.curve.spread import extent, spread
from jmap.layout.curve.strokes import Spot, Stroke
from jmap.layout.curve.voice import Voice
from jmap.layout.curve.words import RADIUS, STYLE, Placed, Word, place, wanted
from jmap.layout.geometry import Rect, Taken, around
from jmap.layout.grid import Grid
from jmap.layout.scene import Box, Group, Item, Mark, Text
from jmap.text.typesetter import Typesetter

SIZE = 12.0
CLOSE_SIZE = 9.0  # of marks side by side, so that none covers its neighbour
PLATE = 0.35


@dataclass
class Band:
    """What is drawn on one scale. Things are placed one after the other, each around what is there already."""

    strokes: tuple[Stroke, ...]
    scale: Scale
    grid: Grid
    type: Typesetter
    voice: Voice
    under: Under | None = None  # the curves before, where these replace others
    marks: Taken = field(default_factory=Taken)  # texts and marks: nothing may cover them
    lines: Taken = field(default_factory=Taken)
    legend: dict[str, None] = field(default_factory=dict)
    texts: dict[int, list[Item]] = field(default_factory=dict)  # words by the id of their point's spot
    plates: list[Rect] = field(default_factory=list)

    @property
    def bounds(self) -> Rect:
        return Rect(self.grid.left + 2, self.scale.top + 2, self.grid.right - 2, self.scale.bottom - 3)

    def draw(self, names: bool) -> tuple[tuple[Item, ...], list[Word]]:
        """Everything on the band, from the back to the front, and the words that found no room."""
        for stroke in self.strokes:
            self.lines.add(*stroke.swept())
            self.marks.add(*(around(s.x, s.y, 2 * RADIUS, 2 * RADIUS) for s in stroke.spots))
        before = self.under.draw(self) if self.under else ((), ())
        notes = [self.voice.no_data(stroke) for stroke in self.strokes]
        absences = absent.absences(self.strokes, notes, self.grid, self.type)
        missing = tuple(absent.draw(absences, self.scale.bottom, self.grid, self.marks))
        stages = self._levels()
        gap_items = self._gap() if len(self.strokes) > 1 and not self.under else ()
        name_items = self._names() if names else {}
        captions, unsaid = self._captions(stages)
        left_over = [*unsaid, *self._words()]
        ribbons = [self._whose(s, tuple(self._spread(s)), "spread") for s in self.strokes]
        levels_lines = (level.line() for level in stages)
        lines: list[Item] = [*before[0], *levels_lines, *self._curves(), *before[1], *self._clearings()]
        people = [self._person(stroke, name_items.get(n, ()), stages) for n, stroke in enumerate(self.strokes)]
        return (*ribbons, *self._plates(), *lines, *gap_items, *people, *captions, *missing), left_over

    def _curves(self) -> Iterator[Group]:
        for stroke in self.strokes:
            for dash, alike in groupby(stroke.curves(), key=lambda curve: curve.dash):
                form = "assumed" if dash else "known"
                self.legend[f"feelings.{form}"] = None
                yield self._whose(stroke, tuple(alike), form)

    def _whose(self, stroke: Stroke, items: tuple[Item, ...], form: str) -> Group:
        """What belongs to one persona, held together so that a page can find it."""
        persona = stroke.trace.persona
        return Group(items, "trace", data=((("persona", persona.id),) if persona else ()) + (("form", form),))

    def _clearings(self) -> Iterator[Mark]:
        """Paper behind marks that stand side by side: a halo of their own would cover the neighbour."""
        for stroke in self.strokes:
            for spot in stroke.spots:
                if not spot.alone:
                    yield Mark(stroke.shape, spot.x, spot.y, CLOSE_SIZE + 5, "paper")

    def _spread(self, stroke: Stroke) -> Iterator[Item]:
        for item in spread(stroke.trace, self.scale, stroke.ink):
            self.legend["feelings.spread"] = None
            yield item

    def _gap(self) -> tuple[Item, ...]:
        found = gap.widest(self.strokes)
        if found is None:
            return ()
        self.legend["feelings.gap"] = None
        label = self.type.wrap(self.voice.gap(found.size), STYLE, 1e6)
        items, taken = gap.draw(found, label, self.marks, self.lines)
        self.marks.add(*taken)
        return (Group(items, "gap", self.voice.gap_of(found, self.strokes)),)

    def _names(self) -> dict[int, tuple[Text, ...]]:
        found = {}
        for n, stroke in enumerate(self.strokes):
            name = self.voice.name(stroke)
            if name and stroke.spots:
                texts, box = name_at_start(
                    stroke, name, self.strokes, self.grid, self.bounds, self.marks, self.lines, self.type
                )
                self.marks.add(box.grown(2))
                self.plates.append(box)
                found[n] = texts
        return found

    def _words(self) -> list[Word]:
        words = wanted(self.strokes, self.grid.column - 16, self.grid.columns, self.type)
        placed, left_over = place(words, self.bounds, self.marks, self.lines)
        for one in placed:
            self._say(one)
        return left_over

    def _say(self, placed: Placed) -> None:
        self.plates.append(placed.box)
        self.texts.setdefault(id(placed.word.spot), []).extend(placed.texts())

    def number(self, words: Sequence[tuple[int, Word]]) -> Iterator[Item]:
        """The numbers of the words that stand in the list below."""
        return numbers(words, self.bounds, self.marks, self.lines, self.type)

    def _levels(self) -> list[levels.Level]:
        found = [
            level for n, stroke in enumerate(self.strokes) for level in levels.levels(stroke, self.scale, self.grid, n)
        ]
        for level in found:
            mark, line = level.taken()
            self.marks.add(mark)
            self.lines.add(line)
        return found

    def _captions(self, stages: Sequence[levels.Level]) -> tuple[list[Item], list[Word]]:
        """The words of stages' own lines, and those that found no room."""
        items: list[Item] = []
        unsaid: list[Word] = []
        for level in stages:
            text = self.voice.level(level.point)
            paragraph = self.type.wrap(text, "label", max(60.0, level.right - level.left))
            found = levels.caption(level, paragraph, self.bounds, self.marks, self.lines)
            if found is None:
                spot = Spot(level.point, level.left, level.y, (level.left, level.y))
                unsaid.append(Word(spot, level.stroke.text_ink, paragraph, -1, 0.0, 0, text))
                continue
            items += found[0]
            self.marks.add(found[1].grown(2))
        return items, unsaid

    def _plates(self) -> Iterator[Box]:
        """A little paper under words that lie across the edge of a spread, of a wash or of a column."""
        spreads = Taken()
        for stroke in self.strokes:
            spreads.add(*extent(stroke.trace, self.scale))
        for box in self.plates:
            across = self.grid.column_at(box.left) != self.grid.column_at(box.right)
            if not across and not box.top < self.scale.y(0) < box.bottom and spreads.free(box):
                continue
            yield Box(box.left - 4, box.top, box.width + 8, box.height + 1, "paper", radius=5, opacity=PLATE)

    def _person(self, stroke: Stroke, name: Sequence[Text], stages: Sequence[levels.Level]) -> Group:
        """The marks and words of one persona, in reading order."""
        children: list[Item] = list(name)
        for level in stages:
            if level.stroke is stroke:
                children.append(Group((level.mark(),), "point", self.voice.point(stroke, level.point)))
        children += [self._point(stroke, spot) for spot in stroke.spots]
        if stroke.spots or stroke.trace.levels:
            self.legend[self.voice.curve(stroke)] = None
        return self._whose(stroke, (Group(tuple(children), "curve", self.voice.title(stroke)),), "points")

    def _point(self, stroke: Stroke, spot: Spot) -> Group:
        known = spot.point.known
        size = (SIZE if known else SIZE + 1) if spot.alone else CLOSE_SIZE
        halo, edge = ("paper", 2.6) if spot.alone else ("", 2.0)
        mark = Mark(stroke.shape, spot.x, spot.y, size, stroke.ink, not known, "", halo, edge)
        self.legend["known" if known else "assumed"] = None
        label = self.voice.point(stroke, spot.point)
        data = (("step", spot.point.place.id), ("score", f"{spot.point.score:g}"))
        drawn = Group((mark, *self.texts.get(id(spot), ())), "point", label, data)
        return Group((drawn,), "item", data=() if known else (("known", "no"),))

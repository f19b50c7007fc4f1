"""The path row: a ribbon as wide as the customers left, where they leave it, and the ways back and ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jmap.layout.geometry import Rect, Taken
from jmap.layout.grid import Grid
from jmap.layout.kit import Block, Kit, stack
from jmap.layout.move import shift
from jmap.layout.path.course import RADIUS, Course, course, ribbon
from jmap.layout.path.exits import leak
from jmap.layout.path.labels import label
from jmap.layout.path.ports import arcs
from jmap.layout.path.ways import Router
from jmap.layout.row import Row
from jmap.layout.rows import rail_label
from jmap.layout.scene import Box, Group, Icon, Item, Text
from jmap.resolve.journey import Journey, Way

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.text.typesetter import Typesetter

MARGIN = 14.0  # above and below everything
ROOM = 24.0  # above the ribbon, at least
LEAST = 92.0
TOP = 13.0  # of the row's name in the rail


def path_row(journey: Journey, grid: Grid, type: Typesetter, words: Words) -> Row:
    """The whole row; a row of no height for a single column that nobody leaves or repeats."""
    if grid.columns < 2 and not journey.ways and not any(place.exits for place in journey.columns):
        return Row(0.0, ())
    kit = Kit(journey, type, words)
    path = _Path(kit, grid)
    items = path.draw()
    above, below = path.extent()
    top = max(ROOM, MARGIN - above)
    caption = words("path.left") if journey.has_shares else ""
    rail = rail_label(words("lane.path"), caption, "route", grid, kit)
    drawn = top + below + MARGIN
    height = max(LEAST, drawn, TOP + rail.height + TOP)
    top += (height - drawn) / 2
    label = Group(rail.at(0, TOP), "rail")
    lane = Group((label, *shift(items, 0, top)), "lane", words("lane.path"), (("lane", "path"),))
    seen = [note for note in ("badge",) if note in kit.seen]
    return Row(height, (lane,), (*path.legend, *seen))


class _Path:
    """Places everything around the ribbon, whose upper edge is y = 0."""

    def __init__(self, kit: Kit, grid: Grid) -> None:
        self.kit, self.grid, self.journey = kit, grid, kit.journey
        self.course: Course = course(kit.journey, grid)
        self.texts = Taken()
        self.boxes: list[Rect] = []
        self.legend: dict[str, None] = {}

    def draw(self) -> tuple[Item, ...]:
        columns = range(self.grid.columns)
        self._take(*self.course.body())
        self._take(*(self.course.node(column).grown(2) for column in columns))
        leaks, narrows = self._leaks()
        notes = [item for column in columns for item in self._above(column)]
        end = self._end()
        ways = [*self._ways("back"), *self._ways("skip")]
        nodes = [self._node(column) for column in columns]
        return (*ribbon(self.journey, self.course, narrows), *leaks, *ways, *nodes, *notes, *end)

    def extent(self) -> tuple[float, float]:
        """The highest and the lowest y in use."""
        return min(box.top for box in self.boxes), max(box.bottom for box in self.boxes)

    def _take(self, *rects: Rect) -> None:
        self.texts.add(*rects)
        self.boxes += rects

    def _leaks(self) -> tuple[list[Item], list[tuple[float, float]]]:
        """The exits, and for each column from where to where the ribbon narrows."""
        legs = {column for way in self.journey.ways if way.kind == "skip" for column in (way.source, way.target)}
        items: list[Item] = []
        narrows: list[tuple[float, float]] = []
        for n, place in enumerate(self.journey.columns):
            if not place.exits:
                narrows.append((self.course.x(n) + RADIUS + 20, self.grid.x(n + 1)))
                continue
            found = leak(self.kit, n, self.course, n in legs)
            self._take(*found.taken)
            items.append(Group(found.items, "exits", place.name))
            narrows.append(found.narrows)
            self.legend["path.exit"] = None
        return items, narrows

    def _above(self, column: int) -> Iterator[Item]:
        """Right of a node, above the ribbon: the sign of a map that details it, and conditions of going on."""
        x = self.course.x(column) + RADIUS + 5
        top = min(0.0, self.course.node(column).top)
        if self.journey.columns[column].journey:
            yield Group((Icon("square-plus", x, -19, 15, "ink2"),), "journey", self.journey.columns[column].journey)
            self._take(Rect(x, -19, x + 15, -4))
            self.legend["path.journey"] = None
            x += 21
        on = [way for way in self.journey.ways if _says_something(way) and way.source == column]
        if on:
            room = self.grid.x(column + 1) + self.grid.pad - 6 - x
            block = stack([self._condition(way, room) for way in on], 2)
            y = min(-4.0, top + 8) - block.height
            self._take(Rect(x, y, x + block.width, y + block.height).grown(2))
            yield Group(block.at(x, y), "way")

    def _condition(self, way: Way, room: float) -> Block:
        share = "" if way.share is None else self.kit.words.percent(way.share)
        return label(self.kit, way.personas, share, way.when, room)

    def _end(self) -> tuple[Item, ...]:
        """How many reach the end: said for each persona where they differ, for no mean may hide one."""
        if not self.journey.has_shares:
            return ()
        deep = max(self.course.widths[-2:]) + 5
        below, above = self._reaching("skip"), self._reaching("back")
        choice = [(below, deep), (above, -above.height - 5), *((below, deep + 4 * n) for n in range(1, 100))]
        for block, y in choice:
            left = self.grid.right - 10 - block.width
            box = Rect(left, y, left + block.width, y + block.height)
            if self.texts.free(box):
                break
        self._take(box.grown(2))
        return block.at(box.left, box.top)

    def _reaching(self, kind: str) -> Block:
        """The words for the end; narrow enough to stand beside a way of that kind at the last node."""
        last = self.grid.columns - 1
        beside = any(way.kind == kind and last in (way.source, way.target) for way in self.journey.ways)
        left = self.course.x(last) + 26 if beside else self.grid.x(last) + self.grid.pad
        shares = self.journey.left_by_persona
        lines: list[tuple[float, tuple[str, ...]]] = [(self.journey.left_at_end, ())]
        if shares:
            lines = [(shares[p.id][-1], (p.id,)) for p in self.journey.personas]
        return stack([self._reach(share, who, self.grid.right - 10 - left) for share, who in lines], 1)

    def _reach(self, share: float, personas: Sequence[str], room: float) -> Block:
        text = self.kit.words("path.reach_end", share=self.kit.words.about(share))
        return label(self.kit, personas, "", text, room)

    def _ways(self, kind: str) -> Iterator[Item]:
        found = arcs([way for way in self.journey.ways if way.kind == kind], self.course)
        if not found:
            return
        self.legend[f"path.{kind}"] = None
        router = Router(self.kit, self.course, self.texts, above=kind == "back")
        for items in router.route(found):
            yield from items
        self.boxes += router.drawn

    def _node(self, column: int) -> Item:
        place, box = self.journey.columns[column], self.course.node(column)
        moment = place.is_moment or self.journey.stage_of(column).is_moment
        fill, ink = ("moment_fill", "on_moment") if moment else ("paper", "ink")
        number = str(column + 1)
        style = "body-strong" if column < 99 else "small-strong"
        width = self.kit.type.width(number, style)
        text = Text(self.course.x(column), self.course.y(column) + 4.6, number, style, ink, "middle", width)
        disc = Box(box.left, box.top, box.width, box.height, fill, "ink", 2, RADIUS)
        return Group((disc, text), "node", place.name, (("step", place.id),))


def _says_something(way: Way) -> bool:
    return way.kind == "on" and way.written and bool(way.when or way.personas or way.share is not None)

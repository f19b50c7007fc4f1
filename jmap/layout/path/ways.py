"""Ways that are not the next step: dashed arcs back above the ribbon, solid lines ahead below it.

Each way takes the nearest level on which its line and its label cover no text and no other line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jmap.layout.geometry import Rect, Taken
from jmap.layout.kit import Block, Kit
from jmap.layout.path.course import Course
from jmap.layout.path.labels import label
from jmap.layout.path.ports import Arc, touch
from jmap.layout.scene import Box, Curve, Group, Item
from jmap.layout.whose import whose
from jmap.resolve.journey import Way

STEP = 4.0
CLEAR = 5.0  # between a line and anything else
CORNER = 12.0
RISE = 22.0  # of an arc above its nodes, at least
WIDEST = 300.0


@dataclass
class Router:
    """Places the ways of one side. `texts` are the places that texts, marks and nodes take."""

    kit: Kit
    course: Course
    texts: Taken
    above: bool
    lines: Taken = field(default_factory=Taken)  # level lines of ways
    legs: list[Rect] = field(default_factory=list)  # upright lines
    drawn: list[Rect] = field(default_factory=list)

    def route(self, arcs: Sequence[Arc]) -> Iterator[tuple[Item, ...]]:
        """Each way as drawn, the shortest first."""
        for n, arc in enumerate(arcs):
            yield self._one(arc, arcs[n + 1 :])

    def _one(self, arc: Arc, later: Sequence[Arc]) -> tuple[Item, ...]:
        """One way: with a narrower label, and then with a label on an upright line, rather than far away."""
        coming = [x for other in later for x in (other.left, other.right)]
        none: tuple[list[Rect], list[float]] = ([], [])
        for legs, xs, strict in ((self.legs, coming, True), (self.legs, [], True), (*none, True), (*none, False)):
            for widest in (WIDEST, 150.0):
                block = self._label(arc, widest)
                found = self._level(arc, block, legs, xs, strict)
                if found:
                    return self._place(arc, block, *found)
        y = self._levels(arc)[-1]  # beyond everything
        return self._place(arc, block, y, self._label_box(block, (arc.left + arc.right) / 2, y))

    def _label(self, arc: Arc, widest: float) -> Block:
        span = arc.right - arc.left - 20
        most = max(min(span, widest), self.course.grid.column - 24) if self.above else max(90.0, min(span, widest))
        share = "" if arc.way.share is None else self.kit.words.percent(arc.way.share)
        return label(self.kit, arc.way.personas, share, arc.way.when, most)

    def _levels(self, arc: Arc) -> list[float]:
        if self.above:  # clear of its nodes: an arrow needs a straight end
            top = min(0.0, *(self.course.node(column).top for column in (arc.low, arc.high)))
            return [top - RISE - STEP * n for n in range(160)]
        deep = max(self.course.widths[arc.low : arc.high + 1])
        return [deep + 26.0 + STEP * n for n in range(160)]

    def _level(
        self, arc: Arc, block: Block, legs: Sequence[Rect], coming: Sequence[float], strict: bool
    ) -> tuple[float, Rect] | None:
        """The nearest level for a way, and the place of its label there.

        `legs` and `coming` are what the label keeps clear of: upright lines, and the x of those to come.
        If `strict`, the way's own upright lines pass no text.
        """
        for y in self._levels(arc):
            line = Rect(arc.left, y - CLEAR, arc.right, y + CLEAR)
            if not (self.texts.free(line) and self.lines.free(line)):
                continue
            if strict and not all(self.texts.free(leg) for leg in self._own_legs(arc, y)):
                continue
            for box in self._boxes(arc, block, y):
                if self._label_free(arc, box, legs, coming):
                    return y, box
        return None

    def _own_legs(self, arc: Arc, y: float) -> Iterator[Rect]:
        for column, x in ((arc.low, arc.left), (arc.high, arc.right)):
            node = self.course.node(column).grown(3)  # the node itself is taken
            near = min(node.top, 0.0) if self.above else max(node.bottom, self.course.widths[column])
            yield Rect(x - 3, min(y, near), x + 3, max(y, near))

    def _boxes(self, arc: Arc, block: Block, y: float) -> Iterator[Rect]:
        """Places of the label on its line, from the middle outwards."""
        middle = (arc.left + arc.right) / 2
        reach = int((arc.right - arc.left) / 2 // 10)
        for n in range(reach + 1):
            for sign in (1, -1) if n else (1,):
                yield self._label_box(block, middle + sign * n * 10, y)
        if self.above:  # beside the legs of its nodes
            for away in (24.0, 36.0, 48.0):
                yield self._label_box(block, arc.right + away + block.width / 2, y)
                yield self._label_box(block, arc.left - away - block.width / 2, y)

    def _label_box(self, block: Block, middle: float, y: float) -> Rect:
        grid = self.course.grid
        left = min(max(middle - block.width / 2, grid.left + 4), grid.right - 4 - block.width)
        return Rect(left, y - 4 - block.height, left + block.width, y - 4)

    def _label_free(self, arc: Arc, box: Rect, legs: Sequence[Rect], coming: Sequence[float]) -> bool:
        wide = box.grown(3)
        if not (self.texts.free(wide) and self.lines.free(box.grown(-2))):
            return False
        if not self.above and not (arc.left + CLEAR < box.left and box.right < arc.right - CLEAR):
            return False
        if any(wide.overlaps(leg) for leg in legs):
            return False
        return not any(wide.left - 2 < x < wide.right + 2 for x in coming)

    def _place(self, arc: Arc, block: Block, y: float, box: Rect) -> tuple[Item, ...]:
        self.texts.add(box.grown(2))
        self.lines.add(Rect(arc.left, y - CLEAR, arc.right, y + CLEAR))
        self.legs += self._own_legs(arc, y)
        self.drawn += [box, Rect(arc.left, y - 2, arc.right, y + 2)]
        children: list[Item] = [self._line(arc, y)]
        if block.width:
            children += [*_plate(box, self.course), *block.at(box.left, box.top)]
        return whose(arc.way.personas, (Group(tuple(children), "way", _spoken(self.kit, arc.way)),))

    def _line(self, arc: Arc, y: float) -> Curve:
        """From the source's node around two corners to the target's."""
        back = arc.way.source >= arc.way.target
        start, end = (arc.right, arc.left) if back else (arc.left, arc.right)
        y0 = touch(self.course, arc.way.source, start, self.above)
        y1 = touch(self.course, arc.way.target, end, self.above) + (-2 if self.above else 2)
        sign = 1.0 if end > start else -1.0
        r = min(CORNER, abs(end - start) / 2, abs(y - y0), abs(y - y1))
        down = r if y < y0 else -r  # from the level towards the ribbon
        commands: tuple[tuple[str | float, ...], ...] = (
            ("M", start, y0),
            ("L", start, y + down),
            ("C", start, y + down * 0.4, start + sign * r * 0.4, y, start + sign * r, y),
            ("L", end - sign * r, y),
            ("C", end - sign * r * 0.4, y, end, y + down * 0.4, end, y + down),
            ("L", end, y1),
        )
        if self.above:
            return Curve(commands, "ink2", 1.5, "dashed", arrow=True)
        return Curve(commands, "ink3", 2.2, arrow=True)


def _plate(box: Rect, course: Course) -> Iterator[Box]:
    """A little paper under a label that lies over the edge of a column, so that it reads as one."""
    if course.grid.column_at(box.left) != course.grid.column_at(box.right):
        yield Box(box.left - 4, box.top, box.width + 8, box.height, "paper", radius=4, opacity=0.5)


def _spoken(kit: Kit, way: Way) -> str:
    names = [kit.journey.columns[column].name for column in (way.source, way.target)]
    facts = [kit.words.percent(way.share)] if way.share is not None else []
    if way.when:
        facts.append(way.when)
    kind = kit.words(f"path.{way.kind}")
    return f"{kind}: {names[0]} → {names[1]}" + (f" ({', '.join(facts)})" if facts else "")

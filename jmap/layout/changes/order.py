"""The order row: the columns before on one line and after on the next, and below them who leaves and goes elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jmap.diff.change import Change
from jmap.layout.changes.facts import fact
from jmap.layout.changes.fold import Folded
from jmap.layout.changes.form import strike
from jmap.layout.changes.marks import Marked, form_of, held
from jmap.layout.changes.sides import Show
from jmap.layout.changes.targets import Target
from jmap.layout.changes.union import GONE, Union
from jmap.layout.grid import Grid
from jmap.layout.kit import Block, Kit, phrase, stack
from jmap.layout.row import Row
from jmap.layout.rows import SIDE, rail_label
from jmap.layout.scene import Box, Curve, Group, Icon, Text
from jmap.layout.scene import Item as Drawn
from jmap.resolve.journey import Exit, Journey, Place, Way

TOP = 13.0
NODE = 14.0  # from the cell's padding to the centre of a node
RADIUS, SMALL = 13.0, 11.0
RIBBON = 10.0
FIRST, APART = 28.0, 62.0  # the line before, and how far below it the line after is


@dataclass(frozen=True, slots=True)
class Order:
    """Where the columns stood. `slots` leads from an index at the base to the union's column in its place then;
    `homes` to the column in which it stands now."""

    slots: tuple[int, ...]
    homes: tuple[int, ...]
    numbers: Mapping[int, int]  # at the head, from 1, by the union's column
    moved: frozenset[int]  # indexes at the base

    @property
    def changed(self) -> bool:
        return self.slots != self.homes or len(self.slots) != len(self.numbers) or set(self.numbers) != set(self.homes)


def order(union: Union) -> Order:
    homes = []
    for place in union.base.columns:
        homes.append(next((n for n, c in enumerate(union.columns) if c.base and c.base.path == place.path), -1))
    homes = [home for home in homes if home >= 0]
    moved = frozenset(n for n, p in enumerate(union.base.columns) if p.path in union.pairs.moved)
    at = {place.path: n for n, place in enumerate(union.head.columns, 1)}
    numbers = {n: at[c.head.path] for n, c in enumerate(union.columns) if c.head and c.head.path in at}
    return Order(tuple(sorted(homes)), tuple(homes), numbers, moved)


def old_places(found: Order) -> list[int]:
    """The union's columns where something stood that has moved."""
    return [slot for n, slot in enumerate(found.slots) if n in found.moved]


def order_row(
    union: Union, marked: Mapping[Target, Sequence[Change]], folded: Folded, grid: Grid, kit: Kit, show: Show
) -> Row:
    found = order(union)
    row = _Order(union, found, folded, grid, kit, show)
    lines, bottom = row.draw()
    notes = row.notes({t: tuple(c) for t, c in marked.items() if t.kind == "order"})
    if grid.columns < 2 and not notes and not found.changed:
        return Row(0.0, ())
    below = max((block.height for _, block in notes), default=0.0)
    items: list[Drawn] = [*lines]
    for column, block in notes:
        data = (("lane", "path"), ("step", kit.journey.columns[column].id))
        if show == "both":
            items.append(Group(block.at(grid.x(column) + SIDE, bottom + 6), "cell", "", data))
    words = ("overlay.order", "overlay.order.caption") if found.changed else ("lane.path", "")
    rail = rail_label(kit.words(words[0]), kit.words(words[1]) if words[1] else "", "route", grid, kit)
    height = max(bottom + (6 + below + 8 if below else 0), TOP + rail.height + TOP)
    label = kit.words(words[0])
    lane = Group((Group(rail.at(0, TOP), "rail"), *items), "lane", label, (("lane", "path"),))
    return Row(height, (lane,))


@dataclass(frozen=True, slots=True)
class _Order:
    union: Union
    order: Order
    folded: Folded
    grid: Grid
    kit: Kit
    show: Show

    def draw(self) -> tuple[list[Drawn], float]:
        """The lines with their nodes, and where they end."""
        after = FIRST + APART if self.order.changed else FIRST
        items: list[Drawn] = []
        if self.order.changed:
            if self.show != "after":
                items += self._ribbon(FIRST)
            if self.show != "before":
                items += self._ribbon(after)
            if self.show == "both":
                items += self._links(FIRST, after)
            if self.show != "after":
                items += self._before(FIRST)
        else:
            items += self._ribbon(after)
        if self.show != "before" or not self.order.changed:
            items += self._after(after)
        return items, after + RADIUS + 10

    def _x(self, column: int) -> float | None:
        at = self.folded.visible(column)
        return None if at is None else self.grid.x(at) + self.grid.pad + NODE

    def _ribbon(self, y: float) -> Iterator[Drawn]:
        left, right = self.grid.left + 8, self.grid.right - 8
        yield Box(left, y - RIBBON / 2, right - left, RIBBON, "ribbon", radius=RIBBON / 2)

    def _before(self, y: float) -> Iterator[Drawn]:
        for n, slot in enumerate(self.order.slots):
            x = self._x(slot)
            if x is not None:
                stays = self.union.columns[self.order.homes[n]].head is not None
                yield self._node(x, y, n + 1, SMALL, ("paper", "ink3", "ink2"), "" if stays else "dashed")

    def _after(self, y: float) -> Iterator[Drawn]:
        moved = {self.order.homes[n] for n in self.order.moved}
        for column, number in self.order.numbers.items():
            x = self._x(column)
            if x is None:
                continue
            look = ("paper", "ink", "ink")
            if self.show == "both" and self.union.columns[column].base is None:
                look = ("ink", "ink", "paper")
            elif self.show == "both" and column in moved:
                look = ("stage1", "ink", "stage_text")
            yield self._node(x, y, number, RADIUS, look)

    def _node(
        self, x: float, y: float, number: int, radius: float, look: tuple[str, str, str], dash: str = ""
    ) -> Drawn:
        style = "body-strong" if radius == RADIUS and number < 100 else "label" if number < 100 else "small-strong"
        width = self.kit.type.width(str(number), style)
        text = Text(x, y + 4.6, str(number), style, look[2], "middle", width)
        edge = 2.0 if radius == RADIUS else 1.4
        disc = Box(x - radius, y - radius, 2 * radius, 2 * radius, look[0], look[1], edge, radius, dash)  # type: ignore[arg-type]
        return Group((disc, text), "node")

    def _links(self, top: float, bottom: float) -> Iterator[Drawn]:
        """From where a column stood to where it stands; a bold arrow for what was moved."""
        bold = []
        for n, (slot, home) in enumerate(zip(self.order.slots, self.order.homes, strict=True)):
            start, end = self._x(slot), self._x(home)
            if start is None or end is None or self.union.columns[home].head is None:
                continue
            y0, y1 = top + SMALL, bottom - RADIUS
            if n in self.order.moved:
                bold.append(_bend(start, y0, end, y1 - 2, "ink", 2.4, True))
            else:
                yield _bend(start, y0, end, y1, "ink3", 1.2, False)
        yield from bold

    def notes(self, marked: Mapping[Target, tuple[Change, ...]]) -> list[tuple[int, Block]]:
        """Who leaves and who goes elsewhere, where that changed, by visible column."""
        found: dict[int, list[Block]] = {}
        for target, changes in marked.items():
            at = next((v for n in target.columns if (v := self.folded.visible(n)) is not None), None)
            if at is not None:
                found.setdefault(at, []).append(held(changes, self._note(target.key, changes)))
        return [(at, stack(blocks, 9)) for at, blocks in sorted(found.items())]

    def _note(self, key: str, changes: tuple[Change, ...]) -> Block:
        width = self.grid.column - 2 * SIDE
        gone = key.startswith(GONE)
        text = _spoken(key.removeprefix(GONE), self.union.base if gone else self.union.head, self.kit)
        words = self.kit.text(text, "label", width, "ink3" if gone else "ink")
        if all(change.thing == "exit" and change.field == "share" for change in changes):
            was = fact(changes[0], self.kit.words).before or self.kit.words("overlay.none")
            words = self._share(was, text, width)
            return stack([*Marked(changes).badges(width, self.kit), words], 3)
        removed = any(form_of(change) == "removed" for change in changes)
        return stack([*Marked(changes).notes(width, self.kit), strike(words) if removed else words], 2)

    def _share(self, was: str, text: str, width: float) -> Block:
        """`25 % → 14 % leave`, and the reason below it."""
        how, _, why = text.partition(": ")
        arrow = Block(11, 12, (Icon("arrow-right", 0, 0.5, 11, "ink3"),))
        figures = phrase((self.kit.line(was, "label", "ink2"), arrow, self.kit.line(how, "label-strong", "pain")), 4)
        return stack([figures, self.kit.text(why, "label", width, "ink2")] if why else [figures], 1)


def _bend(x0: float, y0: float, x1: float, y1: float, ink: str, width: float, arrow: bool) -> Curve:
    if x0 == x1:
        return Curve((("M", x0, y0), ("L", x1, y1)), ink, width, arrow=arrow)
    half = (y0 + y1) / 2
    straight = y1 - (9 if arrow else 0)
    bend = ("C", x0, half + 4, x1, half - 4, x1, straight)
    return Curve((("M", x0, y0), bend, ("L", x1, y1)), ink, width, arrow=arrow)


def _spoken(path: str, journey: Journey, kit: Kit) -> str:
    """`25 % leave: No shoe fits`, `Goes back: Compares shoes, 15 %`."""
    for place in _places(journey):
        for exit in place.exits:
            if exit.path == path:
                return _leaving(exit, kit)
    return next((_going(way, journey, kit) for way in journey.ways if way.path == path), "")


def _places(journey: Journey) -> Iterator[Place]:
    for stage in journey.stages:
        yield stage
        yield from stage.steps


def _leaving(exit: Exit, kit: Kit) -> str:
    share = exit.share
    how = kit.words("path.leave_some") if share is None else kit.words("path.leave", share=kit.words.percent(share))
    return f"{how}: {exit.reason}" if exit.reason else how


def _going(way: Way, journey: Journey, kit: Kit) -> str:
    facts = [journey.columns[way.target].name]
    if way.share is not None:
        facts.append(kit.words.percent(way.share))
    if way.when:
        facts.append(way.when)
    return f"{kit.words(f'path.{way.kind}')}: {', '.join(facts)}"

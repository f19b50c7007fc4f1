"""The picture of what changed in a map: both sides in one layout, with a mark on every change and a list of them all.

    scene = overlay(one, Typesetter(), language, sides=(base, head), verdict="Paying gets easier.")

`show` draws one side alone in the same columns and rows, so that pictures can be laid over each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jmap.diff.change import MapComparison, Side
from jmap.layout.band import band
from jmap.layout.changes.body import columns, drawn_rows
from jmap.layout.changes.curves import feelings
from jmap.layout.changes.gutters import strips
from jmap.layout.changes.gutters import titles as folds
from jmap.layout.changes.head import ORDER, Heading, Summary, head
from jmap.layout.changes.key import key
from jmap.layout.changes.listing import WIDTH, lines_in, listing
from jmap.layout.changes.marking import marks
from jmap.layout.changes.plan import Plan, plan
from jmap.layout.changes.sides import SHOWS, Show, journey_of
from jmap.layout.kit import Block, Kit
from jmap.layout.legend import legend
from jmap.layout.scene import Curve, Group, Scene
from jmap.layout.scene import Item as Drawn
from jmap.layout.swimlane import MARGIN, body, scene, swimlane
from jmap.locale.words import Words
from jmap.text.typesetter import Typesetter

BETWEEN = 40.0  # from the map to the list
TOP, BELOW = 48.0, 34.0  # above and below the head
NOBODY = Side("")


def overlay(
    one: MapComparison,
    type: Typesetter,
    words: Words,
    titles: Mapping[str, str] | None = None,
    *,
    sides: tuple[Side, Side] = (NOBODY, NOBODY),
    verdict: str = "",
    summary: Summary | None = None,
    show: Show = "both",
    listed: bool = True,
) -> Scene:
    """The picture of one map's changes; of a map that stands on one side only, that map with a tag that says so.

    `titles` are those of the maps by id, `sides` what is compared, `verdict` the sentence below the figures, `summary`
    what stands in their place where the comparison comes to more. Without `listed` there is no list beside the map.
    With `show`, one side alone in the geometry of both.
    """
    if one.base is None or one.head is None:
        return _alone(one, type, words, titles)
    heading = Heading(sides, verdict, f"overlay.tag.{show}", summary)
    made = plan(one)
    return _Overlay(made, _kits(made, type, words, titles or {}), heading, show, listed).draw()


def _alone(one: MapComparison, type: Typesetter, words: Words, titles: Mapping[str, str] | None) -> Scene:
    journey = one.head or one.base
    assert journey is not None
    tag = "broken_base" if one.broken_base else "new_map" if one.head else "removed_map"
    return swimlane(journey, type, words, titles, words(f"overlay.{tag}"))


def _kits(plan: Plan, type: Typesetter, words: Words, titles: Mapping[str, str]) -> dict[Show, Kit]:
    """The tools for each of the three pictures: all of them say how high a row has to be."""
    kits: dict[Show, Kit] = {}
    for show in SHOWS:
        journey = journey_of(plan.union, show, plan.folded.kept, plan.rows)
        marked = marks(plan.union, journey, plan.found, show == "both")
        kits[show] = Kit(journey, type, words, dict(titles), marks=marked)
    return kits


@dataclass(frozen=True, slots=True)
class _Overlay:
    plan: Plan
    kits: Mapping[Show, Kit]
    heading: Heading
    show: Show
    listed: bool

    @property
    def kit(self) -> Kit:
        return self.kits[self.show]

    def draw(self) -> Scene:
        grid = self.plan.grid
        across = grid.right - MARGIN + (BETWEEN + WIDTH if self.listed else 0)
        top = head(self.plan.one, self.heading, across, self.kit)
        start = TOP + top.height + BELOW
        drawn, bottom = self._map(start)
        items: list[Drawn] = [Group(top.at(MARGIN, TOP), "head"), *drawn]
        end = start
        if self.listed:
            most = lines_in(bottom - start)
            block = listing(self.plan.one.changes, self.plan.found.off, list(self._notes()), most, self.kit)
            items.append(Group(block.at(grid.right + BETWEEN, start), "list"))
            end += block.height
        feet = {show: list(self._foot(grid.right - MARGIN, show)) for show in SHOWS}
        y = bottom + 24
        for block in feet[self.show]:
            items.append(Group(block.at(MARGIN, y), "legend"))
            y += block.height + 24
        deepest = max(sum(block.height + 24 for block in blocks) for blocks in feet.values())
        height = max(bottom + 24 + deepest, end) + 32
        picture = scene(self.kit, tuple(items), MARGIN + across + MARGIN, height, TOP + top.height)
        return replace(picture, description=self._described())

    def _map(self, y: float) -> tuple[list[Drawn], float]:
        """From the names of what is folded to the last row; and where that ends."""
        plan, kit, grid = self.plan, self.kit, self.plan.grid
        names = folds(plan.union, plan.folded, grid, kit)
        top = y + names.height
        high = max(band(grid, one).height for one in self.kits.values())
        placed, bottom = body(drawn_rows(plan, self.kits, self.show), grid, kit, top + high)
        marked = Group(tuple(columns(plan, top + high, bottom)) if self.show == "both" else (), "ground")
        data = (("top", f"{top:g}"), ("height", f"{high:g}"))
        drawn: list[Drawn] = [*names.at(0, y), Group(band(grid, kit).at(0, top), "band", data=data)]
        drawn += [placed[0], marked, *placed[1:], *strips(plan.folded, grid, top, bottom)]
        drawn.append(Curve((("M", MARGIN, bottom), ("L", grid.right, bottom)), "ink", 2))
        return drawn, bottom

    def _foot(self, width: float, show: Show) -> Iterator[Block]:
        """The rows that are left out, and the legends of one of the three pictures."""
        kit, words = self.kits[show], self.kit.words
        rest = [lane.name or words(f"lane.{lane.key}") for lane in self.plan.rest]
        if self.plan.ways_rest:
            rest.append(words("flow.ways"))
        if rest:
            count = words.plural("unchanged_row", len(rest))
            yield kit.text(words("overlay.list", count=count, names=", ".join(rest)), "label", width, "ink2")
        blocks = (key(width, kit) if show == "both" else Block(0, 0), legend(width, kit))
        yield from (block for block in blocks if block.height)

    def _notes(self) -> Iterator[str]:
        """That new scores rest on nothing yet, where that is so."""
        changes, pairs = self.plan.found.of("curve"), self.plan.union.pairs
        new = [
            path
            for path, feeling in feelings(self.plan.union.head).items()
            if not feeling.known
            and (path not in pairs.base_of or any(change.field == "score" for change in changes.get(path, ())))
        ]
        if new:
            yield self.kit.words.plural("assumed_score", len(new))

    def _described(self) -> str:
        """What a screen reader says of the picture: how much changed, and what came of it."""
        words, changes = self.kit.words, self.plan.one.changes
        counts = [(effect, sum(change.effect == effect for change in changes)) for effect in ORDER]
        said = [f"{words.number(count)} {words(f'overlay.{effect}')}" for effect, count in counts if count]
        tag = self.heading.summary.tag if self.heading.summary else self.heading.tag
        parts = [f"{words(tag)}.", f"{words.plural('change', len(changes))}: {', '.join(said)}."]
        return " ".join([*parts, *filter(None, (self.heading.verdict,))])

"""The journey map picture: stages across, steps in stages, lanes down, the emotion curve in the middle."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from jmap.lanes.lane import Lane
from jmap.layout.band import band
from jmap.layout.curve.feelings import feelings_row
from jmap.layout.foot import foot
from jmap.layout.grid import Grid
from jmap.layout.header import header
from jmap.layout.kit import Kit
from jmap.layout.legend import legend
from jmap.layout.move import mirror, settle
from jmap.layout.path.ribbon import path_row
from jmap.layout.row import Row
from jmap.layout.rows import goals_row, lane_row, line_row, steps_row
from jmap.layout.scale import scale_row
from jmap.layout.scene import Box, Curve, Group, Scene, Shift
from jmap.layout.scene import Item as Drawn
from jmap.locale.words import Words
from jmap.resolve.journey import Journey
from jmap.text.direction import is_rtl
from jmap.text.typesetter import Typesetter

MARGIN, RAIL, PAGE = 56.0, 184.0, 2416.0
COLUMN_MIN, COLUMN_MAX = 152.0, 320.0
LINES = (  # name, lanes above, lanes below: drawn when there is something on each side
    ("interaction", ("customer",), ("onstage",)),
    ("visibility", ("customer", "onstage"), ("backstage", "support")),
    ("internal", ("backstage",), ("support",)),
)


def swimlane(
    journey: Journey, type: Typesetter, words: Words, titles: Mapping[str, str] | None = None, tag: str = ""
) -> Scene:
    """The whole picture. `titles` are those of the project's maps by id, for the steps that one of them details.

    `tag` stands above the title: what is particular about this picture.
    """
    kit = Kit(journey, type, words, dict(titles or {}), tag=tag)
    count = len(journey.columns)
    column = min(max(COLUMN_MIN, (PAGE - RAIL) / count), COLUMN_MAX)
    starts = tuple(journey.columns_of(n).start for n in range(len(journey.stages)))
    grid = Grid(MARGIN + RAIL, float(int(column)), count, starts)
    width = grid.right - MARGIN
    head = header(width, kit)
    items: list[Drawn] = [Group(head.at(MARGIN, 48), "head")]
    y = 48 + head.height + 40
    stages = band(grid, kit)
    items.append(Group(stages.at(0, y), "band", data=(_at("top", y), _at("height", stages.height))))
    y += stages.height
    path = path_row(journey, grid, type, words)
    drawn, bottom = body(rows(grid, kit, path, lambda: feelings_row(journey, grid, type, words)), grid, kit, y)
    items += drawn
    items.append(Curve((("M", MARGIN, bottom), ("L", grid.right, bottom)), "ink", 2))
    y = bottom + 26
    for block, kind in ((legend(width, kit), "legend"), (foot(width, kit), "foot")):
        if block.height:
            items.append(Group(block.at(MARGIN, y), kind))
            y += block.height + 24
    return scene(kit, tuple(items), grid.right + MARGIN, y + 24, 48 + head.height)


def headless(picture: Scene) -> Scene:
    """The same picture without its head, for a page that has one."""
    below = tuple(item for item in picture.children if not (isinstance(item, Group) and item.kind == "head"))
    return replace(picture, children=below, top=picture.head, head=0.0)


def scene(kit: Kit, items: tuple[Drawn, ...], width: float, height: float, head: float) -> Scene:
    """What was drawn as a finished picture, mirrored where its language runs from right to left."""
    journey = kit.journey
    rtl = is_rtl(journey.title)
    drawn = mirror(settle(items), width) if rtl else settle(items)
    words = describe(journey, kit.words)
    return Scene(width, height, journey.title, words, drawn, journey.locale, rtl, head=head)


def describe(journey: Journey, words: Words) -> str:
    """What a screen reader says of the picture: whose journey, through which stages, with how many pains."""
    parts = [journey.description] if journey.description else []
    if journey.personas:
        parts.append(words("picture.personas", names=", ".join(persona.name for persona in journey.personas)) + ".")
    stages = ", ".join(stage.name for stage in journey.stages)
    parts.append(f"{words.plural('stage', len(journey.stages))}: {stages}.")
    for noun, lane in (("pain_point", "pain_points"), ("opportunity", "opportunities")):
        count = sum(1 for _ in journey.every(lane))
        if count:
            parts.append(words.plural(noun, count) + ".")
    return " ".join(parts)


def rows(grid: Grid, kit: Kit, path: Row, curve: Callable[[], Row], to_scale: bool = True) -> list[Row]:
    """All rows, those of no height too; the path and the curve are given, since not every picture draws them alike."""
    found = [path, steps_row(grid, kit), goals_row(grid, kit)]
    lanes = kit.journey.lanes
    lines = _lines_before(lanes)
    for n, lane in enumerate(lanes):
        found += [line_row(line, grid, kit) for line in lines.get(n, ())]
        if lane.kind == "curve":
            found.append(curve())
            _note_curves(kit)
        else:
            found.append(lane_row(lane, grid, kit))
        if lane.kind == "time" and to_scale:
            found.append(scale_row(grid, kit))
    for row in found:
        kit.seen.update(row.legend)
    return found


def _note_curves(kit: Kit) -> None:
    """Whose curves hold a known point, so that the legend shows them as they are: filled or hollow."""
    everyone = tuple(persona.id for persona in kit.journey.personas)
    for _, item in kit.journey.every("feelings"):
        known = kit.known(item, "point")
        for id in item.personas or everyone:
            if known:
                kit.note(f"curve.{id}.known")


def _lines_before(lanes: Sequence[Lane]) -> dict[int, list[str]]:
    """Which of the three lines run above which lane (by its index)."""
    found: dict[int, list[str]] = {}
    for line in LINES:
        at = _line_at(line, lanes)
        if at is not None:
            found.setdefault(at, []).append(line[0])
    return found


def _line_at(line: tuple[str, tuple[str, ...], tuple[str, ...]], lanes: Sequence[Lane]) -> int | None:
    """Above the first lane of the lower side, if one of the upper side stands above that."""
    _, above, below = line
    for n, lane in enumerate(lanes):
        if lane.side in below:
            return n if any(other.side in above for other in lanes[:n]) else None
    return None


def body(found: Sequence[Row], grid: Grid, kit: Kit, top: float) -> tuple[list[Drawn], float]:
    """The rows below each other, on the tints of their stages and with hairlines between them, and where they end."""
    placed: list[Drawn] = []
    y = top
    rows = [row for row in found if row.height]
    for n, row in enumerate(rows):
        ruled = row.ruled and n and rows[n - 1].ruled_below
        rule = (Curve((("M", MARGIN, 0), ("L", grid.right, 0)), "hair", 1),) if ruled else ()
        drawn = Shift((*rule, *row.items), 0, y)
        placed.append(Group((drawn,), "row", data=(_at("top", y), _at("height", row.height))))
        y += row.height
    return [_ground(grid, kit, top, y), *placed], y


def _at(name: str, value: float) -> tuple[str, str]:
    return name, f"{value:g}"


def _ground(grid: Grid, kit: Kit, top: float, bottom: float) -> Group:
    """Every second stage is tinted; a moment of truth has a wash and golden edges from path to foot."""
    items: list[Drawn] = []
    height = bottom - top
    for n in range(len(kit.journey.stages)):
        columns = kit.journey.columns_of(n)
        x = grid.x(columns.start)
        if n % 2:
            items.append(Box(x, top, grid.across(columns), height, "tint"))
        if n:
            items.append(Curve((("M", x, top), ("L", x, bottom)), "line", 1))
    for first, last in _moments(kit.journey):
        x = grid.x(first)
        items.append(Box(x, top, grid.end(last) - x, height, "moment_wash"))
        for n in range(first, last + 2):
            items.append(Curve((("M", grid.x(n), top), ("L", grid.x(n), bottom)), "moment_edge", 1.25))
    places = (("left", grid.left), ("column", grid.column), ("columns", grid.columns), ("bottom", bottom))
    return Group(tuple(items), "ground", data=tuple(_at(*place) for place in places))


def _moments(journey: Journey) -> list[tuple[int, int]]:
    """Runs of columns that are moments of truth: first and last, from 0."""
    runs: list[tuple[int, int]] = []
    for n, place in enumerate(journey.columns):
        if place.is_moment or journey.stage_of(n).is_moment:
            if runs and runs[-1][1] == n - 1:
                runs[-1] = (runs[-1][0], n)
            else:
                runs.append((n, n))
    return runs

"""The pages of a printed map: as large as paper lets it be, cut between stages, then between steps and between rows.

Paper is A3 on its side within margins of 10 mm. The map is made smaller until its smallest type has 6.5 pt; what has
no room then goes to further pages, as few as there can be, at the largest size at which they suffice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from jmap.layout.geometry import Rect
from jmap.layout.paper.cuts import cuts
from jmap.layout.paper.measure import Measured, measure
from jmap.layout.paper.split import TITLE, Split, names_height
from jmap.layout.scene import Scene

SMALLEST = 6.5 * 96 / 72
TIME, INSET, LETTER = 130.0, 22.0, 10.0  # px in a band: its time, its edge, a letter


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a stage that began on an earlier page, repeated."""

    stage: int
    move: float  # px by which the heading in the band moves
    fits: bool  # whether it has room then; else there is room for about `letters`
    x: float  # where this page's part of the stage begins, in the picture
    letters: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page. All rectangles are windows on the picture, in its own coordinates."""

    columns: range
    rows: range
    windows: tuple[
        Rect, ...
    ]  # runs of rows that begin and end at the same x; with the rail on a page that begins there
    columns_window: Rect  # band and columns, from the top of the picture to its last row
    move: float  # from the picture's x to that of the page
    side: float | None  # the same for lane labels, where they do not stand beside their columns
    names: tuple[int, ...]  # names of steps to be repeated
    heading: Heading | None
    bottom: float  # of its rows, on the page


@dataclass(frozen=True, slots=True)
class Plan:
    """Every page of a map. A page is `width` px of the picture wide and at most `height` high."""

    map: Measured
    width: float
    height: float
    leaves: tuple[Leaf, ...]
    parts: tuple[range, ...]  # of rows: what pages of different columns share
    rail: Rect  # the window on the lane labels
    names_top: float  # of the words of the step names that are repeated, in the picture
    names_height: float
    keys: tuple[tuple[float, float], ...]  # how far each key of the legend moves, to stand below y = 0
    keys_height: float


def plan(scene: Scene) -> Plan | None:
    """The pages of a map without its head; `None` for a picture without columns."""
    map = measure(scene)
    return plan_of(map) if map else None


def plan_of(map: Measured) -> Plan:
    split = _best(map)
    keys, keys_height = split.keys()
    columns, rows = split.columns(), split.rows()
    return Plan(
        map,
        split.width,
        split.height,
        leaves=tuple(_leaf(split, across, down) for across in columns for down in rows),
        parts=tuple(rows),
        rail=_turned(map, map.rail - 4, map.band[0], map.left - 3, map.rows[-1].bottom),
        names_top=min((name.top for name in map.names), default=0.0),
        names_height=names_height(map),
        keys=keys,
        keys_height=keys_height,
    )


def _best(map: Measured) -> Split:
    """As few pages as the smallest type allows, and then type as large as these allow."""
    split = Split(map, cuts(map), min(1.0, SMALLEST / map.smallest))
    while not split.fits():
        split = replace(split, scale=split.scale * 0.97)
    fewest, smallest = split.count(), split.scale
    while split.scale < 1:
        larger = replace(split, scale=min(1.0, split.scale + smallest / 100))
        if not larger.fits() or larger.count() > fewest:
            break
        split = larger
    return split


def _leaf(split: Split, columns: range, rows: range) -> Leaf:
    map, width = split.map, split.width
    first, end = columns.start, columns.stop
    cut = split.cuts.get(first)
    move = map.left - map.rail + cut.before - map.x(first) if cut else -map.rail
    later = rows.start > 0
    names = tuple(n for n, name in enumerate(map.names) if map.x(first) < name.left < map.x(end))
    bottom = TITLE + map.band_height + map.rows[rows[-1]].bottom - map.rows[rows.start].top
    return Leaf(
        columns,
        rows,
        windows=tuple(_windows(split, columns, rows)),
        columns_window=_turned(map, map.x(first) - (not first), map.band[0] - 1, map.x(end), map.rows[-1].bottom),
        move=_mirrored(map, move, width),
        side=_mirrored(map, -map.rail, width) if first else None,
        names=names if later else (),
        heading=_heading(map, columns),
        bottom=bottom + (names_height(map) if later else 0.0),
    )


def _mirrored(map: Measured, move: float, width: float) -> float:
    """The move that does the same from the other side of the page."""
    return width - map.width - move if map.rtl else move


def _windows(split: Split, columns: range, rows: range) -> Iterator[Rect]:
    """Rows below each other that begin and end at the same x make one window."""
    map = split.map
    begin, end = split.cuts.get(columns.start), split.cuts.get(columns.stop)
    lefts = begin.begins if begin else (map.rail - 4,) * len(map.rows)
    rights = end.ends if end else (map.x(map.columns) + 2,) * len(map.rows)
    for (left, right), run in groupby(rows, key=lambda n: (lefts[n], rights[n])):
        seen = list(run)
        yield _turned(map, left, map.rows[seen[0]].top, right, map.rows[seen[-1]].bottom)


def _turned(map: Measured, left: float, top: float, right: float, bottom: float) -> Rect:
    left, right = map.across(left, right)
    return Rect(left, top, right, bottom)


def _heading(map: Measured, columns: range) -> Heading | None:
    """Where the page begins within a stage."""
    stage = max(n for n, first in enumerate(map.stages) if first <= columns.start)
    by = (columns.start - map.stages[stage]) * map.column
    if not by:
        return None
    end = (*map.stages, map.columns)[stage + 1]
    time = TIME if end <= columns.stop else 0.0
    room = (min(end, columns.stop) - columns.start) * map.column - time - 2 * INSET
    offset = map.headings[stage].left - map.x(map.stages[stage])
    fits = offset + map.headings[stage].width <= room
    x = map.x(columns.start) + INSET
    return Heading(stage, -by if map.rtl else by, fits, map.width - x if map.rtl else x, int(room / LETTER))

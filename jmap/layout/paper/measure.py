"""What of a finished picture matters to paper: where its columns, rows, words and keys are.

All places are told as if the journey ran from left to right; `Measured.across` turns them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jmap.layout.geometry import Rect
from jmap.layout.scene import Box, Curve, Group, Icon, Item, Mark, Picture, Scene, Shift, Text, Wash
from jmap.text.styles import STYLES

SCALE = "scale"
WHOLE = ("node", "phrase")  # groups that are one sign or one sentence


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of the map: how high it is, and what stands in it beside its name."""

    key: str  # "path", "steps", the lane, "line" or "scale"
    top: float
    bottom: float
    inks: tuple[tuple[float, float], ...]  # left and right edge of every word and sign


@dataclass(frozen=True, slots=True)
class Measured:
    """A picture as paper sees it. px."""

    width: float
    rtl: bool
    rail: float  # where lane labels begin
    left: float  # where columns begin
    column: float
    columns: int
    stages: tuple[int, ...]  # the first column of each
    called: tuple[str, ...]  # the names of the stages
    headings: tuple[Rect, ...]  # what stands in the band, at the begin of each stage
    band: tuple[float, float]  # top and bottom
    rows: tuple[Strip, ...]
    names: tuple[Rect, ...]  # of steps
    keys: tuple[Rect, ...]  # groups of the legend
    smallest: float  # size of type

    @property
    def band_height(self) -> float:
        return self.band[1] - self.band[0]

    def x(self, column: int) -> float:
        return self.left + column * self.column

    def across(self, left: float, right: float) -> tuple[float, float]:
        """The same stretch in the picture's own coordinates."""
        return (self.width - right, self.width - left) if self.rtl else (left, right)


def measure(scene: Scene) -> Measured | None:
    """`None` for a picture without columns or rows."""
    ground = next(_groups(scene.children, "ground"), None)
    band = next(_groups(scene.children, "band"), None)
    if ground is None or band is None or next(_groups(scene.children, "row"), None) is None:
        return None
    at = {name: float(value) for name, value in ground.data}
    high = {name: float(value) for name, value in band.data}
    flip = _Flip(scene.width if scene.rtl else None)
    stages = [flip(_extent(group.children)) for group in _groups(band.children, "stage")]
    sizes = [item.size or STYLES[item.style].size for item in _leaves(scene.children) if isinstance(item, Text)]
    return Measured(
        width=scene.width,
        rtl=scene.rtl,
        rail=min(flip(_extent(group.children)).left for group in _groups(scene.children, "row")),
        left=at["left"],
        column=at["column"],
        columns=int(at["columns"]),
        stages=tuple(round((box.left - at["left"]) / at["column"]) for box in stages),
        called=tuple(group.label for group in _groups(band.children, "stage")),
        headings=tuple(flip(_extent(group.children)) for group in _groups(band.children, "heading")),
        band=(high["top"], high["top"] + high["height"]),
        rows=tuple(_rows(scene, flip)),
        names=tuple(flip(_extent(group.children)) for group in _groups(scene.children, "name")),
        keys=tuple(_extent(group.children) for group in _groups(scene.children, "key")),
        smallest=min(sizes),
    )


@dataclass(frozen=True, slots=True)
class _Flip:
    """Turns a picture that runs from right to left round."""

    width: float | None

    def __call__(self, box: Rect) -> Rect:
        if self.width is None:
            return box
        return Rect(self.width - box.right, box.top, self.width - box.left, box.bottom)


def _rows(scene: Scene, flip: _Flip) -> Iterator[Strip]:
    for group in _groups(scene.children, "row"):
        at = {name: float(value) for name, value in group.data}
        inks = sorted((box.left, box.right) for box in map(flip, _inks(group.children)))
        yield Strip(_key(group), at["top"], at["top"] + at["height"], tuple(inks))


def _key(row: Group) -> str:
    inner = next(item for item in row.children if isinstance(item, Group))
    return inner.kind if inner.kind == "line" else dict(inner.data).get("lane", SCALE)


def _groups(items: Iterable[Item], kind: str) -> Iterator[Group]:
    """The groups of one kind, in the order in which they are drawn."""
    for item in items:
        if isinstance(item, Group):
            if item.kind == kind:
                yield item
            yield from _groups(item.children, kind)


def _inks(items: Iterable[Item]) -> Iterator[Rect]:
    """Words and signs that may not be cut, without those of the rail."""
    for item in items:
        if isinstance(item, Group) and item.kind in WHOLE:
            yield _extent(item.children)
        elif isinstance(item, Group) and item.kind not in ("rail", "aside"):
            yield from _inks(item.children)
        elif isinstance(item, Text | Mark | Icon | Picture):
            yield _box(item)


def _leaves(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group | Shift):
            yield from _leaves(item.children)
        else:
            yield item


def _extent(items: Iterable[Item]) -> Rect:
    boxes = [_box(item) for item in _leaves(items)]
    return Rect(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _box(item: Item) -> Rect:
    if isinstance(item, Text):
        left = item.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[item.anchor] * item.width
        size = item.size or STYLES[item.style].size
        return Rect(left, item.y - size, left + item.width * 1.02, item.y + size * 0.3)
    if isinstance(item, Mark):
        half = item.size * 0.6
        return Rect(item.x - half, item.y - half, item.x + half, item.y + half)
    if isinstance(item, Icon):
        return Rect(item.x, item.y, item.x + item.size, item.y + item.size)
    if isinstance(item, Curve):
        across = [float(v) for command in item.commands for v in command[1::2]]
        down = [float(v) for command in item.commands for v in command[2::2]]
        return Rect(min(across), min(down), max(across), max(down))
    assert isinstance(item, Box | Wash | Picture)
    return Rect(item.x, item.y, item.x + item.width, item.y + item.height)

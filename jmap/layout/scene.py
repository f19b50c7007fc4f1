"""A picture as plain data: boxes, lines of text and curves at numbers, with names of tokens instead of ink.

Layout makes scenes, renderers walk them. Units are SVG user units (px); x grows to the right, y downwards.
A colour is always the name of a theme token (`ink2`, `pain`), never a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Dash = Literal["", "dashed", "dotted"]
Anchor = Literal["left", "middle", "right"]  # physical, whatever the direction of the script
Shape = Literal["circle", "diamond", "square", "triangle", "hexagon", "cross", "star"]


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its baseline, `style` a name from `jmap.text.styles`, `width` as measured."""

    x: float
    y: float
    text: str
    style: str
    ink: str = "ink"
    anchor: Anchor = "left"
    width: float = 0.0
    halo: str = ""  # token of a 4 px outline under the glyphs
    link: str = ""
    size: float = 0.0  # 0: the style's own size
    exact: bool = True  # False: the width is an estimate, so the renderer makes the line fit it
    upright: bool = False  # no slant, for scripts that have none


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle. An empty token means: not painted. `hatch` is the token of diagonal lines over the fill."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    radius: float = 0.0
    dash: Dash = ""
    hatch: str = ""
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A path: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",) in absolute coordinates."""

    commands: tuple[tuple[str | float, ...], ...]
    stroke: str = ""
    width: float = 1.0
    dash: Dash = ""
    fill: str = ""
    opacity: float = 1.0
    arrow: bool = False  # an arrow head at the end, in the colour of the stroke


@dataclass(frozen=True, slots=True)
class Mark:
    """A small sign: a bullet, a point of a curve, a persona's badge. `size` is its full height."""

    shape: Shape
    x: float  # centre
    y: float
    size: float
    ink: str
    hollow: bool = False  # hollow marks are filled with `paper` and outlined
    letter: str = ""  # a persona's initial, drawn inside
    halo: str = ""
    stroke_width: float = 1.5


@dataclass(frozen=True, slots=True)
class Wash:
    """A vertical gradient of two tokens, from `top` to `bottom` (either may be empty: transparent)."""

    x: float
    y: float
    width: float
    height: float
    top: str
    bottom: str


@dataclass(frozen=True, slots=True)
class Icon:
    """A Lucide icon; x, y is its top left corner."""

    name: str
    x: float
    y: float
    size: float
    ink: str = "ink2"


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture cropped to a disc (`round`) or to its box; `data` is PNG or JPEG."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    media_type: str
    alt: str
    round: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Things that belong together, in reading order. `label` is what a screen reader says of the group."""

    children: tuple[Item, ...]
    kind: str = ""  # a class name for the page's script: "lane", "cell", "step", "legend"
    label: str = ""
    data: tuple[tuple[str, str], ...] = ()  # data-* attributes: ("lane", "actions"), ("step", "3")


@dataclass(frozen=True, slots=True)
class Shift:
    """Things drawn from another origin. Only while a picture is being laid out: a finished scene has none."""

    children: tuple[Item, ...]
    x: float
    y: float


Item = Text | Box | Curve | Mark | Wash | Icon | Picture | Group | Shift


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture. `title` and `description` become <title> and <desc>."""

    width: float
    height: float
    title: str
    description: str
    children: tuple[Item, ...]
    language: str = "en"
    rtl: bool = False
    paper: str = "paper"
    top: float = 0.0  # where the picture begins: what lies above is not shown
    head: float = 0.0  # how much of it is a head that a page with a head of its own can do without

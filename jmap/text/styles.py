"""The styles that text is drawn in, and the faces of the shipped fonts that they use: data only, nothing is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Face:
    """One shipped font file, `jmap/fonts/FILE.ttf`, and the CSS family, weight and slant that it is known by.

    `ascent` and `descent` (both positive, in em) are the font's own. `upright` names the face for text that has no
    slanted form; `fallbacks` the faces that are tried, in order, for what this one lacks. `kerns_space` is false
    where a space keeps its width whatever stands beside it, save a comma or full stop before it; `conjuncts` is true
    where letters have far more shapes in company than a text uses.
    """

    name: str
    family: str
    weight: int
    italic: bool = False
    ascent: float = 1.0
    descent: float = 0.3
    upright: str = ""
    fallbacks: tuple[str, ...] = ()
    kerns_space: bool = True
    conjuncts: bool = False

    @property
    def file(self) -> str:
        return f"{self.name}.ttf"


@dataclass(frozen=True, slots=True)
class Style:
    """A use of type: `size` and `line` (the line height) are px, `tracking_em` is letter-spacing in em.

    `tabular` asks for figures of one width (`font-feature-settings: "tnum"`).
    """

    name: str
    face: str
    size: float
    line: float
    tracking_em: float = 0.0
    tabular: bool = False

    @property
    def weight(self) -> int:
        return FACES[self.face].weight

    @property
    def italic(self) -> bool:
        return FACES[self.face].italic


_OTHERS = ("noto-arabic", "noto-thai", "noto-devanagari")
_REGULAR = tuple(f"{name}-400" for name in _OTHERS)
_STRONG = tuple(f"{name}-600" for name in _OTHERS)
_ROMAN = ("noto-serif-400", *_REGULAR)


def _inter(weight: int) -> Face:
    others = _REGULAR if weight == 400 else _STRONG
    return Face(f"inter-{weight}", "Inter", weight, ascent=0.96875, descent=0.2412, fallbacks=others, kerns_space=False)


def _newsreader(cut: str, family: str = "Newsreader", weight: int = 400) -> Face:
    return Face(f"newsreader-{cut}", family, weight, ascent=0.735, descent=0.265, fallbacks=_ROMAN)


_ITALIC = Face(
    "newsreader-italic",
    "Newsreader",
    400,
    italic=True,
    ascent=0.735,
    descent=0.265,
    upright="newsreader-400",
    fallbacks=("noto-serif-italic", *_REGULAR),
)

FACES: Mapping[str, Face] = MappingProxyType(
    {
        face.name: face
        for face in (
            *(_inter(weight) for weight in (400, 600, 650)),
            _newsreader("400"),
            _newsreader("500", weight=500),
            _newsreader("display", family="Newsreader Display"),
            _ITALIC,
            Face("noto-serif-400", "Noto Serif", 400),
            Face("noto-serif-italic", "Noto Serif", 400, italic=True),
            *(Face(f"noto-arabic-{weight}", "Noto Sans Arabic", weight, conjuncts=True) for weight in (400, 600)),
            *(Face(f"noto-thai-{weight}", "Noto Sans Thai", weight) for weight in (400, 600)),
            *(
                Face(f"noto-devanagari-{weight}", "Noto Sans Devanagari", weight, conjuncts=True)
                for weight in (400, 600)
            ),
        )
    }
)

STYLES: Mapping[str, Style] = MappingProxyType(
    {
        style.name: style
        for style in (
            Style("title", "newsreader-display", 74, 74, tracking_em=-0.022),
            Style("title-page", "newsreader-display", 58, 59, tracking_em=-0.022),
            Style("section", "newsreader-500", 32, 37),
            Style("numeral", "newsreader-400", 32, 37),
            Style("lead", "newsreader-400", 24, 30),
            Style("quote", "newsreader-italic", 21, 26),
            Style("thought", "newsreader-italic", 16.5, 21),
            Style("stage", "inter-650", 18, 22),
            Style("step", "inter-650", 15.5, 19),
            Style("persona", "inter-650", 20, 24),
            Style("fact", "inter-400", 17, 24),
            Style("note", "inter-400", 14, 20),
            Style("note-strong", "inter-600", 14, 20),
            Style("body", "inter-400", 13, 18.5),
            Style("body-strong", "inter-600", 13, 17),
            Style("label", "inter-400", 12, 16),
            Style("label-strong", "inter-600", 12, 16),
            Style("caption", "inter-400", 11, 15),
            Style("caption-strong", "inter-600", 11, 15),
            Style("small", "inter-400", 10.5, 14),
            Style("small-strong", "inter-600", 10.5, 14),
            Style("key", "inter-600", 38, 42, tabular=True),
            Style("metric", "inter-600", 22, 26, tabular=True),
        )
    }
)

_SHIPPED = "'Noto Sans Arabic', 'Noto Sans Thai', 'Noto Sans Devanagari'"
_SANS = f"Inter, {_SHIPPED}, 'Noto Sans CJK JP', system-ui, sans-serif"
_SERIF = f"Newsreader, 'Noto Serif', {_SHIPPED}, 'Noto Serif CJK JP', Georgia, serif"


def families(style: str) -> str:
    """The CSS `font-family` of a style: the shipped fonts in the order they were measured in, then the reader's."""
    family = FACES[STYLES[style].face].family
    if family == "Inter":
        return _SANS
    return _SERIF if family == "Newsreader" else f"'{family}', {_SERIF}"

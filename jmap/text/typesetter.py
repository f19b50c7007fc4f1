"""Measures and wraps text in the styles of `styles.py`, with the shipped fonts, as a browser will draw it."""

from __future__ import annotations

from dataclasses import dataclass

from jmap.text.breaks import paragraphs
from jmap.text.fonts import Fonts
from jmap.text.phrases import Phrases
from jmap.text.ruler import Ruler
from jmap.text.runs import visible
from jmap.text.scripts import drawn_size, is_upright, line_height
from jmap.text.styles import FACES, Style
from jmap.text.units import keep_units
from jmap.text.wrap import SLACK, wrap_line

_MOST_REMEMBERED = 20_000  # paragraphs, so that a folder of a thousand maps does not fill the memory


@dataclass(frozen=True, slots=True)
class Line:
    """One line and its width in px. `exact` is false if some of it is in no shipped font, so that its width is
    an estimate; `upright` is true if it must not be slanted though its style is."""

    text: str
    width: float
    exact: bool = True
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Wrapped text, in px. The first baseline is `ascent` below the top, the others `line_height` apart.

    `style` is a name in `STYLES`; `size` is the font size to draw with, which may be more than the style's.
    """

    lines: tuple[Line, ...]
    style: str
    size: float
    line_height: float
    ascent: float
    width: float
    height: float


class Typesetter:
    """Measures text; keep one for as long as you draw: it remembers fonts and words."""

    def __init__(self) -> None:
        self.fonts = Fonts()
        self._phrases = Phrases()
        self._rulers: dict[tuple[str, float], Ruler] = {}
        self._paragraphs: dict[tuple[str, str, float], Paragraph] = {}

    def width(self, text: str, style: str) -> float:
        """How wide a text is on one line, in px."""
        return self._ruler(style, drawn_size(text, style)).width(visible(text))

    def wrap(self, text: str, style: str, width: float) -> Paragraph:
        """The text in a box `width` px wide: as few lines as fit (with 4 % to spare), two to four lines balanced.

        Newlines break; digits stay with their unit. Text without a visible character has no lines.
        """
        key = (text, style, width)
        found = self._paragraphs.get(key)
        if found is None:
            if len(self._paragraphs) >= _MOST_REMEMBERED:
                self._paragraphs.clear()
            found = self._paragraphs[key] = self._wrap(text, style, width)
        return found

    def _wrap(self, text: str, style: str, width: float) -> Paragraph:
        ruler = self._ruler(style, drawn_size(text, style))
        texts = [line for part in paragraphs(text) for line in self._break(keep_units(part), ruler, width)]
        lines = tuple([_line(line, ruler) for line in texts]) if any(texts) else ()
        distance = line_height(text, style)
        return Paragraph(
            lines=lines,
            style=style,
            size=ruler.size,
            line_height=distance,
            ascent=_ascent(ruler.style, ruler.size, distance),
            width=max([line.width for line in lines], default=0.0),
            height=round(len(lines) * distance, 3),
        )

    def _break(self, text: str, ruler: Ruler, width: float) -> list[str]:
        shown = visible(text)
        if ruler.width(shown) * SLACK <= width:
            return [shown]
        return wrap_line(text, width, ruler.width, self._phrases)

    def _ruler(self, style: str, size: float) -> Ruler:
        key = (style, size)
        if key not in self._rulers:
            self._rulers[key] = Ruler(style, size, self.fonts)
        return self._rulers[key]


def _line(text: str, ruler: Ruler) -> Line:
    return Line(text, ruler.width(text), ruler.is_exact(text), is_upright(text, ruler.style.name))


def _ascent(style: Style, size: float, distance: float) -> float:
    """Where the baseline is in a line: the font's ascent and descent stand centred in it."""
    face = FACES[style.face]
    return round((distance + (face.ascent - face.descent) * size) / 2, 3)

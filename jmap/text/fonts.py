"""The shipped font files, opened when first asked for; HarfBuzz is spoken to here and in `embed.py` only."""

from __future__ import annotations

from collections.abc import Mapping

import uharfbuzz as hb

from jmap.resources import folder
from jmap.text.styles import FACES

# Characters that draw nothing, and spaces that HarfBuzz makes from the common one: any font will do for them.
ANYWHERE = "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufe00\ufe0e\ufeff\u00a0\u2009\u202f"

PLAIN: Mapping[str, bool] = {}
TABULAR: Mapping[str, bool] = {"tnum": True}
TRACKED: Mapping[str, bool] = {"liga": False, "clig": False}  # browsers drop ligatures from letter-spaced text


class LoadedFace:
    """One font file: `covers` is every character that it can draw."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.face = hb.Face(hb.Blob.from_file_path(str(folder("fonts") / FACES[name].file)))
        self.covers = frozenset(map(chr, self.face.unicodes)).union(ANYWHERE)
        self.font = hb.Font(self.face)
        self._em: float = 1 / self.face.upem

    def advance(self, text: str, features: Mapping[str, bool] = PLAIN) -> float:
        """The width of a text of one script, in em, as shaped."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer, features)
        units: int = sum([place.x_advance for place in buffer.glyph_positions])
        return units * self._em


def shaped(font: hb.Font, text: str) -> list[tuple[int, int, int, int]]:
    """Glyph number, advance and offsets (in font units) of each glyph that draws a text of one script."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, place.x_advance, place.x_offset, place.y_offset) for info, place in glyphs]


class Fonts:
    """The font files that were needed so far."""

    def __init__(self) -> None:
        self._loaded: dict[str, LoadedFace] = {}

    def face(self, name: str) -> LoadedFace:
        """A face by its name in `FACES`."""
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = LoadedFace(name)
        return found

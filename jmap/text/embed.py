"""The fonts that a picture carries with it: the glyphs in use and no others, as data: URIs."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import uharfbuzz as hb

from jmap.text.fonts import Fonts
from jmap.text.runs import runs
from jmap.text.styles import FACES, STYLES

_COPYRIGHT_AND_LICENCE = (0, 14)  # names that the licence asks every copy to keep
_TNUM = int.from_bytes(b"tnum", "big")


@dataclass(frozen=True, slots=True)
class FontFace:
    """One subset font: `data` is a TrueType file."""

    family: str
    weight: int
    italic: bool
    data: bytes


def font_faces(used: Mapping[str, Iterable[str]], fonts: Fonts | None = None) -> tuple[FontFace, ...]:
    """The faces that these texts (by style) are drawn in, subset to their glyphs; the same bytes for the same texts.

    `fonts` may be a typesetter's, to spare opening the files again.
    """
    fonts = fonts or Fonts()
    characters, tabular = _characters(used, fonts)
    return tuple(
        FontFace(face.family, face.weight, face.italic, _subset(fonts, name, characters[name], name in tabular))
        for name, face in FACES.items()
        if name in characters
    )


def font_css(used: Mapping[str, Iterable[str]], fonts: Fonts | None = None) -> str:
    """`@font-face` rules for these texts, by style."""
    return "".join(map(_rule, font_faces(used, fonts)))


def _characters(used: Mapping[str, Iterable[str]], fonts: Fonts) -> tuple[dict[str, set[str]], set[str]]:
    """What is drawn in each face, and the faces that need figures of one width."""
    characters: dict[str, set[str]] = {}
    tabular: set[str] = set()
    for style, texts in used.items():
        for text in texts:
            for run in runs(text, style, fonts):
                if run.face:
                    characters.setdefault(run.face, set()).update(run.text)
                    if STYLES[style].tabular:
                        tabular.add(run.face)
    return characters, tabular


def _subset(fonts: Fonts, name: str, characters: set[str], tabular: bool) -> bytes:
    plan = hb.SubsetInput()
    plan.unicode_set.update(sorted(map(ord, characters)))
    plan.layout_feature_tag_set.clear()
    plan.layout_feature_tag_set.invert()  # what the shipped files kept, they kept for drawing
    if not tabular:
        plan.layout_feature_tag_set.discard(_TNUM)
    plan.name_id_set.clear()
    plan.name_id_set.update(_COPYRIGHT_AND_LICENCE)
    plan.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(hb.subset(fonts.face(name).face, plan).blob.data)


def _rule(face: FontFace) -> str:
    data = b64encode(face.data).decode("ascii")
    slant = "font-style:italic;" if face.italic else ""
    return (
        f"@font-face{{font-family:'{face.family}';{slant}font-weight:{face.weight};"
        f"src:url(data:font/ttf;base64,{data})format('truetype')}}"
    )

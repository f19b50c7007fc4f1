"""The fonts that a picture carries with it: the glyphs in use and no others, as data: URIs."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import uharfbuzz as hb

from jmap.text.fonts import Fonts, LoadedFace, shaped
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
    texts, tabular = _texts(used, fonts)
    return tuple(
        FontFace(face.family, face.weight, face.italic, _subset(fonts.face(name), texts[name], name in tabular))
        for name, face in FACES.items()
        if name in texts
    )


def font_css(used: Mapping[str, Iterable[str]], fonts: Fonts | None = None) -> str:
    """`@font-face` rules for these texts, by style."""
    return "".join(map(_rule, font_faces(used, fonts)))


def _texts(used: Mapping[str, Iterable[str]], fonts: Fonts) -> tuple[dict[str, set[str]], set[str]]:
    """What is drawn in each face, and the faces that need figures of one width."""
    drawn: dict[str, set[str]] = {}
    tabular: set[str] = set()
    for style, texts in used.items():
        for text in texts:
            for run in runs(text, style, fonts):
                if run.face:
                    drawn.setdefault(run.face, set()).add(run.text)
                    if STYLES[style].tabular:
                        tabular.add(run.face)
    return drawn, tabular


def _subset(loaded: LoadedFace, texts: set[str], tabular: bool) -> bytes:
    characters = sorted(set().union(*texts))
    small = _by_glyphs(loaded, characters, sorted(texts)) if FACES[loaded.name].conjuncts else None
    if small is None:
        small = hb.subset(loaded.face, _plan(characters, tabular))
    return bytes(small.blob.data)


def _by_glyphs(loaded: LoadedFace, characters: list[str], texts: list[str]) -> hb.Face | None:
    """A subset of just the glyphs that these texts are drawn with; none if it does not draw them alike.

    All that the letters in use could ever combine to would be seven times as much.
    """
    wanted = [shaped(loaded.font, text) for text in texts]
    plan = _plan(characters, tabular=False)
    plan.glyph_set.update(glyph for text in wanted for glyph, *_ in text)
    plan.flags |= hb.SubsetFlags.NO_LAYOUT_CLOSURE
    made = hb.SubsetPlan(loaded.face, plan)
    numbers = made.old_to_new_glyph_mapping
    face = made.execute()
    font = hb.Font(face)
    for text, glyphs in zip(texts, wanted, strict=True):
        if shaped(font, text) != [(numbers[glyph], *place) for glyph, *place in glyphs]:
            return None
    return face


def _plan(characters: list[str], tabular: bool) -> hb.SubsetInput:
    plan = hb.SubsetInput()
    plan.unicode_set.update(map(ord, characters))
    plan.layout_feature_tag_set.clear()
    plan.layout_feature_tag_set.invert()  # what the shipped files kept, they kept for drawing
    if not tabular:
        plan.layout_feature_tag_set.discard(_TNUM)
    plan.name_id_set.clear()
    plan.name_id_set.update(_COPYRIGHT_AND_LICENCE)
    plan.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return plan


def _rule(face: FontFace) -> str:
    data = b64encode(face.data).decode("ascii")
    slant = "font-style:italic;" if face.italic else ""
    return (
        f"@font-face{{font-family:'{face.family}';{slant}font-weight:{face.weight};"
        f"src:url(data:font/ttf;base64,{data})format('truetype')}}"
    )

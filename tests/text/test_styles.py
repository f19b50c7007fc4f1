"""The tables of styles and faces agree with the font files beside them."""

from __future__ import annotations

import re

import pytest
import uharfbuzz as hb

from jmap.resources import folder
from jmap.text.styles import FACES, STYLES, families


@pytest.mark.parametrize("name", sorted({style.face for style in STYLES.values()}))
def test_ascent_and_descent_are_the_fonts_own(name: str) -> None:
    face = hb.Face(hb.Blob.from_file_path(str(folder("fonts") / FACES[name].file)))
    extents = hb.Font(face).get_font_extents("ltr")
    assert FACES[name].ascent == pytest.approx(extents.ascender / face.upem, abs=0.001)
    assert FACES[name].descent == pytest.approx(-extents.descender / face.upem, abs=0.001)


@pytest.mark.parametrize("style", STYLES)
def test_css_families_stand_in_the_order_of_measuring(style: str) -> None:
    face = FACES[STYLES[style].face]
    chain = [FACES[name].family for name in (face.name, *face.fallbacks)]
    named = [family.strip().strip("'") for family in families(style).split(",")]
    assert [family for family in named if family in chain] == chain
    assert named[-1] in ("serif", "sans-serif")


def test_each_font_has_its_licence_with_its_copyright() -> None:
    for family in {face.family for face in FACES.values()}:
        stem = re.sub(" (Display)?", "", family)
        licence = (folder("fonts") / f"OFL-{stem}.txt").read_text("utf-8")
        assert licence.startswith("Copyright 20")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_the_fonts_are_small() -> None:
    assert sum(path.stat().st_size for path in folder("fonts").glob("*.ttf")) < 2_500_000

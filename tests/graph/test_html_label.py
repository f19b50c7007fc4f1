"""HTML-like labels: text stays text, cells have our sizes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from jmap.graph.html_label import escape, font_name, label
from jmap.layout.kit import Block
from jmap.layout.scene import Box, Mark, Text
from jmap.theme.theme import Theme
from tests.graph.drawn import theme


@pytest.mark.parametrize(
    "text, written",
    [
        ("a & b", "a &amp; b"),
        ('<b>"x"</b>', "&lt;b&gt;&quot;x&quot;&lt;/b&gt;"),
        ("\\N", "&#92;&#92;N"),
        ("&#x202e;", "&amp;#x202e;"),
        ("a\u202eb\u2066c\x00d\x1b\x7f", "abcd"),
        ("\ud800\ufffe!", "!"),
        ("two\nlines\u2028three", "two lines three"),
        ("検索 👟", "検索 👟"),
    ],
)
def test_escape(text: str, written: str) -> None:
    assert escape(text) == written


def test_a_font_name_is_letters_and_commas_whatever_the_theme_says() -> None:
    evil = Theme("x", {}, {}, sans='Inter", "x" <script>', serif="S")
    assert re.fullmatch(r"[A-Za-z0-9 ,-]+", font_name("label", evil))


def test_rows_and_cells_fill_the_block_exactly() -> None:
    block = Block(
        160,
        80,
        (
            Box(0.5, 0.5, 159, 79, "paper", "card_border", radius=7),
            Text(12, 24, "Reads <it>", "step", width=90),
            Box(1, 40, 158, 20, "moment_wash"),
            Mark("star", 16, 50, 12, "moment"),
            Text(30, 54, "Moment", "label-strong", "moment", width=40),
        ),
    )
    table = ET.fromstring(label(block, theme())[1:-1])
    assert (table.get("WIDTH"), table.get("HEIGHT"), table.get("STYLE")) == ("160", "80", "ROUNDED")
    assert sum(int(row[0].get("HEIGHT", 0)) for row in table) == 80
    for inner in table.iter("TR"):
        assert sum(int(cell.get("WIDTH", 0)) for cell in inner) == 160
    assert "Reads <it>" in "".join(table.itertext()) and "★" in "".join(table.itertext())
    assert theme().ink("moment_wash") in {cell.get("BGCOLOR") for cell in table.iter("TD")}

"""Pictures inside a page: shorter, and still the same drawing."""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64encode
from pathlib import Path
from xml.etree import ElementTree

from jmap.layout.scene import Box, Group, Icon, Mark, Scene, Text
from jmap.render.html.compact import compact
from jmap.render.html.woff import packed, woff
from jmap.render.svg import style_css, svg
from jmap.text.styles import STYLES
from jmap.theme.load import load_theme

THEME, _ = load_theme("default", Path())
SVG = "{http://www.w3.org/2000/svg}"
CSS = style_css(dict(STYLES))
HOSTILE = """</text><rect fill="red"/> class="x" x="1.234" & 'y' """


def small(*children: Group | Text | Box | Icon | Mark) -> tuple[ElementTree.Element, str, int]:
    picture = svg(Scene(200, 100, "A map", "What it shows", children), THEME, inline=True, prefix="map")
    made = compact({"map": picture}, CSS)
    shorter = made.pictures["map"]
    return ElementTree.fromstring(shorter), made.css, len(picture) - len(shorter)


def rule(css: str, element: ElementTree.Element) -> str:
    """Every declaration for the class of an element; the texts that are most usual have none."""
    names = (element.get("class") or "").split() or [":where(.picture,.viewer) text"]
    wanted = {f".{name}" for name in names} | {name for name in names if name.startswith(":")}
    found = re.findall(r"([^{}]*)\{([^}]*)\}", css)
    return ";".join(body for heads, body in found if wanted & {heads, *heads.split(",")})


def test_inks_and_fonts_become_classes_of_the_page() -> None:
    root, css, _ = small(Text(10, 20, "Hello", "body", "pain", halo="paper"))
    (text,) = root.iter(f"{SVG}text")
    assert text.get("fill") is None
    declared = rule(css, text)
    assert "paint-order:stroke" in declared
    assert "fill:var(--pain)" in declared and "stroke:var(--paper)" in declared
    assert "font-size:13px" in declared


def test_what_a_map_says_is_not_touched() -> None:
    label = Group((Text(10, 20, HOSTILE, "body"),), "lane", HOSTILE, (("lane", HOSTILE),))
    root, _, _ = small(label)
    (text,) = root.iter(f"{SVG}text")
    assert text.text == HOSTILE
    group = next(g for g in root.iter(f"{SVG}g") if g.get("class") == "lane")
    assert group.get("data-lane") == group.get("aria-label") == HOSTILE


def test_icons_are_drawn_once_for_the_whole_page() -> None:
    root, css, saved = small(*(Icon("globe", n * 20, 10, 16, "ink") for n in range(5)))
    uses = list(root.iter(f"{SVG}use"))
    assert [use.get("href") for use in uses] == ["#i-globe"] * 5
    assert [use.get("x") for use in uses] == ["0", "20", "40", "60", "80"]
    assert "stroke:var(--ink)" in rule(css, uses[0])
    assert saved > 1000


def test_pips_become_one_path_and_tall_boxes_stay() -> None:
    pips = (Box(n * 11, 5, 8, 4, "ink2") for n in range(5))
    root, _, _ = small(*pips, Box(0, 0, 50, 80, "fill"), Box(50, 0, 50, 80, "fill"))
    (path,) = root.iter(f"{SVG}path")
    assert (path.get("d") or "").count("z") == 5
    assert len(list(root.iter(f"{SVG}rect"))) == 3  # with the ground


def test_hatching_becomes_a_pattern_of_its_own_picture() -> None:
    root, css, _ = small(Box(10, 20, 90, 8, "paper", "ink", hatch="stage4"))
    (pattern,) = root.iter(f"{SVG}pattern")
    assert pattern.get("id") == "map-stage4"
    assert any("fill:url(#map-stage4)" in rule(css, box) for box in root.iter() if box.get("class"))


def test_marks_keep_their_place_and_size() -> None:
    root, _, _ = small(Mark("circle", 30, 40.25, 7, "ink2"))
    (circle,) = root.iter(f"{SVG}circle")
    assert [float(circle.get(name) or 0) for name in ("cx", "cy", "r")] == [30, 40.2, 3.5]


def test_what_comes_again_is_drawn_once_and_called_where_it_stands() -> None:
    pips = (Box(n * 11.0, 5.0 + 40 * row, 8, 4, "ink2") for row in range(6) for n in range(4))
    texts = (Text(0, 5.0 + 40 * row, "Importance", "body") for row in range(6))
    rows = (Group((text, *(next(pips) for _ in range(4)))) for text in texts)
    root, _, saved = small(*rows)
    (shape,) = (g for g in root.iter(f"{SVG}g") if g.get("id"))
    uses = list(root.iter(f"{SVG}use"))
    assert {use.get("href") for use in uses} == {f"#{shape.get('id')}"}
    assert [use.get("y") for use in uses] == ["5", "45", "85", "125", "165", "205"]
    assert saved > 500


def test_groups_that_nobody_takes_hold_of_are_gone_and_their_content_stays() -> None:
    inner = Group((Text(10, 20, "Opens six tabs", "body"),), "item", data=(("known", "no"),))
    root, _, _ = small(Group((Group((inner,), "phrase"), Text(10, 60, "Buys", "body")), "cell", "Actions"))
    assert [g.get("class") for g in root.iter(f"{SVG}g")] == ["item"]
    assert [text.text for text in root.iter(f"{SVG}text")] == ["Opens six tabs", "Buys"]


def test_a_packed_font_holds_the_same_tables() -> None:
    body = b"glyphs" * 50
    font = struct.pack(">4sHHHH4sIII", b"\0\1\0\0", 1, 0, 0, 0, b"glyf", 7, 28, len(body)) + body
    made = woff(font)
    tag, offset, packed_length, length, checksum = struct.unpack_from(">4sIIII", made, 44)
    assert (made[:4], tag, length, checksum) == (b"wOFF", b"glyf", len(body), 7)
    assert zlib.decompress(made[offset : offset + packed_length]) == body
    assert struct.unpack_from(">I", made, 8)[0] == len(made)
    css = packed(f"src:url(data:font/ttf;base64,{b64encode(font).decode()})format('truetype')")
    assert css.startswith("src:url(data:font/woff;base64,") and css.endswith("format('woff')")

"""SVG that leaves us: well-formed, self-contained, with nothing of a map unescaped."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from jmap.layout.scene import Box, Curve, Group, Icon, Mark, Picture, Scene, Text, Wash
from jmap.render.svg import svg
from jmap.theme.load import load_theme

THEME, _ = load_theme("default", Path())
NAMESPACE = "{http://www.w3.org/2000/svg}"
HOSTILE = """</text><script>alert(1)</script>"'&#x202e;]]>{{ 7*7 }}"""


def scene(*children: Text | Box | Curve | Mark | Wash | Icon | Picture | Group, title: str = "A map") -> Scene:
    return Scene(200, 100, title, "What it shows", children)


def draw(*children: Text | Box | Curve | Mark | Wash | Icon | Picture | Group) -> ElementTree.Element:
    return ElementTree.fromstring(svg(scene(*children), THEME))


def test_a_picture_has_a_title_and_a_description() -> None:
    root = draw(Text(10, 20, "Hello", "body"))
    assert root.findtext(f"{NAMESPACE}title") == "A map"
    assert root.findtext(f"{NAMESPACE}desc") == "What it shows"
    assert root.get("aria-labelledby") == root.find(f"{NAMESPACE}title").get("id")  # type: ignore[union-attr]


def test_text_of_a_map_stays_text() -> None:
    label = Group((Text(10, 20, HOSTILE, "body"),), "lane", HOSTILE, (("step", HOSTILE),))
    picture = svg(scene(label, title=HOSTILE), THEME)
    root = ElementTree.fromstring(picture)
    assert "<script" not in picture
    assert [t.text for t in root.iter(f"{NAMESPACE}text")] == [HOSTILE]
    assert root.findtext(f"{NAMESPACE}title") == HOSTILE


def test_a_picture_that_stands_alone_has_resolved_colours_and_its_fonts() -> None:
    picture = svg(scene(Text(10, 20, "Hello", "body", "pain")), THEME)
    assert "var(" not in picture
    assert THEME.light["pain"] in picture
    assert "@font-face" in picture and "url(data:font/ttf;base64," in picture
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def test_a_picture_inside_a_page_leaves_colours_and_fonts_to_the_page() -> None:
    picture = svg(scene(Text(10, 20, "Hello", "body", "pain")), THEME, inline=True)
    assert 'fill="var(--pain)"' in picture
    assert "<style" not in picture and "style=" not in picture


def test_pictures_on_one_page_share_no_ids() -> None:
    wash = Wash(0, 0, 10, 10, "gain_wash", "")
    one, two = (svg(scene(wash), THEME, inline=True, prefix=prefix) for prefix in ("a", "b"))
    ids = [
        element.get("id") for page in (one, two) for element in ElementTree.fromstring(page).iter() if element.get("id")
    ]
    assert len(ids) == len(set(ids)) == 6


def test_a_width_that_is_only_estimated_is_enforced() -> None:
    sure, guessed = Text(0, 20, "東京", "body", width=26), Text(0, 40, "東京", "body", width=26, exact=False)
    lengths = [t.get("textLength") for t in draw(sure, guessed).iter(f"{NAMESPACE}text")]
    assert lengths == [None, "26"]


def test_right_to_left_text_is_anchored_where_it_is_placed() -> None:
    left, right = draw(Text(10, 20, "سلام", "body"), Text(90, 20, "سلام", "body", anchor="right")).iter(
        f"{NAMESPACE}text"
    )
    assert (left.get("direction"), left.get("text-anchor")) == ("rtl", "end")
    assert (right.get("direction"), right.get("text-anchor")) == ("rtl", None)


def test_hollow_marks_differ_from_filled_ones_by_shape_not_by_hue() -> None:
    full, hollow = draw(Mark("diamond", 5, 5, 9, "pain"), Mark("diamond", 5, 5, 9, "pain", True)).iter(
        f"{NAMESPACE}path"
    )
    assert full.get("fill") == hollow.get("stroke") == THEME.light["pain"]
    assert hollow.get("fill") == THEME.light["paper"]


def test_hatching_stays_inside_its_box() -> None:
    root = draw(Box(10, 20, 30, 8, "paper", "ink", hatch="ink"))
    lines = next(root.iter(f"{NAMESPACE}path")).get("d", "")
    pairs = [point.split() for part in lines.split("M")[1:] for point in part.split("L")]
    assert pairs
    assert all(10 <= float(x) <= 40 and 20 <= float(y) <= 28 for x, y in pairs)


def test_a_picture_is_carried_as_data() -> None:
    image = draw(Picture(0, 0, 20, 20, b"\x89PNG", "image/png", "Dewi", round=True)).find(f".//{NAMESPACE}image")
    assert image is not None
    assert image.get("href", "").startswith("data:image/png;base64,")
    assert image.get("aria-label") == "Dewi"


def test_the_same_scene_gives_the_same_bytes() -> None:
    parts = (Text(1, 2, "zebra", "body"), Text(1, 2, "apple", "step"), Mark("star", 1, 1, 9, "moment", letter="D"))
    assert svg(scene(*parts), THEME) == svg(scene(*parts), THEME)

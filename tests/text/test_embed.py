"""A picture carries the glyphs that it draws, and no others; the same bytes for the same texts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import uharfbuzz as hb

from jmap.text.embed import FontFace, font_css, font_faces

ROOT = Path(__file__).parent.parent.parent
USED = {"body": ["Compares the price", "مقاس"], "thought": ["“Is 38 really 38?”", "本当に"], "metric": ["34"]}


def characters(face: FontFace) -> str:
    return "".join(sorted(map(chr, hb.Face(face.data).unicodes)))


def test_faces_hold_exactly_the_characters_in_use() -> None:
    found = {(face.family, face.weight, face.italic): characters(face) for face in font_faces(USED)}
    assert found == {
        ("Inter", 400, False): "".join(sorted(set("Compares the price"))),
        ("Inter", 600, False): "34",
        ("Newsreader", 400, True): "".join(sorted(set("“Is 38 really 38?”"))),
        ("Noto Sans Arabic", 400, False): "".join(sorted("مقاس")),
    }


def test_arabic_letters_still_join_in_the_subset() -> None:
    face = next(face for face in font_faces({"body": ["مقاس"]}) if "Arabic" in face.family)
    font = hb.Font(hb.Face(face.data))
    widths = []
    for text in ("مقاس", "م\u200cق\u200cا\u200cس"):
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        widths.append(sum(place.x_advance for place in buffer.glyph_positions))
    assert widths[0] < widths[1]


def test_figures_of_one_width_are_there_only_where_they_are_drawn() -> None:
    plain = font_faces({"body-strong": ["0123456789"]})[0]
    tabular = font_faces({"metric": ["0123456789"]})[0]
    assert hb.Face(plain.data).glyph_count < hb.Face(tabular.data).glyph_count


def test_a_subset_keeps_copyright_and_licence() -> None:
    face = hb.Face(font_faces({"body": ["a"]})[0].data)
    assert "Inter Project Authors" in face.get_name(0)
    assert face.get_name(14) == "https://openfontlicense.org"


def test_css_asks_nothing_of_any_server() -> None:
    css = font_css(USED)
    assert css.count("@font-face{") == css.count("url(data:font/ttf;base64,") == 4
    assert "http" not in css


def test_no_text_needs_no_font() -> None:
    assert font_css({}) == font_css({"body": []}) == font_css({"body": ["漢"]}) == ""


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    code = f"from jmap.text.embed import font_css; print(font_css({{k: set(v) for k, v in {USED!r}.items()}}))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True, check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }  # fmt: skip
    assert len(outputs) == 1


def test_the_order_of_texts_changes_nothing() -> None:
    assert font_css(USED) == font_css({style: texts[::-1] for style, texts in reversed(USED.items())})


def test_a_map_of_twelve_steps_carries_less_than_130_kb() -> None:
    alphabet = "ABCDEFGHIJKLMNOPRSTUVW abcdefghijklmnopqrstuvwxyz 0123456789 .,:;–-()/%’“”?!→·"
    everywhere = (
        "body",
        "body-strong",
        "caption",
        "small",
        "label",
        "fact",
        "step",
        "stage",
        "persona",
        "thought",
        "quote",
    )
    used = {style: [alphabet] for style in everywhere}
    used |= {"title": ["I buy running shoes online"], "lead": ["From the first ad to the second pair."]}
    used |= {"metric": ["0123456789 .,%"], "numeral": ["12345"]}
    assert len(font_css(used)) < 130_000


def test_devanagari_carries_the_conjuncts_it_draws_and_not_all_that_its_letters_could_form() -> None:
    text = "साइज़ गाइड में आधे साइज़ नहीं हैं। क्या त्योहार पर ट्रेन का टिकट मिलेगा?"
    faces = {face.family: face for face in font_faces({"body": [text]})}
    assert len(faces["Noto Sans Devanagari"].data) < 20_000
    assert hb.Face(faces["Noto Sans Devanagari"].data).glyph_count < 2 * len(set(text))

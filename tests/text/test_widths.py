"""Measured widths are those that a browser draws: against numbers noted from Chromium 156, and against a live one."""

from __future__ import annotations

from string import printable
from typing import Any

import pytest

from jmap.text.styles import STYLES
from jmap.text.typesetter import Typesetter
from tests.text.widths import TEXTS, page

CHROMIUM = {
    "title": (1146.08, 2113.52, 1463.69, 1086.14, 1394.61, 548.5, 1013.81, 663.12, 1867.58, 1311.88, 1279.95, 1439.44),
    "thought": (226.17, 431.75, 288.22, 215.14, 287.3, 119.95, 231.05, 154.89, 413.42, 303.69, 293.48, 316.95),
    "body": (224.0, 399.58, 287.08, 215.52, 278.03, 98.42, 180.78, 126.61, 340.31, 242.52, 241.88, 277.61),
    "step": (272.95, 492.14, 351.83, 262.72, 340.47, 120.59, 221.77, 156.89, 421.44, 299.69, 296.12, 337.17),
    "metric": (387.92, 712.31, 497.34, 373.08, 489.78, 186.81, 313.75, 221.34, 604.12, 426.61, 425.66, 482.19),
}
TOLERANCE = 0.005


@pytest.mark.parametrize("style", CHROMIUM)
def test_width_is_what_chromium_drew(style: str) -> None:
    type = Typesetter()
    assert [type.width(text, style) for text in TEXTS] == pytest.approx(CHROMIUM[style], rel=TOLERANCE)


def test_width_is_what_the_browser_here_draws_in_every_style(browser: Any) -> None:
    pairs = [(text, style) for style in STYLES for text in TEXTS]
    tab = browser.new_page()
    tab.set_content(page(pairs))
    tab.evaluate("document.fonts.ready")
    drawn = tab.evaluate("[...document.querySelectorAll('text')].map(e => e.getComputedTextLength())")
    tab.close()
    type = Typesetter()
    off = {
        (text, style): (type.width(text, style), width)
        for (text, style), width in zip(pairs, drawn, strict=True)
        if abs(type.width(text, style) / width - 1) > TOLERANCE
    }
    assert off == {}


@pytest.mark.parametrize("style", ["body", "body-strong", "step"])
def test_a_line_measured_by_words_is_as_wide_as_the_line_shaped_whole(style: str) -> None:
    type = Typesetter()
    shaped = type.fonts.face(STYLES[style].face)
    for before in printable[:94]:
        for after in printable[:94]:
            text = f"{before} {after}"
            assert type.width(text, style) == pytest.approx(shaped.advance(text) * STYLES[style].size, abs=0.001), text


def test_tabular_figures_are_of_one_width_and_others_are_not() -> None:
    type = Typesetter()
    assert type.width("111", "metric") == pytest.approx(type.width("888", "metric"))
    assert type.width("111", "body-strong") < type.width("888", "body-strong")


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("検索する", 4),
        ("👩‍👩‍👧‍👦", 1.4),
        ("🇮🇩", 1.4),
        ("👍🏽👍", 2.8),
        ("❤️", 1.4),
        ("1️⃣", 1.4),
        ("שלום", 2.8),
        ("ｶﾅ", 1),
    ],
)
def test_what_no_shipped_font_draws_is_estimated_by_what_a_reader_counts(text: str, em: float) -> None:
    line = Typesetter().wrap(text, "body", 500).lines[0]
    assert (line.width / 13, line.exact) == (pytest.approx(em), False)


@pytest.mark.parametrize("text", ["Plain", "Größe 38 → 39", "ขนาด", "مقاس", "साइज़", "Покупает", "✓ 10\u00a0%"])
def test_what_shipped_fonts_draw_is_exact(text: str) -> None:
    assert Typesetter().wrap(text, "body", 500).lines[0].exact


def test_soft_hyphens_and_zero_width_spaces_take_no_room() -> None:
    type = Typesetter()
    assert type.width("Ver\u00adbrau\u200bcher", "body") == type.width("Verbraucher", "body")

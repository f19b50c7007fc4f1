"""How a page opens: its first picture is the finished one, with script and without."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.watching import until, watched

FACES = "[...document.fonts].map(face => `${face.family} ${face.style} ${face.weight} ${face.status}`).sort()"
LOADED = [
    "Inter normal 400 loaded",
    "Inter normal 600 loaded",
    "Newsreader Display normal 400 loaded",
    "Newsreader italic 400 loaded",
]
# How far the page is when it has been read, and how often it was drawn until then.
WATCH = f"""addEventListener('DOMContentLoaded', () => {{
  window.faces = {FACES};
  window.painted = performance.getEntriesByType('paint').length;
  window.live = document.querySelector('#viewer').classList.contains('v-live');
}})"""


@pytest.mark.parametrize("width", [390, 1440])
def test_the_first_picture_has_its_fonts_and_its_controls(browser: Any, sample_address: str, width: int) -> None:
    sheet = browser.new_page(viewport={"width": width, "height": 900})
    sheet.add_init_script(WATCH)
    sheet.goto(sample_address)
    assert sheet.evaluate("window.faces") == LOADED
    assert sheet.evaluate("window.live")
    assert sheet.evaluate("window.painted") == 0
    sheet.close()


def test_without_script_the_fonts_are_there_too(browser: Any, sample_address: str) -> None:
    with watched(browser, sample_address, 1440, java_script_enabled=False) as sheet:
        until(sheet, "document.fonts.size && document.fonts.status === 'loaded'")
        assert sheet.evaluate(FACES) == LOADED

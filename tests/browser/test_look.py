"""The checker of pictures finds what it is there to find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.look import contrast, look

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" role="img" font-family="sans-serif">'
NAMED = "<title>A picture</title><desc>Of words</desc>"
PAPER = '<rect width="300" height="100" fill="#ffffff"/>'


def text(words: str, x: float, y: float, more: str = "") -> str:
    return f'<text x="{x}" y="{y}" font-size="14" fill="#222222" {more}>{words}</text>'


CASES = [
    ("overlap", NAMED + PAPER + text("Hello world", 10, 30) + text("and again", 40, 33)),
    ("outside", NAMED + PAPER + text("Leaves the picture", 250, 30)),
    ("small", NAMED + PAPER + text("Tiny", 10, 30, 'style="font-size: 8px"')),
    ("contrast", NAMED + PAPER + text("Pale", 10, 30, 'style="fill: #999999"')),
    ("contrast", NAMED + PAPER + '<rect width="100" height="60"/>' + text("On black", 10, 30)),
    ("desc", "<title>A picture</title>" + PAPER),
    ("id", NAMED + '<g id="a"/><g id="a"/>'),
    ("script", NAMED + "<script>1</script>"),
]


@pytest.mark.parametrize(("kind", "body"), CASES)
def test_faults_are_found(browser: Any, tmp_path: Path, kind: str, body: str) -> None:
    file = tmp_path / "picture.svg"
    file.write_text(HEAD + body + "</svg>", encoding="utf-8")
    assert [finding.split(":")[0] for finding in look(browser, file)] == [kind]


def test_a_good_picture_passes(browser: Any, tmp_path: Path) -> None:
    halo = 'style="fill: #ffffff; stroke: #000000; stroke-width: 4; paint-order: stroke"'
    body = NAMED + PAPER + text("One", 10, 30) + text("Two", 10, 48) + text("White in a halo", 10, 80, halo)
    file = tmp_path / "picture.svg"
    file.write_text(HEAD + body + "</svg>", encoding="utf-8")
    assert look(browser, file) == []


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)

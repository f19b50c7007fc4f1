"""The page of a comparison, in a browser: axe-core finds nothing in light and dark, and nothing leaves a phone."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.running import jmap

ROOT = Path(__file__).parents[2]
TODAY, NEXT = (ROOT / f"examples/b2b-onboarding/maps/onboarding-{name}.journey.yaml" for name in ("today", "next"))
WRONG = "async () => (await axe.run(document)).violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`)"
BARE = (
    "document.querySelectorAll('.picture svg > *').forEach(drawn => drawn.remove())"  # axe judges no text in pictures
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gap between two maps of the examples: every part that the page can have but mistakes."""
    file = tmp_path_factory.mktemp("page") / "gap.html"
    done = jmap("diff", str(TODAY), str(NEXT), "-f", f"html={file}", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return file


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1440)])
def test_axe_finds_nothing_and_nothing_overflows(browser: Any, page: Path, scheme: str, width: int) -> None:
    pytest.importorskip("axe_playwright_python", reason="needs axe-core: pip install -e .[dev]")
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})
    sheet = context.new_page()
    sheet.goto(page.as_uri())
    assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sheet.evaluate(axe)
    sheet.evaluate(BARE)
    assert sheet.evaluate(WRONG) == []
    context.close()


def test_the_picture_fits_where_there_is_room_and_scrolls_where_there_is_none(browser: Any, page: Path) -> None:
    for width, scrolls in ((1400, False), (1100, True), (390, True)):
        sheet = browser.new_page(viewport={"width": width, "height": 900})
        sheet.goto(page.as_uri())
        assert sheet.evaluate("(s => s.scrollWidth > s.clientWidth)(document.querySelector('.stage'))") is scrolls
        sheet.close()

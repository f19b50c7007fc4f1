"""Maps in notebooks: `jmap.show(...)` as the last line of a cell, and what a broken map looks like there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import jmap
from jmap.integrations.notebook import Map
from tests.integrations.site import BROKEN, project
from tests.running import ROOT


@pytest.fixture
def map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project(tmp_path))
    return Path("journeys/buy.journey.yaml")


def test_a_notebook_shows_the_picture(map: Path, tmp_path: Path, browser: Any) -> None:
    shown: Any = jmap.show(str(map))
    assert shown._repr_svg_().startswith("<svg ") and "I buy a coffee" in shown._repr_svg_()
    assert repr(shown) == "I buy a coffee. Personas: Rina. 1 stage: Order. 1 pain point."
    (tmp_path / "cell.html").write_text(f"<!doctype html><meta charset=utf-8>{shown._repr_html_()}", "utf-8")
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.goto((tmp_path / "cell.html").as_uri())
    page.wait_for_function("document.querySelector('img').naturalWidth > 500")
    assert page.get_by_role("img", name="I buy a coffee. Personas: Rina.").count() == 1
    page.get_by_text("The map as a table").click()
    assert page.get_by_role("columnheader", name="2 Pay").is_visible()
    page.close()


def test_other_pictures(map: Path) -> None:
    flow = Map(map, "flow")._repr_svg_()
    assert flow and flow != Map(map)._repr_svg_()


def test_it_follows_the_file(map: Path) -> None:
    shown = Map(map)
    assert "coffee" in repr(shown)
    map.write_text(map.read_text("utf-8").replace("coffee", "tea"), "utf-8")
    assert "I buy a tea" in repr(shown)


def test_a_broken_map_is_told_with_its_line(map: Path) -> None:
    map.write_text(BROKEN + "evil: <script>alert(1)</script>\n", "utf-8")
    shown = Map(map)
    assert shown._repr_svg_() is None
    html = shown._repr_html_()
    assert "<code>journeys/buy.journey.yaml:4:1</code>" in html
    assert '<span class="jmap-line">4</span> <mark>stagez</mark>:' in html
    assert "did you mean `stages`?" in html
    assert "<script>" not in html and "&lt;script&gt;" in html
    assert repr(shown).startswith("journeys/buy.journey.yaml:4:1: `stagez` is not a key that can stand here")


@pytest.mark.parametrize(
    ("path", "picture", "told"),
    [
        ("journeys/no.journey.yaml", "swimlane", "journeys/no.journey.yaml:1:1: there is no such file"),
        ("journeys", "swimlane", "journeys:1:1: this is a folder, not a map"),
        ("journeys/buy.journey.yaml", "floww", "there is no picture “floww”: choose from swimlane, flow, touchpoints"),
    ],
)
def test_what_cannot_be_shown_is_told_too(map: Path, path: str, picture: str, told: str) -> None:
    shown = Map(path, picture)
    assert told in repr(shown) and "jmap-mistakes" in shown._repr_html_()


def test_a_mistake_in_the_catalogue_is_told_at_its_place(map: Path) -> None:
    Path("journeys/jmap.yaml").write_text("jmap: 1\ntitle: Coffee\npersons: []\n", "utf-8")
    assert "journeys/jmap.yaml:3:1:" in repr(Map(map))


def test_importing_jmap_stays_light() -> None:
    code = "import sys, jmap; jmap.show; print(*sorted(n for n in sys.modules if n.split('.')[0] in ('jmap', 'yaml')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["jmap"]

"""A real Sphinx builds manuals with maps: from files and from directives, in HTML and in builders without pictures."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.integrations.site import BROKEN, GOOD, IMAGE, indented, project, tool
from tests.integrations.site import seen as in_browser

pytest.importorskip("sphinx", reason="needs the extra sphinx: pip install -e .[sphinx]")

PAGE = f"""\
Maps
====

.. jmap:: ../journeys/buy.journey.yaml

.. jmap:: /journeys/buy.journey.yaml
   :picture: flow

.. note::

   .. jmap::

{indented(GOOD.replace("[Rina]", "[{name: Somebody}]"), 6)}
"""


@pytest.fixture
def manual(tmp_path: Path) -> Path:
    project(tmp_path)
    settings = 'project = "Coffee"\nextensions = ["jmap.integrations.sphinx"]\njmap_root = ".."\n'
    (tmp_path / "docs" / "conf.py").write_text(settings, "utf-8")
    (tmp_path / "docs" / "index.rst").write_text(PAGE, "utf-8")
    return tmp_path


def build(manual: Path, builder: str = "html", *more: str) -> subprocess.CompletedProcess[str]:
    return tool("sphinx", "-q", "-b", builder, *more, "docs", f"out/{builder}", cwd=manual)


def page(manual: Path) -> str:
    return (manual / "out" / "html" / "index.html").read_text("utf-8")


def test_maps_are_shown_from_files_and_from_content(manual: Path, browser: Any) -> None:
    made = build(manual, "html", "-W", "-n")
    assert made.returncode == 0, made.stderr
    pictures = IMAGE.findall(page(manual))
    assert len(pictures) == 3
    assert pictures[0][1].startswith("I buy a coffee. Personas: Rina. 1 stage: Order.")
    drawn = [(manual / "out" / "html" / source).read_text("utf-8") for source, _ in pictures]
    assert "The &lt;terminal&gt;" in drawn[0] and drawn[1] != drawn[0] and "Somebody" in drawn[2]
    assert '<th scope="col">2 Pay</th>' in page(manual)
    assert (manual / "out" / "html" / "_static" / "jmap.css").is_file() and "_static/jmap.css" in page(manual)
    shown = in_browser(browser, manual / "out" / "html" / "index.html")
    assert len(shown) == 3 and all(one["natural"] > 500 and one["drawn"] > 400 for one in shown)


def test_builders_without_pictures_tell_the_map_in_words(manual: Path) -> None:
    assert build(manual, "text", "-W").returncode == 0
    text = (manual / "out" / "text" / "index.txt").read_text("utf-8")
    assert "**I buy a coffee**. Personas: Rina. 1 stage: Order." in text
    assert "* **2 Pay**" in text and "* Pain points: P1 The <terminal> is slow" in text
    assert build(manual, "latex", "-W").returncode == 0
    assert any("Pain points: P1 The" in p.read_text("utf-8") for p in (manual / "out/latex").glob("*.tex"))


def test_mistakes_are_warnings_with_a_place_and_stand_on_the_page(manual: Path) -> None:
    (manual / "journeys" / "buy.journey.yaml").write_text(BROKEN, "utf-8")
    named, missing = ".. jmap:: ../journeys/buy.journey.yaml\n", ".. jmap:: no.journey.yaml\n"
    text = f"Maps\n====\n\n{named}\n.. jmap::\n\n{indented(BROKEN, 3)}\n{missing}"
    (manual / "docs" / "index.rst").write_text(text, "utf-8")
    made = build(manual)
    assert made.returncode == 0
    assert "journeys/buy.journey.yaml:4:1: WARNING: `stagez` is not a key that can stand here" in made.stderr
    assert "docs/index.rst:11:4: WARNING: `stagez` is not a key that can stand here" in made.stderr
    assert "docs/index.rst:20:11: WARNING: no.journey.yaml: there is no such file" in made.stderr
    html = page(manual)
    assert html.count('class="jmap-mistakes"') == 3 and "<mark>stagez</mark>:" in html and "<img src" not in html
    assert build(manual, "html", "-E", "-W").returncode == 1
    build(manual, "text")
    assert "did you mean `stages`?" in (manual / "out" / "text" / "index.txt").read_text("utf-8").replace("\n", " ")


def test_a_page_is_made_anew_when_its_map_or_catalogue_changes(manual: Path) -> None:
    build(manual)
    map, catalogue = manual / "journeys" / "buy.journey.yaml", manual / "journeys" / "jmap.yaml"
    map.write_text(GOOD.replace("a coffee", "two coffees"), "utf-8")
    build(manual)
    assert 'alt="I buy two coffees' in page(manual)
    catalogue.write_text(catalogue.read_text("utf-8").replace("Rina", "Rinna"), "utf-8")
    assert "did you mean `Rinna`?" in build(manual).stderr
    map.unlink()
    assert "there is no such file" in build(manual).stderr
    map.write_text(GOOD.replace("Rina", "Rinna"), "utf-8")
    assert build(manual).stderr == "" and page(manual).count("<img src") == 3


@pytest.mark.parametrize("name", ["../../secret.journey.yaml", "../../../../../../../../etc/passwd.yaml"])
def test_pages_read_nothing_outside_of_the_folder(manual: Path, name: str) -> None:
    (manual.parent / "secret.journey.yaml").write_text(GOOD.replace("personas: [Rina]\n", ""), "utf-8")
    (manual / "docs" / "index.rst").write_text(f"Maps\n====\n\n.. jmap:: {name}\n", "utf-8")
    assert f"docs/index.rst:4:11: WARNING: {name}: this file is outside" in build(manual).stderr
    assert "<img src" not in page(manual)


def test_neither_both_nor_nothing(manual: Path) -> None:
    (manual / "docs" / "index.rst").write_text(
        "Maps\n====\n\n.. jmap::\n\n.. jmap:: a.journey.yaml\n\n   jmap: 1\n", "utf-8"
    )
    assert build(manual).stderr.count("takes the path of a map, or a map below it") == 2


def test_many_processes_make_the_same_pages(manual: Path) -> None:
    for n in range(6):
        (manual / "docs" / f"p{n}.rst").write_text(f":orphan:\n\n{PAGE}", "utf-8")
    made = build(manual, "html", "-W", "-j", "2")
    assert made.returncode == 0, made.stderr
    assert len(list((manual / "out" / "html" / "_images").glob("jmap-*.svg"))) == 3

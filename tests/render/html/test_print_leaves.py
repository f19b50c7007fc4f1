"""The pages of the map in the file of a report: windows that name what is there, and hardly any bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from jmap.layout.paper.plan import Plan, plan
from jmap.layout.swimlane import headless, swimlane
from jmap.locale.words import words
from jmap.render.html.page import page
from jmap.render.svg import svg
from jmap.text.typesetter import Typesetter
from jmap.theme.load import load_theme
from tests.fixtures_journey import sample_journey, sample_workspace


@pytest.fixture(scope="module")
def made() -> tuple[str, str, Plan]:
    """A report with and without its printed pages."""
    theme, _ = load_theme("default", Path())
    scene = headless(swimlane(sample_journey(), Typesetter(), words("en")))
    pictures = {"swimlane": svg(scene, theme, inline=True, prefix="swimlane")}
    paper = plan(scene)
    assert paper is not None
    written = [
        page(sample_journey(), sample_workspace(), theme, words("en"), pictures, "", paper=p) for p in (paper, None)
    ]
    return written[0], written[1], paper


def test_every_window_names_what_is_there_once(made: tuple[str, str, Plan]) -> None:
    html, _, _ = made
    ids = re.findall(r"\bid=\"?([\w-]+)", html)
    named = set(re.findall(r"href=\"?#(q[\w-]+)", html)) | set(re.findall(r"url\(#(q[\w-]+)\)", html))
    assert named
    assert named <= set(ids)
    assert len([id for id in ids if id in named]) == len(named)


def test_pages_cost_next_to_nothing(made: tuple[str, str, Plan]) -> None:
    html, bare, paper = made
    assert len(paper.leaves) > 3
    assert len(html.encode()) - len(bare.encode()) < 700 * len(paper.leaves)


def test_the_pages_are_read_only_when_somebody_prints(made: tuple[str, str, Plan]) -> None:
    html, bare, paper = made
    hidden = re.search(r'<noscript id="?paper"?>(.*?)</noscript>', html, re.S)
    assert hidden
    assert hidden[1].count("<svg") == len(paper.leaves)
    assert "id=paper" not in bare


def test_a_title_is_text_there_too() -> None:
    theme, _ = load_theme("default", Path())
    journey = replace(sample_journey(), title="</noscript><script>alert(1)</script>")
    scene = headless(swimlane(journey, Typesetter(), words("en")))
    pictures = {"swimlane": svg(scene, theme, inline=True, prefix="swimlane")}
    html = page(journey, sample_workspace(), theme, words("en"), pictures, "", paper=plan(scene))
    assert html.count("</noscript>") == html.count("<noscript") == 2  # the fonts, and the pages
    assert "<script>alert" not in html

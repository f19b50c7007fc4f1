"""The atlas: which maps there are, how healthy they are, and which could not be built."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jmap.diagnostics import Diagnostic
from jmap.locale.words import words
from jmap.render.html.index import index
from jmap.render.html.thumbnail import EDGE, HEIGHT, thumbnail
from jmap.resolve.journey import FailedMap, Journey, Workspace
from jmap.theme.load import load_theme
from tests.fixtures_journey import DEWI, sample_journey, sample_workspace
from tests.render.html.test_page import HOSTILE, Element, Tree

FAILED = FailedMap("maps/broken.journey.yaml", "broken", "Broken map")
MISTAKE = Diagnostic(
    "maps/broken.journey.yaml", 7, 5, "unknown-key", "there is no key `stage`", "", "stages", "    stage: Decide", 5
)


def made(workspace: Workspace, failed: tuple[FailedMap, ...] = (), found: tuple[Diagnostic, ...] = ()) -> Element:
    theme, _ = load_theme("default", Path())
    return Tree(index(workspace, theme, words(workspace.locale), failed, found)).root


def workspace(*journeys: Journey) -> Workspace:
    return replace(sample_workspace(), journeys=journeys)


def test_each_map_shows_its_health() -> None:
    root = made(sample_workspace())
    (card,) = root.all("article")
    for text in ("I buy running shoes online", "Dewi", "Budi", "5 stages, 12 steps", "Current state"):
        assert text in card.text
    for text in ("Growth team", "1 November 2026", "78 %"):
        assert text in card.text
    hrefs = [a.attributes["href"] for a in card.all("a")]
    assert hrefs[0] == "buy-running-shoes.html"
    assert "buy-running-shoes.swimlane.svg" in hrefs
    assert root.all("h1")[0].text == "Toko Lari journeys"


def test_what_nobody_owns_or_reviews_says_so() -> None:
    (card,) = made(workspace(replace(sample_journey(), owner="", reviewed=None))).all("article")
    assert "No owner" in card.text
    assert "Not reviewed" in card.text


def test_a_future_map_leads_to_its_current_one() -> None:
    now = sample_journey()
    future = replace(now, id="later", title="I will buy", state="future", future_of=now.id)
    cards = made(workspace(now, future)).all("article")
    assert "Future of I buy running shoes online" in cards[1].text
    assert "buy-running-shoes.html" in [a.attributes["href"] for a in cards[1].all("a")]


def test_failed_maps_are_named_with_their_mistakes() -> None:
    root = made(sample_workspace(), (FAILED,), (MISTAKE,))
    assert "1 map · 1 not built" in root.text
    failure = root.all("article")[-1]
    assert "maps/broken.journey.yaml:7:5" in failure.text
    assert "there is no key `stage`" in failure.text
    assert "Did you mean stages?" in failure.text
    assert failure.all("pre")[0].all("code")[0].children == ["    stage: Decide\n    ^^^^^"]


def test_a_mistake_in_another_file_is_not_lost() -> None:
    found = Diagnostic("jmap.yaml", 3, 1, "wrong-type", "must be a list", "a list")
    assert "jmap.yaml:3:1 must be a list Expected: a list" in made(sample_workspace(), (), (found,)).text


@pytest.mark.parametrize("poison", HOSTILE)
def test_no_text_becomes_markup(poison: str) -> None:
    journey = sample_journey()
    dirty = replace(journey, title=journey.title + poison, description=poison, owner=poison)
    mistake = replace(MISTAKE, message=poison, source_line=poison, suggestion=poison, file=FAILED.file)
    before = made(sample_workspace(), (FAILED,), (MISTAKE,))
    after = made(workspace(dirty), (replace(FAILED, title=poison),), (mistake,))
    assert [(e.tag, sorted(e.attributes)) for e in after.walk()] == [
        (e.tag, sorted(e.attributes)) for e in before.walk()
    ]


def test_a_project_without_maps_says_so() -> None:
    assert "There are no maps yet" in made(workspace()).text


def test_the_curve_is_dotted_where_assumed_and_breaks_where_nothing_is_known() -> None:
    drawn = thumbnail(sample_journey())
    dewi = [stroke for stroke in drawn.strokes if stroke.tone == DEWI.number]
    assert [stroke.dotted for stroke in dewi] == [True] + [False] * 8 + [True] * 2
    assert len(drawn.strokes) - len(dewi) == 7 + 1  # eight columns, a gap, two columns
    assert len(drawn.bounds) == 4


def test_the_curve_stays_inside_its_frame() -> None:
    numbers = [s.path.replace("C", " ").replace("M", " ").split() for s in thumbnail(sample_journey()).strokes]
    heights = [float(y) for path in numbers for y in path[1::2]]
    assert EDGE <= min(heights) <= max(heights) <= HEIGHT - EDGE

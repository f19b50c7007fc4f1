"""The atlas in a real browser: what is overdue today, search, filters, order, the address, the dots of the matrix."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jmap.compiler import Compiler
from jmap.resolve.content import Item
from jmap.resolve.journey import Journey, Stage, Step, Workspace
from jmap.theme.load import load_theme
from tests.fixtures_journey import BUDI, DEWI, sample_journey, sample_workspace

WIDTHS = (390, 1024, 1440)
TODAY = datetime.datetime(2027, 5, 2, 12)  # a day after the sample is to be reviewed


def workspace() -> Workspace:
    """Three maps: one is late and has a pain point without an answer, one is its future, one is in good order."""
    late = sample_journey()
    future = changed("later", "I swap them in an evening", state="future", future_of=late.id, next_review=TODAY.date())
    good = calm(changed("care", "I wash them", owner="Care", tags=("care",), personas=(BUDI,), next_review=None))
    return replace(sample_workspace(), journeys=(late, future, good))


def changed(id: str, title: str, **more: object) -> Journey:
    return replace(sample_journey(), id=id, title=title, **more)  # type: ignore[arg-type]


def calm(journey: Journey) -> Journey:
    """The map without pain points and opportunities."""

    def lanes(place: Stage | Step) -> dict[str, tuple[Item, ...]]:
        return {key: items for key, items in place.lanes.items() if key not in ("pain_points", "opportunities")}

    stages = tuple(
        replace(stage, lanes=lanes(stage), steps=tuple(replace(step, lanes=lanes(step)) for step in stage.steps))
        for stage in journey.stages
    )
    return replace(journey, stages=stages, columns=tuple(step for stage in stages for step in stage.steps))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    theme, _ = load_theme("default", Path())
    made = workspace()
    file = tmp_path_factory.mktemp("atlas") / "index.html"
    file.write_bytes(Compiler(made, theme).atlas(made, ()))
    return file.as_uri()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that lives on a known day, and in which nothing goes wrong unseen."""
    context = browser.new_context(viewport={"width": 1024, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.clock.set_fixed_time(TODAY)
    yield page
    context.close()
    assert wrong == []


def shown(page: Any) -> list[str]:
    return list(page.locator(".maps > .map:visible h3").all_inner_texts())


def hash_of(page: Any) -> str:
    return str(page.evaluate("location.hash"))


LATE, FUTURE, GOOD = "I buy running shoes online", "I swap them in an evening", "I wash them"


def test_a_map_is_overdue_from_the_day_after(page: Any, address: str) -> None:
    page.goto(address)
    assert page.locator(".late:visible").count() == 1  # the one that is due today is not late
    assert "Overdue" in page.locator(".map", has_text=LATE).first.inner_text()
    assert page.locator("[data-late-total] b").inner_text() == "1"
    page.get_by_label("Review overdue").check()
    assert shown(page) == [LATE] and hash_of(page) == "#overdue=1"


def test_before_its_day_nothing_is_overdue(page: Any, address: str) -> None:
    page.clock.set_fixed_time(datetime.datetime(2027, 5, 1, 23))
    page.goto(address)
    assert page.locator(".late:visible").count() == 0
    assert not page.get_by_label("Review overdue").is_visible()


def test_search_narrows_and_says_how_many(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_label("Search maps").fill("care wash")
    assert shown(page) == [GOOD]
    assert page.locator(".count output").inner_text() == "1 of 3 maps"
    page.get_by_label("Search maps").fill("nowhere")
    assert page.get_by_text("No map matches").is_visible()
    page.locator(".nothing button").click()
    assert len(shown(page)) == 3 and hash_of(page) == ""


def test_filters_go_together_and_into_the_address(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_label("Persona", exact=True).select_option(DEWI.id)
    assert shown(page) == [LATE, FUTURE]
    page.get_by_label("State", exact=True).select_option("future")
    assert shown(page) == [FUTURE]
    there = page.evaluate("location.href")
    page.goto("about:blank")
    page.goto(there)
    assert shown(page) == [FUTURE]
    assert page.get_by_label("State", exact=True).input_value() == "future"


def test_what_nobody_answers_can_be_asked_for(page: Any, address: str) -> None:
    page.goto(address + "#unanswered=1")
    assert shown(page) == [LATE, FUTURE]


def test_maps_can_be_sorted(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_label("Sort by").select_option("title")
    assert shown(page) == sorted([LATE, FUTURE, GOOD])
    page.get_by_label("Sort by").select_option("due")
    assert shown(page) == [LATE, FUTURE, GOOD]


def test_rows_are_another_view(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_label("Rows").check()
    tops = [box["y"] for box in (card.bounding_box() for card in page.locator(".maps > .map").all())]
    assert len(set(tops)) == 3 and hash_of(page) == "#view=rows"


def test_a_dot_shows_only_its_opportunities(page: Any, address: str) -> None:
    page.goto(address)
    dot = page.locator(".matrix .spot").first
    dot.focus()
    page.keyboard.press("Enter")
    count = int(dot.text_content())
    assert 0 < count == page.locator(".ranking tbody tr:visible").count() < 18
    assert dot.get_attribute("aria-label") == page.locator(".chosen output").inner_text()
    page.locator("[data-all-ideas]").click()
    assert page.locator(".ranking tbody tr:visible").count() == 18


def test_a_link_to_a_section_is_no_filter(page: Any, address: str) -> None:
    page.goto(address + "#used")
    assert len(shown(page)) == 3 and hash_of(page) == "#used"
    page.evaluate("location.hash = 'q=wash'")
    page.wait_for_function("document.querySelectorAll('.maps > .map:not([hidden])').length === 1")
    page.go_back()
    assert hash_of(page) == "#used"


def test_light_and_dark_can_be_switched(page: Any, address: str) -> None:
    page.goto(address)
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(ground)
    page.locator("[data-scheme=dark]").click()
    assert page.evaluate(ground) != before


def test_without_scripts_everything_can_be_read(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator(".maps > .map:visible").count() == 3
    assert page.get_by_text("1 May 2027").first.is_visible()
    assert not page.locator(".tools").is_visible() and not page.locator(".late").first.is_visible()
    page.locator("summary").first.click()
    assert page.locator("table.used").first.is_visible()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_and_targets_are_large_on_a_phone(browser: Any, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    boxes = page.locator(".tools :is(input[type=search],select,label.only,.views label), summary, .bar a, .bar button")
    heights = [box["height"] for box in (target.bounding_box() for target in boxes.all()) if box]
    assert min(heights) >= (44 if width < 700 else 24)
    page.close()

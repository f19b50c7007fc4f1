"""The controls around the map, in a real browser: each works by mouse and by keyboard, and the address tells it all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jmap.layout.swimlane import headless, swimlane
from jmap.locale.words import words
from jmap.render.html.page import page
from jmap.render.svg import svg
from jmap.resolve.journey import Journey
from jmap.text.typesetter import Typesetter
from jmap.theme.load import load_theme
from tests.browser.watching import until
from tests.fixtures_journey import sample_journey, sample_workspace


def written(journey: Journey, file: Path) -> str:
    """The address of the map's page."""
    theme, _ = load_theme("default", Path())
    scene = headless(swimlane(journey, Typesetter(), words("en")))
    pictures = {"swimlane": svg(scene, theme, inline=True, prefix="swimlane")}
    file.write_text(page(journey, sample_workspace(), theme, words("en"), pictures, ""), "utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(sample_journey(), tmp_path_factory.mktemp("viewer") / "map.html")


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Any]:
    """Opens the page; nothing may fail in it and nothing may be asked of the network."""
    pages: list[Any] = []
    troubles: list[str] = []

    def open(hash: str = "", width: int = 1440, url: str = address, **context: Any) -> Any:
        sheet = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce", **context)
        pages.append(sheet)
        sheet.on("pageerror", lambda error: troubles.append(str(error)))
        sheet.on("console", lambda said: troubles.append(said.text) if said.type in ("error", "warning") else None)
        sheet.on("request", lambda asked: troubles.append(asked.url) if asked.url.startswith("http") else None)
        sheet.goto(url + hash)
        if context.get("java_script_enabled", True):
            until(sheet, "performance.getEntriesByName('viewer').length")
            sheet.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return sheet

    yield open
    for sheet in pages:
        sheet.close()
    assert troubles == []


def fragment(sheet: Any) -> str:
    return str(sheet.evaluate("location.hash"))


def opacity(sheet: Any, selector: str) -> list[float]:
    found = "(s) => [...document.querySelectorAll(s)].map(e => +getComputedStyle(e).opacity)"
    return [float(value) for value in sheet.evaluate(found, selector)]


def said(sheet: Any) -> str:
    return str(sheet.locator("[data-out=said]").text_content())


def test_a_persona_hides_what_belongs_to_others_and_back_brings_it_back(opened: Any) -> None:
    sheet = opened()
    first = sheet.locator("[data-who]:not([data-who=''])").first
    persona = first.get_attribute("data-who")
    others = f"#viewer [data-personas]:not([data-personas~='{persona}'])"
    first.focus()
    sheet.keyboard.press("Enter")
    assert fragment(sheet) == f"#persona={persona}"
    assert first.get_attribute("aria-pressed") == "true"
    assert set(opacity(sheet, others)) == {0.0}
    assert str(sheet.locator(others).count()) in said(sheet)
    assert max(opacity(sheet, f"#viewer .v-body .trace[data-persona]:not([data-persona='{persona}'])")) < 0.2
    sheet.go_back()
    assert set(opacity(sheet, others)) == {1.0}
    assert first.get_attribute("aria-pressed") == "false"


def test_a_persona_hides_the_notes_and_ways_of_others_too(opened: Any) -> None:
    sheet = opened("#persona=dewi")
    rows = sheet.locator("#t-ways tbody tr")
    assert 0 < sheet.locator("#t-ways tbody tr:visible").count() < rows.count()
    gone = sheet.evaluate("[...document.querySelectorAll('.v-gone')].map(e => e.textContent)")
    assert any("Budi: no data" in text for text in gone)
    assert any("wrong size" in text for text in gone)
    sheet.locator("[data-who='']").click()
    assert sheet.locator("#t-ways tbody tr:visible").count() == rows.count()


def test_a_link_to_a_step_opens_the_map_there(opened: Any, address: str) -> None:
    sheet = opened("#step-checks-out")
    until(sheet, "document.querySelector('.v-lens').ariaValueNow === '6'")
    box = sheet.locator("#viewer").bounding_box()
    assert box["y"] < 900 and box["y"] + box["height"] > 0
    plain = opened("#step-checks-out", java_script_enabled=False)
    assert 0 <= plain.locator("#step-checks-out").bounding_box()["y"] < 900
    phone = opened("#step-checks-out", width=390)
    assert phone.locator("#step-checks-out").is_visible()


SHIFTS = """new PerformanceObserver(list => {
  window.shifted = (window.shifted || 0) + list.getEntries().reduce((sum, one) => sum + one.value, 0);
}).observe({type: 'layout-shift', buffered: true})"""


@pytest.mark.parametrize("width", [390, 1024, 1440])
@pytest.mark.parametrize("hash", ["", "#at=3"])
def test_nothing_moves_while_one_reads(browser: Any, address: str, width: int, hash: str) -> None:
    sheet = browser.new_page(viewport={"width": width, "height": 900})
    sheet.add_init_script(SHIFTS)
    sheet.goto(address + hash)
    until(sheet, "!document.querySelector('.far')")
    sheet.mouse.move(width / 2, 450)
    for _ in range(12):
        sheet.mouse.wheel(0, 300)
        sheet.wait_for_timeout(40)
    assert sheet.evaluate("window.shifted || 0") < 0.03
    sheet.close()


def test_on_a_wide_screen_the_controls_stand_in_one_line(opened: Any) -> None:
    tops = opened().evaluate(
        "[...document.querySelector('.v-tools').children].filter(e => e.offsetWidth).map(e => e.offsetTop)"
    )
    assert len(tops) > 4 and max(tops) - min(tops) < 20


def test_every_control_can_be_reached_by_keyboard(opened: Any) -> None:
    sheet = opened()
    called = "(e => e.dataset.do || 'who-' + e.dataset.who)"
    seen = "[...document.querySelectorAll('.v-tools :is([data-do],[data-who])')].filter(e => e.offsetWidth)"
    wanted = set(sheet.evaluate(f"{seen}.map({called})"))
    met = set()
    for _ in range(60):
        sheet.keyboard.press("Tab")
        met.add(sheet.evaluate(f"{called}(document.activeElement)"))
        if wanted <= met:
            break
    assert wanted <= met


def test_a_hidden_lane_leaves_no_gap(opened: Any) -> None:
    sheet = opened()
    high = sheet.locator(".picture svg").bounding_box()["height"]
    rows = sheet.locator(".row:not([display=none])")
    shown = rows.count()
    chip = sheet.locator("[data-lane=touchpoints].v-chip")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    assert "lanes=" in fragment(sheet) and "touchpoints" not in fragment(sheet)
    assert rows.count() < shown
    sheet.locator("[data-do=lanes]").click()
    box = sheet.locator("#viewer-lanes input[value=feelings]")
    box.focus()
    sheet.keyboard.press("Space")
    tops = sheet.evaluate(
        """() => [...document.querySelectorAll('.picture .row:not([display=none])')].map(row => {
          const by = row.transform.baseVal.consolidate()?.matrix.f || 0;
          return [+row.dataset.top + by, +row.dataset.height];
        })"""
    )
    ends = [top + height for top, height in tops]
    assert [round(top) for top, _ in tops[1:]] == [round(end) for end in ends[:-1]]
    assert sheet.locator(".picture svg").bounding_box()["height"] < high - 350
    sheet.keyboard.press("Escape")
    assert sheet.locator("#viewer-lanes").is_hidden()
    assert sheet.evaluate("document.activeElement.dataset.do") == "lanes"
    sheet.go_back()
    sheet.go_back()
    assert rows.count() == shown


def test_assumed_only_lets_what_is_known_step_back(opened: Any) -> None:
    sheet = opened()
    sheet.locator("[data-do=assumed]").click()
    assert fragment(sheet) == "#assumed=1"
    assert max(opacity(sheet, ".row .item:not([data-known])")) < 0.2
    assert set(opacity(sheet, ".row .item[data-known=no]")) == {1.0}


def test_search_frames_counts_and_goes_through(opened: Any) -> None:
    sheet = opened()
    sheet.keyboard.press("/")
    assert sheet.evaluate("document.activeElement.id") == "viewer-search"
    sheet.keyboard.type("size")
    until(sheet, "document.querySelectorAll('.framed').length")
    found = sheet.locator(".v-hit").count()
    assert found > 1
    assert sheet.locator("[data-out=found]").text_content() == f"1 of {found}"
    sheet.keyboard.press("Enter")
    assert sheet.locator("[data-out=found]").text_content() == f"2 of {found}"
    box, room = sheet.locator(".v-here").bounding_box(), sheet.locator(".picture").bounding_box()
    assert room["x"] <= box["x"] and box["x"] + box["width"] <= room["x"] + room["width"] + 12
    assert "q=size" in fragment(sheet)
    sheet.keyboard.press("Escape")
    assert sheet.locator(".framed").count() == 0
    assert "q=" not in fragment(sheet)


def test_the_frame_of_the_overview_is_what_is_in_view(opened: Any) -> None:
    sheet = opened()
    lens, track = sheet.locator(".v-overview .v-lens"), sheet.locator(".v-overview .v-track")

    def apart() -> float:
        return float(
            sheet.evaluate(
                """() => {
                  const region = document.querySelector('.picture'), lens = document.querySelector('.v-lens');
                  const strip = document.querySelector('.v-track').getBoundingClientRect();
                  const box = lens.getBoundingClientRect();
                  const shares = [(box.left - strip.left) / strip.width, box.width / strip.width];
                  const wanted = [region.scrollLeft / region.scrollWidth, region.clientWidth / region.scrollWidth];
                  return Math.max(...shares.map((share, n) => Math.abs(share - wanted[n])));
                }"""
            )
        )

    assert apart() < 0.01
    lens.focus()
    sheet.keyboard.press("ArrowRight")
    sheet.keyboard.press("ArrowRight")
    until(sheet, "document.querySelector('.v-lens').ariaValueNow === '3'")
    assert apart() < 0.01
    until(sheet, "location.hash === '#at=3'")
    box = track.bounding_box()
    sheet.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 20)
    sheet.mouse.down()
    sheet.mouse.move(box["x"] + box["width"] - 4, box["y"] + 20)
    sheet.mouse.up()
    assert apart() < 0.01
    assert sheet.evaluate(
        "(r => r.scrollLeft + r.clientWidth >= r.scrollWidth - 2)(document.querySelector('.picture'))"
    )
    shift = sheet.evaluate("new DOMMatrix(getComputedStyle(document.querySelector('.v-bands svg')).transform).e")
    assert shift == -sheet.evaluate("document.querySelector('.picture').scrollLeft")


def test_zoom_and_fit(opened: Any) -> None:
    sheet = opened()
    sheet.locator("[data-do=zoom-out]").click()
    assert fragment(sheet) == "#zoom=0.8"
    sheet.locator("[data-do=zoom-fit]").click()
    assert sheet.evaluate("(r => r.scrollWidth <= r.clientWidth)(document.querySelector('.picture'))")
    rail, cell = sheet.locator(".v-side").bounding_box(), sheet.locator(".picture").bounding_box()
    assert rail["x"] + rail["width"] <= cell["x"] + 1


def test_labels_and_stages_stay_in_sight(opened: Any) -> None:
    sheet = opened("#at=4")
    sheet.evaluate("scrollTo(0, document.querySelector('#viewer-frame').getBoundingClientRect().top + scrollY + 900)")
    sheet.wait_for_selector(".v-stuck")
    assert sheet.locator(".v-head").bounding_box()["y"] == 0
    assert sheet.locator(".v-names").is_visible()
    ids = sheet.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1024, "light"), (1440, "dark")])
def test_an_address_opens_what_was_sent(opened: Any, width: int, scheme: str) -> None:
    """At every width the page is as wide as the window, and no control is too small for a finger on a phone."""
    sheet = opened("#persona=budi&lanes=actions,feelings&assumed=1&zoom=0.8&q=a", width, color_scheme=scheme)
    assert sheet.locator("[data-who=budi]").get_attribute("aria-pressed") == "true"
    assert sheet.locator("[data-do=assumed]").get_attribute("aria-pressed") == "true"
    assert sheet.locator("[data-out=lanes]").text_content().startswith("2 of ")
    assert sheet.locator("#viewer-search").input_value() == "a"
    assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = 44 if width < 700 else 24
    sizes = sheet.evaluate(
        """() => [...document.querySelectorAll('.viewer button, .v-pager button, .v-turns button')]
          .map(b => [b.innerText, b.getBoundingClientRect()]).filter(([, b]) => b.width && b.height)
          .map(([text, b]) => [text, Math.min(b.width, b.height)])"""
    )
    assert [text for text, size in sizes if size < small] == []


def test_on_a_phone_one_stage_at_a_time(opened: Any) -> None:
    sheet = opened(width=390)
    stages = sheet.locator("section.stage")
    assert [stages.nth(n).is_visible() for n in range(stages.count())] == [True] + [False] * (stages.count() - 1)
    assert sheet.locator("#viewer-frame").is_hidden()
    sheet.locator("[data-turn='1']").click()
    assert stages.nth(1).is_visible() and stages.nth(0).is_hidden()
    assert sheet.evaluate("document.activeElement.id") == "stage-2"
    assert "at=" in fragment(sheet)
    sheet.go_back()
    assert stages.nth(0).is_visible()
    whole = sheet.locator("[data-do=whole]")
    whole.click()
    assert whole.get_attribute("aria-expanded") == "true"
    assert sheet.locator(".picture svg").is_visible()


# What stands lowest in each card of a step: the cell before the next card's head, and the last one.
FEET = """() => [...document.querySelectorAll('.lanes')].flatMap(table => {
  const cells = [...table.querySelectorAll('th+th,td')].filter(cell => cell.checkVisibility());
  const placed = cells.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  return placed.filter((cell, n) => cell.localName === 'td' && placed[n + 1]?.localName !== 'td');
}).map(cell => getComputedStyle(cell).borderBottomStyle)"""


def test_on_a_phone_every_card_is_closed_at_its_foot(opened: Any) -> None:
    sheet = opened(width=390, java_script_enabled=False)  # all stages at once
    feet = sheet.evaluate(FEET)
    assert len(feet) > 12
    assert set(feet) == {"solid"}


def test_light_and_dark_by_hand(opened: Any) -> None:
    sheet = opened(color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = sheet.evaluate(paper)
    sheet.locator("[data-scheme=dark]").click()
    assert sheet.evaluate(paper) != light
    assert sheet.locator("[data-scheme=dark]").get_attribute("aria-pressed") == "true"
    sheet.locator("[data-scheme=light]").click()
    assert sheet.evaluate(paper) == light


def test_without_script_everything_is_there(opened: Any) -> None:
    for width in (390, 1440):
        sheet = opened(width=width, java_script_enabled=False)
        assert sheet.locator(".v-tools").is_hidden()
        assert sheet.locator(".v-overview").is_hidden()
        assert sheet.locator(".picture svg").is_visible()
        stages = sheet.locator("section.stage")
        assert all(stages.nth(n).is_visible() for n in range(stages.count()))


def test_right_to_left_begins_at_the_right(opened: Any, tmp_path: Path) -> None:
    journey = sample_journey()
    stages = tuple(replace(stage, name="المرحلة") for stage in journey.stages)
    sheet = opened(url=written(replace(journey, title="أشتري حذاءً للجري", stages=stages), tmp_path / "rtl.html"))
    rail, region = sheet.locator(".v-side").bounding_box(), sheet.locator(".picture").bounding_box()
    assert rail["x"] > region["x"]
    until(sheet, "document.querySelector('.picture').scrollLeft > 0")
    sheet.locator(".v-overview .v-lens").focus()
    sheet.keyboard.press("ArrowLeft")
    until(sheet, "document.querySelector('.v-lens').ariaValueNow === '2'")

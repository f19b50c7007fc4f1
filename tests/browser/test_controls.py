"""Every control of a map's page does what it says: small, middling and wide, light and dark, and without script."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.watching import STICKS_OUT, until, watched

WIDTHS = [390, 1024, 1440]
SCHEMES = ["light", "dark"]
NARROW = 700
CANVAS = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_control_does_what_it_says(browser: Any, sample_address: str, width: int, scheme: str) -> None:
    with watched(browser, sample_address, width, color_scheme=scheme) as sheet:
        assert sheet.evaluate(STICKS_OUT) == []
        if width < NARROW:
            stages_one_by_one(sheet)
            sheet.locator("[data-do=whole]").click()
            assert sheet.locator("#viewer-frame").is_visible()
        else:
            overview(sheet)
        people(sheet)
        lanes(sheet)
        assumed(sheet)
        zooms(sheet)
        search(sheet)
        schemes(sheet, scheme)
        assert sheet.evaluate(STICKS_OUT) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_without_script_nothing_is_offered_that_does_not_work(
    browser: Any, sample_address: str, width: int, scheme: str
) -> None:
    with watched(browser, sample_address, width, color_scheme=scheme, java_script_enabled=False) as sheet:
        buttons = sheet.locator("main button, .bar button")
        assert buttons.count() > 10
        assert not any(buttons.nth(n).is_visible() for n in range(buttons.count()))
        assert sheet.locator("main input").is_hidden()
        stages = sheet.locator("section.stage")
        assert all(stages.nth(n).is_visible() for n in range(stages.count()))
        assert sheet.locator(".picture svg").first.is_visible()


def pressed(button: Any) -> bool:
    return bool(button.get_attribute("aria-pressed") == "true")


def fragment(sheet: Any) -> str:
    return str(sheet.evaluate("location.hash"))


def people(sheet: Any) -> None:
    for id in ("dewi", "budi", ""):
        button = sheet.locator(f"[data-who='{id}']")
        button.click()
        assert pressed(button) and sheet.locator("[data-who][aria-pressed=true]").count() == 1
        assert (f"persona={id}" in fragment(sheet)) == bool(id)
        assert bool(sheet.locator(".v-gone").count()) == bool(id)


def lanes(sheet: Any) -> None:
    for chip in sheet.locator(".v-chip:visible").all():
        row = sheet.locator(f".picture .row:has(> [data-lane={chip.get_attribute('data-lane')}])")
        for on in (False, True):
            chip.click()
            assert pressed(chip) == on and row.get_attribute("display") == ("inline" if on else "none")
    menu, box = sheet.locator("[data-do=lanes]"), sheet.locator("#viewer-lanes")
    menu.click()
    assert box.is_visible() and menu.get_attribute("aria-expanded") == "true"
    for input in box.locator("input").all()[:3]:
        input.uncheck()
    assert sheet.locator(".picture .row[display=none]").count() >= 3
    sheet.locator("[data-do=all]").click()
    assert sheet.locator(".picture .row[display=none]").count() == 0
    sheet.keyboard.press("Escape")
    assert box.is_hidden()


def assumed(sheet: Any) -> None:
    button = sheet.locator("[data-do=assumed]")
    for on in (True, False):
        button.click()
        assert pressed(button) == on == ("assumed=1" in fragment(sheet))


def zooms(sheet: Any) -> None:
    wide = "document.querySelector('.picture svg').getBoundingClientRect().width"
    was = sheet.evaluate(wide)
    sheet.locator("[data-do=zoom-out]").click()
    assert sheet.evaluate(wide) < was
    sheet.locator("[data-do=zoom-in]").click()
    sheet.locator("[data-do=zoom-fit]").click()
    assert sheet.evaluate("(r => r.scrollWidth <= r.clientWidth + 1)(document.querySelector('.picture'))")
    sheet.evaluate("location.hash = '#at=1'")
    until(sheet, f"Math.abs({wide} - {was}) < 2")


def search(sheet: Any) -> None:
    field, found = sheet.locator("#viewer-search"), sheet.locator("[data-out=found]")
    field.fill("size")
    until(sheet, "document.querySelectorAll('.v-hit').length")
    total = sheet.locator(".v-hit").count()
    assert found.text_content() == f"1 of {total}"
    sheet.locator("[data-do=next]").click()
    assert found.text_content() == f"2 of {total}"
    sheet.locator("[data-do=previous]").click()
    assert found.text_content() == f"1 of {total}" and sheet.locator(".v-here").count() == 1
    field.press("Escape")
    assert sheet.locator(".v-hit").count() == 0 and "q=" not in fragment(sheet)


def schemes(sheet: Any, scheme: str) -> None:
    before = sheet.evaluate(CANVAS)
    other = next(name for name in SCHEMES if name != scheme)
    sheet.locator(f"[data-scheme={other}]").click()
    assert sheet.evaluate(CANVAS) != before and pressed(sheet.locator(f"[data-scheme={other}]"))
    sheet.locator(f"[data-scheme={scheme}]").click()
    assert sheet.evaluate(CANVAS) == before


def overview(sheet: Any) -> None:
    lens = sheet.locator(".v-overview .v-lens")
    sheet.locator(".v-overview [data-stage='3']").click()
    until(sheet, "document.querySelector('.v-lens').ariaValueNow === '6'")
    lens.press("Home")
    until(sheet, "document.querySelector('.v-lens').ariaValueNow === '1'")


def stages_one_by_one(sheet: Any) -> None:
    shown = sheet.locator("section.stage:visible h3")
    for control, stage in (("[data-turn='1']", 2), ("[data-to='4']", 4), ("[data-turn='-1']", 3), ("[data-to='1']", 1)):
        sheet.locator(control).click()
        assert [heading.get_attribute("id") for heading in shown.all()] == [f"stage-{stage}"]

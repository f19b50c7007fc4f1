"""A long map's stages can be folded: the columns give way to a narrow one, and all that counts columns knows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jmap.compiler import Compiler
from jmap.resolve.workspace import load_workspace
from jmap.theme.load import load_theme
from tests.browser.watching import STICKS_OUT, until, watched

UGLY = Path(__file__).parents[1] / "ugly"
WIDE = "document.querySelector('.picture svg').getBoundingClientRect().width"
COLUMN = "+document.querySelector('.ground').dataset.column"
NARROW = 44  # px: a folded stage


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("fold") / "map.html", "")


def written(file: Path, title: str) -> str:
    """The address of the page of forty steps, by another title if there is one."""
    workspace, _ = load_workspace([Path("forty-steps.journey.yaml")], UGLY)
    theme, _ = load_theme("default", Path())
    (journey,) = workspace.journeys
    journey = replace(journey, title=title or journey.title)
    file.write_bytes(Compiler(workspace, theme).compile(journey, ["html"]).files["html"])
    return file.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1024, 1440])
def test_a_stage_folds_and_unfolds_by_keyboard(browser: Any, address: str, width: int, scheme: str) -> None:
    with watched(browser, address, width, color_scheme=scheme) as sheet:
        whole, column = sheet.evaluate(WIDE), sheet.evaluate(COLUMN)
        fold = sheet.locator("[data-fold='1']")
        fold.focus()
        sheet.keyboard.press("Enter")
        assert fold.get_attribute("aria-expanded") == "false"
        assert sheet.evaluate("location.hash") == "#fold=1"
        assert sheet.evaluate(WIDE) == pytest.approx(whole - 5 * column + NARROW, abs=1)
        names = sheet.locator(".v-names .name")
        assert [names.nth(n).get_attribute("display") for n in range(6)] == ["none"] * 5 + ["inline"]
        assert sheet.evaluate(STICKS_OUT) == []
        sheet.keyboard.press("Space")
        assert sheet.evaluate(WIDE) == pytest.approx(whole, abs=1)
        assert sheet.evaluate("location.hash") == ""
        sheet.go_back()
        assert fold.get_attribute("aria-expanded") == "false"


def test_an_address_opens_folded_and_scrolls_to_its_column(browser: Any, address: str) -> None:
    with watched(browser, f"{address}#fold=1,2,4&at=13", 1440) as sheet:
        until(sheet, "document.querySelector('.v-lens').ariaValueNow === '13'")
        seen = "document.querySelector('.v-names .name:nth-of-type(13)').getBoundingClientRect().left"
        assert abs(sheet.evaluate(seen) - sheet.locator("#viewer-region").bounding_box()["x"]) < 60
        ids = sheet.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        assert len(ids) == len(set(ids))


def test_a_folded_stage_says_its_name_in_either_direction(browser: Any, address: str, tmp_path: Path) -> None:
    for url in (address, written(tmp_path / "rtl.html", "أنتقل إلى لشبونة")):
        with watched(browser, f"{url}#fold=1", 1440) as sheet:
            said, room = sheet.locator(".v-slice > text"), sheet.locator("#viewer-region").bounding_box()
            box, fold = said.bounding_box(), sheet.locator("[data-fold='1']").bounding_box()
            assert said.text_content() == "Offer"
            assert room["y"] < box["y"] and fold["x"] <= box["x"] and box["x"] + box["width"] <= fold["x"] + NARROW


def test_what_is_chosen_holds_in_every_slice(browser: Any, address: str) -> None:
    """The slices behind a fold show the drawing once more, and no style of the page around it reaches into them."""
    with watched(browser, f"{address}#fold=1,3", 1440) as sheet:
        sheet.locator("[data-fold='1']").click()
        last = sheet.locator(".v-slice").last
        before = last.screenshot()
        sheet.evaluate("document.querySelectorAll('#v-all .item').forEach(item => item.classList.add('v-gone'))")
        assert last.screenshot() != before


def test_all_stages_folded_fit(browser: Any, address: str) -> None:
    with watched(browser, address, 1440) as sheet:
        folds = sheet.locator("[data-fold]")
        for n in range(folds.count()):
            folds.nth(n).click()
        assert sheet.evaluate(WIDE) == pytest.approx(NARROW * folds.count(), abs=1)
        folds.first.click()
        assert sheet.locator(".picture .item").first.is_visible()


def test_a_search_looks_into_folded_stages(browser: Any, address: str) -> None:
    with watched(browser, f"{address}#fold=1,2", 1440) as sheet:
        whole = sheet.evaluate(WIDE)
        sheet.locator("#viewer-search").fill("laughed")
        until(sheet, "document.querySelectorAll('.framed').length === 1")
        assert sheet.evaluate(WIDE) > whole
        box, room = sheet.locator(".v-here").bounding_box(), sheet.locator("#viewer-region").bounding_box()
        assert room["x"] <= box["x"] and box["x"] + box["width"] <= room["x"] + room["width"] + 12
        sheet.locator("#viewer-search").press("Escape")
        assert sheet.evaluate(WIDE) == pytest.approx(whole, abs=1)


def test_paper_and_phones_ignore_folds(browser: Any, address: str) -> None:
    with watched(browser, f"{address}#fold=1,2", 390) as sheet:
        assert sheet.locator(".v-folds").is_hidden()
        assert sheet.locator(".v-slice").count() == 0
    with watched(browser, address, 1440) as plain, watched(browser, f"{address}#fold=1,2", 1440) as folded:
        assert len(folded.pdf()) == pytest.approx(len(plain.pdf()), rel=0.02)

"""`jmap serve` in a real browser: the picture follows the file, without a reload, and outlives a mistake."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.running import ROOT

MAP = (ROOT / "examples/hospital-visit/blood-test.journey.yaml").read_text(encoding="utf-8")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A preview of one map in `tmp_path`; its address is the first line that is printed."""
    for name in ("jmap.yaml", "people/ruth.png", "people/grace.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / "examples/hospital-visit" / name).read_bytes())
    (tmp_path / "blood-test.journey.yaml").write_text(MAP, encoding="utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "jmap", "serve", "--no-open"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert running.stdout
    yield running.stdout.readline().strip()
    running.terminate()
    running.wait(10)
    running.stdout.close()


def until(page: Any, question: str, seconds: float = 20) -> Any:
    """Ask the page until the answer is yes."""
    end = time.monotonic() + seconds
    while not (answer := page.evaluate(question)):
        assert time.monotonic() < end, question
        time.sleep(0.02)
    return answer


def test_the_picture_follows_the_file_and_outlives_a_mistake(browser: Any, address: str, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(address)
    until(page, "!!document.querySelector('#canvas svg')")
    page.evaluate("window.opened = 'once'")
    page.click("[data-zoom=in]")
    page.click("[data-zoom=in]")
    page.evaluate("document.querySelector('#canvas').scrollTo(150, 300)")
    page.evaluate("choose(document.querySelector('#canvas g[aria-label]').getAttribute('aria-label'))")
    page.evaluate("getSelection().selectAllChildren([...document.querySelectorAll('#canvas text')].at(-1))")
    selected = page.evaluate("getSelection().toString()")
    assert selected
    kept = "JSON.stringify([canvas.scrollLeft, canvas.scrollTop, scale(), chosen, !!canvas.querySelector('.chosen')])"
    before = page.evaluate(kept)

    file = tmp_path / "blood-test.journey.yaml"
    file.write_text(MAP.replace("title: I give a blood sample", "title: I give some blood"), encoding="utf-8")
    until(page, "document.querySelector('#canvas svg').textContent.includes('I give some blood')")
    assert page.evaluate("window.opened") == "once"
    assert page.evaluate(kept) == before
    assert page.evaluate("getSelection().toString()") == selected

    file.write_text(MAP.replace("stages:", "stagez:"), encoding="utf-8")
    until(page, "!document.querySelector('#mistakes').hidden")
    told = page.inner_text("#mistakes")
    assert "stagez" in told and "line 16" in told and "Did you mean “stages”?" in told
    assert "I give some blood" in page.evaluate("document.querySelector('#canvas svg').textContent")
    assert float(page.evaluate("getComputedStyle(document.querySelector('#canvas svg')).opacity")) < 0.5

    file.write_text(MAP, encoding="utf-8")
    until(page, "document.querySelector('#mistakes').hidden")
    until(page, "document.querySelector('#canvas svg').textContent.includes('I give a blood sample')")
    assert page.evaluate("window.opened") == "once"

    page.click("[data-view=report]")
    until(page, "document.querySelector('#page iframe:not(.next)')?.contentDocument?.readyState === 'complete'")
    report = page.frame_locator("#page iframe:not(.next)")
    assert report.locator("h1").first.inner_text() == "I give a blood sample"
    assert complaints == []
    page.close()


def test_a_map_stays_in_sight_when_its_id_changes(browser: Any, address: str, tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_text("jmap: 1\ntitle: First in the list\nstages: [A]\n", encoding="utf-8")
    page = browser.new_page()
    page.goto(address)
    until(page, "state.maps.length === 2")
    page.click("nav button:last-child")
    until(page, "canvas.textContent.includes('I give a blood sample')")
    text = MAP.replace("id: blood-test", "id: other")
    (tmp_path / "blood-test.journey.yaml").write_text(text, encoding="utf-8")
    until(page, "state.maps.some((map) => map.id === 'other')")
    assert page.evaluate("current().id") == "other"
    page.close()

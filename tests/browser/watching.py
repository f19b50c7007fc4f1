"""Opens a page as a reader does, and fails where anything goes wrong in it: an error, a warning, a request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# Elements that no scrolling box holds and that are wider than the window.
STICKS_OUT = """() => [...document.querySelectorAll('body *')].filter(e => {
  const box = e.getBoundingClientRect();
  if (!box.width || box.left >= -1 && box.right <= innerWidth + 1 || !e.checkVisibility()) return false;
  for (let p = e; p; p = p.parentElement) {
    const {overflowX, clipPath, position} = getComputedStyle(p);
    if (p !== e && overflowX !== 'visible' || clipPath !== 'none' || p.matches('.skip')) return false;
  }
  return true;
}).map(e => e.outerHTML.slice(0, 80))"""


@contextmanager
def watched(browser: Any, address: str, width: int, **context: Any) -> Iterator[Any]:
    """The page, laid out; afterwards nothing may have failed, and nothing may have been asked of the network."""
    troubles: list[str] = []
    sheet = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce", **context)
    sheet.on("pageerror", lambda error: troubles.append(str(error)))
    sheet.on("console", lambda said: troubles.append(said.text) if said.type in ("error", "warning") else None)
    sheet.on("request", lambda asked: troubles.append(asked.url) if asked.url.startswith("http") else None)
    sheet.goto(address)
    if context.get("java_script_enabled", True):
        until(sheet, "!document.querySelector('.far') && performance.getEntriesByName('viewer').length")
    yield sheet
    sheet.close()
    assert troubles == []


def until(sheet: Any, holds: str) -> None:
    """Waits, for ten seconds at most; the page's policy lets no test wait inside it."""
    for _ in range(200):
        if sheet.evaluate(holds):
            return
        sheet.wait_for_timeout(50)
    raise AssertionError(f"never came true: {holds}")

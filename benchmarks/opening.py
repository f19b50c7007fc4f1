"""How fast a page opens: until it can be used, against the same words as plain paragraphs, in turns in one browser."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
from html import escape, unescape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGES = {
    "12 steps": (ROOT / "examples" / "toko-lari", "beli-sepatu-lari.html"),
    "40 steps": (ROOT / "tests" / "ugly" / "forty-steps.journey.yaml", "forty-steps.html"),
}
# From the first frame on: when the map's legend is laid, all controls are there; the frame after that shows them.
USABLE = """(() => {
  let laid = false;
  const look = (now) => {
    if (laid || !document.querySelector("#viewer, p")) return void (window.usable = performance.now());
    laid = document.querySelector("#viewer.v-live .v-keys svg, body > p:last-child") !== null;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""


def opening(folder: Path, rounds: int) -> None:
    """Milliseconds as a reader's clock counts them; the median of rounds."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program or not find_spec("playwright"):
        print("\nPages were not opened: this needs Chromium, and playwright (make test installs it).")
        return
    from playwright.sync_api import sync_playwright

    print(f"\n{'page, until usable':24} {'ms':>8}   {'against':30} {'ms':>8} {'ratio':>7}")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, (source, file) in PAGES.items():
            page, plain = built(source, folder / name) / file, folder / f"{name}.html"
            plain.write_text(words_of(page.read_text("utf-8")), "utf-8")
            pairs = [(usable(browser, page), usable(browser, plain)) for _ in range(rounds)]
            ours, least = (statistics.median(times) for times in zip(*pairs, strict=True))
            print(f"{name:24} {ours:8.0f}   {'its words as paragraphs':30} {least:8.0f} {ours / least:7.2f}")
        browser.close()


def built(source: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "jmap", "build", str(source), "-o", str(folder), "-f", "html"]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def words_of(html: str) -> str:
    """The texts of a page, each a paragraph, without style, script, pictures and fonts."""
    body = re.sub(r"<(style|script|noscript)\b.*?</\1>", "", html[html.index("<body") :], flags=re.S)
    texts = (unescape(text).strip() for text in re.split(r"<[^>]*>", body))
    return "<!doctype html><title>words</title>" + "".join(f"<p>{escape(text)}</p>" for text in texts if text)


def usable(browser: Any, file: Path) -> float:
    sheet = browser.new_page(viewport={"width": 1440, "height": 900})
    sheet.add_init_script(USABLE)
    sheet.goto(file.as_uri())
    while not (found := sheet.evaluate("window.usable || 0")):
        sheet.wait_for_timeout(50)
    sheet.close()
    return float(found)

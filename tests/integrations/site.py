"""What the tests of MkDocs and Sphinx share: maps to show, and runs of the real tools."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.running import ROOT

GOOD = """\
jmap: 1
title: I buy a coffee
personas: [Rina]
stages:
  - name: Order
    steps:
      - name: Ask
        touchpoints: [{name: Counter}]
        feelings: 1
      - name: Pay
        pain_points: [The <terminal> is slow]
"""
BROKEN = GOOD.replace("stages:", "stagez:")  # line 4
IMAGE = re.compile(r'<img src="([^"]+\.svg)" alt="([^"]*)"')


def tool(*args: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A tool's run as a module: `mkdocs build`, ..."""
    command = [sys.executable, "-m", *map(str, args)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", timeout=180)


def project(folder: Path) -> Path:
    """A folder with a project of jmap's in `journeys` beside the pages: a catalogue and one map."""
    (folder / "journeys").mkdir(parents=True)
    (folder / "docs" / "guide").mkdir(parents=True)
    (folder / "journeys" / "jmap.yaml").write_text("jmap: 1\ntitle: Coffee\npersonas: [{name: Rina}]\n", "utf-8")
    (folder / "journeys" / "buy.journey.yaml").write_text(GOOD, "utf-8")
    return folder


def indented(text: str, by: int) -> str:
    return "".join(" " * by + line for line in text.splitlines(keepends=True))


def seen(browser: Any, page: Path) -> list[dict[str, Any]]:
    """The pictures that a browser really shows on a page: how wide each is drawn, and whether it scrolls sideways."""
    tab = browser.new_page(viewport={"width": 900, "height": 700})
    tab.goto(page.as_uri())
    tab.eval_on_selector_all("figure.jmap img", "all => Promise.all(all.map(one => one.decode()))")
    look = """all => all.map(box => ({natural: box.querySelector("img").naturalWidth,
        drawn: box.querySelector("img").getBoundingClientRect().width,
        scrolls: box.scrollWidth > box.clientWidth}))"""
    found: list[dict[str, Any]] = tab.eval_on_selector_all(".jmap-picture", look)
    tab.close()
    return found

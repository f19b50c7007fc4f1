"""Every page of the examples in every theme, light and dark, looked at by axe-core: no violation.

axe-core is not part of the project: `AXE` names its file, or npm has put it into `node_modules`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from jmap.compiler import Compiler
from jmap.resolve.workspace import load_workspace
from jmap.theme.load import load_theme

ROOT = Path(__file__).parents[2]
PROJECTS = sorted(folder.parent for folder in (ROOT / "examples").glob("*/jmap.yaml"))
THEMES = sorted(file.name.removesuffix(".theme.yaml") for file in (ROOT / "themes").glob("*.theme.yaml"))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FOUND = """rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})
  .then(({violations}) => violations.map(({id, nodes}) => [id, nodes.length, nodes[0].target].join(' ')))"""


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core; skips without it."""
    places = (os.environ.get("AXE", ""), str(ROOT / "node_modules/axe-core/axe.min.js"))
    found = next((Path(place) for place in places if place and Path(place).is_file()), None)
    if found is None:
        pytest.skip("needs axe-core: npm install --no-save axe-core, or AXE=/path/to/axe.min.js")
    return found.read_text("utf-8")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("project", PROJECTS, ids=lambda folder: folder.name)
def test_axe_finds_nothing(browser: Any, axe: str, tmp_path: Path, project: Path, theme: str) -> None:
    workspace, diagnostics = load_workspace([project], project)
    compiler = Compiler(workspace, load_theme(theme, Path())[0])
    pages = {journey.id: compiler.compile(journey, ["html"]).files["html"] for journey in workspace.journeys}
    pages["index"] = compiler.atlas(workspace, diagnostics)
    wrong = []
    for name, data in pages.items():
        file = tmp_path / f"{name}.html"
        file.write_bytes(data)
        wrong += [f"{name} {found}" for found in violations(browser, axe, file.as_uri())]
    assert wrong == []


def violations(browser: Any, axe: str, address: str) -> list[str]:
    """What axe finds in light and in dark."""
    found: list[str] = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
        sheet = context.new_page()
        sheet.goto(address)
        sheet.wait_for_function("!document.querySelector('.far')")
        sheet.evaluate(axe)
        found += [f"{scheme}: {one}" for one in sheet.evaluate(FOUND, RULES)]
        context.close()
    return found

"""Every page of the examples in every theme, light and dark, looked at by axe-core: no violation.

A theme changes colours, and nothing else: every rule is asked of every page once, and in all other colours it is
contrast, of one text of each kind. Two texts are of one kind where all that contrast comes from is the same. What
stands in pictures is not judged by axe; `test_look` and the tests of themes do that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from jmap.compiler import Compiler
from jmap.diagnostics import Diagnostic
from jmap.render.html.policy import colours, short_tokens
from jmap.resolve.journey import Workspace
from jmap.resolve.workspace import load_workspace
from jmap.theme.load import load_theme

ROOT = Path(__file__).parents[2]
PROJECTS = sorted(folder.parent for folder in (ROOT / "examples").glob("*/jmap.yaml"))
THEMES = sorted(file.name.removesuffix(".theme.yaml") for file in (ROOT / "themes").glob("*.theme.yaml"))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FOUND = """async ([rules, within]) => {
  const asked = {runOnly: rules, resultTypes: ['violations']};
  const {violations} = await axe.run(within ? {include: window.kinds} : document, asked);
  return violations.map(({id, nodes}) => [id, nodes.length, nodes[0].target, nodes[0].failureSummary].join(' '));
}"""
KINDS = """() => {
  const under = e => {
    if (!e) return '';
    const {backgroundColor: colour, backgroundImage: image, opacity} = getComputedStyle(e);
    return [colour, image, opacity].join() + (/^rgb\\(/.test(colour) ? '' : under(e.parentElement));
  };
  const kinds = new Map(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || e.closest('svg,script') || !e.checkVisibility()) continue;
    const {color, fontSize, fontWeight} = getComputedStyle(e);
    const large = parseFloat(fontSize) >= (fontWeight < 700 ? 24 : 18.66);
    const kind = [color, large, under(e)].join();
    if (!kinds.has(kind)) kinds.set(kind, e);
  }
  window.kinds = [...kinds.values()];
  return kinds.size;
}"""
BARE = "() => document.querySelectorAll('.picture svg > *').forEach(drawn => drawn.remove())"
PAINT = """css => {
  const style = document.querySelector('style.theme') || document.createElement('style');
  style.className = 'theme';
  style.textContent = css;
  document.head.append(style);
}"""
FEWEST = 8  # kinds of text that any page has: fewer, and the search for them is broken


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core; skips without it."""
    pytest.importorskip("axe_playwright_python", reason="needs axe-core: pip install -e .[dev]")
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@cache
def loaded(project: Path) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    return load_workspace([project], project)


def every_page() -> Iterator[Any]:
    """A project and the id of one of its maps, or none for its atlas."""
    for project in PROJECTS:
        for id in (*(journey.id for journey in loaded(project)[0].journeys), ""):
            yield pytest.param(project, id, id=f"{project.name}-{id or 'atlas'}")


def built(project: Path, id: str, theme: str) -> bytes:
    workspace, diagnostics = loaded(project)
    compiler = Compiler(workspace, load_theme(theme, Path())[0])
    journey = workspace.journey(id)
    return compiler.compile(journey, ["html"]).files["html"] if journey else compiler.atlas(workspace, diagnostics)


def repainted(name: str) -> str:
    """The rules that give a page the colours of another theme, whichever way it names its tokens."""
    theme, _ = load_theme(name, Path())
    every = "".join(f"var(--{token})" for token in theme.light)
    return colours(theme) + short_tokens(f"{every}{colours(theme)}", {}, theme)[0].removeprefix(every)


def test_a_theme_is_colours_and_nothing_else() -> None:
    """What the test below relies on."""
    project = next(folder for folder in PROJECTS if folder.name == "toko-lari")
    for id in ("", loaded(project)[0].journeys[0].id):
        plain, other = (
            re.sub(r"sha256-[\w+/=]+|--\w+:#\w+;?", "", built(project, id, name).decode())
            for name in ("default", "harbour")
        )
        assert plain == other


@pytest.mark.parametrize(("project", "id"), tuple(every_page()))
def test_axe_finds_nothing(browser: Any, axe: str, tmp_path: Path, project: Path, id: str) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(built(project, id, "default"))
    with opened(browser, axe, file, 1280) as sheet:
        wrong = [f"default light: {found}" for found in sheet.evaluate(FOUND, [RULES, False])]
        sheet.evaluate(BARE)
        for theme in THEMES:
            sheet.evaluate(PAINT, repainted(theme))
            for scheme in ("light", "dark"):
                sheet.emulate_media(color_scheme=scheme)
                assert sheet.evaluate(KINDS) >= FEWEST
                wrong += [f"{theme} {scheme}: {found}" for found in sheet.evaluate(FOUND, [["color-contrast"], True])]
    assert wrong == []


def test_axe_finds_nothing_on_a_phone(browser: Any, axe: str, tmp_path: Path) -> None:
    project = next(folder for folder in PROJECTS if folder.name == "toko-lari")
    for id in (loaded(project)[0].journeys[0].id, ""):
        file = tmp_path / "page.html"
        file.write_bytes(built(project, id, "default"))
        with opened(browser, axe, file, 390) as sheet:
            assert sheet.evaluate(FOUND, [RULES, False]) == []


@contextmanager
def opened(browser: Any, axe: str, file: Path, width: int) -> Iterator[Any]:
    """The page when all of it is laid out: before, what is far down has no colours to be judged."""
    context = browser.new_context(
        color_scheme="light", bypass_csp=True, reduced_motion="reduce", viewport={"width": width, "height": 900}
    )
    sheet = context.new_page()
    sheet.goto(file.as_uri())
    sheet.wait_for_function("!document.querySelector('.far')")
    sheet.evaluate(axe)
    yield sheet
    context.close()

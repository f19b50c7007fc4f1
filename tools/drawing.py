"""Draws a map for a page of the manual: what `jmap build` writes as its swimlane, without writing it."""

from __future__ import annotations

from pathlib import Path

from jmap.layout.swimlane import swimlane
from jmap.locale.words import words
from jmap.render.svg import svg
from jmap.resolve.journey import Journey, Workspace
from jmap.resolve.workspace import load_workspace
from jmap.text.typesetter import Typesetter
from jmap.theme.load import load_theme


def load(folder: Path) -> Workspace:
    """The maps of a folder, in which nothing may be wrong."""
    workspace, diagnostics = load_workspace([folder], folder)
    assert not diagnostics, diagnostics
    return workspace


def swimlane_svg(workspace: Workspace, journey: Journey) -> bytes:
    """The map's picture in its project's theme."""
    theme, wrong = load_theme(workspace.theme, Path(workspace.root))
    assert not wrong, wrong
    typesetter = Typesetter()
    titles = {other.id: other.title for other in workspace.journeys}
    scene = swimlane(journey, typesetter, words(journey.locale), titles)
    return svg(scene, theme, fonts=typesetter.fonts).encode()

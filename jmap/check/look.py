"""The theme that a project brings along, for the rules that look at colours."""

from __future__ import annotations

from pathlib import Path

from jmap.check.context import Look
from jmap.diagnostics import Diagnostic
from jmap.resolve.workspace import Reading
from jmap.source.read import read
from jmap.theme.load import SUFFIX, load_theme


def own_look(reading: Reading) -> tuple[Look | None, tuple[Diagnostic, ...]]:
    """The theme that the project names, if it is a file of its own, and the mistakes in it."""
    name, root = reading.workspace.theme, Path(reading.workspace.root)
    theme, mistakes = load_theme(name, root, reading.theme_at)
    if mistakes or not name.endswith(SUFFIX):
        return None, mistakes
    return Look(theme, read(root / name, name)), ()

"""How a build shall look, from the options and from what the project says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from jmap.cli.project import Project
from jmap.model.names import nearest
from jmap.outputs import OUTPUTS
from jmap.theme.load import SUFFIX, built_in, load_theme
from jmap.theme.theme import Theme


def with_look(
    project: Project, theme: str | None, locale: str | None, formats: tuple[str, ...], cwd: Path
) -> tuple[Project, Theme]:
    """The theme, and the project with the wanted locale and formats, and the theme's mistakes among its own."""
    workspace = project.workspace
    named = theme_option(theme, cwd) if theme else workspace.theme
    loaded, diagnostics = load_theme(named, project.root, None if theme else project.reading.theme_at)
    wanted = formats or workspace.formats
    workspace = replace(workspace, formats=tuple(f for f in OUTPUTS if f in wanted))
    if locale:
        journeys = tuple(replace(journey, locale=locale) for journey in workspace.journeys)
        workspace = replace(workspace, locale=locale, journeys=journeys)
    # The project's own theme may have been looked at already, when the project was.
    together = tuple(dict.fromkeys((*project.diagnostics, *diagnostics)))
    return replace(project, workspace=workspace, diagnostics=together), loaded


def theme_option(theme: str, cwd: Path) -> str | Path:
    """What `--theme` means: a theme that comes with jmap, or a file. Raises BadParameter where there is neither."""
    if theme in built_in():
        return theme
    if (cwd / theme).is_file():
        return cwd / theme
    if theme.endswith(SUFFIX):
        raise click.BadParameter(f"there is no file {theme}", param_hint="--theme")
    meant = nearest(theme, built_in())
    tip = f"did you mean {meant}?" if meant else f"choose from {', '.join(built_in())}, or name a *{SUFFIX} file"
    raise click.BadParameter(f"there is no theme {theme!r}: {tip}", param_hint="--theme")

"""Tell the history of a map: what each commit changed in the journey, and how it felt since."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jmap.cli.destination import Destination, format_option
from jmap.render.story import names

if TYPE_CHECKING:
    from jmap.cli.telling import Told
    from jmap.render.story import Story

FORMATS = names()


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option("-n", "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many commits.")
@click.option("--rev", metavar="REV", default="HEAD", show_default=True, help="From which commit backwards.")
@format_option(FORMATS)
@click.option("-v", "--verbose", is_flag=True, help="List every change, in text.")
def command(path: Path, limit: int, rev: str, destinations: tuple[Destination, ...], verbose: bool) -> int:
    """Tell the history of a map: what each commit changed in the journey, and how it felt since.

    PATH is a map's file, as it is called now. The newest commit comes first; a map that had another file name is
    followed by its id, and a merge stands for all that it brought. The bars are the steps of the map at that commit,
    from the lowest feeling to the highest.
    `-f svg=history.svg` draws how the emotion curve moved.
    """
    import os

    from jmap.cli.delivery import deliver_all
    from jmap.cli.telling import told
    from jmap.render.story import renderer

    found = told(path, Path.cwd(), os.environ, limit, rev)
    story = _story(found, path, verbose)
    deliver_all([(one, renderer(one.format)(story)) for one in destinations or (Destination("text", None),)])
    return 0


def _story(found: Told, path: Path, verbose: bool) -> Story:
    import shutil
    import sys

    from jmap.cli.terminal import colour
    from jmap.render.story import Story
    from jmap.theme.load import load_theme

    newest = next((episode.journey for episode in found.episodes if episode.journey), None)
    theme, _ = load_theme("default", Path.cwd())
    return Story(
        title=newest.title if newest else path.name,
        file=path.as_posix(),
        episodes=found.episodes,
        words=found.words,
        theme=theme,
        cut=found.cut,
        colour=colour(),
        columns=shutil.get_terminal_size().columns if sys.stdout.isatty() else 0,
        verbose=verbose,
    )

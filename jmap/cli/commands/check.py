"""Find every mistake in maps, project and catalogue."""

from __future__ import annotations

from pathlib import Path

import click

from jmap.cli.destination import Destination, DestinationType

FORMATS = ("text", "json")


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-f",
    "--format",
    "destinations",
    metavar="FORMAT[=FILE]",
    multiple=True,
    type=DestinationType(FORMATS),
    help="text or json, to standard output or to a file; may be repeated. Default: text.",
)
def command(paths: tuple[Path, ...], destinations: tuple[Destination, ...]) -> int:
    """Find every mistake in maps, project and catalogue.

    PATH is a map, a folder or a jmap.yaml; without one, the maps of this folder are checked, and those of every
    project below it. Nothing is built.
    """
    from jmap.cli.counts import count
    from jmap.cli.destination import deliver
    from jmap.cli.findings import as_json, as_text
    from jmap.cli.project import open_projects
    from jmap.cli.terminal import colour

    projects = open_projects(paths, Path.cwd())
    found = tuple(mistake for project in projects for mistake in project.seen_from(Path.cwd()))
    for destination in destinations or (Destination("text", None),):
        on_terminal = destination.file is None and colour()
        text = as_json(found) if destination.format == "json" else as_text(found, on_terminal)
        deliver(text, destination.file)
    maps = count(sum(len(p.workspace.journeys) + len(p.workspace.failed) for p in projects), "map")
    files = count(len({d.file for d in found}), "file")
    verdict = f"{count(len(found), 'error')} in {files}" if found else "no mistakes"
    click.echo(f"Checked {maps}: {verdict}.", err=True)
    return 1 if found else 0

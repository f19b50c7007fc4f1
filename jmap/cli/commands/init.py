"""Start a project that builds at once."""

from __future__ import annotations

import os
from pathlib import Path

import click

from jmap.cli import choices
from jmap.failure import Failure

SCHEMAS = ("map", "project")  # of the kinds of file that a new project has


@click.command()
@click.argument("directory", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--template", type=click.Choice(choices.templates()), default="blank", show_default=True, help="What to begin with."
)
def command(directory: Path, template: str) -> int:
    """Start a project that builds at once.

    DIR (this folder, if left out) gets a jmap.yaml, a first map with comments that teach the language, and a
    .gitignore. A file that is there already is never overwritten: then nothing is written at all.
    """
    files = _files(template)
    _refuse_to_overwrite(directory, files)
    for name, data in files.items():
        target = directory / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(data)
        click.echo(f"  {target}", err=True)
    place = "" if directory.resolve() == Path.cwd() else f" {_quoted(directory)}"
    click.echo(f"\nNext: jmap build{place}", err=True)
    return 0


def _files(template: str) -> dict[str, bytes]:
    """The template's files by their path, and the schemas that their first lines show to editors.

    `gitignore` gets its dot here: in our own tree git and the packager would obey it.
    """
    folder = choices.TEMPLATES / template
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path: path.relative_to(folder).as_posix() for path in found}
    files = {".gitignore" if name == "gitignore" else name: path.read_bytes() for path, name in names.items()}
    return files | {f".jmap/{kind}.json": choices.schema(kind).read_bytes() for kind in SCHEMAS}


def _refuse_to_overwrite(directory: Path, files: dict[str, bytes]) -> None:
    there = [directory / name for name in files if os.path.lexists(directory / name)]
    if there:
        raise Failure(f"{there[0]} is there already, and jmap init overwrites nothing: choose another folder")


def _quoted(directory: Path) -> str:
    text = str(directory)
    return f'"{text}"' if " " in text else text

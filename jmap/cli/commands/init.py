"""Start a project that builds at once."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

import click

from jmap.cli import choices, templates
from jmap.failure import Failure


class Init(click.Command):
    """A command whose help says what each template holds."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Templates"):
            formatter.write_dl([(name, templates.about(name)) for name in choices.templates()])


@click.command(cls=Init)
@click.argument("directory", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--template",
    metavar="NAME",
    type=click.Choice(choices.templates()),
    default="blank",
    show_default=True,
    help="What to begin with: one of the templates below.",
)
@click.option(
    "--locale",
    type=click.Choice(templates.locales()),
    default="en",
    show_default=True,
    help="The language of the maps and of the comments in them.",
)
def command(directory: Path, template: str, locale: str) -> int:
    """Start a project that builds at once.

    DIR (this folder, if left out) gets a jmap.yaml, maps with comments that teach the language, and a .gitignore. A
    file that is there already is never overwritten: then nothing is written at all.
    """
    from jmap.cli.today import today

    files = templates.files(template, locale, today())
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


def _refuse_to_overwrite(directory: Path, names: Collection[str]) -> None:
    there = [directory / name for name in names if os.path.lexists(directory / name)]
    if there:
        raise Failure(f"{there[0]} is there already, and jmap init overwrites nothing: choose another folder")


def _quoted(directory: Path) -> str:
    text = str(directory)
    return f'"{text}"' if " " in text else text

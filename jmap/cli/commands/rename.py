"""Rename a persona, touchpoint, channel, team, step or stage across the project."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jmap.cli.names import Project
    from jmap.resolve.mentions.mention import Thing
    from jmap.source.edit import Edit

KINDS = ("persona", "touchpoint", "channel", "team", "system", "evidence", "step", "stage")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("old")
@click.argument("new")
@click.argument("path", metavar="[PATH]", required=False, type=click.Path(path_type=Path))
@click.option("--diff", is_flag=True, help="Change nothing; show what would change.")
def command(kind: str, old: str, new: str, path: Path | None, diff: bool) -> int:
    """Rename a persona, touchpoint, channel, team, step or stage across the project.

    OLD is a name or an id. If it is a written id, and NEW can be one, the id changes; else the name. Where the id
    changes with that, `renamed_from` keeps the old one, so that `jmap diff` calls it a rename. PATH is a folder of
    the project, or a map: then only what that map defines. Other lines stay as they are.
    """
    from jmap.cli.names import open_names
    from jmap.failure import Failure
    from jmap.resolve.mentions.rename import CannotRename, rename

    project = open_names(path, Path.cwd())
    things = _meant(project, kind, old, path)
    try:
        edits = [edit for thing in things for edit in rename(project.names, thing, old, new)]
    except CannotRename as reason:
        raise Failure(f"cannot rename `{old}`: {reason}") from reason
    by_file: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_file[edit.file].append(edit)
    texts = _texts(project, by_file)
    for file, text in sorted(texts.items()):
        _deliver(project, file, text, len(by_file[file]), diff)
    return 0


def _meant(project: Project, kind: str, name: str, path: Path | None) -> tuple[Thing, ...]:
    """What is to be renamed. Maps that share no catalogue mean one thing by one name, but each has its own steps."""
    from jmap.failure import Failure
    from jmap.resolve.mentions.mention import OF_A_MAP

    found = project.names.find(name, (kind,))
    if path is not None and (Path.cwd() / path).is_file():
        file = (Path.cwd() / path).resolve()
        here = [thing for thing in found if (project.root / thing.document.file).resolve() == file]
        found = tuple(here) or found
    if not found:
        close = project.names.suggestion(name, (kind,))
        raise Failure(f"no {kind} of this project is called `{name}`" + (f": did you mean `{close}`?" if close else ""))
    if len(found) > 1 and kind in OF_A_MAP:
        files = ", ".join(sorted({project.shown(thing.document.file, Path.cwd()) for thing in found}))
        raise Failure(f"there is more than one {kind} `{name}`: name the file as well ({files})")
    return found


def _texts(project: Project, by_file: dict[str, list[Edit]]) -> dict[str, str]:
    """The changed files, after a look at whether the project is as good as before with them."""
    from jmap.failure import Failure
    from jmap.resolve.discover import ground
    from jmap.resolve.workspace import read_files
    from jmap.source.edit import applied
    from jmap.source.files import Disk, Overlay

    texts = {file: applied(project.documents[file].text, edits) for file, edits in by_file.items()}
    again = read_files(Overlay(Disk(project.root), texts), ground((project.root,), project.root))
    before = {(d.code, d.message) for d in project.reading.diagnostics}
    worse = [d for d in again.diagnostics if (d.code, d.message) not in before]
    if worse:
        first = worse[0]
        raise Failure(f"nothing was renamed, for then {first.file}:{first.line} would be wrong: {first.message}")
    return texts


def _deliver(project: Project, file: str, text: str, count: int, diff: bool) -> None:
    from jmap.cli.counts import count as counted

    shown = project.shown(file, Path.cwd())
    if diff:
        import difflib

        from jmap.text.visible import visible

        before = project.documents[file].text.splitlines()
        rows = difflib.unified_diff(before, text.splitlines(), shown, shown, n=1, lineterm="")
        click.echo("\n".join(visible(row) for row in rows))
        return
    from jmap.build.artifacts import write

    target = (project.root / file).resolve()
    write(target.parent, {target.name: text.encode()})
    click.echo(f"{shown}: {counted(count, 'place')}")

"""Find where something with a name is defined and used, and what would break if it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from jmap.cli.names import Project
    from jmap.resolve.mentions.mention import Mention, Thing


@click.command()
@click.argument("what", metavar="WHAT")
@click.argument("path", metavar="[PATH]", required=False, type=click.Path(path_type=Path))
@click.option("--kind", metavar="KIND", help="Only a persona, channel, touchpoint, team, system, evidence, step, ...")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
def command(what: str, path: Path | None, kind: str | None, form: str) -> int:
    """Find where something with a name is defined and used, and what would break if it went.

    WHAT is a name or an id: of a persona, channel, touchpoint, team, system, evidence, lane, map, stage, step or pain
    point. PATH is a folder or file of the project; without it, the project here is searched.
    """
    from jmap.cli.names import open_names

    kinds = _kinds(kind)
    project = open_names(path, Path.cwd())
    found = project.names.find(what, kinds)
    if not found:
        return _nothing(what, kinds, project)
    if form == "json":
        import json

        click.echo(json.dumps([_data(thing, project) for thing in found], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(_text(thing, project) for thing in found))
    return 0


def _kinds(kind: str | None) -> tuple[str, ...]:
    from jmap.resolve.mentions.mention import KINDS

    if kind is None:
        return KINDS
    wanted = kind.strip().lower().replace(" ", "_").replace("-", "_").removesuffix("s")
    if wanted not in KINDS:
        raise click.BadParameter(f"{kind!r} is not one of {', '.join(KINDS)}.", param_hint="--kind")
    return (wanted,)


def _nothing(what: str, kinds: tuple[str, ...], project: Project) -> int:
    from jmap.failure import Failure

    close = project.names.suggestion(what, kinds)
    hint = f": did you mean `{close}`?" if close else ""
    raise Failure(f"nothing in this project is called `{what}`{hint}")


def _text(thing: Thing, project: Project) -> str:
    from jmap.cli.counts import count
    from jmap.text.visible import visible

    mentions = project.names.of(thing)
    rows = [f"{thing.name or thing.id}  ({thing.kind.replace('_', ' ')}{_id(thing)})"]
    node = thing.place
    rows.append(f"  defined  {_spot(thing, project, node.line if node else 1, node.column if node else 1)}")
    for mention in mentions:
        rows.append(f"  used     {_spot(mention, project, mention.node.line, mention.node.column)}{_how(mention)}")
    files = len({mention.document.file for mention in mentions})
    rows.append(
        f"  {count(len(mentions), 'use')} in {count(files, 'file')}. {_loss(mentions)}" if mentions else "  Not used."
    )
    return "\n".join(visible(row) for row in rows)


def _id(thing: Thing) -> str:
    return f", id {thing.id}" if thing.id_node and thing.name else ""


def _spot(part: Thing | Mention, project: Project, line: int, column: int) -> str:
    return f"{project.shown(part.document.file, Path.cwd())}:{line}:{column}"


def _how(mention: Mention) -> str:
    from jmap.cli.names import where

    place = where(mention.document, mention.path)
    field = next((str(part) for part in reversed(mention.path) if isinstance(part, str)), "")
    return f"  {field}{f' of {place}' if place else ''}"


def _loss(mentions: tuple[Mention, ...]) -> str:
    """What would break if it went."""
    from jmap.cli.counts import count

    broken = sum(1 for mention in mentions if not mention.loose)
    if not broken:
        return "Nothing would break without it."
    return f"Without it, {count(broken, 'name')} would mean nothing."


def _data(thing: Thing, project: Project) -> dict[str, Any]:
    from jmap.cli.names import where

    node = thing.place
    uses = [
        {
            "file": project.shown(m.document.file, Path.cwd()),
            "line": m.node.line,
            "column": m.node.column,
            "path": ".".join(map(str, m.path)),
            "where": where(m.document, m.path),
        }
        for m in project.names.of(thing)
    ]
    place = {"file": project.shown(thing.document.file, Path.cwd()), "line": node.line if node else 1}
    return {"kind": thing.kind, "id": thing.id, "name": thing.name, "defined": place, "uses": uses}

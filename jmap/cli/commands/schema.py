"""Print the JSON Schema of a kind of file, for editors."""

from __future__ import annotations

import click

from jmap.cli import choices


@click.command()
@click.argument("kind", metavar="[KIND]", default="map", type=click.Choice(choices.schemas()))
def command(kind: str) -> int:
    """Print the JSON Schema of a kind of file, for editors.

    KIND is what the file is; if left out, a map. With the YAML language server an editor completes and checks a file
    that names its schema in the first line:

    \b
      jmap schema map > map.schema.json
      # yaml-language-server: $schema=map.schema.json
    """
    click.echo(choices.schema(kind).read_text(encoding="utf-8").rstrip("\n"))
    return 0

"""Write maps, project and catalogue in one canonical spelling; comments stay."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jmap.diagnostics import Diagnostic
    from jmap.source.document import Document


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--check", is_flag=True, help="Change nothing; exit 1 if a file is spelled in another way.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change, and exit 1 if something would.")
@click.option("--ids", is_flag=True, help="Give an id to each stage and step that has none.")
@click.option(
    "--stdin-name",
    metavar="FILE",
    default="stdin.journey.yaml",
    help="With - as PATH: what the file from standard input is called (the end of the name says what it holds).",
)
def command(paths: tuple[Path, ...], check: bool, diff: bool, ids: bool, stdin_name: str) -> int:
    """Write maps, project and catalogue in one canonical spelling; comments stay.

    PATH is a map, a folder or a jmap.yaml; without one, the maps of this folder are formatted, with their project.
    `-` formats standard input to standard output. Keys come in the order of the language, lists stay in theirs,
    comments and single blank lines stay where they belong, and nothing that is said changes. A file that is not YAML
    is left as it is and reported.
    """
    from jmap.cli.counts import count
    from jmap.cli.findings import as_text
    from jmap.cli.terminal import colour
    from jmap.model.spelling import in_the_way

    if [str(path) for path in paths] == ["-"]:
        return _stdin(stdin_name, ids, check, diff)
    broken: list[Diagnostic] = []
    changed, seen = 0, 0
    for path, document in _documents(paths):
        seen += 1
        wrong = in_the_way(document)
        if wrong or document.root is None:
            broken += wrong
            continue
        text = _spelled(document, ids)
        if text == document.text:
            continue
        changed += 1
        if diff:
            click.echo(_difference(document, text), nl=False)
        elif check:
            click.echo(f"would change {document.file}")
        else:
            _write(path, text)
            click.echo(f"changed {document.file}")
    if broken:
        click.echo(as_text(tuple(broken), colour()))
    verb = "would change" if check or diff else "changed"
    click.echo(f"Read {count(seen, 'file')}: {changed or 'none'} {verb}{_left(len(broken))}.", err=True)
    return 1 if broken or (changed and (check or diff)) else 0


def _left(broken: int) -> str:
    from jmap.cli.counts import count

    return f", {count(broken, 'error')}" if broken else ""


def _spelled(document: Document, ids: bool) -> str:
    from jmap.model.spelling import formatted

    return formatted(document, ids=ids)


def _documents(paths: tuple[Path, ...]) -> Iterator[tuple[Path, Document]]:
    """The files that the paths lead to, each once, named as somebody in this folder would type them."""
    from jmap.cli.project import files
    from jmap.source.read import read

    cwd = Path.cwd()
    for path, shown in files(paths, cwd):
        yield path, read(path, shown)


def _stdin(name: str, ids: bool, check: bool, diff: bool) -> int:
    from jmap.cli.findings import as_text
    from jmap.cli.terminal import colour
    from jmap.model.spelling import in_the_way
    from jmap.source.read import parse

    document = parse(sys.stdin.buffer.read(), name)
    wrong = in_the_way(document)
    if wrong or document.root is None:
        click.echo(as_text(wrong, colour(sys.stderr)), err=True)
        return 1
    text = _spelled(document, ids)
    if diff:
        click.echo(_difference(document, text), nl=False)
    elif not check:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    return 1 if (check or diff) and text != document.text else 0


def _difference(document: Document, text: str) -> str:
    import difflib

    from jmap.text.visible import visible

    before, after = document.text.splitlines(keepends=True), text.splitlines(keepends=True)
    names = (f"{document.file} (as it is)", f"{document.file} (formatted)")
    rows = difflib.unified_diff(before, after, *names, n=3)
    return "".join(visible(row.rstrip("\r\n")) + "\n" for row in rows)


def _write(path: Path, text: str) -> None:
    from jmap.build.artifacts import write

    write(path.parent, {path.name: text.encode()})

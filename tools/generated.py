"""Writes what is generated from the code: schemas, commands.md, rules/, tokens of themes; `--check` compares."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import rule_pages
import theme_page

ROOT = Path(__file__).parent.parent


def files() -> Iterator[tuple[Path, str]]:
    """Each generated file and what belongs in it."""
    from jmap.model.schema import KINDS, text

    for kind in KINDS:
        yield ROOT / "schemas" / f"{kind}.json", text(kind)
    yield ROOT / "docs" / "commands.md", commands_page()
    yield theme_page.PAGE, theme_page.page()
    yield from rule_pages.pages()


def commands_page() -> str:
    """The help of every command, as a page."""
    from jmap.cli.main import cli

    context = click.Context(cli, info_name="jmap", terminal_width=100, max_content_width=100, **cli.context_settings)
    parts = ["# Commands\n", "What `--help` prints. This page is generated: `make generated`.\n", block(cli, context)]
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        parts += sections(command, name, context)
    return "\n".join(parts)


def sections(command: click.Command, name: str, above: click.Context) -> list[str]:
    """A command, and below it those that it groups, but for the hidden ones."""
    context = click.Context(command, info_name=name, parent=above, terminal_width=100, max_content_width=100)
    parts = [f"## {context.command_path}\n", block(command, context)]
    for inner, one in sorted(getattr(command, "commands", {}).items()):
        if not one.hidden:
            parts += sections(one, inner, context)
    return parts


def block(command: click.Command, context: click.Context) -> str:
    return f"```text\n{command.get_help(context).strip()}\n```\n"


def changes(made: Mapping[Path, str], folder: Path) -> dict[Path, str | None]:
    """What has to be written; None for a page in a folder of generated ones that nothing makes any more."""
    stale: dict[Path, str | None] = {
        path: text for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text
    }
    return {**stale, **{path: None for path in sorted(folder.glob("*.md")) if path not in made}}


def write(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def main() -> int:
    needed = changes(dict(files()), rule_pages.FOLDER)
    if needed and "--check" in sys.argv:
        names = [f"{path.relative_to(ROOT).as_posix()}{' (stray)' * (text is None)}" for path, text in needed.items()]
        print(f"Not current: {', '.join(names)}. Run `make generated`.")
        return 1
    for path, text in needed.items():
        write(path, text)
    return 0


if __name__ == "__main__":
    sys.exit(main())

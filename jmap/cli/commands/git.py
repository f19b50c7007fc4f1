"""Teach git to show, compare and merge maps."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jmap.git.install import Plan, Setting, State


@click.group("git")
def command() -> None:
    """Teach git to show, compare and merge maps."""


@command.command()
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.option("--uninstall", is_flag=True, help="Take back what was set, and nothing else.")
@click.option("--external", is_flag=True, help="Let `git diff` itself print what `jmap diff` says, not lines.")
def install(yes: bool, uninstall: bool, external: bool) -> int:
    """Set up this repository's git for maps.

    Says what it would set in .git/config and .git/info/attributes, and asks. Nothing that is committed changes, and
    nothing of what others have set. From then on

    \b
      git diff                   compares facts, each on a line, below the name of their step
      git difftool --tool jmap   shows what changed in the journey
      git merge (rebase, ...)    joins edits of different facts, and marks the rest
    """
    from jmap.git.install import carry_out, installing, state, uninstalling, wanted
    from jmap.git.program import git_at

    git = git_at(Path.cwd(), os.environ)
    now = state(git)
    plan = uninstalling(now) if uninstall else installing(now, wanted(_program(), external))
    _show(plan, now)
    if plan.empty:
        click.echo("Nothing to take back." if uninstall else "Nothing to do: git is set up for maps.", err=True)
        return 0
    if not yes and not _agreed():
        click.echo("Nothing was changed.", err=True)
        return 0
    carry_out(git, plan, now)
    click.echo("Taken back." if uninstall else "Done. `jmap git install --uninstall` takes it back.", err=True)
    return 0


def _program() -> tuple[str, ...]:
    """How git starts this jmap. Python is told not to look for modules in the folder where git happens to be."""
    script = Path(sys.executable).with_name("jmap.exe" if os.name == "nt" else "jmap")
    if script.is_file() and os.access(script, os.X_OK):
        return (script.as_posix(),)
    return Path(sys.executable).as_posix(), "-P", "-m", "jmap"


def _show(plan: Plan, now: State) -> None:
    from jmap.git.install import RECORD
    from jmap.text.visible import visible

    def line(sign: str, one: Setting) -> None:
        click.echo(f"  {sign} {one.key} = {visible(one.value)}")

    if plan.put or plan.remove:
        click.echo("Settings of this repository (git config --local):")
    for one in plan.put:
        line("set", one)
    for key in plan.remove:
        click.echo(f"  remove {key}")
    if plan.put or plan.remove:
        click.echo(f"  and {RECORD}, where jmap remembers what it set")
    if plan.attributes is not None:
        click.echo(f"{visible(str(now.attributes))}:")
        _show_lines(now.written.splitlines(), plan.attributes.splitlines())
    for one in plan.kept:
        line("left as it is, for it was not set by this command:", one)


def _show_lines(before: list[str], after: list[str]) -> None:
    from jmap.text.visible import visible

    for text in after:
        if text not in before:
            click.echo(f"  add {visible(text)}")
    for text in before:
        if text not in after:
            click.echo(f"  remove {visible(text)}")


def _agreed() -> bool:
    from jmap.failure import Failure

    if not sys.stdin.isatty():
        raise Failure("there is nobody to ask: `--yes` does it unasked")
    return click.confirm("Do this?", default=True, err=True)


@command.command(hidden=True)
@click.argument("file", type=click.Path(path_type=Path))
def textconv(file: Path) -> int:
    """The facts of FILE, one a line; its text where it is no map."""
    from jmap.cli.drivers import facts

    sys.stdout.buffer.write(facts(file))
    sys.stdout.buffer.flush()
    return 0


@command.command(hidden=True)
@click.option("--size", default="7")
@click.option("--ours", "our_name", default="")
@click.option("--theirs", "their_name", default="")
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("name")
def merge(size: str, our_name: str, their_name: str, base: Path, ours: Path, theirs: Path, name: str) -> int:
    """Join BASE, OURS and THEIRS into OURS; exit 1 if somebody has to look at it."""
    from jmap.cli.drivers import join

    return join((base, ours, theirs), name, size, (our_name, their_name))


@command.command(hidden=True)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.argument("name")
def difftool(old: Path, new: Path, name: str) -> int:
    """What changed in the journey from OLD to NEW, two versions of the file NAME."""
    from jmap.cli.versions import show

    return show(old, new, name)


@command.command("external-diff", hidden=True)
@click.argument("given", nargs=-1)
def external_diff(given: tuple[str, ...]) -> int:
    """What git hands to an external driver: a path, then file, hash and mode of both sides, then perhaps a new path."""
    from jmap.cli.drivers import external

    return external(given)

"""Show what changed in the journey, and whether it is better or worse for the customer."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jmap.cli.destination import Destination, format_option
from jmap.render.changes import names
from jmap.render.changes.kit.gate import GATES, FailOn

if TYPE_CHECKING:
    from jmap.cli.comparing import Work
    from jmap.diff.change import Side
    from jmap.render.changes.kit.review import Review

FORMATS = names()
PATHS = "jmap.paths"


class _WithPaths(click.Command):
    """Keeps what stands behind `--` apart: paths, while revisions stand before it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        at = args.index("--") if "--" in args else len(args)
        ctx.meta[PATHS] = tuple(Path(arg) for arg in args[at + 1 :])
        return super().parse_args(ctx, args[:at])

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [*super().collect_usage_pieces(ctx), "[-- PATH...]"]


@click.command(cls=_WithPaths)
@click.argument("ends", metavar="[BASE [HEAD] | OLD NEW]", nargs=-1)
@click.option("--direct", is_flag=True, help="Compare the two ends themselves, not from where they parted.")
@format_option(FORMATS)
@click.option("--fail-on", type=click.Choice(GATES), help="Exit with 1 on such changes, unless they are approved.")
@click.option("-v", "--verbose", is_flag=True, help="List minor changes too, in text.")
@click.pass_context
def command(
    ctx: click.Context,
    ends: tuple[str, ...],
    direct: bool,
    destinations: tuple[Destination, ...],
    fail_on: FailOn | None,
    verbose: bool,
) -> int:
    """Show what changed in the journey, and whether it is better or worse for the customer.

    BASE and HEAD are revisions of git; what changed is counted from where they parted. Without HEAD, the files as they
    are now are compared; without BASE, with the last commit, or in CI with what the change is for. OLD and NEW are two
    files: one map before and after. PATH limits the comparison to some maps.

    \b
      jmap diff main
      jmap diff -f markdown=comment.md -f json=diff.json --fail-on breaking
      jmap diff v1.0 v2.0 -- maps/checkout.journey.yaml
      jmap diff today.journey.yaml tomorrow.journey.yaml

    `github` are annotations, to be printed in a workflow; its step summary is `markdown=$GITHUB_STEP_SUMMARY`. `svg`
    takes a folder where several maps changed. Changes whose fingerprints jmap-approved.yaml lists trip no gate.
    """
    from jmap.cli.delivery import deliver_all
    from jmap.cli.reviewing import reviews
    from jmap.render.changes import renderer

    cwd = Path.cwd()
    destinations = destinations or (Destination("text", None),)
    made = reviews(_work(ends, ctx.meta[PATHS], cwd, direct), fail_on, cwd)
    deliver_all([(one, renderer(one.format)(made.of(one, verbose))) for one in destinations])
    return _tell(made.here, destinations)


def _work(ends: tuple[str, ...], paths: tuple[Path, ...], cwd: Path, direct: bool) -> Work:
    from jmap.cli.comparing import revisions, two_files
    from jmap.resolve.discover import MAP

    files = [(cwd / end).is_file() for end in ends]
    if len(ends) > 2:
        raise click.UsageError(
            "More than two revisions or files: PATHs stand behind --, as in `jmap diff main -- maps`."
        )
    if len(ends) == 2 and all(files):
        if paths or direct:
            raise click.UsageError("Two files are compared as they are: --direct and PATHs are for revisions.")
        return two_files(Path(ends[0]), Path(ends[1]), cwd, _announce)
    gone = [end for end, there in zip(ends, files, strict=True) if end.endswith(MAP) and not there]
    if gone:
        raise click.UsageError(f"There is no file {gone[0]}; a map of another revision is named behind --.")
    if any(files):
        named = ends[files.index(True)]
        raise click.UsageError(f"{named} is a file, not a revision: `jmap diff -- {named}`, or name two files.")
    return revisions(ends, paths, cwd, os.environ, direct, _announce)


def _announce(base: Side, head: Side) -> None:
    """Which sides these are, and why, before anything is read."""
    from jmap.diff.wording import side_note
    from jmap.locale.words import words as language
    from jmap.text.visible import visible

    notes = (visible(_side(side, side_note(side, language("en")))) for side in (base, head))
    click.echo(f"Comparing {' with '.join(notes)}.", err=True)


def _side(side: Side, note: str) -> str:
    known = ", ".join(part for part in (side.commit[:10], side.date, note) if part)
    return f"{side.name} ({known})" if known else side.name


def _tell(made: Review, destinations: tuple[Destination, ...]) -> int:
    """What standard output does not say; the exit status."""
    from jmap.cli.counts import count
    from jmap.cli.findings import as_text
    from jmap.cli.terminal import colour

    broken, stopping = made.comparison.broken, made.stopping
    if not any(one.format == "text" and one.file is None for one in destinations):
        if broken:
            click.echo(as_text(broken, colour(sys.stderr)) + "\n", err=True)
        said = [f"Found {count(len(made.comparison.changes), 'change')}"]
        said += [f"{count(len(broken), 'error')} in files that were not compared"] if broken else []
        said += [f"{len(stopping)} stopped by --fail-on {made.fail_on}"] if stopping else []
        click.echo("; ".join(said) + ".", err=True)
    return 1 if broken or stopping else 0

"""Compile maps into pictures, diagrams and pages."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from jmap.cli import choices
from jmap.outputs import OUTPUTS

if TYPE_CHECKING:
    from jmap.build.run import Report
    from jmap.cli.project import Project


def _complete_theme(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    names = [CompletionItem(name) for name in choices.themes() if name.startswith(incomplete)]
    return [*names, CompletionItem(incomplete, type="file")]


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to put the files. Default: what jmap.yaml says, else site.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(tuple(OUTPUTS)),
    help="What to make; may be repeated. Default: what jmap.yaml says, else all.",
)
@click.option(
    "--theme",
    metavar="NAME|FILE",
    shell_complete=_complete_theme,
    help="How it looks: a theme of jmap's, or a *.theme.yaml file.",
)
@click.option("--locale", type=click.Choice(choices.locales()), help="The language of the labels, whatever maps say.")
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="How many processes to use. Default: as many as pay off.",
)
@click.option(
    "--dot",
    metavar="pure|system|PATH",
    default="pure",
    show_default=True,
    help="Which Graphviz draws: the one that comes with jmap, this machine's, or that program.",
)
@click.option("--watch", is_flag=True, help="Build again whenever a file of the project changes; stop with Ctrl-C.")
def command(
    paths: tuple[Path, ...],
    output: Path | None,
    formats: tuple[str, ...],
    theme: str | None,
    locale: str | None,
    jobs: int | None,
    dot: str,
    watch: bool,
) -> int:
    """Compile maps into pictures, diagrams and pages.

    PATH is a map, a folder or a jmap.yaml; without one, the maps of this folder are built. A map with errors
    does not stop the others: its old files stay as they are.
    """
    from functools import partial

    once = partial(_build, paths, output, formats, theme, locale, jobs, dot)
    if not watch:
        return once()[0]
    from jmap.cli.watching import again

    return again(once)


def _build(
    paths: tuple[Path, ...],
    output: Path | None,
    formats: tuple[str, ...],
    theme: str | None,
    locale: str | None,
    jobs: int | None,
    dot: str,
) -> tuple[int, Path, Path]:
    """Build once: the exit status, the project's folder and the one that was written to."""
    from jmap.build.folder import choose
    from jmap.build.run import Request, build
    from jmap.cli.look import with_look
    from jmap.cli.progress import Progress
    from jmap.cli.project import left_out, open_project
    from jmap.cli.terminal import moving
    from jmap.render.dot_program import find

    start = time.monotonic()
    cwd = Path.cwd()
    project = open_project(paths, cwd)
    program = find("" if dot == "pure" else dot)
    project, loaded = with_look(project, theme, locale, formats, cwd)
    workspace = project.workspace
    folder = choose(output, project.root, workspace.output, cwd)
    request = Request(
        workspace=workspace, theme=loaded, dot=program, folder=folder, formats=workspace.formats, jobs=jobs,
        whole=project.whole, diagnostics=project.diagnostics,
    )  # fmt: skip
    if others := left_out(paths, cwd):
        click.echo(f"Left out, since they are projects of their own: {', '.join(others)}", err=True)
    with Progress(len(workspace.journeys), moving()) as progress:
        report = build(request, progress.advance)
    status = _tell(project, report, _short(folder, cwd), time.monotonic() - start)
    return status, project.root, folder


def _tell(project: Project, report: Report, folder: str, seconds: float) -> int:
    """Findings to standard output, the rest to standard error; the exit status."""
    from jmap.cli.findings import as_text
    from jmap.cli.summary import notes, summary
    from jmap.cli.terminal import colour

    if project.diagnostics:
        click.echo(as_text(project.seen_from(Path.cwd()), colour()))
        click.echo(err=True)
    for note in notes(report, folder):
        click.echo(note, err=True)
    click.echo(summary(project, report, folder, seconds), err=True)
    if any(o.defect or o.missing for o in report.outcomes):
        return 2
    return 1 if project.diagnostics else 0


def _short(folder: Path, cwd: Path) -> str:
    """The folder as a person there would call it."""
    return f"{folder.relative_to(cwd) if folder.is_relative_to(cwd) else folder}/"

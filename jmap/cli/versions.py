"""Two versions of one file, as git hands them out, compared as journeys and shown at the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jmap.diff.change import Comparison
    from jmap.resolve.discover import Ground
    from jmap.resolve.workspace import Reading


def show(old: Path, new: Path, name: str) -> int:
    """Print what changed from one version of the file `name` (as seen from here) to the other; exit status 0.

    A side of which there is no file is a map that is not there. The rest of the project is taken as it is on the disk.
    """
    from jmap.cli.terminal import colour
    from jmap.diff.wording import verdict
    from jmap.locale.words import words
    from jmap.render.changes.kit.review import Display, Review
    from jmap.render.changes.text import render
    from jmap.text.visible import visible

    if not name.endswith((".yaml", ".yml")):
        click.echo(f"{visible(name)} is no map.")
        return 0
    comparison, locale = _compared(_text(old), _text(new), name)
    if not comparison.changes and not comparison.broken and not comparison.notes:
        click.echo("Nothing changed in the journey.")
        return 0
    language = words(locale)
    display = Display(colour=colour(), mistakes=_mistakes(comparison, colour()))
    review = Review(comparison=comparison, words=language, verdict=verdict(comparison, language), display=display)
    click.echo(render(review))
    return 0


def _mistakes(comparison: Comparison, coloured: bool) -> str:
    from jmap.cli.findings import as_text

    return as_text(comparison.broken, coloured)


def _text(side: Path) -> str | None:
    """The text of a version; None where there is none."""
    return side.read_bytes().decode("utf-8", "replace") if side.is_file() else None


def _compared(old: str | None, new: str | None, name: str) -> tuple[Comparison, str]:
    from jmap.diff.change import Side
    from jmap.diff.compare import compare

    place, inside = _place(Path.cwd() / name)
    base, head = (_reading(text, inside, place) for text in (old, new))
    return compare(base, head, Side("old"), Side("new")), head.workspace.locale


def _reading(text: str | None, inside: str, place: Ground) -> Reading:
    from jmap.resolve.workspace import open_project, read_maps
    from jmap.source.files import Disk, Overlay

    files = Overlay(Disk(place.root), {} if text is None else {inside: text})
    alone = () if text is None else (inside,)
    return read_maps(open_project(files, place), alone if inside in place.asked else None)


def _place(file: Path) -> tuple[Ground, str]:
    """The project of a file that need not be there any more, and the file's name in it."""
    from dataclasses import replace

    from jmap.resolve.discover import ground

    folder = next(above for above in file.parents if above.is_dir()).resolve()
    place = ground([folder], folder)
    inside = file.resolve().relative_to(place.root).as_posix()
    whole = place.project and not inside.endswith(".journey.yaml")  # the catalogue concerns every map
    return replace(place, asked=("",) if whole else (inside,)), inside

"""What git calls: each of these gives git something to go on with, whatever it is given."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jmap.diagnostics import Diagnostic

LONGEST = 80  # characters of a side's name behind a marker


def facts(file: Path) -> bytes:
    """The outline of a map; the file itself where there is none, or where we are at fault."""
    from jmap.render.outline import outline
    from jmap.source.read import parse

    content = file.read_bytes()
    try:
        text = outline(parse(content, file.name))
    except Exception as error:  # git would show nothing at all of any file
        _complain(error)
        return content
    return content if text is None else text.encode()


def join(files: tuple[Path, Path, Path], name: str, size: str, names: tuple[str, str]) -> int:
    """Merge base, ours and theirs into the file of ours. 0: done; 1: somebody has to look at it."""
    from jmap.merge.merge import Markers, Merged, merge

    markers = Markers(int(size) if size.isdigit() else 7, _label(names[0], "ours"), _label(names[1], "theirs"))
    merged: Merged | None = None
    wrong: tuple[Diagnostic, ...] = ()
    try:
        base, ours, theirs = (file.read_bytes().decode("utf-8") for file in files)
        merged = merge(base, ours, theirs, markers)
        wrong = _fresh(merged.text, ours, theirs, name) if merged and not merged.conflicts else ()
    except UnicodeDecodeError:
        pass
    except Exception as error:
        _complain(error)
    if merged is None:
        return _by_lines(files, name, markers.size, names)
    files[1].write_bytes(merged.text.encode())
    return _report(merged.conflicts, wrong, name)


def _fresh(joined: str, ours: str, theirs: str, name: str) -> tuple[Diagnostic, ...]:
    from jmap.merge.fresh import fresh

    return fresh(joined, ours, theirs, name) if joined not in (ours, theirs) else ()


def _report(conflicts: int, wrong: Sequence[Diagnostic], name: str) -> int:
    from jmap.cli.counts import count
    from jmap.cli.findings import as_text
    from jmap.text.visible import visible

    if conflicts:
        click.echo(f"jmap: {visible(name)}: {count(conflicts, 'conflict')}; all else is joined", err=True)
    elif wrong:
        click.echo(as_text(wrong), err=True)
        click.echo(f"jmap: {visible(name)}: joined, but the edits of both sides do not go together (above)", err=True)
    return 1 if conflicts or wrong else 0


def _by_lines(files: tuple[Path, Path, Path], name: str, size: int, names: tuple[str, str]) -> int:
    """What is no map, or not any more, git merges as the text that it is."""
    from jmap.git.program import git_at
    from jmap.text.visible import visible

    base, ours, theirs = files
    labels = [
        part for label in (_label(names[0], "ours"), "base", _label(names[1], "theirs")) for part in ("-L", label)
    ]
    arguments = ["merge-file", "-q", f"--marker-size={size}", *labels, str(ours), str(base), str(theirs)]
    done = git_at(Path.cwd(), os.environ).done(arguments)
    click.echo(f"jmap: {visible(name)}: not all sides are readable maps, so lines were merged", err=True)
    return 1 if done.returncode else 0


def _label(name: str, default: str) -> str:
    """What git calls a side; older ones leave the placeholder as it is."""
    from jmap.text.visible import visible

    return visible(name)[:LONGEST] if name and not name.startswith("%") else default


def external(given: Sequence[str]) -> int:
    """An external diff driver: the whole `git diff` ends if this ever fails."""
    from jmap.text.visible import visible

    try:
        if len(given) < 7:  # one path alone: it has conflicts
            click.echo(f"{visible(' '.join(given))}: not merged yet")
            return 0
        from jmap.cli.versions import show

        old, new = Path(given[1]), Path(given[4])
        click.echo(visible(f"jmap diff {given[0]}" + (f" → {given[7]}" if len(given) > 7 else "")))
        show(old, new, given[7] if len(given) > 7 else given[0])
        click.echo()
    except Exception as error:
        _complain(error)
    return 0


def _complain(error: Exception) -> None:
    from jmap.cli.defect import notice

    click.echo(notice(error, full=bool(os.environ.get("JMAP_DEBUG"))), err=True)

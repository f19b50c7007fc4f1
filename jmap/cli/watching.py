"""The same work again and again, whenever a file changes: for `--watch`."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import click

from jmap.failure import Failure

Once = Callable[[], tuple[int, Path, Path | None]]  # exit status, the project's folder, the one that it writes to


def again(once: Once) -> int:
    """Do it, and do it again for every change, until Ctrl-C. What fails once may be mended, and does not end it.

    Only the first run may raise: then there is nothing to watch. Returns the status of the last run.
    """
    from jmap.preview.watch import changes

    status, root, output = once()
    click.echo(f"Watching {root}: stop with Ctrl-C.", err=True)
    try:
        for _ in changes(root, output, Event()):
            click.echo(f"\n{time.strftime('%H:%M:%S')}", err=True)
            try:
                status, root, output = once()
            except Failure as failure:
                click.echo(f"jmap: {failure}", err=True)
                status = 2
    except KeyboardInterrupt:
        click.echo("", err=True)
    return status

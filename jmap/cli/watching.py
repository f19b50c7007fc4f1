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

    Only the first run may raise: then there is nothing to watch. Returns 0: to be stopped is how it ends well.
    """
    from jmap.preview.watch import changes

    start = time.time()
    _, root, output = once()
    click.echo(f"Watching {root}: stop with Ctrl-C.", err=True)
    try:
        for _ in changes(root, output, Event(), start):
            click.echo(f"\n{time.strftime('%H:%M:%S')}", err=True)
            try:
                once()
            except Failure as failure:
                click.echo(f"jmap: {failure}", err=True)
    except KeyboardInterrupt:
        click.echo("", err=True)
    return 0
